export const id = 5560;
export const ids = [5560];
export const modules = {

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Rejects words behind a command that takes flags only. */
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
/* harmony export */   M: () => (/* binding */ preflight)
/* harmony export */ });
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _plan_archives_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57288);


/** What can be asked before the first compile is asked; resolves with what cannot be seen from here. Writes nothing. */
async function preflight(plan, { tag }, publisher, signal) {
    const names = plan.archives.flatMap(_plan_archives_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ);
    return await publisher.foresee({ tag, commit: plan.commit, names: [...names, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE */ .dI, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPATIBILITY */ .FZ, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK] }, signal);
}


/***/ }),

/***/ 82518:
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

/** The packages, each with its own error where it has one. Rejects with an 'input' Failure when the module cannot be read. */
async function goList({ run, go, env, signal }, cwd, args, more) {
    const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal }).catch((cause) => {
        signal.throwIfAborted();
        throw unreadable(cause);
    });
    // go list prints one JSON object after another, each closed by a brace in the first column.
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
/** With -e, go list fails only for what concerns the whole module: its go.mod, or a module graph that it cannot fetch. */
function unreadable(cause) {
    if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
        return cause;
    const said = typeof cause.cause === 'string' ? cause.cause.trim() : '';
    if (/^failed to initialize build cache|build cache is (required|disabled)/m.test(said))
        return new errors/* Failure */.H('environment', `go has no build cache: ${list_short(said)}`, {
            hint: 'Set GOCACHE to a folder that may be written, or HOME to one that can hold it.',
            cause: cause.cause
        });
    const about = unfetched(said);
    return (about ??
        new errors/* Failure */.H('input', `go cannot read this module: ${said.replace(/^go: /, '').split('\n').slice(0, 3).join(' ')}`, {
            hint: 'Make `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.',
            cause: cause.cause
        }));
}
/** What go says when a module cannot be fetched, as a Failure that says whose move it is; undefined for anything else. */
function unfetched(said, about = 'a module') {
    if (/SECURITY ERROR|checksum mismatch/.test(said))
        return new errors/* Failure */.H('verification', `${about} is not what go.sum or the checksum database says: ${list_short(said)}`, {
            hint: 'Somebody changed a published version: do not build it.',
            cause: said
        });
    if (/could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey/.test(said))
        return new errors/* Failure */.H('environment', `git may not read ${about}: ${list_short(said)}`, {
            hint: 'Private modules: set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent.',
            cause: said
        });
    if (/\b(40[134]|410|5\d\d) |dial tcp|no such host|i\/o timeout|connection refused|exit status 128|lookup disabled by GOPROXY=off/.test(said))
        return new errors/* Failure */.H('environment', `${about} cannot be fetched: ${list_short(said)}`, {
            hint: 'Check GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.',
            cause: said
        });
    return undefined;
}
/** The first line names the module. */
const list_short = (said) => (said.split('\n')[0] ?? '').replace(/^go: /, '').replace(/:$/, '');

;// CONCATENATED MODULE: ./src/go/platforms.ts

/** The list of all systems and processors in a Go's own source, since Go 1.21. */
const SOURCE = 'src/internal/platform/zosarch.go';
/**
 * What `go tool dist list` prints, a pair a line. It is read from Go's source where that has it: a module of a toolchain
 * comes without that tool, and the go command would compile it first.
 */
async function targetList({ run, go, env, signal, files }, cwd) {
    const source = await files.read((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(go)), ...SOURCE.split('/')));
    const pairs = source && pairsIn(Buffer.from(source).toString('utf8'));
    if (pairs)
        return pairs.join('\n');
    return (await run([go, 'tool', 'dist', 'list'], { cwd, env, signal })).stdout;
}
/** The pairs that are not broken; undefined for a source of another shape. */
function pairsIn(source) {
    const [, list] = /^var List = \[\]OSArch\{\n([^]*?)^\}/m.exec(source) ?? [];
    const [, facts] = /^var distInfo = map\[OSArch\]osArchInfo\{\n([^]*?)^\}/m.exec(source) ?? [];
    if (list === undefined || facts === undefined)
        return undefined;
    const broken = pairsOf(facts, /^\t\{"(\w+)", "(\w+)"\}:\s*\{.*\bBroken: true\b.*\},$/gm);
    const all = pairsOf(list, /^\t\{"(\w+)", "(\w+)"\},$/gm);
    const whole = all.length > 0 && all.length === list.trimEnd().split('\n').length;
    return whole ? all.filter((pair) => !broken.includes(pair)) : undefined;
}
const pairsOf = (text, form) => [...text.matchAll(form)].map(([, os = '', arch = '']) => `${os}/${arch}`);

// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __webpack_require__(81782);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/smi/versions.ts
var versions = __webpack_require__(49854);
;// CONCATENATED MODULE: ./src/facts/go-packages.ts







/** Whether a value that was read back is an analysis. */
const isAnalysis = (0,decode/* shaped */.e9)({
    mains: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ dir: decode/* isText */.KH, importPath: decode/* isText */.KH })),
    ...{ leftOut: (0,decode/* listOf */.c3)(decode/* isText */.KH), imports: (0,decode/* listOf */.c3)(decode/* isText */.KH), untracked: (0,decode/* listOf */.c3)(decode/* isText */.KH) }
});
const PLAIN = { tags: [], env: {} };
const settingsOf = ({ settings }, dir) => {
    const { tags, env } = settings.find(({ main }) => main === dir) ?? PLAIN;
    return { tags, env };
};
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
/** Each of them once. */
const distinct = (all) => all.filter((one, i) => all.findIndex((other) => same(one, other)) === i);
/**
 * Every refusal that needs no compiler: unknown targets, no main package, cgo, missing modules, code outside the repository.
 * `git` is the environment in which git is asked about the clone.
 */
async function analyse(sources, question) {
    const { folder, targets } = question;
    const problems = (0,target_list/* unbuildable */.Q)(targets, await targetList(sources, folder));
    if (problems.length)
        throw new errors/* Failure */.H('input', problems.join('\n'), {
            hint: 'Take those targets out; `go tool dist list` has all there are.'
        });
    const { mains, leftOut } = usual(await findMains(sources, question), question.wanted);
    // A file that one program's tags leave out may be in another.
    const groups = distinct(mains.map(({ dir }) => settingsOf(question, dir)));
    const lists = await Promise.all(targets.flatMap((target) => groups.map((choosing) => {
        const own = mains.filter(({ dir }) => same(settingsOf(question, dir), choosing));
        return dependencies(sources, question, own, choosing, target);
    })));
    const tracked = await trackedFiles(sources, question.root);
    return {
        mains,
        leftOut,
        imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
        untracked: [...new Set(lists.flatMap(({ files }) => files))].filter((file) => !tracked.has(file)).sort()
    };
}
/**
 * Where nobody named programs: the module's own folder and those below cmd, where Go modules keep what they ship. Only
 * a module that has none there gets all of its main packages: elsewhere lie generators, examples and test helpers.
 */
