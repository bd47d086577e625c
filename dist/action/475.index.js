export const id = 475;
export const ids = [475,2865];
export const modules = {

/***/ 65958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ mistakes),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   gM: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


/** etcd takes no object above 1.5 MB. */
const LONGEST = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.yaml.most;
/** More mistakes of one file are only counted. */
const MISTAKES = 20;
/** As much is shown of what the reader says of one. */
const SHOWN = 300;
/**
 * How every YAML file is read. Warnings of the library would go to standard error as they are, with the file's own text
 * in them.
 */
const YAML = { prettyErrors: false, logLevel: 'error' };
/** What `parse` makes of a text. Throws an 'input' Failure for one that is too long, or nested too deep to be read. */
function readYaml(source, path, parse) {
    if (source.length > LONGEST)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is ${source.length} characters long, and no YAML file that is read is longer than ${LONGEST}`, { hint: 'Split it, or look whether this is the file that was meant.' });
    try {
        return parse(source);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is nested too deep to be read`, {
            hint: 'Look whether this is the file that was meant.',
            cause
        });
    }
}
/** A line for each mistake that the reader found, `at` gives its place. */
function mistakes(errors, at) {
    const shown = errors
        .slice(0, MISTAKES)
        .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`);
    const more = errors.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
/** The value of a document without mistakes. Throws an 'input' Failure for aliases that grow, lead nowhere or in a circle. */
function valueOf(document, path, aliases) {
    try {
        const value = document.toJS({ maxAliasCount: aliases });
        // What holds itself, or is nested deeper than anybody writes, ends here and not in the middle of the work.
        JSON.stringify(value);
        return value ?? null;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} cannot be read: ${cause.message.split('\n', 1)[0]?.slice(0, SHOWN)}`, {
            hint: 'Write it without aliases.',
            cause
        });
    }
}


/***/ }),

/***/ 67044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ CRDS),
/* harmony export */   YT: () => (/* binding */ LOST_MS),
/* harmony export */   rH: () => (/* binding */ wake)
/* harmony export */ });
/** Where an API server keeps its CRDs. */
const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** After so long the deletion of a definition may have been lost by the server's own controller, in milliseconds. */
const LOST_MS = 5_000;
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


/***/ }),

/***/ 68568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ sampleFiles),
/* harmony export */   l: () => (/* binding */ sampleObjects)
/* harmony export */ });
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57780);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50026);


/** What the API takes and programs stumble on: a split that is its own backend. */
const ODD = { spec: { service: 'website', backends: [{ service: 'website', weight: 1 }] } };
/**
 * Objects as users of these SMI APIs have them, of each kind in the newest version that is spoken: with every field,
 * with the least, and of TrafficSplits one that is its own backend. With labels and annotations, without a namespace.
 * Empty where no SMI API is spoken.
 */
const sampleObjects = (speaks) => Object.entries((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.storageFor)('all', speaks)).flatMap(([kind, version]) => samples(kind, version));
/** The same in every version of the kinds that are spoken in any, for files. */
const sampleFiles = (speaks) => Object.keys((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.storageFor)('all', speaks)).flatMap((kind) => _objects_js__WEBPACK_IMPORTED_MODULE_1__/* .GOOD_OBJECTS */ .r4.filter((good) => good.kind === kind).map(({ version }) => ({
    name: `${kind}-${version}.yaml`,
    objects: samples(kind, version)
})));
function samples(kind, version) {
    const { group } = (0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.crdSet)('all').kinds.find((each) => each.kind === kind) ?? {};
    const good = _objects_js__WEBPACK_IMPORTED_MODULE_1__/* .GOOD_OBJECTS */ .r4.find((each) => each.kind === kind && each.version === version);
    if (group === undefined || !good)
        return [];
    const bodies = [
        ['full', good.full],
        ['least', good.least],
        ...(kind === 'TrafficSplit' ? [['odd', ODD]] : [])
    ];
    return bodies.map(([name, body]) => ({
        apiVersion: `${group}/${version}`,
        kind,
        metadata: { name: `sample-${name}`, labels: { team: 'shop' }, annotations: { 'example.com/note': 'ours' } },
        ...body
    }));
}


/***/ }),

/***/ 15675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ inNamespace)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);



const PATH = '/api/v1/namespaces';
/**
 * Does some work in a namespace of its own with a name that the server makes unique, and deletes the namespace with all
 * that is in it, whatever came of the work; the server finishes that on its own time.
 */
const inNamespace = async (api, label, signal, work) => {
    const reply = await api.call('POST', PATH, {
        body: { apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: `slipway-${label}-` } },
        signal
    });
    const name = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(reply.body, 'metadata', 'name'));
    if (reply.status !== 201 || name === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no namespace for the ${label} suite could be made: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: 'The suite needs the right to create and delete namespaces.'
        });
    }
    let result;
    try {
        result = await work(name);
    }
    catch (error) {
        await remove(api, name).catch(() => undefined);
        throw error;
    }
    await remove(api, name);
    return result;
};
/** Not under the caller's signal: a run that was stopped still cleans up. */
const remove = async (api, name) => {
    const reply = await api.call('DELETE', `${PATH}/${name}`, { signal: AbortSignal.timeout(10_000) });
    if (reply.status >= 400 && reply.status !== 404) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${name} could not be deleted: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: `Delete it by hand: kubectl delete namespace ${name}`
        });
    }
};


