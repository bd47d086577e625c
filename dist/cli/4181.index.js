export const id = 4181;
export const ids = [4181];
export const modules = {

/***/ 24181:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bootstrapGo: () => (/* binding */ bootstrapGo)
});

// UNUSED EXPORTS: listProxyPlaces

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/adapters/toolchain/dirhash.ts
var dirhash = __webpack_require__(61767);
// EXTERNAL MODULE: ./src/adapters/toolchain/download.ts
var download = __webpack_require__(44582);
// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __webpack_require__(78826);
// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __webpack_require__(29877);
// EXTERNAL MODULE: ./src/adapters/toolchain/tree.ts
var tree = __webpack_require__(23998);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./src/adapters/machine/refused.ts
var refused = __webpack_require__(84586);
;// CONCATENATED MODULE: ./src/adapters/toolchain/zip.ts
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





const DIFFERENT = 'Do not use it: the module proxy serves something else than was published.';
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;
async function hashZip(path, limits, signal) {
    const hashed = [];
    await visitZipFiles(path, limits, signal, async (name, open) => {
        const sum = (0,external_node_crypto_.createHash)('sha256');
        for await (const chunk of await open())
            sum.update(chunk);
        hashed.push({ name, sha256: sum.digest('hex') });
    });
    return hashed;
}
async function unpackZip(path, into, { prefix, mode, limits }, fs, signal) {
    await visitZipFiles(path, limits, signal, async (whole, open) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const name = whole.startsWith(prefix) ? whole.slice(prefix.length) : '';
            if (name === '')
                throw new errors/* Failure */.H('verification', `${path} holds ${whole}, outside ${prefix}`, { hint: DIFFERENT });
            const file = (0,external_node_path_.join)(into, name);
            await fs.mkdir((0,external_node_path_.dirname)(file), { recursive: true });
            const target = __addDisposableResource(env_1, await fs.open(file, 'wx', mode(name)), true);
            await target.writeFile((await open()), { signal });
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
    });
}
async function visitZipFiles(path, limits, signal, visit) {
    const refuse = (why, cause) => new errors/* Failure */.H('verification', `${path} ${why}`, { hint: DIFFERENT, cause });
    const seen = new Set();
    let bytes = 0;
    const zip = await yauzl.openPromise(path, { strictFileNames: true, autoClose: false }).catch((cause) => {
        throw refuse('is not a zip file', cause);
    });
    try {
        for await (const entry of zip.eachEntry()) {
            signal.throwIfAborted();
            const name = entry.fileName;
            if (name.endsWith('/'))
                continue;
            const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
            if (type !== 0 && type !== REGULAR)
                throw refuse(`holds ${name}, which is not a regular file`);
            if (seen.has(name))
                throw refuse(`holds ${name} twice`);
            seen.add(name);
            bytes += entry.uncompressedSize;
            if (seen.size > limits.files || bytes > limits.bytes) {
                throw refuse(`holds more than ${limits.files} files or ${limits.bytes} bytes`);
            }
            await visit(name, () => zip.openReadStreamPromise(entry));
        }
    }
    catch (cause) {
        signal.throwIfAborted();
        if (cause instanceof errors/* Failure */.H)
            throw cause;
        const { code, syscall } = cause;
        if (code !== undefined && ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(code))
            throw refuse('holds two names that are one here, or a file below a file', cause);
        throw syscall === undefined ? refuse('is damaged', cause) : (0,refused/* makeRefusalFailure */.vJ)('unpack', path, cause);
    }
    finally {
        zip.close();
    }
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/bootstrap.ts
var bootstrap_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var bootstrap_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









const CACHED = 'slipway-go';
const ZIP_LIMIT = limits/* LIMITS */.b1.toolchain.most;
const UNPACKED = { files: limits/* LIMITS */.b1['toolchain files'].most, bytes: limits/* LIMITS */.b1['toolchain unpacked'].most };
function listProxyPlaces(env) {
    const named = (env['GOPROXY'] ?? '').split(/[,|]/).map((part) => part.trim());
    const listed = named.filter((part) => part !== '');
    const usable = listed.includes('off') ? listed.slice(0, listed.indexOf('off')) : listed;
    return (listed.length === 0 ? ['https://proxy.golang.org', 'direct'] : usable).flatMap((part) => {
        if (part === 'direct')
            return [{ url: pins/* GO_ORIGIN */.SH }];
        if (!/^https?:\/\//.test(part) || !URL.canParse(part))
            return [];
        const url = new URL(part);
        const { username, password } = url;
        url.username = '';
        url.password = '';
        const place = { url: url.href.replace(/\/+$/, '') };
        if (username === '')
            return [place];
        const secret = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
        return [{ ...place, authorization: `Basic ${secret}` }];
    });
}
async function bootstrapGo(by, signal, sums = pins/* GO_SUMS */.sh, why = 'there is no go on PATH') {
    const target = (0,toolchain_platform/* translateToGo */.M)(by.platform);
    const platform = `${target.os}-${target.arch}`;
    const sum = sums[platform];
    if (sum === undefined) {
        throw new errors/* Failure */.H('environment', `${why}, and there is no pinned Go for ${target.os}/${target.arch}`, {
            hint: `Install Go (https://go.dev/dl/), and name it where the run holds a secret; there is a pinned one for ${Object.keys(sums).join(', ')}.`
        });
    }
    const version = pins/* DEFAULT_GO */.zt.slice('go'.length);
    const arch = by.platform.arch;
    const module = `golang.org/toolchain@v0.0.1-${pins/* DEFAULT_GO */.zt}.${platform}`;
    const kept = () => findTree(`${module}/`, sum, by);
    const folder = (await kept()) ??
        (await by.cache.exclusive(CACHED, version, arch, signal, async () => {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const other = await kept();
                if (other !== undefined)
                    return other;
                const scratch = bootstrap_addDisposableResource(env_1, await by.files.scratch('go'), true);
                const zip = (0,external_node_path_.join)(scratch.path, 'go.zip');
                await fetchZip(module, zip, why, by, signal);
                by.note(`checking ${module}`);
                const seen = (0,dirhash/* computeHash1 */.T)(await hashZip(zip, UNPACKED, signal));
                if (seen !== sum) {
                    throw new errors/* Failure */.H('verification', `${module} has the sum ${seen}, not the pinned ${sum}`, {
                        hint: 'The place that served it serves something else than was published. Do not use it.'
                    });
                }
                const tree = (0,external_node_path_.join)(scratch.path, 'go');
                by.note(`unpacking ${module}`);
                await unpackZip(zip, tree, { prefix: `${module}/`, mode: choosePermissions, limits: UNPACKED }, by.fs, signal);
                await restoreGoMods(tree, by);
                return await by.cache.add(tree, CACHED, version, arch);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = bootstrap_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }));
    return {
        name: 'go',
        version: pins/* DEFAULT_GO */.zt,
        path: (0,external_node_path_.join)(folder, 'bin', (0,toolchain_platform/* formatProgramName */.N)('go', by.platform)),
        source: 'module',
        vouched: `toolchain module ${module} with the pinned sum ${sum}`
    };
}
async function findTree(prefix, sum, { cache, platform, note }) {
    const version = pins/* DEFAULT_GO */.zt.slice('go'.length);
    const folder = await cache.find(CACHED, version, platform.arch);
    if (folder === undefined)
        return undefined;
    if ((0,dirhash/* computeHash1 */.T)(await (0,tree/* hashToolchain */.g)(folder, prefix)) === sum)
        return folder;
    note(`warning: ${pins/* DEFAULT_GO */.zt} in the tool cache was changed; it is removed and made anew`);
    await cache.remove(CACHED, version, platform.arch);
    return undefined;
}
async function restoreGoMods(tree, { files, fs }) {
    for (const name of await files.list(tree)) {
        if ((0,external_node_path_.basename)(name) === '_go.mod')
            await fs.cp((0,external_node_path_.join)(tree, name), (0,external_node_path_.join)(tree, (0,external_node_path_.dirname)(name), 'go.mod'));
    }
}
const choosePermissions = (name) => name.startsWith('bin/') || name.startsWith('pkg/tool/') || /^lib\/.*go_.+_.+_exec$/.test(name) ? 0o755 : 0o644;
async function fetchZip(module, path, passed, by, signal) {
    const file = `${module.replace('@', '/@v/')}.zip`;
    const reasons = [];
    for (const { url, authorization } of listProxyPlaces(by.env)) {
        by.note(`downloading ${module} (70 MB)`);
        const { origin } = new URL(url);
        const what = {
            url: `${url}/${file}`,
            limit: ZIP_LIMIT,
            plain: [origin],
            ...(authorization && { authorization })
        };
        try {
            return await (0,download/* downloadFile */.P)(what, path, by, signal);
        }
        catch (cause) {
            if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'environment')
                throw cause;
            reasons.push(cause);
        }
    }
    const why = reasons.map(({ message }) => message).join('; ');
    throw new errors/* Failure */.H('environment', `${passed}, and ${module} cannot be had: ${why || 'GOPROXY allows no place'}`, {
        code: 'tool-unavailable',
        hint: 'Install Go, or let GOPROXY name a module proxy that can be reached.',
        cause: reasons.at(-1)
    });
}


/***/ })

};
