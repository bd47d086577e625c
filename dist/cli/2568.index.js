export const id = 2568;
export const ids = [2568,3764];
export const modules = {

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 75821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ preflightPublication)
/* harmony export */ });
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _plan_archives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57288);


async function preflightPublication(plan, { tag }, publisher, signal) {
    const names = plan.archives.flatMap(_plan_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .listArchiveNames */ .f2);
    return await publisher.foresee({ tag, commit: plan.commit, names: [...names, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE */ .dI, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPATIBILITY */ .FZ, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK] }, signal);
}


/***/ }),

/***/ 3667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ preparePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/go/list.ts

async function listPackages({ run, go, env, signal }, cwd, args, more) {
    const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal }).catch((cause) => {
        signal.throwIfAborted();
        throw explainUnreadable(cause);
    });
    try {
        return stdout
            .split(/^}$/m)
            .filter((part) => part.trim())
            .map((part) => JSON.parse(`${part}}`));
    }
    catch (cause) {
        throw new errors/* Failure */.H('command', 'go list prints something else than packages', {
            hint: 'Is the go on PATH the real one? A wrapper must print nothing of its own.',
            cause
        });
    }
}
function explainUnreadable(cause) {
    if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
        return cause;
    const said = typeof cause.cause === 'string' ? cause.cause.trim() : '';
    if (/^failed to initialize build cache|build cache is (required|disabled)/m.test(said))
        return new errors/* Failure */.H('environment', `go has no build cache: ${findModuleLine(said)}`, {
            hint: 'Set GOCACHE to a folder that may be written, or HOME to one that can hold it.',
            cause: cause.cause
        });
    const about = explainUnfetched(said);
    return (about ??
        new errors/* Failure */.H('input', `go cannot read this module: ${dropProgress(said).replace(/^go: /, '').split('\n').slice(0, 3).join(' ')}`, {
            hint: 'Make `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.',
            cause: cause.cause
        }));
}
function explainUnfetched(said, about = 'a module') {
    if (/SECURITY ERROR|checksum mismatch/.test(said))
        return new errors/* Failure */.H('verification', `${about} is not what go.sum or the checksum database says: ${findModuleLine(said)}`, {
            hint: 'Somebody changed a published version: do not build it.',
            cause: said
        });
    if (/could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey/.test(said))
        return new errors/* Failure */.H('environment', `git may not read ${about}: ${findModuleLine(said)}`, {
            hint: 'Private modules: set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent.',
            cause: said
        });
    if (/\b(40[134]|410|5\d\d) |dial tcp|no such host|i\/o timeout|connection refused|exit status 128|lookup disabled by GOPROXY=off/.test(said))
        return new errors/* Failure */.H('environment', `${about} cannot be fetched: ${findModuleLine(said)}`, {
            hint: 'Check GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.',
            cause: said
        });
    return undefined;
}
const findModuleLine = (said) => (dropProgress(said).split('\n')[0] ?? '').replace(/^go: /, '').replace(/:$/, '');
const dropProgress = (said) => said.replace(/^go: (?:downloading|extracting|finding) .*\n?/gm, '');

;// CONCATENATED MODULE: ./src/go/platforms.ts

const SOURCE = 'src/internal/platform/zosarch.go';
async function readTargetList({ run, go, env, signal, files }, cwd) {
    const source = await files.read((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(go)), ...SOURCE.split('/')));
    const pairs = source && parsePairs(Buffer.from(source).toString('utf8'));
    if (pairs)
        return pairs.join('\n');
    return (await run([go, 'tool', 'dist', 'list'], { cwd, env, signal })).stdout;
}
function parsePairs(source) {
    const [, list] = /^var List = \[\]OSArch\{\n([^]*?)^\}/m.exec(source) ?? [];
    const [, facts] = /^var distInfo = map\[OSArch\]osArchInfo\{\n([^]*?)^\}/m.exec(source) ?? [];
    if (list === undefined || facts === undefined)
        return undefined;
    const broken = matchPairs(facts, /^\t\{"(\w+)", "(\w+)"\}:\s*\{.*\bBroken: true\b.*\},$/gm);
    const all = matchPairs(list, /^\t\{"(\w+)", "(\w+)"\},$/gm);
    const whole = all.length > 0 && all.length === list.trimEnd().split('\n').length;
    return whole ? all.filter((pair) => !broken.includes(pair)) : undefined;
}
const matchPairs = (text, form) => [...text.matchAll(form)].map(([, os = '', arch = '']) => `${os}/${arch}`);

// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __webpack_require__(81782);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/smi/versions.ts
var versions = __webpack_require__(49854);
;// CONCATENATED MODULE: ./src/facts/go-packages.ts







