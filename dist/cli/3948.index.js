export const id = 3948;
export const ids = [3948,3339,5958,1710];
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
/* harmony export */   FX: () => (/* binding */ BUILD_FLAGS),
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
const BUILD_FLAGS = ['-pgo=off', '-pgo=auto'];
const splitLinkerFlag = (flag) => {
    const [, value] = /^-X +(\S.*)$/s.exec(flag) ?? [];
    return value === undefined ? [flag] : ['-X', value];
};
function makeBuildCommand(build) {
    const { ldflags = [], gcflags = [], tags = [], flags = [], stamps: stamping, env = {} } = build.settings ?? {};
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
            ...flags.map(checkFlag),
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
function checkFlag(flag) {
    if (BUILD_FLAGS.includes(flag))
        return flag;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a build may not give go build ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(flag)}`, {
        hint: `It may give ${BUILD_FLAGS.join(' or ')}; tags, ldflags and gcflags have settings of their own.`
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

/***/ 74869:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ USUAL_ARCHIVE),
/* harmony export */   h: () => (/* binding */ FORMATS)
/* harmony export */ });
const FORMATS = ['tar.gz', 'zip', 'binary'];
const USUAL_ARCHIVE = { formatOf: {}, spell: {}, files: [] };


/***/ }),

/***/ 60310:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cg: () => (/* binding */ NO_EXTRAS),
/* harmony export */   TM: () => (/* binding */ ALGORITHMS),
/* harmony export */   Tm: () => (/* binding */ listExtraNames)
/* harmony export */ });
const ALGORITHMS = ['sha256', 'sha512'];
const NO_EXTRAS = { files: [], lists: [] };
const listExtraNames = ({ files, source, lists }) => [
    ...files.map(({ to }) => to),
    ...(source ? [source.name] : []),
    ...lists.map(({ name }) => name)
];


/***/ })

};
