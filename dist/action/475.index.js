export const id = 475;
export const ids = [475,2865,5958];
export const modules = {

/***/ 65958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ listMistakes),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   zw: () => (/* binding */ readYamlValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


const LONGEST = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.yaml.most;
const MISTAKES = 20;
const SHOWN = 300;
const YAML = { prettyErrors: false, logLevel: 'error' };
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
function listMistakes(errors, at) {
    const shown = errors
        .slice(0, MISTAKES)
        .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`);
    const more = errors.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
function readYamlValue(document, path, aliases) {
    try {
        const value = document.toJS({ maxAliasCount: aliases });
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


/***/ }),

/***/ 68568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeSampleFiles),
/* harmony export */   l: () => (/* binding */ makeSampleObjects)
/* harmony export */ });
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57780);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50026);


const ODD = { spec: { service: 'website', backends: [{ service: 'website', weight: 1 }] } };
const makeSampleObjects = (speaks) => Object.entries((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.chooseStorage)('all', speaks)).flatMap(([kind, version]) => makeSamples(kind, version));
const makeSampleFiles = (speaks) => Object.keys((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.chooseStorage)('all', speaks)).flatMap((kind) => _objects_js__WEBPACK_IMPORTED_MODULE_1__/* .GOOD_OBJECTS */ .r4.filter((good) => good.kind === kind).map(({ version }) => ({
    name: `${kind}-${version}.yaml`,
    objects: makeSamples(kind, version)
})));
function makeSamples(kind, version) {
    const { group } = (0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.makeCrdSet)('all').kinds.find((each) => each.kind === kind) ?? {};
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
/* harmony export */   _: () => (/* binding */ runInNamespace)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);



const PATH = '/api/v1/namespaces';
const runInNamespace = async (api, label, signal, work) => {
    const reply = await api.call('POST', PATH, {
        body: { apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: `slipway-${label}-` } },
        signal
    });
    const name = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(reply.body, 'metadata', 'name'));
    if (reply.status !== 201 || name === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no namespace for the ${label} suite could be made: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply)}`, {
            hint: 'The suite needs the right to create and delete namespaces.'
        });
    }
    let result;
    try {
        result = await work(name);
    }
    catch (error) {
        await removeNamespace(api, name).catch(() => undefined);
        throw error;
    }
    await removeNamespace(api, name);
    return result;
};
const removeNamespace = async (api, name) => {
    const reply = await api.call('DELETE', `${PATH}/${name}`, { signal: AbortSignal.timeout(10_000) });
    if (reply.status >= 400 && reply.status !== 404) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${name} could not be deleted: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply)}`, {
            hint: `Delete it by hand: kubectl delete namespace ${name}`
        });
    }
};


/***/ }),

/***/ 91281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ trackOwnCrds)
/* harmony export */ });
/* unused harmony export removeCrds */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _crds_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67044);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42372);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64975);





const TRIES = 12;
function trackOwnCrds(api) {
    const names = [];
    return {
        made: (name) => void names.push(name),
        remove: () => removeCrds(api, names)
    };
}
const removeCrds = async (api, names, lostMs = _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST_MS */ .YT) => {
    const signal = AbortSignal.timeout(2 * TRIES * _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .LOST_MS */ .YT);
    await Promise.all(names.map((name) => removeCrd(api, name, lostMs, signal)));
};
async function removeCrd(api, name, lostMs, signal) {
    const path = `${_crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .CRDS */ .Jg}/${name}`;
    const read = () => api.call('GET', path, { signal });
    const watch = { path: _crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .CRDS */ .Jg, query: { fieldSelector: `metadata.name=${name}` } };
    let reply = await api.call('DELETE', path, { signal });
    for (let time = 1;; time++) {
        const { value, done } = await (0,_wait_js__WEBPACK_IMPORTED_MODULE_2__/* .waitForState */ .o)(api, { read, done: ({ status }) => status === 404, watch, withinMs: lostMs }, signal);
        if (done)
            return;
        if (time === TRIES)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the CRD ${name} could not be removed: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .describeReply */ .CS)(reply)}, then ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .describeReply */ .CS)(value)}`, {
                hint: `See what holds it: kubectl get crd ${name} -o yaml`
            });
        reply = isGoing(value.body)
            ? await (0,_crds_api_js__WEBPACK_IMPORTED_MODULE_1__/* .wakeController */ .R)(api, path, time, signal)
            : await api.call('DELETE', path, { signal });
    }
}
const isGoing = (crd) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readTextAt */ .Tw)(crd, 'metadata', 'deletionTimestamp') !== '';


