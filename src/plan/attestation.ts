import { Failure } from '../errors.ts'
import type { Config } from '../inputs.ts'
import { workOf, type Planned } from './around.ts'
import type { PublicationPlan } from './publication.ts'
import type { SigningPlan } from './signing.ts'

export interface AttestationPlan {
  /** Whether a release without it fails. */
  readonly required: boolean
}

/** Whether GitHub gets the provenance as an artifact attestation, which it takes with a keyless signature only. */
export function attestation(
  { attestations }: Pick<Config, 'attestations'>,
  signing: Planned<SigningPlan>,
  publication: Planned<PublicationPlan>
): Planned<AttestationPlan> {
  if (attestations === 'off') return { skip: 'attestations is off' }
  if ('skip' in publication) return { skip: publication.skip }
  const lacks =
    workOf(publication)?.to !== 'github'
      ? 'only GitHub keeps attestations'
      : workOf(signing)?.mode === 'keyless'
        ? undefined
        : 'GitHub takes keyless signatures only'
  if (lacks === undefined) return { work: [{ required: attestations === 'required' }] }
  if (attestations === 'required')
    throw new Failure('input', `attestations is required, and ${lacks}`, {
      hint: 'Release to GitHub from a job with "permissions: id-token: write, attestations: write", or leave attestations at auto.'
    })
  return { skip: lacks }
}
