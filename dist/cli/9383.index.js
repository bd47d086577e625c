export const id = 9383;
export const ids = [9383];
export const modules = {

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.map(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD).join(' ').slice(0, 300)}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 89383:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runSchema: () => (/* binding */ runSchema)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80165);


async function runSchema(request, context) {
    (0,_context_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseOperands */ .R)(request);
    const { makeProjectSchema } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(3948)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    context.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .printJson */ .Q2)(makeProjectSchema(), 2));
}


/***/ })

};
