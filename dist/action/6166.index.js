export const id = 6166;
export const ids = [6166];
export const modules = {

/***/ 15840:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AZ: () => (/* binding */ events),
/* harmony export */   Bb: () => (/* binding */ apply),
/* harmony export */   Jw: () => (/* binding */ pods),
/* harmony export */   OE: () => (/* binding */ keepers),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   ZW: () => (/* binding */ revisions),
/* harmony export */   d_: () => (/* binding */ LABEL),
/* harmony export */   eu: () => (/* binding */ manifest),
/* harmony export */   jG: () => (/* binding */ kubectlNameOf),
/* harmony export */   ux: () => (/* binding */ lowerHistory),
/* harmony export */   w$: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


/** The label by which the pods of one story are told from those beside it. */
const LABEL = 'slipway-rollout';
const list = ({ namespace, kind }) => `/apis/apps/v1/namespaces/${namespace}/${kind.toLowerCase()}s`;
const path = (subject) => `${list(subject)}/${subject.name}`;
/** As kubectl takes it: `deployment/web`. */
const kubectlNameOf = ({ kind, name }) => `${kind.toLowerCase()}/${name}`;
/** Where events about it come from. */
const events = (subject) => ({
    path: list(subject),
    query: { fieldSelector: `metadata.name=${subject.name}` }
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
/** Keeps fewer old revisions from now on. */
const lowerHistory = (subject, limit, signal) => subject.api.call('PATCH', path(subject), {
    patch: 'merge',
    body: { spec: { revisionHistoryLimit: limit } },
    signal
});
const manifest = (subject, release, progressDeadlineSeconds) => release.shipped
    ? asShipped(subject, release, release.shipped, progressDeadlineSeconds)
    : made(subject, release, progressDeadlineSeconds);
/** The project's own, under the name of this story, with our image in its container. */
const asShipped = ({ kind, name, replicas }, { image, step, breaks, pod }, { object }, progressDeadlineSeconds) => {
    const spec = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(object, 'spec'));
    const template = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(spec['template']);
    const podSpec = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(template['spec']);
    const { namespace: _, ...metadata } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(object, 'metadata'));
    const labels = (of) => ({ ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(of), [LABEL]: name });
    return {
        ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(object),
        metadata: { ...metadata, name },
        spec: {
            ...spec,
            selector: { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(spec['selector']), matchLabels: labels((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(spec, 'selector', 'matchLabels')) },
            ...(kind !== 'DaemonSet' && { replicas }),
            ...(kind === 'Deployment' && { progressDeadlineSeconds }),
            template: {
                ...template,
                metadata: {
                    ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(template['metadata']),
                    labels: labels((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(template, 'metadata', 'labels')),
                    annotations: { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(template, 'metadata', 'annotations')), 'slipway/step': step }
                },
                spec: {
                    ...(pod && { serviceAccountName: pod.serviceAccount }),
                    ...podSpec,
                    containers: (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(podSpec, 'containers').map((each) => ({
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
        selector: { matchLabels: { [LABEL]: name } },
        ...(kind !== 'DaemonSet' && { replicas }),
        ...(kind === 'StatefulSet' && { serviceName: name, podManagementPolicy: 'Parallel' }),
        ...(kind === 'Deployment' && {
            progressDeadlineSeconds,
            // No old pod goes before a new one is ready.
            strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        }),
        template: {
            metadata: { labels: { [LABEL]: name }, annotations: { 'slipway/step': step } },
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
const look = (subject, signal) => subject.kind === 'Deployment' ? lookAtDeployment(subject, signal) : lookAtSet(subject, signal);
/** A DaemonSet or StatefulSet keeps its revisions as ControllerRevisions, has no deadline and is never seen stuck. */
const lookAtSet = async (subject, signal) => {
    const { body } = await subject.api.call('GET', path(subject), { signal });
    const status = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'status');
    const counts = subject.kind === 'DaemonSet'
        ? ['desiredNumberScheduled', 'updatedNumberScheduled', 'numberAvailable']
        : ['replicas', 'updatedReplicas', 'availableReplicas'];
    const [replicas = 0, updated = 0, available = 0] = counts.map((name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, name)));
    const wanted = subject.kind === 'DaemonSet' ? Math.max(replicas, 1) : subject.replicas;
    const revision = (await revisions(subject, signal)).at(-1)?.revision ?? 0;
    const current = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'observedGeneration')) >= (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'metadata', 'generation'));
    return {
        template: template((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'spec', 'template')),
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
const lookAtDeployment = async (subject, signal) => {
    const { body } = await subject.api.call('GET', path(subject), { signal });
    const status = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'status');
    const conditions = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, 'conditions'));
    const [progressing, isAvailable] = ['Progressing', 'Available'].map((type) => conditions.find((condition) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(condition, 'type') === type));
    const count = (name) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(status, name));
    const revision = Number((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0);
    const current = count('observedGeneration') >= (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'metadata', 'generation'));
    const [replicas, updated, available] = [count('replicas'), count('updatedReplicas'), count('availableReplicas')];
    const reason = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(progressing, 'reason'));
    const whole = [replicas, updated, available].every((each) => each === subject.replicas);
    return {
        template: template((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'spec', 'template')),
        revision,
        current,
        replicas,
        updated,
        available,
        rolledOut: current && whole && reason === 'NewReplicaSetAvailable',
        stuck: current && (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(progressing, 'status') === 'False' && reason === 'ProgressDeadlineExceeded',
        line: `revision ${revision}: ${available} of ${subject.replicas} available, ${updated} of ${replicas} pods new; ` +
            `Available=${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(isAvailable, 'status')) || '?'}, Progressing=${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(progressing, 'status')) || '?'} (${reason})`
    };
};
/** A pod template as people compare them: without the null creation time that clients add. */
const template = (value) => {
    const { creationTimestamp, ...metadata } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(value, 'metadata'));
    return { ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .fields */ .OA)(value), metadata: creationTimestamp === null ? metadata : { ...metadata, creationTimestamp } };
};
/** The objects that keep its revisions, and where events about them come from. */
const keepers = ({ namespace, kind, name }) => ({
    path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
    query: { labelSelector: `${LABEL}=${name}` }
});
/** The revisions that the cluster still knows, oldest first. */
const revisions = async (subject, signal) => {
    const { path, query } = keepers(subject);
    const { body } = await subject.api.call('GET', path, { query, signal });
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
/** The pods of one revision of a Deployment, or all that there are. */
const pods = async ({ api, namespace, name }, hash, signal) => {
    const { body } = await api.call('GET', `/api/v1/namespaces/${namespace}/pods`, {
        query: { labelSelector: `${LABEL}=${name}${hash && `,pod-template-hash=${hash}`}` },
        signal
    });
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'items')).map((pod) => {
        const condition = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .items */ .ld)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(pod, 'status', 'conditions')).find((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(each, 'type') === 'Ready');
        const ready = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(condition, 'status') === 'True';
        const containers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(pod, 'status', 'containerStatuses');
        const waiting = containers.map((each) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(each, 'state', 'waiting', 'reason')));
        const trouble = waiting.find((reason) => reason !== '') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(condition, 'reason'));
        const state = ready ? 'ready' : trouble || (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(pod, 'status', 'phase')) || 'no status';
        const named = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(pod, 'metadata', 'name'));
        return { name: named, ready, line: `${named}: ${state}${ready ? '' : ends(containers[0])}` };
    });
};
/** How its container ended the last time, in brackets. */
const ends = (container) => {
    const ended = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(container, 'state', 'terminated') ?? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(container, 'lastState', 'terminated');
    if (ended === undefined)
        return '';
    const message = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(ended, 'message')).trim().replace(/\s+/g, ' ').slice(0, 300);
    const restarts = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(container, 'restartCount'));
    return ` (exit status ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(ended, 'exitCode'))}${message && `: ${message}`}, ${restarts} restarts)`;
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
    const plain = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__.at)(body, 'text');
    return typeof plain === 'string' ? plain.trim() : body === undefined || body === null ? '' : JSON.stringify(body);
};
const LOG_LOOKS = 10;
const LOOK_MS = 300;


