export const id = 2653;
export const ids = [2653,1710];
export const modules = {

/***/ 44427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   G: () => (/* binding */ holding),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   r2: () => (/* binding */ isAnything)
/* harmony export */ });
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSha256 = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isAnything = (value) => value !== undefined;
const isNull = (value) => value === null;
const isOneOf = (...values) => (value) => values.includes(value);
const either = (one, other) => (value) => one(value) || other(value);
const maybe = (inner) => (value) => value === undefined || inner(value);
const listOf = (item) => (value) => Array.isArray(value) && value.every(item);
const mapOf = (item) => (value) => isPlain(value) && Object.values(value).every(item);
const holding = (fields) => (value) => isPlain(value) &&
    Object.keys(fields).every((key) => fields[key](Object.hasOwn(value, key) ? value[key] : undefined));
const shaped = (fields) => {
    const holds = holding(fields);
    return (value) => holds(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key));
};
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 34358:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ runTogether),
/* harmony export */   p: () => (/* binding */ settleInOrder)
/* harmony export */ });
async function runTogether(signal, body) {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const running = [];
    let first;
    const failed = (error) => {
        first ??= { error: signal.aborted ? signal.reason : error };
        stop.abort(first.error);
    };
    const start = (work) => {
        const branch = work(either);
        running.push(branch.catch(failed));
        return branch;
    };
    let result;
    try {
        result = { value: await body(start, either) };
    }
    catch (error) {
        failed(error);
    }
    while (running.length)
        await Promise.all(running.splice(0));
    if (first)
        throw first.error;
    if (!result)
        throw new Error('a branch ended without a result and without a failure');
    return result.value;
}
async function settleInOrder(promises) {
    await Promise.allSettled(promises);
    return await Promise.all(promises);
}


/***/ }),

/***/ 75997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ isWithin)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const isWithin = (folder, path) => {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(folder, path);
    return !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(way));
};


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


/***/ }),

/***/ 78533:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ listProved),
/* harmony export */   _P: () => (/* binding */ readProvedMatrix),
/* harmony export */   zP: () => (/* binding */ makeCompatibility)
/* harmony export */ });
/* harmony import */ var _model_accepted_break_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88322);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23659);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63240);
/* harmony import */ var _model_reported_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32018);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44119);
/* harmony import */ var _model_nouns_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85184);






const VERDICTS = 'slipway_verdicts';
const REPORTED_BY = 'slipway_reported_by';
const makeCompatibility = (files, verdicts, url, reporter) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .makeStatement */ .UT)(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_2__/* .TEST_RESULT */ .bo, files, {
    result: 'PASSED',
    configuration: verdicts.map((verdict) => ({
        name: nameVerdict(verdict),
        uri: verdict.cluster
            ? `pkg:github/kubernetes/kubernetes@${encodeURIComponent(verdict.cluster.server)}`
            : `urn:slipway:suite:${verdict.trial.suite}`,
        annotations: {
            suite: verdict.trial.suite,
            subject: verdict.trial.subject ?? '',
            server: verdict.cluster?.server ?? '',
            provider: verdict.cluster?.provider ?? '',
            simulated: verdict.cluster?.simulated ?? false,
            ...(verdict.isolation && { isolation: verdict.isolation }),
            with: verdict.trial.with
        }
    })),
    ...(reporter ? { [REPORTED_BY]: { ...reporter } } : {}),
    ...(url === undefined ? {} : { url }),
    passedTests: verdicts.map(nameVerdict),
    warnedTests: [],
    failedTests: [],
    [VERDICTS]: verdicts.map((verdict) => ({
        name: nameVerdict(verdict),
        checks: verdict.checks
    }))
});
const nameVerdict = ({ trial, cluster }) => [trial.suite, trial.subject && `of ${trial.subject}`, cluster && `on Kubernetes ${cluster.server}`]
    .filter(Boolean)
    .join(' ');
const listProved = (verdicts, reporter) => verdicts
    .filter(({ outcome }) => outcome === 'passed')
    .map(({ trial, cluster, checks }) => ({
    ...{ suite: trial.suite, subject: trial.subject ?? '', server: cluster?.server ?? '' },
    ...{
        provider: cluster?.provider ?? '',
        simulated: cluster?.simulated ?? false,
        checks: checks.length - (0,_model_accepted_break_js__WEBPACK_IMPORTED_MODULE_3__/* .listAccepted */ .Oc)({ checks }).length
    },
    ...(reporter && { reportedBy: (0,_model_reported_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReporter */ .h)(reporter) })
}));
function readProvedMatrix({ predicate }) {
    if ((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(predicate, 'result') !== 'PASSED' || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readAt */ .m6)(predicate, 'failedTests')).length > 0)
        return [];
    const passed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readAt */ .m6)(predicate, 'passedTests'));
    const reporter = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readAt */ .m6)(predicate, REPORTED_BY);
    const by = { run: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(reporter, 'run'), job: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(reporter, 'job') };
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readObjectsAt */ .s0)(predicate, 'configuration')
        .filter((item) => passed.includes((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'name')))
        .map((item) => ({
        suite: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'annotations', 'suite'),
        server: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'annotations', 'server'),
        subject: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'annotations', 'subject'),
        provider: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'annotations', 'provider'),
        simulated: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readAt */ .m6)(item, 'annotations', 'simulated') === true,
        checks: countChecks(predicate, (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(item, 'name')),
        ...(reporter !== undefined && { reportedBy: (0,_model_reported_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReporter */ .h)(by) })
    }));
}
const countHeld = (verdict) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readObjectsAt */ .s0)(verdict, 'checks').filter((check) => check['accepted'] === undefined).length;
const countChecks = (predicate, name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readObjectsAt */ .s0)(predicate, VERDICTS)
    .filter((verdict) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .readTextAt */ .Tw)(verdict, 'name') === name)
    .reduce((sum, verdict) => sum + countHeld(verdict), 0));


/***/ }),

/***/ 61590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZJ: () => (/* binding */ listOtherRuns),
/* harmony export */   cI: () => (/* binding */ readRun),
/* harmony export */   vZ: () => (/* binding */ describeRun)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _invocation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6515);


function listOtherRuns(builds, own) {
    const runs = new Map();
    for (const { target, by } of builds) {
        if (by === own)
            continue;
        const invocation = by !== undefined && (0,_invocation_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunId */ .P)(by) ? by : '';
        runs.set(invocation, (runs.get(invocation) ?? new Set()).add(target));
    }
    return [...runs].map(([invocation, targets]) => ({ targets: [...targets], invocation }));
}
const describeRun = ({ targets, invocation }) => ({
    targets: [...targets],
    ...(invocation !== '' && { invocationId: invocation })
});
const readRun = (run) => ({
    targets: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(run['targets']).map(_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR),
    invocation: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextAt */ .Tw)(run, 'invocationId')
});


/***/ }),

/***/ 55342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   EP: () => (/* binding */ listDependencies),
/* harmony export */   wL: () => (/* binding */ makeProvenance)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(23659);
/* harmony import */ var _package_purl_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26751);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82577);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63240);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44119);
/* harmony import */ var _model_nouns_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85184);
/* harmony import */ var _compiled_by_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61590);







const BUILD_TYPE = 'urn:slipway:build:1';
const makeProvenance = (plan, told) => (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .makeStatement */ .UT)(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .SLSA */ .yZ, told.subjects, {
    buildDefinition: {
        buildType: BUILD_TYPE,
        externalParameters: {
            command: plan.mode,
            tag: plan.tag ?? null,
            version: plan.version,
            module: plan.module,
            moduleDir: plan.moduleDir,
            go: plan.go.version,
            sbom: plan.archives.some(({ binaries }) => binaries.some(({ spdx }) => spdx)) ? 'both' : 'cyclonedx',
            ...(plan.variables && { variables: plan.variables }),
            builds: plan.builds.map(({ target, argv, env, binaries, parts }) => ({
                target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTarget */ .P4)(target),
                programs: binaries.map(({ main, path }) => ({ main, path })),
                ...(parts ? { parts: parts.map((part) => ({ ...part, target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTarget */ .P4)(part.target) })) } : { argv, env })
            }))
        },
        internalParameters: {
            run: told.invocation.platform,
            ...(told.buildCaches.length > 0 && { buildCache: groupByCache(told.buildCaches) }),
            ...(told.compiledBy.length > 0 && { compiledBy: told.compiledBy.map(_compiled_by_js__WEBPACK_IMPORTED_MODULE_3__/* .describeRun */ .vZ) }),
            ...(told.prepared && { prepare: describeSteps(told.prepared) })
        },
        resolvedDependencies: [
            describeSource(plan, told.repository),
            ...told.dependencies.map(describeModule),
            ...told.tools.map(describeTool),
            ...(told.prepared?.tools ?? []).map(describeStepTool)
        ]
    },
    runDetails: {
        builder: { id: told.invocation.builder, version: { slipway: told.invocation.slipway } },
        metadata: {
            invocationId: told.invocation.id,
            startedOn: told.invocation.startedOn,
            finishedOn: told.finishedOn
        },
        byproducts: (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .sortByName */ .VV)(told.byproducts).map(_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .describeFile */ .CL)
    }
});
const groupByCache = (built) => Object.fromEntries(['own', 'shared']
    .map((kind) => [kind, built.filter((each) => each.kind === kind).map(({ target }) => target)])
    .filter(([, targets]) => targets.length > 0)
    .map(([kind, targets]) => [kind, [...new Set(targets)]]));
