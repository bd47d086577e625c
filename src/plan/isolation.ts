import { Failure } from '../base/errors.ts'
import type { Isolation } from '../model/isolation.ts'
import { takeWork } from '../model/planned.ts'
import type { ClusterPlan } from './cluster-plan.ts'
import type { Plan } from './plan.ts'
import type { Surroundings } from './surroundings.ts'

/** What a run holds beside what its plan says. */
interface Holding {
  readonly surroundings: Pick<Surroundings, 'secrets' | 'event'>
  /** Whether the caller gave a token for the platform. */
  readonly token: boolean
}

type Secretive = Pick<Plan, 'signing'> & { readonly cluster: Pick<ClusterPlan, 'provider'> | undefined }

/**
 * A plan whose trials run programs, with what isolates them on this machine. Throws an 'environment' Failure where they would
 * run beside a secret with nothing between them.
 */
export function isolatePlan<P extends Secretive>(
  plan: P,
  isolation: Isolation,
  holding: Holding
): P & { readonly isolation: Isolation } {
  refuseUnisolated('programs under test', plan, isolation, holding)
  return { ...plan, isolation }
}

/** Throws an 'environment' Failure where `what` would run beside a secret with nothing between them. */
export function refuseUnisolated(what: string, plan: Secretive, isolation: Isolation, holding: Holding): void {
  const secrets = isolation.by === 'none' ? listSecrets(plan, holding) : []
  if (secrets.length === 0) return
  throw new Failure(
    'environment',
    `${what} would run beside ${secrets.join(', ')}, and nothing keeps them apart here: ${isolation.why}`,
    {
      code: 'no-isolation',
      hint: 'Install bubblewrap on Linux, or prove in a job without secrets and release in another one: docs/security.md explains both.'
    }
  )
}

/** Whether a program of this run could take a secret, as far as its environment and the caller's token go. */
export const holdsSecret = ({ secrets, event }: Holding['surroundings'], token: string): boolean => {
  const trusted = event.untrusted === undefined
  return secrets.some(({ isToken }) => trusted || !isToken) || (trusted && token !== '')
}

/** Names of the secrets, never their values. A platform gives no token that may write to a run for somebody else's change. */
function listSecrets({ signing, cluster }: Secretive, { surroundings, token }: Holding): readonly string[] {
  const { secrets, event } = surroundings
  const trusted = event.untrusted === undefined
  const { mode, key } = takeWork(signing) ?? {}
  return [
    ...secrets.filter(({ isToken }) => trusted || !isToken).map(({ name }) => name),
    ...(token && trusted ? ['the token of the platform'] : []),
    ...(mode === 'key' && !key?.startsWith('env://') ? ['the signing key'] : []),
    ...(cluster?.provider === 'kubeconfig' ? ['the kubeconfig'] : [])
  ]
}
