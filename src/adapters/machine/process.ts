import { spawn } from 'node:child_process'
import type { ChildProcess, StdioOptions } from 'node:child_process'
import { constants, statSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Argv, Exec, Exit, Processes, RunOptions, User } from '../../model/ports/processes.ts'
import { endProcesses, MARKER, sendSignal as send, listSurvivors } from './ending.ts'
import { collectOutput, makeLineReader, cutTail } from './output.ts'
import { formatOwner } from './owner.ts'

/** All of a tool's stdout is kept in memory; one that writes more is stopped, since a part would mislead. */
const STDOUT_LIMIT = LIMITS.stdout.most
/** Of stderr the end is kept. */
const STDERR_LIMIT = LIMITS.stderr.most
/** How long children that outlive a tool may keep its pipes open before they are ended, in milliseconds. */
const LINGER_MS = 2000

export interface OwnedProcesses extends Processes {
  /** Ends everything that runs now, as a signal handler wants it; resolves when it is gone. */
  stopAll(): Promise<void>
  /** SIGKILL to everything that runs now, without waiting: for 'exit' handlers, which cannot wait. */
  killAll(): void
}

interface Child {
  readonly argv: Argv
  readonly pid: number
  readonly process: ChildProcess
  /** How the program itself ended. Children of it may still be there. */
  readonly exited: Promise<Exit>
  /** Ends it and its children, once; resolves with the pids that could not be ended. */
  readonly stop: () => Promise<readonly number[]>
  readonly stopped: () => boolean
}

/**
 * The real programs, each in a process group of its own with exactly the environment it was given, plus a marker by
 * which `sweepProcesses` of a later run finds what a killed run left. stdin is closed unless there is `input`. Up to
 * 64 MiB of stdout are kept, and the last 1 MiB of stderr. An abort rejects with the signal's reason.
 */
