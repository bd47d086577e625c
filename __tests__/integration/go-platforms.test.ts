import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { parsePairs, readTargetList } from '../../src/go/platforms.ts'
import { program, succeeded } from '../fakes/cli.ts'

const go = async (...args: readonly string[]): Promise<string> =>
  succeeded(await program(['go', ...args], { cwd: '/', env: { GOTOOLCHAIN: 'local', GOENV: 'off', GOFLAGS: '' } }))

test('the targets of a Go are read from its source as `go tool dist list` prints them, and nothing is compiled', async () => {
  const root = (await go('env', 'GOROOT')).trim()
  const files = { read: (path: string): Promise<Uint8Array> => readFile(path) }
  const run = (): never => {
    throw new Error('no program is needed')
  }
  const signal = new AbortController().signal
  const pairs = await readTargetList({ run, go: `${root}/bin/go`, env: {}, signal, files }, '/')
  // The go command compiles the tool first, once for each build cache.
  expect(pairs).toBe((await go('tool', 'dist', 'list')).trim())
}, 300_000)

test('a Go whose source says it otherwise is asked', async () => {
  const run = (): Promise<{ stdout: string; stderr: string }> => Promise.resolve({ stdout: 'a/b\n', stderr: '' })
  const signal = new AbortController().signal
  for (const source of [undefined, 'package platform\n', 'package platform\n\nvar List = []OSArch{\n\tLINUX,\n}\n']) {
    const files = { read: () => Promise.resolve(source === undefined ? undefined : Buffer.from(source)) }
    expect(await readTargetList({ run, go: '/go/bin/go', env: {}, signal, files }, '/')).toBe('a/b\n')
  }
  const list = 'var List = []OSArch{\n\t{"linux", "sparc64"},\n\t{"linux", "amd64"},\n}\n'
  const facts =
    'var distInfo = map[OSArch]osArchInfo{\n\t{"linux", "sparc64"}: {CgoSupported: true, Broken: true},\n}\n'
  expect(parsePairs(list + facts)).toEqual(['linux/amd64'])
  expect(parsePairs(list)).toBeUndefined()
  expect(parsePairs(list.replace('{"linux", "amd64"}', 'AMD64') + facts)).toBeUndefined()
})
