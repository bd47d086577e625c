export const id = 729;
export const ids = [729];
export const modules = {

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chooseProvider: () => (/* binding */ chooseProvider)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _toolchain_machine_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21225);
/* harmony import */ var _toolchain_pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78826);
/* harmony import */ var _toolchain_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29877);
/* harmony import */ var _kind_engine_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1279);






/** How long a container engine may take to say its version, in milliseconds. */
const ENGINE_MS = 10_000;
/**
 * Where the proof can run here, and why there; only looks. `auto`: a kubeconfig that an input names (never one that just
 * lies there: it may be production's), else a control plane of processes, which is ready in seconds, else kind; kind first
 * where it can be had and only it has the Kubernetes versions that are asked for, or pods that run. Rejects with a Failure
 * when what was asked for by name cannot be had.
 */
async function chooseProvider(asked, looking, pinned = PINNED) {
    switch (asked.cluster) {
        case 'kubeconfig':
            return await runningPlan(asked, 'cluster is kubeconfig', looking);
        case 'control-plane':
            return controlPlanePlan('cluster is control-plane', looking, pinned);
        case 'kind':
            return await kindPlan(asked, 'cluster is kind', looking, pinned);
        case 'auto': {
            if (asked.kubeconfig !== '')
                return await runningPlan(asked, 'auto: an input names a kubeconfig', looking);
            const first = controlPlanePlan('auto: this is Linux, so it needs no container engine', looking, pinned);
            if ('missing' in first) {
                const second = await kindPlan(asked, `auto: ${first.missing}`, looking, pinned);
                return 'missing' in second ? { missing: `${first.missing}; ${second.missing}` } : second;
            }
            const better = whyKind(asked, pinned);
            if (better === undefined)
                return first;
            const second = await kindPlan(asked, `auto: ${better}`, looking, pinned);
            const missing = 'missing' in second ? second.missing : await elsewhere(looking);
            return missing === undefined ? second : { ...first, why: `${first.why}; ${better}, but ${missing}` };
        }
    }
}
/**
 * Why an engine that answers is no use to a job on Linux: kind's API server listens on the loopback of the engine's machine,
 * which that of a service container or of a host whose socket is mounted is not.
 */
async function elsewhere(looking) {
    const said = await askEngine(['info', '--format', '{{.Name}}'], looking);
    if ('missing' in said)
        return said.missing;
    const { answer: name } = said;
    return name === (0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)() ? undefined : `its container engine is that of ${name}, and this is ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`;
}
/** Why kind proves more of what is asked for than a control plane does, where it does. */
function whyKind({ kubernetes, pods }, pinned) {
    const minors = kubernetes === 'auto' ? [] : kubernetes;
    if (minors.some((minor) => pinned.kind[minor] === undefined))
        return undefined;
    const only = minors.filter((minor) => pinned['control-plane'][minor] === undefined);
    if (only.length)
        return `only kind has Kubernetes ${only.join(', ')}`;
    return pods ? 'slipway.yaml rolls programs out in pods (deployment), and only there they run' : undefined;
}
const versions = (pins) => Object.fromEntries(Object.entries(pins).map(([minor, { version }]) => [minor, version]));
const PINNED = { 'control-plane': versions(_toolchain_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .KUBERNETES */ .pS), kind: versions(_toolchain_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .KIND */ .Nd.images) };
/** The client for Kubernetes and a YAML parser are heavy, and most runs need neither here. */
const runningPlan = async (asked, why, looking) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(134), __webpack_require__.e(3509)]).then(__webpack_require__.bind(__webpack_require__, 3509))).runningPlan(asked, why, looking);
function controlPlanePlan(why, { platform }, pinned) {
    if (platform.os !== 'linux')
        return { missing: `control-plane clusters run on Linux only, and this is ${(0,_toolchain_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .inGo */ .y)(platform).os}` };
    return { provider: 'control-plane', why, releases: pinned['control-plane'] };
}
async function kindPlan(asked, why, looking, pinned) {
    const said = await askEngine(['version', '--format', '{{.Server.Version}}'], looking);
    if ('missing' in said)
        return said;
    return {
        provider: 'kind',
        why: `${why}; Docker ${said.answer} answers`,
        releases: pinned.kind,
        mirrors: asked['image-mirrors']
    };
}
/** What docker says, or why it says nothing. */
async function askEngine(args, { run, env, platform, signal }) {
    const docker = await (0,_toolchain_machine_js__WEBPACK_IMPORTED_MODULE_2__/* .which */ .K7)('docker', env, platform);
    if (docker === undefined)
        return { missing: 'kind clusters need a container engine, and docker is not on PATH' };
    const limit = AbortSignal.timeout(ENGINE_MS);
    return await run([docker, ...args], { env: (0,_kind_engine_js__WEBPACK_IMPORTED_MODULE_5__/* .engineEnv */ .a)(env), signal: AbortSignal.any([signal, limit]) }).then(({ stdout }) => ({ answer: stdout.trim() }), (error) => {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H) && !limit.aborted)
            throw error;
        const cause = error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && typeof error.cause === 'string' ? error.cause.trim() : '';
        return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` };
    });
}


/***/ }),

/***/ 1279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ engineEnv),
/* harmony export */   c: () => (/* binding */ dockerAt)
/* harmony export */ });
/** Variables that say where the container engine is and how to talk to it; nothing else of ours reaches it. */
const ENGINE = [
    'PATH',
    'Path',
    'HOME',
    'USERPROFILE',
    'SystemRoot',
    'XDG_RUNTIME_DIR',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'DOCKER_API_VERSION'
];
/** The environment of docker and kind. */
const engineEnv = (env) => Object.fromEntries(ENGINE.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
const dockerAt = (path, run, env) => async (args, signal) => (await run([path, ...args], { env: engineEnv(env), signal })).stdout.trimEnd();


/***/ })

};
