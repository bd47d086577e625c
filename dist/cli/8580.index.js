export const id = 8580;
export const ids = [8580];
export const modules = {

/***/ 38580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chooseSigner: () => (/* binding */ chooseSigner),
  chooseVerifier: () => (/* binding */ chooseVerifier),
  computeFingerprint: () => (/* binding */ computeFingerprint),
  preflightSigning: () => (/* binding */ preflightSigning),
  refuseUnusableTrust: () => (/* reexport */ refuseUnusableTrust)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/cosign/arguments.ts
var cosign_arguments = __webpack_require__(66730);
// EXTERNAL MODULE: ./src/base/json.ts
var base_json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
;// CONCATENATED MODULE: ./src/adapters/cosign/identity-token.ts




const HINT = 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.';
const PATIENCE_MS = 20_000;
async function obtainIdentityToken(env, ask, signal) {
    const given = env['SIGSTORE_ID_TOKEN']?.trim();
    const token = given || (await requestFromGitHub(env, ask, signal));
    const claims = readClaims(token);
    const expires = Number(claims['exp']) * 1000;
    if (expires <= Date.now())
        throw new errors/* Failure */.H('environment', `the identity token of this job expired at ${new Date(expires).toISOString()}`, {
            hint: LIVES_SHORTLY
        });
    return { token, expires, renewable: !given, identity: deriveIdentity(claims) };
}
const LIVES_SHORTLY = 'It begins with the job: give the job a timeout that is long enough, or sign in a job of its own, as the component fan-out does.';
function describeEarlyEnd({ expires, renewable }, now) {
    const minutes = Math.floor((expires - now) / 60_000);
    if (renewable || minutes >= 10)
        return undefined;
    return `the identity token of this job ends in ${minutes} min; what is not signed by then cannot be. ${LIVES_SHORTLY}`;
}
function deriveIdentity(claims) {
    const { iss, ci_config_ref_uri: gitlab, job_workflow_ref: github } = claims;
    if (typeof iss === 'string' && typeof gitlab === 'string')
        return { identity: `https://${escapeUrlPath(gitlab)}`, issuer: iss };
    if (typeof iss === 'string' && typeof github === 'string')
        return { identity: `${deriveServer(iss)}/${escapeUrlPath(github)}`, issuer: iss };
    throw new errors/* Failure */.H('environment', 'the identity token of this job names neither a GitHub workflow nor a GitLab one', {
        hint: 'Only those two have a documented identity; sign with a key elsewhere.'
    });
}
const escapeUrlPath = (path) => /^[\w.~!$&'()*+,;=:@/[\]%-]*$/.test(path)
    ? path
    : encodeURIComponent(path)
        .replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent)
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
function deriveServer(issuer) {
    const { host } = new URL(issuer);
    if (host === 'token.actions.githubusercontent.com')
        return 'https://github.com';
    return `https://${host.replace(/^token\.actions\./, '')}`;
}
async function requestFromGitHub(env, ask, signal) {
    const [address, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    if (!address || !bearer)
        throw new errors/* Failure */.H('environment', 'this job cannot get an identity token', { hint: HINT });
    const url = new URL(address);
    url.searchParams.set('audience', 'sigstore');
    return await requestToken(url, bearer, ask, signal);
}
async function requestToken(url, bearer, ask, signal) {
    const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' };
    const reply = await ask(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }).catch((cause) => {
        signal.throwIfAborted();
        throw makeTokenFailure(url, cause);
    });
    if (reply.status >= 500 || reply.status === 429)
        throw new errors/* Failure */.H('host', `${url.host} answers ${reply.status} to the request for an identity token`);
    if (!reply.ok)
        throw new errors/* Failure */.H('environment', `${url.host} refuses an identity token: ${reply.status}`, { hint: HINT });
    const text = await (0,answer_body/* readBodyText */.mf)(reply, PATIENCE_MS, limits/* LIMITS */.b1.token.most).catch((cause) => {
        signal.throwIfAborted();
        throw makeTokenFailure(url, cause);
    });
    const value = (0,base_json/* readTextAt */.Tw)((0,base_json/* parseJson */.qF)(text), 'value');
    if (value !== '')
        return value;
    throw new errors/* Failure */.H('host', `${url.host} answers without an identity token`);
}
const makeTokenFailure = ({ host }, cause) => new errors/* Failure */.H('host', `no identity token from ${host}${cause instanceof answer_body/* TooMuch */.GC ? `: ${cause.message}` : ''}`, {
    cause
});
function readClaims(token) {
    const claims = (0,base_json/* parseJson */.qF)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims === 'object' && claims !== null)
        return claims;
    throw new errors/* Failure */.H('environment', 'the identity token of this job is not a JSON web token', { hint: HINT });
}

// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var evidence_bundle = __webpack_require__(49769);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/adapters/cosign/patience.ts