/***/ }),

/***/ 91281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ ownCrds)
/* harmony export */ });
/* unused harmony export removeCrds */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _crds_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67044);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42372);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64975);





const TRIES = 12;
function ownCrds(api) {
    const names = [];
    return {
        made: (name) => void names.push(name),
        remove: () => removeCrds(api, names)
    };
}
/**
 * Removes definitions that a suite made, with all of their objects, and waits until they are gone, so that the next
 * suite may bring others of the same name. Not under the caller's signal: a run that was stopped still cleans up.
 * Never give it a name that somebody else created: that would delete everybody's objects.
 */
const removeCrds = async (api, names, lostMs = _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST_MS */ .YT) => {
    const signal = AbortSignal.timeout(2 * TRIES * _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST_MS */ .YT);
    await Promise.all(names.map((name) => remove(api, name, lostMs, signal)));
};
async function remove(api, name, lostMs, signal) {
    const path = `${_crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .CRDS */ .Jg}/${name}`;
    const read = () => api.call('GET', path, { signal });
    const watch = { path: _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .CRDS */ .Jg, query: { fieldSelector: `metadata.name=${name}` } };
    let reply = await api.call('DELETE', path, { signal });
    for (let time = 1;; time++) {
        const { value, done } = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .wait */ .u)(api, { read, done: ({ status }) => status === 404, watch, withinMs: lostMs }, signal);
        if (done)
            return;
        if (time === TRIES)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the CRD ${name} could not be removed: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(reply)}, then ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(value)}`, {
                hint: `See what holds it: kubectl get crd ${name} -o yaml`
            });
        // The server refuses a deletion that another change crosses.
        reply = isGoing(value.body) ? await (0,_crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .wake */ .rH)(api, path, time, signal) : await api.call('DELETE', path, { signal });
    }
}
const isGoing = (crd) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(crd, 'metadata', 'deletionTimestamp') !== '';


/***/ }),

/***/ 26489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   HD: () => (/* binding */ discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   kI: () => (/* binding */ kubectlName)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);



function discovery(api) {
    const known = new Map();
    const list = async (apiVersion, signal) => {
        const before = known.get(apiVersion);
        if (before)
            return before;
        const { status, body } = await api.call('GET', root(apiVersion), { signal });
        const found = status >= 300 ? [] : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(body, 'resources').map((each) => asResource(each, apiVersion));
        return found.filter(({ plural }) => !plural.includes('/'));
    };
    const find = async (apiVersion, fits, signal) => {
        const found = (known.get(apiVersion) ?? []).find(fits);
        if (found)
            return found;
        known.delete(apiVersion);
        const fresh = await list(apiVersion, signal);
        if (fresh.some(fits))
            known.set(apiVersion, fresh);
        return fresh.find(fits);
    };
    return {
        ofKind: (apiVersion, kind, signal) => find(apiVersion, (each) => each.kind === kind, signal),
        async named(reference, signal) {
            const [what = '', name = ''] = reference.split('/');
            const [plural = '', ...rest] = what.split('.');
            const [first = '', ...others] = rest;
            const apiVersion = rest.length === 0
                ? 'v1'
                : /^v\d/.test(first)
                    ? `${others.join('.')}/${first}`
                    : await preferred(api, rest.join('.'), signal);
            const resource = apiVersion === undefined ? undefined : await find(apiVersion, (each) => each.plural === plural, signal);
            if (!resource)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the cluster serves no ${what}, which ${JSON.stringify(reference)} names`, {
                    hint: 'Write it as RESOURCE.GROUP/NAME, in the plural, as kubectl api-resources lists it.'
                });
            return { resource, name };
        }
    };
}
const root = (apiVersion) => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);
async function preferred(api, group, signal) {
    const { status, body } = await api.call('GET', `/apis/${group}`, { signal });
    return status >= 300 ? undefined : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'preferredVersion', 'groupVersion')) || undefined;
}
const asResource = (each, apiVersion) => ({
    kind: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(each, 'kind')),
    plural: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(each, 'name')),
    apiVersion,
    namespaced: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(each, 'namespaced') === true
});
/** The path of a list, or of one object of it. */
const pathOf = ({ apiVersion, plural, namespaced }, namespace, name) => [root(apiVersion), ...(namespaced ? [`namespaces/${namespace}`] : []), plural, ...(name ? [name] : [])].join('/');
/** As kubectl takes it: `trafficsplits.v1alpha2.split.smi-spec.io/web`. */
const kubectlName = ({ resource, name }) => {
    const [group, version] = resource.apiVersion.split('/');
    return `${version === undefined ? resource.plural : `${resource.plural}.${version}.${group}`}/${name}`;
};
/** Reads one object; undefined when it is not there. Rejects with an 'environment' Failure when it cannot be read. */
async function readObject(api, namespace, { resource, name }, signal) {
    const reply = await api.call('GET', pathOf(resource, namespace, name), { signal });
    if (reply.status === 404)
        return undefined;
    if (reply.status >= 300)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `${resource.plural}/${name} cannot be read: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: 'Give this user the right to read it, or use a cluster of its own: --cluster control-plane.'
        });
    return reply.body;
}


/***/ }),

/***/ 64975:
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


/***/ }),

/***/ 42372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   JR: () => (/* binding */ piped),
/* harmony export */   MX: () => (/* binding */ evidence),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   iU: () => (/* binding */ message)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

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
const message = (reply) => ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'message')) || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'text'))).trim().replace(/\s+/g, ' ');
/** A line to paste that hands an object to kubectl. */
const piped = (object, command) => `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`;


/***/ }),

/***/ 71227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ bare),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   T1: () => (/* binding */ call)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Calls a program with nothing of our environment, and waits so many seconds for its end. */
async function call(run, argv, { cwd, home, env = {}, within }, signal) {
    const patience = AbortSignal.timeout(1000 * within);
    try {
        const said = await run(argv, {
            cwd,
            env: { ...bare(home), ...env },
            signal: AbortSignal.any([signal, patience])
        });
        return { status: 0, ...said, how: 'exit status 0' };
    }
    catch (error) {
        signal.throwIfAborted();
        if (patience.aborted)
            return { status: undefined, stdout: '', stderr: '', how: `no end within ${within} s` };
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || error.kind !== 'command')
            throw error;
        const [how = error.message, status] = /(?:exit status (\d+)|was ended by \S+)$/.exec(error.message) ?? [];
        const stderr = typeof error.cause === 'string' ? error.cause : '';
        return { status: status === undefined ? undefined : Number(status), stdout: '', stderr, how };
    }
}
/** What every program under test sees, and nothing else of our environment. */
const bare = (home) => ({ PATH: '/usr/bin:/bin', HOME: home });
/** Puts what the trial gives into arguments and texts. */
function fill(text, values) {
    return text.replace(/\{([a-z][\w.-]*)\}/g, (whole, name) => values[name] ?? whole);
}


/***/ }),

/***/ 16795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** The path of a program of a version, or the only one it has. Throws an 'input' Failure where that cannot be said. */
function programOf({ version, label }, wanted) {
    const names = Object.keys(version.programs);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `nobody said which program: there are ${names.join(', ')}`, {
            hint: 'Name it in slipway.yaml: program.'
        });
    const path = version.programs[name];
    if (path === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the ${label} has no program ${name}, only ${names.join(', ') || 'none'}`, {
            hint: 'A program that is new has no way back to test: take it out of workloads and data, or --baseline none.'
        });
    return path;
}


