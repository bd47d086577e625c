export const id = 282;
export const ids = [282,2865];
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

/***/ 50282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveCrds: () => (/* binding */ proveCrds)
});

// EXTERNAL MODULE: ./src/crds/source.ts + 1 modules
var source = __webpack_require__(72174);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/crds/diff.ts


const compareDefinitions = (before, after) => {
    const [old, now] = [(0,source.readDefinition)(before), (0,source.readDefinition)(after)];
    const named = ['group', 'kind', 'plural', 'namespaced']
        .filter((key) => old[key] !== now[key])
        .map((key) => makeBreaking(key, `${String(old[key])} became ${String(now[key])}`));
    const versions = old.versions.flatMap((version) => {
        const after = now.versions.find(({ name }) => name === version.name);
        if (after === undefined)
            return [
                version.served || version.storage
                    ? makeBreaking(version.name, 'the version is gone')
                    : makeTold(version.name, 'an unserved version is gone')
            ];
        if (version.served && !after.served)
            return [makeBreaking(version.name, 'the version is no longer served')];
        return version.served ? compareVersionRules(version, after) : [];
    });
    const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name));
    const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none');
    return [
        ...named,
        ...versions,
        ...added.map(({ name }) => makeTold(name, 'a new version')),
        ...(stores === stored ? [] : [makeTold('storage', `${stored} became ${stores}`)]),
        ...(old.webhook === now.webhook
            ? []
            : [makeTold('conversion', now.webhook ? 'a webhook converts now' : 'nothing converts any more')])
    ];
};
const makeBreaking = (where, says) => ({ breaks: true, where, says });
const makeTold = (where, says) => ({ breaks: false, where, says });
const compareVersionRules = (old, now) => [
    ...(old.status === now.status
        ? []
        : [
            makeBreaking(`${old.name}: status`, now.status
                ? 'became a subresource: what clients write of it with the object is dropped'
                : 'is no subresource any more: /status is gone')
        ]),
    ...compareSchemas(old.schema, now.schema, '').map((change) => ({ ...change, where: `${old.name}: ${change.where}` }))
];
function compareSchemas(before, after, path) {
    if ((0,json/* isSame */.Ft)(before, after))
        return [];
    const [old, now] = [(0,json/* readFields */.qU)(before), (0,json/* readFields */.qU)(after)];
    const where = path || 'the root';
    const here = [
        ...compareTypes(old, now, where),
        ...compareEnums(old, now, where),
        ...compareLimits(old, now, where),
        ...compareOthers(old, now, where)
    ];
    if (readType(old) !== readType(now))
        return here;
    const [oldFields, newFields] = [(0,json/* readFields */.qU)(old['properties']), (0,json/* readFields */.qU)(now['properties'])];
    const open = takesUnknown(now);
    const required = (0,json/* readItems */.F1)(now['required'])
        .map(json/* readText */.yR)
        .filter((name) => !(0,json/* readItems */.F1)(old['required']).map(json/* readText */.yR).includes(name));
    const join = (name) => (path ? `${path}.${name}` : name);
    return [
        ...here,
        ...required
            .map((name) => isDefaulted(newFields[name])
            ? makeTold(join(name), 'is required now, and has a default')
            : makeBreaking(join(name), 'is required now')),
        ...Object.entries(oldFields).flatMap(([name, schema]) => {
            const inner = newFields[name];
            if (inner === undefined)
                return open
                    ? [makeTold(join(name), 'is not described any more')]
                    : [makeBreaking(join(name), 'is gone: its values are pruned')];
            return compareSchemas(schema ?? {}, inner, join(name));
        }),
        ...Object.keys(newFields)
            .filter((name) => !(name in oldFields))
            .map((name) => makeTold(join(name), 'is new')),
        ...compareInner(old['items'], now['items'], `${path}[]`),
        ...compareInner(old['additionalProperties'], now['additionalProperties'], `${path}.*`)
    ];
}
const compareInner = (old, now, path) => old === undefined || now === undefined ? [] : compareSchemas(old, now, path);
const takesUnknown = (rules) => rules['x-kubernetes-preserve-unknown-fields'] === true ||
    ![undefined, false].includes(rules['additionalProperties']);
