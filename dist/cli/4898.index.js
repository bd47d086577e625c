export const id = 4898;
export const ids = [4898];
export const modules = {

/***/ 39587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ matchFiles)
/* harmony export */ });
/* unused harmony export escapeText */
const LONGEST = 200;
const MOST_STARS = 6;
function matchFiles(pattern, files) {
    const path = pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
    if (path === '' || path.length > LONGEST || /\{\{|\\|^\/|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(path))
        return undefined;
    if (path === '.')
        return files;
    if ((path.match(/\*+/g)?.length ?? 0) > MOST_STARS)
        return undefined;
    const form = translate(path);
    return form && files.filter((file) => form.test(file));
}
function translate(path) {
    const parts = [...path.matchAll(/\*\*\/?|\*|\?|\{[^{}]*\}|\[[^\]]*\]|[^*?{}[\]]+|./g)].map(([part]) => translatePart(part));
    try {
        return new RegExp(`^${parts.join('')}(/.*)?$`, 'u');
    }
    catch {
        return undefined;
    }
}
function translatePart(part) {
    if (part === '**/')
        return '(?:.*/)?';
    if (part === '**')
        return '.*';
    if (part === '*')
        return '[^/]*';
    if (part === '?')
        return '[^/]';
    if (/^\{.*\}$/.test(part))
        return `(?:${part.slice(1, -1).split(',').map(escapeText).join('|')})`;
    const [, not, set = ''] = /^\[(!)?(.+)\]$/.exec(part) ?? [];
    if (set !== '')
        return `[${not ? '^' : ''}${set.replace(/[[\]\\^&~|]/g, '\\$&')}]`;
    return escapeText(part);
}
const escapeText = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');


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

/***/ 75821:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CR: () => (/* binding */ preflightMeans),
/* harmony export */   ay: () => (/* binding */ openKey),
/* harmony export */   gg: () => (/* binding */ preflightPublication),
/* harmony export */   rZ: () => (/* binding */ preflightRun),
/* harmony export */   t5: () => (/* binding */ foreseeRelease)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51120);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11983);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(44119);
/* harmony import */ var _model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60310);
/* harmony import */ var _plan_archives_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57288);
/* harmony import */ var _config_expected_signer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81835);
/* harmony import */ var _plan_signing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(89072);









