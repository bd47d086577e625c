export const id = 750;
export const ids = [750];
export const modules = {

/***/ 30750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPipelineCommand: () => (/* binding */ runPipelineCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/plan/cache-policy.ts
var cache_policy = __webpack_require__(51696);
// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/model/places.ts

const PLACE = /^(?:vet: )?((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.(?:go|mod|sum|ya?ml)):(\d+)(?::(\d+))?: (.+)$/gm;
const SEE = /^See ((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.go):(\d+)(?::(\d+))?\.$/m;
const MOST = 30;
function listFailureFindings(error, moduleDir) {
    if (!(error instanceof errors/* Failure */.H))
        return [];
    if (error.findings.length)
        return error.findings;
    if (error.kind !== 'input' && error.kind !== 'command')
        return [];
    const said = typeof error.cause === 'string' ? error.cause : '';
    const named = listToolFindings(`${error.message}\n${said}`, moduleDir);
    const [, file, line, column] = SEE.exec(error.hint ?? '') ?? [];
    const seen = named.length || file === undefined ? named : [makeToolFinding(file, line, column, error.message, moduleDir)];
    return seen.filter((item) => item !== undefined);
}
function listToolFindings(said, moduleDir) {
    const all = [...said.matchAll(PLACE)].map(([, file = '', line, column, message = '']) => makeToolFinding(file, line, column, message, moduleDir));
    const unique = new Map(all.flatMap((item) => (item ? [[JSON.stringify(item), item]] : [])));
    return [...unique.values()].slice(0, MOST);
}
function makeToolFinding(path, line, column, message, moduleDir) {
    const file = findPathInRepository(path.replaceAll('\\', '/'), moduleDir);
    if (file === undefined)
        return undefined;
    return {
        rule: /\.go$/.test(file) ? 'go' : 'slipway',
        severity: 'error',
        file,
        line: Number(line),
        ...(column !== undefined && { column: Number(column) }),
        message: message.trim()
    };
}
function findPathInRepository(path, moduleDir) {
    const parts = moduleDir === '' ? [] : moduleDir.split('/');
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}

// EXTERNAL MODULE: ./src/config/inputs.ts + 8 modules
var inputs = __webpack_require__(79178);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/steps/ledger.ts
var steps_ledger = __webpack_require__(55546);
// EXTERNAL MODULE: ./src/plan/mode.ts
var plan_mode = __webpack_require__(89168);
// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
// EXTERNAL MODULE: ./src/model/reported.ts
var model_reported = __webpack_require__(32018);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/plan/release-extras.ts
var release_extras = __webpack_require__(19672);
// EXTERNAL MODULE: ./src/plan/archives.ts
var plan_archives = __webpack_require__(57288);
// EXTERNAL MODULE: ./src/model/sample.ts
var sample = __webpack_require__(72219);
// EXTERNAL MODULE: ./src/model/preparation.ts
var preparation = __webpack_require__(2408);
// EXTERNAL MODULE: ./src/plan/preparation.ts
var plan_preparation = __webpack_require__(90766);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/report/build-cache-text.ts
var build_cache_text = __webpack_require__(26121);
// EXTERNAL MODULE: ./src/report/isolation-text.ts
var isolation_text = __webpack_require__(93764);
// EXTERNAL MODULE: ./src/report/trial-title.ts
var trial_title = __webpack_require__(44781);
;// CONCATENATED MODULE: ./src/report/plan-table.ts












function formatPlanTable(plan) {
    const facts = [
        ['mode', `${plan.mode} (${plan.why})`],
        ['module', plan.moduleDir ? `${plan.module} (in ${plan.moduleDir})` : plan.module],
        ['version', `${plan.version} (${plan.versionFrom})`],
        ['commit', `${plan.commit.slice(0, 12)} of ${plan.committedAt}${plan.dirtyDigest ? ', with local changes' : ''}`],
        ['go', `${plan.go.version} (${plan.go.why})`],
        ...(plan.variables ? [['variables', formatVariables(plan.variables)]] : []),
        ...(plan.prepared ? formatSteps(plan.prepared) : []),
        ...(plan.mode === 'gate'
            ? []
            : [['cache', `${(0,build_cache_text/* describeBuildCache */.C)(plan.buildCache.kind)} (${plan.buildCache.why})`]]),
        ...(plan.mode === 'release' ? [['rebuild', formatRebuild(plan)]] : []),
        ...('work' in plan.vet ? [['vet', formatEach(plan.vet, ({ level }) => `go vet (${level})`)]] : []),
        [
            'baseline',
            'skip' in plan.baseline ? `none: ${plan.baseline.skip}` : `${plan.baseline.tag} (${plan.baseline.why})`
        ],
        [
            'prove',
            formatEach(plan.trials, (trial) => `${(0,trial_title/* formatTrialTitle */.y)(trial)}${trial.kubernetes ? ` on Kubernetes ${trial.kubernetes}` : ''}`)
        ],
        ...(plan.reported
            ? [['', `in ${(0,model_reported/* describeReporter */.h)(plan.reported.by)}: here its files are compiled again and compared`]]
            : []),
        ...(plan.unproved.length ? [['', plan.unproved.map(({ suite, why }) => `not ${suite}: ${why}`).join('; ')]] : []),
        ...(plan.cluster ? [['cluster', formatClusterLine(plan.cluster)]] : []),
        ...(plan.isolation ? [['isolate', (0,isolation_text/* describeIsolation */.o)(plan.isolation)]] : []),
        [
            'scan',
            formatEach(plan.vulnerabilities, ({ database, gate, accepted }) => `known vulnerabilities, by ${database} (${gate}${accepted.length ? `, ${accepted.length} accepted` : ''})`)
        ],
        ['sign', formatEach(plan.signing, ({ mode, why }) => `${mode} (${why})`)],
        [
            'publish',
            formatEach(plan.publication, (to) => `${to.tag} to ${to.to}${to.prerelease ? ', a prerelease' : ''}${to.latest ? ', the latest' : ''}${to.draft ? `; it stays ${(0,platforms/* findPlatform */.rB)(to.to)?.draft ?? 'a draft'} until slipway publish --finish ${to.tag}` : ''}`)
        ],
        ...('work' in plan.attestation ? [['attest', 'the provenance, to GitHub']] : [])
    ];
    const files = plan.archives.map((archive) => [
        (0,go_target/* formatTarget */.P4)(archive.target),
        archive.name,
        [...archive.binaries.map(({ name }) => name), ...archive.files.map(({ to }) => to)].join(' ')
    ]);
    return [
        ...(0,base_text/* alignColumns */.RM)(facts),
        '',
        ...(0,base_text/* alignColumns */.RM)([['target', 'archive', 'holds'], ...files, ...(plan.extras ? (0,release_extras/* formatExtraRows */.Rw)(plan.extras) : [])]),
        ...(plan.notes.length ? ['', ...plan.notes.map((note) => `note: ${note}`)] : [])
    ].join('\n');
}
function formatSteps({ steps, files }) {
    const { before, after } = (0,plan_preparation/* splitSteps */.Ms)(steps);
    const line = (step, when) => {
        const made = files.filter(({ path }) => step.makes.some((output) => `/${path}/`.includes(`/${output}/`))).length;
        const outputs = (0,preparation/* listOutputs */.PN)(step).join(', ');
        const count = when === '' && made > 1 ? `, ${made} files` : '';
        const how = [...(step.network ? ['with the network'] : []), ...(when === '' ? [] : [when])].join(', ');
        return `${(0,preparation/* formatStep */.yS)(step)}${outputs === '' ? '' : ` → ${outputs}${count}`}${how === '' ? '' : ` (${how})`}`;
    };
    const lines = [...before.map((step) => line(step, '')), ...after.map((step) => line(step, 'after the build'))];
    return lines.map((text, i) => [i === 0 ? 'prepare' : '', text]);
}
const formatVariables = (variables) => Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
const formatRebuild = ({ rebuilds, archives }) => 'skip' in rebuilds
    ? formatEach(rebuilds, go_target/* formatTarget */.P4)
    : `${(0,sample/* describeSample */.g)(rebuilds.work.length, (0,plan_archives/* listArchiveTargets */.xq)(archives).length)}: ${formatEach(rebuilds, go_target/* formatTarget */.P4)}`;
const formatClusterLine = ({ provider, releases, why }) => `${provider}, Kubernetes ${Object.values(releases).join(', ')} (${why})`;
const formatEach = (planned, say) => 'skip' in planned ? `nothing: ${planned.skip}` : planned.work.map(say).join('; ');

// EXTERNAL MODULE: ./src/base/digest.ts
var base_digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/go/inspect/binary.ts + 7 modules
var inspect_binary = __webpack_require__(35105);
// EXTERNAL MODULE: ./src/go/inspect/traces.ts
var inspect_traces = __webpack_require__(7703);
;// CONCATENATED MODULE: ./src/go/inspect/check.ts


const STATIC = ['linux', 'freebsd', 'netbsd', 'dragonfly'];
const WINDOWS = /^(kernel32|ntdll|advapi32|user32|ws2_32|winmm|shell32|ole32|oleaut32|crypt32|bcrypt|bcryptprimitives|iphlpapi|userenv|api-ms-win-[\w-]+)\.dll$/i;
const MACOS = /^(\/usr\/lib\/|\/System\/Library\/)/;
function findBinaryProblems(bytes, found, expected) {
    const traces = (0,inspect_traces/* findTraces */.G)(bytes, expected.traces);
    const wanted = chooseFormat(expected.target.os);
    if (found.format !== wanted) {
        return [
            `it is ${describeFormat(found.format)}, and ${(0,go_target/* formatTarget */.P4)(expected.target)} wants ${describeFormat(wanted)}`,
            ...traces
        ];
    }
    if (found.format === 'unchecked')
        return [...findBuildProblems(found.build, expected), ...traces];
    return [
        ...findMachineProblems(found, expected.target),
        ...findLinkProblems(found, expected.target.os),
        ...findBuildProblems(found.build, expected),
        ...traces
    ];
}
function chooseFormat(os) {
    switch (os) {
        case 'windows':
            return 'PE';
        case 'darwin':
        case 'ios':
            return 'Mach-O';
        case 'js':
        case 'wasip1':
            return 'Wasm';
        case 'aix':
        case 'plan9':
            return 'unchecked';
        default:
            return 'ELF';
    }
}
function describeFormat(format) {
    return format === 'unchecked'
        ? 'of a format that Slipway cannot read'
        : `${format === 'ELF' ? 'an' : 'a'} ${format} file`;
}
function findMachineProblems({ arch }, target) {
    return arch === target.arch ? [] : [`it is for ${arch}, and ${(0,go_target/* formatTarget */.P4)(target)} was asked for`];
}
function findLinkProblems({ interpreter, libraries }, os) {
    if (STATIC.includes(os)) {
        const needs = [...(interpreter === undefined ? [] : [`the loader ${interpreter}`]), ...libraries];
        return needs.length === 0 ? [] : [`it is linked dynamically and needs ${needs.join(', ')}`];
    }
    const own = os === 'windows' ? WINDOWS : os === 'darwin' ? MACOS : undefined;
    const foreign = own === undefined ? [] : libraries.filter((library) => !own.test(library));
    return foreign.length === 0 ? [] : [`it needs ${foreign.join(', ')}, which ${os} does not bring along`];
}
function findBuildProblems(build, expected) {
    if (build === undefined)
        return ['it has no Go build info: it is no Go program, or was stripped after the build'];
    const variant = (0,go_target/* findVariantSetting */.Fw)(expected.target, expected.goVersion);
    const settings = [
        ['GOOS', expected.target.os],
        ['GOARCH', expected.target.arch],
        ...(variant === undefined ? [] : [variant]),
        ['CGO_ENABLED', '0'],
        ['-trimpath', 'true'],
        ['vcs.revision', expected.commit],
        ['vcs.modified', String(expected.modified)]
    ];
    const [version = '', foreign = ''] = build.goVersion.split(/[ -]X:/);
    const differs = (what, seen, wanted) => seen === wanted ? [] : [`its ${what} is ${seen ?? 'not recorded'}, not ${wanted}`];
    return [
        ...differs('Go version', version, expected.goVersion),
        ...findExperimentProblems(build, foreign, expected.env),
        ...differs('main package', build.path, expected.main),
        ...differs('module', build.main?.path, expected.module),
        ...findVersionProblems(build.main?.version, expected.moduleVersions),
        ...settings.flatMap(([name, wanted]) => differs(name, build.settings.get(name), wanted))
    ];
}
function findExperimentProblems({ settings }, foreign, env) {
    const whence = 'which nobody asked for: by the go.env in its GOROOT, or as it was made';
    const [asked, seen] = [env['GOEXPERIMENT'] ?? '', settings.get('GOEXPERIMENT') ?? ''];
    if (seen !== asked)
        return [`its GOEXPERIMENT is ${seen || 'not recorded'}, ${asked ? `not ${asked}` : whence}`];
    if (asked === '' && foreign !== '')
        return [`its Go has the experiments ${foreign}, ${whence}`];
    const fips = settings.get('GOFIPS140');
    const module = env['GOFIPS140'] ?? 'off';
    const isOther = /^(latest|v\d.*)$/.test(module) && !(fips === module || fips?.startsWith(`${module}-`));
    if (module !== 'off' && (fips === undefined || isOther))
        return [`its GOFIPS140 is ${fips ?? 'not recorded'}, not ${module}`];
    return fips !== undefined && (env['GOFIPS140'] ?? 'off') === 'off' ? [`its GOFIPS140 is ${fips}, ${whence}`] : [];
}
function findVersionProblems(seen, wanted) {
    const fits = (one) => (one.startsWith('*') ? seen?.endsWith(one.slice(1)) === true : seen === one);
    if (wanted.length === 0 || wanted.some(fits))
        return [];
    return [`its module version is ${seen ?? 'not recorded'}, not ${wanted.join(' or ')}`];
}

// EXTERNAL MODULE: ./src/go/inspect/universal.ts
var universal = __webpack_require__(75072);
;// CONCATENATED MODULE: ./src/model/build-cache.ts
const isBuildCacheKind = (value) => value === 'own' || value === 'shared';

// EXTERNAL MODULE: ./src/plan/builds.ts
var builds = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/steps/stage.ts
var stage = __webpack_require__(57389);
;// CONCATENATED MODULE: ./src/pipeline/stages/build.ts
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












const describeBuildInput = (plan, build) => ({
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module,
    dir: plan.moduleDir,
    go: plan.go.version,
    tags: plan.stampedFrom,
    argv: build.argv,
    env: build.env,
    ...(build.parts && { parts: build.parts }),
    binaries: build.binaries,
    ...(plan.prepared && { prepared: plan.prepared.digest })
});
const isBuilt = (0,decode/* shaped */.e9)({
    ...{ name: decode/* isText */.KH, main: decode/* isText */.KH, path: decode/* isText */.KH, format: decode/* isText */.KH },
    ...{ sha256: decode/* isSha256 */._h, size: decode/* isCount */.my, cache: isBuildCacheKind }
});
const makeBuildStep = (plan, build) => ({
    kind: 'build',
    shape: 2,
    input: describeBuildInput(plan, build),
    fits: (value) => (0,decode/* listOf */.c3)(isBuilt)(value) &&
        value.length === build.binaries.length &&
        build.binaries.every(({ name, main, path }, i) => {
            const built = value[i];
            return (built?.name === name &&
                built.main === main &&
                built.path === path &&
                (built.cache === 'own' || plan.buildCache.kind === 'shared'));
        }),
    leaves: (built) => built
});
function buildAll({ plan, tools }, start) {
    let modules;
    const verified = () => {
        if (!modules && 'work' in plan.signing)
            start(async () => void (await tools.signer())).catch(() => { });
        return (modules ??= start(({ signal }) => tools.verifyModules(signal)));
    };
    const make = async (run, build) => {
        run.signal.throwIfAborted();
        const check = verified();
        const value = await buildTarget(run, build);
        await check;
        return { value, by: tools.thisRun.invocation.id };
    };
    const compile = (build) => start((run) => tools.compiling(() => (0,stage/* stage */.d)('build', tools).once(formatBuildTitle(plan, build), makeBuildStep(plan, build), () => make(run, build), listFormats)));
    const order = [...plan.builds].sort((a, b) => Number(b.target === plan.host) - Number(a.target === plan.host));
    const built = new Map(order.map((build) => [build, compile(build)]));
    return plan.builds.map((build) => built.get(build) ?? Promise.reject(new Error('a build that nobody started')));
}
function formatBuildTitle({ builds }, { target, binaries }) {
    const alone = builds.filter((build) => build.target === target).length === 1;
    return alone ? (0,go_target/* formatTarget */.P4)(target) : `${(0,go_target/* formatTarget */.P4)(target)} ${binaries.map(({ name }) => name).join(', ')}`;
}
const listFormats = (built) => [...new Set(built.map(({ format }) => format))].join('; ');
async function compileBuild({ run, go, files }, build, { cwd, output, env, overlay }, signal) {
    const call = (part, folder) => run([go.path, ...fillBuildArgs(part, folder, overlay)], { cwd, env: { ...env, ...part.env }, signal });
    if (!build.parts) {
        await call(build, output);
        return;
    }
    const folders = build.parts.map((_, i) => (0,external_node_path_.join)(output, String(i)));
    for (const [i, part] of build.parts.entries())
        await call(part, folders[i] ?? output);
    for (const { made } of build.binaries) {
        const slices = await Promise.all(folders.map((folder) => files.read((0,external_node_path_.join)(folder, made), limits/* LIMITS */.b1.program.most)));
        const whole = slices.filter((slice) => slice !== undefined);
        if (whole.length === folders.length)
            await files.write((0,external_node_path_.join)(output, made), (0,universal/* joinMachO */.tK)(whole));
    }
}
function fillBuildArgs({ argv }, output, overlay) {
    const [, verb = '', ...args] = argv.map((arg) => (arg === `${builds/* BUILD_OUTPUT */.$H}/` ? `${output}/` : arg));
    return [verb, ...(overlay === undefined ? [] : [`-overlay=${overlay}`]), ...args];
}
async function buildTarget({ plan, tools, signal }, build) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out } = tools;
        const scratch = __addDisposableResource(env_1, await files.scratch('build'), true);
        const output = (0,external_node_path_.join)(scratch.path, 'out');
        await compileBuild(tools, build, { cwd: tools.folder, output, env: tools.env, overlay: tools.overlay }, signal);
        const built = [];
        for (const { name, main, made: file, path } of build.binaries) {
            const from = (0,external_node_path_.join)(output, file);
            const bytes = await files.read(from, limits/* LIMITS */.b1.program.most);
            if (!bytes)
                throw new errors/* Failure */.H('command', `go build ended well and left no ${name} for ${(0,go_target/* formatTarget */.P4)(build.target)}`, {
                    hint: 'Look whether something removes files from the output folder, such as a virus scanner, and run again.'
                });
            const found = (0,inspect_binary/* inspectBinary */.w)(bytes);
            const expected = {
                ...{ module: plan.module, main, goVersion: plan.go.version, commit: plan.commit, modified: plan.modified },
                moduleVersions: plan.moduleVersions,
                traces: [...tools.traces, { what: 'the folder of this build', text: scratch.path }]
            };
            const slices = build.parts ? (0,universal/* splitMachO */.JV)(bytes) : [bytes];
            const wrong = (build.parts ?? [build]).flatMap(({ target, env }, i) => {
                const slice = slices[i] ?? new Uint8Array();
                return findBinaryProblems(slice, (0,inspect_binary/* inspectBinary */.w)(slice), { ...expected, target, env });
            });
            if (wrong.length)
                throw new errors/* Failure */.H('verification', `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)} is not what was asked for: ${wrong.join('; ')}`, { hint: 'It does not ship. Build settings of slipway.yaml may contradict it; else report it with its plan.' });
            await files.move(from, (0,external_node_path_.join)(out, path));
            built.push({
                name,
                main,
                path,
                sha256: (0,base_digest/* hashBytes */.yi)(bytes),
                size: bytes.length,
                format: describeInspection(found),
                cache: plan.buildCache.kind
            });
        }
        return built;
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
function describeInspection(found) {
    if (found.format === 'unchecked')
        return 'unchecked: a format that Slipway cannot read, but for its build info';
    return `${found.format}, ${found.libraries.length ? `${found.libraries.length} system ${found.libraries.length === 1 ? 'library' : 'libraries'}` : 'no libraries'}`;
}

// EXTERNAL MODULE: ./src/licences/module-licences.ts + 3 modules
var module_licences = __webpack_require__(63629);
// EXTERNAL MODULE: ./src/package/formats.ts
var formats = __webpack_require__(13496);
// EXTERNAL MODULE: ./src/package/parts.ts
var parts = __webpack_require__(23306);
// EXTERNAL MODULE: ./src/facts/archive-files.ts
var archive_files = __webpack_require__(25879);
// EXTERNAL MODULE: ./src/pipeline/stages/prepare/prepare.ts
var prepare = __webpack_require__(63279);
// EXTERNAL MODULE: ./src/pipeline/stages/prepare/run-steps.ts + 2 modules
var run_steps = __webpack_require__(51472);
;// CONCATENATED MODULE: ./src/pipeline/stages/prepare/by-programs.ts








const listPrograms = (out, built) => Object.fromEntries(built.map(({ name, path, sha256 }) => [name, { path: (0,external_node_path_.join)(out, path), sha256 }]));
async function prepareByPrograms({ plan, tools, signal }, builds) {
    const { steps: own, out } = tools;
    const steps = (0,plan_preparation/* splitSteps */.Ms)(plan.prepared?.steps ?? []).after;
    if (!own || steps.length === 0)
        return undefined;
    const built = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat();
    const order = { source: own.source, steps, programs: listPrograms(out, built), permit: () => Promise.resolve() };
    return await (0,stage/* stage */.d)('prepare', tools).watch(steps.map(preparation/* formatStep */.yS).join('; '), async () => {
        const made = await (0,prepare/* prepareOnce */.X)(own.tools, own.place, order, signal);
        refuseFolders(made, steps.flatMap(preparation/* listOutputs */.PN).map((path) => (0,plan_preparation/* findInRepository */.xm)(plan.moduleDir, path)));
        return { value: made, reused: made.reused };
    });
}
async function lookUpByPrograms({ plan, tools: { steps: own, out }, signal }, built) {
    const steps = (0,plan_preparation/* splitSteps */.Ms)(plan.prepared?.steps ?? []).after;
    if (!own || steps.length === 0)
        return undefined;
    const permit = () => Promise.reject(new Error('what steps made is not on record any more'));
    const order = { source: own.source, steps, programs: listPrograms(out, built), permit };
    return await (0,prepare/* prepareOnce */.X)(own.tools, own.place, order, signal);
}
function refuseFolders({ files }, outputs) {
    const folder = outputs.find((output) => !files.some(({ path }) => path === output));
    if (folder !== undefined)
        throw new errors/* Failure */.H('input', `a step of prepare that runs {program} made ${folder} a folder`, {
            hint: 'Let makes name each of its files: the plan says what archives hold, before a program is there to run.'
        });
}
async function prepareAgain({ tools: { steps: own }, signal }, { steps, first, built, out }, to) {
    if (!own || steps.length === 0)
        return;
    const programs = Object.fromEntries(Object.entries(listPrograms(out, built)).map(([name, { path }]) => [name, path]));
    const second = await (0,run_steps/* runSteps */.rl)(own.tools, own.source, { steps, programs }, to, signal);
    const [one, other] = [first, second.files].map((files) => new Map(files.map(({ path, sha256 }) => [path, sha256])));
    const differing = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])]
        .filter((path) => one?.get(path) !== other?.get(path))
        .map((path) => !one?.has(path) || !other?.has(path)
        ? `${path} (made ${one?.has(path) ? 'at first' : 'the second time'} alone)`
        : path);
    if (differing.length > 0)
        throw new errors/* Failure */.H('verification', `steps of prepare made other files when they ran again: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? `, and ${differing.length - 5} more` : ''}`, {
            hint: 'They ran in another folder, on the same commit: look for times, random names and paths in what they write. SOURCE_DATE_EPOCH holds the time of the commit. --rebuild 0 releases without this proof.'
        });
}
const mapMade = (moduleDir, all) => new Map(all.flatMap(({ files, folder }) => {
    const names = (0,archive_files/* listInModule */.S9)(moduleDir, files);
    const paths = new Map(files.map(({ path }) => [path, (0,external_node_path_.join)(folder, path)]));
    return names.map((name) => [name, paths.get((0,plan_preparation/* findInRepository */.xm)(moduleDir, name)) ?? '']);
}));