const isDefaulted = (schema) => (0,json/* readFields */.qU)(schema)['default'] !== undefined;
const readType = (rules) => rules['x-kubernetes-int-or-string'] === true ? 'integer or string' : (0,json/* readText */.yR)(rules['type']) || 'any';
const compareTypes = (old, now, where) => {
    const [was, is] = [readType(old), readType(now)];
    if (was === is)
        return [];
    const wider = is === 'any' ||
        (was === 'integer' && is === 'number') ||
        (is === 'integer or string' && (was === 'integer' || was === 'string'));
    return [wider ? makeTold(where, `${was} became ${is}`) : makeBreaking(where, `${was} became ${is}`)];
};
const compareEnums = (old, now, where) => {
    if (now['enum'] === undefined)
        return old['enum'] === undefined ? [] : [makeTold(where, 'takes any value now')];
    if (old['enum'] === undefined)
        return [makeBreaking(where, `takes only ${formatValues((0,json/* readItems */.F1)(now['enum']))} now`)];
    const missing = (from, all) => (0,json/* readItems */.F1)(from).filter((value) => !(0,json/* readItems */.F1)(all).some((each) => (0,json/* isSame */.Ft)(each, value)));
    const gone = missing(old['enum'], now['enum']);
    const added = missing(now['enum'], old['enum']);
    return [
        ...(gone.length ? [makeBreaking(where, `does not take ${formatValues(gone)} any more`)] : []),
        ...(added.length ? [makeTold(where, `takes ${formatValues(added)} too`)] : [])
    ];
};
const formatValues = (values) => values.map((value) => JSON.stringify(value)).join(', ');
const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];
const compareLimits = (old, now, where) => [...LOWER, ...UPPER].flatMap((name) => {
    const [was, is] = [old[name], now[name]];
    if (was === is)
        return [];
    const loose = LOWER.includes(name) ? -Infinity : Infinity;
    const [from, to] = [was, is].map((value) => (typeof value === 'number' ? value : loose));
    const tighter = LOWER.includes(name) ? to > from : to < from;
    return [
        (tighter ? makeBreaking : makeTold)(where, `${name} ${was === undefined ? 'none' : (0,json/* readText */.yR)(was)} became ${is === undefined ? 'none' : (0,json/* readText */.yR)(is)}`)
    ];
});
const compareOthers = (old, now, where) => {
    const differs = (name) => (0,json/* canonicalize */.dw)(old[name] ?? null) !== (0,json/* canonicalize */.dw)(now[name] ?? null);
    const show = (value) => (value === undefined ? 'none' : JSON.stringify(value));
    return [
        ...(differs('default')
            ? [
                (old['default'] === undefined ? makeTold : makeBreaking)(where, `default ${show(old['default'])} became ${show(now['default'])}`)
            ]
            : []),
        ...(takesUnknown(old) && !takesUnknown(now)
            ? [makeBreaking(where, 'is closed: what it does not describe is pruned')]
            : []),
        ...(old['nullable'] === true && now['nullable'] !== true ? [makeBreaking(where, 'may not be null any more')] : []),
        ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type']
            .filter(differs)
            .map((name) => makeBreaking(where, `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`)),
        ...['pattern', 'format', 'x-kubernetes-validations', 'oneOf', 'anyOf', 'allOf', 'not']
            .filter(differs)
            .map((name) => makeTold(where, `${name} changed`))
    ];
};

// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
;// CONCATENATED MODULE: ./src/crds/explain.ts
const explainRefusal = (name, message) => {
    const stored = /status\.storedVersions\[\d+\]: Invalid value: "([^"]+)": (?:missing|must appear)/.exec(message)?.[1];
    if (stored !== undefined)
        return {
            means: `objects may still be stored as ${stored}, so the API server keeps ${stored} in the list of versions`,
            way: explainMigration(name, stored)
        };
    if (/spec\.(scope|group|names\.(plural|kind)).*(field is immutable|may not be changed)/.test(message))
        return {
            means: 'group, scope and names of a CRD cannot be changed',
            way: 'Define a new CRD beside the old one, copy the objects over, and drop the old one a release later.'
        };
    if (/could not find the requested resource|no matches for kind "CustomResourceDefinition"/.test(message))
        return {
            means: 'this Kubernetes has no such version of apiextensions.k8s.io: v1beta1 is gone since 1.22',
            way: 'Write the CRD as apiextensions.k8s.io/v1.'
        };
    if (/spec\.versions: Invalid value: .*exactly one version marked as storage/.test(message))
        return { means: 'a CRD stores one version', way: 'Set storage: true for one version and false for the others.' };
    if (/\.type: Required value: must not be empty/.test(message))
        return {
            means: 'v1 takes structural schemas only',
            way: 'Give each node of the schema its type: controller-gen does.'
        };
    return undefined;
};
const explainMigration = (name, stored) => [
    `1. Keep ${stored} in spec.versions, with served: false if nobody asks for it, and storage: true on its successor.`,
    `2. Write every object again: kubectl get ${name} --all-namespaces -o json | kubectl replace -f -`,
    `3. Say that none is left: kubectl patch crd ${name} --subresource=status --type=merge -p '{"status":{"storedVersions":["SUCCESSOR"]}}'`,
    `4. Take ${stored} out in a later release: until then the way back is open.`
].join('\n');

// EXTERNAL MODULE: ./src/crds/api.ts
var crds_api = __webpack_require__(67044);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/crd/apply.ts






