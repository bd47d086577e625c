import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Writes another text of the same length into what go compiled, as somebody may who can write to its build cache. */
export async function poison(cache: string, text: string, other: string): Promise<void> {
  let found = 0
  for (const name of (await readdir(cache, { recursive: true })).filter((each) => each.endsWith('-d'))) {
    const compiled = await readFile(join(cache, name), 'latin1')
    if (!compiled.includes(text)) continue
    await writeFile(join(cache, name), compiled.replaceAll(text, other), 'latin1')
    found++
  }
  if (found === 0) throw new Error(`nothing in ${cache} holds ${text}`)
}
