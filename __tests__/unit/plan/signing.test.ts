import { expect, test } from '@jest/globals'
import { parseInputs } from '../../../src/config/parse.ts'
import type { Mode } from '../../../src/plan/mode.ts'
import { planSigning, refuseUnsigned, type SigningPlan } from '../../../src/plan/signing.ts'
import { readSurroundings, type Surroundings } from '../../../src/plan/surroundings.ts'

const nothing = { key: '', identity: '' }
const rehearsal: SigningPlan = { mode: 'rehearsal', why: 'no key' }
const signing = { work: [rehearsal] as const }
const refuse =
  (settings = nothing, hasEmptyKey = false, before?: string) =>
  () =>
    refuseUnsigned({ mode: 'release', signing }, settings, { hasEmptyKey }, before)

test('a release that nothing here can sign stops, and says how to ask for one without a signature', () => {
  expect(refuse()).toThrow(
    expect.objectContaining({
      kind: 'environment',
      code: 'no-key',
      message: 'the release would not be signed: there is neither a key nor an identity token',
      hint: expect.stringContaining('--sign none')
    })
  )
})

test.each([
  ['a secret that is missing, an empty variable', refuse(nothing, true), 'COSIGN_PRIVATE_KEY is set and empty'],
  ['a key in the settings', refuse({ ...nothing, key: 'release.pub' }), 'the settings name who must have signed'],
  [
    'an identity in the settings',
    refuse({ ...nothing, identity: 'https://x' }),
    'the settings name who must have signed'
  ],
  ['a signed release before', refuse(nothing, false, 'v1.0.0'), 'the release before, v1.0.0, is signed']
])('%s is named', (_, stopped, words) => {
  expect(stopped).toThrow(words)
})

test('what signs, and what was asked for without a signature, goes on', () => {
  const settings = { key: 'release.pub', identity: '' }
  const key: SigningPlan = { mode: 'key', why: 'there is a key', key: 'env://COSIGN_PRIVATE_KEY' }
  refuseUnsigned({ mode: 'release', signing: { work: [key] as const } }, settings, { hasEmptyKey: false }, 'v1.0.0')
  refuseUnsigned({ mode: 'release', signing: { skip: 'sign is none' } }, settings, { hasEmptyKey: true }, 'v1.0.0')
  refuseUnsigned({ mode: 'gate', signing }, settings, { hasEmptyKey: true }, undefined)
})

const planWith = (
  mode: Mode,
  given: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
  event: Surroundings['event'] = { kind: 'local' }
): unknown =>
  planSigning(
    mode,
    parseInputs((name) => (given[name] === undefined ? undefined : { text: given[name], from: name })),
    readSurroundings(env, event, { os: 'linux', arch: 'amd64' })
  )
const KEY = { COSIGN_PRIVATE_KEY: 'a key' }
const EMPTY = { COSIGN_PRIVATE_KEY: '' }

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['sign: key', { sign: 'key' }, EMPTY],
  ['an identity that could sign in its place', {}, { ...EMPTY, SIGSTORE_ID_TOKEN: 'token' }]
])('an empty key is told, with %s', (_, given, env) => {
  expect(() => planWith('release', given, env)).toThrow(
    expect.objectContaining({ code: 'no-key', message: expect.stringContaining('COSIGN_PRIVATE_KEY is set and empty') })
  )
})

test('sign: keyless goes on beside an empty key', () => {
  const planned = planWith('release', { sign: 'keyless' }, { ...EMPTY, SIGSTORE_ID_TOKEN: 'token' })
  expect(planned).toMatchObject({ work: [{ mode: 'keyless' }] })
})

test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string | undefined]>([
  ['a key of the environment', {}, KEY, 'env://COSIGN_PRIVATE_KEY'],
  ['a key file', { 'sign-key': 'keys/cosign.key' }, {}, 'keys/cosign.key'],
  ['no key', {}, EMPTY, undefined],
  ['a key service, which keeps its own log', { 'sign-key': 'awskms:///alias/x' }, {}, undefined],
  ['a key that is not to be used', { sign: 'keyless' }, KEY, undefined]
])('a gate rehearses with a key of its own, and opens %s', (_, given, env, opens) => {
  const planned = planWith('gate', given, env) as { readonly work: readonly SigningPlan[] }
  expect(planned.work.map(({ mode, opens }) => [mode, opens])).toEqual([['rehearsal', opens]])
})

test('the gate of an untrusted change opens no key', () => {
  const planned = planWith('gate', {}, KEY, { kind: 'pull-request', untrusted: 'a fork' })
  expect(planned).toMatchObject({ work: [expect.not.objectContaining({ opens: expect.anything() })] })
})
