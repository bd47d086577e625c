import { Scope } from '../../base/scope.ts'
import type { FileSystem } from './disk.ts'
import { sweepAndLock, sweepFiles } from './lock.ts'
import { refuseForeignContent, refuseForeignPath } from './own-folder.ts'
import { sweepProcesses } from './sweep.ts'

export interface Claiming {
  /** Where the run works. */
  readonly home: string
  readonly temporary: string
  readonly fs: FileSystem
  /**
   * Removes what marks in the temporary folder point to; resolves with whether a name there has to stay, since its mark
   * could not be followed and is for the next run.
   */
  readonly sweepMarked: () => Promise<(name: string) => boolean>
}

/**
 * The right to write to a folder. Before it is given, all that killed runs left is ended and removed, in this order:
 * processes, which could still write there; files of the folder, under its lock; what marks point to; and files of the
 * temporary folder. Rejects where a link leads to the folder, or a link or something of another user lies in it.
 */
export async function claimFolder(
  folder: string,
  { home, temporary, fs, sweepMarked }: Claiming
): Promise<AsyncDisposable> {
  await sweepProcesses()
  await using scope = new Scope()
  await refuseForeignPath(folder, home, fs)
  scope.use(await sweepAndLock(folder, fs))
  await refuseForeignContent(folder, fs)
  await sweepFiles(temporary, { deep: false, fs, keep: await sweepMarked() })
  const held = scope.move()
  return { [Symbol.asyncDispose]: () => held.disposeAsync() }
}
