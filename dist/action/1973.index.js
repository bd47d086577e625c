export const id = 1973;
export const ids = [1973];
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

/***/ 62922:
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
// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/config/trust.ts
var config_trust = __webpack_require__(30800);
// EXTERNAL MODULE: ./src/model/verification-commands.ts
var verification_commands = __webpack_require__(51969);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/paths.ts
var paths = __webpack_require__(75997);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
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
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/model/release-words.ts
var release_words = __webpack_require__(61456);
// EXTERNAL MODULE: ./src/model/nouns.ts
var nouns = __webpack_require__(85184);
// EXTERNAL MODULE: ./src/package/checksums.ts
var checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/publish/from-folder.ts












const NOT_RELEASED = ['.gitignore', release_chains/* MANIFEST */.e0, 'release.json'];
async function readFromFolder(folder, tag, files, scratch, { linesOf, words }) {
    if ((await files.entries(folder)).length === 0)
        throw new errors/* Failure */.H('input', `${folder} is no folder with files in it`, {
            hint: 'Name the folder that holds what is to be published: --from DIR.'
        });
    const manifest = await readSignedManifest(folder, tag, files);
    if (!manifest)
        return readWithoutManifest(folder, tag, files, scratch);
    const { signature } = manifest;
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
        words,
        ...{ tag, since: undefined, changes: undefined, generated: undefined },
        ...{ proved: [], unproved: manifest.verdicts.length === 0 },
        verification: [
            verification_commands/* COMPARE */.aI,
            ...linesOf(signature, found.map(({ name }) => name))
        ]
    };
    const { composeReleaseNotes } = await __webpack_require__.e(/* import() */ 4728).then(__webpack_require__.bind(__webpack_require__, 94728));
    return {
        files: found,
        pathOf: (name) => (0,external_node_path_.join)(folder, name),
        title: (0,release_words/* nameRelease */.f)(words, { ...manifest, tag }),
        notes: composeReleaseNotes({ ...manifest, go: { version: manifest.go } }, story),
        commit: manifest.commit,
        manifest
    };
}
async function readSignedManifest(folder, tag, files) {
    const path = (0,external_node_path_.join)(folder, release_chains/* MANIFEST */.e0);
    const manifest = parseManifest(await files.read(path), path);
    return manifest && { ...manifest, signature: demandFit(manifest, tag, folder) };
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
        demandListed(folder, others, (0,checksums/* parseChecksums */.yk)((await files.read(listed.path)) ?? new Uint8Array()));
    const sums = listed ?? (await writePublishable(files, (0,external_node_path_.join)(scratch, release_chains/* CHECKSUMS */.vM), (0,checksums/* formatChecksums */.ss)(others)));
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

// EXTERNAL MODULE: ./src/verify/verify.ts + 4 modules
var verify = __webpack_require__(20600);
// EXTERNAL MODULE: ./src/commands/context.ts
var commands_context = __webpack_require__(80165);
// EXTERNAL MODULE: ./src/base/patience.ts
var patience = __webpack_require__(40802);
// EXTERNAL MODULE: ./src/model/file-list.ts
var file_list = __webpack_require__(70276);
// EXTERNAL MODULE: ./src/model/unseen-release.ts
var unseen_release = __webpack_require__(57069);
// EXTERNAL MODULE: ./src/verify/release-files.ts
var release_files = __webpack_require__(16042);
;// CONCATENATED MODULE: ./src/publish/finish-draft.ts










async function readReady(tools, finishing, folder, signal) {
    const { publisher, tag } = finishing;
    const none = `${publisher.name} has no draft of ${tag} that a run has kept`;
    let where = '';
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const published = await publisher.find(tag, signal);
        const kept = published ? undefined : await publisher.findKept(tag, signal);
        const found = published ?? kept;
        if (!found)
            return { seen: 'missing', what: none };
        where = found.url;
        try {
            return { seen: 'right', value: await download(tools, finishing, { found, kept }, folder, signal) };
        }
        catch (error) {
            if (error instanceof errors/* Failure */.H && error.kind === 'verification')
                return { seen: 'wrong', failure: error };
            throw error;
        }
    }, (seconds) => publisher.wait(seconds, signal), patience/* AT_REST */.Ps);
    if (sight.seen === 'right')
        return sight.value;
    if (sight.seen === 'wrong')
        throw new errors/* Failure */.H('verification', `${tag} is not what a run has left: ${sight.failure.message}`, {
            hint: `Nothing was changed. Look at ${where}: put it right; or delete the draft, and run slipway release --draft again.`,
            cause: sight.failure
        });
    if (sight.what === none)
        throw new errors/* Failure */.H('input', none, {
            hint: 'slipway release --draft makes one; where it broke before its end, run it again. A token that may not write sees no drafts.'
        });
    throw (0,unseen_release/* makeUnseenFailure */.h)(`whether there is a draft of ${tag} was not to be seen`, sight.asked, 'Run again.');
}
async function download(tools, { publisher, tag, demand, strangers }, { found, kept }, folder, signal) {
    const { files } = tools;
    const names = found.files.map(({ name }) => name);
    (0,release_names/* refuseNames */.d3)(names);
    const all = [];
    for (const { name, sha256 } of found.files) {
        const path = (0,external_node_path_.join)(folder, name);
        const before = sha256 === undefined ? undefined : await files.digest(path);
        if (before === undefined || before.sha256 !== sha256)
            await files.write(path, found.download(name));
        const digest = await files.digest(path);
        if (!digest)
            throw new Error(`${path} vanished`);
        all.push({ name, path, ...digest });
    }
    const manifest = names.includes(release_chains/* MANIFEST */.e0) ? await readManifest(folder, tag, tools) : undefined;
    const signing = await demand(manifest);
    const pathOf = (name) => (0,external_node_path_.join)(folder, name);
    const opened = { ...(0,release_files/* openPublished */.nZ)(found), open: (name) => files.stream(pathOf(name)), pathOf };
    const { uncovered } = await (0,verify/* verifyRelease */.V)(opened, tools, { ...signing, strangers });
    const own = all.filter(({ name }) => !uncovered.includes(name));
    if (kept && (0,file_list/* digestFileList */.r)(own) !== kept.verified)
        throw new errors/* Failure */.H('verification', `${own.map(({ name }) => name).join(', ')} fit together, and are not the files that the run had looked at`);
    const commit = kept?.request.commit ?? manifest?.commit ?? (await publisher.commitOf(tag, signal)) ?? '';
    if (manifest && manifest.commit !== commit)
        throw new errors/* Failure */.H('verification', `it was left for commit ${commit}, and its files are of ${manifest.commit}`);
    return {
        request: kept?.request ?? { tag, commit, title: tag, notes: '', prerelease: false, latest: true },
        ...{ files: own, signing },
        keyless: manifest !== undefined && 'identity' in manifest.signature,
        published: kept ? undefined : found.url,
        forget: kept?.forget
    };
}
async function readManifest(folder, tag, { files }) {
    try {
        return await readSignedManifest(folder, tag, files);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'input')
            throw error;
        throw new errors/* Failure */.H('verification', error.message.replace(`${folder}/`, ''), { cause: error });
    }
}

