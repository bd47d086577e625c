/** Something to change on a line of the user's own files, shown there by the host. */
export interface Finding {
  /** Who says so, in a word: `go`, `smi`, `slipway`. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** Relative to the repository, with `/`. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly message: string
}
