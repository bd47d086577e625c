export const id = 24;
export const ids = [24];
export const modules = {

/***/ 8174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** How long after a broken connection the end of a program may show, in milliseconds. */
const SHOWS_MS = 500;
/** The API until `lost` aborts: from then on every call and every watch rejects with its reason, also those under way. */
function guarded(api, lost) {
    const and = (signal) => AbortSignal.any(signal ? [signal, lost] : [lost]);
    /** A lost connection is the first that is seen of a program's end; its reason says more. */
    const reason = async (error, signal) => {
        if (signal?.aborted)
            return signal.reason;
        if (!lost.aborted)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(SHOWS_MS, undefined, { signal: lost }).catch(() => undefined);
        return lost.aborted ? lost.reason : error;
    };
    return {
        async call(method, path, options = {}) {
            try {
                return await api.call(method, path, { ...options, signal: and(options.signal) });
            }
            catch (error) {
                throw await reason(error, options.signal);
            }
        },
        async *watch(path, signal, query) {
            try {
                yield* api.watch(path, and(signal), query);
            }
            catch (error) {
                throw await reason(error, signal);
            }
            // A watch ends silently when its signal aborts; the caller's did not.
            if (!signal.aborted)
                lost.throwIfAborted();
        }
    };
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


/***/ }),

/***/ 4024:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kindClusters: () => (/* binding */ kindClusters)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/adapters/kubernetes/client.ts + 4 modules
var kubernetes_client = __webpack_require__(7673);
// EXTERNAL MODULE: ./src/adapters/kubernetes/kubeconfig.ts
var kubernetes_kubeconfig = __webpack_require__(4966);
// EXTERNAL MODULE: ./src/adapters/owner.ts
var adapters_owner = __webpack_require__(7175);
// EXTERNAL MODULE: ./src/adapters/toolchain/machine.ts
var machine = __webpack_require__(1225);
// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __webpack_require__(8826);
// EXTERNAL MODULE: ./src/adapters/clusters/guarded.ts
var guarded = __webpack_require__(8174);
// EXTERNAL MODULE: ./src/adapters/clusters/kubectl-for.ts
var kubectl_for = __webpack_require__(2690);
// EXTERNAL MODULE: ./src/adapters/clusters/until.ts
var until = __webpack_require__(4174);
// EXTERNAL MODULE: ./src/adapters/clusters/kind/engine.ts
var engine = __webpack_require__(1279);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/adapters/clusters/kind/image.ts


/** Milliseconds before round 2, 3, … over all places. */
const WAITS = [1000, 5000, 15_000];
/** How long one pull of half a gigabyte may take, in milliseconds. */
const PULL_MS = 600_000;
/**
 * The node image in the engine, pulled when it is not there: from where its name says, else from the mirrors, each by
 * the pinned digest, which the engine checks. Resolves with the reference under which it lies there. Rejects with an
 * 'environment' Failure that has each place's own words.
 */
