export const id = 5931;
export const ids = [5931];
export const modules = {

/***/ 53219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listPods),
/* harmony export */   a: () => (/* binding */ readLastLines)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65325);



const listPods = async ({ api, namespace, name }, hash, signal) => {
    const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
        query: { labelSelector: `${_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_}=${name}${hash && `,pod-template-hash=${hash}`}` },
        signal
    });
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(body, 'items')).map((pod) => {
        const condition = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(pod, 'status', 'conditions')).find((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(each, 'type') === 'Ready');
        const ready = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(condition, 'status') === 'True';
        const containers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readObjectsAt */ .s0)(pod, 'status', 'containerStatuses');
        const waiting = containers.map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(each, 'state', 'waiting', 'reason')));
        const trouble = waiting.find((reason) => reason !== '') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(condition, 'reason'));
        const state = ready ? 'ready' : trouble || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(pod, 'status', 'phase')) || 'no status';
        const named = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(pod, 'metadata', 'name'));
        return { name: named, ready, line: `${named}: ${state}${ready ? '' : describeEnd(containers[0])}` };
    });
};
const describeEnd = (container) => {
    const ended = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(container, 'state', 'terminated') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(container, 'lastState', 'terminated');
    if (ended === undefined)
        return '';
    const message = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(ended, 'message')).trim().replace(/\s+/g, ' ').slice(0, 300);
    const restarts = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(container, 'restartCount'));
    return ` (exit status ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(ended, 'exitCode'))}${message && `: ${message}`}, ${restarts} restarts)`;
};
const readLastLines = async ({ api, namespace }, pod, signal) => {
    for (let looks = 1;; looks++) {
        let between = false;
        for (const previous of ['true', 'false']) {
            const query = { tailLines: '6', limitBytes: '2000', previous };
            const reply = await api.call('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log`, { query, signal });
            const said = reply.status === 200 ? readLogBody(reply.body) : '';
            const lost = said.startsWith('unable to retrieve container logs');
            if (said !== '' && !lost)
                return said;
            between ||= lost;
        }
        if (!between || looks === LOG_LOOKS)
            return '';
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_MS, undefined, { signal });
    }
};
const readLogBody = (body) => {
    const plain = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .readAt */ .m6)(body, 'text');
    return typeof plain === 'string' ? plain.trim() : body === undefined || body === null ? '' : JSON.stringify(body);
};
const LOG_LOOKS = 10;
const LOOK_MS = 300;


/***/ }),

/***/ 74681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ listRevisions),
/* harmony export */   t: () => (/* binding */ describeKeepers)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65325);


const describeKeepers = ({ namespace, kind, name }) => ({
    path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
    query: { labelSelector: `${_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_}=${name}` }
});
const listRevisions = async (runner, signal) => {
    const { path, query } = describeKeepers(runner);
    const { body } = await runner.api.call('GET', path, { query, signal });
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(body, 'items'))
        .map((set) => ({
        revision: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(set, 'revision')) ||
            Number((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
        hash: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(set, 'metadata', 'labels', 'pod-template-hash')),
        replicas: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(set, 'status', 'replicas')),
        available: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readNumber */ .kz)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readAt */ .m6)(set, 'status', 'availableReplicas'))
    }))
        .sort((a, b) => a.revision - b.revision);
};


/***/ }),

/***/ 65325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ formatRunnerPath),
/* harmony export */   ZB: () => (/* binding */ describeRunnerEvents),
/* harmony export */   dZ: () => (/* binding */ formatRunnerName),
/* harmony export */   d_: () => (/* binding */ LABEL)
/* harmony export */ });
const LABEL = 'slipway-rollout';
const formatRunnersPath = ({ namespace, kind }) => `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`;
const formatRunnerPath = (runner) => `${formatRunnersPath(runner)}/${runner.name}`;
const formatRunnerName = ({ kind, name }) => `${kind.toLowerCase()}/${name}`;
const describeRunnerEvents = (runner) => ({
    path: formatRunnersPath(runner),
    query: { fieldSelector: `metadata.name=${runner.name}` }
});


/***/ }),

/***/ 50157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ rollThrough)
});

// EXTERNAL MODULE: ./src/suites/evidence.ts
var suites_evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/suites/workload/deployment/runner.ts
var deployment_runner = __webpack_require__(65325);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/workload/deployment/revisions.ts
var revisions = __webpack_require__(74681);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/state.ts



