import { chmod, copyFile, lchown, lstat, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'
import { Scope } from '../../base/scope.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Argv, Processes, User } from '../../model/ports/processes.ts'
import type { SandboxOptions, Sandbox } from '../../model/ports/sandbox.ts'
import { sendSignal } from '../machine/ending.ts'
import { requestLoopback } from '../machine/loopback.ts'
import { listPids } from '../machine/owner.ts'
import { giveTo } from './apart.ts'
import { renameService, runBehind } from './inside.ts'
import { demandHardLinkProtection, readHardLinkProtection, readUsers, reserveUser, resolveFolders } from './machine.ts'
import { liesBelow } from './view.ts'

/** Folders that belong to everybody. */
const SHARED = ['/dev/shm', '/run/lock', '/tmp', '/var/tmp']
/** How long what is killed may take to go, in milliseconds. */
const PATIENCE_MS = 10_000

/**
 * A sandbox by another user alone, where root may make no namespaces, as in most containers. Programs see this machine's
 * network and what everybody may read; the folders that hide something are closed to them while it is open.
 */
export async function openAsUser(
  { processes, files, setpriv }: { readonly processes: Processes; readonly files: Files; readonly setpriv?: string },
  { reads, writes, hides }: SandboxOptions
): Promise<Sandbox> {
  demandHardLinkProtection(await readHardLinkProtection())
  await using stack = new Scope()
  const found = await reserveUser()
  if (!found)
    throw new Failure('environment', 'no user id is free for programs under test', {
      hint: 'The ids from 60600 to 61099 are all in use: end what runs under them.'
    })
  stack.defer(() => found.giveBack())
  const user = { uid: found.uid, gid: found.uid }
  const { path: folder } = stack.use(await files.scratch('sandbox'))
  await chmod(folder, 0o711)
  const hidden = await resolveFolders(hides)
  for (const path of hidden) stack.defer(await closeFolder(path))
  for (const path of [...reads, ...writes]) await openWay(path, hidden)
  for (const path of [folder, ...writes])
    if (!(await isReached(path)))
      throw new Failure('environment', `another user cannot come to ${path}, and programs under test are one here`, {
        hint: 'Set TMPDIR to a folder that others may pass, outside of the home and of the repository.'
      })
  for (const path of writes) await giveTo(user, path)
  const copies = new Map<string, string>()
  for (const [i, path] of reads.entries()) copies.set(path, await letRead(user, path, join(folder, String(i))))
  stack.defer(() => removeAll(user))
  stack.defer(() => endAll(user, processes))
  const withoutMore = setpriv ? [setpriv, '--no-new-privs', '--'] : []
  const command = ([tool, ...args]: Argv): Argv => {
    const [first = tool, ...rest] = [...withoutMore, copies.get(tool) ?? tool, ...args]
    return [first, ...rest]
  }
  const owned = stack.move()
  return {
    run: (argv, options) => runBehind(processes.run, argv, command(argv), { ...options, as: user }),
    start: async (argv, options) => {
      const behind = command(argv)
      return renameService(await processes.start(behind, { ...options, as: user }), argv, behind)
    },
    get: (url, signal) => requestLoopback(url, signal),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** Sandboxes that are open side by side close a folder once, and the last one opens it again. */
const closed = new Map<string, { readonly mode: Promise<number>; count: number }>()

/** Closes a folder to other users; resolves with what opens it again as it was. */
async function closeFolder(path: string): Promise<() => Promise<void>> {
  const entry = closed.get(path) ?? { mode: removeOtherRights(path), count: 0 }
  entry.count += 1
  closed.set(path, entry)
  const mode = await entry.mode
  return async () => {
    entry.count -= 1
    if (entry.count > 0) return
    closed.delete(path)
    await chmod(path, mode)
  }
}

/** Resolves with the mode of before. */
async function removeOtherRights(path: string): Promise<number> {
  const mode = (await stat(path)).mode & 0o7777
  await chmod(path, mode & ~0o007)
  return mode
}

/** Lets others pass, and no more, through private folders of the system's temporary one that hide nothing. */
async function openWay(path: string, hidden: readonly string[]): Promise<void> {
  for (let folder = dirname(path); liesBelow(folder, tmpdir()); folder = dirname(folder)) {
    if (hidden.some((each) => folder === each || liesBelow(folder, each))) continue
    const { mode } = await stat(folder)
    if ((mode & 0o001) === 0) await chmod(folder, (mode & 0o7777) | 0o001)
  }
}

/** Lets a user read a file or folder; resolves with where, since a file that nobody else reaches is copied. */
async function letRead(user: User, path: string, copy: string): Promise<string> {
  const own = await stat(path)
  if (await isReached(path)) {
    const needed = own.isDirectory() ? 0o005 : 0o004
    if ((own.mode & needed) === needed) return path
    if (liesBelow(path, tmpdir())) {
      await giveTo(user, path)
      return path
    }
  }
  if (own.isDirectory())
    throw new Failure('environment', `another user cannot read ${path}, and programs under test are one here`, {
      hint: 'Let a folder above it be passed by others (chmod o+x), or install bubblewrap.'
    })
  await mkdir(copy, { mode: 0o711 })
  const place = join(copy, basename(path))
  await copyFile(path, place)
  await chmod(place, own.mode & 0o111 ? 0o555 : 0o444)
  return place
}

async function isReached(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === '/') return true
  }
}

/** Ends every process of a user, also one that starts others as fast as it can. */
async function endAll(user: User, { run }: Processes): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (let wait = 1; ; wait = Math.min(wait * 2, 100)) {
    const found = await Promise.all(
      listPids().map(async (pid) => ((await readUsers(pid)).includes(user.uid) ? [pid] : []))
    )
    const left = found.flat()
    if (left.length === 0) return
    if (Date.now() > until)
      throw new Failure('environment', `a program under test does not end, even by SIGKILL: pid ${left.join(', ')}`, {
        hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
      })
    // All at once, so that none has the time for another one; and one by one, for what changed its user.
    await run(['/bin/sh', '-c', 'kill -KILL -1'], { env: {}, as: user }).catch(() => undefined)
    for (const pid of left) sendSignal(pid, 'SIGKILL')
    await sleep(wait)
  }
}

/** What a user left in folders that everybody shares. */
async function removeAll({ uid }: User): Promise<void> {
  for (const folder of SHARED)
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name)
      if ((await lstat(path).catch(() => undefined))?.uid !== uid) continue
      await lchown(path, 0, 0)
      await rm(path, { recursive: true, force: true })
    }
}
