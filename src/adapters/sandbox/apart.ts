import { randomBytes } from 'node:crypto'
import { chmod, chown, cp, lchown, lstat, mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { Scope } from '../../base/scope.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes, User } from '../../model/ports/processes.ts'
import type { SandboxOptions, Sandbox } from '../../model/ports/sandbox.ts'
import { requestLoopback } from '../machine/loopback.ts'
import { bridge, type Bridge } from './bridge.ts'
import { holdNamespaces } from './holder.ts'
import { runInside } from './inside.ts'
import { findMounts, findPlaces, resolveFolders } from './machine.ts'
import { arrangeView } from './view.ts'
import { INSIDE, type NamespaceWay } from './ways.ts'

/** A sandbox in namespaces of its own: of files, processes, network, and users where it is not root who makes them. */
export async function openApart(
  way: NamespaceWay,
  { processes, files }: { readonly processes: Processes; readonly files: Files },
  { reads, writes, reaches, hides, network = false }: SandboxOptions
): Promise<Sandbox> {
  await using stack = new Scope()
  const { path: folder } = stack.use(await files.scratch('sandbox'))
  for (const path of writes) await giveTo(way.user, path)
  // As each pod has: programs take it for their own name, such as that of a leader.
  const hostname = `slipway-${randomBytes(4).toString('hex')}`
  const [system, mounts, hidden] = await Promise.all([findPlaces(), findMounts(), resolveFolders(hides)])
  const entries = arrangeView({
    system,
    own: {
      ...(await writeOwnFiles(join(folder, 'etc'), way.user?.uid ?? INSIDE, hostname)),
      ...(network && (await isThere(RESOLVER)) && { [RESOLVER]: RESOLVER })
    },
    reads: await makeReadable(reads, join(folder, 'reads'), way.user),
    writes,
    hides: hidden
  })
  const holder = stack.use(await holdNamespaces(await way.hold({ entries, folder, mounts, hostname, network })))
  let made: Promise<Bridge> | undefined
  stack.defer(async () => (await made?.catch(() => undefined))?.[Symbol.asyncDispose]())
  const bridged = (): Promise<Bridge> => (made ??= bridge(way.enterNetwork(holder.pid), reaches))
  // It comes while the first program is prepared.
  if (reaches.length > 0) bridged().catch(() => undefined)
  const refuseEnded = (): void => {
    if (!holder.isThere())
      throw new Failure('environment', 'a program under test ended the sandbox that it ran in', {
        hint: 'It ends processes that it did not start. Run it by hand and see which.'
      })
  }
  const enter = (): ReturnType<NamespaceWay['enter']> => {
    refuseEnded()
    return way.enter(holder.pid, network)
  }
  const inside = runInside(processes, enter, refuseEnded)
  const owned = stack.move()
  return {
    run: inside.run,
    async start(argv, options) {
      if (made) await made
      return await inside.start(argv, options)
    },
    get: (url, signal) => requestLoopback(url, signal, async (port) => (await bridged()).connect(port)),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** Says where names are looked up (resolv.conf(5)). */
const RESOLVER = '/etc/resolv.conf'

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  )

/** What a system without any users of its own needs to know. */
async function writeOwnFiles(folder: string, uid: number, hostname: string): Promise<Readonly<Record<string, string>>> {
  const texts = {
    passwd: `root:x:0:0::/:/bin/false\nnonroot:x:${uid}:${uid}::/tmp:/bin/false\n`,
    group: `root:x:0:\nnonroot:x:${uid}:\n`,
    hosts: `127.0.0.1 localhost ${hostname}\n::1 localhost\n`
  }
  await mkdir(folder, { mode: 0o755 })
  const made = Object.entries(texts).map(async ([name, text]) => {
    await writeFile(join(folder, name), text)
    await chmod(join(folder, name), 0o644)
    return [`/etc/${name}`, join(folder, name)] as const
  })
  return Object.fromEntries(await Promise.all(made))
}

/** Each path with where it is shown from: a copy, where the programs are a user who may not read it. */
async function makeReadable(
  paths: readonly string[],
  folder: string,
  user: User | undefined
): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    paths.map(async (path, i) => {
      const own = await stat(path)
      const needed = own.isDirectory() ? 0o005 : 0o004
      if (!user || own.uid === user.uid || (own.mode & needed) === needed) return [path, path] as const
      const copy = join(folder, String(i))
      await cp(path, copy, { recursive: true, dereference: false })
      await giveTo(user, copy)
      return [path, copy] as const
    })
  )
  return Object.fromEntries(found)
}

/** Makes a tree a user's own; links are not followed. */
export async function giveTo(user: User | undefined, path: string): Promise<void> {
  if (!user) return
  const own = await lstat(path)
  if (own.isDirectory()) for (const name of await readdir(path)) await giveTo(user, join(path, name))
  if (own.isSymbolicLink()) await lchown(path, user.uid, user.gid)
  else await chown(path, user.uid, user.gid)
}
