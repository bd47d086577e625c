import { hashBytes } from '../base/digest.ts'

/** A file of the repository, or of the baseline's. */
export interface SourceFile {
  /** Relative to the module, with `/`. */
  readonly path: string
  readonly text: string
}

/** Files of the repository that suites read. */
export interface Sources {
  /** The candidate's CRDs. */
  readonly crds: readonly SourceFile[]
  /** Objects to try them with, beside those that are made from their schemas. */
  readonly samples: readonly SourceFile[]
  /** What may hold SMI objects that people apply. */
  readonly manifests: readonly SourceFile[]
}

export const NO_SOURCES: Sources = { crds: [], samples: [], manifests: [] }

/** What tells these files from others, for the record of a trial. */
export const digestSourceFiles = (files: readonly SourceFile[]): string =>
  hashBytes(files.map(({ path, text }) => `${path}\0${hashBytes(text)}\n`).join(''))