async function preflightRun(run) {
    await preflightMeans(run);
    const publication = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(run.plan.publication);
    const { published, told } = run.publisher && publication
        ? await preflightPublication(run.plan, publication, run.publisher, run.context.signal)
        : NOWHERE;
    const opened = await openKey(run, published !== undefined);
    return { ...opened, told: [...told, ...opened.told] };
}
const NOWHERE = { published: undefined, told: [] };
const ANSWER_MS = 20_000;
async function foreseeRelease(run) {
    const { context, config, plan, files } = run;
    const publication = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(plan.publication);
    const told = [];
    const limit = AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_MS)]);
    const tell = async (ask) => {
        try {
            told.push(...(await ask()));
        }
        catch (error) {
            context.signal.throwIfAborted();
            if (limit.aborted)
                told.push(`${publication?.to} did not answer for ${ANSWER_MS / 1000} seconds: it was not asked all`);
            else if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
                told.push(`a release from here would stop: ${error.message}${error.hint === undefined ? '' : `. ${error.hint}`}`);
            else
                throw error;
        }
    };
    await tell(() => {
        (0,_plan_signing_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseUnsigned */ .w)(plan, config, context.surroundings, undefined);
        return [];
    });
    if (publication && (0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_2__/* .findPlatform */ .rB)(publication.to))
        await tell(async () => {
            const publisher = await context.publisher(publication.to, config.token, files);
            return (await preflightPublication(plan, publication, publisher, limit)).told;
        });
    return told;
}
async function preflightMeans(run) {
    const { context, config, plan, files } = run;
    (0,_plan_signing_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseUnsigned */ .w)(plan, config, context.surroundings, await findSignedBefore(run));
    const signing = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(plan.signing);
    if (signing)
        await context.preflightSigning(signing, files);
    const expected = (0,_config_expected_signer_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseExpectedSigner */ .w0)(config, context.cwd);
    if (expected && !('skip' in plan.baseline) && plan.baseline.from !== undefined)
        await context.preflightTrust(expected, files, config['trusted-root']);
}
async function preflightPublication(plan, { tag }, publisher, signal) {
    const certain = [...plan.archives.map(({ name }) => name), _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .CHECKSUMS */ .vM];
    const own = [...plan.archives.flatMap(_plan_archives_js__WEBPACK_IMPORTED_MODULE_4__/* .listArchiveNames */ .f2), ...(plan.extras ? (0,_model_release_extras_js__WEBPACK_IMPORTED_MODULE_3__/* .listExtraNames */ .Tm)(plan.extras) : [])];
    const names = [...own, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .CHECKSUMS */ .vM, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .BUNDLE */ .dI, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .COMPATIBILITY */ .FZ, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .MANIFEST */ .e0, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .PROVENANCE */ .EK];
    return await publisher.foresee({ tag, commit: plan.commit, names, certain }, signal);
}
async function openKey({ context, plan, files }, published) {
    const signing = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(plan.signing);
    if (signing?.mode === 'key')
        return published ? NOTHING : { told: [], publicKey: await derivePublicKey(context, signing, files) };
    const key = signing?.opens;
    if (signing === undefined || key === undefined)
        return NOTHING;
    if (!key.includes('://') && !(await files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, key))))
        return NOT_OPENED;
    const later = { mode: 'key', why: signing.why, key };
    try {
        await context.preflightSigning(later, files);
        await derivePublicKey(context, later, files);
        return NOTHING;
    }
    catch (error) {
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
            throw error;
        if (error.code === 'no-key' || (error.code === 'wrong-password' && !context.surroundings.hasPassword))
            return NOT_OPENED;
        throw error;
    }
}
const NOTHING = { told: [] };
const NOT_OPENED = {
    told: ['not seen from here: whether the signing key can be opened (this run lacks it, or its password)']
};
async function derivePublicKey(context, signing, files) {
    const identity = await (await context.signer(signing, files)).identity(context.signal);
    if (!('publicKey' in identity))
        throw new Error('a key that signs without a public half');
    return identity.publicKey;
}
async function findSignedBefore({ context, plan, publisher }) {
    const since = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(plan.publication)?.since;
    if (!publisher || since === undefined || (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_7__/* .takeWork */ .n)(plan.signing)?.mode !== 'rehearsal')
        return undefined;
    try {
        const before = await publisher.find(since, context.signal);
        return before?.files.some(({ name }) => name === _model_release_chains_js__WEBPACK_IMPORTED_MODULE_8__/* .BUNDLE */ .dI) ? since : undefined;
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 56073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ preparePlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/facts/git.ts
var facts_git = __webpack_require__(17587);
;// CONCATENATED MODULE: ./src/facts/exported.ts

async function listExported({ run, env }, root, committed) {
    const folders = [...new Set(committed.flatMap(({ path }) => listFoldersAbove(path)))];
    const asked = [...committed.map(({ path }) => path), ...folders];
    const { stdout } = await run(['git', '-C', root, '-c', 'core.attributesFile=', 'check-attr', '-z', '--stdin', 'export-ignore'], { env: { ...env, GIT_ATTR_NOSYSTEM: '1' }, input: asked.map((path) => `${path}\0`).join('') }).catch((0,facts_git/* explainGitRefusal */.a)('what .gitattributes leaves out', root));
    const parts = stdout.split('\0');
    const ignored = new Set(asked.filter((_, i) => parts[3 * i + 2] === 'set'));
    if (asked.some((path, i) => parts[3 * i] !== path))
        throw new Error('git check-attr did not answer what it was asked');
    const files = committed.filter(({ path }) => !ignored.has(path) && !listFoldersAbove(path).some((folder) => ignored.has(folder)));
    const submodules = files.filter(({ mode }) => mode === facts_git/* SUBMODULE */.NG);
    return {
        files: files.filter(({ mode }) => mode !== facts_git/* SUBMODULE */.NG).map(({ path, mode, object }) => ({ path, mode, object })),
        ignored: committed.length - files.length,
        submodules: submodules.map(({ path }) => path)
    };
}
const listFoldersAbove = (path) => path
    .split('/')
    .slice(0, -1)
    .map((_, i, all) => `${all.slice(0, i + 1).join('/')}/`);
const describeLeftOut = ({ ignored, submodules }) => [
    ...(ignored > 0 ? [`the source archive is without ${ignored} files that .gitattributes marks export-ignore`] : []),
    ...(submodules.length > 0 ? [`the source archive is without the submodules ${submodules.join(', ')}`] : [])
];

// EXTERNAL MODULE: ./src/facts/archive-files.ts
var archive_files = __webpack_require__(25879);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/paths.ts
var base_paths = __webpack_require__(75997);
// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/model/weaker.ts
var weaker = __webpack_require__(85126);
// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __webpack_require__(7196);
// EXTERNAL MODULE: ./src/config/inputs.ts + 8 modules
var inputs = __webpack_require__(79178);
;// CONCATENATED MODULE: ./src/config/weaker.ts





const listWeakenings = (base, change) => [
    ...compareInputs(base.config, change.config),
    ...compareAccepted(base.project, change.project),
    ...compareStubs(base.project, change.project),
    ...compareBreaks(base.project, change.project),
    ...suites/* SUITES */.KK.flatMap((suite) => compareSuite(suite, base.project, change.project))
];
const JUDGING_FILES = [
    'key',
    'sign-key',
    'trusted-root',
    'signing-config'
];
const compareInputs = (base, change) => Object.entries(inputs/* INPUTS */.m)
    .filter(([name, { weaker }]) => weaker?.(base[name], change[name]))
    .map(([name]) => ({
    setting: name,
    path: [name],
    says: `${name}: from ${formatInput(base[name])} to ${formatInput(change[name])}`
}));
const formatInput = (value) => {
    if (value === Infinity)
        return 'all';
    const text = [value].flat().join(',');
    return text === '' ? 'none' : text;
};
const ACCEPTED = 'accepted-vulnerabilities';
const compareAccepted = ({ accepted: base }, { accepted: change }) => change.flatMap(({ id, until }, i) => {
    const known = base.filter((entry) => entry.id === id).map((entry) => entry.until);
    const last = [...known].sort().at(-1);
    if (last !== undefined && until <= last)
        return [];
    const says = last === undefined ? `${id} is new` : `${id} until ${until}, not ${last}`;
    return [{ setting: ACCEPTED, path: [ACCEPTED, i], says: `${ACCEPTED}: ${says}` }];
});
const STUBS = 'accepted-without-cgo';
const compareStubs = ({ acceptedStubs: base }, { acceptedStubs: change }) => change.flatMap(({ package: name }, i) => base.some((entry) => entry.package === name)
    ? []
    : [{ setting: STUBS, path: [STUBS, i], says: `${STUBS}: ${name} is new` }]);
const BREAKS = 'accepted-breaks';
const compareBreaks = ({ acceptedBreaks: base }, { acceptedBreaks: change }) => change.flatMap(({ suite, claim }, i) => base.some((entry) => entry.suite === suite && entry.claim === claim)
    ? []
    : [{ setting: BREAKS, path: [BREAKS, i], says: `${BREAKS}: ${suite}: ${claim} is new` }]);
function compareSuite(suite, base, change) {
    if (!suite.settings)
        return [];
    const { key, weaker = {} } = suite.settings;
    const [from, to] = [base, change].map((project) => (0,parse/* findSuiteSettings */.$M)(project, suite));
    return compareValues({ path: [key], name: key, rule: '' }, from, to, weaker);
}
function compareValues(place, from, to, rules) {
    const found = (says) => [
        { setting: String(place.path[0]), path: place.path, says: `${place.name}: ${says}` }
    ];
    const rule = rules[place.rule];
    const fromTo = `from ${formatValue(from)} to ${formatValue(to)}`;
    if (rule)
        return rule(from, to) ? found(fromTo) : [];
    if (Array.isArray(from)) {
        const items = from;
        const others = Array.isArray(to) ? to : [];
        return items.flatMap((item) => {
            const name = readName(item);
            const at = others.findIndex((other) => name === undefined ? (0,external_node_util_.isDeepStrictEqual)(item, other) : readName(other) === name);
            if (at < 0)
                return found(`without ${name ?? (typeof item === 'string' ? item : formatValue(item))}`);
            if (name === undefined)
                return [];
            const inner = { path: [...place.path, at], name: `${place.name}.${name}`, rule: place.rule };
            return compareValues(inner, item, others[at], rules);
        });
    }
    if (isObject(from) && isObject(to))
        return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => {
            const dot = place.rule === '' ? '' : '.';
            const inner = {
                path: [...place.path, key],
                name: `${place.name}.${key}`,
                rule: `${place.rule}${dot}${key}`
            };
            return compareValues(inner, from[key], to[key], rules);
        });
    if (from === undefined)
        return [];
    return (0,weaker/* whenChanged */.p5)(from, to) ? found(fromTo) : [];
}
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const readName = (item) => isObject(item) && typeof item['name'] === 'string' ? item['name'] : undefined;
const SHOWN = 200;
const formatValue = (value) => value === undefined ? 'nothing' : JSON.stringify(value).slice(0, SHOWN);

;// CONCATENATED MODULE: ./src/commands/base-settings.ts






const ALL = 'all';
async function judgeByBase(repository, change) {
    const { facts, settings, read, event } = change;
    if (event.kind !== 'pull-request' && event.kind !== 'merge-queue')
        return [];
    const accepted = settings.config['accept-weaker'];
    if (accepted.includes(ALL))
        return ['accept-weaker is all: the settings are not compared with those of its base'];
    const commit = await findBase(repository, change);
    const path = [facts.moduleDir, parse/* PROJECT_FILE */.Dp].filter(Boolean).join('/');
    const file = await (0,facts_git/* readCommitted */.r3)(repository, facts.root, commit, path);
    const base = await (0,parse/* parseSettings */.P$)(file, `${path} of the base ${commit.slice(0, 7)}`, read);
    const weaker = [...listWeakenings(base, settings), ...(await listChangedFiles(repository, commit, change))];
    const refused = weaker.filter(({ setting }) => !accepted.includes(setting));
    if (refused.length > 0)
        throw new errors/* Failure */.H('verification', [
            `this change takes away from what judges it in ${path}; its base is commit ${commit.slice(0, 7)}:`,
            ...refused.map(({ says }) => `  ${says}`)
        ].join('\n'), {
            code: 'weaker-gate',
            hint: `Take that out of the change, or bring the change up to date with its base. Whoever accepts it says so where the change cannot: accept-weaker: ${[...new Set(refused.map(({ setting }) => setting))].join(',')} as an input of the step, from a variable of the project.`,
            findings: refused.map((each) => {
                const line = settings.findLine(each.path);
                return {
                    ...{ rule: 'slipway', severity: 'error', file: path, message: `${each.says}: weaker than in the base` },
                    ...(line !== undefined && { line })
                };
            })
        });
    return weaker.map(({ says }) => `weaker than its base, and accepted: ${says}`);
}
async function findBase(repository, { event, startedFor, facts }) {
    const hint = 'Without a comparison, say so as an input of the step: accept-weaker: all.';
    if (event.base === undefined)
        throw new errors/* Failure */.H('environment', 'the platform does not say which commit this change is made against', {
            code: 'no-base',
            hint
        });
    const isMerge = event.base.isMerged && startedFor === facts.commit;
    const [onto, merged] = (isMerge ? await (0,facts_git/* readParents */.Wn)(repository, facts.root, facts.commit) : undefined) ?? [];
    const commit = onto !== undefined && merged !== undefined ? onto : event.base.commit;
    if ((await (0,facts_git/* readParents */.Wn)(repository, facts.root, commit)) !== undefined)
        return commit;
    throw new errors/* Failure */.H('environment', `commit ${commit}, the base of this change, is not in this clone`, {
        code: 'no-base',
        hint: `Fetch the whole history (actions/checkout: fetch-depth: 0; GitLab: GIT_DEPTH: 0). ${hint}`
    });
}
async function listChangedFiles(repository, commit, change) {
    const { facts, settings, cwd } = change;
    const found = [];
    for (const setting of JUDGING_FILES) {
        const value = settings.config[setting];
        if (value === '' || /^[a-z0-9+]+:\/\//.test(value))
            continue;
        const places = await listPlaces(repository, facts.root, [
            (0,external_node_path_.join)(facts.root, facts.moduleDir, value),
            (0,external_node_path_.resolve)(cwd, value)
        ]);
        for (const path of places) {
            const [before, after] = [
                await (0,facts_git/* readEntry */.hB)(repository, facts.root, commit, path),
                await (0,facts_git/* readEntry */.hB)(repository, facts.root, facts.commit, path)
            ];
            if (before !== after)
                found.push({ setting, path: [setting], says: `${setting}: ${path} has other bytes than in the base` });
        }
    }
    return found;
}
async function listPlaces({ files }, root, paths) {
    const real = (path) => files.real(path).then((found) => found ?? path);
    const roots = [root, await real(root)];
    const all = [...paths, ...(await Promise.all(paths.map(real)))];
    const below = roots.flatMap((from) => all.filter((path) => (0,base_paths/* isWithin */.U)(from, path)).map((path) => (0,external_node_path_.relative)(from, path)));
    return [...new Set(below.filter((path) => path !== '').map((path) => path.replaceAll('\\', '/')))];
}

// EXTERNAL MODULE: ./src/facts/event.ts
var facts_event = __webpack_require__(5295);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/source/checkout.ts
var source_checkout = __webpack_require__(20509);
;// CONCATENATED MODULE: ./src/source/absent.ts




const explainAbsent = (checkout, committed) => async (error) => {
    checkout.signal?.throwIfAborted();
    if (!(error instanceof errors/* Failure */.H) || error.kind === 'verification')
        throw error;
    const modules = committed.filter(({ mode }) => mode === facts_git/* SUBMODULE */.NG).map(({ path }) => path);
    const stamps = await Promise.all(modules.map((path) => checkout.files.stamp((0,external_node_path_.join)(checkout.root, path, '.git'))));
    const empty = modules.filter((_, i) => stamps[i] === undefined);
    const index = await (0,source_checkout/* askGit */.gG)(checkout, ['ls-files', '-t', '-z']);
    const left = index.split('\0').filter((line) => line.startsWith('S ')).length;
    const why = [
        ...(empty.length
            ? [
                `${empty.slice(0, 3).map(source_checkout/* showPath */.P8).join(', ')} ${empty.length === 1 ? 'is a submodule that is' : 'are submodules that are'} not here (git submodule update --init --recursive; actions/checkout: submodules: recursive)`
            ]
            : []),
        ...(left ? [`this checkout is sparse and leaves ${left} files out (git sparse-checkout disable)`] : [])
    ];
    if (why.length === 0)
        throw error;
    throw new errors/* Failure */.H(error, error.message, { hint: `It may be why: ${why.join('; ')}.`, cause: error.cause });
};

// EXTERNAL MODULE: ./src/source/compare.ts + 4 modules
var compare = __webpack_require__(89431);
;// CONCATENATED MODULE: ./src/source/workspace.ts



const MOST = 500;
const explainWorkspace = (checkout, committed, moduleDir) => async (error) => {
    if (!(error instanceof errors/* Failure */.H) || error.kind !== 'input')
        throw error;
    const hint = (await adviseOnVendor(checkout, moduleDir)) ?? (await adviseOnSibling(checkout, committed, moduleDir, error));
    throw hint === undefined ? error : new errors/* Failure */.H(error, error.message, { hint, cause: error.cause });
};
async function adviseOnVendor({ files, root }, moduleDir) {
    const list = await files.read((0,external_node_path_.join)(root, moduleDir, 'vendor', 'modules.txt')).catch(() => undefined);
    if (!list || !Buffer.from(list.subarray(0, 200)).toString().startsWith('## workspace'))
        return undefined;
    return `vendor is that of a workspace (go work vendor), which no build of one module can use: run \`GOWORK=off go mod vendor\` in ${moduleDir || 'the root'}, or take the folder out of git.`;
}
async function adviseOnSibling({ files, root }, committed, moduleDir, { message }) {
    const own = external_node_path_.posix.join(moduleDir, 'go.mod');
    const others = committed.map(({ path }) => path).filter((path) => external_node_path_.posix.basename(path) === 'go.mod' && path !== own);
    const words = message.split(/[\s:,()]+/);
    for (const path of others.slice(0, MOST)) {
        const module = await readModule(files, (0,external_node_path_.join)(root, path));
        if (module === undefined)
            continue;
        const isMeant = words.some((word) => word === module || word.startsWith(`${module}/`) || word.startsWith(`${module}@`));
        if (!isMeant)
            continue;
        const folder = external_node_path_.posix.dirname(path);
        const way = external_node_path_.posix.relative(moduleDir === '' ? '.' : moduleDir, folder);
        const target = way.startsWith('..') ? way : `./${way}`;
        return `${module} is a module of this repository (${folder === '.' ? 'its root' : folder}), and a release is built without go.work. Say it in ${own}: \`require ${module} v0.0.0\` and \`replace ${module} => ${target}\`; or require a published version of it.`;
    }
    return undefined;
}
async function readModule(files, path) {
    try {
        const bytes = await files.read(path);
        return bytes && (0,go_mod/* parseGoMod */.kW)(Buffer.from(bytes).toString(), path).module;
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H)
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/config/programs.ts
var config_programs = __webpack_require__(13909);
// EXTERNAL MODULE: ./src/config/variables.ts
var variables = __webpack_require__(79183);
// EXTERNAL MODULE: ./src/plan/isolation.ts
var isolation = __webpack_require__(62087);
// EXTERNAL MODULE: ./src/plan/plan.ts + 8 modules
var plan_plan = __webpack_require__(10800);
// EXTERNAL MODULE: ./src/plan/preparation.ts
var preparation = __webpack_require__(90766);
// EXTERNAL MODULE: ./src/model/preparation.ts
var model_preparation = __webpack_require__(2408);
// EXTERNAL MODULE: ./src/plan/trials.ts
var trials = __webpack_require__(77766);
// EXTERNAL MODULE: ./src/smi/versions.ts
var versions = __webpack_require__(49854);
// EXTERNAL MODULE: ./src/facts/crd-files.ts
var crd_files = __webpack_require__(85750);
// EXTERNAL MODULE: ./src/crds/files.ts
var files = __webpack_require__(41415);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
;// CONCATENATED MODULE: ./src/go/inspect/object.ts
function inspectObject(bytes, { os, arch }) {
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (data.byteLength === 0)
        return { problem: undefined };
    if (data.byteLength < 20)
        return { problem: 'it is no object file' };
    const magic = data.getUint32(0);
    if (magic === 0x7f454c46)
        return inspectElf(data, arch);
    if (MACH_O.includes(magic))
        return inspectMachO(data, arch);
    const machine = COFF_MACHINES[data.getUint16(0, true)];
    if (machine !== undefined) {
        const problem = findCoffProblem(data, arch);
        return { problem, ...(machine !== arch && os === 'windows' && { other: machine }) };
    }
    if (magic === 0x676f206f)
        return { problem: undefined };
    return { problem: 'it is no object file that the linker of Go reads' };
}
const MACH_O = [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe];
const COFF_MACHINES = { 0x14c: '386', 0x8664: 'amd64', 0x1c4: 'arm', 0xaa64: 'arm64' };
const ELF_MACHINES = {
    ...{ amd64: 62, 386: 3, arm: 40, arm64: 183, riscv64: 243, loong64: 258, s390x: 22 },
    ...{ ppc64: 21, ppc64le: 21, mips: 8, mipsle: 8, mips64: 8, mips64le: 8 }
};
function inspectElf(data, arch) {
    const little = data.getUint8(5) === 1;
    const machine = data.getUint16(18, little);
    const wanted = ELF_MACHINES[arch];
    if (wanted === undefined)
        return { problem: `it is an ELF object, which no program for ${arch} can hold` };
    const other = Object.entries(ELF_MACHINES).find(([, value]) => value === machine)?.[0] ?? `machine ${machine}`;
    return { problem: machine === wanted ? undefined : `it is an ELF object for ${other}` };
}
const MACH_O_PROCESSORS = { amd64: 0x01000007, arm64: 0x0100000c };
function inspectMachO(data, arch) {
    const little = data.getUint8(0) !== 0xfe;
    const fits = data.getUint32(4, little) === MACH_O_PROCESSORS[arch];
    return { problem: fits ? undefined : 'it is a Mach-O object for another processor' };
}
const [CODE, DATA, EMPTY, DISCARDED] = [0x20, 0x40, 0x80, 0x02000000];
const [EXECUTED, READ, WRITTEN] = [0x20000000, 0x40000000, 0x80000000];
const KINDS = [DATA + READ, EMPTY + READ + WRITTEN, DATA + READ + WRITTEN, CODE + EXECUTED + READ];
const RELOCATIONS = {
    386: [0x14, 6, 7],
    amd64: [1, 2, 3, 4],
    arm64: [1, 2, 3, 4, 6, 7, 0xe]
};
function findCoffProblem(data, arch) {
    const cut = 'it is a COFF object that ends early';
    const [sections, first] = [data.getUint16(2, true), 20 + data.getUint16(16, true)];
    const known = RELOCATIONS[arch];
    for (let i = 0; i < sections; i++) {
        const at = first + i * 40;
        if (at + 40 > data.byteLength)
            return cut;
        const kind = data.getUint32(at + 36, true);
        if ((kind & DISCARDED) !== 0 || (kind & (CODE | DATA | EMPTY)) === 0)
            continue;
        const bits = (kind & (CODE | DATA | EMPTY | EXECUTED | READ | WRITTEN)) >>> 0;
        if (!KINDS.includes(bits))
            return 'it is a COFF object with a section of a kind that the linker of Go refuses';
        const [relocations, many] = [data.getUint32(at + 24, true), data.getUint16(at + 32, true)];
        if (many > 0 && !known)
            return `it is a COFF object, which no program for ${arch} can hold`;
        for (let j = 0; j < many; j++) {
            if (relocations + j * 10 + 10 > data.byteLength)
                return cut;
            const type = data.getUint16(relocations + j * 10 + 8, true);
            if (!known?.includes(type))
                return `it is a COFF object for ${COFF_MACHINES[data.getUint16(0, true)]}, of which the linker of Go does not know relocation ${type} for ${arch}`;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/facts/object-files.ts





async function judgeObjects(files, root, objects, targets) {
    const [problems, notes] = [[], []];
    for (const { target: name, paths } of objects) {
        const target = targets.find((each) => (0,go_target/* formatTarget */.P4)(each) === name);
        if (!target)
            continue;
        for (const path of paths) {
            const bytes = await files.read((0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(root, path), limits/* LIMITS */.b1.program.most);
            if (!bytes)
                continue;
            const { problem, other } = inspectObject(bytes, target);
            if (problem !== undefined)
                problems.push(`${path} for ${name}: ${problem}`);
            else if (other !== undefined)
                notes.push(`${path} goes into programs for ${name} and was made for ${other}; its name can say so: NAME_windows_${other}.syso`);
        }
    }
    if (problems.length === 0)
        return notes;
    throw new errors/* Failure */.H('input', `resource files that go cannot link: ${problems.join('; ')}`, {
        hint: 'The end of the name says for what a file is, as NAME_windows_amd64.syso: name it so, or take it out.'
    });
}

// EXTERNAL MODULE: ./src/go/command.ts
var command = __webpack_require__(15619);
// EXTERNAL MODULE: ./src/go/flags.ts
var flags = __webpack_require__(12853);
;// CONCATENATED MODULE: ./src/go/variables.ts
function findVariableType(source, name) {
    let inGroup = false;
    for (const line of source.split(/\r?\n/)) {
        if (inGroup && /^\)/.test(line))
            inGroup = false;
        if (/^var\s*\(/.test(line))
            inGroup = true;
        const declared = inGroup ? /^\t([^\s/].*)$/.exec(line)?.[1] : /^var\s+([^\s(].*)$/.exec(line)?.[1];
        const [, names = '', rest = ''] = /^([\p{L}_][\p{L}\p{Nd}_]*(?:\s*,\s*[\p{L}_][\p{L}\p{Nd}_]*)*)(.*)$/u.exec(declared ?? '') ?? [];
        const place = names.split(/\s*,\s*/).indexOf(name);
        if (place >= 0)
            return readType(rest, place);
    }
    return undefined;
}
function readType(rest, place) {
    const [, type = '', value] = /^\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(rest.replace(/\s*\/\/.*$/, '')) ?? [];
    if (type !== '' && type !== 'string')
        return 'other';
    if (value === undefined || place > 0)
        return type === 'string' ? 'string' : 'unknown';
    if (/^["`]/.test(value))
        return 'string';
    if (!/^string\(/.test(value) && /^(?!sync\.Once|(?:func|new|make)\()[\p{L}_][\p{L}\p{Nd}_.]*\(/u.test(value))
        return 'called';
    if (type === 'string')
        return 'string';
    return OTHER.test(value) ? 'other' : 'unknown';
}
const OTHER = /^(sync\.Once(Func|Values?)\(|func\b|\[|map\[|chan\b|&|struct\b|\d|true\b|false\b|nil\b|new\(|make\()/;

;// CONCATENATED MODULE: ./src/facts/stamped-variables.ts






const STAMPS = ['version', 'commit', 'date'];
async function judgeStamps(files, programs) {
    const { folder, module, mains, settings, made } = programs;
    const [stamped, set, notes] = [new Set(), new Set(), new Set()];
    for (const { dir, importPath } of mains) {
        const its = settings.filter(({ main }) => main === dir);
        const own = its.flatMap(({ ldflags }) => (0,flags/* listSetVariables */.Gu)(ldflags.flatMap(command/* splitLinkerFlag */.K9)));
        const isBare = its.length > 0 && its.every(({ stamps }) => stamps === 'off');
        const defaults = isBare ? [] : STAMPS.map((name) => ({ package: 'main', name, isDefault: true }));
        for (const { package: path, name, isDefault } of [
            ...defaults,
            ...own.map((each) => ({ ...each, isDefault: false }))
        ]) {
            const place = findFolder(path, { dir, module });
            if (place === undefined)
                continue;
            if (path === importPath) {
                notes.add(`the linker sets ${path}.${name} in vain: the package of a program is called main, so write -X main.${name}`);
                continue;
            }
            const types = await readTypes(files, (0,external_node_path_.join)(folder, place), name);
            const says = `${path}.${name} of ${dir}`;
            if (types.includes('other') && !types.some((type) => type === 'string' || type === 'called'))
                (isDefault ? stamped : set).add(isDefault ? `${name} of ${dir}` : says);
            else if (types.includes('called') && !types.includes('string'))
                notes.add(`the linker sets ${says}, and a function may give it another value when the program starts`);
            else if (!isDefault && types.length === 0 && !made.some((file) => (0,external_node_path_.join)('.', file, '..') === (0,external_node_path_.join)('.', place)))
                notes.add(`the linker sets ${says} in vain: there is no such variable in ${place}`);
        }
    }
    if (stamped.size > 0)
        throw new errors/* Failure */.H('input', `Slipway sets main.version, main.commit and main.date by the linker, which sets strings alone, and these are none: ${[...stamped].join(', ')}`, {
            hint: 'Rename the variable or make it a string; or set stamps: off for the program, in builds of slipway.yaml.'
        });
    if (set.size > 0)
        throw new errors/* Failure */.H('input', `the linker sets strings alone, and -X names others: ${[...set].join(', ')}`, {
            hint: 'Make the variable a string, or take -X out of ldflags in slipway.yaml.'
        });
    return [...notes];
}
function findFolder(path, { dir, module }) {
    if (path === 'main')
        return dir;
    if (path === module)
        return '.';
    return path.startsWith(`${module}/`) ? `./${path.slice(module.length + 1)}` : undefined;
}
async function readTypes(files, folder, name) {
    const names = (await files.names(folder)) ?? [];
    const sources = names.filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'));
    const types = await Promise.all(sources.map(async (file) => {
        const bytes = (await files.read((0,external_node_path_.join)(folder, file), limits/* LIMITS */.b1.program.most)) ?? [];
        return findVariableType(Buffer.from(bytes).toString('utf8'), name);
    }));
    return types.filter((type) => type !== undefined);
}

// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/facts/go-packages.ts + 5 modules
var go_packages = __webpack_require__(18924);
;// CONCATENATED MODULE: ./src/go/import-section.ts
function cutImportSection(source) {
    const end = findEndOfImports(source);
    const embeds = source.slice(end).match(/^.*\/\/go:embed.*$/gm) ?? [];
    return [source.slice(0, end), ...embeds].join('\n');
}
const TOKEN = /[\s\uFEFF;]+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[().]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
function findEndOfImports(source) {
    let at = 0;
    for (;;) {
        TOKEN.lastIndex = at;
        const token = TOKEN.exec(source)?.[0];
        if (token === undefined)
            return source.length;
        if (/^(const|type|var|func)$/.test(token))
            return at;
        at += token.length;
    }
}

// EXTERNAL MODULE: ./src/facts/blobs.ts
var blobs = __webpack_require__(58767);
;// CONCATENATED MODULE: ./src/facts/go-sources.ts




const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
const go_sources_MOST = 1000;
async function isSameToGo({ run, env }, root, before, after) {
    if (before === after)
        return true;
    const diff = ['diff-tree', '-r', '-z', '--raw', '--no-renames', '--no-ext-diff', '--full-index', before, after];
    const said = await run(['git', '-C', root, ...diff], { env }).catch((error) => {
        if (error instanceof errors/* Failure */.H && error.kind === 'command')
            return undefined;
        throw error;
    });
    if (said === undefined)
        return false;
    const parts = said.stdout.split('\0').filter(Boolean);
    const changed = [];
    for (let i = 0; i + 1 < parts.length; i += 2) {
        const [mode, other, old = '', now = '', how] = (parts[i] ?? '').slice(1).split(' ');
        const path = parts[i + 1] ?? '';
        if (how !== 'M' || mode !== other || mode === facts_git/* SUBMODULE */.NG || WHOLE.test(path))
            return false;
        if (path.endsWith('.go'))
            changed.push([old, now]);
    }
    if (changed.length > go_sources_MOST)
        return false;
    const texts = await (0,blobs/* readTexts */.Z)({ run, env }, ['-C', root], changed.flat());
    return changed.every((pair) => {
        const [one, two] = pair.map((object) => texts.get(object));
        return one !== undefined && two !== undefined && cutImportSection(one) === cutImportSection(two);
    });
}

// EXTERNAL MODULE: ./src/plan/signing.ts
var signing = __webpack_require__(89072);
// EXTERNAL MODULE: ./src/pipeline/stages/prepare/record.ts
var record = __webpack_require__(5739);
// EXTERNAL MODULE: ./src/pipeline/stages/prepare/prepare.ts
var prepare = __webpack_require__(63279);
// EXTERNAL MODULE: ./src/source/second-checkout.ts + 1 modules
var second_checkout = __webpack_require__(61596);
// EXTERNAL MODULE: ./src/source/overlay.ts
var source_overlay = __webpack_require__(21409);
;// CONCATENATED MODULE: ./src/commands/prepare-steps.ts










async function prepareSteps(context, request, files, ledger) {
    const { steps, folder, out, temporary, keep, facts, committed, go, env } = request;
    if (steps.length === 0)
        return undefined;
    (0,preparation/* refuseSteps */.YV)(steps, facts.moduleDir, committed);
    const isolation = await context.sandboxes.isolation();
    const permit = async () => refuseBesideSecrets(context, request);
    const { before, after } = (0,preparation/* splitSteps */.Ms)(steps);
    if (after.length > 0)
        await permit();
    const { sandboxes, processes, scratchFiles, host, signal } = context;
    const tools = {
        run: processes.run,
        files: scratchFiles,
        sandboxes: {
            ...sandboxes,
            open: (given) => sandboxes.open({ ...given, hides: [...given.hides, out, facts.root] })
        },
        checkOut: (commit, to, signal) => (0,second_checkout/* checkOutCommit */.k)({ run: processes.run, env: context.gitEnv(folder), files: scratchFiles, root: facts.root, signal }, commit, to),
        go,
        env,
        tell: (line) => host.info(line)
    };
    const { commit, committedAt, moduleDir, vendored } = facts;
    const source = { commit, committedAt, moduleDir, vendored, committed, host: context.surroundings.host };
    const none = { files: [], tools: [], folder: out };
    const order = { source, steps: before, programs: {}, permit };
    const done = before.length === 0 ? none : await (0,prepare/* prepareOnce */.X)(tools, { files, ledger, out, keep, temporary }, order, signal);
    const outputs = before.flatMap(model_preparation/* listOutputs */.PN).map((path) => (0,preparation/* findInRepository */.xm)(moduleDir, path));
    const made = { files: done.files, folder: done.folder, outputs };
    const text = await (0,source_overlay/* makeOverlay */.Xv)(context.files(facts.root), facts.root, made, committed);
    const overlay = (0,external_node_path_.join)(temporary, `overlay-${(0,digest/* hashBytes */.yi)(text).slice(0, 16)}.json`);
    await scratchFiles.write(overlay, text);
    return {
        plan: { steps, tools: done.tools, files: done.files, digest: (0,record/* digestPrepared */.CU)(done) },
        ...{ made, overlay, tools, source },
        notes: (0,preparation/* listStepNotes */.I5)(steps, { dirty: facts.dirty.length, isolated: isolation.by })
    };
}
async function refuseBesideSecrets({ sandboxes, surroundings }, { mode, config }) {
    (0,isolation/* refuseUnisolated */.JW)('steps of prepare', {
        signing: mode === 'build' ? { skip: 'build signs nothing' } : (0,signing/* planSigning */.r)(mode, config, surroundings),
        cluster: config.cluster === 'kubeconfig' ? { provider: 'kubeconfig' } : undefined
    }, await sandboxes.isolation(), { surroundings, token: config.token !== '' });
}
const formatOverlayFlags = (overlay) => {
    const flag = `-overlay=${overlay}`;
    if (!/[\s'"]/.test(flag))
        return flag;
    return flag.includes("'") ? `"${flag}"` : `'${flag}'`;
};

;// CONCATENATED MODULE: ./src/commands/analyse-once.ts








async function analyseOnce(source) {
    const { context, config, project, folder, keep, files, ledger, facts, tracked, ignored, go, prepared } = source;
    const env = prepared ? { ...source.env, GOFLAGS: formatOverlayFlags(prepared.overlay) } : source.env;
    const made = new Set(prepared?.plan.files.map(({ path }) => path));
    const question = {
        root: facts.root,
        folder: (0,external_node_path_.join)(facts.root, facts.moduleDir),
        vendored: facts.vendored,
        targets: (0,config_programs/* splitTargets */.$e)((0,config_programs/* listAllTargets */.Cb)(config.targets, project.builds)),
        wanted: config.main,
        ...(prepared && { prepared: true }),
        settings: listChoosings(project.builds, config.targets)
    };
    const { signal } = context;
    const git = { run: context.processes.run, env: context.gitEnv(folder) };
    const asked = { run: context.processes.run, go: go.path, env, git: git.env, files, tracked, signal };
    const analyse = async () => {
        const said = await (0,go_packages/* analysePackages */.Zt)(asked, question);
        return { ...said, untracked: said.untracked.filter((path) => !made.has(path)) };
    };
    const held = new Set(tracked.filter(({ mode }) => mode === facts_git/* SUBMODULE */.NG).map(({ path }) => path));
    if (facts.dirty.some((path) => path.endsWith('/') || held.has(path)))
        return await analyse();
    const history = (await ledger.lookUp(SOURCES)) ?? [];
    const like = await findLikeCommit(git, facts, history);
    const input = {
        ...{ commit: like, dirty: facts.dirtyDigest, ignored, go: go.version, question },
        ...(prepared && { prepared: prepared.plan.digest })
    };
    const step = { kind: 'analysis', shape: 5, input, fits: go_packages/* isAnalysis */.F3 };
    const known = await ledger.lookUp(step);
    const analysis = known ?? (await analyse());
    if (!keep || analysis.untracked.length > 0)
        return analysis;
    if (!known)
        await ledger.record(step, { value: analysis });
    const seen = { commit: facts.commit, like };
    if (history[0]?.commit !== seen.commit || history[0].like !== like)
        await ledger.record(SOURCES, {
            value: [seen, ...history.filter(({ commit }) => commit !== seen.commit)].slice(0, REMEMBERED)
        });
    return analysis;
}
function listChoosings(builds, common) {
    const programs = (0,config_programs/* listPrograms */.eG)([...new Set(builds.map(({ main }) => main))], builds, common);
    const found = new Map();
    for (const { main, target, settings } of programs) {
        const { tags, env } = settings;
        const key = JSON.stringify([main, tags, env]);
        const targets = [...(found.get(key)?.targets ?? []), ...(0,go_target/* splitUniversal */.mm)(target).map(go_target/* formatTarget */.P4)];
        found.set(key, { main, tags, env, targets: [...new Set(targets)] });
    }
    const gone = builds.filter(({ targets }) => targets?.length === 0);
    return [...found.values(), ...gone.map(({ main }) => ({ main, tags: [], env: {}, targets: [] }))];
}
const isCommit = (value) => (0,decode/* isText */.KH)(value) && /^[0-9a-f]{40,64}$/.test(value);
const REMEMBERED = 8;
const SOURCES = {
    kind: 'sources',
    shape: 1,
    input: null,
    fits: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ commit: isCommit, like: isCommit }))
};
async function findLikeCommit(git, { root, commit }, history) {
    const known = history.find((seen) => seen.commit === commit);
    if (known)
        return known.like;
    for (const seen of history.slice(0, 2))
        if (await isSameToGo(git, root, seen.commit, commit))
            return seen.like;
    return commit;
}

// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
;// CONCATENATED MODULE: ./src/commands/baseline.ts



const ANSWER_MS = 20_000;
async function planWithBaseline(context, config, files, make) {
    const known = {};
    for (;;) {
        const plan = make(known);
        const { baseline } = plan;
        if ('skip' in baseline || baseline.from === undefined || !comparesVersions(plan))
            return plan;
        if (known[baseline.tag] === undefined) {
            const why = await explainYank(context, config, baseline.from, baseline.tag, files);
            if (why !== undefined) {
                known[baseline.tag] = why;
                continue;
            }
        }
        const signer = await describeSigner(context, config, plan);
        return signer === undefined ? plan : { ...plan, baseline: { ...baseline, signer } };
    }
}
const comparesVersions = ({ trials }) => 'work' in trials && trials.work.some((trial) => (trial.with['baseline'] ?? null) !== null);
async function explainYank(context, { token }, from, tag, files) {
    const limit = AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_MS)]);
    try {
        return (await (await context.publisher(from, token, files)).find(tag, limit))?.yanked;
    }
    catch (error) {
        context.signal.throwIfAborted();
        if (error instanceof errors/* Failure */.H || limit.aborted)
            return undefined;
        throw error;
    }
}
async function describeSigner(context, config, plan) {
    const { key, identity, issuer } = config;
    const digest = async (path) => {
        const found = await context.scratchFiles.digest((0,external_node_path_.resolve)(context.cwd, path));
        return found ? `sha256:${found.sha256}` : path;
    };
    const root = config['trusted-root'];
    const by = root === '' ? '' : `, trusted root ${await digest(root)}`;
    if (key !== '')
        return `key ${await digest(key)}${by}`;
    if (identity !== '')
        return `identity ${identity} of ${issuer}${by}`;
    const own = (0,planned/* takeWork */.n)(plan.signing);
    if (own?.mode !== 'key')
        return undefined;
    return `the key of this release, ${(await context.fingerprint(own)) || own.key}`;
}

;// CONCATENATED MODULE: ./src/commands/prepare-plan.ts































async function preparePlan(context, request, files, ledger) {
    const { mode, config, folder, out, temporary, known: tell } = request;
    const { project, variables } = settlePrograms(context, request);
    const env = { ...context.buildEnv(folder), GOTMPDIR: temporary };
    const git = { run: context.query, env: context.gitEnv(folder) };
    (0,environment/* refuseNoCache */.gd)(env);
    const facts = await (0,facts_git/* gatherFacts */.pc)({ ...git, files }, folder);
    await (0,work_tree/* refuseLinkedTree */.Oi)(files, facts.root);
    (0,facts_event/* refuseForeignHead */.pQ)(context.surroundings.event, facts.commit);
    const weaker = await judgeSettings(context, request, { ...git, files }, facts);
    const { version } = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    await tell?.({
        ...{ module: facts.module, go: version, commit: facts.commit },
        sums: (await files.digest((0,external_node_path_.join)(facts.root, facts.moduleDir, 'go.sum')))?.sha256 ?? '',
        recipe: {
            targets: (0,config_programs/* listAllTargets */.Cb)(config.targets, project.builds).map(go_target/* formatTarget */.P4),
            main: [...config.main],
            tags: [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
        }
    });
    const [go, committed, indexed, ignored] = await Promise.all([
        context.toolchain.go(version, context.signal),
        (0,facts_git/* listCommitted */.hS)(git, facts.root, facts.commit),
        facts.dirty.length ? (0,facts_git/* listTracked */.z7)(git, facts.root) : undefined,
        (0,facts_git/* digestIgnored */.F0)(git, facts.root, out)
    ]);
    const tracked = indexed ?? committed;
    const checkout = { run: context.processes.run, env: git.env, files, root: facts.root, signal: context.signal };
    const prepared = await prepareSteps(context, { ...request, ...{ mode: mode.mode, steps: project.steps, facts, committed, go, env } }, files, ledger);
    const analysis = await analyseOnce({
        ...request,
        project,
        prepared,
        context,
        files,
        ledger,
        facts,
        tracked,
        ignored,
        go,
        env
    })
        .catch(explainWorkspace(checkout, committed, facts.moduleDir))
        .catch(explainAbsent(checkout, committed));
    const module = (0,external_node_path_.join)(facts.root, facts.moduleDir);
    const linked = [
        ...(await judgeStamps(files, {
            ...{ folder: module, module: facts.module, mains: analysis.mains, settings: (0,config_programs/* listFlagSettings */.en)(project.builds) },
            made: (0,archive_files/* listInModule */.S9)(facts.moduleDir, prepared?.plan.files ?? [])
        })),
        ...(await judgeObjects(files, facts.root, analysis.objects, (0,config_programs/* splitTargets */.$e)((0,config_programs/* listAllTargets */.Cb)(config.targets, project.builds))))
    ];
    const place = { root: facts.root, folder: module };
    const speaks = (0,versions/* listSmiVersions */.X)(analysis.imports).map(({ group, version }) => `${group}/${version}`);
    const sources = await (0,crd_files/* readSources */.tW)(files, place, (0,archive_files/* listInModule */.S9)(facts.moduleDir, tracked), project, speaks.length > 0);
    const byPrograms = (0,preparation/* splitSteps */.Ms)(project.steps).after.flatMap(model_preparation/* listOutputs */.PN);
    const made = [
        ...(prepared?.plan.files ?? []),
        ...byPrograms.map((path) => ({ path: (0,preparation/* findInRepository */.xm)(facts.moduleDir, path) }))
    ];
    const archives = project.archives.map((settings, i) => ({
        settings,
        files: (0,archive_files/* chooseArchiveFiles */.xY)(settings.files, facts.moduleDir, { tracked, made }, project.archives.length > 1 ? `archives[${i}].files` : 'archive.files')
    }));
    const releaseFiles = project.extras.files.map(({ from, name }) => (0,archive_files/* chooseFiles */.P_)([{ from, ...(name !== undefined && { to: name }) }], facts.moduleDir, { tracked, made }, 'release-files'));
    const taken = [...archives.flatMap(({ files }) => files), ...releaseFiles.flat()];
    const packed = [...new Set(taken.map(({ from }) => from))];
    const exported = project.extras.source ? await listExported(checkout, facts.root, committed) : undefined;
    const byStep = new Set((0,archive_files/* listInModule */.S9)(facts.moduleDir, made));
    await (0,work_tree/* refuseForeignFiles */.WD)(files, { ...place, names: packed.filter((name) => !byStep.has(name)) }, tracked);
    const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0;
    const named = [
        ...packed,
        parse/* PROJECT_FILE */.Dp,
        ...listNamed(suites/* SUITES */.KK.map((suite) => (0,parse/* findSuiteSettings */.$M)(project, suite))),
        ...listSourcePaths(sources)
    ];
    const others = await (0,compare/* compareWithCommit */.TD)(checkout, committed, {
        ...{ takes: analysis.takes, moduleDir: facts.moduleDir, vendored: facts.vendored },
        named: named.map((name) => external_node_path_.posix.join(facts.moduleDir, name).replace(/\/$/, '')),
        whole: mode.mode !== 'build'
    }, { dirty: facts.dirty, untracked: analysis.untracked });
    const seen = others === '' ? facts : { ...facts, dirtyDigest: (0,digest/* hashBytes */.yi)(`${facts.dirtyDigest} ${others}`) };
    const input = {
        ...{ mode, config, project, variables, analysis, facts: seen },
        contents: { archives, releaseFiles, sources },
        surroundings: context.surroundings,
        notes: [...weaker, ...(prepared?.notes ?? []), ...linked, ...(exported ? describeLeftOut(exported) : [])],
        ...(prepared && { prepared: prepared.plan }),
        provider: proves ? await context.provider(config, (0,trials/* rollsOut */.zJ)(config, project)) : { missing: 'nothing is proved' }
    };
    const plan = await planWithBaseline(context, config, files, (yanked) => (0,plan_plan/* plan */.et)({ ...input, yanked }));
    return {
        ...{ facts: seen, sources, speaks, go, env, prepared, exported: exported?.files ?? [] },
        tracked: tracked.map(({ path }) => path),
        plan: prepared || ((0,plan_plan/* needsPrograms */.FR)(plan.trials) && config.verdicts === '')
            ? (0,isolation/* isolatePlan */.N2)(plan, await context.sandboxes.isolation(), {
                surroundings: context.surroundings,
                token: config.token !== ''
            })
            : plan
    };
}
function settlePrograms(context, { project: given }) {
    const { again } = context;
    const project = again ? { ...given, builds: again.keep(given.builds) } : given;
    const names = (0,variables/* listVariableNames */.bC)(project.builds);
    return { project, variables: again ? (0,environment/* pickVariables */.hY)(again.variables, names) : context.variables(names) };
}
const judgeSettings = async ({ surroundings, cwd }, { mode, settled }, git, facts) => mode.mode === 'build' || settled === undefined
    ? []
    : await judgeByBase(git, {
        ...settled,
        ...{ event: surroundings.event, startedFor: surroundings.startedFor, facts, cwd }
    });
const listSourcePaths = ({ crds, samples, manifests }) => [crds, samples, manifests].flat().map(({ path }) => path);
function listNamed(value) {
    if (typeof value === 'string')
        return value === '' ? [] : [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNamed) : [];
}


/***/ }),

/***/ 25879:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AH: () => (/* binding */ listUsualFiles),
/* harmony export */   P_: () => (/* binding */ chooseFiles),
/* harmony export */   S9: () => (/* binding */ listInModule),
/* harmony export */   qS: () => (/* binding */ findNameInArchive),
/* harmony export */   qc: () => (/* binding */ findChosen),
/* harmony export */   xY: () => (/* binding */ chooseArchiveFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_file_patterns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39587);
/* harmony import */ var _git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17587);



function listInModule(moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
}
function chooseArchiveFiles(choices, moduleDir, offered, key) {
    const usual = listUsualFiles(moduleDir, offered.tracked.map(({ path }) => path)).map((from) => ({ from, to: findNameInArchive(from) }));
    const chosen = chooseFiles(choices, moduleDir, offered, key);
    const places = new Set(chosen.map(({ to }) => to));
    return sortByPlace([...usual.filter(({ to }) => !places.has(to)), ...chosen]);
}
function chooseFiles(choices, moduleDir, { tracked, made }, key) {
    const modes = new Map(tracked.map(({ path, mode }) => [path, mode]));
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const names = [...new Set([...listInModule(moduleDir, tracked), ...listInModule(moduleDir, made)])].sort();
    const found = choices.map((choice) => findChosen(choice, names));
    const missing = choices.filter((_, i) => found[i]?.length === 0).map(({ from }) => from);
    if (missing.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${key} names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
        });
    const chosen = choices.flatMap((choice, i) => (found[i] ?? []).map(({ from, to }) => {
        const mode = modes.get(`${prefix}${from}`);
        if (mode !== undefined && !mode.startsWith('100') && from !== choice.from)
            throw makeNoFileFailure(key, from, mode);
        return { from, to, ...((choice.executable ?? mode === EXECUTABLE) && { executable: true }) };
    }));
    return [...new Map(chosen.map((file) => [`${file.from}\0${file.to}`, file])).values()];
}
const EXECUTABLE = '100755';
const makeNoFileFailure = (key, path, mode) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${key} takes ${path}, which is ${mode === _git_js__WEBPACK_IMPORTED_MODULE_1__/* .LINK */ .ps ? 'a link' : 'a submodule'} in git`, { hint: 'Name the file that it leads to: what ships is a file of the commit.' });
function findChosen({ from, to }, names) {
    const found = names.includes(from) ? [from] : ((0,_base_file_patterns_js__WEBPACK_IMPORTED_MODULE_2__/* .matchFiles */ .x)(from, names) ?? []);
    if (to === undefined)
        return found.map((name) => ({ from: name, to: name }));
    if (to.endsWith('/')) {
        const cut = found.length === 1 && found[0] === from ? from.lastIndexOf('/') + 1 : countFixedFolder(from, found);
        return found.map((name) => ({ from: name, to: `${to}${name.slice(cut)}` }));
    }
    if (found.length > 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${from} stands for ${found.length} files, and all of them would be ${to}`, {
            hint: `Write "${to}/" for a folder that holds them, or name one file.`
        });
    return found.map((name) => ({ from: name, to }));
}
function countFixedFolder(pattern, found) {
    const path = pattern.replace(/\/$/, '');
    const isFolder = found.every((name) => name.startsWith(`${path}/`));
    const fixed = isFolder ? `${path}/` : path.slice(0, path.search(/[*?{[]/));
    return fixed.lastIndexOf('/') + 1;
}
const sortByPlace = (files) => [...files].sort((a, b) => (a.to < b.to ? -1 : 1));
const findNameInArchive = (file) => file.replace(/^(\.\.\/)+/, '');
function listUsualFiles(moduleDir, paths) {
    const own = listInModule(moduleDir, paths.map((path) => ({ path })));
    const usual = own.filter((file) => USUAL.test(file) && isDocument(file));
    return [...(usual.some(isLegal) ? [] : listLegalFilesAbove(moduleDir, paths)), ...usual].sort();
}
const USUAL = /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i;
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i;
function isDocument(file) {
    const ending = /\.([^.]*)$/.exec(file)?.[1];
    return ending === undefined || /^[A-Z0-9]/.test(ending) || DOCUMENT.test(ending);
}
const DOCUMENT = /^(txt|text|md|markdown|mdown|rst|adoc|asciidoc|org|html?|pdf|rtf|tex)$/;
const isLegal = (file) => LEGAL.test(file) && isDocument(file);
function listLegalFilesAbove(moduleDir, paths) {
    if (moduleDir === '')
        return [];
    return paths.filter(isLegal).map((path) => '../'.repeat(moduleDir.split('/').length) + path);
}


/***/ }),

/***/ 58767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ hashBlob),
/* harmony export */   Z: () => (/* binding */ readTexts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function hashBlob(bytes, like) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(like.length === 40 ? 'sha1' : 'sha256');
    return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
async function readTexts({ run, env }, git, objects) {
    const wanted = [...new Set(objects)];
    if (wanted.length === 0)
        return new Map();
    const input = wanted.map((object) => `${object}\n`).join('');
    const { stdout } = await run(['git', ...git, 'cat-file', '--batch'], { env, input });
    const found = new Map();
    let from = 0;
    for (const [i, object] of wanted.entries()) {
        const begin = stdout.indexOf('\n', from) + 1;
        const next = wanted[i + 1];
        const end = next === undefined ? stdout.length : stdout.indexOf(`\n${next} `, begin - 1) + 1;
        if (begin === 0 || end === 0)
            return found;
        const text = stdout.slice(begin, end - 1);
        if (stdout.startsWith(`${object} blob `, from) && hashBlob(Buffer.from(text), object) === object)
            found.set(object, text);
        from = end;
    }
    return found;
}


/***/ }),

/***/ 85750:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   qO: () => (/* binding */ readCrdsAt),
/* harmony export */   tW: () => (/* binding */ readSources)
/* harmony export */ });
/* unused harmony exports isCrdPath, chooseCrdPaths, expandNamed */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70370);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2643);




const AT_ONCE = 32;
const NOT_OURS = /(^|\/)(vendor|node_modules|third_party|testdata|tests?|e2e|examples?|hack|__tests__)\//;
const EXAMPLES = /(^|\/)examples?\//g;
const isCrdPath = (path) => /\.(ya?ml|json)$/.test(path) &&
    !NOT_OURS.test(path) &&
    (/(^|\/)([\w.-]*[-_.])?crds?\//.test(path) ||
        /(^|\/)([\w.-]*[-_.])?(crds?|customresourcedefinitions?)\.(ya?ml|json)$/.test(path));
const chooseCrdPaths = ({ crds }, tracked) => {
    if (crds.files !== undefined)
        return expandNamed('crds.files', crds.files, tracked);
    const own = tracked.filter(isCrdPath);
    return own.length > 0 ? own : tracked.filter((path) => isCrdPath(path.replace(EXAMPLES, '$1')));
};
const chooseManifestPaths = ({ smi }, tracked) => smi.manifests === undefined
    ? tracked.filter((path) => /\.ya?ml$/.test(path) && !NOT_OURS.test(path))
    : expandNamed('smi.manifests', smi.manifests, tracked);
const expandNamed = (key, paths, tracked) => paths.flatMap((path) => {
    const below = tracked.filter((file) => file === path || (isFileBelow(file, path) && /\.(ya?ml|json)$/.test(file)));
    if (below.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `slipway.yaml: ${key} names ${path}, which git does not hold`, {
            hint: 'Paths are relative to the module, files or folders; commit the file.'
        });
    return below;
});
async function readSources(files, { root, folder }, tracked, settings, speaksSmi) {
    const text = async (path) => {
        await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .resolveInside */ .LI)(files, root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), path);
        return { path, text: Buffer.from((await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))) ?? []).toString('utf8') };
    };
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(AT_ONCE);
    const all = (paths, how) => Promise.all(paths.map((path) => limit(() => how(path))));
    const found = async (path) => text(path).catch((error) => {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'input')
            return { path, text: '' };
        throw error;
    });
    return {
        crds: await all(chooseCrdPaths(settings, tracked), text),
        samples: await all(expandNamed('crds.samples', settings.crds.samples, tracked), text),
        manifests: speaksSmi || settings.smi.manifests !== undefined
            ? (await all(chooseManifestPaths(settings, tracked), settings.smi.manifests ? text : found)).filter(({ text }) => text.includes('smi-spec.io'))
            : []
    };
}
async function readCrdsAt({ run, env }, { root, moduleDir, commit }, { crds }) {
    const git = async (...args) => (await run(['git', '-C', root, ...args], { env })).stdout;
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const all = (await git('ls-tree', '-r', '-z', '--full-tree', '--name-only', commit)).split('\0');
    const own = all.filter((path) => path !== '' && path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const wanted = (crds.files ?? []).filter((path) => own.some((file) => isFileBelow(file, path)));
    const paths = crds.files === undefined ? chooseCrdPaths({ crds }, own) : expandNamed('crds.files', wanted, own);
    return await Promise.all(paths.map(async (path) => ({ path, text: await git('cat-file', 'blob', `${commit}:${prefix}${path}`) })));
}
const isFileBelow = (file, path) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`);


/***/ }),

/***/ 17587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ digestIgnored),
/* harmony export */   NG: () => (/* binding */ SUBMODULE),
/* harmony export */   Wn: () => (/* binding */ readParents),
/* harmony export */   a: () => (/* binding */ explainGitRefusal),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   hS: () => (/* binding */ listCommitted),
/* harmony export */   pc: () => (/* binding */ gatherFacts),
/* harmony export */   ps: () => (/* binding */ LINK),
/* harmony export */   r3: () => (/* binding */ readCommitted),
/* harmony export */   z7: () => (/* binding */ listTracked)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70370);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _go_go_mod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(32695);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42857);
/* harmony import */ var _base_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34358);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);







async function gatherFacts({ run, files, env }, folder) {
    const goModPath = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'go.mod');
    const goMod = await files.read(goModPath);
    if (!goMod)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `there is no go.mod in ${folder}`, {
            code: 'no-go-mod',
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const mod = (0,_go_go_mod_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGoMod */ .kW)(Buffer.from(goMod).toString('utf8'), goModPath);
    const git = async (...args) => (await run(['git', '-C', folder, ...args], { env })).stdout.replace(/\n$/, '');
    const says = (what, ...args) => git(...args).catch(explainGitRefusal(what, folder));
    const [place, time, refs, merged, status, remote, vendored] = await (0,_base_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .settleInOrder */ .p)([
        git('rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', 'HEAD').catch(explainNoRepository(folder)),
        says('when HEAD was committed', 'show', '-s', '--format=%ct', 'HEAD'),
        says('which tags there are', ...['for-each-ref', 'refs/tags', '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)']),
        says('which tags lie behind HEAD', 'for-each-ref', 'refs/tags', '--merged=HEAD', '--format=%(refname:strip=2)'),
        says('what differs from HEAD', 'status', '--porcelain=v1', '-z', '--untracked-files=all'),
        git('config', '--get', 'remote.origin.url').catch(() => undefined),
        files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'vendor', 'modules.txt')).then((digest) => digest !== undefined)
    ]);
    const [root = folder, prefix = '', shallow, commit = ''] = place.split('\n');
    const tags = refs
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\0'))
        .map(([name = '', object, peeled]) => ({ name, commit: peeled || object }));
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `git does not say the commit of ${folder} in the way that is known`, {
            code: 'not-a-repository',
            hint: 'Folders whose names hold a line break cannot be released from.'
        });
    if (!/^\d{1,12}$/.test(time))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `git says that HEAD of ${folder} was committed at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(time)}`, {
            hint: '`git show -s --format=%ct HEAD` should print one number.'
        });
    const dirty = parseStatusPaths(status);
    return {
        root,
        moduleDir: prefix.replace(/\/$/, ''),
        module: mod.module,
        goLine: mod.go,
        toolchainLine: mod.toolchain,
        vendored,
        commit,
        committedAt: new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z'),
        tags: tags.filter((tag) => tag.commit === commit).map((tag) => tag.name),
        allTags: tags.map((tag) => tag.name),
        tagCommits: Object.fromEntries(tags.map((tag) => [tag.name, tag.commit ?? ''])),
        mergedTags: merged.split('\n').filter(Boolean),
        dirty,
        dirtyDigest: dirty.length ? await digestDirt(files, root, status, dirty) : '',
        shallow: shallow === 'true',
        remote: remote && stripCredentials(remote)
    };
}
const SUBMODULE = '160000';
const LINK = '120000';
async function listTracked({ run, env }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--stage'], { env }).catch(explainGitRefusal('which files it holds', root));
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', object = ''] = line.split(' ', 2);
        return { mode, object, path: line.slice(line.indexOf('\t') + 1) };
    });
}
async function readEntry({ run, env }, root, commit, path) {
    const { stdout } = await run(['git', '-C', root, 'ls-tree', '-z', '--full-tree', commit, '--', path], { env }).catch(explainGitRefusal(`what ${path} is in ${commit}`, root));
    return stdout.split('\0').filter(Boolean)[0]?.split('\t')[0];
}
async function readCommitted({ run, env }, root, commit, path) {
    const entry = await readEntry({ run, env }, root, commit, path);
    if (entry === undefined)
        return undefined;
    const [, object] = /^100(?:644|755) blob ([0-9a-f]+)$/.exec(entry) ?? [];
    if (object === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${path} is no file in commit ${commit}: git has it as ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(entry)}`, {
            hint: 'Make it a file there: a link or a folder is not read.'
        });
    const { stdout } = await run(['git', '-C', root, 'cat-file', 'blob', object], { env }).catch(explainGitRefusal(`what is in ${path} of ${commit}`, root));
    return stdout;
}
async function readParents({ run, env }, root, commit) {
    const said = await run(['git', '-C', root, 'cat-file', 'commit', commit], { env }).catch(() => undefined);
    return said?.stdout
        .slice(0, said.stdout.indexOf('\n\n'))
        .split('\n')
        .filter((line) => line.startsWith('parent '))
        .map((line) => line.slice('parent '.length));
}
async function listCommitted({ run, env }, root, commit) {
    const trusted = ['-C', root, '-c', `safe.directory=${root}`];
    const { stdout } = await run(['git', ...trusted, 'ls-tree', '-r', '-z', '--full-tree', commit], { env }).catch(explainGitRefusal(`which files commit ${commit.slice(0, 7)} holds`, root));
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ');
        return { mode, object, path: line.slice(line.indexOf('\t') + 1) };
    });
}
async function digestIgnored({ run, env }, root, out) {
    const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await run(['git', '-C', root, ...list], { env });
    const own = `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, out).replaceAll('\\', '/')}/`;
    const names = stdout.split('\0').filter((name) => !name.startsWith(own));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(names.join('\0'));
}
const explainNoRepository = (folder) => (cause) => {
    const said = cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && cause.kind === 'command' && typeof cause.cause === 'string' ? cause.cause : '';
    if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && cause.kind !== 'command')
        throw cause;
    if (/ambiguous argument 'HEAD'|unknown revision/.test(said))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is a git repository without a commit`, {
            code: 'not-a-repository',
            hint: 'Commit first.',
            cause
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is not in a git repository that git accepts`, {
        code: 'not-a-repository',
        hint: /dubious ownership/.test(said)
            ? `Its owner is another user: git config --global --add safe.directory ${/at '([^']+)'/.exec(said)?.[1] ?? folder}`
            : 'Slipway builds commits: run it in a clone.',
        cause
    });
};
const explainGitRefusal = (what, folder) => (cause) => {
    if (!(cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H) || cause.kind !== 'command')
        throw cause;
    const said = typeof cause.cause === 'string' ? (cause.cause.trim().split('\n').at(-1) ?? '') : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('command', `git cannot say ${what} in ${folder}: ${said || cause.message}`, {
        hint: '`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.',
        cause
    });
};
function parseStatusPaths(status) {
    const parts = status.split('\0');
    const found = [];
    for (let i = 0; i < parts.length; i++) {
        const part = parts[i] ?? '';
        if (part.length < 4)
            continue;
        found.push(part.slice(3));
        if (/[RC]/.test(part.slice(0, 2)))
            i++;
    }
    return found;
}
async function digestDirt(files, root, status, dirty) {
    const limit = (0,p_limit__WEBPACK_IMPORTED_MODULE_6__/* ["default"] */ .A)(AT_ONCE);
    const digests = await Promise.all(dirty.map((path) => limit(() => describeDirt(files, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)))));
    return (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .hashBytes */ .yi)(status + digests.join(' '));
}
const AT_ONCE = 32;
async function describeDirt(files, path) {
    if ((await files.names(path)) !== undefined)
        return 'a folder';
    const link = await files.link(path);
    if (link !== undefined)
        return `to ${link}`;
    return (await files.digest(path))?.sha256 ?? '-';
}
const stripCredentials = (url) => url.replace(/^([a-z+]+:\/\/)[^/]*@/i, '$1');