const PAUSES = [2_000, 5_000, 15_000, 30_000, 60_000];
const SHORT_PAUSES = [1_000, 3_000];
const TRANSIENT = new RegExp([
    String.raw `(status|status code:|returned|response:) (429|5\d\d)\b`,
    'read on closed response body',
    String.raw `giving up after \d+ attempt`,
    'connection (refused|reset|timed out)',
    'broken pipe',
    'i/o timeout',
    'TLS handshake timeout',
    String.raw `Client\.Timeout exceeded`,
    'deadline exceeded',
    'no such host',
    'server misbehaving',
    'Temporary failure in name resolution',
    'network is unreachable',
    'no route to host',
    'unexpected EOF',
    '": EOF',
    'stream error',
    'http2: server sent GOAWAY'
].join('|'));
const patience_HINT = 'Run this again when it is back. Nothing was published, and what lies in the output folder is not made again.';
async function withPatience(trouble, attempt, signal, { pauses = PAUSES, note = () => undefined, hint = patience_HINT } = {}) {
    for (let tried = 0;; tried++) {
        try {
            return await attempt();
        }
        catch (error) {
            signal?.throwIfAborted();
            const why = error instanceof errors/* Failure */.H ? explainOutage(error) : undefined;
            if (why === undefined)
                throw error;
            const pause = pauses[tried];
            if (pause === undefined)
                throw new errors/* Failure */.H('host', `${trouble}: ${why} (${tried + 1} attempts)`, {
                    hint,
                    cause: error
                });
            note(`${trouble}: ${why}; trying again in ${Math.ceil(pause / 1000)} s`);
            await (0,promises_.setTimeout)(pause, undefined, { signal });
        }
    }
}
function explainOutage({ kind, message, cause }) {
    if (kind === 'host')
        return message;
    const line = String(cause)
        .split('\n')
        .filter((text) => TRANSIENT.test(text))
        .at(-1);
    return line?.replace(/^.*error signing bundle: /, '').slice(0, 300);
}

;// CONCATENATED MODULE: ./src/adapters/cosign/run.ts

const COMMON = /^(PATH|SystemRoot|(HTTPS?|NO|ALL)_PROXY|SSL_CERT_(FILE|DIR))$/i;
async function runCosign({ cosign: tool, processes, env, scratch, signal }, args, variables = {}) {
    const common = Object.entries(env).filter(([name, value]) => COMMON.test(name) && value !== undefined);
    const bare = {
        ...Object.fromEntries(common),
        HOME: scratch,
        USERPROFILE: scratch,
        TMPDIR: scratch,
        TMP: scratch,
        TUF_ROOT: `${scratch}/tuf`
    };
    const run = async (argv, env = bare) => (await processes.run(argv, { env, ...(signal ? { signal } : {}) })).stdout;
    try {
        return await run([tool, ...args], { ...bare, ...variables });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        await refuseOld(tool, run);
        throw explainCosignFailure(error, listKeySecrets(variables));
    }
}
async function refuseOld(tool, run) {
    const text = await run([tool, 'version', '--json']).catch(() => '');
    const version = /"gitVersion":\s*"([^"]*)"/.exec(text)?.[1] ?? '';
    const major = /^v?(\d+)\./.exec(version)?.[1];
    if (major !== undefined && major !== '3')
        throw new errors/* Failure */.H('environment', `${tool} is cosign ${version}, and cosign 3 is needed`, {
            hint: 'Install cosign 3, or take the other one off PATH so that Slipway gets its own.'
        });
}
const MEANINGS = [
    [
        /env var \$\w+ not found/,
        'environment',
        'the variable that should hold the signing key is not set',
        'Set it, or name the key: --sign-key FILE|KMS.'
    ],
    [
        /invalid pem block|unsupported pem type/,
        'input',
        'the signing key is not a private key as cosign writes them',
        'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
    ],
    [
        /reading key: .*no such file/,
        'input',
        'there is no such signing key file',
        'Check the path that --sign-key names.'
    ],
    [
        /reading key: .*permission denied/,
        'environment',
        'the signing key cannot be read',
        'Give this user the right to it.'
    ],
    [
        /(loading URL|loading public key): .*no such file/,
        'input',
        'there is no such public key file',
        'Check the path that --key names.'
    ],
    [
        /tuf refresh failed|getting trusted root|failed to create TUF client/i,
        'environment',
        "Sigstore's trust root cannot be fetched from here",
        'Without it nothing can be verified: let this machine reach it, or give the trust root as a file (--trusted-root FILE).'
    ],
    [
        /token.*expired|expired.*token|verifying.*id ?token|oidc: |error processing the identity token/i,
        'environment',
        'the certificate authority refuses the identity token of this job',
        'The token lives for minutes and for one audience: sign early, and ask for the audience "sigstore".'
    ]
];
function explainCosignFailure(failure, secrets) {
    const cause = redactSecrets(String(failure.cause), secrets);
    if (/decryption failed/.test(cause))
        return new errors/* Failure */.H('environment', 'the password does not open the signing key', {
            code: 'wrong-password',
            hint: 'Set COSIGN_PASSWORD to the password of the key; a secret that is missing is an empty variable.',
            cause
        });
    for (const [pattern, kind, message, hint] of MEANINGS)
        if (pattern.test(cause))
            return new errors/* Failure */.H(kind, message, { hint, cause });
    return new errors/* Failure */.H(failure.kind, failure.message, { hint: 'The cause is what cosign said.', cause });
}
const listKeySecrets = (variables) => Object.values(variables)
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((part) => part.length >= 6)
    .sort((a, b) => b.length - a.length);
const redactSecrets = (text, secrets) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);

