import { formatTarget } from '../go/target.ts'
import type { FailureKind } from '../base/error-codes.ts'
import { Failure } from '../base/errors.ts'
import type { Proof, Verdict } from '../model/nouns.ts'
import type { Plan } from '../plan/plan.ts'
import { bytes, seconds } from '../base/text.ts'
import { describeIsolation } from './isolation-text.ts'
import { titleOf } from './trial-title.ts'
import { gantt } from './gantt.ts'
import { lossTable, matrixTable, speaksTable } from './markdown-tables.ts'
import { block, code, inHtml, md, short } from '../base/markdown.ts'
import type { Story } from './story.ts'
import { verifying } from './verifying.ts'
import { vulnerabilityTable } from './vulnerabilities.ts'

/** The job summary: one table of verdicts, one of files, the command that verifies them, and where the time went. */
export function summary(story: Story): string {
  const { plan, artifacts, spans, tools, verification, url } = story
  return [
    `## ${md(plan.name)} ${md(plan.version)}: ${plan.mode}`,
    '',
    `Commit ${code(plan.commit.slice(0, 12))}, built with ${md(plan.go.version)}. ${[signed(plan), published(plan, url)].filter(Boolean).join(' ')}`,
    ...plan.notes.map((note) => `\n> ${md(note)}`),
    '',
    '### Proof',
    '',
    ...('skip' in plan.trials ? [`Skipped: ${md(plan.trials.skip)}.`] : proofTable(story)),
    ...plan.unproved.map(({ suite, why }) => `\nNot proved, ${suite}: ${md(why)}.`),
    ...(plan.isolation ? [`\nIsolation: ${md(describeIsolation(plan.isolation))}.`] : []),
    ...matrixTable(story),
    ...lossTable(story.verdicts),
    ...speaksTable(story),
    '',
    ...vulnerabilityTable(story),
    '### Files',
    '',
    '| file | target | size | sha256 |',
    '| --- | --- | ---: | --- |',
    ...artifacts.map(
      ({ name, target, size, sha256 }) =>
        `| ${md(name)} | ${target ? formatTarget(target) : ''} | ${bytes(size)} | ${code(sha256)} |`
    ),
    '',
    ...(verification.length
      ? ['### Verify', '', 'In the folder with the files:', '', ...verifying(verification), '']
      : []),
    '### Tools',
    '',
    '| tool | version | from | checked |',
    '| --- | --- | --- | --- |',
    ...tools.map(
      ({ name, version, source, vouched }) => `| ${md(name)} | ${md(version)} | ${source} | ${md(vouched)} |`
    ),
    '',
    '### Time',
    '',
    ...block('mermaid', gantt(spans)),
    ''
  ].join('\n')
}

/** What stopped a run, for a reader who has not opened the log. */
export function failure(error: unknown): string {
  const known = error instanceof Failure
  const message = known ? error.message : 'this is a bug in Slipway: the log has its stack'
  return [
    `## Stopped${known ? `: ${TITLES[error.kind]}` : ''}`,
    '',
    ...block('text', short(message, 4000)),
    ...(known && error.hint ? ['', ...block('text', short(error.hint, 4000))] : []),
    ''
  ].join('\n')
}

const TITLES: Readonly<Record<FailureKind, string>> = {
  input: 'what was asked for cannot be done',
  environment: 'something is missing here',
  command: 'a tool failed',
  verification: 'a check said no',
  host: 'GitHub refused'
}

/** Only why there is no signature: what is signed, and how that is verified, has its own section. */
function signed({ signing }: Plan): string | undefined {
  if ('skip' in signing) return `Not signed: ${md(signing.skip)}.`
  const [how] = signing.work
  return how?.mode === 'rehearsal' ? `Not signed: ${md(how.why)}.` : undefined
}

function published({ publication }: Plan, url: string | undefined): string {
  if (url !== undefined) return `Published: ${/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : code(url)}.`
  return 'skip' in publication ? `Not published: ${md(publication.skip)}.` : 'Not published.'
}

/** A row a trial, below it what did not hold, and how long each cluster took to be ready. */
function proofTable({ verdicts, broken, clusters, left = [] }: Proof): readonly string[] {
  const failed = verdicts.flatMap(({ trial, cluster, checks }) =>
    checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ claim, seen }) => {
        const where = cluster ? ` on ${md(cluster.server)}` : ''
        return `- **${md(titleOf(trial))}**${where}: not true: ${md(claim)}. Seen: ${md(short(seen))}`
      })
  )
  const unproved = broken.map(
    ({ trial, failure }) =>
      `- **${md(titleOf(trial))}** on ${md(trial.kubernetes ?? 'no cluster')}: no verdict: ${md(short(failure.message))}`
  )
  const remains = left.map(
    ({ kubernetes, failure }) =>
      `- Kubernetes **${md(kubernetes)}**: something of ours is left: ${md(short(failure.message))}`
  )
  return [
    '| suite | Kubernetes | cluster | checks | verdict | time |',
    '| --- | --- | --- | ---: | --- | ---: |',
    ...verdicts.map(
      ({ trial, cluster, checks, outcome, ms }) =>
        `| ${md(titleOf(trial))} | ${cluster ? md(cluster.server) : ''} | ${cluster ? md(cluster.provider) : 'none'}${cluster?.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome === 'failed' ? '**failed**' : outcome} | ${seconds(ms)} |`
    ),
    ...broken.map(({ trial }) => `| ${md(titleOf(trial))} | ${md(trial.kubernetes ?? '')} |  |  | **none** |  |`),
    ...(failed.length + unproved.length + remains.length ? ['', ...failed, ...unproved, ...remains] : []),
    ...(clusters.length
      ? [
          '',
          `Ready: ${clusters.map(({ server, ms, logs }) => `${md(server)} after ${seconds(ms)}${logs === null ? '' : `, its logs in ${code(logs)}`}`).join(', ')}.`
        ]
      : []),
    ...verdicts.flatMap(rollback)
  ]
}

/** The upgrade and the way back as a picture, with what was compared, folded away. */
function rollback({ trial, compared, moments = [] }: Verdict): readonly string[] {
  if (moments.length === 0) return []
  const spans = moments.map(({ step, what, at, ms, outcome }) => ({
    stage: step,
    item: what,
    start: at,
    end: at + ms,
    outcome: outcome === 'failed' ? ('failed' as const) : ('done' as const)
  }))
  const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined)
  return [
    '',
    `<details><summary>${inHtml(titleOf(trial))}: the upgrade and the way back</summary>`,
    '',
    ...versions.map(({ name, origin }) => `- ${md(name)}: ${md(origin)}`),
    '',
    ...block('mermaid', gantt(spans)),
    '',
    '</details>'
  ]
}
