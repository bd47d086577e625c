export const id = 7113;
export const ids = [7113,2865];
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

/***/ 77113:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveCrds: () => (/* binding */ proveCrds)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/crds/priority.ts
const isBefore = (a, b) => {
    const [left, right] = [rank(a), rank(b)];
    if (!left || !right)
        return left ? true : right ? false : a < b;
    const at = left.findIndex((part, i) => part !== right[i]);
    return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};
const STAGES = ['alpha', 'beta', ''];
const rank = (name) => {
    const found = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(name);
    return found ? [STAGES.indexOf(found[2] ?? ''), Number(found[1]), Number(found[3] ?? 0)] : undefined;
};

;// CONCATENATED MODULE: ./src/crds/promises.ts


const makeBreaking = (where, says) => ({ breaks: true, where, says });
const makeTold = (where, says) => ({ breaks: false, where, says });
const comparePromises = (before, after) => [
    ...compareNames((0,json/* readAt */.m6)(before, 'spec', 'names') ?? {}, (0,json/* readAt */.m6)(after, 'spec', 'names') ?? {}),
    ...compareConversions(before, after),
    ...compareMetadata(before, after),
    ...comparePreferred(before, after),
    ...((0,json/* readAt */.m6)(before, 'spec', 'preserveUnknownFields') === (0,json/* readAt */.m6)(after, 'spec', 'preserveUnknownFields') ||
        (0,json/* readAt */.m6)(after, 'spec', 'preserveUnknownFields') !== true
        ? []
        : [makeBreaking('preserveUnknownFields', 'is true, which the API server refuses of v1')])
];
const listTexts = (value) => (0,json/* readItems */.F1)(value).map(json/* readText */.yR);
const listMissing = (from, all) => from.filter((each) => !all.includes(each));
const compareNames = (before, after) => {
    const [old, now] = [before, after].map(readNames);
    const taken = [now.plural, now.singular];
    const twice = listMissing(now.shortNames, old.shortNames).filter((name) => taken.includes(name));
    return [
        ...(old.singular === now.singular
            ? []
            : [
                makeBreaking('names.singular', `${old.singular} became ${now.singular}: kubectl get ${old.singular} finds nothing`)
            ]),
        ...(old.listKind === now.listKind
            ? []
            : [
                makeBreaking('names.listKind', `${old.listKind} became ${now.listKind}: typed clients do not know lists of that kind`)
            ]),
        ...listMissing(old.shortNames, now.shortNames).map((name) => makeBreaking('names.shortNames', `${name} is gone: kubectl get ${name} finds nothing`)),
        ...twice.map((name) => makeBreaking('names.shortNames', `${name} is the definition's own plural or singular name: the API server answers NamesAccepted=False`)),
        ...listMissing(now.shortNames, [...old.shortNames, ...twice]).map((name) => makeTold('names.shortNames', `${name} is new`)),
        ...listMissing(old.categories, now.categories).map((name) => makeTold('names.categories', `${name} is gone: kubectl get ${name} does not list it`)),
        ...listMissing(now.categories, old.categories).map((name) => makeTold('names.categories', `${name} is new`))
    ];
};
const readNames = (names) => {
    const { kind, plural, singular, listKind, shortNames, categories } = (0,json/* readFields */.qU)(names);
    return {
        plural: (0,json/* readText */.yR)(plural),
        singular: (0,json/* readText */.yR)(singular) || (0,json/* readText */.yR)(kind).toLowerCase(),
        listKind: (0,json/* readText */.yR)(listKind) || `${(0,json/* readText */.yR)(kind)}List`,
        shortNames: listTexts(shortNames),
        categories: listTexts(categories)
    };
};
const findNameConflicts = (crds) => {
    const asked = crds.map((crd) => {
        const { plural, singular, shortNames } = readNames((0,json/* readAt */.m6)(crd, 'spec', 'names') ?? {});
        return {
            name: (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'metadata', 'name')),
            group: (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'spec', 'group')),
            names: [...new Set([plural, singular, ...shortNames])]
        };
    });
    return asked.flatMap(({ name, group, names }, i) => asked
        .slice(0, i)
        .filter((other) => other.group === group && other.name !== name)
        .flatMap((other) => {
        const both = names.filter((each) => other.names.includes(each));
        return both.length === 0
            ? []
            : [{ name, says: `${both.join(', ')} is asked for by ${other.name} too: the API server accepts one of them` }];
    }));
};
const compareConversions = (before, after) => {
    const strategy = (crd) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'spec', 'conversion', 'strategy')) || 'None';
    const [was, is] = [strategy(before), strategy(after)];
    if (was !== is)
        return is === 'Webhook'
            ? [makeTold('conversion', 'a webhook converts now: it has to run wherever the definition is installed')]
            : [
                (countServed(after) > 1 ? makeBreaking : makeTold)('conversion', 'the webhook converts no more: fields that versions do not share are dropped')
            ];
    if (is !== 'Webhook')
        return [];
    const [old, now] = [before, after].map((crd) => (0,json/* readAt */.m6)(crd, 'spec', 'conversion', 'webhook') ?? {});
    const reviews = listMissing(listTexts((0,json/* readAt */.m6)(old, 'conversionReviewVersions')), listTexts((0,json/* readAt */.m6)(now, 'conversionReviewVersions')));
    const reads = listTexts((0,json/* readAt */.m6)(now, 'conversionReviewVersions')).some((each) => each === 'v1' || each === 'v1beta1');
    const client = (webhook) => {
        const { caBundle: _, ...rest } = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(webhook, 'clientConfig'));
        return rest;
    };
    return [
        ...reviews.map((each) => (reads ? makeTold : makeBreaking)('conversion', `the webhook takes reviews of ${each} no more`)),
        ...((0,json/* isSame */.Ft)(client(old), client(now))
            ? []
            : [
                makeTold('conversion', `the webhook's address ${JSON.stringify(client(old))} became ${JSON.stringify(client(now))}`)
            ])
    ];
};
const countServed = (crd) => (0,json/* readObjectsAt */.s0)(crd, 'spec', 'versions').filter(({ served }) => served === true).length;
const APPROVED = 'api-approved.kubernetes.io';
const isProtected = (group) => /(^|\.)(k8s|kubernetes)\.io$/.test(group);
const OBEYED = {
    'cert-manager.io/inject-ca-from': 'cert-manager puts no certificate into its conversion',
    'cert-manager.io/inject-ca-from-secret': 'cert-manager puts no certificate into its conversion',
    'helm.sh/resource-policy': 'helm deletes it, with all objects, where a release leaves it out'
};
const compareMetadata = (before, after) => {
    const [old, now] = [before, after].map((crd) => (0,json/* readFields */.qU)((0,json/* readAt */.m6)(crd, 'metadata', 'annotations')));
    const [labels, newLabels] = [before, after].map((crd) => (0,json/* readAt */.m6)(crd, 'metadata', 'labels') ?? {});
    const inWebhook = (0,json/* readAt */.m6)(after, 'spec', 'conversion', 'strategy') === 'Webhook' &&
        (0,json/* readAt */.m6)(after, 'spec', 'conversion', 'webhook', 'clientConfig', 'caBundle') === undefined;
    const changed = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].filter((key) => old?.[key] !== now?.[key]);
    const dropped = changed.filter((key) => now?.[key] === undefined);
    return [
        ...changed.flatMap((key) => {
            const where = `annotation ${key}`;
            if (key === APPROVED && isProtected((0,json/* readText */.yR)((0,json/* readAt */.m6)(after, 'spec', 'group'))))
                return dropped.includes(key)
                    ? [makeBreaking(where, 'is gone: the API server refuses a new definition of this group without it')]
                    : [makeTold(where, `became ${(0,json/* readText */.yR)(now?.[key])}`)];
            const consequence = OBEYED[key];
            if (dropped.includes(key) && consequence !== undefined) {
                const breaks = key.startsWith('cert-manager') && inWebhook;
                return [(breaks ? makeBreaking : makeTold)(where, `is gone: ${consequence}`)];
            }
            return dropped.includes(key) ? [makeTold(where, 'is gone')] : [makeTold(where, `is ${(0,json/* readText */.yR)(now?.[key])} now`)];
        }),
        ...((0,json/* isSame */.Ft)(labels ?? {}, newLabels ?? {}) ? [] : [makeTold('labels', `became ${JSON.stringify(newLabels)}`)])
    ];
};
const comparePreferred = (before, after) => {
    const first = (crd) => (0,json/* readObjectsAt */.s0)(crd, 'spec', 'versions')
        .filter(({ served }) => served === true)
        .map(({ name }) => (0,json/* readText */.yR)(name))
        .reduce((best, name) => (best === '' || isBefore(name, best) ? name : best), '');
    const [was, is] = [first(before), first(after)];
    return was === is ? [] : [makeTold('versions', `kubectl get answers in ${is || 'none'} where it did in ${was}`)];
};
const compareVersionPromises = (before, after) => [
    ...compareStatus(before, after),
    ...compareScale((0,json/* readAt */.m6)(before, 'subresources', 'scale'), (0,json/* readAt */.m6)(after, 'subresources', 'scale')),
    ...compareColumns(before, after),
    ...compareSelectable(before, after),
    ...compareDeprecation(before, after)
];
const compareStatus = (before, after) => {
    const [was, is] = [before, after].map((version) => (0,json/* readAt */.m6)(version, 'subresources', 'status') !== undefined);
    if (was === is)
        return [];
    return [
        is
            ? makeBreaking('status', 'became a subresource: what clients write of it with the object is dropped')
            : makeBreaking('status', 'is no subresource any more: /status is gone')
    ];
};
const compareScale = (old, now) => {
    if (old === undefined || now === undefined) {
        if (old === undefined && now === undefined)
            return [];
        return [
            old === undefined
                ? makeTold('scale', 'is a subresource now')
                : makeBreaking('scale', 'is no subresource any more: kubectl scale and autoscalers find nothing')
        ];
    }
    const path = (scale, key) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(scale, key));
    const differs = (key) => path(old, key) !== path(now, key);
    const says = (key) => `${key} ${path(old, key) || 'none'} became ${path(now, key) || 'none'}`;
    return [
        ...(differs('specReplicasPath')
            ? [makeBreaking('scale', `${says('specReplicasPath')}: kubectl scale writes another field`)]
            : []),
        ...(differs('statusReplicasPath') ? [makeTold('scale', says('statusReplicasPath'))] : []),
        ...(differs('labelSelectorPath')
            ? [
                path(now, 'labelSelectorPath') === ''
                    ? makeBreaking('scale', `${says('labelSelectorPath')}: HorizontalPodAutoscalers need it`)
                    : makeTold('scale', says('labelSelectorPath'))
            ]
            : [])
    ];
};
const compareColumns = (before, after) => {
    const columns = (version) => (0,json/* readObjectsAt */.s0)(version, 'additionalPrinterColumns');
    const [old, now] = [columns(before), columns(after)];
    const name = (column) => (0,json/* readText */.yR)(column['name']);
    const [were, are] = [old.map(name), now.map(name)];
    const where = 'additionalPrinterColumns';
    const changed = old.filter((column) => {
        const own = now.find((each) => name(each) === name(column));
        const rules = ({ description: _, ...rest }) => (0,json/* canonicalize */.dw)(rest);
        return own !== undefined && rules(own) !== rules(column);
    });
    const kept = (list, other) => list.filter((each) => other.includes(each)).join();
    return [
        ...listMissing(were, are).map((each) => makeTold(where, `${each} is gone from tables`)),
        ...listMissing(are, were).map((each) => makeTold(where, `${each} is new in tables`)),
        ...changed.map((column) => makeTold(where, `${name(column)} shows something else`)),
        ...(kept(were, are) === kept(are, were) ? [] : [makeTold(where, 'stand in another order')])
    ];
};
const compareSelectable = (before, after) => {
    const paths = (version) => (0,json/* readObjectsAt */.s0)(version, 'selectableFields').map(({ jsonPath }) => (0,json/* readText */.yR)(jsonPath));
    const [old, now] = [paths(before), paths(after)];
    return [
        ...listMissing(old, now).map((path) => makeBreaking('selectableFields', `${path} is gone: the API server refuses --field-selector ${path.slice(1)}=…`)),
        ...listMissing(now, old).map((path) => makeTold('selectableFields', `${path} is new`))
    ];
};
const compareDeprecation = (before, after) => {
    const [was, is] = [before, after].map((version) => (0,json/* readAt */.m6)(version, 'deprecated') === true);
    const [old, now] = [before, after].map((version) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(version, 'deprecationWarning')));
    if (was !== is)
        return [
            makeTold('deprecated', is ? `clients are warned now${now ? `: ${now}` : ''}` : 'clients are warned no more')
        ];
    return is && old !== now ? [makeTold('deprecationWarning', `became ${now || 'the default'}`)] : [];
};

