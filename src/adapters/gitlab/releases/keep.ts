import { z } from 'zod'
import { hashBytes } from '../../../base/digest.ts'
import { LIMITS } from '../../../base/limits.ts'
import { parseJson } from '../../../base/json.ts'
import { digestFileList } from '../../../model/file-list.ts'
import type { KeptDraft, ReleaseRequest } from '../../../model/ports/publisher.ts'
import { makePublishedFailure, type LocalFile } from '../../releases/finished.ts'
import type { Client } from './client.ts'
import { explainError, isPassing, isRefused } from './errors.ts'
import { formatPackageVersion } from './names.ts'
import { listServed, openShelf, streamFile, withdrawFile, type PackageShelf, type Row } from './package.ts'
import { demandFiles, lookAtRelease } from './read-back.ts'
import { demandTag } from './tag.ts'
import { putFile } from './upload.ts'

/**
 * GitLab has no drafts, and no place for the words of a release that is not there yet: what a draft is to become lies in
 * a version of the package beside that of its files, as a file that its own digest names.
 */
const openNotes = (client: Client, tag: string): PackageShelf =>
  openShelf(client, client.packageName, `${formatPackageVersion(tag)}.slipway-draft`)

const NOTE = /^draft-([0-9a-f]{16})\.json$/
const nameNote = (text: string): string => `draft-${hashBytes(text).slice(0, 16)}.json`

const isNote = z.object({
  ...{ tag: z.string(), commit: z.string(), title: z.string(), notes: z.string() },
  ...{ prerelease: z.boolean(), latest: z.boolean(), verified: z.string() }
})
type DraftNote = z.infer<typeof isNote>

const ATTEMPTS = 4

/** Leaves the files of a draft that is whole, and notes beside them what was looked at. Writes nothing when that is there. */
export async function keepDraft(
  client: Client,
  shelf: PackageShelf,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<string> {
  await demandFiles(client, shelf, expected, signal)
  await demandTag(client, request.tag, request.commit, signal)
  if ((await lookAtRelease(client, request.tag, signal))?.whole) throw makePublishedFailure(request.tag)
  const { tag, commit, title, notes, prerelease, latest } = request
  const note: DraftNote = { tag, commit, title, notes, prerelease, latest, verified: digestFileList(expected) }
  const place = openNotes(client, tag)
  const before = await readNewestNote(client, place, await place.look(signal), signal)
  const same = (['verified', 'commit', 'prerelease', 'latest'] as const).every((key) => before?.[key] === note[key])
  if (!same) await writeNote(client, place, JSON.stringify(note), signal)
  return await locate(client, shelf, signal)
}

const locate = async (client: Client, shelf: PackageShelf, signal: AbortSignal): Promise<string> => {
  const [row] = shelf.rows()
  return await client.address(row === undefined ? 'packages' : `packages/${row.package_id}`, signal)
}

/** Uploads the note; where its name is taken, just this text lies there. */
async function writeNote(client: Client, place: PackageShelf, text: string, signal: AbortSignal): Promise<void> {
  const doing = 'cannot note that the draft is whole'
  const name = nameNote(text)
  let trouble: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      if (attempt > 1) {
        await client.pause(trouble, attempt - 1, signal)
        if ((await place.look(signal)).some(({ file_name }) => file_name === name)) return
      }
      await putFile(client, place, name, new Blob([text]), signal)
      return
    } catch (error) {
      signal.throwIfAborted()
      if (isRefused(error, [400], /duplicate package/i)) return
      if (!isPassing(error)) throw explainError(error, doing, signal)
      trouble = error
    }
  }
  throw explainError(trouble, `${doing} in ${ATTEMPTS} attempts`, signal)
}

/** The youngest note that is what its name says. */
async function readNewestNote(
  client: Client,
  place: PackageShelf,
  rows: readonly Row[],
  signal: AbortSignal
): Promise<DraftNote | undefined> {
  for (const { file_name: name, size } of [...rows].reverse()) {
    if (!NOTE.test(name) || size > LIMITS.document.most) continue
    const chunks: Uint8Array[] = []
    const file = { name, size, sha256: undefined }
    for await (const chunk of streamFile(client, place.pathOf(name), file, signal)) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString('utf8')
    const note = nameNote(text) === name ? isNote.safeParse(parseJson(text)) : undefined
    if (note?.success) return note.data
  }
  return undefined
}

/** The draft of a tag that a run has kept. */
export async function findKeptDraft(client: Client, tag: string, signal: AbortSignal): Promise<KeptDraft | undefined> {
  const place = openNotes(client, tag)
  const notes = await place.look(signal)
  const note = await readNewestNote(client, place, notes, signal)
  if (note?.tag !== tag) return undefined
  const { verified, ...request } = note
  const shelf = openShelf(client, client.packageName, formatPackageVersion(tag))
  const files = listServed(await shelf.look(signal))
  return {
    request,
    verified,
    url: await locate(client, shelf, signal),
    files,
    download(name) {
      const file = files.find((each) => each.name === name)
      if (!file) throw new Error(`the package of ${tag} has no file ${name}`)
      return streamFile(client, shelf.pathOf(name), file, signal)
    },
    async forget(signal) {
      for (const row of notes) await withdrawFile(client, row, signal)
    }
  }
}
