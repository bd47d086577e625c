export const id = 1336;
export const ids = [1336];
export const modules = {

/***/ 67172:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ offsetOf)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

/** Where a key or an item begins, or what is nearest around it, as an offset in the text. */
function offsetOf(document, path) {
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

/***/ 41336:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseProject: () => (/* binding */ parseProject),
  projectSchema: () => (/* binding */ projectSchema)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/config/inputs.ts + 2 modules
var inputs = __webpack_require__(60822);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js
var api = __webpack_require__(43759);
;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/iso.js



function datetime(params) {
    return core._isoDateTime(ZodISODateTime, params);
}
function date(params) {
    return api/* _isoDate */.db(schemas/* ZodISODate */.Brp, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}

;// CONCATENATED MODULE: ./src/config/accepted.ts

/** One entry of `accepted-vulnerabilities`: what a maintainer has judged, why, and for how long. */
const acceptedVulnerability = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP()
        .regex(/^(GO-\d{4}-\d{4,}|CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/, 'must name one vulnerability, as GO-2024-1234, CVE-2024-12345 or GHSA-abcd-1234-efgh')
        .describe('One vulnerability, by any of its names: GO-2024-1234, a CVE or a GHSA.'),
    reason: schemas/* string */.YjP().regex(/\S/, 'must say why').describe('Why it may ship, for those who read the report.'),
    until: date('must be a day, as 2027-01-31')
        .describe('The last day (UTC) on which it is accepted, as 2027-01-31.')
});

;// CONCATENATED MODULE: ./src/config/workloads.ts

/** A part of a path that is not `..`, and begins with none of `not`: without a look ahead, which not every reader of the schema has. */
const part = (not) => String.raw `([^${not}/\\.][^/\\]*|\.([^/\\.][^/\\]*)?|\.\.[^/\\]+)`;
/** Paths of the repository, relative to the module's folder. */
const file = schemas/* string */.YjP()
    .regex(new RegExp(`^${part('-')}(/${part('')})*/?$`), 'must be a path below the module, with /');
const steps = schemas/* array */.YOg(schemas/* enum */.k5n(['baseline', 'candidate', 'rollback']));
const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const object = schemas/* string */.YjP()
    .regex(/^[a-z0-9.-]+\/[a-z0-9.-]+$/, 'must be RESOURCE.GROUP/NAME, such as deployments.apps/web');
const value = {
    path: schemas/* string */.YjP().optional().describe('Where in the JSON, as kubectl writes it: {.status.phase}.'),
    equals: scalar.optional().describe('The value there, as text.'),
    matches: schemas/* string */.YjP().optional().describe('A regular expression that the value or the text holds.')
};
const on = steps.optional().describe('The steps in which it is expected; left out: in all.');
const url = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP().regex(/^https?:\/\/(127\.0\.0\.1|localhost):/, 'must begin with http://127.0.0.1:{port}'),
    status: schemas/* number */.aig().int().optional().describe('The HTTP status; left out: any from 200 to 299.'),
    ...value,
    on
});
const condition = schemas/* strictObject */.rej({
    object,
    condition: schemas/* string */.YjP().describe('A condition of its status, such as Ready.'),
    is: schemas/* string */.YjP().default('True'),
    on
});
const field = schemas/* strictObject */.rej({ object, ...value, on });
const log = schemas/* strictObject */.rej({ log: schemas/* string */.YjP().describe('A regular expression for a line of its log.'), on });
const command = schemas/* strictObject */.rej({
    run: schemas/* array */.YOg(schemas/* string */.YjP()).describe('Arguments of the program for a call that ends by itself.'),
    status: schemas/* number */.aig().int().default(0).describe('Its exit status.'),
    ...value,
    on
});
const expectation = schemas/* union */.KCZ([url, condition, log, command, field]);
const process = {
    program: schemas/* string */.YjP().optional().describe('Which program of the module; left out: the only one.'),
    args: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Its arguments; {kubeconfig}, {namespace}, {port}, {port.NAME} and {data} stand for what the trial gives.'),
    env: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/), schemas/* string */.YjP())
        .default({})
        .describe('Its environment, beside KUBECONFIG, HOME and PATH.')
};
const inPod = {
    args: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Its arguments in a pod; {namespace} and {version} stand for what the trial gives.'),
    env: process.env
};
const saysMore = (args, env, ready, baseline) => args.length > 0 || ready !== undefined || [env, baseline].some((each) => Object.keys(each).length > 0);
const deployment = schemas/* strictObject */.rej({
    ...inPod,
    kind: schemas/* enum */.k5n(['Deployment', 'DaemonSet', 'StatefulSet']).default('Deployment').describe('What runs it.'),
    manifest: file
        .optional()
        .describe("Each version's own file with that Deployment, as it ships; left out: one is made of what stands here."),
    container: schemas/* string */.YjP()
        .optional()
        .describe('Which container of the manifest runs the program; left out: the only one, or the one of its name.'),
    replicas: schemas/* number */.aig()
        .int()
        .min(1)
        .max(5)
        .optional()
        .describe('How many pods; left out: as the manifest says, else 2. A DaemonSet has one on each node.'),
    port: schemas/* number */.aig().int().min(1).max(65535).optional().describe('The port on which it listens in its pod.'),
    ready: schemas/* string */.YjP()
        .regex(/^\//, 'must be a path, such as /readyz')
        .optional()
        .describe('A path on that port that answers 2xx or 3xx once it is ready; left out: the port takes connections.'),
    expect: schemas/* array */.YOg(schemas/* union */.KCZ([url, condition, log, field]))
        .default([])
        .describe('What it must bring about in its pods; {port} and {port.NAME} are those of its container.'),
    baseline: schemas/* strictObject */.rej({ args: inPod.args.unwrap().optional(), env: inPod.env.unwrap().optional() })
        .prefault({})
        .describe('What the baseline is run with instead.')
})
    .refine(({ manifest, args, env, ready, baseline }) => manifest === undefined || !saysMore(args, env, ready, baseline), {
    path: ['manifest'],
    message: 'says itself what is run: leave args, env, ready and baseline out'
})
    .refine(({ port, ready }) => ready === undefined || port !== undefined, {
    path: ['ready'],
    message: 'needs the port that answers there: port'
})
    .describe('How it runs in pods of a real cluster: there it is rolled out and undone as well.');
const workload = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    driver: schemas/* literal */.euz('process').default('process'),
    ...process,
    manifests: schemas/* array */.YOg(file)
        .default([])
        .describe("Each version's own: accounts, roles, CRDs, configuration. Deployments and the like are left out."),
    'service-account': schemas/* string */.YjP()
        .optional()
        .describe("Who the program is; left out: what the manifests' workload or only account says."),
    'smi-crds': schemas/* boolean */.zMY()
        .optional()
        .describe('Whether the SMI CRDs are installed; left out: when the program speaks SMI.'),
    objects: schemas/* array */.YOg(file)
        .default([])
        .describe('Objects that are there before the first step and must stay as they are; left out: SMI objects, when the program speaks SMI.'),
    'may-change': schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Paths of these objects that the program may write, such as metadata.annotations.'),
    ready: schemas/* array */.YOg(expectation).min(1).describe('What tells that the program is up.'),
    expect: schemas/* array */.YOg(expectation).default([]).describe('What it must bring about, once it is up.'),
    changes: schemas/* array */.YOg(schemas/* strictObject */.rej({ object, on: steps, patch: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }))
        .default([])
        .describe('Merge patches that a user makes in a step, before its expectations are looked at.'),
    settle: schemas/* number */.aig().min(0).max(600).default(1).describe('Seconds for which it must stay up after that.'),
    within: schemas/* number */.aig().min(1).max(3600).default(30).describe('Seconds for each wait.'),
    stop: schemas/* strictObject */.rej({ within: schemas/* number */.aig().min(1).max(600).default(15), status: schemas/* number */.aig().int().default(0) })
        .prefault({})
        .describe('How it must end after SIGTERM: in so many seconds, with this exit status.'),
    deployment: deployment.optional(),
    baseline: schemas/* strictObject */.rej({ args: process.args.unwrap().optional(), env: process.env.unwrap().optional() })
        .prefault({})
        .describe('What the baseline is run with instead, where an upgrade is not a change of the program alone.')
})
    .describe('A program that runs against the cluster: the baseline, then the candidate, then the baseline again.');
