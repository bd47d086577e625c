export const id = 5530;
export const ids = [5530];
export const modules = {

/***/ 34358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   qy: () => (/* binding */ lazily)
/* harmony export */ });
/**
 * Runs branches side by side. When one fails, the others are aborted, all are awaited, and the first failure is thrown:
 * nothing that was started is still running when this returns.
 */
async function together(signal, body) {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const running = [];
    let first;
    const failed = (error) => {
        first ??= { error: signal.aborted ? signal.reason : error };
        stop.abort(first.error);
    };
    const start = (work) => {
        const branch = work(either);
        running.push(branch.catch(failed));
        return branch;
    };
    let result;
    try {
        result = { value: await body(start, either) };
    }
    catch (error) {
        failed(error);
    }
    // A branch may start others while it is awaited.
    while (running.length)
        await Promise.all(running.splice(0));
    if (first)
        throw first.error;
    if (!result)
        throw new Error('a branch ended without a result and without a failure');
    return result.value;
}
/** As Promise.all, once all have ended; of several rejections it is the first one of the list that counts, not the first one in time. */
async function inOrder(promises) {
    await Promise.allSettled(promises);
    // Of promises that have ended, the first one of the list is heard first.
    return await Promise.all(promises);
}
/** Does the work when it is first asked for, and once. */
function lazily(work) {
    let made;
    return () => (made ??= work());
}


/***/ }),

/***/ 81835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ SIGNER_INPUTS),
/* harmony export */   nO: () => (/* binding */ expectedSigner),
/* harmony export */   zP: () => (/* binding */ refuseAmbiguousSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** The inputs that name the expected signer. */
const SIGNER_INPUTS = ['key', 'identity', 'issuer'];
/** The one rule for these inputs; throws an Error that says it. They may all be left out. */
function refuseAmbiguousSigner({ key, identity, issuer }) {
    const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === '';
    if (isSound)
        return;
    throw new Error('the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)');
}
/** The signer that the inputs name, if they name one; paths count from `folder`. */
function expectedSigner({ key, identity, issuer }, folder) {
    if (key !== '')
        return { key: keyFrom(folder, key) };
    return identity === '' ? undefined : { identity, issuer };
}
/** A key as people name it: the URL of a key service as it is, or the path of a file from a folder. */
const keyFrom = (folder, key) => (/^[a-z0-9+]+:\/\//.test(key) ? key : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, key));


/***/ }),

/***/ 58353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   parseInputs: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30719);





const PROJECT_FILE = 'slipway.yaml';
/** A module without a slipway.yaml. */
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    accepted: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .UNSAID */ .rK
};
/** What slipway.yaml says to a suite; undefined for one that has no part there. */
const settingsOf = (project, { settings }) => settings && project[settings.key];
/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    if (!bytes)
        return { config: parseInputs(read), project: NO_PROJECT };
    // The schema library is heavy, and most repositories have no such file.
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE);
    return { config: parseInputs((name) => read(name) ?? file.read(name)), project: file.project };
}
/** No value of an input is longer, in characters; a system takes no longer variable or argument either. */
const LONGEST = 100_000;
/** As much of one mistake is shown. */
const SHOWN = 2000;
/** Reads every input, then reports every mistake at once, each with where the value stood. */
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
            mistakes.push(told(given?.from ?? name, error));
        }
    }
    const config = parsed;
    try {
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
        mistakes.push(told(given.map((name) => read(name)?.from ?? name).join(', '), error));
    }
    if (mistakes.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', mistakes.join('\n'), {
            code: 'invalid-inputs',
            hint: 'See "Inputs" in the README, or --help.'
        });
    return config;
}
/** One mistake, after the place where its value stood. */
function told(from, error) {
    const { message, hint } = error;
    const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
    return `${from}: ${said}${hint ? ` (${hint})` : ''}`;
}


/***/ }),

/***/ 78533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readProvedMatrix),
/* harmony export */   z: () => (/* binding */ makeCompatibility)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63240);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44119);
/* harmony import */ var _model_nouns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85184);




const VERDICTS = 'slipway_verdicts';
/**
 * in-toto's test result over the released files: which suite passed on which Kubernetes, with the whole evidence of each
 * verdict, so that nothing has to be believed that is not signed. Only for verdicts that passed.
 */
const makeCompatibility = (files, verdicts, url) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .makeStatement */ .UT)(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_2__/* .TEST_RESULT */ .bo, files, {
    result: 'PASSED',
    configuration: verdicts.map((verdict) => ({
        name: nameOf(verdict),
        uri: verdict.cluster
            ? `pkg:github/kubernetes/kubernetes@${encodeURIComponent(verdict.cluster.server)}`
            : `urn:slipway:suite:${verdict.trial.suite}`,
        annotations: {
            suite: verdict.trial.suite,
            subject: verdict.trial.subject ?? '',
            server: verdict.cluster?.server ?? '',
            provider: verdict.cluster?.provider ?? '',
            simulated: verdict.cluster?.simulated ?? false,
            with: verdict.trial.with
        }
    })),
    ...(url === undefined ? {} : { url }),
    passedTests: verdicts.map(nameOf),
    warnedTests: [],
    failedTests: [],
    // Beyond the predicate's own fields, under a name of ours as it wants it: what was claimed, and what was seen.
    [VERDICTS]: verdicts.map((verdict) => ({
        name: nameOf(verdict),
        checks: verdict.checks
    }))
});
const nameOf = ({ trial, cluster }) => [trial.suite, trial.subject && `of ${trial.subject}`, cluster && `on Kubernetes ${cluster.server}`]
    .filter(Boolean)
    .join(' ');
/** The matrix that a proved statement holds: only what it says has passed. */
function readProvedMatrix({ predicate }) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(predicate, 'result') !== 'PASSED' || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(predicate, 'failedTests')).length > 0)
        return [];
    const passed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(predicate, 'passedTests'));
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(predicate, 'configuration')
        .filter((item) => passed.includes((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'name')))
        .map((item) => ({
        suite: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'annotations', 'suite'),
        server: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'annotations', 'server'),
        subject: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'annotations', 'subject'),
        provider: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'annotations', 'provider'),
        simulated: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(item, 'annotations', 'simulated') === true,
        checks: checksOf(predicate, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(item, 'name'))
    }));
}
const checksOf = (predicate, name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(predicate, VERDICTS)
    .filter((verdict) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(verdict, 'name') === name)
    .reduce((sum, verdict) => sum + (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__.at)(verdict, 'checks')).length, 0));


/***/ }),

/***/ 61590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZJ: () => (/* binding */ listOtherRuns),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   vZ: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6515);


/**
 * Which runs other than `own` compiled what: a line a run in the order of the builds, and one for records that name none.
 * What a record says comes from whoever could write it; what is no id of a run counts as none.
 */
function listOtherRuns(builds, own) {
    const runs = new Map();
    for (const { target, by } of builds) {
        if (by === own)
            continue;
        const invocation = by !== undefined && (0,_invocation_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunId */ .P)(by) ? by : '';
        runs.set(invocation, (runs.get(invocation) ?? new Set()).add(target));
    }
    return [...runs].map(([invocation, targets]) => ({ targets: [...targets], invocation }));
}
/** As a provenance has it. */
const describeRun = ({ targets, invocation }) => ({
    targets: [...targets],
    ...(invocation !== '' && { invocationId: invocation })
});
/** What `describeRun` made. */
const readRun = (run) => ({
    targets: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(run['targets']).map(_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    invocation: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(run, 'invocationId')
});


/***/ }),

/***/ 55342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   hk: () => (/* binding */ dependenciesOf),
/* harmony export */   wL: () => (/* binding */ makeProvenance)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23659);
/* harmony import */ var _package_purl_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26751);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82577);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63240);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44119);
/* harmony import */ var _model_nouns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85184);
/* harmony import */ var _compiled_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61590);







/**
 * Names the build that docs/provenance.md describes; counts up when the meaning of a parameter changes. A name and no
 * address: Slipway has none of its own that would stay.
 */
