import { dirname, relative } from 'node:path/posix'

/** One thing in the file tree that programs under test see. */
export type ViewEntry =
  | { readonly make: 'link'; readonly path: string; readonly to: string }
  /** A way to what is shown inside. */
  | { readonly make: 'folder'; readonly path: string }
  /** A folder with nothing in it that anybody may write. */
  | { readonly make: 'empty'; readonly path: string }
  | { readonly make: 'device'; readonly path: string }
  /** What lies at `from` outside. */
  | { readonly make: 'shown'; readonly path: string; readonly from: string; readonly writable: boolean }

/** What a place of the system is on this machine. */
export type SystemPlace =
  { readonly path: string; readonly kind: 'folder' | 'file' } | { readonly path: string; readonly link: string }

/** Programs and libraries, and what they look for: no program of a user is started from elsewhere. */
export const SYSTEM: readonly string[] = [
  ...['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store'],
  ...['/etc/alternatives', '/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/localtime'],
  ...['/etc/mime.types', '/etc/nsswitch.conf', '/etc/os-release', '/etc/protocols', '/etc/services', '/etc/timezone'],
  // Not /etc/ssl and /etc/pki, which hold private keys too.
  ...['/etc/ca-certificates', '/etc/crypto-policies', '/etc/pki/ca-trust/extracted', '/etc/pki/tls/certs'],
  ...['/etc/ssl/cert.pem', '/etc/ssl/certs', '/etc/ssl/openssl.cnf']
]

const DEVICES = ['null', 'zero', 'full', 'random', 'urandom']
const STREAMS = { fd: '', stdin: '/0', stdout: '/1', stderr: '/2' }

export interface WantedView {
  readonly system: readonly SystemPlace[]
  /** Files of Slipway's own for places in /etc, such as a passwd that names one user. */
  readonly own: Readonly<Record<string, string>>
  /** Files and folders, each with the path at which it is seen. */
  readonly reads: Readonly<Record<string, string>>
  readonly writes: readonly string[]
  /** Folders that must not be seen, also where they lie inside a place of the system. */
  readonly hides: readonly string[]
}

/** All that is seen, in the order in which it can be made: nothing that is not named here is there. */
export function arrangeView({ system, own, reads, writes, hides }: WantedView): readonly ViewEntry[] {
  const folders = system.flatMap((place) => ('kind' in place && place.kind === 'folder' ? [place.path] : []))
  const covered = hides.filter((path) => folders.some((folder) => liesBelow(path, folder)))
  const isThere = (path: string): boolean =>
    folders.some((folder) => liesBelow(path, folder)) && !covered.some((folder) => liesBelow(path, folder))
  const shown = (path: string, from: string, writable: boolean): ViewEntry => ({ make: 'shown', path, from, writable })
  const given = orderParentsFirst([
    ...Object.entries(reads).flatMap(([path, from]) =>
      path === from && isThere(path) ? [] : [shown(path, from, false)]
    ),
    ...writes.map((path) => shown(path, path, true))
  ])
  const files = Object.entries(own).map(([path, from]) => shown(path, from, false))
  const empty = ['/dev', '/dev/shm', '/run', '/tmp', '/var/tmp', ...covered]
  const links = system.flatMap((place) => ('link' in place ? [place] : []))
  const places = system.flatMap((place) => ('link' in place ? [] : [shown(place.path, place.path, false)]))
  const made = (entries: readonly ViewEntry[]): readonly ViewEntry[] =>
    [...new Set(entries.flatMap(({ path }) => listFoldersAbove(path)))]
      .filter((path) => !empty.includes(path) && !folders.includes(path) && !isThere(path))
      .map((path) => ({ make: 'folder', path }))
  return [
    ...made(places),
    ...places,
    ...links.map(({ path, link }): ViewEntry => ({
      make: 'link',
      path,
      // Read from outside while it is made, so it must not lead to a root that is not its own.
      to: link.startsWith('/') ? relative(dirname(path), link) : link
    })),
    ...empty.map((path): ViewEntry => ({ make: 'empty', path })),
    ...made([...files, ...given]),
    ...DEVICES.map((name): ViewEntry => ({ make: 'device', path: `/dev/${name}` })),
    ...Object.entries(STREAMS).map(([name, at]): ViewEntry => ({
      make: 'link',
      path: `/dev/${name}`,
      to: `../proc/self/fd${at}`
    })),
    ...files,
    ...given
  ]
}

/** The folders that a path lies in, the outermost first. */
const listFoldersAbove = (path: string): readonly string[] =>
  dirname(path) === '/' ? [] : [...listFoldersAbove(dirname(path)), dirname(path)]

/** A folder is shown before what is shown inside of it. */
const orderParentsFirst = (entries: readonly ViewEntry[]): readonly ViewEntry[] =>
  [...entries].sort((a, b) => a.path.split('/').length - b.path.split('/').length)

export const liesBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith('/') ? folder : `${folder}/`)
