import { Failure } from '../base/errors.ts'
import type { Deflate, Deflated } from '../model/ports/archive.ts'
import { orderEntries, type ArchiveEntry } from './entries.ts'

/*
 * Written here, in APPNOTE.TXT's terms, because the zip libraries that could take a foreign deflate write their times
 * in the host's time zone.
 */
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50
const UTF8_NAMES = 0x0800
const DEFLATED = 8
const VERSION = 20
const UNIX = 3
const REGULAR_FILE = 0o100000
/** The field where unpackers look for the time in UTC: Info-ZIP's extended timestamp. */
const TIMESTAMP = 0x5455
const MOST = 2 ** 32 - 2

/**
 * A `.zip` that is the same bytes for the same entries and time: sorted, modes 0644 and 0755, every file's time `time`
 * in UTC. Throws an 'input' Failure for entries that cannot be in one archive, or that would need ZIP64.
 */
export async function zip(entries: readonly ArchiveEntry[], time: Date, deflate: Deflate): Promise<Uint8Array> {
  const ordered = orderEntries(entries)
  if (ordered.some(({ link }) => link !== undefined)) throw new Error('a link in a zip')
  const packed = await Promise.all(ordered.map(async (entry) => ({ entry, ...(await deflate(entry.bytes)) })))
  const parts: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const { entry, ...deflated } of packed) {
    const name = Buffer.from(entry.name)
    const extra = encodeTimestamp(time)
    const shared = makeSharedFields(entry, deflated, name, extra, time)
    central.push(makeCentralHeader(entry, shared, offset), name, extra)
    const local = [u32(LOCAL_HEADER), shared, name, extra, deflated.bytes]
    parts.push(...local)
    offset += addSizes(local)
  }
  const size = addSizes(central)
  if (offset + size > MOST || ordered.length > 0xfffe || ordered.some(({ bytes }) => bytes.length > MOST)) {
    throw new Failure('input', `a zip of ${ordered.length} files and ${offset} bytes is past what zip holds`, {
      hint: 'Leave files out; a zip ends at 4 GiB.'
    })
  }
  const count = ordered.length
  const end = Buffer.concat([u32(END), u16(0, 0, count, count), u32(size, offset), u16(0)])
  return Buffer.concat([...parts, ...central, end])
}

/** The 26 bytes that stand in both headers of a file. */
function makeSharedFields(
  { bytes }: ArchiveEntry,
  { bytes: body, crc32 }: Deflated,
  name: Buffer,
  extra: Buffer,
  time: Date
): Buffer {
  return Buffer.concat([
    u16(VERSION, UTF8_NAMES, DEFLATED, ...encodeDosTime(time)),
    u32(crc32, body.length, bytes.length % 2 ** 32),
    u16(name.length, extra.length)
  ])
}

function makeCentralHeader({ executable }: ArchiveEntry, shared: Buffer, offset: number): Buffer {
  const mode = REGULAR_FILE | (executable ? 0o755 : 0o644)
  return Buffer.concat([
    u32(CENTRAL_HEADER),
    u16((UNIX << 8) | VERSION),
    shared,
    u16(0, 0, 0),
    u32(mode * 2 ** 16, offset % 2 ** 32)
  ])
}

/** Time and date as DOS counts them, in UTC, from 1980 to 2107, by two seconds. */
function encodeDosTime(time: Date): readonly [time: number, date: number] {
  const year = time.getUTCFullYear()
  if (year < 1980) return [0, (1 << 5) | 1]
  if (year > 2107) return [(23 << 11) | (59 << 5) | 29, (127 << 9) | (12 << 5) | 31]
  return [
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate()
  ]
}

function encodeTimestamp(time: Date): Buffer {
  const seconds = Math.floor(time.getTime() / 1000)
  // The field is 32 bits with a sign; a time outside of it is told by the DOS fields alone.
  if (seconds !== (seconds | 0)) return Buffer.alloc(0)
  return Buffer.concat([u16(TIMESTAMP, 5), Buffer.from([1]), u32(seconds >>> 0)])
}

function u16(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(2 * values.length)
  values.forEach((value, i) => buffer.writeUInt16LE(value, 2 * i))
  return buffer
}

function u32(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => buffer.writeUInt32LE(value, 4 * i))
  return buffer
}

function addSizes(parts: readonly Uint8Array[]): number {
  return parts.reduce((total, { length }) => total + length, 0)
}