function usual(mains, wanted) {
    const shipped = wanted.length ? mains : mains.filter(({ dir }) => dir === '.' || dir.startsWith('./cmd/'));
    if (shipped.length === 0)
        return { mains, leftOut: [] };
    return { mains: shipped, leftOut: mains.filter((main) => !shipped.includes(main)).map(({ dir }) => dir) };
}
/** The main packages that any of the targets has: the same ones whatever the system that asks. */
async function findMains(sources, question) {
    const { folder, wanted } = question;
    const list = await find(sources, question, wanted.length ? wanted : ['./...'], '0');
    const absent = list.find(({ Error, Name }) => wanted.length > 0 && !Name && /directory not found|no Go files in/.test(Error?.Err ?? ''));
    const broken = list.find((item) => item !== absent && item.Error && !excluded(item.Error.Err) && (wanted.length > 0 || item.Name === 'main'));
    if (broken?.Error)
        throw new errors/* Failure */.H('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, {
            hint: broken.Error.Pos ? `See ${broken.Error.Pos}.` : 'Make `go build ./...` pass, and commit.'
        });
    const mains = mainsOf(folder, list);
    const others = [...new Set(list.map(({ ImportPath }) => ImportPath))].filter((path) => !mains.some(({ importPath }) => importPath === path));
    if (mains.length > 0 && (wanted.length === 0 || others.length === 0))
        return mains;
    const withCgo = mainsOf(folder, await find(sources, question, wanted.length ? wanted : ['./...'], '1'));
    const needCgo = withCgo.filter(({ dir }) => !mains.some((main) => main.dir === dir));
    if (needCgo.length)
        throw new errors/* Failure */.H('input', `${needCgo.map(({ importPath }) => importPath).join(', ')} needs cgo: no Go files without it`, {
            hint: 'Slipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
        });
    if (wanted.length === 0)
        throw new errors/* Failure */.H('input', `there is no main package in ${folder}`, {
            hint: 'Slipway releases programs: is this the module that has them? (--module DIR)'
        });
    const all = mainsOf(folder, await find(sources, question, ['./...'], '0'));
    throw new errors/* Failure */.H('input', `${others.join(', ')} is not a main package`, {
        hint: `main packages here: ${all.map(({ dir }) => dir).join(', ') || 'none'}`
    });
}
/** The packages, each as go sees it with its own settings. */
async function find(sources, question, patterns, cgo) {
    const { folder, vendored, settings, targets } = question;
    // Which folders hold programs may depend on the system; nobody makes it depend on the processor.
    const systems = [...new Map(targets.map((target) => [target.os, target])).values()];
    const lists = distinct([PLAIN, ...settings.map(({ main }) => settingsOf(question, main))]).flatMap((choosing) => {
        const args = ['-find', ...flags(vendored, choosing.tags), '-json=ImportPath,Name,Dir,Error', ...patterns];
        return systems.map(async (target) => {
            const env = { ...choosing.env, ...(0,go_target/* targetEnv */.Dm)(target), CGO_ENABLED: cgo };
            const found = await goList(sources, folder, args, env);
            return found.filter(({ Dir = '' }) => same(settingsOf(question, dirOf(folder, Dir)), choosing));
        });
    });
    return (await Promise.all(lists)).flat();
}
function mainsOf(folder, list) {
    const mains = new Map();
    for (const { Name, ImportPath, Dir = '' } of list)
        if (Name === 'main')
            mains.set(ImportPath, dirOf(folder, Dir));
    return [...mains].map(([importPath, dir]) => ({ importPath, dir })).sort((a, b) => (a.dir < b.dir ? -1 : 1));
}
/** `./cmd/tool` or `.` */
function dirOf(folder, path) {
    const dir = below(folder, path) ?? '';
    return dir === '' ? '.' : `./${dir}`;
}
async function dependencies(sources, { root, folder, vendored }, mains, choosing, target) {
    const fields = '-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles,Error';
    const args = ['-deps', ...flags(vendored, choosing.tags), fields, ...mains.map(({ dir }) => dir)];
    const env = { ...choosing.env, ...(0,go_target/* targetEnv */.Dm)(target), CGO_ENABLED: '0' };
    const list = await goList(sources, folder, args, env);
    const broken = list.find((item) => item.Error);
    if (broken)
        throw await explain(sources, folder, { args, env, target }, broken);
    const outside = list.find(({ Module }) => Module?.Replace && !Module.Replace.Version && below(root, Module.Replace.Dir ?? '') === undefined);
    if (outside)
        throw new errors/* Failure */.H('input', `go.mod replaces the module of ${outside.ImportPath} by ${outside.Module?.Replace?.Dir}, outside the repository`, {
            hint: 'A release holds only what its commit or a module version names: drop that replace line.'
        });
    const foreign = list.filter(({ Standard }) => !Standard);
    return {
        imports: foreign.filter(({ ImportPath }) => !(0,versions/* isSmiSdk */.a)(ImportPath)).flatMap(({ Imports = [] }) => Imports),
        files: foreign.flatMap(({ Dir = '', GoFiles = [], SFiles = [], HFiles = [], SysoFiles = [], EmbedFiles = [] }) => {
            const dir = below(root, Dir);
            return dir === undefined
                ? []
                : [GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles].flat().map((file) => (dir === '' ? file : `${dir}/${file}`));
        })
    };
}
/** Names cgo as the reason where the same package builds with it, as `go vet` would only say "build constraints exclude all". */
async function explain(sources, folder, { args, env, target }, { ImportPath, Error }) {
    const text = Error?.Err.trim() ?? '';
    const chain = (Error?.ImportStack ?? []).slice(0, -1);
    const by = chain.length ? ` (imported by ${chain.join(' → ')})` : '';
    if (excluded(text)) {
        const withCgo = await goList(sources, folder, args, { ...env, CGO_ENABLED: '1' });
        if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
            return new errors/* Failure */.H('input', `${(0,go_target/* formatTarget */.P4)(target)} needs cgo: ${ImportPath} has no Go files without it`, {
                hint: `Slipway builds with CGO_ENABLED=0; take ${(0,go_target/* formatTarget */.P4)(target)} out, or replace that package${by}.`
            });
        return new errors/* Failure */.H('input', `${ImportPath} has no Go files for ${(0,go_target/* formatTarget */.P4)(target)}`, {
            hint: `Take ${(0,go_target/* formatTarget */.P4)(target)} out, or name the programs that it has with --main${by}.`
        });
    }
    const missing = /missing go\.sum entry|cannot find module providing|is not in std/.test(text);
    return (unfetched(text, ImportPath) ??
        new errors/* Failure */.H('input', `${ImportPath} cannot be built for ${(0,go_target/* formatTarget */.P4)(target)}: ${text.split('; to add:')[0]}`, {
            hint: [
                ...(Error?.Pos ? [`See ${Error.Pos}.`] : []),
                ...(missing ? ['Run `go mod tidy` and commit go.mod and go.sum.'] : [])
            ].join(' ')
        }));
}
async function trackedFiles({ run, git: env, signal }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--recurse-submodules'], { env, signal });
    return new Set(stdout.split('\0'));
}
const flags = (vendored, tags) => [
    vendored ? '-mod=vendor' : '-mod=readonly',
    ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
];
const excluded = (text) => /build constraints exclude all Go files/.test(text);
/** A folder relative to another that it is or lies in, with `/`, '' for the same one; else undefined. Git and Go differ in slashes on Windows. */
function below(folder, path) {
    const [outer, inner] = [folder, path].map((text) => text.replaceAll('\\', '/').replace(/\/$/, ''));
    if (inner === outer)
        return '';
    return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/facts/archive-files.ts

/** Paths below the module's folder, relative to it. */
function inModule(moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}
/** LICENSE, README, NOTICE and CHANGELOG of the module's folder, and what slipway.yaml adds; only what git holds. */
function archiveFiles({ archiveFiles: named }, moduleDir, tracked) {
    const paths = tracked.map(({ path }) => path);
    const own = inModule(moduleDir, tracked);
    const missing = named.filter((file) => !own.includes(file));
    if (missing.length)
        throw new errors/* Failure */.H('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file.'
        });
    const usual = own.filter((file) => /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i.test(file));
    const legal = usual.some((file) => LEGAL.test(file)) ? [] : legalFilesAbove(moduleDir, paths);
    return [...new Set([...legal, ...usual, ...named])].sort();
}
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i;
/** The repository's own, for a module in a subdirectory that has none: module zips of the go command hold it too. */
function legalFilesAbove(moduleDir, paths) {
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
/**
 * What `go list` reads of a Go file, and nothing that it does not read: build constraints, the package clause, the
 * imports with the comments between them (cgo's settings are such), and every line with a go:embed pattern. Two files
 * with the same section give the same answers (readGoInfo in go/build/read.go stops at the first declaration).
 */
function importSection(source) {
    const end = endOfImports(source);
    const embeds = source.slice(end).match(/^.*\/\/go:embed.*$/gm) ?? [];
    return [source.slice(0, end), ...embeds].join('\n');
}
/** A blank, a comment, a semicolon, a string, a bracket, or a name: all that can stand before the first declaration. */
const TOKEN = /[\s\uFEFF;]+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[().]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
/** Where the first declaration that is no import begins, or what cannot be read: the whole file then. */
function endOfImports(source) {
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



/** Files whose every byte may count: module files, and sources with constraints of their own (go/build/build.go). */
const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
/**
 * A digest of all that decides what `go list` says of a repository's packages: the names of its files, what Go files
 * say before their first declaration, and every byte of module files, vendored packages and assembler. A commit that
 * changes functions and documents keeps it.
 */
async function sourcesDigest(files, root, tracked) {
    const lines = await Promise.all(tracked.map(async ({ path, mode, object }) => {
        if (WHOLE.test(path) || mode === SUBMODULE)
            return `${mode} ${object} ${path}`;
        if (!path.endsWith('.go'))
            return `${mode} ${path}`;
        const bytes = await files.read((0,external_node_path_.join)(root, path)).catch(() => undefined);
        if (bytes)
            return `${mode} ${(0,digest/* sha256 */.sc)(importSection(Buffer.from(bytes).toString('utf8')))} ${path}`;
        // Too large to be read: then every byte counts.
        const whole = await files.digest((0,external_node_path_.join)(root, path)).catch(() => undefined);
        return `${mode} ${whole?.sha256 ?? '-'} ${path}`;
    }));
    return (0,digest/* sha256 */.sc)(lines.join('\0'));
}
/** The mode of a submodule in git's index. */
const SUBMODULE = '160000';

// EXTERNAL MODULE: ./src/plan/plan.ts + 5 modules
var plan = __webpack_require__(13471);
// EXTERNAL MODULE: ./src/plan/trials.ts
var trials = __webpack_require__(77766);
// EXTERNAL MODULE: ./src/facts/crd-files.ts
var crd_files = __webpack_require__(85750);
// EXTERNAL MODULE: ./src/crds/files.ts
var files = __webpack_require__(41415);
// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
;// CONCATENATED MODULE: ./src/commands/baseline.ts



/** How long a platform may take to say whether a release was taken back, in milliseconds. */
const ANSWER_MS = 20_000;
/**
 * The plan with a baseline that was not taken back, as far as its platform can be asked, and with who must have signed it.
 * Only asks, and only where a trial compares. `make`: the plan when these releases, by tag, were taken back.
 */
async function planWithBaseline(context, config, files, make) {
    const known = {};
    for (;;) {
        const plan = make(known);
        const { baseline } = plan;
        if ('skip' in baseline || baseline.from === undefined || !compares(plan))
            return plan;
        if (known[baseline.tag] === undefined) {
            const why = await whyYanked(context, config, baseline.from, baseline.tag, files);
            if (why !== undefined) {
                known[baseline.tag] = why;
                continue;
            }
        }
        const signer = await describeSigner(context, config, plan);
        return signer === undefined ? plan : { ...plan, baseline: { ...baseline, signer } };
    }
}
const compares = ({ trials }) => 'work' in trials && trials.work.some((trial) => (trial.with['baseline'] ?? null) !== null);
/** Why a release was taken back. What cannot be asked is not known: then the proof says why its release is not read. */
async function whyYanked(context, { token }, from, tag, files) {
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
/** Who must have signed the baseline: who was named, else the key that signs this release. Tells one from another. */
async function describeSigner(context, config, plan) {
    const { key, identity, issuer } = config;
    const digest = async (path) => {
        const found = await context.scratchFiles.digest((0,external_node_path_.resolve)(context.cwd, path)).catch(() => undefined);
        return found ? `sha256:${found.sha256}` : path;
    };
    const root = config['trusted-root'];
    const by = root === '' ? '' : `, trusted root ${await digest(root)}`;
    // Of a key service there is no file, and its URL stays.
    if (key !== '')
        return `key ${await digest(key)}${by}`;
    if (identity !== '')
        return `identity ${identity} of ${issuer}${by}`;
    const own = (0,planned/* workOf */.L)(plan.signing);
    if (own?.mode !== 'key')
        return undefined;
    return `the key of this release, ${(await context.fingerprint(own)) || own.key}`;
}

;// CONCATENATED MODULE: ./src/commands/prepare-plan.ts
















/** From a folder to the plan. Reads only, but for the record of what the go command said. */
async function preparePlan(context, request, files, ledger) {
    const { mode, config, project, folder, out, temporary, known: tell } = request;
    // go list and go build leave their work folder behind when they are stopped: it lies in one of ours.
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
        (0,facts_git/* trackedFiles */.O)(git, facts.root),
        (0,facts_git/* ignoredDigest */.BA)(git, facts.root, out)
    ]);
    const analysis = await analyseOnce({ context, request, files, ledger, facts, tracked, ignored, go, env });
    const module = (0,external_node_path_.join)(facts.root, facts.moduleDir);
    const place = { root: facts.root, folder: module };
    const speaks = (0,versions/* smiVersions */.$)(analysis.imports).map(({ group, version }) => `${group}/${version}`);
    const sources = await (0,crd_files/* readSources */.tW)(files, place, inModule(facts.moduleDir, tracked), project, speaks.length > 0);
    const packed = archiveFiles(project, facts.moduleDir, tracked);
    await (0,work_tree/* refuseForeign */.r)(files, { ...place, names: packed }, tracked);
    const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0;
    const seen = await (0,facts_git/* withIgnored */.LP)(files, facts, analysis.untracked);
    const input = {
        ...{ mode, config, project, analysis, facts: seen },
        contents: { archiveFiles: packed, sources },
        surroundings: context.surroundings,
        provider: proves ? await context.provider(config, (0,trials/* rollsOut */.zJ)(config, project)) : { missing: 'nothing is proved' }
    };
    return {
        ...{ facts: seen, sources, speaks, go, env },
        tracked: tracked.map(({ path }) => path),
        plan: await planWithBaseline(context, config, files, (yanked) => (0,plan/* plan */.et)({ ...input, yanked }))
    };
}
/** What the go command says of the source; it is asked again only where something in its answer may have changed. */
async function analyseOnce(source) {
    const { context, request, files, ledger, facts, tracked, ignored, go, env } = source;
    const { config, project, folder, keep } = request;
    const question = {
        root: facts.root,
        // As go sees it: the folder that was named may be a link.
        folder: (0,external_node_path_.join)(facts.root, facts.moduleDir),
        vendored: facts.vendored,
        targets: config.targets,
        wanted: config.main,
        settings: project.builds
            .map(({ main, tags = [], env = {} }) => ({ main, tags, env }))
            .filter(({ tags, env }) => tags.length > 0 || Object.keys(env).length > 0)
    };
    const sources = await sourcesDigest(files, facts.root, tracked);
    const input = { sources, dirty: facts.dirtyDigest, ignored, go: go.version, question };
    const step = { kind: 'analysis', shape: 1, input, fits: isAnalysis };
    const known = await ledger.lookUp(step);
    const { signal } = context;
    const asked = { run: context.processes.run, go: go.path, env, git: context.gitEnv(folder), files, signal };
    const analysis = known ?? (await analyse(asked, question));
    // Files that git does not hold are in no digest: what depends on them is asked again.
    if (keep && !known && analysis.untracked.length === 0)
        await ledger.record(step, { value: analysis });
    return analysis;
}


/***/ }),

