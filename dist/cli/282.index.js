export const id = 282;
export const ids = [282,2865];
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


/**
 * What changed between two definitions of one CRD, by a few rules: names, scope, versions, the status subresource, and
 * of each version that both serve the fields, types, enums, limits, defaults and list keys. Changes that only live
 * objects can judge (patterns, CEL rules, oneOf) are told, not judged.
 */
const changesOf = (before, after) => {
    const [old, now] = [(0,source.definitionOf)(before), (0,source.definitionOf)(after)];
    const named = ['group', 'kind', 'plural', 'namespaced']
        .filter((key) => old[key] !== now[key])
        .map((key) => breaking(key, `${String(old[key])} became ${String(now[key])}`));
    const versions = old.versions.flatMap((version) => {
        const after = now.versions.find(({ name }) => name === version.name);
        if (after === undefined)
            return [
                version.served || version.storage
                    ? breaking(version.name, 'the version is gone')
                    : told(version.name, 'an unserved version is gone')
            ];
        if (version.served && !after.served)
            return [breaking(version.name, 'the version is no longer served')];
        return version.served ? versionChanges(version, after) : [];
    });
    const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name));
    const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none');
    return [
        ...named,
        ...versions,
        ...added.map(({ name }) => told(name, 'a new version')),
        ...(stores === stored ? [] : [told('storage', `${stored} became ${stores}`)]),
        ...(old.webhook === now.webhook
            ? []
            : [told('conversion', now.webhook ? 'a webhook converts now' : 'nothing converts any more')])
    ];
};
const breaking = (where, says) => ({ breaks: true, where, says });
const told = (where, says) => ({ breaks: false, where, says });
const versionChanges = (old, now) => [
    ...(old.status === now.status
        ? []
        : [
            breaking(`${old.name}: status`, now.status
                ? 'became a subresource: what clients write of it with the object is dropped'
                : 'is no subresource any more: /status is gone')
        ]),
    ...schemaChanges(old.schema, now.schema, '').map((change) => ({ ...change, where: `${old.name}: ${change.where}` }))
];
function schemaChanges(before, after, path) {
    if ((0,json/* isSame */.Ft)(before, after))
        return [];
    const [old, now] = [(0,json/* fields */.OA)(before), (0,json/* fields */.OA)(after)];
    const where = path || 'the root';
    const here = [
        ...typeChanges(old, now, where),
        ...enumChanges(old, now, where),
        ...limitChanges(old, now, where),
        ...otherChanges(old, now, where)
    ];
    if (typeOf(old) !== typeOf(now))
        return here;
    const [oldFields, newFields] = [(0,json/* fields */.OA)(old['properties']), (0,json/* fields */.OA)(now['properties'])];
    const open = isOpen(now);
    const required = (0,json/* items */.ld)(now['required'])
        .map(json/* text */.Qq)
        .filter((name) => !(0,json/* items */.ld)(old['required']).map(json/* text */.Qq).includes(name));
    const join = (name) => (path ? `${path}.${name}` : name);
    return [
        ...here,
        ...required
            // A new object that demands something of its own is no demand on old ones.
            .map((name) => isDefaulted(newFields[name])
            ? told(join(name), 'is required now, and has a default')
            : breaking(join(name), 'is required now')),
        ...Object.entries(oldFields).flatMap(([name, schema]) => {
            const inner = newFields[name];
            if (inner === undefined)
                return open
                    ? [told(join(name), 'is not described any more')]
                    : [breaking(join(name), 'is gone: its values are pruned')];
            return schemaChanges(schema ?? {}, inner, join(name));
        }),
        ...Object.keys(newFields)
            .filter((name) => !(name in oldFields))
            .map((name) => told(join(name), 'is new')),
        ...inner(old['items'], now['items'], `${path}[]`),
        ...inner(old['additionalProperties'], now['additionalProperties'], `${path}.*`)
    ];
}
const inner = (old, now, path) => old === undefined || now === undefined ? [] : schemaChanges(old, now, path);
const isOpen = (rules) => rules['x-kubernetes-preserve-unknown-fields'] === true ||
    ![undefined, false].includes(rules['additionalProperties']);
