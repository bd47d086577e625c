export const id = 6001;
export const ids = [6001];
export const modules = {

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

/***/ 46001:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintManifests: () => (/* binding */ lintManifests)
});

// EXTERNAL MODULE: ./src/crds/source.ts + 1 modules
var source = __webpack_require__(72174);
// EXTERNAL MODULE: ./src/crds/files.ts
var files = __webpack_require__(41415);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/yaml-lines.ts
var yaml_lines = __webpack_require__(67172);
;// CONCATENATED MODULE: ./src/smi/lint-finding.ts

const makeLintFinding = ({ path: file, document, lineAt }, path, what) => ({ at: { file, line: lineAt((0,yaml_lines/* findOffset */.H)(document, path)) }, ...what });

// EXTERNAL MODULE: ./src/crds/validate.ts
var validate = __webpack_require__(55360);
// EXTERNAL MODULE: ./src/smi/crds.ts + 10 modules
var crds = __webpack_require__(57780);
// EXTERNAL MODULE: ./src/smi/known-losses.ts
var known_losses = __webpack_require__(47738);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __webpack_require__(47038);
;// CONCATENATED MODULE: ./src/smi/lint-object.ts






const spec = (0,crds.makeCrdSet)('all');
const lintObject = (manifest, options) => {
    const { object } = manifest;
    const [group = '', version = ''] = (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'apiVersion')).split('/');
    const kind = (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'kind'));
    if (group === 'spec.smi-spec.io')
        return [
            makeLintFinding(manifest, ['apiVersion'], {
                severity: 'error',
                rule: 'smi/group',
                says: `the group is specs.smi-spec.io: spec.smi-spec.io was a slip of smi-sdk-go v0.1 and v0.2`,
                hint: `apiVersion: specs.smi-spec.io/${version}`
            })
        ];
    const everywhere = crd_sets/* CRD_SETS */.G.flatMap((name) => (0,crds.makeCrdSet)(name).kinds).filter((each) => each.group === group);
    const own = everywhere.filter((each) => each.kind === kind);
    if (own.length === 0) {
        const kinds = [...new Set(everywhere.map((each) => each.kind))].join(', ');
        return [
            makeLintFinding(manifest, ['kind'], {
                severity: 'error',
                rule: 'smi/kind',
                says: `${group} has no kind ${kind}${kinds && `: it has ${kinds}`}`
            })
        ];
    }
    const known = [...new Set(own.flatMap(({ served }) => served))].sort();
    if (!known.includes(version))
        return [
            makeLintFinding(manifest, ['apiVersion'], {
                severity: 'error',
                rule: 'smi/version',
                says: `${kind} has no version ${version}: there are ${known.join(', ')}`
            })
        ];
    const serving = options.sets.filter((set) => findSchema(set, kind, version) !== undefined);
    const missing = options.sets.filter((set) => !serving.includes(set));
    return [
        ...(missing.length
            ? [
                makeLintFinding(manifest, ['apiVersion'], {
                    severity: serving.length ? 'warning' : 'error',
                    rule: 'smi/not-served',
                    says: `the CRD set ${missing.map(({ name }) => name).join(', ')} does not serve ${kind} ${version}: clients are told "no matches for kind"`,
                    hint: listServedBy(missing, kind)
                })
            ]
            : []),
        ...findWrongFields(manifest, kind, version, serving),
        ...findLostFields(manifest, kind, version, serving, options.speaks)
    ];
};
const listServedBy = (sets, kind) => sets
    .map(({ name, kinds }) => `${name} serves ${kinds.find((each) => each.kind === kind)?.served.join(', ') ?? `no ${kind}`}`)
    .join('; ');