/***/ 85750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tW: () => (/* binding */ readSources),
/* harmony export */   ym: () => (/* binding */ crdsAt)
/* harmony export */ });
/* unused harmony exports isCrdPath, crdPaths, named */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2643);



/** Folders whose CRDs are somebody else's, or no release of anybody's. */
const NOT_OURS = /(^|\/)(vendor|node_modules|third_party|testdata|tests?|e2e|examples?|hack|__tests__)\//;
/**
 * Where operators keep their CRDs: a folder `crd` or `crds` (config/crd/bases, charts/NAME/crds, manifests/crds), or a
 * file named like one.
 */
const isCrdPath = (path) => /\.(ya?ml|json)$/.test(path) &&
    !NOT_OURS.test(path) &&
    (/(^|\/)crds?\//.test(path) || /(^|\/)([\w.-]*[-_.])?(crds?|customresourcedefinitions?)\.ya?ml$/.test(path));
/** Which of the tracked files (relative to the module) hold CRDs: those that slipway.yaml names, else by their place. */
const crdPaths = ({ crds }, tracked) => crds.files === undefined ? tracked.filter(isCrdPath) : named('crds.files', crds.files, tracked);
/** Where manifests are looked for: the files that slipway.yaml names, else all YAML files that are the module's own. */
const manifestPaths = ({ smi }, tracked) => smi.manifests === undefined
    ? tracked.filter((path) => /\.ya?ml$/.test(path) && !NOT_OURS.test(path))
    : named('smi.manifests', smi.manifests, tracked);
/** The files that slipway.yaml names; a folder stands for the YAML files below it. An 'input' Failure for none. */
const named = (key, paths, tracked) => paths.flatMap((path) => {
    const below = tracked.filter((file) => file === path || (isBelow(file, path) && /\.(ya?ml|json)$/.test(file)));
    if (below.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `slipway.yaml: ${key} names ${path}, which git does not hold`, {
            hint: 'Paths are relative to the module, files or folders; commit the file.'
        });
    return below;
});
/**
 * Reads what suites need of the work tree below `root`; `tracked` is relative to the module's `folder`. Manifests are read
 * where the program speaks SMI or slipway.yaml names them.
 */
async function readSources(files, { root, folder }, tracked, settings, speaksSmi) {
    const text = async (path) => {
        await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .insideOf */ .k)(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), path);
        return { path, text: Buffer.from((await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))) ?? []).toString('utf8') };
    };
    const read = (paths) => Promise.all(paths.map(text));
    /** Nobody named these: what is too large to be read, or leads out of the commit, is no manifest of ours. */
    const found = async (path) => text(path).catch((error) => {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'input')
            return { path, text: '' };
        throw error;
    });
    return {
        crds: await read(crdPaths(settings, tracked)),
        samples: await read(named('crds.samples', settings.crds.samples, tracked)),
        manifests: speaksSmi || settings.smi.manifests !== undefined
            ? (await Promise.all(manifestPaths(settings, tracked).map(settings.smi.manifests ? text : found))).filter(({ text }) => text.includes('smi-spec.io'))
            : []
    };
}
/** The CRDs of another commit, by the same settings; a file or folder that it does not have holds none. */
async function crdsAt({ run, env }, { root, moduleDir, commit }, { crds }) {
    const git = async (...args) => (await run(['git', '-C', root, ...args], { env })).stdout;
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const all = (await git('ls-tree', '-r', '-z', '--full-tree', '--name-only', commit)).split('\0');
    const own = all.filter((path) => path !== '' && path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const wanted = (crds.files ?? []).filter((path) => own.some((file) => isBelow(file, path)));
    const paths = crds.files === undefined ? crdPaths({ crds }, own) : named('crds.files', wanted, own);
    return await Promise.all(paths.map(async (path) => ({ path, text: await git('cat-file', 'blob', `${commit}:${prefix}${path}`) })));
}
const isBelow = (file, path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);


/***/ }),