/***/ }),

/***/ 26489:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   J4: () => (/* binding */ openDiscovery),
/* harmony export */   nm: () => (/* binding */ formatKubectlName),
/* harmony export */   ps: () => (/* binding */ formatResourcePath)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);



function openDiscovery(api) {
    const known = new Map();
    const list = async (apiVersion, signal) => {
        const before = known.get(apiVersion);
        if (before)
            return before;
        const { status, body } = await api.call('GET', formatApiRoot(apiVersion), { signal });
        const found = status >= 300 ? [] : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readObjectsAt */ .s0)(body, 'resources').map((each) => readResource(each, apiVersion));
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
            if (/[{}]/.test(name))
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `nothing is known that stands for ${name} in ${JSON.stringify(reference)}`, {
                    hint: 'In the name of an object {namespace}, {version}, {port} and {port.NAME} are filled in.'
                });
            const [plural = '', ...rest] = what.split('.');
            const [first = '', ...others] = rest;
            const apiVersion = rest.length === 0
                ? 'v1'
                : /^v\d/.test(first)
                    ? `${others.join('.')}/${first}`
                    : await findPreferred(api, rest.join('.'), signal);
            const resource = apiVersion === undefined ? undefined : await find(apiVersion, (each) => each.plural === plural, signal);
            if (!resource)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the cluster serves no ${what}, which ${JSON.stringify(reference)} names`, {
                    hint: 'Write it as RESOURCE.GROUP/NAME, in the plural, as kubectl api-resources lists it.'
                });
            return { resource, name };
        }
    };
}
const formatApiRoot = (apiVersion) => apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
async function findPreferred(api, group, signal) {
    const { status, body } = await api.call('GET', `/apis/${group}`, { signal });
    return status >= 300 ? undefined : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(body, 'preferredVersion', 'groupVersion')) || undefined;
}
const readResource = (each, apiVersion) => ({
    kind: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(each, 'kind')),
    plural: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(each, 'name')),
    apiVersion,
    namespaced: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(each, 'namespaced') === true
});
const formatResourcePath = ({ apiVersion, plural, namespaced }, namespace, name) => [formatApiRoot(apiVersion), ...(namespaced ? [`namespaces/${namespace}`] : []), plural, ...(name ? [name] : [])].join('/');
const formatKubectlName = ({ resource, name }) => {
    const [group, version] = resource.apiVersion.split('/');
    return `${version === undefined ? resource.plural : `${resource.plural}.${version}.${group}`}/${name}`;
};
async function readObject(api, namespace, { resource, name }, signal) {
    const reply = await api.call('GET', formatResourcePath(resource, namespace, name), { signal });
    if (reply.status === 404)
        return undefined;
    if (reply.status >= 300)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `${resource.plural}/${name} cannot be read: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReply */ .CS)(reply)}`, {
            hint: 'Give this user the right to read it, or use a cluster of its own: --cluster control-plane.'
        });
    return reply.body;
}


/***/ }),

/***/ 64975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ waitForState)
/* harmony export */ });
const waitForState = async (api, { read, done, watch, withinMs }, signal) => {
    const started = performance.now();
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, ended.signal]);
    let wake = () => undefined;
    let news = false;
    const ring = () => {
        news = true;
        wake();
    };
    const watching = watch ? followEvents(api, watch.path, watch.query, stop, ring) : Promise.resolve();
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
const followEvents = async (api, path, query, stop, ring) => {
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
/* harmony export */   CS: () => (/* binding */ describeReply),
/* harmony export */   MX: () => (/* binding */ evidence),
/* harmony export */   Mk: () => (/* binding */ readReplyMessage),
/* harmony export */   nb: () => (/* binding */ reachVerdict),
/* harmony export */   u9: () => (/* binding */ formatPipe)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const evidence = () => {
    const checks = [];
    const faultsOf = new Map();
    return {
        checks,
        faultsOf: (check) => faultsOf.get(check) ?? [],
        check: async (claim, repeat, look) => {
            const { ok, seen, loss, at, faults = [] } = await look();
            const outcome = ok ? 'passed' : 'failed';
            const check = { claim, outcome, seen, repeat, ...(loss && { loss }), ...(at && { at }) };
            checks.push(check);
            if (!ok)
                faultsOf.set(check, faults);
            return ok;
        }
    };
};
const reachVerdict = async (cluster, trial, simulated, suite) => {
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
const describeReply = (reply) => reply.status < 400 ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${readReplyMessage(reply).slice(0, 400)}`;
const readReplyMessage = (reply) => ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readAt */ .m6)(reply.body, 'message')) || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readAt */ .m6)(reply.body, 'text'))).trim().replace(/\s+/g, ' ');
const formatPipe = (object, command) => `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`;