const findSchema = (set, kind, version) => {
    const i = set.kinds.findIndex((each) => each.kind === kind);
    if (!set.kinds[i]?.served.includes(version))
        return undefined;
    return findVersionSchema(set, i, version);
};
const findVersionSchema = (set, i, version) => (0,json/* readAt */.m6)((0,json/* readItems */.F1)((0,json/* readAt */.m6)(set.crds[i], 'spec', 'versions')).find((each) => (0,json/* readAt */.m6)(each, 'name') === version), 'schema', 'openAPIV3Schema');
function findWrongFields(manifest, kind, version, sets) {
    const shape = findOldShape(manifest, kind, version);
    if (shape)
        return [shape];
    const found = new Map();
    for (const set of sets)
        for (const misfit of (0,validate/* findMisfits */.Lt)(manifest.object, findSchema(set, kind, version) ?? {})) {
            const key = `${(0,validate/* formatFieldPath */.vZ)(misfit.path)} ${misfit.says}`;
            const entry = found.get(key) ?? { misfit, sets: [] };
            entry.sets.push(set.name);
            found.set(key, entry);
        }
    const refused = [...found.values()].map(({ misfit, sets: by }) => makeLintFinding(manifest, misfit.path, {
        severity: 'error',
        rule: nameRule(misfit),
        says: `${kind} ${version}: ${(0,validate/* formatFieldPath */.vZ)(misfit.path)} ${misfit.says}${by.length < sets.length ? ` (CRD set ${by.join(', ')})` : ''}`,
        hint: findHint(kind, version, misfit)
    }));
    const tolerated = (0,validate/* findMisfits */.Lt)(manifest.object, findSchema(spec, kind, version) ?? { 'x-kubernetes-preserve-unknown-fields': true })
        .filter((misfit) => ![...found.values()].some(({ misfit: other }) => (0,validate/* formatFieldPath */.vZ)(other.path) === (0,validate/* formatFieldPath */.vZ)(misfit.path)))
        .map((misfit) => makeLintFinding(manifest, misfit.path, {
        severity: 'warning',
        rule: nameRule(misfit),
        says: `${kind} ${version}: the specification does not allow this, though the server takes it: ${(0,validate/* formatFieldPath */.vZ)(misfit.path)} ${misfit.says}`,
        hint: findHint(kind, version, misfit)
    }));
    return sets.length ? [...refused, ...tolerated] : tolerated;
}
function findOldShape(manifest, kind, version) {
    const known = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(findSchema(spec, kind, version), 'properties'));
    const strange = Object.keys((0,json/* readFields */.qU)(manifest.object)).filter((name) => !(name in known) && !['apiVersion', 'kind', 'metadata', 'status'].includes(name));
    const versions = spec.kinds.find((each) => each.kind === kind)?.served ?? [];
    const other = versions.filter((each) => {
        const theirs = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(findSchema(spec, kind, each), 'properties'));
        return strange.length > 0 && strange.every((name) => name in theirs);
    });
    const [first] = strange;
    if (first === undefined || other.length === 0)
        return undefined;
    return makeLintFinding(manifest, [first], {
        severity: 'error',
        rule: 'smi/shape',
        says: `${kind} ${version} has no ${strange.join(', ')}: these are the fields of ${other.join(' and ')}. A server without strict validation stores an empty object`,
        hint: known['spec'] === undefined
            ? `Write apiVersion ${other.at(-1)}, or the fields of ${version}.`
            : `Put them under spec, or name ${other.at(-1)}.`
    });
}
const nameRule = ({ path, kind }) => {
    const last = path.findLast((step) => typeof step === 'string');
    if (last === 'weight')
        return 'smi/weight';
    if (path.includes('headers'))
        return 'smi/headers';
    if (last === 'ports' || last === 'matches')
        return 'smi/matches';
    return kind === 'unknown' ? 'smi/unknown-field' : kind === 'missing' ? 'smi/missing-field' : 'smi/value';
};
function findHint(kind, version, { path, kind: what }) {
    const last = path.findLast((step) => typeof step === 'string');
    if (last === 'weight' && version !== 'v1alpha1')
        return 'Weights are whole numbers since v1alpha2, and only their ratio counts: 500m and 1 become 1 and 2.';
    if (last === 'weight')
        return 'A quantity: 1, "500m" or "0.5".';
    if (path.includes('headers'))
        return 'Headers are a list with one header an item: - user-agent: ".*Android.*"';
    if (kind !== 'HTTPRouteGroup' && last === 'matches' && path.length === 2)
        return 'matches is one object here, not a list: matches: {ports: [80]}';
    if (last === 'port' && kind === 'TrafficTarget')
        return 'Ports moved to TCPRoute and UDPRoute: without one of these the target is open on every port.';
    return what === 'unknown' ? `kubectl explain ${kind} --api-version=… shows what there is.` : undefined;
}
function findLostFields(manifest, kind, version, sets, speaks) {
    return sets.flatMap((set) => {
        const i = set.kinds.findIndex((each) => each.kind === kind);
        const own = set.kinds[i];
        if (own === undefined)
            return [];
        const spoken = own.served.filter((each) => speaks.includes(`${own.group}/${each}`));
        if (set.name === spec.name && spoken.length === 0)
            return [];
        const readers = spoken.length > 0 ? spoken : [version];
        const { metadata: _m, status: _s, apiVersion: _a, kind: _k, ...body } = (0,json/* readFields */.qU)(manifest.object);
        const kept = (0,validate/* pruneValue */.Sm)(body, findVersionSchema(set, i, version) ?? {});
        const stored = (0,validate/* pruneValue */.Sm)(kept, findVersionSchema(set, i, own.storage) ?? {});
        return readers.flatMap((reader) => {
            const read = (0,validate/* pruneValue */.Sm)(stored, findVersionSchema(set, i, reader) ?? {});
            const lost = keepTopmost((0,known_losses/* compareObjects */.Gq)(kept, read).lost);
            const before = (0,validate/* findMisfits */.Lt)(kept, findVersionSchema(set, i, version) ?? {}).map(({ path }) => (0,validate/* formatFieldPath */.vZ)(path));
            const bad = (0,validate/* findMisfits */.Lt)(read, findVersionSchema(set, i, reader) ?? {}).filter(({ kind, path }) => kind === 'value' && !before.includes((0,validate/* formatFieldPath */.vZ)(path)));
            const how = `${reader === version ? 'read back' : `read as ${reader}`}${spoken.length ? ', as the program does' : ''}${own.storage === reader ? '' : `, and stored as ${own.storage}`} (CRD set ${set.name})`;
            const because = (path) => own.fields.filter((field) => (0,known_losses/* liesWithin */.ZQ)(path, field.path)).sort((a, b) => b.path.length - a.path.length)[0]
                ?.because;
            return [
                ...lost.map((path) => makeLintFinding(manifest, listPathPlaces(path), {
                    severity: 'error',
                    rule: 'smi/lost',
                    says: `${kind} ${version}: ${path} is lost when it is ${how}`,
                    hint: because(path)
                })),
                ...(reader === version
                    ? []
                    : bad.map((misfit) => makeLintFinding(manifest, misfit.path, {
                        severity: 'error',
                        rule: 'smi/undecodable',
                        says: `${kind} ${version}: ${(0,validate/* formatFieldPath */.vZ)(misfit.path)} ${misfit.says} when it is ${how}`,
                        hint: because((0,validate/* formatFieldPath */.vZ)(misfit.path).replace(/\[\d+\]/g, '[]'))
                    })))
            ];
        });
    });
}
const keepTopmost = (paths) => [
    ...new Set(paths.map((path) => path.replace(/\[\].*$/, '')))
];
const listPathPlaces = (path) => path.split('.');

