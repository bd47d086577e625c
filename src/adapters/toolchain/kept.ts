import { join } from 'node:path'
import { LIMITS } from '../../base/limits.ts'
import { isObject, readFields, readTextAt } from '../../base/json.ts'
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

/** What an entry has to hold: one program, its other names, a record, and nothing else. */
export interface KeptContent {
  /** The file name of the program. */
  readonly program: string
  /** Links beside it that lead to it. */
  readonly links: readonly string[]
  /** What it was made from: equal recipes need not be made again. */
  readonly recipe: string
  /** The pinned digest of the program. Only without one the record in the cache is asked. */
  readonly sha256?: string
}

/** What lies beside a cached tool: how it came, and what its program hashed to. */
export interface ToolRecord {
  readonly source: 'download' | 'module'
  readonly recipe: string
  readonly vouched: string
  /** sha256 by name. */
  readonly files: Readonly<Record<string, string>>
  /** The program that each other name leads to, in the same folder. */
  readonly links: Readonly<Record<string, string>>
}

/** An entry that lies in the cache and holds what it has to hold. */
export interface Kept {
  readonly folder: string
  /** Of the program, as it was seen now. */
  readonly sha256: string
  /** What the record says vouches for it: nobody checked that again. */
  readonly told: string | undefined
}

const NAME = '.slipway.json'

export interface Keeping {
  readonly files: Files
  readonly fs: FileSystem
  readonly cache: ToolCache
  readonly note: (text: string) => void
}

/** Puts the tool of a folder into the cache, with its record; resolves with its folder there. */
export async function keepTool(
  folder: string,
  entry: KeptEntry,
  record: ToolRecord,
  { files, cache }: Keeping
): Promise<string> {
  await files.write(join(folder, NAME), `${JSON.stringify(record, undefined, 2)}\n`)
  return await cache.add(folder, entry.name, entry.version, entry.arch)
}

/**
 * The cached entry, when it holds exactly what it has to, by the pinned digest; without a pin by its record. What does
 * not is removed with a warning, to be made anew.
 */
export async function findKept(entry: KeptEntry, wanted: KeptContent, by: Keeping): Promise<Kept | undefined> {
  const folder = await by.cache.find(entry.name, entry.version, entry.arch)
  if (folder === undefined) return undefined
  const record = parseToolRecord(await by.files.read(join(folder, NAME)))
  const found = await examineEntry(folder, record, wanted, by)
  if ('sha256' in found) return { folder, sha256: found.sha256, told: record?.vouched }
  by.note(`warning: ${entry.name} ${entry.version} in the tool cache ${found.wrong}; it is removed and made anew`)
  await by.cache.remove(entry.name, entry.version, entry.arch)
  return undefined
}

async function examineEntry(
  folder: string,
  record: ToolRecord | undefined,
  { program, links, recipe, sha256: pinned }: KeptContent,
  { files, fs }: Keeping
): Promise<{ readonly sha256: string } | { readonly wrong: string }> {
  if (pinned === undefined && record === undefined) return { wrong: 'has no record' }
  if (pinned === undefined && record?.recipe !== recipe) return { wrong: 'was made by another recipe' }
  const path = join(folder, program)
  // A link would be followed out of the folder, to something that may change after the check.
  const regular = (await fs.lstat(path).catch(() => undefined))?.isFile() === true
  const seen = regular ? (await files.digest(path, LIMITS.tool.most))?.sha256 : undefined
  const expected = pinned ?? record?.files[program]
  if (seen === undefined || seen !== expected)
    return { wrong: `holds ${program} with sha256 ${seen ?? '(missing)'}, not ${expected ?? 'one that is known'}` }
  for (const name of links) {
    const target = await fs.readlink(join(folder, name)).catch(() => undefined)
    if (target !== program) return { wrong: `holds ${name} leading to ${target ?? 'nothing'}, not to ${program}` }
  }
  const known = new Set([program, ...links, NAME])
  // Some systems load what lies beside a program.
  const other = (await fs.readdir(folder)).find((name) => !known.has(name))
  return other === undefined ? { sha256: seen } : { wrong: `holds ${other}, which is no part of it` }
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
