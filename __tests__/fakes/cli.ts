import { spawn } from 'node:child_process'
import { namePathTools } from './path-tools.ts'
import { fileOf } from './programs.ts'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  /** On top of `plainEnvironment`; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What the shell calls umask, in octal digits. */
  readonly umask?: string
  /** A program and its arguments that starts ours: another user. */
  readonly under?: readonly string[]
  /** Called with the child's pid once it runs. */
  readonly started?: (pid: number) => void
}

/** Where things lie on this machine and how modules are reached; nothing that says what to do or on behalf of whom. */
const MACHINE = [
  ...['PATH', 'HOME', 'TMPDIR', 'XDG_CACHE_HOME', 'RUNNER_TOOL_CACHE', 'NODE_COMPILE_CACHE'],
  ...['GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY', 'GOPRIVATE'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'NODE_EXTRA_CA_CERTS']
]

/**
 * The environment of a person's shell: no CI, no key, no token, whoever runs the tests; nobody outside is asked. A plain
 * `go` of a test follows no settings that its user wrote with `go env -w`, as Slipway's own does not.
 */
export const plainEnvironment = (): Record<string, string> => ({
  ...Object.fromEntries(
    MACHINE.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
  ),
  GOENV: 'off',
  GOVULNDB: 'off'
})

/** Where the caches of this machine's Go lie, for a run that has another home. */
export const readGoFolders = async (cwd: string): Promise<Readonly<Record<string, string>>> =>
  JSON.parse(succeeded(await program(['go', 'env', '-json', 'GOCACHE', 'GOMODCACHE'], { cwd }))) as Record<
    string,
    string
  >

/** The words that a command line of `slipway` begins with; what ships has tests of its own. */
export const SLIPWAY = [process.execPath, fileOf('src/cli.ts')] as const

/** Runs `slipway` as a person does, to its end; never rejects for its status. */
export const slipway = (args: readonly string[], options: RunOptions): Promise<Ran> =>
  program([...SLIPWAY, ...args], { ...options, env: nameTools(options.env) })

/** A test that puts a cosign on PATH means it to be run. */
export const nameTools = (env: RunOptions['env'] = {}): NonNullable<RunOptions['env']> => ({
  SLIPWAY_PATH_TOOLS: namePathTools(env['PATH']),
  ...env
})

/** Runs any program to its end; never rejects for its status. */
export async function program(
  command: readonly string[],
  { cwd, env, umask, under = [], started }: RunOptions
): Promise<Ran> {
  const merged = Object.entries({ ...plainEnvironment(), ...env }).filter(([, value]) => value !== undefined)
  const [tool = '', ...args] = [...under, ...command]
  const [file, list] =
    umask === undefined ? [tool, args] : ['sh', ['-c', `umask ${umask} && exec "$0" "$@"`, tool, ...args]]
  return await new Promise((resolve, reject) => {
    const child = spawn(file, list, { cwd, env: Object.fromEntries(merged), stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('spawn', () => child.pid !== undefined && started?.(child.pid))
    child.on('close', (status) =>
      resolve({ status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') })
    )
  })
}

/** What a run that has to succeed printed; a failure shows all that it said. */
export function succeeded({ status, stdout, stderr }: Ran): string {
  if (status !== 0) throw new Error(`ended with status ${status}:\n${stdout}${stderr}`)
  return stdout
}
