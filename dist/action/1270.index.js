export const id = 1270;
export const ids = [1270];
export const modules = {

/***/ 44427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   G: () => (/* binding */ holding),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   r2: () => (/* binding */ isAnything)
/* harmony export */ });
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSha256 = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isAnything = (value) => value !== undefined;
const isNull = (value) => value === null;
const isOneOf = (...values) => (value) => values.includes(value);
const either = (one, other) => (value) => one(value) || other(value);
const maybe = (inner) => (value) => value === undefined || inner(value);
const listOf = (item) => (value) => Array.isArray(value) && value.every(item);
const mapOf = (item) => (value) => isPlain(value) && Object.values(value).every(item);
const holding = (fields) => (value) => isPlain(value) &&
    Object.keys(fields).every((key) => fields[key](Object.hasOwn(value, key) ? value[key] : undefined));
const shaped = (fields) => {
    const holds = holding(fields);
    return (value) => holds(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key));
};
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 34358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runTogether),
/* harmony export */   p: () => (/* binding */ settleInOrder)
/* harmony export */ });
async function runTogether(signal, body) {
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
    while (running.length)
        await Promise.all(running.splice(0));
    if (first)
        throw first.error;
    if (!result)
        throw new Error('a branch ended without a result and without a failure');
    return result.value;
}
async function settleInOrder(promises) {
    await Promise.allSettled(promises);
    return await Promise.all(promises);
}


/***/ }),

/***/ 75997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const isWithin = (folder, path) => {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path);
    return !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(way));
};


/***/ }),

