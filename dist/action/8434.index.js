export const id = 8434;
export const ids = [8434];
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
/* harmony import */ var _plan_plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(10800);
/* harmony import */ var _plan_mode_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(89168);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(11983);
/* harmony import */ var _model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(37964);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7196);
/* harmony import */ var _report_isolation_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(93764);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(40766);
/* harmony import */ var _preflight_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(75821);
/* harmony import */ var _prepare_plan_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(56073);
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

/***/ 88322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ listAccepted),
/* harmony export */   UQ: () => (/* binding */ acceptInTrial),
/* harmony export */   vR: () => (/* binding */ acceptBreaks)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const KEY = 'accepted-breaks';
const acceptInTrial = (trial, accepted) => {
    const own = accepted.filter(({ suite }) => suite === trial.suite).map(({ claim, reason }) => ({ claim, reason }));
    return own.length === 0 ? trial : { ...trial, with: { ...trial.with, [KEY]: own } };
};
const acceptBreaks = (verdict) => {
    const accepted = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readObjectsAt */ .s0)({ list: verdict.trial.with[KEY] }, 'list').map(({ claim, reason }) => ({
        claim: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(claim),
        reason: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(reason)
    }));
    if (accepted.length === 0)
        return verdict;
    const checks = verdict.checks.map((check) => {
        const known = check.outcome === 'failed' ? accepted.find(({ claim }) => claim === check.claim) : undefined;
        return known ? { ...check, outcome: 'passed', accepted: known.reason } : check;
    });
    const unused = accepted.filter(({ claim }) => !checks.some((check) => check.accepted !== undefined && check.claim === claim));
    const told = unused.map(({ claim }) => ({
        claim: `The accepted break "${claim}" was looked for`,
        outcome: 'passed',
        seen: 'it does not happen any more: take it out of accepted-breaks in slipway.yaml'
    }));
    const holds = verdict.checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed');
    return { ...verdict, checks: [...checks, ...told], outcome: holds ? 'passed' : 'failed' };
};
const listAccepted = ({ checks }) => checks.filter(({ accepted }) => accepted !== undefined);


/***/ }),

/***/ 33500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseReleaseRecord),
/* harmony export */   g: () => (/* binding */ RECORD)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


const RECORD = 'release.json';
const isReleaseRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({
    ...{ tag: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, commit: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isNull */ .kZ), title: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, notes: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH },
    ...{ prerelease: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, latest: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, yanked: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), verified: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }
});
function parseReleaseRecord(bytes) {
    const record = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(bytes).toString('utf8'));
    return isReleaseRecord(record) ? record : undefined;
}


/***/ })

};
