export const id = 2429;
export const ids = [2429];
export const modules = {

/***/ 42429:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   upsertComment: () => (/* binding */ upsertComment)
/* harmony export */ });
const LIMIT = 65_000;
const PAGES = 10;
async function upsertComment({ octokit, owner, repo }, pullRequest, key, markdown) {
    const marker = `<!-- slipway: ${key.replace(/[^\w./ -]/g, '_').replace(/-{2,}/g, '-')} -->`;
    const body = `${marker}\n${cutToFit(markdown)}`;
    const place = { owner, repo, issue_number: pullRequest };
    for (let page = 1; page <= PAGES; page++) {
        const { data } = await octokit.rest.issues.listComments({ ...place, per_page: 100, page });
        const ours = data.find((comment) => isOwnComment(comment, marker));
        if (ours?.body === body)
            return 'kept';
        if (ours) {
            await octokit.rest.issues.updateComment({ owner, repo, comment_id: ours.id, body });
            return 'updated';
        }
        if (data.length < 100)
            break;
    }
    await octokit.rest.issues.createComment({ ...place, body });
    return 'made';
}
const isOwnComment = ({ body, user, author_association: as = '' }, marker) => body?.startsWith(`${marker}\n`) === true && (user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(as));
function cutToFit(markdown) {
    if (markdown.length <= LIMIT)
        return markdown;
    const rest = '\n\nThe rest is in the job summary.\n';
    let text = '';
    for (const section of markdown.split(/^(?=#{2,3} )/m)) {
        if (text.length + section.length + rest.length > LIMIT)
            break;
        text += section;
    }
    return text.trimEnd() + rest;
}


/***/ })

};
