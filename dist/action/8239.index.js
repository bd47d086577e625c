export const id = 8239;
export const ids = [8239];
export const modules = {

/***/ 18239:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  folder: () => (/* binding */ folder)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/model/release-record.ts
var release_record = __webpack_require__(33500);
// EXTERNAL MODULE: ./src/adapters/machine/lock.ts
var lock = __webpack_require__(5899);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __webpack_require__(35981);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/model/file-list.ts
var file_list = __webpack_require__(70276);
;// CONCATENATED MODULE: ./src/adapters/folder/place.ts




function openReleaseFolders(root, files, warn) {
    const known = new Map();
    return {
        files,
        root,
        warn,
        async digest(path) {
            const stamp = await files.stamp(path);
            if (stamp === undefined)
                return undefined;
            const key = `${stamp} ${(0,external_node_path_.basename)(path)}`;
            const before = known.get(key);
            if (before)
                return before;
            const digest = await files.digest(path);
            if (digest && (await files.stamp(path)) === stamp)
                known.set(key, digest);
            return digest;
        }
    };
}
const locateReleaseFolder = ({ root }, tag) => (0,external_node_path_.join)(root, encodeTag(tag));
const locateDraft = ({ root }, tag) => (0,external_node_path_.join)(root, `.draft-${encodeTag(tag)}`);
async function readReleaseRecord({ files }, folder) {
    const path = (0,external_node_path_.join)(folder, release_record/* RECORD */.g);
    const bytes = await files.read(path);
    if (!bytes)
        return undefined;
    const record = (0,release_record/* parseReleaseRecord */.C)(bytes);
    if (record)
        return record;
    throw new errors/* Failure */.H('environment', `${path} does not describe a release of ours`, {
        hint: 'Somebody changed it: put it right, or move the folder away.'
    });
}
async function listReleases(place) {
    const names = (await place.files.list(place.root)).flatMap((name) => /^([^./][^/]*)\/release\.json$/.exec(name)?.[1] ?? []);
    const records = await Promise.all(names.map((name) => readReleaseRecord(place, (0,external_node_path_.join)(place.root, name))));
    return records.flatMap((record) => record ? [{ tag: record.tag, prerelease: record.prerelease, yanked: record.yanked !== undefined }] : []);
}
async function findRelease(place, tag, signal) {
    const path = locateReleaseFolder(place, tag);
    const record = await readReleaseRecord(place, path);
    if (!record) {
        if ((await place.files.list(path)).length === 0)
            return undefined;
        throw new errors/* Failure */.H('environment', `${path} is there and is no release of ours: it has no ${release_record/* RECORD */.g}`, {
            hint: 'Move it away, or publish to another folder.'
        });
    }
    const { tag: theirs, yanked } = record;
    if (theirs !== tag) {
        throw new errors/* Failure */.H('input', `${path} holds the release ${JSON.stringify(theirs)}, not ${JSON.stringify(tag)}`, {
            hint: 'Choose a tag that differs in more than upper and lower case, or another folder.'
        });
    }
    await finishLatest(place, tag);
    return {
        tag,
        url: (0,external_node_url_.pathToFileURL)(path).href,
        files: await listFiles(place, path, signal),
        yanked,
        download: (name) => streamFile(place, path, name),
        pathOf: (name) => (0,external_node_path_.join)(path, name)
    };
}
async function listFiles(place, path, signal) {
    const found = [];
    for (const name of await place.files.list(path)) {
        signal.throwIfAborted();
        const digest = name === release_record/* RECORD */.g ? undefined : await place.digest((0,external_node_path_.join)(path, name));
        if (digest)
            found.push({ name, ...digest });
    }
    return found;
}
async function* streamFile({ files }, path, name) {
    const known = (await files.list(path)).includes(name) && name !== release_record/* RECORD */.g;
    if (!known)
        throw new errors/* Failure */.H('host', `${path} has no file ${JSON.stringify(name)}`);
    yield* files.stream((0,external_node_path_.join)(path, name));
}
const locatePending = (root) => (0,external_node_path_.join)(root, '.latest-pending');
async function finishLatest({ files, root }, tag) {
    const pending = await files.read(locatePending(root));
    if (!pending || Buffer.from(pending).toString().trim() !== encodeTag(tag))
        return;
    await files.write((0,external_node_path_.join)(root, 'latest'), pending);
    await files.remove(locatePending(root));
}
const escapeTagPart = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const encodeTag = (tag) => tag
    .replace(/[^A-Za-z0-9._+-]/gu, escapeTagPart)
    .replace(/^\.|\.$/g, escapeTagPart)
    .replace(/^(?:latest$|-)/, (text) => escapeTagPart(text.slice(0, 1)) + text.slice(1))
    .replace(DEVICE, (text) => escapeTagPart(text.slice(0, 1)) + text.slice(1));

;// CONCATENATED MODULE: ./src/adapters/folder/keep.ts





const makeRecord = ({ tag, commit, title, notes, prerelease, latest }) => ({
    tag,
    commit: commit || null,
    title,
    notes,
    prerelease,
    latest
});
async function noteRelease(place, request, expected) {
    const draft = locateDraft(place, request.tag);
    const verified = (0,file_list/* digestFileList */.r)(expected);
    const isKept = (await readReleaseRecord(place, draft))?.verified === verified;
    await writeRecord(place, draft, { ...makeRecord(request), ...(isKept && { verified }) });
}
const writeRecord = ({ files }, folder, record) => files.write((0,external_node_path_.join)(folder, release_record/* RECORD */.g), `${JSON.stringify(record, null, 2)}\n`);
async function noteKept(place, request, expected) {
    const draft = locateDraft(place, request.tag);
    const record = { ...makeRecord(request), verified: (0,file_list/* digestFileList */.r)(expected) };
    const before = await readReleaseRecord(place, draft);
    const same = ['verified', 'commit', 'prerelease', 'latest'].every((key) => before?.[key] === record[key]);
    if (!same)
        await writeRecord(place, draft, record);
    return (0,external_node_url_.pathToFileURL)(draft).href;
}
async function findKeptFolder(place, tag, signal) {
    const path = locateDraft(place, tag);
    const record = await readReleaseRecord(place, path);
    if (record?.verified === undefined || record.tag !== tag)
        return undefined;
    const { commit, title, notes, prerelease, latest } = record;
    return {
        request: { tag, commit: commit ?? '', title, notes, prerelease, latest },
        verified: record.verified,
        url: (0,external_node_url_.pathToFileURL)(path).href,
        files: await listFiles(place, path, signal),
        download: (name) => streamFile(place, path, name),
        pathOf: (name) => (0,external_node_path_.join)(path, name)
    };
}

;// CONCATENATED MODULE: ./src/adapters/folder/publisher.ts
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








function folder(root, files, options = {}) {
    const place = openReleaseFolders((0,external_node_path_.resolve)(root), files, options.warn ?? (() => undefined));
    return {
        name: 'folder',
        async foresee({ tag, names, certain = [] }, signal) {
            (0,release_names/* refuseNames */.d3)(names);
            const published = await findRelease(place, tag, signal);
            if (published)
                await (0,finished/* refuseOtherRelease */.K5)(published, certain, { find: () => findRelease(place, tag, signal), wait: noWait });
            return { published: published?.url, told: [] };
        },
        find: (tag, signal) => findRelease(place, tag, signal),
        wait: () => Promise.resolve(),
        list: () => listReleases(place),
        commitOf: async (tag) => (await readReleaseRecord(place, locateReleaseFolder(place, tag)))?.commit ?? undefined,
        async draft(request, signal) {
            (0,finished/* refuseContradiction */.Wj)(request);
            const before = await findFinished(place, request.tag, signal);
            if (before)
                return before;
            const held = await (options.lock ?? lock/* sweepAndLock */.Tg)(place.root);
            try {
                const draft = (await findFinished(place, request.tag, signal)) ?? (await openDraft(place, request, signal));
                let ended;
                return { ...draft, [Symbol.asyncDispose]: () => (ended ??= Promise.resolve(held[Symbol.asyncDispose]())) };
            }
            catch (error) {
                await held[Symbol.asyncDispose]();
                throw error;
            }
        },
        findKept: (tag, signal) => findKeptFolder(place, tag, signal),
        async yank(order, signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _held = __addDisposableResource(env_1, await (options.lock ?? lock/* sweepAndLock */.Tg)(place.root), true);
                return await yankFolder(place, order, signal);
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
        },
        async reinstate(order, signal) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const _held = __addDisposableResource(env_2, await (options.lock ?? lock/* sweepAndLock */.Tg)(place.root), true);
                return await reinstateFolder(place, order, signal);
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = __disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        }
    };
}
const noWait = () => Promise.resolve();
async function findFinished(place, tag, signal) {
    const published = await findRelease(place, tag, signal);
    if (!published)
        return undefined;
    (0,finished/* refuseToContinueYanked */.DL)(published);
    return (0,finished/* openFinishedRelease */.sJ)(published, { find: () => findRelease(place, tag, signal), wait: () => Promise.resolve() });
}
async function yankFolder(place, { tag, why, latest }, signal) {
    const { files, root } = place;
    const published = await findRelease(place, tag, signal);
    const path = locateReleaseFolder(place, tag);
    const record = await readReleaseRecord(place, path);
    if (!published || !record)
        return undefined;
    const pointer = await files.read((0,external_node_path_.join)(root, 'latest'));
    const isLatest = pointer !== undefined && Buffer.from(pointer).toString().trim() === encodeTag(tag);
    if (isLatest && latest !== undefined)
        await files.write((0,external_node_path_.join)(root, 'latest'), `${encodeTag(latest)}\n`);
    else if (isLatest)
        await files.remove((0,external_node_path_.join)(root, 'latest'));
    if (record.yanked === undefined)
        await files.write((0,external_node_path_.join)(path, release_record/* RECORD */.g), `${JSON.stringify({ ...record, yanked: why }, null, 2)}\n`);
    return { url: published.url, changed: isLatest || record.yanked === undefined, undone: [] };
}
async function reinstateFolder(place, { tag, latest }, signal) {
    const { files, root } = place;
    const published = await findRelease(place, tag, signal);
    const path = locateReleaseFolder(place, tag);
    const { yanked, ...record } = (await readReleaseRecord(place, path)) ?? {};
    if (!published)
        return undefined;
    if (yanked === undefined)
        return { url: published.url, changed: false, undone: [] };
    if (latest)
        await files.write((0,external_node_path_.join)(root, 'latest'), `${encodeTag(tag)}\n`);
    await files.write((0,external_node_path_.join)(path, release_record/* RECORD */.g), `${JSON.stringify(record, null, 2)}\n`);
    return { url: published.url, changed: true, undone: [] };
}
async function openDraft(place, request, signal) {
    const path = locateDraft(place, request.tag);
    const added = new Map();
    return {
        finished: false,
        files: await listFiles(place, path, signal),
        download: (name) => streamFile(place, path, name),
        async add(file) {
            signal.throwIfAborted();
            (0,release_names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            if (file.name === release_record/* RECORD */.g)
                throw new errors/* Failure */.H('input', `${release_record/* RECORD */.g} is a name that the folder needs for itself`, {
                    hint: 'Give that file another name.'
                });
            added.set(file.name, file);
            const there = await place.digest((0,external_node_path_.join)(path, file.name));
            if (there) {
                if (there.sha256 !== file.sha256)
                    throw (0,finished/* makeDifferenceFailure */.Q6)(path, file.name, there.sha256, file.sha256);
                return 'kept';
            }
            await place.files.copy(file.path, (0,external_node_path_.join)(path, file.name), { sha256: file.sha256, hasty: true });
            return 'added';
        },
        publish: () => publishFolder(place, request, [...added.values()], signal),
        async keep() {
            const expected = [...added.values()];
            await demandFiles(place, path, expected);
            return await noteKept(place, request, expected);
        }
    };
}
async function demandEqual(place, path, file) {
    const there = await place.digest((0,external_node_path_.join)(path, file.name));
    if (!there)
        throw new errors/* Failure */.H('verification', `${file.name} is not in ${path} any more`, { hint: 'Run again.' });
    if (there.sha256 !== file.sha256)
        throw (0,finished/* makeDifferenceFailure */.Q6)(path, file.name, there.sha256, file.sha256);
}
async function demandFiles(place, draft, expected) {
    for (const file of expected)
        await demandEqual(place, draft, file);
    for (const name of await place.files.list(draft)) {
        if (name !== release_record/* RECORD */.g && !expected.some((file) => file.name === name)) {
            place.warn(`${name} in ${draft} is not from this run: kept`);
        }
    }
}
async function publishFolder(place, request, expected, signal) {
    const { files, root } = place;
    const draft = locateDraft(place, request.tag);
    await demandFiles(place, draft, expected);
    signal.throwIfAborted();
    await noteRelease(place, request, expected);
    if (request.latest)
        await files.write(locatePending(root), `${encodeTag(request.tag)}\n`);
    await files.move(draft, locateReleaseFolder(place, request.tag));
    const published = await findRelease(place, request.tag, signal);
    if (!published)
        throw new errors/* Failure */.H('host', `${locateReleaseFolder(place, request.tag)} is gone again`);
    for (const file of expected) {
        const there = published.files.find(({ name }) => name === file.name);
        if (!there)
            throw (0,finished/* markExposed */.uQ)((0,finished/* makeLackingFailure */.I1)(published, file.name));
        if (there.sha256 !== file.sha256)
            throw (0,finished/* markExposed */.uQ)((0,finished/* makeDifferenceFailure */.Q6)(published.url, file.name, there.sha256 ?? 'unknown', file.sha256));
    }
    return published;
}


/***/ }),