const lookAtRunner = (runner, signal) => runner.kind === 'Deployment' ? lookAtDeployment(runner, signal) : lookAtSet(runner, signal);
const lookAtSet = async (runner, signal) => {
    const { body } = await runner.api.call('GET', (0,deployment_runner/* formatRunnerPath */.Jf)(runner), { signal });
    const status = (0,json/* readAt */.m6)(body, 'status');
    const counts = runner.kind === 'DaemonSet'
        ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
        : ['replicas', 'updatedReplicas', 'availableReplicas'];
    const [replicas = 0, updated = 0, available = 0] = counts.map((name) => (0,json/* readNumber */.kz)((0,json/* readAt */.m6)(status, name)));
    const wanted = runner.kind === 'DaemonSet' ? Math.max(replicas, 1) : runner.replicas;
    const revision = (await (0,revisions/* listRevisions */.V)(runner, signal)).at(-1)?.revision ?? 0;
    const current = (0,json/* readNumber */.kz)((0,json/* readAt */.m6)(status, 'observedGeneration')) >= (0,json/* readNumber */.kz)((0,json/* readAt */.m6)(body, 'metadata', 'generation'));
    return {
        template: pickTemplate((0,json/* readAt */.m6)(body, 'spec', 'template')),
        revision,
        current,
        replicas,
        updated,
        available,
        rolledOut: current && [replicas, updated, available].every((each) => each === wanted),
        stuck: false,
        line: `revision ${revision}: ${available} of ${wanted} available, ${updated} of ${replicas} pods new`
    };
};
const lookAtDeployment = async (runner, signal) => {
    const { body } = await runner.api.call('GET', (0,deployment_runner/* formatRunnerPath */.Jf)(runner), { signal });
    const status = (0,json/* readAt */.m6)(body, 'status');
    const conditions = (0,json/* readItems */.F1)((0,json/* readAt */.m6)(status, 'conditions'));
    const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) => conditions.find((condition) => (0,json/* readAt */.m6)(condition, 'type') === type));
    const count = (name) => (0,json/* readNumber */.kz)((0,json/* readAt */.m6)(status, name));
    const revision = Number((0,json/* readText */.yR)((0,json/* readAt */.m6)(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0);
    const current = count('observedGeneration') >= (0,json/* readNumber */.kz)((0,json/* readAt */.m6)(body, 'metadata', 'generation'));
    const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')];
    const reason = (0,json/* readText */.yR)((0,json/* readAt */.m6)(progressing, 'reason'));
    const whole = [replicas, updated, available].every((each) => each === runner.replicas);
    return {
        template: pickTemplate((0,json/* readAt */.m6)(body, 'spec', 'template')),
        revision,
        current,
        replicas,
        updated,
        available,
        rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
        stuck: current && (0,json/* readAt */.m6)(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
        line: `revision ${revision}: ${available} of ${runner.replicas} available, ${updated} of ${replicas} pods new; ` +
            `Available=${(0,json/* readText */.yR)((0,json/* readAt */.m6)(isAvailable, 'status')) || '?'}, Progressing=${(0,json/* readText */.yR)((0,json/* readAt */.m6)(progressing, 'status')) || '?'} (${reason})`
    };
};
const pickTemplate = (value) => {
    const { creationTimestamp, ...metadata } = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(value, 'metadata'));
    return { ...(0,json/* readFields */.qU)(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } };
};

;// CONCATENATED MODULE: ./src/suites/workload/deployment/context.ts




const awaitState = ({ runner, goodMs, signal }, done, moreMs = 0) => (0,wait/* waitForState */.o)(runner.api, { read: () => lookAtRunner(runner, signal), done, watch: (0,deployment_runner/* describeRunnerEvents */.ZB)(runner), withinMs: goodMs + moreMs }, signal);
const runKubectl = async ({ cluster, run, runner, signal }, args) => {
    const env = { KUBECONFIG: cluster.kubeconfig, KUBECACHEDIR: `${cluster.kubeconfig}.cache` };
    try {
        const { stdout } = await run([cluster.kubectl, '--namespace', runner.namespace, ...args], { env, signal });
        return { ok: true, seen: stdout.trim() };
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        const said = typeof error.cause === 'string' ? error.cause : String(error.cause);
        return { ok: false, seen: `${error.message}: ${said.trim()}` };
    }
};
const formatStatusLine = (runner) => `kubectl rollout status ${(0,deployment_runner/* formatRunnerName */.dZ)(runner)}`;

;// CONCATENATED MODULE: ./src/suites/workload/deployment/manifest.ts


const applyRelease = (runner, release, deadlineSeconds, signal) => runner.api.call('PATCH', (0,deployment_runner/* formatRunnerPath */.Jf)(runner), {
    patch: 'apply',
    query: { force: 'true' },
    body: makeRunnerManifest(runner, release, deadlineSeconds),
    signal
});
const makeRunnerManifest = (runner, release, progressDeadlineSeconds) => release.shipped
    ? makeShippedManifest(runner, release, release.shipped, progressDeadlineSeconds)
    : makeStandInManifest(runner, release, progressDeadlineSeconds);
const makeShippedManifest = ({ kind, name, replicas }, { image, step, breaks, pod }, { object }, progressDeadlineSeconds) => {
    const spec = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(object, 'spec'));
    const template = (0,json/* readFields */.qU)(spec['template']);
    const podSpec = (0,json/* readFields */.qU)(template['spec']);
    const { namespace: _, ...metadata } = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(object, 'metadata'));
    const labels = (of) => ({ ...(0,json/* readFields */.qU)(of), [deployment_runner/* LABEL */.d_]: name });
    return {
        ...(0,json/* readFields */.qU)(object),
        metadata: { ...metadata, name },
        spec: {
            ...spec,
            selector: { ...(0,json/* readFields */.qU)(spec['selector']), matchLabels: labels((0,json/* readAt */.m6)(spec, 'selector', 'matchLabels')) },
            ...(kind !== 'DaemonSet' && { replicas }),
            ...(kind === 'Deployment' && { progressDeadlineSeconds }),
            template: {
                ...template,
                metadata: {
                    ...(0,json/* readFields */.qU)(template['metadata']),
                    labels: labels((0,json/* readAt */.m6)(template, 'metadata', 'labels')),
                    annotations: { ...(0,json/* readFields */.qU)((0,json/* readAt */.m6)(template, 'metadata', 'annotations')), 'slipway/step': step }
                },
                spec: {
                    ...(pod && { serviceAccountName: pod.serviceAccount }),
                    ...podSpec,
                    containers: (0,json/* readObjectsAt */.s0)(podSpec, 'containers').map((each) => ({
                        ...each,
                        image,
                        imagePullPolicy: 'Never',
                        ...(breaks ? BROKEN[breaks] : {})
                    }))
                }
            }
        }
    };
};
const makeStandInManifest = ({ kind, name, replicas, revisionHistoryLimit }, { image, step, breaks, pod }, progressDeadlineSeconds) => ({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
        revisionHistoryLimit,
        ...(pod && { minReadySeconds: pod.settle }),
        selector: { matchLabels: { [deployment_runner/* LABEL */.d_]: name } },
        ...(kind !== 'DaemonSet' && { replicas }),
        ...(kind === 'StatefulSet' && { serviceName: name, podManagementPolicy: 'Parallel' }),
        ...(kind === 'Deployment' && {
            progressDeadlineSeconds,
            strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        }),
        template: {
            metadata: { labels: { [deployment_runner/* LABEL */.d_]: name }, annotations: { 'slipway/step': step } },
            spec: {
                ...(pod ? { serviceAccountName: pod.serviceAccount } : { automountServiceAccountToken: false }),
                terminationGracePeriodSeconds: pod ? 5 : 1,
                containers: [
                    {
                        name: 'program',
                        image,
                        imagePullPolicy: pod ? 'Never' : 'IfNotPresent',
                        ...pod?.container,
                        ...(breaks ? BROKEN[breaks] : {})
                    }
                ]
            }
        }
    }
});
const BROKEN = {
    'bad-image': {},
    crash: { command: ['/slipway-has-no-such-program'] },
    'never-ready': { readinessProbe: { tcpSocket: { port: 1 }, periodSeconds: 1 } }
};

