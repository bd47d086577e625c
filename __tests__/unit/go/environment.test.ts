import { expect, test } from '@jest/globals'
import { makeCredentialSettings, makeGoEnvironment } from '../../../src/go/environment.ts'

test('credentials become a header for each host, in variables and not in a URL', () => {
  const settings = makeCredentialSettings(
    'https://ci:s3cr%40t@git.example.test\n\n https://ci:other@code.example.test:8443/team/ '
  )
  expect(settings.map(([key]) => key)).toEqual([
    'http.https://git.example.test/.extraheader',
    'http.https://code.example.test:8443/team/.extraheader'
  ])
  expect(settings[0]?.[1]).toBe(`Authorization: Basic ${Buffer.from('ci:s3cr@t').toString('base64')}`)
  const before = Number(makeGoEnvironment({})['GIT_CONFIG_COUNT'])
  expect(makeGoEnvironment({}, settings)).toMatchObject({
    GIT_CONFIG_COUNT: String(before + 2),
    [`GIT_CONFIG_KEY_${before + 1}`]: 'http.https://code.example.test:8443/team/.extraheader'
  })
})

test.each([
  'http://ci:canary@git.example.test',
  'https://git.example.test',
  'canary',
  'https://canary@git.example.test'
])('a line of credentials that is none (%#) is refused without being shown', (line) => {
  const refusal = (): unknown => makeCredentialSettings(`https://a:b@c.example.test\n${line}`)
  expect(refusal).toThrow('line 2 of SLIPWAY_GIT_CREDENTIALS is not of the form https://user:token@host')
  expect(refusal).not.toThrow('canary')
})

test('nothing of the caller that changes what go builds gets in', () => {
  const caller = {
    GOFLAGS: '-mod=mod',
    GOOS: 'plan9',
    CGO_ENABLED: '1',
    GOENV: '/etc/go',
    GOTOOLCHAIN: 'auto',
    GOEXPERIMENT: 'x',
    COSIGN_PASSWORD: 'p',
    GITHUB_TOKEN: 't',
    PATH: '/bin'
  }
  const env = makeGoEnvironment(caller)
  expect(env).toMatchObject({
    PATH: '/bin',
    GOFLAGS: ' ',
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    CGO_ENABLED: '0',
    GOWORK: 'off'
  })
  for (const name of ['GOOS', 'GOEXPERIMENT', 'COSIGN_PASSWORD', 'GITHUB_TOKEN']) expect(env).not.toHaveProperty(name)
})
