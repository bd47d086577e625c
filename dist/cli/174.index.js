export const id = 174;
export const ids = [174];
export const modules = {

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 30174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runInit: () => (/* binding */ runInit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/init/draft.ts

function formatProjectFile({ name, targets, main, builds, files, left }, from) {
    const settings = {
        ...(name !== undefined && { name }),
        targets,
        ...(main && { main }),
        ...(builds.length && { builds }),
        ...(files.length && { archive: { files } })
    };
    return [
        `# Made by slipway init from ${from}. Flags and the inputs of a step win over it; \`slipway plan\` shows what comes of it.`,
        ...(left.length ? [`# Not taken over from ${from}:`, ...left.map((line) => `# - ${joinCommentLines(line)}`)] : []),
        (0,dist/* stringify */.As)(settings, { lineWidth: 0 }).trimEnd(),
        ''
    ].join('\n');
}
const joinCommentLines = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');

;// CONCATENATED MODULE: ./src/init/pipelines.ts
const PINNED = 'OWNER/slipway@SHA # v0.1.0';
const RELEASE_WORKFLOW = `name: release
on:
  push:
    tags: ['v*']
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write # the release
      id-token: write # keyless signing
      attestations: write # the provenance, for gh attestation verify
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0 # with all tags, which say what the latest release is
          persist-credentials: false
      - uses: ${PINNED}
`;
const GATE_WORKFLOW = `name: gate
on: pull_request
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          persist-credentials: false
      - uses: ${PINNED}
`;
const GITLAB_PIPELINE = `include:
  - component: $CI_SERVER_FQDN/OWNER/slipway/slipway@SHA # 1.0.0
    inputs:
      component-project: OWNER/slipway
`;

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(80165);
;// CONCATENATED MODULE: ./src/commands/init.ts











const GORELEASER = ['.goreleaser.yaml', '.goreleaser.yml', 'goreleaser.yaml', 'goreleaser.yml'];
async function runInit(request, context) {
    (0,commands_context/* refuseOperands */.R)(request);
    const { read } = request;
    const config = (0,parse.parseInputs)(read);
    const folder = (0,external_node_path_.resolve)(context.cwd, config.module);
    const files = context.files(folder);
    const goMod = await files.read((0,external_node_path_.join)(folder, 'go.mod'));
    if (!goMod)
        throw new errors/* Failure */.H('input', `there is no go.mod in ${folder}`, {
            code: 'no-go-mod',
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const { module } = (0,go_mod/* parseGoMod */.kW)(decodeText(goMod), (0,external_node_path_.join)(folder, 'go.mod'));
    const { draft, from } = await readDraft(files, folder, module);
    const root = await findRoot(context, folder);
    const remote = await askGit(context, folder, 'config', '--get', 'remote.origin.url');
    const wanted = new Map([
        [(0,external_node_path_.join)(folder, parse/* PROJECT_FILE */.Dp), formatProjectFile(draft, from)],
        ...choosePipelines(config.ci, remote).map(([path, text]) => [(0,external_node_path_.join)(root, path), text])
    ]);
    for (const path of wanted.keys())
        await (0,work_tree/* resolveInside */.L)(files, root, await findStandingPath(files, path), (0,external_node_path_.relative)(root, path));
    const made = await writeNew(files, wanted);
    const kept = [...wanted.keys()].filter((path) => !made.includes(path));
    if (made.includes((0,external_node_path_.join)(folder, parse/* PROJECT_FILE */.Dp)))
        await (0,parse/* readConfig */.Xg)(files, folder, () => undefined);
    for (const path of made)
        context.host.info(`made ${path}`);
    for (const path of kept)
        context.host.info(`kept ${path}, which was there`);
    for (const line of draft.left)
        context.host.warn(`not taken over from ${from}: ${(0,base_text/* quote */.hD)(line).slice(1, -1)}`);
    context.host.info('');
    context.host.info('next: put the owner and the commit that you trust in place of OWNER and SHA, then: slipway doctor');
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ from, made, kept, left: draft.left }));
}
async function readDraft(files, folder, module) {
    for (const name of GORELEASER) {
        const bytes = await files.read((0,external_node_path_.join)(folder, name));
        if (!bytes)
            continue;
        const { readGoreleaser } = await __webpack_require__.e(/* import() */ 9769).then(__webpack_require__.bind(__webpack_require__, 29769));
        return { draft: readGoreleaser(decodeText(bytes), name, module), from: name };
    }
    return { draft: { targets: target/* DEFAULT_TARGETS */.b6.map(target/* formatTarget */.P4), builds: [], files: [], left: [] }, from: 'go.mod' };
}
function choosePipelines(ci, remote) {
    const chosen = ci !== 'auto' ? ci : /(^|[@/.])gitlab[.\w-]*[:/]/.test(remote) ? 'gitlab' : 'github';
    if (chosen === 'none')
        return [];
    return chosen === 'gitlab'
        ? [['.gitlab-ci.yml', GITLAB_PIPELINE]]
        : [
            ['.github/workflows/slipway-release.yml', RELEASE_WORKFLOW],
            ['.github/workflows/slipway-gate.yml', GATE_WORKFLOW]
        ];
}
const findStandingPath = async (files, path) => (await files.real(path)) === undefined && (0,external_node_path_.dirname)(path) !== path ? findStandingPath(files, (0,external_node_path_.dirname)(path)) : path;
async function writeNew(files, wanted) {
    const made = [];
    for (const [path, text] of wanted) {
        if (await files.digest(path))
            continue;
        await files.write(path, text);
        made.push(path);
    }
    if (made.length === 0)
        throw new errors/* Failure */.H('input', `everything is there already: ${[...wanted.keys()].join(', ')}`, {
            code: 'file-exists',
            hint: 'init overwrites nothing: move a file away to have it made anew.'
        });
    return made;
}
const findRoot = async (context, folder) => (await askGit(context, folder, 'rev-parse', '--show-toplevel')) || folder;
const askGit = async (context, folder, ...args) => {
    const asked = context.query(['git', '-C', folder, ...args], { env: context.gitEnv(folder) });
    return await asked.then(({ stdout }) => stdout.trim()).catch(() => '');
};
const decodeText = (bytes) => Buffer.from(bytes).toString('utf8');


/***/ }),

