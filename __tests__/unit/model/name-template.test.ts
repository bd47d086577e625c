import { expect, test } from '@jest/globals'
import { fillName, findTemplateMistake } from '../../../src/model/name-template.ts'

const WORDS = ['name', 'version', 'os', 'arch']

test('words are filled in, as often as they stand there', () => {
  expect(fillName('{name}-{os}.{name}', { name: 'a', os: 'b' })).toBe('a-b.a')
})

test.each([
  ['{name}_{version}', undefined],
  ['v{version}+{os}', undefined],
  ['{nmae}', 'has {nmae}, which is no word here; did you mean {name}?'],
  ['{Version}', 'has {Version}, which is no word here; did you mean {version}?'],
  ['{sha}', 'has {sha}, which is no word here; did you mean {os}?'],
  ['{architecture}', 'has {architecture}, which is no word here; there are {name} {version} {os} {arch}'],
  [
    '{{ .Version }}',
    'is written for another program: words of Slipway stand between single braces: {name} {version} {os} {arch}'
  ],
  ['../{name}', 'has "/", which not every place keeps in names'],
  ['a b', 'has " ", which not every place keeps in names'],
  ['{name', 'has "{", which not every place keeps in names'],
  ['.{name}', 'does not begin with a letter, a digit or a word'],
  ['', 'does not begin with a letter, a digit or a word']
])('%j: %s', (template, mistake) => {
  expect(findTemplateMistake(template, WORDS)).toBe(mistake)
})
