export const id = 509;
export const ids = [509,524];
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

/***/ 3524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  running: () => (/* binding */ running),
  q: () => (/* binding */ serverVersion)
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
var kubeconfig = __webpack_require__(4966);
// EXTERNAL MODULE: ./src/adapters/owner.ts
var adapters_owner = __webpack_require__(7175);
// EXTERNAL MODULE: ./src/adapters/clusters/kubectl-for.ts
var kubectl_for = __webpack_require__(2690);
// EXTERNAL MODULE: ./src/adapters/clusters/guarded.ts
var guarded = __webpack_require__(8174);
;// CONCATENATED MODULE: ./src/adapters/clusters/owned/place.ts
/** Undefined for what is no resource, such as `/version` or `/apis`. */
function placeOf(path) {
    const [, version, rest] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (version === undefined || rest === undefined)
        return undefined;
    const parts = rest.split('/');
    // `namespaces/NAME` is the namespace, and `namespaces/NAME/status` its subresource; `namespaces/NAME/pods` lies in it.
    const inside = parts[0] === 'namespaces' && parts.length > 2 && !NAMESPACE_PARTS.includes(parts[2] ?? '');
    const namespace = inside ? parts[1] : undefined;
    const [resource = '', name] = inside ? parts.slice(2) : parts;
    const folder = namespace === undefined ? version : `${version}/namespaces/${namespace}`;
    return { version, namespace, resource, name, collection: `${folder}/${resource}` };
}
const NAMESPACE_PARTS = ['status', 'finalize'];
/** The one object at a place: what makes it the same one again, whatever is asked of it. */
const pathOf = ({ collection, name = '' }) => `${collection}/${name}`;

;// CONCATENATED MODULE: ./src/adapters/clusters/owned/owned.ts



/** On everything that a run makes in somebody's cluster: by whom, so that a later run can tell what a killed one left. */
const OWNER_LABEL = 'slipway-owner';
const CRDS = 'customresourcedefinitions';
/** Questions in the form of a POST; nothing is stored. */
const QUESTIONS = /^(self)?subject(access|rules)?reviews$|^tokenreviews$|^localsubjectaccessreviews$/;
/**
 * The API of a cluster that is not ours: everything may be read, but written only what this run made itself. A write to
 * anything else rejects with an 'environment' Failure before it is sent. A CRD that is there already stays as it is: it
 * is taken for the wanted one ('adopt') or stops the trial ('refuse').
 */
