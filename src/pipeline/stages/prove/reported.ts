import { join } from 'node:path'
import { isCount, isNull, isSha256, isText, either, listOf, shaped } from '../../../base/decode.ts'
import { Failure } from '../../../base/errors.ts'
import { isSame, parseJson, readAt, readTextAt, type Json } from '../../../base/json.ts'
import { quote } from '../../../base/text.ts'
import { SLIPWAY } from '../../../config/slipway-version.ts'
import type { Invocation } from '../../../evidence/invocation.ts'
import type { Artifact, Proof, Trial, Verdict } from '../../../model/nouns.ts'
import type { Files } from '../../../model/ports/files.ts'
import { describeReporter, type Reported, type Reporter } from '../../../model/reported.ts'
import { listArchiveNames } from '../../../plan/archives.ts'
import type { Plan } from '../../../plan/plan.ts'
import { digestPlan } from '../../shards.ts'
import { isVerdict, makeTrialStep } from './verdict-record.ts'

/** The file in which a job hands its verdicts to the job that signs. */
export const VERDICTS = 'verdicts.json'

interface VerdictRecord {
  readonly schema: 1
  readonly slipway: string
  readonly by: Reporter
  /** The run of the platform that all its jobs share; '' outside of one. */
  readonly pipeline: string
  readonly commit: string
  readonly version: string
  /** As `digestPlan`. */
  readonly plan: string
  readonly baseline: { readonly tag: string; readonly commit: string } | null
  readonly files: Reported['files']
  readonly verdicts: readonly Verdict[]
}

/** What stands in notes and statements, whoever wrote it: no markup, and on one line. */
const JOB = /^[\w .:/-]{0,100}$/
const RUN = /^(https?:\/\/|urn:uuid:)[\w.:/-]{1,500}$/

const describeJob = ({ platform }: Invocation): string =>
  (readTextAt(platform, 'GITHUB_JOB') || readTextAt(platform, 'CI_JOB_NAME')).replace(/[^\w .:/-]/g, '_').slice(0, 100)

/** A later attempt of a run is the same pipeline: there, only jobs that failed run again. */
function namePipeline({ platform }: Invocation): string {
  switch (readTextAt(platform, 'name')) {
    case 'github':
      return `github ${readTextAt(platform, 'GITHUB_REPOSITORY')} ${readTextAt(platform, 'GITHUB_RUN_ID')}`
    case 'gitlab':
      return `gitlab ${readTextAt(platform, 'CI_PROJECT_PATH')} ${readTextAt(platform, 'CI_PIPELINE_ID')}`
    default:
      return ''
  }
}

/** The programs, archives and SBOMs of a plan, relative to the output folder, each once and in order. */
const listMade = ({ builds, archives }: Plan): readonly string[] =>
  [
    ...new Set([
      ...builds.flatMap(({ binaries }) => binaries.map(({ path }) => path)),
      ...archives.flatMap(listArchiveNames)
    ])
  ].sort()

const describeBaseline = ({ baseline }: Plan): VerdictRecord['baseline'] =>
  'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit }

/** Writes down what this job proved and about which bytes, for a job that signs. Only for verdicts that all passed. */
export async function writeVerdicts(
  files: Files,
  out: string,
  plan: Plan,
  verdicts: readonly Verdict[],
  invocation: Invocation
): Promise<string> {
  const made = listMade(plan).map(async (path) => {
    const digest = await files.digest(join(out, path))
    if (digest) return { path, sha256: digest.sha256, size: digest.size }
    throw new Failure('environment', `${join(out, path)} is gone, and the verdicts are about it`, {
      hint: 'Something removed it while this job ran: run it again.'
    })
  })
  const record: VerdictRecord = {
    schema: 1,
    slipway: SLIPWAY,
    by: { run: invocation.id, job: describeJob(invocation) },
    pipeline: namePipeline(invocation),
    ...{ commit: plan.commit, version: plan.version, plan: digestPlan(plan), baseline: describeBaseline(plan) },
    files: await Promise.all(made),
    verdicts
  }
  const path = join(out, VERDICTS)
  await files.write(path, `${JSON.stringify(record, null, 2)}\n`)
  return path
}

/**
 * What another job of this run reported for this plan. Rejects what is missing, is of another run, commit, plan or
 * Slipway, and what does not hold a verdict that passed for each trial, and nothing else: before anything is compiled.
 */
export async function readVerdicts(
  files: Files,
  folder: string,
  plan: Plan,
  invocation: Invocation
): Promise<Reported> {
  const path = join(folder, VERDICTS)
  const bytes = await files.read(path)
  if (bytes === undefined)
    throw new Failure('input', `there is no ${path}`, {
      code: 'verdicts-missing',
      hint: 'Hand over the output folder of the job that ran `slipway gate`; a job that failed leaves none.'
    })
  const record = parseRecord(bytes, path)
  refuseOtherOrigin(record, path, plan, invocation)
  refuseOtherTrials(record, path, plan)
  return { by: record.by, files: record.files, verdicts: record.verdicts }
}

