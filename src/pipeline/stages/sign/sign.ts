import { join } from 'node:path'
import { hashBytes } from '../../../base/digest.ts'
import { formatCount } from '../../../base/text.ts'
import type { Artifact } from '../../../model/nouns.ts'
import { BUNDLE, COMPATIBILITY, MANIFEST, PROVENANCE } from '../../../model/release-chains.ts'
import { makeReleaseManifest } from '../../../report/manifest.ts'
import { stage, type Stage } from '../../../steps/stage.ts'
import { runInBranches, type Run } from '../../run.ts'
import type { Outcome, Tools } from '../../tools.ts'
import { rehearseSignature, signChecksums, type Signed } from './bundles.ts'
import { attestCompatibility, attestProvenance, type Attesting, type EarlierBundles } from './statements.ts'

/**
 * What was proved, with its signature, its attestations and its manifest, in the order in which one names the other. What
 * an earlier run left (`before`) is kept where it verifies.
 */
export async function signRelease(
  run: Run<Tools>,
  proved: Outcome,
  checksums: Artifact,
  before: EarlierBundles
): Promise<Outcome> {
  const sign = stage('sign', run.tools)
  const signing = await sign.one(run.plan.signing, async (signing) => {
    if (signing.mode !== 'rehearsal') return { run, signing, files: proved.artifacts, before }
    await rehearseSigning(sign, run, checksums)
    return undefined
  })
  if (!signing) {
    await writeManifest(run, proved)
    return proved
  }
  // Both open the key, and neither needs the other.
  const [signed, matrix] = await runInBranches(run, (start) =>
    Promise.all([
      start((run) => signSums(sign, { ...signing, run }, checksums)),
      proved.verdicts.length > 0 ? start((run) => attestMatrix(sign, { ...signing, run }, proved)) : undefined
    ])
  )
  const evidence = [signed.bundle, ...(matrix ? [matrix] : [])]
  const outcome = { ...proved, artifacts: [...proved.artifacts, ...evidence], signed }
  const manifest = await writeManifest(run, outcome)
  const provenance = await attestOrigin(sign, signing, [...evidence, manifest])
  return { ...outcome, artifacts: [...outcome.artifacts, manifest, provenance] }
}

const rehearseSigning = (sign: Stage, run: Run<Tools>, checksums: Artifact): Promise<void> =>
  sign.watch('rehearsal', async () => {
    await rehearseSignature(run, checksums)
    return { value: undefined, note: 'signed and verified with a throw-away key; nothing that ships is signed' }
  })

const signSums = (sign: Stage, { run, signing, before }: Attesting, checksums: Artifact): Promise<Signed> =>
  sign.watch(checksums.name, async () => {
    const { signed, from } = await signChecksums(run, checksums, signing, before(BUNDLE))
    if (from === 'record') return { value: signed, reused: true }
    return { value: signed, reused: from === 'earlier', note: `${signing.mode}, verified` }
  })

const attestMatrix = (sign: Stage, attesting: Attesting, { verdicts }: Outcome): Promise<Artifact> =>
  sign.watch(COMPATIBILITY, async () => {
    const { artifact, reused } = await attestCompatibility(attesting, verdicts)
    return { value: artifact, reused, note: formatCount(verdicts.length, 'verdict') }
  })

const attestOrigin = (sign: Stage, attesting: Attesting, byproducts: readonly Artifact[]): Promise<Artifact> =>
  sign.watch(PROVENANCE, async () => {
    const { artifact, reused } = await attestProvenance(attesting, byproducts)
    return {
      value: artifact,
      reused,
      note: `${formatCount(attesting.files.length, 'subject')}, ${byproducts.length} more files`
    }
  })

async function writeManifest(
  { plan, tools: { files, out } }: Run<Tools>,
  { artifacts, verdicts, signed }: Outcome
): Promise<Artifact> {
  const text = `${JSON.stringify(makeReleaseManifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`
  const path = join(out, MANIFEST)
  const before = await files.read(path)
  if (!before || Buffer.from(before).toString('utf8') !== text) await files.write(path, text)
  return { kind: 'manifest', name: MANIFEST, path, sha256: hashBytes(text), size: Buffer.byteLength(text) }
}
