import { join, relative } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Tracked } from './git.ts'
import type { Files } from '../model/ports/files.ts'

/**
 * Where a path of a work tree lies once links are followed, relative to `root` with `/`; undefined when nothing is there.
 * Throws an 'input' Failure when that is out of the repository or in git's own folder, which holds credentials: whoever
 * sends a change may write links, and nobody sees in a review what lies at the other end. `shown` is how messages name it.
 */
export async function resolveInside(
  files: Pick<Files, 'real'>,
  root: string,
  path: string,
  shown: string
): Promise<string | undefined> {
  const [top = root, real] = await Promise.all([files.real(root), files.real(path)])
  if (real === undefined) return undefined
  const place = relative(top, real).replaceAll('\\', '/')
  const parts = place.split('/')
  // Of another drive, it is absolute.
  const out = parts[0] === '..' || /^(\/|[A-Za-z]:)/.test(place)
  if (!out && !parts.some((part) => part.toLowerCase() === '.git')) return place
  throw new Failure('input', `${shown} leads ${out ? 'out of the repository' : 'into the folder of git'}: to ${real}`, {
    code: 'leads-out',
    hint: 'Only files of the commit are read: put the file there, or let the link lead to one.'
  })
}

/** Throws an 'input' Failure for files, relative to `folder`, that are not there as files that git holds. */
export async function refuseForeignFiles(
  files: Pick<Files, 'real'>,
  { root, folder, names }: { readonly root: string; readonly folder: string; readonly names: readonly string[] },
  tracked: readonly Tracked[]
): Promise<void> {
  const regular = new Set(tracked.filter(({ mode }) => mode.startsWith('100')).map(({ path }) => path))
  for (const name of names) {
    const place = await resolveInside(files, root, join(folder, name), name)
    // What is not there at all is told when it is read.
    if (place !== undefined && !regular.has(place))
      throw new Failure('input', `${name} leads to ${place}, which is no file that git holds`, {
        code: 'leads-out',
        hint: 'What ships is of the commit: commit that file, or let the link lead to one that is.'
      })
  }
}

/**
 * Throws an 'input' Failure for a work tree whose `.git` is a file: the go command finds no repository there
 * (cmd/go/internal/vcs), and writes no commit into programs, or that of a repository around it.
 */
export async function refuseLinkedTree(files: Pick<Files, 'names'>, root: string): Promise<void> {
  if ((await files.names(join(root, '.git'))) !== undefined) return
  throw new Failure(
    'input',
    `${root} is a linked worktree or a submodule, of which go writes no commit into programs`,
    {
      code: 'not-a-repository',
      hint: `Run in a clone of its own: git clone ${root} ELSEWHERE.`
    }
  )
}