/***/ 35981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ refuseToContinueYanked),
/* harmony export */   I1: () => (/* binding */ makeLackingFailure),
/* harmony export */   K5: () => (/* binding */ refuseOtherRelease),
/* harmony export */   Q6: () => (/* binding */ makeDifferenceFailure),
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   bI: () => (/* binding */ makePublishedFailure),
/* harmony export */   p3: () => (/* binding */ formatNamesWithVerb),
/* harmony export */   sJ: () => (/* binding */ openFinishedRelease),
/* harmony export */   uQ: () => (/* binding */ markExposed)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40766);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40802);




const makeDifferenceFailure = (where, name, theirs, ours) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'That file was left as it is. Find out which of the two is right; the same tag must give the same bytes.'
});
const YOUNG = 600_000;
const openFinishedRelease = (published, again) => {
    let seen = published;
    return {
        finished: true,
        files: published.files,
        download: (name) => seen.download(name),
        async add(file) {
            seen = await awaitFiles(seen, [file.name], again);
            const there = seen.files.find(({ name }) => name === file.name);
            if (!there)
                throw makeLackingFailure(seen, file.name);
            const theirs = await readPublishedDigest(seen, there);
            if (theirs !== file.sha256)
                throw makeDifferenceFailure(`the published release ${seen.tag}`, file.name, theirs, file.sha256);
            return 'kept';
        },
        publish: () => Promise.resolve(seen),
        keep: () => Promise.reject(makePublishedFailure(seen.tag)),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
};
async function awaitFiles(published, names, again) {
    let [seen, looked] = [published, false];
    const young = Date.now() - Date.parse(seen.since ?? '') < YOUNG;
    await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .lookPatiently */ .wZ)(async () => {
        if (looked)
            seen = (await again.find()) ?? seen;
        looked = true;
        const absent = listAbsent(seen, names);
        return absent.length === 0
            ? { seen: 'right', value: undefined }
            : { seen: 'missing', what: `${seen.tag} is shown without ${absent.join(', ')}` };
    }, (seconds) => again.wait(seconds), young ? _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AFTER_A_WRITE */ .x : _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_REST */ .Ps);
    return seen;
}
const listAbsent = ({ files }, names) => names.filter((name) => !files.some((file) => file.name === name));
async function refuseOtherRelease(published, certain, again) {
    refuseToContinueYanked(published);
    const seen = await awaitFiles(published, certain, again);
    const absent = listAbsent(seen, certain);
    if (absent.length === 0)
        return;
    const lacking = makeLackingFailure(seen, absent.join(', '));
    throw absent.length < certain.length
        ? lacking
        : new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(lacking, `the release ${seen.tag} is published already, with no file of this one: ${seen.url}`, {});
}
const readPublishedDigest = async (published, file) => file.sha256 ?? (await (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashStream */ .LH)(published.download(file.name)));
const makePublishedFailure = (tag) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('host', `${tag} was published while its draft was filled`, {
    hint: 'Somebody published it, or another run did. Run again: what is published is compared with what is here.'
});
const makeLackingFailure = (published, name) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${published.tag} is published without ${name}`, {
    hint: hintAtLacking(published)
});
function hintAtLacking({ url, frozen, pathOf }) {
    if (frozen)
        return `${url} is immutable: neither it nor its tag can be used again. Release under a new version.`;
    const never = `A published release is never written to: ${url}.`;
    return pathOf
        ? `${never} Remove that folder, or choose a new tag.`
        : `${never} Where its page lacks the file too, delete the release (and keep its tag), or choose a new tag.`;
}
const formatNamesWithVerb = (files) => {
    const [first, ...others] = files;
    return `${first?.name}${others.length > 0 ? ` and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(others.length, 'other file')} are` : ' is'}`;
};
function refuseContradiction({ tag, prerelease, latest }) {
    if (!prerelease || !latest)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is a prerelease and cannot be the latest release`, {
        hint: 'Leave out --latest, or --prerelease.'
    });
}
function refuseToContinueYanked({ tag, url, yanked }) {
    if (yanked === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
        hint: 'Release the commit that is right under a new version.'
    });
}
const markExposed = (error) => {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
        return error;
    const { message, cause = error } = error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(error, message, { cause, exposed: true });
};


