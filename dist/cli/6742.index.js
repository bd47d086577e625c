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




/** Nobody: an image that wants root is refused by many a cluster. */
const USER = '65532:65532';
/** Of all files: one program is one image, whatever commit it was built from. */
const TIME = new Date(0);
/**
 * An image of the program alone, as `docker save` writes one: a layer with `/NAME` and an empty `/tmp` that all may
 * write to, entry point `/NAME`, user 65532. The same bytes for the same program and tag, on every host; read
 * from the file piece by piece, twice. Rejects when there is no such file.
 */
async function* imageArchive(files, image) {
    const { tag, name, arch } = image;
    const layer = () => layerOf(files, image);
    const [id, size] = [await (0,digest/* sha256Of */.Bj)(layer()), await sizeOf(layer())];
    const created = TIME.toISOString();
    const config = JSON.stringify({
        architecture: arch,
        os: 'linux',
        created,
        config: { User: USER, Entrypoint: [`/${name}`], WorkingDir: '/' },
        rootfs: { type: 'layers', diff_ids: [`sha256:${id}`] },
        history: [{ created, created_by: 'slipway' }]
    });
    const [configName, layerName] = [`${(0,digest/* sha256 */.sc)(config)}.json`, `${id}.tar`];
    const manifest = JSON.stringify([{ Config: configName, RepoTags: [tag], Layers: [layerName] }]);
    yield* tar([
        { name: 'manifest.json', ...textual(manifest) },
        { name: configName, ...textual(config) },
        { name: layerName, size, content: layer }
    ]);
}
async function* layerOf(files, { name, program }) {
    const digest = await files.digest(program);
    if (!digest)
        throw new Error(`there is no program ${program}`);
    yield* tar([
        { name, size: digest.size, mode: 0o755, content: () => files.stream(program) },
        { name: 'tmp', size: 0, mode: 0o1777, type: 'directory', content: nothing }
    ]);
}
/** A tar of these, in this order, of 0:0 without names, as they are read. */
async function* tar(parts) {
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
const textual = (text) => ({
    size: Buffer.byteLength(text),
    content: async function* () {
        yield Buffer.from(text);
    }
});
async function* nothing() {
    // A folder holds nothing of its own.
}
async function sizeOf(content) {
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









/**
 * Whether the program does in its pods what is expected of it in this step. Objects are read as a process's are; an
 * address is asked for through the API server, of a pod of the newest revision, and a line may stand in the log of any.
 */
async function doesInPods(context, { expect, port }, runner, step, shipped) {
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
        const read = () => look(context, runner, expectation, values);
        const { value, ms } = await (0,wait/* wait */.u)(runner.api, { read, done: ({ ok }) => ok, withinMs: 1000 * context.workload.within }, context.signal);
        const hand = 'url' in expectation
            ? `kubectl port-forward ${runner.kind.toLowerCase()}/${runner.name} ${portOf(expectation, values)} & ${(0,expectations/* byHand */.XL)(expectation, shown)}`
            : 'log' in expectation
                ? `kubectl logs ${runner.kind.toLowerCase()}/${runner.name} --all-pods | grep -E '${expectation.log}'`
                : (0,expectations/* byHand */.XL)(expectation, shown);
        return await context.diary.witness(`${runner.name}, ${step}`, (0,expectations/* say */.cv)(expectation), hand, async () => ({ ok: value.ok, seen: `${value.seen} after ${ms} ms` }), { from });
    }));
    return held.every(Boolean);
}
/** Of a log without an end, as much as an answer may hold: the server cuts what the lines have too much. */
const LAST_LINES = { tailLines: '100000', limitBytes: `${limits/* LIMITS */.b1.log.most}` };
async function look(context, runner, expectation, values) {
    const { api, namespace } = runner;
    const { signal } = context;
    if ('object' in expectation)
        return await (0,expectations/* lookAtObject */.QD)(context, expectation, values);
    const newest = (await (0,revisions/* revisions */.Z)(runner, signal)).at(-1);
    const found = await (0,pods/* pods */.J)(runner, newest?.hash ?? '', signal);
    if ('log' in expectation) {
        const said = found.map(({ name }) => api.call('GET', `/api/v1/namespaces/${namespace}/pods/${name}/log`, { query: LAST_LINES, signal }));
        return (0,expectations/* logged */.Jb)(expectation, (await Promise.all(said)).map(plain).join('\n'));
    }
    const pod = found.find(({ ready }) => ready) ?? found[0];
    if (!pod || !('url' in expectation))
        return { ok: false, seen: 'there is no pod' };
    const { pathname, search } = new URL((0,call/* fill */.GS)(expectation.url, values));
    const at = `/api/v1/namespaces/${namespace}/pods/${pod.name}:${portOf(expectation, values)}/proxy${pathname}${search}`;
    const reply = await api.call('GET', at, { signal });
    return (0,expectations/* answered */.oQ)(expectation, { status: reply.status, body: plain(reply) });
}
/** What was answered, as text: what is JSON comes parsed. */
const plain = ({ body }) => (0,json/* text */.Qq)((0,json.at)(body, 'text')) || JSON.stringify(body);
const portOf = ({ url }, values) => new URL((0,call/* fill */.GS)(url, values)).port || '80';