;// CONCATENATED MODULE: ./src/adapters/cosign/blob.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const NO_SERVICES = '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.2+json","rekorTlogConfig":{},"tsaConfig":{}}';
const NO_ROOT = '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}';
const chooseSignCommand = (what) => typeof what === 'string' ? ['sign-blob', what] : ['attest-blob', '--statement', what.statement];
const formatSignArguments = (what, ...options) => {
    const [name, ...rest] = chooseSignCommand(what);
    return [name, '--yes', ...options, ...rest];
};
async function signWithKey(session, key, variables, what) {
    const { files, scratch } = session;
    const [config, root, made] = ['no-services.json', 'no-root.json', 'bundle.json'].map((name) => (0,external_node_path_.join)(scratch, name));
    await files.write(config, NO_SERVICES);
    await files.write(root, NO_ROOT);
    const offline = ['--signing-config', config, '--trusted-root', root];
    await runCosign(session, formatSignArguments(what, '--key', key, ...offline, '--bundle', made), variables);
    await refuseOtherBundles(session, made);
    return made;
}
async function handOverBundle({ files }, made, bundle) {
    await files.write(bundle, (0,evidence_bundle/* normalizeBundle */.iQ)((await files.read(made)) ?? new Uint8Array(), bundle));
}
async function refuseOtherBundles(session, path) {
    const { cosign, processes, files, scratch } = session;
    const text = Buffer.from((await files.read(path)) ?? []).toString();
    if (readMediaType(text) === MEDIA_TYPE)
        return;
    await refuseOld(cosign, async (argv) => (await processes.run(argv, { env: { HOME: scratch } })).stdout);
    throw new errors/* Failure */.H('command', `cosign wrote a bundle of another kind: ${readMediaType(text) ?? 'no media type'}`, {
        hint: `Slipway signs ${MEDIA_TYPE}, which cosign 3 writes.`
    });
}
function readMediaType(text) {
    const mediaType = (0,base_json/* readAt */.m6)((0,base_json/* parseJson */.qF)(text), 'mediaType');
    return typeof mediaType === 'string' ? mediaType : undefined;
}
async function verifyByKey(session, pem, what, bundle) {
    const key = (0,external_node_path_.join)(session.scratch, 'expected.pub');
    await session.files.write(key, pem);
    await verifyBundle(session, (0,cosign_arguments/* formatKeyOptions */.le)(key), what, bundle);
    await demandKeyHint(session, pem, bundle);
}
async function verifyByIdentity(session, expected, sigstore, what, bundle) {
    const by = [
        ...(0,cosign_arguments/* formatIdentityOptions */.aR)(expected),
        ...(0,cosign_arguments/* formatTrustOptions */.EY)(sigstore),
        ...(await formatTimeOptions(session, bundle))
    ];
    await withPatience('the signature cannot be verified now', () => verifyBundle(session, by, what, bundle), session.signal, {
        ...session,
        hint: 'Run this again when it is back; without a network, give the trust root as a file (--trusted-root FILE).'
    });
}
async function verifyBundle(session, expected, what, bundle, variables = {}) {
    const path = typeof what === 'string' ? what : what.about;
    for (const file of [path, bundle])
        if (!(await session.files.digest(file)))
            throw new errors/* Failure */.H('verification', `there is no ${file} to verify`, {
                hint: 'Download the release again, with all of its files.'
            });
    try {
        const kind = typeof what === 'string' ? ['verify-blob'] : ['verify-blob-attestation', '--type', what.predicateType];
        const args = [...kind, ...expected, '--bundle', bundle, path];
        await runCosign(session, args, variables);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.basename)(bundle)} does not prove ${(0,external_node_path_.basename)(path)}: cosign refuses it`, {
            hint: 'Do not use the file. The file, its bundle or the expected signer is not what it should be; the cause says which.',
            cause: error.cause
        });
    }
}
async function formatTimeOptions({ files }, bundle) {
    const bytes = (await files.read(bundle)) ?? new Uint8Array();
    return (0,evidence_bundle/* countTimestamps */.bv)(bytes, (0,external_node_path_.basename)(bundle)) > 0 ? ['--use-signed-timestamps'] : [];
}
async function demandKeyHint({ files }, pem, bundle) {
    const der = (0,external_node_crypto_.createPublicKey)(Buffer.from(pem)).export({ type: 'spki', format: 'der' });
    const hint = (0,external_node_crypto_.createHash)('sha256').update(der).digest('base64');
    if ((0,evidence_bundle/* readKeyHint */.Bw)((await files.read(bundle)) ?? new Uint8Array(), (0,external_node_path_.basename)(bundle)) !== hint)
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.basename)(bundle)} was changed: it names another key than the one that signed`, { hint: 'Do not use it: download it again from the release, and tell its publisher if it stays so.' });
}
async function runInSession(parts, label, signal, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_1, await parts.files.scratch(label), true);
        return await work({ ...parts, scratch: scratch.path, signal });
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/adapters/cosign/key-reference.ts

