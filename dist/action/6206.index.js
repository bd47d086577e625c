export const id = 6206;
export const ids = [6206];
export const modules = {

/***/ 46206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  githubPublisher: () => (/* binding */ githubPublisher)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __webpack_require__(35981);
// EXTERNAL MODULE: ./src/adapters/http/patiently.ts
var patiently = __webpack_require__(90775);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/adapters/github/releases/errors.ts
var releases_errors = __webpack_require__(94006);
;// CONCATENATED MODULE: ./src/adapters/github/releases/attestation.ts



const PAUSES = [2, 10];
async function keepAttestation(client, bundle, about, signal) {
    if (await isAttested(client, bundle, about, signal))
        return 'kept';
    for (let tried = 0;; tried++) {
        try {
            await postAttestation(client, bundle, signal);
            return 'added';
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(0,releases_errors/* isPassing */.WG)(error))
                throw explainAttestationRefusal(client, error, signal);
            if (await isAttested(client, bundle, about, signal))
                return 'added';
            const pause = PAUSES[tried];
            if (pause === undefined)
                throw explainAttestationRefusal(client, error, signal);
            await client.wait(pause, signal);
        }
    }
}
async function postAttestation({ octokit, owner, repo }, bundle, signal) {
    const request = { signal, retries: 0 };
    await octokit.rest.repos.createAttestation({ owner, repo, bundle: { ...(0,json/* readFields */.qU)(bundle) }, request });
}
function explainAttestationRefusal({ repository }, error, signal) {
    const status = (0,releases_errors/* readStatus */.rk)(error);
    if (status !== 403 && status !== 404)
        return (0,releases_errors/* explainError */.UW)(error, `cannot keep the attestation in ${repository}`, signal);
    return new errors/* Failure */.H('environment', `the token may not write attestations of ${repository} (GitHub says ${status})`, {
        hint: 'Give the job "permissions: attestations: write"; private repositories have attestations with GitHub Enterprise Cloud only.'
    });
}
async function isAttested(client, bundle, about, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        const { data } = await octokit.rest.repos.listAttestations({
            owner,
            repo,
            subject_digest: `sha256:${about}`,
            per_page: 100,
            request: { signal }
        });
        const wanted = readSignature(bundle);
        return (data.attestations ?? []).some((each) => readSignature(each.bundle) === wanted);
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) === 404 || (0,releases_errors/* readStatus */.rk)(error) === 403)
            return false;
        throw (0,releases_errors/* explainError */.UW)(error, `cannot list the attestations of ${repository}`, signal);
    }
}
const readSignature = (bundle) => JSON.stringify([
    (0,json/* readTextAt */.Tw)(bundle, 'dsseEnvelope', 'payload'),
    (0,json/* readObjectsAt */.s0)(bundle, 'dsseEnvelope', 'signatures').map((each) => (0,json/* readTextAt */.Tw)(each, 'sig'))
]);

// EXTERNAL MODULE: ./src/adapters/github/releases/client.ts + 1 modules
var releases_client = __webpack_require__(3839);
// EXTERNAL MODULE: ./src/model/file-list.ts
var file_list = __webpack_require__(70276);
// EXTERNAL MODULE: ./src/base/patience.ts
var patience = __webpack_require__(40802);
// EXTERNAL MODULE: ./src/model/unseen-release.ts
var unseen_release = __webpack_require__(57069);
// EXTERNAL MODULE: ./src/model/release-marks.ts
var release_marks = __webpack_require__(41263);
// EXTERNAL MODULE: ./src/adapters/http/next-page.ts
var next_page = __webpack_require__(40698);
// EXTERNAL MODULE: ./src/adapters/http/download.ts
var download = __webpack_require__(67141);
// EXTERNAL MODULE: ./src/adapters/releases/list-limit.ts
var list_limit = __webpack_require__(13265);
;// CONCATENATED MODULE: ./src/adapters/github/releases/release.ts









