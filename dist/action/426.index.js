export const id = 426;
export const ids = [426,4966,5958];
export const modules = {

/***/ 8174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ guardApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const SHOWS_MS = 500;
function guardApi(api, lost) {
    const and = (signal) => AbortSignal.any(signal ? [signal, lost] : [lost]);
    const reason = async (error, signal) => {
        if (signal?.aborted)
            return signal.reason;
        if (!lost.aborted)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(SHOWS_MS, undefined, { signal: lost }).catch(() => undefined);
        return lost.aborted ? lost.reason : error;
    };
    return {
        async call(method, path, options = {}) {
            try {
                return await api.call(method, path, { ...options, signal: and(options.signal) });
            }
            catch (error) {
                throw await reason(error, options.signal);
            }
        },
        async *watch(path, signal, query) {
            try {
                yield* api.watch(path, and(signal), query);
            }
            catch (error) {
                throw await reason(error, signal);
            }
            if (!signal.aborted)
                lost.throwIfAborted();
        }
    };
}


/***/ }),

/***/ 82690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ obtainKubectl)
/* harmony export */ });
/* unused harmony export chooseKubectlMinor */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _toolchain_pins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78826);


function chooseKubectlMinor(server, pinned = Object.keys(_toolchain_pins_js__WEBPACK_IMPORTED_MODULE_1__/* .KUBERNETES */ .pS)) {
    const minor = Number(server.split('.')[1]);
    const found = [minor, minor + 1, minor - 1].map((near) => `1.${near}`).find((near) => pinned.includes(near));
    if (found !== undefined)
        return found;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `there is no kubectl for Kubernetes ${server}: pinned are ${pinned.join(', ')}`, {
        hint: 'kubectl works within one minor of the server.'
    });
}
const obtainKubectl = (toolchain, server, signal) => toolchain.tool('kubectl', chooseKubectlMinor(server), signal);


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

/***/ 43829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openKubernetesApi)
});

// UNUSED EXPORTS: parseWarnings

// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/transport.ts