const applyCrd = async (api, crd, step, withinMs, signal) => {
    const name = (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'metadata', 'name'));
    const reply = await api.call('PATCH', `${crds_api/* CRDS */.Jg}/${name}`, { body: addProbeMark(crd, step), patch: 'apply', signal });
    if (reply.status >= 300)
        return { ok: false, seen: describeCrdRefusal(name, reply), created: false };
    const { group, plural, versions } = (0,source.readDefinition)(crd);
    const served = versions.find((version) => version.served)?.name;
    const created = reply.status === 201;
    if (served === undefined)
        return { ok: true, seen: `${(0,evidence/* describeReply */.CS)(reply)}; no version is served`, created };
    const read = () => api.call('GET', `/apis/${group}/${served}/${plural}`, { query: { limit: '1' }, table: true, signal });
    const { value, done, ms } = await (0,wait/* waitForState */.o)(api, { read, done: (table) => listColumns(table).includes(formatProbeColumn(step)), withinMs }, signal);
    return {
        ok: done,
        seen: done
            ? `${(0,evidence/* describeReply */.CS)(reply)}, in force after ${ms} ms`
            : `${(0,evidence/* describeReply */.CS)(reply)}, not in force after ${ms} ms: ${(0,evidence/* describeReply */.CS)(value)}`,
        created
    };
};
const formatProbeColumn = (step) => `Slipway ${step}`;
const listColumns = ({ status, body }) => status === 200 ? (0,json/* readObjectsAt */.s0)(body, 'columnDefinitions').map((each) => (0,json/* readText */.yR)(each['name'])) : [];
const addProbeMark = (crd, step) => ({
    ...(0,json/* readFields */.qU)(crd),
    spec: {
        ...(0,json/* readFields */.qU)((0,json/* readAt */.m6)(crd, 'spec')),
        versions: (0,json/* readItems */.F1)((0,json/* readAt */.m6)(crd, 'spec', 'versions')).map((version) => ({
            ...(0,json/* readFields */.qU)(version),
            additionalPrinterColumns: [
                ...(0,json/* readItems */.F1)((0,json/* readAt */.m6)(version, 'additionalPrinterColumns')),
                { name: formatProbeColumn(step), type: 'string', jsonPath: '.metadata.name', priority: 1 }
            ]
        }))
    }
});
const describeCrdRefusal = (name, reply) => {
    const explained = explainRefusal(name, (0,evidence/* readReplyMessage */.Mk)(reply));
    return explained === undefined
        ? (0,evidence/* describeReply */.CS)(reply)
        : `${(0,evidence/* describeReply */.CS)(reply)}\n${explained.means}\nThe way to do it:\n${explained.way}`;
};

// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
// EXTERNAL MODULE: ./src/crds/validate.ts
var validate = __webpack_require__(55360);
;// CONCATENATED MODULE: ./src/crds/examples.ts


