import type { Isolation } from '../../model/isolation.ts'
import type { Argv, User } from '../../model/ports/processes.ts'
import type { SystemTools } from './machine.ts'
import { makeRoot, type Root } from './root.ts'
import type { ViewEntry } from './view.ts'

/** Who programs are inside where a user namespace names them: `nonroot` of images without a distribution. */
export const INSIDE = 65_532

/** One way to have namespaces on this machine. */
export interface NamespaceWay {
  readonly isolation: Isolation
  /**
   * A command that makes them, shows the entries in them at a new root, and then is `cat`, which stays until its stdin ends.
   */
  readonly hold: (wanted: Root) => Promise<Argv>
  /** The start of a command line that runs in the namespaces of a process, which has the network of this machine or one of its own. */
  readonly enter: (pid: number, network: boolean) => Argv
  /** The same for a program of Slipway's own, in their network alone. */
  readonly enterNetwork: (pid: number) => Argv
  /** Whose files have to be, where programs are another user to the kernel. */
  readonly user: User | undefined
}

const APART = ['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try']
const IDS = ['--uid', String(INSIDE), '--gid', String(INSIDE)]
const NETWORK = '-n'
const OTHERS = ['-m', '-p', '-i', '-u']
const listNamespaces = (network: boolean): readonly string[] => [...OTHERS, ...(network ? [] : [NETWORK])]

/** bubblewrap makes a namespace of users too, unless root gives it another user. */
export const makeBubblewrapWay = ({ bwrap, nsenter }: SystemTools, user: User | undefined): NamespaceWay | undefined =>
  bwrap === undefined || nsenter === undefined
    ? undefined
    : {
        ...makeEntering(nsenter, user, []),
        isolation: { by: 'bubblewrap', why: formatUserOptions(bwrap, user) },
        hold: async ({ entries, hostname, network }) => [
          bwrap,
          ...(user ? [] : ['--unshare-user', ...IDS]),
          ...APART,
          ...(network ? [] : ['--unshare-net']),
          ...['--hostname', hostname, '--die-with-parent', '--as-pid-1', '--proc', '/proc'],
          ...entries.flatMap(formatBubblewrapOptions),
          ...['--remount-ro', '/', '--chdir', '/', '--', '/bin/cat']
        ]
      }

const formatUserOptions = (tool: string, user: User | undefined): string =>
  user ? `root runs ${tool}, and programs are user ${user.uid}` : `by ${tool}`

function formatBubblewrapOptions(entry: ViewEntry): readonly string[] {
  switch (entry.make) {
    case 'link':
      return ['--symlink', entry.to, entry.path]
    case 'folder':
      return ['--perms', '0755', '--dir', entry.path]
    case 'empty':
      return ['--perms', '1777', '--tmpfs', entry.path]
    case 'device':
      return ['--dev-bind', entry.path, entry.path]
    case 'shown':
      return [entry.writable ? '--bind' : '--ro-bind', entry.from, entry.path]
  }
}

/** The same with the tools of util-linux; as root those of busybox do. Through sudo, nothing but the making is root's. */
export function makeUnshareWay(
  { unshare, nsenter, setpriv }: SystemTools,
  user: User | undefined,
  through?: { readonly sudo: string; readonly uid: number; readonly gid: number }
): NamespaceWay | undefined {
  if (!unshare || !nsenter || (through && !setpriv)) return undefined
  // The namespaces belong to this user, who enters them without sudo; to make them takes a right that is lent.
  const lent = through && [
    ...[through.sudo, '-n', '--', setpriv ?? '', '--reuid', String(through.uid), '--regid', String(through.gid)],
    ...['--clear-groups', '--inh-caps', '+sys_admin', '--ambient-caps', '+sys_admin', '--']
  ]
  // mount(8) wants to be root, so programs leave that user by a namespace more.
  const leave = [unshare, '--user', `--map-user=${INSIDE}`, `--map-group=${INSIDE}`, '--']
  return {
    ...makeEntering(nsenter, user, user ? [] : leave),
    isolation: { by: 'namespaces', why: `${formatUserOptions(unshare, user)}${through ? ' with sudo' : ''}` },
    async hold(wanted) {
      const make = [unshare, ...(user ? [] : ['-U', '-r']), ...listNamespaces(wanted.network), '-f', '--']
      const [first = unshare, ...rest] = [...(lent ?? []), ...make, ...(await makeRoot(wanted))]
      return [first, ...rest]
    }
  }
}

const makeEntering = (
  nsenter: string,
  user: User | undefined,
  leave: readonly string[]
): Pick<NamespaceWay, 'enter' | 'enterNetwork' | 'user'> => ({
  enter: (pid, network) => [
    ...([nsenter, '-t', String(pid)] as const),
    ...(user
      ? [...listNamespaces(network), '-S', String(user.uid), '-G', String(user.gid)]
      : ['-U', ...listNamespaces(network), '--preserve-credentials']),
    '--',
    ...leave
  ],
  enterNetwork: (pid) => [
    ...([nsenter, '-t', String(pid)] as const),
    ...(user ? [NETWORK] : ['-U', NETWORK, '--preserve-credentials']),
    '--'
  ],
  user
})