const isAnalysis = (0,decode/* shaped */.e9)({
    mains: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ dir: decode/* isText */.KH, importPath: decode/* isText */.KH })),
    ...{ leftOut: (0,decode/* listOf */.c3)(decode/* isText */.KH), imports: (0,decode/* listOf */.c3)(decode/* isText */.KH), untracked: (0,decode/* listOf */.c3)(decode/* isText */.KH) }
});
const PLAIN = { tags: [], env: {} };
const chooseSettings = ({ settings }, dir) => {
    const { tags, env } = settings.find(({ main }) => main === dir) ?? PLAIN;
    return { tags, env };
};
const isSameChoosing = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const dropRepeated = (all) => all.filter((one, i) => all.findIndex((other) => isSameChoosing(one, other)) === i);
async function analysePackages(sources, question) {
    const { folder, targets } = question;
    const problems = (0,target_list/* findUnbuildable */.D)(targets, await readTargetList(sources, folder));
    if (problems.length)
        throw new errors/* Failure */.H('input', problems.join('\n'), {
            hint: 'Take those targets out; `go tool dist list` has all there are.'
        });
    const { mains, leftOut } = chooseUsualMains(await findMains(sources, question), question.wanted);
    const groups = dropRepeated(mains.map(({ dir }) => chooseSettings(question, dir)));
    const lists = await Promise.all(targets.flatMap((target) => groups.map((choosing) => {
        const own = mains.filter(({ dir }) => isSameChoosing(chooseSettings(question, dir), choosing));
        return findDependencies(sources, question, own, choosing, target);
    })));
    const tracked = await listFilesWithSubmodules(sources, question.root);
    return {
        mains,
        leftOut,
        imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
        untracked: [...new Set(lists.flatMap(({ files }) => files))].filter((file) => !tracked.has(file)).sort()
    };
}
function chooseUsualMains(mains, wanted) {
    const shipped = wanted.length ? mains : mains.filter(({ dir }) => dir === '.' || dir.startsWith('./cmd/'));
    if (shipped.length === 0)
        return { mains, leftOut: [] };
    return { mains: shipped, leftOut: mains.filter((main) => !shipped.includes(main)).map(({ dir }) => dir) };
}
async function findMains(sources, question) {
    const { folder, wanted } = question;
    const list = await findPackages(sources, question, wanted.length ? wanted : ['./...'], '0');
    const absent = list.find(({ Error, Name }) => wanted.length > 0 && !Name && /directory not found|no Go files in/.test(Error?.Err ?? ''));
    const broken = list.find((item) => item !== absent && item.Error && !isExcluded(item.Error.Err) && (wanted.length > 0 || item.Name === 'main'));
    if (broken?.Error)
        throw new errors/* Failure */.H('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, {
            hint: broken.Error.Pos ? `See ${broken.Error.Pos}.` : 'Make `go build ./...` pass, and commit.'
        });
    const mains = pickMains(folder, list);
    const others = [...new Set(list.map(({ ImportPath }) => ImportPath))].filter((path) => !mains.some(({ importPath }) => importPath === path));
    if (mains.length > 0 && (wanted.length === 0 || others.length === 0))
        return mains;
    const withCgo = pickMains(folder, await findPackages(sources, question, wanted.length ? wanted : ['./...'], '1'));
    const needCgo = withCgo.filter(({ dir }) => !mains.some((main) => main.dir === dir));
    if (needCgo.length)
        throw new errors/* Failure */.H('input', `${needCgo.map(({ importPath }) => importPath).join(', ')} needs cgo: no Go files without it`, {
            hint: 'Slipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
        });
    if (wanted.length === 0)
        throw new errors/* Failure */.H('input', `there is no main package in ${folder}`, {
            hint: 'Slipway releases programs: is this the module that has them? (--module DIR)'
        });
    const all = pickMains(folder, await findPackages(sources, question, ['./...'], '0'));
    throw new errors/* Failure */.H('input', `${others.join(', ')} is not a main package`, {
        hint: `main packages here: ${all.map(({ dir }) => dir).join(', ') || 'none'}`
    });
}
async function findPackages(sources, question, patterns, cgo) {
    const { folder, vendored, settings, targets } = question;
    const systems = [...new Map(targets.map((target) => [target.os, target])).values()];
    const lists = dropRepeated([PLAIN, ...settings.map(({ main }) => chooseSettings(question, main))]).flatMap((choosing) => {
        const args = [
            '-find',
            ...formatListFlags(vendored, choosing.tags),
            '-json=ImportPath,Name,Dir,Error',
            ...patterns
        ];
        return systems.map(async (target) => {
            const env = { ...choosing.env, ...(0,go_target/* makeTargetEnv */.pO)(target), CGO_ENABLED: cgo };
            const found = await listPackages(sources, folder, args, env);
            return found.filter(({ Dir = '' }) => isSameChoosing(chooseSettings(question, formatDir(folder, Dir)), choosing));
        });
    });
    return (await Promise.all(lists)).flat();
}
function pickMains(folder, list) {
    const mains = new Map();
    for (const { Name, ImportPath, Dir = '' } of list)
        if (Name === 'main')
            mains.set(ImportPath, formatDir(folder, Dir));
    return [...mains].map(([importPath, dir]) => ({ importPath, dir })).sort((a, b) => (a.dir < b.dir ? -1 : 1));
}
function formatDir(folder, path) {
    const dir = findPathBelow(folder, path) ?? '';
    return dir === '' ? '.' : `./${dir}`;
}
async function findDependencies(sources, { root, folder, vendored }, mains, choosing, target) {
    const fields = '-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles,Error';
    const args = ['-deps', ...formatListFlags(vendored, choosing.tags), fields, ...mains.map(({ dir }) => dir)];
    const env = { ...choosing.env, ...(0,go_target/* makeTargetEnv */.pO)(target), CGO_ENABLED: '0' };
    const list = await listPackages(sources, folder, args, env);
    const broken = list.find((item) => item.Error);
    if (broken)
        throw await explainPackageError(sources, folder, { args, env, target }, broken);
    const outside = list.find(({ Module }) => Module?.Replace && !Module.Replace.Version && findPathBelow(root, Module.Replace.Dir ?? '') === undefined);
    if (outside)
        throw new errors/* Failure */.H('input', `go.mod replaces the module of ${outside.ImportPath} by ${outside.Module?.Replace?.Dir}, outside the repository`, {
            hint: 'A release holds only what its commit or a module version names: drop that replace line.'
        });
    const foreign = list.filter(({ Standard }) => !Standard);
    return {
        imports: foreign.filter(({ ImportPath }) => !(0,versions/* isSmiSdk */.a)(ImportPath)).flatMap(({ Imports = [] }) => Imports),
        files: foreign.flatMap(({ Dir = '', GoFiles = [], SFiles = [], HFiles = [], SysoFiles = [], EmbedFiles = [] }) => {
            const dir = findPathBelow(root, Dir);
            return dir === undefined
                ? []
                : [GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles].flat().map((file) => (dir === '' ? file : `${dir}/${file}`));
        })
    };
}
async function explainPackageError(sources, folder, { args, env, target }, { ImportPath, Error }) {
    const text = Error?.Err.trim() ?? '';
    const chain = (Error?.ImportStack ?? []).slice(0, -1);
    const by = chain.length ? ` (imported by ${chain.join(' → ')})` : '';
    if (isExcluded(text)) {
        const withCgo = await listPackages(sources, folder, args, { ...env, CGO_ENABLED: '1' });
        if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
            return new errors/* Failure */.H('input', `${(0,go_target/* formatTarget */.P4)(target)} needs cgo: ${ImportPath} has no Go files without it`, {
                hint: `Slipway builds with CGO_ENABLED=0; take ${(0,go_target/* formatTarget */.P4)(target)} out, or replace that package${by}.`
            });
        return new errors/* Failure */.H('input', `${ImportPath} has no Go files for ${(0,go_target/* formatTarget */.P4)(target)}`, {
            hint: `Take ${(0,go_target/* formatTarget */.P4)(target)} out, or name the programs that it has with --main${by}.`
        });
    }
    const missing = /missing go\.sum entry|cannot find module providing|is not in std/.test(text);
    return (explainUnfetched(text, ImportPath) ??
        new errors/* Failure */.H('input', `${ImportPath} cannot be built for ${(0,go_target/* formatTarget */.P4)(target)}: ${text.split('; to add:')[0]}`, {
            hint: [
                ...(Error?.Pos ? [`See ${Error.Pos}.`] : []),
                ...(missing ? ['Run `go mod tidy` and commit go.mod and go.sum.'] : [])
            ].join(' ')
        }));
}
async function listFilesWithSubmodules({ run, git: env, signal }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--recurse-submodules'], { env, signal });
    return new Set(stdout.split('\0'));
}
const formatListFlags = (vendored, tags) => [
    vendored ? '-mod=vendor' : '-mod=readonly',
    ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
];
const isExcluded = (text) => /build constraints exclude all Go files/.test(text);
function findPathBelow(folder, path) {
    const [outer, inner] = [folder, path].map((text) => text.replaceAll('\\', '/').replace(/\/$/, ''));
    if (inner === outer)
        return '';
    return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/facts/archive-files.ts

function listInModule(moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}
function chooseArchiveFiles({ archiveFiles: named }, moduleDir, tracked) {
    const paths = tracked.map(({ path }) => path);
    const own = listInModule(moduleDir, tracked);
    const missing = named.filter((file) => !own.includes(file));
    if (missing.length)
        throw new errors/* Failure */.H('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file.'
        });
    const usual = own.filter((file) => /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i.test(file));
    const legal = usual.some((file) => LEGAL.test(file)) ? [] : listLegalFilesAbove(moduleDir, paths);
    return [...new Set([...legal, ...usual, ...named])].sort();
}
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i;
function listLegalFilesAbove(moduleDir, paths) {
    if (moduleDir === '')
        return [];
    return paths.filter((path) => LEGAL.test(path)).map((path) => '../'.repeat(moduleDir.split('/').length) + path);
}

// EXTERNAL MODULE: ./src/facts/event.ts
var facts_event = __webpack_require__(5295);
// EXTERNAL MODULE: ./src/facts/git.ts
var facts_git = __webpack_require__(17587);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
;// CONCATENATED MODULE: ./src/go/import-section.ts
function cutImportSection(source) {
    const end = findEndOfImports(source);
    const embeds = source.slice(end).match(/^.*\/\/go:embed.*$/gm) ?? [];
    return [source.slice(0, end), ...embeds].join('\n');
}
const TOKEN = /[\s\uFEFF;]+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[().]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
function findEndOfImports(source) {
    let at = 0;
    for (;;) {
        TOKEN.lastIndex = at;
        const token = TOKEN.exec(source)?.[0];
        if (token === undefined)
            return source.length;
        if (/^(const|type|var|func)$/.test(token))
            return at;
        at += token.length;
    }
}

;// CONCATENATED MODULE: ./src/facts/go-sources.ts



const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
async function digestSources(files, root, tracked) {
    const lines = await Promise.all(tracked.map(async ({ path, mode, object }) => {
        if (WHOLE.test(path) || mode === SUBMODULE)
            return `${mode} ${object} ${path}`;
        if (!path.endsWith('.go'))
            return `${mode} ${path}`;
        const bytes = await files.read((0,external_node_path_.join)(root, path)).catch(() => undefined);
        if (bytes)
            return `${mode} ${(0,digest/* hashBytes */.yi)(cutImportSection(Buffer.from(bytes).toString('utf8')))} ${path}`;
        const whole = await files.digest((0,external_node_path_.join)(root, path)).catch(() => undefined);
        return `${mode} ${whole?.sha256 ?? '-'} ${path}`;
    }));
    return (0,digest/* hashBytes */.yi)(lines.join('\0'));
}
const SUBMODULE = '160000';

// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
;// CONCATENATED MODULE: ./src/plan/isolation.ts


function isolatePlan(plan, isolation, holding) {
    const secrets = isolation.by === 'none' ? listSecrets(plan, holding) : [];
    if (secrets.length === 0)
        return { ...plan, isolation };
    throw new errors/* Failure */.H('environment', `programs under test would run beside ${secrets.join(', ')}, and nothing keeps them apart here: ${isolation.why}`, {
        code: 'no-isolation',
        hint: 'Install bubblewrap on Linux, or prove in a job without secrets and release in another one: docs/security.md explains both.'
    });
}
function listSecrets({ signing, cluster }, { surroundings, token }) {
    const { secrets, event } = surroundings;
    const trusted = event.untrusted === undefined;
    const { mode, key } = (0,planned/* takeWork */.n)(signing) ?? {};
    return [
        ...secrets.filter(({ isToken }) => trusted || !isToken).map(({ name }) => name),
        ...(token && trusted ? ['the token of the platform'] : []),
        ...(mode === 'key' && !key?.startsWith('env://') ? ['the signing key'] : []),
        ...(cluster?.provider === 'kubeconfig' ? ['the kubeconfig'] : [])
    ];
}

// EXTERNAL MODULE: ./src/plan/plan.ts + 5 modules
var plan_plan = __webpack_require__(13471);
// EXTERNAL MODULE: ./src/plan/trials.ts
var trials = __webpack_require__(77766);
// EXTERNAL MODULE: ./src/facts/crd-files.ts
var crd_files = __webpack_require__(85750);
// EXTERNAL MODULE: ./src/crds/files.ts
var files = __webpack_require__(41415);
// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
;// CONCATENATED MODULE: ./src/commands/baseline.ts



const ANSWER_MS = 20_000;
async function planWithBaseline(context, config, files, make) {
    const known = {};
    for (;;) {
        const plan = make(known);
        const { baseline } = plan;
        if ('skip' in baseline || baseline.from === undefined || !comparesVersions(plan))
            return plan;
        if (known[baseline.tag] === undefined) {
            const why = await explainYank(context, config, baseline.from, baseline.tag, files);
            if (why !== undefined) {
                known[baseline.tag] = why;
                continue;
            }
        }
        const signer = await describeSigner(context, config, plan);
        return signer === undefined ? plan : { ...plan, baseline: { ...baseline, signer } };
    }
}
const comparesVersions = ({ trials }) => 'work' in trials && trials.work.some((trial) => (trial.with['baseline'] ?? null) !== null);
async function explainYank(context, { token }, from, tag, files) {
    const limit = AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_MS)]);
    try {
        return (await (await context.publisher(from, token, files)).find(tag, limit))?.yanked;
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error instanceof errors/* Failure */.H || limit.aborted)
            return undefined;
        throw error;
    }
}
async function describeSigner(context, config, plan) {
    const { key, identity, issuer } = config;
    const digest = async (path) => {
        const found = await context.scratchFiles.digest((0,external_node_path_.resolve)(context.cwd, path)).catch(() => undefined);
        return found ? `sha256:${found.sha256}` : path;
    };
    const root = config['trusted-root'];
    const by = root === '' ? '' : `, trusted root ${await digest(root)}`;
    if (key !== '')
        return `key ${await digest(key)}${by}`;
    if (identity !== '')
        return `identity ${identity} of ${issuer}${by}`;
    const own = (0,planned/* takeWork */.n)(plan.signing);
    if (own?.mode !== 'key')
        return undefined;
    return `the key of this release, ${(await context.fingerprint(own)) || own.key}`;
}

;// CONCATENATED MODULE: ./src/commands/prepare-plan.ts

















async function preparePlan(context, request, files, ledger) {
    const { mode, config, project, folder, out, temporary, known: tell } = request;
    const env = { ...context.buildEnv(folder), GOTMPDIR: temporary };
    const git = { run: context.query, env: context.gitEnv(folder) };
    (0,environment/* refuseNoCache */.gd)(env);
    const facts = await (0,facts_git/* gatherFacts */.pc)({ ...git, files }, folder);
    (0,facts_event/* refuseForeignHead */.p)(context.surroundings.event, facts.commit);
    const { version } = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    await tell?.({
        ...{ module: facts.module, go: version, commit: facts.commit },
        sums: (await files.digest((0,external_node_path_.join)(facts.root, facts.moduleDir, 'go.sum')))?.sha256 ?? '',
        recipe: {
            targets: config.targets.map(go_target/* formatTarget */.P4),
            main: [...config.main],
            tags: [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
        }
    });
    const [go, tracked, ignored] = await Promise.all([
        context.toolchain.go(version, context.signal),
        (0,facts_git/* listTracked */.z7)(git, facts.root),
        (0,facts_git/* digestIgnored */.F0)(git, facts.root, out)
    ]);
    const analysis = await analyseOnce({ context, request, files, ledger, facts, tracked, ignored, go, env });
    const module = (0,external_node_path_.join)(facts.root, facts.moduleDir);
    const place = { root: facts.root, folder: module };
    const speaks = (0,versions/* listSmiVersions */.X)(analysis.imports).map(({ group, version }) => `${group}/${version}`);
    const sources = await (0,crd_files/* readSources */.tW)(files, place, listInModule(facts.moduleDir, tracked), project, speaks.length > 0);
    const packed = chooseArchiveFiles(project, facts.moduleDir, tracked);
    await (0,work_tree/* refuseForeignFiles */.W)(files, { ...place, names: packed }, tracked);
    const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0;
    const seen = await (0,facts_git/* withIgnored */.LP)(files, facts, analysis.untracked);
    const input = {
        ...{ mode, config, project, analysis, facts: seen },
        contents: { archiveFiles: packed, sources },
        surroundings: context.surroundings,
        provider: proves ? await context.provider(config, (0,trials/* rollsOut */.zJ)(config, project)) : { missing: 'nothing is proved' }
    };
    const plan = await planWithBaseline(context, config, files, (yanked) => (0,plan_plan/* plan */.et)({ ...input, yanked }));
    return {
        ...{ facts: seen, sources, speaks, go, env },
        tracked: tracked.map(({ path }) => path),
        plan: (0,plan_plan/* needsPrograms */.FR)(plan.trials)
            ? isolatePlan(plan, await context.sandboxes.isolation(), {
                surroundings: context.surroundings,
                token: config.token !== ''
            })
            : plan
    };
}
async function analyseOnce(source) {
    const { context, request, files, ledger, facts, tracked, ignored, go, env } = source;
    const { config, project, folder, keep } = request;
    const question = {
        root: facts.root,
        folder: (0,external_node_path_.join)(facts.root, facts.moduleDir),
        vendored: facts.vendored,
        targets: config.targets,
        wanted: config.main,
        settings: project.builds
            .map(({ main, tags = [], env = {} }) => ({ main, tags, env }))
            .filter(({ tags, env }) => tags.length > 0 || Object.keys(env).length > 0)
    };
    const sources = await digestSources(files, facts.root, tracked);
    const input = { sources, dirty: facts.dirtyDigest, ignored, go: go.version, question };
    const step = { kind: 'analysis', shape: 1, input, fits: isAnalysis };
    const known = await ledger.lookUp(step);
    const { signal } = context;
    const asked = { run: context.processes.run, go: go.path, env, git: context.gitEnv(folder), files, signal };
    const analysis = known ?? (await analysePackages(asked, question));
    if (keep && !known && analysis.untracked.length === 0)
        await ledger.record(step, { value: analysis });
    return analysis;
}


/***/ }),

/***/ 85750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qO: () => (/* binding */ readCrdsAt),
/* harmony export */   tW: () => (/* binding */ readSources)
/* harmony export */ });
/* unused harmony exports isCrdPath, chooseCrdPaths, expandNamed */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2643);



