export const id = 1712;
export const ids = [1712];
export const modules = {

/***/ 91712:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  controlPlane: () => (/* binding */ controlPlane)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __webpack_require__(1205);
// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __webpack_require__(29877);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/adapters/kubernetes/client.ts + 2 modules
var kubernetes_client = __webpack_require__(43829);
;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/components.ts
/** Argument lists of the control plane's programs. All paths are relative to the cluster's folder, which is their cwd. */
/** What the programs read and write in the cluster's folder. */
const PATHS = {
    /** An address with a relative path: a socket's absolute one may have only 107 bytes. */
    etcd: 'unix://etcd.sock',
    /** A file of that name: etcd 3.6 wants host and port of every address that it advertises, if only to itself. */
    peer: 'unix://peer.sock:0',
    certificate: 'serving/apiserver.crt',
    /** Written after the certificate. */
    certificateKey: 'serving/apiserver.key',
    signingKey: 'service-accounts.key',
    verifyingKey: 'service-accounts.pub',
    tokens: 'tokens.csv',
    controllerManager: 'kube-controller-manager.kubeconfig',
    scheduler: 'kube-scheduler.kubeconfig',
    admin: 'admin.kubeconfig',
    log: (component) => `log/${component}.log`
};
/** etcd on sockets in the cluster's folder: no port, and no certificate, since only this user can enter the folder. */
const etcd = () => [
    '--data-dir=etcd',
    `--listen-client-urls=${PATHS.etcd}`,
    `--advertise-client-urls=${PATHS.etcd}:0`,
    `--listen-peer-urls=${PATHS.peer}`,
    `--initial-advertise-peer-urls=${PATHS.peer}`,
    `--initial-cluster=default=${PATHS.peer}`,
    // The data lives for minutes and is never read again, and the only member elects itself after one timeout.
    '--unsafe-no-fsync',
    '--heartbeat-interval=20',
    '--election-timeout=100',
    '--log-level=warn'
];
/**
 * For the API server. Its start makes 300 MiB of garbage among 200 MiB that stay: collected four times less often, that
 * costs 15 % less processor time and 120 MiB more memory (docs/control-plane.md).
 */
const GARBAGE = { GOGC: '400', GOMEMLIMIT: '600MiB' };
const kubeApiserver = (port) => [
    `--etcd-servers=${PATHS.etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--advertise-address=127.0.0.1',
    // Endpoints of the `kubernetes` service may not be loopback addresses.
    '--endpoint-reconciler-type=none',
    '--service-cluster-ip-range=10.96.0.0/16',
    // It makes its own serving certificate there.
    '--cert-dir=serving',
    '--anonymous-auth=false',
    `--token-auth-file=${PATHS.tokens}`,
    '--authorization-mode=RBAC',
    '--allow-privileged=true',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${PATHS.verifyingKey}`,
    `--service-account-signing-key-file=${PATHS.signingKey}`,
    '--etcd-compaction-interval=0',
    '--etcd-count-metric-poll-period=0',
    '--etcd-db-metric-poll-interval=0',
    '--profiling=false'
];
const kubeControllerManager = () => [
    `--kubeconfig=${PATHS.controllerManager}`,
    // No port of its own, so nothing to protect.
    '--secure-port=0',
    '--leader-elect=false',
    `--root-ca-file=${PATHS.certificate}`,
    `--service-account-private-key-file=${PATHS.signingKey}`,
    // The default of 20 a second makes rollouts and the end of a namespace wait.
    '--kube-api-qps=1000',
    '--kube-api-burst=1000',
    '--profiling=false'
];
const kubeScheduler = () => [
    `--kubeconfig=${PATHS.scheduler}`,
    '--secure-port=0',
    '--leader-elect=false',
    '--profiling=false'
];

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/free-port.ts

/** A TCP port of 127.0.0.1 that is free right now; somebody else may take it before it is used. */
const freePort = () => new Promise((resolve, reject) => {
    const server = (0,external_node_net_.createServer)();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

// EXTERNAL MODULE: ./src/adapters/clusters/until.ts
var until = __webpack_require__(94174);
;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/api-server.ts





/** Somebody else may take the port between our look and the API server's bind. */
const PORT_TRIES = 5;
/**
 * An API server that answers, though it is not ready yet, on a port that it has for itself. Rejects with a 'command'
 * Failure that holds the end of its log when it ends instead.
 */
async function startApiServer(run, read, token, signal) {
    for (let tries = 1;; tries++) {
        const port = await freePort();
        const service = await run(port);
        const url = `https://127.0.0.1:${port}`;
        const ended = new AbortController();
        const how = service.ended.finally(() => ended.abort());
        try {
            return { service, url, ...(await firstAnswer(url, read, token, AbortSignal.any([signal, ended.signal]))) };
        }
        catch (error) {
            signal.throwIfAborted();
            if (!ended.signal.aborted)
                throw error;
            if (tries < PORT_TRIES && (await how).includes('address already in use'))
                continue;
            throw new errors/* Failure */.H('command', `the control plane did not start: ${await how}`, {
                hint: 'See the log above; run again, or choose another cluster: --cluster kind or kubeconfig.'
            });
        }
    }
}
async function firstAnswer(url, read, token, signal) {
    await (0,until/* until */.T)(signal, async () => ((await read(PATHS.certificateKey))?.length ?? 0) > 0);
    const certificate = Buffer.from((await read(PATHS.certificate)) ?? []).toString('utf8');
    const client = (0,kubernetes_client/* kubernetesApi */.H)({ server: new URL(url), ca: certificate, token });
    const answers = () => client.call('GET', '/livez', { signal }).then(() => true, () => false);
    try {
        await (0,until/* until */.T)(signal, answers);
        return { certificate, client };
    }
    catch (error) {
        client[Symbol.dispose]();
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/credentials.ts

function credentials() {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    const token = () => (0,external_node_crypto_.randomBytes)(32).toString('hex');
    return {
        admin: token(),
        controllerManager: token(),
        scheduler: token(),
        signingKey: privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
        verifyingKey: publicKey.export({ type: 'spki', format: 'pem' }).toString()
    };
}
/**
 * The API server's token file: token, user, uid, groups. The controller manager is an administrator: under its own
 * user each controller would ask for a token of its own first, one after the other, which takes 5 s.
 */
const tokenFile = ({ admin, controllerManager, scheduler }) => [
    `${admin},slipway:admin,slipway-admin,"system:masters"`,
    `${controllerManager},system:kube-controller-manager,kube-controller-manager,"system:masters"`,
    `${scheduler},system:kube-scheduler,kube-scheduler,"system:authenticated"`,
    ''
].join('\n');
/** A kubeconfig file that needs no other file. Written as JSON, which is YAML. */
const kubeconfigFile = (server, certificate, token) => `${JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
        {
            name: 'slipway',
            cluster: { server, 'certificate-authority-data': Buffer.from(certificate).toString('base64') }
        }
    ],
    users: [{ name: 'slipway', user: { token } }],
    contexts: [{ name: 'slipway', context: { cluster: 'slipway', user: 'slipway' } }],
    'current-context': 'slipway'
}, undefined, 2)}\n`;

// EXTERNAL MODULE: ./src/adapters/clusters/guarded.ts
var guarded = __webpack_require__(8174);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/pod-status.ts

/** Whether a pod's containers end by themselves: as in a Job, all but `restartPolicy: Always`. */
const runsToCompletion = (pod) => !['', 'Always'].includes((0,json/* textAt */.$6)(pod, 'spec', 'restartPolicy'));
/** Whether a pod at this moment has a container that keeps crashing. */
const crashes = (status) => [...(0,json/* objectsAt */.yR)(status, 'initContainerStatuses'), ...(0,json/* objectsAt */.yR)(status, 'containerStatuses')].some((container) => (0,json/* textAt */.$6)(container, 'state', 'waiting', 'reason') === 'CrashLoopBackOff');
/** The status that a kubelet would write: each container behaves by its own image, init containers in their order. */
function podStatus(view) {
    const { pod, now } = view;
    const inits = (0,json/* objectsAt */.yR)(pod, 'spec', 'initContainers');
    const shapes = initShapes(view, inits);
    const initialized = shapes.every((shape, i) => shape === 'done' || (isSidecar(inits[i]) && isUp(shape)));
    const mains = (0,json/* objectsAt */.yR)(pod, 'spec', 'containers').map((container) => initialized ? shapeOf(view, container) : 'pending');
    const all = (0,json/* objectsAt */.yR)(pod, 'spec', 'containers');
    const phase = phaseOf(shapes, mains, initialized);
    const over = phase === 'Succeeded' || phase === 'Failed';
    const unready = [
        ...inits.filter((container, i) => isSidecar(container) && shapes[i] !== 'running'),
        ...all.filter((_, i) => mains[i] !== 'running')
    ];
    const ready = condition(unready.length === 0, over ? 'PodCompleted' : 'ContainersNotReady', unready);
    return {
        phase,
        hostIP: '127.0.0.1',
        hostIPs: [{ ip: '127.0.0.1' }],
        podIP: view.ip,
        podIPs: [{ ip: view.ip }],
        startTime: view.startedAt,
        ...(inits.length > 0 && { initContainerStatuses: inits.map((one, i) => container(view, one, shapes[i])) }),
        containerStatuses: all.map((one, i) => container(view, one, mains[i])),
        conditions: [
            { type: 'PodReadyToStartContainers', ...condition(!over) },
            { type: 'Initialized', ...condition(initialized, 'ContainersNotInitialized') },
            { type: 'ContainersReady', ...ready },
            { type: 'Ready', ...ready },
            { type: 'PodScheduled', ...condition(true) }
        ].map((one) => ({ ...one, lastTransitionTime: unchanged(view.before, one.type, one.status) ?? now }))
    };
}
function shapeOf({ pod, behaviour, moment }, container) {
    const how = behaviour((0,json/* textAt */.$6)(container, 'image'));
    if (how === 'bad-image')
        return 'unpulled';
    if (how === 'crash')
        return (0,json/* textAt */.$6)(pod, 'spec', 'restartPolicy') === 'Never' ? 'failed' : 'restarting';
    if (moment === 'stopped')
        return 'done';
    if (how === 'never-ready')
        return 'unready';
    return moment === 'finished' ? 'done' : 'running';
}
function initShapes(view, inits) {
    let open = true;
    return inits.map((init) => {
        if (!open)
            return 'pending';
        const shape = shapeOf(view, init);
        // A sidecar runs on beside the others; any other init container has to end first.
        if (isSidecar(init)) {
            open = isUp(shape) || shape === 'done';
            return shape === 'failed' ? 'restarting' : shape;
        }
        open = shape === 'running' || shape === 'done';
        return open ? 'done' : shape;
    });
}
const isSidecar = (container) => (0,json/* textAt */.$6)(container, 'restartPolicy') === 'Always';
const isUp = (shape) => shape === 'running' || shape === 'unready';
/** As the kubelet's getPhase decides. */
function phaseOf(inits, mains, initialized) {
    if (inits.includes('failed'))
        return 'Failed';
    if (!initialized && !mains.includes('done'))
        return 'Pending';
    if (mains.includes('unpulled') || mains.includes('pending'))
        return 'Pending';
    if (mains.every((shape) => shape === 'done'))
        return 'Succeeded';
    return mains.every((shape) => shape === 'done' || shape === 'failed') ? 'Failed' : 'Running';
}
function condition(holds, reason, unready = []) {
    if (holds)
        return { status: 'True' };
    const names = unready.map((one) => (0,json/* textAt */.$6)(one, 'name')).join(' ');
    return {
        status: 'False',
        ...(reason && { reason }),
        ...(names !== '' && { message: `containers with unready status: [${names}]` })
    };
}
const unchanged = (before, type, status) => {
    const old = (0,json/* objectsAt */.yR)(before, 'conditions').find((one) => (0,json/* textAt */.$6)(one, 'type') === type);
    return old && (0,json/* textAt */.$6)(old, 'status') === status ? (0,json/* textAt */.$6)(old, 'lastTransitionTime') : undefined;
};
function container(view, { name = '', image = '' }, shape = 'pending') {
    const ran = shape !== 'unpulled' && shape !== 'pending';
    const id = `simulated://${(0,json/* textAt */.$6)(view.pod, 'metadata', 'uid')}/${(0,json/* textAt */.$6)({ name }, 'name')}`;
    const ended = (exitCode, reason) => ({
        terminated: { exitCode, reason, startedAt: view.startedAt, finishedAt: view.now, containerID: id }
    });
    const waiting = (reason, message) => ({ waiting: { reason, ...(message && { message }) } });
    const state = () => {
        switch (shape) {
            case 'running':
            case 'unready':
                return { running: { startedAt: view.startedAt } };
            case 'done':
                return ended(0, 'Completed');
            case 'failed':
                return ended(1, 'Error');
            case 'restarting':
                return waiting('CrashLoopBackOff', `simulated: ${(0,json/* textAt */.$6)({ image }, 'image')} was told to crash`);
            case 'unpulled':
                return waiting('ImagePullBackOff', `simulated: ${(0,json/* textAt */.$6)({ image }, 'image')} was told to be a bad image`);
            case 'pending':
                return waiting('PodInitializing');
        }
    };
    return {
        name,
        image,
        imageID: ran ? `simulated://${(0,json/* textAt */.$6)({ image }, 'image')}` : '',
        ...(ran && { containerID: id }),
        ready: shape === 'running' ||
            (shape === 'done' && (0,json.at)(view.pod, 'spec', 'initContainers') !== undefined && isInit(view.pod, name)),
        started: isUp(shape),
        restartCount: shape === 'restarting' ? view.crashes : 0,
        state: state(),
        lastState: shape === 'restarting' ? ended(1, 'Error') : {}
    };
}
/** An init container that ended well counts as ready. */
const isInit = (pod, name) => (0,json/* objectsAt */.yR)(pod, 'spec', 'initContainers').some((one) => one['name'] === name);

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/simulated-pods.ts



/** The pause before the second crash in milliseconds; it doubles up to the limit, as the kubelet's (10 s to 5 min) does. */
const CRASH_PAUSE_MS = 1000;
const CRASH_LIMIT_MS = 60_000;
/** `behaviours` is read when a pod is first seen: a later change is for later pods. */
function simulatedPods(api, behaviours, signal, note) {
    const pods = new Map();
    let addresses = 0;
    const admit = (object) => {
        const now = new Map(behaviours);
        const n = addresses++;
        return {
            ip: `10.244.${Math.floor(n / 250) % 256}.${(n % 250) + 2}`,
            behaviour: (image) => now.get(image) ?? 'ready',
            startedAt: time(),
            object,
            crashes: 1,
            last: Promise.resolve()
        };
    };
    /** Again until the server takes it, as a kubelet does (a webhook may refuse for a while), or the pod is gone. */
    const send = async (pod, method, suffix, body) => {
        const path = `/api/v1/namespaces/${nameOf(pod, 'namespace')}/pods/${nameOf(pod, 'name')}${suffix}`;
        const wasEnding = isEnding(pod.object);
        for (let pause = 100;; pause = Math.min(pause * 2, 5000)) {
            const said = await api.call(method, path, { body, patch: 'strategic', signal }).then(({ status, body }) => (isTaken(status) ? undefined : `${status} ${(0,json/* textAt */.$6)(body, 'message')}`), (error) => error.message);
            if (said === undefined || signal.aborted)
                return;
            if (pause === 100)
                note(`the simulated node tries again: ${method} ${path} gave ${said}`);
            await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
            if (signal.aborted || pod.gone || isEnding(pod.object) !== wasEnding)
                return;
        }
    };
    const write = (pod, moment) => {
        const status = podStatus({
            pod: pod.object,
            behaviour: pod.behaviour,
            moment,
            ip: pod.ip,
            crashes: pod.crashes,
            startedAt: pod.startedAt,
            now: time(),
            ...(pod.status && { before: pod.status })
        });
        pod.status = status;
        return send(pod, 'PATCH', '/status', { metadata: { uid: uidOf(pod.object) }, status });
    };
    const start = async (pod) => {
        await write(pod, 'started');
        if (runsToCompletion(pod.object) && (0,json/* textAt */.$6)(pod.status, 'phase') === 'Running')
            await write(pod, 'finished');
        crashAgain(pod);
    };
    const crashAgain = (pod) => {
        if (!pod.status || !crashes(pod.status) || signal.aborted)
            return;
        const pause = Math.min(CRASH_PAUSE_MS * 2 ** (pod.crashes - 1), CRASH_LIMIT_MS);
        pod.timer = setTimeout(() => {
            pod.crashes++;
            then(pod, async () => {
                await write(pod, 'started');
                crashAgain(pod);
            });
        }, pause);
    };
    const end = async (pod) => {
        if (!['Succeeded', 'Failed'].includes((0,json/* textAt */.$6)(pod.status, 'phase')))
            await write(pod, 'stopped');
        const preconditions = { uid: uidOf(pod.object) };
        await send(pod, 'DELETE', '', { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0, preconditions });
    };
    const then = (pod, work) => {
        pod.last = pod.last.then(() => (signal.aborted ? undefined : work()));
    };
    return {
        see({ type, object }) {
            const id = uidOf(object);
            const pod = pods.get(id) ?? admit(object);
            const wasEnding = isEnding(pod.object);
            const isNew = !pods.has(id);
            pod.object = object;
            if (type === 'DELETED') {
                clearTimeout(pod.timer);
                pod.gone = true;
                pods.delete(id);
                return;
            }
            pods.set(id, pod);
            // With a finalizer on it a pod stays after its deletion with grace 0; there is nothing more to do then.
            if (isEnding(object) && (0,json.at)(object, 'metadata', 'deletionGracePeriodSeconds') !== 0 && (isNew || !wasEnding)) {
                clearTimeout(pod.timer);
                then(pod, () => end(pod));
            }
            else if (isNew && !isEnding(object))
                then(pod, () => start(pod));
        },
        async stop() {
            for (const pod of pods.values())
                clearTimeout(pod.timer);
            await Promise.all([...pods.values()].map((pod) => pod.last));
            pods.clear();
        }
    };
}
/** A pod that is not there, or is another by now, wants nothing more. */
const isTaken = (status) => status < 300 || status === 404 || status === 409;
const isEnding = (object) => (0,json.at)(object, 'metadata', 'deletionTimestamp') !== undefined;
const uidOf = (object) => (0,json/* textAt */.$6)(object, 'metadata', 'uid');
const nameOf = (pod, field) => (0,json/* textAt */.$6)(pod.object, 'metadata', field);
/** Now, as Kubernetes writes times. */
const time = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/simulated-node.ts




const NODE = 'simulated';
/** As the kubelet does: the node lease lasts 40 s and is renewed every 10 s. */
const LEASE_SECONDS = 40;
const RENEW_MS = 10_000;
/**
 * One Ready node on which no container runs: pods bound to it get the status that their containers' images are told to
 * bring about, and pods that are being deleted go at once. Works from the moment that the API answers.
 */
function simulatedNode(api, arch, note) {
    const stop = new AbortController();
    const { signal } = stop;
    const behaviours = new Map();
    const pods = simulatedPods(api, behaviours, signal, note);
    const follow = async () => {
        for await (const event of api.watch('/api/v1/pods', signal, { fieldSelector: `spec.nodeName=${NODE}` }))
            pods.see(event);
    };
    const work = register(api, arch, signal).then(() => Promise.all([follow(), renew(api, signal)]));
    const broken = work.then(() => new Promise(() => undefined), (error) => {
        if (signal.aborted)
            return new Promise(() => undefined);
        throw error;
    });
    // Whoever does not look at it hears nothing of it.
    broken.catch(() => undefined);
    return {
        broken,
        simulate: (image, behaviour) => void behaviours.set(image, behaviour),
        async [Symbol.asyncDispose]() {
            stop.abort();
            await work.catch(() => undefined);
            await pods.stop();
        }
    };
}
/** Creates the node with its status, as a kubelet does; again until the server is up enough to take it. */
async function register(api, arch, signal) {
    const body = node(arch, new Date().toISOString());
    await untilTaken(signal, async () => api.call('POST', '/api/v1/nodes', { body, signal }));
}
async function renew(api, signal) {
    const path = `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${NODE}`;
    while (!signal.aborted) {
        await untilTaken(signal, () => api.call('PATCH', path, {
            patch: 'apply',
            query: { force: 'true' },
            body: {
                apiVersion: 'coordination.k8s.io/v1',
                kind: 'Lease',
                metadata: { name: NODE },
                spec: {
                    holderIdentity: NODE,
                    leaseDurationSeconds: LEASE_SECONDS,
                    // MicroTime: six digits.
                    renewTime: new Date().toISOString().replace('Z', '000Z')
                }
            },
            signal
        }));
        await (0,promises_.setTimeout)(RENEW_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
}
/** A server that starts refuses for a second or two (no namespace yet, no caches); one that goes on refusing is broken. */
async function untilTaken(signal, ask) {
    const started = Date.now();
    for (let pause = 10;; pause = Math.min(pause * 2, 500)) {
        const { status, body } = await ask();
        if (status < 300 || status === 409)
            return;
        if (Date.now() - started > 30_000)
            throw new errors/* Failure */.H('command', `kube-apiserver refuses the simulated node: ${status} ${(0,json/* textAt */.$6)(body, 'message')}`, {
                hint: 'Run again; if it stays so, try another --kubernetes and report it.'
            });
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
function node(arch, now) {
    const resources = { cpu: '64', memory: '256Gi', pods: '500', 'ephemeral-storage': '1Ti' };
    const healthy = (type, status, reason) => ({
        type,
        status,
        reason,
        message: 'simulated by Slipway',
        lastHeartbeatTime: now,
        lastTransitionTime: now
    });
    return {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
            name: NODE,
            labels: { 'kubernetes.io/hostname': NODE, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': arch }
        },
        status: {
            capacity: resources,
            allocatable: resources,
            addresses: [
                { type: 'InternalIP', address: '127.0.0.1' },
                { type: 'Hostname', address: NODE }
            ],
            // Nothing listens there, so `kubectl logs` fails at once and never meets a real kubelet.
            daemonEndpoints: { kubeletEndpoint: { Port: 1 } },
            nodeInfo: {
                operatingSystem: 'linux',
                architecture: arch,
                kubeletVersion: 'simulated',
                kubeProxyVersion: '',
                containerRuntimeVersion: 'simulated://',
                kernelVersion: '',
                osImage: '',
                bootID: '',
                machineID: '',
                systemUUID: ''
            },
            conditions: [
                healthy('Ready', 'True', 'KubeletReady'),
                healthy('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
                healthy('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
                healthy('PIDPressure', 'False', 'KubeletHasSufficientPID')
            ]
        }
    };
}

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/boot.ts










/**
 * From nothing to a ready cluster. What has to end is in the scope as soon as it exists; a program that ends by itself
 * aborts `lost`, at any time.
 */
async function boot({ processes, files, env, platform, note }, tools, scope, lost, signal) {
    const { path: folder } = scope.use(await files.scratch('control-plane'));
    // One after the other: a write that is still under way would bring the folder back after it was removed.
    const save = async (content) => {
        for (const [name, text] of Object.entries(content))
            await files.write((0,external_node_path_.join)(folder, name), text, 0o600);
    };
    const services = new Set();
    scope.defer(() => stopAll(services));
    const run = async (component, args, more = {}) => {
        signal.throwIfAborted();
        const log = (0,external_node_path_.join)(folder, PATHS.log(component));
        const variables = { ...env, ...more, HOME: folder };
        const service = await processes.start([tools[component], ...args], { cwd: folder, env: variables, log });
        services.add(service);
        void service.ended.then(() => services.delete(service));
        return service;
    };
    const keep = (service) => void service.ended.then((how) => lost.abort(new errors/* Failure */.H('command', `the control plane broke: ${how}`, {
        hint: 'See its log above; a machine that runs out of memory or disk ends it like that.'
    })));
    note('starting etcd and kube-apiserver');
    const secrets = credentials();
    await save({
        [PATHS.tokens]: tokenFile(secrets),
        [PATHS.signingKey]: secrets.signingKey,
        [PATHS.verifyingKey]: secrets.verifyingKey
    });
    keep(await run('etcd', etcd()));
    const { service, url, certificate, client } = await startApiServer((port) => run('kube-apiserver', kubeApiserver(port), GARBAGE), (name) => files.read((0,external_node_path_.join)(folder, name)), secrets.admin, signal);
    scope.use(client);
    scope.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')));
    keep(service);
    await save({
        [PATHS.admin]: kubeconfigFile(url, certificate, secrets.admin),
        [PATHS.controllerManager]: kubeconfigFile(url, certificate, secrets.controllerManager),
        [PATHS.scheduler]: kubeconfigFile(url, certificate, secrets.scheduler)
    });
    const api = (0,guarded/* guarded */.N)(client, lost.signal);
    const node = scope.use(simulatedNode(api, (0,toolchain_platform/* inGo */.y)(platform).arch, note));
    node.broken.catch((error) => lost.abort(error));
    // The other two look at its health once a second, so that starting them before it is healthy makes them late.
    await (0,until/* until */.T)(signal, async () => (await api.call('GET', '/readyz', { signal })).status === 200);
    note('starting kube-controller-manager and kube-scheduler');
    keep(await run('kube-controller-manager', kubeControllerManager()));
    keep(await run('kube-scheduler', kubeScheduler()));
    const version = await api.call('GET', '/version', { signal });
    await (0,until/* until */.T)(signal, () => isUsable(api, signal));
    return {
        provider: 'control-plane',
        server: (0,json/* textAt */.$6)(version.body, 'gitVersion'),
        api,
        kubeconfig: (0,external_node_path_.join)(folder, PATHS.admin),
        kubectl: tools.kubectl,
        load: undefined,
        saveLogs: (to) => saveLogs(files, folder, to),
        simulate: (image, behaviour) => node.simulate(image, behaviour)
    };
}
/**
 * Pods may be made, and have where to go. The controller manager makes the account, and takes off the taint that the
 * API server put on the new node once it has seen it Ready.
 */
async function isUsable(api, signal) {
    const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal });
    const node = await api.call('GET', `/api/v1/nodes/${NODE}`, { signal });
    return account.status === 200 && node.status === 200 && (0,json/* objectsAt */.yR)(node.body, 'spec', 'taints').length === 0;
}
async function saveLogs(files, folder, to) {
    for (const name of await files.list((0,external_node_path_.join)(folder, 'log')))
        await files.copy((0,external_node_path_.join)(folder, 'log', name), (0,external_node_path_.join)(to, name));
}
/** Nothing of it is used again, so nothing is closed in good order, which would take 3 s. */
async function stopAll(services) {
    for (const { pid } of services)
        kill(pid);
    const ends = await Promise.allSettled([...services].map((service) => service[Symbol.asyncDispose]()));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
}
function kill(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
        // It has ended already; disposing waits for what it left.
    }
}

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/control-plane.ts
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




/** How long a start may take in milliseconds: it needs 3 s on two quiet cores. */
const PATIENCE_MS = 120_000;
/**
 * Clusters that are etcd, kube-apiserver, kube-controller-manager and kube-scheduler as processes on loopback, with
 * one simulated node. Linux only ('environment' elsewhere). A program that ends while the cluster starts or is in use
 * makes that and every later call reject with a 'command' Failure that holds the end of its log.
 */
const controlPlane = (options) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            signal.throwIfAborted();
            if (options.platform.os !== 'linux')
                throw new errors/* Failure */.H('environment', `a control-plane cluster runs on Linux only, and this is ${(0,toolchain_platform/* inGo */.y)(options.platform).os}`, {
                    hint: 'Use --cluster kind or --cluster kubeconfig here.'
                });
            const tools = await findTools(options.toolchain, kubernetes, signal);
            const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
            const lost = new AbortController();
            const booting = AbortSignal.any([signal, lost.signal, AbortSignal.timeout(PATIENCE_MS)]);
            try {
                const made = await boot(options, tools, scope, lost, booting);
                signal.throwIfAborted();
                const owned = scope.move();
                return { ...made, [Symbol.asyncDispose]: () => owned.disposeAsync() };
            }
            catch (error) {
                signal.throwIfAborted();
                lost.signal.throwIfAborted();
                if (booting.aborted)
                    throw new errors/* Failure */.H('environment', `the control plane was not ready after ${PATIENCE_MS / 1000} s`, {
                        hint: 'See whether this machine is overloaded: a start takes about 3 s on two free cores.',
                        cause: error
                    });
                throw error;
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
});
async function findTools(toolchain, kubernetes, signal) {
    const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];
    const find = async (name) => [name, (await toolchain.tool(name, kubernetes, signal)).path];
    return Object.fromEntries(await Promise.all(names.map(find)));
}


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ guarded)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** How long after a broken connection the end of a program may show, in milliseconds. */
const SHOWS_MS = 500;
/** The API until `lost` aborts: from then on every call and every watch rejects with its reason, also those under way. */
function guarded(api, lost) {
    const and = (signal) => AbortSignal.any(signal ? [signal, lost] : [lost]);
    /** A lost connection is the first that is seen of a program's end; its reason says more. */
    const reason = async (error, signal) => {
        if (signal?.aborted)
            return signal.reason;
        if (!lost.aborted)
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(SHOWS_MS, undefined, { signal: lost }).catch(() => undefined);
        return lost.aborted ? lost.reason : error;
    };
    return {
        async call(method, path, options = {}) {
            try {
                return await api.call(method, path, { ...options, signal: and(options.signal) });
            }
            catch (error) {
                throw await reason(error, options.signal);
            }
        },
        async *watch(path, signal, query) {
            try {
                yield* api.watch(path, and(signal), query);
            }
            catch (error) {
                throw await reason(error, signal);
            }
            // A watch ends silently when its signal aborts; the caller's did not.
            if (!signal.aborted)
                lost.throwIfAborted();
        }
    };
}


/***/ }),

/***/ 94174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ until)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const POLL_MS = 10;
/** Asks again and again until it holds; rejects when the signal aborts. */
async function until(signal, holds) {
    for (signal.throwIfAborted(); !(await holds());)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS, undefined, { signal });
}


/***/ }),