;// CONCATENATED MODULE: ./src/pipeline/stages/package.ts














async function readExtras({ files, folder, made }, plan) {
    const read = async (from) => {
        const bytes = await files.read(made?.get(from) ?? (0,external_node_path_.join)(folder, from), limits/* LIMITS */.b1.program.most);
        if (bytes)
            return bytes;
        throw new errors/* Failure */.H('input', `${from} is to go into the archives and is not in ${folder}`, {
            hint: 'Commit it, or take it out of the files of the archive in slipway.yaml.'
        });
    };
    const [extras, licences] = await Promise.all([
        Promise.all(plan.files.map(async ({ from, to, executable = false }) => ({ name: to, bytes: await read(from), executable }))),
        Promise.all(plan.licences.map(async (from) => ({ name: (0,archive_files/* findNameInArchive */.qS)(from), bytes: await read(from) })))
    ]);
    return { extras, licences };
}
async function packAll({ plan, tools }, builds, start, byPrograms = Promise.resolve(undefined)) {
    const packed = plan.archives.map((archive) => start(async (run) => {
        const built = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === archive.target))).flat();
        const late = await byPrograms;
        const made = mapMade(plan.moduleDir, [...(tools.steps ? [tools.steps.made] : []), ...(late ? [late] : [])]);
        const contents = { built, ...(await readExtras({ ...tools, made }, archive)) };
        const pack = async () => {
            run.signal.throwIfAborted();
            return { value: await packageTarget(run, archive, contents) };
        };
        const files = await tools.packing(() => (0,stage/* stage */.d)('package', tools).once(archive.name, makePackageStep(plan, archive, contents), pack));
        return files.map((file) => makeArtifact(tools.out, archive, file));
    }));
    return (await Promise.all(packed)).flat();
}
const isPacked = (0,decode/* shaped */.e9)({
    kind: (0,decode/* isOneOf */.EK)('archive', 'program', 'sbom'),
    name: decode/* isText */.KH,
    sha256: decode/* isSha256 */._h,
    size: decode/* isCount */.my
});
const chooseKind = ({ format }) => (format === 'binary' ? 'program' : 'archive');
const makePackageStep = (plan, archive, { built, extras, licences }) => ({
    kind: 'package',
    shape: 1,
    input: {
        formats: [formats/* ARCHIVE_FORMAT */.nV, formats/* SBOM_FORMAT */.ep, ...(archive.binaries.some(({ spdx }) => spdx) ? [formats/* SPDX_FORMAT */.gl] : [])],
        name: archive.name,
        version: plan.version,
        committedAt: plan.committedAt,
        binaries: archive.binaries.map((binary) => ({
            ...binary,
            sha256: built.find(({ path }) => path === binary.path)?.sha256
        })),
        extras: extras.map(({ name, bytes, executable }) => ({
            ...{ name, sha256: (0,base_digest/* hashBytes */.yi)(bytes) },
            ...(executable && { executable })
        })),
        licences: licences.map(({ name, bytes }) => ({ name, sha256: (0,base_digest/* hashBytes */.yi)(bytes) }))
    },
    fits: (value) => (0,decode/* listOf */.c3)(isPacked)(value) &&
        (0,json/* isSame */.Ft)(value.map(({ name }) => name).sort(), [...(0,plan_archives/* listArchiveNames */.f2)(archive)].sort()) &&
        value.every(({ kind, name }) => kind === (name === archive.name ? chooseKind(archive) : 'sbom')),
    leaves: (packed) => packed.map((file) => ({ ...file, path: file.name }))
});
const parseGoSum = (goSum) => new Map(Buffer.from(goSum ?? [])
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([path = '', version = '', sum]) => (sum === undefined ? [] : [[`${path} ${version}`, sum]])));
async function packageTarget({ plan, tools: { files, deflate, licences, folder, out } }, planned, { built, extras, licences: texts }) {
    const [{ archive }, { sbom }, { spdx }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(7044)]).then(__webpack_require__.bind(__webpack_require__, 87044)),
        Promise.all(/* import() */[__webpack_require__.e(7761), __webpack_require__.e(1239)]).then(__webpack_require__.bind(__webpack_require__, 81239)),
        __webpack_require__.e(/* import() */ 161).then(__webpack_require__.bind(__webpack_require__, 161))
    ]);
    const { name, format, binaries, target } = planned;
    const made = [];
    const write = async (kind, file, content) => {
        await files.write((0,external_node_path_.join)(out, file), content, kind === 'program' ? 0o755 : undefined);
        made.push({ kind, name: file, sha256: (0,base_digest/* hashBytes */.yi)(content), size: Buffer.byteLength(content) });
    };
    const vendored = plan.vendored ? parseGoSum(await files.read((0,external_node_path_.join)(folder, 'go.sum'))) : undefined;
    const entries = [...extras];
    for (const binary of binaries) {
        const known = built.find(({ path }) => path === binary.path);
        const bytes = await files.read((0,external_node_path_.join)(out, binary.path), limits/* LIMITS */.b1.program.most);
        if (!bytes || !known || (0,base_digest/* hashBytes */.yi)(bytes) !== known.sha256)
            throw new errors/* Failure */.H('verification', `${binary.path} changed after it was built`, {
                hint: 'Something else writes to the output folder.'
            });
        if (format === 'binary')
            await write('program', name, bytes);
        else
            entries.push({ name: binary.entry, bytes, executable: true });
        if (binary.sbom === undefined)
            continue;
        const { build: buildInfo } = (0,inspect_binary/* inspectBinary */.w)(bytes);
        if (!buildInfo)
            throw new Error(`${binary.path} lost its build info`);
        const licensed = buildInfo.deps.map(async (module) => [(0,parts/* formatReference */.FH)(module), await licences(module)]);
        const subject = {
            name: binary.name,
            version: plan.version,
            committedAt: plan.committedAt,
            target,
            sha256: known.sha256,
            buildInfo,
            licensed: (0,module_licences/* joinLicences */.$H)(texts),
            vendored,
            licences: new Map(await Promise.all(licensed))
        };
        await write('sbom', binary.sbom, sbom(subject));
        if (binary.spdx !== undefined)
            await write('sbom', binary.spdx, spdx(subject));
    }
    if (format !== 'binary')
        await write('archive', name, await archive(format, entries, new Date(plan.committedAt), deflate));
    return made;
}
const makeArtifact = (out, archive, { kind, name, sha256, size }) => ({
    kind,
    name,
    path: (0,external_node_path_.join)(out, name),
    sha256,
    size,
    target: archive.target
});

;// CONCATENATED MODULE: ./src/pipeline/shard-contents.ts









async function refuseOtherContents(tools, shard, part) {
    const ledger = (0,steps_ledger/* ledger */.Wg)(tools.files, shard.folder);
    const programs = new Map();
    const records = new Set();
    for (const build of part.builds) {
        records.add((0,steps_ledger/* formatRecordPath */.OC)(makeBuildStep(part, build)));
        programs.set(build, await readBuilt(ledger, shard, part, build));
    }
    for (const archive of part.archives) {
        const built = part.builds
            .filter(({ target }) => (0,go_target/* formatTarget */.P4)(target) === (0,go_target/* formatTarget */.P4)(archive.target))
            .flatMap((each) => programs.get(each) ?? []);
        const contents = { built, ...(await readExtras(tools, archive)) };
        const step = makePackageStep(part, archive, contents);
        records.add((0,steps_ledger/* formatRecordPath */.OC)(step));
        if (!(await ledger.lookUp(step)))
            throw makeOtherRecordFailure(shard, archive.name, 'no record says that it was packed of these programs and files');
        await refuseOtherPacked(tools, (0,external_node_path_.join)(shard.folder, archive.name), archive, listExpected(archive, contents));
    }
    const stranger = shard.paths.find((path) => path.startsWith('steps/') && !records.has(path));
    if (stranger !== undefined)
        throw makeStrangerFailure(shard.place, stranger);
}
const makeStrangerFailure = (place, path) => new errors/* Failure */.H('input', `${place} names ${(0,base_text/* quote */.hD)(path)}, which its part of the plan does not make`, {
    hint: 'Build that shard again.'
});
const makeOtherRecordFailure = ({ place }, what, why) => new errors/* Failure */.H('verification', `${place} hands over ${what}, and ${why}`, { hint: 'Build that shard again.' });
async function readBuilt(ledger, shard, part, build) {
    const built = await ledger.lookUp(makeBuildStep(part, build));
    if (built)
        return built;
    const what = `the programs for ${(0,go_target/* formatTarget */.P4)(build.target)}`;
    const lenient = { ...part, buildCache: { kind: 'shared', why: '' } };
    if (await ledger.lookUp(makeBuildStep(lenient, build)))
        throw new errors/* Failure */.H('input', `${shard.place} hands over ${what}, which were compiled into a shared build cache`, {
            code: 'shard-of-another-plan',
            hint: 'Build that shard in a CI job or with build-cache own; or say build-cache shared for this release, too.'
        });
    throw makeOtherRecordFailure(shard, what, 'no record says that they were built as planned');
}
const listExpected = (archive, { built, extras }) => new Map([
    ...extras.map(({ name, bytes }) => [name, (0,base_digest/* hashBytes */.yi)(bytes)]),
    ...archive.binaries.map(({ entry, path }) => [entry, built.find((each) => each.path === path)?.sha256 ?? ''])
]);
async function refuseOtherPacked({ unpack, files }, path, { format }, expected) {
    const seen = new Set();
    const refuse = (why) => {
        throw new errors/* Failure */.H('verification', `${path} of a shard ${why}`, { hint: 'Build that shard again.' });
    };
    if (format === 'binary') {
        if ((await files.digest(path))?.sha256 !== expected.get(''))
            refuse('is another program than was built');
        return;
    }
    for await (const { name, bytes } of unpack(path, limits/* LIMITS */.b1.program.most)) {
        const sha256 = expected.get(name);
        if (sha256 === undefined)
            refuse(`holds ${(0,base_text/* quote */.hD)(name)}, which the plan does not put there`);
        if (!bytes || (0,base_digest/* hashBytes */.yi)(bytes) !== sha256)
            refuse(`holds another ${(0,base_text/* quote */.hD)(name)} than was built or committed`);
        seen.add(name);
    }
    const lacking = [...expected.keys()].find((name) => !seen.has(name));
    if (lacking !== undefined)
        refuse(`does not hold ${(0,base_text/* quote */.hD)(lacking)}`);
}

;// CONCATENATED MODULE: ./src/pipeline/shards.ts








function digestPlan(plan) {
    const shipped = new Set(plan.archives.map(({ target }) => (0,go_target/* formatTarget */.P4)(target)));
    const builds = plan.builds.filter(({ target }) => shipped.has((0,go_target/* formatTarget */.P4)(target)));
    return (0,base_digest/* hashBytes */.yi)((0,json/* canonicalize */.dw)({
        ...{ module: plan.module, moduleDir: plan.moduleDir, name: plan.name, version: plan.version },
        ...{ commit: plan.commit, committedAt: plan.committedAt, dirty: plan.dirtyDigest, go: plan.go.version },
        tags: plan.stampedFrom,
        ...(plan.prepared && { prepared: plan.prepared.digest }),
        ...{ builds: builds, archives: plan.archives }
    }));
}
function selectShard(plan, { index, of }) {
    refuseMore(plan, of);
    const targets = (0,plan_archives/* listArchiveTargets */.xq)(plan.archives);
    const own = new Set(targets.filter((_, i) => i % of === index - 1).map(go_target/* formatTarget */.P4));
    const archives = plan.archives.filter(({ target }) => own.has((0,go_target/* formatTarget */.P4)(target)));
    const { extras: _, ...rest } = plan;
    return {
        ...rest,
        archives,
        builds: plan.builds.filter(({ target }) => own.has((0,go_target/* formatTarget */.P4)(target))),
        notes: [...plan.notes, `shard ${index} of ${of}: ${own.size} of ${targets.length} targets`]
    };
}
function refuseMore(plan, machines) {
    const targets = (0,plan_archives/* listArchiveTargets */.xq)(plan.archives).length;
    if (machines > targets)
        throw new errors/* Failure */.H('input', `${machines} machines would share ${targets} targets`, {
            hint: 'Take as many machines as there are targets, or fewer.'
        });
}
function formatJobMatrix(platform, plan, machines) {
    refuseMore(plan, machines);
    const shards = Array.from({ length: machines }, (_, i) => `${i + 1}/${machines}`);
    return JSON.stringify(platform === 'github' ? { shard: shards } : { parallel: { matrix: [{ SLIPWAY_SHARD: shards }] } });
}
const nameShard = ({ index, of }) => `shard-${index}-of-${of}.json`;
const listShardFiles = ({ builds, archives }) => [
    ...builds.flatMap(({ binaries }) => binaries.map(({ path }) => path)),
    ...archives.flatMap(plan_archives/* listArchiveNames */.f2)
];
async function writeShard(files, out, whole, shard, records) {
    const digests = await Promise.all([...new Set([...records, ...listShardFiles(selectShard(whole, shard))])].sort().map(async (path) => {
        const digest = await files.digest((0,external_node_path_.join)(out, path));
        return digest ? [{ path, sha256: digest.sha256, size: digest.size }] : [];
    }));
    const { index, of } = shard;
    const record = { schema: 1, plan: digestPlan(whole), shard: index, of, files: digests.flat() };
    const path = (0,external_node_path_.join)(out, nameShard(shard));
    await files.write(path, `${JSON.stringify(record, null, 2)}\n`);
    return path;
}
async function takeShards(tools, from, out, plan) {
    const { files } = tools;
    const names = (await files.list(from)).filter((name) => /(^|\/)shard-\d+-of-\d+\.json$/.test(name));
    const shards = await Promise.all(names.map(async (name) => ({
        place: (0,external_node_path_.join)(from, name),
        folder: (0,external_node_path_.dirname)((0,external_node_path_.join)(from, name)),
        record: parseShardRecord(await files.read((0,external_node_path_.join)(from, name)), name)
    })));
    refuseOtherPlans(shards, plan);
    refuseGaps(shards, from);
    for (const shard of shards)
        refuseStrangers(shard, plan);
    for (const { folder, record } of shards)
        for (const file of record.files) {
            const seen = await files.digest((0,external_node_path_.join)(folder, file.path));
            if (seen?.sha256 !== file.sha256)
                throw new errors/* Failure */.H('verification', `${(0,external_node_path_.join)(folder, file.path)} has sha256 ${seen?.sha256 ?? '(missing)'}, and its shard was built with ${file.sha256}`, { code: 'shard-changed', hint: 'Hand the folder of each shard on whole; build that shard again.' });
        }
    const here = new Set(shards.flatMap(({ record }) => record.files.map(({ path }) => path)));
    const lacking = plan.archives.filter(({ name }) => !here.has(name));
    if (lacking.length)
        throw new errors/* Failure */.H('input', `no shard holds ${lacking.map(({ name }) => name).join(', ')}`, {
            code: 'shard-missing',
            hint: 'Hand the output folder of every shard over; the matrix of `slipway plan --matrix` says how many there are.'
        });
    for (const { place, folder, record } of shards)
        await refuseOtherContents(tools, { place, folder, paths: record.files.map(({ path }) => path) }, selectShard(plan, { index: record.shard, of: record.of }));
    for (const { folder, record } of shards)
        for (const { path } of record.files)
            await files.copy((0,external_node_path_.join)(folder, path), (0,external_node_path_.join)(out, path));
    return shards.length;
}
function refuseOtherPlans(shards, plan) {
    const digest = digestPlan(plan);
    for (const { place, record } of shards)
        if (record.plan !== digest)
            throw new errors/* Failure */.H('input', `${place} was built by the plan ${record.plan}, and this one is ${digest}`, {
                code: 'shard-of-another-plan',
                hint: 'Every machine needs the same commit, tag, Go and inputs: compare `slipway plan --json` of both.'
            });
}
function refuseGaps(shards, from) {
    const of = shards[0]?.record.of ?? 0;
    for (const [i, { place, record }] of shards.entries()) {
        if (record.of !== of)
            throw new errors/* Failure */.H('input', `${place} is one of ${record.of} shards, and ${shards[0]?.place ?? ''} one of ${of}`, {
                code: 'shard-twice',
                hint: 'Hand on the shards of one fan-out only.'
            });
        const other = shards.slice(0, i).find(({ record: before }) => before.shard === record.shard);
        if (other)
            throw new errors/* Failure */.H('input', `shard ${record.shard} of ${of} is there twice: ${other.place} and ${place}`, {
                code: 'shard-twice',
                hint: 'Hand on each shard once.'
            });
    }
    const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !shards.some(({ record }) => record.shard === index));
    if (of === 0 || missing.length)
        throw new errors/* Failure */.H('input', of === 0 ? `there is no shard in ${from}` : `shard ${missing.join(', ')} of ${of} is missing in ${from}`, {
            code: 'shard-missing',
            hint: 'Hand on the output folder of every `slipway build --shard`.'
        });
}
function refuseStrangers({ place, record }, plan) {
    const planned = new Set(listShardFiles(selectShard(plan, { index: record.shard, of: record.of })));
    const paths = record.files.map(({ path }) => path);
    const others = paths.filter((path) => !planned.has(path) && !/^steps\/(build|package)-[0-9a-f]{32}\.json$/.test(path));
    const [stranger = paths.find((path, i) => paths.indexOf(path) !== i)] = others;
    if (stranger !== undefined)
        throw makeStrangerFailure(place, stranger);
}
const isShardRecord = (0,decode/* shaped */.e9)({
    schema: (value) => value === 1,
    ...{ plan: decode/* isSha256 */._h, shard: decode/* isCount */.my, of: decode/* isCount */.my },
    files: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ path: decode/* isText */.KH, sha256: decode/* isSha256 */._h, size: decode/* isCount */.my }))
});
function parseShardRecord(bytes, name) {
    const broken = (why) => new errors/* Failure */.H('input', `${name} is no record of a shard: ${why}`, { hint: 'Build that shard again.' });
    const record = (0,json/* parseJson */.qF)(Buffer.from(bytes ?? []).toString('utf8'));
    if (record === undefined)
        throw broken('it is not JSON');
    if ((0,json/* readAt */.m6)(record, 'schema') !== 1)
        throw broken('another Slipway wrote it');
    if (!isShardRecord(record))
        throw broken('it does not say what a shard says');
    if (record.shard < 1 || record.shard > record.of || record.of > 10_000)
        throw broken('its numbers make no sense');
    return record;
}

// EXTERNAL MODULE: ./src/base/paths.ts
var paths = __webpack_require__(75997);
// EXTERNAL MODULE: ./src/config/slipway-version.ts
var slipway_version = __webpack_require__(76618);
// EXTERNAL MODULE: ./src/model/cluster-providers.ts
var cluster_providers = __webpack_require__(37964);
// EXTERNAL MODULE: ./src/model/nouns.ts
var nouns = __webpack_require__(85184);
;// CONCATENATED MODULE: ./src/model/isolation.ts
const ISOLATIONS = ['bubblewrap', 'namespaces', 'user', 'none'];

// EXTERNAL MODULE: ./src/plan/plan.ts + 8 modules
var plan_plan = __webpack_require__(10800);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/verdict-record.ts









const REVISION = 7;
const describeTrialInput = (plan, trial) => ({
    suites: REVISION,
    slipway: slipway_version/* SLIPWAY */.k,
    cluster: plan.cluster?.provider,
    release: trial.kubernetes === undefined ? undefined : plan.cluster?.releases[trial.kubernetes],
    trial: trial,
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module,
    programs: (0,plan_plan/* runsPrograms */.KV)(trial)
        ? plan.builds
            .filter(({ target }) => (0,go_target/* formatTarget */.P4)(target) === (0,go_target/* formatTarget */.P4)(plan.host))
            .map((build) => describeBuildInput(plan, build))
        : [],
    isolation: (0,plan_plan/* runsPrograms */.KV)(trial) ? plan.isolation?.by : undefined,
    baseline: (0,plan_plan/* runsPrograms */.KV)(trial) && !('skip' in plan.baseline)
        ? { from: plan.baseline.from, signer: plan.baseline.signer }
        : undefined
});
const isTrial = (0,decode/* shaped */.e9)({
    suite: decode/* isText */.KH,
    kubernetes: (0,decode/* maybe */.no)(decode/* isText */.KH),
    subject: (0,decode/* maybe */.no)(decode/* isText */.KH),
    drill: (0,decode/* maybe */.no)((value) => value === true),
    with: (0,decode/* mapOf */.A7)(decode/* isAnything */.r2)
});
const isOutcome = (0,decode/* isOneOf */.EK)('passed', 'failed');
const isLoss = (0,decode/* shaped */.e9)({
    ...{ kind: decode/* isText */.KH, written: decode/* isText */.KH, stored: decode/* isText */.KH, read: decode/* isText */.KH },
    ...{ fields: (0,decode/* listOf */.c3)(decode/* isText */.KH), because: (0,decode/* maybe */.no)(decode/* isText */.KH) }
});
const isCheck = (0,decode/* shaped */.e9)({
    ...{ claim: decode/* isText */.KH, outcome: isOutcome, seen: decode/* isText */.KH, repeat: (0,decode/* maybe */.no)(decode/* isText */.KH), loss: (0,decode/* maybe */.no)(isLoss) },
    ...{ at: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({ file: decode/* isText */.KH, line: decode/* isCount */.my })), accepted: (0,decode/* maybe */.no)(decode/* isText */.KH) }
});
const isCompared = (0,decode/* shaped */.e9)({ name: decode/* isText */.KH, origin: decode/* isText */.KH });
const isMoment = (0,decode/* shaped */.e9)({ at: decode/* isNumber */.Et, ms: decode/* isNumber */.Et, step: decode/* isText */.KH, what: decode/* isText */.KH, outcome: isOutcome });
const isVerdict = (0,decode/* shaped */.e9)({
    trial: isTrial,
    outcome: isOutcome,
    cluster: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({ provider: decode/* isText */.KH, server: decode/* isText */.KH, simulated: decode/* isFlag */.RV })),
    checks: (0,decode/* listOf */.c3)(isCheck),
    compared: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({ baseline: (0,decode/* either */.gP)(decode/* isNull */.kZ, isCompared), candidate: isCompared })),
    isolation: (0,decode/* maybe */.no)((0,decode/* isOneOf */.EK)(...ISOLATIONS)),
    moments: (0,decode/* maybe */.no)((0,decode/* listOf */.c3)(isMoment)),
    ms: decode/* isNumber */.Et
});
const makeTrialStep = (plan, trial) => ({
    kind: `trial-${trial.suite}`,
    shape: 1,
    input: describeTrialInput(plan, trial),
    fits: (value) => isVerdict(value) &&
        value.outcome === 'passed' &&
        value.checks.every(({ outcome }) => outcome === 'passed') &&
        (0,json/* isSame */.Ft)(value.trial, trial)
});
const isOwnCluster = ({ cluster }) => cluster === undefined || (0,cluster_providers/* findClusterProvider */.L)(cluster.provider).ours;
const lookUpVerdict = async (ledger, plan, trial) => isOwnCluster(plan) ? await ledger.lookUp(makeTrialStep(plan, trial)) : undefined;
async function proveOnce(ledger, plan, trial, attempt) {
    const before = await lookUpVerdict(ledger, plan, trial);
    if (before)
        return { verdict: before, reused: true };
    const verdict = await attempt();
    if (verdict.outcome === 'passed' && isOwnCluster(plan))
        await ledger.record(makeTrialStep(plan, trial), { value: verdict });
    return { verdict, reused: false };
}

;// CONCATENATED MODULE: ./src/pipeline/stages/prove/reported.ts










