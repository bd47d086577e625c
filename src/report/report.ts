import { join } from 'node:path'
import type { Verdict } from '../model.ts'
import type { Files } from '../ports.ts'
import { junit } from './junit.ts'
import type { Story } from './summary.ts'

/** Writes `report/` of an output folder. */
export async function writeReport(files: Files, out: string, story: Story, markdown: string): Promise<void> {
  const write = (name: string, text: string): Promise<void> => files.write(join(out, 'report', name), text)
  await write('compatibility.json', `${JSON.stringify(compatibility(story), null, 2)}\n`)
  await write('junit.xml', junit(story.verdicts))
  await write('summary.md', markdown)
}

/** The verdicts with their evidence, for machines. */
const compatibility = ({ plan, verdicts }: Story) => ({
  schema: 1,
  name: plan.name,
  version: plan.version,
  commit: plan.commit,
  outcome: overall(plan.trials, verdicts),
  skipped: 'skip' in plan.trials ? plan.trials.skip : null,
  verdicts
})

/** One word for all trials. */
export const overall = (
  trials: Story['plan']['trials'],
  verdicts: readonly Verdict[]
): 'passed' | 'failed' | 'skipped' =>
  'skip' in trials ? 'skipped' : verdicts.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'failed'