const BUILD_TYPE = 'urn:slipway:build:1';
/** SLSA provenance v1 (slsa.dev/spec/v1.0/provenance): what was made, from what, how, and by whom. */
const makeProvenance = (plan, told) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .makeStatement */ .UT)(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .SLSA */ .yZ, told.subjects, {
    buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: {
            command: plan.mode,
            tag: plan.tag ?? null,
            version: plan.version,
            module: plan.module,
            moduleDir: plan.moduleDir,
            go: plan.go.version,
            sbom: plan.archives.some(({ binaries }) => binaries.some(({ spdx }) => spdx)) ? 'both' : 'cyclonedx',
            builds: plan.builds.map(({ target, argv, env, binaries }) => ({
                target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTarget */ .P4)(target),
                programs: binaries.map(({ main, path }) => ({ main, path })),
                argv,
                env
            }))
        },
        internalParameters: {
            run: told.invocation.platform,
            ...(told.compiledBy.length > 0 && { compiledBy: told.compiledBy.map(_compiled_by_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRun */ .vZ) })
        },
        resolvedDependencies: [
            describeSource(plan, told.repository),
            ...told.dependencies.map(describeModule),
            ...told.tools.map(describeTool)
        ]
    },
    runDetails: {
        builder: { id: told.invocation.builder, version: { slipway: told.invocation.slipway } },
        metadata: {
            invocationId: told.invocation.id,
            startedOn: told.invocation.startedOn,
            finishedOn: told.finishedOn
        },
        byproducts: (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByName */ .VV)(told.byproducts).map(_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)
    }
});
const describeSource = ({ tag, version, commit, module, moduleDir }, repository) => ({
    name: 'source',
    uri: isRemote(repository)
        ? `git+${normalizeUrl(repository)}${tag === undefined ? '' : `@refs/tags/${tag}`}`
        : (0,_package_purl_js__WEBPACK_IMPORTED_MODULE_5__/* .golangPurl */ .a)(module, `v${version}`),
    digest: { gitCommit: commit },
    ...(moduleDir === '' ? {} : { annotations: { folder: moduleDir } })
});
/** A clone of a folder says where that folder is on one machine, which is nobody's business. */
const isRemote = (url) => url !== undefined && /^(https?|ssh|git):\/\//i.test(url);
/** in-toto wants scheme and server in small letters (RFC 3986, 6.2.2.1); whose the repository is keeps its own. */
const normalizeUrl = (url) => url.replace(/^([a-z]+:\/\/)([^/@]*@)?([^/]*)/i, (_, scheme, user, server) => `${scheme.toLowerCase()}${user ?? ''}${server.toLowerCase()}`);
const describeModule = ({ uri, sum }) => ({
    uri,
    ...(sum === '' ? {} : { digest: digestOfSum(sum) })
});
/** go.sum's `h1:` in hex. in-toto's page of digests calls it dirHash in its heading and dirHash1 in its text. */
function digestOfSum(sum) {
    const hex = Buffer.from(sum.replace(/^h1:/, ''), 'base64').toString('hex');
    return { dirHash: hex, dirHash1: hex };
}
const describeTool = ({ name, version, source, vouched, sha256 }) => ({
    name,
    uri: `pkg:generic/${name}@${encodeURIComponent(version)}`,
    digest: { sha256 },
    annotations: { source, vouched }
});
/** The modules that the programs of these SBOMs hold, each once, by package URL. */
function dependenciesOf(sboms) {
    const found = new Map();
    for (const component of sboms.flatMap((sbom) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(sbom, 'components'))) {
        const uri = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(component, 'purl');
        const sum = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(component, 'properties').find((property) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(property, 'name') === 'slipway:go:sum');
        if (uri !== '')
            found.set(uri, { uri, sum: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(sum, 'value') });
    }
    return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
/** Reads what `makeProvenance` makes; undefined for another's. */
function readProvenance({ predicate, ...rest }) {
    const subjects = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescribedFiles */ .Zj)(rest, 'subject');
    const byproducts = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescribedFiles */ .Zj)(predicate, 'runDetails', 'byproducts');
    if (!subjects || !byproducts || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(predicate, 'buildDefinition', 'buildType') !== BUILD_TYPE)
        return undefined;
    const source = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(predicate, 'buildDefinition', 'resolvedDependencies').find((item) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(item, 'name') === 'source');
    return {
        subjects,
        byproducts,
        commit: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(source && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__.at)(source, 'digest'), 'gitCommit'),
        ...placeOf((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(source, 'uri')),
        builder: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(predicate, 'runDetails', 'builder', 'id'),
        invocation: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(predicate, 'runDetails', 'metadata', 'invocationId'),
        compiledBy: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(predicate, 'buildDefinition', 'internalParameters', 'compiledBy').map(_compiled_by_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI),
        recipe: recipeOf(predicate)
    };
}
/** What `source` wrote: `git+https://github.com/acme/mesh@refs/tags/v1.0.0`. */
function placeOf(uri) {
    const [, repository = '', ref = ''] = /^git\+([a-z]+:\/\/[^\s]+?)(?:@(refs\/[^\s]+))?$/.exec(uri) ?? [];
    return { repository, ref };
}
function recipeOf(predicate) {
    const said = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(predicate, 'buildDefinition', 'externalParameters', name);
    const builds = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(predicate, 'buildDefinition', 'externalParameters', 'builds');
    return {
        slipway: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(predicate, 'runDetails', 'builder', 'version', 'slipway'),
        ...{ tag: said('tag'), version: said('version'), module: said('module'), moduleDir: said('moduleDir') },
        go: said('go'),
        targets: [...new Set(builds.map((build) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(build, 'target')))],
        mains: [
            ...new Set(builds.flatMap((build) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .objectsAt */ .yR)(build, 'programs').map((program) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(program, 'main'))))
        ]
    };
}


/***/ }),