const isWhole = (asset) => asset.state === 'uploaded' && asset.size > 0;
const isHalf = (asset) => !isWhole(asset) && ['uploaded', 'starter', 'open'].includes(asset.state);
const describeRemoteFile = ({ name, size, digest }) => {
    const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
    return { name, size, sha256 };
};
const PER_PAGE = 100;
async function readEveryPage(client, path, signal) {
    const all = new Map();
    const { octokit, owner, repo } = client;
    const [before, limit] = [client.received(), (0,list_limit/* makeListLimit */.O)('GitHub')];
    const own = (page) => octokit.request.endpoint(`GET /repos/{owner}/{repo}/${path}`, { owner, repo, per_page: PER_PAGE, page }).url;
    for (let page = 1, url = own(page); url !== undefined; page++) {
        const asked = url;
        const { data, headers } = await octokit.request({ method: 'GET', url: asked, request: { signal } });
        limit(client.received() - before);
        for (const item of data)
            all.set(item.id, item);
        const more = headers.link === undefined && data.length >= PER_PAGE;
        url = more ? own(page + 1) : (0,next_page/* parseNextLink */.P)(headers.link, new URL(asked), 'GitHub')?.href;
    }
    return [...all.values()];
}
async function listAssets(client, id, signal) {
    const doing = `cannot list the files of release ${id} of ${client.repository}`;
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        try {
            return { seen: 'right', value: await readEveryPage(client, `releases/${id}/assets`, signal) };
        }
        catch (error) {
            if ((0,releases_errors/* readStatus */.rk)(error) !== 404)
                throw (0,releases_errors/* explainError */.UW)(error, doing, signal);
            return { seen: 'missing', what: `no release ${id}` };
        }
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    if (sight.seen === 'wrong')
        throw sight.failure;
    throw (0,unseen_release/* makeUnseenFailure */.h)(doing, sight.asked, 'GitHub does not show a release that it has named. Run again in some minutes.');
}
async function findPublished(client, tag, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        return (await octokit.rest.repos.getReleaseByTag({ owner, repo, tag, request: { signal } })).data;
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) === 404)
            return undefined;
        throw (0,releases_errors/* explainError */.UW)(error, `cannot look for the release ${tag} of ${repository}`, signal);
    }
}
async function findSeen(client, tag, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const value = await findPublished(client, tag, signal);
        return value ? { seen: 'right', value } : { seen: 'missing', what: `no release ${tag}` };
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    return sight.seen === 'right' ? sight.value : undefined;
}
async function listDrafts(client, tag, signal) {
    const all = await listAllReleases(client, signal);
    return all.filter((each) => each.draft && each.tag_name === tag).sort((a, b) => a.id - b.id);
}
async function listReleases(client, signal) {
    return (await listAllReleases(client, signal))
        .filter(({ draft }) => !draft)
        .map(({ tag_name: tag, prerelease, body }) => ({ tag, prerelease, yanked: (0,release_marks/* parseYank */.HL)(body ?? '') !== undefined }));
}
async function listAllReleases(client, signal) {
    try {
        return await readEveryPage(client, 'releases', signal);
    }
    catch (error) {
        throw (0,releases_errors/* explainError */.UW)(error, `cannot list the releases of ${client.repository}`, signal);
    }
}
function makePublished(client, release, assets, signal) {
    const whole = assets.filter(isWhole);
    return {
        tag: release.tag_name,
        url: release.html_url,
        files: whole.map(describeRemoteFile),
        yanked: (0,release_marks/* parseYank */.HL)(release.body ?? '')?.why,
        since: release.published_at ?? undefined,
        frozen: release.immutable === true,
        download(name) {
            const asset = whole.find((each) => each.name === name);
            if (!asset)
                throw new errors/* Failure */.H('host', `the release ${release.tag_name} has no file ${JSON.stringify(name)}`);
            return streamFile(client, asset, signal);
        }
    };
}
function streamFile(client, asset, signal) {
    const { octokit, owner, repo, patience } = client;
    return (0,download/* streamResuming */.h)({
        name: asset.name,
        size: asset.size,
        patience,
        async ask(from) {
            const { data, status } = await octokit.request('GET /repos/{owner}/{repo}/releases/assets/{asset_id}', {
                owner,
                repo,
                asset_id: asset.id,
                headers: { accept: releases_client.STREAM, ...(from > 0 ? { range: `bytes=${from}-` } : {}) },
                request: { signal, parseSuccessResponseBody: false }
            });
            return { status, body: data };
        },
        wait: (seconds) => client.wait(seconds, signal),
        isPassing: releases_errors/* isPassing */.WG,
        isMissing: (error) => (0,releases_errors/* readStatus */.rk)(error) === 404,
        explained: (error, doing) => (0,releases_errors/* explainError */.UW)(error, doing, signal)
    }, signal);
}

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
;// CONCATENATED MODULE: ./src/adapters/github/releases/draft.ts




const formatDraftMark = ({ commit, verified, latest, byHand }) => `<!-- slipway ${[commit, ...(verified === undefined ? [] : ['verified', verified]), ...(latest ? ['latest'] : []), ...(byHand ? ['by-hand'] : [])].join(' ')} -->`;
const MARK = /<!-- slipway ([0-9a-f]{40})(?: verified ([0-9a-f]{64}))?( latest)?( by-hand)? -->\s*$/;
function readDraftMark({ body }) {
    const [, commit, verified, latest, byHand] = MARK.exec(body ?? '') ?? [];
    return commit === undefined
        ? undefined
        : { commit, verified, latest: latest !== undefined, byHand: byHand !== undefined };
}
const ATTEMPTS = 4;
const composeWords = (request) => ({
    name: request.title,
    body: (0,release_names/* fitNotes */.NI)(request.notes, formatDraftMark({ commit: request.commit }))
});
const composeKeptNotes = (release, request, verified) => {
    const byHand = isForeign(release);
    const mark = formatDraftMark({ commit: request.commit, verified, latest: request.latest, byHand });
    return (0,release_names/* fitNotes */.NI)(byHand ? stripDraftMark(release) : request.notes, mark);
};
const stripDraftMark = ({ body }) => (body ?? '').replace(MARK, '').trimEnd();
const isForeign = (release) => (release.body ?? '') !== '' && (readDraftMark(release)?.byHand ?? true);
async function findOrMakeDraft(client, request, signal) {
    const before = await listDrafts(client, request.tag, signal);
    const kept = before.length > 0 ? chooseFullestDraft(client, before) : await makeDraft(client, request, signal);
    const other = readDraftMark(kept)?.commit;
    if (other !== undefined && other !== request.commit) {
        client.warn(`the draft ${kept.html_url} was begun for commit ${other}, before the tag ${request.tag} was moved`);
    }
    if (isForeign(kept))
        client.warn(`the draft ${kept.html_url} has notes that somebody wrote: title and notes are kept`);
    return kept;
}
function chooseFullestDraft(client, drafts) {
    const [first, ...others] = [...drafts].sort((a, b) => countWholeAssets(b) - countWholeAssets(a) || a.id - b.id);
    if (!first)
        throw new TypeError('no drafts to choose from');
    for (const { html_url } of others) {
        client.warn(`another draft of ${first.tag_name} stays as it is: ${html_url} (using ${first.html_url})`);
    }
    return first;
}
const countWholeAssets = (release) => release.assets.filter(isWhole).length;
async function makeDraft(client, request, signal) {
    const { octokit, owner, repo } = client;
    const doing = `cannot make a draft of ${request.tag}`;
    let trouble;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.wait((attempt - 1) ** 2, signal);
            const [found] = await listDrafts(client, request.tag, signal);
            if (found)
                return found;
        }
        try {
            const { data } = await octokit.rest.repos.createRelease({
                owner,
                repo,
                tag_name: request.tag,
                ...composeWords(request),
                draft: true,
                prerelease: request.prerelease,
                request: { signal, retries: 0 }
            });
            return await settleDraft(client, data, signal);
        }
        catch (error) {
            if ((0,releases_errors/* hasCode */.up)(error, 'already_exists')) {
                throw new errors/* Failure */.H('host', `${doing}: another run has just published this tag`, {
                    hint: 'Run again: it compares what is published with what is here.',
                    cause: (0,releases_errors/* explainError */.UW)(error, doing, signal)
                });
            }
            if (!(0,releases_errors/* isPassing */.WG)(error))
                throw (0,releases_errors/* explainError */.UW)(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
        }
    }
    throw (0,releases_errors/* explainError */.UW)(trouble, doing, signal);
}
async function settleDraft(client, own, signal) {
    const { octokit, owner, repo } = client;
    const drafts = await listDrafts(client, own.tag_name, signal);
    const all = drafts.some(({ id }) => id === own.id) ? drafts : [...drafts, own];
    const [chosen = own] = [...all].sort((a, b) => countWholeAssets(b) - countWholeAssets(a) || a.id - b.id);
    if (chosen.id === own.id || (await listAssets(client, own.id, signal)).length > 0)
        return chosen;
    client.warn(`another run works on ${own.tag_name} too: using its draft ${chosen.html_url}`);
    try {
        await octokit.rest.repos.deleteRelease({ owner, repo, release_id: own.id, request: { signal } });
    }
    catch (error) {
        client.warn(`our own empty draft ${own.html_url} could not be removed: ${String((0,releases_errors/* explainError */.UW)(error, '', signal))}`);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/tag.ts



const DEEPEST = 5;
async function peelTag(client, tag, signal) {
    const { octokit, owner, repo, repository } = client;
    const doing = `cannot read the tag ${JSON.stringify(tag)} of ${repository}`;
    try {
        const { data } = await octokit.rest.git.getRef({ owner, repo, ref: `tags/${tag}`, request: { signal } });
        let object = data.object;
        for (let depth = 0; object.type === 'tag' && depth < DEEPEST; depth++) {
            const tagged = await octokit.rest.git.getTag({ owner, repo, tag_sha: object.sha, request: { signal } });
            object = tagged.data.object;
        }
        if (object.type === 'commit')
            return object.sha;
        throw new errors/* Failure */.H('verification', `the tag ${tag} of ${repository} does not mean a commit but a ${object.type}`);
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) === 404)
            return undefined;
        throw (0,releases_errors/* explainError */.UW)(error, doing, signal);
    }
}
async function demandTag(client, tag, commit, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(() => lookAtTag(client, tag, commit, signal), (seconds) => client.wait(seconds, signal), patience/* AT_REST */.Ps);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing')
        throw makeTagFailure(client, tag, commit, undefined);
}
async function lookAtTag(client, tag, commit, signal) {
    const now = await peelTag(client, tag, signal);
    if (now === commit)
        return { seen: 'right', value: undefined };
    if (now === undefined)
        return { seen: 'missing', what: `the tag ${tag} is not there` };
    return { seen: 'wrong', failure: makeTagFailure(client, tag, commit, now) };
}
const makeTagFailure = (client, tag, commit, now) => {
    const seen = now === undefined ? 'is not there (any more)' : `means ${now}`;
    return new errors/* Failure */.H('verification', `the tag ${tag} of ${client.repository} ${seen}; the release is of ${commit}`, {
        hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
    });
};

