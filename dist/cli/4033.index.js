export const id = 4033;
export const ids = [4033];
export const modules = {

/***/ 54033:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  github: () => (/* binding */ github)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
// EXTERNAL MODULE: ./src/adapters/publishers/finished.ts
var finished = __webpack_require__(95968);
// EXTERNAL MODULE: ./src/adapters/publishers/github-client.ts + 1 modules
var github_client = __webpack_require__(79851);
// EXTERNAL MODULE: ./src/adapters/publishers/github-errors.ts
var github_errors = __webpack_require__(51417);
// EXTERNAL MODULE: ./src/adapters/publishers/github-release.ts
var github_release = __webpack_require__(37937);
// EXTERNAL MODULE: ./src/asset-names.ts
var asset_names = __webpack_require__(47570);
;// CONCATENATED MODULE: ./src/adapters/publishers/github-draft.ts




/** Ends the notes of our drafts, unseen in rendered Markdown: tells them from drafts that a person wrote. */
const mark = (commit) => `<!-- slipway ${commit} -->`;
const MARK = /<!-- slipway ([0-9a-f]{40}) -->\s*$/;
const ATTEMPTS = 4;
/** The title and notes that a draft of ours gets. */
const words = (request) => ({
    name: request.title,
    body: (0,asset_names/* fittedNotes */.aR)(request.notes, mark(request.commit))
});
/** Whether a person (or another tool) wrote words into this draft, which are not ours to replace. */
const isForeign = (release) => (release.body ?? '') !== '' && !MARK.test(release.body ?? '');
/** The one draft of a tag: found by listing, else made. Says what it found when that is not what it would have made. */
async function findOrMake(client, request, signal) {
    const before = await (0,github_release/* draftsOf */.eI)(client, request.tag, signal);
    const kept = before.length > 0 ? mostComplete(client, before) : await make(client, request, signal);
    const other = MARK.exec(kept.body ?? '')?.[1];
    if (other !== undefined && other !== request.commit) {
        client.warn(`the draft ${kept.html_url} was begun for commit ${other}, before the tag ${request.tag} was moved`);
    }
    if (isForeign(kept))
        client.warn(`the draft ${kept.html_url} has notes that somebody wrote: title and notes are kept`);
    return kept;
}
/** Two publishers may have made two drafts: all choose the fullest one, then the oldest. */
function mostComplete(client, drafts) {
    const [first, ...others] = [...drafts].sort((a, b) => whole(b) - whole(a) || a.id - b.id);
    if (!first)
        throw new TypeError('no drafts to choose from');
    for (const { html_url } of others) {
        client.warn(`another draft of ${first.tag_name} stays as it is: ${html_url} (using ${first.html_url})`);
    }
    return first;
}
const whole = (release) => release.assets.filter(github_release/* isWhole */.wP).length;
async function make(client, request, signal) {
    const { octokit, owner, repo } = client;
    const doing = `cannot make a draft of ${request.tag}`;
    let trouble;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.wait((attempt - 1) ** 2, signal);
            // The answer may be lost and the draft made all the same.
            const [found] = await (0,github_release/* draftsOf */.eI)(client, request.tag, signal);
            if (found)
                return found;
        }
        try {
            // No target_commitish: the tag is there already, and naming a commit can need a right over workflows that the
            // token of a workflow never has (GitHub's changelog of 2023-11-02).
            const { data } = await octokit.rest.repos.createRelease({
                owner,
                repo,
                tag_name: request.tag,
                ...words(request),
                draft: true,
                prerelease: request.prerelease,
                request: { signal, retries: 0 }
            });
            return await settle(client, data, signal);
        }
        catch (error) {
            if ((0,github_errors/* hasCode */.up)(error, 'already_exists')) {
                throw new errors/* Failure */.H('host', `${doing}: another run has just published this tag`, {
                    hint: 'Run again: it compares what is published with what is here.',
                    cause: (0,github_errors/* explained */.to)(error, doing, signal)
                });
            }
            if (!(0,github_errors/* isPassing */.WG)(error))
                throw (0,github_errors/* explained */.to)(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
        }
    }
    throw (0,github_errors/* explained */.to)(trouble, doing, signal);
}
/** Another publisher may have made its draft at the same moment. Our own, still empty, gives way to an older one. */
async function settle(client, own, signal) {
    const { octokit, owner, repo } = client;
    const drafts = await (0,github_release/* draftsOf */.eI)(client, own.tag_name, signal);
    // A list that does not know the new draft yet must not lead to a second one.
    const all = drafts.some(({ id }) => id === own.id) ? drafts : [...drafts, own];
    const [chosen = own] = [...all].sort((a, b) => whole(b) - whole(a) || a.id - b.id);
    if (chosen.id === own.id || (await (0,github_release/* assetsOf */.ZS)(client, own.id, signal)).length > 0)
        return chosen;
    client.warn(`another run works on ${own.tag_name} too: using its draft ${chosen.html_url}`);
    try {
        await octokit.rest.repos.deleteRelease({ owner, repo, release_id: own.id, request: { signal } });
    }
    catch (error) {
        client.warn(`our own empty draft ${own.html_url} could not be removed: ${String((0,github_errors/* explained */.to)(error, '', signal))}`);
    }
    return chosen;
}

