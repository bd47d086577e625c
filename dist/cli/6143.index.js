export const id = 6143;
export const ids = [6143,3917];
export const modules = {

/***/ 26143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kindClusters: () => (/* binding */ kindClusters)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/adapters/kubernetes/client.ts + 2 modules
var kubernetes_client = __webpack_require__(43829);
// EXTERNAL MODULE: ./src/adapters/kubernetes/kubeconfig.ts
var kubernetes_kubeconfig = __webpack_require__(74966);
// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var owner = __webpack_require__(60309);
// EXTERNAL MODULE: ./src/adapters/toolchain/machine.ts
var machine = __webpack_require__(21225);
// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __webpack_require__(78826);
// EXTERNAL MODULE: ./src/adapters/clusters/guarded.ts
var guarded = __webpack_require__(8174);
// EXTERNAL MODULE: ./src/adapters/clusters/kubectl-for.ts
var kubectl_for = __webpack_require__(82690);
// EXTERNAL MODULE: ./src/adapters/clusters/until.ts
var until = __webpack_require__(94174);
// EXTERNAL MODULE: ./src/adapters/clusters/kind/engine.ts
var engine = __webpack_require__(1279);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/adapters/clusters/kind/image.ts


const WAITS = [1000, 5000, 15_000];
const PULL_MS = 600_000;
async function obtainNodeImage({ image, version }, mirrors, { docker, note }, signal, waits = WAITS) {
    const places = [image, ...mirrors.map((mirror) => `${mirror}/${image}`)];
    for (const place of places)
        if (await isImageThere(place, docker, signal))
            return place;
    for (let round = 0;; round++) {
        const refusals = [];
        for (const place of places) {
            note(`pulling ${place} (Kubernetes ${version})`);
            const refusal = await pullImage(place, docker, signal);
            if (refusal === undefined)
                return place;
            refusals.push(`${place}: ${refusal}`);
            note(`${place}: ${refusal}`);
        }
        const wait = waits[round];
        if (wait === undefined)
            throw new errors/* Failure */.H('environment', `the node image of Kubernetes ${version} cannot be pulled: ${refusals.join('; ')}`, {
                hint: 'Name a registry that can be reached: --image-mirrors HOST. Its digest is checked, whoever serves it.'
            });
        await (0,promises_.setTimeout)(wait, undefined, { signal });
    }
}
const isImageThere = (ref, docker, signal) => docker(['image', 'inspect', '--format', '{{.Id}}', ref], signal).then(() => true, (error) => {
    if (error instanceof errors/* Failure */.H && error.kind === 'command')
        return false;
    throw error;
});
async function pullImage(ref, docker, signal) {
    const limit = AbortSignal.timeout(PULL_MS);
    try {
        await docker(['pull', '--quiet', ref], AbortSignal.any([signal, limit]));
        return undefined;
    }
    catch (error) {
        signal.throwIfAborted();
        if (limit.aborted)
            return `not there after ${PULL_MS / 1000} s`;
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        return typeof error.cause === 'string' ? (error.cause.trim().split('\n').at(-1) ?? '') : error.message;
    }
}

// EXTERNAL MODULE: ./src/adapters/clusters/kind/leftovers.ts
var leftovers = __webpack_require__(73917);
// EXTERNAL MODULE: ./src/adapters/clusters/kind/remains.ts
var remains = __webpack_require__(43168);
;// CONCATENATED MODULE: ./src/adapters/clusters/kind/kind.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
















const PATIENCE_MS = 300_000;
const REMOVAL_MS = 90_000;
let made = 0;
const kindClusters = ({ mirrors }, options) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { toolchain, processes, files, temporary, env, note, images = pins/* KIND */.Nd.images } = options;
            signal.throwIfAborted();
            const image = images[kubernetes];
            if (!image)
                throw new errors/* Failure */.H('input', `there is no kind node image for Kubernetes ${kubernetes}`, {
                    hint: `Offered: ${Object.keys(images).join(', ')}.`
                });
            const path = await (0,machine/* findOnPath */.aY)('docker', env, options.platform);
            if (path === undefined)
                throw new errors/* Failure */.H('environment', 'kind needs a container engine, and docker is not on PATH', {
                    hint: 'Install Docker, or use --cluster control-plane.'
                });
            const docker = (0,engine/* bindDocker */.cY)(path, processes.run, env);
            const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
            const { path: folder } = scope.use(await temporary.scratch(engine/* MARK */.M$));
            const kind = await toolchain.tool('kind', undefined, signal);
            const kubectl = await (0,kubectl_for/* obtainKubectl */.y)(toolchain, kubernetes, signal);
            await (0,leftovers.sweepNoted)(docker, note, signal);
            const name = (0,remains/* formatClusterName */.LS)((0,owner/* formatOwner */.Vu)(), ++made);
            const ref = await obtainNodeImage(image, mirrors, { docker, note }, signal);
            scope.defer(() => (0,remains/* removeCluster */.hS)(name, docker, AbortSignal.timeout(REMOVAL_MS)));
            await makeNetwork(name, docker, signal);
            const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
            const kindEnv = {
                ...(0,engine/* pickEngineEnv */.$d)(env),
                KIND_EXPERIMENTAL_PROVIDER: 'docker',
                KIND_EXPERIMENTAL_DOCKER_NETWORK: name
            };
            const runKind = (args, within, input) => processes.run([kind.path, ...args], {
                env: kindEnv,
                signal: within,
                onLine: (line) => note(line.trim()),
                ...(input !== undefined && { input })
            });
            const saveLogs = async (to, within) => {
                await runKind(['export', 'logs', to, '--name', name], within).catch(async (error) => {
                    if ((await files.list(to)).length === 0)
                        throw error;
                });
            };
            const limit = AbortSignal.timeout(PATIENCE_MS);
            const booting = AbortSignal.any([signal, limit]);
            try {
                note(`kind creates ${name} from ${ref}`);
                await runKind(formatCreateArguments(name, ref, kubeconfig), booting, CONFIG);
                const { connection } = await (0,kubernetes_kubeconfig.readKubeconfig)(kubeconfig, (file) => files.read(file));
                const client = scope.use((0,kubernetes_client/* openKubernetesApi */.H)(connection));
                await (0,until/* waitUntil */.a)(booting, () => isUsable(client, booting));
                const version = await client.call('GET', '/version', { signal: booting });
                const lost = new AbortController();
                scope.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')));
                const owned = scope.move();
                return {
                    provider: 'kind',
                    server: (0,json/* readTextAt */.Tw)(version.body, 'gitVersion'),
                    api: (0,guarded/* guardApi */.E)(client, lost.signal),
                    kubeconfig,
                    kubectl: kubectl.path,
                    load: async (archive, within) => void (await runKind(['load', 'image-archive', archive, '--name', name], within)),
                    saveLogs,
                    simulate: undefined,
                    [Symbol.asyncDispose]: () => owned.disposeAsync()
                };
            }
            catch (error) {
                signal.throwIfAborted();
                const logs = (0,external_node_path_.join)(options.logs, `kubernetes-${kubernetes}`);
                const saved = await saveLogs(logs, AbortSignal.timeout(REMOVAL_MS)).then(() => `Its logs are in ${logs}.`, (why) => `Its logs could not be saved: ${String(why)}`);
                if (error instanceof errors/* Failure */.H || limit.aborted)
                    throw makeBootFailure(kubernetes, error, limit.aborted, saved);
                throw error;
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    },
    sweep: async (signal) => void (await (0,leftovers.sweepEngine)(options, signal))
});
const makeBootFailure = (kubernetes, error, late, saved) => new errors/* Failure */.H(error instanceof errors/* Failure */.H && !late ? error.kind : 'environment', late
    ? `the kind cluster of Kubernetes ${kubernetes} was not ready after ${PATIENCE_MS / 1000} s`
    : `the kind cluster of Kubernetes ${kubernetes} did not come up: ${error.message}`, { hint: saved, cause: error instanceof errors/* Failure */.H ? error.cause : error });
