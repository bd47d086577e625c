import { join } from 'node:path'
import { isCount, isSha256, shaped } from '../../../base/decode.ts'
import { canonicalize } from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import { demandExact, readBundleStatement } from '../../../evidence/bundle.ts'
import { makeCompatibility, readProvedMatrix } from '../../../evidence/compatibility.ts'
import { listOtherRuns } from '../../../evidence/compiled-by.ts'
import type { Invocation } from '../../../evidence/invocation.ts'
import { listDependencies, makeProvenance, readProvenance, type RunDetails } from '../../../evidence/provenance.ts'
import { parseStatement, type Statement } from '../../../evidence/statement.ts'
import { formatTarget } from '../../../go/target.ts'
import type { Artifact, Digest, Named, Tool, Verdict } from '../../../model/nouns.ts'
import type { Files } from '../../../model/ports/files.ts'
import { COMPATIBILITY, PROVENANCE } from '../../../model/release-chains.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { SigningPlan } from '../../../plan/signing.ts'
import type { Ledger, Step } from '../../../steps/ledger.ts'
import type { Run, RunFacts } from '../../run.ts'
import { makeBuildStep } from '../build.ts'
import { lookUpByPrograms, type Steps } from '../prepare/by-programs.ts'
import { makeChangedFailure, type SignTools } from './bundles.ts'

export interface AttestTools extends SignTools {
  readonly thisRun: RunFacts
  readonly steps?: Steps
}

/** A file that an earlier run left where this release goes, if it lies there. */
export type EarlierBundles = (name: string) => AsyncIterable<Uint8Array> | undefined

/** Whose statements are made, how they are signed, and about which files. */
export interface Attesting {
  readonly run: Run<AttestTools>
  readonly signing: SigningPlan
  /** The reproducible files. */
  readonly files: readonly Artifact[]
  readonly before: EarlierBundles
}

export interface Order {
  readonly name: string
  readonly predicateType: string
  /** All that decides what is stated, beside the times and ids of a run. */
  readonly input: Json
  readonly make: () => Promise<Statement>
  /** Whether a statement that an earlier run signed says what this run would say. */
  readonly fits: (found: Statement) => boolean
}

export interface Attestation {
  readonly artifact: Artifact
  readonly reused: boolean
}

/** The compatibility attestation: what was proved, over the reproducible files. */
export function attestCompatibility(attesting: Attesting, verdicts: readonly Verdict[]): Promise<Attestation> {
  const { run, files } = attesting
  const reporter = run.plan.reported?.by
  const statement = makeCompatibility(files, verdicts, findRunUrl(run.tools.thisRun.invocation), reporter)
  const matrix = ({ subject, ...rest }: Statement): Json => [
    subject,
    readProvedMatrix({ subject, ...rest }).map(({ suite, subject: about, server, reportedBy }) =>
      [suite, about, server, ...(reportedBy === undefined ? [] : [reportedBy])].join(' ')
    )
  ]
  return attestOnce(attesting, {
    name: COMPATIBILITY,
    predicateType: statement.predicateType,
    // Of a verdict that was found out again, the time it took is other.
    input: matrix(statement),
    make: () => Promise.resolve(statement),
    fits: (found) => canonicalize(matrix(found)) === canonicalize(matrix(statement))
  })
}

const findRunUrl = ({ id }: Invocation): string | undefined => (/^https?:/.test(id) ? id : undefined)

/** The provenance: how the reproducible files came to be, and what the other files of the release are. */
export function attestProvenance(attesting: Attesting, byproducts: readonly Artifact[]): Promise<Attestation> {
  const { run, files } = attesting
  const { plan, tools } = run
  const named = (all: readonly Named[]): Json => all.map(({ name, sha256 }) => `${sha256} ${name}`).sort()
  const input: Json = { subjects: named(files), byproducts: named(byproducts), commit: plan.commit }
  return attestOnce(attesting, {
    name: PROVENANCE,
    predicateType: 'https://slsa.dev/provenance/v1',
    input,
    async make() {
      const { invocation, repository, tools: used, now } = tools.thisRun
      const prepared = await gatherPrepared(run)
      return makeProvenance(plan, {
        ...(prepared && { prepared }),
        subjects: files,
        byproducts,
        dependencies: listDependencies(await readSboms(tools.files, files)),
        tools: await Promise.all(used().map((tool) => addDigest(tools.files, tool))),
        repository,
        invocation,
        buildCaches: await listBuildCaches(tools.ledger, plan),
        compiledBy: listOtherRuns(await listCompilers(tools.ledger, plan), invocation.id),
        finishedOn: now().toISOString()
      })
    },
    fits(found) {
      const told = readProvenance(found)
      return (
        told !== undefined &&
        canonicalize({ subjects: named(told.subjects), byproducts: named(told.byproducts), commit: told.commit }) ===
          canonicalize(input)
      )
    }
  })
}

