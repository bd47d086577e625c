import { Failure } from '../base/errors.ts'
import type { Isolation } from '../model/isolation.ts'
import type { ClusterPlan } from './cluster-plan.ts'
import type { SigningPlan } from './signing.ts'
import type { Surroundings } from './surroundings.ts'

/** What a run holds that a program under test could take. */
interface Holding {
  readonly surroundings: Pick<Surroundings, 'secrets' | 'event'>
  /** Whether the caller gave a token for the platform. */
  readonly token: boolean
  readonly signing: SigningPlan | undefined
  readonly cluster: ClusterPlan | undefined
}

/** Throws an 'environment' Failure where programs under test would run beside a secret with nothing between them. */
export function refuseUnisolated({ by, why }: Isolation, holding: Holding): void {
  if (by !== 'none') return
  const secrets = listSecrets(holding)
  if (secrets.length === 0) return
  throw new Failure(
    'environment',
    `programs under test would run beside ${secrets.join(', ')}, and nothing keeps them apart here: ${why}`,
    {
      code: 'no-isolation',
      hint: 'Install bubblewrap on Linux, or prove in a job without secrets and release in another one: docs/security.md explains both.'
    }
  )
}

/** Names of the secrets, never their values. A platform gives no token that may write to a run for somebody else's change. */
function listSecrets({ surroundings, token, signing, cluster }: Holding): readonly string[] {
  const { secrets, event } = surroundings
  const trusted = event.untrusted === undefined
  return [
    ...secrets.filter(({ isToken }) => trusted || !isToken).map(({ name }) => name),
    ...(token && trusted ? ['the token of the platform'] : []),
    ...(signing?.mode === 'key' && !signing.key?.startsWith('env://') ? ['the signing key'] : []),
    ...(cluster?.provider === 'kubeconfig' ? ['the kubeconfig'] : [])
  ]
}
