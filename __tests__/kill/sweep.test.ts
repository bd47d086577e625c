import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeTemporaryName } from '../../src/adapters/machine/disk.ts'
import { sweepAndLock, sweepFiles } from '../../src/adapters/machine/lock.ts'
import { formatOwner } from '../../src/adapters/machine/owner.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-sweep-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('what a run in another container left goes away once the folder is locked, but for its locks further down', async () => {
  const elsewhere = (kind: 'tmp' | 'lock'): string =>
    makeTemporaryName(kind).replace(formatOwner(), formatOwner().replace(/[0-9a-f]{8}$/, '00000000'))
  const [file, lock, own] = [elsewhere('tmp'), elsewhere('lock'), makeTemporaryName('tmp')]
  await mkdir(join(folder, '.draft-v1.0.0'))
  for (const name of [file, lock, own]) await writeFile(join(folder, '.draft-v1.0.0', name), '')
  expect(await sweepFiles(folder)).toEqual([])
  const held = await sweepAndLock(folder)
  expect((await readdir(join(folder, '.draft-v1.0.0'))).sort()).toEqual([lock, own].sort())
  await held[Symbol.asyncDispose]()
  expect(await readdir(folder)).toEqual(['.draft-v1.0.0'])
})
