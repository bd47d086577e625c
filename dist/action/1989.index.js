export const id = 1989;
export const ids = [1989,2865,2211];
export const modules = {

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

/***/ 47738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ knownLosses),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* unused harmony export knownLossesTable */
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57780);


/**
 * The losses of a set under conversion strategy None: the server changes apiVersion and nothing else, and prunes twice,
 * by the schema of the storage version when it writes and by that of the reading version when it reads. So a field
 * survives only where both have it, and reading in the version of writing is no exception.
 */
const knownLosses = (set) => set.kinds.flatMap(lossesOfKind);
const compare = (written, read) => {
    const before = new Map(leaves(content(written)));
    const after = new Map(leaves(content(read)));
    const paths = (keep, from) => [...new Set([...from.keys()].filter(keep).map((path) => path.replace(/\[\d+\]/g, '[]')))].sort();
    return {
        lost: paths((path) => !after.has(path), before),
        changed: paths((path) => after.has(path) && after.get(path) !== before.get(path), before),
        // What is left of a field when all in it is lost, such as `spec: {}`, is not new.
        added: paths((path) => !before.has(path) && ![...before.keys()].some((other) => within(other, path)), after)
    };
};
/** Whether a lost value lies in (or is) a lost field. */
const within = (path, field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
/** The losses of the set `all` with its own storage versions, as a Markdown table for the docs. */
const knownLossesTable = () => {
    const rows = knownLosses(crdSet('all')).map((loss) => [
        loss.kind,
        loss.written,
        loss.read,
        loss.lost.map((field) => `\`${field}\``).join(', ') || '–',
        loss.misfits.map((field) => `\`${field}\``).join(', ') || '–',
        loss.because
    ]);
    const head = ['Kind', 'Written as', 'Read as', 'Lost', 'There, but refused when written back', 'Why'];
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
};
const lossesOfKind = (kind) => kind.served.flatMap((written) => kind.served.flatMap((read) => {
    const there = kind.fields.filter((field) => field.versions.includes(written));
    const lost = there.filter((field) => field.form === undefined && !survives(field, kind.storage, read));
    const misfits = there.filter((field) => field.form !== undefined &&
        !field.versions.includes(read) &&
        !lost.some((gone) => within(field.path, gone.path)));
    const topmost = lost.filter((field) => !lost.some((other) => other !== field && within(field.path, other.path)));
    if (topmost.length + misfits.length === 0)
        return [];
    return [
        {
            kind: kind.kind,
            written,
            storage: kind.storage,
            read,
            lost: topmost.map((field) => field.path),
            misfits: misfits.map((field) => field.path),
            because: [...new Set([...topmost, ...misfits].map((field) => field.because))].join('; ')
        }
    ];
}));
const survives = ({ versions, kept = versions }, storage, read) => kept.includes(storage) && kept.includes(read);
const content = (object) => {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(object))
        return object;
    const { name, labels, annotations } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(object['metadata']) ? object['metadata'] : {};
    const server = ['apiVersion', 'kind', 'metadata'];
    const body = Object.entries(object).filter(([key]) => !server.includes(key));
    return { ...Object.fromEntries(body), metadata: { name, labels, annotations } };
};
/** Every value by its path; empty lists and objects are values too. */
const leaves = (value, path = '') => {
    const parts = Array.isArray(value)
        ? value.map((item, i) => [`${path}[${i}]`, item])
        : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value)
            ? Object.entries(value).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item])
            : [];
    if (parts.length > 0)
        return parts.flatMap(([at, item]) => leaves(item, at));
    return value === undefined ? [] : [[path, JSON.stringify(value)]];
};


/***/ }),

/***/ 2211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ownSet: () => (/* binding */ ownSet),
/* harmony export */   predicted: () => (/* binding */ predicted)
/* harmony export */ });
/* harmony import */ var _crds_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72174);
/* harmony import */ var _crds_validate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55360);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23659);
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57780);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50026);
/* harmony import */ var _model_crd_sets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47038);







/**
 * The set that some CRD files make. What is expected of it is what the specification wants, with those exceptions that
 * a set of upstream's has too and that these schemas explain; any other deviation is theirs alone, and is found by the
 * suite. A webhook that converts is left out, as nothing answers for it here.
 */