function ownedOnly(api, { owner, crds, note }) {
    const made = new Map();
    const adopted = new Map();
    const remember = (place, reply) => {
        const name = (0,json/* textAt */.$6)(reply.body, 'metadata', 'name');
        if (reply.status === 201) {
            const path = pathOf({ ...place, name });
            made.set(path, { path, uid: (0,json/* textAt */.$6)(reply.body, 'metadata', 'uid') });
        }
        return reply;
    };
    /** Never an apply: between a look and an apply somebody else may have made it. */
    const create = async (place, options) => remember(place, await api.call('POST', place.collection, {
        ...(options.signal && { signal: options.signal }),
        query: { fieldManager: 'slipway', ...withoutForce(options.query) },
        body: labelled(options.body, owner)
    }));
    const applyOutside = async (place, options) => {
        const path = pathOf(place);
        const there = await api.call('GET', path, options.signal ? { signal: options.signal } : {});
        if (there.status === 404)
            return create(place, options);
        if (there.status !== 200)
            return there;
        if (place.resource !== CRDS || crds === 'refuse')
            throw existing(place, crds);
        if (adopted.has(path) && !(0,json/* isSame */.Ft)(adopted.get(path) ?? null, options.body ?? null))
            throw new errors/* Failure */.H('environment', `${place.resource} ${place.name} was adopted, and would now be changed`, {
                hint: 'This suite changes CRDs: run it on a cluster of its own (--cluster control-plane or kind).'
            });
        adopted.set(path, options.body);
        note(`${place.name} is there already and is used as it is`);
        return there;
    };
    const call = async (method, path, options = {}) => {
        const place = placeOf(path);
        if (method === 'GET' || !place)
            return api.call(method, path, options);
        if (method === 'POST' && QUESTIONS.test(place.resource))
            return api.call(method, path, options);
        if (place.namespace !== undefined) {
            if (made.has(`/api/v1/namespaces/${place.namespace}`))
                return api.call(method, path, options);
            throw notOurs(`${place.resource} in namespace ${place.namespace}`);
        }
        if (method === 'POST' && place.name === undefined)
            return createOutside(place, options);
        if (place.name === undefined)
            throw notOurs(`all ${place.resource}`);
        if (made.has(pathOf(place)))
            return api.call(method, path, options);
        if (method === 'PATCH' && options.patch === 'apply')
            return applyOutside(place, options);
        throw notOurs(`${place.resource} ${place.name}`);
    };
    const createOutside = async (place, options) => {
        const name = (0,json/* textAt */.$6)(options.body, 'metadata', 'name');
        // A create of what is there already is the server's to refuse, but for a CRD, about which an input decides.
        return place.resource === CRDS && name !== '' ? applyOutside({ ...place, name }, options) : create(place, options);
    };
    return {
        call,
        watch: (path, signal, query) => api.watch(path, signal, query),
        get made() {
            return [...made.values()];
        }
    };
}
const withoutForce = (query = {}) => Object.fromEntries(Object.entries(query).filter(([name]) => name !== 'force'));
const labelled = (body, owner) => ({
    ...(0,json/* fields */.OA)(body),
    metadata: {
        ...(0,json/* fields */.OA)((0,json.at)(body, 'metadata')),
        labels: { ...(0,json/* fields */.OA)((0,json.at)(body, 'metadata', 'labels')), [OWNER_LABEL]: owner }
    }
});
const notOurs = (what) => new errors/* Failure */.H('environment', `this run did not make ${what}, so it does not write there`, {
    hint: 'On a cluster that already runs, a trial keeps to what it made. Use --cluster control-plane or kind for it.'
});
const existing = ({ resource, name }, crds) => new errors/* Failure */.H('environment', `${resource} ${name} is in the cluster already, and is not ours to change`, {
    hint: resource === CRDS && crds === 'refuse'
        ? 'Use it as it is: --existing-crds adopt. Or use a cluster of its own: --cluster control-plane or kind.'
        : 'Use a cluster of its own: --cluster control-plane or kind.'
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/suites/crd-removal.ts
var crd_removal = __webpack_require__(9727);
;// CONCATENATED MODULE: ./src/adapters/clusters/owned/removal.ts






/** How long finalizers may take to let go, in milliseconds. */
const PATIENCE_MS = 120_000;
/** What another machine left is told by its age alone: longer than any job runs, in milliseconds. */
const OLD_MS = 24 * 3_600_000;
/** Where a run may have left something, in the order in which it is removed: objects before their kinds. */
const SWEPT = [
    '/api/v1/namespaces',
    '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles',
    '/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations',
    '/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations',
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
];
/**
 * Deletes these very objects, last made first, and waits until each is gone. Something else under the same name stays.
 * Rejects with an 'environment' Failure that names what does not go, after having tried all.
 */
async function removeMade(api, made, signal) {
    const stuck = [];
    // Namespaces hold the objects of kinds that were made before or after them.
    const isNamespace = ({ path }) => path.startsWith('/api/v1/namespaces/');
    const reversed = [...made].reverse();
    for (const group of [reversed.filter(isNamespace), reversed.filter((one) => !isNamespace(one))])
        await Promise.all(group.map(async (one) => {
            const why = await remove(api, one, signal);
            if (why !== undefined)
                stuck.push(`${one.path.split('/').slice(-2).join(' ')}: ${why}`);
        }));
    if (stuck.length)
        throw new errors/* Failure */.H('environment', `this run leaves something in the cluster: ${stuck.join('; ')}`, {
            hint: 'See what holds it (kubectl get … -o yaml: finalizers), let it go, and delete it by hand.'
        });
}
/** Why it is still there, or undefined when it is gone. */
async function remove(api, { path, uid }, signal) {
    const started = Date.now();
    const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid }, propagationPolicy: 'Background' };
    let refusal = '';
    let woken = 0;
    for (let pause = 20;; pause = Math.min(pause * 2, 1000)) {
        const there = await api.call('GET', path, { signal });
        // Something else may have its name by now, which is not ours.
        if (there.status === 404 || (there.status === 200 && (0,json/* textAt */.$6)(there.body, 'metadata', 'uid') !== uid))
            return undefined;
        if ((0,json/* textAt */.$6)(there.body, 'metadata', 'deletionTimestamp') === '') {
            const asked = await api.call('DELETE', path, { body, signal });
            refusal = asked.status < 300 ? '' : (0,json/* textAt */.$6)(asked.body, 'message') || `HTTP ${asked.status}`;
            // A conflict passes; a refusal by right or by a webhook does not.
            if (refusal !== '' && asked.status !== 404 && asked.status !== 409)
                return refusal;
        }
        else if (path.startsWith(`${crd_removal/* CRDS */.Jg}/`) && Date.now() - started > (woken + 1) * crd_removal/* LOST_MS */.YT)
            await (0,crd_removal/* wake */.rH)(api, path, ++woken, signal);
        if (Date.now() - started > PATIENCE_MS)
            return `not gone after ${PATIENCE_MS / 1000} s; ${refusal || held(there.body)}`;
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
const held = (body) => (0,json/* objectsAt */.yR)(body, 'status', 'conditions')
    .filter((one) => (0,json/* textAt */.$6)(one, 'status') === 'True')
    .map((one) => (0,json/* textAt */.$6)(one, 'message'))
    .filter(Boolean)
    .join(' ') || 'its finalizers hold it';
/** Removes what killed runs left in the cluster; resolves with the paths. */
async function sweepCluster(api, signal) {
    const found = [];
    for (const collection of SWEPT) {
        const { status, body } = await api.call('GET', collection, { query: { labelSelector: OWNER_LABEL }, signal });
        // Who may not list them has not made any.
        if (status !== 200)
            continue;
        for (const object of (0,json/* objectsAt */.yR)(body, 'items'))
            if (isLeft(object))
                found.push({
                    path: `${collection}/${(0,json/* textAt */.$6)(object, 'metadata', 'name')}`,
                    uid: (0,json/* textAt */.$6)(object, 'metadata', 'uid')
                });
    }
    await removeMade(api, found.reverse(), signal);
    return found.map(({ path }) => path);
}
function isLeft(object) {
    const owner = (0,adapters_owner/* parseOwner */.pZ)((0,json/* textAt */.$6)(object, 'metadata', 'labels', OWNER_LABEL));
    if (!owner)
        return false;
    const life = (0,adapters_owner/* lifeOf */.c_)(owner);
    const age = Date.now() - Date.parse((0,json/* textAt */.$6)(object, 'metadata', 'creationTimestamp'));
    return life === 'dead' || (life === 'elsewhere' && age > OLD_MS);
}

;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig.ts
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










/** How long the removal of what a run made may take as a whole, in milliseconds. */
const REMOVAL_MS = 300_000;
/** How long a server may take to say its version, in milliseconds. */
const ANSWER_MS = 15_000;
/**
 * A cluster that already runs, lent for a while: trials write only what they make themselves, and leaving the scope
 * deletes just that. What killed runs left there is removed first.
 */
const running = ({ file, context, crds }, { toolchain, files, note }) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { connection } = await (0,kubeconfig/* readKubeconfig */.U)(file, (path) => files.read(path), context);
            const stack = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
            const client = stack.use((0,kubernetes_client/* kubernetesApi */.H)(connection));
            const { release, minor } = await serverVersion(client, signal);
            if (minor !== kubernetes)
                throw new errors/* Failure */.H('environment', `the cluster of ${file} is Kubernetes ${minor} by now, not ${kubernetes}`);
            const kubectl = await (0,kubectl_for/* kubectlFor */.A)(toolchain, minor, signal);
            for (const path of await sweepCluster(client, signal))
                note(`a killed run had left ${path}; it is removed`);
            const { path: folder } = stack.use(await files.scratch('kubeconfig'));
            // A copy with this context alone: the user's file may have another current one, and helpers in it.
            const copy = (0,external_node_path_.join)(folder, 'kubeconfig');
            await files.write(copy, kubeconfigOf(connection), 0o600);
            const lost = new AbortController();
            const api = ownedOnly(client, { owner: (0,adapters_owner/* owner */.eC)(), crds, note });
            // Not under the run's signal: a run that was stopped still cleans up.
            stack.defer(() => removeMade(client, api.made, AbortSignal.timeout(REMOVAL_MS)));
            stack.defer(() => lost.abort(new Error('this cluster is given back: its scope has ended')));
            const owned = stack.move();
            return {
                provider: 'kubeconfig',
                server: release,
                api: (0,guarded/* guarded */.N)(api, lost.signal),
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
/** What a server says it is: `v1.36.3-gke.100` is a 1.36. */
async function serverVersion(api, signal) {
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
    const release = (0,json/* textAt */.$6)(body, 'gitVersion');
    const minor = /^v(1\.\d+)\./.exec(release)?.[1];
    if (status !== 200 || minor === undefined)
        throw new errors/* Failure */.H('environment', `the Kubernetes API said no version: HTTP ${status} ${(0,json/* textAt */.$6)(body, 'message')}`, {
            hint: 'Check that the kubeconfig may log in there: kubectl version.'
        });
    return { release, minor };
}
/** One context as a file that needs no other file. Written as JSON, which is YAML. */
function kubeconfigOf({ server, ca, token, certificate, key, servername, insecure }) {
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

/***/ 3509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runningPlan: () => (/* binding */ runningPlan)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7673);
/* harmony import */ var _kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4966);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3524);
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






/** Asks the cluster which version it is. */
async function runningPlan(asked, why, looking) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = kubeconfigFile(asked.kubeconfig, looking);
        const read = (path) => looking.files.read(path);
        const { name, connection } = await (0,_kubernetes_kubeconfig_js__WEBPACK_IMPORTED_MODULE_4__/* .readKubeconfig */ .U)(file, read, asked.context || undefined);
        const client = __addDisposableResource(env_1, (0,_kubernetes_client_js__WEBPACK_IMPORTED_MODULE_3__/* .kubernetesApi */ .H)(connection), false);
        const { release, minor } = await (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_5__/* .serverVersion */ .q)(client, looking.signal);
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
/** As kubectl finds it, but that one file is read and not several merged. */
function kubeconfigFile(named, { env, cwd }) {
    if (named !== '')
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, named);
    const listed = (env['KUBECONFIG'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).filter(Boolean);
    if (listed.length > 1)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `KUBECONFIG names ${listed.length} files, and one is used`, {
            hint: 'Say which: --kubeconfig FILE.'
        });
    return listed[0] === undefined ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), '.kube', 'config') : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, listed[0]);
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


