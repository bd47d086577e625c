export const id = 6306;
export const ids = [6306];
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

/***/ 14288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uh: () => (/* binding */ readArchiveSettings),
/* harmony export */   aP: () => (/* binding */ ARCHIVE_KEYS),
/* harmony export */   vs: () => (/* binding */ template)
/* harmony export */ });
/* unused harmony export choice */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);
/* harmony import */ var _model_archive_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74869);
/* harmony import */ var _model_name_template_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53421);
/* harmony import */ var _go_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1710);
/* harmony import */ var _suites_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98556);






const WORDS = ['name', 'version', 'os', 'arch', 'program'];
const template = (words) => zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .max(200)
    .superRefine(refuseBy((text) => (0,_model_name_template_js__WEBPACK_IMPORTED_MODULE_4__/* .findTemplateMistake */ .M5)(text, words)));
function refuseBy(find) {
    return (text, context) => {
        const mistake = find(text);
        if (mistake !== undefined)
            context.addIssue(mistake);
    };
}
const choice = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    _suites_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .file */ .N,
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        from: _suites_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .file */ .N.describe('A file, a folder or a pattern, relative to the module.'),
        to: _suites_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .file */ .N
            .optional()
            .describe('Its name there; with / at the end, the folder for all of them. Left out: as in the module.'),
        executable: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
            .optional()
            .describe('Whether it may be run; left out: as git has it, and no for what a step of prepare makes.')
    })
]);
const format = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_model_archive_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .FORMATS */ .h);
const system = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().superRefine(refuseBy((word) => findPortMistake(word, _go_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .SYSTEMS */ .L)));
const port = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().superRefine(refuseBy((word) => findPortMistake(word, [..._go_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .SYSTEMS */ .L, ..._go_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .P])));
function findPortMistake(word, known) {
    if (known.includes(word) || known.some((arch) => _go_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .ARCHES */ .P.includes(arch) && isVariantOf(word, arch)))
        return undefined;
    const near = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .findClosest */ .Ru)(word, known);
    return `is ${known.length === _go_ports_js__WEBPACK_IMPORTED_MODULE_1__/* .SYSTEMS */ .L.length ? 'no system' : 'no system or processor'} of Go${near === undefined ? '' : `; did you mean ${near}?`}`;
}
const isVariantOf = (word, arch) => word.startsWith(arch) && /^(v\d[\d.]*|_[a-z0-9]+)$/.test(word.slice(arch.length));
const one = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    programs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).min(1).optional().describe('Names of the programs in it; left out: all.'),
    format: format
        .optional()
        .describe('tar.gz, zip, or binary: each program as it is, in no archive. Left out: tar.gz, and zip for Windows.'),
    'format-of': zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(system, format).default({}).describe('Other formats by system, such as windows: zip.'),
    name: template(WORDS)
        .optional()
        .describe('Name without the ending, of {name} {version} {os} {arch} {program}; left out: {name}_{version}_{os}_{arch}, of a raw binary {program}_{version}_{os}_{arch}.'),
    folder: template(WORDS).optional().describe('A folder in which everything lies; made of the same words.'),
    spell: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(port, zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\w.+-]+$/, 'must be letters, digits, ".", "_", "+" and "-"'))
        .default({})
        .describe('How names spell systems and processors, such as darwin: macOS or amd64: x86_64.'),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(choice)
        .default([])
        .describe('Files beside LICENSE, README and NOTICE: paths, folders or patterns (*, **, ?, [ab], {a,b}) relative to the module; of the commit, or made by a step of prepare.')
})
    .superRefine((entry, context) => {
    const mistake = findArchiveMistake(entry);
    if (mistake !== undefined)
        context.addIssue(mistake);
});
const ARCHIVE_KEYS = {
    archive: one.optional().describe('What a release is packed into: one archive for each target.'),
    archives: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(one).min(1).optional().describe('Several archives for each target, instead of archive.')
};
const readArchiveSettings = ({ archive, archives }) => (archives ?? (archive && [archive]))?.map(({ 'format-of': formatOf, files, ...rest }) => ({
    ...{ ...rest, formatOf },
    files: files.map((each) => (typeof each === 'string' ? { from: each } : each))
})) ?? [_model_archive_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .USUAL_ARCHIVE */ .M];
function findArchiveMistake({ format, 'format-of': formatOf, folder, files }) {
    const raw = format === 'binary' && Object.values(formatOf).every((each) => each === 'binary');
    return raw && (folder !== undefined || files.length > 0)
        ? 'format binary publishes programs as they are: it has no folder and no files'
        : undefined;
}


