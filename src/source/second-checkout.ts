import { join, resolve } from 'node:path'
import { Failure } from '../base/errors.ts'
import { hashBlob } from '../facts/blobs.ts'
import { LINK, listCommitted, SUBMODULE, type Tracked } from '../facts/git.ts'
import { askGit, hashFiles, showPath, type Checkout } from './checkout.ts'
import { completeObjects } from './partial-clone.ts'
import { readPointers } from './lfs.ts'

/** Makes a checkout of a commit in a new folder. */
export type CheckOut = (commit: string, to: string, signal: AbortSignal) => Promise<void>

/**
 * Checks a commit of the repository of `from` out into the new folder `to`, a repository of its own with the same tags, which
 * borrows the objects: the first one is only read, but for objects that a partial clone lacks. No filter changes a byte.
 * Submodules and files of Git LFS are there as far as the first checkout has them. Git may belong to another user, be
 * shallow, partial, sparse or a linked worktree. Every file is held against its blob at the end: git may say that all went
 * well and leave files out.
 */
export async function checkOutCommit(from: Checkout, commit: string, to: string): Promise<void> {
  await makeRepository(from, to)
  const place = { ...from, root: to }
  const tags = await askGit(from, ['for-each-ref', 'refs/tags', '--format=create %(refname) %(objectname)'])
  if (tags.trim() !== '') await askGit(place, ['update-ref', '--stdin'], tags)
  await fill(from, commit, to)
}

/** An empty repository that borrows the objects of another one, and knows where its history ends. */
async function makeRepository({ run, env, files, root, signal, ...rest }: Checkout, to: string): Promise<void> {
  const from = { run, env, files, root, ...(signal && { signal }), ...rest }
  const said = await askGit(from, ['rev-parse', '--git-common-dir', '--git-path', 'objects', '--show-object-format'])
  const [common = '', objects = '', format = ''] = said.split('\n')
  const options = { env, ...(signal && { signal }) }
  await run(['git', '-C', root, 'init', '--quiet', '--template=', `--object-format=${format}`, to], options)
  const own = join(to, '.git')
  await files.write(join(own, 'objects/info/alternates'), `${resolve(root, objects).replaceAll('\\', '/')}\n`)
  const shallow = await files.read(join(resolve(root, common), 'shallow'))
  if (shallow) await files.write(join(own, 'shallow'), shallow)
  // Of the highest rank: neither settings nor attributes of the commit change what is written, or how it is compared.
  await files.write(join(own, 'info/attributes'), '* -text !eol -ident -filter !working-tree-encoding\n')
}

/** Writes the files of a commit into a repository that has none yet, with those of submodules that are here. */
async function fill(from: Checkout, commit: string, to: string): Promise<void> {
  const place = { ...from, root: to }
  await completeObjects(from, commit)
  const settings = ['core.hooksPath=/dev/null', 'submodule.recurse=false', 'core.sparseCheckout=false']
  await askGit(place, [
    ...[...settings, 'advice.detachedHead=false'].flatMap((setting) => ['-c', setting]),
    ...['checkout', '--quiet', '--force', '--detach', commit]
  ])
  const entries = await listCommitted(place, to, commit)
  const submodules = entries.filter(({ mode }) => mode === SUBMODULE)
  const fetched = await putFetchedFiles(from, place, entries)
  await holdAgainstTree(
    place,
    commit,
    entries.filter(({ mode, path }) => mode !== SUBMODULE && !fetched.has(path))
  )
  for (const { path, object } of submodules) {
    const sub = { ...from, root: join(from.root, path) }
    if (!(await hasCommit(sub, object))) continue
    await makeRepository(sub, join(to, path))
    await fill(sub, object, join(to, path))
  }
}

/** Whether a submodule is here with a commit; else nothing of it is built, or the plan for the checkout says so. */
async function hasCommit(sub: Checkout, commit: string): Promise<boolean> {
  if ((await sub.files.stamp(join(sub.root, '.git'))) === undefined) return false
  return await askGit(sub, ['cat-file', '-e', `${commit}^{commit}`]).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Failure && error.kind === 'command') return false
      throw error
    }
  )
}

/** Puts files of Git LFS in the place of their pointers, from the first checkout or what git-lfs keeps; their paths. */
async function putFetchedFiles(
  from: Checkout,
  place: Checkout,
  entries: readonly Tracked[]
): Promise<ReadonlySet<string>> {
  const { files } = from
  const attributes = entries.filter(({ path, mode }) => /(^|\/)\.gitattributes$/.test(path) && mode !== LINK)
  const texts = await Promise.all(attributes.map(({ path }) => files.read(join(place.root, path))))
  if (!texts.some((text) => text && Buffer.from(text).includes('filter=lfs'))) return new Set()
  const regular = entries.filter(({ mode }) => mode !== LINK && mode !== SUBMODULE)
  const pointers = await readPointers(place, regular)
  const common = resolve(from.root, (await askGit(from, ['rev-parse', '--git-common-dir'])).trim())
  const put = new Set<string>()
  for (const [i, { path }] of regular.entries()) {
    const pointer = pointers[i]
    if (!pointer) continue
    const { sha256 } = pointer
    const kept = join(common, 'lfs/objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    for (const source of [join(from.root, path), kept]) {
      if ((await files.stamp(source)) === undefined || (await files.digest(source))?.sha256 !== sha256) continue
      await files.copy(source, join(place.root, path), { sha256, hasty: true })
      put.add(path)
      break
    }
  }
  // Git would call them changed, since its filter for them is off here; the go command asks it.
  const names = [...put].map((path) => `${path}\0`).join('')
  if (names !== '') await askGit(place, ['update-index', '--assume-unchanged', '-z', '--stdin'], names)
  return put
}

async function holdAgainstTree(place: Checkout, commit: string, entries: readonly Tracked[]): Promise<void> {
  const wrong: string[] = []
  const plain: Tracked[] = []
  for (const entry of entries) {
    const words = entry.mode === LINK ? await place.files.link(join(place.root, entry.path)) : undefined
    // Where the system has no links, git writes their words into files.
    if (words === undefined) plain.push(entry)
    else if (hashBlob(Buffer.from(words), entry.object) !== entry.object) wrong.push(entry.path)
  }
  const objects = await hashFiles(
    place,
    plain.map(({ path }) => path)
  )
  if (objects) wrong.push(...plain.filter(({ object }, i) => object !== objects[i]).map(({ path }) => path))
  else
    for (const { path, object } of plain) {
      const [found] =
        (await place.files.stamp(join(place.root, path))) === undefined ? [] : ((await hashFiles(place, [path])) ?? [])
      if (found !== object) wrong.push(path)
    }
  if (wrong.length === 0) return
  throw new Failure(
    'command',
    `git checked commit ${commit.slice(0, 7)} out and ended well, but ${wrong.length} of its files are not there or not the commit's: ` +
      wrong.slice(0, 5).map(showPath).join(', '),
    { hint: 'Run `git fsck` in your clone. Names that differ in case alone need a file system that tells them apart.' }
  )
}
