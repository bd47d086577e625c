import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { gatherFacts } from '../../src/facts/git.ts'
import { refuseLinkedTree } from '../../src/facts/work-tree.ts'
import { makeGoEnvironment, trustFolder } from '../../src/go/environment.ts'
import type { Facts } from '../../src/model/nouns.ts'
import { plainEnvironment } from '../fakes/cli.ts'
import { git, HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(60_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

/** What a run in this folder takes from git; `config` holds git's settings of the user. */
const facts = (folder: string, config = join(place, 'no-config')): Promise<Facts> =>
  gatherFacts(
    {
      run: processes().run,
      files: disk(folder),
      env: makeGoEnvironment({ ...plainEnvironment(), HOME: config, XDG_CONFIG_HOME: config })
    },
    folder
  )

test("no setting of the user's git changes what it is taken to say", async () => {
  const folder = join(place, 'settings')
  const config = join(place, 'config')
  await repository(folder, { ...HELLO, 'sub/module.txt': 'x\n' })
  // A commit with a signature, which git shows to those who want to see it.
  const signed = (await git(folder, 'cat-file', 'commit', 'HEAD')).replace(
    /\n\n/,
    '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----\n\n'
  )
  await writeFile(join(folder, '.git/signed'), `${signed}\n`)
  await git(folder, 'reset', '--quiet', '--hard', await git(folder, 'hash-object', '-wt', 'commit', '.git/signed'))
  await git(folder, 'tag', 'v1.0.1')
  // A submodule that was changed, a file that git does not hold, and one with a name that git would quote.
  await repository(join(place, 'other'), { 'other.txt': 'x\n' }, [])
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', join(place, 'other'), 'other')
  await git(folder, 'commit', '--quiet', '--message', 'submodule')
  await write(folder, { 'other/other.txt': 'changed\n', 'wörk "x".txt': 'x\n', 'new/file.txt': 'x\n' })
  const plain = await facts(folder)
  expect(plain.dirty).toEqual(['other', 'new/file.txt', 'wörk "x".txt'])

  await write(config, {
    gpg: '#!/bin/sh\necho "gpg: Signature made by nobody" >&2\necho "[GNUPG:] GOODSIG 0 nobody"\n',
    // By its word nothing ever changes.
    monitor: '#!/bin/sh\nprintf "token\\0"\n',
    'git/config': [
      ...['[log]', 'showSignature = true', 'date = relative', '[gpg]', `program = ${join(config, 'gpg')}`],
      ...['[status]', 'showUntrackedFiles = no', 'renames = false', 'relativePaths = false', 'branch = true'],
      ...['[diff]', 'ignoreSubmodules = all', 'noprefix = true', '[color]', 'ui = always'],
      ...['[core]', 'quotePath = true', `fsmonitor = ${join(config, 'monitor')}`, 'abbrev = 4', 'pager = false'],
      ...['[column]', 'ui = always', '[i18n]', 'logOutputEncoding = UTF-16', '[tag]', 'sort = -version:refname', '']
    ].join('\n')
  })
  for (const name of ['gpg', 'monitor']) await chmod(join(config, name), 0o755)
  // The settings are in force for a git that nobody guards.
  const env = { XDG_CONFIG_HOME: config, HOME: config }
  const unguarded = await processes().run(['git', '-C', folder, 'show', '-s', '--format=%ct', 'HEAD~1'], {
    env: { ...plainEnvironment(), ...env }
  })
  expect(`${unguarded.stdout}${unguarded.stderr}`).toContain('Signature made by nobody')

  expect(await facts(folder, config)).toEqual(plain)
  await git(folder, 'reset', '--quiet', '--hard', 'v1.0.1')
  expect((await facts(folder, config)).committedAt).toBe('2026-03-04T05:06:07Z')
})

test('a file that was renamed is one change, whether git was told of it or not', async () => {
  const folder = join(place, 'renamed')
  await repository(folder, { ...HELLO, 'a-long-name.txt': 'some text\n', 'b-long-name.txt': 'another text\n' })
  await git(folder, 'mv', 'a-long-name.txt', 'staged.txt')
  await rename(join(folder, 'b-long-name.txt'), join(folder, 'unstaged.txt'))
  await git(folder, 'add', '--intent-to-add', 'unstaged.txt')
  expect((await facts(folder)).dirty.toSorted()).toEqual(['staged.txt', 'unstaged.txt'])
})

test('a checkout of another user is read, and so is a module in a subdirectory of one', async () => {
  const folder = join(place, 'foreign')
  await repository(folder, { ...HELLO, 'tools/cli/go.mod': 'module example.com/hello/tools/cli\n\ngo 1.26.8\n' })
  const config = join(place, 'no-config')
  const asked = (module: string, trusted: string): Promise<Facts> => {
    const env = makeGoEnvironment(
      { ...plainEnvironment(), HOME: config, XDG_CONFIG_HOME: config },
      trustFolder(trusted)
    )
    // Git's own tests make a stranger of everybody by it.
    const stranger = { ...env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    return gatherFacts({ run: processes().run, files: disk(module), env: stranger }, module)
  }
  for (const module of [folder, join(folder, 'tools/cli')])
    expect(await asked(module, module)).toMatchObject({ root: folder, module: expect.stringContaining('hello') })
  await expect(asked(join(folder, 'tools/cli'), '/elsewhere')).rejects.toMatchObject({
    kind: 'input',
    hint: `Its owner is another user: git config --global --add safe.directory ${folder}`
  })
})

test('a linked worktree is refused, since go finds no repository there', async () => {
  const [folder, linked] = [join(place, 'whole'), join(place, 'linked')]
  await repository(folder, HELLO)
  await git(folder, 'worktree', 'add', '--quiet', '--detach', linked)
  await refuseLinkedTree(disk(folder), folder)
  await expect(refuseLinkedTree(disk(linked), linked)).rejects.toMatchObject({
    kind: 'input',
    message: `${linked} is a linked worktree or a submodule, of which go writes no commit into programs`,
    hint: expect.stringContaining(`git clone ${linked}`)
  })
})

describe('what git cannot say is refused, and not taken for nothing:', () => {
  const DAMAGED = '`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.'

  test('the commit is not there', async () => {
    const folder = join(place, 'no-commit')
    const hash = await repository(folder, HELLO, [])
    await rm(join(folder, '.git/objects', hash.slice(0, 2), hash.slice(2)))
    await expect(facts(folder)).rejects.toMatchObject({
      kind: 'command',
      message: `git cannot say when HEAD was committed in ${folder}: fatal: bad object HEAD`,
      hint: DAMAGED
    })
  })

  test('the object of a tag is not there', async () => {
    const folder = join(place, 'no-tag')
    await repository(folder, HELLO)
    const hash = await git(folder, 'rev-parse', 'v1.0.0')
    await rm(join(folder, '.git/objects', hash.slice(0, 2), hash.slice(2)))
    await expect(facts(folder)).rejects.toMatchObject({
      kind: 'command',
      message: expect.stringMatching(
        `^git cannot say which tags there are in ${folder}: fatal: missing object ${hash} for refs/tags/v1.0.0$`
      )
    })
  })

  test('a submodule lost its repository', async () => {
    const folder = join(place, 'no-submodule')
    await repository(folder, HELLO)
    await repository(join(place, 'lost'), { 'lost.txt': 'x\n' }, [])
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', join(place, 'lost'), 'lost')
    await git(folder, 'commit', '--quiet', '--message', 'submodule')
    await rm(join(folder, '.git/modules'), { recursive: true })
    await expect(facts(folder)).rejects.toMatchObject({
      kind: 'command',
      message: expect.stringContaining(`git cannot say what differs from HEAD in ${folder}: fatal: `)
    })
  })
})
