import { setTimeout as sleep } from 'node:timers/promises'
import * as node from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { removeTree, TEMPORARY, makeTemporaryName } from './disk.ts'
import type { FileSystem } from './disk.ts'
import { makeFolder } from './make-folder.ts'
import { makeRefusalFailure } from './refused.ts'
import { judgeLife, parseOwner } from './owner.ts'

/** A live lock is touched this often; one from elsewhere that was not for `STALE_MS` belongs to nobody. Milliseconds. */
const BEAT_MS = 15_000
const STALE_MS = 120_000
/** How often one who waits looks whether it is its turn. Milliseconds. */
const LOOK_MS = 200
/** Leftovers from elsewhere (another boot, host or container) are removed after a week: no run lives that long. */
const ABANDONED_MS = 7 * 24 * 3600 * 1000

/**
 * The right to work in a folder, until the scope ends. A second run gets an 'environment' Failure that names the first
 * one's pid; what a dead run left does not count, and goes away.
 *
 * Each contender first puts a file of its own into the folder, then looks: whoever sees no other living file has the
 * lock. The owner is in the file's name, so no file is ever taken over, and two runs that look at the same moment both
 * step back and try again.
 */
export async function lockFolder(folder: string, fs: FileSystem = node): Promise<AsyncDisposable> {
  try {
    await makeFolder(fs, folder)
    for (let attempt = 1; ; attempt++) {
      const got = await tryLock(folder, fs)
      if (typeof got !== 'string') return got
      if (attempt === 4) throw makeTakenFailure(folder, got)
      await sleep(10 + Math.random() * 40 * attempt)
    }
  } catch (error) {
    throw error instanceof Failure ? error : makeRefusalFailure('lock', folder, error)
  }
}

/**
 * Runs the work while no other run holds the folder's lock, which it waits for. A holder that says nothing for long does
 * not count, alive or not (it may be stopped, or its pid be another's by now): this lock saves work, and correctness must
 * not rest on it. A lock that is dated in the future would never look silent: it is told and does not count.
 */
export async function runInTurn<T>(
  folder: string,
  signal: AbortSignal,
  work: () => Promise<T>,
  { fs = node, warn = () => undefined }: { readonly fs?: FileSystem; readonly warn?: (line: string) => void } = {}
): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    const got = await makeFolder(fs, folder)
      .then(() => tryLock(folder, fs, warn))
      .catch((error: unknown) => {
        throw makeRefusalFailure('lock', folder, error)
      })
    if (typeof got !== 'string') {
      await using _held = got
      return await work()
    }
    // Not all at the same moment: those who see each other all step back.
    await sleep(LOOK_MS * (0.5 + Math.random()), undefined, { signal })
  }
}

/** One attempt: the lock, or the name of the living one that is in the way. */
async function tryLock(
  folder: string,
  fs: FileSystem,
  doubt?: (line: string) => void
): Promise<AsyncDisposable | string> {
  const name = makeTemporaryName('lock')
  const path = join(folder, name)
  await (await fs.open(path, 'wx', 0o644)).close()
  const other = await findOtherLock(folder, name, fs, doubt)
  if (other === undefined) return makeHeldLock(path, fs)
  await fs.rm(path, { force: true })
  return other
}

/** The right to work in a folder, once what killed runs left in it and below is gone. */
export async function sweepAndLock(folder: string, fs: FileSystem = node): Promise<AsyncDisposable> {
  const held = await lockFolder(folder, fs)
  try {
    await sweepFiles(folder, { held: true, fs })
    return held
  } catch (error) {
    await held[Symbol.asyncDispose]()
    throw error
  }
}

/**
 * Removes the temp files, scratch folders and locks that killed runs left in a folder and, unless `deep` is false,
 * below it, but for those that `keep` names; resolves with their paths. What belongs to a live run, or to another user, is not touched; what came from
 * another boot, host or container only after a week, or when the folder's lock is `held`, since then nobody works there.
 */
export async function sweepFiles(
  folder: string,
  {
    deep = true,
    held = false,
    keep = () => false,
    fs = node
  }: {
    readonly deep?: boolean
    readonly held?: boolean
    readonly keep?: (name: string) => boolean
    readonly fs?: FileSystem
  } = {}
): Promise<readonly string[]> {
  const swept: string[] = []
  // What lies behind a link is somebody else's.
  if ((await fs.lstat(folder).catch(() => undefined))?.isSymbolicLink()) return swept
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (TEMPORARY.test(entry.name)) {
      if (!keep(entry.name) && (await isLeftover(path, entry.name, held, fs)) && (await removeQuietly(path, fs)))
        swept.push(path)
    } else if (deep && entry.isDirectory()) swept.push(...(await sweepFiles(path, { held, keep, fs })))
  }
  return swept
}

async function removeQuietly(path: string, fs: FileSystem): Promise<boolean> {
  try {
    await removeTree(fs, path)
    return true
  } catch (error) {
    // In a shared temporary folder: another user's, who sweeps it.
    if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw makeRefusalFailure('remove', path, error)
  }
}

function makeHeldLock(path: string, fs: FileSystem): AsyncDisposable {
  const touch = (): void => {
    const now = new Date()
    // A beat that fails (a full or vanished disk) only makes the lock look older to others.
    fs.utimes(path, now, now).catch(() => undefined)
  }
  const beat = setInterval(touch, BEAT_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(beat)
      await fs.rm(path, { force: true })
    }
  }
}

/** The name of a living lock beside `own`, if there is one; dead ones are removed, and with `doubt` silent ones. */
async function findOtherLock(
  folder: string,
  own: string,
  fs: FileSystem,
  doubt: ((line: string) => void) | undefined
): Promise<string | undefined> {
  // The file system's own clock, which on a network disk is not ours.
  const now = (await readMtime(join(folder, own), fs)) ?? 0
  for (const name of await fs.readdir(folder)) {
    const owner = TEMPORARY.exec(name)?.[1] === 'lock' && name !== own ? parseOwner(name) : undefined
    if (!owner) continue
    const life = judgeLife(owner)
    if (life === 'alive' && !doubt) return name
    const path = join(folder, name)
    const touched = (await readMtime(path, fs)) ?? 0
    if (life !== 'dead' && Math.abs(now - touched) < STALE_MS) return name
    if (life !== 'dead' && touched > now)
      doubt?.(`the lock ${path} is dated ${new Date(touched).toISOString()}, which is in the future: it does not count`)
    await fs.rm(path, { force: true })
  }
  return undefined
}

async function isLeftover(path: string, name: string, held: boolean, fs: FileSystem): Promise<boolean> {
  const owner = parseOwner(name)
  if (!owner) return false
  const life = judgeLife(owner)
  if (life !== 'elsewhere') return life === 'dead'
  // A lock further down is of a folder that somebody else may be working in.
  if (held && TEMPORARY.exec(name)?.[1] !== 'lock') return true
  const changed = await readMtime(path, fs)
  return changed !== undefined && Date.now() - changed > ABANDONED_MS
}

const readMtime = async (path: string, fs: FileSystem): Promise<number | undefined> =>
  (await fs.stat(path).catch(() => undefined))?.mtimeMs

function makeTakenFailure(folder: string, name: string): Failure {
  const owner = parseOwner(name)
  const where = owner && judgeLife(owner) === 'elsewhere' ? ' on another host or in another container' : ''
  return new Failure('environment', `another run (pid ${owner?.pid ?? '?'}${where}) is working in ${folder}`, {
    code: 'output-in-use',
    hint: `Wait for it to end, or choose another folder. If there is no such run, remove ${join(folder, name)}.`
  })
}
