export const id = 2222;
export const ids = [2222];
export const modules = {

/***/ 32222:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26921);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _http_api_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70013);
/* harmony import */ var _http_answer_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97264);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45406);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97714);
/* harmony import */ var _http_guarded_fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(12368);
/* harmony import */ var _releases_list_limit_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13265);
/* harmony import */ var _http_next_page_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(40698);
/* harmony import */ var _http_patiently_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(90775);
/* harmony import */ var _http_pause_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(15695);
/* harmony import */ var _http_shapes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(59583);












const NUMBERED = zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({ id: zod__WEBPACK_IMPORTED_MODULE_9__/* .number */ .aig() });
const PER_PAGE = 100;
function connect(place) {
    const base = (0,_http_api_url_js__WEBPACK_IMPORTED_MODULE_1__/* .parseApiUrl */ .n)(place.api, 'GitLab', 'Write it as https://gitlab.com/api/v4 or https://HOST/api/v4.');
    const api = `${base.origin}${base.pathname.replace(/\/+$/, '')}`;
    (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .demandPlace */ .j3)(place);
    const isJob = place.token !== undefined && 'job' in place.token;
    const credentials = place.token
        ? { [isJob ? 'job-token' : 'private-token']: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .revealToken */ .jj)(place.token) }
        : {};
    const timing = { second: 1000, patience: 60_000, ...place.timing };
    const fetch = (0,_http_guarded_fetch_js__WEBPACK_IMPORTED_MODULE_5__/* .guardFetch */ .K)(place.fetch, new Set([base.origin]), timing.patience);
    const wait = (seconds, signal) => (0,_http_pause_js__WEBPACK_IMPORTED_MODULE_10__/* .pauseFor */ .Q)(seconds * timing.second, signal);
    const send = async (url, request, signal) => {
        const { method, body } = request;
        signal.throwIfAborted();
        const where = `${method} ${url.origin}${url.pathname}`;
        try {
            const response = await fetch(url, {
                method,
                headers: {
                    ...credentials,
                    'user-agent': 'slipway',
                    ...(body === undefined
                        ? {}
                        : { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
                    ...request.headers
                },
                ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
                signal
            });
            if (response.ok)
                return response;
            const after = readAfter(response);
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw(where, response.status, await (0,_http_answer_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readRefusalWords */ .C_)(response, timing.patience), {
                after,
                id: response.headers.get('x-request-id') ?? undefined
            });
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H || (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_8__/* .isBug */ .X)(error))
                throw error;
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw(where, 0, '', { cause: error });
        }
    };
    const patiently = (url, request, signal, use) => (0,_http_patiently_js__WEBPACK_IMPORTED_MODULE_11__/* .askPatiently */ .Ev)(async () => use(await send(url, request, signal)), {
        platform: 'GitLab',
        repeatable: request.method === 'GET',
        limitPause: (attempt) => attempt ** 2,
        judge: judgeTrouble,
        wait: (seconds) => wait(seconds, signal),
        warn: place.warn ?? (() => undefined)
    }, signal);
    let received = 0;
    let id;
    const root = async (signal) => {
        id ??= /^\d+$/.test(place.project) ? Promise.resolve(place.project) : numberOf(signal);
        try {
            return `${api}/projects/${await id}`;
        }
        catch (error) {
            id = undefined;
            throw error;
        }
    };
    const numberOf = async (signal) => {
        const url = new URL(`${api}/projects/${encodeURIComponent(place.project)}`);
        try {
            const found = await patiently(url, { method: 'GET', path: '' }, signal, (response) => jsonOf(url, response));
            return String((0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_8__/* .demandShape */ .z)(NUMBERED, found, 'GitLab', url).id);
        }
        catch (error) {
            throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .explainError */ .UW)(error, `cannot see the project ${place.project}`, signal);
        }
    };
    const urlOf = async ({ path, query = {} }, signal) => {
        const url = new URL(path === '' ? await root(signal) : `${await root(signal)}/${path}`);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, value);
        return url;
    };
    const jsonOf = async (url, response, method = 'GET') => {
        const where = `${method} ${url.origin}${url.pathname}`;
        const text = await (0,_http_answer_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readAnswerText */ .oh)(response, url, timing.patience).catch((cause) => {
            throw cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H || (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_8__/* .isBug */ .X)(cause) ? cause : new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw(where, 0, '', { cause });
        });
        received += text.length;
        try {
            return JSON.parse(text);
        }
        catch {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} answers with something that is not JSON`, {
                hint: 'Check the API URL: a proxy or a login page may answer in the place of GitLab.'
            });
        }
    };
    return {
        packageName: place.packageName,
        patience: timing.patience,
        isJob,
        warn: place.warn ?? (() => undefined),
        address: async (path, signal) => `${await root(signal)}/${path}`,
        ask: async (request, signal) => patiently(await urlOf(request, signal), request, signal, (response) => Promise.resolve(response)),
        async tell(request, signal) {
            await patiently(await urlOf(request, signal), request, signal, (response) => (0,_http_answer_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readRefusalWords */ .C_)(response, timing.patience));
        },
        async json(request, shape, signal) {
            const url = await urlOf(request, signal);
            const found = await patiently(url, request, signal, (response) => jsonOf(url, response, request.method));
            return (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_8__/* .demandShape */ .z)(shape, found, 'GitLab', url);
        },
        async list(path, shape, query, signal) {
            const all = [];
            const [before, limit] = [received, (0,_releases_list_limit_js__WEBPACK_IMPORTED_MODULE_6__/* .makeListLimit */ .O)('GitLab')];
            const own = (page) => urlOf({ method: 'GET', path, query: { ...query, per_page: String(PER_PAGE), page } }, signal);
            let page = 1;
            for (let url = await own('1'); url !== undefined; page++) {
                const asked = url;
                const { items, next, link } = await patiently(asked, { method: 'GET', path }, signal, async (response) => ({
                    items: (0,_http_shapes_js__WEBPACK_IMPORTED_MODULE_8__/* .demandShape */ .z)(zod__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YOg(shape), demandList(asked, await jsonOf(asked, response)), 'GitLab', asked),
                    next: response.headers.get('x-next-page'),
                    link: response.headers.get('link')
                }));
                all.push(...items);
                limit(received - before);
                url = await findNextPage({ items, next, link }, asked, own, page + 1);
            }
            return all;
        },
        wait,
        async pause(trouble, attempt, signal) {
            const after = trouble instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw ? trouble.after : undefined;
            if (after !== undefined && after > _http_patiently_js__WEBPACK_IMPORTED_MODULE_11__/* .LONGEST_WAIT */ .dX)
                throw trouble;
            await wait(after === undefined ? attempt ** 2 * (0.75 + Math.random() / 2) : Math.max(1, after), signal);
        }
    };
}
function judgeTrouble(error) {
    if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Refused */ .Lw))
        return { kind: 'final' };
    const { status, passing, after } = error;
    return status === 429 ? { kind: 'limit', after } : passing ? { kind: 'passing', after } : { kind: 'final' };
}
function readAfter({ status, headers }) {
    const limited = status === 429 ? (headers.get('ratelimit-reset') ?? headers.get('ratelimit-resettime')) : undefined;
    return (0,_http_patiently_js__WEBPACK_IMPORTED_MODULE_11__/* .readPause */ .H5)({ retryAfter: headers.get('retry-after') ?? undefined, reset: limited ?? undefined });
}
async function findNextPage({ items, next, link }, asked, own, after) {
    if (next !== null)
        return next === '' ? undefined : own(next);
    if (link !== null)
        return (0,_http_next_page_js__WEBPACK_IMPORTED_MODULE_7__/* .parseNextLink */ .P)(link, asked, 'GitLab');
    return items.length >= PER_PAGE ? own(String(after)) : undefined;
}
function demandList(url, found) {
    if (Array.isArray(found))
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} answers with something that is not a list`, {
        hint: 'Check the API URL.'
    });
}