function refuseOtherOrigin(record: VerdictRecord, path: string, plan: Plan, invocation: Invocation): void {
  const pipeline = namePipeline(invocation)
  const pairs: readonly (readonly [what: string, theirs: string, ours: string])[] = [
    ['the run', record.pipeline || 'none of a platform', pipeline || 'none of a platform'],
    ['commit', record.commit, plan.commit],
    ['version', record.version, plan.version],
    ['the plan', record.plan, digestPlan(plan)],
    ['Slipway', record.slipway, SLIPWAY],
    ['the baseline', formatBaseline(record.baseline), formatBaseline(describeBaseline(plan))]
  ]
  const other = pairs.find(([, theirs, ours]) => theirs !== ours)
  if (other === undefined) return
  const [what, theirs, ours] = other
  throw new Failure('input', `${path} is about ${what} ${quote(theirs)}, and this job is about ${quote(ours)}`, {
    code: 'verdicts-of-another-plan',
    hint: 'Both jobs need the same run, commit, tag, Slipway and inputs: compare `slipway plan --json` of both.'
  })
}

const formatBaseline = (baseline: VerdictRecord['baseline']): string =>
  baseline ? `${baseline.tag} ${baseline.commit}` : 'none'

function refuseOtherTrials({ verdicts }: VerdictRecord, path: string, plan: Plan): void {
  const trials = 'skip' in plan.trials ? [] : plan.trials.work.filter(({ drill }) => !drill)
  const isOf = (verdict: Verdict, trial: Trial): boolean =>
    isSame(verdict.trial as unknown as Json, trial as unknown as Json)
  for (const verdict of verdicts) {
    const trial = trials.find((trial) => isOf(verdict, trial))
    const twice = verdicts.filter((other) => trial && isOf(other, trial)).length > 1
    if (trial === undefined || twice)
      throw new Failure(
        'input',
        `${path} has ${twice ? 'two verdicts' : 'a verdict'} of ${describeTrial(verdict.trial)}${twice ? '' : ', which this job does not plan'}`,
        { code: 'verdicts-of-another-plan', hint: 'Give both jobs the same inputs, and the same kind of runner.' }
      )
    const onOther = verdict.cluster !== undefined && verdict.cluster.provider !== plan.cluster?.provider
    if (onOther || verdict.checks.length === 0 || !makeTrialStep(plan, trial).fits(verdict))
      throw new Failure('verification', `${path}: ${describeTrial(trial)} did not pass as it was planned`, {
        code: 'proof-failed',
        hint: 'Look into the report of the job that proved.'
      })
  }
  const lacking = trials.find((trial) => !verdicts.some((verdict) => isOf(verdict, trial)))
  if (lacking)
    throw new Failure('input', `${path} has no verdict of ${describeTrial(lacking)}`, {
      code: 'verdicts-missing',
      hint: 'Give both jobs the same inputs, and the same kind of runner.'
    })
}

const describeTrial = ({ suite, subject, kubernetes }: Trial): string =>
  [suite, subject && `of ${quote(subject)}`, kubernetes && `on Kubernetes ${quote(kubernetes)}`]
    .filter(Boolean)
    .join(' ')

/**
 * The proof that another job reported, once everything that it is about was made here again and has the same bytes. Rejects
 * ('verification') a verdict about other bytes.
 */
export async function acceptReported(
  files: Files,
  out: string,
  { plan, reported }: { readonly plan: Plan; readonly reported: Reported },
  made: readonly Artifact[]
): Promise<Proof> {
  const named = new Map(reported.files.map(({ path, sha256 }) => [path, sha256]))
  const seen = new Map(made.map(({ name, sha256 }) => [name, sha256]))
  for (const path of listMade(plan)) {
    const sha256 = seen.get(path) ?? (await files.digest(join(out, path)))?.sha256
    if (sha256 === undefined || named.get(path) !== sha256)
      throw new Failure(
        'verification',
        `${path} has sha256 ${sha256 ?? '(missing)'} here, and ${describeReporter(reported.by)} proved ${named.get(path) ?? 'none of that name'}`,
        {
          code: 'verdicts-of-other-bytes',
          hint: 'The verdicts are about other programs: run both jobs again, and find out who changed them when it happens again.'
        }
      )
  }
  return { verdicts: reported.verdicts, broken: [], clusters: [] }
}

const isRecord = shaped<VerdictRecord>({
  schema: (value): value is 1 => value === 1,
  ...{ slipway: isText, pipeline: isText, commit: isText, version: isText, plan: isSha256 },
  by: shaped<Reporter>({
    run: (value): value is string => isText(value) && RUN.test(value),
    job: (value): value is string => isText(value) && JOB.test(value)
  }),
  baseline: either(isNull, shaped<NonNullable<VerdictRecord['baseline']>>({ tag: isText, commit: isText })),
  files: listOf(shaped<Reported['files'][number]>({ path: isText, sha256: isSha256, size: isCount })),
  verdicts: listOf(isVerdict)
})

function parseRecord(bytes: Uint8Array, path: string): VerdictRecord {
  const record = parseJson(Buffer.from(bytes).toString('utf8'))
  const why =
    record === undefined
      ? 'it is not JSON'
      : readAt(record, 'schema') !== 1
        ? 'another Slipway wrote it'
        : 'it does not say what a gate says'
  if (record !== undefined && isRecord(record)) return record
  throw new Failure('input', `${path} is no record of verdicts: ${why}`, {
    code: 'verdicts-missing',
    hint: 'Hand over the output folder of the job that ran `slipway gate`, with the same Slipway.'
  })
}
