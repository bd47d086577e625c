export const id = 766;
export const ids = [766];
export const modules = {

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

/***/ 70766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   workload: () => (/* binding */ workload),
/* harmony export */   workloads: () => (/* binding */ workloads)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98556);


const steps = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['baseline', 'candidate', 'rollback']));
const scalar = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()]);
const object = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^[a-z0-9.-]+\/(?:[a-z0-9.:-]|\{[a-z][\w.-]*\})+$/, 'must be RESOURCE.GROUP/NAME, such as deployments.apps/web or configmaps/{namespace}-shares');
const value = {
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Where in the JSON, as kubectl writes it: {.status.phase}.'),
    equals: scalar.optional().describe('The value there, as text.'),
    matches: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('A regular expression that the value or the text holds.')
};
const on = steps.optional().describe('The steps in which it is expected; left out: in all.');
const url = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^https?:\/\/(127\.0\.0\.1|localhost):/, 'must begin with http://127.0.0.1:{port}'),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().optional().describe('The HTTP status; left out: any from 200 to 299.'),
    ...value,
    on
});
const condition = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    object,
    condition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('A condition of its status, such as Ready.'),
    is: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().default('True'),
    on
});
const field = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ object, ...value, on });
const log = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ log: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe('A regular expression for a line of its log.'), on });
const command = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    run: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).describe('Arguments of the program for a call that ends by itself.'),
    status: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().default(0).describe('Its exit status.'),
    ...value,
    on
});
const expectation = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([url, condition, log, command, field]);
const process = {
    program: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Which program of the module; left out: the only one.'),
    args: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('Its arguments; {kubeconfig}, {namespace}, {port}, {port.NAME} and {data} stand for what the trial gives.'),
    env: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z_]\w*$/), zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default({})
        .describe('Its environment, beside KUBECONFIG, HOME and PATH.')
};
const inPod = {
    args: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('Its arguments in a pod; {namespace} and {version} stand for what the trial gives.'),
    env: process.env
};
const saysMore = (args, env, ready, baseline) => args.length > 0 || ready !== undefined || [env, baseline].some((each) => Object.keys(each).length > 0);
const deployment = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    ...inPod,
    kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['Deployment', 'DaemonSet', 'StatefulSet']).default('Deployment').describe('What runs it.'),
    manifest: _settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N
        .optional()
        .describe("Each version's own file with that Deployment, as it ships; left out: one is made of what stands here."),
    container: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .optional()
        .describe('Which container of the manifest runs the program; left out: the only one, or the one of its name.'),
    replicas: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig()
        .int()
        .min(1)
        .max(5)
        .optional()
        .describe('How many pods; left out: as the manifest says, else 2. A DaemonSet has one on each node.'),
    port: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().min(1).max(65535).optional().describe('The port on which it listens in its pod.'),
    ready: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .regex(/^\//, 'must be a path, such as /readyz')
        .optional()
        .describe('A path on that port that answers 2xx or 3xx once it is ready; left out: the port takes connections.'),
    expect: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([url, condition, log, field]))
        .default([])
        .describe('What it must bring about in its pods; {port} and {port.NAME} are those of its container.'),
    baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ args: inPod.args.unwrap().optional(), env: inPod.env.unwrap().optional() })
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
const workload = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    driver: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('process').default('process'),
    ...process,
    manifests: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N)
        .default([])
        .describe("Each version's own: accounts, roles, CRDs, configuration. Deployments and the like are left out."),
    'service-account': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
        .optional()
        .describe("Who the program is; left out: what the manifests' workload or only account says."),
    'smi-crds': zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .optional()
        .describe('Whether the SMI CRDs are installed; left out: when the program speaks SMI.'),
    objects: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N)
        .default([])
        .describe('Objects that are there before the first step and must stay as they are; left out: SMI objects, when the program speaks SMI.'),
    'may-change': zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
        .default([])
        .describe('Paths of these objects that the program may write, such as metadata.annotations.'),
    ready: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(expectation).min(1).describe('What tells that the program is up.'),
    expect: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(expectation).default([]).describe('What it must bring about, once it is up.'),
    changes: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ object, on: steps, patch: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()) }))
        .default([])
        .describe('Merge patches that a user makes in a step, before its expectations are looked at.'),
    settle: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(0).max(600).default(1).describe('Seconds for which it must stay up after that.'),
    within: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(1).max(3600).default(30).describe('Seconds for each wait.'),
    stop: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ within: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(1).max(600).default(15), status: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().default(0) })
        .prefault({})
        .describe('How it must end after SIGTERM: in so many seconds, with this exit status.'),
    deployment: deployment.optional(),
    baseline: zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ args: process.args.unwrap().optional(), env: process.env.unwrap().optional() })
        .prefault({})
        .describe('What the baseline is run with instead, where an upgrade is not a change of the program alone.')
})
    .describe('A program that runs against the cluster: the baseline, then the candidate, then the baseline again.');
const workloads = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(workload)
    .default([])
    .describe('Programs that suite workload runs, upgrades and rolls back.');


/***/ })

};
