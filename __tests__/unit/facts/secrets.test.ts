import { expect, test } from '@jest/globals'
import { listJobSecrets } from '../../../src/facts/secrets.ts'

test('what is masked first is the token, the secrets of the environment, and the logins of its addresses', () => {
  const env = {
    COSIGN_PASSWORD: 'pass',
    GITHUB_TOKEN: '',
    HTTPS_PROXY: 'http://me:p%40ss@proxy.example:3128',
    SLIPWAY_GIT_CREDENTIALS: 'https://bot:t0ken@git.example',
    HOME: '/home/me'
  }
  expect(listJobSecrets(env, 'given')).toEqual([
    'given',
    'pass',
    'https://bot:t0ken@git.example',
    ...['bot:t0ken', 'bot:t0ken', 't0ken', 't0ken'],
    ...['me:p%40ss', 'me:p@ss', 'p%40ss', 'p@ss']
  ])
})

test('an address without a login and a sign that no encoding makes are no reason to stop', () => {
  expect(listJobSecrets({ HTTP_PROXY: 'http://proxy.example:3128', GOPROXY: 'https://a:%zz@host' }, '')).toEqual([
    ...['a:%zz', 'a:%zz', '%zz', '%zz']
  ])
})
