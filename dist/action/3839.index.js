export const id = 3839;
export const ids = [3839];
export const modules = {

/***/ 3839:
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
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 20 modules
var utils = __webpack_require__(78665);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
// EXTERNAL MODULE: ./src/adapters/http/api-url.ts
var api_url = __webpack_require__(70013);
// EXTERNAL MODULE: ./src/adapters/github/releases/errors.ts
var releases_errors = __webpack_require__(94006);
// EXTERNAL MODULE: ./src/adapters/github/releases/pace.ts
var releases_pace = __webpack_require__(16486);
// EXTERNAL MODULE: ./src/adapters/http/guarded-fetch.ts
var guarded_fetch = __webpack_require__(12368);
// EXTERNAL MODULE: ./src/adapters/http/patiently.ts
var patiently = __webpack_require__(90775);
// EXTERNAL MODULE: ./src/adapters/http/pause.ts
var pause = __webpack_require__(15695);
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
    digest: schemas/* string */.YjP().nullish(),
    created_at: schemas/* string */.YjP()
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
const UNREAD = undefined;
const SHAPES = [
    [/^GET $/, REPOSITORY],
    [/^GET \/releases$/, schemas/* array */.YOg(RELEASE)],
    [/^GET \/releases\/(latest|tags\/.*)$|^POST \/releases$|^(GET|PATCH) \/releases\/\d+$/, RELEASE],
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
const REPOSITORY_PATH = /\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)(?<rest>(?:\/.*)?)$/;
function pickWanted(method, url, answer) {
    const below = REPOSITORY_PATH.exec(url.pathname)?.groups?.['rest'];
    const known = SHAPES.find(([route]) => route.test(`${method} ${below}`));
    if (!known) {
        const address = `${method} ${url.origin}${url.pathname}`;
        throw new errors/* Failure */.H('host', `no form is known for the answer to ${address}; it begins ${(0,base_text/* quote */.hD)(answer.slice(0, 80))}`, {
            hint: 'GitHub led Slipway to an address that it does not know. Please report this line.'
        });
    }
    const [, shape] = known;
    return shape ? JSON.stringify((0,shapes/* demandShape */.z)(shape, (0,json/* parseJson */.qF)(answer), 'GitHub', url)) : '';
}
function pickRefusal(answer) {
    const said = (0,json/* parseJson */.qF)(answer);
    if (said === undefined)
        return answer;
    const { message, documentation_url, errors } = (0,json/* readFields */.qU)(said);
    const told = (0,json/* readItems */.F1)(errors).map((error) => typeof error === 'string'
        ? error
        : Object.fromEntries(['resource', 'field', 'code', 'message'].flatMap((name) => pickTextField(name, (0,json/* readFields */.qU)(error)[name]))));
    return JSON.stringify({
        message: (0,json/* readText */.yR)(message) || 'no message',
        ...(told.length && { errors: told }),
        ...((0,json/* readText */.yR)(documentation_url) && { documentation_url: (0,json/* readText */.yR)(documentation_url) })
    });
}
const pickTextField = (name, value) => (0,json/* readText */.yR)(value) === '' ? [] : [[name, (0,json/* readText */.yR)(value)]];

// EXTERNAL MODULE: ./src/adapters/http/token.ts
var token = __webpack_require__(48304);
;// CONCATENATED MODULE: ./src/adapters/github/releases/client.ts














const UNNAMED_LIMIT = 60;
const READS = 10;
function demandToken({ token }) {
    if (token !== '')
        return;
    throw new errors/* Failure */.H('environment', 'no token for GitHub', {
        hint: 'Set GITHUB_TOKEN; in a workflow, give the job "permissions: contents: write".'
    });
}
function connect(place) {
    if (place.token !== '')
        (0,token/* refuseToken */.y)(place.token);
    const [owner = '', repo = '', ...more] = place.repository.split('/');
    if (!/^[\w.-]+$/.test(owner) || !/^[\w.-]+$/.test(repo) || more.length > 0) {
        throw new errors/* Failure */.H('input', `not a repository: ${(0,base_text/* quote */.hD)(place.repository)}`, {
            hint: 'Write it as owner/repo.'
        });
    }
    const base = (0,api_url/* parseApiUrl */.n)(place.api, 'GitHub', 'Write it as https://api.github.com or https://HOST/api/v3.');
    const uploads = place.uploads === undefined ? deriveUploadsUrl(base) : new URL(place.uploads).origin;
    const timing = { second: 1000, pace: 1000, patience: 60_000, ...place.timing };
    const warn = place.warn ?? (() => undefined);
    const wait = (seconds, signal) => (0,pause/* pauseFor */.Q)(seconds * timing.second, signal);
    const pace = (0,releases_pace/* paceUploads */.OU)(timing.second);
    const turn = async (signal) => {
        const ms = pace();
        if (ms > patiently/* LONGEST_WAIT */.dX * timing.second)
            warn(`so many files are more than GitHub takes in an hour: going on in ${Math.ceil(ms / timing.second / 60)} min`);
        if (ms > 0)
            await (0,pause/* pauseFor */.Q)(ms, signal);
    };
    let received = 0;
    const options = {
        baseUrl: base.href.replace(/\/$/, ''),
        request: {
            fetch: readWholeAnswers((0,guarded_fetch/* guardFetch */.K)(place.fetch, new Set([base.origin, uploads]), timing.patience), timing.patience, (size) => void (received += size))
        },
        log: { debug: () => undefined, info: () => undefined, warn, error: () => undefined }
    };
    const octokit = place.token === '' ? new utils/* GitHub */.gq(options) : (0,github/* getOctokit */.Q)(place.token, options);
    const [inTurn, reads] = [(0,releases_pace/* paceWrites */.oe)(timing.pace), (0,p_limit/* default */.A)(READS)];
    octokit.hook.wrap('request', (request, asked) => {
        const { method, request: { signal = NEVER, retries } = {} } = asked;
        const reading = method === 'GET' || method === 'HEAD';
        return (0,patiently/* askPatiently */.Ev)(() => (reading ? reads(async () => request(asked)) : inTurn(async () => request(asked), signal)), {
            platform: 'GitHub',
            repeatable: (retries ?? (method === 'POST' ? 0 : patiently/* RETRIES */.Zs)) > 0,
            limitPause: () => UNNAMED_LIMIT,
            judge: releases_errors/* judgeTrouble */.NN,
            wait: (seconds) => wait(seconds, signal),
            warn
        }, signal);
    });
    return {
        ...{ octokit, owner, repo, repository: place.repository, uploads, patience: timing.patience, warn, wait, turn },
        received: () => received
    };
}
const NEVER = new AbortController().signal;
const STREAM = 'application/octet-stream';
const readWholeAnswers = (fetch, patience, received) => async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null || (response.ok && new Headers(init?.headers).get('accept') === STREAM))
        return response;
    const { status, statusText, headers, url } = response;
    const asked = new URL(input instanceof Request ? input.url : input);
    const text = response.ok
        ? await (0,answer_body/* readAnswerText */.oh)(response, asked, patience)
        : await (0,answer_body/* readRefusalWords */.C_)(response, patience);
    received(text.length);
    const told = response.ok ? pickWanted(init?.method ?? 'GET', asked, text) : pickRefusal(text);
    return Object.defineProperty(new Response(told, { status, statusText, headers }), 'url', { value: url });
};
function deriveUploadsUrl(base) {
    return base.hostname.startsWith('api.') ? base.origin.replace('//api.', '//uploads.') : base.origin;
}