const IDLE_MS = 45_000;
const CONNECTIONS = 16;
function openTransport(connection) {
    const { server } = connection;
    const client = server.protocol === 'http:' ? external_node_http_ : external_node_https_;
    const tls = {
        ...(connection.ca !== undefined && { ca: connection.ca }),
        ...(connection.certificate !== undefined && { cert: connection.certificate }),
        ...(connection.key !== undefined && { key: connection.key }),
        ...(connection.servername !== undefined && { servername: connection.servername }),
        ...(connection.insecure && { rejectUnauthorized: false })
    };
    const agent = new client.Agent({ ...tls, keepAlive: true, timeout: IDLE_MS, maxSockets: CONNECTIONS });
    const longAgent = new client.Agent(tls);
    const failure = (cause) => new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} does not answer: ${readErrorReason(cause)}`, {
        hint: 'Check that this cluster runs and that its kubeconfig is current.',
        cause
    });
    const once = (request) => new Promise((resolve, reject) => {
        const { method, query, body, signal, silence } = request;
        const path = server.pathname.replace(/\/$/, '') + request.path;
        const search = query && new URLSearchParams(query).toString();
        const sent = client.request({
            agent: request.long ? longAgent : agent,
            method,
            host: server.hostname.replace(/^\[|\]$/g, ''),
            port: server.port,
            path: search ? `${path}?${search}` : path,
            headers: {
                accept: request.accept ?? 'application/json',
                'user-agent': 'slipway',
                ...(connection.token !== undefined && { authorization: `Bearer ${connection.token}` }),
                ...(body !== undefined && { 'content-type': request.contentType, 'content-length': Buffer.byteLength(body) })
            },
            ...(signal && { signal: AbortSignal.any([signal]) })
        });
        sent.setTimeout(silence, () => sent.destroy(new Error(`silent for ${silence / 1000} s`)));
        sent.once('response', resolve);
        sent.once('error', (error) => reject(new Unsent(error, sent.reusedSocket && readErrorCode(error) === 'ECONNRESET')));
        sent.end(body);
    });
    return {
        async send(request) {
            request.signal?.throwIfAborted();
            for (let tries = 1;; tries++) {
                try {
                    return await once(request);
                }
                catch (error) {
                    request.signal?.throwIfAborted();
                    if (error instanceof Unsent && error.stale && request.method === 'GET' && tries < 3)
                        continue;
                    throw failure(error instanceof Unsent ? error.cause : error);
                }
            }
        },
        async text(answer, { signal }, limit) {
            try {
                return (await (0,answer_body/* gatherBody */._z)(answer, limit)).toString('utf8');
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof answer_body/* TooMuch */.GC))
                    throw failure(error);
                throw new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} answered with more than ${(0,limits/* formatSize */.Xq)(limit)}`, { hint: 'Ask for less: a label selector, or a limit.', cause: error });
            }
        },
        [Symbol.dispose]() {
            agent.destroy();
            longAgent.destroy();
        }
    };
}
class Unsent extends Error {
    stale;
    constructor(cause, stale) {
        super('not sent', { cause });
        this.stale = stale;
    }
}
const readErrorCode = (error) => error?.code ?? '';
const readErrorReason = (error) => {
    const { message } = error;
    return message === '' ? readErrorCode(error) : message;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/watch.ts




const WATCH_SECONDS = 300;
const PAGE = 500;
const PATIENCE_MS = 30_000;
const FINAL = [400, 401, 403, 404, 405, 406, 422];
async function* watchObjects(client, path, signal, query = {}) {
    const known = new Map();
    let version;
    let lastAnswer = Date.now();
    let pause = 0;
    while (!signal.aborted) {
        try {
            if (version === undefined) {
                const listed = await listObjects(client, path, signal, query);
                lastAnswer = Date.now();
                for (const [id, object] of findGone(known, listed.items)) {
                    known.delete(id);
                    yield { type: 'DELETED', object };
                }
                for (const object of listed.items) {
                    known.set(identifyObject(object), object);
                    yield { type: 'ADDED', object };
                }
                version = listed.version;
            }
            for await (const { type, object } of followChanges(client, path, signal, query, version)) {
                lastAnswer = Date.now();
                pause = 0;
                if (type === 'ERROR') {
                    version = undefined;
                    break;
                }
                version = (0,json/* readTextAt */.Tw)(object, 'metadata', 'resourceVersion');
                if (type === 'BOOKMARK')
                    continue;
                if (type === 'DELETED')
                    known.delete(identifyObject(object));
                else
                    known.set(identifyObject(object), object);
                yield { type, object };
            }
        }
        catch (error) {
            if (signal.aborted)
                return;
            if (error instanceof Endless)
                throw error.failure;
            if (error instanceof Refused) {
                if (error.status === 410)
                    version = undefined;
                else if (FINAL.includes(error.status))
                    throw error.failure;
            }
            const cause = error instanceof Refused ? error.failure : error;
            if (!(cause instanceof errors/* Failure */.H) || Date.now() - lastAnswer > (client.patience ?? PATIENCE_MS))
                throw cause;
        }
        await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(Math.max(pause * 2, 20), 1000);
    }
}
async function listObjects({ ask, page: size = PAGE, listLimit = limits/* LIMITS */.b1.listed.most }, path, signal, query) {
    const items = [];
    let [next, held] = ['', 0];
    for (;;) {
        const page = { ...query, limit: `${size}`, ...(next !== '' && { continue: next }) };
        const { status, body, size: read } = await ask({ method: 'GET', path, query: page, signal, silence: 75_000 });
        if (status !== 200)
            throw new Refused(status, path, body);
        held += read;
        if (held > listLimit)
            throw new Endless(path, listLimit);
        const kind = (0,json/* readTextAt */.Tw)(body, 'kind').replace(/List$/, '');
        const apiVersion = (0,json/* readTextAt */.Tw)(body, 'apiVersion');
        for (const item of (0,json/* readObjectsAt */.s0)(body, 'items'))
            items.push({ apiVersion, kind, ...item });
        next = (0,json/* readTextAt */.Tw)(body, 'metadata', 'continue');
        if (next === '')
            return { items, version: (0,json/* readTextAt */.Tw)(body, 'metadata', 'resourceVersion') };
    }
}
async function* followChanges({ link }, path, signal, query, resourceVersion) {
    const request = {
        method: 'GET',
        path,
        query: { ...query, watch: '1', allowWatchBookmarks: 'true', resourceVersion, timeoutSeconds: `${WATCH_SECONDS}` },
        signal,
        silence: (WATCH_SECONDS + 30) * 1000,
        long: true
    };
    const answer = await link.send(request);
    if (answer.statusCode !== 200) {
        const text = await link.text(answer, request, limits/* LIMITS */.b1.cluster.most);
        throw new Refused(answer.statusCode ?? 0, path, { text });
    }
    try {
        for await (const value of parseNdjson(answer)) {
            const object = (0,json/* readAt */.m6)(value, 'object');
            if ((0,json/* isObject */.Gv)(object))
                yield { type: (0,json/* readTextAt */.Tw)(value, 'type'), object };
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new errors/* Failure */.H('environment', `the watch of ${path} broke: ${cause.message}`, {
            hint: 'Run again; if it stays so, look whether the cluster, or what lies between, ends long requests.',
            cause
        });
    }
}
class Endless extends Error {
    failure;
    constructor(path, limit) {
        super('endless');
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers with a list of more than ${(0,limits/* formatSize */.Xq)(limit)}`, { hint: 'Ask for less: a namespace, or a label selector.' });
    }
}
class Refused extends Error {
    status;
    failure;
    constructor(status, path, body) {
        super('refused');
        this.status = status;
        const said = (0,json/* readTextAt */.Tw)(body, 'message') || (0,json/* readTextAt */.Tw)(body, 'text').trim();
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers ${status} (${said})`, {
            hint: 'Check the path, and that this user may list and watch it.'
        });
    }
}
const identifyObject = (object) => (0,json/* readTextAt */.Tw)(object, 'metadata', 'uid') ||
    `${(0,json/* readTextAt */.Tw)(object, 'metadata', 'namespace')}/${(0,json/* readTextAt */.Tw)(object, 'metadata', 'name')}`;
function findGone(known, items) {
    const present = new Set(items.map(identifyObject));
    return [...known].filter(([id]) => !present.has(id));
}
const LINE_LIMIT = limits/* LIMITS */.b1.event.most;
async function* parseNdjson(bytes, limit = LINE_LIMIT) {
    let parts = [];
    let size = 0;
    for await (const chunk of bytes) {
        let start = 0;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
            const line = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
            parts = [];
            size = 0;
            start = end + 1;
            if (line.trim() !== '')
                yield JSON.parse(line);
        }
        parts.push(chunk.subarray(start));
        size += chunk.length - start;
        if (size > limit)
            throw new Error(`a line of more than ${limit} bytes`);
    }
}