// EXTERNAL MODULE: ./src/suites/workload/deployment/pods.ts
var pods = __webpack_require__(53219);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/steps.ts








const HOW = {
    'bad-image': 'has no image',
    crash: 'crashes',
    'never-ready': 'never gets ready'
};
const rollOut = async (context, release, revision) => {
    const { runner, evidence, goodMs, signal } = context;
    const seconds = Math.ceil(goodMs / 1000);
    let state;
    const passed = await evidence.check(`${runner.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`, `${(0,suites_evidence/* formatPipe */.u9)(makeRunnerManifest(runner, release, seconds), 'apply --server-side --force-conflicts')} && ${formatStatusLine(runner)}`, async () => {
        const reply = await applyRelease(runner, release, seconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* describeReply */.CS)(reply) };
        const reached = await awaitState(context, (now) => now.rolledOut || (now.stuck && now.revision === revision));
        state = reached.value;
        const ok = state.rolledOut && state.revision === revision;
        return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await describePodTrouble(context)}`}` };
    });
    return passed ? state : undefined;
};
const breakDown = async (context) => {
    const { runner, evidence, broken, breakSeconds, signal } = context;
    const apart = (0,suites_evidence/* formatPipe */.u9)(makeRunnerManifest(runner, broken, breakSeconds), 'apply --server-side --force-conflicts');
    const before = await (0,revisions/* listRevisions */.V)(runner, signal);
    let hash;
    const failed = await evidence.check(`${runner.name} is seen failing when a release ${HOW[broken.breaks]}`, `${apart}; ${formatStatusLine(runner)}`, async () => {
        const reply = await applyRelease(runner, broken, breakSeconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* describeReply */.CS)(reply) };
        const { value, ms } = await awaitState(context, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds);
        hash = (await (0,revisions/* listRevisions */.V)(runner, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash;
        const found = hash === undefined ? [] : await (0,pods/* listPods */.B)(runner, hash, signal);
        const broke = found.length > 0 && found.every(({ ready }) => !ready);
        return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${formatPods(found)}` };
    });
    if (!failed)
        return undefined;
    const keeps = runner.keeps ?? runner.replicas;
    if (keeps === 0)
        return hash;
    const kept = await evidence.check(`${runner.name} keeps ${keeps} old pods available while a release ${HOW[broken.breaks]}`, `kubectl get replicasets -l ${deployment_runner/* LABEL */.d_}=${runner.name}`, async () => {
        const now = await (0,revisions/* listRevisions */.V)(runner, signal);
        const old = now.filter((revision) => revision.hash !== hash).reduce((sum, each) => sum + each.available, 0);
        const fresh = now.find((revision) => revision.hash === hash)?.available ?? 0;
        return {
            ok: old >= keeps && fresh === 0,
            seen: `${old} old pods available, ${fresh} of the broken release`
        };
    });
    return kept ? hash : undefined;
};
const undoRollout = async (context, claim, template, revision, to) => {
    const { runner, evidence } = context;
    const args = ['rollout', 'undo', (0,deployment_runner/* formatRunnerName */.dZ)(runner), ...(to === undefined ? [] : [`--to-revision=${to}`])];
    return evidence.check(`${runner.name} ${claim}: the pod template of before as revision ${revision}, available`, `kubectl ${args.join(' ')} && ${formatStatusLine(runner)}`, async () => {
        const said = await runKubectl(context, args);
        if (!said.ok)
            return said;
        const { value, ms } = await awaitState(context, (now) => now.rolledOut && now.revision === revision);
        const same = (0,json/* isSame */.Ft)(value.template, template);
        const ok = value.rolledOut && value.revision === revision && same;
        return {
            ok,
            seen: `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
                (ok ? '' : `; ${await describePodTrouble(context)}`)
        };
    });
};
const checkNoPods = ({ runner, evidence, goodMs, signal }, hash) => evidence.check(`${runner.name} has no pod of the broken release left`, `kubectl get pods -l ${deployment_runner/* LABEL */.d_}=${runner.name},pod-template-hash=${hash}`, async () => {
    const { api, namespace } = runner;
    const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
    };
    const read = () => (0,pods/* listPods */.B)(runner, hash, signal);
    const { value, done, ms } = await (0,wait/* waitForState */.o)(api, { read, done: (left) => left.length === 0, watch, withinMs: goodMs }, signal);
    return { ok: done, seen: done ? `none after ${ms} ms` : formatPods(value) };
});
const formatPods = (all) => all.map(({ line }) => line).join(', ') || 'none';
const describePodTrouble = async ({ runner, signal }) => {
    const newest = (await (0,revisions/* listRevisions */.V)(runner, signal)).at(-1);
    if (newest === undefined)
        return 'there is no revision';
    const found = await (0,pods/* listPods */.B)(runner, newest.hash, signal);
    const bad = found.find(({ ready }) => !ready);
    const said = bad === undefined ? '' : await (0,pods/* readLastLines */.a)(runner, bad.name, signal);
    return `pods of revision ${newest.revision}: ${formatPods(found)}${said && `; its log ends with:\n${said}`}`;
};

