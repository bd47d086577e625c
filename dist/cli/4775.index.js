export const id = 4775;
export const ids = [4775,1710];
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

/***/ 39587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ matchFiles)
/* harmony export */ });
/* unused harmony export escapeText */
const LONGEST = 200;
const MOST_STARS = 6;
function matchFiles(pattern, files) {
    const path = pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
    if (path === '' || path.length > LONGEST || /\{\{|\\|^\/|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(path))
        return undefined;
    if (path === '.')
        return files;
    if ((path.match(/\*+/g)?.length ?? 0) > MOST_STARS)
        return undefined;
    const form = translate(path);
    return form && files.filter((file) => form.test(file));
}
function translate(path) {
    const parts = [...path.matchAll(/\*\*\/?|\*|\?|\{[^{}]*\}|\[[^\]]*\]|[^*?{}[\]]+|./g)].map(([part]) => translatePart(part));
    try {
        return new RegExp(`^${parts.join('')}(/.*)?$`, 'u');
    }
    catch {
        return undefined;
    }
}
function translatePart(part) {
    if (part === '**/')
        return '(?:.*/)?';
    if (part === '**')
        return '.*';
    if (part === '*')
        return '[^/]*';
    if (part === '?')
        return '[^/]';
    if (/^\{.*\}$/.test(part))
        return `(?:${part.slice(1, -1).split(',').map(escapeText).join('|')})`;
    const [, not, set = ''] = /^\[(!)?(.+)\]$/.exec(part) ?? [];
    if (set !== '')
        return `[${not ? '^' : ''}${set.replace(/[[\]\\^&~|]/g, '\\$&')}]`;
    return escapeText(part);
}
const escapeText = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');


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

/***/ 25879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ listUsualFiles),
/* harmony export */   P_: () => (/* binding */ chooseFiles),
/* harmony export */   S9: () => (/* binding */ listInModule),
/* harmony export */   qS: () => (/* binding */ findNameInArchive),
/* harmony export */   qc: () => (/* binding */ findChosen),
/* harmony export */   xY: () => (/* binding */ chooseArchiveFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_file_patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39587);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17587);



function listInModule(moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}
function chooseArchiveFiles(choices, moduleDir, offered, key) {
    const usual = listUsualFiles(moduleDir, offered.tracked.map(({ path }) => path)).map((from) => ({ from, to: findNameInArchive(from) }));
    const chosen = chooseFiles(choices, moduleDir, offered, key);
    const places = new Set(chosen.map(({ to }) => to));
    return sortByPlace([...usual.filter(({ to }) => !places.has(to)), ...chosen]);
}
function chooseFiles(choices, moduleDir, { tracked, made }, key) {
    const modes = new Map(tracked.map(({ path, mode }) => [path, mode]));
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const names = [...new Set([...listInModule(moduleDir, tracked), ...listInModule(moduleDir, made)])].sort();
    const found = choices.map((choice) => findChosen(choice, names));
    const missing = choices.filter((_, i) => found[i]?.length === 0).map(({ from }) => from);
    if (missing.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${key} names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
        });
    const chosen = choices.flatMap((choice, i) => (found[i] ?? []).map(({ from, to }) => {
        const mode = modes.get(`${prefix}${from}`);
        if (mode !== undefined && !mode.startsWith('100') && from !== choice.from)
            throw makeNoFileFailure(key, from, mode);
        return { from, to, ...((choice.executable ?? mode === EXECUTABLE) && { executable: true }) };
    }));
    return [...new Map(chosen.map((file) => [`${file.from}\0${file.to}`, file])).values()];
}
const EXECUTABLE = '100755';
const makeNoFileFailure = (key, path, mode) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${key} takes ${path}, which is ${mode === _git_js__WEBPACK_IMPORTED_MODULE_1__/* .LINK */ .ps ? 'a link' : 'a submodule'} in git`, { hint: 'Name the file that it leads to: what ships is a file of the commit.' });
function findChosen({ from, to }, names) {
    const found = names.includes(from) ? [from] : ((0,_base_file_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .matchFiles */ .x)(from, names) ?? []);
    if (to === undefined)
        return found.map((name) => ({ from: name, to: name }));
    if (to.endsWith('/')) {
        const cut = found.length === 1 && found[0] === from ? from.lastIndexOf('/') + 1 : countFixedFolder(from, found);
        return found.map((name) => ({ from: name, to: `${to}${name.slice(cut)}` }));
    }
    if (found.length > 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${from} stands for ${found.length} files, and all of them would be ${to}`, {
            hint: `Write "${to}/" for a folder that holds them, or name one file.`
        });
    return found.map((name) => ({ from: name, to }));
}
function countFixedFolder(pattern, found) {
    const path = pattern.replace(/\/$/, '');
    const isFolder = found.every((name) => name.startsWith(`${path}/`));
    const fixed = isFolder ? `${path}/` : path.slice(0, path.search(/[*?{[]/));
    return fixed.lastIndexOf('/') + 1;
}
const sortByPlace = (files) => [...files].sort((a, b) => (a.to < b.to ? -1 : 1));
const findNameInArchive = (file) => file.replace(/^(\.\.\/)+/, '');
function listUsualFiles(moduleDir, paths) {
    const own = listInModule(moduleDir, paths.map((path) => ({ path })));
    const usual = own.filter((file) => USUAL.test(file) && isDocument(file));
    return [...(usual.some(isLegal) ? [] : listLegalFilesAbove(moduleDir, paths)), ...usual].sort();
}
const USUAL = /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i;
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i;
function isDocument(file) {
    const ending = /\.([^.]*)$/.exec(file)?.[1];
    return ending === undefined || /^[A-Z0-9]/.test(ending) || DOCUMENT.test(ending);
}
const DOCUMENT = /^(txt|text|md|markdown|mdown|rst|adoc|asciidoc|org|html?|pdf|rtf|tex)$/;
const isLegal = (file) => LEGAL.test(file) && isDocument(file);
function listLegalFilesAbove(moduleDir, paths) {
    if (moduleDir === '')
        return [];
    return paths.filter(isLegal).map((path) => '../'.repeat(moduleDir.split('/').length) + path);
}


/***/ }),

