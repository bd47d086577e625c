export const id = 330;
export const ids = [330];
export const modules = {

/***/ 4330:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseProject: () => (/* binding */ parseProject),
/* harmony export */   projectSchema: () => (/* binding */ projectSchema)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2311);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8439);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3916);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8422);




/** How one program is built, beyond what every program gets. */
const build = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    main: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^\.(\/[\w.+~-]+)*$/)
        .describe('Folder of the main package, such as ./cmd/tool.'),
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe('Name of the program; left out: as go build names it.'),
    ldflags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .default([])
        .describe('Linker flags after our own, one a line; {version}, {commit} and {date} stand for this build.'),
    gcflags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()).default([]).describe('Compiler flags.'),
    tags: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[\w.]+$/))
        .default([])
        .describe('Build tags.'),
    env: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^GO(EXPERIMENT|FIPS140)$/), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .default({})
        .describe('GOEXPERIMENT or GOFIPS140.')
});
const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()]);
const given = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([text, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(text)]);
const inputs = Object.fromEntries(Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc)
    .filter(([, { doors }]) => doors.includes('file'))
    .map(([name, { description }]) => [name, given.optional().describe(description)]));
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe("Name in front of every archive; left out: the module's last path element."),
    builds: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(build).default([]).describe('Programs that need settings of their own.'),
    archive: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        files: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[^-/][^\\]*$/))
            .default([])
            .describe('Files beside LICENSE, README and NOTICE, relative to the module.')
    })
        .default({ files: [] })
        .describe('What goes into each archive.'),
    ...inputs
});
/** The JSON Schema of slipway.yaml, draft 2020-12. */
const projectSchema = () => ({
    title: 'slipway.yaml',
    ...JSON.parse(JSON.stringify(zod__WEBPACK_IMPORTED_MODULE_4__/* .toJSONSchema */ .bl(schema, { io: 'input' })))
});
/** Reads a slipway.yaml; mistakes are all reported at once, each with its line. */
function parseProject(source, path) {
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(source, { uniqueKeys: true, prettyErrors: false });
    if (document.errors.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', document.errors.map(({ message, pos }) => `${path}:${lineAt(source, pos[0])}: ${message}`).join('\n'), { hint: 'docs/slipway.schema.json has all keys.' });
    const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
    if (!parsed.success)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', parsed.error.issues
            .map((issue) => {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
            const line = lineOf(source, document, [...issue.path, ...unknown]);
            return `${path}:${line}: ${[...issue.path, issue.message].join(': ')}`;
        })
            .join('\n'), {
            hint: 'docs/slipway.schema.json has all keys.'
        });
    const { name, builds, archive, ...rest } = parsed.data;
    return {
        project: { name, builds, archiveFiles: archive.files },
        read: (input) => {
            const value = rest[input];
            return value === undefined
                ? undefined
                : { text: [value].flat().join('\n'), from: `${path}:${lineOf(source, document, [input])}: ${input}` };
        }
    };
}
/** The line of a key or an item, or of what is nearest around it. */
function lineOf(source, document, path) {
    let node = document.contents;
    let at = 0;
    for (const step of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && key.value === step);
            if (!pair)
                break;
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) && pair.key.range?.[0]) || 0;
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            node = node.items[Number(step)];
            at = ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) && node.range?.[0]) || at;
        }
        else
            break;
    }
    return lineAt(source, at);
}
const lineAt = (source, offset) => source.slice(0, offset).split('\n').length;


/***/ })

};
