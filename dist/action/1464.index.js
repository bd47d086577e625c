export const id = 1464;
export const ids = [1464];
export const modules = {

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

/***/ 56617:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O1: () => (/* binding */ decideLatest),
/* harmony export */   ac: () => (/* binding */ readSigning),
/* harmony export */   b7: () => (/* binding */ showRelease),
/* harmony export */   gt: () => (/* binding */ describeKept),
/* harmony export */   j3: () => (/* binding */ demandPlace),
/* harmony export */   vg: () => (/* binding */ decidePrerelease)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(23659);
/* harmony import */ var _facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51120);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(11983);
/* harmony import */ var _plan_attestation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57081);
/* harmony import */ var _plan_publication_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16961);
/* harmony import */ var _publish_attest_on_platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(37784);
/* harmony import */ var _publish_latest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72800);
/* harmony import */ var _publish_publish_draft_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27126);
/* harmony import */ var _steps_ledger_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(55546);
/* harmony import */ var _steps_stage_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(57389);
/* harmony import */ var _steps_timeline_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(68208);
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












async function showRelease(showing, files, context) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { config, to, publisher, request, signing } = showing;
        const { tag, latest } = request;
        const { signal, host } = context;
        const attesting = (0,_plan_attestation_js__WEBPACK_IMPORTED_MODULE_2__/* .planAttestation */ ._)(config, { to, keyless: showing.keyless, draft: showing.draft });
        for (const line of await foreseeGiven(showing, signal))
            host.info(`  ${line}`);
        const draft = __addDisposableResource(env_1, await publisher.draft(request, signal), true);
        const tools = {
            files,
            unpack: context.unpack,
            timeline: (0,_steps_timeline_js__WEBPACK_IMPORTED_MODULE_8__/* .timeline */ .I)(host, () => performance.now()),
            ledger: _steps_ledger_js__WEBPACK_IMPORTED_MODULE_7__/* .NO_LEDGER */ .YG,
            warn: (line) => host.warn(line),
            now: context.now
        };
        const outgoing = { publisher, draft, tag, latest, files: showing.files, signing };
        const left = showing.draft ? await (0,_publish_publish_draft_js__WEBPACK_IMPORTED_MODULE_6__/* .leaveDraft */ .Ds)(tools, outgoing, signal) : undefined;
        if (left && 'kept' in left)
            return await handOn(showing, { draft: left.kept.url }, left.kept.foreign, context);
        if (to === 'github')
            (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_9__/* .stage */ .d)('attest', tools).all(attesting);
        const { published, foreign } = left?.shown ??
            (await (0,_publish_attest_on_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .showAttested */ .a)(tools, { publisher, planned: (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_10__/* .takeWork */ .n)(attesting), files: showing.files }, () => (0,_publish_publish_draft_js__WEBPACK_IMPORTED_MODULE_6__/* .publishDraft */ .T2)(tools, outgoing, signal), signal));
        await handOn(showing, { url: published.url }, foreign, context);
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
async function foreseeGiven({ publisher, request, files }, signal) {
    const names = files.map(({ name }) => name);
    const { tag, commit } = request;
    return (await publisher.foresee({ tag, commit, names, certain: names }, signal)).told;
}
async function handOn({ config, request: { tag }, files }, where, foreign, { host, print }) {
    const [state, url, draft] = 'url' in where ? ['published', where.url, ''] : ['draft', '', where.draft];
    for (const name of foreign)
        host.warn(`${name} is in the ${state === 'draft' ? state : 'release'} and was not made by this run; it is kept`);
    host.info('url' in where ? `published ${tag}: ${url}` : describeKept(tag, draft));
    await host.output('release-url', url);
    await host.output('release-state', state);
    await host.output('draft-url', draft);
    if (config.json)
        print((0,_base_json_js__WEBPACK_IMPORTED_MODULE_11__/* .printJson */ .Q2)({ tag, state, url, draft, files: files.map(({ name }) => name) }));
}
const describeKept = (tag, url) => `${tag} is a draft, verified, and nobody else sees it: ${url}\n  make it public: slipway publish --finish ${tag}`;
function demandPlace({ to: asked }, { surroundings }) {
    (0,_plan_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseUntrusted */ .zd)(surroundings, 'publish', 'Publish from a job that a tag started.');
    const to = (0,_plan_publication_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseDestination */ .gV)(asked, surroundings);
    if (to !== undefined && to !== 'none')
        return to;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'nobody said where to publish', {
        code: 'no-destination',
        hint: 'Give --to DIR, --to github or --to gitlab.'
    });
}
async function readSigning({ version, commit, signature: identity }, { tag, to, trust }, context) {
    const repository = context.repositoryOf(to);
    const signer = trust.signer ?? (repository && !('publicKey' in identity) ? (0,_facts_platforms_js__WEBPACK_IMPORTED_MODULE_1__/* .findPlatform */ .rB)(to)?.signer(repository, tag) : undefined);
    if (!signer)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'no expected signer is configured', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL: a manifest says who signed, and not who should have.'
        });
    const proves = await context.verifier(signer, context.scratchFiles, trust.trustedRoot);
    return { proves, signer, version, commit, identity, asked: { tag, repository: repository?.url } };
}
const decidePrerelease = ({ prerelease }, tag) => prerelease === 'auto' ? (0,_publish_latest_js__WEBPACK_IMPORTED_MODULE_5__/* .isPrereleaseTag */ .FG)(tag) : prerelease === 'true';
async function decideLatest({ latest }, release, publisher, { signal }) {
    return latest === 'auto' ? await (0,_publish_latest_js__WEBPACK_IMPORTED_MODULE_5__/* .becomesLatest */ .wG)(publisher, release, signal) : latest === 'true';
}


