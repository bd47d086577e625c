import { expect, test } from '@jest/globals'
import { listStays } from '../../../src/publish/stays.ts'

const files = (...names: readonly string[]) => ({ files: names.map((name) => ({ name, size: 1, sha256: undefined })) })
const signed = files('a.zip', 'checksums.txt.sigstore.json', 'provenance.sigstore.json')

test.each([
  ['v1.2.3', signed, 'github', ['v1.2.3', 'retract v1.2.3', 'signatures', 'gh attestation', 'copies elsewhere']],
  ['tools/v1.2.3', signed, 'gitlab', ['tools/v1.2.3', 'retract v1.2.3', 'signatures', 'copies elsewhere']],
  ['nightly', files('a.zip'), 'folder', ['nightly', 'copies elsewhere']]
])('what stays of %s is told', (tag, published, on, words) => {
  const told = listStays(tag, published, on)
  expect(told).toHaveLength(words.length)
  for (const [i, word] of words.entries()) expect(told[i]).toContain(word)
})
