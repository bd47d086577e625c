import { resolve } from 'node:path'
import type { ExpectedSigner } from '../model/signer.ts'
import type { Config } from './inputs.ts'

/** The inputs that name the expected signer. */
export const SIGNER_INPUTS = ['key', 'identity', 'issuer'] as const
type SignerInputs = Pick<Config, (typeof SIGNER_INPUTS)[number]>

/** The one rule for these inputs; throws an Error that says it. They may all be left out. */
export function refuseAmbiguousSigner({ key, identity, issuer }: SignerInputs): void {
  const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === ''
  if (isSound) return
  throw new Error(
    'the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)'
  )
}

/** The signer that the inputs name, if they name one; paths count from `folder`. */
export function chooseExpectedSigner(
  { key, identity, issuer }: SignerInputs,
  folder: string
): ExpectedSigner | undefined {
  if (key !== '') return { key: resolveKey(folder, key) }
  return identity === '' ? undefined : { identity, issuer }
}

/** A key as people name it: the URL of a key service as it is, or the path of a file from a folder. */
const resolveKey = (folder: string, key: string): string => (/^[a-z0-9+]+:\/\//.test(key) ? key : resolve(folder, key))
