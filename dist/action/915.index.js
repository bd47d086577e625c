export const id = 915;
export const ids = [915];
export const modules = {

/***/ 2372:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ told),
/* harmony export */   JR: () => (/* binding */ piped),
/* harmony export */   MX: () => (/* binding */ evidence),
/* harmony export */   WJ: () => (/* binding */ verdict),
/* harmony export */   iU: () => (/* binding */ message)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8301);

const evidence = () => {
    const checks = [];
    return {
        checks,
        check: async (claim, repeat, look) => {
            const { ok, seen, loss, at } = await look();
            checks.push({ claim, outcome: ok ? 'passed' : 'failed', seen, repeat, ...(loss && { loss }), ...(at && { at }) });
            return ok;
        }
    };
};
/** Runs a suite and makes its verdict: passed when it looked at something and everything it looked at held. */
const verdict = async (cluster, trial, simulated, suite) => {
    const started = performance.now();
    const checks = await suite();
    const passed = checks.length > 0 && checks.every((check) => check.outcome === 'passed');
    return {
        trial,
        outcome: passed ? 'passed' : 'failed',
        cluster: cluster && { provider: cluster.provider, server: cluster.server, simulated },
        checks,
        ms: Math.round(performance.now() - started)
    };
};
/** A reply in a line: the status and, of a refusal, the server's own words. */
const told = (reply) => reply.status < 400 ? `HTTP ${reply.status}` : `HTTP ${reply.status}: ${message(reply).slice(0, 400)}`;
/** The message of a Status object, or the text of a plain answer. */
const message = (reply) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'message')) || (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(reply.body, 'text'))).trim().replace(/\s+/g, ' ');
/** A line to paste that hands an object to kubectl. */
const piped = (object, command) => `echo '${JSON.stringify(object).replaceAll("'", `'\\''`)}' | kubectl ${command} -f -`;


/***/ }),

/***/ 5678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ inNamespace)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3916);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2372);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8301);



const PATH = '/api/v1/namespaces';
/**
 * Does some work in a namespace of its own with a name that the server makes unique, and deletes the namespace with all
 * that is in it, whatever came of the work; the server finishes that on its own time.
 */
const inNamespace = async (api, label, signal, work) => {
    const reply = await api.call('POST', PATH, {
        body: { apiVersion: 'v1', kind: 'Namespace', metadata: { generateName: `slipway-${label}-` } },
        signal
    });
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(reply.body, 'metadata', 'name'));
    if (reply.status !== 201 || name === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `no namespace for the ${label} suite could be made: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: 'The suite needs the right to create and delete namespaces.'
        });
    }
    let result;
    try {
        result = await work(name);
    }
    catch (error) {
        await remove(api, name).catch(() => undefined);
        throw error;
    }
    await remove(api, name);
    return result;
};
/** Not under the caller's signal: a run that was stopped still cleans up. */
const remove = async (api, name) => {
    const reply = await api.call('DELETE', `${PATH}/${name}`, { signal: AbortSignal.timeout(10_000) });
    if (reply.status >= 400 && reply.status !== 404) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${name} could not be deleted: ${(0,_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .told */ .Ev)(reply)}`, {
            hint: `Delete it by hand: kubectl delete namespace ${name}`
        });
    }
};


/***/ }),

/***/ 3216:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ wait)
/* harmony export */ });
/**
 * Waits until the state is as wanted, woken by a watch and by a slow clock (for what cannot be watched, and for an
 * event between the first read and the watch). Resolves with the last state and whether it was the wanted one; passing
 * the deadline is an answer. Rejects when `signal` aborts or the API does not answer.
 */
const wait = async (api, { read, done, watch, withinMs }, signal) => {
    const started = performance.now();
    const ended = new AbortController();
    const stop = AbortSignal.any([signal, ended.signal]);
    let wake = () => undefined;
    let news = false;
    const ring = () => {
        news = true;
        wake();
    };
    const watching = watch ? follow(api, watch.path, watch.query, stop, ring) : Promise.resolve();
    signal.addEventListener('abort', ring);
    try {
        for (;;) {
            signal.throwIfAborted();
            news = false;
            const value = await read();
            const ms = Math.round(performance.now() - started);
            if (done(value))
                return { value, done: true, ms };
            const left = withinMs - ms;
            if (left <= 0)
                return { value, done: false, ms };
            const pause = Math.min(left, watch ? 1000 : 50);
            if (!news) {
                await new Promise((resolve) => {
                    const timer = setTimeout(resolve, pause);
                    wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
            }
        }
    }
    finally {
        signal.removeEventListener('abort', ring);
        ended.abort();
        await watching;
    }
};
/** Rings for each event. A watch that breaks is no failure of the wait: the clock still reads. */
const follow = async (api, path, query, stop, ring) => {
    try {
        const events = api.watch(path, stop, query)[Symbol.asyncIterator]();
        while ((await events.next()).done !== true) {
            if (stop.aborted)
                return;
            ring();
        }
    }
    catch {
        return;
    }
};


/***/ }),

/***/ 6915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  workloadSuite: () => (/* binding */ workloadSuite)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/suites/evidence.ts
var suites_evidence = __webpack_require__(2372);
// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/suites/namespace.ts
var namespace = __webpack_require__(5678);
;// CONCATENATED MODULE: ./src/suites/deployment.ts

const path = ({ namespace, name }) => `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`;
/** Where events about the Deployment and its ReplicaSets come from. */
const events = ({ namespace, name }) => ({
    path: `/apis/apps/v1/namespaces/${namespace}/deployments`,
    query: { fieldSelector: `metadata.name=${name}` }
});
/**
 * Server-side apply of a release. Forced, because `kubectl rollout undo` makes itself the owner of what it puts back:
 * without force the next apply after an undo is a conflict.
 */
const apply = (subject, release, deadlineSeconds, signal) => subject.api.call('PATCH', path(subject), {
    patch: 'apply',
    query: { force: 'true' },
    body: manifest(subject, release, deadlineSeconds),
    signal
});
const manifest = ({ name, replicas, revisionHistoryLimit }, { image, step, breaks }, progressDeadlineSeconds) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
        replicas,
        revisionHistoryLimit,
        progressDeadlineSeconds,
        selector: { matchLabels: { app: name } },
        // No old pod goes before a new one is ready.
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
            metadata: { labels: { app: name }, annotations: { 'slipway/step': step } },
            spec: {
                automountServiceAccountToken: false,
                terminationGracePeriodSeconds: 1,
                containers: [{ name: 'program', image, imagePullPolicy: 'IfNotPresent', ...(breaks ? BROKEN[breaks] : {}) }]
            }
        }
    }
});
/** What breaks a pod that really runs; an image that is not there needs no more. */
const BROKEN = {
    'bad-image': {},
    crash: { command: ['/slipway-has-no-such-program'] },
    'never-ready': { readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 1 } }
};
const look = async (subject, signal) => {
    const { body } = await subject.api.call('GET', path(subject), { signal });
    const status = (0,json.at)(body, 'status');
    const conditions = (0,json/* items */.ld)((0,json.at)(status, 'conditions'));
    const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) => conditions.find((condition) => (0,json.at)(condition, 'type') === type));
    const count = (name) => (0,json/* number */.ai)((0,json.at)(status, name));
    const revision = Number((0,json/* text */.Qq)((0,json.at)(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0);
    const current = count('observedGeneration') >= (0,json/* number */.ai)((0,json.at)(body, 'metadata', 'generation'));
    const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')];
    const reason = (0,json/* text */.Qq)((0,json.at)(progressing, 'reason'));
    const whole = [replicas, updated, available].every((each) => each === subject.replicas);
    return {
        template: template((0,json.at)(body, 'spec', 'template')),
        revision,
        current,
        replicas,
        updated,
        available,
        rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
        stuck: current && (0,json.at)(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
        line: `revision ${revision}: ${available} of ${subject.replicas} available, ${updated} of ${replicas} pods new; ` +
            `Available=${(0,json/* text */.Qq)((0,json.at)(isAvailable, 'status')) || '?'}, Progressing=${(0,json/* text */.Qq)((0,json.at)(progressing, 'status')) || '?'} (${reason})`
    };
};
/** A pod template as people compare them: without the null creation time that clients add. */
const template = (value) => {
    const { creationTimestamp, ...metadata } = (0,json/* fields */.OA)((0,json.at)(value, 'metadata'));
    return { ...(0,json/* fields */.OA)(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } };
};
/** The revisions that the cluster still knows, oldest first. */
const revisions = async ({ api, namespace, name }, signal) => {
    const { body } = await api.call('GET', `/apis/apps/v1/namespaces/${namespace}/replicasets`, {
        query: { labelSelector: `app=${name}` },
        signal
    });
    return (0,json/* items */.ld)((0,json.at)(body, 'items'))
        .map((set) => ({
        revision: Number((0,json/* text */.Qq)((0,json.at)(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
        hash: (0,json/* text */.Qq)((0,json.at)(set, 'metadata', 'labels', 'pod-template-hash')),
        replicas: (0,json/* number */.ai)((0,json.at)(set, 'status', 'replicas')),
        available: (0,json/* number */.ai)((0,json.at)(set, 'status', 'availableReplicas'))
    }))
        .sort((a, b) => a.revision - b.revision);
};
/** The pods of one revision. */
const pods = async ({ api, namespace, name }, hash, signal) => {
    const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
        query: { labelSelector: `app=${name},pod-template-hash=${hash}` },
        signal
    });
    return (0,json/* items */.ld)((0,json.at)(body, 'items')).map((pod) => {
        const condition = (0,json/* items */.ld)((0,json.at)(pod, 'status', 'conditions')).find((each) => (0,json.at)(each, 'type') === 'Ready');
        const ready = (0,json.at)(condition, 'status') === 'True';
        const waiting = (0,json/* items */.ld)((0,json.at)(pod, 'status', 'containerStatuses')).map((each) => (0,json/* text */.Qq)((0,json.at)(each, 'state', 'waiting', 'reason')));
        const trouble = waiting.find((reason) => reason !== '') ?? (0,json/* text */.Qq)((0,json.at)(condition, 'reason'));
        const state = ready ? 'ready' : trouble || (0,json/* text */.Qq)((0,json.at)(pod, 'status', 'phase')) || 'no status';
        return { ready, line: `${(0,json/* text */.Qq)((0,json.at)(pod, 'metadata', 'name'))}: ${state}` };
    });
};

// EXTERNAL MODULE: ./src/suites/wait.ts
var wait = __webpack_require__(3216);
;// CONCATENATED MODULE: ./src/suites/workload-steps.ts





/** What a broken release does, as part of a sentence. */
const HOW = {
    'bad-image': 'has no image',
    crash: 'crashes',
    'never-ready': 'never gets ready'
};
const rollOut = async (scene, release, revision) => {
    const { subject, evidence, goodMs, signal } = scene;
    const seconds = Math.ceil(goodMs / 1000);
    let state;
    const passed = await evidence.check(`${subject.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`, `${(0,suites_evidence/* piped */.JR)(manifest(subject, release, seconds), 'apply --server-side --force-conflicts')} && ${workload_steps_status(subject)}`, async () => {
        const reply = await apply(subject, release, seconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        // A condition can be one from before until the controller has looked; an earlier break must not count as this one's.
        const reached = await until(scene, (now) => now.rolledOut || (now.stuck && now.revision === revision));
        state = reached.value;
        const ok = state.rolledOut && state.revision === revision;
        return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await why(scene)}`}` };
    });
    return passed ? state : undefined;
};
/** Rolls out the broken release; the pod template hash of its revision when it failed as it must. */
const breakDown = async (scene) => {
    const { subject, evidence, broken, breakSeconds, signal } = scene;
    const apart = (0,suites_evidence/* piped */.JR)(manifest(subject, broken, breakSeconds), 'apply --server-side --force-conflicts');
    const before = await revisions(subject, signal);
    let hash;
    const failed = await evidence.check(`${subject.name} is seen failing when a release ${HOW[broken.breaks]}`, `${apart}; ${workload_steps_status(subject)}`, async () => {
        const reply = await apply(subject, broken, breakSeconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        const { value, ms } = await until(scene, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds);
        hash = (await revisions(subject, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash;
        const found = hash === undefined ? [] : await pods(subject, hash, signal);
        // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
        const broke = found.length > 0 && found.every(({ ready }) => !ready);
        return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${listed(found)}` };
    });
    if (!failed)
        return undefined;
    const kept = await evidence.check(`${subject.name} keeps ${subject.replicas} old pods available while a release ${HOW[broken.breaks]}`, `kubectl get replicasets -l app=${subject.name}`, async () => {
        const now = await revisions(subject, signal);
        const old = now.filter((revision) => revision.hash !== hash).reduce((sum, each) => sum + each.available, 0);
        const fresh = now.find((revision) => revision.hash === hash)?.available ?? 0;
        return {
            ok: old >= subject.replicas && fresh === 0,
            seen: `${old} old pods available, ${fresh} of the broken release`
        };
    });
    return kept ? hash : undefined;
};
/** `kubectl rollout undo`, by the real kubectl: the template is as it was, under a new revision, and available. */
const undo = async (scene, claim, template, revision, to) => {
    const { subject, evidence } = scene;
    const args = ['rollout', 'undo', `deployment/${subject.name}`, ...(to === undefined ? [] : [`--to-revision=${to}`])];
    return evidence.check(`${subject.name} ${claim}: the pod template of before as revision ${revision}, available`, `kubectl ${args.join(' ')} && ${workload_steps_status(subject)}`, async () => {
        const said = await kubectl(scene, args);
        if (!said.ok)
            return said;
        const { value, ms } = await until(scene, (now) => now.rolledOut && now.revision === revision);
        const same = (0,json/* isSame */.Ft)(value.template, template);
        const ok = value.rolledOut && value.revision === revision && same;
        return {
            ok,
            seen: `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
                (ok ? '' : `; ${await why(scene)}`)
        };
    });
};
const noPodsOf = ({ subject, evidence, goodMs, signal }, hash) => evidence.check(`${subject.name} has no pod of the broken release left`, `kubectl get pods -l app=${subject.name},pod-template-hash=${hash}`, async () => {
    const { api, namespace } = subject;
    const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
    };
    const read = () => pods(subject, hash, signal);
    const { value, done, ms } = await (0,wait/* wait */.u)(api, { read, done: (left) => left.length === 0, watch, withinMs: goodMs }, signal);
    return { ok: done, seen: done ? `none after ${ms} ms` : listed(value) };
});
/** Of the three revisions before the last one, as many are kept as the limit says, and kubectl knows no other. */
const workload_steps_history = async (scene) => {
    const { subject, evidence, goodMs, signal } = scene;
    const limit = subject.revisionHistoryLimit;
    const kept = [5, 6, 7].slice(Math.max(0, 3 - limit)).concat(8);
    await evidence.check(`${subject.name} keeps ${kept.length - 1} old revisions, as revisionHistoryLimit ${limit} says`, `kubectl rollout history deployment/${subject.name}`, async () => {
        const read = () => revisions(subject, signal);
        const numbers = (all) => all.map((each) => each.revision).join(', ');
        const watch = {
            path: `/apis/apps/v1/namespaces/${subject.namespace}/replicasets`,
            query: { labelSelector: `app=${subject.name}` }
        };
        const done = (all) => numbers(all) === kept.join(', ');
        const now = await (0,wait/* wait */.u)(subject.api, { read, done, watch, withinMs: goodMs }, signal);
        return { ok: now.done, seen: `revisions ${numbers(now.value)}` };
    });
    if (kept.includes(5))
        return;
    await evidence.check(`${subject.name} cannot go to a revision beyond its limit, and kubectl says so`, `kubectl rollout undo deployment/${subject.name} --to-revision=5`, async () => {
        const { ok, seen } = await kubectl(scene, ['rollout', 'undo', `deployment/${subject.name}`, '--to-revision=5']);
        return { ok: !ok && /revision/.test(seen), seen };
    });
};
const until = ({ subject, goodMs, signal }, done, moreMs = 0) => (0,wait/* wait */.u)(subject.api, { read: () => look(subject, signal), done, watch: events(subject), withinMs: goodMs + moreMs }, signal);
const listed = (all) => all.map(({ line }) => line).join(', ') || 'none';
/** What the pods say, for a claim that did not hold or a break that was asked for. */
const why = async ({ subject, signal }) => {
    const newest = (await revisions(subject, signal)).at(-1);
    if (newest === undefined)
        return 'there is no ReplicaSet';
    return `pods of revision ${newest.revision}: ${listed(await pods(subject, newest.hash, signal))}`;
};
/** kubectl of the cluster's version, with nothing but its kubeconfig; its exit status is what was seen, not an error. */
const kubectl = async ({ cluster, run, subject, signal }, args) => {
    const env = { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` };
    try {
        const { stdout } = await run([cluster.kubectl, '--namespace', subject.namespace, ...args], { env, signal });
        return { ok: true, seen: stdout.trim() };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        const said = typeof error.cause === 'string' ? error.cause : String(error.cause);
        return { ok: false, seen: `${error.message}: ${said.trim()}` };
    }
};
const workload_steps_status = ({ name }) => `kubectl rollout status deployment/${name}`;

;// CONCATENATED MODULE: ./src/suites/workload-story.ts


/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
const story = async (subject, plan, signal) => {
    const scene = { ...plan, subject, evidence: (0,suites_evidence/* evidence */.MX)(), signal };
    await tell(scene);
    return scene.evidence.checks;
};
const tell = async (scene) => {
    const { baseline, candidate, next, broken, whole } = scene;
    const first = whole ? await rollOut(scene, baseline, 1) : undefined;
    if (whole) {
        const upgraded = first && (await rollOut(scene, candidate, 2));
        if (!upgraded || !(await undo(scene, 'goes from N back to N-1', first.template, 3)))
            return;
    }
    const good = await rollOut(scene, candidate, whole ? 4 : 1);
    if (!good)
        return;
    const hash = await breakDown(scene);
    if (hash === undefined)
        return;
    if (!(await undo(scene, `comes back from a release that ${HOW[broken.breaks]}`, good.template, good.revision + 2)))
        return;
    if (!(await noPodsOf(scene, hash)) || !first)
        return;
    if (!(await undo(scene, 'goes back to N-1 by its revision', first.template, 7, 3)))
        return;
    if (await rollOut(scene, next, 8))
        await workload_steps_history(scene);
};

;// CONCATENATED MODULE: ./src/suites/workload.ts






/** The ways in which a release breaks that the suite tries; the first one on the Deployment that does everything. */
const BREAKS = ['bad-image', 'crash', 'never-ready'];
/**
 * Whether a Deployment of the program rolls out, goes back from N to N-1, shows a broken release as failing while the
 * old pods stay available, comes back from it with `kubectl rollout undo` (the same pod template, a new revision, no
 * broken pod left), goes back to a named revision, and keeps as much history as it says. Where pods are simulated this
 * proves the manifests and Kubernetes' controllers, never the program, and the verdict says so.
 *
 * `trial.with`: `image` (required), `baseline` (image of N-1; by default the candidate's, as a revision of its own),
 * `name`, `replicas` (2), `revisionHistoryLimit` (2), `deadlineSeconds` for a good rollout (simulated 30, else 120),
 * `breakSeconds`, the progress deadline of a broken one (simulated 2, else 15).
 * Rejects with an 'input' Failure without an image, never for what the cluster does: that is the verdict.
 */
const workloadSuite = async (cluster, trial, run, signal) => {
    const simulated = cluster.simulate !== undefined;
    const given = (name, otherwise) => (0,json/* number */.ai)(trial.with[name] ?? otherwise);
    const image = (0,json/* text */.Qq)(trial.with['image']);
    if (image === '') {
        throw new errors/* Failure */.H('input', 'the workload suite was given no image to deploy', {
            hint: 'Say which image holds the candidate: with.image of the trial.'
        });
    }
    const baseline = { image: (0,json/* text */.Qq)(trial.with['baseline']) || image, step: 'baseline' };
    const plan = {
        cluster,
        run,
        baseline,
        candidate: { image, step: 'candidate' },
        next: { image, step: 'next' },
        goodMs: 1000 * given('deadlineSeconds', simulated ? 30 : 120),
        breakSeconds: given('breakSeconds', simulated ? 2 : 15)
    };
    const name = dnsLabel((0,json/* text */.Qq)(trial.with['name']) || 'program');
    return (0,suites_evidence/* verdict */.WJ)(cluster, trial, simulated, () => (0,namespace/* inNamespace */.d)(cluster.api, 'workload', signal, async (namespace) => {
        await serviceAccount(cluster, namespace, plan.goodMs, signal);
        const told = await Promise.all(BREAKS.map((breaks, i) => {
            const subject = {
                api: cluster.api,
                namespace,
                name: `${name}-${breaks}`,
                replicas: given('replicas', 2),
                revisionHistoryLimit: given('revisionHistoryLimit', 2)
            };
            const broken = brokenRelease(image, breaks, simulated);
            cluster.simulate?.(broken.image, breaks);
            return story(subject, { ...plan, broken, whole: i === 0 }, signal);
        }));
        return told.flat();
    }));
};
/** A simulated pod is told by its image what to do, so a broken release has one of its own there. */
const brokenRelease = (image, breaks, simulated) => ({
    image: simulated || breaks === 'bad-image' ? `${image}-slipway-${breaks}` : image,
    step: breaks,
    breaks
});
/** A new namespace gets its default account a moment later; pods made before that are refused and tried again late. */
const serviceAccount = async ({ api }, namespace, withinMs, signal) => {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    const read = () => api.call('GET', path, { signal });
    const { done } = await (0,wait/* wait */.u)(api, { read, done: (reply) => reply.status === 200, withinMs }, signal);
    if (!done) {
        throw new errors/* Failure */.H('environment', `namespace ${namespace} got no default service account in ${withinMs} ms`, {
            hint: 'The controller manager makes it: see whether that one runs.'
        });
    }
};
/** A name that Kubernetes takes, short enough for the names that controllers derive from it. */
const dnsLabel = (name) => name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '') || 'program';


/***/ })

};
