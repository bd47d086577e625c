export const id = 3924;
export const ids = [3924];
export const modules = {

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ formatBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   G2: () => (/* binding */ escapeInHtml),
/* harmony export */   P_: () => (/* binding */ formatCode),
/* harmony export */   e8: () => (/* binding */ unescapeMarkdown),
/* harmony export */   tm: () => (/* binding */ shortenSeen)
/* harmony export */ });
const escapeMarkdown = (text) => breakMarkup(makeVisible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
const unescapeMarkdown = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
const escapeInHtml = (text) => breakMarkup(makeVisible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
const NOTHING = '<!-- -->';
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const breakMarkup = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
function formatCode(text) {
    const shown = makeVisible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(measureBackticks(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
function formatBlock(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, measureBackticks(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
const shortenSeen = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const measureBackticks = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
const makeVisible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ AT_REST),
/* harmony export */   wZ: () => (/* binding */ lookPatiently),
/* harmony export */   x: () => (/* binding */ AFTER_A_WRITE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const AFTER_A_WRITE = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 };
const AT_REST = { missing: [1, 2, 4, 8, 15], wrong: 5 };
const AGREEING = 3;
async function lookPatiently(look, wait, patience) {
    const asked = [];
    const wrong = new Map();
    const longest = patience.missing.reduce((sum, pause) => sum + pause, 0);
    let waited = 0;
    for (let missed = 0;;) {
        const shown = await lookOrMiss(look);
        if (shown.seen === 'right')
            return shown;
        const what = shown.seen === 'wrong' ? shown.failure.message : shown.what;
        asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`);
        if (shown.seen === 'wrong') {
            const agreeing = (wrong.get(what) ?? 0) + 1;
            if (agreeing === AGREEING)
                return shown;
            wrong.set(what, agreeing);
        }
        const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++];
        if (pause === undefined || waited + pause > longest)
            return { seen: 'missing', asked, what };
        waited += pause;
        await wait(pause);
    }
}
const lookOrMiss = async (look) => {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'host')
            return { seen: 'missing', what: error.message };
        throw error;
    }
};


/***/ }),

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

/***/ 73924:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPublish: () => (/* binding */ runPublish)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/publish/attest-on-platform.ts
var attest_on_platform = __webpack_require__(37784);
// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/config/trust.ts
var config_trust = __webpack_require__(30800);
// EXTERNAL MODULE: ./src/model/verification-commands.ts
var verification_commands = __webpack_require__(51969);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/publish/publish-draft.ts
var publish_draft = __webpack_require__(27126);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/paths.ts
var paths = __webpack_require__(75997);
;// CONCATENATED MODULE: ./src/publish/given-files.ts




const LEFT = /^\.slipway-(tmp|scratch|lock)-/;
const MOST_DEPTH = 64;
const KINDS = {
    link: 'is a link',
    other: 'is neither a file nor a folder'
};
async function listGivenFiles(files, folder) {
    const found = [];
    let seen = 0;
    let level = [''];
    for (let depth = 1; level.length > 0; depth++) {
        if (depth > MOST_DEPTH)
            throw makeEndlessFailure(folder, `folders in folders, more than ${MOST_DEPTH} deep`);
        const [below, odd] = [[], []];
        for (const prefix of level)
            for (const { name, kind } of await files.entries((0,external_node_path_.join)(folder, prefix))) {
                if ((seen += 1) > limits/* LIMITS */.b1.given.most)
                    throw makeEndlessFailure(folder, `more than ${limits/* LIMITS */.b1.given.most} ${limits/* LIMITS */.b1.given.in}`);
                if (kind === 'folder')
                    below.push(`${prefix}${name}/`);
                else if (kind !== 'file')
                    odd.push(`${prefix}${name} ${KINDS[kind]}`);
                else if (!LEFT.test(name))
                    found.push(`${prefix}${name}`);
            }
        refuseOdd(folder, odd);
        level = below;
    }
    return found.sort();
}
const makeEndlessFailure = (folder, what) => new errors/* Failure */.H('input', `${folder} holds ${what}`, {
    hint: 'Name the folder that holds what is to be published, and nothing else: --from DIR.'
});
async function refuseOddFiles(files, folder, names) {
    const odd = (await files.entries(folder)).flatMap(({ name, kind }) => kind === 'file' || kind === 'folder' || !names.includes(name) ? [] : [`${name} ${KINDS[kind]}`]);
    refuseOdd(folder, odd);
}
function refuseOdd(folder, odd) {
    if (odd.length === 0)
        return;
    const shown = odd.length > 5 ? [...odd.slice(0, 5), `and ${odd.length - 5} more`] : odd;
    throw new errors/* Failure */.H('input', `${folder} holds what cannot be published: ${shown.join(', ')}`, {
        hint: 'Put the file itself there, or take the entry away.'
    });
}
async function refuseInnerDestination(files, from, to) {
    const given = await files.real(from);
    const place = await findReal(files, to);
    if (given === undefined || !(0,paths/* isWithin */.U)(given, place))
        return;
    throw new errors/* Failure */.H('input', `releases would go into the folder that they are made of: ${to} lies in ${from}`, {
        hint: 'The next run would publish its own release: choose another folder, --to DIR.'
    });
}
async function findReal(files, path) {
    const real = await files.real(path);
    const parent = (0,external_node_path_.dirname)(path);
    if (real !== undefined || parent === path)
        return real ?? path;
    return (0,external_node_path_.join)(await findReal(files, parent), path.slice(parent.length));
}

;// CONCATENATED MODULE: ./src/publish/job-commit.ts

function refuseOtherCommit(tag, commit, by, { event, startedFor }) {
    if (startedFor === undefined || commit === '' || commit === startedFor)
        return;
    const started = event.tag === undefined ? 'this job' : `the job of ${event.tag}`;
    throw new errors/* Failure */.H('verification', `${tag} is commit ${commit} by ${by}, and ${started} was started for ${startedFor}`, {
        hint: 'The tag was moved, or the files are those of another run. Publish from a job that was started for this tag as it is now, with the files that it made.'
    });
}

// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/model/nouns.ts
var nouns = __webpack_require__(85184);
// EXTERNAL MODULE: ./src/package/checksums.ts
var checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/publish/from-folder.ts











const NOT_RELEASED = ['.gitignore', release_chains/* MANIFEST */.e0, 'release.json'];
async function readFromFolder(folder, tag, files, scratch, linesOf) {
    if ((await files.entries(folder)).length === 0)
        throw new errors/* Failure */.H('input', `${folder} is no folder with files in it`, {
            hint: 'Name the folder that holds what is to be published: --from DIR.'
        });
    const manifest = parseManifest(await files.read((0,external_node_path_.join)(folder, release_chains/* MANIFEST */.e0)), (0,external_node_path_.join)(folder, release_chains/* MANIFEST */.e0));
    if (!manifest)
        return readWithoutManifest(folder, tag, files, scratch);
    const signature = demandFit(manifest, tag, folder);
    (0,release_names/* refuseNames */.d3)(manifest.artifacts.map(({ name }) => name));
    const names = [...manifest.artifacts.map(({ name }) => name), release_chains/* MANIFEST */.e0, release_chains/* PROVENANCE */.EK];
    await refuseOddFiles(files, folder, names);
    const found = await readPublishables(folder, names, files);
    const wrong = manifest.artifacts.flatMap(({ name, sha256 }) => {
        const there = found.find((file) => file.name === name);
        if (!there)
            return [`${name} is not there`];
        return there.sha256 === sha256 ? [] : [`${name} is sha256 ${there.sha256}, and the manifest says ${sha256}`];
    });
    if (wrong.length)
        throw new errors/* Failure */.H('verification', `${folder} is not what its manifest says: ${wrong.join('; ')}`, {
            hint: 'A job that made some of it is missing, or the files are of another run: fetch all of them again.'
        });
    const story = {
        ...{ tag, since: undefined, changes: undefined, generated: undefined },
        ...{ proved: [], unproved: manifest.verdicts.length === 0 },
        verification: [
            verification_commands/* COMPARE */.aI,
            ...linesOf(signature, found.map(({ name }) => name))
        ]
    };
    const { composeReleaseNotes } = await Promise.all(/* import() */[__webpack_require__.e(4674), __webpack_require__.e(3105)]).then(__webpack_require__.bind(__webpack_require__, 15486));
    return {
        files: found,
        pathOf: (name) => (0,external_node_path_.join)(folder, name),
        title: `${manifest.name} ${manifest.version}`,
        notes: composeReleaseNotes({ ...manifest, go: { version: manifest.go } }, story),
        commit: manifest.commit,
        manifest: { ...manifest, signature }
    };
}
const isManifest = (0,decode/* holding */.G)({
    schema: (value) => value === 1,
    ...{ name: decode/* isText */.KH, version: decode/* isText */.KH, commit: decode/* isText */.KH, go: decode/* isText */.KH },
    tag: (0,decode/* maybe */.no)((0,decode/* either */.gP)(decode/* isText */.KH, decode/* isNull */.kZ)),
    signature: (0,decode/* maybe */.no)((0,decode/* either */.gP)(nouns/* isIdentity */.L, decode/* isNull */.kZ)),
    verdicts: (0,decode/* listOf */.c3)((0,decode/* holding */.G)({
        ...{ suite: decode/* isText */.KH, kubernetes: (0,decode/* maybe */.no)((0,decode/* either */.gP)(decode/* isText */.KH, decode/* isNull */.kZ)), outcome: (0,decode/* isOneOf */.EK)('passed', 'failed') }
    })),
    artifacts: (0,decode/* listOf */.c3)((0,decode/* holding */.G)({ name: decode/* isText */.KH, sha256: decode/* isSha256 */._h }))
});
function parseManifest(bytes, path) {
    if (!bytes)
        return undefined;
    const manifest = (0,json/* parseJson */.qF)(Buffer.from(bytes).toString('utf8'));
    if (isManifest(manifest))
        return manifest;
    throw new errors/* Failure */.H('input', `${path} is not a manifest of Slipway`, {
        hint: 'Take it away to publish the files without it: then nothing is proved.'
    });
}
function demandFit({ tag: theirs, verdicts, signature }, tag, folder) {
    if (theirs !== tag)
        throw new errors/* Failure */.H('input', `${folder} holds ${theirs ?? 'a snapshot'}, not ${tag}`, {
            hint: 'Publish it under its own tag.'
        });
    const failed = verdicts.filter(({ outcome }) => outcome !== 'passed');
    if (failed.length)
        throw new errors/* Failure */.H('verification', `what lies in ${folder} failed its proof: ${failed.map(({ suite, kubernetes }) => `${suite} on Kubernetes ${kubernetes}`).join(', ')}`, { hint: 'Its report says why.' });
    if (signature)
        return signature;
    throw new errors/* Failure */.H('verification', `what lies in ${folder} is not signed, and its manifest says so`, {
        hint: 'Make it with a key or an identity, or take the manifest away: then the notes say that nothing is proved.'
    });
}
async function readWithoutManifest(folder, tag, files, scratch) {
    const all = await listGivenFiles(files, folder);
    const places = await gatherPublishables(folder, all.filter((path) => !NOT_RELEASED.includes(cutBaseName(path))), files);
    if (places.length === 0)
        throw new errors/* Failure */.H('input', `${folder} holds nothing to publish`, {
            hint: 'Put the files of the release at its top, or name another folder: --from DIR.'
        });
    const listed = places.find(({ name }) => name === release_chains/* CHECKSUMS */.vM);
    const others = places.filter(({ name }) => name !== release_chains/* CHECKSUMS */.vM && name !== release_chains/* BUNDLE */.dI);
    if (listed)
        demandListed(folder, others, (0,checksums/* parseChecksums */.y)((await files.read(listed.path)) ?? new Uint8Array()));
    const sums = listed ?? (await writePublishable(files, (0,external_node_path_.join)(scratch, release_chains/* CHECKSUMS */.vM), (0,checksums/* formatChecksums */.s)(others)));
    const published = [...places.filter((file) => file !== listed), sums];
    return {
        files: published,
        pathOf: (name) => published.find((file) => file.name === name)?.path ?? (0,external_node_path_.join)(folder, name),
        title: tag,
        notes: `*Unproved*: these files were made elsewhere, and nothing says how they were tried.\n\n${(0,verifying/* composeVerifying */.c)([verification_commands/* COMPARE */.aI]).join('\n')}`,
        commit: undefined,
        manifest: undefined
    };
}
const cutBaseName = (path) => path.slice(path.lastIndexOf('/') + 1);
async function readPublishables(folder, names, files) {
    const found = [];
    for (const name of names) {
        const path = (0,external_node_path_.join)(folder, name);
        const digest = await files.digest(path);
        if (digest)
            found.push({ name, path, ...digest });
    }
    return found;
}
async function gatherPublishables(folder, paths, files) {
    const found = new Map();
    for (const relative of paths) {
        const path = (0,external_node_path_.join)(folder, relative);
        const digest = await files.digest(path);
        if (!digest)
            throw new errors/* Failure */.H('verification', `${path} has just gone away`, {
                hint: 'Run again when nothing else writes to that folder.'
            });
        const other = found.get(cutBaseName(relative));
        if (other && other.sha256 !== digest.sha256)
            throw new errors/* Failure */.H('verification', `two files would be published as ${cutBaseName(relative)}: ${other.path} is sha256 ${other.sha256}, ${path} is ${digest.sha256}`, { hint: 'Two jobs made different bytes under one name: name them apart.' });
        if (!other)
            found.set(cutBaseName(relative), { name: cutBaseName(relative), path, ...digest });
    }
    return [...found.values()];
}
function demandListed(folder, files, sums) {
    const wrong = [
        ...sums.filter(({ name }) => !files.some((file) => file.name === name)).map(({ name }) => `${name} is not there`),
        ...files.flatMap(({ name, sha256 }) => {
            const listed = sums.find((sum) => sum.name === name);
            if (!listed)
                return [`${name} is not listed`];
            return listed.sha256 === sha256 ? [] : [`${name} is sha256 ${sha256}, and listed as ${listed.sha256}`];
        })
    ];
    if (wrong.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `${folder} is not what its ${release_chains/* CHECKSUMS */.vM} says: ${wrong.join('; ')}`, {
        hint: 'Fetch all of the files again; or take checksums.txt away, and it is made anew.'
    });
}
async function writePublishable(files, path, text) {
    await files.write(path, text);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { name: release_chains/* CHECKSUMS */.vM, path, ...digest };
}

// EXTERNAL MODULE: ./src/model/planned.ts
var planned = __webpack_require__(11983);
// EXTERNAL MODULE: ./src/plan/publication.ts
var publication = __webpack_require__(16961);
// EXTERNAL MODULE: ./src/plan/attestation.ts
var attestation = __webpack_require__(57081);
// EXTERNAL MODULE: ./src/steps/ledger.ts
var ledger = __webpack_require__(55546);
// EXTERNAL MODULE: ./src/steps/stage.ts
var stage = __webpack_require__(57389);
// EXTERNAL MODULE: ./src/steps/timeline.ts
var timeline = __webpack_require__(68208);
// EXTERNAL MODULE: ./src/verify/verify.ts + 4 modules
var verify = __webpack_require__(20600);
// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/publish/latest.ts
var latest = __webpack_require__(72800);
// EXTERNAL MODULE: ./src/publish/yank.ts
var yank = __webpack_require__(95130);
// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(80165);
;// CONCATENATED MODULE: ./src/commands/publish.ts
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
























async function runPublish({ command, operands, read }, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,commands_context/* refuseOperands */.R)({ command, operands });
        (0,config_trust/* refuseEmptyTrust */.qM)(read);
        const { config } = await (0,parse/* readConfig */.Xg)(context.files(context.cwd), context.cwd, read);
        const to = demandInputs(config, context);
        const folder = (0,external_node_path_.resolve)(context.cwd, config.from);
        const files = context.scratchFiles;
        const trust = await (0,config_trust/* readTrust */.bn)(files, context.cwd, (0,parse.parseInputs)(read));
        await (0,config_trust/* refuseOwnTrust */.lT)(files, trust, folder);
        if (trust.signer)
            await context.preflightTrust(trust.signer, files, trust.trustedRoot);
        if (!(0,platforms/* findPlatform */.rB)(to))
            await refuseInnerDestination(files, folder, (0,external_node_path_.resolve)(context.cwd, to));
        const scratch = __addDisposableResource(env_1, await files.scratch('publish'), true);
        const given = await readFromFolder(folder, config.tag, files, scratch.path, (signature, names) => context.downloaderLines(signature, {
            statements: (0,verification_commands/* listStatements */.l9)(names),
            trustedRoot: trust.trustedRoot === '' ? undefined : trust.trustedRoot
        }));
        (0,release_names/* refuseNames */.d3)(given.files.map(({ name }) => name));
        (0,platforms/* findPlatform */.rB)(to)?.refuseFiles?.(given.files);
        const signing = await demandVerified({ given, config, to, trust }, context);
        const attestable = { to, keyless: given.manifest !== undefined && 'identity' in given.manifest.signature };
        const attesting = (0,attestation/* planAttestation */._)(config, attestable);
        const publisher = await context.publisher(to, config.token, files);
        const commit = given.commit ?? (await publisher.commitOf(config.tag, context.signal)) ?? '';
        if (commit === '' && (0,platforms/* findPlatform */.rB)(to))
            throw new errors/* Failure */.H('verification', `there is no tag ${config.tag} on ${publisher.name}`, {
                hint: 'Push the tag first.'
            });
        refuseOtherCommit(config.tag, commit, given.commit === undefined ? publisher.name : config.from, context.surroundings);
        const names = given.files.map(({ name }) => name);
        const intent = { tag: config.tag, commit, names, certain: names };
        for (const line of await publisher.foresee(intent, context.signal))
            context.host.info(`  ${line}`);
        const prerelease = await decidePrerelease(config);
        const request = {
            tag: config.tag,
            commit,
            title: given.title,
            notes: given.notes,
            prerelease,
            latest: await decideLatest(config, prerelease, publisher, context)
        };
        const draft = __addDisposableResource(env_1, await publisher.draft(request, context.signal), true);
        const tools = {
            files,
            unpack: context.unpack,
            timeline: (0,timeline/* timeline */.I)(context.host, () => performance.now()),
            ledger: ledger/* NO_LEDGER */.YG,
            warn: (line) => context.host.warn(line)
        };
        if (to === 'github')
            (0,stage/* stage */.d)('attest', tools).all(attesting);
        const outgoing = { publisher, draft, tag: config.tag, latest: request.latest, files: given.files, signing };
        const { published, foreign } = await (0,attest_on_platform/* showAttested */.a)(tools, { publisher, planned: (0,planned/* takeWork */.n)(attesting), files: given.files }, () => (0,publish_draft/* publishDraft */.T)(tools, outgoing, context.signal), context.signal);
        for (const name of foreign)
            context.host.warn(`${name} is in the release and was not made by this run; it is kept`);
        context.host.info(`published ${config.tag}: ${published.url}`);
        await context.host.output('release-url', published.url);
        if (config.json)
            context.print((0,json/* printJson */.Q2)({ tag: config.tag, url: published.url, files: intent.names }));
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
function demandInputs(config, { surroundings }) {
    if (config.from === '' || config.tag === '')
        throw new errors/* Failure */.H('input', `publish needs ${config.from === '' ? '--from DIR' : '--tag TAG'}`, {
            hint: 'slipway publish --from DIR --tag TAG --to github|gitlab|DIR'
        });
    if (surroundings.event.untrusted !== undefined)
        throw new errors/* Failure */.H('input', `this run may not publish: ${surroundings.event.untrusted}`, {
            code: 'untrusted-run',
            hint: 'Publish from a job that a tag started.'
        });
    const to = (0,publication/* chooseDestination */.gV)(config.to, surroundings);
    if (to !== undefined && to !== 'none')
        return to;
    throw new errors/* Failure */.H('input', 'nobody said where to publish', {
        code: 'no-destination',
        hint: 'Give --to DIR, --to github or --to gitlab.'
    });
}
async function demandVerified({ given, config, to, trust }, context) {
    const files = context.scratchFiles;
    if (!given.manifest && trust.signer)
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.resolve)(context.cwd, config.from)} has no manifest.json, and a signer is expected`, {
            hint: 'Without it nothing says what was signed. Hand it over with the files, or leave --key or --identity out to publish them unproved.'
        });
    const signing = given.manifest
        ? await readSigning(given.manifest, { config, to, trust }, context)
        : { proves: undefined, identity: undefined };
    await (0,verify/* verifyRelease */.V)({
        where: (0,external_node_path_.resolve)(context.cwd, config.from),
        names: given.files.map(({ name }) => name),
        open: (name) => files.stream(given.pathOf(name)),
        pathOf: given.pathOf
    }, { files, unpack: context.unpack }, { ...signing, made: given.files, strangers: given.manifest ? 'refuse' : 'allow' });
    return signing;
}
async function readSigning({ version, commit, signature: identity }, { config, to, trust }, context) {
    const repository = context.repositoryOf(to);
    const signer = trust.signer ??
        (repository && !('publicKey' in identity) ? (0,platforms/* findPlatform */.rB)(to)?.signer(repository, config.tag) : undefined);
    if (!signer)
        throw new errors/* Failure */.H('input', 'no expected signer is configured', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL: a manifest says who signed, and not who should have.'
        });
    const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot);
    return { proves, signer, version, commit, identity, asked: { tag: config.tag, repository: repository?.url } };
}
const decidePrerelease = async (config) => {
    const version = (0,facts_version/* readVersionOfTag */.KJ)(config.tag, (0,yank/* parseTagFolder */.Ou)(config.tag));
    return config.prerelease === 'auto' ? version !== undefined && (0,facts_version/* isPrerelease */.V1)(version) : config.prerelease === 'true';
};
async function decideLatest(config, prerelease, publisher, context) {
    if (config.latest !== 'auto')
        return config.latest === 'true';
    if (prerelease || (0,facts_version/* readVersionOfTag */.KJ)(config.tag, (0,yank/* parseTagFolder */.Ou)(config.tag)) === undefined)
        return false;
    const { signal } = context;
    return (0,latest/* findOwnerOfLatest */.r)(config.tag, await publisher.list(signal), await publisher.latest?.now(signal)) === undefined;
}


/***/ }),

/***/ 30800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bn: () => (/* binding */ readTrust),
/* harmony export */   lT: () => (/* binding */ refuseOwnTrust),
/* harmony export */   qM: () => (/* binding */ refuseEmptyTrust)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75997);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81835);




