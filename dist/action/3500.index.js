export const id = 3500;
export const ids = [3500];
export const modules = {

/***/ 43500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crds: () => (/* binding */ crds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98556);


const crds = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    files: _settings_js__WEBPACK_IMPORTED_MODULE_0__/* .files */ .a
        .optional()
        .describe('The CRDs that are installed with this version; left out: what lies in folders named crd or crds.'),
    samples: _settings_js__WEBPACK_IMPORTED_MODULE_0__/* .files */ .a.default([]).describe('Objects of theirs, tried beside those that are made from the schemas.'),
    apply: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['client-side', 'server-side'])
        .default('client-side')
        .describe('How people apply them: kubectl apply alone, or with --server-side, which the largest need.')
})
    .prefault({})
    .describe('CustomResourceDefinitions that suite crd takes from the release before to this one and back.');


/***/ }),

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


/***/ })

};
