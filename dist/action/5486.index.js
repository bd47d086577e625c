export const id = 5486;
export const ids = [5486];
export const modules = {

/***/ 15486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   composeReleaseNotes: () => (/* binding */ composeReleaseNotes)
/* harmony export */ });
/* harmony import */ var conventional_commits_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34674);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72584);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40766);
/* harmony import */ var _model_release_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61456);
/* harmony import */ var _report_verifying_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61701);





const HEADER = /^(\w+)(?:\(([^()]*)\))?!?: (.+)$/;
const NO_REFERENCES = { issuePrefixes: undefined, referenceActions: undefined };
const parser = new conventional_commits_parser__WEBPACK_IMPORTED_MODULE_0__/* .CommitParser */ .Jf({
    headerPattern: HEADER,
    breakingHeaderPattern: /^(\w+)(?:\(([^()]*)\))?!: (.+)$/,
    noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
    headerCorrespondence: ['type', 'scope', 'subject'],
    ...NO_REFERENCES
});
const LONGEST = 50_000;
const LONGEST_LINE = 1_000;
const LONGEST_NAME = 100;
const BREAKING = 'Breaking changes';
const GROUPS = [
    { title: 'Features', types: ['feat', 'feature'] },
    { title: 'Fixes', types: ['fix', 'bugfix', 'hotfix', 'revert'] },
    { title: 'Faster', types: ['perf'] }
];
const OTHER = 'Other changes';
const MOST = 80_000;
function composeReleaseNotes(plan, contents) {
    const { words, tag, changes, since, generated, comparison } = contents;
    const fill = (text) => (text === undefined ? '' : (0,_model_release_words_js__WEBPACK_IMPORTED_MODULE_2__/* .fillIn */ .p)(text.trim(), { ...plan, tag }));
    return [
        fill(words?.header),
        generated?.trim() ?? '',
        ...(changes === undefined ? [] : [formatChangesSince(changes, since, words).join('\n')]),
        comparison === undefined ? '' : `[All that changed](${comparison})`,
        ...formatProof(contents),
        `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(plan.name)} ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(plan.version)} is built from commit ${plan.commit} with ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(plan.go.version)}.`,
        '<details>\n<summary>How to verify it</summary>',
        (0,_report_verifying_js__WEBPACK_IMPORTED_MODULE_1__/* .composeVerifying */ .c)(contents.verification).join('\n'),
        '</details>',
        fill(words?.footer)
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function formatProof({ unproved, proved, evidence }) {
    if (unproved)
        return ['*Unproved*: nothing says how it was tried.'];
    const rows = proved.map(_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV);
    if (rows.length === 0)
        return [];
    const more = evidence === undefined ? '' : ` ([the evidence](${evidence}))`;
    return rows.length === 1
        ? [`Proved ${rows.join('')}${more}`]
        : [`Proved${more}:`, rows.map((row) => `- ${row}`).join('\n')];
}
function formatChangesSince(changes, since, words = {}) {
    const title = `## Changes${since === undefined ? '' : ` since ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(since)}`}`;
    const groups = words.groups ?? GROUPS;
    const left = new Set(words['leave-out']?.map((type) => type.toLowerCase()));
    const all = changes
        .map((change) => formatChangeLine(change, groups, words.authors ?? false))
        .filter(({ type, heading }) => heading === BREAKING || type === undefined || !left.has(type));
    if (all.length === 0)
        return [title, '', 'None.'];
    const lines = cutLines(all);
    const more = lines.length < all.length ? ['', `… and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .formatCount */ .B4)(all.length - lines.length, 'more change')}.`] : [];
    if (!lines.some(({ type }) => type !== undefined))
        return [title, '', ...lines.map(({ line }) => line), ...more];
    const headings = [...new Set([BREAKING, ...groups.map(({ title }) => title), OTHER])];
    return [
        title,
        ...headings.flatMap((heading) => {
            const own = lines.filter((line) => line.heading === heading);
            return own.length > 0 ? ['', `### ${heading}`, '', ...own.map(({ line }) => line)] : [];
        }),
        ...more
    ];
}
function cutLines(lines) {
    let length = 0;
    const end = lines.findIndex(({ line }) => (length += line.length) > MOST);
    return end < 0 ? lines : lines.slice(0, end);
}
function formatChangeLine({ commit, author, message: whole }, groups, authors) {
    const by = authors && author !== '' ? `, ${escapeChange(author.slice(0, LONGEST_NAME))}` : '';
    const hash = ` (${commit.slice(0, 7)}${by})`;
    const message = whole
        .slice(0, LONGEST)
        .split('\n')
        .map((line) => line.slice(0, LONGEST_LINE))
        .join('\n');
    const title = message.trim().split('\n', 1)[0] ?? '';
    if (!HEADER.test(title))
        return { heading: OTHER, line: `- ${escapeChange(title || 'no message')}${hash}`, type: undefined };
    const { type: written, scope, subject, notes } = parser.parse(message);
    const type = (written ?? '').toLowerCase();
    const heading = notes.length
        ? BREAKING
        : (groups.find(({ types }) => types.some((each) => each.toLowerCase() === type))?.title ?? OTHER);
    const where = scope ? `**${escapeChange(scope)}:** ` : '';
    const told = notes.map(({ text }) => text).filter((text) => text !== subject);
    const breaks = told.map((text) => `\n  ${escapeChange(text)}`).join('');
    return { heading, line: `- ${where}${escapeChange(subject ?? title)}${hash}${breaks}`, type };
}
const escapeChange = (text) => (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(text).replace(/\\#<!-- -->(?=\d)/g, '#');


/***/ })

};
