export const id = 9769;
export const ids = [9769];
export const modules = {

/***/ 65958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ listMistakes),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   zw: () => (/* binding */ readYamlValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


const LONGEST = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.yaml.most;
const MISTAKES = 20;
const SHOWN = 300;
const YAML = { prettyErrors: false, logLevel: 'error' };
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
function listMistakes(errors, at) {
    const shown = errors
        .slice(0, MISTAKES)
        .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`);
    const more = errors.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
function readYamlValue(document, path, aliases) {
    try {
        const value = document.toJS({ maxAliasCount: aliases });
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

/***/ 29769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGoreleaser: () => (/* binding */ readGoreleaser)
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


const WORDS = {
    Version: '{version}',
    Commit: '{commit}',
    FullCommit: '{commit}',
    Date: '{date}',
    CommitDate: '{date}'
};
function readFlags(key, value) {
    const lines = (Array.isArray(value) ? (0,json/* readItems */.F1)(value) : [value]).map((line) => (0,json/* readText */.yR)(line));
    return sortChoices(joinFlagPairs(lines.flatMap(splitShellLine)).map((flag) => {
        const ours = flag.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (whole, name) => WORDS[name] ?? whole);
        return ours.includes('{{')
            ? { leave: `builds.${key}: ${flag}: a template that Slipway does not have.` }
            : { take: ours };
    }));
}
const checkFlags = (key, flags, check) => sortChoices(flags.map((flag) => {
    try {
        check([flag]);
        return { take: flag };
    }
    catch {
        return { leave: `builds.${key}: ${flag} is not passed on.` };
    }
}));
function readTags(build) {
    const { value, left } = readFlags('flags', build['flags']);
    const flags = joinFlagPairs(value);
    const inFlags = flags.flatMap((flag) => /^--?tags=(.*)$/.exec(flag)?.[1]?.split(',') ?? []);
    const others = flags.filter((flag) => !/^--?(tags=|trimpath$|mod=|buildvcs)/.test(flag));
    return {
        value: [...new Set([...(0,json/* readItems */.F1)(build['tags']).map(json/* readText */.yR), ...inFlags])].filter((tag) => /^[\w.]+$/.test(tag)),
        left: [...left, ...others.map((flag) => `builds.flags: ${flag} is not passed on.`)]
    };
}
const splitShellLine = (line) => [...line.matchAll(/(?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^\s"'])+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single ?? ''));
const APART = /^--?(X|tags|H|extld|extldflags|linkmode)$/;
function joinFlagPairs(words) {
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



const NONE = new Set(['darwin/386', 'darwin/arm', 'windows/arm']);
const VARIANTS = {
    arm: { key: 'goarm', standard: '6' },
    amd64: { key: 'goamd64', standard: 'v1' },
    arm64: { key: 'goarm64', standard: 'v8.0' }
};
function readTargets(builds) {
    const lists = (builds.length ? builds : [{}]).map((build) => {
        const names = build['targets'] === undefined ? { value: multiplyTargets(build), left: [] } : nameTargets(build);
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
function multiplyTargets(build) {
    const each = (key, standard) => {
        const given = (0,json/* readItems */.F1)(build[key]).map(json/* readText */.yR);
        return given.length ? given : standard;
    };
    const ignored = (0,json/* readItems */.F1)(build['ignore']).map(json/* readFields */.qU);
    return each('goos', ['linux', 'darwin', 'windows']).flatMap((os) => each('goarch', ['386', 'amd64', 'arm64']).flatMap((arch) => {
        const variant = VARIANTS[arch];
        const values = variant ? each(variant.key, [variant.standard]) : [''];
        return values
            .filter((value) => !NONE.has(`${os}/${arch}`) &&
            !ignored.some((rule) => matchesRule(rule['goos'], os) &&
                matchesRule(rule['goarch'], arch) &&
                matchesRule(variant && rule[variant.key], value)))
            .map((value) => [os, arch, ...(value ? [arch === 'arm' ? `v${value}` : value] : [])].join('/'));
    }));
}
const matchesRule = (rule, value) => rule === undefined || (0,json/* readText */.yR)(rule) === value;
const nameTargets = (build) => sortChoices((0,json/* readItems */.F1)(build['targets'])
    .map(json/* readText */.yR)
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










const OWN_WAY = [
    ...['version', 'project_name', 'builds', 'archives', 'checksum', 'signs', 'sboms', 'snapshot', 'dist', 'env'],
    ...['before', 'release', 'changelog', 'report_sizes', 'git', 'metadata', 'gomod', 'pro', 'prebuilt']
];
function readGoreleaser(source, path, module) {
    const config = parseGoreleaser(source, path);
    const name = (0,json/* readText */.yR)(config['project_name']) || (0,command/* deriveExecName */.CI)(module);
    const builds = (0,json/* readItems */.F1)(config['builds']).map(json/* readFields */.qU);
    const programs = (builds.length ? builds : [{}]).map((build) => readProgram(build, name, module));
    const targets = readTargets(builds);
    const mains = [...new Set(programs.map(({ value }) => value.main))];
    const files = readArchiveFiles(config);
    return {
        ...(name !== (0,command/* deriveExecName */.CI)(module) && { name }),
        targets: [...new Set(targets.value)].map((target) => (0,go_target/* formatTarget */.P4)((0,go_target/* parseTarget */.hu)(target))),
        ...(builds.length && { main: mains }),
        builds: programs.map(({ value }) => value).filter((program) => Object.keys(program).length > 1),
        files: files.value,
        left: [...programs.flatMap(({ left }) => left), ...targets.left, ...files.left, ...listOtherKeys(config)]
    };
}
function parseGoreleaser(source, path) {
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
    const folder = readMainFolder(build);
    const main = folder.value;
    const wanted = (0,json/* readText */.yR)(build['binary']).replace(/\{\{\s*\.ProjectName\s*\}\}/g, project) || project;
    const standard = (0,command/* deriveExecName */.CI)(main === '.' ? module : main);
    const linker = readFlags('ldflags', build['ldflags']);
    const linked = linker.value.filter((flag) => !isOwnFlag(flag));
    const ldflags = checkFlags('ldflags', linked, flags/* checkLinkerFlags */.tL);
    const compiler = readFlags('gcflags', build['gcflags']);
    const gcflags = checkFlags('gcflags', compiler.value, flags/* checkCompilerFlags */.VO);
    const tags = readTags(build);
    const env = readBuildEnvironment(build);
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
const isOwnFlag = (flag) => flag === '-s' || flag === '-w' || /^-X=main\.(version|commit|date)=\{(version|commit|date)\}$/.test(flag);
function readMainFolder(build) {
    const dir = (0,json/* readText */.yR)(build['dir']).replace(/^\.\/?|\/$/g, '');
    const main = ((0,json/* readText */.yR)(build['main']) || '.').replace(/\/?[^/]+\.go$/, '').replace(/^\.\/|\/$/g, '');
    const parts = [dir, main === '.' ? '' : main].filter(Boolean);
    return {
        value: parts.length ? `./${parts.join('/')}` : '.',
        left: dir === ''
            ? []
            : [`builds.dir: ${dir}: when that folder has a go.mod of its own, run Slipway there (module: ${dir}).`]
    };
}
function readBuildEnvironment(build) {
    const { value, left } = sortChoices((0,json/* readItems */.F1)(build['env']).map(json/* readText */.yR).flatMap(chooseVariable));
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
function readArchiveFiles(config) {
    const archives = (0,json/* readItems */.F1)(config['archives']).map(json/* readFields */.qU);
    const wanted = archives
        .flatMap((archive) => (0,json/* readItems */.F1)(archive['files']))
        .map((file) => (0,json/* readText */.yR)(file) || (0,json/* readText */.yR)((0,json/* readFields */.qU)(file)['src']))
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
function listOtherKeys(config) {
    const hooks = (0,json/* readItems */.F1)((0,json/* readFields */.qU)(config['before'])['hooks']).map(json/* readText */.yR);
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
