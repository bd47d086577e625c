import { spawn } from 'node:child_process'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Failure } from '../src/base/errors.ts'
import { CLI } from './contenders.ts'
import { median } from './table.ts'

/** What a process took from the moment it was made, in milliseconds. */
interface Start {
  readonly wallMs: number
  readonly cpuMs: number
}

interface Starter {
  readonly title: string
  readonly argv: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Starts that end otherwise did something else. */
  readonly status: number
}

const ACTION = fileURLToPath(new URL('../dist/action/index.js', import.meta.url))

/** Everything a door does before its own work: its code is loaded, its inputs are read, and a bad one is refused. */
export const STARTERS: readonly Starter[] = [
  { title: 'Node alone (`node -e 0`)', argv: ['-e', '0'], status: 0 },
  {
    title: 'Action, up to the refusal of an input',
    argv: [ACTION],
    env: { GITHUB_ACTIONS: 'true', INPUT_COMMAND: 'release', INPUT_TARGETS: 'pdp11' },
    status: 2
  },
  { title: 'command line, up to the refusal of a flag', argv: [CLI, 'release', '--targets', 'pdp11'], status: 2 },
  { title: 'command line, `--help`', argv: [CLI, '--help'], status: 0 }
]

/** Says into the fourth pipe what the process took; it costs every starter the same. */
const REPORT = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs'
  process.on('exit', () => {
    const { user, system } = process.cpuUsage()
    writeSync(3, JSON.stringify({ wallMs: performance.now(), cpuMs: (user + system) / 1000 }))
  })`
)}`

/** One start; rejects with a 'command' Failure when it does not end as it should. */
export async function startOnce({ title, argv, env = {}, status }: Starter): Promise<Start> {
  const child = spawn(process.execPath, ['--import', REPORT, ...argv], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const code = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('exit', resolve))
  const [told, ended] = await Promise.all([text(child.stdio[3] as Readable), code])
  if (ended !== status) throw new Failure('command', `${title} ended with ${ended}, not with ${status}`)
  return JSON.parse(told) as Start
}

/** Starts all in turn; returns the table and a line on what it was measured with, as Markdown. */
export async function compareStarts(runs: number): Promise<string> {
  const taken = STARTERS.map((starter) => ({ starter, starts: [] as Start[] }))
  const loads: number[] = []
  for (let run = 0; run < runs; run++) {
    for (const { starter, starts } of taken) starts.push(await startOnce(starter))
    loads.push(loadavg()[0] ?? 0)
  }
  const rows = taken.map(({ starter, starts }) => {
    const wall = starts.map(({ wallMs }) => wallMs)
    const cpu = starts.map(({ cpuMs }) => cpuMs)
    return [
      starter.title,
      ...[median(wall), Math.min(...wall), median(cpu), Math.min(...cpu)].map((ms) => ms.toFixed(0))
    ]
  })
  const head = ['start', 'wall ms', 'least', 'CPU ms', 'least']
  const load = `load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
  return [
    [head, ['---', ...head.slice(1).map(() => '---:')], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
    `${new Date().toISOString().slice(0, 10)}, medians of ${runs} starts in turn and the least of them, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${load}, Node ${process.version}.`
  ].join('\n\n')
}
