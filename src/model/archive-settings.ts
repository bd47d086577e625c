/** What a program is published as: packed, or by itself. */
export const FORMATS = ['tar.gz', 'zip', 'binary'] as const
export type ArchiveFormat = (typeof FORMATS)[number]

/** Files of an archive: a path or a pattern, and where they lie in there. */
export interface FileChoice {
  readonly from: string
  /** A name, or a folder where it ends with `/`; left out: as in the module. */
  readonly to?: string | undefined
  /** Left out: as git has it. */
  readonly executable?: boolean | undefined
}

/** One kind of archive: each target has one, with the programs that it names. */
export interface ArchiveSettings {
  /** Left out: all programs. */
  readonly programs?: readonly string[] | undefined
  /** Left out: tar.gz, and zip for Windows. */
  readonly format?: ArchiveFormat | undefined
  /** Other formats, by system. */
  readonly formatOf: Readonly<Record<string, ArchiveFormat>>
  /** Without the ending; left out: the usual name. */
  readonly name?: string | undefined
  /** The folder in which everything lies. */
  readonly folder?: string | undefined
  /** How names spell systems and processors. */
  readonly spell: Readonly<Record<string, string>>
  readonly files: readonly FileChoice[]
}

/** What a project without settings packs. */
export const USUAL_ARCHIVE: ArchiveSettings = { formatOf: {}, spell: {}, files: [] }

/** A file that goes into an archive. */
export interface PackedFile {
  /** Relative to the module's folder. */
  readonly from: string
  /** Where it lies in the archive, below its folder. */
  readonly to: string
  readonly executable?: true
}
