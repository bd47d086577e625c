export const id = 965;
export const ids = [965];
export const modules = {

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
            const { ok, seen } = await look();
            checks.push({ claim, outcome: ok ? 'passed' : 'failed', seen, repeat });
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
        cluster: { provider: cluster.provider, server: cluster.server, simulated },
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

/***/ 5678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ inNamespace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2372);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);



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
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(reply.body, 'metadata', 'name'));
    if (reply.status !== 201 || name === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no namespace for the ${label} suite could be made: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${name} could not be deleted: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: `Delete it by hand: kubectl delete namespace ${name}`
        });
    }
};


/***/ }),

/***/ 5965:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveSet: () => (/* binding */ proveSet),
  smiSuite: () => (/* binding */ smiSuite)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/smi/crds.ts + 6 modules
var crds = __webpack_require__(8609);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(2372);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/suites/namespace.ts
var namespace = __webpack_require__(5678);
;// CONCATENATED MODULE: ./src/smi/known-losses.ts

/**
 * The losses of a set under conversion strategy None: the server changes apiVersion and nothing else, and prunes twice,
 * by the schema of the storage version when it writes and by that of the reading version when it reads. So a field
 * survives only where both have it, and reading in the version of writing is no exception.
 */
const knownLosses = (set) => set.kinds.flatMap(lossesOfKind);
const compare = (written, read) => {
    const before = leaves(content(written));
    const after = leaves(content(read));
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
const survives = (field, storage, read) => field.versions.includes(storage) && field.versions.includes(read);
const content = (object) => {
    if (!isObject(object))
        return object;
    const { name, labels, annotations } = isObject(object['metadata']) ? object['metadata'] : {};
    const server = ['apiVersion', 'kind', 'metadata'];
    const body = Object.entries(object).filter(([key]) => !server.includes(key));
    return { ...Object.fromEntries(body), metadata: { name, labels, annotations } };
};
/** Every value by its path; empty lists and objects are values too. */
const leaves = (value, path = '', into = new Map()) => {
    const parts = Array.isArray(value)
        ? value.map((item, i) => [`${path}[${i}]`, item])
        : isObject(value)
            ? Object.entries(value).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item])
            : [];
    if (parts.length > 0)
        for (const [at, item] of parts)
            leaves(item, at, into);
    else if (value !== undefined)
        into.set(path, JSON.stringify(value));
    return into;
};
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./src/smi/objects.ts
const account = (name) => ({ kind: 'ServiceAccount', name });
const sources = [{ ...account('prometheus'), namespace: 'monitoring' }, account('website')];
const rules = [
    { kind: 'HTTPRouteGroup', name: 'the-routes', matches: ['metrics'] },
    { kind: 'TCPRoute', name: 'the-ports' }
];
const destination = { ...account('service-a'), namespace: 'default' };
const leastTarget = { destination: account('service-a'), sources: [account('website')] };
const leastRules = [{ kind: 'TCPRoute', name: 'the-ports' }];
const plainMatches = [
    { name: 'metrics', pathRegex: '/metrics', methods: ['GET', 'HEAD'] },
    { name: 'everything', pathRegex: '.*', methods: ['*'] }
];
const matches = [
    ...plainMatches,
    { name: 'insiders', headers: [{ 'user-agent': '.*Android.*' }, { cookie: '^(.*?;)?(type=insider)(;.*)?$' }] }
];
const leastMatches = [{ name: 'everything' }];
const ports = { matches: { name: 'the-ports', ports: [8080, 8443] } };
const split = {
    service: 'website',
    backends: [
        { service: 'website-v1', weight: 90 },
        { service: 'website-v2', weight: 0 }
    ]
};
const quantities = {
    service: 'website',
    backends: [
        { service: 'website-v1', weight: '500m' },
        { service: 'website-v2', weight: 1 }
    ]
};
const test = { ...split, matches: [{ apiGroup: 'specs.smi-spec.io', kind: 'HTTPRouteGroup', name: 'the-routes' }] };
const leastSplit = { service: 'website', backends: [] };
/** One for each kind in each version of the last release of the specification; most values are from its examples. */
const GOOD_OBJECTS = [
    {
        kind: 'TrafficTarget',
        version: 'v1alpha1',
        full: { destination: { ...destination, port: 8080 }, sources, specs: rules },
        least: { ...leastTarget, specs: leastRules }
    },
    {
        kind: 'TrafficTarget',
        version: 'v1alpha2',
        full: { spec: { destination: { ...destination, port: 8080 }, sources, rules } },
        least: { spec: { destination: account('service-a') } }
    },
    {
        kind: 'TrafficTarget',
        version: 'v1alpha3',
        full: { spec: { destination, sources, rules: [...rules, { kind: 'UDPRoute', name: 'the-ports' }] } },
        least: { spec: { ...leastTarget, rules: leastRules } }
    },
    { kind: 'HTTPRouteGroup', version: 'v1alpha1', full: { matches: plainMatches }, least: { matches: leastMatches } },
    { kind: 'HTTPRouteGroup', version: 'v1alpha2', full: { matches }, least: { matches: leastMatches } },
    ...['v1alpha3', 'v1alpha4'].map((version) => ({
        kind: 'HTTPRouteGroup',
        version,
        full: { spec: { matches } },
        least: { spec: { matches: leastMatches } }
    })),
    ...['v1alpha1', 'v1alpha2'].map((version) => ({ kind: 'TCPRoute', version, full: {}, least: {} })),
    { kind: 'TCPRoute', version: 'v1alpha3', full: { spec: {} }, least: {} },
    ...['TCPRoute', 'UDPRoute'].map((kind) => ({
        kind,
        version: 'v1alpha4',
        full: { spec: ports },
        least: {}
    })),
    { kind: 'TrafficSplit', version: 'v1alpha1', full: { spec: quantities }, least: { spec: leastSplit } },
    { kind: 'TrafficSplit', version: 'v1alpha2', full: { spec: split }, least: { spec: leastSplit } },
    ...['v1alpha3', 'v1alpha4'].map((version) => ({
        kind: 'TrafficSplit',
        version,
        full: { spec: test },
        least: { spec: leastSplit }
    }))
];

