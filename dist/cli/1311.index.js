export const id = 1311;
export const ids = [1311];
export const modules = {

/***/ 91311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crdsYaml: () => (/* binding */ crdsYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** The set as YAML documents for `kubectl apply -f -`. */
const crdsYaml = (set) => `# SMI CRD set "${set.name}": ${set.origin}.\n` +
    set.crds.map((crd) => `---\n${(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(crd, { lineWidth: 0, aliasDuplicateObjects: false })}`).join('');


/***/ })

};