/** Arguments without the file would let every file pass. */
const calling = schemas/* array */.YOg(schemas/* string */.YjP())
    .min(1)
    .refine((args) => args.some((arg) => arg.includes('{fixture}')), { message: 'one of the arguments holds {fixture}' });
const data = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    program: process.program,
    files: schemas/* array */.YOg(file)
        .default([])
        .describe('Fixtures: files, or folders with all that is in them; left out: SMI objects, when the program speaks SMI.'),
    read: calling.describe('Arguments by which the program reads {fixture}, and ends.'),
    write: calling
        .optional()
        .describe('Arguments by which the program writes {fixture} anew; what one version wrote the other must read.'),
    stdout: schemas/* enum */.k5n(['auto', 'ignore', 'json', 'equal'])
        .default('auto')
        .describe('What both must say of one fixture. json: every value that the older gives, the newer gives too. auto: json where it is JSON.'),
    backward: schemas/* boolean */.zMY()
        .default(true)
        .describe('Whether the baseline must read what the candidate has or writes; false is a way back that you give up.'),
    within: schemas/* number */.aig().min(1).max(600).default(20).describe('Seconds for each call.')
})
    .describe('Files that the program reads: fixtures of both versions, read by both.');
const surface = schemas/* strictObject */.rej({
    api: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\.(\/[\w.+~-]+)*(\/\.\.\.)?$/))
        .default([])
        .describe('Packages that others import, such as ./pkg/api/...; none: the Go API is not compared.'),
    accepted: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Breaks that you know of, as the suite names them, such as --old-flag.')
})
    .describe('What must fit the step of the version number.');

