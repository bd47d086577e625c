import { join } from 'node:path'
import type { Check, Trial, Verdict } from '../../model/nouns.ts'
import { readItems, readText } from '../../base/json.ts'
import { evidence, reachVerdict, type Evidence } from '../evidence.ts'
import { compareApi } from './api.ts'
import { compareCommands, readCommands, type SurfaceChange } from './commands.ts'
import { allows, chooseLargestStep, findSemverStep, type SemverStep } from './step.ts'
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
  reachVerdict(undefined, trial, false, async (): Promise<readonly Check[]> => {
    if (!baseline) throw new Error('a surface trial without a baseline')
    const ev = evidence()
    const to = readText(trial.with['to'])
    const pair: VersionPair = {
      ...{
        from: baseline,
        to: candidate,
        step: to === '' ? undefined : findSemverStep(readText(trial.with['from']), to)
      },
      accepted: readItems(trial.with['accepted']).map(readText)
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
      await judgeChanges(ev, pair, `flags and commands of ${name}`, repeat, async () => {
        if (old === undefined) return [{ name, what: 'a new program', needs: 'minor' }]
        if (fresh === undefined) return [{ name, what: 'the program is gone', needs: 'major' }]
        const before = await readCommands(sandbox.run, old, home, signal)
        const after = await readCommands(sandbox.run, fresh, home, signal)
        if (!before) return 'the baseline names no flags in its help: nothing to compare'
        if (!after) return [{ name, what: 'it has no help any more that names flags', needs: 'major' }]
        return compareCommands(before, after, baseline, candidate)
      })
    }
    const api = readItems(trial.with['api']).map(readText)
    if (api.length > 0)
      await judgeChanges(ev, pair, `the Go API of ${api.join(', ')}`, 'apidiff -m OLD NEW', () =>
        compareApi(tools, pair, api, scratch.path, signal)
      )
    return ev.checks
  })

/** The two versions, and what may change between them. */
interface VersionPair {
  readonly from: Version
  readonly to: Version
  /** Undefined for a version without a number. */
  readonly step: SemverStep | undefined
  /** Names of changes that slipway.yaml accepts. */
  readonly accepted: readonly string[]
}

async function judgeChanges(
  { check }: Evidence,
  { from, to, step, accepted }: VersionPair,
  subject: string,
  repeat: string,
  find: () => Promise<readonly SurfaceChange[] | string>
): Promise<void> {
  const found = await find()
  const all = typeof found === 'string' ? [] : found
  const open = all.filter(({ name }) => !accepted.includes(name))
  const known = all.length - open.length
  const list = (some: readonly SurfaceChange[]) => {
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
    const needed = chooseLargestStep(open.map(({ needs }) => needs))
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
      ? `needs a ${chooseLargestStep(tooMuch.map(({ needs }) => needs))} step: ${list(tooMuch)}${aside}`
      : `${open.length ? list(open) : 'nothing changed'}${aside}`
  }))
}
