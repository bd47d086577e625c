export const id = 3184;
export const ids = [3184];
export const modules = {

/***/ 23184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  archive: () => (/* binding */ archive)
});

// EXTERNAL MODULE: ./node_modules/tar-stream/index.js
var tar_stream = __webpack_require__(56118);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/package/entries.ts


const RENAME = 'Rename the file, or take it out of archive.files in slipway.yaml.';
/** The longest name that unpacks everywhere. */
const LONGEST = 240;
/**
 * The entries in the order in which every archive holds them: by name, by UTF-16 code units, whatever the host's
 * locale. Throws an 'input' Failure for a name that is unsafe to unpack, or two that are one on a system that does not
 * tell case.
 */
function orderEntries(entries) {
    const taken = new Map();
    for (const { name } of entries) {
        const wrong = mistake(name);
        if (wrong !== undefined)
            throw new errors/* Failure */.H('input', `an archive cannot hold ${(0,base_text/* quote */.hD)(name)}: ${wrong}`, { hint: RENAME });
        const other = taken.get(fold(name));
        if (other === name)
            throw new errors/* Failure */.H('input', `an archive would hold ${(0,base_text/* quote */.hD)(name)} twice`, { hint: RENAME });
        if (other !== undefined)
            throw clash(name, other, 'differ in case only');
        taken.set(fold(name), name);
    }
    for (const { name } of entries) {
        const parents = name.split('/').slice(0, -1);
        for (let depth = 1; depth <= parents.length; depth++) {
            const file = taken.get(fold(parents.slice(0, depth).join('/')));
            if (file !== undefined)
                throw clash(name, file, 'make one name a file and a folder');
        }
    }
    return [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function mistake(name) {
    const parts = name.split('/');
    if (name === '' || parts.includes(''))
        return 'it has an empty part';
    if (parts.includes('..') || parts.includes('.'))
        return 'it has a part "." or ".."';
    if (name.includes('\\'))
        return 'it has a backslash';
    if (/^[A-Za-z]:/.test(name))
        return 'it begins with a drive';
    if (/[\u0000-\u001f\u007f]/.test(name))
        return 'it has a control character';
    if (!name.isWellFormed())
        return 'it is not Unicode';
    if (Buffer.byteLength(name) > LONGEST)
        return `it is longer than ${LONGEST} bytes`;
    return undefined;
}
function fold(name) {
    return name.normalize('NFC').toLowerCase();
}
function clash(a, b, how) {
    return new errors/* Failure */.H('input', `an archive cannot hold both ${(0,base_text/* quote */.hD)(b)} and ${(0,base_text/* quote */.hD)(a)}: they ${how}`, { hint: RENAME });
}

;// CONCATENATED MODULE: ./src/package/tar.ts


/**
 * A `.tar.gz` that is the same bytes for the same entries and time: sorted, owned by 0:0 without names, modes 0644 and
 * 0755, every file's time `time` in whole seconds. Throws an 'input' Failure for entries that cannot be in one archive.
 */
async function tarGz(entries, time, deflate) {
    const tar = (0,tar_stream.pack)();
    for (const { name, bytes, executable } of orderEntries(entries)) {
        tar.entry({ name, mode: executable ? 0o755 : 0o644, mtime: time, uid: 0, gid: 0, uname: '', gname: '', type: 'file' }, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    tar.finalize();
    const parts = [];
    for await (const part of tar)
        parts.push(part);
    return await gzip(Buffer.concat(parts), time, deflate);
}
/** RFC 1952, one member, no file name, system "unknown". */
async function gzip(bytes, time, deflate) {
    const { bytes: body, crc32 } = await deflate(bytes);
    const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    head.writeUInt32LE(seconds(time), 4);
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc32, 0);
    tail.writeUInt32LE(bytes.length % 2 ** 32, 4);
    return Buffer.concat([head, body, tail]);
}
/** Whole seconds that fit into 32 bits; 0, which gzip reads as "no time", for any other. */
function seconds(time) {
    const value = Math.floor(time.getTime() / 1000);
    return value >= 0 && value < 2 ** 32 ? value : 0;
}

;// CONCATENATED MODULE: ./src/package/zip.ts


/*
 * Written here, in APPNOTE.TXT's terms, because the zip libraries that could take a foreign deflate write their times
 * in the host's time zone.
 */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
const VERSION = 20;
const UNIX = 3;
const REGULAR_FILE = 0o100000;
/** The field where unpackers look for the time in UTC: Info-ZIP's extended timestamp. */
const TIMESTAMP = 0x5455;
const MOST = 2 ** 32 - 2;
/**
 * A `.zip` that is the same bytes for the same entries and time: sorted, modes 0644 and 0755, every file's time `time`
 * in UTC. Throws an 'input' Failure for entries that cannot be in one archive, or that would need ZIP64.
 */
async function zip(entries, time, deflate) {
    const ordered = orderEntries(entries);
    const packed = await Promise.all(ordered.map(async (entry) => ({ entry, ...(await deflate(entry.bytes)) })));
    const parts = [];
    const central = [];
    let offset = 0;
    for (const { entry, ...deflated } of packed) {
        const name = Buffer.from(entry.name);
        const extra = timestamp(time);
        const shared = sharedFields(entry, deflated, name, extra, time);
        central.push(centralHeader(entry, shared, offset), name, extra);
        const local = [u32(LOCAL_HEADER), shared, name, extra, deflated.bytes];
        parts.push(...local);
        offset += sum(local);
    }
    const size = sum(central);
    if (offset + size > MOST || ordered.length > 0xfffe || ordered.some(({ bytes }) => bytes.length > MOST)) {
        throw new errors/* Failure */.H('input', `a zip of ${ordered.length} files and ${offset} bytes is past what zip holds`, {
            hint: 'Leave files out; a zip ends at 4 GiB.'
        });
    }
    const count = ordered.length;
    const end = Buffer.concat([u32(END), u16(0, 0, count, count), u32(size, offset), u16(0)]);
    return Buffer.concat([...parts, ...central, end]);
}
/** The 26 bytes that stand in both headers of a file. */
function sharedFields({ bytes }, { bytes: body, crc32 }, name, extra, time) {
    return Buffer.concat([
        u16(VERSION, UTF8_NAMES, DEFLATED, ...dosTime(time)),
        u32(crc32, body.length, bytes.length % 2 ** 32),
        u16(name.length, extra.length)
    ]);
}
function centralHeader({ executable }, shared, offset) {
    const mode = REGULAR_FILE | (executable ? 0o755 : 0o644);
    return Buffer.concat([
        u32(CENTRAL_HEADER),
        u16((UNIX << 8) | VERSION),
        shared,
        u16(0, 0, 0),
        u32(mode * 2 ** 16, offset % 2 ** 32)
    ]);
}
/** Time and date as DOS counts them, in UTC, from 1980 to 2107, by two seconds. */
function dosTime(time) {
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
function timestamp(time) {
    const seconds = Math.floor(time.getTime() / 1000);
    // The field is 32 bits with a sign; a time outside of it is told by the DOS fields alone.
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
function sum(parts) {
    return parts.reduce((total, { length }) => total + length, 0);
}

;// CONCATENATED MODULE: ./src/package/archive.ts


/** Makes an archive: the same bytes for the same entries and time, on every host and in every time zone. */
async function archive(format, entries, time, deflate) {
    return format === 'zip' ? await zip(entries, time, deflate) : await tarGz(entries, time, deflate);
}


/***/ })

};