/***/ }),

/***/ 87347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ prune),
/* harmony export */   y: () => (/* binding */ applyAll)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42372);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64975);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26489);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15681);





const CRD = 'CustomResourceDefinition';
/** Server-side apply of objects, in order; CRDs are waited for until they are served. Tells what was refused. */
async function applyAll(context, objects) {
    const { cluster, namespace, signal } = context;
    for (const object of objects) {
        const title = `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(object)}`;
        const resource = await served(context, object);
        if (!resource)
            return { ok: false, seen: `${title}: the cluster serves no ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(object, 'apiVersion'))}` };
        const metadata = { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(object, 'metadata'), ...(resource.namespaced && { namespace }) };
        const reply = await cluster.api.call('PATCH', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(object)), {
            patch: 'apply',
            // What another owner keeps is not overwritten: a CRD is the whole cluster's.
            query: (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object) === CRD ? {} : { force: 'true' },
            body: { ...object, metadata },
            signal
        });
        if (reply.status >= 300)
            return { ok: false, seen: `${title}: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .told */ .Ev)(reply)}` };
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object) === CRD && reply.status === 201)
            context.crds.made((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(object));
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object) === CRD && !(await established(context, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(object))))
            return { ok: false, seen: `${title} was not established within ${context.workload.within} s` };
    }
    return { ok: true, seen: objects.map((each) => `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(each)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(each)}`).join(', ') || 'nothing to apply' };
}
/** A kind whose CRD came a moment ago may not be in discovery yet. */
const served = async ({ cluster, discovery, workload, signal }, object) => {
    const read = () => discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object), signal);
    const done = (resource) => resource !== undefined;
    return (await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .wait */ .u)(cluster.api, { read, done, withinMs: 1000 * Math.min(workload.within, 5) }, signal)).value;
};
const established = async ({ cluster, workload, signal }, name) => {
    const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
    const read = async () => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)((await cluster.api.call('GET', path, { signal })).body, 'status', 'conditions'));
    const done = (conditions) => conditions.some((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(each, 'type') === 'Established' && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(each, 'status') === 'True');
    return (await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .wait */ .u)(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal)).done;
};
/** Deletes what an earlier version declared and this one does not; CRDs stay, since their objects would go with them. */
async function prune({ cluster, discovery, namespace, signal }, gone) {
    for (const object of gone) {
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object) === CRD)
            continue;
        const resource = await discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .kindOf */ .I)(object), signal);
        if (resource)
            await cluster.api.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(object)), { signal });
    }
}


/***/ }),