const describeSource = ({ tag, version, commit, module, moduleDir }, repository) => ({
    name: 'source',
    uri: isRemote(repository)
        ? `git+${normalizeUrl(repository)}${tag === undefined ? '' : `@refs/tags/${tag}`}`
        : (0,_package_purl_js__WEBPACK_IMPORTED_MODULE_5__/* .formatGolangPurl */ .H)(module, `v${version}`),
    digest: { gitCommit: commit },
    ...(moduleDir === '' ? {} : { annotations: { folder: moduleDir } })
});
const isRemote = (url) => url !== undefined && /^(https?|ssh|git):\/\//i.test(url);
const normalizeUrl = (url) => url.replace(/^([a-z]+:\/\/)([^/@]*@)?([^/]*)/i, (_, scheme, user, server) => `${scheme.toLowerCase()}${user ?? ''}${server.toLowerCase()}`);
const describeModule = ({ uri, sum }) => ({
    uri,
    ...(sum === '' ? {} : { digest: decodeSum(sum) })
});
function decodeSum(sum) {
    const hex = Buffer.from(sum.replace(/^h1:/, ''), 'base64').toString('hex');
    return { dirHash: hex, dirHash1: hex };
}
const describeTool = ({ name, version, source, vouched, sha256 }) => ({
    name,
    uri: `pkg:generic/${name}@${encodeURIComponent(version)}`,
    digest: { sha256 },
    annotations: { source, vouched }
});
const describeSteps = ({ steps, files }) => ({
    steps: steps.map(({ run, makes, stdout, network }) => ({
        ...{ run, makes, network },
        ...(stdout !== undefined && { stdout })
    })),
    files: files.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } }))
});
const describeStepTool = ({ name, version, sha256 }) => ({
    name,
    digest: { sha256 },
    annotations: { source: 'PATH of the machine', used: 'prepare', says: version }
});
function listDependencies(sboms) {
    const found = new Map();
    for (const component of sboms.flatMap((sbom) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(sbom, 'components'))) {
        const uri = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(component, 'purl');
        const sum = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(component, 'properties').find((property) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(property, 'name') === 'slipway:go:sum');
        if (uri !== '')
            found.set(uri, { uri, sum: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(sum, 'value') });
    }
    return [...found.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
function readProvenance({ predicate, ...rest }) {
    const subjects = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescribedFiles */ .Zj)(rest, 'subject');
    const byproducts = (0,_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .readDescribedFiles */ .Zj)(predicate, 'runDetails', 'byproducts');
    if (!subjects || !byproducts || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(predicate, 'buildDefinition', 'buildType') !== BUILD_TYPE)
        return undefined;
    const source = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(predicate, 'buildDefinition', 'resolvedDependencies').find((item) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(item, 'name') === 'source');
    return {
        subjects,
        byproducts,
        commit: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(source && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(source, 'digest'), 'gitCommit'),
        ...parseSource((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(source, 'uri')),
        builder: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(predicate, 'runDetails', 'builder', 'id'),
        invocation: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(predicate, 'runDetails', 'metadata', 'invocationId'),
        compiledBy: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(predicate, 'buildDefinition', 'internalParameters', 'compiledBy').map(_compiled_by_js__WEBPACK_IMPORTED_MODULE_3__/* .readRun */ .cI),
        recipe: readRecipe(predicate)
    };
}
function parseSource(uri) {
    const [, repository = '', ref = ''] = /^git\+([a-z]+:\/\/[^\s]+?)(?:@(refs\/[^\s]+))?$/.exec(uri) ?? [];
    return { repository, ref };
}
function readRecipe(predicate) {
    const said = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(predicate, 'buildDefinition', 'externalParameters', name);
    const builds = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(predicate, 'buildDefinition', 'externalParameters', 'builds');
    return {
        slipway: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(predicate, 'runDetails', 'builder', 'version', 'slipway'),
        ...{ tag: said('tag'), version: said('version'), module: said('module'), moduleDir: said('moduleDir') },
        go: said('go'),
        targets: [...new Set(builds.map((build) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(build, 'target')))],
        programs: builds.flatMap((build) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(build, 'programs').map((program) => ({
            target: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(build, 'target'),
            main: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(program, 'main'),
            name: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(program, 'path')
                .replace(/^.*\//, '')
                .replace(/\.exe$/, '')
        }))),
        variables: readVariables((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readAt */ .m6)(predicate, 'buildDefinition', 'externalParameters', 'variables')),
        mains: [
            ...new Set(builds.flatMap((build) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readObjectsAt */ .s0)(build, 'programs').map((program) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readTextAt */ .Tw)(program, 'main'))))
        ]
    };
}
const readVariables = (value) => Object.fromEntries(Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_6__/* .readFields */ .qU)(value)).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])));


/***/ }),

/***/ 63240:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ parseStatement),
/* harmony export */   CL: () => (/* binding */ describeFile),
/* harmony export */   UT: () => (/* binding */ makeStatement),
/* harmony export */   VV: () => (/* binding */ sortByName),
/* harmony export */   Zj: () => (/* binding */ readDescribedFiles)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


