export const id = 1777;
export const ids = [1777];
export const modules = {

/***/ 11777:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipelineCommand: () => (/* binding */ pipelineCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/digest.ts
var base_digest = __webpack_require__(42857);
;// CONCATENATED MODULE: ./src/plan/cache-policy.ts


/** Changes when what lies in a cache, or how it is laid out, changes. */
const LAYOUT = 'slipway-1';
/** What is kept with a cache service, each under a key of its own. */
const KEPT = (/* unused pure expression or super */ null && (['modules', 'build', 'tools', 'steps']));
/**
 * What a run may have of a cache service. What is made for people comes from no cache: whoever can write to the scope of
 * the default branch (pull_request_target, workflow_run) could write any file of this machine by it, since its archives
 * are unpacked wherever they say. Code of somebody else leaves nothing behind, and a pull request, whose entries nobody
 * else can read, does not crowd out what is there. `isOwn`: what is built is the commit that the run was started for; a
 * run that checked out another one has the scope of the first, and nobody knows who wrote the second.
 */
function cachingOf(mode, event, wanted, isOwn) {
    if (!wanted)
        return { skip: 'cache: off', save: 'none' };
    if (mode !== 'gate')
        return { skip: `what a ${mode} makes comes from no cache`, save: 'none' };
    if (event.kind === 'tag')
        return { skip: 'a tag started this run: its files come from no cache', save: 'none' };
    if (event.untrusted !== undefined)
        return { save: 'none' };
    if (event.kind === 'pull-request')
        return { save: 'first' };
    if (!isOwn)
        return { save: 'none' };
    return { save: event.kind === 'merge-queue' ? 'first' : 'all' };
}
/**
 * The keys of a run's caches on one kind of machine. Modules follow from go.sum; compiled packages from Go,
 * what is built and the commit, and those of another commit save most of the work. Tools are told apart when they are
 * there. Steps belong to one job of one workflow run: they are for its next attempt.
 */
function keysOf({ commit, go, module, recipe, sums }, { attempt, job, machine, run }) {
    const of = (kind, ...parts) => [LAYOUT, kind, machine, cache_policy_short(module), ...parts].join('-');
    const built = [go, cache_policy_short(recipe)];
    const steps = of('steps', run, cache_policy_short(job));
    const tools = `${[LAYOUT, 'tools', machine].join('-')}-`;
    return {
        modules: { key: of('modules', cache_policy_short(sums)), prefixes: [`${of('modules')}-`] },
        build: {
            key: of('build', ...built, cache_policy_short(sums), commit),
            prefixes: [`${of('build', ...built, cache_policy_short(sums))}-`, `${of('build', ...built)}-`, `${of('build', go)}-`]
        },
        tools: { key: tools, prefixes: [tools] },
        steps: { key: `${steps}-${attempt}`, prefixes: [`${steps}-`] }
    };
}
const cache_policy_short = (value) => sha256(canonical(value)).slice(0, 16);

// EXTERNAL MODULE: ./src/config/read.ts
var config_read = __webpack_require__(62000);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/model/places.ts

/** As go build, go vet, go list and our own readers write a place: `cmd/main.go:5:2: undefined: x`. */
const PLACE = /^(?:vet: )?((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.(?:go|mod|sum|ya?ml)):(\d+)(?::(\d+))?: (.+)$/gm;
/** Places behind a message that names none itself: `See main.go:3:1.` */
const SEE = /^See ((?:\.{1,2}\/)*[\w@+~. -][\w@+~./\\ -]*\.go):(\d+)(?::(\d+))?\.$/m;
/** More than this is noise: GitHub shows ten of a step. */
const MOST = 30;
/** What a failure says of lines in the user's own files; `moduleDir` is the module's folder below the repository. */
function findingsOf(error, moduleDir) {
    if (!(error instanceof errors/* Failure */.H))
        return [];
    if (error.findings.length)
        return error.findings;
    if (error.kind !== 'input' && error.kind !== 'command')
        return [];
    const said = typeof error.cause === 'string' ? error.cause : '';
    const named = placesIn(`${error.message}\n${said}`, moduleDir);
    const [, file, line, column] = SEE.exec(error.hint ?? '') ?? [];
    const seen = named.length || file === undefined ? named : [found(file, line, column, error.message, moduleDir)];
    return seen.filter((item) => item !== undefined);
}
/** The lines of the repository's own files that a tool names in its output, each once. */
function placesIn(said, moduleDir) {
    const all = [...said.matchAll(PLACE)].map(([, file = '', line, column, message = '']) => found(file, line, column, message, moduleDir));
    const unique = new Map(all.flatMap((item) => (item ? [[JSON.stringify(item), item]] : [])));
    return [...unique.values()].slice(0, MOST);
}
/** A finding in a file of the repository, or none for a file elsewhere, such as one of the module cache. */
function found(path, line, column, message, moduleDir) {
    const file = inside(path.replaceAll('\\', '/'), moduleDir);
    if (file === undefined)
        return undefined;
    return {
        rule: /\.go$/.test(file) ? 'go' : 'slipway',
        severity: 'error',
        file,
        line: Number(line),
        ...(column !== undefined && { column: Number(column) }),
        message: message.trim()
    };
}
/** The path below the repository's root of a path below the module, or undefined when it leads out of it. */
function inside(path, moduleDir) {
    const parts = moduleDir === '' ? [] : moduleDir.split('/');
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return parts.join('/');
}

// EXTERNAL MODULE: ./src/config/inputs.ts + 2 modules
var inputs = __webpack_require__(60822);
// EXTERNAL MODULE: ./src/base/json.ts
var base_json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/steps/ledger.ts
var steps_ledger = __webpack_require__(55546);
// EXTERNAL MODULE: ./src/plan/plan.ts + 8 modules
var plan_plan = __webpack_require__(57981);
// EXTERNAL MODULE: ./src/plan/archives.ts
var archives = __webpack_require__(57288);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/report/trial-title.ts
var trial_title = __webpack_require__(44781);
;// CONCATENATED MODULE: ./src/report/plan-table.ts




/** The plan as a person reads it: what is built, proved, signed and published, and why something is not. */
function planTable(plan) {
    const facts = [
        ['mode', `${plan.mode} (${plan.why})`],
        ['module', plan.moduleDir ? `${plan.module} (in ${plan.moduleDir})` : plan.module],
        ['version', `${plan.version} (${plan.versionFrom})`],
        ['commit', `${plan.commit.slice(0, 12)} of ${plan.committedAt}${plan.dirtyDigest ? ', with local changes' : ''}`],
        ['go', `${plan.go.version} (${plan.go.why})`],
        ...(plan.mode === 'release' ? [['rebuild', each(plan.rebuilds, go_target/* formatTarget */.P4)]] : []),
        ...('work' in plan.vet ? [['vet', each(plan.vet, ({ level }) => `go vet (${level})`)]] : []),
        [
            'baseline',
            'skip' in plan.baseline ? `none: ${plan.baseline.skip}` : `${plan.baseline.tag} (${plan.baseline.why})`
        ],
        [
            'prove',
            each(plan.trials, (trial) => `${(0,trial_title/* titleOf */.G)(trial)}${trial.kubernetes ? ` on Kubernetes ${trial.kubernetes}` : ''}`)
        ],
        ...(plan.unproved.length ? [['', plan.unproved.map(({ suite, why }) => `not ${suite}: ${why}`).join('; ')]] : []),
        ...(plan.cluster ? [['cluster', clusterLine(plan.cluster)]] : []),
        [
            'scan',
            each(plan.vulnerabilities, ({ database, gate, accepted }) => `known vulnerabilities, by ${database} (${gate}${accepted.length ? `, ${accepted.length} accepted` : ''})`)
        ],
        ['sign', each(plan.signing, ({ mode, why }) => `${mode} (${why})`)],
        [
            'publish',
            each(plan.publication, (to) => `${to.tag} to ${to.to}${to.prerelease ? ', a prerelease' : ''}${to.latest ? ', the latest' : ''}`)
        ],
        ...('work' in plan.attestation ? [['attest', 'the provenance, to GitHub']] : [])
    ];
    const files = plan.archives.map((archive) => [
        (0,go_target/* formatTarget */.P4)(archive.target),
        archive.name,
        [...archive.binaries.map(({ name }) => name), ...archive.files.map(archives/* nameInArchive */.po)].join(' ')
    ]);
    return [
        ...(0,base_text/* columns */.YB)(facts),
        '',
        ...(0,base_text/* columns */.YB)([['target', 'archive', 'holds'], ...files]),
        ...(plan.notes.length ? ['', ...plan.notes.map((note) => `note: ${note}`)] : [])
    ].join('\n');
}
const clusterLine = ({ provider, releases, why }) => `${provider}, Kubernetes ${Object.values(releases).join(', ')} (${why})`;
const each = (planned, say) => 'skip' in planned ? `nothing: ${planned.skip}` : planned.work.map(say).join('; ');

;// CONCATENATED MODULE: ./src/pipeline/shards.ts






/** Names everything that decides the bytes of a build, on every machine alike: not where it runs or what comes after. */
function planDigest(plan) {
    const shipped = new Set(plan.archives.map(({ target }) => (0,go_target/* formatTarget */.P4)(target)));
    // A release may also build for the machine that tries it, which ships nothing and is no part of a fan-out.
    const builds = plan.builds.filter(({ target }) => shipped.has((0,go_target/* formatTarget */.P4)(target)));
    return (0,base_digest/* sha256 */.sc)((0,base_json/* canonical */.$N)({
        ...{ module: plan.module, moduleDir: plan.moduleDir, name: plan.name, version: plan.version },
        ...{ commit: plan.commit, committedAt: plan.committedAt, dirty: plan.dirtyDigest, go: plan.go.version },
        tags: plan.stampedFrom,
        ...{ builds: builds, archives: plan.archives }
    }));
}
/** The part of a plan that one machine builds: every n-th target, in the plan's own order. */
function shardOf(plan, { index, of }) {
    refuseMore(plan, of);
    const archives = plan.archives.filter((_, i) => i % of === index - 1);
    const own = new Set(archives.map(({ target }) => (0,go_target/* formatTarget */.P4)(target)));
    return {
        ...plan,
        archives,
        builds: plan.builds.filter(({ target }) => own.has((0,go_target/* formatTarget */.P4)(target))),
        notes: [...plan.notes, `shard ${index} of ${of}: ${archives.length} of ${plan.archives.length} targets`]
    };
}
function refuseMore(plan, machines) {
    if (machines > plan.archives.length)
        throw new errors/* Failure */.H('input', `${machines} machines would share ${plan.archives.length} targets`, {
            hint: 'Take as many machines as there are targets, or fewer.'
        });
}
/** The jobs of a fan-out, as a platform takes them; one line of JSON, which is YAML too. */
function matrix(platform, plan, machines) {
    refuseMore(plan, machines);
    const shards = Array.from({ length: machines }, (_, i) => `${i + 1}/${machines}`);
    return JSON.stringify(platform === 'github' ? { shard: shards } : { parallel: { matrix: [{ SLIPWAY_SHARD: shards }] } });
}
const nameOf = ({ index, of }) => `shard-${index}-of-${of}.json`;
/** Writes down what this machine made; last, so that a shard that was broken off is none. */
async function writeShard(files, out, whole, shard, paths) {
    const made = await Promise.all([...new Set(paths)].sort().map(async (path) => {
        const digest = await files.digest((0,external_node_path_.join)(out, path));
        if (!digest)
            throw new Error(`${path} vanished`);
        return { path, sha256: digest.sha256, size: digest.size };
    }));
    const record = { schema: 1, plan: planDigest(whole), shard: shard.index, of: shard.of, files: made };
    const path = (0,external_node_path_.join)(out, nameOf(shard));
    await files.write(path, `${JSON.stringify(record, null, 2)}\n`);
    return path;
}
/**
 * Takes over what other machines built for this plan, so that nothing is built here. Refuses a shard that is missing,
 * there twice, of another plan, or changed since: before anything is copied. Resolves with the number of shards.
 */
async function takeShards(files, from, out, plan) {
    const places = (await files.list(from)).filter((name) => /(^|\/)shard-\d+-of-\d+\.json$/.test(name));
    const shards = await Promise.all(places.map(async (name) => ({
        place: (0,external_node_path_.join)(from, name),
        folder: (0,external_node_path_.dirname)((0,external_node_path_.join)(from, name)),
        record: parse(await files.read((0,external_node_path_.join)(from, name)), name)
    })));
    refuseOthers(shards, plan);
    refuseGaps(shards, from);
    for (const { folder, record } of shards)
        for (const file of record.files) {
            const seen = await files.digest((0,external_node_path_.join)(folder, file.path));
            if (seen?.sha256 !== file.sha256)
                throw new errors/* Failure */.H('verification', `${(0,external_node_path_.join)(folder, file.path)} has sha256 ${seen?.sha256 ?? '(missing)'}, and its shard was built with ${file.sha256}`, { code: 'shard-changed', hint: 'Hand the folder of each shard on whole; build that shard again.' });
        }
    const here = new Set(shards.flatMap(({ record }) => record.files.map(({ path }) => path)));
    const lacking = plan.archives.filter(({ name }) => !here.has(name));
    if (lacking.length)
        throw new errors/* Failure */.H('input', `no shard holds ${lacking.map(({ name }) => name).join(', ')}`, {
            code: 'shard-missing',
            hint: 'Hand the output folder of every shard over; the matrix of `slipway plan --matrix` says how many there are.'
        });
    for (const { folder, record } of shards)
        // What is reused is hashed again when it is: a file that changes from here on is built anew.
        for (const { path } of record.files)
            await files.copy((0,external_node_path_.join)(folder, path), (0,external_node_path_.join)(out, path));
    return shards.length;
}
function refuseOthers(shards, plan) {
    const digest = planDigest(plan);
    for (const { place, record } of shards)
        if (record.plan !== digest)
            throw new errors/* Failure */.H('input', `${place} was built by the plan ${record.plan}, and this one is ${digest}`, {
                code: 'shard-of-another-plan',
                hint: 'Every machine needs the same commit, tag, Go and inputs: compare `slipway plan --json` of both.'
            });
}
function refuseGaps(shards, from) {
    const of = shards[0]?.record.of ?? 0;
    for (const [i, { place, record }] of shards.entries()) {
        if (record.of !== of)
            throw new errors/* Failure */.H('input', `${place} is one of ${record.of} shards, and ${shards[0]?.place ?? ''} one of ${of}`, {
                code: 'shard-twice',
                hint: 'Hand on the shards of one fan-out only.'
            });
        const other = shards.slice(0, i).find(({ record: before }) => before.shard === record.shard);
        if (other)
            throw new errors/* Failure */.H('input', `shard ${record.shard} of ${of} is there twice: ${other.place} and ${place}`, {
                code: 'shard-twice',
                hint: 'Hand on each shard once.'
            });
    }
    const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => !shards.some(({ record }) => record.shard === index));
    if (of === 0 || missing.length)
        throw new errors/* Failure */.H('input', of === 0 ? `there is no shard in ${from}` : `shard ${missing.join(', ')} of ${of} is missing in ${from}`, {
            code: 'shard-missing',
            hint: 'Hand on the output folder of every `slipway build --shard`.'
        });
}
/** Only what a build leaves may be taken over, and nothing outside of the folder. */
const PATH = /^(bin\/[\w.+~-]+\/|steps\/(build|package)-)?[\w+~-][\w.+~-]*$/;
function parse(bytes, name) {
    const broken = (why) => new errors/* Failure */.H('input', `${name} is no record of a shard: ${why}`, { hint: 'Build that shard again.' });
    const json = (0,base_json/* parsedJson */.U4)(Buffer.from(bytes ?? []).toString('utf8'));
    if (json === undefined)
        throw broken('it is not JSON');
    const { schema, plan, shard, of } = (0,base_json/* fields */.OA)(json);
    if (schema !== 1)
        throw broken('another Slipway wrote it');
    const files = (0,base_json/* items */.ld)((0,base_json/* fields */.OA)(json)['files'])
        .map(base_json/* fields */.OA)
        .map((file) => ({ path: (0,base_json/* text */.Qq)(file['path']), sha256: (0,base_json/* text */.Qq)(file['sha256']), size: (0,base_json/* number */.ai)(file['size']) }));
    const odd = files.find(({ path }) => !PATH.test(path));
    if (odd)
        throw broken(`it names ${(0,base_text/* quote */.hD)(odd.path)}`);
    const record = { schema: 1, plan: (0,base_json/* text */.Qq)(plan), shard: (0,base_json/* number */.ai)(shard), of: (0,base_json/* number */.ai)(of), files };
    if (!/^[0-9a-f]{64}$/.test(record.plan) || !(record.shard >= 1 && record.shard <= record.of && record.of <= 10_000))
        throw broken('its numbers make no sense');
    return record;
}

// EXTERNAL MODULE: ./src/commands/prepare-plan.ts + 6 modules
var prepare_plan = __webpack_require__(73644);
// EXTERNAL MODULE: ./src/commands/request.ts
var commands_request = __webpack_require__(19843);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
;// CONCATENATED MODULE: ./src/facts/git-log.ts
/**
 * The commits since a tag, the newest first, merges left out; in a subdirectory those that touch it. Undefined where
 * this clone does not hold that history.
 */
async function changesSince({ run, env }, folder, since) {
    const git = async (...args) => (await run(['git', '-C', folder, ...args], { env })).stdout;
    try {
        // Where the history is cut off, all that is left would look new.
        await git('merge-base', `refs/tags/${since}`, 'HEAD');
        const range = `refs/tags/${since}..HEAD`;
        return git_log_parse(await git('log', '--no-merges', '--no-show-signature', '-z', '--format=%H%n%B', range, '--', '.'));
    }
    catch {
        return undefined;
    }
}
const git_log_parse = (text) => text
    .split('\0')
    .filter(Boolean)
    .map((entry) => ({ commit: entry.slice(0, 40), message: entry.slice(41) }));

// EXTERNAL MODULE: ./src/model/verification-commands.ts
var verification_commands = __webpack_require__(51969);
;// CONCATENATED MODULE: ./src/go/modules.ts

/**
 * `go mod verify`: the module cache holds what go.sum says. Not for vendored modules, which lie in the repository.
 * Rejects with a 'verification' Failure that has go's words.
 */
async function verifyModules(run, go, folder, env, signal) {
    try {
        await run([go, 'mod', 'verify'], { cwd: folder, env, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', 'the module cache differs from go.sum (go mod verify)', {
            hint: 'Somebody changed it: go clean -modcache, and try again.',
            cause: error.cause
        });
    }
}

// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
;// CONCATENATED MODULE: ./src/licences/texts.ts
/** Made by scripts/licence-texts.ts from spdx-license-list 6.12.0; not edited by hand. */
const LICENCE_TEXTS = [
    {
        id: 'Apache-2.0',
        parts: [
            {
                start: 'definitions license shall',
                words: 1378,
                sha256: '7fec4cfa67fd309fc28bc99c73cba7648c2ecbb27618b90b8a12cc603be1eeed'
            }
        ]
    },
    {
        id: 'Apache-2.0',
        parts: [
            {
                start: 'licensed under the',
                words: 86,
                sha256: '7a46cf4a5d56898d746584f4fe57bdf571d600a8f39d21063431d88929f803c7'
            }
        ]
    },
    {
        id: 'Apache-2.0',
        parts: [
            { start: 'to apply the', words: 82, sha256: '0ef4770dcec64224e7176d8d35cebc2cf90bc7a216191a542f381e86a6a37b01' }
        ]
    },
    {
        id: 'MPL-2.0',
        parts: [
            {
                start: 'definitions contributor means',
                words: 2179,
                sha256: '2b26602a66175453d81978114e74d80ba2308a20c3f316e48768db8bb04ebcea'
            }
        ]
    },
    {
        id: 'BSD-3-Clause',
        parts: [
            {
                start: 'redistribution and use',
                words: 68,
                sha256: '07ea5349791015bbca63ce73390d3d962e424bd9dcc4611c48d64efac312c468'
            },
            {
                start: 'used to endorse',
                words: 20,
                sha256: '788372554056f5e20c717c2a3fea68547aeb9dccea729fe8a3271b14cf57050c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
        ]
    },
    {
        id: 'BSD-2-Clause-Views',
        parts: [
            {
                start: 'all rights reserved',
                words: 76,
                sha256: 'c3c5f32afad566cf418534a0fd4f6b3106819d20d3300a437b6d14a1f60fa22c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 100, sha256: 'd703ea0ff67816aa1711cd7dd442abf9a82a51e9e21ac1778dba50c9c88b4dc0' }
        ]
    },
    {
        id: 'BSD-2-Clause',
        parts: [
            {
                start: 'redistribution and use',
                words: 73,
                sha256: 'd276ed24f1a8ea5066508486ca9e832b085e9544e0f16a905203c476eb144a4c'
            },
            { start: 'as is and', words: 30, sha256: 'f2ecc48db714dbadad216517cbbb80ad42882d87fcc5b3efae52bb63987fa44d' },
            { start: 'be liable for', words: 71, sha256: 'b9906283a603091fa4443be08b33397f49d0dafc47296124e87d2e33728eebd5' }
        ]
    },
    {
        id: 'MIT',
        parts: [
            {
                start: 'permission is hereby',
                words: 122,
                sha256: '138ac55c245173422b597783da36dfff9c4c6542e7376b4b16f757f3fd125e17'
            },
            { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
        ]
    },
    {
        id: 'MIT-0',
        parts: [
            {
                start: 'permission is hereby',
                words: 97,
                sha256: '8586c220bd4892e5eae2ee9f34f243ce55432b138458da5f2e7f66e0224de0f2'
            },
            { start: 'be liable for', words: 37, sha256: '5596960f6fe5f8850d31594e00ffab4e4041b0aaf3a3a8c13f0af749a150a5bc' }
        ]
    },
    {
        id: 'ISC',
        parts: [
            {
                start: 'permission to use',
                words: 41,
                sha256: '2f49b75b5eeb8493e1aab06f369bf8d99feb3cb5eacd85a32b54df1c2e69cd04'
            },
            {
                start: 'disclaims all warranties',
                words: 20,
                sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
            },
            { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
        ]
    },
    {
        id: '0BSD',
        parts: [
            {
                start: 'permission to use',
                words: 27,
                sha256: '1d2bcfa130f3f45d2c8decef63e9d2517105bb2389c8f9e76f283d03befcd034'
            },
            {
                start: 'disclaims all warranties',
                words: 20,
                sha256: '5468a8ddbc16161644c0f018e3d6bf56535b41e3c3fe652e53ab4c773caf3f33'
            },
            { start: 'be liable for', words: 47, sha256: 'c81620f6e98f16b648eddda519270df452ef4863fdb375d1bd77b1ffcede910e' }
        ]
    },
    {
        id: 'Zlib',
        parts: [
            {
                start: 'zlib license this',
                words: 131,
                sha256: '44f9aad039314150df39432a54882d648cde79f191de05b561dcb2c12ae3720e'
            }
        ]
    },
    {
        id: 'BSL-1.0',
        parts: [
            {
                start: 'permission is hereby',
                words: 202,
                sha256: '2ba928e6034f4e5c7714bd07b12808659e1f4168b3f3db72fdadec29ed2bc5b9'
            }
        ]
    },
    {
        id: 'Unlicense',
        parts: [
            { start: 'this is free', words: 190, sha256: 'f507d73d343a3d7b0b7ecd39319f6c349b515eeed80b814918af61cdac69e4a5' }
        ]
    },
    {
        id: 'CC0-1.0',
        parts: [
            { start: 'the laws of', words: 976, sha256: '4d675e5804644357d0c61aaca938f46f66a2c509a33b1eb36c7ec1dc2bd774cb' }
        ]
    },
    {
        id: 'EPL-2.0',
        parts: [
            {
                start: 'the accompanying program',
                words: 1987,
                sha256: '41c695a1130cc4d5933580764720209f02f159864f101a158f9561533dfe2258'
            }
        ]
    },
    {
        id: 'AGPL-3.0',
        parts: [
            {
                start: 'the licenses for',
                words: 5069,
                sha256: '5eda648e20ba1d1330a803d726cf843e2a9f582ef4c27c7350e6ee79afa1724a'
            }
        ]
    },
    {
        id: 'GPL-3.0',
        parts: [
            {
                start: 'the licenses for',
                words: 5121,
                sha256: '946986366d300c49dde813102fbfb2eb457612ee09a7725119b7af9dbc1a0167'
            }
        ]
    },
    {
        id: 'GPL-2.0',
        parts: [
            {
                start: 'the licenses for',
                words: 2437,
                sha256: '53b2b51aef45cb412959339d4986c84dcb73879453456848afa40dd47f2eb534'
            }
        ]
    },
    {
        id: 'LGPL-2.1',
        parts: [
            {
                start: 'the licenses for',
                words: 3944,
                sha256: 'bce92fa61e82d6b479b5a6a4298c3db020ff9422edf02f570daa17da4dce698a'
            }
        ]
    },
    {
        id: 'LGPL-3.0',
        parts: [
            {
                start: 'this version of',
                words: 1179,
                sha256: 'c93677acf8e76a9f0a1db57301085388555c0c29521e99f3c3ed194a7b7205ff'
            }
        ]
    }
];

;// CONCATENATED MODULE: ./src/licences/words.ts
/**
 * A text as the words that count when licences are compared, after SPDX's matching guidelines: case, punctuation, quotes,
 * line breaks, hyphens, comment signs and the marks of list items do not.
 */
const wordsOf = (text) => text
    .toLowerCase()
    .replaceAll('https:', 'http:')
    .replace(/(?<=\p{L})[-‐‑–—](?=\s*\p{L})/gu, '')
    // `1.`, `2)`, `(iii)`, `a.`: lists are numbered by hand, or not at all.
    .replace(/(?<![\p{L}\d.])\(?(?:[a-z]|[ivx]+|\d{1,2}(?:\.\d{1,2})*)[.)](?=\s)/gu, ' ')
    .match(/[\p{L}\d]+/gu) ?? [];

;// CONCATENATED MODULE: ./src/licences/licences.ts



/** Words that may stand between two parts of a licence, the names of those who grant it: fewer than a clause more has. */
const MOST_BETWEEN = 24;
/** A licence can stand in one file several times, for several parts of a module. */
const MOST_TIMES = 20;
const FIRST = new Set(LICENCE_TEXTS.flatMap(({ parts }) => parts.map(({ start }) => start.split(' ', 1)[0])));
/** The licences whose words stand in a text, exactly and in their order; never one that is only much like it. */
function licencesIn(text) {
    const words = wordsOf(text);
    const starts = new Map();
    words.forEach((word, at) => {
        if (!FIRST.has(word))
            return;
        const start = words.slice(at, at + 3).join(' ');
        const known = starts.get(start);
        if (known)
            known.push(at);
        else
            starts.set(start, [at]);
    });
    const taken = new Uint8Array(words.length);
    const found = [];
    for (const licence of LICENCE_TEXTS)
        for (let times = 0; times < MOST_TIMES; times++) {
            const match = place(licence, words, starts, taken);
            if (!match)
                break;
            for (const [from, to] of match)
                taken.fill(1, from, to);
            found.push({ id: licence.id, at: match[0]?.[0] ?? 0 });
        }
    found.sort((a, b) => a.at - b.at);
    return { ids: [...new Set(found.map(({ id }) => id))], rest: taken.reduce((sum, one) => sum - one, words.length) };
}
/** The first place where all parts of a licence stand that nothing else has taken. */
function place({ parts }, words, starts, taken) {
    for (const at of starts.get(parts[0]?.start ?? '') ?? []) {
        const match = [];
        for (const part of parts) {
            const from = match.at(-1)?.[1] ?? at;
            const next = starts
                .get(part.start)
                ?.find((place) => place >= from && place <= (match.length ? from + MOST_BETWEEN : from) && stands(part, place));
            if (next === undefined)
                break;
            match.push([next, next + part.words]);
        }
        if (match.length === parts.length)
            return match;
    }
    return undefined;
    function stands({ words: count, sha256: digest }, at) {
        return taken[at] === 0 && at + count <= words.length && (0,base_digest/* sha256 */.sc)(words.slice(at, at + count).join(' ')) === digest;
    }
}

;// CONCATENATED MODULE: ./src/licences/module-licences.ts



/**
 * The licences of modules that were linked in, each read once: from `vendor/`, from the module cache, whose content
 * go.sum vouches for, or from a folder of the repository. A module that is not in the cache any more is fetched again.
 */
function moduleLicences(folders, signal) {
    const known = new Map();
    return (module) => {
        const { path, version } = folders.vendored ? module : (module.replace ?? module);
        const key = `${path}@${version}`;
        const reading = known.get(key) ?? read(folders, module, signal);
        known.set(key, reading);
        return reading;
    };
}
async function read(folders, module, signal) {
    const { files, run, go, env, folder, root, vendored } = folders;
    const used = module.replace ?? module;
    if (vendored)
        return await licencesAt(files, (0,external_node_path_.join)(folder, 'vendor', ...module.path.split('/')));
    if (used.version === '' || used.version === '(devel)') {
        const place = (0,external_node_path_.resolve)(folder, used.path);
        const outside = (0,external_node_path_.relative)(root, place).split(/[/\\]/)[0] === '..';
        return outside ? { ids: [], unknown: 'it is a folder outside of the repository' } : await licencesAt(files, place);
    }
    const place = (0,external_node_path_.join)(moduleCache(env), `${escaped(used.path)}@${escaped(used.version)}`);
    if ((await files.names(place)) === undefined)
        await run([go, 'mod', 'download', `${used.path}@${used.version}`], { cwd: folder, env, signal });
    return await licencesAt(files, place);
}
/** Where go keeps modules, by the environment alone: no settings file is read (GOENV=off). */
function moduleCache(env) {
    const { GOMODCACHE = '', GOPATH = '', HOME = '', USERPROFILE = '' } = env;
    if (GOMODCACHE !== '')
        return GOMODCACHE;
    const first = GOPATH.split(external_node_path_.delimiter)[0] ?? '';
    return (0,external_node_path_.join)(first === '' ? (0,external_node_path_.join)(HOME || USERPROFILE, 'go') : first, 'pkg', 'mod');
}
/** A module's path or version as the module cache writes it: `!b` for `B` (golang.org/x/mod/module, EscapePath). */
const escaped = (text) => text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
const LICENCE_FILE = /^((un)?licen[cs]e|copying)([.-][\w.-]+)?(?<!\.go)$/i;
/** A licence is a few pages; what is longer is no licence text alone. */
const LONGEST = limits/* LIMITS */.b1.licence.most;
/** A file may say whose it is and since when, and name its licence, before anything in it counts as something else. */
const NAMES = 40;
/** What the licence files at the top of a folder grant. */
async function licencesAt(files, folder) {
    const names = ((await files.names(folder)) ?? []).filter((name) => LICENCE_FILE.test(name));
    const texts = await Promise.all(names.map(async (name) => ({ name, bytes: await beginning(files, (0,external_node_path_.join)(folder, name)) })));
    return licencesOf(texts);
}
/** As much of a file as counts: what a module calls its licence may be of any size. */
async function beginning(files, path) {
    const pieces = [];
    let size = 0;
    for await (const piece of files.stream(path)) {
        pieces.push(piece);
        size += piece.length;
        if (size >= LONGEST)
            break;
    }
    return Buffer.concat(pieces).subarray(0, LONGEST);
}
/** The same of files that were read already; of others than licence files nothing is said. */
function licencesOf(all) {
    const files = all.filter(({ name }) => LICENCE_FILE.test(name));
    if (files.length === 0)
        return { ids: [], unknown: 'there is no licence file' };
    const read = files.map(({ name, bytes }) => ({
        name,
        ...licencesIn(Buffer.from(bytes.subarray(0, LONGEST)).toString('utf8'))
    }));
    const ids = [...new Set(read.flatMap(({ ids }) => ids))];
    const unknown = read.flatMap(({ name, ids, rest }) => ids.length === 0
        ? [`${name} is no licence text that is known here`]
        : rest > NAMES
            ? [`${name} holds ${rest} words beside ${ids.join(' and ')}`]
            : []);
    return { ids, ...(unknown.length && { unknown: unknown.join('; ') }) };
}

// EXTERNAL MODULE: ./src/plan/planned.ts
var planned = __webpack_require__(79821);
// EXTERNAL MODULE: ./src/go/inspect/binary.ts + 7 modules
var inspect_binary = __webpack_require__(35105);
;// CONCATENATED MODULE: ./src/go/inspect/traces.ts
/** As much of what stands around a trace as helps to see where it comes from. */
const AROUND = 80;
/** Folders of fewer names need more than the folder to be a trace. */
const traces_NAMES = 2;
/**
 * A sentence for each trace that is in the bytes as a folder, that is, followed by a slash or backslash. A root folder
 * (`/`) leaves none that could be told from other text.
 */
function findTraces(bytes, traces) {
    const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const stems = new Map();
    /** Most traces lie below one or two folders, and programs are large: a stem that is not there is looked for once. */
    const mayHold = (spelling) => {
        const stem = spelling.match(STEM)?.[0] ?? spelling;
        const known = stems.get(stem) ?? haystack.includes(stem);
        stems.set(stem, known);
        return known;
    };
    return traces.flatMap(({ what, text, isInside }) => {
        const folder = text.replace(/[\\/]+$/, '');
        const names = folder.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name)).length;
        const sure = names >= traces_NAMES;
        if (names === 0 || (!sure && !isInside))
            return [];
        const spellings = [...new Set([folder, folder.replaceAll('\\', '/')])].filter((spelling) => !sure || mayHold(spelling));
        const at = spellings
            .map((spelling) => findFolder(haystack, spelling, sure ? undefined : isInside))
            .find((place) => place >= 0);
        if (at === undefined)
            return [];
        const seen = haystack.toString('latin1', at, at + folder.length + AROUND).replace(/[^ -~].*/s, '');
        return [`it holds ${what} of the build machine: ${JSON.stringify(seen)}`];
    });
}
/** The first two names of a folder, with what stands before them. */
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/;
/** Where the folder's name is followed by a slash or backslash, and by what is inside of it, or -1. */
function findFolder(haystack, folder, isInside) {
    const length = Buffer.byteLength(folder);
    for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
        const next = haystack[at + length];
        if (next !== 0x2f && next !== 0x5c)
            continue;
        if (!isInside || (begins(haystack, at) && isInside(textAt(haystack, at + length + 1))))
            return at;
    }
    return -1;
}
/** Whether a path can begin here: `/src` in `github.com/a/src` is not that folder. */
const begins = (haystack, at) => at === 0 || !/[\w.~@+-]/.test(String.fromCharCode(haystack[at - 1] ?? 0));
const traces_LONGEST = 1024;
function textAt(haystack, at) {
    const text = haystack.toString('utf8', at, at + traces_LONGEST);
    return text.slice(0, Math.max(0, text.search(/[\0-\x1f]|$/))).replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./src/go/inspect/check.ts


/** Systems whose programs must need no library at all; others always load their C library through the system's loader. */
const STATIC = ['linux', 'freebsd', 'netbsd', 'dragonfly'];
/** Part of every Windows; what else a program imports has to be shipped with it. */
const WINDOWS = /^(kernel32|ntdll|advapi32|user32|ws2_32|winmm|shell32|ole32|oleaut32|crypt32|bcrypt|bcryptprimitives|iphlpapi|userenv|api-ms-win-[\w-]+)\.dll$/i;
const MACOS = /^(\/usr\/lib\/|\/System\/Library\/)/;
/** What is wrong with a binary, a sentence each; empty when it is what was asked for. */
function problems(bytes, found, expected) {
    const traces = findTraces(bytes, expected.traces);
    const wanted = formatOf(expected.target.os);
    if (found.format !== wanted) {
        return [
            `it is ${describe(found.format)}, and ${(0,go_target/* formatTarget */.P4)(expected.target)} wants ${describe(wanted)}`,
            ...traces
        ];
    }
    if (found.format === 'unchecked')
        return [...buildProblems(found.build, expected), ...traces];
    return [
        ...machineProblems(found, expected.target),
        ...linkProblems(found, expected.target.os),
        ...buildProblems(found.build, expected),
        ...traces
    ];
}
/** The format of a system's programs. */
function formatOf(os) {
    switch (os) {
        case 'windows':
            return 'PE';
        case 'darwin':
        case 'ios':
            return 'Mach-O';
        case 'js':
        case 'wasip1':
            return 'Wasm';
        case 'aix':
        case 'plan9':
            return 'unchecked';
        default:
            return 'ELF';
    }
}
function describe(format) {
    return format === 'unchecked'
        ? 'of a format that Slipway cannot read'
        : `${format === 'ELF' ? 'an' : 'a'} ${format} file`;
}
function machineProblems({ arch }, target) {
    return arch === target.arch ? [] : [`it is for ${arch}, and ${(0,go_target/* formatTarget */.P4)(target)} was asked for`];
}
function linkProblems({ interpreter, libraries }, os) {
    if (STATIC.includes(os)) {
        const needs = [...(interpreter === undefined ? [] : [`the loader ${interpreter}`]), ...libraries];
        return needs.length === 0 ? [] : [`it is linked dynamically and needs ${needs.join(', ')}`];
    }
    const own = os === 'windows' ? WINDOWS : os === 'darwin' ? MACOS : undefined;
    const foreign = own === undefined ? [] : libraries.filter((library) => !own.test(library));
    return foreign.length === 0 ? [] : [`it needs ${foreign.join(', ')}, which ${os} does not bring along`];
}
function buildProblems(build, expected) {
    if (build === undefined)
        return ['it has no Go build info: it is no Go program, or was stripped after the build'];
    const variant = (0,go_target/* variantSetting */.Gz)(expected.target, expected.goVersion);
    const settings = [
        ['GOOS', expected.target.os],
        ['GOARCH', expected.target.arch],
        ...(variant === undefined ? [] : [variant]),
        ['CGO_ENABLED', '0'],
        ['-trimpath', 'true'],
        ['vcs.revision', expected.commit],
        ['vcs.modified', String(expected.modified)]
    ];
    // `go1.25.3 X:jsonv2`, and `go1.26.8-X:jsonv2` since 1.26, of a build with an experiment.
    const [version = '', foreign = ''] = build.goVersion.split(/[ -]X:/);
    const differs = (what, seen, wanted) => seen === wanted ? [] : [`its ${what} is ${seen ?? 'not recorded'}, not ${wanted}`];
    return [
        ...differs('Go version', version, expected.goVersion),
        ...experimentProblems(build, foreign, expected.env),
        ...differs('main package', build.path, expected.main),
        ...differs('module', build.main?.path, expected.module),
        ...versionProblems(build.main?.version, expected.moduleVersions),
        ...settings.flatMap(([name, wanted]) => differs(name, build.settings.get(name), wanted))
    ];
}
/** A toolchain can have experiments, or a module for FIPS 140, that nobody asked for: by its go.env, or its own build. */
function experimentProblems({ settings }, foreign, env) {
    const whence = 'which nobody asked for: by the go.env in its GOROOT, or as it was made';
    const [asked, seen] = [env['GOEXPERIMENT'] ?? '', settings.get('GOEXPERIMENT') ?? ''];
    if (seen !== asked)
        return [`its GOEXPERIMENT is ${seen || 'not recorded'}, ${asked ? `not ${asked}` : whence}`];
    if (asked === '' && foreign !== '')
        return [`its Go has the experiments ${foreign}, ${whence}`];
    const fips = settings.get('GOFIPS140');
    return fips !== undefined && (env['GOFIPS140'] ?? 'off') === 'off' ? [`its GOFIPS140 is ${fips}, ${whence}`] : [];
}
function versionProblems(seen, wanted) {
    const fits = (one) => (one.startsWith('*') ? seen?.endsWith(one.slice(1)) === true : seen === one);
    if (wanted.length === 0 || wanted.some(fits))
        return [];
    return [`its module version is ${seen ?? 'not recorded'}, not ${wanted.join(' or ')}`];
}

// EXTERNAL MODULE: ./src/plan/builds.ts
var builds = __webpack_require__(8114);
;// CONCATENATED MODULE: ./src/pipeline/stages/build.ts
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








/** All that decides the bytes of a build. */
const buildInput = (plan, build) => ({
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module,
    dir: plan.moduleDir,
    go: plan.go.version,
    tags: plan.stampedFrom,
    argv: build.argv,
    env: build.env,
    binaries: build.binaries
});
/** Compiles one target, opens what came out, and puts it in place only when it is what was asked for. */
async function buildTarget(tools, plan, build, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out } = tools;
        const scratch = __addDisposableResource(env_1, await files.scratch('build'), true);
        const [, ...args] = build.argv;
        const output = (0,external_node_path_.join)(scratch.path, 'out');
        await tools.run([tools.go.path, ...args.map((arg) => (arg === `${builds/* BUILD_OUTPUT */.$}/` ? `${output}/` : arg))], {
            cwd: tools.folder,
            env: { ...tools.env, ...build.env },
            signal
        });
        const built = [];
        for (const { name, main, made: file, path } of build.binaries) {
            const from = (0,external_node_path_.join)(output, file);
            const bytes = await files.read(from, limits/* LIMITS */.b1.program.most);
            if (!bytes)
                throw new errors/* Failure */.H('command', `go build ended well and left no ${name} for ${(0,go_target/* formatTarget */.P4)(build.target)}`, {
                    hint: 'Look whether something removes files from the output folder, such as a virus scanner, and run again.'
                });
            const found = (0,inspect_binary/* inspect */.N)(bytes);
            const wrong = problems(bytes, found, {
                target: build.target,
                module: plan.module,
                main,
                goVersion: plan.go.version,
                env: build.env,
                commit: plan.commit,
                modified: plan.modified,
                moduleVersions: plan.moduleVersions,
                traces: [...tools.traces, { what: 'the folder of this build', text: scratch.path }]
            });
            if (wrong.length)
                throw new errors/* Failure */.H('verification', `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)} is not what was asked for: ${wrong.join('; ')}`, { hint: 'It does not ship. Build settings of slipway.yaml may contradict it; else report it with its plan.' });
            await files.move(from, (0,external_node_path_.join)(out, path));
            built.push({ name, main, path, sha256: (0,base_digest/* sha256 */.sc)(bytes), size: bytes.length, format: build_describe(found) });
        }
        return { value: built, files: built };
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
/** What the checks saw, for a progress line: `ELF, no libraries`; other than the system's own were refused. */
function build_describe(found) {
    if (found.format === 'unchecked')
        return 'unchecked: a format that Slipway cannot read, but for its build info';
    return `${found.format}, ${found.libraries.length ? `${found.libraries.length} system ${found.libraries.length === 1 ? 'library' : 'libraries'}` : 'no libraries'}`;
}

// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/package/checksums.ts
var checksums = __webpack_require__(71652);
;// CONCATENATED MODULE: ./src/pipeline/stages/checksum.ts



/** Writes checksums.txt over the reproducible files, unless it says so already. */
async function checksum(files, out, artifacts) {
    const path = (0,external_node_path_.join)(out, release_chains/* CHECKSUMS */.vM);
    const text = (0,checksums/* formatChecksums */.s)(artifacts);
    const before = await files.read(path);
    const reused = before !== undefined && Buffer.from(before).toString('utf8') === text;
    if (!reused)
        await files.write(path, text);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { checksums: { kind: 'checksums', name: release_chains/* CHECKSUMS */.vM, path, ...digest }, reused };
}

// EXTERNAL MODULE: ./src/package/formats.ts
var formats = __webpack_require__(13496);
// EXTERNAL MODULE: ./src/package/parts.ts
var parts = __webpack_require__(23306);
;// CONCATENATED MODULE: ./src/pipeline/stages/package.ts









/** Reads the LICENSE, README and other files once, for all archives. */
async function readExtras({ files, folder }, plan) {
    return await Promise.all(plan.files.map(async (file) => {
        const bytes = await files.read((0,external_node_path_.join)(folder, file), limits/* LIMITS */.b1.program.most);
        if (!bytes)
            throw new errors/* Failure */.H('input', `${file} is to go into the archives and is not in ${folder}`, {
                hint: 'Commit it, or take it out of archive.files in slipway.yaml.'
            });
        return { name: (0,archives/* nameInArchive */.po)(file), bytes };
    }));
}
/** All that decides the bytes of an archive and its SBOMs. */
const packageInput = (plan, archive, built, extras) => ({
    formats: [formats/* ARCHIVE_FORMAT */.nV, formats/* SBOM_FORMAT */.ep, ...(archive.binaries.some(({ spdx }) => spdx) ? [formats/* SPDX_FORMAT */.gl] : [])],
    name: archive.name,
    version: plan.version,
    committedAt: plan.committedAt,
    binaries: archive.binaries.map((binary) => ({
        ...binary,
        sha256: built.find(({ path }) => path === binary.path)?.sha256
    })),
    extras: extras.map(({ name, bytes }) => ({ name, sha256: (0,base_digest/* sha256 */.sc)(bytes) }))
});
/** go.sum's hashes of module content, by `PATH VERSION`. */
const sumsOf = (goSum) => new Map(Buffer.from(goSum ?? [])
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([path = '', version = '', sum]) => (sum === undefined ? [] : [[`${path} ${version}`, sum]])));
/** One archive with the programs of a target, and an SBOM for each program. */
async function packageTarget({ files, deflate, licences, folder, out }, plan, { name, format, binaries, target }, built, extras) {
    // Heavy, and a run that finds everything packed needs neither.
    const [{ archive }, { sbom }, { spdx }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(6118), __webpack_require__.e(3184)]).then(__webpack_require__.bind(__webpack_require__, 23184)),
        Promise.all(/* import() */[__webpack_require__.e(7761), __webpack_require__.e(1239)]).then(__webpack_require__.bind(__webpack_require__, 81239)),
        __webpack_require__.e(/* import() */ 161).then(__webpack_require__.bind(__webpack_require__, 161))
    ]);
    const made = [];
    const write = async (kind, file, content) => {
        await files.write((0,external_node_path_.join)(out, file), content);
        made.push({ kind, name: file, sha256: (0,base_digest/* sha256 */.sc)(content), size: Buffer.byteLength(content) });
    };
    const vendored = plan.vendored ? sumsOf(await files.read((0,external_node_path_.join)(folder, 'go.sum'))) : undefined;
    const entries = extras.map((extra) => ({ ...extra, executable: false }));
    for (const binary of binaries) {
        const known = built.find(({ path }) => path === binary.path);
        const bytes = await files.read((0,external_node_path_.join)(out, binary.path), limits/* LIMITS */.b1.program.most);
        if (!bytes || !known || (0,base_digest/* sha256 */.sc)(bytes) !== known.sha256)
            throw new errors/* Failure */.H('verification', `${binary.path} changed after it was built`, {
                hint: 'Something else writes to the output folder.'
            });
        entries.push({ name: binary.path.slice(binary.path.lastIndexOf('/') + 1), bytes, executable: true });
        const { build: buildInfo } = (0,inspect_binary/* inspect */.N)(bytes);
        // It was there when the program was built, or the build would have been refused.
        if (!buildInfo)
            throw new Error(`${binary.path} lost its build info`);
        const licensed = buildInfo.deps.map(async (module) => [(0,parts/* referenceTo */.Po)(module), await licences(module)]);
        const subject = {
            name: binary.name,
            version: plan.version,
            committedAt: plan.committedAt,
            target,
            sha256: known.sha256,
            buildInfo,
            licensed: licencesOf(extras),
            vendored,
            licences: new Map(await Promise.all(licensed))
        };
        await write('sbom', binary.sbom, sbom(subject));
        if (binary.spdx !== undefined)
            await write('sbom', binary.spdx, spdx(subject));
    }
    await write('archive', name, await archive(format, entries, new Date(plan.committedAt), deflate));
    return { value: made, files: made.map((file) => ({ ...file, path: file.name })) };
}
const artifactOf = (out, archive, { kind, name, sha256, size }) => ({
    kind,
    name,
    path: (0,external_node_path_.join)(out, name),
    sha256,
    size,
    target: archive.target
});

