export const id = 5602;
export const ids = [5602,2174,1703];
export const modules = {

/***/ 72174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  appliedSize: () => (/* binding */ appliedSize),
  crdsOf: () => (/* binding */ crdsOf),
  definitionOf: () => (/* binding */ definitionOf),
  fitsAnnotation: () => (/* binding */ fitsAnnotation),
  isCrd: () => (/* binding */ isCrd),
  isTemplate: () => (/* binding */ isTemplate),
  manifestsOf: () => (/* binding */ manifestsOf),
  withoutWords: () => (/* binding */ withoutWords)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
;// CONCATENATED MODULE: ./src/crds/convert.ts

/**
 * A CustomResourceDefinition as v1, which is all that Kubernetes takes since 1.22; one that is v1 already comes back
 * as it is, without what only a server writes. What v1beta1 says once for all versions, v1 says for each; schemas get
 * the types that v1 demands. Nothing is guessed beyond that: what v1 cannot hold stays, for the server to name.
 */
const convertCrd = (document) => {
    const source = (0,json/* fields */.OA)(document);
    const clean = { ...source, status: undefined, metadata: metadataOf(source['metadata']) };
    if (source['apiVersion'] !== 'apiextensions.k8s.io/v1beta1')
        return { crd: without(clean), changes: [] };
    const changes = ['apiextensions.k8s.io/v1beta1 became v1: Kubernetes 1.22 and later have no other'];
    const spec = (0,json/* fields */.OA)(source['spec']);
    const crd = without({
        ...clean,
        apiVersion: 'apiextensions.k8s.io/v1',
        spec: without({
            ...spec,
            version: undefined,
            validation: undefined,
            subresources: undefined,
            additionalPrinterColumns: undefined,
            preserveUnknownFields: undefined,
            conversion: conversionOf(spec['conversion'], changes),
            versions: versionsOf(spec, changes)
        })
    });
    return { crd, changes };
};
const metadataOf = (metadata) => {
    const { name, labels, annotations } = (0,json/* fields */.OA)(metadata);
    return without({ name, labels, annotations });
};
function versionsOf(spec, changes) {
    const listed = (0,json/* items */.ld)(spec['versions']);
    if (listed.length === 0)
        changes.push(`spec.version ${(0,json/* text */.Qq)(spec['version'])} became the one item of spec.versions`);
    const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }];
    const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined);
    if (shared.length)
        changes.push(`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`);
    const keeps = spec['preserveUnknownFields'];
    if (keeps === undefined)
        changes.push('unknown fields were kept by default, and v1 prunes them');
    if (keeps === true)
        changes.push('preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object');
    const typed = new Set();
    const converted = versions.map((version) => {
        const own = (0,json/* fields */.OA)(version);
        const schema = (0,json/* fields */.OA)(own['schema'] ?? spec['validation'])['openAPIV3Schema'];
        const columns = (0,json/* items */.ld)(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(column);
        if (schema === undefined)
            changes.push(`${(0,json/* text */.Qq)(own['name'])} had no schema, and got one that keeps everything`);
        return without({
            ...own,
            schema: {
                openAPIV3Schema: schema === undefined
                    ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
                    : structural(schema, '', keeps === true, typed)
            },
            subresources: own['subresources'] ?? spec['subresources'],
            additionalPrinterColumns: columns.length ? columns : undefined
        });
    });
    if (typed.size)
        changes.push(`types were added, which v1 demands: ${[...typed].map((at) => at || 'the root').join(', ')}`);
    return converted;
}
const column = (given) => {
    const { JSONPath, ...rest } = (0,json/* fields */.OA)(given);
    return without({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath });
};
function conversionOf(conversion, changes) {
    const { webhookClientConfig, conversionReviewVersions, ...rest } = (0,json/* fields */.OA)(conversion);
    if (webhookClientConfig === undefined)
        return conversion;
    changes.push('spec.conversion.webhookClientConfig became spec.conversion.webhook');
    return without({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } });
}
/** The schema with the type that each node of a structural schema has. */
function structural(schema, path, keeps, typed) {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema;
    const inner = (value, at) => value === undefined ? undefined : structural(value, at, keeps, typed);
    const { type, properties, additionalProperties, items: list } = schema;
    const implied = properties !== undefined || additionalProperties !== undefined || path === ''
        ? 'object'
        : list !== undefined
            ? 'array'
            : undefined;
    const own = type ?? implied;
    if (type === undefined && implied !== undefined)
        typed.add(path);
    return without({
        ...schema,
        type: own,
        properties: properties === undefined
            ? undefined
            : Object.fromEntries(Object.entries((0,json/* fields */.OA)(properties)).map(([name, node]) => [
                name,
                inner(node, path === '' ? name : `${path}.${name}`)
            ])),
        additionalProperties: inner(additionalProperties, `${path}.*`),
        items: inner(list, `${path}[]`),
        'x-kubernetes-preserve-unknown-fields': keeps && own === 'object' ? true : schema['x-kubernetes-preserve-unknown-fields']
    });
}
/** The object without its undefined fields, as JSON would have it. */
const without = (value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

;// CONCATENATED MODULE: ./src/crds/source.ts




/** Whether a file is written for a template engine and is no YAML yet. */
const isTemplate = ({ text }) => /\{\{/.test(text);
/** The objects of a file, those inside of a List too. An 'input' Failure names file and line of what is no YAML. */
const manifestsOf = (file) => {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,dist/* parseAllDocuments */.hR)(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const lineAt = (offset) => lines.linePos(offset).line;
    return [documents].flat().flatMap((document) => {
        const [error] = document.errors;
        if (error)
            throw new errors/* Failure */.H('input', `${file.path}:${lineAt(error.pos[0])}: ${error.message}`, {
                hint: isTemplate(file) ? 'This is a template: render it first, or leave it out.' : 'Write it as YAML or JSON.'
            });
        if (!(0,dist/* isMap */.jh)(document.contents))
            return [];
        const object = document.toJS({ maxAliasCount: 100 });
        const line = lineAt(document.contents.range?.[0] ?? 0);
        return [{ path: file.path, line, object, document, lineAt }];
    });
};
/** The CustomResourceDefinitions of some files, as v1. An 'input' Failure names two definitions of one name. */
const crdsOf = (files) => {
    const found = files.flatMap((file) => manifestsOf(file).flatMap(({ object, line }) => [object, ...(0,json/* items */.ld)((0,json.at)(object, 'items'))].filter(isCrd).map((document) => {
        const { crd, changes } = convertCrd(document);
        return { name: (0,json/* text */.Qq)((0,json.at)(crd, 'metadata', 'name')), crd, from: `${file.path}:${line}`, changes };
    })));
    for (const [i, { name, from }] of found.entries()) {
        const other = found.slice(0, i).find((each) => each.name === name);
        if (other)
            throw new errors/* Failure */.H('input', `${name} is defined twice: ${other.from} and ${from}`, {
                hint: 'Name the files that are installed: crds.files in slipway.yaml.'
            });
    }
    return found;
};
const isCrd = (object) => (0,json/* text */.Qq)((0,json.at)(object, 'kind')) === 'CustomResourceDefinition' &&
    (0,json/* text */.Qq)((0,json.at)(object, 'apiVersion')).startsWith('apiextensions.k8s.io/');
const definitionOf = (crd) => ({
    group: (0,json/* text */.Qq)((0,json.at)(crd, 'spec', 'group')),
    kind: (0,json/* text */.Qq)((0,json.at)(crd, 'spec', 'names', 'kind')),
    plural: (0,json/* text */.Qq)((0,json.at)(crd, 'spec', 'names', 'plural')),
    namespaced: (0,json.at)(crd, 'spec', 'scope') !== 'Cluster',
    webhook: (0,json.at)(crd, 'spec', 'conversion', 'strategy') === 'Webhook',
    versions: (0,json/* items */.ld)((0,json.at)(crd, 'spec', 'versions')).map((version) => ({
        name: (0,json/* text */.Qq)((0,json.at)(version, 'name')),
        served: (0,json.at)(version, 'served') === true,
        storage: (0,json.at)(version, 'storage') === true,
        schema: (0,json.at)(version, 'schema', 'openAPIV3Schema') ?? {},
        status: (0,json.at)(version, 'subresources', 'status') !== undefined
    }))
});
/** The definition without what only explains it: two that are equal so make a server do the same. */
const withoutWords = (crd) => ({
    ...(0,json/* fields */.OA)(crd),
    metadata: { name: (0,json.at)(crd, 'metadata', 'name') },
    spec: {
        ...(0,json/* fields */.OA)((0,json.at)(crd, 'spec')),
        versions: (0,json/* items */.ld)((0,json.at)(crd, 'spec', 'versions')).map((version) => ({
            ...(0,json/* fields */.OA)(version),
            schema: { openAPIV3Schema: wordless((0,json.at)(version, 'schema', 'openAPIV3Schema') ?? {}) }
        }))
    }
});
const wordless = (schema) => {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema;
    const { description: _d, title: _t, example: _e, externalDocs: _x, ...rules } = schema;
    const inner = (name) => (rules[name] === undefined ? undefined : wordless(rules[name]));
    const { properties } = rules;
    return {
        ...rules,
        ...((0,json/* isObject */.Gv)(properties) && {
            properties: Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, wordless(node)]))
        }),
        ...(rules['items'] !== undefined && { items: inner('items') }),
        ...(rules['additionalProperties'] !== undefined && { additionalProperties: inner('additionalProperties') })
    };
};
/** What the API server takes of annotations, keys and values together, in bytes. */
const ANNOTATIONS = 262_144;
/** Whether `kubectl apply` can keep the definition in its last-applied annotation, as it does without --server-side. */
const fitsAnnotation = (crd) => appliedSize(crd) <= ANNOTATIONS;
/** The bytes of that annotation, with its key. */
const appliedSize = (crd) => new TextEncoder().encode(`kubectl.kubernetes.io/last-applied-configuration${JSON.stringify(crd)}\n`).length;