const SERVICES = {
    awskms: ['AWS_*'],
    gcpkms: ['GOOGLE_*', 'CLOUDSDK_*', 'GCE_METADATA_*'],
    azurekms: ['AZURE_*'],
    hashivault: ['VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
    k8s: ['KUBECONFIG', 'KUBERNETES_SERVICE_*'],
    gitlab: ['GITLAB_HOST', 'GITLAB_TOKEN']
};
function parseKeyReference(reference, role = 'signing') {
    const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/.exec(reference) ?? [];
    if (reference === '' || /[\n\r]|-----BEGIN/.test(reference))
        throw new errors/* Failure */.H('input', `the ${role} key is no reference to a key: it is empty, or a key itself`, {
            hint: `${role === 'signing' ? 'Put the key into COSIGN_PRIVATE_KEY, or name' : 'Name'} its file or its key service.`
        });
    if (scheme === undefined)
        return { key: reference, path: reference, variables: [], home: false };
    if (scheme === 'env' && rest && /^\w+$/.test(rest))
        return { key: reference, path: undefined, variables: [rest], home: false };
    const variables = SERVICES[scheme];
    if (!variables)
        throw new errors/* Failure */.H('input', `no key service is named ${scheme}://`, {
            hint: `A file, env://VARIABLE, or one of ${Object.keys(SERVICES).join(', ')} followed by ://.`
        });
    return { key: reference, path: undefined, variables, home: scheme !== 'gitlab' };
}
function pickKeyVariables(env, { variables, home }) {
    const wanted = (name) => (home && name === 'HOME') ||
        variables.some((variable) => (variable.endsWith('*') ? name.startsWith(variable.slice(0, -1)) : name === variable));
    return Object.fromEntries(Object.entries(env).filter((entry) => wanted(entry[0]) && entry[1] !== undefined));
}
const SPOILT = [
    [/^\ufeff/, 'begins with a byte order mark'],
    [/\\n/, 'has the two characters \\n in place of line ends'],
    [/\r/, 'has line ends of Windows (CRLF)'],
    [/-----BEGIN [A-Z ]+-----[^\n]+-----END/, 'has no line ends']
];
async function refuseUnreadableKey({ files, env }, reference) {
    const { path, key, variables } = parseKeyReference(reference);
    const variable = key.startsWith('env://') ? variables[0] : undefined;
    if (path === undefined && variable === undefined)
        return;
    const bytes = path === undefined ? undefined : await files.read(path);
    const text = variable === undefined ? bytes && Buffer.from(bytes).toString('utf8') : env[variable];
    if (path !== undefined && text === undefined)
        throw new errors/* Failure */.H('input', `there is no signing key at ${path}`, {
            hint: 'Check the path that sign-key names: it counts from the folder that the command runs in.'
        });
    if (!text)
        throw new errors/* Failure */.H('environment', `the variable that should hold the signing key is ${text === undefined ? 'not set' : 'set and empty'}: ${variable}`, {
            code: 'no-key',
            hint: text === undefined
                ? 'Set it, or name the key: --sign-key FILE|KMS.'
                : 'The secret is missing, has another name, or is kept from this job.'
        });
    const spoilt = SPOILT.find(([pattern]) => pattern.test(text));
    const where = path ?? variable;
    if (spoilt)
        throw new errors/* Failure */.H('input', `the signing key in ${where} ${spoilt[1]}: cosign does not read it so`, {
            hint: 'Store the key again as cosign wrote it, with its own line ends (LF) and nothing before it.'
        });
    if (!/-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text))
        throw new errors/* Failure */.H('input', 'the signing key is not a private key as cosign writes them', {
            hint: 'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
        });
}

;// CONCATENATED MODULE: ./src/adapters/cosign/cosign.ts









