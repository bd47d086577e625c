export const id = 3764;
export const ids = [3764];
export const modules = {

/***/ 93764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ describeIsolation)
/* harmony export */ });
const describeIsolation = ({ by, why }) => by === 'none' ? `none (${why}): programs under test run on the machine as it is` : `${by} (${why})`;


/***/ })

};