/***/ }),

/***/ 18924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cn: () => (/* binding */ PROFILE),
  Zt: () => (/* binding */ analysePackages),
  F3: () => (/* binding */ isAnalysis)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/go/list.ts

async function listPackages({ run, go, env, signal }, cwd, args, more) {
    const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal }).catch((cause) => {
        signal.throwIfAborted();
        throw explainUnreadable(cause);
    });
    try {
        return stdout
            .split(/^}$/m)
            .filter((part) => part.trim())
            .map((part) => JSON.parse(`${part}}`));
    }
    catch (cause) {
        throw new errors/* Failure */.H('command', 'go list prints something else than packages', {
            hint: 'Is the go on PATH the real one? A wrapper must print nothing of its own.',
            cause
        });
    }
}
function explainUnreadable(cause) {
    if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
        return cause;
    const said = typeof cause.cause === 'string' ? cause.cause.trim() : '';
    if (/^failed to initialize build cache|build cache is (required|disabled)/m.test(said))
        return new errors/* Failure */.H('environment', `go has no build cache: ${findModuleLine(said)}`, {
            hint: 'Set GOCACHE to a folder that may be written, or HOME to one that can hold it.',
            cause: cause.cause
        });
    const about = explainUnfetched(said);
    return (about ??
        new errors/* Failure */.H('input', `go cannot read this module: ${dropProgress(said).replace(/^go: /, '').split('\n').slice(0, 3).join(' ')}`, {
            hint: 'Make `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.',
            cause: cause.cause
        }));
}
function explainUnfetched(said, about = 'a module') {
    if (/SECURITY ERROR|checksum mismatch/.test(said))
        return new errors/* Failure */.H('verification', `${about} is not what go.sum or the checksum database says: ${findModuleLine(said)}`, {
            hint: 'Somebody changed a published version: do not build it.',
            cause: said
        });
    if (/could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey/.test(said))
        return new errors/* Failure */.H('environment', `git may not read ${about}: ${findModuleLine(said)}`, {
            hint: 'Private modules: set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent.',
            cause: said
        });
    if (/\b(40[134]|410|5\d\d) |dial tcp|no such host|i\/o timeout|connection refused|exit status 128|lookup disabled by GOPROXY=off/.test(said))
        return new errors/* Failure */.H('environment', `${about} cannot be fetched: ${findModuleLine(said)}`, {
            hint: 'Check GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.',
            cause: said
        });
    return undefined;
}
const findModuleLine = (said) => (dropProgress(said).split('\n')[0] ?? '').replace(/^go: /, '').replace(/:$/, '');
const dropProgress = (said) => said.replace(/^go: (?:downloading|extracting|finding) .*\n?/gm, '');

;// CONCATENATED MODULE: ./src/go/platforms.ts

const SOURCE = 'src/internal/platform/zosarch.go';
async function readTargetList({ run, go, env, signal, files }, cwd) {
    const source = await files.read((0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.dirname)(go)), ...SOURCE.split('/')));
    const pairs = source && parsePairs(Buffer.from(source).toString('utf8'));
    if (pairs)
        return pairs.join('\n');
    return (await run([go, 'tool', 'dist', 'list'], { cwd, env, signal })).stdout;
}
function parsePairs(source) {
    const [, list] = /^var List = \[\]OSArch\{\n([^]*?)^\}/m.exec(source) ?? [];
    const [, facts] = /^var distInfo = map\[OSArch\]osArchInfo\{\n([^]*?)^\}/m.exec(source) ?? [];
    if (list === undefined || facts === undefined)
        return undefined;
    const broken = matchPairs(facts, /^\t\{"(\w+)", "(\w+)"\}:\s*\{.*\bBroken: true\b.*\},$/gm);
    const all = matchPairs(list, /^\t\{"(\w+)", "(\w+)"\},$/gm);
    const whole = all.length > 0 && all.length === list.trimEnd().split('\n').length;
    return whole ? all.filter((pair) => !broken.includes(pair)) : undefined;
}
const matchPairs = (text, form) => [...text.matchAll(form)].map(([, os = '', arch = '']) => `${os}/${arch}`);

// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __webpack_require__(81782);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/facts/git.ts
var git = __webpack_require__(17587);
// EXTERNAL MODULE: ./src/smi/versions.ts
var versions = __webpack_require__(49854);
;// CONCATENATED MODULE: ./src/facts/go-dependencies.ts





const isFootprint = (0,decode/* shaped */.e9)({
    folders: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    embeds: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ folder: decode/* isText */.KH, pattern: decode/* isText */.KH })),
    modules: (0,decode/* listOf */.c3)(decode/* isText */.KH)
});
async function findDependencies(sources, { root, folder, vendored }, mains, choosing, target) {
    const fields = `-json=ImportPath,Dir,Standard,Module,Imports,${FILES},IgnoredGoFiles,EmbedPatterns,Error`;
    const args = ['-deps', ...formatListFlags(vendored, choosing.tags), fields, ...mains.map(({ dir }) => dir)];
    const env = { ...choosing.env, ...(0,go_target/* makeTargetEnv */.pO)(target), CGO_ENABLED: '0' };
    const list = await listPackages(sources, folder, args, env);
    const broken = list.find((item) => item.Error);
    if (broken)
        throw await explainPackageError(sources, folder, { args, env, target }, broken);
    const outside = list.find(({ Module }) => Module?.Replace && !Module.Replace.Version && findPathBelow(root, Module.Replace.Dir ?? '') === undefined);
    if (outside)
        throw new errors/* Failure */.H('input', `go.mod replaces the module of ${outside.ImportPath} by ${outside.Module?.Replace?.Dir}, outside the repository`, {
            hint: 'A release holds only what its commit or a module version names: drop that replace line.'
        });
    const foreign = list.filter(({ Standard }) => !Standard);
    const own = foreign.flatMap((item) => {
        const dir = findPathBelow(root, item.Dir ?? '');
        return dir === undefined ? [] : [{ ...item, dir }];
    });
    return {
        objects: foreign.flatMap(({ Dir = '', SysoFiles = [] }) => {
            const dir = findPathBelow(root, Dir) ?? Dir;
            return SysoFiles.map((file) => (dir === '' ? file : `${dir}/${file}`));
        }),
        packages: foreign,
        imports: foreign.filter(({ ImportPath }) => !(0,versions/* isSmiSdk */.a)(ImportPath)).flatMap(({ Imports = [] }) => Imports),
        files: own.flatMap((item) => listPackageFiles(item).map((file) => (item.dir === '' ? file : `${item.dir}/${file}`))),
        takes: {
            folders: own.map(({ dir }) => dir),
            embeds: own.flatMap(({ dir, EmbedPatterns = [] }) => EmbedPatterns.map((pattern) => ({ folder: dir, pattern: pattern.replace(/^all:/, '') }))),
            modules: [folder, ...own.map(({ Module }) => Module?.Replace?.Dir ?? '')].flatMap((dir) => (dir === '' ? undefined : findPathBelow(root, dir)) ?? [])
        }
    };
}
const FILES = 'GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles';
const listPackageFiles = ({ GoFiles = [], SFiles = [], HFiles = [], SysoFiles = [], EmbedFiles = [] }) => [GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles].flat();
const joinFootprints = (all) => ({
    folders: dropDoubles(all.flatMap(({ folders }) => folders)),
    embeds: [
        ...new Map(all.flatMap(({ embeds }) => embeds).map((embed) => [`${embed.folder}\0${embed.pattern}`, embed]))
    ]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, embed]) => embed),
    modules: dropDoubles(all.flatMap(({ modules }) => modules))
});
const dropDoubles = (names) => [...new Set(names)].sort();
async function explainPackageError(sources, folder, { args, env, target }, { ImportPath, Error }) {
    const text = Error?.Err.trim() ?? '';
    const chain = (Error?.ImportStack ?? []).slice(0, -1);
    const by = chain.length ? ` (imported by ${chain.join(' → ')})` : '';
    if (isExcluded(text)) {
        const withCgo = await listPackages(sources, folder, args, { ...env, CGO_ENABLED: '1' });
        if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
            return new errors/* Failure */.H('input', `${(0,go_target/* formatTarget */.P4)(target)} needs cgo: ${ImportPath} has no Go files without it`, {
                hint: `Slipway builds with CGO_ENABLED=0; take ${(0,go_target/* formatTarget */.P4)(target)} out, or replace that package${by}.`
            });
        return new errors/* Failure */.H('input', `${ImportPath} has no Go files for ${(0,go_target/* formatTarget */.P4)(target)}`, {
            hint: `Take ${(0,go_target/* formatTarget */.P4)(target)} out, or name the programs that it has with --main${by}.`
        });
    }
    const missing = /missing go\.sum entry|cannot find module providing|is not in std/.test(text);
    return (explainUnfetched(text, ImportPath) ??
        new errors/* Failure */.H('input', `${ImportPath} cannot be built for ${(0,go_target/* formatTarget */.P4)(target)}: ${text.split('; to add:')[0]}`, {
            hint: [
                ...(Error?.Pos ? [`See ${Error.Pos}.`] : []),
                ...(missing ? ['Run `go mod tidy` and commit go.mod and go.sum.'] : []),
                ...(/^pattern .*no matching files found/.test(text)
                    ? [
                        'A release takes what git holds, and what declared steps make: commit what go:embed names, or declare the step that makes it (prepare in slipway.yaml, docs/source.md).'
                    ]
                    : [])
            ].join(' ')
        }));
}
const formatListFlags = (vendored, tags) => [
    vendored ? '-mod=vendor' : '-mod=readonly',
    ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
];
const isExcluded = (text) => /build constraints exclude all Go files/.test(text);
function findPathBelow(folder, path) {
    const [outer, inner] = [folder, path].map((text) => text.replaceAll('\\', '/').replace(/\/$/, ''));
    if (inner === outer)
        return '';
    return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/facts/main-folders.ts




const MOST = 200;
async function listMainFolders({ run, git: env, files, tracked: all, signal }, { root, folder }) {
    const moduleDir = findPathBelow(root, folder);
    const goMod = Buffer.from((await files.read((0,external_node_path_.join)(folder, 'go.mod'))) ?? []).toString('utf8');
    if (moduleDir === undefined || /^\s*ignore\b/m.test(goMod))
        return undefined;
    const below = moduleDir === '' ? '' : `${moduleDir}/`;
    const tracked = all.filter(({ path }) => path.startsWith(below));
    if (tracked.some(({ mode, path }) => mode === git/* SUBMODULE */.NG || (mode === git/* LINK */.ps && path.endsWith('.go'))))
        return undefined;
    const others = new Set(tracked.flatMap(({ path }) => (path.endsWith('/go.mod') ? [path.slice(below.length, -'/go.mod'.length)] : [])));
    const words = [
        '-z',
        '-l',
        '-a',
        '-w',
        '-F',
        '--untracked',
        '--no-exclude-standard',
        '--no-recurse-submodules',
        '-e',
        'main'
    ];
    const argv = ['git', '-C', folder, '-c', `safe.directory=${root}`, '-c', 'grep.fallbackToNoIndex=false'];
    const found = await run([...argv, 'grep', ...words, '--', '*.go'], { env, signal }).catch((error) => {
        signal.throwIfAborted();
        if (error instanceof errors/* Failure */.H && error.kind === 'command')
            return undefined;
        throw error;
    });
    const folders = new Set((found?.stdout ?? '')
        .split('\0')
        .filter(Boolean)
        .map((path) => path.split('/').slice(0, -1).join('/'))
        .filter((path) => !PASSED_OVER.test(`${path}/`) && !isBelow(path, others)));
    const isOdd = [...folders].some((path) => /\.\.\.|@/.test(path));
    if (folders.size === 0 || folders.size > MOST || isOdd)
        return undefined;
    return [...folders].sort().map((path) => (path === '' ? '.' : `./${path}`));
}
const PASSED_OVER = /(^|\/)([._][^/]*|testdata|vendor)\//;
const isBelow = (path, folders) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
        if (folders.has(path.slice(0, end)))
            return true;
    return false;
};