const ownSet = (crds) => {
    const known = _model_crd_sets_js__WEBPACK_IMPORTED_MODULE_5__/* .CRD_SETS */ .G.flatMap((name) => (0,_crds_js__WEBPACK_IMPORTED_MODULE_3__.crdSet)(name).kinds);
    const found = crds.flatMap(({ name, crd, from, changes }) => {
        const kinds = known.filter(({ plural, group }) => name === `${plural}.${group}`);
        const { versions } = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.definitionOf)(crd);
        const covers = (kind) => versions.every(({ name, served }) => !served || kind.served.includes(name));
        const usual = kinds.find(covers) ?? kinds[0];
        if (usual === undefined)
            return [];
        const webhook = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.definitionOf)(crd).webhook;
        return [
            {
                kind: servedKind(crd, usual, kinds),
                crd: webhook ? withoutWebhook(crd) : crd,
                from,
                changes: webhook ? [...changes, 'the conversion webhook is left out: nothing converts'] : changes
            }
        ];
    });
    if (found.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', 'none of the CRD files defines a kind of SMI', {
            hint: 'Name them in slipway.yaml: crds.files, or take a set that Slipway has: --smi-set all.'
        });
    return {
        name: _model_crd_sets_js__WEBPACK_IMPORTED_MODULE_5__/* .OWN */ .Z,
        origin: `the files of this repository: ${found.map(({ from }) => from).join(', ')}`,
        kinds: found.map(({ kind }) => kind),
        crds: found.map(({ crd }) => crd),
        changes: found.map(({ changes }) => changes)
    };
};
const withoutWebhook = (crd) => ({
    ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .fields */ .OA)(crd),
    spec: { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__.at)(crd, 'spec')), conversion: { strategy: 'None' } }
});
function servedKind(crd, usual, kinds) {
    const { versions } = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.definitionOf)(crd);
    const schemas = new Map(versions.map(({ name, schema }) => [name, schema]));
    const served = versions.filter((version) => version.served).map(({ name }) => name);
    const dialect = Object.fromEntries(served.flatMap((version) => {
        const schema = schemas.get(version) ?? {};
        const fits = (body) => (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .misfits */ .gX)((0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruned */ .FA)(body, schema), schema).length === 0;
        const plain = (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .fullObject */ .lr)({ kind: usual.kind }, version);
        if (plain !== undefined && fits(plain))
            return [];
        const other = kinds.map((kind) => kind.dialect?.[version]).find((body) => body !== undefined && fits(body));
        return other === undefined ? [] : [[version, other]];
    }));
    return {
        ...usual,
        shortName: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__.at)(crd, 'spec', 'names', 'shortNames'))[0]) || undefined,
        served: served.sort(),
        storage: versions.find(({ storage }) => storage)?.name ?? '',
        fields: [
            ...usual.fields,
            ...unique(kinds.flatMap((kind) => kind.fields.filter(({ kept }) => kept?.length === 0))).filter((field) => field.versions.every((version) => lacks(schemas.get(version), field.path)))
        ],
        exceptions: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .probesOf */ .pX)(usual.kind).flatMap((probe) => {
            const schema = schemas.get(probe.version);
            const known = kinds
                .flatMap(({ exceptions = [] }) => exceptions)
                .find((each) => each.what === probe.what &&
                each.versions.includes(probe.version) &&
                schema !== undefined &&
                isAlike(each.answer, predicted(probe, schema)));
            if (known === undefined)
                return [];
            const { left, ...rest } = known;
            const versions = [probe.version];
            if (left === undefined || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isSame */ .Ft)((0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruned */ .FA)(probe.body, schema ?? {}), left))
                return [{ ...known, versions }];
            return [{ ...rest, versions, because: 'these schemas take what they do not describe, and keep it' }];
        }),
        dialect
    };
}
const unique = (values) => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values()
];
/** Whether a schema, where there is one, has no such field. */
const lacks = (schema, path) => path
    .split('.')
    .reduce((node, step) => step.endsWith('[]') ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__.at)(node, 'properties', step.slice(0, -2), 'items') : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__.at)(node, 'properties', step), schema) === undefined;
const isAlike = (a, b) => a === 'accepted' || b === 'accepted' ? a === b : a.status === b.status;
/** What a server with this schema does with a probe. */
const predicted = ({ body, validation }, schema) => {
    const kept = (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruned */ .FA)(body, schema);
    if (validation === 'Strict' && !(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isSame */ .Ft)(kept, body))
        return { status: 400, says: 'unknown field' };
    return (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .misfits */ .gX)(kept, schema).length > 0 ? { status: 422, says: '' } : 'accepted';
};


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

