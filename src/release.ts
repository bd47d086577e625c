import { buildInput, buildTarget, type Built, type BuildTools } from './stages/build.ts'
import { checksum } from './stages/checksum.ts'
import {
  artifactOf,
  packageInput,
  packageTarget,
  readExtras,
  type Packed,
  type PackageTools
} from './stages/package.ts'
import { goPublic } from './go-public.ts'
import { bringsCrds, passed, prove, runTrial, trialInput } from './stages/prove.ts'
import { sealed } from './seal.ts'
import type { Signed } from './stages/sign.ts'
import { formatTarget } from './go/target.ts'
import type { Json, Artifact, Trial, Verdict } from './model.ts'
import type { Ledger } from './ledger.ts'
import { together, type Start } from './parallel.ts'
import type { Plan } from './plan.ts'
import type { ArchivePlan } from './plan/archives.ts'
import type { Change } from './notes.ts'
import type { Cluster, Clusters, Published, Publisher, Signer, Unpack } from './ports.ts'
import type { Sources } from './sources.ts'
import type { Timeline } from './timeline.ts'

/** Runs at most so many pieces of work at once; the others wait. */
export type Limit = <T>(work: () => Promise<T>) => Promise<T>

export interface Tools extends BuildTools, PackageTools {
  readonly ledger: Ledger
  readonly timeline: Timeline
  readonly clusters: Clusters
  /** Files of the repository that suites read. */
  readonly sources: Sources
  /** Made when it is needed: a re-run of a signed release needs none. */
  readonly signer: () => Promise<Signer>
  readonly fingerprint: string
  readonly publisher: Publisher | undefined
  readonly unpack: Unpack
  /** The commits since a tag, where this clone has them. */
  readonly changes: (since: string | undefined) => Promise<readonly Change[] | undefined>
  /** Things that a person should know. */
  readonly warn: (line: string) => void
  /** Compilers side by side, and archives side by side. */
  readonly compiling: Limit
  readonly packing: Limit
  /** Told what there is so far, once before a failed proof stops the run and once at the end: the report. */
  readonly report: (outcome: Outcome) => Promise<void>
  /** `go mod verify`, or why it is not done; beside the first compile of a run that compiles, none of which counts before. */
  readonly verifyModules: (signal: AbortSignal) => Promise<void>
}

export interface Outcome {
  readonly artifacts: readonly Artifact[]
  readonly verdicts: readonly Verdict[]
  readonly signed?: Signed
  readonly published?: Published
  /** Files of the published release that we did not make. */
  readonly foreign: readonly string[]
}

/**
 * The pipeline. What can overlap, overlaps: the cluster boots while targets compile, archives are made while others
 * compile. Nothing the world can see happens before `passed`: signing and publishing wait for every trial.
 */
export async function run(plan: Plan, tools: Tools, signal: AbortSignal): Promise<Outcome> {
  const { timeline } = tools
  const before = await together(signal, async (start) => {
    const verdicts = start((signal) => proveAll(plan, tools, signal))
    const artifacts = start((signal) => makeAll(plan, tools, start, signal))
    return { artifacts: await artifacts, verdicts: await verdicts }
  })
  const checksums = await timeline.watch('checksum', 'checksums.txt', async () => {
    const { checksums, reused } = await checksum(tools.files, tools.out, before.artifacts)
    return { value: checksums, reused, note: `${before.artifacts.length} files` }
  })
  const proved = { artifacts: [...before.artifacts, checksums], verdicts: before.verdicts, foreign: [] }
  if (before.verdicts.some(({ outcome }) => outcome === 'failed')) await tools.report(proved)
  passed(before.verdicts)

  const publication = 'work' in plan.publication ? plan.publication.work[0] : undefined
  const outcome =
    publication && tools.publisher
      ? await goPublic(plan, tools, publication, tools.publisher, proved, checksums, signal)
      : await stayHere(plan, tools, proved, checksums, signal)
  await tools.report(outcome)
  return outcome
}

async function stayHere(
  plan: Plan,
  tools: Tools,
  proved: Outcome,
  checksums: Artifact,
  signal: AbortSignal
): Promise<Outcome> {
  const outcome = await sealed(plan, tools, proved, checksums, undefined, signal)
  if ('skip' in plan.publication) tools.timeline.skip('publish', plan.publication.skip)
  return outcome
}

