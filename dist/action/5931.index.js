export const id = 5931;
export const ids = [5931];
export const modules = {

/***/ 53219:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ pods),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23659);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65325);



/** The pods of one revision of a Deployment, or all that there are. */
const pods = async ({ api, namespace, name }, hash, signal) => {
    const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
        query: { labelSelector: `${_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .LABEL */ .d_}=${name}${hash && `,pod-template-hash=${hash}`}` },
        signal
    });
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(body, 'items')).map((pod) => {
        const condition = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(pod, 'status', 'conditions')).find((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(each, 'type') === 'Ready');
        const ready = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(condition, 'status') === 'True';
        const containers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(pod, 'status', 'containerStatuses');
        const waiting = containers.map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(each, 'state', 'waiting', 'reason')));
        const trouble = waiting.find((reason) => reason !== '') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(condition, 'reason'));
        const state = ready ? 'ready' : trouble || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(pod, 'status', 'phase')) || 'no status';
        const named = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(pod, 'metadata', 'name'));
        return { name: named, ready, line: `${named}: ${state}${ready ? '' : ends(containers[0])}` };
    });
};
/** How its container ended the last time, in brackets. */
const ends = (container) => {
    const ended = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(container, 'state', 'terminated') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(container, 'lastState', 'terminated');
    if (ended === undefined)
        return '';
    const message = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(ended, 'message')).trim().replace(/\s+/g, ' ').slice(0, 300);
    const restarts = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(container, 'restartCount'));
    return ` (exit status ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(ended, 'exitCode'))}${message && `: ${message}`}, ${restarts} restarts)`;
};
/**
 * The last lines of a pod's container, of the one before it where that one ended; '' where there are none. Between two
 * starts the kubelet may have thrown one log away and not begun the next, and says so in the log's place.
 */
const lastLines = async ({ api, namespace }, pod, signal) => {
    for (let looks = 1;; looks++) {
        let between = false;
        for (const previous of ['true', 'false']) {
            const query = { tailLines: '6', limitBytes: '2000', previous };
            const reply = await api.call('GET', `/api/v1/namespaces/${namespace}/pods/${pod}/log`, { query, signal });
            const said = reply.status === 200 ? saidIn(reply.body) : '';
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
/** A log of one line that is JSON comes parsed, and none at all as an empty text or nothing. */
const saidIn = (body) => {
    const plain = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__.at)(body, 'text');
    return typeof plain === 'string' ? plain.trim() : body === undefined || body === null ? '' : JSON.stringify(body);
};
const LOG_LOOKS = 10;
const LOOK_MS = 300;


/***/ }),

/***/ 74681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ keepers),
/* harmony export */   Z: () => (/* binding */ revisions)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);
/* harmony import */ var _runner_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65325);


/** The objects that keep its revisions, and where events about them come from. */
const keepers = ({ namespace, kind, name }) => ({
    path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
    query: { labelSelector: `${_runner_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_}=${name}` }
});
/** The revisions that the cluster still knows, oldest first. */
const revisions = async (runner, signal) => {
    const { path, query } = keepers(runner);
    const { body } = await runner.api.call('GET', path, { query, signal });
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'items'))
        .map((set) => ({
        revision: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(set, 'revision')) ||
            Number((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
        hash: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(set, 'metadata', 'labels', 'pod-template-hash')),
        replicas: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(set, 'status', 'replicas')),
        available: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(set, 'status', 'availableReplicas'))
    }))
        .sort((a, b) => a.revision - b.revision);
};


/***/ }),

