import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import type { Published } from '../model/ports/publisher.ts'
import type { Entry, Files } from '../model/ports/files.ts'
import { parseReleaseRecord, RECORD } from '../model/release-record.ts'
import { refuseYankedDownload } from './yanked.ts'

/** A release as a downloader finds it: names and bytes, and nothing believed. */
export interface ReleaseFiles {
  /** For messages: a folder or a URL. */
  readonly where: string
  readonly names: readonly string[]
  /** What the platform says of a file, so that a lie of its is found too. */
  readonly digests?: ReadonlyMap<string, string>
  open(name: string): AsyncIterable<Uint8Array>
  /** Where a file lies on this machine, when it does. */
  readonly pathOf?: (name: string) => string
  /** What lies beside the files and is none, a sentence each: links, folders, pipes. */
  readonly odd?: readonly string[]
  /** The name of a file that stands where a platform has a page: it says nothing about any byte, and nobody signs it. */
  readonly record?: string | undefined
}

/** A published release as `verifyRelease` wants it. */
export const openPublished = (published: Pick<Published, 'url' | 'files' | 'download' | 'pathOf'>): ReleaseFiles => ({
  where: published.url,
  names: published.files.map(({ name }) => name),
  digests: new Map(published.files.flatMap(({ name, sha256 }) => (sha256 === undefined ? [] : [[name, sha256]]))),
  open: (name) => published.download(name),
  ...(published.pathOf && { pathOf: published.pathOf })
})

/** A folder with a release in it: everything that lies there is looked at, whatever its name. */
export async function openFolder(folder: string, files: Files): Promise<ReleaseFiles> {
  const entries = await files.entries(folder)
  if (entries.length === 0)
    throw new Failure('input', `${folder} is no folder with a release in it`, {
      hint: 'Name the folder that has its checksums.txt, or the URL of the release.'
    })
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name)
  const bytes = names.includes(RECORD) ? await files.read(join(folder, RECORD)) : undefined
  const record = bytes && parseReleaseRecord(bytes)
  if (record) refuseYankedDownload(record.tag, folder, record.yanked)
  return {
    where: folder,
    names,
    odd: describeOdd(entries),
    open: (name) => files.stream(join(folder, name)),
    pathOf: (name) => join(folder, name),
    record: record && RECORD
  }
}

/** What lies in the folder of a release and is no file, a sentence each. */
export const listOdd = async (folder: string, files: Files): Promise<readonly string[]> =>
  describeOdd(await files.entries(folder))

const describeOdd = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap(({ name, kind }) => (kind === 'file' ? [] : [`${name} is ${KINDS[kind]}`]))

const KINDS = {
  folder: 'a folder, and a release has none',
  link: 'a link, and a release has none',
  other: 'neither a file nor a folder'
} as const
