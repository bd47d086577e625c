export const id = 846;
export const ids = [846];
export const modules = {

/***/ 25879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ listInModule),
/* harmony export */   x: () => (/* binding */ chooseArchiveFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function listInModule(moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}
function chooseArchiveFiles({ archiveFiles: named }, moduleDir, tracked, made = []) {
    const paths = tracked.map(({ path }) => path);
    const own = listInModule(moduleDir, tracked);
    const prepared = listInModule(moduleDir, made);
    const given = named.flatMap((file) => {
        if (own.includes(file))
            return [file];
        const name = file.replace(/\/$/, '');
        const found = prepared.filter((path) => path === name || path.startsWith(`${name}/`));
        return found.length > 0 ? found : [file];
    });
    const missing = given.filter((file) => !own.includes(file) && !prepared.includes(file));
    if (missing.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
        });
    const usual = own.filter((file) => USUAL.test(file) && isDocument(file));
    const legal = usual.some(isLegal) ? [] : listLegalFilesAbove(moduleDir, paths);
    return [...new Set([...legal, ...usual, ...given])].sort();
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

/***/ 15619:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ deriveExecName),
/* harmony export */   K9: () => (/* binding */ splitLinkerFlag),
/* harmony export */   Vq: () => (/* binding */ SETTABLE),
/* harmony export */   _7: () => (/* binding */ makeBuildCommand)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29083);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12853);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82577);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40766);





