import { isCount, isNull, isNumber, isOneOf, isText, either, listOf, maybe, shaped } from '../../../base/decode.ts'
import type { VulnerabilityPlan } from '../../../plan/vulnerabilities.ts'
import type { Step } from '../../../steps/ledger.ts'
import { stage, type Frame } from '../../../steps/stage.ts'
import { applyAcceptances } from '../../../vulnerabilities/scan.ts'
import type { Acceptance, Scan, Scanned, Vulnerability } from '../../../vulnerabilities/model.ts'
import { describeScan } from '../../../vulnerabilities/wording.ts'
import type { Run, RunFacts } from '../../run.ts'
import type { Builds } from '../build.ts'
import { askDatabase, type ScannedPrograms, type ScanTools } from './govulncheck.ts'

interface ScanStageTools extends ScanTools, Frame {
  readonly thisRun: RunFacts
}

/**
 * Looks up what is known of the modules in the programs, beside the proof. An answer holds for the same programs and the
 * rest of the day (UTC), so that a finished release that is run again asks nobody; a database in a folder is always read.
 */
export async function scanPrograms(run: Run<ScanStageTools>, builds: Builds): Promise<Scanned | undefined> {
  const { plan, tools } = run
  const scan = stage('scan', tools)
  return await scan.one(plan.vulnerabilities, async (asked) => {
    const programs = await Promise.all(plan.builds.map(async (build, i) => ({ build, built: (await builds[i]) ?? [] })))
    return await scan.watch('vulnerabilities', async () => {
      const day = formatToday(tools.thisRun)
      const { scanned, reused } = await scanOnce(run, asked, programs, day)
      // Kept is what the database says; what people say of it is of this commit and this day.
      const told = 'found' in scanned ? applyAcceptances(scanned, asked.accepted, day) : scanned
      return { value: told, reused, note: describeScan(told) }
    })
  })
}

async function scanOnce(
  run: Run<ScanStageTools>,
  asked: VulnerabilityPlan,
  programs: readonly ScannedPrograms[],
  day: string
): Promise<{ readonly scanned: Scanned; readonly reused: boolean }> {
  const { ledger } = run.tools
  const step = makeScanStep(asked.database, programs, day)
  const lasting = !asked.database.startsWith('file:')
  const before = lasting ? await ledger.lookUp(step) : undefined
  if (before) return { scanned: before, reused: true }
  const scanned = await askDatabase(run, asked, programs)
  if (lasting && 'found' in scanned) await ledger.record(step, { value: scanned })
  return { scanned, reused: false }
}

/** Days begin and end in UTC, wherever the run is. */
const formatToday = ({ now }: RunFacts): string => now().toISOString().slice(0, 10)

const isAcceptance = shaped<Acceptance>({ id: isText, reason: isText, until: isText, line: isNumber })
const isVulnerability = shaped<Vulnerability>({
  ...{ id: isText, aliases: listOf(isText), summary: isText, module: isText, version: isText },
  fixed: either(isText, isNull),
  reach: isOneOf('linked', 'imported', 'required'),
  ...{ symbols: listOf(isText), programs: listOf(isText) },
  ...{ accepted: maybe(isAcceptance), expired: maybe(isAcceptance) }
})
const isScan = shaped<Scan>({
  database: isText,
  modified: either(isText, isNull),
  programs: isCount,
  found: listOf(isVulnerability),
  unused: maybe(listOf(isAcceptance))
})

/** A database is asked once a day for the same programs. */
export const makeScanStep = (database: string, programs: readonly ScannedPrograms[], day: string): Step<Scan> => ({
  kind: 'scan',
  shape: 1,
  input: { database, day, programs: programs.map(({ built }) => built.map(({ sha256 }) => sha256)) },
  fits: (value): value is Scan =>
    isScan(value) && value.database === database && value.found.every((item) => !item.accepted && !item.expired)
})