;// CONCATENATED MODULE: ./src/smi/lint-references.ts


const lintReferences = (manifests) => [
    ...manifests.filter(isKind('TrafficSplit')).flatMap(lintBackends),
    ...manifests.filter(isKind('TrafficTarget')).flatMap((target) => lintMatches(target, manifests))
];
const isKind = (kind) => ({ object }) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'kind')) === kind;
function lintBackends(split) {
    const { object } = split;
    const list = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(object, 'spec', 'backends'));
    const root = (0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'spec', 'service'));
    const names = list.map((backend) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(backend, 'service')));
    const weights = list.map((backend) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(backend, 'weight')));
    const own = names.indexOf(root);
    const twice = names.findIndex((name, i) => name !== '' && names.indexOf(name) < i);
    return [
        ...(own >= 0 && root !== ''
            ? [
                makeLintFinding(split, ['spec', 'backends', own, 'service'], {
                    severity: 'warning',
                    rule: 'smi/own-backend',
                    says: `${root} is split and is one of its own backends: meshes refuse that or loop`,
                    hint: 'Give the backends services of their own.'
                })
            ]
            : []),
        ...(twice >= 0
            ? [
                makeLintFinding(split, ['spec', 'backends', twice, 'service'], {
                    severity: 'warning',
                    rule: 'smi/twice',
                    says: `${names[twice]} is a backend twice`
                })
            ]
            : []),
        ...((0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'apiVersion')).endsWith('/v1alpha1')
            ? weights.flatMap((weight, i) => weight.startsWith('-')
                ? [
                    makeLintFinding(split, ['spec', 'backends', i, 'weight'], {
                        severity: 'warning',
                        rule: 'smi/weight',
                        says: `${names[i]} has the weight ${weight}: a server takes it as a quantity, and no mesh knows what it means`,
                        hint: 'A weight is 0 or more.'
                    })
                ]
                : [])
            : []),
        ...(list.length > 0 && weights.every((weight) => /^0+(\.0*)?[a-zA-Z]*$/.test(weight))
            ? [
                makeLintFinding(split, ['spec', 'backends'], {
                    severity: 'warning',
                    rule: 'smi/no-weight',
                    says: 'every weight is 0: no backend gets traffic'
                })
            ]
            : [])
    ];
}
function lintMatches(target, manifests) {
    const under = (0,json/* readAt */.m6)(target.object, 'spec', 'rules') === undefined ? ['specs'] : ['spec', 'rules'];
    return (0,json/* readItems */.F1)((0,json/* readAt */.m6)(target.object, ...under)).flatMap((rule, i) => {
        const groups = manifests.filter((each) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(each.object, 'kind')) === (0,json/* readText */.yR)((0,json/* readAt */.m6)(rule, 'kind')) &&
            (0,json/* readText */.yR)((0,json/* readAt */.m6)(each.object, 'metadata', 'name')) === (0,json/* readText */.yR)((0,json/* readAt */.m6)(rule, 'name')) &&
            (0,json/* readText */.yR)((0,json/* readAt */.m6)(each.object, 'metadata', 'namespace')) ===
                (0,json/* readText */.yR)((0,json/* readAt */.m6)(target.object, 'metadata', 'namespace')));
        if ((0,json/* readText */.yR)((0,json/* readAt */.m6)(rule, 'kind')) !== 'HTTPRouteGroup' || groups.length === 0)
            return [];
        const there = groups.flatMap(({ object }) => [...(0,json/* readItems */.F1)((0,json/* readAt */.m6)(object, 'spec', 'matches')), ...(0,json/* readItems */.F1)((0,json/* readAt */.m6)(object, 'matches'))].map((match) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(match, 'name'))));
        return (0,json/* readItems */.F1)((0,json/* readAt */.m6)(rule, 'matches')).flatMap((name, j) => there.includes((0,json/* readText */.yR)(name))
            ? []
            : [
                makeLintFinding(target, [...under, i, 'matches', j], {
                    severity: 'error',
                    rule: 'smi/no-such-match',
                    says: `HTTPRouteGroup ${(0,json/* readText */.yR)((0,json/* readAt */.m6)(rule, 'name'))} has no match ${(0,json/* readText */.yR)(name)}: it has ${there.join(', ') || 'none'}`
                })
            ]);
    });
}

