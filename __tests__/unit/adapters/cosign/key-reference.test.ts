import { expect, test } from '@jest/globals'
import { refuseUnreadableKey } from '../../../../src/adapters/cosign/key-reference.ts'
import { memoryFiles } from '../../../fakes/files.ts'

const KEY = [
  '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----',
  'Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5',
  '-----END ENCRYPTED SIGSTORE PRIVATE KEY-----',
  ''
].join('\n')
const check = (key: string) =>
  refuseUnreadableKey({ files: memoryFiles(), env: { COSIGN_PRIVATE_KEY: key } }, 'env://COSIGN_PRIVATE_KEY')

test('a key as cosign wrote it is taken', async () => {
  await check(KEY)
  await check(KEY.trimEnd())
})

// cosign 3.1 says "invalid pem block" to each (cosign#2545, jreleaser#758).
test.each([
  ['the two characters \\n', KEY.replaceAll('\n', '\\n'), 'has the two characters \\n in place of line ends'],
  ['line ends of Windows', KEY.replaceAll('\n', '\r\n'), 'has line ends of Windows (CRLF)'],
  ['blanks', KEY.replaceAll('\n', ' '), 'has no line ends'],
  ['a byte order mark', `\ufeff${KEY}`, 'begins with a byte order mark']
])('a key with %s is refused in these words, without the key', async (_, key, words) => {
  const refused = check(key)
  await expect(refused).rejects.toMatchObject({
    kind: 'input',
    message: `the signing key in COSIGN_PRIVATE_KEY ${words}: cosign does not read it so`
  })
  await expect(refused).rejects.not.toThrow('Y2FuYXJ5')
})

test('an empty variable is named', async () => {
  await expect(check('')).rejects.toMatchObject({
    kind: 'environment',
    message: 'the variable that should hold the signing key is set and empty: COSIGN_PRIVATE_KEY'
  })
})
