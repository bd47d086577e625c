import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { mkdir } from 'node:fs/promises'
import { plainEnvironment } from '../cli.ts'
import { namePathTools } from '../path-tools.ts'
import { fileOf } from '../programs.ts'

/** One run of an entry point. */
export interface HostileCase {
  readonly door: 'cli' | 'action'
  /** What stands behind the program's name; the Action has its inputs in `env`. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** What the runner left in GITHUB_EVENT_PATH. */
  readonly event?: unknown
  /** Written below the work tree before the run, and left there. */
  readonly files?: Readonly<Record<string, string>>
}

export interface HostileRun {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
  /** What came past the entry point, which lets nothing past. */
  readonly thrown?: string | undefined
  readonly outputs: string
  readonly summary: string
}

const DOORS = { cli: fileOf('src/cli.ts'), action: fileOf('src/action.ts') }
const CHILD = fileOf('__tests__/fakes/hostile/hostile-child.ts')

/** Runs many cases in the work tree `cwd`, in one process: a start of node for each would take the most of the time. */
export async function hostileRuns(
  cwd: string,
  temp: string,
  cases: readonly HostileCase[],
  env: Readonly<Record<string, string>> = {}
): Promise<readonly HostileRun[]> {
  await mkdir(temp, { recursive: true })
  // Beside a secret each case would hash the pinned toolchain.
  const named = namePathTools(env['PATH'])
  const child = spawn(process.execPath, [CHILD], {
    cwd,
    env: { ...plainEnvironment(), SLIPWAY_PATH_TOOLS: named, 'INPUT_PATH-TOOLS': named, ...env },
    stdio: ['pipe', 'inherit', 'inherit', 'pipe']
  })
  const told = child.stdio[3]
  if (!told || !('readable' in told)) throw new Error('a child without a pipe')
  child.stdin?.end(JSON.stringify({ cwd, temp, doors: DOORS, cases }))
  return JSON.parse(await text(told as NodeJS.ReadableStream)) as readonly HostileRun[]
}