/***/ }),

/***/ 84269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ build)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15619);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79183);





const flag = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().superRefine((text, context) => {
    for (const [, name = ''] of text.matchAll(_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .VARIABLE */ .TZ))
        if ((0,_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .isSecretName */ .eh)(name))
            context.addIssue({
                code: 'custom',
                message: `names {env.${name}}, which looks like a secret, and everybody can read what is in a program`
            });
    if (/\{env\b/.test(text.replace(_variables_js__WEBPACK_IMPORTED_MODULE_3__/* .VARIABLE */ .TZ, '')))
        context.addIssue({ code: 'custom', message: 'must name a variable of the environment as {env.NAME}' });
});
const target = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().superRefine((text, context) => {
    try {
        (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(text);
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        context.addIssue({ code: 'custom', message: [error.message, error.hint ?? ''].join(': ') });
    }
});
const tags = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[\w.]+$/));
const env = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^GO(EXPERIMENT|FIPS140)$/, 'may set GOEXPERIMENT and GOFIPS140; a variant such as GOAMD64 is a target (linux/amd64/v3), and cgo is always off'), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP());
const flags = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .BUILD_FLAGS */ .FX));
const override = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    targets: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[a-z0-9]+(\/[a-z0-9]+(\/[a-z0-9.]+)?)?$/, "must be os, os/arch or os/arch/variant in Go's words"))
        .min(1)
        .describe('Targets that this is for: windows, linux/arm or linux/amd64/v3.'),
    flags: flags.optional().describe('Instead of the flags of the program.'),
    ldflags: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(flag).optional().describe('Instead of the ldflags of the program.'),
    gcflags: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(flag).optional().describe('Instead of the gcflags of the program.'),
    tags: tags.optional().describe('Instead of the tags of the program.'),
    env: env.optional().describe('Beside the env of the program, over which it wins.')
});
const build = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    main: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^\.(\/[\w.+~-]+)*$/)
        .describe('Folder of the main package, such as ./cmd/tool. Several entries with one main are several programs.'),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe('Name of the program; left out: as go build names it.'),
    targets: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(target)
        .min(1)
        .optional()
        .describe('Targets of this program, instead of those of the input targets; a flag --targets leaves out the others.'),
    flags: flags.optional().describe('Flags of go build: -pgo=off or -pgo=auto.'),
    ldflags: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(flag)
        .default([])
        .describe('Linker flags after our own, one a line, of those that change the program alone, such as -X; {version}, {commit} and {date} stand for this build, {env.NAME} for a variable of the environment.'),
    gcflags: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(flag).default([]).describe('Compiler flags, of those that change the program alone.'),
    tags: tags.default([]).describe('Build tags.'),
    stamps: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz('off')
        .optional()
        .describe('off: main.version, main.commit and main.date are not set; left out: they are, where a program has them.'),
    env: env.default({}).describe('GOEXPERIMENT or GOFIPS140.'),
    overrides: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(override)
        .optional()
        .describe('Settings for some targets of the program; where several fit, the later one wins.')
});


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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26921);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(98439);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79178);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);
/* harmony import */ var _base_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65958);
/* harmony import */ var _base_yaml_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67172);
/* harmony import */ var _archive_settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(14288);
/* harmony import */ var _release_extras_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(45415);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(86441);
/* harmony import */ var _builds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(84269);











const text = zod__WEBPACK_IMPORTED_MODULE_10__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_10__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY()]);
const given = zod__WEBPACK_IMPORTED_MODULE_10__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(text)]);
const fromFile = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .m).filter(([, { doors }]) => doors.includes('file'));
const inputs = Object.fromEntries(fromFile.map(([name, { description, inFile }]) => inFile
    ? [inFile.key, zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(Object.keys(inFile.values)).optional().describe(description)]
    : [name, given.optional().describe(description)]));