/***/ 17587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ ignoredDigest),
/* harmony export */   LP: () => (/* binding */ withIgnored),
/* harmony export */   O: () => (/* binding */ trackedFiles),
/* harmony export */   Pb: () => (/* binding */ cannotSay),
/* harmony export */   pc: () => (/* binding */ gatherFacts)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _go_go_mod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32695);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42857);
/* harmony import */ var _base_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34358);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);






/** Asks git and go.mod; reads only. `folder` is the absolute path of the module. */
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
    // What git does not say is not taken for "nothing": a tree that it cannot compare is not a clean one.
    const says = (what, ...args) => git(...args).catch(cannotSay(what, folder));
    const [place, time, refs, merged, status, remote, vendored] = await (0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)([
        git('rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', 'HEAD').catch(notARepository(folder)),
        says('when HEAD was committed', 'show', '-s', '--format=%ct', 'HEAD'),
        says('which tags there are', ...['for-each-ref', 'refs/tags', '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)']),
        says('which tags lie behind HEAD', 'for-each-ref', 'refs/tags', '--merged=HEAD', '--format=%(refname:strip=2)'),
        says('what differs from HEAD', 'status', '--porcelain=v1', '-z', '--untracked-files=all'),
        // No such setting is an answer too, by exit status 1.
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
    const dirty = paths(status);
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
        dirtyDigest: dirty.length ? await digestOf(files, root, status, dirty) : '',
        shallow: shallow === 'true',
        remote: remote && withoutCredentials(remote)
    };
}
/** Every file that git holds; a submodule is one file. */
async function trackedFiles({ run, env }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--stage'], { env });
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', object = ''] = line.split(' ', 2);
        return { mode, object, path: line.slice(line.indexOf('\t') + 1) };
    });
}
/**
 * A digest of the names that git ignores, an ignored folder as one: while it stays, no other file of a folder that git
 * knows can have come into a build. What lies in `out`, our own absolute folder, does not count.
 */