async function readTrust(files, cwd, settings) {
    const own = { folder: cwd, settings };
    const path = settings.trust === '' ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, settings.trust);
    const named = path === undefined ? undefined : { folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), settings: await readSettings(files, path) };
    const by = named && !namesSigner(settings) ? named : own;
    const root = settings['trusted-root'] === '' && named ? named : own;
    const signer = (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseExpectedSigner */ .w0)(by.settings, by.folder);
    const trustedRoot = root.settings['trusted-root'] === '' ? '' : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root.folder, root.settings['trusted-root']);
    const key = signer && 'key' in signer && !isService(signer.key) ? [signer.key] : [];
    return { signer, trustedRoot, files: [...key, trustedRoot, path ?? ''].filter((file) => file !== '') };
}
function refuseEmptyTrust(read) {
    for (const name of [..._expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8, 'trusted-root', 'trust']) {
        const given = read(name);
        if (given?.from.startsWith('--') && given.text.trim() === '')
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${given.from} is empty`, {
                hint: 'It says whom to trust: give it a value (is a variable of the shell not set?), or leave it out.'
            });
    }
}
const namesSigner = (settings) => _expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8.some((name) => settings[name] !== '');
const isService = (key) => /^[a-z0-9+]+:\/\//.test(key);
async function readSettings(files, path) {
    const bytes = await files.read(path);
    if (!bytes)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `there is no file ${path}, which should say who must have signed`, {
            hint: 'Check the path that --trust names: a slipway.yaml with key, or with identity and issuer.'
        });
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { parseInputs } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 58353));
    const { read } = parseProject(Buffer.from(bytes).toString('utf8'), path);
    const wanted = [..._expected_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .SIGNER_INPUTS */ .B8, 'trusted-root'];
    const settings = parseInputs((name) => (wanted.includes(name) ? read(name) : undefined));
    if (namesSigner(settings) || settings['trusted-root'] !== '')
        return settings;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${path} does not say who must have signed`, {
        hint: 'It needs key, or identity and issuer, or trusted-root, as lines of a slipway.yaml. A key itself is named by --key.'
    });
}
async function refuseOwnTrust(files, trust, judged) {
    const folder = await files.real(judged);
    for (const file of trust.files) {
        const real = await files.real(file);
        if (folder === undefined || real === undefined || !(0,_base_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .U)(folder, real))
            continue;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${file} lies in the release that it should vouch for: ${judged}`, {
            hint: 'Take what vouches from the publisher, and keep it outside of that folder.'
        });
    }
}


/***/ }),

/***/ 57069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ makeUnseenReleaseFailure),
/* harmony export */   h: () => (/* binding */ makeUnseenFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const makeUnseenFailure = (what, asked, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${what}. Asked ${asked.length} times:\n${asked.join('\n')}`, { code: 'not-seen', hint });
const makeUnseenReleaseFailure = (tag, asked) => makeUnseenFailure(`${tag} was published, and not all of it is to be seen yet`, asked, 'Nothing was taken back. Run again in some minutes: the next run looks again.');


/***/ }),