const makeStatement = (predicateType, files, predicate) => ({
    _type: 'https://in-toto.io/Statement/v1',
    subject: sortByName(files).map(describeFile),
    predicateType,
    predicate
});
const describeFile = ({ name, sha256 }) => ({
    name,
    digest: { sha256 }
});
const sortByName = (files) => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
function parseStatement(text, predicateType, where) {
    const found = parseObject(text);
    const subject = readDescribedFiles(found, 'subject');
    if (!found ||
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextAt */ .Tw)(found, '_type') !== 'https://in-toto.io/Statement/v1' ||
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextAt */ .Tw)(found, 'predicateType') !== predicateType ||
        !subject?.length ||
        typeof found['predicate'] !== 'object')
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${where} is not an in-toto statement of type ${predicateType}`, {
            hint: 'Download it again from the release; if it stays so, do not use the release.'
        });
    return found;
}
function readDescribedFiles(value, ...keys) {
    const files = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readObjectsAt */ .s0)(value, ...keys).map((item) => ({
        name: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextAt */ .Tw)(item, 'name'),
        sha256: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readTextAt */ .Tw)(item, 'digest', 'sha256')
    }));
    const whole = files.length ===
        (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)(keys.reduce((inner, key) => inner?.[key], value)).length;
    return whole && files.every(({ name, sha256 }) => name !== '' && /^[0-9a-f]{64}$/.test(sha256)) ? files : undefined;
}
function parseObject(text) {
    const value = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) ? value : undefined;
}


/***/ }),

/***/ 35105:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ inspectBinary),
  D: () => (/* binding */ listSections)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/go/inspect/reader.ts
var reader = __webpack_require__(4733);
;// CONCATENATED MODULE: ./src/go/inspect/unquote.ts
const SHORT = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"'
};
function unquoteGo(literal) {
    if (/^`[^`]*`$/.test(literal))
        return literal.slice(1, -1);
    if (!/^"(?:[^"\\]|\\.)*"$/.test(literal))
        return undefined;
    let broken = false;
    const text = literal
        .slice(1, -1)
        .replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|.)/g, (_, escape) => {
        const plain = escape.length > 1 ? decodeEscape(escape) : SHORT[escape];
        if (plain === undefined)
            broken = true;
        return plain ?? '';
    });
    return broken ? undefined : text;
}
function decodeEscape(escape) {
    const code = /^[xuU]/.test(escape) ? parseInt(escape.slice(1), 16) : parseInt(escape, 8);
    return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

;// CONCATENATED MODULE: ./src/go/inspect/build-info.ts


const MAGIC = Buffer.from('\u{ff} Go buildinf:', 'latin1');
const HEADER = 32;
const FLAGS = 15;
const INLINE_STRINGS = 2;
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');
function readBuildInfo({ format, data, goVersion = '' }) {
    if (data === undefined)
        return undefined;
    if (format === 'Wasm') {
        const text = findText(wrapBuffer(data.bytes));
        return text === undefined ? undefined : parseBuildInfo(goVersion, text);
    }
    const at = findMagic(data);
    return at === undefined ? undefined : readBlob(wrapBuffer(data.bytes.subarray(at)));
}
function searchBuildInfo(bytes) {
    const haystack = wrapBuffer(bytes);
    for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
        const blob = haystack.subarray(at);
        if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0)
            continue;
        const version = tryReadString(blob, HEADER);
        const framed = version && tryReadString(blob, version.next)?.value;
        if (!framed?.subarray(0, START.length).equals(START) || !framed.subarray(-END.length).equals(END))
            continue;
        return parseBuildInfo(version?.value.toString('utf8') ?? '', findText(framed) ?? '');
    }
    return undefined;
}
function findMagic({ address, bytes }) {
    const haystack = wrapBuffer(bytes);
    for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
        if ((address + at) % 16 === 0 && at + HEADER <= bytes.length)
            return at;
    }
    return undefined;
}
function findText(bytes) {
    const start = bytes.indexOf(START);
    if (start < 0)
        return undefined;
    const end = bytes.indexOf(END, start);
    if (end < 0)
        throw makeDamagedError('its text has no end');
    return bytes.toString('utf8', start + START.length, end);
}
function readBlob(blob) {
    if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0)
        throw makeDamagedError('it is of a Go older than 1.18');
    const version = readString(blob, HEADER);
    const framed = readString(blob, version.next).value;
    return parseBuildInfo(version.value.toString('utf8'), framed.length === 0 ? '' : (findText(framed) ?? ''));
}
function tryReadString(blob, start) {
    try {
        return readString(blob, start);
    }
    catch {
        return undefined;
    }
}
function readString(blob, start) {
    let length = 0;
    let at = start;
    for (let shift = 0;; shift += 7) {
        const byte = blob[at++];
        if (byte === undefined || shift > 28)
            throw makeDamagedError(`a length at ${start} has no end`);
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80)
            break;
    }
    if (at + length > blob.length)
        throw makeDamagedError(`a text at ${at} goes past the end`);
    return { value: blob.subarray(at, at + length), next: at + length };
}
function parseBuildInfo(goVersion, text) {
    let path = '';
    let main;
    const deps = [];
    const settings = new Map();
    let last;
    for (const line of text.split('\n')) {
        const [word, ...columns] = line.split('\t');
        const rest = columns.join('\t');
        switch (word) {
            case 'path':
                path = rest;
                break;
            case 'mod':
                main = readModule(columns, line);
                last = 'main';
                break;
            case 'dep':
                deps.push(readModule(columns, line));
                last = 'dep';
                break;
            case '=>': {
                const replace = readModule(columns, line);
                const replaced = last === 'main' ? main : deps.at(-1);
                if (last === undefined || replaced === undefined)
                    throw makeDamagedError(`a replacement without a module: ${line}`);
                if (last === 'main')
                    main = { ...replaced, replace };
                else
                    deps[deps.length - 1] = { ...replaced, replace };
                last = undefined;
                break;
            }
            case 'build': {
                const [name, value] = readSetting(rest);
                settings.set(name, value);
            }
        }
    }
    return { goVersion, path, main, deps, settings };
}
function readModule([path, version, sum = ''], line) {
    if (!path || version === undefined)
        throw makeDamagedError(`a module without a version: ${line.slice(0, 200)}`);
    return { path, version, sum };
}
function readSetting(text) {
    const match = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^="`\s]+)=(.*)$/s.exec(text);
    if (match === null)
        throw makeDamagedError(`a setting without a value: ${text.slice(0, 200)}`);
    const [name, value] = match.slice(1).map((part) => (/^["`]/.test(part) ? unquoteGo(part) : part));
    if (name === undefined || value === undefined)
        throw makeDamagedError(`a setting in broken quotes: ${text.slice(0, 200)}`);
    return [name, value];
}
function makeDamagedError(seen) {
    return (0,reader/* makeMalformedFailure */.i)('Go build info', seen);
}
function wrapBuffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./src/go/inspect/image.ts
const MOST_LIBRARIES = 4096;
function findArchName(names, machine) {
    return names[machine] ?? `machine 0x${machine.toString(16)}`;
}

;// CONCATENATED MODULE: ./src/go/inspect/elf.ts


const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const PF_W = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const SHT_NOBITS = 8;
function readElf(bytes) {
    const wide = bytes[4] === 2;
    const little = bytes[5] === 1;
    if ((!wide && bytes[4] !== 1) || (!little && bytes[5] !== 2))
        throw (0,reader/* makeMalformedFailure */.i)('ELF', 'its class or byte order is unknown');
    const read = (0,reader/* makeReader */.Y)(bytes, little, 'ELF');
    const segments = readSegments(read, wide);
    const interp = segments.find(({ type }) => type === PT_INTERP);
    return {
        format: 'ELF',
        arch: nameElfArch(read.u16(18), wide, little),
        interpreter: interp && read.text(interp.offset),
        libraries: listNeededLibraries(read, wide, segments),
        data: findBuildInfoRegion(read, wide, segments),
        sections: () => [...readSections(read, wide)]
    };
}
function nameElfArch(machine, wide, little) {
    const end = little ? 'le' : '';
    if (machine === 8)
        return `mips${wide ? '64' : ''}${end}`;
    if (machine === 21)
        return `ppc64${end}`;
    return findArchName({ 3: '386', 22: 's390x', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64', 258: 'loong64' }, machine);
}
function readSegments(read, wide) {
    const table = wide ? read.u64(32) : read.u32(28);
    const entry = read.u16(wide ? 54 : 42);
    const count = read.u16(wide ? 56 : 44);
    return Array.from({ length: count }, (_, i) => {
        const at = table + i * entry;
        return wide
            ? {
                type: read.u32(at),
                flags: read.u32(at + 4),
                offset: read.u64(at + 8),
                address: read.u64(at + 16),
                size: read.u64(at + 32)
            }
            : {
                type: read.u32(at),
                flags: read.u32(at + 24),
                offset: read.u32(at + 4),
                address: read.u32(at + 8),
                size: read.u32(at + 16)
            };
    });
}
function listNeededLibraries(read, wide, segments) {
    const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
    if (dynamic === undefined)
        return [];
    const word = wide ? 8 : 4;
    const number = wide ? read.u64 : read.u32;
    const names = [];
    let strings;
    for (let at = dynamic.offset; at + 2 * word <= dynamic.offset + dynamic.size; at += 2 * word) {
        const tag = number(at);
        if (tag === 0)
            break;
        if (tag === DT_NEEDED)
            names.push(number(at + word));
        if (names.length > MOST_LIBRARIES)
            throw (0,reader/* makeMalformedFailure */.i)('ELF', `it needs more than ${MOST_LIBRARIES} libraries`);
        if (tag === DT_STRTAB)
            strings = number(at + word);
    }
    if (names.length === 0)
        return [];
    const home = segments.find(({ type, address, size }) => type === PT_LOAD && strings !== undefined && address <= strings && strings < address + size);
    if (home === undefined || strings === undefined)
        throw (0,reader/* makeMalformedFailure */.i)('ELF', 'it needs libraries but has no names for them');
    const base = home.offset + (strings - home.address);
    return names.map((name) => read.text(base + name));
}
function findBuildInfoRegion(read, wide, segments) {
    for (const { name, address, offset, size } of readSections(read, wide))
        if (name === '.go.buildinfo')
            return { address, bytes: read.bytes(offset, size) };
    const writable = segments.find(({ type, flags }) => type === PT_LOAD && (flags & PF_W) !== 0);
    return writable && { address: writable.address, bytes: read.bytes(writable.offset, writable.size) };
}
function* readSections(read, wide) {
    const word = wide ? read.u64 : read.u32;
    const table = word(wide ? 40 : 32);
    const entry = read.u16(wide ? 58 : 46);
    const count = table === 0 ? 0 : read.u16(wide ? 60 : 48);
    const names = read.u16(wide ? 62 : 50);
    const header = (index) => {
        const at = table + index * entry;
        return {
            name: read.u32(at),
            type: read.u32(at + 4),
            address: word(at + (wide ? 16 : 12)),
            offset: word(at + (wide ? 24 : 16)),
            size: word(at + (wide ? 32 : 20))
        };
    };
    if (names >= count)
        return;
    const texts = header(names).offset;
    for (let i = 0; i < count; i++) {
        const { name, type, ...place } = header(i);
        if (type !== SHT_NOBITS)
            yield { name: read.text(texts + name), ...place };
    }
}

;// CONCATENATED MODULE: ./src/go/inspect/macho.ts


const LC_SEGMENT_64 = 0x19;
const LOAD_DYLIB = [0x0c, 0x80000018, 0x8000001f, 0x20, 0x80000023];
const ZERO_FILLED = [0x01, 0x0c, 0x12];
const ARCH = { 0x01000007: 'amd64', 0x0100000c: 'arm64' };
function readMachO(bytes) {
    const read = (0,reader/* makeReader */.Y)(bytes, true, 'Mach-O');
    const libraries = [];
    const sections = [];
    let at = 32;
    for (let left = read.u32(16); left > 0; left--) {
        const command = read.u32(at);
        const size = read.u32(at + 4);
        if (size < 8)
            throw (0,reader/* makeMalformedFailure */.i)('Mach-O', `load command ${command} is ${size} bytes long`);
        read.bytes(at, size);
        if (LOAD_DYLIB.includes(command))
            libraries.push(read.text(at + read.u32(at + 8)));
        if (libraries.length > MOST_LIBRARIES)
            throw (0,reader/* makeMalformedFailure */.i)('Mach-O', `it loads more than ${MOST_LIBRARIES} libraries`);
        if (command === LC_SEGMENT_64) {
            const count = read.u32(at + 64);
            if (72 + count * 80 > size)
                throw (0,reader/* makeMalformedFailure */.i)('Mach-O', `a segment of ${size} bytes names ${count} sections`);
            for (let i = 0; i < count; i++)
                sections.push(at + 72 + i * 80);
        }
        at += size;
    }
    return {
        format: 'Mach-O',
        arch: findArchName(ARCH, read.u32(4)),
        interpreter: undefined,
        libraries,
        data: macho_findBuildInfoRegion(read, sections),
        sections: () => sections.map((section) => readSection(read, section))
    };
}
function macho_findBuildInfoRegion(read, sections) {
    const section = sections.find((place) => read.text(place, 16) === '__go_buildinfo');
    if (section === undefined)
        return undefined;
    const { offset, size } = readSection(read, section);
    return { address: read.u64(section + 32), bytes: read.bytes(offset, size) };
}
function readSection(read, at) {
    const size = ZERO_FILLED.includes(read.u32(at + 64) & 0xff) ? 0 : read.u64(at + 40);
    return { name: read.text(at, 16), offset: read.u32(at + 48), size };
}

// EXTERNAL MODULE: ./src/go/inspect/universal.ts
var universal = __webpack_require__(75072);
;// CONCATENATED MODULE: ./src/go/inspect/pe.ts


const pe_ARCH = { 0x014c: '386', 0x01c4: 'arm', 0x8664: 'amd64', 0xaa64: 'arm64' };
function readPe(bytes) {
    const read = (0,reader/* makeReader */.Y)(bytes, true, 'PE');
    const header = read.u32(60);
    if (read.text(header, 4) !== 'PE')
        throw (0,reader/* makeMalformedFailure */.i)('PE', 'it has no PE signature');
    const optional = header + 24;
    const magic = read.u16(optional);
    if (magic !== 0x10b && magic !== 0x20b)
        throw (0,reader/* makeMalformedFailure */.i)('PE', `its optional header says 0x${magic.toString(16)}`);
    const directories = optional + (magic === 0x20b ? 112 : 96);
    const table = optional + read.u16(header + 20);
    const sections = Array.from({ length: read.u16(header + 6) }, (_, i) => pe_readSection(read, table + i * 40));
    const imports = read.u32(directories - 4) > 1 ? read.u32(directories + 8) : 0;
    const data = sections.find(({ name }) => name === '.data');
    return {
        format: 'PE',
        arch: findArchName(pe_ARCH, read.u16(header + 4)),
        interpreter: undefined,
        libraries: imports === 0 ? [] : listImportedLibraries(read, sections, imports),
        data: data && readRegion(read, data),
        sections: () => sections
    };
}
function pe_readSection(read, at) {
    return {
        name: read.text(at, 8),
        virtualSize: read.u32(at + 8),
        address: read.u32(at + 12),
        size: read.u32(at + 16),
        offset: read.u32(at + 20)
    };
}
function readRegion(read, { address, virtualSize, offset, size }) {
    return { address, bytes: read.bytes(offset, Math.min(size, virtualSize)) };
}
function listImportedLibraries(read, sections, address) {
    const place = (wanted) => {
        const home = sections.find((section) => section.address <= wanted && wanted < section.address + section.size);
        if (home === undefined)
            throw (0,reader/* makeMalformedFailure */.i)('PE', `its imports lie at 0x${wanted.toString(16)}, outside of every section`);
        return home.offset + (wanted - home.address);
    };
    const libraries = [];
    for (let at = place(address);; at += 20) {
        const name = read.u32(at + 12);
        if (name === 0)
            return libraries;
        if (libraries.length === MOST_LIBRARIES)
            throw (0,reader/* makeMalformedFailure */.i)('PE', `it imports more than ${MOST_LIBRARIES} libraries`);
        libraries.push(read.text(place(name)));
    }
}

;// CONCATENATED MODULE: ./src/go/inspect/wasm.ts

const CUSTOM_SECTION = 0;
const DATA_SECTION = 11;
function readWasm(bytes) {
    const { data, producers } = readWasmSections((0,reader/* makeReader */.Y)(bytes, true, 'Wasm'));
    return {
        format: 'Wasm',
        arch: 'wasm',
        interpreter: undefined,
        libraries: [],
        data: data && { address: 0, bytes: data },
        goVersion: producers && readLanguageVersion((0,reader/* makeReader */.Y)(producers, true, 'Wasm'))
    };
}
function readWasmSections(read) {
    let data;
    let producers;
    let at = 8;
    while (at < read.size) {
        const id = read.u8(at);
        const size = readLeb128(read, at + 1);
        const content = read.bytes(size.next, size.value);
        if (id === DATA_SECTION)
            data = content;
        if (id === CUSTOM_SECTION) {
            const name = readWasmName((0,reader/* makeReader */.Y)(content, true, 'Wasm'), 0);
            if (name.value === 'producers')
                producers = content.subarray(name.next);
        }
        at = size.next + size.value;
    }
    if (at !== read.size)
        throw (0,reader/* makeMalformedFailure */.i)('Wasm', `its header is ${read.size} bytes long`);
    return { data, producers };
}
function readLanguageVersion(read) {
    const fields = readLeb128(read, 0);
    let at = fields.next;
    for (let field = 0; field < fields.value; field++) {
        const name = readWasmName(read, at);
        const values = readLeb128(read, name.next);
        at = values.next;
        for (let i = 0; i < values.value; i++) {
            const value = readWasmName(read, at);
            const version = readWasmName(read, value.next);
            if (name.value === 'language' && value.value === 'Go')
                return version.value;
            at = version.next;
        }
    }
    return undefined;
}
function readWasmName(read, at) {
    const size = readLeb128(read, at);
    const next = size.next + size.value;
    return { value: Buffer.from(read.bytes(size.next, size.value)).toString('utf8'), next };
}
function readLeb128(read, start) {
    let value = 0;
    for (let i = 0; i < 5; i++) {
        const byte = read.u8(start + i);
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return { value, next: start + i + 1 };
    }
    throw (0,reader/* makeMalformedFailure */.i)('Wasm', `a number at ${start} is longer than 32 bits`);
}

;// CONCATENATED MODULE: ./src/go/inspect/binary.ts







function inspectBinary(bytes) {
    if ((0,universal/* isUniversal */.Aw)(bytes))
        return inspectUniversal((0,universal/* splitMachO */.JV)(bytes));
    const image = readImage(bytes);
    if (image === undefined)
        return { format: 'unchecked', build: searchBuildInfo(bytes) };
    const { format, arch, interpreter, libraries } = image;
    return { format, arch, interpreter, libraries, build: readBuildInfo(image) };
}
function inspectUniversal(slices) {
    const images = slices.flatMap((slice) => {
        const image = readImage(slice);
        return image?.format === 'Mach-O' ? [image] : [];
    });
    const arches = images.map(({ arch }) => arch).sort();
    if (slices.length !== images.length || !(0,external_node_util_.isDeepStrictEqual)(arches, ['amd64', 'arm64']))
        return { format: 'unchecked', build: undefined };
    return {
        format: 'Mach-O',
        arch: 'all',
        interpreter: undefined,
        libraries: [...new Set(images.flatMap(({ libraries }) => libraries))],
        build: (0,universal/* joinBuildInfo */.fM)(images.map(readBuildInfo))
    };
}
function listSections(bytes) {
    try {
        return (readImage(bytes)?.sections?.() ?? [])
            .filter(({ size, offset }) => size > 0 && offset + size <= bytes.length)
            .sort((a, b) => a.offset - b.offset);
    }
    catch {
        return [];
    }
}
function readImage(bytes) {
    const begins = (...magic) => magic.every((byte, i) => bytes[i] === byte);
    if (begins(0x7f, 0x45, 0x4c, 0x46))
        return readElf(bytes);
    if (begins(0xcf, 0xfa, 0xed, 0xfe))
        return readMachO(bytes);
    if (begins(0x4d, 0x5a))
        return readPe(bytes);
    if (begins(0x00, 0x61, 0x73, 0x6d))
        return readWasm(bytes);
    return undefined;
}


/***/ }),

/***/ 4733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ makeReader),
/* harmony export */   i: () => (/* binding */ makeMalformedFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const decoder = new TextDecoder('latin1');
function makeReader(bytes, littleEndian, format) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const within = (at, length) => {
        if (Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= bytes.length)
            return at;
        throw makeMalformedFailure(format, `it wants ${length} bytes at ${at} of ${bytes.length}`);
    };
    return {
        size: bytes.length,
        u8: (at) => view.getUint8(within(at, 1)),
        u16: (at) => view.getUint16(within(at, 2), littleEndian),
        u32: (at) => view.getUint32(within(at, 4), littleEndian),
        u64: (at) => {
            const value = view.getBigUint64(within(at, 8), littleEndian);
            if (value > Number.MAX_SAFE_INTEGER)
                throw makeMalformedFailure(format, `it holds the offset ${value}`);
            return Number(value);
        },
        bytes: (at, length) => bytes.subarray(within(at, length), at + length),
        text: (at, max = 256) => {
            const piece = bytes.subarray(within(at, 0), Math.min(at + max, bytes.length));
            const end = piece.indexOf(0);
            return decoder.decode(end < 0 ? piece : piece.subarray(0, end));
        }
    };
}
function makeMalformedFailure(format, seen) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `not a whole ${format} file: ${seen}`, {
        hint: 'The file is cut off or damaged; build it again.'
    });
}


