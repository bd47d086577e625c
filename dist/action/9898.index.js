export const id = 9898;
export const ids = [9898];
export const modules = {

/***/ 34358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder),
/* harmony export */   b: () => (/* binding */ together)
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


/***/ }),

/***/ 44915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctorCommand: () => (/* binding */ doctorCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62000);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(23659);
/* harmony import */ var _facts_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17587);
/* harmony import */ var _facts_go_mod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70276);
/* harmony import */ var _steps_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55546);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57981);
/* harmony import */ var _plan_planned_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(79821);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(40766);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(75821);
/* harmony import */ var _prepare_plan_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73644);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(19843);
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













const MOVES = {
    input: 'yours',
    environment: 'the machine’s',
    command: 'a tool’s',
    verification: 'yours',
    host: 'the platform’s'
};
/**
 * doctor: what a release from here needs, what of it is missing, and whose move it is. Reads only, and fetches nothing.
 * Resolves with the exit status that a release would stop with.
 */
async function doctorCommand(request, world) {
    (0,_request_js__WEBPACK_IMPORTED_MODULE_9__/* .refuseOperands */ .R)(request);
    const { read } = request;
    const examined = [];
    let status = 0;
    /** What a look found, or undefined once its failure is written down. */
    const look = async (subject, work, say) => {
        try {
            const found = await work();
            examined.push({ subject, state: 'good', seen: say(found) });
            return found;
        }
        catch (error) {
            world.signal.throwIfAborted();
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H))
                throw error;
            status ||= _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d[error.kind];
            const { kind, code, message, hint } = error;
            examined.push({ subject, state: 'missing', seen: message, move: MOVES[kind], code, ...(hint && { next: hint }) });
            return undefined;
        }
    };
    const tool = async (name, version) => {
        const found = await world.present(name, version);
        const shown = version === undefined || name === 'go' ? name : `${name} of ${version}`;
        examined.push(found
            ? { subject: 'tool', state: 'good', seen: `${shown}: ${found.version}, ${found.vouched}` }
            : { subject: 'tool', state: 'later', seen: `${shown}${name === 'go' ? ` ${version ?? ''}` : ''}: not here yet` });
        return found;
    };
    const json = read('json')?.text === 'true';
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, read('module')?.text ?? '.');
    const env = world.gitEnv(folder);
    await look('git', () => world.query(['git', '--version'], { env }), ({ stdout }) => stdout.trim());
    const asked = await look('configuration', () => (0,_config_read_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(world.files(folder), folder, read), () => 'inputs and slipway.yaml can be read');
    const facts = await look('repository', () => (0,_facts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gatherFacts */ .pc)({ run: world.query, files: world.files(folder), env }, folder), (facts) => `${facts.module} at ${facts.commit.slice(0, 7)}, ${facts.tags.join(', ') || 'no tag'}`);
    if (asked && facts) {
        const { config, project } = asked;
        const go = await look('go version', () => Promise.resolve((0,_facts_go_mod_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseGo */ .EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])), ({ version, why }) => `${version} (${why})`);
        // Without its Go nothing can be asked about the programs.
        if (go && (await tool('go', go.version))) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const out = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, config.out);
                const files = world.files(out);
                const temporary = __addDisposableResource(env_1, await world.scratchFiles.scratch('go'), true);
                const planFor = async (mode) => (await (0,_prepare_plan_js__WEBPACK_IMPORTED_MODULE_8__/* .prepare */ .i)(world, { mode, config, project, folder, out, temporary: temporary.path, keep: false }, files, (0,_steps_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .ledger */ .W)(files, out))).plan;
                const wanted = (0,_plan_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseMode */ .jO)('auto', world.surroundings.event).mode;
                const gated = wanted === 'gate' && world.surroundings.event.kind !== 'local';
                const say = ({ name, version, archives }) => `${name} ${version}, ${archives.length} targets`;
                const release = gated
                    ? undefined
                    : await look('release', () => planFor({ mode: 'release', why: 'doctor asks' }), say);
                const plan = release ?? (await look('gate', () => planFor({ mode: 'gate', why: 'doctor asks' }), say));
                if (plan)
                    await examinePlan(plan);
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
    }
    if (json)
        world.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_10__/* .printedJson */ .xL)({ status, examined }, 2));
    else
        world.print(table(examined));
    return status;
    async function examinePlan(plan) {
        const trials = 'work' in plan.trials ? plan.trials.work : [];
        const provider = plan.cluster?.provider;
        if (provider === 'kind')
            await tool('kind', undefined);
        if (provider === 'control-plane')
            for (const minor of Object.keys(plan.cluster?.releases ?? {}))
                await tool('kube-apiserver', minor);
        if (trials.some(({ suite }) => suite === 'surface'))
            await tool('apidiff', undefined);
        if ('work' in plan.vulnerabilities)
            await tool('govulncheck', undefined);
        const signing = (0,_plan_planned_js__WEBPACK_IMPORTED_MODULE_11__/* .workOf */ .L)(plan.signing);
        if (signing) {
            await tool('cosign', undefined);
            await look('signature', () => world.refuseUnreadableKey(signing, world.scratchFiles), () => `${signing.mode} (${signing.why})`);
        }
        const publication = (0,_plan_planned_js__WEBPACK_IMPORTED_MODULE_11__/* .workOf */ .L)(plan.publication);
        if (publication)
            await look('publication', async () => {
                const publisher = await world.publisher(publication.to, read('token')?.text ?? '', world.scratchFiles);
                return await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_7__/* .foresee */ .S)(plan, publication, publisher, world.signal);
            }, (said) => [`${publication.tag} may be published to ${publication.to}`, ...said].join('; '));
    }
}
const MARKS = { good: '✓', missing: '✗', later: '…' };
function table(examined) {
    const rows = examined.map(({ subject, state, seen }) => [MARKS[state], subject, seen.replaceAll('\n', '; ')]);
    const lines = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_12__/* .columns */ .YB)(rows).flatMap((line, i) => {
        const { move, code, next } = examined[i] ?? {};
        return move ? [line, `   ${move} move (${code ?? ''})${next ? `: ${next}` : ''}`] : [line];
    });
    const missing = examined.filter(({ state }) => state === 'missing').length;
    return [
        ...lines,
        '',
        missing === 0
            ? 'nothing is missing; what is marked … is fetched when it is needed'
            : `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing`
    ].join('\n');
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


/***/ })

};
