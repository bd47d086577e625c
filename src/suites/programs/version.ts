import { Failure } from '../../base/errors.ts'

/** One version of the program under test. */
export interface Version {
  /** As people write it: `v1.0.0`, or a snapshot's version. */
  readonly name: string
  /** Without `v`. */
  readonly version: string
  /** Absolute paths of its programs that run on this machine, by name. */
  readonly programs: Readonly<Record<string, string>>
  /** How they came here: compiled from which commit, or downloaded and checked against what. */
  readonly origin: string
  /** A file of its module's folder as that version has it; undefined where it has none. */
  file(path: string): Promise<Uint8Array | undefined>
  /** Files of that version under a path, which may be one file; relative to the module's folder, sorted. */
  list(path: string): Promise<readonly string[]>
  /** Absolute path of its module's folder, for the go command; a checkout is made when it is first asked for. */
  source(): Promise<string>
}

/** What a trial compares. */
export interface Versions {
  readonly candidate: Version
  /** Undefined for a first release. */
  readonly baseline: Version | undefined
}

/** The path of a program of a version, or the only one it has. Throws an 'input' Failure where that cannot be said. */
export function findProgram(
  { version, label }: { readonly version: Version; readonly label: string },
  wanted: string | undefined
): string {
  const names = Object.keys(version.programs)
  const name = wanted ?? (names.length === 1 ? names[0] : undefined)
  if (name === undefined)
    throw new Failure('input', `nobody said which program: there are ${names.join(', ')}`, {
      hint: 'Name it in slipway.yaml: program.'
    })
  const path = version.programs[name]
  if (path === undefined)
    throw new Failure('input', `the ${label} has no program ${name}, only ${names.join(', ') || 'none'}`, {
      hint: 'A program that is new has no way back to test: take it out of workloads and data, or --baseline none.'
    })
  return path
}