async function ignoredDigest({ run, env }, root, out) {
    const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await run(['git', '-C', root, ...list], { env });
    const own = `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, out).replaceAll('\\', '/')}/`;
    const names = stdout.split('\0').filter((name) => !name.startsWith(own));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(names.join('\0'));
}
/** The facts of a build that takes in files which git ignores: not the commit alone decides what comes out. */
async function withIgnored(files, facts, ignored) {
    if (ignored.length === 0)
        return facts;
    return { ...facts, dirtyDigest: await digestOf(files, facts.root, facts.dirtyDigest, ignored) };
}
const notARepository = (folder) => (cause) => {
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
const cannotSay = (what, folder) => (cause) => {
    if (!(cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H) || cause.kind !== 'command')
        throw cause;
    const said = typeof cause.cause === 'string' ? (cause.cause.trim().split('\n').at(-1) ?? '') : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('command', `git cannot say ${what} in ${folder}: ${said || cause.message}`, {
        hint: '`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.',
        cause
    });
};
/** The paths of `git status --porcelain -z`: renames, staged or not, have a second path, which is gone. */
function paths(status) {
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
async function digestOf(files, root, status, dirty) {
    const digests = await Promise.all(dirty.map((path) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)).catch(() => undefined)));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(status + digests.map((digest) => digest?.sha256 ?? '-').join(' '));
}
const withoutCredentials = (url) => url.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');


/***/ }),

/***/ 2643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ insideOf),
/* harmony export */   r: () => (/* binding */ refuseForeign)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);


/**
 * Where a path of a work tree lies once links are followed, relative to `root` with `/`; undefined when nothing is there.
 * Throws an 'input' Failure when that is out of the repository or in git's own folder, which holds credentials: whoever
 * sends a change may write links, and nobody sees in a review what lies at the other end. `shown` is how messages name it.
 */
async function insideOf(files, root, path, shown) {
    const [top = root, real] = await Promise.all([files.real(root), files.real(path)]);
    if (real === undefined)
        return undefined;
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(top, real).replaceAll('\\', '/');
    const parts = place.split('/');
    // Of another drive, it is absolute.
    const out = parts[0] === '..' || /^(\/|[A-Za-z]:)/.test(place);
    if (!out && !parts.some((part) => part.toLowerCase() === '.git'))
        return place;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${shown} leads ${out ? 'out of the repository' : 'into the folder of git'}: to ${real}`, {
        code: 'leads-out',
        hint: 'Only files of the commit are read: put the file there, or let the link lead to one.'
    });
}
/** Throws an 'input' Failure for files, relative to `folder`, that are not there as files that git holds. */
async function refuseForeign(files, { root, folder, names }, tracked) {
    const regular = new Set(tracked.filter(({ mode }) => mode.startsWith('100')).map(({ path }) => path));
    for (const name of names) {
        const place = await insideOf(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), name);
        // What is not there at all is told when it is read.
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
/* harmony export */   BC: () => (/* binding */ goBuild),
/* harmony export */   X_: () => (/* binding */ execName)
/* harmony export */ });
/* unused harmony export SETTABLE */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29083);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12853);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82577);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40766);





/** Variables that change what the compiler makes and that a project may set. */
const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'];
/** `-X a.b=c` in one item, as people write it, is two arguments. */
const apart = (flag) => {
    const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? [];
    return value === undefined ? [flag] : ['-X', value];
};
/** The command for one target. Run it in the module's folder. Throws an 'input' Failure for what cannot be built at once. */
function goBuild(build) {
    const { ldflags = [], gcflags = [], tags = [], env = {} } = build.settings ?? {};
    const { version, commit, date } = build.stamp;
    const stamps = Object.entries({ version, commit, date }).flatMap(([name, value]) => ['-X', `main.${name}=${value}`]);
    const outputs = outputsOf(build);
    const linked = ldflags.flatMap(apart);
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
            ...(gcflags.length === 0 ? [] : ['-gcflags', compilerFlags(gcflags)]),
            '-ldflags',
            (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteFlags */ .iR)(['-s', '-w', '-buildid=', ...stamps, ...linked]),
            '-o',
            `${build.outDir}/`,
            ...build.mains
        ],
        env: {
            ...build.env,
            ...checkEnv(env),
            ...(0,_target_js__WEBPACK_IMPORTED_MODULE_3__/* .targetEnv */ .Dm)(build.target),
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
/**
 * The file name, without `.exe`, that `go build -o DIR/` gives a main package: the last element of its import path, or
 * the one before it when the last is a major version (exeFromImportPath in cmd/go/internal/load/pkg.go).
 */
function execName(importPath) {
    const elements = importPath.split('/');
    const last = elements.at(-1) ?? '';
    return (/^v([2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) : undefined) ?? last;
}
function outputsOf({ mains, target, outDir }) {
    if (mains.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'there is no main package to build', { hint: 'Name the programs: --main ./cmd/tool.' });
    const taken = new Map();
    return mains.map((main) => {
        if (!/^[\p{L}\p{N}_~][\p{L}\p{N}._~+/-]*$/u.test(main) || main.includes('...')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(main)} is not the import path of a package`, {
                hint: 'Rename its folder: letters, digits and . _ ~ + - are allowed.'
            });
        }
        const name = execName(main);
        // Go would let the second overwrite the first, and case does not count on Windows and macOS.
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
/** A first flag in quotes, or one that is no flag, would be read as a package pattern. */
function compilerFlags(flags) {
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


/**
 * Joins arguments into one value of `-ldflags` or `-gcflags`, so that the go command splits it into the same arguments
 * (cmd/internal/quoted: quotes count only at the start of an argument, and there are no escapes). Throws an 'input'
 * Failure for what that syntax cannot carry.
 */
function quoteFlags(args) {
    return args.map(quote).join(' ');
}
function quote(arg) {
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
const words = (text) => text.split(' ');
/**
 * What changes a program and nothing else (`go tool link -h`, `go tool compile -h`, Go 1.26). Left out is what runs
 * another program (-extld), reads other files (-importcfg, -pgoprofile, @FILE) or writes some (-o, -cpuprofile, -asmhdr):
 * a build does what the source says, and nothing beside that.
 */
const LINKER = {
    tool: 'linker',
    flags: words('X s w v e aslr bindnow buildid checklinkname compressdwarf debugnosplit debugtramp dumpdep ' +
        'funcalign pruneweakmap randlayout strictdups B D E H R T'),
    withValue: words('X buildid funcalign randlayout strictdups B D E H R T')
};
const COMPILER = {
    tool: 'compiler',
    flags: words('B C K L N S W c d dwarf dwarfbasentries dwarflocationlists e gendwarfinl l lang live m r ' +
        'smallframes spectre v w wb'),
    withValue: words('c d gendwarfinl lang spectre')
};
/** Throws an 'input' Failure for the first argument of `-ldflags` that may do more than change the program. */
const checkLinkerFlags = (args) => check(LINKER, args);
/** The same of `-gcflags`, whose first argument may begin with a package pattern, as in `all=-l`. */
const checkCompilerFlags = ([first = '', ...rest]) => check(COMPILER, [first.replace(/^[^-=]+=/, ''), ...rest]);
function check({ tool, flags, withValue }, args) {
    for (let i = 0; i < args.length; i++) {
        const arg = args[i] ?? '';
        const [, name = '', value] = /^--?([A-Za-z]+)(=[^]*)?$/.exec(arg) ?? [];
        // -d=ssa/PHASE/dump writes files.
        if (!flags.includes(name) ||
            (tool === 'compiler' && name === 'd' && /(^|[=,])ssa\//.test(value ?? args[i + 1] ?? '')))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not give the ${tool} ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(arg)}`, {
                hint: `It may set what changes the program alone: ${flags.map((flag) => `-${flag}`).join(' ')}.`
            });
        if (value !== undefined || !withValue.includes(name))
            continue;
        i++;
        // Wherever it stands, Go's tools take it for a file of more arguments.
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
/* harmony export */   L: () => (/* binding */ workOf)
/* harmony export */ });
/** The piece of work, if there is one. */
const workOf = (planned) => ('work' in planned ? planned.work[0] : undefined);


/***/ }),

