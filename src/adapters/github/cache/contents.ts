import { lstat, readdir } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { readObjectsAt, parseJson, readTextAt } from '../../../base/json.ts'
import type { Tool } from '../../../model/nouns.ts'
import { readWhole } from '../../machine/regular-file.ts'
import { listFilesBelow } from './folders.ts'

/** The go command touches what it uses once it is older than an hour (cmd/go/internal/cache, mtimeInterval). */
export const UNTOUCHED_MS = 60 * 60 * 1000

/** Files of the build cache that this run used or made; `since`: when it began, in milliseconds. */
export async function listUsedPackages(cache: string, since: number): Promise<readonly string[]> {
  const names = (await listFilesBelow(cache)).filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{64}-[ad]$/.test(name))
  const used: string[] = []
  for (const name of names) {
    const found = await lstat(join(cache, name)).catch(() => undefined)
    if (found && found.mtimeMs > since - UNTOUCHED_MS) used.push(name)
  }
  return used
}

/** Files of the module download cache that go.sum names: each is checked against it when it is used again. */
export async function listUsedModules(cache: string, goSum: string): Promise<readonly string[]> {
  // What cannot be read, or is too large for a go.sum, keeps no module.
  const text = String((await readWhole(goSum).catch(() => undefined)) ?? '')
  const wanted = new Set(
    text.split('\n').flatMap((line) => {
      const [path, version] = line.split(' ')
      return path && version
        ? [`${escapeModulePath(path)}/@v/${escapeModulePath(version.replace(/\/go\.mod$/, ''))}`]
        : []
    })
  )
  return (await listFilesBelow(cache)).filter((name) => {
    const [, file] = /^(.+)\.(?:info|mod|zip|ziphash)$/.exec(name) ?? []
    return file !== undefined && wanted.has(file)
  })
}

/** As module paths are written in file names: a capital is `!` and the small letter (golang.org/ref/mod). */
const escapeModulePath = (text: string): string => text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)

/** An entry of the tool cache: `name/version/arch`. */
export type ToolEntry = string

/** Entries of tools that were compiled here. Others are downloaded by their digest in the time that a cache takes. */
export const listCompiledTools = (tools: readonly Tool[], root: string): readonly ToolEntry[] =>
  [
    ...new Set(
      tools.flatMap(({ name: tool, path, source }) => {
        if (source !== 'module' || tool === 'go') return []
        const [name, version, arch, file] = relative(resolve(root), path).split(/[/\\]/)
        return name && version && arch && file && name !== '..' ? [`${name}/${version}/${arch}`] : []
      })
    )
  ].sort()

/** The files of an entry, with the links among them. */
export const listToolFiles = async (root: string, entry: ToolEntry): Promise<readonly string[]> =>
  (await readdir(join(root, entry)).catch(() => [])).map((name) => `${entry}/${name}`)

/** The records of the steps that are done, and the files that they name. */
export async function listFinishedSteps(out: string): Promise<readonly string[]> {
  const records = (await listFilesBelow(join(out, 'steps'))).map((name) => `steps/${name}`)
  const files = new Set(records)
  for (const record of records) {
    // What cannot be read names nothing, and the next run does that step again.
    const made = parseJson(String((await readWhole(join(out, record)).catch(() => undefined)) ?? ''))
    for (const file of readObjectsAt(made, 'files')) files.add(readTextAt(file, 'path'))
  }
  const present = new Set(await listFilesBelow(out))
  return [...files].filter((name) => present.has(name)).sort()
}