;// CONCATENATED MODULE: ./src/smi/refusals.ts
const subject = { kind: 'ServiceAccount', name: 'service-a' };
const route = { kind: 'TCPRoute', name: 'the-ports' };
const target = { destination: subject, sources: [subject], rules: [route] };
const oldTarget = { destination: { ...subject, port: 8080 }, sources: [subject], specs: [route] };
const backend = { service: 'website-v1', weight: 1 };
const refusals_split = (...backends) => ({ spec: { service: 'website', backends } });
const routes = (match) => ({ spec: { matches: [match] } });
const cases = (kind, versions, ...all) => versions.flatMap((version) => all.map(([wrong, body, status, says, validation = 'Strict']) => ({
    kind,
    version,
    wrong,
    body,
    validation,
    status,
    says
})));
/** Section 9 of the facts as far as one server and no mesh can show it. */
const BAD_OBJECTS = [
    ...cases('TrafficTarget', ['v1alpha2', 'v1alpha3'], ['the fields of v1alpha1', oldTarget, 400, 'unknown field "destination"'], ['the fields of v1alpha1 and no strict validation', oldTarget, 422, 'spec: Required value', 'Ignore'], ['no destination', { spec: { sources: [subject], rules: [route] } }, 422, 'spec.destination: Required value'], [
        'a rule of another kind',
        { spec: { ...target, rules: [{ kind: 'GRPCRoute', name: 'r' }] } },
        422,
        'spec.rules[0].kind'
    ], ['an unknown field', { spec: { ...target, colour: 'red' } }, 400, 'unknown field "spec.colour"']),
    ...cases('TrafficTarget', ['v1alpha1'], ['the fields of v1alpha3', { spec: target }, 400, 'unknown field "spec"']),
    ...cases('TrafficTarget', ['v1alpha3'], [
        'a port',
        { spec: { ...target, destination: { ...subject, port: 8080 } } },
        400,
        'unknown field "spec.destination.port"'
    ], ['no source', { spec: { ...target, sources: [] } }, 422, 'spec.sources']),
    ...cases('TrafficTarget', ['v1alpha4'], ['a version that is a draft', { spec: target }, 404, '']),
    ...cases('HTTPRouteGroup', ['v1alpha1'], ['headers', { matches: [{ name: 'm', headers: [{ a: 'b' }] }] }, 400, 'headers']),
    ...cases('HTTPRouteGroup', ['v1alpha3', 'v1alpha4'], ['a method that HTTP does not have', routes({ name: 'm', methods: ['FETCH'] }), 422, 'spec.matches[0].methods[0]'], ['a match without a name', routes({ pathRegex: '/' }), 422, 'spec.matches[0].name: Required value'], [
        'headers as one map',
        routes({ name: 'm', headers: { a: 'b' } }),
        400,
        'unknown field "spec.matches[0].headers.a"'
    ], [
        'headers as one map and no strict validation',
        routes({ name: 'm', headers: { a: 'b' } }),
        422,
        'spec.matches[0].headers',
        'Ignore'
    ], [
        'two headers in one item',
        routes({ name: 'm', headers: [{ a: 'b', c: 'd' }] }),
        422,
        'spec.matches[0].headers[0]'
    ], ['matches at the top level', { matches: [{ name: 'm' }] }, 422, 'spec: Required value', 'Ignore']),
    ...['TCPRoute', 'UDPRoute'].flatMap((kind) => cases(kind, ['v1alpha4'], ['matches as a list', { spec: { matches: [{ ports: [80] }] } }, 400, 'unknown field "spec.matches[0].ports"'], [
        'matches as a list and no strict validation',
        { spec: { matches: [{ ports: [80] }] } },
        422,
        'spec.matches',
        'Ignore'
    ], ['a port that is a string', { spec: { matches: { ports: ['80'] } } }, 422, 'spec.matches.ports[0]'], ['a port that no host has', { spec: { matches: { ports: [70000] } } }, 422, 'spec.matches.ports[0]'])),
    ...cases('TCPRoute', ['v1alpha3'], ['ports', { spec: { matches: { ports: [80] } } }, 400, 'unknown field "spec.matches"']),
    ...cases('UDPRoute', ['v1alpha3'], ['a version before there was UDPRoute', { spec: {} }, 404, '']),
    ...cases('TrafficSplit', ['v1alpha2', 'v1alpha3', 'v1alpha4'], ['weight "500m"', refusals_split({ ...backend, weight: '500m' }), 422, 'spec.backends[0].weight'], ['weight 0.5', refusals_split({ ...backend, weight: 0.5 }), 422, 'spec.backends[0].weight'], ['weight -1', refusals_split({ ...backend, weight: -1 }), 422, 'spec.backends[0].weight'], ['no weight', refusals_split({ service: 'website-v1' }), 422, 'spec.backends[0].weight: Required value'], ['no service', { spec: { backends: [backend] } }, 422, 'spec.service: Required value'], [
        'an unknown field',
        { spec: { service: 'website', backends: [backend], colour: 'red' } },
        400,
        'unknown field "spec.colour"'
    ]),
    ...cases('TrafficSplit', ['v1alpha1'], ['weight "lots"', refusals_split({ ...backend, weight: 'lots' }), 422, 'spec.backends[0].weight']),
    ...cases('TrafficSplit', ['v1alpha1', 'v1alpha2'], ['matches', { spec: { service: 'w', backends: [backend], matches: [] } }, 400, 'unknown field "spec.matches"']),
    ...cases('TrafficSplit', ['v1alpha3', 'v1alpha4'], [
        'matches of another kind',
        { spec: { service: 'w', backends: [backend], matches: [{ kind: 'TCPRoute', name: 'r' }] } },
        422,
        'spec.matches[0].kind'
    ]),
    ...cases('TrafficSplit', ['v1beta1'], ['a version that does not exist', refusals_split(backend), 404, ''])
];