/***/ }),

/***/ 45406:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   Lw: () => (/* binding */ Refused),
/* harmony export */   UW: () => (/* binding */ explainError),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   b2: () => (/* binding */ isMissing)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

class Refused extends Error {
    name = 'Refused';
    status;
    said;
    after;
    host;
    reads;
    constructor(where, status, body, { after, id, cause }) {
        const said = status === 0 ? findInnermostReason(cause) : readRefusalLine(body);
        super(`${where}: ${status === 0 ? 'no answer, ' : `${status} `}${said}${id === undefined ? '' : ` (request ${id})`}`, cause === undefined ? {} : { cause });
        this.status = status;
        this.said = said;
        this.after = after;
        this.reads = where.startsWith('GET ');
        this.host = new URL(where.slice(where.indexOf(' ') + 1)).host;
    }
    get passing() {
        return this.status === 0 || this.status >= 500;
    }
}
const isRefused = (error, statuses, said = /(?:)/) => error instanceof Refused && statuses.includes(error.status) && said.test(error.said);
const isPassing = (error) => error instanceof Refused && error.passing;
const isMissing = (error) => isRefused(error, [404]) && !isRefused(error, [404], /project not found/i);
function explainError(error, doing, signal) {
    if (signal.aborted)
        return signal.reason;
    if (!(error instanceof Refused))
        return error;
    const { status, said } = error;
    const failure = (kind, message, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H(kind, `${doing}: ${message}`, { hint, cause: error });
    const kept = error.reads ? '' : '; what is uploaded stays and is not uploaded again';
    const told = `GitLab says ${status}: ${said}`;
    if (status === 0)
        return failure('host', `no answer from ${error.host} (${said})`, 'Check the network; run again.');
    if (status === 429 || (status === 503 && error.after !== undefined)) {
        const until = error.after === undefined ? undefined : new Date(Date.now() + error.after * 1000).toISOString();
        return failure('host', `${status === 429 ? "GitLab's rate limit is used up" : told}${until ? ` until ${until.replace(/\.\d+Z$/, 'Z')}` : ''}`, `Run again ${until ? 'after that' : 'later'}${kept}.`);
    }
    const rule = RULES.find((each) => each.statuses.includes(status) && each.said.test(said));
    return rule ? failure(rule.kind, told, rule.hint) : failure('host', told, `Run again${kept}.`);
}
const RULES = [
    {
        statuses: [401],
        said: /(?:)/,
        kind: 'environment',
        hint: 'The token is wrong or has expired (a job token ends with its job): run the job again, or set a fresh GITLAB_TOKEN.'
    },
    {
        statuses: [403],
        said: /job token/i,
        kind: 'environment',
        hint: 'Put the project that runs this job on the job token allow list of the other one (Settings > CI/CD > Job token permissions), with the rights to packages and releases; or set GITLAB_TOKEN.'
    },
    {
        statuses: [403],
        said: /insufficient_scope|scope/i,
        kind: 'environment',
        hint: 'Give the access token the scope "api".'
    },
    {
        statuses: [403],
        said: /package protected/i,
        kind: 'environment',
        hint: 'A rule protects this package (Settings > Packages and registries): the user of this token needs the role that the rule asks for.'
    },
    {
        statuses: [403],
        said: /tag.*protected/i,
        kind: 'environment',
        hint: 'The tag is protected (Settings > Repository > Protected tags): the user of this token has to be one who may create it.'
    },
    {
        statuses: [403],
        said: /(?:)/,
        kind: 'environment',
        hint: 'The user of this token needs the role Developer in the project, the package registry and releases have to be switched on, and the project must not be archived.'
    },
    {
        statuses: [404],
        said: /(?:)/,
        kind: 'environment',
        hint: 'GitLab hides what a token may not see: check the project (CI_PROJECT_ID), and that the token has a role in it. Where only packages are not found, the instance has no package registry.'
    },
    {
        statuses: [400, 413],
        said: /too large/i,
        kind: 'input',
        hint: 'The instance sets a limit for files of generic packages (5 GB by default): make the file smaller, or ask its administrator.'
    },
    {
        statuses: [413],
        said: /(?:)/,
        kind: 'input',
        hint: 'The instance, or a proxy before it, takes no file of this size.'
    },
    {
        statuses: [400],
        said: /duplicate package/i,
        kind: 'environment',
        hint: 'The file is there and this token does not see it: look for a hidden package of this version in the registry.'
    },
    {
        statuses: [422],
        said: /ref is not specified/i,
        kind: 'verification',
        hint: 'The tag is not there any more. Push it again; or release the commit that you mean under a new tag.'
    },
    { statuses: [400, 409, 422], said: /(?:)/, kind: 'host', hint: 'The message above says what GitLab does not accept.' }
];
function readRefusalLine(body) {
    let text = body;
    try {
        const { message, error, error_description: more } = JSON.parse(body);
        const found = message ?? (more === undefined ? error : `${error}: ${more}`) ?? '';
        text = typeof found === 'string' ? found : JSON.stringify(found);
    }
    catch {
        if (/^\s*</.test(body))
            text = /<title>([^<]*)/i.exec(body)?.[1] ?? 'a page';
    }
    return (text
        .trim()
        .split(/[\r\n]/, 1)[0]
        ?.slice(0, 500) ?? '');
}
function findInnermostReason(error) {
    const { cause, errors, message, name } = error;
    const inner = cause ?? errors?.[0];
    if (typeof inner === 'object' && inner !== null)
        return findInnermostReason(inner);
    return readRefusalLine(message || name || 'unknown');
}


/***/ }),