/** Compiles every target and packs each as soon as its programs are there. */
async function makeAll(plan: Plan, tools: Tools, start: Start, signal: AbortSignal): Promise<readonly Artifact[]> {
  const { ledger, timeline, compiling, packing } = tools
  let modules: Promise<void> | undefined
  const verified = (): Promise<void> => {
    // Something is made anew, so something will be signed: its tool arrives while targets compile.
    if (!modules && 'work' in plan.signing) start(async () => void (await tools.signer())).catch(() => {})
    return (modules ??= start((signal) => tools.verifyModules(signal)))
  }

  const built = plan.builds.map((build) =>
    start((signal) =>
      compiling(() =>
        timeline.watch('build', formatTarget(build.target), async () => {
          signal.throwIfAborted()
          const { value, reused } = await ledger.once('build', buildInput(plan, build), async () => {
            const check = verified()
            const made = await buildTarget(tools, plan, build, signal)
            await check
            return made
          })
          return { value: value, reused, note: [...new Set(value.map(({ format }) => format))].join('; ') }
        })
      )
    )
  )
  const packed = plan.archives.map((archive) =>
    start(async () => {
      const binaries = (await Promise.all(built.filter((_, i) => plan.builds[i]?.target === archive.target))).flat()
      const extras = await readExtras(tools, archive)
      return await packing(() => pack(plan, tools, archive, binaries, extras))
    })
  )
  return (await Promise.all(packed)).flat()

  async function pack(
    plan: Plan,
    tools: Tools,
    archive: ArchivePlan,
    binaries: readonly Built[],
    extras: Awaited<ReturnType<typeof readExtras>>
  ) {
    return await timeline.watch('package', archive.name, async () => {
      signal.throwIfAborted()
      const { value, reused } = await ledger.once('package', packageInput(plan, archive, binaries, extras), () =>
        packageTarget(tools, plan, archive, binaries, extras)
      )
      return { value: (value as readonly Packed[]).map((file) => artifactOf(tools.out, archive, file)), reused }
    })
  }
}

/** Boots one cluster a Kubernetes version, only when a verdict is missing, and runs its trials on it side by side. */
async function proveAll(plan: Plan, tools: Tools, signal: AbortSignal): Promise<readonly Verdict[]> {
  if ('skip' in plan.trials) {
    tools.timeline.skip('prove', plan.trials.skip)
    return []
  }
  const versions = [...new Set(plan.trials.work.map(({ kubernetes }) => kubernetes))]
  const verdicts: Verdict[] = []
  for (const kubernetes of versions) {
    const trials = plan.trials.work.filter((trial) => trial.kubernetes === kubernetes)
    verdicts.push(...(await proveOn(kubernetes, trials, plan, tools, signal)))
  }
  return verdicts
}

async function proveOn(
  kubernetes: string,
  trials: readonly Trial[],
  plan: Plan,
  tools: Tools,
  signal: AbortSignal
): Promise<readonly Verdict[]> {
  const { ledger, timeline, clusters } = tools
  const open = await Promise.all(
    trials.map((trial) => ledger.known<Json>(`trial-${trial.suite}`, trialInput(plan, trial)))
  )
  await using cluster = open.every((verdict) => verdict !== undefined)
    ? undefined
    : await timeline.watch('cluster', `Kubernetes ${kubernetes}`, async () => {
        const made = await clusters.create(kubernetes, signal)
        return { value: made, note: `${made.provider}, ${made.server}` }
      })
  // Each trial keeps to a namespace of its own, so they share the cluster; but CRDs are the cluster's, and trials that
  // bring some take turns.
  return await together(signal, (start) => {
    let turn: Promise<unknown> = Promise.resolve()
    return Promise.all(
      trials.map((trial) => {
        const before = turn
        const proof = start(async (signal) => {
          if (bringsCrds(trial)) await before
          return await proveOne(cluster, trial, plan, tools, signal)
        })
        if (bringsCrds(trial)) turn = proof
        return proof
      })
    )
  })
}

function proveOne(
  cluster: Cluster | undefined,
  trial: Trial,
  plan: Plan,
  { ledger, timeline, run, sources }: Tools,
  signal: AbortSignal
): Promise<Verdict> {
  return timeline.watch('prove', `${trial.suite} on ${trial.kubernetes}`, async () => {
    const { verdict, reused } = await prove(ledger, plan, trial, () => {
      if (!cluster) throw new Error('a recorded verdict vanished')
      return runTrial(cluster, trial, { run, sources }, signal)
    })
    const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed').length
    return {
      value: verdict,
      reused,
      note: `${verdict.checks.length} checks, ${failed === 0 ? 'all hold' : `${failed} FAILED`}`
    }
  })
}