;// CONCATENATED MODULE: ./src/adapters/github/releases/half-upload.ts



const LONG_AGO = 3_600_000;
async function removeHalfUpload(client, release, { asset: half, own }, signal) {
    const old = Date.now() - Date.parse(half.created_at) > LONG_AGO;
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const now = (await listAssets(client, release.id, signal)).find(({ id }) => id === half.id);
        return now && isHalf(now)
            ? { seen: 'missing', what: `${half.name} is half there` }
            : { seen: 'right', value: now };
    }, (seconds) => client.wait(seconds, signal), old || own ? patience/* AT_REST */.Ps : patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value === undefined;
    if (!(await isDraft(client, release.id, signal)))
        return false;
    await removeAsset(client, half, signal);
    return true;
}
async function isDraft({ octokit, owner, repo }, release_id, signal) {
    try {
        return (await octokit.rest.repos.getRelease({ owner, repo, release_id, request: { signal } })).data.draft;
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) === 404)
            return false;
        throw (0,releases_errors/* explainError */.UW)(error, `cannot look at release ${release_id}`, signal);
    }
}
async function removeAsset(client, asset, signal) {
    const { octokit, owner, repo } = client;
    try {
        await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: asset.id, request: { signal } });
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) !== 404)
            throw (0,releases_errors/* explainError */.UW)(error, `cannot remove the broken upload of ${asset.name}`, signal);
    }
}

// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/adapters/http/body.ts
var http_body = __webpack_require__(78057);
;// CONCATENATED MODULE: ./src/adapters/github/releases/upload.ts









