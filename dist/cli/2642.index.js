export const id = 2642;
export const ids = [2642];
export const modules = {

/***/ 40802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ AT_REST),
/* harmony export */   wZ: () => (/* binding */ lookPatiently),
/* harmony export */   x: () => (/* binding */ AFTER_A_WRITE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const AFTER_A_WRITE = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 };
const AT_REST = { missing: [1, 2, 4, 8, 15], wrong: 5 };
const AGREEING = 3;
async function lookPatiently(look, wait, patience) {
    const asked = [];
    const wrong = new Map();
    const longest = patience.missing.reduce((sum, pause) => sum + pause, 0);
    let waited = 0;
    for (let missed = 0;;) {
        const shown = await lookOrMiss(look);
        if (shown.seen === 'right')
            return shown;
        const what = shown.seen === 'wrong' ? shown.failure.message : shown.what;
        asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`);
        if (shown.seen === 'wrong') {
            const agreeing = (wrong.get(what) ?? 0) + 1;
            if (agreeing === AGREEING)
                return shown;
            wrong.set(what, agreeing);
        }
        const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++];
        if (pause === undefined || waited + pause > longest)
            return { seen: 'missing', asked, what };
        waited += pause;
        await wait(pause);
    }
}
const lookOrMiss = async (look) => {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'host')
            return { seen: 'missing', what: error.message };
        throw error;
    }
};


/***/ }),

/***/ 72642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runYank: () => (/* binding */ runYank)
});

// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/plan/publication.ts
var publication = __webpack_require__(16961);
// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/publish/latest.ts
var publish_latest = __webpack_require__(72800);
// EXTERNAL MODULE: ./src/publish/yank.ts
var yank = __webpack_require__(95130);
;// CONCATENATED MODULE: ./src/publish/reinstate.ts



async function reinstate(publisher, tag, warn, signal) {
    const version = (0,facts_version/* readVersionOfTag */.KJ)(tag, (0,yank/* parseTagFolder */.Ou)(tag));
    const prerelease = version !== undefined && (0,facts_version/* isPrerelease */.V1)(version);
    const before = await publisher.latest?.now(signal);
    const owner = (0,publish_latest/* findOwnerOfLatest */.rK)(tag, await publisher.list(signal), before);
    const latest = version !== undefined && !prerelease && owner === undefined;
    const done = await publisher.reinstate({ tag, latest, prerelease }, signal);
    if (done?.changed)
        await (0,publish_latest/* settleLatest */.tG)(publisher, { tag, latest, before }, warn, signal);
    return done;
}

// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
;// CONCATENATED MODULE: ./src/publish/stays.ts




function listStays(tag, published, on) {
    const holds = (wanted) => published.files.some(({ name }) => name === wanted);
    const signed = holds(release_chains/* BUNDLE */.dI) || holds(release_chains/* PROVENANCE */.EK);
    const folder = (0,yank/* parseTagFolder */.Ou)(tag);
    const version = /^v\d/.test(folder === '' ? tag : tag.slice(folder.length + 1)) && (0,facts_version/* readVersionOfTag */.KJ)(tag, folder);
    return [
        `the files and the tag ${tag}: whoever has pinned them still gets them`,
        ...(version
            ? [`go install with @v${version}, by the module proxy: add "retract v${version}" to go.mod and release that`]
            : []),
        ...(signed ? ['its signatures, which stay valid, and what a transparency log has of keyless ones'] : []),
        ...(holds(release_chains/* PROVENANCE */.EK) && (0,platforms/* findPlatform */.rB)(on)?.keepsAttestations
            ? ['its attestation, where it was kept: gh attestation verify goes on to accept the files']
            : []),
        'copies elsewhere: images, packages, taps and mirrors, and notifications that were sent'
    ];
}

;// CONCATENATED MODULE: ./src/commands/yank.ts







async function runYank({ operands, read }, context) {
    const { config } = await (0,parse/* readConfig */.Xg)(context.files(context.cwd), context.cwd, read);
    const [tag, ...rest] = operands;
    if (tag === undefined || rest.length)
        throw new errors/* Failure */.H('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: config.undo ? 'slipway yank --undo v1.2.3' : 'slipway yank v1.2.3 --why "…"'
        });
    const to = (0,publication/* chooseDestination */.gV)(config.to, context.surroundings);
    if (to === undefined || to === 'none')
        throw new errors/* Failure */.H('input', 'nobody said where the release lives', {
            hint: 'Give --to github, --to gitlab or --to DIR.'
        });
    const publisher = await context.publisher(to, config.token, context.scratchFiles);
    const release = await publisher.find(tag, context.signal);
    if (!release)
        throw new errors/* Failure */.H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
        });
    const yanking = { tag, to, config, publisher, release };
    await (config.undo ? undoYank(yanking, context) : takeBack(yanking, context));
}
async function takeBack({ tag, to, config, publisher, release }, context) {
    if (release.yanked === undefined)
        await demandYes(`Take ${tag} back, on ${to}?`, tag, config, context);
    const yanked = await (0,yank/* yankAndPromote */.LG)(publisher, { tag, why: config.why, half: false }, context.signal);
    if (!yanked)
        throw makeGoneFailure(tag);
    const stays = listStays(tag, release, publisher.name);
    context.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`);
    if (yanked.latest)
        context.host.info(`  the highest stable release that stays: ${yanked.latest}`);
    for (const line of stays)
        context.host.info(`  not taken back: ${line}`);
    for (const line of yanked.undone)
        context.host.warn(line);
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ tag, ...yanked, stays }));
}
async function undoYank({ tag, to, config, publisher, release }, context) {
    if (release.yanked === undefined)
        throw new errors/* Failure */.H('input', `${tag} was never taken back, or stands again already: ${release.url}`, {
            hint: 'There is nothing to undo.'
        });
    context.host.info(`${tag} was taken back: ${release.yanked}`);
    await demandYes(`Stand by ${tag} again, on ${to}?`, tag, config, context);
    const warn = (line) => context.host.warn(line);
    const done = await reinstate(publisher, tag, warn, context.signal);
    if (!done)
        throw makeGoneFailure(tag);
    context.host.info(`${tag} stands again: ${done.url}`);
    for (const line of done.undone)
        warn(line);
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ tag, ...done }));
}
async function demandYes(question, tag, { yes }, context) {
    if (yes || (await context.confirm(question)))
        return;
    throw new errors/* Failure */.H('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' });
}
const makeGoneFailure = (tag) => new errors/* Failure */.H('host', `the release ${tag} was there, and is not any more`, { hint: 'Run again.' });


