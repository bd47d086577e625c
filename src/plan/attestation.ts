import { Failure } from '../base/errors.ts'
import { findPlatform } from '../facts/platforms.ts'
import type { Config } from '../config/inputs.ts'
import type { Once } from '../model/planned.ts'

export interface AttestationPlan {
  /** Whether a release without it fails. */
  readonly required: boolean
}

/** What is published, or why nothing is. */
export type Attestable =
  | {
      /** The name of a platform, or the path of a folder. */
      readonly to: string
      /** Whether its provenance is signed by the identity of a job. */
      readonly keyless: boolean
      /** It stays a draft. */
      readonly draft: boolean
    }
  | { readonly skip: string }

/** Whether GitHub gets the provenance as an artifact attestation, which it takes with a keyless signature only. */
export function planAttestation(
  { attestations }: Pick<Config, 'attestations'>,
  published: Attestable
): Once<AttestationPlan> {
  if (attestations === 'off') return { skip: 'attestations is off' }
  if ('skip' in published) return published
  const lacks = !findPlatform(published.to)?.keepsAttestations
    ? 'only GitHub keeps attestations'
    : published.keyless
      ? undefined
      : 'GitHub takes keyless signatures only'
  // What GitHub keeps of it everybody sees: so it waits for the release.
  if (lacks === undefined && published.draft) return { skip: 'a draft is attested by publish --finish' }
  if (lacks === undefined) return { work: [{ required: attestations === 'required' }] }
  if (attestations === 'required')
    throw new Failure('input', `attestations is required, and ${lacks}`, {
      hint: 'Release to GitHub from a job with "permissions: id-token: write, attestations: write", or leave attestations at auto.'
    })
  return { skip: lacks }
}