/***/ }),

/***/ 44427:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   G: () => (/* binding */ holding),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   r2: () => (/* binding */ isAnything)
/* harmony export */ });
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSha256 = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isAnything = (value) => value !== undefined;
const isNull = (value) => value === null;
const isOneOf = (...values) => (value) => values.includes(value);
const either = (one, other) => (value) => one(value) || other(value);
const maybe = (inner) => (value) => value === undefined || inner(value);
const listOf = (item) => (value) => Array.isArray(value) && value.every(item);
const mapOf = (item) => (value) => isPlain(value) && Object.values(value).every(item);
const holding = (fields) => (value) => isPlain(value) &&
    Object.keys(fields).every((key) => fields[key](Object.hasOwn(value, key) ? value[key] : undefined));
const shaped = (fields) => {
    const holds = holding(fields);
    return (value) => holds(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key));
};
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ AT_REST),
/* harmony export */   wZ: () => (/* binding */ lookPatiently),
/* harmony export */   x: () => (/* binding */ AFTER_A_WRITE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const AFTER_A_WRITE = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 };
const AT_REST = { missing: [1, 2, 4, 8, 15], wrong: 5 };
const AGREEING = 3;
async function lookPatiently(look, wait, patience) {
    const asked = [];
    const wrong = new Map();
    const longest = patience.missing.reduce((sum, pause) => sum + pause, 0);
    let waited = 0;
    for (let missed = 0;;) {
        const shown = await lookOrMiss(look);
        if (shown.seen === 'right')
            return shown;
        const what = shown.seen === 'wrong' ? shown.failure.message : shown.what;
        asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`);
        if (shown.seen === 'wrong') {
            const agreeing = (wrong.get(what) ?? 0) + 1;
            if (agreeing === AGREEING)
                return shown;
            wrong.set(what, agreeing);
        }
        const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++];
        if (pause === undefined || waited + pause > longest)
            return { seen: 'missing', asked, what };
        waited += pause;
        await wait(pause);
    }
}
const lookOrMiss = async (look) => {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'host')
            return { seen: 'missing', what: error.message };
        throw error;
    }
};


/***/ }),

/***/ 70276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ digestFileList)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);

const digestFileList = (files) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(files
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .sort()
    .join(''));


/***/ }),

/***/ 33500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseReleaseRecord),
/* harmony export */   g: () => (/* binding */ RECORD)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44427);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23659);


const RECORD = 'release.json';
const isReleaseRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({
    ...{ tag: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, commit: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isNull */ .kZ), title: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, notes: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH },
    ...{ prerelease: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, latest: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, yanked: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH), verified: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }
});
function parseReleaseRecord(bytes) {
    const record = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(Buffer.from(bytes).toString('utf8'));
    return isReleaseRecord(record) ? record : undefined;
}


/***/ })

};
