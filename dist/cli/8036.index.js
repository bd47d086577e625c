export const id = 8036;
export const ids = [8036];
export const modules = {

/***/ 68568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ makeSampleFiles),
/* harmony export */   l: () => (/* binding */ makeSampleObjects)
/* harmony export */ });
/* harmony import */ var _crds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57780);
/* harmony import */ var _objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50026);


const ODD = { spec: { service: 'website', backends: [{ service: 'website', weight: 1 }] } };
const makeSampleObjects = (speaks) => Object.entries((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.chooseStorage)('all', speaks)).flatMap(([kind, version]) => makeSamples(kind, version));
const makeSampleFiles = (speaks) => Object.keys((0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.chooseStorage)('all', speaks)).flatMap((kind) => _objects_js__WEBPACK_IMPORTED_MODULE_1__/* .GOOD_OBJECTS */ .r4.filter((good) => good.kind === kind).map(({ version }) => ({
    name: `${kind}-${version}.yaml`,
    objects: makeSamples(kind, version)
})));
function makeSamples(kind, version) {
    const { group } = (0,_crds_js__WEBPACK_IMPORTED_MODULE_0__.makeCrdSet)('all').kinds.find((each) => each.kind === kind) ?? {};
    const good = _objects_js__WEBPACK_IMPORTED_MODULE_1__/* .GOOD_OBJECTS */ .r4.find((each) => each.kind === kind && each.version === version);
    if (group === undefined || !good)
        return [];
    const bodies = [
        ['full', good.full],
        ['least', good.least],
        ...(kind === 'TrafficSplit' ? [['odd', ODD]] : [])
    ];
    return bodies.map(([name, body]) => ({
        apiVersion: `${group}/${version}`,
        kind,
        metadata: { name: `sample-${name}`, labels: { team: 'shop' }, annotations: { 'example.com/note': 'ours' } },
        ...body
    }));
}


/***/ }),

/***/ 88036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   proveData: () => (/* binding */ proveData)
/* harmony export */ });
/* unused harmony export compareOutputs */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23659);
/* harmony import */ var _smi_samples_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(68568);
/* harmony import */ var _programs_call_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71227);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(42372);
/* harmony import */ var _programs_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(16795);
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










