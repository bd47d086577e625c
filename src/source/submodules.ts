import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { listCommitted, SUBMODULE, type Tracked } from '../facts/git.ts'
import { askGit, showPath, type Checkout } from './checkout.ts'
import type { Problem } from './problems.ts'

/** A file of a commit, or of a submodule of it. */
export interface Held extends Tracked {
  /** The submodule that it is of, from the repository's root. */
  readonly submodule?: string
}

/** The files of a commit with those of its submodules in their place, and what is wrong with these. */
export interface Opened {
  readonly files: readonly Held[]
  readonly problems: readonly Problem[]
}

/**
 * Opens the submodules among `entries` that `isUsed`, and those in them. Each must be here, at the commit that it is held
 * at, and unchanged, whatever .gitmodules says of it; `isAdmitted` are paths that git itself calls changed.
 */
export async function openSubmodules(
  checkout: Checkout,
  entries: readonly Held[],
  isUsed: (path: string) => boolean,
  isAdmitted: (path: string) => boolean
): Promise<Opened> {
  const parts = await Promise.all(
    entries.map(async (entry): Promise<Opened> => {
      if (entry.mode !== SUBMODULE) return { files: [entry], problems: [] }
      if (!isUsed(entry.path)) return { files: [], problems: [] }
      return await openSubmodule(checkout, entry, isUsed, isAdmitted)
    })
  )
  return { files: parts.flatMap(({ files }) => files), problems: parts.flatMap(({ problems }) => problems) }
}

async function openSubmodule(
  checkout: Checkout,
  { path, object }: Held,
  isUsed: (path: string) => boolean,
  isAdmitted: (path: string) => boolean
): Promise<Opened> {
  const root = join(checkout.root, path)
  const shown = showPath(path)
  const update = `Run git submodule update --init -- ${shown} (actions/checkout: submodules: recursive).`
  const refused = (seen: string, help: string): Opened => ({ files: [], problems: [{ path, seen, help }] })
  if ((await checkout.files.stamp(join(root, '.git'))) === undefined)
    return refused('a submodule that is not here', update)
  const sub = { ...checkout, root }
  const ask = async (...args: readonly string[]): Promise<string | undefined> =>
    askGit(sub, args).catch((error: unknown) => {
      checkout.signal?.throwIfAborted()
      if (error instanceof Failure && error.kind === 'command') return undefined
      throw error
    })
  const [head, status] = await Promise.all([
    ask('rev-parse', 'HEAD'),
    ask('status', '--porcelain=v1', '-z', '--ignore-submodules=none', '--untracked-files=normal')
  ])
  if (head === undefined || status === undefined) return refused('a submodule that git cannot read', update)
  const at = head.trim()
  const admitted = isAdmitted(path)
  if (!admitted && at !== object)
    return refused(`a submodule at ${at.slice(0, 7)}, and the commit has it at ${object.slice(0, 7)}`, update)
  if (!admitted && status !== '')
    return refused('a submodule with changes', `Commit, stash or remove what git -C ${shown} status shows.`)
  const committed = await listCommitted(sub, root, at)
  const below = committed.map((entry) => ({ ...entry, path: `${path}/${entry.path}`, submodule: path }))
  return await openSubmodules(checkout, below, isUsed, isAdmitted)
}
