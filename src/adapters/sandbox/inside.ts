import { basename } from 'node:path'
import { Failure } from '../../base/errors.ts'
import type { Argv, Exec, Output, Processes, RunOptions, Service } from '../../model/ports/processes.ts'
import type { Sandbox } from '../../model/ports/sandbox.ts'
import { sendSignal } from '../machine/ending.ts'
import { findChild } from './holder.ts'

/** What a program that goes into namespaces sees of an environment: it runs outside, where a variable could steer it. */
const OUTSIDE = { PATH: '/usr/bin:/bin' }
/** A folder of outside would let programs out, so the folder to be in is looked up inside. */
const IN_FOLDER = 'cd "$0" && exec "$@"'

/**
 * Runs programs behind `enter`, the start of a command line that goes into namespaces and then is the program;
 * `refuseEnded` throws once these are gone.
 */
export function runInside(
  processes: Processes,
  enter: () => Argv,
  refuseEnded: () => void
): Pick<Sandbox, 'run' | 'start'> {
  const command = (argv: Argv, cwd: string, env: Readonly<Record<string, string>>): Argv => {
    const [first, ...rest] = enter()
    const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
    // env(1) takes a path with a = in it for a variable.
    const plain = argv[0].includes('=') ? ['nice', '-n', '0', ...argv] : argv
    return [first, ...rest, '/bin/sh', '-c', IN_FOLDER, cwd, '/usr/bin/env', '-i', ...variables, ...plain]
  }
  return {
    run: async (argv, { cwd = '/', env, ...options }) => {
      try {
        return await runBehind(processes.run, argv, command(argv, cwd, env), { ...options, env: OUTSIDE })
      } catch (error) {
        options.signal?.throwIfAborted()
        refuseEnded()
        throw error
      }
    },
    async start(argv, { cwd = '/', env, log }): Promise<Service> {
      const behind = command(argv, cwd, env)
      const service = await processes.start(behind, { env: OUTSIDE, log })
      return {
        ...renameService(service, argv, behind),
        // What was started only waits for the program, and hands no signal on.
        ask: () => void findChild(service.pid).then((pid) => sendSignal(pid ?? service.pid, 'SIGTERM'))
      }
    }
  }
}

/** Runs a program by the command line that it stands behind, and fails in the name of the program. */
export async function runBehind(run: Exec, argv: Argv, behind: Argv, options: RunOptions): Promise<Output> {
  try {
    return await run(behind, options)
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    throw new Failure(error, replaceName(error.message, argv, behind), { cause: error.cause })
  }
}

/** A service that ends in the name of its program. */
export const renameService = (service: Service, argv: Argv, behind: Argv): Service => ({
  ...service,
  ended: service.ended.then((text) => replaceName(text, argv, behind))
})

const replaceName = (text: string, [program]: Argv, [first]: Argv): string =>
  text.startsWith(`${basename(first)} `) ? basename(program) + text.slice(basename(first).length) : text