;// CONCATENATED MODULE: ./src/facts/cgo.ts



const NONE = ['js', 'wasip1'];
async function findWithoutCgo(sources, { folder, vendored, choosing, target, packages }) {
    const asked = packages.filter(({ IgnoredGoFiles = [] }) => IgnoredGoFiles.length > 0);
    if (asked.length === 0 || NONE.includes(target.os))
        return [];
    const args = ['-find', ...formatListFlags(vendored, choosing.tags), '-json=ImportPath,GoFiles,CgoFiles'];
    const paths = asked.map(({ ImportPath }) => ImportPath);
    const env = { ...choosing.env, ...(0,go_target/* makeTargetEnv */.pO)(target), CGO_ENABLED: '1' };
    const withCgo = await listPackages(sources, folder, [...args, ...paths], env);
    const built = new Map(asked.map(({ ImportPath, GoFiles = [] }) => [ImportPath, new Set(GoFiles)]));
    return withCgo
        .filter(({ ImportPath, GoFiles = [], CgoFiles = [] }) => [...GoFiles, ...CgoFiles].some((file) => built.get(ImportPath)?.has(file) === false))
        .map(({ ImportPath }) => ImportPath);
}

;// CONCATENATED MODULE: ./src/facts/go-packages.ts











const isAnalysis = (0,decode/* shaped */.e9)({
    mains: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ dir: decode/* isText */.KH, importPath: decode/* isText */.KH })),
    ...{ leftOut: (0,decode/* listOf */.c3)(decode/* isText */.KH), imports: (0,decode/* listOf */.c3)(decode/* isText */.KH), untracked: (0,decode/* listOf */.c3)(decode/* isText */.KH), takes: isFootprint },
    withoutCgo: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    objects: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ target: decode/* isText */.KH, paths: (0,decode/* listOf */.c3)(decode/* isText */.KH) }))
});
const PROFILE = 'default.pgo';
const PLAIN = { tags: [], env: {} };
function listChoosings({ settings }, dir, target) {
    const own = settings.filter(({ main }) => main === dir);
    if (own.length === 0 || (target === undefined && own.every(({ targets }) => targets.length === 0)))
        return [PLAIN];
    return own
        .filter(({ targets }) => target === undefined || targets.includes((0,go_target/* formatTarget */.P4)(target)))
        .map(({ tags, env }) => ({ tags, env }));
}
const isSameChoosing = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const dropRepeated = (all) => all.filter((one, i) => all.findIndex((other) => isSameChoosing(one, other)) === i);
async function analysePackages(sources, question) {
    const { folder, targets } = question;
    const problems = (0,target_list/* findUnbuildable */.D)(targets, await readTargetList(sources, folder));
    if (problems.length)
        throw new errors/* Failure */.H('input', problems.join('\n'), {
            hint: 'Take those targets out; `go tool dist list` has all there are.'
        });
    const { mains, leftOut } = chooseUsualMains(await findMains(sources, question), question.wanted);
    const isMade = ({ dir }, choosing, target) => listChoosings(question, dir, target).some((each) => isSameChoosing(each, choosing));
    const groups = dropRepeated(mains.flatMap(({ dir }) => listChoosings(question, dir)));
    const calls = targets.flatMap((target) => groups.flatMap((choosing) => {
        const own = mains.filter((main) => isMade(main, choosing, target));
        return own.length ? [{ target, choosing, own }] : [];
    }));
    const lists = await Promise.all(calls.map(({ target, choosing, own }) => findDependencies(sources, question, own, choosing, target)));
    const isFirst = ({ target, choosing }, i) => i === calls.findIndex((call) => call.target.os === target.os && isSameChoosing(call.choosing, choosing));
    const withoutCgo = await Promise.all(calls.map(async (call, i) => isFirst(call, i)
        ? await findWithoutCgo(sources, { ...question, ...call, packages: lists[i]?.packages ?? [] })
        : []));
    const profiles = await findProfiles(sources.files, question, mains);
    const tracked = await listFilesWithSubmodules(sources, question.root);
    return {
        mains,
        leftOut,
        imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
        untracked: [...new Set([...profiles, ...lists.flatMap(({ files }) => files)])]
            .filter((file) => !tracked.has(file))
            .sort(),
        takes: joinFootprints(lists.map(({ takes }) => takes)),
        withoutCgo: [...new Set(withoutCgo.flat())].sort(),
        objects: targets.flatMap((target) => {
            const paths = calls.flatMap((call, i) => (call.target === target ? (lists[i]?.objects ?? []) : []));
            return paths.length === 0 ? [] : [{ target: (0,go_target/* formatTarget */.P4)(target), paths: [...new Set(paths)].sort() }];
        })
    };
}
async function findProfiles(files, { root, folder }, mains) {
    const places = mains.map(({ dir }) => (0,external_node_path_.join)(folder, dir, PROFILE));
    const stamps = await Promise.all(places.map((place) => files.stamp(place)));
    return places.flatMap((place, i) => (stamps[i] === undefined ? [] : (findPathBelow(root, place) ?? [])));
}
function chooseUsualMains(mains, wanted) {
    const shipped = wanted.length ? mains : mains.filter(({ dir }) => dir === '.' || dir.startsWith('./cmd/'));
    if (shipped.length === 0)
        return { mains, leftOut: [] };
    return { mains: shipped, leftOut: mains.filter((main) => !shipped.includes(main)).map(({ dir }) => dir) };
}
async function findMains(sources, question) {
    const { folder, wanted } = question;
    if (wanted.length === 0 && question.prepared !== true) {
        const likely = await listMainFolders(sources, question);
        const mains = likely && (await findPackages(sources, question, likely, '0'));
        if (mains?.some(({ Name }) => Name === 'main') && !mains.some(({ Name, Error }) => Name === 'main' && Error))
            return pickMains(folder, mains);
    }
    const list = await findPackages(sources, question, wanted.length ? wanted : ['./...'], '0');
    const absent = list.find(({ Error, Name }) => wanted.length > 0 && !Name && /directory not found|no Go files in/.test(Error?.Err ?? ''));
    const broken = list.find((item) => item !== absent && item.Error && !isExcluded(item.Error.Err) && (wanted.length > 0 || item.Name === 'main'));
    if (broken?.Error)
        throw new errors/* Failure */.H('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, {
            hint: broken.Error.Pos ? `See ${broken.Error.Pos}.` : 'Make `go build ./...` pass, and commit.'
        });
    const mains = pickMains(folder, list);
    const others = [...new Set(list.map(({ ImportPath }) => ImportPath))].filter((path) => !mains.some(({ importPath }) => importPath === path));
    if (mains.length > 0 && (wanted.length === 0 || others.length === 0))
        return mains;
    const withCgo = pickMains(folder, await findPackages(sources, question, wanted.length ? wanted : ['./...'], '1'));
    const needCgo = withCgo.filter(({ dir }) => !mains.some((main) => main.dir === dir));
    if (needCgo.length)
        throw new errors/* Failure */.H('input', `${needCgo.map(({ importPath }) => importPath).join(', ')} needs cgo: no Go files without it`, {
            hint: 'Slipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
        });
    if (wanted.length === 0)
        throw new errors/* Failure */.H('input', `there is no main package in ${folder}`, {
            hint: 'Slipway releases programs: is this the module that has them? (--module DIR)'
        });
    const all = pickMains(folder, await findPackages(sources, question, ['./...'], '0'));
    throw new errors/* Failure */.H('input', `${others.join(', ')} is not a main package`, {
        hint: `main packages here: ${all.map(({ dir }) => dir).join(', ') || 'none'}`
    });
}
async function findPackages(sources, question, patterns, cgo) {
    const { folder, vendored, settings, targets } = question;
    const systems = [...new Map(targets.map((target) => [target.os, target])).values()];
    const lists = dropRepeated([PLAIN, ...settings.flatMap(({ main }) => listChoosings(question, main))]).flatMap((choosing) => {
        const args = [
            '-find',
            ...formatListFlags(vendored, choosing.tags),
            '-json=ImportPath,Name,Dir,Error',
            ...patterns
        ];
        return systems.map(async (target) => {
            const env = { ...choosing.env, ...(0,go_target/* makeTargetEnv */.pO)(target), CGO_ENABLED: cgo };
            const found = await listPackages(sources, folder, args, env);
            return found.filter(({ Dir = '' }) => listChoosings(question, formatDir(folder, Dir)).some((each) => isSameChoosing(each, choosing)));
        });
    });
    return (await Promise.all(lists)).flat();
}
function pickMains(folder, list) {
    const mains = new Map();
    for (const { Name, ImportPath, Dir = '' } of list)
        if (Name === 'main')
            mains.set(ImportPath, formatDir(folder, Dir));
    return [...mains].map(([importPath, dir]) => ({ importPath, dir })).sort((a, b) => (a.dir < b.dir ? -1 : 1));
}
function formatDir(folder, path) {
    const dir = findPathBelow(folder, path) ?? '';
    return dir === '' ? '.' : `./${dir}`;
}
async function listFilesWithSubmodules({ run, git: env, tracked, signal }, root) {
    if (!tracked.some(({ mode }) => mode === git/* SUBMODULE */.NG))
        return new Set(tracked.map(({ path }) => path));
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--recurse-submodules'], { env, signal });
    return new Set(stdout.split('\0'));
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

/***/ 63629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MG: () => (/* binding */ isLicenceFile),
  $H: () => (/* binding */ joinLicences),
  L6: () => (/* binding */ makeModuleLicences)
});

// UNUSED EXPORTS: readLicencesAt

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/digest.ts
var base_digest = __webpack_require__(42857);
;// CONCATENATED MODULE: ./src/licences/texts.ts
const LICENCE_TEXTS = [
    {
        id: 'Apache-2.0',
        parts: [
            {
                start: 'definitions license shall',
                words: 1378,
                sha256: '7fec4cfa67fd309fc28bc99c73cba7648c2ecbb27618b90b8a12cc603be1eeed'
            }
        ]
    },
    {
        id: 'Apache-2.0',
        parts: [
            {
                start: 'licensed under the',
                words: 86,
                sha256: '7a46cf4a5d56898d746584f4fe57bdf571d600a8f39d21063431d88929f803c7'
            }
        ]
    },
    {
        id: 'Apache-2.0',
        parts: [
            { start: 'to apply the', words: 82, sha256: '0ef4770dcec64224e7176d8d35cebc2cf90bc7a216191a542f381e86a6a37b01' }
        ]
    },
    {
        id: 'MPL-2.0',
        parts: [
            {
                start: 'definitions contributor means',
                words: 2179,
                sha256: '2b26602a66175453d81978114e74d80ba2308a20c3f316e48768db8bb04ebcea'
            }
        ]
    },
    {
        id: 'BSD-3-Clause',
        parts: [
            {
                start: 'redistribution and use',
                words: 68,
                sha256: '07ea5349791015bbca63ce73390d3d962e424bd9dcc4611c48d64efac312c468'
            },
            {
                start: 'used to endorse',
                words: 20,
                sha256: '788372554056f5e20c717c2a3fea68547aeb9dccea729fe8a3271b14cf57050c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
        ]
    },
    {
        id: 'BSD-2-Clause-Views',
        parts: [
            {
                start: 'all rights reserved',
                words: 76,
                sha256: 'c3c5f32afad566cf418534a0fd4f6b3106819d20d3300a437b6d14a1f60fa22c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 100, sha256: 'd703ea0ff67816aa1711cd7dd442abf9a82a51e9e21ac1778dba50c9c88b4dc0' }
        ]
    },
    {
        id: 'BSD-2-Clause',
        parts: [
            {
                start: 'redistribution and use',
                words: 73,
                sha256: 'd276ed24f1a8ea5066508486ca9e832b085e9544e0f16a905203c476eb144a4c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
        ]
    },
    {
        id: 'MIT',
        parts: [
            {
                start: 'permission is hereby',
                words: 122,
                sha256: '138ac55c245173422b597783da36dfff9c4c6542e7376b4b16f757f3fd125e17'
            },
            { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
        ]
    },
    {
        id: 'MIT-0',
        parts: [
            {
                start: 'permission is hereby',
                words: 97,
                sha256: '8586c220bd4892e5eae2ee9f34f243ce55432b138458da5f2e7f66e0224de0f2'
            },
            { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
        ]
    },
    {
        id: 'ISC',
        parts: [
            {
                start: 'permission to use',
                words: 41,
                sha256: '2f49b75b5eeb8493e1aab06f369bf8d99feb3cb5eacd85a32b54df1c2e69cd04'
            },
            {
                start: 'disclaims all warranties',
                words: 20,
                sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
            },
            { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
        ]
    },
    {
        id: '0BSD',
        parts: [
            {
                start: 'permission to use',
                words: 27,
                sha256: '1d2bcfa130f3f45d2c8decef63e9d2517105bb2389c8f9e76f283d03befcd034'
            },
            {
                start: 'disclaims all warranties',
                words: 20,
                sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
            },
            { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
        ]
    },
    {
        id: 'Zlib',
        parts: [
            {
                start: 'zlib license this',
                words: 131,
                sha256: '44f9aad039314150df39432a54882d648cde79f191de05b561dcb2c12ae3720e'
            }
        ]
    },
    {
        id: 'BSL-1.0',
        parts: [
            {
                start: 'permission is hereby',
                words: 202,
                sha256: '2ba928e6034f4e5c7714bd07b12808659e1f4168b3f3db72fdadec29ed2bc5b9'
            }
        ]
    },
    {
        id: 'Unlicense',
        parts: [
            { start: 'this is free', words: 190, sha256: 'f507d73d343a3d7b0b7ecd39319f6c349b515eeed80b814918af61cdac69e4a5' }
        ]
    },
    {
        id: 'CC0-1.0',
        parts: [
            { start: 'the laws of', words: 976, sha256: '4d675e5804644357d0c61aaca938f46f66a2c509a33b1eb36c7ec1dc2bd774cb' }
        ]
    },
    {
        id: 'EPL-2.0',
        parts: [
            {
                start: 'the accompanying program',
                words: 1987,
                sha256: '41c695a1130cc4d5933580764720209f02f159864f101a158f9561533dfe2258'
            }
        ]
    },
    {
        id: 'AGPL-3.0',
        parts: [
            {
                start: 'the licenses for',
                words: 5069,
                sha256: '5eda648e20ba1d1330a803d726cf843e2a9f582ef4c27c7350e6ee79afa1724a'
            }
        ]
    },
    {
        id: 'GPL-3.0',
        parts: [
            {
                start: 'the licenses for',
                words: 5121,
                sha256: '946986366d300c49dde813102fbfb2eb457612ee09a7725119b7af9dbc1a0167'
            }
        ]
    },
    {
        id: 'GPL-2.0',
        parts: [
            {
                start: 'the licenses for',
                words: 2437,
                sha256: '53b2b51aef45cb412959339d4986c84dcb73879453456848afa40dd47f2eb534'
            }
        ]
    },
    {
        id: 'LGPL-2.1',
        parts: [
            {
                start: 'the licenses for',
                words: 3944,
                sha256: 'bce92fa61e82d6b479b5a6a4298c3db020ff9422edf02f570daa17da4dce698a'
            }
        ]
    },
    {
        id: 'LGPL-3.0',
        parts: [
            {
                start: 'this version of',
                words: 1179,
                sha256: 'c93677acf8e76a9f0a1db57301085388555c0c29521e99f3c3ed194a7b7205ff'
            }
        ]
    }
];

;// CONCATENATED MODULE: ./src/licences/words.ts
const listCountingWords = (text) => text
    .toLowerCase()
    .replaceAll('https:', 'http:')
    .replace(/(?<=\p{L})[-‐‑–—](?=\s*\p{L})/gu, '')
    .replace(/(?<![\p{L}\d.])\(?(?:[a-z]|[ivx]+|\d{1,2}(?:\.\d{1,2})*)[.)](?=\s)/gu, ' ')
    .match(/[\p{L}\d]+/gu) ?? [];

;// CONCATENATED MODULE: ./src/licences/licences.ts



const MOST_BETWEEN = 24;
const MOST_TIMES = 20;
const FIRST = new Set(LICENCE_TEXTS.flatMap(({ parts }) => parts.map(({ start }) => start.split(' ', 1)[0])));
function findLicences(text) {
    const words = listCountingWords(text);
    const starts = new Map();
    words.forEach((word, at) => {
        if (!FIRST.has(word))
            return;
        const start = words.slice(at, at + 3).join(' ');
        const known = starts.get(start);
        if (known)
            known.push(at);
        else
            starts.set(start, [at]);
    });
    const taken = new Uint8Array(words.length);
    const found = [];
    for (const licence of LICENCE_TEXTS)
        for (let times = 0; times < MOST_TIMES; times++) {
            const match = findPlacement(licence, words, starts, taken);
            if (!match)
                break;
            for (const [from, to] of match)
                taken.fill(1, from, to);
            found.push({ id: licence.id, at: match[0]?.[0] ?? 0 });
        }
    found.sort((a, b) => a.at - b.at);
    return { ids: [...new Set(found.map(({ id }) => id))], rest: taken.reduce((sum, one) => sum - one, words.length) };
}
function findPlacement({ parts }, words, starts, taken) {
    for (const at of starts.get(parts[0]?.start ?? '') ?? []) {
        const match = [];
        for (const part of parts) {
            const from = match.at(-1)?.[1] ?? at;
            const next = starts
                .get(part.start)
                ?.find((place) => place >= from && place <= (match.length ? from + MOST_BETWEEN : from) && stands(part, place));
            if (next === undefined)
                break;
            match.push([next, next + part.words]);
        }
        if (match.length === parts.length)
            return match;
    }
    return undefined;
    function stands({ words: count, sha256: digest }, at) {
        return taken[at] === 0 && at + count <= words.length && (0,base_digest/* hashBytes */.yi)(words.slice(at, at + count).join(' ')) === digest;
    }
}

;// CONCATENATED MODULE: ./src/licences/module-licences.ts



function makeModuleLicences(folders, signal) {
    const known = new Map();
    return (module) => {
        const { path, version } = folders.vendored ? module : (module.replace ?? module);
        const key = `${path}@${version}`;
        const reading = known.get(key) ?? readModuleLicences(folders, module, signal);
        known.set(key, reading);
        return reading;
    };
}
async function readModuleLicences(folders, module, signal) {
    const { files, run, go, env, folder, root, vendored } = folders;
    const used = module.replace ?? module;
    if (vendored)
        return await readLicencesAt(files, (0,external_node_path_.join)(folder, 'vendor', ...module.path.split('/')));
    if (used.version === '' || used.version === '(devel)') {
        const place = (0,external_node_path_.resolve)(folder, used.path);
        const outside = (0,external_node_path_.relative)(root, place).split(/[/\\]/)[0] === '..';
        return outside
            ? { ids: [], unknown: 'it is a folder outside of the repository' }
            : await readLicencesAt(files, place);
    }
    const place = (0,external_node_path_.join)(locateModuleCache(env), `${escapeModulePath(used.path)}@${escapeModulePath(used.version)}`);
    if ((await files.names(place)) === undefined)
        await run([go, 'mod', 'download', `${used.path}@${used.version}`], { cwd: folder, env, signal });
    return await readLicencesAt(files, place);
}
function locateModuleCache(env) {
    const { GOMODCACHE = '', GOPATH = '', HOME = '', USERPROFILE = '' } = env;
    if (GOMODCACHE !== '')
        return GOMODCACHE;
    const first = GOPATH.split(external_node_path_.delimiter)[0] ?? '';
    return (0,external_node_path_.join)(first === '' ? (0,external_node_path_.join)(HOME || USERPROFILE, 'go') : first, 'pkg', 'mod');
}
const escapeModulePath = (text) => text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
const LICENCE_FILE = /^((un)?licen[cs]e|copying)([.-][\w.-]+)?(?<!\.go)$/i;
const isLicenceFile = (name) => LICENCE_FILE.test(name);
const LONGEST = limits/* LIMITS */.b1.licence.most;
const NAMES = 40;
async function readLicencesAt(files, folder) {
    const names = ((await files.names(folder)) ?? []).filter(isLicenceFile);
    const texts = await Promise.all(names.map(async (name) => ({ name, bytes: await readBeginning(files, (0,external_node_path_.join)(folder, name)) })));
    return joinLicences(texts);
}
async function readBeginning(files, path) {
    const pieces = [];
    let size = 0;
    for await (const piece of files.stream(path)) {
        pieces.push(piece);
        size += piece.length;
        if (size >= LONGEST)
            break;
    }
    return Buffer.concat(pieces).subarray(0, LONGEST);
}
function joinLicences(all) {
    const files = all.filter(({ name }) => isLicenceFile(name));
    if (files.length === 0)
        return { ids: [], unknown: 'there is no licence file' };
    const read = files.map(({ name, bytes }) => ({
        name,
        ...findLicences(Buffer.from(bytes.subarray(0, LONGEST)).toString('utf8'))
    }));
    const ids = [...new Set(read.flatMap(({ ids }) => ids))];
    const unknown = read.flatMap(({ name, ids, rest }) => ids.length === 0
        ? [`${name} is no licence text that is known here`]
        : rest > NAMES
            ? [`${name} holds ${rest} words beside ${ids.join(' and ')}`]
            : []);
    return { ids, ...(unknown.length && { unknown: unknown.join('; ') }) };
}


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

/***/ 42076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ isOwnName)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33500);


const OWN = [
    ...[_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .BUNDLE */ .dI, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .COMPATIBILITY */ .FZ, _release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST */ .e0, _release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .RECORD */ .g, 'verdicts.json'],
    ...['bin', 'baseline', 'logs', 'prepared', 'report', 'steps']
];
const isOwnName = (name) => OWN.includes(name.toLowerCase()) || /^shard-\d+-of-\d+\.json$/i.test(name);


/***/ }),

/***/ 2408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ isStepTool),
/* harmony export */   L8: () => (/* binding */ isMadeByStep),
/* harmony export */   PN: () => (/* binding */ listOutputs),
/* harmony export */   dY: () => (/* binding */ fillPrograms),
/* harmony export */   jv: () => (/* binding */ runsProgram),
/* harmony export */   yS: () => (/* binding */ formatStep)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);

const PROGRAM = /\{program(?::([^{}]*))?\}/g;
const runsProgram = ({ run }) => run.some((word) => word.search(PROGRAM) >= 0);
const fillPrograms = (run, find) => run.map((word) => word.replace(PROGRAM, (_, name) => find(name)));
const listOutputs = ({ makes, stdout }) => [
    ...makes,
    ...(stdout === undefined ? [] : [stdout])
];
const formatStep = ({ run }) => run.map((word) => (/^[\w@%+=:,./{}-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
const isStepTool = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ name: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, version: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, sha256: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isSha256 */ ._h });
const isMadeByStep = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ path: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, sha256: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isSha256 */ ._h, size: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isCount */ .my });