const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'];
const splitLinkerFlag = (flag) => {
    const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? [];
    return value === undefined ? [flag] : ['-X', value];
};
function makeBuildCommand(build) {
    const { ldflags = [], gcflags = [], tags = [], stamps: stamping, env = {} } = build.settings ?? {};
    const { version, commit, date } = build.stamp;
    const set = stamping === 'off' ? {} : { version, commit, date };
    const stamps = Object.entries(set).flatMap(([name, value]) => ['-X', `main.${name}=${value}`]);
    const outputs = listOutputs(build);
    const linked = ldflags.flatMap(splitLinkerFlag);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .checkLinkerFlags */ .tL)(linked);
    const linking = (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteFlags */ .iR)(['-s', '-w', '-buildid=', ...stamps, ...linked]);
    (0,_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnlinkable */ .cO)(linked, build.target);
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
            linking,
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
/* harmony export */   Gu: () => (/* binding */ listSetVariables),
/* harmony export */   VO: () => (/* binding */ checkCompilerFlags),
/* harmony export */   cO: () => (/* binding */ refuseUnlinkable),
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
const readLinkerFlags = (args) => {
    const found = [];
    for (let i = 0; i < args.length; i++) {
        const [, name = '', value] = /^--?([A-Za-z]+)(?:=([^]*))?$/.exec(args[i] ?? '') ?? [];
        const apart = value === undefined && LINKER.withValue.includes(name);
        found.push({ name, value: value ?? (apart ? (args[i + 1] ?? '') : '') });
        if (apart)
            i++;
    }
    return found;
};
const listSetVariables = (args) => readLinkerFlags(args)
    .filter(({ name }) => name === 'X')
    .flatMap(({ value }) => {
    const [, path, name] = SETTING.exec(value) ?? [];
    return path === undefined || name === undefined ? [] : [{ package: path, name }];
});
const SETTING = /^([^=]+)\.([^=.]+)=/;
const FORMS = { android: 'linux', ios: 'darwin', illumos: 'solaris' };
function refuseUnlinkable(args, { os, arch }) {
    for (const { name, value } of readLinkerFlags(args)) {
        if (name === 'X' && !SETTING.test(value))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the linker cannot set ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value)}`, {
                hint: 'Write -X IMPORTPATH.NAME=VALUE; a variable of the program itself is main.NAME.'
            });
        if (name === 'aslr' && /^(0|f|false)$/i.test(value))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `-aslr=${value} is for shared libraries alone, and this is a program`, {
                hint: 'Take it out of ldflags in slipway.yaml.'
            });
        if (name === 'H' && value !== (FORMS[os] ?? os) && !(os === 'windows' && value === 'windowsgui'))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `-H ${value} makes no program for ${os}/${arch}`, {
                hint: 'Leave -H out: each target has its own form. What wants windowsgui is built apart, by --targets with Windows alone.'
            });
    }
}
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

/***/ 70846:
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
    'builds.overrides': { do: 'Slipway builds every target with the same flags: see whether the program does without.' },
    'builds.asmflags': { do: 'Slipway gives no flags to the assembler: see whether the program does without.' },
    'builds.buildmode': { do: 'Slipway builds with the mode that Go takes for the platform.' },
    'builds.mod_timestamp': { do: 'files have the time of the commit.' },
    'builds.no_unique_dist_dir': { same: 'it is about the folder that GoReleaser works in.' },
    'builds.no_main_check': { same: 'go says what is a program.' },
    'builds.tool': { do: 'Slipway compiles with Go itself.' },
    'builds.gobinary': { do: 'Slipway compiles with the Go that go.mod names; see the input go-version.' },
    archives: { do: 'slipway.yaml has no such setting of an archive: those who download have to know.' },
    'archives.files': { do: 'Slipway packs a file under its own path, with its own mode.' },
    'archives.wrap_in_directory': { do: 'the files lie at the top of an archive: those who unpack have to know.' },
    checksum: { do: 'checksums.txt holds the SHA-256 of every file, and there is no other.' },
    release: { do: 'Slipway does not do this; set it on the page of the release, or in a step after it.' },
    'release.extra_files': {
        do: 'Slipway publishes what it made: upload others in a step of their own, to another release.'
    },
    'release.name_template': { do: 'say it as release-notes.title in slipway.yaml, with {name}, {version} and {tag}.' },
    'release.header': {
        do: 'say it as release-notes.header in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
    },
    'release.footer': {
        do: 'say it as release-notes.footer in slipway.yaml, with {name}, {version}, {tag} and {commit}.'
    },
    'release.mode': { same: 'Slipway writes the notes of a release that it made.' },
    changelog: {
        do: 'Slipway groups conventional commits since the release before by itself: release-notes in slipway.yaml has groups and leave-out by their types; see the input notes, too.'
    },
    universal_binaries: { do: 'Slipway builds darwin/amd64 and darwin/arm64, each by itself.' },
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

// EXTERNAL MODULE: ./src/facts/archive-files.ts
var archive_files = __webpack_require__(25879);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
;// CONCATENATED MODULE: ./src/init/file-patterns.ts
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

;// CONCATENATED MODULE: ./src/init/goreleaser-archives.ts



function readArchives(root, packed, known) {
    const { project, targets } = packed;
    const all = root.at('archives').items();
    const first = all.find((archive) => !isBare(archive) && archive.at('meta').text !== 'true') ?? all[0] ?? root.at('archives');
    for (const archive of all.filter((one) => one !== first))
        archive.leave({
            do: 'Slipway makes one archive for each target, with all programs in it, and this is another: pack it in a step of its own, or do without.'
        });
    compareFormats(first, targets);
    compareNames(first, project, targets);
    for (const key of ['id', 'allow_different_binary_count'])
        first.at(key).leave({ same: 'one archive holds all programs of a target.' });
    for (const key of ['ids', 'builds'])
        first
            .at(key)
            .leave({ do: 'the archive holds all programs of a target, not some of them: see whether that is right.' });
    const wrap = first.at('wrap_in_directory');
    if (/^(false|)$/.test(wrap.text))
        wrap.take();
    return [...new Set(all.flatMap((archive) => readFiles(archive.at('files'), packed, known)))];
}
const listFormats = (setting) => [...setting.at('formats').items(), ...setting.at('format').items()].map(({ text }) => text);
const isBare = (archive) => listFormats(archive).includes('binary');
const isWindows = (target) => target.startsWith('windows/');
const WINDOWS = 'windows';
function compareFormats(archive, targets) {
    const given = listFormats(archive);
    const standard = given.length ? given : ['tar.gz'];
    const overrides = archive.at('format_overrides').items();
    const own = overrides.find((override) => override.at('goos').text === WINDOWS);
    const windows = own ? listFormats(own) : standard;
    const others = targets.filter((target) => !isWindows(target));
    const keys = ['formats', 'format'].map((key) => archive.at(key));
    if (others.length === 0 || standard.join() === 'tar.gz')
        for (const key of keys)
            key.take();
    else
        for (const key of keys)
            key.leave({
                do: 'Slipway packs tar.gz, and zip for Windows, and publishes no bare programs: those who download have to know.'
            });
    for (const override of overrides) {
        if (override === own && windows.join() === 'zip')
            override.take();
        else
            override.leave({ do: 'Slipway packs tar.gz, and zip for Windows: those who download have to know.' });
    }
    if (!own && windows.join() !== 'zip' && targets.some(isWindows))
        archive.at('format_overrides').note({
            do: 'Slipway packs zip for Windows, where GoReleaser makes what it makes for all: those who download have to know.'
        });
}
function compareNames(archive, project, targets) {
    const template = archive.at('name_template');
    const given = template.text || (isBare(archive) ? '' : STANDARD_NAME);
    const plain = given.length > LONGEST_TEMPLATE
        ? ''
        : given.replace(/\{\{-?([^{}]*?)-?\}\}/g, (_, inner) => `{{${inner.replace(/\s+/g, '')}}}`).trim();
    const [, rest] = new RegExp(`^(?:\\{\\{\\.ProjectName\\}\\}|${escapeText(project)})_\\{\\{\\.Version\\}\\}_\\{\\{\\.Os\\}\\}_\\{\\{\\.Arch\\}\\}(.*)$`, 's').exec(plain) ?? [];
    const differ = targets.filter((target) => rest === undefined || nameOfGoreleaser(target, rest) !== (0,go_target/* formatTargetName */.a0)((0,go_target/* parseTarget */.hu)(target)));
    if (differ.length === 0)
        template.take();
    else if (template.kind !== 'absent')
        template.leave({
            do: 'archives are named NAME_VERSION_OS_ARCH, such as NAME_1.2.3_linux_amd64.tar.gz; whoever downloads by name must know.'
        });
    else
        template.note({
            do: `archives of ${differ.join(', ')} are named otherwise: NAME_VERSION_${differ.map((target) => (0,go_target/* formatTargetName */.a0)((0,go_target/* parseTarget */.hu)(target))).join(', ')}; whoever downloads by name must know.`
        });
}
const LONGEST_TEMPLATE = 2000;
const STANDARD_NAME = '{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}';
function nameOfGoreleaser(target, rest) {
    const [os = '', arch = '', variant = ''] = target.split('/');
    const variants = [
        [/^\{\{(?:with\.Arm\}\}v\{\{\.|if\.Arm\}\}v\{\{\.Arm)\}\}\{\{end\}\}/, arch === 'arm' ? variant : ''],
        [
            /^\{\{(?:with\.Mips\}\}_\{\{\.|if\.Mips\}\}_\{\{\.Mips)\}\}\{\{end\}\}/,
            arch.startsWith('mips') ? `_${variant || 'hardfloat'}` : ''
        ],
        [/^\{\{ifnot\(eq\.Amd64"v1"\)\}\}\{\{\.Amd64\}\}\{\{end\}\}/, arch === 'amd64' ? variant : '']
    ];
    let name = `${os}_${arch}`;
    let end = rest;
    for (const [form, value] of variants) {
        const [whole] = form.exec(end) ?? [];
        if (whole === undefined)
            continue;
        name += value;
        end = end.slice(whole.length);
    }
    return end === '' ? name : undefined;
}
function readFiles(setting, packed, { files }) {
    const items = setting.items();
    const usual = (0,archive_files/* chooseArchiveFiles */.x)({ archiveFiles: [] }, '', files.map((path) => ({ path, mode: '', object: '' })));
    const chosen = items.flatMap((item) => readFilePattern(item, packed, files));
    const more = usual.filter((file) => !chosen.includes(file));
    if (items.length > 0 && more.length > 0)
        setting.note({ same: `Slipway packs ${more.join(', ')} besides.` });
    return chosen.filter((file) => !usual.includes(file));
}
function readFilePattern(item, { base, programs }, files) {
    const source = item.kind === 'map' ? item.at('src') : item;
    const leave = (why) => {
        source.leave({ do: `${source.text}: ${why}` });
        return [];
    };
    const near = base === '' ? [] : (matchFiles(`${base}/${source.text}`, files) ?? []);
    const found = near.length ? near : matchFiles(source.text, files);
    if (found === undefined)
        return leave('name the files one by one under archive.files.');
    const good = found.filter((file) => /^[\w.][^\\\p{Cc}]*$/u.test(file));
    if (good.length === 0 && /^none/.test(source.text)) {
        source.leave({ same: 'it stands for no file, and Slipway packs none for it.' });
        return [];
    }
    if (good.length === 0)
        return leave('git holds no such file of the module, and what a step makes does not go into an archive.');
    const clash = good.find((file) => programs.some((build) => isProgram(file, build)));
    if (clash !== undefined)
        return leave(`a program of the archive is named ${clash} too: rename the file, or set builds.name.`);
    source.take();
    if (good.length > 1 || good[0] !== source.text.replace(/^\.\//, ''))
        source.note({
            same: `it stands for ${good.length === 1 ? good[0] : `${good.length} files`} today; name new ones under archive.files.`
        });
    return good;
}
const isProgram = (file, { programs }) => programs.some(({ main, name = main.split('/').at(-1) }) => [name, `${name}.exe`].includes(file.toLowerCase()));

;// CONCATENATED MODULE: ./src/init/goreleaser-templates.ts
const WORDS = {
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
function fillTemplates(text, { fields, env }) {
    if (text.length > goreleaser_templates_LONGEST)
        return { text: '', whole: false, otherwise: [] };
    const used = [];
    const filled = text.replace(/\{\{-?\s*\.(?:(Env)\.)?(\w+)\s*-?\}\}/g, (whole, inEnv, name) => {
        const value = inEnv === undefined ? (WORDS[name] ?? fields[name]) : env[name];
        if (inEnv === undefined && value !== undefined)
            used.push(name);
        return value ?? whole;
    });
    return {
        text: filled,
        whole: !filled.includes('{{') && !/\{(version|commit|date)\}/.test(text),
        otherwise: [...new Set(used)].flatMap((name) => OTHERWISE[name] ?? [])
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
    return readFlags(setting, constants, splitArgument).flatMap(({ text, from }) => {
        const [, tags] = /^--?tags=(.*)$/.exec(text) ?? [];
        if (tags !== undefined)
            return splitTags(tags, from);
        if (/^--?(trimpath|mod=readonly|buildvcs(=(true|auto))?)(=true)?$/.test(text))
            return [];
        from.note(/^--?(v|x|a|n|p=\d+|work)$/.test(text)
            ? { same: `${text} changes no program.` }
            : { do: `${text} is not passed to go build; ${FLAG_ADVICE}` });
        return [];
    });
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

;// CONCATENATED MODULE: ./src/init/goreleaser-programs.ts







function readBuilds(builds, known, shared) {
    const carried = [];
    for (const build of builds.filter(isBuilt)) {
        const read = readBuild(build, known, shared);
        const mains = read.programs.map(({ main }) => main);
        const before = carried.find(({ programs }) => programs.some(({ main }) => mains.includes(main)));
        if (!before)
            carried.push(read);
        else if (JSON.stringify(before.programs) === JSON.stringify(read.programs))
            carried[carried.indexOf(before)] = { ...before, targets: [...new Set([...before.targets, ...read.targets])] };
        else
            build.leave({
                do: `a second build of ${mains.join(', ')} with other settings: Slipway builds each main package once, and this build is left out, for ${read.targets.join(', ')}. Give it a main package of its own.`
            });
    }
    return dropRepeatedNames(carried, known);
}
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
        return { build, programs: [], targets: readTargets(build) };
    }
    const { mains } = found;
    const own = { ...constants, fields: { ...constants.fields, Binary: program } };
    const shared = readEnvironment(common, constants);
    const { env, cgo = shared.cgo } = readEnvironment(build.at('env'), own);
    const ldflags = build.at('ldflags');
    const settings = {
        ldflags: readLinkerFlags(ldflags, own, go_flags/* checkLinkerFlags */.tL),
        gcflags: readCompilerFlags(build.at('gcflags'), own, go_flags/* checkCompilerFlags */.VO),
        tags: [...new Set([...readTags(build.at('tags'), own), ...readBuildFlags(build.at('flags'), own)])],
        env: { ...shared.env, ...env }
    };
    if (ldflags.kind === 'absent')
        ldflags.note({ same: 'GoReleaser sets main.builtBy to goreleaser; with Slipway it keeps the value of the source.' });
    if (cgo === undefined)
        build
            .at('env')
            .note({ same: 'CGO_ENABLED is not set, so GoReleaser used cgo for its own platform; Slipway builds without.' });
    if (build.at('mod_timestamp').text.replace(/\s/g, '') === '{{.CommitTimestamp}}')
        build.at('mod_timestamp').take();
    const kept = keepGoodSettings(build, settings);
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
    return { build, programs, targets: readTargets(build) };
}
function nameProgram(wanted, standard) {
    const base = wanted.split('/').at(-1) ?? '';
    const good = /^[A-Za-z0-9][\w.-]{0,99}$/.test(base) || base === '';
    return { name: good && base !== '' && base !== standard ? base : undefined, exact: good && base === wanted };
}
function keepGoodSettings(build, settings) {
    const { ldflags, gcflags, tags, env } = settings;
    const fits = isCommand(settings);
    if (!fits)
        build.at('gcflags').leave({ do: 'go does not take these flags together; write them under builds.gcflags.' });
    return {
        ...(ldflags.length && { ldflags }),
        ...(gcflags.length && fits && { gcflags }),
        ...(tags.length && { tags }),
        ...(Object.keys(env).length && { env })
    };
}
function isCommand(settings) {
    const stamp = { version: '1.0.0', commit: 'c', date: 'd' };
    const target = { os: 'linux', arch: 'amd64' };
    try {
        (0,command/* makeBuildCommand */._7)({
            ...{ go: 'go', mains: ['a/b'], outDir: 'out', vendored: false },
            target,
            stamp,
            settings,
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
    return carried.map(({ build, programs, targets }) => ({
        ...{ build, targets },
        programs: programs.map((program) => {
            const { name, ...rest } = program;
            const others = all.filter((other) => other !== program && named(other) === named(program));
            const isFirst = all.findIndex((other) => named(other) === named(program)) === all.indexOf(program);
            if (name === undefined || others.length === 0 || (isFirst && others.every((other) => other.name !== undefined)))
                return program;
            build.at('binary').note({ do: `another program is named ${name} too: set builds.name of one of them.` });
            return rest;
        })
    }));
}
const nameByGo = (main, module) => (0,command/* deriveExecName */.CI)(main === '.' ? module : `${module}/${main.slice(2)}`);

;// CONCATENATED MODULE: ./src/init/goreleaser-release.ts

function readPublishing(root, path, known, without) {
    const release = root.at('release');
    refuseOpenings(findOpenings(release, known), path, without);
    return {
        ...readChangelog(root.at('changelog')),
        step: { ...readNotes(root.at('changelog').at('use')), ...readMarks(release) }
    };
}
function findOpenings(release, known) {
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
        ...held(draft, 'release.draft', 'GoReleaser leaves a draft that a person publishes, and Slipway publishes at once, unless slipway.yaml says release: draft'),
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
function readChecksum(checksum) {
    const [name, algorithm] = ['name_template', 'algorithm'].map((key) => checksum.at(key));
    if (name?.text === 'checksums.txt')
        name.take();
    else if (name?.kind === 'absent')
        name.note({
            do: 'the file is named checksums.txt, without the name and version that GoReleaser puts before it: those who download have to know.'
        });
    else
        name?.leave({ do: 'the file is named checksums.txt, always: those who download have to know.' });
    if (algorithm?.text === 'sha256')
        algorithm.take();
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
    const project = readName(root, known);
    const shared = {
        project,
        constants: { fields: { ProjectName: project, ModulePath: known.module }, env: readConstants(root.at('env')) },
        env: root.at('env'),
        base: findBase(path, known)
    };
    const builds = root.at('builds').items();
    const carried = readBuilds(builds.length ? builds : [root.at('builds')], known, shared);
    const targets = joinTargets(carried);
    if (targets.length === 0)
        throw makeEmptyFailure(listLeft(adviseOn), path);
    readHooks(root.at('before').at('hooks'));
    const files = readArchives(root, { project, targets, base: shared.base, programs: carried }, known);
    readChecksum(root.at('checksum'));
    const programs = carried.flatMap(({ programs }) => programs);
    return {
        ...(project !== (0,command/* deriveExecName */.CI)(known.module) && { name: project }),
        ...{ targets, ...choosePrograms(programs, builds.length > 0, known), files, ...publishing },
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
function readName(root, { module }) {
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
function joinTargets(carried) {
    const all = [...new Set(carried.flatMap(({ targets }) => targets))];
    for (const { build, targets } of carried) {
        const more = all.filter((target) => !targets.includes(target));
        if (more.length)
            build.note({
                do: `Slipway builds every program for all targets, this one for ${more.join(', ')} too: see that it compiles there.`
            });
    }
    return all;
}
function choosePrograms(programs, named, { mains }) {
    const built = programs.map(({ main }) => main);
    const usual = !named && mains.length === built.length;
    return {
        ...(built.length > 0 && !usual && { main: [...new Set(built)] }),
        builds: programs.filter((program) => Object.keys(program).length > 1)
    };
}


/***/ })

};
