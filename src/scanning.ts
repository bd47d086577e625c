import { join } from 'node:path'
import type { Json } from './model.ts'
import type { Plan } from './plan.ts'
import { workOf } from './plan/around.ts'
import type { Outcome, Tools } from './release-tools.ts'
import type { Built } from './stages/build.ts'
import { scan } from './stages/vulnerabilities.ts'
import type { Scanned } from './vulnerabilities/model.ts'
import { outcomeOf, refuseVulnerable, vulnerableLines } from './vulnerabilities/told.ts'

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
    const day = tools.witness.now().toISOString().slice(0, 10)
    const question = { database: asked.database, day, programs: digests }
    const lasting = !asked.database.startsWith('file:')
    const before = lasting ? await tools.ledger.known('scan', question) : undefined
    const value = before === undefined ? await scan(tools, asked, programs, signal) : (before as unknown as Scanned)
    if (lasting && before === undefined && 'found' in value)
      await tools.ledger.once('scan', question, () => Promise.resolve({ value: value as unknown as Json, files: [] }))
    return { value, reused: before !== undefined, note: outcomeOf(value) }
  })
}

/** Tells of what is reachable on the lines of go.mod; throws, after the report, where the gate says so. */
export async function safe(plan: Plan, tools: Tools, outcome: Outcome): Promise<void> {
  const asked = workOf(plan.vulnerabilities)
  const { vulnerabilities } = outcome
  if (!asked || !vulnerabilities) return
  const goMod = Buffer.from((await tools.files.read(join(tools.folder, 'go.mod'))) ?? []).toString('utf8')
  const file = plan.moduleDir === '' ? 'go.mod' : `${plan.moduleDir}/go.mod`
  const severity = asked.gate === 'fail' ? 'error' : 'warning'
  const lines = 'found' in vulnerabilities ? vulnerableLines(vulnerabilities, goMod, file, severity) : []
  try {
    refuseVulnerable(asked, vulnerabilities, lines)
  } catch (refusal) {
    await tools.report(outcome)
    throw refusal
  }
  if ('unknown' in vulnerabilities)
    tools.warn(`known vulnerabilities could not be looked up at ${asked.database}: ${vulnerabilities.unknown}`)
  for (const line of lines) await tools.finding(line)
}
