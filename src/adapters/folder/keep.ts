import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { digestFileList } from '../../model/file-list.ts'
import type { KeptDraft, ReleaseRequest } from '../../model/ports/publisher.ts'
import { RECORD, type ReleaseRecord } from '../../model/release-record.ts'
import type { LocalFile } from '../releases/finished.ts'
import { listFiles, locateDraft, readReleaseRecord, streamFile, type ReleaseFolders } from './place.ts'

/** What a folder says of a release, or of the draft of one. */
const makeRecord = ({ tag, commit, title, notes, prerelease, latest }: ReleaseRequest): ReleaseRecord => ({
  tag,
  commit: commit || null,
  title,
  notes,
  prerelease,
  latest
})

/**
 * Notes in a draft that is about to be public what it is. What a kept draft says of its files stays: a kill may come
 * before the rename, and the next run finds it.
 */
export async function noteRelease(
  place: ReleaseFolders,
  request: ReleaseRequest,
  expected: readonly LocalFile[]
): Promise<void> {
  const draft = locateDraft(place, request.tag)
  const verified = digestFileList(expected)
  const isKept = (await readReleaseRecord(place, draft))?.verified === verified
  await writeRecord(place, draft, { ...makeRecord(request), ...(isKept && { verified }) })
}

const writeRecord = ({ files }: ReleaseFolders, folder: string, record: ReleaseRecord): Promise<void> =>
  files.write(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`)

/** Notes in a draft whose files were looked at what it is to become. Writes nothing when just this stands there. */
export async function noteKept(
  place: ReleaseFolders,
  request: ReleaseRequest,
  expected: readonly LocalFile[]
): Promise<string> {
  const draft = locateDraft(place, request.tag)
  const record = { ...makeRecord(request), verified: digestFileList(expected) }
  const before = await readReleaseRecord(place, draft)
  const same = (['verified', 'commit', 'prerelease', 'latest'] as const).every((key) => before?.[key] === record[key])
  if (!same) await writeRecord(place, draft, record)
  return pathToFileURL(draft).href
}

/** The draft of a tag that a run has kept. */
export async function findKeptFolder(
  place: ReleaseFolders,
  tag: string,
  signal: AbortSignal
): Promise<KeptDraft | undefined> {
  const path = locateDraft(place, tag)
  const record = await readReleaseRecord(place, path)
  if (record?.verified === undefined || record.tag !== tag) return undefined
  const { commit, title, notes, prerelease, latest } = record
  return {
    request: { tag, commit: commit ?? '', title, notes, prerelease, latest },
    verified: record.verified,
    url: pathToFileURL(path).href,
    files: await listFiles(place, path, signal),
    download: (name) => streamFile(place, path, name),
    pathOf: (name) => join(path, name)
  }
}