;// CONCATENATED MODULE: ./src/smi/lint.ts







const lintManifests = (files, options) => {
    const read = files.map((file) => readManifestFile(file));
    const manifests = read.flatMap(({ manifests }) => manifests);
    const objects = manifests.filter(isSmi);
    const findings = [
        ...manifests.flatMap(findOldDefinition),
        ...objects.flatMap((manifest) => lintObject(manifest, options)),
        ...lintReferences(objects)
    ];
    return {
        findings: findings.sort((a, b) => a.at.file === b.at.file ? a.at.line - b.at.line : a.at.file < b.at.file ? -1 : 1),
        objects: objects.length,
        skipped: read.flatMap(({ skipped }) => skipped)
    };
};
function readManifestFile(file) {
    try {
        return { manifests: (0,source.parseManifests)(file), skipped: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        const why = (0,source.isTemplate)(file) ? 'a template: render it, and lint what comes out' : error.message;
        return { manifests: [], skipped: [{ file: file.path, why }] };
    }
}
const isSmi = ({ object }) => /\.smi-spec\.io\//.test((0,json/* readText */.yR)((0,json/* readAt */.m6)(object, 'apiVersion')));
const findOldDefinition = (manifest) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(manifest.object, 'kind')) === 'CustomResourceDefinition' &&
    (0,json/* readText */.yR)((0,json/* readAt */.m6)(manifest.object, 'apiVersion')) === 'apiextensions.k8s.io/v1beta1'
    ? [
        makeLintFinding(manifest, ['apiVersion'], {
            severity: 'error',
            rule: 'smi/v1beta1-crd',
            says: `no Kubernetes since 1.22 takes a CRD of apiextensions.k8s.io/v1beta1`,
            hint: 'Write it as v1; for SMI, `slipway crds` prints sets that can be installed.'
        })
    ]
    : [];


/***/ })

};
