import { expect, test } from '@jest/globals'
import { basename } from 'node:path'
import { BUNDLE, CHECKSUMS } from '../../../../../src/model/release-chains.ts'
import { hashBytes } from '../../../../../src/base/digest.ts'
import { Failure } from '../../../../../src/base/errors.ts'
import { Scope } from '../../../../../src/base/scope.ts'
import { ledger } from '../../../../../src/steps/ledger.ts'
import type { Plan } from '../../../../../src/plan/plan.ts'
import type { Published, Releases } from '../../../../../src/model/ports/publisher.ts'
import {
  obtainBaseline,
  openFolderFiles,
  type BaselineTools
} from '../../../../../src/pipeline/stages/prove/baseline.ts'
import { memoryFiles } from '../../../../fakes/files.ts'

const never = new AbortController().signal
const ARCHIVE = 'tool_1.0.0_linux_amd64.tar.gz'
const plan = { name: 'tool', moduleDir: '', host: { os: 'linux', arch: 'amd64' } } as unknown as Plan
const baseline = {
  ...{ tag: 'v1.0.0', version: '1.0.0', commit: 'b'.repeat(40), why: 'a test', from: 'github' },
  signer: 'key sha256:1'
}

/** A release whose archive holds these programs, and what was asked of the tools. */
function world(
  holds: readonly string[],
  { yanked, archive = ARCHIVE }: { readonly yanked?: string; readonly archive?: string } = {}
) {
  const files = memoryFiles()
  const contents: Record<string, string> = {
    [CHECKSUMS]: `${hashBytes('archive')}  ${archive}\n`,
    [BUNDLE]: 'bundle',
    [archive]: 'archive'
  }
  const published: Published = {
    ...{ tag: 'v1.0.0', url: 'https://example.com/v1.0.0', yanked },
    files: Object.keys(contents).map((name) => ({ name, size: 1, sha256: undefined })),
    async *download(name) {
      yield Buffer.from(contents[name] ?? '')
    }
  }
  const verified: (readonly [string, string])[] = []
  const said = { accepts: true }
  const completed: string[] = []
  const tools: BaselineTools = {
    files,
    async *unpack() {
      for (const name of holds) {
        const bytes = Buffer.from(`released ${name}`)
        yield { name, mode: 0o755, size: bytes.length, bytes, about: {} }
      }
    },
    ledger: ledger(files, '/out'),
    out: '/out',
    checkOut: async () => undefined,
    releases: async () => ({ find: async () => published }) satisfies Releases,
    verifier: async () => async (list, bundle) => {
      verified.push([
        Buffer.from((await files.read(list)) ?? []).toString(),
        Buffer.from((await files.read(bundle)) ?? []).toString()
      ])
      if (!said.accepts) throw new Failure('verification', 'the bundle does not prove it')
    },
    async compile(_, __, into) {
      const programs = ['tool', 'other'].map(async (name) => {
        await files.write(`/out/${into}/${name}`, `compiled ${name}`)
        const digest = await files.digest(`/out/${into}/${name}`)
        return [name, { path: `${into}/${name}`, ...(digest ?? { sha256: '', size: 0 }) }] as const
      })
      return { programs: Object.fromEntries(await Promise.all(programs)), go: 'go1.26.8' }
    },
    complete: async (checkout, { tag }) => void completed.push(`${tag} in ${basename(checkout)}`),
    scope: new Scope()
  }
  const get = (signer = baseline.signer) =>
    obtainBaseline({ plan, tools, signal: never }, { ...baseline, signer }, ['tool', 'other'])
  const text = async (path = ''): Promise<string> => Buffer.from((await files.read(path)) ?? []).toString()
  return { get, verified, said, completed, text, files }
}

test('an archive that has every program is used, and the signed list stays beside them', async () => {
  const { get, text, files } = world(['tool', 'other', 'README.md'])
  const { version, reused } = await get()
  expect([reused, await text(version.programs['other'])]).toEqual([false, 'released other'])
  expect(await files.list('/out/baseline')).toEqual(
    [BUNDLE, CHECKSUMS, 'other', 'tool'].map((name) => `1.0.0-release/${name}`).sort()
  )
})

test('its sources are those of a checkout, with what its own steps make, and only where somebody asks for them', async () => {
  const { get, completed } = world(['tool', 'other'])
  const { version } = await get()
  expect(completed).toEqual([])
  expect(await version.source()).toBe(await version.source())
  expect(completed).toEqual(['v1.0.0 in source'])
})

test('an archive that lacks a program is not used: all of them are compiled from the tag', async () => {
  const { get, text } = world(['tool'])
  const { version } = await get()
  expect(version.origin).toContain(`(${ARCHIVE} has no other)`)
  expect(await text(version.programs['tool'])).toBe('compiled tool')
  expect(await text(version.programs['other'])).toBe('compiled other')
})

test('an archive of another project, which the same key signed, is not run: the programs are compiled from the tag', async () => {
  const archive = ARCHIVE.replace(/^tool/, 'gadget')
  const { version } = await world(['tool', 'other'], { archive }).get()
  expect(version.origin).toContain(`(its release has no ${ARCHIVE}`)
})

test('programs of a release that was taken back are not run: they are compiled from the tag', async () => {
  const { get } = world(['tool', 'other'], { yanked: 'it loses data' })
  expect((await get()).version.origin).toContain('(its release was taken back: it loses data)')
})

test('what was kept is verified again, and only counts for the signer that it was verified by', async () => {
  const { get, verified, said } = world(['tool', 'other'])
  await get()
  expect((await get()).reused).toBe(true)
  const list = [`${hashBytes('archive')}  ${ARCHIVE}\n`, 'bundle']
  expect(verified).toEqual([list, list])
  expect((await get('key sha256:2')).reused).toBe(false)

  // The key service has another key under the same name by now.
  said.accepts = false
  await expect(get()).rejects.toMatchObject({ kind: 'verification' })
})

test('a file that is there and cannot be read is one to read, and no folder without files', async () => {
  const files = {
    ...memoryFiles(),
    digest: async () => Promise.reject(new Failure('environment', 'no', { hint: 'no' }))
  }
  await files.write('/work/fixtures/one.yaml', 'x')
  const folder = openFolderFiles(files, async () => '/work')
  expect(await folder.list('fixtures/one.yaml')).toEqual(['fixtures/one.yaml'])
  expect(await folder.list('fixtures')).toEqual(['fixtures/one.yaml'])
  expect(await folder.list('none')).toEqual([])
})