const NOT_OURS = /(^|\/)(vendor|node_modules|third_party|testdata|tests?|e2e|examples?|hack|__tests__)\//;
const isCrdPath = (path) => /\.(ya?ml|json)$/.test(path) &&
    !NOT_OURS.test(path) &&
    (/(^|\/)crds?\//.test(path) || /(^|\/)([\w.-]*[-_.])?(crds?|customresourcedefinitions?)\.ya?ml$/.test(path));
const chooseCrdPaths = ({ crds }, tracked) => crds.files === undefined ? tracked.filter(isCrdPath) : expandNamed('crds.files', crds.files, tracked);
const chooseManifestPaths = ({ smi }, tracked) => smi.manifests === undefined
    ? tracked.filter((path) => /\.ya?ml$/.test(path) && !NOT_OURS.test(path))
    : expandNamed('smi.manifests', smi.manifests, tracked);
const expandNamed = (key, paths, tracked) => paths.flatMap((path) => {
    const below = tracked.filter((file) => file === path || (isFileBelow(file, path) && /\.(ya?ml|json)$/.test(file)));
    if (below.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `slipway.yaml: ${key} names ${path}, which git does not hold`, {
            hint: 'Paths are relative to the module, files or folders; commit the file.'
        });
    return below;
});
async function readSources(files, { root, folder }, tracked, settings, speaksSmi) {
    const text = async (path) => {
        await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveInside */ .L)(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), path);
        return { path, text: Buffer.from((await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))) ?? []).toString('utf8') };
    };
    const read = (paths) => Promise.all(paths.map(text));
    const found = async (path) => text(path).catch((error) => {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'input')
            return { path, text: '' };
        throw error;
    });
    return {
        crds: await read(chooseCrdPaths(settings, tracked)),
        samples: await read(expandNamed('crds.samples', settings.crds.samples, tracked)),
        manifests: speaksSmi || settings.smi.manifests !== undefined
            ? (await Promise.all(chooseManifestPaths(settings, tracked).map(settings.smi.manifests ? text : found))).filter(({ text }) => text.includes('smi-spec.io'))
            : []
    };
}
async function readCrdsAt({ run, env }, { root, moduleDir, commit }, { crds }) {
    const git = async (...args) => (await run(['git', '-C', root, ...args], { env })).stdout;
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const all = (await git('ls-tree', '-r', '-z', '--full-tree', '--name-only', commit)).split('\0');
    const own = all.filter((path) => path !== '' && path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const wanted = (crds.files ?? []).filter((path) => own.some((file) => isFileBelow(file, path)));
    const paths = crds.files === undefined ? chooseCrdPaths({ crds }, own) : expandNamed('crds.files', wanted, own);
    return await Promise.all(paths.map(async (path) => ({ path, text: await git('cat-file', 'blob', `${commit}:${prefix}${path}`) })));
}
const isFileBelow = (file, path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);


/***/ }),

/***/ 17587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ digestIgnored),
/* harmony export */   LP: () => (/* binding */ withIgnored),
/* harmony export */   pc: () => (/* binding */ gatherFacts),
/* harmony export */   z7: () => (/* binding */ listTracked)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _go_go_mod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32695);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42857);
/* harmony import */ var _base_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34358);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);






async function gatherFacts({ run, files, env }, folder) {
    const goModPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'go.mod');
    const goMod = await files.read(goModPath);
    if (!goMod)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `there is no go.mod in ${folder}`, {
            code: 'no-go-mod',
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const mod = (0,_go_go_mod_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGoMod */ .kW)(Buffer.from(goMod).toString('utf8'), goModPath);
    const git = async (...args) => (await run(['git', '-C', folder, ...args], { env })).stdout.replace(/\n$/, '');
    const says = (what, ...args) => git(...args).catch(explainGitRefusal(what, folder));
    const [place, time, refs, merged, status, remote, vendored] = await (0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .settleInOrder */ .p)([
        git('rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', 'HEAD').catch(explainNoRepository(folder)),
        says('when HEAD was committed', 'show', '-s', '--format=%ct', 'HEAD'),
        says('which tags there are', ...['for-each-ref', 'refs/tags', '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)']),
        says('which tags lie behind HEAD', 'for-each-ref', 'refs/tags', '--merged=HEAD', '--format=%(refname:strip=2)'),
        says('what differs from HEAD', 'status', '--porcelain=v1', '-z', '--untracked-files=all'),
        git('config', '--get', 'remote.origin.url').catch(() => undefined),
        files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'vendor', 'modules.txt')).then((digest) => digest !== undefined)
    ]);
    const [root = folder, prefix = '', shallow, commit = ''] = place.split('\n');
    const tags = refs
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\0'))
        .map(([name = '', object, peeled]) => ({ name, commit: peeled || object }));
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `git does not say the commit of ${folder} in the way that is known`, {
            code: 'not-a-repository',
            hint: 'Folders whose names hold a line break cannot be released from.'
        });
    if (!/^\d{1,12}$/.test(time))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `git says that HEAD of ${folder} was committed at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(time)}`, {
            hint: '`git show -s --format=%ct HEAD` should print one number.'
        });
    const dirty = parseStatusPaths(status);
    return {
        root,
        moduleDir: prefix.replace(/\/$/, ''),
        module: mod.module,
        goLine: mod.go,
        toolchainLine: mod.toolchain,
        vendored,
        commit,
        committedAt: new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z'),
        tags: tags.filter((tag) => tag.commit === commit).map((tag) => tag.name),
        allTags: tags.map((tag) => tag.name),
        tagCommits: Object.fromEntries(tags.map((tag) => [tag.name, tag.commit ?? ''])),
        mergedTags: merged.split('\n').filter(Boolean),
        dirty,
        dirtyDigest: dirty.length ? await digestDirt(files, root, status, dirty) : '',
        shallow: shallow === 'true',
        remote: remote && stripCredentials(remote)
    };
}
async function listTracked({ run, env }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--stage'], { env }).catch(explainGitRefusal('which files it holds', root));
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', object = ''] = line.split(' ', 2);
        return { mode, object, path: line.slice(line.indexOf('\t') + 1) };
    });
}
async function digestIgnored({ run, env }, root, out) {
    const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await run(['git', '-C', root, ...list], { env });
    const own = `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, out).replaceAll('\\', '/')}/`;
    const names = stdout.split('\0').filter((name) => !name.startsWith(own));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(names.join('\0'));
}
async function withIgnored(files, facts, ignored) {
    if (ignored.length === 0)
        return facts;
    return { ...facts, dirtyDigest: await digestDirt(files, facts.root, facts.dirtyDigest, ignored) };
}
const explainNoRepository = (folder) => (cause) => {
    const said = cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && cause.kind === 'command' && typeof cause.cause === 'string' ? cause.cause : '';
    if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && cause.kind !== 'command')
        throw cause;
    if (/ambiguous argument 'HEAD'|unknown revision/.test(said))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is a git repository without a commit`, {
            code: 'not-a-repository',
            hint: 'Commit first.',
            cause
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is not in a git repository that git accepts`, {
        code: 'not-a-repository',
        hint: /dubious ownership/.test(said)
            ? `Its owner is another user: git config --global --add safe.directory ${/at '([^']+)'/.exec(said)?.[1] ?? folder}`
            : 'Slipway builds commits: run it in a clone.',
        cause
    });
};
const explainGitRefusal = (what, folder) => (cause) => {
    if (!(cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H) || cause.kind !== 'command')
        throw cause;
    const said = typeof cause.cause === 'string' ? (cause.cause.trim().split('\n').at(-1) ?? '') : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('command', `git cannot say ${what} in ${folder}: ${said || cause.message}`, {
        hint: '`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.',
        cause
    });
};
function parseStatusPaths(status) {
    const parts = status.split('\0');
    const found = [];
    for (let i = 0; i < parts.length; i++) {
        const part = parts[i] ?? '';
        if (part.length < 4)
            continue;
        found.push(part.slice(3));
        if (/[RC]/.test(part.slice(0, 2)))
            i++;
    }
    return found;
}
async function digestDirt(files, root, status, dirty) {
    const digests = await Promise.all(dirty.map((path) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)).catch(() => undefined)));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(status + digests.map((digest) => digest?.sha256 ?? '-').join(' '));
}
const stripCredentials = (url) => url.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');


/***/ }),

