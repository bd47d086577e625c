/** Work to do, or the reason why there is none. */
export type Planned<T> = { readonly work: readonly T[] } | { readonly skip: string }

/** One piece of work, or the reason why there is none. Like all work of a plan it is printed as a list. */
export type Once<T> = { readonly work: readonly [T] } | { readonly skip: string }

/** The piece of work, if there is one. */
export const takeWork = <T>(planned: Once<T>): T | undefined => ('work' in planned ? planned.work[0] : undefined)