// EXTERNAL MODULE: ./src/suites/workload/deployment/sequence.ts + 5 modules
var sequence = __webpack_require__(50157);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/shipped.ts



/** A matter of the cluster for which it was written. */
const OF_A_CLUSTER = [
    'nodeSelector',
    'nodeName',
    'affinity',
    'topologySpreadConstraints',
    'priorityClassName',
    'runtimeClassName',
    'imagePullSecrets'
];
/**
 * The object of the wanted kind among some manifests, made ready to run the image of a program: other containers are
 * left out, since nobody has their images, and the command is that of the image, whatever path it had in another one.
 * An 'input' Failure says which object or container it was that could not be told.
 */
function shipped(objects, { kind, manifest, container, replicas }, program) {
    const found = objects.filter((each) => (0,json/* text */.Qq)(each['kind']) === kind && /^apps\//.test((0,json/* text */.Qq)(each['apiVersion'])));
    const [object] = found;
    if (!object || found.length > 1)
        throw new errors/* Failure */.H('input', `${manifest} holds ${found.length === 0 ? 'no' : found.length} ${kind}s`, {
            hint: 'Name a file with one, and its kind: deployment.manifest, deployment.kind.'
        });
    const spec = (0,json/* fields */.OA)((0,json.at)(object, 'spec'));
    const pod = (0,json/* fields */.OA)((0,json.at)(spec, 'template', 'spec'));
    const containers = (0,json/* objectsAt */.yR)(pod, 'containers');
    const names = containers.map((each) => (0,json/* text */.Qq)(each['name']));
    const wanted = container ?? (names.length === 1 ? names[0] : names.find((name) => name === program));
    const index = names.indexOf(wanted ?? '');
    const own = containers[index];
    if (!own)
        throw new errors/* Failure */.H('input', `${manifest}: nobody said which container runs ${program}: there are ${names.join()}`, {
            hint: 'Name it: deployment.container.'
        });
    const others = [...names.filter((_, i) => i !== index), ...named(pod['initContainers'])];
    const gone = OF_A_CLUSTER.filter((name) => pod[name] !== undefined);
    const [first, ...rest] = (0,json/* items */.ld)(own['command']).map(json/* text */.Qq);
    const moved = first !== undefined && first !== `/${program}`;
    const kept = Object.fromEntries(Object.entries(pod).filter(([name]) => !OF_A_CLUSTER.includes(name) && name !== 'initContainers'));
    const count = replicas ?? (0,json/* number */.ai)(spec['replicas'] ?? 1);
    return {
        object: {
            ...object,
            spec: {
                ...spec,
                template: {
                    ...(0,json/* fields */.OA)(spec['template']),
                    spec: {
                        ...kept,
                        containers: [{ ...own, ...(first !== undefined && { command: [`/${program}`, ...rest] }) }]
                    }
                }
            }
        },
        replicas: count,
        revisionHistoryLimit: (0,json/* number */.ai)(spec['revisionHistoryLimit'] ?? 10),
        keeps: keeps(kind, spec, count),
        minReadySeconds: (0,json/* number */.ai)(spec['minReadySeconds']),
        ports: Object.fromEntries((0,json/* objectsAt */.yR)(own, 'ports').map((port, i) => [(0,json/* text */.Qq)(port['name']) || String(i), (0,json/* number */.ai)(port['containerPort'])])),
        changes: [
            ...(others.length ? [`without the containers ${others.join(', ')}`] : []),
            ...(gone.length ? [`without ${gone.join(', ')}`] : []),
            ...(moved ? [`its command ${first} is /${program} of our image`] : [])
        ]
    };
}
const named = (list) => (0,json/* items */.ld)(list).map((each) => (0,json/* text */.Qq)((0,json.at)(each, 'name')));
/** Of a Deployment: what `maxUnavailable` leaves; Kubernetes rounds it down. */
function keeps(kind, spec, replicas) {
    if (kind !== 'Deployment' || (0,json.at)(spec, 'strategy', 'type') === 'Recreate')
        return 0;
    const most = (0,json/* text */.Qq)((0,json.at)(spec, 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%');
    const gone = most.endsWith('%') ? Math.floor((replicas * Number.parseInt(most)) / 100) : Number(most);
    return Math.max(0, replicas - gone);
}
/** The base name of a program's file, as its image calls it. */
const imageName = (path) => external_node_path_.posix.basename(path.replaceAll('\\', '/'));

// EXTERNAL MODULE: ./src/suites/workload/deployment/stand-in.ts
var stand_in = __webpack_require__(55931);
;// CONCATENATED MODULE: ./src/suites/workload/deployment/in-pods.ts
















/**
 * The way of a program from N-1 to N and back in pods that really run: images of nothing but the program, put into the
 * nodes, under the service account and roles of each version's manifests, rolled out and undone by kubectl; then releases
 * of the candidate that are broken on purpose, and the way back from them. The user's objects stay as they are. Without
 * a baseline the candidate stands for it. What a pod says before it fails is part of the evidence.
 *
 * `trial.with`: `workload` (as in slipway.yaml, with its `deployment`), `speaks`, `arch` (GOARCH of the programs),
 * `breakSeconds`, the progress deadline of a broken release (15). Rejects with an 'input' Failure where nothing can be
 * rolled out, never for what the cluster does: that is the verdict.
 */
const proveInPods = async (given, versions) => {
    const { cluster, trial } = given;
    const workload = (0,workload_trial/* workloadOf */.i)(trial);
    const { deployment } = workload;
    const { load } = cluster;
    if (!deployment || !load)
        throw new errors/* Failure */.H('input', `workload ${workload.name} cannot be rolled out in a cluster of ${cluster.provider}`, {
            hint: 'It needs a deployment in slipway.yaml, and a cluster that takes images: --cluster kind.'
        });
    const proved = await (0,workload_trial/* playTrial */.R)(given, { kind: 'rollout', simulated: false }, async (context) => {
        await (0,stand_in/* waitForAccount */.Ct)(cluster, context.namespace, 1000 * workload.within, context.signal);
        return await play({ context, deployment, trial, load }, versions);
    });
    return { ...proved, moments: [...(proved.moments ?? [])].sort((a, b) => a.at - b.at) };
};
async function play(podTrial, { candidate, baseline }) {
    const { context, deployment, trial } = podTrial;
    const { workload, cluster, namespace, signal, tools } = context;
    const speaks = (0,json/* items */.ld)(trial.with['speaks']).map(json/* text */.Qq);
    if ((0,preparation/* bringsSmi */.tB)(context, speaks))
        await (0,preparation/* installSmi */.ZF)(context, speaks);
    const old = baseline ?? candidate;
    const declared = { old: await (0,preparation/* manifestsOf */.oF)(context, old), fresh: await (0,preparation/* manifestsOf */.oF)(context, candidate) };
    if (!(await declare(context, old, declared.old.objects, [])))
        return context.diary.checks;
    const watched = await (0,preparation/* place */.ik)(context, await (0,preparation/* objectsOf */.iZ)(context, candidate, speaks));
    const image = await imageOf(podTrial, candidate);
    const own = { old: await shippedBy(podTrial, old), fresh: await shippedBy(podTrial, candidate) };
    const runs = (version, account, settings, from) => {
        const pod = runsAs(podTrial, version, account, settings);
        return from ? { pod: { ...pod, settle: from.minReadySeconds }, shipped: from } : { pod };
    };
    const was = {
        image: baseline ? await imageOf(podTrial, baseline) : image,
        step: 'baseline',
        ...runs(old, declared.old.serviceAccount, { ...deployment, ...given(deployment.baseline) }, own.old)
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
        // A deadline has to be longer than a pod takes to count as available.
        breakSeconds: Math.max((0,json/* number */.ai)(trial.with['breakSeconds'] ?? 15), is.pod.settle + 1),
        upgrade: () => declare(context, candidate, declared.fresh.objects, declared.old.objects),
        afterwards: (step) => leftAlone(context, watched, step),
        expected: (runner, step) => doesInPods(context, deployment, runner, step, own.fresh)
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
        const broken = { ...(0,stand_in/* brokenRelease */.Fe)(image, breaks, false), ...is };
        const book = context.diary.timed(runner.name, i === 0 ? undefined : (0,evidence/* evidence */.MX)());
        return await (0,sequence/* rollThrough */.D)(runner, { ...plan, broken, whole: i === 0 }, signal, book);
    };
    const whole = await play(0);
    // Where the candidate itself does not come up, a broken one says nothing; others than Deployments have no deadline.
    if (deployment.kind !== 'Deployment' || whole.some(({ outcome }) => outcome === 'failed'))
        return whole;
    return [...whole, ...(await Promise.all(stand_in/* BREAKS */.vD.slice(1).map((_, i) => play(i + 1)))).flat()];
}
/** Applies a version's manifests and deletes what the one before declared and this one does not. */
function declare(context, version, objects, before) {
    const same = (a, b) => (0,manifests/* kindOf */.I)(a) === (0,manifests/* kindOf */.I)(b) && (0,manifests/* nameOf */.Vb)(a) === (0,manifests/* nameOf */.Vb)(b);
    const files = context.workload.manifests.join(' -f ') || '(none)';
    return context.diary.witness(version.name, 'its manifests apply', `kubectl apply --server-side -f ${files}`, async () => {
        await (0,apply/* prune */.R)(context, before.filter((each) => !objects.some((other) => same(each, other))));
        const look = await (0,apply/* applyAll */.y)(context, objects);
        const rules = (0,manifests/* rulesOf */.fD)(objects).join('; ') || 'no rules';
        return { ...look, seen: `${look.seen}; ${rules}; what the API refuses its pods is not seen here` };
    });
}
async function leftAlone(context, watched, step) {
    if (watched.length === 0)
        return true;
    const repeat = `kubectl get ${(0,workload_watched/* kubectlNames */.P)(watched)} -o yaml`;
    return await context.diary.witness(step, 'the objects are as the user left them', repeat, () => (0,workload_watched/* unchanged */.Cv)(context, watched));
}
/** What the project ships to run this version, where slipway.yaml names it; what is changed of it is told. */
async function shippedBy({ context, deployment }, version) {
    const { manifest, kind } = deployment;
    if (manifest === undefined)
        return undefined;
    const program = imageName((0,programs_version/* programOf */.o)({ version, label: version.name }, context.workload.program));
    const from = shipped(await (0,preparation/* parsed */.Yz)(context, version, manifest), deployment, program);
    await context.diary.witness(version.name, `its ${kind} is that of ${manifest}`, `cat ${manifest}`, async () => ({
        ok: true,
        seen: [`${from.replicas} pods, ${from.revisionHistoryLimit} old revisions`, ...from.changes].join('; ')
    }));
    return from;
}
/** Makes the image of a version's program and puts it into the nodes; resolves with its name there. */
async function imageOf({ context, trial, load }, version) {
    const { workload, tools, folder, signal } = context;
    const program = (0,programs_version/* programOf */.o)({ version, label: version.name }, workload.program);
    const digest = await tools.files.digest(program);
    if (!digest)
        throw new Error(`the program ${program} of ${version.name} is gone`);
    const name = imageName(program);
    const [repository, label] = [name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), version.version.replace(/[^\w.-]/g, '-')];
    // Named by its content too: a version that is built twice is not taken for the first.
    const tag = `slipway.invalid/${repository.replace(/^-+|-+$/g, '')}:${label.slice(0, 80)}-${digest.sha256.slice(0, 12)}`;
    const archive = (0,external_node_path_.join)(folder, `${digest.sha256.slice(0, 12)}.tar`);
    await tools.files.write(archive, imageArchive(tools.files, { tag, name, program, arch: (0,json/* text */.Qq)(trial.with['arch']) }));
    await load(archive, signal);
    await tools.files.remove(archive);
    return tag;
}
function runsAs({ context: { namespace, workload } }, { version }, serviceAccount, { args, env, port, ready }) {
    const filled = (value) => (0,call/* fill */.GS)(value, { namespace, version });
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
/** What is set of settings that may be left out. */
const given = ({ args, env }) => ({
    ...(args && { args }),
    ...(env && { env })
});


/***/ })

};
