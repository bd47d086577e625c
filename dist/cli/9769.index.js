export const id = 9769;
export const ids = [9769];
export const modules = {

/***/ 65958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ mistakes),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   gM: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


/** etcd takes no object above 1.5 MB. */
const LONGEST = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.yaml.most;
/** More mistakes of one file are only counted. */
const MISTAKES = 20;
/** As much is shown of what the reader says of one. */
const SHOWN = 300;
/**
 * How every YAML file is read. Warnings of the library would go to standard error as they are, with the file's own text
 * in them.
 */
const YAML = { prettyErrors: false, logLevel: 'error' };
/** What `parse` makes of a text. Throws an 'input' Failure for one that is too long, or nested too deep to be read. */
function readYaml(source, path, parse) {
    if (source.length > LONGEST)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is ${source.length} characters long, and no YAML file that is read is longer than ${LONGEST}`, { hint: 'Split it, or look whether this is the file that was meant.' });
    try {
        return parse(source);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is nested too deep to be read`, {
            hint: 'Look whether this is the file that was meant.',
            cause
        });
    }
}
/** A line for each mistake that the reader found, `at` gives its place. */
function mistakes(errors, at) {
    const shown = errors
        .slice(0, MISTAKES)
        .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`);
    const more = errors.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
/** The value of a document without mistakes. Throws an 'input' Failure for aliases that grow, lead nowhere or in a circle. */
function valueOf(document, path, aliases) {
    try {
        const value = document.toJS({ maxAliasCount: aliases });
        // What holds itself, or is nested deeper than anybody writes, ends here and not in the middle of the work.
        JSON.stringify(value);
        return value ?? null;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} cannot be read: ${cause.message.split('\n', 1)[0]?.slice(0, SHOWN)}`, {
            hint: 'Write it without aliases.',
            cause
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

/***/ 29769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromGoreleaser: () => (/* binding */ fromGoreleaser)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/command.ts
var command = __webpack_require__(15619);
// EXTERNAL MODULE: ./src/go/flags.ts
var flags = __webpack_require__(12853);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/init/goreleaser-taken.ts
function sortChoices(choices) {
    return {
        value: choices.flatMap((choice) => ('take' in choice ? [choice.take] : [])),
        left: choices.flatMap((choice) => ('leave' in choice ? [choice.leave] : []))
    };
}

;// CONCATENATED MODULE: ./src/init/goreleaser-flags.ts


/** Templates that have a word in slipway.yaml. */
const WORDS = {
    Version: '{version}',
    Commit: '{commit}',
    FullCommit: '{commit}',
    Date: '{date}',
    CommitDate: '{date}'
};
/** Flags as a list, one an item, with our words for their templates; what has none is left behind. */
function flagsOf(key, value) {
    const lines = (Array.isArray(value) ? (0,json/* items */.ld)(value) : [value]).map((line) => (0,json/* text */.Qq)(line));
    return sortChoices(join(lines.flatMap(split)).map((flag) => {
        const ours = flag.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name) => WORDS[name] ?? whole);
        return ours.includes('{{')
            ? { leave: `builds.${key}: ${flag}: a template that Slipway does not have.` }
            : { take: ours };
    }));
}
/** Those that Slipway gives to a tool, which are those that `check` does not refuse. */
const checkFlags = (key, flags, check) => sortChoices(flags.map((flag) => {
    try {
        check([flag]);
        return { take: flag };
    }
    catch {
        return { leave: `builds.${key}: ${flag} is not passed on.` };
    }
}));
/** `tags`, and those in `flags`; other flags are left behind. */
function tagsOf(build) {
    const { value, left } = flagsOf('flags', build['flags']);
    const flags = join(value);
    const inFlags = flags.flatMap((flag) => /^--?tags=(.*)$/.exec(flag)?.[1]?.split(',') ?? []);
    const others = flags.filter((flag) => !/^--?(tags=|trimpath$|mod=|buildvcs)/.test(flag));
    return {
        value: [...new Set([...(0,json/* items */.ld)(build['tags']).map(json/* text */.Qq), ...inFlags])].filter((tag) => /^[\w.]+$/.test(tag)),
        left: [...left, ...others.map((flag) => `builds.flags: ${flag} is not passed on.`)]
    };
}
/** As a shell would split a line, quotes and templates kept whole. */
const split = (line) => [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''));
/** Flags whose value may stand in the next word. */
const APART = /^--?(X|tags|H|extld|extldflags|linkmode)$/;
/** `-X a=b` and `-tags a` are one flag each. */
function join(words) {
    const flags = [];
    for (const word of words) {
        const before = flags.at(-1);
        if (before !== undefined && APART.test(before))
            flags[flags.length - 1] = `${before}=${word}`;
        else
            flags.push(word);
    }
    return flags;
}

;// CONCATENATED MODULE: ./src/init/goreleaser-targets.ts