function makeKeySigner(parts, reference, known) {
    const key = parseKeyReference(reference);
    const variables = { ...pickKeyVariables(parts.env, key), COSIGN_PASSWORD: parts.env['COSIGN_PASSWORD'] ?? '' };
    let publicKey = known === undefined ? undefined : Promise.resolve(known);
    const identity = (signal) => {
        publicKey ??= runInSession(parts, 'public-key', signal, (session) => runCosign(session, ['public-key', '--key', key.key], variables));
        publicKey.catch(() => (publicKey = undefined));
        return publicKey.then((pem) => ({ publicKey: pem }));
    };
    return {
        mode: 'key',
        async sign(what, bundle, signal) {
            if (key.path !== undefined && !(await parts.files.digest(key.path)))
                throw new errors/* Failure */.H('input', `there is no signing key at ${key.path}`, {
                    hint: 'Check the path that --sign-key names.'
                });
            await runInSession(parts, 'sign', signal, async (session) => {
                const [made, known] = await Promise.allSettled([
                    signWithKey(session, key.key, variables, what),
                    identity(signal)
                ]);
                if (made.status === 'rejected')
                    throw made.reason;
                if (known.status === 'rejected')
                    throw known.reason;
                await verifyByKey(session, known.value.publicKey, readClaim(what), made.value);
                await handOverBundle(parts, made.value, bundle);
            });
        },
        async verify(what, bundle, signal) {
            const { publicKey: pem } = await identity(signal);
            await runInSession(parts, 'verify', signal, (session) => verifyByKey(session, pem, what, bundle));
        },
        identity
    };
}
function makeKeylessSigner(parts, sigstore = {}) {
    let known;
    const token = async (signal) => {
        const found = await obtainIdentityToken(parts.env, parts.fetch ?? fetch, signal);
        parts.mask?.(found.token);
        known = found.identity;
        return found;
    };
    const identity = async (signal) => known ?? (await withPatience('no identity token', () => token(signal), signal, parts)).identity;
    return {
        mode: 'keyless',
        async sign(what, bundle, signal) {
            await runInSession(parts, 'sign', signal, async (session) => {
                const made = (0,external_node_path_.join)(session.scratch, 'bundle.json');
                const config = sigstore.signingConfig === undefined ? [] : ['--signing-config', sigstore.signingConfig];
                const args = formatSignArguments(what, ...config, ...(0,cosign_arguments/* formatTrustOptions */.EY)(sigstore), '--bundle', made);
                const found = await withPatience('Sigstore does not sign', async () => {
                    const found = await token(signal);
                    await runCosign(session, args, { SIGSTORE_ID_TOKEN: found.token });
                    return found;
                }, signal, parts);
                await refuseOtherBundles(session, made);
                await verifyByIdentity(session, found.identity, sigstore, readClaim(what), made);
                await handOverBundle(parts, made, bundle);
            });
        },
        async verify(what, bundle, signal) {
            const expected = await identity(signal);
            await runInSession(parts, 'verify', signal, (session) => verifyByIdentity(session, expected, sigstore, what, bundle));
        },
        identity
    };
}
function makeRehearsalSigner(parts) {
    let publicKey;
    return {
        mode: 'rehearsal',
        sign: (what, bundle, signal) => runInSession(parts, 'rehearsal', signal, async (session) => {
            const prefix = (0,external_node_path_.join)(session.scratch, 'throw-away');
            const variables = { COSIGN_PASSWORD: (0,external_node_crypto_.randomBytes)(24).toString('hex') };
            await runCosign(session, ['generate-key-pair', '--output-key-prefix', prefix], variables);
            const made = await signWithKey(session, `${prefix}.key`, variables, what);
            publicKey = Buffer.from((await parts.files.read(`${prefix}.pub`)) ?? []).toString();
            await verifyByKey(session, publicKey, readClaim(what), made);
            await handOverBundle(parts, made, bundle);
        }),
        async verify(what, bundle, signal) {
            const key = publicKey;
            if (key === undefined)
                throw new errors/* Failure */.H('verification', `${bundle}: nothing was signed in this rehearsal`);
            await runInSession(parts, 'verify', signal, (session) => verifyByKey(session, key, what, bundle));
        },
        identity: () => Promise.reject(new errors/* Failure */.H('verification', 'a rehearsal has no identity that anyone may trust'))
    };
}
function makeVerifier(parts, expected, sigstore = {}) {
    if (!('key' in expected))
        return (what, bundle, signal) => runInSession({ pauses: SHORT_PAUSES, ...parts }, 'verify', signal, (session) => verifyByIdentity(session, expected, sigstore, what, bundle));
    const key = parseKeyReference(expected.key, 'expected');
    return async (what, bundle, signal) => {
        await runInSession(parts, 'verify', signal, (session) => verifyBundle(session, (0,cosign_arguments/* formatKeyOptions */.le)(key.key), what, bundle, pickKeyVariables(parts.env, key)));
        const pem = key.path === undefined ? undefined : await parts.files.read(key.path);
        if (pem)
            await demandKeyHint(parts, pem, bundle);
    };
}
const readClaim = (what) => typeof what === 'string' ? what : { about: what.about, predicateType: what.predicateType };

;// CONCATENATED MODULE: ./src/adapters/cosign/trust-files.ts