/***/ 91989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveSet: () => (/* binding */ proveSet),
  proveSmi: () => (/* binding */ proveSmi)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/smi/crds.ts + 10 modules
var crds = __webpack_require__(57780);
// EXTERNAL MODULE: ./src/smi/own.ts
var smi_own = __webpack_require__(2211);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __webpack_require__(47038);
// EXTERNAL MODULE: ./src/suites/cluster/own-crds.ts
var own_crds = __webpack_require__(91281);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/cluster/namespace.ts
var namespace = __webpack_require__(15675);
// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
// EXTERNAL MODULE: ./src/smi/kind.ts
var kind = __webpack_require__(58773);
// EXTERNAL MODULE: ./src/smi/objects.ts + 1 modules
var objects = __webpack_require__(50026);
;// CONCATENATED MODULE: ./src/suites/smi/objects.ts





/** Tries every probe of a kind, writes the full object of each version, reads it in every other and writes it back. */
const tryKind = async ({ api, set, options: { speaks }, signal }, namespace, kind) => {
    const tried = {
        api,
        namespace,
        kind,
        signal,
        losses: (0,known_losses/* knownLosses */.HW)(set).filter((loss) => loss.kind === kind.kind)
    };
    const about = (version) => isAbout(kind.group, version, speaks);
    const probes = (0,objects/* probesOf */.pX)(kind.kind).filter(({ version }) => about(version) || !kind.served.includes(version));
    // What others write in another version is read by the program, so those objects are written too.
    const written = kind.served.flatMap((version) => {
        const full = (0,objects/* fullObject */.lr)(kind, version);
        return full === undefined ? [] : [{ version, full }];
    });
    const checks = await Promise.all([
        tryProbes(tried, probes),
        ...written.map(({ version, full }) => tryReading(tried, version, full, kind.served.filter((reader) => about(reader) || about(version))))
    ]);
    return checks.flat();
};
/** Whether a version is one that checks are about: one that the program speaks, or any when that is not known. */
const isAbout = (group, version, speaks) => speaks.length === 0 || speaks.includes(`${group}/${version}`);
/** Writes the full object of a version, by a client that does not ask for strict validation, and reads it in others. */
const tryReading = async (tried, version, full, readers) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const title = `${tried.kind.kind} ${version}`;
    const written = build(tried, version, `full-${version}`, full);
    const dialect = tried.kind.dialect?.[version] === undefined ? '' : ", in this set's own form,";
    const stored = await check(`${title} with every field${dialect} is stored`, (0,evidence/* piped */.JR)(written, 'create --validate=ignore'), async () => {
        const reply = await post(tried, version, written, {});
        return { ok: reply.status === 201, seen: (0,evidence/* told */.Ev)(reply) };
    });
    if (!stored)
        return checks;
    for (const reader of readers) {
        const known = tried.losses.find((loss) => loss.written === version && loss.read === reader);
        await check(readingClaim(title, version, reader, known), `${(0,evidence/* piped */.JR)(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${version} -o yaml`, () => readAs(tried, written, version, reader, known));
    }
    return checks;
};
const readingClaim = (title, written, reader, known) => {
    const pair = written === reader ? `${title} read back` : `${title} read as ${reader}`;
    if (known === undefined)
        return `${pair} is as written, and can be written again`;
    const lost = known.lost.length > 0 ? `loses only what is known: ${known.lost.join(', ')}` : 'loses nothing';
    return known.misfits.length > 0
        ? `${pair} ${lost}, but holds a value of another form: ${known.misfits.join(', ')}`
        : `${pair} ${lost}`;
};
const readAs = async (tried, written, version, reader, known) => {
    const name = (0,json/* text */.Qq)((0,json.at)(written, 'metadata', 'name'));
    const reply = await tried.api.call('GET', `${collection(tried, reader)}/${name}`, { signal: tried.signal });
    if (reply.status !== 200)
        return { ok: false, seen: (0,evidence/* told */.Ev)(reply) };
    const { lost, changed, added } = (0,known_losses/* compare */.UD)(written, reply.body);
    const expected = known?.lost ?? [];
    const unlisted = lost.filter((path) => !expected.some((field) => (0,known_losses/* within */.ux)(path, field)));
    const kept = expected.filter((field) => !lost.some((path) => (0,known_losses/* within */.ux)(path, field)));
    const seen = [
        say('lost and not listed', unlisted),
        say('lost as listed', lost.filter((path) => !unlisted.includes(path))),
        say('changed', changed),
        say('added', added),
        say('listed as lost but there: the list of known losses is out of date', kept)
    ];
    const same = unlisted.length + changed.length + added.length === 0;
    const again = expected.length > 0 ? undefined : await writeAgain(tried, reply, reader, known?.misfits ?? []);
    return {
        ok: same && again?.ok !== false,
        seen: [...seen, again?.seen].filter((line) => line !== undefined).join('; ') || 'nothing lost',
        loss: lost.length === 0
            ? undefined
            : {
                kind: tried.kind.kind,
                written: version,
                stored: tried.kind.storage,
                read: reader,
                fields: unlisted.length > 0 ? lost : expected,
                ...(known && unlisted.length === 0 && { because: known.because })
            }
    };
};
/** As a new object, dry: an update would let old faults pass (the server ratchets), and would change what is stored. */
const writeAgain = async (tried, read, reader, misfits) => {
    const object = { ...(0,json/* fields */.OA)(read.body), metadata: { name: 'again' } };
    const reply = await post(tried, reader, object, { fieldValidation: 'Strict', dryRun: 'All' });
    if (misfits.length === 0)
        return { ok: reply.status === 201, seen: `written again: ${(0,evidence/* told */.Ev)(reply)}` };
    const healed = reply.status === 201 ? ', though listed as a misfit: the list is out of date' : '';
    return { ok: reply.status === 201 || reply.status === 422, seen: `written again: ${(0,evidence/* told */.Ev)(reply)}${healed}` };
};
const tryProbes = async (tried, probes) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const probe of probes) {
        const { kind, version, what, body, validation } = probe;
        const object = build(tried, version, 'probe', body);
        const { answer, because, left } = expected(tried.kind, probe);
        const unlike = because === undefined ? '' : `, unlike the specification (${because})`;
        await check(`${kind} ${version} with ${what} ${verb(answer, validation)}${left ? `, and ${nothing(left)} of it is kept` : ''}${unlike}`, (0,evidence/* piped */.JR)(object, `create --validate=${validation.toLowerCase()}`), async () => {
            const reply = await post(tried, version, object, { fieldValidation: validation, dryRun: 'All' });
            if (!answers(reply, answer) || !left)
                return { ok: answers(reply, answer), seen: (0,evidence/* told */.Ev)(reply) };
            const { lost, changed, added } = (0,known_losses/* compare */.UD)(build(tried, version, 'probe', left), reply.body);
            const other = [say('gone', lost), say('other', changed), say('kept', added)].filter((line) => line !== undefined);
            return { ok: other.length === 0, seen: [(0,evidence/* told */.Ev)(reply), ...other].join('; ') };
        });
    }
    return checks;
};
const nothing = (left) => Object.keys(left).length === 0 ? 'nothing' : `no more than ${JSON.stringify(left)}`;
/** What a set does with a probe: what the specification wants, unless the set serves no such version or has an exception. */
const expected = ({ served, exceptions = [] }, { version, what, answer }) => {
    const own = exceptions.find((each) => each.what === what && each.versions.includes(version));
    if (!served.includes(version))
        return { answer: kind/* UNSERVED */.D };
    return own ?? { answer };
};
const verb = (answer, validation) => {
    if (answer === 'accepted')
        return validation === 'Strict' ? 'is accepted under strict validation' : 'is accepted';
    if (answer.status === 404)
        return 'is refused: this version is not served';
    return validation === 'Strict' ? 'is refused' : 'is refused by the schema alone';
};
const answers = (reply, answer) => answer === 'accepted' ? reply.status === 201 : reply.status === answer.status && (0,evidence/* message */.iU)(reply).includes(answer.says);
const collection = ({ namespace, kind }, version) => `/apis/${kind.group}/${version}/namespaces/${namespace}/${kind.plural}`;
const build = ({ kind }, version, name, body) => ({
    apiVersion: `${kind.group}/${version}`,
    kind: kind.kind,
    metadata: { name },
    ...body
});
const post = (tried, version, body, query) => tried.api.call('POST', collection(tried, version), { body, query, signal: tried.signal });
const say = (what, paths) => paths.length > 0 ? `${what}: ${paths.join(', ')}` : undefined;