/***/ }),

/***/ 71227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   bQ: () => (/* binding */ callProgram),
/* harmony export */   iT: () => (/* binding */ makeBareEnv)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

async function callProgram(run, argv, { cwd, home, env = {}, within }, signal) {
    const patience = AbortSignal.timeout(1000 * within);
    try {
        const said = await run(argv, {
            cwd,
            env: { ...makeBareEnv(home), ...env },
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
const makeBareEnv = (home) => ({ PATH: '/usr/bin:/bin', HOME: home });
function fillPlaceholders(text, values) {
    return text.replace(/\{([a-z][\w.-]*)\}/g, (whole, name) => values[name] ?? whole);
}


/***/ }),

/***/ 16795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function findProgram({ version, label }, wanted) {
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
/* harmony export */   B: () => (/* binding */ pruneObjects),
/* harmony export */   y: () => (/* binding */ applyAll)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42372);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64975);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26489);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15681);





const CRD = 'CustomResourceDefinition';
async function applyAll(context, objects) {
    const { cluster, namespace, signal } = context;
    for (const object of objects) {
        const title = `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(object)}`;
        const resource = await awaitResource(context, object);
        if (!resource)
            return { ok: false, seen: `${title}: the cluster serves no ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(object, 'apiVersion'))}` };
        const metadata = { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(object, 'metadata'), ...(resource.namespaced && { namespace }) };
        const reply = await cluster.api.call('PATCH', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .formatResourcePath */ .ps)(resource, namespace, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(object)), {
            patch: 'apply',
            query: (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object) === CRD ? {} : { force: 'true' },
            body: { ...object, metadata },
            signal
        });
        if (reply.status >= 300)
            return { ok: false, seen: `${title}: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_3__/* .describeReply */ .CS)(reply)}` };
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object) === CRD && reply.status === 201)
            context.crds.made((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(object));
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object) === CRD && !(await awaitEstablished(context, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(object))))
            return { ok: false, seen: `${title} was not established within ${context.workload.within} s` };
    }
    return {
        ok: true,
        seen: objects.map((each) => `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(each)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(each)}`).join(', ') || 'nothing to apply'
    };
}
const awaitResource = async ({ cluster, discovery, workload, signal }, object) => {
    const read = () => discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object), signal);
    const done = (resource) => resource !== undefined;
    return (await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .waitForState */ .o)(cluster.api, { read, done, withinMs: 1000 * Math.min(workload.within, 5) }, signal)).value;
};
const awaitEstablished = async ({ cluster, workload, signal }, name) => {
    const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
    const read = async () => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)((await cluster.api.call('GET', path, { signal })).body, 'status', 'conditions'));
    const done = (conditions) => conditions.some((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(each, 'type') === 'Established' && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(each, 'status') === 'True');
    return (await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .waitForState */ .o)(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal)).done;
};
async function pruneObjects({ cluster, discovery, namespace, signal }, gone) {
    for (const object of gone) {
        if ((0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object) === CRD)
            continue;
        const resource = await discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readKind */ .X0)(object), signal);
        if (resource)
            await cluster.api.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .formatResourcePath */ .ps)(resource, namespace, (0,_manifests_js__WEBPACK_IMPORTED_MODULE_1__/* .readName */ .MQ)(object)), { signal });
    }
}


/***/ }),

/***/ 12726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uN: () => (/* binding */ describeExpectation),
  pU: () => (/* binding */ formatLookByHand),
  _n: () => (/* binding */ judgeAnswer),
  G7: () => (/* binding */ judgeLog),
  t5: () => (/* binding */ lookAt),
  QD: () => (/* binding */ lookAtObject)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/base/json-path.ts