/***/ 57288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ph: () => (/* binding */ planArchives),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   po: () => (/* binding */ nameInArchive)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);


/** Where a file of an archive plan lies in the archive. */
const nameInArchive = (file) => file.replace(/^(\.\.\/)+/, '');
/** Every file that comes of an archive plan: the archive and the SBOMs of its programs. */
const namesOf = ({ name, binaries }) => [
    name,
    ...binaries.flatMap(({ sbom, spdx }) => [sbom, ...(spdx === undefined ? [] : [spdx])])
];
/** An archive for each target, named after `name` and `version`. Throws an 'input' Failure where two files would share a name. */
function planArchives(targets, builds, { name, version }, files, { spdx }) {
    const archives = targets.map((target) => {
        const own = `${name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(target)}`;
        const format = target.os === 'windows' ? 'zip' : 'tar.gz';
        const binaries = builds
            .filter((build) => build.target === target)
            .flatMap((build) => build.binaries)
            .map((binary) => ({
            name: binary.name,
            path: binary.path,
            sbom: `${binary.name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(target)}.cdx.json`,
            ...(spdx && { spdx: `${binary.name}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .targetName */ .je)(target)}.spdx.json` })
        }));
        return { target, name: `${own}.${format}`, format, binaries, files: files };
    });
    refuseClashes(archives);
    return archives;
}
/** Two files whose names differ in case only cannot lie in one folder on macOS or Windows. */
function refuseClashes(archives) {
    const names = archives.flatMap(namesOf);
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


/** Whether GitHub gets the provenance as an artifact attestation, which it takes with a keyless signature only. */
function planAttestation({ attestations }, published) {
    if (attestations === 'off')
        return { skip: 'attestations is off' };
    if ('skip' in published)
        return published;
    const lacks = !(0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .platformNamed */ .p5)(published.to)?.keepsAttestations
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



/** A build for each target and each group of programs with equal settings. */
function planBuilds(targets, mains, settings, version, facts) {
    const groups = settingsGroups(mains, settings);
    return targets.flatMap((target) => groups.map((group) => buildOf(target, group, version, facts)));
}
/** Programs with equal settings are built by one `go build`, which takes a fifth to a third less than one by one. */
function settingsGroups(mains, builds) {
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
        // A name of its own needs a call of its own: `go build -o FOLDER/` names programs by their import paths.
        const key = JSON.stringify(name === undefined ? settings : { ...settings, name });
        const group = groups.get(key) ?? { settings, mains: [] };
        group.mains.push({ ...main, name: name ?? (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .execName */ .X_)(main.importPath) });
        groups.set(key, group);
    }
    return [...groups.values()];
}
/** Stands for the folder that `go build` writes to, which is known when the build runs. */
const BUILD_OUTPUT = '{out}';
function buildOf(target, { mains, settings }, version, facts) {
    const stamp = { version, commit: facts.commit, date: facts.committedAt };
    const fill = (flag) => flag.replace(/\{(version|commit|date)\}/g, (_, name) => stamp[name]);
    const { argv, env, outputs } = (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .goBuild */ .BC)({
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
        path: `bin/${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .targetName */ .je)(target)}/${name}${suffix}`
    }));
    return { target, binaries, argv, env };
}
/** Which targets are compiled a second time, to see that the bytes come out the same. */
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
/** Which command `auto` means, and why. */
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
  et: () => (/* binding */ plan),
  KV: () => (/* binding */ runsPrograms)
});

// UNUSED EXPORTS: needsPrograms, projectName

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




/**
 * What go 1.24 and newer write into build info as the main module's version: the highest tag of the form vX.Y.Z on the
 * commit that fits the module path, else a pseudo-version made from the history that is there
 * (cmd/go/internal/load/pkg.go, setBuildInfo). Throws an 'input' Failure where a shallow clone would decide the bytes.
 */
function stampedVersion(facts, tag, version, go) {
    if ((0,go_version/* minorOf */.H)(go) < 24)
        return { versions: [], from: [] };
    const from = tagsBehind(facts);
    if (tag === undefined || facts.dirty.length > 0)
        return { versions: [], from };
    if (facts.moduleDir !== '') {
        const own = tagsBeside(tag, facts, go);
        return { versions: anyOf(facts, own), from: byTagsAlone(facts.moduleDir, go) ? own : from };
    }
    const fits = (name) => FORM.test(name) && majorOf(facts.module).includes(semver_default().parse(name)?.major ?? -1);
    const [highest] = facts.tags.filter(fits).sort((semver_default()).rcompare);
    if (highest !== undefined)
        return {
            versions: isUncertain(facts.module, go) ? anyOf(facts, [highest]) : [highest],
            from: [highest],
            ...(highest !== tag && {
                note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
            })
        };
    const why = `${tag} is no version of ${facts.module} to go, which wants ${wanted(facts.module, version)}`;
    if (facts.shallow)
        throw new errors/* Failure */.H('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
            hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
        });
    return { versions: [], from, note: `${why}: build info has a pseudo-version` };
}
const FORM = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
/**
 * Where not only the tags of the commit decide: go 1.24 takes the folder of the repository for the module path, so that
 * its name says which major versions fit, and for a path of gopkg.in go looks for a folder that is none.
 */
const isUncertain = (module, go) => (0,go_version/* minorOf */.H)(go) === 24 || module.startsWith('gopkg.in/');
/**
 * Whether no history has a say in the version of a module in a subdirectory that has a tag. Go 1.24 looks at the tags of
 * the repository's root instead, and a folder of a major version (`cli/v2`) has its tags above it.
 */