const upload_ATTEMPTS = 6;
async function uploadFile(client, files, { release, known }, file, signal) {
    const doing = `cannot upload ${file.name}`;
    let assets = known;
    let uploaded = false;
    let trouble;
    for (let attempt = 1; attempt <= upload_ATTEMPTS; attempt++) {
        if (attempt > 1 && !(0,releases_errors/* hasCode */.up)(trouble, 'already_exists')) {
            await client.wait((attempt - 1) ** 2 * (0.75 + Math.random() / 2), signal);
            assets = await listAssets(client, release.id, signal);
        }
        const there = assets.find(({ name }) => name === file.name);
        if (there && isWhole(there)) {
            await demandEqual(client, release, there, file, signal);
            return uploaded ? 'added' : 'kept';
        }
        if (there && !isHalf(there))
            throw makeStateFailure(release, there);
        if (there && !(await removeHalfUpload(client, release, { asset: there, own: uploaded }, signal)))
            continue;
        await client.turn(signal);
        const body = await (0,http_body/* openBody */.B)(files, file);
        uploaded = true;
        try {
            const asset = await postAsset(client, release, file.name, body, signal);
            if (asset.name !== file.name) {
                await removeAsset(client, asset, signal);
                throw new errors/* Failure */.H('input', `GitHub renames ${JSON.stringify(file.name)} to ${JSON.stringify(asset.name)}`, {
                    hint: 'Choose a name of letters, digits, "_", "+", "-" and single dots inside.'
                });
            }
            if (isWhole(asset) && (await readRemoteDigest(client, asset, signal)) === file.sha256)
                return 'added';
            trouble = new errors/* Failure */.H('verification', `${file.name} arrived damaged`, { cause: trouble });
            await removeAsset(client, asset, signal);
        }
        catch (error) {
            const again = (0,releases_errors/* readStatus */.rk)(error) === 404 || (0,releases_errors/* hasCode */.up)(error, 'already_exists') || ((0,releases_errors/* isFrozen */.Zz)(error) && !(0,releases_errors/* isFrozen */.Zz)(trouble));
            if (!(0,releases_errors/* isPassing */.WG)(error) && !again)
                throw (0,releases_errors/* explainError */.UW)(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
            if (!(0,releases_errors/* hasCode */.up)(error, 'already_exists'))
                continue;
            uploaded = false;
            assets = await awaitListed(client, release, file.name, signal);
        }
    }
    throw (0,releases_errors/* explainError */.UW)(trouble, `${doing} in ${upload_ATTEMPTS} attempts`, signal);
}
const makeStateFailure = ({ html_url }, { name, state }) => new errors/* Failure */.H('host', `${name} is on the draft in a state that GitHub's reference does not name: ${(0,base_text/* quote */.hD)(state)}`, {
    hint: `Slipway does not touch it. Look at ${html_url}; when the file is broken, remove it there and run again.`
});
async function awaitListed(client, { id }, file, signal) {
    let assets = [];
    await (0,patience/* lookPatiently */.wZ)(async () => {
        assets = await listAssets(client, id, signal);
        const there = assets.some(({ name }) => name === file);
        return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `${file} is not listed` };
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    return assets;
}
async function demandEqual(client, release, asset, file, signal) {
    const theirs = await readRemoteDigest(client, asset, signal);
    if (theirs === file.sha256 && asset.size === file.size)
        return;
    const where = `the ${release.draft ? 'draft' : 'release'} of ${release.tag_name} on GitHub`;
    throw (0,finished/* makeDifferenceFailure */.Q6)(where, file.name, theirs, file.sha256);
}
const readRemoteDigest = async (client, asset, signal) => describeRemoteFile(asset).sha256 ?? (await (0,digest/* hashStream */.LH)(streamFile(client, asset, signal)));
async function postAsset(client, release, name, data, signal) {
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

;// CONCATENATED MODULE: ./src/adapters/github/releases/read-back.ts








async function awaitPublished(client, tag, certain, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const value = await findPublished(client, tag, signal);
        return value ? { seen: 'right', value } : { seen: 'missing', what: `no release ${tag}` };
    }, (seconds) => client.wait(seconds, signal), certain ? patience/* AFTER_A_WRITE */.x : { missing: [], wrong: 0 });
    return sight.seen === 'right' ? sight.value : undefined;
}
async function demandFiles(client, release, expected, signal) {
    const where = `the draft of ${release.tag_name}`;
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const assets = await listAssets(client, release.id, signal);
        const absent = listAbsent(assets, expected);
        if (absent.length > 0)
            return { seen: 'missing', what: `${(0,finished/* formatNamesWithVerb */.p3)(absent)} not on ${where}` };
        for (const file of expected)
            await demandAsset(client, release, assets, file, signal);
        return { seen: 'right', value: assets };
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing') {
        const hint = 'GitHub does not show what was uploaded, or another run or a person removed it: run again.';
        throw (0,unseen_release/* makeUnseenFailure */.h)(sight.what, sight.asked, hint);
    }
    for (const asset of sight.value.filter(({ name }) => !expected.some((file) => file.name === name))) {
        if (!isHalf(asset))
            client.warn(`${asset.name} on ${where} is not from this run: kept`);
        else if (await removeHalfUpload(client, release, { asset, own: false }, signal))
            client.warn(`${asset.name} on ${where} is a broken upload: removed`);
    }
}
const listAbsent = (assets, expected) => expected.filter((file) => !assets.some((asset) => asset.name === file.name && isWhole(asset)));
async function demandAsset(client, release, assets, file, signal) {
    const asset = assets.find(({ name }) => name === file.name);
    if (asset)
        await demandEqual(client, release, asset, file, signal);
}
async function demandPublished(client, request, expected, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(() => lookAtPublished(client, request, expected, signal), (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong' ? sight.failure : (0,unseen_release/* makeUnseenReleaseFailure */.U)(request.tag, sight.asked);
}
async function lookAtPublished(client, { tag, commit }, expected, signal) {
    const release = await findPublished(client, tag, signal);
    if (!release)
        return { seen: 'missing', what: `GitHub shows no release ${tag}` };
    const assets = await listAssets(client, release.id, signal);
    try {
        for (const file of expected)
            await demandAsset(client, release, assets.filter(isWhole), file, signal);
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H && error.kind === 'verification')
            return { seen: 'wrong', failure: error };
        throw error;
    }
    const absent = listAbsent(assets, expected);
    if (absent.length > 0)
        return { seen: 'missing', what: `${(0,finished/* formatNamesWithVerb */.p3)(absent)} not in the release` };
    const shown = await lookAtTag(client, tag, commit, signal);
    return shown.seen === 'right' ? { seen: 'right', value: makePublished(client, release, assets, signal) } : shown;
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/keep.ts








async function keepDraft(client, request, release, expected, signal) {
    const { octokit, owner, repo } = client;
    await demandFiles(client, release, expected, signal);
    await demandTag(client, request.tag, request.commit, signal);
    if (await findPublished(client, request.tag, signal))
        throw (0,finished/* makePublishedFailure */.bI)(request.tag);
    const verified = (0,file_list/* digestFileList */.r)(expected);
    const mark = readDraftMark(release);
    const same = mark?.verified === verified && mark.commit === request.commit && mark.latest === request.latest;
    if (same && release.prerelease === request.prerelease)
        return release.html_url;
    try {
        const { data } = await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            prerelease: request.prerelease,
            ...(isForeign(release) ? {} : { name: request.title }),
            body: composeKeptNotes(release, request, verified),
            request: { signal }
        });
        return data.html_url;
    }
    catch (error) {
        throw (0,releases_errors/* explainError */.UW)(error, `cannot note that the draft of ${request.tag} is whole`, signal);
    }
}
async function findKeptDraft(client, tag, signal) {
    const drafts = await listDrafts(client, tag, signal);
    if (drafts.length === 0)
        return undefined;
    const draft = chooseFullestDraft(client, drafts);
    const { commit, verified, latest = false } = readDraftMark(draft) ?? {};
    if (commit === undefined || verified === undefined)
        return undefined;
    const whole = (await listAssets(client, draft.id, signal)).filter(isWhole);
    return {
        request: {
            ...{ tag, commit, title: draft.name ?? tag, notes: stripDraftMark(draft) },
            ...{ prerelease: draft.prerelease, latest }
        },
        verified,
        url: draft.html_url,
        files: whole.map(describeRemoteFile),
        download(name) {
            const asset = whole.find((each) => each.name === name);
            if (!asset)
                throw new errors/* Failure */.H('host', `the draft of ${tag} has no file ${JSON.stringify(name)}`);
            return streamFile(client, asset, signal);
        }
    };
}

