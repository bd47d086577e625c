import { Failure } from '../../base/errors.ts'
import { keyReference } from './key-reference.ts'
import type { CosignParts } from './run.ts'

/**
 * Rejects a signing key that is not there or that cosign cannot read, so that nobody waits for a compiler and a proof
 * first. Whether the password opens it, and what a key service says, is known when it signs.
 */
export async function refuseUnreadableKey(
  { files, env }: Pick<CosignParts, 'files' | 'env'>,
  reference: string
): Promise<void> {
  const { path, key, variables } = keyReference(reference)
  const variable = key.startsWith('env://') ? variables[0] : undefined
  if (path === undefined && variable === undefined) return
  const bytes = path === undefined ? undefined : await files.read(path)
  const text = variable === undefined ? bytes && Buffer.from(bytes).toString('utf8') : env[variable]
  if (path !== undefined && text === undefined)
    throw new Failure('input', `there is no signing key at ${path}`, { hint: 'Check the path that --sign-key names.' })
  if (!text)
    throw new Failure('environment', `the variable that should hold the signing key is not set: ${variable}`, {
      hint: 'Set it, or name the key: --sign-key FILE|KMS.'
    })
  if (!/-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text))
    throw new Failure('input', 'the signing key is not a private key as cosign writes them', {
      hint: 'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
    })
}
