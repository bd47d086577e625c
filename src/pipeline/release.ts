import { buildInput, buildTarget, type Built } from './stages/build.ts'
import { checksum } from './stages/checksum.ts'
import { artifactOf, packageInput, packageTarget, readExtras, type Packed } from './stages/package.ts'
import { rebuildInput, rebuildTarget } from './stages/rebuild.ts'
import { goPublic } from './stages/publish.ts'
import { passed } from './stages/prove/trial.ts'
import { sealed } from './stages/sign/sign.ts'
import { formatTarget } from '../go/target.ts'
import type { Artifact } from '../model/nouns.ts'
import { together, type Start } from '../base/parallel.ts'
import type { Plan } from '../plan/plan.ts'
import { workOf } from '../plan/planned.ts'
import type { ArchivePlan } from '../plan/archives.ts'
import type { BuildPlan } from '../plan/builds.ts'
import { proveAll, versionsOf } from './stages/prove/prove.ts'
import type { Outcome, Tools } from './tools.ts'
import { safe, scanAll } from './stages/scan/scan.ts'
import { vetHost } from './stages/vet/vet.ts'

/**
 * The pipeline. What can overlap, overlaps: the cluster boots while targets compile, archives are made while others
 * compile. Nothing the world can see happens before `passed`: signing and publishing wait for every trial.
 */
export async function run(plan: Plan, tools: Tools, signal: AbortSignal): Promise<Outcome> {
  const { timeline } = tools
  const before = await together(signal, async (start) => {
    const built = buildAll(plan, tools, start)
    const artifacts = start((signal) => packAll(plan, tools, built, start, signal))
    void start(() => rebuildAll(plan, tools, built, start)).catch(() => undefined)
    void start((signal) => vetHost(plan, tools, built, signal)).catch(() => undefined)
    const proof = start((signal) => proveAll(plan, tools, versionsOf(plan, tools, built, start), signal))
    const vulnerabilities = start((signal) => scanAll(plan, tools, built, signal))
    return { artifacts: await artifacts, proof: await proof, vulnerabilities: await vulnerabilities }
  })
  const checksums = await timeline.watch('checksum', 'checksums.txt', async () => {
    const { checksums, reused } = await checksum(tools.files, tools.out, before.artifacts)
    return { value: checksums, reused, note: `${before.artifacts.length} files` }
  })
  const proved: Outcome = {
    ...before.proof,
    artifacts: [...before.artifacts, checksums],
    foreign: [],
    ...(before.vulnerabilities && { vulnerabilities: before.vulnerabilities })
  }
  await passed(before.proof, plan.moduleDir, () => tools.report(proved))
  await safe(plan, tools, proved, signal)

  const publication = workOf(plan.publication)
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
  const outcome = await sealed(plan, tools, proved, checksums, () => undefined, signal)
  if ('skip' in plan.publication) tools.timeline.skip('publish', plan.publication.skip)
  return outcome
}

/** Compiles every target, one more side by side than the machine has cores (docs/bench.md); in the order of `plan.builds`. */
function buildAll(plan: Plan, tools: Tools, start: Start): readonly Promise<readonly Built[]>[] {
  const { ledger, timeline, compiling } = tools
  let modules: Promise<void> | undefined
  const verified = (): Promise<void> => {
    // Something is made anew, so something will be signed: its tool arrives while targets compile.
    if (!modules && 'work' in plan.signing) start(async () => void (await tools.signer())).catch(() => {})
    return (modules ??= start((signal) => tools.verifyModules(signal)))
  }

  // What the proof waits for comes first.
  const order = [...plan.builds].sort((a, b) => Number(b.target === plan.host) - Number(a.target === plan.host))
  const built = new Map(order.map((build) => [build, compile(build)] as const))
  return plan.builds.map((build) => built.get(build) ?? Promise.reject(new Error('a build that nobody started')))

  function compile(build: Plan['builds'][number]): Promise<readonly Built[]> {
    return start((signal) =>
      compiling(() =>
        timeline.watch('build', itemOf(plan, build), async () => {
          signal.throwIfAborted()
          const { value, reused } = await ledger.once('build', buildInput(plan, build), async () => {
            const check = verified()
            const made = await buildTarget(tools, plan, build, signal)
            await check
            return { ...made, by: tools.witness.invocation.id }
          })
          return { value: value, reused, note: [...new Set(value.map(({ format }) => format))].join('; ') }
        })
      )
    )
  }
}

/** What a person sees being built: a target, and which programs of it where several builds share one. */
function itemOf({ builds }: Plan, { target, binaries }: BuildPlan): string {
  const alone = builds.filter((build) => build.target === target).length === 1
  return alone ? formatTarget(target) : `${formatTarget(target)} ${binaries.map(({ name }) => name).join(', ')}`
}

/** Compiles targets a second time, after the first builds: what is proved meanwhile waits for clusters, not for cores. */
async function rebuildAll(
  plan: Plan,
  tools: Tools,
  built: readonly Promise<readonly Built[]>[],
  start: Start
): Promise<void> {
  const { ledger, timeline, compiling } = tools
  if ('skip' in plan.rebuilds) {
    if (plan.mode === 'release') timeline.skip('rebuild', plan.rebuilds.skip)
    return
  }
  const targets = plan.rebuilds.work
  const again = async (build: BuildPlan, made: readonly Built[], signal: AbortSignal): Promise<void> =>
    timeline.watch('rebuild', itemOf(plan, build), async () => {
      const { reused } = await ledger.once('rebuild', rebuildInput(plan, build, made), () =>
        rebuildTarget(tools, plan, build, made, signal)
      )
      return { value: undefined, reused, note: 'the same bytes from another folder and an empty cache' }
    })
  await Promise.all(
    plan.builds.map((build, i) =>
      start(async (signal) => {
        const made = await built[i]
        if (made && targets.includes(build.target)) await compiling(() => again(build, made, signal))
      })
    )
  )
}

/** Packs each target as soon as its programs are there. */
async function packAll(
  plan: Plan,
  tools: Tools,
  built: readonly Promise<readonly Built[]>[],
  start: Start,
  signal: AbortSignal
): Promise<readonly Artifact[]> {
  const { ledger, timeline, packing } = tools
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
