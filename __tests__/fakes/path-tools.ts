import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const known = new Map<string, string>()

/** The cosign that a PATH begins with, named as `path-tools` wants it beside a secret; '' where there is none. */
export function namePathTools(path: string | undefined): string {
  for (const folder of (path ?? '').split(delimiter)) {
    const file = join(folder, 'cosign')
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    const key = `${file} ${stat.size} ${stat.mtimeMs}`
    const sha256 = known.get(key) ?? createHash('sha256').update(readFileSync(file)).digest('hex')
    known.set(key, sha256)
    return `cosign=${sha256}`
  }
  return ''
}
