import { expect, test } from '@jest/globals'
import { chooseTaken, type Wanted } from '../../../src/source/taken.ts'

const NOTHING: Wanted = {
  takes: { folders: [], embeds: [], modules: [] },
  ...{ moduleDir: '', vendored: false, named: [], whole: false }
}

const choose = (wanted: Partial<Wanted>, paths: readonly string[], submodules: readonly string[] = []) =>
  chooseTaken(
    [
      ...paths.map((path) => ({ path, mode: '100644', object: 'a' })),
      ...submodules.map((path) => ({ path, mode: '160000', object: 'b' }))
    ],
    { ...NOTHING, ...wanted }
  ).map(({ path }) => path)

const takes = (part: Partial<Wanted['takes']>): Partial<Wanted> => ({ takes: { ...NOTHING.takes, ...part } })

test('what the go command reads of the folder of a package is taken, whatever the system', () => {
  const taken = ['a/a.go', 'a/a_windows.go', 'a/a_amd64.s', 'a/a.h', 'a/rsrc.syso', 'a/default.pgo']
  expect(choose(takes({ folders: ['a'] }), [...taken, 'a/a_test.go', 'a/a.md', 'a/b/b.go', 'b.go', 'ab/a.go'])).toEqual(
    taken
  )
})

test.each([
  { pattern: 'web', taken: ['p/web/a', 'p/web/b/c'] },
  { pattern: 'web/*', taken: ['p/web/a', 'p/web/b/c'] },
  { pattern: 'web/?', taken: ['p/web/a', 'p/web/b/c'] },
  { pattern: 'web/b/c', taken: ['p/web/b/c'] },
  { pattern: '*.html', taken: ['p/x.html'] },
  { pattern: '[a-z].html', taken: ['p/web/a', 'p/web/b/c', 'p/webs', 'p/x.html', 'p/.hidden'] },
  { pattern: '.', taken: ['p/web/a', 'p/web/b/c', 'p/webs', 'p/x.html', 'p/.hidden'] }
])('go:embed $pattern takes what it matches, and what lies below that', ({ pattern, taken }) => {
  const paths = ['p/web/a', 'p/web/b/c', 'p/webs', 'p/x.html', 'p/.hidden', 'web/a', 'x.html']
  expect(choose(takes({ embeds: [{ folder: 'p', pattern }] }), paths)).toEqual(taken)
})

test('modules, vendored modules and what is named are taken', () => {
  const wanted = { ...takes({ modules: ['m'] }), moduleDir: 'm', named: ['m/docs', 'LICENSE'], vendored: true }
  const taken = ['m/go.mod', 'm/go.sum', 'm/COPYING', 'm/docs/a.md', 'LICENSE', 'm/vendor/x/LICENSE']
  expect(choose(wanted, [...taken, 'go.mod', 'm/main.go', 'vendor/a.go', 'm/docs.md'])).toEqual(taken)
})

test('where tests and the API are looked at, all Go files of the module are taken that ./... finds', () => {
  const taken = ['m/a.go', 'm/b/b_test.go']
  const passed = ['m/testdata/a.go', 'm/_x/a.go', 'm/.x/a.go', 'm/vendor/v/v.go', 'a.go', 'm/a.md']
  expect(choose({ moduleDir: 'm', whole: true }, [...taken, ...passed])).toEqual(taken)
})

test.each([
  { what: 'a package in it', wanted: takes({ folders: ['sub/p'] }) },
  { what: 'a package that it is', wanted: takes({ folders: ['sub'] }) },
  { what: 'a module in it', wanted: takes({ modules: ['sub/m'] }) },
  { what: 'an embedded folder above it', wanted: takes({ embeds: [{ folder: '', pattern: 'sub*' }] }) },
  { what: 'an embedded file in it', wanted: takes({ embeds: [{ folder: '', pattern: 'sub/a/*.html' }] }) },
  { what: 'a named file in it', wanted: { named: ['sub/CRDs/a.yaml'] } }
])('a submodule is taken by $what, and another is not', ({ wanted }) => {
  expect(choose(wanted, [], ['other', 'sub'])).toEqual(['sub'])
})
