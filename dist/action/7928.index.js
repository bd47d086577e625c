export const id = 7928;
export const ids = [7928,9986];
export const modules = {

/***/ 39986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  STREAM: () => (/* binding */ STREAM),
  connect: () => (/* binding */ connect),
  demandToken: () => (/* binding */ demandToken)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(61351);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 19 modules
var utils = __webpack_require__(85555);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(49735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(86856);
// EXTERNAL MODULE: ./node_modules/bottleneck/light.js
var light = __webpack_require__(63251);
var light_default = /*#__PURE__*/__webpack_require__.n(light);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
// EXTERNAL MODULE: ./src/adapters/http/api-url.ts
var api_url = __webpack_require__(70013);
;// CONCATENATED MODULE: ./src/adapters/github/releases/pace.ts
/**
 * GitHub publishes about 80 content-creating requests a minute and 500 an hour; an upload may count as two of the first.
 * What makes the draft and publishes it needs a little room beside them.
 */
const MOST = [
    { uploads: 38, seconds: 60 },
    { uploads: 480, seconds: 3600 }
];
/** Says how many milliseconds an upload has to wait, and counts it; `second`: how long one takes. */
function uploadPace(second) {
    const sent = [];
    return () => {
        const now = Date.now();
        const due = MOST.map(({ uploads, seconds }) => (sent.at(-uploads) ?? -Infinity) + seconds * second);
        const at = Math.max(now, ...due);
        sent.push(at);
        return at - now;
    };
}

// EXTERNAL MODULE: ./src/adapters/http/guarded-fetch.ts
var guarded_fetch = __webpack_require__(12368);
// EXTERNAL MODULE: ./src/adapters/http/pause.ts
var http_pause = __webpack_require__(15695);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/adapters/http/shapes.ts
var shapes = __webpack_require__(59583);
;// CONCATENATED MODULE: ./src/adapters/github/releases/shapes.ts





const ASSET = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    name: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    size: schemas/* number */.aig(),
    digest: schemas/* string */.YjP().nullish()
});
const RELEASE = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    tag_name: schemas/* string */.YjP(),
    name: schemas/* string */.YjP().nullish(),
    body: schemas/* string */.YjP().nullish(),
    html_url: schemas/* string */.YjP(),
    upload_url: schemas/* string */.YjP().regex(/^https?:\/\//),
    draft: schemas/* boolean */.zMY(),
    prerelease: schemas/* boolean */.zMY(),
    immutable: schemas/* boolean */.zMY().nullish(),
    published_at: schemas/* string */.YjP().nullish(),
    assets: schemas/* array */.YOg(ASSET)
});
const REPOSITORY = schemas/* object */.Ikc({
    full_name: schemas/* string */.YjP(),
    archived: schemas/* boolean */.zMY().nullish(),
    permissions: schemas/* object */.Ikc({ push: schemas/* boolean */.zMY().nullish() }).nullish()
});
const COMMENT = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    body: schemas/* string */.YjP().nullish(),
    user: schemas/* object */.Ikc({ type: schemas/* string */.YjP() }).nullish(),
    author_association: schemas/* string */.YjP().nullish()
});
const ENVELOPE = schemas/* object */.Ikc({
    payload: schemas/* string */.YjP().nullish(),
    signatures: schemas/* array */.YOg(schemas/* object */.Ikc({ sig: schemas/* string */.YjP().nullish() })).nullish()
});
/** Nothing of the answer is read: it only has to be a success. */
const UNREAD = undefined;
/** What each request below a repository is answered with, as far as it is read. There are no others. */
const SHAPES = [
    [/^GET $/, REPOSITORY],
    [/^GET \/releases$/, schemas/* array */.YOg(RELEASE)],
    [/^GET \/releases\/(latest|tags\/.*)$|^POST \/releases$|^PATCH \/releases\/\d+$/, RELEASE],
    [/^GET \/releases\/\d+\/assets$/, schemas/* array */.YOg(ASSET)],
    [/^POST \/releases\/\d+\/assets$/, ASSET],
    [/^GET \/git\/(ref|tags)\/.*$/, schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ type: schemas/* string */.YjP(), sha: schemas/* string */.YjP() }) })],
    [/^POST \/releases\/generate-notes$/, schemas/* object */.Ikc({ body: schemas/* string */.YjP() })],
    [/^GET \/immutable-releases$/, schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() })],
    [
        /^GET \/attestations\/.*$/,
        schemas/* object */.Ikc({
            attestations: schemas/* array */.YOg(schemas/* object */.Ikc({ bundle: schemas/* object */.Ikc({ dsseEnvelope: ENVELOPE.nullish() }).nullish() })).nullish()
        })
    ],
    [/^GET \/issues\/\d+\/comments$/, schemas/* array */.YOg(COMMENT)],
    [/^(POST \/issues\/\d+|PATCH \/issues)\/comments(\/\d+)?$|^POST \/attestations$/, UNREAD],
    [/^DELETE \/releases\/(assets\/)?\d+$/, UNREAD]
];
/** GitHub names a repository by owner and name, and in the links to further pages of a list by its number. */
const REPOSITORY_PATH = /\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)(?<rest>(?:\/.*)?)$/;
/**
 * The text of a success as Octokit is to see it: the JSON of the fields that are read. Throws a 'host' Failure for what
 * is not an answer of GitHub's API, and for an answer whose form is not in the list above.
 */
function wantedOf(method, url, answer) {
    const below = REPOSITORY_PATH.exec(url.pathname)?.groups?.['rest'];
    const known = SHAPES.find(([route]) => route.test(`${method} ${below}`));
    if (!known) {
        const address = `${method} ${url.origin}${url.pathname}`;
        throw new errors/* Failure */.H('host', `no form is known for the answer to ${address}; it begins ${(0,base_text/* quote */.hD)(answer.slice(0, 80))}`, {
            hint: 'GitHub led Slipway to an address that it does not know. Please report this line.'
        });
    }
    const [, shape] = known;
    return shape ? JSON.stringify((0,shapes/* demandShape */.z)(shape, (0,json/* parsedJson */.U4)(answer), 'GitHub', url)) : '';
}
/** The text of a refusal as Octokit is to see it: what it reads must be text, whoever answered. */
function refusalOf(answer) {
    const said = (0,json/* parsedJson */.U4)(answer);
    if (said === undefined)
        return answer;
    const { message, documentation_url, errors } = (0,json/* fields */.OA)(said);
    const told = (0,json/* items */.ld)(errors).map((error) => typeof error === 'string'
        ? error
        : Object.fromEntries(['resource', 'field', 'code', 'message'].flatMap((name) => pair(name, (0,json/* fields */.OA)(error)[name]))));
    return JSON.stringify({
        message: (0,json/* text */.Qq)(message) || 'no message',
        ...(told.length && { errors: told }),
        ...((0,json/* text */.Qq)(documentation_url) && { documentation_url: (0,json/* text */.Qq)(documentation_url) })
    });
}
const pair = (name, value) => (0,json/* text */.Qq)(value) === '' ? [] : [[name, (0,json/* text */.Qq)(value)]];

