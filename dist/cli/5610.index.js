export const id = 5610;
export const ids = [5610,5958];
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

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.map(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD).join(' ').slice(0, 300)}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 65610:
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
// EXTERNAL MODULE: ./src/init/draft.ts
var init_draft = __webpack_require__(43453);
;// CONCATENATED MODULE: ./src/init/goreleaser-places.ts
const GORELEASER_PLACES = [
    '.config/goreleaser.yml',
    '.config/goreleaser.yaml',
    '.goreleaser.yml',
    '.goreleaser.yaml',
    'goreleaser.yml',
    'goreleaser.yaml'
];
const findOtherPlaces = (files) => files.filter((file) => /(^|\/)[\w.-]*goreleaser[\w.-]*\.ya?ml$/i.test(file) &&
    !/(^|\/)(testdata|vendor|node_modules|\.github|\.gitlab)\//.test(file) &&
    !GORELEASER_PLACES.includes(file));

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/yaml.ts
var yaml = __webpack_require__(65958);
;// CONCATENATED MODULE: ./src/init/tag-pipelines.ts



const isPipelineFile = (path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) || path === '.gitlab-ci.yml';
function findTagPipeline(path, source) {
    const config = readConfiguration(source);
    if (config === undefined)
        return { path, why: 'cannot be read: see whether it runs for tags' };
    const why = path === '.gitlab-ci.yml' ? explainGitlab(config) : explainGithub(config, source);
    return why === undefined ? undefined : { path, why };
}
function readConfiguration(source) {
    try {
        const document = (0,dist/* parseDocument */.Tp)(source, yaml/* YAML */.Wh);
        const value = document.toJS({ maxAliasCount: 1000 });
        return document.errors.length === 0 && (0,json/* isObject */.Gv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function explainGithub(config, source) {
    const on = (0,json/* readAt */.m6)(config, 'on');
    const events = (0,json/* isObject */.Gv)(on) ? Object.keys(on) : [on, ...(0,json/* readItems */.F1)(on)].map(json/* readText */.yR);
    const push = (0,json/* readAt */.m6)(on, 'push');
    const releases = /goreleaser|release/i.test(source) ? ' and has to do with releases' : '';
    if ((0,json/* readAt */.m6)(push, 'tags') !== undefined)
        return `runs for tags${releases}`;
    if (events.includes('release'))
        return `runs for releases${releases}`;
    if (events.includes('create') && releases)
        return 'runs when a tag is created, and has to do with releases';
    const all = events.includes('push') &&
        ['branches', 'branches-ignore', 'tags-ignore'].every((key) => (0,json/* readAt */.m6)(push, key) === undefined);
    if (all && /refs\/tags|goreleaser/.test(source))
        return 'runs for every push, and has to do with tags';
    return undefined;
}
function explainGitlab(config) {
    if (!(0,json/* isObject */.Gv)(config))
        return undefined;
    const jobs = Object.entries(config).filter(([name, job]) => name !== 'workflow' && (0,json/* isObject */.Gv)(job) && (mentionsTags(job) || job['release'] !== undefined));
    return jobs.length ? `has jobs for tags (${jobs.map(([name]) => name).join(', ')})` : undefined;
}
function mentionsTags(job) {
    const rules = [...(0,json/* readItems */.F1)((0,json/* readAt */.m6)(job, 'rules')), (0,json/* readAt */.m6)(job, 'only', 'variables') ?? null];
    const only = [(0,json/* readAt */.m6)(job, 'only') ?? null, (0,json/* readAt */.m6)(job, 'only', 'refs') ?? null].flatMap((value) => [
        value,
        ...(0,json/* readItems */.F1)(value)
    ]);
    return (rules.some((rule) => /CI_COMMIT_TAG/.test(JSON.stringify((0,json/* readAt */.m6)(rule, 'if') ?? rule ?? ''))) ||
        only.some((word) => (0,json/* readText */.yR)(word) === 'tags'));
}

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
const makeReleaseWorkflow = (inputs) => {
    const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: '${value}'\n`);
    return lines.length ? `${RELEASE_WORKFLOW}        with:\n${lines.join('')}` : RELEASE_WORKFLOW;
};
const TWO_JOBS_WORKFLOW = `name: release
on:
  push:
    tags: ['v*']
permissions: {}
jobs:
  prove:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0 # with all tags, which say what the release before is
          persist-credentials: false
      - uses: ${PINNED}
        with:
          command: gate
          token: '' # no secret here: programs of the project run in this job
          sign: none
          out: proof
      - uses: actions/upload-artifact@SHA # v4
        with:
          name: verdicts
          path: proof/verdicts.json
          if-no-files-found: error
          retention-days: 5
  release:
    needs: prove
    if: \${{ !cancelled() }} # also after a failure, to say so
    runs-on: ubuntu-latest
    environment: release # its reviewers approve what is published; keep the keys there
    concurrency:
      group: slipway-release
      cancel-in-progress: false
    permissions:
      contents: write # the release
      id-token: write # keyless signing
      attestations: write # the provenance, for gh attestation verify
    steps:
      - name: Stop where nothing was proved
        if: needs.prove.result != 'success'
        env:
          RESULT: \${{ needs.prove.result }}
        run: |
          echo "The job prove ended with $RESULT, so nothing is signed or published." >> "$GITHUB_STEP_SUMMARY"
          echo "::error::the job prove ended with $RESULT: nothing is signed or published"
          exit 1
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/download-artifact@SHA # v5
        with:
          name: verdicts
          path: \${{ runner.temp }}/verdicts
      - uses: ${PINNED}
        with:
          command: release
          verdicts: \${{ runner.temp }}/verdicts
`;
const makeTwoJobsWorkflow = (inputs) => TWO_JOBS_WORKFLOW +
    Object.entries(inputs)
        .map(([name, value]) => `          ${name}: '${value}'\n`)
        .join('');
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
const GITLAB_TWO_JOBS = `include:
  - component: $CI_SERVER_FQDN/OWNER/slipway/two-jobs@SHA # 1.0.0
    inputs:
      component-project: OWNER/slipway
      environment: release # protect it: its approvers release; scope the keys to it
`;

;// CONCATENATED MODULE: ./src/facts/known-module.ts

async function findPlace({ run, files, env }, folder) {
    const ask = async (...args) => await run(['git', '-C', folder, ...args], { env })
        .then(({ stdout }) => stdout)
        .catch(() => '');
    const listAll = async () => {
        const args = ['ls-files', '-z', '--full-name', '--cached', '--others', '--exclude-standard', ':(top)'];
        return (await run(['git', '-C', folder, ...args], { env })).stdout;
    };
    const [root = '', prefix = ''] = (await ask('rev-parse', '--show-toplevel', '--show-prefix')).split('\n');
    if (root === '')
        return { root: folder, prefix: '', files: await files.list(folder), remote: '' };
    const [list, remote] = await Promise.all([
        listAll(),
        ask('config', '--get', 'remote.origin.url')
    ]);
    return {
        root,
        prefix: prefix.replace(/\/$/, ''),
        files: [...new Set(list.split('\0').filter(Boolean))].sort(),
        remote: remote.trim()
    };
}
async function lookAtModule(files, module, place) {
    const { prefix } = place;
    const below = prefix === '' ? place.files : place.files.flatMap((path) => cutPrefix(path, `${prefix}/`));
    const inner = below.filter((path) => path.endsWith('/go.mod')).map((path) => path.slice(0, -'/go.mod'.length));
    const own = below.filter((path) => !inner.some((folder) => path.startsWith(`${folder}/`)));
    const mains = await findMainFolders(files, (0,external_node_path_.join)(place.root, prefix), own);
    return { module, folder: prefix, repository: nameRepository(place.remote), files: own, mains, inner };
}
const cutPrefix = (path, prefix) => path.startsWith(prefix) ? [path.slice(prefix.length)] : [];
const nameRepository = (remote) => /^(?:\w+:\/\/[^/]+\/|[^/:]+:)(.+?)(?:\.git)?\/?$/.exec(remote)?.[1] ?? '';
async function findMainFolders(files, root, paths) {
    const sources = paths.filter((path) => /\.go$/.test(path) && !/_test\.go$|(^|\/)(testdata|vendor|[._][^/]*)(\/|$)/.test(path));
    const folders = new Map();
    for (const path of sources)
        folders.set((0,external_node_path_.dirname)(path), [...(folders.get((0,external_node_path_.dirname)(path)) ?? []), path]);
    const mains = [];
    for (const [folder, inside] of folders) {
        const name = await readPackageName(files, root, inside);
        if (name === 'main')
            mains.push(folder === '.' ? '.' : `./${folder}`);
    }
    return mains.sort();
}
async function readPackageName(files, root, paths) {
    for (const path of paths) {
        const bytes = await files.read((0,external_node_path_.join)(root, path)).catch(() => undefined);
        const text = Buffer.from(bytes ?? []).toString('utf8');
        if (/^\/\/(go:build|\s*\+build)\s+ignore\b/m.test(text))
            continue;
        const [, name] = /^package\s+(\w+)/m.exec(text.replace(/\/\*[^]*?\*\//g, '')) ?? [];
        if (name !== undefined)
            return name;
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(80165);
;// CONCATENATED MODULE: ./src/commands/init.ts













async function runInit(request, context) {
    (0,commands_context/* refuseOperands */.R)(request);
    const config = (0,parse.parseInputs)(request.read);
    const folder = (0,external_node_path_.resolve)(context.cwd, config.module);
    const files = context.files(folder);
    const goMod = await files.read((0,external_node_path_.join)(folder, 'go.mod'));
    if (!goMod)
        throw new errors/* Failure */.H('input', `there is no go.mod in ${folder}`, {
            code: 'no-go-mod',
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const { module } = (0,go_mod/* parseGoMod */.kW)(decodeText(goMod), (0,external_node_path_.join)(folder, 'go.mod'));
    const place = await findPlace({ run: context.query, files, env: context.gitEnv(folder) }, folder);
    const { draft, from } = await readDraft(files, config, { cwd: context.cwd, folder, module, place });
    const project = (0,init_draft/* formatProjectFile */.ZE)(draft, from);
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(1710)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    (0,parse.parseInputs)(parseProject(project, parse/* PROJECT_FILE */.Dp).read);
    const wanted = new Map([
        [(0,external_node_path_.join)(folder, parse/* PROJECT_FILE */.Dp), project],
        ...choosePipelines(config, place.remote, draft).map(([path, text]) => [(0,external_node_path_.join)(place.root, path), text])
    ]);
    for (const path of wanted.keys())
        await (0,work_tree/* resolveInside */.LI)(files, place.root, await findStandingPath(files, path), (0,external_node_path_.relative)(place.root, path));
    const made = await writeNew(files, wanted);
    const kept = [...wanted.keys()].filter((path) => !made.includes(path));
    for (const path of made)
        context.host.info(`made ${path}`);
    for (const path of kept)
        context.host.info(`kept ${path}, which was there`);
    const { todo, rest } = (0,init_draft/* describeLeft */.Jm)(draft.left, made.includes((0,external_node_path_.join)(folder, parse/* PROJECT_FILE */.Dp)) ? 6 : Infinity);
    for (const line of todo)
        context.host.warn(`not carried over from ${from}: ${show(line)}`);
    for (const line of rest)
        context.host.info(`${from}, nothing to do: ${show(line)}`);
    const warnings = await findWarnings(files, place, from);
    for (const line of warnings)
        context.host.warn(line);
    context.host.info('');
    context.host.info('next: put the owner and the commit that you trust in place of OWNER and SHA, then: slipway doctor');
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ from, made, kept, left: (0,init_draft/* listLeftLines */.RV)(draft.left, from), warnings }));
}
const show = (text) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
async function readDraft(files, { from, without }, looking) {
    const found = await findGoreleaser(files, from, looking);
    if (!found)
        return {
            draft: { targets: target/* DEFAULT_TARGETS */.b6.map(target/* formatTarget */.P4), builds: [], archives: [], extras: {}, step: {}, left: [] },
            from: 'go.mod'
        };
    const known = await lookAtModule(files, looking.module, looking.place);
    const { readGoreleaser } = await __webpack_require__.e(/* import() */ 4775).then(__webpack_require__.bind(__webpack_require__, 84775));
    return { draft: readGoreleaser(found.text, found.name, known, without), from: found.name };
}
async function findGoreleaser(files, from, { cwd, folder, place }) {
    if (from === 'none')
        return undefined;
    if (from !== '') {
        const bytes = await files.read((0,external_node_path_.resolve)(cwd, from));
        if (bytes)
            return { name: from, text: decodeText(bytes) };
        throw new errors/* Failure */.H('input', `there is no file ${from}`, {
            hint: 'Name the configuration of GoReleaser, or none: --from none.'
        });
    }
    for (const [above, name] of [...new Set([folder, place.root])].flatMap((above) => GORELEASER_PLACES.map((name) => [above, name]))) {
        const path = (0,external_node_path_.join)(above, name);
        const bytes = await files.read(path);
        if (!bytes)
            continue;
        await (0,work_tree/* resolveInside */.LI)(files, place.root, path, name);
        return { name: (0,external_node_path_.relative)(folder, path).replaceAll('\\', '/'), text: decodeText(bytes) };
    }
    return undefined;
}
async function findWarnings(files, { root, files: paths }, from) {
    const others = from === 'go.mod' ? findOtherPlaces(paths) : [];
    const pipelines = [];
    for (const path of paths.filter((path) => isPipelineFile(path) && !OWN_PIPELINES.includes(path))) {
        const bytes = await files.read((0,external_node_path_.join)(root, path)).catch(() => undefined);
        const found = bytes && findTagPipeline(path, decodeText(bytes));
        if (found)
            pipelines.push(`${show(found.path)} ${show(found.why)}: see that it does not release what Slipway's own pipeline releases, before the next tag.`);
    }
    return [
        ...others.map((path) => `${show(path)} may be a configuration of GoReleaser, and was not read: name it with --from.`),
        ...pipelines
    ];
}
const OWN_PIPELINES = ['.github/workflows/slipway-release.yml', '.github/workflows/slipway-gate.yml'];
function choosePipelines({ ci, 'two-jobs': twoJobs }, remote, { step }) {
    const chosen = ci !== 'auto' ? ci : /(^|[@/.])gitlab[.\w-]*[:/]/.test(remote) ? 'gitlab' : 'github';
    if (chosen === 'none')
        return [];
    return chosen === 'gitlab'
        ? [['.gitlab-ci.yml', twoJobs ? GITLAB_TWO_JOBS : GITLAB_PIPELINE]]
        : [
            ['.github/workflows/slipway-release.yml', twoJobs ? makeTwoJobsWorkflow(step) : makeReleaseWorkflow(step)],
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
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   parseInputs: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _model_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74869);
/* harmony import */ var _model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60310);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(79178);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13909);








const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archives: [_model_archive_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .USUAL_ARCHIVE */ .M],
    extras: _model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__/* .NO_EXTRAS */ .Cg,
    accepted: [],
    acceptedStubs: [],
    acceptedBreaks: [],
    steps: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_5__/* .UNSAID */ .rK
};
const findSuiteSettings = (project, { settings }) => settings && project[settings.key];
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    return await parseSettings(bytes && Buffer.from(bytes).toString('utf8'), PROJECT_FILE, read);
}
async function parseSettings(text, path, read) {
    if (text === undefined)
        return { config: parseInputs(read), project: NO_PROJECT, findLine: () => undefined };
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(3339)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { read: own, project, findLine } = parseProject(text, path);
    const config = parseInputs((name) => read(name) ?? own(name));
    const isNamed = (read('targets')?.text.trim() ?? '') !== '';
    const builds = isNamed ? (0,_programs_js__WEBPACK_IMPORTED_MODULE_7__/* .keepTargets */ .yV)(project.builds, config.targets) : project.builds;
    return { config, project: { ...project, builds }, findLine };
}
const LONGEST = 100_000;
const SHOWN = 2000;
function parseInputs(read) {
    const parsed = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m)) {
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
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
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

/***/ 13909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ splitTargets),
/* harmony export */   Cb: () => (/* binding */ listAllTargets),
/* harmony export */   eG: () => (/* binding */ listPrograms),
/* harmony export */   en: () => (/* binding */ listFlagSettings),
/* harmony export */   ng: () => (/* binding */ listTried),
/* harmony export */   pK: () => (/* binding */ keepMade),
/* harmony export */   yV: () => (/* binding */ keepTargets),
/* harmony export */   yY: () => (/* binding */ listIdleOverrides)
/* harmony export */ });
/* unused harmony export fitsPattern */
/* harmony import */ var _go_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15619);
/* harmony import */ var _go_target_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81782);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);



