import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { binaryDifference } from '../../go/inspect/difference.ts'
import { formatTarget } from '../../go/target.ts'
import type { Made } from '../../steps/ledger.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Json } from '../../base/json.ts'
import type { Plan } from '../../plan/plan.ts'
import { BUILD_OUTPUT, type BuildPlan } from '../../plan/builds.ts'
import { buildInput, type Built, type BuildTools } from './build.ts'

export interface RebuildTools extends BuildTools {
  /** Absolute folder of the git work tree. */
  readonly root: string
}

/** A rebuild that gave these bytes needs no second one. */
export const rebuildInput = (plan: Plan, build: BuildPlan, built: readonly Built[]): Json => ({
  build: buildInput(plan, build),
  made: built.map(({ path, sha256 }) => ({ path, sha256 }))
})

/**
 * Compiles a target again from a clone of the commit in another folder, with an empty build cache, and compares every
 * program byte by byte. Rejects with a 'verification' Failure that names the first difference. The module cache is the
 * same: its content is held against go.sum.
 */
export async function rebuildTarget(
  tools: RebuildTools,
  plan: Plan,
  build: BuildPlan,
  built: readonly Built[],
  signal: AbortSignal
): Promise<Made<null>> {
  const { files, out, root, run, env } = tools
  await using scratch = await files.scratch('rebuild')
  const [source, output] = ['source', 'out'].map((name) => join(scratch.path, name)) as [string, string]
  const git = (...args: readonly string[]) => run(['git', ...args], { env, signal })
  // Objects are only borrowed; the clone goes away with its folder.
  await git('clone', '--quiet', '--shared', '--no-checkout', '--', root, source)
  await git('-C', source, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', plan.commit)
  const [, ...args] = build.argv
  await run([tools.go.path, ...args.map((arg) => (arg === `${BUILD_OUTPUT}/` ? `${output}/` : arg))], {
    cwd: join(source, plan.moduleDir),
    env: { ...env, ...build.env, GOCACHE: join(scratch.path, 'cache') },
    signal
  })
  for (const { path, made } of build.binaries) {
    const name = built.find((one) => one.path === path)?.name ?? path
    const [first, second] = await Promise.all(
      [join(out, path), join(output, made)].map((file) => files.read(file, LIMITS.program.most))
    )
    const difference =
      first && second ? binaryDifference(first, second) : `only ${first ? 'the first' : 'the second'} build made it`
    if (difference !== undefined)
      throw new Failure(
        'verification',
        `${name} for ${formatTarget(build.target)} cannot be reproduced: ${difference}`,
        {
          hint: 'Built again in another folder with an empty cache, it came out otherwise: nobody could check this release. Find what the build takes from its surroundings, or release without this proof: --rebuild 0.'
        }
      )
  }
  return { value: null, files: [] }
}
