import { formatCount } from '../base/text.ts'
import type { Verdict } from '../model/nouns.ts'

/** What came of a drill, as a sentence that nobody takes for a proof. */
export function describeDrill({ checks, cluster, outcome }: Verdict): string {
  const failed = checks.filter((check) => check.outcome === 'failed').length
  const held = outcome === 'passed' ? 'all hold' : `${failed} do not hold`
  const where = cluster ? ` on Kubernetes ${cluster.server}${cluster.simulated ? ', with simulated pods' : ''}` : ''
  return `A drill, not a proof: a Deployment of an image that nobody has went there and back${where} (${formatCount(checks.length, 'check')}, ${held}). Nothing of this project ran in it.`
}
