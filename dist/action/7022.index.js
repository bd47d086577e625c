export const id = 7022;
export const ids = [7022];
export const modules = {

/***/ 67022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  unpack: () => (/* binding */ unpack)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/adapters/archive/names.ts




const LONGEST = 4096;
const SETUID_OR_SETGID = 0o6000;
function makeEntryCheck(path) {
    const taken = new Map();
    const folders = new Set();
    let [count, bytes, held] = [0, 0, 0];
    return ({ name: raw, kind, size, mode, target }) => {
        const refuse = (why) => new errors/* Failure */.H('verification', `${path} holds ${(0,base_text/* quote */.hD)(raw)}, ${why}`, { hint });
        count += 1;
        bytes += size;
        if (count > limits/* LIMITS */.b1.entries.most || bytes > limits/* LIMITS */.b1.unpacked.most)
            throw makeUnpackFailure(path);
        const wrong = findNameMistake(raw);
        if (wrong !== undefined)
            throw refuse(wrong);
        held += raw.length * raw.split('/').length;
        if (held > limits/* LIMITS */.b1.names.most)
            throw makeUnpackFailure(path);
        const name = external_node_path_.posix.normalize(raw).replace(/\/$/, '');
        if (kind === undefined)
            throw refuse('which is neither a file nor a folder nor a link');
        if (mode & SETUID_OR_SETGID)
            throw refuse('which would run as its owner or group');
        const parents = listParents(name);
        const above = parents.find((parent) => taken.has(parent));
        if (above !== undefined)
            throw refuse(`which lies below the ${taken.get(above)} ${(0,base_text/* quote */.hD)(above)}`);
        for (const parent of parents)
            folders.add(parent);
        if (kind === 'folder') {
            if (taken.has(name))
                throw refuse('twice');
            folders.add(name);
            return;
        }
        if (name === '.' || raw.endsWith('/'))
            throw refuse('which is no name of a file');
        if (taken.has(name) || folders.has(name))
            throw refuse('twice');
        taken.set(name, kind);
        if (kind === 'file')
            return;
        if (size > 0 && kind === 'hard link')
            throw refuse('which is a link and has content');
        const from = kind === 'link' ? external_node_path_.posix.dirname(name) : '.';
        if (!isInside(from, target ?? ''))
            throw refuse(`which leads to ${(0,base_text/* quote */.hD)(target ?? '')}`);
    };
}
const hint = 'Do not unpack it: no release needs this.';
const makeUnpackFailure = (path) => new errors/* Failure */.H('verification', `${path} holds more than ${limits/* LIMITS */.b1.entries.most} entries, ${(0,limits/* formatSize */.Xq)(limits/* LIMITS */.b1.unpacked.most)} or ${(0,limits/* formatSize */.Xq)(limits/* LIMITS */.b1.names.most)} of names`, { hint });
const isInside = (from, target) => target !== '' &&
    !target.startsWith('/') &&
    !isOddName(target) &&
    findNameMistake(external_node_path_.posix.join(from, target)) === undefined;
const isOddName = (name) => /[\\\u0000-\u001f\u007f]/.test(name) || /^[A-Za-z]:/.test(name);
function findNameMistake(name) {
    if (name === '')
        return 'which is no name';
    if (Buffer.byteLength(name) > LONGEST)
        return `a name of more than ${LONGEST} bytes`;
    if (isOddName(name))
        return 'a name with a backslash, a drive or a control character';
    if (name.startsWith('/') || name.split('/').includes('..'))
        return 'which leads out of the folder';
    return undefined;
}
const listParents = (name) => {
    const parts = name.split('/').slice(0, -1);
    return parts.map((_, i) => parts.slice(0, i + 1).join('/'));
};

// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __webpack_require__(39929);
;// CONCATENATED MODULE: ./src/adapters/archive/unpack.ts
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










const unpack = async function* (path, most) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, await (0,regular_file/* openFile */.Tq)(promises_, path), true);
        try {
            yield* path.endsWith('.zip') ? readZip(opened, path, most) : readTar(opened, path, most);
        }
        catch (cause) {
            if (cause instanceof errors/* Failure */.H)
                throw cause;
            throw new errors/* Failure */.H('verification', `${path} cannot be unpacked: ${cause.message}`, { cause });
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
};
const KINDS = {
    file: 'file',
    'contiguous-file': 'file',
    directory: 'folder',
    link: 'hard link',
    symlink: 'link'
};
async function* readTar({ file }, path, most) {
    const entries = (0,tar_stream.extract)();
    const admit = makeEntryCheck(path);
    const fed = (0,external_node_stream_promises_.pipeline)(file.createReadStream({ autoClose: false }), (0,external_node_zlib_.createGunzip)(), boundBytes(path), entries);
    fed.catch(() => undefined);
    for await (const entry of entries) {
        const { name, size = 0, type, mode = 0, mtime, uid = 0, gid = 0, uname = '', gname = '', linkname } = entry.header;
        const sparse = Object.keys(entry.header.pax ?? {}).some((key) => key.startsWith('GNU.sparse.'));
        const kind = sparse ? undefined : KINDS[String(type)];
        demandNoGlobals(entries, path);
        admit({ name, kind, size, mode, target: linkname ?? '' });
        const wanted = kind === 'file' && size <= most;
        const bytes = wanted ? await collectStream(entry, size) : undefined;
        if (!wanted)
            entry.resume();
        const about = { mode: formatMode(mode), time: formatEntryTime(mtime), owner: `${uid} ${uname}, ${gid} ${gname}` };
        if (kind === 'file')
            yield { name, size, bytes, about };
    }
    await fed;
}
function demandNoGlobals(entries, path) {
    const global = entries._paxGlobal ?? {};
    const odd = Object.keys(global).find((key) => key !== 'comment');
    if (odd !== undefined)
        throw new errors/* Failure */.H('verification', `${path} says ${(0,base_text/* quote */.hD)(odd)} of all its entries at once`, {
            hint: 'Programs that unpack it do not agree on what that means.'
        });
}
const boundBytes = (path) => async function* (source) {
    let size = 0;
    for await (const chunk of source) {
        size += chunk.length;
        if (size > limits/* LIMITS */.b1.unpacked.most)
            throw makeUnpackFailure(path);
        yield chunk;
    }
};
const [TYPE, REGULAR, LINK] = [0o170000, 0o100000, 0o120000];
async function* readZip({ file: { fd } }, path, most) {
    const zip = await yauzl.fromFdPromise(fd, { strictFileNames: true, autoClose: false });
    const admit = makeEntryCheck(path);
    const read = async (entry) => collectStream(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
    for await (const entry of zip.eachEntry()) {
        const { fileName: name, uncompressedSize: size } = entry;
        const mode = entry.externalFileAttributes >>> 16;
        const type = mode & TYPE;
        const folder = name.endsWith('/');
        const kind = folder ? 'folder' : type === 0 || type === REGULAR ? 'file' : type === LINK ? 'link' : undefined;
        const target = kind === 'link' && size <= LONGEST_TARGET ? Buffer.from(await read(entry)).toString() : '';
        admit({ name, kind, size, mode: mode & 0o7777, target });
        if (kind !== 'file')
            continue;
        yield {
            name,
            size,
            bytes: size <= most ? await read(entry) : undefined,
            about: {
                mode: formatMode(mode),
                time: `${entry.lastModFileDate}/${entry.lastModFileTime}`,
                method: String(entry.compressionMethod),
                extra: entry.extraFieldRaw.toString('hex')
            }
        };
    }
}
const LONGEST_TARGET = 4096;
const formatMode = (mode) => `0${mode.toString(8)}`;
const formatEntryTime = (time) => time?.toISOString() ?? 'none';
async function collectStream(stream, size) {
    const bytes = Buffer.alloc(size);
    let done = 0;
    for await (const chunk of stream) {
        if (done + chunk.length > size)
            throw new Error('a file is longer than its header says');
        done += chunk.copy(bytes, done);
    }
    if (done < size)
        throw new Error('a file is shorter than its header says');
    return bytes;
}


/***/ })

};