/** The steps of a plan with all that they made, which is recorded by now. */
async function gatherPrepared(run: Run<AttestTools>): Promise<RunDetails['prepared']> {
  const { plan, tools } = run
  if (!plan.prepared) return undefined
  const host = plan.builds.filter(({ target }) => target === plan.host)
  const built = await Promise.all(host.map((build) => tools.ledger.lookUp(makeBuildStep(plan, build))))
  const late = await lookUpByPrograms(
    run,
    built.flatMap((each) => each ?? [])
  )
  const { steps, files, tools: own } = plan.prepared
  const names = new Set(own.map(({ name }) => name))
  return {
    steps,
    files: [...files, ...(late?.files ?? [])],
    tools: [...own, ...(late?.tools ?? []).filter(({ name }) => !names.has(name))]
  }
}

/** Of each build, the run that compiled it as far as its record says. */
const listCompilers = (ledger: Ledger, plan: Plan) =>
  Promise.all(
    plan.builds.map(async (build) => ({
      target: formatTarget(build.target),
      by: await ledger.doneBy(makeBuildStep(plan, build))
    }))
  )

/** Of each build, the build cache that its record names. */
async function listBuildCaches(ledger: Ledger, plan: Plan): Promise<RunDetails['buildCaches']> {
  const found = plan.builds.map(async (build) => {
    const built = await ledger.lookUp(makeBuildStep(plan, build))
    return (built ?? []).map(({ cache }) => ({ target: formatTarget(build.target), kind: cache }))
  })
  return (await Promise.all(found)).flat()
}

async function readSboms(files: Files, artifacts: readonly Artifact[]): Promise<readonly Json[]> {
  const sboms = artifacts.filter(({ kind, name }) => kind === 'sbom' && name.endsWith('.cdx.json'))
  const read = async ({ path }: Artifact) =>
    JSON.parse(Buffer.from((await files.read(path)) ?? []).toString('utf8')) as Json
  return await Promise.all(sboms.map(read))
}

/** A tool that this run took unchecked is hashed now. */
async function addDigest(files: Files, tool: Tool): Promise<Tool & { readonly sha256: string }> {
  const { sha256 } = tool
  if (sha256 !== undefined) return { ...tool, sha256 }
  const digest = await files.digest(tool.path)
  if (!digest) throw new Error(`${tool.path} vanished`)
  return { ...tool, sha256: digest.sha256 }
}

export const makeAttestStep = (
  { name, input }: Order,
  { mode, key }: SigningPlan,
  fingerprint: string
): Step<Digest> => ({
  kind: 'attest',
  shape: 1,
  input: { name, input, mode, key, fingerprint },
  fits: shaped<Digest>({ sha256: isSha256, size: isCount }),
  leaves: (digest) => [{ path: name, ...digest }]
})

/** Signs a statement once: what an earlier run signed and what verifies and fits is kept. */
async function attestOnce({ run, signing, files: about, before }: Attesting, order: Order): Promise<Attestation> {
  const { name, predicateType, make } = order
  const { tools, signal } = run
  const { files, ledger, out } = tools
  const checksums = about.find(({ kind }) => kind === 'checksums')
  if (!checksums) throw new Error('a statement about files without checksums.txt')
  const artifact = (digest: Digest): Artifact => ({ kind: 'attestation', name, path: join(out, name), ...digest })
  const step = makeAttestStep(order, signing, tools.fingerprint)
  const recorded = await ledger.lookUp(step)
  if (recorded) return { artifact: artifact(recorded), reused: true }
  const claim = { about: checksums.path, predicateType }
  const signer = await tools.signer()
  await using scratch = await files.scratch('attest')
  const bundle = join(scratch.path, name)
  const earlier = before(name)
  let kept = false
  if (earlier) {
    await files.write(bundle, earlier)
    await signer.verify(claim, bundle, signal)
    const bytes = (await files.read(bundle)) ?? new Uint8Array()
    demandExact(bytes, name)
    kept = order.fits(parseStatement(readBundleStatement(bytes, name), predicateType, name))
  }
  if (!kept) {
    const statement = join(scratch.path, 'statement.json')
    const text = JSON.stringify(await make())
    await files.write(statement, text)
    await signer.sign({ ...claim, statement }, bundle, signal)
    if (readBundleStatement((await files.read(bundle)) ?? new Uint8Array(), name) !== text)
      throw makeChangedFailure(name, 'the signed statement is not the one that was made')
  }
  const digest = await files.digest(bundle)
  if (!digest) throw new Error(`${bundle} vanished`)
  await files.move(bundle, join(out, name))
  await ledger.record(step, { value: digest })
  return { artifact: artifact(digest), reused: kept }
}
