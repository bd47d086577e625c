import { constants } from 'node:os'
import type { Code, FailureKind } from './base/error-codes.ts'
import { EXIT, Failure } from './base/errors.ts'
import { makeHiding } from './adapters/terminal/secret.ts'
import { type InputName, type Given } from './config/inputs.ts'
import { type Command } from './config/commands.ts'
import { printJson } from './base/json.ts'
import { listJobSecrets } from './facts/secrets.ts'
import type { Host } from './model/ports/host.ts'
import type { CommandRequest, Context } from './commands/context.ts'
import { wireContext, type Parts } from './wiring.ts'

/** What was asked for, as an entry point read it. */
export interface ProgramRequest {
  readonly command: Command
  /** What stands behind the command. */
  readonly operands: readonly string[]
  readonly read: (name: InputName) => Given | undefined
}

/** What is not a Failure, in JSON. */
const BUG = 'bug'

/** Ctrl-C, a supervisor, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long what is under way may take to end after a bug, in milliseconds: what waits for ever is left. */
const CRASH_MS = 20_000

interface EntryDoor {
  /** Whether what comes is for a program: known before the request can be read. */
  readonly json?: boolean
  /** Prints what was asked for, such as the help or a plan, to standard output. */
  readonly print: (text: string) => void
}

/**
 * Carries out a request; resolves with the exit status and never rejects. Ends what it started on SIGINT and SIGTERM.
 * `parts` are what this entry point has of its own, such as the runner's tool cache; tests trace writes through them.
 */
export async function main(
  ask: () => ProgramRequest | { readonly print: string },
  makeHost: (json: boolean) => Host,
  { print, json: wanted = false }: EntryDoor,
  parts: Parts = {}
): Promise<number> {
  const stop = new AbortController()
  const secrets = makeHiding()
  let json = wanted
  let host = secrets.from(makeHost(json))
  let context: Context | undefined
  const ended = (signal: NodeJS.Signals): void => {
    // The second signal does not wait: whoever sends it wants the process gone.
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal])
    stop.abort(
      new Failure('environment', `stopped by ${signal}`, {
        code: 'interrupted',
        hint: 'The next run goes on from here.'
      })
    )
  }
  const crashes: unknown[] = []
  let late: NodeJS.Timeout | undefined
  const say = (error: unknown): Promise<number> => reportFailure(error, host, secrets.hide, json ? print : undefined)
  // A bug outside of every promise that somebody waits for: it ends like a signal, so that nothing of ours stays behind,
  // and it is told by us, since Node would print whatever secret its message holds.
  const crashed = (error: unknown): void => {
    if (crashes.push(error) > 1) process.exit(1)
    stop.abort(error)
    late = setTimeout(() => void say(error).finally(() => process.exit(1)), CRASH_MS)
  }
  process.on('uncaughtException', crashed)
  for (const signal of SIGNALS) process.on(signal, ended)
  process.on('exit', () => context?.processes.killAll())
  try {
    const request = ask()
    if ('print' in request) {
      print(request.print)
      return 0
    }
    json = request.read('json')?.text === 'true'
    host = secrets.from(makeHost(json))
    const { command } = request
    context = wireContext(
      { env: process.env, cwd: process.cwd(), host, print, signal: stop.signal, read: request.read },
      parts
    )
    for (const secret of listJobSecrets(process.env, request.read('token')?.text ?? '')) host.mask(secret)
    const carryOut = await loadCommand(command)
    const status = (await carryOut(request, context)) ?? 0
    return crashes.length ? await say(crashes[0]) : status
  } catch (error) {
    return await say(crashes.length ? crashes[0] : error)
  } finally {
    await context?.processes.stopAll().catch((error: unknown) => host.warn(String(error)))
    clearTimeout(late)
    process.off('uncaughtException', crashed)
    for (const signal of SIGNALS) process.off(signal, ended)
  }
}

/** What carries a command out; it may have an exit status of its own. Each is loaded when it is asked for. */
async function loadCommand(
  command: Command
): Promise<(request: CommandRequest, context: Context) => Promise<number | void>> {
  switch (command) {
    case 'verify':
      return (await import('./commands/verify.ts')).runVerify
    case 'publish':
      return (await import('./commands/publish.ts')).runPublish
    case 'yank':
      return (await import('./commands/yank.ts')).runYank
    case 'crds':
      return (await import('./commands/crds.ts')).runCrds
    case 'schema':
      return (await import('./commands/schema.ts')).runSchema
    case 'doctor':
      return (await import('./commands/doctor.ts')).runDoctor
    case 'init':
      return (await import('./commands/init.ts')).runInit
    case 'auto':
    case 'plan':
    case 'build':
    case 'gate':
    case 'release':
      return (await import('./commands/pipeline.ts')).runPipelineCommand
  }
}

/** Says what went wrong and what to do; the only place where a failure is caught for good. */
async function reportFailure(
  error: unknown,
  host: Host,
  hide: (text: string) => string,
  print: ((text: string) => void) | undefined
): Promise<number> {
  // It comes with the tables of a whole summary, which few runs need here.
  const { composeFailure } = await import('./report/summary.ts')
  await host.summary(composeFailure(error))
  if (!(error instanceof Failure)) {
    print?.(formatErrorJson({ code: BUG, kind: BUG, exit: 1, message: hide(String(error)), hint: null }))
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
    host.error(`this is a bug in Slipway: ${hide(told)}`)
    return 1
  }
  const said = typeof error.cause === 'string' && error.cause.trim() !== '' ? error.cause : undefined
  if (said) host.quote('what the tool said', said)
  host.error(error.hint ? `${error.message}\n${error.hint}` : error.message)
  const { code, kind, hint = null } = error
  print?.(formatErrorJson({ code, kind, exit: EXIT[kind], message: hide(error.message), hint: hint && hide(hint) }))
  return EXIT[kind]
}

/** What `--json` prints of a failure, on one line; docs/errors.md has the codes. */
const formatErrorJson = (error: {
  readonly code: Code | typeof BUG
  readonly kind: FailureKind | typeof BUG
  readonly exit: number
  readonly message: string
  readonly hint: string | null
}): string => printJson({ error })