;// CONCATENATED MODULE: ./src/crds/diff-rules.ts


const takesUnknown = (rules) => rules['x-kubernetes-preserve-unknown-fields'] === true ||
    ![undefined, false].includes(rules['additionalProperties']);
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
const compareLimits = (old, now, where) => [
    ...[...LOWER, ...UPPER].flatMap((name) => {
        const [was, is] = [old[name], now[name]];
        if (was === is)
            return [];
        const loose = LOWER.includes(name) ? -Infinity : Infinity;
        const [from, to] = [was, is].map((value) => (typeof value === 'number' ? value : loose));
        const tighter = LOWER.includes(name) ? to > from : to < from;
        return [
            (tighter ? makeBreaking : makeTold)(where, `${name} ${was === undefined ? 'none' : (0,json/* readText */.yR)(was)} became ${is === undefined ? 'none' : (0,json/* readText */.yR)(is)}`)
        ];
    }),
    ...['exclusiveMinimum', 'exclusiveMaximum'].flatMap((name) => {
        const [was, is] = [old[name] === true, now[name] === true];
        if (was === is)
            return [];
        return [
            is
                ? makeBreaking(where, `${name}: does not take its limit any more`)
                : makeTold(where, `${name} is gone: takes its limit too`)
        ];
    }),
    ...compareSteps(old['multipleOf'], now['multipleOf'], where)
];
const compareSteps = (old, now, where) => {
    if (old === now)
        return [];
    const says = `multipleOf ${(0,json/* readText */.yR)(old) || 'none'} became ${(0,json/* readText */.yR)(now) || 'none'}`;
    const finer = now === undefined || (old !== undefined && Number.isInteger(Number(old) / Number(now)));
    return [(finer ? makeTold : makeBreaking)(where, says)];
};
const MERGED = {
    'x-kubernetes-list-type': 'atomic',
    'x-kubernetes-map-type': 'granular',
    'x-kubernetes-list-map-keys': []
};
const compareOthers = (old, now, where) => {
    const differs = (name) => (0,json/* canonicalize */.dw)(old[name] ?? null) !== (0,json/* canonicalize */.dw)(now[name] ?? null);
    const show = (value) => (value === undefined ? 'none' : JSON.stringify(value));
    const merged = (rules, name) => {
        const value = rules[name] ?? MERGED[name] ?? null;
        return (0,json/* canonicalize */.dw)(Array.isArray(value) ? value.map(json/* readText */.yR).sort() : value);
    };
    return [
        ...(differs('default')
            ? [
                (old['default'] === undefined ? makeTold : makeBreaking)(where, `default ${show(old['default'])} became ${show(now['default'])}`)
            ]
            : []),
        ...(takesUnknown(old) && !takesUnknown(now)
            ? [makeBreaking(where, 'is closed: what it does not describe is pruned')]
            : []),
        ...(!takesUnknown(old) && takesUnknown(now) ? [makeTold(where, 'is open: what it does not describe is kept')] : []),
        ...(old['nullable'] === true && now['nullable'] !== true ? [makeBreaking(where, 'may not be null any more')] : []),
        ...(old['nullable'] !== true && now['nullable'] === true ? [makeTold(where, 'may be null now')] : []),
        ...(differs('x-kubernetes-embedded-resource')
            ? [
                now['x-kubernetes-embedded-resource'] === true
                    ? makeBreaking(where, 'is a whole object now: apiVersion, kind and metadata are demanded')
                    : makeTold(where, 'is no whole object any more')
            ]
            : []),
        ...Object.keys(MERGED)
            .filter((name) => merged(old, name) !== merged(now, name))
            .map((name) => makeBreaking(where, `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`)),
        ...compareCel(old['x-kubernetes-validations'], now['x-kubernetes-validations'], where),
        ...['pattern', 'format', 'oneOf', 'anyOf', 'allOf', 'not']
            .filter(differs)
            .map((name) => makeTold(where, `${name} ${describeShort(old[name])} became ${describeShort(now[name])}`))
    ];
};
const describeShort = (value) => {
    const text = value === undefined ? 'none' : JSON.stringify(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
const compareCel = (old, now, where) => {
    const rules = (list) => (0,json/* readItems */.F1)(list).map((each) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(each, 'rule')));
    const [were, are] = [rules(old), rules(now)];
    return [
        ...are.filter((rule) => !were.includes(rule)).map((rule) => makeTold(where, `has a new rule: ${rule}`)),
        ...were.filter((rule) => !are.includes(rule)).map((rule) => makeTold(where, `has no more the rule: ${rule}`))
    ];
};

// EXTERNAL MODULE: ./src/crds/source.ts + 1 modules
var source = __webpack_require__(72174);
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
        const served = version.served === after.served ? [] : [makeTold(version.name, 'the version is served now')];
        const changes = compareVersionRules(version, after);
        return [...served, ...(version.served ? changes : changes.map((change) => ({ ...change, breaks: false })))];
    });
    const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name));
    const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none');
    return [
        ...named,
        ...versions,
        ...added.map(({ name }) => makeTold(name, 'a new version')),
        ...(stores === stored ? [] : [makeTold('storage', `${stored} became ${stores}`)]),
        ...comparePromises(before, after)
    ];
};
const compareVersionRules = (old, now) => [...compareVersionPromises(old.whole, now.whole), ...compareSchemas(old.schema, now.schema, '')].map((change) => ({
    ...change,
    where: `${old.name}: ${change.where}`
}));
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
    const [demanded, demands] = [old, now].map((rules) => (0,json/* readItems */.F1)(rules['required']).map(json/* readText */.yR));
    const required = (demands ?? []).filter((name) => !demanded?.includes(name));
    const dropped = (demanded ?? []).filter((name) => !demands?.includes(name) && newFields[name] !== undefined);
    const join = (name) => (path ? `${path}.${name}` : name);
    return [
        ...here,
        ...required
            .map((name) => isDefaulted(newFields[name])
            ? makeTold(join(name), 'is required now, and has a default')
            : makeBreaking(join(name), 'is required now')),
        ...dropped.map((name) => makeTold(join(name), 'is not required any more: clients of N-1 may meet objects without it')),
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
const isDefaulted = (schema) => (0,json/* readFields */.qU)(schema)['default'] !== undefined;

;// CONCATENATED MODULE: ./src/suites/crd/by-hand.ts
const pathOf = ({ from }) => from.replace(/:\d+$/, '');
const quote = (text) => (/^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
const formatInstall = (tag, crd, which) => which === 'N'
    ? `kubectl apply --server-side --force-conflicts -f ${quote(pathOf(crd))}`
    : `git show ${quote(`${tag}:./${pathOf(crd)}`)} | kubectl apply --server-side --force-conflicts -f -`;
const formatDiff = (tag, before, after) => pathOf(before) === pathOf(after)
    ? `git diff ${quote(tag)} -- ${quote(pathOf(after))}`
    : `git diff ${quote(`${tag}:./${pathOf(before)}`)} ${quote(pathOf(after))}`;
const formatCreate = (object) => `echo ${`'${JSON.stringify(object).replaceAll("'", `'\\''`)}'`} | kubectl create -f -`;
const MOMENT = 'sleep 2';
const formatStart = ({ tag, before }, objects, last) => [
    formatInstall(tag, before, 'N-1'),
    `kubectl wait --for=condition=Established crd/${before.name}`,
    MOMENT,
    ...objects.map(formatCreate),
    ...(last === undefined ? [] : [last])
].join(' && ');
const formatStory = (story, objects, last) => [formatStart(story, objects), formatInstall(story.tag, story.after, 'N'), MOMENT, ...(last ? [last] : [])].join(' && ');

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
const explainMigration = (name, stored, successor = 'SUCCESSOR') => [
    `1. Keep ${stored} in spec.versions, with served: false if nobody asks for it, and storage: true on its successor.`,
    `2. Write every object again: kubectl get ${name} --all-namespaces -o json | kubectl replace -f -`,
    `3. Say that none is left: kubectl patch crd ${name} --subresource=status --type=merge -p '{"status":{"storedVersions":["${successor}"]}}'`,
    `4. Take ${stored} out in a later release: until then the way back is open.`
].join('\n');

// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
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
    const accepted = await awaitNames(api, crd, withinMs, signal);
    if (!accepted.ok)
        return { ...accepted, created: reply.status === 201 };
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
const tryCrd = async (api, crd, signal) => {
    const name = (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'metadata', 'name'));
    const query = { dryRun: 'All' };
    const reply = await api.call('PATCH', `${crds_api/* CRDS */.Jg}/${name}`, { body: crd, patch: 'apply', query, signal });
    return reply.status >= 300 ? { ok: false, seen: describeCrdRefusal(name, reply) } : undefined;
};
const awaitNames = async (api, crd, withinMs, signal) => {
    const name = (0,json/* readText */.yR)((0,json/* readAt */.m6)(crd, 'metadata', 'name'));
    const wanted = (reply) => ['plural', 'singular', 'kind', 'listKind', 'shortNames', 'categories'].every((key) => (0,json/* isSame */.Ft)((0,json/* readAt */.m6)(reply.body, 'spec', 'names', key) ?? null, (0,json/* readAt */.m6)(reply.body, 'status', 'acceptedNames', key) ?? null));
    const refusal = (reply) => (0,json/* readObjectsAt */.s0)(reply.body, 'status', 'conditions').find(({ type, status }) => type === 'NamesAccepted' && status === 'False');
    const { value, done } = await (0,wait/* waitForState */.o)(api, {
        read: () => api.call('GET', `${crds_api/* CRDS */.Jg}/${name}`, { signal }),
        done: (reply) => wanted(reply) || refusal(reply) !== undefined,
        withinMs
    }, signal);
    if (done && wanted(value))
        return { ok: true, seen: '' };
    const found = refusal(value);
    return {
        ok: false,
        seen: found
            ? `the API server does not accept its names: NamesAccepted=False, ${(0,json/* readText */.yR)(found['reason'])}: ${(0,json/* readText */.yR)(found['message'])}`
            : `the API server has not accepted its names within ${withinMs / 1000} s`
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

;// CONCATENATED MODULE: ./src/crds/remedies.ts
const REMEDIES = [
    [/^the version is gone/, 'Keep it in spec.versions and serve it beside the new one; deprecate it first.'],
    [/^the version is no longer served/, 'Keep serving it beside the new one; deprecate it first.'],
    [/is gone: its values are pruned/, 'Keep the field and serve it, or add v2 beside v1 without it.'],
    [/is closed: /, 'Keep x-kubernetes-preserve-unknown-fields, or describe every field that objects have.'],
    [/is required now/, 'Leave it optional or give it a default.'],
    [/^default /, 'Keep the default; another one belongs to a new version, v2 beside v1.'],
    [/is no subresource any more/, 'Keep the subresource.'],
    [
        /any more|takes only|^(min|max)[A-Z]\w* |^(minimum|maximum) |^multipleOf/,
        'Keep taking what N-1 took, or add v2 beside v1.'
    ],
    [/server-side apply merges it otherwise/, 'Keep the list or map type; another one belongs to v2 beside v1.'],
    [/became a subresource/, 'Add the subresource with a new version, v2 beside v1.'],
    [/Path .* became /, 'Keep the path of the subresource and the field that it names.'],
    [/NamesAccepted=False|accepts one of them/, 'Take another short name, or none.'],
    [/finds nothing/, 'Keep the name; the new one can stand beside it as a short name.'],
    [/typed clients/, 'Keep the kind of lists.'],
    [/refuses --field-selector/, 'Keep the selectable field.'],
    [/refuses a new definition/, 'Keep the annotation.'],
    [/puts no certificate/, 'Keep the annotation, or set spec.conversion.webhook.clientConfig.caBundle.'],
    [/converts no more/, 'Keep the webhook while more than one version is served.'],
    [/takes reviews of/, 'Keep v1 among conversionReviewVersions.'],
    [/refuses of v1/, 'Use x-kubernetes-preserve-unknown-fields in the schema.'],
    [/is a whole object now/, 'Add a field of that form beside it.'],
    [
        / became /,
        'Keep it and add v2 beside v1; group, scope, kind and plural need a definition of their own beside this one.'
    ]
];
const findRemedy = ({ says }) => REMEDIES.find(([fits]) => fits.test(says))?.[1];

;// CONCATENATED MODULE: ./src/suites/crd/causes.ts

const splitWhere = (where) => {
    const at = where.indexOf(': ');
    return at < 0 ? ['', where] : [where.slice(0, at), where.slice(at + 2)];
};
const listCauses = (changes) => {
    const breaking = changes.filter(({ breaks }) => breaks);
    const whats = [...new Set(breaking.map(({ where }) => splitWhere(where)[1]))];
    return whats.map((what) => {
        const own = breaking.filter(({ where }) => splitWhere(where)[1] === what);
        return { what, changes: own, versions: [...new Set(own.map(({ where }) => splitWhere(where)[0]))].filter(Boolean) };
    });
};
const explains = (what, fault) => {
    if (what === 'the root')
        return true;
    const inside = what.split('*').map((part) => part.replace(/[.[\]\\^$+?(){}|]/g, '\\$&'));
    return new RegExp(`^${inside.join('[^.]+')}($|[.[])`).test(fault.replace(/\[\d+\]/g, '[]'));
};
const joinByCause = ({ checks, faultsOf }, { changes, before, after }, diff) => {
    const causes = listCauses(changes);
    const explained = (check) => {
        const faults = faultsOf(check);
        const found = faults.map((fault) => causes.filter(({ what }) => explains(what, fault)));
        return check.outcome === 'passed' || faults.length === 0 || found.some((each) => each.length === 0)
            ? []
            : [...new Set(found.flat())];
    };
    const below = new Map(checks.map((check) => [check, explained(check)]));
    const symptomsOf = (cause) => checks.filter((check) => below.get(check)?.includes(cause));
    const failures = causes.map((cause) => {
        const [first] = cause.changes;
        const [version = '', field = ''] = splitWhere(first?.where ?? '');
        const loss = symptomsOf(cause).find((check) => check.loss)?.loss;
        return {
            claim: nameCause(before.name, cause),
            outcome: 'failed',
            seen: [describeCause(cause), ...listSymptoms(symptomsOf(cause))].join('\n'),
            repeat: symptomsOf(cause).find(({ repeat }) => repeat?.includes('kubectl create'))?.repeat ?? diff,
            at: after.placeOf(version || field, version ? field : ''),
            ...(loss && { loss })
        };
    });
    const rest = checks.filter((check) => below.get(check)?.length === 0);
    return [...failures, ...joinLikeFaults(rest, faultsOf, changes)];
};
const nameCause = (name, { what }) => `${name} of N keeps ${what} for clients of N-1`;
const describeCause = ({ versions, changes }) => {
    const says = [...new Set(changes.map(({ says }) => says))];
    const remedies = [...new Set(changes.flatMap((change) => findRemedy(change) ?? []))];
    return `${says.join('; ')}${versions.length ? ` (in ${versions.join(', ')})` : ''}. ${remedies.join(' ')}`;
};
const listSymptoms = (checks) => checks.length === 0 ? [] : ['On the live server:', ...checks.map(({ claim, seen }) => `- not so: ${claim}: ${seen}`)];
const joinLikeFaults = (checks, faultsOf, changes) => {
    const heads = [];
    const followers = new Map();
    for (const check of [...checks.filter(({ loss }) => loss), ...checks.filter(({ loss }) => !loss)]) {
        const faults = check.outcome === 'failed' ? faultsOf(check) : [];
        const head = heads.find((one) => faults.length > 0 && faults.every((fault) => faultsOf(one).includes(fault)));
        if (head)
            followers.set(head, [...(followers.get(head) ?? []), check]);
        else if (faults.length > 0)
            heads.push(check);
    }
    const following = [...followers.values()].flat();
    return checks
        .filter((check) => !following.includes(check))
        .map((check) => {
        if (!heads.includes(check))
            return check;
        const told = changes.filter(({ where }) => faultsOf(check).some((fault) => explains(splitWhere(where)[1], fault)));
        const words = [...new Set(told.map(({ where, says }) => `${splitWhere(where)[1]} ${says}`))];
        const storage = check.loss && changes.find(({ where }) => where === 'storage');
        return {
            ...check,
            seen: [
                check.seen,
                ...(words.length ? [`What changed there: ${words.join('; ')}`] : []),
                ...(storage
                    ? [`storage ${storage.says}. Describe the fields in the version that is stored, or keep storing the other.`]
                    : []),
                ...listSymptoms(followers.get(check) ?? [])
            ].join('\n')
        };
    });
};

;// CONCATENATED MODULE: ./src/crds/names.ts

const QUOTED = `(?:'([^']*)'|"([^"]*)")`;
const NAME = String.raw `self\.metadata\.name`;
const readNameRules = (schema) => {
    const own = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(schema, 'properties', 'metadata', 'properties', 'name'));
    const rules = (0,json/* readObjectsAt */.s0)(schema, 'x-kubernetes-validations').map(({ rule }) => (0,json/* readText */.yR)(rule));
    const find = (form) => rules.flatMap((rule) => [...rule.matchAll(new RegExp(form, 'g'))].map(([, a, b]) => a ?? b ?? ''));
    const listed = rules.flatMap((rule) => {
        const list = new RegExp(`${NAME}\\s+in\\s+\\[([^\\]]*)\\]`).exec(rule)?.[1];
        return list === undefined ? [] : [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([, a, b]) => a ?? b ?? '');
    });
    const most = [
        ...find(`${NAME}\\.size\\(\\)\\s*<=\\s*(\\d+)`),
        ...find(`size\\(${NAME}\\)\\s*<=\\s*(\\d+)`),
        ...find(`${NAME}\\.size\\(\\)\\s*<\\s*(\\d+)`).map((each) => Number(each) - 1),
        ...find(`size\\(${NAME}\\)\\s*<\\s*(\\d+)`).map((each) => Number(each) - 1)
    ].map(Number);
    return {
        fixed: [
            ...find(`${NAME}\\s*==\\s*${QUOTED}`),
            ...find(`${QUOTED}\\s*==\\s*${NAME}`),
            ...listed,
            ...(0,json/* readItems */.F1)(own['enum']).map(json/* readText */.yR)
        ],
        mostCharacters: Math.min(253, ...most, ...(typeof own['maxLength'] === 'number' ? [own['maxLength']] : [])),
        patterns: [...find(`${NAME}\\.matches\\(${QUOTED}\\)`), (0,json/* readText */.yR)(own['pattern'])].filter(Boolean),
        start: find(`${NAME}\\.startsWith\\(${QUOTED}\\)`)[0] ?? '',
        end: find(`${NAME}\\.endsWith\\(${QUOTED}\\)`)[0] ?? ''
    };
};
const makeName = (rules, wanted) => {
    const short = hashText(wanted).toString(36);
    const letters = [...short].map((each) => String.fromCharCode(97 + (parseInt(each, 36) % 26))).join('');
    const fits = (name) => name.length <= rules.mostCharacters && rules.patterns.every((pattern) => matches(name, pattern));
    return ([wanted, `${wanted.slice(0, 1)}${short}`, letters].map((body) => `${rules.start}${body}${rules.end}`).find(fits) ??
        wanted);
};
const hashText = (text) => [...text].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 1_679_609, 7);
const matches = (name, pattern) => {
    try {
        return new RegExp(pattern, 'u').test(name);
    }
    catch {
        return true;
    }
};

// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
// EXTERNAL MODULE: ./src/crds/validate.ts
var validate = __webpack_require__(55360);
;// CONCATENATED MODULE: ./src/suites/crd/mend.ts



const listFaults = (reply) => [
    ...new Set(listRefusedFields(reply).map((path) => path.replace(/\[[^\]]*\]/g, '[]').replace('<nil>', 'the root')))
];
const orUnknown = (faults) => (faults.length ? faults : ['?']);
const listRefusedFields = (reply) => {
    const causes = (0,json/* readObjectsAt */.s0)(reply.body, 'details', 'causes').map((cause) => (0,json/* readText */.yR)(cause['field']));
    return causes.length > 0
        ? causes
        : [...(0,evidence/* readReplyMessage */.Mk)(reply).matchAll(/unknown field "([^"]+)"/g)].map(([, path = '']) => path);
};
function mendBody(body, schema, reply) {
    if (reply.status !== 422 && reply.status !== 400)
        return undefined;
    for (const path of listRefusedFields(reply).map(splitFieldPath)) {
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

;// CONCATENATED MODULE: ./src/crds/example-strings.ts


const FORMATS = {
    'date-time': ['2024-05-06T07:08:09Z', '2025-06-07T08:09:10Z'],
    date: ['2024-05-06', '2025-06-07'],
    duration: ['90s', '1h'],
    byte: ['c2xpcHdheQ==', 'YnVpbGQ='],
    uri: ['https://example.com/path', 'https://example.org/'],
    hostname: ['example.com', 'example.org'],
    email: ['someone@example.com', 'other@example.com'],
    ipv4: ['192.0.2.1', '192.0.2.2'],
    ip: ['192.0.2.1', '192.0.2.2'],
    ipv6: ['2001:db8::1', '2001:db8::2'],
    cidr: ['192.0.2.0/24', '198.51.100.0/24'],
    uuid: ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', '6ba7b811-9dad-41d1-80b4-00c04fd430c8'],
    uuid4: ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', '7ba7b810-9dad-41d1-80b4-00c04fd430c8'],
    mac: ['00:00:5e:00:53:01', '00:00:5e:00:53:02']
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
function makeExampleString(rules, { end, choice }) {
    const least = Number(rules['minLength'] ?? 0);
    const most = Number(rules['maxLength'] ?? Infinity);
    const wanted = end === 'low' ? least : end === 'high' && most <= 1024 ? most : undefined;
    const sized = wanted === undefined ? [] : ['x'.repeat(wanted), '1'.repeat(wanted)];
    const [usual, other] = FORMATS[(0,json/* readText */.yR)(rules['format'])] ?? [];
    const candidates = [
        ...(usual === undefined ? sized : [usual, other ?? usual]),
        ...WORDS,
        'example'.repeat(Math.ceil(least / 7)).slice(0, Math.max(least, 1))
    ];
    const fits = candidates.filter((each) => each !== rules['default'] && (0,validate/* findMisfits */.Lt)(each, rules).length === 0);
    const second = fits[1] === '' ? fits[0] : fits[1];
    return choice % 2 === 1 && (usual !== undefined || sized.length === 0) ? (second ?? fits[0]) : fits[0];
}

;// CONCATENATED MODULE: ./src/crds/unions.ts

const listUnions = (rules) => [rules, ...(0,json/* readObjectsAt */.s0)(rules['allOf'] === undefined ? {} : { list: rules['allOf'] }, 'list')].flatMap((each) => ['oneOf', 'anyOf'].flatMap((key) => {
    const branches = (0,json/* readItems */.F1)(each[key]).map(json/* readFields */.qU);
    return branches.length > 0 &&
        branches.every((branch) => (0,json/* readItems */.F1)(branch['required']).length > 0 || 'properties' in branch || 'not' in branch)
        ? [{ branches, one: key === 'oneOf' }]
        : [];
}));
const listRequired = (rules) => (0,json/* readItems */.F1)(rules['required']).map(json/* readText */.yR);
const chooseMembers = (rules, choice) => {
    const own = (0,json/* readFields */.qU)(rules['properties']);
    const chosen = listUnions(rules).map(({ branches, one }) => {
        const branch = branches[choice % branches.length] ?? {};
        const others = one ? branches.filter((each) => each !== branch).flatMap(listRequired) : [];
        const refused = listRequired((0,json/* readFields */.qU)(branch['not']));
        return {
            required: listRequired(branch),
            refused: [...refused, ...others.filter((name) => !listRequired(branch).includes(name))],
            properties: (0,json/* readFields */.qU)(branch['properties'])
        };
    });
    const required = [...new Set([...listRequired(rules), ...chosen.flatMap(({ required }) => required)])];
    const refused = chosen.flatMap(({ refused }) => refused);
    const optional = Object.keys(own).filter((name) => !required.includes(name) && !refused.includes(name));
    const most = Number(rules['maxProperties'] ?? Infinity);
    const free = Math.max(0, most - required.length);
    const start = optional.length > free || isLeastUnion(rules)
        ? (choice * Math.max(1, Math.min(free, optional.length))) % Math.max(1, optional.length)
        : 0;
    const properties = chosen.reduce((all, { properties }) => Object.fromEntries(Object.entries(all).map(([name, schema]) => [
        name,
        properties[name] === undefined ? schema : { ...(0,json/* readFields */.qU)(schema), ...(0,json/* readFields */.qU)(properties[name]) }
    ])), own);
    return { required, optional: [...optional.slice(start), ...optional.slice(0, start)], properties, most };
};
const isLeastUnion = (rules) => Number(rules['minProperties'] ?? 0) > 0;
const countMembers = (rules) => {
    const branches = listUnions(rules).map(({ branches }) => branches.length);
    const fields = Object.keys((0,json/* readFields */.qU)(rules['properties'])).length;
    const free = Number(rules['maxProperties'] ?? Infinity) - listRequired(rules).length;
    return Math.max(0, ...branches, fields > free && free > 0 ? Math.ceil((fields - listRequired(rules).length) / free) : 0);
};

;// CONCATENATED MODULE: ./src/crds/examples.ts




const NODES = 4000;
const CHOICES = 12;
const MEMBERS = 48;
const makeExamples = (schema) => {
    const styles = [
        ['full', { optional: true, choice: 0, end: 'usual' }],
        ['least', { optional: false, choice: 0, end: 'usual' }],
        ['low', { optional: true, choice: 0, end: 'low' }],
        ['high', { optional: true, choice: 1, end: 'high' }],
        ...Array.from({ length: Math.max(Math.min(measureLongestEnum(schema), CHOICES), measureUnion(schema)) }, (_, i) => i)
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
const measureUnion = (schema) => {
    const rules = (0,json/* readFields */.qU)(schema);
    const parts = [...Object.values((0,json/* readFields */.qU)(rules['properties'])), rules['items'], rules['additionalProperties']];
    return Math.max(Math.min(countMembers(rules), MEMBERS), ...parts.map((part) => (part === undefined ? 0 : measureUnion(part))));
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
    const { required, optional, properties, most } = chooseMembers(rules, style.choice);
    const least = Number(rules['minProperties'] ?? 0);
    const within = {};
    for (const name of required) {
        const made = makeValue(properties[name] ?? {}, style, nodes);
        if (made === undefined)
            return undefined;
        within[name] = made;
    }
    for (const name of optional) {
        const size = Object.keys(within).length;
        const takes = size < most && (size < least || (style.optional && nodes.left > 0));
        const made = takes ? makeValue(properties[name] ?? {}, style, nodes) : undefined;
        if (made !== undefined)
            within[name] = made;
    }
    const others = rules['additionalProperties'];
    const wanted = Math.max(style.optional ? 1 : 0, least - Object.keys(within).length);
    for (let i = 0; i < wanted && Object.keys(within).length < most; i++) {
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

;// CONCATENATED MODULE: ./src/suites/crd/objects.ts






const formatCollectionPath = ({ namespace, definition: { group, plural, namespaced } }, version) => `/apis/${group}/${version}/${namespaced ? `namespaces/${namespace}/` : ''}${plural}`;
const makeObjects = async (shelf, version, samples, label) => {
    const rules = readNameRules(version.schema);
    const drafts = [...readSamples(shelf, version, samples), ...makeExamples(version.schema)];
    if (rules.fixed.length > 0)
        return await makeNamedObjects(shelf, version, drafts, rules.fixed);
    const made = await Promise.all(drafts.map(async (draft) => {
        const name = (twin) => makeName(rules, `${label}-${version.name}-${draft.name}-${twin}`);
        const kept = await createObject(shelf, version, draft, name('kept'));
        if ('refused' in kept) {
            const own = draft.sample && (await createObject(shelf, version, draft, draft.sample.name));
            return own && !('refused' in own)
                ? [{ ...own, touched: true, named: true }]
                : [`${draft.sample?.from ?? draft.name}: ${kept.refused}`];
        }
        const twin = await createObject(shelf, version, { ...draft, body: kept.body }, name('touched'));
        return 'refused' in twin ? [kept] : [kept, { ...twin, touched: true }];
    }));
    return {
        objects: made.flat().filter((each) => typeof each !== 'string'),
        refused: made.flat().filter((each) => typeof each === 'string'),
        taken: []
    };
};
const readSamples = ({ definition: { group, kind } }, version, samples) => samples
    .filter(({ object }) => (0,json/* readAt */.m6)(object, 'apiVersion') === `${group}/${version.name}` && (0,json/* readAt */.m6)(object, 'kind') === kind)
    .map(({ object, path, line }, i) => {
    const { apiVersion: _a, kind: _k, metadata, ...body } = (0,json/* readFields */.qU)(object);
    const { name, labels, annotations } = (0,json/* readFields */.qU)(metadata);
    return {
        name: `sample-${i + 1}`,
        body: body,
        meta: { labels, annotations },
        sample: { from: `${path}:${line}`, name: (0,json/* readText */.yR)(name) }
    };
});
const makeNamedObjects = async (shelf, version, drafts, names) => {
    const objects = [];
    const [refused, taken] = [[], []];
    for (const name of [...new Set(names)].slice(0, NAMES)) {
        const fitting = drafts.filter(({ sample }) => sample === undefined || sample.name === name);
        for (const draft of fitting) {
            const made = await createObject(shelf, version, draft, name);
            if (!('refused' in made))
                objects.push({ ...made, touched: true, named: true });
            else if (made.status === 409)
                taken.push(name);
            else
                refused.push(`${draft.sample?.from ?? draft.name}: ${made.refused}`);
            if (!('refused' in made) || made.status === 409)
                break;
        }
    }
    return { objects, refused, taken };
};
const NAMES = 5;
const TRIES = 40;
async function createObject(shelf, version, draft, name) {
    let body = draft.body;
    for (let tries = 1;; tries++) {
        const written = {
            apiVersion: `${shelf.definition.group}/${version.name}`,
            kind: shelf.definition.kind,
            ...body,
            metadata: { ...(0,json/* readFields */.qU)(draft.meta), name }
        };
        const reply = await postObject(shelf, version.name, written);
        if (reply.status === 201) {
            const status = await writeStatus(shelf, version, body, reply);
            const { status: _, ...rest } = body;
            const whole = version.status ? { ...rest, ...(status !== undefined && { status }) } : body;
            return {
                name,
                version: version.name,
                written: { ...(0,json/* readFields */.qU)(written), status: whole['status'] },
                touched: false,
                body: whole
            };
        }
        const next = draft.sample === undefined && tries < TRIES ? mendBody(body, version.schema, reply) : undefined;
        if (next === undefined)
            return { refused: (0,evidence/* describeReply */.CS)(reply), status: reply.status };
        body = next;
    }
}
const postObject = ({ api, signal, ...shelf }, version, body, query = {}) => api.call('POST', formatCollectionPath({ api, signal, ...shelf }, version), {
    body,
    query: { fieldValidation: 'Strict', ...query },
    signal
});
async function writeStatus(shelf, version, body, created) {
    let status = body['status'];
    for (let tries = 1; version.status && status !== undefined && tries < TRIES; tries++) {
        const reply = await putStatus(shelf, version.name, { ...(0,json/* readFields */.qU)(created.body), status });
        if (reply.status === 200)
            return status;
        status = mendBody({ ...body, status }, version.schema, reply)?.['status'];
    }
    return undefined;
}
const putStatus = (shelf, version, object, query = {}) => {
    const path = `${formatCollectionPath(shelf, version)}/${(0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'metadata', 'name'))}/status`;
    return shelf.api.call('PUT', path, { body: object, query, signal: shelf.signal });
};
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
async function checkSurvival({ check }, { shelf, objects, read }, versions, { step, storage, story, back }) {
    for (const { name: version } of versions) {
        const { kind, plural, group } = shelf.definition;
        const seen = await compareReadings(shelf, version, objects, (live) => read.get(formatReadingKey(live, version)) ?? null);
        const witness = seen.find(({ difference }) => difference?.lost.length)?.live ?? seen[0]?.live;
        const look = `kubectl get ${plural}.${version}.${group} -o yaml`;
        const last = back ? `${formatInstall(story.tag, story.before, 'N-1')} && ${look}` : look;
        await check(`${kind} ${version} objects of N-1, read ${step}, are as they were`, formatStory(story, witness ? [witness.written] : [], last), async () => {
            const joined = joinReadings(seen);
            const loss = describeLoss(joined.lost, kind, version, storage, step);
            return { ...joined, loss, at: loss && story.after.placeOf(version, joined.lost[0] ?? '') };
        });
    }
}
async function checkCreation({ check }, { shelf, objects, read }, versions, story) {
    for (const { name: version, schema } of versions) {
        const rules = readNameRules(schema);
        const own = objects.filter((live) => live.version === version && (!live.touched || live.named));
        const [first] = own;
        if (first === undefined)
            continue;
        const seen = await Promise.all(own.map(async (live) => {
            const name = live.named ? live.name : makeName(rules, `${live.name}-anew`);
            const metadata = { ...(0,json/* readFields */.qU)((0,json/* readFields */.qU)(live.written)['metadata']), name };
            const reply = await postObject(shelf, version, { ...(0,json/* readFields */.qU)(live.written), metadata }, { dryRun: 'All' });
            if (live.named && reply.status === 409)
                return { live, difference: (0,known_losses/* compareObjects */.Gq)(null, null) };
            if (reply.status !== 201)
                return { live, error: (0,evidence/* describeReply */.CS)(reply), faults: listFaults(reply) };
            return {
                live,
                difference: (0,known_losses/* compareObjects */.Gq)(dropNameAndStatus(read.get(formatReadingKey(live, version))), dropNameAndStatus(reply.body))
            };
        }));
        const witness = seen.find(({ error }) => error !== undefined)?.live ?? first;
        await check(`${shelf.definition.kind} ${version} manifests of N-1 are accepted by N and mean the same`, `${formatStory(story, [])} && ${formatCreate(witness.written)}`, async () => joinReadings(seen));
    }
}
const dropNameAndStatus = (object) => {
    const { status: _status, metadata: _metadata, ...rest } = (0,json/* readFields */.qU)(object);
    return rest;
};
const PATHS = 10;
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
    const say = (what, found) => [
        ...[...found]
            .slice(0, PATHS)
            .map(([path, names]) => `${what}: ${path} (in ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''})`),
        ...(found.size > PATHS ? [`${what}: ${found.size - PATHS} more`] : [])
    ];
    return {
        ok: lost.size + changed.size + errors.length === 0,
        seen: [
            `${seen.length} objects`,
            ...errors.slice(0, 3),
            ...say('lost', lost),
            ...say('changed', changed),
            ...say('added', added)
        ].join('; '),
        lost: [...lost.keys()],
        faults: [
            ...lost.keys(),
            ...changed.keys(),
            ...seen.flatMap(({ error, faults }) => (error === undefined ? [] : orUnknown(faults ?? [])))
        ]
    };
};

;// CONCATENATED MODULE: ./src/suites/crd/tried.ts
const chooseTried = (old, now) => {
    const webhook = old.webhook || now.webhook;
    const served = old.versions.filter(({ served }) => served);
    const versions = served.filter(({ storage }) => !webhook || storage);
    const [stored, stores] = [old, now].map(({ versions }) => versions.find(({ storage }) => storage)?.name);
    return {
        webhook,
        moves: webhook && stored !== stores,
        versions,
        leftOut: served.filter((version) => !versions.includes(version)).map(({ name }) => name)
    };
};
const describeLeftOut = ({ webhook, moves, versions, leftOut }) => webhook
    ? [
        'the conversion webhook does not run here, so nothing is claimed of what it converts',
        ...(leftOut.length ? [`left out: objects of ${leftOut.join(', ')}`] : []),
        ...(moves
            ? [
                `left out, as another version is stored now: new objects and updates of ${versions.map(({ name }) => name).join(', ') || 'all versions'}`
            ]
            : [])
    ]
    : [];

;// CONCATENATED MODULE: ./src/suites/crd/updates.ts






const findUpdates = async (shelf, objects, versions) => {
    const found = await Promise.all(versions.map(async (version) => {
        const own = objects.filter((live) => live.version === version.name && (!live.touched || live.named));
        const bodies = own.length > 1 ? own.map(({ written }) => written) : makeExamples(version.schema).map(({ body }) => body);
        const updates = own.flatMap((live, i) => {
            const to = bodies[(i + 1) % bodies.length] ?? null;
            const status = version.status && (0,json/* readAt */.m6)(to, 'status') !== undefined;
            return [{ live, to, status: false }, ...(status ? [{ live, to, status: true }] : [])];
        });
        const replies = await tryUpdates(shelf, version.name, updates);
        return replies.flatMap(({ update, reply }) => (reply?.status === 200 ? [update] : []));
    }));
    return found.flat();
};
const tryUpdates = async (shelf, version, updates) => {
    if (updates.length === 0)
        return [];
    const { objects } = await readObjects(shelf, version);
    return await Promise.all(updates.map(async (update) => {
        const now = objects.get(update.live.name);
        return { update, reply: now === undefined ? undefined : await putUpdate(shelf, version, now, update) };
    }));
};
const putUpdate = (shelf, version, now, { to, status, live }) => {
    const named = { apiVersion: `${shelf.definition.group}/${version}`, kind: shelf.definition.kind };
    const query = { dryRun: 'All', fieldValidation: 'Strict' };
    if (status)
        return putStatus(shelf, version, { ...(0,json/* readFields */.qU)(now), ...named, status: (0,json/* readAt */.m6)(to, 'status') }, query);
    const body = { ...(0,json/* readFields */.qU)(to), ...named, metadata: (0,json/* readAt */.m6)(now, 'metadata') };
    return shelf.api.call('PUT', `${formatCollectionPath(shelf, version)}/${live.name}`, {
        body,
        query,
        signal: shelf.signal
    });
};
const checkUpdates = async ({ check }, shelf, updates, versions, story) => {
    const { kind, plural, group } = shelf.definition;
    for (const { name: version } of versions) {
        const own = updates.filter(({ live }) => live.version === version);
        if (own.length === 0)
            continue;
        const replies = await tryUpdates(shelf, version, own);
        const refused = replies.filter(({ reply }) => reply !== undefined && reply.status !== 200);
        const [first = replies[0]] = refused;
        const { live, to, status } = first?.update ?? { live: undefined, to: null, status: false };
        const patch = JSON.stringify(status ? { status: (0,json/* readAt */.m6)(to, 'status') } : { spec: (0,json/* readAt */.m6)(to, 'spec') });
        await check(`${kind} ${version} updates that N-1 takes are taken by N`, formatStory(story, live ? [live.written] : [], `kubectl patch ${plural}.${version}.${group} ${live?.name ?? ''} --type=merge${status ? ' --subresource=status' : ''} -p '${patch.replaceAll("'", `'\\''`)}'`), async () => ({
            ok: refused.length === 0,
            seen: [
                `${own.length} updates, ${own.filter(({ status }) => status).length} of them of the status`,
                ...refused
                    .slice(0, 3)
                    .map(({ update, reply }) => `${update.live.name}${update.status ? ', its status' : ''}: ${reply ? (0,evidence/* describeReply */.CS)(reply) : ''}`)
            ].join('; '),
            faults: refused.flatMap(({ update, reply }) => update.status && reply?.status === 404 ? ['status'] : orUnknown(reply ? listFaults(reply) : []))
        }));
    }
};

;// CONCATENATED MODULE: ./src/crds/coverage.ts

const measureCoverage = (schema, values) => {
    const { apiVersion: _a, kind: _k, metadata: _m, ...properties } = (0,json/* readFields */.qU)((0,json/* readFields */.qU)(schema)['properties']);
    return measure({ ...(0,json/* readFields */.qU)(schema), properties }, values, '');
};
const measure = (schema, values, path) => {
    const rules = (0,json/* readFields */.qU)(schema);
    const parts = Object.entries((0,json/* readFields */.qU)(rules['properties'])).map(([name, inner]) => {
        const at = path ? `${path}.${name}` : name;
        const found = values.flatMap((value) => {
            const own = (0,json/* readFields */.qU)(value)[name];
            return own === undefined ? [] : [own];
        });
        const within = measure(inner ?? {}, found, at);
        return found.length > 0
            ? { ...within, all: within.all + 1 }
            : { all: within.all + 1, missed: within.all + 1, missing: [at] };
    });
    const items = rules['items'] === undefined ? [] : [measure(rules['items'], values.flatMap(json/* readItems */.F1), `${path}[]`)];
    const others = rules['additionalProperties'];
    const named = (0,json/* isObject */.Gv)(others)
        ? [
            measure(others, values.flatMap((value) => Object.values((0,json/* readFields */.qU)(value)).map((each) => each ?? null)), `${path}.*`)
        ]
        : [];
    const all = [...parts, ...items, ...named];
    return {
        all: all.reduce((sum, each) => sum + each.all, 0),
        missed: all.reduce((sum, each) => sum + each.missed, 0),
        missing: all.flatMap(({ missing }) => missing)
    };
};

;// CONCATENATED MODULE: ./src/suites/crd/writings.ts







async function makeOldObjects({ check }, { samples, tag, story }, shelf, version) {
    const { objects, refused, taken } = await makeObjects(shelf, version, samples, 'old');
    const { kind, group } = shelf.definition;
    const coverage = measureCoverage(version.schema, objects.map(({ written }) => written));
    const own = objects.filter(({ touched, named }) => !touched || named);
    const empty = coverage.all > 0 && coverage.missed === coverage.all;
    await check(`Objects of ${kind} ${version.name} can be made by ${tag}`, objects[0]
        ? formatStart(story, [objects[0].written])
        : formatStart(story, [], `kubectl explain ${kind} --api-version=${group}/${version.name} --recursive`), async () => ({
        ok: taken.length > 0 || (own.length > 0 && !empty),
        seen: [
            `${own.length} objects, each twice: ${own.map(({ name }) => name).join(', ') || 'none'}`,
            ...(taken.length ? [`${taken.join(', ')}: the only name that a rule allows is there in another version`] : []),
            ...(own.length ? [describeCoverage(coverage)] : []),
            ...(refused.length ? [`not taken: ${refused.join('; ')}`] : []),
            ...(taken.length === 0 && (own.length === 0 || empty)
                ? ['no object has a field, which proves nothing: give samples, crds.samples in slipway.yaml']
                : [])
        ].join('; ')
    }));
    return empty ? [] : objects;
}
const FIELDS = 8;
const describeCoverage = ({ all, missed, missing }) => missed === 0
    ? `every field of ${all} is in one`
    : `${all - missed} of ${all} fields are in one; nothing is claimed of ${missing.slice(0, FIELDS).join(', ')}${missing.length > FIELDS ? ` and ${missing.length - FIELDS} more` : ''}`;
async function touchObjects({ check }, { shelf, objects }, versions, { step, story }) {
    for (const { name: version } of versions) {
        const own = objects.filter((live) => live.touched && live.version === version);
        if (own.length === 0)
            continue;
        const { objects: found } = await readObjects(shelf, version);
        const replies = await Promise.all(own.map(async (live) => ({ live, reply: await writeAgain(shelf, version, found.get(live.name) ?? live.written) })));
        const refused = replies.filter(({ reply }) => reply.status !== 200);
        const { kind, plural, group } = shelf.definition;
        const witness = refused[0]?.live ?? own[0];
        await check(`${kind} ${version} objects of N-1 can be updated by ${step}`, formatStory(story, witness ? [witness.written] : [], `kubectl annotate ${plural}.${version}.${group} --all --overwrite written-again=true`), async () => ({
            ok: refused.length === 0,
            seen: refused
                .slice(0, 3)
                .map(({ live, reply }) => `${live.name}: ${(0,evidence/* describeReply */.CS)(reply)}`)
                .join('; ') || `${own.length} objects written`,
            faults: refused.flatMap(({ reply }) => orUnknown(listFaults(reply)))
        }));
    }
}
async function makeNewObjects({ samples }, shelf, now, webhook) {
    const changed = now.versions.filter(({ name, served, storage, schema }) => {
        const before = shelf.definition.versions.find((version) => version.name === name);
        return served && (!webhook || storage) && !(before && (0,json/* isSame */.Ft)(before.schema, schema));
    });
    const made = await Promise.all(changed.map((version) => makeObjects(shelf, version, samples, 'new')));
    return made.flatMap(({ objects }) => objects.filter(({ touched, named }) => !touched || named));
}
async function tellNewObjects({ check }, shelf, versions, news) {
    const { definition: old } = shelf;
    const [served] = versions;
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
    const changes = [
        ...compareDefinitions(before.crd, after.crd),
        ...context.conflicts
            .filter(({ name }) => name === after.name)
            .map(({ says }) => ({ breaks: true, where: 'names', says }))
    ];
    const told = changes.filter(({ breaks }) => !breaks).map(({ where, says }) => `${where} ${says}`);
    const breaks = changes.some(({ breaks }) => breaks);
    await proof.check(`${before.name} of N changes nothing ${breaks ? 'else ' : ''}that its clients rely on`, formatDiff(context.tag, before, after), async () => ({ ok: true, seen: told.length ? `changed: ${told.join('; ')}` : 'no other change of a promise' }));
    await tellStoredBefore(proof, context, before, after);
    await walkThere(proof, context, before, after);
    return joinByCause(proof, { changes, before, after }, formatDiff(context.tag, before, after));
};
const proveNew = async (context, crd) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    const conflicts = context.conflicts.filter(({ name }) => name === crd.name).map(({ says }) => says);
    await check(`${crd.name}, which is new, installs`, formatInstall(context.tag, crd, 'N'), async () => {
        if (conflicts.length)
            return { ok: false, seen: `${conflicts.join('; ')}. ${TAKE_ANOTHER}` };
        const applied = await applyCrd(context.api, crd.crd, 'N', context.withinMs, context.signal);
        if (applied.created)
            context.crds.made(crd.name);
        return { ...applied, seen: [applied.seen, ...crd.changes].join('; ') };
    });
    return checks;
};
const TAKE_ANOTHER = 'Take another name for one of them.';
const walkThere = async (proof, context, before, after) => {
    const { check } = proof;
    const { tag, api, withinMs, signal } = context;
    const [old, now] = [(0,source.readDefinition)(before.crd), (0,source.readDefinition)(after.crd)];
    const tried = chooseTried(old, now);
    const story = { tag, before, after };
    const shelf = { api, namespace: context.namespace, definition: old, signal };
    const apply = (which, step, claim) => check(claim, formatInstall(tag, which, step === 'N' ? 'N' : 'N-1'), async () => {
        const whole = tried.webhook ? await tryCrd(api, which.crd, signal) : undefined;
        if (whole)
            return { ...whole, faults: listRefusedParts(whole.seen) };
        const applied = await applyCrd(api, tried.webhook ? dropConversion(which.crd) : which.crd, step, withinMs, signal);
        if (applied.created)
            context.crds.made(which.name);
        const closed = step === 'N-1-again' && !applied.ok && /storedVersions/.test(applied.seen);
        const seen = [
            applied.seen,
            ...which.changes,
            ...(step === 'N' ? describeLeftOut(tried) : []),
            ...(step === 'N' && !applied.ok ? ['Nothing after this step was tried.'] : []),
            ...(closed ? ['To keep the way back open: serve the new version now, and store it in a later release.'] : [])
        ].join('\n');
        return { ...applied, seen, faults: listRefusedParts(applied.seen) };
    });
    if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`)))
        return;
    const versions = tried.versions;
    const made = (await Promise.all(versions.map((version) => makeOldObjects(proof, { ...context, story }, shelf, version)))).flat();
    const objects = made.filter(({ touched }) => !touched || !tried.moves);
    const kept = await readEverything(shelf, objects, versions);
    const updates = tried.moves ? [] : await findUpdates(shelf, objects, versions);
    if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`)))
        return;
    const still = listStillServed(now, versions);
    await checkServed(proof, old, now, formatStory(story, []));
    await checkSurvival(proof, kept, still, {
        ...{ step: 'with the definition of N', storage: describeStored(now), story, back: false }
    });
    if (!tried.moves) {
        await checkCreation(proof, kept, still, story);
        await checkUpdates(proof, shelf, updates, still, story);
        await touchObjects(proof, kept, still, { step: 'N', story });
    }
    const news = tried.moves ? [] : await makeNewObjects(context, shelf, now, tried.webhook);
    if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`)))
        return;
    await checkSurvival(proof, kept, versions, {
        ...{ step: 'back at N-1', storage: describeStored(old), story, back: true }
    });
    if (tried.moves)
        return;
    await touchObjects(proof, kept, versions, { step: 'N-1, after the way back', story });
    await tellNewObjects(proof, shelf, versions, news);
};
const checkServed = async ({ check }, old, now, repeat) => {
    for (const { name } of old.versions.filter(({ served }) => served))
        await check(`${old.kind} ${name} is still served by N`, `${repeat} && kubectl get --raw /apis/${old.group}/${name}`, async () => ({
            ok: now.versions.some((version) => version.name === name && version.served),
            seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', '),
            faults: [name]
        }));
};
const tellStoredBefore = async ({ check }, { storedBefore, tag }, before, after) => {
    const [old, now] = [(0,source.readDefinition)(before.crd), (0,source.readDefinition)(after.crd)];
    const gone = old.versions.filter(({ name, storage }) => !storage && !now.versions.some((each) => each.name === name));
    for (const { name } of gone) {
        const releases = await storedBefore(before.name, name);
        if (releases.length === 0)
            continue;
        await check(`${before.name} ${name}, which goes, can have been migrated`, `kubectl get crd ${before.name} -o jsonpath={.status.storedVersions}`, async () => ({
            ok: true,
            seen: [
                `${releases.slice(0, 3).join(', ')} stored ${name}. Where status.storedVersions still lists it, the API server refuses N. The way to do it, at ${tag} and before N is applied:`,
                explainMigration(before.name, name, describeStored(old))
            ].join('\n')
        }));
    }
};
const dropConversion = (crd) => ({
    ...(0,json/* readFields */.qU)(crd),
    spec: { ...(0,json/* readFields */.qU)((0,json/* readFields */.qU)(crd)['spec']), conversion: { strategy: 'None' } }
});
const describeStored = ({ versions }) => versions.find(({ storage }) => storage)?.name ?? '';
const listStillServed = ({ versions }, old) => old.filter(({ name }) => versions.some((version) => version.name === name && version.served));
const listRefusedParts = (seen) => {
    const stored = /status\.storedVersions\[\d+\]: Invalid value: "([^"]+)"/.exec(seen)?.[1];
    const parts = [
        [/spec\.scope: /, 'namespaced'],
        [/spec\.names\.kind: /, 'kind'],
        [/spec\.group: /, 'group'],
        [/NamesAccepted=False/, 'names.shortNames'],
        [/preserveUnknownFields/, 'preserveUnknownFields'],
        [/conversionReviewVersions/, 'conversion'],
        [/api-approved/, 'annotation api-approved.kubernetes.io']
    ];
    const found = parts.flatMap(([fits, part]) => (fits.test(seen) ? [part] : []));
    return stored === undefined ? found : [stored, ...found];
};

