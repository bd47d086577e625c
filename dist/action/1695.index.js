export const id = 1695;
export const ids = [1695,2174];
export const modules = {

/***/ 67172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ offsetOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Where a key or an item begins, or what is nearest around it, as an offset in the text. */
function offsetOf(document, path) {
    let node = document.contents;
    let at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range?.[0]) || 0;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === step);
            if (!pair)
                break;
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && pair.key.range?.[0]) || at;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(step)];
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range?.[0]) || at;
        }
        else
            break;
    }
    return at;
}


/***/ }),

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

/***/ 72174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ANNOTATIONS: () => (/* binding */ ANNOTATIONS),
  appliedSize: () => (/* binding */ appliedSize),
  crdsOf: () => (/* binding */ crdsOf),
  definitionOf: () => (/* binding */ definitionOf),
  fitsAnnotation: () => (/* binding */ fitsAnnotation),
  isCrd: () => (/* binding */ isCrd),
  isNearAnnotation: () => (/* binding */ isNearAnnotation),
  isTemplate: () => (/* binding */ isTemplate),
  manifestsOf: () => (/* binding */ manifestsOf),
  withoutWords: () => (/* binding */ withoutWords)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/yaml-lines.ts
var yaml_lines = __webpack_require__(67172);
// EXTERNAL MODULE: ./src/base/yaml.ts
var yaml = __webpack_require__(65958);
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
    const spec = (0,json/* fields */.OA)(source['spec']);
    const conversion = convertConversion(spec['conversion']);
    const versions = convertVersions(spec);
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
            conversion: conversion.to,
            versions: versions.to
        })
    });
    const became = 'apiextensions.k8s.io/v1beta1 became v1: Kubernetes 1.22 and later have no other';
    return { crd, changes: [became, ...conversion.changes, ...versions.changes] };
};
const metadataOf = (metadata) => {
    const { name, labels, annotations } = (0,json/* fields */.OA)(metadata);
    return without({ name, labels, annotations });
};
function convertVersions(spec) {
    const listed = (0,json/* items */.ld)(spec['versions']);
    const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }];
    const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined);
    const keeps = spec['preserveUnknownFields'];
    const schemaOf = (version) => (0,json/* fields */.OA)((0,json/* fields */.OA)(version)['schema'] ?? spec['validation'])['openAPIV3Schema'];
    const untyped = [...new Set(versions.flatMap((version) => untypedPaths(schemaOf(version), '')))];
    const converted = versions.map((version) => {
        const own = (0,json/* fields */.OA)(version);
        const schema = schemaOf(version);
        const columns = (0,json/* items */.ld)(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(convertColumn);
        return without({
            ...own,
            schema: {
                openAPIV3Schema: schema === undefined
                    ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
                    : makeStructural(schema, '', keeps === true)
            },
            subresources: own['subresources'] ?? spec['subresources'],
            additionalPrinterColumns: columns.length ? columns : undefined
        });
    });
    const bare = versions.filter((version) => schemaOf(version) === undefined);
    return {
        to: converted,
        changes: [
            ...(listed.length ? [] : [`spec.version ${(0,json/* text */.Qq)(spec['version'])} became the one item of spec.versions`]),
            ...(shared.length ? [`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`] : []),
            ...(keeps === undefined ? ['unknown fields were kept by default, and v1 prunes them'] : []),
            ...(keeps === true ? ['preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object'] : []),
            ...bare.map((version) => `${(0,json/* text */.Qq)((0,json/* fields */.OA)(version)['name'])} had no schema, and got one that keeps everything`),
            ...(untyped.length
                ? [`types were added, which v1 demands: ${untyped.map((at) => at || 'the root').join(', ')}`]
                : [])
        ]
    };
}
const convertColumn = (given) => {
    const { JSONPath, ...rest } = (0,json/* fields */.OA)(given);
    return without({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath });
};
function convertConversion(conversion) {
    const { webhookClientConfig, conversionReviewVersions, ...rest } = (0,json/* fields */.OA)(conversion);
    if (webhookClientConfig === undefined)
        return { to: conversion, changes: [] };
    return {
        to: without({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } }),
        changes: ['spec.conversion.webhookClientConfig became spec.conversion.webhook']
    };
}
/** The type that a node without one must have. */
function impliedType({ properties, additionalProperties, items: list }, path) {
    if (properties !== undefined || additionalProperties !== undefined || path === '')
        return 'object';
    return list === undefined ? undefined : 'array';
}
const below = (path, name) => (path === '' ? name : `${path}.${name}`);
/** The nodes to which `makeStructural` gives a type. */
function untypedPaths(schema, path) {
    if (!(0,json/* isObject */.Gv)(schema))
        return [];
    const { type, properties, additionalProperties, items: list } = schema;
    return [
        ...(type === undefined && impliedType(schema, path) !== undefined ? [path] : []),
        ...Object.entries((0,json/* fields */.OA)(properties)).flatMap(([name, node]) => untypedPaths(node, below(path, name))),
        ...untypedPaths(additionalProperties, `${path}.*`),
        ...untypedPaths(list, `${path}[]`)
    ];
}
/** The schema with the type that each node of a structural schema has. */
function makeStructural(schema, path, keeps) {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema;
    const inner = (value, at) => value === undefined ? undefined : makeStructural(value, at, keeps);
    const { type, properties, additionalProperties, items: list } = schema;
    const own = type ?? impliedType(schema, path);
    return without({
        ...schema,
        type: own,
        properties: properties === undefined
            ? undefined
            : Object.fromEntries(Object.entries((0,json/* fields */.OA)(properties)).map(([name, node]) => [name, inner(node, below(path, name))])),
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
    const documents = (0,yaml/* readYaml */.gM)(file.text, file.path, (text) => (0,dist/* parseAllDocuments */.hR)(text, { ...yaml/* YAML */.Wh, lineCounter: lines, uniqueKeys: true }));
    const lineAt = (offset) => lines.linePos(offset).line;
    return [documents].flat().flatMap((document) => {
        if (document.errors.length)
            throw new errors/* Failure */.H('input', (0,yaml/* mistakes */.I9)(document.errors.slice(0, 1), (offset) => `${file.path}:${lineAt(offset)}`), {
                hint: isTemplate(file) ? 'This is a template: render it first, or leave it out.' : 'Write it as YAML or JSON.'
            });
        if (!(0,dist/* isMap */.jh)(document.contents))
            return [];
        const object = (0,yaml/* valueOf */.RP)(document, file.path, 100);
        const line = lineAt(document.contents.range?.[0] ?? 0);
        return [{ path: file.path, line, object, document, lineAt }];
    });
};
/** The CustomResourceDefinitions of some files, as v1. An 'input' Failure names two definitions of one name. */
const crdsOf = (files) => {
    const found = files.flatMap((file) => manifestsOf(file).flatMap((manifest) => [manifest.object, ...(0,json/* items */.ld)((0,json.at)(manifest.object, 'items'))].flatMap((object, i) => {
        if (!isCrd(object))
            return [];
        const { crd, changes } = convertCrd(object);
        const inside = i === 0 ? [] : ['items', i - 1];
        const placeOf = (version, field) => ({
            file: file.path,
            line: manifest.lineAt((0,yaml_lines/* offsetOf */.b)(manifest.document, [...inside, ...schemaPath(object, version, field)]))
        });
        return [
            { name: (0,json/* text */.Qq)((0,json.at)(crd, 'metadata', 'name')), crd, from: `${file.path}:${manifest.line}`, changes, placeOf }
        ];
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
/** Where a field of a version stands in a definition: `spec.routes[].weight` is below `properties` and `items`. */
function schemaPath(crd, version, field) {
    const index = (0,json/* items */.ld)((0,json.at)(crd, 'spec', 'versions')).findIndex((each) => (0,json.at)(each, 'name') === version);
    const steps = field.split('.').flatMap((step) => {
        const name = step.replace(/(\[\])+$/, '');
        return ['properties', name, ...Array((step.length - name.length) / 2).fill('items')];
    });
    return ['spec', 'versions', Math.max(0, index), 'schema', 'openAPIV3Schema', ...(field === '' ? [] : steps)];
}
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
/** Whether it fits, with less than a tenth to spare: the next field may be the one too many. */
const isNearAnnotation = (crd) => fitsAnnotation(crd) && appliedSize(crd) > 0.9 * ANNOTATIONS;
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
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

/**
 * Where a value does not fit, as an API server would find under strict validation: unknown fields, missing ones, wrong
 * types and values beyond limits. CEL rules, formats and all/any/one/not are the server's alone.
 */
const misfits = (value, schema, path = []) => {
    const wrong = (says) => ({ path, kind: 'value', says });
    const rules = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema);
    if (value === null)
        return rules['nullable'] === true ? [] : [wrong('must not be null')];
    if (rules['x-kubernetes-int-or-string'] === true) {
        if (typeof value === 'string')
            return limits(value, rules, wrong);
        return typeof value === 'number' && Number.isInteger(value) ? [] : [wrong('must be an integer or a string')];
    }
    const type = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['type']);
    if (type !== '' && !hasType(value, type))
        return [wrong(`must be of type ${type}, not ${typeOf(value)}`)];
    const here = limits(value, rules, wrong);
    if (Array.isArray(value))
        return [...here, ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(value).flatMap((item, i) => misfits(item, rules['items'] ?? {}, [...path, i]))];
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? [...here, ...inside(value, rules, path)] : here;
};
const inside = (value, rules, path) => {
    const known = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(rules['properties']);
    const others = rules['additionalProperties'];
    const open = rules['x-kubernetes-preserve-unknown-fields'] === true || rules['x-kubernetes-embedded-resource'] === true;
    const missing = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['required'])
        .map(_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)
        .filter((name) => value[name] === undefined)
        .map((name) => ({ path: [...path, name], kind: 'missing', says: 'is required' }));
    const within = Object.entries(value).flatMap(([name, inner]) => {
        const own = known[name] ?? ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(others) ? others : undefined);
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
    if (rules['enum'] !== undefined && !(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['enum']).some((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(value)))
        found.push(`must be one of ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(rules['enum'])
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
        if (!matches(value, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['pattern'])))
            found.push(`must match ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(rules['pattern'])}`);
    }
    else if (Array.isArray(value)) {
        limit('minItems', (least) => value.length >= least, 'must have at least as many items as');
        limit('maxItems', (most) => value.length <= most, 'must have no more items than');
    }
    else if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value)) {
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
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(value).map((item) => pruned(item, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema)['items'] ?? {}));
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value))
        return value;
    const rules = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(schema);
    const others = rules['additionalProperties'];
    const open = rules['x-kubernetes-preserve-unknown-fields'] === true ||
        others === true ||
        rules['x-kubernetes-int-or-string'] === true;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
        const own = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .fields */ .OA)(rules['properties'])[key] ?? ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(others) ? others : undefined);
        return own === undefined ? (open ? [[key, inner]] : []) : [[key, pruned(inner, own)]];
    }));
};


/***/ })

};
