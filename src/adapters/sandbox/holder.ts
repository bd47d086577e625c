import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../base/errors.ts'
import type { Argv } from '../../model/ports/processes.ts'
import { sendSignal } from '../machine/ending.ts'
import { listPids } from '../machine/owner.ts'
import { addMarker } from '../machine/process.ts'

/** How long namespaces may take to come, and how long their processes may take to go, in milliseconds. */
const PATIENCE_MS = 15_000
const GRACE_MS = 1000
const WORDS = 4000

/** The first process of new namespaces. When its scope ends, or when Slipway does, the kernel ends all others in them. */
export interface Holder extends AsyncDisposable {
  /** Its pid outside. */
  readonly pid: number
  readonly isThere: () => boolean
}

/** Starts a command that makes namespaces and then is `cat` inside: what it is told comes back once everything is made. */
export async function holdNamespaces(argv: Argv): Promise<Holder> {
  const [tool, ...args] = argv
  const child = spawn(tool, args, { env: addMarker({ PATH: '/usr/bin:/bin' }), cwd: '/', detached: true })
  const said: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => void (said.length < 100 && said.push(chunk)))
  let over = false
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(error.message))
      resolve()
    })
    child.once('close', () => resolve())
  }).then(() => (over = true))
  child.stdin.on('error', () => undefined).write('ready\n')
  const ready = new Promise<boolean>((resolve) => child.stdout.once('data', () => resolve(true)))
  const stop = async (): Promise<void> => {
    child.stdin.end()
    if (await Promise.race([ended, sleep(GRACE_MS, false, { ref: false })])) return
    for (const pid of [await findInit(child.pid), child.pid]) if (pid !== undefined) sendSignal(pid, 'SIGKILL')
    await ended
  }
  const made = await Promise.race([ready, ended.then(() => false), sleep(PATIENCE_MS, false, { ref: false })])
  const pid = made ? await findInit(child.pid) : undefined
  if (pid === undefined) {
    await stop()
    const words = Buffer.concat(said).toString('utf8').trim().split('\n').at(-1)?.slice(0, WORDS)
    throw new Failure('environment', `${tool} makes no namespaces: ${words || 'it says nothing'}`, {
      hint: 'docs/security.md says what a machine needs for them.'
    })
  }
  child.stdout.destroy()
  return { pid, isThere: () => !over, [Symbol.asyncDispose]: stop }
}

/** Among the children of a process and theirs, the one that is process 1 of a namespace of its own. */
async function findInit(root: number | undefined): Promise<number | undefined> {
  const all = (await Promise.all(listPids().map(listFamily))).flat()
  const below = (parent: number): readonly ProcessFamily[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)])
  return root === undefined
    ? undefined
    : below(root).find(({ inside }) => inside.length > 1 && inside.at(-1) === 1)?.pid
}

interface ProcessFamily {
  readonly pid: number
  readonly parent: number
  /** Its pids, from our namespace to its own. */
  readonly inside: readonly number[]
}

async function listFamily(pid: number): Promise<readonly ProcessFamily[]> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const numbers = (name: string): readonly number[] =>
    (new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(text)?.[1] ?? '').split(/\s+/).map(Number)
  return text === '' ? [] : [{ pid, parent: numbers('PPid')[0] ?? 0, inside: numbers('NSpid') }]
}

/** The first child of a process. */
export const findChild = async (parent: number): Promise<number | undefined> =>
  (await Promise.all(listPids().map(listFamily))).flat().find((each) => each.parent === parent)?.pid