/***/ 44915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDoctor: () => (/* binding */ runDoctor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58353);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(23659);
/* harmony import */ var _facts_git_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17587);
/* harmony import */ var _go_go_mod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32695);
/* harmony import */ var _steps_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55546);
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5224);
/* harmony import */ var _plan_mode_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89168);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(11983);
/* harmony import */ var _model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37964);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7196);
/* harmony import */ var _report_isolation_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(93764);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(40766);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75821);
/* harmony import */ var _prepare_plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(92167);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(80165);
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
async function runDoctor(request, context) {
    (0,_context_js__WEBPACK_IMPORTED_MODULE_12__/* .refuseOperands */ .R)(request);
    const { read } = request;
    const examined = [];
    let status = 0;
    const look = async (subject, work, say) => {
        try {
            const found = await work();
            examined.push({ subject, state: 'good', seen: say(found) });
            return found;
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H))
                throw error;
            status ||= _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d[error.kind];
            const { kind, code, message, hint } = error;
            examined.push({ subject, state: 'missing', seen: message, move: MOVES[kind], code, ...(hint && { next: hint }) });
            return undefined;
        }
    };
    const tool = async (name, version) => {
        const found = await context.present(name, version);
        const shown = version === undefined || name === 'go' ? name : `${name} of ${version}`;
        examined.push(found
            ? { subject: 'tool', state: 'good', seen: `${shown}: ${found.version}, ${found.vouched}` }
            : { subject: 'tool', state: 'later', seen: `${shown}${name === 'go' ? ` ${version ?? ''}` : ''}: not here yet` });
        return found;
    };
    const json = read('json')?.text === 'true';
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, read('module')?.text ?? '.');
    const env = context.gitEnv(folder);
    await look('git', () => context.query(['git', '--version'], { env }), ({ stdout }) => stdout.trim());
    const asked = await look('configuration', () => (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(context.files(folder), folder, read), () => 'inputs and slipway.yaml can be read');
    const facts = await look('repository', () => (0,_facts_git_js__WEBPACK_IMPORTED_MODULE_3__/* .gatherFacts */ .pc)({ run: context.query, files: context.files(folder), env }, folder), (facts) => `${facts.module} at ${facts.commit.slice(0, 7)}, ${facts.tags.join(', ') || 'no tag'}`);
    if (asked && facts) {
        const { config, project } = asked;
        const go = await look('go version', () => Promise.resolve((0,_go_go_mod_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseGo */ .EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])), ({ version, why }) => `${version} (${why})`);
        if (go && (await tool('go', go.version))) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const out = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, config.out);
                const files = context.files(out);
                const temporary = __addDisposableResource(env_1, await context.scratchFiles.scratch('go'), true);
                const planFor = async (mode) => (await (0,_prepare_plan_js__WEBPACK_IMPORTED_MODULE_11__/* .preparePlan */ .H)(context, { mode, config, project, folder, out, temporary: temporary.path, keep: false }, files, (0,_steps_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .ledger */ .Wg)(files, out))).plan;
                const wanted = (0,_plan_mode_js__WEBPACK_IMPORTED_MODULE_7__/* .chooseMode */ .j)('auto', context.surroundings.event).mode;
                const gated = wanted === 'gate' && context.surroundings.event.kind !== 'local';
                const say = ({ name, version, archives }) => `${name} ${version}, ${archives.length} targets`;
                const release = gated
                    ? undefined
                    : await look('release', () => planFor({ mode: 'release', why: 'doctor asks' }), say);
                const plan = release ?? (await look('gate', () => planFor({ mode: 'gate', why: 'doctor asks' }), say));
                if (plan)
                    await examinePlan(plan, config);
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
        context.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_13__/* .printJson */ .Q2)({ status, examined }, 2));
    else
        context.print(formatExamined(examined));
    return status;
    async function examinePlan(plan, config) {
        const trials = 'work' in plan.trials ? plan.trials.work : [];
        if (plan.isolation)
            examined.push({ subject: 'isolation', state: 'good', seen: (0,_report_isolation_text_js__WEBPACK_IMPORTED_MODULE_14__/* .describeIsolation */ .o)(plan.isolation) });
        const maker = plan.cluster && (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_8__/* .findClusterProvider */ .L)(plan.cluster.provider).tool;
        const minors = maker?.perKubernetes ? Object.keys(plan.cluster?.releases ?? {}) : [undefined];
        if (maker)
            for (const minor of minors)
                await tool(maker.name, minor);
        for (const name of new Set(trials.flatMap(({ suite }) => (0,_suites_suites_js__WEBPACK_IMPORTED_MODULE_9__/* .findSuite */ .gQ)(suite).tools ?? [])))
            await tool(name, undefined);
        if ('work' in plan.vulnerabilities)
            await tool('govulncheck', undefined);
        const publication = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_15__/* .takeWork */ .n)(plan.publication);
        const place = publication &&
            (await look('publication', async () => {
                const publisher = await context.publisher(publication.to, read('token')?.text ?? '', context.scratchFiles);
                return { publisher, ...(await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_10__/* .preflightPublication */ .gg)(plan, publication, publisher, context.signal)) };
            }, ({ told }) => [
                `${publication.tag} may be published to ${publication.to}${publication.draft ? ', as a draft' : ''}`,
                ...told
            ].join('; ')));
        const signing = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_15__/* .takeWork */ .n)(plan.signing);
        if (!signing)
            return;
        const cosign = await tool('cosign', undefined);
        const run = { context, config, plan, files: context.scratchFiles, publisher: place?.publisher };
        await look('signature', async () => {
            await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_10__/* .preflightMeans */ .CR)(run);
            return cosign ? (await (0,_preflight_js__WEBPACK_IMPORTED_MODULE_10__/* .openKey */ .ay)(run, place?.published !== undefined)).told : [];
        }, (said) => [`${signing.mode} (${signing.why})`, ...said].join('; '));
    }
}
const MARKS = { good: '✓', missing: '✗', later: '…' };
function formatExamined(examined) {
    const rows = examined.map(({ subject, state, seen }) => [MARKS[state], subject, seen.replaceAll('\n', '; ')]);
    const lines = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_16__/* .alignColumns */ .RM)(rows).flatMap((line, i) => {
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


/***/ })

};