;// CONCATENATED MODULE: ./src/suites/workload/deployment/history.ts






const MOST = 3;
const LOWERED = 2;
const endHistory = async (context, made) => {
    const { runner, evidence, next, goodMs, signal } = context;
    const lowered = runner.revisionHistoryLimit > MOST;
    const limit = lowered ? LOWERED : runner.revisionHistoryLimit;
    const all = [...made];
    while (all.length < limit + 2) {
        const revision = (all.at(-1) ?? 0) + 1;
        const release = all.length === made.length ? next : { ...next, step: `${next.step}-${revision}` };
        if (!(await rollOut(context, release, revision)))
            return false;
        all.push(revision);
    }
    const kept = all.slice(-limit - 1);
    const gone = all.at(-limit - 2);
    const name = (0,deployment_runner/* formatRunnerName */.dZ)(runner);
    const patch = JSON.stringify({ spec: { revisionHistoryLimit: limit } });
    const keeps = await evidence.check(`${runner.name} keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says${lowered ? `; that is ${runner.revisionHistoryLimit}, lowered for this look` : ''}`, `${lowered ? `kubectl patch ${name} --type merge -p '${patch}'; ` : ''}kubectl rollout history ${name}`, async () => {
        if (lowered) {
            const reply = await lowerHistory(runner, limit, signal);
            if (reply.status >= 300)
                return { ok: false, seen: (0,suites_evidence/* describeReply */.CS)(reply) };
        }
        const read = () => (0,revisions/* listRevisions */.V)(runner, signal);
        const numbers = (found) => found.map((each) => each.revision).join(', ');
        const done = (found) => numbers(found) === kept.join(', ');
        const now = await (0,wait/* waitForState */.o)(runner.api, { read, done, watch: (0,revisions/* describeKeepers */.t)(runner), withinMs: goodMs }, signal);
        return { ok: now.done, seen: `revisions ${numbers(now.value)}` };
    });
    const args = ['rollout', 'undo', name, `--to-revision=${gone}`];
    return ((await evidence.check(`${runner.name} cannot go to revision ${gone}, beyond its limit, and kubectl says so`, `kubectl ${args.join(' ')}`, async () => {
        const { ok, seen } = await runKubectl(context, args);
        return { ok: !ok && seen.includes(`unable to find specified revision ${gone}`), seen };
    })) && keeps);
};
const lowerHistory = (runner, limit, signal) => runner.api.call('PATCH', (0,deployment_runner/* formatRunnerPath */.Jf)(runner), {
    patch: 'merge',
    body: { spec: { revisionHistoryLimit: limit } },
    signal
});

