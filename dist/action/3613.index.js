export const id = 3613;
export const ids = [3613,5312];
export const modules = {

/***/ 63613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runVerify: () => (/* binding */ runVerify)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58353);
/* harmony import */ var _config_trust_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30800);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51120);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(23659);
/* harmony import */ var _model_release_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33500);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(16042);
/* harmony import */ var _verify_yanked_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57677);
/* harmony import */ var _plan_publication_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16961);
/* harmony import */ var _report_proved_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(75312);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(40766);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(20600);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(69663);















async function runVerify({ operands, read }, context) {
    const config = (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_2__.parseInputs)(read);
    (0,_config_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseEmptyTrust */ .qM)(read);
    const [operand, ...rest] = operands;
    if (operand === undefined || rest.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `verify takes one tag, URL or folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway verify DIR --key FILE'
        });
    await context.sweepScratch();
    const trust = await (0,_config_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .readTrust */ .bn)(context.scratchFiles, context.cwd, config);
    if (trust.signer)
        await context.preflightTrust(trust.signer, context.scratchFiles, trust.trustedRoot);
    const subject = await findSubject(operand, config, context);
    const signer = trust.signer ?? subject.signer;
    if (!signer)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', 'no expected signer is configured', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL, or --trust FILE; the release itself cannot say whom to trust, and a slipway.yaml counts only when --trust names it.'
        });
    if (subject.folder !== undefined)
        await (0,_config_trust_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseOwnTrust */ .lT)(context.scratchFiles, trust, subject.folder);
    const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot);
    const { covered, uncovered, odd, programs, proved, built, recipe, described } = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .verifyRelease */ .V)(subject.found, { files: context.scratchFiles, unpack: context.unpack }, {
        proves,
        signer,
        commit: subject.commit,
        version: subject.tag === undefined ? undefined : (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_11__/* .readVersionOfTag */ .KJ)(subject.tag, (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_11__/* .parseTagFolder */ .Ou)(subject.tag)),
        asked: { tag: subject.tag, repository: subject.repository, ...readRequested(config) },
        strangers: config['extra-files']
    });
    const { where } = subject.found;
    const who = 'key' in signer ? 'key' : 'identity' in signer ? 'identity' : `identity, ${signer.pattern}`;
    context.host.info(`${where}: the signature is by the expected ${who}; ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_12__/* .formatCount */ .B4)(covered.length, 'file')} with the signed digest`);
    context.host.info(`  ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_12__/* .formatCount */ .B4)(programs, 'program')} in them, built from one commit for what the archives are named for`);
    if (built)
        context.host.info(`  built by ${built.builder} from commit ${built.commit} (${built.invocation})`);
    if (built?.compiledBy.length)
        context.host.info(`  that run took over what others compiled: ${describeOtherRuns(built)}`);
    for (const line of formatProved(proved))
        context.host.info(`  ${line}`);
    for (const name of uncovered)
        context.host.info(`  ${name} is covered by no signature; nothing is read from it`);
    for (const sentence of odd)
        context.host.info(`  ${sentence}; nothing is read from it`);
    const many = read('rebuild') === undefined ? 0 : config.rebuild;
    const rebuilt = many > 0 && built && recipe
        ? await rebuildAgain({ ...subject, commit: built.commit, recipe, described }, many, context)
        : [];
    if (config.json)
        context.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_13__/* .printJson */ .Q2)({ where, covered, uncovered, odd, programs, proved, built: built ?? null, rebuilt }));
}
const describeOtherRuns = ({ compiledBy }) => compiledBy
    .map(({ targets, invocation }) => `${targets.join(', ')} (${invocation || 'by a run that nobody named'})`)
    .join('; ');
const readRequested = ({ of, tag }) => ({
    ...(of !== '' && (/^[a-z+]+:\/\//.test(of) ? { repository: of } : { module: of })),
    ...(tag !== '' && { tag })
});
async function rebuildAgain({ found, commit, repository, recipe, described }, many, context) {
    const { rebuildRelease } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(4898), __webpack_require__.e(5407), __webpack_require__.e(1464), __webpack_require__.e(750), __webpack_require__.e(4880)]).then(__webpack_require__.bind(__webpack_require__, 84880));
    const same = await rebuildRelease(context, { found, commit, repository, recipe, described }, many);
    context.host.info(`${found.where}: built again from commit ${commit}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_12__/* .formatCount */ .B4)(same.length, 'file')} came out the same`);
    return same.map(({ name }) => name);
}
const formatProved = (proved) => proved.length === 0 ? ['nothing was proved of it'] : (0,_report_proved_text_js__WEBPACK_IMPORTED_MODULE_14__/* .formatProvedRows */ .p)(proved).map((row) => `proved ${row}`);
async function findSubject(operand, config, context) {
    if (/^https?:\/\//.test(operand)) {
        const { publisher, tag, on, repository } = await context.releaseAt(operand, config.token, context.scratchFiles);
        return {
            ...(await verifyPublishedTag(publisher, tag, (0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .findPlatform */ .rB)(on)?.signer(repository, tag), context)),
            repository: repository.url
        };
    }
    const folder = operand.startsWith('file://') ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(operand) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, operand);
    const files = context.files(folder);
    const names = config.to === 'auto' ? await files.entries(folder) : [];
    if (names.length || operand.startsWith('file://'))
        return { found: await (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_7__/* .openFolder */ .NE)(folder, files), folder };
    const to = (0,_plan_publication_js__WEBPACK_IMPORTED_MODULE_9__/* .chooseDestination */ .gV)(config.to, context.surroundings);
    if (to === undefined || to === 'none' || /^[./]/.test(operand))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `${operand} is no folder with a release in it`, {
            hint: 'For a tag, say where releases live: --to github, gitlab or a folder; or give the URL of its page.'
        });
    const publisher = await context.publisher(to, config.token, context.scratchFiles);
    const repository = context.repositoryOf(to);
    const signer = repository && (0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_5__/* .findPlatform */ .rB)(to)?.signer(repository, operand);
    return { ...(await verifyPublishedTag(publisher, operand, signer, context)), repository: repository?.url };
}
async function verifyPublishedTag(publisher, tag, signer, { signal, scratchFiles }) {
    const release = await publisher.find(tag, signal);
    if (!release)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; what may not be seen looks the same as what is not there.'
        });
    (0,_verify_yanked_js__WEBPACK_IMPORTED_MODULE_8__/* .refuseYankedDownload */ .X)(tag, release.url, release.yanked);
    const folder = release.pathOf && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(release.pathOf(_model_release_record_js__WEBPACK_IMPORTED_MODULE_6__/* .RECORD */ .g));
    return {
        found: { ...(0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_7__/* .openPublished */ .nZ)(release), ...(folder !== undefined && { odd: await (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_7__/* .listOdd */ .aL)(folder, scratchFiles) }) },
        ...{ tag, commit: await publisher.commitOf(tag, signal), signer },
        ...(folder !== undefined && { folder })
    };
}


/***/ }),

/***/ 30800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bn: () => (/* binding */ readTrust),
/* harmony export */   lT: () => (/* binding */ refuseOwnTrust),
/* harmony export */   qM: () => (/* binding */ refuseEmptyTrust)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75997);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81835);




async function readTrust(files, cwd, settings) {
    const own = { folder: cwd, settings };
    const path = settings.trust === '' ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, settings.trust);
    const named = path === undefined ? undefined : { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), settings: await readSettings(files, path) };
    const by = named && !namesSigner(settings) ? named : own;
    const root = settings['trusted-root'] === '' && named ? named : own;
    const signer = (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseExpectedSigner */ .w0)(by.settings, by.folder);
    const trustedRoot = root.settings['trusted-root'] === '' ? '' : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root.folder, root.settings['trusted-root']);
    const key = signer && 'key' in signer && !isService(signer.key) ? [signer.key] : [];
    return { signer, trustedRoot, files: [...key, trustedRoot, path ?? ''].filter((file) => file !== '') };
}
function refuseEmptyTrust(read) {
    for (const name of [..._expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8, 'trusted-root', 'trust']) {
        const given = read(name);
        if (given?.from.startsWith('--') && given.text.trim() === '')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${given.from} is empty`, {
                hint: 'It says whom to trust: give it a value (is a variable of the shell not set?), or leave it out.'
            });
    }
}
const namesSigner = (settings) => _expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8.some((name) => settings[name] !== '');
const isService = (key) => /^[a-z0-9+]+:\/\//.test(key);
async function readSettings(files, path) {
    const bytes = await files.read(path);
    if (!bytes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `there is no file ${path}, which should say who must have signed`, {
            hint: 'Check the path that --trust names: a slipway.yaml with key, or with identity and issuer.'
        });
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(5958)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { parseInputs } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 58353));
    const { read } = parseProject(Buffer.from(bytes).toString('utf8'), path);
    const wanted = [..._expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8, 'trusted-root'];
    const settings = parseInputs((name) => (wanted.includes(name) ? read(name) : undefined));
    if (namesSigner(settings) || settings['trusted-root'] !== '')
        return settings;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${path} does not say who must have signed`, {
        hint: 'It needs key, or identity and issuer, or trusted-root, as lines of a slipway.yaml. A key itself is named by --key.'
    });
}
async function refuseOwnTrust(files, trust, judged) {
    const folder = await files.real(judged);
    for (const file of trust.files) {
        const real = await files.real(file);
        if (folder === undefined || real === undefined || !(0,_base_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .U)(folder, real))
            continue;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${file} lies in the release that it should vouch for: ${judged}`, {
            hint: 'Take what vouches from the publisher, and keep it outside of that folder.'
        });
    }
}


/***/ }),

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