/***/ 63240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   CL: () => (/* binding */ describeFile),
/* harmony export */   UT: () => (/* binding */ makeStatement),
/* harmony export */   VV: () => (/* binding */ sortByName),
/* harmony export */   Zj: () => (/* binding */ readDescribedFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


const makeStatement = (predicateType, files, predicate) => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: sortByName(files).map(describeFile),
    predicateType,
    predicate
});
/** A file as in-toto's ResourceDescriptor. */
const describeFile = ({ name, sha256 }) => ({
    name,
    digest: { sha256 }
});
const sortByName = (files) => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
/** Reads what `makeStatement` makes. Throws a 'verification' Failure for anything else. */
function parseStatement(text, predicateType, where) {
    const found = parse(text);
    const subject = readDescribedFiles(found, 'subject');
    if (!found ||
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, '_type') !== 'https://in-toto.io/Statement/v1' ||
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(found, 'predicateType') !== predicateType ||
        !subject?.length ||
        typeof found['predicate'] !== 'object')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${where} is not an in-toto statement of type ${predicateType}`, {
            hint: 'Download it again from the release; if it stays so, do not use the release.'
        });
    return found;
}
/** Files that a list of ResourceDescriptors names; undefined when one of them is no file with a SHA-256. */
function readDescribedFiles(value, ...keys) {
    const files = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(value, ...keys).map((item) => ({
        name: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'name'),
        sha256: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(item, 'digest', 'sha256')
    }));
    const whole = files.length === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)(keys.reduce((inner, key) => inner?.[key], value)).length;
    return whole && files.every(({ name, sha256 }) => name !== '' && /^[0-9a-f]{64}$/.test(sha256)) ? files : undefined;
}
function parse(text) {
    const value = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedJson */ .U4)(text);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? value : undefined;
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

/***/ 31297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect),
  K: () => (/* binding */ sectionsOf)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/go/inspect/reader.ts

const decoder = new TextDecoder('latin1');
/** Reads `bytes`; every read outside of them throws a 'verification' Failure that names `format`. */
function reader(bytes, littleEndian, format) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const within = (at, length) => {
        if (Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= bytes.length)
            return at;
        throw malformed(format, `it wants ${length} bytes at ${at} of ${bytes.length}`);
    };
    return {
        size: bytes.length,
        u8: (at) => view.getUint8(within(at, 1)),
        u16: (at) => view.getUint16(within(at, 2), littleEndian),
        u32: (at) => view.getUint32(within(at, 4), littleEndian),
        u64: (at) => {
            const value = view.getBigUint64(within(at, 8), littleEndian);
            if (value > Number.MAX_SAFE_INTEGER)
                throw malformed(format, `it holds the offset ${value}`);
            return Number(value);
        },
        bytes: (at, length) => bytes.subarray(within(at, length), at + length),
        text: (at, max = 256) => {
            const piece = bytes.subarray(within(at, 0), Math.min(at + max, bytes.length));
            const end = piece.indexOf(0);
            return decoder.decode(end < 0 ? piece : piece.subarray(0, end));
        }
    };
}
function malformed(format, seen) {
    return new errors/* Failure */.H('verification', `not a whole ${format} file: ${seen}`, {
        hint: 'The file is cut off or damaged; build it again.'
    });
}

;// CONCATENATED MODULE: ./src/go/inspect/unquote.ts
const SHORT = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"'
};
/** Reads a string literal of Go (strconv.Unquote, double quotes and back quotes); undefined when it is none. */
function unquoteGo(literal) {
    if (/^`[^`]*`$/.test(literal))
        return literal.slice(1, -1);
    if (!/^"(?:[^"\\]|\\.)*"$/.test(literal))
        return undefined;
    let broken = false;
    const text = literal
        .slice(1, -1)
        .replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|.)/g, (_, escape) => {
        const plain = escape.length > 1 ? characterAt(escape) : SHORT[escape];
        if (plain === undefined)
            broken = true;
        return plain ?? '';
    });
    return broken ? undefined : text;
}
/** The character of `x41`, `u0041`, `U00000041` or `101`; undefined past the last one of Unicode. */
function characterAt(escape) {
    const code = /^[xuU]/.test(escape) ? parseInt(escape.slice(1), 16) : parseInt(escape, 8);
    return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./src/go/inspect/build-info.ts


/** How the blob begins; its strings are inline, after a header of 32 bytes, when flag 2 is set (debug/buildinfo). */
const MAGIC = Buffer.from('\u{ff} Go buildinf:', 'latin1');
const HEADER = 32;
const FLAGS = 15;
const INLINE_STRINGS = 2;
/** What stands around the text (infoStart and infoEnd in cmd/go/internal/modload). */
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');
/**
 * Reads the build info of Go 1.18 or later; undefined when there is none. Throws a 'verification' Failure when there is
 * one that cannot be read.
 */
function readBuildInfo({ format, data, goVersion = '' }) {
    if (data === undefined)
        return undefined;
    if (format === 'Wasm') {
        const text = findText(buffer(data.bytes));
        return text === undefined ? undefined : parseBuildInfo(goVersion, text);
    }
    const at = findMagic(data);
    return at === undefined ? undefined : readBlob(buffer(data.bytes.subarray(at)));
}
/**
 * The build info of a file of a format that nobody here can read: the first blob in it that is whole. Go's own reader
 * knows no stripped program of AIX, either.
 */
function searchBuildInfo(bytes) {
    const haystack = buffer(bytes);
    for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
        const blob = haystack.subarray(at);
        if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0)
            continue;
        const version = build_info_text(blob, HEADER);
        const framed = version && build_info_text(blob, version.next)?.value;
        if (!framed?.subarray(0, START.length).equals(START) || !framed.subarray(-END.length).equals(END))
            continue;
        return parseBuildInfo(version?.value.toString('utf8') ?? '', findText(framed) ?? '');
    }
    return undefined;
}
function findMagic({ address, bytes }) {
    const haystack = buffer(bytes);
    for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
        if ((address + at) % 16 === 0 && at + HEADER <= bytes.length)
            return at;
    }
    return undefined;
}
function findText(bytes) {
    const start = bytes.indexOf(START);
    if (start < 0)
        return undefined;
    const end = bytes.indexOf(END, start);
    if (end < 0)
        throw damaged('its text has no end');
    return bytes.toString('utf8', start + START.length, end);
}
function readBlob(blob) {
    if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0)
        throw damaged('it is of a Go older than 1.18');
    const version = readString(blob, HEADER);
    const framed = readString(blob, version.next).value;
    return parseBuildInfo(version.value.toString('utf8'), framed.length === 0 ? '' : (findText(framed) ?? ''));
}
/** What `readString` reads, where it can. */
function build_info_text(blob, start) {
    try {
        return readString(blob, start);
    }
    catch {
        return undefined;
    }
}
/** A length as an unsigned varint, then so many bytes. */
function readString(blob, start) {
    let length = 0;
    let at = start;
    for (let shift = 0;; shift += 7) {
        const byte = blob[at++];
        if (byte === undefined || shift > 28)
            throw damaged(`a length at ${start} has no end`);
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80)
            break;
    }
    if (at + length > blob.length)
        throw damaged(`a text at ${at} goes past the end`);
    return { value: blob.subarray(at, at + length), next: at + length };
}
/** Reads the lines that `go version -m` prints. */
function parseBuildInfo(goVersion, text) {
    let path = '';
    let main;
    const deps = [];
    const settings = new Map();
    let last;
    for (const line of text.split('\n')) {
        const [word, ...columns] = line.split('\t');
        const rest = columns.join('\t');
        switch (word) {
            case 'path':
                path = rest;
                break;
            case 'mod':
                main = readModule(columns, line);
                last = 'main';
                break;
            case 'dep':
                deps.push(readModule(columns, line));
                last = 'dep';
                break;
            case '=>': {
                const replace = readModule(columns, line);
                const replaced = last === 'main' ? main : deps.at(-1);
                if (last === undefined || replaced === undefined)
                    throw damaged(`a replacement without a module: ${line}`);
                if (last === 'main')
                    main = { ...replaced, replace };
                else
                    deps[deps.length - 1] = { ...replaced, replace };
                last = undefined;
                break;
            }
            case 'build': {
                const [name, value] = readSetting(rest);
                settings.set(name, value);
            }
        }
    }
    return { goVersion, path, main, deps, settings };
}
function readModule([path, version, sum = ''], line) {
    if (!path || version === undefined)
        throw damaged(`a module without a version: ${line.slice(0, 200)}`);
    return { path, version, sum };
}
function readSetting(text) {
    const match = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^="`\s]+)=(.*)$/s.exec(text);
    if (match === null)
        throw damaged(`a setting without a value: ${text.slice(0, 200)}`);
    const [name, value] = match.slice(1).map((part) => (/^["`]/.test(part) ? unquoteGo(part) : part));
    if (name === undefined || value === undefined)
        throw damaged(`a setting in broken quotes: ${text.slice(0, 200)}`);
    return [name, value];
}
function damaged(seen) {
    return malformed('Go build info', seen);
}
function buffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./src/go/inspect/image.ts
/** More libraries than any program needs: past it the table is garbage. */
const MOST_LIBRARIES = 4096;
/** Go's name for a machine number. */
function archName(names, machine) {
    return names[machine] ?? `machine 0x${machine.toString(16)}`;
}

;// CONCATENATED MODULE: ./src/go/inspect/elf.ts


const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const PF_W = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const SHT_NOBITS = 8;
/** Reads an ELF file of either class and byte order (System V ABI, chapters 4 and 5). */
function readElf(bytes) {
    const wide = bytes[4] === 2;
    const little = bytes[5] === 1;
    if ((!wide && bytes[4] !== 1) || (!little && bytes[5] !== 2))
        throw malformed('ELF', 'its class or byte order is unknown');
    const read = reader(bytes, little, 'ELF');
    const segments = readSegments(read, wide);
    const interp = segments.find(({ type }) => type === PT_INTERP);
    return {
        format: 'ELF',
        arch: elfArch(read.u16(18), wide, little),
        interpreter: interp && read.text(interp.offset),
        libraries: neededLibraries(read, wide, segments),
        data: buildInfoRegion(read, wide, segments),
        sections: () => [...sectionsIn(read, wide)]
    };
}
function elfArch(machine, wide, little) {
    const end = little ? 'le' : '';
    if (machine === 8)
        return `mips${wide ? '64' : ''}${end}`;
    if (machine === 21)
        return `ppc64${end}`;
    return archName({ 3: '386', 22: 's390x', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64', 258: 'loong64' }, machine);
}
function readSegments(read, wide) {
    const table = wide ? read.u64(32) : read.u32(28);
    const entry = read.u16(wide ? 54 : 42);
    const count = read.u16(wide ? 56 : 44);
    return Array.from({ length: count }, (_, i) => {
        const at = table + i * entry;
        return wide
            ? {
                type: read.u32(at),
                flags: read.u32(at + 4),
                offset: read.u64(at + 8),
                address: read.u64(at + 16),
                size: read.u64(at + 32)
            }
            : {
                type: read.u32(at),
                flags: read.u32(at + 24),
                offset: read.u32(at + 4),
                address: read.u32(at + 8),
                size: read.u32(at + 16)
            };
    });
}
function neededLibraries(read, wide, segments) {
    const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
    if (dynamic === undefined)
        return [];
    const word = wide ? 8 : 4;
    const number = wide ? read.u64 : read.u32;
    const names = [];
    let strings;
    for (let at = dynamic.offset; at + 2 * word <= dynamic.offset + dynamic.size; at += 2 * word) {
        const tag = number(at);
        if (tag === 0)
            break;
        if (tag === DT_NEEDED)
            names.push(number(at + word));
        if (names.length > MOST_LIBRARIES)
            throw malformed('ELF', `it needs more than ${MOST_LIBRARIES} libraries`);
        if (tag === DT_STRTAB)
            strings = number(at + word);
    }
    if (names.length === 0)
        return [];
    const home = segments.find(({ type, address, size }) => type === PT_LOAD && strings !== undefined && address <= strings && strings < address + size);
    if (home === undefined || strings === undefined)
        throw malformed('ELF', 'it needs libraries but has no names for them');
    const base = home.offset + (strings - home.address);
    return names.map((name) => read.text(base + name));
}
/** The section `.go.buildinfo`, or the first writable segment of a file without section names. */
function buildInfoRegion(read, wide, segments) {
    for (const { name, address, offset, size } of sectionsIn(read, wide))
        if (name === '.go.buildinfo')
            return { address, bytes: read.bytes(offset, size) };
    const writable = segments.find(({ type, flags }) => type === PT_LOAD && (flags & PF_W) !== 0);
    return writable && { address: writable.address, bytes: read.bytes(writable.offset, writable.size) };
}
/** The sections that have bytes in the file, each read when it is asked for; none for a file without their names. */
function* sectionsIn(read, wide) {
    const word = wide ? read.u64 : read.u32;
    const table = word(wide ? 40 : 32);
    const entry = read.u16(wide ? 58 : 46);
    const count = table === 0 ? 0 : read.u16(wide ? 60 : 48);
    const names = read.u16(wide ? 62 : 50);
    const header = (index) => {
        const at = table + index * entry;
        return {
            name: read.u32(at),
            type: read.u32(at + 4),
            address: word(at + (wide ? 16 : 12)),
            offset: word(at + (wide ? 24 : 16)),
            size: word(at + (wide ? 32 : 20))
        };
    };
    if (names >= count)
        return;
    const texts = header(names).offset;
    for (let i = 0; i < count; i++) {
        const { name, type, ...place } = header(i);
        if (type !== SHT_NOBITS)
            yield { name: read.text(texts + name), ...place };
    }
}

;// CONCATENATED MODULE: ./src/go/inspect/macho.ts


const LC_SEGMENT_64 = 0x19;
/** LC_LOAD_DYLIB and its weak, re-exported, lazy and upward kinds. */
const LOAD_DYLIB = [0x0c, 0x80000018, 0x8000001f, 0x20, 0x80000023];
const ARCH = { 0x01000007: 'amd64', 0x0100000c: 'arm64' };
/** Reads a 64-bit little-endian Mach-O file, the only kind that Go makes (mach-o/loader.h). */
function readMachO(bytes) {
    const read = reader(bytes, true, 'Mach-O');
    const libraries = [];
    const sections = [];
    let at = 32;
    for (let left = read.u32(16); left > 0; left--) {
        const command = read.u32(at);
        const size = read.u32(at + 4);
        if (size < 8)
            throw malformed('Mach-O', `load command ${command} is ${size} bytes long`);
        read.bytes(at, size);
        if (LOAD_DYLIB.includes(command))
            libraries.push(read.text(at + read.u32(at + 8)));
        if (libraries.length > MOST_LIBRARIES)
            throw malformed('Mach-O', `it loads more than ${MOST_LIBRARIES} libraries`);
        if (command === LC_SEGMENT_64) {
            const count = read.u32(at + 64);
            if (72 + count * 80 > size)
                throw malformed('Mach-O', `a segment of ${size} bytes names ${count} sections`);
            for (let i = 0; i < count; i++)
                sections.push(at + 72 + i * 80);
        }
        at += size;
    }
    return {
        format: 'Mach-O',
        arch: archName(ARCH, read.u32(4)),
        interpreter: undefined,
        libraries,
        data: macho_buildInfoRegion(read, sections),
        sections: () => sections.map((section) => readSection(read, section))
    };
}
function macho_buildInfoRegion(read, sections) {
    const section = sections.find((place) => read.text(place, 16) === '__go_buildinfo');
    if (section === undefined)
        return undefined;
    const { offset, size } = readSection(read, section);
    return { address: read.u64(section + 32), bytes: read.bytes(offset, size) };
}
function readSection(read, at) {
    return { name: read.text(at, 16), offset: read.u32(at + 48), size: read.u64(at + 40) };
}

;// CONCATENATED MODULE: ./src/go/inspect/pe.ts


const pe_ARCH = { 0x014c: '386', 0x01c4: 'arm', 0x8664: 'amd64', 0xaa64: 'arm64' };
/** Reads a PE32 or PE32+ file (Microsoft's "PE Format"). */
function readPe(bytes) {
    const read = reader(bytes, true, 'PE');
    const header = read.u32(60);
    if (read.text(header, 4) !== 'PE')
        throw malformed('PE', 'it has no PE signature');
    const optional = header + 24;
    const magic = read.u16(optional);
    if (magic !== 0x10b && magic !== 0x20b)
        throw malformed('PE', `its optional header says 0x${magic.toString(16)}`);
    const directories = optional + (magic === 0x20b ? 112 : 96);
    const table = optional + read.u16(header + 20);
    const sections = Array.from({ length: read.u16(header + 6) }, (_, i) => pe_readSection(read, table + i * 40));
    const imports = read.u32(directories - 4) > 1 ? read.u32(directories + 8) : 0;
    const data = sections.find(({ name }) => name === '.data');
    return {
        format: 'PE',
        arch: archName(pe_ARCH, read.u16(header + 4)),
        interpreter: undefined,
        libraries: imports === 0 ? [] : importedLibraries(read, sections, imports),
        data: data && regionOf(read, data),
        sections: () => sections
    };
}
function pe_readSection(read, at) {
    return {
        name: read.text(at, 8),
        virtualSize: read.u32(at + 8),
        address: read.u32(at + 12),
        size: read.u32(at + 16),
        offset: read.u32(at + 20)
    };
}
function regionOf(read, { address, virtualSize, offset, size }) {
    return { address, bytes: read.bytes(offset, Math.min(size, virtualSize)) };
}
/** The import directory: 20 bytes a library, ended by one without a name. */
function importedLibraries(read, sections, address) {
    const place = (wanted) => {
        const home = sections.find((section) => section.address <= wanted && wanted < section.address + section.size);
        if (home === undefined)
            throw malformed('PE', `its imports lie at 0x${wanted.toString(16)}, outside of every section`);
        return home.offset + (wanted - home.address);
    };
    const libraries = [];
    for (let at = place(address);; at += 20) {
        const name = read.u32(at + 12);
        if (name === 0)
            return libraries;
        if (libraries.length === MOST_LIBRARIES)
            throw malformed('PE', `it imports more than ${MOST_LIBRARIES} libraries`);
        libraries.push(read.text(place(name)));
    }
}

;// CONCATENATED MODULE: ./src/go/inspect/wasm.ts

const CUSTOM_SECTION = 0;
const DATA_SECTION = 11;
/**
 * Reads a WebAssembly module (core specification, chapter 5.5). Go writes no build info blob into it: its text is found
 * among the data, and Go's version in the custom section "producers" (tool-conventions/ProducersSection.md).
 */
function readWasm(bytes) {
    const { data, producers } = readSections(reader(bytes, true, 'Wasm'));
    return {
        format: 'Wasm',
        arch: 'wasm',
        interpreter: undefined,
        libraries: [],
        data: data && { address: 0, bytes: data },
        goVersion: producers && languageVersion(reader(producers, true, 'Wasm'))
    };
}
function readSections(read) {
    let data;
    let producers;
    let at = 8;
    while (at < read.size) {
        const id = read.u8(at);
        const size = leb128(read, at + 1);
        const content = read.bytes(size.next, size.value);
        if (id === DATA_SECTION)
            data = content;
        if (id === CUSTOM_SECTION) {
            const name = readName(reader(content, true, 'Wasm'), 0);
            if (name.value === 'producers')
                producers = content.subarray(name.next);
        }
        at = size.next + size.value;
    }
    if (at !== read.size)
        throw malformed('Wasm', `its header is ${read.size} bytes long`);
    return { data, producers };
}
/** The version beside "Go" in the field "language". */
function languageVersion(read) {
    const fields = leb128(read, 0);
    let at = fields.next;
    for (let field = 0; field < fields.value; field++) {
        const name = readName(read, at);
        const values = leb128(read, name.next);
        at = values.next;
        for (let i = 0; i < values.value; i++) {
            const value = readName(read, at);
            const version = readName(read, value.next);
            if (name.value === 'language' && value.value === 'Go')
                return version.value;
            at = version.next;
        }
    }
    return undefined;
}
function readName(read, at) {
    const size = leb128(read, at);
    const next = size.next + size.value;
    return { value: Buffer.from(read.bytes(size.next, size.value)).toString('utf8'), next };
}
/** An unsigned LEB128 number of at most 32 bits. */
function leb128(read, start) {
    let value = 0;
    for (let i = 0; i < 5; i++) {
        const byte = read.u8(start + i);
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return { value, next: start + i + 1 };
    }
    throw malformed('Wasm', `a number at ${start} is longer than 32 bits`);
}

;// CONCATENATED MODULE: ./src/go/inspect/binary.ts





/**
 * Says what a binary is, by its own bytes. Throws a 'verification' Failure for a file of a known format that is cut off
 * or damaged. Reads in place: only the texts it returns are copied.
 */
function inspect(bytes) {
    const image = readImage(bytes);
    if (image === undefined)
        return { format: 'unchecked', build: searchBuildInfo(bytes) };
    const { format, arch, interpreter, libraries } = image;
    return { format, arch, interpreter, libraries, build: readBuildInfo(image) };
}
/** The sections of a program that lie in its file, by their place there; none for headers that cannot be read. */
function sectionsOf(bytes) {
    try {
        return (readImage(bytes)?.sections?.() ?? [])
            .filter(({ size, offset }) => size > 0 && offset + size <= bytes.length)
            .sort((a, b) => a.offset - b.offset);
    }
    catch {
        // A damaged file has bytes, and no sections that could be believed.
        return [];
    }
}
function readImage(bytes) {
    const begins = (...magic) => magic.every((byte, i) => bytes[i] === byte);
    if (begins(0x7f, 0x45, 0x4c, 0x46))
        return readElf(bytes);
    if (begins(0xcf, 0xfa, 0xed, 0xfe))
        return readMachO(bytes);
    if (begins(0x4d, 0x5a))
        return readPe(bytes);
    if (begins(0x00, 0x61, 0x73, 0x6d))
        return readWasm(bytes);
    return undefined;
}


/***/ }),

/***/ 85184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isIdentity)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);
/** The nouns of Slipway. Types, and a guard for what is read back; `shared` words: target, binary, artifact, trial, verdict, bundle, draft. */

/** Whether a value that was read back is an identity. */
const isIdentity = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)((0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ publicKey: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }), (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ identity: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, issuer: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }));


