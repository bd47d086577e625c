import { runInBranches, type Run, type StartBranch } from './run.ts'
import type { Artifact, Proof } from '../model/nouns.ts'
import type { Reported } from '../model/reported.ts'
import { buildAll, type Builds } from './stages/build.ts'
import { writeChecksums } from './stages/checksum.ts'
import { packAll } from './stages/package.ts'
import { requireAllPassed } from './stages/prove/all-passed.ts'
import { offerVersions, proveAll } from './stages/prove/prove.ts'
import { signAndPublish } from './stages/publish.ts'
import { acceptReported } from './stages/prove/reported.ts'
import { rebuildAll } from './stages/rebuild.ts'
import { prepareByPrograms } from './stages/prepare/by-programs.ts'
import { enforceVulnerabilityPolicy } from './stages/scan/policy.ts'
import { scanPrograms } from './stages/scan/scan.ts'
import { makeExtras, writeLists } from './stages/extras.ts'
import { vetPackages } from './stages/vet.ts'
import type { Outcome, Tools } from './tools.ts'

/**
 * The pipeline, from top to bottom. Nothing the world can see happens before `requireAllPassed`: signing and publishing
 * wait for every trial.
 */
export async function release(run: Run<Tools>): Promise<Outcome> {
  const { plan, tools } = run
  const { made, proof, vulnerabilities } = await runInBranches(run, (start) => buildAndProve(run, start))
  const artifacts = [...made, ...(await writeLists(run, made))]
  const checksums = await writeChecksums(run, artifacts)
  const proved: Outcome = {
    ...proof,
    artifacts: [...artifacts, checksums],
    foreign: [],
    ...(vulnerabilities && { vulnerabilities })
  }
  await requireAllPassed(proof, plan.moduleDir, () => tools.report(proved))
  await enforceVulnerabilityPolicy(run, proved)

  const outcome = await signAndPublish(run, proved, checksums)
  await tools.report(outcome)
  return outcome
}

/** Nothing counts before everything that it is about was made here. */
async function acceptReportedProof(
  { plan, tools: { files, out } }: Run<Tools>,
  reported: Reported,
  builds: Builds,
  artifacts: Promise<readonly Artifact[]>
): Promise<Proof> {
  await Promise.all(builds)
  return await acceptReported(files, out, { plan, reported }, await artifacts)
}

/** What can overlap, overlaps: clusters boot while targets compile, and archives are made while others compile. */
async function buildAndProve(run: Run<Tools>, start: StartBranch<Tools>) {
  const builds = buildAll(run, start)
  const byPrograms = start((run) => prepareByPrograms(run, builds))
  const artifacts = start((run) => packAll(run, builds, start, byPrograms))
  const extras = start((run) => makeExtras(run, byPrograms))
  // What fails in one of these stops the others.
  start((run) => rebuildAll(run, builds, start, byPrograms)).catch(() => undefined)
  start((run) => vetPackages(run, builds)).catch(() => undefined)
  const { reported } = run.plan
  const proof = reported
    ? start((run) => acceptReportedProof(run, reported, builds, artifacts))
    : start((run) => proveAll(run, offerVersions(run, builds, start)))
  const vulnerabilities = start((run) => scanPrograms(run, builds))
  return { made: [...(await artifacts), ...(await extras)], proof: await proof, vulnerabilities: await vulnerabilities }
}
