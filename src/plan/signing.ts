import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import { takeWork, type Once } from '../model/planned.ts'
import type { Surroundings } from './surroundings.ts'
import type { Mode } from './mode.ts'

export interface SigningPlan {
  readonly mode: 'key' | 'keyless' | 'rehearsal'
  readonly why: string
  /** For a key: where it is. */
  readonly key?: string
  /** For the rehearsal of a gate: where the key is that a release would sign with, as far as this run may see it. */
  readonly opens?: string
  /** For keyless: files that describe another Sigstore than the public one. */
  readonly signingConfig?: string
  readonly trustedRoot?: string
}

const EMPTY = 'COSIGN_PRIVATE_KEY is set and empty'
const LOST = 'The secret is missing, has another name, or is kept from this job. '

/** Whether a key can be opened on this machine alone: a key service is asked when something is to be signed. */
const isHere = (key: string): boolean => key !== '' && (key.startsWith('env://') || !key.includes('://'))

export function planSigning(mode: Mode, config: Config, surroundings: Surroundings): Once<SigningPlan> {
  if (config.sign === 'none') return { skip: 'sign is none' }
  const key = config['sign-key'] || (surroundings.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '')
  const byKey = config.sign === 'key' || (config.sign === 'auto' && key !== '')
  if (mode === 'gate') {
    const seen = byKey && surroundings.event.untrusted === undefined && isHere(key)
    return {
      work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships', ...(seen && { opens: key }) }]
    }
  }
  if (byKey) {
    if (key === '')
      throw new Failure('environment', `sign is key, and ${surroundings.hasEmptyKey ? EMPTY : 'there is no key'}`, {
        code: 'no-key',
        hint: `${surroundings.hasEmptyKey ? LOST : ''}Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.`
      })
    return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] }
  }
  if (config.sign === 'keyless' || surroundings.hasIdentity) {
    if (!surroundings.hasIdentity)
      throw new Failure('environment', 'sign is keyless, and this job has no identity token', {
        code: 'no-identity-token',
        hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
      })
    if (config.sign === 'auto' && surroundings.hasEmptyKey)
      throw new Failure('environment', `a key should sign, and ${EMPTY}`, {
        code: 'no-key',
        hint: `${LOST}Where the identity of the job should sign, take the variable away or say sign: keyless (--sign keyless).`
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
  return {
    work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: a release stops before it compiles' }]
  }
}

/**
 * Rejects a release that nothing here can sign, unless it was asked for without a signature. `before`: the tag of a
 * signed release before this one.
 */
export function refuseUnsigned(
  { mode, signing }: { readonly mode: Mode; readonly signing: Once<SigningPlan> },
  { key, identity }: Pick<Config, 'key' | 'identity'>,
  { hasEmptyKey }: Pick<Surroundings, 'hasEmptyKey'>,
  before: string | undefined
): void {
  if (mode !== 'release' || takeWork(signing)?.mode !== 'rehearsal') return
  const reasons = [
    ...(hasEmptyKey ? [EMPTY] : []),
    ...(key !== '' || identity !== '' ? ['the settings name who must have signed'] : []),
    ...(before === undefined ? [] : [`the release before, ${before}, is signed`])
  ]
  const why = reasons.length > 0 ? ` (${reasons.join('; ')})` : ''
  throw new Failure(
    'environment',
    `the release would not be signed: there is neither a key nor an identity token${why}`,
    {
      code: 'no-key',
      hint: `${hasEmptyKey ? LOST : ''}Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or let the job get an identity token. A release without a signature has to be asked for: sign: none (--sign none).`
    }
  )
}