/***/ 17587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ digestIgnored),
/* harmony export */   NG: () => (/* binding */ SUBMODULE),
/* harmony export */   Wn: () => (/* binding */ readParents),
/* harmony export */   a: () => (/* binding */ explainGitRefusal),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   hS: () => (/* binding */ listCommitted),
/* harmony export */   pc: () => (/* binding */ gatherFacts),
/* harmony export */   ps: () => (/* binding */ LINK),
/* harmony export */   r3: () => (/* binding */ readCommitted),
/* harmony export */   z7: () => (/* binding */ listTracked)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70370);
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
const SUBMODULE = '160000';
const LINK = '120000';
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
async function readEntry({ run, env }, root, commit, path) {
    const { stdout } = await run(['git', '-C', root, 'ls-tree', '-z', '--full-tree', commit, '--', path], { env }).catch(explainGitRefusal(`what ${path} is in ${commit}`, root));
    return stdout.split('\0').filter(Boolean)[0]?.split('\t')[0];
}
async function readCommitted({ run, env }, root, commit, path) {
    const entry = await readEntry({ run, env }, root, commit, path);
    if (entry === undefined)
        return undefined;
    const [, object] = /^100(?:644|755) blob ([0-9a-f]+)$/.exec(entry) ?? [];
    if (object === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} is no file in commit ${commit}: git has it as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(entry)}`, {
            hint: 'Make it a file there: a link or a folder is not read.'
        });
    const { stdout } = await run(['git', '-C', root, 'cat-file', 'blob', object], { env }).catch(explainGitRefusal(`what is in ${path} of ${commit}`, root));
    return stdout;
}
async function readParents({ run, env }, root, commit) {
    const said = await run(['git', '-C', root, 'cat-file', 'commit', commit], { env }).catch(() => undefined);
    return said?.stdout
        .slice(0, said.stdout.indexOf('\n\n'))
        .split('\n')
        .filter((line) => line.startsWith('parent '))
        .map((line) => line.slice('parent '.length));
}
async function listCommitted({ run, env }, root, commit) {
    const trusted = ['-C', root, '-c', `safe.directory=${root}`];
    const { stdout } = await run(['git', ...trusted, 'ls-tree', '-r', '-z', '--full-tree', commit], { env }).catch(explainGitRefusal(`which files commit ${commit.slice(0, 7)} holds`, root));
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ');
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
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_6__/* ["default"] */ .A)(AT_ONCE);
    const digests = await Promise.all(dirty.map((path) => limit(() => describeDirt(files, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)))));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(status + digests.join(' '));
}
const AT_ONCE = 32;
async function describeDirt(files, path) {
    if ((await files.names(path)) !== undefined)
        return 'a folder';
    const link = await files.link(path);
    if (link !== undefined)
        return `to ${link}`;
    return (await files.digest(path))?.sha256 ?? '-';
}
const stripCredentials = (url) => url.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');


/***/ }),

/***/ 1710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ SYSTEMS),
/* harmony export */   P: () => (/* binding */ ARCHES)
/* harmony export */ });
const SYSTEMS = [
    ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js', 'linux', 'netbsd', 'openbsd'],
    ...['plan9', 'solaris', 'wasip1', 'windows']
];
const ARCHES = [
    ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le'],
    ...['riscv64', 's390x', 'sparc64', 'wasm']
];


/***/ }),

/***/ 84775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGoreleaser: () => (/* binding */ readGoreleaser)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/command.ts
var command = __webpack_require__(15619);
// EXTERNAL MODULE: ./src/init/draft.ts
var draft = __webpack_require__(43453);
;// CONCATENATED MODULE: ./src/init/goreleaser-advice.ts
const LATER = 'Slipway does not do this; keep a step for it after the release.';
const ADVICE = {
    version: { same: 'it is the version of this format.' },
    pro: { same: 'it is about this format.' },
    dist: { same: 'Slipway writes into the folder that the input out names.' },
    report_sizes: { same: 'the report of Slipway has the sizes.' },
    snapshot: { same: 'a build without a tag is named 0.0.0-snapshot.COMMIT.' },
    metadata: { same: 'files have the time of the commit.' },
    git: { do: 'Slipway goes by the tag that started the job, and by semantic versions.' },
    gomod: { do: 'Slipway builds the checkout, with go.sum, and checks that its bytes are those of the commit.' },
    before: { do: 'Slipway runs no commands of yours, and a release takes what git holds: commit what it makes.' },
    signs: { do: 'Slipway signs checksums.txt with cosign itself; see the input sign, and tell downloaders.' },
    binary_signs: { do: 'Slipway signs checksums.txt, which names every file, and no program by itself.' },
    sboms: { same: 'Slipway writes an SBOM for each program; see the input sbom.' },
    env_files: { do: 'tokens come from the environment of the job.' },
    force_token: { do: 'the platform whose job it is decides; see the input to.' },
    github_urls: { do: 'the job says where GitHub is.' },
    gitlab_urls: { do: 'the job says where GitLab is.' },
    retry: { same: 'Slipway repeats what may be repeated.' },
    builds: { do: 'slipway.yaml has no such setting of a program: see whether it does without.' },
    'builds.id': { same: 'slipway.yaml refers to programs by their main packages.' },
    'builds.hooks': {
        do: 'Slipway runs no commands of yours, and a release takes what git holds: commit what they make.'
    },
    'builds.overrides.asmflags': { do: 'Slipway gives no flags to the assembler: see whether the program does without.' },
    'builds.overrides.buildmode': { do: 'Slipway builds with the mode that Go takes for the platform.' },
    'builds.asmflags': { do: 'Slipway gives no flags to the assembler: see whether the program does without.' },
    'builds.buildmode': { do: 'Slipway builds with the mode that Go takes for the platform.' },
    'builds.mod_timestamp': { do: 'files have the time of the commit.' },
    'builds.no_unique_dist_dir': { same: 'it is about the folder that GoReleaser works in.' },
    'builds.no_main_check': { same: 'go says what is a program.' },
    'builds.tool': { do: 'Slipway compiles with Go itself.' },
    'builds.gobinary': { do: 'Slipway compiles with the Go that go.mod names; see the input go-version.' },
    archives: { do: 'slipway.yaml has no such setting of an archive: those who download have to know.' },
    source: { do: 'source-archive in slipway.yaml has a name and a folder: see whether that does.' },
    'archives.files': {
        do: 'Slipway packs a file with the mode that git has, as root, with the time of the commit; executable under files of the archive says another mode.'
    },
    'archives.wrap_in_directory': {
        do: 'say it as folder of the archive in slipway.yaml: those who unpack have to know.'
    },
    checksum: { do: 'checksums.txt holds the SHA-256 of every file; checksum-lists adds lists of the same files.' },
    release: { do: 'Slipway does not do this; set it on the page of the release, or in a step after it.' },
    'release.extra_files': {
        do: 'say it under release-files in slipway.yaml.'
    },
    'release.name_template': { do: 'say it as release-notes.title in slipway.yaml, with {name}, {version} and {tag}.' },
    'release.header': {
        do: 'say it as release-notes.header in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
    },
    'release.footer': {
        do: 'say it as release-notes.footer in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
    },
    'release.use_existing_draft': { same: 'Slipway goes on with a draft of the tag that is there.' },
    'release.replace_existing_draft': {
        do: 'Slipway goes on with a draft of the tag that is there, and deletes none: where it is another one, delete it by hand.'
    },
    'release.mode': { same: 'Slipway writes the notes of a release that it made.' },
    changelog: {
        do: 'Slipway groups conventional commits since the release before by itself: release-notes in slipway.yaml has groups and leave-out by their types; see the input notes, too.'
    },
    'universal_binaries.hooks': { do: 'Slipway runs no commands of yours after a build.' },
    universal_binaries: { do: 'name the target darwin/all under targets.' },
    upx: { do: 'Slipway packs programs as the linker made them.' }
};
function adviseOn(setting) {
    const parts = setting.replace(/\[[^\]]*\]/g, '').split('.');
    for (let length = parts.length; length > 0; length--) {
        const found = ADVICE[parts.slice(0, length).join('.')];
        if (found)
            return found;
    }
    return { do: LATER };
}

// EXTERNAL MODULE: ./src/go/ports.ts
var ports = __webpack_require__(1710);
// EXTERNAL MODULE: ./src/model/archive-settings.ts
var archive_settings = __webpack_require__(74869);
// EXTERNAL MODULE: ./src/model/own-names.ts
var own_names = __webpack_require__(42076);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/file-patterns.ts
var file_patterns = __webpack_require__(39587);
// EXTERNAL MODULE: ./src/package/entries.ts
var entries = __webpack_require__(88204);
// EXTERNAL MODULE: ./src/facts/archive-files.ts
var archive_files = __webpack_require__(25879);
;// CONCATENATED MODULE: ./src/init/goreleaser-files.ts





function readFiles(setting, packed, { files }) {
    const items = setting.items();
    const usual = (0,archive_files/* listUsualFiles */.AH)('', files);
    const chosen = items
        .map((item) => ({ item, found: readFilePattern(item, packed, files) }))
        .reduce((before, { item, found }) => {
        if (found.length === 0 || fitTogether([...before, ...found], packed.names))
            return [...before, ...found];
        item.leave({
            do: 'one of its files would lie where another file or a program of the archive lies: give it another place by from and to.'
        });
        return before;
    }, []);
    const places = chosen.flatMap(({ places }) => places.map(({ from }) => from));
    const more = usual.filter((file) => !places.includes(file));
    if (items.length > 0 && more.length > 0)
        setting.note({ same: `Slipway packs ${more.join(', ')} besides.` });
    return chosen
        .filter(({ places }) => places.some(({ from, to }) => from !== to || !usual.includes(from)))
        .flatMap(({ drafts }) => drafts);
}
function fitTogether(chosen, programs) {
    const places = new Map(chosen.flatMap((each) => each.places.map(({ from, to }) => [`${from}\0${to}`, to])));
    try {
        const names = [...programs, ...programs.map((name) => `${name}.exe`), ...places.values()];
        (0,entries/* orderEntries */.N)(names.map((name) => ({ name, bytes: new Uint8Array(), executable: false })));
        return true;
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H)
            return false;
        throw error;
    }
}
function readFilePattern(item, { base, names }, files) {
    const source = item.kind === 'map' ? item.at('src') : item;
    const leave = (why) => {
        source.leave({ do: `${source.text}: ${why}` });
        return [];
    };
    const near = base === '' ? [] : ((0,file_patterns/* matchFiles */.x)(`${base}/${source.text}`, files) ?? []);
    const found = near.length ? near : (0,file_patterns/* matchFiles */.x)(source.text, files);
    if (found === undefined)
        return leave('name the files under files of the archive in slipway.yaml.');
    const good = found.filter((file) => /^[\w.][^\\\p{Cc}]*$/u.test(file));
    if (good.length === 0 && /^none/.test(source.text)) {
        source.leave({ same: 'it stands for no file, and Slipway packs none for it.' });
        return [];
    }
    if (good.length === 0)
        return leave('git holds no such file of the module; a file that a step of prepare makes goes under files of the archive.');
    const path = source.text.replace(/^(\.\/)+/, '');
    const pattern = near.length ? `${base}/${path}` : path;
    const places = good.map((from) => ({ from, to: findPlace(item, pattern, from, good) }));
    const clash = places.find(({ to }) => names.some((name) => [name, `${name}.exe`].includes(to.toLowerCase())));
    if (clash)
        return leave(`a program of the archive is named ${clash.to} too: rename the file, or set builds.name.`);
    source.take();
    for (const key of ['dst', 'strip_parent'])
        if (item.kind === 'map')
            item.at(key).take();
    return [{ drafts: describePlaces(pattern, places, good.length === found.length), places }];
}
function findPlace(item, pattern, file, found) {
    if (item.kind !== 'map')
        return file;
    const dst = item.at('dst').text;
    if (item.at('strip_parent').text === 'true')
        return external_node_path_.posix.join(dst, external_node_path_.posix.basename(file));
    if (dst === '')
        return file;
    const isPattern = /[*?{[]/.test(pattern);
    const prefix = isPattern ? findFolder(findCommon(found)) : pattern.replace(/\/$/, '');
    return external_node_path_.posix.join(dst, external_node_path_.posix.relative(prefix, file));
}
const findFolder = (path) => (path.endsWith('/') ? path.slice(0, -1) : external_node_path_.posix.dirname(path));
function findCommon(names) {
    const [first = ''] = names;
    let end = first.length;
    for (const name of names)
        while (!name.startsWith(first.slice(0, end)))
            end--;
    return first.slice(0, end);
}
function describePlaces(pattern, places, all) {
    const wanted = JSON.stringify(sortPlaces(places));
    const names = places.map(({ from }) => from);
    const [only] = places;
    const dst = only && only.to.endsWith(`/${only.from}`) ? only.to.slice(0, -only.from.length) : undefined;
    const folders = places.map(({ to }) => `${to.slice(0, to.lastIndexOf('/') + 1)}`);
    const choices = [
        { from: pattern },
        ...[...new Set([...(dst === undefined ? [] : [dst]), ...folders])]
            .filter((to) => to !== '')
            .map((to) => ({ from: pattern, to })),
        ...(places.length === 1 && only ? [{ from: only.from, to: only.to }] : [])
    ];
    const fits = all
        ? choices.find((choice) => isPlain(choice) && JSON.stringify(sortPlaces(tryChoice(choice, names))) === wanted)
        : undefined;
    if (fits)
        return [fits.to === undefined ? fits.from : { from: fits.from, to: fits.to }];
    return places.map(({ from, to }) => (from === to ? from : { from, to }));
}
const isPlain = ({ from }) => /^[^-/\\.]/.test(from) && !/(^|\/)\.{0,2}(\/|$)./.test(from);
function tryChoice(choice, names) {
    return choice.to !== undefined && !choice.to.endsWith('/') && names.length > 1 ? [] : (0,archive_files/* findChosen */.qc)(choice, names);
}
const sortPlaces = (places) => [...places].map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));

// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/model/name-template.ts
var name_template = __webpack_require__(53421);
;// CONCATENATED MODULE: ./src/init/go-template.ts
const LONGEST = 2000;
function parseTemplate(text) {
    if (text.length > LONGEST)
        return undefined;
    const tokens = [...text.matchAll(/\{\{(-\s)?\s*((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`{}])*?)\s*(\s-)?\}\}|[^{]+|\{/g)];
    const read = (from, ends) => {
        const nodes = [];
        for (let at = from; at < tokens.length; at++) {
            const [whole = '', , action] = tokens[at] ?? [];
            if (action === undefined) {
                const before = at > 0 && tokens[at - 1]?.[3] !== undefined;
                const after = tokens[at + 1]?.[1] !== undefined;
                const text = before ? whole.trimStart() : whole;
                nodes.push({ kind: 'text', text: after ? text.trimEnd() : text });
                continue;
            }
            const keyword = /^(?:if|with|else if|else|end)\b/.exec(action)?.[0];
            if (keyword === 'if' || keyword === 'with') {
                const block = readBlock(at, keyword, action.slice(keyword.length));
                if (!block)
                    return undefined;
                nodes.push(block.node);
                at = block.at;
            }
            else if (keyword !== undefined)
                return ends.includes(keyword) ? { nodes, at } : undefined;
            else {
                const words = parseWords(action);
                if (!words)
                    return undefined;
                nodes.push({ kind: 'value', words });
            }
        }
        return ends.length === 0 ? { nodes, at: tokens.length } : undefined;
    };
    const readBlock = (at, kind, condition) => {
        const words = parseWords(condition);
        const body = read(at + 1, ['else if', 'else', 'end']);
        if (!words || !body)
            return undefined;
        const ended = tokens[body.at]?.[2] ?? '';
        if (ended === 'end')
            return { node: { kind, words, body: body.nodes, otherwise: [] }, at: body.at };
        if (ended.startsWith('else if')) {
            const next = readBlock(body.at, 'if', ended.slice('else if'.length));
            return next && { node: { kind, words, body: body.nodes, otherwise: [next.node] }, at: next.at };
        }
        const otherwise = ended === 'else' ? read(body.at + 1, ['end']) : undefined;
        return otherwise && { node: { kind, words, body: body.nodes, otherwise: otherwise.nodes }, at: otherwise.at };
    };
    return read(0, [])?.nodes;
}
function parseWords(text) {
    const tokens = [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|`[^`]*`|[()|]|[.\w$-]+|\S)/g)].map(([, token = '']) => token);
    let at = 0;
    const read = (end) => {
        let words = [];
        for (; at < tokens.length; at++) {
            const token = tokens[at] ?? '';
            if (token === end)
                return words;
            if (token === '|')
                words = [{ inner: words }];
            else if (token === '(') {
                at++;
                const inner = read(')');
                if (!inner || at >= tokens.length)
                    return undefined;
                words.push({ inner });
            }
            else if (/^("|`|\.|\w)/.test(token))
                words.push(token);
            else
                return undefined;
            if (tokens[at] === '|') {
                at++;
                const rest = read(end);
                return rest && [...rest, ...words];
            }
        }
        return end === undefined ? words : undefined;
    };
    const words = read(undefined);
    return words?.length ? words : undefined;
}
function listFields(node) {
    if (node.kind === 'text')
        return [];
    const ofWords = (words) => words.flatMap((word) => typeof word !== 'string' ? ofWords(word.inner) : word.startsWith('.') ? [word.slice(1)] : []);
    const inside = node.kind === 'value' ? [] : [...node.body, ...node.otherwise].flatMap(listFields);
    return [...ofWords(node.words), ...inside].filter((name) => name !== '');
}
function fillTemplate(template, fields, dot) {
    let text = '';
    for (const node of template) {
        const part = fillNode(node, fields, dot);
        if (part === undefined)
            return undefined;
        text += part;
    }
    return text;
}
function fillNode(node, fields, dot) {
    if (node.kind === 'text')
        return node.text;
    const value = evaluate(node.words, fields, dot);
    if (value === undefined)
        return undefined;
    if (node.kind === 'value')
        return typeof value === 'string' ? value : undefined;
    const inner = node.kind === 'with' && typeof value === 'string' ? value : dot;
    return value === '' || value === false
        ? fillTemplate(node.otherwise, fields, dot)
        : fillTemplate(node.body, fields, inner);
}
const TEXT = {
    tolower: ([text = '']) => text.toLowerCase(),
    toupper: ([text = '']) => text.toUpperCase(),
    title: ([text = '']) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    trim: ([text = '']) => text.trim(),
    replace: ([text = '', from = '', to = '']) => (from === '' ? undefined : text.replaceAll(from, to)),
    trimprefix: ([text = '', prefix = '']) => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
    trimsuffix: ([text = '', suffix = '']) => suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
    eq: ([first, ...others]) => others.includes(first ?? ''),
    ne: ([first, second]) => first !== second
};
function evaluate(words, fields, dot) {
    const read = (word) => {
        if (word === undefined)
            return undefined;
        if (typeof word !== 'string')
            return evaluate(word.inner, fields, dot);
        if (word === '.')
            return dot;
        if (word.startsWith('.'))
            return Object.hasOwn(fields, word.slice(1)) ? fields[word.slice(1)] : undefined;
        return /^["`]/.test(word) ? word.slice(1, -1).replace(/\\(.)/g, '$1') : undefined;
    };
    const [first, ...rest] = words;
    if (rest.length === 0)
        return read(first);
    const values = rest.map(read);
    if (typeof first !== 'string' || values.includes(undefined))
        return undefined;
    const truths = values.map((value) => value !== '' && value !== false);
    if (first === 'not')
        return !truths[0];
    if (first === 'and')
        return truths.every(Boolean);
    if (first === 'or')
        return truths.some(Boolean);
    const known = Object.hasOwn(TEXT, first) ? TEXT[first] : undefined;
    return values.every((value) => typeof value === 'string') ? known?.(values) : undefined;
}

;// CONCATENATED MODULE: ./src/init/goreleaser-names.ts



const PLATFORM = '{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}';
const STANDARD_NAME = `{{ .ProjectName }}_${PLATFORM}`;
const STANDARD_BINARY_NAME = `{{ .Binary }}_${PLATFORM}`;
const ARCH_FIELDS = ['Arch', 'Arm', 'Arm64', 'Amd64', 'I386', 'Mips', 'Ppc64', 'Riscv64'];
function carryName(template, targets, constants) {
    const parsed = /(^|[^{])\{[^{]/.test(template) ? undefined : parseTemplate(template.trim());
    if (!parsed)
        return undefined;
    const runs = splitByPlatform(parsed);
    if (!runs)
        return undefined;
    const known = { ...constants, ...WORDS };
    const spell = {};
    for (const target of targets) {
        const fields = { ...known, ...listPlatformFields(target) };
        const { os } = (0,go_target/* parseTarget */.hu)(target);
        const arch = (0,go_target/* formatTargetName */.a0)((0,go_target/* parseTarget */.hu)(target)).slice(os.length + 1);
        for (const { of, nodes } of runs) {
            if (of === undefined)
                continue;
            const text = fillTemplate(nodes, fields);
            const word = of === 'os' ? os : arch;
            if (text === undefined || text === '' || (spell[word] ?? text) !== text)
                return undefined;
            spell[word] = text;
        }
    }
    const parts = runs.map(({ of, nodes }) => (of === undefined ? fillTemplate(nodes, known) : `{${of}}`));
    const name = parts.join('');
    const fits = parts.every((part) => part !== undefined) && (0,name_template/* findTemplateMistake */.M5)(name, ALL_WORDS) === undefined;
    const others = Object.entries(spell).filter(([word, text]) => word !== text);
    return fits && others.every(([, text]) => /^[\w.+-]+$/.test(text))
        ? { template: name, spell: Object.fromEntries(others) }
        : undefined;
}
const ALL_WORDS = ['name', 'version', 'os', 'arch', 'program'];
const WORDS = { ProjectName: '{name}', Version: '{version}', Tag: 'v{version}', Binary: '{program}' };
function splitByPlatform(template) {
    const pieces = [];
    for (const node of template) {
        const fields = listFields(node);
        const [os, arch] = [fields.includes('Os'), fields.some((field) => ARCH_FIELDS.includes(field))];
        if (os && arch)
            return undefined;
        const of = os ? 'os' : arch ? 'arch' : undefined;
        const last = pieces.at(-1);
        if (last && last.of === of)
            last.nodes = [...last.nodes, node];
        else
            pieces.push({ of, nodes: [node] });
    }
    return pieces;
}
function listPlatformFields(text) {
    const { os, arch, variant } = (0,go_target/* parseTarget */.hu)(text);
    const own = (name, standard) => (arch === name ? (variant ?? standard) : '');
    return {
        ...{ Os: os, Arch: arch, Arm: own('arm', 'v6').replace(/^v/, ''), Arm64: own('arm64', 'v8.0') },
        ...{ Amd64: own('amd64', 'v1'), I386: own('386', 'sse2'), Riscv64: own('riscv64', 'rva20u64') },
        Mips: arch.startsWith('mips') ? (variant ?? 'hardfloat') : '',
        Ppc64: arch.startsWith('ppc64') ? (variant ?? 'power8') : ''
    };
}
const nameTarget = ({ template, spell }, target, words) => {
    const { os } = (0,go_target/* parseTarget */.hu)(target);
    const own = (0,go_target/* formatTargetName */.a0)((0,go_target/* parseTarget */.hu)(target)).slice(os.length + 1);
    return (0,name_template/* fillName */.bq)(template, { os: spell[os] ?? os, arch: spell[own] ?? own, ...words });
};

// EXTERNAL MODULE: ./src/config/variables.ts
var variables = __webpack_require__(79183);
;// CONCATENATED MODULE: ./src/init/goreleaser-templates.ts

const goreleaser_templates_WORDS = {
    Version: '{version}',
    Commit: '{commit}',
    FullCommit: '{commit}',
    Date: '{date}',
    CommitDate: '{date}',
    Tag: 'v{version}'
};
const OTHERWISE = {
    Date: { same: '{{ .Date }} was the time of the build, and becomes the date of the commit: two builds are the same.' },
    Tag: { do: '{{ .Tag }} becomes v{version}: look at it if your tags do not begin with v.' }
};
const goreleaser_templates_LONGEST = 10_000;
function fillTemplates(text, { fields, env, set }) {
    if (text.length > goreleaser_templates_LONGEST)
        return { text: '', whole: false, otherwise: [] };
    const used = [];
    const wanted = [];
    const filled = text.replace(/\{\{-?\s*\.(?:(Env)\.)?(\w+)\s*-?\}\}/g, (whole, inEnv, name) => {
        const value = inEnv === undefined ? (goreleaser_templates_WORDS[name] ?? fields[name]) : env[name];
        if (inEnv === undefined && value !== undefined)
            used.push(name);
        if (inEnv === undefined || value !== undefined || !set || set.has(name) || (0,variables/* isSecretName */.eh)(name))
            return value ?? whole;
        wanted.push(name);
        return `{env.${name}}`;
    });
    return {
        text: filled,
        whole: !filled.includes('{{') && !/\{(version|commit|date|env\.\w+)\}/.test(text),
        otherwise: [
            ...[...new Set(used)].flatMap((name) => OTHERWISE[name] ?? []),
            ...[...new Set(wanted)].map((name) => ({
                do: `set ${name} for the step of Slipway, which refuses to build without it.`
            }))
        ]
    };
}

;// CONCATENATED MODULE: ./src/init/goreleaser-environment.ts


const KNOWN = {
    GO111MODULE: { same: 'go builds modules without it.' },
    ...Object.fromEntries(['GOOS', 'GOARCH', 'GOARM', 'GOAMD64', 'GOARM64', 'GOMIPS'].map((name) => [
        name,
        { same: 'the targets decide it, in GoReleaser as in Slipway.' }
    ])),
    ...Object.fromEntries(['GOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY'].map((name) => [
        name,
        { do: `set ${name} in the environment of the job, from which Slipway hands it to go.` }
    ])),
    GOTOOLCHAIN: { do: 'Slipway builds with the Go that go.mod names; see the input go-version.' },
    GOFLAGS: { do: 'Slipway gives go no GOFLAGS; set builds.tags or builds.ldflags instead.' }
};
function readEnvironment(setting, constants) {
    const read = setting.items().map((item) => ({ item, pair: splitVariable(item.text) }));
    const env = read.flatMap(({ item, pair: [name, value] }) => {
        const filled = fillTemplates(value, constants);
        if (name === 'CGO_ENABLED' && filled.text === '0') {
            item.take();
        }
        else if (command/* SETTABLE */.Vq.includes(name) && filled.whole && !filled.text.includes('$')) {
            item.take();
            return [[name, filled.text]];
        }
        else
            item.leave(goreleaser_environment_adviseOn(name));
        return [];
    });
    const cgo = read.findLast(({ pair: [name] }) => name === 'CGO_ENABLED')?.pair[1];
    return { env: Object.fromEntries(env), cgo };
}
const goreleaser_environment_adviseOn = (name) => name === 'CGO_ENABLED'
    ? { do: 'Slipway builds without cgo, for every platform from one: a program that needs it cannot move.' }
    : (KNOWN[name] ?? {
        do: `${name} is not set when go builds; a value that the program needs goes into its source or ldflags.`
    });
const listSetNames = (setting) => setting.items().map(({ text }) => splitVariable(text)[0]);
const readConstants = (setting) => Object.fromEntries(setting
    .items()
    .map(({ text }) => splitVariable(text))
    .filter(([name, value]) => /^\w+$/.test(name) && !value.includes('{{')));
const splitVariable = (text) => {
    const [name = '', value = ''] = text.split(/=(.*)/s);
    return [name.trim(), value];
};

// EXTERNAL MODULE: ./src/go/flags.ts
var go_flags = __webpack_require__(12853);
;// CONCATENATED MODULE: ./src/init/goreleaser-flags.ts



const isOwnLinkerFlag = (flag) => flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{\1\}$/.test(flag);
function readLinkerFlags(setting, constants, check) {
    const flags = readFlags(setting, constants);
    if (setting.kind !== 'absent')
        noteStripping(setting, flags);
    return passFlags(flags, check).filter((flag) => !isOwnLinkerFlag(flag));
}
function noteStripping(setting, flags) {
    if (!flags.some(({ text }) => text === '-s' || text === '-w'))
        setting.note({ same: 'there is no -s -w, and Slipway strips every program.' });
}
const readCompilerFlags = (setting, constants, check) => passFlags(readFlags(setting, constants), check);
function readBuildFlags(setting, constants) {
    const flags = [];
    const tags = readFlags(setting, constants, splitArgument).flatMap(({ text, from }) => {
        const [, tags] = /^--?tags=(.*)$/.exec(text) ?? [];
        if (tags !== undefined)
            return splitTags(tags, from);
        const own = command/* BUILD_FLAGS */.FX.find((flag) => text.replace(/^--/, '-') === flag);
        if (own !== undefined) {
            flags.push(own);
            return [];
        }
        if (/^--?(trimpath|mod=readonly|buildvcs(=(true|auto))?)(=true)?$/.test(text))
            return [];
        from.note(/^--?(v|x|a|n|p=\d+|work)$/.test(text)
            ? { same: `${text} changes no program.` }
            : { do: `${text} is not passed to go build; ${FLAG_ADVICE}` });
        return [];
    });
    return { tags, flags };
}
const FLAG_ADVICE = 'see whether the program does without it, or set it in its source.';
const readTags = (setting, constants) => readFlags(setting, constants).flatMap(({ text, from }) => splitTags(text, from));
const splitTags = (text, from) => text
    .split(/[\s,]+/)
    .filter(Boolean)
    .flatMap((tag) => {
    if (/^[\w.]+$/.test(tag))
        return [tag];
    from.note({ do: `${tag} is no build tag that slipway.yaml takes; name it under builds.tags.` });
    return [];
});
const goreleaser_flags_LONGEST = 10_000;
function readFlags(setting, constants, split = splitShellLine) {
    const items = setting.items();
    if (setting.kind !== 'map')
        setting.take();
    for (const from of items)
        if (from.text.length > goreleaser_flags_LONGEST)
            from.leave({ do: `it is longer than ${goreleaser_flags_LONGEST} characters, and was not read.` });
    const words = items
        .filter(({ text }) => text.length <= goreleaser_flags_LONGEST)
        .flatMap((from) => split(from.text, setting.kind === 'list').map((text) => ({ text, from })));
    return joinFlagPairs(words).flatMap(({ text, from }) => {
        const filled = fillTemplates(text, constants);
        if (filled.whole && /^\{env\./.test(filled.text)) {
            from.note({
                do: `${text} stands for whole flags, and a variable of the environment is a value in slipway.yaml: write each flag under builds, with {env.NAME} for its value.`
            });
            return [];
        }
        for (const advice of filled.otherwise)
            from.note(advice);
        if (filled.whole)
            return [{ text: filled.text, from }];
        from.note({
            do: `${text} has a template that slipway.yaml does not have; set the value in the source, or name a fixed one.`
        });
        return [];
    });
}
const passFlags = (flags, check) => flags.flatMap(({ text, from }) => {
    try {
        check([text]);
        (0,go_flags/* quoteFlags */.iR)([text]);
        return [text];
    }
    catch {
        from.note({ do: `${text} is not passed on: Slipway takes what changes the program alone; ${FLAG_ADVICE}` });
        return [];
    }
});
const splitArgument = (line, whole) => whole ? [line.trim().replace(/^(-\S+)\s+/, '$1=')].filter(Boolean) : splitShellLine(line);
const splitShellLine = (line) => [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) => word.replace(/\{\{[^}]*\}\}|"([^"]*)"|'([^']*)'/g, (whole, double, single) => double ?? single ?? whole));
const APART = /^--?(X|tags|H|extld|extldflags|linkmode|mod|p|gcflags|ldflags|asmflags|buildmode)$/;
function joinFlagPairs(words) {
    const flags = [];
    for (const { text, from } of words) {
        const before = flags.at(-1);
        if (before !== undefined && APART.test(before.text))
            flags[flags.length - 1] = { ...before, text: `${before.text}=${text}` };
        else
            flags.push({ text, from });
    }
    return flags;
}

;// CONCATENATED MODULE: ./src/init/goreleaser-settings.ts



function readSettings(setting, constants) {
    const { set: _, ...fixed } = constants;
    const { env, cgo } = readEnvironment(setting.at('env'), fixed);
    const { tags, flags } = readBuildFlags(setting.at('flags'), fixed);
    return {
        ldflags: readLinkerFlags(setting.at('ldflags'), constants, go_flags/* checkLinkerFlags */.tL),
        gcflags: readCompilerFlags(setting.at('gcflags'), constants, go_flags/* checkCompilerFlags */.VO),
        tags: [...new Set([...readTags(setting.at('tags'), fixed), ...tags])],
        ...{ flags, env, cgo }
    };
}

;// CONCATENATED MODULE: ./src/init/goreleaser-targets.ts

const GORELEASER_PORTS = new Set([
    'aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64',
    'freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/arm64 js/wasm wasip1/wasm',
    'linux/386 linux/amd64 linux/arm linux/arm64 linux/ppc64 linux/ppc64le linux/mips linux/mipsle linux/mips64',
    'linux/mips64le linux/s390x linux/riscv64 linux/loong64 netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64',
    'openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm',
    'solaris/amd64 solaris/sparc solaris/sparc64 windows/arm64 windows/386 windows/amd64'
].flatMap((line) => line.split(' ')));
const MORE_GO_PORTS = new Set(['ios/amd64', 'openbsd/ppc64']);
const NO_GO_PORTS = new Set(['solaris/sparc', 'solaris/sparc64']);
const isGoPort = (pair) => (GORELEASER_PORTS.has(pair) || MORE_GO_PORTS.has(pair)) && !NO_GO_PORTS.has(pair);
const VARIANTS = {
    386: { key: 'go386', standard: 'sse2' },
    amd64: { key: 'goamd64', standard: 'v1' },
    arm: { key: 'goarm', standard: '6' },
    arm64: { key: 'goarm64', standard: 'v8.0' },
    ...Object.fromEntries(['mips', 'mipsle', 'mips64', 'mips64le'].map((arch) => [arch, { key: 'gomips', standard: 'hardfloat' }])),
    ppc64: { key: 'goppc64', standard: 'power8' },
    ppc64le: { key: 'goppc64', standard: 'power8' },
    riscv64: { key: 'goriscv64', standard: 'rva20u64' }
};
const VARIANT_KEYS = [...new Set(Object.values(VARIANTS).map(({ key }) => key))];
const MATRIX_KEYS = ['goos', 'goarch', ...VARIANT_KEYS, 'ignore'];
const FIRST_CLASS = ['darwin/amd64', 'darwin/arm64', 'linux/386', 'linux/amd64', 'linux/arm', 'linux/arm64'].concat('windows/386', 'windows/amd64');
function readTargets(build) {
    const named = build.at('targets');
    const wanted = named.items().length > 0 ? nameTargets(build) : multiplyTargets(build);
    return [...new Set(wanted.flatMap(carryTarget))];
}
function carryTarget({ os, arch, variant, from }) {
    const value = variant || (VARIANTS[arch]?.standard ?? '');
    const text = [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/');
    const refuse = (target, why) => {
        from.note({ do: `${target} is not built: ${why}.` });
        return [];
    };
    try {
        const target = (0,go_target/* parseTarget */.hu)(text);
        const ours = (0,go_target/* formatTarget */.P4)(target);
        if (!isGoPort(`${target.os}/${target.arch}`))
            return refuse(ours, 'Go has no such port');
        const why = (0,go_target/* needsCgo */.JW)(target);
        return why === undefined ? [ours] : refuse(ours, why);
    }
    catch {
        return refuse(text, 'Slipway knows no such target; name the platform under targets');
    }
}
function readNamedTarget(override) {
    const [os, arch] = [override.at('goos').text, override.at('goarch').text];
    const family = VARIANTS[arch];
    const variant = (family && override.at(family.key).text) || (family?.standard ?? '');
    try {
        const text = [os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/');
        const target = (0,go_target/* formatTarget */.P4)((0,go_target/* parseTarget */.hu)(text));
        for (const key of ['goos', 'goarch', ...(family ? [family.key] : [])])
            override.at(key).take();
        return target;
    }
    catch {
        return undefined;
    }
}
function nameTargets(build) {
    build.at('targets').take();
    for (const key of MATRIX_KEYS)
        build.at(key).leave({ same: 'GoReleaser passes over it beside targets.' });
    return build
        .at('targets')
        .items()
        .flatMap((from) => {
        if (/^go(_118)?_first_class$/.test(from.text))
            return FIRST_CLASS.map((pair) => {
                const [os = '', arch = ''] = pair.split('/');
                return { os, arch, variant: '', from };
            });
        const [, os = '', arch = '', variant = ''] = /^([a-z0-9]+)_([a-z0-9]+)(?:_([\w.,]+))?$/.exec(from.text) ?? [];
        if (os !== '')
            return [{ os, arch, variant, from }];
        from.leave({ do: `${from.text} names no target; write the platform under targets.` });
        return [];
    });
}
function multiplyTargets(build) {
    const oses = readList(build, 'goos', ['linux', 'darwin', 'windows']);
    const arches = readList(build, 'goarch', ['amd64', 'arm64', '386']);
    const rules = build
        .at('ignore')
        .items()
        .map((rule) => ({ rule, fits: readRule(rule) }));
    const used = new Set(arches.flatMap((arch) => VARIANTS[arch]?.key ?? []));
    for (const key of VARIANT_KEYS)
        if (!used.has(key))
            build.at(key).leave({ same: 'goarch has no architecture that it is about.' });
    const asked = [build.at('goarch'), build.at('goos')].find(({ kind }) => kind !== 'absent');
    const from = asked ?? build;
    const wanted = oses.flatMap((os) => arches.flatMap((arch) => {
        const family = VARIANTS[arch];
        const variants = family ? readList(build, family.key, [family.standard]) : [''];
        return variants.map((variant) => ({ os, arch, variant, from }));
    }));
    const known = wanted.filter(({ os, arch }) => GORELEASER_PORTS.has(`${os}/${arch}`));
    const skipped = [...new Set(wanted.filter((item) => !known.includes(item)).map(({ os, arch }) => `${os}/${arch}`))];
    if (asked && skipped.length)
        asked.note({
            same: `${skipped.join(', ')}: no such port of Go is known to GoReleaser, which skips it, and so does Slipway.`
        });
    for (const { rule, fits } of rules)
        if (fits && !known.some(fits))
            rule.leave({ same: 'it fits no target of this build.' });
    return known.filter((item) => !rules.some(({ fits }) => fits?.(item)));
}
function readList(build, key, standard) {
    const items = build.at(key).items();
    if (items.length === 0)
        return standard;
    return items.flatMap((item) => {
        if (/^[a-z0-9.,]+$/.test(item.text)) {
            item.take();
            return [item.text];
        }
        item.leave({ do: `${item.text} names no platform; write those that it stands for under targets.` });
        return [];
    });
}
function readRule(rule) {
    const keys = ['goos', 'goarch', ...VARIANT_KEYS].filter((key) => rule.at(key).text !== '');
    if (keys.length === 0 || keys.some((key) => rule.at(key).text.includes('{{'))) {
        rule.leave({ do: 'Slipway does not know what it ignores: take such targets out by hand.' });
        return undefined;
    }
    for (const key of keys)
        rule.at(key).take();
    return ({ os, arch, variant }) => keys.every((key) => {
        const value = key === 'goos' ? os : key === 'goarch' ? arch : VARIANTS[arch]?.key === key ? variant : '';
        return rule.at(key).text === value;
    });
}

;// CONCATENATED MODULE: ./src/init/goreleaser-overrides.ts



function readOverrides(build, targets, constants) {
    const seen = new Set();
    return build
        .at('overrides')
        .items()
        .flatMap((override) => {
        const target = readNamedTarget(override);
        if (target === undefined) {
            override.leave({ do: 'its target is none that Slipway knows: write it under builds.overrides.' });
            return [];
        }
        if (!targets.includes(target) || seen.has(target)) {
            override.leave({
                same: seen.has(target) ? 'an override before it is for the same target.' : 'it fits no target of this build.'
            });
            return [];
        }
        seen.add(target);
        const settings = readSettings(override, constants);
        const { ldflags, gcflags, tags, flags, env } = settings;
        const own = {
            ...((ldflags.length > 0 || override.at('ldflags').items().length > 0) && { ldflags }),
            ...(gcflags.length && { gcflags }),
            ...(tags.length && { tags }),
            ...(flags.length && { flags }),
            ...(Object.keys(env).length && { env })
        };
        return Object.keys(own).length ? [{ targets: [nameAmong(target, targets)], ...own }] : [];
    });
}
function nameAmong(target, all) {
    const { os, arch, variant } = (0,go_target/* parseTarget */.hu)(target);
    const alike = all.map(go_target/* parseTarget */.hu).filter((each) => each.os === os && each.arch === arch);
    if (alike.length === 1)
        return `${os}/${arch}`;
    return variant === undefined ? `${target}/${findStandardVariant(target)}` : target;
}
const findStandardVariant = (target) => STANDARD.find((variant) => isSame(`${target}/${variant}`, target)) ?? '';
const STANDARD = ['v1', 'v8.0', 'sse2', 'hardfloat', 'power8', 'rva20u64'];
function isSame(text, target) {
    try {
        return (0,go_target/* formatTarget */.P4)((0,go_target/* parseTarget */.hu)(text)) === target;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/init/goreleaser-mains.ts
function findMains(build, all, { base, program }) {
    const known = { ...all, mains: all.mains.filter((main) => /^\.(\/[\w.+~-]+)*$/.test(main)) };
    const [dir, main] = [build.at('dir'), build.at('main')];
    const below = normalizeFolder(dir.text);
    if (/[{}]/.test(dir.text + main.text) || below.startsWith('..'))
        return { missing: 'Slipway cannot tell which folder is meant; name the main package under main' };
    const inner = main.text.replace(/\/?[^/]+\.go$/, '');
    const inModule = inner.startsWith(`${known.module}/`) ? inner.slice(known.module.length + 1) : inner;
    const path = [below, normalizeFolder(inModule)].filter(Boolean).join('/');
    const look = (at) => at.endsWith('...') ? findBelow(at, known) : findAt(at, known, main.kind === 'absent' ? program : '');
    const near = base === '' ? [] : look([base, path].filter(Boolean).join('/'));
    const found = near.length ? near : look(path);
    if (found.length === 0) {
        const module = known.inner.find((folder) => `${path}/`.startsWith(`${folder}/`));
        if (module !== undefined)
            return { missing: `${module} is a module of its own: run init and Slipway there too (--module ${module})` };
        const advice = known.mains.length
            ? `name one of ${known.mains.join(', ')} under main`
            : 'run init in the module that has it (--module DIR)';
        return { missing: `there is no main package in ${formatFolder(path)} of this module: ${advice}` };
    }
    dir.take();
    main.take();
    const [only = ''] = found;
    if (near.length)
        build.note({
            do: `its paths are read from the folder of the file, ${base}: see that ${found.join(', ')} is what is meant.`
        });
    else if (found.length === 1 && !path.endsWith('...') && formatFolder(path) !== only)
        (main.kind === 'absent' ? build : main).note({
            same: `there is no main package in ${formatFolder(path)} of this module; ${only} is built.`
        });
    return { mains: found };
}
function findBelow(pattern, { mains }) {
    const prefix = pattern.replace(/\/?\.\.\.$/, '');
    return mains.filter((main) => prefix === '' || main === `./${prefix}` || main.startsWith(`./${prefix}/`));
}
function findAt(path, { mains, folder }, program) {
    const inModule = folder !== '' && `${path}/`.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [];
    const named = program === '' ? [] : [`cmd/${program}`, ...(mains.length === 1 ? mains.map(normalizeFolder) : [])];
    return [path, ...inModule, ...named]
        .map(formatFolder)
        .filter((main) => mains.includes(main))
        .slice(0, 1);
}
const formatFolder = (path) => (path === '' ? '.' : `./${path}`);
const normalizeFolder = (path) => path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');

;// CONCATENATED MODULE: ./src/init/goreleaser-programs.ts







function readBuilds(builds, known, shared) {
    const carried = [];
    for (const build of builds.filter(isBuilt)) {
        const read = readBuild(build, known, shared);
        const like = carried.find(({ programs }) => JSON.stringify(programs) === JSON.stringify(read.programs));
        if (like) {
            carried[carried.indexOf(like)] = { ...like, targets: [...new Set([...like.targets, ...read.targets])] };
            continue;
        }
        const taken = carried.filter((other) => makesSame(other, read)).flatMap(({ targets }) => targets);
        const free = read.targets.filter((target) => !taken.includes(target));
        const gone = read.targets.filter((target) => taken.includes(target));
        const advice = {
            do: `another build makes ${read.names.join(', ')} of the same main package for ${gone.join(', ')}, with other settings: give this one a name of its own.`
        };
        if (free.length === 0 && gone.length > 0)
            build.leave(advice);
        else {
            if (gone.length > 0)
                build.note(advice);
            carried.push({ ...read, targets: free });
        }
    }
    return dropRepeatedNames(carried, known);
}
const makesSame = (one, other) => one.programs.some(({ main }, i) => other.programs.some((program, k) => program.main === main && other.names[k] === one.names[i]));
function isBuilt(build) {
    const [skip, builder, command, mode] = ['skip', 'builder', 'command', 'buildmode'].map((key) => build.at(key));
    if (skip?.text.trim().toLowerCase() === 'true') {
        build.leave({ same: 'skip is true: GoReleaser does not build it, and neither does Slipway.' });
        return false;
    }
    const odd = [
        ...(builder && !['', 'go'].includes(builder.text) ? [`its builder is ${builder.text}`] : []),
        ...(command && !['', 'build'].includes(command.text) ? [`its command is go ${command.text}`] : []),
        ...(mode && /^c-/.test(mode.text) ? [`it makes a ${mode.text} library`] : [])
    ];
    if (odd.length > 0) {
        build.leave({ do: `Slipway builds Go programs alone, and ${odd.join(', ')}: make it in a step of its own.` });
        return false;
    }
    if (skip?.text.includes('{{'))
        skip.leave({ do: 'a template: Slipway builds the program in every release.' });
    else
        skip?.take();
    builder?.take();
    command?.take();
    if (mode?.text === '')
        mode.take();
    return true;
}
function readBuild(build, known, { project, constants, env: common, base }) {
    const binary = build.at('binary');
    const named = fillTemplates(binary.text, constants);
    const fixed = named.whole && !/[{}]/.test(named.text);
    const program = fixed && named.text !== '' ? named.text : project;
    const found = findMains(build, known, { base, program });
    if ('missing' in found) {
        build.leave({ do: `${found.missing}. Its targets alone are carried over.` });
        return { build, programs: [], names: [], targets: readTargets(build) };
    }
    const { mains } = found;
    const set = new Set([...listSetNames(common), ...listSetNames(build.at('env'))]);
    const own = { ...constants, set, fields: { ...constants.fields, Binary: program } };
    const shared = readEnvironment(common, constants);
    const read = readSettings(build, own);
    const { cgo = shared.cgo } = read;
    const ldflags = build.at('ldflags');
    const settings = { ...read, env: { ...shared.env, ...read.env } };
    const targets = readTargets(build);
    const overrides = readOverrides(build, targets, own);
    if (ldflags.kind === 'absent')
        ldflags.note({ same: 'GoReleaser sets main.builtBy to goreleaser; with Slipway it keeps the value of the source.' });
    if (cgo === undefined)
        build
            .at('env')
            .note({ same: 'CGO_ENABLED is not set, so GoReleaser used cgo for its own platform; Slipway builds without.' });
    if (build.at('mod_timestamp').text.replace(/\s/g, '') === '{{.CommitTimestamp}}')
        build.at('mod_timestamp').take();
    const kept = { ...keepGoodSettings(build, settings), ...(overrides.length && { overrides }) };
    const isPattern = build.at('main').text.endsWith('...');
    const wanted = isPattern && (mains.length > 1 || binary.kind === 'absent') ? '' : program;
    const programs = mains.map((main) => {
        const { name, exact } = nameProgram(wanted, nameByGo(main, known.module));
        if (exact && fixed && (wanted !== '' || binary.text === ''))
            binary.take();
        else
            binary.leave({
                do: `the program is named ${name ?? nameByGo(main, known.module)}: Slipway takes a fixed name without folders; set it under builds.name.`
            });
        return { main, ...(name !== undefined && { name }), ...kept };
    });
    const names = programs.map(({ main, name }) => name ?? nameByGo(main, known.module));
    return { build, programs, names, targets };
}
function nameProgram(wanted, standard) {
    const base = wanted.split('/').at(-1) ?? '';
    const good = /^[A-Za-z0-9][\w.-]{0,99}$/.test(base) || base === '';
    return { name: good && base !== '' && base !== standard ? base : undefined, exact: good && base === wanted };
}
function keepGoodSettings(build, settings) {
    const { ldflags, gcflags, tags, flags, env } = settings;
    const fits = isCommand(settings);
    if (!fits)
        build.at('gcflags').leave({ do: 'go does not take these flags together; write them under builds.gcflags.' });
    return {
        ...(ldflags.length && { ldflags }),
        ...(gcflags.length && fits && { gcflags }),
        ...(tags.length && { tags }),
        ...(flags.length && { flags }),
        ...(Object.keys(env).length && { env })
    };
}
function isCommand({ ldflags, gcflags, tags, flags, env }) {
    const stamp = { version: '1.0.0', commit: 'c', date: 'd' };
    const target = { os: 'linux', arch: 'amd64' };
    try {
        (0,command/* makeBuildCommand */._7)({
            ...{ go: 'go', mains: ['a/b'], outDir: 'out', vendored: false },
            target,
            stamp,
            settings: { ldflags, gcflags, tags, flags, env },
            env: {}
        });
        return true;
    }
    catch {
        return false;
    }
}
function dropRepeatedNames(carried, { module }) {
    const all = carried.flatMap(({ programs }) => programs);
    const named = (program) => (program.name ?? nameByGo(program.main, module)).toLowerCase();
    return carried.map(({ build, programs, names, targets }) => ({
        ...{ build, names, targets },
        programs: programs.map((program) => {
            const { name, ...rest } = program;
            const others = all.filter((other) => other.main !== program.main && named(other) === named(program));
            const isFirst = all.find((other) => named(other) === named(program))?.main === program.main;
            if (name === undefined || others.length === 0 || (isFirst && others.every((other) => other.name !== undefined)))
                return program;
            build.at('binary').note({ do: `another program is named ${name} too: set builds.name of one of them.` });
            return rest;
        })
    }));
}
const nameProgramOf = ({ main, name }, module) => name ?? nameByGo(main, module);
const nameByGo = (main, module) => (0,command/* deriveExecName */.CI)(main === '.' ? module : `${module}/${main.slice(2)}`);

;// CONCATENATED MODULE: ./src/init/goreleaser-archives.ts






function readArchives(root, packed, known) {
    const all = root.at('archives').items();
    const taken = new Set();
    const drafts = (all.length ? all : [root.at('archives')]).flatMap((archive) => readArchive(archive, packed, known).flatMap((entry, i) => keepUnlike(i === 0 ? archive : archive.at('formats'), entry, packed, taken)));
    return drafts.length === 1 && Object.keys(drafts[0] ?? {}).length === 0 ? [] : drafts;
}
function readArchive(archive, packed, known) {
    if (archive.at('meta').text === 'true') {
        archive.leave({ do: 'an archive without programs: name its files under release-files in slipway.yaml.' });
        return [];
    }
    const every = listPrograms(packed.programs, known);
    const programs = choosePrograms(archive, packed, known);
    if (programs.length === 0) {
        archive.leave({ do: 'it names no program that Slipway builds: this archive is left out.' });
        return [];
    }
    archive.at('id').leave({ same: 'nothing refers to an archive of slipway.yaml.' });
    archive.at('allow_different_binary_count').leave({ same: 'an archive holds what its target has.' });
    const formats = readFormats(archive);
    const formatOf = goreleaser_archives_readOverrides(archive);
    const isRaw = (format) => format === 'binary' && Object.values(formatOf).every((other) => other === 'binary');
    const raw = formats.every(isRaw);
    const name = readName(archive, packed, { binary: formats.includes('binary'), packs: !raw }, programs);
    const folder = raw ? undefined : readFolder(archive.at('wrap_in_directory'), packed, name ?? unspelt('tar.gz'));
    const place = { base: packed.base, names: programs };
    const files = raw ? leaveFiles(archive.at('files')) : readFiles(archive.at('files'), place, known);
    return formats.map((format) => {
        const others = Object.entries(formatOf).filter(([, other]) => other !== format);
        const windows = packed.targets.some((target) => target.startsWith('windows/'));
        const standard = format === 'tar.gz' &&
            others.every(([os, other]) => os === 'windows' && other === 'zip') &&
            (!windows || others.length > 0);
        return {
            ...{ format, formatOf, name, programs },
            draft: {
                ...(programs.length < every.length && { programs }),
                ...(!standard && { format }),
                ...(!standard && others.length && { 'format-of': Object.fromEntries(others) }),
                ...(name && name.template !== usualName(format) && { name: name.template }),
                ...(folder !== undefined && !isRaw(format) && { folder }),
                ...(name && Object.keys(name.spell).length && { spell: name.spell }),
                ...(files.length > 0 && !isRaw(format) && { files })
            }
        };
    });
}
function keepUnlike(archive, { draft, format, formatOf, name, programs }, { targets, project }, taken) {
    const names = targets.flatMap((target) => {
        const os = target.slice(0, target.indexOf('/'));
        const own = formatOf[os] ?? format;
        return own === 'binary'
            ? programs.map((program) => `${nameTarget(name ?? unspelt(own), target, { name: project, program })}${os === 'windows' ? '.exe' : ''}`)
            : [`${nameTarget(name ?? unspelt(own), target, { name: project, program: programs[0] ?? project })}.${own}`];
    });
    if (new Set(names).size < names.length || names.some((each) => (0,own_names/* isOwnName */.s)(each) || taken.has(each.toLowerCase()))) {
        archive.leave({
            do: 'two of its files, or one of it and one of another archive, would have one name: see name under archives in slipway.yaml.'
        });
        return [];
    }
    for (const each of names)
        taken.add(each.toLowerCase());
    return [draft];
}
const listPrograms = (builds, { module }) => [
    ...new Set(builds.flatMap(({ programs }) => programs.map((program) => nameProgramOf(program, module))))
];
function choosePrograms(archive, { programs, project }, known) {
    const settings = ['ids', 'builds'].map((key) => archive.at(key));
    const ids = settings.flatMap((setting) => setting.items().map(({ text }) => text));
    for (const setting of settings)
        setting.take();
    if (ids.length === 0)
        return listPrograms(programs, known);
    return listPrograms(programs.filter(({ build }) => ids.includes(build.at('id').text || project)), known);
}
const listFormats = (setting) => [
    ...setting.at('formats').items(),
    ...setting.at('format').items()
];
const isFormat = (text) => archive_settings/* FORMATS */.h.includes(text);
const NO_FORMAT = 'Slipway packs tar.gz and zip, and publishes raw programs (binary): those who download have to know.';
function readFormats(archive) {
    const found = listFormats(archive).flatMap((format) => {
        if (isFormat(format.text)) {
            format.take();
            return [format.text];
        }
        format.leave({ do: NO_FORMAT });
        return [];
    });
    return found.length ? [...new Set(found)] : ['tar.gz'];
}
function goreleaser_archives_readOverrides(archive) {
    const found = {};
    const setting = archive.at('format_overrides');
    for (const override of setting.items()) {
        const os = override.at('goos').text;
        const [format, ...more] = listFormats(override);
        if (format && more.length === 0 && isFormat(format.text) && ports/* SYSTEMS */.L.includes(os)) {
            override.take();
            found[os] = format.text;
        }
        else
            override.leave({ do: NO_FORMAT });
    }
    return found;
}
function readName(archive, packed, { binary, packs }, programs) {
    const template = archive.at('name_template');
    const carried = carryName(template.text || (binary ? STANDARD_BINARY_NAME : STANDARD_NAME), packed.targets, listConstants(packed.constants));
    if (carried && (!packs || programs.length === 1 || !carried.template.includes('{program}'))) {
        template.take();
        return carried;
    }
    const advice = {
        do: `files are named ${usualName(binary ? 'binary' : 'tar.gz')}: say it as name and spell of the archive in slipway.yaml; whoever downloads by name must know.`
    };
    if (template.kind === 'absent')
        template.note(advice);
    else
        template.leave(advice);
    return undefined;
}
const usualName = (format) => format === 'binary' ? '{program}_{version}_{os}_{arch}' : '{name}_{version}_{os}_{arch}';
const unspelt = (format) => ({ template: usualName(format), spell: {} });
const listConstants = ({ fields, env }) => ({
    ...fields,
    ...Object.fromEntries(Object.entries(env).map(([name, value]) => [`Env.${name}`, value]))
});
function readFolder(wrap, packed, name) {
    if (/^(false|)$/.test(wrap.text)) {
        wrap.take();
        return undefined;
    }
    const carried = wrap.text === 'true' ? name : carryName(wrap.text, packed.targets, listConstants(packed.constants));
    const fits = carried && Object.entries(carried.spell).every(([word, text]) => name.spell[word] === text);
    const usesAll = carried && (!/\{(os|arch)\}/.test(carried.template) || JSON.stringify(carried.spell) === JSON.stringify(name.spell));
    if (fits && usesAll && !carried.template.includes('{program}')) {
        wrap.take();
        return carried.template;
    }
    wrap.leave({ do: 'say it as folder of the archive in slipway.yaml: those who unpack have to know.' });
    return undefined;
}
function leaveFiles(files) {
    if (files.kind !== 'absent')
        files.leave({ same: 'a raw program has no files beside it.' });
    return [];
}

// EXTERNAL MODULE: ./src/model/release-extras.ts
var release_extras = __webpack_require__(60310);
;// CONCATENATED MODULE: ./src/init/goreleaser-extras.ts




function readExtras(root, base, known) {
    const taken = new Set();
    return {
        ...readChecksum(root.at('checksum'), taken),
        ...readSource(root.at('source'), taken),
        ...readReleaseFiles(root.at('release').at('extra_files'), base, known, taken)
    };
}
function carryPlainName(text) {
    const name = carryName(text, [], {})?.template;
    return name !== undefined && !/\{(os|arch|program)\}/.test(name) ? name : undefined;
}
function readChecksum(checksum, taken) {
    const [name, algorithm, disable, split] = ['name_template', 'algorithm', 'disable', 'split'].map((key) => checksum.at(key));
    if (disable?.text === 'true') {
        disable.leave({ same: 'checksums.txt is always there.' });
        return {};
    }
    if (disable && /^(false|)$/.test(disable.text))
        disable.take();
    if (split && /^(false|)$/.test(split.text))
        split.take();
    else if (split) {
        split.leave({
            do: 'checksums.txt and checksum-lists have a line for each file, and no file has a list of its own: those who download have to know.'
        });
        return {};
    }
    const carried = carryPlainName(name?.text || '{{ .ProjectName }}_{{ .Version }}_checksums.txt');
    const known = release_extras/* ALGORITHMS */.TM.find((each) => each === (algorithm?.text || 'sha256'));
    if (known === undefined) {
        algorithm?.leave({ do: 'Slipway has sha256 and sha512: say it under checksum-lists, and tell those who download.' });
        return {};
    }
    if (carried === undefined || ((0,own_names/* isOwnName */.s)(carried) && (carried !== 'checksums.txt' || known !== 'sha256'))) {
        const advice = {
            do: 'give it another name under checksum-lists: checksums.txt is the list that is signed, of SHA-256.'
        };
        name?.leave(advice);
        algorithm?.leave(advice);
        return {};
    }
    taken.add(carried.toLowerCase());
    name?.take();
    algorithm?.take();
    return carried === 'checksums.txt'
        ? {}
        : { 'checksum-lists': [{ name: carried, ...(known === 'sha512' && { algorithm: known }) }] };
}
function readSource(source, taken) {
    const [enabled, name, format, prefix] = ['enabled', 'name_template', 'format', 'prefix_template'].map((key) => source.at(key));
    if (enabled?.text !== 'true') {
        if (enabled && /^(false|)$/.test(enabled.text))
            source.leave({ same: 'it is not enabled: there is no source archive.' });
        return {};
    }
    enabled.take();
    if (format && /^(tar\.gz|)$/.test(format.text))
        format.take();
    else
        format?.leave({ do: 'the source archive is a tar.gz: those who download have to know.' });
    const carried = carryPlainName(name?.text || '{{ .ProjectName }}-{{ .Version }}');
    taken.add(`${carried ?? ''}.tar.gz`.toLowerCase());
    if (carried === undefined)
        name?.leave({ do: 'say it as name of source-archive in slipway.yaml.' });
    else
        name?.take();
    const folder = prefix?.text ? carryPlainName(prefix.text.replace(/\/$/, '')) : undefined;
    if (folder !== undefined)
        prefix?.take();
    else if (prefix?.text)
        prefix.leave({ do: 'say it as folder of source-archive in slipway.yaml, in one part.' });
    else
        prefix?.note({ do: 'the files lie in the folder {name}-{version}, where GoReleaser puts them at the top.' });
    return {
        'source-archive': { ...(carried !== undefined && { name: carried }), ...(folder !== undefined && { folder }) }
    };
}
function readReleaseFiles(setting, base, { files }, taken) {
    const found = setting.items().flatMap((item) => {
        const [glob, template] = [item.at('glob'), item.at('name_template')];
        const near = base === '' ? [] : ((0,file_patterns/* matchFiles */.x)(`${base}/${glob.text}`, files) ?? []);
        const path = glob.text.replace(/^(\.\/)+/, '');
        const matched = near.length ? near : ((0,file_patterns/* matchFiles */.x)(path, files) ?? []);
        const name = template.text === '' ? undefined : carryPlainName(template.text);
        const names = name === undefined
            ? matched.map((file) => file.slice(file.lastIndexOf('/') + 1))
            : [name.replace(/\{\w+\}/g, 'x')];
        const good = /^[^-/.][^\\\p{Cc}]*$/u.test(path) && matched.length > 0;
        if (!good || (template.text !== '' && (name === undefined || matched.length > 1)) || !areNew(names, taken)) {
            item.leave({
                do: 'git holds no such file under a name of its own: say it under release-files in slipway.yaml; a step of prepare may make it.'
            });
            return [];
        }
        glob.take();
        template.take();
        const from = near.length ? `${base}/${path}` : path;
        return [name === undefined ? from : { from, name }];
    });
    return found.length ? { 'release-files': found } : {};
}
function areNew(names, taken) {
    const keys = names.map((name) => name.toLowerCase());
    if (!names.every((name) => /^[\w+-][\w.+-]*$/.test(name)) ||
        new Set(keys).size < keys.length ||
        keys.some((key) => taken.has(key) || (0,own_names/* isOwnName */.s)(key)))
        return false;
    for (const key of keys)
        taken.add(key);
    return true;
}

;// CONCATENATED MODULE: ./src/init/goreleaser-release.ts

function readPublishing(root, path, known, without) {
    const release = root.at('release');
    const draft = readDraft(release, without);
    refuseOpenings(findOpenings(release, known, draft.release !== undefined), path, without);
    return {
        ...draft,
        ...readChangelog(root.at('changelog')),
        step: { ...readNotes(root.at('changelog').at('use')), ...readMarks(release) }
    };
}
function readDraft(release, without) {
    const draft = release.at('draft');
    if (!IS_ON.test(draft.text.trim()) || without.includes('release.draft'))
        return {};
    draft.take();
    return { release: 'draft' };
}
const IS_ON = /^(true|yes|on|y)$/i;
function findOpenings(release, known, keptDraft) {
    const [draft, disable, upload] = ['draft', 'disable', 'skip_upload'].map((key) => release.at(key));
    const held = (setting, stop, why) => {
        if (!setting || setting.kind === 'absent')
            return [];
        if (setting.kind === 'text' && /^(false|no|off|)$/i.test(setting.text.trim())) {
            setting.take();
            return [];
        }
        return [{ stop, setting, why }];
    };
    return [
        ...held(keptDraft ? undefined : draft, 'release.draft', 'GoReleaser leaves a draft where it is true, and Slipway publishes at once, unless slipway.yaml says release: draft'),
        ...held(disable, 'release.disable', 'GoReleaser makes no release where it is true, and Slipway makes one'),
        ...held(upload, 'release.skip_upload', 'GoReleaser uploads no files where it is true, and Slipway uploads them'),
        ...['github', 'gitlab', 'gitea'].flatMap((key) => findOtherRepository(release.at(key), known))
    ];
}
function findOtherRepository(setting, { repository, module }) {
    if (setting.kind === 'absent')
        return [];
    const own = [repository, module.split('/').slice(1, 3).join('/')].filter((name) => name.includes('/'));
    const [owner, name] = ['owner', 'name'].map((key) => setting.at(key).text.toLowerCase());
    const isOwn = own
        .map((full) => full.toLowerCase())
        .some((full) => (owner === '' || full.startsWith(`${owner}/`)) && (name === '' || full.endsWith(`/${name}`)));
    if (isOwn && !setting.name.endsWith('gitea')) {
        setting.at('owner').take();
        setting.at('name').take();
        return [];
    }
    const why = `GoReleaser publishes in ${owner}/${name}, and Slipway in the repository whose job it is${repository ? `, ${repository}` : ''}`;
    return [{ stop: 'release.repository', setting, why }];
}
function refuseOpenings(openings, path, without) {
    const asked = openings.filter(({ stop }) => !without.includes(stop));
    const [first] = asked;
    if (first)
        throw new errors/* Failure */.H('input', asked.map(({ setting, why }) => `${path}:${setting.line}: ${setting.name}: ${why}`).join('\n'), {
            code: 'cannot-carry-over',
            hint: `Nothing was written. If Slipway's way is right for you: --without ${[...new Set(asked.map(({ stop }) => stop))].join(',')}.`
        });
    for (const { setting, why } of openings)
        setting.leave({ do: `${why}: you said --without.` });
}
function readChangelog(changelog) {
    const disable = changelog.at('disable');
    if (disable.text.trim() === 'true') {
        changelog.leave({ same: 'there is no changelog.' });
        disable.take();
        return { notes: 'none' };
    }
    if (/^(false|)$/.test(disable.text))
        disable.take();
    return {};
}
function readNotes(use) {
    if (use.text === 'github-native') {
        use.leave({
            do: 'the workflow that init makes for GitHub says notes: generated; any other pipeline has to say it itself.'
        });
        return { notes: 'generated' };
    }
    if (use.text === 'git')
        use.take();
    return {};
}
function readMarks(release) {
    const [prerelease, latest] = ['prerelease', 'make_latest'].map((key) => release.at(key));
    const inStep = (setting, input) => {
        const value = setting?.text.trim() ?? '';
        setting?.leave({
            do: `the workflow that init makes for GitHub says ${input}: ${value}; any other pipeline has to say it itself.`
        });
        return { [input]: value };
    };
    if (prerelease?.text === 'auto')
        prerelease.take();
    if (latest && /^(auto|true)$/.test(latest.text))
        latest.leave({ same: 'the highest stable version becomes the latest release.' });
    return {
        ...(prerelease && /^(true|false)$/.test(prerelease.text) && inStep(prerelease, 'prerelease')),
        ...(latest?.text === 'false' && inStep(latest, 'latest'))
    };
}

;// CONCATENATED MODULE: ./src/init/goreleaser-universal.ts

const BOTH = ['darwin/amd64', 'darwin/arm64'];
const UNIVERSAL = 'darwin/all';
function readUniversal(setting, carried, constants) {
    let builds = carried;
    for (const item of setting.kind === 'list' ? setting.items() : []) {
        const project = constants.fields['ProjectName'] ?? '';
        const ids = item
            .at('ids')
            .items()
            .map(({ text }) => text);
        const wanted = ids.length > 0 ? ids : [item.at('id').text || project];
        const joined = builds.filter(({ build, programs, targets }) => programs.length > 0 &&
            wanted.includes(build.at('id').text || project) &&
            BOTH.every((target) => targets.includes(target)));
        if (joined.length === 0) {
            item.leave({
                do: 'no build that is carried over is of this id and for darwin/amd64 and darwin/arm64: name the target darwin/all under targets.'
            });
            continue;
        }
        const replace = item.at('replace').text === 'true';
        builds = builds.map((each) => joined.includes(each)
            ? {
                ...each,
                targets: [...each.targets.filter((target) => !replace || !BOTH.includes(target)), UNIVERSAL]
            }
            : each);
        for (const key of ['id', 'ids'])
            item.at(key).take();
        if (/^(true|false|)$/.test(item.at('replace').text))
            item.at('replace').take();
        if (item.at('mod_timestamp').text.replace(/\s/g, '') === '{{.CommitTimestamp}}')
            item.at('mod_timestamp').take();
        const name = fillTemplates(item.at('name_template').text || '{{ .ProjectName }}', constants);
        const names = joined.flatMap(({ names }) => names);
        if (name.whole && names.every((each) => each === name.text))
            item.at('name_template').take();
        else
            item.at('name_template').note({
                do: `the program for both processors is named ${names.join(', ')}, as it is for each.`
            });
    }
    return builds;
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/base/yaml.ts
var yaml = __webpack_require__(65958);
;// CONCATENATED MODULE: ./src/init/settings-file.ts




const MOST_SETTINGS = 10_000;
const DEEPEST = 40;
function openSettings(source, path) {
    const top = readPlaces(source, path);
    const marks = new Map();
    const notes = new Map();
    const absent = [];
    let order = 0;
    const mark = (place, as) => void marks.set(place, { order: ++order, as });
    const missing = (name) => ({
        ...{ name, line: 0, kind: 'absent', text: '', items: () => [], take: () => undefined, leave: () => undefined },
        at: (key) => missing(joinName(name, key)),
        note: (advice) => void absent.push({ setting: name, line: undefined, advice })
    });
    const open = (place) => {
        const setting = {
            ...{ name: place.name, line: place.line, kind: place.kind, text: place.text },
            at: (key) => {
                const found = place.kind === 'map' ? place.inside.get(key) : undefined;
                return found ? open(found) : missing(joinName(place.name, key));
            },
            items: () => (place.kind === 'list' ? [...place.inside.values()].map(open) : place.text === '' ? [] : [setting]),
            take: () => mark(place, 'taken'),
            leave: (advice) => mark(place, advice),
            note: (advice) => void notes.set(place, [...(notes.get(place) ?? []), { order: ++order, advice }])
        };
        return setting;
    };
    const listPlace = (place, above, advise) => {
        const own = marks.get(place) ?? UNREAD;
        const last = own.order > above.order ? own : above;
        const said = (notes.get(place) ?? []).filter((note) => note.order > above.order).map(({ advice }) => advice);
        const unsaid = place.inside.size > 0 || last.as === 'taken' || (last.as === 'unread' && said.length > 0)
            ? []
            : [last.as === 'unread' ? advise(place.name) : last.as];
        return [
            ...[...said, ...unsaid].map((advice) => ({ setting: place.name, line: place.line, advice })),
            ...[...place.inside.values()].flatMap((inner) => listPlace(inner, last, advise))
        ];
    };
    return {
        root: open(top),
        listLeft: (advise) => [...[...top.inside.values()].flatMap((place) => listPlace(place, UNREAD, advise)), ...absent]
    };
}
const UNREAD = { order: 0, as: 'unread' };
function readPlaces(source, path) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,yaml/* readYaml */.gM)(source, path, (text) => (0,dist/* parseDocument */.Tp)(text, { ...yaml/* YAML */.Wh, lineCounter: lines }));
    if (document.errors.length)
        throw new errors/* Failure */.H('input', `${path} is not YAML: ${(0,yaml/* listMistakes */.Ix)(document.errors, (at) => describeLine(lines, at))}`, {
            hint: ELSEWHERE
        });
    const { contents } = document;
    if (!(0,dist/* isMap */.jh)(contents))
        throw new errors/* Failure */.H('input', `${path} holds no settings`, { hint: ELSEWHERE });
    return makePlaceReader(document, path, lines)(contents, '', []);
}
const ELSEWHERE = 'Mend it, or begin without it: --from none.';
const describeLine = (lines, offset) => `line ${lines.linePos(offset).line}`;
function makePlaceReader(document, path, lines) {
    const aliases = findAliases(document);
    let count = 0;
    const refuse = (node, what) => {
        throw new errors/* Failure */.H('input', `${path}: ${describeLine(lines, node?.range?.[0] ?? 0)}: ${what}`, { hint: ELSEWHERE });
    };
    const follow = (value) => {
        const node = value;
        if (!(0,dist/* isAlias */.Vj)(node))
            return node;
        return aliases.get(node) ?? refuse(node, `the alias ${(0,base_text/* quote */.hD)(node.source)} leads nowhere`);
    };
    const listPairs = (value, depth) => {
        const map = follow(value);
        if (depth > DEEPEST)
            refuse(map, 'merge keys lead in a circle');
        if ((0,dist/* isSeq */.oP)(map))
            return map.items.flatMap((item) => listPairs(item, depth + 1));
        if (!(0,dist/* isMap */.jh)(map))
            return refuse(map, 'a merge key (<<) stands for no map');
        const pairs = map.items.map(({ key, value }) => [readKey(follow(key)), value]);
        return [
            ...pairs.filter(([key]) => key !== '<<'),
            ...pairs.filter(([key]) => key === '<<').flatMap(([, merged]) => listPairs(merged, depth + 1))
        ];
    };
    const read = (value, name, above) => {
        const node = follow(value);
        if (++count > MOST_SETTINGS)
            refuse(node, `there are more than ${MOST_SETTINGS} settings, aliases counted`);
        if (node && above.includes(node))
            refuse(node, 'an alias leads in a circle');
        if (above.length > DEEPEST)
            refuse(node, `settings lie more than ${DEEPEST} deep`);
        const place = { name, line: lines.linePos(node?.range?.[0] ?? 0).line, text: '' };
        const inside = new Map();
        const within = node ? [...above, node] : above;
        if ((0,dist/* isMap */.jh)(node)) {
            for (const [key, inner] of listPairs(node, 0))
                if (!inside.has(key))
                    inside.set(key, read(inner, joinName(name, key), within));
            return { ...place, kind: 'map', inside };
        }
        if ((0,dist/* isSeq */.oP)(node)) {
            node.items.forEach((item, i) => inside.set(String(i), read(item, `${name}[${i}]`, within)));
            return { ...place, kind: 'list', inside };
        }
        return { ...place, kind: 'text', text: (0,dist/* isScalar */.jn)(node) ? readScalar(node.value, node.source) : '', inside };
    };
    return read;
}
const readScalar = (value, source) => typeof value === 'string' ? value : value === null || value === undefined ? '' : (source ?? JSON.stringify(value));
const readKey = (key) => ((0,dist/* isScalar */.jn)(key) ? readScalar(key.value, key.source) : '?');
const joinName = (above, key) => {
    const plain = /^[\w-]+$/.test(key);
    return plain ? (above === '' ? key : `${above}.${key}`) : `${above}[${(0,base_text/* quote */.hD)(key)}]`;
};
function findAliases(document) {
    const anchors = new Map();
    const aliases = new Map();
    (0,dist/* visit */.YR)(document, {
        Node: (_, node) => {
            const target = (0,dist/* isAlias */.Vj)(node) ? anchors.get(node.source) : undefined;
            if (target)
                aliases.set(node, target);
            else if ('anchor' in node && node.anchor)
                anchors.set(node.anchor, node);
        }
    });
    return aliases;
}

;// CONCATENATED MODULE: ./src/init/goreleaser.ts











function readGoreleaser(source, path, known, without = []) {
    const { root, listLeft } = openSettings(source, path);
    const publishing = readPublishing(root, path, known, without);
    const project = goreleaser_readName(root, known);
    const shared = {
        project,
        constants: { fields: { ProjectName: project, ModulePath: known.module }, env: readConstants(root.at('env')) },
        env: root.at('env'),
        base: findBase(path, known)
    };
    const builds = root.at('builds').items();
    const made = readBuilds(builds.length ? builds : [root.at('builds')], known, shared);
    const carried = readUniversal(root.at('universal_binaries'), made, shared.constants);
    const targets = [...new Set(carried.flatMap(({ targets }) => targets))];
    if (targets.length === 0)
        throw makeEmptyFailure(listLeft(adviseOn), path);
    readHooks(root.at('before').at('hooks'));
    const packed = { project, constants: shared.constants, targets, base: shared.base, programs: carried };
    const archives = readArchives(root, packed, known);
    const extras = readExtras(root, shared.base, known);
    const { common, programs } = shareTargets(carried);
    return {
        ...(project !== (0,command/* deriveExecName */.CI)(known.module) && { name: project }),
        ...{ targets: common, ...goreleaser_choosePrograms(programs, builds.length > 0, known), archives, extras, ...publishing },
        left: listLeft(adviseOn)
    };
}
function findBase(path, { mains }) {
    const folder = path.replace(/^\.\//, '').split('/').slice(0, -1).join('/');
    return mains.some((main) => `${main}/`.startsWith(`./${folder}/`)) ? folder : '';
}
function makeEmptyFailure(left, path) {
    const builds = left.filter(({ setting }) => setting.startsWith('builds'));
    return new errors/* Failure */.H('input', [
        `${path} leaves nothing to build: none of its builds is a Go program for a platform that Go has`,
        ...(0,draft/* describeLeft */.Jm)(builds).todo,
        ...(0,draft/* describeLeft */.Jm)(builds).rest
    ].join('\n'), { code: 'cannot-carry-over', hint: 'Begin without it: --from none.' });
}
function readHooks(hooks) {
    for (const hook of hooks.items())
        if (/^\s*go mod (download|tidy|verify)\b[^;&|]*$/.test(hook.text))
            hook.leave({ same: 'Slipway fetches and checks modules, and takes go.mod and go.sum as they are committed.' });
}
function goreleaser_readName(root, { module }) {
    const standard = (0,command/* deriveExecName */.CI)(module);
    const given = root.at('project_name');
    const name = given.text || root.at('release').at('github').at('name').text || standard;
    if (/^[A-Za-z0-9][\w.-]{0,99}$/.test(name)) {
        given.take();
        return name;
    }
    given.leave({ do: `archives are named after ${standard}: a name has letters, digits, dots, dashes and underscores.` });
    return standard;
}
function shareTargets(carried) {
    const making = carried.filter(({ programs }) => programs.length > 0);
    const lists = (making.length ? making : carried).map(({ targets }) => targets);
    const count = (list) => lists.filter((other) => isSameSet(list, other)).length;
    const common = lists.reduce((best, list) => (count(list) > count(best) ? list : best), lists[0] ?? []);
    return {
        common,
        programs: carried.flatMap(({ programs, targets }) => programs.map((program) => (isSameSet(targets, common) ? program : { ...program, targets })))
    };
}
const isSameSet = (one, other) => one.length === other.length && one.every((target) => other.includes(target));
function goreleaser_choosePrograms(programs, named, { mains }) {
    const built = programs.map(({ main }) => main);
    const usual = !named && mains.length === built.length;
    return {
        ...(built.length > 0 && !usual && { main: [...new Set(built)] }),
        builds: programs.filter((program) => Object.keys(program).length > 1 || built.filter((main) => main === program.main).length > 1)
    };
}


/***/ }),

/***/ 53421:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M5: () => (/* binding */ findTemplateMistake),
/* harmony export */   bq: () => (/* binding */ fillName),
/* harmony export */   yh: () => (/* binding */ listWords)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40766);

const WORD = /\{([^{}]*)\}/g;
const listWords = (template) => [...template.matchAll(WORD)].map(([, word = '']) => word);
const fillName = (template, words) => template.replace(WORD, (whole, word) => words[word] ?? whole);
function findTemplateMistake(template, words) {
    if (template.includes('{{'))
        return `is written for another program: words of Slipway stand between single braces: ${formatWords(words)}`;
    for (const word of listWords(template)) {
        if (words.includes(word))
            continue;
        const near = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .findClosest */ .Ru)(word.toLowerCase(), words);
        return `has {${word}}, which is no word here; ${near === undefined ? `there are ${formatWords(words)}` : `did you mean {${near}}?`}`;
    }
    const plain = template.replace(WORD, 'x');
    const [odd] = /[^\w.+-]/.exec(plain) ?? [];
    if (odd !== undefined)
        return `has ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(odd)}, which not every place keeps in names`;
    return /^[A-Za-z0-9]/.test(plain) ? undefined : 'does not begin with a letter, a digit or a word';
}
const formatWords = (words) => words.map((word) => `{${word}}`).join(' ');


/***/ }),

/***/ 42076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ isOwnName)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33500);