function findAtPath(value, path) {
    let found = [value];
    for (const step of parsePath(path))
        found = found.flatMap((each) => takeStep(each, step));
    return found.filter((each) => each !== undefined);
}
function takeStep(value, step) {
    if ('key' in step)
        return (0,json/* isObject */.Gv)(value) ? [value[step.key]] : [];
    if ('index' in step)
        return [(0,json/* readItems */.F1)(value).at(step.index)];
    if ('all' in step)
        return (0,json/* isObject */.Gv)(value) ? Object.values(value) : (0,json/* readItems */.F1)(value);
    return (0,json/* readItems */.F1)(value).filter((item) => step.where
        .reduce((inner, key) => inner.flatMap((each) => takeStep(each, { key })), [item])
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
            steps.push({ where: where.split('.'), is: parseLiteral(is ?? '') });
    }
    return steps;
}
const parseLiteral = (text) => /^["']/.test(text) ? text.slice(1, -1) : text === 'true' || text === 'false' ? text === 'true' : Number(text);

// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
;// CONCATENATED MODULE: ./src/suites/workload/expectations.ts






function describeExpectation(expectation) {
    if ('url' in expectation)
        return `GET ${expectation.url.replace(/^https?:\/\/[^/]+/, '') || '/'} answers ${expectation.status ?? '2xx'}${describeValue(expectation)}`;
    if ('log' in expectation)
        return `its log has /${expectation.log}/`;
    if ('run' in expectation)
        return `${JSON.stringify(expectation.run.join(' '))} ends with status ${expectation.status}${describeValue(expectation)}`;
    if ('condition' in expectation)
        return `${expectation.object} is ${expectation.condition}=${expectation.is}`;
    return `${expectation.object} is there${describeValue(expectation)}`;
}
const describeValue = ({ path, equals, matches }) => [
    ...(path === undefined && equals === undefined && matches === undefined ? [] : [` with ${path ?? 'a text'}`]),
    ...(equals === undefined ? [] : [` = ${JSON.stringify(equals)}`]),
    ...(matches === undefined ? [] : [` that holds /${matches}/`])
].join('');
function formatLookByHand(expectation, { shown, program }) {
    const filled = (text) => (0,call/* fillPlaceholders */.Ct)(text, shown);
    if ('url' in expectation)
        return `curl -si ${filled(expectation.url)}`;
    if ('log' in expectation)
        return `grep -E ${quoteWord(expectation.log)} the log of ${program}`;
    if ('run' in expectation)
        return [program, ...expectation.run.map((arg) => quoteWord(filled(arg)))].join(' ');
    if ('condition' in expectation)
        return `kubectl get ${expectation.object} -o jsonpath='{.status.conditions[?(@.type=="${expectation.condition}")]}'`;
    const { path } = expectation;
    return `kubectl get ${expectation.object} -o ${path === undefined ? 'yaml' : `jsonpath=${quoteWord(addBraces(path))}`}`;
}
const addBraces = (path) => (path.startsWith('{') ? path : `{${/^[.[]/.test(path) ? '' : '.'}${path}}`);
const quoteWord = (text) => /^[\w./:=@%+$-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
async function lookAt(context, running, expectation) {
    if ('url' in expectation)
        return judgeAnswer(expectation, await running.get((0,call/* fillPlaceholders */.Ct)(expectation.url, running.values)));
    if ('log' in expectation)
        return judgeLog(expectation, await running.log());
    if ('run' in expectation) {
        const { status, stdout, stderr, how } = await running.call(expectation.run.map((arg) => (0,call/* fillPlaceholders */.Ct)(arg, running.values)));
        const seen = `${how}: ${cutAnswer(stdout || stderr)}`;
        if (status !== expectation.status || !hasValue(expectation))
            return { ok: status === expectation.status, seen };
        return judgeValue(expectation, expectation.path === undefined ? stdout : (0,json/* parseJson */.qF)(stdout), how);
    }
    return await lookAtObject(context, expectation, running.values);
}
function judgeAnswer(expectation, answer) {
    if (answer === undefined)
        return { ok: false, seen: 'nothing answers' };
    const wanted = expectation.status;
    const ok = wanted === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === wanted;
    const seen = `HTTP ${answer.status}: ${cutAnswer(answer.body)}`;
    if (!ok || !hasValue(expectation))
        return { ok, seen };
    return judgeValue(expectation, expectation.path === undefined ? answer.body : (0,json/* parseJson */.qF)(answer.body), `HTTP ${answer.status}`);
}
function judgeLog({ log }, text) {
    const pattern = new RegExp(log);
    const lines = text.split('\n');
    const line = lines.find((each) => pattern.test(each));
    return { ok: line !== undefined, seen: line ?? `${lines.length - 1} lines, none of them like it` };
}
async function lookAtObject({ cluster, namespace, discovery, signal }, expectation, values) {
    let object;
    try {
        object = await (0,resources/* readObject */.Ag)(cluster.api, namespace, await discovery.named((0,call/* fillPlaceholders */.Ct)(expectation.object, values), signal), signal);
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H && error.kind === 'input')
            return { ok: false, seen: error.message };
        throw error;
    }
    if (object === undefined)
        return { ok: false, seen: `${expectation.object} is not there` };
    if ('condition' in expectation) {
        const { condition, is } = expectation;
        const conditions = (0,json/* readObjectsAt */.s0)(object, 'status', 'conditions');
        const one = conditions.find((each) => (0,json/* readText */.yR)(each['type']) === condition);
        const seen = one
            ? `${condition}=${(0,json/* readText */.yR)(one['status'])} (${(0,json/* readText */.yR)(one['reason'])}: ${cutAnswer((0,json/* readText */.yR)(one['message']))})`
            : `it has the conditions ${conditions.map((each) => (0,json/* readText */.yR)(each['type'])).join(', ') || 'none'}`;
        return { ok: one !== undefined && (0,json/* readText */.yR)(one['status']) === is, seen };
    }
    return hasValue(expectation)
        ? judgeValue(expectation, object, 'it is there')
        : { ok: true, seen: `it is there, resourceVersion ${(0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'metadata', 'resourceVersion'))}` };
}
const hasValue = ({ path, equals, matches }) => (path ?? equals ?? matches) !== undefined;
function judgeValue({ path, equals, matches }, from, before) {
    if (from === undefined)
        return { ok: false, seen: `${before}, and it is not JSON` };
    const found = path === undefined ? [from] : findAtPath(from, path);
    if (found.length === 0)
        return { ok: false, seen: `${before}, and nothing is at ${path}: ${cutAnswer(JSON.stringify(from))}` };
    const texts = found.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
    const seen = texts.join(' ');
    const fits = (equals === undefined || seen === String(equals)) && (matches === undefined || new RegExp(matches, 'm').test(seen));
    return { ok: fits, seen: cutAnswer(seen) };
}
const cutAnswer = (text) => {
    const line = text.trim().replace(/\s+/g, ' ');
    return line.length > 300 ? `${line.slice(0, 297)}...` : line;
};


/***/ }),