/***/ }),

/***/ 61456:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ nameRelease),
/* harmony export */   p: () => (/* binding */ fillIn)
/* harmony export */ });
const fillIn = (words, release) => words.replace(/\{(name|version|tag|commit)\}/g, (_, key) => release[key]);
const nameRelease = (words, release) => fillIn(words?.title ?? '{name} {version}', release);


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
/* harmony export */   FG: () => (/* binding */ isPrereleaseTag),
/* harmony export */   JH: () => (/* binding */ settleLatestAgain),
/* harmony export */   rK: () => (/* binding */ findOwnerOfLatest),
/* harmony export */   tG: () => (/* binding */ settleLatest),
/* harmony export */   wG: () => (/* binding */ becomesLatest)
/* harmony export */ });
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69663);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40802);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95130);





function findOwnerOfLatest(tag, releases, now) {
    const higher = (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .findHigher */ .pi)(tag, releases);
    if (higher !== undefined)
        return `${higher} is published and higher`;
    const folder = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTagFolder */ .Ou)(tag);
    if (folder === '')
        return undefined;
    const [root] = (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .listStanding */ .n1)('', tag, releases);
    if (root)
        return `${root.tag} is a release of the module in the root`;
    return now !== undefined && (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTagFolder */ .Ou)(now) !== folder ? `${now} is a release of another module` : undefined;
}
const isPrereleaseTag = (tag) => {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .readVersionOfTag */ .KJ)(tag, (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTagFolder */ .Ou)(tag));
    return version !== undefined && (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isPrerelease */ .V1)(version);
};
async function becomesLatest(publisher, { tag, prerelease }, signal) {
    if (prerelease || (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .readVersionOfTag */ .KJ)(tag, (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTagFolder */ .Ou)(tag)) === undefined)
        return false;
    return findOwnerOfLatest(tag, await publisher.list(signal), await publisher.latest?.now(signal)) === undefined;
}
const YOUNG = 24 * 3_600_000;
async function settleLatestAgain(publisher, { tag, latest, age }, warn, signal) {
    if (!publisher.latest)
        return;
    const before = latest ? undefined : findRightful(tag, await publisher.list(signal));
    const leave = age !== undefined && age < YOUNG
        ? {}
        : { leave: `somebody may have chosen it since ${tag} was published; if not, choose on its page` };
    await settleLatest(publisher, { tag, latest, before, ...leave }, warn, signal);
}
const findRightful = (tag, releases) => (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .findHigher */ .pi)(tag, releases) ?? ((0,_facts_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTagFolder */ .Ou)(tag) === '' ? undefined : (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .listStanding */ .n1)('', tag, releases)[0]?.tag);
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
        const undone = claim.leave === undefined ? await latest.move(right, signal) : [claim.leave];
        const after = undone.length > 0 ? sight : await look();
        if (after.seen === 'right')
            return warn(`${latest.by} had called ${now ?? 'no release'} the latest release: ${right} is it now`);
        const reasons = undone.length > 0 ? undone.join('; ') : 'choose it on its page';
        warn(`${latest.by} calls ${now ?? 'no release'} the latest release, and it should be ${right}: ${reasons}`);
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
            throw error;
        warn(describeUnseenLatest(claim.tag, error.message));
    }
}
const NONE = 'no release is called the latest';
const describeUnseenLatest = (tag, why) => `whether ${tag} is the latest release was not to be seen: ${why}`;
const isHigher = (now, { tag, latest }) => latest && (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .findHigher */ .pi)(tag, [{ tag: now, prerelease: false, yanked: false }]) !== undefined;
const lookAtLatest = (latest, { tag, latest: wanted }, wait, signal) => (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .lookPatiently */ .wZ)(async () => {
    const now = await latest.now(signal);
    if (now === undefined)
        return { seen: 'missing', what: NONE };
    if ((now === tag) === wanted)
        return { seen: 'right', value: undefined };
    return { seen: 'wrong', failure: new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('host', now) };
}, wait, _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_REST */ .Ps);