/***/ 12726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oQ: () => (/* binding */ answered),
  XL: () => (/* binding */ byHand),
  Jb: () => (/* binding */ logged),
  t5: () => (/* binding */ lookAt),
  QD: () => (/* binding */ lookAtObject),
  cv: () => (/* binding */ say)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/base/json-path.ts



/**
 * The values at a path, in kubectl's words: `{.status.conditions[?(@.type=="Ready")].status}`, `.items[*].metadata.name`,
 * `{.data['a\.b']}`, `[0].share`. Braces and the first dot may be left out. [] where nothing is. Throws an 'input'
 * Failure for what it cannot read: ranges, unions, `..` and functions are not offered.
 */
function atPath(value, path) {
    let found = [value];
    for (const step of parsePath(path))
        found = found.flatMap((each) => take(each, step));
    return found.filter((each) => each !== undefined);
}
function take(value, step) {
    if ('key' in step)
        return (0,json/* isObject */.Gv)(value) ? [value[step.key]] : [];
    if ('index' in step)
        return [(0,json/* items */.ld)(value).at(step.index)];
    if ('all' in step)
        return (0,json/* isObject */.Gv)(value) ? Object.values(value) : (0,json/* items */.ld)(value);
    return (0,json/* items */.ld)(value).filter((item) => step.where
        .reduce((inner, key) => inner.flatMap((each) => take(each, { key })), [item])
        .some((each) => each !== undefined && (0,json/* isSame */.Ft)(each, step.is)));
}
const TOKEN = /^(?:\.?(?<key>(?:[\w$/-]|\\.)+)|\[(?<index>-?\d+)\]|(?<all>\[\*\]|\.\*)|\['(?<quoted>[^']+)'\]|\[\?\(@\.(?<where>[\w.-]+)\s*==\s*(?<is>"[^"]*"|'[^']*'|-?\d+|true|false)\)\])/;
function parsePath(path) {
    const steps = [];
    let rest = path.trim().replace(/^\{(.*)\}$/s, '$1');
    if (rest === '.')
        rest = '';
    while (rest !== '') {
        const match = TOKEN.exec(rest);
        const groups = match?.groups;
        if (!match || !groups)
            throw new errors/* Failure */.H('input', `${(0,base_text/* quote */.hD)(path)} cannot be read as a JSON path, from ${(0,base_text/* quote */.hD)(rest)} on`, {
                hint: 'Write it as {.a.b[0]}, with [*], [\'a.b\'] or [?(@.name=="x")].'
            });
        rest = rest.slice(match[0].length);
        const { key, index, all, quoted, where, is } = groups;
        if (key !== undefined)
            steps.push({ key: key.replace(/\\(.)/g, '$1') });
        else if (index !== undefined)
            steps.push({ index: Number(index) });
        else if (all !== undefined)
            steps.push({ all: true });
        else if (quoted !== undefined)
            steps.push({ key: quoted.replace(/\\(.)/g, '$1') });
        else if (where !== undefined)
            steps.push({ where: where.split('.'), is: literal(is ?? '') });
    }
    return steps;
}
const literal = (text) => /^["']/.test(text) ? text.slice(1, -1) : text === 'true' || text === 'false' ? text === 'true' : Number(text);

// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
;// CONCATENATED MODULE: ./src/suites/workload/expectations.ts






/** What is expected, as the end of a sentence: `GET /readyz answers 200`. */
function say(expectation) {
    if ('url' in expectation)
        return `GET ${expectation.url.replace(/^https?:\/\/[^/]+/, '') || '/'} answers ${expectation.status ?? '2xx'}${value(expectation)}`;
    if ('log' in expectation)
        return `its log has /${expectation.log}/`;
    if ('run' in expectation)
        return `${JSON.stringify(expectation.run.join(' '))} ends with status ${expectation.status}${value(expectation)}`;
    if ('condition' in expectation)
        return `${expectation.object} is ${expectation.condition}=${expectation.is}`;
    return `${expectation.object} is there${value(expectation)}`;
}
const value = ({ path, equals, matches }) => [
    ...(path === undefined && equals === undefined && matches === undefined ? [] : [` with ${path ?? 'a text'}`]),
    ...(equals === undefined ? [] : [` = ${JSON.stringify(equals)}`]),
    ...(matches === undefined ? [] : [` that holds /${matches}/`])
].join('');
/** How a person looks at it by hand. */
function byHand(expectation, { shown, program }) {
    const filled = (text) => (0,call/* fill */.GS)(text, shown);
    if ('url' in expectation)
        return `curl -si ${filled(expectation.url)}`;
    if ('log' in expectation)
        return `grep -E ${quoted(expectation.log)} the log of ${program}`;
    if ('run' in expectation)
        return [program, ...expectation.run.map((arg) => quoted(filled(arg)))].join(' ');
    if ('condition' in expectation)
        return `kubectl get ${expectation.object} -o jsonpath='{.status.conditions[?(@.type=="${expectation.condition}")]}'`;
    const { path } = expectation;
    return `kubectl get ${expectation.object} -o ${path === undefined ? 'yaml' : `jsonpath=${quoted(braced(path))}`}`;
}
const braced = (path) => (path.startsWith('{') ? path : `{${/^[.[]/.test(path) ? '' : '.'}${path}}`);
const quoted = (text) => (/^[\w./:=@%+$-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
/** One look at what is expected; what cannot be seen yet is an answer too. */
async function lookAt(context, running, expectation) {
    const { tools, signal } = context;
    if ('url' in expectation)
        return answered(expectation, await tools.loopback.get((0,call/* fill */.GS)(expectation.url, running.values), signal));
    if ('log' in expectation)
        return logged(expectation, await running.log());
    if ('run' in expectation) {
        const { status, stdout, stderr, how } = await running.call(expectation.run.map((arg) => (0,call/* fill */.GS)(arg, running.values)));
        const seen = `${how}: ${cut(stdout || stderr)}`;
        if (status !== expectation.status || !hasValue(expectation))
            return { ok: status === expectation.status, seen };
        return judge(expectation, expectation.path === undefined ? stdout : (0,json/* parsedJson */.U4)(stdout), how);
    }
    return await lookAtObject(context, expectation, running.values);
}
/** Whether an answer is the one that is expected; none is no answer that anybody wants. */
function answered(expectation, answer) {
    if (answer === undefined)
        return { ok: false, seen: 'nothing answers' };
    const wanted = expectation.status;
    const ok = wanted === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === wanted;
    const seen = `HTTP ${answer.status}: ${cut(answer.body)}`;
    if (!ok || !hasValue(expectation))
        return { ok, seen };
    return judge(expectation, expectation.path === undefined ? answer.body : (0,json/* parsedJson */.U4)(answer.body), `HTTP ${answer.status}`);
}
/** Whether a log has the line. */
function logged({ log }, text) {
    const pattern = new RegExp(log);
    const lines = text.split('\n');
    const line = lines.find((each) => pattern.test(each));
    return { ok: line !== undefined, seen: line ?? `${lines.length - 1} lines, none of them like it` };
}
/** One look at an object of the cluster. */
async function lookAtObject({ cluster, namespace, discovery, signal }, expectation, values) {
    let object;
    try {
        object = await (0,resources/* readObject */.Ag)(cluster.api, namespace, await discovery.named((0,call/* fill */.GS)(expectation.object, values), signal), signal);
    }
    catch (error) {
        // A kind that the program itself brings may come later.
        if (error instanceof errors/* Failure */.H && error.kind === 'input')
            return { ok: false, seen: error.message };
        throw error;
    }
    if (object === undefined)
        return { ok: false, seen: `${expectation.object} is not there` };
    if ('condition' in expectation) {
        const { condition, is } = expectation;
        const conditions = (0,json/* objectsAt */.yR)(object, 'status', 'conditions');
        const one = conditions.find((each) => (0,json/* text */.Qq)(each['type']) === condition);
        const seen = one
            ? `${condition}=${(0,json/* text */.Qq)(one['status'])} (${(0,json/* text */.Qq)(one['reason'])}: ${cut((0,json/* text */.Qq)(one['message']))})`
            : `it has the conditions ${conditions.map((each) => (0,json/* text */.Qq)(each['type'])).join(', ') || 'none'}`;
        return { ok: one !== undefined && (0,json/* text */.Qq)(one['status']) === is, seen };
    }
    return hasValue(expectation)
        ? judge(expectation, object, 'it is there')
        : { ok: true, seen: `it is there, resourceVersion ${(0,json/* text */.Qq)((0,json.at)(object, 'metadata', 'resourceVersion'))}` };
}
const hasValue = ({ path, equals, matches }) => (path ?? equals ?? matches) !== undefined;
function judge({ path, equals, matches }, from, before) {
    if (from === undefined)
        return { ok: false, seen: `${before}, and it is not JSON` };
    const found = path === undefined ? [from] : atPath(from, path);
    if (found.length === 0)
        return { ok: false, seen: `${before}, and nothing is at ${path}: ${cut(JSON.stringify(from))}` };
    const texts = found.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    const seen = texts.join(' ');
    const fits = (equals === undefined || seen === String(equals)) && (matches === undefined || new RegExp(matches, 'm').test(seen));
    return { ok: fits, seen: cut(seen) };
}
const cut = (text) => {
    const line = text.trim().replace(/\s+/g, ' ');
    return line.length > 300 ? `${line.slice(0, 297)}...` : line;
};


/***/ }),

/***/ 15681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   MB: () => (/* binding */ parseObjects),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _x: () => (/* binding */ inTrial),
/* harmony export */   fD: () => (/* binding */ rulesOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _base_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65958);




/** Kinds that run a program by themselves: the process under test stands in for them. */
const RUNNERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'];
const CLUSTER_ROLES = ['ClusterRole', 'ClusterRoleBinding'];
/** The objects of YAML or JSON documents, lists taken apart. Throws an 'input' Failure that names the file and line. */
function parseObjects(source, path) {
    // YAML 1.1, as kubectl reads it (0644 is octal), but for dates, which stay text.
    const documents = (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .gM)(source, path, (text) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
        ..._base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .YAML */ .Wh,
        version: '1.1',
        customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:timestamp$/.test(tag.tag))
    }));
    return [...documents].flatMap((document) => {
        if (document.errors.length)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .mistakes */ .I9)(document.errors.slice(0, 1), (offset) => `${path}:${lineAt(source, offset)}`), { hint: 'Make `kubectl apply --dry-run=client -f` accept that file.' });
        return flatten((0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .valueOf */ .RP)(document, path, 100), path);
    });
}
function flatten(value, path) {
    if (value === null || value === undefined)
        return [];
    const apiVersion = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, 'apiVersion'));
    const kind = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, 'kind'));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) || apiVersion === '' || kind === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} holds a document that is no Kubernetes object: it has no apiVersion or kind`, {
            hint: 'Take that document out, or name only files of manifests in slipway.yaml.'
        });
    if (kind.endsWith('List') && Array.isArray(value['items']))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)(value['items']).flatMap((item) => flatten(item, path));
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(value, 'metadata', 'name')) === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} holds a ${kind} without a name`, { hint: 'metadata.name has to be set.' });
    return [value];
}
const lineAt = (source, offset) => source.slice(0, offset).split('\n').length;
/**
 * Moves manifests into a namespace: `{namespace}` in their text was filled in before; every account of a binding is
 * one of this namespace, and roles of the whole cluster get its name behind theirs, so that trials side by side do not
 * share any.
 */