// EXTERNAL MODULE: ./src/crds/api.ts
var crds_api = __webpack_require__(67044);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/smi/serving.ts





/** Applies one CRD (never over another owner's), waits until it is served, and looks at what is served and stored. */
const installKind = async ({ api, set, options: { withinMs }, crds, signal }, kind, { crd, changes = [] }) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const name = `${kind.plural}.${kind.group}`;
    const path = `${crds_api/* CRDS */.Jg}/${name}`;
    const see = `kubectl get crd ${name} -o yaml`;
    const install = set.name === crd_sets/* OWN */.Z
        ? 'kubectl apply --server-side -f FILE'
        : `slipway crds --set ${set.name} | kubectl apply --server-side -f -`;
    const applied = await check(`${name} installs`, install, async () => {
        const reply = await api.call('PATCH', path, { body: crd ?? null, patch: 'apply', signal });
        if (reply.status === 201)
            crds.made(name);
        return { ok: reply.status < 300, seen: [(0,evidence/* told */.Ev)(reply), ...changes].join('; ') };
    });
    if (!applied)
        return { checks, ready: false };
    const ready = await check(`${name} is established and its names are accepted`, `kubectl wait --for=condition=Established crd/${name} && kubectl wait --for=condition=NamesAccepted crd/${name}`, async () => {
        const { value, done, ms } = await (0,wait/* wait */.u)(api, {
            read: () => api.call('GET', path, { signal }),
            done: (reply) => conditions(reply).every(({ status }) => status === 'True'),
            watch: { path: crds_api/* CRDS */.Jg, query: { fieldSelector: `metadata.name=${name}` } },
            withinMs
        }, signal);
        return { ok: done, seen: `${conditions(value).map(conditionLine).join(', ')} after ${ms} ms` };
    });
    if (!ready)
        return { checks, ready: false };
    await check(`Discovery has ${kind.kind} in exactly ${kind.served.join(', ')} of ${kind.group}`, `kubectl get --raw /apis/${kind.group} && kubectl get --raw /apis/${kind.group}/${kind.storage}`, async () => {
        const { value, done, ms } = await (0,wait/* wait */.u)(api, { read: () => discovered(api, kind, signal), done: (found) => found.join() === kind.served.join(), withinMs }, signal);
        return { ok: done, seen: `${value.join(', ') || 'no version'} after ${ms} ms` };
    });
    await check(`${kind.kind} is stored as ${kind.storage}`, see, async () => {
        const { body } = await api.call('GET', path, { signal });
        const storage = (0,json/* items */.ld)((0,json.at)(body, 'spec', 'versions')).filter((version) => (0,json.at)(version, 'storage') === true);
        const flagged = storage.map((version) => (0,json/* text */.Qq)((0,json.at)(version, 'name'))).join(', ');
        const stored = (0,json/* items */.ld)((0,json.at)(body, 'status', 'storedVersions')).map(json/* text */.Qq);
        return {
            ok: flagged === kind.storage && stored.includes(kind.storage),
            seen: `storage version ${flagged}; storedVersions ${stored.join(', ')}`
        };
    });
    return { checks, ready: true };
};
/**
 * Which version a client gets that takes the first one it finds. Discovery sorts by maturity, newest first; `kubectl
 * api-versions` sorts by name, so there (Azure/k8s-deploy reads its first line) the oldest comes first.
 */