/***/ }),

/***/ 55360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FA: () => (/* binding */ pruned),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   gX: () => (/* binding */ misfits)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

/**
 * Where a value does not fit, as an API server would find under strict validation: unknown fields, missing ones, wrong
 * types and values beyond limits. CEL rules, formats and all/any/one/not are the server's alone.
 */
const misfits = (value, schema, path = []) => {
    const wrong = (says) => ({ path, kind: 'value', says });
    const rules = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema);
    if (value === null)
        return rules['nullable'] === true ? [] : [wrong('must not be null')];
    if (rules['x-kubernetes-int-or-string'] === true) {
        if (typeof value === 'string')
            return limits(value, rules, wrong);
        return typeof value === 'number' && Number.isInteger(value) ? [] : [wrong('must be an integer or a string')];
    }
    const type = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['type']);
    if (type !== '' && !hasType(value, type))
        return [wrong(`must be of type ${type}, not ${typeOf(value)}`)];
    const here = limits(value, rules, wrong);
    if (Array.isArray(value))
        return [...here, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(value).flatMap((item, i) => misfits(item, rules['items'] ?? {}, [...path, i]))];
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? [...here, ...inside(value, rules, path)] : here;
};
const inside = (value, rules, path) => {
    const known = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(rules['properties']);
    const others = rules['additionalProperties'];
    const open = rules['x-kubernetes-preserve-unknown-fields'] === true || rules['x-kubernetes-embedded-resource'] === true;
    const missing = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['required'])
        .map(_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)
        .filter((name) => value[name] === undefined)
        .map((name) => ({ path: [...path, name], kind: 'missing', says: 'is required' }));
    const within = Object.entries(value).flatMap(([name, inner]) => {
        const own = known[name] ?? ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(others) ? others : undefined);
        if (own !== undefined)
            return misfits(inner, own, [...path, name]);
        if (open || others === true || (SERVERS.has(name) && path.length === 0))
            return [];
        return [{ path: [...path, name], kind: 'unknown', says: 'is no field of it' }];
    });
    return [...missing, ...within];
};
/** What every object has at its root. */
const SERVERS = new Set(['apiVersion', 'kind', 'metadata']);
const limits = (value, rules, wrong) => {
    const found = [];
    const limit = (name, holds, says) => {
        const given = rules[name];
        if (typeof given === 'number' && !holds(given))
            found.push(`${says} ${given}`);
    };
    if (rules['enum'] !== undefined && !(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['enum']).some((each) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(value)))
        found.push(`must be one of ${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['enum'])
            .map((each) => JSON.stringify(each))
            .join(', ')}`);
    if (typeof value === 'number') {
        const strictly = (name) => rules[name] === true;
        limit('minimum', (least) => (strictly('exclusiveMinimum') ? value > least : value >= least), 'must be at least');
        limit('maximum', (most) => (strictly('exclusiveMaximum') ? value < most : value <= most), 'must be at most');
        limit('multipleOf', (step) => Number.isInteger(value / step), 'must be a multiple of');
    }
    else if (typeof value === 'string') {
        limit('minLength', (least) => [...value].length >= least, 'must have at least as many characters as');
        limit('maxLength', (most) => [...value].length <= most, 'must have no more characters than');
        if (!matches(value, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['pattern'])))
            found.push(`must match ${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['pattern'])}`);
    }
    else if (Array.isArray(value)) {
        limit('minItems', (least) => value.length >= least, 'must have at least as many items as');
        limit('maxItems', (most) => value.length <= most, 'must have no more items than');
    }
    else if ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
        limit('minProperties', (least) => Object.keys(value).length >= least, 'must have at least as many fields as');
        limit('maxProperties', (most) => Object.keys(value).length <= most, 'must have no more fields than');
    }
    return found.map(wrong);
};
/** Patterns are Go's (RE2), and nearly all of them mean the same here; one that does not is left to the server. */
const matches = (value, pattern) => {
    if (pattern === '')
        return true;
    try {
        return new RegExp(pattern, 'u').test(value);
    }
    catch {
        return true;
    }
};
const hasType = (value, type) => type === 'integer'
    ? Number.isInteger(value)
    : typeOf(value) === type || (type === 'number' && typeof value === 'number');