const VERDICTS = 'verdicts.json';
const JOB = /^[\w .:/-]{0,100}$/;
const RUN = /^(https?:\/\/|urn:uuid:)[\w.:/-]{1,500}$/;
const describeJob = ({ platform }) => ((0,json/* readTextAt */.Tw)(platform, 'GITHUB_JOB') || (0,json/* readTextAt */.Tw)(platform, 'CI_JOB_NAME')).replace(/[^\w .:/-]/g, '_').slice(0, 100);
function namePipeline({ platform }) {
    switch ((0,json/* readTextAt */.Tw)(platform, 'name')) {
        case 'github':
            return `github ${(0,json/* readTextAt */.Tw)(platform, 'GITHUB_REPOSITORY')} ${(0,json/* readTextAt */.Tw)(platform, 'GITHUB_RUN_ID')}`;
        case 'gitlab':
            return `gitlab ${(0,json/* readTextAt */.Tw)(platform, 'CI_PROJECT_PATH')} ${(0,json/* readTextAt */.Tw)(platform, 'CI_PIPELINE_ID')}`;
        default:
            return '';
    }
}
const listMade = ({ builds, archives }) => [
    ...new Set([
        ...builds.flatMap(({ binaries }) => binaries.map(({ path }) => path)),
        ...archives.flatMap(plan_archives/* listArchiveNames */.f2)
    ])
].sort();
const describeBaseline = ({ baseline }) => 'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit };
async function writeVerdicts(files, out, plan, verdicts, invocation) {
    const made = listMade(plan).map(async (path) => {
        const digest = await files.digest((0,external_node_path_.join)(out, path));
        if (digest)
            return { path, sha256: digest.sha256, size: digest.size };
        throw new errors/* Failure */.H('environment', `${(0,external_node_path_.join)(out, path)} is gone, and the verdicts are about it`, {
            hint: 'Something removed it while this job ran: run it again.'
        });
    });
    const record = {
        schema: 1,
        slipway: slipway_version/* SLIPWAY */.k,
        by: { run: invocation.id, job: describeJob(invocation) },
        pipeline: namePipeline(invocation),
        ...{ commit: plan.commit, version: plan.version, plan: digestPlan(plan), baseline: describeBaseline(plan) },
        files: await Promise.all(made),
        verdicts
    };
    const path = (0,external_node_path_.join)(out, VERDICTS);
    await files.write(path, `${JSON.stringify(record, null, 2)}\n`);
    return path;
}
async function readVerdicts(files, folder, plan, invocation) {
    const path = (0,external_node_path_.join)(folder, VERDICTS);
    const bytes = await files.read(path);
    if (bytes === undefined)
        throw new errors/* Failure */.H('input', `there is no ${path}`, {
            code: 'verdicts-missing',
            hint: 'Hand over the output folder of the job that ran `slipway gate`; a job that failed leaves none.'
        });
    const record = parseRecord(bytes, path);
    refuseOtherOrigin(record, path, plan, invocation);
    refuseOtherTrials(record, path, plan);
    return { by: record.by, files: record.files, verdicts: record.verdicts };
}
function refuseOtherOrigin(record, path, plan, invocation) {
    const pipeline = namePipeline(invocation);
    const pairs = [
        ['the run', record.pipeline || 'none of a platform', pipeline || 'none of a platform'],
        ['commit', record.commit, plan.commit],
        ['version', record.version, plan.version],
        ['the plan', record.plan, digestPlan(plan)],
        ['Slipway', record.slipway, slipway_version/* SLIPWAY */.k],
        ['the baseline', formatBaseline(record.baseline), formatBaseline(describeBaseline(plan))]
    ];
    const other = pairs.find(([, theirs, ours]) => theirs !== ours);
    if (other === undefined)
        return;
    const [what, theirs, ours] = other;
    throw new errors/* Failure */.H('input', `${path} is about ${what} ${(0,base_text/* quote */.hD)(theirs)}, and this job is about ${(0,base_text/* quote */.hD)(ours)}`, {
        code: 'verdicts-of-another-plan',
        hint: 'Both jobs need the same run, commit, tag, Slipway and inputs: compare `slipway plan --json` of both.'
    });
}
const formatBaseline = (baseline) => baseline ? `${baseline.tag} ${baseline.commit}` : 'none';
function refuseOtherTrials({ verdicts }, path, plan) {
    const trials = 'skip' in plan.trials ? [] : plan.trials.work.filter(({ drill }) => !drill);
    const isOf = (verdict, trial) => (0,json/* isSame */.Ft)(verdict.trial, trial);
    for (const verdict of verdicts) {
        const trial = trials.find((trial) => isOf(verdict, trial));
        const twice = verdicts.filter((other) => trial && isOf(other, trial)).length > 1;
        if (trial === undefined || twice)
            throw new errors/* Failure */.H('input', `${path} has ${twice ? 'two verdicts' : 'a verdict'} of ${describeTrial(verdict.trial)}${twice ? '' : ', which this job does not plan'}`, { code: 'verdicts-of-another-plan', hint: 'Give both jobs the same inputs, and the same kind of runner.' });
        const onOther = verdict.cluster !== undefined && verdict.cluster.provider !== plan.cluster?.provider;
        if (onOther || verdict.checks.length === 0 || !makeTrialStep(plan, trial).fits(verdict))
            throw new errors/* Failure */.H('verification', `${path}: ${describeTrial(trial)} did not pass as it was planned`, {
                code: 'proof-failed',
                hint: 'Look into the report of the job that proved.'
            });
    }
    const lacking = trials.find((trial) => !verdicts.some((verdict) => isOf(verdict, trial)));
    if (lacking)
        throw new errors/* Failure */.H('input', `${path} has no verdict of ${describeTrial(lacking)}`, {
            code: 'verdicts-missing',
            hint: 'Give both jobs the same inputs, and the same kind of runner.'
        });
}
const describeTrial = ({ suite, subject, kubernetes }) => [suite, subject && `of ${(0,base_text/* quote */.hD)(subject)}`, kubernetes && `on Kubernetes ${(0,base_text/* quote */.hD)(kubernetes)}`]
    .filter(Boolean)
    .join(' ');
async function acceptReported(files, out, { plan, reported }, made) {
    const named = new Map(reported.files.map(({ path, sha256 }) => [path, sha256]));
    const seen = new Map(made.map(({ name, sha256 }) => [name, sha256]));
    for (const path of listMade(plan)) {
        const sha256 = seen.get(path) ?? (await files.digest((0,external_node_path_.join)(out, path)))?.sha256;
        if (sha256 === undefined || named.get(path) !== sha256)
            throw new errors/* Failure */.H('verification', `${path} has sha256 ${sha256 ?? '(missing)'} here, and ${(0,model_reported/* describeReporter */.h)(reported.by)} proved ${named.get(path) ?? 'none of that name'}`, {
                code: 'verdicts-of-other-bytes',
                hint: 'The verdicts are about other programs: run both jobs again, and find out who changed them when it happens again.'
            });
    }
    return { verdicts: reported.verdicts, broken: [], clusters: [] };
}
const isRecord = (0,decode/* shaped */.e9)({
    schema: (value) => value === 1,
    ...{ slipway: decode/* isText */.KH, pipeline: decode/* isText */.KH, commit: decode/* isText */.KH, version: decode/* isText */.KH, plan: decode/* isSha256 */._h },
    by: (0,decode/* shaped */.e9)({
        run: (value) => (0,decode/* isText */.KH)(value) && RUN.test(value),
        job: (value) => (0,decode/* isText */.KH)(value) && JOB.test(value)
    }),
    baseline: (0,decode/* either */.gP)(decode/* isNull */.kZ, (0,decode/* shaped */.e9)({ tag: decode/* isText */.KH, commit: decode/* isText */.KH })),
    files: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ path: decode/* isText */.KH, sha256: decode/* isSha256 */._h, size: decode/* isCount */.my })),
    verdicts: (0,decode/* listOf */.c3)(isVerdict)
});
function parseRecord(bytes, path) {
    const record = (0,json/* parseJson */.qF)(Buffer.from(bytes).toString('utf8'));
    const why = record === undefined
        ? 'it is not JSON'
        : (0,json/* readAt */.m6)(record, 'schema') !== 1
            ? 'another Slipway wrote it'
            : 'it does not say what a gate says';
    if (record !== undefined && isRecord(record))
        return record;
    throw new errors/* Failure */.H('input', `${path} is no record of verdicts: ${why}`, {
        code: 'verdicts-missing',
        hint: 'Hand over the output folder of the job that ran `slipway gate`, with the same Slipway.'
    });
}

// EXTERNAL MODULE: ./src/facts/git.ts
var git = __webpack_require__(17587);
;// CONCATENATED MODULE: ./src/facts/output-folder.ts




async function refuseHeldFolder({ run, env, files }, folder, out) {
    const [module, place] = [await resolveReal(files, folder), await resolveReal(files, out)];
    if (!leadsOut((0,external_node_path_.relative)(place, module)))
        throw makeHeldFailure(out, `holds the module in ${folder}`);
    if (place.split(/[\\/]/).some((part) => part.toLowerCase() === '.git'))
        throw makeHeldFailure(out, 'lies in the folder of git');
    const top = await run(['git', '-C', folder, 'rev-parse', '--show-toplevel'], { env }).then(({ stdout }) => stdout.replace(/\n$/, ''), () => undefined);
    if (top === undefined || leadsOut((0,external_node_path_.relative)(top, place)))
        return;
    const tracked = await (0,git/* listTracked */.z7)({ run, env }, top);
    const own = (0,external_node_path_.relative)(top, place).replaceAll('\\', '/').toLowerCase();
    const names = tracked
        .map(({ path }) => path)
        .filter((path) => {
        const other = path.toLowerCase();
        return other === own || other.startsWith(`${own}/`) || own.startsWith(`${other}/`);
    });
    if (names.length)
        throw makeHeldFailure(out, `holds files of the commit: ${names.slice(0, 3).map(formatFolderName).join(', ')}${names.length > 3 ? ', …' : ''}`);
}
const formatFolderName = (name) => (0,base_text/* quote */.hD)(name).slice(1, -1);
const leadsOut = (way) => way === '..' || /^\.\.[\\/]/.test(way) || (0,external_node_path_.isAbsolute)(way);
async function resolveReal(files, path) {
    const real = await files.real(path);
    if (real !== undefined)
        return real;
    const parent = (0,external_node_path_.dirname)(path);
    return parent === path ? path : (0,external_node_path_.join)(await resolveReal(files, parent), (0,external_node_path_.relative)(parent, path));
}
const makeHeldFailure = (out, why) => new errors/* Failure */.H('input', `the output folder ${out} ${why}`, {
    code: 'held-output',
    hint: 'Slipway writes and removes files there: choose a folder of its own with --out, which git does not hold.'
});

// EXTERNAL MODULE: ./src/commands/prepare-plan.ts + 14 modules
var prepare_plan = __webpack_require__(56073);
// EXTERNAL MODULE: ./src/commands/preflight.ts
var preflight = __webpack_require__(75821);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./src/facts/git-log.ts
async function listChangesSince({ run, env }, folder, since) {
    const git = async (...args) => (await run(['git', '-C', folder, ...args], { env })).stdout;
    try {
        await git('merge-base', `refs/tags/${since}`, 'HEAD');
        const range = `refs/tags/${since}..HEAD`;
        return parseLog(await git('log', '--no-merges', '--no-show-signature', '-z', '--format=%H%n%aN%n%B', range, '--', '.'));
    }
    catch {
        return undefined;
    }
}
const parseLog = (text) => text
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
    const [commit = '', author = ''] = entry.split('\n', 2);
    return { commit, author, message: entry.slice(commit.length + author.length + 2) };
});

// EXTERNAL MODULE: ./src/model/verification-commands.ts
var verification_commands = __webpack_require__(51969);
;// CONCATENATED MODULE: ./src/go/modules.ts

async function verifyModules(run, go, folder, env, signal) {
    try {
        await run([go, 'mod', 'verify'], { cwd: folder, env, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', 'the module cache differs from go.sum (go mod verify)', {
            hint: 'Somebody changed it: go clean -modcache, and try again.',
            cause: error.cause
        });
    }
}

// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
// EXTERNAL MODULE: ./src/base/parallel.ts
var parallel = __webpack_require__(34358);
;// CONCATENATED MODULE: ./src/pipeline/run.ts

const runInBranches = (run, body) => (0,parallel/* runTogether */.a)(run.signal, (start) => body((work) => start((signal) => work({ ...run, signal }))));

// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/package/checksums.ts
var package_checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/pipeline/stages/checksum.ts




async function writeChecksums({ tools }, artifacts) {
    const { files, out } = tools;
    return await (0,stage/* stage */.d)('checksum', tools).watch(release_chains/* CHECKSUMS */.vM, async () => {
        const path = (0,external_node_path_.join)(out, release_chains/* CHECKSUMS */.vM);
        const text = (0,package_checksums/* formatChecksums */.ss)(artifacts);
        const before = await files.read(path);
        const reused = before !== undefined && Buffer.from(before).toString('utf8') === text;
        if (!reused)
            await files.write(path, text);
        const digest = await files.digest(path);
        if (!digest)
            throw new Error(`${path} vanished`);
        const checksums = { kind: 'checksums', name: release_chains/* CHECKSUMS */.vM, path, ...digest };
        return { value: checksums, reused, note: `${artifacts.length} files` };
    });
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/all-passed.ts



async function requireAllPassed({ verdicts, broken, left = [] }, moduleDir, report) {
    const failed = verdicts.filter(({ outcome }) => outcome === 'failed');
    const [first] = broken;
    const why = first?.failure ?? left[0]?.failure;
    if (failed.length === 0 && !why)
        return;
    await report();
    const unproved = [
        ...broken.map(({ trial, failure }) => `${(0,trial_title/* formatTrialTitle */.y)(trial)}${trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`}: no verdict: ${failure.message}`),
        ...left.map(({ kubernetes, failure }) => `Kubernetes ${kubernetes}: something of ours is left: ${failure.message}`)
    ];
    if (failed.length === 0 && why) {
        throw new errors/* Failure */.H(why, unproved.join('\n'), { cause: why.cause });
    }
    throw new errors/* Failure */.H('verification', `${failed.length} of ${verdicts.length + broken.length} trials failed`, {
        code: 'proof-failed',
        findings: listFailedClaims(failed, moduleDir),
        hint: failed
            .flatMap(({ trial, cluster, checks }) => checks
            .filter(({ outcome }) => outcome === 'failed')
            .map(({ claim, seen, repeat }) => `${(0,trial_title/* formatTrialTitle */.y)(trial)}${cluster ? ` on ${cluster.server}` : ''}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`))
            .concat(unproved)
            .join('\n')
    });
}
function listFailedClaims(failed, moduleDir) {
    const found = failed.flatMap(({ trial, checks }) => checks.flatMap(({ claim, outcome, seen, at }) => outcome === 'passed' || at === undefined
        ? []
        : [
            {
                ...{ rule: trial.suite, severity: 'error', line: at.line },
                file: (0,posix_.join)(moduleDir, at.file),
                message: `not true: ${claim}; seen: ${seen}`
            }
        ]));
    return found.filter(({ file, line }, i) => found.findIndex((each) => each.file === file && each.line === line) === i);
}

// EXTERNAL MODULE: ./src/model/accepted-break.ts
var accepted_break = __webpack_require__(88322);
// EXTERNAL MODULE: ./src/base/once.ts
var once = __webpack_require__(47480);
// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __webpack_require__(7196);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/trial.ts


const bringsCrds = (trial) => (0,suites/* findSuite */.gQ)(trial.suite).needs(trial).includes('crds');
async function runTrial(cluster, trial, tools, signal) {
    let both;
    let isolation;
    const given = {
        ...tools,
        sandboxes: {
            ...tools.sandboxes,
            async open(given) {
                isolation = (await tools.sandboxes.isolation()).by;
                return await tools.sandboxes.open(given);
            }
        },
        cluster() {
            if (cluster)
                return cluster;
            throw new Error('a trial that needs a cluster was given none');
        },
        versions: async () => (both = await tools.versions())
    };
    const verdict = (0,accepted_break/* acceptBreaks */.vR)(await (0,suites/* findSuite */.gQ)(trial.suite).run(trial, given, signal));
    const told = ({ name, origin }) => ({ name, origin });
    return both
        ? {
            ...verdict,
            ...(isolation && { isolation }),
            compared: { baseline: both.baseline ? told(both.baseline) : null, candidate: told(both.candidate) }
        }
        : verdict;
}

;// CONCATENATED MODULE: ./src/pipeline/stages/prove/prove.ts
var prove_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prove_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











const LOGS_MS = 120_000;
const NO_PROOF = { verdicts: [], broken: [], clusters: [] };
function offerVersions({ plan, tools }, builds, start) {
    const candidate = async () => {
        const own = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat();
        return tools.candidate(Object.fromEntries(own.map(({ name, path }) => [name, path])));
    };
    const baseline = async () => {
        if ('skip' in plan.baseline)
            return undefined;
        const { tag } = plan.baseline;
        return await start(({ signal }) => (0,stage/* stage */.d)('baseline', tools).watch(tag, async () => {
            const { version, reused } = await tools.baseline(signal);
            return { value: version, reused, note: version.origin };
        }));
    };
    return (0,once/* callOnce */.q)(async () => {
        const [one, other] = await Promise.all([candidate(), baseline()]);
        return { candidate: one, baseline: other };
    });
}
async function proveAll(run, versions) {
    const { plan, tools } = run;
    const trials = (0,stage/* stage */.d)('prove', tools).all(plan.trials);
    const all = { ...run, tools: { ...tools, suites: { ...tools.suites, versions } } };
    const proofs = await runInBranches(all, (start) => Promise.all([...new Set(trials.map(({ kubernetes }) => kubernetes))].map((kubernetes) => {
        const own = trials.filter((trial) => trial.kubernetes === kubernetes);
        return start((run) => kubernetes === undefined ? tryAll(run, undefined, own) : tools.proving(() => proveOn(run, kubernetes, own)));
    })));
    const proof = joinProofs(proofs);
    const [first] = proof.broken;
    if (first && proof.verdicts.length === 0)
        throw first.failure;
    for (const { trial, cluster } of (proof.drills ?? []).filter(({ outcome }) => outcome === 'failed'))
        tools.warn(`the ${(0,trial_title/* formatTrialTitle */.y)(trial)} on Kubernetes ${cluster?.server ?? ''} did not go as it should: that says something of this cluster, and nothing of the release; the report has it`);
    return proof;
}
async function proveOn(run, kubernetes, trials) {
    const { plan, tools, signal } = run;
    const { ledger, clusters } = tools;
    signal.throwIfAborted();
    const known = await Promise.all(trials.map((trial) => lookUpVerdict(ledger, plan, trial)));
    if (known.every((verdict) => verdict !== undefined)) {
        await clusters.sweep?.(signal);
        return await tryAll(run, undefined, trials);
    }
    const left = [];
    let proof;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const began = performance.now();
            const cluster = prove_addDisposableResource(env_1, await (0,stage/* stage */.d)('cluster', tools).watch(`Kubernetes ${kubernetes}`, async () => {
                const made = await clusters.create(kubernetes, signal);
                const value = endQuietly(made, (error) => {
                    const failure = describeRemains(kubernetes, error);
                    tools.warn(failure.message);
                    left.push({ kubernetes, failure });
                });
                return { value, note: `${made.provider}, ${made.server}` };
            }), true);
            const ms = Math.round(performance.now() - began);
            const { provider, server } = cluster;
            if (trials.some((trial, i) => (0,plan_plan/* runsPrograms */.KV)(trial) && known[i] === undefined))
                tools.suites.versions().catch(() => undefined);
            const found = await tryAll(run, cluster, trials);
            const holds = found.broken.length === 0 &&
                [...found.verdicts, ...(found.drills ?? [])].every(({ outcome }) => outcome === 'passed');
            const logs = holds ? null : await saveClusterLogs(run, cluster, kubernetes);
            proof = { ...found, clusters: [{ kubernetes, provider, server, ms, logs }] };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = prove_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const failure = demandFailure(error, signal);
        proof = { ...NO_PROOF, broken: trials.map((trial) => ({ trial, failure })) };
    }
    return left.length ? { ...proof, left } : proof;
}
const endQuietly = (cluster, failed) => ({
    ...cluster,
    async [Symbol.asyncDispose]() {
        try {
            await cluster[Symbol.asyncDispose]();
        }
        catch (error) {
            failed(error);
        }
    }
});
const describeRemains = (kubernetes, error) => error instanceof errors/* Failure */.H
    ? error
    : new errors/* Failure */.H('environment', `the cluster of Kubernetes ${kubernetes} does not go away: ${String(error)}`, {
        hint: 'The next run tries it again.',
        cause: error
    });
async function saveClusterLogs({ tools: { files, out, warn }, signal }, cluster, kubernetes) {
    if (!cluster.saveLogs)
        return null;
    const logs = `logs/kubernetes-${kubernetes}`;
    const limit = AbortSignal.timeout(LOGS_MS);
    try {
        await files.remove((0,external_node_path_.join)(out, logs));
        await cluster.saveLogs((0,external_node_path_.join)(out, logs), AbortSignal.any([signal, limit]));
        return logs;
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) && !limit.aborted)
            throw error;
        const why = limit.aborted ? `not within ${LOGS_MS / 1000} s` : error.message;
        warn(`the logs of the cluster of Kubernetes ${kubernetes} could not be saved: ${why}`);
        return null;
    }
}
const tryAll = async (run, cluster, trials) => joinProofs(await runInBranches(run, (start) => {
    let turn = Promise.resolve();
    return Promise.all([...trials]
        .sort((a, b) => Number((0,plan_plan/* runsPrograms */.KV)(a)) - Number((0,plan_plan/* runsPrograms */.KV)(b)))
        .map((trial) => {
        const before = turn;
        const proof = start(async (run) => {
            if (bringsCrds(trial))
                await before;
            return await tryOne(run, cluster, trial);
        });
        if (bringsCrds(trial))
            turn = proof;
        return proof;
    }));
}));
async function tryOne(run, cluster, trial) {
    const { signal } = run;
    try {
        const verdict = await proveTrial(run, cluster, trial);
        signal.throwIfAborted();
        return trial.drill ? { ...NO_PROOF, drills: [verdict] } : { ...NO_PROOF, verdicts: [verdict] };
    }
    catch (error) {
        return { ...NO_PROOF, broken: [{ trial, failure: demandFailure(error, signal) }] };
    }
}
function proveTrial({ plan, tools, signal }, cluster, trial) {
    const where = trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`;
    return (0,stage/* stage */.d)('prove', tools).watch(`${(0,trial_title/* formatTrialTitle */.y)(trial)}${where}`, async () => {
        const { verdict, reused } = await proveOnce(tools.ledger, plan, trial, () => runTrial(cluster, trial, tools.suites, signal));
        return { value: verdict, reused, note: describeVerdict(verdict) };
    });
}
function describeVerdict(verdict) {
    const { trial, checks, cluster } = verdict;
    const failed = checks.filter(({ outcome }) => outcome === 'failed').length;
    const accepted = (0,accepted_break/* listAccepted */.Oc)(verdict).length;
    const held = accepted === 0 ? 'all hold' : `${accepted} accepted breaks, the others hold`;
    const where = trial.drill ? '; nothing of this project ran' : cluster?.simulated ? '; pods simulated' : '';
    return `${checks.length} checks, ${failed === 0 ? held : `${failed} FAILED`}${where}`;
}
function demandFailure(error, signal) {
    signal.throwIfAborted();
    if (error instanceof errors/* Failure */.H)
        return error;
    throw error;
}
const joinProofs = (proofs) => ({
    verdicts: proofs.flatMap(({ verdicts }) => verdicts),
    broken: proofs.flatMap(({ broken }) => broken),
    clusters: proofs.flatMap(({ clusters }) => clusters),
    ...(proofs.some(({ drills = [] }) => drills.length) && { drills: proofs.flatMap(({ drills = [] }) => drills) }),
    ...(proofs.some(({ left = [] }) => left.length) && { left: proofs.flatMap(({ left = [] }) => left) })
});

// EXTERNAL MODULE: ./src/publish/attest-on-platform.ts
var attest_on_platform = __webpack_require__(37784);
// EXTERNAL MODULE: ./src/publish/publish-draft.ts
var publish_draft = __webpack_require__(27126);
// EXTERNAL MODULE: ./src/evidence/compatibility.ts
var compatibility = __webpack_require__(78533);
// EXTERNAL MODULE: ./src/model/release-words.ts
var release_words = __webpack_require__(61456);
// EXTERNAL MODULE: ./src/report/proved-text.ts
var proved_text = __webpack_require__(75312);
;// CONCATENATED MODULE: ./src/report/manifest.ts

const makeReleaseManifest = (plan, artifacts, verdicts, signature) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    tag: plan.tag ?? null,
    module: plan.module,
    commit: plan.commit,
    committedAt: plan.committedAt,
    go: plan.go.version,
    signature: signature ?? null,
    verdicts: verdicts.map(({ trial, outcome }) => ({
        suite: trial.suite,
        kubernetes: trial.kubernetes ?? null,
        outcome
    })),
    artifacts: artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ? (0,go_target/* formatTarget */.P4)(target) : null,
        size,
        sha256
    }))
});

// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var evidence_bundle = __webpack_require__(49769);
;// CONCATENATED MODULE: ./src/pipeline/stages/sign/bundles.ts
var bundles_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var bundles_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







const isRecorded = (0,decode/* shaped */.e9)({
    identity: nouns/* isIdentity */.L,
    bundle: (0,decode/* shaped */.e9)({ sha256: decode/* isSha256 */._h, size: decode/* isCount */.my })
});
const makeSignStep = (checksums, { mode, key }, fingerprint) => ({
    kind: 'sign',
    shape: 1,
    input: { checksums: checksums.sha256, mode, key, fingerprint },
    fits: (value) => isRecorded(value) && 'publicKey' in value.identity === (mode === 'key'),
    leaves: ({ bundle }) => [{ path: release_chains/* BUNDLE */.dI, ...bundle }]
});
async function signChecksums({ tools, signal }, checksums, signing, earlier) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, ledger, out, fingerprint } = tools;
        const step = makeSignStep(checksums, signing, fingerprint);
        const signed = ({ identity, bundle }) => ({
            bundle: { kind: 'bundle', name: release_chains/* BUNDLE */.dI, path: (0,external_node_path_.join)(out, release_chains/* BUNDLE */.dI), ...bundle },
            identity
        });
        const before = await ledger.lookUp(step);
        if (before)
            return { signed: signed(before), from: 'record' };
        const signer = await tools.signer();
        const scratch = bundles_addDisposableResource(env_1, await files.scratch('sign'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, release_chains/* BUNDLE */.dI);
        const held = await holdFile(files, checksums, scratch.path);
        if (earlier) {
            await files.write(bundle, earlier);
            await signer.verify(held, bundle, signal);
        }
        else
            await signer.sign(held, bundle, signal);
        refuseOtherDigest((0,evidence_bundle/* readSignedDigest */.Bs)((await files.read(bundle)) ?? new Uint8Array(), release_chains/* BUNDLE */.dI), checksums);
        const identity = await signer.identity(signal);
        if ('publicKey' in identity && fingerprint)
            await ledger.record(makeKeyStep(signing, fingerprint), { value: identity.publicKey });
        const digest = await files.digest(bundle);
        if (!digest)
            throw new Error(`${bundle} vanished`);
        await files.move(bundle, (0,external_node_path_.join)(out, release_chains/* BUNDLE */.dI));
        const made = { identity, bundle: digest };
        await ledger.record(step, { value: made });
        return { signed: signed(made), from: earlier ? 'earlier' : 'signer' };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = bundles_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function holdFile(files, { name, path, sha256: computed }, folder) {
    const bytes = (await files.read(path)) ?? new Uint8Array();
    if ((0,base_digest/* hashBytes */.yi)(bytes) !== computed)
        throw makeChangedFailure(name, `it is sha256 ${(0,base_digest/* hashBytes */.yi)(bytes)} now, not ${computed}`);
    const held = (0,external_node_path_.join)(folder, name);
    await files.write(held, bytes);
    return held;
}
function refuseOtherDigest(signed, { name, sha256 }) {
    if (signed !== sha256)
        throw makeChangedFailure(name, `the signature is over sha256 ${signed}, not ${sha256}`);
}
const makeChangedFailure = (name, how) => new errors/* Failure */.H('verification', `${name} was changed between its making and its signature: ${how}`, {
    hint: 'Something on this machine writes to files of this run. Find it before you sign again; nothing was published.'
});
const makeKeyStep = ({ key }, fingerprint) => ({
    kind: 'public-key',
    shape: 1,
    input: { key, fingerprint },
    fits: (value) => (0,decode/* isText */.KH)(value) && value.startsWith('-----BEGIN PUBLIC KEY-----')
});
const lookUpPublicKey = async (ledger, signing, fingerprint) => signing && fingerprint ? await ledger.lookUp(makeKeyStep(signing, fingerprint)) : undefined;
async function rehearseSignature({ tools, signal }, checksums) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const signer = await tools.signer();
        const scratch = bundles_addDisposableResource(env_2, await tools.files.scratch('rehearsal'), true);
        await signer.sign(checksums.path, (0,external_node_path_.join)(scratch.path, release_chains/* BUNDLE */.dI), signal);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = bundles_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./src/evidence/compiled-by.ts
var compiled_by = __webpack_require__(61590);
// EXTERNAL MODULE: ./src/evidence/provenance.ts
var provenance = __webpack_require__(55342);
// EXTERNAL MODULE: ./src/evidence/statement.ts
var statement = __webpack_require__(63240);
;// CONCATENATED MODULE: ./src/pipeline/stages/sign/statements.ts
var statements_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var statements_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













function attestCompatibility(attesting, verdicts) {
    const { run, files } = attesting;
    const reporter = run.plan.reported?.by;
    const statement = (0,compatibility/* makeCompatibility */.zP)(files, verdicts, findRunUrl(run.tools.thisRun.invocation), reporter);
    const matrix = ({ subject, ...rest }) => [
        subject,
        (0,compatibility/* readProvedMatrix */._P)({ subject, ...rest }).map(({ suite, subject: about, server, reportedBy }) => [suite, about, server, ...(reportedBy === undefined ? [] : [reportedBy])].join(' '))
    ];
    return attestOnce(attesting, {
        name: release_chains/* COMPATIBILITY */.FZ,
        predicateType: statement.predicateType,
        input: matrix(statement),
        make: () => Promise.resolve(statement),
        fits: (found) => (0,json/* canonicalize */.dw)(matrix(found)) === (0,json/* canonicalize */.dw)(matrix(statement))
    });
}
const findRunUrl = ({ id }) => (/^https?:/.test(id) ? id : undefined);
function attestProvenance(attesting, byproducts) {
    const { run, files } = attesting;
    const { plan, tools } = run;
    const named = (all) => all.map(({ name, sha256 }) => `${sha256} ${name}`).sort();
    const input = { subjects: named(files), byproducts: named(byproducts), commit: plan.commit };
    return attestOnce(attesting, {
        name: release_chains/* PROVENANCE */.EK,
        predicateType: 'https://slsa.dev/provenance/v1',
        input,
        async make() {
            const { invocation, repository, tools: used, now } = tools.thisRun;
            const prepared = await gatherPrepared(run);
            return (0,provenance/* makeProvenance */.wL)(plan, {
                ...(prepared && { prepared }),
                subjects: files,
                byproducts,
                dependencies: (0,provenance/* listDependencies */.EP)(await readSboms(tools.files, files)),
                tools: await Promise.all(used().map((tool) => addDigest(tools.files, tool))),
                repository,
                invocation,
                buildCaches: await listBuildCaches(tools.ledger, plan),
                compiledBy: (0,compiled_by/* listOtherRuns */.ZJ)(await listCompilers(tools.ledger, plan), invocation.id),
                finishedOn: now().toISOString()
            });
        },
        fits(found) {
            const told = (0,provenance/* readProvenance */.Ch)(found);
            return (told !== undefined &&
                (0,json/* canonicalize */.dw)({ subjects: named(told.subjects), byproducts: named(told.byproducts), commit: told.commit }) ===
                    (0,json/* canonicalize */.dw)(input));
        }
    });
}
async function gatherPrepared(run) {
    const { plan, tools } = run;
    if (!plan.prepared)
        return undefined;
    const host = plan.builds.filter(({ target }) => target === plan.host);
    const built = await Promise.all(host.map((build) => tools.ledger.lookUp(makeBuildStep(plan, build))));
    const late = await lookUpByPrograms(run, built.flatMap((each) => each ?? []));
    const { steps, files, tools: own } = plan.prepared;
    const names = new Set(own.map(({ name }) => name));
    return {
        steps,
        files: [...files, ...(late?.files ?? [])],
        tools: [...own, ...(late?.tools ?? []).filter(({ name }) => !names.has(name))]
    };
}
const listCompilers = (ledger, plan) => Promise.all(plan.builds.map(async (build) => ({
    target: (0,go_target/* formatTarget */.P4)(build.target),
    by: await ledger.doneBy(makeBuildStep(plan, build))
})));
async function listBuildCaches(ledger, plan) {
    const found = plan.builds.map(async (build) => {
        const built = await ledger.lookUp(makeBuildStep(plan, build));
        return (built ?? []).map(({ cache }) => ({ target: (0,go_target/* formatTarget */.P4)(build.target), kind: cache }));
    });
    return (await Promise.all(found)).flat();
}
async function readSboms(files, artifacts) {
    const sboms = artifacts.filter(({ kind, name }) => kind === 'sbom' && name.endsWith('.cdx.json'));
    const read = async ({ path }) => JSON.parse(Buffer.from((await files.read(path)) ?? []).toString('utf8'));
    return await Promise.all(sboms.map(read));
}
async function addDigest(files, tool) {
    const { sha256 } = tool;
    if (sha256 !== undefined)
        return { ...tool, sha256 };
    const digest = await files.digest(tool.path);
    if (!digest)
        throw new Error(`${tool.path} vanished`);
    return { ...tool, sha256: digest.sha256 };
}
const makeAttestStep = ({ name, input }, { mode, key }, fingerprint) => ({
    kind: 'attest',
    shape: 1,
    input: { name, input, mode, key, fingerprint },
    fits: (0,decode/* shaped */.e9)({ sha256: decode/* isSha256 */._h, size: decode/* isCount */.my }),
    leaves: (digest) => [{ path: name, ...digest }]
});
async function attestOnce({ run, signing, files: about, before }, order) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { name, predicateType, make } = order;
        const { tools, signal } = run;
        const { files, ledger, out } = tools;
        const checksums = about.find(({ kind }) => kind === 'checksums');
        if (!checksums)
            throw new Error('a statement about files without checksums.txt');
        const artifact = (digest) => ({ kind: 'attestation', name, path: (0,external_node_path_.join)(out, name), ...digest });
        const step = makeAttestStep(order, signing, tools.fingerprint);
        const recorded = await ledger.lookUp(step);
        if (recorded)
            return { artifact: artifact(recorded), reused: true };
        const claim = { about: checksums.path, predicateType };
        const signer = await tools.signer();
        const scratch = statements_addDisposableResource(env_1, await files.scratch('attest'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, name);
        const earlier = before(name);
        let kept = false;
        if (earlier) {
            await files.write(bundle, earlier);
            await signer.verify(claim, bundle, signal);
            const bytes = (await files.read(bundle)) ?? new Uint8Array();
            (0,evidence_bundle/* demandExact */.p6)(bytes, name);
            kept = order.fits((0,statement/* parseStatement */.By)((0,evidence_bundle/* readBundleStatement */.aR)(bytes, name), predicateType, name));
        }
        if (!kept) {
            const statement = (0,external_node_path_.join)(scratch.path, 'statement.json');
            const text = JSON.stringify(await make());
            await files.write(statement, text);
            await signer.sign({ ...claim, statement }, bundle, signal);
            if ((0,evidence_bundle/* readBundleStatement */.aR)((await files.read(bundle)) ?? new Uint8Array(), name) !== text)
                throw makeChangedFailure(name, 'the signed statement is not the one that was made');
        }
        const digest = await files.digest(bundle);
        if (!digest)
            throw new Error(`${bundle} vanished`);
        await files.move(bundle, (0,external_node_path_.join)(out, name));
        await ledger.record(step, { value: digest });
        return { artifact: artifact(digest), reused: kept };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = statements_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/pipeline/stages/sign/sign.ts









async function signRelease(run, proved, checksums, before) {
    const sign = (0,stage/* stage */.d)('sign', run.tools);
    const signing = await sign.one(run.plan.signing, async (signing) => {
        if (signing.mode !== 'rehearsal')
            return { run, signing, files: proved.artifacts, before };
        await rehearseSigning(sign, run, checksums);
        return undefined;
    });
    if (!signing) {
        await writeManifest(run, proved);
        return proved;
    }
    const [signed, matrix] = await runInBranches(run, (start) => Promise.all([
        start((run) => signSums(sign, { ...signing, run }, checksums)),
        proved.verdicts.length > 0 ? start((run) => attestMatrix(sign, { ...signing, run }, proved)) : undefined
    ]));
    const evidence = [signed.bundle, ...(matrix ? [matrix] : [])];
    const outcome = { ...proved, artifacts: [...proved.artifacts, ...evidence], signed };
    const manifest = await writeManifest(run, outcome);
    const provenance = await attestOrigin(sign, signing, [...evidence, manifest]);
    return { ...outcome, artifacts: [...outcome.artifacts, manifest, provenance] };
}
const rehearseSigning = (sign, run, checksums) => sign.watch('rehearsal', async () => {
    await rehearseSignature(run, checksums);
    return { value: undefined, note: 'signed and verified with a throw-away key; nothing that ships is signed' };
});
const signSums = (sign, { run, signing, before }, checksums) => sign.watch(checksums.name, async () => {
    const { signed, from } = await signChecksums(run, checksums, signing, before(release_chains/* BUNDLE */.dI));
    if (from === 'record')
        return { value: signed, reused: true };
    return { value: signed, reused: from === 'earlier', note: `${signing.mode}, verified` };
});
const attestMatrix = (sign, attesting, { verdicts }) => sign.watch(release_chains/* COMPATIBILITY */.FZ, async () => {
    const { artifact, reused } = await attestCompatibility(attesting, verdicts);
    return { value: artifact, reused, note: (0,base_text/* formatCount */.B4)(verdicts.length, 'verdict') };
});
const attestOrigin = (sign, attesting, byproducts) => sign.watch(release_chains/* PROVENANCE */.EK, async () => {
    const { artifact, reused } = await attestProvenance(attesting, byproducts);
    return {
        value: artifact,
        reused,
        note: `${(0,base_text/* formatCount */.B4)(attesting.files.length, 'subject')}, ${byproducts.length} more files`
    };
});
async function writeManifest({ plan, tools: { files, out } }, { artifacts, verdicts, signed }) {
    const text = `${JSON.stringify(makeReleaseManifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`;
    const path = (0,external_node_path_.join)(out, release_chains/* MANIFEST */.e0);
    const before = await files.read(path);
    if (!before || Buffer.from(before).toString('utf8') !== text)
        await files.write(path, text);
    return { kind: 'manifest', name: release_chains/* MANIFEST */.e0, path, sha256: (0,base_digest/* hashBytes */.yi)(text), size: Buffer.byteLength(text) };
}

// EXTERNAL MODULE: ./src/publish/latest.ts
var publish_latest = __webpack_require__(72800);
;// CONCATENATED MODULE: ./src/pipeline/stages/publish.ts
var publish_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var publish_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











async function signAndPublish(run, proved, checksums) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { plan, tools } = run;
        const publication = (0,planned/* takeWork */.n)(plan.publication);
        const destination = publication && tools.publisher && { publication, publisher: tools.publisher };
        const request = destination && (await describeRelease(run, destination, proved));
        const draft = publish_addDisposableResource(env_1, destination && request && (await openReleaseDraft(run, destination, request, proved, checksums)), true);
        const outcome = await signRelease(run, proved, checksums, (name) => draft && readLeft(draft, name));
        if (destination && draft)
            return { ...outcome, ...(await goPublic(run, destination, { draft, latest: request.latest }, outcome)) };
        (0,stage/* stage */.d)('publish', tools).all(plan.publication);
        return outcome;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = publish_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function openReleaseDraft(run, { publisher }, request, proved, checksums) {
    (0,platforms/* findPlatform */.rB)(publisher.name)?.refuseFiles?.(proved.artifacts);
    const draft = await publisher.draft(request, run.signal);
    try {
        if (draft.files.some(({ name }) => name === checksums.name))
            await draft.add(checksums);
        return draft;
    }
    catch (error) {
        await draft[Symbol.asyncDispose]();
        throw error;
    }
}
async function goPublic({ plan, tools, signal }, { publication, publisher }, { draft, latest }, { artifacts, signed }) {
    const signing = {
        proves: signed &&
            (async (what, bundle) => (await tools.signer()).verify(what, bundle, signal)),
        version: plan.version,
        commit: plan.commit,
        asked: { tag: publication.tag, module: plan.module },
        ...(signed && 'identity' in signed.identity && { signer: signed.identity }),
        identity: signed?.identity
    };
    const outgoing = { publisher, draft, tag: publication.tag, latest, files: artifacts, signing };
    const showing = { ...tools, now: tools.thisRun.now };
    const left = publication.draft ? await (0,publish_draft/* leaveDraft */.Ds)(showing, outgoing, signal) : undefined;
    if (left)
        return 'kept' in left ? { foreign: left.kept.foreign, kept: left.kept.url } : left.shown;
    const show = () => (0,publish_draft/* publishDraft */.T2)(showing, outgoing, signal);
    return await (0,attest_on_platform/* showAttested */.a)(tools, { publisher, planned: (0,planned/* takeWork */.n)(plan.attestation), files: artifacts }, show, signal);
}
const readLeft = (draft, name) => draft.files.some((file) => file.name === name) ? draft.download(name) : undefined;
async function describeRelease({ plan, tools: { changes, verification, warn, thisRun }, signal }, { publication: { tag, prerelease, latest, latestBy, notes, since, words }, publisher }, { verdicts }) {
    const request = { tag, commit: plan.commit, title: (0,release_words/* nameRelease */.f)(words, { ...plan, tag }), prerelease };
    const published = await publisher.find(tag, signal);
    const owner = latest && latestBy === 'auto'
        ? (0,publish_latest/* findOwnerOfLatest */.rK)(tag, await publisher.list(signal), await publisher.latest?.now(signal))
        : undefined;
    if (published)
        return { ...request, latest: latest && owner === undefined, notes: '' };
    if (owner !== undefined)
        warn(`${tag} does not become the latest release: ${owner}`);
    const told = notes === 'history' ? await changes(since) : undefined;
    if (notes === 'history' && since !== undefined && told === undefined)
        warn(`the notes do not tell the changes since ${since}: this clone does not have them all`);
    const generated = notes === 'generated' ? await publisher.generateNotes?.(tag, since, signal) : undefined;
    const pages = thisRun.repository === undefined ? undefined : (0,platforms/* findPlatform */.rB)(publisher.name)?.pages;
    const locate = (path) => `${thisRun.repository}/${path}`;
    const proved = (0,proved_text/* formatProvedRows */.p)((0,compatibility/* listProved */.Dm)(verdicts, plan.reported?.by));
    const { composeReleaseNotes } = await __webpack_require__.e(/* import() */ 4728).then(__webpack_require__.bind(__webpack_require__, 94728));
    return {
        ...request,
        latest: latest && owner === undefined,
        notes: composeReleaseNotes(plan, {
            ...{ tag, since, changes: told, generated, proved, unproved: false, words },
            comparison: told && pages && since !== undefined ? locate(pages.compare(since, tag)) : undefined,
            evidence: pages && locate(pages.file(tag, release_chains/* COMPATIBILITY */.FZ)),
            verification: await verification([release_chains/* PROVENANCE */.EK, ...(verdicts.length > 0 ? [release_chains/* COMPATIBILITY */.FZ] : [])])
        })
    };
}

// EXTERNAL MODULE: ./src/go/inspect/difference.ts
var inspect_difference = __webpack_require__(57818);
// EXTERNAL MODULE: ./src/source/overlay.ts
var overlay = __webpack_require__(21409);
;// CONCATENATED MODULE: ./src/pipeline/stages/rebuild.ts
var rebuild_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rebuild_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












async function rebuildAll({ plan, tools }, builds, start, byPrograms = Promise.resolve(undefined)) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const named = plan.builds.map((build) => ({ build, title: formatBuildTitle(plan, build) }));
        const rebuild = (0,stage/* stage */.d)('rebuild', tools, { quiet: plan.mode !== 'release' });
        const targets = rebuild.all(plan.rebuilds);
        const place = rebuild_addDisposableResource(env_1, plan.prepared ? await tools.files.scratch('again') : undefined, true);
        const prepared = (0,once/* callOnce */.q)(() => start((run) => remakeForBuilds(run, place?.path ?? '')));
        const again = async (run, { build, title }, built) => {
            const make = async () => {
                await rebuildTarget(run, build, built, await prepared());
                return { value: null };
            };
            await rebuild.once(title, makeRebuildStep(plan, build, built), make, () => SAME);
        };
        await Promise.all(named.map((each, i) => start(async (run) => {
            const built = await builds[i];
            if (built && targets.includes(each.build.target))
                await tools.compiling(() => again(run, each, built));
        })));
        const late = targets.length > 0 ? await byPrograms : undefined;
        if (!late)
            return;
        const first = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat();
        const { after: steps } = (0,plan_preparation/* splitSteps */.Ms)(plan.prepared?.steps ?? []);
        await start((run) => prepareAgain(run, { steps, first: late.files, built: first, out: tools.out }, (0,external_node_path_.join)(place?.path ?? '', 'by-programs')));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rebuild_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function remakeForBuilds(run, folder) {
    const { plan, tools } = run;
    if (!plan.prepared || !tools.steps)
        return undefined;
    const { steps, files: first } = plan.prepared;
    const to = (0,external_node_path_.join)(folder, 'made');
    await prepareAgain(run, { steps: (0,plan_preparation/* splitSteps */.Ms)(steps).before, first, built: [], out: tools.out }, to);
    return { ...tools.steps.made, folder: to };
}
const SAME = 'the same bytes from another folder and an empty cache';
const makeRebuildStep = (plan, build, built) => ({
    kind: 'rebuild',
    shape: 1,
    input: { build: describeBuildInput(plan, build), made: built.map(({ path, sha256 }) => ({ path, sha256 })) },
    fits: decode/* isNull */.kZ
});
async function rebuildTarget({ plan, tools, signal }, build, built, again) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out, env } = tools;
        const scratch = rebuild_addDisposableResource(env_2, await files.scratch('rebuild'), true);
        const [source, output] = ['source', 'out'].map((name) => (0,external_node_path_.join)(scratch.path, name));
        await tools.checkOut(plan.commit, source, signal);
        if (again)
            await (0,overlay/* putMade */.nY)(files, source, again);
        const empty = { ...env, GOCACHE: (0,external_node_path_.join)(scratch.path, 'cache') };
        await compileBuild(tools, build, { cwd: (0,external_node_path_.join)(source, plan.moduleDir), output, env: empty }, signal);
        for (const { path, made } of build.binaries) {
            const name = built.find((one) => one.path === path)?.name ?? path;
            const [first, second] = await Promise.all([(0,external_node_path_.join)(out, path), (0,external_node_path_.join)(output, made)].map((file) => files.read(file, limits/* LIMITS */.b1.program.most)));
            const difference = first && second ? (0,inspect_difference/* findBinaryDifference */.k)(first, second) : `only ${first ? 'the first' : 'the second'} build made it`;
            if (difference !== undefined)
                throw new errors/* Failure */.H('verification', `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)} cannot be reproduced: ${difference}`, {
                    hint: 'Built again in another folder with an empty cache, it came out otherwise: nobody could check this release. Find what the build takes from its surroundings, or release without this proof: --rebuild 0.'
                });
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = rebuild_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

// EXTERNAL MODULE: ./src/vulnerabilities/model.ts
var model = __webpack_require__(67631);
// EXTERNAL MODULE: ./src/vulnerabilities/wording.ts
var wording = __webpack_require__(64614);
;// CONCATENATED MODULE: ./src/pipeline/stages/scan/policy.ts







async function enforceVulnerabilityPolicy(run, outcome) {
    const { plan, tools } = run;
    const asked = (0,planned/* takeWork */.n)(plan.vulnerabilities);
    const { vulnerabilities } = outcome;
    if (!asked || !vulnerabilities)
        return;
    const goMod = Buffer.from((await tools.files.read((0,external_node_path_.join)(tools.folder, 'go.mod'))) ?? []).toString('utf8');
    const below = plan.moduleDir === '' ? '' : `${plan.moduleDir}/`;
    const severity = asked.gate === 'fail' ? 'error' : 'warning';
    const lines = 'found' in vulnerabilities
        ? [
            ...(0,wording/* findVulnerableLines */.RY)(vulnerabilities, goMod, `${below}go.mod`, severity),
            ...(0,wording/* findAcceptanceLines */.kJ)(vulnerabilities, `${below}${parse/* PROJECT_FILE */.Dp}`, severity)
        ]
        : [];
    let settled = false;
    try {
        refuseVulnerable(asked, vulnerabilities, lines);
    }
    catch (refusal) {
        if (!(refusal instanceof errors/* Failure */.H))
            throw refusal;
        settled = await isReleased(run, outcome.artifacts);
        if (!settled) {
            await tools.report(outcome);
            throw refusal;
        }
        tools.warn(`${plan.version} is published already, so nothing is stopped: ${refusal.message}`);
    }
    if ('unknown' in vulnerabilities && !settled)
        tools.warn(`known vulnerabilities could not be looked up at ${asked.database}: ${vulnerabilities.unknown}`);
    for (const line of lines)
        await tools.finding(settled ? { ...line, severity: 'warning' } : line);
}
async function isReleased({ plan, tools: { publisher }, signal }, artifacts) {
    const tag = (0,planned/* takeWork */.n)(plan.publication)?.tag;
    if (!publisher || tag === undefined)
        return false;
    try {
        const published = await publisher.find(tag, signal);
        if (!published || published.yanked !== undefined)
            return false;
        for (const { name, sha256 } of artifacts) {
            const file = published.files.find((each) => each.name === name);
            if (!file || (file.sha256 ?? (await (0,base_digest/* hashStream */.LH)(published.download(name)))) !== sha256)
                return false;
        }
        return true;
    }
    catch (error) {
        signal.throwIfAborted();
        if (error instanceof errors/* Failure */.H)
            return false;
        throw error;
    }
}
function refuseVulnerable({ gate }, scanned, lines) {
    if (gate !== 'fail')
        return;
    if ('unknown' in scanned)
        throw new errors/* Failure */.H('environment', `known vulnerabilities could not be looked up at ${scanned.database}: ${scanned.unknown}`, {
            code: 'vulnerabilities-unknown',
            hint: 'Nothing was signed or published. Run again later; GOVULNDB names a mirror; vulnerabilities: warn goes on without an answer.'
        });
    const open = scanned.found.filter(model/* isOpen */.nT);
    if (open.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `known vulnerabilities can be reached: ${open.map((item) => `${(0,wording/* formatVulnerabilityName */.TI)(item)} in ${(0,wording/* formatHolder */.aS)(item)}`).join(', ')}`, {
        code: 'vulnerable',
        hint: open.map(describeWayOut).join('\n'),
        findings: lines
    });
}
const describeWayOut = (item) => [
    `${(0,wording/* formatVulnerabilityName */.TI)(item)}: ${(0,wording/* describeFix */.D6)(item)}`,
    `https://pkg.go.dev/vuln/${item.id}`,
    ...(item.expired ? [(0,wording/* sayExpired */.FM)(item.expired)] : []),
    ...(item.fixed === null && !item.expired
        ? ['accepted-vulnerabilities in slipway.yaml accepts what you have judged']
        : [])
].join('; ');

;// CONCATENATED MODULE: ./src/vulnerabilities/scan.ts

const REACHES = ['linked', 'imported', 'required'];
function joinReports(database, looked) {
    const found = new Map();
    for (const { said, program } of looked)
        for (const { id, module, version, fixed, symbol, reach } of said.findings) {
            const key = JSON.stringify([id, module, version]);
            const before = found.get(key);
            found.set(key, {
                id,
                ...(said.known.get(id) ?? { aliases: [], summary: '' }),
                module,
                version,
                fixed,
                reach: REACHES.find((each) => each === reach || each === before?.reach) ?? reach,
                symbols: sortUnique([...(before?.symbols ?? []), ...(symbol === undefined ? [] : [symbol])]),
                programs: [...new Set([...(before?.programs ?? []), program])]
            });
        }
    return {
        database,
        modified: looked.flatMap(({ said }) => said.modified ?? []).reduce((a, b) => (a > b ? a : b), '') || null,
        programs: looked.length,
        found: [...found.values()].sort((a, b) => Number((0,model/* isReachable */.kj)(b)) - Number((0,model/* isReachable */.kj)(a)) || a.id.localeCompare(b.id, 'en'))
    };
}
const sortUnique = (texts) => [...new Set(texts)].sort();
function applyAcceptances(scan, accepted, today) {
    const entriesOf = ({ id, aliases }) => accepted.filter((entry) => entry.id === id || aliases.includes(entry.id));
    const found = scan.found.map((item) => {
        const entry = entriesOf(item).reduce((best, each) => (best && best.until >= each.until ? best : each), undefined);
        if (!entry || !(0,model/* isReachable */.kj)(item))
            return item;
        return entry.until >= today ? { ...item, accepted: entry } : { ...item, expired: entry };
    });
    const used = new Set(scan.found.filter(model/* isReachable */.kj).flatMap(entriesOf));
    return { ...scan, found, unused: accepted.filter((entry) => !used.has(entry)) };
}

// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./src/vulnerabilities/govulncheck.ts


const MESSAGE = schemas/* object */.Ikc({
    config: schemas/* object */.Ikc({ protocol_version: schemas/* string */.YjP(), db_last_modified: schemas/* string */.YjP().optional() }).optional(),
    osv: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), aliases: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(), summary: schemas/* string */.YjP().optional() }).optional(),
    finding: schemas/* object */.Ikc({
        osv: schemas/* string */.YjP(),
        fixed_version: schemas/* string */.YjP().optional(),
        trace: schemas/* array */.YOg(schemas/* object */.Ikc({
            module: schemas/* string */.YjP(),
            version: schemas/* string */.YjP().optional(),
            package: schemas/* string */.YjP().optional(),
            function: schemas/* string */.YjP().optional(),
            receiver: schemas/* string */.YjP().optional()
        }))
            .min(1)
    })
        .optional()
});
function parseGovulncheck(text) {
    const messages = splitDocuments(text).map((document) => {
        const parsed = MESSAGE.safeParse(parseMessage(document));
        if (!parsed.success)
            throw makeUnreadableFailure(parsed.error.issues[0]?.message ?? 'an unknown message');
        return parsed.data;
    });
    const config = messages.find((message) => message.config)?.config;
    if (!config?.protocol_version.startsWith('v1.'))
        throw makeUnreadableFailure(`protocol ${config?.protocol_version ?? 'unnamed'}`);
    const known = new Map(messages.flatMap(({ osv }) => osv ? [[osv.id, { aliases: osv.aliases ?? [], summary: osv.summary ?? '' }]] : []));
    const findings = messages.flatMap(({ finding }) => {
        const frame = finding?.trace[0];
        if (!finding || !frame)
            return [];
        const name = [frame.receiver?.replace(/^\*/, ''), frame.function].filter(Boolean).join('.');
        return [
            {
                id: finding.osv,
                module: frame.module,
                version: frame.version ?? '',
                fixed: finding.fixed_version ?? null,
                reach: frame.function ? 'linked' : frame.package ? 'imported' : 'required',
                symbol: frame.function ? `${frame.package ?? ''}.${name}` : undefined
            }
        ];
    });
    return { modified: config.db_last_modified ?? null, known, findings };
}
const splitDocuments = (text) => text
    .split(/(?<=^\}$)/m)
    .map((document) => document.trim())
    .filter(Boolean);
