import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const known = new Map<string, string>()

/**
 * What a person names beside a secret with `path-tools`: the go of the machine, by the PATH of the run, and the cosign that
 * a test put on a PATH of its own.
 */
export const namePathTools = (path: string | undefined): string =>
  [...nameFirst('cosign', path), ...nameFirst('go', path ?? process.env['PATH'])].join(',')

function nameFirst(tool: string, path: string | undefined): readonly string[] {
  for (const folder of (path ?? '').split(delimiter)) {
    const file = join(folder, tool)
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) continue
    const key = `${file} ${stat.size} ${stat.mtimeMs}`
    const sha256 = known.get(key) ?? createHash('sha256').update(readFileSync(file)).digest('hex')
    known.set(key, sha256)
    return [`${tool}=${sha256}`]
  }
  return []
}