/** Pairs that its builder passes over, since Go has no such port (any more). */
const NONE = new Set(['darwin/386', 'darwin/arm', 'windows/arm']);
const VARIANTS = {
    arm: { key: 'goarm', standard: '6' },
    amd64: { key: 'goamd64', standard: 'v1' },
    arm64: { key: 'goarm64', standard: 'v8.0' }
};
/** Every target of every build, as `os/arch/variant`; all programs are built for all of them. */
function targetsOf(builds) {
    const lists = (builds.length ? builds : [{}]).map((build) => {
        const names = build['targets'] === undefined ? { value: multiply(build), left: [] } : nameTargets(build);
        const targets = sortChoices(names.value.map(readTarget));
        return { value: targets.value, left: [...names.left, ...targets.left] };
    });
    const differ = new Set(lists.map(({ value }) => [...value].sort().join())).size > 1;
    return {
        value: lists.flatMap(({ value }) => value),
        left: [
            ...lists.flatMap(({ left }) => left),
            ...(differ ? ['builds have different targets: Slipway builds every program for all of them.'] : [])
        ]
    };
}
/** Every system with every architecture and its variants. */
function multiply(build) {
    const each = (key, standard) => {
        const given = (0,json/* items */.ld)(build[key]).map(json/* text */.Qq);
        return given.length ? given : standard;
    };
    const ignored = (0,json/* items */.ld)(build['ignore']).map(json/* fields */.OA);
    return each('goos', ['linux', 'darwin', 'windows']).flatMap((os) => each('goarch', ['386', 'amd64', 'arm64']).flatMap((arch) => {
        const variant = VARIANTS[arch];
        const values = variant ? each(variant.key, [variant.standard]) : [''];
        return values
            .filter((value) => !NONE.has(`${os}/${arch}`) &&
            !ignored.some((rule) => same(rule['goos'], os) && same(rule['goarch'], arch) && same(variant && rule[variant.key], value)))
            .map((value) => [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/'));
    }));
}
/** A rule says nothing about what it leaves out. */
const same = (rule, value) => rule === undefined || (0,json/* text */.Qq)(rule) === value;
/** `linux_amd64`, `linux_arm_7`, `linux_amd64_v1`. */
const nameTargets = (build) => sortChoices((0,json/* items */.ld)(build['targets'])
    .map(json/* text */.Qq)
    .map((name) => {
    const [os = '', arch = '', variant] = name.split('_');
    return arch === '' || name.startsWith('go_')
        ? { leave: `builds.targets: ${name}: name the platforms.` }
        : { take: [os, arch, ...(variant ? [arch === 'arm' ? `v${variant}` : variant] : [])].join('/') };
}));
function readTarget(target) {
    try {
        return { take: (0,go_target/* formatTarget */.P4)((0,go_target/* parseTarget */.hu)(target)) };
    }
    catch {
        return { leave: `builds: the target ${target} is none that Slipway knows.` };
    }
}

// EXTERNAL MODULE: ./src/base/yaml.ts
var yaml = __webpack_require__(65958);
;// CONCATENATED MODULE: ./src/init/goreleaser.ts










/** Keys whose work Slipway does in its own way, or that change no byte. */
const OWN_WAY = [
    ...['version', 'project_name', 'builds', 'archives', 'checksum', 'signs', 'sboms', 'snapshot', 'dist', 'env'],
    ...['before', 'release', 'changelog', 'report_sizes', 'git', 'metadata', 'gomod', 'pro', 'prebuilt']
];
/** Reads a .goreleaser.yaml. Pure; throws an 'input' Failure for what is no such file. */
function fromGoreleaser(source, path, module) {
    const config = read(source, path);
    const name = (0,json/* text */.Qq)(config['project_name']) || (0,command/* execName */.X_)(module);
    const builds = (0,json/* items */.ld)(config['builds']).map(json/* fields */.OA);
    const programs = (builds.length ? builds : [{}]).map((build) => readProgram(build, name, module));
    const targets = targetsOf(builds);
    const mains = [...new Set(programs.map(({ value }) => value.main))];
    const files = archiveFiles(config);
    return {
        ...(name !== (0,command/* execName */.X_)(module) && { name }),
        targets: [...new Set(targets.value)].map((target) => (0,go_target/* formatTarget */.P4)((0,go_target/* parseTarget */.hu)(target))),
        ...(builds.length && { main: mains }),
        builds: programs.map(({ value }) => value).filter((program) => Object.keys(program).length > 1),
        files: files.value,
        left: [...programs.flatMap(({ left }) => left), ...targets.left, ...files.left, ...otherKeys(config)]
    };
}
function read(source, path) {
    try {
        const config = (0,dist/* parse */.qg)(source, { ...yaml/* YAML */.Wh, maxAliasCount: 0 });
        if ((0,json/* isObject */.Gv)(config))
            return config;
    }
    catch (cause) {
        throw new errors/* Failure */.H('input', `${path} is not YAML: ${cause.message.split('\n')[0] ?? ''}`, {
            hint: 'Mend it, or move it away: init then begins without it.',
            cause
        });
    }
    throw new errors/* Failure */.H('input', `${path} holds no settings`, { hint: 'Move it away: init then begins without it.' });
}
function readProgram(build, project, module) {
    const folder = folderOf(build);
    const main = folder.value;
    const wanted = (0,json/* text */.Qq)(build['binary']).replace(/\{\{\s*\.ProjectName\s*\}\}/g, project) || project;
    const standard = (0,command/* execName */.X_)(main === '.' ? module : main);
    const linker = flagsOf('ldflags', build['ldflags']);
    const linked = linker.value.filter((flag) => !isOurs(flag));
    const ldflags = checkFlags('ldflags', linked, flags/* checkLinkerFlags */.tL);
    const compiler = flagsOf('gcflags', build['gcflags']);
    const gcflags = checkFlags('gcflags', compiler.value, flags/* checkCompilerFlags */.VO);
    const tags = tagsOf(build);
    const env = environmentOf(build);
    return {
        value: {
            main,
            ...(wanted !== standard && /^[A-Za-z0-9][\w.-]*$/.test(wanted) && { name: wanted }),
            ...(ldflags.value.length && { ldflags: ldflags.value }),
            ...(gcflags.value.length && { gcflags: gcflags.value }),
            ...(tags.value.length && { tags: tags.value }),
            ...(Object.keys(env.value).length && { env: env.value })
        },
        left: [
            ...folder.left,
            ...(wanted.includes('{{') ? [`binary: ${wanted}: a name made by a template; name the program yourself.`] : []),
            ...[linker, ldflags, compiler, gcflags, tags, env].flatMap(({ left }) => left),
            ...(build['hooks'] === undefined ? [] : ['builds.hooks: Slipway runs no commands of yours; run them before it.'])
        ]
    };
}
/** Slipway strips, and sets main.version, main.commit and main.date, by itself. */
const isOurs = (flag) => flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{(version|commit|date)\}$/.test(flag);
/** `main` may name a file or a package, and `dir` a folder around it. */
function folderOf(build) {
    const dir = (0,json/* text */.Qq)(build['dir']).replace(/^\.\/?|\/$/g, '');
    const main = ((0,json/* text */.Qq)(build['main']) || '.').replace(/\/?[^/]+\.go$/, '').replace(/^\.\/|\/$/g, '');
    const parts = [dir, main === '.' ? '' : main].filter(Boolean);
    return {
        value: parts.length ? `./${parts.join('/')}` : '.',
        left: dir === ''
            ? []
            : [`builds.dir: ${dir}: when that folder has a go.mod of its own, run Slipway there (module: ${dir}).`]
    };
}
function environmentOf(build) {
    const { value, left } = sortChoices((0,json/* items */.ld)(build['env']).map(json/* text */.Qq).flatMap(chooseVariable));
    return { value: Object.fromEntries(value), left };
}
function chooseVariable(line) {
    const [name = '', value = ''] = line.split(/=(.*)/s);
    switch (name) {
        case 'GOEXPERIMENT':
        case 'GOFIPS140':
            return [{ take: [name, value] }];
        case 'CGO_ENABLED':
            return value === '0' ? [] : [{ leave: 'CGO_ENABLED: Slipway builds without cgo, for every platform from one.' }];
        case 'GO111MODULE':
            return [];
        default:
            return [{ leave: `builds.env: ${name} is not set.` }];
    }
}
/** LICENSE, README, NOTICE and CHANGELOG go in by themselves. */
function archiveFiles(config) {
    const archives = (0,json/* items */.ld)(config['archives']).map(json/* fields */.OA);
    const wanted = archives
        .flatMap((archive) => (0,json/* items */.ld)(archive['files']))
        .map((file) => (0,json/* text */.Qq)(file) || (0,json/* text */.Qq)((0,json/* fields */.OA)(file)['src']))
        .filter((file) => file !== '' && !/^(licen[cs]e|copying|notice|readme|changelog)[\w.*-]*$/i.test(file));
    const plain = wanted.filter((file) => /^[\w.][\w./-]*$/.test(file) && !file.includes('..'));
    const odd = wanted.filter((file) => !plain.includes(file));
    return {
        value: [...new Set(plain)],
        left: [
            ...odd.map((file) => `archives.files: ${file}: name the files one by one under archive.files.`),
            ...(archives.some((archive) => archive['name_template'] !== undefined)
                ? ['archives.name_template: archives are named NAME_VERSION_OS_ARCH; whoever downloads by name must know.']
                : [])
        ]
    };
}
function otherKeys(config) {
    const hooks = (0,json/* items */.ld)((0,json/* fields */.OA)(config['before'])['hooks']).map(json/* text */.Qq);
    return [
        ...hooks.map((hook) => `before.hooks: ${hook}: commit what it makes, or run it in a step before Slipway.`),
        ...(config['signs'] === undefined ? [] : ['signs: Slipway signs checksums.txt itself; see the input sign.']),
        ...Object.keys(config)
            .filter((key) => !OWN_WAY.includes(key))
            .map((key) => `${key}: Slipway does not do this; keep a step for it after the release.`)
    ];
}


/***/ })

};
