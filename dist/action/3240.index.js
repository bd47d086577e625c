export const id = 3240;
export const ids = [3240];
export const modules = {

/***/ 63240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   VI: () => (/* binding */ namedFiles),
/* harmony export */   WY: () => (/* binding */ described),
/* harmony export */   bo: () => (/* binding */ TEST_RESULT),
/* harmony export */   nG: () => (/* binding */ byName),
/* harmony export */   qZ: () => (/* binding */ statement),
/* harmony export */   yZ: () => (/* binding */ SLSA)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);


const SLSA = 'https://slsa.dev/provenance/v1';
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
const statement = (predicateType, files, predicate) => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: byName(files).map(described),
    predicateType,
    predicate
});
/** A file as in-toto's ResourceDescriptor. */
const described = ({ name, sha256 }) => ({
    name,
    digest: { sha256 }
});
const byName = (files) => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
/** Reads what `statement` makes. Throws a 'verification' Failure for anything else. */
function parseStatement(text, predicateType, where) {
    const found = parse(text);
    const subject = namedFiles(found, 'subject');
    if (!found ||
        (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, '_type') !== 'https://in-toto.io/Statement/v1' ||
        (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, 'predicateType') !== predicateType ||
        !subject?.length ||
        typeof found['predicate'] !== 'object')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${where} is not an in-toto statement of type ${predicateType}`, {
            hint: 'Download it again from the release; if it stays so, do not use the release.'
        });
    return found;
}
/** Files that a list of ResourceDescriptors names; undefined when one of them is no file with a SHA-256. */
function namedFiles(value, ...keys) {
    const files = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(value, ...keys).map((item) => ({
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'name'),
        sha256: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'digest', 'sha256')
    }));
    const whole = files.length === (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(keys.reduce((inner, key) => inner?.[key], value)).length;
    return whole && files.every(({ name, sha256 }) => name !== '' && /^[0-9a-f]{64}$/.test(sha256)) ? files : undefined;
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ })

};
