export const id = 2089;
export const ids = [2089];
export const modules = {

/***/ 72089:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  makeProxiedFetch: () => (/* binding */ makeProxiedFetch)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
var external_node_tls_default = /*#__PURE__*/__webpack_require__.n(external_node_tls_);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(46752);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/adapters/http/proxied.ts





function makeProxiedFetch(env) {
    if (env['SSL_CERT_FILE'])
        trustCertificates(env['SSL_CERT_FILE']);
    const proxies = { 'https:': makeProxyAgent(env, 'HTTPS_PROXY'), 'http:': makeProxyAgent(env, 'HTTP_PROXY') };
    return async (input, init) => {
        if (input instanceof Request)
            throw new TypeError('a Request cannot go through a proxy: pass its URL');
        const url = new URL(input);
        const dispatcher = url.protocol === 'http:' ? proxies['http:'] : proxies['https:'];
        if (dispatcher === undefined || checkBypass(url))
            return globalThis.fetch(input, init);
        try {
            const options = { ...init, dispatcher };
            const answer = await (0,undici.fetch)(url, options);
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
        throw new errors/* Failure */.H('environment', `${name} does not name an http proxy`, { hint: 'Write it as http://HOST:PORT.' });
    return new undici.ProxyAgent({ uri, proxyTunnel: false });
}
function trustCertificates(file) {
    const { getCACertificates, setDefaultCACertificates } = (external_node_tls_default());
    if (!getCACertificates || !setDefaultCACertificates)
        return;
    try {
        setDefaultCACertificates([...getCACertificates('default'), (0,external_node_fs_.readFileSync)(file, 'utf8')]);
    }
    catch (cause) {
        throw new errors/* Failure */.H('environment', `SSL_CERT_FILE cannot be used: ${cause.message}`, {
            hint: 'Let SSL_CERT_FILE name a readable file of certificates in PEM, or take it away.',
            cause
        });
    }
}
const findInnermost = (error) => error instanceof Error && error.cause !== undefined ? findInnermost(error.cause) : error;


/***/ })

};