function parseMessage(document) {
    try {
        return JSON.parse(document);
    }
    catch {
        throw makeUnreadableFailure('no JSON');
    }
}
const makeUnreadableFailure = (what) => new errors/* Failure */.H('command', `govulncheck says what we cannot read: ${what}`, {
    hint: 'Report it; with --vulnerabilities off the run goes on without it.'
});

;// CONCATENATED MODULE: ./src/pipeline/stages/scan/govulncheck.ts
var govulncheck_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var govulncheck_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








const PATIENCE_MS = 120_000;
async function askDatabase({ tools, signal }, { database }, programs) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { path: tool } = await tools.suites.toolchain.tool('govulncheck', undefined, signal);
            const scratch = govulncheck_addDisposableResource(env_1, await tools.files.scratch('govulncheck'), true);
            const home = (0,external_node_path_.join)(scratch.path, 'home');
            for (const settings of SETTINGS)
                await tools.files.write((0,external_node_path_.join)(home, settings, 'go/telemetry/mode'), 'off');
            const env = (0,environment/* makeReachingEnvironment */.R7)(tools.env, home);
            const lookAt = async ({ build, built }, folder, signal) => {
                const look = async (name, path) => ({
                    program: `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)}`,
                    said: await tools.packing(async () => {
                        const text = await askGovulncheck(tools, [tool, ...ARGS, `-db=${database}`, path], env, signal);
                        return parseGovulncheck(text);
                    })
                });
                const parts = build.parts?.map((part, i) => ({ part: { ...build, ...part }, place: (0,external_node_path_.join)(folder, String(i)) }));
                const shipped = [];
                if (!parts)
                    for (const { name, path } of built)
                        shipped.push(await look(name, (0,external_node_path_.join)(tools.out, path)));
                if (!parts && shipped.every(({ said }) => said.findings.length === 0))
                    return shipped;
                const linked = [];
                for (const { part, place } of parts ?? [{ part: build, place: folder }]) {
                    await tools.compiling(() => linkWithSymbols(tools, part, place, signal));
                    for (const { name, made } of build.binaries)
                        linked.push(await look(name, (0,external_node_path_.join)(place, made)));
                }
                return linked;
            };
            const looked = await (0,parallel/* runTogether */.a)(signal, (start) => Promise.all(programs.map((each, i) => start((signal) => lookAt(each, (0,external_node_path_.join)(scratch.path, String(i)), signal)))));
            return joinReports(database, looked.flat());
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = govulncheck_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H) || (cause.kind !== 'environment' && cause.kind !== 'command'))
            throw cause;
        return { database, unknown: describeToolFailure(cause) };
    }
}
const SETTINGS = ['', 'Library/Application Support'];
const ARGS = ['-mode=binary', '-format=json'];
async function askGovulncheck({ run }, argv, env, signal) {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    try {
        return (await run(argv, { env, signal: AbortSignal.any([signal, limit]) })).stdout;
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw cause;
        throw new errors/* Failure */.H('environment', `the database did not answer within ${PATIENCE_MS / 1000} s`, {
            hint: 'Run again, or let GOVULNDB name a database that answers.'
        });
    }
}
async function linkWithSymbols(tools, build, folder, signal) {
    const args = fillBuildArgs(build, folder, tools.overlay);
    const flags = args.indexOf('-ldflags') + 1;
    await tools.run([tools.go.path, ...args.map((arg, i) => (i === flags ? `${arg} -s=false` : arg))], {
        cwd: tools.folder,
        env: { ...tools.env, ...build.env },
        signal
    });
}
const describeToolFailure = ({ message, cause }) => {
    const said = typeof cause === 'string' ? cause.trim().split('\n').at(-1) : undefined;
    return (said ? said.replace(/^govulncheck: /, '') : message).slice(0, 500);
};

;// CONCATENATED MODULE: ./src/pipeline/stages/scan/scan.ts





async function scanPrograms(run, builds) {
    const { plan, tools } = run;
    const scan = (0,stage/* stage */.d)('scan', tools);
    return await scan.one(plan.vulnerabilities, async (asked) => {
        const programs = await Promise.all(plan.builds.map(async (build, i) => ({ build, built: (await builds[i]) ?? [] })));
        return await scan.watch('vulnerabilities', async () => {
            const day = formatToday(tools.thisRun);
            const { scanned, reused } = await scanOnce(run, asked, programs, day);
            const told = 'found' in scanned ? applyAcceptances(scanned, asked.accepted, day) : scanned;
            return { value: told, reused, note: (0,wording/* describeScan */.pM)(told) };
        });
    });
}
async function scanOnce(run, asked, programs, day) {
    const { ledger } = run.tools;
    const step = makeScanStep(asked.database, programs, day);
    const lasting = !asked.database.startsWith('file:');
    const before = lasting ? await ledger.lookUp(step) : undefined;
    if (before)
        return { scanned: before, reused: true };
    const scanned = await askDatabase(run, asked, programs);
    if (lasting && 'found' in scanned)
        await ledger.record(step, { value: scanned });
    return { scanned, reused: false };
}
const formatToday = ({ now }) => now().toISOString().slice(0, 10);
const isAcceptance = (0,decode/* shaped */.e9)({ id: decode/* isText */.KH, reason: decode/* isText */.KH, until: decode/* isText */.KH, line: decode/* isNumber */.Et });
const isVulnerability = (0,decode/* shaped */.e9)({
    ...{ id: decode/* isText */.KH, aliases: (0,decode/* listOf */.c3)(decode/* isText */.KH), summary: decode/* isText */.KH, module: decode/* isText */.KH, version: decode/* isText */.KH },
    fixed: (0,decode/* either */.gP)(decode/* isText */.KH, decode/* isNull */.kZ),
    reach: (0,decode/* isOneOf */.EK)('linked', 'imported', 'required'),
    ...{ symbols: (0,decode/* listOf */.c3)(decode/* isText */.KH), programs: (0,decode/* listOf */.c3)(decode/* isText */.KH) },
    ...{ accepted: (0,decode/* maybe */.no)(isAcceptance), expired: (0,decode/* maybe */.no)(isAcceptance) }
});
const isScan = (0,decode/* shaped */.e9)({
    database: decode/* isText */.KH,
    modified: (0,decode/* either */.gP)(decode/* isText */.KH, decode/* isNull */.kZ),
    programs: decode/* isCount */.my,
    found: (0,decode/* listOf */.c3)(isVulnerability),
    unused: (0,decode/* maybe */.no)((0,decode/* listOf */.c3)(isAcceptance))
});
const makeScanStep = (database, programs, day) => ({
    kind: 'scan',
    shape: 1,
    input: { database, day, programs: programs.map(({ built }) => built.map(({ sha256 }) => sha256)) },
    fits: (value) => isScan(value) && value.database === database && value.found.every((item) => !item.accepted && !item.expired)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/facts/blobs.ts
var blobs = __webpack_require__(58767);
;// CONCATENATED MODULE: ./src/pipeline/stages/extras.ts














async function makeExtras(run, byPrograms = Promise.resolve(undefined)) {
    const { plan, tools } = run;
    const { extras } = plan;
    if (!extras)
        return [];
    const late = extras.files.length > 0 ? await byPrograms : undefined;
    const made = mapMade(plan.moduleDir, [...(tools.steps ? [tools.steps.made] : []), ...(late ? [late] : [])]);
    const found = [];
    for (const { from, to } of extras.files)
        found.push(await copyFile(tools, made.get(from) ?? (0,external_node_path_.join)(tools.folder, from), from, to));
    if (extras.source)
        found.push(await packSource(run, extras.source));
    return found;
}
async function copyFile({ files, out, ...frame }, path, from, name) {
    return await (0,stage/* stage */.d)('package', frame).watch(name, async () => {
        const digest = await files.digest(path);
        if (!digest)
            throw new errors/* Failure */.H('input', `${from} of release-files is not in ${path}`, {
                hint: 'Commit it, or take it out of release-files in slipway.yaml.'
            });
        const to = (0,external_node_path_.join)(out, name);
        const reused = (await files.digest(to))?.sha256 === digest.sha256;
        if (!reused)
            await files.copy(path, to, { sha256: digest.sha256 });
        return { value: { kind: 'file', name, path: to, ...digest }, reused, note: from };
    });
}
const makeSourceStep = (plan, source, exported) => ({
    kind: 'source',
    shape: 1,
    input: {
        format: formats/* ARCHIVE_FORMAT */.nV,
        ...{ name: source.name, folder: source.folder, committedAt: plan.committedAt },
        files: (0,base_digest/* hashBytes */.yi)(exported.map(({ path, mode, object }) => `${mode} ${object} ${path}\0`).join(''))
    },
    fits: (0,decode/* shaped */.e9)({ sha256: decode/* isSha256 */._h, size: decode/* isCount */.my }),
    leaves: (digest) => [{ path: source.name, ...digest }]
});
const AT_ONCE = 32;
async function packSource({ plan, tools, signal }, source) {
    const { files, out, exported, deflate } = tools;
    const path = (0,external_node_path_.join)(out, source.name);
    const pack = async () => {
        signal.throwIfAborted();
        const limit = (0,p_limit/* default */.A)(AT_ONCE);
        const { archive } = await Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(7044)]).then(__webpack_require__.bind(__webpack_require__, 87044));
        const entries = await Promise.all(exported.map((file) => limit(() => readSource(tools, source.folder, file))));
        const bytes = await archive('tar.gz', entries, new Date(plan.committedAt), deflate);
        await files.write(path, bytes);
        return { value: { sha256: (0,base_digest/* hashBytes */.yi)(bytes), size: bytes.length } };
    };
    const digest = await (0,stage/* stage */.d)('package', tools).once(source.name, makeSourceStep(plan, source, exported), pack, () => (0,base_text/* formatCount */.B4)(exported.length, 'file'));
    return { kind: 'source', name: source.name, path, ...digest };
}
async function readSource({ files, root }, folder, { path, mode, object }) {
    const words = mode === git/* LINK */.ps ? await files.link((0,external_node_path_.join)(root, path)) : undefined;
    const bytes = words === undefined ? await files.read((0,external_node_path_.join)(root, path), limits/* LIMITS */.b1.program.most) : Buffer.from(words);
    if (!bytes || (0,blobs/* hashBlob */.Q)(bytes, object) !== object)
        throw new errors/* Failure */.H('input', `${path} ${bytes ? 'has other bytes than' : 'is not here, and is in'} the commit`, {
            code: 'changed-source',
            hint: 'The source archive holds what git holds: a filter (line ends, Git LFS) may have changed the file, or a sparse checkout left it out. Leave it out by export-ignore in .gitattributes, or check out without the filter.'
        });
    const name = `${folder}/${path}`;
    if (words === undefined)
        return { name, bytes, executable: mode === '100755' };
    if (extras_leadsOut(path, words))
        throw new errors/* Failure */.H('input', `${path} is a link out of the repository, to ${words}`, {
            code: 'leads-out',
            hint: 'A source archive holds no such link: leave it out by export-ignore in .gitattributes.'
        });
    return { name, bytes: new Uint8Array(), executable: false, link: words };
}
function extras_leadsOut(path, words) {
    if (/^[/\\]|^[A-Za-z]:/.test(words))
        return true;
    let depth = path.split('/').length - 1;
    for (const part of words.split('/')) {
        if (part === '..')
            depth--;
        else if (part !== '' && part !== '.')
            depth++;
        if (depth < 0)
            return true;
    }
    return false;
}
async function writeLists({ plan, tools }, artifacts) {
    const lists = plan.extras?.lists ?? [];
    return await Promise.all(lists.map((list) => writeList(tools, list, artifacts)));
}
async function writeList({ files, out, ...frame }, { name, algorithm }, artifacts) {
    return await (0,stage/* stage */.d)('checksum', frame).watch(name, async () => {
        const path = (0,external_node_path_.join)(out, name);
        const text = (0,package_checksums/* formatDigestLines */.Zu)(await Promise.all(artifacts.map(async (artifact) => ({
            name: artifact.name,
            digest: algorithm === 'sha256' ? artifact.sha256 : await hashFile(files, artifact)
        }))));
        const before = await files.read(path);
        const reused = before !== undefined && Buffer.from(before).toString('utf8') === text;
        if (!reused)
            await files.write(path, text);
        const value = { kind: 'list', name, path, sha256: (0,base_digest/* hashBytes */.yi)(text), size: Buffer.byteLength(text) };
        return { value, reused, note: `${algorithm} of ${(0,base_text/* formatCount */.B4)(artifacts.length, 'file')}` };
    });
}
async function hashFile(files, { name, path, sha256 }) {
    const [own, known] = [(0,external_node_crypto_.createHash)('sha512'), (0,external_node_crypto_.createHash)('sha256')];
    for await (const piece of files.stream(path)) {
        own.update(piece);
        known.update(piece);
    }
    if (known.digest('hex') !== sha256)
        throw new errors/* Failure */.H('verification', `${name} changed after it was made`, {
            hint: 'Something else writes to the output folder.'
        });
    return own.digest('hex');
}

;// CONCATENATED MODULE: ./src/pipeline/stages/vet.ts
var vet_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var vet_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