// EXTERNAL MODULE: ./src/go/inspect/difference.ts + 1 modules
var inspect_difference = __webpack_require__(11190);
;// CONCATENATED MODULE: ./src/pipeline/stages/rebuild.ts
var rebuild_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var rebuild_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/** A rebuild that gave these bytes needs no second one. */
const rebuildInput = (plan, build, built) => ({
    build: buildInput(plan, build),
    made: built.map(({ path, sha256 }) => ({ path, sha256 }))
});
/**
 * Compiles a target again from a clone of the commit in another folder, with an empty build cache, and compares every
 * program byte by byte. Rejects with a 'verification' Failure that names the first difference. The module cache is the
 * same: its content is held against go.sum.
 */
async function rebuildTarget(tools, plan, build, built, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out, root, run, env } = tools;
        const scratch = rebuild_addDisposableResource(env_1, await files.scratch('rebuild'), true);
        const [source, output] = ['source', 'out'].map((name) => (0,external_node_path_.join)(scratch.path, name));
        const git = (...args) => run(['git', ...args], { env, signal });
        // Objects are only borrowed; the clone goes away with its folder.
        await git('clone', '--quiet', '--shared', '--no-checkout', '--', root, source);
        await git('-C', source, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', plan.commit);
        const [, ...args] = build.argv;
        await run([tools.go.path, ...args.map((arg) => (arg === `${builds/* BUILD_OUTPUT */.$}/` ? `${output}/` : arg))], {
            cwd: (0,external_node_path_.join)(source, plan.moduleDir),
            env: { ...env, ...build.env, GOCACHE: (0,external_node_path_.join)(scratch.path, 'cache') },
            signal
        });
        for (const { path, made } of build.binaries) {
            const name = built.find((one) => one.path === path)?.name ?? path;
            const [first, second] = await Promise.all([(0,external_node_path_.join)(out, path), (0,external_node_path_.join)(output, made)].map((file) => files.read(file, limits/* LIMITS */.b1.program.most)));
            const difference = first && second ? (0,inspect_difference/* binaryDifference */.D)(first, second) : `only ${first ? 'the first' : 'the second'} build made it`;
            if (difference !== undefined)
                throw new errors/* Failure */.H('verification', `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)} cannot be reproduced: ${difference}`, {
                    hint: 'Built again in another folder with an empty cache, it came out otherwise: nobody could check this release. Find what the build takes from its surroundings, or release without this proof: --rebuild 0.'
                });
        }
        return { value: null, files: [] };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = rebuild_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/publish/attest-on-platform.ts
var attest_on_platform = __webpack_require__(37784);
// EXTERNAL MODULE: ./src/publish/publish-draft.ts
var publish_draft = __webpack_require__(27126);
// EXTERNAL MODULE: ./src/base/parallel.ts
var parallel = __webpack_require__(34358);
;// CONCATENATED MODULE: ./src/report/manifest.ts

const manifest = (plan, artifacts, verdicts, signature) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    tag: plan.tag ?? null,
    module: plan.module,
    commit: plan.commit,
    committedAt: plan.committedAt,
    go: plan.go.version,
    signature: signature ?? null,
    verdicts: verdicts.map(({ trial, outcome }) => ({
        suite: trial.suite,
        kubernetes: trial.kubernetes ?? null,
        outcome
    })),
    artifacts: artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ? (0,go_target/* formatTarget */.P4)(target) : null,
        size,
        sha256
    }))
});

// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var evidence_bundle = __webpack_require__(49769);
// EXTERNAL MODULE: ./src/evidence/compatibility.ts
var compatibility = __webpack_require__(78533);
// EXTERNAL MODULE: ./src/evidence/compiled-by.ts
var compiled_by = __webpack_require__(61590);
// EXTERNAL MODULE: ./src/evidence/provenance.ts
var provenance = __webpack_require__(55342);
// EXTERNAL MODULE: ./src/evidence/statement.ts
var statement = __webpack_require__(63240);
;// CONCATENATED MODULE: ./src/pipeline/stages/sign/statements.ts
var statements_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var statements_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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











/** The compatibility attestation: what was proved, over the reproducible files. */
const attestCompatibility = (tools, signing, files, verdicts, before, signal) => {
    const statement = (0,compatibility/* compatibility */.p)(files, verdicts, urlOf(tools.witness.invocation));
    const matrix = ({ subject, ...rest }) => [
        subject,
        (0,compatibility/* provedBy */.s)({ subject, ...rest }).map(({ suite, subject: about, server }) => `${suite} ${about} ${server}`)
    ];
    const order = {
        name: release_chains/* COMPATIBILITY */.FZ,
        predicateType: statement.predicateType,
        // Of a verdict that was found out again, the time it took is other.
        input: matrix(statement),
        make: () => Promise.resolve(statement),
        fits: (found) => (0,base_json/* canonical */.$N)(matrix(found)) === (0,base_json/* canonical */.$N)(matrix(statement))
    };
    return attest(tools, signing, files, order, before, signal);
};
const urlOf = ({ id }) => (/^https?:/.test(id) ? id : undefined);
/** The provenance: how the reproducible files came to be, and what the other files of the release are. */
function attestProvenance(tools, signing, plan, files, byproducts, before, signal) {
    const named = (all) => all.map(({ name, sha256 }) => `${sha256} ${name}`).sort();
    const input = { subjects: named(files), byproducts: named(byproducts), commit: plan.commit };
    const order = {
        name: release_chains/* PROVENANCE */.EK,
        predicateType: 'https://slsa.dev/provenance/v1',
        input,
        async make() {
            const { invocation, repository, tools: used, now } = tools.witness;
            return (0,provenance/* provenance */.aH)(plan, {
                subjects: files,
                byproducts,
                dependencies: (0,provenance/* dependenciesOf */.hk)(await readSboms(tools.files, files)),
                tools: await Promise.all(used().map((tool) => withDigest(tools.files, tool))),
                repository,
                invocation,
                compiledBy: (0,compiled_by/* compiledByOthers */.kz)(await compilers(tools.ledger, plan), invocation.id),
                finishedOn: now().toISOString()
            });
        },
        fits(found) {
            const told = (0,provenance/* readProvenance */.Ch)(found);
            return (told !== undefined &&
                (0,base_json/* canonical */.$N)({ subjects: named(told.subjects), byproducts: named(told.byproducts), commit: told.commit }) ===
                    (0,base_json/* canonical */.$N)(input));
        }
    };
    return attest(tools, signing, files, order, before, signal);
}
/** Of each build, the run that compiled it as far as its record says. */
const compilers = (ledger, plan) => Promise.all(plan.builds.map(async (build) => ({
    target: (0,go_target/* formatTarget */.P4)(build.target),
    by: await ledger.doneBy('build', buildInput(plan, build))
})));
async function readSboms(files, artifacts) {
    const sboms = artifacts.filter(({ kind, name }) => kind === 'sbom' && name.endsWith('.cdx.json'));
    const read = async ({ path }) => JSON.parse(Buffer.from((await files.read(path)) ?? []).toString('utf8'));
    return await Promise.all(sboms.map(read));
}
/** A tool that this run took unchecked is hashed now. */
async function withDigest(files, tool) {
    const { sha256 } = tool;
    if (sha256 !== undefined)
        return { ...tool, sha256 };
    const digest = await files.digest(tool.path);
    if (!digest)
        throw new Error(`${tool.path} vanished`);
    return { ...tool, sha256: digest.sha256 };
}
/** Signs a statement once: what an earlier run signed and what verifies and fits is kept. */
async function attest({ files, ledger, out, signer: made, fingerprint }, { mode, key }, about, { name, predicateType, input, make, fits }, before, signal) {
    const checksums = about.find(({ kind }) => kind === 'checksums');
    if (!checksums)
        throw new Error('a statement about files without checksums.txt');
    const claim = { about: checksums.path, predicateType };
    const step = { name, input, mode, key, fingerprint };
    let kept = (await ledger.known('attest', step)) !== undefined;
    if (!kept) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const signer = await made();
            const scratch = statements_addDisposableResource(env_1, await files.scratch('attest'), true);
            const bundle = (0,external_node_path_.join)(scratch.path, name);
            const earlier = before(name);
            if (earlier) {
                await files.write(bundle, earlier);
                await signer.verify(claim, bundle, signal);
                const bytes = (await files.read(bundle)) ?? new Uint8Array();
                (0,evidence_bundle/* demandExact */.p6)(bytes, name);
                kept = fits((0,statement/* parseStatement */.By)((0,evidence_bundle/* statementIn */.hg)(bytes, name), predicateType, name));
            }
            if (!kept) {
                const statement = (0,external_node_path_.join)(scratch.path, 'statement.json');
                await files.write(statement, JSON.stringify(await make()));
                await signer.sign({ ...claim, statement }, bundle, signal);
            }
            await ledger.once('attest', step, async () => {
                const digest = await files.digest(bundle);
                if (!digest)
                    throw new Error(`${bundle} vanished`);
                await files.move(bundle, (0,external_node_path_.join)(out, name));
                return { value: null, files: [{ path: name, ...digest }] };
            });
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = statements_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    const path = (0,external_node_path_.join)(out, name);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { artifact: { kind: 'attestation', name, path, ...digest }, reused: kept };
}

;// CONCATENATED MODULE: ./src/pipeline/stages/sign/bundles.ts
var bundles_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var bundles_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


const stepInput = (checksums, signing, fingerprint) => ({
    checksums: checksums.sha256,
    mode: signing.mode,
    key: signing.key,
    fingerprint
});
/** Whether the bundle that lies here is a recorded one of these checksums, so that no signer is needed. */
async function signedBefore(tools, checksums, signing) {
    const identity = await tools.ledger.known('sign', stepInput(checksums, signing, tools.fingerprint));
    return identity === undefined
        ? undefined
        : { bundle: await bundleAt(tools), identity: identity };
}
/**
 * Signs checksums.txt and proves the signature before anyone else has to. A bundle that is there (`earlier`: from a
 * draft or a published release of the same checksums) and verifies is kept: evidence is never made twice.
 */
async function sign(tools, checksums, signing, earlier, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out } = tools;
        const signer = await tools.signer();
        const scratch = bundles_addDisposableResource(env_1, await files.scratch('sign'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, release_chains/* BUNDLE */.dI);
        if (earlier) {
            await files.write(bundle, earlier);
            await signer.verify(checksums.path, bundle, signal);
        }
        else
            await signer.sign(checksums.path, bundle, signal);
        const identity = await signer.identity(signal);
        // First, since once the signature is recorded nobody comes here again.
        if ('publicKey' in identity && tools.fingerprint)
            await tools.ledger.once('public-key', keyInput(signing, tools.fingerprint), async () => ({
                value: identity.publicKey,
                files: []
            }));
        await tools.ledger.once('sign', stepInput(checksums, signing, tools.fingerprint), async () => {
            const digest = await files.digest(bundle);
            if (!digest)
                throw new Error(`${bundle} vanished`);
            await files.move(bundle, (0,external_node_path_.join)(out, release_chains/* BUNDLE */.dI));
            return { value: identity, files: [{ path: release_chains/* BUNDLE */.dI, ...digest }] };
        });
        return { bundle: await bundleAt(tools), identity };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = bundles_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const keyInput = ({ key }, fingerprint) => ({ key, fingerprint });
/** The public key of a private one that was used here before: deriving it costs as much as a signature. */
const publicKeyOf = async (ledger, signing, fingerprint) => signing && fingerprint ? await ledger.known('public-key', keyInput(signing, fingerprint)) : undefined;
/** Proves that signing would work here, with a key that is thrown away; leaves nothing. */
async function rehearse(files, signer, checksums, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = bundles_addDisposableResource(env_2, await files.scratch('rehearsal'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, release_chains/* BUNDLE */.dI);
        await signer.sign(checksums.path, bundle, signal);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = bundles_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function bundleAt({ files, out }) {
    const path = (0,external_node_path_.join)(out, release_chains/* BUNDLE */.dI);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { kind: 'bundle', name: release_chains/* BUNDLE */.dI, path, ...digest };
}

;// CONCATENATED MODULE: ./src/pipeline/stages/sign/sign.ts









/**
 * What was proved, with its signature, its attestations and its manifest, in the order in which one names the other. What
 * an earlier run left (`before`) is kept where it verifies.
 */
async function sealed(plan, tools, proved, checksums, before, signal) {
    const { timeline } = tools;
    const signing = (0,planned/* workOf */.L)(plan.signing);
    // Both open the key, and neither needs the other.
    const [signed, tested] = await (0,parallel/* together */.b)(signal, (start) => Promise.all([
        start((signal) => signAll(plan, tools, checksums, before(release_chains/* BUNDLE */.dI), signal)),
        signing && signing.mode !== 'rehearsal' && proved.verdicts.length > 0
            ? start((signal) => timeline.watch('sign', release_chains/* COMPATIBILITY */.FZ, async () => {
                const { artifact, reused } = await attestCompatibility(tools, signing, proved.artifacts, proved.verdicts, before, signal);
                return { value: artifact, reused, note: (0,base_text/* count */.U9)(proved.verdicts.length, 'verdict') };
            }))
            : undefined
    ]));
    const evidence = [...(signed ? [signed.bundle] : []), ...(tested ? [tested] : [])];
    const outcome = { ...proved, artifacts: [...proved.artifacts, ...evidence], ...(signed && { signed }) };
    const manifest = await writeManifest(plan, tools, outcome);
    if (!signed || !signing)
        return outcome;
    const byproducts = [...evidence, manifest];
    const provenance = await timeline.watch('sign', release_chains/* PROVENANCE */.EK, async () => {
        const { artifact, reused } = await attestProvenance(tools, signing, plan, proved.artifacts, byproducts, before, signal);
        return {
            value: artifact,
            reused,
            note: `${(0,base_text/* count */.U9)(proved.artifacts.length, 'subject')}, ${byproducts.length} more files`
        };
    });
    return { ...outcome, artifacts: [...outcome.artifacts, manifest, provenance] };
}
async function signAll(plan, tools, checksums, before, signal) {
    const { timeline } = tools;
    if ('skip' in plan.signing) {
        timeline.skip('sign', plan.signing.skip);
        return undefined;
    }
    const [signing] = plan.signing.work;
    if (!signing)
        return undefined;
    if (signing.mode === 'rehearsal')
        return await timeline.watch('sign', 'rehearsal', async () => {
            await rehearse(tools.files, await tools.signer(), checksums, signal);
            return { value: undefined, note: 'signed and verified with a throw-away key; nothing that ships is signed' };
        });
    return await timeline.watch('sign', checksums.name, async () => {
        const recorded = await signedBefore(tools, checksums, signing);
        if (recorded)
            return { value: recorded, reused: true };
        return {
            value: await sign(tools, checksums, signing, before, signal),
            reused: before !== undefined,
            note: `${signing.mode}, verified`
        };
    });
}
async function writeManifest(plan, { files, out }, { artifacts, verdicts, signed }) {
    const text = `${JSON.stringify(manifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`;
    const path = (0,external_node_path_.join)(out, release_chains/* MANIFEST */.e0);
    const before = await files.read(path);
    if (!before || Buffer.from(before).toString('utf8') !== text)
        await files.write(path, text);
    return { kind: 'manifest', name: release_chains/* MANIFEST */.e0, path, sha256: (0,base_digest/* sha256 */.sc)(text), size: Buffer.byteLength(text) };
}

// EXTERNAL MODULE: ./src/publish/fill-draft.ts
var fill_draft = __webpack_require__(56556);
// EXTERNAL MODULE: ./src/publish/yank.ts
var yank = __webpack_require__(95130);
;// CONCATENATED MODULE: ./src/pipeline/stages/publish.ts
var publish_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var publish_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** Draft, sign, upload, compare, publish, and verify what everybody can see now; what is wrong by then is taken back. */
async function goPublic(plan, tools, publication, publisher, proved, checksums, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { tag } = publication;
        if (publisher.name === 'github')
            (0,release_names/* refuseSizes */.DF)(proved.artifacts);
        const draft = publish_addDisposableResource(env_1, await publisher.draft(await requestOf(plan, tools, publication, publisher, proved, signal), signal)
        // Another commit under a tag that was released, or begun, is not signed at all: the refusal shows both digests.
        , true);
        // Another commit under a tag that was released, or begun, is not signed at all: the refusal shows both digests.
        if (draft.files.some(({ name }) => name === checksums.name))
            await draft.add(checksums);
        const outcome = await sealed(plan, tools, proved, checksums, (name) => (0,fill_draft/* earlier */.X)(draft, name), signal);
        const { artifacts, signed } = outcome;
        const signing = {
            proves: signed &&
                (async (what, bundle) => (await tools.signer()).verify(what, bundle, signal)),
            version: plan.version,
            commit: plan.commit,
            identity: signed?.identity
        };
        const show = () => (0,publish_draft/* makePublic */.g)(tools, publisher, draft, tag, artifacts, signing, signal);
        const shown = await (0,attest_on_platform/* showAttested */.a)(tools, publisher, (0,planned/* workOf */.L)(plan.attestation), artifacts, show, signal);
        return { ...outcome, ...shown };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = publish_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function requestOf(plan, { changes, verification, warn }, { tag, prerelease, latest, latestBy, notes, since }, publisher, { verdicts }, signal) {
    const request = { tag, commit: plan.commit, title: `${plan.name} ${plan.version}`, prerelease };
    // A finished release is only compared: neither words nor dates go there.
    if (await publisher.find(tag, signal))
        return { ...request, latest, notes: '' };
    // This clone may not have all tags: the releases that are there have the last word.
    const higher = latest && latestBy === 'auto' ? (0,yank/* higherThan */.jj)(tag, await publisher.list(signal)) : undefined;
    if (higher !== undefined)
        warn(`${tag} does not become the latest release: ${higher} is published and higher`);
    const told = notes === 'history' ? await changes(since) : undefined;
    if (notes === 'history' && since !== undefined && told === undefined)
        warn(`the notes do not tell the changes since ${since}: this clone does not have them all`);
    const generated = notes === 'generated' ? await publisher.generateNotes?.(tag, since, signal) : undefined;
    const { releaseNotes } = await __webpack_require__.e(/* import() */ 4728).then(__webpack_require__.bind(__webpack_require__, 94728));
    return {
        ...request,
        latest: latest && higher === undefined,
        notes: releaseNotes(plan, {
            ...{ since, changes: told, generated, unproved: false },
            // What will lie beside the files.
            verification: await verification([release_chains/* PROVENANCE */.EK, ...(verdicts.length > 0 ? [release_chains/* COMPATIBILITY */.FZ] : [])])
        })
    };
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
// EXTERNAL MODULE: ./src/smi/set-names.ts
var set_names = __webpack_require__(56958);
// EXTERNAL MODULE: ./src/config/slipway-version.ts
var slipway_version = __webpack_require__(76618);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/trial.ts









/** Counts up when a suite looks at other things and Slipway's version stays: a verdict of before is not taken for one of now. */
const SUITES = 5;
/**
 * All that decides a verdict: what is proved, on what, for which commit, and against whose release; and how the programs
 * were made that it runs.
 */
const trialInput = (plan, trial) => ({
    suites: SUITES,
    slipway: slipway_version/* SLIPWAY */.k,
    cluster: plan.cluster?.provider,
    release: trial.kubernetes === undefined ? undefined : plan.cluster?.releases[trial.kubernetes],
    trial: trial,
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module,
    programs: (0,plan_plan/* runsPrograms */.KV)(trial)
        ? plan.builds
            .filter(({ target }) => (0,go_target/* formatTarget */.P4)(target) === (0,go_target/* formatTarget */.P4)(plan.host))
            .map((build) => buildInput(plan, build))
        : [],
    // Where the other programs come from, and who has to have signed them: what is verified by one key is not by another.
    baseline: (0,plan_plan/* runsPrograms */.KV)(trial) && !('skip' in plan.baseline)
        ? { from: plan.baseline.from, signer: plan.baseline.signer }
        : undefined
});
/** Whether a trial installs CRDs, which are the whole cluster's, and takes them away again. */
const bringsCrds = (trial) => trial.suite === 'smi' || trial.suite === 'crd' || (trial.suite === 'workload' && (0,plan_plan/* runsPrograms */.KV)(trial));
/** Runs one suite, on a cluster where it needs one. */
async function runTrial(cluster, trial, tools, signal) {
    // The suites bring CRDs and YAML along, and a run that finds its verdicts recorded needs none.
    switch (trial.suite) {
        case 'smi': {
            const own = trial.with['set'] === set_names/* OWN */.Z ? (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2174)]).then(__webpack_require__.bind(__webpack_require__, 72174))).crdsOf(tools.sources.crds) : [];
            return await (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(1695), __webpack_require__.e(1989)]).then(__webpack_require__.bind(__webpack_require__, 91989))).smiSuite(needed(cluster), trial, signal, own);
        }
        case 'crd': {
            const { crdsOf, manifestsOf } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2174)]).then(__webpack_require__.bind(__webpack_require__, 72174));
            const given = {
                baseline: { tag: (0,base_json/* text */.Qq)((0,base_json.at)(trial.with['baseline'], 'tag')), crds: crdsOf(await tools.baselineCrds()) },
                candidate: crdsOf(tools.sources.crds),
                samples: tools.sources.samples.flatMap(manifestsOf),
                crdify: (await __webpack_require__.e(/* import() */ 9070).then(__webpack_require__.bind(__webpack_require__, 79070))).crdify(tools)
            };
            return await (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(1695), __webpack_require__.e(3325)]).then(__webpack_require__.bind(__webpack_require__, 93325))).crdSuite(needed(cluster), trial, given, signal);
        }
        case 'workload': {
            const on = needed(cluster);
            if (trial.subject === undefined)
                return await (await Promise.all(/* import() */[__webpack_require__.e(6166), __webpack_require__.e(2865)]).then(__webpack_require__.bind(__webpack_require__, 46166))).workloadSuite(on, trial, tools.processes.run, signal);
            if (trial.with['driver'] === 'deployment') {
                const { rolloutSuite } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6118), __webpack_require__.e(2940), __webpack_require__.e(4594), __webpack_require__.e(6166), __webpack_require__.e(7817)]).then(__webpack_require__.bind(__webpack_require__, 27817));
                return await comparing(tools, (versions) => rolloutSuite(on, trial, tools, versions, signal));
            }
            const { processSuite } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(4594), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 70507));
            return await comparing(tools, (versions) => processSuite(on, trial, tools, versions, signal));
        }
        case 'data': {
            const { dataSuite } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(8036)]).then(__webpack_require__.bind(__webpack_require__, 88036));
            return await comparing(tools, (versions) => dataSuite(trial, tools, versions, signal));
        }
        case 'surface': {
            const { surfaceSuite } = await __webpack_require__.e(/* import() */ 8314).then(__webpack_require__.bind(__webpack_require__, 68314));
            return await comparing(tools, (versions) => surfaceSuite(trial, tools, versions, signal));
        }
    }
}
/** A verdict over versions says which ones, and where their programs came from. */
async function comparing({ versions }, suite) {
    const both = await versions();
    const told = ({ name, origin }) => ({ name, origin });
    const verdict = await suite(both);
    return {
        ...verdict,
        compared: { baseline: both.baseline ? told(both.baseline) : null, candidate: told(both.candidate) }
    };
}
const needed = (cluster) => {
    if (cluster)
        return cluster;
    throw new Error('a trial that needs a cluster was given none');
};
/** The verdict of an earlier run over the same; none for a cluster that others change, which no digest covers. */
const recorded = async (ledger, plan, trial) => isOurs(plan)
    ? (await ledger.known(`trial-${trial.suite}`, trialInput(plan, trial)))
    : undefined;