;// CONCATENATED MODULE: ./src/suites/workload/deployment/sequence.ts



const rollThrough = async (runner, plan, signal, book = (0,suites_evidence/* evidence */.MX)()) => {
    const context = { ...plan, runner, evidence: book, signal };
    await (runner.kind === 'Deployment' ? rollDeployment(context) : rollSet(context));
    return book.checks;
};
const rollDeployment = async (context) => {
    const { candidate, broken, whole, afterwards, runner } = context;
    const first = whole ? await rollThereAndBack(context) : undefined;
    if (whole && !first)
        return;
    const good = await rollOut(context, candidate, whole ? 4 : 1);
    if (!good)
        return;
    const hash = await breakDown(context);
    if (hash === undefined)
        return;
    if (!(await undoRollout(context, `comes back from a release that ${HOW[broken.breaks]}`, good.template, good.revision + 2)))
        return;
    if (!(await checkNoPods(context, hash)) || !first)
        return;
    if (runner.revisionHistoryLimit < 2)
        await endHistory(context, [3, 5, 6]);
    else if (await undoRollout(context, 'goes back to N-1 by its revision', first.template, 7, 3))
        await endHistory(context, [5, 6, 7]);
    else
        return;
    await afterwards?.('the end');
};
const rollSet = async (context) => {
    const first = await rollThereAndBack(context);
    if (!first)
        return;
    if (!(await undoRollout(context, 'goes to N by its revision', first.next, 4, 2)))
        return;
    await endHistory(context, [3, 4]);
    await context.afterwards?.('the end');
};
const rollThereAndBack = async (context) => {
    const { baseline, candidate, upgrade, runner } = context;
    const holds = async (step, when) => {
        const does = (await context.expected?.(runner, step)) !== false;
        return (await context.afterwards?.(when)) !== false && does;
    };
    const first = await rollOut(context, baseline, 1);
    if (!first || (await context.expected?.(runner, 'baseline')) === false)
        return undefined;
    if (upgrade && !(await upgrade()))
        return undefined;
    const upgraded = await rollOut(context, candidate, 2);
    const kept = upgraded && (await holds('candidate', 'the upgrade'));
    const back = await undoRollout(context, 'goes from N back to N-1', first.template, 3);
    const keptBack = back && (await holds('rollback', 'the way back'));
    return upgraded && kept && keptBack ? { ...first, next: upgraded.template } : undefined;
};


