import { appendFileSync } from 'node:fs'
import type { Exec, RunOptions, Argv } from '../../src/model/ports/processes.ts'

export interface Points {
  /** Each point that is reached is appended to this file, a line each. */
  readonly list: string
  /** The one that is hit. */
  readonly at?: string
}

/**
 * To be told of each point: named by what it does (`shown` takes names out of it that differ from run to run) and the
 * how-manieth of its kind it is, so that the order of side branches is no matter.
 */
export function pointsOf(
  { list, at }: Points,
  shown: (what: string) => string,
  hit: () => void
): (what: string) => void {
  const reached = new Map<string, number>()
  return (what) => {
    const kind = shown(what).replaceAll(/\.slipway-(tmp|scratch|lock)-\d+-\d+-[0-9a-f]{8}-[0-9a-f]{8}/g, '.slipway-$1')
    const nth = (reached.get(kind) ?? 0) + 1
    reached.set(kind, nth)
    const point = `${kind} #${nth}`
    appendFileSync(list, `${point}\n`)
    if (point === at) hit()
  }
}

/** Runs tools with a point before each starts, while it runs, and when it has ended. */
export const tracedRun =
  (run: Exec, reach: (what: string) => void, nameOf: (argv: Argv, options: RunOptions) => string): Exec =>
  async (argv, options) => {
    const name = nameOf(argv, options)
    reach(`before ${name}`)
    const running = run(argv, options)
    running.catch(() => undefined)
    // It was started in the same turn: it runs.
    reach(`during ${name}`)
    const output = await running
    reach(`after ${name}`)
    return output
  }