;// CONCATENATED MODULE: ./src/adapters/kubernetes/client.ts



const PATCH_TYPES = {
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
    json: 'application/json-patch+json',
    apply: 'application/apply-patch+yaml'
};
const SILENCE_MS = 75_000;
function openKubernetesApi(connection, options = {}) {
    const link = openTransport(connection);
    const ask = makeAsker(link, options.bodyLimit ?? limits/* LIMITS */.b1.cluster.most);
    return {
        async call(method, path, { body, patch, query, table, signal } = {}) {
            const apply = method === 'PATCH' && patch === 'apply';
            const { size: _, ...reply } = await ask({
                method,
                path,
                query: { ...(apply && { fieldManager: 'slipway' }), ...query },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(table === true && { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }),
                contentType: method === 'PATCH' ? PATCH_TYPES[patch ?? 'merge'] : 'application/json',
                signal,
                silence: SILENCE_MS
            });
            return reply;
        },
        watch: (path, signal, query) => watchObjects({ link, ask, ...options }, path, signal, query),
        [Symbol.dispose]: () => link[Symbol.dispose]()
    };
}
const makeAsker = (link, limit) => async (request) => {
    const answer = await link.send(request);
    const text = await link.text(answer, request, limit);
    return {
        ...{ status: answer.statusCode ?? 0, body: parseReply(text), size: text.length },
        warnings: parseWarnings(answer.headersDistinct['warning'])
    };
};
const parseReply = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return { text };
    }
};
const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g;
const parseWarnings = (headers = []) => headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));


/***/ }),

/***/ 74966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ listConnectionSecrets),
/* harmony export */   readKubeconfig: () => (/* binding */ readKubeconfig)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26921);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34758);
/* harmony import */ var _base_yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65958);





