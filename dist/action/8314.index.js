export const id = 8314;
export const ids = [8314];
export const modules = {

/***/ 42372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ describeReply),
/* harmony export */   MX: () => (/* binding */ evidence),
/* harmony export */   Mk: () => (/* binding */ readReplyMessage),
/* harmony export */   nb: () => (/* binding */ reachVerdict),
/* harmony export */   u9: () => (/* binding */ formatPipe)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const evidence = () => {
    const checks = [];
    const faultsOf = new Map();
    return {
        checks,
        faultsOf: (check) => faultsOf.get(check) ?? [],
        check: async (claim, repeat, look) => {
            const { ok, seen, loss, at, faults = [] } = await look();
            const outcome = ok ? 'passed' : 'failed';
            const check = { claim, outcome, seen, repeat, ...(loss && { loss }), ...(at && { at }) };
            checks.push(check);
            if (!ok)
                faultsOf.set(check, faults);
            return ok;
        }
    };
};
const reachVerdict = async (cluster, trial, simulated, suite) => {
    const started = performance.now();
    const checks = await suite();
    const passed = checks.length > 0 && checks.every((check) => check.outcome === 'passed');
    return {
        trial,
        outcome: passed ? 'passed' : 'failed',
        cluster: cluster && { provider: cluster.provider, server: cluster.server, simulated },
        checks,
        ms: Math.round(performance.now() - started)
    };
};
const describeReply = (reply) => reply.status < 400 ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${readReplyMessage(reply).slice(0, 400)}`;
const readReplyMessage = (reply) => ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readAt */ .m6)(reply.body, 'message')) || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readAt */ .m6)(reply.body, 'text'))).trim().replace(/\s+/g, ' ');
const formatPipe = (object, command) => `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`;


/***/ }),

/***/ 71227:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ fillPlaceholders),
/* harmony export */   bQ: () => (/* binding */ callProgram),
/* harmony export */   iT: () => (/* binding */ makeBareEnv)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

async function callProgram(run, argv, { cwd, home, env = {}, within }, signal) {
    const patience = AbortSignal.timeout(1000 * within);
    try {
        const said = await run(argv, {
            cwd,
            env: { ...makeBareEnv(home), ...env },
            signal: AbortSignal.any([signal, patience])
        });
        return { status: 0, ...said, how: 'exit status 0' };
    }
    catch (error) {
        signal.throwIfAborted();
        if (patience.aborted)
            return { status: undefined, stdout: '', stderr: '', how: `no end within ${within} s` };
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || error.kind !== 'command')
            throw error;
        const [how = error.message, status] = /(?:exit status (\d+)|was ended by \S+)$/.exec(error.message) ?? [];
        const stderr = typeof error.cause === 'string' ? error.cause : '';
        return { status: status === undefined ? undefined : Number(status), stdout: '', stderr, how };
    }
}
const makeBareEnv = (home) => ({ PATH: '/usr/bin:/bin', HOME: home });
function fillPlaceholders(text, values) {
    return text.replace(/\{([a-z][\w.-]*)\}/g, (whole, name) => values[name] ?? whole);
}


/***/ }),

/***/ 68314:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveSurface: () => (/* binding */ proveSurface)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
;// CONCATENATED MODULE: ./src/suites/surface/api.ts



async function compareApi({ toolchain, processes, env }, { from, to }, patterns, folder, signal) {
    const apidiff = (await toolchain.tool('apidiff', undefined, signal)).path;
    const write = async (version) => {
        const source = await version.source();
        const goMod = Buffer.from((await version.file('go.mod')) ?? []).toString('utf8');
        const { module } = (0,go_mod/* parseGoMod */.kW)(goMod, 'go.mod');
        const file = (0,external_node_path_.join)(folder, `${version.version.replace(/[^\w.-]/g, '-')}.x`);
        const go = { ...env, CGO_ENABLED: '0', GOFLAGS: '-trimpath -mod=readonly', GOWORK: 'off' };
        await processes
            .run([apidiff, '-m', '-w', file, module], { cwd: source, env: go, signal })
            .catch((cause) => {
            signal.throwIfAborted();
            if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
                throw cause;
            throw new errors/* Failure */.H('command', `the packages of ${version.name} cannot be loaded, to compare their API`, {
                hint: 'Every package of the module has to compile: try go vet ./... there; or leave surface.api out.',
                cause: cause.cause
            });
        });
        return file;
    };
    const [old, fresh] = [await write(from), await write(to)];
    const { stdout } = await processes.run([apidiff, '-m', old, fresh], { cwd: folder, env: { ...env }, signal });
    return parseApidiff(stdout, patterns);
}
function parseApidiff(text, patterns) {
    let needs;
    const found = [];
    for (const line of text.split('\n')) {
        if (/^Incompatible changes:/.test(line))
            needs = 'major';
        else if (/^Compatible changes:/.test(line))
            needs = 'minor';
        else if (line.startsWith('- ') && needs) {
            const [, name = '', what = ''] = /^- (?:package )?(\S+?): (.*)$/.exec(line) ?? [];
            if (name !== '' && patterns.some((pattern) => matchesPattern(line.slice(2), pattern)))
                found.push({ name, what, needs });
        }
    }
    return found;
}
function matchesPattern(message, pattern) {
    const whole = pattern.endsWith('/...');
    const base = whole ? pattern.slice(0, -4) : pattern;
    const [, path] = /^package (\S+?): /.exec(message) ?? [];
    const tail = base.replace(/^\./, '');
    if (path !== undefined)
        return whole ? tail === '' || path.includes(`${tail}/`) || path.endsWith(tail) : tail !== '' && path.endsWith(tail);
    return message.startsWith(`${base}.`) || (whole && message.startsWith(`${base}/`));
}

// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
;// CONCATENATED MODULE: ./src/suites/surface/flags.ts
function parseHelp(text) {
    const flags = new Map();
    const commands = new Set();
    let entry;
    let listing = false;
    const finish = () => {
        if (!entry)
            return;
        const found = findDefault(entry.text);
        for (const name of entry.names)
            flags.set(name, { name, value: entry.value, default: found });
        entry = undefined;
    };
    for (const line of text.split(/\r?\n/)) {
        const flag = FLAG.exec(line);
        if (flag) {
            finish();
            listing = false;
            const [, names = '', value = '', rest = ''] = flag;
            entry = { names: names.split(/,?\s+/).filter(Boolean), value: value.replace(/^[<[]|[>\]]$/g, ''), text: rest };
            continue;
        }
        if (/^\S/.test(line) || /^[A-Z][\w ]*:$/.test(line.trim())) {
            finish();
            listing = /commands:\s*$/i.test(line);
            continue;
        }
        if (entry && line.trim() !== '')
            entry.text += ` ${line.trim()}`;
        const [, command] = (listing && /^ {1,4}([a-z][\w-]*)(?:, ?[\w-]+)*(?:\s{2,}|\t|$)/.exec(line)) || [];
        if (command !== undefined)
            commands.add(command);
    }
    finish();
    return { flags: [...flags.values()], commands: [...commands] };
}
const FLAG = /^\s+((?:-[\w?],?\s+)?--?[A-Za-z0-9][\w.-]*(?:, -[\w?])?)(?:(?:=| )((?:<[^>]*>|\[[^\]]*\]|"[^"]*"|[A-Za-z"][\w./:|"-]*)))?(?:, -[\w?] \S+)?(?:\s{2,}|\t|\s*$)(.*)$/;
const findDefault = (text) => [...text.matchAll(/[([]default:? ?(".*?"|[^)\]]*\]?)[)\]]/gi)].at(-1)?.[1]?.replace(/^"(.*)"$/, '$1');

;// CONCATENATED MODULE: ./src/suites/surface/commands.ts


const COMMANDS = 300;
const DEPTH = 4;
const SECONDS = 10;
const COMMON = ['help', 'completion', 'h'];
async function readCommands(run, path, folder, signal) {
    const found = new Map();
    const ask = async (command) => {
        const where = { cwd: folder, home: folder, within: SECONDS };
        const { stdout, stderr, status } = await (0,call/* callProgram */.bQ)(run, [path, ...command, '--help'], where, signal);
        const { flags, commands } = parseHelp(`${stdout}\n${stderr}`);
        if (command.length > 0 && status !== 0 && flags.length === 0)
            return;
        found.set(command.join(' '), flags);
        if (command.length >= DEPTH)
            return;
        for (const name of commands)
            if (found.size < COMMANDS && !(COMMON.includes(name) || (command.length > 0 && command.at(-1) === name)))
                await ask([...command, name]);
    };
    await ask([]);
    return found.size === 1 && found.get('')?.length === 0 ? undefined : found;
}
function compareCommands(old, fresh, from, to) {
    return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((command) => {
        const [before, after] = [old.get(command), fresh.get(command)];
        if (before && !after)
            return isBelowGone(command, old, fresh) ? [] : [{ name: command, what: 'the command is gone', needs: 'major' }];
        if (!before && after)
            return isBelowGone(command, fresh, old) ? [] : [{ name: command, what: 'a new command', needs: 'minor' }];
        const names = [...new Set([...(before ?? []), ...(after ?? [])].map(({ name }) => name))];
        return names.flatMap((name) => {
            const [was, is] = [before, after].map((flags) => flags?.find((flag) => flag.name === name));
            const whole = [command, name].filter(Boolean).join(' ');
            if (was && !is)
                return [{ name: whole, what: 'the flag is gone', needs: 'major' }];
            if (is && !was)
                return [{ name: whole, what: 'a new flag', needs: 'minor' }];
            if (!was || !is)
                return [];
            const neutral = (text, { version }) => (text ?? '').replaceAll(version, '{version}');
            if (isSwitch(was) !== isSwitch(is) || (isKnownType(was.value) && isKnownType(is.value) && was.value !== is.value))
                return [
                    {
                        name: whole,
                        what: `it took ${was.value || 'no value'} and takes ${is.value || 'no value'}`,
                        needs: 'major'
                    }
                ];
            if (neutral(was.default, from) !== neutral(is.default, to))
                return [
                    {
                        name: whole,
                        what: `its default was ${was.default ?? 'none'} and is ${is.default ?? 'none'}`,
                        needs: 'major'
                    }
                ];
            return [];
        });
    });
}
const isBelowGone = (command, has, lacks) => {
    const parent = command.split(' ').slice(0, -1).join(' ');
    return parent !== '' && has.has(parent) && !lacks.has(parent);
};
const isSwitch = ({ value }) => value === '';
const isKnownType = (value) => /^(u?int(8|16|32|64)?|float(32|64)?|string|duration|bool|count|ip|ints|strings|stringArray|stringSlice|stringToString|uints|durations|bools)$/.test(value);

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./src/suites/surface/step.ts

const ORDER = ['patch', 'minor', 'major'];
function findSemverStep(from, to) {
    if (!semver_default().gt(to, from))
        return undefined;
    const [a, b] = [semver_default().parse(from), semver_default().parse(to)];
    if (!a || !b)
        return undefined;
    if (a.major !== b.major)
        return 'major';
    if (a.major === 0)
        return a.minor !== b.minor ? 'major' : 'minor';
    return a.minor !== b.minor ? 'minor' : 'patch';
}
const allows = (step, needed) => ORDER.indexOf(step) >= ORDER.indexOf(needed);
const chooseLargestStep = (needed) => needed.reduce((highest, each) => (allows(highest, each) ? highest : each), 'patch');

;// CONCATENATED MODULE: ./src/suites/surface/surface.ts
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






const proveSurface = async (trial, tools, { baseline, candidate }, signal) => (0,evidence/* reachVerdict */.nb)(undefined, trial, false, async () => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (!baseline)
            throw new Error('a surface trial without a baseline');
        const ev = (0,evidence/* evidence */.MX)();
        const to = (0,json/* readText */.yR)(trial.with['to']);
        const pair = {
            ...{
                from: baseline,
                to: candidate,
                step: to === '' ? undefined : findSemverStep((0,json/* readText */.yR)(trial.with['from']), to)
            },
            accepted: (0,json/* readItems */.F1)(trial.with['accepted']).map(json/* readText */.yR)
        };
        const scratch = __addDisposableResource(env_1, await tools.files.scratch('surface'), true);
        const home = (0,external_node_path_.join)(scratch.path, 'home');
        await tools.files.write((0,external_node_path_.join)(home, '.keep'), '');
        const sandbox = __addDisposableResource(env_1, await tools.sandboxes.open({
            reads: [baseline, candidate].flatMap(({ programs }) => Object.values(programs)),
            ...{ writes: [home], reaches: [], hides: [] }
        }), true);
        for (const name of Object.keys({ ...baseline.programs, ...candidate.programs })) {
            const [old, fresh] = [baseline.programs[name], candidate.programs[name]];
            const repeat = `diff <(${name}-${baseline.name} --help 2>&1) <(${name}-${candidate.name} --help 2>&1)`;
            await judgeChanges(ev, pair, `flags and commands of ${name}`, repeat, async () => {
                if (old === undefined)
                    return [{ name, what: 'a new program', needs: 'minor' }];
                if (fresh === undefined)
                    return [{ name, what: 'the program is gone', needs: 'major' }];
                const before = await readCommands(sandbox.run, old, home, signal);
                const after = await readCommands(sandbox.run, fresh, home, signal);
                if (!before)
                    return 'the baseline names no flags in its help: nothing to compare';
                if (!after)
                    return [{ name, what: 'it has no help any more that names flags', needs: 'major' }];
                return compareCommands(before, after, baseline, candidate);
            });
        }
        const api = (0,json/* readItems */.F1)(trial.with['api']).map(json/* readText */.yR);
        if (api.length > 0)
            await judgeChanges(ev, pair, `the Go API of ${api.join(', ')}`, 'apidiff -m OLD NEW', () => compareApi(tools, pair, api, scratch.path, signal));
        return ev.checks;
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
});
async function judgeChanges({ check }, { from, to, step, accepted }, subject, repeat, find) {
    const found = await find();
    const all = typeof found === 'string' ? [] : found;
    const open = all.filter(({ name }) => !accepted.includes(name));
    const known = all.length - open.length;
    const list = (some) => {
        const words = some.slice(0, 25).map(({ name, what }) => `${name}: ${what}`);
        return [...words, ...(some.length > 25 ? [`and ${some.length - 25} more`] : [])].join('; ');
    };
    const aside = known ? `; ${known} accepted in slipway.yaml` : '';
    if (typeof found === 'string') {
        await check(`${subject} fit the step from ${from.name} to ${to.name}`, repeat, async () => ({
            ok: true,
            seen: found
        }));
        return;
    }
    if (step === undefined) {
        const needed = chooseLargestStep(open.map(({ needs }) => needs));
        await check(`${subject}: the version after ${from.name} is told its step`, repeat, async () => ({
            ok: true,
            seen: `it has to be at least a ${needed} step${open.length ? `: ${list(open)}` : ', nothing changed'}${aside}`
        }));
        return;
    }
    const tooMuch = open.filter(({ needs }) => !allows(step, needs));
    await check(`${subject} fit the ${step} step from ${from.name} to ${to.name}`, repeat, async () => ({
        ok: tooMuch.length === 0,
        seen: tooMuch.length
            ? `needs a ${chooseLargestStep(tooMuch.map(({ needs }) => needs))} step: ${list(tooMuch)}${aside}`
            : `${open.length ? list(open) : 'nothing changed'}${aside}`
    }));
}


/***/ })

};
