export const id = 8772;
export const ids = [8772];
export const modules = {

/***/ 98772:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   makeProxiedFetch: () => (/* binding */ makeProxiedFetch)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19783);
/* harmony import */ var undici__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46752);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34758);





function makeProxiedFetch(env) {
    if (env['SSL_CERT_FILE'])
        trustCertificates(env['SSL_CERT_FILE']);
    const proxies = { 'https:': makeProxyAgent(env, 'HTTPS_PROXY'), 'http:': makeProxyAgent(env, 'HTTP_PROXY') };
    return async (input, init) => {
        if (input instanceof Request)
            throw new TypeError('a Request cannot go through a proxy: pass its URL');
        const url = new URL(input);
        const dispatcher = url.protocol === 'http:' ? proxies['http:'] : proxies['https:'];
        if (dispatcher === undefined || (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .checkBypass */ .H)(url))
            return globalThis.fetch(input, init);
        try {
            const options = { ...init, dispatcher };
            const answer = await (0,undici__WEBPACK_IMPORTED_MODULE_3__.fetch)(url, options);
            return answer;
        }
        catch (error) {
            if (init?.signal?.aborted)
                throw error;
            throw new TypeError('fetch failed', { cause: findInnermost(error) });
        }
    };
}
function makeProxyAgent(env, name) {
    const value = env[name.toLowerCase()] || env[name];
    if (!value)
        return undefined;
    const uri = value.includes('://') ? value : `http://${value}`;
    if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('environment', `${name} does not name an http proxy`, { hint: 'Write it as http://HOST:PORT.' });
    return new undici__WEBPACK_IMPORTED_MODULE_3__.ProxyAgent({ uri, proxyTunnel: false });
}
function trustCertificates(file) {
    const { getCACertificates, setDefaultCACertificates } = (node_tls__WEBPACK_IMPORTED_MODULE_1___default());
    if (!getCACertificates || !setDefaultCACertificates)
        return;
    try {
        setDefaultCACertificates([...getCACertificates('default'), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')]);
    }
    catch (cause) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('environment', `SSL_CERT_FILE cannot be used: ${cause.message}`, {
            hint: 'Let SSL_CERT_FILE name a readable file of certificates in PEM, or take it away.',
            cause
        });
    }
}
const findInnermost = (error) => error instanceof Error && error.cause !== undefined ? findInnermost(error.cause) : error;


/***/ })

};
