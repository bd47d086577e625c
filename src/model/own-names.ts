import { BUNDLE, CHECKSUMS, COMPATIBILITY, MANIFEST, PROVENANCE } from './release-chains.ts'
import { RECORD } from './release-record.ts'

/** Names that Slipway gives to files of its own, and folders of its output folder. */
const OWN = [
  ...[CHECKSUMS, BUNDLE, PROVENANCE, COMPATIBILITY, MANIFEST, RECORD, 'verdicts.json'],
  ...['bin', 'baseline', 'logs', 'prepared', 'report', 'steps']
]

/** Whether no other file of a release may have a name, also where case does not count. */
export const isOwnName = (name: string): boolean =>
  OWN.includes(name.toLowerCase()) || /^shard-\d+-of-\d+\.json$/i.test(name)
