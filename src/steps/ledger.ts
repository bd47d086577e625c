import { join } from 'node:path'
import { sha256 } from '../base/digest.ts'
import { canonical } from '../base/json.ts'
import type { Digest } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Files } from '../model/ports/files.ts'

/** What a step made: a value to remember, and the files it left with the digests of the bytes that it wrote. */
export interface Made<T extends Json> {
  readonly value: T
  readonly files: readonly MadeFile[]
  /** Id of the run that made it. It is remembered and decides nothing: another run reuses what this one made. */
  readonly by?: string
}

export interface MadeFile extends Digest {
  /** Relative to the ledger's folder. */
  readonly path: string
}

interface Record extends Made<Json> {
  readonly step: string
  readonly input: Json
}

/** The steps that are done, each known by the digest of what went in; kept in `steps/` of an output folder. */
export interface Ledger {
  /** Where the record of a step lies, relative to the ledger's folder, whether it is there or not. */
  place(step: string, input: Json): string
  /** The value of a step whose record is there and whose files still have their digests; else undefined. */
  known<T extends Json>(step: string, input: Json): Promise<T | undefined>
  /** What the record of a step says of the run that did it; undefined where it says nothing, or there is none. */
  doneBy(step: string, input: Json): Promise<string | undefined>
  /** What `known` says, else does the step and records it once its files are in place. */
  once<T extends Json>(step: string, input: Json, make: () => Promise<Made<T>>): Promise<{ value: T; reused: boolean }>
}

export function ledger(files: Files, folder: string): Ledger {
  const place = (step: string, input: Json): string => `steps/${step}-${sha256(canonical(input)).slice(0, 32)}.json`

  const recorded = async (step: string, input: Json): Promise<Record | undefined> => {
    const record = parse(await files.read(join(folder, place(step, input))))
    // The name holds half of the digest; the whole input decides.
    return record?.step === step && canonical(record.input) === canonical(input) ? record : undefined
  }

  const known = async <T extends Json>(step: string, input: Json): Promise<T | undefined> => {
    const record = await recorded(step, input)
    if (!record) return undefined
    const found = await Promise.all(record.files.map(({ path }) => files.digest(join(folder, path))))
    const whole = found.every((digest, i) => digest !== undefined && digest.sha256 === record.files[i]?.sha256)
    return whole ? (record.value as T) : undefined
  }

  return {
    place,
    known,
    async doneBy(step, input) {
      // Another machine may have written it.
      const by: unknown = (await recorded(step, input))?.by
      return typeof by === 'string' ? by : undefined
    },
    async once<T extends Json>(step: string, input: Json, make: () => Promise<Made<T>>) {
      const before = await known<T>(step, input)
      if (before !== undefined) return { value: before, reused: true }
      const { value, files: made, by } = await make()
      const names = made.map(({ path, sha256, size }) => ({ path, sha256, size }))
      await files.write(
        join(folder, place(step, input)),
        `${canonical({ step, input, value, files: names, ...(by === undefined ? {} : { by }) })}\n`
      )
      return { value, reused: false }
    }
  }
}

/** A record that cannot be read is no record: the step is done again. */
function parse(bytes: Uint8Array | undefined): Record | undefined {
  if (!bytes) return undefined
  try {
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record
    return record.files.every(({ path }) => typeof path === 'string') ? record : undefined
  } catch {
    return undefined
  }
}

/** A ledger that also tells where the records of some kinds of steps lie that were done, now or before. */
export function watched(
  ledger: Ledger,
  kinds: readonly string[]
): { readonly ledger: Ledger; readonly steps: readonly string[] } {
  const steps: string[] = []
  return {
    steps,
    ledger: {
      ...ledger,
      async once(step, input, make) {
        const done = await ledger.once(step, input, make)
        if (kinds.includes(step)) steps.push(ledger.place(step, input))
        return done
      }
    }
  }
}
