import { describe, expect, test } from '@jest/globals'
import { findPlace, lookAtModule } from '../../../src/facts/known-module.ts'
import type { Exec } from '../../../src/model/ports/processes.ts'
import { memoryFiles } from '../../fakes/files.ts'

const MAIN = 'package main\n\nfunc main() {}\n'
const SOURCES: Readonly<Record<string, string>> = {
  'app/go.mod': 'module example.com/app\n',
  'app/doc.go': '/* package other */\n// Package app.\npackage app\n',
  'app/cmd/tool/main.go': `// Copyright\n\n${MAIN}`,
  'app/cmd/tool/tool_test.go': 'package main_test\n',
  'app/hack/gen.go': `//go:build ignore\n\n${MAIN}`,
  'app/lib/gen.go': `//go:build ignore\n\n${MAIN}`,
  'app/lib/lib.go': 'package lib\n',
  'app/testdata/x/main.go': MAIN,
  'app/vendor/y/main.go': MAIN,
  'app/_old/main.go': MAIN,
  'app/tools/go.mod': 'module example.com/app/tools\n',
  'app/tools/main.go': MAIN,
  'other/main.go': MAIN
}

async function look(remote: string, prefix = 'app/') {
  const files = memoryFiles()
  for (const [path, text] of Object.entries(SOURCES)) await files.write(`/repo/${path}`, text)
  const answers: Readonly<Record<string, string>> = {
    'rev-parse': `/repo\n${prefix}\n`,
    'ls-files': Object.keys(SOURCES).concat('app/doc.go', '').join('\0'),
    config: `${remote}\n`
  }
  const run: Exec = async ([, , , word = '']) => {
    const stdout = answers[word]
    if (stdout === undefined || (word === 'config' && remote === '')) throw new Error('git says no')
    return { stdout, stderr: '' }
  }
  const place = await findPlace({ run, files, env: {} }, '/repo/app')
  return { place, known: await lookAtModule(files, 'example.com/app', place) }
}

describe('what init knows of a module', () => {
  test('are its files and main packages, without those of other modules and what go passes over', async () => {
    const { place, known } = await look('git@example.com:team/app.git')
    expect([place.root, place.prefix]).toEqual(['/repo', 'app'])
    expect(known).toMatchObject({ module: 'example.com/app', folder: 'app', mains: ['./cmd/tool'] })
    expect(known.files).toContain('cmd/tool/main.go')
    expect(known.files.filter((file) => /^tools\//.test(file))).toEqual([])
  })

  test('is not guessed where git does not list the files of a repository', async () => {
    const run: Exec = async ([, , , word]) => {
      if (word === 'rev-parse') return { stdout: '/repo\n\n', stderr: '' }
      throw new Error('git says no')
    }
    await expect(findPlace({ run, files: memoryFiles(), env: {} }, '/repo')).rejects.toThrow('git says no')
  })

  test.each([
    ['https://example.com/team/app.git', 'team/app'],
    ['https://user@example.com/team/sub/app/', 'team/sub/app'],
    ['ssh://git@example.com:22/team/app', 'team/app'],
    ['git@example.com:team/app.git', 'team/app'],
    ['', '']
  ])('is the repository that the clone came from: %j', async (remote, repository) => {
    expect((await look(remote)).known.repository).toBe(repository)
  })
})
