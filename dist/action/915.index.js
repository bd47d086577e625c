export const id = 915;
export const ids = [915];
export const modules = {

/***/ 4915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctorCommand: () => (/* binding */ doctorCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2973);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3916);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(632);
/* harmony import */ var _go_mod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1964);
/* harmony import */ var _ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8730);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(153);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8992);
/* harmony import */ var _foresight_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(269);
/* harmony import */ var _preparation_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6589);
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
async function doctorCommand({ operands, read }, world) {
    if (operands.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `doctor takes flags only, not ${operands.join(' ')}`);
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
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H))
                throw error;
            status ||= _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT */ .d[error.kind];
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
    const env = world.buildEnv(folder);
    await look('git', () => world.query(['git', '--version'], { env }), ({ stdout }) => stdout.trim());
    const asked = await look('configuration', () => (0,_config_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(world.files(folder), folder, read), () => 'inputs and slipway.yaml can be read');
    const facts = await look('repository', () => (0,_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .gatherFacts */ .pc)({ run: world.query, files: world.files(folder), env }, folder), (facts) => `${facts.module} at ${facts.commit.slice(0, 7)}, ${facts.tags.join(', ') || 'no tag'}`);
    if (asked && facts) {
        const { config, project } = asked;
        const go = await look('go version', () => Promise.resolve((0,_go_mod_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseGo */ .EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])), ({ version, why }) => `${version} (${why})`);
        // Without its Go nothing can be asked about the programs.
        if (go && (await tool('go', go.version))) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const out = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, config.out);
                const files = world.files(out);
                const temporary = __addDisposableResource(env_1, await world.scratchFiles.scratch('go'), true);
                const planFor = async (mode) => (await (0,_preparation_js__WEBPACK_IMPORTED_MODULE_7__/* .prepare */ .i)(world, { mode, config, project, folder, out, temporary: temporary.path, keep: false }, files, (0,_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .ledger */ .W)(files, out))).plan;
                const wanted = (0,_plan_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseMode */ .jO)('auto', world.surroundings.event).mode;
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
        world.print(JSON.stringify({ status, examined }, null, 2));
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
        const signing = 'work' in plan.signing ? plan.signing.work[0] : undefined;
        if (signing) {
            await tool('cosign', undefined);
            await look('signature', () => world.refuseUnreadableKey(signing, world.scratchFiles), () => `${signing.mode} (${signing.why})`);
        }
        const publication = 'work' in plan.publication ? plan.publication.work[0] : undefined;
        if (publication)
            await look('publication', async () => {
                const publisher = await world.publisher(publication.to, read('token')?.text ?? '', world.scratchFiles);
                return await (0,_foresight_js__WEBPACK_IMPORTED_MODULE_8__/* .foresee */ .S)(plan, publication, publisher, world.signal);
            }, (said) => [`${publication.tag} may be published to ${publication.to}`, ...said].join('; '));
    }
}
const MARKS = { good: '✓', missing: '✗', later: '…' };
function table(examined) {
    const rows = examined.map(({ subject, state, seen }) => [MARKS[state], subject, seen.replaceAll('\n', '; ')]);
    const lines = (0,_text_js__WEBPACK_IMPORTED_MODULE_9__/* .columns */ .YB)(rows).flatMap((line, i) => {
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


/***/ })

};
