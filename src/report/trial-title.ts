import type { Trial } from '../model/nouns.ts'

/** A trial in a word or two: `smi`, `smi, CRDs linkerd`, `workload: controller`; the set `all` goes without saying. */
export const formatTrialTitle = ({
  suite,
  subject,
  with: { set = 'all' }
}: Pick<Trial, 'suite' | 'subject' | 'with'>): string =>
  `${suite}${subject === undefined ? '' : `: ${subject}`}${typeof set === 'string' && set !== 'all' ? `, CRDs ${set}` : ''}`
