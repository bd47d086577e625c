import { join, relative } from 'node:path'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { hashBlob } from '../facts/blobs.ts'
import type { Tracked } from '../facts/git.ts'
import type { MadeByStep } from '../model/preparation.ts'
import type { Files } from '../model/ports/files.ts'
import { showPath } from './checkout.ts'

/** A checkout that steps wrote to, and what git holds of it. */
export interface Prepared {
  readonly files: Files
  /** Absolute root. */
  readonly root: string
  readonly committed: ReadonlyMap<string, Tracked>
}

/** Throws a Failure where a step did not make what it says; `path` is from the root, and `by` names the step. */
export async function demandMade({ files, root }: Prepared, path: string, by: string): Promise<void> {
  const real = await files.real(join(root, path))
  if (real === undefined)
    throw new Failure('command', `${by} ended well and made no ${showPath(path)}`, {
      hint: 'makes names paths from the folder of the module; look where the step writes.'
    })
  const top = (await files.real(root)) ?? root
  if (relative(top, real).replaceAll('\\', '/') !== path)
    throw new Failure('input', `${by} made ${showPath(path)} a link, or a path through one: it leads to ${real}`, {
      code: 'leads-out',
      hint: 'Steps make files and folders in their places, and links to nowhere: let it copy what is meant.'
    })
}

/**
 * The files of what steps made, from the root, each once and sorted. What git holds there stays the commit's: a step that
 * writes other bytes is refused, and so is a link and what is no file.
 */
export async function listMade(
  prepared: Prepared,
  paths: readonly string[],
  by: string
): Promise<readonly MadeByStep[]> {
  const found = new Map<string, MadeByStep>()
  for (const path of paths) {
    await demandMade(prepared, path, by)
    for (const file of await listFiles(prepared, path, by)) {
      const held = prepared.committed.get(file)
      if (held) await refuseRewritten(prepared, held, by)
      else found.set(file, await digest(prepared, file, by))
      if (found.size > LIMITS.entries.most)
        throw new Failure('input', `${by} made more than ${LIMITS.entries.most} files in ${showPath(path)}`, {
          hint: 'Name the folder that the build takes, and no cache.'
        })
    }
    if (![...found.keys()].some((file) => file === path || file.startsWith(`${path}/`)))
      throw new Failure('command', `${by} ended well and made no file in ${showPath(path)}`, {
        hint: 'Look where the step writes.'
      })
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function listFiles({ files, root }: Prepared, path: string, by: string): Promise<readonly string[]> {
  if ((await files.names(join(root, path))) === undefined) return [path]
  const [open, all]: [string[], string[]] = [[path], []]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const { name, kind } of await files.entries(join(root, folder))) {
      const inner = `${folder}/${name}`
      if (kind === 'folder' && name.toLowerCase() !== '.git') open.push(inner)
      else if (kind === 'file') all.push(inner)
      else
        throw new Failure(
          'input',
          `${by} made ${showPath(inner)}, which is ${kind === 'link' ? 'a link' : kind === 'folder' ? 'a repository' : 'no file'}`,
          { hint: 'A build and an archive take files: let the step copy what is meant, or name less in makes.' }
        )
    }
  return all
}

async function digest({ files, root }: Prepared, path: string, by: string): Promise<MadeByStep> {
  const found = await files.digest(join(root, path))
  if (found) return { path, sha256: found.sha256, size: found.size }
  throw new Failure('command', `${by} made ${showPath(path)}, which is gone`, { hint: 'Run again.' })
}

async function refuseRewritten({ files, root }: Prepared, { path, object }: Tracked, by: string): Promise<void> {
  const bytes = await files.read(join(root, path), LIMITS.program.most)
  if (bytes && hashBlob(bytes, object) === object) return
  throw new Failure('input', `${by} wrote ${showPath(path)} anew, which git already holds`, {
    hint: 'A file is of the commit or of a step: take it out of git (git rm --cached) and into .gitignore, or commit what the step makes.'
  })
}