/***/ }),

/***/ 94006:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NN: () => (/* binding */ judgeTrouble),
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zz: () => (/* binding */ isFrozen),
/* harmony export */   rk: () => (/* binding */ readStatus),
/* harmony export */   up: () => (/* binding */ hasCode)
/* harmony export */ });
/* unused harmony export isRefused */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _http_patiently_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90775);
/* harmony import */ var _http_shapes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59583);




const isRefused = (error) => error instanceof Error && 'status' in error && typeof error.status === 'number' && 'request' in error;
const readStatus = (error) => (isRefused(error) ? error.status : undefined);
const isPassing = (error) => isRefused(error) && error.status >= 500 && !(error.cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) && !(0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isBug */ .X)(error.cause);
const hasCode = (error, code) => {
    if (!isRefused(error) || error.status !== 422)
        return false;
    const { errors } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readFields */ .qU)(error.response?.data);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readItems */ .F1)(errors).some((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readTextAt */ .Tw)(each, 'code') === code);
};
const isFrozen = (error) => readStatus(error) === 422 && /immutable release/i.test(String(error));
const LIMIT = /rate limit|abuse detection/i;
function judgeTrouble(error) {
    if (!isRefused(error) || error.cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H || (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isBug */ .X)(error.cause))
        return { kind: 'final' };
    const headers = error.response?.headers ?? {};
    const retryAfter = headers['retry-after'] === undefined ? undefined : String(headers['retry-after']);
    const exhausted = String(headers['x-ratelimit-remaining']) === '0';
    const reset = exhausted && headers['x-ratelimit-reset'] !== undefined ? String(headers['x-ratelimit-reset']) : undefined;
    const limited = error.status === 429 ||
        (error.status === 403 && (retryAfter !== undefined || exhausted || LIMIT.test(error.message)));
    if (limited)
        return { kind: 'limit', after: (0,_http_patiently_js__WEBPACK_IMPORTED_MODULE_3__/* .readPause */ .H5)({ retryAfter, reset }) };
    return error.status >= 500
        ? { kind: 'passing', after: (0,_http_patiently_js__WEBPACK_IMPORTED_MODULE_3__/* .readPause */ .H5)({ retryAfter, reset: undefined }) }
        : { kind: 'final' };
}
function explainError(error, doing, signal) {
    if (signal.aborted || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
        return signal.aborted ? signal.reason : error;
    if (!isRefused(error))
        return error;
    const inner = error.cause;
    if (inner instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H || (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_1__/* .isBug */ .X)(inner))
        return inner;
    const cause = new Error(summarizeRefusal(error), inner === undefined ? {} : { cause: inner });
    const answered = error.response !== undefined;
    const said = answered ? `GitHub says ${error.status}: ${cutFirstLine(error.message)}` : cutFirstLine(error.message);
    const failure = (kind, message, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H(kind, `${doing}: ${message}`, { hint, cause });
    if (!answered) {
        return failure('host', `no answer from ${new URL(error.request.url).host} (${said})`, 'Check the network; run again.');
    }
    const reads = error.request.method === 'GET';
    const kept = reads ? '' : '; what is uploaded stays and is not uploaded again';
    const right = reads ? '"contents: read" ("contents: write" to publish)' : '"contents: write"';
    const trouble = judgeTrouble(error);
    if (trouble.kind === 'limit') {
        const until = trouble.after === undefined ? undefined : formatIsoTime(Date.now() + trouble.after * 1000);
        return failure('host', `GitHub's rate limit is used up${until === undefined ? '' : ` until ${until}`}`, `Run again ${until === undefined ? 'later' : 'after that'}${kept}.`);
    }
    switch (error.status) {
        case 401:
            return failure('environment', said, 'The token is wrong or has expired: give the job a fresh one.');
        case 403:
            if (/archived/i.test(error.message))
                return failure('environment', said, 'An archived repository takes no releases: unarchive it, and run again.');
            return failure('environment', said, `Give the job, or the token, the permission ${right}; an organisation may forbid it.`);
        case 404:
            return failure('environment', said, `GitHub hides what a token may not see: check the repository's name, and that the token has ${right}.`);
        case 422:
            if (isFrozen(error)) {
                return failure('input', said, 'A name that an immutable release had is never free again: choose a new tag.');
            }
            if (/rule violations|creations being restricted/i.test(error.message)) {
                const hint = 'A ruleset of the repository restricts its tags. Look whether the tag is still there: push it again, by who may.';
                return failure('environment', said, hint);
            }
            return failure('host', said, 'The message above names the field that GitHub does not accept.');
        default:
            return failure('host', said, `Run again${kept}.`);
    }
}
function summarizeRefusal(error) {
    const url = new URL(error.request.url);
    const id = error.response?.headers['x-github-request-id'];
    const where = `${error.request.method} ${url.origin}${url.pathname}`;
    const status = error.response ? `${error.status} ` : '';
    return `${where}: ${status}${cutFirstLine(error.message)}${id === undefined ? '' : ` (request ${id})`}`;
}
const cutFirstLine = (text) => text.split('\n', 1)[0]?.slice(0, 500) ?? '';
const formatIsoTime = (ms) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');


/***/ }),

