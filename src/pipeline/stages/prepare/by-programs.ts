import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { listInModule } from '../../../facts/archive-files.ts'
import { formatStep, listOutputs, type Prepared } from '../../../model/preparation.ts'
import { findInRepository, splitSteps, type PreparationPlan } from '../../../plan/preparation.ts'
import type { Made } from '../../../source/overlay.ts'
import { stage, type Frame } from '../../../steps/stage.ts'
import type { Run } from '../../run.ts'
import type { Builds, Built } from '../build.ts'
import { prepareOnce, type PreparedFiles, type PreparedPlace } from './prepare.ts'
import { runSteps, type StepSource, type StepTools } from './run-steps.ts'

/** The steps of a plan, what those before the build made, and how the others run. */
export interface Steps {
  readonly tools: StepTools
  readonly source: StepSource
  readonly made: Made
  readonly place: PreparedPlace
}

interface SteppedTools extends Frame {
  readonly steps?: Steps
  /** The output folder, with the programs that were built. */
  readonly out: string
}

const listPrograms = (out: string, built: readonly Built[]) =>
  Object.fromEntries(built.map(({ name, path, sha256 }) => [name, { path: join(out, path), sha256 }] as const))

/** Runs the steps that run programs of this build, once these are there; undefined where there are none. */
export async function prepareByPrograms(
  { plan, tools, signal }: Run<SteppedTools>,
  builds: Builds
): Promise<PreparedFiles | undefined> {
  const { steps: own, out } = tools
  const steps = splitSteps(plan.prepared?.steps ?? []).after
  if (!own || steps.length === 0) return undefined
  const built = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === plan.host))).flat()
  // The plan asked whether they may run here.
  const order = { source: own.source, steps, programs: listPrograms(out, built), permit: () => Promise.resolve() }
  return await stage('prepare', tools).watch(steps.map(formatStep).join('; '), async () => {
    const made = await prepareOnce(own.tools, own.place, order, signal)
    refuseFolders(
      made,
      steps.flatMap(listOutputs).map((path) => findInRepository(plan.moduleDir, path))
    )
    return { value: made, reused: made.reused }
  })
}

/** What `prepareByPrograms` recorded in this run. */
export async function lookUpByPrograms(
  { plan, tools: { steps: own, out }, signal }: Run<Pick<SteppedTools, 'steps' | 'out'>>,
  built: readonly Built[]
): Promise<Prepared | undefined> {
  const steps = splitSteps(plan.prepared?.steps ?? []).after
  if (!own || steps.length === 0) return undefined
  const permit = (): Promise<never> => Promise.reject(new Error('what steps made is not on record any more'))
  const order = { source: own.source, steps, programs: listPrograms(out, built), permit }
  return await prepareOnce(own.tools, own.place, order, signal)
}

/** The plan says what archives hold, before anything is built. */
function refuseFolders({ files }: Prepared, outputs: readonly string[]): void {
  const folder = outputs.find((output) => !files.some(({ path }) => path === output))
  if (folder !== undefined)
    throw new Failure('input', `a step of prepare that runs {program} made ${folder} a folder`, {
      hint: 'Let makes name each of its files: the plan says what archives hold, before a program is there to run.'
    })
}

/** Runs all steps a second time, elsewhere, and demands the same bytes; resolves with where they lie. */
export async function prepareAgain(
  { tools: { steps: own }, signal }: Run<Pick<SteppedTools, 'steps'>>,
  { steps, first, built, out }: SecondTurn,
  to: string
): Promise<void> {
  if (!own || steps.length === 0) return
  const programs = Object.fromEntries(Object.entries(listPrograms(out, built)).map(([name, { path }]) => [name, path]))
  const second = await runSteps(own.tools, own.source, { steps, programs }, to, signal)
  const [one, other] = [first, second.files].map((files) => new Map(files.map(({ path, sha256 }) => [path, sha256])))
  const differing = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])]
    .filter((path) => one?.get(path) !== other?.get(path))
    .map((path) =>
      !one?.has(path) || !other?.has(path)
        ? `${path} (made ${one?.has(path) ? 'at first' : 'the second time'} alone)`
        : path
    )
  if (differing.length > 0)
    throw new Failure(
      'verification',
      `steps of prepare made other files when they ran again: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? `, and ${differing.length - 5} more` : ''}`,
      {
        hint: 'They ran in another folder, on the same commit: look for times, random names and paths in what they write. SOURCE_DATE_EPOCH holds the time of the commit. --rebuild 0 releases without this proof.'
      }
    )
}

interface SecondTurn {
  readonly steps: PreparationPlan['steps']
  readonly first: Prepared['files']
  /** Programs for the steps. */
  readonly built: readonly Built[]
  readonly out: string
}

/** Where files of an archive lie that steps made, by their names from the module's folder. */
export const mapMade = (moduleDir: string, all: readonly Pick<PreparedFiles, 'files' | 'folder'>[]) =>
  new Map(
    all.flatMap(({ files, folder }) => {
      const names = listInModule(moduleDir, files)
      const paths = new Map(files.map(({ path }) => [path, join(folder, path)]))
      return names.map((name) => [name, paths.get(findInRepository(moduleDir, name)) ?? ''] as const)
    })
  )