/***/ 15681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MB: () => (/* binding */ parseObjects),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   X0: () => (/* binding */ readKind),
/* harmony export */   gi: () => (/* binding */ moveIntoTrial),
/* harmony export */   sJ: () => (/* binding */ listRules)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _base_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65958);




const RUNNERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod'];
const CLUSTER_ROLES = ['ClusterRole', 'ClusterRoleBinding'];
function parseObjects(source, path) {
    const documents = (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .gM)(source, path, (text) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, {
        ..._base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .YAML */ .Wh,
        version: '1.1',
        customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:timestamp$/.test(tag.tag))
    }));
    return [...documents].flatMap((document) => {
        if (document.errors.length)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .listMistakes */ .Ix)(document.errors.slice(0, 1), (offset) => `${path}:${countLine(source, offset)}`), { hint: 'Make `kubectl apply --dry-run=client -f` accept that file.' });
        return flatten((0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .readYamlValue */ .zw)(document, path, 100), path);
    });
}
function flatten(value, path) {
    if (value === null || value === undefined)
        return [];
    const apiVersion = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(value, 'apiVersion'));
    const kind = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(value, 'kind'));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value) || apiVersion === '' || kind === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} holds a document that is no Kubernetes object: it has no apiVersion or kind`, {
            hint: 'Take that document out, or name only files of manifests in slipway.yaml.'
        });
    if (kind.endsWith('List') && Array.isArray(value['items']))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)(value['items']).flatMap((item) => flatten(item, path));
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(value, 'metadata', 'name')) === '')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} holds a ${kind} without a name`, { hint: 'metadata.name has to be set.' });
    return [value];
}
const countLine = (source, offset) => source.slice(0, offset).split('\n').length;
function moveIntoTrial(all, namespace, account) {
    const own = all.filter((each) => readKind(each) === 'ClusterRole').map(readName);
    const rename = (name) => `${name}-${namespace}`;
    const objects = all
        .filter((each) => !RUNNERS.includes(readKind(each)) && readKind(each) !== 'Namespace')
        .map((each) => {
        const metadata = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(each, 'metadata'));
        const name = CLUSTER_ROLES.includes(readKind(each)) ? rename(readName(each)) : readName(each);
        const moved = { ...each, metadata: { ...metadata, name } };
        if (!/^(Cluster)?RoleBinding$/.test(readKind(each)))
            return moved;
        const role = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(each, 'roleRef'));
        const isOwn = role['kind'] === 'ClusterRole' && own.includes((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(role['name']));
        return {
            ...moved,
            roleRef: isOwn ? { ...role, name: rename((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(role['name'])) } : role,
            subjects: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(each, 'subjects')).map((subject) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(subject, 'kind')) === 'ServiceAccount' ? { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(subject), namespace } : subject)
        };
    });
    return {
        objects: objects.sort((a, b) => rankObject(a) - rankObject(b)),
        runners: all.filter((each) => RUNNERS.includes(readKind(each))),
        serviceAccount: account ?? findAccount(all)
    };
}
const readKind = (object) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(object, 'kind'));
const readName = (object) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(object, 'metadata', 'name'));
const rankObject = (object) => {
    const kind = readKind(object);
    if (kind === 'CustomResourceDefinition')
        return 0;
    if (kind === 'ServiceAccount')
        return 1;
    return /Role$/.test(kind) ? 2 : /RoleBinding$/.test(kind) ? 3 : 4;
};
function findAccount(all) {
    const pods = all.filter((each) => RUNNERS.includes(readKind(each)));
    const named = [
        ...new Set(pods.map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(each, 'spec', 'template', 'spec', 'serviceAccountName'))))
    ];
    const accounts = all.filter((each) => readKind(each) === 'ServiceAccount').map(readName);
    const found = named.filter(Boolean).length ? named.filter(Boolean) : accounts;
    if (found.length > 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `the manifests have several service accounts: ${found.join(', ')}`, {
            hint: 'Say which one the program is: service-account of the workload in slipway.yaml.'
        });
    return found[0] ?? 'default';
}
const listRules = (objects) => objects
    .filter((each) => /Role$/.test(readKind(each)))
    .flatMap((role) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readObjectsAt */ .s0)(role, 'rules'))
    .map((rule) => {
    const list = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)(rule[name]).map(_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR).join(',');
    return `${list('verbs')} ${list('resources')}${list('apiGroups') ? `.${list('apiGroups')}` : ''}`;
});


