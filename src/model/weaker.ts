import { isDeepStrictEqual } from 'node:util'

/** Whether a setting judges less by its second value than by its first. */
export type Weaker = (from: unknown, to: unknown) => boolean

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const holds = (list: readonly unknown[], item: unknown): boolean => list.some((each) => isDeepStrictEqual(each, item))

/** A setting that says what is made, or how it is run, and judges nothing. */
export const never: Weaker = () => false

/** A setting whose values have no order: each other value is another judge. */
export const whenChanged: Weaker = (from, to) => !isDeepStrictEqual(from, to)

/** The same, but what was not there may come. */
export const whenReplaced: Weaker = (from, to) => from !== undefined && whenChanged(from, to)

/** A list of what is looked at. */
export const whenFewer: Weaker = (from, to) => listOf(from).some((item) => !holds(listOf(to), item))

/** A list of what is let through. */
export const whenMore: Weaker = (from, to) => whenFewer(to, from)

/** A list of what is looked at; without one, everything is. */
export const whenNarrowed: Weaker = (from, to) =>
  listOf(from).length === 0 ? listOf(to).length > 0 : whenFewer(from, to)

export const whenLower: Weaker = (from, to) => !(Number(to) >= Number(from))

export const whenHigher: Weaker = (from, to) => !(Number(to) <= Number(from))

/** Words, the weakest first; a value that is none of them is as weak as can be. */
export const inOrder =
  (...words: readonly unknown[]): Weaker =>
  (from, to) =>
    words.indexOf(to) < words.indexOf(from)
