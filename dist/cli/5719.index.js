export const id = 5719;
export const ids = [5719];
export const modules = {

/***/ 15719:
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
// EXTERNAL MODULE: ./src/suites/workload/trial.ts + 1 modules
var workload_trial = __webpack_require__(72849);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
// EXTERNAL MODULE: ./src/suites/workload/expectations.ts + 1 modules
var workload_expectations = __webpack_require__(12726);
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/model/cluster-providers.ts
var cluster_providers = __webpack_require__(37964);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
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
        const kubeconfig = (0,external_node_path_.join)(folder, `${step.name}.kubeconfig`);
        await tools.files.write(kubeconfig, formatTokenKubeconfig(witness, token, namespace), 0o600);
        const data = (0,external_node_path_.join)(folder, 'data');
        await tools.files.write((0,external_node_path_.join)(data, '.keep'), '');
        const values = {
            kubeconfig,
            namespace,
            data,
            version: step.version.version,
            ...Object.fromEntries([...context.ports].map(([name, port]) => [name, String(port)]))
        };
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

// EXTERNAL MODULE: ./src/suites/workload/watched.ts
var workload_watched = __webpack_require__(66993);
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
        const running = step_addDisposableResource(env_1, await startProgram(context, step, before.manifests.serviceAccount), true);
        const ready = await checkAllHold(context, step, running, pickForStep(workload.ready, step), `${running.program} is up: `);
        let watched = before.watched;
        if (ready) {
            watched = await makeChanges(context, step, running, watched);
            await checkAllHold(context, step, running, pickForStep(workload.expect, step), '');
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
        return { ready, watched, forbidden };
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
async function checkAllHold(context, step, running, expectations, prefix) {
    const { cluster, workload, signal } = context;
    const from = performance.now();
    let exit;
    void running.service.exit.then((how) => (exit = how));
    const looks = expectations.map(async (expectation) => {
        const read = async () => {
            const over = exit !== undefined;
            return { ...(await (0,workload_expectations/* lookAt */.t5)(context, running, expectation)), over };
        };
        const done = ({ ok, over }) => ok || over;
        const { value, ms } = await (0,wait/* waitForState */.o)(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal);
        return { ok: value.ok, seen: `${value.seen} after ${ms} ms`, until: performance.now() };
    });
    const seen = await Promise.all(looks);
    const held = [];
    for (const [i, expectation] of expectations.entries()) {
        const claim = `${prefix}${(0,workload_expectations/* describeExpectation */.uN)(expectation)}, within ${workload.within} s`;
        const look = seen[i] ?? { ok: false, seen: 'never looked at', until: from };
        const tell = async () => look.ok ? look : { ok: false, seen: `${look.seen}${describeEnding(exit)}${await readLastWords(running)}` };
        held.push(await context.diary.witness(step.label, claim, (0,workload_expectations/* formatLookByHand */.pU)(expectation, running), tell, {
            from,
            until: look.until
        }));
    }
    return held.every(Boolean);
}
const describeEnding = (exit) => exit === undefined ? '' : `; it ended ${exit.by ? `by ${exit.by}` : `with exit status ${exit.status}`}`;
const readLastWords = async (running) => {
    const all = (await running.log()).trim().split('\n');
    const panic = all.findLastIndex((line) => /^(panic|fatal error): /.test(line));
    const lines = panic < 0 ? all.slice(-6) : all.slice(Math.max(0, panic - 2), panic + 4);
    if (lines.join('') === '')
        return '; its log is empty';
    const words = lines.map((line) => line.slice(0, 400)).join('\n');
    return panic < 0 ? `; its log ends with:\n${words}` : `; it panicked:\n${words}`;
};
async function checkStaysUp(context, step, running) {
    const { settle, ready } = context.workload;
    await context.diary.witness(step.label, `${running.program} stays up for ${settle} s and is still ready`, running.line, async () => {
        const stop = new AbortController();
        const exit = await Promise.race([
            running.service.exit,
            (0,promises_.setTimeout)(1000 * settle, undefined, { signal: AbortSignal.any([context.signal, stop.signal]) })
        ]).finally(() => stop.abort());
        if (exit)
            return { ok: false, seen: `it is gone${describeEnding(exit)}${await readLastWords(running)}` };
        for (const expectation of pickForStep(ready, step)) {
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
        const stop = new AbortController();
        running.service.ask();
        const exit = await Promise.race([
            running.service.exit,
            (0,promises_.setTimeout)(1000 * within, undefined, { signal: AbortSignal.any([context.signal, stop.signal]) })
        ]).finally(() => stop.abort());
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
    const steps = baseline
        ? [
            { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
            { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` },
            { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
        ]
        : [{ name: 'candidate', version: candidate, label: `candidate ${candidate.name}` }];
    const objects = await (0,preparation/* readUserObjects */.Ie)(context, candidate, speaks);
    let applied = [];
    let before;
    for (const [i, step] of steps.entries()) {
        const manifests = await (0,preparation/* readManifests */.PX)(context, step.version);
        const ok = await context.diary.witness(step.label, 'its manifests apply', `kubectl apply --server-side -f ${context.workload.manifests.join(' -f ') || '(none)'}`, async () => {
            const gone = applied.filter((old) => !manifests.objects.some((each) => (0,workload_manifests/* readKind */.X0)(each) === (0,workload_manifests/* readKind */.X0)(old) && (0,workload_manifests/* readName */.MQ)(each) === (0,workload_manifests/* readName */.MQ)(old)));
            await (0,apply/* pruneObjects */.B)(context, gone);
            const look = await (0,apply/* applyAll */.y)(context, manifests.objects);
            const left = manifests.leftOut.length ? `; the process stands in for ${manifests.leftOut.join(', ')}` : '';
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
        before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden };
    }
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