/***/ 2643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ resolveInside),
/* harmony export */   W: () => (/* binding */ refuseForeignFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);


async function resolveInside(files, root, path, shown) {
    const [top = root, real] = await Promise.all([files.real(root), files.real(path)]);
    if (real === undefined)
        return undefined;
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(top, real).replaceAll('\\', '/');
    const parts = place.split('/');
    const out = parts[0] === '..' || /^(\/|[A-Za-z]:)/.test(place);
    if (!out && !parts.some((part) => part.toLowerCase() === '.git'))
        return place;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${shown} leads ${out ? 'out of the repository' : 'into the folder of git'}: to ${real}`, {
        code: 'leads-out',
        hint: 'Only files of the commit are read: put the file there, or let the link lead to one.'
    });
}
async function refuseForeignFiles(files, { root, folder, names }, tracked) {
    const regular = new Set(tracked.filter(({ mode }) => mode.startsWith('100')).map(({ path }) => path));
    for (const name of names) {
        const place = await resolveInside(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), name);
        if (place !== undefined && !regular.has(place))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${name} leads to ${place}, which is no file that git holds`, {
                code: 'leads-out',
                hint: 'What ships is of the commit: commit that file, or let the link lead to one that is.'
            });
    }
}


/***/ }),

/***/ 15619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ deriveExecName),
/* harmony export */   _7: () => (/* binding */ makeBuildCommand)
/* harmony export */ });
/* unused harmony export SETTABLE */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29083);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12853);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82577);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40766);





const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'];
const splitFlag = (flag) => {
    const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? [];
    return value === undefined ? [flag] : ['-X', value];
};
function makeBuildCommand(build) {
    const { ldflags = [], gcflags = [], tags = [], env = {} } = build.settings ?? {};
    const { version, commit, date } = build.stamp;
    const stamps = Object.entries({ version, commit, date }).flatMap(([name, value]) => ['-X', `main.${name}=${value}`]);
    const outputs = listOutputs(build);
    const linked = ldflags.flatMap(splitFlag);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .checkLinkerFlags */ .tL)(linked);
    return {
        argv: [
            build.go,
            'build',
            '-trimpath',
            '-buildvcs=true',
            build.vendored ? '-mod=vendor' : '-mod=readonly',
            ...(build.jobs === undefined ? [] : ['-p', String(build.jobs)]),
            ...(tags.length === 0 ? [] : ['-tags', tags.map(checkTag).join(',')]),
            ...(gcflags.length === 0 ? [] : ['-gcflags', quoteCompilerFlags(gcflags)]),
            '-ldflags',
            (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteFlags */ .iR)(['-s', '-w', '-buildid=', ...stamps, ...linked]),
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
/* harmony export */   VO: () => (/* binding */ checkCompilerFlags),
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

/***/ 11983:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ takeWork)
/* harmony export */ });
const takeWork = (planned) => ('work' in planned ? planned.work[0] : undefined);


/***/ }),

/***/ 57288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ph: () => (/* binding */ planArchives),
/* harmony export */   f2: () => (/* binding */ listArchiveNames),
/* harmony export */   qS: () => (/* binding */ findNameInArchive)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);


const findNameInArchive = (file) => file.replace(/^(\.\.\/)+/, '');
const listArchiveNames = ({ name, binaries }) => [
    name,
    ...binaries.flatMap(({ sbom, spdx }) => [sbom, ...(spdx === undefined ? [] : [spdx])])
];
function planArchives(targets, builds, { name, version }, files, { spdx }) {
    const archives = targets.map((target) => {
        const own = `${name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTargetName */ .a0)(target)}`;
        const format = target.os === 'windows' ? 'zip' : 'tar.gz';
        const binaries = builds
            .filter((build) => build.target === target)
            .flatMap((build) => build.binaries)
            .map((binary) => ({
            name: binary.name,
            path: binary.path,
            sbom: `${binary.name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTargetName */ .a0)(target)}.cdx.json`,
            ...(spdx && { spdx: `${binary.name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTargetName */ .a0)(target)}.spdx.json` })
        }));
        return { target, name: `${own}.${format}`, format, binaries, files: files };
    });
    refuseClashes(archives);
    return archives;
}
function refuseClashes(archives) {
    const names = archives.flatMap(listArchiveNames);
    const seen = new Map();
    for (const name of names) {
        const other = seen.get(name.toLowerCase());
        if (other !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `two files of the release would be named ${name}${other === name ? '' : ` and ${other}`}`, {
                hint: 'Two main packages or targets share a name: set builds[].name in slipway.yaml, or drop one target.'
            });
        seen.set(name.toLowerCase(), name);
    }
}


/***/ }),

/***/ 57081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ planAttestation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51120);


function planAttestation({ attestations }, published) {
    if (attestations === 'off')
        return { skip: 'attestations is off' };
    if ('skip' in published)
        return published;
    const lacks = !(0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlatform */ .rB)(published.to)?.keepsAttestations
        ? 'only GitHub keeps attestations'
        : published.keyless
            ? undefined
            : 'GitHub takes keyless signatures only';
    if (lacks === undefined)
        return { work: [{ required: attestations === 'required' }] };
    if (attestations === 'required')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `attestations is required, and ${lacks}`, {
            hint: 'Release to GitHub from a job with "permissions: id-token: write, attestations: write", or leave attestations at auto.'
        });
    return { skip: lacks };
}


/***/ }),

/***/ 8114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ BUILD_OUTPUT),
/* harmony export */   YE: () => (/* binding */ planRebuilds),
/* harmony export */   zu: () => (/* binding */ planBuilds)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15619);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);



