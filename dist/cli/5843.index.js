export const id = 5843;
export const ids = [5843,2591];
export const modules = {

/***/ 62591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lendCluster: () => (/* binding */ lendCluster),
  readServerVersion: () => (/* binding */ readServerVersion)
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
var kubeconfig = __webpack_require__(74966);
// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var machine_owner = __webpack_require__(60309);
// EXTERNAL MODULE: ./src/adapters/clusters/kubectl-for.ts
var kubectl_for = __webpack_require__(82690);
// EXTERNAL MODULE: ./src/adapters/clusters/guarded.ts
var guarded = __webpack_require__(8174);
;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/allowed.ts


const INSIDE = [
    ...['configmaps', 'endpoints', 'endpointslices', 'events', 'horizontalpodautoscalers', 'leases', 'limitranges'],
    ...['networkpolicies', 'poddisruptionbudgets', 'resourcequotas', 'rolebindings', 'roles', 'secrets'],
    ...['serviceaccounts', 'services']
];
const OUTSIDE = ['clusterrolebindings', 'clusterroles', 'customresourcedefinitions', 'namespaces'];
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const CLUSTER_ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles';
const OPEN_SERVICES = ['LoadBalancer', 'NodePort', 'ExternalName'];
function refuseReaching(place, body, isMade) {
    const { resource, namespace, version } = place;
    if (!isAllowed(place, isMade))
        throw makeReachFailure(`${resource} (${version.replace(/^\/apis?\//, '')})`, 'may act on others than the trial');
    if (resource === 'services')
        refuseOpenService(body);
    if (resource === 'rolebindings' || resource === 'clusterrolebindings')
        refuseBinding(resource, namespace, body, isMade);
}
function isAllowed({ version, namespace, resource }, isMade) {
    const group = /^\/apis\/([^/]+)\//.exec(version)?.[1] ?? '';
    if (isMade(`${CRDS}/${resource}.${group}`))
        return true;
    if (isBuiltIn(group))
        return (namespace === undefined ? OUTSIDE : INSIDE).includes(resource);
    return namespace !== undefined;
}
const isBuiltIn = (group) => group !== 'gateway.networking.k8s.io' &&
    !group.endsWith('.x-k8s.io') &&
    (!group.includes('.') || /(^|\.)k8s\.io$/.test(group));
function refuseOpenService(body) {
    const type = (0,json/* readTextAt */.Tw)(body, 'spec', 'type');
    if (OPEN_SERVICES.includes(type))
        throw makeReachFailure(`a Service of type ${type}`, 'opens ways out of the trial');
    for (const field of ['externalIPs', 'loadBalancerIP', 'externalName'])
        if ((0,json/* readAt */.m6)(body, 'spec', field) !== undefined)
            throw makeReachFailure(`a Service with ${field}`, 'opens ways out of the trial');
}
function refuseBinding(resource, namespace, body, isMade) {
    const [kind, name] = [(0,json/* readTextAt */.Tw)(body, 'roleRef', 'kind'), (0,json/* readTextAt */.Tw)(body, 'roleRef', 'name')];
    if (kind === 'ClusterRole' && !isMade(`${CLUSTER_ROLES}/${name}`))
        throw makeReachFailure(`${resource} of the ClusterRole ${name}`, 'give rights that this run did not make');
    for (const subject of (0,json/* readObjectsAt */.s0)(body, 'subjects')) {
        const place = (0,json/* readTextAt */.Tw)(subject, 'namespace') || (namespace ?? '');
        if ((0,json/* readTextAt */.Tw)(subject, 'kind') !== 'ServiceAccount' || !isMade(`/api/v1/namespaces/${place}`))
            throw makeReachFailure(`${resource} for the ${(0,json/* readTextAt */.Tw)(subject, 'kind')} ${(0,json/* readTextAt */.Tw)(subject, 'name')}`, 'give rights to others than the trial');
    }
}
const makeReachFailure = (what, why) => new errors/* Failure */.H('environment', `${what} ${why}, so none is made on a cluster that is not this run's own`, {
    hint: 'Leave it out of the manifests of this workload, or use a cluster of its own: --cluster control-plane or kind.'
});

// EXTERNAL MODULE: ./src/adapters/clusters/kubeconfig/place.ts
var kubeconfig_place = __webpack_require__(70355);
;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/owned.ts




const OWNER_LABEL = 'slipway-owner';
const owned_CRDS = 'customresourcedefinitions';
const JOINS = 'rbac.authorization.k8s.io/aggregate-to-';
function restrictToOwned(api, { owner, crds, note }) {
    const made = new Map();
    const adopted = new Map();
    const remember = (place, reply) => {
        const name = (0,json/* readTextAt */.Tw)(reply.body, 'metadata', 'name');
        if (reply.status === 201) {
            const path = (0,kubeconfig_place/* formatObjectPath */.gq)({ ...place, name });
            made.set(path, { path, uid: (0,json/* readTextAt */.Tw)(reply.body, 'metadata', 'uid') });
        }
        return reply;
    };
    const create = async (place, options) => {
        return remember(place, await api.call('POST', place.collection, {
            ...(options.signal && { signal: options.signal }),
            query: { fieldManager: 'slipway', ...dropForce(options.query) },
            body: addOwnerLabel(options.body, owner)
        }));
    };
    const applyOutside = async (place, options) => {
        const path = (0,kubeconfig_place/* formatObjectPath */.gq)(place);
        const there = await api.call('GET', path, options.signal ? { signal: options.signal } : {});
        if (there.status === 404)
            return create(place, options);
        if (there.status !== 200)
            return there;
        if (place.resource !== owned_CRDS || crds === 'refuse')
            throw makeExistingFailure(place, crds);
        if (adopted.has(path) && !(0,json/* isSame */.Ft)(adopted.get(path) ?? null, options.body ?? null))
            throw new errors/* Failure */.H('environment', `${place.resource} ${place.name} was adopted, and would now be changed`, {
                hint: 'This suite changes CRDs: run it on a cluster of its own (--cluster control-plane or kind).'
            });
        adopted.set(path, options.body);
        note(`${place.name} is there already and is used as it is`);
        return there;
    };
    const call = async (method, path, options = {}) => {
        const place = (0,kubeconfig_place/* parseApiPath */.pp)(path);
        if (method === 'GET' || !place)
            return api.call(method, path, options);
        if (method === 'POST' && (0,kubeconfig_place/* isQuestion */.J6)(place))
            return api.call(method, path, options);
        if (method !== 'DELETE' && place.part === undefined)
            refuseReaching(place, options.body, (path) => made.has(path));
        if (place.namespace !== undefined) {
            if (made.has(`/api/v1/namespaces/${place.namespace}`))
                return api.call(method, path, options);
            throw makeForeignFailure(`${place.resource} in namespace ${place.namespace}`);
        }
        if (method === 'POST' && place.name === undefined)
            return createOutside(place, options);
        if (place.name === undefined)
            throw makeForeignFailure(`all ${place.resource}`);
        if (made.has((0,kubeconfig_place/* formatObjectPath */.gq)(place)))
            return api.call(method, path, options);
        if (method === 'PATCH' && options.patch === 'apply')
            return applyOutside(place, options);
        throw makeForeignFailure(`${place.resource} ${place.name}`);
    };
    const createOutside = async (place, options) => {
        const name = (0,json/* readTextAt */.Tw)(options.body, 'metadata', 'name');
        return place.resource === owned_CRDS && name !== '' ? applyOutside({ ...place, name }, options) : create(place, options);
    };
    return {
        call,
        watch: (path, signal, query) => api.watch(path, signal, query),
        get made() {
            return [...made.values()];
        }
    };
}
const dropForce = (query = {}) => Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'force'));
const addOwnerLabel = (body, owner) => ({
    ...(0,json/* readFields */.qU)(body),
    metadata: {
        ...(0,json/* readFields */.qU)((0,json/* readAt */.m6)(body, 'metadata')),
        labels: {
            ...Object.fromEntries(Object.entries((0,json/* readFields */.qU)((0,json/* readAt */.m6)(body, 'metadata', 'labels'))).filter(([name]) => !name.startsWith(JOINS))),
            [OWNER_LABEL]: owner
        }
    }
});
const makeForeignFailure = (what) => new errors/* Failure */.H('environment', `this run did not make ${what}, so it does not write there`, {
    hint: 'On a cluster that already runs, a trial keeps to what it made. Use --cluster control-plane or kind for it.'
});
const makeExistingFailure = ({ resource, name }, crds) => new errors/* Failure */.H('environment', `${resource} ${name} is in the cluster already, and is not ours to change`, {
    hint: resource === owned_CRDS && crds === 'refuse'
        ? 'Use it as it is: --existing-crds adopt. Or use a cluster of its own: --cluster control-plane or kind.'
        : 'Use a cluster of its own: --cluster control-plane or kind.'
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/crds/api.ts
var crds_api = __webpack_require__(67044);
;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/removal.ts






const PATIENCE_MS = 120_000;
const OLD_MS = 24 * 3_600_000;
const SWEPT = [
    '/api/v1/namespaces',
    '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles',
    '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
];
const TRIES = 3;
async function listLabelled(api, owner, known, unread, signal) {
    const found = [];
    for (const collection of SWEPT) {
        const query = { labelSelector: `${OWNER_LABEL}=${owner}` };
        const reply = await retryWork(() => api.call('GET', collection, { query, signal }), signal);
        if (reply instanceof Error)
            unread(`${collection.split('/').at(-1)}: ${reply.message}`);
        else if (reply.status === 200)
            found.push(...(0,json/* readObjectsAt */.s0)(reply.body, 'items').map((one) => readOwnedObject(collection, one)));
    }
    return [...found.reverse().filter(({ uid }) => !known.some((one) => one.uid === uid)), ...known];
}
async function retryWork(work, signal) {
    for (let tries = 1;; tries++)
        try {
            return await work();
        }
        catch (error) {
            if (tries === TRIES || signal.aborted)
                return error instanceof Error ? error : new Error(String(error));
            await (0,promises_.setTimeout)(100 * tries);
        }
}
const readOwnedObject = (collection, object) => ({
    path: `${collection}/${(0,json/* readTextAt */.Tw)(object, 'metadata', 'name')}`,
    uid: (0,json/* readTextAt */.Tw)(object, 'metadata', 'uid')
});
async function removeMade(api, made, signal, already = []) {
    const stuck = [...already];
    const isNamespace = ({ path }) => path.startsWith('/api/v1/namespaces/');
    const reversed = [...made].reverse();
    for (const group of [reversed.filter(isNamespace), reversed.filter((one) => !isNamespace(one))])
        await Promise.all(group.map(async (one) => {
            const why = await removeObject(api, one, signal).catch((error) => String(error));
            if (why !== undefined)
                stuck.push(`${one.path.split('/').slice(-2).join(' ')}: ${why}`);
        }));
    if (stuck.length)
        throw new errors/* Failure */.H('environment', `this run leaves something in the cluster: ${stuck.join('; ')}`, {
            hint: 'See what holds it (kubectl get … -o yaml: finalizers), let it go, and delete it by hand.'
        });
}
async function removeObject(api, { path, uid }, signal) {
    const started = Date.now();
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid }, propagationPolicy: 'Background' };
    let refusal = '';
    let woken = 0;
    for (let pause = 20;; pause = Math.min(pause * 2, 1000)) {
        const there = await retryWork(() => api.call('GET', path, { signal }), signal);
        if (there instanceof Error)
            return there.message;
        if (there.status === 404 || (there.status === 200 && (0,json/* readTextAt */.Tw)(there.body, 'metadata', 'uid') !== uid))
            return undefined;
        if ((0,json/* readTextAt */.Tw)(there.body, 'metadata', 'deletionTimestamp') === '') {
            const asked = await retryWork(() => api.call('DELETE', path, { body, signal }), signal);
            if (asked instanceof Error)
                return asked.message;
            refusal = asked.status < 300 ? '' : (0,json/* readTextAt */.Tw)(asked.body, 'message') || `HTTP ${asked.status}`;
            if (refusal !== '' && asked.status !== 404 && asked.status !== 409)
                return refusal;
        }
        else if (path.startsWith(`${crds_api/* CRDS */.Jg}/`) && Date.now() - started > (woken + 1) * crds_api/* LOST_MS */.YT)
            await (0,crds_api/* wakeController */.R)(api, path, ++woken, signal);
        if (Date.now() - started > PATIENCE_MS)
            return `not gone after ${PATIENCE_MS / 1000} s; ${refusal || describeHold(there.body)}`;
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
const describeHold = (body) => (0,json/* readObjectsAt */.s0)(body, 'status', 'conditions')
    .filter((one) => (0,json/* readTextAt */.Tw)(one, 'status') === 'True')
    .map((one) => (0,json/* readTextAt */.Tw)(one, 'message'))
    .filter(Boolean)
    .join(' ') || 'its finalizers hold it';
async function sweepCluster(api, signal) {
    const found = [];
    for (const collection of SWEPT) {
        const { status, body } = await api.call('GET', collection, { query: { labelSelector: OWNER_LABEL }, signal });
        if (status !== 200)
            continue;
        for (const object of (0,json/* readObjectsAt */.s0)(body, 'items'))
            if (isLeftObject(object))
                found.push(readOwnedObject(collection, object));
    }
    await removeMade(api, found.reverse(), signal);
    return found.map(({ path }) => path);
}
function isLeftObject(object) {
    const owner = (0,machine_owner/* parseOwner */.pZ)((0,json/* readTextAt */.Tw)(object, 'metadata', 'labels', OWNER_LABEL));
    if (!owner)
        return false;
    const life = (0,machine_owner/* judgeLife */.yJ)(owner);
    const age = Date.now() - Date.parse((0,json/* readTextAt */.Tw)(object, 'metadata', 'creationTimestamp'));
    return life === 'dead' || (life === 'elsewhere' && age > OLD_MS);
}

;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/lent.ts
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











const REMOVAL_MS = 300_000;
const ANSWER_MS = 15_000;
let lent = 0;
const lendCluster = ({ file, context, crds }, { toolchain, files, note }) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { connection } = await (0,kubeconfig.readKubeconfig)(file, (path) => files.read(path), context);
            const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
            const client = scope.use((0,kubernetes_client/* openKubernetesApi */.H)(connection));
            const { release, minor } = await readServerVersion(client, signal);
            if (minor !== kubernetes)
                throw new errors/* Failure */.H('environment', `the cluster of ${file} is Kubernetes ${minor} by now, not ${kubernetes}`, {
                    hint: 'Somebody upgraded it meanwhile: run again.'
                });
            const kubectl = await (0,kubectl_for/* obtainKubectl */.y)(toolchain, minor, signal);
            for (const path of await sweepCluster(client, signal))
                note(`a killed run had left ${path}; it is removed`);
            const { path: folder } = scope.use(await files.scratch('kubeconfig'));
            const copy = (0,external_node_path_.join)(folder, 'kubeconfig');
            await files.write(copy, formatLentKubeconfig(connection), 0o600);
            const lost = new AbortController();
            const label = `${(0,machine_owner/* formatOwner */.Vu)()}-${++lent}`;
            const api = restrictToOwned(client, { owner: label, crds, note });
            scope.defer(async () => {
                const limit = AbortSignal.timeout(REMOVAL_MS);
                const unread = [];
                const made = await listLabelled(client, label, api.made, (why) => void unread.push(why), limit);
                await removeMade(client, made, limit, unread);
            });
            scope.defer(() => lost.abort(new Error('this cluster is given back: its scope has ended')));
            const owned = scope.move();
            return {
                provider: 'kubeconfig',
                server: release,
                api: (0,guarded/* guardApi */.E)(api, lost.signal),
                kubeconfig: copy,
                kubectl: kubectl.path,
                load: undefined,
                saveLogs: undefined,
                simulate: undefined,
                [Symbol.asyncDispose]: () => owned.disposeAsync()
            };
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
async function readServerVersion(api, signal) {
    const limit = AbortSignal.timeout(ANSWER_MS);
    const { status, body } = await api
        .call('GET', '/version', { signal: AbortSignal.any([signal, limit]) })
        .catch((cause) => {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw cause;
        throw new errors/* Failure */.H('environment', `the Kubernetes API did not say its version within ${ANSWER_MS / 1000} s`, {
            hint: 'Check that the cluster of the kubeconfig can be reached from here.',
            cause
        });
    });
    const release = (0,json/* readTextAt */.Tw)(body, 'gitVersion');
    const minor = /^v(1\.\d+)\./.exec(release)?.[1];
    if (status !== 200 || minor === undefined)
        throw new errors/* Failure */.H('environment', `the Kubernetes API said no version: HTTP ${status} ${(0,json/* readTextAt */.Tw)(body, 'message')}`, {
            hint: 'Check that the kubeconfig may log in there: kubectl version.'
        });
    return { release, minor };
}
function formatLentKubeconfig({ server, ca, token, certificate, key, servername, insecure }) {
    const base64 = (text) => Buffer.from(text).toString('base64');
    const cluster = {
        server: server.href,
        ...(ca !== undefined && { 'certificate-authority-data': base64(ca) }),
        ...(servername !== undefined && { 'tls-server-name': servername }),
        ...(insecure && { 'insecure-skip-tls-verify': true })
    };
    const user = {
        ...(token !== undefined && { token }),
        ...(certificate !== undefined && { 'client-certificate-data': base64(certificate) }),
        ...(key !== undefined && { 'client-key-data': base64(key) })
    };
    const name = 'slipway';
    return `${JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name, cluster }],
        users: [{ name, user }],
        contexts: [{ name, context: { cluster: name, user: name } }],
        'current-context': name
    })}\n`;
}


/***/ }),

