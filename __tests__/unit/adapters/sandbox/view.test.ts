import { expect, test } from '@jest/globals'
import {
  arrangeView,
  type ViewEntry,
  type SystemPlace,
  type WantedView
} from '../../../../src/adapters/sandbox/view.ts'

const system: readonly SystemPlace[] = [
  { path: '/usr', kind: 'folder' },
  { path: '/bin', link: 'usr/bin' },
  { path: '/lib64', link: '/usr/lib64' },
  { path: '/etc/ssl/certs', kind: 'folder' },
  { path: '/etc/localtime', kind: 'file' }
]
const seen = (wanted: Partial<WantedView>): readonly ViewEntry[] =>
  arrangeView({ system, own: {}, reads: {}, writes: [], hides: [], ...wanted })
const shown = (path: string, writable = false, from = path): ViewEntry => ({ make: 'shown', path, from, writable })
const paths = (entries: readonly ViewEntry[]): readonly string[] => entries.map(({ path }) => path)

test('the system is there to be read, and links of it stay inside of the new root', () => {
  const all = seen({})
  expect(all).toContainEqual(shown('/usr'))
  expect(all).toContainEqual({ make: 'link', path: '/bin', to: 'usr/bin' })
  expect(all).toContainEqual({ make: 'link', path: '/lib64', to: 'usr/lib64' })
  expect(all.filter((entry) => entry.make === 'shown' && entry.writable)).toEqual([])
})

test('nothing of a home, of /etc or of /run is there but what is named', () => {
  const named = /^\/(usr|bin|lib64|etc|etc\/ssl|etc\/ssl\/certs|etc\/localtime|dev|dev\/.*|run|tmp|var\/tmp)$/
  expect(paths(seen({})).filter((path) => !named.test(path))).toEqual([])
})

test('what is given comes last, parents before what lies in them, and a way to it is made', () => {
  const all = seen({
    reads: { '/work/trial/data/fixture': '/copy/0', '/work/out/bin/demo': '/work/out/bin/demo' },
    writes: ['/work/trial/data'],
    own: { '/etc/passwd': '/own/passwd' }
  })
  expect(all.slice(-4)).toEqual([
    shown('/etc/passwd', false, '/own/passwd'),
    shown('/work/trial/data', true),
    shown('/work/trial/data/fixture', false, '/copy/0'),
    shown('/work/out/bin/demo')
  ])
  const folders = all.flatMap((entry) => (entry.make === 'folder' ? [entry.path] : []))
  expect(folders).toEqual(expect.arrayContaining(['/work', '/work/trial', '/work/out', '/work/out/bin']))
})

test('a program of the system is not shown twice', () => {
  expect(paths(seen({ reads: { '/usr/bin/demo': '/usr/bin/demo' } }))).not.toContain('/usr/bin/demo')
})

test('a folder that is hidden inside of the system is covered, and what is given in it is shown over that', () => {
  const all = seen({
    hides: ['/usr/src/app', '/root'],
    reads: { '/usr/src/app/.slipway/bin/demo': '/usr/src/app/.slipway/bin/demo' }
  })
  expect(all).toContainEqual({ make: 'empty', path: '/usr/src/app' })
  expect(all).toContainEqual({ make: 'folder', path: '/usr/src/app/.slipway/bin' })
  expect(all.at(-1)).toEqual(shown('/usr/src/app/.slipway/bin/demo'))
  expect(paths(all)).not.toContain('/root')
})