/***/ 97714:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   To: () => (/* binding */ demandToken),
/* harmony export */   j3: () => (/* binding */ demandPlace),
/* harmony export */   jj: () => (/* binding */ revealToken)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _http_token_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48304);


function demandToken({ token }) {
    if (token !== undefined && revealToken(token) !== '')
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', 'no token for GitLab', {
        hint: 'A job has CI_JOB_TOKEN by itself; elsewhere set GITLAB_TOKEN to an access token with the scope "api". (A protected variable is seen by jobs of protected branches and tags only.)'
    });
}
const revealToken = (token) => ('job' in token ? token.job : token.access);
function demandPlace(place) {
    const { token, project, packageName } = place;
    if (token !== undefined) {
        demandToken(place);
        (0,_http_token_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseToken */ .y)(revealToken(token));
    }
    if (!/^(\d+|\w[\w.-]*(\/\w[\w.-]*)+)$/.test(project)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `not a project of GitLab: ${JSON.stringify(project)}`, {
            hint: 'Write its number (CI_PROJECT_ID), or its path as group/project.'
        });
    }
    if (!/^[A-Za-z0-9._+-]{1,255}$/.test(packageName)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `not a name for a generic package: ${JSON.stringify(packageName)}`, {
            hint: 'Use letters, digits, ".", "_", "+" and "-".'
        });
    }
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


/***/ })

};