const isOurs = ({ cluster }) => cluster?.provider !== 'kubeconfig';
/** A verdict that passed is remembered; one that failed is found out again by the next run. */
async function prove(ledger, plan, trial, attempt) {
    const input = trialInput(plan, trial);
    const before = await recorded(ledger, plan, trial);
    if (before)
        return { verdict: before, reused: true };
    const verdict = await attempt();
    if (verdict.outcome === 'passed' && isOurs(plan))
        await ledger.once(`trial-${trial.suite}`, input, async () => ({ value: verdict, files: [] }));
    return { verdict, reused: false };
}
/**
 * Throws, after the report, unless every trial passed: a 'verification' Failure that names every claim that did not hold,
 * else what kept a trial from its verdict, else what is left of a cluster. `moduleDir` is the module's folder below the repository.
 */
async function passed({ verdicts, broken, left = [] }, moduleDir, report) {
    const failed = verdicts.filter(({ outcome }) => outcome === 'failed');
    const [first] = broken;
    const why = first?.failure ?? left[0]?.failure;
    if (failed.length === 0 && !why)
        return;
    await report();
    const unproved = [
        ...broken.map(({ trial, failure }) => `${(0,trial_title/* titleOf */.G)(trial)}${trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`}: no verdict: ${failure.message}`),
        ...left.map(({ kubernetes, failure }) => `Kubernetes ${kubernetes}: something of ours is left: ${failure.message}`)
    ];
    if (failed.length === 0 && why) {
        throw new errors/* Failure */.H(why, unproved.join('\n'), { cause: why.cause });
    }
    throw new errors/* Failure */.H('verification', `${failed.length} of ${verdicts.length + broken.length} trials failed`, {
        code: 'proof-failed',
        findings: findingsIn(failed, moduleDir),
        hint: failed
            .flatMap(({ trial, cluster, checks }) => checks
            .filter(({ outcome }) => outcome === 'failed')
            .map(({ claim, seen, repeat }) => `${(0,trial_title/* titleOf */.G)(trial)}${cluster ? ` on ${cluster.server}` : ''}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`))
            .concat(unproved)
            .join('\n')
    });
}
/** The first claim that did not hold of each line of the user's files that claims are about. */
function findingsIn(failed, moduleDir) {
    const found = failed.flatMap(({ trial, checks }) => checks.flatMap(({ claim, outcome, seen, at }) => outcome === 'passed' || at === undefined
        ? []
        : [
            {
                ...{ rule: trial.suite, severity: 'error', line: at.line },
                file: (0,posix_.join)(moduleDir, at.file),
                message: `not true: ${claim}; seen: ${seen}`
            }
        ]));
    return found.filter(({ file, line }, i) => found.findIndex((each) => each.file === file && each.line === line) === i);
}

// EXTERNAL MODULE: ./src/facts/work-tree.ts
var work_tree = __webpack_require__(2643);
;// CONCATENATED MODULE: ./src/pipeline/stages/prove/baseline.ts
var baseline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var baseline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The baseline's programs for this machine: from its release, when one can be read and its signature and digests hold,
 * else compiled from its tag. What cannot be verified is not run; a signature or a digest that is wrong stops the run
 * ('verification'), since somebody changed what was released. What an earlier run kept counts for the same signer only, and
 * its signed list is verified again.
 */
async function obtainBaseline(tools, plan, baseline, names, signal) {
    const { ledger, out, stack } = tools;
    const input = {
        tag: baseline.tag,
        commit: baseline.commit,
        from: baseline.from,
        signer: baseline.signer,
        target: (0,go_target/* formatTarget */.P4)(plan.host),
        names
    };
    const source = once(() => checkout(tools, baseline, stack, signal));
    const folder = async () => (0,external_node_path_.join)(await source(), plan.moduleDir);
    const { value, reused } = await ledger.once('baseline', input, async () => {
        const why = [];
        const made = (await fromRelease(tools, plan, baseline, names, why, signal)) ??
            (await fromSource(tools, plan, baseline, await source(), why, signal));
        return {
            value: made,
            files: [...Object.values(made.programs), ...Object.values(made.list ?? {})]
        };
    });
    const { programs, origin, list } = value;
    if (reused && list) {
        // A key service may have another key under the same name by now.
        const proves = await tools.proves?.();
        await proves?.((0,external_node_path_.join)(out, list.sums.path), (0,external_node_path_.join)(out, list.bundle.path), signal);
    }
    return {
        reused,
        version: {
            name: baseline.tag,
            version: baseline.version,
            origin,
            programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, (0,external_node_path_.join)(out, path)])),
            ...folderFiles(tools.files, folder, source),
            source: folder
        }
    };
}
async function fromRelease(tools, plan, baseline, names, why, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { releases, proves, files, unpack } = tools;
        if (!releases || baseline.from === undefined)
            return no(why, 'nobody said where its release is');
        if (!proves)
            return no(why, 'nobody said who must have signed its release');
        let published;
        try {
            published = await (await releases()).find(baseline.tag, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            if (!(error instanceof errors/* Failure */.H) || error.kind === 'verification')
                throw error;
            return no(why, `its release cannot be read: ${error.message}`);
        }
        if (!published)
            return no(why, `${baseline.from} has no release of it`);
        if (published.yanked !== undefined)
            return no(why, `its release was taken back: ${published.yanked}`);
        const there = published.files.map(({ name }) => name);
        const absent = [release_chains/* CHECKSUMS */.vM, release_chains/* BUNDLE */.dI].filter((name) => !there.includes(name));
        if (absent.length)
            return no(why, `its release is not one that can be verified: it has no ${absent.join(' and no ')}`);
        const scratch = baseline_addDisposableResource(env_1, await files.scratch('baseline'), true);
        const fetch = async (name) => {
            const path = (0,external_node_path_.join)(scratch.path, name);
            await files.write(path, published.download(name));
            return path;
        };
        const [sums, bundle] = [await fetch(release_chains/* CHECKSUMS */.vM), await fetch(release_chains/* BUNDLE */.dI)];
        await (await proves())(sums, bundle, signal);
        const listed = (0,checksums/* parseChecksums */.y)((await files.read(sums)) ?? new Uint8Array());
        const ending = new RegExp(`_${baseline_escaped(baseline.version)}_${baseline_escaped((0,go_target/* targetName */.je)(plan.host))}\\.(tar\\.gz|zip)$`);
        const archives = listed.filter(({ name }) => ending.test(name));
        const archive = archives.find(({ name }) => name.startsWith(`${plan.name}_`)) ?? archives[0];
        if (!archive)
            return no(why, `its release has no archive for ${(0,go_target/* formatTarget */.P4)(plan.host)}`);
        if (!there.includes(archive.name))
            throw new errors/* Failure */.H('verification', `the release ${baseline.tag} has no ${archive.name}, which its signed list names`, {
                hint: `Somebody took it away: ${published.url}. Build the tag instead with --to none, or --baseline none.`
            });
        const path = await fetch(archive.name);
        const digest = await files.digest(path);
        if (digest?.sha256 !== archive.sha256)
            throw new errors/* Failure */.H('verification', `${archive.name} of the release ${baseline.tag} is sha256 ${digest?.sha256 ?? '-'}, and its signed list says ${archive.sha256}`, { hint: `It is not run. Somebody changed it after it was signed: ${published.url}` });
        const suffix = plan.host.os === 'windows' ? '.exe' : '';
        const place = `baseline/${baseline.version}-release`;
        const wanted = names.map((name) => name + suffix);
        const got = [];
        for await (const { name, bytes } of unpack(path, limits/* LIMITS */.b1.program.most)) {
            if (!bytes || !wanted.includes(name))
                continue;
            await files.write((0,external_node_path_.join)(tools.out, place, name), bytes, 0o755);
            got.push(name);
        }
        // A trial would find the others missing; the tag has all that there was.
        const lacking = names.filter((name) => !got.includes(name + suffix));
        if (lacking.length)
            return no(why, `${archive.name} has no ${lacking.join(' and no ')}`);
        const kept = async (from, name) => {
            await files.copy(from, (0,external_node_path_.join)(tools.out, place, name));
            const { sha256, size } = (await files.digest(from)) ?? { sha256: '', size: 0 };
            return { path: `${place}/${name}`, sha256, size };
        };
        const list = { sums: await kept(sums, release_chains/* CHECKSUMS */.vM), bundle: await kept(bundle, release_chains/* BUNDLE */.dI) };
        const programs = {};
        for (const file of got) {
            const whole = await files.digest((0,external_node_path_.join)(tools.out, place, file));
            if (whole)
                programs[suffix && file.endsWith(suffix) ? file.slice(0, -suffix.length) : file] = {
                    path: `${place}/${file}`,
                    ...whole
                };
        }
        return {
            programs,
            list,
            origin: `${archive.name} of its release (${published.url}): the expected signer signed ${release_chains/* CHECKSUMS */.vM}, and sha256 ${archive.sha256} is in it`
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = baseline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function fromSource(tools, plan, baseline, checkout, why, signal) {
    const made = await tools.compile(checkout, baseline, `baseline/${baseline.version}-source`, signal);
    const reasons = why.length ? ` (${why.join('; ')})` : '';
    return {
        programs: made.programs,
        origin: `compiled with ${made.go} for ${(0,go_target/* formatTarget */.P4)(plan.host)} from commit ${baseline.commit.slice(0, 12)}${reasons}`
    };
}
const no = (why, reason) => void why.push(reason);
/** A clone of its own, so that the user's repository gets no worktree and no lock of ours, whatever ends this run. */
async function checkout({ run, files, env, root }, { tag, commit }, stack, signal) {
    const { path } = stack.use(await files.scratch('checkout'));
    const clone = (0,external_node_path_.join)(path, 'source');
    try {
        await run(['git', 'clone', '--quiet', '--shared', '--no-checkout', root, clone], { env, signal });
        await run(['git', '-C', clone, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', commit], {
            env,
            signal
        });
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
            throw cause;
        throw new errors/* Failure */.H('input', `the baseline ${tag} (${commit.slice(0, 7)}) cannot be checked out: ${String(cause.cause).trim()}`, {
            hint: 'Is its commit in this clone? Fetch all of it (actions/checkout: fetch-depth: 0), or --baseline none.',
            cause
        });
    }
    return clone;
}
/** Files of a folder that holds one version of the module, in the work tree below `root`; nothing outside of that. */
const folderFiles = (files, folder, root = folder) => ({
    async file(path) {
        const whole = (0,external_node_path_.join)(await folder(), path);
        await (0,work_tree/* insideOf */.k)(files, await root(), whole, path);
        return await files.read(whole);
    },
    async list(path) {
        const whole = (0,external_node_path_.join)(await folder(), path);
        await (0,work_tree/* insideOf */.k)(files, await root(), whole, path);
        if (await files.digest(whole).catch(() => undefined))
            return [path];
        return (await files.list(whole)).map((name) => `${path.replace(/\/$/, '')}/${name}`);
    }
});
const baseline_escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Does the work when it is first asked for, and once. */
function once(work) {
    let made;
    return () => (made ??= work());
}

;// CONCATENATED MODULE: ./src/pipeline/stages/prove/prove.ts
var prove_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var prove_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/** How long a cluster may take to give its logs, in milliseconds: they are a help, and what was proved stands without them. */
const LOGS_MS = 120_000;
const NO_PROOF = { verdicts: [], broken: [], clusters: [] };
/** The versions that trials compare: made when a trial first asks for them, the baseline beside the candidate. */
function versionsOf(plan, tools, built, start) {
    const candidate = async () => {
        const own = (await Promise.all(built.filter((_, i) => plan.builds[i]?.target === plan.host))).flat();
        return tools.candidate(Object.fromEntries(own.map(({ name, path }) => [name, path])));
    };
    const baseline = async () => {
        if ('skip' in plan.baseline)
            return undefined;
        const { tag } = plan.baseline;
        return await start((signal) => tools.timeline.watch('baseline', tag, async () => {
            const { version, reused } = await tools.baseline(signal);
            return { value: version, reused, note: version.origin };
        }));
    };
    return once(async () => {
        const [one, other] = await Promise.all([candidate(), baseline()]);
        return { candidate: one, baseline: other };
    });
}
/**
 * Boots a cluster for each Kubernetes version that lacks a verdict, and runs its trials on it side by side; what needs no
 * cluster runs beside them. A version that breaks does not stop the others; when no trial at all came to a verdict, what
 * broke first is thrown.
 */
async function proveAll(plan, tools, versions, signal) {
    if ('skip' in plan.trials) {
        tools.timeline.skip('prove', plan.trials.skip);
        return NO_PROOF;
    }
    const { work } = plan.trials;
    const suites = { ...tools.suites, versions };
    const proofs = await (0,parallel/* together */.b)(signal, (start) => Promise.all([...new Set(work.map(({ kubernetes }) => kubernetes))].map((kubernetes) => {
        const trials = work.filter((trial) => trial.kubernetes === kubernetes);
        return start((signal) => kubernetes === undefined
            ? tryAll(undefined, trials, plan, tools, suites, signal)
            : tools.proving(() => proveOn(kubernetes, trials, plan, tools, suites, signal)));
    })));
    const proof = joined(proofs);
    const [first] = proof.broken;
    if (first && proof.verdicts.length === 0)
        throw first.failure;
    return proof;
}
async function proveOn(kubernetes, trials, plan, tools, suites, signal) {
    const { ledger, timeline, clusters } = tools;
    signal.throwIfAborted();
    const known = await Promise.all(trials.map((trial) => recorded(ledger, plan, trial)));
    if (known.every((verdict) => verdict !== undefined)) {
        // The run that recorded the last of them may have been killed before its cluster was gone.
        await clusters.sweep?.(signal);
        return await tryAll(undefined, trials, plan, tools, suites, signal);
    }
    const left = [];
    let proof;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const began = performance.now();
            const cluster = prove_addDisposableResource(env_1, await timeline.watch('cluster', `Kubernetes ${kubernetes}`, async () => {
                const made = await clusters.create(kubernetes, signal);
                const value = endingQuietly(made, (error) => {
                    const failure = notGone(kubernetes, error);
                    tools.warn(failure.message);
                    left.push({ kubernetes, failure });
                });
                return { value, note: `${made.provider}, ${made.server}` };
            }), true);
            const ms = Math.round(performance.now() - began);
            const { provider, server } = cluster;
            // Compiling takes longer than what needs no program.
            if (trials.some((trial, i) => (0,plan_plan/* runsPrograms */.KV)(trial) && known[i] === undefined))
                suites.versions().catch(() => undefined);
            const found = await tryAll(cluster, trials, plan, tools, suites, signal);
            const holds = found.broken.length === 0 && found.verdicts.every(({ outcome }) => outcome === 'passed');
            const logs = holds ? null : await logsOf(cluster, kubernetes, tools, signal);
            proof = { ...found, clusters: [{ kubernetes, provider, server, ms, logs }] };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = prove_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const failure = foreseen(error, signal);
        proof = { ...NO_PROOF, broken: trials.map((trial) => ({ trial, failure })) };
    }
    return left.length ? { ...proof, left } : proof;
}
/** A cluster whose end rejects with nothing: what was proved on it is told all the same. */
const endingQuietly = (cluster, failed) => ({
    ...cluster,
    async [Symbol.asyncDispose]() {
        try {
            await cluster[Symbol.asyncDispose]();
        }
        catch (error) {
            failed(error);
        }
    }
});
const notGone = (kubernetes, error) => error instanceof errors/* Failure */.H
    ? error
    : new errors/* Failure */.H('environment', `the cluster of Kubernetes ${kubernetes} does not go away: ${String(error)}`, {
        hint: 'The next run tries it again.',
        cause: error
    });
/**
 * Where the logs of a cluster on which something did not hold lie now, relative to the output folder. That they could not
 * be had is a warning.
 */
async function logsOf(cluster, kubernetes, { files, out, warn }, signal) {
    if (!cluster.saveLogs)
        return null;
    const logs = `logs/kubernetes-${kubernetes}`;
    const limit = AbortSignal.timeout(LOGS_MS);
    try {
        await files.remove((0,external_node_path_.join)(out, logs));
        await cluster.saveLogs((0,external_node_path_.join)(out, logs), AbortSignal.any([signal, limit]));
        return logs;
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) && !limit.aborted)
            throw error;
        const why = limit.aborted ? `not within ${LOGS_MS / 1000} s` : error.message;
        warn(`the logs of the cluster of Kubernetes ${kubernetes} could not be saved: ${why}`);
        return null;
    }
}
/**
 * Each trial keeps to a namespace of its own, so they share the cluster; but CRDs are the cluster's, and trials that
 * bring some take turns: first those that need no program.
 */
const tryAll = async (cluster, trials, plan, tools, suites, signal) => joined(await (0,parallel/* together */.b)(signal, (start) => {
    let turn = Promise.resolve();
    return Promise.all([...trials]
        .sort((a, b) => Number((0,plan_plan/* runsPrograms */.KV)(a)) - Number((0,plan_plan/* runsPrograms */.KV)(b)))
        .map((trial) => {
        const before = turn;
        const proof = start(async (signal) => {
            if (bringsCrds(trial))
                await before;
            return await tryOne(cluster, trial, plan, tools, suites, signal);
        });
        if (bringsCrds(trial))
            turn = proof;
        return proof;
    }));
}));
async function tryOne(cluster, trial, plan, tools, suites, signal) {
    try {
        const verdict = await proveOne(cluster, trial, plan, tools, suites, signal);
        // What was seen while everything was being stopped says nothing.
        signal.throwIfAborted();
        return { ...NO_PROOF, verdicts: [verdict] };
    }
    catch (error) {
        return { ...NO_PROOF, broken: [{ trial, failure: foreseen(error, signal) }] };
    }
}
function proveOne(cluster, trial, plan, { ledger, timeline }, suites, signal) {
    const where = trial.kubernetes === undefined ? '' : ` on ${trial.kubernetes}`;
    return timeline.watch('prove', `${(0,trial_title/* titleOf */.G)(trial)}${where}`, async () => {
        const { verdict, reused } = await prove(ledger, plan, trial, () => runTrial(cluster, trial, suites, signal));
        const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed').length;
        return {
            value: verdict,
            reused,
            note: `${verdict.checks.length} checks, ${failed === 0 ? 'all hold' : `${failed} FAILED`}`
        };
    });
}
/** The failure of one version; rethrows what is not only its own: the end of the run, and what is a bug of ours. */
function foreseen(error, signal) {
    signal.throwIfAborted();
    if (error instanceof errors/* Failure */.H)
        return error;
    throw error;
}
const joined = (proofs) => ({
    verdicts: proofs.flatMap(({ verdicts }) => verdicts),
    broken: proofs.flatMap(({ broken }) => broken),
    clusters: proofs.flatMap(({ clusters }) => clusters),
    ...(proofs.some(({ left = [] }) => left.length) && { left: proofs.flatMap(({ left = [] }) => left) })
});

// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __webpack_require__(29083);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./src/vulnerabilities/govulncheck.ts


/** golang.org/x/vuln/internal/govulncheck, protocol v1.0.0: one field is filled in each message. */
const MESSAGE = schemas/* object */.Ikc({
    config: schemas/* object */.Ikc({ protocol_version: schemas/* string */.YjP(), db_last_modified: schemas/* string */.YjP().optional() }).optional(),
    osv: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), aliases: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(), summary: schemas/* string */.YjP().optional() }).optional(),
    finding: schemas/* object */.Ikc({
        osv: schemas/* string */.YjP(),
        fixed_version: schemas/* string */.YjP().optional(),
        trace: schemas/* array */.YOg(schemas/* object */.Ikc({
            module: schemas/* string */.YjP(),
            version: schemas/* string */.YjP().optional(),
            package: schemas/* string */.YjP().optional(),
            function: schemas/* string */.YjP().optional(),
            receiver: schemas/* string */.YjP().optional()
        }))
            .min(1)
    })
        .optional()
});
/**
 * Reads the messages of `govulncheck -mode=binary -format json`. Rejects with a 'command' Failure what is none of them.
 */
function hear(text) {
    const messages = documents(text).map((document) => {
        const parsed = MESSAGE.safeParse(govulncheck_parse(document));
        if (!parsed.success)
            throw unheard(parsed.error.issues[0]?.message ?? 'an unknown message');
        return parsed.data;
    });
    const config = messages.find((message) => message.config)?.config;
    if (!config?.protocol_version.startsWith('v1.'))
        throw unheard(`protocol ${config?.protocol_version ?? 'unnamed'}`);
    const known = new Map(messages.flatMap(({ osv }) => osv ? [[osv.id, { aliases: osv.aliases ?? [], summary: osv.summary ?? '' }]] : []));
    const findings = messages.flatMap(({ finding }) => {
        const frame = finding?.trace[0];
        if (!finding || !frame)
            return [];
        const name = [frame.receiver?.replace(/^\*/, ''), frame.function].filter(Boolean).join('.');
        return [
            {
                id: finding.osv,
                module: frame.module,
                version: frame.version ?? '',
                fixed: finding.fixed_version ?? null,
                reach: frame.function ? 'linked' : frame.package ? 'imported' : 'required',
                symbol: frame.function ? `${frame.package ?? ''}.${name}` : undefined
            }
        ];
    });
    return { modified: config.db_last_modified ?? null, known, findings };
}
/** The tool indents what it writes, so only the last line of a message is a brace alone at its beginning. */
const documents = (text) => text
    .split(/(?<=^\}$)/m)
    .map((document) => document.trim())
    .filter(Boolean);
function govulncheck_parse(document) {
    try {
        return JSON.parse(document);
    }
    catch {
        throw unheard('no JSON');
    }
}
const unheard = (what) => new errors/* Failure */.H('command', `govulncheck says what we cannot read: ${what}`, {
    hint: 'Report it; with --vulnerabilities off the run goes on without it.'
});

// EXTERNAL MODULE: ./src/vulnerabilities/model.ts
var model = __webpack_require__(67631);
;// CONCATENATED MODULE: ./src/vulnerabilities/joined.ts

const REACHES = ['linked', 'imported', 'required'];
/** One list of what was said of many programs: each vulnerability of a module once, with its worst reach. */
function joined_joined(database, looked) {
    const found = new Map();
    for (const { said, program } of looked)
        for (const { id, module, version, fixed, symbol, reach } of said.findings) {
            const key = JSON.stringify([id, module, version]);
            const before = found.get(key);
            found.set(key, {
                id,
                ...(said.known.get(id) ?? { aliases: [], summary: '' }),
                module,
                version,
                fixed,
                reach: REACHES.find((each) => each === reach || each === before?.reach) ?? reach,
                symbols: sorted([...(before?.symbols ?? []), ...(symbol === undefined ? [] : [symbol])]),
                programs: [...new Set([...(before?.programs ?? []), program])]
            });
        }
    return {
        database,
        modified: looked.flatMap(({ said }) => said.modified ?? []).reduce((a, b) => (a > b ? a : b), '') || null,
        programs: looked.length,
        found: [...found.values()].sort((a, b) => Number((0,model/* isReachable */.kj)(b)) - Number((0,model/* isReachable */.kj)(a)) || a.id.localeCompare(b.id, 'en'))
    };
}
const sorted = (texts) => [...new Set(texts)].sort();

;// CONCATENATED MODULE: ./src/pipeline/stages/scan/govulncheck.ts
var govulncheck_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var govulncheck_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** How long the database has for one program, in milliseconds: govulncheck itself would wait for ever. */
const PATIENCE_MS = 120_000;
/**
 * Asks the database about every program. Programs that ship have no symbols: where one holds a module that something is
 * known of, its build is linked again with symbols, and looked at for the very functions. Where the database cannot be
 * asked, whether for the tool or the network, the result says why; only a tool that is not what was pinned rejects
 * ('verification').
 */
async function scan(tools, { database }, programs, signal) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { path: tool } = await tools.suites.toolchain.tool('govulncheck', undefined, signal);
            const scratch = govulncheck_addDisposableResource(env_1, await tools.files.scratch('govulncheck'), true);
            const home = (0,external_node_path_.join)(scratch.path, 'home');
            // Its uses are counted by a process of its own, which outlives it and would make the folder anew.
            for (const settings of SETTINGS)
                await tools.files.write((0,external_node_path_.join)(home, settings, 'go/telemetry/mode'), 'off');
            const env = (0,environment/* reachingEnvironment */.rR)(tools.env, home);
            const lookAt = async ({ build, built }, folder, signal) => {
                const look = async (name, path) => ({
                    program: `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)}`,
                    said: await tools.packing(async () => hear(await ask(tools, [tool, ...ARGS, `-db=${database}`, path], env, signal)))
                });
                const shipped = [];
                for (const { name, path } of built)
                    shipped.push(await look(name, (0,external_node_path_.join)(tools.out, path)));
                if (shipped.every(({ said }) => said.findings.length === 0))
                    return shipped;
                await tools.compiling(() => govulncheck_link(tools, build, folder, signal));
                const linked = [];
                for (const { name, made } of build.binaries)
                    linked.push(await look(name, (0,external_node_path_.join)(folder, made)));
                return linked;
            };
            const looked = await (0,parallel/* together */.b)(signal, (start) => Promise.all(programs.map((each, i) => start((signal) => lookAt(each, (0,external_node_path_.join)(scratch.path, String(i)), signal)))));
            return joined_joined(database, looked.flat());
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = govulncheck_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H) || (cause.kind !== 'environment' && cause.kind !== 'command'))
            throw cause;
        return { database, unknown: why(cause) };
    }
}
/** Where Go's programs look for settings below `reachingEnvironment`'s home: elsewhere, and on macOS. */
const SETTINGS = ['', 'Library/Application Support'];
const ARGS = ['-mode=binary', '-format=json'];
async function ask({ run }, argv, env, signal) {
    const limit = AbortSignal.timeout(PATIENCE_MS);
    try {
        return (await run(argv, { env, signal: AbortSignal.any([signal, limit]) })).stdout;
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw cause;
        throw new errors/* Failure */.H('environment', `the database did not answer within ${PATIENCE_MS / 1000} s`, {
            hint: 'Run again, or let GOVULNDB name a database that answers.'
        });
    }
}
/** The same code with symbols: everything is compiled already, so this costs a link. */
async function govulncheck_link(tools, build, folder, signal) {
    const [, ...args] = build.argv;
    const flags = args.indexOf('-ldflags') + 1;
    await tools.run([
        tools.go.path,
        ...args.map((arg, i) => (arg === `${builds/* BUILD_OUTPUT */.$}/` ? `${folder}/` : i === flags ? `${arg} -s=false` : arg))
    ], { cwd: tools.folder, env: { ...tools.env, ...build.env }, signal });
}
/** What the tool said last, on one line. */
const why = ({ message, cause }) => {
    const said = typeof cause === 'string' ? cause.trim().split('\n').at(-1) : undefined;
    return (said ? said.replace(/^govulncheck: /, '') : message).slice(0, 500);
};

;// CONCATENATED MODULE: ./src/vulnerabilities/accepted.ts

/** What is reachable with what slipway.yaml says of it on a day (`2027-01-31`), and the entries that say nothing. */
function judged(scan, accepted, today) {
    const entriesOf = ({ id, aliases }) => accepted.filter((entry) => entry.id === id || aliases.includes(entry.id));
    const found = scan.found.map((item) => {
        // Of several entries, the one that holds longest; days of this form sort as text.
        const entry = entriesOf(item).reduce((best, each) => (best && best.until >= each.until ? best : each), undefined);
        if (!entry || !(0,model/* isReachable */.kj)(item))
            return item;
        return entry.until >= today ? { ...item, accepted: entry } : { ...item, expired: entry };
    });
    const used = new Set(scan.found.filter(model/* isReachable */.kj).flatMap(entriesOf));
    return { ...scan, found, unused: accepted.filter((entry) => !used.has(entry)) };
}

// EXTERNAL MODULE: ./src/vulnerabilities/told.ts
var vulnerabilities_told = __webpack_require__(12961);
;// CONCATENATED MODULE: ./src/pipeline/stages/scan/scan.ts









/**
 * Looks up what is known of the modules in the programs, beside the proof. An answer holds for the same programs and the
 * rest of the day (UTC), so that a finished release that is run again asks nobody; a database in a folder is always read.
 */
async function scanAll(plan, tools, built, signal) {
    const { timeline } = tools;
    if ('skip' in plan.vulnerabilities) {
        timeline.skip('scan', plan.vulnerabilities.skip);
        return undefined;
    }
    const [asked] = plan.vulnerabilities.work;
    if (!asked)
        return undefined;
    const programs = await Promise.all(plan.builds.map(async (build, i) => ({ build, built: (await built[i]) ?? [] })));
    return await timeline.watch('scan', 'vulnerabilities', async () => {
        const digests = programs.map(({ built }) => built.map(({ sha256 }) => sha256));
        const day = today(tools);
        const question = { database: asked.database, day, programs: digests };
        const lasting = !asked.database.startsWith('file:');
        const before = lasting ? await tools.ledger.known('scan', question) : undefined;
        const value = before === undefined ? await scan(tools, asked, programs, signal) : before;
        if (lasting && before === undefined && 'found' in value)
            await tools.ledger.once('scan', question, () => Promise.resolve({ value: value, files: [] }));
        // Kept is what the database says; what people say of it is of this commit and this day.
        const told = 'found' in value ? judged(value, asked.accepted, day) : value;
        return { value: told, reused: before !== undefined, note: (0,vulnerabilities_told/* outcomeOf */.sG)(told) };
    });
}
/** Days begin and end in UTC, wherever the run is. */
const today = ({ witness }) => witness.now().toISOString().slice(0, 10);
/**
 * Tells of what is reachable on the lines of go.mod, and of entries of slipway.yaml that accept nothing; throws, after the
 * report, where the gate says so. A release that people can see already, with these very bytes, is only told of: there is
 * nothing left to stop, and what became known since is no reason why its job could not be run again.
 */
async function safe(plan, tools, outcome, signal) {
    const asked = (0,planned/* workOf */.L)(plan.vulnerabilities);
    const { vulnerabilities } = outcome;
    if (!asked || !vulnerabilities)
        return;
    const goMod = Buffer.from((await tools.files.read((0,external_node_path_.join)(tools.folder, 'go.mod'))) ?? []).toString('utf8');
    const below = plan.moduleDir === '' ? '' : `${plan.moduleDir}/`;
    const severity = asked.gate === 'fail' ? 'error' : 'warning';
    const lines = 'found' in vulnerabilities
        ? [
            ...(0,vulnerabilities_told/* vulnerableLines */.WM)(vulnerabilities, goMod, `${below}go.mod`, severity),
            ...(0,vulnerabilities_told/* acceptanceLines */.H$)(vulnerabilities, `${below}${config_read/* PROJECT_FILE */.Dp}`, severity)
        ]
        : [];
    let settled = false;
    try {
        refuseVulnerable(asked, vulnerabilities, lines);
    }
    catch (refusal) {
        if (!(refusal instanceof errors/* Failure */.H))
            throw refusal;
        settled = await released(plan, tools, outcome.artifacts, signal);
        if (!settled) {
            await tools.report(outcome);
            throw refusal;
        }
        tools.warn(`${plan.version} is published already, so nothing is stopped: ${refusal.message}`);
    }
    if ('unknown' in vulnerabilities && !settled)
        tools.warn(`known vulnerabilities could not be looked up at ${asked.database}: ${vulnerabilities.unknown}`);
    for (const line of lines)
        await tools.finding(settled ? { ...line, severity: 'warning' } : line);
}
/** Whether people can see this very release: every file of it, and nobody took it back. Where nobody can say, it is not. */
async function released(plan, { publisher }, artifacts, signal) {
    const tag = (0,planned/* workOf */.L)(plan.publication)?.tag;
    if (!publisher || tag === undefined)
        return false;
    try {
        const published = await publisher.find(tag, signal);
        if (!published || published.yanked !== undefined)
            return false;
        for (const { name, sha256 } of artifacts) {
            const file = published.files.find((each) => each.name === name);
            if (!file || (file.sha256 ?? (await (0,base_digest/* sha256Of */.Bj)(published.download(name)))) !== sha256)
                return false;
        }
        return true;
    }
    catch (error) {
        signal.throwIfAborted();
        // What the gate says is the more important of two failures.
        if (error instanceof errors/* Failure */.H)
            return false;
        throw error;
    }
}
/**
 * Throws where the gate says so: a 'verification' Failure for what is reachable, on the lines of go.mod; an 'environment'
 * one when nobody could be asked.
 */
function refuseVulnerable({ gate }, scanned, lines) {
    if (gate !== 'fail')
        return;
    if ('unknown' in scanned)
        throw new errors/* Failure */.H('environment', `known vulnerabilities could not be looked up at ${scanned.database}: ${scanned.unknown}`, {
            code: 'vulnerabilities-unknown',
            hint: 'Nothing was signed or published. Run again later; GOVULNDB names a mirror; vulnerabilities: warn goes on without an answer.'
        });
    const open = scanned.found.filter(model/* isOpen */.nT);
    if (open.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `known vulnerabilities can be reached: ${open.map((item) => `${(0,vulnerabilities_told/* nameOf */.Vb)(item)} in ${(0,vulnerabilities_told/* holderOf */.Kd)(item)}`).join(', ')}`, {
        code: 'vulnerable',
        hint: open.map(wayOut).join('\n'),
        findings: lines
    });
}
const wayOut = (item) => [
    `${(0,vulnerabilities_told/* nameOf */.Vb)(item)}: ${(0,vulnerabilities_told/* fixOf */.BW)(item)}`,
    `https://pkg.go.dev/vuln/${item.id}`,
    ...(item.expired ? [(0,vulnerabilities_told/* overOf */._R)(item.expired)] : []),
    ...(item.fixed === null && !item.expired
        ? ['accepted-vulnerabilities in slipway.yaml accepts what you have judged']
        : [])
].join('; ');