// EXTERNAL MODULE: ./src/suites/cluster/own-crds.ts
var own_crds = __webpack_require__(91281);
// EXTERNAL MODULE: ./src/suites/cluster/namespace.ts
var namespace = __webpack_require__(15675);
;// CONCATENATED MODULE: ./src/suites/crd/crd.ts









const proveCrds = async (cluster, trial, { baseline, candidate, samples, leftOut = [], crdify, storedBefore }, signal) => (0,evidence/* reachVerdict */.nb)(cluster, trial, false, async () => {
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
                signal,
                conflicts: listNewConflicts(baseline.crds, candidate),
                storedBefore: storedBefore ?? (() => Promise.resolve([]))
            };
            const proofs = names.map((name) => proveOne(context, name, baseline.crds.find((crd) => crd.name === name), candidate.find((crd) => crd.name === name), crdify));
            return [...(await tellLeftOut(leftOut)), ...(await Promise.all(proofs)).flat()];
        });
    }
    finally {
        await crds.remove();
    }
});
const tellLeftOut = async (leftOut) => {
    const { checks, check } = (0,evidence/* evidence */.MX)();
    if (leftOut.length > 0)
        await check('Samples of the definitions are tried, and other objects left out', 'cat slipway.yaml', async () => ({
            ok: true,
            seen: leftOut.join('; ')
        }));
    return checks;
};
const listNewConflicts = (before, after) => {
    const [old, now] = [before, after].map((crds) => findNameConflicts(crds.map(({ crd }) => crd)));
    return (now ?? []).filter(({ name, says }) => !old?.some((each) => each.name === name && each.says === says));
};
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
            seen: `${before?.from ?? 'N-1'} defines it, and no file of N does. Whoever removes it from a cluster removes its objects. Keep the definition, and deprecate its versions first.`
        }));
        return checks;
    }
    if (before === undefined)
        return proveNew(context, after);
    const changes = compareDefinitions(before.crd, after.crd);
    const conflicts = context.conflicts.some((each) => each.name === name);
    const equal = (0,json/* isSame */.Ft)((0,source.stripDescriptions)(before.crd), (0,source.stripDescriptions)(after.crd)) &&
        !conflicts &&
        !changes.some(({ breaks }) => breaks);
    if (equal)
        await check(`${name} of N is that of N-1`, formatDiff(context.tag, before, after), async () => ({
            ok: true,
            seen: [
                (0,json/* isSame */.Ft)(before.crd, after.crd) ? 'equal definitions; not tried' : 'other words, the same rules; not tried',
                ...changes.map(({ where, says }) => `${where} ${says}`)
            ].join('; ')
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


/***/ })

};