/***/ }),

/***/ 81835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ SIGNER_INPUTS),
/* harmony export */   w0: () => (/* binding */ chooseExpectedSigner),
/* harmony export */   zP: () => (/* binding */ refuseAmbiguousSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const SIGNER_INPUTS = ['key', 'identity', 'issuer'];
function refuseAmbiguousSigner({ key, identity, issuer }) {
    const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === '';
    if (isSound)
        return;
    throw new Error('the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)');
}
function chooseExpectedSigner({ key, identity, issuer }, folder) {
    if (key !== '')
        return { key: resolveKey(folder, key) };
    return identity === '' ? undefined : { identity, issuer };
}
const resolveKey = (folder, key) => (/^[a-z0-9+]+:\/\//.test(key) ? key : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, key));


/***/ }),

/***/ 58353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ findSuiteSettings),
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   parseInputs: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79178);





const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    accepted: [],
    acceptedStubs: [],
    steps: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .UNSAID */ .rK
};
const findSuiteSettings = (project, { settings }) => settings && project[settings.key];
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    return await parseSettings(bytes && Buffer.from(bytes).toString('utf8'), PROJECT_FILE, read);
}
async function parseSettings(text, path, read) {
    if (text === undefined)
        return { config: parseInputs(read), project: NO_PROJECT, findLine: () => undefined };
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { read: own, project, findLine } = parseProject(text, path);
    return { config: parseInputs((name) => read(name) ?? own(name)), project, findLine };
}
const LONGEST = 100_000;
const SHOWN = 2000;
function parseInputs(read) {
    const parsed = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .m)) {
        const given = read(name);
        const text = given?.text.trim();
        try {
            if (text !== undefined && text.length > LONGEST)
                throw new Error(`is ${text.length} characters long, and no value is longer than ${LONGEST}`);
            parsed[name] = input.parse(text ? text : input.default);
        }
        catch (error) {
            mistakes.push(describeInputMistake(given?.from ?? name, error));
        }
    }
    const config = parsed;
    try {
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
        mistakes.push(describeInputMistake(given.map((name) => read(name)?.from ?? name).join(', '), error));
    }
    if (mistakes.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', mistakes.join('\n'), {
            code: 'invalid-inputs',
            hint: 'See "Inputs" in the README, or --help.'
        });
    return config;
}
function describeInputMistake(from, error) {
    const { message, hint } = error;
    const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
    return `${from}: ${said}${hint ? ` (${hint})` : ''}`;
}