const tellFirstVersion = async ({ api, set, signal }, group) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const newest = set.kinds
        .filter((kind) => kind.group === group)
        .flatMap(({ served }) => served)
        .sort()
        .at(-1);
    await check(`Discovery lists ${newest} first of ${group}`, `kubectl get --raw /apis/${group}`, async () => {
        const { body } = await api.call('GET', `/apis/${group}`, { signal });
        const listed = (0,json/* items */.ld)((0,json.at)(body, 'versions')).map((version) => (0,json/* text */.Qq)((0,json.at)(version, 'version')));
        const preferred = (0,json/* text */.Qq)((0,json.at)(body, 'preferredVersion', 'version'));
        return {
            ok: listed[0] === newest && preferred === newest,
            seen: `discovery: ${listed.join(', ')} (preferred ${preferred}); first in kubectl api-versions: ${[...listed].sort()[0]}`
        };
    });
    return checks;
};
/** The versions in which discovery has the kind, oldest first; looks beyond the promised ones too. */
const discovered = async (api, { group, plural, kind }, signal) => {
    const { body } = await api.call('GET', `/apis/${group}`, { signal });
    const versions = (0,json/* items */.ld)((0,json.at)(body, 'versions')).map((version) => (0,json/* text */.Qq)((0,json.at)(version, 'version')));
    const found = await Promise.all(versions.map(async (version) => {
        const list = await api.call('GET', `/apis/${group}/${version}`, { signal });
        const has = (0,json/* items */.ld)((0,json.at)(list.body, 'resources')).some((each) => (0,json.at)(each, 'name') === plural && (0,json.at)(each, 'kind') === kind);
        return has ? [version] : [];
    }));
    return found.flat().sort();
};
const conditions = (reply) => ['Established', 'NamesAccepted'].map((type) => {
    const found = (0,json/* items */.ld)((0,json.at)(reply.body, 'status', 'conditions')).find((each) => (0,json.at)(each, 'type') === type);
    return { type, status: (0,json/* text */.Qq)((0,json.at)(found, 'status')) || 'Unknown', why: (0,json/* text */.Qq)((0,json.at)(found, 'message')) };
});
const conditionLine = ({ type, status, why }) => status === 'True' ? `${type}=True` : `${type}=${status} (${why || 'no reason given'})`;

