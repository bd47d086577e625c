import { join } from 'node:path'
import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import { items, text } from '../../base/json.ts'
import { evidence, verdict, type Evidence } from '../evidence.ts'
import { apiChanges } from './api.ts'
import { changes, readCommands, type Change } from './commands.ts'
import { allows, most, stepOf, type SemverStep } from './step.ts'
import type { SuiteTools } from '../suite.ts'
import type { Version, Versions } from '../programs/version.ts'

/**
 * Whether the version number tells the truth: commands and flags of every program, and the Go API of the packages that
 * slipway.yaml names, compared with the baseline. What is gone or means something else needs a major step, what is new
 * a minor one. A version that nobody has numbered yet is told which step it needs, and passes.
 *
 * `trial.with`: `from` and `to` (versions; `to` null for a snapshot), `api` (package patterns), `accepted` (names of
 * changes that are known). No cluster.
 */
export const proveSurface = async (
  trial: Trial,
  tools: SuiteTools,
  { baseline, candidate }: Versions,
  signal: AbortSignal
): Promise<Verdict> =>
  verdict(undefined, trial, false, async (): Promise<readonly Check[]> => {
    if (!baseline) throw new Error('a surface trial without a baseline')
    const ev = evidence()
    const to = text(trial.with['to'])
    const pair: Pair = {
      ...{ from: baseline, to: candidate, step: to === '' ? undefined : stepOf(text(trial.with['from']), to) },
      accepted: items(trial.with['accepted']).map(text)
    }
    await using scratch = await tools.files.scratch('surface')
    const home = join(scratch.path, 'home')
    await tools.files.write(join(home, '.keep'), '')
    await using sandbox = await tools.sandboxes.open({
      reads: [baseline, candidate].flatMap(({ programs }) => Object.values(programs)),
      ...{ writes: [home], reaches: [], hides: [] }
    })
    for (const name of Object.keys({ ...baseline.programs, ...candidate.programs })) {
      const [old, fresh] = [baseline.programs[name], candidate.programs[name]]
      const repeat = `diff <(${name}-${baseline.name} --help 2>&1) <(${name}-${candidate.name} --help 2>&1)`
      await judge(ev, pair, `flags and commands of ${name}`, repeat, async () => {
        if (old === undefined) return [{ name, what: 'a new program', needs: 'minor' }]
        if (fresh === undefined) return [{ name, what: 'the program is gone', needs: 'major' }]
        const before = await readCommands(sandbox.run, old, home, signal)
        const after = await readCommands(sandbox.run, fresh, home, signal)
        if (!before) return 'the baseline names no flags in its help: nothing to compare'
        if (!after) return [{ name, what: 'it has no help any more that names flags', needs: 'major' }]
        return changes(before, after, baseline, candidate)
      })
    }
    const api = items(trial.with['api']).map(text)
    if (api.length > 0)
      await judge(ev, pair, `the Go API of ${api.join(', ')}`, 'apidiff -m OLD NEW', () =>
        apiChanges(tools, pair, api, scratch.path, signal)
      )
    return ev.checks
  })

/** The two versions, and what may change between them. */
interface Pair {
  readonly from: Version
  readonly to: Version
  /** Undefined for a version without a number. */
  readonly step: SemverStep | undefined
  /** Names of changes that slipway.yaml accepts. */
  readonly accepted: readonly string[]
}

async function judge(
  { check }: Evidence,
  { from, to, step, accepted }: Pair,
  subject: string,
  repeat: string,
  find: () => Promise<readonly Change[] | string>
): Promise<void> {
  const found = await find()
  const all = typeof found === 'string' ? [] : found
  const open = all.filter(({ name }) => !accepted.includes(name))
  const known = all.length - open.length
  const list = (some: readonly Change[]) => {
    const words = some.slice(0, 25).map(({ name, what }) => `${name}: ${what}`)
    return [...words, ...(some.length > 25 ? [`and ${some.length - 25} more`] : [])].join('; ')
  }
  const aside = known ? `; ${known} accepted in slipway.yaml` : ''
  if (typeof found === 'string') {
    await check(`${subject} fit the step from ${from.name} to ${to.name}`, repeat, async () => ({
      ok: true,
      seen: found
    }))
    return
  }
  if (step === undefined) {
    const needed = most(open.map(({ needs }) => needs))
    await check(`${subject}: the version after ${from.name} is told its step`, repeat, async () => ({
      ok: true,
      seen: `it has to be at least a ${needed} step${open.length ? `: ${list(open)}` : ', nothing changed'}${aside}`
    }))
    return
  }
  const tooMuch = open.filter(({ needs }) => !allows(step, needs))
  await check(`${subject} fit the ${step} step from ${from.name} to ${to.name}`, repeat, async () => ({
    ok: tooMuch.length === 0,
    seen: tooMuch.length
      ? `needs a ${most(tooMuch.map(({ needs }) => needs))} step: ${list(tooMuch)}${aside}`
      : `${open.length ? list(open) : 'nothing changed'}${aside}`
  }))
}
