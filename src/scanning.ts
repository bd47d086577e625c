import { join } from 'node:path'
import type { Plan } from './plan.ts'
import type { Outcome, Tools } from './release-tools.ts'
import type { Built } from './stages/build.ts'
import { scan } from './stages/vulnerabilities.ts'
import type { Scanned } from './vulnerabilities/model.ts'
import { outcomeOf, refuseVulnerable, vulnerableLines } from './vulnerabilities/told.ts'

/** Looks up what is known of the modules in the programs, beside the proof: the answer is of today and never remembered. */
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
    const value = await scan(tools, asked, programs, signal)
    return { value, note: outcomeOf(value) }
  })
}

/** Tells of what is reachable on the lines of go.mod; throws, after the report, where the gate says so. */
export async function safe(plan: Plan, tools: Tools, outcome: Outcome): Promise<void> {
  const asked = 'work' in plan.vulnerabilities ? plan.vulnerabilities.work[0] : undefined
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