/***/ }),

/***/ 72219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ describeSample),
/* harmony export */   t: () => (/* binding */ sampleTargets)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function sampleTargets(targets, many, commit, format) {
    const ranked = targets.map((target) => ({ target, rank: (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(`${commit} ${format(target)}`) }));
    const chosen = new Set([...ranked]
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, many)
        .map(({ target }) => target));
    return targets.filter((target) => chosen.has(target));
}
const describeSample = (sampled, of) => sampled < of
    ? `${sampled} of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(of, 'target')}, chosen by the commit`
    : `every one of ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(of, 'target')}`;


/***/ }),

/***/ 88204:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ orderEntries)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


const RENAME = 'Rename the file, or take it out of archive.files in slipway.yaml.';
const LONGEST = 240;
function orderEntries(entries) {
    const taken = new Map();
    for (const { name } of entries) {
        const wrong = findEntryMistake(name);
        if (wrong !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive cannot hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`, { hint: RENAME });
        const other = taken.get(foldName(name));
        if (other === name)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive would hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} twice`, { hint: RENAME });
        if (other !== undefined)
            throw makeClashFailure(name, other, 'differ in case only');
        taken.set(foldName(name), name);
    }
    for (const { name } of entries) {
        const parents = name.split('/').slice(0, -1);
        for (let depth = 1; depth <= parents.length; depth++) {
            const file = taken.get(foldName(parents.slice(0, depth).join('/')));
            if (file !== undefined)
                throw makeClashFailure(name, file, 'make one name a file and a folder');
        }
    }
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function findEntryMistake(name) {
    const parts = name.split('/');
    if (name === '' || parts.includes(''))
        return 'it has an empty part';
    if (parts.includes('..') || parts.includes('.'))
        return 'it has a part "." or ".."';
    if (name.includes('\\'))
        return 'it has a backslash';
    if (/^[A-Za-z]:/.test(name))
        return 'it begins with a drive';
    if (/[\u0000-\u001f\u007f]/.test(name))
        return 'it has a control character';
    if (!name.isWellFormed())
        return 'it is not Unicode';
    if (Buffer.byteLength(name) > LONGEST)
        return `it is longer than ${LONGEST} bytes`;
    return undefined;
}
function foldName(name) {
    return name.normalize('NFC').toLowerCase();
}
function makeClashFailure(a, b, how) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `an archive cannot hold both ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(b)} and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(a)}: they ${how}`, { hint: RENAME });
}


/***/ }),

/***/ 63279:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ prepareOnce)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5739);
/* harmony import */ var _run_steps_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51472);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});



async function prepareOnce(tools, { files, ledger, out, keep, temporary }, { source, steps, programs, permit }, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const located = await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .findStepTools */ .Ds)(tools, source, steps);
        const built = Object.entries(programs).map(([name, { sha256 }]) => ({ name: `{program:${name}}`, sha256 }));
        const input = { source, steps, go: tools.go.version, tools: [...located, ...built] };
        const step = (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .makePrepareStep */ .cz)(input);
        const known = await ledger.lookUp(step);
        if (known)
            return { ...known, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(out, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .locatePrepared */ .w8)(input)), reused: true };
        await permit();
        const work = { steps, programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, path])) };
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(keep ? out : temporary, (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .locatePrepared */ .w8)(input));
        if (!keep)
            return { ...(await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .runSteps */ .rl)(tools, source, work, folder, signal)), folder, reused: false };
        const scratch = __addDisposableResource(env_1, await files.scratch('prepared'), true);
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch.path, 'made');
        const value = await (0,_run_steps_js__WEBPACK_IMPORTED_MODULE_2__/* .runSteps */ .rl)(tools, source, work, place, signal);
        await files.move(place, folder);
        await ledger.record(step, { value });
        return { ...value, folder, reused: false };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ }),

/***/ 5739:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ digestPrepared),
/* harmony export */   cz: () => (/* binding */ makePrepareStep),
/* harmony export */   w8: () => (/* binding */ locatePrepared)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44427);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);
/* harmony import */ var _model_preparation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2408);
/* harmony import */ var _plan_preparation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90766);





const isPrepared = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .shaped */ .e9)({ files: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(_model_preparation_js__WEBPACK_IMPORTED_MODULE_1__/* .isMadeByStep */ .L8), tools: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(_model_preparation_js__WEBPACK_IMPORTED_MODULE_1__/* .isStepTool */ .Fs) });
const locatePrepared = (input) => `prepared/${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(formatInput(input))).slice(0, 16)}`;
const makePrepareStep = (input) => ({
    kind: 'prepare',
    shape: 1,
    input: formatInput(input),
    fits(value) {
        if (!isPrepared(value))
            return false;
        const outputs = input.steps.flatMap(_model_preparation_js__WEBPACK_IMPORTED_MODULE_1__/* .listOutputs */ .PN).map((path) => (0,_plan_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .findInRepository */ .xm)(input.source.moduleDir, path));
        const paths = value.files.map(({ path }) => path);
        return (new Set(paths).size === paths.length &&
            paths.every((path) => isPlain(path) && outputs.some((output) => path === output || path.startsWith(`${output}/`))) &&
            outputs.every((output) => paths.some((path) => path === output || path.startsWith(`${output}/`))) &&
            value.tools.every(({ name, sha256 }) => input.tools.some((tool) => tool.name === name && tool.sha256 === sha256)));
    },
    leaves: ({ files }) => files.map((file) => ({ ...file, path: `${locatePrepared(input)}/${file.path}` }))
});
const isPlain = (path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
const formatInput = ({ source, steps, go, tools }) => ({
    ...{ commit: source.commit, committedAt: source.committedAt, dir: source.moduleDir },
    host: source.host,
    ...{ steps, go, tools: tools.map(({ name, sha256 }) => ({ name, sha256 })) }
});
const digestPrepared = ({ files }) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(files.map(({ path, sha256 }) => `${sha256} ${path}`).join('\0'));


/***/ }),

/***/ 51472:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ds: () => (/* binding */ findStepTools),
  rl: () => (/* binding */ runSteps)
});

// UNUSED EXPORTS: needsHostPrograms

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/facts/git.ts
var git = __webpack_require__(17587);
// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./src/model/preparation.ts
var preparation = __webpack_require__(2408);
// EXTERNAL MODULE: ./src/plan/preparation.ts
var plan_preparation = __webpack_require__(90766);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/facts/blobs.ts
var blobs = __webpack_require__(58767);
// EXTERNAL MODULE: ./src/source/checkout.ts
var checkout = __webpack_require__(20509);
;// CONCATENATED MODULE: ./src/source/made.ts





async function demandMade({ files, root }, path, by) {
    const real = await files.real((0,external_node_path_.join)(root, path));
    if (real === undefined)
        throw new errors/* Failure */.H('command', `${by} ended well and made no ${(0,checkout/* showPath */.P8)(path)}`, {
            hint: 'makes names paths from the folder of the module; look where the step writes.'
        });
    const top = (await files.real(root)) ?? root;
    if ((0,external_node_path_.relative)(top, real).replaceAll('\\', '/') !== path)
        throw new errors/* Failure */.H('input', `${by} made ${(0,checkout/* showPath */.P8)(path)} a link, or a path through one: it leads to ${real}`, {
            code: 'leads-out',
            hint: 'Steps make files and folders in their places, and links to nowhere: let it copy what is meant.'
        });
}
async function listMade(prepared, paths, by) {
    const found = new Map();
    for (const path of paths) {
        await demandMade(prepared, path, by);
        for (const file of await listFiles(prepared, path, by)) {
            const held = prepared.committed.get(file);
            if (held)
                await refuseRewritten(prepared, held, by);
            else
                found.set(file, await digest(prepared, file, by));
            if (found.size > limits/* LIMITS */.b1.entries.most)
                throw new errors/* Failure */.H('input', `${by} made more than ${limits/* LIMITS */.b1.entries.most} files in ${(0,checkout/* showPath */.P8)(path)}`, {
                    hint: 'Name the folder that the build takes, and no cache.'
                });
        }
        if (![...found.keys()].some((file) => file === path || file.startsWith(`${path}/`)))
            throw new errors/* Failure */.H('command', `${by} ended well and made no file in ${(0,checkout/* showPath */.P8)(path)}`, {
                hint: 'Look where the step writes.'
            });
    }
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function listFiles({ files, root }, path, by) {
    if ((await files.names((0,external_node_path_.join)(root, path))) === undefined)
        return [path];
    const [open, all] = [[path], []];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop())
        for (const { name, kind } of await files.entries((0,external_node_path_.join)(root, folder))) {
            const inner = `${folder}/${name}`;
            if (kind === 'folder' && name.toLowerCase() !== '.git')
                open.push(inner);
            else if (kind === 'file')
                all.push(inner);
            else
                throw new errors/* Failure */.H('input', `${by} made ${(0,checkout/* showPath */.P8)(inner)}, which is ${kind === 'link' ? 'a link' : kind === 'folder' ? 'a repository' : 'no file'}`, { hint: 'A build and an archive take files: let the step copy what is meant, or name less in makes.' });
        }
    return all;
}
async function digest({ files, root }, path, by) {
    const found = await files.digest((0,external_node_path_.join)(root, path));
    if (found)
        return { path, sha256: found.sha256, size: found.size };
    throw new errors/* Failure */.H('command', `${by} made ${(0,checkout/* showPath */.P8)(path)}, which is gone`, { hint: 'Run again.' });
}
async function refuseRewritten({ files, root }, { path, object }, by) {
    const bytes = await files.read((0,external_node_path_.join)(root, path), limits/* LIMITS */.b1.program.most);
    if (bytes && (0,blobs/* hashBlob */.Q)(bytes, object) === object)
        return;
    throw new errors/* Failure */.H('input', `${by} wrote ${(0,checkout/* showPath */.P8)(path)} anew, which git already holds`, {
        hint: 'A file is of the commit or of a step: take it out of git (git rm --cached) and into .gitignore, or commit what the step makes.'
    });
}

;// CONCATENATED MODULE: ./src/pipeline/stages/prepare/tools.ts



async function locateTools(places, steps) {
    const found = new Map();
    for (const [i, step] of steps.entries()) {
        const [name = ''] = step.run;
        if ((0,preparation/* runsProgram */.jv)({ ...step, run: [name] }) || found.has(name) || isOfModule(name))
            continue;
        const path = await findTool(places, name);
        const digest = path === undefined ? undefined : await places.files.digest(path);
        if (path === undefined || !digest)
            throw new errors/* Failure */.H('environment', `prepare[${i}] (${(0,preparation/* formatStep */.yS)(step)}) starts ${name}, which is not on PATH`, {
                hint: 'Install it in a step of the job before Slipway, or name a program of the commit by its path: ./scripts/generate.'
            });
        const real = (await places.files.real(path)) ?? path;
        const reads = [...new Set([path, real].flatMap((each) => listReads(each, places.home)))];
        found.set(name, { name, path, sha256: digest.sha256, reads });
    }
    return [...found.values()];
}
const isOfModule = (name) => !(0,external_node_path_.isAbsolute)(name) && /[/\\]/.test(name);
async function findTool({ files, go, path, windows }, name) {
    if (name === 'go')
        return go;
    if ((0,external_node_path_.isAbsolute)(name))
        return (await files.real(name)) === undefined ? undefined : name;
    const endings = windows ? ['.exe', '.cmd', '.bat', ''] : [''];
    for (const folder of path.split(windows ? ';' : ':'))
        for (const ending of endings) {
            const whole = (0,external_node_path_.join)(folder, `${name}${ending}`);
            if ((0,external_node_path_.isAbsolute)(folder) && (await files.real(whole)) !== undefined)
                return whole;
        }
    return undefined;
}
function listReads(path, home) {
    if (/^\/(usr|bin|sbin|lib\w*|nix\/store)\//.test(path))
        return [];
    const folder = (0,external_node_path_.dirname)(path);
    const [, prefix = /[/\\]bin$/.test(folder) ? (0,external_node_path_.dirname)(folder) : folder] = /^(.+?)[/\\]lib[/\\]node_modules[/\\]/.exec(path) ?? [];
    return [isTooWide(prefix, home) ? folder : prefix].filter((each) => !isHome(each, home));
}
const isHome = (folder, home) => (0,external_node_path_.dirname)(folder) === folder || (home !== '' && (folder === home || home.startsWith(`${folder}/`)));
const isTooWide = (folder, home) => isHome(folder, home) || (0,external_node_path_.dirname)(folder) === home;

;// CONCATENATED MODULE: ./src/pipeline/stages/prepare/run-steps.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const findStepTools = ({ files, go, env }, { host }, steps) => locateTools({ files, go: go.path, path: env['PATH'] ?? '', home: env['HOME'] ?? '', windows: host.os === 'windows' }, steps);
async function runSteps(tools, source, { steps, programs }, to, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, checkOut, go, env, tell } = tools;
        const located = await findStepTools(tools, source, steps);
        const scratch = __addDisposableResource(env_1, await files.scratch('prepare'), true);
        const [root, home] = [(0,external_node_path_.join)(scratch.path, 'source'), (0,external_node_path_.join)(scratch.path, 'home')];
        await checkOut(source.commit, root, signal);
        const modules = source.committed.filter(({ mode }) => mode === git/* SUBMODULE */.NG).map(({ path }) => path);
        for (const folder of ['', ...modules])
            await files.remove((0,external_node_path_.join)(root, folder, '.git'));
        await files.write((0,external_node_path_.join)(home, 'tmp', '.keep'), '');
        const own = await copyPrograms(files, programs, (0,external_node_path_.join)(home, 'programs'));
        const modulesCache = await findModules(tools, source, (0,external_node_path_.join)(root, source.moduleDir), steps, signal);
        const place = { ...{ root, home, cwd: (0,external_node_path_.join)(root, source.moduleDir), own, located }, modules: modulesCache };
        const committed = new Map(source.committed.map((entry) => [entry.path, entry]));
        const prepared = { files, root, committed };
        const printed = new Map();
        for (const [i, step] of steps.entries()) {
            signal.throwIfAborted();
            const by = `the step ${(0,preparation/* formatStep */.yS)(step)}`;
            tell(`prepare: ${(0,preparation/* formatStep */.yS)(step)}`);
            const { stdout } = await runStep(tools, source, place, { step, at: i, by }, signal);
            if (step.stdout !== undefined)
                printed.set((0,plan_preparation/* findInRepository */.xm)(source.moduleDir, step.stdout), stdout);
            for (const path of step.makes)
                await demandMade(prepared, (0,plan_preparation/* findInRepository */.xm)(source.moduleDir, path), by);
        }
        const made = new Map();
        for (const step of steps) {
            const paths = step.makes.map((path) => (0,plan_preparation/* findInRepository */.xm)(source.moduleDir, path));
            for (const file of await listMade(prepared, paths, `the step ${(0,preparation/* formatStep */.yS)(step)}`))
                made.set(file.path, file);
        }
        for (const { path, sha256 } of made.values())
            await files.copy((0,external_node_path_.join)(root, path), (0,external_node_path_.join)(to, path), { sha256, hasty: true });
        for (const [path, text] of printed) {
            await files.write((0,external_node_path_.join)(to, path), text);
            const digest = await files.digest((0,external_node_path_.join)(to, path));
            if (digest)
                made.set(path, { path, sha256: digest.sha256, size: digest.size });
        }
        return {
            files: [...made.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
            tools: await Promise.all(located.map(async ({ name, path, sha256, reads }) => ({
                ...{ name, sha256 },
                version: name === 'go' ? go.version : await askVersion(tools, { path, reads, env }, signal)
            })))
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function copyPrograms(files, programs, folder) {
    const copied = {};
    for (const [name, path] of Object.entries(programs)) {
        copied[name] = (0,external_node_path_.join)(folder, name);
        await files.copy(path, (0,external_node_path_.join)(folder, name));
    }
    return copied;
}
async function findModules({ run, go, env, sandboxes }, { vendored }, cwd, steps, signal) {
    const asks = steps.some(({ run: [name] }) => name === 'go');
    if (vendored || (!asks && (await sandboxes.isolation()).by === 'user'))
        return '';
    const given = Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
    if (asks)
        await run([go.path, 'mod', 'download'], { cwd, env: given, signal });
    const { stdout } = await run([go.path, 'env', 'GOMODCACHE'], { cwd, env: given, signal });
    return stdout.trim();
}
async function runStep(tools, { committedAt, host }, { root, home, cwd, modules, own, located }, { step, at, by }, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, sandboxes, go, env } = tools;
        const [name = '', ...args] = (0,preparation/* fillPrograms */.dY)(step.run, (name) => own[(0,plan_preparation/* chooseProgram */.eq)(name, Object.keys(own))] ?? '');
        const tool = located.find((each) => each.name === name);
        const path = tool?.path ?? (isOfModule(name) ? (0,external_node_path_.join)(cwd, name) : name);
        if ((await files.real(path)) === undefined)
            throw new errors/* Failure */.H('input', `prepare[${at}] (${(0,preparation/* formatStep */.yS)(step)}) starts ${name}, which is not in the checkout`, {
                hint: 'Paths are relative to the folder of the module: commit it, or let a step before make it.'
            });
        const here = async (paths) => {
            const real = await Promise.all(paths.map(async (each) => (each === '' ? undefined : await files.real(each))));
            return paths.filter((_, i) => real[i] !== undefined);
        };
        const certificates = step.network ? [env['SSL_CERT_FILE'] ?? '', env['SSL_CERT_DIR'] ?? ''] : [];
        const reads = await here([...new Set([(0,external_node_path_.dirname)((0,external_node_path_.dirname)(go.path)), modules, ...(tool?.reads ?? []), ...certificates])]);
        const sandbox = __addDisposableResource(env_2, await sandboxes.open({
            ...{ reads, writes: [root, home], reaches: [], hides: [], network: step.network }
        }), true);
        const argv = [path, ...args];
        const joined = step.stdout !== undefined || host.os === 'windows' ? argv : ['/bin/sh', '-c', 'exec "$@" >&2', 'sh', ...argv];
        const epoch = Math.floor(Date.parse(committedAt) / 1000);
        const given = (0,environment/* makeStepEnvironment */.UC)(env, { home, go: go.path, modules, network: step.network, epoch });
        return await sandbox.run(joined, { cwd, env: given, signal }).catch((error) => {
            signal.throwIfAborted();
            if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
                throw error;
            const words = typeof error.cause === 'string' ? error.cause.trim().split('\n').slice(-LINES).join('\n') : '';
            throw new errors/* Failure */.H('command', `prepare[${at}]: ${by} failed: ${error.message}`, {
                hint: step.network
                    ? 'It ran in a clean checkout without a repository, and sees no variable and no file of yours.'
                    : 'It ran in a clean checkout without a repository and without the network (network: true gives it), and sees no variable and no file of yours.',
                cause: words
            });
        });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
const LINES = 30;
const VERSION_MS = 10_000;
async function askVersion({ files, sandboxes }, { path, reads, env }, signal) {
    const env_3 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_3, await files.scratch('version'), true);
        const home = (0,external_node_path_.join)(scratch.path, 'home');
        await files.write((0,external_node_path_.join)(home, '.keep'), '');
        const sandbox = __addDisposableResource(env_3, await sandboxes.open({ reads, writes: [home], reaches: [], hides: [] }), true);
        const given = { PATH: env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' };
        const until = AbortSignal.any([signal, AbortSignal.timeout(VERSION_MS)]);
        const said = await sandbox
            .run([path, '--version'], { cwd: home, env: given, signal: until })
            .catch((error) => {
            signal.throwIfAborted();
            return { stdout: '', error };
        });
        return (said.stdout.trim().split('\n')[0] ?? '').slice(0, 200);
    }
    catch (e_3) {
        env_3.error = e_3;
        env_3.hasError = true;
    }
    finally {
        const result_3 = __disposeResources(env_3);
        if (result_3)
            await result_3;
    }
}
const needsHostPrograms = (steps) => steps.some(runsProgram);


/***/ }),

/***/ 58116:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $C: () => (/* binding */ nameSbom),
/* harmony export */   cV: () => (/* binding */ nameArchive),
/* harmony export */   fw: () => (/* binding */ refuseReleaseClashes),
/* harmony export */   qZ: () => (/* binding */ nameFolder)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);
/* harmony import */ var _model_name_template_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53421);
/* harmony import */ var _model_own_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42076);




function nameArchive(settings, format, release, target, programs) {
    const usual = format === 'binary' ? '{program}_{version}_{os}_{arch}' : '{name}_{version}_{os}_{arch}';
    const name = fill(settings.name ?? usual, settings, release, target, programs);
    const ending = format === 'binary' ? (target.os === 'windows' ? '.exe' : '') : `.${format}`;
    return `${name}${ending}`;
}
const nameFolder = (settings, release, target, programs) => (settings.folder === undefined ? '' : `${fill(settings.folder, settings, release, target, programs)}/`);
const nameSbom = (program, { version }, target, form) => `${program}_${version}_${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTargetName */ .a0)(target)}.${form}.json`;
function fill(template, { spell }, { name, version }, target, programs) {
    if ((0,_model_name_template_js__WEBPACK_IMPORTED_MODULE_3__/* .listWords */ .yh)(template).includes('program') && programs.length !== 1)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml: ${template} names one program, and an archive for ${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)} holds ${programs.join(', ')}`, { hint: 'Name one program in its programs, or write {name}.' });
    const spelt = (word) => (Object.hasOwn(spell, word) ? spell[word] : undefined);
    const { os, arch } = target;
    const own = (0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTargetName */ .a0)(target).slice(os.length + 1);
    return (0,_model_name_template_js__WEBPACK_IMPORTED_MODULE_3__/* .fillName */ .bq)(template, {
        ...{ name, version, program: programs[0] ?? '' },
        os: spelt(os) ?? os,
        arch: spelt(own) ?? `${spelt(arch) ?? arch}${own.slice(arch.length)}`
    });
}
function refuseReleaseClashes(files) {
    const seen = new Map();
    for (const file of files) {
        const key = file.name.toLowerCase();
        if ((0,_model_own_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isOwnName */ .s)(file.name))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${file.what} would be named ${file.name}, as a file or folder of Slipway's own`, {
                hint: 'Give it another name in slipway.yaml.'
            });
        const other = seen.get(key);
        if (other !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `two files of the release would be named ${file.name}${other.name === file.name ? '' : ` and ${other.name}`}: ${other.what}, and ${file.what}`, {
                hint: 'Tell them apart in slipway.yaml: by archives[].name with {os}, {arch} or {program}, by builds[].name, or drop one target.'
            });
        seen.set(key, file);
    }
}


/***/ }),

/***/ 57288:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ isUsual),
/* harmony export */   Ph: () => (/* binding */ planArchives),
/* harmony export */   bx: () => (/* binding */ describeArchiveFiles),
/* harmony export */   f2: () => (/* binding */ listArchiveNames),
/* harmony export */   oI: () => (/* binding */ listUnpacked),
/* harmony export */   xq: () => (/* binding */ listArchiveTargets)
/* harmony export */ });
/* unused harmony export chooseFormat */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(40766);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);
/* harmony import */ var _package_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88204);
/* harmony import */ var _facts_archive_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25879);
/* harmony import */ var _licences_module_licences_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(63629);
/* harmony import */ var _archive_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(58116);







const isUsual = ({ programs, format, formatOf, name, folder, spell }) => programs === undefined &&
    format === undefined &&
    name === undefined &&
    folder === undefined &&
    Object.keys({ ...formatOf, ...spell }).length === 0;
