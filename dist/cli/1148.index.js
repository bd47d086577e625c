export const id = 1148;
export const ids = [1148];
export const modules = {

/***/ 91148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/config/read.ts
var config_read = __webpack_require__(62000);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/facts/go-mod.ts
var go_mod = __webpack_require__(70276);
// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
;// CONCATENATED MODULE: ./src/init/pipelines.ts
/** Stands for the Action or component and the commit of it that a project has chosen. */
const PINNED = 'OWNER/slipway@SHA # v0.1.0';
/** A release for each tag, with no right that it does not need. */
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
/** The same program as a gate: it builds, proves and rehearses the signature, and publishes nothing. */
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
/** Gate and release on GitLab, by what started the pipeline. */
const GITLAB_PIPELINE = `include:
  - component: $CI_SERVER_FQDN/OWNER/slipway/slipway@SHA # 1.0.0
    inputs:
      component-project: OWNER/slipway
`;

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/init/project-file.ts

/** The text of a first slipway.yaml; `from` is the file that it was made of. */
function projectFile({ name, targets, main, builds, files, left }, from) {
    const settings = {
        ...(name !== undefined && { name }),
        targets,
        ...(main && { main }),
        ...(builds.length && { builds }),
        ...(files.length && { archive: { files } })
    };
    return [
        `# Made by slipway init from ${from}. Flags and the inputs of a step win over it; \`slipway plan\` shows what comes of it.`,
        ...(left.length ? [`# Not taken over from ${from}:`, ...left.map((line) => `# - ${oneLine(line)}`)] : []),
        (0,dist/* stringify */.As)(settings, { lineWidth: 0 }).trimEnd(),
        ''
    ].join('\n');
}
/** A line of a comment stays one, whatever the other file held. */
const oneLine = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');

// EXTERNAL MODULE: ./src/config/inputs.ts + 2 modules
var inputs = __webpack_require__(60822);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/commands/request.ts
var commands_request = __webpack_require__(19843);
;// CONCATENATED MODULE: ./src/commands/init.ts











const GORELEASER = ['.goreleaser.yaml', '.goreleaser.yml', 'goreleaser.yaml', 'goreleaser.yml'];
/**
 * init: a first slipway.yaml from go.mod and, where there is one, .goreleaser.yaml, and a workflow or pipeline. What is
 * there already stays as it is.
 */
async function initCommand(request, world) {
    (0,commands_request/* refuseOperands */.R)(request);
    const { read } = request;
    const config = (0,inputs/* parseInputs */.TL)(read);
    const folder = (0,external_node_path_.resolve)(world.cwd, config.module);
    const files = world.files(folder);
    const goMod = await files.read((0,external_node_path_.join)(folder, 'go.mod'));
    if (!goMod)
        throw new errors/* Failure */.H('input', `there is no go.mod in ${folder}`, {
            code: 'no-go-mod',
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const { module } = (0,go_mod/* parseGoMod */.kW)(textOf(goMod), (0,external_node_path_.join)(folder, 'go.mod'));
    const { draft, from } = await draftOf(files, folder, module);
    const root = await rootOf(world, folder);
    const remote = await gitSays(world, folder, 'config', '--get', 'remote.origin.url');
    const wanted = new Map([
        [(0,external_node_path_.join)(folder, config_read/* PROJECT_FILE */.Dp), projectFile(draft, from)],
        ...pipelines(config.ci, remote).map(([path, text]) => [(0,external_node_path_.join)(root, path), text])
    ]);
    const made = await writeNew(files, wanted);
    const kept = [...wanted.keys()].filter((path) => !made.includes(path));
    // What was made has to be what the other commands read.
    if (made.includes((0,external_node_path_.join)(folder, config_read/* PROJECT_FILE */.Dp)))
        await (0,config_read/* readConfig */.Xg)(files, folder, () => undefined);
    for (const path of made)
        world.host.info(`made ${path}`);
    for (const path of kept)
        world.host.info(`kept ${path}, which was there`);
    for (const line of draft.left)
        world.host.warn(`not taken over from ${from}: ${(0,base_text/* quote */.hD)(line).slice(1, -1)}`);
    world.host.info('');
    world.host.info('next: put the owner and the commit that you trust in place of OWNER and SHA, then: slipway doctor');
    if (config.json)
        world.print((0,json/* printedJson */.xL)({ from, made, kept, left: draft.left }));
}
async function draftOf(files, folder, module) {
    for (const name of GORELEASER) {
        const bytes = await files.read((0,external_node_path_.join)(folder, name));
        if (!bytes)
            continue;
        // It reads YAML, which nothing else of init does.
        const { fromGoreleaser } = await __webpack_require__.e(/* import() */ 8949).then(__webpack_require__.bind(__webpack_require__, 58949));
        return { draft: fromGoreleaser(textOf(bytes), name, module), from: name };
    }
    return { draft: { targets: target/* DEFAULT_TARGETS */.b6.map(target/* formatTarget */.P4), builds: [], files: [], left: [] }, from: 'go.mod' };
}
/** By what was asked for, else by where the clone came from, else for GitHub. */
function pipelines(ci, remote) {
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
const rootOf = async (world, folder) => (await gitSays(world, folder, 'rev-parse', '--show-toplevel')) || folder;
/** What git says, '' when it says nothing. */
const gitSays = async (world, folder, ...args) => {
    const asked = world.query(['git', '-C', folder, ...args], { env: world.gitEnv(folder) });
    return await asked.then(({ stdout }) => stdout.trim()).catch(() => '');
};
const textOf = (bytes) => Buffer.from(bytes).toString('utf8');


/***/ }),

/***/ 19843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Rejects words behind a command that takes flags only. */
function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 62000:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   Xg: () => (/* binding */ readConfig)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60822);


const PROJECT_FILE = 'slipway.yaml';
/** A module without a slipway.yaml. */
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    crds: { samples: [] },
    smi: {},
    workloads: [],
    data: [],
    surface: { api: [], accepted: [] },
    accepted: []
};
/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    if (!bytes)
        return { config: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)(read), project: NO_PROJECT };
    // The schema library is heavy, and most repositories have no such file.
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(1336)]).then(__webpack_require__.bind(__webpack_require__, 41336));
    const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE);
    return { config: (0,_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)((name) => read(name) ?? file.read(name)), project: file.project };
}


/***/ })

};