async function nodeImage({ image, version }, mirrors, docker, note, signal, waits = WAITS) {
    const places = [image, ...mirrors.map((mirror) => `${mirror}/${image}`)];
    for (const place of places)
        if (await isThere(place, docker, signal))
            return place;
    for (let round = 0;; round++) {
        const refusals = [];
        for (const place of places) {
            note(`pulling ${place} (Kubernetes ${version})`);
            const refusal = await pull(place, docker, signal);
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
const isThere = (ref, docker, signal) => docker(['image', 'inspect', '--format', '{{.Id}}', ref], signal).then(() => true, (error) => {
    if (error instanceof errors/* Failure */.H && error.kind === 'command')
        return false;
    throw error;
});
/** What the engine said when it could not, in a line. */
async function pull(ref, docker, signal) {
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

;// CONCATENATED MODULE: ./src/adapters/clusters/kind/remains.ts



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
            throw new errors/* Failure */.H('environment', `the cluster ${name} does not go: ${JSON.stringify(left)}`, {
                hint: `By hand: docker rm -f -v $(docker ps -aq --filter label=${KIND_LABEL}=${name}); docker network rm ${name}`
            });
        // What is on its way out refuses a second removal: the next look tells.
        if (left.containers.length)
            await docker(['rm', '-f', '-v', ...left.containers], signal).catch(onlyRefusals);
        else if (left.networks.length)
            await docker(['network', 'rm', ...left.networks], signal).catch(onlyRefusals);
        if (quiet < 2)
            await (0,promises_.setTimeout)(quiet === 1 ? 100 : 20, undefined, { signal });
    }
}
const onlyRefusals = (error) => {
    if (error instanceof errors/* Failure */.H && error.kind === 'command')
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
/** `created` as docker prints it: `2026-11-22 14:03:11.5 +0000 UTC`. */
function isLeft(name, created) {
    const owner = name.startsWith('slipway-') ? (0,adapters_owner/* parseOwner */.pZ)(name) : undefined;
    if (!owner)
        return false;
    const life = (0,adapters_owner/* lifeOf */.c_)(owner);
    const age = Date.now() - Date.parse(created.replace(/ [A-Z]{2,5}$/, ''));
    return life === 'dead' || (life === 'elsewhere' && age > OLD_MS);
}
const lines = (text) => text.split('\n').filter(Boolean);

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














/** How long kind may take in milliseconds, the pull left out: it needs 22 s on two quiet cores. */
const kind_PATIENCE_MS = 300_000;
/** For cleaning up, which the end of a run does not stop, in milliseconds. */
const REMOVAL_MS = 90_000;
let made = 0;
/**
 * Real clusters of one node in a container, by kind in a Docker engine. Each has a name and a network of its own, so
 * that runs that share an engine do not meet. What killed runs left in the engine is removed first. A cluster that does
 * not come up leaves its logs in a folder and nothing else.
 */
const kindClusters = ({ mirrors }, options) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { toolchain, processes, files, env, note, images = pins/* KIND */.Nd.images } = options;
            signal.throwIfAborted();
            const image = images[kubernetes];
            if (!image)
                throw new errors/* Failure */.H('input', `there is no kind node image for Kubernetes ${kubernetes}`, {
                    hint: `Offered: ${Object.keys(images).join(', ')}.`
                });
            const path = await (0,machine/* which */.K7)('docker', env, options.platform);
            if (path === undefined)
                throw new errors/* Failure */.H('environment', 'kind needs a container engine, and docker is not on PATH', {
                    hint: 'Install Docker, or use --cluster control-plane.'
                });
            const docker = (0,engine/* dockerAt */.c)(path, processes.run, env);
            const kind = await toolchain.tool('kind', undefined, signal);
            const kubectl = await (0,kubectl_for/* kubectlFor */.A)(toolchain, kubernetes, signal);
            for (const name of await sweepKind(docker, signal))
                note(`a killed run had left the cluster ${name}; it is removed`);
            const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const { path: folder } = stack.use(await files.scratch('kind'));
            const name = clusterName((0,adapters_owner/* owner */.eC)(), ++made);
            const ref = await nodeImage(image, mirrors, docker, note, signal);
            // Not under the run's signal: a run that was stopped still cleans up.
            stack.defer(() => removeCluster(name, docker, AbortSignal.timeout(REMOVAL_MS)));
            await network(name, docker, signal);
            const kubeconfig = (0,external_node_path_.join)(folder, 'kubeconfig');
            const kindEnv = { ...(0,engine/* engineEnv */.a)(env), KIND_EXPERIMENTAL_PROVIDER: 'docker', KIND_EXPERIMENTAL_DOCKER_NETWORK: name };
            const runKind = (args, within, input) => processes.run([kind.path, ...args], {
                env: kindEnv,
                signal: within,
                onLine: (line) => note(line.trim()),
                ...(input !== undefined && { input })
            });
            const saveLogs = async (to, within) => {
                await runKind(['export', 'logs', to, '--name', name], within).catch(async (error) => {
                    // It fails when one of many cannot be had, and saves the others: of a broken node some never can.
                    if ((await files.list(to)).length === 0)
                        throw error;
                });
            };
            const limit = AbortSignal.timeout(kind_PATIENCE_MS);
            const booting = AbortSignal.any([signal, limit]);
            try {
                note(`kind creates ${name} from ${ref}`);
                await runKind(create(name, ref, kubeconfig), booting, CONFIG);
                const { connection } = await (0,kubernetes_kubeconfig/* readKubeconfig */.U)(kubeconfig, (file) => files.read(file));
                const client = stack.use((0,kubernetes_client/* kubernetesApi */.H)(connection));
                // kind's own wait ends with success when its time is over.
                await (0,until/* until */.T)(booting, () => isUsable(client, booting));
                const version = await client.call('GET', '/version', { signal: booting });
                const lost = new AbortController();
                stack.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')));
                const owned = stack.move();
                return {
                    provider: 'kind',
                    server: (0,json/* textAt */.$6)(version.body, 'gitVersion'),
                    api: (0,guarded/* guarded */.N)(client, lost.signal),
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
                    throw notUp(kubernetes, error, limit.aborted, saved);
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
    }
});
const notUp = (kubernetes, error, late, saved) => new errors/* Failure */.H(error instanceof errors/* Failure */.H && !late ? error.kind : 'environment', late
    ? `the kind cluster of Kubernetes ${kubernetes} was not ready after ${kind_PATIENCE_MS / 1000} s`
    : `the kind cluster of Kubernetes ${kubernetes} did not come up: ${error.message}`, { hint: saved, cause: error instanceof errors/* Failure */.H ? error.cause : error });
const create = (name, image, kubeconfig) => [
    ...['create', 'cluster', '--name', name, '--image', image, '--config', '-'],
    ...['--kubeconfig', kubeconfig, '--wait', '120s'],
    // Its containers stay when it fails, so that their logs can be saved; then they go all the same.
    '--retain'
];
/** JSON is YAML. The API server listens on a free port of loopback, as kind does by itself. */
const CONFIG = JSON.stringify({
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    nodes: [{ role: 'control-plane' }],
    // Since 1.35 a kubelet does not start on cgroup v1 unless told so; elsewhere it changes nothing.
    kubeadmConfigPatches: [
        JSON.stringify({ kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', failCgroupV1: false })
    ]
});
/** As kind makes its own, but one for each cluster and with a label, by which it is found again. */
const network = (name, docker, signal) => docker([
    ...['network', 'create', '--driver', 'bridge', '--label', `${NETWORK_LABEL}=${name}`],
    ...['--opt', 'com.docker.network.bridge.enable_ip_masquerade=true', name]
], signal);
async function isUsable(api, signal) {
    const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal });
    const nodes = await api.call('GET', '/api/v1/nodes', { signal });
    const ready = (0,json/* objectsAt */.yR)(nodes.body, 'items').some((node) => (0,json/* objectsAt */.yR)(node, 'status', 'conditions').some((one) => (0,json.at)(one, 'type') === 'Ready' && (0,json.at)(one, 'status') === 'True'));
    return account.status === 200 && ready;
}


/***/ }),