/***/ 81835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ SIGNER_INPUTS),
/* harmony export */   w0: () => (/* binding */ chooseExpectedSigner),
/* harmony export */   zP: () => (/* binding */ refuseAmbiguousSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const SIGNER_INPUTS = ['key', 'identity', 'issuer'];
function refuseAmbiguousSigner({ key, identity, issuer }) {
    const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === '';
    if (isSound)
        return;
    throw new Error('the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)');
}
function chooseExpectedSigner({ key, identity, issuer }, folder) {
    if (key !== '')
        return { key: resolveKey(folder, key) };
    return identity === '' ? undefined : { identity, issuer };
}
const resolveKey = (folder, key) => (/^[a-z0-9+]+:\/\//.test(key) ? key : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, key));


/***/ }),

/***/ 58353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ findSuiteSettings),
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   parseInputs: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30719);





const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    accepted: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .UNSAID */ .rK
};
const findSuiteSettings = (project, { settings }) => settings && project[settings.key];
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    if (!bytes)
        return { config: parseInputs(read), project: NO_PROJECT };
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE);
    return { config: parseInputs((name) => read(name) ?? file.read(name)), project: file.project };
}
const LONGEST = 100_000;
const SHOWN = 2000;
function parseInputs(read) {
    const parsed = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .m)) {
        const given = read(name);
        const text = given?.text.trim();
        try {
            if (text !== undefined && text.length > LONGEST)
                throw new Error(`is ${text.length} characters long, and no value is longer than ${LONGEST}`);
            parsed[name] = input.parse(text ? text : input.default);
        }
        catch (error) {
            mistakes.push(describeInputMistake(given?.from ?? name, error));
        }
    }
    const config = parsed;
    try {
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
        mistakes.push(describeInputMistake(given.map((name) => read(name)?.from ?? name).join(', '), error));
    }
    if (mistakes.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', mistakes.join('\n'), {
            code: 'invalid-inputs',
            hint: 'See "Inputs" in the README, or --help.'
        });
    return config;
}
function describeInputMistake(from, error) {
    const { message, hint } = error;
    const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
    return `${from}: ${said}${hint ? ` (${hint})` : ''}`;
}


/***/ }),

/***/ 2643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ resolveInside),
/* harmony export */   W: () => (/* binding */ refuseForeignFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);


async function resolveInside(files, root, path, shown) {
    const [top = root, real] = await Promise.all([files.real(root), files.real(path)]);
    if (real === undefined)
        return undefined;
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(top, real).replaceAll('\\', '/');
    const parts = place.split('/');
    const out = parts[0] === '..' || /^(\/|[A-Za-z]:)/.test(place);
    if (!out && !parts.some((part) => part.toLowerCase() === '.git'))
        return place;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${shown} leads ${out ? 'out of the repository' : 'into the folder of git'}: to ${real}`, {
        code: 'leads-out',
        hint: 'Only files of the commit are read: put the file there, or let the link lead to one.'
    });
}
async function refuseForeignFiles(files, { root, folder, names }, tracked) {
    const regular = new Set(tracked.filter(({ mode }) => mode.startsWith('100')).map(({ path }) => path));
    for (const name of names) {
        const place = await resolveInside(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), name);
        if (place !== undefined && !regular.has(place))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${name} leads to ${place}, which is no file that git holds`, {
                code: 'leads-out',
                hint: 'What ships is of the commit: commit that file, or let the link lead to one that is.'
            });
    }
}


/***/ })

};