function inTrial(all, namespace, account) {
    const own = all.filter((each) => kindOf(each) === 'ClusterRole').map(nameOf);
    const rename = (name) => `${name}-${namespace}`;
    const objects = all
        .filter((each) => !RUNNERS.includes(kindOf(each)) && kindOf(each) !== 'Namespace')
        .map((each) => {
        const metadata = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(each, 'metadata'));
        const name = CLUSTER_ROLES.includes(kindOf(each)) ? rename(nameOf(each)) : nameOf(each);
        const moved = { ...each, metadata: { ...metadata, name } };
        if (!/^(Cluster)?RoleBinding$/.test(kindOf(each)))
            return moved;
        const role = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(each, 'roleRef'));
        const isOwn = role['kind'] === 'ClusterRole' && own.includes((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(role['name']));
        return {
            ...moved,
            roleRef: isOwn ? { ...role, name: rename((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(role['name'])) } : role,
            subjects: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(each, 'subjects')).map((subject) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(subject, 'kind')) === 'ServiceAccount' ? { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)(subject), namespace } : subject)
        };
    });
    return {
        objects: objects.sort((a, b) => rank(a) - rank(b)),
        leftOut: all.filter((each) => RUNNERS.includes(kindOf(each))).map((each) => `${kindOf(each)} ${nameOf(each)}`),
        serviceAccount: account ?? accountOf(all)
    };
}
const kindOf = (object) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(object, 'kind'));
const nameOf = (object) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(object, 'metadata', 'name'));
const rank = (object) => {
    const kind = kindOf(object);
    if (kind === 'CustomResourceDefinition')
        return 0;
    if (kind === 'ServiceAccount')
        return 1;
    return /Role$/.test(kind) ? 2 : /RoleBinding$/.test(kind) ? 3 : 4;
};
/** Whom the pods of the manifests run as, else their only account, else the namespace's own. */
function accountOf(all) {
    const pods = all.filter((each) => RUNNERS.includes(kindOf(each)));
    const named = [...new Set(pods.map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(each, 'spec', 'template', 'spec', 'serviceAccountName'))))];
    const accounts = all.filter((each) => kindOf(each) === 'ServiceAccount').map(nameOf);
    const found = named.filter(Boolean).length ? named.filter(Boolean) : accounts;
    if (found.length > 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `the manifests have several service accounts: ${found.join(', ')}`, {
            hint: 'Say which one the program is: service-account of the workload in slipway.yaml.'
        });
    return found[0] ?? 'default';
}
/** What roles of these manifests let the account do, for evidence: `list trafficsplits.split.smi-spec.io`. */
const rulesOf = (objects) => objects
    .filter((each) => /Role$/.test(kindOf(each)))
    .flatMap((role) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(role, 'rules'))
    .map((rule) => {
    const list = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)(rule[name]).map(_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq).join(',');
    return `${list('verbs')} ${list('resources')}${list('apiGroups') ? `.${list('apiGroups')}` : ''}`;
});


