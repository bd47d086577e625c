export const id = 4880;
export const ids = [4880];
export const modules = {

/***/ 84880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rebuildRelease: () => (/* binding */ rebuildRelease)
});

// UNUSED EXPORTS: explainFreshClone

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __webpack_require__(44119);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __webpack_require__(81782);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/config/programs.ts
var config_programs = __webpack_require__(13909);
// EXTERNAL MODULE: ./src/go/inspect/difference.ts
var difference = __webpack_require__(57818);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/verify/difference.ts




async function findReleaseDifference(files, unpack, pair) {
    const [there, here] = await Promise.all([files.digest(pair.published), files.digest(pair.rebuilt)]);
    if (!there || !here)
        return `it is not ${there ? 'made by the rebuild' : 'published'}`;
    if (there.sha256 === here.sha256)
        return undefined;
    if (/\.(tar\.gz|zip)$/.test(pair.name))
        return await findArchiveDifference(unpack, pair);
    const [published, rebuilt] = await Promise.all([pair.published, pair.rebuilt].map((path) => files.read(path, limits/* LIMITS */.b1.program.most)));
    return findContentDifference(published ?? new Uint8Array(), rebuilt ?? new Uint8Array());
}
async function findArchiveDifference(unpack, { published, rebuilt }) {
    const [theirs, ours] = [await listAbout(unpack, published), await listAbout(unpack, rebuilt)];
    const names = ({ name }) => name;
    const lost = theirs.filter(({ name }) => !ours.some((one) => one.name === name)).map(names);
    const added = ours.filter(({ name }) => !theirs.some((one) => one.name === name)).map(names);
    if (lost.length || added.length)
        return `archive entries: ${[...lost.map((name) => `${name} is only published`), ...added.map((name) => `${name} is only in the rebuild`)].join(', ')}`;
    const moved = theirs.findIndex(({ name }, i) => name !== ours[i]?.name);
    if (moved >= 0)
        return `archive order: entry ${moved + 1} is ${theirs[moved]?.name} as published and ${ours[moved]?.name} in the rebuild`;
    for (const [i, entry] of theirs.entries())
        for (const [what, value] of Object.entries(entry.about))
            if (value !== ours[i]?.about[what])
                return `archive metadata: ${what} of ${entry.name} is ${value} as published and ${ours[i]?.about[what]} in the rebuild`;
    for (const { name } of theirs) {
        const [a, b] = [await readEntryBytes(unpack, published, name), await readEntryBytes(unpack, rebuilt, name)];
        const difference = findContentDifference(a, b);
        if (difference !== undefined)
            return `${name}: ${difference}`;
    }
    return 'archive container: the entries are equal, and so is what stands about them; it was compressed or written otherwise';
}
async function listAbout(unpack, path) {
    const found = [];
    for await (const { name, about } of unpack(path, 0))
        found.push({ name, about });
    return found;
}
async function readEntryBytes(unpack, path, wanted) {
    for await (const { name, bytes } of unpack(path, limits/* LIMITS */.b1.program.most))
        if (name === wanted && bytes)
            return bytes;
    throw new errors/* Failure */.H('verification', `${wanted} in ${path} is too large to be compared`, {
        hint: 'Do not use the release: no build of its source is that large.'
    });
}
function findContentDifference(there, here) {
    const text = [there, here].map(decodeReadable);
    if (text[0] === undefined || text[1] === undefined)
        return (0,difference/* findBinaryDifference */.k)(there, here, ['as published', 'in the rebuild']);
    const [a, b] = text.map((one) => one?.split('\n') ?? []);
    const line = a.findIndex((one, i) => one !== b[i]);
    if (line < 0)
        return (0,difference/* findFirstOtherByte */.Q)(there, here) === undefined ? undefined : `line ${a.length + 1} is only in the rebuild`;
    return `line ${line + 1} is ${(0,base_text/* quote */.hD)(a[line] ?? '')} as published and ${(0,base_text/* quote */.hD)(b[line] ?? '')} in the rebuild`;
}
function decodeReadable(bytes) {
    if (bytes.subarray(0, 8192).includes(0))
        return undefined;
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/config/slipway-version.ts
var slipway_version = __webpack_require__(76618);
// EXTERNAL MODULE: ./src/model/sample.ts
var sample = __webpack_require__(72219);
// EXTERNAL MODULE: ./src/source/second-checkout.ts + 1 modules
var second_checkout = __webpack_require__(61596);
// EXTERNAL MODULE: ./src/verify/described.ts
var verify_described = __webpack_require__(92514);
// EXTERNAL MODULE: ./src/commands/pipeline.ts + 54 modules
var pipeline = __webpack_require__(16228);
;// CONCATENATED MODULE: ./src/commands/rebuild.ts
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












async function rebuildRelease(context, { found, recipe, commit, repository, described }, many) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { host, scratchFiles: files } = context;
        if (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(recipe.moduleDir))
            throw new errors/* Failure */.H('verification', `the provenance says that ${recipe.moduleDir} was built, outside of its repository`);
        const shipped = recipe.targets.filter((target) => found.names.some((name) => isOf(described, name, target, PACKED)));
        const targets = (0,sample/* sampleTargets */.t)(shipped, many, commit, (target) => target);
        if (targets.length === 0)
            throw new errors/* Failure */.H('input', `${found.where} has no archive that its provenance says was built`, {
                hint: 'Verify it without --rebuild: there is nothing that could be built again.'
            });
        const scratch = __addDisposableResource(env_1, await files.scratch('rebuild'), true);
        const [source, out, published] = ['source', 'out', 'published'].map((name) => (0,external_node_path_.join)(scratch.path, name));
        const cloned = await cloneAt(context, source, recipe, commit, repository);
        const says = {
            module: recipe.moduleDir === '' ? '.' : recipe.moduleDir,
            out,
            targets: targets.join(','),
            main: recipe.mains.map((main) => deriveMainFolder(main, recipe.module)).join(','),
            version: recipe.version,
            'go-version': recipe.go,
            'build-cache': 'shared',
            sbom: found.names.some((name) => name.endsWith('.spdx.json')) ? 'both' : 'cyclonedx'
        };
        const read = (name) => {
            const text = says[name];
            return text === undefined ? undefined : { text, from: 'the provenance' };
        };
        host.info(`  building ${(0,sample/* describeSample */.g)(targets.length, shipped.length)}, again from commit ${commit}, with an empty build cache`);
        await (0,pipeline.runPipelineCommand)({ command: 'build', operands: [], read }, {
            ...context,
            cwd: source,
            host: quietenHost(host),
            print: () => undefined,
            surroundings: { ...context.surroundings, event: { kind: 'local' } },
            again: rememberPrograms(recipe, targets),
            buildEnv: (folder) => ({ ...context.buildEnv(folder), GOCACHE: (0,external_node_path_.join)(scratch.path, 'cache') })
        }).catch((error) => {
            throw cloned ? explainFreshClone(error, commit) : error;
        });
        const made = describeMade(await files.read((0,external_node_path_.join)(out, release_chains/* MANIFEST */.e0)));
        const all = [...new Set([...found.names, ...made.map(({ name }) => name)])].sort();
        const names = [PACKED, SBOM].flatMap((kinds) => all.filter((name) => targets.some((target) => isOf([...described, ...made], name, target, kinds))));
        if (targets.length === shipped.length)
            names.push(...all.filter((name) => isWhole([...described, ...made], name)), release_chains/* CHECKSUMS */.vM);
        const compared = [];
        for (const name of names) {
            const path = found.pathOf?.(name) ?? (0,external_node_path_.join)(published, name);
            if (!found.pathOf && found.names.includes(name))
                await files.write(path, found.open(name));
            const pair = { name, published: path, rebuilt: (0,external_node_path_.join)(out, name) };
            const difference = await findReleaseDifference(files, context.unpack, pair);
            host.info(`  ${difference === undefined ? `${name}: rebuilt, the same bytes` : `${name} differs: ${difference}`}`);
            compared.push({ name, difference });
        }
        refuseDifferent(found, recipe, compared);
        return compared;
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
function rememberPrograms({ programs, variables, module }, targets) {
    const made = programs
        .filter(({ target }) => targets.includes(target))
        .map(({ target, main, name }) => ({ target, name, main: deriveMainFolder(main, module) }));
    const findImportPath = (main) => (main === '.' ? module : `${module}/${main.slice(2)}`);
    return { variables, keep: (builds) => (0,config_programs/* keepMade */.pK)(builds, made, findImportPath) };
}
function refuseDifferent(found, { slipway }, compared) {
    const wrong = compared.filter(({ difference }) => difference !== undefined);
    if (wrong.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `${found.where} is not what its source gives: ${wrong.map(({ name, difference }) => `${name}: ${difference}`).join('; ')}`, {
        hint: slipway === slipway_version/* SLIPWAY */.k
            ? 'It was signed by the expected signer, and not made of its commit alone: ask its publisher how.'
            : `It was made by Slipway ${slipway}, and this is ${slipway_version/* SLIPWAY */.k}: compare with the same one before you ask its publisher.`
    });
}
function describeMade(manifest) {
    const described = (0,verify_described/* parseDescribed */.N)(manifest);
    if (!described)
        throw new Error('a build without a manifest');
    return described.map(({ name, kind = '', target }) => ({ name, kind, target: target && (0,go_target/* formatTarget */.P4)(target) }));
}
const PACKED = { kinds: ['archive', 'program'], endings: ['.tar.gz', '.zip'] };
const SBOM = { kinds: ['sbom'], endings: ['.cdx.json', '.spdx.json'] };
const WHOLE = ['source', 'file', 'list'];
const isWhole = (described, name) => described.some((file) => file.name === name && WHOLE.includes(file.kind));
function isOf(described, name, target, { kinds, endings }) {
    const said = described.find((file) => file.name === name);
    if (said)
        return kinds.includes(said.kind) && said.target === target;
    const [parsed] = (0,target_list/* parseTargets */.S)([target]);
    return parsed !== undefined && endings.some((ending) => name.endsWith(`_${(0,go_target/* formatTargetName */.a0)(parsed)}${ending}`));
}
function deriveMainFolder(main, module) {
    if (main === module)
        return '.';
    if (main.startsWith(`${module}/`))
        return `.${main.slice(module.length)}`;
    throw new errors/* Failure */.H('verification', `the provenance says that ${main} was built, which is not of the module ${module}`, { hint: 'Do not use the release: its provenance does not fit it.' });
}
async function cloneAt(context, to, { tag }, commit, repository) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        throw new errors/* Failure */.H('verification', 'the provenance names no commit that could be built again', {
            hint: 'Verify it without --rebuild, or ask its publisher for a release that was made of a commit.'
        });
    const { cwd, query, processes, scratchFiles: files, signal } = context;
    const [env, local] = [context.buildEnv(cwd), context.gitEnv(cwd)];
    const git = (...args) => processes.run(['git', ...args], { env, signal });
    const root = await query(['git', '-C', cwd, 'rev-parse', '--show-toplevel'], { env: local }).then(({ stdout }) => stdout.trim(), () => undefined);
    const here = root !== undefined &&
        (await query(['git', '-C', root, 'cat-file', '-e', `${commit}^{commit}`], { env: local }).then(() => true, () => false));
    const from = here ? root : repository;
    if (from === undefined)
        throw new errors/* Failure */.H('input', `commit ${commit} is not in a repository that is known here`, {
            hint: 'Run in a clone that holds it, or give the URL of the page of the release.'
        });
    if (!here)
        await git('clone', '--quiet', '--no-checkout', '--', from, `${to}.git`);
    const first = { run: processes.run, env: here ? local : env, files, root: here ? from : `${to}.git`, signal };
    await (0,second_checkout/* checkOutCommit */.k)(first, commit, to);
    if (tag !== '')
        await git('-C', to, 'update-ref', `refs/tags/${tag}`, commit);
    return !here;
}
const explainFreshClone = (error, commit) => error instanceof errors/* Failure */.H && error.code === 'changed-source'
    ? new errors/* Failure */.H(error, `commit ${commit.slice(0, 7)} cannot be built from a fresh clone: ${error.message}`, {
        hint: `A clone has no submodules and no files of Git LFS by itself. Make one that has: git clone --recurse-submodules URL, git checkout ${commit.slice(0, 12)}, git submodule update --init --recursive, git lfs pull; and run slipway verify --rebuild in it.`,
        cause: error.cause
    })
    : error;
const quietenHost = (host) => ({
    ...host,
    info: () => undefined,
    section: () => undefined,
    keepIn: () => undefined,
    finding: () => Promise.resolve(),
    output: () => Promise.resolve(),
    summary: () => Promise.resolve()
});


/***/ })

};
