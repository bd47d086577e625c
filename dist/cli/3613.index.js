export const id = 3613;
export const ids = [3613];
export const modules = {

/***/ 63613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signerGiven: () => (/* binding */ signerGiven),
/* harmony export */   verifyCommand: () => (/* binding */ verifyCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62000);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34758);
/* harmony import */ var _model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39756);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(23659);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16042);
/* harmony import */ var _plan_planned_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(79821);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40766);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31324);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69663);
/* harmony import */ var _publish_yank_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95130);












/**
 * verify TAG|URL|DIR: what a careful downloader checks, in one go. The expected signer comes from the caller, from
 * slipway.yaml, or from the repository that the caller named, never from the release.
 */
async function verifyCommand({ operands, read }, world) {
    const { config } = await (0,_config_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(world.files(world.cwd), world.cwd, read);
    const [operand, ...rest] = operands;
    if (operand === undefined || rest.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `verify takes one tag, URL or folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway verify DIR --key FILE'
        });
    const given = signerGiven(config, world.cwd);
    const subject = await subjectOf(operand, config, world);
    const signer = given ?? subject.signer;
    if (!signer)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', 'nobody said who must have signed', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL; the release itself cannot say whom to trust.'
        });
    refuseOwnKey(signer, subject.found);
    const proves = await world.verifier(signer, world.scratchFiles, config['trusted-root']);
    const { covered, uncovered, programs, proved, built, recipe } = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRelease */ .V)(subject.found, { files: world.scratchFiles, unpack: world.unpack }, {
        proves,
        commit: subject.commit,
        version: subject.tag === undefined ? undefined : (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_7__/* .versionOfTag */ .mx)(subject.tag, (0,_publish_yank_js__WEBPACK_IMPORTED_MODULE_8__/* .folderOfTag */ .Yv)(subject.tag)),
        strangers: 'refuse'
    });
    const { where } = subject.found;
    const who = 'key' in signer ? 'key' : 'identity' in signer ? 'identity' : `identity, ${signer.pattern}`;
    world.host.info(`${where}: the signature is by the expected ${who}; ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(covered.length, 'file')} with the signed digest`);
    world.host.info(`  ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(programs, 'program')} in them, built from one commit for what the archives are named for`);
    if (built)
        world.host.info(`  built by ${built.builder} from commit ${built.commit} (${built.invocation})`);
    if (built?.compiledBy.length)
        world.host.info(`  that run took over what others compiled: ${others(built)}`);
    for (const line of matrix(proved))
        world.host.info(`  ${line}`);
    for (const name of uncovered)
        world.host.info(`  ${name} is covered by no signature; nothing is read from it`);
    const many = read('rebuild') === undefined ? 0 : config.rebuild;
    const rebuilt = many > 0 && built && recipe ? await again({ ...subject, commit: built.commit }, recipe, many, world) : [];
    if (config.json)
        world.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_10__/* .printedJson */ .xL)({ where, covered, uncovered, programs, proved, built: built ?? null, rebuilt }));
}
/** Of each other run what it compiled, as the run that signed says. */
const others = ({ compiledBy }) => compiledBy
    .map(({ targets, invocation }) => `${targets.join(', ')} (${invocation || 'by a run that nobody named'})`)
    .join('; ');
/** A key that lies among the files came with them, as far as anybody can tell. */
function refuseOwnKey(signer, { names, pathOf, where }) {
    if (!('key' in signer) || !pathOf || !names.some((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(pathOf(name)) === signer.key))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `the key ${signer.key} lies in the release that it should vouch for: ${where}`, {
        hint: 'Take the public key from the publisher, keep it elsewhere, and name it with --key.'
    });
}
/** Builds it again; the names of the files that came out the same. */
async function again({ found, commit, repository }, recipe, many, world) {
    const { rebuildRelease } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(3733), __webpack_require__.e(5407), __webpack_require__.e(1777), __webpack_require__.e(4880)]).then(__webpack_require__.bind(__webpack_require__, 84880));
    const same = await rebuildRelease(world, { found, commit, repository, recipe }, many);
    world.host.info(`${found.where}: built again from commit ${commit}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(same.length, 'file')} came out the same`);
    return same.map(({ name }) => name);
}
/** What a downloader can trust to work, a line a Kubernetes. */
function matrix(proved) {
    if (proved.length === 0)
        return ['nothing was proved of it'];
    const rows = [...new Set(proved.map(({ server }) => server))].map((server) => proved.filter((field) => field.server === server));
    return rows.map((row) => {
        const [{ server, provider, simulated } = { server: '', provider: '', simulated: false }] = row;
        const where = server
            ? `on Kubernetes ${server} (${provider}${simulated ? ', pods simulated' : ''})`
            : 'without a cluster';
        const suites = row
            .map(({ suite, subject, checks }) => `${suite}${subject ? ` of ${subject}` : ''} (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(checks, 'check')})`)
            .join(', ');
        return `proved ${where}: ${suites}`;
    });
}
/** Who the caller says must have signed, by flags or slipway.yaml. */
function signerGiven({ key, identity, issuer }, cwd) {
    if ((key !== '' && identity !== '') || (identity !== '') !== (issuer !== ''))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', 'the expected signer is a key, or an identity with its issuer', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL.'
        });
    if (key !== '')
        return { key: (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .keyFrom */ .S)(cwd, key) };
    return identity === '' ? undefined : { identity, issuer };
}
async function subjectOf(operand, config, world) {
    if (/^https?:\/\//.test(operand)) {
        const { publisher, tag, on, repository } = await world.releaseAt(operand, config.token, world.scratchFiles);
        return { ...(await published(publisher, tag, (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .signerOf */ .K)(on, repository, tag), world)), repository: repository.url };
    }
    const folder = operand.startsWith('file://') ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(operand) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, operand);
    const files = world.files(folder);
    // Who says where releases live means a tag, even where a folder has its name.
    const names = config.to === 'auto' ? await files.list(folder) : [];
    if (names.length || operand.startsWith('file://'))
        return { found: await (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .foundAt */ .yb)(folder, names, files) };
    const to = (0,_plan_planned_js__WEBPACK_IMPORTED_MODULE_11__/* .destination */ .j)(config.to, world.surroundings);
    if (to === undefined || to === 'none' || /^[./]/.test(operand))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `${operand} is no folder with a release in it`, {
            hint: 'For a tag, say where releases live: --to github, gitlab or a folder; or give the URL of its page.'
        });
    const publisher = await world.publisher(to, config.token, world.scratchFiles);
    const repository = to === 'github' || to === 'gitlab' ? world.repositoryOf(to) : undefined;
    const signer = repository === undefined ? undefined : (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .signerOf */ .K)(to, repository, operand);
    return { ...(await published(publisher, operand, signer, world)), repository: repository?.url };
}
async function published(publisher, tag, signer, { signal }) {
    const release = await publisher.find(tag, signal);
    if (!release)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; what may not be seen looks the same as what is not there.'
        });
    if (release.yanked !== undefined)
        throw (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .takenBack */ .lv)(tag, release.url, release.yanked);
    return { found: (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .foundIn */ .QR)(release), tag, commit: await publisher.commitOf(tag, signal), signer };
}


/***/ })

};