// EXTERNAL MODULE: ./src/adapters/github/releases/pace.ts
var pace = __webpack_require__(16486);
;// CONCATENATED MODULE: ./src/adapters/github/releases/preflight.ts









const PERSONAL = /^(ghp|github_pat|gho|ghu)_/;
async function preflightGithub(place, intent, signal) {
    (0,release_names/* refuseNames */.d3)(intent.names);
    (0,release_names/* refuseSizes */.DF)(intent.names.map((name) => ({ name, size: 1 })));
    (0,releases_client.demandToken)(place);
    const client = (0,releases_client.connect)(place);
    const ends = await demandRepository(client, place.token, signal);
    await demandTag(client, intent.tag, intent.commit, signal);
    const find = async () => {
        const release = await findPublished(client, intent.tag, signal);
        return release && makePublished(client, release, await listAssets(client, release.id, signal), signal);
    };
    const published = await find();
    if (published) {
        const wait = (seconds) => client.wait(seconds, signal);
        await (0,finished/* refuseOtherRelease */.K5)(published, intent.certain ?? [], { find, wait });
        return { published: published.url, known: ends, unseen: [] };
    }
    const unseen = await demandWrite(client, intent.tag, signal);
    const frozen = await checkImmutability(client, signal);
    const burnt = frozen.length > 0 ? [`whether ${intent.tag} belonged to an immutable release that was deleted`] : [];
    const known = [
        ...ends,
        ...frozen,
        ...describePace(intent.names.length),
        ...(await describeDrafts(client, intent, signal))
    ];
    return { published: undefined, known, unseen: [...unseen, ...burnt] };
}
const describePace = (files) => files <= pace/* UNHURRIED_UPLOADS */.G6
    ? []
    : [
        `${files} of the ${release_names/* MOST_FILES */.Q4} files that a release on GitHub may hold, each of less than 2 GiB: at the pace that GitHub publishes, their upload takes at least ${formatMinutes((0,pace/* estimateUploads */.dD)(files))}`
    ];
const formatMinutes = (seconds) => {
    const minutes = Math.ceil(seconds / 60);
    return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};