const OWN = [
    ...[_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE */ .dI, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPATIBILITY */ .FZ, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0, _release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD */ .g, 'verdicts.json'],
    ...['bin', 'baseline', 'logs', 'prepared', 'report', 'steps']
];
const isOwnName = (name) => OWN.includes(name.toLowerCase()) || /^shard-\d+-of-\d+\.json$/i.test(name);


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


/***/ }),

/***/ 88204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ orderEntries)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


const RENAME = 'Rename the file, or take it out of archive.files in slipway.yaml.';
const LONGEST = 240;
function orderEntries(entries) {
    const taken = new Map();
    for (const { name } of entries) {
        const wrong = findEntryMistake(name);
        if (wrong !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive cannot hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`, { hint: RENAME });
        const other = taken.get(foldName(name));
        if (other === name)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive would hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} twice`, { hint: RENAME });
        if (other !== undefined)
            throw makeClashFailure(name, other, 'differ in case only');
        taken.set(foldName(name), name);
    }
    for (const { name } of entries) {
        const parents = name.split('/').slice(0, -1);
        for (let depth = 1; depth <= parents.length; depth++) {
            const file = taken.get(foldName(parents.slice(0, depth).join('/')));
            if (file !== undefined)
                throw makeClashFailure(name, file, 'make one name a file and a folder');
        }
    }
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function findEntryMistake(name) {
    const parts = name.split('/');
    if (name === '' || parts.includes(''))
        return 'it has an empty part';
    if (parts.includes('..') || parts.includes('.'))
        return 'it has a part "." or ".."';
    if (name.includes('\\'))
        return 'it has a backslash';
    if (/^[A-Za-z]:/.test(name))
        return 'it begins with a drive';
    if (/[\u0000-\u001f\u007f]/.test(name))
        return 'it has a control character';
    if (!name.isWellFormed())
        return 'it is not Unicode';
    if (Buffer.byteLength(name) > LONGEST)
        return `it is longer than ${LONGEST} bytes`;
    return undefined;
}
function foldName(name) {
    return name.normalize('NFC').toLowerCase();
}
function makeClashFailure(a, b, how) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive cannot hold both ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(b)} and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(a)}: they ${how}`, { hint: RENAME });
}


/***/ })

};
