export const id = 507;
export const ids = [507];
export const modules = {

/***/ 70507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  processSuite: () => (/* binding */ processSuite)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/cluster/crd-removal.ts
var crd_removal = __webpack_require__(1782);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/cluster/namespace.ts
var namespace = __webpack_require__(15675);
// EXTERNAL MODULE: ./src/suites/workload/process/apply.ts
var apply = __webpack_require__(67205);
// EXTERNAL MODULE: ./src/suites/workload/process/manifests.ts
var process_manifests = __webpack_require__(65531);
// EXTERNAL MODULE: ./src/suites/workload/process/preparation.ts
var preparation = __webpack_require__(12904);
// EXTERNAL MODULE: ./src/suites/workload/process/trial-context.ts
var trial_context = __webpack_require__(25635);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/suites/cluster/resources.ts
var resources = __webpack_require__(26489);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
// EXTERNAL MODULE: ./src/suites/workload/process/expectations.ts + 1 modules
var process_expectations = __webpack_require__(67320);
;// CONCATENATED MODULE: ./src/suites/workload/process/operation.ts
const VERBS = { POST: 'create', PUT: 'update', PATCH: 'patch' };
/**
 * A request as RBAC sees it: `list trafficsplits.split.smi-spec.io`, `patch deployments.apps/scale`, with ` in the whole
 * cluster` where it names no namespace (https://kubernetes.io/docs/reference/access-authn-authz/authorization/).
 */
function operation({ method, path }) {
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
/**
 * Whether it was refused for want of a right, in the words of the API server's authorization ("User … cannot list resource
 * …", k8s.io/apiserver, endpoints/handlers/responsewriters/errors.go) or of RBAC about rights that are given on. A webhook,
 * a quota or a policy of pods answers 403 too, and no role changes that.
 */
const lacksRight = ({ status, message }) => status === 403 &&
    /\bUser "[^"]*" cannot \S+ (resource|path) "|grant RBAC permissions not currently held/i.test(message);

// EXTERNAL MODULE: ./src/suites/workload/process/program.ts
var program = __webpack_require__(9853);
// EXTERNAL MODULE: ./src/suites/workload/process/watched.ts
var process_watched = __webpack_require__(61843);
;// CONCATENATED MODULE: ./src/suites/workload/process/step.ts
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









const LEFT_ALONE = 'the objects of the trial are as they were';
const KNOWN = 'what it does to SMI objects of users is known';
/** One version's turn: up, as expected, staying up, within its rights, touching nothing it should not, and down again. */
async function runStep(scene, step, before) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { workload, cluster, namespace } = scene;
        const running = __addDisposableResource(env_1, await (0,program/* start */.ni)(scene, step, before.manifests.serviceAccount), true);
        const ready = await allHold(scene, step, running, forStep(workload.ready, step), `${running.program} is up: `);
        let watched = before.watched;
        if (ready) {
            watched = await makeChanges(scene, step, running, watched);
            await allHold(scene, step, running, forStep(workload.expect, step), '');
            await staysUp(scene, step, running);
        }
        const repeat = `kubectl get ${(0,process_watched/* kubectlNames */.P)(watched)} -o yaml`;
        const own = workload.objects.length === 0;
        if (!own)
            await (0,trial_context/* witnessed */.H)(scene, step.label, LEFT_ALONE, repeat, () => (0,process_watched/* unchanged */.Cv)(scene, watched));
        else if (watched.length > 0)
            await (0,trial_context/* witnessed */.H)(scene, step.label, before.first ? KNOWN : LEFT_ALONE, repeat, async () => {
                const { ok, seen } = await (0,process_watched/* unchanged */.Cv)(scene, watched);
                if (before.first)
                    watched = await (0,process_watched/* again */.TG)(scene, watched);
                return { ok: ok || before.first, seen };
            });
        const forbidden = await withinRights(scene, step, running, before);
        await keptBack(scene, step, running);
        if (ready && before.last && watched.length > 0)
            await (0,trial_context/* witnessed */.H)(scene, step.label, 'the objects of the trial can be deleted', `kubectl delete ${(0,process_watched/* kubectlNames */.P)(watched)}`, () => (0,process_watched/* deletable */.lN)(scene, watched));
        await goesDown(scene, step, running);
        return { ready, watched, forbidden };
        /** What a user does; what comes of it is how the object has to stay. */
        async function makeChanges(scene, step, running, watched) {
            let now = watched;
            for (const change of workload.changes.filter(({ on }) => on.includes(step.name))) {
                const reference = await scene.found.named((0,trial_context/* fill */.G)(change.object, running.values), scene.signal);
                const patch = JSON.parse((0,trial_context/* fill */.G)(JSON.stringify(change.patch), running.values));
                await (0,trial_context/* witnessed */.H)(scene, step.label, `${change.object} takes the change of a user`, `kubectl patch ${(0,resources/* kubectlName */.kI)(reference)} --type merge -p '${JSON.stringify(patch)}'`, async () => {
                    const path = (0,resources/* pathOf */.XM)(reference.resource, namespace, reference.name);
                    const reply = await cluster.api.call('PATCH', path, { patch: 'merge', body: patch, signal: scene.signal });
                    if (reply.status < 300)
                        now = await (0,process_watched/* taken */.uU)(scene, now, reference);
                    return { ok: reply.status < 300, seen: (0,evidence/* told */.Ev)(reply) };
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
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const forStep = (all, { name }) => all.filter(({ on }) => on === undefined || on.includes(name));
/** Waits for all of them at once; each is recorded by itself. A program that has ended brings nothing about any more. */
async function allHold(scene, step, running, expectations, prefix) {
    const { cluster, workload, signal } = scene;
    const from = performance.now();
    let exit;
    void running.service.exit.then((how) => (exit = how));
    const looks = expectations.map(async (expectation) => {
        const read = async () => {
            const over = exit !== undefined;
            return { ...(await (0,process_expectations/* lookAt */.t5)(scene, running, expectation)), over };
        };
        const done = ({ ok, over }) => ok || over;
        const { value, ms } = await (0,wait/* wait */.u)(cluster.api, { read, done, withinMs: 1000 * workload.within }, signal);
        return { ok: value.ok, seen: `${value.seen} after ${ms} ms`, until: performance.now() };
    });
    const seen = await Promise.all(looks);
    const held = [];
    for (const [i, expectation] of expectations.entries()) {
        const claim = `${prefix}${(0,process_expectations/* say */.cv)(expectation)}, within ${workload.within} s`;
        const look = seen[i] ?? { ok: false, seen: 'never looked at', until: from };
        const tell = async () => look.ok ? look : { ok: false, seen: `${look.seen}${ending(exit)}${await lastWords(running)}` };
        held.push(await (0,trial_context/* witnessed */.H)(scene, step.label, claim, (0,process_expectations/* byHand */.XL)(expectation, running), tell, { from, until: look.until }));
    }
    return held.every(Boolean);
}
const ending = (exit) => exit === undefined ? '' : `; it ended ${exit.by ? `by ${exit.by}` : `with exit status ${exit.status}`}`;
/** The end of its log; of a program that panicked, what it said before the stack. */
const lastWords = async (running) => {
    const all = (await running.log()).trim().split('\n');
    const panic = all.findLastIndex((line) => /^(panic|fatal error): /.test(line));
    const lines = panic < 0 ? all.slice(-6) : all.slice(Math.max(0, panic - 2), panic + 4);
    if (lines.join('') === '')
        return '; its log is empty';
    const words = lines.map((line) => line.slice(0, 400)).join('\n');
    return panic < 0 ? `; its log ends with:\n${words}` : `; it panicked:\n${words}`;
};
async function staysUp(scene, step, running) {
    const { settle, ready } = scene.workload;
    await (0,trial_context/* witnessed */.H)(scene, step.label, `${running.program} stays up for ${settle} s and is still ready`, running.line, async () => {
        const stop = new AbortController();
        const exit = await Promise.race([
            running.service.exit,
            (0,promises_.setTimeout)(1000 * settle, undefined, { signal: AbortSignal.any([scene.signal, stop.signal]) })
        ]).finally(() => stop.abort());
        if (exit)
            return { ok: false, seen: `it is gone${ending(exit)}${await lastWords(running)}` };
        for (const expectation of forStep(ready, step)) {
            const look = await (0,process_expectations/* lookAt */.t5)(scene, running, expectation);
            if (!look.ok)
                return { ok: false, seen: `${(0,process_expectations/* say */.cv)(expectation)}: not any more: ${look.seen}${await lastWords(running)}` };
        }
        return { ok: true, seen: `pid ${running.service.pid} runs, ${running.witness.requests} requests to the API` };
    });
}
/** An operation that the API refuses after the upgrade, and did not before, is a finding; the baseline's are told. */
async function withinRights(scene, step, running, before) {
    const refused = running.witness.refused.filter(lacksRight);
    const names = [...new Set(refused.map(operation))];
    const fresh = step.name === 'baseline' ? [] : names.filter((name) => !before.forbidden.includes(name));
    const account = before.manifests.serviceAccount;
    const [first = 'list pods'] = fresh;
    await (0,trial_context/* witnessed */.H)(scene, step.label, step.name === 'baseline'
        ? `what the API refuses ${running.program}, as ${account}, is known`
        : `the API refuses ${running.program} nothing more, as ${account} with the roles of its manifests`, `kubectl auth can-i ${first.replaceAll(' in the whole cluster', ' --all-namespaces')} --as system:serviceaccount:${scene.namespace}:${account} -n ${scene.namespace}`, async () => ({
        ok: fresh.length === 0,
        seen: fresh.length > 0
            ? `${fresh.join(', ')}: ${refused.find((each) => operation(each) === first)?.message ?? ''}`
            : `${running.witness.requests} requests, ${names.length === 0 ? 'none refused for want of a right' : `refused as in its own time: ${names.join(', ')}`}${others(running.witness.refused)}`
    }));
    return names;
}
/** What would have written elsewhere on a cluster of somebody: no finding about a right, but it explains much. */
async function keptBack(scene, step, { witness, program, line }) {
    const names = [...new Set(witness.held.map(operation))];
    if (names.length === 0)
        return;
    await (0,trial_context/* witnessed */.H)(scene, step.label, `what ${program} would write outside of its namespace is kept from this cluster`, line, async () => ({
        ok: true,
        seen: `${names.join(', ')}: answered HTTP 403 by Slipway; on a cluster of its own it is handed on (--cluster control-plane or kind)`
    }));
}
/** Other refusals are no failure of a role; they explain much, those of webhooks and quotas by their words. */
const others = (refused) => {
    const counts = new Map();
    for (const each of refused.filter((each) => !lacksRight(each))) {
        const { status, message } = each;
        const what = `HTTP ${status}${status === 403 ? ` (${operation(each)}: ${message.slice(0, 200)})` : ''}`;
        counts.set(what, (counts.get(what) ?? 0) + 1);
    }
    return counts.size === 0 ? '' : `; answered otherwise: ${[...counts].map(([what, n]) => `${n} × ${what}`).join(', ')}`;
};
async function goesDown(scene, step, running) {
    const { within, status } = scene.workload.stop;
    await (0,trial_context/* witnessed */.H)(scene, step.label, `${running.program} ends within ${within} s of SIGTERM with exit status ${status}`, `${running.line} & sleep 5; kill $!; wait $!; echo $?`, async () => {
        const asked = performance.now();
        const stop = new AbortController();
        running.service.ask();
        const exit = await Promise.race([
            running.service.exit,
            (0,promises_.setTimeout)(1000 * within, undefined, { signal: AbortSignal.any([scene.signal, stop.signal]) })
        ]).finally(() => stop.abort());
        if (!exit)
            return { ok: false, seen: `it still runs after ${within} s${await lastWords(running)}` };
        const ok = exit.by === null && exit.status === status;
        const how = exit.by ? `ended by ${exit.by}` : `exit status ${exit.status}`;
        return {
            ok,
            seen: `${how} after ${Math.round(performance.now() - asked)} ms${ok ? '' : await lastWords(running)}`
        };
    });
}

;// CONCATENATED MODULE: ./src/suites/process.ts
var process_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var process_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/**
 * The way of a program from N-1 to N and back to N-1, run as a process against the cluster under the service account
 * and roles of each version's own manifests: it comes up, does what is expected, leaves the user's objects alone, asks
 * for nothing that its role does not give, ends when it is told to, and after the way back the objects can still be
 * deleted. Without a baseline the candidate plays alone. Real programs and a real API server; nothing is simulated but
 * pods that the program itself makes, and the verdict says so where the cluster has simulated ones.
 *
 * `trial.with`: `workload` (as in slipway.yaml), `speaks` (SMI group/versions of the program).
 */
const processSuite = async (cluster, trial, tools, versions, signal) => {
    const workload = trial.with['workload'];
    const moments = [];
    const told = await (0,evidence/* verdict */.WJ)(cluster, trial, cluster.simulate !== undefined, () => (0,namespace/* inNamespace */.d)(cluster.api, workload.name, signal, async (namespace) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const scratch = process_addDisposableResource(env_1, await tools.files.scratch(`workload-${workload.name}`), true);
            const { checks, ...collected } = (0,evidence/* evidence */.MX)();
            const scene = {
                cluster,
                namespace,
                workload,
                tools,
                found: (0,resources/* discovery */.HD)(cluster.api),
                folder: scratch.path,
                ports: await portsOf(workload, tools),
                evidence: { checks, ...collected },
                moments,
                created: [],
                began: performance.now(),
                signal
            };
            try {
                await play(scene, versions, (0,json/* items */.ld)(trial.with['speaks']).map(json/* text */.Qq));
                return checks;
            }
            finally {
                await (0,crd_removal/* removeCrds */.R)(cluster.api, scene.created);
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = process_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }));
    return { ...told, moments };
};
async function play(scene, { candidate, baseline }, speaks) {
    if ((0,preparation/* bringsSmi */.tB)(scene, speaks))
        await (0,preparation/* installSmi */.ZF)(scene, speaks);
    const steps = baseline
        ? [
            { name: 'baseline', version: baseline, label: `baseline ${baseline.name}` },
            { name: 'candidate', version: candidate, label: `candidate ${candidate.name}` },
            { name: 'rollback', version: baseline, label: `rollback to ${baseline.name}` }
        ]
        : [{ name: 'candidate', version: candidate, label: `candidate ${candidate.name}` }];
    const objects = await (0,preparation/* objectsOf */.iZ)(scene, candidate, speaks);
    let applied = [];
    let before;
    for (const [i, step] of steps.entries()) {
        const manifests = await (0,preparation/* manifestsOf */.oF)(scene, step.version);
        const ok = await (0,trial_context/* witnessed */.H)(scene, step.label, 'its manifests apply', `kubectl apply --server-side -f ${scene.workload.manifests.join(' -f ') || '(none)'}`, async () => {
            const gone = applied.filter((old) => !manifests.objects.some((each) => (0,process_manifests/* kindOf */.I)(each) === (0,process_manifests/* kindOf */.I)(old) && (0,process_manifests/* nameOf */.Vb)(each) === (0,process_manifests/* nameOf */.Vb)(old)));
            await (0,apply/* prune */.R)(scene, gone);
            const look = await (0,apply/* applyAll */.y)(scene, manifests.objects);
            const left = manifests.leftOut.length ? `; the process stands in for ${manifests.leftOut.join(', ')}` : '';
            return {
                ...look,
                seen: `${look.seen}; as ${manifests.serviceAccount}: ${(0,process_manifests/* rulesOf */.fD)(manifests.objects).join('; ') || 'no rules'}${left}`
            };
        });
        applied = manifests.objects;
        if (!ok) {
            if (before === undefined)
                return;
            continue;
        }
        before ??= { watched: await (0,preparation/* place */.ik)(scene, objects), forbidden: [] };
        const after = await runStep(scene, step, { manifests, ...before, first: i === 0, last: i === steps.length - 1 });
        // Where the baseline itself does not come up, nothing can be said about a way to and from it.
        if (step.name === 'baseline' && !after.ready)
            return;
        before = { watched: after.watched, forbidden: step.name === 'baseline' ? after.forbidden : before.forbidden };
    }
}
/** A port for each name that the workload's texts ask for. */
async function portsOf(workload, { loopback }) {
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