;// CONCATENATED MODULE: ./src/suites/smi-objects.ts





/** Writes good objects of a kind, reads each in every version, writes it back, and tries the bad ones. */
const tryKind = async ({ api }, namespace, set, kind, { speaks }, signal) => {
    const tried = {
        api,
        namespace,
        kind,
        signal,
        losses: knownLosses(set).filter((loss) => loss.kind === kind.kind)
    };
    const about = (version) => isAbout(kind.group, version, speaks);
    // What others write in another version is read by the program, so those objects are written too.
    const good = GOOD_OBJECTS.filter((each) => each.kind === kind.kind && kind.served.includes(each.version));
    const bad = BAD_OBJECTS.filter((each) => each.kind === kind.kind && (about(each.version) || !kind.served.includes(each.version)));
    const checks = await Promise.all([
        ...good.map((each) => tryGood(tried, each, kind.served.filter((version) => about(version) || about(each.version)))),
        tryBad(tried, bad)
    ]);
    return checks.flat();
};
/** Whether a version is one that checks are about: one that the program speaks, or any when that is not known. */
const isAbout = (group, version, speaks) => speaks.length === 0 || speaks.includes(`${group}/${version}`);
const tryGood = async (tried, good, readers) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const title = `${good.kind} ${good.version}`;
    const create = async (of, claim) => {
        const object = build(tried, good.version, `${of}-${good.version}`, good[of]);
        return check(claim, (0,evidence/* piped */.JR)(object, 'create --validate=strict'), async () => {
            const reply = await post(tried, good.version, object, { fieldValidation: 'Strict' });
            return { ok: reply.status === 201, seen: (0,evidence/* told */.Ev)(reply) };
        });
    };
    await create('least', `${title} with no more than it needs is accepted`);
    if (!(await create('full', `${title} with every field is accepted under strict validation`)))
        return checks;
    const written = build(tried, good.version, `full-${good.version}`, good.full);
    for (const reader of readers) {
        const known = tried.losses.find((loss) => loss.written === good.version && loss.read === reader);
        await check(readingClaim(title, good.version, reader, known), `${(0,evidence/* piped */.JR)(written, 'create')} && kubectl get ${tried.kind.plural}.${reader}.${tried.kind.group} full-${good.version} -o yaml`, () => readAs(tried, written, reader, known));
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
const readAs = async (tried, written, reader, known) => {
    const name = (0,json/* text */.Qq)((0,json.at)(written, 'metadata', 'name'));
    const reply = await tried.api.call('GET', `${collection(tried, reader)}/${name}`, { signal: tried.signal });
    if (reply.status !== 200)
        return { ok: false, seen: (0,evidence/* told */.Ev)(reply) };
    const { lost, changed, added } = compare(written, reply.body);
    const expected = known?.lost ?? [];
    const unlisted = lost.filter((path) => !expected.some((field) => within(path, field)));
    const kept = expected.filter((field) => !lost.some((path) => within(path, field)));
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
        seen: [...seen, again?.seen].filter((line) => line !== undefined).join('; ') || 'nothing lost'
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
const tryBad = async (tried, bad) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const { kind, version, wrong, body, validation, status, says } of bad) {
        const object = build(tried, version, 'bad', body);
        const by = validation === 'Strict' ? 'is refused' : 'is refused by the schema alone';
        await check(`${kind} ${version} with ${wrong} ${by}`, (0,evidence/* piped */.JR)(object, `create --validate=${validation.toLowerCase()}`), async () => {
            const reply = await post(tried, version, object, { fieldValidation: validation, dryRun: 'All' });
            return { ok: reply.status === status && (0,evidence/* message */.iU)(reply).includes(says), seen: (0,evidence/* told */.Ev)(reply) };
        });
    }
    return checks;
};
const collection = ({ namespace, kind }, version) => `/apis/${kind.group}/${version}/namespaces/${namespace}/${kind.plural}`;
const build = ({ kind }, version, name, body) => ({
    apiVersion: `${kind.group}/${version}`,
    kind: kind.kind,
    metadata: { name },
    ...body
});
const post = (tried, version, body, query) => tried.api.call('POST', collection(tried, version), { body, query, signal: tried.signal });
const say = (what, paths) => paths.length > 0 ? `${what}: ${paths.join(', ')}` : undefined;