/***/ 43829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ kubernetesApi)
});

// UNUSED EXPORTS: warnings

// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/transport.ts





/** API servers keep an idle connection for at least 90 s; we let go of it before, so that they never meet us half-way. */
const IDLE_MS = 45_000;
/** Connections for requests that end; more wait in line. */
const CONNECTIONS = 16;
function transport(connection) {
    const { server } = connection;
    const client = server.protocol === 'http:' ? external_node_http_ : external_node_https_;
    const tls = {
        ...(connection.ca !== undefined && { ca: connection.ca }),
        ...(connection.certificate !== undefined && { cert: connection.certificate }),
        ...(connection.key !== undefined && { key: connection.key }),
        ...(connection.servername !== undefined && { servername: connection.servername }),
        ...(connection.insecure && { rejectUnauthorized: false })
    };
    const agent = new client.Agent({ ...tls, keepAlive: true, timeout: IDLE_MS, maxSockets: CONNECTIONS });
    const longAgent = new client.Agent(tls);
    const failure = (cause) => new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} does not answer: ${reasonOf(cause)}`, {
        hint: 'Check that this cluster runs and that its kubeconfig is current.',
        cause
    });
    const once = (request) => new Promise((resolve, reject) => {
        const { method, query, body, signal, silence } = request;
        const path = server.pathname.replace(/\/$/, '') + request.path;
        const search = query && new URLSearchParams(query).toString();
        const sent = client.request({
            agent: request.long ? longAgent : agent,
            method,
            host: server.hostname.replace(/^\[|\]$/g, ''),
            port: server.port,
            path: search ? `${path}?${search}` : path,
            headers: {
                accept: request.accept ?? 'application/json',
                'user-agent': 'slipway',
                ...(connection.token !== undefined && { authorization: `Bearer ${connection.token}` }),
                ...(body !== undefined && { 'content-type': request.contentType, 'content-length': Buffer.byteLength(body) })
            },
            // Derived, so that many requests may share one signal without a warning about its listeners.
            ...(signal && { signal: AbortSignal.any([signal]) })
        });
        sent.setTimeout(silence, () => sent.destroy(new Error(`silent for ${silence / 1000} s`)));
        sent.once('response', resolve);
        sent.once('error', (error) => reject(new Unsent(error, sent.reusedSocket && codeOf(error) === 'ECONNRESET')));
        sent.end(body);
    });
    return {
        async send(request) {
            request.signal?.throwIfAborted();
            for (let tries = 1;; tries++) {
                try {
                    return await once(request);
                }
                catch (error) {
                    request.signal?.throwIfAborted();
                    // A kept connection that the server closed as we wrote: what only reads is asked again, on a new one.
                    if (error instanceof Unsent && error.stale && request.method === 'GET' && tries < 3)
                        continue;
                    throw failure(error instanceof Unsent ? error.cause : error);
                }
            }
        },
        async text(answer, { signal }, limit) {
            try {
                return (await (0,answer_body/* gather */.kg)(answer, limit)).toString('utf8');
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof answer_body/* TooMuch */.GC))
                    throw failure(error);
                throw new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} answered with more than ${(0,limits/* sized */.Sk)(limit)}`, { hint: 'Ask for less: a label selector, or a limit.', cause: error });
            }
        },
        [Symbol.dispose]() {
            agent.destroy();
            longAgent.destroy();
        }
    };
}
class Unsent extends Error {
    stale;
    constructor(cause, stale) {
        super('not sent', { cause });
        this.stale = stale;
    }
}
const codeOf = (error) => error?.code ?? '';
const reasonOf = (error) => {
    const { message } = error;
    return message === '' ? codeOf(error) : message;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/watch.ts




/** The server ends a watch after this many seconds, and we go on with a new one; bookmarks come about every minute. */
const WATCH_SECONDS = 300;
const PAGE = 500;
const PATIENCE_MS = 30_000;
/** Answers to a list or watch that asking again does not change. 409, 410 and 429 are not among them. */
const FINAL = [400, 401, 403, 404, 405, 406, 422];
/**
 * What is there as ADDED, then every change, until the signal aborts; then the iteration ends without an error. A
 * watch that breaks goes on where it was. When the server no longer knows that place, the list is read again: ADDED
 * for all that is there, DELETED (as last seen) for what went meanwhile. Rejects with an 'environment' Failure when the
 * server refuses, or does not answer for `patience` milliseconds.
 */
async function* watch(client, path, signal, query = {}) {
    const known = new Map();
    let version;
    let lastAnswer = Date.now();
    let pause = 0;
    while (!signal.aborted) {
        try {
            if (version === undefined) {
                const listed = await list(client, path, signal, query);
                lastAnswer = Date.now();
                for (const [id, object] of without(known, listed.items)) {
                    known.delete(id);
                    yield { type: 'DELETED', object };
                }
                for (const object of listed.items) {
                    known.set(idOf(object), object);
                    yield { type: 'ADDED', object };
                }
                version = listed.version;
            }
            for await (const { type, object } of changes(client, path, signal, query, version)) {
                lastAnswer = Date.now();
                pause = 0;
                if (type === 'ERROR') {
                    // Mostly 410: the server no longer has the history from there on.
                    version = undefined;
                    break;
                }
                version = (0,json/* textAt */.$6)(object, 'metadata', 'resourceVersion');
                if (type === 'BOOKMARK')
                    continue;
                if (type === 'DELETED')
                    known.delete(idOf(object));
                else
                    known.set(idOf(object), object);
                yield { type, object };
            }
        }
        catch (error) {
            if (signal.aborted)
                return;
            if (error instanceof Endless)
                throw error.failure;
            if (error instanceof Refused) {
                if (error.status === 410)
                    version = undefined;
                else if (FINAL.includes(error.status))
                    throw error.failure;
            }
            const cause = error instanceof Refused ? error.failure : error;
            if (!(cause instanceof errors/* Failure */.H) || Date.now() - lastAnswer > (client.patience ?? PATIENCE_MS))
                throw cause;
        }
        await (0,promises_.setTimeout)(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(Math.max(pause * 2, 20), 1000);
    }
}
/** The whole list, in pages of one snapshot. Items get the apiVersion and kind that a list leaves out. */
async function list({ ask, page: size = PAGE, listLimit = limits/* LIMITS */.b1.listed.most }, path, signal, query) {
    const items = [];
    let [next, held] = ['', 0];
    for (;;) {
        const page = { ...query, limit: `${size}`, ...(next !== '' && { continue: next }) };
        const { status, body, size: read } = await ask({ method: 'GET', path, query: page, signal, silence: 75_000 });
        if (status !== 200)
            throw new Refused(status, path, body);
        held += read;
        if (held > listLimit)
            throw new Endless(path, listLimit);
        const kind = (0,json/* textAt */.$6)(body, 'kind').replace(/List$/, '');
        const apiVersion = (0,json/* textAt */.$6)(body, 'apiVersion');
        for (const item of (0,json/* objectsAt */.yR)(body, 'items'))
            items.push({ apiVersion, kind, ...item });
        next = (0,json/* textAt */.$6)(body, 'metadata', 'continue');
        if (next === '')
            return { items, version: (0,json/* textAt */.$6)(body, 'metadata', 'resourceVersion') };
    }
}
async function* changes({ link }, path, signal, query, resourceVersion) {
    const request = {
        method: 'GET',
        path,
        query: { ...query, watch: '1', allowWatchBookmarks: 'true', resourceVersion, timeoutSeconds: `${WATCH_SECONDS}` },
        signal,
        silence: (WATCH_SECONDS + 30) * 1000,
        long: true
    };
    const answer = await link.send(request);
    if (answer.statusCode !== 200) {
        const text = await link.text(answer, request, limits/* LIMITS */.b1.cluster.most);
        throw new Refused(answer.statusCode ?? 0, path, { text });
    }
    try {
        for await (const value of ndjson(answer)) {
            const object = (0,json.at)(value, 'object');
            if ((0,json/* isObject */.Gv)(object))
                yield { type: (0,json/* textAt */.$6)(value, 'type'), object };
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        throw new errors/* Failure */.H('environment', `the watch of ${path} broke: ${cause.message}`, {
            hint: 'Run again; if it stays so, look whether the cluster, or what lies between, ends long requests.',
            cause
        });
    }
}
/** A list that is too long, or has no end: to begin anew does not change that. */
class Endless extends Error {
    failure;
    constructor(path, limit) {
        super('endless');
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers with a list of more than ${(0,limits/* sized */.Sk)(limit)}`, { hint: 'Ask for less: a namespace, or a label selector.' });
    }
}
class Refused extends Error {
    status;
    failure;
    constructor(status, path, body) {
        super('refused');
        this.status = status;
        const said = (0,json/* textAt */.$6)(body, 'message') || (0,json/* textAt */.$6)(body, 'text').trim();
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers ${status} (${said})`, {
            hint: 'Check the path, and that this user may list and watch it.'
        });
    }
}
const idOf = (object) => (0,json/* textAt */.$6)(object, 'metadata', 'uid') ||
    `${(0,json/* textAt */.$6)(object, 'metadata', 'namespace')}/${(0,json/* textAt */.$6)(object, 'metadata', 'name')}`;
function without(known, items) {
    const present = new Set(items.map(idOf));
    return [...known].filter(([id]) => !present.has(id));
}
/** Objects of more than this many bytes end the reading: etcd takes 1.5 MiB, and JSON is a few times that. */
const LINE_LIMIT = limits/* LIMITS */.b1.event.most;
/** The JSON values of a stream, one a line. An unfinished last line is dropped: the connection broke in it. */
async function* ndjson(bytes, limit = LINE_LIMIT) {
    let parts = [];
    let size = 0;
    for await (const chunk of bytes) {
        let start = 0;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
            // Joined before it is decoded: a character may lie across two chunks.
            const line = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8');
            parts = [];
            size = 0;
            start = end + 1;
            if (line.trim() !== '')
                yield JSON.parse(line);
        }
        parts.push(chunk.subarray(start));
        size += chunk.length - start;
        if (size > limit)
            throw new Error(`a line of more than ${limit} bytes`);
    }
}

;// CONCATENATED MODULE: ./src/adapters/kubernetes/client.ts



/** Names of the patch formats in HTTP. JSON is YAML, so an apply patch is sent as it is. */
const PATCH_TYPES = {
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
    json: 'application/json-patch+json',
    apply: 'application/apply-patch+yaml'
};
/** A silence, in milliseconds (the server's own limit for a request is 60 s). */
const SILENCE_MS = 75_000;
/**
 * The Kubernetes API over kept HTTPS connections, which disposing closes. No answer within 75 s, none at all, or one
 * of more than 64 MiB is an 'environment' Failure; an abort rejects with the signal's reason. A lost request is
 * repeated only when it was a GET on a kept connection.
 */
function kubernetesApi(connection, options = {}) {
    const link = transport(connection);
    const ask = asker(link, options.bodyLimit ?? limits/* LIMITS */.b1.cluster.most);
    return {
        async call(method, path, { body, patch, query, table, signal } = {}) {
            const apply = method === 'PATCH' && patch === 'apply';
            const { size: _, ...reply } = await ask({
                method,
                path,
                query: { ...(apply && { fieldManager: 'slipway' }), ...query },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(table === true && { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }),
                contentType: method === 'PATCH' ? PATCH_TYPES[patch ?? 'merge'] : 'application/json',
                signal,
                silence: SILENCE_MS
            });
            return reply;
        },
        watch: (path, signal, query) => watch({ link, ask, ...options }, path, signal, query),
        [Symbol.dispose]: () => link[Symbol.dispose]()
    };
}
const asker = (link, limit) => async (request) => {
    const answer = await link.send(request);
    const text = await link.text(answer, request, limit);
    return {
        ...{ status: answer.statusCode ?? 0, body: parse(text), size: text.length },
        warnings: warnings(answer.headersDistinct['warning'])
    };
};
const parse = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return { text };
    }
};
const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g;
/** The texts of Warning headers (RFC 9110, appendix: `299 - "text"`), in order; several may stand in one header. */
const warnings = (headers = []) => headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));


/***/ })

};