const NODES = 4000;
const CHOICES = 12;
const makeExamples = (schema) => {
    const styles = [
        ['full', { optional: true, choice: 0, end: 'usual' }],
        ['least', { optional: false, choice: 0, end: 'usual' }],
        ['low', { optional: true, choice: 0, end: 'low' }],
        ['high', { optional: true, choice: 1, end: 'high' }],
        ...Array.from({ length: Math.min(measureLongestEnum(schema), CHOICES) }, (_, i) => i)
            .slice(1)
            .map((choice) => [`choice-${choice}`, { optional: true, choice, end: 'usual' }])
    ];
    const root = pickBody(schema);
    const made = styles.flatMap(([name, style]) => {
        const body = makeValue(root, style, { left: NODES });
        return body === undefined || (0,validate/* findMisfits */.Lt)(body, root).length > 0
            ? []
            : [{ name, body: (0,json/* readFields */.qU)(body) }];
    });
    return made.filter(({ body }, i) => made.findIndex((other) => JSON.stringify(other.body) === JSON.stringify(body)) === i);
};
const pickBody = (schema) => {
    const { apiVersion: _a, kind: _k, metadata: _m, ...properties } = (0,json/* readFields */.qU)((0,json/* readFields */.qU)(schema)['properties']);
    const required = (0,json/* readItems */.F1)((0,json/* readFields */.qU)(schema)['required']).filter((name) => !['apiVersion', 'kind', 'metadata'].includes((0,json/* readText */.yR)(name)));
    return { ...(0,json/* readFields */.qU)(schema), properties, required };
};
const measureLongestEnum = (schema) => {
    const rules = (0,json/* readFields */.qU)(schema);
    const parts = [...Object.values((0,json/* readFields */.qU)(rules['properties'])), rules['items'], rules['additionalProperties']];
    const own = rules['type'] === 'boolean' ? 2 : rules['x-kubernetes-int-or-string'] === true ? 2 : (0,json/* readItems */.F1)(rules['enum']).length;
    return Math.max(own, ...parts.map((part) => (part === undefined ? 0 : measureLongestEnum(part))));
};
function makeValue(schema, style, nodes) {
    const rules = (0,json/* readFields */.qU)(schema);
    if (nodes.left-- <= 0 && !style.optional)
        return undefined;
    const choices = (0,json/* readItems */.F1)(rules['enum']).filter((each) => each !== null);
    if (choices.length > 0)
        return choices[style.choice % choices.length];
    if (rules['x-kubernetes-int-or-string'] === true)
        return makeIntOrString(rules, style);
    switch ((0,json/* readText */.yR)(rules['type'])) {
        case 'object':
            return makeExampleObject(rules, style, nodes);
        case 'array':
            return makeExampleList(rules, style, nodes);
        case 'string':
            return makeExampleString(rules, style);
        case 'integer':
        case 'number':
            return makeNumeral(rules, style);
        case 'boolean':
            return (rules['default'] === true) === (style.choice % 2 === 0) ? false : true;
        default:
            return rules['x-kubernetes-preserve-unknown-fields'] === true ? { anything: 'goes' } : undefined;
    }
}
function makeExampleObject(rules, style, nodes) {
    if (rules['x-kubernetes-embedded-resource'] === true)
        return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'example' } };
    const required = (0,json/* readItems */.F1)(rules['required']).map(json/* readText */.yR);
    const within = {};
    for (const [name, schema] of Object.entries((0,json/* readFields */.qU)(rules['properties']))) {
        const needed = required.includes(name);
        if (!needed && (!style.optional || nodes.left <= 0))
            continue;
        const made = makeValue(schema ?? {}, style, nodes);
        if (made !== undefined)
            within[name] = made;
        else if (needed)
            return undefined;
    }
    const others = rules['additionalProperties'];
    const wanted = Math.max(style.optional ? 1 : 0, Number(rules['minProperties'] ?? 0) - Object.keys(within).length);
    for (let i = 0; i < wanted; i++) {
        if (typeof others === 'object') {
            const made = makeValue(others, style, nodes);
            if (made !== undefined)
                within[`example-${i}`] = made;
        }
        else if (others === true || rules['x-kubernetes-preserve-unknown-fields'] === true)
            within[`example-${i}`] = 'goes';
    }
    return within;
}
function makeExampleList(rules, style, nodes) {
    const least = Number(rules['minItems'] ?? 0);
    const most = Number(rules['maxItems'] ?? Infinity);
    const usual = style.optional ? 1 : 0;
    const wanted = style.end === 'low' ? least : style.end === 'high' ? Math.min(most, 3) : Math.max(least, Math.min(usual, most));
    const made = [];
    for (let i = 0; i < wanted; i++) {
        const item = makeValue(rules['items'] ?? {}, style, nodes);
        if (item === undefined)
            break;
        made.push(item);
    }
    const differ = rules['uniqueItems'] === true || ['map', 'set'].includes((0,json/* readText */.yR)(rules['x-kubernetes-list-type']));
    const whole = differ ? made.slice(0, Math.max(1, least)) : made;
    return whole.length >= least ? whole : undefined;
}
function makeNumeral(rules, { end }) {
    const whole = rules['type'] === 'integer';
    const step = Number(rules['multipleOf'] ?? (whole ? 1 : 0.5));
    const least = findBound(rules, 'minimum', 'exclusiveMinimum', step);
    const most = findBound(rules, 'maximum', 'exclusiveMaximum', -step);
    const usual = Math.min(Math.max(step, least ?? -Infinity), most ?? Infinity);
    const chosen = end === 'low' ? (least ?? usual) : end === 'high' ? (most ?? usual) : usual;
    const onStep = rules['multipleOf'] === undefined ? chosen : Math.ceil(chosen / step) * step;
    return onStep === rules['default'] && end === 'usual' && onStep + step <= (most ?? Infinity) ? onStep + step : onStep;
}
const findBound = (rules, name, exclusive, step) => {
    const given = rules[name];
    return typeof given === 'number' ? (rules[exclusive] === true ? given + step : given) : undefined;
};
const makeIntOrString = (rules, { choice }) => {
    const fits = (each) => (0,validate/* findMisfits */.Lt)(each, rules).length === 0;
    const forms = [1, '50%', '1', '100m'];
    const found = forms.filter(fits);
    return found[choice % Math.max(1, found.length)] ?? 1;
};
const FORMATS = {
    'date-time': '2024-05-06T07:08:09Z',
    date: '2024-05-06',
    duration: '90s',
    byte: 'c2xpcHdheQ==',
    uri: 'https://example.com/path',
    hostname: 'example.com',
    email: 'someone@example.com',
    ipv4: '192.0.2.1',
    ip: '192.0.2.1',
    ipv6: '2001:db8::1',
    cidr: '192.0.2.0/24',
    uuid: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    uuid4: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    mac: '00:00:5e:00:53:01'
};
const WORDS = [
    'example',
    'example-1',
    'example.com',
    'example.com/name',
    'Example',
    'EXAMPLE',
    'example_1',
    '1',
    '0',
    '50%',
    '100m',
    '1Gi',
    '90s',
    '1h30m',
    '1h',
    '/example',
    '/',
    'https://example.com',
    'v1',
    'v1.2.3',
    '1.2.3',
    '192.0.2.1',
    '192.0.2.0/24',
    '2024-05-06T07:08:09Z',
    '*',
    '*.example.com',
    'example@example.com',
    'example:1',
    `sha256:${'0'.repeat(64)}`,
    `example.com/image@sha256:${'0'.repeat(64)}`,
    '0'.repeat(64),
    'GET',
    'a',
    'A',
    ''
];
function makeExampleString(rules, { end }) {
    const least = Number(rules['minLength'] ?? 0);
    const most = Number(rules['maxLength'] ?? Infinity);
    const wanted = end === 'low' ? least : end === 'high' && most <= 1024 ? most : undefined;
    const sized = wanted === undefined ? [] : ['x'.repeat(wanted), '1'.repeat(wanted)];
    const usual = FORMATS[(0,json/* readText */.yR)(rules['format'])];
    const candidates = [
        ...(usual === undefined ? sized : [usual]),
        ...WORDS,
        'example'.repeat(Math.ceil(least / 7)).slice(0, Math.max(least, 1))
    ];
    return candidates.find((each) => each !== rules['default'] && (0,validate/* findMisfits */.Lt)(each, rules).length === 0);
}

;// CONCATENATED MODULE: ./src/suites/crd/objects.ts