async function describeDrafts(client, { tag, commit, names }, signal) {
    return (await listDrafts(client, tag, signal)).flatMap((draft) => {
        const strange = draft.assets.map(({ name }) => name).filter((name) => !names.includes(name));
        const { commit: begun, verified } = readDraftMark(draft) ?? {};
        return [
            ...(verified !== undefined && begun === commit
                ? [`a run has filled it and looked at it; slipway publish --finish ${tag} makes it public`]
                : []),
            ...(isForeign(draft) ? ['somebody wrote its title and notes, which are kept'] : []),
            ...(begun !== undefined && begun !== commit ? [`it was begun for commit ${begun}`] : []),
            ...(strange.length > 0 ? [`it holds ${strange.join(', ')}, which this release does not make: kept`] : [])
        ].map((what) => `a draft of ${tag} is there (${draft.html_url}): ${what}`);
    });
}
async function demandRepository(client, token, signal) {
    const { octokit, owner, repo, repository } = client;
    const { data, headers } = await octokit.rest.repos
        .get({ owner, repo, request: { signal } })
        .catch((error) => {
        throw (0,releases_errors/* explainError */.UW)(error, `cannot see the repository ${repository}`, signal);
    });
    if (data.full_name.toLowerCase() !== repository.toLowerCase()) {
        throw new errors/* Failure */.H('input', `the repository ${repository} is called ${data.full_name} now`, {
            hint: `Use ${data.full_name}.`
        });
    }
    if (data.archived) {
        throw new errors/* Failure */.H('environment', `the repository ${repository} is archived: it takes no releases`, {
            hint: 'Unarchive it first.'
        });
    }
    if (data.permissions?.push === false && PERSONAL.test(token)) {
        throw new errors/* Failure */.H('environment', `the token may read ${repository} and not write to it`, {
            hint: 'Give the token the right to write contents ("contents: write", or the scope "repo").'
        });
    }
    return checkTokenExpiry(headers);
}
async function demandWrite(client, tag, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        await octokit.rest.repos.generateReleaseNotes({ owner, repo, tag_name: tag, request: { signal, retries: 0 } });
        return [];
    }
    catch (error) {
        const status = (0,releases_errors/* readStatus */.rk)(error);
        if (status === 401 || status === 403 || status === 404)
            throw (0,releases_errors/* explainError */.UW)(error, `the token may not write releases of ${repository}`, signal);
        signal.throwIfAborted();
        return [`whether the token may write: ${cutFirstErrorLine(error)}`];
    }
}
const cutFirstErrorLine = (error) => String(error.message).split('\n', 1)[0] ?? '';
async function checkImmutability(client, signal) {
    const { octokit, owner, repo, repository } = client;
    const asked = { owner, repo, request: { signal, retries: 0 } };
    const enabled = await octokit.rest.repos
        .checkImmutableReleases(asked)
        .then(({ data }) => data.enabled)
        .catch(() => undefined);
    const frozen = enabled ??
        (await octokit.rest.repos
            .getLatestRelease(asked)
            .then(({ data }) => data.immutable)
            .catch(() => undefined));
    signal.throwIfAborted();
    return frozen
        ? [
            `releases of ${repository} are immutable: nobody can change this one after it is published, but for its title and notes`
        ]
        : [];
}
function checkTokenExpiry(headers) {
    const ends = headers['github-authentication-token-expiration'];
    return typeof ends === 'string' ? [`the token expires ${ends}`] : [];
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/yank.ts





async function yankRelease(client, order, signal) {
    const release = await findSeen(client, order.tag, signal);
    if (!release)
        return undefined;
    const undone = [];
    const latest = await findLatest(client, signal);
    let changed = false;
    if (latest?.id === release.id && order.latest !== undefined) {
        undone.push(...(await makeLatest(client, order.latest, signal)));
        changed = undone.length === 0;
    }
    else if (latest?.id === release.id) {
        undone.push(`there is no release before ${order.tag} that could be the latest`);
    }
    if ((0,release_marks/* parseYank */.HL)(release.body ?? '')?.half !== order.half) {
        await markYanked(client, release, order, signal);
        changed = true;
    }
    if (release.immutable)
        undone.push(`${order.tag} is immutable: its title and notes say it, GitHub takes no other mark`);
    return { url: release.html_url, changed, undone };
}
async function findLatest(client, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        return (await octokit.rest.repos.getLatestRelease({ owner, repo, request: { signal } })).data;
    }
    catch (error) {
        if ((0,releases_errors/* readStatus */.rk)(error) === 404)
            return undefined;
        throw (0,releases_errors/* explainError */.UW)(error, `cannot look for the latest release of ${repository}`, signal);
    }
}
async function makeLatest(client, tag, signal) {
    const { octokit, owner, repo } = client;
    const release = await findSeen(client, tag, signal);
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
        if ((0,releases_errors/* isFrozen */.Zz)(error))
            return [`${tag} is immutable, and GitHub refuses to make it the latest: do it on its page`];
        throw (0,releases_errors/* explainError */.UW)(error, `cannot make ${tag} the latest release`, signal);
    }
}
async function markYanked(client, release, { why, half }, signal) {
    const { octokit, owner, repo } = client;
    const body = release.body ?? '';
    const own = MARK.exec(body)?.[0].trim() ?? '';
    const marked = (0,release_marks/* parseYank */.HL)(body);
    const prerelease = marked ? marked.prerelease === true : release.prerelease;
    const words = {
        name: (0,release_marks/* addYankToTitle */.WD)(release.name ?? release.tag_name),
        body: (0,release_names/* fitNotes */.NI)((0,release_marks/* addYankToNotes */.tG)(own === '' ? body : body.replace(MARK, ''), { why, half, prerelease }), own)
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
        throw (0,releases_errors/* explainError */.UW)(error, `cannot mark ${release.tag_name} as taken back`, signal);
    }
}
async function reinstateRelease(client, order, signal) {
    const { octokit, owner, repo } = client;
    const release = await findSeen(client, order.tag, signal);
    if (!release)
        return undefined;
    const mark = (0,release_marks/* parseYank */.HL)(release.body ?? '');
    if (!mark)
        return { url: release.html_url, changed: false, undone: [] };
    const prerelease = mark.prerelease === true || order.prerelease;
    try {
        await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            name: (0,release_marks/* stripYankFromTitle */.M4)(release.name ?? release.tag_name),
            body: (0,release_marks/* stripYank */.cl)(release.body ?? ''),
            ...(release.immutable ? {} : { prerelease, make_latest: order.latest && !prerelease ? 'true' : 'false' }),
            request: { signal }
        });
    }
    catch (error) {
        throw (0,releases_errors/* explainError */.UW)(error, `cannot take the mark of ${order.tag} away`, signal);
    }
    return { url: release.html_url, changed: true, undone: [] };
}

// EXTERNAL MODULE: ./src/adapters/releases/outlook.ts
var outlook = __webpack_require__(82124);
;// CONCATENATED MODULE: ./src/adapters/github/releases/publisher.ts


















