export const id = 7633;
export const ids = [7633];
export const modules = {

/***/ 37633:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crdsCommand: () => (/* binding */ crdsCommand),
/* harmony export */   schemaCommand: () => (/* binding */ schemaCommand)
/* harmony export */ });
/* harmony import */ var _config_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60822);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19843);



/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
async function crdsCommand(request, world) {
    (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOperands */ .R)(request);
    const { set, storage } = (0,_config_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInputs */ .TL)(request.read);
    const [{ crdSet }, { crdsYaml }] = await Promise.all([__webpack_require__.e(/* import() */ 2940).then(__webpack_require__.bind(__webpack_require__, 82940)), Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(1311)]).then(__webpack_require__.bind(__webpack_require__, 91311))]);
    world.print(crdsYaml(crdSet(set, { storage })).trimEnd());
}
/** schema: the JSON Schema of slipway.yaml. */
async function schemaCommand(request, world) {
    (0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOperands */ .R)(request);
    const { projectSchema } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(1336)]).then(__webpack_require__.bind(__webpack_require__, 41336));
    world.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .printedJson */ .xL)(projectSchema(), 2));
}


/***/ }),

/***/ 19843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Rejects words behind a command that takes flags only. */
function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ })

};
