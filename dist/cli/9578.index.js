export const id = 9578;
export const ids = [9578];
export const modules = {

/***/ 59578:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   upsertNote: () => (/* binding */ upsertNote)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _releases_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32222);



const LIMIT = 200_000;
const PATIENCE_MS = 60_000;
async function upsertNote(place, mergeRequest, key, markdown) {
    const client = (0,_releases_client_js__WEBPACK_IMPORTED_MODULE_0__/* .connect */ .N)(place);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const marker = `<!-- slipway: ${key.replace(/[^\w./ -]/g, '_').replace(/-{2,}/g, '-')} -->`;
    const rest = '\n\nThe rest is in the report.\n';
    const fitting = markdown.length > LIMIT ? markdown.slice(0, LIMIT) + rest : markdown;
    const body = `${marker}\n${disarmQuickActions(fitting)}`;
    const me = (await client.json({ method: 'GET', path: '../../user' }, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), signal));
    const path = `merge_requests/${mergeRequest}/notes`;
    const notes = (await client.list(path, zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J(), {}, signal));
    const ours = notes.find((note) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(note) &&
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(note, 'author', 'id')) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(me, 'id')) &&
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextAt */ .Tw)(note, 'body').startsWith(`${marker}\n`));
    if (ours !== undefined && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(ours, 'body')).trimEnd() === body.trimEnd())
        return 'kept';
    if (ours === undefined)
        await client.tell({ method: 'POST', path, body: { body } }, signal);
    else
        await client.tell({ method: 'PUT', path: `${path}/${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(ours, 'id'))}`, body: { body } }, signal);
    return ours === undefined ? 'made' : 'updated';
}
const disarmQuickActions = (markdown) => markdown.replace(/^(\s*)\//gm, '$1\u200b/');


/***/ })

};