function githubPublisher(place, files) {
    const client = (0,releases_client.connect)(place);
    return {
        name: 'github',
        foresee: async (intent, signal) => (0,outlook/* summarizeOutlook */.P)(await preflightGithub(place, intent, signal)),
        find: (tag, signal) => findRelease(client, tag, signal),
        wait: (seconds, signal) => client.wait(seconds, signal),
        list: (signal) => listReleases(client, signal),
        commitOf: (tag, signal) => peelTag(client, tag, signal),
        async draft(request, signal) {
            (0,releases_client.demandToken)(place);
            (0,finished/* refuseContradiction */.Wj)(request);
            const published = await findRelease(client, request.tag, signal);
            if (published) {
                (0,finished/* refuseToContinueYanked */.DL)(published);
                return (0,finished/* openFinishedRelease */.sJ)(published, {
                    find: () => findRelease(client, request.tag, signal),
                    wait: (seconds) => client.wait(seconds, signal)
                });
            }
            return openDraft(client, files, request, await findOrMakeDraft(client, request, signal), signal);
        },
        findKept(tag, signal) {
            (0,releases_client.demandToken)(place);
            return findKeptDraft(client, tag, signal);
        },
        yank(order, signal) {
            (0,releases_client.demandToken)(place);
            return yankRelease(client, order, signal);
        },
        reinstate(order, signal) {
            (0,releases_client.demandToken)(place);
            return reinstateRelease(client, order, signal);
        },
        latest: {
            by: 'GitHub',
            now: async (signal) => (await findLatest(client, signal))?.tag_name,
            move: (tag, signal) => makeLatest(client, tag, signal)
        },
        attest(bundle, about, signal) {
            (0,releases_client.demandToken)(place);
            return keepAttestation(client, bundle, about, signal);
        },
        generateNotes: (tag, since, signal) => requestNotes(client, tag, since, signal)
    };
}
async function requestNotes({ octokit, owner, repo }, tag, since, signal) {
    const previous = since === undefined ? {} : { previous_tag_name: since };
    try {
        const asked = { owner, repo, tag_name: tag, ...previous, request: { signal, retries: patiently/* RETRIES */.Zs } };
        return (await octokit.rest.repos.generateReleaseNotes(asked)).data.body;
    }
    catch (error) {
        throw (0,releases_errors/* explainError */.UW)(error, `cannot have the notes of ${tag} generated`, signal);
    }
}
async function findRelease(client, tag, signal) {
    const release = await findPublished(client, tag, signal);
    return release && makePublished(client, release, await listAssets(client, release.id, signal), signal);
}
async function openDraft(client, files, request, release, signal) {
    const known = await listAssets(client, release.id, signal);
    const added = new Map();
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        finished: false,
        files: known.filter(isWhole).map(describeRemoteFile),
        download(name) {
            const asset = known.find((each) => each.name === name && isWhole(each));
            if (!asset)
                throw new errors/* Failure */.H('host', `the draft of ${request.tag} has no file ${JSON.stringify(name)}`);
            return streamFile(client, asset, signal);
        },
        async add(file) {
            (0,release_names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            (0,release_names/* refuseSizes */.DF)([file]);
            added.set(file.name, file);
            return inTurn(() => uploadFile(client, files, { release, known }, file, signal));
        },
        publish: () => publishRelease(client, request, release, [...added.values()], signal),
        keep: () => keepDraft(client, request, release, [...added.values()], signal),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
}
async function publishRelease(client, request, release, expected, signal) {
    const { octokit, owner, repo } = client;
    await demandFiles(client, release, expected, signal);
    await demandTag(client, request.tag, request.commit, signal);
    if (await findPublished(client, request.tag, signal))
        return demandPublished(client, request, expected, signal);
    const isKept = readDraftMark(release)?.verified === (0,file_list/* digestFileList */.r)(expected);
    try {
        await octokit.rest.repos.updateRelease({
            owner,
            repo,
            release_id: release.id,
            draft: false,
            prerelease: request.prerelease,
            make_latest: request.latest ? 'true' : 'false',
            ...(isKept || isForeign(release) ? {} : composeWords(request)),
            request: { signal }
        });
    }
    catch (error) {
        signal.throwIfAborted();
        const seen = await awaitPublished(client, request.tag, (0,releases_errors/* hasCode */.up)(error, 'already_exists') || (0,releases_errors/* isFrozen */.Zz)(error), signal);
        if (!seen)
            throw (0,releases_errors/* explainError */.UW)(error, `cannot publish ${request.tag}`, signal);
        if (seen.id !== release.id)
            return demandPublished(client, request, expected, signal);
    }
    try {
        return await demandPublished(client, request, expected, signal);
    }
    catch (error) {
        throw error instanceof errors/* Failure */.H && error.kind === 'verification' ? (0,finished/* markExposed */.uQ)(error) : error;
    }
}


/***/ }),

/***/ 78057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openBody)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

async function openBody(files, file) {
    const found = await files.digest(file.path);
    if (found?.sha256 === file.sha256)
        return files.blob(file.path);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${file.path} changed before its upload: sha256 ${found?.sha256 ?? 'of nothing'} now, ${file.sha256} before`);
}


/***/ }),

/***/ 67141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ streamResuming)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _answer_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97264);


const RESUMES = 3;
const LATE = [2, 4, 8, 16, 30];
async function* streamResuming(source, signal) {
    const { name, size } = source;
    const doing = `cannot download ${name}`;
    let done = 0;
    let missed = 0;
    for (let attempt = 0;; attempt++) {
        let answered = false;
        try {
            const { status, body } = await source.ask(done);
            answered = true;
            let skip = status === 206 ? 0 : done;
            for await (const chunk of (0,_answer_body_js__WEBPACK_IMPORTED_MODULE_1__/* .streamBody */ .tY)({ body }, source.patience)) {
                signal.throwIfAborted();
                const fresh = chunk.subarray(Math.min(skip, chunk.length));
                skip -= chunk.length - fresh.length;
                done += fresh.length;
                if (done > size)
                    break;
                if (fresh.length > 0)
                    yield fresh;
            }
            if (done === size)
                return;
            const came = done > size ? `more than ${size}` : String(done);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${doing}: ${came} bytes came, ${size} were announced`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
                throw error;
            if (!answered && source.isMissing(error)) {
                const pause = LATE[missed++];
                if (pause === undefined)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${doing}: it is listed, and was asked for ${missed} times and not found`, {
                        hint: 'Storage may be behind: run again in some minutes.',
                        cause: source.explained(error, doing)
                    });
                attempt--;
                await source.wait(pause);
                continue;
            }
            if (attempt < RESUMES && (answered || source.isPassing(error)))
                await source.wait(attempt + 1);
            else if (answered) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${doing}: the connection broke after ${done} of ${size} bytes`, {
                    hint: 'Check the network; run again.',
                    cause: error
                });
            }
            else
                throw source.explained(error, doing);
        }
    }
}


/***/ }),

/***/ 40698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseNextLink)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