/***/ }),

/***/ 29038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   ZF: () => (/* binding */ installSmi),
/* harmony export */   iZ: () => (/* binding */ objectsOf),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   oF: () => (/* binding */ manifestsOf),
/* harmony export */   tB: () => (/* binding */ bringsSmi)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _smi_crds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57780);
/* harmony import */ var _smi_samples_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68568);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87347);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15681);
/* harmony import */ var _programs_call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71227);
/* harmony import */ var _watched_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66993);








/** Makes the user's objects, and tells how they are then. Rejects ('input') when the API refuses one. */
async function place(context, objects) {
    const look = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .applyAll */ .y)(context, objects);
    if (!look.ok)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `workload ${context.workload.name}: its objects cannot be made: ${look.seen}`, {
            hint: 'Try them on this Kubernetes: kubectl apply --dry-run=server -f FILE.'
        });
    return await (0,_watched_js__WEBPACK_IMPORTED_MODULE_6__/* .snapshot */ .P9)(context, objects);
}
/**
 * The user's objects, as this version has them. Where none are named, SMI objects of the suite's own, of what the
 * program speaks, as far as their CRDs are installed.
 */
const objectsOf = async (context, version, speaks) => {
    const { objects } = context.workload;
    if (objects.length === 0)
        return bringsSmi(context, speaks) ? (0,_smi_samples_js__WEBPACK_IMPORTED_MODULE_2__/* .sampleObjects */ .l)(speaks) : [];
    return (await Promise.all(objects.map((path) => parsed(context, version, path)))).flat();
};
/** Whether the SMI CRDs are part of the trial. */
const bringsSmi = ({ workload }, speaks) => workload['smi-crds'] ?? speaks.length > 0;
/** A version's own manifests, as they are applied in the trial's namespace. */
const manifestsOf = async (context, version) => {
    const { manifests } = context.workload;
    const all = (await Promise.all(manifests.map((path) => parsed(context, version, path)))).flat();
    return (0,_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .inTrial */ ._x)(all, context.namespace, context.workload['service-account']);
};
/** The objects of one of a version's own files, `{namespace}` filled in. */
async function parsed({ namespace }, version, path) {
    const bytes = await version.file(path);
    if (!bytes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${version.name} has no file ${path}, which slipway.yaml names`, {
            hint: 'Paths are relative to the module; a manifest has to be in the baseline too.'
        });
    return (0,_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObjects */ .MB)((0,_programs_call_js__WEBPACK_IMPORTED_MODULE_5__/* .fill */ .GS)(Buffer.from(bytes).toString('utf8'), { namespace }), path);
}
/** The same set, stored as the smi suite stores it, so that the two can share a cluster. */
async function installSmi(context, speaks) {
    const set = (0,_smi_crds_js__WEBPACK_IMPORTED_MODULE_1__.crdSet)('all', { storage: (0,_smi_crds_js__WEBPACK_IMPORTED_MODULE_1__.storageFor)('all', speaks) });
    const { ok, seen } = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .applyAll */ .y)(context, set.crds);
    if (!ok)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the SMI CRDs cannot be installed: ${seen}`, {
            hint: 'Give this user the right to create custom resource definitions, or use a cluster of its own: --cluster control-plane.'
        });
}