// EXTERNAL MODULE: ./src/adapters/http/token.ts
var token = __webpack_require__(48304);
;// CONCATENATED MODULE: ./src/adapters/github/releases/client.ts















/** Longest wait that a limit may cost, in seconds. A limit that ends later stops the run with its time. */
const LONGEST_WAIT = 120;
const RETRIES = 3;
/** Rejects ('environment') when there is no token to write with. */
function demandToken({ token }) {
    if (token !== '')
        return;
    throw new errors/* Failure */.H('environment', 'no token for GitHub', {
        hint: 'Set GITHUB_TOKEN; in a workflow, give the job "permissions: contents: write".'
    });
}
/** Octokit for one repository: paced, patient, bounded. Throws a Failure when the place itself is wrong. */
function connect(place) {
    if (place.token !== '')
        (0,token/* refuseToken */.y)(place.token);
    const [owner = '', repo = '', ...more] = place.repository.split('/');
    if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo) || more.length > 0) {
        throw new errors/* Failure */.H('input', `not a repository: ${(0,base_text/* quote */.hD)(place.repository)}`, {
            hint: 'Write it as owner/repo.'
        });
    }
    const base = (0,api_url/* apiUrl */.y)(place.api, 'GitHub', 'Write it as https://api.github.com or https://HOST/api/v3.');
    const uploads = place.uploads === undefined ? uploadsOf(base) : new URL(place.uploads).origin;
    const timing = { second: 1000, pace: 1000, patience: 60_000, ...place.timing };
    const warn = place.warn ?? (() => undefined);
    const wait = (seconds, signal) => (0,http_pause/* pause */.v)(seconds * timing.second, signal);
    const pace = uploadPace(timing.second);
    const turn = async (signal) => {
        const ms = pace();
        if (ms > LONGEST_WAIT * timing.second)
            warn(`so many files are more than GitHub takes in an hour: going on in ${Math.ceil(ms / timing.second / 60)} min`);
        if (ms > 0)
            await (0,http_pause/* pause */.v)(ms, signal);
    };
    const signalOf = (options) => options.request?.signal ?? new AbortController().signal;
    /** Waits here instead of in the plugins, because a cancelled run must not hang in a timer. */
    const limited = async (seconds, options, _, tries) => {
        if (seconds > LONGEST_WAIT || tries >= RETRIES)
            return false;
        warn(`GitHub asks for a pause of ${seconds} s`);
        await wait(seconds, signalOf(options));
        return true;
    };
    let received = 0;
    const options = {
        baseUrl: base.href.replace(/\/$/, ''),
        request: {
            fetch: whole((0,guarded_fetch/* guarded */.N)(place.fetch, new Set([base.origin, uploads]), timing.patience), timing.patience, (size) => void (received += size))
        },
        log: { debug: () => undefined, info: () => undefined, warn, error: () => undefined },
        retry: {
            doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451],
            retries: RETRIES,
            retryAfterBaseValue: 0
        },
        throttle: {
            // The plugin's own is one for all clients of a process: what hangs in one would hold up the others.
            global: new (light_default()).Group({ maxConcurrent: 10 }),
            write: new (light_default()).Group({ maxConcurrent: 1, minTime: timing.pace }),
            // A draft notifies nobody; the plugin would keep 3 s between two of them.
            notifications: new (light_default()).Group({ maxConcurrent: 1, minTime: timing.pace }),
            retryAfterBaseValue: 0,
            fallbackSecondaryRateRetryAfter: 60,
            // The plugin waits for these; its types do not say so.
            onRateLimit: limited,
            onSecondaryRateLimit: limited
        }
    };
    // The first is the innermost: it speaks to the other two in the form that they understand.
    const plugins = [
        (inner) => {
            inner.hook.error('request', async (error, options) => {
                await prepare(error, options, (seconds) => wait(seconds, signalOf(options)));
                throw error;
            });
            return {};
        },
        dist_bundle/* retry */.L,
        plugin_throttling_dist_bundle/* throttling */.A
    ];
    // getOctokit wants a token.
    const octokit = place.token === '' ? new (utils/* GitHub */.gq.plugin(...plugins))(options) : (0,github/* getOctokit */.Q)(place.token, options, ...plugins);
    return {
        ...{ octokit, owner, repo, repository: place.repository, uploads, patience: timing.patience, warn, wait, turn },
        received: () => received
    };
}
/**
 * Fills gaps of the plugins: a Retry-After that is a date, or one of 0 s; a 429 or 403 that names no limit but says
 * when to come back; a 5xx that says when to come back. Waits before a 5xx or a broken connection is tried again.
 */
async function prepare(error, options, wait) {
    if (!(error instanceof Error) || !('status' in error) || !('request' in error))
        return;
    const { status, response } = error;
    const { request: asked } = options;
    // What is no answer of the API, or a mistake of ours, is the same the next time.
    if (asked && (error.cause instanceof errors/* Failure */.H || (0,shapes/* isBug */.X)(error.cause))) {
        asked.retries = 0;
        return;
    }
    const headers = response?.headers ?? {};
    const given = headers['retry-after'];
    const seconds = given === undefined ? undefined : (0,http_pause/* secondsUntil */.C)(String(given));
    if (seconds !== undefined)
        headers['retry-after'] = String(Math.max(1, seconds));
    if (status === 429 || (status === 403 && (seconds !== undefined || /rate limit/i.test(error.message)))) {
        const primary = String(headers['x-ratelimit-remaining']) === '0' && seconds === undefined;
        if (!primary && !/\bsecondary rate\b/i.test(error.message))
            error.message += ' (secondary rate limit)';
        return;
    }
    if (status === undefined || status < 500)
        return;
    const { request } = options;
    const tries = request?.retryCount ?? 0;
    const pause = seconds ?? (tries + 1) ** 2;
    if (request && pause > LONGEST_WAIT)
        request.retries = 0;
    else if (tries < (request?.retries ?? RETRIES))
        await wait(pause);
}
/** What asks for the bytes of a file. */
const STREAM = 'application/octet-stream';
/**
 * Answers are read to their end here, but for files: Octokit would wait as long as half an answer stays half, and believe
 * whatever it holds. `received` is told the length of each.
 */
const whole = (fetch, patience, received) => async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null || (response.ok && new Headers(init?.headers).get('accept') === STREAM))
        return response;
    const { status, statusText, headers, url } = response;
    const asked = new URL(input instanceof Request ? input.url : input);
    const text = response.ok ? await (0,answer_body/* answerOf */.ut)(response, asked, patience) : await (0,answer_body/* wordsOf */.Z9)(response, patience);
    received(text.length);
    const told = response.ok ? wantedOf(init?.method ?? 'GET', asked, text) : refusalOf(text);
    return Object.defineProperty(new Response(told, { status, statusText, headers }), 'url', { value: url });
};
/** api.github.com → uploads.github.com, api.TENANT.ghe.com → uploads.TENANT.ghe.com, GHES: the same origin. */
function uploadsOf(base) {
    return base.hostname.startsWith('api.') ? base.origin.replace('//api.', '//uploads.') : base.origin;
}


