import { expect, test } from '@jest/globals'
import { fillVariables, isSecretName, listVariableNames } from '../../../src/config/variables.ts'

test.each([
  'GITHUB_TOKEN',
  'DB_PASSWORD',
  'SIGNING_KEY',
  'KEY',
  'APIKEY',
  'AWS_SECRET_ACCESS_KEY',
  'npm_auth',
  'PGPASSPHRASE',
  'SENTRY_DSN',
  'MY_PAT'
])('%s looks like a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

test.each(['CHANNEL', 'BUILD_NUMBER', 'KEYBOARD', 'MONKEY', 'PATH_PREFIX', 'AUTHOR', 'REPOSITORY'])(
  '%s does not',
  (name) => {
    expect(isSecretName(name)).toBe(false)
  }
)

test('variables are those that flags of programs and of their overrides name, once each', () => {
  const build = {
    ...{ main: '.', ldflags: ['-X a.b={env.B}{env.A}'], gcflags: ['-lang={env.LANG_LEVEL}'], tags: [], env: {} },
    overrides: [{ targets: ['linux'], ldflags: ['-X a.b={env.A}'] }, { targets: ['darwin'] }]
  }
  expect(listVariableNames([build, { ...build, overrides: undefined }])).toEqual(['A', 'B', 'LANG_LEVEL'])
})

test('a value is filled in as it is, and one that is not there is refused by its name', () => {
  expect(fillVariables('-X a.b={env.A}-{env.A}', { A: '$&{env.B}' })).toBe('-X a.b=$&{env.B}-$&{env.B}')
  expect(() => fillVariables('{env.A}{env.B}', { A: '' })).toThrow(/names \{env\.B\}, and that variable is not set/)
})
