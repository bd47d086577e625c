export const id = 7873;
export const ids = [7873];
export const modules = {

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
/* harmony import */ var _model_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74869);
/* harmony import */ var _model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60310);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79178);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13909);








const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archives: [_model_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .USUAL_ARCHIVE */ .M],
    extras: _model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_EXTRAS */ .Cg,
    accepted: [],
    acceptedStubs: [],
    acceptedBreaks: [],
    steps: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_5__/* .UNSAID */ .rK
};
const findSuiteSettings = (project, { settings }) => settings && project[settings.key];
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    return await parseSettings(bytes && Buffer.from(bytes).toString('utf8'), PROJECT_FILE, read);
}
async function parseSettings(text, path, read) {
    if (text === undefined)
        return { config: parseInputs(read), project: NO_PROJECT, findLine: () => undefined };
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(3339)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { read: own, project, findLine } = parseProject(text, path);
    const config = parseInputs((name) => read(name) ?? own(name));
    const isNamed = (read('targets')?.text.trim() ?? '') !== '';
    const builds = isNamed ? (0,_programs_js__WEBPACK_IMPORTED_MODULE_7__/* .keepTargets */ .yV)(project.builds, config.targets) : project.builds;
    return { config, project: { ...project, builds }, findLine };
}
const LONGEST = 100_000;
const SHOWN = 2000;
function parseInputs(read) {
    const parsed = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m)) {
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
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
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

/***/ 13909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ splitTargets),
/* harmony export */   Cb: () => (/* binding */ listAllTargets),
/* harmony export */   eG: () => (/* binding */ listPrograms),
/* harmony export */   en: () => (/* binding */ listFlagSettings),
/* harmony export */   ng: () => (/* binding */ listTried),
/* harmony export */   pK: () => (/* binding */ keepMade),
/* harmony export */   yV: () => (/* binding */ keepTargets),
/* harmony export */   yY: () => (/* binding */ listIdleOverrides)
/* harmony export */ });
/* unused harmony export fitsPattern */
/* harmony import */ var _go_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15619);
/* harmony import */ var _go_target_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81782);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);



