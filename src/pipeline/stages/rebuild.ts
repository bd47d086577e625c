import { join } from 'node:path'
import { isNull } from '../../base/decode.ts'
import { Failure } from '../../base/errors.ts'
import { findBinaryDifference } from '../../go/inspect/difference.ts'
import { formatTarget } from '../../go/target.ts'
import type { Step } from '../../steps/ledger.ts'
import type { CheckOut } from '../../source/second-checkout.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Plan } from '../../plan/plan.ts'
import type { BuildPlan } from '../../plan/builds.ts'
import type { Limit } from '../../base/parallel.ts'
import { callOnce } from '../../base/once.ts'
import { splitSteps } from '../../plan/preparation.ts'
import { putMade, type Made } from '../../source/overlay.ts'
import { prepareAgain, type Steps } from './prepare/by-programs.ts'
import type { PreparedFiles } from './prepare/prepare.ts'
import type { Run, StartBranch } from '../run.ts'
import {
  describeBuildInput,
  compileBuild,
  formatBuildTitle,
  type Builds,
  type Built,
  type BuildTools
} from './build.ts'

export interface RebuildTools extends BuildTools, Frame {
  readonly compiling: Limit
  readonly checkOut: CheckOut
  readonly steps?: Steps
}

/** Compiles targets a second time, after the first builds: what is proved meanwhile waits for clusters, not for cores. */
export async function rebuildAll(
  { plan, tools }: Run<RebuildTools>,
  builds: Builds,
  start: StartBranch<RebuildTools>,
  byPrograms: Promise<PreparedFiles | undefined> = Promise.resolve(undefined)
): Promise<void> {
  const named = plan.builds.map((build) => ({ build, title: formatBuildTitle(plan, build) }))
  const rebuild = stage('rebuild', tools, { quiet: plan.mode !== 'release' })
  const targets = rebuild.all(plan.rebuilds)
  await using place = plan.prepared ? await tools.files.scratch('again') : undefined
  const prepared = callOnce(() => start((run) => remakeForBuilds(run, place?.path ?? '')))
  const again = async (
    run: Run<RebuildTools>,
    { build, title }: { readonly build: BuildPlan; readonly title: string },
    built: readonly Built[]
  ): Promise<void> => {
    const make = async () => {
      await rebuildTarget(run, build, built, await prepared())
      return { value: null }
    }
    await rebuild.once(title, makeRebuildStep(plan, build, built), make, () => SAME)
  }
  await Promise.all(
    named.map((each, i) =>
      start(async (run) => {
        const built = await builds[i]
        if (built && targets.includes(each.build.target)) await tools.compiling(() => again(run, each, built))
      })
    )
  )
  const late = targets.length > 0 ? await byPrograms : undefined
  if (!late) return
  const first = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat()
  const { after: steps } = splitSteps(plan.prepared?.steps ?? [])
  await start((run) =>
    prepareAgain(
      run,
      { steps, first: late.files, built: first, out: tools.out },
      join(place?.path ?? '', 'by-programs')
    )
  )
}

/** What the steps before the build make when they run again: the same, or this throws. */
async function remakeForBuilds(run: Run<RebuildTools>, folder: string): Promise<Made | undefined> {
  const { plan, tools } = run
  if (!plan.prepared || !tools.steps) return undefined
  const { steps, files: first } = plan.prepared
  const to = join(folder, 'made')
  await prepareAgain(run, { steps: splitSteps(steps).before, first, built: [], out: tools.out }, to)
  return { ...tools.steps.made, folder: to }
}

const SAME = 'the same bytes from another folder and an empty cache'

/** A rebuild that gave these bytes needs no second one. */
export const makeRebuildStep = (plan: Plan, build: BuildPlan, built: readonly Built[]): Step<null> => ({
  kind: 'rebuild',
  shape: 1,
  input: { build: describeBuildInput(plan, build), made: built.map(({ path, sha256 }) => ({ path, sha256 })) },
  fits: isNull
})

/**
 * Compiles a target again from a checkout of the commit in another folder, with an empty build cache, and compares every
 * program byte by byte. Rejects with a 'verification' Failure that names the first difference. The module cache is the
 * same: its content is held against go.sum.
 */
async function rebuildTarget(
  { plan, tools, signal }: Run<RebuildTools>,
  build: BuildPlan,
  built: readonly Built[],
  again: Made | undefined
): Promise<void> {
  const { files, out, env } = tools
  await using scratch = await files.scratch('rebuild')
  const [source, output] = ['source', 'out'].map((name) => join(scratch.path, name)) as [string, string]
  await tools.checkOut(plan.commit, source, signal)
  // In their places here, where the first build saw them from elsewhere.
  if (again) await putMade(files, source, again)
  const empty = { ...env, GOCACHE: join(scratch.path, 'cache') }
  await compileBuild(tools, build, { cwd: join(source, plan.moduleDir), output, env: empty }, signal)
  for (const { path, made } of build.binaries) {
    const name = built.find((one) => one.path === path)?.name ?? path
    const [first, second] = await Promise.all(
      [join(out, path), join(output, made)].map((file) => files.read(file, LIMITS.program.most))
    )
    const difference =
      first && second ? findBinaryDifference(first, second) : `only ${first ? 'the first' : 'the second'} build made it`
    if (difference !== undefined)
      throw new Failure(
        'verification',
        `${name} for ${formatTarget(build.target)} cannot be reproduced: ${difference}`,
        {
          hint: 'Built again in another folder with an empty cache, it came out otherwise: nobody could check this release. Find what the build takes from its surroundings, or release without this proof: --rebuild 0.'
        }
      )
  }
}
