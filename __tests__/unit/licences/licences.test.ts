import { describe, expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { licenceTexts } from '../../../scripts/licence-texts.ts'
import { findLicences } from '../../../src/licences/licences.ts'
import { readLicencesAt, joinLicences, makeModuleLicences } from '../../../src/licences/module-licences.ts'
import { memoryFiles } from '../../fakes/files.ts'

const root = createRequire(import.meta.url)
const text = (id: string): string =>
  (root(`spdx-license-list/licenses/${id}.json`) as { readonly licenseText: string }).licenseText
const MIT = text('MIT').replace('<year> <copyright holders>', '2019 Ada Lovelace')

describe('the licence of a text', () => {
  test.each([
    ...['Apache-2.0', 'MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0', 'ISC', 'Unlicense', '0BSD', 'Zlib', 'CC0-1.0'],
    ...['BSL-1.0', 'EPL-2.0', 'MIT-0', 'BSD-2-Clause-Views']
  ])('is %s for the text in the list of SPDX', (id) => {
    expect(findLicences(text(id)).ids).toEqual([id])
  })

  test.each(['AGPL-3.0', 'GPL-2.0', 'GPL-3.0', 'LGPL-2.1'])(
    'is %s, which leaves open whether later versions serve as well, as the text does',
    (id) => {
      expect(findLicences(text(`${id}-only`)).ids).toEqual([id])
      expect(findLicences(text(`${id}-or-later`)).ids).toEqual([id])
    }
  )

  test('is the same with other line breaks, quotes, bullets, comment signs and capitals', () => {
    const written = MIT.replace(/(.{30}\S*) /g, '// $1\n * ')
      .replaceAll('"', '”')
      .replaceAll('noninfringement', 'non-infringement')
    expect(findLicences(written.toUpperCase())).toMatchObject({ ids: ['MIT'] })
    const bsd = text('BSD-3-Clause')
    expect(findLicences(bsd.replace('1. R', '(a) R').replace('2. R', '* R').replace('3. N', 'c) N')).ids).toEqual([
      'BSD-3-Clause'
    ])
    expect(findLicences(bsd.replaceAll(/copyright holder/gi, 'Regents of the University')).ids).toEqual([
      'BSD-3-Clause'
    ])
  })

  test('is none where one word is another, or a clause more stands in it', () => {
    expect(findLicences(MIT.replace('free of charge', 'for a charge')).ids).toEqual([])
    expect(findLicences(text('BSD-4-Clause')).ids).toEqual([])
    expect(findLicences(text('JSON')).ids).toEqual([])
    expect(findLicences('All rights reserved.')).toEqual({ ids: [], rest: 3 })
  })

  test('is each that stands there, in order, and what is of none of them is counted', () => {
    const both = findLicences(`${text('Apache-2.0')}\n\n${MIT}\nThe Software shall be used for Good, not Evil.`)
    expect(both.ids).toEqual(['Apache-2.0', 'MIT'])
    expect(both.rest - findLicences(`${text('Apache-2.0')}${MIT}`).rest).toBe(9)
  })

  test('is found, or not, in no time in a text that was made to take long', () => {
    const start = 'permission is hereby granted '
    const text = start.repeat(9_000)
    expect(findLicences(text)).toEqual({ ids: [], rest: 36_000 })
  })
})

test('the parts of the licences are those of the list that is installed', async () => {
  expect(await readFile(new URL('../../../src/licences/texts.ts', import.meta.url), 'utf8')).toBe(await licenceTexts())
})

describe('what a module is licensed under', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text)

  test('stands in the licence files at its top, whatever they are called, and in no program', () => {
    expect(
      joinLicences([
        { name: 'COPYING', bytes: bytes(MIT) },
        { name: 'LICENSE-APACHE.txt', bytes: bytes(text('Apache-2.0')) },
        { name: 'README.md', bytes: bytes('MIT') },
        { name: 'license.go', bytes: bytes('package x') }
      ])
    ).toEqual({ ids: ['MIT', 'Apache-2.0'] })
  })

  test('is said to be unknown where it is', () => {
    expect(joinLicences([])).toEqual({ ids: [], unknown: 'there is no licence file' })
    expect(joinLicences([{ name: 'LICENSE', bytes: bytes('Ask me.') }])).toEqual({
      ids: [],
      unknown: 'LICENSE is no licence text that is known here'
    })
    expect(joinLicences([{ name: 'LICENSE', bytes: bytes(`${MIT}${'but not like that '.repeat(20)}`) }])).toEqual({
      ids: ['MIT'],
      unknown: 'LICENSE holds 90 words beside MIT'
    })
  })

  test('is read in the module cache, in vendor or in a folder of the repository, once, and what is gone is fetched', async () => {
    const files = memoryFiles()
    await files.write('/cache/example.com/!old@v1.0.0/LICENSE', MIT)
    await files.write('/repo/sub/vendor/example.com/new/LICENSE', text('ISC'))
    await files.write('/repo/other/LICENSE', text('0BSD'))
    const asked: string[] = []
    const folders = {
      files,
      run: async (argv: readonly string[]) => {
        asked.push(argv.join(' '))
        await files.write('/cache/example.com/new@v2.0.0/LICENSE', text('Zlib'))
        return { stdout: '', stderr: '' }
      },
      go: 'go',
      env: { GOMODCACHE: '/cache' },
      folder: '/repo/sub',
      root: '/repo',
      vendored: false
    }
    const signal = AbortSignal.timeout(10_000)
    const of = makeModuleLicences(folders, signal)
    const fresh = { path: 'example.com/new', version: 'v2.0.0', sum: '' }
    const old = { path: 'example.com/Old', version: 'v1.0.0', sum: '' }
    const folder = (path: string) => ({ ...old, replace: { path, version: '', sum: '' } })
    expect(await Promise.all([of(old), of(fresh), of(fresh), of({ ...old, replace: fresh })])).toEqual(
      ['MIT', 'Zlib', 'Zlib', 'Zlib'].map((id) => ({ ids: [id] }))
    )
    expect(asked).toEqual(['go mod download example.com/new@v2.0.0'])
    expect(await of(folder('../other'))).toEqual({ ids: ['0BSD'] })
    expect(await of(folder('../../elsewhere'))).toEqual({
      ids: [],
      unknown: 'it is a folder outside of the repository'
    })
    expect(await makeModuleLicences({ ...folders, vendored: true }, signal)(fresh)).toEqual({ ids: ['ISC'] })
    expect(await readLicencesAt(files, '/nowhere')).toEqual({ ids: [], unknown: 'there is no licence file' })
  })
})
