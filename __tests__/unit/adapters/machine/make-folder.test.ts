import { expect, test } from '@jest/globals'
import type * as node from 'node:fs/promises'
import { disk } from '../../../../src/adapters/machine/disk.ts'
import { makeFolder } from '../../../../src/adapters/machine/make-folder.ts'

/** A file system that holds these folders and files; `refuses`: what it says to a new folder whose parent is there. */
function system(folders: readonly string[], refuses?: string) {
  const [there, made] = [new Set(folders), [] as string[]]
  const says = (code: string): Error => Object.assign(new Error(code), { code })
  const fs = {
    async mkdir(path: string) {
      if (there.has(path)) throw says('EEXIST')
      if (!there.has(path.slice(0, path.lastIndexOf('/')) || '/')) throw says('ENOENT')
      if (refuses !== undefined) throw says(refuses)
      there.add(path)
      made.push(path)
      return undefined
    },
    async stat(path: string) {
      if (!there.has(path)) throw says('ENOENT')
      return { isDirectory: () => !path.endsWith('.txt') }
    }
  } as unknown as typeof node
  return { fs, made }
}

test('the folder and those above it are made, from the top; the topmost is told', async () => {
  const { fs, made } = system(['/', '/work'])
  expect(await makeFolder(fs, '/work/a/b/c')).toBe('/work/a')
  expect(made).toEqual(['/work/a', '/work/a/b', '/work/a/b/c'])
  expect(await makeFolder(fs, '/work/a/b')).toBeUndefined()
  expect(await makeFolder(fs, '/')).toBeUndefined()
})

test.each([
  ['is read-only', 'EROFS', 'EROFS'],
  ['takes no folders, as that of /proc', 'ENOENT', 'ENOTSUP'],
  ['is full', 'ENOSPC', 'ENOSPC']
])('a file system that %s ends it with a word of its own', async (_, refuses, code) => {
  await expect(makeFolder(system(['/', '/odd'], refuses).fs, '/odd/a/b/c')).rejects.toMatchObject({ code })
})

test('a file in the place of the folder is no folder', async () => {
  const { fs } = system(['/', '/work', '/work/a.txt'])
  await expect(makeFolder(fs, '/work/a.txt')).rejects.toMatchObject({ code: 'EEXIST' })
})

test('a write below /proc ends', async () => {
  await expect(disk('/tmp').write('/proc/slipway/a/b.txt', 'text')).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('cannot make the folder of /proc/slipway/a/b.txt')
  })
})
