export const id = 7044;
export const ids = [7044];
export const modules = {

/***/ 87044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archive: () => (/* binding */ archive)
});

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./src/package/entries.ts
var package_entries = __webpack_require__(88204);
;// CONCATENATED MODULE: ./src/package/tar.ts


async function makeTarGz(entries, time, deflate) {
    const tar = (0,tar_stream.pack)();
    for (const { name, bytes, executable, link } of (0,package_entries/* orderEntries */.N)(entries)) {
        const owned = { mtime: time, uid: 0, gid: 0, uname: '', gname: '' };
        if (link !== undefined) {
            tar.entry({ name, mode: 0o777, ...owned, type: 'symlink', linkname: link });
            continue;
        }
        tar.entry({ name, mode: executable ? 0o755 : 0o644, ...owned, type: 'file' }, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    tar.finalize();
    const parts = [];
    for await (const part of tar)
        parts.push(part);
    return await gzipBytes(Buffer.concat(parts), time, deflate);
}
async function gzipBytes(bytes, time, deflate) {
    const { bytes: body, crc32 } = await deflate(bytes);
    const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    head.writeUInt32LE(countSeconds(time), 4);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32, 0);
    tail.writeUInt32LE(bytes.length % 2 ** 32, 4);
    return Buffer.concat([head, body, tail]);
}
function countSeconds(time) {
    const value = Math.floor(time.getTime() / 1000);
    return value >= 0 && value < 2 ** 32 ? value : 0;
}

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/package/zip.ts


const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
const UNIX = 3;
const REGULAR_FILE = 0o100000;
const TIMESTAMP = 0x5455;
const MOST = 2 ** 32 - 2;
async function zip(entries, time, deflate) {
    const ordered = (0,package_entries/* orderEntries */.N)(entries);
    if (ordered.some(({ link }) => link !== undefined))
        throw new Error('a link in a zip');
    const packed = await Promise.all(ordered.map(async (entry) => ({ entry, ...(await deflate(entry.bytes)) })));
    const parts = [];
    const central = [];
    let offset = 0;
    for (const { entry, ...deflated } of packed) {
        const name = Buffer.from(entry.name);
        const extra = encodeTimestamp(time);
        const shared = makeSharedFields(entry, deflated, name, extra, time);
        central.push(makeCentralHeader(entry, shared, offset), name, extra);
        const local = [u32(LOCAL_HEADER), shared, name, extra, deflated.bytes];
        parts.push(...local);
        offset += addSizes(local);
    }
    const size = addSizes(central);
    if (offset + size > MOST || ordered.length > 0xfffe || ordered.some(({ bytes }) => bytes.length > MOST)) {
        throw new errors/* Failure */.H('input', `a zip of ${ordered.length} files and ${offset} bytes is past what zip holds`, {
            hint: 'Leave files out; a zip ends at 4 GiB.'
        });
    }
    const count = ordered.length;
    const end = Buffer.concat([u32(END), u16(0, 0, count, count), u32(size, offset), u16(0)]);
    return Buffer.concat([...parts, ...central, end]);
}
function makeSharedFields({ bytes }, { bytes: body, crc32 }, name, extra, time) {
    return Buffer.concat([
        u16(VERSION, UTF8_NAMES, DEFLATED, ...encodeDosTime(time)),
        u32(crc32, body.length, bytes.length % 2 ** 32),
        u16(name.length, extra.length)
    ]);
}
function makeCentralHeader({ executable }, shared, offset) {
    const mode = REGULAR_FILE | (executable ? 0o755 : 0o644);
    return Buffer.concat([
        u32(CENTRAL_HEADER),
        u16((UNIX << 8) | VERSION),
        shared,
        u16(0, 0, 0),
        u32(mode * 2 ** 16, offset % 2 ** 32)
    ]);
}
function encodeDosTime(time) {
    const year = time.getUTCFullYear();
    if (year < 1980)
        return [0, (1 << 5) | 1];
    if (year > 2107)
        return [(23 << 11) | (59 << 5) | 29, (127 << 9) | (12 << 5) | 31];
    return [
        (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
        ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()
    ];
}
function encodeTimestamp(time) {
    const seconds = Math.floor(time.getTime() / 1000);
    if (seconds !== (seconds | 0))
        return Buffer.alloc(0);
    return Buffer.concat([u16(TIMESTAMP, 5), Buffer.from([1]), u32(seconds >>> 0)]);
}
function u16(...values) {
    const buffer = Buffer.alloc(2 * values.length);
    values.forEach((value, i) => buffer.writeUInt16LE(value, 2 * i));
    return buffer;
}
function u32(...values) {
    const buffer = Buffer.alloc(4 * values.length);
    values.forEach((value, i) => buffer.writeUInt32LE(value, 4 * i));
    return buffer;
}
function addSizes(parts) {
    return parts.reduce((total, { length }) => total + length, 0);
}

;// CONCATENATED MODULE: ./src/package/archive.ts


async function archive(format, entries, time, deflate) {
    return format === 'zip' ? await zip(entries, time, deflate) : await makeTarGz(entries, time, deflate);
}


/***/ })

};