/***/ }),

/***/ 71652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ formatChecksums),
/* harmony export */   y: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


/** The content of checksums.txt, for `sha256sum -c`: a line a file, by name. Throws an 'input' Failure for names it cannot hold. */
function formatChecksums(files) {
    const names = new Set();
    for (const { name, sha256 } of files) {
        const wrong = nameMistake(name) ?? (names.has(name) ? 'it is there twice' : undefined);
        if (wrong !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a checksum file cannot hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`, {
                hint: 'Give that file another name.'
            });
        if (!/^[0-9a-f]{64}$/.test(sha256)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(sha256)} is not the SHA-256 of ${name}: 64 lower-case hex digits are`, {
                hint: 'Write it as sha256sum does.'
            });
        }
        names.add(name);
    }
    return [...files]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
        .join('');
}
/**
 * Reads what `formatChecksums` writes, and nothing else: a checksum file that was made or changed by something else is
 * not the one that was signed. Order does not matter. Throws a 'verification' Failure that names the line.
 */
function parseChecksums(bytes) {
    const lines = decode(bytes).split('\n');
    if (lines.pop() !== '')
        throw refused('its last line has no end', 'It may be cut off; fetch it again.');
    const names = new Set();
    return lines.map((line, i) => {
        const { name, sha256 } = parseLine(line, i + 1);
        if (names.has(name))
            throw refused(`line ${i + 1} names ${name} again`);
        names.add(name);
        return { name, sha256 };
    });
}
function decode(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', 'checksums.txt is refused: it is not UTF-8', { hint: AS_WRITTEN, cause });
    }
    if (text === '')
        throw refused('it is empty');
    if (text.startsWith('\ufeff'))
        throw refused('it begins with a byte order mark', AS_WRITTEN);
    return text;
}
const AS_WRITTEN = 'Something rewrote the file; fetch it as it was published.';
function parseLine(line, number) {
    const where = `line ${number}`;
    if (line.endsWith('\r'))
        throw refused(`${where} ends with a carriage return`, AS_WRITTEN);
    const match = /^([0-9a-fA-F]{64})( [ *])(.+)$/su.exec(line);
    const [, sha256 = '', mark, name = ''] = match ?? [];
    if (match === null)
        throw refused(`${where} is not "SHA-256, two spaces, name": ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(line.slice(0, 200))}`);
    if (mark === ' *')
        throw refused(`${where} marks ${name} as binary with "*"`, AS_WRITTEN);
    if (sha256 !== sha256.toLowerCase())
        throw refused(`${where} has upper-case hex digits`, AS_WRITTEN);
    const wrong = nameMistake(name);
    if (wrong !== undefined)
        throw refused(`${where} names ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`);
    return { name, sha256 };
}
/** Names are of files beside the checksum file, and sha256sum reads a leading backslash or a line break otherwise. */
function nameMistake(name) {
    if (name === '' || name === '.' || name === '..')
        return 'it is not the name of a file';
    if (/[\\/]/.test(name))
        return 'it has a path';
    if (/[\u0000-\u001f\u007f\ufeff]/.test(name) || !name.isWellFormed())
        return 'it has a character that no name has';
    if (/^[\s*]|\s$/.test(name))
        return 'it begins or ends with a space or begins with "*"';
    return undefined;
}
function refused(seen, hint) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `checksums.txt is refused: ${seen}`, hint === undefined ? {} : { hint });
}


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ golangPurl)
/* harmony export */ });
/**
 * A package URL of type golang (github.com/package-url/purl-spec). The path keeps its case, as Go module paths have one
 * and scanners match it.
 */