export const processes = ({ graceMs = 3000 }: { readonly graceMs?: number } = {}): OwnedProcesses => {
  const running = new Set<Child>()
  const starting = new Set<Promise<Child>>()

  /** A child that `stopAll` knows from the moment somebody asked for it. */
  const begin = async (launching: Promise<Child>): Promise<Child> => {
    starting.add(launching)
    try {
      const child = await launching
      running.add(child)
      return child
    } finally {
      starting.delete(launching)
    }
  }

  const run: Exec = async (argv, options) => {
    options.signal?.throwIfAborted()
    const stdin = options.input === undefined ? 'ignore' : 'pipe'
    const child = await begin(launchChild(argv, options, [stdin, 'pipe', 'pipe'], graceMs))
    const stop = (): void => void child.stop()
    options.signal?.addEventListener('abort', stop, { once: true })
    if (options.signal?.aborted) stop()
    try {
      return await finishChild(child, options, graceMs)
    } finally {
      options.signal?.removeEventListener('abort', stop)
      running.delete(child)
    }
  }

  return {
    run,
    async start(argv, { log, ...options }) {
      const child = await begin(
        openLogFile(log).then((file) =>
          launchChild(argv, options, ['ignore', file.fd, file.fd], graceMs).finally(() => file.close())
        )
      )
      const ended = child.exited.then(async (exit) => {
        // A service whose program has ended is over: nothing of it stays behind to hold a port.
        await endProcesses(() => listSurvivors(child.pid), graceMs)
        running.delete(child)
        return child.stopped()
          ? `${nameCommand(child.argv)} was stopped`
          : `${nameCommand(child.argv)} ${describeExit(exit)}${await readLogEnd(log)}`
      })
      return {
        pid: child.pid,
        ended,
        exit: child.exited,
        ask: () => send(child.pid, 'SIGTERM'),
        async [Symbol.asyncDispose]() {
          refuseSurvivors(child, await child.stop())
          await ended
        }
      }
    },
    async stopAll() {
      while (running.size + starting.size > 0) {
        await Promise.allSettled(starting)
        await Promise.all([...running].map(async (child) => refuseSurvivors(child, await child.stop())))
        for (const child of running) if (child.stopped()) running.delete(child)
      }
    },
    killAll() {
      for (const { pid } of running) send(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    }
  }
}

/** The environment of a child: what it was given, and the marker. */
export const addMarker = (env: Readonly<Record<string, string>>): Record<string, string> => ({
  ...env,
  [MARKER]: `${formatOwner()}/${++serial}`
})

let serial = 0

/** What failed, for messages: `go build`, `kubectl`. */
export const nameCommand = ([tool, first]: Argv): string =>
  first && /^[a-z][a-z-]*$/.test(first) ? `${basename(tool)} ${first}` : basename(tool)

/** The Failure for a program that did not start. */
export function makeStartFailure(argv: Argv, cwd: string | undefined, cause: unknown): Failure {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code
  if (cwd !== undefined && !isFolder(cwd))
    return new Failure('environment', `cannot start ${argv[0]}: there is no folder ${cwd}`, {
      hint: 'Something removed it meanwhile: run again in a folder that stays.',
      cause
    })
  const missing = code === 'ENOENT'
  return new Failure('environment', `cannot start ${argv[0]}: ${missing ? 'no such program' : (code ?? 'refused')}`, {
    hint: missing ? `Install ${basename(argv[0])} or put it on PATH.` : `Check that ${argv[0]} may be executed here.`,
    cause
  })
}

/** The Failure for a program that ran and said no. */
export const makeCommandFailure = (argv: Argv, how: string, said: { stdout: string; stderr: string }): Failure =>
  new Failure('command', `${nameCommand(argv)} ${how}`, {
    cause: cutTail(said.stderr.trim() === '' ? said.stdout : said.stderr)
  })

/** How a program ended, as part of a sentence. */
export const describeExit = ({ status, by }: Exit): string =>
  by ? `was ended by ${by}` : `ended with exit status ${status}`

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

function launchChild(
  argv: Argv,
  { cwd, env, as = {} }: Pick<RunOptions, 'cwd' | 'env'> & { readonly as?: Partial<User> },
  stdio: StdioOptions,
  graceMs: number
): Promise<Child> {
  const [tool, ...args] = argv
  const environment = addMarker(env)
  return new Promise((resolve, reject) => {
    let child: ChildProcess
    try {
      const detached = process.platform !== 'win32'
      child = spawn(tool, args, { ...as, cwd, env: environment, stdio, detached, windowsHide: true })
    } catch (cause) {
      reject(makeStartFailure(argv, cwd, cause))
      return
    }
    const exited = new Promise<Exit>((done) => child.once('exit', (status, by) => done({ status, by })))
    child.on('error', (cause) => reject(makeStartFailure(argv, cwd, cause)))
    child.once('spawn', () => {
      const pid = child.pid as number
      let stopping: Promise<readonly number[]> | undefined
      const stop = async (): Promise<readonly number[]> => {
        const left = await endProcesses(() => listSurvivors(pid, environment[MARKER]), graceMs)
        if (left.length === 0) await exited
        return left
      }
      resolve({
        argv,
        pid,
        process: child,
        exited,
        stop: () => (stopping ??= stop()),
        stopped: () => stopping !== undefined
      })
    })
  })
}

/** Waits for the program, its output and its children; then judges. */
async function finishChild(child: Child, { input, onLine, signal }: RunOptions, graceMs: number) {
  // Node drops the output of a program that has ended and that nobody listens to: between the start and these
  // listeners lie only promises, no turn of the event loop.
  const { stdin, stdout, stderr } = child.process
  // A tool that does not read its input is no failure of ours (EPIPE).
  stdin?.on('error', () => undefined).end(input)
  const lines = makeLineReader(onLine)
  let tooMuch = false
  const out = collectOutput(stdout, STDOUT_LIMIT, 'refuse', () => {
    tooMuch = true
    void child.stop()
  })
  const err = collectOutput(stderr, STDERR_LIMIT, 'last', undefined, lines.push)
  const closed = Promise.all([out.closed, err.closed])

  const exit = await child.exited
  await Promise.race([closed, sleep(LINGER_MS, undefined, { ref: false })])
  const left = child.stopped() ? await child.stop() : await endProcesses(() => listSurvivors(child.pid), graceMs)
  // Whoever holds the pipes now left the group on purpose (a daemon): it keeps neither us nor the output open.
  stdout?.destroy()
  stderr?.destroy()
  await closed
  lines.end()

  refuseSurvivors(child, left)
  signal?.throwIfAborted()
  const said = { stdout: out.text(), stderr: err.text() }
  if (tooMuch)
    throw makeCommandFailure(child.argv, `wrote more than ${STDOUT_LIMIT} bytes to stdout and was stopped`, said)
  if (exit.status !== 0) throw makeCommandFailure(child.argv, describeExit(exit), said)
  return said
}

function refuseSurvivors(child: Child, left: readonly number[]): void {
  if (left.length > 0)
    throw new Failure(
      'environment',
      `${nameCommand(child.argv)} does not end, even by SIGKILL: pid ${left.join(', ')}`,
      {
        hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
      }
    )
}

/** Never through a link, which would write elsewhere. Windows has no such flag. */
const APPENDING =
  constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | ((constants as { O_NOFOLLOW?: number }).O_NOFOLLOW ?? 0)

async function openLogFile(path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true })
    return await open(path, APPENDING, 0o600)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'refused'
    throw new Failure('environment', `cannot write the log ${path}: ${code}`, {
      hint: 'Give this user the right to write there, or choose another folder: --out.',
      cause
    })
  }
}

/** The last lines of a log, as part of a sentence. */
async function readLogEnd(log: string): Promise<string> {
  try {
    await using file = await open(log)
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096))
    const text = buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-15).join('\n')
    return text === '' ? ', its log is empty' : `, its log ends with:\n${text}`
  } catch {
    return `, its log ${log} cannot be read`
  }
}