// EXTERNAL MODULE: ./src/suites/wait.ts
var wait = __webpack_require__(3216);
;// CONCATENATED MODULE: ./src/suites/smi-serving.ts



const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** Applies one CRD (never over another owner's), waits until it is served, and looks at what is served and stored. */
const installKind = async ({ api }, set, kind, crd, { withinMs }, signal) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const name = `${kind.plural}.${kind.group}`;
    const path = `${CRDS}/${name}`;
    const see = `kubectl get crd ${name} -o yaml`;
    const install = `slipway crds --set ${set.name} | kubectl apply --server-side -f -`;
    const applied = await check(`${name} installs`, install, async () => {
        const reply = await api.call('PATCH', path, { body: crd ?? null, patch: 'apply', signal });
        return { ok: reply.status < 300, seen: (0,evidence/* told */.Ev)(reply) };
    });
    if (!applied)
        return { checks, ready: false };
    const ready = await check(`${name} is established and its names are accepted`, `kubectl wait --for=condition=Established crd/${name} && kubectl wait --for=condition=NamesAccepted crd/${name}`, async () => {
        const { value, done, ms } = await (0,wait/* wait */.u)(api, {
            read: () => api.call('GET', path, { signal }),
            done: (reply) => conditions(reply).every(({ status }) => status === 'True'),
            watch: { path: CRDS, query: { fieldSelector: `metadata.name=${name}` } },
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
const tellFirstVersion = async ({ api }, set, group, signal) => {
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

;// CONCATENATED MODULE: ./src/suites/smi.ts







/**
 * Whether the SMI APIs work on this Kubernetes: a CRD set installs, serves and stores what it says, takes good objects
 * and refuses bad ones, and loses between versions only what is known to be lost. There is no mesh here and no traffic,
 * so this is not SMI conformance and is never called that.
 *
 * `trial.with`: `set` (default `all`), `speaks` (list of group/version), `storage` (kind to version; by default the
 * newest version that the program speaks, else the newest), `withinSeconds` (default 30). The CRDs stay installed.
 * Rejects with an 'input' Failure for an unknown set or version, never for what the server does: that is the verdict.
 */
const smiSuite = async (cluster, trial, signal) => {
    const name = (0,json/* text */.Qq)(trial.with['set']) || 'all';
    const speaks = (0,json/* items */.ld)(trial.with['speaks']).map(json/* text */.Qq);
    const storage = { ...(0,crds/* storageFor */.N4)(name, speaks), ...chosen(trial.with['storage']) };
    const options = { speaks, withinMs: 1000 * ((0,json/* number */.ai)(trial.with['withinSeconds']) || 30) };
    const set = (0,crds/* crdSet */.mi)(name, { storage });
    return (0,evidence/* verdict */.WJ)(cluster, trial, false, () => proveSet(cluster, set, options, signal));
};
/** The suite on a given set: what the set promises (`kinds`) against what its objects (`crds`) make the server do. */
const proveSet = async (cluster, set, options, signal) => {
    const spoken = await serves(set, options.speaks);
    const installs = await Promise.all(set.kinds.map((kind, i) => installKind(cluster, set, kind, set.crds[i], options, signal)));
    const wanted = set.kinds.filter(({ group, served }, i) => installs[i]?.ready === true && served.some((version) => isAbout(group, version, options.speaks)));
    const groups = [...new Set(wanted.map(({ group }) => group))];
    const firsts = await Promise.all(groups.map((group) => tellFirstVersion(cluster, set, group, signal)));
    const tried = wanted.length === 0
        ? []
        : await (0,namespace/* inNamespace */.d)(cluster.api, 'smi', signal, (namespace) => Promise.all(wanted.map((kind) => tryKind(cluster, namespace, set, kind, options, signal))));
    return [spoken, ...installs.map(({ checks }) => checks), ...firsts, ...tried].flat();
};
const serves = async (set, speaks) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const spoken of speaks) {
        const kinds = set.kinds.filter(({ group, served }) => served.some((version) => spoken === `${group}/${version}`));
        await check(`CRD set ${set.name} has ${spoken}, which the program speaks`, `slipway crds --set ${set.name}`, async () => ({
            ok: kinds.length > 0,
            seen: kinds.length > 0 ? kinds.map(({ kind }) => kind).join(', ') : `no kind of the set has this version`
        }));
    }
    return checks;
};
const chosen = (value) => Object.fromEntries(Object.entries((0,json/* fields */.OA)(value)).map(([kind, version]) => {
    if (typeof version === 'string')
        return [kind, version];
    throw new errors/* Failure */.H('input', `the storage version of ${kind} is not text: ${JSON.stringify(version)}`);
}));


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