const proveData = async (trial, tools, { baseline, candidate }, signal) => (0,_evidence_js__WEBPACK_IMPORTED_MODULE_7__/* .reachVerdict */ .nb)(undefined, trial, false, async () => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (!baseline)
            throw new Error('a data trial without a baseline');
        const scratch = __addDisposableResource(env_1, await tools.files.scratch('data'), true);
        const fixture = trial.with['data'];
        const speaks = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .readItems */ .F1)(trial.with['speaks']).map(_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .readText */ .yR);
        const samples = (0,_smi_samples_js__WEBPACK_IMPORTED_MODULE_4__/* .makeSampleFiles */ .K)(speaks).map(({ name, objects }) => ({
            name,
            text: objects.map((object) => (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(object)).join('---\n')
        }));
        const given = { fixture, tools, folder: scratch.path, evidence: (0,_evidence_js__WEBPACK_IMPORTED_MODULE_7__/* .evidence */ .MX)(), samples, signal };
        const [old, fresh] = [await copyFixtures(given, baseline), await copyFixtures(given, candidate)];
        if (old.length + fresh.length === 0 && fixture.write === undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `data ${fixture.name}: there is no file at ${fixture.files.join(', ') || '(nothing)'}`, {
                hint: 'Name fixtures that git holds: files of the data in slipway.yaml.'
            });
        if (fixture.write)
            await tools.files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch.path, 'written', '.keep'), '');
        const sandbox = __addDisposableResource(env_1, await tools.sandboxes.open({
            reads: [baseline, candidate].flatMap(({ programs }) => Object.values(programs)),
            ...{ writes: [scratch.path], reaches: [], hides: [] }
        }), true);
        const scene = { ...given, run: sandbox.run };
        const refusals = [];
        for (const file of old)
            refusals.push(await proveForward(scene, baseline, candidate, file));
        const [refusal] = refusals;
        if (refusal !== undefined && refusals.every((each) => each !== undefined))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `data ${fixture.name}: ${baseline.name} reads none of its own files: ${refusal}`, {
                hint: 'Without a file that it reads there is nothing to compare. Are read and files in slipway.yaml right for that version too? A program that reads no files yet has none to keep: take it out of data for this release.'
            });
        const same = new Set(old.map(({ name, digest }) => `${name} ${digest}`));
        for (const file of fresh)
            if (!same.has(`${file.name} ${file.digest}`))
                await proveBackward(scene, baseline, candidate, file);
        if (fixture.write)
            await proveWritten(scene, baseline, candidate, fixture.write);
        return scene.evidence.checks;
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
async function copyFixtures(scene, version) {
    const { fixture, tools, folder, samples } = scene;
    if (isSample(scene))
        return await Promise.all(samples.map(async ({ name, text }) => {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
            await tools.files.write(path, text);
            return { name: `the sample ${name}`, path, digest: (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(text) };
        }));
    const names = (await Promise.all(fixture.files.map((path) => version.list(path)))).flat();
    return await Promise.all([...new Set(names)].sort().map(async (name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, version.name.replace(/[^\w.-]/g, '-'), name);
        const bytes = (await version.file(name)) ?? new Uint8Array();
        await tools.files.write(path, bytes);
        return { name, path, digest: (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .hashBytes */ .yi)(bytes) };
    }));
}
async function proveForward(scene, baseline, candidate, { name, path }) {
    let refusal;
    await scene.evidence.check(`candidate ${candidate.name} reads ${name} of ${baseline.name} as ${baseline.name} does`, formatCallByHand(scene, candidate, scene.fixture.read, name), async () => {
        const older = await readFixture(scene, 'baseline', baseline, path);
        const newer = await readFixture(scene, 'candidate', candidate, path);
        if (older.status === 0)
            return compareOutputs(scene.fixture, older, newer);
        refusal = `${name}: ${describeCalled(older)}`;
        const seen = `${baseline.name} refuses it itself (${older.how})`;
        if (newer.status === 0)
            return { ok: true, seen: `${seen}, ${candidate.name} reads it: nothing to keep` };
        if (isSample(scene))
            return { ok: true, seen: `${seen}, and so does ${candidate.name}: nothing to keep` };
        return {
            ok: false,
            seen: `neither reads it, so nothing is proved: ${describeCalled(older)}. A file that is meant to be refused is no fixture: name those that are read in data.files`
        };
    });
    return refusal;
}
async function proveBackward(scene, baseline, candidate, { name, path }) {
    let newer;
    const own = await scene.evidence.check(`candidate ${candidate.name} reads its own ${name}`, formatCallByHand(scene, candidate, scene.fixture.read, name), async () => {
        newer = await readFixture(scene, 'candidate', candidate, path);
        return { ok: newer.status === 0, seen: newer.status === 0 ? newer.how : describeCalled(newer) };
    });
    if (!own || !scene.fixture.backward)
        return;
    await scene.evidence.check(`baseline ${baseline.name} tolerates ${name} of ${candidate.name}`, formatCallByHand(scene, baseline, scene.fixture.read, name), async () => {
        const older = await readFixture(scene, 'baseline', baseline, path);
        return newer === undefined
            ? { ok: false, seen: 'it was never read' }
            : compareOutputs(scene.fixture, older, newer);
    });
}
const isSample = ({ fixture }) => fixture.files.length === 0;
async function proveWritten(scene, baseline, candidate, write) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scene.folder, 'written', 'data');
    const by = async (role, version) => scene.evidence.check(`${role} ${version.name} writes its data`, formatCallByHand(scene, version, write, 'data'), async () => {
        const called = await callVersion(scene, role, version, write, path);
        return { ok: called.status === 0, seen: describeCalled(called) };
    });
    if (!(await by('baseline', baseline)))
        return;
    await scene.evidence.check(`candidate ${candidate.name} reads what ${baseline.name} wrote`, formatCallByHand(scene, candidate, scene.fixture.read, 'data'), async () => compareOutputs(scene.fixture, await readFixture(scene, 'baseline', baseline, path), await readFixture(scene, 'candidate', candidate, path)));
    if (!scene.fixture.backward || !(await by('candidate', candidate)))
        return;
    await scene.evidence.check(`baseline ${baseline.name} reads what ${candidate.name} wrote over it`, formatCallByHand(scene, baseline, scene.fixture.read, 'data'), async () => compareOutputs(scene.fixture, await readFixture(scene, 'baseline', baseline, path), await readFixture(scene, 'candidate', candidate, path)));
}
const readFixture = (scene, role, version, path) => callVersion(scene, role, version, scene.fixture.read, path);
function callVersion({ fixture, run, folder, signal }, role, version, args, path) {
    const program = (0,_programs_version_js__WEBPACK_IMPORTED_MODULE_6__/* .findProgram */ .K)({ version, label: `${role} ${version.name}` }, fixture.program);
    const given = args.map((arg) => (0,_programs_call_js__WEBPACK_IMPORTED_MODULE_5__/* .fillPlaceholders */ .Ct)(arg, { fixture: path }));
    return (0,_programs_call_js__WEBPACK_IMPORTED_MODULE_5__/* .callProgram */ .bQ)(run, [program, ...given], { cwd: folder, home: folder, within: fixture.within }, signal);
}
function compareOutputs({ stdout }, older, newer) {
    for (const called of [older, newer])
        if (called.status !== 0)
            return { ok: false, seen: describeCalled(called) };
    if (stdout === 'ignore')
        return { ok: true, seen: 'both end with status 0' };
    if (stdout === 'equal')
        return older.stdout === newer.stdout
            ? { ok: true, seen: `both say the same ${older.stdout.length} characters` }
            : { ok: false, seen: `${joinToLine(older.stdout)} became ${joinToLine(newer.stdout)}` };
    const [old, fresh] = [(0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(older.stdout), (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .parseJson */ .qF)(newer.stdout)];
    if (old === undefined && stdout === 'auto')
        return { ok: true, seen: 'both end with status 0; what they say is no JSON' };
    if (old === undefined || fresh === undefined)
        return { ok: false, seen: `it is no JSON: ${joinToLine((old === undefined ? older : newer).stdout)}` };
    const lost = findMissing(old, fresh, '');
    return lost.length
        ? { ok: false, seen: `${lost.length} values are gone or other: ${lost.slice(0, 10).join('; ')}` }
        : {
            ok: true,
            seen: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .canonicalize */ .dw)(old) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .canonicalize */ .dw)(fresh) ? 'both say the same' : 'all that the older says is there'
        };
}
function findMissing(old, fresh, path) {
    const at = path === '' ? 'the whole' : path;
    if (fresh === undefined)
        return [`${at} (was ${joinToLine(JSON.stringify(old))})`];
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(old))
        return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isObject */ .Gv)(fresh)
            ? Object.entries(old).flatMap(([key, value]) => value === undefined ? [] : findMissing(value, fresh[key], path === '' ? key : `${path}.${key}`))
            : [`${at} (is no object)`];
    if (Array.isArray(old))
        return Array.isArray(fresh)
            ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .readItems */ .F1)(old).flatMap((value, i) => findMissing(value, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_8__/* .readItems */ .F1)(fresh)[i], `${path}[${i}]`))
            : [`${at} (is no list)`];
    return old === fresh ? [] : [`${at}: ${JSON.stringify(old)} → ${joinToLine(JSON.stringify(fresh))}`];
}
const describeCalled = ({ how, stdout, stderr }) => `${how}: ${joinToLine(stderr || stdout) || 'it says nothing'}`;
const joinToLine = (text) => {
    const one = text.trim().replace(/\s+/g, ' ');
    return one.length > 300 ? `${one.slice(0, 297)}...` : one;
};
const formatCallByHand = ({ fixture }, version, args, name) => {
    const program = fixture.program ?? Object.keys(version.programs)[0] ?? '';
    return [program, ...args.map((arg) => (0,_programs_call_js__WEBPACK_IMPORTED_MODULE_5__/* .fillPlaceholders */ .Ct)(arg, { fixture: name }))].join(' ');
};


/***/ }),

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

/***/ 16795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function findProgram({ version, label }, wanted) {
    const names = Object.keys(version.programs);
    const name = wanted ?? (names.length === 1 ? names[0] : undefined);
    if (name === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `nobody said which program: there are ${names.join(', ')}`, {
            hint: 'Name it in slipway.yaml: program.'
        });
    const path = version.programs[name];
    if (path === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the ${label} has no program ${name}, only ${names.join(', ') || 'none'}`, {
            hint: 'A program that is new has no way back to test: take it out of workloads and data, or --baseline none.'
        });
    return path;
}


/***/ })

};