/***/ 2690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ kubectlFor)
/* harmony export */ });
/* unused harmony export kubectlMinor */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _toolchain_pins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8826);


/**
 * The minor of the kubectl for a server's minor: its own where it is pinned, else one beside it, which Kubernetes
 * supports (kubernetes.io, "Version Skew Policy": kubectl is supported within one minor of kube-apiserver, older or
 * newer). The newer neighbour is taken first.
 */
function kubectlMinor(server, pinned = Object.keys(_toolchain_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .KUBERNETES */ .pS)) {
    const minor = Number(server.split('.')[1]);
    const found = [minor, minor + 1, minor - 1].map((near) => `1.${near}`).find((near) => pinned.includes(near));
    if (found !== undefined)
        return found;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `there is no kubectl for Kubernetes ${server}: pinned are ${pinned.join(', ')}`, {
        hint: 'kubectl works within one minor of the server.'
    });
}
const kubectlFor = (toolchain, server, signal) => toolchain.tool('kubectl', kubectlMinor(server), signal);


/***/ }),

/***/ 4174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const POLL_MS = 10;
/** Asks again and again until it holds; rejects when the signal aborts. */
async function until(signal, holds) {
    for (signal.throwIfAborted(); !(await holds());)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS, undefined, { signal });
}


/***/ }),

