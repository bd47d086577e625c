export const id = 43;
export const ids = [43];
export const modules = {

/***/ 43:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preflight: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _github_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4696);
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1417);
/* harmony import */ var _github_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7937);
/* harmony import */ var _github_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9096);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2676);






/** Tokens of persons, whose `permissions` in a repository's description can be believed. */
const PERSONAL = /^(ghp|github_pat|gho|ghu)_/;
/**
 * What would stop a release later, looked for before the first compile and without a write: names and numbers, the
 * token, the repository, the right to write, the tag. Throws a Failure with the next step.
 */
async function preflight(place, intent, signal) {
    (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseNames */ .d3)(intent.names);
    (0,_names_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseSizes */ .DF)(intent.names.map((name) => ({ name, size: 1 })));
    const client = (0,_github_client_js__WEBPACK_IMPORTED_MODULE_1__/* .connect */ .N)(place);
    const unseen = await demandRepository(client, place.token, signal);
    await (0,_github_tag_js__WEBPACK_IMPORTED_MODULE_4__/* .demandTag */ .m)(client, intent.tag, intent.commit, signal);
    const published = await (0,_github_release_js__WEBPACK_IMPORTED_MODULE_3__/* .publishedRelease */ .qT)(client, intent.tag, signal);
    return { published: published?.html_url, unseen };
}
async function demandRepository(client, token, signal) {
    const { octokit, owner, repo, repository } = client;
    const { data, headers } = await octokit.rest.repos
        .get({ owner, repo, request: { signal } })
        .catch((error) => {
        throw (0,_github_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .explained */ .to)(error, `cannot see the repository ${repository}`, signal);
    });
    if (data.full_name.toLowerCase() !== repository.toLowerCase()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the repository ${repository} is called ${data.full_name} now`, {
            hint: `Use ${data.full_name}.`
        });
    }
    if (data.archived) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the repository ${repository} is archived: it takes no releases`, {
            hint: 'Unarchive it first.'
        });
    }
    if (data.permissions?.push === true)
        return expiry(headers);
    if (data.permissions?.push === false && PERSONAL.test(token)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the token may read ${repository} and not write to it`, {
            hint: 'Give the token the right to write contents ("contents: write", or the scope "repo").'
        });
    }
    return [...expiry(headers), 'whether the token may write: GitHub does not say that for tokens of apps and workflows'];
}
/** A token that ends soon is worth a word; GitHub tells only for tokens of persons. */
function expiry(headers) {
    const ends = headers['github-authentication-token-expiration'];
    return typeof ends === 'string' ? [`the token expires ${ends}`] : [];
}


/***/ })

};