/***/ 85843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planRunningCluster: () => (/* binding */ planRunningCluster)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43829);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74966);
/* harmony import */ var _lent_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62591);
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






async function planRunningCluster(asked, why, looking) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = findKubeconfig(asked.kubeconfig, looking);
        const read = (path) => looking.files.read(path);
        const { name, connection } = await (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_4__.readKubeconfig)(file, read, asked.context || undefined);
        for (const secret of (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_4__/* .listConnectionSecrets */ .m)(connection))
            looking.mask?.(secret);
        const client = __addDisposableResource(env_1, (0,_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__/* .openKubernetesApi */ .H)(connection), false);
        const { release, minor } = await (0,_lent_js__WEBPACK_IMPORTED_MODULE_5__.readServerVersion)(client, looking.signal);
        return {
            provider: 'kubeconfig',
            why: `${why}: ${name} at ${connection.server.origin}`,
            releases: { [minor]: release },
            file,
            context: name,
            crds: asked['existing-crds']
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function findKubeconfig(named, { env, cwd }) {
    if (named !== '')
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, named);
    const listed = (env['KUBECONFIG'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(Boolean);
    if (listed.length > 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `KUBECONFIG names ${listed.length} files, and one is used`, {
            hint: 'Say which: --kubeconfig FILE.'
        });
    return listed[0] === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.kube', 'config') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, listed[0]);
}


/***/ }),

/***/ 67044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ CRDS),
/* harmony export */   R: () => (/* binding */ wakeController),
/* harmony export */   YT: () => (/* binding */ LOST_MS)
/* harmony export */ });
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const LOST_MS = 5_000;
const wakeController = (api, path, time, signal) => api.call('PATCH', path, {
    patch: 'merge',
    body: { metadata: { annotations: { 'slipway-wakes-its-controller': `${time}` } } },
    signal
});


/***/ })

};