/***/ }),

/***/ 75072:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Aw: () => (/* binding */ isUniversal),
/* harmony export */   JV: () => (/* binding */ splitMachO),
/* harmony export */   fM: () => (/* binding */ joinBuildInfo),
/* harmony export */   tK: () => (/* binding */ joinMachO)
/* harmony export */ });
/* harmony import */ var _reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4733);

const MAGIC = 0xcafebabe;
const ENTRY = 20;
const ALIGN = 14;
const MOST = 8;
function joinMachO(slices) {
    const header = Buffer.alloc(8 + slices.length * ENTRY);
    header.writeUInt32BE(MAGIC, 0);
    header.writeUInt32BE(slices.length, 4);
    const parts = [header];
    let length = header.length;
    for (const [i, slice] of slices.entries()) {
        const offset = Math.ceil(length / 2 ** ALIGN) * 2 ** ALIGN;
        const read = (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .makeReader */ .Y)(slice, true, 'Mach-O');
        const fields = [read.u32(4), read.u32(8), offset, slice.length, ALIGN];
        fields.forEach((field, at) => header.writeUInt32BE(field, 8 + i * ENTRY + at * 4));
        parts.push(new Uint8Array(offset - length), slice);
        length = offset + slice.length;
    }
    return Buffer.concat(parts);
}
function isUniversal(bytes) {
    if (bytes.length < 8)
        return false;
    const { u32 } = (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .makeReader */ .Y)(bytes, false, 'Mach-O');
    return u32(0) === MAGIC && u32(4) > 0 && u32(4) <= MOST;
}
function splitMachO(bytes) {
    const read = (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .makeReader */ .Y)(bytes, false, 'Mach-O');
    return Array.from({ length: read.u32(4) }, (_, i) => {
        const entry = 8 + i * ENTRY;
        return read.bytes(read.u32(entry + 8), read.u32(entry + 12));
    });
}
const OWN = /^GO(ARCH|AMD64|ARM64)$/;
function joinBuildInfo(all) {
    const [first] = all;
    if (all.every((info) => info === undefined))
        return undefined;
    const described = new Set(all.map((info) => info && describe(info)));
    if (!first || described.size > 1)
        throw (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .makeMalformedFailure */ .i)('Mach-O', 'its programs for several processors are of different builds');
    const modules = new Map();
    for (const info of all)
        for (const module of info?.deps ?? []) {
            const other = modules.get(module.path);
            if (other && JSON.stringify(other) !== JSON.stringify(module))
                throw (0,_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .makeMalformedFailure */ .i)('Mach-O', `its programs hold ${module.path} in different versions`);
            modules.set(module.path, module);
        }
    return {
        ...first,
        deps: [...modules.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
        settings: new Map([...[...first.settings].filter(([name]) => !OWN.test(name)), ['GOARCH', 'all']])
    };
}
const describe = ({ goVersion, path, main, settings }) => JSON.stringify([goVersion, path, main ?? null, [...settings].filter(([name]) => !OWN.test(name)).sort()]);


/***/ }),