/***/ 7673:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ kubernetesApi)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/transport.ts



/** API servers keep an idle connection for at least 90 s; we let go of it before, so that they never meet us half-way. */
const IDLE_MS = 45_000;
/** Connections for requests that end; more wait in line. */
const CONNECTIONS = 16;
function transport(connection) {
    const { server } = connection;
    const client = server.protocol === 'http:' ? external_node_http_ : external_node_https_;
    const tls = {
        ...(connection.ca !== undefined && { ca: connection.ca }),
        ...(connection.certificate !== undefined && { cert: connection.certificate }),
        ...(connection.key !== undefined && { key: connection.key }),
        ...(connection.servername !== undefined && { servername: connection.servername }),
        ...(connection.insecure && { rejectUnauthorized: false })
    };
    const agent = new client.Agent({ ...tls, keepAlive: true, timeout: IDLE_MS, maxSockets: CONNECTIONS });
    const longAgent = new client.Agent(tls);
    const failure = (cause) => new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} does not answer: ${reasonOf(cause)}`, {
        hint: 'Check that this cluster runs and that its kubeconfig is current.',
        cause
    });
    const once = (request) => new Promise((resolve, reject) => {
        const { method, query, body, signal, silence } = request;
        const path = server.pathname.replace(/\/$/, '') + request.path;
        const search = query && new URLSearchParams(query).toString();
        const sent = client.request({
            agent: request.long ? longAgent : agent,
            method,
            host: server.hostname.replace(/^\[|\]$/g, ''),
            port: server.port,
            path: search ? `${path}?${search}` : path,
            headers: {
                accept: request.accept ?? 'application/json',
                'user-agent': 'slipway',
                ...(connection.token !== undefined && { authorization: `Bearer ${connection.token}` }),
                ...(body !== undefined && { 'content-type': request.contentType, 'content-length': Buffer.byteLength(body) })
            },
            // Derived, so that many requests may share one signal without a warning about its listeners.
            ...(signal && { signal: AbortSignal.any([signal]) })
        });
        sent.setTimeout(silence, () => sent.destroy(new Error(`silent for ${silence / 1000} s`)));
        sent.once('response', resolve);
        sent.once('error', (error) => reject(new Unsent(error, sent.reusedSocket && codeOf(error) === 'ECONNRESET')));
        sent.end(body);
    });
    return {
        async send(request) {
            request.signal?.throwIfAborted();
            for (let tries = 1;; tries++) {
                try {
                    return await once(request);
                }
                catch (error) {
                    request.signal?.throwIfAborted();
                    // A kept connection that the server closed as we wrote: what only reads is asked again, on a new one.
                    if (error instanceof Unsent && error.stale && request.method === 'GET' && tries < 3)
                        continue;
                    throw failure(error instanceof Unsent ? error.cause : error);
                }
            }
        },
        async text(answer, { signal }, limit) {
            const chunks = [];
            let size = 0;
            try {
                for await (const chunk of answer) {
                    size += chunk.length;
                    // Leaving the loop closes the connection.
                    if (size > limit)
                        break;
                    chunks.push(chunk);
                }
            }
            catch (error) {
                signal?.throwIfAborted();
                throw failure(error);
            }
            if (size > limit)
                throw new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} answered with more than ${limit} bytes`, {
                    hint: 'Ask for less: a label selector, or a limit.'
                });
            return Buffer.concat(chunks).toString('utf8');
        },
        [Symbol.dispose]() {
            agent.destroy();
            longAgent.destroy();
        }
    };
}
class Unsent extends Error {
    stale;
    constructor(cause, stale) {
        super('not sent', { cause });
        this.stale = stale;
    }
}
const codeOf = (error) => error?.code ?? '';
const reasonOf = (error) => {
    const { message } = error;
    return message === '' ? codeOf(error) : message;
};