// EXTERNAL MODULE: ./src/adapters/publishers/github-preflight.ts
var github_preflight = __webpack_require__(60043);
// EXTERNAL MODULE: ./src/adapters/publishers/github-tag.ts
var github_tag = __webpack_require__(89096);
// EXTERNAL MODULE: ./src/digest.ts
var digest = __webpack_require__(12187);
// EXTERNAL MODULE: ./src/adapters/publishers/body.ts
var publishers_body = __webpack_require__(15198);
;// CONCATENATED MODULE: ./src/adapters/publishers/github-upload.ts






const github_upload_ATTEMPTS = 6;
/**
 * Brings one file into a draft: keeps equal bytes, removes a half upload, uploads, and compares digests. An upload
 * whose answer was lost is found by looking, not repeated. Rejects ('verification') on other bytes, without a change.
 */
async function bring(client, files, release, known, file, signal) {
    const doing = `cannot upload ${file.name}`;
    let assets = known;
    let uploaded = false;
    let doubted;
    let trouble;
    for (let attempt = 1; attempt <= github_upload_ATTEMPTS; attempt++) {
        if (attempt > 1) {
            // A little chance, so that two publishers do not step on each other for ever.
            await client.wait((attempt - 1) ** 2 * (0.75 + Math.random() / 2), signal);
            assets = await (0,github_release/* assetsOf */.ZS)(client, release.id, signal);
        }
        const there = assets.find(({ name }) => name === file.name);
        if (there && (0,github_release/* isWhole */.wP)(there)) {
            await demandEqual(client, release, there, file, signal);
            return uploaded ? 'added' : 'kept';
        }
        if (there && !uploaded && doubted !== there.id) {
            // Left by a killed run, or being uploaded by another one right now: look once more before it is taken away.
            doubted = there.id;
            continue;
        }
        if (there)
            await removeAsset(client, there, signal);
        await client.turn(signal);
        const body = await (0,publishers_body/* bodyOf */.E)(files, file);
        uploaded = true;
        try {
            const asset = await post(client, release, file.name, body, signal);
            if (asset.name !== file.name) {
                await removeAsset(client, asset, signal);
                throw new errors/* Failure */.H('input', `GitHub renames ${JSON.stringify(file.name)} to ${JSON.stringify(asset.name)}`, {
                    hint: 'Choose a name of letters, digits, "_", "+", "-" and single dots inside.'
                });
            }
            if ((0,github_release/* isWhole */.wP)(asset) && (await remoteDigest(client, asset, signal)) === file.sha256)
                return 'added';
            trouble = new errors/* Failure */.H('verification', `${file.name} arrived damaged`, { cause: trouble });
            // Ours and not visible to anybody: safe to take away.
            await removeAsset(client, asset, signal);
        }
        catch (error) {
            // 404: taken away by another publisher, or the new draft is not known everywhere yet. Frozen: another publisher
            // was faster, and what it published is looked at.
            const again = (0,github_errors/* statusOf */.c2)(error) === 404 || (0,github_errors/* hasCode */.up)(error, 'already_exists') || ((0,github_errors/* isFrozen */.Zz)(error) && !(0,github_errors/* isFrozen */.Zz)(trouble));
            if (!(0,github_errors/* isPassing */.WG)(error) && !again)
                throw (0,github_errors/* explained */.to)(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
        }
    }
    throw (0,github_errors/* explained */.to)(trouble, `${doing} in ${github_upload_ATTEMPTS} attempts`, signal);
}
/** Rejects ('verification') unless the asset has the file's bytes. */
async function demandEqual(client, release, asset, file, signal) {
    const theirs = await remoteDigest(client, asset, signal);
    if (theirs === file.sha256 && asset.size === file.size)
        return;
    const where = `the ${release.draft ? 'draft' : 'release'} of ${release.tag_name} on GitHub`;
    throw (0,finished/* different */.yn)(where, file.name, theirs, file.sha256);
}
const remoteDigest = async (client, asset, signal) => (0,github_release/* remoteFile */.PT)(asset).sha256 ?? (await (0,digest/* sha256Of */.B)((0,github_release/* bytesOf */.$$)(client, asset, signal)));
async function post(client, release, name, data, signal) {
    // Not retried by the plugin: after a broken upload GitHub's list is looked at first.
    const response = await client.octokit.request({
        method: 'POST',
        url: release.upload_url,
        name,
        data,
        headers: { 'content-type': 'application/octet-stream' },
        request: { signal, retries: 0 }
    });
    return response.data;
}
async function removeAsset(client, asset, signal) {
    const { octokit, owner, repo } = client;
    try {
        await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: asset.id, request: { signal } });
    }
    catch (error) {
        if ((0,github_errors/* statusOf */.c2)(error) !== 404)
            throw (0,github_errors/* explained */.to)(error, `cannot remove the broken upload of ${asset.name}`, signal);
    }
}