const isDefaulted = (schema) => (0,json/* fields */.OA)(schema)['default'] !== undefined;
const typeOf = (rules) => rules['x-kubernetes-int-or-string'] === true ? 'integer or string' : (0,json/* text */.Qq)(rules['type']) || 'any';
const typeChanges = (old, now, where) => {
    const [was, is] = [typeOf(old), typeOf(now)];
    if (was === is)
        return [];
    const wider = is === 'any' ||
        (was === 'integer' && is === 'number') ||
        (is === 'integer or string' && (was === 'integer' || was === 'string'));
    return [wider ? told(where, `${was} became ${is}`) : breaking(where, `${was} became ${is}`)];
};
const enumChanges = (old, now, where) => {
    if (now['enum'] === undefined)
        return old['enum'] === undefined ? [] : [told(where, 'takes any value now')];
    if (old['enum'] === undefined)
        return [breaking(where, `takes only ${list((0,json/* items */.ld)(now['enum']))} now`)];
    const missing = (from, all) => (0,json/* items */.ld)(from).filter((value) => !(0,json/* items */.ld)(all).some((each) => (0,json/* isSame */.Ft)(each, value)));
    const gone = missing(old['enum'], now['enum']);
    const added = missing(now['enum'], old['enum']);
    return [
        ...(gone.length ? [breaking(where, `does not take ${list(gone)} any more`)] : []),
        ...(added.length ? [told(where, `takes ${list(added)} too`)] : [])
    ];
};
const list = (values) => values.map((value) => JSON.stringify(value)).join(', ');
const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'];
const limitChanges = (old, now, where) => [...LOWER, ...UPPER].flatMap((name) => {
    const [was, is] = [old[name], now[name]];
    if (was === is)
        return [];
    const loose = LOWER.includes(name) ? -Infinity : Infinity;
    const [from, to] = [was, is].map((value) => (typeof value === 'number' ? value : loose));
    const tighter = LOWER.includes(name) ? to > from : to < from;
    return [
        (tighter ? breaking : told)(where, `${name} ${was === undefined ? 'none' : (0,json/* text */.Qq)(was)} became ${is === undefined ? 'none' : (0,json/* text */.Qq)(is)}`)
    ];
});
const otherChanges = (old, now, where) => {
    const differs = (name) => (0,json/* canonical */.$N)(old[name] ?? null) !== (0,json/* canonical */.$N)(now[name] ?? null);
    const show = (value) => (value === undefined ? 'none' : JSON.stringify(value));
    return [
        ...(differs('default')
            ? [
                (old['default'] === undefined ? told : breaking)(where, `default ${show(old['default'])} became ${show(now['default'])}`)
            ]
            : []),
        ...(isOpen(old) && !isOpen(now) ? [breaking(where, 'is closed: what it does not describe is pruned')] : []),
        ...(old['nullable'] === true && now['nullable'] !== true ? [breaking(where, 'may not be null any more')] : []),
        ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type']
            .filter(differs)
            .map((name) => breaking(where, `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`)),
        ...['pattern', 'format', 'x-kubernetes-validations', 'oneOf', 'anyOf', 'allOf', 'not']
            .filter(differs)
            .map((name) => told(where, `${name} changed`))
    ];
};

// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
;// CONCATENATED MODULE: ./src/crds/explain.ts
/**
 * What the API server's refusal of a changed CRD means to who wants the change; undefined for words that say it all.
 * `name` is the definition's.
 */