/***/ }),

/***/ 87928:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  github: () => (/* binding */ github)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __webpack_require__(35981);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/adapters/http/shapes.ts
var shapes = __webpack_require__(59583);
;// CONCATENATED MODULE: ./src/adapters/github/releases/errors.ts



/** An answer of GitHub's, or the lack of one, as Octokit throws it. */
const isRefused = (error) => error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error;
const statusOf = (error) => (isRefused(error) ? error.status : undefined);
/** Whether the same request may well succeed later: no answer, or a server's own trouble. */
const isPassing = (error) => isRefused(error) && error.status >= 500 && !(error.cause instanceof errors/* Failure */.H) && !(0,shapes/* isBug */.X)(error.cause);
/** Whether GitHub refused with this code (`already_exists`) for a field. */
const hasCode = (error, code) => {
    if (!isRefused(error) || error.status !== 422)
        return false;
    const { errors } = (0,json/* fields */.OA)(error.response?.data);
    return (0,json/* items */.ld)(errors).some((each) => (0,json/* textAt */.$6)(each, 'code') === code);
};
/** Whether GitHub refused because a release is published and immutable, or once was. */
const isFrozen = (error) => statusOf(error) === 422 && /immutable release/i.test(String(error));
/** What GitHub refused, as a Failure with the next step; other errors as they are. `doing`: "cannot list releases". */
function explained(error, doing, signal) {
    if (signal.aborted || error instanceof errors/* Failure */.H)
        return signal.aborted ? signal.reason : error;
    if (!isRefused(error))
        return error;
    const inner = error.cause;
    // Our own come wrapped: the guard's Failure, and mistakes.
    if (inner instanceof errors/* Failure */.H || (0,shapes/* isBug */.X)(inner))
        return inner;
    // Octokit's error holds the request's body and headers: only what a person needs goes on.
    const cause = new Error(summary(error), inner === undefined ? {} : { cause: inner });
    const answered = error.response !== undefined;
    const said = answered ? `GitHub says ${error.status}: ${firstLine(error.message)}` : firstLine(error.message);
    const failure = (kind, message, hint) => new errors/* Failure */.H(kind, `${doing}: ${message}`, { hint, cause });
    if (!answered) {
        return failure('host', `no answer from ${new URL(error.request.url).host} (${said})`, 'Check the network; run again.');
    }
    const headers = error.response?.headers ?? {};
    const exhausted = String(headers['x-ratelimit-remaining']) === '0' && [403, 429].includes(error.status);
    if (exhausted || /rate limit/i.test(error.message)) {
        const until = limitEnd(headers);
        return failure('host', `GitHub's rate limit is used up${until === undefined ? '' : ` until ${until}`}`, `Run again ${until === undefined ? 'later' : 'after that'}; what is uploaded stays and is not uploaded again.`);
    }
    switch (error.status) {
        case 401:
            return failure('environment', said, 'The token is wrong or has expired: give the job a fresh one.');
        case 403:
            return failure('environment', said, 'Give the job "permissions: contents: write", or the token the right to write contents; an organisation may forbid it.');
        case 404:
            return failure('environment', said, 'GitHub hides what a token may not see: check the repository\'s name, and that the token has "contents: write".');
        case 422:
            if (isFrozen(error)) {
                return failure('input', said, 'A name that an immutable release had is never free again: choose a new tag.');
            }
            return failure('host', said, 'The message above names the field that GitHub does not accept.');
        default:
            return failure('host', said, 'Run again; what is uploaded stays and is not uploaded again.');
    }
}
/** The line of a cause: what was asked, what came back, and GitHub's id for it. Never a header, body or query. */
function summary(error) {
    const url = new URL(error.request.url);
    const id = error.response?.headers['x-github-request-id'];
    const where = `${error.request.method} ${url.origin}${url.pathname}`;
    // Octokit says 500 where there was no answer.
    const status = error.response ? `${error.status} ` : '';
    return `${where}: ${status}${firstLine(error.message)}${id === undefined ? '' : ` (request ${id})`}`;
}
const firstLine = (text) => text.split('\n', 1)[0]?.slice(0, 500) ?? '';
function limitEnd(headers) {
    const after = headers['retry-after'];
    const reset = headers['x-ratelimit-reset'];
    if (after !== undefined)
        return iso(Date.now() + Number(after) * 1000);
    return reset === undefined ? undefined : iso(Number(reset) * 1000);
}
const iso = (ms) => Number.isFinite(ms) ? new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z') : undefined;

;// CONCATENATED MODULE: ./src/adapters/github/releases/attestation.ts



/** Seconds before the second and the third try. */
const PAUSES = [2, 10];
/**
 * Keeps a bundle as an artifact attestation (https://docs.github.com/rest/repos/attestations) unless the very same
 * signature is there. `about` is the sha256 of one of its subjects; GitHub reads the others from the statement.
 */
async function attest(client, bundle, about, signal) {
    if (await isThere(client, bundle, about, signal))
        return 'kept';
    for (let tried = 0;; tried++) {
        try {
            await keep(client, bundle, signal);
            return 'added';
        }
        catch (error) {
            signal.throwIfAborted();
            if (!isPassing(error))
                throw refusal(client, error, signal);
            // An answer that got lost may have been a yes.
            if (await isThere(client, bundle, about, signal))
                return 'added';
            const pause = PAUSES[tried];
            if (pause === undefined)
                throw refusal(client, error, signal);
            await client.wait(pause, signal);
        }
    }
}
async function keep({ octokit, owner, repo }, bundle, signal) {
    // Not tried again by the plugin, which would not look in between.
    const request = { signal, retries: 0 };
    await octokit.rest.repos.createAttestation({ owner, repo, bundle: { ...(0,json/* fields */.OA)(bundle) }, request });
}
function refusal({ repository }, error, signal) {
    const status = statusOf(error);
    if (status !== 403 && status !== 404)
        return explained(error, `cannot keep the attestation in ${repository}`, signal);
    return new errors/* Failure */.H('environment', `the token may not write attestations of ${repository} (GitHub says ${status})`, {
        hint: 'Give the job "permissions: attestations: write"; private repositories have attestations with GitHub Enterprise Cloud only.'
    });
}
async function isThere(client, bundle, about, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        const { data } = await octokit.rest.repos.listAttestations({
            owner,
            repo,
            subject_digest: `sha256:${about}`,
            per_page: 100,
            request: { signal }
        });
        const wanted = signatureOf(bundle);
        return (data.attestations ?? []).some((each) => signatureOf(each.bundle) === wanted);
    }
    catch (error) {
        // Nobody has attested this yet, or the token may not look: what comes next says so.
        if (statusOf(error) === 404 || statusOf(error) === 403)
            return false;
        throw explained(error, `cannot list the attestations of ${repository}`, signal);
    }
}
/** What no other bundle has, in whatever order its fields come back. */
const signatureOf = (bundle) => JSON.stringify([
    (0,json/* textAt */.$6)(bundle, 'dsseEnvelope', 'payload'),
    (0,json/* objectsAt */.yR)(bundle, 'dsseEnvelope', 'signatures').map((each) => (0,json/* textAt */.$6)(each, 'sig'))
]);

