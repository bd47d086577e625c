import { createHash } from 'node:crypto'
import type { Exec } from '../model/ports/processes.ts'

/** What git would call some bytes, in a repository whose names look `like` this one. */
export function hashBlob(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 40 ? 'sha1' : 'sha256')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/**
 * Texts of a repository, by their names in git. What is not there, or no UTF-8, is left out: each text has been hashed.
 * `git` is the command with where it works.
 */
export async function readTexts(
  { run, env }: { readonly run: Exec; readonly env: Readonly<Record<string, string>> },
  git: readonly string[],
  objects: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(objects)]
  if (wanted.length === 0) return new Map()
  const input = wanted.map((object) => `${object}\n`).join('')
  const { stdout } = await run(['git', ...git, 'cat-file', '--batch'], { env, input })
  const found = new Map<string, string>()
  let from = 0
  for (const [i, object] of wanted.entries()) {
    const begin = stdout.indexOf('\n', from) + 1
    const next = wanted[i + 1]
    const end = next === undefined ? stdout.length : stdout.indexOf(`\n${next} `, begin - 1) + 1
    if (begin === 0 || end === 0) return found
    const text = stdout.slice(begin, end - 1)
    if (stdout.startsWith(`${object} blob `, from) && hashBlob(Buffer.from(text), object) === object)
      found.set(object, text)
    from = end
  }
  return found
}