const formatCollectionPath = ({ namespace, definition: { group, plural, namespaced } }, version) => `/apis/${group}/${version}/${namespaced ? `namespaces/${namespace}/` : ''}${plural}`;
const makeObjects = async (shelf, version, samples, label) => {
    const own = samples.filter(({ object }) => (0,json/* readAt */.m6)(object, 'apiVersion') === `${shelf.definition.group}/${version.name}` &&
        (0,json/* readAt */.m6)(object, 'kind') === shelf.definition.kind);
    const examples = [
        ...makeExamples(version.schema),
        ...own.map(({ object, path, line }, i) => {
            const { apiVersion: _a, kind: _k, metadata, ...body } = (0,json/* readFields */.qU)(object);
            const { labels, annotations } = (0,json/* readFields */.qU)(metadata);
            return {
                name: `sample-${i + 1}`,
                body: body,
                meta: { labels, annotations },
                from: `${path}:${line}`
            };
        })
    ];
    const made = await Promise.all(examples.map(async (example) => {
        const base = `${label}-${version.name}-${example.name}`;
        const object = (name) => (body) => ({
            apiVersion: `${shelf.definition.group}/${version.name}`,
            kind: shelf.definition.kind,
            ...body,
            metadata: { ...(0,json/* readFields */.qU)(example.meta), name }
        });
        const names = [`${base}-kept`, `${base}-touched`];
        const first = await createObject(shelf, version, example.from === undefined, example.body, object(names[0]));
        if ('refused' in first)
            return [`${example.from ?? example.name}: ${first.refused}`];
        const kept = {
            name: names[0],
            version: version.name,
            written: object(names[0])(first.body),
            touched: false
        };
        const twin = await createObject(shelf, version, false, first.body, object(names[1]));
        if ('refused' in twin)
            return [kept];
        return [kept, { ...kept, name: names[1], written: object(names[1])(first.body), touched: true }];
    }));
    return {
        objects: made.flat().filter((each) => typeof each !== 'string'),
        refused: made.flat().filter((each) => typeof each === 'string')
    };
};
const TRIES = 40;
async function createObject(shelf, version, mayChange, body, object) {
    let current = body;
    for (let tries = 1;; tries++) {
        const written = object(current);
        const reply = await postObject(shelf, version.name, written);
        if (reply.status === 201) {
            await writeStatus(shelf, version, written, reply);
            return { body: current };
        }
        const next = mayChange && tries < TRIES ? mendBody(current, version.schema, reply) : undefined;
        if (next === undefined)
            return { refused: (0,evidence/* describeReply */.CS)(reply) };
        current = next;
    }
}
const postObject = ({ api, signal, ...shelf }, version, body, query = {}) => api.call('POST', formatCollectionPath({ api, signal, ...shelf }, version), {
    body,
    query: { fieldValidation: 'Strict', ...query },
    signal
});
async function writeStatus(shelf, version, written, reply) {
    const status = (0,json/* readAt */.m6)(written, 'status');
    if (!version.status || status === undefined)
        return;
    const body = { ...(0,json/* readFields */.qU)(reply.body), status };
    const path = `${formatCollectionPath(shelf, version.name)}/${(0,json/* readText */.yR)((0,json/* readAt */.m6)(reply.body, 'metadata', 'name'))}/status`;
    await shelf.api.call('PUT', path, { body, signal: shelf.signal });
}
function mendBody(body, schema, reply) {
    if (reply.status !== 422 && reply.status !== 400)
        return undefined;
    const causes = (0,json/* readObjectsAt */.s0)(reply.body, 'details', 'causes').map((cause) => (0,json/* readText */.yR)(cause['field']));
    const named = causes.length > 0
        ? causes
        : [...(0,evidence/* readReplyMessage */.Mk)(reply).matchAll(/unknown field "([^"]+)"/g)].map(([, path = '']) => path);
    for (const path of named.map(splitFieldPath)) {
        for (let depth = path.length; depth > 0; depth--) {
            const without = removeField(body, path.slice(0, depth));
            if (without !== undefined && (0,validate/* findMisfits */.Lt)(without, schema).length === 0)
                return without;
        }
        const smaller = removeOptionalField(body, path, schema);
        if (smaller)
            return smaller;
    }
    return undefined;
}
const splitFieldPath = (field) => field
    .replace(/^<nil>$/, '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '');
const removeField = (value, [step = '', ...rest]) => {
    if (Array.isArray(value)) {
        const list = (0,json/* readItems */.F1)(value);
        const inner = rest.length ? removeField(list[Number(step)] ?? null, rest) : undefined;
        if (rest.length && inner === undefined)
            return undefined;
        return list.flatMap((item, i) => (i !== Number(step) ? [item] : rest.length ? [inner ?? null] : []));
    }
    if (typeof value !== 'object' || value === null || !(step in value))
        return undefined;
    const inner = rest.length ? removeField((0,json/* readFields */.qU)(value)[step] ?? null, rest) : undefined;
    if (rest.length && inner === undefined)
        return undefined;
    return Object.fromEntries(Object.entries((0,json/* readFields */.qU)(value)).flatMap(([key, item]) => key !== step ? [[key, item ?? null]] : rest.length ? [[key, inner ?? null]] : []));
};
function removeOptionalField(body, path, schema) {
    const whole = path.reduce((value, step) => (Array.isArray(value) ? (0,json/* readItems */.F1)(value)[Number(step)] : (0,json/* readFields */.qU)(value)[step]), body);
    for (const name of Object.keys((0,json/* readFields */.qU)(whole)).reverse()) {
        const without = removeField(body, [...path, name]);
        if (without !== undefined && (0,validate/* findMisfits */.Lt)(without, schema).length === 0)
            return without;
    }
    return undefined;
}
const LIST_MS = 30_000;
const readObjects = async (shelf, version) => {
    const { value: reply } = await (0,wait/* waitForState */.o)(shelf.api, {
        read: () => shelf.api.call('GET', formatCollectionPath(shelf, version), { signal: shelf.signal }),
        done: ({ status }) => status !== 429,
        withinMs: LIST_MS
    }, shelf.signal);
    if (reply.status !== 200)
        return { objects: new Map(), error: (0,evidence/* describeReply */.CS)(reply) };
    return {
        objects: new Map((0,json/* readObjectsAt */.s0)(reply.body, 'items').map((object) => [(0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'metadata', 'name')), object]))
    };
};
const MARK = 'slipway/written-again';
const writeAgain = (shelf, version, read) => {
    const metadata = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(read, 'metadata'));
    const body = {
        ...(0,json/* readFields */.qU)(read),
        apiVersion: `${shelf.definition.group}/${version}`,
        kind: shelf.definition.kind,
        metadata: { ...metadata, annotations: { ...(0,json/* readFields */.qU)(metadata['annotations']), [MARK]: 'true' } }
    };
    const path = `${formatCollectionPath(shelf, version)}/${(0,json/* readText */.yR)(metadata['name'])}`;
    return shelf.api.call('PUT', path, { body, signal: shelf.signal });
};
const removeOwnMark = (object) => {
    const metadata = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(object, 'metadata'));
    const { [MARK]: mark, ...annotations } = (0,json/* readFields */.qU)(metadata['annotations']);
    if (mark === undefined)
        return object;
    return {
        ...(0,json/* readFields */.qU)(object),
        metadata: { ...metadata, annotations: Object.keys(annotations).length ? annotations : undefined }
    };
};

