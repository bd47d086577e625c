import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { SUBMODULE, type Tracked } from '../facts/git.ts'
import { askGit, showPath, type Checkout } from './checkout.ts'

/** Throws what go said of a module, with the parts of the commit that are not here, which may be why. */
export const explainAbsent =
  (checkout: Checkout, committed: readonly Tracked[]) =>
  async (error: unknown): Promise<never> => {
    checkout.signal?.throwIfAborted()
    if (!(error instanceof Failure) || error.kind === 'verification') throw error
    const modules = committed.filter(({ mode }) => mode === SUBMODULE).map(({ path }) => path)
    const stamps = await Promise.all(modules.map((path) => checkout.files.stamp(join(checkout.root, path, '.git'))))
    const empty = modules.filter((_, i) => stamps[i] === undefined)
    // A letter, a blank and a name: S is skip-worktree, by which git leaves files out of a sparse checkout.
    const index = await askGit(checkout, ['ls-files', '-t', '-z'])
    const left = index.split('\0').filter((line) => line.startsWith('S ')).length
    const why = [
      ...(empty.length
        ? [
            `${empty.slice(0, 3).map(showPath).join(', ')} ${empty.length === 1 ? 'is a submodule that is' : 'are submodules that are'} not here (git submodule update --init --recursive; actions/checkout: submodules: recursive)`
          ]
        : []),
      ...(left ? [`this checkout is sparse and leaves ${left} files out (git sparse-checkout disable)`] : [])
    ]
    if (why.length === 0) throw error
    throw new Failure(error, error.message, { hint: `It may be why: ${why.join('; ')}.`, cause: error.cause })
  }
