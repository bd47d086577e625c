import { Failure } from '../base/errors.ts'
import { findBinaryDifference, findFirstOtherByte } from '../go/inspect/difference.ts'
import { LIMITS } from '../base/limits.ts'
import type { Unpack, Unpacked } from '../model/ports/archive.ts'
import type { Files } from '../model/ports/files.ts'
import { quote } from '../base/text.ts'

/** Two files that should be one: as it was published, and as it was made again. */
export interface FilePair {
  readonly name: string
  /** Absolute paths. */
  readonly published: string
  readonly rebuilt: string
}

/**
 * The first difference of two files of a release in words, by the part that it lies in: an archive's entries, their order,
 * what stands about each, then what is in them; a program's build info, then its sections. Undefined for equal bytes.
 */
export async function findReleaseDifference(files: Files, unpack: Unpack, pair: FilePair): Promise<string | undefined> {
  const [there, here] = await Promise.all([files.digest(pair.published), files.digest(pair.rebuilt)])
  if (!there || !here) return `it is not ${there ? 'made by the rebuild' : 'published'}`
  if (there.sha256 === here.sha256) return undefined
  if (/\.(tar\.gz|zip)$/.test(pair.name)) return await findArchiveDifference(unpack, pair)
  const [published, rebuilt] = await Promise.all(
    [pair.published, pair.rebuilt].map((path) => files.read(path, LIMITS.program.most))
  )
  return findContentDifference(published ?? new Uint8Array(), rebuilt ?? new Uint8Array())
}

async function findArchiveDifference(unpack: Unpack, { published, rebuilt }: FilePair): Promise<string> {
  const [theirs, ours] = [await listAbout(unpack, published), await listAbout(unpack, rebuilt)]
  const names = ({ name }: { readonly name: string }): string => name
  const lost = theirs.filter(({ name }) => !ours.some((one) => one.name === name)).map(names)
  const added = ours.filter(({ name }) => !theirs.some((one) => one.name === name)).map(names)
  if (lost.length || added.length)
    return `archive entries: ${[...lost.map((name) => `${name} is only published`), ...added.map((name) => `${name} is only in the rebuild`)].join(', ')}`
  const moved = theirs.findIndex(({ name }, i) => name !== ours[i]?.name)
  if (moved >= 0)
    return `archive order: entry ${moved + 1} is ${theirs[moved]?.name} as published and ${ours[moved]?.name} in the rebuild`
  for (const [i, entry] of theirs.entries())
    for (const [what, value] of Object.entries(entry.about))
      if (value !== ours[i]?.about[what])
        return `archive metadata: ${what} of ${entry.name} is ${value} as published and ${ours[i]?.about[what]} in the rebuild`
  // One after the other: two programs fit into memory, all of two archives may not.
  for (const { name } of theirs) {
    const [a, b] = [await readEntryBytes(unpack, published, name), await readEntryBytes(unpack, rebuilt, name)]
    const difference = findContentDifference(a, b)
    if (difference !== undefined) return `${name}: ${difference}`
  }
  return 'archive container: the entries are equal, and so is what stands about them; it was compressed or written otherwise'
}

type About = Pick<Unpacked, 'name' | 'about'>

async function listAbout(unpack: Unpack, path: string): Promise<readonly About[]> {
  const found: About[] = []
  for await (const { name, about } of unpack(path, 0)) found.push({ name, about })
  return found
}

async function readEntryBytes(unpack: Unpack, path: string, wanted: string): Promise<Uint8Array> {
  for await (const { name, bytes } of unpack(path, LIMITS.program.most)) if (name === wanted && bytes) return bytes
  throw new Failure('verification', `${wanted} in ${path} is too large to be compared`, {
    hint: 'Do not use the release: no build of its source is that large.'
  })
}

function findContentDifference(there: Uint8Array, here: Uint8Array): string | undefined {
  const text = [there, here].map(decodeReadable)
  if (text[0] === undefined || text[1] === undefined)
    return findBinaryDifference(there, here, ['as published', 'in the rebuild'])
  const [a, b] = text.map((one) => one?.split('\n') ?? []) as [string[], string[]]
  const line = a.findIndex((one, i) => one !== b[i])
  if (line < 0)
    return findFirstOtherByte(there, here) === undefined ? undefined : `line ${a.length + 1} is only in the rebuild`
  return `line ${line + 1} is ${quote(a[line] ?? '')} as published and ${quote(b[line] ?? '')} in the rebuild`
}

/** A text that a person can read; undefined for bytes that are none. */
function decodeReadable(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, 8192).includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
