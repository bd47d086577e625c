import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { listTracked } from '../../src/facts/git.ts'
import { listMainFolders } from '../../src/facts/main-folders.ts'
import { makeCloneEnvironment } from '../../src/go/environment.ts'
import { plainEnvironment, program, succeeded } from '../fakes/cli.ts'
import { commit, git, repository, workspace, write } from '../fakes/repository.ts'

// git and one go list each.
jest.setTimeout(60_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let root = ''
beforeAll(async () => {
  root = join(stack.use(await workspace()).path, 'work')
  await repository(root, {
    'go.mod': 'module example.com/m\n\ngo 1.26.8\n',
    'lib.go': 'package lib\n\n// Domain remains, and no maintainer is one.\nvar X = 1\n',
    'cmd/a/a.go': 'package main\n\nfunc main() {}\n',
    'cmd/b/b.go': '/* odd */ package /* very */ main\n\nfunc main() {}\n',
    'cmd/c/c.go': 'package\tmain//x\n\nfunc main() {}\n',
    'word/w.go': 'package word\n\n// A main word.\nvar X = 1\n',
    'testdata/t/t.go': 'package main\n\nfunc main() {}\n',
    '_off/o.go': 'package main\n\nfunc main() {}\n',
    'other/go.mod': 'module example.com/other\n',
    'other/o/o.go': 'package main\n\nfunc main() {}\n',
    '.gitignore': 'ignored\n'
  })
  await write(root, {
    'ignored/i.go': 'package main\n\nfunc main() {}\n',
    'fresh/f.go': 'package main\n\nfunc main() {}\n'
  })
})

const ask = async () => {
  const { run } = processes()
  const env = makeCloneEnvironment(plainEnvironment(), root)
  const { signal } = new AbortController()
  const tracked = await listTracked({ run, env }, root)
  return await listMainFolders({ run, git: env, files: disk(root), tracked, signal }, { root, folder: root })
}

test('every folder in which go finds a program is among them, and few others', async () => {
  expect(await ask()).toEqual(['./cmd/a', './cmd/b', './cmd/c', './fresh', './ignored', './word'])
  const list = await program(['go', 'list', '-f', '{{if eq .Name "main"}}{{.Dir}}{{end}}', './...'], { cwd: root })
  const found = succeeded(list).split('\n').filter(Boolean)
  expect(found.map((path) => `./${path.slice(root.length + 1)}`).sort()).toEqual(
    (await ask())?.filter((path) => path !== './word')
  )
})

test('where a word says nothing, go looks at all: a link to a Go file, folders that go.mod ignores, a name with a meaning', async () => {
  await symlink('../cmd/a/a.go', join(root, 'word/linked.go'))
  await commit(root)
  expect(await ask()).toBeUndefined()
  await git(root, 'rm', '--quiet', '-f', 'word/linked.go')
  await write(root, { 'go.mod': 'module example.com/m\n\ngo 1.26.8\n\nignore ./fresh\n' })
  expect(await ask()).toBeUndefined()
  await write(root, { 'go.mod': 'module example.com/m\n\ngo 1.26.8\n', 'a...b/x.go': 'package main\n' })
  expect(await ask()).toBeUndefined()
})