const explainRefusal = (name, message) => {
    const stored = /status\.storedVersions\[\d+\]: Invalid value: "([^"]+)": (?:missing|must appear)/.exec(message)?.[1];
    if (stored !== undefined)
        return {
            means: `objects may still be stored as ${stored}, so the API server keeps ${stored} in the list of versions`,
            way: migration(name, stored)
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
/** How objects stored in a version are moved to another one, so that the version can go. */
const migration = (name, stored) => [
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






/**
 * Applies a definition as its owner would, and waits until the API server answers by it. A changed schema comes into
 * force a moment after the write, and nothing in the CRD says when; so each version gets a printer column of ours, which
 * the same part of the server shows in tables that also prunes and validates. Nothing else of the definition is changed.
 */
const applyCrd = async (api, crd, step, withinMs, signal) => {
    const name = (0,json/* text */.Qq)((0,json.at)(crd, 'metadata', 'name'));
    const reply = await api.call('PATCH', `${crds_api/* CRDS */.Jg}/${name}`, { body: marked(crd, step), patch: 'apply', signal });
    if (reply.status >= 300)
        return { ok: false, seen: refusal(name, reply), created: false };
    const { group, plural, versions } = (0,source.definitionOf)(crd);
    const served = versions.find((version) => version.served)?.name;
    const created = reply.status === 201;
    if (served === undefined)
        return { ok: true, seen: `${(0,evidence/* told */.Ev)(reply)}; no version is served`, created };
    const read = () => api.call('GET', `/apis/${group}/${served}/${plural}`, { query: { limit: '1' }, table: true, signal });
    const { value, done, ms } = await (0,wait/* wait */.u)(api, { read, done: (table) => columns(table).includes(column(step)), withinMs }, signal);
    return {
        ok: done,
        seen: done
            ? `${(0,evidence/* told */.Ev)(reply)}, in force after ${ms} ms`
            : `${(0,evidence/* told */.Ev)(reply)}, not in force after ${ms} ms: ${(0,evidence/* told */.Ev)(value)}`,
        created
    };
};
const column = (step) => `Slipway ${step}`;
const columns = ({ status, body }) => status === 200 ? (0,json/* objectsAt */.yR)(body, 'columnDefinitions').map((each) => (0,json/* text */.Qq)(each['name'])) : [];
const marked = (crd, step) => ({
    ...(0,json/* fields */.OA)(crd),
    spec: {
        ...(0,json/* fields */.OA)((0,json.at)(crd, 'spec')),
        versions: (0,json/* items */.ld)((0,json.at)(crd, 'spec', 'versions')).map((version) => ({
            ...(0,json/* fields */.OA)(version),
            additionalPrinterColumns: [
                ...(0,json/* items */.ld)((0,json.at)(version, 'additionalPrinterColumns')),
                { name: column(step), type: 'string', jsonPath: '.metadata.name', priority: 1 }
            ]
        }))
    }
});
/** The server's words, what they mean, and what to do. */
const refusal = (name, reply) => {
    const explained = explainRefusal(name, (0,evidence/* message */.iU)(reply));
    return explained === undefined
        ? (0,evidence/* told */.Ev)(reply)
        : `${(0,evidence/* told */.Ev)(reply)}\n${explained.means}\nThe way to do it:\n${explained.way}`;
};

// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
// EXTERNAL MODULE: ./src/crds/validate.ts
var validate = __webpack_require__(55360);
;// CONCATENATED MODULE: ./src/crds/examples.ts


/** Generated values of schemas with more nodes than this leave optional parts out. */
const NODES = 4000;
const CHOICES = 12;
/**
 * Objects that fit a structural schema: one with every field, one with no more than it demands, the ends of each range,
 * and one for each value of its longest enum. A field whose pattern nothing here fits is left out, and an example that
 * would then lack what it needs is not made. CEL rules and oneOf are the server's to judge.
 */
const examplesOf = (schema) => {
    const styles = [
        ['full', { optional: true, choice: 0, end: 'usual' }],
        ['least', { optional: false, choice: 0, end: 'usual' }],
        ['low', { optional: true, choice: 0, end: 'low' }],
        ['high', { optional: true, choice: 1, end: 'high' }],
        ...Array.from({ length: Math.min(longestEnum(schema), CHOICES) }, (_, i) => i)
            .slice(1)
            .map((choice) => [`choice-${choice}`, { optional: true, choice, end: 'usual' }])
    ];
    const root = bodyOnly(schema);
    const made = styles.flatMap(([name, style]) => {
        const body = value(root, style, { left: NODES });
        return body === undefined || (0,validate/* misfits */.gX)(body, root).length > 0 ? [] : [{ name, body: (0,json/* fields */.OA)(body) }];
    });
    return made.filter(({ body }, i) => made.findIndex((other) => JSON.stringify(other.body) === JSON.stringify(body)) === i);
};
/** The root without what every object has and no schema decides. */
const bodyOnly = (schema) => {
    const { apiVersion: _a, kind: _k, metadata: _m, ...properties } = (0,json/* fields */.OA)((0,json/* fields */.OA)(schema)['properties']);
    const required = (0,json/* items */.ld)((0,json/* fields */.OA)(schema)['required']).filter((name) => !['apiVersion', 'kind', 'metadata'].includes((0,json/* text */.Qq)(name)));
    return { ...(0,json/* fields */.OA)(schema), properties, required };
};
const longestEnum = (schema) => {
    const rules = (0,json/* fields */.OA)(schema);
    const parts = [...Object.values((0,json/* fields */.OA)(rules['properties'])), rules['items'], rules['additionalProperties']];
    const own = rules['type'] === 'boolean' ? 2 : rules['x-kubernetes-int-or-string'] === true ? 2 : (0,json/* items */.ld)(rules['enum']).length;
    return Math.max(own, ...parts.map((part) => (part === undefined ? 0 : longestEnum(part))));
};
/** A value that fits, or undefined where none is found. */
function value(schema, style, nodes) {
    const rules = (0,json/* fields */.OA)(schema);
    if (nodes.left-- <= 0 && !style.optional)
        return undefined;
    const choices = (0,json/* items */.ld)(rules['enum']).filter((each) => each !== null);
    if (choices.length > 0)
        return choices[style.choice % choices.length];
    if (rules['x-kubernetes-int-or-string'] === true)
        return intOrString(rules, style);
    switch ((0,json/* text */.Qq)(rules['type'])) {
        case 'object':
            return object(rules, style, nodes);
        case 'array':
            return examples_list(rules, style, nodes);
        case 'string':
            return string(rules, style);
        case 'integer':
        case 'number':
            return numeral(rules, style);
        case 'boolean':
            return (rules['default'] === true) === (style.choice % 2 === 0) ? false : true;
        default:
            return rules['x-kubernetes-preserve-unknown-fields'] === true ? { anything: 'goes' } : undefined;
    }
}
function object(rules, style, nodes) {
    if (rules['x-kubernetes-embedded-resource'] === true)
        return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'example' } };
    const required = (0,json/* items */.ld)(rules['required']).map(json/* text */.Qq);
    const within = {};
    for (const [name, schema] of Object.entries((0,json/* fields */.OA)(rules['properties']))) {
        const needed = required.includes(name);
        if (!needed && (!style.optional || nodes.left <= 0))
            continue;
        const made = value(schema ?? {}, style, nodes);
        if (made !== undefined)
            within[name] = made;
        else if (needed)
            return undefined;
    }
    const others = rules['additionalProperties'];
    const wanted = Math.max(style.optional ? 1 : 0, Number(rules['minProperties'] ?? 0) - Object.keys(within).length);
    for (let i = 0; i < wanted; i++) {
        if (typeof others === 'object') {
            const made = value(others, style, nodes);
            if (made !== undefined)
                within[`example-${i}`] = made;
        }
        else if (others === true || rules['x-kubernetes-preserve-unknown-fields'] === true)
            within[`example-${i}`] = 'goes';
    }
    return within;
}
function examples_list(rules, style, nodes) {
    const least = Number(rules['minItems'] ?? 0);
    const most = Number(rules['maxItems'] ?? Infinity);
    const usual = style.optional ? 1 : 0;
    const wanted = style.end === 'low' ? least : style.end === 'high' ? Math.min(most, 3) : Math.max(least, Math.min(usual, most));
    const made = [];
    for (let i = 0; i < wanted; i++) {
        const item = value(rules['items'] ?? {}, style, nodes);
        if (item === undefined)
            break;
        made.push(item);
    }
    // Equal items where they must differ: only as many as there have to be.
    const differ = rules['uniqueItems'] === true || ['map', 'set'].includes((0,json/* text */.Qq)(rules['x-kubernetes-list-type']));
    const whole = differ ? made.slice(0, Math.max(1, least)) : made;
    return whole.length >= least ? whole : undefined;
}
function numeral(rules, { end }) {
    const whole = rules['type'] === 'integer';
    const step = Number(rules['multipleOf'] ?? (whole ? 1 : 0.5));
    const least = bound(rules, 'minimum', 'exclusiveMinimum', step);
    const most = bound(rules, 'maximum', 'exclusiveMaximum', -step);
    const usual = Math.min(Math.max(step, least ?? -Infinity), most ?? Infinity);
    const chosen = end === 'low' ? (least ?? usual) : end === 'high' ? (most ?? usual) : usual;
    const onStep = rules['multipleOf'] === undefined ? chosen : Math.ceil(chosen / step) * step;
    return onStep === rules['default'] && end === 'usual' && onStep + step <= (most ?? Infinity) ? onStep + step : onStep;
}
const bound = (rules, name, exclusive, step) => {
    const given = rules[name];
    return typeof given === 'number' ? (rules[exclusive] === true ? given + step : given) : undefined;
};
const intOrString = (rules, { choice }) => {
    const fits = (each) => (0,validate/* misfits */.gX)(each, rules).length === 0;
    const forms = [1, '50%', '1', '100m'];
    const found = forms.filter(fits);
    return found[choice % Math.max(1, found.length)] ?? 1;
};
/** By format, as the API server knows formats. */
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
/** What patterns of Kubernetes' APIs mostly want: names, labels, quantities, durations, paths, versions, addresses. */
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
function string(rules, { end }) {
    const least = Number(rules['minLength'] ?? 0);
    const most = Number(rules['maxLength'] ?? Infinity);
    const wanted = end === 'low' ? least : end === 'high' && most <= 1024 ? most : undefined;
    const sized = wanted === undefined ? [] : ['x'.repeat(wanted), '1'.repeat(wanted)];
    const usual = FORMATS[(0,json/* text */.Qq)(rules['format'])];
    const candidates = [
        ...(usual === undefined ? sized : [usual]),
        ...WORDS,
        'example'.repeat(Math.ceil(least / 7)).slice(0, Math.max(least, 1))
    ];
    return candidates.find((each) => each !== rules['default'] && (0,validate/* misfits */.gX)(each, rules).length === 0);
}