const LINKS = /<([^<>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i;
function parseNextLink(link, asked, platform) {
    for (const [, address = '', parameters = ''] of (link ?? '').matchAll(LINKS)) {
        if (!NEXT.test(parameters))
            continue;
        const next = URL.canParse(address, asked.href) ? new URL(address, asked) : undefined;
        if (next?.origin === asked.origin)
            return next;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} continues the list at ${asked.origin}${asked.pathname} elsewhere: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(next ? `${next.origin}${next.pathname}` : address)}`, { hint: 'Check the API URL: the server has to be known by the address that it gives in its links.' });
    }
    return undefined;
}


/***/ }),

/***/ 35981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ refuseToContinueYanked),
/* harmony export */   I1: () => (/* binding */ makeLackingFailure),
/* harmony export */   K5: () => (/* binding */ refuseOtherRelease),
/* harmony export */   Q6: () => (/* binding */ makeDifferenceFailure),
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   bI: () => (/* binding */ makePublishedFailure),
/* harmony export */   p3: () => (/* binding */ formatNamesWithVerb),
/* harmony export */   sJ: () => (/* binding */ openFinishedRelease),
/* harmony export */   uQ: () => (/* binding */ markExposed)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40766);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40802);




const makeDifferenceFailure = (where, name, theirs, ours) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'That file was left as it is. Find out which of the two is right; the same tag must give the same bytes.'
});
const YOUNG = 600_000;
const openFinishedRelease = (published, again) => {
    let seen = published;
    return {
        finished: true,
        files: published.files,
        download: (name) => seen.download(name),
        async add(file) {
            seen = await awaitFiles(seen, [file.name], again);
            const there = seen.files.find(({ name }) => name === file.name);
            if (!there)
                throw makeLackingFailure(seen, file.name);
            const theirs = await readPublishedDigest(seen, there);
            if (theirs !== file.sha256)
                throw makeDifferenceFailure(`the published release ${seen.tag}`, file.name, theirs, file.sha256);
            return 'kept';
        },
        publish: () => Promise.resolve(seen),
        keep: () => Promise.reject(makePublishedFailure(seen.tag)),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
};
async function awaitFiles(published, names, again) {
    let [seen, looked] = [published, false];
    const young = Date.now() - Date.parse(seen.since ?? '') < YOUNG;
    await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .lookPatiently */ .wZ)(async () => {
        if (looked)
            seen = (await again.find()) ?? seen;
        looked = true;
        const absent = listAbsent(seen, names);
        return absent.length === 0
            ? { seen: 'right', value: undefined }
            : { seen: 'missing', what: `${seen.tag} is shown without ${absent.join(', ')}` };
    }, (seconds) => again.wait(seconds), young ? _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AFTER_A_WRITE */ .x : _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_REST */ .Ps);
    return seen;
}
const listAbsent = ({ files }, names) => names.filter((name) => !files.some((file) => file.name === name));
async function refuseOtherRelease(published, certain, again) {
    refuseToContinueYanked(published);
    const seen = await awaitFiles(published, certain, again);
    const absent = listAbsent(seen, certain);
    if (absent.length === 0)
        return;
    const lacking = makeLackingFailure(seen, absent.join(', '));
    throw absent.length < certain.length
        ? lacking
        : new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(lacking, `the release ${seen.tag} is published already, with no file of this one: ${seen.url}`, {});
}
const readPublishedDigest = async (published, file) => file.sha256 ?? (await (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashStream */ .LH)(published.download(file.name)));
const makePublishedFailure = (tag) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('host', `${tag} was published while its draft was filled`, {
    hint: 'Somebody published it, or another run did. Run again: what is published is compared with what is here.'
});
const makeLackingFailure = (published, name) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${published.tag} is published without ${name}`, {
    hint: hintAtLacking(published)
});
function hintAtLacking({ url, frozen, pathOf }) {
    if (frozen)
        return `${url} is immutable: neither it nor its tag can be used again. Release under a new version.`;
    const never = `A published release is never written to: ${url}.`;
    return pathOf
        ? `${never} Remove that folder, or choose a new tag.`
        : `${never} Where its page lacks the file too, delete the release (and keep its tag), or choose a new tag.`;
}
const formatNamesWithVerb = (files) => {
    const [first, ...others] = files;
    return `${first?.name}${others.length > 0 ? ` and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(others.length, 'other file')} are` : ' is'}`;
};
function refuseContradiction({ tag, prerelease, latest }) {
    if (!prerelease || !latest)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is a prerelease and cannot be the latest release`, {
        hint: 'Leave out --latest, or --prerelease.'
    });
}
function refuseToContinueYanked({ tag, url, yanked }) {
    if (yanked === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
        hint: 'Release the commit that is right under a new version.'
    });
}
const markExposed = (error) => {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
        return error;
    const { message, cause = error } = error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(error, message, { cause, exposed: true });
};


/***/ }),

/***/ 13265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ makeListLimit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


function makeListLimit(platform) {
    let pages = 0;
    return (size) => {
        pages += 1;
        if (pages <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most && size <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most)
            return;
        const seen = pages > _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most ? `${_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most} pages` : (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers with a list of more than ${seen}`, {
            hint: 'Check the API URL: something in between may answer in its place.'
        });
    };
}


/***/ }),

/***/ 82124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ summarizeOutlook)
/* harmony export */ });
const summarizeOutlook = ({ published, known, unseen }) => ({
    published,
    told: [...known, ...unseen.map((line) => `not seen from here: ${line}`)]
});


/***/ }),

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

/***/ 41263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ parseYank),
/* harmony export */   M4: () => (/* binding */ stripYankFromTitle),
/* harmony export */   WD: () => (/* binding */ addYankToTitle),
/* harmony export */   cl: () => (/* binding */ stripYank),
/* harmony export */   tG: () => (/* binding */ addYankToNotes)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);

const BLOCK = /^<!-- slipway (yanked|unfinished)( prerelease)? -->\n> \*\*[^\n]*?\*\* ([^\n]*)\n<!-- \/slipway -->\n*/;
const TITLE = 'YANKED: ';
function parseYank(notes) {
    const [, kind, before, why = ''] = BLOCK.exec(notes.replaceAll('\r\n', '\n')) ?? [];
    if (kind === undefined)
        return undefined;
    return { why: (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unescapeMarkdown */ .e8)(why), half: kind === 'unfinished', ...(before !== undefined && { prerelease: true }) };
}
const stripYank = (notes) => parseYank(notes) ? notes.replaceAll('\r\n', '\n').replace(BLOCK, '') : notes;
const addYankToNotes = (notes, { why, half, prerelease }) => [
    `<!-- slipway ${half ? 'unfinished' : 'yanked'}${prerelease ? ' prerelease' : ''} -->`,
    `> **${half ? 'This release is not complete: do not use it yet.' : 'This release was taken back: do not use it.'}** ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(why)}`,
    '<!-- /slipway -->',
    '',
    stripYank(notes)
].join('\n');
const addYankToTitle = (title) => (title.startsWith(TITLE) ? title : TITLE + title);
const stripYankFromTitle = (title) => title.startsWith(TITLE) ? title.slice(TITLE.length) : title;


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


/***/ })

};