/***/ }),

/***/ 9727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ CRDS),
/* harmony export */   Rw: () => (/* binding */ removeCrds),
/* harmony export */   YT: () => (/* binding */ LOST_MS),
/* harmony export */   rH: () => (/* binding */ wake)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2372);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3216);




const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** After so long the deletion of a definition may have been lost by the server's own controller, in milliseconds. */
const LOST_MS = 5_000;
const TRIES = 12;
/**
 * A change that makes the controller look at a definition again: after a conflict it may drop one that is going, changes
 * of its own condition do not bring it back, and the next look at everything comes after minutes (crd_finalizer.go of
 * apiextensions-apiserver; docs/clusters.md). Each call is another change.
 */
const wake = (api, path, time, signal) => api.call('PATCH', path, {
    patch: 'merge',
    body: { metadata: { annotations: { 'slipway-wakes-its-controller': `${time}` } } },
    signal
});
/**
 * Removes definitions that a suite made, with all of their objects, and waits until they are gone, so that the next
 * suite may bring others of the same name. Not under the caller's signal: a run that was stopped still cleans up.
 * Never give it a name that somebody else created: that would delete everybody's objects.
 */
const removeCrds = async (api, names, lostMs = LOST_MS) => {
    const signal = AbortSignal.timeout(2 * TRIES * LOST_MS);
    await Promise.all(names.map((name) => remove(api, name, lostMs, signal)));
};
async function remove(api, name, lostMs, signal) {
    const path = `${CRDS}/${name}`;
    const read = () => api.call('GET', path, { signal });
    const watch = { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } };
    let reply = await api.call('DELETE', path, { signal });
    for (let time = 1;; time++) {
        const { value, done } = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_1__/* .wait */ .u)(api, { read, done: ({ status }) => status === 404, watch, withinMs: lostMs }, signal);
        if (done)
            return;
        if (time === TRIES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the CRD ${name} could not be removed: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}, then ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(value)}`, {
                hint: `See what holds it: kubectl get crd ${name} -o yaml`
            });
        // The server refuses a deletion that another change crosses.
        reply = isGoing(value.body) ? await wake(api, path, time, signal) : await api.call('DELETE', path, { signal });
    }
}
const isGoing = (crd) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(crd, 'metadata', 'deletionTimestamp') !== '';


/***/ }),

/***/ 2372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   JR: () => (/* binding */ piped),
/* harmony export */   MX: () => (/* binding */ evidence),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   iU: () => (/* binding */ message)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const evidence = () => {
    const checks = [];
    return {
        checks,
        check: async (claim, repeat, look) => {
            const { ok, seen, loss, at } = await look();
            checks.push({ claim, outcome: ok ? 'passed' : 'failed', seen, repeat, ...(loss && { loss }), ...(at && { at }) });
            return ok;
        }
    };
};
/** Runs a suite and makes its verdict: passed when it looked at something and everything it looked at held. */
const verdict = async (cluster, trial, simulated, suite) => {
    const started = performance.now();
    const checks = await suite();
    const passed = checks.length > 0 && checks.every((check) => check.outcome === 'passed');
    return {
        trial,
        outcome: passed ? 'passed' : 'failed',
        cluster: cluster && { provider: cluster.provider, server: cluster.server, simulated },
        checks,
        ms: Math.round(performance.now() - started)
    };
};
/** A reply in a line: the status and, of a refusal, the server's own words. */
const told = (reply) => reply.status < 400 ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${message(reply).slice(0, 400)}`;
/** The message of a Status object, or the text of a plain answer. */
const message = (reply) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'message')) || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'text'))).trim().replace(/\s+/g, ' ');
/** A line to paste that hands an object to kubectl. */
const piped = (object, command) => `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`;


