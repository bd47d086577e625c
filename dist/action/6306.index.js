export const id = 6306;
export const ids = [6306,3925];
export const modules = {

/***/ 67172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ findOffset)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

function findOffset(document, path) {
    let node = document.contents;
    let at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range?.[0]) || 0;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === step);
            if (!pair)
                break;
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && pair.key.range?.[0]) || at;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(step)];
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range?.[0]) || at;
        }
        else
            break;
    }
    return at;
}


/***/ }),

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

/***/ 86441:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readSteps),
/* harmony export */   i: () => (/* binding */ prepare)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _suites_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98556);


const step = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(4096))
        .min(1)
        .describe('A program and its arguments; no shell. {program} stands for the program that was built for this machine, {program:NAME} for one of several.'),
    makes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_suites_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N.describe('A file or folder, relative to the module, with /.'))
        .default([])
        .describe('Files and folders that it makes. Everything else that it writes is dropped.'),
    stdout: _suites_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N.optional().describe('The file that gets what it prints.'),
    network: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(true).optional().describe('true: it may use the network; left out: it has none.')
})
    .describe('One step, in the folder of the module of a clean checkout.');
const prepare = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(step)
    .max(50)
    .default([])
    .describe('Steps that make files which git does not hold, for go:embed, as Go sources, or for archive.files: docs/source.md.');
const readSteps = (said) => said.map(({ run, makes, stdout, network = false }) => ({
    ...{ run, makes: makes.map(dropSlash), network },
    ...(stdout !== undefined && { stdout: dropSlash(stdout) })
}));
const dropSlash = (path) => path.replace(/\/$/, '');


/***/ }),

/***/ 26306:
/***/ ((module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeProjectSchema: () => (/* binding */ makeProjectSchema),
/* harmony export */   parseProject: () => (/* binding */ parseProject)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(98439);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79178);
/* harmony import */ var _suites_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98556);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7196);
/* harmony import */ var _base_yaml_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65958);
/* harmony import */ var _base_yaml_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67172);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(86441);









const build = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    main: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^\.(\/[\w.+~-]+)*$/)
        .describe('Folder of the main package, such as ./cmd/tool.'),
    name: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe('Name of the program; left out: as go build names it.'),
    ldflags: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP())
        .default([])
        .describe('Linker flags after our own, one a line, of those that change the program alone, such as -X; {version}, {commit} and {date} stand for this build.'),
    gcflags: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()).default([]).describe('Compiler flags, of those that change the program alone.'),
    tags: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().regex(/^[\w.]+$/))
        .default([])
        .describe('Build tags.'),
    stamps: zod__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .euz('off')
        .optional()
        .describe('off: main.version, main.commit and main.date are not set; left out: they are, where a program has them.'),
    env: zod__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().regex(/^GO(EXPERIMENT|FIPS140)$/), zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP())
        .default({})
        .describe('GOEXPERIMENT or GOFIPS140.')
});
const text = zod__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_8__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY()]);
const given = zod__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(text)]);
const fromFile = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .m).filter(([, { doors }]) => doors.includes('file'));
const inputs = Object.fromEntries(fromFile.map(([name, { description, inFile }]) => inFile
    ? [inFile.key, zod__WEBPACK_IMPORTED_MODULE_8__/* ["enum"] */ .k5n(Object.keys(inFile.values)).optional().describe(description)]
    : [name, given.optional().describe(description)]));
const ACCEPTED = 'accepted-vulnerabilities';
const acceptedVulnerability = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^(GO-\d{4}-\d{4,}|CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/, 'must name one vulnerability, as GO-2024-1234, CVE-2024-12345 or GHSA-abcd-1234-efgh')
        .describe('One vulnerability, by any of its names: GO-2024-1234, a CVE or a GHSA.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().regex(/\S/, 'must say why').describe('Why it may ship, for those who read the report.'),
    until: zod__WEBPACK_IMPORTED_MODULE_9__/* .date */ .p6('must be a day, as 2027-01-31')
        .describe('The last day (UTC) on which it is accepted, as 2027-01-31.')
});
const ACCEPTED_STUBS = 'accepted-without-cgo';
const acceptedStub = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    package: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^[\w./~+-]+$/)
        .describe('Import path of a package.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().regex(/\S/, 'must say why').describe('Why it may ship without its files that need cgo.')
});
const WORDS = 'release-notes';
const markdown = zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
    .max(20_000)
    .regex(/^(?![^]*<!--\s*\/?slipway)/i, 'must not hold a comment that begins with slipway: such are marks of releases');