function golangPurl(path, version, qualifiers = {}, subpath = '') {
    const segments = (text) => text.split('/').map(encodeURIComponent).join('/');
    const pairs = Object.entries(qualifiers)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return [
        `pkg:golang/${segments(path)}`,
        version === undefined ? '' : `@${encodeURIComponent(version)}`,
        pairs.length === 0 ? '' : `?${pairs.join('&')}`,
        subpath === '' ? '' : `#${segments(subpath)}`
    ].join('');
}


/***/ }),

/***/ 16961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ planPublication),
/* harmony export */   g: () => (/* binding */ chooseDestination)
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
    if (config.notes === 'generated' && !(0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .platformNamed */ .p5)(to)?.generatesNotes)
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
                since: (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .tagBefore */ .eO)(version, facts.moduleDir, facts.allTags)
            }
        ]
    };
}
/** Where releases live: what was asked for, else the platform whose job this is. */
const chooseDestination = (to, { platform }) => to === 'auto' ? platform : to;


/***/ }),

/***/ 95130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ yankRelease),
/* harmony export */   Yv: () => (/* binding */ folderOfTag),
/* harmony export */   n1: () => (/* binding */ listStanding),
/* harmony export */   pi: () => (/* binding */ findHigher),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/* unused harmony export findSuccessor */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



