/** Bytes compressed to raw deflate (RFC 1951), and the CRC-32 of the bytes before, which every container wants. */
export interface Deflated {
  readonly bytes: Uint8Array
  readonly crc32: number
}

/** Compresses off the main thread, by a pinned implementation: the same bytes on every host. Leaves its input alone. */
export type Deflate = (bytes: Uint8Array) => Promise<Deflated>

/** A regular file in an archive. */
export interface Unpacked {
  readonly name: string
  readonly size: number
  /** Undefined for a file that is larger than what was asked for. */
  readonly bytes: Uint8Array | undefined
  /** What the archive says about the file, in words by name: its mode, its time, its owner. */
  readonly about: Readonly<Record<string, string>>
}

/** The files of a `.tar.gz` or `.zip`, one after the other, each of at most `most` bytes in memory. */
export type Unpack = (path: string, most: number) => AsyncIterable<Unpacked>
