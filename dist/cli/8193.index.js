export const id = 8193;
export const ids = [8193];
export const modules = {

/***/ 68193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runYank: () => (/* binding */ runYank)
/* harmony export */ });
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58353);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _plan_publication_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16961);
/* harmony import */ var _publish_yank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95130);





async function runYank({ operands, read }, context) {
    const { config } = await (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .Xg)(context.files(context.cwd), context.cwd, read);
    const [tag, ...rest] = operands;
    if (tag === undefined || rest.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway yank v1.2.3 --why "…"'
        });
    const to = (0,_plan_publication_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseDestination */ .gV)(config.to, context.surroundings);
    if (to === undefined || to === 'none')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', 'nobody said where the release lives', {
            hint: 'Give --to github, --to gitlab or --to DIR.'
        });
    const publisher = await context.publisher(to, config.token, context.scratchFiles);
    const release = await publisher.find(tag, context.signal);
    if (release?.yanked === undefined && !config.yes && !(await context.confirm(`Take ${tag} back, on ${to}?`)))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' });
    const yanked = await (0,_publish_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .yankAndPromote */ .LG)(publisher, { tag, why: config.why, half: false }, context.signal);
    if (!yanked)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
        });
    context.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`);
    if (yanked.latest)
        context.host.info(`  the highest stable release that stays: ${yanked.latest}`);
    for (const line of yanked.undone)
        context.host.warn(line);
    if (config.json)
        context.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .printJson */ .Q2)({ tag, ...yanked }));
}


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
                notes: config.notes,
                since: (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .findTagBefore */ .HX)(version, facts.moduleDir, facts.allTags)
            }
        ]
    };
}
const giveWords = (publication, words) => 'skip' in publication || words === undefined ? publication : { work: [{ ...publication.work[0], words }] };
const chooseDestination = (to, { platform }) => to === 'auto' ? platform : to;


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
