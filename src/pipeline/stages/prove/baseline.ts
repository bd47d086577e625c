import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { callOnce } from '../../../base/once.ts'
import type { Scope } from '../../../base/scope.ts'
import { resolveInside } from '../../../facts/work-tree.ts'
import { formatTarget } from '../../../go/target.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { BaselinePlan } from '../../../plan/baseline.ts'
import type { CheckOut } from '../../../source/second-checkout.ts'
import type { Ledger } from '../../../steps/ledger.ts'
import type { Version } from '../../../suites/programs/version.ts'
import type { Run } from '../../run.ts'
import { makeBaselineStep, locatePrograms, type Obtained, type Programs } from './baseline-record.ts'
import { downloadBaseline, type DownloadTools } from './released-baseline.ts'

export interface BaselineTools extends DownloadTools {
  readonly ledger: Ledger
  readonly checkOut: CheckOut
  /** Compiles the programs of a checkout for this machine into a folder below `out`; their paths there, by name. */
  readonly compile: (checkout: string, baseline: BaselinePlan, into: string, signal: AbortSignal) => Promise<Compiled>
  /** Puts what the steps of a checkout make for its build into it; nothing where it has none. */
  readonly complete: (checkout: string, baseline: BaselinePlan, signal: AbortSignal) => Promise<void>
  /** Keeps what has to be removed at the end of the run. */
  readonly scope: Scope
}

export interface Compiled {
  readonly programs: Programs
  readonly go: string
}

/**
 * The baseline's programs for this machine: from its release, when one can be read and its signature and digests hold,
 * else compiled from its tag. What cannot be verified is not run; a signature or a digest that is wrong stops the run
 * ('verification'), since somebody changed what was released. What an earlier run kept counts for the same signer only, and
 * its signed list is verified again.
 */
export async function obtainBaseline(
  run: Run<BaselineTools>,
  baseline: BaselinePlan,
  names: readonly string[]
): Promise<{ readonly version: Version; readonly reused: boolean }> {
  const { plan, tools, signal } = run
  const { ledger, out } = tools
  const source = callOnce(() => checkoutBaseline(run, baseline))
  const folder = async (): Promise<string> => join(await source(), plan.moduleDir)
  const { value, reused } = await ledger.once(makeBaselineStep(plan, baseline, names), async () => {
    const released = await downloadBaseline(run, baseline, names)
    return {
      value: 'lacks' in released ? await compileBaseline(run, baseline, await source(), released.lacks) : released
    }
  })
  const { programs, origin, list } = value
  if (reused && list) {
    // A key service may have another key under the same name by now.
    const verify = await tools.verifier?.()
    await verify?.(join(out, list.sums.path), join(out, list.bundle.path), signal)
  }
  return {
    reused,
    version: {
      name: baseline.tag,
      version: baseline.version,
      origin,
      programs: Object.fromEntries(Object.entries(programs).map(([name, { path }]) => [name, join(out, path)])),
      ...openFolderFiles(tools.files, folder, source),
      source: callOnce(async () => {
        await tools.complete(await source(), baseline, signal)
        return await folder()
      })
    }
  }
}

async function compileBaseline(
  { plan, tools, signal }: Run<BaselineTools>,
  baseline: BaselinePlan,
  checkout: string,
  why: string
): Promise<Obtained> {
  const made = await tools.compile(checkout, baseline, locatePrograms(baseline, 'source'), signal)
  return {
    programs: made.programs,
    origin: `compiled with ${made.go} for ${formatTarget(plan.host)} from commit ${baseline.commit.slice(0, 12)} (${why})`
  }
}

/** A checkout of its own, so that the user's repository gets no worktree and no lock of ours, whatever ends this run. */
async function checkoutBaseline(
  { tools: { files, scope, checkOut }, signal }: Run<BaselineTools>,
  { tag, commit }: BaselinePlan
): Promise<string> {
  const { path } = scope.use(await files.scratch('checkout'))
  const clone = join(path, 'source')
  try {
    await checkOut(commit, clone, signal)
  } catch (cause) {
    signal.throwIfAborted()
    if (!(cause instanceof Failure) || cause.kind !== 'command') throw cause
    throw new Failure(
      'input',
      `the baseline ${tag} (${commit.slice(0, 7)}) cannot be checked out: ${(typeof cause.cause === 'string' ? cause.cause : cause.message).trim()}`,
      {
        hint: 'Is its commit in this clone? Fetch all of it (actions/checkout: fetch-depth: 0), or --baseline none.',
        cause
      }
    )
  }
  return clone
}

/** Files of a folder that holds one version of the module, in the work tree below `root`; nothing outside of that. */
export const openFolderFiles = (
  files: Files,
  folder: () => Promise<string>,
  root: () => Promise<string> = folder
): Pick<Version, 'file' | 'list'> => ({
  async file(path) {
    const whole = join(await folder(), path)
    await resolveInside(files, await root(), whole, path)
    return await files.read(whole)
  },
  async list(path) {
    const whole = join(await folder(), path)
    await resolveInside(files, await root(), whole, path)
    // What is there and cannot be read is told when it is read.
    if ((await files.names(whole)) === undefined) return (await files.stamp(whole)) === undefined ? [] : [path]
    return (await files.list(whole)).map((name) => `${path.replace(/\/$/, '')}/${name}`)
  }
})
