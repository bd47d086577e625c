export const id = 9986;
export const ids = [9986];
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
const MOST = [
    { uploads: 38, seconds: 60 },
    { uploads: 480, seconds: 3600 }
];
function paceUploads(second) {
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
const UNREAD = undefined;
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















const LONGEST_WAIT = 120;
const RETRIES = 3;
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
    const wait = (seconds, signal) => (0,http_pause/* pauseFor */.Q)(seconds * timing.second, signal);
    const pace = paceUploads(timing.second);
    const turn = async (signal) => {
        const ms = pace();
        if (ms > LONGEST_WAIT * timing.second)
            warn(`so many files are more than GitHub takes in an hour: going on in ${Math.ceil(ms / timing.second / 60)} min`);
        if (ms > 0)
            await (0,http_pause/* pauseFor */.Q)(ms, signal);
    };
    const signalOf = (options) => options.request?.signal ?? new AbortController().signal;
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
            fetch: readWholeAnswers((0,guarded_fetch/* guardFetch */.K)(place.fetch, new Set([base.origin, uploads]), timing.patience), timing.patience, (size) => void (received += size))
        },
        log: { debug: () => undefined, info: () => undefined, warn, error: () => undefined },
        retry: {
            doNotRetry: [400, 401, 403, 404, 409, 410, 413, 422, 429, 451],
            retries: RETRIES,
            retryAfterBaseValue: 0
        },
        throttle: {
            global: new (light_default()).Group({ maxConcurrent: 10 }),
            write: new (light_default()).Group({ maxConcurrent: 1, minTime: timing.pace }),
            notifications: new (light_default()).Group({ maxConcurrent: 1, minTime: timing.pace }),
            retryAfterBaseValue: 0,
            fallbackSecondaryRateRetryAfter: 60,
            onRateLimit: limited,
            onSecondaryRateLimit: limited
        }
    };
    const plugins = [
        (inner) => {
            inner.hook.error('request', async (error, options) => {
                await prepareRetry(error, options, (seconds) => wait(seconds, signalOf(options)));
                throw error;
            });
            return {};
        },
        dist_bundle/* retry */.L,
        plugin_throttling_dist_bundle/* throttling */.A
    ];
    const octokit = place.token === '' ? new (utils/* GitHub */.gq.plugin(...plugins))(options) : (0,github/* getOctokit */.Q)(place.token, options, ...plugins);
    return {
        ...{ octokit, owner, repo, repository: place.repository, uploads, patience: timing.patience, warn, wait, turn },
        received: () => received
    };
}
async function prepareRetry(error, options, wait) {
    if (!(error instanceof Error) || !('status' in error) || !('request' in error))
        return;
    const { status, response } = error;
    const { request: asked } = options;
    if (asked && (error.cause instanceof errors/* Failure */.H || (0,shapes/* isBug */.X)(error.cause))) {
        asked.retries = 0;
        return;
    }
    const headers = response?.headers ?? {};
    const given = headers['retry-after'];
    const seconds = given === undefined ? undefined : (0,http_pause/* parseRetryAfter */.m)(String(given));
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
