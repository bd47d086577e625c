import { join } from 'node:path'
import { readFields, isObject, readTextAt } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { ToolCache } from '../../model/ports/caches.ts'
import type { Files } from '../../model/ports/files.ts'
import type { FileSystem } from '../machine/disk.ts'

/** An entry of the tool cache; `version` without its `v`. */
export interface KeptEntry {
  readonly name: string
  readonly version: string
  readonly arch: string
}

/** What lies beside a cached tool: how it came, and what its files must hash to. */
export interface ToolRecord {
  readonly source: 'download' | 'module'
  /** What it was made from: equal recipes need not be made again. */
  readonly recipe: string
  readonly vouched: string
  /** sha256 by name. */
  readonly files: Readonly<Record<string, string>>
  /** The program that each other name leads to, in the same folder. */
  readonly links: Readonly<Record<string, string>>
}

const NAME = '.slipway.json'

export interface Keeping {
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly note: (text: string) => void
}

/** Puts the tools of a folder into the cache, with their record; resolves with their folder there and their digests. */
export async function keepTools(
  folder: string,
  entry: KeptEntry,
  made: Omit<ToolRecord, 'files'>,
  { files, cache }: Keeping
): Promise<Pick<ToolRecord, 'files'> & { readonly folder: string }> {
  const digests: Record<string, string> = {}
  for (const name of await files.list(folder)) {
    if (name in made.links) continue
    digests[name] = (await files.digest(join(folder, name)))?.sha256 ?? ''
  }
  const record: ToolRecord = { ...made, files: digests }
  await files.write(join(folder, NAME), `${JSON.stringify(record, undefined, 2)}\n`)
  return { folder: await cache.add(folder, entry.name, entry.version, entry.arch), files: digests }
}

/**
 * The cached entry, when it was made by this recipe and every file still hashes to what was recorded, and to `sha256`
 * where a pin says so. What does not is removed with a warning, to be made anew.
 */
export async function findKept(
  entry: KeptEntry,
  recipe: string,
  sha256: string | undefined,
  { files, fs, cache, note }: Keeping
): Promise<(ToolRecord & { readonly folder: string }) | undefined> {
  const folder = await cache.find(entry.name, entry.version, entry.arch)
  if (folder === undefined) return undefined
  const made = parseToolRecord(await files.read(join(folder, NAME)))
  const wrong =
    made === undefined
      ? 'has no record'
      : made.recipe !== recipe
        ? 'was made by another recipe'
        : await findKeptDifference(folder, made, sha256, files, fs)
  if (made !== undefined && wrong === undefined) return { ...made, folder }
  note(`warning: ${entry.name} ${entry.version} in the tool cache ${wrong ?? ''}; it is removed and made anew`)
  await cache.remove(entry.name, entry.version, entry.arch)
  return undefined
}

async function findKeptDifference(
  folder: string,
  made: ToolRecord,
  pinned: string | undefined,
  files: Files,
  fs: FileSystem
): Promise<string | undefined> {
  for (const [name, sha256] of Object.entries(made.files)) {
    const wanted = pinned ?? sha256
    const path = join(folder, name)
    // A link would be followed out of the folder, to something that may change after the check.
    const regular = (await fs.lstat(path).catch(() => undefined))?.isFile() === true
    const seen = regular ? (await files.digest(path))?.sha256 : undefined
    if (seen !== wanted) return `holds ${name} with sha256 ${seen ?? '(missing)'}, not ${wanted}`
  }
  for (const [name, target] of Object.entries(made.links)) {
    const seen = await fs.readlink(join(folder, name)).catch(() => undefined)
    if (seen !== target) return `holds ${name} leading to ${seen ?? 'nothing'}, not to ${target}`
  }
  return Object.keys(made.files).length === 0 ? 'holds no file' : undefined
}

function parseToolRecord(content: Uint8Array | undefined): ToolRecord | undefined {
  if (content === undefined) return undefined
  try {
    const record = JSON.parse(Buffer.from(content).toString('utf8')) as Json
    const { source, files, links } = readFields(record)
    const made = { recipe: readTextAt(record, 'recipe'), vouched: readTextAt(record, 'vouched') }
    const known = source === 'download' || source === 'module'
    return known && isTexts(files) && isTexts(links) && made.recipe && made.vouched
      ? { source, ...made, files, links }
      : undefined
  } catch {
    return undefined
  }
}

const isTexts = (value: Json | undefined): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string')
