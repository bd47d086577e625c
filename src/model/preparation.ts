import { isCount, isSha256, isText, shaped } from '../base/decode.ts'
import type { Digest } from './nouns.ts'

/** A program that runs before the build, or after it where it is one that was built, and the files that it makes. */
export interface PrepareStep {
  /** A program and its arguments, where `{program}` or `{program:NAME}` stands for one that was built. */
  readonly run: readonly string[]
  /** Files and folders that it makes, relative to the module, with `/` between and none at the end. */
  readonly makes: readonly string[]
  /** The file that gets what it prints, in the same way. */
  readonly stdout?: string
  /** Whether it has the network of this machine. */
  readonly network: boolean
}

/** A tool of this machine that a step starts with. */
export interface StepTool {
  readonly name: string
  /** The first line that it says of itself; '' where it says nothing. */
  readonly version: string
  readonly sha256: string
}

/** Stands for a program that was built for this machine. */
const PROGRAM = /\{program(?::([^{}]*))?\}/g

/** Whether a step runs a program that is built first: what it makes is archived, and no build takes it in. */
export const runsProgram = ({ run }: PrepareStep): boolean => run.some((word) => word.search(PROGRAM) >= 0)

/** The words of a step with what `find` says of each program; `name` is undefined for the only one. */
export const fillPrograms = (run: readonly string[], find: (name: string | undefined) => string): readonly string[] =>
  run.map((word) => word.replace(PROGRAM, (_, name: string | undefined) => find(name)))

/** All that a step makes, relative to the module. */
export const listOutputs = ({ makes, stdout }: PrepareStep): readonly string[] => [
  ...makes,
  ...(stdout === undefined ? [] : [stdout])
]

/** As people read it: `npm run build`. */
export const formatStep = ({ run }: PrepareStep): string =>
  run.map((word) => (/^[\w@%+=:,./{}-]+$/.test(word) ? word : JSON.stringify(word))).join(' ')

/** A file that a step made. */
export interface MadeByStep extends Digest {
  /** From the repository's root. */
  readonly path: string
}

export const isStepTool = shaped<StepTool>({ name: isText, version: isText, sha256: isSha256 })
export const isMadeByStep = shaped<MadeByStep>({ path: isText, sha256: isSha256, size: isCount })

/** What came of steps. */
export interface Prepared {
  readonly files: readonly MadeByStep[]
  readonly tools: readonly StepTool[]
}
