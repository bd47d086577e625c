import { Failure } from './errors.ts'

/** What one look at a place shows of what should be there. */
export type Look<T> =
  | { readonly seen: 'right'; readonly value: T }
  /** Something else is there. Looks agree when their failures say the same. */
  | { readonly seen: 'wrong'; readonly failure: Failure }
  /** It is not there, or not all of it. A write of a moment ago may not be known everywhere yet. */
  | { readonly seen: 'missing'; readonly what: string }

/** What several looks came to. */
export type Sight<T> =
  | { readonly seen: 'right'; readonly value: T }
  | { readonly seen: 'wrong'; readonly failure: Failure }
  /** Never right, and no three looks agreed: `asked` says what was seen when, a line each. */
  | { readonly seen: 'missing'; readonly asked: readonly string[]; readonly what: string }

/** Seconds between looks. */
export interface Patience {
  /** After a look that showed too little; the last of them ends it. */
  readonly missing: readonly number[]
  /** After a look that showed something else. */
  readonly wrong: number
}

/** For what was written just now: five minutes. */
export const AFTER_A_WRITE: Patience = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 }
/** For what is there already, as far as anybody knows: half a minute. */
export const AT_REST: Patience = { missing: [1, 2, 4, 8, 15], wrong: 5 }

/** So many looks have to show the same other thing before it is believed. */
const AGREEING = 3

/**
 * Looks until what should be there is seen, until three looks agree on something else, or until the pauses are used up.
 * A look that the place does not answer ('host') shows nothing. Rejects with any other error of a look.
 */
export async function lookPatiently<T>(
  look: () => Promise<Look<T>>,
  wait: (seconds: number) => Promise<void>,
  patience: Patience
): Promise<Sight<T>> {
  const asked: string[] = []
  const wrong = new Map<string, number>()
  const longest = patience.missing.reduce((sum, pause) => sum + pause, 0)
  let waited = 0
  for (let missed = 0; ;) {
    const shown = await lookOrMiss(look)
    if (shown.seen === 'right') return shown
    const what = shown.seen === 'wrong' ? shown.failure.message : shown.what
    asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`)
    if (shown.seen === 'wrong') {
      const agreeing = (wrong.get(what) ?? 0) + 1
      if (agreeing === AGREEING) return shown
      wrong.set(what, agreeing)
    }
    const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++]
    if (pause === undefined || waited + pause > longest) return { seen: 'missing', asked, what }
    waited += pause
    await wait(pause)
  }
}

const lookOrMiss = async <T>(look: () => Promise<Look<T>>): Promise<Look<T>> => {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Failure && error.kind === 'host') return { seen: 'missing', what: error.message }
    throw error
  }
}