/***/ 1710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ SYSTEMS),
/* harmony export */   P: () => (/* binding */ ARCHES)
/* harmony export */ });
const SYSTEMS = [
    ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js', 'linux', 'netbsd', 'openbsd'],
    ...['plan9', 'solaris', 'wasip1', 'windows']
];
const ARCHES = [
    ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le'],
    ...['riscv64', 's390x', 'sparc64', 'wasm']
];


/***/ }),

/***/ 88322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oc: () => (/* binding */ listAccepted),
/* harmony export */   UQ: () => (/* binding */ acceptInTrial),
/* harmony export */   vR: () => (/* binding */ acceptBreaks)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const KEY = 'accepted-breaks';
const acceptInTrial = (trial, accepted) => {
    const own = accepted.filter(({ suite }) => suite === trial.suite).map(({ claim, reason }) => ({ claim, reason }));
    return own.length === 0 ? trial : { ...trial, with: { ...trial.with, [KEY]: own } };
};
const acceptBreaks = (verdict) => {
    const accepted = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readObjectsAt */ .s0)({ list: verdict.trial.with[KEY] }, 'list').map(({ claim, reason }) => ({
        claim: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(claim),
        reason: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(reason)
    }));
    if (accepted.length === 0)
        return verdict;
    const checks = verdict.checks.map((check) => {
        const known = check.outcome === 'failed' ? accepted.find(({ claim }) => claim === check.claim) : undefined;
        return known ? { ...check, outcome: 'passed', accepted: known.reason } : check;
    });
    const unused = accepted.filter(({ claim }) => !checks.some((check) => check.accepted !== undefined && check.claim === claim));
    const told = unused.map(({ claim }) => ({
        claim: `The accepted break "${claim}" was looked for`,
        outcome: 'passed',
        seen: 'it does not happen any more: take it out of accepted-breaks in slipway.yaml'
    }));
    const holds = verdict.checks.length > 0 && checks.every(({ outcome }) => outcome === 'passed');
    return { ...verdict, checks: [...checks, ...told], outcome: holds ? 'passed' : 'failed' };
};
const listAccepted = ({ checks }) => checks.filter(({ accepted }) => accepted !== undefined);


/***/ }),

/***/ 85184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isIdentity)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);

const isIdentity = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)((0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ publicKey: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }), (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({ identity: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, issuer: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH }));


/***/ }),

/***/ 33500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseReleaseRecord),
/* harmony export */   g: () => (/* binding */ RECORD)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


const RECORD = 'release.json';
const isReleaseRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({
    ...{ tag: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, commit: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isNull */ .kZ), title: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, notes: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH },
    ...{ prerelease: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, latest: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, yanked: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), verified: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }
});
function parseReleaseRecord(bytes) {
    const record = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(bytes).toString('utf8'));
    return isReleaseRecord(record) ? record : undefined;
}


/***/ }),

/***/ 32018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ describeReporter)
/* harmony export */ });
const describeReporter = ({ run, job }) => (job === '' ? run : `job ${job} of ${run}`);


/***/ }),

