export const id = 648;
export const ids = [648,3613];
export const modules = {

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dj: () => (/* binding */ inHtml),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   hd: () => (/* binding */ unmd),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   om: () => (/* binding */ block)
/* harmony export */ });
/** Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line; and nobody is called in it. */
const md = (text) => visible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    // What begins a list or underlines a heading.
    .replace(/^ ?(?=[-+=])|(?<=^ ?\d+)(?=[.)]( |$))/, '$&\\')
    .replace(/@(?=\w)/g, '@<!-- -->');
/** The text that `md` was given, as far as it is on one line. */
const unmd = (markdown) => markdown.replaceAll('@<!-- -->', '@').replace(/\\(.)/g, '$1');
/** Text from elsewhere inside an HTML element of a Markdown text, where no Markdown is read. */
const inHtml = (text) => visible(text).replace(/[&<>"'`#@]/g, (character) => `&#${character.charCodeAt(0)};`);
/** Text from elsewhere as inline code, in a table or out of it. */
function code(text) {
    const shown = visible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(longest(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
/** Lines as a block of code that nothing in them ends. */
function block(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, longest(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
/** At most so much of what a check saw: the whole stands in compatibility.json. */
const short = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const longest = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
/** One line, and nothing in it that hides or turns text. */
const visible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 30648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publishCommand: () => (/* binding */ publishCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/publish/attest-on-platform.ts
var attest_on_platform = __webpack_require__(37784);
// EXTERNAL MODULE: ./src/config/read.ts
var config_read = __webpack_require__(62000);
// EXTERNAL MODULE: ./src/model/verification-commands.ts
var verification_commands = __webpack_require__(51969);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/publish/publish-draft.ts
var publish_draft = __webpack_require__(27126);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
// EXTERNAL MODULE: ./src/package/checksums.ts
var checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/publish/from-folder.ts







/** Of this machine, or of another release. */
const NOT_RELEASED = ['.gitignore', release_chains/* MANIFEST */.e0, 'release.json'];
/**
 * What a folder holds for a release: by its manifest, or all its files, also those in folders (as jobs hand them over).
 * Throws a 'verification' Failure for files that are lost, changed, or two under one name.
 */
async function handedOver(folder, tag, files, scratch, linesOf) {
    const all = await files.list(folder);
    if (all.length === 0)
        throw new errors/* Failure */.H('input', `${folder} is no folder with files in it`, {
            hint: 'Name the folder that holds what is to be published: --from DIR.'
        });
    const manifest = parseManifest(await files.read((0,external_node_path_.join)(folder, release_chains/* MANIFEST */.e0)), (0,external_node_path_.join)(folder, release_chains/* MANIFEST */.e0));
    if (!manifest)
        return withoutManifest(folder, all, tag, files, scratch);
    const signature = demandFit(manifest, tag, folder);
    // Before any of them is taken for a path.
    (0,release_names/* refuseNames */.d3)(manifest.artifacts.map(({ name }) => name));
    // What no manifest can name: itself, and the provenance that names it.
    const found = await filesIn(folder, [...manifest.artifacts.map(({ name }) => name), release_chains/* MANIFEST */.e0, release_chains/* PROVENANCE */.EK], files);
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
        ...{ since: undefined, changes: undefined, generated: undefined, unproved: manifest.verdicts.length === 0 },
        verification: [
            verification_commands/* COMPARE */.aI,
            ...linesOf(signature, found.map(({ name }) => name))
        ]
    };
    const { releaseNotes } = await __webpack_require__.e(/* import() */ 4728).then(__webpack_require__.bind(__webpack_require__, 94728));
    return {
        files: found,
        pathOf: (name) => (0,external_node_path_.join)(folder, name),
        title: `${manifest.name} ${manifest.version}`,
        notes: releaseNotes({ ...manifest, go: { version: manifest.go } }, story),
        commit: manifest.commit,
        manifest: { ...manifest, signature }
    };
}
function parseManifest(bytes, path) {
    if (!bytes)
        return undefined;
    try {
        const manifest = JSON.parse(Buffer.from(bytes).toString('utf8'));
        const { name, version, commit, go } = manifest;
        const fit = [name, version, commit, go].every((field) => typeof field === 'string') &&
            manifest.artifacts.every(({ name, sha256 }) => typeof name === 'string' && /^[0-9a-f]{64}$/.test(sha256)) &&
            manifest.verdicts.every((verdict) => typeof verdict.outcome === 'string');
        if (manifest.schema === 1 && fit)
            return manifest;
    }
    catch {
        // Said below.
    }
    throw new errors/* Failure */.H('input', `${path} is not a manifest of Slipway`, {
        hint: 'Take it away to publish the files without it: then nothing is proved.'
    });
}
/** Rejects what was not proved, not signed, or is of another release. */
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
async function withoutManifest(folder, all, tag, files, scratch) {
    const places = await placesOf(folder, all.filter((path) => !NOT_RELEASED.includes(base(path))), files);
    if (places.length === 0)
        throw new errors/* Failure */.H('input', `${folder} holds nothing to publish`, {
            hint: 'Put the files of the release at its top, or name another folder: --from DIR.'
        });
    const listed = places.find(({ name }) => name === release_chains/* CHECKSUMS */.vM);
    const others = places.filter(({ name }) => name !== release_chains/* CHECKSUMS */.vM && name !== release_chains/* BUNDLE */.dI);
    if (listed)
        demandListed(folder, others, (0,checksums/* parseChecksums */.y)((await files.read(listed.path)) ?? new Uint8Array()));
    const sums = listed ?? (await written(files, (0,external_node_path_.join)(scratch, release_chains/* CHECKSUMS */.vM), (0,checksums/* formatChecksums */.s)(others)));
    const published = [...places.filter((file) => file !== listed), sums];
    return {
        files: published,
        pathOf: (name) => published.find((file) => file.name === name)?.path ?? (0,external_node_path_.join)(folder, name),
        title: tag,
        notes: `*Unproved*: these files were made elsewhere, and nothing says how they were tried.\n\n${(0,verifying/* verifying */.M)([verification_commands/* COMPARE */.aI]).join('\n')}`,
        commit: undefined,
        manifest: undefined
    };
}
const base = (path) => path.slice(path.lastIndexOf('/') + 1);
async function filesIn(folder, names, files) {
    const found = [];
    for (const name of names) {
        const path = (0,external_node_path_.join)(folder, name);
        const digest = await files.digest(path);
        if (digest)
            found.push({ name, path, ...digest });
    }
    return found;
}
/** Each file under its own name; the same bytes handed over twice count once. */
async function placesOf(folder, paths, files) {
    const found = new Map();
    for (const relative of paths) {
        const path = (0,external_node_path_.join)(folder, relative);
        const digest = await files.digest(path);
        if (!digest)
            throw new errors/* Failure */.H('verification', `${path} has just gone away`, {
                hint: 'Run again when nothing else writes to that folder.'
            });
        const other = found.get(base(relative));
        if (other && other.sha256 !== digest.sha256)
            throw new errors/* Failure */.H('verification', `two files would be published as ${base(relative)}: ${other.path} is sha256 ${other.sha256}, ${path} is ${digest.sha256}`, { hint: 'Two jobs made different bytes under one name: name them apart.' });
        if (!other)
            found.set(base(relative), { name: base(relative), path, ...digest });
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
async function written(files, path, text) {
    await files.write(path, text);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { name: release_chains/* CHECKSUMS */.vM, path, ...digest };
}

// EXTERNAL MODULE: ./src/plan/planned.ts
var planned = __webpack_require__(79821);
// EXTERNAL MODULE: ./src/plan/attestation.ts
var attestation = __webpack_require__(57081);
// EXTERNAL MODULE: ./src/steps/timeline.ts
var timeline = __webpack_require__(68208);
// EXTERNAL MODULE: ./src/verify/verify.ts + 2 modules
var verify = __webpack_require__(31324);
// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/publish/yank.ts
var yank = __webpack_require__(95130);
// EXTERNAL MODULE: ./src/commands/verify.ts
var commands_verify = __webpack_require__(63613);
// EXTERNAL MODULE: ./src/commands/request.ts
var commands_request = __webpack_require__(19843);
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

















/**
 * publish --from DIR --tag TAG: files that were made earlier, by their manifest when there is one; needs no checkout.
 * With a manifest its passing verdicts and its signature are demanded; without one the notes say that nothing is proved.
 */
async function publishCommand({ command, operands, read }, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,commands_request/* refuseOperands */.R)({ command, operands });
        const { config } = await (0,config_read/* readConfig */.Xg)(world.files(world.cwd), world.cwd, read);
        const to = demandInputs(config, world);
        const folder = (0,external_node_path_.resolve)(world.cwd, config.from);
        const files = world.scratchFiles;
        const scratch = __addDisposableResource(env_1, await files.scratch('publish'), true);
        const given = await handedOver(folder, config.tag, files, scratch.path, (signature, names) => world.downloaderLines(signature, {
            statements: (0,verification_commands/* statementsAmong */.tQ)(names),
            trustedRoot: config['trusted-root'] === '' ? undefined : config['trusted-root']
        }));
        (0,release_names/* refuseNames */.d3)(given.files.map(({ name }) => name));
        if (to === 'github')
            (0,release_names/* refuseSizes */.DF)(given.files);
        const signing = await demandVerified(given, config, world, files, scratch.path);
        const attestable = { to, keyless: given.manifest !== undefined && 'identity' in given.manifest.signature };
        const attesting = (0,attestation/* attestation */.l)(config, attestable);
        const publisher = await world.publisher(to, config.token, files);
        const commit = given.commit ?? (await publisher.commitOf(config.tag, world.signal)) ?? '';
        if (commit === '' && publisher.name !== 'folder')
            throw new errors/* Failure */.H('verification', `there is no tag ${config.tag} on ${publisher.name}`, {
                hint: 'Push the tag first.'
            });
        const intent = { tag: config.tag, commit, names: given.files.map(({ name }) => name) };
        for (const line of await publisher.foresee(intent, world.signal))
            world.host.info(`  ${line}`);
        const prerelease = await prereleaseOf(config);
        const request = {
            tag: config.tag,
            commit,
            title: given.title,
            notes: given.notes,
            prerelease,
            latest: await latestOf(config, prerelease, publisher, world)
        };
        const draft = __addDisposableResource(env_1, await publisher.draft(request, world.signal), true);
        const tools = { files, unpack: world.unpack, timeline: (0,timeline/* timeline */.I)(world.host, () => performance.now()) };
        if ('skip' in attesting && to === 'github')
            tools.timeline.skip('attest', attesting.skip);
        const { published, foreign } = await (0,attest_on_platform/* showAttested */.a)({ ...tools, warn: (line) => world.host.warn(line) }, publisher, (0,planned/* workOf */.L)(attesting), given.files, () => (0,publish_draft/* makePublic */.g)(tools, publisher, draft, config.tag, given.files, signing, world.signal), world.signal);
        for (const name of foreign)
            world.host.warn(`${name} is in the release and was not made by this run; it is kept`);
        world.host.info(`published ${config.tag}: ${published.url}`);
        await world.host.output('release-url', published.url);
        if (config.json)
            world.print((0,json/* printedJson */.xL)({ tag: config.tag, url: published.url, files: intent.names }));
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
    const to = (0,planned/* destination */.j)(config.to, surroundings);
    if (to !== undefined && to !== 'none')
        return to;
    throw new errors/* Failure */.H('input', 'nobody said where to publish', {
        code: 'no-destination',
        hint: 'Give --to DIR, --to github or --to gitlab.'
    });
}
/** What lies here is verified as it will be after publishing; with a manifest, by the signature that it names. */
async function demandVerified(given, config, world, files, scratch) {
    const signing = given.manifest
        ? await signingOf(given.manifest, config, world, files, scratch)
        : { proves: undefined, identity: undefined };
    await (0,verify/* verifyRelease */.V)({
        where: (0,external_node_path_.resolve)(world.cwd, config.from),
        names: given.files.map(({ name }) => name),
        open: (name) => files.stream(given.pathOf(name)),
        pathOf: given.pathOf
    }, { files, unpack: world.unpack }, { ...signing, made: given.files, strangers: given.manifest ? 'refuse' : 'keep' });
    return signing;
}
async function signingOf({ version, commit, signature: identity }, config, world, files, scratch) {
    let signer = (0,commands_verify.signerGiven)(config, world.cwd);
    if (!signer && 'publicKey' in identity) {
        signer = { key: (0,external_node_path_.join)(scratch, 'expected.pub') };
        await files.write(signer.key, identity.publicKey);
    }
    signer ??= identity;
    return { proves: await world.verifier(signer, files, config['trusted-root']), version, commit, identity };
}
const prereleaseOf = async (config) => {
    const version = (0,facts_version/* versionOfTag */.mx)(config.tag, (0,yank/* folderOfTag */.Yv)(config.tag));
    return config.prerelease === 'auto' ? version !== undefined && (0,facts_version/* isPrerelease */.V1)(version) : config.prerelease === 'true';
};
/** No tags are known without a checkout: the releases that are there say what is the highest. */
async function latestOf(config, prerelease, publisher, world) {
    if (config.latest !== 'auto')
        return config.latest === 'true';
    if (prerelease || (0,facts_version/* versionOfTag */.mx)(config.tag, (0,yank/* folderOfTag */.Yv)(config.tag)) === undefined)
        return false;
    return (0,yank/* higherThan */.jj)(config.tag, await publisher.list(world.signal)) === undefined;
}


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

/***/ 63613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   signerGiven: () => (/* binding */ signerGiven),
/* harmony export */   verifyCommand: () => (/* binding */ verifyCommand)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _config_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62000);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34758);
/* harmony import */ var _model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39756);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(23659);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16042);
/* harmony import */ var _plan_planned_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(79821);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(40766);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(31324);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(69663);
/* harmony import */ var _publish_yank_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(95130);












/**
 * verify TAG|URL|DIR: what a careful downloader checks, in one go. The expected signer comes from the caller, from
 * slipway.yaml, or from the repository that the caller named, never from the release.
 */
async function verifyCommand({ operands, read }, world) {
    const { config } = await (0,_config_read_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .Xg)(world.files(world.cwd), world.cwd, read);
    const [operand, ...rest] = operands;
    if (operand === undefined || rest.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `verify takes one tag, URL or folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway verify DIR --key FILE'
        });
    const given = signerGiven(config, world.cwd);
    const subject = await subjectOf(operand, config, world);
    const signer = given ?? subject.signer;
    if (!signer)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', 'nobody said who must have signed', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL; the release itself cannot say whom to trust.'
        });
    refuseOwnKey(signer, subject.found);
    const proves = await world.verifier(signer, world.scratchFiles, config['trusted-root']);
    const { covered, uncovered, programs, proved, built, recipe } = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyRelease */ .V)(subject.found, { files: world.scratchFiles, unpack: world.unpack }, {
        proves,
        commit: subject.commit,
        version: subject.tag === undefined ? undefined : (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_7__/* .versionOfTag */ .mx)(subject.tag, (0,_publish_yank_js__WEBPACK_IMPORTED_MODULE_8__/* .folderOfTag */ .Yv)(subject.tag)),
        strangers: 'refuse'
    });
    const { where } = subject.found;
    const who = 'key' in signer ? 'key' : 'identity' in signer ? 'identity' : `identity, ${signer.pattern}`;
    world.host.info(`${where}: the signature is by the expected ${who}; ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(covered.length, 'file')} with the signed digest`);
    world.host.info(`  ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(programs, 'program')} in them, built from one commit for what the archives are named for`);
    if (built)
        world.host.info(`  built by ${built.builder} from commit ${built.commit} (${built.invocation})`);
    if (built?.compiledBy.length)
        world.host.info(`  that run took over what others compiled: ${others(built)}`);
    for (const line of matrix(proved))
        world.host.info(`  ${line}`);
    for (const name of uncovered)
        world.host.info(`  ${name} is covered by no signature; nothing is read from it`);
    const many = read('rebuild') === undefined ? 0 : config.rebuild;
    const rebuilt = many > 0 && built && recipe ? await again({ ...subject, commit: built.commit }, recipe, many, world) : [];
    if (config.json)
        world.print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_10__/* .printedJson */ .xL)({ where, covered, uncovered, programs, proved, built: built ?? null, rebuilt }));
}
/** Of each other run what it compiled, as the run that signed says. */
const others = ({ compiledBy }) => compiledBy
    .map(({ targets, invocation }) => `${targets.join(', ')} (${invocation || 'by a run that nobody named'})`)
    .join('; ');
/** A key that lies among the files came with them, as far as anybody can tell. */
function refuseOwnKey(signer, { names, pathOf, where }) {
    if (!('key' in signer) || !pathOf || !names.some((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(pathOf(name)) === signer.key))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `the key ${signer.key} lies in the release that it should vouch for: ${where}`, {
        hint: 'Take the public key from the publisher, keep it elsewhere, and name it with --key.'
    });
}
/** Builds it again; the names of the files that came out the same. */
async function again({ found, commit, repository }, recipe, many, world) {
    const { rebuildRelease } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(3733), __webpack_require__.e(5407), __webpack_require__.e(5455), __webpack_require__.e(4880)]).then(__webpack_require__.bind(__webpack_require__, 84880));
    const same = await rebuildRelease(world, { found, commit, repository, recipe }, many);
    world.host.info(`${found.where}: built again from commit ${commit}: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(same.length, 'file')} came out the same`);
    return same.map(({ name }) => name);
}
/** What a downloader can trust to work, a line a Kubernetes. */
function matrix(proved) {
    if (proved.length === 0)
        return ['nothing was proved of it'];
    const rows = [...new Set(proved.map(({ server }) => server))].map((server) => proved.filter((field) => field.server === server));
    return rows.map((row) => {
        const [{ server, provider, simulated } = { server: '', provider: '', simulated: false }] = row;
        const where = server
            ? `on Kubernetes ${server} (${provider}${simulated ? ', pods simulated' : ''})`
            : 'without a cluster';
        const suites = row
            .map(({ suite, subject, checks }) => `${suite}${subject ? ` of ${subject}` : ''} (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U9)(checks, 'check')})`)
            .join(', ');
        return `proved ${where}: ${suites}`;
    });
}
/** Who the caller says must have signed, by flags or slipway.yaml. */
function signerGiven({ key, identity, issuer }, cwd) {
    if ((key !== '' && identity !== '') || (identity !== '') !== (issuer !== ''))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', 'the expected signer is a key, or an identity with its issuer', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL.'
        });
    if (key !== '')
        return { key: (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .keyFrom */ .S)(cwd, key) };
    return identity === '' ? undefined : { identity, issuer };
}
async function subjectOf(operand, config, world) {
    if (/^https?:\/\//.test(operand)) {
        const { publisher, tag, on, repository } = await world.releaseAt(operand, config.token, world.scratchFiles);
        return { ...(await published(publisher, tag, (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .signerOf */ .K)(on, repository, tag), world)), repository: repository.url };
    }
    const folder = operand.startsWith('file://') ? (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(operand) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.cwd, operand);
    const files = world.files(folder);
    // Who says where releases live means a tag, even where a folder has its name.
    const names = config.to === 'auto' ? await files.list(folder) : [];
    if (names.length || operand.startsWith('file://'))
        return { found: await (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .foundAt */ .yb)(folder, names, files) };
    const to = (0,_plan_planned_js__WEBPACK_IMPORTED_MODULE_11__/* .destination */ .j)(config.to, world.surroundings);
    if (to === undefined || to === 'none' || /^[./]/.test(operand))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `${operand} is no folder with a release in it`, {
            hint: 'For a tag, say where releases live: --to github, gitlab or a folder; or give the URL of its page.'
        });
    const publisher = await world.publisher(to, config.token, world.scratchFiles);
    const repository = to === 'github' || to === 'gitlab' ? world.repositoryOf(to) : undefined;
    const signer = repository === undefined ? undefined : (0,_model_expected_signer_js__WEBPACK_IMPORTED_MODULE_4__/* .signerOf */ .K)(to, repository, operand);
    return { ...(await published(publisher, operand, signer, world)), repository: repository?.url };
}
async function published(publisher, tag, signer, { signal }) {
    const release = await publisher.find(tag, signal);
    if (!release)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; what may not be seen looks the same as what is not there.'
        });
    if (release.yanked !== undefined)
        throw (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .takenBack */ .lv)(tag, release.url, release.yanked);
    return { found: (0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_5__/* .foundIn */ .QR)(release), tag, commit: await publisher.commitOf(tag, signal), signer };
}


/***/ }),

/***/ 51969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ KEY_NOTE),
/* harmony export */   Zv: () => (/* binding */ BESIDE),
/* harmony export */   aI: () => (/* binding */ COMPARE),
/* harmony export */   tQ: () => (/* binding */ statementsAmong)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44119);


/** What compares every file with checksums.txt, for who has all of them. */
const COMPARE = `sha256sum -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`;
/** What is said beside the command lines, a piece of text and a command in turns. */
const BESIDE = [
    ['With only some of the files', `sha256sum --ignore-missing -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`],
    ['On macOS', `shasum -a 256 -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`]
];
/** Where `cosign.pub` comes from, for a signature by key. */
const KEY_NOTE = 'cosign.pub is the public key of the publisher. It comes from them and not with the release, and lies beside the folder.';
/** The signed statements of a release with files of these names. */
const statementsAmong = (names) => [
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVENANCE */ .EK, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .SLSA */ .yZ },
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPATIBILITY */ .FZ, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .TEST_RESULT */ .bo }
].filter(({ name }) => names.includes(name));


/***/ }),

/***/ 57081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ attestation)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Whether GitHub gets the provenance as an artifact attestation, which it takes with a keyless signature only. */
function attestation({ attestations }, published) {
    if (attestations === 'off')
        return { skip: 'attestations is off' };
    if ('skip' in published)
        return published;
    const lacks = published.to !== 'github'
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


/**
 * Shows a release with its attestation: what has to be there is there before anybody sees the release, and what may fail
 * cannot hold it back.
 */
async function showAttested(tools, publisher, planned, published, show, signal) {
    const attest = () => attested(tools, publisher, planned, published, signal);
    if (planned?.required)
        await attest();
    const shown = await show();
    if (!planned?.required)
        await attest();
    return shown;
}
/** Hands the provenance to the platform. What goes wrong is told, and thrown only where an attestation is required. */
async function attested({ files, timeline, warn }, { attest }, planned, published, signal) {
    const [provenance, checksums] = [_model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM].map((wanted) => published.find(({ name }) => name === wanted));
    if (!planned || !attest || !provenance || !checksums)
        return;
    const bytes = await files.read(provenance.path);
    if (!bytes)
        throw new Error(`${provenance.path} vanished`);
    const bundle = JSON.parse(Buffer.from(bytes).toString('utf8'));
    try {
        await timeline.watch('attest', _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, async () => {
            const done = await attest(bundle, checksums.sha256, signal);
            return { value: done, reused: done === 'kept', note: 'gh attestation verify FILE finds it' };
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (planned.required || !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        warn(`the release is published, and is not attested at GitHub: ${[error.message, error.hint].filter(Boolean).join('. ')}`);
    }
}


/***/ }),

/***/ 56556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ earlier),
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
async function publish(draft, files, note) {
    let done = 0;
    for (const file of files) {
        note(`${++done} of ${files.length}: ${file.name}`);
        await draft.add(file);
    }
    note('reading back');
    return await draft.publish();
}
/** The bytes of a file that an earlier run left in a release or draft, when it lies there. */
const earlier = (place, name) => place?.files.some((file) => file.name === name) ? place.download(name) : undefined;


/***/ }),

/***/ 27126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ makePublic)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _fill_draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56556);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16042);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31324);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95130);






/** Fills a draft, publishes it, and verifies what everybody can see now; what is wrong by then is taken back. */
async function makePublic(tools, publisher, draft, tag, files, signing, signal) {
    const { timeline } = tools;
    try {
        const published = await timeline.watch('publish', `${tag} to ${publisher.name}`, async (note) => ({
            value: await (0,_fill_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .publish */ .m)(draft, files, note),
            ...(draft.finished ? { reused: true, note: 'published before' } : { note: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(files.length, 'file') })
        }));
        // What everybody can see now is looked up again rather than believed.
        const seen = (await publisher.find(tag, signal)) ?? published;
        await timeline.watch('verify', tag, () => verified(tools, seen, files, signing, draft.finished));
        const foreign = seen.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name));
        return { published: seen, foreign };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || !error.exposed)
            throw error;
        // The right to write there has to be free.
        await draft[Symbol.asyncDispose]();
        throw await (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .takenBack */ .lv)(publisher, tag, error, signal);
    }
}
/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verified({ files, ledger, unpack }, published, made, { identity, ...signing }, finished) {
    const look = async () => {
        const expected = { ...signing, made, strangers: 'keep' };
        const value = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyRelease */ .V)((0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_1__/* .foundIn */ .QR)(published), { files, unpack }, expected).catch((error) => {
            throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'verification' ? wrong(published, error, finished) : error;
        });
        return { value: value, files: [] };
    };
    const digests = published.files.map(({ name, sha256 }) => ({ name, sha256 }));
    const input = { tag: published.tag, url: published.url, digests, identity };
    // Where the platform keeps no digests, every look is a download.
    const known = digests.every(({ sha256 }) => sha256 !== undefined);
    const { value, reused } = known && ledger ? await ledger.once('verified', input, look) : { ...(await look()), reused: false };
    const seen = value;
    const parts = [
        signing.proves ? 'signature, ' : '',
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(seen.covered.length, 'file'),
        `, ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(seen.programs, 'program')} looked into`
    ];
    return { value: seen, reused, note: parts.join('') };
}
/** A release that this run did not make is not taken back by itself: the fault may be here. */
const wrong = ({ tag, url }, cause, finished) => {
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
/* harmony export */   M: () => (/* binding */ verifying),
/* harmony export */   f: () => (/* binding */ needsKey)
/* harmony export */ });
/* harmony import */ var _model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51969);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72584);


/** How a release is verified, as lines of Markdown: `commands`, and what is said beside them. */
const verifying = (commands) => [
    ...(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)('sh', commands.join('\n')),
    '',
    [
        ..._model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv.map(([when, command]) => `${when}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(command)}.`),
        ...(needsKey(commands) ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md)(_model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_NOTE */ .F2)] : [])
    ].join(' ')
];
const needsKey = (commands) => commands.some((line) => line.includes(' --key '));


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
        spans,
        async watch(stage, item, work) {
            const start = now() - began;
            const progress = host.progress(stage, item);
            const finish = (outcome, note) => {
                const end = now() - began;
                spans.push({ stage, item, start, end, outcome });
                const words = [outcome === 'reused' ? 'reused' : '', note].filter(Boolean).join('; ');
                progress.end(outcome, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(end - start).padStart(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME_WIDTH */ .LQ)}  ${words}`.trimEnd());
            };
            try {
                const { value, reused, note } = await work((text) => progress.note(text));
                finish(reused ? 'reused' : 'done', note);
                return value;
            }
            catch (error) {
                // One failure aborts what runs beside it: only the first is news.
                const stopped = broken !== undefined && (error === broken || error.name === 'AbortError');
                broken ??= error;
                finish(stopped ? 'skipped' : 'failed', stopped ? 'stopped' : firstLine(error));
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
/** Why it failed, in a few words; the whole is said at the end. */
const firstLine = (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (error.message.split('\n')[0] ?? '').slice(0, 120) : '';


/***/ })

};
