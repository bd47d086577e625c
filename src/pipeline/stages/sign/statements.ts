import { join } from 'node:path'
import { COMPATIBILITY, PROVENANCE } from '../../../model/release-chains.ts'
import { demandExact, statementIn } from '../../../evidence/bundle.ts'
import { compatibility, provedBy } from '../../../evidence/compatibility.ts'
import { compiledByOthers } from '../../../evidence/compiled-by.ts'
import type { Invocation } from '../../../evidence/invocation.ts'
import { dependenciesOf, provenance, readProvenance } from '../../../evidence/provenance.ts'
import { parseStatement, type Statement } from '../../../evidence/statement.ts'
import { type Named } from '../../../model/nouns.ts'
import { formatTarget } from '../../../go/target.ts'
import { canonical } from '../../../base/json.ts'
import type { Ledger } from '../../../steps/ledger.ts'
import type { Artifact, Tool, Verdict } from '../../../model/nouns.ts'
import type { Json } from '../../../base/json.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { SigningPlan } from '../../../plan/signing.ts'
import type { Signer } from '../../../model/ports/signer.ts'
import type { Files } from '../../../model/ports/files.ts'
import { buildInput } from '../build.ts'

/** What statements tell of this run. */
export interface Witness {
  readonly invocation: Invocation
  /** URL of the repository, without credentials. */
  readonly repository: string | undefined
  readonly tools: () => readonly Tool[]
  readonly now: () => Date
}

export interface AttestTools {
  readonly files: Files
  readonly ledger: Ledger
  readonly out: string
  readonly signer: () => Promise<Signer>
  readonly fingerprint: string
  readonly witness: Witness
}

/** A file that an earlier run left where this release goes, if it lies there. */
export type Before = (name: string) => AsyncIterable<Uint8Array> | undefined

interface Order {
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
export const attestCompatibility = (
  tools: AttestTools,
  signing: SigningPlan,
  files: readonly Artifact[],
  verdicts: readonly Verdict[],
  before: Before,
  signal: AbortSignal
): Promise<Attestation> => {
  const statement = compatibility(files, verdicts, urlOf(tools.witness.invocation))
  const matrix = ({ subject, ...rest }: Statement): Json => [
    subject,
    provedBy({ subject, ...rest }).map(({ suite, subject: about, server }) => `${suite} ${about} ${server}`)
  ]
  const order: Order = {
    name: COMPATIBILITY,
    predicateType: statement.predicateType,
    // Of a verdict that was found out again, the time it took is other.
    input: matrix(statement),
    make: () => Promise.resolve(statement),
    fits: (found) => canonical(matrix(found)) === canonical(matrix(statement))
  }
  return attest(tools, signing, files, order, before, signal)
}

const urlOf = ({ id }: Invocation): string | undefined => (/^https?:/.test(id) ? id : undefined)

/** The provenance: how the reproducible files came to be, and what the other files of the release are. */
export function attestProvenance(
  tools: AttestTools,
  signing: SigningPlan,
  plan: Plan,
  files: readonly Artifact[],
  byproducts: readonly Artifact[],
  before: Before,
  signal: AbortSignal
): Promise<Attestation> {
  const named = (all: readonly Named[]): Json => all.map(({ name, sha256 }) => `${sha256} ${name}`).sort()
  const input: Json = { subjects: named(files), byproducts: named(byproducts), commit: plan.commit }
  const order: Order = {
    name: PROVENANCE,
    predicateType: 'https://slsa.dev/provenance/v1',
    input,
    async make() {
      const { invocation, repository, tools: used, now } = tools.witness
      return provenance(plan, {
        subjects: files,
        byproducts,
        dependencies: dependenciesOf(await readSboms(tools.files, files)),
        tools: await Promise.all(used().map((tool) => withDigest(tools.files, tool))),
        repository,
        invocation,
        compiledBy: compiledByOthers(await compilers(tools.ledger, plan), invocation.id),
        finishedOn: now().toISOString()
      })
    },
    fits(found) {
      const told = readProvenance(found)
      return (
        told !== undefined &&
        canonical({ subjects: named(told.subjects), byproducts: named(told.byproducts), commit: told.commit }) ===
          canonical(input)
      )
    }
  }
  return attest(tools, signing, files, order, before, signal)
}

/** Of each build, the run that compiled it as far as its record says. */
const compilers = (ledger: Ledger, plan: Plan) =>
  Promise.all(
    plan.builds.map(async (build) => ({
      target: formatTarget(build.target),
      by: await ledger.doneBy('build', buildInput(plan, build))
    }))
  )

async function readSboms(files: Files, artifacts: readonly Artifact[]): Promise<readonly Json[]> {
  const sboms = artifacts.filter(({ kind, name }) => kind === 'sbom' && name.endsWith('.cdx.json'))
  const read = async ({ path }: Artifact) =>
    JSON.parse(Buffer.from((await files.read(path)) ?? []).toString('utf8')) as Json
  return await Promise.all(sboms.map(read))
}

/** A tool that this run took unchecked is hashed now. */
async function withDigest(files: Files, tool: Tool): Promise<Tool & { readonly sha256: string }> {
  const { sha256 } = tool
  if (sha256 !== undefined) return { ...tool, sha256 }
  const digest = await files.digest(tool.path)
  if (!digest) throw new Error(`${tool.path} vanished`)
  return { ...tool, sha256: digest.sha256 }
}

/** Signs a statement once: what an earlier run signed and what verifies and fits is kept. */
async function attest(
  { files, ledger, out, signer: made, fingerprint }: AttestTools,
  { mode, key }: SigningPlan,
  about: readonly Artifact[],
  { name, predicateType, input, make, fits }: Order,
  before: Before,
  signal: AbortSignal
): Promise<Attestation> {
  const checksums = about.find(({ kind }) => kind === 'checksums')
  if (!checksums) throw new Error('a statement about files without checksums.txt')
  const claim = { about: checksums.path, predicateType }
  const step: Json = { name, input, mode, key, fingerprint }
  let kept = (await ledger.known('attest', step)) !== undefined
  if (!kept) {
    const signer = await made()
    await using scratch = await files.scratch('attest')
    const bundle = join(scratch.path, name)
    const earlier = before(name)
    if (earlier) {
      await files.write(bundle, earlier)
      await signer.verify(claim, bundle, signal)
      const bytes = (await files.read(bundle)) ?? new Uint8Array()
      demandExact(bytes, name)
      kept = fits(parseStatement(statementIn(bytes, name), predicateType, name))
    }
    if (!kept) {
      const statement = join(scratch.path, 'statement.json')
      await files.write(statement, JSON.stringify(await make()))
      await signer.sign({ ...claim, statement }, bundle, signal)
    }
    await ledger.once('attest', step, async () => {
      const digest = await files.digest(bundle)
      if (!digest) throw new Error(`${bundle} vanished`)
      await files.move(bundle, join(out, name))
      return { value: null, files: [{ path: name, ...digest }] }
    })
  }
  const path = join(out, name)
  const digest = await files.digest(path)
  if (!digest) throw new Error(`${path} vanished`)
  return { artifact: { kind: 'attestation', name, path, ...digest }, reused: kept }
}
