import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../../base/errors.ts'
import type { Digest } from '../../model/nouns.ts'
import type { Listed, Published, RemoteFile } from '../../model/ports/publisher.ts'
import type { Files } from '../../model/ports/files.ts'
import { parseReleaseRecord, RECORD, type ReleaseRecord } from '../../model/release-record.ts'

/** A folder of releases. */
export interface ReleaseFolders {
  readonly files: Files
  readonly root: string
  readonly warn: (line: string) => void
  /** Of a file in it; read once, as long as nobody writes to the file. */
  digest(path: string): Promise<Digest | undefined>
}

export function openReleaseFolders(root: string, files: Files, warn: (line: string) => void): ReleaseFolders {
  const known = new Map<string, Digest>()
  return {
    files,
    root,
    warn,
    async digest(path) {
      const stamp = await files.stamp(path)
      if (stamp === undefined) return undefined
      // With the name, for file systems that tell no file from another.
      const key = `${stamp} ${basename(path)}`
      const before = known.get(key)
      if (before) return before
      const digest = await files.digest(path)
      if (digest && (await files.stamp(path)) === stamp) known.set(key, digest)
      return digest
    }
  }
}

export const locateReleaseFolder = ({ root }: ReleaseFolders, tag: string): string => join(root, encodeTag(tag))
export const locateDraft = ({ root }: ReleaseFolders, tag: string): string => join(root, `.draft-${encodeTag(tag)}`)

/** What a release says of itself; undefined where there is none. */
export async function readReleaseRecord({ files }: ReleaseFolders, folder: string): Promise<ReleaseRecord | undefined> {
  const path = join(folder, RECORD)
  const bytes = await files.read(path)
  if (!bytes) return undefined
  const record = parseReleaseRecord(bytes)
  if (record) return record
  throw new Failure('environment', `${path} does not describe a release of ours`, {
    hint: 'Somebody changed it: put it right, or move the folder away.'
  })
}

/** Every release that people can see. */
export async function listReleases(place: ReleaseFolders): Promise<readonly Listed[]> {
  const names = (await place.files.list(place.root)).flatMap(
    (name) => /^([^./][^/]*)\/release\.json$/.exec(name)?.[1] ?? []
  )
  const records = await Promise.all(names.map((name) => readReleaseRecord(place, join(place.root, name))))
  return records.flatMap((record) =>
    record ? [{ tag: record.tag, prerelease: record.prerelease, yanked: record.yanked !== undefined }] : []
  )
}

/** The release of a tag, which everybody can see. */
export async function findRelease(
  place: ReleaseFolders,
  tag: string,
  signal: AbortSignal
): Promise<Published | undefined> {
  const path = locateReleaseFolder(place, tag)
  const record = await readReleaseRecord(place, path)
  if (!record) {
    if ((await place.files.list(path)).length === 0) return undefined
    throw new Failure('environment', `${path} is there and is no release of ours: it has no ${RECORD}`, {
      hint: 'Move it away, or publish to another folder.'
    })
  }
  const { tag: theirs, yanked } = record
  if (theirs !== tag) {
    // A file system that does not tell upper from lower case.
    throw new Failure('input', `${path} holds the release ${JSON.stringify(theirs)}, not ${JSON.stringify(tag)}`, {
      hint: 'Choose a tag that differs in more than upper and lower case, or another folder.'
    })
  }
  await finishLatest(place, tag)
  return {
    tag,
    url: pathToFileURL(path).href,
    files: await listFiles(place, path, signal),
    yanked,
    download: (name) => streamFile(place, path, name),
    pathOf: (name) => join(path, name)
  }
}

export async function listFiles(
  place: ReleaseFolders,
  path: string,
  signal: AbortSignal
): Promise<readonly RemoteFile[]> {
  const found: RemoteFile[] = []
  for (const name of await place.files.list(path)) {
    signal.throwIfAborted()
    const digest = name === RECORD ? undefined : await place.digest(join(path, name))
    if (digest) found.push({ name, ...digest })
  }
  return found
}

export async function* streamFile({ files }: ReleaseFolders, path: string, name: string): AsyncGenerator<Uint8Array> {
  const known = (await files.list(path)).includes(name) && name !== RECORD
  if (!known) throw new Failure('host', `${path} has no file ${JSON.stringify(name)}`)
  yield* files.stream(join(path, name))
}

/** Says which release is to become the latest, from before it is visible until `latest` names it. */
export const locatePending = (root: string): string => join(root, '.latest-pending')

/** The second half of publishing, which a kill may have cut off. */
async function finishLatest({ files, root }: ReleaseFolders, tag: string): Promise<void> {
  const pending = await files.read(locatePending(root))
  if (!pending || Buffer.from(pending).toString().trim() !== encodeTag(tag)) return
  await files.write(join(root, 'latest'), pending)
  await files.remove(locatePending(root))
}

const escapeTagPart = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A tag as the name of one folder: itself where that is safe, else with `%XX` for what is not. Different tags get
 * different names, none is hidden, climbs out, or is called `latest`.
 */
export const encodeTag = (tag: string): string =>
  tag
    .replace(/[^A-Za-z0-9._+-]/gu, escapeTagPart)
    .replace(/^\.|\.$/g, escapeTagPart)
    .replace(/^(?:latest$|-)/, (text) => escapeTagPart(text.slice(0, 1)) + text.slice(1))
    .replace(DEVICE, (text) => escapeTagPart(text.slice(0, 1)) + text.slice(1))