/***/ }),

/***/ 29038:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ie: () => (/* binding */ readUserObjects),
/* harmony export */   PX: () => (/* binding */ readManifests),
/* harmony export */   YX: () => (/* binding */ placeObjects),
/* harmony export */   ZF: () => (/* binding */ installSmi),
/* harmony export */   tB: () => (/* binding */ bringsSmi),
/* harmony export */   zx: () => (/* binding */ readOwnFile)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _smi_crds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57780);
/* harmony import */ var _smi_samples_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68568);
/* harmony import */ var _apply_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(87347);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15681);
/* harmony import */ var _programs_call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71227);
/* harmony import */ var _watched_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66993);








async function placeObjects(context, objects) {
    const look = await (0,_apply_js__WEBPACK_IMPORTED_MODULE_3__/* .applyAll */ .y)(context, objects);
    if (!look.ok)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `workload ${context.workload.name}: its objects cannot be made: ${look.seen}`, {
            hint: 'Try them on this Kubernetes: kubectl apply --dry-run=server -f FILE.'
        });
    return await (0,_watched_js__WEBPACK_IMPORTED_MODULE_6__/* .takeSnapshot */ .W9)(context, objects);
}
const readUserObjects = async (context, version, speaks) => {
    const { objects } = context.workload;
    if (objects.length === 0)
        return bringsSmi(context, speaks) ? (0,_smi_samples_js__WEBPACK_IMPORTED_MODULE_2__/* .makeSampleObjects */ .l)(speaks) : [];
    return (await Promise.all(objects.map((path) => readOwnFile(context, version, path)))).flat();
};
const bringsSmi = ({ workload }, speaks) => workload['smi-crds'] ?? speaks.length > 0;
const readManifests = async (context, version) => {
    const { manifests } = context.workload;
    const all = (await Promise.all(manifests.map((path) => readOwnFile(context, version, path)))).flat();
    return (0,_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .moveIntoTrial */ .gi)(all, context.namespace, context.workload['service-account']);
};
async function readOwnFile({ namespace }, version, path) {
    const bytes = await version.file(path);
    if (!bytes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${version.name} has no file ${path}, which slipway.yaml names`, {
            hint: 'Paths are relative to the module; a manifest has to be in the baseline too.'
        });
    return (0,_manifests_js__WEBPACK_IMPORTED_MODULE_4__/* .parseObjects */ .MB)((0,_programs_call_js__WEBPACK_IMPORTED_MODULE_5__/* .fillPlaceholders */ .Ct)(Buffer.from(bytes).toString('utf8'), { namespace }), path);
}
async function installSmi(context, speaks) {
    const set = (0,_smi_crds_js__WEBPACK_IMPORTED_MODULE_1__.makeCrdSet)('all', { storage: (0,_smi_crds_js__WEBPACK_IMPORTED_MODULE_1__.chooseStorage)('all', speaks) });
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
  E: () => (/* binding */ readWorkload)
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





const readWorkload = (trial) => trial.with['workload'];
async function playTrial({ cluster, trial, tools, signal }, { kind, simulated, ports = async () => new Map() }, play) {
    const workload = readWorkload(trial);
    const book = diary();
    const crds = (0,own_crds/* trackOwnCrds */.g)(cluster.api);
    const told = await (0,evidence/* reachVerdict */.nb)(cluster, trial, simulated, () => (0,namespace/* runInNamespace */._)(cluster.api, workload.name, signal, async (namespace) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const scratch = __addDisposableResource(env_1, await tools.files.scratch(`${kind}-${workload.name}`), true);
            try {
                return await play({
                    ...{ cluster, namespace, workload, tools, crds, signal },
                    discovery: (0,resources/* openDiscovery */.J4)(cluster.api),
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
/* harmony export */   Ap: () => (/* binding */ formatKubectlNames),
/* harmony export */   MG: () => (/* binding */ formatWithoutServers),
/* harmony export */   SC: () => (/* binding */ checkUnchanged),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   lG: () => (/* binding */ replaceChanged),
/* harmony export */   ol: () => (/* binding */ isSameReference),
/* harmony export */   qR: () => (/* binding */ repeatSnapshot),
/* harmony export */   zt: () => (/* binding */ checkDeletable)
/* harmony export */ });
/* unused harmony exports reduceToEssence, listDifferences */
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26489);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64975);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15681);





const SERVERS = ['resourceVersion', 'generation', 'managedFields', 'creationTimestamp', 'selfLink'];
function reduceToEssence(object, mayChange) {
    const { status: _, ...rest } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(object);
    const metadata = dropServers(rest['metadata']);
    return mayChange.reduce((left, path) => removePath(left, path.replace(/^\./, '').split('.')), {
        ...rest,
        metadata
    });
}
const formatWithoutServers = (object) => object === undefined ? '' : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalize */ .dw)({ ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(object), metadata: dropServers((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(object, 'metadata')) });
const dropServers = (metadata) => Object.fromEntries(Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(metadata)).filter(([key]) => !SERVERS.includes(key)));
function removePath(value, [key = '', ...rest]) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        return value;
    const { [key]: inner, ...others } = value;
    if (inner === undefined)
        return value;
    return rest.length === 0 ? others : { ...others, [key]: removePath(inner, rest) };
}
function listDifferences(before, after, path = '') {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalize */ .dw)(before ?? null) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalize */ .dw)(after ?? null) && (before === undefined) === (after === undefined))
        return [];
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(before) && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(after))
        return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => listDifferences(before[key], after[key], path === '' ? key : `${path}.${key}`));
    if (Array.isArray(before) && Array.isArray(after)) {
        const [old, fresh] = [before, after];
        return Array.from({ length: Math.max(old.length, fresh.length) }, (_, i) => i).flatMap((i) => listDifferences(old[i], fresh[i], `${path}[${i}]`));
    }
    const show = (value) => value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
    return [`${path}: ${show(before)} → ${show(after)}`];
}
const takeSnapshot = async (context, objects) => {
    const { cluster, namespace, discovery, workload, signal } = context;
    return await Promise.all(objects.map(async (object) => {
        const resource = await discovery.ofKind((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(object, 'apiVersion')), (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readKind */ .X0)(object), signal);
        if (!resource)
            throw new Error(`${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readKind */ .X0)(object)} was applied and is not served`);
        const reference = { resource, name: (0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(object) };
        const now = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return { reference, was: reduceToEssence(now ?? null, workload['may-change']) };
    }));
};
const repeatSnapshot = async (context, watched) => {
    const { cluster, namespace, workload, signal } = context;
    const now = watched.map(async ({ reference }) => {
        const object = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return object === undefined ? [] : [{ reference, was: reduceToEssence(object, workload['may-change']) }];
    });
    return (await Promise.all(now)).flat();
};
const replaceChanged = async (context, watched, changed) => (await Promise.all(watched.map((each) => isSameReference(each.reference, changed) ? repeatSnapshot(context, [each]) : Promise.resolve([each])))).flat();
const isSameReference = (a, b) => a.name === b.name &&
    a.resource.plural === b.resource.plural &&
    cutGroup(a.resource.apiVersion) === cutGroup(b.resource.apiVersion);
const cutGroup = (apiVersion) => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');
async function checkUnchanged(context, watched) {
    const { cluster, namespace, workload, signal } = context;
    const now = await Promise.all(watched.map(async ({ reference }) => {
        const object = await (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(cluster.api, namespace, reference, signal);
        return object === undefined ? undefined : reduceToEssence(object, workload['may-change']);
    }));
    const changed = watched.flatMap(({ reference, was }, i) => {
        const title = `${reference.resource.kind} ${reference.name}`;
        return now[i] === undefined ? [`${title} is gone`] : listDifferences(was, now[i]).map((line) => `${title} ${line}`);
    });
    const digest = (all) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalize */ .dw)(all.map((each) => each ?? null))).slice(0, 12);
    const digests = `sha256 ${digest(watched.map(({ was }) => was))} before, ${digest(now)} now`;
    return {
        ok: changed.length === 0,
        seen: `${watched.length} objects, ${digests}${changed.length ? `; ${changed.slice(0, 20).join('; ')}` : ''}`
    };
}
async function checkDeletable(context, watched) {
    const { cluster, namespace, workload, signal } = context;
    const { api } = cluster;
    for (const { reference } of watched)
        await api.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .formatResourcePath */ .ps)(reference.resource, namespace, reference.name), { signal });
    const read = async () => {
        const all = await Promise.all(watched.map(({ reference }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .Ag)(api, namespace, reference, signal)));
        return all.filter((each) => each !== undefined);
    };
    const { value, done, ms } = await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_4__/* .waitForState */ .o)(api, { read, done: (left) => left.length === 0, withinMs: 1000 * workload.within }, signal);
    for (const { reference } of done ? [] : watched)
        await api.call('PATCH', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .formatResourcePath */ .ps)(reference.resource, namespace, reference.name), {
            patch: 'merge',
            body: { metadata: { finalizers: null } },
            signal
        });
    const held = value.map((each) => {
        const finalizers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readAt */ .m6)(each, 'metadata', 'finalizers');
        return `${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readKind */ .X0)(each)} ${(0,_manifests_js__WEBPACK_IMPORTED_MODULE_2__/* .readName */ .MQ)(each)} is still there, held by the finalizers ${JSON.stringify(finalizers ?? [])}`;
    });
    return {
        ok: done,
        seen: done ? `${watched.length} objects gone after ${ms} ms` : `after ${ms} ms: ${held.join('; ')}`
    };
}
const formatKubectlNames = (watched) => watched.map(({ reference }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .formatKubectlName */ .nm)(reference)).join(' ');


/***/ })

};
