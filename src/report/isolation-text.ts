import type { Isolation } from '../model/isolation.ts'

/** What kept programs under test from the rest of the machine, as a person reads it. */
export const describeIsolation = ({ by, why }: Isolation): string =>
  by === 'none' ? `none (${why}): programs under test run on the machine as it is` : `${by} (${why})`
