import { formatTarget } from '../go/target.ts'
import type { Artifact, Tool, Verdict } from '../model.ts'
import type { Plan } from '../plan.ts'
import { bytes, seconds } from '../text.ts'
import type { Span } from '../timeline.ts'
import { gantt } from './gantt.ts'

export interface Story {
  readonly plan: Plan
  readonly verdicts: readonly Verdict[]
  readonly artifacts: readonly Artifact[]
  readonly spans: readonly Span[]
  readonly tools: readonly Tool[]
  /** How a downloader verifies, as shell lines. */
  readonly verification: readonly string[]
  readonly url: string | undefined
}

/** The job summary: one table of verdicts, one of files, the command that verifies them, and where the time went. */
export function summary({ plan, verdicts, artifacts, spans, tools, verification, url }: Story): string {
  return [
    `## ${md(plan.name)} ${md(plan.version)}: ${plan.mode}`,
    '',
    [
      `Commit \`${plan.commit.slice(0, 12)}\`, built with ${plan.go.version}.`,
      url ? `Published: ${url.startsWith('http') ? url : `\`${url}\``}` : undefined
    ]
      .filter(Boolean)
      .join(' '),
    ...plan.notes.map((note) => `\n> ${md(note)}`),
    '',
    '### Proof',
    '',
    ...('skip' in plan.trials ? [`Skipped: ${md(plan.trials.skip)}.`] : verdictTable(verdicts)),
    '',
    '### Files',
    '',
    '| file | target | size | sha256 |',
    '| --- | --- | ---: | --- |',
    ...artifacts.map(
      ({ name, target, size, sha256 }) =>
        `| ${md(name)} | ${target ? formatTarget(target) : ''} | ${bytes(size)} | \`${sha256}\` |`
    ),
    '',
    ...(verification.length ? ['### Verify', '', '```sh', ...verification, '```', ''] : []),
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
    '```mermaid',
    gantt(spans),
    '```',
    ''
  ].join('\n')
}

function verdictTable(verdicts: readonly Verdict[]): readonly string[] {
  const failed = verdicts.flatMap(({ trial, checks }) =>
    checks
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ claim, seen }) => `- **${trial.suite}**: not true: ${md(claim)}. Seen: ${md(seen)}`)
  )
  return [
    '| suite | Kubernetes | cluster | checks | verdict | time |',
    '| --- | --- | --- | ---: | --- | ---: |',
    ...verdicts.map(
      ({ trial, cluster, checks, outcome, ms }) =>
        `| ${trial.suite} | ${md(cluster.server)} | ${cluster.provider}${cluster.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome} | ${seconds(ms)} |`
    ),
    ...(failed.length ? ['', ...failed] : [])
  ]
}

/** Text from elsewhere inside Markdown: no markup, no new cell, no new line. */
const md = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ')