/***/ 51969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ KEY_NOTE),
/* harmony export */   Zv: () => (/* binding */ BESIDE),
/* harmony export */   aI: () => (/* binding */ COMPARE),
/* harmony export */   l9: () => (/* binding */ listStatements)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44119);


const COMPARE = `sha256sum -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`;
const BESIDE = [
    ['With only some of the files', `sha256sum --ignore-missing -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`],
    ['On macOS', `shasum -a 256 -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`]
];
const KEY_NOTE = 'cosign.pub is the public key of the publisher. It comes from them and not with the release, and lies beside the folder.';
const listStatements = (names) => [
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVENANCE */ .EK, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .SLSA */ .yZ },
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPATIBILITY */ .FZ, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .TEST_RESULT */ .bo }
].filter(({ name }) => names.includes(name));


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
    if (lacks === undefined)
        return { work: [{ required: attestations === 'required' }] };
    if (attestations === 'required')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `attestations is required, and ${lacks}`, {
            hint: 'Release to GitHub from a job with "permissions: id-token: write, attestations: write", or leave attestations at auto.'
        });
    return { skip: lacks };
}


/***/ }),

/***/ 37784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ showAttested)
/* harmony export */ });
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _steps_stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57389);



async function showAttested(tools, attesting, show, signal) {
    const attested = () => attestOnPlatform(tools, attesting, signal);
    if (attesting.planned?.required) {
        await attested();
        return await show();
    }
    const shown = await show();
    await attested();
    return shown;
}
async function attestOnPlatform(tools, { publisher, planned, files }, signal) {
    const [provenance, checksums] = [_model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM].map((wanted) => files.find(({ name }) => name === wanted));
    const { attest: keep } = publisher;
    if (!planned || !keep || !provenance || !checksums)
        return;
    const bytes = await tools.files.read(provenance.path);
    if (!bytes)
        throw new Error(`${provenance.path} vanished`);
    const bundle = JSON.parse(Buffer.from(bytes).toString('utf8'));
    try {
        await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stage */ .d)('attest', tools).watch(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, async () => {
            const done = await keep(bundle, checksums.sha256, signal);
            return { value: done, reused: done === 'kept', note: 'gh attestation verify FILE finds it' };
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (planned.required || !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        tools.warn(`the release is published, and is not attested at GitHub: ${[error.message, error.hint].filter(Boolean).join('. ')}`);
    }
}


/***/ }),

