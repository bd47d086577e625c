import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { program, succeeded } from './cli.ts'

export type Sources = Readonly<Record<string, string>>

/** The time of every commit made here, ISO 8601 in UTC. */
export const COMMITTED_AT = '2026-03-04T05:06:07Z'

/** A folder outside of any checkout, gone at the end of its scope. */
export async function workspace(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'slipway-e2e-'))
  return {
    path,
    // Go makes its module cache read-only; as root that stops nobody, and elsewhere the folders are opened first.
    async [Symbol.asyncDispose]() {
      await program(['chmod', '-R', 'u+w', path], { cwd: tmpdir() })
      await rm(path, { recursive: true, force: true })
    }
  }
}

/** A module with one main package and no dependency, and nothing of Slipway. */
export const BARE: Sources = {
  'go.mod': 'module example.com/hello\n\ngo 1.26.8\n',
  'main.go': 'package main\n\nvar version, commit, date string\n\nfunc main() { println(version, commit, date) }\n',
  LICENSE: 'Do as you like.\n'
}

/** The same, compiled in no time. */
export const HELLO: Sources = {
  ...BARE,
  // A build from an empty cache takes every core for a while: the tests of it ask for it.
  'slipway.yaml': 'rebuild: 0\nbuild-cache: shared\n'
}

export async function write(folder: string, files: Sources): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

/** Runs git with nobody's configuration, always as the same person at the same time; returns what it printed. */
export async function git(cwd: string, ...args: readonly string[]): Promise<string> {
  const env = {
    ...{ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    ...{ GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.com', GIT_AUTHOR_DATE: COMMITTED_AT },
    ...{ GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.com', GIT_COMMITTER_DATE: COMMITTED_AT }
  }
  return succeeded(await program(['git', ...args], { cwd, env })).trim()
}

/** Makes `folder` a repository with these files in one commit, and these tags on it; resolves with the commit's hash. */
export async function repository(
  folder: string,
  files: Sources,
  tags: readonly string[] = ['v1.0.0']
): Promise<string> {
  await write(folder, files)
  await git(folder, 'init', '--quiet', '--initial-branch=main', '--object-format=sha1', '--template=', '.')
  return await commit(folder, tags)
}

/** Commits everything that is not ignored. */
export async function commit(folder: string, tags: readonly string[] = []): Promise<string> {
  await git(folder, 'add', '--all', '.')
  await git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'as the test wants it')
  for (const tag of tags) await git(folder, 'tag', '--annotate', '--message', tag, tag)
  return await git(folder, 'rev-parse', 'HEAD')
}
