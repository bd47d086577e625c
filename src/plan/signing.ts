import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import type { Once } from '../model/planned.ts'
import type { Surroundings } from './surroundings.ts'
import type { Mode } from './mode.ts'

export interface SigningPlan {
  readonly mode: 'key' | 'keyless' | 'rehearsal'
  readonly why: string
  /** For a key: where it is. */
  readonly key?: string
  /** For keyless: files that describe another Sigstore than the public one. */
  readonly signingConfig?: string
  readonly trustedRoot?: string
}

export function planSigning(mode: Mode, config: Config, surroundings: Surroundings): Once<SigningPlan> {
  if (config.sign === 'none') return { skip: 'sign is none' }
  if (mode === 'gate') return { work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships' }] }
  const key = config['sign-key'] || (surroundings.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '')
  if (config.sign === 'key' || (config.sign === 'auto' && key !== '')) {
    if (key === '')
      throw new Failure('environment', 'sign is key, and there is no key', {
        code: 'no-key',
        hint: 'Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.'
      })
    return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] }
  }
  if (config.sign === 'keyless' || surroundings.hasIdentity) {
    if (!surroundings.hasIdentity)
      throw new Failure('environment', 'sign is keyless, and this job has no identity token', {
        code: 'no-identity-token',
        hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
      })
    if ((config['signing-config'] === '') !== (config['trusted-root'] === ''))
      throw new Failure(
        'input',
        'a Sigstore of your own is described by both its signing config and its trusted root',
        {
          hint: 'Give --signing-config FILE and --trusted-root FILE, or neither.'
        }
      )
    const [signingConfig, trustedRoot] = [config['signing-config'], config['trusted-root']]
    return {
      work: [
        {
          ...(signingConfig === '' ? {} : { signingConfig, trustedRoot }),
          mode: 'keyless',
          why: config.sign === 'keyless' ? 'sign is keyless' : 'no key, and the job has an identity token'
        }
      ]
    }
  }
  return { work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: the release is NOT signed' }] }
}