/***/ }),

/***/ 72849:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ playTrial),
  i: () => (/* binding */ workloadOf)
});

// EXTERNAL MODULE: ./src/suites/cluster/namespace.ts
var namespace = __webpack_require__(15675);
// EXTERNAL MODULE: ./src/suites/cluster/own-crds.ts
var own_crds = __webpack_require__(91281);
// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
;// CONCATENATED MODULE: ./src/suites/workload/diary.ts

function diary() {
    const began = performance.now();
    const own = (0,evidence/* evidence */.MX)();
    const moments = [];
    const tell = (step, what, ok, from, until = performance.now()) => void moments.push({
        at: Math.round(from - began),
        ms: Math.round(until - from),
        ...{ step, what, outcome: ok ? 'passed' : 'failed' }
    });
    return {
        checks: own.checks,
        moments,
        async witness(step, claim, repeat, look, { from = performance.now(), until } = {}) {
            const ok = await own.check(step === '' ? claim : `${step}: ${claim}`, repeat, look);
            tell(step, claim, ok, from, until);
            return ok;
        },
        timed: (step, other = own) => ({
            checks: other.checks,
            async check(claim, repeat, look) {
                const from = performance.now();
                const ok = await other.check(claim, repeat, look);
                tell(step, claim, ok, from);
                return ok;
            }
        })
    };
}

;// CONCATENATED MODULE: ./src/suites/workload/trial.ts
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





const workloadOf = (trial) => trial.with['workload'];
/** Plays a trial in a namespace and a folder of its own, and removes the CRDs that it made, whatever came of it. */
async function playTrial({ cluster, trial, tools, signal }, { kind, simulated, ports = async () => new Map() }, play) {
    const workload = workloadOf(trial);
    const book = diary();
    const crds = (0,own_crds/* ownCrds */.h)(cluster.api);
    const told = await (0,evidence/* verdict */.WJ)(cluster, trial, simulated, () => (0,namespace/* inNamespace */.d)(cluster.api, workload.name, signal, async (namespace) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const scratch = __addDisposableResource(env_1, await tools.files.scratch(`${kind}-${workload.name}`), true);
            try {
                return await play({
                    ...{ cluster, namespace, workload, tools, crds, signal },
                    discovery: (0,resources/* discovery */.HD)(cluster.api),
                    folder: scratch.path,
                    ports: await ports(),
                    diary: book
                });
            }
            finally {
                await crds.remove();
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
    }));
    return { ...told, moments: book.moments };
}


/***/ }),

/***/ 66993:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cv: () => (/* binding */ unchanged),
/* harmony export */   P: () => (/* binding */ kubectlNames),
/* harmony export */   P9: () => (/* binding */ snapshot),
/* harmony export */   TG: () => (/* binding */ again),
/* harmony export */   lN: () => (/* binding */ deletable),
/* harmony export */   uU: () => (/* binding */ taken)
/* harmony export */ });
/* unused harmony exports essence, differences, isOne */
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26489);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64975);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15681);