const typeOf = (value) => Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value;
/** A path as the server writes it: `spec.matches[0].name`. */
const pathText = (path) => path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
/** What an API server keeps of a value by a structural schema. */
const pruned = (value, schema) => {
    if (Array.isArray(value))
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(value).map((item) => pruned(item, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema)['items'] ?? {}));
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    const rules = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema);
    const others = rules['additionalProperties'];
    const open = rules['x-kubernetes-preserve-unknown-fields'] === true ||
        others === true ||
        rules['x-kubernetes-int-or-string'] === true;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
        const own = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(rules['properties'])[key] ?? ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(others) ? others : undefined);
        return own === undefined ? (open ? [[key, inner]] : []) : [[key, pruned(inner, own)]];
    }));
};


/***/ }),

/***/ 47738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ knownLosses),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/* unused harmony export knownLossesTable */
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78435);

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
const survives = ({ versions, kept = versions }, storage, read) => kept.includes(storage) && kept.includes(read);
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


/***/ }),

/***/ 19727:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ CRDS),
/* harmony export */   Rw: () => (/* binding */ removeCrds),
/* harmony export */   YT: () => (/* binding */ LOST_MS),
/* harmony export */   rH: () => (/* binding */ wake)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8301);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);
/* harmony import */ var _wait_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73216);




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