;// CONCATENATED MODULE: ./src/suites/crd/objects.ts





const collection = ({ namespace, definition: { group, plural, namespaced } }, version) => `/apis/${group}/${version}/${namespaced ? `namespaces/${namespace}/` : ''}${plural}`;
/**
 * Makes live objects of one version: from its schema, and the user's samples. Where the server knows a rule that the
 * schema's structure does not tell (CEL, oneOf), what it objects to is left out and tried again.
 */
const makeObjects = async (shelf, version, samples, label) => {
    const own = samples.filter(({ object }) => (0,json.at)(object, 'apiVersion') === `${shelf.definition.group}/${version.name}` &&
        (0,json.at)(object, 'kind') === shelf.definition.kind);
    const examples = [
        ...examplesOf(version.schema),
        ...own.map(({ object, path, line }, i) => {
            const { apiVersion: _a, kind: _k, metadata, ...body } = (0,json/* fields */.OA)(object);
            const { labels, annotations } = (0,json/* fields */.OA)(metadata);
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
            metadata: { ...(0,json/* fields */.OA)(example.meta), name }
        });
        const names = [`${base}-kept`, `${base}-touched`];
        const first = await create(shelf, version, example.from === undefined, example.body, object(names[0]));
        if ('refused' in first)
            return [`${example.from ?? example.name}: ${first.refused}`];
        const kept = {
            name: names[0],
            version: version.name,
            written: object(names[0])(first.body),
            touched: false
        };
        const twin = await create(shelf, version, false, first.body, object(names[1]));
        if ('refused' in twin)
            return [kept];
        return [kept, { ...kept, name: names[1], written: object(names[1])(first.body), touched: true }];
    }));
    return {
        objects: made.flat().filter((each) => typeof each !== 'string'),
        refused: made.flat().filter((each) => typeof each === 'string')
    };
};
/** As many times as a generated object may be refused before it is given up. */
const TRIES = 40;
async function create(shelf, version, mayChange, body, object) {
    let current = body;
    for (let tries = 1;; tries++) {
        const written = object(current);
        const reply = await post(shelf, version.name, written);
        if (reply.status === 201) {
            await withStatus(shelf, version, written, reply);
            return { body: current };
        }
        const next = mayChange && tries < TRIES ? mended(current, version.schema, reply) : undefined;
        if (next === undefined)
            return { refused: (0,evidence/* told */.Ev)(reply) };
        current = next;
    }
}
const post = ({ api, signal, ...shelf }, version, body, query = {}) => api.call('POST', collection({ api, signal, ...shelf }, version), {
    body,
    query: { fieldValidation: 'Strict', ...query },
    signal
});
/** Where status is a subresource, a create drops it: it is written by itself, as a controller does. */
async function withStatus(shelf, version, written, reply) {
    const status = (0,json.at)(written, 'status');
    if (!version.status || status === undefined)
        return;
    const body = { ...(0,json/* fields */.OA)(reply.body), status };
    const path = `${collection(shelf, version.name)}/${(0,json/* text */.Qq)((0,json.at)(reply.body, 'metadata', 'name'))}/status`;
    await shelf.api.call('PUT', path, { body, signal: shelf.signal });
}
/** The body without what the server objected to, or undefined where nothing can be left out. */
function mended(body, schema, reply) {
    if (reply.status !== 422 && reply.status !== 400)
        return undefined;
    const causes = (0,json/* objectsAt */.yR)(reply.body, 'details', 'causes').map((cause) => (0,json/* text */.Qq)(cause['field']));
    const named = causes.length > 0 ? causes : [...(0,evidence/* message */.iU)(reply).matchAll(/unknown field "([^"]+)"/g)].map(([, path = '']) => path);
    for (const path of named.map(steps)) {
        for (let depth = path.length; depth > 0; depth--) {
            const without = removed(body, path.slice(0, depth));
            if (without !== undefined && (0,validate/* misfits */.gX)(without, schema).length === 0)
                return without;
        }
        const smaller = withoutLast(body, path, schema);
        if (smaller)
            return smaller;
    }
    return undefined;
}
const steps = (field) => field
    .replace(/^<nil>$/, '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '');
const removed = (value, [step = '', ...rest]) => {
    if (Array.isArray(value)) {
        const list = (0,json/* items */.ld)(value);
        const inner = rest.length ? removed(list[Number(step)] ?? null, rest) : undefined;
        if (rest.length && inner === undefined)
            return undefined;
        return list.flatMap((item, i) => (i !== Number(step) ? [item] : rest.length ? [inner ?? null] : []));
    }
    if (typeof value !== 'object' || value === null || !(step in value))
        return undefined;
    const inner = rest.length ? removed((0,json/* fields */.OA)(value)[step] ?? null, rest) : undefined;
    if (rest.length && inner === undefined)
        return undefined;
    return Object.fromEntries(Object.entries((0,json/* fields */.OA)(value)).flatMap(([key, item]) => key !== step ? [[key, item ?? null]] : rest.length ? [[key, inner ?? null]] : []));
};
/** The body with one optional field fewer in an object that the server finds wrong as a whole. */
function withoutLast(body, path, schema) {
    const whole = path.reduce((value, step) => (Array.isArray(value) ? (0,json/* items */.ld)(value)[Number(step)] : (0,json/* fields */.OA)(value)[step]), body);
    for (const name of Object.keys((0,json/* fields */.OA)(whole)).reverse()) {
        const without = removed(body, [...path, name]);
        if (without !== undefined && (0,validate/* misfits */.gX)(without, schema).length === 0)
            return without;
    }
    return undefined;
}
/** How long a server may take to have the objects at hand for lists, after their definition changed. */
const LIST_MS = 30_000;
/** The objects of a definition in one version, as clients read them, by name; or the server's words. */
const readObjects = async (shelf, version) => {
    // A list right after a change of the definition is answered 429, "storage is (re)initializing"; a get is not.
    const { value: reply } = await (0,wait/* wait */.u)(shelf.api, {
        read: () => shelf.api.call('GET', collection(shelf, version), { signal: shelf.signal }),
        done: ({ status }) => status !== 429,
        withinMs: LIST_MS
    }, shelf.signal);
    if (reply.status !== 200)
        return { objects: new Map(), error: (0,evidence/* told */.Ev)(reply) };
    // The items of a list are without apiVersion and kind, which nobody compares.
    return {
        objects: new Map((0,json/* objectsAt */.yR)(reply.body, 'items').map((object) => [(0,json/* text */.Qq)((0,json.at)(object, 'metadata', 'name')), object]))
    };
};
const MARK = 'slipway/written-again';
/** Writes an object back as it was read in a version, with a mark of ours. */
const writeAgain = (shelf, version, read) => {
    const metadata = (0,json/* fields */.OA)((0,json.at)(read, 'metadata'));
    const body = {
        ...(0,json/* fields */.OA)(read),
        apiVersion: `${shelf.definition.group}/${version}`,
        kind: shelf.definition.kind,
        metadata: { ...metadata, annotations: { ...(0,json/* fields */.OA)(metadata['annotations']), [MARK]: 'true' } }
    };
    const path = `${collection(shelf, version)}/${(0,json/* text */.Qq)(metadata['name'])}`;
    return shelf.api.call('PUT', path, { body, signal: shelf.signal });
};
/** The object without our mark, to be compared with one that never had it. */
const unmarked = (object) => {
    const metadata = (0,json/* fields */.OA)((0,json.at)(object, 'metadata'));
    const { [MARK]: mark, ...annotations } = (0,json/* fields */.OA)(metadata['annotations']);
    if (mark === undefined)
        return object;
    return {
        ...(0,json/* fields */.OA)(object),
        metadata: { ...metadata, annotations: Object.keys(annotations).length ? annotations : undefined }
    };
};

;// CONCATENATED MODULE: ./src/suites/crd/readings.ts




const key = ({ name }, version) => `${version}/${name}`;
/** Reads every object in every version. */
async function keep(shelf, objects, versions) {
    const read = await Promise.all(versions.map(async ({ name }) => {
        const { objects: found } = await readObjects(shelf, name);
        return objects.map((live) => [key(live, name), found.get(live.name) ?? null]);
    }));
    return { shelf, objects, read: new Map(read.flat()) };
}
/** What a version shows of some objects, each against what is expected of it. */
async function seenIn(shelf, version, objects, expected) {
    const { objects: found, error } = await readObjects(shelf, version);
    return objects.map((live) => {
        const object = found.get(live.name);
        if (object === undefined)
            return { live, error: error ?? 'is gone' };
        return { live, difference: (0,known_losses/* compare */.UD)(expected(live), unmarked(object)) };
    });
}
/** Every object read in every version, against what N-1 read of it. */
async function survive({ check }, { shelf, objects, read }, versions, { step, storage, now }) {
    for (const { name: version } of versions) {
        const { kind, plural, group } = shelf.definition;
        await check(`${kind} ${version} objects of N-1, read ${step}, are as they were`, `kubectl get ${plural}.${version}.${group} --all-namespaces -o yaml`, async () => {
            const seen = await seenIn(shelf, version, objects, (live) => read.get(key(live, version)) ?? null);
            const { ok, seen: says, lost } = summed(seen);
            const loss = lossOf(lost, kind, version, storage, step);
            // Whoever lost it: what can be changed is the definition of N.
            return { ok, seen: says, loss, at: loss && now.placeOf(version, lost[0] ?? '') };
        });
    }
}
/** What N-1 took as a new object, N must take too, and make the same of it. */
async function anew({ check }, { shelf, objects, read }, versions) {
    for (const { name: version } of versions) {
        const own = objects.filter((live) => live.version === version && !live.touched);
        const [first] = own;
        if (first === undefined)
            continue;
        await check(`${shelf.definition.kind} ${version} manifests of N-1 are accepted by N and mean the same`, (0,evidence/* piped */.JR)(first.written, 'create --dry-run=server'), async () => summed(await Promise.all(own.map(async (live) => {
            const metadata = { ...(0,json/* fields */.OA)((0,json/* fields */.OA)(live.written)['metadata']), name: `${live.name}-anew` };
            const reply = await post(shelf, version, { ...(0,json/* fields */.OA)(live.written), metadata }, { dryRun: 'All' });
            if (reply.status !== 201)
                return { live, error: (0,evidence/* told */.Ev)(reply) };
            return { live, difference: (0,known_losses/* compare */.UD)(plain(read.get(key(live, version))), plain(reply.body)) };
        }))));
    }
}
/** Without its name and without status, which a create of a dry run may drop. */
const plain = (object) => {
    const { status: _status, metadata: _metadata, ...rest } = (0,json/* fields */.OA)(object);
    return rest;
};
const lossOf = (lost, kind, read, stored, step) => lost.length === 0 ? undefined : { kind, written: 'N-1', stored, read: `${read}, ${step}`, fields: lost };
/** What the readings of many objects come to: each path once, with the objects that show it. */
const summed = (seen) => {
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




/** Makes the objects of N-1 in one version. */
async function makeOld({ check }, { samples, tag }, shelf, version) {
    const { objects, refused } = await makeObjects(shelf, version, samples, 'old');
    const { kind, group } = shelf.definition;
    await check(`Objects of ${kind} ${version.name} can be made by ${tag}`, objects[0]
        ? (0,evidence/* piped */.JR)(objects[0].written, 'create')
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
/** Writes again the objects that are for that: what the server then drops, it drops for good. */
async function touch({ check }, { shelf, objects }, versions, step) {
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
                seen: refused.map(({ live, reply }) => `${live.name}: ${(0,evidence/* told */.Ev)(reply)}`).join('; ') ||
                    `${own.length} objects written`
            };
        });
    }
}
/** Objects that N's own schema allows, so that the way back meets what N wrote. */
async function makeNew({ samples }, shelf, now, webhook) {
    const changed = now.versions.filter(({ name, served, storage, schema }) => {
        const before = shelf.definition.versions.find((version) => version.name === name);
        return served && (!webhook || storage) && !(before && (0,json/* isSame */.Ft)(before.schema, schema));
    });
    const made = await Promise.all(changed.map((version) => makeObjects(shelf, version, samples, 'new')));
    return made.flatMap(({ objects }) => objects.filter(({ touched }) => !touched));
}
/** What N wrote is read by N-1: it must be readable; what is new in it may be gone, and is told. */
async function tellNew({ check }, shelf, news) {
    const { definition: old } = shelf;
    const served = old.versions.find((version) => version.served);
    if (news.length === 0 || served === undefined)
        return;
    await check(`${old.kind} objects of N can be read back at N-1`, `kubectl get ${old.plural}.${served.name}.${old.group} --all-namespaces -o yaml`, async () => {
        const seen = await seenIn(shelf, served.name, news, ({ written }) => written);
        const { seen: says } = summed(seen);
        return {
            ok: seen.every(({ error }) => error === undefined),
            seen: `${says}${/lost|changed/.test(says) ? ' (new in N)' : ''}`
        };
    });
}