;// CONCATENATED MODULE: ./src/suites/smi/smi.ts










/**
 * Whether the SMI APIs work on this Kubernetes: a CRD set installs, serves and stores what it says, takes good objects
 * and refuses bad ones, and loses between versions only what is known to be lost. There is no mesh here and no traffic,
 * so this is not SMI conformance and is never called that.
 *
 * `trial.with`: `set` (default `all`; `own`: the CRD files given), `speaks` (list of group/version), `storage` (kind to
 * version; for the set `all` by default the newest version that the program speaks; else what the set stores),
 * `withinSeconds` (default 30). CRDs that were not there before are removed at the end, with their objects.
 * Rejects with an 'input' Failure for an unknown set or version, never for what the server does: that is the verdict.
 */
const proveSmi = async (cluster, trial, signal, own = []) => {
    const name = (0,json/* text */.Qq)(trial.with['set']) || 'all';
    const speaks = (0,json/* items */.ld)(trial.with['speaks']).map(json/* text */.Qq);
    const options = { speaks, withinMs: 1000 * ((0,json/* number */.ai)(trial.with['withinSeconds']) || 30) };
    const storage = { ...(name === 'all' ? (0,crds.storageFor)(name, speaks) : {}), ...chosen(trial.with['storage']) };
    const set = name === crd_sets/* OWN */.Z ? (0,smi_own.ownSet)(own) : (0,crds.crdSet)(name, { storage });
    return (0,evidence/* verdict */.WJ)(cluster, trial, false, () => proveSet(cluster, set, options, signal));
};
/** The suite on a given set: what the set promises (`kinds`) against what its objects (`crds`) make the server do. */
const proveSet = async (cluster, set, options, signal) => {
    const crds = (0,own_crds/* ownCrds */.h)(cluster.api);
    const context = { api: cluster.api, set, options, crds, signal };
    try {
        const spoken = await serves(set, options.speaks);
        const installs = await Promise.all(set.kinds.map((kind, i) => installKind(context, kind, { crd: set.crds[i], changes: set.changes?.[i] })));
        const wanted = set.kinds.filter(({ group, served }, i) => installs[i]?.ready === true && served.some((version) => isAbout(group, version, options.speaks)));
        const groups = [...new Set(wanted.map(({ group }) => group))];
        const firsts = await Promise.all(groups.map((group) => tellFirstVersion(context, group)));
        const tried = wanted.length === 0
            ? []
            : await (0,namespace/* inNamespace */.d)(cluster.api, 'smi', signal, (namespace) => Promise.all(wanted.map((kind) => tryKind(context, namespace, kind))));
        return [spoken, ...installs.map(({ checks }) => checks), ...firsts, ...tried].flat();
    }
    finally {
        await crds.remove();
    }
};
const serves = async (set, speaks) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const spoken of speaks) {
        const kinds = set.kinds.filter(({ group, served }) => served.some((version) => spoken === `${group}/${version}`));
        await check(`CRD set ${set.name} has ${spoken}, which the program speaks`, set.name === crd_sets/* OWN */.Z ? 'kubectl get crds' : `slipway crds --set ${set.name}`, async () => ({
            ok: kinds.length > 0,
            seen: kinds.length > 0 ? kinds.map(({ kind }) => kind).join(', ') : `no kind of the set has this version`
        }));
    }
    return checks;
};
const chosen = (value) => Object.fromEntries(Object.entries((0,json/* fields */.OA)(value)).map(([kind, version]) => {
    if (typeof version === 'string')
        return [kind, version];
    throw new errors/* Failure */.H('input', `the storage version of ${kind} is not text: ${JSON.stringify(version)}`, {
        hint: 'Write a version such as v1alpha4.'
    });
}));


/***/ })

};