// EXTERNAL MODULE: ./src/yank-mark.ts
var yank_mark = __webpack_require__(9210);
;// CONCATENATED MODULE: ./src/adapters/publishers/github-yank.ts





/**
 * Takes a release back. The one that is to be the latest becomes it first: so a run that is cut off in between is
 * finished by the next one. Nothing is written that is written already.
 */
async function yankRelease(client, order, signal) {
    const release = await (0,github_release/* publishedRelease */.qT)(client, order.tag, signal);
    if (!release)
        return undefined;
    const undone = [];
    const latest = await latestOf(client, signal);
    let changed = false;
    if (latest?.id === release.id && order.latest !== undefined) {
        undone.push(...(await makeLatest(client, order.latest, signal)));
        changed = undone.length === 0;
    }
    else if (latest?.id === release.id) {
        undone.push(`there is no release before ${order.tag} that could be the latest`);
    }
    if ((0,yank_mark/* yankIn */.nm)(release.body ?? '')?.half !== order.half) {
        await github_yank_mark(client, release, order, signal);
        changed = true;
    }
    if (release.immutable)
        undone.push(`${order.tag} is immutable: its title and notes say it, GitHub takes no other mark`);
    return { url: release.html_url, changed, undone };
}
async function latestOf(client, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        return (await octokit.rest.repos.getLatestRelease({ owner, repo, request: { signal } })).data;
    }
    catch (error) {
        if ((0,github_errors/* statusOf */.c2)(error) === 404)
            return undefined;
        throw (0,github_errors/* explained */.to)(error, `cannot look for the latest release of ${repository}`, signal);
    }
}
/** Resolves with why it could not be done, where GitHub does not let us. */
async function makeLatest(client, tag, signal) {
    const { octokit, owner, repo } = client;
    const release = await (0,github_release/* publishedRelease */.qT)(client, tag, signal);
    if (!release)
        return [`${tag} is not there any more, and so not the latest release`];
    try {
        await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            make_latest: 'true',
            request: { signal }
        });
        return [];
    }
    catch (error) {
        if ((0,github_errors/* isFrozen */.Zz)(error))
            return [`${tag} is immutable, and GitHub refuses to make it the latest: do it on its page`];
        throw (0,github_errors/* explained */.to)(error, `cannot make ${tag} the latest release`, signal);
    }
}
/** Title and notes say it, and the flag of a prerelease keeps it from being the latest. */
async function github_yank_mark(client, release, { why, half }, signal) {
    const { octokit, owner, repo } = client;
    const body = release.body ?? '';
    const own = MARK.exec(body)?.[0].trim() ?? '';
    const words = {
        name: (0,yank_mark/* yankedTitle */.NC)(release.name ?? release.tag_name),
        body: (0,asset_names/* fittedNotes */.aR)((0,yank_mark/* yankedNotes */.QC)(own === '' ? body : body.replace(MARK, ''), { why, half }), own)
    };
    try {
        await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            ...words,
            ...(release.immutable ? {} : { prerelease: true }),
            request: { signal }
        });
    }
    catch (error) {
        throw (0,github_errors/* explained */.to)(error, `cannot mark ${release.tag_name} as taken back`, signal);
    }
}

