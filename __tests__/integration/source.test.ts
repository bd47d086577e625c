import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { gatherFacts, listCommitted } from '../../src/facts/git.ts'
import { makeCloneEnvironment } from '../../src/go/environment.ts'
import { compareWithCommit } from '../../src/source/compare.ts'
import type { Wanted } from '../../src/source/taken.ts'
import { plainEnvironment } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// Git alone: each takes a tenth of a second.
jest.setTimeout(60_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place = ''
let serial = 0
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

const FILES: Sources = {
  ...HELLO,
  'web/page.html': '<p>\n',
  'web/more/page.html': '<p>more\n',
  'docs/note.md': 'a note\n',
  'pkg/pkg.go': 'package pkg\n',
  'pkg/pkg_windows.go': 'package pkg\n',
  'pkg/pkg_test.go': 'package pkg\n'
}
const WANTED: Wanted = {
  takes: { folders: ['', 'pkg'], embeds: [{ folder: '', pattern: 'web' }], modules: [''] },
  ...{ moduleDir: '', vendored: false, named: ['LICENSE'], whole: false }
}

const make = async (files: Sources = {}): Promise<string> => {
  const folder = join(place, `work-${++serial}`)
  await repository(folder, { ...FILES, ...files })
  return folder
}

/** What comes of it: '' where all is the commit's; what is found dirty by git is admitted. */
async function compare(folder: string, wanted: Partial<Wanted> = {}): Promise<string> {
  const from = { run: processes().run, files: disk(folder), env: makeCloneEnvironment(plainEnvironment(), folder) }
  const facts = await gatherFacts(from, folder)
  const committed = await listCommitted(from, folder, facts.commit)
  return await compareWithCommit(
    { ...from, root: folder },
    committed,
    { ...WANTED, ...wanted },
    { ...facts, untracked: [] }
  )
}

const refused = (seen: string, help: string) => ({
  ...{ kind: 'input', code: 'changed-source' },
  message: expect.stringContaining(seen),
  hint: expect.stringContaining(help)
})

test('a clean checkout is the commit, and what is not taken may be anything', async () => {
  const folder = await make()
  expect(await compare(folder)).toBe('')
  await git(folder, 'update-index', '--skip-worktree', 'docs/note.md')
  await rm(join(folder, 'docs'), { recursive: true })
  expect(await compare(folder)).toBe('')
})

test('names with quotes, line breaks and letters of elsewhere are compared like others', async () => {
  const odd = ['"quoted".html', 'two\nlines.html', 'wörk 日.html', '\\back.html', ' space.html']
  const folder = await make(Object.fromEntries(odd.map((name) => [`web/${name}`, `${name}\n`])))
  expect(await compare(folder)).toBe('')
  for (const name of odd) {
    await git(folder, 'update-index', '--assume-unchanged', `web/${name}`)
    await write(folder, { [`web/${name}`]: 'x\n' })
  }
  await expect(compare(folder)).rejects.toMatchObject({
    message: expect.stringMatching(/^5 files .*"web\/two<U\+000A>lines/)
  })
})

describe('what git status does not show is refused, and what helps is told:', () => {
  test.each([
    { flag: '--assume-unchanged', path: 'main.go', help: 'git update-index --no-assume-unchanged -- main.go' },
    {
      flag: '--skip-worktree',
      path: 'web/more/page.html',
      help: 'git update-index --no-skip-worktree -- web/more/page.html'
    },
    // The go command passes it over on this system, and not on others.
    { flag: '--assume-unchanged', path: 'pkg/pkg_windows.go', help: '--no-assume-unchanged -- pkg/pkg_windows.go' }
  ])('$flag of $path', async ({ flag, path, help }) => {
    const folder = await make()
    await git(folder, 'update-index', flag, path)
    await write(folder, { [path]: 'other\n' })
    expect(await git(folder, 'status', '--porcelain')).toBe('')
    await expect(compare(folder)).rejects.toMatchObject(
      refused(`1 file that is built, tried or shipped is not the commit's: ${path} (changed, and marked`, help)
    )
  })

  test('a test of a package is looked at where go vet is, and not where it only builds', async () => {
    const folder = await make()
    await git(folder, 'update-index', '--assume-unchanged', 'pkg/pkg_test.go')
    await write(folder, { 'pkg/pkg_test.go': 'package other\n' })
    expect(await compare(folder)).toBe('')
    await expect(compare(folder, { whole: true })).rejects.toMatchObject(refused('pkg/pkg_test.go', 'git diff'))
  })

  test('a file below an embedded folder that a sparse checkout leaves out', async () => {
    const folder = await make()
    await git(folder, 'sparse-checkout', 'set', '--no-cone', '/*', '!/web/more/')
    expect(await git(folder, 'status', '--porcelain')).toBe('')
    await expect(compare(folder)).rejects.toMatchObject(
      refused('web/more/page.html (not here, since this checkout is sparse)', 'git sparse-checkout disable')
    )
  })

  test('line ends of a checkout on Windows', async () => {
    const folder = await make()
    await git(folder, 'config', 'core.autocrlf', 'true')
    await rm(join(folder, 'LICENSE'))
    await git(folder, 'checkout', '--', 'LICENSE')
    expect(await readFile(join(folder, 'LICENSE'), 'utf8')).toMatch(/\r\n$/)
    expect(await git(folder, 'status', '--porcelain')).toBe('')
    await expect(compare(folder)).rejects.toMatchObject(refused('LICENSE (other line ends)', 'core.autocrlf false'))
  })

  test('a filter of the repository', async () => {
    const folder = await make({ '.gitattributes': 'web/*.html ident\n', 'web/id.html': '$Id$\n' })
    await rm(join(folder, 'web/id.html'))
    await git(folder, 'checkout', '--', 'web/id.html')
    expect(await git(folder, 'status', '--porcelain')).toBe('')
    await expect(compare(folder)).rejects.toMatchObject(
      refused('web/id.html (changed by ident of .gitattributes)', 'no such attribute')
    )
  })
})

describe('a file of Git LFS', () => {
  const BYTES = 'the whole picture\n'.repeat(100)
  const POINTER = [
    'version https://git-lfs.github.com/spec/v1',
    `oid sha256:${createHash('sha256').update(BYTES).digest('hex')}`,
    `size ${BYTES.length}`,
    ''
  ].join('\n')
  const lfs = async () => {
    const folder = await make({ 'web/picture.bin': POINTER })
    // As git-lfs does, whose filters stand in the settings of a clone.
    await git(
      folder,
      'config',
      'filter.lfs.clean',
      `sh -c 'cat >/dev/null; printf "%s" "${POINTER.replaceAll('\n', '\\n')}" | sed "s/\\\\\\\\n/\\n/g"'`
    )
    return folder
  }

  test('that is its pointer is refused, and the command that fetches it is told', async () => {
    await expect(compare(await lfs())).rejects.toMatchObject(
      refused('web/picture.bin (a pointer of Git LFS, and not the file)', 'git lfs pull')
    )
  })

  test('is taken where it is what its pointer names, and no other', async () => {
    const folder = await lfs()
    await git(folder, 'update-index', '--assume-unchanged', 'web/picture.bin')
    await write(folder, { 'web/picture.bin': BYTES })
    expect(await compare(folder)).toBe('')
    await write(folder, { 'web/picture.bin': `${BYTES}!` })
    await expect(compare(folder)).rejects.toMatchObject(
      refused('web/picture.bin (not the file that its Git LFS pointer names)', 'git lfs pull')
    )
  })
})

describe('a link', () => {
  const linked = async (target: string) => {
    const folder = join(place, `work-${++serial}`)
    await write(folder, FILES)
    await symlink(target, join(folder, 'pkg/linked.go'))
    await repository(folder, {})
    return folder
  }

  test('to a file of the commit is compared with what lies there', async () => {
    const folder = await linked('../docs/note.md')
    expect(await compare(folder)).toBe('')
    await git(folder, 'update-index', '--assume-unchanged', 'docs/note.md')
    await write(folder, { 'docs/note.md': 'another note\n' })
    await expect(compare(folder)).rejects.toMatchObject(refused('docs/note.md (changed', 'no-assume-unchanged'))
  })

  test('that leads out of the repository, or to what git does not hold, is refused', async () => {
    await writeFile(join(place, 'outside.go'), 'package pkg\n')
    await expect(compare(await linked('../../outside.go'))).rejects.toMatchObject({ kind: 'input', code: 'leads-out' })
    const folder = await linked('ignored.txt')
    await write(folder, { '.git/info/exclude': 'ignored.txt\n', 'pkg/ignored.txt': 'package pkg\n' })
    await expect(compare(folder)).rejects.toMatchObject(
      refused('pkg/linked.go (a link to pkg/ignored.txt', 'Commit that file')
    )
  })

  test('that another link, or a file, took the place of is refused', async () => {
    const folder = await linked('../docs/note.md')
    await git(folder, 'update-index', '--assume-unchanged', 'pkg/linked.go')
    await rm(join(folder, 'pkg/linked.go'))
    await symlink('../web/page.html', join(folder, 'pkg/linked.go'))
    await expect(compare(folder)).rejects.toMatchObject(
      refused('a link to elsewhere than in the commit', 'core.symlinks')
    )
    await rm(join(folder, 'pkg/linked.go'))
    await writeFile(join(folder, 'pkg/linked.go'), '../docs/note.md')
    await expect(compare(folder)).rejects.toMatchObject(refused('pkg/linked.go (no link here', 'core.symlinks'))
  })
})

describe('a submodule', () => {
  /** A repository with one below its embedded folder, of which nothing is told by git status. */
  const withSubmodule = async (): Promise<{ folder: string; sub: string }> => {
    const [folder, other] = [await make(), join(place, `other-${++serial}`)]
    await repository(other, { 'deep/part.html': '<i>\n', 'unused.txt': 'x\n' }, [])
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'web/parts')
    await git(folder, 'config', '--file', '.gitmodules', 'submodule.web/parts.ignore', 'all')
    await commit(folder)
    return { folder, sub: join(folder, 'web/parts') }
  }
  const UPDATE = 'git submodule update --init -- web/parts'

  test('that is here, at its commit and unchanged is part of the commit', async () => {
    expect(await compare((await withSubmodule()).folder)).toBe('')
  })

  test('that is not here is refused, where something of it may be taken', async () => {
    const { folder } = await withSubmodule()
    const clone = join(place, `clone-${++serial}`)
    await git(place, 'clone', '--quiet', folder, clone)
    expect(await git(clone, 'status', '--porcelain')).toBe('')
    await expect(compare(clone)).rejects.toMatchObject(refused('web/parts (a submodule that is not here)', UPDATE))
    expect(await compare(clone, { takes: { ...WANTED.takes, embeds: [] } })).toBe('')
  })

  test('at another commit is refused, though .gitmodules hides it', async () => {
    const { folder, sub } = await withSubmodule()
    await write(sub, { 'deep/part.html': '<b>\n' })
    await commit(sub)
    expect(await git(folder, 'status', '--porcelain')).toBe('')
    await expect(compare(folder)).rejects.toMatchObject(refused('web/parts (a submodule at ', UPDATE))
  })

  test('with a change is refused, whether .gitmodules hides it or its own index', async () => {
    const { folder, sub } = await withSubmodule()
    await write(sub, { 'deep/part.html': '<b>\n' })
    await expect(compare(folder)).rejects.toMatchObject(
      refused('web/parts (a submodule with changes)', 'git -C web/parts status')
    )
    await git(sub, 'update-index', '--assume-unchanged', 'deep/part.html')
    await expect(compare(folder)).rejects.toMatchObject(
      refused('web/parts/deep/part.html (changed, and marked assume-unchanged)', '--no-assume-unchanged')
    )
  })

  test('in a submodule is held to the same', async () => {
    const { folder, sub } = await withSubmodule()
    const other = join(place, `other-${++serial}`)
    await repository(other, { 'leaf.html': '<u>\n' }, [])
    await git(sub, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'inner')
    await commit(sub)
    await commit(folder)
    expect(await compare(folder)).toBe('')
    await rename(join(sub, 'inner/leaf.html'), join(sub, 'inner/other.html'))
    await expect(compare(folder)).rejects.toMatchObject(refused('web/parts (a submodule with changes)', 'status'))
  })
})

describe('of a tree that git calls changed', () => {
  test('the bytes of what is taken make the digest', async () => {
    const folder = await make()
    await write(folder, { 'main.go': 'package main\n\nfunc main() {}\n' })
    const one = await compare(folder)
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    await write(folder, { 'main.go': 'package main\n\nfunc main() { println(1) }\n' })
    expect(await compare(folder)).not.toBe(one)
    await rm(join(folder, 'pkg/pkg.go'))
    await write(folder, { 'main.go': 'package main\n\nfunc main() {}\n' })
    expect(await compare(folder)).toBe(one)
  })

  test('a change in a submodule counts each time', async () => {
    const [folder, other] = [await make(), join(place, `other-${++serial}`)]
    await repository(other, { 'part.html': '<i>\n' }, [])
    await git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'web/parts')
    await commit(folder)
    const digests = []
    for (const text of ['<b>\n', '<u>\n']) {
      await write(folder, { 'web/parts/part.html': text })
      digests.push(await compare(folder))
    }
    expect(new Set(digests).size).toBe(2)
  })

  test('a file that cannot be read stops the run, and does not count as one that is not there', async () => {
    const folder = await make()
    await rm(join(folder, 'main.go'))
    await mkdir(join(folder, 'main.go'))
    await chmod(folder, 0o755)
    await write(folder, { 'main.go/x.txt': 'x\n' })
    await expect(compare(folder)).rejects.toMatchObject({
      kind: 'environment',
      message: `cannot read ${join(folder, 'main.go')}: it is a folder`
    })
  })
})

test('a repository whose objects have names of 64 digits is compared by these', async () => {
  const folder = join(place, 'sha256')
  await write(folder, FILES)
  await git(place, 'init', '--quiet', '--object-format=sha256', '--template=', 'sha256')
  await commit(folder, ['v1.0.0'])
  expect(await compare(folder)).toBe('')
  await git(folder, 'update-index', '--assume-unchanged', 'LICENSE')
  await write(folder, { LICENSE: 'Do not.\r\n' })
  await expect(compare(folder)).rejects.toMatchObject(
    refused('LICENSE (changed, and marked assume-unchanged)', 'git diff')
  )
})