;// CONCATENATED MODULE: ./src/adapters/kubernetes/warnings.ts
const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g;
/** The texts of Warning headers (RFC 9110, appendix: `299 - "text"`), in order; several may stand in one header. */
const warnings = (headers = []) => headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/ndjson.ts
/** Objects of more than this many bytes end the reading: etcd takes 1.5 MiB, and JSON is a few times that. */
const LINE_LIMIT = 16 * 1024 * 1024;
/** The JSON values of a stream, one a line. An unfinished last line is dropped: the connection broke in it. */
async function* ndjson(bytes, limit = LINE_LIMIT) {
    let parts = [];
    let size = 0;
    for await (const chunk of bytes) {
        let start = 0;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
            // Joined before it is decoded: a character may lie across two chunks.
            const line = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
            parts = [];
            size = 0;
            start = end + 1;
            if (line.trim() !== '')
                yield JSON.parse(line);
        }
        parts.push(chunk.subarray(start));
        size += chunk.length - start;
        if (size > limit)
            throw new Error(`a line of more than ${limit} bytes`);
    }
}

;// CONCATENATED MODULE: ./src/adapters/kubernetes/watch.ts




/** The server ends a watch after this many seconds, and we go on with a new one; bookmarks come about every minute. */
const WATCH_SECONDS = 300;
const PAGE = 500;
const PATIENCE_MS = 30_000;
/** Answers to a list or watch that asking again does not change. 409, 410 and 429 are not among them. */
const FINAL = [400, 401, 403, 404, 405, 406, 422];
/**
 * What is there as ADDED, then every change, until the signal aborts; then the iteration ends without an error. A
 * watch that breaks goes on where it was. When the server no longer knows that place, the list is read again: ADDED
 * for all that is there, DELETED (as last seen) for what went meanwhile. Rejects with an 'environment' Failure when the
 * server refuses, or does not answer for `patience` milliseconds.
 */
