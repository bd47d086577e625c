import { CHECKSUMS, COMPATIBILITY, PROVENANCE } from './release-chains.ts'
import { SLSA, TEST_RESULT } from './release-chains.ts'

/** What compares every file with checksums.txt, for who has all of them. */
export const COMPARE = `sha256sum -c ${CHECKSUMS}`

/** What is said beside the command lines, a piece of text and a command in turns. */
export const BESIDE = [
  ['With only some of the files', `sha256sum --ignore-missing -c ${CHECKSUMS}`],
  ['On macOS', `shasum -a 256 -c ${CHECKSUMS}`]
] as const

/** Where `cosign.pub` comes from, for a signature by key. */
export const KEY_NOTE =
  'cosign.pub is the public key of the publisher. It comes from them and not with the release, and lies beside the folder.'

/** The signed statements of a release with files of these names. */
export const listStatements = (
  names: readonly string[]
): readonly { readonly name: string; readonly predicateType: string }[] =>
  [
    { name: PROVENANCE, predicateType: SLSA },
    { name: COMPATIBILITY, predicateType: TEST_RESULT }
  ].filter(({ name }) => names.includes(name))