async function vetPackages(run, builds) {
    const { plan, tools, signal } = run;
    const vet = (0,stage/* stage */.d)('vet', tools, { quiet: true });
    await vet.one(plan.vet, async (look) => {
        const host = plan.builds.findIndex(({ target }) => target === plan.host);
        await builds[Math.max(0, host)];
        await vet.watch('./...', async () => {
            const findings = await tools
                .compiling(() => runGoVet(run, look))
                .catch((error) => {
                if (look.level === 'fail' || signal.aborted || !(error instanceof errors/* Failure */.H))
                    throw error;
                tools.warn(`go vet: ${typeof error.cause === 'string' ? error.cause : error.message}`);
                return [];
            });
            for (const finding of findings)
                await tools.finding(finding);
            return { value: undefined, note: findings.length ? (0,base_text/* formatCount */.B4)(findings.length, 'finding') : 'nothing found' };
        });
    });
}
async function runGoVet({ plan, tools: { run, go, env, folder, checkOut, steps }, signal }, { level, argv, env: own }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { moduleDir } = plan;
        const said = [];
        const [, ...args] = argv;
        const severity = level === 'fail' ? 'error' : 'warning';
        const scratch = vet_addDisposableResource(env_1, steps?.made.files.length ? await steps.tools.files.scratch('vet') : undefined, true);
        const source = scratch && (0,external_node_path_.join)(scratch.path, 'source');
        if (source !== undefined && checkOut && steps) {
            await checkOut(plan.commit, source, signal);
            await (0,overlay/* putMade */.nY)(steps.tools.files, source, steps.made);
        }
        const findings = await run([go.path, ...args], {
            cwd: source === undefined ? folder : (0,external_node_path_.join)(source, moduleDir),
            env: { ...env, ...own },
            signal,
            onLine: (line) => said.push(line)
        }).then(({ stdout }) => parseVetFindings([stdout, ...said].join('\n'), plan), (error) => {
            signal.throwIfAborted();
            const places = listToolFindings(said.join('\n'), plan.moduleDir);
            if (places.length === 0)
                throw error;
            return places;
        });
        const told = findings.map((finding) => ({ ...finding, rule: 'go vet', severity }));
        if (level === 'warn' || told.length === 0)
            return told;
        throw new errors/* Failure */.H('verification', `go vet found ${told.length === 1 ? 'a mistake' : `${told.length} mistakes`}`, {
            hint: 'They are shown on their lines. vet: warn lets them pass.',
            cause: told.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
            findings: told
        });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = vet_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function parseVetFindings(said, plan) {
    const packages = [...said.matchAll(/^\{$.*?^\}$/gms)].flatMap(([text]) => Object.entries((0,json/* readFields */.qU)(JSON.parse(text))));
    const lines = packages.flatMap(([name, analyzers]) => Object.keys((0,json/* readFields */.qU)(analyzers)).flatMap((analyzer) => (0,json/* readObjectsAt */.s0)(analyzers, analyzer).map((found) => {
        const [, path = '', place = ''] = /^(.*?)(:\d+(?::\d+)?)$/.exec((0,json/* readTextAt */.Tw)(found, 'posn')) ?? [];
        return `${findSourceFile(path.replaceAll('\\', '/'), name, plan.module)}${place}: ${(0,json/* readTextAt */.Tw)(found, 'message')}`;
    })));
    return listToolFindings(lines.join('\n'), plan.moduleDir);
}
function findSourceFile(path, name, module) {
    const below = (name.split(' ')[0] ?? '').slice(module.length).replace(/^\//, '');
    const parts = path.split('/');
    const folder = parts.slice(0, -1).join('/');
    const outside = below.replace(/_test$/, '');
    return ['.', folder.endsWith(below) ? below : outside, parts.at(-1)].filter((part) => part !== '').join('/');
}

;// CONCATENATED MODULE: ./src/pipeline/release.ts














async function release(run) {
    const { plan, tools } = run;
    const { made, proof, vulnerabilities } = await runInBranches(run, (start) => buildAndProve(run, start));
    const artifacts = [...made, ...(await writeLists(run, made))];
    const checksums = await writeChecksums(run, artifacts);
    const proved = {
        ...proof,
        artifacts: [...artifacts, checksums],
        foreign: [],
        ...(vulnerabilities && { vulnerabilities })
    };
    await requireAllPassed(proof, plan.moduleDir, () => tools.report(proved));
    await enforceVulnerabilityPolicy(run, proved);
    const outcome = await signAndPublish(run, proved, checksums);
    await tools.report(outcome);
    return outcome;
}
async function acceptReportedProof({ plan, tools: { files, out } }, reported, builds, artifacts) {
    await Promise.all(builds);
    return await acceptReported(files, out, { plan, reported }, await artifacts);
}
async function buildAndProve(run, start) {
    const builds = buildAll(run, start);
    const byPrograms = start((run) => prepareByPrograms(run, builds));
    const artifacts = start((run) => packAll(run, builds, start, byPrograms));
    const extras = start((run) => makeExtras(run, byPrograms));
    start((run) => rebuildAll(run, builds, start, byPrograms)).catch(() => undefined);
    start((run) => vetPackages(run, builds)).catch(() => undefined);
    const { reported } = run.plan;
    const proof = reported
        ? start((run) => acceptReportedProof(run, reported, builds, artifacts))
        : start((run) => proveAll(run, offerVersions(run, builds, start)));
    const vulnerabilities = start((run) => scanPrograms(run, builds));
    return { made: [...(await artifacts), ...(await extras)], proof: await proof, vulnerabilities: await vulnerabilities };
}

// EXTERNAL MODULE: ./src/smi/implementations.ts
var implementations = __webpack_require__(5688);
;// CONCATENATED MODULE: ./src/report/junit.ts


function formatJunit({ verdicts, broken }) {
    const proved = verdicts.map((verdict) => {
        const where = verdict.cluster ? ` on Kubernetes ${verdict.cluster.server}` : '';
        const name = `${(0,trial_title/* formatTrialTitle */.y)(verdict.trial)}${where}`;
        const failures = verdict.checks.filter(({ outcome }) => outcome === 'failed').length;
        const accepted = (0,accepted_break/* listAccepted */.Oc)(verdict).length;
        const cases = verdict.checks.map(({ claim, outcome, seen, repeat, accepted }) => `    <testcase classname="${escapeXml(`slipway.${verdict.trial.suite}`)}" name="${escapeXml(claim)}">${outcome === 'failed'
            ? `<failure message="${escapeXml(seen)}">${escapeXml([seen, repeat].filter(Boolean).join('\n'))}</failure>`
            : accepted === undefined
                ? ''
                : `<skipped message="${escapeXml(`does not hold, accepted: ${accepted}`)}"/>`}</testcase>`);
        return [
            `  <testsuite name="${escapeXml(name)}" tests="${verdict.checks.length}" failures="${failures}"${accepted === 0 ? '' : ` skipped="${accepted}"`} time="${(verdict.ms / 1000).toFixed(3)}">`,
            ...cases,
            '  </testsuite>'
        ].join('\n');
    });
    const unproved = broken.map(({ trial, failure }) => [
        `  <testsuite name="${escapeXml(`${trial.suite} on Kubernetes ${trial.kubernetes}`)}" tests="1" errors="1">`,
        `    <testcase classname="${escapeXml(`slipway.${trial.suite}`)}" name="the trial comes to a verdict"><error message="${escapeXml(failure.message)}">${escapeXml([failure.message, failure.hint].filter(Boolean).join('\n'))}</error></testcase>`,
        '  </testsuite>'
    ]);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="slipway">',
        ...proved,
        ...unproved.flat(),
        '</testsuites>',
        ''
    ].join('\n');
}
const escapeXml = (text) => text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);

// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(72584);
;// CONCATENATED MODULE: ./src/report/page/html.ts

class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
const html = (strings, ...parts) => new Html(strings.map((string, i) => (i === 0 ? string : renderPart(parts[i - 1]) + string)).join(''));
const renderPart = (part) => part === undefined
    ? ''
    : part instanceof Html
        ? part.text
        : typeof part === 'object'
            ? part.map(renderPart).join('')
            : escapeHtml(String(part));
const LONGEST = 4000;
const escapeHtml = (text) => (0,markdown/* shortenSeen */.tm)(text, LONGEST)
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, (c) => `<U+${formatCharacterReference(c)}>`)
    .replace(/[&<>"'`#\n\t]|:(?=:)/g, (c) => `&#${c.charCodeAt(0)};`);
const formatCharacterReference = (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

;// CONCATENATED MODULE: ./src/report/page/bars.ts


const ROWS = 200;
function drawBars(all, whole) {
    const longest = new Set([...all].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS));
    const rows = all.filter((bar) => longest.has(bar));
    return html `<ol class="bars">
      ${rows.map(({ name, start, end, outcome }) => html `<li>
            <span>${outcome === 'failed' ? html `<b class="bad">Failed: </b>` : ''}${name}</span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect class="rail" width="100%" height="8" rx="4" />
              <rect
                class="${outcome}"
                x="${formatPercent(start, whole)}"
                width="${formatPercent(Math.max(end - start, whole / 150), whole)}"
                height="8"
                rx="4"
              />
            </svg>
            <span class="n">${outcome === 'reused' ? 'reused' : (0,base_text/* formatDuration */.a3)(end - start)}</span>
          </li>`)}
    </ol>
    ${all.length > rows.length ? html `<p class="soft">${all.length - rows.length} shorter ones are not shown.</p>` : ''}`;
}
const formatPercent = (part, whole) => `${Math.min(100, Math.max(0, (100 * part) / Math.max(whole, 1))).toFixed(2)}%`;

// EXTERNAL MODULE: ./src/report/matrix.ts
var matrix = __webpack_require__(53677);
;// CONCATENATED MODULE: ./src/report/page/checks.ts




const SHOWN = 500;
const OPEN = 3;
const drawFailures = ({ verdicts, broken }) => {
    const failed = verdicts.flatMap((verdict) => verdict.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ check, verdict })));
    if (failed.length + broken.length === 0)
        return undefined;
    return html `<ol class="checks first">
      ${broken.map(drawNoVerdict)}
      ${failed
        .slice(0, SHOWN)
        .map(({ check, verdict }, i) => drawCheck(check, html `<p class="soft">${(0,matrix/* formatTrialName */.zz)(verdict.trial)}${describeWhere(verdict)}</p>`, i < OPEN))}
    </ol>
    ${drawMore(failed.length)}`;
};
const drawNoVerdict = ({ trial, failure: { message, hint } }) => html `<li>
    <p class="soft">
      ${(0,matrix/* formatTrialName */.zz)(trial)}${trial.kubernetes === undefined ? '' : ` on Kubernetes ${trial.kubernetes}`}
    </p>
    <p>
      <span class="bad"><span aria-hidden="true">✗</span> No verdict</span>
    </p>
    <pre>${message}</pre>
    ${hint === undefined
    ? ''
    : html `<p class="soft">What to do</p>
            <pre>${hint}</pre>`}
  </li>`;
const drawEvidence = (verdicts) => html `${verdicts.map((verdict, i) => html `<details class="trial">
        <summary>${(0,matrix/* formatTrialName */.zz)(verdict.trial)}${describeWhere(verdict)} ${drawCount(verdict)}</summary>
        <div id="${formatAnchor(i)}">
          ${drawSimulated(verdict)}
          <ol class="checks">
            ${verdict.checks.slice(0, SHOWN).map((check) => drawCheck(check))}
          </ol>
          ${drawMore(verdict.checks.length)}
        </div>
      </details>`)}`;
const formatAnchor = (index) => `trial-${index + 1}`;
const drawCount = (verdict) => drawTally((0,matrix/* countFailures */.xL)(verdict), verdict.checks.length, (0,accepted_break/* listAccepted */.Oc)(verdict).length);
const drawTally = (failed, all, accepted = 0) => failed === 0 && all > 0
    ? html `<span class="good"
        ><span aria-hidden="true">✓</span> ${all - accepted} hold${accepted === 0 ? '' : `, ${accepted} accepted`}</span
      >`
    : html `<span class="bad"><span aria-hidden="true">✗</span> ${describeFailedChecks(failed, all)}</span>`;
const describeFailedChecks = (failed, all, what = '') => all === 0 ? 'nothing was looked at' : `${failed} of ${all}${what} ${failed === 1 ? 'does' : 'do'} not hold`;
const drawCheck = ({ claim, outcome, seen, repeat, at, accepted }, trial, open = false) => html `<li>
    ${trial}
    <p>
      <span class="${outcome === 'failed' ? 'bad' : 'good'}"
        ><span aria-hidden="true">${outcome === 'failed' ? '✗' : accepted === undefined ? '✓' : '–'}</span
        ><span class="unseen"
          >${outcome === 'failed' ? 'Does not hold' : accepted === undefined ? 'Holds' : 'Does not hold, accepted'}:</span
        ></span
      >
      ${claim}
    </p>
    ${accepted === undefined ? '' : html `<p>Does not hold, and slipway.yaml accepts it: ${accepted}</p>`}
    <p class="seen">Seen: ${seen}</p>
    ${at ? html `<p class="soft">${at.file}, line ${at.line}</p>` : ''}
    ${repeat === undefined ? '' : drawRepeat(repeat, open)}
  </li>`;
const drawRepeat = (repeat, open) => open
    ? html `<p class="soft">By hand</p>
        <pre>${repeat}</pre>`
    : html `<details>
        <summary>By hand</summary>
        <pre>${repeat}</pre>
      </details>`;
const describeWhere = (verdict) => `${verdict.cluster ? ` on Kubernetes ${(0,matrix/* formatServer */.xu)(verdict)}` : ''}, ${(0,base_text/* formatDuration */.a3)(verdict.ms)}`;
const drawSimulated = ({ cluster }) => cluster?.simulated
    ? html `<p>
        Pods were simulated: this proves manifests and Kubernetes’ controllers, never the program in a container.
      </p>`
    : '';
const drawMore = (length) => length > SHOWN ? html `<p class="soft">${length - SHOWN} more stand in compatibility.json.</p>` : '';

// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
;// CONCATENATED MODULE: ./src/report/page/table.ts