async function refuseUnusableTrust(source, expected, root) {
    if ('key' in expected)
        await refuseUnusableKey(source, expected.key);
    if (root !== '')
        await refuseUnusableRoot(source, root);
}
async function refuseUnusableKey({ files, env, cwd }, reference) {
    const { path, key, variables } = parseKeyReference(reference, 'expected');
    const variable = key.startsWith('env://') ? variables[0] : undefined;
    if (path === undefined && variable === undefined)
        return;
    const where = variable ?? (0,external_node_path_.resolve)(cwd, path ?? '');
    const bytes = variable === undefined ? await readIfFile(files, where) : Buffer.from(env[variable] ?? '');
    if (!bytes)
        throw makeTrustFailure(`there is no public key at ${where}`, 'Check the path that the key is named by.');
    const held = describeNoPublicKey(bytes);
    if (held !== undefined)
        throw makeTrustFailure(`${where} should hold the public key of the expected signer, and ${held}`, held.includes('private key')
            ? 'Name the public half, which cosign writes beside it as cosign.pub (or: cosign public-key --key FILE). Keep the private one to whoever signs.'
            : 'Get the public key from the publisher, not from the release: a text that begins with -----BEGIN PUBLIC KEY-----.');
}
async function refuseUnusableRoot({ files, cwd }, root) {
    await refuseOtherJson(files, (0,external_node_path_.resolve)(cwd, root), {
        mediaType: 'application/vnd.dev.sigstore.trustedroot',
        what: 'the trust root of a Sigstore'
    });
}
async function refuseUnusableSigningConfig({ files, cwd }, config) {
    await refuseOtherJson(files, (0,external_node_path_.resolve)(cwd, config), {
        mediaType: 'application/vnd.dev.sigstore.signingconfig',
        what: 'the signing config of a Sigstore'
    });
}
async function refuseOtherJson(files, path, { mediaType, what }) {
    const bytes = await readIfFile(files, path);
    if (!bytes)
        throw makeTrustFailure(`there is no ${path}, which should be ${what}`, 'Check signing-config and trusted-root: paths count from the folder that the command runs in.');
    const said = describeNoText(bytes) ?? describeOtherJson(Buffer.from(bytes).toString('utf8'), mediaType);
    if (said !== undefined)
        throw makeTrustFailure(`${path} should be ${what}, and ${said}`, 'Get the file from whoever runs that Sigstore; cosign trusted-root create and cosign signing-config create make one.');
}
function describeOtherJson(text, mediaType) {
    const label = readPemLabel(text);
    if (label !== undefined)
        return describePem(label);
    const json = (0,base_json/* parseJson */.qF)(text);
    if (json === undefined)
        return 'it is no JSON';
    const type = (0,base_json/* readAt */.m6)(json, 'mediaType') ?? (0,base_json/* readAt */.m6)(json, 'media_type');
    if (typeof type !== 'string')
        return 'it is JSON without a mediaType';
    return type.startsWith(mediaType) ? undefined : `it is ${type}`;
}
function describeNoPublicKey(bytes) {
    const odd = describeNoText(bytes);
    if (odd !== undefined)
        return odd;
    const text = Buffer.from(bytes).toString('utf8');
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
        return 'it holds a private key';
    const label = readPemLabel(text);
    if (label === undefined)
        return /^(ssh|ecdsa)-/.test(text) ? 'it holds a key for SSH' : 'it holds no key in PEM';
    if (label !== 'PUBLIC KEY' && label !== 'RSA PUBLIC KEY')
        return describePem(label);
    try {
        (0,external_node_crypto_.createPublicKey)(text);
        return undefined;
    }
    catch {
        return 'its public key is damaged';
    }
}
function describeNoText(bytes) {
    const head = Buffer.from(bytes.subarray(0, 3)).toString('hex');
    if (head === 'efbbbf')
        return 'it begins with a byte order mark: save it without one';
    if (head.startsWith('fffe') || head.startsWith('feff'))
        return 'it is UTF-16: save it as plain text';
    return Buffer.from(bytes).toString('utf8').trim() === '' ? 'it is empty' : undefined;
}
const readPemLabel = (text) => /-----BEGIN ([A-Z0-9 ]+)-----/.exec(text)?.[1];
const describePem = (label) => label === 'CERTIFICATE'
    ? 'it holds a certificate'
    : `it holds ${label.includes('PRIVATE KEY') ? 'a private key' : `a ${label}`}`;
async function readIfFile(files, path) {
    try {
        return await files.read(path);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        throw new errors/* Failure */.H('input', error.message, {
            hint: 'Name the file that holds it.',
            cause: error
        });
    }
}
const makeTrustFailure = (message, hint) => new errors/* Failure */.H('input', message, { hint });

;// CONCATENATED MODULE: ./src/adapters/cosign/signing.ts







function chooseSigner(parts, signing, cwd, publicKey) {
    switch (signing?.mode) {
        case 'key':
            return makeKeySigner(parts, signing.key ?? '', publicKey);
        case 'keyless':
            return makeKeylessSigner(parts, {
                signingConfig: signing.signingConfig && (0,external_node_path_.resolve)(cwd, signing.signingConfig),
                trustedRoot: signing.trustedRoot && (0,external_node_path_.resolve)(cwd, signing.trustedRoot)
            });
        case 'rehearsal':
        case undefined:
            return makeRehearsalSigner(parts);
    }
}
const chooseVerifier = (parts, expected, cwd, root) => makeVerifier(parts, expected, root === '' ? {} : { trustedRoot: (0,external_node_path_.resolve)(cwd, root) });

