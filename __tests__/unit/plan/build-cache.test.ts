import { expect, test } from '@jest/globals'
import { planBuildCache } from '../../../src/plan/build-cache.ts'

const tag = { kind: 'tag', tag: 'v1.0.0' } as const
const local = { kind: 'local' } as const
const push = { kind: 'push' } as const

test.each([
  ['a release of a job', 'release', 'auto', tag, 'own'],
  ['a build of a job, which another job may publish', 'build', 'auto', push, 'own'],
  ['a gate of a job', 'gate', 'auto', push, 'shared'],
  ['a release of a person', 'release', 'auto', local, 'shared'],
  ['a build of a person', 'build', 'auto', local, 'shared'],
  ['a release of a job that asks for it', 'release', 'shared', tag, 'shared'],
  ['a release of a person that asks for it', 'release', 'own', local, 'own']
] as const)('%s (%s, build-cache %s) compiles into the right build cache', (_, mode, wanted, event, kind) => {
  expect(planBuildCache(mode, wanted, event)).toEqual({ kind, why: expect.any(String) })
})
