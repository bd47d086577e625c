import { describe, expect, test } from '@jest/globals'
import { openSettings, type Advice } from '../../../src/init/settings-file.ts'

const UNREAD: Advice = { do: 'unread' }
const open = (source: string) => openSettings(source, 'file.yaml')
const listed = ({ listLeft }: ReturnType<typeof open>) =>
  listLeft(() => UNREAD).map(({ setting, line, advice }) => [setting, line, 'do' in advice ? advice.do : advice.same])

describe('settings of another program', () => {
  test('are all listed with their lines as long as nobody takes them', () => {
    const file = open('a: 1\nb:\n  - c: x\n    d: [y, z]\n  - e\nempty: []\nnone:\n"odd key": 1\n')
    file.root.at('b').items()
    void file.root.at('a').text
    expect(listed(file)).toEqual([
      ['a', 1, 'unread'],
      ['b[0].c', 3, 'unread'],
      ['b[0].d[0]', 4, 'unread'],
      ['b[0].d[1]', 4, 'unread'],
      ['b[1]', 5, 'unread'],
      ['empty', 6, 'unread'],
      ['none', 7, 'unread'],
      ['["odd key"]', 8, 'unread']
    ])
  })

  test('have one fate each, of which the last word counts, and any number of notes', () => {
    const file = open('a: { b: 1, c: 2, d: 3 }\ne: { f: 1, g: 2 }\n')
    const [a, e] = [file.root.at('a'), file.root.at('e')]
    a.take()
    a.at('b').leave({ do: 'left' })
    a.at('c').note({ same: 'noted' })
    e.at('f').take()
    e.at('g').note({ do: 'forgotten' })
    e.leave({ do: 'all of it' })
    file.root.at('h').at('i').note({ do: 'not there' })
    expect(listed(file)).toEqual([
      ['a.b', 1, 'left'],
      ['a.c', 1, 'noted'],
      ['e.f', 2, 'all of it'],
      ['e.g', 2, 'all of it'],
      ['h.i', undefined, 'not there']
    ])
  })

  test('are written by alias and merge key too: each use is a setting, its own keys win', () => {
    const file = open('x: &x { a: 1, b: [2] }\ny:\n  <<: *x\n  a: 3\nz: *x\nmany: { <<: [{ b: 7 }, *x] }\n')
    const read = (key: string) => [
      file.root.at(key).at('a').text,
      file.root
        .at(key)
        .at('b')
        .items()
        .map(({ text }) => text)
    ]
    expect([read('y'), read('z'), read('many')]).toEqual([
      ['3', ['2']],
      ['1', ['2']],
      ['1', ['7']]
    ])
    file.root.at('x').take()
    expect(listed(file).slice(0, 2)).toEqual([
      ['y.a', 4, 'unread'],
      ['y.b[0]', 1, 'unread']
    ])
  })

  test('are texts as they are written, and a value alone is a list of one', () => {
    const { root } = open('go: 1.20\nmode: 0644\nflag: true\ntext: "386"\n')
    expect(['go', 'mode', 'flag', 'text'].map((key) => root.at(key).text)).toEqual(['1.20', '0644', 'true', '386'])
    expect(
      root
        .at('go')
        .items()
        .map(({ text }) => text)
    ).toEqual(['1.20'])
    expect([root.at('nothing').kind, root.at('nothing').items(), root.at('go').at('deeper').text]).toEqual([
      'absent',
      [],
      ''
    ])
  })

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...'bcdefg'.split('').map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdef'[i]}`).join(', ')}]`)
  ].join('\n')
  test.each([
    ['aliases that grow', bomb, /more than 10000 settings/],
    ['an alias in a circle', 'a: &a [*a]\n', /circle/],
    ['merge keys in a circle', 'a: &a\n  <<: *a\n', /circle/],
    ['an alias of nothing', 'a: *b\n', /line 1: the alias "b" leads nowhere/],
    ['a merge key without a map', 'a: { <<: 1 }\n', /stands for no map/],
    ['a list', '- a\n', /holds no settings/],
    ['no YAML', ': : :\n\t', /file\.yaml is not YAML: line/],
    ['a key twice', 'a: 1\na: 2\n', /not YAML: line 2/]
  ])('that cannot be read are refused, with the way to go on: %s', (_, source, message) => {
    expect(() => open(source)).toThrow(message)
    expect(() => open(source)).toThrow(
      expect.objectContaining({ kind: 'input', hint: expect.stringContaining('--from none') })
    )
  })
})
