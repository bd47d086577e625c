export const id = 1239;
export const ids = [1239];
export const modules = {

/***/ 81239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sbom: () => (/* binding */ sbom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6820);
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50320);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51248);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94321);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82577);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13496);
/* harmony import */ var _purl_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26751);









/**
 * CycloneDX 1.6 JSON of what is linked into a binary, by its own build info: the modules, with those that replace others
 * in their place, and Go's standard library. The same bytes for the same binary: no clock, no random number.
 */
function sbom(subject) {
    const parts = [standardLibrary(subject.buildInfo.goVersion), ...subject.buildInfo.deps.map(library)].sort(byReference);
    const program = application(subject);
    for (const { bomRef } of parts)
        program.dependencies.add(bomRef);
    const bom = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Bom({
        serialNumber: serialNumber(subject),
        metadata: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Metadata({
            timestamp: new Date(subject.committedAt),
            tools: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Tools({ components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.ComponentRepository([new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Application, 'slipway')]) }),
            component: program
        }),
        components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.ComponentRepository(parts)
    });
    const serializer = new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__.JsonSerializer(new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_3__.JSON.Normalize.Factory(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_4__.Spec1dot6));
    // Not `sortLists`: the library sorts as the host's language does, and that is not the same everywhere.
    return `${serializer.serialize(bom, { space: 2 })}\n`;
}
function byReference(a, b) {
    return (a.bomRef.value ?? '') < (b.bomRef.value ?? '') ? -1 : 1;
}
function application({ name, version, target, sha256, buildInfo }) {
    const { path, main, settings } = buildInfo;
    const purl = main &&
        (0,_purl_js__WEBPACK_IMPORTED_MODULE_6__/* .golangPurl */ .a)(main.path, released(main.version), { goos: target.os, goarch: target.arch }, below(main.path, path));
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Application, name, {
        bomRef: 'program',
        version,
        ...(purl === undefined ? {} : { purl }),
        hashes: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.HashDictionary([[_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.HashAlgorithm['SHA-256'], sha256]]),
        properties: properties({
            target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTarget */ .P4)(target),
            'go:package': path,
            'go:tags': settings.get('-tags'),
            'vcs:revision': settings.get('vcs.revision')
        })
    });
}
function standardLibrary(goVersion) {
    const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1];
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Library, 'stdlib', {
        bomRef: 'stdlib',
        version: goVersion,
        ...(version === undefined ? {} : { purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_6__/* .golangPurl */ .a)('stdlib', version) }),
        scope: _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentScope.Required
    });
}
/**
 * One module. go.sum's `h1:` hash is of a list of file hashes and of no file that anyone can fetch, so it is a property
 * and not among the hashes.
 */
function library(module) {
    const { path, version, sum } = module.replace ?? module;
    const original = `${module.path}@${module.version}`;
    // A folder has no version; what it holds is known only by the path that it stands for.
    const folder = released(version) === undefined;
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentType.Library, folder ? module.path : path, {
        bomRef: original,
        ...(folder ? {} : { version, purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_6__/* .golangPurl */ .a)(path, version) }),
        scope: _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_1__.ComponentScope.Required,
        properties: properties({
            'go:sum': sum === '' ? undefined : sum,
            'go:replaces': module.replace && original,
            'go:folder': folder ? path : undefined
        })
    });
}
function properties(values) {
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.PropertyRepository(Object.entries(values)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, value]) => (value ? [new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_2__.Property(`slipway:${name}`, value)] : [])));
}
/** A module's version, unless it is a folder's, which has none. */
function released(version) {
    return version === '(devel)' || version === '' ? undefined : version;
}
function below(module, path) {
    return path.startsWith(`${module}/`) ? path.slice(module.length + 1) : '';
}
/** A UUID of version 8 (RFC 9562, appendix B.2): SHA-256 of what the SBOM is about. */
function serialNumber({ name, version, target, sha256 }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([_formats_js__WEBPACK_IMPORTED_MODULE_7__/* .SBOM_FORMAT */ .e, name, version, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_5__/* .formatTarget */ .P4)(target), sha256].join('\0'))
        .digest();
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = digest.toString('hex');
    return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}


/***/ })

};