// EXTERNAL MODULE: ./src/adapters/github/releases/client.ts + 2 modules
var releases_client = __webpack_require__(39986);
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









/** An upload that broke leaves its name behind, in state `starter` or with no bytes. */
const isWhole = (asset) => asset.state === 'uploaded' && asset.size > 0;
/** The file of an asset; its digest where GitHub knows it (assets from before June 2025 have none). */
const remoteFile = ({ name, size, digest }) => {
    const sha256 = /^sha256:([0-9a-f]{64})$/.exec(digest ?? '')?.[1];
    return { name, size, sha256 };
};
/** As many as GitHub gives. */
const PER_PAGE = 100;
/**
 * Every item of a list. GitHub's links lead from page to page; where something in between took them away, a full page
 * has a next one. What moved from one page to the next meanwhile counts once.
 */
async function everyPage(client, path, signal) {
    const all = new Map();
    const { octokit, owner, repo } = client;
    const [before, limit] = [client.received(), (0,list_limit/* listLimit */.E)('GitHub')];
    const own = (page) => octokit.request.endpoint(`GET /repos/{owner}/{repo}/${path}`, { owner, repo, per_page: PER_PAGE, page }).url;
    for (let page = 1, url = own(page); url !== undefined; page++) {
        const asked = url;
        const { data, headers } = await octokit.request({ method: 'GET', url: asked, request: { signal } });
        limit(client.received() - before);
        for (const item of data)
            all.set(item.id, item);
        const more = headers.link === undefined && data.length >= PER_PAGE;
        url = more ? own(page + 1) : (0,next_page/* nextPage */.Z)(headers.link, new URL(asked), 'GitHub')?.href;
    }
    return [...all.values()];
}
/** Every asset of a release that is known to be there, whole or not, in GitHub's order: a 404 is "not yet". */
async function assetsOf(client, id, signal) {
    const doing = `cannot list the files of release ${id} of ${client.repository}`;
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        try {
            return { seen: 'right', value: await everyPage(client, `releases/${id}/assets`, signal) };
        }
        catch (error) {
            if (statusOf(error) !== 404)
                throw explained(error, doing, signal);
            return { seen: 'missing', what: `no release ${id}` };
        }
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    if (sight.seen === 'wrong')
        throw sight.failure;
    throw (0,unseen_release/* notSeen */.J)(doing, sight.asked, 'GitHub does not show a release that it has named. Run again in some minutes.');
}
/** The published release of a tag, or undefined. GitHub never answers with a draft here. */
async function publishedRelease(client, tag, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        return (await octokit.rest.repos.getReleaseByTag({ owner, repo, tag, request: { signal } })).data;
    }
    catch (error) {
        if (statusOf(error) === 404)
            return undefined;
        throw explained(error, `cannot look for the release ${tag} of ${repository}`, signal);
    }
}
/** Drafts of a tag, the oldest first. They are found by listing every page: asking for a tag never finds one. */
async function draftsOf(client, tag, signal) {
    const all = await allReleases(client, signal);
    return all.filter((each) => each.draft && each.tag_name === tag).sort((a, b) => a.id - b.id);
}
/** Every release that people can see. */
async function listed(client, signal) {
    return (await allReleases(client, signal))
        .filter(({ draft }) => !draft)
        .map(({ tag_name: tag, prerelease, body }) => ({ tag, prerelease, yanked: (0,release_marks/* yankIn */.nm)(body ?? '') !== undefined }));
}
/** Drafts too, for who may write. */
async function allReleases(client, signal) {
    try {
        return await everyPage(client, 'releases', signal);
    }
    catch (error) {
        throw explained(error, `cannot list the releases of ${client.repository}`, signal);
    }
}
/** A release with its files as the port shows it. */
function asPublished(client, release, assets, signal) {
    const whole = assets.filter(isWhole);
    return {
        tag: release.tag_name,
        url: release.html_url,
        files: whole.map(remoteFile),
        yanked: (0,release_marks/* yankIn */.nm)(release.body ?? '')?.why,
        since: release.published_at ?? undefined,
        frozen: release.immutable === true,
        download(name) {
            const asset = whole.find((each) => each.name === name);
            if (!asset)
                throw new errors/* Failure */.H('host', `the release ${release.tag_name} has no file ${JSON.stringify(name)}`);
            return bytesOf(client, asset, signal);
        }
    };
}
/** The bytes of an asset, streamed; storage behind a redirect does not see the token. */
function bytesOf(client, asset, signal) {
    const { octokit, owner, repo, patience } = client;
    return (0,download/* resumed */.u)({
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
        isPassing: isPassing,
        isMissing: (error) => statusOf(error) === 404,
        explained: (error, doing) => explained(error, doing, signal)
    }, signal);
}

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
;// CONCATENATED MODULE: ./src/adapters/github/releases/draft.ts