;// CONCATENATED MODULE: ./src/suites/crd/readings.ts




const formatReadingKey = ({ name }, version) => `${version}/${name}`;
async function readEverything(shelf, objects, versions) {
    const read = await Promise.all(versions.map(async ({ name }) => {
        const { objects: found } = await readObjects(shelf, name);
        return objects.map((live) => [formatReadingKey(live, name), found.get(live.name) ?? null]);
    }));
    return { shelf, objects, read: new Map(read.flat()) };
}
async function compareReadings(shelf, version, objects, expected) {
    const { objects: found, error } = await readObjects(shelf, version);
    return objects.map((live) => {
        const object = found.get(live.name);
        if (object === undefined)
            return { live, error: error ?? 'is gone' };
        return { live, difference: (0,known_losses/* compareObjects */.Gq)(expected(live), removeOwnMark(object)) };
    });
}
async function checkSurvival({ check }, { shelf, objects, read }, versions, { step, storage, now }) {
    for (const { name: version } of versions) {
        const { kind, plural, group } = shelf.definition;
        await check(`${kind} ${version} objects of N-1, read ${step}, are as they were`, `kubectl get ${plural}.${version}.${group} --all-namespaces -o yaml`, async () => {
            const seen = await compareReadings(shelf, version, objects, (live) => read.get(formatReadingKey(live, version)) ?? null);
            const { ok, seen: says, lost } = joinReadings(seen);
            const loss = describeLoss(lost, kind, version, storage, step);
            return { ok, seen: says, loss, at: loss && now.placeOf(version, lost[0] ?? '') };
        });
    }
}
async function checkCreation({ check }, { shelf, objects, read }, versions) {
    for (const { name: version } of versions) {
        const own = objects.filter((live) => live.version === version && !live.touched);
        const [first] = own;
        if (first === undefined)
            continue;
        await check(`${shelf.definition.kind} ${version} manifests of N-1 are accepted by N and mean the same`, (0,evidence/* formatPipe */.u9)(first.written, 'create --dry-run=server'), async () => joinReadings(await Promise.all(own.map(async (live) => {
            const metadata = { ...(0,json/* readFields */.qU)((0,json/* readFields */.qU)(live.written)['metadata']), name: `${live.name}-anew` };
            const reply = await postObject(shelf, version, { ...(0,json/* readFields */.qU)(live.written), metadata }, { dryRun: 'All' });
            if (reply.status !== 201)
                return { live, error: (0,evidence/* describeReply */.CS)(reply) };
            return {
                live,
                difference: (0,known_losses/* compareObjects */.Gq)(dropNameAndStatus(read.get(formatReadingKey(live, version))), dropNameAndStatus(reply.body))
            };
        }))));
    }
}
const dropNameAndStatus = (object) => {
    const { status: _status, metadata: _metadata, ...rest } = (0,json/* readFields */.qU)(object);
    return rest;
};
const describeLoss = (lost, kind, read, stored, step) => lost.length === 0 ? undefined : { kind, written: 'N-1', stored, read: `${read}, ${step}`, fields: lost };
const joinReadings = (seen) => {
    const paths = (of) => {
        const found = new Map();
        for (const { live, difference } of seen)
            for (const path of difference ? of(difference) : [])
                found.set(path, [...(found.get(path) ?? []), live.name]);
        return found;
    };
    const [lost, changed, added] = [
        paths(({ lost }) => lost),
        paths(({ changed }) => changed),
        paths(({ added }) => added)
    ];
    const errors = seen.flatMap(({ live, error }) => (error === undefined ? [] : [`${live.name}: ${error}`]));
    const say = (what, found) => [...found].map(([path, names]) => `${what}: ${path} (in ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''})`);
    return {
        ok: lost.size + changed.size + errors.length === 0,
        seen: [
            `${seen.length} objects`,
            ...errors.slice(0, 3),
            ...say('lost', lost),
            ...say('changed', changed),
            ...say('added', added)
        ].join('; '),
        lost: [...lost.keys()]
    };
};

;// CONCATENATED MODULE: ./src/suites/crd/writings.ts