function listAllTargets(common, builds) {
    const known = new Map(common.map((target) => [(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target]));
    for (const { targets = [] } of builds)
        for (const target of (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets))
            if (!known.has((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target)))
                known.set((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target);
    return [...known.values()];
}
const splitTargets = (targets) => [
    ...new Map(targets.flatMap(_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .splitUniversal */ .mm).map((target) => [(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target])).values()
];
const listFlagSettings = (builds) => builds.flatMap(({ main, stamps, ldflags, overrides = [] }) => [
    { main, stamps, ldflags },
    ...overrides.flatMap((own) => (own.ldflags ? [{ main, stamps, ldflags: own.ldflags }] : []))
]);
function listPrograms(mains, builds, common) {
    return listAllTargets(common, builds).flatMap((target) => mains.flatMap((main) => {
        return findSettings(builds, main)
            .filter(({ targets }) => (targets ? hasTarget((0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets), target) : common.includes(target)))
            .map((build) => ({ target, main, name: build.name, settings: settleFor(build, target) }));
    }));
}
const NONE = { ldflags: [], gcflags: [], tags: [], env: {} };
function findSettings(builds, main) {
    const own = builds.filter((build) => build.main === main);
    return own.length ? own : [{ main, ...NONE }];
}
function listTried(mains, builds, host) {
    const usual = listPrograms(mains, builds, [host]).filter(({ target }) => target === host);
    if (usual.length > 0)
        return usual;
    const all = listPrograms(mains, builds.map(({ targets: _, ...build }) => build), [host]);
    return all.filter(({ main, name }, i) => i === all.findIndex((other) => other.main === main && other.name === name));
}
const hasTarget = (targets, target) => targets.some((each) => (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(each) === (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target));
function settleFor(build, target) {
    const { flags, ldflags, gcflags, tags, stamps, env } = build;
    const start = { ldflags, gcflags, tags, ...(flags && { flags }), ...(stamps && { stamps }), env };
    return (build.overrides ?? [])
        .filter(({ targets }) => targets.some((pattern) => fitsPattern(pattern, target)))
        .reduce((settings, { targets: _, env = {}, ...own }) => {
        const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
        return { ...settings, ...said, env: { ...settings.env, ...env } };
    }, start);
}
function fitsPattern(pattern, target) {
    const [os, arch, variant] = pattern.split('/');
    if (os !== target.os)
        return false;
    if (arch === undefined)
        return true;
    if (variant === undefined)
        return arch === target.arch;
    return arch === target.arch && (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(pattern)) === (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target);
}
const listIdleOverrides = (builds, common) => builds.flatMap(({ main, targets, overrides = [] }) => {
    const own = targets ? (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets) : common;
    return overrides.flatMap((override) => override.targets
        .filter((pattern) => !own.some((target) => fitsPattern(pattern, target)))
        .map((pattern) => `${pattern} of ${main}`));
});
const keepTargets = (builds, named) => builds.map((build) => build.targets
    ? { ...build, targets: build.targets.filter((target) => hasTarget(named, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(target))) }
    : build);
function keepMade(builds, made, importPathOf) {
    const mains = [...new Set(made.map(({ main }) => main))];
    return mains.flatMap((main) => {
        return findSettings(builds, main).flatMap((build) => {
            const name = build.name ?? (0,_go_command_js__WEBPACK_IMPORTED_MODULE_0__/* .deriveExecName */ .CI)(importPathOf(main));
            const its = build.targets && (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(build.targets);
            const targets = made
                .filter((program) => program.main === main && program.name === name)
                .filter(({ target }) => its === undefined || hasTarget(its, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(target)))
                .map(({ target }) => target);
            return targets.length ? [{ ...build, targets }] : [];
        });
    });
}


/***/ }),

/***/ 69663:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EH: () => (/* binding */ chooseVersion),
/* harmony export */   HX: () => (/* binding */ findTagBefore),
/* harmony export */   KJ: () => (/* binding */ readVersionOfTag),
/* harmony export */   Ou: () => (/* binding */ parseTagFolder),
/* harmony export */   QB: () => (/* binding */ listMinorsBefore),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   rI: () => (/* binding */ isHighest)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40766);



const formatTagPrefix = (place) => (place === '' || /[/_@-]$/.test(place) ? place : `${place}/`);
function parseTagFolder(tag) {
    const [, prefix = tag.slice(0, tag.lastIndexOf('/') + 1)] = PREFIXED.exec(tag) ?? [];
    return prefix.replace(/\/$/, '');
}
const PREFIXED = /^(|.*?[/_@-])v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
function readVersionOfTag(tag, place) {
    const prefix = formatTagPrefix(place);
    if (!tag.startsWith(prefix))
        return undefined;
    const rest = tag.slice(prefix.length);
    return /^v?\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$/.test(rest)
        ? ((semver__WEBPACK_IMPORTED_MODULE_0___default().valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
        : undefined;
}
function explainDate(tag) {
    const [, year, month, day] = /(?:^|[^\d])v?(20\d\d|2\d)[.-](\d{1,2})(?:[.-](\d{1,2})(?:[.-]\d+)*)?$/.exec(tag) ?? [];
    if (year === undefined || (year.length === 2 && day === undefined))
        return undefined;
    const numbers = [year, month, day ?? '0'].map(Number);
    return `A date is a semantic version where it has three numbers without zeros before them, and the last one counts up: v${numbers.join('.')}.`;
}
function explainPrefix(tag, place) {
    const prefix = parseTagFolder(tag);
    return /[_@-]$/.test(prefix) && prefix !== place
        ? `It has a version behind ${prefix}: where tags of this module begin so, say tag-prefix: ${prefix} in slipway.yaml.`
        : undefined;
}
const readsAtRoot = (tag) => readVersionOfTag(tag, '') !== undefined;
function chooseVersion(asked, seen) {
    const short = seen.commit.slice(0, 7);
    const place = seen.tagPrefix ?? seen.moduleDir;
    const prefix = formatTagPrefix(place);
    const here = seen.tags.filter((tag) => readVersionOfTag(tag, place) !== undefined);
    if (asked.version !== '') {
        const tag = here.find((tag) => readVersionOfTag(tag, place) === asked.version);
        if (!tag && asked.release)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `commit ${short} has no tag for version ${asked.version}${formatTags(seen.tags)}`, {
                code: 'no-version-tag',
                hint: `Tag it (git tag ${prefix}v${asked.version}) and check that tag out.`
            });
        return { version: asked.version, tag, why: '--version names it' };
    }
    if (asked.event.tag !== undefined) {
        const tag = asked.event.tag;
        const version = readVersionOfTag(tag, place);
        if (version === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `the tag ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(tag)} is not a version of this module`, {
                code: 'not-a-version-tag',
                hint: explainDate(tag) ??
                    explainPrefix(tag, place) ??
                    (readsAtRoot(tag)
                        ? `${seen.tagPrefix === undefined ? `This module lies in ${seen.moduleDir}, whose tags begin with it` : `Tags begin with ${prefix} (tag-prefix in slipway.yaml)`}: git tag ${prefix}v${readVersionOfTag(tag, '')}.`
                        : `Tags look like ${prefix}v1.2.3; give --version to build something else.`)
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
        return { version: readVersionOfTag(only, place) ?? '', tag: only, why: `the only version tag on ${short}` };
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
        hint: seen.tags.map(explainDate).find((why) => why !== undefined) ??
            (seen.shallow
                ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
                : `Tag the commit (git tag ${prefix}v${seen.tags.flatMap((tag) => readVersionOfTag(tag, '') ?? [])[0] ?? '1.2.3'}), or use build or gate for a snapshot.`)
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
const findTagBefore = (version, moduleDir, allTags) => listBefore(version, moduleDir, allTags).find(({ other }) => isPrerelease(version) || !isPrerelease(other))?.tag;
function listMinorsBefore(version, moduleDir, allTags) {
    const earlier = listBefore(version, moduleDir, allTags).filter(({ other }) => !isPrerelease(other));
    const minor = (of) => `${semver__WEBPACK_IMPORTED_MODULE_0___default().major(of)}.${semver__WEBPACK_IMPORTED_MODULE_0___default().minor(of)}`;
    return earlier
        .filter(({ other }, i) => i === 0 || minor(other) !== minor(earlier[i - 1]?.other ?? '0.0.0'))
        .map(({ tag }) => tag);
}
const listBefore = (version, moduleDir, allTags) => allTags
    .flatMap((tag) => {
    const other = readVersionOfTag(tag, moduleDir);
    return other === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().compare(other, version) >= 0 ? [] : [{ tag, other }];
})
    .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.other, b.other));
const isPrerelease = (version) => semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) !== null;
const formatTags = (tags) => tags.length ? ` (its tags: ${tags.map(_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD).join(', ')})` : '';


/***/ }),

/***/ 15619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ deriveExecName),
/* harmony export */   FX: () => (/* binding */ BUILD_FLAGS),
/* harmony export */   K9: () => (/* binding */ splitLinkerFlag),
/* harmony export */   Vq: () => (/* binding */ SETTABLE),
/* harmony export */   _7: () => (/* binding */ makeBuildCommand)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29083);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12853);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82577);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40766);





