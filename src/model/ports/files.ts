import type { Digest } from '../nouns.ts'

/** The end of a file. */
export interface Ending {
  readonly bytes: Uint8Array
  /** How many bytes stand before them. */
  readonly before: number
}

/**
 * The file system. Writes are atomic and durable: after a kill at any moment a path holds old bytes or new ones. Only
 * regular files are read: a pipe or a device, which may have no end, rejects ('input').
 */
export interface Files {
  /**
   * The content in memory, or undefined when there is no such file. Rejects ('input') for more than `most` bytes (16 MiB,
   * LIMITS.document, when left out), also where the file grows while it is read.
   */
  read(path: string, most?: number): Promise<Uint8Array | undefined>
  /** The end of a file that may be of any size, such as a log: at most `most` bytes; undefined when there is no such file. */
  tail(path: string, most: number): Promise<Ending | undefined>
  /** Temp sibling, fsync, rename. Makes the folder. `mode` defaults to 0o644. */
  write(path: string, content: Uint8Array | string | AsyncIterable<Uint8Array>, mode?: number): Promise<void>
  /** The content in pieces that the reader may keep; rejects when there is no such file. */
  stream(path: string): AsyncIterable<Uint8Array>
  /** The content as the body of a request, read while it is sent; rejects when there is no such file. */
  blob(path: string): Promise<Blob>
  /** Where it really lies once every link on the way is followed, absolute; undefined when there is nothing. */
  real(path: string): Promise<string | undefined>
  /** The words of a link, which say where it leads; undefined where there is no link. */
  link(path: string): Promise<string | undefined>
  /** sha256 and size, streamed; undefined when there is no such file, or one of more bytes than `most`, which is not read. */
  digest(path: string, most?: number): Promise<Digest | undefined>
  /** Names of the regular files under a folder, relative with `/`, sorted; [] when there is no such folder. */
  list(path: string): Promise<readonly string[]>
  /** Names of the regular files at the top of a folder, sorted; undefined when there is no such folder. */
  names(path: string): Promise<readonly string[] | undefined>
  /** Everything at the top of a folder as it is: links, folders and temporary names too; [] when there is no such folder. */
  entries(path: string): Promise<readonly Entry[]>
  /** Renames, replacing what is there; makes the target's folder. */
  move(from: string, to: string): Promise<void>
  /** Copies one file atomically, with its mode. */
  copy(from: string, to: string, options?: CopyOptions): Promise<void>
  /**
   * Text that changes when the file does: while it stays, the digest of a file with this name stays. Undefined when there is
   * no such file. To move the folder around it leaves it as it is.
   */
  stamp(path: string): Promise<string | undefined>
  /** Removes a file or folder with all it holds; no error when it is not there. */
  remove(path: string): Promise<void>
  /** A new private folder (0700) that is gone when its scope ends, and is swept by a later run after a kill. */
  scratch(label: string): Promise<Scratch>
}

/** Something in a folder; a link is one, wherever it leads. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

export interface CopyOptions {
  /** The bytes that are meant: others reject ('verification'), and nothing appears. */
  readonly sha256?: string
  /** The bytes are durable, their name once something else is written to the same folder without this. */
  readonly hasty?: boolean
}

export interface Scratch extends AsyncDisposable {
  readonly path: string
}