/** Ends the notes of our drafts, unseen in rendered Markdown: tells them from drafts that a person wrote. */
const mark = (commit) => `<!-- slipway ${commit} -->`;
const MARK = /<!-- slipway ([0-9a-f]{40}) -->\s*$/;
const ATTEMPTS = 4;
/** The title and notes that a draft of ours gets. */
const words = (request) => ({
    name: request.title,
    body: (0,release_names/* fittedNotes */.aR)(request.notes, mark(request.commit))
});
/** Whether a person (or another tool) wrote words into this draft, which are not ours to replace. */
const isForeign = (release) => (release.body ?? '') !== '' && !MARK.test(release.body ?? '');
/** The one draft of a tag: found by listing, else made. Says what it found when that is not what it would have made. */
async function findOrMake(client, request, signal) {
    const before = await draftsOf(client, request.tag, signal);
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
const whole = (release) => release.assets.filter(isWhole).length;
async function make(client, request, signal) {
    const { octokit, owner, repo } = client;
    const doing = `cannot make a draft of ${request.tag}`;
    let trouble;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.wait((attempt - 1) ** 2, signal);
            // The answer may be lost and the draft made all the same.
            const [found] = await draftsOf(client, request.tag, signal);
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
            if (hasCode(error, 'already_exists')) {
                throw new errors/* Failure */.H('host', `${doing}: another run has just published this tag`, {
                    hint: 'Run again: it compares what is published with what is here.',
                    cause: explained(error, doing, signal)
                });
            }
            if (!isPassing(error))
                throw explained(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
        }
    }
    throw explained(trouble, doing, signal);
}
/** Another publisher may have made its draft at the same moment. Our own, still empty, gives way to an older one. */
async function settle(client, own, signal) {
    const { octokit, owner, repo } = client;
    const drafts = await draftsOf(client, own.tag_name, signal);
    // A list that does not know the new draft yet must not lead to a second one.
    const all = drafts.some(({ id }) => id === own.id) ? drafts : [...drafts, own];
    const [chosen = own] = [...all].sort((a, b) => whole(b) - whole(a) || a.id - b.id);
    if (chosen.id === own.id || (await assetsOf(client, own.id, signal)).length > 0)
        return chosen;
    client.warn(`another run works on ${own.tag_name} too: using its draft ${chosen.html_url}`);
    try {
        await octokit.rest.repos.deleteRelease({ owner, repo, release_id: own.id, request: { signal } });
    }
    catch (error) {
        client.warn(`our own empty draft ${own.html_url} could not be removed: ${String(explained(error, '', signal))}`);
    }
    return chosen;
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/tag.ts



/** Annotated tags may point at annotated tags; nobody does this on purpose more than once. */
const DEEPEST = 5;
/** The commit that a tag means on GitHub now, annotated tags peeled; undefined when there is no such tag. */
async function peeled(client, tag, signal) {
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
        if (statusOf(error) === 404)
            return undefined;
        throw explained(error, doing, signal);
    }
}
/** Rejects ('verification') unless the tag is there and means the commit: a tag that was just pushed may be behind. */
async function demandTag(client, tag, commit, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(() => lookAtTag(client, tag, commit, signal), (seconds) => client.wait(seconds, signal), patience/* AT_REST */.Ps);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing')
        throw elsewhere(client, tag, commit, undefined);
}
/** One look at what the tag means. */
async function lookAtTag(client, tag, commit, signal) {
    const now = await peeled(client, tag, signal);
    if (now === commit)
        return { seen: 'right', value: undefined };
    if (now === undefined)
        return { seen: 'missing', what: `the tag ${tag} is not there` };
    return { seen: 'wrong', failure: elsewhere(client, tag, commit, now) };
}
const elsewhere = (client, tag, commit, now) => {
    const seen = now === undefined ? 'is not there (any more)' : `means ${now}`;
    return new errors/* Failure */.H('verification', `the tag ${tag} of ${client.repository} ${seen}; the release is of ${commit}`, {
        hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
    });
};

;// CONCATENATED MODULE: ./src/adapters/github/releases/preflight.ts






/** Tokens of persons, whose `permissions` in a repository's description can be believed. */
const PERSONAL = /^(ghp|github_pat|gho|ghu)_/;
/**
 * What would stop a release later, looked for before the first compile and without a write: names and numbers, the
 * token, the repository, the right to write, the tag. Throws a Failure with the next step.
 */