// EXTERNAL MODULE: ./src/base/yaml.ts
var yaml = __webpack_require__(65958);
// EXTERNAL MODULE: ./src/base/yaml-lines.ts
var yaml_lines = __webpack_require__(67172);
;// CONCATENATED MODULE: ./src/config/project-file.ts








/** How one program is built, beyond what every program gets. */
const build = schemas/* strictObject */.rej({
    main: schemas/* string */.YjP()
        .regex(/^\.(\/[\w.+~-]+)*$/)
        .describe('Folder of the main package, such as ./cmd/tool.'),
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe('Name of the program; left out: as go build names it.'),
    ldflags: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Linker flags after our own, one a line, of those that change the program alone, such as -X; {version}, {commit} and {date} stand for this build.'),
    gcflags: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('Compiler flags, of those that change the program alone.'),
    tags: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[\w.]+$/))
        .default([])
        .describe('Build tags.'),
    env: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^GO(EXPERIMENT|FIPS140)$/), schemas/* string */.YjP())
        .default({})
        .describe('GOEXPERIMENT or GOFIPS140.')
});
const project_file_file = file.describe('A file or folder, relative to the module, with /.');
const crds = schemas/* strictObject */.rej({
    files: schemas/* array */.YOg(project_file_file)
        .optional()
        .describe('The CRDs that are installed with this version; left out: what lies in folders named crd or crds.'),
    samples: schemas/* array */.YOg(project_file_file)
        .default([])
        .describe('Objects of theirs, tried beside those that are made from the schemas.'),
    apply: schemas/* enum */.k5n(['client-side', 'server-side'])
        .default('client-side')
        .describe('How people apply them: kubectl apply alone, or with --server-side, which the largest need.')
})
    .prefault({})
    .describe('CustomResourceDefinitions that suite crd takes from the release before to this one and back.');