;// CONCATENATED MODULE: ./src/suites/crd/change.ts







/**
 * One definition, N-1 → N → N-1, with live objects: each is made twice, one copy is written again by every step and one
 * is left alone. Ends with the first step that the server refuses.
 */
const proveChange = async (context, before, after) => {
    const proof = (0,evidence/* evidence */.MX)();
    const { checks, check } = proof;
    const { tag, api, withinMs, signal } = context;
    const [old, now] = [(0,source.definitionOf)(before.crd), (0,source.definitionOf)(after.crd)];
    const webhook = old.webhook || now.webhook;
    const shelf = { api, namespace: context.namespace, definition: old, signal };
    const apply = (which, step, claim) => check(claim, `kubectl apply --server-side -f ${which.from.replace(/:\d+$/, '')}`, async () => {
        const applied = await applyCrd(api, webhook ? converted(which.crd) : which.crd, step, withinMs, signal);
        if (applied.created)
            context.crds.made(which.name);
        return { ...applied, seen: [applied.seen, ...which.changes].join('; ') };
    });
    await check(`${before.name} of N changes nothing that its clients rely on`, diffCommand(before, after), async () => judgeStatic(before, after));
    if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`)))
        return checks;
    const versions = old.versions.filter(({ served, storage }) => served && (!webhook || storage));
    const objects = (await Promise.all(versions.map((version) => makeOld(proof, context, shelf, version)))).flat();
    const kept = await keep(shelf, objects, versions);
    if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`)))
        return checks;
    const still = stillServed(now, versions);
    for (const { name } of versions)
        await check(`${old.kind} ${name} is still served by N`, `kubectl get --raw /apis/${old.group}/${name}`, async () => ({
            ok: still.some((version) => version.name === name),
            seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', ')
        }));
    await survive(proof, kept, still, {
        ...{ step: 'with the definition of N', storage: stores(now), now: after }
    });
    await anew(proof, kept, still);
    await touch(proof, kept, still, 'N');
    const news = await makeNew(context, shelf, now, webhook);
    if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`)))
        return checks;
    await survive(proof, kept, versions, {
        ...{ step: 'back at N-1', storage: stores(old), now: after }
    });
    await touch(proof, kept, versions, 'N-1, after the way back');
    await tellNew(proof, shelf, news);
    return checks;
};
/** A definition that N has and N-1 has not. */
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
const converted = (crd) => ({
    ...(0,json/* fields */.OA)(crd),
    spec: { ...(0,json/* fields */.OA)((0,json/* fields */.OA)(crd)['spec']), conversion: { strategy: 'None' } }
});
const stores = ({ versions }) => versions.find(({ storage }) => storage)?.name ?? '';
const stillServed = ({ versions }, old) => old.filter(({ name }) => versions.some((version) => version.name === name && version.served));
const diffCommand = (before, after) => `diff ${before.from} ${after.from}`;
const judgeStatic = (before, after) => {
    const changes = changesOf(before.crd, after.crd);
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






/**
 * Whether the candidate's CRDs can replace the baseline's and go back again without a loss: with live objects, made from
 * the schemas and the user's samples, in every served version; a static diff beside it. Definitions that are equal are
 * not tried.
 *
 * `trial.with`: `withinSeconds` for each wait (default 30); `apply`: `server-side` where people apply them so.
 * CRDs that were not there before are removed at the end; one that was there is never removed, and one of another owner
 * is never overwritten. Rejects for what keeps the suite from looking, never for what the server does: that is the
 * verdict.
 */
const proveCrds = async (cluster, trial, { baseline, candidate, samples, crdify }, signal) => (0,evidence/* verdict */.WJ)(cluster, trial, false, async () => {
    const crds = (0,own_crds/* ownCrds */.h)(cluster.api);
    const names = [...new Set([...baseline.crds, ...candidate].map(({ name }) => name))].sort();
    try {
        return await (0,namespace/* inNamespace */.d)(cluster.api, 'crd', signal, async (namespace) => {
            const context = {
                api: cluster.api,
                namespace,
                samples,
                tag: baseline.tag,
                serverSide: trial.with['apply'] === 'server-side',
                withinMs: 1000 * ((0,json/* number */.ai)(trial.with['withinSeconds']) || 30),
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
/** What `kubectl apply` without --server-side makes of a definition, which it keeps whole in an annotation. */
const sizes = (before, after, { tag, serverSide }) => {
    const size = `${(0,source.appliedSize)(after)} bytes, and ${(0,source.appliedSize)(before)} at ${tag}`;
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
    const equal = (0,json/* isSame */.Ft)((0,source.withoutWords)(before.crd), (0,source.withoutWords)(after.crd));
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
        : `${name} of N can be applied as that of N-1 could`, `kubectl apply${far && told ? ' --server-side' : ''} -f ${file}`, async () => ({ ok: !far || told, seen: sizes(before.crd, after.crd, context) }));
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


/***/ })

};
