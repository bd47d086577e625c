export const id = 3917;
export const ids = [3917];
export const modules = {

/***/ 73917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepEngine: () => (/* binding */ sweepEngine),
/* harmony export */   sweepNoted: () => (/* binding */ sweepNoted)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _toolchain_machine_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21225);
/* harmony import */ var _engine_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1279);
/* harmony import */ var _remains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43168);




/** How long all of it may take: no run waits for an engine that hangs, in milliseconds. */
const PATIENCE_MS = 120_000;
/**
 * Removes what killed runs left in the engine. Rejects only when `signal` aborts: that something could not be removed is
 * noted, and what is still there is found by the next run that makes a kind cluster. Resolves with whether it went well.
 */
async function sweepEngine({ processes, env, platform, note }, signal) {
    const path = await (0,_toolchain_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .which */ .K7)('docker', env, platform);
    if (path === undefined)
        return true;
    const limit = AbortSignal.timeout(PATIENCE_MS);
    try {
        await sweepNoted((0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .dockerAt */ .cT)(path, processes.run, env), note, AbortSignal.any([signal, limit]));
        return true;
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) && !limit.aborted)
            throw error;
        const why = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? error.message : `no answer within ${PATIENCE_MS / 1000} s`;
        note(`warning: what a killed run left in the container engine could not be removed: ${why}`);
        return false;
    }
}
async function sweepNoted(docker, note, signal) {
    for (const name of await (0,_remains_js__WEBPACK_IMPORTED_MODULE_2__/* .sweepKind */ .bh)(docker, signal))
        note(`a killed run had left the cluster ${name}; it is removed`);
}


/***/ }),

/***/ 43168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ clusterName),
/* harmony export */   Yp: () => (/* binding */ NETWORK_LABEL),
/* harmony export */   bh: () => (/* binding */ sweepKind),
/* harmony export */   hS: () => (/* binding */ removeCluster)
/* harmony export */ });
/* unused harmony export isLeft */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _machine_owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60309);



/** On the network of each cluster; kind puts its own label, with the cluster's name, on the containers. */
const NETWORK_LABEL = 'slipway-cluster';
const KIND_LABEL = 'io.x-k8s.kind.cluster';
/** `slipway-<owner>-<n>`: unique on an engine that several runs share, and it says whose it is. */
const clusterName = (owner, n) => `slipway-${owner}-${n}`;
/** How long the engine may take to let go of a cluster, in milliseconds. */
const PATIENCE_MS = 60_000;
/** What another host or container made is told by its age alone: longer than any job runs, in milliseconds. */
const OLD_MS = 24 * 3_600_000;
/**
 * Removes the containers, their volumes and the network of a cluster. A creation that was broken off may still go on
 * inside the engine, so it looks again until nothing was there twice. Rejects with an 'environment' Failure otherwise.
 */
async function removeCluster(name, docker, signal) {
    const started = Date.now();
    for (let quiet = 0; quiet < 2;) {
        const left = await pieces(name, docker, signal);
        quiet = left.containers.length + left.networks.length === 0 ? quiet + 1 : 0;
        if (Date.now() - started > PATIENCE_MS)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('environment', `the cluster ${name} does not go: ${JSON.stringify(left)}`, {
                hint: `By hand: docker rm -f -v $(docker ps -aq --filter label=${KIND_LABEL}=${name}); docker network rm ${name}`
            });
        // What is on its way out refuses a second removal: the next look tells.
        if (left.containers.length)
            await docker(['rm', '-f', '-v', ...left.containers], signal).catch(onlyRefusals);
        else if (left.networks.length)
            await docker(['network', 'rm', ...left.networks], signal).catch(onlyRefusals);
        if (quiet < 2)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(quiet === 1 ? 100 : 20, undefined, { signal });
    }
}
const onlyRefusals = (error) => {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'command')
        return '';
    throw error;
};
const pieces = async (name, docker, signal) => ({
    containers: lines(await docker(['ps', '-aq', '--filter', `label=${KIND_LABEL}=${name}`], signal)),
    networks: lines(await docker(['network', 'ls', '-q', '--filter', `label=${NETWORK_LABEL}=${name}`], signal))
});
/** Removes the clusters of runs that were killed; resolves with their names. Those of live runs stay. */
async function sweepKind(docker, signal) {
    const listed = [
        ...lines(await docker(['ps', '-a', '--filter', `label=${KIND_LABEL}`, '--format', shown(KIND_LABEL)], signal)),
        ...lines(await docker(['network', 'ls', '--filter', `label=${NETWORK_LABEL}`, '--format', shown(NETWORK_LABEL)], signal))
    ];
    const left = new Set(listed.flatMap((line) => {
        const [name = '', created = ''] = line.split('\t');
        return isLeft(name, created) ? [name] : [];
    }));
    for (const name of left)
        await removeCluster(name, docker, signal);
    return [...left];
}
const shown = (label) => `{{.Label "${label}"}}\t{{.CreatedAt}}`;
/** Whether the run that made a cluster is over. `created` as docker prints it: `2026-11-22 14:03:11.5 +0000 UTC`. */
function isLeft(name, created) {
    const owner = name.startsWith('slipway-') ? (0,_machine_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOwner */ .pZ)(name) : undefined;
    if (!owner)
        return false;
    const life = (0,_machine_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .lifeOf */ .c_)(owner);
    const age = Date.now() - Date.parse(created.replace(/ [A-Z]{2,5}$/, ''));
    return life === 'dead' || (life === 'elsewhere' && age > OLD_MS);
}
const lines = (text) => text.split('\n').filter(Boolean);


/***/ })

};