/***/ }),

/***/ 3216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
/**
 * Waits until the state is as wanted, woken by a watch and by a slow clock (for what cannot be watched, and for an
 * event between the first read and the watch). Resolves with the last state and whether it was the wanted one; passing
 * the deadline is an answer. Rejects when `signal` aborts or the API does not answer.
 */
const wait = async (api, { read, done, watch, withinMs }, signal) => {
    const started = performance.now();
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, ended.signal]);
    let wake = () => undefined;
    let news = false;
    const ring = () => {
        news = true;
        wake();
    };
    const watching = watch ? follow(api, watch.path, watch.query, stop, ring) : Promise.resolve();
    signal.addEventListener('abort', ring);
    try {
        for (;;) {
            signal.throwIfAborted();
            news = false;
            const value = await read();
            const ms = Math.round(performance.now() - started);
            if (done(value))
                return { value, done: true, ms };
            const left = withinMs - ms;
            if (left <= 0)
                return { value, done: false, ms };
            const pause = Math.min(left, watch ? 1000 : 50);
            if (!news) {
                await new Promise((resolve) => {
                    const timer = setTimeout(resolve, pause);
                    wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
            }
        }
    }
    finally {
        signal.removeEventListener('abort', ring);
        ended.abort();
        await watching;
    }
};
/** Rings for each event. A watch that breaks is no failure of the wait: the clock still reads. */
const follow = async (api, path, query, stop, ring) => {
    try {
        const events = api.watch(path, stop, query)[Symbol.asyncIterator]();
        while ((await events.next()).done !== true) {
            if (stop.aborted)
                return;
            ring();
        }
    }
    catch {
        return;
    }
};


/***/ })

};
