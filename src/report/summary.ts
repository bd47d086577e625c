import { listAccepted } from '../model/accepted-break.ts'
import { formatTarget } from '../go/target.ts'
import type { FailureKind } from '../base/error-codes.ts'
import { Failure } from '../base/errors.ts'
import type { Proof, Verdict } from '../model/nouns.ts'
import { describeSample } from '../model/sample.ts'
import type { Plan } from '../plan/plan.ts'
import { formatBytes, formatDuration } from '../base/text.ts'
import { describeBuildCache } from './build-cache-text.ts'
import { describeReporter } from '../model/reported.ts'
import { describeIsolation } from './isolation-text.ts'
import { describeDrill } from './drill-text.ts'
import { formatTrialTitle } from './trial-title.ts'
import { drawGantt } from './gantt.ts'
import { formatLossTable, formatMatrixTable, formatSpeaksTable } from './markdown-tables.ts'
import { formatBlock, formatCode, escapeInHtml, escapeMarkdown, shortenSeen } from '../base/markdown.ts'
import type { Story } from './story.ts'
import { composeVerifying } from './verifying.ts'
import { formatVulnerabilityTable } from './vulnerabilities.ts'

/** The job summary: one table of verdicts, one of files, the command that verifies them, and where the time went. */
export function composeSummary(story: Story): string {
  const { plan, artifacts, spans, tools, verification, url, kept } = story
  return [
    `## ${escapeMarkdown(plan.name)} ${escapeMarkdown(plan.version)}: ${plan.mode}`,
    '',
    `Commit ${formatCode(plan.commit.slice(0, 12))}, built with ${escapeMarkdown(plan.go.version)} in ${describeBuildCache(plan.buildCache.kind)}. ${[describeRebuild(plan), describeMissingSignature(plan), describePublication(plan, url, kept)].filter(Boolean).join(' ')}`,
    ...plan.notes.map((note) => `\n> ${escapeMarkdown(note)}`),
    '',
    '### Proof',
    '',
    ...('skip' in plan.trials ? [`Skipped: ${escapeMarkdown(plan.trials.skip)}.`] : formatProofTable(story)),
    ...plan.unproved.map(({ suite, why }) => `\nNot proved, ${suite}: ${escapeMarkdown(why)}.`),
    ...(plan.reported
      ? [
          `\nProved in ${escapeMarkdown(describeReporter(plan.reported.by))}, which this run repeats as a report: it compiled the same bytes again, and ran no program of the project.`
        ]
      : []),
    ...(plan.isolation ? [`\nIsolation: ${escapeMarkdown(describeIsolation(plan.isolation))}.`] : []),
    ...formatMatrixTable(story),
    ...formatLossTable(story.verdicts),
    ...formatSpeaksTable(story),
    '',
    ...formatVulnerabilityTable(story),
    '### Files',
    '',
    '| file | target | size | sha256 |',
    '| --- | --- | ---: | --- |',
    ...artifacts.map(
      ({ name, target, size, sha256 }) =>
        `| ${escapeMarkdown(name)} | ${target ? formatTarget(target) : ''} | ${formatBytes(size)} | ${formatCode(sha256)} |`
    ),
    '',
    ...(verification.length
      ? ['### Verify', '', 'In the folder with the files:', '', ...composeVerifying(verification), '']
      : []),
    '### Tools',
    '',
    '| tool | version | from | checked |',
    '| --- | --- | --- | --- |',
    ...tools.map(
      ({ name, version, source, vouched }) =>
        `| ${escapeMarkdown(name)} | ${escapeMarkdown(version)} | ${source} | ${escapeMarkdown(vouched)} |`
    ),
    '',
    '### Time',
    '',
    ...formatBlock('mermaid', drawGantt(spans)),
    ''
  ].join('\n')
}

const describeRebuild = ({ rebuilds, archives }: Plan): string =>
  'skip' in rebuilds
    ? ''
    : `Rebuilt ${describeSample(rebuilds.work.length, archives.length)}: ${rebuilds.work.map(formatTarget).join(', ')}.`

/** What stopped a run, for a reader who has not opened the log. */
export function composeFailure(error: unknown): string {
  const known = error instanceof Failure
  const message = known ? error.message : 'this is a bug in Slipway: the log has its stack'
  return [
    `## Stopped${known ? `: ${TITLES[error.kind]}` : ''}`,
    '',
    ...formatBlock('text', shortenSeen(message, 4000)),
    ...(known && error.hint ? ['', ...formatBlock('text', shortenSeen(error.hint, 4000))] : []),
    ''
  ].join('\n')
}