const formatCreateArguments = (name, image, kubeconfig) => [
    ...['create', 'cluster', '--name', name, '--image', image, '--config', '-'],
    ...['--kubeconfig', kubeconfig, '--wait', '120s'],
    '--retain'
];
const CONFIG = JSON.stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: [{ role: 'control-plane' }],
    kubeadmConfigPatches: [
        JSON.stringify({ kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', failCgroupV1: false })
    ]
});
const makeNetwork = (name, docker, signal) => docker([
    ...['network', 'create', '--driver', 'bridge', '--label', `${remains/* NETWORK_LABEL */.Yp}=${name}`],
    ...['--opt', 'com.docker.network.bridge.enable_ip_masquerade=true', name]
], signal);
async function isUsable(api, signal) {
    const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal });
    const nodes = await api.call('GET', '/api/v1/nodes', { signal });
    const ready = (0,json/* readObjectsAt */.s0)(nodes.body, 'items').some((node) => (0,json/* readObjectsAt */.s0)(node, 'status', 'conditions').some((one) => (0,json/* readAt */.m6)(one, 'type') === 'Ready' && (0,json/* readAt */.m6)(one, 'status') === 'True'));
    return account.status === 200 && ready;
}


/***/ }),

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


/***/ }),

/***/ 94174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ waitUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const POLL_MS = 10;
async function waitUntil(signal, holds) {
    for (signal.throwIfAborted(); !(await holds());)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS, undefined, { signal });
}


/***/ })

};
