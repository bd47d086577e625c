import { join } from 'node:path'
import { isAnything, isCount, isNumber, isSha256, isText, listOf, maybe, shaped, type Guard } from '../base/decode.ts'
import { hashBytes } from '../base/digest.ts'
import { Failure } from '../base/errors.ts'
import { canonicalize, parseJson } from '../base/json.ts'
import type { Digest } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Files } from '../model/ports/files.ts'

/** A step that is done once for one input, and what a record must say to be taken for its own. */
export interface Step<T> {
  /** The names of its records begin with it. */
  readonly kind: string
  /** Counts up when what is recorded takes another shape: what was written in another shape is not found. */
  readonly shape: number
  /** All that decides what it makes. */
  readonly input: Json
  /** Whether a value is what such a step makes for its input, and exactly that: a record is foreign input. */
  readonly fits: Guard<T>
  /** The files that it leaves beside its value: a record counts while they have these digests. */
  leaves?(value: T): readonly MadeFile[]
}

/** What a step made: a value to remember. */
export interface Made<T> {
  readonly value: T
  /** Id of the run that made it. It is remembered and decides nothing: another run reuses what this one made. */
  readonly by?: string
}

export interface MadeFile extends Digest {
  /** Relative to the ledger's folder. */
  readonly path: string
}

export const isMadeFile = shaped<MadeFile>({ path: isText, sha256: isSha256, size: isCount })

/** The steps that are done, each known by the digest of what went in; kept in `steps/` of an output folder. */
export interface Ledger {
  /** The value of a step whose record fits and whose files still have their digests; else undefined. */
  lookUp<T>(step: Step<T>): Promise<T | undefined>
  /** Records what a step made, once its files are in place. */
  record<T>(step: Step<T>, made: Made<T>): Promise<void>
  /** What `lookUp` says, else does the step and records it. */
  once<T>(step: Step<T>, make: () => Promise<Made<T>>): Promise<{ readonly value: T; readonly reused: boolean }>
  /** What the record of a step says of the run that did it; undefined where it says nothing, or there is none. */
  doneBy(step: Step<unknown>): Promise<string | undefined>
  /** Where the records of steps of these kinds lie that this ledger found or wrote so far, relative to its folder. */
  places(kinds: readonly string[]): readonly string[]
}

interface Record {
  readonly step: string
  readonly shape: number
  readonly input: Json
  readonly value: Json
  readonly files: readonly Json[]
  readonly by?: Json
}

const isRecord = shaped<Record>({
  step: isText,
  shape: isNumber,
  input: isAnything,
  value: isAnything,
  files: listOf(isAnything),
  by: maybe(isAnything)
})

export function ledger(files: Files, folder: string): Ledger {
  const done = new Map<string, string>()

  const recorded = async <T>(step: Step<T>): Promise<(Record & { readonly value: T & Json }) | undefined> => {
    const record = await readRecord(files, join(folder, formatRecordPath(step)))
    return record && isRecordOf(record, step) ? record : undefined
  }

  const lookUp = async <T>(step: Step<T>): Promise<T | undefined> => {
    const record = await recorded(step)
    if (!record) return undefined
    const left = listLeftFiles(step, record.value)
    const found = await Promise.all(left.map(({ path, size }) => files.digest(join(folder, path), size)))
    if (!found.every((digest, i) => digest !== undefined && digest.sha256 === left[i]?.sha256)) return undefined
    done.set(formatRecordPath(step), step.kind)
    return record.value
  }

  const record = async <T>(step: Step<T>, { value, by }: Made<T>): Promise<void> => {
    const { kind, shape, input } = step
    const record = { step: kind, shape, input, value: value as Json, files: listLeftFiles(step, value), by } as unknown
    await files.write(join(folder, formatRecordPath(step)), `${canonicalize(record as Json)}\n`)
    done.set(formatRecordPath(step), kind)
  }

  return {
    lookUp,
    record,
    async once(step, make) {
      const before = await lookUp(step)
      if (before !== undefined) return { value: before, reused: true }
      const made = await make()
      await record(step, made)
      return { value: made.value, reused: false }
    },
    async doneBy(step) {
      // Another machine may have written it.
      const by = (await recorded(step))?.by
      return isText(by) ? by : undefined
    },
    places: (kinds) => [...done].flatMap(([place, kind]) => (kinds.includes(kind) ? [place] : []))
  }
}

/** For a command that leaves no output folder: nothing is remembered. */
export const NO_LEDGER: Ledger = {
  lookUp: () => Promise.resolve(undefined),
  record: () => Promise.resolve(),
  once: async (_, make) => ({ value: (await make()).value, reused: false }),
  doneBy: () => Promise.resolve(undefined),
  places: () => []
}

/** Where the record of a step lies, relative to the ledger's folder, whether it is there or not. */
export const formatRecordPath = ({ kind, shape, input }: Step<unknown>): string =>
  `steps/${kind}-${hashBytes(canonicalize({ shape, input })).slice(0, 32)}.json`

/** In the order of their paths, whatever the order of what was read back. */
const listLeftFiles = <T>(step: Step<T>, value: T): readonly MadeFile[] =>
  (step.leaves?.(value) ?? [])
    .map(({ path, sha256, size }) => ({ path, sha256, size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

/** A record that cannot be read is no record: the step is done again, and another record takes its place. */
async function readRecord(files: Files, path: string): Promise<Record | undefined> {
  const bytes = await files.read(path).catch((error: unknown) => {
    // What is larger than any record, or no file at all.
    if (error instanceof Failure && error.kind === 'input') return undefined
    throw error
  })
  const record: unknown = bytes && parseJson(Buffer.from(bytes).toString('utf8'))
  return isRecord(record) ? record : undefined
}

/** Whether a record is the step's own. Its name holds half of a digest; the whole input decides. */
function isRecordOf<T>(record: Record, step: Step<T>): record is Record & { readonly value: T & Json } {
  const { value, input } = record
  try {
    return (
      record.step === step.kind &&
      record.shape === step.shape &&
      canonicalize(input) === canonicalize(step.input) &&
      step.fits(value) &&
      canonicalize(record.files) === canonicalize(listLeftFiles<T>(step, value) as unknown as Json)
    )
  } catch (error) {
    // Lists in lists, more than the stack holds.
    if (error instanceof RangeError) return false
    throw error
  }
}