const listArchiveNames = ({ name, binaries }) => [
    name,
    ...binaries.flatMap(({ sbom, spdx }) => [
        ...(sbom === undefined ? [] : [sbom]),
        ...(spdx === undefined ? [] : [spdx])
    ])
];
const describeArchiveFiles = (archive) => listArchiveNames(archive).map((name) => ({
    name,
    what: `${name === archive.name ? 'what is packed' : 'an SBOM'} for ${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(archive.target)}`
}));
const listArchiveTargets = (archives) => [
    ...new Map(archives.map(({ target }) => [(0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target), target])).values()
];
function planArchives(targets, builds, release, kinds, { spdx }) {
    refuseUnknownPrograms(builds, kinds);
    const archives = targets.flatMap((target) => {
        const programs = builds.filter((build) => build.target === target).flatMap((build) => build.binaries);
        return describeSboms(kinds.flatMap((kind) => planKind(target, programs, release, kind)), release, spdx);
    });
    for (const archive of archives)
        refuseClashInside(archive);
    return archives;
}
function planKind(target, all, release, { settings, files }) {
    const licences = files.map(({ from }) => from).filter((from) => (0,_licences_module_licences_js__WEBPACK_IMPORTED_MODULE_4__/* .isLicenceFile */ .MG)((0,_facts_archive_files_js__WEBPACK_IMPORTED_MODULE_3__/* .findNameInArchive */ .qS)(from)));
    const programs = all.filter(({ name }) => settings.programs?.includes(name) ?? true);
    if (programs.length === 0)
        return [];
    const format = chooseFormat(settings, target);
    const describe = (each, inside) => each.map(({ name, path }) => ({ name, path, entry: inside(cutBaseName(path)) }));
    if (format === 'binary')
        return programs.map((program) => ({
            target,
            name: (0,_archive_names_js__WEBPACK_IMPORTED_MODULE_5__/* .nameArchive */ .cV)(settings, format, release, target, [program.name]),
            format,
            binaries: describe([program], () => ''),
            files: [],
            licences
        }));
    const names = programs.map(({ name }) => name);
    const folder = (0,_archive_names_js__WEBPACK_IMPORTED_MODULE_5__/* .nameFolder */ .qZ)(settings, release, target, names);
    return [
        {
            target,
            name: (0,_archive_names_js__WEBPACK_IMPORTED_MODULE_5__/* .nameArchive */ .cV)(settings, format, release, target, names),
            format,
            binaries: describe(programs, (file) => `${folder}${file}`),
            files: files.map((file) => ({ ...file, to: `${folder}${file.to}` })),
            licences
        }
    ];
}
const chooseFormat = ({ format, formatOf }, { os }) => (Object.hasOwn(formatOf, os) ? formatOf[os] : undefined) ?? format ?? (os === 'windows' ? 'zip' : 'tar.gz');
const cutBaseName = (path) => path.slice(path.lastIndexOf('/') + 1);
function describeSboms(archives, release, spdx) {
    const seen = new Set();
    return archives.map((archive) => ({
        ...archive,
        binaries: archive.binaries.map((binary) => {
            if (seen.has(binary.path))
                return binary;
            seen.add(binary.path);
            const named = (form) => (0,_archive_names_js__WEBPACK_IMPORTED_MODULE_5__/* .nameSbom */ .$C)(binary.name, release, archive.target, form);
            return { ...binary, sbom: named('cdx'), ...(spdx && { spdx: named('spdx') }) };
        })
    }));
}
function refuseUnknownPrograms(builds, kinds) {
    const built = listPrograms(builds);
    const named = kinds.flatMap(({ settings }) => settings.programs ?? []);
    const unknown = named.find((name) => !built.includes(name));
    if (unknown !== undefined) {
        const near = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_6__/* .findClosest */ .Ru)(unknown, built);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml packs ${unknown}, which is not built${near === undefined ? '' : `; did you mean ${near}?`}`, { hint: `Programs: ${built.join(', ')}.` });
    }
}
function listUnpacked(builds, kinds) {
    if (kinds.some(({ settings }) => settings.programs === undefined))
        return [];
    const named = kinds.flatMap(({ settings }) => settings.programs ?? []);
    const left = listPrograms(builds).filter((name) => !named.includes(name));
    return left.length ? [`built and not released, since no archive of slipway.yaml names it: ${left.join(', ')}`] : [];
}
const listPrograms = (builds) => [
    ...new Set(builds.flatMap(({ binaries }) => binaries.map(({ name }) => name)))
];
function refuseClashInside({ name, binaries, files, format }) {
    if (format === 'binary')
        return;
    for (const { entry } of binaries) {
        const other = files.find(({ to }) => to.toLowerCase() === entry.toLowerCase() || to.toLowerCase().startsWith(`${entry.toLowerCase()}/`));
        if (other !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${name} would hold the program ${entry} and the file ${other.to}, which are one name on macOS and Windows`, {
                hint: 'Give the program another name, by builds[].name in slipway.yaml, or the file another place, by from and to.'
            });
    }
    (0,_package_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .orderEntries */ .N)([...files.map(({ to }) => to), ...binaries.map(({ entry }) => entry)].map(describeEmptyEntry));
}
const describeEmptyEntry = (name) => ({ name, bytes: NOTHING, executable: false });
const NOTHING = new Uint8Array();


/***/ }),

/***/ 57081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ planAttestation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51120);


function planAttestation({ attestations }, published) {
    if (attestations === 'off')
        return { skip: 'attestations is off' };
    if ('skip' in published)
        return published;
    const lacks = !(0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlatform */ .rB)(published.to)?.keepsAttestations
        ? 'only GitHub keeps attestations'
        : published.keyless
            ? undefined
            : 'GitHub takes keyless signatures only';
    if (lacks === undefined && published.draft)
        return { skip: 'a draft is attested by publish --finish' };
    if (lacks === undefined)
        return { work: [{ required: attestations === 'required' }] };
    if (attestations === 'required')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `attestations is required, and ${lacks}`, {
            hint: 'Release to GitHub from a job with "permissions: id-token: write, attestations: write", or leave attestations at auto.'
        });
    return { skip: lacks };
}


/***/ }),

/***/ 8114:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $H: () => (/* binding */ BUILD_OUTPUT),
/* harmony export */   Ce: () => (/* binding */ refuseStrangers),
/* harmony export */   YE: () => (/* binding */ planRebuilds),
/* harmony export */   zu: () => (/* binding */ planBuilds)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _go_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15619);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);
/* harmony import */ var _model_sample_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72219);
/* harmony import */ var _config_variables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79183);





function planBuilds(programs, source) {
    const targets = [...new Set(programs.map(({ target }) => target))];
    const builds = targets.flatMap((target) => groupBySettings(programs.filter((program) => program.target === target), source.mains).map((group) => planBuild(target, group, source)));
    refuseSharedFiles(builds);
    return builds;
}
function refuseStrangers(mains, builds, programs) {
    const unknown = builds.filter(({ main, targets }) => targets?.length !== 0 && !mains.some(({ dir }) => dir === main));
    if (unknown.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`, {
            hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
        });
    if (programs.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'no program is built for the targets that are named', {
            hint: 'Programs have targets of their own in slipway.yaml (builds[].targets): name one of those, or leave --targets out.'
        });
}
function groupBySettings(programs, mains) {
    const groups = new Map();
    for (const { main: dir, name, settings } of programs) {
        const main = mains.find((each) => each.dir === dir);
        if (!main)
            throw new Error(`${dir} was never analysed`);
        const key = JSON.stringify(name === undefined ? settings : { ...settings, dir, name });
        const group = groups.get(key) ?? { settings, mains: [] };
        group.mains.push({ ...main, name: name ?? (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .deriveExecName */ .CI)(main.importPath) });
        groups.set(key, group);
    }
    return [...groups.values()];
}
function refuseSharedFiles(builds) {
    const seen = new Map();
    for (const { target, binaries } of builds)
        for (const binary of binaries) {
            const key = binary.path.toLowerCase();
            const other = seen.get(key);
            if (other)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', other.main === binary.main
                    ? `two builds of ${binary.main} are both named ${binary.name} for ${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target)}`
                    : `${other.main} and ${binary.main} both become a program named ${binary.name}`, { hint: 'Give one of them another name, by builds[].name in slipway.yaml, or other targets.' });
            seen.set(key, binary);
        }
}
const BUILD_OUTPUT = '{out}';
function planBuild(target, group, source) {
    const parts = (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .splitUniversal */ .mm)(target).map((part) => ({ target: part, ...callGo(part, group, source) }));
    const suffix = target.os === 'windows' ? '.exe' : '';
    const binaries = group.mains.map(({ name, importPath }, i) => ({
        name,
        main: importPath,
        made: (parts[0]?.outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
        path: `bin/${(0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTargetName */ .a0)(target)}/${name}${suffix}`
    }));
    const [only, ...more] = parts.map(({ target, argv, env }) => ({ target, argv, env }));
    return only && more.length === 0
        ? { target, binaries, argv: only.argv, env: only.env }
        : { target, binaries, argv: [], env: {}, parts: only ? [only, ...more] : [] };
}
function callGo(target, { mains, settings }, { version, facts, variables }) {
    const stamp = { version, commit: facts.commit, date: facts.committedAt };
    const fill = (flag) => flag.replace(/\{(?:(version|commit|date)|env\.[A-Za-z_]\w*)\}/g, (word, name) => name === undefined ? (0,_config_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .fillVariables */ .$v)(word, variables) : stamp[name]);
    return (0,_go_command_js__WEBPACK_IMPORTED_MODULE_1__/* .makeBuildCommand */ ._7)({
        go: 'go',
        target,
        mains: mains.map(({ importPath }) => importPath),
        outDir: BUILD_OUTPUT,
        stamp,
        vendored: facts.vendored,
        settings: {
            ...settings,
            ldflags: settings.ldflags.map(fill),
            gcflags: settings.gcflags.map((flag) => (0,_config_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .fillVariables */ .$v)(flag, variables))
        },
        env: {}
    });
}
function planRebuilds(mode, { rebuild }, targets, commit) {
    if (mode !== 'release')
        return { skip: `${mode} signs nothing that ships` };
    if (rebuild === 0)
        return { skip: 'rebuild is 0' };
    return { work: (0,_model_sample_js__WEBPACK_IMPORTED_MODULE_3__/* .sampleTargets */ .t)(targets, rebuild, commit, _go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4) };
}


/***/ }),

/***/ 89168:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ chooseMode)
/* harmony export */ });
const GATED = {
    'pull-request': 'a pull request is gated',
    'merge-queue': 'a merge queue is gated'
};
function chooseMode(command, event) {
    if (command === 'build' || command === 'gate')
        return { mode: command, why: `the command ${command}` };
    if (command === 'release')
        return { mode: command, why: 'the command release' };
    return event.kind === 'tag'
        ? { mode: 'release', why: 'a tag started this run' }
        : { mode: 'gate', why: GATED[event.kind] ?? 'no tag started this run' };
}


/***/ }),

/***/ 10800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FR: () => (/* binding */ needsPrograms),
  et: () => (/* binding */ plan),
  KV: () => (/* binding */ runsPrograms)
});

// UNUSED EXPORTS: deriveProjectName

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/go-mod.ts
var go_mod = __webpack_require__(32695);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/go/version.ts
var go_version = __webpack_require__(62054);
;// CONCATENATED MODULE: ./src/go/stamp.ts




function deriveStampedVersion(facts, tag, version, go) {
    if ((0,go_version/* parseGoMinor */.f)(go) < 24)
        return { versions: [], from: [] };
    const from = listTagsBehind(facts);
    if (tag === undefined || facts.dirty.length > 0)
        return { versions: [], from };
    if (facts.moduleDir !== '' && !tag.startsWith(`${facts.moduleDir}/`))
        return { versions: [], from };
    if (facts.moduleDir !== '') {
        const own = listTagsBeside(tag, facts, go);
        return { versions: listVersionsOf(facts, own), from: isDecidedByTags(facts.moduleDir, go) ? own : from };
    }
    const fits = (name) => FORM.test(name) && listMajors(facts.module).includes(semver_default().parse(name)?.major ?? -1);
    const [highest] = facts.tags.filter(fits).sort((semver_default()).rcompare);
    if (highest !== undefined)
        return {
            versions: isUncertain(facts.module, go) ? listVersionsOf(facts, [highest]) : [highest],
            from: [highest],
            ...(highest !== tag && {
                note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
            })
        };
    const why = `${tag} is no version of ${facts.module} to go, which wants ${formatWanted(facts.module, version)}`;
    if (facts.shallow)
        throw new errors/* Failure */.H('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
            hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
        });
    return { versions: [], from, note: `${why}: build info has a pseudo-version` };
}
const FORM = /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const isUncertain = (module, go) => (0,go_version/* parseGoMinor */.f)(go) === 24 || module.startsWith('gopkg.in/');
const isDecidedByTags = (moduleDir, go) => (0,go_version/* parseGoMinor */.f)(go) > 24 && !/(^|\/)v\d+$/.test(moduleDir);
function listTagsBeside(tag, { tags }, go) {
    const prefix = tag.slice(0, tag.length - cutVersionPart(tag).length);
    return tags.filter((name) => (0,go_version/* parseGoMinor */.f)(go) === 24 || name.startsWith(prefix)).sort();
}
function listVersionsOf({ commit, committedAt }, tags) {
    const named = tags.map(cutVersionPart).filter((name) => FORM.test(name));
    const unfit = named.filter((name) => semver_default().major(name) > 1).map((name) => `${name}+incompatible`);
    const pseudo = `*${committedAt.replace(/\D/g, '')}-${commit.slice(0, 12)}`;
    return [...new Set([...named, ...unfit]), pseudo, '(devel)'];
}
function listTagsBehind({ tags, mergedTags, shallow }) {
    const isVersion = (name) => FORM.test(cutVersionPart(name));
    const here = tags.filter(isVersion).sort();
    const before = mergedTags.filter((name) => isVersion(name) && !here.includes(name)).sort();
    return [
        ...here,
        ...(before.length ? [`${before.length} before: ${(0,digest/* hashBytes */.yi)(before.join('\n'))}`] : []),
        ...(shallow ? ['a shallow clone'] : [])
    ];
}
const cutVersionPart = (tag) => tag.slice(tag.lastIndexOf('/') + 1);
function listMajors(module) {
    const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? [];
    const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined);
    return major === undefined ? [0, 1] : [Number(major)];
}
const formatWanted = (module, version) => {
    const major = semver_default().major(version);
    return listMajors(module).includes(major)
        ? `v${version.replace(/\+.*/, '')}`
        : `a module path that ends in /v${major}`;
};

// EXTERNAL MODULE: ./src/go/target.ts
var target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/config/programs.ts
var config_programs = __webpack_require__(13909);
// EXTERNAL MODULE: ./src/plan/attestation.ts
var attestation = __webpack_require__(57081);
// EXTERNAL MODULE: ./src/plan/archives.ts
var plan_archives = __webpack_require__(57288);
// EXTERNAL MODULE: ./src/plan/archive-names.ts
var archive_names = __webpack_require__(58116);
// EXTERNAL MODULE: ./src/plan/release-extras.ts
var release_extras = __webpack_require__(19672);
// EXTERNAL MODULE: ./src/model/release-extras.ts
var model_release_extras = __webpack_require__(60310);
// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
;// CONCATENATED MODULE: ./src/plan/notes.ts


function listPlanNotes(facts, { untracked, leftOut }, event, baseline) {
    return [
        ...(leftOut.length ? [`not built: ${formatSomePaths(leftOut)}; --main names programs outside of . and ./cmd`] : []),
        ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
        ...(facts.dirty.length
            ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
            : []),
        ...(untracked.length ? [`the build takes in files that git does not hold: ${formatSomePaths(untracked)}`] : []),
        ...(facts.shallow
            ? [
                'skip' in baseline && baseline.skip.includes('shallow')
                    ? 'this clone is shallow and holds no release before: what compares with one proves nothing (crd, data, surface, the way back of workloads); fetch the whole history (GitHub: fetch-depth: 0 of actions/checkout; GitLab: GIT_DEPTH: 0)'
                    : 'this clone is shallow: "latest" and the notes are decided by the tags and commits that are here'
            ]
            : [])
    ];
}
function listSignerNotes(signing, publication, { kind }) {
    const to = (0,planned/* takeWork */.n)(publication)?.to;
    if ((0,planned/* takeWork */.n)(signing)?.mode !== 'keyless' || kind === 'tag' || !(0,platforms/* findPlatform */.rB)(to))
        return [];
    return [
        'no tag started this run: its signature will name the branch, which "slipway verify URL" refuses unless it is told ' +
            'the identity; start the release by its tag'
    ];
}
const formatSomePaths = (paths) => paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '');

// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/plan/baseline.ts




function chooseBaseline({ baseline, version, tag, from, yanked }, facts) {
    if (baseline === 'none')
        return { skip: 'baseline is none' };
    const all = Object.keys(facts.tagCommits).flatMap((name) => {
        const found = (0,facts_version/* readVersionOfTag */.KJ)(name, facts.moduleDir);
        return found === undefined || name === tag ? [] : [{ tag: name, version: found }];
    });
    if (baseline !== 'auto') {
        const named = all.find((each) => each.tag === baseline);
        const commit = facts.tagCommits[baseline];
        if (!named || commit === undefined)
            throw new errors/* Failure */.H('input', `there is no earlier version with the tag ${(0,base_text/* quote */.hD)(baseline)}`, {
                hint: all.length
                    ? `Tags of this module: ${sortVersions(all)
                        .slice(0, 8)
                        .map((each) => each.tag)
                        .join(', ')}.`
                    : 'Fetch tags (actions/checkout: fetch-depth: 0).'
            });
        if (tag !== undefined && semver_default().gt(named.version, version))
            throw new errors/* Failure */.H('input', `the baseline ${(0,base_text/* quote */.hD)(baseline)} is above ${version}: an upgrade goes up`, {
                hint: `Name a version below it, or leave it out: the highest stable one below ${version} is taken.`
            });
        const back = yanked[baseline];
        const why = back === undefined ? '--baseline names it' : `--baseline names it, though it was taken back: ${back}`;
        return { ...named, commit, why, from };
    }
    const stable = all.filter((each) => semver_default().prerelease(each.version) === null);
    const candidates = tag === undefined
        ? stable.filter((each) => facts.mergedTags.includes(each.tag))
        : stable.filter((each) => semver_default().lt(each.version, version));
    const [highest] = sortVersions(candidates.filter((each) => yanked[each.tag] === undefined));
    const passed = sortVersions(candidates)
        .filter((each) => yanked[each.tag] !== undefined && (!highest || semver_default().gt(each.version, highest.version)))
        .map((each) => `${each.tag} was taken back: ${yanked[each.tag]}`)
        .join('; ');
    if (!highest)
        return {
            skip: passed
                ? `every version before has been taken back: ${passed}`
                : facts.shallow
                    ? 'this clone is shallow and holds no tag of an earlier version'
                    : tag === undefined
                        ? 'no version was released before this commit'
                        : `no stable version below ${version} has a tag: a first release`
        };
    const why = tag === undefined
        ? 'the highest stable version in the history of this commit'
        : `the highest stable version below ${version}`;
    const commit = facts.tagCommits[highest.tag] ?? '';
    return { ...highest, commit, why: passed ? `${why}; ${passed}` : why, from };
}
const sortVersions = (all) => [...all].sort((a, b) => semver_default().rcompare(a.version, b.version));

;// CONCATENATED MODULE: ./src/plan/baseline-names.ts

function nameBaseline(baseline, host, { builds, name, kinds }) {
    if ('skip' in baseline || kinds.every(({ settings }) => (0,plan_archives/* isUsual */.Bi)(settings)))
        return baseline;
    const seen = new Set();
    const packed = (0,plan_archives/* planArchives */.Ph)([host], builds, { name, version: baseline.version }, kinds, { spdx: false });
    return {
        ...baseline,
        packed: packed.map(({ name, binaries }) => ({
            name,
            holds: binaries.flatMap(({ name: program, entry }) => {
                if (seen.has(program))
                    return [];
                seen.add(program);
                return [{ program, entry }];
            })
        }))
    };
}

;// CONCATENATED MODULE: ./src/plan/build-cache.ts
function planBuildCache(mode, wanted, { kind }) {
    if (wanted !== 'auto')
        return { kind: wanted, why: `build-cache is ${wanted}` };
    if (kind === 'local')
        return { kind: 'shared', why: 'no CI job started this run' };
    if (mode === 'gate')
        return { kind: 'shared', why: 'what a gate makes does not ship' };
    return { kind: 'own', why: `a ${mode} in a CI job` };
}

// EXTERNAL MODULE: ./src/plan/builds.ts
var plan_builds = __webpack_require__(8114);
// EXTERNAL MODULE: ./src/plan/publication.ts
var publication = __webpack_require__(16961);
// EXTERNAL MODULE: ./src/plan/signing.ts
var signing = __webpack_require__(89072);
// EXTERNAL MODULE: ./src/plan/trials.ts
var trials = __webpack_require__(77766);
;// CONCATENATED MODULE: ./src/plan/vet.ts
function planVet(mode, level, builds, host) {
    if (level === 'off')
        return { skip: 'vet: off' };
    if (mode !== 'gate')
        return { skip: `a ${mode} is not vetted: its gate was` };
    const chosen = builds.find(({ target }) => target === host) ?? builds[0];
    const build = chosen?.parts?.[0] ?? chosen;
    if (!build)
        return { skip: 'nothing is built' };
    const flags = build.argv.slice(2, build.argv.indexOf('-ldflags')).filter((flag) => flag !== '-buildvcs=true');
    return { work: [{ level, argv: ['go', 'vet', '-json', ...flags, './...'], env: build.env }] };
}

// EXTERNAL MODULE: ./src/plan/preparation.ts
var preparation = __webpack_require__(90766);
// EXTERNAL MODULE: ./src/model/preparation.ts
var model_preparation = __webpack_require__(2408);
;// CONCATENATED MODULE: ./src/plan/without-cgo.ts

function judgeWithoutCgo(mode, packages, accepted) {
    const open = packages.filter((path) => !accepted.some((entry) => entry.package === path));
    const what = `built without the files that need cgo: ${open.join(', ')}; what takes their place may say at run time that it needs cgo`;
    if (mode === 'release' && open.length > 0)
        throw new errors/* Failure */.H('input', what, {
            code: 'without-cgo',
            hint: 'Slipway builds with CGO_ENABLED=0: take packages that do without cgo, or name these in accepted-without-cgo of slipway.yaml, each with a reason.'
        });
    return [
        ...(open.length > 0 ? [`${what}; a release refuses it`] : []),
        ...accepted
            .filter((entry) => packages.includes(entry.package))
            .map((entry) => `${entry.package} is built without the files that need cgo, and that is accepted: ${entry.reason}`)
    ];
}

;// CONCATENATED MODULE: ./src/plan/vulnerabilities.ts


const DATABASE = 'https://vuln.go.dev';
function planVulnerabilities(mode, { vulnerabilities: gate }, accepted, { vulnerabilityDatabase: asked }) {
    if (mode === 'build')
        return { skip: 'build proves nothing' };
    if (gate === 'off')
        return { skip: 'vulnerabilities is off' };
    if (asked === 'off') {
        if (gate === 'warn')
            return { skip: 'GOVULNDB is off' };
        throw new errors/* Failure */.H('input', 'vulnerabilities is fail, and GOVULNDB is off: nobody could be asked', {
            hint: 'Take GOVULNDB away, let it name a mirror, or set vulnerabilities to warn or off.'
        });
    }
    return { work: [{ database: asked === '' ? DATABASE : parseDatabaseAddress(asked), gate, accepted }] };
}
function parseDatabaseAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.username || url?.password)
        throw new errors/* Failure */.H('input', 'GOVULNDB holds credentials, which would be shown', {
            hint: 'Let it name a mirror that needs none; a proxy of HTTPS_PROXY may have some.'
        });
    const plain = url?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
    if (!url || !['https:', 'http:', 'file:'].includes(url.protocol) || plain || url.search || url.hash)
        throw new errors/* Failure */.H('input', `GOVULNDB is ${(0,base_text/* quote */.hD)(text)}, which is no https:// or file:// URL`, {
            hint: 'It names a copy of the database, such as https://vulndb.example.com; off: none is asked.'
        });
    return url.href.replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __webpack_require__(7196);
;// CONCATENATED MODULE: ./src/plan/plan.ts




























