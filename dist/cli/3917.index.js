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




const PATIENCE_MS = 120_000;
async function sweepEngine({ processes, env, platform, note }, signal) {
    const path = await (0,_toolchain_machine_js__WEBPACK_IMPORTED_MODULE_1__/* .findOnPath */ .aY)('docker', env, platform);
    if (path === undefined)
        return true;
    const limit = AbortSignal.timeout(PATIENCE_MS);
    try {
        await sweepNoted((0,_engine_js__WEBPACK_IMPORTED_MODULE_3__/* .bindDocker */ .cY)(path, processes.run, env), note, AbortSignal.any([signal, limit]));
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
/* harmony export */   LS: () => (/* binding */ formatClusterName),
/* harmony export */   Yp: () => (/* binding */ NETWORK_LABEL),
/* harmony export */   bh: () => (/* binding */ sweepKind),
/* harmony export */   hS: () => (/* binding */ removeCluster)
/* harmony export */ });
/* unused harmony export isLeftCluster */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _machine_owner_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60309);



const NETWORK_LABEL = 'slipway-cluster';
const KIND_LABEL = 'io.x-k8s.kind.cluster';
const formatClusterName = (owner, n) => `slipway-${owner}-${n}`;
const PATIENCE_MS = 60_000;
const OLD_MS = 24 * 3_600_000;
async function removeCluster(name, docker, signal) {
    const started = Date.now();
    for (let quiet = 0; quiet < 2;) {
        const left = await listPieces(name, docker, signal);
        quiet = left.containers.length + left.networks.length === 0 ? quiet + 1 : 0;
        if (Date.now() - started > PATIENCE_MS)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('environment', `the cluster ${name} does not go: ${JSON.stringify(left)}`, {
                hint: `By hand: docker rm -f -v $(docker ps -aq --filter label=${KIND_LABEL}=${name}); docker network rm ${name}`
            });
        if (left.containers.length)
            await docker(['rm', '-f', '-v', ...left.containers], signal).catch(ignoreRefusal);
        else if (left.networks.length)
            await docker(['network', 'rm', ...left.networks], signal).catch(ignoreRefusal);
        if (quiet < 2)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(quiet === 1 ? 100 : 20, undefined, { signal });
    }
}
const ignoreRefusal = (error) => {
    if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'command')
        return '';
    throw error;
};
const listPieces = async (name, docker, signal) => ({
    containers: splitLines(await docker(['ps', '-aq', '--filter', `label=${KIND_LABEL}=${name}`], signal)),
    networks: splitLines(await docker(['network', 'ls', '-q', '--filter', `label=${NETWORK_LABEL}=${name}`], signal))
});
async function sweepKind(docker, signal) {
    const listed = [
        ...splitLines(await docker(['ps', '-a', '--filter', `label=${KIND_LABEL}`, '--format', formatTemplate(KIND_LABEL)], signal)),
        ...splitLines(await docker(['network', 'ls', '--filter', `label=${NETWORK_LABEL}`, '--format', formatTemplate(NETWORK_LABEL)], signal))
    ];
    const left = new Set(listed.flatMap((line) => {
        const [name = '', created = ''] = line.split('\t');
        return isLeftCluster(name, created) ? [name] : [];
    }));
    for (const name of left)
        await removeCluster(name, docker, signal);
    return [...left];
}
const formatTemplate = (label) => `{{.Label "${label}"}}\t{{.CreatedAt}}`;
function isLeftCluster(name, created) {
    const owner = name.startsWith('slipway-') ? (0,_machine_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOwner */ .pZ)(name) : undefined;
    if (!owner)
        return false;
    const life = (0,_machine_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .judgeLife */ .yJ)(owner);
    const age = Date.now() - Date.parse(created.replace(/ [A-Z]{2,5}$/, ''));
    return life === 'dead' || (life === 'elsewhere' && age > OLD_MS);
}
const splitLines = (text) => text.split('\n').filter(Boolean);


/***/ })

};