const TITLES: Readonly<Record<FailureKind, string>> = {
  input: 'what was asked for cannot be done',
  environment: 'something is missing here',
  command: 'a tool failed',
  verification: 'a check said no',
  host: 'the platform did not do what it was asked for'
}

/** Only why there is no signature: what is signed, and how that is verified, has its own section. */
function describeMissingSignature({ signing }: Plan): string | undefined {
  if ('skip' in signing) return `Not signed: ${escapeMarkdown(signing.skip)}.`
  const [how] = signing.work
  return how?.mode === 'rehearsal' ? `Not signed: ${escapeMarkdown(how.why)}.` : undefined
}

const formatAddress = (url: string): string => (/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : formatCode(url))

function describePublication({ publication, tag }: Plan, url: string | undefined, kept: string | undefined): string {
  if (url !== undefined) return `Published: ${formatAddress(url)}.`
  if (kept !== undefined)
    return `A draft, not public yet: ${formatAddress(kept)}. ${formatCode(`slipway publish --finish ${tag}`)} makes it public.`
  return 'skip' in publication ? `Not published: ${escapeMarkdown(publication.skip)}.` : 'Not published.'
}

/** A row a trial, below it what did not hold, and how long each cluster took to be ready. */
function formatProofTable({ verdicts, drills = [], broken, clusters, left = [] }: Proof): readonly string[] {
  const failed = verdicts.flatMap(({ trial, cluster, checks }) =>
    checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ claim, seen }) => {
        const where = cluster ? ` on ${escapeMarkdown(cluster.server)}` : ''
        return `- **${escapeMarkdown(formatTrialTitle(trial))}**${where}: not true: ${escapeMarkdown(claim)}. Seen: ${escapeMarkdown(shortenSeen(seen))}`
      })
  )
  const accepted = verdicts.flatMap((verdict) =>
    listAccepted(verdict).map(
      ({ claim, accepted = '' }) =>
        `- **${escapeMarkdown(formatTrialTitle(verdict.trial))}**: a known break, accepted in slipway.yaml: ${escapeMarkdown(claim)}. Why: ${escapeMarkdown(accepted)}`
    )
  )
  const unproved = broken.map(
    ({ trial, failure }) =>
      `- **${escapeMarkdown(formatTrialTitle(trial))}** on ${escapeMarkdown(trial.kubernetes ?? 'no cluster')}: no verdict: ${escapeMarkdown(shortenSeen(failure.message))}`
  )
  const remains = left.map(
    ({ kubernetes, failure }) =>
      `- Kubernetes **${escapeMarkdown(kubernetes)}**: something of ours is left: ${escapeMarkdown(shortenSeen(failure.message))}`
  )
  const proved = verdicts.length + broken.length > 0
  return [
    ...(proved
      ? ['| suite | Kubernetes | cluster | checks | verdict | time |', '| --- | --- | --- | ---: | --- | ---: |']
      : ['Nothing was proved.']),
    ...verdicts.map(
      ({ trial, cluster, checks, outcome, ms }) =>
        `| ${escapeMarkdown(formatTrialTitle(trial))} | ${cluster ? escapeMarkdown(cluster.server) : ''} | ${cluster ? escapeMarkdown(cluster.provider) : 'none'}${cluster?.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome === 'failed' ? '**failed**' : outcome} | ${formatDuration(ms)} |`
    ),
    ...broken.map(
      ({ trial }) =>
        `| ${escapeMarkdown(formatTrialTitle(trial))} | ${escapeMarkdown(trial.kubernetes ?? '')} |  |  | **none** |  |`
    ),
    ...(failed.length + accepted.length + unproved.length + remains.length
      ? ['', ...failed, ...accepted, ...unproved, ...remains]
      : []),
    ...(clusters.length
      ? [
          '',
          `Ready: ${clusters.map(({ server, ms, logs }) => `${escapeMarkdown(server)} after ${formatDuration(ms)}${logs === null ? '' : `, its logs in ${formatCode(logs)}`}`).join(', ')}.`
        ]
      : []),
    ...drills.flatMap((drill) => ['', escapeMarkdown(describeDrill(drill))]),
    ...verdicts.flatMap(formatRollback)
  ]
}

/** The upgrade and the way back as a picture, with what was compared, folded away. */
function formatRollback({ trial, compared, moments = [] }: Verdict): readonly string[] {
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
    `<details><summary>${escapeInHtml(formatTrialTitle(trial))}: the upgrade and the way back</summary>`,
    '',
    ...versions.map(({ name, origin }) => `- ${escapeMarkdown(name)}: ${escapeMarkdown(origin)}`),
    '',
    ...formatBlock('mermaid', drawGantt(spans)),
    '',
    '</details>'
  ]
}
