import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findMount, type Mounted } from './machine.ts'
import { liesBelow, type ViewEntry } from './view.ts'

/** What a sandbox shows its programs. */
export interface Root {
  readonly entries: readonly ViewEntry[]
  /** A new one for what it takes to make it. */
  readonly folder: string
  readonly mounts: readonly Mounted[]
  readonly hostname: string
  /** Whether the network is that of this machine. */
  readonly network: boolean
}

/**
 * Makes a skeleton of a new root in a folder: its folders, links, mount points. Resolves with the command that mounts the
 * entries over it, leaves everything else behind and then is `cat`. It has to run in new namespaces.
 */
export async function makeRoot({ entries, folder, mounts, hostname, network }: Root): Promise<readonly string[]> {
  const [root, skeleton] = [join(folder, 'root'), join(folder, 'skeleton')]
  for (const path of [root, join(skeleton, 'proc'), join(skeleton, '.out')]) await mkdir(path, { recursive: true })
  for (const entry of entries) await makePoint(entry, skeleton)
  const above = findMount(skeleton, mounts)
  const table = join(folder, 'fstab')
  const lines = [
    ...[{ what: 'proc', at: join(root, 'proc'), type: 'proc', how: 'nosuid,nodev,noexec' }],
    ...entries.flatMap((entry) => formatMountLines(entry, { root, skeleton }, mounts))
  ]
  await writeFile(table, lines.map((line) => `${Object.values(line).map(escapeForFstab).join(' ')} 0 0\n`).join(''))
  const again = entries.flatMap((entry) => (entry.make === 'shown' ? [entry] : []))
  return [
    ...[
      '/bin/sh',
      '-c',
      MAKE,
      'sh',
      root,
      skeleton,
      table,
      formatRemount(above, false),
      hostname,
      network ? 'shared' : 'own'
    ],
    ...again.flatMap(({ path, from, writable }) => [
      join(root, path),
      formatRemount(findMount(from, mounts), writable),
      'known'
    ]),
    ...again.flatMap(({ path, from, writable }) =>
      mounts
        .filter((mount) => liesBelow(mount.path, from))
        .flatMap((mount) => [join(root, path + mount.path.slice(from.length)), formatRemount(mount, writable), ''])
    )
  ]
}

/** A new loopback is down: two tools, or the kernel's own file, raise it. Of busybox, mount forgets what else is said of a bind. */
const MAKE = `set -e
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$1 skeleton=$2 table=$3 sealed=$4 network=$6
hostname "$5" 2>/dev/null || echo "$5" 2>/dev/null >/proc/sys/kernel/hostname || true
shift 6
mount --bind "$skeleton" "$root"
mount -a -T "$table"
case $(mount --version 2>&1) in *util-linux*) done=known ;; *) done=no ;; esac
while [ $# -gt 0 ]; do
  [ "$3" = "$done" ] || mount -o "$2" "$1"
  shift 3
done
[ "$network" = shared ] || ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || {
  mount -t sysfs sysfs "$root/.out"
  echo 9 > "$root/.out/class/net/lo/flags"
  umount "$root/.out"
}
cd "$root"
pivot_root . .out
cd /
umount -l /.out
mount -o "$sealed" /
exec cat
`

async function makePoint(entry: ViewEntry, skeleton: string): Promise<void> {
  const path = join(skeleton, entry.path)
  const isFolder =
    entry.make === 'folder' ||
    entry.make === 'empty' ||
    (entry.make === 'shown' && (await stat(entry.from)).isDirectory())
  await mkdir(isFolder ? path : dirname(path), { recursive: true })
  if (entry.make === 'empty') await chmod(path, 0o1777)
  if (entry.make === 'link') await symlink(entry.to, path)
  else if (!isFolder) await writeFile(path, '', { flag: 'a' })
}

interface Line {
  readonly what: string
  readonly at: string
  readonly type: string
  readonly how: string
}

/** As in fstab(5). */
function formatMountLines(
  entry: ViewEntry,
  { root, skeleton }: Readonly<Record<'root' | 'skeleton', string>>,
  mounts: readonly Mounted[]
): readonly Line[] {
  const at = join(root, entry.path)
  switch (entry.make) {
    case 'link':
    case 'folder':
      return []
    case 'empty':
      return [
        {
          ...{ what: join(skeleton, entry.path), at, type: 'none' },
          how: `bind,${formatMountFlags(findMount(skeleton, mounts), true)}`
        }
      ]
    case 'device':
      return [{ what: entry.path, at, type: 'none', how: 'bind' }]
    case 'shown':
      return [
        {
          what: entry.from,
          at,
          type: 'none',
          how: `rbind,${formatMountFlags(findMount(entry.from, mounts), entry.writable)}`
        }
      ]
  }
}

const escapeForFstab = (text: string): string =>
  text.replace(/[\s\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`)

const formatRemount = (mount: Mounted | undefined, writable: boolean): string =>
  `remount,bind,${formatMountFlags(mount, writable)}`

/** What a mount was denied cannot be given back by those who are not root outside, so it is said again. */
function formatMountFlags(mount: Mounted | undefined, writable: boolean): string {
  const kept = (mount?.options ?? []).filter((option) => KEPT.includes(option) || (option === 'ro' && writable))
  return [...(writable ? [] : ['ro']), 'nosuid', 'nodev', ...kept].join(',')
}
const KEPT = ['noexec', 'noatime', 'nodiratime', 'strictatime']
