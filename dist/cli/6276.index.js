export const id = 6276;
export const ids = [6276];
export const modules = {

/***/ 46276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   unpack: () => (/* binding */ unpack)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56118);
/* harmony import */ var yauzl__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20663);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83916);






/**
 * Reads archives without writing anything; links and folders in them are passed over. Rejects with a 'verification'
 * Failure for one that is damaged.
 */
const unpack = async function* (path, most) {
    try {
        yield* path.endsWith('.zip') ? zipped(path, most) : tarred(path, most);
    }
    catch (cause) {
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H)
            throw cause;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_5__/* .Failure */ .H('verification', `${path} cannot be unpacked: ${cause.message}`, { cause });
    }
};
async function* tarred(path, most) {
    const entries = (0,tar_stream__WEBPACK_IMPORTED_MODULE_3__.extract)();
    const fed = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path), (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGunzip)(), entries);
    // What is wrong with the stream shows where it is read.
    fed.catch(() => undefined);
    for await (const entry of entries) {
        const { name, size = 0, type, mode = 0, mtime, uid = 0, gid = 0, uname = '', gname = '' } = entry.header;
        const wanted = type === 'file' && size <= most;
        const bytes = wanted ? await collect(entry, size) : undefined;
        if (!wanted)
            entry.resume();
        const about = { mode: octal(mode), time: timeOf(mtime), owner: `${uid} ${uname}, ${gid} ${gname}` };
        if (type === 'file')
            yield { name, size, bytes, about };
    }
    await fed;
}
async function* zipped(path, most) {
    const zip = await yauzl__WEBPACK_IMPORTED_MODULE_4__.openPromise(path, { strictFileNames: true, autoClose: false });
    try {
        for await (const entry of zip.eachEntry()) {
            const { fileName: name, uncompressedSize: size } = entry;
            if (name.endsWith('/'))
                continue;
            yield {
                name,
                size,
                bytes: size <= most ? await collect(await zip.openReadStreamPromise(entry), size) : undefined,
                about: {
                    mode: octal(entry.externalFileAttributes >>> 16),
                    // As its bytes say it: yauzl would take this machine's time zone for it.
                    time: `${entry.lastModFileDate}/${entry.lastModFileTime}`,
                    method: String(entry.compressionMethod),
                    extra: entry.extraFieldRaw.toString('hex')
                }
            };
        }
    }
    finally {
        zip.close();
    }
}
const octal = (mode) => `0${mode.toString(8)}`;
const timeOf = (time) => time?.toISOString() ?? 'none';
/** All of a stream whose length was announced, and no more. */
async function collect(stream, size) {
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