async function preflight(place, intent, signal) {
    (0,release_names/* refuseNames */.d3)(intent.names);
    (0,release_names/* refuseSizes */.DF)(intent.names.map((name) => ({ name, size: 1 })));
    (0,releases_client.demandToken)(place);
    const client = (0,releases_client.connect)(place);
    const ends = await demandRepository(client, place.token, signal);
    await demandTag(client, intent.tag, intent.commit, signal);
    const published = await publishedRelease(client, intent.tag, signal);
    if (published)
        return { published: published.html_url, known: ends, unseen: [] };
    const unseen = await demandWrite(client, intent.tag, signal);
    return { published: undefined, known: [...ends, ...(await immutability(client, signal))], unseen };
}
async function demandRepository(client, token, signal) {
    const { octokit, owner, repo, repository } = client;
    const { data, headers } = await octokit.rest.repos
        .get({ owner, repo, request: { signal } })
        .catch((error) => {
        throw explained(error, `cannot see the repository ${repository}`, signal);
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
    return expiry(headers);
}
/**
 * Whether the token may write, which GitHub tells nobody: it is asked for something that wants the same right
 * (contents: write) and that it keeps nowhere, the text of notes.
 */
async function demandWrite(client, tag, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        await octokit.rest.repos.generateReleaseNotes({ owner, repo, tag_name: tag, request: { signal, retries: 0 } });
        return [];
    }
    catch (error) {
        const status = statusOf(error);
        if (status === 401 || status === 403 || status === 404)
            throw explained(error, `the token may not write releases of ${repository}`, signal);
        signal.throwIfAborted();
        return [`whether the token may write: ${preflight_firstLine(error)}`];
    }
}
const preflight_firstLine = (error) => String(error.message).split('\n', 1)[0] ?? '';
/** Only an administrator may ask for the setting; others see what became of the release before. */
async function immutability(client, signal) {
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
/** A token that ends soon is worth a word; GitHub tells only for tokens of persons. */
function expiry(headers) {
    const ends = headers['github-authentication-token-expiration'];
    return typeof ends === 'string' ? [`the token expires ${ends}`] : [];
}

// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/adapters/http/body.ts
var http_body = __webpack_require__(78057);
;// CONCATENATED MODULE: ./src/adapters/github/releases/upload.ts







const upload_ATTEMPTS = 6;
/**
 * Brings one file into a draft: keeps equal bytes, removes a half upload, uploads, and compares digests. An upload
 * whose answer was lost is found by looking, not repeated. Rejects ('verification') on other bytes, without a change.
 */
async function bring(client, files, { release, known }, file, signal) {
    const doing = `cannot upload ${file.name}`;
    let assets = known;
    let uploaded = false;
    let doubted;
    let trouble;
    for (let attempt = 1; attempt <= upload_ATTEMPTS; attempt++) {
        if (attempt > 1 && !hasCode(trouble, 'already_exists')) {
            // A little chance, so that two publishers do not step on each other for ever.
            await client.wait((attempt - 1) ** 2 * (0.75 + Math.random() / 2), signal);
            assets = await assetsOf(client, release.id, signal);
        }
        const there = assets.find(({ name }) => name === file.name);
        if (there && isWhole(there)) {
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
        const body = await (0,http_body/* bodyOf */.E)(files, file);
        uploaded = true;
        try {
            const asset = await post(client, release, file.name, body, signal);
            if (asset.name !== file.name) {
                await removeAsset(client, asset, signal);
                throw new errors/* Failure */.H('input', `GitHub renames ${JSON.stringify(file.name)} to ${JSON.stringify(asset.name)}`, {
                    hint: 'Choose a name of letters, digits, "_", "+", "-" and single dots inside.'
                });
            }
            if (isWhole(asset) && (await remoteDigest(client, asset, signal)) === file.sha256)
                return 'added';
            trouble = new errors/* Failure */.H('verification', `${file.name} arrived damaged`, { cause: trouble });
            // Ours and not visible to anybody: safe to take away.
            await removeAsset(client, asset, signal);
        }
        catch (error) {
            // 404: taken away by another publisher, or the new draft is not known everywhere yet. Frozen: another publisher
            // was faster, and what it published is looked at.
            const again = statusOf(error) === 404 || hasCode(error, 'already_exists') || (isFrozen(error) && !isFrozen(trouble));
            if (!isPassing(error) && !again)
                throw explained(error, doing, signal);
            signal.throwIfAborted();
            trouble = error;
            if (hasCode(error, 'already_exists'))
                assets = await listedSoon(client, release, file.name, signal);
        }
    }
    throw explained(trouble, `${doing} in ${upload_ATTEMPTS} attempts`, signal);
}
/** The files of the draft as soon as GitHub shows the one that it has just said to be there, or as they are in the end. */
async function listedSoon(client, { id }, file, signal) {
    let assets = [];
    await (0,patience/* lookPatiently */.wZ)(async () => {
        assets = await assetsOf(client, id, signal);
        const there = assets.some(({ name }) => name === file);
        return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `${file} is not listed` };
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    return assets;
}
/** Rejects ('verification') unless the asset has the file's bytes. */
async function demandEqual(client, release, asset, file, signal) {
    const theirs = await remoteDigest(client, asset, signal);
    if (theirs === file.sha256 && asset.size === file.size)
        return;
    const where = `the ${release.draft ? 'draft' : 'release'} of ${release.tag_name} on GitHub`;
    throw (0,finished/* different */.yn)(where, file.name, theirs, file.sha256);
}
const remoteDigest = async (client, asset, signal) => remoteFile(asset).sha256 ?? (await (0,digest/* sha256Of */.Bj)(bytesOf(client, asset, signal)));
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
        if (statusOf(error) !== 404)
            throw explained(error, `cannot remove the broken upload of ${asset.name}`, signal);
    }
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/read-back.ts







/** The published release of a tag; looked for several times where GitHub has said that it is there. */
async function publishedSoon(client, tag, certain, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const value = await publishedRelease(client, tag, signal);
        return value ? { seen: 'right', value } : { seen: 'missing', what: `no release ${tag}` };
    }, (seconds) => client.wait(seconds, signal), certain ? patience/* AFTER_A_WRITE */.x : { missing: [], wrong: 0 });
    return sight.seen === 'right' ? sight.value : undefined;
}
/** Looks at all files of the draft as GitHub has them now: every one of ours whole and equal, others named. */
async function demandFiles(client, release, expected, signal) {
    const where = `the draft of ${release.tag_name}`;
    const sight = await (0,patience/* lookPatiently */.wZ)(async () => {
        const assets = await assetsOf(client, release.id, signal);
        const absent = absentFrom(assets, expected);
        if (absent.length > 0)
            return { seen: 'missing', what: `${(0,finished/* namesOf */.eZ)(absent)} not on ${where}` };
        // Bytes that differ do not change by waiting, and nobody sees the draft.
        for (const file of expected)
            await demandAsset(client, release, assets, file, signal);
        return { seen: 'right', value: assets };
    }, (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing') {
        const hint = 'GitHub does not show what was uploaded, or another run or a person removed it: run again.';
        throw (0,unseen_release/* notSeen */.J)(sight.what, sight.asked, hint);
    }
    for (const asset of sight.value.filter(({ name }) => !expected.some((file) => file.name === name))) {
        if (isWhole(asset))
            client.warn(`${asset.name} on ${where} is not from this run: kept`);
        else {
            client.warn(`${asset.name} on ${where} is a broken upload: removed`);
            await removeAsset(client, asset, signal);
        }
    }
}
/** The files that a list of assets does not have, or not whole. */
const absentFrom = (assets, expected) => expected.filter((file) => !assets.some((asset) => asset.name === file.name && isWhole(asset)));
async function demandAsset(client, release, assets, file, signal) {
    const asset = assets.find(({ name }) => name === file.name);
    if (asset)
        await demandEqual(client, release, asset, file, signal);
}
/**
 * Reads the release back as everybody sees it, until all of it is seen. Rejects with 'verification' when three looks
 * agree that it is not what was meant, and with 'host' when it was never seen right.
 */
async function demandPublished(client, request, expected, signal) {
    const sight = await (0,patience/* lookPatiently */.wZ)(() => lookAtPublished(client, request, expected, signal), (seconds) => client.wait(seconds, signal), patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong' ? sight.failure : (0,unseen_release/* unseen */.n)(request.tag, sight.asked);
}
async function lookAtPublished(client, { tag, commit }, expected, signal) {
    const release = await publishedRelease(client, tag, signal);
    if (!release)
        return { seen: 'missing', what: `GitHub shows no release ${tag}` };
    const assets = await assetsOf(client, release.id, signal);
    try {
        for (const file of expected)
            await demandAsset(client, release, assets.filter(isWhole), file, signal);
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H && error.kind === 'verification')
            return { seen: 'wrong', failure: error };
        throw error;
    }
    const absent = absentFrom(assets, expected);
    if (absent.length > 0)
        return { seen: 'missing', what: `${(0,finished/* namesOf */.eZ)(absent)} not in the release` };
    const shown = await lookAtTag(client, tag, commit, signal);
    return shown.seen === 'right' ? { seen: 'right', value: asPublished(client, release, assets, signal) } : shown;
}

;// CONCATENATED MODULE: ./src/adapters/github/releases/yank.ts





/**
 * Takes a release back. The one that is to be the latest becomes it first: so a run that is cut off in between is
 * finished by the next one. Nothing is written that is written already.
 */
async function yankRelease(client, order, signal) {
    const release = await publishedRelease(client, order.tag, signal);
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
    if ((0,release_marks/* yankIn */.nm)(release.body ?? '')?.half !== order.half) {
        await yank_mark(client, release, order, signal);
        changed = true;
    }
    if (release.immutable)
        undone.push(`${order.tag} is immutable: its title and notes say it, GitHub takes no other mark`);
    return { url: release.html_url, changed, undone };
}
/** The release that GitHub calls the latest. */
async function latestOf(client, signal) {
    const { octokit, owner, repo, repository } = client;
    try {
        return (await octokit.rest.repos.getLatestRelease({ owner, repo, request: { signal } })).data;
    }
    catch (error) {
        if (statusOf(error) === 404)
            return undefined;
        throw explained(error, `cannot look for the latest release of ${repository}`, signal);
    }
}
/** Makes a published release the latest. Resolves with why it could not be done, where GitHub does not let us. */
async function makeLatest(client, tag, signal) {
    const { octokit, owner, repo } = client;
    const release = await publishedRelease(client, tag, signal);
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
        if (isFrozen(error))
            return [`${tag} is immutable, and GitHub refuses to make it the latest: do it on its page`];
        throw explained(error, `cannot make ${tag} the latest release`, signal);
    }
}
/** Title and notes say it, and the flag of a prerelease keeps it from being the latest. */
async function yank_mark(client, release, { why, half }, signal) {
    const { octokit, owner, repo } = client;
    const body = release.body ?? '';
    const own = MARK.exec(body)?.[0].trim() ?? '';
    const words = {
        name: (0,release_marks/* yankedTitle */.NC)(release.name ?? release.tag_name),
        body: (0,release_names/* fittedNotes */.aR)((0,release_marks/* yankedNotes */.QC)(own === '' ? body : body.replace(MARK, ''), { why, half }), own)
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
        throw explained(error, `cannot mark ${release.tag_name} as taken back`, signal);
    }
}

// EXTERNAL MODULE: ./src/adapters/releases/outlook.ts
var outlook = __webpack_require__(82124);
;// CONCATENATED MODULE: ./src/adapters/github/releases/publisher.ts















/**
 * Releases of one GitHub repository. A draft is filled, compared by GitHub's own digests, and made visible by one
 * request, after the tag was seen to mean the commit still.
 */
function github(place, files) {
    const client = (0,releases_client.connect)(place);
    return {
        name: 'github',
        foresee: async (intent, signal) => (0,outlook/* told */.E)(await preflight(place, intent, signal)),
        find: (tag, signal) => find(client, tag, signal),
        wait: (seconds, signal) => client.wait(seconds, signal),
        list: (signal) => listed(client, signal),
        commitOf: (tag, signal) => peeled(client, tag, signal),
        async draft(request, signal) {
            (0,releases_client.demandToken)(place);
            (0,finished/* refuseContradiction */.Wj)(request);
            const published = await find(client, request.tag, signal);
            if (published) {
                (0,finished/* refuseYanked */.nT)(published);
                return (0,finished/* finished */.xl)(published, {
                    find: () => find(client, request.tag, signal),
                    wait: (seconds) => client.wait(seconds, signal)
                });
            }
            return openDraft(client, files, request, await findOrMake(client, request, signal), signal);
        },
        yank(order, signal) {
            (0,releases_client.demandToken)(place);
            return yankRelease(client, order, signal);
        },
        latest: {
            by: 'GitHub',
            now: async (signal) => (await latestOf(client, signal))?.tag_name,
            move: (tag, signal) => makeLatest(client, tag, signal)
        },
        attest(bundle, about, signal) {
            (0,releases_client.demandToken)(place);
            return attest(client, bundle, about, signal);
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
        throw explained(error, `cannot have the notes of ${tag} generated`, signal);
    }
}
async function find(client, tag, signal) {
    const release = await publishedRelease(client, tag, signal);
    return release && asPublished(client, release, await assetsOf(client, release.id, signal), signal);
}
async function openDraft(client, files, request, release, signal) {
    const known = await assetsOf(client, release.id, signal);
    const added = new Map();
    // One at a time, as GitHub asks of writers.
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        finished: false,
        files: known.filter(isWhole).map(remoteFile),
        download(name) {
            const asset = known.find((each) => each.name === name && isWhole(each));
            if (!asset)
                throw new errors/* Failure */.H('host', `the draft of ${request.tag} has no file ${JSON.stringify(name)}`);
            return bytesOf(client, asset, signal);
        },
        async add(file) {
            (0,release_names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            (0,release_names/* refuseSizes */.DF)([file]);
            added.set(file.name, file);
            return inTurn(() => bring(client, files, { release, known }, file, signal));
        },
        publish: () => publish(client, request, release, [...added.values()], signal),
        // What is not published stays a draft, unseen, for the next run.
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
}
async function publish(client, request, release, expected, signal) {
    const { octokit, owner, repo } = client;
    await demandFiles(client, release, expected, signal);
    await demandTag(client, request.tag, request.commit, signal);
    // Another run may have been faster: what is published is compared and not written to.
    if (await publishedRelease(client, request.tag, signal))
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
        const seen = await publishedSoon(client, request.tag, hasCode(error, 'already_exists') || isFrozen(error), signal);
        if (!seen)
            throw explained(error, `cannot publish ${request.tag}`, signal);
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


/***/ }),

/***/ 78057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bodyOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** The file's bytes, read from the disk as they are sent; they must still be the ones that were announced. */
async function bodyOf(files, file) {
    const found = await files.digest(file.path);
    if (found?.sha256 === file.sha256)
        return files.blob(file.path);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${file.path} changed before its upload: sha256 ${found?.sha256 ?? 'of nothing'} now, ${file.sha256} before`);
}


/***/ }),

/***/ 67141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _answer_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97264);


const RESUMES = 3;
/** Seconds until a file is asked for again that a list names and storage does not know yet. */
const LATE = [2, 4, 8, 16, 30];
/**
 * The bytes of a file, streamed; a connection that breaks or stands still is resumed where it broke, a few times.
 * Rejects ('verification') when more or fewer come than were announced.
 */
async function* resumed(source, signal) {
    const { name, size } = source;
    const doing = `cannot download ${name}`;
    let done = 0;
    let missed = 0;
    for (let attempt = 0;; attempt++) {
        let answered = false;
        try {
            const { status, body } = await source.ask(done);
            answered = true;
            // A server that does not know ranges starts over.
            let skip = status === 206 ? 0 : done;
            for await (const chunk of (0,_answer_body_js__WEBPACK_IMPORTED_MODULE_1__/* .pieces */ .IE)({ body }, source.patience)) {
                signal.throwIfAborted();
                const fresh = chunk.subarray(Math.min(skip, chunk.length));
                skip -= chunk.length - fresh.length;
                done += fresh.length;
                // One without an end is not waited for.
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

/***/ 12368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const HOPS = 5;
/** Slowest upload that is still waited for, in bytes a millisecond. */
const SLOWEST = 64;
/** Headers that carry a token: GitHub's, and the two of GitLab. */
const CREDENTIALS = ['authorization', 'job-token', 'private-token'];
/**
 * A fetch that cannot give the token away: it is sent to the given origins only, and a redirect is followed for reads
 * alone and, on another origin, without it. (Redirects lead to object storage, which refuses a second means of
 * authentication, or to anybody.) Breaks off when no head of an answer has come after `patience` ms.
 */
function guarded(fetch, origins, patience) {
    return async (input, init = {}) => {
        let url = new URL(input instanceof Request ? input.url : input);
        const headers = new Headers(init.headers);
        for (let hop = 0; hop <= HOPS; hop++) {
            if (CREDENTIALS.some((name) => headers.has(name)) && !origins.has(url.origin)) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `refused to send the token to ${url.origin}`, {
                    hint: `It belongs to ${[...origins].join(' and ')}. Check the API URL, and the server that named this one.`
                });
            }
            const response = await fetchHead(fetch, url, { ...init, headers, redirect: redirectOf(init.body) }, patience);
            const location = response.headers.get('location');
            if (![301, 302, 303, 307, 308].includes(response.status) || location === null)
                return response;
            await response.body?.cancel();
            if (!URL.canParse(location, url.href))
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} moved to what is no address`);
            const next = new URL(location, url);
            if ((init.method ?? 'GET') !== 'GET') {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} moved to ${next.origin}${next.pathname}`, {
                    hint: 'The repository was renamed or moved: use its new name.'
                });
            }
            if (next.origin !== url.origin)
                for (const name of CREDENTIALS)
                    headers.delete(name);
            url = next;
        }
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `too many redirects at ${url.origin}${url.pathname}`);
    };
}
/**
 * Node's fetch keeps a copy of what it sends, in case a redirect wants it again: all of a file in memory. Only where a
 * redirect is an error it does not (undici, `httpNetworkOrCacheFetch`: "set httpRequest to a clone of request").
 */
const redirectOf = (body) => (body instanceof Blob ? 'error' : 'manual');
const lengthOf = (body) => (body instanceof Blob ? body.size : 0);
async function fetchHead(fetch, url, init, patience) {
    const slow = new AbortController();
    const limit = patience + lengthOf(init.body) / SLOWEST;
    const timer = setTimeout(() => {
        slow.abort(new DOMException(`no answer from ${url.host} in ${Math.round(limit / 1000)} s`, 'TimeoutError'));
    }, limit);
    try {
        return await fetch(url, { ...init, signal: AbortSignal.any([slow.signal, ...(init.signal ? [init.signal] : [])]) });
    }
    catch (error) {
        if (/unexpected redirect/i.test(String(error.cause))) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} redirects an upload`, {
                hint: 'The repository was renamed or moved: use its new name.',
                cause: error
            });
        }
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 40698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ nextPage)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


