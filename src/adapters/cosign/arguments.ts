import type { ExpectedSigner } from '../../model/signer.ts'

/** Files that describe a Sigstore of one's own; without them keyless signing and verifying use the public one. */
export interface PrivateSigstore {
  readonly signingConfig?: string | undefined
  readonly trustedRoot?: string | undefined
}

export const formatKeyOptions = (publicKey: string): readonly string[] => ['--key', publicKey, '--insecure-ignore-tlog']

/** By whom a signature without a lasting key has to be. */
export type ExpectedIdentity = Exclude<ExpectedSigner, { readonly key: string }>

export const formatIdentityOptions = (expected: ExpectedIdentity): readonly string[] => [
  ...('identity' in expected
    ? ['--certificate-identity', expected.identity]
    : ['--certificate-identity-regexp', expected.pattern]),
  '--certificate-oidc-issuer',
  expected.issuer
]

export const formatTrustOptions = ({
  trustedRoot
}: {
  readonly trustedRoot?: string | undefined
}): readonly string[] => (trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot])