/** The module's folder that a tag such as `sub/v1.2.3` begins with; '' for `v1.2.3`. */
const folderOfTag = (tag) => tag.slice(0, Math.max(0, tag.lastIndexOf('/')));
/** The stable releases of a module, but for this one, that nobody took back, the highest first. */
const listStanding = (folder, but, releases) => releases
    .filter((each) => each.tag !== but && !each.prerelease && !each.yanked)
    .flatMap((each) => {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(each.tag, folder);
    return version === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) ? [] : [{ tag: each.tag, version }];
})
    .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.version, b.version));
/** Which release is to be the latest when this one is taken back. */
const findSuccessor = (tag, releases) => listStanding(folderOfTag(tag), tag, releases)[0]?.tag;
/** A stable release, higher than this one, that is published already: then this one is a back-port. */
function findHigher(tag, releases) {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .versionOfTag */ .mx)(tag, folderOfTag(tag));
    const [highest] = listStanding(folderOfTag(tag), tag, releases);
    return version !== undefined && highest && semver__WEBPACK_IMPORTED_MODULE_0___default().gt(highest.version, version) ? highest.tag : undefined;
}
/** Marks a release as bad and makes the one before it the latest again; deletes nothing. */
async function yankRelease(publisher, { tag, why, half }, signal) {
    const latest = findSuccessor(tag, await publisher.list(signal));
    const yanked = await publisher.yank({ tag, why, half, latest }, signal);
    return yanked && { ...yanked, latest };
}
/** The failure of a release that people see by now: takes it back, and says what came of that. */
async function takeBack(publisher, tag, failed, signal) {
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


/***/ }),

/***/ 16042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ openFolder),
/* harmony export */   XB: () => (/* binding */ oddIn),
/* harmony export */   nT: () => (/* binding */ refuseYanked),
/* harmony export */   nZ: () => (/* binding */ openPublished)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33500);



/** A published release as `verifyRelease` wants it. */
const openPublished = (published) => ({
    where: published.url,
    names: published.files.map(({ name }) => name),
    digests: new Map(published.files.flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [[name, sha256]]))),
    open: (name) => published.download(name),
    ...(published.pathOf && { pathOf: published.pathOf })
});
/** A folder with a release in it: everything that lies there is looked at, whatever its name. */
async function openFolder(folder, files) {
    const entries = await files.entries(folder);
    if (entries.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is no folder with a release in it`, {
            hint: 'Name the folder that has its checksums.txt, or the URL of the release.'
        });
    const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    const bytes = names.includes(_model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g) ? await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g)) : undefined;
    const record = bytes && (0,_model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRecord */ .H)(bytes);
    if (record)
        refuseYanked(record.tag, folder, record.yanked);
    return {
        where: folder,
        names,
        odd: oddAmong(entries),
        open: (name) => files.stream((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name)),
        pathOf: (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name),
        record: record && _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g
    };
}
/** What lies in the folder of a release and is no file, a sentence each. */
const oddIn = async (folder, files) => oddAmong(await files.entries(folder));
const oddAmong = (entries) => entries.flatMap(({ name, kind }) => (kind === 'file' ? [] : [`${name} is ${KINDS[kind]}`]));
const KINDS = {
    folder: 'a folder, and a release has none',
    link: 'a link, and a release has none',
    other: 'neither a file nor a folder'
};
/** Tells a downloader of a release that its publisher no longer stands for; `why` is undefined for one that stands. */
function refuseYanked(tag, where, why) {
    if (why === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${tag} was taken back by its publisher (${where}): ${why}`, {
        hint: 'Use another release.'
    });
}


/***/ }),

/***/ 20600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ isVerification),
  V: () => (/* binding */ verifyRelease)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/inspect/binary.ts + 8 modules
var binary = __webpack_require__(31297);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/model/signer.ts
var model_signer = __webpack_require__(49587);
;// CONCATENATED MODULE: ./src/verify/source.ts

/** What is wrong with where a release comes from, a sentence each: by what was asked for, its provenance, its certificates. */
function sourceProblems({ commit, repository, ref, recipe }, certificates, asked, signer) {
    const provenance = {
        ...{ tag: recipe.tag, module: recipe.module, commit, repository },
        ref: recipe.tag === '' ? '' : `refs/tags/${recipe.tag}`
    };
    const other = (what) => asked[what] === undefined || asked[what] === provenance[what]
        ? []
        : [`the provenance is of ${WORDS[what]} ${provenance[what] || '(none)'}, not of ${asked[what]}`];
    return [
        ...['tag', 'module', 'commit'].flatMap(other),
        ...(asked.repository === undefined
            ? []
            : repository === ''
                ? [`the provenance names no repository, and ${asked.repository} was asked for`]
                : (0,model_signer/* isSameRepository */.ve)(repository, asked.repository)
                    ? []
                    : [`the provenance is of the repository ${repository}, not of ${asked.repository}`]),
        ...(ref === '' || ref === provenance.ref
            ? []
            : [`the provenance names two tags: ${ref} and ${provenance.ref || '(none)'}`]),
        ...certificates.flatMap((certificate) => certificateProblems(certificate, provenance, asked, signer))
    ];
}
const WORDS = { tag: 'the tag', module: 'the module', commit: 'commit' };
function certificateProblems({ name, source }, provenance, asked, signer) {
    const workflow = signer && 'identity' in signer ? (0,model_signer/* workflowOf */.B4)(signer.identity) : undefined;
    const isJob = workflow !== undefined || asked.repository !== undefined || (signer !== undefined && 'pattern' in signer);
    const { repository, commit, ref } = source;
    // A person's certificate speaks of no repository, and whoever demands that person asks for none.
    if (!isJob && repository === undefined && commit === undefined && ref === undefined)
        return [];
    const of = `the certificate of ${name}`;
    if (!repository || !commit || !ref)
        return [`${of} names no ${repository ? (commit ? 'ref' : 'commit') : 'repository'}`];
    // A reusable workflow runs for whoever calls it: the identity names the workflow, and these fields name the caller.
    const home = [asked.repository ?? workflow?.repository, provenance.repository].filter((url) => url !== undefined && url !== '');
    const wanted = workflow && (0,model_signer/* isSameRepository */.ve)(workflow.repository, repository) ? workflow.ref : provenance.ref;
    return [
        ...home
            .filter((url, i) => !(0,model_signer/* isSameRepository */.ve)(url ?? '', repository) && home.indexOf(url) === i)
            .slice(0, 1)
            .map((url) => `${of} is of the repository ${repository}, not of ${url}`),
        ...(commit === provenance.commit ? [] : [`${of} is of commit ${commit}, not of ${provenance.commit || '(none)'}`]),
        ...(ref === wanted ? [] : [`${of} is of ${ref}, not of ${wanted || '(no tag)'}`])
    ];
}

// EXTERNAL MODULE: ./src/base/parallel.ts
var parallel = __webpack_require__(34358);
// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var bundle = __webpack_require__(49769);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/evidence/certificate.ts

