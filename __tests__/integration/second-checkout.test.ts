import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { makeCloneEnvironment } from '../../src/go/environment.ts'
import type { Exec } from '../../src/model/ports/processes.ts'
import { checkOutCommit } from '../../src/source/second-checkout.ts'
import { plainEnvironment } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// Git alone: each takes some tenths of a second.
jest.setTimeout(60_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place = ''
let serial = 0
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

const fresh = (kind: string): string => join(place, `${kind}-${++serial}`)
const FILES: Sources = { ...HELLO, 'web/page.html': '<p>\n', 'a/b/deep.txt': 'deep\n' }

const make = async (files: Sources = {}): Promise<string> => {
  const folder = fresh('work')
  await repository(folder, { ...FILES, ...files })
  return folder
}

interface Given {
  readonly commit?: string
  readonly env?: Readonly<Record<string, string>>
  readonly run?: Exec
}

/** A second checkout of a repository; where it lies. */
async function second(root: string, { commit: hash, env = {}, run = processes().run }: Given = {}): Promise<string> {
  const to = fresh('second')
  const asked = { ...makeCloneEnvironment({ ...plainEnvironment(), HOME: place }, root), ...env }
  const at = hash ?? (await git(root, 'rev-parse', 'HEAD'))
  await checkOutCommit({ run, files: disk(place), env: asked, root }, at, to)
  return to
}

const list = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((name) => !/(^|\/)\.git(\/|$)/.test(name))
    .sort()

const status = (folder: string): Promise<string> => git(folder, 'status', '--porcelain', '--ignore-submodules=none')

test('it has the files, the commit and the tags, and the first one is as it was', async () => {
  const folder = await make()
  await git(folder, 'tag', 'light')
  const before = await readdir(join(folder, '.git'), { recursive: true })
  const to = await second(folder)
  expect(await list(to)).toEqual(await list(folder))
  expect([await git(to, 'tag', '--list'), await status(to)]).toEqual(['light\nv1.0.0', ''])
  expect(await git(to, 'show-ref')).toBe(await git(folder, 'show-ref', '--tags'))
  expect(await git(to, 'rev-parse', 'HEAD')).toBe(await git(folder, 'rev-parse', 'HEAD'))
  expect(await readdir(join(folder, '.git'), { recursive: true })).toEqual(before)
})

test('no setting, attribute or hook changes a byte of it or runs', async () => {
  const folder = await make({
    '.gitattributes': '*.html text eol=crlf ident\n*.txt filter=loud\n',
    'web/id.html': '$Id$\n'
  })
  const hooks = fresh('hooks')
  await write(hooks, { 'post-checkout': `#!/bin/sh\ntouch ${join(hooks, 'ran')}\n` })
  await chmod(join(hooks, 'post-checkout'), 0o755)
  await write(place, {
    '.gitconfig': `[core]\nautocrlf = true\nhooksPath = ${hooks}\n[filter "loud"]\nsmudge = tr a-z A-Z\nrequired = true\n`
  })
  try {
    const to = await second(folder)
    const read = (name: string) => readFile(join(to, name), 'utf8')
    expect([await read('web/id.html'), await read('a/b/deep.txt'), await read('LICENSE')]).toEqual([
      '$Id$\n',
      'deep\n',
      HELLO['LICENSE']
    ])
    expect(await status(to)).toBe('')
    expect(await readdir(hooks)).toEqual(['post-checkout'])
  } finally {
    await rm(join(place, '.gitconfig'))
  }
})

test('of another user, from a linked worktree, and of a sparse checkout it is whole', async () => {
  const folder = await make()
  // Git's own tests make a stranger of everybody by it.
  const stranger = await second(folder, { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } })
  const worktree = fresh('worktree')
  await git(folder, 'worktree', 'add', '--quiet', '--detach', worktree)
  const linked = await second(worktree)
  await git(folder, 'sparse-checkout', 'set', 'web')
  expect(await list(folder)).not.toContain('a/b/deep.txt')
  const all = ['LICENSE', 'a/b/deep.txt', 'go.mod', 'main.go', 'slipway.yaml', 'web/page.html']
  for (const to of [stranger, linked, await second(folder)]) expect(await list(to)).toEqual(all)
})

test('of a shallow clone it is as shallow', async () => {
  const [folder, clone] = [await make(), fresh('shallow')]
  await write(folder, { 'more.txt': 'x\n' })
  await commit(folder, ['v1.1.0'])
  await git(place, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone)
  const to = await second(clone)
  expect(await list(to)).toContain('more.txt')
  expect(await git(to, 'log', '--format=%H')).toBe(await git(folder, 'rev-parse', 'HEAD'))
})