/***/ 71652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zu: () => (/* binding */ formatDigestLines),
/* harmony export */   ss: () => (/* binding */ formatChecksums),
/* harmony export */   yk: () => (/* binding */ parseChecksums)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function formatChecksums(files) {
    const names = new Set();
    for (const { name, sha256 } of files) {
        const wrong = findChecksumNameMistake(name) ?? (names.has(name) ? 'it is there twice' : undefined);
        if (wrong !== undefined)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `a checksum file cannot hold ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`, {
                hint: 'Give that file another name.'
            });
        if (!/^[0-9a-f]{64}$/.test(sha256)) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(sha256)} is not the SHA-256 of ${name}: 64 lower-case hex digits are`, {
                hint: 'Write it as sha256sum does.'
            });
        }
        names.add(name);
    }
    return formatDigestLines(files.map(({ name, sha256 }) => ({ name, digest: sha256 })));
}
const formatDigestLines = (files) => [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, digest }) => `${digest}  ${name}\n`)
    .join('');
function parseChecksums(bytes) {
    const lines = decodeChecksums(bytes).split('\n');
    if (lines.pop() !== '')
        throw makeChecksumFailure('its last line has no end', 'It may be cut off; fetch it again.');
    const names = new Set();
    return lines.map((line, i) => {
        const { name, sha256 } = parseLine(line, i + 1);
        if (names.has(name))
            throw makeChecksumFailure(`line ${i + 1} names ${name} again`);
        names.add(name);
        return { name, sha256 };
    });
}
function decodeChecksums(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', 'checksums.txt is refused: it is not UTF-8', { hint: AS_WRITTEN, cause });
    }
    if (text === '')
        throw makeChecksumFailure('it is empty');
    if (text.startsWith('\ufeff'))
        throw makeChecksumFailure('it begins with a byte order mark', AS_WRITTEN);
    return text;
}
const AS_WRITTEN = 'Something rewrote the file; fetch it as it was published.';
function parseLine(line, number) {
    const where = `line ${number}`;
    if (line.endsWith('\r'))
        throw makeChecksumFailure(`${where} ends with a carriage return`, AS_WRITTEN);
    const match = /^([0-9a-fA-F]{64})( [ *])(.+)$/su.exec(line);
    const [, sha256 = '', mark, name = ''] = match ?? [];
    if (match === null)
        throw makeChecksumFailure(`${where} is not "SHA-256, two spaces, name": ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(line.slice(0, 200))}`);
    if (mark === ' *')
        throw makeChecksumFailure(`${where} marks ${name} as binary with "*"`, AS_WRITTEN);
    if (sha256 !== sha256.toLowerCase())
        throw makeChecksumFailure(`${where} has upper-case hex digits`, AS_WRITTEN);
    const wrong = findChecksumNameMistake(name);
    if (wrong !== undefined)
        throw makeChecksumFailure(`${where} names ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}: ${wrong}`);
    return { name, sha256 };
}
function findChecksumNameMistake(name) {
    if (name === '' || name === '.' || name === '..')
        return 'it is not the name of a file';
    if (/[\\/]/.test(name))
        return 'it has a path';
    if (/[\u0000-\u001f\u007f\ufeff]/.test(name) || !name.isWellFormed())
        return 'it has a character that no name has';
    if (/^[\s*]|\s$/.test(name))
        return 'it begins or ends with a space or begins with "*"';
    return undefined;
}
function makeChecksumFailure(seen, hint) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `checksums.txt is refused: ${seen}`, hint === undefined ? {} : { hint });
}


/***/ }),

/***/ 26751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ formatGolangPurl)
/* harmony export */ });
function formatGolangPurl(path, version, qualifiers = {}, subpath = '') {
    const segments = (text) => text.split('/').map(encodeURIComponent).join('/');
    const pairs = Object.entries(qualifiers)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return [
        `pkg:golang/${segments(path)}`,
        version === undefined ? '' : `@${encodeURIComponent(version)}`,
        pairs.length === 0 ? '' : `?${pairs.join('&')}`,
        subpath === '' ? '' : `#${segments(subpath)}`
    ].join('');
}


/***/ }),

/***/ 92514:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ parseDescribed),
/* harmony export */   _: () => (/* binding */ readDescribed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(44427);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(23659);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82577);
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44119);






const isDescribed = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .holding */ .G)({
    version: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH,
    artifacts: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .listOf */ .c3)((0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .holding */ .G)({ name: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH, kind: _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH, target: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .either */ .gP)(_base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isText */ .KH, _base_decode_js__WEBPACK_IMPORTED_MODULE_3__/* .isNull */ .kZ) }))
});
async function readDescribed(files, folder, found, { byproducts }) {
    const vouched = byproducts.find(({ name }) => name === _model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0);
    if (!vouched || !found.names.includes(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0))
        return [];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0);
    await files.write(path, found.open(_model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0));
    if ((await files.digest(path))?.sha256 !== vouched.sha256)
        return [];
    const described = parseDescribed(await files.read(path));
    if (described)
        return described;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${_model_release_chains_js__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST */ .e0} of ${found.where} is signed, and not a manifest that Slipway made`, {
        hint: 'A newer Slipway may have made it: verify with that one.'
    });
}
function parseDescribed(bytes) {
    const manifest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(Buffer.from(bytes ?? []).toString('utf8'));
    if (!isDescribed(manifest))
        return undefined;
    const { version, artifacts } = manifest;
    return artifacts.map(({ name, kind, target }) => ({
        ...{ name, kind, version },
        ...(target !== null && { target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .hu)(target) })
    }));
}


/***/ }),

/***/ 16042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NE: () => (/* binding */ openFolder),
/* harmony export */   aL: () => (/* binding */ listOdd),
/* harmony export */   nZ: () => (/* binding */ openPublished)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33500);
/* harmony import */ var _yanked_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57677);




const openPublished = (published) => ({
    where: published.url,
    names: published.files.map(({ name }) => name),
    digests: new Map(published.files.flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [[name, sha256]]))),
    open: (name) => published.download(name),
    ...(published.pathOf && { pathOf: published.pathOf })
});
async function openFolder(folder, files) {
    const entries = await files.entries(folder);
    if (entries.length === 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${folder} is no folder with a release in it`, {
            hint: 'Name the folder that has its checksums.txt, or the URL of the release.'
        });
    const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    const bytes = names.includes(_model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g) ? await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g)) : undefined;
    const record = bytes && (0,_model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReleaseRecord */ .C)(bytes);
    if (record)
        (0,_yanked_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseYankedDownload */ .X)(record.tag, folder, record.yanked);
    return {
        where: folder,
        names,
        odd: describeOdd(entries),
        open: (name) => files.stream((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name)),
        pathOf: (name) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name),
        record: record && _model_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .RECORD */ .g
    };
}
const listOdd = async (folder, files) => describeOdd(await files.entries(folder));
const describeOdd = (entries) => entries.flatMap(({ name, kind }) => (kind === 'file' ? [] : [`${name} is ${KINDS[kind]}`]));
const KINDS = {
    folder: 'a folder, and a release has none',
    link: 'a link, and a release has none',
    other: 'neither a file nor a folder'
};


/***/ }),

/***/ 20600:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ isVerification),
  V: () => (/* binding */ verifyRelease)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/base/decode.ts
var decode = __webpack_require__(44427);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/go/inspect/binary.ts + 7 modules
var binary = __webpack_require__(35105);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/model/signer.ts
var model_signer = __webpack_require__(49587);
;// CONCATENATED MODULE: ./src/verify/source.ts

function findSourceProblems({ commit, repository, ref, recipe }, certificates, asked, signer) {
    const provenance = {
        ...{ tag: recipe.tag, module: recipe.module, commit, repository },
        ref: recipe.tag === '' ? '' : `refs/tags/${recipe.tag}`
    };
    const other = (what) => asked[what] === undefined || asked[what] === provenance[what]
        ? []
        : [`the provenance is of ${WORDS[what]} ${provenance[what] || '(none)'}, not of ${asked[what]}`];
    return [
        ...['tag', 'module', 'commit'].flatMap(other),
        ...(asked.repository === undefined
            ? []
            : repository === ''
                ? [`the provenance names no repository, and ${asked.repository} was asked for`]
                : (0,model_signer/* isSameRepository */.ve)(repository, asked.repository)
                    ? []
                    : [`the provenance is of the repository ${repository}, not of ${asked.repository}`]),
        ...(ref === '' || ref === provenance.ref
            ? []
            : [`the provenance names two tags: ${ref} and ${provenance.ref || '(none)'}`]),
        ...certificates.flatMap((certificate) => findCertificateProblems(certificate, provenance, asked, signer))
    ];
}
const WORDS = { tag: 'the tag', module: 'the module', commit: 'commit' };
function findCertificateProblems({ name, source }, provenance, asked, signer) {
    const workflow = signer && 'identity' in signer ? (0,model_signer/* parseWorkflow */.hM)(signer.identity) : undefined;
    const isJob = workflow !== undefined || asked.repository !== undefined || (signer !== undefined && 'pattern' in signer);
    const { repository, commit, ref } = source;
    if (!isJob && repository === undefined && commit === undefined && ref === undefined)
        return [];
    const of = `the certificate of ${name}`;
    if (!repository || !commit || !ref)
        return [`${of} names no ${repository ? (commit ? 'ref' : 'commit') : 'repository'}`];
    const home = [asked.repository ?? workflow?.repository, provenance.repository].filter((url) => url !== undefined && url !== '');
    const wanted = workflow && (0,model_signer/* isSameRepository */.ve)(workflow.repository, repository) ? workflow.ref : provenance.ref;
    return [
        ...home
            .filter((url, i) => !(0,model_signer/* isSameRepository */.ve)(url ?? '', repository) && home.indexOf(url) === i)
            .slice(0, 1)
            .map((url) => `${of} is of the repository ${repository}, not of ${url}`),
        ...(commit === provenance.commit ? [] : [`${of} is of commit ${commit}, not of ${provenance.commit || '(none)'}`]),
        ...(ref === wanted ? [] : [`${of} is of ${ref}, not of ${wanted || '(no tag)'}`])
    ];
}

// EXTERNAL MODULE: ./src/base/parallel.ts
var parallel = __webpack_require__(34358);
// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var bundle = __webpack_require__(49769);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/evidence/certificate.ts