const drawTable = (name, head, rows) => html `<div class="wide" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html `<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(([first, ...cells]) => html `<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html `<td>${cell}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`;

;// CONCATENATED MODULE: ./src/report/page/files.ts






const drawFiles = (artifacts, verification) => html `${drawTable('Files with their digests', ['File', 'Target', 'Size', 'SHA-256'], artifacts.map(({ name, target, size, sha256 }) => [
    name,
    target ? (0,go_target/* formatTarget */.P4)(target) : '',
    html `<span class="n">${(0,base_text/* formatBytes */.z3)(size)}</span>`,
    html `<code class="copy">${sha256}</code>`
]))}
  ${verification.length > 0
    ? html `<h3>Verify what you download</h3>
          <p>In the folder with the files:</p>
          <pre>${verification.join('\n')}</pre>
          <p>
            ${verification_commands/* BESIDE */.Zv.map(([when, command]) => html `${when}: <code class="copy">${command}</code>. `)}${(0,verifying/* needsKey */.f)(verification) ? verification_commands/* KEY_NOTE */.F2 : ''}
          </p>`
    : ''}`;
const SOURCE = {
    machine: 'was on this machine',
    download: 'its official download',
    module: 'built from its Go module'
};
const drawTools = (used) => drawTable('Tools that were run', ['Tool', 'Version', 'From', 'Checked'], used.map(({ name, version, source, vouched }) => [name, version, SOURCE[source], vouched]));

;// CONCATENATED MODULE: ./src/report/page/head.ts





function describeResult(outcome, { verdicts, broken }) {
    const claims = verdicts.reduce((sum, { checks }) => sum + checks.length, 0);
    const accepted = verdicts.reduce((sum, verdict) => sum + (0,accepted_break/* listAccepted */.Oc)(verdict).length, 0);
    const failed = verdicts.reduce((sum, verdict) => sum + (0,matrix/* countFailures */.xL)(verdict), 0);
    switch (outcome) {
        case 'skipped':
            return { words: 'Nothing was proved', sign: '–', tone: 'soft' };
        case 'passed':
            return accepted === 0
                ? { words: `All ${claims} claims hold`, sign: '✓', tone: 'good' }
                : {
                    words: `${claims - accepted} of ${claims} claims hold, ${accepted} known ${accepted === 1 ? 'break is' : 'breaks are'} accepted`,
                    sign: '✓',
                    tone: 'good'
                };
        case 'failed':
            return {
                words: [
                    ...(failed > 0 ? [describeFailedChecks(failed, claims, ' claims')] : []),
                    ...describeNoVerdicts(broken.length)
                ].join(', '),
                sign: '✗',
                tone: 'bad'
            };
    }
}
const describeNoVerdicts = (broken) => broken === 0 ? [] : [`${broken} ${broken === 1 ? 'trial' : 'trials'} without a verdict`];
function drawFacts({ plan, url }) {
    const facts = [
        ['Run', `${plan.mode}: ${plan.why}`],
        ['Module', plan.moduleDir === '' ? plan.module : `${plan.module} (in ${plan.moduleDir})`],
        ['Commit', html `<code class="copy">${plan.commit}</code>`],
        ['Built with', plan.go.version],
        [
            'Compared with',
            'skip' in plan.baseline ? `nothing: ${plan.baseline.skip}` : `${plan.baseline.tag}: ${plan.baseline.why}`
        ],
        ...(plan.isolation ? [['Isolation', (0,isolation_text/* describeIsolation */.o)(plan.isolation)]] : []),
        [
            'Signature',
            'skip' in plan.signing
                ? `none: ${plan.signing.skip}`
                : plan.signing.work.map(({ mode, why }) => `${mode}: ${why}`).join('; ')
        ],
        ['Published', drawPublished(plan.publication, url)]
    ];
    return html `<dl class="facts">
      ${facts.map(([name, value]) => html `<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`)}
    </dl>
    ${plan.notes.map((note) => html `<p class="note">${note}</p>`)}`;
}
const drawPublished = (publication, url) => url === undefined
    ? 'skip' in publication
        ? `no: ${publication.skip}`
        : 'no'
    : /^https?:\/\/[^\s<>]+$/.test(url)
        ? html `<a href="${url}">${url}</a>`
        : url;

;// CONCATENATED MODULE: ./src/report/page/journey.ts




function drawJourneys(verdicts) {
    const told = verdicts.filter(({ moments = [] }) => moments.length > 0);
    return told.length === 0 ? undefined : html `${told.map(drawJourney)}`;
}
function drawJourney(verdict) {
    const { moments = [], compared, ms } = verdict;
    const steps = [...new Set(moments.map(({ step }) => step))];
    const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined);
    const parts = steps.map((step) => makeJourneyStep(step, moments));
    return html `<h3>
      ${(0,matrix/* formatTrialName */.zz)(verdict.trial)}${(0,matrix/* formatServer */.xu)(verdict) === '' ? '' : ` on Kubernetes ${(0,matrix/* formatServer */.xu)(verdict)}`}
    </h3>
    <ul>
      ${versions.map(({ name, origin }) => html `<li><b>${name}</b>, ${origin}</li>`)}
    </ul>
    ${drawBars(parts, ms)} ${parts.map((part) => drawClaims(part, ms))}`;
}
const makeJourneyStep = (step, all) => {
    const moments = all.filter((moment) => moment.step === step);
    return {
        name: step === '' ? 'around it' : step,
        moments,
        start: Math.min(...moments.map(({ at }) => at)),
        end: Math.max(...moments.map(({ at, ms }) => at + ms)),
        outcome: moments.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'done'
    };
};
const drawClaims = ({ name, moments, outcome }, whole) => {
    const failed = moments.filter((moment) => moment.outcome === 'failed').length;
    const summary = html `<summary>${name} ${drawTally(failed, moments.length)}</summary>`;
    const list = drawBars(moments.map(({ what, at, ms, outcome }) => ({
        name: what,
        start: at,
        end: at + ms,
        outcome: outcome === 'failed' ? 'failed' : 'done'
    })), whole);
    return outcome === 'failed'
        ? html `<details class="trial" open>${summary}${list}</details>`
        : html `<details class="trial">${summary}${list}</details>`;
};

// EXTERNAL MODULE: ./src/report/drill-text.ts
var drill_text = __webpack_require__(58963);
// EXTERNAL MODULE: ./src/report/losses.ts
var losses = __webpack_require__(25699);
// EXTERNAL MODULE: ./src/report/spoken.ts
var report_spoken = __webpack_require__(91082);
;// CONCATENATED MODULE: ./src/report/page/proof.ts









function drawProof(story) {
    const { plan, verdicts, drills = [], clusters } = story;
    if ('skip' in plan.trials)
        return html `<p>Nothing was proved: ${plan.trials.skip}.</p>`;
    const { columns, rows } = (0,matrix/* makeMatrix */.ES)(story);
    const cell = (verdict) => html `<div>
      <a href="#${formatAnchor(verdicts.indexOf(verdict))}">${drawCount(verdict)}</a>
      <span class="soft">${(0,base_text/* formatDuration */.a3)(verdict.ms)}${verdict.cluster?.simulated ? ', pods simulated' : ''}</span>
    </div>`;
    const proved = rows.length > 0;
    return html `${proved ? '' : html `<p>Nothing was proved.</p>`}${!proved
        ? ''
        : drawTable('Verdicts by suite and Kubernetes version', [
            'Suite',
            ...columns.map(({ kubernetes, name }) => (kubernetes === undefined ? 'No cluster' : `Kubernetes ${name}`))
        ], rows.map(({ name, cells }) => [
            name,
            ...cells.map(({ verdicts, broken }) => verdicts.length + broken.length === 0
                ? NOT_TRIED
                : [...verdicts.map(cell), ...broken.map(() => NO_VERDICT)])
        ]))}
  ${drills.map((drill) => html `<p class="note">${(0,drill_text/* describeDrill */.n)(drill)}</p>`)}
  ${plan.unproved.map(({ suite, why }) => html `<p class="note">Not proved, ${suite}: ${why}.</p>`)}
  ${plan.cluster ? html `<p class="soft">Clusters by ${plan.cluster.provider}: ${plan.cluster.why}.</p>` : ''}
  ${clusters.map(drawReady)}`;
}
const NOT_TRIED = html `<span class="soft" aria-hidden="true">–</span><span class="unseen">not tried</span>`;
const NO_VERDICT = html `<a class="bad" href="#failures"><span aria-hidden="true">✗</span> no verdict</a>`;
const drawReady = ({ server, ms, logs }) => html `<p class="soft">
    Kubernetes ${server} was ready after
    ${(0,base_text/* formatDuration */.a3)(ms)}.${logs === null ? '' : html ` Its logs: <code>${logs}</code>`}
  </p>`;
function drawLost(verdicts) {
    const all = (0,losses/* listLosses */.S)(verdicts);
    if (all.length === 0)
        return undefined;
    return html `<p>
      Fields that were written and were gone, or could not be written back, when the object was read. What is known is
      told and is no failure; what is not known is one.
    </p>
    ${drawTable('Fields lost between versions', ['Field', 'Written → read', 'Known', 'Seen by'], all.map((loss) => [
        html `${loss.kind}<br />${loss.fields.map((field) => html `<code>${field}</code> `)}`,
        loss.ways.map(drawWay),
        loss.because === undefined
            ? html `<b class="bad"><span aria-hidden="true">✗</span> no</b>`
            : html `<span class="good"><span aria-hidden="true">✓</span> yes</span><br />${loss.because}`,
        html `${loss.trials.join('; ')}<br /><span class="soft">${loss.servers.join(', ')}</span>`
    ]))}`;
}
const drawWay = ({ written, stored, read }) => html `<div>${written} → ${read.join(', ')} <span class="soft">stored as ${stored}</span></div>`;
function drawSpoken(proof) {
    const spoken = (0,report_spoken/* listSpoken */.t)(proof);
    if (spoken.length === 0)
        return undefined;
    return html `<p>
      By its import graph the program speaks <b>${(0,implementations/* shortenVersions */.tx)(spoken)}</b>. Others, as their sources and documents
      said in November 2026:
    </p>
    ${drawTable('Who speaks the same SMI versions', ['Who', 'Does', 'Versions', 'In common', 'State'], (0,implementations/* listMeetings */.Dm)(spoken).map((meeting) => {
        const { name, does, versions, state } = meeting.implementation;
        return [
            name,
            does === 'serves' ? 'serves it' : 'writes it',
            (0,implementations/* shortenVersions */.tx)(versions),
            drawCommon(meeting),
            state
        ];
    }))}`;
}
const drawCommon = ({ shared, apart }) => shared.length > 0
    ? html `<span class="good"><span aria-hidden="true">✓</span> ${(0,implementations/* shortenVersions */.tx)(shared)}</span>`
    : apart.length > 0
        ? html `<span class="bad"><span aria-hidden="true">✗</span> the same API, no version</span>`
        : 'other APIs';

;// CONCATENATED MODULE: ./src/report/page/style.ts
const STYLE = `
:root{color-scheme:light dark;--page:#fff;--box:#f5f6f8;--line:#d5d9e0;--text:#1b1f26;--soft:#545c69;--link:#0b57b8;--good:#14692f;--bad:#b3211a;--done:#4a7bd0;--rail:#e6e9ee}
@media(prefers-color-scheme:dark){:root{--page:#13161b;--box:#1c2027;--line:#363d49;--text:#e6e9ee;--soft:#a4adbb;--link:#8ab8ff;--good:#6fd391;--bad:#ff8d84;--done:#6f9be6;--rail:#2a303a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:70rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);letter-spacing:-.02em}
h2{font-size:1.4rem;letter-spacing:-.01em;margin:3rem 0 .75rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .5rem}
h4 span{font-weight:400;font-size:.875rem;margin-left:.5rem}
p{margin:.5rem 0;max-width:44rem}
ul{margin:.5rem 0;padding-left:1.2rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:.875em/1.5 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{margin:.25rem 0 .5rem;padding:.6rem .8rem;background:var(--box);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;user-select:all}
.copy{user-select:all}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;padding:.4rem .8rem;background:var(--page)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.soft{color:var(--soft);font-size:.9em}
.good{color:var(--good)}
.bad{color:var(--bad);font-weight:600}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.result{display:inline-block;max-width:none;margin:1rem 0;padding:.5rem 1rem;border:1.5px solid;border-radius:8px;font-size:1.2rem;font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:.75rem 2rem;margin:1rem 0 0}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0}
.note{border-left:4px solid var(--line);padding-left:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:.75rem 0;margin:1.5rem 0 0;border-block:1px solid var(--line)}
nav a{display:inline-block;padding:.2rem 0}
.wide{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:6rem}
thead th{border-top:0;background:var(--box);font-size:.85rem;color:var(--soft);white-space:nowrap}
tbody th{font-weight:600;overflow-wrap:anywhere}
td .soft{display:block}
td a{text-decoration-color:var(--soft)}
td>.copy{display:block;min-width:17rem;overflow-wrap:anywhere}
.checks{list-style:none;margin:0;padding:0}
.checks li{padding:.6rem 0;border-top:1px solid var(--line)}
.checks p{max-width:60rem;margin:.15rem 0}
.checks .seen{font-size:.925rem;color:var(--soft);white-space:pre-line}
.first>li{border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:8px;padding:.8rem 1rem;margin:.75rem 0}
.first .seen{color:inherit}
details{margin:.1rem 0}
summary{cursor:pointer;padding:.2rem 0;width:fit-content;max-width:100%}
.checks summary{color:var(--link);font-size:.875rem}
.bars+.trial{margin-top:1rem}
.trial{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.4rem .9rem}
.trial>summary{width:auto;font-weight:600}
.trial>summary span{font-weight:400;margin-left:.4rem}
.bars{list-style:none;margin:0;padding:0;font-size:.925rem}
.bars li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr) 5rem;gap:0 1rem;align-items:center;padding:.2rem 0}
.bars .n{text-align:right;color:var(--soft)}
.bars svg{display:block}
.rail{fill:var(--rail)}.done{fill:var(--done)}.failed{fill:var(--bad)}.reused{fill:var(--soft)}
@media(max-width:40rem){tbody th{min-width:7.5rem}td{min-width:9.5rem}td:nth-child(n+4){min-width:15rem}.bars li{grid-template-columns:minmax(0,1fr) auto}.bars svg{grid-row:2;grid-column:1/3}}
@media print{:root{--page:#fff;--box:#fff;--line:#bbb;--text:#000;--soft:#333;--link:#000;--good:#0a4a1e;--bad:#8f130d;color-scheme:light}nav,.skip{display:none}body{font-size:10pt}header,main{max-width:none;padding:0}.wide{overflow:visible}h2,h3,h4{break-after:avoid}li,tr{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
@media(forced-colors:active){.done,.failed,.reused{fill:CanvasText}.rail{fill:none}}
`;

;// CONCATENATED MODULE: ./src/report/page/vulnerabilities.ts




function drawVulnerabilities({ vulnerabilities: scanned }) {
    if (!scanned)
        return undefined;
    if ('unknown' in scanned)
        return html `<p>Not known: ${scanned.database} could not be asked: ${scanned.unknown}.</p>`;
    const { found, programs, database, modified } = scanned;
    const [open, accepted] = [model/* isOpen */.nT, model/* isAccepted */.oB].map((kind) => found.filter(kind).length);
    return html `<p>
      ${open === 0 ? (0,wording/* sayNothingOpen */.Ph)(accepted) : html `<strong>${String(open)} reachable</strong>`} in ${String(programs)}
      programs, as ${database} knows it${modified === null ? '' : ` (${modified})`}.
    </p>
    ${found.length === 0
        ? ''
        : drawTable('Known vulnerabilities', ['Known as', 'In', 'What', 'Repaired', 'Reachable'], found.map((item) => [
            (0,wording/* formatVulnerabilityName */.TI)(item),
            (0,wording/* formatHolder */.aS)(item),
            item.summary,
            (0,wording/* describeFix */.D6)(item),
            describeReach(item)
        ]))}`;
}
const describeReach = (item) => {
    if (!(0,model/* isReachable */.kj)(item))
        return 'no: only its module is there';
    const { accepted, expired, symbols } = item;
    const said = accepted
        ? `; accepted until ${accepted.until}: ${accepted.reason}`
        : expired
            ? `; accepted until ${expired.until}, which is over: ${expired.reason}`
            : '';
    return `${symbols.join(', ')}${said}`;
};

;// CONCATENATED MODULE: ./src/report/page/page.ts











const policy = `default-src 'none'; style-src 'sha256-${Buffer.from((0,base_digest/* hashBytes */.yi)(STYLE), 'hex').toString('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
function drawPage(story, outcome) {
    const { plan, verdicts, artifacts } = story;
    const { words, sign, tone } = describeResult(outcome, story);
    const all = [
        ['failures', 'What does not hold', drawFailures(story)],
        ['proof', 'Proof', drawProof(story)],
        ['losses', 'Lost between versions', drawLost(verdicts)],
        ['rollback', 'The upgrade and the way back', drawJourneys(verdicts)],
        ['smi', 'Who speaks the same SMI', drawSpoken(story)],
        ['evidence', 'Evidence', verdicts.length > 0 ? drawEvidence(verdicts) : undefined],
        ['vulnerabilities', 'Known vulnerabilities', drawVulnerabilities(story)],
        ['files', 'Files', artifacts.length > 0 ? drawFiles(artifacts, story.verification) : undefined],
        ['tools', 'Tools', story.tools.length > 0 ? drawTools(story.tools) : undefined],
        ['time', 'Where the time went', drawTimes(story)]
    ];
    const sections = all.filter(([, , body]) => body !== undefined);
    const title = `${plan.name} ${plan.version}`;
    return `<!doctype html>\n${html `<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: ${words}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <header>
          <h1>${title}</h1>
          <p class="result ${tone}"><span aria-hidden="true">${sign}</span> ${words}</p>
          ${drawFacts(story)}
          <nav aria-label="Sections">
            <ul>
              ${sections.map(([id, title]) => html `<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          ${sections.map(([id, title, body]) => html `<section id="${id}" aria-labelledby="${id}-title">
                <h2 id="${id}-title">${title}</h2>
                ${body}
              </section> `)}
        </main>
        <footer>Written by Slipway. The same for machines: compatibility.json and junit.xml beside this file.</footer>
      </body>
    </html> `.text}`;
}
function drawTimes({ spans }) {
    const worked = spans.filter(({ outcome }) => outcome !== 'skipped');
    if (worked.length === 0)
        return undefined;
    const whole = Math.max(...worked.map(({ end }) => end));
    const bar = worked.map((span) => ({ ...span, name: `${span.stage} ${span.item}` }));
    return html `<p>${(0,base_text/* formatDuration */.a3)(whole)} in all; bars side by side ran at the same time.</p>
    ${drawBars(bar, whole)}`;
}

// EXTERNAL MODULE: ./src/report/vulnerabilities.ts
var vulnerabilities = __webpack_require__(50628);
;// CONCATENATED MODULE: ./src/report/report.ts










async function writeReport(files, ledger, out, story, markdown) {
    const texts = {
        'report/compatibility.json': `${JSON.stringify(describeCompatibility(story), null, 2)}\n`,
        'report/vulnerabilities.json': `${JSON.stringify((0,vulnerabilities/* makeVulnerabilityReport */.R)(story), null, 2)}\n`,
        'report/junit.xml': formatJunit(story),
        'report/summary.md': markdown,
        'report/index.html': drawPage(story, judgeAllTrials(story.plan.trials, story))
    };
    await ledger.once(makeReportStep(story, Object.keys(texts)), async () => {
        for (const [name, text] of Object.entries(texts))
            await files.write((0,external_node_path_.join)(out, name), text);
        const made = Object.entries(texts).map(([path, text]) => ({
            path,
            sha256: (0,base_digest/* hashBytes */.yi)(text),
            size: Buffer.byteLength(text)
        }));
        return { value: made };
    });
}
const makeReportStep = (story, names) => ({
    kind: 'report',
    shape: 1,
    input: { outcome: (0,base_digest/* hashBytes */.yi)((0,json/* canonicalize */.dw)(describeOutcome(story))), files: names },
    fits: (value) => (0,decode/* listOf */.c3)(steps_ledger/* isMadeFile */.OJ)(value) &&
        (0,json/* isSame */.Ft)(value.map(({ path }) => path), names),
    leaves: (made) => made
});
const describeOutcome = ({ plan, verdicts, drills, broken, left, vulnerabilities, artifacts, verification, url }) => ({
    plan,
    verdicts,
    drills,
    broken: broken.map(describeUnproved),
    left: left?.map(({ kubernetes, failure: { message } }) => ({ kubernetes, message })),
    vulnerabilities: vulnerabilities &&
        ('found' in vulnerabilities ? [vulnerabilities.found, vulnerabilities.unused ?? []] : vulnerabilities.unknown),
    artifacts: artifacts.map(({ name, sha256 }) => ({ name, sha256 })),
    verification,
    url
});
const describeCompatibility = ({ plan, verdicts, drills, broken, clusters, tools }) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    commit: plan.commit,
    outcome: judgeAllTrials(plan.trials, { verdicts, broken }),
    skipped: 'skip' in plan.trials ? plan.trials.skip : null,
    baseline: 'skip' in plan.baseline ? { skipped: plan.baseline.skip } : report_describeBaseline(plan.baseline),
    unproved: plan.unproved,
    ...(plan.reported && { reportedBy: plan.reported.by }),
    tools: tools.map(({ name, version, source, vouched }) => ({ name, version, source, vouched })),
    clusters,
    ...describeSmi({ verdicts, broken }),
    verdicts,
    ...(drills && { drills }),
    broken: broken.map(describeUnproved)
});
const describeSmi = (proof) => {
    const speaks = (0,report_spoken/* listSpoken */.t)(proof);
    if (speaks.length === 0)
        return {};
    const others = (0,implementations/* listMeetings */.Dm)(speaks).map(({ implementation, shared, apart }) => ({ ...implementation, shared, apart }));
    return { smi: { speaks, others } };
};
const describeUnproved = ({ trial, failure: { kind, message, hint } }) => ({
    trial,
    kind,
    message,
    hint: hint ?? null
});
const report_describeBaseline = ({ tag, version, commit, why }) => ({ tag, version, commit, why });
const judgeAllTrials = (trials, { verdicts, broken }) => 'skip' in trials || (verdicts.length === 0 && trials.work.every(({ drill }) => drill))
    ? 'skipped'
    : broken.length === 0 && verdicts.every(({ outcome }) => outcome === 'passed')
        ? 'passed'
        : 'failed';

// EXTERNAL MODULE: ./src/report/summary.ts + 2 modules
var summary = __webpack_require__(55407);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __webpack_require__(47038);
;// CONCATENATED MODULE: ./src/pipeline/stages/lint.ts




async function lintSmi({ sources, speaks, sets, moduleDir }, host) {
    if (sources.manifests.length === 0)
        return;
    const [{ lintManifests }, { makeCrdSet, chooseStorage }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7780), __webpack_require__.e(1695), __webpack_require__.e(6001)]).then(__webpack_require__.bind(__webpack_require__, 46001)),
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7780)]).then(__webpack_require__.bind(__webpack_require__, 57780))
    ]);
    const own = sets.includes(crd_sets/* OWN */.Z) ? await makeRepositorySet(sources) : [];
    const { findings, objects } = lintManifests(sources.manifests, {
        speaks,
        sets: sets.flatMap((name) => name === crd_sets/* OWN */.Z
            ? own.filter((set) => typeof set !== 'string')
            : [makeCrdSet(name, name === 'all' ? { storage: chooseStorage(name, speaks) } : {})])
    });
    if (objects === 0 && findings.length === 0)
        return;
    for (const why of own)
        if (typeof why === 'string')
            host.warn(`SMI manifests: not held against CRDs of this repository: ${why}`);
    for (const { at, severity, rule, says, hint } of findings)
        await host.finding({
            rule,
            severity,
            file: (0,posix_.join)(moduleDir, at.file),
            line: at.line,
            message: hint === undefined ? says : `${says} ${hint}`
        });
    host.info(`SMI manifests: ${(0,base_text/* formatCount */.B4)(objects, 'object')}, ${(0,base_text/* formatCount */.B4)(findings.length, 'finding')}`);
}
async function makeRepositorySet({ crds }) {
    const [{ makeOwnSet }, { parseCrds }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7780), __webpack_require__.e(1695), __webpack_require__.e(2211)]).then(__webpack_require__.bind(__webpack_require__, 2211)),
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2174)]).then(__webpack_require__.bind(__webpack_require__, 72174))
    ]);
    try {
        return [makeOwnSet(parseCrds(crds))];
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        return [error.message];
    }
}

// EXTERNAL MODULE: ./src/steps/timeline.ts
var steps_timeline = __webpack_require__(68208);
// EXTERNAL MODULE: ./src/commands/show-release.ts
var show_release = __webpack_require__(56617);
// EXTERNAL MODULE: ./src/config/expected-signer.ts
var expected_signer = __webpack_require__(81835);
// EXTERNAL MODULE: ./src/facts/crd-files.ts
var crd_files = __webpack_require__(85750);
// EXTERNAL MODULE: ./src/facts/version.ts
var version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/baseline-record.ts




const isObtained = (0,decode/* shaped */.e9)({
    programs: (0,decode/* mapOf */.A7)(steps_ledger/* isMadeFile */.OJ),
    origin: decode/* isText */.KH,
    list: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({ sums: steps_ledger/* isMadeFile */.OJ, bundle: steps_ledger/* isMadeFile */.OJ }))
});
const locatePrograms = ({ version }, from) => `baseline/${version}-${from}`;
const makeBaselineStep = (plan, baseline, names) => ({
    kind: 'baseline',
    shape: 1,
    input: {
        tag: baseline.tag,
        commit: baseline.commit,
        from: baseline.from,
        signer: baseline.signer,
        target: (0,go_target/* formatTarget */.P4)(plan.host),
        names,
        ...(plan.variables && { variables: plan.variables })
    },
    fits: (value) => {
        if (!isObtained(value))
            return false;
        const { programs, list } = value;
        const place = locatePrograms(baseline, list ? 'release' : 'source');
        return (Object.values(programs).every(({ path }) => isBelow(place, path)) &&
            (!list || (list.sums.path === `${place}/${release_chains/* CHECKSUMS */.vM}` && list.bundle.path === `${place}/${release_chains/* BUNDLE */.dI}`)));
    },
    leaves: ({ programs, list }) => [...Object.values(programs), ...Object.values(list ?? {})]
});
const isBelow = (folder, path) => path.startsWith(`${folder}/`) && path.split('/').every((part) => !['', '.', '..'].includes(part));

;// CONCATENATED MODULE: ./src/pipeline/stages/prove/released-baseline.ts
var released_baseline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var released_baseline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








async function downloadBaseline({ plan, tools, signal }, baseline, names) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { releases, verifier, files } = tools;
        if (!releases || baseline.from === undefined)
            return { lacks: 'nobody said where its release is' };
        if (!verifier)
            return { lacks: 'nobody said who must have signed its release' };
        let published;
        try {
            published = await (await releases()).find(baseline.tag, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* Failure */.H) || error.kind === 'verification')
                throw error;
            return { lacks: `its release cannot be read: ${error.message}` };
        }
        if (!published)
            return { lacks: `${baseline.from} has no release of it` };
        if (published.yanked !== undefined)
            return { lacks: `its release was taken back: ${published.yanked}` };
        const there = published.files.map(({ name }) => name);
        const absent = [release_chains/* CHECKSUMS */.vM, release_chains/* BUNDLE */.dI].filter((name) => !there.includes(name));
        if (absent.length)
            return { lacks: `its release is not one that can be verified: it has no ${absent.join(' and no ')}` };
        const scratch = released_baseline_addDisposableResource(env_1, await files.scratch('baseline'), true);
        const fetch = async (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            await files.write(path, published.download(name));
            return path;
        };
        const [sums, bundle] = [await fetch(release_chains/* CHECKSUMS */.vM), await fetch(release_chains/* BUNDLE */.dI)];
        const verify = await verifier();
        await verify(sums, bundle, signal);
        const listed = (0,package_checksums/* parseChecksums */.yk)((await files.read(sums)) ?? new Uint8Array());
        const chosen = chooseArchives(plan, baseline, names, listed);
        if ('lacks' in chosen)
            return chosen;
        const place = locatePrograms(baseline, 'release');
        const programs = {};
        for (const { archive, holds } of chosen.archives) {
            if (!there.includes(archive.name))
                throw new errors/* Failure */.H('verification', `the release ${baseline.tag} has no ${archive.name}, which its signed list names`, {
                    hint: `Somebody took it away: ${published.url}. Build the tag instead with --to none, or --baseline none.`
                });
            const path = await fetch(archive.name);
            const digest = await files.digest(path);
            if (digest?.sha256 !== archive.sha256)
                throw new errors/* Failure */.H('verification', `${archive.name} of the release ${baseline.tag} is sha256 ${digest?.sha256 ?? '-'}, and its signed list says ${archive.sha256}`, { hint: `It is not run. Somebody changed it after it was signed: ${published.url}` });
            Object.assign(programs, await unpackPrograms({ plan, tools, signal }, path, place, holds));
        }
        const packed = chosen.archives.map(({ archive }) => archive);
        const lacking = names.filter((name) => !Object.hasOwn(programs, name));
        if (lacking.length)
            return { lacks: `${packed.map(({ name }) => name).join(', ')} has no ${lacking.join(' and no ')}` };
        const kept = async (from, name) => {
            await files.copy(from, (0,external_node_path_.join)(tools.out, place, name));
            const { sha256, size } = (await files.digest(from)) ?? { sha256: '', size: 0 };
            return { path: `${place}/${name}`, sha256, size };
        };
        const list = { sums: await kept(sums, release_chains/* CHECKSUMS */.vM), bundle: await kept(bundle, release_chains/* BUNDLE */.dI) };
        return {
            programs,
            list,
            origin: `${packed.map(({ name }) => name).join(', ')} of its release (${published.url}): the expected signer signed ${release_chains/* CHECKSUMS */.vM}, and sha256 ${packed.map(({ sha256 }) => sha256).join(', ')} is in it`
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = released_baseline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function chooseArchives(plan, baseline, names, listed) {
    const own = (baseline.packed ?? []).flatMap(({ name, holds }) => {
        const archive = listed.find((each) => each.name === name);
        const wanted = holds.filter(({ program }) => names.includes(program));
        return archive && wanted.length > 0 ? [{ archive, holds: wanted }] : [];
    });
    const held = own.flatMap(({ holds }) => holds.map(({ program }) => program));
    if (names.length > 0 && names.every((name) => held.includes(name)))
        return { archives: own };
    const stem = `${plan.name}_${baseline.version}_${(0,go_target/* formatTargetName */.a0)(plan.host)}`;
    const usual = listed.find(({ name }) => name === `${stem}.tar.gz` || name === `${stem}.zip`);
    const others = (baseline.packed ?? []).map(({ name }) => name);
    if (!usual)
        return { lacks: `its release has no ${[...others, `${stem}.tar.gz`].join(' and no ')}` };
    const entry = (name) => (plan.host.os === 'windows' ? `${name}.exe` : name);
    return { archives: [{ archive: usual, holds: names.map((program) => ({ program, entry: entry(program) })) }] };
}
async function unpackPrograms({ plan, tools: { files, out, unpack } }, archive, place, holds) {
    const programs = {};
    const put = async (program, bytes) => {
        const path = `${place}/${program}${plan.host.os === 'windows' ? '.exe' : ''}`;
        await files.write((0,external_node_path_.join)(out, path), bytes, 0o755);
        programs[program] = { path, sha256: (0,base_digest/* hashBytes */.yi)(bytes), size: bytes.length };
    };
    const [whole] = holds;
    if (whole?.entry === '') {
        await put(whole.program, (await files.read(archive, limits/* LIMITS */.b1.program.most)) ?? new Uint8Array());
        return programs;
    }
    for await (const { name, bytes } of unpack(archive, limits/* LIMITS */.b1.program.most)) {
        const held = holds.find(({ entry }) => entry === name);
        if (bytes && held)
            await put(held.program, bytes);
    }
    return programs;
}

;// CONCATENATED MODULE: ./src/pipeline/stages/prove/baseline.ts







async function obtainBaseline(run, baseline, names) {
    const { plan, tools, signal } = run;
    const { ledger, out } = tools;
    const source = (0,once/* callOnce */.q)(() => checkoutBaseline(run, baseline));
    const folder = async () => (0,external_node_path_.join)(await source(), plan.moduleDir);
    const { value, reused } = await ledger.once(makeBaselineStep(plan, baseline, names), async () => {
        const released = await downloadBaseline(run, baseline, names);
        return {
            value: 'lacks' in released ? await compileBaseline(run, baseline, await source(), released.lacks) : released
        };
    });
    const { programs, origin, list } = value;
    if (reused && list) {
        const verify = await tools.verifier?.();
        await verify?.((0,external_node_path_.join)(out, list.sums.path), (0,external_node_path_.join)(out, list.bundle.path), signal);
    }
    return {
        reused,
        version: {
            name: baseline.tag,
            version: baseline.version,
            origin,
            programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, (0,external_node_path_.join)(out, path)])),
            ...openFolderFiles(tools.files, folder, source),
            source: (0,once/* callOnce */.q)(async () => {
                await tools.complete(await source(), baseline, signal);
                return await folder();
            })
        }
    };
}
async function compileBaseline({ plan, tools, signal }, baseline, checkout, why) {
    const made = await tools.compile(checkout, baseline, locatePrograms(baseline, 'source'), signal);
    return {
        programs: made.programs,
        origin: `compiled with ${made.go} for ${(0,go_target/* formatTarget */.P4)(plan.host)} from commit ${baseline.commit.slice(0, 12)} (${why})`
    };
}
async function checkoutBaseline({ tools: { files, scope, checkOut }, signal }, { tag, commit }) {
    const { path } = scope.use(await files.scratch('checkout'));
    const clone = (0,external_node_path_.join)(path, 'source');
    try {
        await checkOut(commit, clone, signal);
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
            throw cause;
        throw new errors/* Failure */.H('input', `the baseline ${tag} (${commit.slice(0, 7)}) cannot be checked out: ${(typeof cause.cause === 'string' ? cause.cause : cause.message).trim()}`, {
            hint: 'Is its commit in this clone? Fetch all of it (actions/checkout: fetch-depth: 0), or --baseline none.',
            cause
        });
    }
    return clone;
}
const openFolderFiles = (files, folder, root = folder) => ({
    async file(path) {
        const whole = (0,external_node_path_.join)(await folder(), path);
        await (0,work_tree/* resolveInside */.LI)(files, await root(), whole, path);
        return await files.read(whole);
    },
    async list(path) {
        const whole = (0,external_node_path_.join)(await folder(), path);
        await (0,work_tree/* resolveInside */.LI)(files, await root(), whole, path);
        if ((await files.names(whole)) === undefined)
            return (await files.stamp(whole)) === undefined ? [] : [path];
        return (await files.list(whole)).map((name) => `${path.replace(/\/$/, '')}/${name}`);
    }
});

// EXTERNAL MODULE: ./src/source/second-checkout.ts + 1 modules
var second_checkout = __webpack_require__(61596);
;// CONCATENATED MODULE: ./src/commands/proof-tools.ts















const EARLIER = 12;
function makeProofTools(job) {
    const { context, facts, plan, project, sources, folder, out, files, ledger, env, scope } = job;
    const tools = {
        files,
        unpack: context.unpack,
        ledger,
        out,
        checkOut: makeCheckOut(job),
        releases: openReleases(job),
        verifier: makeBaselineVerifier(job),
        compile: (checkout, { tag, version }, into, signal) => compileVersion(job, (0,external_node_path_.join)(checkout, facts.moduleDir), version, into, signal).catch((error) => {
            signal.throwIfAborted();
            throw explainBaseline(error, tag, 'built');
        }),
        complete: (checkout, { tag, version }, signal) => completeVersion(job, checkout, version).catch((error) => {
            signal.throwIfAborted();
            throw explainBaseline(error, tag, 'prepared');
        }),
        scope
    };
    const candidate = (0,once/* callOnce */.q)(async () => {
        if (!job.prepared || job.prepared.made.files.length === 0)
            return folder;
        const { path } = scope.use(await files.scratch('candidate'));
        const root = (0,external_node_path_.join)(path, 'source');
        await makeCheckOut(job)(facts.commit, root, context.signal);
        await (0,overlay/* putMade */.nY)(files, root, job.prepared.made);
        return (0,external_node_path_.join)(root, facts.moduleDir);
    });
    const crdsAt = (commit) => (0,crd_files/* readCrdsAt */.qO)({ run: context.query, env: context.gitEnv(folder) }, { ...facts, commit }, project);
    return {
        suites: {
            processes: context.processes,
            files: context.scratchFiles,
            loopback: context.loopback,
            sandboxes: {
                ...context.sandboxes,
                open: (given) => context.sandboxes.open({ ...given, hides: [...given.hides, out, facts.root] })
            },
            toolchain: context.toolchain,
            env,
            sources,
            baselineCrds: () => ('skip' in plan.baseline ? Promise.resolve([]) : crdsAt(plan.baseline.commit)),
            earlierCrds: async () => {
                if ('skip' in plan.baseline)
                    return [];
                const found = [];
                for (const tag of (0,version/* listMinorsBefore */.QB)(plan.baseline.version, facts.moduleDir, Object.keys(facts.tagCommits)).slice(0, EARLIER)) {
                    const commit = facts.tagCommits[tag];
                    if (commit !== undefined)
                        found.push({ tag, files: await crdsAt(commit) });
                }
                return found;
            }
        },
        candidate: (programs) => ({
            name: plan.tag ?? plan.version,
            version: plan.version,
            origin: `compiled from commit ${plan.commit.slice(0, 12)}${plan.dirtyDigest ? ' with local changes' : ''}`,
            programs: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, (0,external_node_path_.join)(out, path)])),
            ...openFolderFiles(files, () => Promise.resolve(folder), () => Promise.resolve(facts.root)),
            source: () => candidate()
        }),
        async baseline(signal) {
            if ('skip' in plan.baseline)
                throw new Error('a plan without a baseline was asked for one');
            const names = plan.builds.filter(({ target }) => target === plan.host).flatMap(({ binaries }) => binaries);
            return await obtainBaseline({ plan, tools, signal }, plan.baseline, names.map(({ name }) => name));
        }
    };
}
const explainBaseline = (error, tag, what) => error instanceof errors/* Failure */.H
    ? new errors/* Failure */.H(error, `the baseline ${tag} cannot be ${what}: ${error.message}`, {
        hint: [error.hint, 'Another one: --baseline TAG; none: --baseline none.'].filter(Boolean).join(' '),
        cause: error.cause
    })
    : error;
const makeCheckOut = ({ context, facts, folder, files }) => (commit, to, signal) => (0,second_checkout/* checkOutCommit */.k)({ run: context.processes.run, env: context.gitEnv(folder), files, root: facts.root, signal }, commit, to);
function openReleases({ context, config, plan, files }) {
    const from = 'skip' in plan.baseline ? undefined : plan.baseline.from;
    return from === undefined ? undefined : () => context.publisher(from, config.token, files);
}
function makeBaselineVerifier({ context, config, plan, files, signer }) {
    const named = (0,expected_signer/* chooseExpectedSigner */.w0)(config, context.cwd);
    if (named)
        return async () => {
            const proves = await context.verifier(named, files, config['trusted-root']);
            return (path, bundle) => proves(path, bundle);
        };
    const own = (0,planned/* takeWork */.n)(plan.signing);
    if (own?.mode !== 'key')
        return undefined;
    return async () => {
        const ours = await signer();
        return (path, bundle, signal) => ours.verify(path, bundle, signal);
    };
}
async function prepareVersion({ context, read, plan: candidate, out, files, ledger, env: base }, folder, version) {
    const own = {
        targets: { text: (0,go_target/* formatTarget */.P4)(candidate.host), from: 'this machine' },
        version: { text: version, from: 'the tag' },
        main: read('main')
    };
    const { config, project } = await (0,parse/* readConfig */.Xg)(context.files(folder), folder, (name) => own[name]);
    const mode = { mode: 'build', why: 'the baseline' };
    const temporary = base['GOTMPDIR'] ?? '';
    return await (0,prepare_plan/* preparePlan */.H)(context, { mode, config, project, folder, out, temporary, keep: true }, files, ledger);
}
async function completeVersion(job, checkout, version) {
    const { context, facts, files } = job;
    const folder = (0,external_node_path_.join)(checkout, facts.moduleDir);
    const { project } = await (0,parse/* readConfig */.Xg)(context.files(folder), folder, () => undefined);
    if (project.steps.length === 0)
        return;
    const { prepared } = await prepareVersion(job, folder, version);
    if (prepared)
        await (0,overlay/* putMade */.nY)(files, checkout, prepared.made);
}
async function compileVersion(job, folder, version, into, signal) {
    const { context, out, files, env: base } = job;
    const prepared = await prepareVersion(job, folder, version);
    const { facts, go, plan, tracked } = prepared;
    const env = { ...prepared.env, ...(0,environment/* pickVariables */.hY)(base, ['GOCACHE']) };
    const traces = context.traces(facts.root, tracked, go);
    const place = (0,external_node_path_.join)(out, into);
    const built = [];
    for (const build of plan.builds) {
        const overlay = prepared.prepared && { overlay: prepared.prepared.overlay };
        const tools = { run: context.processes.run, files, go, env, folder, out: place, traces, ...overlay };
        built.push(...(await buildTarget({ plan, tools, signal }, build)));
    }
    const programs = built.map(({ name, path, sha256, size }) => [name, { path: `${into}/${path}`, sha256, size }]);
    return { programs: Object.fromEntries(programs), go: go.version };
}

;// CONCATENATED MODULE: ./src/commands/run-plan.ts
var run_plan_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_plan_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






















async function runPlan(job) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { context, config, facts, go, plan, sources, speaks, folder, out, files, ledger } = job;
        const { host } = context;
        host.section('plan', formatPlanTable({ ...plan, notes: [] }));
        for (const note of plan.notes)
            host.warn(note);
        if (plan.mode !== 'build')
            await lintSmi({ sources, speaks, sets: config['smi-set'], moduleDir: facts.moduleDir }, host);
        host.info('');
        const timeline = (0,steps_timeline/* timeline */.I)(host, () => performance.now());
        const signing = (0,planned/* takeWork */.n)(plan.signing);
        const publication = (0,planned/* takeWork */.n)(plan.publication);
        const publisher = publication && (await context.publisher(publication.to, config.token, files));
        const { told, publicKey } = await (0,preflight/* preflightRun */.rZ)({ ...job, publisher });
        for (const line of told)
            host.info(`  ${line}`);
        const fingerprint = await context.fingerprint(signing);
        const report = async (outcome) => {
            const story = {
                ...outcome,
                plan,
                spans: timeline.spans,
                tools: context.usedTools(),
                verification: listVerification(job, outcome),
                url: outcome.published?.url
            };
            const markdown = (0,summary/* composeSummary */.l)(story);
            await writeReport(files, ledger, out, story, markdown);
            await host.summary(markdown);
        };
        const signer = (0,once/* callOnce */.q)(async () => context.signer(signing, files, publicKey ?? (await lookUpPublicKey(ledger, signing, fingerprint))));
        const scope = run_plan_addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
        const cache = run_plan_addDisposableResource(env_1, plan.buildCache.kind === 'own' ? await files.scratch('build-cache') : undefined, true);
        const env = cache ? { ...job.env, GOCACHE: cache.path } : job.env;
        const outcome = await release({
            plan,
            tools: {
                ...makeProofTools({ ...job, env, signer, scope }),
                run: context.processes.run,
                files,
                deflate: context.deflate,
                licences: (0,module_licences/* makeModuleLicences */.L6)({ files, run: context.processes.run, go: go.path, env, folder, root: facts.root, vendored: plan.vendored }, context.signal),
                go,
                env,
                folder,
                root: facts.root,
                exported: job.exported,
                checkOut: makeCheckOut(job),
                out,
                traces: context.traces(facts.root, job.tracked, go),
                ...describeSteps(job),
                ledger,
                timeline,
                clusters: context.clusters(files, out, plan.cluster),
                proving: (0,p_limit/* default */.A)(context.clustersAtOnce(plan.cluster)),
                signer,
                fingerprint,
                publisher,
                unpack: context.unpack,
                thisRun: {
                    invocation: context.invocation,
                    repository: findPublishingRepository(publication?.to, context) ?? facts.remote,
                    tools: () => context.usedTools(),
                    now: context.now
                },
                changes: async (since) => since === undefined
                    ? undefined
                    : await listChangesSince({ run: context.query, env: context.gitEnv(folder) }, folder, since),
                async verification(names) {
                    if (!signing || signing.mode === 'rehearsal')
                        return [verification_commands/* COMPARE */.aI];
                    const identity = signing.mode === 'key' ? { publicKey: '' } : await (await signer()).identity(context.signal);
                    return formatDownloading(job, identity, names);
                },
                warn: (line) => host.warn(line),
                finding: (finding) => host.finding(finding),
                compiling: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)() + 1),
                packing: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)()),
                verifyModules: (signal) => plan.vendored ? Promise.resolve() : verifyModules(context.processes.run, go.path, folder, env, signal),
                report
            },
            signal: context.signal
        });
        if (plan.mode === 'gate') {
            const path = await writeVerdicts(files, out, plan, outcome.verdicts, context.invocation);
            host.info(`verdicts for a job that releases: ${path}`);
        }
        await handOnOutcome(job, outcome);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_plan_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const describeSteps = ({ prepared, files, ledger, out }) => prepared && {
    overlay: prepared.overlay,
    steps: {
        ...{ tools: prepared.tools, source: prepared.source, made: prepared.made },
        place: { files, ledger, out, keep: true, temporary: out }
    }
};
const findPublishingRepository = (to, context) => to === undefined ? undefined : context.repositoryOf(to)?.url;
const listVerification = (job, { signed, artifacts, published }) => signed
    ? formatDownloading(job, signed.identity, artifacts.map(({ name }) => name), published && /^https?:/.test(published.url) ? published.url : undefined)
    : [verification_commands/* COMPARE */.aI];
const formatDownloading = ({ context, plan }, identity, names, page) => [
    verification_commands/* COMPARE */.aI,
    ...context.downloaderLines(identity, {
        statements: (0,verification_commands/* listStatements */.l9)(names),
        trustedRoot: (0,planned/* takeWork */.n)(plan.signing)?.trustedRoot,
        ...(page === undefined ? {} : { release: page })
    })
];
async function handOnOutcome(job, outcome) {
    const { context, config, plan, out } = job;
    const { host, print } = context;
    const artifacts = outcome.artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ?? null,
        size,
        sha256
    }));
    const outputs = {
        version: plan.version,
        tag: plan.mode === 'release' ? (plan.tag ?? '') : '',
        'release-url': outcome.published?.url ?? '',
        'release-state': outcome.published ? 'published' : outcome.kept === undefined ? '' : 'draft',
        'draft-url': outcome.kept ?? '',
        artifacts: JSON.stringify(artifacts),
        checksums: (0,external_node_path_.join)(out, 'checksums.txt'),
        manifest: (0,external_node_path_.join)(out, 'manifest.json'),
        compatibility: judgeAllTrials(plan.trials, outcome),
        matrix: ''
    };
    for (const [name, value] of Object.entries(outputs))
        await host.output(name, value);
    const where = outcome.kept === undefined ? 'release' : 'draft';
    for (const name of outcome.foreign)
        host.warn(`${name} is in the ${where} and was not made by this run; it is kept`);
    host.info('');
    host.info(outcome.published
        ? `released ${plan.tag}: ${outcome.published.url}`
        : outcome.kept !== undefined
            ? (0,show_release/* describeKept */.gt)(plan.tag ?? '', outcome.kept)
            : `${plan.mode} of ${plan.version} done: ${out}`);
    const unsigned = outcome.signed ? '' : '   (not signed)';
    host.info(['verify it:', ...listVerification(job, outcome)].join('\n  ') + unsigned);
    if (config.json)
        print((0,json/* printJson */.Q2)({ ...outputs, artifacts }));
}

// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(80165);
;// CONCATENATED MODULE: ./src/commands/pipeline.ts
var pipeline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pipeline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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























async function runPipelineCommand(request, context) {
    const folder = (0,external_node_path_.resolve)(context.cwd, request.read('module')?.text ?? '.');
    try {
        await runPipeline(request, folder, context);
    }
    catch (error) {
        for (const finding of listFailureFindings(error, (0,external_node_path_.relative)(context.cwd, folder)))
            await context.host.finding(finding);
        throw error;
    }
}
async function runPipeline(request, folder, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,commands_context/* refuseOperands */.R)(request);
        const { command, read } = request;
        const asked = parseFolder(read('out')?.text.trim() || inputs/* INPUTS */.m.out.default);
        if (asked === undefined)
            return void (await (0,parse/* readConfig */.Xg)(context.files(folder), folder, read));
        const out = (0,external_node_path_.resolve)(context.cwd, asked);
        await context.refuseForeignPath(out);
        await refuseHeldFolder({ run: context.query, env: context.gitEnv(folder), files: context.files(out) }, folder, out);
        if (command !== 'plan' && read('dry-run')?.text !== 'true')
            context.host.keepIn(out);
        const settings = await (0,parse/* readConfig */.Xg)(context.files(folder), folder, read);
        const { config, project } = settings;
        const mode = (0,plan_mode/* chooseMode */.j)(command, context.surroundings.event);
        const dry = command === 'plan' || config['dry-run'];
        refuseMisplaced(config, mode.mode, dry);
        refuseLent(config, read, context.surroundings.event);
        const files = context.ownFiles(out);
        const _claim = pipeline_addDisposableResource(env_1, dry ? undefined : await context.claim(out), true);
        if (!dry && !(await files.read((0,external_node_path_.join)(out, '.gitignore'))))
            await files.write((0,external_node_path_.join)(out, '.gitignore'), '*\n');
        const ledger = (0,steps_ledger/* ledger */.Wg)(files, out);
        const temporary = pipeline_addDisposableResource(env_1, await context.scratchFiles.scratch('go'), true);
        const caches = dry ? undefined : context.caches;
        let whole = false;
        const scope = pipeline_addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
        scope.defer(async () => caches?.keep({ whole, tools: context.usedTools() }));
        const { event, startedFor } = context.surroundings;
        const known = async (work) => {
            const isOwn = startedFor === undefined || startedFor === work.commit;
            await caches?.restore({ ...work, folder, out }, (0,cache_policy/* chooseCaching */.PL)(mode.mode, event, config.cache === 'auto', isOwn));
        };
        const prepared = await (0,prepare_plan/* preparePlan */.H)(context, { mode, config, project, folder, out, temporary: temporary.path, keep: !dry, known, settled: { settings, read } }, files, ledger);
        refuseSharedPrograms(config, prepared.plan);
        if (dry) {
            await showPlan(context, config, prepared.plan);
            for (const line of await (0,preflight/* foreseeRelease */.t5)({ context, config, plan: prepared.plan, files }))
                context.host.warn(line);
            return;
        }
        if (config.shards) {
            const count = await takeShards({
                files,
                unpack: context.unpack,
                folder,
                ...(prepared.prepared && { made: mapMade(prepared.plan.moduleDir, [prepared.prepared.made]) })
            }, (0,external_node_path_.resolve)(context.cwd, config.shards), out, prepared.plan);
            context.host.info(`${count} shards of this plan are here: what they built is taken over`);
        }
        const planned = config.verdicts ? await takeVerdicts(context, config, prepared.plan, out) : prepared.plan;
        const job = { ...prepared, plan: planned, context, config, project, read, folder, out, files, ledger };
        if (!config.shard) {
            await runPlan(job);
            whole = true;
            return;
        }
        const part = selectShard(prepared.plan, config.shard);
        await runPlan({ ...job, plan: part });
        const shard = await writeShard(files, out, prepared.plan, config.shard, ledger.places(['build', 'package']));
        context.host.info(`shard: ${shard}`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = pipeline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function takeVerdicts(context, config, plan, out) {
    const from = (0,external_node_path_.resolve)(context.cwd, config.verdicts);
    if ((0,paths/* isWithin */.U)(out, from) || (0,paths/* isWithin */.U)(from, out))
        throw new errors/* Failure */.H('input', `verdicts is ${from}, which is in the output folder or holds it`, {
            hint: 'Hand verdicts.json over in a folder of its own: this job makes everything else anew.'
        });
    const reported = await readVerdicts(context.files(from), from, plan, context.invocation);
    const count = (0,base_text/* formatCount */.B4)(reported.verdicts.length, 'verdict');
    context.host.info(`${count} of ${(0,model_reported/* describeReporter */.h)(reported.by)} are here: what they are about is compiled again and compared`);
    return { ...plan, reported };
}
function parseFolder(text) {
    try {
        return inputs/* INPUTS */.m.out.parse(text);
    }
    catch {
        return undefined;
    }
}
function refuseMisplaced({ shard, shards, matrix, verdicts }, mode, dry) {
    if (verdicts && mode !== 'release')
        throw new errors/* Failure */.H('input', `verdicts is given, and this is no release but a ${mode}`, {
            hint: 'The job that proves is a gate, and the one that releases takes its verdicts.'
        });
    if (verdicts && shards)
        throw new errors/* Failure */.H('input', 'verdicts and shards are both given', {
            hint: 'A job that takes verdicts compiles itself what it compares. Leave shards out.'
        });
    if (shard && mode !== 'build')
        throw new errors/* Failure */.H('input', `shard is given, and this is no build but a ${mode}`, {
            hint: 'command: build makes a shard; a release takes all of them: shards: DIR.'
        });
    if (matrix && !dry)
        throw new errors/* Failure */.H('input', 'matrix is given, and this is no plan', { hint: 'command: plan' });
}
function refuseSharedPrograms({ shard, shards, matrix }, { prepared }) {
    const step = prepared?.steps.find(preparation/* runsProgram */.jv);
    if (!(shard || shards || matrix) || !step)
        return;
    throw new errors/* Failure */.H('input', `the step ${(0,preparation/* formatStep */.yS)(step)} runs a program that this build shares among machines`, {
        hint: 'Build on one machine: leave shard, shards and matrix out. Or make those files with `go run`, which needs no built program: run: [go, run, ./cmd/tool, …].'
    });
}
function refuseLent({ cluster }, read, { untrusted }) {
    if (cluster !== 'kubeconfig' || read('cluster') || untrusted === undefined)
        return;
    throw new errors/* Failure */.H('input', `slipway.yaml asks for the cluster of a kubeconfig, and this run is for ${untrusted}`, {
        code: 'untrusted-run',
        hint: 'Whoever wants that says it where the change cannot: cluster: kubeconfig in the workflow, or --cluster.'
    });
}
async function showPlan(context, config, plan) {
    if (!config.matrix)
        return context.print(config.json ? (0,json/* printJson */.Q2)(plan, 2) : formatPlanTable(plan));
    const jobs = formatJobMatrix(config.matrix.platform, plan, config.matrix.machines);
    context.print(jobs);
    await context.host.output('matrix', jobs);
}


/***/ }),

/***/ 57818:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findFirstOtherByte),
/* harmony export */   k: () => (/* binding */ findBinaryDifference)
/* harmony export */ });
/* harmony import */ var _binary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35105);

function findBinaryDifference(here, there, places = ['here', 'there']) {
    const at = findFirstOtherByte(here, there);
    if (at === undefined)
        return undefined;
    const [one, other] = [(0,_binary_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectBinary */ .w)(here), (0,_binary_js__WEBPACK_IMPORTED_MODULE_0__/* .inspectBinary */ .w)(there)];
    const told = one.build && other.build ? findInfoDifference(one.build, other.build, places) : undefined;
    if (told !== undefined)
        return `build info: ${told}`;
    const section = findOtherSection(here, there);
    return section === undefined
        ? `bytes: the first at ${at} of ${here.length} and ${there.length}`
        : `section ${section}, with equal build info`;
}
function findOtherSection(here, there) {
    const others = new Map((0,_binary_js__WEBPACK_IMPORTED_MODULE_0__/* .listSections */ .D)(there).map((section) => [section.name, section]));
    for (const { name, offset, size } of (0,_binary_js__WEBPACK_IMPORTED_MODULE_0__/* .listSections */ .D)(here)) {
        const other = others.get(name);
        if (!other)
            continue;
        const [a, b] = [here.subarray(offset, offset + size), there.subarray(other.offset, other.offset + other.size)];
        const at = findFirstOtherByte(a, b);
        if (at !== undefined)
            return `${name}: the first byte at ${at} of ${a.length} and ${b.length}`;
    }
    return undefined;
}
function findFirstOtherByte(here, there) {
    if (Buffer.compare(here, there) === 0)
        return undefined;
    const end = Math.min(here.length, there.length);
    for (let at = 0; at < end; at++)
        if (here[at] !== there[at])
            return at;
    return end;
}
function findInfoDifference(here, there, [first, second]) {
    const one = listInfoLines(here);
    const other = listInfoLines(there);
    for (const name of new Set([...one.keys(), ...other.keys()])) {
        const [a, b] = [one.get(name), other.get(name)];
        if (a !== b)
            return `${name} is ${a ?? 'absent'} ${first} and ${b ?? 'absent'} ${second}`;
    }
    return undefined;
}
function listInfoLines({ goVersion, path, main, deps, settings }) {
    return new Map([
        ['go', goVersion],
        ['path', path],
        ...(main ? [['mod', formatModule(main)]] : []),
        ...deps.map((dep) => [`dep ${dep.path}`, formatModule(dep)]),
        ...settings
    ]);
}
const formatModule = (module) => [module.path, module.version, module.sum, ...(module.replace ? ['=>', formatModule(module.replace)] : [])]
    .filter(Boolean)
    .join(' ');


/***/ }),

/***/ 13496:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ep: () => (/* binding */ SBOM_FORMAT),
/* harmony export */   gl: () => (/* binding */ SPDX_FORMAT),
/* harmony export */   nV: () => (/* binding */ ARCHIVE_FORMAT)
/* harmony export */ });
const ARCHIVE_FORMAT = 'libdeflate-1.26-level-5/1';
const SBOM_FORMAT = 'cyclonedx-1.6/2';
const SPDX_FORMAT = 'spdx-2.3/1';


/***/ }),

/***/ 23306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ec: () => (/* binding */ listLinkedParts),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   Hi: () => (/* binding */ computeSerialNumber),
/* harmony export */   _e: () => (/* binding */ describeProgram)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);
/* harmony import */ var _purl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26751);



const formatReference = ({ path, version }) => `${path}@${version}`;
const GO_LICENCE = 'BSD-3-Clause';
function describeProgram({ name, version, target, buildInfo, licensed }) {
    const { path, main, settings } = buildInfo;
    const purl = main &&
        (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGolangPurl */ .H)(main.path, findReleasedVersion(main.version), { goos: target.os, goarch: target.arch }, findSubpath(main.path, path));
    return {
        reference: 'program',
        name,
        version,
        purl,
        licensed,
        properties: {
            target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target),
            'go:package': path,
            'go:tags': settings.get('-tags'),
            'vcs:revision': settings.get('vcs.revision')
        }
    };
}
const listLinkedParts = ({ buildInfo: { goVersion, deps }, licences, vendored }) => [
    describeStandardLibrary(goVersion),
    ...deps.map((module) => describeLinked(module, licences.get(formatReference(module)), vendored))
].sort((a, b) => (a.reference < b.reference ? -1 : 1));
function describeStandardLibrary(goVersion) {
    const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1];
    return {
        reference: 'stdlib',
        name: 'stdlib',
        version: goVersion,
        purl: version === undefined ? undefined : (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGolangPurl */ .H)('stdlib', version),
        licensed: { ids: [GO_LICENCE] },
        properties: {}
    };
}
function describeLinked(module, licensed = { ids: [] }, vendored) {
    const { path, version, sum } = module.replace ?? module;
    const reference = formatReference(module);
    const folder = findReleasedVersion(version) === undefined;
    return {
        reference,
        name: folder ? module.path : path,
        version: folder ? undefined : version,
        purl: folder ? undefined : (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .formatGolangPurl */ .H)(path, version),
        licensed,
        properties: {
            'go:sum': sum === '' ? undefined : sum,
            'go:vendored': vendored && 'true',
            'go:vendored:sum': vendored?.get(`${path} ${version}`),
            'go:replaces': module.replace && reference,
            'go:folder': folder ? path : undefined
        }
    };
}
const findReleasedVersion = (version) => version === '(devel)' || version === '' ? undefined : version;
const findSubpath = (module, path) => path.startsWith(`${module}/`) ? path.slice(module.length + 1) : '';
function computeSerialNumber(form, { name, version, target, sha256 }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([form, name, version, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target), sha256].join('\0'))
        .digest();
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = digest.toString('hex');
    return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}


/***/ })

};
