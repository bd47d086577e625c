import { describe, expect, test } from '@jest/globals'
import { LIMITS } from '../../../src/base/limits.ts'
import type { Entry } from '../../../src/model/ports/files.ts'
import { listGivenFiles, refuseInnerDestination, refuseOddFiles } from '../../../src/publish/given-files.ts'

type Tree = Readonly<Record<string, readonly (readonly [string, Entry['kind']])[]>>
const tree = (folders: Tree) => ({
  entries: async (path: string) => (folders[path.replace(/\/$/, '')] ?? []).map(([name, kind]) => ({ name, kind }))
})

describe('a folder that holds what is to be published', () => {
  test('is listed with the folders in it, without what a killed run left', async () => {
    const files = tree({
      '/d': [
        ['b.zip', 'file'],
        ['linux', 'folder'],
        ['.slipway-tmp-x', 'file']
      ],
      '/d/linux': [['a.zip', 'file']]
    })
    expect(await listGivenFiles(files, '/d')).toEqual(['b.zip', 'linux/a.zip'])
  })

  test.each<[Entry['kind'], string]>([
    ['link', 'is a link'],
    ['other', 'is neither a file nor a folder']
  ])('is refused with the name of a %s, also in a folder of its', async (kind, words) => {
    const files = tree({
      '/d': [
        ['a.zip', 'file'],
        ['linux', 'folder']
      ],
      '/d/linux': [['b.zip', kind]]
    })
    await expect(listGivenFiles(files, '/d')).rejects.toMatchObject({
      kind: 'input',
      message: `/d holds what cannot be published: linux/b.zip ${words}`
    })
  })

  test.each<[string, number, string]>([
    ['below it', 1, 'folders in folders, more than 64 deep'],
    ['beside each other', 200, `more than ${LIMITS.given.most} files and folders`]
  ])('with folders %s without an end is refused', async (_, many, words) => {
    const names = Array.from({ length: many }, (_, n) => `${n}`)
    const endless = { entries: async () => names.map((name) => ({ name, kind: 'folder' as const })) }
    await expect(listGivenFiles(endless, '/d')).rejects.toMatchObject({ kind: 'input', message: `/d holds ${words}` })
  })

  test('may hold links that its manifest does not name', async () => {
    const files = tree({
      '/d': [
        ['a.zip', 'file'],
        ['latest', 'link']
      ]
    })
    await refuseOddFiles(files, '/d', ['a.zip'])
    await expect(refuseOddFiles(files, '/d', ['a.zip', 'latest'])).rejects.toThrow('latest is a link')
  })
})

describe('a folder that releases go to', () => {
  const linked = (links: Readonly<Record<string, string>>) => ({
    real: async (path: string) => (path in links ? links[path] : undefined)
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['is the one that they are made of', { '/d': '/d' }, '/d'],
    ['lies in it and is not there yet', { '/d': '/d' }, '/d/a/b'],
    ['lies in it behind a link', { '/d': '/data/d', '/link': '/data/d/x' }, '/link/releases']
  ])('is refused when it %s', async (_, links, to) => {
    await expect(refuseInnerDestination(linked({ '/': '/', ...links }), '/d', to)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining(`${to} lies in /d`)
    })
  })

  test('may lie beside it, whatever its name begins with', async () => {
    await refuseInnerDestination(linked({ '/': '/', '/d': '/d', '/d/link': '/e' }), '/d', '/d-releases')
    await refuseInnerDestination(linked({ '/': '/', '/d': '/d', '/d/link': '/e' }), '/d', '/d/link/releases')
  })
})
