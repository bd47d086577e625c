export const id = 1989;
export const ids = [1989,2865,2211];
export const modules = {

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

/***/ 47738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ compareObjects),
/* harmony export */   P6: () => (/* binding */ listKnownLosses),
/* harmony export */   ZQ: () => (/* binding */ liesWithin)
/* harmony export */ });
/* unused harmony export formatKnownLosses */
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57780);


const listKnownLosses = (set) => set.kinds.flatMap(listLossesOfKind);
const compareObjects = (written, read) => {
    const before = new Map(listLeaves(pickContent(written)));
    const after = new Map(listLeaves(pickContent(read)));
    const paths = (keep, from) => [...new Set([...from.keys()].filter(keep).map((path) => path.replace(/\[\d+\]/g, '[]')))].sort();
    return {
        lost: paths((path) => !after.has(path), before),
        changed: paths((path) => after.has(path) && after.get(path) !== before.get(path), before),
        added: paths((path) => !before.has(path) && ![...before.keys()].some((other) => liesWithin(other, path)), after)
    };
};
const liesWithin = (path, field) => path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`);
const formatKnownLosses = () => {
    const rows = listKnownLosses(makeCrdSet('all')).map((loss) => [
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
const listLossesOfKind = (kind) => kind.served.flatMap((written) => kind.served.flatMap((read) => {
    const there = kind.fields.filter((field) => field.versions.includes(written));
    const lost = there.filter((field) => field.form === undefined && !survives(field, kind.storage, read));
    const misfits = there.filter((field) => field.form !== undefined &&
        !field.versions.includes(read) &&
        !lost.some((gone) => liesWithin(field.path, gone.path)));
    const topmost = lost.filter((field) => !lost.some((other) => other !== field && liesWithin(field.path, other.path)));
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
const pickContent = (object) => {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(object))
        return object;
    const { name, labels, annotations } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(object['metadata']) ? object['metadata'] : {};
    const server = ['apiVersion', 'kind', 'metadata'];
    const body = Object.entries(object).filter(([key]) => !server.includes(key));
    return { ...Object.fromEntries(body), metadata: { name, labels, annotations } };
};
const listLeaves = (value, path = '') => {
    const parts = Array.isArray(value)
        ? value.map((item, i) => [`${path}[${i}]`, item])
        : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value)
            ? Object.entries(value).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item])
            : [];
    if (parts.length > 0)
        return parts.flatMap(([at, item]) => listLeaves(item, at));
    return value === undefined ? [] : [[path, JSON.stringify(value)]];
};


/***/ }),

/***/ 2211:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeOwnSet: () => (/* binding */ makeOwnSet),
/* harmony export */   predictAnswer: () => (/* binding */ predictAnswer)
/* harmony export */ });
/* harmony import */ var _crds_source_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72174);
/* harmony import */ var _crds_validate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55360);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23659);
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57780);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50026);
/* harmony import */ var _model_crd_sets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47038);







const makeOwnSet = (crds) => {
    const known = _model_crd_sets_js__WEBPACK_IMPORTED_MODULE_5__/* .CRD_SETS */ .G.flatMap((name) => (0,_crds_js__WEBPACK_IMPORTED_MODULE_3__.makeCrdSet)(name).kinds);
    const found = crds.flatMap(({ name, crd, from, changes }) => {
        const kinds = known.filter(({ plural, group }) => name === `${plural}.${group}`);
        const { versions } = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.readDefinition)(crd);
        const covers = (kind) => versions.every(({ name, served }) => !served || kind.served.includes(name));
        const usual = kinds.find(covers) ?? kinds[0];
        if (usual === undefined)
            return [];
        const webhook = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.readDefinition)(crd).webhook;
        return [
            {
                kind: makeServedKind(crd, usual, kinds),
                crd: webhook ? dropWebhook(crd) : crd,
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
const dropWebhook = (crd) => ({
    ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readFields */ .qU)(crd),
    spec: { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readFields */ .qU)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(crd, 'spec')), conversion: { strategy: 'None' } }
});
function makeServedKind(crd, usual, kinds) {
    const { versions } = (0,_crds_source_js__WEBPACK_IMPORTED_MODULE_0__.readDefinition)(crd);
    const schemas = new Map(versions.map(({ name, schema }) => [name, schema]));
    const served = versions.filter((version) => version.served).map(({ name }) => name);
    const dialect = Object.fromEntries(served.flatMap((version) => {
        const schema = schemas.get(version) ?? {};
        const fits = (body) => (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .findMisfits */ .Lt)((0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneValue */ .Sm)(body, schema), schema).length === 0;
        const plain = (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .findFullObject */ .cP)({ kind: usual.kind }, version);
        if (plain !== undefined && fits(plain))
            return [];
        const other = kinds.map((kind) => kind.dialect?.[version]).find((body) => body !== undefined && fits(body));
        return other === undefined ? [] : [[version, other]];
    }));
    return {
        ...usual,
        shortName: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(crd, 'spec', 'names', 'shortNames'))[0]) || undefined,
        served: served.sort(),
        storage: versions.find(({ storage }) => storage)?.name ?? '',
        fields: [
            ...usual.fields,
            ...dropRepeats(kinds.flatMap((kind) => kind.fields.filter(({ kept }) => kept?.length === 0))).filter((field) => field.versions.every((version) => lacks(schemas.get(version), field.path)))
        ],
        exceptions: (0,_objects_js__WEBPACK_IMPORTED_MODULE_4__/* .listProbes */ .kk)(usual.kind).flatMap((probe) => {
            const schema = schemas.get(probe.version);
            const known = kinds
                .flatMap(({ exceptions = [] }) => exceptions)
                .find((each) => each.what === probe.what &&
                each.versions.includes(probe.version) &&
                schema !== undefined &&
                isAlike(each.answer, predictAnswer(probe, schema)));
            if (known === undefined)
                return [];
            const { left, ...rest } = known;
            const versions = [probe.version];
            if (left === undefined || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isSame */ .Ft)((0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneValue */ .Sm)(probe.body, schema ?? {}), left))
                return [{ ...known, versions }];
            return [{ ...rest, versions, because: 'these schemas take what they do not describe, and keep it' }];
        }),
        dialect
    };
}
const dropRepeats = (values) => [
    ...new Map(values.map((value) => [JSON.stringify(value), value])).values()
];
const lacks = (schema, path) => path
    .split('.')
    .reduce((node, step) => step.endsWith('[]') ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(node, 'properties', step.slice(0, -2), 'items') : (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(node, 'properties', step), schema) === undefined;
const isAlike = (a, b) => a === 'accepted' || b === 'accepted' ? a === b : a.status === b.status;
const predictAnswer = ({ body, validation }, schema) => {
    const kept = (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .pruneValue */ .Sm)(body, schema);
    if (validation === 'Strict' && !(0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .isSame */ .Ft)(kept, body))
        return { status: 400, says: 'unknown field' };
    return (0,_crds_validate_js__WEBPACK_IMPORTED_MODULE_1__/* .findMisfits */ .Lt)(kept, schema).length > 0 ? { status: 422, says: '' } : 'accepted';
};


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





const tryKind = async ({ api, set, options: { speaks }, signal }, namespace, kind) => {
    const tried = {
        api,
        namespace,
        kind,
        signal,
        losses: (0,known_losses/* listKnownLosses */.P6)(set).filter((loss) => loss.kind === kind.kind)
    };
    const about = (version) => isAbout(kind.group, version, speaks);
    const probes = (0,objects/* listProbes */.kk)(kind.kind).filter(({ version }) => about(version) || !kind.served.includes(version));
    const written = kind.served.flatMap((version) => {
        const full = (0,objects/* findFullObject */.cP)(kind, version);
        return full === undefined ? [] : [{ version, full }];
    });
    const checks = await Promise.all([
        tryProbes(tried, probes),
        ...written.map(({ version, full }) => tryReading(tried, version, full, kind.served.filter((reader) => about(reader) || about(version))))
    ]);
    return checks.flat();
};
const isAbout = (group, version, speaks) => speaks.length === 0 || speaks.includes(`${group}/${version}`);
const tryReading = async (tried, version, full, readers) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const title = `${tried.kind.kind} ${version}`;
    const written = makeObject(tried, version, `full-${version}`, full);
    const dialect = tried.kind.dialect?.[version] === undefined ? '' : ", in this set's own form,";
    const stored = await check(`${title} with every field${dialect} is stored`, (0,evidence/* formatPipe */.u9)(written, 'create --validate=ignore'), async () => {
        const reply = await postProbe(tried, version, written, {});
        return { ok: reply.status === 201, seen: (0,evidence/* describeReply */.CS)(reply) };
    });
    if (!stored)
        return checks;
    for (const reader of readers) {
        const known = tried.losses.find((loss) => loss.written === version && loss.read === reader);
        await check(readingClaim(title, version, reader, known), `${(0,evidence/* formatPipe */.u9)(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${version} -o yaml`, () => readAs(tried, written, version, reader, known));
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
    const name = (0,json/* readText */.yR)((0,json/* readAt */.m6)(written, 'metadata', 'name'));
    const reply = await tried.api.call('GET', `${formatKindPath(tried, reader)}/${name}`, { signal: tried.signal });
    if (reply.status !== 200)
        return { ok: false, seen: (0,evidence/* describeReply */.CS)(reply) };
    const { lost, changed, added } = (0,known_losses/* compareObjects */.Gq)(written, reply.body);
    const expected = known?.lost ?? [];
    const unlisted = lost.filter((path) => !expected.some((field) => (0,known_losses/* liesWithin */.ZQ)(path, field)));
    const kept = expected.filter((field) => !lost.some((path) => (0,known_losses/* liesWithin */.ZQ)(path, field)));
    const seen = [
        describePaths('lost and not listed', unlisted),
        describePaths('lost as listed', lost.filter((path) => !unlisted.includes(path))),
        describePaths('changed', changed),
        describePaths('added', added),
        describePaths('listed as lost but there: the list of known losses is out of date', kept)
    ];
    const same = unlisted.length + changed.length + added.length === 0;
    const again = expected.length > 0 ? undefined : await tryWritingBack(tried, reply, reader, known?.misfits ?? []);
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
const tryWritingBack = async (tried, read, reader, misfits) => {
    const object = { ...(0,json/* readFields */.qU)(read.body), metadata: { name: 'again' } };
    const reply = await postProbe(tried, reader, object, { fieldValidation: 'Strict', dryRun: 'All' });
    if (misfits.length === 0)
        return { ok: reply.status === 201, seen: `written again: ${(0,evidence/* describeReply */.CS)(reply)}` };
    const healed = reply.status === 201 ? ', though listed as a misfit: the list is out of date' : '';
    return { ok: reply.status === 201 || reply.status === 422, seen: `written again: ${(0,evidence/* describeReply */.CS)(reply)}${healed}` };
};
const tryProbes = async (tried, probes) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const probe of probes) {
        const { kind, version, what, body, validation } = probe;
        const object = makeObject(tried, version, 'probe', body);
        const { answer, because, left } = expectAnswer(tried.kind, probe);
        const unlike = because === undefined ? '' : `, unlike the specification (${because})`;
        await check(`${kind} ${version} with ${what} ${chooseVerb(answer, validation)}${left ? `, and ${describeLeft(left)} of it is kept` : ''}${unlike}`, (0,evidence/* formatPipe */.u9)(object, `create --validate=${validation.toLowerCase()}`), async () => {
            const reply = await postProbe(tried, version, object, { fieldValidation: validation, dryRun: 'All' });
            if (!matchesAnswer(reply, answer) || !left)
                return { ok: matchesAnswer(reply, answer), seen: (0,evidence/* describeReply */.CS)(reply) };
            const { lost, changed, added } = (0,known_losses/* compareObjects */.Gq)(makeObject(tried, version, 'probe', left), reply.body);
            const other = [
                describePaths('gone', lost),
                describePaths('other', changed),
                describePaths('kept', added)
            ].filter((line) => line !== undefined);
            return { ok: other.length === 0, seen: [(0,evidence/* describeReply */.CS)(reply), ...other].join('; ') };
        });
    }
    return checks;
};
const describeLeft = (left) => Object.keys(left).length === 0 ? 'nothing' : `no more than ${JSON.stringify(left)}`;
const expectAnswer = ({ served, exceptions = [] }, { version, what, answer }) => {
    const own = exceptions.find((each) => each.what === what && each.versions.includes(version));
    if (!served.includes(version))
        return { answer: kind/* UNSERVED */.D };
    return own ?? { answer };
};
const chooseVerb = (answer, validation) => {
    if (answer === 'accepted')
        return validation === 'Strict' ? 'is accepted under strict validation' : 'is accepted';
    if (answer.status === 404)
        return 'is refused: this version is not served';
    return validation === 'Strict' ? 'is refused' : 'is refused by the schema alone';
};
const matchesAnswer = (reply, answer) => answer === 'accepted'
    ? reply.status === 201
    : reply.status === answer.status && (0,evidence/* readReplyMessage */.Mk)(reply).includes(answer.says);
const formatKindPath = ({ namespace, kind }, version) => `/apis/${kind.group}/${version}/namespaces/${namespace}/${kind.plural}`;
const makeObject = ({ kind }, version, name, body) => ({
    apiVersion: `${kind.group}/${version}`,
    kind: kind.kind,
    metadata: { name },
    ...body
});
const postProbe = (tried, version, body, query) => tried.api.call('POST', formatKindPath(tried, version), { body, query, signal: tried.signal });
const describePaths = (what, paths) => paths.length > 0 ? `${what}: ${paths.join(', ')}` : undefined;

// EXTERNAL MODULE: ./src/crds/api.ts
var crds_api = __webpack_require__(67044);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/smi/serving.ts





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
        return { ok: reply.status < 300, seen: [(0,evidence/* describeReply */.CS)(reply), ...changes].join('; ') };
    });
    if (!applied)
        return { checks, ready: false };
    const ready = await check(`${name} is established and its names are accepted`, `kubectl wait --for=condition=Established crd/${name} && kubectl wait --for=condition=NamesAccepted crd/${name}`, async () => {
        const { value, done, ms } = await (0,wait/* waitForState */.o)(api, {
            read: () => api.call('GET', path, { signal }),
            done: (reply) => readConditions(reply).every(({ status }) => status === 'True'),
            watch: { path: crds_api/* CRDS */.Jg, query: { fieldSelector: `metadata.name=${name}` } },
            withinMs
        }, signal);
        return { ok: done, seen: `${readConditions(value).map(formatCondition).join(', ')} after ${ms} ms` };
    });
    if (!ready)
        return { checks, ready: false };
    await check(`Discovery has ${kind.kind} in exactly ${kind.served.join(', ')} of ${kind.group}`, `kubectl get --raw /apis/${kind.group} && kubectl get --raw /apis/${kind.group}/${kind.storage}`, async () => {
        const { value, done, ms } = await (0,wait/* waitForState */.o)(api, {
            read: () => listDiscovered(api, kind, signal),
            done: (found) => found.join() === kind.served.join(),
            withinMs
        }, signal);
        return { ok: done, seen: `${value.join(', ') || 'no version'} after ${ms} ms` };
    });
    await check(`${kind.kind} is stored as ${kind.storage}`, see, async () => {
        const { body } = await api.call('GET', path, { signal });
        const storage = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(body, 'spec', 'versions')).filter((version) => (0,json/* readAt */.m6)(version, 'storage') === true);
        const flagged = storage.map((version) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(version, 'name'))).join(', ');
        const stored = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(body, 'status', 'storedVersions')).map(json/* readText */.yR);
        return {
            ok: flagged === kind.storage && stored.includes(kind.storage),
            seen: `storage version ${flagged}; storedVersions ${stored.join(', ')}`
        };
    });
    return { checks, ready: true };
};
const tellFirstVersion = async ({ api, set, signal }, group) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const newest = set.kinds
        .filter((kind) => kind.group === group)
        .flatMap(({ served }) => served)
        .sort()
        .at(-1);
    await check(`Discovery lists ${newest} first of ${group}`, `kubectl get --raw /apis/${group}`, async () => {
        const { body } = await api.call('GET', `/apis/${group}`, { signal });
        const listed = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(body, 'versions')).map((version) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(version, 'version')));
        const preferred = (0,json/* readText */.yR)((0,json/* readAt */.m6)(body, 'preferredVersion', 'version'));
        return {
            ok: listed[0] === newest && preferred === newest,
            seen: `discovery: ${listed.join(', ')} (preferred ${preferred}); first in kubectl api-versions: ${[...listed].sort()[0]}`
        };
    });
    return checks;
};
const listDiscovered = async (api, { group, plural, kind }, signal) => {
    const { body } = await api.call('GET', `/apis/${group}`, { signal });
    const versions = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(body, 'versions')).map((version) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(version, 'version')));
    const found = await Promise.all(versions.map(async (version) => {
        const list = await api.call('GET', `/apis/${group}/${version}`, { signal });
        const has = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(list.body, 'resources')).some((each) => (0,json/* readAt */.m6)(each, 'name') === plural && (0,json/* readAt */.m6)(each, 'kind') === kind);
        return has ? [version] : [];
    }));
    return found.flat().sort();
};
const readConditions = (reply) => ['Established', 'NamesAccepted'].map((type) => {
    const found = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(reply.body, 'status', 'conditions')).find((each) => (0,json/* readAt */.m6)(each, 'type') === type);
    return { type, status: (0,json/* readText */.yR)((0,json/* readAt */.m6)(found, 'status')) || 'Unknown', why: (0,json/* readText */.yR)((0,json/* readAt */.m6)(found, 'message')) };
});
const formatCondition = ({ type, status, why }) => status === 'True' ? `${type}=True` : `${type}=${status} (${why || 'no reason given'})`;

;// CONCATENATED MODULE: ./src/suites/smi/smi.ts










const proveSmi = async (cluster, trial, signal, own = []) => {
    const name = (0,json/* readText */.yR)(trial.with['set']) || 'all';
    const speaks = (0,json/* readItems */.F1)(trial.with['speaks']).map(json/* readText */.yR);
    const options = { speaks, withinMs: 1000 * ((0,json/* readNumber */.kz)(trial.with['withinSeconds']) || 30) };
    const storage = { ...(name === 'all' ? (0,crds.chooseStorage)(name, speaks) : {}), ...readChosen(trial.with['storage']) };
    const set = name === crd_sets/* OWN */.Z ? (0,smi_own.makeOwnSet)(own) : (0,crds.makeCrdSet)(name, { storage });
    return (0,evidence/* reachVerdict */.nb)(cluster, trial, false, () => proveSet(cluster, set, options, signal));
};
const proveSet = async (cluster, set, options, signal) => {
    const crds = (0,own_crds/* trackOwnCrds */.g)(cluster.api);
    const context = { api: cluster.api, set, options, crds, signal };
    try {
        const spoken = await proveServing(set, options.speaks);
        const installs = await Promise.all(set.kinds.map((kind, i) => installKind(context, kind, { crd: set.crds[i], changes: set.changes?.[i] })));
        const wanted = set.kinds.filter(({ group, served }, i) => installs[i]?.ready === true && served.some((version) => isAbout(group, version, options.speaks)));
        const groups = [...new Set(wanted.map(({ group }) => group))];
        const firsts = await Promise.all(groups.map((group) => tellFirstVersion(context, group)));
        const tried = wanted.length === 0
            ? []
            : await (0,namespace/* runInNamespace */._)(cluster.api, 'smi', signal, (namespace) => Promise.all(wanted.map((kind) => tryKind(context, namespace, kind))));
        return [spoken, ...installs.map(({ checks }) => checks), ...firsts, ...tried].flat();
    }
    finally {
        await crds.remove();
    }
};
const proveServing = async (set, speaks) => {
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
const readChosen = (value) => Object.fromEntries(Object.entries((0,json/* readFields */.qU)(value)).map(([kind, version]) => {
    if (typeof version === 'string')
        return [kind, version];
    throw new errors/* Failure */.H('input', `the storage version of ${kind} is not text: ${JSON.stringify(version)}`, {
        hint: 'Write a version such as v1alpha4.'
    });
}));


/***/ })

};
