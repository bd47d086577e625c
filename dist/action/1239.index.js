export const id = 1239;
export const ids = [1239];
export const modules = {

/***/ 81239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sbom: () => (/* binding */ sbom)
/* harmony export */ });
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6820);
/* harmony import */ var _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50320);
/* harmony import */ var _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51248);
/* harmony import */ var _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94321);
/* harmony import */ var _cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(13496);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23306);







function sbom(subject) {
    const parts = (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .listLinkedParts */ .Ec)(subject).map((part) => makeComponent(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Library, part, { scope: _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentScope.Required }));
    const program = makeComponent(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Application, (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .describeProgram */ ._e)(subject), {
        hashes: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.HashDictionary([[_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.HashAlgorithm['SHA-256'], subject.sha256]])
    });
    for (const { bomRef } of parts)
        program.dependencies.add(bomRef);
    const bom = new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Bom({
        serialNumber: (0,_parts_js__WEBPACK_IMPORTED_MODULE_4__/* .computeSerialNumber */ .Hi)(_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .SBOM_FORMAT */ .ep, subject),
        metadata: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Metadata({
            timestamp: new Date(subject.committedAt),
            tools: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Tools({ components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.ComponentRepository([new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(_cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.ComponentType.Application, 'slipway')]) }),
            component: program
        }),
        components: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.ComponentRepository(parts)
    });
    const serializer = new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__.JsonSerializer(new _cyclonedx_cyclonedx_library_Serialize__WEBPACK_IMPORTED_MODULE_2__.JSON.Normalize.Factory(_cyclonedx_cyclonedx_library_Spec__WEBPACK_IMPORTED_MODULE_3__.Spec1dot6));
    return `${serializer.serialize(bom, { space: 2 })}\n`;
}
function makeComponent(type, { reference, name, version, purl, licensed, properties }, more) {
    const all = Object.entries({ ...properties, 'licence:unknown': licensed.unknown });
    return new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Component(type, name, {
        ...more,
        bomRef: reference,
        ...(version === undefined ? {} : { version }),
        ...(purl === undefined ? {} : { purl }),
        licenses: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.LicenseRepository([...licensed.ids].sort().map((id) => new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.SpdxLicense(id, { acknowledgement: _cyclonedx_cyclonedx_library_Enums__WEBPACK_IMPORTED_MODULE_0__.LicenseAcknowledgement.Declared }))),
        properties: new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.PropertyRepository(all
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .flatMap(([name, value]) => (value ? [new _cyclonedx_cyclonedx_library_Models__WEBPACK_IMPORTED_MODULE_1__.Property(`slipway:${name}`, value)] : [])))
    });
}


/***/ })

};