/***/ 72800:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ findOwnerOfLatest),
/* harmony export */   t: () => (/* binding */ settleLatest)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40802);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95130);



function findOwnerOfLatest(tag, releases, now) {
    const higher = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .findHigher */ .pi)(tag, releases);
    if (higher !== undefined)
        return `${higher} is published and higher`;
    const folder = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag);
    if (folder === '')
        return undefined;
    const [root] = (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .listStanding */ .n1)('', tag, releases);
    if (root)
        return `${root.tag} is a release of the module in the root`;
    return now !== undefined && (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(now) !== folder ? `${now} is a release of another module` : undefined;
}
async function settleLatest({ latest, wait }, claim, warn, signal) {
    const right = claim.latest ? claim.tag : claim.before;
    if (!latest || right === undefined)
        return;
    const look = () => lookAtLatest(latest, claim, (seconds) => wait(seconds, signal), signal);
    try {
        const sight = await look();
        if (sight.seen === 'right')
            return;
        const now = sight.seen === 'wrong' ? sight.failure.message : undefined;
        if (sight.seen === 'missing' && sight.what !== NONE)
            return warn(describeUnseenLatest(claim.tag, sight.what));
        if (now !== undefined && isHigher(now, claim)) {
            return warn(`${claim.tag} is not the latest release: ${now} was published meanwhile and is higher`);
        }
        const undone = await latest.move(right, signal);
        const after = undone.length > 0 ? sight : await look();
        if (after.seen === 'right')
            return warn(`${latest.by} had called ${now ?? 'no release'} the latest release: ${right} is it now`);
        const reasons = undone.length > 0 ? undone.join('; ') : 'choose it on its page';
        warn(`${latest.by} calls ${now ?? 'no release'} the latest release, and it should be ${right}: ${reasons}`);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        warn(describeUnseenLatest(claim.tag, error.message));
    }
}
const NONE = 'no release is called the latest';
const describeUnseenLatest = (tag, why) => `whether ${tag} is the latest release was not to be seen: ${why}`;
const isHigher = (now, { tag, latest }) => latest && (0,_yank_js__WEBPACK_IMPORTED_MODULE_2__/* .findHigher */ .pi)(tag, [{ tag: now, prerelease: false, yanked: false }]) !== undefined;
const lookAtLatest = (latest, { tag, latest: wanted }, wait, signal) => (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .lookPatiently */ .wZ)(async () => {
    const now = await latest.now(signal);
    if (now === undefined)
        return { seen: 'missing', what: NONE };
    if ((now === tag) === wanted)
        return { seen: 'right', value: undefined };
    return { seen: 'wrong', failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', now) };
}, wait, _base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_REST */ .Ps);


/***/ }),