;// CONCATENATED MODULE: ./src/pipeline/stages/vet/go-vet.ts



/**
 * `go vet` over the packages of the module and their tests; resolves with what it found, on its lines. Throws a
 * 'verification' Failure for findings that shall fail the run, and a 'command' Failure where go vet itself fails.
 */
async function vet({ run, go, env, folder }, plan, { level, argv, env: own }, signal) {
    const said = [];
    const [, ...args] = argv;
    const severity = level === 'fail' ? 'error' : 'warning';
    const findings = await run([go.path, ...args], {
        cwd: folder,
        env: { ...env, ...own },
        signal,
        onLine: (line) => said.push(line)
    }).then(
    // Older go commands write it beside their words.
    ({ stdout }) => go_vet_findingsIn([stdout, ...said].join('\n'), plan), (error) => {
        signal.throwIfAborted();
        // Code that does not compile; or a module that only tests need and nobody serves, which is on no line.
        const places = placesIn(said.join('\n'), plan.moduleDir);
        if (places.length === 0)
            throw error;
        return places;
    });
    const told = findings.map((finding) => ({ ...finding, rule: 'go vet', severity }));
    if (level === 'warn' || told.length === 0)
        return told;
    throw new errors/* Failure */.H('verification', `go vet found ${told.length === 1 ? 'a mistake' : `${told.length} mistakes`}`, {
        hint: 'They are shown on their lines. vet: warn lets them pass.',
        cause: told.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'),
        findings: told
    });
}
/**
 * What `go vet -json` says: an object for each package, by analyzer. A position may be of the folder in which the same
 * package was looked at before, whose answer the build cache gives again: the package says where its files are here.
 */
function go_vet_findingsIn(said, plan) {
    const packages = [...said.matchAll(/^\{$.*?^\}$/gms)].flatMap(([text]) => Object.entries((0,base_json/* fields */.OA)(JSON.parse(text))));
    const lines = packages.flatMap(([name, analyzers]) => Object.keys((0,base_json/* fields */.OA)(analyzers)).flatMap((analyzer) => (0,base_json/* objectsAt */.yR)(analyzers, analyzer).map((found) => {
        const [, path = '', place = ''] = /^(.*?)(:\d+(?::\d+)?)$/.exec((0,base_json/* textAt */.$6)(found, 'posn')) ?? [];
        return `${fileOf(path.replaceAll('\\', '/'), name, plan.module)}${place}: ${(0,base_json/* textAt */.$6)(found, 'message')}`;
    })));
    return placesIn(lines.join('\n'), plan.moduleDir);
}
/** The file of a package, from the folder of the module; `name` may be `a/b [a/b.test]` or `a/b_test [a/b.test]`. */
function fileOf(path, name, module) {
    const below = (name.split(' ')[0] ?? '').slice(module.length).replace(/^\//, '');
    const parts = path.split('/');
    const folder = parts.slice(0, -1).join('/');
    const outside = below.replace(/_test$/, '');
    return ['.', folder.endsWith(below) ? below : outside, parts.at(-1)].filter((part) => part !== '').join('/');
}

;// CONCATENATED MODULE: ./src/pipeline/stages/vet/vet.ts



/** Looks at the packages of this machine's target once they are compiled, so that none is compiled twice. */
async function vetHost(plan, tools, built, signal) {
    if ('skip' in plan.vet)
        return;
    const [look] = plan.vet.work;
    if (!look)
        return;
    const host = plan.builds.findIndex(({ target }) => target === plan.host);
    await built[Math.max(0, host)];
    await tools.timeline.watch('vet', './...', async () => {
        const findings = await tools
            .compiling(() => vet(tools, plan, look, signal))
            .catch((error) => {
            // What go vet cannot look at is no mistake of the code.
            if (look.level === 'fail' || signal.aborted || !(error instanceof errors/* Failure */.H))
                throw error;
            tools.warn(`go vet: ${typeof error.cause === 'string' ? error.cause : error.message}`);
            return [];
        });
        for (const finding of findings)
            await tools.finding(finding);
        return { value: undefined, note: findings.length ? (0,base_text/* count */.U9)(findings.length, 'finding') : 'nothing found' };
    });
}

;// CONCATENATED MODULE: ./src/pipeline/release.ts













/**
 * The pipeline. What can overlap, overlaps: the cluster boots while targets compile, archives are made while others
 * compile. Nothing the world can see happens before `passed`: signing and publishing wait for every trial.
 */
async function run(plan, tools, signal) {
    const { timeline } = tools;
    const before = await (0,parallel/* together */.b)(signal, async (start) => {
        const built = buildAll(plan, tools, start);
        const artifacts = start((signal) => packAll(plan, tools, built, start, signal));
        void start(() => rebuildAll(plan, tools, built, start)).catch(() => undefined);
        void start((signal) => vetHost(plan, tools, built, signal)).catch(() => undefined);
        const proof = start((signal) => proveAll(plan, tools, versionsOf(plan, tools, built, start), signal));
        const vulnerabilities = start((signal) => scanAll(plan, tools, built, signal));
        return { artifacts: await artifacts, proof: await proof, vulnerabilities: await vulnerabilities };
    });
    const checksums = await timeline.watch('checksum', 'checksums.txt', async () => {
        const { checksums, reused } = await checksum(tools.files, tools.out, before.artifacts);
        return { value: checksums, reused, note: `${before.artifacts.length} files` };
    });
    const proved = {
        ...before.proof,
        artifacts: [...before.artifacts, checksums],
        foreign: [],
        ...(before.vulnerabilities && { vulnerabilities: before.vulnerabilities })
    };
    await passed(before.proof, plan.moduleDir, () => tools.report(proved));
    await safe(plan, tools, proved, signal);
    const publication = (0,planned/* workOf */.L)(plan.publication);
    const outcome = publication && tools.publisher
        ? await goPublic(plan, tools, publication, tools.publisher, proved, checksums, signal)
        : await stayHere(plan, tools, proved, checksums, signal);
    await tools.report(outcome);
    return outcome;
}
async function stayHere(plan, tools, proved, checksums, signal) {
    const outcome = await sealed(plan, tools, proved, checksums, () => undefined, signal);
    if ('skip' in plan.publication)
        tools.timeline.skip('publish', plan.publication.skip);
    return outcome;
}
/** Compiles every target, one more side by side than the machine has cores (docs/bench.md); in the order of `plan.builds`. */
function buildAll(plan, tools, start) {
    const { ledger, timeline, compiling } = tools;
    let modules;
    const verified = () => {
        // Something is made anew, so something will be signed: its tool arrives while targets compile.
        if (!modules && 'work' in plan.signing)
            start(async () => void (await tools.signer())).catch(() => { });
        return (modules ??= start((signal) => tools.verifyModules(signal)));
    };
    // What the proof waits for comes first.
    const order = [...plan.builds].sort((a, b) => Number(b.target === plan.host) - Number(a.target === plan.host));
    const built = new Map(order.map((build) => [build, compile(build)]));
    return plan.builds.map((build) => built.get(build) ?? Promise.reject(new Error('a build that nobody started')));
    function compile(build) {
        return start((signal) => compiling(() => timeline.watch('build', itemOf(plan, build), async () => {
            signal.throwIfAborted();
            const { value, reused } = await ledger.once('build', buildInput(plan, build), async () => {
                const check = verified();
                const made = await buildTarget(tools, plan, build, signal);
                await check;
                return { ...made, by: tools.witness.invocation.id };
            });
            return { value: value, reused, note: [...new Set(value.map(({ format }) => format))].join('; ') };
        })));
    }
}
/** What a person sees being built: a target, and which programs of it where several builds share one. */
function itemOf({ builds }, { target, binaries }) {
    const alone = builds.filter((build) => build.target === target).length === 1;
    return alone ? (0,go_target/* formatTarget */.P4)(target) : `${(0,go_target/* formatTarget */.P4)(target)} ${binaries.map(({ name }) => name).join(', ')}`;
}
/** Compiles targets a second time, after the first builds: what is proved meanwhile waits for clusters, not for cores. */
async function rebuildAll(plan, tools, built, start) {
    const { ledger, timeline, compiling } = tools;
    if ('skip' in plan.rebuilds) {
        if (plan.mode === 'release')
            timeline.skip('rebuild', plan.rebuilds.skip);
        return;
    }
    const targets = plan.rebuilds.work;
    const again = async (build, made, signal) => timeline.watch('rebuild', itemOf(plan, build), async () => {
        const { reused } = await ledger.once('rebuild', rebuildInput(plan, build, made), () => rebuildTarget(tools, plan, build, made, signal));
        return { value: undefined, reused, note: 'the same bytes from another folder and an empty cache' };
    });
    await Promise.all(plan.builds.map((build, i) => start(async (signal) => {
        const made = await built[i];
        if (made && targets.includes(build.target))
            await compiling(() => again(build, made, signal));
    })));
}
/** Packs each target as soon as its programs are there. */
async function packAll(plan, tools, built, start, signal) {
    const { ledger, timeline, packing } = tools;
    const packed = plan.archives.map((archive) => start(async () => {
        const binaries = (await Promise.all(built.filter((_, i) => plan.builds[i]?.target === archive.target))).flat();
        const extras = await readExtras(tools, archive);
        return await packing(() => pack(plan, tools, archive, binaries, extras));
    }));
    return (await Promise.all(packed)).flat();
    async function pack(plan, tools, archive, binaries, extras) {
        return await timeline.watch('package', archive.name, async () => {
            signal.throwIfAborted();
            const { value, reused } = await ledger.once('package', packageInput(plan, archive, binaries, extras), () => packageTarget(tools, plan, archive, binaries, extras));
            return { value: value.map((file) => artifactOf(tools.out, archive, file)), reused };
        });
    }
}

// EXTERNAL MODULE: ./src/smi/implementations.ts
var implementations = __webpack_require__(5688);
;// CONCATENATED MODULE: ./src/report/junit.ts

/**
 * The verdicts as JUnit XML, the form that CI systems read: one suite a trial, one case a check; a trial without a
 * verdict is one case with an error.
 */
function junit({ verdicts, broken }) {
    const proved = verdicts.map((verdict) => {
        const where = verdict.cluster ? ` on Kubernetes ${verdict.cluster.server}` : '';
        const name = `${(0,trial_title/* titleOf */.G)(verdict.trial)}${where}`;
        const failures = verdict.checks.filter(({ outcome }) => outcome === 'failed').length;
        const cases = verdict.checks.map(({ claim, outcome, seen, repeat }) => `    <testcase classname="${xml(`slipway.${verdict.trial.suite}`)}" name="${xml(claim)}">${outcome === 'failed'
            ? `<failure message="${xml(seen)}">${xml([seen, repeat].filter(Boolean).join('\n'))}</failure>`
            : ''}</testcase>`);
        return [
            `  <testsuite name="${xml(name)}" tests="${verdict.checks.length}" failures="${failures}" time="${(verdict.ms / 1000).toFixed(3)}">`,
            ...cases,
            '  </testsuite>'
        ].join('\n');
    });
    const unproved = broken.map(({ trial, failure }) => [
        `  <testsuite name="${xml(`${trial.suite} on Kubernetes ${trial.kubernetes}`)}" tests="1" errors="1">`,
        `    <testcase classname="${xml(`slipway.${trial.suite}`)}" name="the trial comes to a verdict"><error message="${xml(failure.message)}">${xml([failure.message, failure.hint].filter(Boolean).join('\n'))}</error></testcase>`,
        '  </testsuite>'
    ]);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="slipway">',
        ...proved,
        ...unproved.flat(),
        '</testsuites>',
        ''
    ].join('\n');
}
/** Escapes for text and attributes; what XML 1.0 cannot hold, and what hides or turns text, becomes U+FFFD. */
const xml = (text) => text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);

// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(72584);
;// CONCATENATED MODULE: ./src/report/page/html.ts

/** HTML made by `html`; everything else is text and is escaped. */
class Html {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** A template whose values are text unless they are HTML already; lists are joined, undefined is nothing. */
const html = (strings, ...parts) => new Html(strings.map((string, i) => (i === 0 ? string : render(parts[i - 1]) + string)).join(''));
const render = (part) => part === undefined
    ? ''
    : part instanceof Html
        ? part.text
        : typeof part === 'object'
            ? part.map(render).join('')
            : html_escape(String(part));
/** Longer texts are cut: what a check saw stands whole in compatibility.json. */
const html_LONGEST = 4000;
/**
 * Text from clusters and tools inside an element or a quoted attribute: no markup, no character that hides or turns
 * others, and nothing that a CI system takes for a command where somebody prints the file into a log.
 */
const html_escape = (text) => (0,markdown/* short */.h0)(text, html_LONGEST)
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, (c) => `<U+${hex(c)}>`)
    .replace(/[&<>"'`#\n\t]|:(?=:)/g, (c) => `&#${c.charCodeAt(0)};`);
const hex = (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

;// CONCATENATED MODULE: ./src/report/page/bars.ts


/** More rows than this show nothing. */
const ROWS = 200;
/** A list of bars on one scale, 0 to `whole` milliseconds; of too many the longest. */
function bars(all, whole) {
    const longest = new Set([...all].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS));
    const rows = all.filter((bar) => longest.has(bar));
    return html `<ol class="bars">
      ${rows.map(({ name, start, end, outcome }) => html `<li>
            <span>${outcome === 'failed' ? html `<b class="bad">Failed: </b>` : ''}${name}</span>
            <svg width="100%" height="8" aria-hidden="true">
              <rect class="rail" width="100%" height="8" rx="4" />
              <rect
                class="${outcome}"
                x="${percent(start, whole)}"
                width="${percent(Math.max(end - start, whole / 150), whole)}"
                height="8"
                rx="4"
              />
            </svg>
            <span class="n">${outcome === 'reused' ? 'reused' : (0,base_text/* seconds */.YA)(end - start)}</span>
          </li>`)}
    </ol>
    ${all.length > rows.length ? html `<p class="soft">${all.length - rows.length} shorter ones are not shown.</p>` : ''}`;
}
const percent = (part, whole) => `${Math.min(100, Math.max(0, (100 * part) / Math.max(whole, 1))).toFixed(2)}%`;

// EXTERNAL MODULE: ./src/report/matrix.ts
var report_matrix = __webpack_require__(53677);
;// CONCATENATED MODULE: ./src/report/page/checks.ts



/** Checks of one trial that are shown; compatibility.json has all. */
const SHOWN = 500;
/** Of many failures the first few are enough to begin with: of the others, what to do by hand is folded away. */
const OPEN = 3;
/** What does not hold and what came to no verdict, before anything else: with what was seen and how to see it again. */
const failures = ({ verdicts, broken }) => {
    const failed = verdicts.flatMap((verdict) => verdict.checks.filter(({ outcome }) => outcome === 'failed').map((check) => ({ check, verdict })));
    if (failed.length + broken.length === 0)
        return undefined;
    return html `<ol class="checks first">
      ${broken.map(noVerdict)}
      ${failed
        .slice(0, SHOWN)
        .map(({ check, verdict }, i) => item(check, html `<p class="soft">${(0,report_matrix/* trialName */.Ko)(verdict.trial)}${where(verdict)}</p>`, i < OPEN))}
    </ol>
    ${more(failed.length)}`;
};
const noVerdict = ({ trial, failure: { message, hint } }) => html `<li>
    <p class="soft">${(0,report_matrix/* trialName */.Ko)(trial)}${trial.kubernetes === undefined ? '' : ` on Kubernetes ${trial.kubernetes}`}</p>
    <p>
      <span class="bad"><span aria-hidden="true">✗</span> No verdict</span>
    </p>
    <pre>${message}</pre>
    ${hint === undefined
    ? ''
    : html `<p class="soft">What to do</p>
            <pre>${hint}</pre>`}
  </li>`;
/** Every trial with all that it looked at, folded away. */
const evidence = (verdicts) => html `${verdicts.map((verdict, i) => html `<details class="trial">
        <summary>${(0,report_matrix/* trialName */.Ko)(verdict.trial)}${where(verdict)} ${count(verdict)}</summary>
        <div id="${checks_anchor(i)}">
          ${simulated(verdict)}
          <ol class="checks">
            ${verdict.checks.slice(0, SHOWN).map((check) => item(check))}
          </ol>
          ${more(verdict.checks.length)}
        </div>
      </details>`)}`;
/** Where the evidence of the verdict at this place stands. */
const checks_anchor = (index) => `trial-${index + 1}`;
/** How many checks hold, or do not; never by colour alone. */
const count = (verdict) => tally((0,report_matrix/* failuresOf */.dJ)(verdict), verdict.checks.length);
const tally = (failed, all) => failed === 0 && all > 0
    ? html `<span class="good"><span aria-hidden="true">✓</span> ${all} hold</span>`
    : html `<span class="bad"><span aria-hidden="true">✗</span> ${doNotHold(failed, all)}</span>`;
/** `1 of 12 does not hold`; a trial that looked at nothing proves nothing. */
const doNotHold = (failed, all, what = '') => all === 0 ? 'nothing was looked at' : `${failed} of ${all}${what} ${failed === 1 ? 'does' : 'do'} not hold`;
const item = ({ claim, outcome, seen, repeat, at }, trial, open = false) => html `<li>
    ${trial}
    <p>
      <span class="${outcome === 'failed' ? 'bad' : 'good'}"
        ><span aria-hidden="true">${outcome === 'failed' ? '✗' : '✓'}</span
        ><span class="unseen">${outcome === 'failed' ? 'Does not hold' : 'Holds'}:</span></span
      >
      ${claim}
    </p>
    <p class="seen">Seen: ${seen}</p>
    ${at ? html `<p class="soft">${at.file}, line ${at.line}</p>` : ''}
    ${repeat === undefined ? '' : byHand(repeat, open)}
  </li>`;
const byHand = (repeat, open) => open
    ? html `<p class="soft">By hand</p>
        <pre>${repeat}</pre>`
    : html `<details>
        <summary>By hand</summary>
        <pre>${repeat}</pre>
      </details>`;
const where = (verdict) => `${verdict.cluster ? ` on Kubernetes ${(0,report_matrix/* serverOf */.FN)(verdict)}` : ''}, ${(0,base_text/* seconds */.YA)(verdict.ms)}`;
const simulated = ({ cluster }) => cluster?.simulated
    ? html `<p>
        Pods were simulated: this proves manifests and Kubernetes’ controllers, never the program in a container.
      </p>`
    : '';
const more = (length) => length > SHOWN ? html `<p class="soft">${length - SHOWN} more stand in compatibility.json.</p>` : '';

// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
;// CONCATENATED MODULE: ./src/report/page/table.ts

/** A table that scrolls in a box of its own, by keyboard too; the first cell of a row names the row. */
const table = (name, head, rows) => html `<div class="wide" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html `<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(([first, ...cells]) => html `<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html `<td>${cell}</td>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`;

;// CONCATENATED MODULE: ./src/report/page/files.ts






/** What was made, and how whoever downloads it looks at it first. */
const files = (artifacts, verification) => html `${table('Files with their digests', ['File', 'Target', 'Size', 'SHA-256'], artifacts.map(({ name, target, size, sha256 }) => [
    name,
    target ? (0,go_target/* formatTarget */.P4)(target) : '',
    html `<span class="n">${(0,base_text/* bytes */.ee)(size)}</span>`,
    html `<code class="copy">${sha256}</code>`
]))}
  ${verification.length > 0
    ? html `<h3>Verify what you download</h3>
          <p>In the folder with the files:</p>
          <pre>${verification.join('\n')}</pre>
          <p>
            ${verification_commands/* BESIDE */.Zv.map(([when, command]) => html `${when}: <code class="copy">${command}</code>. `)}${(0,verifying/* needsKey */.f)(verification) ? verification_commands/* KEY_NOTE */.F2 : ''}
          </p>`
    : ''}`;
const SOURCE = {
    machine: 'was on this machine',
    download: 'its official download',
    module: 'built from its Go module'
};
const tools = (used) => table('Tools that were run', ['Tool', 'Version', 'From', 'Checked'], used.map(({ name, version, source, vouched }) => [name, version, SOURCE[source], vouched]));

;// CONCATENATED MODULE: ./src/report/page/head.ts



/** The outcome of all trials in a few words, with a sign and a colour. */
function result(outcome, { verdicts, broken }) {
    const claims = verdicts.reduce((sum, { checks }) => sum + checks.length, 0);
    const failed = verdicts.reduce((sum, verdict) => sum + (0,report_matrix/* failuresOf */.dJ)(verdict), 0);
    switch (outcome) {
        case 'skipped':
            return { words: 'Nothing was proved', sign: '–', tone: 'soft' };
        case 'passed':
            return { words: `All ${claims} claims hold`, sign: '✓', tone: 'good' };
        case 'failed':
            return {
                words: [...(failed > 0 ? [doNotHold(failed, claims, ' claims')] : []), ...none(broken.length)].join(', '),
                sign: '✗',
                tone: 'bad'
            };
    }
}
const none = (broken) => broken === 0 ? [] : [`${broken} ${broken === 1 ? 'trial' : 'trials'} without a verdict`];
/** What this is about, and what became of it. */
function facts({ plan, url }) {
    const facts = [
        ['Run', `${plan.mode}: ${plan.why}`],
        ['Module', plan.moduleDir === '' ? plan.module : `${plan.module} (in ${plan.moduleDir})`],
        ['Commit', html `<code class="copy">${plan.commit}</code>`],
        ['Built with', plan.go.version],
        [
            'Compared with',
            'skip' in plan.baseline ? `nothing: ${plan.baseline.skip}` : `${plan.baseline.tag}: ${plan.baseline.why}`
        ],
        [
            'Signature',
            'skip' in plan.signing
                ? `none: ${plan.signing.skip}`
                : plan.signing.work.map(({ mode, why }) => `${mode}: ${why}`).join('; ')
        ],
        ['Published', published(plan.publication, url)]
    ];
    return html `<dl class="facts">
      ${facts.map(([name, value]) => html `<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`)}
    </dl>
    ${plan.notes.map((note) => html `<p class="note">${note}</p>`)}`;
}
/** A link only where it is one. */
const published = (publication, url) => url === undefined
    ? 'skip' in publication
        ? `no: ${publication.skip}`
        : 'no'
    : /^https?:\/\/[^\s<>]+$/.test(url)
        ? html `<a href="${url}">${url}</a>`
        : url;

;// CONCATENATED MODULE: ./src/report/page/journey.ts




/** The upgrade and the way back of each workload, step by step on one scale. */
function journeys(verdicts) {
    const told = verdicts.filter(({ moments = [] }) => moments.length > 0);
    return told.length === 0 ? undefined : html `${told.map(journey)}`;
}
function journey(verdict) {
    const { moments = [], compared, ms } = verdict;
    const steps = [...new Set(moments.map(({ step }) => step))];
    const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined);
    const parts = steps.map((step) => partOf(step, moments));
    return html `<h3>
      ${(0,report_matrix/* trialName */.Ko)(verdict.trial)}${(0,report_matrix/* serverOf */.FN)(verdict) === '' ? '' : ` on Kubernetes ${(0,report_matrix/* serverOf */.FN)(verdict)}`}
    </h3>
    <ul>
      ${versions.map(({ name, origin }) => html `<li><b>${name}</b>, ${origin}</li>`)}
    </ul>
    ${bars(parts, ms)} ${parts.map((part) => claims(part, ms))}`;
}
const partOf = (step, all) => {
    const moments = all.filter((moment) => moment.step === step);
    return {
        name: step === '' ? 'around it' : step,
        moments,
        start: Math.min(...moments.map(({ at }) => at)),
        end: Math.max(...moments.map(({ at, ms }) => at + ms)),
        outcome: moments.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'done'
    };
};
/** All of a step, folded away unless something went wrong. */
const claims = ({ name, moments, outcome }, whole) => {
    const failed = moments.filter((moment) => moment.outcome === 'failed').length;
    const summary = html `<summary>${name} ${tally(failed, moments.length)}</summary>`;
    const list = bars(moments.map(({ what, at, ms, outcome }) => ({
        name: what,
        start: at,
        end: at + ms,
        outcome: outcome === 'failed' ? 'failed' : 'done'
    })), whole);
    return outcome === 'failed'
        ? html `<details class="trial" open>${summary}${list}</details>`
        : html `<details class="trial">${summary}${list}</details>`;
};

// EXTERNAL MODULE: ./src/report/losses.ts
var losses = __webpack_require__(25699);
;// CONCATENATED MODULE: ./src/report/page/lost.ts



/** Which fields do not survive between which versions, and whether anybody knew. */
function lost(verdicts) {
    const all = (0,losses/* losses */.Y)(verdicts);
    if (all.length === 0)
        return undefined;
    return html `<p>
      Fields that were written and were gone, or could not be written back, when the object was read. What is known is
      told and is no failure; what is not known is one.
    </p>
    ${table('Fields lost between versions', ['Field', 'Written → read', 'Known', 'Seen by'], all.map((loss) => [
        html `${loss.kind}<br />${loss.fields.map((field) => html `<code>${field}</code> `)}`,
        loss.ways.map(way),
        loss.because === undefined
            ? html `<b class="bad"><span aria-hidden="true">✗</span> no</b>`
            : html `<span class="good"><span aria-hidden="true">✓</span> yes</span><br />${loss.because}`,
        html `${loss.trials.join('; ')}<br /><span class="soft">${loss.servers.join(', ')}</span>`
    ]))}`;
}
const way = ({ written, stored, read }) => html `<div>${written} → ${read.join(', ')} <span class="soft">stored as ${stored}</span></div>`;

;// CONCATENATED MODULE: ./src/report/page/proof.ts





/** Suite × Kubernetes, each verdict linked to its evidence; and what was not proved, with the reason. */
function proof(story) {
    const { plan, verdicts, clusters } = story;
    if ('skip' in plan.trials)
        return html `<p>Nothing was proved: ${plan.trials.skip}.</p>`;
    const { columns, rows } = (0,report_matrix/* matrix */.UP)(story);
    const cell = (verdict) => html `<div>
      <a href="#${checks_anchor(verdicts.indexOf(verdict))}">${count(verdict)}</a>
      <span class="soft">${(0,base_text/* seconds */.YA)(verdict.ms)}${verdict.cluster?.simulated ? ', pods simulated' : ''}</span>
    </div>`;
    return html `${table('Verdicts by suite and Kubernetes version', [
        'Suite',
        ...columns.map(({ kubernetes, name }) => (kubernetes === undefined ? 'No cluster' : `Kubernetes ${name}`))
    ], rows.map(({ name, cells }) => [
        name,
        ...cells.map(({ verdicts, broken }) => verdicts.length + broken.length === 0 ? NOT_TRIED : [...verdicts.map(cell), ...broken.map(() => NO_VERDICT)])
    ]))}
  ${plan.unproved.map(({ suite, why }) => html `<p class="note">Not proved, ${suite}: ${why}.</p>`)}
  ${plan.cluster ? html `<p class="soft">Clusters by ${plan.cluster.provider}: ${plan.cluster.why}.</p>` : ''}
  ${clusters.map(ready)}`;
}
const NOT_TRIED = html `<span class="soft" aria-hidden="true">–</span><span class="unseen">not tried</span>`;
const NO_VERDICT = html `<a class="bad" href="#failures"><span aria-hidden="true">✗</span> no verdict</a>`;
const ready = ({ server, ms, logs }) => html `<p class="soft">
    Kubernetes ${server} was ready after ${(0,base_text/* seconds */.YA)(ms)}.${logs === null ? '' : html ` Its logs: <code>${logs}</code>`}
  </p>`;

// EXTERNAL MODULE: ./src/report/spoken.ts
var report_spoken = __webpack_require__(91082);
;// CONCATENATED MODULE: ./src/report/page/speaks.ts




/** Which SMI versions the program speaks, by its import graph, and whom it meets with them. */
function speaks(proof) {
    const spoken = (0,report_spoken/* spokenIn */.C)(proof);
    if (spoken.length === 0)
        return undefined;
    return html `<p>
      By its import graph the program speaks <b>${(0,implementations/* shortVersions */.wv)(spoken)}</b>. Others, as their sources and documents
      said in November 2026:
    </p>
    ${table('Who speaks the same SMI versions', ['Who', 'Does', 'Versions', 'In common', 'State'], (0,implementations/* meetings */.pB)(spoken).map((meeting) => {
        const { name, does, versions, state } = meeting.implementation;
        return [name, does === 'serves' ? 'serves it' : 'writes it', (0,implementations/* shortVersions */.wv)(versions), common(meeting), state];
    }))}`;
}
const common = ({ shared, apart }) => shared.length > 0
    ? html `<span class="good"><span aria-hidden="true">✓</span> ${(0,implementations/* shortVersions */.wv)(shared)}</span>`
    : apart.length > 0
        ? html `<span class="bad"><span aria-hidden="true">✗</span> the same API, no version</span>`
        : 'other APIs';

;// CONCATENATED MODULE: ./src/report/page/style.ts
/** The page's look: system fonts, both colour schemes, one column that fits a phone, and paper. */
const STYLE = `
:root{color-scheme:light dark;--page:#fff;--box:#f5f6f8;--line:#d5d9e0;--text:#1b1f26;--soft:#545c69;--link:#0b57b8;--good:#14692f;--bad:#b3211a;--done:#4a7bd0;--rail:#e6e9ee}
@media(prefers-color-scheme:dark){:root{--page:#13161b;--box:#1c2027;--line:#363d49;--text:#e6e9ee;--soft:#a4adbb;--link:#8ab8ff;--good:#6fd391;--bad:#ff8d84;--done:#6f9be6;--rail:#2a303a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--page);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:70rem;margin:0 auto;padding:0 clamp(1rem,4vw,2.5rem)}
header{padding-top:clamp(1.5rem,5vw,3.5rem)}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft);font-size:.875rem}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);letter-spacing:-.02em}
h2{font-size:1.4rem;letter-spacing:-.01em;margin:3rem 0 .75rem}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .5rem}
h4 span{font-weight:400;font-size:.875rem;margin-left:.5rem}
p{margin:.5rem 0;max-width:44rem}
ul{margin:.5rem 0;padding-left:1.2rem}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
code,pre{font:.875em/1.5 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
pre{margin:.25rem 0 .5rem;padding:.6rem .8rem;background:var(--box);border:1px solid var(--line);border-radius:6px;white-space:pre-wrap;user-select:all}
.copy{user-select:all}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;padding:.4rem .8rem;background:var(--page)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.soft{color:var(--soft);font-size:.9em}
.good{color:var(--good)}
.bad{color:var(--bad);font-weight:600}
.n{font-variant-numeric:tabular-nums;white-space:nowrap}
.result{display:inline-block;max-width:none;margin:1rem 0;padding:.5rem 1rem;border:1.5px solid;border-radius:8px;font-size:1.2rem;font-weight:600}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:.75rem 2rem;margin:1rem 0 0}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0}
.note{border-left:4px solid var(--line);padding-left:1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:.75rem 0;margin:1.5rem 0 0;border-block:1px solid var(--line)}
nav a{display:inline-block;padding:.2rem 0}
.wide{position:relative;overflow-x:auto;border:1px solid var(--line);border-radius:8px;overflow-wrap:normal}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{padding:.5rem .8rem;text-align:left;vertical-align:top;border-top:1px solid var(--line);min-width:6rem}
thead th{border-top:0;background:var(--box);font-size:.85rem;color:var(--soft);white-space:nowrap}
tbody th{font-weight:600;overflow-wrap:anywhere}
td .soft{display:block}
td a{text-decoration-color:var(--soft)}
td>.copy{display:block;min-width:17rem;overflow-wrap:anywhere}
.checks{list-style:none;margin:0;padding:0}
.checks li{padding:.6rem 0;border-top:1px solid var(--line)}
.checks p{max-width:60rem;margin:.15rem 0}
.checks .seen{font-size:.925rem;color:var(--soft);white-space:pre-line}
.first>li{border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:8px;padding:.8rem 1rem;margin:.75rem 0}
.first .seen{color:inherit}
details{margin:.1rem 0}
summary{cursor:pointer;padding:.2rem 0;width:fit-content;max-width:100%}
.checks summary{color:var(--link);font-size:.875rem}
.bars+.trial{margin-top:1rem}
.trial{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.4rem .9rem}
.trial>summary{width:auto;font-weight:600}
.trial>summary span{font-weight:400;margin-left:.4rem}
.bars{list-style:none;margin:0;padding:0;font-size:.925rem}
.bars li{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,6fr) 5rem;gap:0 1rem;align-items:center;padding:.2rem 0}
.bars .n{text-align:right;color:var(--soft)}
.bars svg{display:block}
.rail{fill:var(--rail)}.done{fill:var(--done)}.failed{fill:var(--bad)}.reused{fill:var(--soft)}
@media(max-width:40rem){tbody th{min-width:7.5rem}td{min-width:9.5rem}td:nth-child(n+4){min-width:15rem}.bars li{grid-template-columns:minmax(0,1fr) auto}.bars svg{grid-row:2;grid-column:1/3}}
@media print{:root{--page:#fff;--box:#fff;--line:#bbb;--text:#000;--soft:#333;--link:#000;--good:#0a4a1e;--bad:#8f130d;color-scheme:light}nav,.skip{display:none}body{font-size:10pt}header,main{max-width:none;padding:0}.wide{overflow:visible}h2,h3,h4{break-after:avoid}li,tr{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
@media(forced-colors:active){.done,.failed,.reused{fill:CanvasText}.rail{fill:none}}
`;

;// CONCATENATED MODULE: ./src/report/page/vulnerabilities.ts




/** What is known to be wrong with the modules of the programs; undefined where nobody was asked. */
function vulnerabilities({ vulnerabilities: scanned }) {
    if (!scanned)
        return undefined;
    if ('unknown' in scanned)
        return html `<p>Not known: ${scanned.database} could not be asked: ${scanned.unknown}.</p>`;
    const { found, programs, database, modified } = scanned;
    const [open, accepted] = [model/* isOpen */.nT, model/* isAccepted */.oB].map((kind) => found.filter(kind).length);
    return html `<p>
      ${open === 0 ? (0,vulnerabilities_told/* nothingOpen */.u7)(accepted) : html `<strong>${String(open)} reachable</strong>`} in ${String(programs)}
      programs, as ${database} knows it${modified === null ? '' : ` (${modified})`}.
    </p>
    ${found.length === 0
        ? ''
        : table('Known vulnerabilities', ['Known as', 'In', 'What', 'Repaired', 'Reachable'], found.map((item) => [(0,vulnerabilities_told/* nameOf */.Vb)(item), (0,vulnerabilities_told/* holderOf */.Kd)(item), item.summary, (0,vulnerabilities_told/* fixOf */.BW)(item), reachOf(item)]))}`;
}
const reachOf = (item) => {
    if (!(0,model/* isReachable */.kj)(item))
        return 'no: only its module is there';
    const { accepted, expired, symbols } = item;
    const said = accepted
        ? `; accepted until ${accepted.until}: ${accepted.reason}`
        : expired
            ? `; accepted until ${expired.until}, which is over: ${expired.reason}`
            : '';
    return `${symbols.join(', ')}${said}`;
};

;// CONCATENATED MODULE: ./src/report/page/page.ts













/** Nothing is fetched and no script runs; `data:` is for the icon that says there is none. */
const policy = `default-src 'none'; style-src 'sha256-${Buffer.from((0,base_digest/* sha256 */.sc)(STYLE), 'hex').toString('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`;
/** The report as one page that needs nothing else: what failed first, then what was proved, and with what. */
function page(story, outcome) {
    const { plan, verdicts, artifacts } = story;
    const { words, sign, tone } = result(outcome, story);
    const all = [
        ['failures', 'What does not hold', failures(story)],
        ['proof', 'Proof', proof(story)],
        ['losses', 'Lost between versions', lost(verdicts)],
        ['rollback', 'The upgrade and the way back', journeys(verdicts)],
        ['smi', 'Who speaks the same SMI', speaks(story)],
        ['evidence', 'Evidence', verdicts.length > 0 ? evidence(verdicts) : undefined],
        ['vulnerabilities', 'Known vulnerabilities', vulnerabilities(story)],
        ['files', 'Files', artifacts.length > 0 ? files(artifacts, story.verification) : undefined],
        ['tools', 'Tools', story.tools.length > 0 ? tools(story.tools) : undefined],
        ['time', 'Where the time went', time(story)]
    ];
    const sections = all.filter(([, , body]) => body !== undefined);
    const title = `${plan.name} ${plan.version}`;
    return `<!doctype html>\n${html `<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}: ${words}</title>
        <link rel="icon" href="data:," />
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">To the report</a>
        <header>
          <h1>${title}</h1>
          <p class="result ${tone}"><span aria-hidden="true">${sign}</span> ${words}</p>
          ${facts(story)}
          <nav aria-label="Sections">
            <ul>
              ${sections.map(([id, title]) => html `<li><a href="#${id}">${title}</a></li>`)}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">
          ${sections.map(([id, title, body]) => html `<section id="${id}" aria-labelledby="${id}-title">
                <h2 id="${id}-title">${title}</h2>
                ${body}
              </section> `)}
        </main>
        <footer>Written by Slipway. The same for machines: compatibility.json and junit.xml beside this file.</footer>
      </body>
    </html> `.text}`;
}
function time({ spans }) {
    const worked = spans.filter(({ outcome }) => outcome !== 'skipped');
    if (worked.length === 0)
        return undefined;
    const whole = Math.max(...worked.map(({ end }) => end));
    const bar = worked.map((span) => ({ ...span, name: `${span.stage} ${span.item}` }));
    return html `<p>${(0,base_text/* seconds */.YA)(whole)} in all; bars side by side ran at the same time.</p>
    ${bars(bar, whole)}`;
}

// EXTERNAL MODULE: ./src/report/vulnerabilities.ts
var report_vulnerabilities = __webpack_require__(50628);
;// CONCATENATED MODULE: ./src/report/report.ts








/**
 * Writes `report/` of an output folder, unless the one that is there tells of the same outcome: a run that found
 * everything done writes nothing, and what it would say of its time is not what the release took.
 */
async function writeReport(files, ledger, out, story, markdown) {
    const texts = {
        'report/compatibility.json': `${JSON.stringify(report_compatibility(story), null, 2)}\n`,
        'report/vulnerabilities.json': `${JSON.stringify((0,report_vulnerabilities/* vulnerabilityReport */.Z)(story), null, 2)}\n`,
        'report/junit.xml': junit(story),
        'report/summary.md': markdown,
        'report/index.html': page(story, overall(story.plan.trials, story))
    };
    await ledger.once('report', { outcome: (0,base_digest/* sha256 */.sc)((0,base_json/* canonical */.$N)(outcomeOf(story))), files: Object.keys(texts) }, async () => {
        for (const [name, text] of Object.entries(texts))
            await files.write((0,external_node_path_.join)(out, name), text);
        const made = Object.entries(texts).map(([path, text]) => ({
            path,
            sha256: (0,base_digest/* sha256 */.sc)(text),
            size: Buffer.byteLength(text)
        }));
        return { value: null, files: made };
    });
}
/** What a report tells of beside times and tools, which are those of the run that got there. */
const outcomeOf = ({ plan, verdicts, broken, left, vulnerabilities, artifacts, verification, url }) => ({
    plan,
    verdicts,
    broken: broken.map(unproved),
    left: left?.map(({ kubernetes, failure: { message } }) => ({ kubernetes, message })),
    vulnerabilities: vulnerabilities &&
        ('found' in vulnerabilities ? [vulnerabilities.found, vulnerabilities.unused ?? []] : vulnerabilities.unknown),
    artifacts: artifacts.map(({ name, sha256 }) => ({ name, sha256 })),
    verification,
    url
});
/** The verdicts with their evidence, for machines. */
const report_compatibility = ({ plan, verdicts, broken, clusters, tools }) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    commit: plan.commit,
    outcome: overall(plan.trials, { verdicts, broken }),
    skipped: 'skip' in plan.trials ? plan.trials.skip : null,
    /** The release that was compared with, or why there was none. */
    baseline: 'skip' in plan.baseline ? { skipped: plan.baseline.skip } : baselineOf(plan.baseline),
    /** Suites that fit and proved nothing, and why. */
    unproved: plan.unproved,
    tools: tools.map(({ name, version, source, vouched }) => ({ name, version, source, vouched })),
    clusters,
    ...smiOf({ verdicts, broken }),
    verdicts,
    /** Trials that came to no verdict. */
    broken: broken.map(unproved)
});
/** What the program speaks of SMI, and who else speaks it; nothing of a program that speaks none. */
const smiOf = (proof) => {
    const speaks = (0,report_spoken/* spokenIn */.C)(proof);
    if (speaks.length === 0)
        return {};
    const others = (0,implementations/* meetings */.pB)(speaks).map(({ implementation, shared, apart }) => ({ ...implementation, shared, apart }));
    return { smi: { speaks, others } };
};
const unproved = ({ trial, failure: { kind, message, hint } }) => ({
    trial,
    kind,
    message,
    hint: hint ?? null
});
const baselineOf = ({ tag, version, commit, why }) => ({ tag, version, commit, why });
/** One word for all trials. */
const overall = (trials, { verdicts, broken }) => 'skip' in trials
    ? 'skipped'
    : broken.length === 0 && verdicts.every(({ outcome }) => outcome === 'passed')
        ? 'passed'
        : 'failed';

// EXTERNAL MODULE: ./src/report/summary.ts + 2 modules
var summary = __webpack_require__(55407);
;// CONCATENATED MODULE: ./src/pipeline/stages/lint.ts




/**
 * Shows on their lines what a server with these CRD sets, the repository's own among them, would refuse or lose of the
 * repository's SMI manifests. Manifests stop no release: what ships are the programs.
 */
async function lintSmi({ sources, speaks, sets, moduleDir }, host) {
    if (sources.manifests.length === 0)
        return;
    // The sets are large, and most repositories hold no manifest.
    const [{ lintManifests }, { crdSet, storageFor }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(1695), __webpack_require__.e(6001)]).then(__webpack_require__.bind(__webpack_require__, 46001)),
        __webpack_require__.e(/* import() */ 2940).then(__webpack_require__.bind(__webpack_require__, 82940))
    ]);
    const own = sets.includes(set_names/* OWN */.Z) ? await ownCrds(sources) : [];
    const { findings, objects } = lintManifests(sources.manifests, {
        speaks,
        sets: sets.flatMap((name) => name === set_names/* OWN */.Z
            ? own.filter((set) => typeof set !== 'string')
            : [crdSet(name, name === 'all' ? { storage: storageFor(name, speaks) } : {})])
    });
    if (objects === 0 && findings.length === 0)
        return;
    for (const why of own)
        if (typeof why === 'string')
            host.warn(`SMI manifests: not held against CRDs of this repository: ${why}`);
    for (const { at, severity, rule, says, hint } of findings)
        await host.finding({
            rule,
            severity,
            file: (0,posix_.join)(moduleDir, at.file),
            line: at.line,
            message: hint === undefined ? says : `${says} ${hint}`
        });
    host.info(`SMI manifests: ${(0,base_text/* count */.U9)(objects, 'object')}, ${(0,base_text/* count */.U9)(findings.length, 'finding')}`);
}
/** The set that the CRD files of the repository make, or why they make none: its suite stops the run for that. */
async function ownCrds({ crds }) {
    const [{ ownSet }, { crdsOf }] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2940), __webpack_require__.e(1695), __webpack_require__.e(2211)]).then(__webpack_require__.bind(__webpack_require__, 2211)), Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2174)]).then(__webpack_require__.bind(__webpack_require__, 72174))]);
    try {
        return [ownSet(crdsOf(crds))];
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        return [error.message];
    }
}

// EXTERNAL MODULE: ./src/steps/timeline.ts
var steps_timeline = __webpack_require__(68208);
// EXTERNAL MODULE: ./src/commands/preflight.ts
var preflight = __webpack_require__(75821);
// EXTERNAL MODULE: ./src/model/expected-signer.ts
var expected_signer = __webpack_require__(39756);
// EXTERNAL MODULE: ./src/facts/crd-files.ts
var crd_files = __webpack_require__(85750);
;// CONCATENATED MODULE: ./src/commands/baseline.ts










/** The candidate and the baseline as the proof gets them. */
function versionTools(around) {
    const { world, facts, plan, project, sources, folder, out, files, ledger, env, stack } = around;
    const tools = {
        run: world.processes.run,
        files,
        unpack: world.unpack,
        ledger,
        out,
        env: world.gitEnv(folder),
        root: facts.root,
        releases: releasesOf(around),
        proves: expectedSigner(around),
        compile: (checkout, { tag, version }, into, signal) => compile(around, (0,external_node_path_.join)(checkout, facts.moduleDir), version, into, signal).catch((error) => {
            signal.throwIfAborted();
            if (!(error instanceof errors/* Failure */.H))
                throw error;
            throw new errors/* Failure */.H(error, `the baseline ${tag} cannot be built: ${error.message}`, {
                hint: [error.hint, 'Another one: --baseline TAG; none: --baseline none.'].filter(Boolean).join(' '),
                cause: error.cause
            });
        }),
        stack
    };
    return {
        suites: {
            processes: world.processes,
            files,
            loopback: world.loopback,
            toolchain: world.toolchain,
            env,
            sources,
            baselineCrds: () => 'skip' in plan.baseline
                ? Promise.resolve([])
                : (0,crd_files/* crdsAt */.ym)({ run: world.query, env: world.gitEnv(folder) }, { ...facts, commit: plan.baseline.commit }, project)
        },
        candidate: (programs) => ({
            name: plan.tag ?? plan.version,
            version: plan.version,
            origin: `compiled from commit ${plan.commit.slice(0, 12)}${plan.dirtyDigest ? ' with local changes' : ''}`,
            programs: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, (0,external_node_path_.join)(out, path)])),
            ...folderFiles(files, () => Promise.resolve(folder), () => Promise.resolve(facts.root)),
            source: () => Promise.resolve(folder)
        }),
        async baseline(signal) {
            if ('skip' in plan.baseline)
                throw new Error('a plan without a baseline was asked for one');
            const names = plan.builds.filter(({ target }) => target === plan.host).flatMap(({ binaries }) => binaries);
            return await obtainBaseline(tools, plan, plan.baseline, names.map(({ name }) => name), signal);
        }
    };
}
function releasesOf({ world, config, plan, files }) {
    const from = 'skip' in plan.baseline ? undefined : plan.baseline.from;
    return from === undefined ? undefined : () => world.publisher(from, config.token, files);
}
/** Who was named, else the key that signs this release. A signature made elsewhere says nothing about who may sign. */
function expectedSigner({ world, config, plan, files, signer }) {
    const { key, identity, issuer } = config;
    if (key !== '' || identity !== '')
        return async () => {
            const named = key === '' ? { identity, issuer } : { key: (0,expected_signer/* keyFrom */.S)(world.cwd, key) };
            const proves = await world.verifier(named, files, config['trusted-root']);
            return (path, bundle) => proves(path, bundle);
        };
    const own = (0,planned/* workOf */.L)(plan.signing);
    if (own?.mode !== 'key')
        return undefined;
    return async () => {
        const ours = await signer();
        return (path, bundle, signal) => ours.verify(path, bundle, signal);
    };
}
/** What the pipeline does with a version, as far as the programs of this machine: its own settings, its own Go. */
async function compile({ world, read, plan: candidate, out, files, ledger, env: base }, folder, version, into, signal) {
    const own = {
        targets: { text: (0,go_target/* formatTarget */.P4)(candidate.host), from: 'this machine' },
        version: { text: version, from: 'the tag' },
        main: read('main')
    };
    const { config, project } = await (0,config_read/* readConfig */.Xg)(world.files(folder), folder, (name) => own[name]);
    const mode = { mode: 'build', why: 'the baseline' };
    const temporary = base['GOTMPDIR'] ?? '';
    const prepared = await (0,prepare_plan/* prepare */.i)(world, { mode, config, project, folder, out, temporary, keep: true }, files, ledger);
    const { facts, go, env, plan, tracked } = prepared;
    const traces = world.traces(facts.root, tracked, go);
    const place = (0,external_node_path_.join)(out, into);
    const built = [];
    for (const build of plan.builds) {
        const tools = { run: world.processes.run, files, go, env, folder, out: place, traces };
        built.push(...(await buildTarget(tools, plan, build, signal)).value);
    }
    const programs = built.map(({ name, path, sha256, size }) => [name, { path: `${into}/${path}`, sha256, size }]);
    return { programs: Object.fromEntries(programs), go: go.version };
}

;// CONCATENATED MODULE: ./src/commands/run-plan.ts
var run_plan_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_plan_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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



















/** Carries out a plan: with the tools that it wants, and with outputs, a summary and last words to a person. */
async function carryOut(job) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { world, config, facts, go, env, plan, sources, speaks, folder, out, files, ledger } = job;
        const { host } = world;
        host.section('plan', planTable({ ...plan, notes: [] }));
        for (const note of plan.notes)
            host.warn(note);
        if (plan.mode !== 'build')
            await lintSmi({ sources, speaks, sets: config['smi-set'], moduleDir: facts.moduleDir }, host);
        host.info('');
        const timeline = (0,steps_timeline/* timeline */.I)(host, () => performance.now());
        const signing = (0,planned/* workOf */.L)(plan.signing);
        if (signing)
            await world.refuseUnreadableKey(signing, files);
        const publication = (0,planned/* workOf */.L)(plan.publication);
        const publisher = publication && (await world.publisher(publication.to, config.token, files));
        if (publisher && publication)
            for (const line of await (0,preflight/* foresee */.S)(plan, publication, publisher, world.signal))
                host.info(`  ${line}`);
        const fingerprint = await world.fingerprint(signing);
        const report = async (outcome) => {
            const story = {
                ...outcome,
                plan,
                spans: timeline.spans,
                tools: world.usedTools(),
                verification: verification(job, outcome),
                url: outcome.published?.url
            };
            const markdown = (0,summary/* summary */.z)(story);
            await writeReport(files, ledger, out, story, markdown);
            await host.summary(markdown);
        };
        const signer = once(async () => world.signer(signing, files, await publicKeyOf(ledger, signing, fingerprint)));
        const stack = run_plan_addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const outcome = await run(plan, {
            ...versionTools({ ...job, signer, stack }),
            run: world.processes.run,
            files,
            deflate: world.deflate,
            licences: moduleLicences({ files, run: world.processes.run, go: go.path, env, folder, root: facts.root, vendored: plan.vendored }, world.signal),
            go,
            env,
            folder,
            root: facts.root,
            out,
            traces: world.traces(facts.root, job.tracked, go),
            ledger,
            timeline,
            clusters: world.clusters(files, out, plan.cluster),
            proving: (0,p_limit/* default */.A)(world.clustersAtOnce(plan.cluster)),
            signer,
            fingerprint,
            publisher,
            unpack: world.unpack,
            witness: {
                invocation: world.invocation,
                repository: facts.remote,
                tools: () => world.usedTools(),
                now: world.now
            },
            changes: async (since) => since === undefined
                ? undefined
                : await changesSince({ run: world.query, env: world.gitEnv(folder) }, folder, since),
            async verification(names) {
                if (!signing || signing.mode === 'rehearsal')
                    return [verification_commands/* COMPARE */.aI];
                // Which key it is stands in no line.
                const identity = signing.mode === 'key' ? { publicKey: '' } : await (await signer()).identity(world.signal);
                return downloading(job, identity, names);
            },
            warn: (line) => host.warn(line),
            finding: (finding) => host.finding(finding),
            // Each go build waits for git and for its own loading now and then: one more than cores keeps them busy.
            compiling: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)() + 1),
            packing: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)()),
            verifyModules: (signal) => plan.vendored ? Promise.resolve() : verifyModules(world.processes.run, go.path, folder, env, signal),
            report
        }, world.signal);
        await handOn(job, outcome);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = run_plan_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The commands by which a downloader checks what came of it. */
const verification = (job, { signed, artifacts, published }) => signed
    ? downloading(job, signed.identity, artifacts.map(({ name }) => name), published && /^https?:/.test(published.url) ? published.url : undefined)
    : [verification_commands/* COMPARE */.aI];
const downloading = ({ world, plan }, identity, names, page) => [
    verification_commands/* COMPARE */.aI,
    ...world.downloaderLines(identity, {
        statements: (0,verification_commands/* statementsAmong */.tQ)(names),
        trustedRoot: (0,planned/* workOf */.L)(plan.signing)?.trustedRoot,
        ...(page === undefined ? {} : { release: page })
    })
];
/** The step's outputs, and the last words to a person. */
async function handOn(job, outcome) {
    const { world, config, plan, out } = job;
    const { host, print } = world;
    const artifacts = outcome.artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ?? null,
        size,
        sha256
    }));
    const outputs = {
        version: plan.version,
        tag: plan.mode === 'release' ? (plan.tag ?? '') : '',
        'release-url': outcome.published?.url ?? '',
        artifacts: JSON.stringify(artifacts),
        checksums: (0,external_node_path_.join)(out, 'checksums.txt'),
        manifest: (0,external_node_path_.join)(out, 'manifest.json'),
        compatibility: overall(plan.trials, outcome),
        matrix: ''
    };
    for (const [name, value] of Object.entries(outputs))
        await host.output(name, value);
    for (const name of outcome.foreign)
        host.warn(`${name} is in the release and was not made by this run; it is kept`);
    host.info('');
    host.info(outcome.published
        ? `released ${plan.tag}: ${outcome.published.url}`
        : `${plan.mode} of ${plan.version} done: ${out}`);
    const unsigned = outcome.signed ? '' : '   (not signed)';
    host.info(['verify it:', ...verification(job, outcome)].join('\n  ') + unsigned);
    if (config.json)
        print((0,base_json/* printedJson */.xL)({ ...outputs, artifacts }));
}

;// CONCATENATED MODULE: ./src/commands/pipeline.ts
var pipeline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pipeline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * plan, build, gate, release and auto: facts, then the plan, then the work, unless only the plan was asked for. What
 * fails is shown on the lines of the user's files that it names.
 */
async function pipelineCommand(request, world) {
    const folder = (0,external_node_path_.resolve)(world.cwd, request.read('module')?.text ?? '.');
    try {
        await pipeline(request, folder, world);
    }
    catch (error) {
        for (const finding of findingsOf(error, (0,external_node_path_.relative)(world.cwd, folder)))
            await world.host.finding(finding);
        throw error;
    }
}
async function pipeline(request, folder, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,commands_request/* refuseOperands */.R)(request);
        const { command, read } = request;
        if (command !== 'plan' && read('dry-run')?.text !== 'true')
            world.host.keepIn((0,external_node_path_.resolve)(world.cwd, read('out')?.text ?? inputs/* INPUTS */.mc.out.default));
        const { config, project } = await (0,config_read/* readConfig */.Xg)(world.files(folder), folder, read);
        const mode = (0,plan_plan/* chooseMode */.jO)(command, world.surroundings.event);
        const dry = command === 'plan' || config['dry-run'];
        refuseMisplaced(config, mode.mode, dry);
        refuseLent(config, read, world.surroundings.event);
        const out = (0,external_node_path_.resolve)(world.cwd, config.out);
        const files = world.files(out);
        const _claim = pipeline_addDisposableResource(env_1, dry ? undefined : await world.claim(out)
        // Git must see a folder that ignores itself before it is asked whether the tree is clean.
        , true);
        // Git must see a folder that ignores itself before it is asked whether the tree is clean.
        if (!dry && !(await files.read((0,external_node_path_.join)(out, '.gitignore'))))
            await files.write((0,external_node_path_.join)(out, '.gitignore'), '*\n');
        const ledger = (0,steps_ledger/* ledger */.W)(files, out);
        const temporary = pipeline_addDisposableResource(env_1, await world.scratchFiles.scratch('go'), true);
        const caches = dry ? undefined : world.caches;
        let whole = false;
        const stack = pipeline_addDisposableResource(env_1, new AsyncDisposableStack()
        // Also of a run that failed: its next attempt goes on from there.
        , true);
        // Also of a run that failed: its next attempt goes on from there.
        stack.defer(async () => caches?.keep({ whole, tools: world.usedTools() }));
        const { event, startedFor } = world.surroundings;
        const known = async (work) => {
            const isOwn = startedFor === undefined || startedFor === work.commit;
            await caches?.restore({ ...work, folder, out }, cachingOf(mode.mode, event, config.cache === 'auto', isOwn));
        };
        const prepared = await (0,prepare_plan/* prepare */.i)(world, { mode, config, project, folder, out, temporary: temporary.path, keep: !dry, known }, files, ledger);
        if (dry)
            return await show(world, config, prepared.plan);
        if (config.shards) {
            const count = await takeShards(files, (0,external_node_path_.resolve)(world.cwd, config.shards), out, prepared.plan);
            world.host.info(`${count} shards of this plan are here: what they built is taken over`);
        }
        const job = { ...prepared, world, config, project, read, folder, out, files, ledger };
        if (!config.shard) {
            await carryOut(job);
            whole = true;
            return;
        }
        const { ledger: own, steps } = (0,steps_ledger/* watched */.V)(ledger, ['build', 'package']);
        const part = shardOf(prepared.plan, config.shard);
        await carryOut({ ...job, plan: part, ledger: own });
        const programs = part.builds.flatMap(({ binaries }) => binaries.map(({ path }) => path));
        const packed = part.archives.flatMap(archives/* namesOf */.eZ);
        const there = await Promise.all([...steps, ...programs, ...packed].map(async (path) => ((await files.digest((0,external_node_path_.join)(out, path))) ? [path] : [])));
        world.host.info(`shard: ${await writeShard(files, out, prepared.plan, config.shard, there.flat())}`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = pipeline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** The Action has every input for every command: a part of a build must never be taken for a release. */
function refuseMisplaced({ shard, matrix }, mode, dry) {
    if (shard && mode !== 'build')
        throw new errors/* Failure */.H('input', `shard is given, and this is no build but a ${mode}`, {
            hint: 'command: build makes a shard; a release takes all of them: shards: DIR.'
        });
    if (matrix && !dry)
        throw new errors/* Failure */.H('input', 'matrix is given, and this is no plan', { hint: 'command: plan' });
}
/** Whose code is gated may not choose that it runs on a cluster that this machine can log in to. */
function refuseLent({ cluster }, read, { untrusted }) {
    if (cluster !== 'kubeconfig' || read('cluster') || untrusted === undefined)
        return;
    throw new errors/* Failure */.H('input', `slipway.yaml asks for the cluster of a kubeconfig, and this run is for ${untrusted}`, {
        code: 'untrusted-run',
        hint: 'Whoever wants that says it where the change cannot: cluster: kubeconfig in the workflow, or --cluster.'
    });
}
/** The plan, or the job matrix that was asked for. */
async function show(world, config, plan) {
    if (!config.matrix)
        return world.print(config.json ? (0,base_json/* printedJson */.xL)(plan, 2) : planTable(plan));
    const jobs = matrix(config.matrix.platform, plan, config.matrix.machines);
    world.print(jobs);
    await world.host.output('matrix', jobs);
}


/***/ }),

/***/ 11190:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ binaryDifference),
  p: () => (/* binding */ firstByte)
});

// EXTERNAL MODULE: ./src/go/inspect/binary.ts + 7 modules
var binary = __webpack_require__(35105);
// EXTERNAL MODULE: ./src/go/inspect/reader.ts
var reader = __webpack_require__(4733);
;// CONCATENATED MODULE: ./src/go/inspect/sections.ts

/** The sections of a program that lie in its file, by their place there; none for headers that cannot be read. */
function sectionsOf(bytes) {
    try {
        return read(bytes)
            .filter(({ size, offset }) => size > 0 && offset + size <= bytes.length)
            .sort((a, b) => a.offset - b.offset);
    }
    catch {
        // A damaged file has bytes, and no sections that could be believed.
        return [];
    }
}
function read(bytes) {
    switch (Buffer.from(bytes.subarray(0, 4)).toString('hex')) {
        case '7f454c46':
            return elf(bytes);
        case 'cffaedfe':
            return machO((0,reader/* reader */.w)(bytes, true, 'Mach-O'));
        default:
            return bytes[0] === 0x4d && bytes[1] === 0x5a ? pe((0,reader/* reader */.w)(bytes, true, 'PE')) : [];
    }
}
const SHT_NOBITS = 8;
function elf(bytes) {
    const wide = bytes[4] === 2;
    const read = (0,reader/* reader */.w)(bytes, bytes[5] === 1, 'ELF');
    const word = wide ? read.u64 : read.u32;
    const table = word(wide ? 40 : 32);
    const entry = read.u16(wide ? 58 : 46);
    const [count, names] = wide ? [read.u16(60), read.u16(62)] : [read.u16(48), read.u16(50)];
    const all = Array.from({ length: table === 0 ? 0 : count }, (_, i) => {
        const at = table + i * entry;
        const empty = read.u32(at + 4) === SHT_NOBITS;
        return {
            name: read.u32(at),
            offset: word(at + (wide ? 24 : 16)),
            size: empty ? 0 : word(at + (wide ? 32 : 20))
        };
    });
    const strings = all[names]?.offset ?? 0;
    return all.map(({ name, ...place }) => ({ name: read.text(strings + name), ...place }));
}
function pe(read) {
    const header = read.u32(60);
    const table = header + 24 + read.u16(header + 20);
    return Array.from({ length: read.u16(header + 6) }, (_, i) => {
        const at = table + i * 40;
        return { name: read.text(at, 8), offset: read.u32(at + 20), size: read.u32(at + 16) };
    });
}
const LC_SEGMENT_64 = 0x19;
function machO(read) {
    const found = [];
    let at = 32;
    for (let left = read.u32(16); left > 0; left--) {
        if (read.u32(at) === LC_SEGMENT_64)
            for (let i = 0; i < read.u32(at + 64); i++) {
                const section = at + 72 + i * 80;
                found.push({
                    name: read.text(section, 16),
                    offset: read.u32(section + 48),
                    size: read.u64(section + 40)
                });
            }
        at += Math.max(8, read.u32(at + 4));
    }
    return found;
}

;// CONCATENATED MODULE: ./src/go/inspect/difference.ts


/**
 * The first thing by which two builds of one program differ, in words: their build info, else the section that the first
 * other byte lies in; undefined for equal bytes. `places`: what they are called.
 */
function binaryDifference(here, there, places = ['here', 'there']) {
    const at = firstByte(here, there);
    if (at === undefined)
        return undefined;
    const [one, other] = [(0,binary/* inspect */.N)(here), (0,binary/* inspect */.N)(there)];
    const told = one.build && other.build ? infoDifference(one.build, other.build, places) : undefined;
    if (told !== undefined)
        return `build info: ${told}`;
    const section = otherSection(here, there);
    return section === undefined
        ? `bytes: the first at ${at} of ${here.length} and ${there.length}`
        : `section ${section}, with equal build info`;
}
/** The first section that is in both programs and not the same, and where in it. */
function otherSection(here, there) {
    const others = new Map(sectionsOf(there).map((section) => [section.name, section]));
    for (const { name, offset, size } of sectionsOf(here)) {
        const other = others.get(name);
        if (!other)
            continue;
        const [a, b] = [here.subarray(offset, offset + size), there.subarray(other.offset, other.offset + other.size)];
        const at = firstByte(a, b);
        if (at !== undefined)
            return `${name}: the first byte at ${at} of ${a.length} and ${b.length}`;
    }
    return undefined;
}
/** Where two texts of bytes part; undefined when they are equal. */
function firstByte(here, there) {
    if (Buffer.compare(here, there) === 0)
        return undefined;
    const end = Math.min(here.length, there.length);
    for (let at = 0; at < end; at++)
        if (here[at] !== there[at])
            return at;
    return end;
}
function infoDifference(here, there, [first, second]) {
    const one = linesOf(here);
    const other = linesOf(there);
    for (const name of new Set([...one.keys(), ...other.keys()])) {
        const [a, b] = [one.get(name), other.get(name)];
        if (a !== b)
            return `${name} is ${a ?? 'absent'} ${first} and ${b ?? 'absent'} ${second}`;
    }
    return undefined;
}
/** Build info as names and values, in the order of `go version -m`. */
function linesOf({ goVersion, path, main, deps, settings }) {
    return new Map([
        ['go', goVersion],
        ['path', path],
        ...(main ? [['mod', words(main)]] : []),
        ...deps.map((dep) => [`dep ${dep.path}`, words(dep)]),
        ...settings
    ]);
}
const words = (module) => [module.path, module.version, module.sum, ...(module.replace ? ['=>', words(module.replace)] : [])]
    .filter(Boolean)
    .join(' ');


/***/ }),

/***/ 13496:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ep: () => (/* binding */ SBOM_FORMAT),
/* harmony export */   gl: () => (/* binding */ SPDX_FORMAT),
/* harmony export */   nV: () => (/* binding */ ARCHIVE_FORMAT)
/* harmony export */ });
/** Changes whenever the same entries give other bytes, so that an archive made before is not taken for one made now. */
const ARCHIVE_FORMAT = 'libdeflate-1.26-level-5/1';
/** Changes whenever the same subject gives other bytes, or a licence is read otherwise. */
const SBOM_FORMAT = 'cyclonedx-1.6/2';
/** The same, of the SBOM in SPDX's form. */
const SPDX_FORMAT = 'spdx-2.3/1';


/***/ }),

/***/ 23306:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ linkedParts),
/* harmony export */   Po: () => (/* binding */ referenceTo),
/* harmony export */   en: () => (/* binding */ programPart),
/* harmony export */   wz: () => (/* binding */ serialNumber)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82577);
/* harmony import */ var _purl_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(26751);



/** What a module is called in this program: by what was asked for, whatever replaced it. */
const referenceTo = ({ path, version }) => `${path}@${version}`;
/** Go's own, all of it: LICENSE in the folder of every Go, though distributions put it elsewhere. */
const GO_LICENCE = 'BSD-3-Clause';
function programPart({ name, version, target, buildInfo, licensed }) {
    const { path, main, settings } = buildInfo;
    const purl = main &&
        (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .golangPurl */ .a)(main.path, released(main.version), { goos: target.os, goarch: target.arch }, below(main.path, path));
    return {
        reference: 'program',
        name,
        version,
        purl,
        licensed,
        properties: {
            target: (0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target),
            'go:package': path,
            'go:tags': settings.get('-tags'),
            'vcs:revision': settings.get('vcs.revision')
        }
    };
}
/** What is linked in, by its own build info: the modules, with those that replace others in their place, and Go's library. */
const linkedParts = ({ buildInfo: { goVersion, deps }, licences, vendored }) => [
    standardLibrary(goVersion),
    ...deps.map((module) => linked(module, licences.get(referenceTo(module)), vendored))
].sort((a, b) => (a.reference < b.reference ? -1 : 1));
function standardLibrary(goVersion) {
    const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1];
    return {
        reference: 'stdlib',
        name: 'stdlib',
        version: goVersion,
        purl: version === undefined ? undefined : (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .golangPurl */ .a)('stdlib', version),
        licensed: { ids: [GO_LICENCE] },
        properties: {}
    };
}
/**
 * One module. go.sum's `h1:` hash is of a list of file hashes and of no file that anyone can fetch, so it is a property
 * and not among the hashes. Of a copy in vendor/ it says what the copy was made of, and no more.
 */
function linked(module, licensed = { ids: [] }, vendored) {
    const { path, version, sum } = module.replace ?? module;
    const reference = referenceTo(module);
    // A folder has no version; what it holds is known only by the path that it stands for.
    const folder = released(version) === undefined;
    return {
        reference,
        name: folder ? module.path : path,
        version: folder ? undefined : version,
        purl: folder ? undefined : (0,_purl_js__WEBPACK_IMPORTED_MODULE_2__/* .golangPurl */ .a)(path, version),
        licensed,
        properties: {
            'go:sum': sum === '' ? undefined : sum,
            'go:vendored': vendored && 'true',
            'go:vendored:sum': vendored?.get(`${path} ${version}`),
            'go:replaces': module.replace && reference,
            'go:folder': folder ? path : undefined
        }
    };
}
/** A module's version, unless it is a folder's, which has none. */
const released = (version) => version === '(devel)' || version === '' ? undefined : version;
const below = (module, path) => path.startsWith(`${module}/`) ? path.slice(module.length + 1) : '';
/** A UUID of version 8 (RFC 9562, appendix B.2) as a URN: SHA-256 of what an SBOM of this form is about. */
function serialNumber(form, { name, version, target, sha256 }) {
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update([form, name, version, (0,_go_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target), sha256].join('\0'))
        .digest();
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = digest.toString('hex');
    return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}


/***/ }),

/***/ 37784:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ showAttested)
/* harmony export */ });
/* harmony import */ var _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44119);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);


/**
 * Shows a release with its attestation: what has to be there is there before anybody sees the release, and what may fail
 * cannot hold it back.
 */
async function showAttested(tools, publisher, planned, published, show, signal) {
    const attest = () => attested(tools, publisher, planned, published, signal);
    if (planned?.required)
        await attest();
    const shown = await show();
    if (!planned?.required)
        await attest();
    return shown;
}
/** Hands the provenance to the platform. What goes wrong is told, and thrown only where an attestation is required. */
async function attested({ files, timeline, warn }, { attest }, planned, published, signal) {
    const [provenance, checksums] = [_model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKSUMS */ .vM].map((wanted) => published.find(({ name }) => name === wanted));
    if (!planned || !attest || !provenance || !checksums)
        return;
    const bytes = await files.read(provenance.path);
    if (!bytes)
        throw new Error(`${provenance.path} vanished`);
    const bundle = JSON.parse(Buffer.from(bytes).toString('utf8'));
    try {
        await timeline.watch('attest', _model_release_chains_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVENANCE */ .EK, async () => {
            const done = await attest(bundle, checksums.sha256, signal);
            return { value: done, reused: done === 'kept', note: 'gh attestation verify FILE finds it' };
        });
    }
    catch (error) {
        signal.throwIfAborted();
        if (planned.required || !(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
            throw error;
        warn(`the release is published, and is not attested at GitHub: ${[error.message, error.hint].filter(Boolean).join('. ')}`);
    }
}


/***/ }),

/***/ 56556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ earlier),
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
async function publish(draft, files, note) {
    let done = 0;
    for (const file of files) {
        note(`${++done} of ${files.length}: ${file.name}`);
        await draft.add(file);
    }
    note('reading back');
    return await draft.publish();
}
/** The bytes of a file that an earlier run left in a release or draft, when it lies there. */
const earlier = (place, name) => place?.files.some((file) => file.name === name) ? place.download(name) : undefined;


/***/ }),

/***/ 27126:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ makePublic)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _fill_draft_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56556);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(40766);
/* harmony import */ var _verify_release_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16042);
/* harmony import */ var _verify_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31324);
/* harmony import */ var _yank_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95130);






/** Fills a draft, publishes it, and verifies what everybody can see now; what is wrong by then is taken back. */
async function makePublic(tools, publisher, draft, tag, files, signing, signal) {
    const { timeline } = tools;
    try {
        const published = await timeline.watch('publish', `${tag} to ${publisher.name}`, async (note) => ({
            value: await (0,_fill_draft_js__WEBPACK_IMPORTED_MODULE_4__/* .publish */ .m)(draft, files, note),
            ...(draft.finished ? { reused: true, note: 'published before' } : { note: (0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(files.length, 'file') })
        }));
        // What everybody can see now is looked up again rather than believed.
        const seen = (await publisher.find(tag, signal)) ?? published;
        await timeline.watch('verify', tag, () => verified(tools, seen, files, signing, draft.finished));
        const foreign = seen.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name));
        return { published: seen, foreign };
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H) || !error.exposed)
            throw error;
        // The right to write there has to be free.
        await draft[Symbol.asyncDispose]();
        throw await (0,_yank_js__WEBPACK_IMPORTED_MODULE_3__/* .takenBack */ .lv)(publisher, tag, error, signal);
    }
}
/** Downloads what was published and verifies it as a stranger would, unless just this was verified before. */
async function verified({ files, ledger, unpack }, published, made, { identity, ...signing }, finished) {
    const look = async () => {
        const expected = { ...signing, made, strangers: 'keep' };
        const value = await (0,_verify_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .verifyRelease */ .V)((0,_verify_release_files_js__WEBPACK_IMPORTED_MODULE_1__/* .foundIn */ .QR)(published), { files, unpack }, expected).catch((error) => {
            throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'verification' ? wrong(published, error, finished) : error;
        });
        return { value: value, files: [] };
    };
    const digests = published.files.map(({ name, sha256 }) => ({ name, sha256 }));
    const input = { tag: published.tag, url: published.url, digests, identity };
    // Where the platform keeps no digests, every look is a download.
    const known = digests.every(({ sha256 }) => sha256 !== undefined);
    const { value, reused } = known && ledger ? await ledger.once('verified', input, look) : { ...(await look()), reused: false };
    const seen = value;
    const parts = [
        signing.proves ? 'signature, ' : '',
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(seen.covered.length, 'file'),
        `, ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(seen.programs, 'program')} looked into`
    ];
    return { value: seen, reused, note: parts.join('') };
}
/** A release that this run did not make is not taken back by itself: the fault may be here. */
const wrong = ({ tag, url }, cause, finished) => {
    const hint = finished
        ? `Find out whether it is the release or the way to it; slipway yank ${tag} takes it back.`
        : cause.hint;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${tag} is published (${url}) and does not verify: ${cause.message}`, {
        ...(hint !== undefined && { hint }),
        cause,
        exposed: !finished
    });
};


