export const id = 8075;
export const ids = [8075];
export const modules = {

/***/ 78761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21226);

function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 78075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runSchema: () => (/* binding */ runSchema)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77983);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78761);


async function runSchema(request, context) {
    (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseOperands */ .R)(request);
    const { makeProjectSchema } = await Promise.all(/* import() */[__webpack_require__.e(3723), __webpack_require__.e(8905), __webpack_require__.e(1830)]).then(__webpack_require__.bind(__webpack_require__, 21830));
    context.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .printJson */ .Q2)(makeProjectSchema(), 2));
}


/***/ })

};