/***/ }),

/***/ 69663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ chooseVersion),
/* harmony export */   HX: () => (/* binding */ findTagBefore),
/* harmony export */   KJ: () => (/* binding */ readVersionOfTag),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   rI: () => (/* binding */ isHighest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40766);



function readVersionOfTag(tag, moduleDir) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    if (!tag.startsWith(prefix))
        return undefined;
    const rest = tag.slice(prefix.length);
    return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(rest)
        ? ((semver__WEBPACK_IMPORTED_MODULE_0___default().valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
        : undefined;
}
const readsAtRoot = (tag) => readVersionOfTag(tag, '') !== undefined;
function chooseVersion(asked, seen) {
    const short = seen.commit.slice(0, 7);
    const prefix = seen.moduleDir === '' ? '' : `${seen.moduleDir}/`;
    const here = seen.tags.filter((tag) => readVersionOfTag(tag, seen.moduleDir) !== undefined);
    if (asked.version !== '') {
        const tag = here.find((tag) => readVersionOfTag(tag, seen.moduleDir) === asked.version);
        if (!tag && asked.release)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has no tag for version ${asked.version}${formatTags(seen.tags)}`, {
                code: 'no-version-tag',
                hint: `Tag it (git tag ${prefix}v${asked.version}) and check that tag out.`
            });
        return { version: asked.version, tag, why: '--version names it' };
    }
    if (asked.event.tag !== undefined) {
        const tag = asked.event.tag;
        const version = readVersionOfTag(tag, seen.moduleDir);
        if (version === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `the tag ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(tag)} is not a version of this module`, {
                code: 'not-a-version-tag',
                hint: readsAtRoot(tag)
                    ? `This module lies in ${seen.moduleDir}, whose tags begin with it: git tag ${prefix}v${readVersionOfTag(tag, '')}.`
                    : `Tags look like ${prefix}v1.2.3; give --version to build something else.`
            });
        if (!seen.tags.includes(tag))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `this run is for the tag ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(tag)}, which is not on commit ${short}`, {
                code: 'tag-elsewhere',
                hint: seen.allTags.includes(tag)
                    ? 'The tag was moved, or another commit is checked out: check out the tag itself.'
                    : 'The tag is not in this clone: fetch tags (actions/checkout: fetch-depth: 0), or it was deleted.'
            });
        return { version, tag, why: 'the tag that started this run' };
    }
    const [only, ...others] = here;
    if (only !== undefined && others.length === 0)
        return { version: readVersionOfTag(only, seen.moduleDir) ?? '', tag: only, why: `the only version tag on ${short}` };
    if (!asked.release)
        return {
            version: `0.0.0-snapshot.${short}`,
            tag: undefined,
            why: only === undefined
                ? `commit ${short} has no version tag: a snapshot`
                : `commit ${short} has several version tags (${here.join(', ')}): a snapshot`
        };
    if (only !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has several version tags: ${here.join(', ')}`, {
            code: 'several-version-tags',
            hint: 'Say which one is released: --version.'
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has no version tag${formatTags(seen.tags)}`, {
        code: 'no-version-tag',
        hint: seen.shallow
            ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
            : `Tag the commit (git tag ${prefix}v${seen.tags.flatMap((tag) => readVersionOfTag(tag, '') ?? [])[0] ?? '1.2.3'}), or use build or gate for a snapshot.`
    });
}
function isHighest(version, moduleDir, allTags) {
    if (semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version))
        return false;
    return allTags.every((tag) => {
        const other = readVersionOfTag(tag, moduleDir);
        return other === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(other) !== null || semver__WEBPACK_IMPORTED_MODULE_0___default().compare(other, version) <= 0;
    });
}
function findTagBefore(version, moduleDir, allTags) {
    const stable = !isPrerelease(version);
    return allTags
        .flatMap((tag) => {
        const other = readVersionOfTag(tag, moduleDir);
        if (other === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().compare(other, version) >= 0 || (stable && isPrerelease(other)))
            return [];
        return [{ tag, other }];
    })
        .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.other, b.other))[0]?.tag;
}
const isPrerelease = (version) => semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) !== null;
const formatTags = (tags) => tags.length ? ` (its tags: ${tags.map(_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD).join(', ')})` : '';


/***/ }),

/***/ 16961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WW: () => (/* binding */ planPublication),
/* harmony export */   fF: () => (/* binding */ giveWords),
/* harmony export */   gV: () => (/* binding */ chooseDestination)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51120);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



function planPublication(mode, config, { tag, version }, facts, surroundings) {
    if (mode !== 'release')
        return { skip: `${mode} publishes nothing` };
    if (surroundings.event.untrusted !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `this run may not publish: ${surroundings.event.untrusted}`, {
            code: 'untrusted-run',
            hint: 'Use gate for pull requests.'
        });
    if (config.to === 'none')
        return { skip: 'to is none' };
    const to = chooseDestination(config.to, surroundings);
    if (to === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'nobody said where to publish', {
            code: 'no-destination',
            hint: 'Give --to DIR, --to github, --to gitlab or --to none.'
        });
    if (tag === undefined)
        throw new Error('a release plan without a tag');
    const prerelease = config.prerelease === 'auto' ? (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(version) : config.prerelease === 'true';
    const latest = config.latest === 'auto'
        ? !prerelease && (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .isHighest */ .rI)(version, facts.moduleDir, facts.allTags)
        : config.latest === 'true';
    if (latest && prerelease)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'a prerelease cannot be the latest release', {
            hint: 'Leave latest or prerelease at auto.'
        });
    if (config.notes === 'generated' && !(0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlatform */ .rB)(to)?.generatesNotes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `notes are generated by GitHub, and this release goes to ${to}`, {
            hint: 'Leave notes at history, or use none.'
        });
    return {
        work: [
            {
                to,
                tag,
                prerelease,
                latest,
                latestBy: config.latest === 'auto' ? 'auto' : 'caller',
                ...(config.draft && { draft: true }),
                notes: config.notes,
                since: (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .findTagBefore */ .HX)(version, facts.moduleDir, facts.allTags)
            }
        ]
    };
}
const giveWords = (publication, words) => 'skip' in publication || words === undefined ? publication : { work: [{ ...publication.work[0], words }] };
const chooseDestination = (to, { platform }) => to === 'auto' ? platform : to;


/***/ }),

/***/ 72800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ settleLatestAgain),
/* harmony export */   rK: () => (/* binding */ findOwnerOfLatest),
/* harmony export */   tG: () => (/* binding */ settleLatest)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40802);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95130);



function findOwnerOfLatest(tag, releases, now) {
    const higher = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .findHigher */ .pi)(tag, releases);
    if (higher !== undefined)
        return `${higher} is published and higher`;
    const folder = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag);
    if (folder === '')
        return undefined;
    const [root] = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .listStanding */ .n1)('', tag, releases);
    if (root)
        return `${root.tag} is a release of the module in the root`;
    return now !== undefined && (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(now) !== folder ? `${now} is a release of another module` : undefined;
}
const YOUNG = 24 * 3_600_000;
async function settleLatestAgain(publisher, { tag, latest, since }, warn, signal) {
    if (!publisher.latest)
        return;
    const before = latest ? undefined : findRightful(tag, await publisher.list(signal));
    const young = Date.now() - Date.parse(since ?? '') < YOUNG;
    const leave = young
        ? {}
        : { leave: `somebody may have chosen it since ${tag} was published; if not, choose on its page` };
    await settleLatest(publisher, { tag, latest, before, ...leave }, warn, signal);
}
const findRightful = (tag, releases) => (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .findHigher */ .pi)(tag, releases) ?? ((0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag) === '' ? undefined : (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .listStanding */ .n1)('', tag, releases)[0]?.tag);
async function settleLatest({ latest, wait }, claim, warn, signal) {
    const right = claim.latest ? claim.tag : claim.before;
    if (!latest || right === undefined)
        return;
    const look = () => lookAtLatest(latest, claim, (seconds) => wait(seconds, signal), signal);
    try {
        const sight = await look();
        if (sight.seen === 'right')
            return;
        const now = sight.seen === 'wrong' ? sight.failure.message : undefined;
        if (sight.seen === 'missing' && sight.what !== NONE)
            return warn(describeUnseenLatest(claim.tag, sight.what));
        if (now !== undefined && isHigher(now, claim)) {
            return warn(`${claim.tag} is not the latest release: ${now} was published meanwhile and is higher`);
        }
        const undone = claim.leave === undefined ? await latest.move(right, signal) : [claim.leave];
        const after = undone.length > 0 ? sight : await look();
        if (after.seen === 'right')
            return warn(`${latest.by} had called ${now ?? 'no release'} the latest release: ${right} is it now`);
        const reasons = undone.length > 0 ? undone.join('; ') : 'choose it on its page';
        warn(`${latest.by} calls ${now ?? 'no release'} the latest release, and it should be ${right}: ${reasons}`);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        warn(describeUnseenLatest(claim.tag, error.message));
    }
}
const NONE = 'no release is called the latest';
const describeUnseenLatest = (tag, why) => `whether ${tag} is the latest release was not to be seen: ${why}`;
const isHigher = (now, { tag, latest }) => latest && (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .findHigher */ .pi)(tag, [{ tag: now, prerelease: false, yanked: false }]) !== undefined;
const lookAtLatest = (latest, { tag, latest: wanted }, wait, signal) => (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .lookPatiently */ .wZ)(async () => {
    const now = await latest.now(signal);
    if (now === undefined)
        return { seen: 'missing', what: NONE };
    if ((now === tag) === wanted)
        return { seen: 'right', value: undefined };
    return { seen: 'wrong', failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', now) };
}, wait, _base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_REST */ .Ps);


/***/ }),

/***/ 95130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ yankAndPromote),
/* harmony export */   Ou: () => (/* binding */ parseTagFolder),
/* harmony export */   n1: () => (/* binding */ listStanding),
/* harmony export */   pi: () => (/* binding */ findHigher),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/* unused harmony export findSuccessor */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



const parseTagFolder = (tag) => tag.slice(0, Math.max(0, tag.lastIndexOf('/')));
const listStanding = (folder, but, releases) => releases
    .filter((each) => each.tag !== but && !each.prerelease && !each.yanked)
    .flatMap((each) => {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .readVersionOfTag */ .KJ)(each.tag, folder);
    return version === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) ? [] : [{ tag: each.tag, version }];
})
    .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.version, b.version));
const findSuccessor = (tag, releases) => listStanding(parseTagFolder(tag), tag, releases)[0]?.tag;
function findHigher(tag, releases) {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .readVersionOfTag */ .KJ)(tag, parseTagFolder(tag));
    const [highest] = listStanding(parseTagFolder(tag), tag, releases);
    return version !== undefined && highest && semver__WEBPACK_IMPORTED_MODULE_0___default().gt(highest.version, version) ? highest.tag : undefined;
}
async function yankAndPromote(publisher, { tag, why, half }, signal) {
    const latest = findSuccessor(tag, await publisher.list(signal));
    const yanked = await publisher.yank({ tag, why, half, latest }, signal);
    return yanked && { ...yanked, latest };
}
async function takeBack(publisher, tag, failed, signal) {
    const half = failed.kind !== 'verification';
    const why = half ? 'Publishing it broke half-way.' : `It was published and is wrong: ${failed.message}`;
    const hint = failed.hint === undefined ? '' : `${failed.hint}\n`;
    try {
        const yanked = await yankAndPromote(publisher, { tag, why, half }, signal);
        if (!yanked)
            return failed;
        const says = [
            `${tag} was taken back: it is marked ${half ? 'as not complete' : 'as bad'}${yanked.latest ? `, and ${yanked.latest} is the latest release` : ''}`,
            ...yanked.undone
        ].join('; ');
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(failed, `${failed.message}\n${says}`, {
            hint: half ? `${hint}The next run finishes it.` : `${hint}Release what is right under a new version.`,
            cause: failed
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(failed, `${failed.message}\n${tag} could not be taken back: ${cause.message}`, {
            hint: `${hint}Take it back: slipway yank ${tag}`,
            cause
        });
    }
}


/***/ })

};