async function preflightSigning(parts, signing, signal) {
    const { env, cwd, files, mask, warn } = parts;
    if (signing.mode === 'key')
        await refuseUnreadableKey({ files, env }, signing.key ?? '');
    if (signing.mode !== 'keyless')
        return;
    if (signing.signingConfig !== undefined)
        await refuseUnusableSigningConfig({ files, cwd }, signing.signingConfig);
    if (signing.trustedRoot !== undefined)
        await refuseUnusableRoot({ files, cwd }, signing.trustedRoot);
    const ask = () => obtainIdentityToken(env, parts.fetch, signal);
    const token = await withPatience('no identity token', ask, signal, { note: warn });
    mask(token.token);
    const soon = describeEarlyEnd(token, Date.now());
    if (soon !== undefined)
        warn(soon);
}
async function computeFingerprint({ env, cwd, files }, signing) {
    if (signing?.mode !== 'key')
        return '';
    const reference = signing.key ?? '';
    const key = reference === 'env://COSIGN_PRIVATE_KEY'
        ? env['COSIGN_PRIVATE_KEY']
        : await files.read((0,external_node_path_.resolve)(cwd, reference)).catch(() => undefined);
    return key ? (0,digest/* hashBytes */.yi)(key).slice(0, 16) : '';
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

/***/ 49769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bv: () => (/* binding */ countTimestamps),
  p6: () => (/* binding */ demandExact),
  iQ: () => (/* binding */ normalizeBundle),
  aR: () => (/* binding */ readBundleStatement),
  Bw: () => (/* binding */ readKeyHint),
  Bs: () => (/* binding */ readSignedDigest)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/evidence/checkpoint.ts

const SIGNATURE = /^— (\S+) (\S+)$/;
function keepOwnSignature(checkpoint) {
    const { head, signatures } = splitCheckpoint(checkpoint);
    const own = signatures.filter((line) => isOfOrigin(line, head));
    return own.length === 1 ? `${head}\n\n${own[0]}\n` : checkpoint;
}
function isOwnCheckpoint(entry) {
    const proof = (0,json/* readAt */.m6)(entry, 'inclusionProof');
    const envelope = (0,json/* readTextAt */.Tw)(proof, 'checkpoint', 'envelope');
    const { head, signatures } = splitCheckpoint(envelope);
    const [line = ''] = signatures;
    const [, size, root] = head.split('\n');
    const [, , signature = ''] = SIGNATURE.exec(line) ?? [];
    return (`${head}\n\n${line}\n` === envelope &&
        isOfOrigin(line, head) &&
        Buffer.from(signature, 'base64').toString('base64') === signature &&
        size === (0,json/* readText */.yR)((0,json/* readAt */.m6)(proof, 'treeSize')) &&
        root === (0,json/* readTextAt */.Tw)(proof, 'rootHash'));
}
function splitCheckpoint(checkpoint) {
    const end = checkpoint.indexOf('\n\n');
    const head = end < 0 ? checkpoint : checkpoint.slice(0, end);
    const rest = end < 0 ? '' : checkpoint.slice(end + 2);
    return { head, signatures: rest.split('\n').filter(Boolean) };
}
function isOfOrigin(line, head) {
    const [origin = ''] = head.split('\n');
    const [, name] = SIGNATURE.exec(line) ?? [];
    return name !== undefined && (name === origin || origin.startsWith(`${name} - `));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/evidence/inclusion.ts


function findStrangeEntry(bundle) {
    const entries = (0,json/* readObjectsAt */.s0)(bundle, 'verificationMaterial', 'tlogEntries');
    const strange = entries.some((entry) => {
        const proof = (0,json/* readAt */.m6)(entry, 'inclusionProof');
        const root = computeRoot(Buffer.from((0,json/* readTextAt */.Tw)(entry, 'canonicalizedBody'), 'base64'), Number((0,json/* readTextAt */.Tw)(proof, 'logIndex') || 0), Number((0,json/* readTextAt */.Tw)(proof, 'treeSize')), (0,json/* readItems */.F1)((0,json/* readAt */.m6)(proof, 'hashes')).map((hash) => Buffer.from((0,json/* readText */.yR)(hash), 'base64')));
        return root?.toString('base64') !== (0,json/* readTextAt */.Tw)(proof, 'rootHash') || !isOfItsKind(entry);
    });
    return strange ? 'a log entry in it is not the one that was logged' : undefined;
}
function isOfItsKind(entry) {
    const { kind, apiVersion } = (0,json/* readFields */.qU)((0,json/* parseJson */.qF)(Buffer.from((0,json/* readTextAt */.Tw)(entry, 'canonicalizedBody'), 'base64').toString('utf8')));
    return (kind === (0,json/* readTextAt */.Tw)(entry, 'kindVersion', 'kind') &&
        apiVersion === (0,json/* readTextAt */.Tw)(entry, 'kindVersion', 'version') &&
        ((0,json/* readAt */.m6)(entry, 'inclusionPromise') !== undefined ||
            (0,json/* readTextAt */.Tw)(entry, 'logIndex') === (0,json/* readTextAt */.Tw)(entry, 'inclusionProof', 'logIndex')));
}
function computeRoot(leaf, index, size, path) {
    if (index >= size)
        return undefined;
    let [fn, sn] = [index, size - 1];
    let root = hashNode(0, leaf);
    for (const node of path) {
        if (sn === 0)
            return undefined;
        if (fn % 2 === 1 || fn === sn) {
            root = hashNode(1, node, root);
            while (fn % 2 === 0 && fn !== 0)
                [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
        }
        else
            root = hashNode(1, root, node);
        [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    }
    return sn === 0 ? root : undefined;
}
const hashNode = (kind, ...parts) => (0,external_node_crypto_.createHash)('sha256')
    .update(Buffer.concat([Buffer.from([kind]), ...parts]))
    .digest();

;// CONCATENATED MODULE: ./src/evidence/bundle.ts




const normalizeBundle = (bytes, where) => writeBundle(parseBundle(bytes, where));
const writeBundle = (bundle) => `${JSON.stringify(normalizeValue(bundle, FIELDS) ?? {})}\n`;
function readBundleStatement(bytes, where) {
    const payload = (0,json/* readTextAt */.Tw)(parseBundle(bytes, where), 'dsseEnvelope', 'payload');
    return Buffer.from(payload, 'base64').toString('utf8');
}
const readSignedDigest = (bytes, where) => Buffer.from((0,json/* readTextAt */.Tw)(parseBundle(bytes, where), 'messageSignature', 'messageDigest', 'digest'), 'base64').toString('hex');
const readKeyHint = (bytes, where) => (0,json/* readTextAt */.Tw)(parseBundle(bytes, where), 'verificationMaterial', 'publicKey', 'hint');
const countTimestamps = (bytes, where) => (0,json/* readItems */.F1)((0,json/* readAt */.m6)(parseBundle(bytes, where), 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'))
    .length;
function demandExact(bytes, where) {
    const bundle = parseBundle(bytes, where);
    const wrong = writeBundle(bundle) !== Buffer.from(bytes).toString('utf8')
        ? 'it was written by something else'
        : (findUnknownField(bundle) ?? findLooseText(bundle) ?? findSuperfluous(bundle) ?? findStrangeEntry(bundle));
    if (wrong !== undefined)
        throw new errors/* Failure */.H('verification', `${where} is not as Slipway wrote it: ${wrong}`, {
            hint: 'Download it again; when it stays so, somebody changed it.'
        });
}
function parseBundle(bytes, where) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        JSON.stringify(value);
        return value;
    }
    catch (cause) {
        throw new errors/* Failure */.H('verification', `${where} is not JSON of a bundle`, {
            hint: 'Download it again from the release; if it stays so, do not use the release.',
            cause
        });
    }
}
const FIELDS = {
    mediaType: true,
    verificationMaterial: {
        publicKey: { hint: true },
        certificate: { rawBytes: true },
        tlogEntries: {
            logIndex: true,
            logId: { keyId: true },
            kindVersion: { kind: true, version: true },
            integratedTime: true,
            inclusionPromise: { signedEntryTimestamp: true },
            inclusionProof: { logIndex: true, rootHash: true, treeSize: true, hashes: true, checkpoint: { envelope: true } },
            canonicalizedBody: true
        },
        timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: true } }
    },
    messageSignature: { messageDigest: { algorithm: true, digest: true }, signature: true },
    dsseEnvelope: { payload: true, payloadType: true, signatures: { sig: true } }
};
function normalizeValue(value, known, name = '') {
    if (value === undefined || value === null || value === '')
        return undefined;
    if (Array.isArray(value)) {
        const inner = (0,json/* readItems */.F1)(value).flatMap((item) => normalizeValue(item, known, name) ?? []);
        return inner.length === 0 ? undefined : inner;
    }
    if (typeof value === 'string')
        return name === 'envelope' ? keepOwnSignature(value) : value;
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const names = [...new Set([...Object.keys((0,json/* readFields */.qU)(known)), ...Object.keys(value)])];
    const inner = names.flatMap((name) => {
        const found = Object.hasOwn(value, name) ? normalizeValue(value[name], (0,json/* readFields */.qU)(known)[name], name) : undefined;
        return found === undefined ? [] : [[name, found]];
    });
    return inner.length === 0 ? undefined : Object.fromEntries(inner);
}
function findUnknownField(value, known = FIELDS, path = '') {
    if (Array.isArray(value))
        return findFirst((0,json/* readItems */.F1)(value).map((item) => findUnknownField(item, known, path)));
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    return findFirst(Object.entries(value).map(([name, inner]) => (0,json/* readFields */.qU)(known)[name] === undefined || name === 'messageSignature'
        ? `it holds ${path}${name}, which nobody signs`
        : findUnknownField(inner, (0,json/* readFields */.qU)(known)[name], `${path}${name}.`)));
}
const BINARY = /^(rawBytes|keyId|signedEntryTimestamp|rootHash|hashes|canonicalizedBody|signedTimestamp|payload|sig|hint)$/;
const NUMBER = /^(logIndex|treeSize|integratedTime)$/;
function findLooseText(value, name = '') {
    if (Array.isArray(value))
        return findFirst((0,json/* readItems */.F1)(value).map((item) => findLooseText(item, name)));
    if ((0,json/* isObject */.Gv)(value))
        return findFirst(Object.entries(value).map(([key, inner]) => findLooseText(inner, key)));
    if (typeof value !== 'string')
        return `${name} is no text`;
    if (BINARY.test(name) && Buffer.from(value, 'base64').toString('base64') !== value)
        return `${name} is not plain base64`;
    return NUMBER.test(name) && !/^(0|[1-9]\d*)$/.test(value) ? `${name} is not a plain number` : undefined;
}
function findSuperfluous(bundle) {
    const material = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(bundle, 'verificationMaterial'));
    const entries = (0,json/* readObjectsAt */.s0)(bundle, 'verificationMaterial', 'tlogEntries');
    const times = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(bundle, 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'));
    if ((0,json/* readItems */.F1)((0,json/* readAt */.m6)(bundle, 'dsseEnvelope', 'signatures')).length !== 1)
        return 'it does not hold one signature';
    if (material['publicKey'] !== undefined)
        return Object.keys(material).length === 1 ? undefined : 'it holds more than a key has to prove';
    if (entries.length !== 1)
        return `it holds ${entries.length} log entries`;
    const [entry] = entries;
    const promised = (0,json/* readAt */.m6)(entry, 'inclusionPromise') !== undefined;
    if (times.length > 1 || (times.length === 0 && !promised))
        return `it holds ${times.length} timestamps`;
    if (!promised && (0,json/* readAt */.m6)(entry, 'integratedTime') !== undefined)
        return 'it holds a time that nobody signed';
    return isOwnCheckpoint(entry ?? {}) ? undefined : 'its log entry has another checkpoint';
}
const findFirst = (found) => found.find((item) => item !== undefined);


/***/ })

};