/***/ 16486:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G6: () => (/* binding */ UNHURRIED_UPLOADS),
/* harmony export */   OU: () => (/* binding */ paceUploads),
/* harmony export */   dD: () => (/* binding */ estimateUploads),
/* harmony export */   oe: () => (/* binding */ paceWrites)
/* harmony export */ });
/* harmony import */ var p_limit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70370);
/* harmony import */ var _http_pause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15695);


const UNHURRIED_UPLOADS = 38;
const MOST = [
    { uploads: UNHURRIED_UPLOADS, seconds: 60 },
    { uploads: 480, seconds: 3600 }
];
function paceUploads(second, clock = () => Date.now()) {
    const sent = [];
    return () => {
        const now = clock();
        const due = MOST.map(({ uploads, seconds }) => (sent.at(-uploads) ?? -Infinity) + seconds * second);
        const at = Math.max(now, ...due);
        sent.push(at);
        return at - now;
    };
}
function estimateUploads(uploads) {
    let now = 0;
    const pace = paceUploads(1, () => now);
    for (let i = 0; i < uploads; i++)
        now += pace() + 1;
    return now;
}
function paceWrites(ms) {
    const one = (0,p_limit__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(1);
    let sent = -Infinity;
    return (write, signal) => one(async () => {
        signal.throwIfAborted();
        const due = sent + ms - Date.now();
        if (due > 0)
            await (0,_http_pause_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseFor */ .Q)(due, signal);
        sent = Date.now();
        return await write();
    });
}


/***/ }),

