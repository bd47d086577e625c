import { join } from 'node:path'
import type { Artifact } from './model.ts'
import type { Plan } from './plan.ts'
import type { Outcome, Tools } from './release.ts'
import { manifest } from './report/manifest.ts'
import { rehearse, sign, signedBefore, type Signed } from './stages/sign.ts'

/** What was proved, with its signature and its manifest. `before`: a bundle that an earlier run left, to be kept. */
export async function sealed(
  plan: Plan,
  tools: Tools,
  proved: Outcome,
  checksums: Artifact,
  before: AsyncIterable<Uint8Array> | undefined,
  signal: AbortSignal
): Promise<Outcome> {
  const signed = await signAll(plan, tools, checksums, before, signal)
  const outcome = {
    ...proved,
    artifacts: [...proved.artifacts, ...(signed ? [signed.bundle] : [])],
    ...(signed && { signed })
  }
  await writeManifest(plan, tools, outcome)
  return outcome
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
): Promise<void> {
  const text = `${JSON.stringify(manifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`
  const path = join(out, 'manifest.json')
  const before = await files.read(path)
  if (!before || Buffer.from(before).toString('utf8') !== text) await files.write(path, text)
}
