import { Failure } from '../../base/errors.ts'
import type { Exec } from '../../model/ports/processes.ts'

/** How a call of a program ended, whatever came of it. */
export interface Called {
  /** Undefined when it was ended by a signal, or did not end in time. */
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** `exit status 1`, `no end within 20 s`: for sentences. */
  readonly how: string
}

/** Calls a program with nothing of our environment, and waits so many seconds for its end. */
export async function callProgram(
  run: Exec,
  argv: readonly [string, ...string[]],
  {
    cwd,
    home,
    env = {},
    within
  }: { cwd: string; home: string; env?: Readonly<Record<string, string>>; within: number },
  signal: AbortSignal
): Promise<Called> {
  const patience = AbortSignal.timeout(1000 * within)
  try {
    const said = await run(argv, {
      cwd,
      env: { ...makeBareEnv(home), ...env },
      signal: AbortSignal.any([signal, patience])
    })
    return { status: 0, ...said, how: 'exit status 0' }
  } catch (error) {
    signal.throwIfAborted()
    if (patience.aborted) return { status: undefined, stdout: '', stderr: '', how: `no end within ${within} s` }
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    const [how = error.message, status] = /(?:exit status (\d+)|was ended by \S+)$/.exec(error.message) ?? []
    const stderr = typeof error.cause === 'string' ? error.cause : ''
    return { status: status === undefined ? undefined : Number(status), stdout: '', stderr, how }
  }
}

/** What every program under test sees, and nothing else of our environment. */
export const makeBareEnv = (home: string): Readonly<Record<string, string>> => ({ PATH: '/usr/bin:/bin', HOME: home })

/** Puts what the trial gives into arguments and texts. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z][\w.-]*)\}/g, (whole, name: string) => values[name] ?? whole)
}