function planBuilds(targets, mains, settings, version, facts) {
    const groups = groupBySettings(mains, settings);
    return targets.flatMap((target) => groups.map((group) => planBuild(target, group, version, facts)));
}
function groupBySettings(mains, builds) {
    const unknown = builds.filter((build) => !mains.some(({ dir }) => dir === build.main));
    if (unknown.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`, {
            hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
        });
    const groups = new Map();
    for (const main of mains) {
        const own = builds.find((build) => build.main === main.dir);
        const { ldflags = [], gcflags = [], tags = [], env = {}, name } = own ?? {};
        const settings = { ldflags, gcflags, tags, env };
        const key = JSON.stringify(name === undefined ? settings : { ...settings, name });
        const group = groups.get(key) ?? { settings, mains: [] };
        group.mains.push({ ...main, name: name ?? (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .deriveExecName */ .CI)(main.importPath) });
        groups.set(key, group);
    }
    return [...groups.values()];
}
const BUILD_OUTPUT = '{out}';
function planBuild(target, { mains, settings }, version, facts) {
    const stamp = { version, commit: facts.commit, date: facts.committedAt };
    const fill = (flag) => flag.replace(/\{(version|commit|date)\}/g, (_, name) => stamp[name]);
    const { argv, env, outputs } = (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .makeBuildCommand */ ._7)({
        go: 'go',
        target,
        mains: mains.map(({ importPath }) => importPath),
        outDir: BUILD_OUTPUT,
        stamp,
        vendored: facts.vendored,
        settings: { ...settings, ldflags: settings.ldflags.map(fill) },
        env: {}
    });
    const suffix = target.os === 'windows' ? '.exe' : '';
    const binaries = mains.map(({ name, importPath }, i) => ({
        name,
        main: importPath,
        made: (outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
        path: `bin/${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTargetName */ .a0)(target)}/${name}${suffix}`
    }));
    return { target, binaries, argv, env };
}
function planRebuilds(mode, { rebuild, targets }) {
    if (mode !== 'release')
        return { skip: `${mode} signs nothing that ships` };
    if (rebuild === 0)
        return { skip: 'rebuild is 0' };
    return { work: targets.slice(0, rebuild) };
}


/***/ }),

/***/ 89168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ chooseMode)
/* harmony export */ });
const GATED = {
    'pull-request': 'a pull request is gated',
    'merge-queue': 'a merge queue is gated'
};
function chooseMode(command, event) {
    if (command === 'build' || command === 'gate')
        return { mode: command, why: `the command ${command}` };
    if (command === 'release')
        return { mode: command, why: 'the command release' };
    return event.kind === 'tag'
        ? { mode: 'release', why: 'a tag started this run' }
        : { mode: 'gate', why: GATED[event.kind] ?? 'no tag started this run' };
}


/***/ }),

/***/ 13471:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FR: () => (/* binding */ needsPrograms),
  et: () => (/* binding */ plan),
  KV: () => (/* binding */ runsPrograms)
});

// UNUSED EXPORTS: deriveProjectName

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/go/version.ts
var go_version = __webpack_require__(62054);
;// CONCATENATED MODULE: ./src/go/stamp.ts




function deriveStampedVersion(facts, tag, version, go) {
    if ((0,go_version/* parseGoMinor */.f)(go) < 24)
        return { versions: [], from: [] };
    const from = listTagsBehind(facts);
    if (tag === undefined || facts.dirty.length > 0)
        return { versions: [], from };
    if (facts.moduleDir !== '') {
        const own = listTagsBeside(tag, facts, go);
        return { versions: listVersionsOf(facts, own), from: isDecidedByTags(facts.moduleDir, go) ? own : from };
    }
    const fits = (name) => FORM.test(name) && listMajors(facts.module).includes(semver_default().parse(name)?.major ?? -1);
    const [highest] = facts.tags.filter(fits).sort((semver_default()).rcompare);
    if (highest !== undefined)
        return {
            versions: isUncertain(facts.module, go) ? listVersionsOf(facts, [highest]) : [highest],
            from: [highest],
            ...(highest !== tag && {
                note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
            })
        };
    const why = `${tag} is no version of ${facts.module} to go, which wants ${formatWanted(facts.module, version)}`;
    if (facts.shallow)
        throw new errors/* Failure */.H('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
            hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
        });
    return { versions: [], from, note: `${why}: build info has a pseudo-version` };
}
const FORM = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const isUncertain = (module, go) => (0,go_version/* parseGoMinor */.f)(go) === 24 || module.startsWith('gopkg.in/');
const isDecidedByTags = (moduleDir, go) => (0,go_version/* parseGoMinor */.f)(go) > 24 && !/(^|\/)v\d+$/.test(moduleDir);
function listTagsBeside(tag, { tags }, go) {
    const prefix = tag.slice(0, tag.length - cutVersionPart(tag).length);
    return tags.filter((name) => (0,go_version/* parseGoMinor */.f)(go) === 24 || name.startsWith(prefix)).sort();
}
function listVersionsOf({ commit, committedAt }, tags) {
    const named = tags.map(cutVersionPart).filter((name) => FORM.test(name));
    const unfit = named.filter((name) => semver_default().major(name) > 1).map((name) => `${name}+incompatible`);
    const pseudo = `*${committedAt.replace(/\D/g, '')}-${commit.slice(0, 12)}`;
    return [...new Set([...named, ...unfit]), pseudo, '(devel)'];
}
function listTagsBehind({ tags, mergedTags, shallow }) {
    const isVersion = (name) => FORM.test(cutVersionPart(name));
    const here = tags.filter(isVersion).sort();
    const before = mergedTags.filter((name) => isVersion(name) && !here.includes(name)).sort();
    return [
        ...here,
        ...(before.length ? [`${before.length} before: ${(0,digest/* hashBytes */.yi)(before.join('\n'))}`] : []),
        ...(shallow ? ['a shallow clone'] : [])
    ];
}
const cutVersionPart = (tag) => tag.slice(tag.lastIndexOf('/') + 1);
function listMajors(module) {
    const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? [];
    const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined);
    return major === undefined ? [0, 1] : [Number(major)];
}
const formatWanted = (module, version) => {
    const major = semver_default().major(version);
    return listMajors(module).includes(major)
        ? `v${version.replace(/\+.*/, '')}`
        : `a module path that ends in /v${major}`;
};

// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/plan/attestation.ts
var attestation = __webpack_require__(57081);
// EXTERNAL MODULE: ./src/plan/archives.ts
var plan_archives = __webpack_require__(57288);
// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/plan/baseline.ts




function chooseBaseline({ baseline, version, tag, from, yanked }, facts) {
    if (baseline === 'none')
        return { skip: 'baseline is none' };
    const all = Object.keys(facts.tagCommits).flatMap((name) => {
        const found = (0,facts_version/* readVersionOfTag */.KJ)(name, facts.moduleDir);
        return found === undefined || name === tag ? [] : [{ tag: name, version: found }];
    });
    if (baseline !== 'auto') {
        const named = all.find((each) => each.tag === baseline);
        const commit = facts.tagCommits[baseline];
        if (!named || commit === undefined)
            throw new errors/* Failure */.H('input', `there is no earlier version with the tag ${(0,base_text/* quote */.hD)(baseline)}`, {
                hint: all.length
                    ? `Tags of this module: ${sortVersions(all)
                        .slice(0, 8)
                        .map((each) => each.tag)
                        .join(', ')}.`
                    : 'Fetch tags (actions/checkout: fetch-depth: 0).'
            });
        if (tag !== undefined && semver_default().gt(named.version, version))
            throw new errors/* Failure */.H('input', `the baseline ${(0,base_text/* quote */.hD)(baseline)} is above ${version}: an upgrade goes up`, {
                hint: `Name a version below it, or leave it out: the highest stable one below ${version} is taken.`
            });
        const back = yanked[baseline];
        const why = back === undefined ? '--baseline names it' : `--baseline names it, though it was taken back: ${back}`;
        return { ...named, commit, why, from };
    }
    const stable = all.filter((each) => semver_default().prerelease(each.version) === null);
    const candidates = tag === undefined
        ? stable.filter((each) => facts.mergedTags.includes(each.tag))
        : stable.filter((each) => semver_default().lt(each.version, version));
    const [highest] = sortVersions(candidates.filter((each) => yanked[each.tag] === undefined));
    const passed = sortVersions(candidates)
        .filter((each) => yanked[each.tag] !== undefined && (!highest || semver_default().gt(each.version, highest.version)))
        .map((each) => `${each.tag} was taken back: ${yanked[each.tag]}`)
        .join('; ');
    if (!highest)
        return {
            skip: passed
                ? `every version before has been taken back: ${passed}`
                : facts.shallow
                    ? 'this clone is shallow and holds no tag of an earlier version'
                    : tag === undefined
                        ? 'no version was released before this commit'
                        : `no stable version below ${version} has a tag: a first release`
        };
    const why = tag === undefined
        ? 'the highest stable version in the history of this commit'
        : `the highest stable version below ${version}`;
    const commit = facts.tagCommits[highest.tag] ?? '';
    return { ...highest, commit, why: passed ? `${why}; ${passed}` : why, from };
}
const sortVersions = (all) => [...all].sort((a, b) => semver_default().rcompare(a.version, b.version));

// EXTERNAL MODULE: ./src/plan/builds.ts
var plan_builds = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/plan/publication.ts
var publication = __webpack_require__(16961);
;// CONCATENATED MODULE: ./src/plan/signing.ts

function planSigning(mode, config, surroundings) {
    if (config.sign === 'none')
        return { skip: 'sign is none' };
    if (mode === 'gate')
        return { work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships' }] };
    const key = config['sign-key'] || (surroundings.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '');
    if (config.sign === 'key' || (config.sign === 'auto' && key !== '')) {
        if (key === '')
            throw new errors/* Failure */.H('environment', 'sign is key, and there is no key', {
                code: 'no-key',
                hint: 'Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.'
            });
        return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] };
    }
    if (config.sign === 'keyless' || surroundings.hasIdentity) {
        if (!surroundings.hasIdentity)
            throw new errors/* Failure */.H('environment', 'sign is keyless, and this job has no identity token', {
                code: 'no-identity-token',
                hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
            });
        if ((config['signing-config'] === '') !== (config['trusted-root'] === ''))
            throw new errors/* Failure */.H('input', 'a Sigstore of your own is described by both its signing config and its trusted root', {
                hint: 'Give --signing-config FILE and --trusted-root FILE, or neither.'
            });
        const [signingConfig, trustedRoot] = [config['signing-config'], config['trusted-root']];
        return {
            work: [
                {
                    ...(signingConfig === '' ? {} : { signingConfig, trustedRoot }),
                    mode: 'keyless',
                    why: config.sign === 'keyless' ? 'sign is keyless' : 'no key, and the job has an identity token'
                }
            ]
        };
    }
    return { work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: the release is NOT signed' }] };
}

// EXTERNAL MODULE: ./src/plan/trials.ts
var trials = __webpack_require__(77766);
;// CONCATENATED MODULE: ./src/plan/vet.ts
function planVet(mode, level, builds, host) {
    if (level === 'off')
        return { skip: 'vet: off' };
    if (mode !== 'gate')
        return { skip: `a ${mode} is not vetted: its gate was` };
    const build = builds.find(({ target }) => target === host) ?? builds[0];
    if (!build)
        return { skip: 'nothing is built' };
    const flags = build.argv.slice(2, build.argv.indexOf('-ldflags')).filter((flag) => flag !== '-buildvcs=true');
    return { work: [{ level, argv: ['go', 'vet', '-json', ...flags, './...'], env: build.env }] };
}

;// CONCATENATED MODULE: ./src/plan/vulnerabilities.ts


const DATABASE = 'https://vuln.go.dev';
function planVulnerabilities(mode, { vulnerabilities: gate }, accepted, { vulnerabilityDatabase: asked }) {
    if (mode === 'build')
        return { skip: 'build proves nothing' };
    if (gate === 'off')
        return { skip: 'vulnerabilities is off' };
    if (asked === 'off') {
        if (gate === 'warn')
            return { skip: 'GOVULNDB is off' };
        throw new errors/* Failure */.H('input', 'vulnerabilities is fail, and GOVULNDB is off: nobody could be asked', {
            hint: 'Take GOVULNDB away, let it name a mirror, or set vulnerabilities to warn or off.'
        });
    }
    return { work: [{ database: asked === '' ? DATABASE : parseDatabaseAddress(asked), gate, accepted }] };
}
function parseDatabaseAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.username || url?.password)
        throw new errors/* Failure */.H('input', 'GOVULNDB holds credentials, which would be shown', {
            hint: 'Let it name a mirror that needs none; a proxy of HTTPS_PROXY may have some.'
        });
    const plain = url?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (!url || !['https:', 'http:', 'file:'].includes(url.protocol) || plain || url.search || url.hash)
        throw new errors/* Failure */.H('input', `GOVULNDB is ${(0,base_text/* quote */.hD)(text)}, which is no https:// or file:// URL`, {
            hint: 'It names a copy of the database, such as https://vulndb.example.com; off: none is asked.'
        });
    return url.href.replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __webpack_require__(7196);
// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
;// CONCATENATED MODULE: ./src/plan/plan.ts



















function plan(input) {
    const { config, project, facts, analysis, contents, surroundings, provider } = input;
    const { mode, why } = input.mode;
    const { event } = surroundings;
    const chosen = (0,facts_version/* chooseVersion */.EH)({ version: config.version, event, release: mode === 'release' }, facts);
    const { version, tag, why: versionFrom } = chosen;
    refuseDirt(mode, facts, analysis);
    const name = project.name ?? deriveProjectName(facts.module);
    const go = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    (0,target/* refuseUnknownVariants */.RP)(config.targets, go.version);
    const baseline = mode === 'build' ? { skip: 'build proves nothing' } : chooseBaselineFor(input, chosen);
    const proof = mode === 'build'
        ? { trials: { skip: 'build proves nothing' }, unproved: [] }
        : (0,trials/* planTrials */.l7)(config, project, {
            ...{ name, version, tagged: tag !== undefined, baseline },
            ...{ imports: analysis.imports, crds: contents.sources.crds }
        }, { host: surroundings.host, provider });
    const own = surroundings.host;
    const host = config.targets.find(({ os, arch }) => os === own.os && arch === own.arch) ?? own;
    const alone = needsPrograms(proof.trials) && !config.targets.includes(host) ? [host] : [];
    const builds = (0,plan_builds/* planBuilds */.zu)([...config.targets, ...alone], analysis.mains, project.builds, version, facts);
    const archives = (0,plan_archives/* planArchives */.Ph)(config.targets, builds, { name, version }, contents.archiveFiles, {
        spdx: config.sbom === 'both'
    });
    if (mode !== 'build')
        (0,release_names/* refuseNames */.d3)(archives.flatMap(plan_archives/* listArchiveNames */.f2));
    const signed = mode === 'build' ? { skip: 'build signs nothing' } : planSigning(mode, config, surroundings);
    const published = (0,publication/* planPublication */.W)(mode, config, chosen, facts, surroundings);
    const cluster = (0,trials/* planCluster */.Ci)(proof.trials, provider);
    const stamped = deriveStampedVersion(facts, tag, version, go.version);
    return {
        mode,
        why,
        name,
        module: facts.module,
        moduleDir: facts.moduleDir,
        version,
        versionFrom,
        moduleVersions: stamped.versions,
        stampedFrom: stamped.from,
        tag,
        commit: facts.commit,
        committedAt: facts.committedAt,
        modified: facts.dirty.length > 0,
        dirtyDigest: facts.dirtyDigest,
        vendored: facts.vendored,
        go,
        baseline,
        host,
        builds,
        archives,
        vet: planVet(mode, config.vet, builds, host),
        trials: proof.trials,
        cluster,
        isolation: undefined,
        unproved: proof.unproved,
        rebuilds: (0,plan_builds/* planRebuilds */.YE)(mode, config),
        vulnerabilities: planVulnerabilities(mode, config, project.accepted, surroundings),
        signing: signed,
        publication: published,
        attestation: (0,attestation/* planAttestation */._)(config, 'skip' in published
            ? published
            : { to: (0,planned/* takeWork */.n)(published)?.to ?? '', keyless: (0,planned/* takeWork */.n)(signed)?.mode === 'keyless' }),
        notes: [
            ...listPlanNotes(facts, analysis, event),
            ...(stamped.note === undefined ? [] : [stamped.note]),
            ...listSignerNotes(signed, published, event)
        ]
    };
}
function chooseBaselineFor({ config, facts, surroundings, yanked = {} }, { version, tag }) {
    const to = (0,publication/* chooseDestination */.g)(config.to, surroundings);
    return chooseBaseline({ baseline: config.baseline, version, tag, from: to === 'none' ? undefined : to, yanked }, facts);
}
const needsPrograms = (trials) => 'work' in trials && trials.work.some(runsPrograms);
const runsPrograms = (trial) => (0,suites/* findSuite */.gQ)(trial.suite).needs(trial).includes('programs');
const deriveProjectName = (module) => {
    const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
    return (parts.at(-1) ?? module).replace(/\.v\d+$/, '');
};
function refuseDirt(mode, facts, analysis) {
    if (mode !== 'release')
        return;
    if (facts.dirty.length)
        throw new errors/* Failure */.H('input', `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${formatSomePaths(facts.dirty)}`, {
            code: 'dirty-tree',
            hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
        });
    if (analysis.untracked.length)
        throw new errors/* Failure */.H('input', `the build would take in files that git does not hold: ${formatSomePaths(analysis.untracked)}`, {
            code: 'untracked-sources',
            hint: 'Commit them, or build without them: nobody else could build this release.'
        });
}
function listPlanNotes(facts, { untracked, leftOut }, event) {
    return [
        ...(leftOut.length ? [`not built: ${formatSomePaths(leftOut)}; --main names programs outside of . and ./cmd`] : []),
        ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
        ...(facts.dirty.length
            ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
            : []),
        ...(untracked.length ? [`the build takes in files that git does not hold: ${formatSomePaths(untracked)}`] : []),
        ...(facts.shallow
            ? ['this clone is shallow: "latest" and the notes are decided by the tags and commits that are here']
            : [])
    ];
}
function listSignerNotes(signing, publication, { kind }) {
    const to = (0,planned/* takeWork */.n)(publication)?.to;
    if ((0,planned/* takeWork */.n)(signing)?.mode !== 'keyless' || kind === 'tag' || !(0,platforms/* findPlatform */.rB)(to))
        return [];
    return [
        'no tag started this run: its signature will name the branch, which "slipway verify URL" refuses unless it is told ' +
            'the identity; start the release by its tag'
    ];
}
const formatSomePaths = (paths) => paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '');


