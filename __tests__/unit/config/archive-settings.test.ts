import { expect, test } from '@jest/globals'
import { parseProject } from '../../../src/config/project-file.ts'
import { USUAL_ARCHIVE } from '../../../src/model/archive-settings.ts'

const read = (text: string) => parseProject(text, 'slipway.yaml').project.archives

test('without a word there is one usual archive', () => {
  expect(read('name: tool\n')).toEqual([USUAL_ARCHIVE])
  expect(read('archive: {}\n')).toEqual([USUAL_ARCHIVE])
})

test('one archive and several are one list', () => {
  const entry =
    '{ programs: [a], format: zip, format-of: { linux: binary }, name: "{name}-{os}", files: [b, { from: c/*, to: d/ }] }'
  const expected = {
    ...{ programs: ['a'], format: 'zip', formatOf: { linux: 'binary' }, name: '{name}-{os}', spell: {} },
    files: [{ from: 'b' }, { from: 'c/*', to: 'd/' }]
  }
  expect(read(`archive: ${entry}\n`)).toEqual([expected])
  expect(read(`archives: [${entry}, {}]\n`)).toEqual([expected, USUAL_ARCHIVE])
})

test.each([
  ['archive: {}\narchives: [{}]', 'slipway.yaml:2: archives: stands beside archive: let it hold all of them'],
  [
    'archive:\n  name: "{nmae}"',
    'slipway.yaml:2: archive: name: has {nmae}, which is no word here; did you mean {name}?'
  ],
  ['archive:\n  folder: a/b', 'slipway.yaml:2: archive: folder: has "/", which not every place keeps in names'],
  ['archive:\n  spell: { amd46: x }', 'amd46: is no system or processor of Go; did you mean amd64?'],
  ['archive:\n  format-of: { window: zip }', 'window: is no system of Go; did you mean windows?'],
  ['archive:\n  spell: { amd64: "x/y" }', 'archive: spell: amd64: must be letters'],
  [
    'archive:\n  format: tar.zst',
    'slipway.yaml:2: archive: format: Invalid option: expected one of "tar.gz"|"zip"|"binary"'
  ],
  ['archive: { format: binary, folder: x }', 'format binary publishes programs as they are'],
  ['archive: { format: binary, files: [x] }', 'format binary publishes programs as they are'],
  ['archive:\n  files: [../x]', 'archive: files: 0: must be a path below the module, with /'],
  ['archive:\n  files: [{ from: x, to: ../y }]', 'must be a path below the module, with /']
])('%j is refused: %s', (text, message) => {
  expect(() => read(text)).toThrow(message)
})

test('variants are spelt by themselves', () => {
  expect(read('archive: { spell: { armv7: armhf, amd64v3: x, mips_softfloat: y } }')[0]?.spell).toEqual({
    ...{ armv7: 'armhf', amd64v3: 'x', mips_softfloat: 'y' }
  })
})