const LINKS = /<([^<>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i;
/**
 * The page after the one that `asked` led to, from the `Link` header of its answer (RFC 8288); undefined on the last
 * page. Throws a 'host' Failure for a link that leads away from the server.
 */
function nextPage(link, asked, platform) {
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

/***/ 15695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secondsUntil),
/* harmony export */   v: () => (/* binding */ pause)
/* harmony export */ });
/** Waits so many milliseconds; rejects with the signal's reason as soon as it aborts. */
async function pause(ms, signal) {
    signal.throwIfAborted();
    await new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            // The reason is what the caller gave.
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    });
}
/** A Retry-After in seconds from now, from either of its forms; undefined when it is neither. */
function secondsUntil(retryAfter, now = Date.now()) {
    if (/^\d+$/.test(retryAfter.trim()))
        return Number(retryAfter);
    const date = Date.parse(retryAfter);
    return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}


/***/ }),

/***/ 59583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isBug),
/* harmony export */   z: () => (/* binding */ demandShape)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);



/**
 * An answer's fields that are wanted. What does not have them is the platform's doing, or that of something in between:
 * a 'host' Failure that says where. So a TypeError later on is a mistake of ours, and is told as one.
 */
function demandShape(shape, found, platform, { origin, pathname }) {
    const result = shape.safeParse(found);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') || 'its top';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers in another way than its API does: ${origin}${pathname} at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(where)}: ${issue?.message ?? ''}`, { hint: 'Is this the address of the API? Something in between may answer in its place.' });
}
/** Whether an error tells of a mistake of ours. What fetch throws for the network is a TypeError too, with its cause. */
const isBug = (error) => (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) &&
    error.cause === undefined &&
    error.message !== 'fetch failed';