/***/ }),

/***/ 77766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ planCluster),
/* harmony export */   l7: () => (/* binding */ planTrials),
/* harmony export */   zJ: () => (/* binding */ rollsOut)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58353);
/* harmony import */ var _model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37964);
/* harmony import */ var _smi_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49854);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7196);





function planTrials(config, project, candidate, { host, provider }) {
    const situation = {
        ...candidate,
        speaks: (0,_smi_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .listSmiVersions */ .X)(candidate.imports).map(({ group, version }) => `${group}/${version}`),
        sets: config['smi-set'],
        host,
        pods: choosePods(provider),
        minors: chooseMinors(config.kubernetes, provider)
    };
    if (config.kubernetes.length === 0 && config.suites === 'auto')
        return planNone('kubernetes is none');
    const suites = config.suites === 'auto'
        ? _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.filter((suite) => suite.fits(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite)))
        : config.suites.map(_suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .findSuite */ .gQ);
    if (suites.length === 0)
        return planNone('suites is none');
    const planned = suites.map((suite) => ({
        suite: suite.name,
        ...suite.plan(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite))
    }));
    const work = planned.flatMap(({ suite, trials = [] }) => trials.map((trial) => ({ suite, ...trial })));
    const unproved = planned.flatMap(({ suite, unproved: why }) => (why === undefined ? [] : [{ suite, why }]));
    if (work.length === 0) {
        const idle = 'the program imports neither the SMI SDK nor a Kubernetes client';
        const why = unproved.map(({ suite, why }) => `${suite}: ${why}`).join('; ');
        return { trials: { skip: config.suites === 'auto' ? [idle, why].filter(Boolean).join('; ') : why }, unproved };
    }
    return { trials: { work }, unproved };
}
const planNone = (skip) => ({ trials: { skip }, unproved: [] });
const rollsOut = ({ suites }, project) => _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.some((suite) => (suites === 'auto' || suites.includes(suite.name)) && suite.rollsOut?.((0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite)) === true);
const choosePods = (where) => 'missing' in where ? 'simulated' : (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .findClusterProvider */ .L)(where.provider).pods;
const chooseMinors = (asked, where) => () => {
    if (asked.length === 0)
        return [];
    if ('missing' in where)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no cluster can be made here: ${where.missing}`, {
            code: 'no-cluster',
            hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
        });
    return listOffered(asked, where);
};
function listOffered(asked, { provider, releases }) {
    const offers = Object.keys(releases);
    if (asked === 'auto')
        return offers.slice(0, 1);
    const unknown = asked.filter((minor) => !offers.includes(minor));
    if (unknown.length === 0)
        return [...new Set(asked)];
    if (!(0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .findClusterProvider */ .L)(provider).ours)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`, {
            hint: 'Leave --kubernetes out.'
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
        hint: `Offered: ${offers.join(', ')}. A cluster that already runs may have another: --kubeconfig FILE.`
    });
}
function planCluster(planned, provider) {
    if ('skip' in planned || 'missing' in provider)
        return undefined;
    const needed = new Set(planned.work.map(({ kubernetes }) => kubernetes));
    if ([...needed].every((minor) => minor === undefined))
        return undefined;
    const releases = Object.fromEntries(Object.entries(provider.releases).filter(([minor]) => needed.has(minor)));
    return { ...provider, releases };
}


/***/ }),

/***/ 93764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ describeIsolation)
/* harmony export */ });
const describeIsolation = ({ by, why }) => by === 'none' ? `none (${why}): programs under test run on the machine as it is` : `${by} (${why})`;


/***/ }),

/***/ 49854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ listSmiVersions),
/* harmony export */   a: () => (/* binding */ isSmiSdk)
/* harmony export */ });
const SDK = 'smi-(?:sdk-go|controller-sdk)(?:-[\\w.-]+)?(?:/v\\d+)?';
const VERSION = 'v\\d+(?:(?:alpha|beta)\\d+)?';
const TYPES = new RegExp(`(?:^|/)${SDK}/(?:pkg/)?apis/(access|specs|split)/(${VERSION})$`);
const CLIENTS = new RegExp(`(?:^|/)${SDK}/pkg/gen/client/(access|specs|split)/.+/\\1/(${VERSION})(?:/fake)?$`);
const COPIES = new RegExp(`(?:^|/)flagger/pkg/apis/smi/(${VERSION})$`);
const isSmiSdk = (importPath) => new RegExp(`(?:^|/)${SDK}(?:/|$)`).test(importPath);
const listSmiVersions = (importPaths) => {
    const found = importPaths.flatMap((path) => {
        const [, api, version] = TYPES.exec(path) ?? CLIENTS.exec(path) ?? [];
        if (api !== undefined && version !== undefined)
            return [`${api}.smi-spec.io/${version}`];
        const copy = COPIES.exec(path)?.[1];
        return copy === undefined ? [] : [`split.smi-spec.io/${copy}`];
    });
    return [...new Set(found)].sort().map((groupVersion) => {
        const [group = '', version = ''] = groupVersion.split('/');
        return { group, version };
    });
};


/***/ }),

/***/ 55546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ formatRecordPath),
/* harmony export */   OJ: () => (/* binding */ isMadeFile),
/* harmony export */   Wg: () => (/* binding */ ledger),
/* harmony export */   YG: () => (/* binding */ NO_LEDGER)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44427);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);





const isMadeFile = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .shaped */ .e9)({ path: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH, sha256: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isSha256 */ ._h, size: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isCount */ .my });
const isRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .shaped */ .e9)({
    step: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH,
    shape: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumber */ .Et,
    input: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2,
    value: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2,
    files: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2),
    by: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2)
});
function ledger(files, folder) {
    const done = new Map();
    const recorded = async (step) => {
        const record = await readRecord(files, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, formatRecordPath(step)));
        return record && isRecordOf(record, step) ? record : undefined;
    };
    const lookUp = async (step) => {
        const record = await recorded(step);
        if (!record)
            return undefined;
        const left = listLeftFiles(step, record.value);
        const found = await Promise.all(left.map(({ path }) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))));
        if (!found.every((digest, i) => digest !== undefined && digest.sha256 === left[i]?.sha256))
            return undefined;
        done.set(formatRecordPath(step), step.kind);
        return record.value;
    };
    const record = async (step, { value, by }) => {
        const { kind, shape, input } = step;
        const record = { step: kind, shape, input, value: value, files: listLeftFiles(step, value), by };
        await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, formatRecordPath(step)), `${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(record)}\n`);
        done.set(formatRecordPath(step), kind);
    };
    return {
        lookUp,
        record,
        async once(step, make) {
            const before = await lookUp(step);
            if (before !== undefined)
                return { value: before, reused: true };
            const made = await make();
            await record(step, made);
            return { value: made.value, reused: false };
        },
        async doneBy(step) {
            const by = (await recorded(step))?.by;
            return (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH)(by) ? by : undefined;
        },
        places: (kinds) => [...done].flatMap(([place, kind]) => (kinds.includes(kind) ? [place] : []))
    };
}
const NO_LEDGER = {
    lookUp: () => Promise.resolve(undefined),
    record: () => Promise.resolve(),
    once: async (_, make) => ({ value: (await make()).value, reused: false }),
    doneBy: () => Promise.resolve(undefined),
    places: () => []
};
const formatRecordPath = ({ kind, shape, input }) => `steps/${kind}-${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hashBytes */ .yi)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)({ shape, input })).slice(0, 32)}.json`;
const listLeftFiles = (step, value) => (step.leaves?.(value) ?? [])
    .map(({ path, sha256, size }) => ({ path, sha256, size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
async function readRecord(files, path) {
    const bytes = await files.read(path).catch((error) => {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H && error.kind === 'input')
            return undefined;
        throw error;
    });
    const record = bytes && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(Buffer.from(bytes).toString('utf8'));
    return isRecord(record) ? record : undefined;
}
function isRecordOf(record, step) {
    const { value, input } = record;
    try {
        return (record.step === step.kind &&
            record.shape === step.shape &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(input) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(step.input) &&
            step.fits(value) &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(record.files) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(listLeftFiles(step, value)));
    }
    catch (error) {
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}


/***/ })

};