/***/ 42372:
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

/***/ 5678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ inNamespace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42372);
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

/***/ 75602:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveSet: () => (/* binding */ proveSet),
  smiSuite: () => (/* binding */ smiSuite)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/smi/crds.ts + 10 modules
var smi_crds = __webpack_require__(78435);
// EXTERNAL MODULE: ./src/crds/source.ts + 1 modules
var source = __webpack_require__(72174);
// EXTERNAL MODULE: ./src/crds/validate.ts
var validate = __webpack_require__(55360);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/smi/objects.ts + 1 modules
var objects = __webpack_require__(50026);
// EXTERNAL MODULE: ./src/smi/set-names.ts
var set_names = __webpack_require__(56958);
;// CONCATENATED MODULE: ./src/smi/own.ts







/**
 * The set that some CRD files make. What is expected of it is what the specification wants, with those exceptions that
 * a set of upstream's has too and that these schemas explain; any other deviation is theirs alone, and is found by the
 * suite. A webhook that converts is left out, as nothing answers for it here.
 */
const ownSet = (crds) => {
    const known = set_names/* CRD_SETS */.G.flatMap((name) => (0,smi_crds.crdSet)(name).kinds);
    const found = crds.flatMap(({ name, crd, from, changes }) => {
        const kinds = known.filter(({ plural, group }) => name === `${plural}.${group}`);
        const { versions } = (0,source.definitionOf)(crd);
        const covers = (kind) => versions.every(({ name, served }) => !served || kind.served.includes(name));
        const usual = kinds.find(covers) ?? kinds[0];
        if (usual === undefined)
            return [];
        const webhook = (0,source.definitionOf)(crd).webhook;
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
        throw new errors/* Failure */.H('input', 'none of the CRD files defines a kind of SMI', {
            hint: 'Name them in slipway.yaml: crds.files, or take a set that Slipway has: --smi-set all.'
        });
    return {
        name: set_names/* OWN */.Z,
        origin: `the files of this repository: ${found.map(({ from }) => from).join(', ')}`,
        kinds: found.map(({ kind }) => kind),
        crds: found.map(({ crd }) => crd),
        changes: found.map(({ changes }) => changes)
    };
};
const withoutWebhook = (crd) => ({
    ...(0,json/* fields */.OA)(crd),
    spec: { ...(0,json/* fields */.OA)((0,json.at)(crd, 'spec')), conversion: { strategy: 'None' } }
});
function servedKind(crd, usual, kinds) {
    const { versions } = (0,source.definitionOf)(crd);
    const schemas = new Map(versions.map(({ name, schema }) => [name, schema]));
    const served = versions.filter((version) => version.served).map(({ name }) => name);
    const dialect = Object.fromEntries(served.flatMap((version) => {
        const schema = schemas.get(version) ?? {};
        const fits = (body) => (0,validate/* misfits */.gX)((0,validate/* pruned */.FA)(body, schema), schema).length === 0;
        const plain = (0,objects/* fullObject */.lr)({ kind: usual.kind }, version);
        if (plain !== undefined && fits(plain))
            return [];
        const other = kinds.map((kind) => kind.dialect?.[version]).find((body) => body !== undefined && fits(body));
        return other === undefined ? [] : [[version, other]];
    }));
    return {
        ...usual,
        shortName: (0,json/* text */.Qq)((0,json/* items */.ld)((0,json.at)(crd, 'spec', 'names', 'shortNames'))[0]) || undefined,
        served: served.sort(),
        storage: versions.find(({ storage }) => storage)?.name ?? '',
        fields: [
            ...usual.fields,
            ...unique(kinds.flatMap((kind) => kind.fields.filter(({ kept }) => kept?.length === 0))).filter((field) => field.versions.every((version) => lacks(schemas.get(version), field.path)))
        ],
        exceptions: (0,objects/* probesOf */.pX)(usual.kind).flatMap((probe) => {
            const schema = schemas.get(probe.version);
            const known = kinds
                .flatMap(({ exceptions = [] }) => exceptions)
                .find((each) => each.what === probe.what &&
                each.versions.includes(probe.version) &&
                schema !== undefined &&
                isAlike(each.answer, predicted(probe, schema)));
            return known === undefined ? [] : [{ ...known, versions: [probe.version] }];
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
    .reduce((node, step) => step.endsWith('[]') ? (0,json.at)(node, 'properties', step.slice(0, -2), 'items') : (0,json.at)(node, 'properties', step), schema) === undefined;
const isAlike = (a, b) => a === 'accepted' || b === 'accepted' ? a === b : a.status === b.status;
/** What a server with this schema does with a probe. */
const predicted = ({ body, validation }, schema) => {
    const kept = (0,validate/* pruned */.FA)(body, schema);
    if (validation === 'Strict' && !(0,json/* isSame */.Ft)(kept, body))
        return { status: 400, says: 'unknown field' };
    return (0,validate/* misfits */.gX)(kept, schema).length > 0 ? { status: 422, says: '' } : 'accepted';
};

// EXTERNAL MODULE: ./src/suites/crd-removal.ts
var crd_removal = __webpack_require__(19727);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/namespace.ts
var namespace = __webpack_require__(5678);
// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
;// CONCATENATED MODULE: ./src/suites/smi-objects.ts




/** Tries every probe of a kind, writes the full object of each version, reads it in every other and writes it back. */
const tryKind = async ({ api }, namespace, set, kind, { speaks }, signal) => {
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
        const { answer, because } = expected(tried.kind, probe);
        const unlike = because === undefined ? '' : `, unlike the specification (${because})`;
        await check(`${kind} ${version} with ${what} ${verb(answer, validation)}${unlike}`, (0,evidence/* piped */.JR)(object, `create --validate=${validation.toLowerCase()}`), async () => {
            const reply = await post(tried, version, object, { fieldValidation: validation, dryRun: 'All' });
            return { ok: answers(reply, answer), seen: (0,evidence/* told */.Ev)(reply) };
        });
    }
    return checks;
};
/** What a set does with a probe: what the specification wants, unless the set serves no such version or has an exception. */
const expected = ({ served, exceptions = [] }, { version, what, answer }) => {
    const own = exceptions.find((each) => each.what === what && each.versions.includes(version));
    if (!served.includes(version))
        return { answer: { status: 404, says: '' } };
    return own === undefined ? { answer } : { answer: own.answer, because: own.because };
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

// EXTERNAL MODULE: ./src/suites/wait.ts
var wait = __webpack_require__(73216);
;// CONCATENATED MODULE: ./src/suites/smi-serving.ts





/** Applies one CRD (never over another owner's), waits until it is served, and looks at what is served and stored. */
const installKind = async ({ api }, set, kind, { crd, changes = [] }, { withinMs }, 
/** Told of a definition that was not there before. */
created, signal) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const name = `${kind.plural}.${kind.group}`;
    const path = `${crd_removal/* CRDS */.Jg}/${name}`;
    const see = `kubectl get crd ${name} -o yaml`;
    const install = set.name === set_names/* OWN */.Z
        ? 'kubectl apply --server-side -f FILE'
        : `slipway crds --set ${set.name} | kubectl apply --server-side -f -`;
    const applied = await check(`${name} installs`, install, async () => {
        const reply = await api.call('PATCH', path, { body: crd ?? null, patch: 'apply', signal });
        if (reply.status === 201)
            created.push(name);
        return { ok: reply.status < 300, seen: [(0,evidence/* told */.Ev)(reply), ...changes].join('; ') };
    });
    if (!applied)
        return { checks, ready: false };
    const ready = await check(`${name} is established and its names are accepted`, `kubectl wait --for=condition=Established crd/${name} && kubectl wait --for=condition=NamesAccepted crd/${name}`, async () => {
        const { value, done, ms } = await (0,wait/* wait */.u)(api, {
            read: () => api.call('GET', path, { signal }),
            done: (reply) => conditions(reply).every(({ status }) => status === 'True'),
            watch: { path: crd_removal/* CRDS */.Jg, query: { fieldSelector: `metadata.name=${name}` } },
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
 * `trial.with`: `set` (default `all`; `own`: the CRD files given), `speaks` (list of group/version), `storage` (kind to
 * version; for the set `all` by default the newest version that the program speaks; else what the set stores),
 * `withinSeconds` (default 30). CRDs that were not there before are removed at the end, with their objects.
 * Rejects with an 'input' Failure for an unknown set or version, never for what the server does: that is the verdict.
 */
const smiSuite = async (cluster, trial, signal, own = []) => {
    const name = (0,json/* text */.Qq)(trial.with['set']) || 'all';
    const speaks = (0,json/* items */.ld)(trial.with['speaks']).map(json/* text */.Qq);
    const options = { speaks, withinMs: 1000 * ((0,json/* number */.ai)(trial.with['withinSeconds']) || 30) };
    const storage = { ...(name === 'all' ? (0,smi_crds.storageFor)(name, speaks) : {}), ...chosen(trial.with['storage']) };
    const set = name === set_names/* OWN */.Z ? ownSet(own) : (0,smi_crds.crdSet)(name, { storage });
    return (0,evidence/* verdict */.WJ)(cluster, trial, false, () => proveSet(cluster, set, options, signal));
};
/** The suite on a given set: what the set promises (`kinds`) against what its objects (`crds`) make the server do. */
const proveSet = async (cluster, set, options, signal) => {
    const created = [];
    try {
        const spoken = await serves(set, options.speaks);
        const installs = await Promise.all(set.kinds.map((kind, i) => installKind(cluster, set, kind, { crd: set.crds[i], changes: set.changes?.[i] }, options, created, signal)));
        const wanted = set.kinds.filter(({ group, served }, i) => installs[i]?.ready === true && served.some((version) => isAbout(group, version, options.speaks)));
        const groups = [...new Set(wanted.map(({ group }) => group))];
        const firsts = await Promise.all(groups.map((group) => tellFirstVersion(cluster, set, group, signal)));
        const tried = wanted.length === 0
            ? []
            : await (0,namespace/* inNamespace */.d)(cluster.api, 'smi', signal, (namespace) => Promise.all(wanted.map((kind) => tryKind(cluster, namespace, set, kind, options, signal))));
        return [spoken, ...installs.map(({ checks }) => checks), ...firsts, ...tried].flat();
    }
    finally {
        await (0,crd_removal/* removeCrds */.Rw)(cluster.api, created);
    }
};
const serves = async (set, speaks) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    for (const spoken of speaks) {
        const kinds = set.kinds.filter(({ group, served }) => served.some((version) => spoken === `${group}/${version}`));
        await check(`CRD set ${set.name} has ${spoken}, which the program speaks`, set.name === set_names/* OWN */.Z ? 'kubectl get crds' : `slipway crds --set ${set.name}`, async () => ({
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

/***/ 73216:
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