/** What the server writes for itself. */
const SERVERS = ['resourceVersion', 'generation', 'managedFields', 'creationTimestamp', 'selfLink'];
/** An object without what the server keeps for itself, its status, and what the workload may change. */
function essence(object, mayChange) {
    const { status: _, ...rest } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)(object);
    const metadata = Object.fromEntries(Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .fields */ .OA)(rest['metadata'])).filter(([key]) => !SERVERS.includes(key)));
    return mayChange.reduce((left, path) => without(left, path.replace(/^\./, '').split('.')), {
        ...rest,
        metadata
    });
}
function without(value, [key = '', ...rest]) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const { [key]: inner, ...others } = value;
    if (inner === undefined)
        return value;
    return rest.length === 0 ? others : { ...others, [key]: without(inner, rest) };
}
/** Where two values differ, leaf by leaf: `spec.backends[0].weight: 90 → 50`. */
function differences(before, after, path = '') {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(before ?? null) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(after ?? null) && (before === undefined) === (after === undefined))
        return [];
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(before) && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(after))
        return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => differences(before[key], after[key], path === '' ? key : `${path}.${key}`));
    if (Array.isArray(before) && Array.isArray(after)) {
        const [old, fresh] = [before, after];
        return Array.from({ length: Math.max(old.length, fresh.length) }, (_, i) => i).flatMap((i) => differences(old[i], fresh[i], `${path}[${i}]`));
    }
    const show = (value) => value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
    return [`${path}: ${show(before)} → ${show(after)}`];
}
const snapshot = async (context, objects) => {
    const { cluster, namespace, discovery, workload, signal } = context;
    return await Promise.all(objects.map(async (object) => {
        const resource = await discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(object), signal);
        if (!resource)
            throw new Error(`${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(object)} was applied and is not served`);
        const reference = { resource, name: (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(object) };
        const now = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return { reference, was: essence(now ?? null, workload['may-change']) };
    }));
};
/** The same objects as they are now, from here on, without those that are gone. */
const again = async (context, watched) => {
    const { cluster, namespace, workload, signal } = context;
    const now = watched.map(async ({ reference }) => {
        const object = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return object === undefined ? [] : [{ reference, was: essence(object, workload['may-change']) }];
    });
    return (await Promise.all(now)).flat();
};
/** The same objects, with the one that was changed on purpose as it is now. */
const taken = async (context, watched, changed) => (await Promise.all(watched.map((each) => (isOne(each.reference, changed) ? again(context, [each]) : Promise.resolve([each]))))).flat();
/** Whether both mean one object, which may be named by two versions of its group. */
const isOne = (a, b) => a.name === b.name &&
    a.resource.plural === b.resource.plural &&
    groupOf(a.resource.apiVersion) === groupOf(b.resource.apiVersion);
const groupOf = (apiVersion) => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');
/** Whether every watched object is as it was; what is other is told field by field, with the digests of all of them. */
async function unchanged(context, watched) {
    const { cluster, namespace, workload, signal } = context;
    const now = await Promise.all(watched.map(async ({ reference }) => {
        const object = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return object === undefined ? undefined : essence(object, workload['may-change']);
    }));
    const changed = watched.flatMap(({ reference, was }, i) => {
        const title = `${reference.resource.kind} ${reference.name}`;
        return now[i] === undefined ? [`${title} is gone`] : differences(was, now[i]).map((line) => `${title} ${line}`);
    });
    const digest = (all) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(all.map((each) => each ?? null))).slice(0, 12);
    const digests = `sha256 ${digest(watched.map(({ was }) => was))} before, ${digest(now)} now`;
    return {
        ok: changed.length === 0,
        seen: `${watched.length} objects, ${digests}${changed.length ? `; ${changed.slice(0, 20).join('; ')}` : ''}`
    };
}
/** Whether the watched objects can still be deleted; what holds them is told, and taken off so that nothing stays. */
async function deletable(context, watched) {
    const { cluster, namespace, workload, signal } = context;
    const { api } = cluster;
    for (const { reference } of watched)
        await api.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(reference.resource, namespace, reference.name), { signal });
    const read = async () => {
        const all = await Promise.all(watched.map(({ reference }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(api, namespace, reference, signal)));
        return all.filter((each) => each !== undefined);
    };
    const { value, done, ms } = await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .wait */ .u)(api, { read, done: (left) => left.length === 0, withinMs: 1000 * workload.within }, signal);
    for (const { reference } of done ? [] : watched)
        await api.call('PATCH', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(reference.resource, namespace, reference.name), {
            patch: 'merge',
            body: { metadata: { finalizers: null } },
            signal
        });
    const held = value.map((each) => {
        const finalizers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(each, 'metadata', 'finalizers');
        return `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .kindOf */ .I)(each)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(each)} is still there, held by the finalizers ${JSON.stringify(finalizers ?? [])}`;
    });
    return {
        ok: done,
        seen: done ? `${watched.length} objects gone after ${ms} ms` : `after ${ms} ms: ${held.join('; ')}`
    };
}
/** As kubectl takes them: `trafficsplits.v1alpha2.split.smi-spec.io/web configmaps/settings`. */
const kubectlNames = (watched) => watched.map(({ reference }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .kubectlName */ .kI)(reference)).join(' ');


/***/ })

};