/** github.com/sigstore/fulcio, docs/oid-info.md: 1.3.6.1.4.1.57264.1.N as DER writes it. */
const oid = (last) => `2b0601040183bf3001${last.toString(16).padStart(2, '0')}`;
const [REPOSITORY, COMMIT, REF] = [oid(12), oid(13), oid(14)];
/** What the certificate in a bundle says of its source; undefined for a bundle without one, which a key signed. */
function certifiedSource(bundle) {
    const der = Buffer.from((0,json/* textAt */.$6)(bundle, 'verificationMaterial', 'certificate', 'rawBytes'), 'base64');
    if (der.length === 0)
        return undefined;
    const found = extensions(der);
    return { repository: found.get(REPOSITORY), commit: found.get(COMMIT), ref: found.get(REF) };
}
/** The extensions of an X.509 certificate whose values are UTF8String, by their identifier. */
function extensions(der) {
    const found = new Map();
    const [certificate] = certificate_elements(der);
    const [signed] = certificate_elements(certificate?.content);
    // [3] holds the one sequence of extensions (RFC 5280, 4.1).
    const [list] = certificate_elements(certificate_elements(signed?.content).find(({ tag }) => tag === 0xa3)?.content);
    for (const { content } of certificate_elements(list?.content)) {
        const [identifier, ...rest] = certificate_elements(content);
        const [value] = certificate_elements(rest.at(-1)?.content);
        const name = identifier?.content.toString('hex') ?? '';
        if (value?.tag !== 0x0c || found.has(name))
            continue;
        found.set(name, value.content.toString('utf8'));
    }
    return found;
}
/** The elements of DER side by side; what is no DER ends the list. */
function certificate_elements(der = Buffer.alloc(0)) {
    const found = [];
    for (let at = 0; at + 2 <= der.length;) {
        const [tag = 0, first = 0] = der.subarray(at, at + 2);
        const bytes = first < 0x80 ? 0 : first & 0x7f;
        if (bytes > 4 || at + 2 + bytes > der.length)
            break;
        const length = bytes === 0 ? first : der.readUIntBE(at + 2, bytes);
        const from = at + 2 + bytes;
        if (from + length > der.length)
            break;
        found.push({ tag, content: der.subarray(from, from + length) });
        at = from + length;
    }
    return found;
}

// EXTERNAL MODULE: ./src/evidence/compatibility.ts
var compatibility = __webpack_require__(78533);
// EXTERNAL MODULE: ./src/evidence/provenance.ts
var evidence_provenance = __webpack_require__(55342);
// EXTERNAL MODULE: ./src/evidence/statement.ts
var evidence_statement = __webpack_require__(63240);
// EXTERNAL MODULE: ./src/package/checksums.ts
var package_checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/verify/signed-lists.ts











/**
 * The roots of both chains, proved: checksums.txt by its bundle, the provenance by itself, and that they speak of one
 * release. The bytes of a file are as `found` gives them; they are left in `folder`.
 */
async function signedLists(files, folder, found, proves) {
    const { names, where } = found;
    const own = proves ? [release_chains/* CHECKSUMS */.vM, release_chains/* BUNDLE */.dI, release_chains/* PROVENANCE */.EK] : [release_chains/* CHECKSUMS */.vM];
    const absent = own.filter((name) => !names.includes(name));
    if (absent.length)
        throw new errors/* Failure */.H('verification', [`${where} has no ${absent.join(' and no ')}`, ...(found.odd ?? [])].join('; '), {
            hint: absent.includes(release_chains/* CHECKSUMS */.vM)
                ? 'Is this a release of Slipway?'
                : 'Nothing vouches for its bytes: it was not signed, or somebody took that away.'
        });
    const at = (name) => (0,external_node_path_.join)(folder, name);
    for (const name of own)
        await files.write(at(name), found.open(name));
    // Both are asked at once, and the first that is wrong is the one to tell of.
    const proofs = await Promise.allSettled([
        proves?.(at(release_chains/* CHECKSUMS */.vM), at(release_chains/* BUNDLE */.dI)),
        proves?.({ about: at(release_chains/* CHECKSUMS */.vM), predicateType: release_chains/* SLSA */.yZ }, at(release_chains/* PROVENANCE */.EK))
    ]);
    for (const proof of proofs)
        if (proof.status === 'rejected')
            throw proof.reason;
    const checksums = (0,package_checksums/* parseChecksums */.y)((await files.read(at(release_chains/* CHECKSUMS */.vM))) ?? new Uint8Array());
    if (!proves)
        return { vouched: { checksums, subjects: [], byproducts: [] }, provenance: undefined, certificates: [] };
    const provenance = (0,evidence_provenance/* readProvenance */.Ch)(await statementAt(files, at(release_chains/* PROVENANCE */.EK), release_chains/* PROVENANCE */.EK, release_chains/* SLSA */.yZ));
    if (!provenance)
        throw new errors/* Failure */.H('verification', `${release_chains/* PROVENANCE */.EK} is signed, and it is not a provenance that Slipway made`, {
            hint: 'Verify checksums.txt alone with cosign verify-blob: this release has a provenance of another tool.'
        });
    const vouched = { checksums, subjects: provenance.subjects, byproducts: provenance.byproducts };
    const wrong = (0,release_chains/* chainProblems */.we)(vouched, (await files.digest(at(release_chains/* CHECKSUMS */.vM)))?.sha256 ?? '');
    if (wrong.length)
        throw new errors/* Failure */.H('verification', `the signed lists of ${where} do not fit together: ${wrong.join('; ')}`, {
            hint: 'Files of two releases may be mixed up: download all of one again.'
        });
    const certificates = await Promise.all([release_chains/* BUNDLE */.dI, release_chains/* PROVENANCE */.EK].map((name) => certificateAt(files, at(name), name)));
    return { vouched, provenance, certificates: certificates.flat() };
}
/** The certificate in a bundle; none where a key signed. */
async function certificateAt(files, path, name) {
    const source = certifiedSource((0,json/* parsedJson */.U4)(Buffer.from((await files.read(path)) ?? []).toString('utf8')) ?? null);
    return source ? [{ name, source }] : [];
}
/** The matrix of an attestation that the expected signer made over these checksums, and its certificate; `bundle` is its path. */
async function provedMatrix(files, folder, bundle, checksums, proves) {
    await proves({ about: (0,external_node_path_.join)(folder, release_chains/* CHECKSUMS */.vM), predicateType: release_chains/* TEST_RESULT */.bo }, bundle);
    const statement = await statementAt(files, bundle, release_chains/* COMPATIBILITY */.FZ, release_chains/* TEST_RESULT */.bo);
    const about = (0,evidence_statement/* readDescribedFiles */.Zj)(statement, 'subject') ?? [];
    const others = checksums.filter(({ name, sha256 }) => about.find((file) => file.name === name)?.sha256 !== sha256);
    if (others.length)
        throw new errors/* Failure */.H('verification', `${release_chains/* COMPATIBILITY */.FZ} does not speak of ${others.map(({ name }) => name).join(', ')}`, { hint: 'Do not take that compatibility for this release: it was proved of other files.' });
    return { proved: (0,compatibility/* readProvedMatrix */._)(statement), certificates: await certificateAt(files, bundle, release_chains/* COMPATIBILITY */.FZ) };
}
async function statementAt(files, path, name, predicateType) {
    const bytes = (await files.read(path)) ?? new Uint8Array();
    (0,bundle/* demandExact */.p6)(bytes, name);
    return (0,evidence_statement/* parseStatement */.By)((0,bundle/* statementIn */.hg)(bytes, name), predicateType, name);
}

// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
;// CONCATENATED MODULE: ./src/verify/programs.ts

