export const id = 6742;
export const ids = [6742];
export const modules = {

/***/ 26742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveInPods: () => (/* binding */ proveInPods)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
;// CONCATENATED MODULE: ./src/image/archive.ts




const USER = '65532:65532';
const TIME = new Date(0);
async function* makeImageArchive(files, image) {
    const { tag, name, arch } = image;
    const layer = () => makeLayer(files, image);
    const [id, size] = [await (0,digest/* hashStream */.LH)(layer()), await measureContent(layer())];
    const created = TIME.toISOString();
    const config = JSON.stringify({
        architecture: arch,
        os: 'linux',
        created,
        config: { User: USER, Entrypoint: [`/${name}`], WorkingDir: '/' },
        rootfs: { type: 'layers', diff_ids: [`sha256:${id}`] },
        history: [{ created, created_by: 'slipway' }]
    });
    const [configName, layerName] = [`${(0,digest/* hashBytes */.yi)(config)}.json`, `${id}.tar`];
    const manifest = JSON.stringify([{ Config: configName, RepoTags: [tag], Layers: [layerName] }]);
    yield* writeTar([
        { name: 'manifest.json', ...makeTextPart(manifest) },
        { name: configName, ...makeTextPart(config) },
        { name: layerName, size, content: layer }
    ]);
}
async function* makeLayer(files, { name, program }) {
    const digest = await files.digest(program);
    if (!digest)
        throw new Error(`there is no program ${program}`);
    yield* writeTar([
        { name, size: digest.size, mode: 0o755, content: () => files.stream(program) },
        { name: 'tmp', size: 0, mode: 0o1777, type: 'directory', content: makeEmptyContent }
    ]);
}
async function* writeTar(parts) {
    const out = (0,tar_stream.pack)();
    const owner = { uid: 0, gid: 0, uname: '', gname: '' };
    const filling = (async () => {
        for (const { name, size, mode = 0o644, type = 'file', content } of parts) {
            const header = { name, size, mode, type, mtime: TIME, ...owner };
            if (type === 'directory')
                out.entry(header);
            else
                await (0,promises_.pipeline)(external_node_stream_.Readable.from(content()), out.entry(header));
        }
        out.finalize();
    })().catch((error) => out.destroy(error));
    yield* out;
    await filling;
}
const makeTextPart = (text) => ({
    size: Buffer.byteLength(text),
    content: async function* () {
        yield Buffer.from(text);
    }
});
async function* makeEmptyContent() {
}
async function measureContent(content) {
    let size = 0;
    for await (const piece of content)
        size += piece.length;
    return size;
}

// EXTERNAL MODULE: ./src/suites/evidence.ts
var evidence = __webpack_require__(42372);
// EXTERNAL MODULE: ./src/suites/programs/call.ts
var call = __webpack_require__(71227);
// EXTERNAL MODULE: ./src/suites/programs/version.ts
var programs_version = __webpack_require__(16795);
// EXTERNAL MODULE: ./src/suites/workload/apply.ts
var apply = __webpack_require__(87347);
// EXTERNAL MODULE: ./src/suites/workload/manifests.ts
var manifests = __webpack_require__(15681);
// EXTERNAL MODULE: ./src/suites/workload/preparation.ts
var preparation = __webpack_require__(29038);
// EXTERNAL MODULE: ./src/suites/workload/trial.ts + 1 modules
var workload_trial = __webpack_require__(72849);
// EXTERNAL MODULE: ./src/suites/workload/watched.ts
var workload_watched = __webpack_require__(66993);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/suites/workload/deployment/pods.ts
var pods = __webpack_require__(53219);
// EXTERNAL MODULE: ./src/suites/workload/deployment/revisions.ts
var revisions = __webpack_require__(74681);
// EXTERNAL MODULE: ./src/suites/workload/expectations.ts + 1 modules
var expectations = __webpack_require__(12726);
// EXTERNAL MODULE: ./src/suites/cluster/wait.ts
var wait = __webpack_require__(64975);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/pod-expectations.ts









async function checkInPods(context, { expect, port }, runner, step, shipped) {
    const ports = Object.entries(shipped?.ports ?? {});
    const main = port ?? ports[0]?.[1];
    const values = {
        namespace: context.namespace,
        ...Object.fromEntries(ports.map(([name, number]) => [`port.${name}`, String(number)])),
        ...(main !== undefined && { port: String(main) })
    };
    const shown = { shown: values, program: runner.name };
    const wanted = expect.filter(({ on }) => on === undefined || on.includes(step));
    const held = await Promise.all(wanted.map(async (expectation) => {
        const from = performance.now();
        const read = () => lookInPods(context, runner, expectation, values);
        const { value, ms } = await (0,wait/* waitForState */.o)(runner.api, { read, done: ({ ok }) => ok, withinMs: 1000 * context.workload.within }, context.signal);
        const hand = 'url' in expectation
            ? `kubectl port-forward ${runner.kind.toLowerCase()}/${runner.name} ${readPort(expectation, values)} & ${(0,expectations/* formatLookByHand */.pU)(expectation, shown)}`
            : 'log' in expectation
                ? `kubectl logs ${runner.kind.toLowerCase()}/${runner.name} --all-pods | grep -E '${expectation.log}'`
                : (0,expectations/* formatLookByHand */.pU)(expectation, shown);
        return await context.diary.witness(`${runner.name}, ${step}`, (0,expectations/* describeExpectation */.uN)(expectation), hand, async () => ({ ok: value.ok, seen: `${value.seen} after ${ms} ms` }), { from });
    }));
    return held.every(Boolean);
}
const LAST_LINES = { tailLines: '100000', limitBytes: `${limits/* LIMITS */.b1.log.most}` };
async function lookInPods(context, runner, expectation, values) {
    const { api, namespace } = runner;
    const { signal } = context;
    if ('object' in expectation)
        return await (0,expectations/* lookAtObject */.QD)(context, expectation, values);
    const newest = (await (0,revisions/* listRevisions */.V)(runner, signal)).at(-1);
    const found = await (0,pods/* listPods */.B)(runner, newest?.hash ?? '', signal);
    if ('log' in expectation) {
        const said = found.map(({ name }) => api.call('GET', `/api/v1/namespaces/${namespace}/pods/${name}/log`, { query: LAST_LINES, signal }));
        return (0,expectations/* judgeLog */.G7)(expectation, (await Promise.all(said)).map(formatReplyBody).join('\n'));
    }
    const pod = found.find(({ ready }) => ready) ?? found[0];
    if (!pod || !('url' in expectation))
        return { ok: false, seen: 'there is no pod' };
    const { pathname, search } = new URL((0,call/* fillPlaceholders */.Ct)(expectation.url, values));
    const at = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${readPort(expectation, values)}/proxy${pathname}${search}`;
    const reply = await api.call('GET', at, { signal });
    return (0,expectations/* judgeAnswer */._n)(expectation, { status: reply.status, body: formatReplyBody(reply) });
}
const formatReplyBody = ({ body }) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(body, 'text')) || JSON.stringify(body);
const readPort = ({ url }, values) => new URL((0,call/* fillPlaceholders */.Ct)(url, values)).port || '80';

// EXTERNAL MODULE: ./src/suites/workload/deployment/sequence.ts + 5 modules
var sequence = __webpack_require__(50157);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/shipped.ts



const OF_A_CLUSTER = [
    'nodeSelector',
    'nodeName',
    'affinity',
    'topologySpreadConstraints',
    'priorityClassName',
    'runtimeClassName',
    'imagePullSecrets'
];
function prepareShipped(objects, { kind, manifest, container, replicas }, program) {
    const found = objects.filter((each) => (0,json/* readText */.yR)(each['kind']) === kind && /^apps\//.test((0,json/* readText */.yR)(each['apiVersion'])));
    const [object] = found;
    if (!object || found.length > 1)
        throw new errors/* Failure */.H('input', `${manifest} holds ${found.length === 0 ? 'no' : found.length} ${kind}s`, {
            hint: 'Name a file with one, and its kind: deployment.manifest, deployment.kind.'
        });
    const spec = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(object, 'spec'));
    const pod = (0,json/* readFields */.qU)((0,json/* readAt */.m6)(spec, 'template', 'spec'));
    const containers = (0,json/* readObjectsAt */.s0)(pod, 'containers');
    const names = containers.map((each) => (0,json/* readText */.yR)(each['name']));
    const wanted = container ?? (names.length === 1 ? names[0] : names.find((name) => name === program));
    const index = names.indexOf(wanted ?? '');
    const own = containers[index];
    if (!own)
        throw new errors/* Failure */.H('input', `${manifest}: nobody said which container runs ${program}: there are ${names.join()}`, {
            hint: 'Name it: deployment.container.'
        });
    const others = [...names.filter((_, i) => i !== index), ...listNames(pod['initContainers'])];
    const gone = OF_A_CLUSTER.filter((name) => pod[name] !== undefined);
    const [first, ...rest] = (0,json/* readItems */.F1)(own['command']).map(json/* readText */.yR);
    const moved = first !== undefined && first !== `/${program}`;
    const kept = Object.fromEntries(Object.entries(pod).filter(([name]) => !OF_A_CLUSTER.includes(name) && name !== 'initContainers'));
    const count = replicas ?? (0,json/* readNumber */.kz)(spec['replicas'] ?? 1);
    return {
        object: {
            ...object,
            spec: {
                ...spec,
                template: {
                    ...(0,json/* readFields */.qU)(spec['template']),
                    spec: {
                        ...kept,
                        containers: [{ ...own, ...(first !== undefined && { command: [`/${program}`, ...rest] }) }]
                    }
                }
            }
        },
        replicas: count,
        revisionHistoryLimit: (0,json/* readNumber */.kz)(spec['revisionHistoryLimit'] ?? 10),
        keeps: countKept(kind, spec, count),
        minReadySeconds: (0,json/* readNumber */.kz)(spec['minReadySeconds']),
        ports: Object.fromEntries((0,json/* readObjectsAt */.s0)(own, 'ports').map((port, i) => [
            (0,json/* readText */.yR)(port['name']) || String(i),
            (0,json/* readNumber */.kz)(port['containerPort'])
        ])),
        changes: [
            ...(others.length ? [`without the containers ${others.join(', ')}`] : []),
            ...(gone.length ? [`without ${gone.join(', ')}`] : []),
            ...(moved ? [`its command ${first} is /${program} of our image`] : [])
        ]
    };
}
const listNames = (list) => (0,json/* readItems */.F1)(list).map((each) => (0,json/* readText */.yR)((0,json/* readAt */.m6)(each, 'name')));
function countKept(kind, spec, replicas) {
    if (kind !== 'Deployment' || (0,json/* readAt */.m6)(spec, 'strategy', 'type') === 'Recreate')
        return 0;
    const most = (0,json/* readText */.yR)((0,json/* readAt */.m6)(spec, 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%');
    const gone = most.endsWith('%') ? Math.floor((replicas * Number.parseInt(most)) / 100) : Number(most);
    return Math.max(0, replicas - gone);
}
const cutImageName = (path) => external_node_path_.posix.basename(path.replaceAll('\\', '/'));

// EXTERNAL MODULE: ./src/suites/workload/deployment/stand-in.ts
var stand_in = __webpack_require__(55931);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/in-pods.ts
















const proveInPods = async (given, versions) => {
    const { cluster, trial } = given;
    const workload = (0,workload_trial/* readWorkload */.E)(trial);
    const { deployment } = workload;
    const { load } = cluster;
    if (!deployment || !load)
        throw new errors/* Failure */.H('input', `workload ${workload.name} cannot be rolled out in a cluster of ${cluster.provider}`, {
            hint: 'It needs a deployment in slipway.yaml, and a cluster that takes images: --cluster kind.'
        });
    const proved = await (0,workload_trial/* playTrial */.R)(given, { kind: 'rollout', simulated: false }, async (context) => {
        await (0,stand_in/* waitForAccount */.Ct)(cluster, context.namespace, 1000 * workload.within, context.signal);
        return await playInPods({ context, deployment, trial, load }, versions);
    });
    return { ...proved, moments: [...(proved.moments ?? [])].sort((a, b) => a.at - b.at) };
};
async function playInPods(podTrial, { candidate, baseline }) {
    const { context, deployment, trial } = podTrial;
    const { workload, cluster, namespace, signal, tools } = context;
    const speaks = (0,json/* readItems */.F1)(trial.with['speaks']).map(json/* readText */.yR);
    if ((0,preparation/* bringsSmi */.tB)(context, speaks))
        await (0,preparation/* installSmi */.ZF)(context, speaks);
    const old = baseline ?? candidate;
    const declared = { old: await (0,preparation/* readManifests */.PX)(context, old), fresh: await (0,preparation/* readManifests */.PX)(context, candidate) };
    if (!(await declareObjects(context, old, declared.old.objects, [])))
        return context.diary.checks;
    const watched = await (0,preparation/* placeObjects */.YX)(context, await (0,preparation/* readUserObjects */.Ie)(context, candidate, speaks));
    const image = await loadImage(podTrial, candidate);
    const own = { old: await findShippedBy(podTrial, old), fresh: await findShippedBy(podTrial, candidate) };
    const runs = (version, account, settings, from) => {
        const pod = describePod(podTrial, version, account, settings);
        return from ? { pod: { ...pod, settle: from.minReadySeconds }, shipped: from } : { pod };
    };
    const was = {
        image: baseline ? await loadImage(podTrial, baseline) : image,
        step: 'baseline',
        ...runs(old, declared.old.serviceAccount, { ...deployment, ...pickGiven(deployment.baseline) }, own.old)
    };
    const is = runs(candidate, declared.fresh.serviceAccount, deployment, own.fresh);
    const release = (step) => ({ image, step, ...is });
    const plan = {
        cluster,
        run: tools.processes.run,
        baseline: was,
        candidate: release('candidate'),
        next: release('next'),
        goodMs: 1000 * (workload.within + is.pod.settle),
        breakSeconds: Math.max((0,json/* readNumber */.kz)(trial.with['breakSeconds'] ?? 15), is.pod.settle + 1),
        upgrade: () => declareObjects(context, candidate, declared.fresh.objects, declared.old.objects),
        afterwards: (step) => checkLeftAlone(context, watched, step),
        expected: (runner, step) => checkInPods(context, deployment, runner, step, own.fresh)
    };
    const play = async (i) => {
        const breaks = stand_in/* BREAKS */.vD[i] ?? 'bad-image';
        const runner = {
            api: cluster.api,
            namespace,
            kind: deployment.kind,
            name: i === 0 ? workload.name : `${workload.name}-${breaks}`,
            replicas: own.fresh?.replicas ?? deployment.replicas ?? 2,
            revisionHistoryLimit: own.fresh?.revisionHistoryLimit ?? 2,
            ...(own.fresh && { keeps: own.fresh.keeps })
        };
        const broken = { ...(0,stand_in/* makeBrokenRelease */.n)(image, breaks, false), ...is };
        const book = context.diary.timed(runner.name, i === 0 ? undefined : (0,evidence/* evidence */.MX)());
        return await (0,sequence/* rollThrough */.D)(runner, { ...plan, broken, whole: i === 0 }, signal, book);
    };
    const whole = await play(0);
    if (deployment.kind !== 'Deployment' || whole.some(({ outcome }) => outcome === 'failed'))
        return whole;
    return [...whole, ...(await Promise.all(stand_in/* BREAKS */.vD.slice(1).map((_, i) => play(i + 1)))).flat()];
}
function declareObjects(context, version, objects, before) {
    const same = (a, b) => (0,manifests/* readKind */.X0)(a) === (0,manifests/* readKind */.X0)(b) && (0,manifests/* readName */.MQ)(a) === (0,manifests/* readName */.MQ)(b);
    const files = context.workload.manifests.join(' -f ') || '(none)';
    return context.diary.witness(version.name, 'its manifests apply', `kubectl apply --server-side -f ${files}`, async () => {
        await (0,apply/* pruneObjects */.B)(context, before.filter((each) => !objects.some((other) => same(each, other))));
        const look = await (0,apply/* applyAll */.y)(context, objects);
        const rules = (0,manifests/* listRules */.sJ)(objects).join('; ') || 'no rules';
        return { ...look, seen: `${look.seen}; ${rules}; what the API refuses its pods is not seen here` };
    });
}
async function checkLeftAlone(context, watched, step) {
    if (watched.length === 0)
        return true;
    const repeat = `kubectl get ${(0,workload_watched/* formatKubectlNames */.Ap)(watched)} -o yaml`;
    return await context.diary.witness(step, 'the objects are as the user left them', repeat, () => (0,workload_watched/* checkUnchanged */.SC)(context, watched));
}
async function findShippedBy({ context, deployment }, version) {
    const { manifest, kind } = deployment;
    if (manifest === undefined)
        return undefined;
    const program = cutImageName((0,programs_version/* findProgram */.K)({ version, label: version.name }, context.workload.program));
    const from = prepareShipped(await (0,preparation/* readOwnFile */.zx)(context, version, manifest), deployment, program);
    await context.diary.witness(version.name, `its ${kind} is that of ${manifest}`, `cat ${manifest}`, async () => ({
        ok: true,
        seen: [`${from.replicas} pods, ${from.revisionHistoryLimit} old revisions`, ...from.changes].join('; ')
    }));
    return from;
}
async function loadImage({ context, trial, load }, version) {
    const { workload, tools, folder, signal } = context;
    const program = (0,programs_version/* findProgram */.K)({ version, label: version.name }, workload.program);
    const digest = await tools.files.digest(program);
    if (!digest)
        throw new Error(`the program ${program} of ${version.name} is gone`);
    const name = cutImageName(program);
    const [repository, label] = [name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), version.version.replace(/[^\w.-]/g, '-')];
    const tag = `slipway.invalid/${repository.replace(/^-+|-+$/g, '')}:${label.slice(0, 80)}-${digest.sha256.slice(0, 12)}`;
    const archive = (0,external_node_path_.join)(folder, `${digest.sha256.slice(0, 12)}.tar`);
    await tools.files.write(archive, makeImageArchive(tools.files, { tag, name, program, arch: (0,json/* readText */.yR)(trial.with['arch']) }));
    await load(archive, signal);
    await tools.files.remove(archive);
    return tag;
}
function describePod({ context: { namespace, workload } }, { version }, serviceAccount, { args, env, port, ready }) {
    const filled = (value) => (0,call/* fillPlaceholders */.Ct)(value, { namespace, version });
    const probe = ready === undefined ? { tcpSocket: { port: port ?? 0 } } : { httpGet: { port: port ?? 0, path: ready } };
    return {
        serviceAccount,
        settle: Math.ceil(workload.settle),
        container: {
            args: args.map(filled),
            env: Object.entries(env).map(([name, value]) => ({ name, value: filled(value) })),
            ...(port !== undefined && {
                ports: [{ containerPort: port }],
                readinessProbe: { ...probe, periodSeconds: 1 }
            })
        }
    };
}
const pickGiven = ({ args, env }) => ({
    ...(args && { args }),
    ...(env && { env })
});


/***/ })

};
