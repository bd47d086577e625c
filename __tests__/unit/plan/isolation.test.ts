import { expect, test } from '@jest/globals'
import { holdsSecret, isolatePlan, refuseUnisolated } from '../../../src/plan/isolation.ts'
import type { ClusterPlan } from '../../../src/plan/cluster-plan.ts'

const none = { by: 'none', why: 'there is none on darwin' } as const
const holding = {
  surroundings: { secrets: [], event: { kind: 'local' } },
  token: false
} as const
const plan = { signing: { skip: 'not asked' }, cluster: undefined } as const
const push = { kind: 'push' } as const
const fork = { kind: 'pull-request', untrusted: 'a pull request of a fork' } as const
const key = [{ name: 'COSIGN_PASSWORD', isToken: false }]
const token = [{ name: 'GITHUB_TOKEN', isToken: true }]
const cluster: ClusterPlan = {
  ...{ provider: 'kubeconfig', why: 'asked', releases: {}, file: '/k', context: 'c', crds: 'refuse' }
}

test.each([
  ['nothing', {}],
  ['a token that may not write', { surroundings: { secrets: token, event: fork } }],
  ['the token of a platform that gave it to a fork', { token: true, surroundings: { secrets: [], event: fork } }],
  ['a key that lies in the environment, where no such variable is', { signing: sign('env://COSIGN_PRIVATE_KEY') }]
])('programs may run on the machine as it is beside %s', (_what, held) => {
  expect(isolatePlan({ ...plan, ...held }, none, { ...holding, ...held }).isolation).toEqual(none)
})

test.each([
  ['COSIGN_PASSWORD', { surroundings: { secrets: key, event: fork } }],
  ['GITHUB_TOKEN', { surroundings: { secrets: token, event: push } }],
  ['the token of the platform', { token: true }],
  ['the signing key', { signing: sign('cosign.key') }],
  ['the kubeconfig', { cluster }]
])('they may not beside %s, which is named', (name, held) => {
  const given = { ...holding, ...held }
  expect(() => isolatePlan({ ...plan, ...held }, none, given)).toThrow(
    expect.objectContaining({
      ...{ kind: 'environment', code: 'no-isolation' },
      message: `programs under test would run beside ${name}, and nothing keeps them apart here: there is none on darwin`
    })
  )
  const user = { by: 'user', why: '' } as const
  expect(isolatePlan({ ...plan, ...held }, user, given).isolation).toEqual(user)
})

function sign(path: string) {
  return { work: [{ mode: 'key', why: 'asked', key: path }] } as const
}

test('a secret is at hand where a key or a token is that this run may use', () => {
  const key = { name: 'COSIGN_PASSWORD', isToken: false }
  const token = { name: 'GITHUB_TOKEN', isToken: true }
  const local = { kind: 'local' } as const
  expect([
    holdsSecret({ secrets: [], event: local }, ''),
    holdsSecret({ secrets: [key], event: local }, ''),
    holdsSecret({ secrets: [token], event: local }, ''),
    holdsSecret({ secrets: [], event: local }, 'ghs_writer'),
    // A platform gives no token that may write to a run for somebody else's change.
    holdsSecret({ secrets: [token], event: fork }, 'ghs_reader'),
    holdsSecret({ secrets: [token, key], event: fork }, 'ghs_reader')
  ]).toEqual([false, true, true, true, false, true])
})

test('a step of prepare is refused beside a secret as programs under test are', () => {
  expect(() => refuseUnisolated('steps of prepare', { ...plan }, none, { ...holding, token: true })).toThrow(
    /^steps of prepare would run beside/
  )
})
