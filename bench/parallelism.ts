/**
 * How many `go build` at once, and with which `-p`, are fastest here: `node bench/parallelism.ts [--cold] [--runs N]`.
 * Settings take turns, so that other work on the machine meets them alike. docs/bench.md holds the figures.
 */
import { mkdir, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { environment } from '../__tests__/bed/tools.ts'
import { DEFAULT_TARGETS, formatTarget } from '../src/go/target.ts'
import type { Build } from './build-all.ts'
import { measure, type Cost } from './measure.ts'
import { actionlint } from './subject.ts'
import { median } from './table.ts'

interface Setting {
  readonly atOnce: number
  readonly p?: number
  readonly mains?: Build['mains']
}

const { values } = parseArgs({
  options: {
    cold: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
    folder: { type: 'string', default: join(tmpdir(), 'slipway-parallelism') }
  }
})
const MAINS = ['./cmd/actionlint', './scripts/generate-availability', './scripts/generate-popular-actions']
const ONE: Build['mains'] = [['./cmd/actionlint']]
const warm: readonly Setting[] = [
  ...[1, 2, 4].flatMap((atOnce) => [{ atOnce }, { atOnce, p: 1 }, { atOnce, p: 2 }]),
  { atOnce: 2, mains: [MAINS] },
  { atOnce: 2, mains: MAINS.map((main) => [main]) }
]
const settings = values.cold ? [{ atOnce: 1 }, { atOnce: 2, p: 1 }, { atOnce: 2 }] : warm

const subject = await actionlint()
const repository = join(values.folder, 'repository')
const env = { ...environment(), GOCACHE: join(values.folder, 'build-cache'), GOFLAGS: '' }
await mkdir(values.folder, { recursive: true })
await subject.make(repository)

/** Programs are removed first: `go build` would find an up-to-date one and not link. */
async function build({ atOnce, p, mains = ONE }: Setting): Promise<Cost> {
  const out = join(values.folder, 'out')
  await rm(out, { recursive: true, force: true })
  if (values.cold) await rm(env.GOCACHE, { recursive: true, force: true })
  const what: Build = {
    targets: DEFAULT_TARGETS.map(formatTarget),
    mains,
    atOnce,
    out,
    ...(p === undefined ? {} : { p })
  }
  const script = fileURLToPath(new URL('./build-all.ts', import.meta.url))
  return measure(
    { argv: [process.execPath, script, JSON.stringify(what)], cwd: repository, env },
    join(values.folder, 'log')
  )
}

if (!values.cold) await build({ atOnce: 2, mains: [MAINS] })
const costs = settings.map((): Cost[] => [])
for (let run = 0; run < Number(values.runs); run++) {
  for (const [i, setting] of settings.entries()) {
    const cost = await build(setting)
    costs[i]?.push(cost)
    console.error(JSON.stringify({ ...setting, ...cost, load: loadavg()[0] }))
  }
}
const rows = settings.map(({ atOnce, p, mains }, i) => {
  const programs = mains === undefined ? 'one' : mains.length === 1 ? '3 in one call' : '3 in three calls'
  const of = (read: (cost: Cost) => number): string => (median((costs[i] ?? []).map(read)) / 1000).toFixed(2)
  return `| ${atOnce} | ${p ?? 'default'} | ${programs} | ${of(({ wallMs }) => wallMs)} | ${of(({ cpuMs }) => cpuMs)} |`
})
console.log(['| at once | -p | programs | wall s | CPU-s |', '| ---: | --- | --- | ---: | ---: |', ...rows].join('\n'))
