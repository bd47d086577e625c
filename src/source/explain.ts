import { join } from 'node:path'
import pLimit from 'p-limit'
import { Failure } from '../base/errors.ts'
import { hashBlob } from '../facts/blobs.ts'
import { askGit, showPath, type Checkout } from './checkout.ts'
import { readPointers } from './lfs.ts'
import type { Problem } from './problems.ts'
import type { Held } from './submodules.ts'

/** Files of a tree that are not as it has them. */
interface Others {
  readonly missing: readonly Held[]
  readonly other: readonly Held[]
  /** As the commit has them, which are pointers of Git LFS. */
  readonly pointers: readonly Held[]
}

const PULL = 'Run git lfs pull (actions/checkout: lfs: true).'
const WHOLE = 'Check out every file: git sparse-checkout disable.'
const LINE_ENDS =
  'Check out without changed line ends: git config core.autocrlf false, git config core.eol lf, git rm -r -q --cached . and git reset --hard; or commit a .gitattributes with "* -text".'

/** Why each of them differs, and what helps. A file of Git LFS that is the one which its pointer names is no problem. */
export async function explainOthers(checkout: Checkout, others: Others): Promise<readonly Problem[]> {
  const every = [...others.missing, ...others.other, ...others.pointers]
  const repositories = [...new Set(every.map(({ submodule }) => submodule))]
  const parts = await Promise.all(
    repositories.map(async (submodule) => {
      const prefix = submodule === undefined ? '' : `${submodule}/`
      const own = (entries: readonly Held[]): readonly Held[] =>
        entries
          .filter((entry) => entry.submodule === submodule)
          .map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) }))
      const { missing, other, pointers } = others
      const place = { ...checkout, root: join(checkout.root, submodule ?? '') }
      const found = await explainIn(place, { missing: own(missing), other: own(other), pointers: own(pointers) })
      return found.map((problem) => ({ ...problem, path: `${prefix}${problem.path}` }))
    })
  )
  return parts.flat()
}

/** The same for the files of one repository. */
async function explainIn(checkout: Checkout, { missing, other, pointers }: Others): Promise<readonly Problem[]> {
  const [meant, flags, filters] = await Promise.all([
    readPointers(checkout, other),
    readFlags(checkout, [...missing, ...other]),
    readFilters(checkout, other)
  ])
  const limit = pLimit(4)
  const different = await Promise.all(
    other.map((entry, i) =>
      limit(async (): Promise<readonly Problem[]> => {
        const { path } = entry
        const pointer = meant[i]
        const file = pointer && (await checkout.files.digest(join(checkout.root, path)))
        if (pointer)
          return file?.sha256 === pointer.sha256 && file.size === pointer.size
            ? []
            : [{ path, seen: 'not the file that its Git LFS pointer names', help: PULL }]
        const flag = flags.get(path)
        if (flag === 'S') return [{ path, ...SKIPPED(path) }]
        if (flag !== undefined && flag !== flag.toUpperCase()) return [{ path, ...ASSUMED(path) }]
        if (await hasOtherLineEnds(checkout, entry)) return [{ path, seen: 'other line ends', help: LINE_ENDS }]
        const filter = filters.get(path)
        if (filter !== undefined)
          return [
            { path, seen: `changed by ${filter} of .gitattributes`, help: 'What ships may have no such attribute.' }
          ]
        return [
          {
            path,
            seen: 'other bytes',
            help: `Look at git -C ${checkout.root} diff --no-ext-diff, and check it out again.`
          }
        ]
      })
    )
  )
  return [
    ...missing.map(({ path }) => ({
      path,
      ...(flags.get(path)?.toUpperCase() === 'S'
        ? { seen: 'not here, since this checkout is sparse', help: WHOLE }
        : { seen: 'not here', help: `Run git checkout -- ${showPath(path)}.` })
    })),
    ...pointers.map(({ path }) => ({ path, seen: 'a pointer of Git LFS, and not the file', help: PULL })),
    ...different.flat()
  ]
}

const SKIPPED = (path: string) => ({
  seen: 'changed, and marked skip-worktree',
  help: `Run git update-index --no-skip-worktree -- ${showPath(path)}, and see git diff.`
})

const ASSUMED = (path: string) => ({
  seen: 'changed, and marked assume-unchanged',
  help: `Run git update-index --no-assume-unchanged -- ${showPath(path)}, and see git diff.`
})

/** What git's index notes of files: `H`, `S` for skip-worktree, a small letter for assume-unchanged. */
async function readFlags(checkout: Checkout, entries: readonly Held[]): Promise<ReadonlyMap<string, string>> {
  if (entries.length === 0) return new Map()
  const stdout = await askGit(checkout, ['ls-files', '-v', '-z'])
  return new Map(stdout.split('\0').map((line) => [line.slice(2), line.slice(0, 1)]))
}

/** The attribute by which git writes a file otherwise than the commit has it, but for line ends. */
async function readFilters(checkout: Checkout, entries: readonly Held[]): Promise<ReadonlyMap<string, string>> {
  if (entries.length === 0) return new Map()
  const args = ['check-attr', '-z', '--stdin', 'filter', 'ident', 'working-tree-encoding']
  const said = (await askGit(checkout, args, entries.map(({ path }) => `${path}\0`).join(''))).split('\0')
  const found = new Map<string, string>()
  for (let i = 0; i + 2 < said.length; i += 3) {
    const [path = '', name = '', value = ''] = said.slice(i, i + 3)
    if (value !== 'unspecified' && value !== 'unset') found.set(path, value === 'set' ? name : `${name}=${value}`)
  }
  return found
}

async function hasOtherLineEnds({ files, root }: Checkout, { path, object }: Held): Promise<boolean> {
  const bytes = await files.read(join(root, path)).catch((error: unknown) => {
    // Larger than what is read whole.
    if (error instanceof Failure && error.kind === 'input') return undefined
    throw error
  })
  if (bytes === undefined) return false
  const text = Buffer.from(bytes).toString('latin1')
  const unix = text.replaceAll('\r\n', '\n')
  return [unix, unix.replaceAll('\n', '\r\n')].some(
    (other) => other !== text && hashBlob(Buffer.from(other, 'latin1'), object) === object
  )
}
