import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { slipway } from '../fakes/cli.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(120_000)

const WRONG = 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Printf("%d\\n", "x")\n}\n'
const TEST = 'package lib\n\nimport "testing"\n\nfunc TestLib(t *testing.T) {\n\tt.Logf("%d", "y")\n}\n'

const stack = new AsyncDisposableStack()
let folder = ''
beforeAll(async () => {
  folder = join(stack.use(await workspace()).path, 'hello')
  const files = { 'mod/go.mod': HELLO['go.mod'] ?? '', 'mod/main.go': WRONG, 'mod/lib/lib_test.go': TEST }
  await repository(folder, { ...files, 'mod/lib/lib.go': 'package lib\n', '.gitignore': '.slipway/\n' })
})
afterAll(() => stack.disposeAsync())

/** A gate of the one target whose packages go vet looks at. */
const gate = (...args: readonly string[]) =>
  slipway(['gate', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none', ...args], {
    cwd: join(folder, 'mod')
  })

test('a gate that shall warn shows what go vet finds, and goes on', async () => {
  const { status, stdout, stderr } = await gate('--vet', 'warn')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^vet +go vet \(warn\)$/m)
  expect(stdout + stderr).toMatch(/main\.go:6.*fmt\.Printf format %d has arg "x" of wrong type string/)
  expect(stdout + stderr).toMatch(/lib_test\.go:6.*Logf format %d has arg "y"/)
  expect(stdout).toMatch(/^✓ vet +\.\/\.\.\. .*2 findings$/m)
})

test('a gate that shall fail ends with status 5 and every finding, also those of tests', async () => {
  const { status, stdout, stderr } = await gate('--vet', 'fail')
  expect(status).toBe(5)
  expect(stdout + stderr).toMatch(/go vet found 2 mistakes/)
  expect(stdout + stderr).toMatch(/lib_test\.go:6/)
})

test('a tree that go vet cannot look at is a warning with its words, where a gate shall warn', async () => {
  const other = join(folder, '..', 'other')
  const files = { 'go.mod': HELLO['go.mod'] ?? '', 'main.go': 'package main\n\nfunc main() {}\n' }
  await repository(other, { ...files, 'x_test.go': 'package main\n\nimport _ "example.com/nowhere"\n' })
  const args = ['gate', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none', '--vet', 'warn']
  const { status, stdout, stderr } = await slipway(args, { cwd: other, env: { GOPROXY: 'off' } })
  expect(status).toBe(0)
  expect(stdout + stderr).toMatch(/warning: .*example\.com\/nowhere/)
})

test('nothing is vetted where nobody asked for it', async () => {
  const { status, stdout } = await gate()
  expect(status).toBe(0)
  expect(stdout).not.toMatch(/vet/)
})
