import { describe, expect, test } from '@jest/globals'
import { readTrust, refuseEmptyTrust } from '../../../src/config/trust.ts'
import { memoryFiles } from '../../fakes/files.ts'

const NOBODY = { key: '', identity: '', issuer: '', 'trusted-root': '' }
const readFrom = async (text: string) => {
  const files = memoryFiles()
  await files.write('/mine/trust.yaml', text)
  return readTrust(files, '/work', { ...NOBODY, trust: '/mine/trust.yaml' })
}

describe('the file that says who must have signed', () => {
  test('names a key from its own folder', async () => {
    expect(await readFrom('key: cosign.pub\n')).toMatchObject({ signer: { key: '/mine/cosign.pub' } })
  })

  test.each<[string, string, string]>([
    ['is empty', '', 'does not say who must have signed'],
    ['says something else', 'targets: [linux/amd64]\n', 'does not say who must have signed'],
    ['is a key', '-----BEGIN PUBLIC KEY-----\nY2Fu\n-----END PUBLIC KEY-----\n', '/mine/trust.yaml'],
    ['names an identity without its issuer', 'identity: https://example.com/x\n', '/mine/trust.yaml:1: identity']
  ])('and %s is the reader’s mistake, by its name', async (_, text, words) => {
    await expect(readFrom(text)).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining(words) })
  })
})

test('a flag that names nobody is no default', () => {
  const given = (text: string, from: string) => () =>
    refuseEmptyTrust((name) => (name === 'key' ? { text, from } : undefined))
  expect(given(' ', '--key')).toThrow(expect.objectContaining({ kind: 'input', message: '--key is empty' }))
  given('', 'key')()
  given('cosign.pub', '--key')()
})