const smi = schemas/* strictObject */.rej({
    manifests: schemas/* array */.YOg(project_file_file)
        .optional()
        .describe("SMI objects that people apply; left out: the module's YAML files, when the program speaks SMI.")
})
    .prefault({})
    .describe('Manifests that are read as a server with the SMI CRDs would; what it refuses or loses shows on its line.');
const project_file_text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const given = schemas/* union */.KCZ([project_file_text, schemas/* array */.YOg(project_file_text)]);
const project_file_inputs = Object.fromEntries(Object.entries(inputs/* INPUTS */.mc)
    .filter(([, { doors }]) => doors.includes('file'))
    .map(([name, { description }]) => [name, given.optional().describe(description)]));
const ACCEPTED = 'accepted-vulnerabilities';
const schema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .regex(/^[A-Za-z0-9][\w.-]*$/)
        .optional()
        .describe("Name in front of every archive; left out: the module's last path element."),
    builds: schemas/* array */.YOg(build).default([]).describe('Programs that need settings of their own.'),
    archive: schemas/* strictObject */.rej({
        files: schemas/* array */.YOg(file).default([]).describe('Files beside LICENSE, README and NOTICE, relative to the module.')
    })
        .default({ files: [] })
        .describe('What goes into each archive.'),
    crds,
    smi,
    workloads: schemas/* array */.YOg(workload).default([]).describe('Programs that suite workload runs, upgrades and rolls back.'),
    data: schemas/* array */.YOg(data).default([]).describe('Files that suite data has both versions read.'),
    surface: surface.prefault({}),
    [ACCEPTED]: schemas/* array */.YOg(acceptedVulnerability)
        .default([])
        .describe('Known vulnerabilities that are reachable and may ship all the same: told in every report, until a day.'),
    ...project_file_inputs
});
/** The JSON Schema of slipway.yaml, draft 2020-12. */
const projectSchema = () => ({
    title: 'slipway.yaml',
    ...JSON.parse(JSON.stringify(json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input' })))
});
/** Reads a slipway.yaml; mistakes are all reported at once, each with its line. */
function parseProject(source, path) {
    const document = (0,yaml/* readYaml */.gM)(source, path, (text) => (0,dist/* parseDocument */.Tp)(text, { ...yaml/* YAML */.Wh, uniqueKeys: true }));
    if (document.errors.length)
        throw new errors/* Failure */.H('input', (0,yaml/* mistakes */.I9)(document.errors, (offset) => `${path}:${lineAt(source, offset)}`), { code: 'invalid-project-file', hint: 'docs/slipway.schema.json has all keys.' });
    const parsed = schema.safeParse((0,yaml/* valueOf */.RP)(document, path, 0) ?? {});
    if (!parsed.success)
        throw new errors/* Failure */.H('input', parsed.error.issues
            .map((issue) => {
            const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
            const line = lineOf(source, document, [...issue.path, ...unknown]);
            return `${path}:${line}: ${[...issue.path, issue.message].join(': ')}`;
        })
            .join('\n'), {
            code: 'invalid-project-file',
            hint: 'docs/slipway.schema.json has all keys.'
        });
    const { name, builds, archive, crds, smi, workloads, data: fixtures, surface, [ACCEPTED]: judged, ...rest } = parsed.data;
    const accepted = judged.map((entry, i) => ({ ...entry, line: lineOf(source, document, [ACCEPTED, i]) }));
    return {
        project: { name, builds, archiveFiles: archive.files, crds, smi, workloads, data: fixtures, surface, accepted },
        read: (input) => {
            const value = rest[input];
            return value === undefined
                ? undefined
                : { text: [value].flat().join('\n'), from: `${path}:${lineOf(source, document, [input])}: ${input}` };
        }
    };
}
/** The line of a key or an item, or of what is nearest around it. */
const lineOf = (source, document, path) => lineAt(source, (0,yaml_lines/* offsetOf */.b)(document, path));
const lineAt = (source, offset) => source.slice(0, offset).split('\n').length;


/***/ })

};
