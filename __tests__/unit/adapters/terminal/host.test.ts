import { expect, test } from '@jest/globals'
import { local } from '../../../../src/adapters/terminal/host.ts'
import { terminal } from '../../../../src/adapters/terminal/progress.ts'
import { screen } from '../../../fakes/children/screen.ts'

const LONG = 'a-program-with-a-long-name_1.20.300_linux_ppc64le.tar.gz'

test('work in progress is one line an item below the lines that stay, and gone when it ends', () => {
  const { stream, lines } = screen(80, 20)
  const host = local(stream, terminal)
  const [first, second] = [host.progress('build', 'linux/amd64'), host.progress('build', 'linux/arm64')]
  expect(lines().filter(Boolean)).toEqual([
    expect.stringMatching(/^… build {5}linux\/amd64 +0 s$/),
    expect.stringMatching(/^… build {5}linux\/arm64 +0 s$/)
  ])
  second.note('linking')
  host.info('a line that stays')
  first.end('done', '1.2 s')
  expect(lines().filter(Boolean)).toEqual([
    'a line that stays',
    expect.stringMatching(/^✓ build {5}linux\/amd64 +1\.2 s$/),
    expect.stringMatching(/^… build {5}linux\/arm64 +0 s {2}linking$/)
  ])
  second.end('failed', '3.0 s')
  expect(lines().filter(Boolean)).toEqual([
    'a line that stays',
    expect.stringMatching(/^✓ build {5}linux\/amd64 +1\.2 s$/),
    expect.stringMatching(/^✗ build {5}linux\/arm64 +3\.0 s$/)
  ])
})

test.each([40, 60, 80, 120])('with %i columns, long names are cut and no live line is wrapped', (columns) => {
  const { stream, lines } = screen(columns, 20)
  const host = local(stream, terminal)
  const all = ['one', 'two', 'three'].map((note) => {
    const progress = host.progress('package', `${note}-${LONG}`)
    progress.note(`${note} `.repeat(30))
    return progress
  })
  expect(lines().filter(Boolean)).toHaveLength(3)
  for (const line of lines().filter(Boolean)) {
    expect(line.length).toBeLessThan(columns)
    expect(line).toMatch(/^… package {3}(one|two|three)-.*…/)
  }
  for (const progress of all) progress.end('done', '')
  expect(lines().filter(Boolean)).toHaveLength(3)
})

test('more work than the terminal has rows leaves nothing behind', () => {
  const { stream, lines } = screen(80, 6)
  const host = local(stream, terminal)
  const names = Array.from({ length: 12 }, (_, i) => `target-${i}`)
  const all = names.map((name) => host.progress('build', name))
  expect(lines().filter(Boolean)).toHaveLength(4)
  for (const progress of all) progress.end('done', '')
  expect(
    lines()
      .filter(Boolean)
      .map((line) => line.split(/ +/)[2])
  ).toEqual(names)
})

test('has colours where the terminal has them, and no escape sequence of a colour where it has none', () => {
  const show = (colours: boolean): string => {
    const { stream, written } = screen(80, 20, colours)
    const host = local(stream, terminal)
    host.warn('careful')
    host.progress('build', 'x').end('done', '')
    return written()
  }
  expect(show(true)).toMatch(/\u001b\[3\dm/)
  expect(show(false)).not.toMatch(/\u001b\[\d*m/)
})
