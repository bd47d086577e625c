import type { Trial } from '../model/nouns.ts'

/** A trial in a word or two: `smi`, `smi, CRDs linkerd`, `workload: controller`, `workload drill`; the set `all` goes without saying. */
export const formatTrialTitle = ({
  suite,
  subject,
  drill,
  with: { set = 'all' }
}: Pick<Trial, 'suite' | 'subject' | 'drill' | 'with'>): string =>
  `${suite}${drill ? ' drill' : ''}${subject === undefined ? '' : `: ${subject}`}${typeof set === 'string' && set !== 'all' ? `, CRDs ${set}` : ''}`