async function* watch(client, path, signal, query = {}) {
    const known = new Map();
    let version;
    let lastAnswer = Date.now();
    let pause = 0;
    while (!signal.aborted) {
        try {
            if (version === undefined) {
                const listed = await list(client, path, signal, query);
                lastAnswer = Date.now();
                for (const [id, object] of without(known, listed.items)) {
                    known.delete(id);
                    yield { type: 'DELETED', object };
                }
                for (const object of listed.items) {
                    known.set(idOf(object), object);
                    yield { type: 'ADDED', object };
                }
                version = listed.version;
            }
            for await (const { type, object } of changes(client, path, signal, query, version)) {
                lastAnswer = Date.now();
                pause = 0;
                if (type === 'ERROR') {
                    // Mostly 410: the server no longer has the history from there on.
                    version = undefined;
                    break;
                }
                version = (0,json/* textAt */.$6)(object, 'metadata', 'resourceVersion');
                if (type === 'BOOKMARK')
                    continue;
                if (type === 'DELETED')
                    known.delete(idOf(object));
                else
                    known.set(idOf(object), object);
                yield { type, object };
            }
        }
        catch (error) {
            if (signal.aborted)
                return;
            if (error instanceof Refused) {
                if (error.status === 410)
                    version = undefined;
                else if (FINAL.includes(error.status))
                    throw error.failure;
            }
            const cause = error instanceof Refused ? error.failure : error;
            if (!(cause instanceof errors/* Failure */.H) || Date.now() - lastAnswer > (client.patience ?? PATIENCE_MS))
                throw cause;
        }
        await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(Math.max(pause * 2, 20), 1000);
    }
}
/** The whole list, in pages of one snapshot. Items get the apiVersion and kind that a list leaves out. */
async function list({ ask, page: size = PAGE }, path, signal, query) {
    const items = [];
    let next = '';
    for (;;) {
        const page = { ...query, limit: `${size}`, ...(next !== '' && { continue: next }) };
        const { status, body } = await ask({ method: 'GET', path, query: page, signal, silence: 75_000 });
        if (status !== 200)
            throw new Refused(status, path, body);
        const kind = (0,json/* textAt */.$6)(body, 'kind').replace(/List$/, '');
        const apiVersion = (0,json/* textAt */.$6)(body, 'apiVersion');
        for (const item of (0,json/* objectsAt */.yR)(body, 'items'))
            items.push({ apiVersion, kind, ...item });
        next = (0,json/* textAt */.$6)(body, 'metadata', 'continue');
        if (next === '')
            return { items, version: (0,json/* textAt */.$6)(body, 'metadata', 'resourceVersion') };
    }
}
async function* changes({ link }, path, signal, query, resourceVersion) {
    const request = {
        method: 'GET',
        path,
        query: { ...query, watch: '1', allowWatchBookmarks: 'true', resourceVersion, timeoutSeconds: `${WATCH_SECONDS}` },
        signal,
        silence: (WATCH_SECONDS + 30) * 1000,
        long: true
    };
    const answer = await link.send(request);
    if (answer.statusCode !== 200) {
        const text = await link.text(answer, request, 1024 * 1024);
        throw new Refused(answer.statusCode ?? 0, path, { text });
    }
    try {
        for await (const value of ndjson(answer)) {
            const object = (0,json.at)(value, 'object');
            if ((0,json/* isObject */.Gv)(object))
                yield { type: (0,json/* textAt */.$6)(value, 'type'), object };
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new errors/* Failure */.H('environment', `the watch of ${path} broke: ${cause.message}`, { cause });
    }
}
class Refused extends Error {
    status;
    failure;
    constructor(status, path, body) {
        super('refused');
        this.status = status;
        const said = (0,json/* textAt */.$6)(body, 'message') || (0,json/* textAt */.$6)(body, 'text').trim();
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers ${status} (${said})`, {
            hint: 'Check the path, and that this user may list and watch it.'
        });
    }
}
const idOf = (object) => (0,json/* textAt */.$6)(object, 'metadata', 'uid') ||
    `${(0,json/* textAt */.$6)(object, 'metadata', 'namespace')}/${(0,json/* textAt */.$6)(object, 'metadata', 'name')}`;
function without(known, items) {
    const present = new Set(items.map(idOf));
    return [...known].filter(([id]) => !present.has(id));
}

;// CONCATENATED MODULE: ./src/adapters/kubernetes/client.ts



/** Names of the patch formats in HTTP. JSON is YAML, so an apply patch is sent as it is. */
const PATCH_TYPES = {
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
    json: 'application/json-patch+json',
    apply: 'application/apply-patch+yaml'
};
/** Bounds: an answer's size in bytes, a silence in milliseconds (the server's own limit for a request is 60 s). */
const BODY_LIMIT = 64 * 1024 * 1024;
const SILENCE_MS = 75_000;
/**
 * The Kubernetes API over kept HTTPS connections, which disposing closes. No answer within 75 s, none at all, or one
 * of more than 64 MiB is an 'environment' Failure; an abort rejects with the signal's reason. A lost request is
 * repeated only when it was a GET on a kept connection.
 */
function kubernetesApi(connection, options = {}) {
    const link = transport(connection);
    const ask = asker(link, options.bodyLimit ?? BODY_LIMIT);
    return {
        call(method, path, { body, patch, query, table, signal } = {}) {
            const apply = method === 'PATCH' && patch === 'apply';
            return ask({
                method,
                path,
                query: { ...(apply && { fieldManager: 'slipway' }), ...query },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(table === true && { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }),
                contentType: method === 'PATCH' ? PATCH_TYPES[patch ?? 'merge'] : 'application/json',
                signal,
                silence: SILENCE_MS
            });
        },
        watch: (path, signal, query) => watch({ link, ask, ...options }, path, signal, query),
        [Symbol.dispose]: () => link[Symbol.dispose]()
    };
}
const asker = (link, limit) => async (request) => {
    const answer = await link.send(request);
    const text = await link.text(answer, request, limit);
    return { status: answer.statusCode ?? 0, body: parse(text), warnings: warnings(answer.headersDistinct['warning']) };
};
const parse = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return { text };
    }
};


/***/ })

};