const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'];
const BUILD_FLAGS = ['-pgo=off', '-pgo=auto'];
const splitLinkerFlag = (flag) => {
    const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? [];
    return value === undefined ? [flag] : ['-X', value];
};
function makeBuildCommand(build) {
    const { ldflags = [], gcflags = [], tags = [], flags = [], stamps: stamping, env = {} } = build.settings ?? {};
    const { version, commit, date } = build.stamp;
    const set = stamping === 'off' ? {} : { version, commit, date };
    const stamps = Object.entries(set).flatMap(([name, value]) => ['-X', `main.${name}=${value}`]);
    const outputs = listOutputs(build);
    const linked = ldflags.flatMap(splitLinkerFlag);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .checkLinkerFlags */ .tL)(linked);
    const linking = (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteFlags */ .iR)(['-s', '-w', '-buildid=', ...stamps, ...linked]);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnlinkable */ .cO)(linked, build.target);
    return {
        argv: [
            build.go,
            'build',
            '-trimpath',
            '-buildvcs=true',
            build.vendored ? '-mod=vendor' : '-mod=readonly',
            ...(build.jobs === undefined ? [] : ['-p', String(build.jobs)]),
            ...flags.map(checkFlag),
            ...(tags.length === 0 ? [] : ['-tags', tags.map(checkTag).join(',')]),
            ...(gcflags.length === 0 ? [] : ['-gcflags', quoteCompilerFlags(gcflags)]),
            '-ldflags',
            linking,
            '-o',
            `${build.outDir}/`,
            ...build.mains
        ],
        env: {
            ...build.env,
            ...checkEnv(env),
            ...(0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .makeTargetEnv */ .pO)(build.target),
            CGO_ENABLED: '0',
            GOENV: 'off',
            GOWORK: 'off',
            GOFLAGS: _environment_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_FLAGS */ .KL,
            GOTOOLCHAIN: 'local',
            GIT_OPTIONAL_LOCKS: '0'
        },
        outputs
    };
}
function deriveExecName(importPath) {
    const elements = importPath.split('/');
    const last = elements.at(-1) ?? '';
    return (/^v([2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) : undefined) ?? last;
}
function listOutputs({ mains, target, outDir }) {
    if (mains.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'there is no main package to build', { hint: 'Name the programs: --main ./cmd/tool.' });
    const taken = new Map();
    return mains.map((main) => {
        if (!/^[\p{L}\p{N}_~][\p{L}\p{N}._~+/-]*$/u.test(main) || main.includes('...')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(main)} is not the import path of a package`, {
                hint: 'Rename its folder: letters, digits and . _ ~ + - are allowed.'
            });
        }
        const name = deriveExecName(main);
        const other = taken.get(name.toLowerCase());
        if (other !== undefined) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${other} and ${main} both become a program named ${name}`, {
                hint: 'Give one of them another name, by builds[].name in slipway.yaml.'
            });
        }
        taken.set(name.toLowerCase(), main);
        return { main, path: `${outDir}/${name}${target.os === 'windows' ? '.exe' : ''}` };
    });
}
function quoteCompilerFlags(flags) {
    const value = (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteFlags */ .iR)(flags);
    if (!/^(-|[^-'"=\s]+=)/.test(value)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `compiler flags ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(value)} do not begin with a flag or PATTERN=`, {
            hint: 'Write the flags as "-N" or "all=-N", the one with spaces not first.'
        });
    }
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .checkCompilerFlags */ .VO)(flags);
    return value;
}
function checkTag(tag) {
    if (/^[\p{L}\p{N}_.]+$/u.test(tag))
        return tag;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(tag)} is not a build tag`, {
        hint: 'A tag is letters, digits, underscores and dots.'
    });
}
function checkFlag(flag) {
    if (BUILD_FLAGS.includes(flag))
        return flag;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not give go build ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(flag)}`, {
        hint: `It may give ${BUILD_FLAGS.join(' or ')}; tags, ldflags and gcflags have settings of their own.`
    });
}
function checkEnv(env) {
    const settable = SETTABLE;
    const refused = Object.keys(env).filter((name) => !settable.includes(name));
    if (refused.length === 0)
        return env;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not set ${refused.join(', ')}`, {
        hint: `It may set ${SETTABLE.join(' and ')}.`
    });
}


/***/ }),

/***/ 12853:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gu: () => (/* binding */ listSetVariables),
/* harmony export */   VO: () => (/* binding */ checkCompilerFlags),
/* harmony export */   cO: () => (/* binding */ refuseUnlinkable),
/* harmony export */   iR: () => (/* binding */ quoteFlags),
/* harmony export */   tL: () => (/* binding */ checkLinkerFlags)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function quoteFlags(args) {
    return args.map(quoteFlag).join(' ');
}
function quoteFlag(arg) {
    if (arg.includes('\0'))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `build flag ${JSON.stringify(arg)} holds a NUL character`, {
            hint: 'Take it out of the ldflags, gcflags or asmflags of slipway.yaml.'
        });
    if (arg !== '' && !/[ \t\r\n]/.test(arg) && !/^['"]/.test(arg))
        return arg;
    if (!arg.includes("'"))
        return `'${arg}'`;
    if (!arg.includes('"'))
        return `"${arg}"`;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `build flag ${JSON.stringify(arg)} holds spaces and both kinds of quotes`, {
        hint: 'The go command has no way to quote it; leave out the spaces or one kind of quotes.'
    });
}
const splitWords = (text) => text.split(' ');
const LINKER = {
    tool: 'linker',
    flags: splitWords('X s w v e aslr bindnow buildid checklinkname compressdwarf debugnosplit debugtramp dumpdep ' +
        'funcalign pruneweakmap randlayout strictdups B D E H R T'),
    withValue: splitWords('X buildid funcalign randlayout strictdups B D E H R T')
};
const COMPILER = {
    tool: 'compiler',
    flags: splitWords('B C K L N S W c d dwarf dwarfbasentries dwarflocationlists e gendwarfinl l lang live m r ' +
        'smallframes spectre v w wb'),
    withValue: splitWords('c d gendwarfinl lang spectre')
};
const checkLinkerFlags = (args) => checkFlagsOf(LINKER, args);
const checkCompilerFlags = ([first = '', ...rest]) => checkFlagsOf(COMPILER, [first.replace(/^[^-=]+=/, ''), ...rest]);
const readLinkerFlags = (args) => {
    const found = [];
    for (let i = 0; i < args.length; i++) {
        const [, name = '', value] = /^--?([A-Za-z]+)(?:=([^]*))?$/.exec(args[i] ?? '') ?? [];
        const apart = value === undefined && LINKER.withValue.includes(name);
        found.push({ name, value: value ?? (apart ? (args[i + 1] ?? '') : '') });
        if (apart)
            i++;
    }
    return found;
};
const listSetVariables = (args) => readLinkerFlags(args)
    .filter(({ name }) => name === 'X')
    .flatMap(({ value }) => {
    const [, path, name] = SETTING.exec(value) ?? [];
    return path === undefined || name === undefined ? [] : [{ package: path, name }];
});
const SETTING = /^([^=]+)\.([^=.]+)=/;
const FORMS = { android: 'linux', ios: 'darwin', illumos: 'solaris' };
function refuseUnlinkable(args, { os, arch }) {
    for (const { name, value } of readLinkerFlags(args)) {
        if (name === 'X' && !SETTING.test(value))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the linker cannot set ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)}`, {
                hint: 'Write -X IMPORTPATH.NAME=VALUE; a variable of the program itself is main.NAME.'
            });
        if (name === 'aslr' && /^(0|f|false)$/i.test(value))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `-aslr=${value} is for shared libraries alone, and this is a program`, {
                hint: 'Take it out of ldflags in slipway.yaml.'
            });
        if (name === 'H' && value !== (FORMS[os] ?? os) && !(os === 'windows' && value === 'windowsgui'))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `-H ${value} makes no program for ${os}/${arch}`, {
                hint: 'Leave -H out: each target has its own form. What wants windowsgui is built apart, by --targets with Windows alone.'
            });
    }
}
function checkFlagsOf({ tool, flags, withValue }, args) {
    for (let i = 0; i < args.length; i++) {
        const arg = args[i] ?? '';
        const [, name = '', value] = /^--?([A-Za-z]+)(=[^]*)?$/.exec(arg) ?? [];
        if (!flags.includes(name) ||
            (tool === 'compiler' && name === 'd' && /(^|[=,])ssa\//.test(value ?? args[i + 1] ?? '')))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not give the ${tool} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(arg)}`, {
                hint: `It may set what changes the program alone: ${flags.map((flag) => `-${flag}`).join(' ')}.`
            });
        if (value !== undefined || !withValue.includes(name))
            continue;
        i++;
        if (args[i]?.startsWith('@'))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not give the ${tool} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(args[i] ?? '')}: it would be read as a file`, {
                hint: `Write it as one argument: -${name}=VALUE.`
            });
    }
}


/***/ }),

/***/ 74869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ USUAL_ARCHIVE),
/* harmony export */   h: () => (/* binding */ FORMATS)
/* harmony export */ });
const FORMATS = ['tar.gz', 'zip', 'binary'];
const USUAL_ARCHIVE = { formatOf: {}, spell: {}, files: [] };


/***/ }),

/***/ 60310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ NO_EXTRAS),
/* harmony export */   TM: () => (/* binding */ ALGORITHMS),
/* harmony export */   Tm: () => (/* binding */ listExtraNames)
/* harmony export */ });
const ALGORITHMS = ['sha256', 'sha512'];
const NO_EXTRAS = { files: [], lists: [] };
const listExtraNames = ({ files, source, lists }) => [
    ...files.map(({ to }) => to),
    ...(source ? [source.name] : []),
    ...lists.map(({ name }) => name)
];


/***/ }),

/***/ 16961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WW: () => (/* binding */ planPublication),
/* harmony export */   fF: () => (/* binding */ giveWords),
/* harmony export */   gV: () => (/* binding */ chooseDestination),
/* harmony export */   zd: () => (/* binding */ refuseUntrusted)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51120);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



function refuseUntrusted({ event }, act, hint) {
    if (event.untrusted !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `this run may not ${act}: ${event.untrusted}`, { code: 'untrusted-run', hint });
}
function planPublication(mode, config, { tag, version }, facts, surroundings) {
    if (mode !== 'release')
        return { skip: `${mode} publishes nothing` };
    refuseUntrusted(surroundings, 'publish', 'Use gate for pull requests.');
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


/***/ })

};
