import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readWhole } from '../regular-file.ts'

/** Milliseconds: how often a holder says that it lives, after which silence it is taken for dead, how often others look. */
export interface Pace {
  readonly beat: number
  readonly dead: number
  readonly look: number
}

const PACE: Pace = { beat: 2000, dead: 20_000, look: 200 }

/**
 * Runs the work while no other process runs its own under the same lock file. A holder that was killed is noticed by its
 * silence. Two holders at once are possible after a long pause of the machine: the lock saves work, and correctness
 * does not rest on it.
 */
export async function exclusive<T>(
  path: string,
  signal: AbortSignal,
  work: () => Promise<T>,
  pace: Pace = PACE
): Promise<T> {
  const token = randomUUID()
  await mkdir(dirname(path), { recursive: true })
  while (!(await take(path, token))) {
    await clear(path, token, pace.dead)
    await sleep(pace.look, undefined, { signal })
  }
  const beat = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => undefined)
  }, pace.beat)
  try {
    signal.throwIfAborted()
    return await work()
  } finally {
    clearInterval(beat)
    // Anybody may have put another file there; a token is 36 bytes.
    if (String(await readWhole(path, 64).catch(() => undefined)) === token) await rm(path, { force: true })
  }
}

async function take(path: string, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(token).finally(() => file.close())
    return true
  } catch (cause) {
    if (isCode(cause, 'EEXIST') || isCode(cause, 'EPERM')) return false
    throw cause
  }
}

/** Moves a dead holder's lock away: of several that see it, one succeeds. */
async function clear(path: string, token: string, dead: number): Promise<void> {
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0
  )
  if (age < dead) return
  const aside = `${path}.${token}`
  await rename(path, aside).catch(() => undefined)
  await rm(aside, { force: true })
}

/** Whether an error of node:fs has this code. */
export const isCode = (cause: unknown, code: string): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === code