/***/ }),

/***/ 55931:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ waitForAccount),
/* harmony export */   n: () => (/* binding */ makeBrokenRelease),
/* harmony export */   proveStandIn: () => (/* binding */ proveStandIn),
/* harmony export */   vD: () => (/* binding */ BREAKS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42372);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _cluster_namespace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15675);
/* harmony import */ var _sequence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50157);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64975);






const BREAKS = ['bad-image', 'crash', 'never-ready'];
const proveStandIn = async (cluster, trial, run, signal) => {
    const simulated = cluster.simulate !== undefined;
    const given = (name, otherwise) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readNumber */ .kz)(trial.with[name] ?? otherwise);
    const image = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(trial.with['image']);
    if (image === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'the workload suite was given no image to deploy', {
            hint: 'Say which image holds the candidate: with.image of the trial.'
        });
    }
    const baseline = { image: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(trial.with['baseline']) || image, step: 'baseline' };
    const plan = {
        cluster,
        run,
        baseline,
        candidate: { image, step: 'candidate' },
        next: { image, step: 'next' },
        goodMs: 1000 * given('deadlineSeconds', simulated ? 30 : 120),
        breakSeconds: given('breakSeconds', simulated ? 2 : 15)
    };
    const name = formatDnsLabel((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(trial.with['name']) || 'program');
    return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_4__/* .reachVerdict */ .nb)(cluster, trial, simulated, () => (0,_cluster_namespace_js__WEBPACK_IMPORTED_MODULE_1__/* .runInNamespace */ ._)(cluster.api, 'workload', signal, async (namespace) => {
        await waitForAccount(cluster, namespace, plan.goodMs, signal);
        const told = await Promise.all(BREAKS.map((breaks, i) => {
            const runner = {
                api: cluster.api,
                namespace,
                kind: 'Deployment',
                name: `${name}-${breaks}`,
                replicas: given('replicas', 2),
                revisionHistoryLimit: given('revisionHistoryLimit', 2)
            };
            const broken = makeBrokenRelease(image, breaks, simulated);
            cluster.simulate?.(broken.image, breaks);
            return (0,_sequence_js__WEBPACK_IMPORTED_MODULE_2__/* .rollThrough */ .D)(runner, { ...plan, broken, whole: i === 0 }, signal);
        }));
        return told.flat();
    }));
};
const makeBrokenRelease = (image, breaks, simulated) => ({
    image: simulated || breaks === 'bad-image' ? `${image}-slipway-${breaks}` : image,
    step: breaks,
    breaks
});
const waitForAccount = async ({ api }, namespace, withinMs, signal) => {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    const read = () => api.call('GET', path, { signal });
    const { done } = await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .waitForState */ .o)(api, { read, done: (reply) => reply.status === 200, withinMs }, signal);
    if (!done) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${namespace} got no default service account in ${withinMs} ms`, {
            hint: 'The controller manager makes it: see whether that one runs.'
        });
    }
};
const formatDnsLabel = (name) => name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '') || 'program';


/***/ })

};