const CLUSTER = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    server: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(),
    'certificate-authority': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'certificate-authority-data': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'tls-server-name': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'insecure-skip-tls-verify': zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().optional(),
    'proxy-url': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional()
});
const USER = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    token: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    tokenFile: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'client-certificate': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'client-certificate-data': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'client-key': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    'client-key-data': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    username: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    exec: zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional(),
    'auth-provider': zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J().optional()
});
const CONTEXT = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ cluster: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), user: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().default(''), namespace: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() });
const name = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP();
const KUBECONFIG = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    'current-context': zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().nullish(),
    clusters: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name, cluster: CLUSTER })).nullish(),
    users: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name, user: USER.nullish() })).nullish(),
    contexts: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ name, context: CONTEXT })).nullish()
});
const listConnectionSecrets = ({ token, key }) => [token, key].filter((secret) => secret !== undefined && secret !== '');
async function readKubeconfig(path, read, context) {
    const wrong = (what, cause) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `the kubeconfig ${path} ${what}`, { hint: 'Try it with kubectl cluster-info.', cause });
    const load = async (file) => {
        const content = await read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file));
        if (content === undefined)
            throw wrong(`names a file that is not there: ${file}`);
        return Buffer.from(content).toString('utf8');
    };
    const pem = async (data, file) => data ? Buffer.from(data, 'base64').toString('utf8') : file ? load(file) : undefined;
    const text = await read(path);
    if (text === undefined)
        throw wrong('is not there');
    const config = parseKubeconfig(Buffer.from(text).toString('utf8'), wrong);
    const name = context ?? config['current-context'] ?? '';
    const chosen = config.contexts?.find((one) => one.name === name)?.context;
    if (!chosen)
        throw wrong(name === '' ? 'has no current context' : `has no context ${name}`);
    const cluster = config.clusters?.find((one) => one.name === chosen.cluster)?.cluster;
    if (!cluster)
        throw wrong(`has no cluster ${chosen.cluster}, which its context ${name} names`);
    const user = config.users?.find((one) => one.name === chosen.user)?.user ?? {};
    if (!URL.canParse(cluster.server))
        throw wrong(`has a server that is no URL: ${cluster.server}`);
    refuseUnsupported(path, cluster, user);
    const ca = await pem(cluster['certificate-authority-data'], cluster['certificate-authority']);
    const token = user.token ?? (user.tokenFile ? (await load(user.tokenFile)).trim() : undefined);
    const certificate = await pem(user['client-certificate-data'], user['client-certificate']);
    const key = await pem(user['client-key-data'], user['client-key']);
    const connection = {
        server: new URL(cluster.server),
        ...(ca !== undefined && { ca }),
        ...(token !== undefined && { token }),
        ...(certificate !== undefined && { certificate }),
        ...(key !== undefined && { key }),
        ...(cluster['tls-server-name'] && { servername: cluster['tls-server-name'] }),
        ...(cluster['insecure-skip-tls-verify'] && { insecure: true })
    };
    return { name, connection, namespace: chosen.namespace || 'default' };
}
function parseKubeconfig(text, wrong) {
    let yaml;
    try {
        yaml = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(text, _base_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .YAML */ .Wh);
    }
    catch {
        throw wrong('is not YAML');
    }
    const config = KUBECONFIG.safeParse(yaml);
    if (config.success)
        return config.data;
    const [issue] = config.error.issues;
    throw wrong(`is not as expected at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`);
}
function refuseUnsupported(path, cluster, user) {
    const [what] = [
        ...(user.exec ? ['logs in by a program (exec)'] : []),
        ...(user['auth-provider'] ? ['logs in by an auth-provider'] : []),
        ...(user.username ? ['logs in by a password'] : []),
        ...(cluster['proxy-url'] ? ['goes through a proxy (proxy-url)'] : [])
    ];
    if (what !== undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `the kubeconfig ${path} ${what}, which Slipway does not do`, {
            hint: 'Make a kubeconfig with a token: kubectl create token SERVICEACCOUNT.'
        });
}


/***/ }),

/***/ 65958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ listMistakes),
/* harmony export */   Wh: () => (/* binding */ YAML),
/* harmony export */   gM: () => (/* binding */ readYaml),
/* harmony export */   zw: () => (/* binding */ readYamlValue)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


const LONGEST = _limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.yaml.most;
const MISTAKES = 20;
const SHOWN = 300;
const YAML = { prettyErrors: false, logLevel: 'error' };
function readYaml(source, path, parse) {
    if (source.length > LONGEST)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is ${source.length} characters long, and no YAML file that is read is longer than ${LONGEST}`, { hint: 'Split it, or look whether this is the file that was meant.' });
    try {
        return parse(source);
    }
    catch (cause) {
        if (!(cause instanceof RangeError))
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} is nested too deep to be read`, {
            hint: 'Look whether this is the file that was meant.',
            cause
        });
    }
}
function listMistakes(errors, at) {
    const shown = errors
        .slice(0, MISTAKES)
        .map(({ message, pos }) => `${at(pos[0])}: ${message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message}`);
    const more = errors.length - shown.length;
    return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
function readYamlValue(document, path, aliases) {
    try {
        const value = document.toJS({ maxAliasCount: aliases });
        JSON.stringify(value);
        return value ?? null;
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} cannot be read: ${cause.message.split('\n', 1)[0]?.slice(0, SHOWN)}`, {
            hint: 'Write it without aliases.',
            cause
        });
    }
}


/***/ })

};