const byTagsAlone = (moduleDir, go) => (0,go_version/* minorOf */.H)(go) > 24 && !/(^|\/)v\d+$/.test(moduleDir);
/** The tags of the commit that stand in one folder with the release's; for go 1.24, which mixes them up, every one. */
function tagsBeside(tag, { tags }, go) {
    const prefix = tag.slice(0, tag.length - versionPart(tag).length);
    return tags.filter((name) => (0,go_version/* minorOf */.H)(go) === 24 || name.startsWith(prefix)).sort();
}
/** Every version that go could mean: by one of these tags, by the commit alone, or none. */
function anyOf({ commit, committedAt }, tags) {
    const named = tags.map(versionPart).filter((name) => FORM.test(name));
    const unfit = named.filter((name) => semver_default().major(name) > 1).map((name) => `${name}+incompatible`);
    // https://go.dev/ref/mod#pseudo-versions
    const pseudo = `*${committedAt.replace(/\D/g, '')}-${commit.slice(0, 12)}`;
    return [...new Set([...named, ...unfit]), pseudo, '(devel)'];
}
/** Tags that go may take for versions: those of the commit and those before it; how deep the history is, counts too. */
function tagsBehind({ tags, mergedTags, shallow }) {
    const isVersion = (name) => FORM.test(versionPart(name));
    const here = tags.filter(isVersion).sort();
    const before = mergedTags.filter((name) => isVersion(name) && !here.includes(name)).sort();
    return [
        ...here,
        // There may be thousands.
        ...(before.length ? [`${before.length} before: ${(0,digest/* sha256 */.sc)(before.join('\n'))}`] : []),
        ...(shallow ? ['a shallow clone'] : [])
    ];
}
/** `v1.2.3` of `tools/cli/v1.2.3`. */
const versionPart = (tag) => tag.slice(tag.lastIndexOf('/') + 1);
/** The major versions that a module path may have (https://go.dev/ref/mod#major-version-suffixes). */
function majorOf(module) {
    const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? [];
    const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined);
    return major === undefined ? [0, 1] : [Number(major)];
}
const wanted = (module, version) => {
    const major = semver_default().major(version);
    return majorOf(module).includes(major) ? `v${version.replace(/\+.*/, '')}` : `a module path that ends in /v${major}`;
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




/**
 * The highest stable version below the candidate's, by SemVer and never by date, so that a fix of an old line is
 * compared with that line. A build without a version of its own (a pull request) is compared with the highest stable
 * release in its history. A release that was taken back is passed over. A prerelease, or any other tag that is not above
 * the candidate's version, is taken when it is asked for by name.
 */
function chooseBaseline({ baseline, version, tag, from, yanked }, facts) {
    if (baseline === 'none')
        return { skip: 'baseline is none' };
    const all = Object.keys(facts.tagCommits).flatMap((name) => {
        const found = (0,facts_version/* versionOfTag */.mx)(name, facts.moduleDir);
        return found === undefined || name === tag ? [] : [{ tag: name, version: found }];
    });
    if (baseline !== 'auto') {
        const named = all.find((each) => each.tag === baseline);
        const commit = facts.tagCommits[baseline];
        if (!named || commit === undefined)
            throw new errors/* Failure */.H('input', `there is no earlier version with the tag ${(0,base_text/* quote */.hD)(baseline)}`, {
                hint: all.length
                    ? `Tags of this module: ${sorted(all)
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
    const [highest] = sorted(candidates.filter((each) => yanked[each.tag] === undefined));
    const passed = sorted(candidates)
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
const sorted = (all) => [...all].sort((a, b) => semver_default().rcompare(a.version, b.version));

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
/** As the first build for this machine sees the packages: its flags, but for the linker's. */
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
/** Whether the programs are held against a database of known vulnerabilities, and which. */
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
    return { work: [{ database: asked === '' ? DATABASE : address(asked), gate, accepted }] };
}
/** Becomes an argument of a program, which others on the machine may read, and is shown: no credentials. */
function address(text) {
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



















/** Pure: the same inputs and facts give the same plan. Throws a Failure for what cannot be done, before anything is. */
function plan(input) {
    const { config, project, facts, analysis, contents, surroundings, provider } = input;
    const { mode, why } = input.mode;
    const { event } = surroundings;
    const chosen = (0,facts_version/* chooseVersion */.EH)({ version: config.version, event, release: mode === 'release' }, facts);
    const { version, tag, why: versionFrom } = chosen;
    refuseDirt(mode, facts, analysis);
    const name = project.name ?? projectName(facts.module);
    const go = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    (0,target/* refuseUnknownVariants */.RP)(config.targets, go.version);
    const baseline = mode === 'build' ? { skip: 'build proves nothing' } : baselineFor(input, chosen);
    const proof = mode === 'build'
        ? { trials: { skip: 'build proves nothing' }, unproved: [] }
        : (0,trials/* planTrials */.l7)(config, project, {
            ...{ name, version, tagged: tag !== undefined, baseline },
            ...{ imports: analysis.imports, crds: contents.sources.crds }
        }, { host: surroundings.host, provider });
    const own = surroundings.host;
    const host = config.targets.find(({ os, arch }) => os === own.os && arch === own.arch) ?? own;
    // What is tried is built, whether it ships or not.
    const alone = needsPrograms(proof.trials) && !config.targets.includes(host) ? [host] : [];
    const builds = (0,plan_builds/* planBuilds */.zu)([...config.targets, ...alone], analysis.mains, project.builds, version, facts);
    const archives = (0,plan_archives/* planArchives */.Ph)(config.targets, builds, { name, version }, contents.archiveFiles, {
        spdx: config.sbom === 'both'
    });
    if (mode !== 'build')
        (0,release_names/* refuseNames */.d3)(archives.flatMap(plan_archives/* namesOf */.eZ));
    const signed = mode === 'build' ? { skip: 'build signs nothing' } : planSigning(mode, config, surroundings);
    const published = (0,publication/* planPublication */.W)(mode, config, chosen, facts, surroundings);
    const stamped = stampedVersion(facts, tag, version, go.version);
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
        cluster: (0,trials/* planCluster */.Ci)(proof.trials, provider),
        unproved: proof.unproved,
        rebuilds: (0,plan_builds/* planRebuilds */.YE)(mode, config),
        vulnerabilities: planVulnerabilities(mode, config, project.accepted, surroundings),
        signing: signed,
        publication: published,
        attestation: (0,attestation/* planAttestation */._)(config, 'skip' in published ? published : { to: (0,planned/* workOf */.L)(published)?.to ?? '', keyless: (0,planned/* workOf */.L)(signed)?.mode === 'keyless' }),
        notes: [
            ...notes(facts, analysis, event),
            ...(stamped.note === undefined ? [] : [stamped.note]),
            ...signerNotes(signed, published, event)
        ]
    };
}
function baselineFor({ config, facts, surroundings, yanked = {} }, { version, tag }) {
    const to = (0,publication/* chooseDestination */.g)(config.to, surroundings);
    return chooseBaseline({ baseline: config.baseline, version, tag, from: to === 'none' ? undefined : to, yanked }, facts);
}
/** Whether any trial runs the programs: those that are made of what the program imports alone do not. */
const needsPrograms = (trials) => 'work' in trials && trials.work.some(runsPrograms);
const runsPrograms = (trial) => (0,suites/* suiteNamed */.uU)(trial.suite).needs(trial).includes('programs');
/** The last element of the module path that is not a major version. */
const projectName = (module) => {
    const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
    return (parts.at(-1) ?? module).replace(/\.v\d+$/, '');
};
function refuseDirt(mode, facts, analysis) {
    if (mode !== 'release')
        return;
    if (facts.dirty.length)
        throw new errors/* Failure */.H('input', `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${some(facts.dirty)}`, {
            code: 'dirty-tree',
            hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
        });
    if (analysis.untracked.length)
        throw new errors/* Failure */.H('input', `the build would take in files that git does not hold: ${some(analysis.untracked)}`, {
            code: 'untracked-sources',
            hint: 'Commit them, or build without them: nobody else could build this release.'
        });
}
function notes(facts, { untracked, leftOut }, event) {
    return [
        ...(leftOut.length ? [`not built: ${some(leftOut)}; --main names programs outside of . and ./cmd`] : []),
        ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
        ...(facts.dirty.length
            ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
            : []),
        ...(untracked.length ? [`the build takes in files that git does not hold: ${some(untracked)}`] : []),
        ...(facts.shallow
            ? ['this clone is shallow: "latest" and the notes are decided by the tags and commits that are here']
            : [])
    ];
}
/** A keyless signature names what started its job, and who knows the repository alone demands the tag. */
function signerNotes(signing, publication, { kind }) {
    const to = (0,planned/* workOf */.L)(publication)?.to;
    if ((0,planned/* workOf */.L)(signing)?.mode !== 'keyless' || kind === 'tag' || !(0,platforms/* platformNamed */.p5)(to))
        return [];
    return [
        'no tag started this run: its signature will name the branch, which "slipway verify URL" refuses unless it is told ' +
            'the identity; start the release by its tag'
    ];
}
const some = (paths) => paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '');


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





/** Which trials prove a version; for each suite that fits the module and is left out, why. */
function planTrials(config, project, candidate, { host, provider }) {
    const situation = {
        ...candidate,
        speaks: (0,_smi_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .smiVersions */ .$)(candidate.imports).map(({ group, version }) => `${group}/${version}`),
        sets: config['smi-set'],
        host,
        pods: podsIn(provider),
        minors: chosen(config.kubernetes, provider)
    };
    if (config.kubernetes.length === 0 && config.suites === 'auto')
        return none('kubernetes is none');
    const suites = config.suites === 'auto'
        ? _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.filter((suite) => suite.fits(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsOf */ .f5)(project, suite)))
        : config.suites.map(_suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .suiteNamed */ .uU);
    if (suites.length === 0)
        return none('suites is none');
    const planned = suites.map((suite) => ({
        suite: suite.name,
        ...suite.plan(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsOf */ .f5)(project, suite))
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
const none = (skip) => ({ trials: { skip }, unproved: [] });
/** Whether programs will be rolled out, so that a provider is wanted in which pods run. */
const rollsOut = ({ suites }, project) => _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.some((suite) => (suites === 'auto' || suites.includes(suite.name)) && suite.rollsOut?.((0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .settingsOf */ .f5)(project, suite)) === true);
const podsIn = (where) => ('missing' in where ? 'simulated' : (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .providerNamed */ .l)(where.provider).pods);
/** The Kubernetes minors to prove against, each once; auto is the newest there is. Asked only by a suite that needs one. */
const chosen = (asked, where) => () => {
    if (asked.length === 0)
        return [];
    if ('missing' in where)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no cluster can be made here: ${where.missing}`, {
            code: 'no-cluster',
            hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
        });
    return offered(asked, where);
};
function offered(asked, { provider, releases }) {
    const offers = Object.keys(releases);
    if (asked === 'auto')
        return offers.slice(0, 1);
    const unknown = asked.filter((minor) => !offers.includes(minor));
    if (unknown.length === 0)
        return [...new Set(asked)];
    if (!(0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .providerNamed */ .l)(provider).ours)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`, {
            hint: 'Leave --kubernetes out.'
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
        hint: `Offered: ${offers.join(', ')}. A cluster that already runs may have another: --kubeconfig FILE.`
    });
}
/** Where the planned trials run, with the releases that they need. */
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

/***/ 49854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ smiVersions),
/* harmony export */   a: () => (/* binding */ isSmiSdk)
/* harmony export */ });
/** The repository's name under any owner, vendored, or a fork with a suffix. */
const SDK = 'smi-(?:sdk-go|controller-sdk)(?:-[\\w.-]+)?(?:/v\\d+)?';
const VERSION = 'v\\d+(?:(?:alpha|beta)\\d+)?';
/** smi-sdk-go and smi-controller-sdk keep their types in `apis/GROUP/VERSION`. */
const TYPES = new RegExp(`(?:^|/)${SDK}/(?:pkg/)?apis/(access|specs|split)/(${VERSION})$`);
/** The generated clients, listers and informers of smi-sdk-go, one package a version. */
const CLIENTS = new RegExp(`(?:^|/)${SDK}/pkg/gen/client/(access|specs|split)/.+/\\1/(${VERSION})(?:/fake)?$`);
/** Flagger has TrafficSplit alone, as its own copy. */
const COPIES = new RegExp(`(?:^|/)flagger/pkg/apis/smi/(${VERSION})$`);
/** Whether a package belongs to an SMI SDK: what such packages import says nothing about the program. */
const isSmiSdk = (importPath) => new RegExp(`(?:^|/)${SDK}(?:/|$)`).test(importPath);
/**
 * The SMI APIs that a program speaks, sorted, read from the packages it imports. Give it the direct imports of every
 * package that is not itself of an SDK (`isSmiSdk`): the SDK's clientset imports every version there is, so the whole
 * graph would name them all. metrics.smi-spec.io is left out: it is an aggregated API and has no CRD.
 */
const smiVersions = (importPaths) => {
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
/* harmony export */   OJ: () => (/* binding */ isMadeFile),
/* harmony export */   Wg: () => (/* binding */ ledger),
/* harmony export */   YG: () => (/* binding */ NO_LEDGER),
/* harmony export */   lX: () => (/* binding */ recordPath)
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
        const record = await readRecord(files, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, recordPath(step)));
        return record && isOf(record, step) ? record : undefined;
    };
    const lookUp = async (step) => {
        const record = await recorded(step);
        if (!record)
            return undefined;
        const left = leavesOf(step, record.value);
        const found = await Promise.all(left.map(({ path }) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))));
        if (!found.every((digest, i) => digest !== undefined && digest.sha256 === left[i]?.sha256))
            return undefined;
        done.set(recordPath(step), step.kind);
        return record.value;
    };
    const record = async (step, { value, by }) => {
        const { kind, shape, input } = step;
        const record = { step: kind, shape, input, value: value, files: leavesOf(step, value), by };
        await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, recordPath(step)), `${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(record)}\n`);
        done.set(recordPath(step), kind);
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
            // Another machine may have written it.
            const by = (await recorded(step))?.by;
            return (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH)(by) ? by : undefined;
        },
        places: (kinds) => [...done].flatMap(([place, kind]) => (kinds.includes(kind) ? [place] : []))
    };
}
/** For a command that leaves no output folder: nothing is remembered. */
const NO_LEDGER = {
    lookUp: () => Promise.resolve(undefined),
    record: () => Promise.resolve(),
    once: async (_, make) => ({ value: (await make()).value, reused: false }),
    doneBy: () => Promise.resolve(undefined),
    places: () => []
};
/** Where the record of a step lies, relative to the ledger's folder, whether it is there or not. */
const recordPath = ({ kind, shape, input }) => `steps/${kind}-${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)({ shape, input })).slice(0, 32)}.json`;
/** In the order of their paths, whatever the order of what was read back. */
const leavesOf = (step, value) => (step.leaves?.(value) ?? [])
    .map(({ path, sha256, size }) => ({ path, sha256, size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
/** A record that cannot be read is no record: the step is done again, and another record takes its place. */
async function readRecord(files, path) {
    const bytes = await files.read(path).catch((error) => {
        // What is larger than any record, or no file at all.
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H && error.kind === 'input')
            return undefined;
        throw error;
    });
    const record = bytes && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(Buffer.from(bytes).toString('utf8'));
    return isRecord(record) ? record : undefined;
}
/** Whether a record is the step's own. Its name holds half of a digest; the whole input decides. */
function isOf(record, step) {
    const { value, input } = record;
    try {
        return (record.step === step.kind &&
            record.shape === step.shape &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(input) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(step.input) &&
            step.fits(value) &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(record.files) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonical */ .$N)(leavesOf(step, value)));
    }
    catch (error) {
        // Lists in lists, more than the stack holds.
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}


/***/ })

};
