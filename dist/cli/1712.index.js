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
const PATHS = {
    etcd: 'unix://etcd.sock',
    peer: 'unix://peer.sock:0',
    certificate: 'serving/apiserver.crt',
    certificateKey: 'serving/apiserver.key',
    signingKey: 'service-accounts.key',
    verifyingKey: 'service-accounts.pub',
    tokens: 'tokens.csv',
    controllerManager: 'kube-controller-manager.kubeconfig',
    scheduler: 'kube-scheduler.kubeconfig',
    admin: 'admin.kubeconfig',
    log: (component) => `log/${component}.log`
};
const etcd = () => [
    '--data-dir=etcd',
    `--listen-client-urls=${PATHS.etcd}`,
    `--advertise-client-urls=${PATHS.etcd}:0`,
    `--listen-peer-urls=${PATHS.peer}`,
    `--initial-advertise-peer-urls=${PATHS.peer}`,
    `--initial-cluster=default=${PATHS.peer}`,
    '--unsafe-no-fsync',
    '--heartbeat-interval=20',
    '--election-timeout=100',
    '--log-level=warn'
];
const GARBAGE = { GOGC: '400', GOMEMLIMIT: '600MiB' };
const kubeApiserver = (port) => [
    `--etcd-servers=${PATHS.etcd}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    '--advertise-address=127.0.0.1',
    '--endpoint-reconciler-type=none',
    '--service-cluster-ip-range=10.96.0.0/16',
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
    '--secure-port=0',
    '--leader-elect=false',
    `--root-ca-file=${PATHS.certificate}`,
    `--service-account-private-key-file=${PATHS.signingKey}`,
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

const findFreePort = () => new Promise((resolve, reject) => {
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





const PORT_TRIES = 5;
async function startApiServer(run, read, token, signal) {
    for (let tries = 1;; tries++) {
        const port = await findFreePort();
        const service = await run(port);
        const url = `https://127.0.0.1:${port}`;
        const ended = new AbortController();
        const how = service.ended.finally(() => ended.abort());
        try {
            return { service, url, ...(await awaitFirstAnswer(url, read, token, AbortSignal.any([signal, ended.signal]))) };
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
async function awaitFirstAnswer(url, read, token, signal) {
    await (0,until/* waitUntil */.a)(signal, async () => ((await read(PATHS.certificateKey))?.length ?? 0) > 0);
    const certificate = Buffer.from((await read(PATHS.certificate)) ?? []).toString('utf8');
    const client = (0,kubernetes_client/* openKubernetesApi */.H)({ server: new URL(url), ca: certificate, token });
    const answers = () => client.call('GET', '/livez', { signal }).then(() => true, () => false);
    try {
        await (0,until/* waitUntil */.a)(signal, answers);
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

function makeCredentials() {
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
const formatTokenFile = ({ admin, controllerManager, scheduler }) => [
    `${admin},slipway:admin,slipway-admin,"system:masters"`,
    `${controllerManager},system:kube-controller-manager,kube-controller-manager,"system:masters"`,
    `${scheduler},system:kube-scheduler,kube-scheduler,"system:authenticated"`,
    ''
].join('\n');
const formatKubeconfig = (server, certificate, token) => `${JSON.stringify({
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

const runsToCompletion = (pod) => !['', 'Always'].includes((0,json/* readTextAt */.Tw)(pod, 'spec', 'restartPolicy'));
const crashes = (status) => [...(0,json/* readObjectsAt */.s0)(status, 'initContainerStatuses'), ...(0,json/* readObjectsAt */.s0)(status, 'containerStatuses')].some((container) => (0,json/* readTextAt */.Tw)(container, 'state', 'waiting', 'reason') === 'CrashLoopBackOff');
function simulatePodStatus(view) {
    const { pod, now } = view;
    const inits = (0,json/* readObjectsAt */.s0)(pod, 'spec', 'initContainers');
    const shapes = chooseInitShapes(view, inits);
    const initialized = shapes.every((shape, i) => shape === 'done' || (isSidecar(inits[i]) && isUp(shape)));
    const mains = (0,json/* readObjectsAt */.s0)(pod, 'spec', 'containers').map((container) => initialized ? chooseShape(view, container) : 'pending');
    const all = (0,json/* readObjectsAt */.s0)(pod, 'spec', 'containers');
    const phase = choosePhase(shapes, mains, initialized);
    const over = phase === 'Succeeded' || phase === 'Failed';
    const unready = [
        ...inits.filter((container, i) => isSidecar(container) && shapes[i] !== 'running'),
        ...all.filter((_, i) => mains[i] !== 'running')
    ];
    const ready = makePodCondition(unready.length === 0, over ? 'PodCompleted' : 'ContainersNotReady', unready);
    return {
        phase,
        hostIP: '127.0.0.1',
        hostIPs: [{ ip: '127.0.0.1' }],
        podIP: view.ip,
        podIPs: [{ ip: view.ip }],
        startTime: view.startedAt,
        ...(inits.length > 0 && {
            initContainerStatuses: inits.map((one, i) => makeContainerStatus(view, one, shapes[i]))
        }),
        containerStatuses: all.map((one, i) => makeContainerStatus(view, one, mains[i])),
        conditions: [
            { type: 'PodReadyToStartContainers', ...makePodCondition(!over) },
            { type: 'Initialized', ...makePodCondition(initialized, 'ContainersNotInitialized') },
            { type: 'ContainersReady', ...ready },
            { type: 'Ready', ...ready },
            { type: 'PodScheduled', ...makePodCondition(true) }
        ].map((one) => ({ ...one, lastTransitionTime: findTransitionTime(view.before, one.type, one.status) ?? now }))
    };
}
function chooseShape({ pod, behaviour, moment }, container) {
    const how = behaviour((0,json/* readTextAt */.Tw)(container, 'image'));
    if (how === 'bad-image')
        return 'unpulled';
    if (how === 'crash')
        return (0,json/* readTextAt */.Tw)(pod, 'spec', 'restartPolicy') === 'Never' ? 'failed' : 'restarting';
    if (moment === 'stopped')
        return 'done';
    if (how === 'never-ready')
        return 'unready';
    return moment === 'finished' ? 'done' : 'running';
}
function chooseInitShapes(view, inits) {
    let open = true;
    return inits.map((init) => {
        if (!open)
            return 'pending';
        const shape = chooseShape(view, init);
        if (isSidecar(init)) {
            open = isUp(shape) || shape === 'done';
            return shape === 'failed' ? 'restarting' : shape;
        }
        open = shape === 'running' || shape === 'done';
        return open ? 'done' : shape;
    });
}
const isSidecar = (container) => (0,json/* readTextAt */.Tw)(container, 'restartPolicy') === 'Always';
const isUp = (shape) => shape === 'running' || shape === 'unready';
function choosePhase(inits, mains, initialized) {
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
function makePodCondition(holds, reason, unready = []) {
    if (holds)
        return { status: 'True' };
    const names = unready.map((one) => (0,json/* readTextAt */.Tw)(one, 'name')).join(' ');
    return {
        status: 'False',
        ...(reason && { reason }),
        ...(names !== '' && { message: `containers with unready status: [${names}]` })
    };
}
const findTransitionTime = (before, type, status) => {
    const old = (0,json/* readObjectsAt */.s0)(before, 'conditions').find((one) => (0,json/* readTextAt */.Tw)(one, 'type') === type);
    return old && (0,json/* readTextAt */.Tw)(old, 'status') === status ? (0,json/* readTextAt */.Tw)(old, 'lastTransitionTime') : undefined;
};
function makeContainerStatus(view, { name = '', image = '' }, shape = 'pending') {
    const ran = shape !== 'unpulled' && shape !== 'pending';
    const id = `simulated://${(0,json/* readTextAt */.Tw)(view.pod, 'metadata', 'uid')}/${(0,json/* readTextAt */.Tw)({ name }, 'name')}`;
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
                return waiting('CrashLoopBackOff', `simulated: ${(0,json/* readTextAt */.Tw)({ image }, 'image')} was told to crash`);
            case 'unpulled':
                return waiting('ImagePullBackOff', `simulated: ${(0,json/* readTextAt */.Tw)({ image }, 'image')} was told to be a bad image`);
            case 'pending':
                return waiting('PodInitializing');
        }
    };
    return {
        name,
        image,
        imageID: ran ? `simulated://${(0,json/* readTextAt */.Tw)({ image }, 'image')}` : '',
        ...(ran && { containerID: id }),
        ready: shape === 'running' ||
            (shape === 'done' && (0,json/* readAt */.m6)(view.pod, 'spec', 'initContainers') !== undefined && isInit(view.pod, name)),
        started: isUp(shape),
        restartCount: shape === 'restarting' ? view.crashes : 0,
        state: state(),
        lastState: shape === 'restarting' ? ended(1, 'Error') : {}
    };
}
const isInit = (pod, name) => (0,json/* readObjectsAt */.s0)(pod, 'spec', 'initContainers').some((one) => one['name'] === name);

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/simulated-pods.ts



const CRASH_PAUSE_MS = 1000;
const CRASH_LIMIT_MS = 60_000;
function simulatePods(api, behaviours, signal, note) {
    const pods = new Map();
    let addresses = 0;
    const admit = (object) => {
        const now = new Map(behaviours);
        const n = addresses++;
        return {
            ip: `10.244.${Math.floor(n / 250) % 256}.${(n % 250) + 2}`,
            behaviour: (image) => now.get(image) ?? 'ready',
            startedAt: formatNow(),
            object,
            crashes: 1,
            last: Promise.resolve()
        };
    };
    const send = async (pod, method, suffix, body) => {
        const path = `/api/v1/namespaces/${readPodName(pod, 'namespace')}/pods/${readPodName(pod, 'name')}${suffix}`;
        const wasEnding = isEnding(pod.object);
        for (let pause = 100;; pause = Math.min(pause * 2, 5000)) {
            const said = await api.call(method, path, { body, patch: 'strategic', signal }).then(({ status, body }) => (isTaken(status) ? undefined : `${status} ${(0,json/* readTextAt */.Tw)(body, 'message')}`), (error) => error.message);
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
        const status = simulatePodStatus({
            pod: pod.object,
            behaviour: pod.behaviour,
            moment,
            ip: pod.ip,
            crashes: pod.crashes,
            startedAt: pod.startedAt,
            now: formatNow(),
            ...(pod.status && { before: pod.status })
        });
        pod.status = status;
        return send(pod, 'PATCH', '/status', { metadata: { uid: readUid(pod.object) }, status });
    };
    const start = async (pod) => {
        await write(pod, 'started');
        if (runsToCompletion(pod.object) && (0,json/* readTextAt */.Tw)(pod.status, 'phase') === 'Running')
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
        if (!['Succeeded', 'Failed'].includes((0,json/* readTextAt */.Tw)(pod.status, 'phase')))
            await write(pod, 'stopped');
        const preconditions = { uid: readUid(pod.object) };
        await send(pod, 'DELETE', '', { apiVersion: 'v1', kind: 'DeleteOptions', gracePeriodSeconds: 0, preconditions });
    };
    const then = (pod, work) => {
        pod.last = pod.last.then(() => (signal.aborted ? undefined : work()));
    };
    return {
        see({ type, object }) {
            const id = readUid(object);
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
            if (isEnding(object) && (0,json/* readAt */.m6)(object, 'metadata', 'deletionGracePeriodSeconds') !== 0 && (isNew || !wasEnding)) {
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
const isTaken = (status) => status < 300 || status === 404 || status === 409;
const isEnding = (object) => (0,json/* readAt */.m6)(object, 'metadata', 'deletionTimestamp') !== undefined;
const readUid = (object) => (0,json/* readTextAt */.Tw)(object, 'metadata', 'uid');
const readPodName = (pod, field) => (0,json/* readTextAt */.Tw)(pod.object, 'metadata', field);
const formatNow = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/simulated-node.ts




const NODE = 'simulated';
const LEASE_SECONDS = 40;
const RENEW_MS = 10_000;
function simulateNode(api, arch, note) {
    const stop = new AbortController();
    const { signal } = stop;
    const behaviours = new Map();
    const pods = simulatePods(api, behaviours, signal, note);
    const follow = async () => {
        for await (const event of api.watch('/api/v1/pods', signal, { fieldSelector: `spec.nodeName=${NODE}` }))
            pods.see(event);
    };
    const work = registerNode(api, arch, signal).then(() => Promise.all([follow(), renewLease(api, signal)]));
    const broken = work.then(() => new Promise(() => undefined), (error) => {
        if (signal.aborted)
            return new Promise(() => undefined);
        throw error;
    });
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
async function registerNode(api, arch, signal) {
    const body = describeNode(arch, new Date().toISOString());
    await retryUntilTaken(signal, async () => api.call('POST', '/api/v1/nodes', { body, signal }));
}
async function renewLease(api, signal) {
    const path = `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${NODE}`;
    while (!signal.aborted) {
        await retryUntilTaken(signal, () => api.call('PATCH', path, {
            patch: 'apply',
            query: { force: 'true' },
            body: {
                apiVersion: 'coordination.k8s.io/v1',
                kind: 'Lease',
                metadata: { name: NODE },
                spec: {
                    holderIdentity: NODE,
                    leaseDurationSeconds: LEASE_SECONDS,
                    renewTime: new Date().toISOString().replace('Z', '000Z')
                }
            },
            signal
        }));
        await (0,promises_.setTimeout)(RENEW_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
}
async function retryUntilTaken(signal, ask) {
    const started = Date.now();
    for (let pause = 10;; pause = Math.min(pause * 2, 500)) {
        const { status, body } = await ask();
        if (status < 300 || status === 409)
            return;
        if (Date.now() - started > 30_000)
            throw new errors/* Failure */.H('command', `kube-apiserver refuses the simulated node: ${status} ${(0,json/* readTextAt */.Tw)(body, 'message')}`, {
                hint: 'Run again; if it stays so, try another --kubernetes and report it.'
            });
        await (0,promises_.setTimeout)(pause, undefined, { signal });
    }
}
function describeNode(arch, now) {
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










async function bootControlPlane({ processes, files, env, platform, note }, tools, scope, lost, signal) {
    const { path: folder } = scope.use(await files.scratch('control-plane'));
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
    const secrets = makeCredentials();
    await save({
        [PATHS.tokens]: formatTokenFile(secrets),
        [PATHS.signingKey]: secrets.signingKey,
        [PATHS.verifyingKey]: secrets.verifyingKey
    });
    keep(await run('etcd', etcd()));
    const { service, url, certificate, client } = await startApiServer((port) => run('kube-apiserver', kubeApiserver(port), GARBAGE), (name) => files.read((0,external_node_path_.join)(folder, name)), secrets.admin, signal);
    scope.use(client);
    scope.defer(() => lost.abort(new Error('this cluster is gone: its scope has ended')));
    keep(service);
    await save({
        [PATHS.admin]: formatKubeconfig(url, certificate, secrets.admin),
        [PATHS.controllerManager]: formatKubeconfig(url, certificate, secrets.controllerManager),
        [PATHS.scheduler]: formatKubeconfig(url, certificate, secrets.scheduler)
    });
    const api = (0,guarded/* guardApi */.E)(client, lost.signal);
    const node = scope.use(simulateNode(api, (0,toolchain_platform/* translateToGo */.M)(platform).arch, note));
    node.broken.catch((error) => lost.abort(error));
    await (0,until/* waitUntil */.a)(signal, async () => (await api.call('GET', '/readyz', { signal })).status === 200);
    note('starting kube-controller-manager and kube-scheduler');
    keep(await run('kube-controller-manager', kubeControllerManager()));
    keep(await run('kube-scheduler', kubeScheduler()));
    const version = await api.call('GET', '/version', { signal });
    await (0,until/* waitUntil */.a)(signal, () => isUsable(api, signal));
    return {
        provider: 'control-plane',
        server: (0,json/* readTextAt */.Tw)(version.body, 'gitVersion'),
        api,
        kubeconfig: (0,external_node_path_.join)(folder, PATHS.admin),
        kubectl: tools.kubectl,
        load: undefined,
        saveLogs: (to) => saveLogs(files, folder, to),
        simulate: (image, behaviour) => node.simulate(image, behaviour)
    };
}
async function isUsable(api, signal) {
    const account = await api.call('GET', '/api/v1/namespaces/default/serviceaccounts/default', { signal });
    const node = await api.call('GET', `/api/v1/nodes/${NODE}`, { signal });
    return account.status === 200 && node.status === 200 && (0,json/* readObjectsAt */.s0)(node.body, 'spec', 'taints').length === 0;
}
async function saveLogs(files, folder, to) {
    for (const name of await files.list((0,external_node_path_.join)(folder, 'log')))
        await files.copy((0,external_node_path_.join)(folder, 'log', name), (0,external_node_path_.join)(to, name));
}
async function stopAll(services) {
    for (const { pid } of services)
        killProcess(pid);
    const ends = await Promise.allSettled([...services].map((service) => service[Symbol.asyncDispose]()));
    for (const end of ends)
        if (end.status === 'rejected')
            throw end.reason;
}
function killProcess(pid) {
    try {
        process.kill(pid, 'SIGKILL');
    }
    catch {
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




const PATIENCE_MS = 120_000;
const controlPlane = (options) => ({
    async create(kubernetes, signal) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            signal.throwIfAborted();
            if (options.platform.os !== 'linux')
                throw new errors/* Failure */.H('environment', `a control-plane cluster runs on Linux only, and this is ${(0,toolchain_platform/* translateToGo */.M)(options.platform).os}`, {
                    hint: 'Use --cluster kind or --cluster kubeconfig here.'
                });
            const tools = await findControlPlaneTools(options.toolchain, kubernetes, signal);
            const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
            const lost = new AbortController();
            const booting = AbortSignal.any([signal, lost.signal, AbortSignal.timeout(PATIENCE_MS)]);
            try {
                const made = await bootControlPlane(options, tools, scope, lost, booting);
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
async function findControlPlaneTools(toolchain, kubernetes, signal) {
    const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];
    const find = async (name) => [name, (await toolchain.tool(name, kubernetes, signal)).path];
    return Object.fromEntries(await Promise.all(names.map(find)));
}


/***/ }),

/***/ 8174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ guardApi)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const SHOWS_MS = 500;
function guardApi(api, lost) {
    const and = (signal) => AbortSignal.any(signal ? [signal, lost] : [lost]);
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
            if (!signal.aborted)
                lost.throwIfAborted();
        }
    };
}


/***/ }),

/***/ 94174:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ waitUntil)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

const POLL_MS = 10;
async function waitUntil(signal, holds) {
    for (signal.throwIfAborted(); !(await holds());)
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(POLL_MS, undefined, { signal });
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

/***/ 43829:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openKubernetesApi)
});

// UNUSED EXPORTS: parseWarnings

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





const IDLE_MS = 45_000;
const CONNECTIONS = 16;
function openTransport(connection) {
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
    const failure = (cause) => new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} does not answer: ${readErrorReason(cause)}`, {
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
            ...(signal && { signal: AbortSignal.any([signal]) })
        });
        sent.setTimeout(silence, () => sent.destroy(new Error(`silent for ${silence / 1000} s`)));
        sent.once('response', resolve);
        sent.once('error', (error) => reject(new Unsent(error, sent.reusedSocket && readErrorCode(error) === 'ECONNRESET')));
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
                    if (error instanceof Unsent && error.stale && request.method === 'GET' && tries < 3)
                        continue;
                    throw failure(error instanceof Unsent ? error.cause : error);
                }
            }
        },
        async text(answer, { signal }, limit) {
            try {
                return (await (0,answer_body/* gatherBody */._z)(answer, limit)).toString('utf8');
            }
            catch (error) {
                signal?.throwIfAborted();
                if (!(error instanceof answer_body/* TooMuch */.GC))
                    throw failure(error);
                throw new errors/* Failure */.H('environment', `the Kubernetes API at ${server.host} answered with more than ${(0,limits/* formatSize */.Xq)(limit)}`, { hint: 'Ask for less: a label selector, or a limit.', cause: error });
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
const readErrorCode = (error) => error?.code ?? '';
const readErrorReason = (error) => {
    const { message } = error;
    return message === '' ? readErrorCode(error) : message;
};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
;// CONCATENATED MODULE: ./src/adapters/kubernetes/watch.ts




const WATCH_SECONDS = 300;
const PAGE = 500;
const PATIENCE_MS = 30_000;
const FINAL = [400, 401, 403, 404, 405, 406, 422];
async function* watchObjects(client, path, signal, query = {}) {
    const known = new Map();
    let version;
    let lastAnswer = Date.now();
    let pause = 0;
    while (!signal.aborted) {
        try {
            if (version === undefined) {
                const listed = await listObjects(client, path, signal, query);
                lastAnswer = Date.now();
                for (const [id, object] of findGone(known, listed.items)) {
                    known.delete(id);
                    yield { type: 'DELETED', object };
                }
                for (const object of listed.items) {
                    known.set(identifyObject(object), object);
                    yield { type: 'ADDED', object };
                }
                version = listed.version;
            }
            for await (const { type, object } of followChanges(client, path, signal, query, version)) {
                lastAnswer = Date.now();
                pause = 0;
                if (type === 'ERROR') {
                    version = undefined;
                    break;
                }
                version = (0,json/* readTextAt */.Tw)(object, 'metadata', 'resourceVersion');
                if (type === 'BOOKMARK')
                    continue;
                if (type === 'DELETED')
                    known.delete(identifyObject(object));
                else
                    known.set(identifyObject(object), object);
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
async function listObjects({ ask, page: size = PAGE, listLimit = limits/* LIMITS */.b1.listed.most }, path, signal, query) {
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
        const kind = (0,json/* readTextAt */.Tw)(body, 'kind').replace(/List$/, '');
        const apiVersion = (0,json/* readTextAt */.Tw)(body, 'apiVersion');
        for (const item of (0,json/* readObjectsAt */.s0)(body, 'items'))
            items.push({ apiVersion, kind, ...item });
        next = (0,json/* readTextAt */.Tw)(body, 'metadata', 'continue');
        if (next === '')
            return { items, version: (0,json/* readTextAt */.Tw)(body, 'metadata', 'resourceVersion') };
    }
}
async function* followChanges({ link }, path, signal, query, resourceVersion) {
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
        for await (const value of parseNdjson(answer)) {
            const object = (0,json/* readAt */.m6)(value, 'object');
            if ((0,json/* isObject */.Gv)(object))
                yield { type: (0,json/* readTextAt */.Tw)(value, 'type'), object };
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
class Endless extends Error {
    failure;
    constructor(path, limit) {
        super('endless');
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers with a list of more than ${(0,limits/* formatSize */.Xq)(limit)}`, { hint: 'Ask for less: a namespace, or a label selector.' });
    }
}
class Refused extends Error {
    status;
    failure;
    constructor(status, path, body) {
        super('refused');
        this.status = status;
        const said = (0,json/* readTextAt */.Tw)(body, 'message') || (0,json/* readTextAt */.Tw)(body, 'text').trim();
        this.failure = new errors/* Failure */.H('environment', `cannot watch ${path}: the Kubernetes API answers ${status} (${said})`, {
            hint: 'Check the path, and that this user may list and watch it.'
        });
    }
}
const identifyObject = (object) => (0,json/* readTextAt */.Tw)(object, 'metadata', 'uid') ||
    `${(0,json/* readTextAt */.Tw)(object, 'metadata', 'namespace')}/${(0,json/* readTextAt */.Tw)(object, 'metadata', 'name')}`;
function findGone(known, items) {
    const present = new Set(items.map(identifyObject));
    return [...known].filter(([id]) => !present.has(id));
}
const LINE_LIMIT = limits/* LIMITS */.b1.event.most;
async function* parseNdjson(bytes, limit = LINE_LIMIT) {
    let parts = [];
    let size = 0;
    for await (const chunk of bytes) {
        let start = 0;
        for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
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



const PATCH_TYPES = {
    merge: 'application/merge-patch+json',
    strategic: 'application/strategic-merge-patch+json',
    json: 'application/json-patch+json',
    apply: 'application/apply-patch+yaml'
};
const SILENCE_MS = 75_000;
function openKubernetesApi(connection, options = {}) {
    const link = openTransport(connection);
    const ask = makeAsker(link, options.bodyLimit ?? limits/* LIMITS */.b1.cluster.most);
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
        watch: (path, signal, query) => watchObjects({ link, ask, ...options }, path, signal, query),
        [Symbol.dispose]: () => link[Symbol.dispose]()
    };
}
const makeAsker = (link, limit) => async (request) => {
    const answer = await link.send(request);
    const text = await link.text(answer, request, limit);
    return {
        ...{ status: answer.statusCode ?? 0, body: parseReply(text), size: text.length },
        warnings: parseWarnings(answer.headersDistinct['warning'])
    };
};
const parseReply = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return { text };
    }
};
const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g;
const parseWarnings = (headers = []) => headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')));


/***/ })

};
