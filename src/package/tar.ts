import { pack } from 'tar-stream'
import type { Deflate } from '../model/ports/archive.ts'
import { orderEntries, type ArchiveEntry } from './entries.ts'

/**
 * A `.tar.gz` that is the same bytes for the same entries and time: sorted, owned by 0:0 without names, modes 0644 and
 * 0755, every file's time `time` in whole seconds. Throws an 'input' Failure for entries that cannot be in one archive.
 */
export async function makeTarGz(entries: readonly ArchiveEntry[], time: Date, deflate: Deflate): Promise<Uint8Array> {
  const tar = pack()
  for (const { name, bytes, executable, link } of orderEntries(entries)) {
    const owned = { mtime: time, uid: 0, gid: 0, uname: '', gname: '' }
    if (link !== undefined) {
      tar.entry({ name, mode: 0o777, ...owned, type: 'symlink', linkname: link })
      continue
    }
    tar.entry(
      { name, mode: executable ? 0o755 : 0o644, ...owned, type: 'file' },
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    )
  }
  tar.finalize()
  const parts: Uint8Array[] = []
  for await (const part of tar as AsyncIterable<Uint8Array>) parts.push(part)
  return await gzipBytes(Buffer.concat(parts), time, deflate)
}

/** RFC 1952, one member, no file name, system "unknown". */
async function gzipBytes(bytes: Uint8Array, time: Date, deflate: Deflate): Promise<Uint8Array> {
  const { bytes: body, crc32 } = await deflate(bytes)
  const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  head.writeUInt32LE(countSeconds(time), 4)
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc32, 0)
  tail.writeUInt32LE(bytes.length % 2 ** 32, 4)
  return Buffer.concat([head, body, tail])
}

/** Whole seconds that fit into 32 bits; 0, which gzip reads as "no time", for any other. */
function countSeconds(time: Date): number {
  const value = Math.floor(time.getTime() / 1000)
  return value >= 0 && value < 2 ** 32 ? value : 0
}
