/**
 * Reads that lag behind writes: what one machine of a platform did, another one does not know for a while. Reports: a
 * list of assets that stays empty for 23 s (zosma-cowork#318), a new release or asset that is not found (cli#6599,
 * action-gh-release#760, github-release#67), a latest release of before (terrapod#1466).
 */
export const READERS = ['releases', 'release', 'files', 'tag', 'latest', 'downloads'] as const
export type Reader = (typeof READERS)[number]

/** How many seconds each kind of read is behind, at most. */
export type Lags = Readonly<Record<Reader, number>>

const KINDS: readonly (readonly [Reader, RegExp])[] = [
  ['tag', /(^|\/)(git\/(ref|tags)|repository\/tags)\//],
  ['latest', /(^|\/)releases\/latest$|(^|\/)releases\?.*\bper_page=1(&|$)/],
  ['releases', /(^|\/)releases(\?|$)/],
  ['downloads', /(^|\/)releases\/assets\/\d+$|^packages\/generic\/|\/storage\/|^\/\d+(\?|$)/],
  ['files', /\/assets\?|(^|\/)packages\?|\/package_files\?/],
  ['release', /(^|\/)releases\/[^?]+$/]
]

/** Which kind of read a request is, by its target as the log has it; undefined for a write and for what never lags. */
export const readerOf = (method: string, target: string): Reader | undefined =>
  method === 'GET' ? KINDS.find(([, pattern]) => pattern.test(target))?.[0] : undefined

/** What a platform's state was, for machines that are behind. */
export interface Past {
  /** Just before a write; `state` is JSON. */
  remember(now: number, state: string): void
  /** The state of then, undefined where nothing was written since. */
  at(then: number): string | undefined
  /** From now on nobody sees what was before. */
  forget(): void
  /** How often that was said: what was taken down before it must not be remembered after it. */
  readonly age: number
}

export function past(): Past {
  let states: { readonly until: number; readonly state: string }[] = []
  let age = 0
  return {
    remember: (now, state) => void states.push({ until: now, state }),
    at: (then) => states.find(({ until }) => until > then)?.state,
    forget() {
      states = []
      age++
    },
    get age() {
      return age
    }
  }
}