/***/ }),

/***/ 10545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ story)
});

// EXTERNAL MODULE: ./src/suites/evidence.ts
var suites_evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/suites/workload/deployment/deployment.ts
var deployment = __webpack_require__(15840);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/workload/steps.ts





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
    const passed = await evidence.check(`${subject.name} rolls out the ${release.step} release (${release.image}) as revision ${revision}`, `${(0,suites_evidence/* piped */.JR)((0,deployment/* manifest */.eu)(subject, release, seconds), 'apply --server-side --force-conflicts')} && ${steps_status(subject)}`, async () => {
        const reply = await (0,deployment/* apply */.Bb)(subject, release, seconds, signal);
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
    const apart = (0,suites_evidence/* piped */.JR)((0,deployment/* manifest */.eu)(subject, broken, breakSeconds), 'apply --server-side --force-conflicts');
    const before = await (0,deployment/* revisions */.ZW)(subject, signal);
    let hash;
    const failed = await evidence.check(`${subject.name} is seen failing when a release ${HOW[broken.breaks]}`, `${apart}; ${steps_status(subject)}`, async () => {
        const reply = await (0,deployment/* apply */.Bb)(subject, broken, breakSeconds, signal);
        if (reply.status >= 300)
            return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        const { value, ms } = await until(scene, (now) => now.stuck || now.rolledOut, 1000 * breakSeconds);
        hash = (await (0,deployment/* revisions */.ZW)(subject, signal)).find((now) => !before.some((old) => old.hash === now.hash))?.hash;
        const found = hash === undefined ? [] : await (0,deployment/* pods */.Jw)(subject, hash, signal);
        // Stuck for the reason that was asked for, and not because a slow machine missed a short deadline.
        const broke = found.length > 0 && found.every(({ ready }) => !ready);
        return { ok: value.stuck && broke, seen: `${value.line} after ${ms} ms; its pods: ${listed(found)}` };
    });
    if (!failed)
        return undefined;
    const keeps = subject.keeps ?? subject.replicas;
    // A strategy that takes the old pods away first keeps none.
    if (keeps === 0)
        return hash;
    const kept = await evidence.check(`${subject.name} keeps ${keeps} old pods available while a release ${HOW[broken.breaks]}`, `kubectl get replicasets -l ${deployment/* LABEL */.d_}=${subject.name}`, async () => {
        const now = await (0,deployment/* revisions */.ZW)(subject, signal);
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
const undo = async (scene, claim, template, revision, to) => {
    const { subject, evidence } = scene;
    const args = ['rollout', 'undo', (0,deployment/* kubectlNameOf */.jG)(subject), ...(to === undefined ? [] : [`--to-revision=${to}`])];
    return evidence.check(`${subject.name} ${claim}: the pod template of before as revision ${revision}, available`, `kubectl ${args.join(' ')} && ${steps_status(subject)}`, async () => {
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
const noPodsOf = ({ subject, evidence, goodMs, signal }, hash) => evidence.check(`${subject.name} has no pod of the broken release left`, `kubectl get pods -l ${deployment/* LABEL */.d_}=${subject.name},pod-template-hash=${hash}`, async () => {
    const { api, namespace } = subject;
    const watch = {
        path: `/api/v1/namespaces/${namespace}/pods`,
        query: { labelSelector: `pod-template-hash=${hash}` }
    };
    const read = () => (0,deployment/* pods */.Jw)(subject, hash, signal);
    const { value, done, ms } = await (0,wait/* wait */.u)(api, { read, done: (left) => left.length === 0, watch, withinMs: goodMs }, signal);
    return { ok: done, seen: done ? `none after ${ms} ms` : listed(value) };
});
/** Of a limit beyond this one the end is not reached: so many rollouts would prove no more than a lower limit does. */
const MOST = 3;
const LOWERED = 2;
/**
 * The end of the history. `made` are the revisions with a pod template of their own so far, oldest first; once there is
 * one more than the limit keeps beside the newest, the oldest goes, and kubectl refuses to go there. A limit of more than
 * three is lowered to two for this look, and the claims say so.
 */
const steps_history = async (scene, made) => {
    const { subject, evidence, next, goodMs, signal } = scene;
    const lowered = subject.revisionHistoryLimit > MOST;
    const limit = lowered ? LOWERED : subject.revisionHistoryLimit;
    const all = [...made];
    while (all.length < limit + 2) {
        const revision = (all.at(-1) ?? 0) + 1;
        const release = all.length === made.length ? next : { ...next, step: `${next.step}-${revision}` };
        if (!(await rollOut(scene, release, revision)))
            return false;
        all.push(revision);
    }
    const kept = all.slice(-limit - 1);
    const gone = all.at(-limit - 2);
    const name = (0,deployment/* kubectlNameOf */.jG)(subject);
    const patch = JSON.stringify({ spec: { revisionHistoryLimit: limit } });
    const keeps = await evidence.check(`${subject.name} keeps ${limit} old revisions, as revisionHistoryLimit ${limit} says${lowered ? `; that is ${subject.revisionHistoryLimit}, lowered for this look` : ''}`, `${lowered ? `kubectl patch ${name} --type merge -p '${patch}'; ` : ''}kubectl rollout history ${name}`, async () => {
        if (lowered) {
            const reply = await (0,deployment/* lowerHistory */.ux)(subject, limit, signal);
            if (reply.status >= 300)
                return { ok: false, seen: (0,suites_evidence/* told */.Ev)(reply) };
        }
        const read = () => (0,deployment/* revisions */.ZW)(subject, signal);
        const numbers = (found) => found.map((each) => each.revision).join(', ');
        const done = (found) => numbers(found) === kept.join(', ');
        const now = await (0,wait/* wait */.u)(subject.api, { read, done, watch: (0,deployment/* keepers */.OE)(subject), withinMs: goodMs }, signal);
        return { ok: now.done, seen: `revisions ${numbers(now.value)}` };
    });
    const args = ['rollout', 'undo', name, `--to-revision=${gone}`];
    return ((await evidence.check(`${subject.name} cannot go to revision ${gone}, beyond its limit, and kubectl says so`, `kubectl ${args.join(' ')}`, async () => {
        const { ok, seen } = await kubectl(scene, args);
        return { ok: !ok && seen.includes(`unable to find specified revision ${gone}`), seen };
    })) && keeps);
};
const until = ({ subject, goodMs, signal }, done, moreMs = 0) => (0,wait/* wait */.u)(subject.api, { read: () => (0,deployment/* look */.Op)(subject, signal), done, watch: (0,deployment/* events */.AZ)(subject), withinMs: goodMs + moreMs }, signal);
const listed = (all) => all.map(({ line }) => line).join(', ') || 'none';
/** What the pods of the newest revision say, for a claim that did not hold. */
const why = async ({ subject, signal }) => {
    const newest = (await (0,deployment/* revisions */.ZW)(subject, signal)).at(-1);
    if (newest === undefined)
        return 'there is no revision';
    const found = await (0,deployment/* pods */.Jw)(subject, newest.hash, signal);
    const bad = found.find(({ ready }) => !ready);
    const said = bad === undefined ? '' : await (0,deployment/* lastLines */.w$)(subject, bad.name, signal);
    return `pods of revision ${newest.revision}: ${listed(found)}${said && `; its log ends with:\n${said}`}`;
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
const steps_status = (subject) => `kubectl rollout status ${(0,deployment/* kubectlNameOf */.jG)(subject)}`;

;// CONCATENATED MODULE: ./src/suites/workload/story.ts


/** One Deployment from its first rollout to the end; it stops at the first claim that does not hold. */
const story = async (subject, plan, signal, book = (0,suites_evidence/* evidence */.MX)()) => {
    const scene = { ...plan, subject, evidence: book, signal };
    await (subject.kind === 'Deployment' ? tell(scene) : tellOfSet(scene));
    return book.checks;
};
const tell = async (scene) => {
    const { candidate, broken, whole, afterwards, subject } = scene;
    const first = whole ? await thereAndBack(scene) : undefined;
    if (whole && !first)
        return;
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
    // With less history than that the revision of N-1 is gone, as the manifest wants it.
    if (subject.revisionHistoryLimit < 2)
        await steps_history(scene, [3, 5, 6]);
    else if (await undo(scene, 'goes back to N-1 by its revision', first.template, 7, 3))
        await steps_history(scene, [5, 6, 7]);
    else
        return;
    await afterwards?.('the end');
};
/**
 * A DaemonSet or StatefulSet takes old pods away before new ones are ready: it goes there, back, there by its
 * revision, and to the end of its history.
 */
const tellOfSet = async (scene) => {
    const first = await thereAndBack(scene);
    if (!first)
        return;
    if (!(await undo(scene, 'goes to N by its revision', first.next, 4, 2)))
        return;
    await steps_history(scene, [3, 4]);
    await scene.afterwards?.('the end');
};
/** N-1, N, and back to N-1 by `kubectl rollout undo`, which is tried of a candidate that does not come up too. */
const thereAndBack = async (scene) => {
    const { baseline, candidate, upgrade, subject } = scene;
    const holds = async (step, when) => {
        const does = (await scene.expected?.(subject, step)) !== false;
        return (await scene.afterwards?.(when)) !== false && does;
    };
    const first = await rollOut(scene, baseline, 1);
    if (!first || (await scene.expected?.(subject, 'baseline')) === false)
        return undefined;
    if (upgrade && !(await upgrade()))
        return undefined;
    const upgraded = await rollOut(scene, candidate, 2);
    const kept = upgraded && (await holds('candidate', 'the upgrade'));
    const back = await undo(scene, 'goes from N back to N-1', first.template, 3);
    const keptBack = back && (await holds('rollback', 'the way back'));
    return upgraded && kept && keptBack ? { ...first, next: upgraded.template } : undefined;
};


/***/ }),

/***/ 46166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BREAKS: () => (/* binding */ BREAKS),
/* harmony export */   brokenRelease: () => (/* binding */ brokenRelease),
/* harmony export */   serviceAccount: () => (/* binding */ serviceAccount),
/* harmony export */   workloadSuite: () => (/* binding */ workloadSuite)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _evidence_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42372);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _cluster_namespace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15675);
/* harmony import */ var _story_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10545);
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
const workloadSuite = async (cluster, trial, run, signal) => {
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
        await serviceAccount(cluster, namespace, plan.goodMs, signal);
        const told = await Promise.all(BREAKS.map((breaks, i) => {
            const subject = {
                api: cluster.api,
                namespace,
                kind: 'Deployment',
                name: `${name}-${breaks}`,
                replicas: given('replicas', 2),
                revisionHistoryLimit: given('revisionHistoryLimit', 2)
            };
            const broken = brokenRelease(image, breaks, simulated);
            cluster.simulate?.(broken.image, breaks);
            return (0,_story_js__WEBPACK_IMPORTED_MODULE_2__/* .story */ ._)(subject, { ...plan, broken, whole: i === 0 }, signal);
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
