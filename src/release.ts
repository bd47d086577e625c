import { join } from 'node:path'
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
import { passed } from './stages/prove.ts'
import { compare, earlier, publish } from './stages/publish.ts'
import { rehearse, sign, signedBefore, BUNDLE, type Signed } from './stages/sign.ts'
import { formatTarget } from './go/target.ts'
import type { Artifact } from './model.ts'
import { together, type Limit, type Start } from './parallel.ts'
import type { Plan } from './plan.ts'
import type { ArchivePlan } from './plan/archives.ts'
import type { PublicationPlan } from './plan/publication.ts'
import type { Published, Publisher, Signer } from './ports.ts'
import { proveAll, type Proof, type ProofTools } from './proving.ts'
import { manifest } from './report/manifest.ts'

export interface Tools extends BuildTools, PackageTools, ProofTools {
  /** Made when it is needed: a re-run of a signed release needs none. */
  readonly signer: () => Promise<Signer>
  readonly fingerprint: string
  readonly publisher: Publisher | undefined
  /** Compilers side by side, and archives side by side. */
  readonly compiling: Limit
  readonly packing: Limit
  /** Told what there is so far, once before a failed proof stops the run and once at the end: the report. */
  readonly report: (outcome: Outcome) => Promise<void>
  /** `go mod verify`, or why it is not done; beside the first compile of a run that compiles, none of which counts before. */
  readonly verifyModules: (signal: AbortSignal) => Promise<void>
}

export interface Outcome extends Proof {
  readonly artifacts: readonly Artifact[]
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
    const proof = start((signal) => proveAll(plan, tools, signal))
    const artifacts = start((signal) => makeAll(plan, tools, start, signal))
    return { artifacts: await artifacts, proof: await proof }
  })
  const checksums = await timeline.watch('checksum', 'checksums.txt', async () => {
    const { checksums, reused } = await checksum(tools.files, tools.out, before.artifacts)
    return { value: checksums, reused, note: `${before.artifacts.length} files` }
  })
  const proved = { ...before.proof, artifacts: [...before.artifacts, checksums], foreign: [] }
  await passed(before.proof, () => tools.report(proved))

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
  const signed = await signAll(plan, tools, checksums, undefined, signal)
  if ('skip' in plan.publication) tools.timeline.skip('publish', plan.publication.skip)
  const outcome = {
    ...proved,
    artifacts: [...proved.artifacts, ...(signed ? [signed.bundle] : [])],
    ...(signed && { signed })
  }
  await writeManifest(plan, tools, outcome)
  return outcome
}

/** Draft, sign, upload, compare, publish, and look again at what everybody can see now. */
async function goPublic(
  plan: Plan,
  tools: Tools,
  publication: PublicationPlan,
  publisher: Publisher,
  proved: Outcome,
  checksums: Artifact,
  signal: AbortSignal
): Promise<Outcome> {
  const { timeline } = tools
  const already = await publisher.find(publication.tag, signal)
  await using draft = already ? undefined : await publisher.draft(requestOf(plan, publication), signal)
  const signed = await signAll(plan, tools, checksums, earlier(already ?? draft, BUNDLE), signal)
  const artifacts = [...proved.artifacts, ...(signed ? [signed.bundle] : [])]
  await writeManifest(plan, tools, { ...proved, artifacts, ...(signed && { signed }) })
  const published = await timeline.watch('publish', `${publication.tag} to ${publisher.name}`, async (note) =>
    draft
      ? { value: await publish(draft, artifacts, note), note: `${artifacts.length} files` }
      : { value: already as Published, reused: true, note: 'published before' }
  )
  // What everybody can see now is looked up again rather than believed.
  const foreign = await timeline.watch('verify', publication.tag, async () => {
    const seen = (await publisher.find(publication.tag, signal)) ?? published
    return { value: await compare(seen, artifacts), note: `${artifacts.length} digests equal` }
  })
  return { ...proved, artifacts, ...(signed && { signed }), published, foreign }
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

async function signAll(
  plan: Plan,
  tools: Tools,
  checksums: Artifact,
  before: AsyncIterable<Uint8Array> | undefined,
  signal: AbortSignal
): Promise<Signed | undefined> {
  const { timeline } = tools
  if ('skip' in plan.signing) {
    timeline.skip('sign', plan.signing.skip)
    return undefined
  }
  const [signing] = plan.signing.work
  if (!signing) return undefined
  if (signing.mode === 'rehearsal')
    return await timeline.watch('sign', 'rehearsal', async () => {
      await rehearse(tools.files, await tools.signer(), checksums, signal)
      return { value: undefined, note: 'signed and verified with a throw-away key; nothing that ships is signed' }
    })
  return await timeline.watch('sign', checksums.name, async () => {
    const recorded = await signedBefore(tools, checksums, signing)
    if (recorded) return { value: recorded, reused: true }
    return {
      value: await sign(tools, checksums, signing, before, signal),
      reused: before !== undefined,
      note: `${signing.mode}, verified`
    }
  })
}

const requestOf = (plan: Plan, { tag, prerelease, latest }: PublicationPlan) => ({
  tag,
  commit: plan.commit,
  title: `${plan.name} ${plan.version}`,
  notes: notesOf(plan),
  prerelease,
  latest
})

/** Release notes that say how to verify; the publishing issue adds the changes since the baseline. */
const notesOf = (plan: Plan): string =>
  [
    `${plan.name} ${plan.version}, built from commit ${plan.commit} with ${plan.go.version}.`,
    '',
    '```sh',
    'sha256sum -c checksums.txt',
    '```'
  ].join('\n')

async function writeManifest(
  plan: Plan,
  { files, out }: Tools,
  { artifacts, verdicts, signed }: Outcome
): Promise<void> {
  const text = `${JSON.stringify(manifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`
  const path = join(out, 'manifest.json')
  const before = await files.read(path)
  if (!before || Buffer.from(before).toString('utf8') !== text) await files.write(path, text)
}
