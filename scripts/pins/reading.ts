import { createHash } from 'node:crypto'
import type { Exec } from '../../src/model/ports/processes.ts'
import type { Pinned } from './pinned.ts'

/** What a digest is read with. */
export interface Reading {
  readonly run: Exec
  readonly fetch: typeof fetch
  /** PATH, HOME and, where modules come from elsewhere, GOPROXY. */
  readonly env: Readonly<Record<string, string>>
  /** An empty folder: no go.mod there has a say. */
  readonly folder: string
}

/** The digest as it is published now, or why it could not be read. */
export type Read = { readonly digest: string } | { readonly why: string }

/** The largest tool has 180 MB. */
const LARGEST = 2 ** 29

/**
 * Reads a digest again: a module's sum by the go command, with the checksum database on; that of a file from the file,
 * by https alone.
 */
export async function readAgain({ of }: Pinned, reading: Reading): Promise<Read> {
  return 'module' in of ? await sumOf(of.module, reading) : await sha256Of(of.url, reading)
}

async function sumOf(module: string, { run, env, folder }: Reading): Promise<Read> {
  try {
    // What an earlier run left in the module cache would be believed.
    const alone = { ...env, GOENV: 'off', GOFLAGS: '-mod=mod -modcacherw', GOTOOLCHAIN: 'local', GOMODCACHE: folder }
    const { stdout } = await run(['go', 'mod', 'download', '-json', module], { cwd: folder, env: alone })
    const { Sum } = JSON.parse(stdout) as { readonly Sum?: string }
    return Sum === undefined ? { why: 'the go command gives no sum' } : { digest: Sum }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

async function sha256Of(url: string, { fetch }: Reading): Promise<Read> {
  try {
    const answer = await fetch(url)
    if (!answer.ok || answer.body === null) return { why: `HTTP ${answer.status}` }
    if (!answer.url.startsWith('https://')) return { why: `it leads to ${new URL(answer.url).origin}, not to https` }
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > LARGEST) return { why: `it has more than ${LARGEST} bytes` }
      hash.update(chunk)
    }
    return { digest: hash.digest('hex') }
  } catch (error) {
    return { why: (error as Error).message }
  }
}