// EXTERNAL MODULE: ./src/commands/show-release.ts
var show_release = __webpack_require__(56617);
;// CONCATENATED MODULE: ./src/commands/finish.ts
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





async function finishRelease(read, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { config } = await (0,parse/* readConfig */.Xg)(context.files(context.cwd), context.cwd, read);
        const tag = config.finish;
        if (tag === '' || read('from') !== undefined || read('tag') !== undefined || read('draft') !== undefined)
            throw new errors/* Failure */.H('input', 'publish --finish takes the tag of a draft, and no --from, --tag or --draft', {
                hint: 'slipway publish --finish v1.2.3 --to github|gitlab|DIR'
            });
        const to = (0,show_release/* demandPlace */.j3)(config, context);
        const files = context.scratchFiles;
        const trust = await (0,config_trust/* readTrust */.bn)(files, context.cwd, (0,parse.parseInputs)(read));
        if (trust.signer)
            await context.preflightTrust(trust.signer, files, trust.trustedRoot);
        const publisher = await context.publisher(to, config.token, files);
        const scratch = __addDisposableResource(env_1, await files.scratch('finish'), true);
        const ready = await readReady({ files, unpack: context.unpack }, {
            ...{ publisher, tag, strangers: config['extra-files'] },
            demand: async (manifest) => {
                if (manifest)
                    return await (0,show_release/* readSigning */.ac)(manifest, { tag, to, trust }, context);
                if (trust.signer)
                    throw new errors/* Failure */.H('verification', 'it has no manifest.json, and a signer is expected', {
                        hint: 'Leave --key or --identity out to publish it unsigned.'
                    });
                return { proves: undefined, identity: undefined };
            }
        }, scratch.path, context.signal);
        if (ready.published !== undefined)
            context.host.info(`${tag} is published already: ${ready.published}`);
        const { request: left, signing, keyless } = ready;
        const prerelease = ready.published === undefined ? left.prerelease : (0,show_release/* decidePrerelease */.vg)(config, tag);
        const latest = await (0,show_release/* decideLatest */.O1)(config, { tag, prerelease }, publisher, context);
        const request = { ...left, prerelease, latest: latest && (left.latest || config.latest === 'true') };
        const showing = { config, to, publisher, request, files: ready.files, signing, keyless, draft: false };
        await (0,show_release/* showRelease */.b7)(showing, files, context);
        await ready.forget?.(context.signal);
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

;// CONCATENATED MODULE: ./src/commands/publish.ts
var publish_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var publish_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
        await context.sweepScratch();
        if (read('finish') !== undefined)
            return await finishRelease(read, context);
        const { config, project } = await (0,parse/* readConfig */.Xg)(context.files(context.cwd), context.cwd, read);
        const to = demandInputs(config, context);
        const folder = (0,external_node_path_.resolve)(context.cwd, config.from);
        const files = context.scratchFiles;
        const trust = await (0,config_trust/* readTrust */.bn)(files, context.cwd, (0,parse.parseInputs)(read));
        await (0,config_trust/* refuseOwnTrust */.lT)(files, trust, folder);
        if (trust.signer)
            await context.preflightTrust(trust.signer, files, trust.trustedRoot);
        if (!(0,platforms/* findPlatform */.rB)(to))
            await refuseInnerDestination(files, folder, (0,external_node_path_.resolve)(context.cwd, to));
        const scratch = publish_addDisposableResource(env_1, await files.scratch('publish'), true);
        const given = await readFromFolder(folder, config.tag, files, scratch.path, {
            linesOf: (signature, names) => context.downloaderLines(signature, {
                statements: (0,verification_commands/* listStatements */.l9)(names),
                trustedRoot: trust.trustedRoot === '' ? undefined : trust.trustedRoot
            }),
            words: (await liesIn(files, (0,external_node_path_.join)(context.cwd, parse/* PROJECT_FILE */.Dp), folder)) ? undefined : project.words
        });
        (0,release_names/* refuseNames */.d3)(given.files.map(({ name }) => name));
        (0,platforms/* findPlatform */.rB)(to)?.refuseFiles?.(given.files);
        const signing = await demandVerified({ given, config, to, trust }, context);
        const publisher = await context.publisher(to, config.token, files);
        const commit = given.commit ?? (await publisher.commitOf(config.tag, context.signal)) ?? '';
        if (commit === '' && (0,platforms/* findPlatform */.rB)(to))
            throw new errors/* Failure */.H('verification', `there is no tag ${config.tag} on ${publisher.name}`, {
                hint: 'Push the tag first.'
            });
        refuseOtherCommit(config.tag, commit, given.commit === undefined ? publisher.name : config.from, context.surroundings);
        const prerelease = (0,show_release/* decidePrerelease */.vg)(config, config.tag);
        const request = {
            tag: config.tag,
            commit,
            title: given.title,
            notes: given.notes,
            prerelease,
            latest: await (0,show_release/* decideLatest */.O1)(config, { tag: config.tag, prerelease }, publisher, context)
        };
        const keyless = given.manifest !== undefined && 'identity' in given.manifest.signature;
        const showing = { config, to, publisher, request, files: given.files, signing, keyless, draft: config.draft };
        await (0,show_release/* showRelease */.b7)(showing, files, context);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = publish_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function liesIn(files, file, folder) {
    const [own, given] = [await files.real(file), await files.real(folder)];
    return own !== undefined && given !== undefined && (0,paths/* isWithin */.U)(given, own);
}
function demandInputs(config, context) {
    if (config.from === '' || config.tag === '')
        throw new errors/* Failure */.H('input', `publish needs ${config.from === '' ? '--from DIR' : '--tag TAG'}`, {
            hint: 'slipway publish --from DIR --tag TAG --to github|gitlab|DIR, or slipway publish --finish TAG'
        });
    return (0,show_release/* demandPlace */.j3)(config, context);
}
async function demandVerified({ given, config, to, trust }, context) {
    const files = context.scratchFiles;
    if (!given.manifest && trust.signer)
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.resolve)(context.cwd, config.from)} has no manifest.json, and a signer is expected`, {
            hint: 'Without it nothing says what was signed. Hand it over with the files, or leave --key or --identity out to publish them unproved.'
        });
    const signing = given.manifest
        ? await (0,show_release/* readSigning */.ac)(given.manifest, { tag: config.tag, to, trust }, context)
        : { proves: undefined, identity: undefined };
    await (0,verify/* verifyRelease */.V)({
        where: (0,external_node_path_.resolve)(context.cwd, config.from),
        names: given.files.map(({ name }) => name),
        open: (name) => files.stream(given.pathOf(name)),
        pathOf: given.pathOf
    }, { files, unpack: context.unpack }, { ...signing, made: given.files, strangers: given.manifest ? 'refuse' : 'allow' });
    return signing;
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
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(6306), __webpack_require__.e(5958)]).then(__webpack_require__.bind(__webpack_require__, 26306));
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

/***/ 70276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ digestFileList)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);

const digestFileList = (files) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(files
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .sort()
    .join(''));


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
