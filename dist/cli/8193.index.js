export const id = 8193;
export const ids = [8193];
export const modules = {

/***/ 68193:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   yankCommand: () => (/* binding */ yankCommand)
/* harmony export */ });
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62000);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _plan_planned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79821);
/* harmony import */ var _publish_yank_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95130);





/**
 * yank TAG: marks a bad release and makes the one before it the latest again; deletes nothing. Asks first in a
 * terminal.
 */
async function yankCommand({ operands, read }, world) {
    const { config } = await (0,_config_read_js__WEBPACK_IMPORTED_MODULE_0__/* .readConfig */ .Xg)(world.files(world.cwd), world.cwd, read);
    const [tag, ...rest] = operands;
    if (tag === undefined || rest.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway yank v1.2.3 --why "…"'
        });
    const to = (0,_plan_planned_js__WEBPACK_IMPORTED_MODULE_3__/* .destination */ .j)(config.to, world.surroundings);
    if (to === undefined || to === 'none')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', 'nobody said where the release lives', {
            hint: 'Give --to github, --to gitlab or --to DIR.'
        });
    const publisher = await world.publisher(to, config.token, world.scratchFiles);
    const release = await publisher.find(tag, world.signal);
    if (release?.yanked === undefined && !config.yes && !(await world.confirm(`Take ${tag} back, on ${to}?`)))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' });
    const yanked = await (0,_publish_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .yankRelease */ .Pz)(publisher, { tag, why: config.why, half: false }, world.signal);
    if (!yanked)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
        });
    world.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`);
    if (yanked.latest)
        world.host.info(`  the highest stable release that stays: ${yanked.latest}`);
    for (const line of yanked.undone)
        world.host.warn(line);
    if (config.json)
        world.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .printedJson */ .xL)({ tag, ...yanked }));
}


/***/ }),

/***/ 62000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60822);


const PROJECT_FILE = 'slipway.yaml';
/** A module without a slipway.yaml. */
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    crds: { samples: [] },
    smi: {},
    workloads: [],
    data: [],
    surface: { api: [], accepted: [] },
    accepted: []
};
/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    if (!bytes)
        return { config: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)(read), project: NO_PROJECT };
    // The schema library is heavy, and most repositories have no such file.
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(1336)]).then(__webpack_require__.bind(__webpack_require__, 41336));
    const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE);
    return { config: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)((name) => read(name) ?? file.read(name)), project: file.project };
}


/***/ }),

/***/ 69663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ chooseVersion),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   eO: () => (/* binding */ tagBefore),
/* harmony export */   mx: () => (/* binding */ versionOfTag),
/* harmony export */   rI: () => (/* binding */ isHighest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40766);



/** The version inside a tag of this module (`v1.2.3`, `1.2.3`, `sub/v1.2.3`), or undefined when it is not one of its. */
function versionOfTag(tag, moduleDir) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    if (!tag.startsWith(prefix))
        return undefined;
    const rest = tag.slice(prefix.length);
    return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(rest)
        ? ((semver__WEBPACK_IMPORTED_MODULE_0___default().valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
        : undefined;
}
/** Never guesses: a release has exactly one tag that somebody named, or the only one there is. */
function chooseVersion(asked, seen) {
    const short = seen.commit.slice(0, 7);
    const here = seen.tags.filter((tag) => versionOfTag(tag, seen.moduleDir) !== undefined);
    if (asked.version !== '') {
        const tag = here.find((tag) => versionOfTag(tag, seen.moduleDir) === asked.version);
        if (!tag && asked.release)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has no tag for version ${asked.version}${listed(seen.tags)}`, {
                code: 'no-version-tag',
                hint: `Tag it (git tag v${asked.version}) and check that tag out.`
            });
        return { version: asked.version, tag, why: '--version names it' };
    }
    if (asked.event.tag !== undefined) {
        const tag = asked.event.tag;
        const version = versionOfTag(tag, seen.moduleDir);
        if (version === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `the tag ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(tag)} is not a version of this module`, {
                code: 'not-a-version-tag',
                hint: `Tags look like ${seen.moduleDir === '' ? '' : `${seen.moduleDir}/`}v1.2.3; give --version to build something else.`
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
        return { version: versionOfTag(only, seen.moduleDir) ?? '', tag: only, why: `the only version tag on ${short}` };
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
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has no version tag${listed(seen.tags)}`, {
        code: 'no-version-tag',
        hint: seen.shallow
            ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
            : 'Tag the commit (git tag v1.2.3), or use build or gate for a snapshot.'
    });
}
/** Whether this version is a stable one, higher than every other stable version that has a tag (T10). */
function isHighest(version, moduleDir, allTags) {
    if (semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version))
        return false;
    return allTags.every((tag) => {
        const other = versionOfTag(tag, moduleDir);
        return other === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(other) !== null || semver__WEBPACK_IMPORTED_MODULE_0___default().compare(other, version) <= 0;
    });
}
/** The tag of the release before this version: the highest lower one, and for a stable version the highest stable one. */
function tagBefore(version, moduleDir, allTags) {
    const stable = !isPrerelease(version);
    return allTags
        .flatMap((tag) => {
        const other = versionOfTag(tag, moduleDir);
        if (other === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().compare(other, version) >= 0 || (stable && isPrerelease(other)))
            return [];
        return [{ tag, other }];
    })
        .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.other, b.other))[0]?.tag;
}
const isPrerelease = (version) => semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) !== null;
const listed = (tags) => (tags.length ? ` (its tags: ${tags.map(_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD).join(', ')})` : '');


/***/ }),

/***/ 79821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ workOf),
/* harmony export */   j: () => (/* binding */ destination)
/* harmony export */ });
/** The piece of work of what is done once or not at all. */
const workOf = (planned) => ('work' in planned ? planned.work[0] : undefined);
/** Where releases live: what was asked for, else the platform that this runs on. */
const destination = (to, { repository, project }) => (to === 'auto' ? (repository ? 'github' : project ? 'gitlab' : undefined) : to);


/***/ }),

/***/ 95130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ yankRelease),
/* harmony export */   Yv: () => (/* binding */ folderOfTag),
/* harmony export */   jj: () => (/* binding */ higherThan),
/* harmony export */   lv: () => (/* binding */ takenBack)
/* harmony export */ });
/* unused harmony export successor */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



/** The module's folder that a tag such as `sub/v1.2.3` begins with; '' for `v1.2.3`. */
const folderOfTag = (tag) => tag.slice(0, Math.max(0, tag.lastIndexOf('/')));
/** The stable releases of the same module that nobody took back, the highest first. */
const standing = (tag, releases) => releases
    .filter((each) => each.tag !== tag && !each.prerelease && !each.yanked)
    .flatMap((each) => {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(each.tag, folderOfTag(tag));
    return version === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) ? [] : [{ tag: each.tag, version }];
})
    .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.version, b.version));
/** Which release is to be the latest when this one is taken back. */
const successor = (tag, releases) => standing(tag, releases)[0]?.tag;
/** A stable release, higher than this one, that is published already: then this one is a back-port. */
function higherThan(tag, releases) {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(tag, folderOfTag(tag));
    const [highest] = standing(tag, releases);
    return version !== undefined && highest && semver__WEBPACK_IMPORTED_MODULE_0___default().gt(highest.version, version) ? highest.tag : undefined;
}
/** Marks a release as bad and makes the one before it the latest again; deletes nothing. */
async function yankRelease(publisher, { tag, why, half }, signal) {
    const latest = successor(tag, await publisher.list(signal));
    const yanked = await publisher.yank({ tag, why, half, latest }, signal);
    return yanked && { ...yanked, latest };
}
/** The failure of a release that people see by now: takes it back, and says what came of that. */
async function takenBack(publisher, tag, failed, signal) {
    const half = failed.kind !== 'verification';
    const why = half ? 'Publishing it broke half-way.' : `It was published and is wrong: ${failed.message}`;
    const hint = failed.hint === undefined ? '' : `${failed.hint}\n`;
    try {
        const yanked = await yankRelease(publisher, { tag, why, half }, signal);
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
