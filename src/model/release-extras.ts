import type { PackedFile } from './archive-settings.ts'

export const ALGORITHMS = ['sha256', 'sha512'] as const

/** A list of checksums beside checksums.txt. */
export interface ChecksumList {
  readonly name: string
  readonly algorithm: (typeof ALGORITHMS)[number]
}

/** The commit's files in one archive. */
export interface SourceArchive {
  readonly name: string
  /** The folder in which they lie. */
  readonly folder: string
}

/** What slipway.yaml adds to a release; names may hold words. */
export interface ExtraSettings {
  readonly files: readonly { readonly from: string; readonly name?: string | undefined }[]
  readonly source?: { readonly [K in keyof SourceArchive]?: string | undefined } | undefined
  readonly lists: readonly ChecksumList[]
}

export const NO_EXTRAS: ExtraSettings = { files: [], lists: [] }

/** The files of a release beside archives and SBOMs, by their names. */
export interface ExtrasPlan {
  /** `to` is the name under which each is published. */
  readonly files: readonly PackedFile[]
  readonly source?: SourceArchive
  readonly lists: readonly ChecksumList[]
}

/** A file of the commit that goes into the source archive. */
export interface SourceFile {
  /** From the repository's root. */
  readonly path: string
  /** Six octal digits. */
  readonly mode: string
  /** Names its bytes in git. */
  readonly object: string
}

export const listExtraNames = ({ files, source, lists }: ExtrasPlan): readonly string[] => [
  ...files.map(({ to }) => to),
  ...(source ? [source.name] : []),
  ...lists.map(({ name }) => name)
]
