export const id = 1248;
export const ids = [1248];
export const modules = {

/***/ 11248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   surface: () => (/* binding */ surface)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

const surface = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    api: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\.(\/[\w.+~-]+)*(\/\.\.\.)?$/))
        .default([])
        .describe('Packages that others import, such as ./pkg/api/...; none: the Go API is not compared.'),
    accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())
        .default([])
        .describe('Breaks that you know of, as the suite names them, such as --old-flag.')
})
    .prefault({})
    .describe('What must fit the step of the version number.');


/***/ })

};