/***/ }),

/***/ 48304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ refuseToken)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** Rejects ('environment') a token that cannot be one, without showing it: fetch would, in its complaint. */
function refuseToken(token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', 'the token has characters that no token has', {
        hint: 'Look for a line end or a space in the variable that holds it.'
    });
}


/***/ }),

/***/ 13265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ listLimit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


/** To be told, after each page of a list, how much of it came so far; throws a 'host' Failure when it has no end. */
function listLimit(platform) {
    let pages = 0;
    return (size) => {
        pages += 1;
        if (pages <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most && size <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most)
            return;
        const seen = pages > _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most ? `${_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most} pages` : (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers with a list of more than ${seen}`, {
            hint: 'Check the API URL: something in between may answer in its place.'
        });
    };
}


/***/ }),

/***/ 82124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ told)
/* harmony export */ });
/** What a publisher says of an outlook. */
const told = ({ known, unseen }) => [
    ...known,
    ...unseen.map((line) => `not seen from here: ${line}`)
];


/***/ }),

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
/**
 * Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line; nobody is called in it, and no
 * issue, commit or address is linked. A platform looks for those after it has read the Markdown, so a backslash does not
 * keep it from them.
 */
const md = (text) => apart(visible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    // What begins a list or underlines a heading.
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
/** The text that `md` was given, as far as it is on one line. */
const unmd = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
/** Text from elsewhere inside an HTML element of a Markdown text, where no Markdown is read. */
const inHtml = (text) => apart(visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
/** What shows nowhere, and stands between two characters that a platform would take for one reference. */
const NOTHING = '<!-- -->';
/** Signs of references (docs.github.com, "Autolinked references and URLs"; docs.gitlab.com, "GitLab-specific references"). */
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
/** What a commit may be called by: shorter and longer words are none. */
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const apart = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
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

/***/ 41263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ withoutYank),
/* harmony export */   NC: () => (/* binding */ yankedTitle),
/* harmony export */   QC: () => (/* binding */ yankedNotes),
/* harmony export */   nm: () => (/* binding */ yankIn),
/* harmony export */   oK: () => (/* binding */ titleWithoutYank)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);

/** The comments around it are not seen in rendered Markdown; the line between is for people. */
const BLOCK = /^<!-- slipway (yanked|unfinished) -->\n> \*\*[^\n]*?\*\* ([^\n]*)\n<!-- \/slipway -->\n*/;
const TITLE = 'YANKED: ';
/** The mark at the head of a release's notes, if it was taken back. */
function yankIn(notes) {
    const [, kind, why = ''] = BLOCK.exec(notes.replaceAll('\r\n', '\n')) ?? [];
    return kind === undefined ? undefined : { why: (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unmd */ .hd)(why), half: kind === 'unfinished' };
}
/** The notes as they were before the release was taken back. */
const withoutYank = (notes) => yankIn(notes) ? notes.replaceAll('\r\n', '\n').replace(BLOCK, '') : notes;
/** The notes with the mark at their head, in place of an earlier one. */
const yankedNotes = (notes, { why, half }) => [
    `<!-- slipway ${half ? 'unfinished' : 'yanked'} -->`,
    `> **${half ? 'This release is not complete: do not use it yet.' : 'This release was taken back: do not use it.'}** ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(why)}`,
    '<!-- /slipway -->',
    '',
    withoutYank(notes)
].join('\n');
const yankedTitle = (title) => (title.startsWith(TITLE) ? title : TITLE + title);
const titleWithoutYank = (title) => (title.startsWith(TITLE) ? title.slice(TITLE.length) : title);


/***/ }),

/***/ 57069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ notSeen),
/* harmony export */   n: () => (/* binding */ unseen)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** What was written and is not to be seen, however often it was asked for: `asked` says what came when, a line each. */
const notSeen = (what, asked, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${what}. Asked ${asked.length} times:\n${asked.join('\n')}`, { code: 'not-seen', hint });
/** A release that was published and is not shown, or not whole. */
const unseen = (tag, asked) => notSeen(`${tag} was published, and not all of it is to be seen yet`, asked, 'Nothing was taken back. Run again in some minutes: the next run looks again.');


/***/ })

};