const encodeOid = (last) => `2b0601040183bf3001${last.toString(16).padStart(2, '0')}`;
const [REPOSITORY, COMMIT, REF] = [encodeOid(12), encodeOid(13), encodeOid(14)];
function readCertifiedSource(bundle) {
    const der = Buffer.from((0,json/* readTextAt */.Tw)(bundle, 'verificationMaterial', 'certificate', 'rawBytes'), 'base64');
    if (der.length === 0)
        return undefined;
    const found = readExtensions(der);
    return { repository: found.get(REPOSITORY), commit: found.get(COMMIT), ref: found.get(REF) };
}
function readExtensions(der) {
    const found = new Map();
    const [certificate] = readElements(der);
    const [signed] = readElements(certificate?.content);
    const [list] = readElements(readElements(signed?.content).find(({ tag }) => tag === 0xa3)?.content);
    for (const { content } of readElements(list?.content)) {
        const [identifier, ...rest] = readElements(content);
        const [value] = readElements(rest.at(-1)?.content);
        const name = identifier?.content.toString('hex') ?? '';
        if (value?.tag !== 0x0c || found.has(name))
            continue;
        found.set(name, value.content.toString('utf8'));
    }
    return found;
}
function readElements(der = Buffer.alloc(0)) {
    const found = [];
    for (let at = 0; at + 2 <= der.length;) {
        const [tag = 0, first = 0] = der.subarray(at, at + 2);
        const bytes = first < 0x80 ? 0 : first & 0x7f;
        if (bytes > 4 || at + 2 + bytes > der.length)
            break;
        const length = bytes === 0 ? first : der.readUIntBE(at + 2, bytes);
        const from = at + 2 + bytes;
        if (from + length > der.length)
            break;
        found.push({ tag, content: der.subarray(from, from + length) });
        at = from + length;
    }
    return found;
}

// EXTERNAL MODULE: ./src/evidence/compatibility.ts
var compatibility = __webpack_require__(78533);
// EXTERNAL MODULE: ./src/evidence/provenance.ts
var evidence_provenance = __webpack_require__(55342);
// EXTERNAL MODULE: ./src/evidence/statement.ts
var evidence_statement = __webpack_require__(63240);
// EXTERNAL MODULE: ./src/package/checksums.ts
var package_checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/verify/signed-lists.ts











async function proveSignedLists(files, folder, found, proves) {
    const { names, where } = found;
    const own = proves ? [release_chains/* CHECKSUMS */.vM, release_chains/* BUNDLE */.dI, release_chains/* PROVENANCE */.EK] : [release_chains/* CHECKSUMS */.vM];
    const absent = own.filter((name) => !names.includes(name));
    if (absent.length)
        throw new errors/* Failure */.H('verification', [`${where} has no ${absent.join(' and no ')}`, ...(found.odd ?? [])].join('; '), {
            hint: absent.includes(release_chains/* CHECKSUMS */.vM)
                ? 'Is this a release of Slipway?'
                : 'Nothing vouches for its bytes: it was not signed, or somebody took that away.'
        });
    const at = (name) => (0,external_node_path_.join)(folder, name);
    for (const name of own)
        await files.write(at(name), found.open(name));
    const proofs = await Promise.allSettled([
        proves?.(at(release_chains/* CHECKSUMS */.vM), at(release_chains/* BUNDLE */.dI)),
        proves?.({ about: at(release_chains/* CHECKSUMS */.vM), predicateType: release_chains/* SLSA */.yZ }, at(release_chains/* PROVENANCE */.EK))
    ]);
    for (const proof of proofs)
        if (proof.status === 'rejected')
            throw proof.reason;
    const checksums = (0,package_checksums/* parseChecksums */.yk)((await files.read(at(release_chains/* CHECKSUMS */.vM))) ?? new Uint8Array());
    if (!proves)
        return { vouched: { checksums, subjects: [], byproducts: [] }, provenance: undefined, certificates: [] };
    const provenance = (0,evidence_provenance/* readProvenance */.Ch)(await readStatementAt(files, at(release_chains/* PROVENANCE */.EK), release_chains/* PROVENANCE */.EK, release_chains/* SLSA */.yZ));
    if (!provenance)
        throw new errors/* Failure */.H('verification', `${release_chains/* PROVENANCE */.EK} is signed, and it is not a provenance that Slipway made`, {
            hint: 'Verify checksums.txt alone with cosign verify-blob: this release has a provenance of another tool.'
        });
    const vouched = { checksums, subjects: provenance.subjects, byproducts: provenance.byproducts };
    const wrong = (0,release_chains/* findChainProblems */.Hw)(vouched, (await files.digest(at(release_chains/* CHECKSUMS */.vM)))?.sha256 ?? '');
    if (wrong.length)
        throw new errors/* Failure */.H('verification', `the signed lists of ${where} do not fit together: ${wrong.join('; ')}`, {
            hint: 'Files of two releases may be mixed up: download all of one again.'
        });
    const certificates = await Promise.all([release_chains/* BUNDLE */.dI, release_chains/* PROVENANCE */.EK].map((name) => readCertificate(files, at(name), name)));
    return { vouched, provenance, certificates: certificates.flat() };
}
async function readCertificate(files, path, name) {
    const source = readCertifiedSource((0,json/* parseJson */.qF)(Buffer.from((await files.read(path)) ?? []).toString('utf8')) ?? null);
    return source ? [{ name, source }] : [];
}
async function proveMatrix(files, folder, bundle, checksums, proves) {
    await proves({ about: (0,external_node_path_.join)(folder, release_chains/* CHECKSUMS */.vM), predicateType: release_chains/* TEST_RESULT */.bo }, bundle);
    const statement = await readStatementAt(files, bundle, release_chains/* COMPATIBILITY */.FZ, release_chains/* TEST_RESULT */.bo);
    const about = (0,evidence_statement/* readDescribedFiles */.Zj)(statement, 'subject') ?? [];
    const others = checksums.filter(({ name, sha256 }) => about.find((file) => file.name === name)?.sha256 !== sha256);
    if (others.length)
        throw new errors/* Failure */.H('verification', `${release_chains/* COMPATIBILITY */.FZ} does not speak of ${others.map(({ name }) => name).join(', ')}`, { hint: 'Do not take that compatibility for this release: it was proved of other files.' });
    return { proved: (0,compatibility/* readProvedMatrix */._P)(statement), certificates: await readCertificate(files, bundle, release_chains/* COMPATIBILITY */.FZ) };
}
async function readStatementAt(files, path, name, predicateType) {
    const bytes = (await files.read(path)) ?? new Uint8Array();
    (0,bundle/* demandExact */.p6)(bytes, name);
    return (0,evidence_statement/* parseStatement */.By)((0,bundle/* readBundleStatement */.aR)(bytes, name), predicateType, name);
}

// EXTERNAL MODULE: ./src/verify/described.ts
var verify_described = __webpack_require__(92514);
// EXTERNAL MODULE: ./src/go/ports.ts
var ports = __webpack_require__(1710);
;// CONCATENATED MODULE: ./src/verify/programs.ts


const NAME = /^.+_(\d+\.\d+\.\d+[^_]*)_([a-z0-9]+)_(riscv64|[a-z0-9]+?)(?:(v\d+(?:\.\d+)?)|_([a-z0-9]+))?\.(?:tar\.gz|zip)$/;
function parseArchiveName(name) {
    const [, version, os = '', arch = '', joint, apart] = NAME.exec(name) ?? [];
    if (version === undefined || !ports/* SYSTEMS */.L.includes(os) || !ports/* ARCHES */.P.includes(arch))
        return undefined;
    const variant = joint ?? apart;
    return { version, target: { os, arch, ...(variant !== undefined && { variant }) } };
}
const findProgramFiles = (names, described) => names.flatMap((name) => {
    const said = described.find((file) => file.name === name && file.kind !== undefined);
    const parsed = parseArchiveName(name);
    if (said?.kind === 'archive' || said?.kind === 'program')
        return [{ name, kind: said.kind, target: said.target, version: parsed?.version ?? said.version }];
    return parsed && said === undefined ? [{ name, kind: 'archive', ...parsed }] : [];
});
function findProgramProblems(archives, programs, { version, commit }) {
    const misnamed = version === undefined ? [] : archives.filter((archive) => (archive.version ?? version) !== version);
    const commits = new Set(programs.flatMap(({ found }) => findSetting(found, 'vcs.revision') ?? []));
    return [
        ...misnamed.map(({ name }) => `${name} is not of version ${version}`),
        ...programs.flatMap((program) => listProgramProblems(program, commit)),
        ...(commit === undefined && commits.size > 1
            ? [`its programs are of several commits: ${[...commits].join(', ')}`]
            : [])
    ];
}
function listProgramProblems({ archive, name, found }, commit) {
    const where = archive.kind === 'program' ? archive.name : `${name} in ${archive.name}`;
    const revision = findSetting(found, 'vcs.revision');
    const { target } = archive;
    return [
        ...(findSetting(found, 'vcs.modified') === 'true' ? [`${where} was built from a changed work tree`] : []),
        ...(commit !== undefined && revision !== undefined && revision !== commit
            ? [`${where} is of commit ${revision}, not of ${commit}`]
            : []),
        ...(target && isOther(found, target) ? [`${where} is not for ${(0,go_target/* formatTarget */.P4)(target)}`] : [])
    ];
}
function isOther(found, target) {
    const go = found.build?.goVersion ?? '';
    const [variable, value] = (0,go_target/* findVariantSetting */.Fw)(target, go) ?? [];
    const wanted = [
        ['GOOS', target.os],
        ['GOARCH', target.arch],
        ...(variable && value ? [[variable, value]] : [])
    ];
    return wanted.some(([name = '', expected]) => (findSetting(found, name) ?? expected) !== expected);
}
const findSetting = (found, name) => found.build?.settings.get(name);

