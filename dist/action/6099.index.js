export const id = 6099;
export const ids = [6099];
export const modules = {

/***/ 32018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ describeReporter)
/* harmony export */ });
const describeReporter = ({ run, job }) => (job === '' ? run : `job ${job} of ${run}`);


/***/ }),

/***/ 72219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ describeSample),
/* harmony export */   t: () => (/* binding */ sampleTargets)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function sampleTargets(targets, many, commit, format) {
    const ranked = targets.map((target) => ({ target, rank: (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(`${commit} ${format(target)}`) }));
    const chosen = new Set([...ranked]
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, many)
        .map(({ target }) => target));
    return targets.filter((target) => chosen.has(target));
}
const describeSample = (sampled, of) => sampled < of
    ? `${sampled} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(of, 'target')}, chosen by the commit`
    : `every one of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(of, 'target')}`;


/***/ }),

/***/ 93764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ describeIsolation)
/* harmony export */ });
const describeIsolation = ({ by, why }) => by === 'none' ? `none (${why}): programs under test run on the machine as it is` : `${by} (${why})`;


/***/ })

};