/***/ }),

/***/ 27126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ds: () => (/* binding */ leaveDraft),
/* harmony export */   T2: () => (/* binding */ publishDraft)
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
            value: await fillDraft(draft, files, note, () => draft.publish()),
            ...(draft.finished ? { reused: true, note: 'published before' } : { note: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(files.length, 'file') })
        }));
        const seen = await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_7__/* .stage */ .d)('verify', tools).watch(tag, (note) => verifySeen(tools, outgoing, {
            find: () => publisher.find(tag, signal),
            what: `${publisher.name} shows no release ${tag}`,
            note,
            explain: (cause) => explainWrongRelease(published, cause, draft.finished),
            miss: (asked) => (0,_model_unseen_release_js__WEBPACK_IMPORTED_MODULE_2__/* .makeUnseenReleaseFailure */ .U)(tag, asked)
        }, signal));
        await (draft.finished
            ? (0,_latest_js__WEBPACK_IMPORTED_MODULE_5__/* .settleLatestAgain */ .JH)(publisher, { tag, latest, age: measureAge(seen, tools.now()) }, tools.warn, signal)
            : (0,_latest_js__WEBPACK_IMPORTED_MODULE_5__/* .settleLatest */ .tG)(publisher, { tag, latest, before }, tools.warn, signal));
        return { published: seen, foreign: listForeign(seen.files, files) };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || !error.exposed)
            throw error;
        await draft[Symbol.asyncDispose]();
        throw await (0,_yank_js__WEBPACK_IMPORTED_MODULE_6__/* .takeBack */ .zH)(publisher, tag, error, signal);
    }
}
const measureAge = ({ since }, now) => since === undefined ? undefined : now.getTime() - Date.parse(since);
async function fillDraft(draft, files, note, end) {
    for (const [i, file] of files.entries()) {
        note(`${i + 1} of ${files.length}: ${file.name}`);
        await draft.add(file);
    }
    note('reading back');
    return await end();
}
async function leaveDraft(tools, outgoing, signal) {
    const { publisher, draft, tag, files } = outgoing;
    if (draft.finished)
        return { shown: await publishDraft(tools, outgoing, signal) };
    const url = await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_7__/* .stage */ .d)('publish', tools).watch(`${tag} to ${publisher.name}, as a draft`, async (note) => ({
        value: await fillDraft(draft, files, note, () => draft.keep()),
        note: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_8__/* .formatCount */ .B4)(files.length, 'file')
    }));
    const seen = await (0,_steps_stage_js__WEBPACK_IMPORTED_MODULE_7__/* .stage */ .d)('verify', tools).watch(`the draft of ${tag}`, (note) => verifySeen(tools, outgoing, {
        find: async () => {
            const kept = await publisher.findKept(tag, signal);
            return kept && { ...kept, tag };
        },
        what: `no draft of ${tag} that a run has kept`,
        note,
        explain: (cause) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `the draft of ${tag} (${url}) does not verify: ${cause.message}`, {
            hint: 'Nobody sees it. Find out whether it is the draft or the way to it; run again, or delete the draft.',
            cause
        }),
        miss: (asked) => (0,_model_unseen_release_js__WEBPACK_IMPORTED_MODULE_2__/* .makeUnseenFailure */ .h)(`the draft of ${tag} is filled, and not all of it is to be seen yet`, asked, 'It stays unseen. Run again in some minutes: the next run looks again.')
    }, signal));
    return { kept: { url, foreign: listForeign(seen.files, files) } };
}
const listForeign = (seen, own) => seen.map(({ name }) => name).filter((name) => !own.some((file) => file.name === name));
async function verifySeen(tools, { publisher, files, signing }, { find, what, note, explain, miss }, signal) {
    const sight = await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_1__/* .lookPatiently */ .wZ)(async () => {
        const found = await find();
        if (!found)
            return { seen: 'missing', what };
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
    throw sight.seen === 'wrong' ? explain(sight.failure) : miss(sight.asked);
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
    shape: 3,
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

/***/ 95130:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ yankAndPromote),
/* harmony export */   n1: () => (/* binding */ listStanding),
/* harmony export */   pi: () => (/* binding */ findHigher),
/* harmony export */   zH: () => (/* binding */ takeBack)
/* harmony export */ });
/* unused harmony export findSuccessor */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _facts_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69663);



