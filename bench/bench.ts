/** `npm run bench`: Slipway beside others, run by run. See docs/bench.md for what is compared and how. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { format, resolveConfig } from 'prettier'
import { Failure } from '../src/base/errors.ts'
import { environment, realTools, toolCache, toolCacheFolder } from '../__tests__/bed/tools.ts'
import { chosen, COMPARISONS, scenarios, type Comparison } from './comparisons.ts'
import { CLI, type Contender } from './contenders.ts'
import { findGoreleaser, GORELEASER } from './goreleaser.ts'
import { prepareGround } from './ground.ts'
import { compareStarts } from './start.ts'
import { play, type Entry, type Scenario } from './scenarios.ts'
import { replaceSection, table, type Result } from './table.ts'

const DOC = fileURLToPath(new URL('../docs/bench.md', import.meta.url))
/** The one that needs no other program and no second contender. */
const START = 'start'
/** Fewer say nothing: each takes a blink. */
const STARTS = 21

const say = (line: string): void => console.error(line)

await main().catch((error: unknown) => {
  if (!(error instanceof Failure)) throw error
  say([`error: ${error.message}`, error.cause, error.hint].filter((part) => typeof part === 'string').join('\n'))
  process.exitCode = 1
})

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      comparison: { type: 'string', default: [START, ...Object.keys(COMPARISONS)].join(',') },
      scenario: { type: 'string' },
      runs: { type: 'string', default: '5' },
      folder: { type: 'string', default: join(tmpdir(), 'slipway-bench') },
      write: { type: 'boolean', default: false }
    }
  })
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1)
    throw new Failure('input', `--runs is ${values.runs}, not a number of runs`, { hint: 'Such as --runs 5.' })
  if (process.platform !== 'linux')
    throw new Failure('environment', 'the benchmark runs on Linux only', { hint: 'It reads CPU times from /proc.' })
  const known: Readonly<Record<string, Comparison | typeof START>> = { [START]: START, ...COMPARISONS }
  // All of them before the first begins.
  const comparisons = chosen('comparison', values.comparison, known).map(
    ([name, comparison]) =>
      [name, comparison === START ? undefined : { comparison, played: scenarios(comparison, values.scenario) }] as const
  )
  for (const [name, pair] of comparisons) {
    const text = pair
      ? await compare(pair.comparison, pair.played, runs, values.folder)
      : await compareStarts(Math.max(runs, STARTS))
    console.log(text)
    if (!values.write) continue
    const written = replaceSection(await readFile(DOC, 'utf8'), name, text)
    await writeFile(DOC, await format(written, { ...(await resolveConfig(DOC)), filepath: DOC }))
  }
}

/** Plays the scenarios; returns the table and a line on what it was measured with, as Markdown. */
async function compare(
  comparison: Comparison,
  scenarios: readonly Scenario[],
  runs: number,
  folder: string
): Promise<string> {
  const subject = await comparison.subject()
  const tools = realTools(say)
  // A first run compiles what cannot be downloaded.
  const patience = AbortSignal.timeout(3_600_000)
  const cosign = await tools.tool('cosign', undefined, patience)
  const contenders = await comparison.contenders(tools, patience)
  const goreleaser = await findGoreleaser(toolCache(), environment())
  const ground = await prepareGround(
    join(folder, subject.name),
    { cosign: cosign.path, goreleaser, toolCache: toolCacheFolder() },
    subject
  )
  const entry = (contender: Contender): Entry => ({
    contender,
    setting: ground.setting(contender.name.toLowerCase(), subject)
  })
  const entries = [entry(contenders[0]), entry(contenders[1])] as const

  const loads: number[] = []
  const results: Result[] = []
  for (const scenario of scenarios) {
    say(`${subject.name}, ${scenario.title}`)
    const pairs = await play(scenario, entries, subject, ground.caches, runs, ({ contender }, { wallMs, cpuMs }) => {
      const load = loadavg()[0] ?? 0
      loads.push(load)
      say(`  ${contender.name}: ${seconds(wallMs)} s, ${seconds(cpuMs)} CPU-s, load ${load.toFixed(1)}`)
    })
    results.push({ scenario: scenario.title, pairs })
  }

  const answers = await Promise.all(entries.map(({ contender, setting }) => contender.answered(setting)))
  const kernel = `${process.platform}/${process.arch}`
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${kernel}`
  const load = `load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
  // Not the commit: it would be the one before the one that holds these figures.
  const bundle = createHash('sha256')
    .update(await readFile(CLI))
    .digest('hex')
    .slice(0, 12)
  const names = [contenders[0].name, contenders[1].name] as const
  const asked = answers.some((count) => count > 0)
    ? ` Questions answered in a run: ${names.map((name, i) => `${name} ${answers[i]}`).join(', ')}.`
    : ''
  return [
    table(names, results),
    `${new Date().toISOString().slice(0, 10)}, ${machine}, ${load}; Slipway ${bundle} (SHA-256 of its bundle), GoReleaser ${GORELEASER}, cosign ${cosign.version}, ${ground.go}, Node ${process.version}; ${subject.name}, ${entries[0].setting.targets.length} targets.${asked}`
  ].join('\n\n')
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}
