export const id = 4966;
export const ids = [4966,5958];
export const modules = {

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