function listAllTargets(common, builds) {
    const known = new Map(common.map((target) => [(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target]));
    for (const { targets = [] } of builds)
        for (const target of (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets))
            if (!known.has((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target)))
                known.set((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target);
    return [...known.values()];
}
const splitTargets = (targets) => [
    ...new Map(targets.flatMap(_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .splitUniversal */ .mm).map((target) => [(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target), target])).values()
];
const listFlagSettings = (builds) => builds.flatMap(({ main, stamps, ldflags, overrides = [] }) => [
    { main, stamps, ldflags },
    ...overrides.flatMap((own) => (own.ldflags ? [{ main, stamps, ldflags: own.ldflags }] : []))
]);
function listPrograms(mains, builds, common) {
    return listAllTargets(common, builds).flatMap((target) => mains.flatMap((main) => {
        return findSettings(builds, main)
            .filter(({ targets }) => (targets ? hasTarget((0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets), target) : common.includes(target)))
            .map((build) => ({ target, main, name: build.name, settings: settleFor(build, target) }));
    }));
}
const NONE = { ldflags: [], gcflags: [], tags: [], env: {} };
function findSettings(builds, main) {
    const own = builds.filter((build) => build.main === main);
    return own.length ? own : [{ main, ...NONE }];
}
function listTried(mains, builds, host) {
    const usual = listPrograms(mains, builds, [host]).filter(({ target }) => target === host);
    if (usual.length > 0)
        return usual;
    const all = listPrograms(mains, builds.map(({ targets: _, ...build }) => build), [host]);
    return all.filter(({ main, name }, i) => i === all.findIndex((other) => other.main === main && other.name === name));
}
const hasTarget = (targets, target) => targets.some((each) => (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(each) === (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target));
function settleFor(build, target) {
    const { flags, ldflags, gcflags, tags, stamps, env } = build;
    const start = { ldflags, gcflags, tags, ...(flags && { flags }), ...(stamps && { stamps }), env };
    return (build.overrides ?? [])
        .filter(({ targets }) => targets.some((pattern) => fitsPattern(pattern, target)))
        .reduce((settings, { targets: _, env = {}, ...own }) => {
        const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
        return { ...settings, ...said, env: { ...settings.env, ...env } };
    }, start);
}
function fitsPattern(pattern, target) {
    const [os, arch, variant] = pattern.split('/');
    if (os !== target.os)
        return false;
    if (arch === undefined)
        return true;
    if (variant === undefined)
        return arch === target.arch;
    return arch === target.arch && (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)((0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(pattern)) === (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target);
}
const listIdleOverrides = (builds, common) => builds.flatMap(({ main, targets, overrides = [] }) => {
    const own = targets ? (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(targets) : common;
    return overrides.flatMap((override) => override.targets
        .filter((pattern) => !own.some((target) => fitsPattern(pattern, target)))
        .map((pattern) => `${pattern} of ${main}`));
});
const keepTargets = (builds, named) => builds.map((build) => build.targets
    ? { ...build, targets: build.targets.filter((target) => hasTarget(named, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(target))) }
    : build);
function keepMade(builds, made, importPathOf) {
    const mains = [...new Set(made.map(({ main }) => main))];
    return mains.flatMap((main) => {
        return findSettings(builds, main).flatMap((build) => {
            const name = build.name ?? (0,_go_command_js__WEBPACK_IMPORTED_MODULE_0__/* .deriveExecName */ .CI)(importPathOf(main));
            const its = build.targets && (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(build.targets);
            const targets = made
                .filter((program) => program.main === main && program.name === name)
                .filter(({ target }) => its === undefined || hasTarget(its, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(target)))
                .map(({ target }) => target);
            return targets.length ? [{ ...build, targets }] : [];
        });
    });
}


/***/ }),

/***/ 2643:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ resolveInside),
/* harmony export */   Oi: () => (/* binding */ refuseLinkedTree),
/* harmony export */   WD: () => (/* binding */ refuseForeignFiles)
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
async function refuseLinkedTree(files, root) {
    if ((await files.names((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.git'))) !== undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${root} is a linked worktree or a submodule, of which go writes no commit into programs`, {
        code: 'not-a-repository',
        hint: `Run in a clone of its own: git clone ${root} ELSEWHERE.`
    });
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

/***/ 43453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ describeLeft),
/* harmony export */   RV: () => (/* binding */ listLeftLines),
/* harmony export */   ZE: () => (/* binding */ formatProjectFile)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

function formatProjectFile({ name, targets, main, builds, archives, extras, notes, release, left }, from) {
    const settings = {
        ...(name !== undefined && { name }),
        targets,
        ...(main && { main }),
        ...(builds.length && { builds }),
        ...(archives.length === 1 && { archive: archives[0] }),
        ...(archives.length > 1 && { archives }),
        ...extras,
        ...(notes && { notes }),
        ...(release && { release })
    };
    const { todo, rest } = describeLeft(left);
    return [
        `# Made by slipway init from ${joinCommentLines(from)}. Flags and the inputs of a step win over it; \`slipway plan\` shows what comes of it.`,
        ...formatComment(`Not carried over from ${from}`, todo),
        ...formatComment(`Otherwise than in ${from}, and nothing to do about it`, rest),
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(settings, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd(),
        ''
    ].join('\n');
}
const formatComment = (title, lines) => lines.length ? [`# ${joinCommentLines(title)}:`, ...lines.map((line) => `# - ${joinCommentLines(line)}`)] : [];
const joinCommentLines = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
const listLeftLines = (left, from) => left.map(({ setting, line, advice }) => [line === undefined ? from : `${from}:${line}`, setting, formatAdvice(advice)].join(': '));
function describeLeft(left, most = Infinity) {
    const describe = (of) => {
        const groups = new Map();
        for (const one of of) {
            const key = JSON.stringify([findSection(one.setting), one.advice]);
            groups.set(key, [...(groups.get(key) ?? []), one]);
        }
        return [...groups.values()].map((group) => describeGroup(group, most));
    };
    return {
        todo: describe(left.filter(({ advice }) => 'do' in advice)),
        rest: describe(left.filter(({ advice }) => 'same' in advice))
    };
}
function describeGroup(group, most) {
    const [{ setting, advice }] = group;
    const places = group.map((one) => `${one.setting}: ${one.line === undefined ? 'not in the file' : `line ${one.line}`}`);
    const more = places.length > most ? [`and ${places.length - most} more, in the comment of slipway.yaml`] : [];
    return `${findSection(setting)}: ${formatAdvice(advice)} (${[...places.slice(0, most), ...more].join('; ')})`;
}
const findSection = (setting) => /^[^.[]*/.exec(setting)?.[0] ?? '';
const formatAdvice = (advice) => ('do' in advice ? advice.do : advice.same);


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
