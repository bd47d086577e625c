export const id = 9220;
export const ids = [9220];
export const modules = {

/***/ 49220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepNoted: () => (/* binding */ keepNoted)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42857);
/* harmony import */ var _caching_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88078);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(87021);
/* harmony import */ var _folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(390);
/* harmony import */ var _noted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(42043);







async function keepNoted(text, { env, host, load }) {
    try {
        const noted = (0,_noted_js__WEBPACK_IMPORTED_MODULE_6__/* .readNote */ .V)(text);
        if (!noted)
            return;
        for (const { kind, key, from, files } of await listWantedEntries(noted)) {
            const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_caching_js__WEBPACK_IMPORTED_MODULE_3__/* .locateStagingFolder */ .s)(env), kind);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
            await (0,_folders_js__WEBPACK_IMPORTED_MODULE_5__/* .stageFiles */ .Iz)(from, folder, files);
            const saved = await (await load()).save(folder, key);
            host.info(`cache: ${saved ? '' : 'not kept: '}${kind}, ${files.length} files`);
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
        }
    }
    catch (error) {
        host.info(`cache: not kept: ${error instanceof Error ? error.message : String(error)}`);
    }
}
async function listWantedEntries(noted) {
    const { began, found, goSum, keys, places, save, tools, whole } = noted;
    const toolsKey = `${keys.tools.key}${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(tools.join('\n')).slice(0, 16)}`;
    const entries = [
        ...(whole
            ? [
                entry('modules', keys.modules.key, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .listUsedModules */ .N)(places.modules, goSum)),
                entry('build', keys.build.key, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .listUsedPackages */ .hO)(places.build, began))
            ]
            : [entry('steps', keys.steps.key, await (0,_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .listFinishedSteps */ ._x)(places.steps))]),
        entry('tools', toolsKey, (await Promise.all(tools.map((tool) => (0,_contents_js__WEBPACK_IMPORTED_MODULE_4__/* .listToolFiles */ .W9)(places.tools, tool)))).flat())
    ];
    return entries.filter(({ kind, key, files }) => {
        if (files.length === 0 || found[kind] === key)
            return false;
        return save === 'all' || kind === 'steps' || found[kind] === undefined;
    });
    function entry(kind, key, files) {
        return { kind, key, from: places[kind], files };
    }
}


/***/ })

};