const ACCEPTED = 'accepted-vulnerabilities';
const acceptedVulnerability = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
        .regex(/^(GO-\d{4}-\d{4,}|CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/, 'must name one vulnerability, as GO-2024-1234, CVE-2024-12345 or GHSA-abcd-1234-efgh')
        .describe('One vulnerability, by any of its names: GO-2024-1234, a CVE or a GHSA.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(/\S/, 'must say why').describe('Why it may ship, for those who read the report.'),
    until: zod__WEBPACK_IMPORTED_MODULE_11__/* .date */ .p6('must be a day, as 2027-01-31')
        .describe('The last day (UTC) on which it is accepted, as 2027-01-31.')
});
const ACCEPTED_STUBS = 'accepted-without-cgo';
const acceptedStub = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    package: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
        .regex(/^[\w./~+-]+$/)
        .describe('Import path of a package.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(/\S/, 'must say why').describe('Why it may ship without its files that need cgo.')
});
const ACCEPTED_BREAKS = 'accepted-breaks';
const acceptedBreak = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    suite: zod__WEBPACK_IMPORTED_MODULE_10__/* ["enum"] */ .k5n(_suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .SUITES */ .KK.map(({ name }) => name)).describe('The suite whose report names it.'),
    claim: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(/\S/).max(500).describe('The claim that does not hold, word for word as the report has it.'),
    reason: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(/\S/, 'must say why').describe('Why it is wanted, for those who read the report.')
});
const WORDS = 'release-notes';
const markdown = zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
    .max(20_000)
    .regex(/^(?![^]*<!--\s*\/?slipway)/i, 'must not hold a comment that begins with slipway: such are marks of releases');
const type = zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP().regex(/^\w+$/, 'must be a type of conventional commits, such as docs');
const releaseWords = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    title: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
        .max(200)
        .regex(/^(?=\S)(?:[^{}\p{Cc}]|\{(?:name|version|tag)\})+$/u, 'must be one line that names only {name}, {version} and {tag}')
        .optional()
        .describe('Title of a release; left out: {name} {version}.'),
    header: markdown
        .optional()
        .describe('Markdown before the notes; {name}, {version}, {tag} and {commit} are filled in.'),
    footer: markdown.optional().describe('Markdown after the notes, filled in the same way.'),
    'leave-out': zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(type)
        .optional()
        .describe('Types of conventional commits that are not told, such as docs; what breaks something always is.'),
    groups: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
        title: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
            .regex(/^\S.*$/)
            .max(100),
        types: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(type).min(1)
    }))
        .optional()
        .describe('Headings in their order, with the types below each; left out: Features, Fixes, Faster.'),
    authors: zod__WEBPACK_IMPORTED_MODULE_10__/* .boolean */ .zMY().optional().describe('Whether each change names its author, as git has the name.')
});
const SUITE_SETTINGS = Object.fromEntries(await Promise.all(_suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .SUITES */ .KK.flatMap(({ settings }) => settings ? [settings.schema().then((schema) => [settings.key, schema])] : [])));
const schema = zod__WEBPACK_IMPORTED_MODULE_10__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe("Name in front of every archive; left out: the module's last path element."),
    'tag-prefix': zod__WEBPACK_IMPORTED_MODULE_10__/* .string */ .YjP()
        .max(100)
        .regex(/^[A-Za-z0-9@](?!.*(\.\.|\/\/))[\w.@/-]*[/_@-]$/, 'must end with a slash, a dash, an underscore or @, as in tool-')
        .optional()
        .describe("What tags begin with before the version, such as tool- for tool-v1.2.3; left out: the module's folder."),
    builds: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(_builds_js__WEBPACK_IMPORTED_MODULE_9__/* .build */ .j).default([]).describe('Programs that need settings of their own.'),
    ..._archive_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .ARCHIVE_KEYS */ .aP,
    ..._release_extras_js__WEBPACK_IMPORTED_MODULE_7__/* .EXTRA_KEYS */ .e,
    prepare: _prepare_js__WEBPACK_IMPORTED_MODULE_8__/* .prepare */ .i,
    ...SUITE_SETTINGS,
    [ACCEPTED]: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(acceptedVulnerability)
        .default([])
        .describe('Known vulnerabilities that are reachable and may ship all the same: told in every report, until a day.'),
    [ACCEPTED_STUBS]: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(acceptedStub)
        .default([])
        .describe('Packages that may ship without their files that need cgo: told in every plan.'),
    [ACCEPTED_BREAKS]: zod__WEBPACK_IMPORTED_MODULE_10__/* .array */ .YOg(acceptedBreak)
        .default([])
        .describe('Breaks that are known and wanted: told in every report, with the reason, and once they happen no more.'),
    [WORDS]: releaseWords
        .optional()
        .describe('What the notes of a release say beyond the changes, the proof and how to verify.'),
    ...inputs
})
    .superRefine(({ archive, archives }, context) => {
    if (archive !== undefined && archives !== undefined)
        context.addIssue({
            code: 'custom',
            path: ['archives'],
            message: 'stands beside archive: let it hold all of them'
        });
});
const makeProjectSchema = () => ({
    title: 'slipway.yaml',
    ...JSON.parse(JSON.stringify(zod__WEBPACK_IMPORTED_MODULE_12__/* .toJSONSchema */ .bl(schema, { io: 'input' })))
});
function parseProject(source, path) {
    const document = (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .readYaml */ .gM)(source, path, (text) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { ..._base_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .YAML */ .Wh, uniqueKeys: true }));
    if (document.errors.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', (0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .listMistakes */ .Ix)(document.errors, (offset) => `${path}:${countLine(source, offset)}`), { code: 'invalid-project-file', hint: 'docs/slipway.schema.json has all keys.' });
    const parsed = schema.safeParse((0,_base_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .readYamlValue */ .zw)(document, path, 0) ?? {});
    if (!parsed.success)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', parsed.error.issues
            .map((issue) => {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
            const says = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
            const line = findLine(source, document, [...issue.path, ...unknown]);
            return `${path}:${line}: ${[...issue.path, says].join(': ')}`;
        })
            .join('\n'), {
            code: 'invalid-project-file',
            hint: 'docs/slipway.schema.json has all keys.'
        });
    const { name, builds, prepare: steps, [ACCEPTED]: judged, [ACCEPTED_STUBS]: acceptedStubs, [ACCEPTED_BREAKS]: acceptedBreaks, [WORDS]: words, 'tag-prefix': tagPrefix, ...rest } = parsed.data;
    const accepted = judged.map((entry, i) => ({ ...entry, line: findLine(source, document, [ACCEPTED, i]) }));
    const settings = Object.fromEntries(Object.keys(SUITE_SETTINGS).map((key) => [key, rest[key]]));
    return {
        findLine: (path) => findLine(source, document, path),
        project: {
            ...{
                ...settings,
                name,
                builds,
                archives: (0,_archive_settings_js__WEBPACK_IMPORTED_MODULE_6__/* .readArchiveSettings */ .Uh)(parsed.data),
                extras: (0,_release_extras_js__WEBPACK_IMPORTED_MODULE_7__/* .readExtraSettings */ .N)(parsed.data),
                accepted,
                acceptedStubs,
                acceptedBreaks,
                words,
                tagPrefix
            },
            steps: (0,_prepare_js__WEBPACK_IMPORTED_MODULE_8__/* .readSteps */ .I)(steps)
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
const findLine = (source, document, path) => countLine(source, (0,_base_yaml_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .findOffset */ .H)(document, path));
const countLine = (source, offset) => source.slice(0, offset).split('\n').length;

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 45415:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ readExtraSettings),
/* harmony export */   e: () => (/* binding */ EXTRA_KEYS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26921);
/* harmony import */ var _model_release_extras_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60310);
/* harmony import */ var _suites_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98556);
/* harmony import */ var _archive_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14288);




