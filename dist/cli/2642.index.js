export const id = 2642;
export const ids = [2642];
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

/***/ 72642:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runYank: () => (/* binding */ runYank)
});

// EXTERNAL MODULE: ./src/config/parse.ts
var parse = __webpack_require__(58353);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/plan/publication.ts
var publication = __webpack_require__(16961);
// EXTERNAL MODULE: ./src/publish/latest.ts
var publish_latest = __webpack_require__(72800);
;// CONCATENATED MODULE: ./src/publish/reinstate.ts

async function reinstate(publisher, tag, warn, signal) {
    const prerelease = (0,publish_latest/* isPrereleaseTag */.FG)(tag);
    const before = await publisher.latest?.now(signal);
    const latest = await (0,publish_latest/* becomesLatest */.wG)(publisher, { tag, prerelease }, signal);
    const done = await publisher.reinstate({ tag, latest, prerelease }, signal);
    if (done?.changed)
        await (0,publish_latest/* settleLatest */.tG)(publisher, { tag, latest, before }, warn, signal);
    return done;
}

// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __webpack_require__(51120);
// EXTERNAL MODULE: ./src/facts/version.ts
var facts_version = __webpack_require__(69663);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
;// CONCATENATED MODULE: ./src/publish/stays.ts



function listStays(tag, published, on) {
    const holds = (wanted) => published.files.some(({ name }) => name === wanted);
    const signed = holds(release_chains/* BUNDLE */.dI) || holds(release_chains/* PROVENANCE */.EK);
    const folder = (0,facts_version/* parseTagFolder */.Ou)(tag);
    const version = /^v\d/.test(folder === '' ? tag : tag.slice(folder.length + 1)) && (0,facts_version/* readVersionOfTag */.KJ)(tag, folder);
    return [
        `the files and the tag ${tag}: whoever has pinned them still gets them`,
        ...(version
            ? [`go install with @v${version}, by the module proxy: add "retract v${version}" to go.mod and release that`]
            : []),
        ...(signed ? ['its signatures, which stay valid, and what a transparency log has of keyless ones'] : []),
        ...(holds(release_chains/* PROVENANCE */.EK) && (0,platforms/* findPlatform */.rB)(on)?.keepsAttestations
            ? ['its attestation, where it was kept: gh attestation verify goes on to accept the files']
            : []),
        'copies elsewhere: images, packages, taps and mirrors, and notifications that were sent'
    ];
}

// EXTERNAL MODULE: ./src/publish/yank.ts
var yank = __webpack_require__(95130);
;// CONCATENATED MODULE: ./src/commands/yank.ts







async function runYank({ operands, read }, context) {
    const { config } = await (0,parse/* readConfig */.Xg)(context.files(context.cwd), context.cwd, read);
    const [tag, ...rest] = operands;
    if (tag === undefined || rest.length)
        throw new errors/* Failure */.H('input', `yank takes one tag, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: config.undo ? 'slipway yank --undo v1.2.3' : 'slipway yank v1.2.3 --why "…"'
        });
    (0,publication/* refuseUntrusted */.zd)(context.surroundings, 'take a release back', 'Do it from a job that somebody starts who may, as by workflow_dispatch.');
    const to = (0,publication/* chooseDestination */.gV)(config.to, context.surroundings);
    if (to === undefined || to === 'none')
        throw new errors/* Failure */.H('input', 'nobody said where the release lives', {
            hint: 'Give --to github, --to gitlab or --to DIR.'
        });
    const publisher = await context.publisher(to, config.token, context.scratchFiles);
    const release = await publisher.find(tag, context.signal);
    if (!release)
        throw new errors/* Failure */.H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; a draft is seen by nobody and need not be taken back.'
        });
    const yanking = { tag, to, config, publisher, release };
    await (config.undo ? undoYank(yanking, context) : takeBack(yanking, context));
}
async function takeBack({ tag, to, config, publisher, release }, context) {
    if (release.yanked === undefined)
        await demandYes(`Take ${tag} back, on ${to}?`, tag, config, context);
    const yanked = await (0,yank/* yankAndPromote */.LG)(publisher, { tag, why: config.why, half: false }, context.signal);
    if (!yanked)
        throw makeGoneFailure(tag);
    const stays = listStays(tag, release, publisher.name);
    context.host.info(`${tag} ${yanked.changed ? 'is taken back' : 'was taken back before'}: ${yanked.url}`);
    if (yanked.latest)
        context.host.info(`  the highest stable release that stays: ${yanked.latest}`);
    for (const line of stays)
        context.host.info(`  not taken back: ${line}`);
    for (const line of yanked.undone)
        context.host.warn(line);
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ tag, ...yanked, stays }));
}
async function undoYank({ tag, to, config, publisher, release }, context) {
    if (release.yanked === undefined)
        throw new errors/* Failure */.H('input', `${tag} was never taken back, or stands again already: ${release.url}`, {
            hint: 'There is nothing to undo.'
        });
    context.host.info(`${tag} was taken back: ${release.yanked}`);
    await demandYes(`Stand by ${tag} again, on ${to}?`, tag, config, context);
    const warn = (line) => context.host.warn(line);
    const done = await reinstate(publisher, tag, warn, context.signal);
    if (!done)
        throw makeGoneFailure(tag);
    context.host.info(`${tag} stands again: ${done.url}`);
    for (const line of done.undone)
        warn(line);
    if (config.json)
        context.print((0,json/* printJson */.Q2)({ tag, ...done }));
}
async function demandYes(question, tag, { yes }, context) {
    if (yes || (await context.confirm(question)))
        return;
    throw new errors/* Failure */.H('input', `${tag} is left as it is`, { hint: 'Answer y, or give --yes.' });
}
const makeGoneFailure = (tag) => new errors/* Failure */.H('host', `the release ${tag} was there, and is not any more`, { hint: 'Run again.' });


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


/***/ })

};
