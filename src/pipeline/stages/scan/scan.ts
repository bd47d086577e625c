import { join } from 'node:path'
import { PROJECT_FILE } from '../../../config/parse.ts'
import { sha256Of } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import type { Artifact } from '../../../model/nouns.ts'
import type { Json } from '../../../base/json.ts'
import type { Plan } from '../../../plan/plan.ts'
import { workOf } from '../../../plan/planned.ts'
import type { Outcome, Tools } from '../../tools.ts'
import type { Built } from '../build.ts'
import { scan } from './govulncheck.ts'
import { judged } from '../../../vulnerabilities/scan.ts'
import { isOpen, type Scanned, type Vulnerability } from '../../../vulnerabilities/model.ts'
import type { Finding } from '../../../base/finding.ts'
import type { VulnerabilityPlan } from '../../../plan/vulnerabilities.ts'
import {
  acceptanceLines,
  fixOf,
  holderOf,
  nameOf,
  outcomeOf,
  overOf,
  vulnerableLines
} from '../../../vulnerabilities/wording.ts'

/**
 * Looks up what is known of the modules in the programs, beside the proof. An answer holds for the same programs and the
 * rest of the day (UTC), so that a finished release that is run again asks nobody; a database in a folder is always read.
 */
export async function scanAll(
  plan: Plan,
  tools: Tools,
  built: readonly Promise<readonly Built[]>[],
  signal: AbortSignal
): Promise<Scanned | undefined> {
  const { timeline } = tools
  if ('skip' in plan.vulnerabilities) {
    timeline.skip('scan', plan.vulnerabilities.skip)
    return undefined
  }
  const [asked] = plan.vulnerabilities.work
  if (!asked) return undefined
  const programs = await Promise.all(plan.builds.map(async (build, i) => ({ build, built: (await built[i]) ?? [] })))
  return await timeline.watch('scan', 'vulnerabilities', async () => {
    const digests = programs.map(({ built }) => built.map(({ sha256 }) => sha256))
    const day = today(tools)
    const question = { database: asked.database, day, programs: digests }
    const lasting = !asked.database.startsWith('file:')
    const before = lasting ? await tools.ledger.known('scan', question) : undefined
    const value = before === undefined ? await scan(tools, asked, programs, signal) : (before as unknown as Scanned)
    if (lasting && before === undefined && 'found' in value)
      await tools.ledger.once('scan', question, () => Promise.resolve({ value: value as unknown as Json, files: [] }))
    // Kept is what the database says; what people say of it is of this commit and this day.
    const told = 'found' in value ? judged(value, asked.accepted, day) : value
    return { value: told, reused: before !== undefined, note: outcomeOf(told) }
  })
}

/** Days begin and end in UTC, wherever the run is. */
const today = ({ witness }: Tools): string => witness.now().toISOString().slice(0, 10)

/**
 * Tells of what is reachable on the lines of go.mod, and of entries of slipway.yaml that accept nothing; throws, after the
 * report, where the gate says so. A release that people can see already, with these very bytes, is only told of: there is
 * nothing left to stop, and what became known since is no reason why its job could not be run again.
 */
export async function safe(plan: Plan, tools: Tools, outcome: Outcome, signal: AbortSignal): Promise<void> {
  const asked = workOf(plan.vulnerabilities)
  const { vulnerabilities } = outcome
  if (!asked || !vulnerabilities) return
  const goMod = Buffer.from((await tools.files.read(join(tools.folder, 'go.mod'))) ?? []).toString('utf8')
  const below = plan.moduleDir === '' ? '' : `${plan.moduleDir}/`
  const severity = asked.gate === 'fail' ? 'error' : 'warning'
  const lines =
    'found' in vulnerabilities
      ? [
          ...vulnerableLines(vulnerabilities, goMod, `${below}go.mod`, severity),
          ...acceptanceLines(vulnerabilities, `${below}${PROJECT_FILE}`, severity)
        ]
      : []
  let settled = false
  try {
    refuseVulnerable(asked, vulnerabilities, lines)
  } catch (refusal) {
    if (!(refusal instanceof Failure)) throw refusal
    settled = await released(plan, tools, outcome.artifacts, signal)
    if (!settled) {
      await tools.report(outcome)
      throw refusal
    }
    tools.warn(`${plan.version} is published already, so nothing is stopped: ${refusal.message}`)
  }
  if ('unknown' in vulnerabilities && !settled)
    tools.warn(`known vulnerabilities could not be looked up at ${asked.database}: ${vulnerabilities.unknown}`)
  for (const line of lines) await tools.finding(settled ? { ...line, severity: 'warning' } : line)
}

/** Whether people can see this very release: every file of it, and nobody took it back. Where nobody can say, it is not. */
async function released(
  plan: Plan,
  { publisher }: Tools,
  artifacts: readonly Artifact[],
  signal: AbortSignal
): Promise<boolean> {
  const tag = workOf(plan.publication)?.tag
  if (!publisher || tag === undefined) return false
  try {
    const published = await publisher.find(tag, signal)
    if (!published || published.yanked !== undefined) return false
    for (const { name, sha256 } of artifacts) {
      const file = published.files.find((each) => each.name === name)
      if (!file || (file.sha256 ?? (await sha256Of(published.download(name)))) !== sha256) return false
    }
    return true
  } catch (error) {
    signal.throwIfAborted()
    // What the gate says is the more important of two failures.
    if (error instanceof Failure) return false
    throw error
  }
}

/**
 * Throws where the gate says so: a 'verification' Failure for what is reachable, on the lines of go.mod; an 'environment'
 * one when nobody could be asked.
 */
function refuseVulnerable({ gate }: VulnerabilityPlan, scanned: Scanned, lines: readonly Finding[]): void {
  if (gate !== 'fail') return
  if ('unknown' in scanned)
    throw new Failure(
      'environment',
      `known vulnerabilities could not be looked up at ${scanned.database}: ${scanned.unknown}`,
      {
        code: 'vulnerabilities-unknown',
        hint: 'Nothing was signed or published. Run again later; GOVULNDB names a mirror; vulnerabilities: warn goes on without an answer.'
      }
    )
  const open = scanned.found.filter(isOpen)
  if (open.length === 0) return
  throw new Failure(
    'verification',
    `known vulnerabilities can be reached: ${open.map((item) => `${nameOf(item)} in ${holderOf(item)}`).join(', ')}`,
    {
      code: 'vulnerable',
      hint: open.map(wayOut).join('\n'),
      findings: lines
    }
  )
}

const wayOut = (item: Vulnerability): string =>
  [
    `${nameOf(item)}: ${fixOf(item)}`,
    `https://pkg.go.dev/vuln/${item.id}`,
    ...(item.expired ? [overOf(item.expired)] : []),
    ...(item.fixed === null && !item.expired
      ? ['accepted-vulnerabilities in slipway.yaml accepts what you have judged']
      : [])
  ].join('; ')
