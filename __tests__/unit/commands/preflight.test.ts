import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import type { Context } from '../../../src/commands/context.ts'
import { foreseeRelease, preflightRun } from '../../../src/commands/preflight.ts'
import type { Config } from '../../../src/config/inputs.ts'
import type { Foresight, Intent, Publisher } from '../../../src/model/ports/publisher.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { memoryFiles } from '../../fakes/files.ts'

const foresee = (to: string, look: (intent: Intent) => Promise<Foresight>, signed = true) => {
  const plan = {
    mode: 'release',
    commit: 'c'.repeat(40),
    archives: [{ name: 'a.tar.gz', binaries: [{ sbom: 'a.cdx.json' }] }],
    signing: { work: [signed ? { mode: 'key', why: 'there is a key' } : { mode: 'rehearsal', why: 'no key' }] },
    publication: { work: [{ to, tag: 'v1.0.0', since: undefined }] }
  } as unknown as Plan
  const context = {
    signal: new AbortController().signal,
    surroundings: { hasEmptyKey: false },
    publisher: async () => ({ foresee: look }) as unknown as Publisher
  } as unknown as Context
  return foreseeRelease({ context, config: { key: '', identity: '' } as Config, plan, files: memoryFiles() })
}

test('a plan tells what its platform was asked, and with which files', async () => {
  const asked: Intent[] = []
  const told = await foresee('github', async (intent) => {
    asked.push(intent)
    return { published: undefined, told: ['the token expires soon'] }
  })
  expect(told).toEqual(['the token expires soon'])
  expect(asked).toMatchObject([{ tag: 'v1.0.0', certain: ['a.tar.gz', 'checksums.txt'] }])
})

test('what would stop a release is told by its plan, and stops no plan', async () => {
  const refused = new Failure('verification', 'the release v1.0.0 is published already', { hint: 'Choose a new tag.' })
  expect(await foresee('gitlab', () => Promise.reject(refused), false)).toEqual([
    expect.stringContaining('a release from here would stop: the release would not be signed'),
    'a release from here would stop: the release v1.0.0 is published already. Choose a new tag.'
  ])
})

test('a mistake of ours is not taken for an answer', async () => {
  await expect(foresee('github', () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours')
})

test('a folder is not looked into', async () => {
  expect(await foresee('/releases', () => Promise.reject(new Error('asked')))).toEqual([])
})

test('a run asks its platform once whether the tag is published, and opens no key for a release that is', async () => {
  const asked: string[] = []
  const plan = {
    mode: 'release',
    ...{ commit: 'c'.repeat(40), archives: [], baseline: { skip: 'none' } },
    signing: { work: [{ mode: 'key', why: 'there is a key', key: 'cosign.key' }] },
    publication: { work: [{ to: 'github', tag: 'v1.0.0', since: undefined }] }
  } as unknown as Plan
  const context = {
    ...{ cwd: '/', signal: new AbortController().signal, surroundings: { hasEmptyKey: false } },
    preflightSigning: async () => void asked.push('key'),
    signer: () => Promise.reject(new Error('the key was opened'))
  } as unknown as Context
  const publisher = {
    foresee: async () => (asked.push('foresee'), { published: 'https://github.example/r', told: ['known'] }),
    find: async () => void asked.push('find')
  } as unknown as Publisher
  const run = { context, config: { key: '', identity: '' } as Config, plan, files: memoryFiles(), publisher }
  expect(await preflightRun(run)).toEqual({ told: ['known'] })
  expect(asked).toEqual(['key', 'foresee'])
})
