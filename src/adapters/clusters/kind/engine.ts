import type { Exec } from '../../../model/ports/processes.ts'

/** Variables that say where the container engine is and how to talk to it; nothing else of ours reaches it. */
const ENGINE = [
  'PATH',
  'Path',
  'HOME',
  'USERPROFILE',
  'SystemRoot',
  'XDG_RUNTIME_DIR',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'DOCKER_CONFIG',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'DOCKER_API_VERSION'
]

/** The environment of docker and kind. */
export const pickEngineEnv = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(ENGINE.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))

/** docker with just the environment that it needs; stdout without its last line break. */
export type Docker = (args: readonly string[], signal: AbortSignal) => Promise<string>

export const bindDocker =
  (path: string, run: Exec, env: Readonly<Record<string, string | undefined>>): Docker =>
  async (args, signal) =>
    (await run([path, ...args], { env: pickEngineEnv(env), signal })).stdout.trimEnd()

/**
 * The label of the scratch folder that is there as long as a run may have something in the container engine: made before
 * its first piece, and gone after the last. The engine is not asked where no killed run left one.
 */
export const MARK = 'kind'
