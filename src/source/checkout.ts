import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import { explainGitRefusal } from '../facts/git.ts'
import type { Files } from '../model/ports/files.ts'
import type { Exec } from '../model/ports/processes.ts'

/** A work tree, and how git is asked about it. */
export interface Checkout {
  readonly run: Exec
  readonly env: Readonly<Record<string, string>>
  readonly files: Files
  /** Absolute root of the work tree. */
  readonly root: string
  readonly signal?: AbortSignal
}

/** Git in a work tree, also in one of another user, which is part of one that we were told to build. */
export async function askGit(
  { run, env, root, signal }: Omit<Checkout, 'files'>,
  args: readonly string[],
  input?: string
): Promise<string> {
  const options = { env, ...(signal && { signal }), ...(input !== undefined && { input }) }
  return (await run(['git', '-C', root, '-c', `safe.directory=${root}`, ...args], options)).stdout
}

/**
 * What git calls the bytes of files, without any filter, in their order: one process reads them all. Undefined where git
 * cannot read one.
 */
export async function hashFiles(checkout: Checkout, paths: readonly string[]): Promise<readonly string[] | undefined> {
  if (paths.length === 0) return []
  const input = `${paths.map(quotePath).join('\n')}\n`
  const stdout = await askGit(checkout, ['hash-object', '--no-filters', '--stdin-paths'], input).catch(
    (error: unknown) => {
      checkout.signal?.throwIfAborted()
      if (error instanceof Failure && error.kind === 'command' && UNREAD.test(String(error.cause))) return undefined
      return explainGitRefusal('what its files hold', checkout.root)(error)
    }
  )
  const objects = stdout?.split('\n').filter(Boolean)
  if (objects === undefined || (objects.length === paths.length && objects.every((object) => OBJECT.test(object))))
    return objects
  throw new Failure(
    'command',
    `git was asked about ${paths.length} files of ${checkout.root} and names ${objects.length}`,
    {
      hint: 'Is the git on PATH the real one? `git hash-object --stdin-paths` prints a line for each file.'
    }
  )
}

const OBJECT = /^[0-9a-f]{40,64}$/
const UNREAD = /could not open|unable to (hash|read)|No such file|Permission denied|Is a directory/i

/** As git reads a line of paths: one that begins with a quotation mark is a string of C. */
const quotePath = (path: string): string =>
  /^"|[\n\r]/.test(path) ? `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"` : path

/** A path as messages show it. */
export const showPath = (path: string): string => (/^[\x21-\x7e]+$/.test(path) ? path : quote(path))