;// CONCATENATED MODULE: ./src/adapters/publishers/github.ts












/** GitHub may take a moment until all of it knows what one of its machines did. */
const LOOKS = 6;
/**
 * Releases of one GitHub repository. A draft is filled, compared by GitHub's own digests, and made visible by one
 * request, after the tag was seen to mean the commit still.
 */
function github(place, files) {
    const client = (0,github_client/* connect */.N)(place);
    return {
        name: 'github',
        foresee: async (intent, signal) => (0,github_preflight/* told */.E)(await (0,github_preflight/* preflight */.M)(place, intent, signal)),
        find: (tag, signal) => find(client, tag, signal),
        list: (signal) => (0,github_release/* listed */.KE)(client, signal),
        commitOf: (tag, signal) => (0,github_tag/* peeled */.M)(client, tag, signal),
        async draft(request, signal) {
            (0,github_client/* demandToken */.T)(place);
            (0,finished/* refuseContradiction */.Wj)(request);
            const published = await find(client, request.tag, signal);
            if (published) {
                (0,finished/* refuseYanked */.nT)(published);
                return (0,finished/* finished */.xl)(published);
            }
            return openDraft(client, files, request, await findOrMake(client, request, signal), signal);
        },
        yank(order, signal) {
            (0,github_client/* demandToken */.T)(place);
            return yankRelease(client, order, signal);
        },
        generateNotes: (tag, since, signal) => generatedNotes(client, tag, since, signal)
    };
}
async function generatedNotes({ octokit, owner, repo }, tag, since, signal) {
    const previous = since === undefined ? {} : { previous_tag_name: since };
    try {
        const asked = { owner, repo, tag_name: tag, ...previous, request: { signal } };
        return (await octokit.rest.repos.generateReleaseNotes(asked)).data.body;
    }
    catch (error) {
        throw (0,github_errors/* explained */.to)(error, `cannot have the notes of ${tag} generated`, signal);
    }
}
async function find(client, tag, signal) {
    const release = await (0,github_release/* publishedRelease */.qT)(client, tag, signal);
    return release && (0,github_release/* asPublished */.f1)(client, release, await (0,github_release/* assetsOf */.ZS)(client, release.id, signal), signal);
}
async function openDraft(client, files, request, release, signal) {
    const known = await (0,github_release/* assetsOf */.ZS)(client, release.id, signal);
    const added = new Map();
    // One at a time, as GitHub asks of writers.
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        finished: false,
        files: known.filter(github_release/* isWhole */.wP).map(github_release/* remoteFile */.PT),
        download(name) {
            const asset = known.find((each) => each.name === name && (0,github_release/* isWhole */.wP)(each));
            if (!asset)
                throw new errors/* Failure */.H('host', `the draft of ${request.tag} has no file ${JSON.stringify(name)}`);
            return (0,github_release/* bytesOf */.$$)(client, asset, signal);
        },
        async add(file) {
            (0,asset_names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            (0,asset_names/* refuseSizes */.DF)([file]);
            added.set(file.name, file);
            return inTurn(() => bring(client, files, release, known, file, signal));
        },
        publish: () => publish(client, request, release, [...added.values()], signal),
        // What is not published stays a draft, unseen, for the next run.
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
}
async function publish(client, request, release, expected, signal) {
    const { octokit, owner, repo } = client;
    await demandFiles(client, release, expected, signal);
    await (0,github_tag/* demandTag */.m)(client, request.tag, request.commit, signal);
    // Another run may have been faster: what is published is compared and not written to.
    if (await (0,github_release/* publishedRelease */.qT)(client, request.tag, signal))
        return demandPublished(client, request, expected, signal);
    try {
        await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            draft: false,
            prerelease: request.prerelease,
            make_latest: request.latest ? 'true' : 'false',
            ...(isForeign(release) ? {} : words(request)),
            request: { signal }
        });
    }
    catch (error) {
        signal.throwIfAborted();
        // The answer may be lost all the same: what counts is what everybody can see.
        const seen = await (0,github_release/* publishedRelease */.qT)(client, request.tag, signal);
        if (!seen)
            throw (0,github_errors/* explained */.to)(error, `cannot publish ${request.tag}`, signal);
        // Another run's release is not ours to take back.
        if (seen.id !== release.id)
            return demandPublished(client, request, expected, signal);
    }
    try {
        return await demandPublished(client, request, expected, signal);
    }
    catch (error) {
        throw error instanceof errors/* Failure */.H && error.kind === 'verification' ? (0,finished/* exposed */.fE)(error) : error;
    }
}
/** Looks at all files of the draft as GitHub has them now: every one of ours whole and equal, others named. */
async function demandFiles(client, release, expected, signal) {
    const assets = await (0,github_release/* assetsOf */.ZS)(client, release.id, signal);
    for (const file of expected) {
        const asset = assets.find(({ name }) => name === file.name);
        if (!asset || !(0,github_release/* isWhole */.wP)(asset)) {
            throw new errors/* Failure */.H('verification', `${file.name} is not on the draft of ${release.tag_name} any more`, {
                hint: 'Another run or a person removed it: run again.'
            });
        }
        await demandEqual(client, release, asset, file, signal);
    }
    for (const asset of assets.filter(({ name }) => !expected.some((file) => file.name === name))) {
        if ((0,github_release/* isWhole */.wP)(asset))
            client.warn(`${asset.name} on the draft of ${release.tag_name} is not from this run: kept`);
        else {
            client.warn(`${asset.name} on the draft of ${release.tag_name} is a broken upload: removed`);
            await removeAsset(client, asset, signal);
        }
    }
}
/** Reads the release back as everybody sees it. Rejects ('verification') when it is not what was meant. */
async function demandPublished(client, request, expected, signal) {
    for (let look = 1;; look++) {
        const release = await (0,github_release/* publishedRelease */.qT)(client, request.tag, signal);
        if (!release && look < LOOKS) {
            await client.wait(look, signal);
            continue;
        }
        if (!release) {
            throw new errors/* Failure */.H('host', `${request.tag} was published, and GitHub does not show it`, {
                hint: 'Look at the releases page; run again.'
            });
        }
        const assets = await (0,github_release/* assetsOf */.ZS)(client, release.id, signal);
        const published = (0,github_release/* asPublished */.f1)(client, release, assets, signal);
        for (const file of expected) {
            const asset = assets.find(({ name }) => name === file.name);
            if (!asset)
                throw (0,finished/* lacking */.gP)(published, file.name);
            await demandEqual(client, release, asset, file, signal);
        }
        await (0,github_tag/* demandTag */.m)(client, request.tag, request.commit, signal);
        return published;
    }
}


/***/ })

};