/***/ }),

/***/ 68208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ timeline)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


function timeline(host, now) {
    const began = now();
    const spans = [];
    let broken;
    return {
        spans,
        async watch(stage, item, work) {
            const start = now() - began;
            const progress = host.progress(stage, item);
            const finish = (outcome, note) => {
                const end = now() - began;
                spans.push({ stage, item, start, end, outcome });
                const words = [outcome === 'reused' ? 'reused' : '', note].filter(Boolean).join('; ');
                progress.end(outcome, `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .seconds */ .YA)(end - start).padStart(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME_WIDTH */ .LQ)}  ${words}`.trimEnd());
            };
            try {
                const { value, reused, note } = await work((text) => progress.note(text));
                finish(reused ? 'reused' : 'done', note);
                return value;
            }
            catch (error) {
                // One failure aborts what runs beside it: only the first is news.
                const stopped = broken !== undefined && (error === broken || error.name === 'AbortError');
                broken ??= error;
                finish(stopped ? 'skipped' : 'failed', stopped ? 'stopped' : firstLine(error));
                throw error;
            }
        },
        skip(stage, reason) {
            const at = now() - began;
            spans.push({ stage, item: reason, start: at, end: at, outcome: 'skipped' });
            host.progress(stage, '').end('skipped', reason);
        }
    };
}
/** Why it failed, in a few words; the whole is said at the end. */
const firstLine = (error) => error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? (error.message.split('\n')[0] ?? '').slice(0, 120) : '';


/***/ })

};
