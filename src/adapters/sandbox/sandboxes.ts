import { Failure } from '../../base/errors.ts'
import { Scope } from '../../base/scope.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Loopback, Processes } from '../../model/ports/processes.ts'
import type { Isolation } from '../../model/isolation.ts'
import type { SandboxOptions, Sandbox, Sandboxes } from '../../model/ports/sandbox.ts'
import { openAsUser } from './another-user.ts'
import { openApart } from './apart.ts'
import { findSystemTools, reserveUser } from './machine.ts'
import { makeBubblewrapWay, makeUnshareWay, type NamespaceWay } from './ways.ts'

export interface SandboxParts {
  readonly processes: Processes
  /** Its scratch folders lie where other users can pass: in the system's temporary folder. */
  readonly files: Files
  readonly loopback: Loopback
  readonly platform: string
  /** Whether sudo may be used where it asks for no password: on a machine that is there for this run alone. */
  readonly sudo: boolean
  /** Folders that programs under test must not see, whatever a trial gives. */
  readonly hides: readonly string[]
  /** The isolations that may be taken; all of them when left out. */
  readonly among?: readonly Isolation['by'][]
}

/** Where this machine keeps what no program under test may see or change: homes, caches, work trees of jobs. */
export const listSecretFolders = (
  env: Readonly<Record<string, string | undefined>>,
  own: readonly string[]
): string[] =>
  // GOPATH is a list.
  [...own, ...(env['GOPATH'] ?? '').split(':'), ...SECRET_FOLDERS.map((name) => env[name] ?? '')].filter(
    (path) => path !== ''
  )

const SECRET_FOLDERS = [
  ...['HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'GOCACHE', 'GOMODCACHE', 'DOCKER_CONFIG'],
  ...['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'CI_PROJECT_DIR']
]

interface IsolationChoice {
  readonly isolation: Isolation
  readonly open: (given: SandboxOptions) => Promise<Sandbox>
}

/** The best isolation of this machine, which is the first in the order of `ISOLATIONS` that works when it is tried. */
export function sandboxes(parts: SandboxParts): Sandboxes {
  let found: Promise<IsolationChoice> | undefined
  const chosen = (): Promise<IsolationChoice> => (found ??= chooseIsolation(parts))
  return {
    isolation: async () => (await chosen()).isolation,
    async open(given) {
      const { open } = await chosen()
      return await open({ ...given, hides: [...given.hides, ...parts.hides] })
    }
  }
}

async function chooseIsolation(parts: SandboxParts): Promise<IsolationChoice> {
  const { platform, among = ['bubblewrap', 'namespaces', 'user'] } = parts
  const refusals: string[] = []
  if (platform === 'linux')
    for (const candidate of await listCandidates(parts)) {
      if (!among.includes(candidate.isolation.by)) continue
      const refusal = await tryIsolation(candidate, parts.hides)
      if (refusal === undefined) return candidate
      refusals.push(refusal)
    }
  const why =
    platform === 'linux'
      ? refusals.join('; ') || 'neither bwrap nor unshare is installed'
      : `there is none on ${platform}`
  return { isolation: { by: 'none', why }, open: () => Promise.resolve(openNone(parts)) }
}

async function listCandidates(parts: SandboxParts): Promise<readonly IsolationChoice[]> {
  const tools = await findSystemTools()
  const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1]
  const apart = (way: NamespaceWay | undefined): readonly IsolationChoice[] =>
    way ? [{ isolation: way.isolation, open: (given) => openApart(way, parts, given) }] : []
  if (uid !== 0) {
    const { sudo } = tools
    const through = parts.sudo && sudo ? makeUnshareWay(tools, undefined, { sudo, uid, gid }) : undefined
    return [
      ...apart(makeBubblewrapWay(tools, undefined)),
      ...apart(makeUnshareWay(tools, undefined)),
      ...apart(through)
    ]
  }
  const other = await reserveUser()
  const user = other && { uid: other.uid, gid: other.uid }
  const { setpriv } = tools
  return [
    ...(user ? [...apart(makeBubblewrapWay(tools, user)), ...apart(makeUnshareWay(tools, user))] : []),
    {
      isolation: { by: 'user', why: 'root starts programs as a user that nobody else is, and may make no namespaces' },
      open: (given) => openAsUser({ ...parts, ...(setpriv && { setpriv }) }, given)
    }
  ]
}

/** Why it does not work here; undefined when it does. */
async function tryIsolation(
  { isolation, open }: IsolationChoice,
  hides: readonly string[]
): Promise<string | undefined> {
  try {
    await using sandbox = await open({ reads: [], writes: [], reaches: [], hides })
    await sandbox.run(['/bin/cat', '/dev/null'], { cwd: '/', env: { PATH: '/usr/bin:/bin' } })
    return undefined
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const cause = typeof error.cause === 'string' ? `: ${error.cause.split('\n').at(-1)}` : ''
    return `${isolation.by}: ${error.message}${cause}`
  }
}

/** The machine as it is. */
function openNone({ processes, loopback }: SandboxParts): Sandbox {
  const stack = new Scope()
  return {
    run: processes.run,
    start: async (argv, options) => stack.use(await processes.start(argv, options)),
    get: (url, signal) => loopback.get(url, signal),
    [Symbol.asyncDispose]: () => stack.disposeAsync()
  }
}
