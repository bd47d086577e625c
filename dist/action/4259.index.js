export const id = 4259;
export const ids = [4259];
export const modules = {

/***/ 34259:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveProcess: () => (/* binding */ proveProcess)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/workload/apply.ts
var apply = __webpack_require__(87347);
// EXTERNAL MODULE: ./src/suites/workload/manifests.ts
var workload_manifests = __webpack_require__(15681);
// EXTERNAL MODULE: ./src/suites/workload/preparation.ts
var preparation = __webpack_require__(29038);
// EXTERNAL MODULE: ./src/model/cluster-providers.ts
var cluster_providers = __webpack_require__(37964);
// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/cluster/remove.ts


async function removeObject(api, namespace, reference, withinMs, signal) {
    const path = (0,resources/* formatResourcePath */.ps)(reference.resource, namespace, reference.name);
    await api.call('DELETE', path, { query: { propagationPolicy: 'Background' }, signal });
    const read = () => (0,resources/* readObject */.Ag)(api, namespace, reference, signal);
    await (0,wait/* waitForState */.o)(api, { read, done: (value) => value === undefined, withinMs }, signal);
}

// EXTERNAL MODULE: ./src/suites/workload/expectations.ts + 1 modules
var workload_expectations = __webpack_require__(12726);
// EXTERNAL MODULE: ./src/suites/workload/watched.ts
var workload_watched = __webpack_require__(66993);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/suites/workload/process/await.ts



async function awaitExit({ exit }, seconds, signal) {
    const stop = new AbortController();
    return await Promise.race([
        exit,
        (0,promises_.setTimeout)(1000 * seconds, undefined, { signal: AbortSignal.any([signal, stop.signal]) })
    ]).finally(() => stop.abort());
}
async function awaitExpectations(context, running, expectations) {
    const { cluster, workload, signal } = context;
    let exit;
    void running.service.exit.then((how) => (exit = how));
    const looks = await Promise.all(expectations.map(async (expectation) => {
        const read = async () => {
            const over = exit !== undefined;
            return { ...(await (0,workload_expectations/* lookAt */.t5)(context, running, expectation)), over };
        };
        const done = ({ ok, over }) => ok || over;
        const { value, ms } = await (0,wait/* waitForState */.o)(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal);
        return { ok: value.ok, seen: `${value.seen} after ${ms} ms`, until: performance.now() };
    }));
    return { looks, exit };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/programs/version.ts
var version = __webpack_require__(16795);
;// CONCATENATED MODULE: ./src/suites/workload/process/program.ts
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












async function startProgram(context, step, serviceAccount) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { cluster, workload, tools, folder, namespace } = context;
        const path = (0,version/* findProgram */.K)(step, workload.program);
        const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
        const within = (0,cluster_providers/* findClusterProvider */.L)(cluster.provider).ours ? undefined : namespace;
        const witness = scope.use(await tools.loopback.witness(cluster.kubeconfig, within));
        const token = await requestAccountToken(context, serviceAccount);
        const kubeconfig = nameKubeconfig(context, step);
        await tools.files.write(kubeconfig, formatTokenKubeconfig(witness, token, namespace), 0o600);
        const data = (0,external_node_path_.join)(folder, 'data');
        await tools.files.write((0,external_node_path_.join)(data, '.keep'), '');
        const values = nameValues(context, step);
        const own = step.name === 'candidate' ? {} : workload.baseline;
        const args = (own.args ?? workload.args).map((arg) => (0,call/* fillPlaceholders */.Ct)(arg, values));
        const given = Object.entries(own.env ?? workload.env).map(([name, value]) => [name, (0,call/* fillPlaceholders */.Ct)(value, values)]);
        const env = { KUBECONFIG: kubeconfig, ...Object.fromEntries(given) };
        const log = (0,external_node_path_.join)(folder, `${step.name}.log`);
        const sandbox = scope.use(await tools.sandboxes.open({
            reads: [...Object.values(step.version.programs), kubeconfig],
            writes: [data],
            reaches: [Number(new URL(witness.url).port)],
            hides: []
        }));
        const service = scope.use(await sandbox.start([path, ...args], { cwd: data, env: { ...(0,call/* makeBareEnv */.iT)(data), ...env }, log }));
        const owned = scope.move();
        const program = (0,posix_.basename)(path.replaceAll('\\', '/'));
        const shown = Object.fromEntries(Object.keys(values).map((name) => [name, `$${name.toUpperCase().replace(/\W/g, '_')}`]));
        const line = (text) => (0,call/* fillPlaceholders */.Ct)(text, shown);
        return {
            service,
            witness,
            program,
            values,
            shown,
            line: [
                ...Object.entries(own.env ?? workload.env).map(([name, value]) => `${name}=${line(value)}`),
                program,
                ...(own.args ?? workload.args).map(line)
            ].join(' '),
            log: async () => formatLogText(await tools.files.tail(log, limits/* LIMITS */.b1.log.most)),
            get: (url) => sandbox.get(url, context.signal),
            call: (args) => (0,call/* callProgram */.bQ)(sandbox.run, [path, ...args], { cwd: data, home: data, env, within: workload.within }, context.signal),
            [Symbol.asyncDispose]: () => owned.disposeAsync()
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
const nameValues = (context, step) => ({
    kubeconfig: nameKubeconfig(context, step),
    namespace: context.namespace,
    data: (0,external_node_path_.join)(context.folder, 'data'),
    version: step.version.version,
    ...Object.fromEntries([...context.ports].map(([name, port]) => [name, String(port)]))
});
const nameKubeconfig = ({ folder }, { name }) => (0,external_node_path_.join)(folder, `${name}.kubeconfig`);
function formatLogText(log) {
    if (!log)
        return '';
    const text = Buffer.from(log.bytes).toString('utf8');
    return log.before === 0 ? text : `(${log.before} bytes of the log before this were not looked at)\n${text}`;
}
async function requestAccountToken({ cluster, namespace, signal }, account) {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`;
    const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600 } };
    for (let tries = 1;; tries++) {
        const reply = await cluster.api.call('POST', path, { body, signal });
        const token = (0,json/* readText */.yR)((0,json/* readAt */.m6)(reply.body, 'status', 'token'));
        if (token !== '')
            return token;
        if (reply.status !== 404 || account !== 'default' || tries > 100)
            throw new errors/* Failure */.H('input', `there is no token for the service account ${account}: ${(0,evidence/* describeReply */.CS)(reply)}`, {
                hint: 'Does a manifest of the workload declare it? Name it with service-account.'
            });
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}
const formatTokenKubeconfig = ({ url, certificate }, token, namespace) => JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'trial',
    clusters: [
        {
            name: 'trial',
            cluster: { server: url, 'certificate-authority-data': Buffer.from(certificate).toString('base64') }
        }
    ],
    users: [{ name: 'trial', user: { token } }],
    contexts: [{ name: 'trial', context: { cluster: 'trial', user: 'trial', namespace } }]
});

;// CONCATENATED MODULE: ./src/suites/workload/process/last-words.ts
const readLastWords = async (running) => {
    const all = (await running.log()).trim().split('\n');
    const panic = all.findLastIndex((line) => /^(panic|fatal error): /.test(line));
    const lines = panic < 0 ? all.slice(-6) : all.slice(Math.max(0, panic - 2), panic + 4);
    if (lines.join('') === '')
        return '; its log is empty';
    const words = lines.map((line) => line.slice(0, 400)).join('\n');
    return panic < 0 ? `; its log ends with:\n${words}` : `; it panicked:\n${words}`;
};

;// CONCATENATED MODULE: ./src/suites/workload/process/made-again.ts
var made_again_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var made_again_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











async function listAlreadyTrue(context, step, expectations) {
    const values = nameValues(context, step);
    const objects = expectations.filter((each) => 'object' in each);
    const looks = await Promise.all(objects.map((each) => (0,workload_expectations/* lookAtObject */.QD)(context, each, values)));
    return objects.filter((_, i) => looks[i]?.ok);
}
async function checkMadeAgain(context, { candidate, baseline }, left, inputs) {
    const from = performance.now();
    const done = await takeTurn(context, candidate, left, inputs, QUICK_MS);
    const until = performance.now();
    const lacks = [...done].filter(([, { again, answer }]) => !again.ok || answer?.ok === false).map(([each]) => each);
    const control = lacks.length === 0 ? NOTHING : await takeTurn(context, baseline, lacks, inputs, QUICK_MS);
    const late = lacks.filter((each) => done.get(each)?.answer?.ok === false && control.get(each)?.answer?.ok);
    const second = late.length === 0 ? NOTHING : await takeTurn(context, candidate, late, inputs, 1000 * context.workload.within);
    const say = tellAs(context, { from, until, old: baseline.step, fresh: candidate.step });
    for (const [expectation, { again, answer }] of done) {
        const other = control.get(expectation);
        await say(expectation, 'again', again, other?.again);
        const last = second.get(expectation)?.answer ?? answer;
        if (again.ok && last && (last.ok || other?.answer?.ok === true))
            await say(expectation, 'answer', last, other?.answer);
    }
}
const NOTHING = new Map();
const NEVER = { ok: false, seen: 'never looked at' };
const QUICK_MS = 3000;
function tellAs(context, { from, until, old, fresh }) {
    return async (expectation, about, seen, control) => {
        const what = (0,workload_expectations/* describeExpectation */.uN)(expectation);
        const isUnchanged = about === 'again' && !seen.ok && control?.ok !== true;
        const claim = {
            again: isUnchanged ? `${what}: unchanged since ${old.label}` : `${what} again, once Slipway has taken it away`,
            answer: `${expectation.object} answers: the objects of the trial are deleted, and it becomes another`
        }[about];
        const start = `start ${fresh.version.name} again`;
        const look = `kubectl get ${(0,call/* fillPlaceholders */.Ct)(expectation.object, nameValues(context, fresh))} -o yaml`;
        const repeat = {
            again: `${look.replace(' get ', ' delete ').replace(/ -o yaml$/, '')}; ${start}; ${look}`,
            answer: `${start}; kubectl delete the objects of the trial; ${look}`
        }[about];
        const tell = async () => {
            if (seen.ok)
                return seen;
            if (isUnchanged)
                return { ok: true, seen: `once it is gone, neither version makes it again: ${seen.seen}` };
            return { ok: false, seen: `${seen.seen}; ${old.version.name} does: ${control?.seen ?? ''}` };
        };
        await context.diary.witness(fresh.label, claim, repeat, tell, { from, until });
    };
}
async function takeTurn(context, turn, expectations, inputs, answerMs) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { gone, placed } = await makeStale(context, turn, expectations, inputs);
        if (gone.length === 0)
            return NOTHING;
        const running = made_again_addDisposableResource(env_1, await startProgram(context, turn.step, turn.account), true);
        const { looks } = await awaitExpectations(context, running, gone);
        const words = looks.every(({ ok }) => ok) ? '' : await readLastWords(running);
        const again = looks.map(({ ok, seen }) => ({ ok, seen: `${seen}${ok ? '' : words}` }));
        const made = gone.filter((_, i) => again[i]?.ok);
        const answers = await awaitAnswers(context, running, { made, placed, answerMs });
        running.service.ask();
        await awaitExit(running.service, context.workload.stop.within, context.signal);
        return new Map(gone.map((each, i) => [each, { again: again[i] ?? NEVER, answer: answers.get(each) }]));
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = made_again_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function makeStale(context, { step, prepare }, expectations, { place }) {
    for (const expectation of expectations) {
        const reference = await findReference(context, step, expectation);
        if (!KEPT.test(reference.resource.kind))
            await takeAway(context, reference);
    }
    await prepare();
    const placed = await place();
    const still = await listAlreadyTrue(context, step, expectations);
    return { gone: expectations.filter((each) => !still.includes(each)), placed };
}
const findReference = (context, step, { object }) => context.discovery.named((0,call/* fillPlaceholders */.Ct)(object, nameValues(context, step)), context.signal);
const KEPT = /^(CustomResourceDefinition|Namespace|ServiceAccount|(Cluster)?Role(Binding)?)$/;
async function takeAway(context, reference) {
    const { cluster, namespace, signal } = context;
    if (!reference.resource.namespaced && !(0,cluster_providers/* findClusterProvider */.L)(cluster.provider).ours)
        return;
    const object = await (0,resources/* readObject */.Ag)(cluster.api, namespace, reference, signal);
    if ((0,json/* readItems */.F1)((0,json/* readAt */.m6)(object, 'metadata', 'finalizers')).length > 0)
        return;
    await removeObject(cluster.api, namespace, reference, 5000, signal);
}
async function awaitAnswers(context, { values }, asked) {
    const { cluster, namespace, discovery, signal } = context;
    const references = await Promise.all(asked.made.map(({ object }) => discovery.named((0,call/* fillPlaceholders */.Ct)(object, values), signal)));
    const isOwn = (reference) => asked.placed.some((each) => (0,workload_watched/* isSameReference */.ol)(each.reference, reference));
    const others = asked.made.flatMap((expectation, i) => {
        const reference = references[i];
        return reference === undefined || isOwn(reference) ? [] : [{ expectation, reference }];
    });
    if (others.length === 0 || asked.placed.length === 0)
        return new Map();
    const read = async (reference) => (0,workload_watched/* formatWithoutServers */.MG)(await (0,resources/* readObject */.Ag)(cluster.api, namespace, reference, signal));
    const before = await Promise.all(others.map(({ reference }) => read(reference)));
    for (const { reference } of asked.placed)
        await cluster.api.call('DELETE', (0,resources/* formatResourcePath */.ps)(reference.resource, namespace, reference.name), { signal });
    const answers = others.map(async ({ expectation, reference }, i) => {
        const { done, ms } = await (0,wait/* waitForState */.o)(cluster.api, { read: () => read(reference), done: (now) => now !== before[i], withinMs: asked.answerMs }, signal);
        const seen = done ? `another after ${ms} ms` : `it is as it was after ${ms} ms`;
        return [expectation, { ok: done, seen }];
    });
    return new Map(await Promise.all(answers));
}

;// CONCATENATED MODULE: ./src/suites/workload/process/runners.ts





async function checkRunnersApply(context, { baseline, candidate }) {
    for (const runner of candidate.runners) {
        const before = baseline?.runners.find((each) => nameRunner(each) === nameRunner(runner));
        if (baseline === undefined || before === undefined)
            await checkAccepted(context, candidate.step, runner);
        else {
            await checkAppliesOver(context, candidate.step, runner, { of: baseline.step, runner: before });
            await checkAppliesOver(context, { ...baseline.step, label: `rollback to ${baseline.step.version.name}` }, before, {
                of: candidate.step,
                runner
            });
        }
    }
}
const nameRunner = (runner) => `${(0,workload_manifests/* readKind */.X0)(runner)} ${(0,workload_manifests/* readName */.MQ)(runner)}`;
const checkAccepted = (context, step, runner) => context.diary.witness(step.label, `the API takes its ${nameRunner(runner)} (dry run)`, formatDryRun(context), () => applyDry(context, runner));
const checkAppliesOver = (context, step, runner, over) => context.diary.witness(step.label, `the API takes its ${nameRunner(runner)} over that of ${over.of.version.name} (dry run)`, `kubectl apply --server-side -f (that of ${over.of.version.name}) && ${formatDryRun(context)}`, async () => {
    const placed = await placeWithoutPods(context, over.runner);
    if (!placed.ok)
        return { ok: false, seen: `that of ${over.of.version.name} cannot be made: ${placed.seen}` };
    try {
        return await applyDry(context, runner);
    }
    finally {
        await runners_takeAway(context, over.runner);
    }
});
const formatDryRun = ({ workload }) => `kubectl apply --server-side --dry-run=server -f ${workload.manifests.join(' -f ')}`;
const applyDry = (context, runner) => runners_apply(context, runner, { dryRun: 'All' });
const placeWithoutPods = (context, runner) => runners_apply(context, keepFromRunning(runner), {});
function keepFromRunning(runner) {
    const spec = (0,json/* readFields */.qU)(runner['spec']);
    if (/^(Job|CronJob)$/.test((0,workload_manifests/* readKind */.X0)(runner)))
        return { ...runner, spec: { ...spec, suspend: true } };
    if ((0,workload_manifests/* readKind */.X0)(runner) !== 'DaemonSet')
        return { ...runner, spec: { ...spec, replicas: 0 } };
    const template = (0,json/* readFields */.qU)(spec['template']);
    const pod = (0,json/* readFields */.qU)(template['spec']);
    const nodeSelector = { ...(0,json/* readFields */.qU)(pod['nodeSelector']), 'slipway.invalid/nowhere': 'true' };
    return { ...runner, spec: { ...spec, template: { ...template, spec: { ...pod, nodeSelector } } } };
}
async function runners_apply(context, runner, query) {
    const { cluster, namespace, signal } = context;
    const found = await findRunner(context, runner);
    if (!found)
        return { ok: false, seen: `the cluster serves no ${(0,json/* readText */.yR)(runner['apiVersion'])}` };
    const reply = await cluster.api.call('PATCH', (0,resources/* formatResourcePath */.ps)(found.resource, namespace, found.name), {
        patch: 'apply',
        query: { force: 'true', ...query },
        body: { ...runner, metadata: { ...(0,json/* readFields */.qU)(runner['metadata']), namespace } },
        signal
    });
    return { ok: reply.status < 300, seen: (0,evidence/* describeReply */.CS)(reply) };
}
async function runners_takeAway(context, runner) {
    const { cluster, namespace, signal } = context;
    const found = await findRunner(context, runner);
    if (found)
        await removeObject(cluster.api, namespace, found, 1000 * context.workload.within, signal);
}
async function findRunner({ discovery, signal }, runner) {
    const resource = await discovery.ofKind((0,json/* readText */.yR)((0,json/* readAt */.m6)(runner, 'apiVersion')), (0,workload_manifests/* readKind */.X0)(runner), signal);
    return resource && { resource, name: (0,workload_manifests/* readName */.MQ)(runner) };
}

// EXTERNAL MODULE: ./src/suites/workload/trial.ts + 1 modules
var workload_trial = __webpack_require__(72849);
;// CONCATENATED MODULE: ./src/suites/workload/process/operation.ts
const VERBS = { POST: 'create', PUT: 'update', PATCH: 'patch' };
function formatOperation({ method, path }) {
    const [clean = '', watch] = path.split('?');
    const parts = clean.split('/').filter(Boolean);
    const group = parts[0] === 'apis' ? (parts[1] ?? '') : '';
    const rest = parts.slice(parts[0] === 'apis' ? 3 : 2);
    if (!['api', 'apis'].includes(parts[0] ?? '') || rest.length === 0)
        return `${method.toLowerCase()} ${clean}`;
    const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
    const [resource = '', name, sub] = inNamespace ? rest.slice(2) : rest;
    const verb = method === 'GET'
        ? name !== undefined
            ? 'get'
            : watch
                ? 'watch'
                : 'list'
        : method === 'DELETE'
            ? name === undefined
                ? 'deletecollection'
                : 'delete'
            : (VERBS[method] ?? method.toLowerCase());
    const what = `${resource}${group ? `.${group}` : ''}${sub ? `/${sub}` : ''}`;
    return `${verb} ${what}${inNamespace ? '' : ' in the whole cluster'}`;
}
const lacksRight = ({ status, message }) => status === 403 &&
    /\bUser "[^"]*" cannot \S+ (resource|path) "|grant RBAC permissions not currently held/i.test(message);

;// CONCATENATED MODULE: ./src/suites/workload/process/step.ts
var step_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var step_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











const LEFT_ALONE = 'the objects of the trial are as they were';
const KNOWN = 'what it does to SMI objects of users is known';
async function runStep(context, step, before) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { workload, cluster, namespace } = context;
        const [up, wanted] = [pickForStep(workload.ready, step), pickForStep(workload.expect, step)];
        const found = await listAlreadyTrue(context, step, [...up, ...wanted]);
        const running = step_addDisposableResource(env_1, await startProgram(context, step, before.manifests.serviceAccount), true);
        const say = (expectation) => `${(0,workload_expectations/* describeExpectation */.uN)(expectation)}, ${found.some((each) => each === expectation) ? 'as before it started' : `within ${workload.within} s`}`;
        const ready = await checkAllHold(context, step, running, up, (each) => `${running.program} is up: ${say(each)}`);
        let watched = before.watched;
        if (ready) {
            watched = await makeChanges(context, step, running, watched);
            await checkAllHold(context, step, running, wanted, say);
            await checkStaysUp(context, step, running);
        }
        const repeat = `kubectl get ${(0,workload_watched/* formatKubectlNames */.Ap)(watched)} -o yaml`;
        const own = workload.objects.length === 0;
        if (!own)
            await context.diary.witness(step.label, LEFT_ALONE, repeat, () => (0,workload_watched/* checkUnchanged */.SC)(context, watched));
        else if (watched.length > 0)
            await context.diary.witness(step.label, before.first ? KNOWN : LEFT_ALONE, repeat, async () => {
                const { ok, seen } = await (0,workload_watched/* checkUnchanged */.SC)(context, watched);
                if (before.first)
                    watched = await (0,workload_watched/* repeatSnapshot */.qR)(context, watched);
                return { ok: ok || before.first, seen };
            });
        const forbidden = await checkRights(context, step, running, before);
        await tellKeptBack(context, step, running);
        if (ready && before.last && watched.length > 0)
            await context.diary.witness(step.label, 'the objects of the trial can be deleted', `kubectl delete ${(0,workload_watched/* formatKubectlNames */.Ap)(watched)}`, () => (0,workload_watched/* checkDeletable */.zt)(context, watched));
        await checkGoesDown(context, step, running);
        return { ready, watched, forbidden, found };
        async function makeChanges(context, step, running, watched) {
            let now = watched;
            for (const change of workload.changes.filter(({ on }) => on.includes(step.name))) {
                const reference = await context.discovery.named((0,call/* fillPlaceholders */.Ct)(change.object, running.values), context.signal);
                const patch = JSON.parse((0,call/* fillPlaceholders */.Ct)(JSON.stringify(change.patch), running.values));
                await context.diary.witness(step.label, `${change.object} takes the change of a user`, `kubectl patch ${(0,resources/* formatKubectlName */.nm)(reference)} --type merge -p '${JSON.stringify(patch)}'`, async () => {
                    const path = (0,resources/* formatResourcePath */.ps)(reference.resource, namespace, reference.name);
                    const reply = await cluster.api.call('PATCH', path, { patch: 'merge', body: patch, signal: context.signal });
                    if (reply.status < 300)
                        now = await (0,workload_watched/* replaceChanged */.lG)(context, now, reference);
                    return { ok: reply.status < 300, seen: (0,evidence/* describeReply */.CS)(reply) };
                });
            }
            return now;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = step_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const pickForStep = (all, { name }) => all.filter(({ on }) => on === undefined || on.includes(name));
async function checkAllHold(context, step, running, expectations, say) {
    const from = performance.now();
    const { looks, exit } = await awaitExpectations(context, running, expectations);
    const held = [];
    for (const [i, expectation] of expectations.entries()) {
        const look = looks[i] ?? { ok: false, seen: 'never looked at', until: from };
        const tell = async () => look.ok ? look : { ok: false, seen: `${look.seen}${describeEnding(exit)}${await readLastWords(running)}` };
        held.push(await context.diary.witness(step.label, say(expectation), (0,workload_expectations/* formatLookByHand */.pU)(expectation, running), tell, {
            from,
            until: look.until
        }));
    }
    return held.every(Boolean);
}
const describeEnding = (exit) => exit === undefined ? '' : `; it ended ${exit.by ? `by ${exit.by}` : `with exit status ${exit.status}`}`;
async function checkStaysUp(context, step, running) {
    const { settle, ready, expect } = context.workload;
    await context.diary.witness(step.label, `${running.program} stays up for ${settle} s, is still ready, and what it brought about still holds`, running.line, async () => {
        const exit = await awaitExit(running.service, settle, context.signal);
        if (exit)
            return { ok: false, seen: `it is gone${describeEnding(exit)}${await readLastWords(running)}` };
        for (const expectation of pickForStep([...ready, ...expect], step).filter((each) => !('log' in each))) {
            const look = await (0,workload_expectations/* lookAt */.t5)(context, running, expectation);
            if (!look.ok)
                return {
                    ok: false,
                    seen: `${(0,workload_expectations/* describeExpectation */.uN)(expectation)}: not any more: ${look.seen}${await readLastWords(running)}`
                };
        }
        return { ok: true, seen: `pid ${running.service.pid} runs, ${running.witness.requests} requests to the API` };
    });
}
async function checkRights(context, step, running, before) {
    const refused = running.witness.refused.filter(lacksRight);
    const names = [...new Set(refused.map(formatOperation))];
    const fresh = step.name === 'baseline' ? [] : names.filter((name) => !before.forbidden.includes(name));
    const account = before.manifests.serviceAccount;
    const [first = 'list pods'] = fresh;
    await context.diary.witness(step.label, step.name === 'baseline'
        ? `what the API refuses ${running.program}, as ${account}, is known`
        : `the API refuses ${running.program} nothing more, as ${account} with the roles of its manifests`, `kubectl auth can-i ${first.replaceAll(' in the whole cluster', ' --all-namespaces')} --as system:serviceaccount:${context.namespace}:${account} -n ${context.namespace}`, async () => ({
        ok: fresh.length === 0,
        seen: fresh.length > 0
            ? `${fresh.join(', ')}: ${refused.find((each) => formatOperation(each) === first)?.message ?? ''}`
            : `${running.witness.requests} requests, ${names.length === 0 ? 'none refused for want of a right' : `refused as in its own time: ${names.join(', ')}`}${describeOtherRefusals(running.witness.refused)}`
    }));
    return names;
}
async function tellKeptBack(context, step, { witness, program, line }) {
    const names = [...new Set(witness.held.map(formatOperation))];
    if (names.length === 0)
        return;
    await context.diary.witness(step.label, `what ${program} would write outside of its namespace is kept from this cluster`, line, async () => ({
        ok: true,
        seen: `${names.join(', ')}: answered HTTP 403 by Slipway; on a cluster of its own it is handed on (--cluster control-plane or kind)`
    }));
}
const describeOtherRefusals = (refused) => {
    const counts = new Map();
    for (const each of refused.filter((each) => !lacksRight(each))) {
        const { status, message } = each;
        const what = `HTTP ${status}${status === 403 ? ` (${formatOperation(each)}: ${message.slice(0, 200)})` : ''}`;
        counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return counts.size === 0 ? '' : `; answered otherwise: ${[...counts].map(([what, n]) => `${n} × ${what}`).join(', ')}`;
};
async function checkGoesDown(context, step, running) {
    const { within, status } = context.workload.stop;
    await context.diary.witness(step.label, `${running.program} ends within ${within} s of SIGTERM with exit status ${status}`, `${running.line} & sleep 5; kill $!; wait $!; echo $?`, async () => {
        const asked = performance.now();
        running.service.ask();
        const exit = await awaitExit(running.service, within, context.signal);
        if (!exit)
            return { ok: false, seen: `it still runs after ${within} s${await readLastWords(running)}` };
        const ok = exit.by === null && exit.status === status;
        const how = exit.by ? `ended by ${exit.by}` : `exit status ${exit.status}`;
        return {
            ok,
            seen: `${how} after ${Math.round(performance.now() - asked)} ms${ok ? '' : await readLastWords(running)}`
        };
    });
}

;// CONCATENATED MODULE: ./src/suites/workload/process/process.ts








const proveProcess = async (given, versions) => {
    const { cluster, trial, tools } = given;
    const ports = () => reservePorts((0,workload_trial/* readWorkload */.E)(trial), tools);
    return await (0,workload_trial/* playTrial */.R)(given, { kind: 'workload', simulated: cluster.simulate !== undefined, ports }, async (context) => {
        await playAsProcess(context, versions, (0,json/* readItems */.F1)(trial.with['speaks']).map(json/* readText */.yR));
        return context.diary.checks;
    });
};
async function playAsProcess(context, { candidate, baseline }, speaks) {
    if ((0,preparation/* bringsSmi */.tB)(context, speaks))
        await (0,preparation/* installSmi */.ZF)(context, speaks);
    const last = { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` };
    const steps = baseline
        ? [
            { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
            last,
            { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
        ]
        : [last];
    const objects = await (0,preparation/* readUserObjects */.Ie)(context, candidate, speaks);
    const turns = await Promise.all(steps.map(async (step) => ({ step, manifests: await (0,preparation/* readManifests */.PX)(context, step.version) })));
    let applied = [];
    let before;
    let found = [];
    for (const [i, { step, manifests }] of turns.entries()) {
        const ok = await context.diary.witness(step.label, 'its manifests apply', `kubectl apply --server-side -f ${context.workload.manifests.join(' -f ') || '(none)'}`, async () => {
            const look = await replaceManifests(context, applied, manifests.objects);
            const runners = manifests.runners.map((each) => `${(0,workload_manifests/* readKind */.X0)(each)} ${(0,workload_manifests/* readName */.MQ)(each)}`);
            const left = runners.length ? `; the process stands in for ${runners.join(', ')}` : '';
            return {
                ...look,
                seen: `${look.seen}; as ${manifests.serviceAccount}: ${(0,workload_manifests/* listRules */.sJ)(manifests.objects).join('; ') || 'no rules'}${left}`
            };
        });
        applied = manifests.objects;
        if (!ok) {
            if (before === undefined)
                return;
            continue;
        }
        before ??= { watched: await (0,preparation/* placeObjects */.YX)(context, objects), forbidden: [] };
        const after = await runStep(context, step, { manifests, ...before, first: i === 0, last: i === steps.length - 1 });
        if (step.name === 'baseline' && !after.ready)
            return;
        if (step.name === 'candidate')
            found = after.found;
        before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden };
    }
    const [old, fresh] = turns;
    if (!baseline || !old || !fresh) {
        await checkRunnersApply(context, {
            baseline: undefined,
            candidate: { step: last, runners: old?.manifests.runners ?? [] }
        });
        return;
    }
    await checkRunnersApply(context, {
        baseline: { step: old.step, runners: old.manifests.runners },
        candidate: { step: fresh.step, runners: fresh.manifests.runners }
    });
    const turnOf = ({ step, manifests }) => ({
        ...{ step, account: manifests.serviceAccount },
        prepare: async () => {
            await replaceManifests(context, applied, manifests.objects);
            applied = manifests.objects;
        }
    });
    const left = found.filter(({ on }) => on === undefined || on.includes('baseline'));
    const inputs = { place: () => (0,preparation/* placeObjects */.YX)(context, objects) };
    await checkMadeAgain(context, { candidate: turnOf(fresh), baseline: turnOf(old) }, left, inputs);
}
async function replaceManifests(context, before, objects) {
    const isThere = (old) => objects.some((each) => (0,workload_manifests/* readKind */.X0)(each) === (0,workload_manifests/* readKind */.X0)(old) && (0,workload_manifests/* readName */.MQ)(each) === (0,workload_manifests/* readName */.MQ)(old));
    await (0,apply/* pruneObjects */.B)(context, before.filter((old) => !isThere(old)));
    return await (0,apply/* applyAll */.y)(context, objects);
}
async function reservePorts(workload, { loopback }) {
    const names = [...new Set(JSON.stringify(workload).match(/\{port(\.[\w-]+)?\}/g) ?? [])].map((name) => name.slice(1, -1));
    const ports = new Map();
    for (const name of names) {
        let port = await loopback.port();
        while ([...ports.values()].includes(port))
            port = await loopback.port();
        ports.set(name, port);
    }
    return ports;
}


/***/ })

};
