export const id = 4764;
export const ids = [4764];
export const modules = {

/***/ 88322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ listAccepted),
/* harmony export */   UQ: () => (/* binding */ acceptInTrial),
/* harmony export */   vR: () => (/* binding */ acceptBreaks)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const KEY = 'accepted-breaks';
const acceptInTrial = (trial, accepted) => {
    const own = accepted.filter(({ suite }) => suite === trial.suite).map(({ claim, reason }) => ({ claim, reason }));
    return own.length === 0 ? trial : { ...trial, with: { ...trial.with, [KEY]: own } };
};
const acceptBreaks = (verdict) => {
    const accepted = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readObjectsAt */ .s0)({ list: verdict.trial.with[KEY] }, 'list').map(({ claim, reason }) => ({
        claim: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(claim),
        reason: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(reason)
    }));
    if (accepted.length === 0)
        return verdict;
    const checks = verdict.checks.map((check) => {
        const known = check.outcome === 'failed' ? accepted.find(({ claim }) => claim === check.claim) : undefined;
        return known ? { ...check, outcome: 'passed', accepted: known.reason } : check;
    });
    const unused = accepted.filter(({ claim }) => !checks.some((check) => check.accepted !== undefined && check.claim === claim));
    const told = unused.map(({ claim }) => ({
        claim: `The accepted break "${claim}" was looked for`,
        outcome: 'passed',
        seen: 'it does not happen any more: take it out of accepted-breaks in slipway.yaml'
    }));
    const holds = verdict.checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed');
    return { ...verdict, checks: [...checks, ...told], outcome: holds ? 'passed' : 'failed' };
};
const listAccepted = ({ checks }) => checks.filter(({ accepted }) => accepted !== undefined);


/***/ }),

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