;// CONCATENATED MODULE: ./src/verify/verify.ts
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















const isVerification = (0,decode/* shaped */.e9)({
    covered: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    uncovered: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    odd: (0,decode/* listOf */.c3)(decode/* isText */.KH),
    proved: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({
        ...{ suite: decode/* isText */.KH, subject: decode/* isText */.KH, server: decode/* isText */.KH, provider: decode/* isText */.KH },
        ...{ simulated: decode/* isFlag */.RV, checks: decode/* isCount */.my, reportedBy: (0,decode/* maybe */.no)(decode/* isText */.KH) }
    })),
    built: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({
        ...{ builder: decode/* isText */.KH, invocation: decode/* isText */.KH, commit: decode/* isText */.KH },
        compiledBy: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ targets: (0,decode/* listOf */.c3)(decode/* isText */.KH), invocation: decode/* isText */.KH }))
    })),
    recipe: (0,decode/* maybe */.no)((0,decode/* shaped */.e9)({
        ...{ slipway: decode/* isText */.KH, tag: decode/* isText */.KH, version: decode/* isText */.KH, module: decode/* isText */.KH, moduleDir: decode/* isText */.KH, go: decode/* isText */.KH },
        ...{ targets: (0,decode/* listOf */.c3)(decode/* isText */.KH), mains: (0,decode/* listOf */.c3)(decode/* isText */.KH), variables: (0,decode/* mapOf */.A7)(decode/* isText */.KH) },
        programs: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ target: decode/* isText */.KH, main: decode/* isText */.KH, name: decode/* isText */.KH }))
    })),
    programs: decode/* isCount */.my,
    described: (0,decode/* listOf */.c3)((0,decode/* shaped */.e9)({ name: decode/* isText */.KH, kind: decode/* isText */.KH, target: (0,decode/* maybe */.no)(decode/* isText */.KH) }))
});
const AT_ONCE = 4;
async function verifyRelease(found, { files, unpack }, expected) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_1, await files.scratch('verify'), true);
        const { vouched, provenance, certificates } = await proveSignedLists(files, scratch.path, found, expected.proves);
        const sums = [...vouched.checksums, ...vouched.byproducts];
        const described = await (0,verify_described/* readDescribed */._)(files, scratch.path, found, vouched);
        const holders = new Map(findProgramFiles(sums.map(({ name }) => name), [...(expected.made ?? []), ...described]).map((holder) => [holder.name, holder]));
        const listOf = (name) => ((0,release_chains/* findChain */.r_)(name, vouched)?.chain === 'provenance' ? release_chains/* PROVENANCE */.EK : release_chains/* CHECKSUMS */.vM);
        const check = async ({ name, sha256 }, i) => {
            const programs = [];
            const path = found.pathOf?.(name) ?? (0,external_node_path_.join)(scratch.path, `${i}-${name}`);
            const holder = holders.get(name);
            let seen = '';
            for (let look = 0; look < 2 && seen !== sha256; look++) {
                const hash = (0,external_node_crypto_.createHash)('sha256');
                const bytes = (0,digest/* feedHash */.rJ)(found.open(name), hash);
                if (holder && !found.pathOf)
                    await files.write(path, bytes);
                else
                    for await (const _ of bytes)
                        ;
                seen = hash.digest('hex');
            }
            const differs = seen !== sha256;
            if (holder && !differs)
                for await (const entry of openHolder({ files, unpack }, path, holder)) {
                    const inside = entry.bytes && (0,binary/* inspectBinary */.w)(entry.bytes);
                    if (inside && inside.format !== 'unchecked' && inside.build)
                        programs.push({ archive: holder, name: entry.name, found: inside });
                }
            if (holder && !found.pathOf)
                await files.remove(path);
            return { programs, wrong: differs ? [`${name} is sha256 ${seen}, and ${listOf(name)} says ${sha256}`] : [] };
        };
        const present = sums.filter(({ name }) => found.names.includes(name));
        const limit = (0,p_limit/* default */.A)(AT_ONCE);
        const looked = await (0,parallel/* settleInOrder */.p)(present.map((sum, i) => limit(() => check(sum, i))));
        const programs = looked.flatMap(({ programs }) => programs);
        const wrong = [
            ...sums.filter((sum) => !present.includes(sum)).map(({ name }) => `${name} is missing`),
            ...looked.flatMap(({ wrong }) => wrong)
        ];
        const covered = sums.map(({ name }) => name);
        const others = found.names.filter((name) => !(0,release_chains/* findChain */.r_)(name, vouched));
        const strangers = others.filter((name) => name !== found.record);
        if (expected.strangers === 'refuse')
            wrong.push(...strangers.map((name) => `${name} is in no signed list`), ...(found.odd ?? []));
        const seen = new Map(sums.map(({ name, sha256 }) => [name, sha256]));
        for (const name of [release_chains/* CHECKSUMS */.vM, release_chains/* PROVENANCE */.EK]) {
            const digest = await files.digest((0,external_node_path_.join)(scratch.path, name));
            if (digest)
                seen.set(name, digest.sha256);
        }
        wrong.push(...findUnlike(found, seen, expected.made ?? []));
        wrong.push(...findProgramProblems([...holders.values()], programs, {
            ...expected,
            commit: expected.commit ?? provenance?.commit
        }), ...(provenance
            ? findSourceProblems(provenance, certificates, { ...expected.asked, commit: expected.commit }, expected.signer)
            : []));
        refuseWrong(found, wrong);
        const bundle = (0,external_node_path_.join)(scratch.path, release_chains/* COMPATIBILITY */.FZ);
        let proved = [];
        if (expected.proves && covered.includes(release_chains/* COMPATIBILITY */.FZ)) {
            await files.write(bundle, found.open(release_chains/* COMPATIBILITY */.FZ));
            const matrix = await proveMatrix(files, scratch.path, bundle, vouched.checksums, expected.proves);
            if (provenance)
                refuseWrong(found, findSourceProblems(provenance, matrix.certificates, expected.asked ?? {}, expected.signer));
            proved = matrix.proved;
        }
        const { builder, invocation, commit, compiledBy } = provenance ?? {};
        const built = builder !== undefined && invocation !== undefined && commit !== undefined && compiledBy !== undefined
            ? { builder, invocation, commit, compiledBy }
            : undefined;
        const { odd = [] } = found;
        return {
            ...{ covered, uncovered: others, odd, programs: programs.length, proved, built, recipe: provenance?.recipe },
            described: described.map(({ name, kind = '', target }) => ({
                ...{ name, kind },
                ...(target && { target: (0,go_target/* formatTarget */.P4)(target) })
            }))
        };
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
async function* openHolder({ files, unpack }, path, { name, kind }) {
    if (kind === 'archive')
        yield* unpack(path, limits/* LIMITS */.b1.program.most);
    else
        yield { name, bytes: await files.read(path, limits/* LIMITS */.b1.program.most) };
}
function refuseWrong({ where }, wrong) {
    if (wrong.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `${where} is not what was signed: ${wrong.join('; ')}`, {
        hint: 'Do not run any of it. Download again, and tell its publisher when it stays so.'
    });
}
function findUnlike(found, seen, made) {
    const said = (name) => found.digests?.get(name);
    const lies = [...seen].filter(([name, sha256]) => (said(name) ?? sha256) !== sha256);
    const lost = made.filter(({ name }) => !found.names.includes(name) && !seen.has(name));
    const others = made.filter(({ name, sha256 }) => (seen.get(name) ?? said(name) ?? sha256) !== sha256);
    return [
        ...lies.map(([name]) => `the platform says sha256 ${said(name)} of ${name}`),
        ...lost.map(({ name }) => `${name} is missing`),
        ...others.map(({ name, sha256 }) => `${name} is not the sha256 ${sha256} that was made`)
    ];
}


/***/ }),

/***/ 57677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ refuseYankedDownload)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function refuseYankedDownload(tag, where, why) {
    if (why === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${tag} was taken back by its publisher (${where}): ${why}`, {
        hint: 'Use another release.'
    });
}


/***/ })

};