describe('of a partial clone', () => {
  /** A clone that has the files of its newest commit, and none of those before. */
  const partial = async () => {
    const [folder, clone] = [await make({ 'old.txt': 'of old\n' }), fresh('partial')]
    await git(folder, 'config', 'uploadpack.allowFilter', 'true')
    const old = await git(folder, 'rev-parse', 'HEAD')
    await write(folder, { 'old.txt': 'changed\n', 'web/page.html': '<b>\n' })
    await commit(folder)
    await git(place, 'clone', '--quiet', '--filter=blob:none', `file://${folder}`, clone)
    return { folder, clone, old }
  }

  test('what is not here is fetched', async () => {
    const { clone, old } = await partial()
    const to = await second(clone, { commit: old })
    expect(await readFile(join(to, 'old.txt'), 'utf8')).toBe('of old\n')
    expect(await status(to)).toBe('')
  })

  test('what nobody gives is refused, with what completes the clone', async () => {
    const { folder, clone, old } = await partial()
    await rm(folder, { recursive: true })
    await expect(second(clone, { commit: old })).rejects.toMatchObject({
      kind: 'environment',
      message: `this clone is partial: it lacks 2 files of commit ${old.slice(0, 7)}, and its remote does not give them`,
      hint: expect.stringContaining('git fetch --refetch --no-filter')
    })
  })
})

test('submodules that are here are there, at the commit that they are held at, and others are not', async () => {
  const [folder, other, inner] = [await make(), fresh('other'), fresh('inner')]
  const add = (to: string, from: string, name: string) =>
    git(to, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', from, name)
  await repository(inner, { 'leaf.txt': 'leaf\n' }, [])
  await repository(other, { 'part.txt': 'part\n' }, [])
  await add(other, inner, 'inner')
  await commit(other)
  await add(folder, other, 'parts')
  await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'update', '--init', '--recursive')
  await add(folder, inner, 'unused')
  await commit(folder)
  await git(folder, 'submodule', '--quiet', 'deinit', '--force', 'unused')
  await write(folder, { 'parts/part.txt': 'changed since\n' })
  const to = await second(folder)
  expect((await list(to)).filter((name) => /parts|unused/.test(name))).toEqual([
    'parts/.gitmodules',
    'parts/inner/leaf.txt',
    'parts/part.txt'
  ])
  expect(await readFile(join(to, 'parts/part.txt'), 'utf8')).toBe('part\n')
  expect(await status(to)).toBe('')
})

test('files of Git LFS are there as far as the first checkout or git-lfs has them, and nothing counts as changed', async () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const pointer = (text: string) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${digest(text)}\nsize ${text.length}\n`
  const texts = ['here\n', 'kept\n', 'nowhere\n']
  const folder = await make({
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
    ...Object.fromEntries(texts.map((text) => [`${text.trim()}.bin`, pointer(text)]))
  })
  await git(folder, 'update-index', '--assume-unchanged', 'here.bin')
  await write(folder, { 'here.bin': 'here\n' })
  const kept = digest('kept\n')
  await write(join(folder, '.git/lfs/objects', kept.slice(0, 2), kept.slice(2, 4)), { [kept]: 'kept\n' })
  const to = await second(folder)
  const read = (name: string) => readFile(join(to, name), 'utf8')
  expect([await read('here.bin'), await read('kept.bin')]).toEqual(['here\n', 'kept\n'])
  expect(await read('nowhere.bin')).toBe(pointer('nowhere\n'))
  expect(await status(to)).toBe('')
})

describe('a git that says all went well is not believed where', () => {
  const meddling =
    (meddle: (to: string) => Promise<unknown>): Exec =>
    async (argv, options) => {
      const output = await processes().run(argv, options)
      const to = argv[2] ?? ''
      if (argv.includes('checkout')) await meddle(to)
      return output
    }

  test.each([
    { what: 'a file is not there', meddle: (to: string) => rm(join(to, 'a/b/deep.txt')) },
    { what: 'a file has other bytes', meddle: (to: string) => write(to, { 'a/b/deep.txt': 'other\n' }) },
    {
      what: 'a link leads elsewhere',
      meddle: async (to: string) => {
        await rm(join(to, 'a/b/deep.txt'))
        await symlink('../../LICENSE', join(to, 'a/b/deep.txt'))
      }
    }
  ])('$what', async ({ meddle }) => {
    await expect(second(await make(), { run: meddling(meddle) })).rejects.toMatchObject({
      kind: 'command',
      message: expect.stringMatching(
        /ended well, but 1 of its files are not there or not the commit's: a\/b\/deep\.txt$/
      )
    })
  })
})

test('links and folders with names of any kind are there', async () => {
  const folder = fresh('work')
  await write(folder, { ...FILES, '"odd\n name"/ä.txt': 'x\n' })
  await mkdir(join(folder, 'links'))
  await symlink('../a/b/deep.txt', join(folder, 'links/to'))
  await symlink('nowhere', join(folder, 'links/broken'))
  await repository(folder, {})
  const to = await second(folder)
  expect(await list(to)).toEqual(await list(folder))
  expect(await status(to)).toBe('')
})
