import { join } from 'node:path'
import { hashStream } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import type { Finding } from '../../../base/finding.ts'
import { PROJECT_FILE } from '../../../config/parse.ts'
import type { Artifact } from '../../../model/nouns.ts'
import { takeWork } from '../../../model/planned.ts'
import type { VulnerabilityPlan } from '../../../plan/vulnerabilities.ts'
import { isOpen, type Scanned, type Vulnerability } from '../../../vulnerabilities/model.ts'
import {
  findAcceptanceLines,
  describeFix,
  formatHolder,
  formatVulnerabilityName,
  sayExpired,
  findVulnerableLines
} from '../../../vulnerabilities/wording.ts'
import type { Run } from '../../run.ts'
import type { Outcome, Tools } from '../../tools.ts'

/**
 * Tells of what is reachable on the lines of go.mod, and of entries of slipway.yaml that accept nothing; throws, after the
 * report, where the gate says so. A release that people can see already, with these very bytes, is only told of: there is
 * nothing left to stop, and what became known since is no reason why its job could not be run again.
 */
export async function enforceVulnerabilityPolicy(run: Run<Tools>, outcome: Outcome): Promise<void> {
  const { plan, tools } = run
  const asked = takeWork(plan.vulnerabilities)
  const { vulnerabilities } = outcome
  if (!asked || !vulnerabilities) return
  const goMod = Buffer.from((await tools.files.read(join(tools.folder, 'go.mod'))) ?? []).toString('utf8')
  const below = plan.moduleDir === '' ? '' : `${plan.moduleDir}/`
  const severity = asked.gate === 'fail' ? 'error' : 'warning'
  const lines =
    'found' in vulnerabilities
      ? [
          ...findVulnerableLines(vulnerabilities, goMod, `${below}go.mod`, severity),
          ...findAcceptanceLines(vulnerabilities, `${below}${PROJECT_FILE}`, severity)
        ]
      : []
  let settled = false
  try {
    refuseVulnerable(asked, vulnerabilities, lines)
  } catch (refusal) {
    if (!(refusal instanceof Failure)) throw refusal
    settled = await isReleased(run, outcome.artifacts)
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
async function isReleased(
  { plan, tools: { publisher }, signal }: Run<Tools>,
  artifacts: readonly Artifact[]
): Promise<boolean> {
  const tag = takeWork(plan.publication)?.tag
  if (!publisher || tag === undefined) return false
  try {
    const published = await publisher.find(tag, signal)
    if (!published || published.yanked !== undefined) return false
    for (const { name, sha256 } of artifacts) {
      const file = published.files.find((each) => each.name === name)
      if (!file || (file.sha256 ?? (await hashStream(published.download(name)))) !== sha256) return false
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
    `known vulnerabilities can be reached: ${open.map((item) => `${formatVulnerabilityName(item)} in ${formatHolder(item)}`).join(', ')}`,
    {
      code: 'vulnerable',
      hint: open.map(describeWayOut).join('\n'),
      findings: lines
    }
  )
}

const describeWayOut = (item: Vulnerability): string =>
  [
    `${formatVulnerabilityName(item)}: ${describeFix(item)}`,
    `https://pkg.go.dev/vuln/${item.id}`,
    ...(item.expired ? [sayExpired(item.expired)] : []),
    ...(item.fixed === null && !item.expired
      ? ['accepted-vulnerabilities in slipway.yaml accepts what you have judged']
      : [])
  ].join('; ')