function plan(input) {
    const { config, project, facts, analysis, contents, surroundings, provider } = input;
    const { mode, why } = input.mode;
    const { event } = surroundings;
    const tagged = { ...facts, moduleDir: project.tagPrefix ?? facts.moduleDir };
    const chosen = (0,facts_version/* chooseVersion */.EH)({ version: config.version, event, release: mode === 'release' }, { ...facts, tagPrefix: project.tagPrefix });
    const { version, tag, why: versionFrom } = chosen;
    refuseDirt(mode, facts, analysis);
    const name = project.name ?? deriveProjectName(facts.module);
    const go = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    const mains = analysis.mains.map(({ dir }) => dir);
    const programs = (0,config_programs/* listPrograms */.eG)(mains, project.builds, config.targets);
    (0,plan_builds/* refuseStrangers */.Ce)(analysis.mains, project.builds, programs);
    const targets = [...new Set(programs.map(({ target }) => target))];
    (0,target/* refuseUnknownVariants */.RP)(targets, go.version);
    const baseline = mode === 'build' ? { skip: 'build proves nothing' } : chooseBaselineFor({ ...input, facts: tagged }, chosen);
    const proof = mode === 'build'
        ? { trials: { skip: 'build proves nothing' }, unproved: [] }
        : (0,trials/* planTrials */.l7)(config, project, {
            ...{ name, version, tagged: tag !== undefined, baseline },
            ...{ imports: analysis.imports, crds: contents.sources.crds }
        }, { host: surroundings.host, provider });
    const own = surroundings.host;
    const host = targets.find(({ os, arch }) => os === own.os && arch === own.arch) ?? own;
    const steps = input.prepared?.steps ?? [];
    const tries = (needsPrograms(proof.trials) || steps.some(model_preparation/* runsProgram */.jv)) && !targets.includes(host);
    const { variables = {} } = input;
    const source = { mains: analysis.mains, version, facts, variables };
    const builds = (0,plan_builds/* planBuilds */.zu)([...programs, ...(tries ? (0,config_programs/* listTried */.ng)(mains, project.builds, host) : [])], source);
    (0,preparation/* refuseUnknownPrograms */.yg)(steps, builds, host);
    const named = nameBaseline(baseline, host, { builds, name, kinds: contents.archives });
    const archives = (0,plan_archives/* planArchives */.Ph)(targets, builds, { name, version }, contents.archives, {
        spdx: config.sbom === 'both'
    });
    const extras = (0,release_extras/* planExtras */.t0)(project.extras, contents.releaseFiles, { name, version });
    (0,archive_names/* refuseReleaseClashes */.fw)([...archives.flatMap(plan_archives/* describeArchiveFiles */.bx), ...(0,release_extras/* describeExtraFiles */.JG)(extras)]);
    if (mode !== 'build')
        (0,release_names/* refuseNames */.d3)([...archives.flatMap(plan_archives/* listArchiveNames */.f2), ...(0,model_release_extras/* listExtraNames */.Tm)(extras)]);
    const signed = mode === 'build' ? { skip: 'build signs nothing' } : (0,signing/* planSigning */.r)(mode, config, surroundings);
    const published = (0,publication/* giveWords */.fF)((0,publication/* planPublication */.WW)(mode, config, chosen, tagged, surroundings), project.words);
    const cluster = (0,trials/* planCluster */.Ci)(proof.trials, provider);
    const stamped = deriveStampedVersion(facts, tag, version, go.version);
    return {
        mode,
        why,
        name,
        module: facts.module,
        moduleDir: facts.moduleDir,
        version,
        versionFrom,
        moduleVersions: stamped.versions,
        stampedFrom: stamped.from,
        tag,
        commit: facts.commit,
        committedAt: facts.committedAt,
        modified: facts.dirty.length > 0,
        dirtyDigest: facts.dirtyDigest,
        vendored: facts.vendored,
        go,
        baseline: named,
        host,
        builds,
        ...(Object.keys(variables).length > 0 && { variables }),
        archives,
        ...((0,model_release_extras/* listExtraNames */.Tm)(extras).length && { extras }),
        buildCache: planBuildCache(mode, config['build-cache'], event),
        ...(input.prepared && { prepared: input.prepared }),
        vet: planVet(mode, config.vet, builds, host),
        trials: proof.trials,
        cluster,
        isolation: undefined,
        unproved: proof.unproved,
        rebuilds: (0,plan_builds/* planRebuilds */.YE)(mode, config, targets, facts.commit),
        vulnerabilities: planVulnerabilities(mode, config, project.accepted, surroundings),
        signing: signed,
        publication: published,
        attestation: (0,attestation/* planAttestation */._)(config, 'skip' in published
            ? published
            : {
                ...{ to: (0,planned/* takeWork */.n)(published)?.to ?? '', draft: (0,planned/* takeWork */.n)(published)?.draft === true },
                keyless: (0,planned/* takeWork */.n)(signed)?.mode === 'keyless'
            }),
        notes: [
            ...(input.notes ?? []),
            ...listPlanNotes(facts, analysis, event, baseline),
            ...(0,config_programs/* listIdleOverrides */.yY)(project.builds, config.targets).map((name) => `overrides for ${name} fit no target here`),
            ...(0,plan_archives/* listUnpacked */.oI)(builds, contents.archives),
            ...judgeWithoutCgo(mode, analysis.withoutCgo, project.acceptedStubs),
            ...(stamped.note === undefined ? [] : [stamped.note]),
            ...listSignerNotes(signed, published, event)
        ]
    };
}
function chooseBaselineFor({ config, facts, surroundings, yanked = {} }, { version, tag }) {
    const to = (0,publication/* chooseDestination */.gV)(config.to, surroundings);
    return chooseBaseline({ baseline: config.baseline, version, tag, from: to === 'none' ? undefined : to, yanked }, facts);
}
const needsPrograms = (trials) => 'work' in trials && trials.work.some(runsPrograms);
const runsPrograms = (trial) => (0,suites/* findSuite */.gQ)(trial.suite).needs(trial).includes('programs');
const deriveProjectName = (module) => {
    const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
    return (parts.at(-1) ?? module).replace(/\.v\d+$/, '');
};
function refuseDirt(mode, facts, analysis) {
    if (mode !== 'release')
        return;
    if (facts.dirty.length)
        throw new errors/* Failure */.H('input', `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${formatSomePaths(facts.dirty)}`, {
            code: 'dirty-tree',
            hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
        });
    if (analysis.untracked.length)
        throw new errors/* Failure */.H('input', `the build would take in files that git does not hold: ${formatSomePaths(analysis.untracked)}`, {
            code: 'untracked-sources',
            hint: 'Commit them, or build without them: nobody else could build this release.'
        });
}


/***/ }),

/***/ 90766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ listStepNotes),
/* harmony export */   Ms: () => (/* binding */ splitSteps),
/* harmony export */   YV: () => (/* binding */ refuseSteps),
/* harmony export */   eq: () => (/* binding */ chooseProgram),
/* harmony export */   xm: () => (/* binding */ findInRepository),
/* harmony export */   yg: () => (/* binding */ refuseUnknownPrograms)
/* harmony export */ });
/* unused harmony export listHostPrograms */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _model_preparation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2408);



const findInRepository = (moduleDir, path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(moduleDir, path);
function refuseSteps(steps, moduleDir, committed) {
    if (steps.length > 0 && !steps.some((step) => (0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .listOutputs */ .PN)(step).length > 0))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', 'no step of prepare in slipway.yaml makes anything', {
            hint: 'Name its files or folders in makes, or the file for what it prints in stdout.'
        });
    const held = new Set(committed.map(({ path }) => path));
    const seen = new Map();
    for (const [i, step] of steps.entries())
        for (const output of (0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .listOutputs */ .PN)(step)) {
            const path = findInRepository(moduleDir, output);
            if (NEVER.test(output))
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `prepare[${i}] (${(0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .formatStep */ .yS)(step)}) makes ${output}, which no step may make`, {
                    hint: 'It decides what is built before any step runs: commit it.'
                });
            const other = [path, ...listFoldersAbove(path)].find((each) => held.has(each));
            if (other !== undefined)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `prepare[${i}] (${(0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .formatStep */ .yS)(step)}) makes ${output}, and git already holds ${other === path ? 'it' : other}`, { hint: 'Take it out of git (git rm --cached) and into .gitignore, or drop the step.' });
            const before = seen.get(path);
            if (before !== undefined)
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `prepare[${before}] and prepare[${i}] both make ${output}`, {
                    hint: 'Name it where it is made last.'
                });
            seen.set(path, i);
        }
}
const NEVER = /^(go\.(mod|sum|work|work\.sum)|slipway\.yaml|vendor(\/.*)?)$|(^|\/)\.git(\/|$)/i;
const listFoldersAbove = (path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join('/')).reverse();
};
function refuseUnknownPrograms(steps, builds, host) {
    const names = listHostPrograms(builds, host).map(({ name }) => name);
    for (const step of steps)
        (0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .fillPrograms */ .dY)(step.run, (name) => chooseProgram(name, names));
}
const listHostPrograms = (builds, host) => builds.filter(({ target }) => target === host).flatMap(({ binaries }) => binaries);
function chooseProgram(name, names) {
    const [only] = names;
    if (name === undefined && only !== undefined && names.length === 1)
        return only;
    if (name !== undefined && names.includes(name))
        return name;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', name === undefined
        ? `a step of prepare runs {program}, and this module has ${names.length}: ${names.join(', ')}`
        : `a step of prepare runs {program:${name}}, which is not built`, { hint: `Write ${names.map((each) => `{program:${each}}`).join(' or ')}.` });
}
function listStepNotes(steps, { dirty, isolated }) {
    if (steps.length === 0)
        return [];
    const offline = steps.some(({ network }) => !network);
    return [
        ...(dirty > 0 ? ['steps of prepare see the files of the commit, and none of your changes'] : []),
        ...(isolated === 'none'
            ? ['steps of prepare run on this machine as it is: nothing keeps them from your files and the network']
            : []),
        ...(isolated === 'user' && offline
            ? ['steps of prepare run as another user, which does not keep them from the network']
            : [])
    ];
}
const splitSteps = (steps) => ({
    before: steps.filter((step) => !(0,_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .runsProgram */ .jv)(step)),
    after: steps.filter(_model_preparation_js__WEBPACK_IMPORTED_MODULE_2__/* .runsProgram */ .jv)
});


/***/ }),

/***/ 19672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JG: () => (/* binding */ describeExtraFiles),
/* harmony export */   Rw: () => (/* binding */ formatExtraRows),
/* harmony export */   t0: () => (/* binding */ planExtras)
/* harmony export */ });
/* harmony import */ var _model_name_template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53421);

function planExtras({ files, source, lists }, found, { name, version }) {
    const fill = (template) => (0,_model_name_template_js__WEBPACK_IMPORTED_MODULE_0__/* .fillName */ .bq)(template, { name, version });
    return {
        files: files.flatMap((entry, i) => (found[i] ?? []).map((file) => ({
            ...file,
            to: entry.name === undefined ? file.from.slice(file.from.lastIndexOf('/') + 1) : fill(entry.name)
        }))),
        ...(source && {
            source: {
                name: `${fill(source.name ?? '{name}_{version}_source')}.tar.gz`,
                folder: fill(source.folder ?? '{name}-{version}')
            }
        }),
        lists: lists.map((list) => ({ ...list, name: fill(list.name) }))
    };
}
function describeExtraFiles(extras) {
    const { files, source, lists } = extras;
    return [
        ...files.map(({ from, to }) => ({ name: to, what: `${from} of release-files` })),
        ...(source ? [{ name: source.name, what: 'the source archive' }] : []),
        ...lists.map(({ name }) => ({ name, what: 'a list of checksums' }))
    ];
}
const formatExtraRows = ({ files, source, lists }) => [
    ...files.map(({ from, to }) => ['file', to, from]),
    ...(source ? [['source', source.name, `the commit, in ${source.folder}/`]] : []),
    ...lists.map(({ name, algorithm }) => ['list', name, `${algorithm} of every file`])
];


/***/ }),

/***/ 89072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ planSigning),
/* harmony export */   w: () => (/* binding */ refuseUnsigned)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11983);


const EMPTY = 'COSIGN_PRIVATE_KEY is set and empty';
const LOST = 'The secret is missing, has another name, or is kept from this job. ';
const isHere = (key) => key !== '' && (key.startsWith('env://') || !key.includes('://'));
function planSigning(mode, config, surroundings) {
    if (config.sign === 'none')
        return { skip: 'sign is none' };
    const key = config['sign-key'] || (surroundings.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '');
    const byKey = config.sign === 'key' || (config.sign === 'auto' && key !== '');
    if (mode === 'gate') {
        const seen = byKey && surroundings.event.untrusted === undefined && isHere(key);
        return {
            work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships', ...(seen && { opens: key }) }]
        };
    }
    if (byKey) {
        if (key === '')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `sign is key, and ${surroundings.hasEmptyKey ? EMPTY : 'there is no key'}`, {
                code: 'no-key',
                hint: `${surroundings.hasEmptyKey ? LOST : ''}Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.`
            });
        return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] };
    }
    if (config.sign === 'keyless' || surroundings.hasIdentity) {
        if (!surroundings.hasIdentity)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', 'sign is keyless, and this job has no identity token', {
                code: 'no-identity-token',
                hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
            });
        if (config.sign === 'auto' && surroundings.hasEmptyKey)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `a key should sign, and ${EMPTY}`, {
                code: 'no-key',
                hint: `${LOST}Where the identity of the job should sign, take the variable away or say sign: keyless (--sign keyless).`
            });
        if ((config['signing-config'] === '') !== (config['trusted-root'] === ''))
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'a Sigstore of your own is described by both its signing config and its trusted root', {
                hint: 'Give --signing-config FILE and --trusted-root FILE, or neither.'
            });
        const [signingConfig, trustedRoot] = [config['signing-config'], config['trusted-root']];
        return {
            work: [
                {
                    ...(signingConfig === '' ? {} : { signingConfig, trustedRoot }),
                    mode: 'keyless',
                    why: config.sign === 'keyless' ? 'sign is keyless' : 'no key, and the job has an identity token'
                }
            ]
        };
    }
    return {
        work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: a release stops before it compiles' }]
    };
}
function refuseUnsigned({ mode, signing }, { key, identity }, { hasEmptyKey }, before) {
    if (mode !== 'release' || (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_1__/* .takeWork */ .n)(signing)?.mode !== 'rehearsal')
        return;
    const reasons = [
        ...(hasEmptyKey ? [EMPTY] : []),
        ...(key !== '' || identity !== '' ? ['the settings name who must have signed'] : []),
        ...(before === undefined ? [] : [`the release before, ${before}, is signed`])
    ];
    const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : '';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `the release would not be signed: there is neither a key nor an identity token${why}`, {
        code: 'no-key',
        hint: `${hasEmptyKey ? LOST : ''}Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or let the job get an identity token. A release without a signature has to be asked for: sign: none (--sign none).`
    });
}


/***/ }),

/***/ 77766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ci: () => (/* binding */ planCluster),
/* harmony export */   l7: () => (/* binding */ planTrials),
/* harmony export */   zJ: () => (/* binding */ rollsOut)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58353);
/* harmony import */ var _model_accepted_break_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(88322);
/* harmony import */ var _model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37964);
/* harmony import */ var _smi_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49854);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7196);






function planTrials(config, project, candidate, { host, provider }) {
    const situation = {
        ...candidate,
        speaks: (0,_smi_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .listSmiVersions */ .X)(candidate.imports).map(({ group, version }) => `${group}/${version}`),
        sets: config['smi-set'],
        host,
        pods: choosePods(provider),
        minors: chooseMinors(config.kubernetes, provider)
    };
    if (config.kubernetes.length === 0 && config.suites === 'auto')
        return planNone('kubernetes is none');
    const suites = config.suites === 'auto'
        ? _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.filter((suite) => suite.fits(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite)))
        : config.suites.map(_suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .findSuite */ .gQ);
    if (suites.length === 0)
        return planNone('suites is none');
    const planned = suites.map((suite) => ({
        suite: suite.name,
        ...suite.plan(situation, (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite))
    }));
    const work = planned.flatMap(({ suite, trials = [] }) => trials.map((trial) => (0,_model_accepted_break_js__WEBPACK_IMPORTED_MODULE_5__/* .acceptInTrial */ .UQ)({ suite, ...trial }, project.acceptedBreaks)));
    const unproved = planned.flatMap(({ suite, unproved: why }) => (why === undefined ? [] : [{ suite, why }]));
    if (work.length === 0) {
        const idle = 'the program imports neither the SMI SDK nor a Kubernetes client';
        const why = unproved.map(({ suite, why }) => `${suite}: ${why}`).join('; ');
        return { trials: { skip: config.suites === 'auto' ? [idle, why].filter(Boolean).join('; ') : why }, unproved };
    }
    return { trials: { work }, unproved };
}
const planNone = (skip) => ({ trials: { skip }, unproved: [] });
const rollsOut = ({ suites }, project) => _suites_suites_js__WEBPACK_IMPORTED_MODULE_4__/* .SUITES */ .KK.some((suite) => (suites === 'auto' || suites.includes(suite.name)) && suite.rollsOut?.((0,_config_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .findSuiteSettings */ .$M)(project, suite)) === true);
const choosePods = (where) => 'missing' in where ? 'simulated' : (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .findClusterProvider */ .L)(where.provider).pods;
const chooseMinors = (asked, where) => () => {
    if (asked.length === 0)
        return [];
    if ('missing' in where)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no cluster can be made here: ${where.missing}`, {
            code: 'no-cluster',
            hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
        });
    return listOffered(asked, where);
};
function listOffered(asked, { provider, releases }) {
    const offers = Object.keys(releases);
    if (asked === 'auto')
        return offers.slice(0, 1);
    const unknown = asked.filter((minor) => !offers.includes(minor));
    if (unknown.length === 0)
        return [...new Set(asked)];
    if (!(0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_2__/* .findClusterProvider */ .L)(provider).ours)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`, {
            hint: 'Leave --kubernetes out.'
        });
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
        hint: `Offered: ${offers.join(', ')}. A cluster that already runs may have another: --kubeconfig FILE.`
    });
}
function planCluster(planned, provider) {
    if ('skip' in planned || 'missing' in provider)
        return undefined;
    const needed = new Set(planned.work.map(({ kubernetes }) => kubernetes));
    if ([...needed].every((minor) => minor === undefined))
        return undefined;
    const releases = Object.fromEntries(Object.entries(provider.releases).filter(([minor]) => needed.has(minor)));
    return { ...provider, releases };
}


/***/ }),

/***/ 93764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ describeIsolation)
/* harmony export */ });
const describeIsolation = ({ by, why }) => by === 'none' ? `none (${why}): programs under test run on the machine as it is` : `${by} (${why})`;


/***/ }),

/***/ 49854:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ listSmiVersions),
/* harmony export */   a: () => (/* binding */ isSmiSdk)
/* harmony export */ });
const SDK = 'smi-(?:sdk-go|controller-sdk)(?:-[\\w.-]+)?(?:/v\\d+)?';
const VERSION = 'v\\d+(?:(?:alpha|beta)\\d+)?';
const TYPES = new RegExp(`(?:^|/)${SDK}/(?:pkg/)?apis/(access|specs|split)/(${VERSION})$`);
const CLIENTS = new RegExp(`(?:^|/)${SDK}/pkg/gen/client/(access|specs|split)/.+/\\1/(${VERSION})(?:/fake)?$`);
const COPIES = new RegExp(`(?:^|/)flagger/pkg/apis/smi/(${VERSION})$`);
const isSmiSdk = (importPath) => new RegExp(`(?:^|/)${SDK}(?:/|$)`).test(importPath);
const listSmiVersions = (importPaths) => {
    const found = importPaths.flatMap((path) => {
        const [, api, version] = TYPES.exec(path) ?? CLIENTS.exec(path) ?? [];
        if (api !== undefined && version !== undefined)
            return [`${api}.smi-spec.io/${version}`];
        const copy = COPIES.exec(path)?.[1];
        return copy === undefined ? [] : [`split.smi-spec.io/${copy}`];
    });
    return [...new Set(found)].sort().map((groupVersion) => {
        const [group = '', version = ''] = groupVersion.split('/');
        return { group, version };
    });
};


/***/ }),

/***/ 20509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P8: () => (/* binding */ showPath),
/* harmony export */   gG: () => (/* binding */ askGit),
/* harmony export */   yQ: () => (/* binding */ hashFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40766);
/* harmony import */ var _facts_git_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17587);



async function askGit({ run, env, root, signal }, args, input) {
    const options = { env, ...(signal && { signal }), ...(input !== undefined && { input }) };
    return (await run(['git', '-C', root, '-c', `safe.directory=${root}`, ...args], options)).stdout;
}
async function hashFiles(checkout, paths) {
    if (paths.length === 0)
        return [];
    const input = `${paths.map(quotePath).join('\n')}\n`;
    const stdout = await askGit(checkout, ['hash-object', '--no-filters', '--stdin-paths'], input).catch((error) => {
        checkout.signal?.throwIfAborted();
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'command' && UNREAD.test(String(error.cause)))
            return undefined;
        return (0,_facts_git_js__WEBPACK_IMPORTED_MODULE_1__/* .explainGitRefusal */ .a)('what its files hold', checkout.root)(error);
    });
    const objects = stdout?.split('\n').filter(Boolean);
    if (objects === undefined || (objects.length === paths.length && objects.every((object) => OBJECT.test(object))))
        return objects;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('command', `git was asked about ${paths.length} files of ${checkout.root} and names ${objects.length}`, {
        hint: 'Is the git on PATH the real one? `git hash-object --stdin-paths` prints a line for each file.'
    });
}
const OBJECT = /^[0-9a-f]{40,64}$/;
const UNREAD = /could not open|unable to (hash|read)|No such file|Permission denied|Is a directory/i;
const quotePath = (path) => /^"|[\n\r]/.test(path) ? `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"` : path;
const showPath = (path) => (/^[\x21-\x7e]+$/.test(path) ? path : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(path));


/***/ }),

/***/ 89431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TD: () => (/* binding */ compareWithCommit)
});

// UNUSED EXPORTS: findOthers, makeBelow

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/facts/blobs.ts
var blobs = __webpack_require__(58767);
// EXTERNAL MODULE: ./src/facts/git.ts
var git = __webpack_require__(17587);
// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
// EXTERNAL MODULE: ./src/source/checkout.ts
var source_checkout = __webpack_require__(20509);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/source/lfs.ts
var lfs = __webpack_require__(84806);
;// CONCATENATED MODULE: ./src/source/explain.ts






const PULL = 'Run git lfs pull (actions/checkout: lfs: true).';
const WHOLE = 'Check out every file: git sparse-checkout disable.';
const LINE_ENDS = 'Check out without changed line ends: git config core.autocrlf false, git config core.eol lf, git rm -r -q --cached . and git reset --hard; or commit a .gitattributes with "* -text".';
async function explainOthers(checkout, others) {
    const every = [...others.missing, ...others.other, ...others.pointers];
    const repositories = [...new Set(every.map(({ submodule }) => submodule))];
    const parts = await Promise.all(repositories.map(async (submodule) => {
        const prefix = submodule === undefined ? '' : `${submodule}/`;
        const own = (entries) => entries
            .filter((entry) => entry.submodule === submodule)
            .map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }));
        const { missing, other, pointers } = others;
        const place = { ...checkout, root: (0,external_node_path_.join)(checkout.root, submodule ?? '') };
        const found = await explainIn(place, { missing: own(missing), other: own(other), pointers: own(pointers) });
        return found.map((problem) => ({ ...problem, path: `${prefix}${problem.path}` }));
    }));
    return parts.flat();
}
async function explainIn(checkout, { missing, other, pointers }) {
    const [meant, flags, filters] = await Promise.all([
        (0,lfs/* readPointers */.J1)(checkout, other),
        readFlags(checkout, [...missing, ...other]),
        readFilters(checkout, other)
    ]);
    const limit = (0,p_limit/* default */.A)(4);
    const different = await Promise.all(other.map((entry, i) => limit(async () => {
        const { path } = entry;
        const pointer = meant[i];
        const file = pointer && (await checkout.files.digest((0,external_node_path_.join)(checkout.root, path)));
        if (pointer)
            return file?.sha256 === pointer.sha256 && file.size === pointer.size
                ? []
                : [{ path, seen: 'not the file that its Git LFS pointer names', help: PULL }];
        const flag = flags.get(path);
        if (flag === 'S')
            return [{ path, ...SKIPPED(path) }];
        if (flag !== undefined && flag !== flag.toUpperCase())
            return [{ path, ...ASSUMED(path) }];
        if (await hasOtherLineEnds(checkout, entry))
            return [{ path, seen: 'other line ends', help: LINE_ENDS }];
        const filter = filters.get(path);
        if (filter !== undefined)
            return [
                { path, seen: `changed by ${filter} of .gitattributes`, help: 'What ships may have no such attribute.' }
            ];
        return [
            {
                path,
                seen: 'other bytes',
                help: `Look at git -C ${checkout.root} diff --no-ext-diff, and check it out again.`
            }
        ];
    })));
    return [
        ...missing.map(({ path }) => ({
            path,
            ...(flags.get(path)?.toUpperCase() === 'S'
                ? { seen: 'not here, since this checkout is sparse', help: WHOLE }
                : { seen: 'not here', help: `Run git checkout -- ${(0,source_checkout/* showPath */.P8)(path)}.` })
        })),
        ...pointers.map(({ path }) => ({ path, seen: 'a pointer of Git LFS, and not the file', help: PULL })),
        ...different.flat()
    ];
}
const SKIPPED = (path) => ({
    seen: 'changed, and marked skip-worktree',
    help: `Run git update-index --no-skip-worktree -- ${(0,source_checkout/* showPath */.P8)(path)}, and see git diff.`
});
const ASSUMED = (path) => ({
    seen: 'changed, and marked assume-unchanged',
    help: `Run git update-index --no-assume-unchanged -- ${(0,source_checkout/* showPath */.P8)(path)}, and see git diff.`
});
async function readFlags(checkout, entries) {
    if (entries.length === 0)
        return new Map();
    const stdout = await (0,source_checkout/* askGit */.gG)(checkout, ['ls-files', '-v', '-z']);
    return new Map(stdout.split('\0').map((line) => [line.slice(2), line.slice(0, 1)]));
}
async function readFilters(checkout, entries) {
    if (entries.length === 0)
        return new Map();
    const args = ['check-attr', '-z', '--stdin', 'filter', 'ident', 'working-tree-encoding'];
    const said = (await (0,source_checkout/* askGit */.gG)(checkout, args, entries.map(({ path }) => `${path}\0`).join(''))).split('\0');
    const found = new Map();
    for (let i = 0; i + 2 < said.length; i += 3) {
        const [path = '', name = '', value = ''] = said.slice(i, i + 3);
        if (value !== 'unspecified' && value !== 'unset')
            found.set(path, value === 'set' ? name : `${name}=${value}`);
    }
    return found;
}
async function hasOtherLineEnds({ files, root }, { path, object }) {
    const bytes = await files.read((0,external_node_path_.join)(root, path)).catch((error) => {
        if (error instanceof errors/* Failure */.H && error.kind === 'input')
            return undefined;
        throw error;
    });
    if (bytes === undefined)
        return false;
    const text = Buffer.from(bytes).toString('latin1');
    const unix = text.replaceAll('\r\n', '\n');
    return [unix, unix.replaceAll('\n', '\r\n')].some((other) => other !== text && (0,blobs/* hashBlob */.Q)(Buffer.from(other, 'latin1'), object) === object);
}

// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/source/problems.ts



function refuseOthers(problems) {
    if (problems.length === 0)
        return;
    const more = problems.length > SHOWN ? `, and ${problems.length - SHOWN} more` : '';
    const [named, one] = [problems.slice(0, SHOWN), problems.length === 1];
    throw new errors/* Failure */.H('input', `${(0,base_text/* formatCount */.B4)(problems.length, 'file')} that ${one ? 'is' : 'are'} built, tried or shipped ${one ? 'is' : 'are'} not ` +
        `the commit's: ${named.map(({ path, seen }) => `${(0,source_checkout/* showPath */.P8)(path)} (${seen})`).join(', ')}${more}`, { code: 'changed-source', hint: [...new Set(named.map(({ help }) => help))].join(' ') });
}
const SHOWN = 5;