const listStanding = (folder, but, releases) => releases
    .filter((each) => each.tag !== but && !each.prerelease && !each.yanked)
    .flatMap((each) => {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .readVersionOfTag */ .KJ)(each.tag, folder);
    return version === undefined || semver__WEBPACK_IMPORTED_MODULE_0___default().prerelease(version) ? [] : [{ tag: each.tag, version }];
})
    .sort((a, b) => semver__WEBPACK_IMPORTED_MODULE_0___default().rcompare(a.version, b.version));
const findSuccessor = (tag, releases) => listStanding((0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag), tag, releases)[0]?.tag;
function findHigher(tag, releases) {
    const version = (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .readVersionOfTag */ .KJ)(tag, (0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag));
    const [highest] = listStanding((0,_facts_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTagFolder */ .Ou)(tag), tag, releases);
    return version !== undefined && highest && semver__WEBPACK_IMPORTED_MODULE_0___default().gt(highest.version, version) ? highest.tag : undefined;
}
async function yankAndPromote(publisher, { tag, why, half }, signal) {
    const latest = findSuccessor(tag, await publisher.list(signal));
    const yanked = await publisher.yank({ tag, why, half, latest }, signal);
    return yanked && { ...yanked, latest };
}
async function takeBack(publisher, tag, failed, signal) {
    const half = failed.kind !== 'verification';
    const why = half ? 'Publishing it broke half-way.' : `It was published and is wrong: ${failed.message}`;
    const hint = failed.hint === undefined ? '' : `${failed.hint}\n`;
    try {
        const yanked = await yankAndPromote(publisher, { tag, why, half }, signal);
        if (!yanked)
            return failed;
        const says = [
            `${tag} was taken back: it is marked ${half ? 'as not complete' : 'as bad'}${yanked.latest ? `, and ${yanked.latest} is the latest release` : ''}`,
            ...yanked.undone
        ].join('; ');
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(failed, `${failed.message}\n${says}`, {
            hint: half ? `${hint}The next run finishes it.` : `${hint}Release what is right under a new version.`,
            cause: failed
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(failed, `${failed.message}\n${tag} could not be taken back: ${cause.message}`, {
            hint: `${hint}Take it back: slipway yank ${tag}`,
            cause
        });
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
