import { spawn } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Failure } from '../src/base/errors.ts'

/** What a command and all its children took. */
export interface Cost {
  readonly wallMs: number
  /** User and system time together. */
  readonly cpuMs: number
  /** The highest sum of private memory that was seen, ten times a second. */
  readonly peakKib: number
}

export interface Command {
  readonly argv: readonly [string, ...string[]]
  readonly cwd: string
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>
}

const METER = fileURLToPath(new URL('./meter.ts', import.meta.url))

/** Runs a command; its output goes to `log`. Rejects with a 'command' Failure when it does not end with status 0. */
export async function measure({ argv, cwd, env }: Command, log: string): Promise<Cost> {
  const result = `${log}.json`
  await rm(result, { force: true })
  const output = await open(log, 'w')
  try {
    await new Promise<void>((resolve, reject) => {
      spawn(process.execPath, ['--disable-warning=ExperimentalWarning', METER, result, ...argv], {
        cwd,
        env,
        stdio: ['ignore', output.fd, output.fd]
      })
        .on('error', reject)
        .on('exit', () => resolve())
    })
  } finally {
    await output.close()
  }
  const text = await readFile(result, 'utf8').catch(() => undefined)
  if (text === undefined) throw await failed(argv, 'could not be measured', log)
  const { status, ...cost } = JSON.parse(text) as Cost & { readonly status: number | string }
  if (status !== 0) throw await failed(argv, `ended with ${status}`, log)
  return cost
}

const failed = async (argv: readonly string[], how: string, log: string): Promise<Failure> =>
  new Failure('command', `${argv.slice(0, 3).join(' ')} ${how}`, {
    hint: `Read ${join(log)}.`,
    cause: (await readFile(log, 'utf8')).slice(-2000)
  })
