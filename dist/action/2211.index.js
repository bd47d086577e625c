export const id = 2211;
export const ids = [2211];
export const modules = {

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


/***/ })

};