/***/ 97264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ readRefusalWords),
/* harmony export */   GC: () => (/* binding */ TooMuch),
/* harmony export */   _z: () => (/* binding */ gatherBody),
/* harmony export */   mf: () => (/* binding */ readBodyText),
/* harmony export */   oh: () => (/* binding */ readAnswerText),
/* harmony export */   tY: () => (/* binding */ streamBody)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


class TooMuch extends Error {
    name = 'TooMuch';
    most;
    constructor(most) {
        super(`it holds more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(most)}`);
        this.most = most;
    }
}
async function gatherBody(source, most) {
    const pieces = [];
    let size = 0;
    for await (const piece of source) {
        size += piece.length;
        if (size > most)
            throw new TooMuch(most);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}
const readBodyText = async (response, patience, most) => (await gatherBody(streamBody(response, patience), most)).toString();
async function readAnswerText(response, { origin, pathname }, patience) {
    try {
        return await readBodyText(response, patience, _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.answer.most);
    }
    catch (cause) {
        if (!(cause instanceof TooMuch))
            throw cause;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${origin}${pathname} answers with more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(cause.most)}`, {
            hint: 'No answer of the API is as long: check its URL. Something in between may answer in its place.',
            cause
        });
    }
}
async function readRefusalWords(response, patience) {
    const { most } = _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.words;
    const parts = [];
    let size = 0;
    try {
        for await (const part of streamBody(response, patience)) {
            parts.push(part);
            size += part.length;
            if (size >= most)
                break;
        }
    }
    catch {
    }
    return Buffer.concat(parts).subarray(0, most).toString();
}
async function* streamBody(response, patience) {
    const reader = response.body?.getReader();
    if (!reader)
        return;
    try {
        for (;;) {
            let timer;
            const stalled = new Promise((_, reject) => {
                const late = () => reject(new DOMException('the answer stopped half-way', 'TimeoutError'));
                timer = setTimeout(late, patience);
            });
            try {
                const { done, value } = await Promise.race([reader.read(), stalled]);
                if (done)
                    return;
                yield value;
            }
            finally {
                clearTimeout(timer);
            }
        }
    }
    finally {
        await reader.cancel().catch(() => undefined);
    }
}


/***/ }),

/***/ 12368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ guardFetch)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const HOPS = 5;
const SLOWEST = 64;
const CREDENTIALS = ['authorization', 'job-token', 'private-token'];
function guardFetch(fetch, origins, patience) {
    return async (input, init = {}) => {
        let url = new URL(input instanceof Request ? input.url : input);
        const headers = new Headers(init.headers);
        for (let hop = 0; hop <= HOPS; hop++) {
            if (CREDENTIALS.some((name) => headers.has(name)) && !origins.has(url.origin)) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `refused to send the token to ${url.origin}`, {
                    hint: `It belongs to ${[...origins].join(' and ')}. Check the API URL, and the server that named this one.`
                });
            }
            const response = await fetchHead(fetch, url, { ...init, headers, redirect: chooseRedirect(init.body) }, patience);
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
const chooseRedirect = (body) => (body instanceof Blob ? 'error' : 'manual');
const measureBody = (body) => (body instanceof Blob ? body.size : 0);
async function fetchHead(fetch, url, init, patience) {
    const slow = new AbortController();
    const limit = patience + measureBody(init.body) / SLOWEST;
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

/***/ 90775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ askPatiently),
/* harmony export */   H5: () => (/* binding */ readPause),
/* harmony export */   Zs: () => (/* binding */ RETRIES),
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT)
/* harmony export */ });
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);

const LONGEST_WAIT = 120;
const RETRIES = 3;
async function askPatiently(ask, asking, signal) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        try {
            return await ask();
        }
        catch (error) {
            signal.throwIfAborted();
            const trouble = asking.judge(error);
            const again = trouble.kind === 'limit' || (trouble.kind === 'passing' && asking.repeatable);
            if (!again || attempt > RETRIES)
                throw error;
            const seconds = choosePause(trouble, attempt, asking);
            if (seconds > LONGEST_WAIT)
                throw error;
            if (trouble.kind === 'limit' || trouble.after !== undefined)
                asking.warn(`${asking.platform} asks for a pause of ${seconds} s`);
            await asking.wait(seconds);
        }
    }
}
const choosePause = (trouble, attempt, asking) => trouble.after !== undefined
    ? Math.max(1, trouble.after)
    : trouble.kind === 'limit'
        ? asking.limitPause(attempt)
        : attempt ** 2;
function readPause({ retryAfter, reset }, now = Date.now()) {
    const asked = retryAfter === undefined ? undefined : (0,_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(retryAfter, now);
    if (asked !== undefined)
        return Math.max(1, asked);
    if (reset === undefined)
        return undefined;
    const end = /^\d+$/.test(reset.trim()) ? Number(reset) * 1000 : Date.parse(reset);
    return Number.isNaN(end) ? undefined : Math.max(1, Math.ceil((end - now) / 1000));
}


/***/ }),

/***/ 15695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ pauseFor),
/* harmony export */   m: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
async function pauseFor(ms, signal) {
    signal.throwIfAborted();
    await new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    });
}
function parseRetryAfter(retryAfter, now = Date.now()) {
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



function demandShape(shape, found, platform, { origin, pathname }) {
    const result = shape.safeParse(found);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') || 'its top';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers in another way than its API does: ${origin}${pathname} at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(where)}: ${issue?.message ?? ''}`, { hint: 'Is this the address of the API? Something in between may answer in its place.' });
}
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

function refuseToken(token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', 'the token has characters that no token has', {
        hint: 'Look for a line end or a space in the variable that holds it.'
    });
}


/***/ })

};
