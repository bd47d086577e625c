import { join } from 'node:path'
import { listOf } from '../base/decode.ts'
import { hashBytes } from '../base/digest.ts'
import { canonicalize, isSame } from '../base/json.ts'
import { isMadeFile, type Ledger, type MadeFile, type Step } from '../steps/ledger.ts'
import type { Broken, Proof } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { BaselinePlan } from '../plan/baseline.ts'
import type { Files } from '../model/ports/files.ts'
import { listMeetings } from '../smi/implementations.ts'
import { formatJunit } from './junit.ts'
import { drawPage } from './page/page.ts'
import { listSpoken } from './spoken.ts'
import type { Story } from './story.ts'
import { makeVulnerabilityReport } from './vulnerabilities.ts'

/**
 * Writes `report/` of an output folder, unless the one that is there tells of the same outcome: a run that found
 * everything done writes nothing, and what it would say of its time is not what the release took.
 */
export async function writeReport(
  files: Files,
  ledger: Ledger,
  out: string,
  story: Story,
  markdown: string
): Promise<void> {
  const texts = {
    'report/compatibility.json': `${JSON.stringify(describeCompatibility(story), null, 2)}\n`,
    'report/vulnerabilities.json': `${JSON.stringify(makeVulnerabilityReport(story), null, 2)}\n`,
    'report/junit.xml': formatJunit(story),
    'report/summary.md': markdown,
    'report/index.html': drawPage(story, judgeAllTrials(story.plan.trials, story))
  }
  await ledger.once(makeReportStep(story, Object.keys(texts)), async () => {
    for (const [name, text] of Object.entries(texts)) await files.write(join(out, name), text)
    const made = Object.entries(texts).map(([path, text]) => ({
      path,
      sha256: hashBytes(text),
      size: Buffer.byteLength(text)
    }))
    return { value: made }
  })
}

/** A report is written once of the same outcome; its record names the same files. */
export const makeReportStep = (story: Story, names: readonly string[]): Step<readonly MadeFile[]> => ({
  kind: 'report',
  shape: 1,
  input: { outcome: hashBytes(canonicalize(describeOutcome(story))), files: names },
  fits: (value): value is readonly MadeFile[] =>
    listOf(isMadeFile)(value) &&
    isSame(
      value.map(({ path }) => path),
      names
    ),
  leaves: (made) => made
})

/** What a report tells of beside times and tools, which are those of the run that got there. */
const describeOutcome = ({
  plan,
  verdicts,
  drills,
  broken,
  left,
  vulnerabilities,
  artifacts,
  verification,
  url
}: Story): Json =>
  ({
    plan,
    verdicts,
    drills,
    broken: broken.map(describeUnproved),
    left: left?.map(({ kubernetes, failure: { message } }) => ({ kubernetes, message })),
    vulnerabilities:
      vulnerabilities &&
      ('found' in vulnerabilities ? [vulnerabilities.found, vulnerabilities.unused ?? []] : vulnerabilities.unknown),
    artifacts: artifacts.map(({ name, sha256 }) => ({ name, sha256 })),
    verification,
    url
  }) as unknown as Json

/** The verdicts with their evidence, for machines. */
const describeCompatibility = ({ plan, verdicts, drills, broken, clusters, tools }: Story) => ({
  schema: 1,
  name: plan.name,
  version: plan.version,
  commit: plan.commit,
  outcome: judgeAllTrials(plan.trials, { verdicts, broken }),
  skipped: 'skip' in plan.trials ? plan.trials.skip : null,
  /** The release that was compared with, or why there was none. */
  baseline: 'skip' in plan.baseline ? { skipped: plan.baseline.skip } : describeBaseline(plan.baseline),
  /** Suites that fit and proved nothing, and why. */
  unproved: plan.unproved,
  ...(plan.reported && { reportedBy: plan.reported.by }),
  tools: tools.map(({ name, version, source, vouched }) => ({ name, version, source, vouched })),
  clusters,
  ...describeSmi({ verdicts, broken }),
  verdicts,
  ...(drills && { drills }),
  /** Trials that came to no verdict. */
  broken: broken.map(describeUnproved)
})

/** What the program speaks of SMI, and who else speaks it; nothing of a program that speaks none. */
const describeSmi = (proof: Pick<Proof, 'verdicts' | 'broken'>) => {
  const speaks = listSpoken(proof)
  if (speaks.length === 0) return {}
  const others = listMeetings(speaks).map(({ implementation, shared, apart }) => ({ ...implementation, shared, apart }))
  return { smi: { speaks, others } }
}

const describeUnproved = ({ trial, failure: { kind, message, hint } }: Broken) => ({
  trial,
  kind,
  message,
  hint: hint ?? null
})

const describeBaseline = ({ tag, version, commit, why }: BaselinePlan) => ({ tag, version, commit, why })

/** One word for all trials. */
export const judgeAllTrials = (
  trials: Story['plan']['trials'],
  { verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>
): 'passed' | 'failed' | 'skipped' =>
  'skip' in trials || (verdicts.length === 0 && trials.work.every(({ drill }) => drill))
    ? 'skipped'
    : broken.length === 0 && verdicts.every(({ outcome }) => outcome === 'passed')
      ? 'passed'
      : 'failed'