const WORDS = ['name', 'version'];
const releaseFile = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    _suites_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .file */ .N,
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        from: _suites_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .file */ .N.describe('A file or a pattern, relative to the module.'),
        name: (0,_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .template */ .vs)(WORDS)
            .optional()
            .describe('Its name in the release, of {name} and {version} too; left out: its own.')
    })
]);
const sourceArchive = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: (0,_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .template */ .vs)(WORDS)
        .optional()
        .describe('Name without .tar.gz, of {name} and {version}; left out: {name}_{version}_source.'),
    folder: (0,_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .template */ .vs)(WORDS).optional().describe('The folder in which the files lie; left out: {name}-{version}.')
});
const list = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: (0,_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .template */ .vs)(WORDS).describe('Name of the list, such as {name}_{version}_checksums.txt.'),
    algorithm: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_model_release_extras_js__WEBPACK_IMPORTED_MODULE_0__/* .ALGORITHMS */ .TM).default('sha256').describe('sha256 or sha512.')
});
const EXTRA_KEYS = {
    'release-files': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(releaseFile)
        .default([])
        .describe('More files of a release: paths or patterns, of the commit or made by a step of prepare; a file each.'),
    'source-archive': sourceArchive
        .optional()
        .describe("A tar.gz of the commit's files, without those that .gitattributes marks export-ignore."),
    'checksum-lists': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(list)
        .default([])
        .describe('More lists of checksums beside checksums.txt, of the same files; checksums.txt names them.')
};
const readExtraSettings = (settings) => ({
    files: settings['release-files'].map((each) => (typeof each === 'string' ? { from: each } : each)),
    source: settings['source-archive'],
    lists: settings['checksum-lists']
});


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
