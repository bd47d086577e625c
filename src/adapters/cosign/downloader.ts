import { BUNDLE, CHECKSUMS } from '../../model/release-chains.ts'
import type { Identity } from '../../model/nouns.ts'
import type { Downloading } from '../../model/ports/signer.ts'
import { formatIdentityOptions, formatKeyOptions, formatTrustOptions } from './arguments.ts'

/**
 * The command lines by which a downloader verifies a release, in the folder with its files: of every chain with programs of
 * others, and all of it by Slipway. Each is one line that shells which quote as sh does take as it is, with no comment in
 * it, which an interactive zsh would not take.
 */
export function formatDownloaderLines(
  identity: Identity,
  {
    statements,
    trustedRoot,
    release = '.',
    key = '../cosign.pub',
    cosign = ['cosign'],
    slipway = ['slipway']
  }: Downloading
): readonly string[] {
  const own = formatTrustOptions({ trustedRoot })
  const by = 'publicKey' in identity ? formatKeyOptions(key) : [...formatIdentityOptions(identity), ...own]
  const expected =
    'publicKey' in identity ? ['--key', key] : ['--identity', identity.identity, '--issuer', identity.issuer, ...own]
  return [
    [...cosign, 'verify-blob', ...by, '--bundle', BUNDLE, CHECKSUMS],
    ...statements.map(({ name, predicateType }) => [
      ...cosign,
      'verify-blob-attestation',
      '--type',
      predicateType,
      ...by,
      '--bundle',
      name,
      CHECKSUMS
    ]),
    [...slipway, 'verify', release, ...expected]
  ].map((words) => words.map(quoteForShell).join(' '))
}

const quoteForShell = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