async function makeOldObjects({ check }, { samples, tag }, shelf, version) {
    const { objects, refused } = await makeObjects(shelf, version, samples, 'old');
    const { kind, group } = shelf.definition;
    await check(`Objects of ${kind} ${version.name} can be made by ${tag}`, objects[0]
        ? (0,evidence/* formatPipe */.u9)(objects[0].written, 'create')
        : `kubectl explain ${kind} --api-version=${group}/${version.name} --recursive`, async () => ({
        ok: objects.length > 0,
        seen: `${objects.length / 2} objects, each twice: ${objects
            .filter(({ touched }) => !touched)
            .map(({ name }) => name)
            .join(', ') || 'none'}` +
            (refused.length ? `; not taken: ${refused.join('; ')}` : '') +
            (objects.length ? '' : '; give samples: crds.samples in slipway.yaml')
    }));
    return objects;
}
async function touchObjects({ check }, { shelf, objects }, versions, step) {
    for (const { name: version } of versions) {
        const own = objects.filter((live) => live.touched && live.version === version);
        if (own.length === 0)
            continue;
        await check(`${shelf.definition.kind} ${version} objects of N-1 can be updated by ${step}`, `kubectl annotate ${shelf.definition.plural}.${version}.${shelf.definition.group} --all written-again=true`, async () => {
            const { objects: found } = await readObjects(shelf, version);
            const replies = await Promise.all(own.map(async (live) => ({
                live,
                reply: await writeAgain(shelf, version, found.get(live.name) ?? live.written)
            })));
            const refused = replies.filter(({ reply }) => reply.status !== 200);
            return {
                ok: refused.length === 0,
                seen: refused.map(({ live, reply }) => `${live.name}: ${(0,evidence/* describeReply */.CS)(reply)}`).join('; ') ||
                    `${own.length} objects written`
            };
        });
    }
}
async function makeNewObjects({ samples }, shelf, now, webhook) {
    const changed = now.versions.filter(({ name, served, storage, schema }) => {
        const before = shelf.definition.versions.find((version) => version.name === name);
        return served && (!webhook || storage) && !(before && (0,json/* isSame */.Ft)(before.schema, schema));
    });
    const made = await Promise.all(changed.map((version) => makeObjects(shelf, version, samples, 'new')));
    return made.flatMap(({ objects }) => objects.filter(({ touched }) => !touched));
}
async function tellNewObjects({ check }, shelf, news) {
    const { definition: old } = shelf;
    const served = old.versions.find((version) => version.served);
    if (news.length === 0 || served === undefined)
        return;
    await check(`${old.kind} objects of N can be read back at N-1`, `kubectl get ${old.plural}.${served.name}.${old.group} --all-namespaces -o yaml`, async () => {
        const seen = await compareReadings(shelf, served.name, news, ({ written }) => written);
        const { seen: says } = joinReadings(seen);
        return {
            ok: seen.every(({ error }) => error === undefined),
            seen: `${says}${/lost|changed/.test(says) ? ' (new in N)' : ''}`
        };
    });
}

;// CONCATENATED MODULE: ./src/suites/crd/change.ts







