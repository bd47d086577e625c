import { findPlatform } from '../facts/platforms.ts'
import { describeReporter } from '../model/reported.ts'
import { formatTarget } from '../go/target.ts'
import type { Plan } from '../plan/plan.ts'
import { formatExtraRows } from '../plan/release-extras.ts'
import { listArchiveTargets } from '../plan/archives.ts'
import type { ClusterPlan } from '../plan/cluster-plan.ts'
import type { Planned } from '../model/planned.ts'
import { describeSample } from '../model/sample.ts'
import { formatStep, listOutputs, type PrepareStep } from '../model/preparation.ts'
import { splitSteps, type PreparationPlan } from '../plan/preparation.ts'
import { alignColumns } from '../base/text.ts'
import { describeBuildCache } from './build-cache-text.ts'
import { describeIsolation } from './isolation-text.ts'
import { formatTrialTitle } from './trial-title.ts'

/** The plan as a person reads it: what is built, proved, signed and published, and why something is not. */
export function formatPlanTable(plan: Plan): string {
  const facts = [
    ['mode', `${plan.mode} (${plan.why})`],
    ['module', plan.moduleDir ? `${plan.module} (in ${plan.moduleDir})` : plan.module],
    ['version', `${plan.version} (${plan.versionFrom})`],
    ['commit', `${plan.commit.slice(0, 12)} of ${plan.committedAt}${plan.dirtyDigest ? ', with local changes' : ''}`],
    ['go', `${plan.go.version} (${plan.go.why})`],
    ...(plan.variables ? [['variables', formatVariables(plan.variables)]] : []),
    ...(plan.prepared ? formatSteps(plan.prepared) : []),
    ...(plan.mode === 'gate'
      ? []
      : [['cache', `${describeBuildCache(plan.buildCache.kind)} (${plan.buildCache.why})`]]),
    ...(plan.mode === 'release' ? [['rebuild', formatRebuild(plan)]] : []),
    ...('work' in plan.vet ? [['vet', formatEach(plan.vet, ({ level }) => `go vet (${level})`)]] : []),
    [
      'baseline',
      'skip' in plan.baseline ? `none: ${plan.baseline.skip}` : `${plan.baseline.tag} (${plan.baseline.why})`
    ],
    [
      'prove',
      formatEach(
        plan.trials,
        (trial) => `${formatTrialTitle(trial)}${trial.kubernetes ? ` on Kubernetes ${trial.kubernetes}` : ''}`
      )
    ],
    ...(plan.reported
      ? [['', `in ${describeReporter(plan.reported.by)}: here its files are compiled again and compared`]]
      : []),
    ...(plan.unproved.length ? [['', plan.unproved.map(({ suite, why }) => `not ${suite}: ${why}`).join('; ')]] : []),
    ...(plan.cluster ? [['cluster', formatClusterLine(plan.cluster)]] : []),
    ...(plan.isolation ? [['isolate', describeIsolation(plan.isolation)]] : []),
    [
      'scan',
      formatEach(
        plan.vulnerabilities,
        ({ database, gate, accepted }) =>
          `known vulnerabilities, by ${database} (${gate}${accepted.length ? `, ${accepted.length} accepted` : ''})`
      )
    ],
    ['sign', formatEach(plan.signing, ({ mode, why }) => `${mode} (${why})`)],
    [
      'publish',
      formatEach(
        plan.publication,
        (to) =>
          `${to.tag} to ${to.to}${to.prerelease ? ', a prerelease' : ''}${to.latest ? ', the latest' : ''}${to.draft ? `; it stays ${findPlatform(to.to)?.draft ?? 'a draft'} until slipway publish --finish ${to.tag}` : ''}`
      )
    ],
    ...('work' in plan.attestation ? [['attest', 'the provenance, to GitHub']] : [])
  ]
  const files = plan.archives.map((archive) => [
    formatTarget(archive.target),
    archive.name,
    [...archive.binaries.map(({ name }) => name), ...archive.files.map(({ to }) => to)].join(' ')
  ])
  return [
    ...alignColumns(facts),
    '',
    ...alignColumns([['target', 'archive', 'holds'], ...files, ...(plan.extras ? formatExtraRows(plan.extras) : [])]),
    ...(plan.notes.length ? ['', ...plan.notes.map((note) => `note: ${note}`)] : [])
  ].join('\n')
}

/** A line for each step, in the order in which they run. */
function formatSteps({ steps, files }: PreparationPlan): readonly string[][] {
  const { before, after } = splitSteps(steps)
  const line = (step: PrepareStep, when: string): string => {
    const made = files.filter(({ path }) => step.makes.some((output) => `/${path}/`.includes(`/${output}/`))).length
    const outputs = listOutputs(step).join(', ')
    const count = when === '' && made > 1 ? `, ${made} files` : ''
    const how = [...(step.network ? ['with the network'] : []), ...(when === '' ? [] : [when])].join(', ')
    return `${formatStep(step)}${outputs === '' ? '' : ` → ${outputs}${count}`}${how === '' ? '' : ` (${how})`}`
  }
  const lines = [...before.map((step) => line(step, '')), ...after.map((step) => line(step, 'after the build'))]
  return lines.map((text, i) => [i === 0 ? 'prepare' : '', text])
}

const formatVariables = (variables: NonNullable<Plan['variables']>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')

const formatRebuild = ({ rebuilds, archives }: Plan): string =>
  'skip' in rebuilds
    ? formatEach(rebuilds, formatTarget)
    : `${describeSample(rebuilds.work.length, listArchiveTargets(archives).length)}: ${formatEach(rebuilds, formatTarget)}`

const formatClusterLine = ({ provider, releases, why }: ClusterPlan): string =>
  `${provider}, Kubernetes ${Object.values(releases).join(', ')} (${why})`

const formatEach = <T>(planned: Planned<T>, say: (item: T) => string): string =>
  'skip' in planned ? `nothing: ${planned.skip}` : planned.work.map(say).join('; ')
