export const id = 5312;
export const ids = [5312];
export const modules = {

/***/ 75312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ formatProvedRows)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40766);

function formatProvedRows(proved) {
    const rows = [...new Set(proved.map(({ server }) => server))].map((server) => proved.filter((field) => field.server === server));
    return rows.map((row) => {
        const [{ server, provider, reportedBy } = { server: '', provider: '' }] = row;
        const where = server ? `on Kubernetes ${server} (${provider})` : 'without a cluster';
        const suites = row
            .map(({ suite, subject, checks, simulated }) => `${suite}${subject ? ` of ${subject}` : ''} (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(checks, 'check')}${simulated ? ', pods simulated' : ''})`)
            .join(', ');
        return `${where}: ${suites}${reportedBy === undefined ? '' : `, as ${reportedBy} reported`}`;
    });
}


/***/ })

};