const proveChange = async (context, before, after) => {
    const proof = (0,evidence/* evidence */.MX)();
    const { checks, check } = proof;
    const { tag, api, withinMs, signal } = context;
    const [old, now] = [(0,source.readDefinition)(before.crd), (0,source.readDefinition)(after.crd)];
    const webhook = old.webhook || now.webhook;
    const shelf = { api, namespace: context.namespace, definition: old, signal };
    const apply = (which, step, claim) => check(claim, `kubectl apply --server-side -f ${which.from.replace(/:\d+$/, '')}`, async () => {
        const applied = await applyCrd(api, webhook ? dropConversion(which.crd) : which.crd, step, withinMs, signal);
        if (applied.created)
            context.crds.made(which.name);
        return { ...applied, seen: [applied.seen, ...which.changes].join('; ') };
    });
    await check(`${before.name} of N changes nothing that its clients rely on`, formatDiffCommand(before, after), async () => judgeStatic(before, after));
    if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`)))
        return checks;
    const versions = old.versions.filter(({ served, storage }) => served && (!webhook || storage));
    const objects = (await Promise.all(versions.map((version) => makeOldObjects(proof, context, shelf, version)))).flat();
    const kept = await readEverything(shelf, objects, versions);
    if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`)))
        return checks;
    const still = listStillServed(now, versions);
    for (const { name } of versions)
        await check(`${old.kind} ${name} is still served by N`, `kubectl get --raw /apis/${old.group}/${name}`, async () => ({
            ok: still.some((version) => version.name === name),
            seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', ')
        }));
    await checkSurvival(proof, kept, still, {
        ...{ step: 'with the definition of N', storage: describeStored(now), now: after }
    });
    await checkCreation(proof, kept, still);
    await touchObjects(proof, kept, still, 'N');
    const news = await makeNewObjects(context, shelf, now, webhook);
    if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`)))
        return checks;
    await checkSurvival(proof, kept, versions, {
        ...{ step: 'back at N-1', storage: describeStored(old), now: after }
    });
    await touchObjects(proof, kept, versions, 'N-1, after the way back');
    await tellNewObjects(proof, shelf, news);
    return checks;
};
const proveNew = async (context, crd) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    await check(`${crd.name}, which is new, installs`, `kubectl apply --server-side -f ${crd.from}`, async () => {
        const applied = await applyCrd(context.api, crd.crd, 'N', context.withinMs, context.signal);
        if (applied.created)
            context.crds.made(crd.name);
        return { ...applied, seen: [applied.seen, ...crd.changes].join('; ') };
    });
    return checks;
};
const dropConversion = (crd) => ({
    ...(0,json/* readFields */.qU)(crd),
    spec: { ...(0,json/* readFields */.qU)((0,json/* readFields */.qU)(crd)['spec']), conversion: { strategy: 'None' } }
});
const describeStored = ({ versions }) => versions.find(({ storage }) => storage)?.name ?? '';
const listStillServed = ({ versions }, old) => old.filter(({ name }) => versions.some((version) => version.name === name && version.served));
const formatDiffCommand = (before, after) => `diff ${before.from} ${after.from}`;
const judgeStatic = (before, after) => {
    const changes = compareDefinitions(before.crd, after.crd);
    const breaking = changes.filter(({ breaks }) => breaks);
    const say = (list) => list.map(({ where, says }) => `${where} ${says}`).join('; ');
    const rest = changes.filter(({ breaks }) => !breaks);
    const [version = '', field = ''] = breaking[0]?.where.split(': ') ?? [];
    return {
        ok: breaking.length === 0,
        at: breaking.length === 0 ? undefined : after.placeOf(version, field),
        seen: [say(breaking), rest.length ? `also changed: ${say(rest)}` : ''].filter(Boolean).join('; ') ||
            'no change of a schema'
    };
};

// EXTERNAL MODULE: ./src/suites/cluster/own-crds.ts
var own_crds = __webpack_require__(91281);
// EXTERNAL MODULE: ./src/suites/cluster/namespace.ts
var namespace = __webpack_require__(15675);
;// CONCATENATED MODULE: ./src/suites/crd/crd.ts






const proveCrds = async (cluster, trial, { baseline, candidate, samples, crdify }, signal) => (0,evidence/* reachVerdict */.nb)(cluster, trial, false, async () => {
    const crds = (0,own_crds/* trackOwnCrds */.g)(cluster.api);
    const names = [...new Set([...baseline.crds, ...candidate].map(({ name }) => name))].sort();
    try {
        return await (0,namespace/* runInNamespace */._)(cluster.api, 'crd', signal, async (namespace) => {
            const context = {
                api: cluster.api,
                namespace,
                samples,
                tag: baseline.tag,
                serverSide: trial.with['apply'] === 'server-side',
                withinMs: 1000 * ((0,json/* readNumber */.kz)(trial.with['withinSeconds']) || 30),
                crds,
                signal
            };
            const proofs = names.map((name) => proveOne(context, name, baseline.crds.find((crd) => crd.name === name), candidate.find((crd) => crd.name === name), crdify));
            return (await Promise.all(proofs)).flat();
        });
    }
    finally {
        await crds.remove();
    }
});
const describeSizes = (before, after, { tag, serverSide }) => {
    const size = `${(0,source.measureApplied)(after)} bytes, and ${(0,source.measureApplied)(before)} at ${tag}`;
    if ((0,source.isNearAnnotation)(after))
        return `${size}: kubectl apply without --server-side takes ${source.ANNOTATIONS} and no more`;
    if ((0,source.fitsAnnotation)(after))
        return size;
    const why = 'kubectl apply without --server-side keeps it in an annotation, and the API server takes 262144 bytes of those ("metadata.annotations: Too long")';
    if (!(0,source.fitsAnnotation)(before))
        return `${size}: ${why}. So it was before.`;
    if (serverSide)
        return `${size}: ${why}. slipway.yaml says that people apply it with --server-side.`;
    return `${size}: ${why}. Say --server-side wherever it is applied, and crds: { apply: server-side } in slipway.yaml; or leave descriptions out.`;
};
const proveOne = async (context, name, before, after, crdify) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    if (after === undefined) {
        await check(`${name} of N-1 is still defined by N`, `kubectl get crd ${name}`, async () => ({
            ok: false,
            seen: `${before?.from ?? 'N-1'} defines it, and no file of N does. Whoever removes it from a cluster removes its objects.`
        }));
        return checks;
    }
    if (before === undefined)
        return proveNew(context, after);
    const equal = (0,json/* isSame */.Ft)((0,source.stripDescriptions)(before.crd), (0,source.stripDescriptions)(after.crd));
    if (equal)
        await check(`${name} of N is that of N-1`, `diff ${before.from} ${after.from}`, async () => ({
            ok: true,
            seen: (0,json/* isSame */.Ft)(before.crd, after.crd) ? 'equal definitions; not tried' : 'other words, the same rules; not tried'
        }));
    const file = after.from.replace(/:\d+$/, '');
    const far = !(0,source.fitsAnnotation)(after.crd);
    const told = context.serverSide || !(0,source.fitsAnnotation)(before.crd);
    await check(far && told
        ? `${name} of N can be applied with --server-side, and only so`
        : `${name} of N can be applied as that of N-1 could`, `kubectl apply${far && told ? ' --server-side' : ''} -f ${file}`, async () => ({ ok: !far || told, seen: describeSizes(before.crd, after.crd, context) }));
    const asked = equal ? undefined : await crdify?.(before.crd, after.crd, context.signal);
    if (asked !== undefined)
        await check(`crdify was asked about ${name}`, `crdify file://${before.from} file://${after.from}`, async () => ({
            ok: true,
            seen: asked
        }));
    return equal ? checks : [...checks, ...(await proveChange(context, before, after))];
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
    return {
        checks,
        check: async (claim, repeat, look) => {
            const { ok, seen, loss, at } = await look();
            checks.push({ claim, outcome: ok ? 'passed' : 'failed', seen, repeat, ...(loss && { loss }), ...(at && { at }) });
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


/***/ })

};