const type = zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP().regex(/^\w+$/, 'must be a type of conventional commits, such as docs');
const releaseWords = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    title: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .max(200)
        .regex(/^(?=\S)(?:[^{}\p{Cc}]|\{(?:name|version|tag)\})+$/u, 'must be one line that names only {name}, {version} and {tag}')
        .optional()
        .describe('Title of a release; left out: {name} {version}.'),
    header: markdown
        .optional()
        .describe('Markdown before the notes; {name}, {version}, {tag} and {commit} are filled in.'),
    footer: markdown.optional().describe('Markdown after the notes, filled in the same way.'),
    'leave-out': zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(type)
        .optional()
        .describe('Types of conventional commits that are not told, such as docs; what breaks something always is.'),
    groups: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
        title: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
            .regex(/^\S.*$/)
            .max(100),
        types: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(type).min(1)
    }))
        .optional()
        .describe('Headings in their order, with the types below each; left out: Features, Fixes, Faster.'),
    authors: zod__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zMY().optional().describe('Whether each change names its author, as git has the name.')
});
const SUITE_SETTINGS = Object.fromEntries(await Promise.all(_suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.flatMap(({ settings }) => settings ? [settings.schema().then((schema) => [settings.key, schema])] : [])));
const schema = zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_8__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe("Name in front of every archive; left out: the module's last path element."),
    builds: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(build).default([]).describe('Programs that need settings of their own.'),
    archive: zod__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .rej({
        files: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(_suites_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .file */ .N)
            .default([])
            .describe('Files beside LICENSE, README and NOTICE, relative to the module: of the commit, or made by a step of prepare.')
    })
        .default({ files: [] })
        .describe('What goes into each archive.'),
    prepare: _prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .prepare */ .i,
    ...SUITE_SETTINGS,
    [ACCEPTED]: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(acceptedVulnerability)
        .default([])
        .describe('Known vulnerabilities that are reachable and may ship all the same: told in every report, until a day.'),
    [ACCEPTED_STUBS]: zod__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YOg(acceptedStub)
        .default([])
        .describe('Packages that may ship without their files that need cgo: told in every plan.'),
    [WORDS]: releaseWords
        .optional()
        .describe('What the notes of a release say beyond the changes, the proof and how to verify.'),
    ...inputs
});
const makeProjectSchema = () => ({
    title: 'slipway.yaml',
    ...JSON.parse(JSON.stringify(zod__WEBPACK_IMPORTED_MODULE_10__/* .toJSONSchema */ .bl(schema, { io: 'input' })))
});
function parseProject(source, path) {
    const document = (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_5__/* .readYaml */ .gM)(source, path, (text) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { ..._base_yaml_js__WEBPACK_IMPORTED_MODULE_5__/* .YAML */ .Wh, uniqueKeys: true }));
    if (document.errors.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_5__/* .listMistakes */ .Ix)(document.errors, (offset) => `${path}:${countLine(source, offset)}`), { code: 'invalid-project-file', hint: 'docs/slipway.schema.json has all keys.' });
    const parsed = schema.safeParse((0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_5__/* .readYamlValue */ .zw)(document, path, 0) ?? {});
    if (!parsed.success)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', parsed.error.issues
            .map((issue) => {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
            const line = findLine(source, document, [...issue.path, ...unknown]);
            return `${path}:${line}: ${[...issue.path, issue.message].join(': ')}`;
        })
            .join('\n'), {
            code: 'invalid-project-file',
            hint: 'docs/slipway.schema.json has all keys.'
        });
    const { name, builds, archive, prepare: steps, [ACCEPTED]: judged, [ACCEPTED_STUBS]: acceptedStubs, [WORDS]: words, ...rest } = parsed.data;
    const accepted = judged.map((entry, i) => ({ ...entry, line: findLine(source, document, [ACCEPTED, i]) }));
    const settings = Object.fromEntries(Object.keys(SUITE_SETTINGS).map((key) => [key, rest[key]]));
    return {
        findLine: (path) => findLine(source, document, path),
        project: {
            ...{ ...settings, name, builds, archiveFiles: archive.files, accepted, acceptedStubs, words },
            steps: (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .readSteps */ .I)(steps)
        },
        read: (input) => {
            const { inFile } = _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .m[input];
            const key = inFile?.key ?? input;
            const value = rest[key];
            if (value === undefined)
                return undefined;
            const text = [value].flat().join('\n');
            return {
                text: inFile?.values[text] ?? text,
                from: `${path}:${findLine(source, document, [key])}: ${key}`
            };
        }
    };
}
const findLine = (source, document, path) => countLine(source, (0,_base_yaml_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .findOffset */ .H)(document, path));
const countLine = (source, offset) => source.slice(0, offset).split('\n').length;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 98556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ file),
/* harmony export */   a: () => (/* binding */ files)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

const part = (not) => String.raw `([^${not}/\\.][^/\\]*|\.([^/\\.][^/\\]*)?|\.\.[^/\\]+)`;
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(new RegExp(`^${part('-')}(/${part('')})*/?$`), 'must be a path below the module, with /');
const files = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file.describe('A file or folder, relative to the module, with /.'));


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p6: () => (/* binding */ date)
/* harmony export */ });
/* unused harmony exports datetime, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDate */ .db(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
