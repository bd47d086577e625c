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
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83916);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33308);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8301);



const noOperands = ({ command, operands }) => {
    if (operands.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
};
/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
async function crdsCommand(request, world) {
    noOperands(request);
    const { set, storage } = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)(request.read);
    const [{ crdSet }, { crdsYaml }] = await Promise.all([__webpack_require__.e(/* import() */ 2940).then(__webpack_require__.bind(__webpack_require__, 82940)), Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(1311)]).then(__webpack_require__.bind(__webpack_require__, 91311))]);
    world.print(crdsYaml(crdSet(set, { storage })).trimEnd());
}
/** schema: the JSON Schema of slipway.yaml. */
async function schemaCommand(request, world) {
    noOperands(request);
    const { projectSchema } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(9144)]).then(__webpack_require__.bind(__webpack_require__, 29144));
    world.print((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .printedJson */ .xL)(projectSchema(), 2));
}


/***/ })

};