;// CONCATENATED MODULE: ./src/source/submodules.ts




async function openSubmodules(checkout, entries, isUsed, isAdmitted) {
    const parts = await Promise.all(entries.map(async (entry) => {
        if (entry.mode !== git/* SUBMODULE */.NG)
            return { files: [entry], problems: [] };
        if (!isUsed(entry.path))
            return { files: [], problems: [] };
        return await openSubmodule(checkout, entry, isUsed, isAdmitted);
    }));
    return { files: parts.flatMap(({ files }) => files), problems: parts.flatMap(({ problems }) => problems) };
}
async function openSubmodule(checkout, { path, object }, isUsed, isAdmitted) {
    const root = (0,external_node_path_.join)(checkout.root, path);
    const shown = (0,source_checkout/* showPath */.P8)(path);
    const update = `Run git submodule update --init -- ${shown} (actions/checkout: submodules: recursive).`;
    const refused = (seen, help) => ({ files: [], problems: [{ path, seen, help }] });
    if ((await checkout.files.stamp((0,external_node_path_.join)(root, '.git'))) === undefined)
        return refused('a submodule that is not here', update);
    const sub = { ...checkout, root };
    const ask = async (...args) => (0,source_checkout/* askGit */.gG)(sub, args).catch((error) => {
        checkout.signal?.throwIfAborted();
        if (error instanceof errors/* Failure */.H && error.kind === 'command')
            return undefined;
        throw error;
    });
    const [head, status] = await Promise.all([
        ask('rev-parse', 'HEAD'),
        ask('status', '--porcelain=v1', '-z', '--ignore-submodules=none', '--untracked-files=normal')
    ]);
    if (head === undefined || status === undefined)
        return refused('a submodule that git cannot read', update);
    const at = head.trim();
    const admitted = isAdmitted(path);
    if (!admitted && at !== object)
        return refused(`a submodule at ${at.slice(0, 7)}, and the commit has it at ${object.slice(0, 7)}`, update);
    if (!admitted && status !== '')
        return refused('a submodule with changes', `Commit, stash or remove what git -C ${shown} status shows.`);
    const committed = await (0,git/* listCommitted */.hS)(sub, root, at);
    const below = committed.map((entry) => ({ ...entry, path: `${path}/${entry.path}`, submodule: path }));
    return await openSubmodules(checkout, below, isUsed, isAdmitted);
}

// EXTERNAL MODULE: ./src/facts/go-packages.ts + 5 modules
var go_packages = __webpack_require__(18924);
;// CONCATENATED MODULE: ./src/source/taken.ts


const SOURCE = /\.(go|s|S|sx|h|hh|hpp|hxx|syso)$/;
const LEGAL = /^(licen[cs]e|copying|notice|unlicense|copyright)/i;
function chooseTaken(committed, wanted) {
    const isTaken = makeChoice(wanted);
    return committed.filter(({ path, mode }) => isTaken(path, mode === git/* SUBMODULE */.NG));
}
function makeChoice({ takes, moduleDir, vendored, named, whole }) {
    const folders = new Set(takes.folders);
    const modules = new Set(takes.modules);
    const names = new Set(named);
    const trees = [...named, ...(vendored ? [joinPath(moduleDir, 'vendor')] : [])].map((name) => `${name}/`);
    const module = moduleDir === '' ? '' : `${moduleDir}/`;
    const embeds = groupEmbeds(takes);
    const isFile = (path) => {
        const cut = path.lastIndexOf('/');
        const [folder, name] = [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
        if (folders.has(folder) && ((SOURCE.test(name) && !name.endsWith('_test.go')) || name === go_packages/* PROFILE */.Cn))
            return true;
        if (modules.has(folder) && (name === 'go.mod' || name === 'go.sum' || LEGAL.test(name)))
            return true;
        if (names.has(path) || trees.some((tree) => path.startsWith(tree)))
            return true;
        if (whole && name.endsWith('.go') && path.startsWith(module) && !PASSED_OVER.test(path.slice(module.length)))
            return true;
        if (embeds.size === 0)
            return false;
        return listFoldersAbove(path).some((above) => embeds.get(above)?.some((pattern) => pattern.test(path.slice(above === '' ? 0 : above.length + 1))));
    };
    const places = [...takes.folders, ...takes.modules, ...named, ...takes.embeds.map(formatEmbedPlace)];
    return (path, all) => isFile(path) || (all && places.some((place) => place === path || place.startsWith(`${path}/`)));
}
const PASSED_OVER = /(^|\/)([._][^/]*|testdata|vendor)\//;
const joinPath = (folder, name) => (folder === '' ? name : `${folder}/${name}`);
const formatEmbedPlace = ({ folder, pattern }) => joinPath(folder, pattern.replace(/\/?[^/]*[*?[\\].*$/s, ''));
function groupEmbeds({ embeds }) {
    const groups = new Map();
    for (const { folder, pattern } of embeds) {
        const parts = pattern.split('/').map((part) => /[[\\]/.test(part)
            ? '[^/]*'
            : part
                .replace(/[.+^${}()|]/g, '\\$&')
                .replace(/\*/g, '[^/]*')
                .replace(/\?/g, '[^/]'));
        const whole = pattern === '.' ? '' : parts.join('/');
        groups.set(folder, [...(groups.get(folder) ?? []), new RegExp(whole === '' ? '^' : `^${whole}(/|$)`, 's')]);
    }
    return groups;
}
function listFoldersAbove(path) {
    const parts = path.split('/').slice(0, -1);
    return ['', ...parts.map((_, i) => parts.slice(0, i + 1).join('/'))];
}

;// CONCATENATED MODULE: ./src/source/compare.ts












async function compareWithCommit(checkout, committed, wanted, { dirty, untracked }) {
    const isAdmitted = makeBelow(dirty);
    const { all, problems } = await openTaken(checkout, committed, wanted, isAdmitted);
    const held = all.filter(({ path }) => !isAdmitted(path));
    const regular = held.filter(({ mode }) => mode !== git/* LINK */.ps);
    const led = await followLinks(checkout, held.filter(({ mode }) => mode === git/* LINK */.ps), [...committed, ...all]);
    const behind = led.places.filter((place) => !isAdmitted(place.path) && !regular.includes(place));
    refuseOthers([...problems, ...led.problems, ...(await findOthers(checkout, [...regular, ...new Set(behind)]))]);
    return await digestOthers(checkout, [...all.map(({ path }) => path).filter(isAdmitted), ...untracked]);
}
async function openTaken(checkout, committed, wanted, isAdmitted) {
    const taken = chooseTaken(committed, wanted);
    if (!taken.some(({ mode }) => mode === git/* SUBMODULE */.NG))
        return { all: taken, problems: [] };
    const isUsed = (path) => chooseTaken([{ path, mode: git/* SUBMODULE */.NG, object: '' }], wanted).length > 0;
    const { files, problems } = await openSubmodules(checkout, taken, isUsed, isAdmitted);
    return { all: chooseTaken(files, wanted), problems };
}
async function findOthers(checkout, entries) {
    const { here, objects } = await hashThere(checkout, entries);
    const present = here.length === entries.length ? undefined : new Set(here);
    const missing = present === undefined ? [] : entries.filter((entry) => !present.has(entry));
    const other = here.filter(({ object }, i) => object !== objects[i]);
    const same = here.filter(({ object, path }, i) => object === objects[i] && !CODE.test(path));
    const pointers = await findPointers(checkout, same);
    return missing.length + other.length + pointers.length === 0
        ? []
        : await explainOthers(checkout, { missing, other, pointers });
}
const CODE = /\.(go|s|S|sx|h|hh|hpp|hxx)$|(^|\/)go\.(mod|sum)$/;
const AT_ONCE = 32;
async function hashThere(checkout, entries) {
    const objects = await (0,source_checkout/* hashFiles */.yQ)(checkout, entries.map(({ path }) => path));
    if (objects)
        return { here: entries, objects };
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const stamps = await Promise.all(entries.map(({ path }) => limit(() => checkout.files.stamp((0,external_node_path_.join)(checkout.root, path)))));
    const here = entries.filter((_, i) => stamps[i] !== undefined);
    const again = await (0,source_checkout/* hashFiles */.yQ)(checkout, here.map(({ path }) => path));
    if (again)
        return { here, objects: again };
    for (const { path } of here)
        await checkout.files.digest((0,external_node_path_.join)(checkout.root, path));
    throw new Error('git could not read a file that can be read');
}
async function findPointers({ files, root }, entries) {
    const limit = (0,p_limit/* default */.A)(AT_ONCE);
    const found = await Promise.all(entries.map((entry) => limit(async () => {
        const end = await files.tail((0,external_node_path_.join)(root, entry.path), lfs/* LONGEST_POINTER */.B3);
        return end?.before === 0 && (0,lfs/* parsePointer */.vp)(end.bytes) ? [entry] : [];
    })));
    return found.flat();
}
async function followLinks({ files, root }, links, known) {
    if (links.length === 0)
        return { places: [], problems: [] };
    const entries = new Map(known.map((entry) => [entry.path, entry]));
    const [places, problems] = [[], []];
    for (const { path, object } of links) {
        const words = await files.link((0,external_node_path_.join)(root, path));
        if (words === undefined || (0,blobs/* hashBlob */.Q)(Buffer.from(words), object) !== object) {
            const seen = words === undefined ? 'no link here, and one in the commit' : 'a link to elsewhere than in the commit';
            problems.push({ path, seen, help: 'Check out again where links can be made: git config core.symlinks true.' });
            continue;
        }
        const place = await (0,work_tree/* resolveInside */.LI)(files, root, (0,external_node_path_.join)(root, path), path);
        const entry = place === undefined ? undefined : entries.get(place);
        if (entry && entry.mode !== git/* SUBMODULE */.NG)
            places.push(entry);
        else
            problems.push({
                path,
                seen: `a link to ${place ?? 'nothing'}, which is no file that git holds`,
                help: 'Commit that file, or let the link lead to one that is.'
            });
    }
    return { places, problems };
}
async function digestOthers(checkout, paths) {
    if (paths.length === 0)
        return '';
    const { here, objects } = await hashThere(checkout, paths.map((path) => ({ path })));
    return (0,digest/* hashBytes */.yi)(here
        .map(({ path }, i) => `${objects[i]} ${path}`)
        .sort()
        .join('\0'));
}
function makeBelow(paths) {
    if (paths.length === 0)
        return () => false;
    const names = new Set(paths.map((path) => path.replace(/\/$/, '')));
    return (path) => {
        for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
            if (names.has(path.slice(0, end)))
                return true;
        return false;
    };
}


/***/ }),

/***/ 84806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ LONGEST_POINTER),
/* harmony export */   J1: () => (/* binding */ readPointers),
/* harmony export */   vp: () => (/* binding */ parsePointer)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44427);
/* harmony import */ var _facts_blobs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58767);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20509);



const LONGEST_POINTER = 1024;
function parsePointer(bytes) {
    if (bytes.length > LONGEST_POINTER)
        return undefined;
    const text = Buffer.from(bytes).toString('utf8');
    if (!/^version https?:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\/v1\r?\n/.test(text))
        return undefined;
    const sha256 = /^oid sha256:([0-9a-f]+)\r?$/m.exec(text)?.[1];
    const size = /^size (\d+)\r?$/m.exec(text)?.[1];
    return (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h)(sha256) && size !== undefined ? { sha256, size: Number(size) } : undefined;
}
async function readPointers(checkout, entries) {
    if (entries.length === 0)
        return [];
    const list = (objects) => objects.map((object) => `${object}\n`).join('');
    const sizes = (await (0,_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .askGit */ .gG)(checkout, ['cat-file', '--batch-check'], list(entries.map(({ object }) => object))))
        .split('\n')
        .map((line) => Number(line.split(' ')[2] ?? Infinity));
    const small = entries.filter((_, i) => (sizes[i] ?? Infinity) <= LONGEST_POINTER);
    if (small.length === 0)
        return entries.map(() => undefined);
    const git = ['-C', checkout.root, '-c', `safe.directory=${checkout.root}`];
    const texts = await (0,_facts_blobs_js__WEBPACK_IMPORTED_MODULE_0__/* .readTexts */ .Z)(checkout, git, small.map(({ object }) => object));
    return entries.map(({ object }) => {
        const text = texts.get(object);
        return text === undefined ? undefined : parsePointer(Buffer.from(text));
    });
}


/***/ }),

/***/ 21409:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xv: () => (/* binding */ makeOverlay),
/* harmony export */   nY: () => (/* binding */ putMade)
/* harmony export */ });
/* unused harmony export makeIsOutput */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89431);


async function makeOverlay(files, root, { files: made, folder, outputs }, tracked) {
    const known = new Set([...made, ...tracked].map(({ path }) => path));
    const here = await Promise.all(outputs.map(async (output) => (await files.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, output))).map((name) => `${output}/${name}`)));
    const stale = here.flat().filter((path) => !known.has(path));
    const seen = [
        ...stale.map((path) => [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path), '']),
        ...made.map(({ path }) => [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path)])
    ];
    return JSON.stringify({ Replace: Object.fromEntries(seen) });
}
async function putMade(files, root, { files: made, folder, outputs }) {
    for (const { path, sha256 } of made)
        await files.copy((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path), { sha256, hasty: true });
    const lines = outputs.map((path) => `/${path.replace(/[\\*?[\] !#]/g, '\\$&')}\n`);
    await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, '.git/info/exclude'), lines.join(''));
}
const makeIsOutput = (outputs) => makeBelow(outputs);


/***/ }),

/***/ 61596:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ checkOutCommit)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/facts/blobs.ts
var blobs = __webpack_require__(58767);
// EXTERNAL MODULE: ./src/facts/git.ts
var git = __webpack_require__(17587);
// EXTERNAL MODULE: ./src/source/checkout.ts
var source_checkout = __webpack_require__(20509);
;// CONCATENATED MODULE: ./src/source/partial-clone.ts


async function completeObjects(checkout, commit) {
    const remote = await findPromisor(checkout);
    if (remote === undefined)
        return;
    const missing = await listMissing(checkout, commit);
    if (missing.length === 0)
        return;
    try {
        await (0,source_checkout/* askGit */.gG)(checkout, [
            ...['-c', 'fetch.negotiationAlgorithm=noop', 'fetch', '--quiet', '--no-tags', '--no-write-fetch-head'],
            ...['--recurse-submodules=no', '--filter=blob:none', '--stdin', remote]
        ], missing.map((object) => `${object}\n`).join(''));
    }
    catch (cause) {
        checkout.signal?.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
            throw cause;
        throw makeLackFailure(commit, missing.length, cause);
    }
    const left = await listMissing(checkout, commit);
    if (left.length > 0)
        throw makeLackFailure(commit, left.length, undefined);
}
const makeLackFailure = (commit, count, cause) => new errors/* Failure */.H('environment', `this clone is partial: it lacks ${count} files of commit ${commit.slice(0, 7)}, and its remote does not give them`, {
    hint: 'Complete it: git fetch --refetch --no-filter (actions/checkout: without filter).',
    ...(cause && { cause: cause.cause })
});
async function findPromisor(checkout) {
    const said = await (0,source_checkout/* askGit */.gG)(checkout, ['config', '--get-regexp', String.raw `^remote\..*\.promisor$`]).catch((error) => {
        checkout.signal?.throwIfAborted();
        if (error instanceof errors/* Failure */.H && error.kind === 'command')
            return '';
        throw error;
    });
    return /^remote\.(.+)\.promisor true$/m.exec(said)?.[1];
}
const listMissing = async (checkout, commit) => {
    const args = ['rev-list', '--objects', '--no-object-names', '--no-walk', '--missing=print', commit];
    return (await (0,source_checkout/* askGit */.gG)(checkout, args))
        .split('\n')
        .filter((line) => line.startsWith('?'))
        .map((line) => line.slice(1));
};

// EXTERNAL MODULE: ./src/source/lfs.ts
var lfs = __webpack_require__(84806);
;// CONCATENATED MODULE: ./src/source/second-checkout.ts







async function checkOutCommit(from, commit, to) {
    await makeRepository(from, to);
    const place = { ...from, root: to };
    const tags = await (0,source_checkout/* askGit */.gG)(from, ['for-each-ref', 'refs/tags', '--format=create %(refname) %(objectname)']);
    if (tags.trim() !== '')
        await (0,source_checkout/* askGit */.gG)(place, ['update-ref', '--stdin'], tags);
    await fill(from, commit, to);
}
async function makeRepository({ run, env, files, root, signal, ...rest }, to) {
    const from = { run, env, files, root, ...(signal && { signal }), ...rest };
    const said = await (0,source_checkout/* askGit */.gG)(from, ['rev-parse', '--git-common-dir', '--git-path', 'objects', '--show-object-format']);
    const [common = '', objects = '', format = ''] = said.split('\n');
    const options = { env, ...(signal && { signal }) };
    await run(['git', '-C', root, 'init', '--quiet', '--template=', `--object-format=${format}`, to], options);
    const own = (0,external_node_path_.join)(to, '.git');
    await files.write((0,external_node_path_.join)(own, 'objects/info/alternates'), `${(0,external_node_path_.resolve)(root, objects).replaceAll('\\', '/')}\n`);
    const shallow = await files.read((0,external_node_path_.join)((0,external_node_path_.resolve)(root, common), 'shallow'));
    if (shallow)
        await files.write((0,external_node_path_.join)(own, 'shallow'), shallow);
    await files.write((0,external_node_path_.join)(own, 'info/attributes'), '* -text !eol -ident -filter !working-tree-encoding\n');
}
async function fill(from, commit, to) {
    const place = { ...from, root: to };
    await completeObjects(from, commit);
    const settings = ['core.hooksPath=/dev/null', 'submodule.recurse=false', 'core.sparseCheckout=false'];
    await (0,source_checkout/* askGit */.gG)(place, [
        ...[...settings, 'advice.detachedHead=false'].flatMap((setting) => ['-c', setting]),
        ...['checkout', '--quiet', '--force', '--detach', commit]
    ]);
    const entries = await (0,git/* listCommitted */.hS)(place, to, commit);
    const submodules = entries.filter(({ mode }) => mode === git/* SUBMODULE */.NG);
    const fetched = await putFetchedFiles(from, place, entries);
    await holdAgainstTree(place, commit, entries.filter(({ mode, path }) => mode !== git/* SUBMODULE */.NG && !fetched.has(path)));
    for (const { path, object } of submodules) {
        const sub = { ...from, root: (0,external_node_path_.join)(from.root, path) };
        if (!(await hasCommit(sub, object)))
            continue;
        await makeRepository(sub, (0,external_node_path_.join)(to, path));
        await fill(sub, object, (0,external_node_path_.join)(to, path));
    }
}
async function hasCommit(sub, commit) {
    if ((await sub.files.stamp((0,external_node_path_.join)(sub.root, '.git'))) === undefined)
        return false;
    return await (0,source_checkout/* askGit */.gG)(sub, ['cat-file', '-e', `${commit}^{commit}`]).then(() => true, (error) => {
        if (error instanceof errors/* Failure */.H && error.kind === 'command')
            return false;
        throw error;
    });
}
async function putFetchedFiles(from, place, entries) {
    const { files } = from;
    const attributes = entries.filter(({ path, mode }) => /(^|\/)\.gitattributes$/.test(path) && mode !== git/* LINK */.ps);
    const texts = await Promise.all(attributes.map(({ path }) => files.read((0,external_node_path_.join)(place.root, path))));
    if (!texts.some((text) => text && Buffer.from(text).includes('filter=lfs')))
        return new Set();
    const regular = entries.filter(({ mode }) => mode !== git/* LINK */.ps && mode !== git/* SUBMODULE */.NG);
    const pointers = await (0,lfs/* readPointers */.J1)(place, regular);
    const common = (0,external_node_path_.resolve)(from.root, (await (0,source_checkout/* askGit */.gG)(from, ['rev-parse', '--git-common-dir'])).trim());
    const put = new Set();
    for (const [i, { path }] of regular.entries()) {
        const pointer = pointers[i];
        if (!pointer)
            continue;
        const { sha256 } = pointer;
        const kept = (0,external_node_path_.join)(common, 'lfs/objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
        for (const source of [(0,external_node_path_.join)(from.root, path), kept]) {
            if ((await files.stamp(source)) === undefined || (await files.digest(source))?.sha256 !== sha256)
                continue;
            await files.copy(source, (0,external_node_path_.join)(place.root, path), { sha256, hasty: true });
            put.add(path);
            break;
        }
    }
    const names = [...put].map((path) => `${path}\0`).join('');
    if (names !== '')
        await (0,source_checkout/* askGit */.gG)(place, ['update-index', '--assume-unchanged', '-z', '--stdin'], names);
    return put;
}
async function holdAgainstTree(place, commit, entries) {
    const wrong = [];
    const plain = [];
    for (const entry of entries) {
        const words = entry.mode === git/* LINK */.ps ? await place.files.link((0,external_node_path_.join)(place.root, entry.path)) : undefined;
        if (words === undefined)
            plain.push(entry);
        else if ((0,blobs/* hashBlob */.Q)(Buffer.from(words), entry.object) !== entry.object)
            wrong.push(entry.path);
    }
    const objects = await (0,source_checkout/* hashFiles */.yQ)(place, plain.map(({ path }) => path));
    if (objects)
        wrong.push(...plain.filter(({ object }, i) => object !== objects[i]).map(({ path }) => path));
    else
        for (const { path, object } of plain) {
            const [found] = (await place.files.stamp((0,external_node_path_.join)(place.root, path))) === undefined ? [] : ((await (0,source_checkout/* hashFiles */.yQ)(place, [path])) ?? []);
            if (found !== object)
                wrong.push(path);
        }
    if (wrong.length === 0)
        return;
    throw new errors/* Failure */.H('command', `git checked commit ${commit.slice(0, 7)} out and ended well, but ${wrong.length} of its files are not there or not the commit's: ` +
        wrong.slice(0, 5).map(source_checkout/* showPath */.P8).join(', '), { hint: 'Run `git fsck` in your clone. Names that differ in case alone need a file system that tells them apart.' });
}


/***/ }),

/***/ 55546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OC: () => (/* binding */ formatRecordPath),
/* harmony export */   OJ: () => (/* binding */ isMadeFile),
/* harmony export */   Wg: () => (/* binding */ ledger),
/* harmony export */   YG: () => (/* binding */ NO_LEDGER)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44427);
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23659);





const isMadeFile = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .shaped */ .e9)({ path: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH, sha256: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isSha256 */ ._h, size: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isCount */ .my });
const isRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .shaped */ .e9)({
    step: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH,
    shape: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isNumber */ .Et,
    input: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2,
    value: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2,
    files: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)(_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2),
    by: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isAnything */ .r2)
});
function ledger(files, folder) {
    const done = new Map();
    const recorded = async (step) => {
        const record = await readRecord(files, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, formatRecordPath(step)));
        return record && isRecordOf(record, step) ? record : undefined;
    };
    const lookUp = async (step) => {
        const record = await recorded(step);
        if (!record)
            return undefined;
        const left = listLeftFiles(step, record.value);
        const found = await Promise.all(left.map(({ path, size }) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path), size)));
        if (!found.every((digest, i) => digest !== undefined && digest.sha256 === left[i]?.sha256))
            return undefined;
        done.set(formatRecordPath(step), step.kind);
        return record.value;
    };
    const record = async (step, { value, by }) => {
        const { kind, shape, input } = step;
        const record = { step: kind, shape, input, value: value, files: listLeftFiles(step, value), by };
        await files.write((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, formatRecordPath(step)), `${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(record)}\n`);
        done.set(formatRecordPath(step), kind);
    };
    return {
        lookUp,
        record,
        async once(step, make) {
            const before = await lookUp(step);
            if (before !== undefined)
                return { value: before, reused: true };
            const made = await make();
            await record(step, made);
            return { value: made.value, reused: false };
        },
        async doneBy(step) {
            const by = (await recorded(step))?.by;
            return (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH)(by) ? by : undefined;
        },
        places: (kinds) => [...done].flatMap(([place, kind]) => (kinds.includes(kind) ? [place] : []))
    };
}
const NO_LEDGER = {
    lookUp: () => Promise.resolve(undefined),
    record: () => Promise.resolve(),
    once: async (_, make) => ({ value: (await make()).value, reused: false }),
    doneBy: () => Promise.resolve(undefined),
    places: () => []
};
const formatRecordPath = ({ kind, shape, input }) => `steps/${kind}-${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .hashBytes */ .yi)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)({ shape, input })).slice(0, 32)}.json`;
const listLeftFiles = (step, value) => (step.leaves?.(value) ?? [])
    .map(({ path, sha256, size }) => ({ path, sha256, size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
async function readRecord(files, path) {
    const bytes = await files.read(path).catch((error) => {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H && error.kind === 'input')
            return undefined;
        throw error;
    });
    const record = bytes && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(Buffer.from(bytes).toString('utf8'));
    return isRecord(record) ? record : undefined;
}
function isRecordOf(record, step) {
    const { value, input } = record;
    try {
        return (record.step === step.kind &&
            record.shape === step.shape &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(input) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(step.input) &&
            step.fits(value) &&
            (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(record.files) === (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .canonicalize */ .dw)(listLeftFiles(step, value)));
    }
    catch (error) {
        if (error instanceof RangeError)
            return false;
        throw error;
    }
}


/***/ })

};
