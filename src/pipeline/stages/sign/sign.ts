import { join } from 'node:path'
import { BUNDLE, COMPATIBILITY, MANIFEST, PROVENANCE } from '../../../model/release-chains.ts'
import { sha256 } from '../../../base/digest.ts'
import type { Artifact } from '../../../model/nouns.ts'
import { together } from '../../../base/parallel.ts'
import type { Plan } from '../../../plan/plan.ts'
import { workOf } from '../../../plan/planned.ts'
import type { Outcome, Tools } from '../../tools.ts'
import { manifest } from '../../../report/manifest.ts'
import { attestCompatibility, attestProvenance, type Before } from './statements.ts'
import { rehearse, sign, signedBefore, type Signed } from './bundles.ts'
import { count } from '../../../base/text.ts'

/**
 * What was proved, with its signature, its attestations and its manifest, in the order in which one names the other. What
 * an earlier run left (`before`) is kept where it verifies.
 */
export async function sealed(
  plan: Plan,
  tools: Tools,
  proved: Outcome,
  checksums: Artifact,
  before: Before,
  signal: AbortSignal
): Promise<Outcome> {
  const { timeline } = tools
  const signing = workOf(plan.signing)
  // Both open the key, and neither needs the other.
  const [signed, tested] = await together(signal, (start) =>
    Promise.all([
      start((signal) => signAll(plan, tools, checksums, before(BUNDLE), signal)),
      signing && signing.mode !== 'rehearsal' && proved.verdicts.length > 0
        ? start((signal) =>
            timeline.watch('sign', COMPATIBILITY, async () => {
              const { artifact, reused } = await attestCompatibility(
                tools,
                signing,
                proved.artifacts,
                proved.verdicts,
                before,
                signal
              )
              return { value: artifact, reused, note: count(proved.verdicts.length, 'verdict') }
            })
          )
        : undefined
    ])
  )
  const evidence = [...(signed ? [signed.bundle] : []), ...(tested ? [tested] : [])]
  const outcome = { ...proved, artifacts: [...proved.artifacts, ...evidence], ...(signed && { signed }) }
  const manifest = await writeManifest(plan, tools, outcome)
  if (!signed || !signing) return outcome
  const byproducts = [...evidence, manifest]
  const provenance = await timeline.watch('sign', PROVENANCE, async () => {
    const { artifact, reused } = await attestProvenance(
      tools,
      signing,
      plan,
      proved.artifacts,
      byproducts,
      before,
      signal
    )
    return {
      value: artifact,
      reused,
      note: `${count(proved.artifacts.length, 'subject')}, ${byproducts.length} more files`
    }
  })
  return { ...outcome, artifacts: [...outcome.artifacts, manifest, provenance] }
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

async function writeManifest(
  plan: Plan,
  { files, out }: Tools,
  { artifacts, verdicts, signed }: Outcome
): Promise<Artifact> {
  const text = `${JSON.stringify(manifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`
  const path = join(out, MANIFEST)
  const before = await files.read(path)
  if (!before || Buffer.from(before).toString('utf8') !== text) await files.write(path, text)
  return { kind: 'manifest', name: MANIFEST, path, sha256: sha256(text), size: Buffer.byteLength(text) }
}