/** `NAME_VERSION_OS_ARCH.tar.gz`, as archives of Slipway are named. */
const NAME = /^.+_(\d+\.\d+\.\d+[^_]*)_([a-z0-9]+)_(riscv64|[a-z0-9]+?)(?:(v\d+(?:\.\d+)?)|_([a-z0-9]+))?\.(?:tar\.gz|zip)$/;
/** What the name of an archive says of the programs in it; undefined for a name of another kind. */
function namedArchive(name) {
    const [, version, os, arch, joint, apart] = NAME.exec(name) ?? [];
    if (version === undefined || os === undefined || arch === undefined)
        return undefined;
    const variant = joint ?? apart;
    return { version, target: { os, arch, ...(variant !== undefined && { variant }) } };
}
/** What is wrong with the programs of a release by what the go command wrote into them, a sentence each. */
function programProblems(archives, programs, { version, commit }) {
    const misnamed = version === undefined ? [] : archives.filter((name) => (namedArchive(name)?.version ?? version) !== version);
    const commits = new Set(programs.flatMap(({ found }) => settingOf(found, 'vcs.revision') ?? []));
    return [
        ...misnamed.map((name) => `${name} is not of version ${version}`),
        ...programs.flatMap((program) => problemsOf(program, commit)),
        ...(commit === undefined && commits.size > 1
            ? [`its programs are of several commits: ${[...commits].join(', ')}`]
            : [])
    ];
}
function problemsOf({ archive, name, found }, commit) {
    const where = `${name} in ${archive}`;
    const revision = settingOf(found, 'vcs.revision');
    const target = namedArchive(archive)?.target;
    return [
        ...(settingOf(found, 'vcs.modified') === 'true' ? [`${where} was built from a changed work tree`] : []),
        ...(commit !== undefined && revision !== undefined && revision !== commit
            ? [`${where} is of commit ${revision}, not of ${commit}`]
            : []),
        ...(target && isOther(found, target) ? [`${where} is not for ${(0,go_target/* formatTarget */.P4)(target)}`] : [])
    ];
}
function isOther(found, target) {
    const go = found.build?.goVersion ?? '';
    const [variable, value] = (0,go_target/* variantSetting */.Gz)(target, go) ?? [];
    const wanted = [
        ['GOOS', target.os],
        ['GOARCH', target.arch],
        ...(variable && value ? [[variable, value]] : [])
    ];
    return wanted.some(([name = '', expected]) => (settingOf(found, name) ?? expected) !== expected);
}
const settingOf = (found, name) => found.build?.settings.get(name);

;// CONCATENATED MODULE: ./src/verify/verify.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});













/** Whether a value that was read back is what came of a verification. */
const isVerification = (0,decode/* shaped */.e9)({
    covered: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    uncovered: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    proved: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({
        ...{ suite: decode/* isText */.KH, subject: decode/* isText */.KH, server: decode/* isText */.KH, provider: decode/* isText */.KH },
        ...{ simulated: decode/* isFlag */.RV, checks: decode/* isCount */.my }
    })),
    built: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({
        ...{ builder: decode/* isText */.KH, invocation: decode/* isText */.KH, commit: decode/* isText */.KH },
        compiledBy: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ targets: (0,decode/* listOf */.c3)(decode/* isText */.KH), invocation: decode/* isText */.KH }))
    })),
    recipe: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({
        ...{ slipway: decode/* isText */.KH, tag: decode/* isText */.KH, version: decode/* isText */.KH, module: decode/* isText */.KH, moduleDir: decode/* isText */.KH, go: decode/* isText */.KH },
        ...{ targets: (0,decode/* listOf */.c3)(decode/* isText */.KH), mains: (0,decode/* listOf */.c3)(decode/* isText */.KH) }
    })),
    programs: decode/* isCount */.my
});
const AT_ONCE = 4;
/**
 * What a careful downloader does: the signatures by the expected signer over checksums.txt and the provenance, every file
 * against the one list that names it, and what the go command wrote into the programs. Throws a 'verification' Failure that names everything that is wrong.
 */
async function verifyRelease(found, { files, unpack }, expected) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_1, await files.scratch('verify'), true);
        const { vouched, provenance, certificates } = await signedLists(files, scratch.path, found, expected.proves);
        const sums = [...vouched.checksums, ...vouched.byproducts];
        const listOf = (name) => ((0,release_chains/* chainOf */.dR)(name, vouched)?.chain === 'provenance' ? release_chains/* PROVENANCE */.EK : release_chains/* CHECKSUMS */.vM);
        /** The digest of a file and, of an archive, its programs; bytes that are not the ones are fetched once more. */
        const check = async ({ name, sha256 }, i) => {
            const programs = [];
            const path = found.pathOf?.(name) ?? (0,external_node_path_.join)(scratch.path, `${i}-${name}`);
            const archive = namedArchive(name) !== undefined;
            let seen = '';
            for (let look = 0; look < 2 && seen !== sha256; look++) {
                const hash = (0,external_node_crypto_.createHash)('sha256');
                const bytes = (0,digest/* hashed */.Yr)(found.open(name), hash);
                if (archive && !found.pathOf)
                    await files.write(path, bytes);
                else
                    for await (const _ of bytes)
                        ;
                seen = hash.digest('hex');
            }
            const differs = seen !== sha256;
            if (archive && !differs)
                for await (const entry of unpack(path, limits/* LIMITS */.b1.program.most)) {
                    const inside = entry.bytes && (0,binary/* inspect */.N)(entry.bytes);
                    if (inside && inside.format !== 'unchecked' && inside.build)
                        programs.push({ archive: name, name: entry.name, found: inside });
                }
            if (archive && !found.pathOf)
                await files.remove(path);
            return { programs, wrong: differs ? [`${name} is sha256 ${seen}, and ${listOf(name)} says ${sha256}`] : [] };
        };
        const present = sums.filter(({ name }) => found.names.includes(name));
        const limit = (0,p_limit/* default */.A)(AT_ONCE);
        const looked = await (0,parallel/* inOrder */.al)(present.map((sum, i) => limit(() => check(sum, i))));
        // In the order of the lists, whichever file was read first.
        const programs = looked.flatMap(({ programs }) => programs);
        const wrong = [
            ...sums.filter((sum) => !present.includes(sum)).map(({ name }) => `${name} is missing`),
            ...looked.flatMap(({ wrong }) => wrong)
        ];
        const covered = sums.map(({ name }) => name);
        const others = found.names.filter((name) => !(0,release_chains/* chainOf */.dR)(name, vouched));
        const strangers = others.filter((name) => name !== found.record);
        if (expected.strangers === 'refuse')
            wrong.push(...strangers.map((name) => `${name} is in no signed list`), ...(found.odd ?? []));
        const seen = new Map(sums.map(({ name, sha256 }) => [name, sha256]));
        for (const name of [release_chains/* CHECKSUMS */.vM, release_chains/* PROVENANCE */.EK]) {
            const digest = await files.digest((0,external_node_path_.join)(scratch.path, name));
            if (digest)
                seen.set(name, digest.sha256);
        }
        wrong.push(...unlike(found, seen, expected.made ?? []));
        wrong.push(...programProblems(covered.filter((name) => /\.(tar\.gz|zip)$/.test(name)), programs, { ...expected, commit: expected.commit ?? provenance?.commit }), ...(provenance
            ? sourceProblems(provenance, certificates, { ...expected.asked, commit: expected.commit }, expected.signer)
            : []));
        refuse(found, wrong);
        const bundle = (0,external_node_path_.join)(scratch.path, release_chains/* COMPATIBILITY */.FZ);
        let proved = [];
        if (expected.proves && covered.includes(release_chains/* COMPATIBILITY */.FZ)) {
            await files.write(bundle, found.open(release_chains/* COMPATIBILITY */.FZ));
            const matrix = await provedMatrix(files, scratch.path, bundle, vouched.checksums, expected.proves);
            if (provenance)
                refuse(found, sourceProblems(provenance, matrix.certificates, expected.asked ?? {}, expected.signer));
            proved = matrix.proved;
        }
        const { builder, invocation, commit, compiledBy } = provenance ?? {};
        const built = builder !== undefined && invocation !== undefined && commit !== undefined && compiledBy !== undefined
            ? { builder, invocation, commit, compiledBy }
            : undefined;
        return { covered, uncovered: others, programs: programs.length, proved, built, recipe: provenance?.recipe };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function refuse({ where }, wrong) {
    if (wrong.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `${where} is not what was signed: ${wrong.join('; ')}`, {
        hint: 'Do not run any of it. Download again, and tell its publisher when it stays so.'
    });
}
/** What the platform says of the files, and what their maker knows, against the bytes that were seen. */
function unlike(found, seen, made) {
    const said = (name) => found.digests?.get(name);
    const lies = [...seen].filter(([name, sha256]) => (said(name) ?? sha256) !== sha256);
    const lost = made.filter(({ name }) => !found.names.includes(name) && !seen.has(name));
    const others = made.filter(({ name, sha256 }) => (seen.get(name) ?? said(name) ?? sha256) !== sha256);
    return [
        ...lies.map(([name]) => `the platform says sha256 ${said(name)} of ${name}`),
        ...lost.map(({ name }) => `${name} is missing`),
        ...others.map(({ name, sha256 }) => `${name} is not the sha256 ${sha256} that was made`)
    ];
}


/***/ })

};
