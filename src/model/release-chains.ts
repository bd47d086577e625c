import type { Named } from './nouns.ts'
import { quote } from '../base/text.ts'

/**
 * What vouches for a file of a release. Two chains start at signatures of the expected signer: checksums.txt, which
 * names the reproducible files, and the provenance, which names every other one. Each file hangs on exactly one.
 */
export type Chain = 'signature' | 'checksums' | 'provenance'

export const CHECKSUMS = 'checksums.txt'
export const BUNDLE = 'checksums.txt.sigstore.json'
export const PROVENANCE = 'provenance.sigstore.json'
export const COMPATIBILITY = 'compatibility.sigstore.json'
export const MANIFEST = 'manifest.json'

/** Predicate types of the statements of a release (slsa.dev/spec/v1.0, github.com/in-toto/attestation). */
export const SLSA = 'https://slsa.dev/provenance/v1'
export const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1'

/** What the two signatures vouch for, once they are proved. */
export interface Vouched {
  /** The lines of checksums.txt. */
  readonly checksums: readonly Named[]
  /** Subjects of the provenance: what the lines say, and checksums.txt itself. */
  readonly subjects: readonly Named[]
  /** Byproducts of the provenance: the files that checksums.txt does not name. */
  readonly byproducts: readonly Named[]
}

/** The chain that a file hangs on, and the digest that it must have where a list says so; undefined for a stranger. */
export function findChain(
  name: string,
  { checksums, byproducts }: Vouched
): { readonly chain: Chain; readonly sha256?: string } | undefined {
  // Signed themselves: by checksums.txt.sigstore.json, and within.
  if (name === CHECKSUMS || name === PROVENANCE) return { chain: 'signature' }
  const listed = checksums.find((file) => file.name === name)
  if (listed) return { chain: 'checksums', sha256: listed.sha256 }
  const named = byproducts.find((file) => file.name === name)
  return named && { chain: 'provenance', sha256: named.sha256 }
}

/** What is wrong between the chains, a sentence each: they have to speak of one release and share no file. */
export function findChainProblems(
  { checksums, subjects, byproducts }: Vouched,
  checksumsDigest: string
): readonly string[] {
  const expected = [...checksums, { name: CHECKSUMS, sha256: checksumsDigest }]
  const says = (name: string): string | undefined => subjects.find((file) => file.name === name)?.sha256
  const twice = listRepeated([...expected, ...byproducts].map(({ name }) => name))
  return [
    ...expected
      .filter(({ name, sha256 }) => says(name) !== sha256)
      .map(({ name }) => `the provenance does not speak of this ${name}`),
    ...subjects
      .filter(({ name }) => !expected.some((file) => file.name === name))
      .map(({ name }) => `the provenance speaks of ${name}, which is in no checksums.txt`),
    ...listRepeated(subjects.map(({ name }) => name)).map((name) => `the provenance speaks of ${name} twice`),
    ...twice.map((name) => `${name} hangs on two chains`),
    // Such a name would lead out of the folder that a release is.
    ...byproducts
      .filter(({ name }) => /[\\/\p{Cc}]|^\.{0,2}$/u.test(name))
      .map(({ name }) => `${quote(name)} is no name of a file`),
    ...byproducts.filter(({ name }) => name === PROVENANCE).map(() => `${PROVENANCE} cannot vouch for itself`)
  ]
}

const listRepeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, i) => names.indexOf(name) !== i))
]
