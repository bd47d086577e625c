export const id = 2174;
export const ids = [2174,5958];
export const modules = {

/***/ 67172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findOffset)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

function findOffset(document, path) {
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

/***/ 72174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ANNOTATIONS: () => (/* binding */ ANNOTATIONS),
  fitsAnnotation: () => (/* binding */ fitsAnnotation),
  isCrd: () => (/* binding */ isCrd),
  isNearAnnotation: () => (/* binding */ isNearAnnotation),
  isTemplate: () => (/* binding */ isTemplate),
  measureApplied: () => (/* binding */ measureApplied),
  parseCrds: () => (/* binding */ parseCrds),
  parseManifests: () => (/* binding */ parseManifests),
  parseObjects: () => (/* binding */ parseObjects),
  readDefinition: () => (/* binding */ readDefinition),
  stripDescriptions: () => (/* binding */ stripDescriptions)
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

const convertCrd = (document) => {
    const source = (0,json/* readFields */.qU)(document);
    const clean = { ...source, status: undefined, metadata: convertMetadata(source['metadata']) };
    if (source['apiVersion'] !== 'apiextensions.k8s.io/v1beta1')
        return { crd: dropUndefined(clean), changes: [] };
    const spec = (0,json/* readFields */.qU)(source['spec']);
    const conversion = convertConversion(spec['conversion']);
    const versions = convertVersions(spec);
    const crd = dropUndefined({
        ...clean,
        apiVersion: 'apiextensions.k8s.io/v1',
        spec: dropUndefined({
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
const convertMetadata = (metadata) => {
    const { name, labels, annotations } = (0,json/* readFields */.qU)(metadata);
    return dropUndefined({ name, labels, annotations });
};
function convertVersions(spec) {
    const listed = (0,json/* readItems */.F1)(spec['versions']);
    const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }];
    const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined);
    const keeps = spec['preserveUnknownFields'];
    const schemaOf = (version) => (0,json/* readFields */.qU)((0,json/* readFields */.qU)(version)['schema'] ?? spec['validation'])['openAPIV3Schema'];
    const untyped = [...new Set(versions.flatMap((version) => listUntypedPaths(schemaOf(version), '')))];
    const converted = versions.map((version) => {
        const own = (0,json/* readFields */.qU)(version);
        const schema = schemaOf(version);
        const columns = (0,json/* readItems */.F1)(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(convertColumn);
        return dropUndefined({
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
            ...(listed.length ? [] : [`spec.version ${(0,json/* readText */.yR)(spec['version'])} became the one item of spec.versions`]),
            ...(shared.length ? [`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`] : []),
            ...(keeps === undefined ? ['unknown fields were kept by default, and v1 prunes them'] : []),
            ...(keeps === true ? ['preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object'] : []),
            ...bare.map((version) => `${(0,json/* readText */.yR)((0,json/* readFields */.qU)(version)['name'])} had no schema, and got one that keeps everything`),
            ...(untyped.length
                ? [`types were added, which v1 demands: ${untyped.map((at) => at || 'the root').join(', ')}`]
                : [])
        ]
    };
}
const convertColumn = (given) => {
    const { JSONPath, ...rest } = (0,json/* readFields */.qU)(given);
    return dropUndefined({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath });
};
function convertConversion(conversion) {
    const { webhookClientConfig, conversionReviewVersions, ...rest } = (0,json/* readFields */.qU)(conversion);
    if (webhookClientConfig === undefined)
        return { to: conversion, changes: [] };
    return {
        to: dropUndefined({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } }),
        changes: ['spec.conversion.webhookClientConfig became spec.conversion.webhook']
    };
}
function deduceType({ properties, additionalProperties, items: list }, path) {
    if (properties !== undefined || additionalProperties !== undefined || path === '')
        return 'object';
    return list === undefined ? undefined : 'array';
}
const formatBelow = (path, name) => (path === '' ? name : `${path}.${name}`);
function listUntypedPaths(schema, path) {
    if (!(0,json/* isObject */.Gv)(schema))
        return [];
    const { type, properties, additionalProperties, items: list } = schema;
    return [
        ...(type === undefined && deduceType(schema, path) !== undefined ? [path] : []),
        ...Object.entries((0,json/* readFields */.qU)(properties)).flatMap(([name, node]) => listUntypedPaths(node, formatBelow(path, name))),
        ...listUntypedPaths(additionalProperties, `${path}.*`),
        ...listUntypedPaths(list, `${path}[]`)
    ];
}
function makeStructural(schema, path, keeps) {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema;
    const inner = (value, at) => value === undefined ? undefined : makeStructural(value, at, keeps);
    const { type, properties, additionalProperties, items: list } = schema;
    const own = type ?? deduceType(schema, path);
    return dropUndefined({
        ...schema,
        type: own,
        properties: properties === undefined
            ? undefined
            : Object.fromEntries(Object.entries((0,json/* readFields */.qU)(properties)).map(([name, node]) => [name, inner(node, formatBelow(path, name))])),
        additionalProperties: inner(additionalProperties, `${path}.*`),
        items: inner(list, `${path}[]`),
        'x-kubernetes-preserve-unknown-fields': keeps && own === 'object' ? true : schema['x-kubernetes-preserve-unknown-fields']
    });
}
const dropUndefined = (value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));

;// CONCATENATED MODULE: ./src/crds/source.ts






const isTemplate = ({ text }) => /\{\{/.test(text);
const parseManifests = (file) => {
    const lines = new dist/* LineCounter */.HN();
    const documents = (0,yaml/* readYaml */.gM)(file.text, file.path, (text) => (0,dist/* parseAllDocuments */.hR)(text, { ...yaml/* YAML */.Wh, lineCounter: lines, uniqueKeys: true }));
    const lineAt = (offset) => lines.linePos(offset).line;
    return [documents].flat().flatMap((document) => {
        if (document.errors.length)
            throw new errors/* Failure */.H('input', (0,yaml/* listMistakes */.Ix)(document.errors.slice(0, 1), (offset) => `${file.path}:${lineAt(offset)}`), {
                hint: isTemplate(file) ? 'This is a template: render it first, or leave it out.' : 'Write it as YAML or JSON.'
            });
        if (!(0,dist/* isMap */.jh)(document.contents))
            return [];
        const object = (0,yaml/* readYamlValue */.zw)(document, file.path, 100);
        const line = lineAt(document.contents.range?.[0] ?? 0);
        return [{ path: file.path, line, object, document, lineAt }];
    });
};
const parseObjects = (file) => parseManifests(file).flatMap((manifest) => isList(manifest.object)
    ? (0,json/* readItems */.F1)((0,json/* readAt */.m6)(manifest.object, 'items')).map((object, i) => ({
        ...manifest,
        object,
        line: manifest.lineAt((0,yaml_lines/* findOffset */.H)(manifest.document, ['items', i]))
    }))
    : [manifest]);
const isList = (object) => /List$/.test((0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'kind'))) && Array.isArray((0,json/* readAt */.m6)(object, 'items'));
const parseCrds = (files) => {
    const templates = files.filter(isCrdTemplate);
    const found = files.filter((file) => !templates.includes(file)).flatMap(parseDefinitions);
    for (const { path, text } of templates) {
        const names = [...text.matchAll(/^ {2}name: *["']?([a-z0-9-]+(?:\.[a-z0-9-]+)+)["']? *$/gm)].map(([, name]) => name);
        if (names.length > 0 && names.every((name) => found.some((each) => each.name === name)))
            continue;
        throw new errors/* Failure */.H('input', `${path} holds CRDs in a template that is not rendered`, {
            hint: 'Render it first (helm template), commit what comes out, and name it: crds.files in slipway.yaml.'
        });
    }
    const unlike = found.map((each, i) => {
        const other = found.slice(0, i).find(({ name }) => name === each.name);
        return other && !(0,json/* isSame */.Ft)(stripDescriptions(other.crd), stripDescriptions(each.crd)) ? [other, each] : [];
    });
    for (const [one, other] of unlike)
        if (one && other)
            throw new errors/* Failure */.H('input', `${one.name} is defined twice: ${one.from} and ${other.from}`, {
                hint: 'The two differ. Name the files that are installed: crds.files in slipway.yaml.'
            });
    return found.filter(({ name }, i) => found.findIndex((each) => each.name === name) === i);
};
const isCrdTemplate = (file) => {
    if (!isTemplate(file))
        return false;
    try {
        return parseObjects(file).some(({ object }) => isCrd(object) && hasPlaceholders(object));
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        return true;
    }
};
const hasPlaceholders = (crd) => {
    const spec = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(crd, 'spec'));
    const versions = (0,json/* readItems */.F1)(spec['versions']).map((version) => ({ ...(0,json/* readFields */.qU)(version), schema: null }));
    return /\{\{/.test(JSON.stringify([(0,json/* readAt */.m6)(crd, 'metadata') ?? null, { ...spec, versions, validation: null }]));
};
const isPatch = (crd) => (0,json/* readAt */.m6)(crd, 'spec', 'group') === undefined && (0,json/* readAt */.m6)(crd, 'spec', 'names') === undefined;
const parseDefinitions = (file) => parseManifests(file).flatMap((manifest) => [manifest.object, ...(0,json/* readItems */.F1)((0,json/* readAt */.m6)(manifest.object, 'items'))].flatMap((object, i) => {
    if (!isCrd(object) || isPatch(object))
        return [];
    const { crd, changes } = convertCrd(object);
    const inside = i === 0 ? [] : ['items', i - 1];
    const placeOf = (version, field) => ({
        file: file.path,
        line: manifest.lineAt((0,yaml_lines/* findOffset */.H)(manifest.document, [...inside, ...findSchemaPath(object, version, field)]))
    });
    const name = (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'metadata', 'name'));
    return [{ name, crd, from: `${file.path}:${manifest.line}`, changes, placeOf }];
}));
function findSchemaPath(crd, version, field) {
    const index = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(crd, 'spec', 'versions')).findIndex((each) => (0,json/* readAt */.m6)(each, 'name') === version);
    const steps = field.split('.').flatMap((step) => {
        const name = step.replace(/(\[\])+$/, '');
        return ['properties', name, ...Array((step.length - name.length) / 2).fill('items')];
    });
    return ['spec', 'versions', Math.max(0, index), 'schema', 'openAPIV3Schema', ...(field === '' ? [] : steps)];
}
const isCrd = (object) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'kind')) === 'CustomResourceDefinition' &&
    (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'apiVersion')).startsWith('apiextensions.k8s.io/');
const readDefinition = (crd) => ({
    group: (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'spec', 'group')),
    kind: (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'spec', 'names', 'kind')),
    plural: (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'spec', 'names', 'plural')),
    namespaced: (0,json/* readAt */.m6)(crd, 'spec', 'scope') !== 'Cluster',
    webhook: (0,json/* readAt */.m6)(crd, 'spec', 'conversion', 'strategy') === 'Webhook',
    versions: (0,json/* readItems */.F1)((0,json/* readAt */.m6)(crd, 'spec', 'versions')).map((version) => ({
        name: (0,json/* readText */.yR)((0,json/* readAt */.m6)(version, 'name')),
        served: (0,json/* readAt */.m6)(version, 'served') === true,
        storage: (0,json/* readAt */.m6)(version, 'storage') === true,
        schema: (0,json/* readAt */.m6)(version, 'schema', 'openAPIV3Schema') ?? {},
        status: (0,json/* readAt */.m6)(version, 'subresources', 'status') !== undefined,
        whole: version
    }))
});
const stripDescriptions = (crd) => ({
    ...(0,json/* readFields */.qU)(crd),
    metadata: { name: (0,json/* readAt */.m6)(crd, 'metadata', 'name') },
    spec: {
        ...(0,json/* readFields */.qU)((0,json/* readAt */.m6)(crd, 'spec')),
        versions: (0,json/* readItems */.F1)((0,json/* readAt */.m6)(crd, 'spec', 'versions')).map((version) => ({
            ...(0,json/* readFields */.qU)(version),
            schema: { openAPIV3Schema: stripSchemaDescriptions((0,json/* readAt */.m6)(version, 'schema', 'openAPIV3Schema') ?? {}) }
        }))
    }
});
const stripSchemaDescriptions = (schema) => {
    if (!(0,json/* isObject */.Gv)(schema))
        return schema;
    const { description: _d, title: _t, example: _e, externalDocs: _x, ...rules } = schema;
    const inner = (name) => rules[name] === undefined ? undefined : stripSchemaDescriptions(rules[name]);
    const { properties } = rules;
    return {
        ...rules,
        ...((0,json/* isObject */.Gv)(properties) && {
            properties: Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, stripSchemaDescriptions(node)]))
        }),
        ...(rules['items'] !== undefined && { items: inner('items') }),
        ...(rules['additionalProperties'] !== undefined && { additionalProperties: inner('additionalProperties') })
    };
};
const ANNOTATIONS = 262_144;
const fitsAnnotation = (crd) => measureApplied(crd) <= ANNOTATIONS;
const isNearAnnotation = (crd) => fitsAnnotation(crd) && measureApplied(crd) > 0.9 * ANNOTATIONS;
const measureApplied = (crd) => new TextEncoder().encode(`kubectl.kubernetes.io/last-applied-configuration${JSON.stringify(crd)}\n`).length;


/***/ })

};
