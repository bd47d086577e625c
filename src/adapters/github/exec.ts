import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { getExecOutput } from '@actions/exec'
import { Failure } from '../../base/errors.ts'
import type { Argv, Exec } from '../../model/ports/processes.ts'
import { makeLineReader } from '../machine/output.ts'
import { makeStartFailure, makeCommandFailure, addMarker } from '../machine/process.ts'

/** As in process.ts: how long children that outlive the tool may hold its pipes, in milliseconds. */
const LINGER_MS = 2000

/**
 * The Exec of the Action's short, read-only commands (git facts), over @actions/exec. That library can neither stop
 * what it started nor close its stdin: a `signal` or an `input` is refused, and a tool that reads stdin waits, so it is
 * for tools that do not. In all else this is the contract of `processes().run`.
 */
export const runInAction: Exec = async (argv, { cwd, env, input, signal, onLine }) => {
  if (signal) throw new TypeError('@actions/exec cannot be stopped: use processes() where there is a signal')
  // With an input, even an empty one, it leaves EPIPE unhandled when the tool ends first, and that ends this process.
  if (input !== undefined) throw new TypeError('@actions/exec cannot pass an input safely: use processes()')
  const [, ...args] = argv
  const tool = await locateTool(argv, cwd, env)
  const lines = makeLineReader(onLine)
  const { exitCode, stdout, stderr } = await getExecOutput(quoteTool(tool), args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: addMarker(env),
    silent: true,
    ignoreReturnCode: true,
    delay: LINGER_MS,
    listeners: { stderr: lines.push }
  }).catch((cause: unknown) => {
    throw makeStartFailure(argv, cwd, cause)
  })
  lines.end()
  // A tool that a signal ended has no exit code: the types do not say so.
  const how = (exitCode as number | null) === null ? 'was ended by a signal' : `ended with exit status ${exitCode}`
  if (exitCode !== 0) throw makeCommandFailure(argv, how, { stdout, stderr })
  return { stdout, stderr }
}

/** @actions/exec looks a name up on its own PATH; the contract says: on the child's. */
async function locateTool(argv: Argv, cwd: string | undefined, env: Readonly<Record<string, string>>): Promise<string> {
  const [tool] = argv
  const windows = process.platform === 'win32'
  if (tool.includes('/') || (windows && tool.includes('\\'))) return tool
  const path = Object.entries(env).find(([name]) => (windows ? name.toUpperCase() : name) === 'PATH')?.[1] ?? ''
  let cause: unknown = Object.assign(new Error(`${tool} is not on PATH`), { code: 'ENOENT' })
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    for (const name of windows ? [`${tool}.exe`, `${tool}.cmd`] : [tool]) {
      try {
        await access(join(folder, name), constants.X_OK)
        return join(folder, name)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EACCES') cause = error
      }
    }
  }
  throw makeStartFailure(argv, cwd, cause)
}

/** @actions/exec splits its command line at blanks outside quotes and trims the last word unless a blank follows it. */
function quoteTool(tool: string): string {
  if (tool.includes('"'))
    throw new Failure('input', `a program path with a quote in it: ${tool}`, {
      hint: 'Put the program into a folder whose path has no quote.'
    })
  return `"${tool}" `
}