/***/ 65325:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ events),
/* harmony export */   Ae: () => (/* binding */ path),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   jG: () => (/* binding */ kubectlNameOf)
/* harmony export */ });
/** The label by which the pods of one story are told from those beside it. */
const LABEL = 'slipway-rollout';
const list = ({ namespace, kind }) => `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`;
const path = (runner) => `${list(runner)}/${runner.name}`;
/** As kubectl takes it: `deployment/web`. */
const kubectlNameOf = ({ kind, name }) => `${kind.toLowerCase()}/${name}`;
/** Where events about it come from. */
const events = (runner) => ({
    path: list(runner),
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



const look = (runner, signal) => runner.kind === 'Deployment' ? lookAtDeployment(runner, signal) : lookAtSet(runner, signal);
/** A DaemonSet or StatefulSet keeps its revisions as ControllerRevisions, has no deadline and is never seen stuck. */
const lookAtSet = async (runner, signal) => {
    const { body } = await runner.api.call('GET', (0,deployment_runner/* path */.Ae)(runner), { signal });
    const status = (0,json.at)(body, 'status');
    const counts = runner.kind === 'DaemonSet'
        ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
        : ['replicas', 'updatedReplicas', 'availableReplicas'];
    const [replicas = 0, updated = 0, available = 0] = counts.map((name) => (0,json/* number */.ai)((0,json.at)(status, name)));
    const wanted = runner.kind === 'DaemonSet' ? Math.max(replicas, 1) : runner.replicas;
    const revision = (await (0,revisions/* revisions */.Z)(runner, signal)).at(-1)?.revision ?? 0;
    const current = (0,json/* number */.ai)((0,json.at)(status, 'observedGeneration')) >= (0,json/* number */.ai)((0,json.at)(body, 'metadata', 'generation'));
    return {
        template: template((0,json.at)(body, 'spec', 'template')),
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
    const { body } = await runner.api.call('GET', (0,deployment_runner/* path */.Ae)(runner), { signal });
    const status = (0,json.at)(body, 'status');
    const conditions = (0,json/* items */.ld)((0,json.at)(status, 'conditions'));
    const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) => conditions.find((condition) => (0,json.at)(condition, 'type') === type));
    const count = (name) => (0,json/* number */.ai)((0,json.at)(status, name));
    const revision = Number((0,json/* text */.Qq)((0,json.at)(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0);
    const current = count('observedGeneration') >= (0,json/* number */.ai)((0,json.at)(body, 'metadata', 'generation'));
    const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')];
    const reason = (0,json/* text */.Qq)((0,json.at)(progressing, 'reason'));
    const whole = [replicas, updated, available].every((each) => each === runner.replicas);
    return {
        template: template((0,json.at)(body, 'spec', 'template')),
        revision,
        current,
        replicas,
        updated,
        available,
        rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
        stuck: current && (0,json.at)(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
        line: `revision ${revision}: ${available} of ${runner.replicas} available, ${updated} of ${replicas} pods new; ` +
            `Available=${(0,json/* text */.Qq)((0,json.at)(isAvailable, 'status')) || '?'}, Progressing=${(0,json/* text */.Qq)((0,json.at)(progressing, 'status')) || '?'} (${reason})`
    };
};
/** A pod template as people compare them: without the null creation time that clients add. */
const template = (value) => {
    const { creationTimestamp, ...metadata } = (0,json/* fields */.OA)((0,json.at)(value, 'metadata'));
    return { ...(0,json/* fields */.OA)(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } };
};

;// CONCATENATED MODULE: ./src/suites/workload/deployment/context.ts




/** Waits until its state is as wanted. */
const until = ({ runner, goodMs, signal }, done, moreMs = 0) => (0,wait/* wait */.u)(runner.api, { read: () => look(runner, signal), done, watch: (0,deployment_runner/* events */.AZ)(runner), withinMs: goodMs + moreMs }, signal);
/** kubectl of the cluster's version, with nothing but its kubeconfig; its exit status is what was seen, not an error. */
const kubectl = async ({ cluster, run, runner, signal }, args) => {
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
/** The line by which a person follows a rollout. */
const context_status = (runner) => `kubectl rollout status ${(0,deployment_runner/* kubectlNameOf */.jG)(runner)}`;

;// CONCATENATED MODULE: ./src/suites/workload/deployment/manifest.ts


/**
 * Server-side apply of a release. Forced, because `kubectl rollout undo` makes itself the owner of what it puts back:
 * without force the next apply after an undo is a conflict.
 */
const apply = (runner, release, deadlineSeconds, signal) => runner.api.call('PATCH', (0,deployment_runner/* path */.Ae)(runner), {
    patch: 'apply',
    query: { force: 'true' },
    body: manifest(runner, release, deadlineSeconds),
    signal
});
const manifest = (runner, release, progressDeadlineSeconds) => release.shipped
    ? asShipped(runner, release, release.shipped, progressDeadlineSeconds)
    : made(runner, release, progressDeadlineSeconds);
/** The project's own, under the name of this story, with our image in its container. */
const asShipped = ({ kind, name, replicas }, { image, step, breaks, pod }, { object }, progressDeadlineSeconds) => {
    const spec = (0,json/* fields */.OA)((0,json.at)(object, 'spec'));
    const template = (0,json/* fields */.OA)(spec['template']);
    const podSpec = (0,json/* fields */.OA)(template['spec']);
    const { namespace: _, ...metadata } = (0,json/* fields */.OA)((0,json.at)(object, 'metadata'));
    const labels = (of) => ({ ...(0,json/* fields */.OA)(of), [deployment_runner/* LABEL */.d_]: name });
    return {
        ...(0,json/* fields */.OA)(object),
        metadata: { ...metadata, name },
        spec: {
            ...spec,
            selector: { ...(0,json/* fields */.OA)(spec['selector']), matchLabels: labels((0,json.at)(spec, 'selector', 'matchLabels')) },
            ...(kind !== 'DaemonSet' && { replicas }),
            ...(kind === 'Deployment' && { progressDeadlineSeconds }),
            template: {
                ...template,
                metadata: {
                    ...(0,json/* fields */.OA)(template['metadata']),
                    labels: labels((0,json.at)(template, 'metadata', 'labels')),
                    annotations: { ...(0,json/* fields */.OA)((0,json.at)(template, 'metadata', 'annotations')), 'slipway/step': step }
                },
                spec: {
                    ...(pod && { serviceAccountName: pod.serviceAccount }),
                    ...podSpec,
                    containers: (0,json/* objectsAt */.yR)(podSpec, 'containers').map((each) => ({
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
const made = ({ kind, name, replicas, revisionHistoryLimit }, { image, step, breaks, pod }, progressDeadlineSeconds) => ({
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
            // No old pod goes before a new one is ready.
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
                        // What really runs was put into the nodes; no registry is asked for it.
                        imagePullPolicy: pod ? 'Never' : 'IfNotPresent',
                        ...pod?.container,
                        ...(breaks ? BROKEN[breaks] : {})
                    }
                ]
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

// EXTERNAL MODULE: ./src/suites/workload/deployment/pods.ts
var pods = __webpack_require__(53219);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/steps.ts








/** What a broken release does, as part of a sentence. */
const HOW = {
    'bad-image': 'has no image',
    crash: 'crashes',
    'never-ready': 'never gets ready'
};
/** Rolls a release out; its state once it is there. */
const rollOut = async (context, release, revision) => {
    const { runner, evidence, goodMs, signal } = context;
    const seconds = Math.ceil(goodMs / 1000);
    let state;
    const passed = await evidence.check(`${runner.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`, `${(0,suites_evidence/* piped */.JR)(manifest(runner, release, seconds), 'apply --server-side --force-conflicts')} && ${context_status(runner)}`, async () => {
        const reply = await apply(runner, release, seconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        // A condition can be one from before until the controller has looked; an earlier break must not count as this one's.
        const reached = await until(context, (now) => now.rolledOut || (now.stuck && now.revision === revision));
        state = reached.value;
        const ok = state.rolledOut && state.revision === revision;
        return { ok, seen: `${state.line} after ${reached.ms} ms${ok ? '' : `; ${await why(context)}`}` };
    });
    return passed ? state : undefined;
};
/** Rolls out the broken release; the pod template hash of its revision when it failed as it must. */
const breakDown = async (context) => {
    const { runner, evidence, broken, breakSeconds, signal } = context;
    const apart = (0,suites_evidence/* piped */.JR)(manifest(runner, broken, breakSeconds), 'apply --server-side --force-conflicts');
    const before = await (0,revisions/* revisions */.Z)(runner, signal);
    let hash;
    const failed = await evidence.check(`${runner.name} is seen failing when a release ${HOW[broken.breaks]}`, `${apart}; ${context_status(runner)}`, async () => {
        const reply = await apply(runner, broken, breakSeconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        const { value, ms } = await until(context, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds);
        hash = (await (0,revisions/* revisions */.Z)(runner, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash;
        const found = hash === undefined ? [] : await (0,pods/* pods */.J)(runner, hash, signal);
        // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
        const broke = found.length > 0 && found.every(({ ready }) => !ready);
        return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${listed(found)}` };
    });
    if (!failed)
        return undefined;
    const keeps = runner.keeps ?? runner.replicas;
    // A strategy that takes the old pods away first keeps none.
    if (keeps === 0)
        return hash;
    const kept = await evidence.check(`${runner.name} keeps ${keeps} old pods available while a release ${HOW[broken.breaks]}`, `kubectl get replicasets -l ${deployment_runner/* LABEL */.d_}=${runner.name}`, async () => {
        const now = await (0,revisions/* revisions */.Z)(runner, signal);
        const old = now.filter((revision) => revision.hash !== hash).reduce((sum, each) => sum + each.available, 0);
        const fresh = now.find((revision) => revision.hash === hash)?.available ?? 0;
        return {
            ok: old >= keeps && fresh === 0,
            seen: `${old} old pods available, ${fresh} of the broken release`
        };
    });
    return kept ? hash : undefined;
};
/** `kubectl rollout undo`, by the real kubectl: the template is as it was, under a new revision, and available. */
const undo = async (context, claim, template, revision, to) => {
    const { runner, evidence } = context;
    const args = ['rollout', 'undo', (0,deployment_runner/* kubectlNameOf */.jG)(runner), ...(to === undefined ? [] : [`--to-revision=${to}`])];
    return evidence.check(`${runner.name} ${claim}: the pod template of before as revision ${revision}, available`, `kubectl ${args.join(' ')} && ${context_status(runner)}`, async () => {
        const said = await kubectl(context, args);
        if (!said.ok)
            return said;
        const { value, ms } = await until(context, (now) => now.rolledOut && now.revision === revision);
        const same = (0,json/* isSame */.Ft)(value.template, template);
        const ok = value.rolledOut && value.revision === revision && same;
        return {
            ok,
            seen: `${said.seen}; ${value.line} after ${ms} ms; the pod template is ${same ? 'the same' : `another: ${JSON.stringify(value.template)}`}` +
                (ok ? '' : `; ${await why(context)}`)
        };
    });
};
const noPodsOf = ({ runner, evidence, goodMs, signal }, hash) => evidence.check(`${runner.name} has no pod of the broken release left`, `kubectl get pods -l ${deployment_runner/* LABEL */.d_}=${runner.name},pod-template-hash=${hash}`, async () => {
    const { api, namespace } = runner;
    const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
    };
    const read = () => (0,pods/* pods */.J)(runner, hash, signal);
    const { value, done, ms } = await (0,wait/* wait */.u)(api, { read, done: (left) => left.length === 0, watch, withinMs: goodMs }, signal);
    return { ok: done, seen: done ? `none after ${ms} ms` : listed(value) };
});
const listed = (all) => all.map(({ line }) => line).join(', ') || 'none';
/** What the pods of the newest revision say, for a claim that did not hold. */
const why = async ({ runner, signal }) => {
    const newest = (await (0,revisions/* revisions */.Z)(runner, signal)).at(-1);
    if (newest === undefined)
        return 'there is no revision';
    const found = await (0,pods/* pods */.J)(runner, newest.hash, signal);
    const bad = found.find(({ ready }) => !ready);
    const said = bad === undefined ? '' : await (0,pods/* lastLines */.w)(runner, bad.name, signal);
    return `pods of revision ${newest.revision}: ${listed(found)}${said && `; its log ends with:\n${said}`}`;
};

;// CONCATENATED MODULE: ./src/suites/workload/deployment/history.ts






/** Of a limit beyond this one the end is not reached: so many rollouts would prove no more than a lower limit does. */
const MOST = 3;
const LOWERED = 2;
/**
 * The end of the history. `made` are the revisions with a pod template of their own so far, oldest first; once there is
 * one more than the limit keeps beside the newest, the oldest goes, and kubectl refuses to go there. A limit of more than
 * three is lowered to two for this look, and the claims say so.
 */
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
    const name = (0,deployment_runner/* kubectlNameOf */.jG)(runner);
    const patch = JSON.stringify({ spec: { revisionHistoryLimit: limit } });
    const keeps = await evidence.check(`${runner.name} keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says${lowered ? `; that is ${runner.revisionHistoryLimit}, lowered for this look` : ''}`, `${lowered ? `kubectl patch ${name} --type merge -p '${patch}'; ` : ''}kubectl rollout history ${name}`, async () => {
        if (lowered) {
            const reply = await lowerHistory(runner, limit, signal);
            if (reply.status >= 300)
                return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        }
        const read = () => (0,revisions/* revisions */.Z)(runner, signal);
        const numbers = (found) => found.map((each) => each.revision).join(', ');
        const done = (found) => numbers(found) === kept.join(', ');
        const now = await (0,wait/* wait */.u)(runner.api, { read, done, watch: (0,revisions/* keepers */.O)(runner), withinMs: goodMs }, signal);
        return { ok: now.done, seen: `revisions ${numbers(now.value)}` };
    });
    const args = ['rollout', 'undo', name, `--to-revision=${gone}`];
    return ((await evidence.check(`${runner.name} cannot go to revision ${gone}, beyond its limit, and kubectl says so`, `kubectl ${args.join(' ')}`, async () => {
        const { ok, seen } = await kubectl(context, args);
        return { ok: !ok && seen.includes(`unable to find specified revision ${gone}`), seen };
    })) && keeps);
};
/** Keeps fewer old revisions from now on. */
const lowerHistory = (runner, limit, signal) => runner.api.call('PATCH', (0,deployment_runner/* path */.Ae)(runner), {
    patch: 'merge',
    body: { spec: { revisionHistoryLimit: limit } },
    signal
});

;// CONCATENATED MODULE: ./src/suites/workload/deployment/sequence.ts



/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
const rollThrough = async (runner, plan, signal, book = (0,suites_evidence/* evidence */.MX)()) => {
    const context = { ...plan, runner, evidence: book, signal };
    await (runner.kind === 'Deployment' ? deploymentSequence(context) : setSequence(context));
    return book.checks;
};
const deploymentSequence = async (context) => {
    const { candidate, broken, whole, afterwards, runner } = context;
    const first = whole ? await thereAndBack(context) : undefined;
    if (whole && !first)
        return;
    const good = await rollOut(context, candidate, whole ? 4 : 1);
    if (!good)
        return;
    const hash = await breakDown(context);
    if (hash === undefined)
        return;
    if (!(await undo(context, `comes back from a release that ${HOW[broken.breaks]}`, good.template, good.revision + 2)))
        return;
    if (!(await noPodsOf(context, hash)) || !first)
        return;
    // With less history than that the revision of N-1 is gone, as the manifest wants it.
    if (runner.revisionHistoryLimit < 2)
        await endHistory(context, [3, 5, 6]);
    else if (await undo(context, 'goes back to N-1 by its revision', first.template, 7, 3))
        await endHistory(context, [5, 6, 7]);
    else
        return;
    await afterwards?.('the end');
};
/**
 * A DaemonSet or StatefulSet takes old pods away before new ones are ready: it goes there, back, there by its
 * revision, and to the end of its history.
 */
const setSequence = async (context) => {
    const first = await thereAndBack(context);
    if (!first)
        return;
    if (!(await undo(context, 'goes to N by its revision', first.next, 4, 2)))
        return;
    await endHistory(context, [3, 4]);
    await context.afterwards?.('the end');
};
/** N-1, N, and back to N-1 by `kubectl rollout undo`, which is tried of a candidate that does not come up too. */
const thereAndBack = async (context) => {
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
    const back = await undo(context, 'goes from N back to N-1', first.template, 3);
    const keptBack = back && (await holds('rollback', 'the way back'));
    return upgraded && kept && keptBack ? { ...first, next: upgraded.template } : undefined;
};


/***/ }),

/***/ 55931:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ waitForAccount),
/* harmony export */   Fe: () => (/* binding */ brokenRelease),
/* harmony export */   proveStandIn: () => (/* binding */ proveStandIn),
/* harmony export */   vD: () => (/* binding */ BREAKS)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42372);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _cluster_namespace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15675);
/* harmony import */ var _sequence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50157);
/* harmony import */ var _cluster_wait_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64975);






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
const proveStandIn = async (cluster, trial, run, signal) => {
    const simulated = cluster.simulate !== undefined;
    const given = (name, otherwise) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)(trial.with[name] ?? otherwise);
    const image = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(trial.with['image']);
    if (image === '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', 'the workload suite was given no image to deploy', {
            hint: 'Say which image holds the candidate: with.image of the trial.'
        });
    }
    const baseline = { image: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(trial.with['baseline']) || image, step: 'baseline' };
    const plan = {
        cluster,
        run,
        baseline,
        candidate: { image, step: 'candidate' },
        next: { image, step: 'next' },
        goodMs: 1000 * given('deadlineSeconds', simulated ? 30 : 120),
        breakSeconds: given('breakSeconds', simulated ? 2 : 15)
    };
    const name = dnsLabel((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .text */ .Qq)(trial.with['name']) || 'program');
    return (0,_evidence_js__WEBPACK_IMPORTED_MODULE_4__/* .verdict */ .WJ)(cluster, trial, simulated, () => (0,_cluster_namespace_js__WEBPACK_IMPORTED_MODULE_1__/* .inNamespace */ .d)(cluster.api, 'workload', signal, async (namespace) => {
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
            const broken = brokenRelease(image, breaks, simulated);
            cluster.simulate?.(broken.image, breaks);
            return (0,_sequence_js__WEBPACK_IMPORTED_MODULE_2__/* .rollThrough */ .D)(runner, { ...plan, broken, whole: i === 0 }, signal);
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
const waitForAccount = async ({ api }, namespace, withinMs, signal) => {
    const path = `/api/v1/namespaces/${namespace}/serviceaccounts/default`;
    const read = () => api.call('GET', path, { signal });
    const { done } = await (0,_cluster_wait_js__WEBPACK_IMPORTED_MODULE_5__/* .wait */ .u)(api, { read, done: (reply) => reply.status === 200, withinMs }, signal);
    if (!done) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `namespace ${namespace} got no default service account in ${withinMs} ms`, {
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
