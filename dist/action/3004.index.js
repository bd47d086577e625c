export const id = 3004;
export const ids = [3004];
export const modules = {

/***/ 98556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ file),
/* harmony export */   a: () => (/* binding */ files)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

const part = (not) => String.raw `([^${not}/\\.][^/\\]*|\.([^/\\.][^/\\]*)?|\.\.[^/\\]+)`;
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(new RegExp(`^${part('-')}(/${part('')})*/?$`), 'must be a path below the module, with /');
const files = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file.describe('A file or folder, relative to the module, with /.'));


/***/ }),

/***/ 43004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   smi: () => (/* binding */ smi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98556);


const smi = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    manifests: _settings_js__WEBPACK_IMPORTED_MODULE_0__/* .files */ .a
        .optional()
        .describe("SMI objects that people apply; left out: the module's YAML files, when the program speaks SMI.")
})
    .prefault({})
    .describe('Manifests that are read as a server with the SMI CRDs would; what it refuses or loses shows on its line.');


/***/ })

};