/***/ 27126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ publishDraft)
/* harmony export */ });
/* unused harmony export makeVerificationStep */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40802);
/* harmony import */ var _model_unseen_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57069);
/* harmony import */ var _steps_stage_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57389);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40766);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16042);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20600);
/* harmony import */ var _latest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72800);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(95130);









async function publishDraft(tools, outgoing, signal) {
    const { publisher, draft, tag, files, latest } = outgoing;
    const before = draft.finished ? undefined : await publisher.latest?.now(signal);
    try {
        const published = await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_7__/* .stage */ .d)('publish', tools).watch(`${tag} to ${publisher.name}`, async (note) => ({
            value: await fillDraft(draft, files, note),
            ...(draft.finished ? { reused: true, note: 'published before' } : { note: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(files.length, 'file') })
        }));
        const seen = await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_7__/* .stage */ .d)('verify', tools).watch(tag, (note) => verifySeen(tools, outgoing, published, note, signal));
        if (!draft.finished)
            await (0,_latest_js__WEBPACK_IMPORTED_MODULE_5__/* .settleLatest */ .t)(publisher, { tag, latest, before }, tools.warn, signal);
        const foreign = seen.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name));
        return { published: seen, foreign };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || !error.exposed)
            throw error;
        await draft[Symbol.asyncDispose]();
        throw await (0,_yank_js__WEBPACK_IMPORTED_MODULE_6__/* .takeBack */ .zH)(publisher, tag, error, signal);
    }
}
async function fillDraft(draft, files, note) {
    for (const [i, file] of files.entries()) {
        note(`${i + 1} of ${files.length}: ${file.name}`);
        await draft.add(file);
    }
    note('reading back');
    return await draft.publish();
}
async function verifySeen(tools, { publisher, draft, tag, files, signing }, published, note, signal) {
    const sight = await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .lookPatiently */ .wZ)(async () => {
        const found = await publisher.find(tag, signal);
        if (!found)
            return { seen: 'missing', what: `${publisher.name} shows no release ${tag}` };
        const absent = files.filter(({ name }) => !found.files.some((file) => file.name === name));
        if (absent.length > 0)
            return { seen: 'missing', what: `${found.url} has no ${absent.map(({ name }) => name).join(', no ')}` };
        try {
            return { seen: 'right', value: { ...(await verifyPublished(tools, found, files, signing)), value: found } };
        }
        catch (error) {
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'verification')
                return { seen: 'wrong', failure: error };
            throw error;
        }
    }, (seconds) => {
        note(`looking again in ${seconds} s`);
        return publisher.wait(seconds, signal);
    }, _base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .AFTER_A_WRITE */ .x);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong'
        ? explainWrongRelease(published, sight.failure, draft.finished)
        : (0,_model_unseen_release_js__WEBPACK_IMPORTED_MODULE_2__/* .makeUnseenReleaseFailure */ .U)(tag, sight.asked);
}
async function verifyPublished({ ledger, files, unpack }, published, made, { identity, ...signing }) {
    const look = async () => {
        const expected = { ...signing, made, strangers: 'allow' };
        return { value: await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_4__/* .verifyRelease */ .V)((0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_3__/* .openPublished */ .nZ)(published), { files, unpack }, expected) };
    };
    const known = published.files.every(({ sha256 }) => sha256 !== undefined);
    const { value, reused } = known
        ? await ledger.once(makeVerificationStep(published, identity), look)
        : { ...(await look()), reused: false };
    const parts = [
        signing.proves ? 'signature, ' : '',
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(value.covered.length, 'file'),
        `, ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(value.programs, 'program')} looked into`
    ];
    return { reused, note: parts.join('') };
}
const makeVerificationStep = ({ tag, url, files }, identity) => ({
    kind: 'verified',
    shape: 2,
    input: { tag, url, digests: files.map(({ name, sha256 }) => ({ name, sha256 })), identity },
    fits: _verify_verify_js__WEBPACK_IMPORTED_MODULE_4__/* .isVerification */ .g
});
const explainWrongRelease = ({ tag, url }, cause, finished) => {
    const hint = finished
        ? `Find out whether it is the release or the way to it; slipway yank ${tag} takes it back.`
        : cause.hint;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${tag} is published (${url}) and does not verify: ${cause.message}`, {
        ...(hint !== undefined && { hint }),
        cause,
        exposed: !finished
    });
};


/***/ }),

/***/ 61701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ composeVerifying),
/* harmony export */   f: () => (/* binding */ needsKey)
/* harmony export */ });
/* harmony import */ var _model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51969);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72584);


const composeVerifying = (commands) => [
    ...(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBlock */ .$4)('sh', commands.join('\n')),
    '',
    [
        ..._model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv.map(([when, command]) => `${when}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCode */ .P_)(command)}.`),
        ...(needsKey(commands) ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(_model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_NOTE */ .F2)] : [])
    ].join(' ')
];
const needsKey = (commands) => commands.some((line) => line.includes(' --key '));


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
        const found = await Promise.all(left.map(({ path }) => files.digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))));
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


/***/ }),

/***/ 57389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ stage)
/* harmony export */ });
function stage(name, { timeline, ledger }, { quiet = false } = {}) {
    const all = (planned) => {
        if ('work' in planned)
            return planned.work;
        if (!quiet)
            timeline.skip(name, planned.skip);
        return [];
    };
    return {
        all,
        async one(planned, work) {
            for (const piece of all(planned))
                return await work(piece);
            return undefined;
        },
        watch: (title, work) => timeline.watch(name, title, work),
        once: (title, step, make, note) => timeline.watch(name, title, async () => {
            const done = await ledger.once(step, make);
            return { ...done, ...(note && { note: note(done.value) }) };
        })
    };
}


/***/ }),

/***/ 68208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ timeline)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function timeline(host, now) {
    const began = now();
    const spans = [];
    let broken;
    return {
        get spans() {
            return [...spans];
        },
        async watch(stage, item, work) {
            const start = now() - began;
            const progress = host.progress(stage, item);
            const finish = (outcome, note) => {
                const end = now() - began;
                spans.push({ stage, item, start, end, outcome });
                const words = [outcome === 'reused' ? 'reused' : '', note].filter(Boolean).join('; ');
                progress.end(outcome, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(end - start).padStart(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME_WIDTH */ .LQ)}  ${words}`.trimEnd());
            };
            try {
                const { value, reused, note } = await work((text) => progress.note(text));
                finish(reused ? 'reused' : 'done', note);
                return value;
            }
            catch (error) {
                const stopped = broken !== undefined && (error === broken || error.name === 'AbortError');
                broken ??= error;
                finish(stopped ? 'skipped' : 'failed', stopped ? 'stopped' : cutFirstErrorLine(error));
                throw error;
            }
        },
        skip(stage, reason) {
            const at = now() - began;
            spans.push({ stage, item: reason, start: at, end: at, outcome: 'skipped' });
            host.progress(stage, '').end('skipped', reason);
        }
    };
}
const cutFirstErrorLine = (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (error.message.split('\n')[0] ?? '').slice(0, 120) : '';


/***/ })

};
