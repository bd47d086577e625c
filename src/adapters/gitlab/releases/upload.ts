import { z } from 'zod'
import { Failure } from '../../../base/errors.ts'
import { AFTER_A_WRITE, AT_REST, lookPatiently, type Patience } from '../../../base/patience.ts'
import { hashStream } from '../../../base/digest.ts'
import type { Digest } from '../../../model/nouns.ts'
import type { RemoteFile } from '../../../model/ports/publisher.ts'
import type { Files } from '../../../model/ports/files.ts'
import { openBody } from '../../http/body.ts'
import { makeDifferenceFailure, type LocalFile } from '../../releases/finished.ts'
import type { Client } from './client.ts'
import { explainError, isPassing, isRefused } from './errors.ts'
import { streamFile, ROW, withdrawFile, type Row, type PackageShelf } from './package.ts'

const ATTEMPTS = 6

/**
 * Brings one file into the package of a tag: looks first, for GitLab keeps two files of one name; keeps equal bytes;
 * uploads; compares digests. An upload whose answer was lost is found by looking, not repeated. Rejects
 * ('verification') on other bytes, without a change.
 */
export async function uploadFile(
  client: Client,
  files: Files,
  shelf: PackageShelf,
  file: LocalFile,
  signal: AbortSignal
): Promise<'added' | 'kept'> {
  const doing = `cannot upload ${file.name}`
  let rows = shelf.rows()
  let sent = false
  let trouble: unknown
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (attempt > 1) {
      await client.pause(trouble, attempt - 1, signal).catch((error: unknown) => {
        throw explainError(error, doing, signal)
      })
    }
    // What is there was there before; what is not may have come since.
    if (attempt > 1 || pickNamed(rows, file).length === 0) rows = await shelf.look(signal)
    // An answer was lost: not every machine of GitLab knows at once what one of them did.
    if (sent && pickNamed(rows, file).length === 0) rows = await awaitNamed(client, shelf, file, AT_REST, signal)
    if (pickNamed(rows, file).length > 0) {
      await demandEqual(client, shelf, rows, file, signal)
      return sent ? 'added' : 'kept'
    }
    const body = await openBody(files, file)
    sent = true
    try {
      const row = await putFile(client, shelf, file.name, body, signal)
      // An older GitLab says only that it was created.
      if (!isRow(row)) {
        rows = await awaitNamed(client, shelf, file, AFTER_A_WRITE, signal)
        await demandEqual(client, shelf, rows, file, signal)
        if (pickNamed(rows, file).length > 0) return 'added'
        throw new Failure('host', `${doing}: GitLab took it, and does not list it`, {
          hint: 'Run again in some minutes: what is uploaded stays and is not uploaded again.'
        })
      }
      shelf.learn(row)
      const theirs = await readRowDigest(client, shelf, row, signal)
      if (theirs === file.sha256) return await settleUpload(client, shelf, row, file, signal)
      trouble = new Failure(
        'verification',
        `${file.name} arrived damaged: sha256 ${theirs} there, ${file.sha256} here`,
        {
          hint: `Remove it in the package registry (${shelf.version}) and run again.`
        }
      )
      // Ours and not linked anywhere: safe to take away.
      if (!(await withdrawFile(client, row, signal))) throw trouble
      sent = false
    } catch (error) {
      signal.throwIfAborted()
      // Where duplicates are forbidden, another publisher was faster: what it brought is looked at.
      const again = isRefused(error, [400], /duplicate package/i)
      if (!isPassing(error) && !again) throw explainError(error, doing, signal)
      if (again) sent = false
      trouble = error
    }
  }
  throw explainError(trouble, `${doing} in ${ATTEMPTS} attempts`, signal)
}

/** The files of the package as soon as one has this name, or as they are in the end. */
async function awaitNamed(
  client: Client,
  shelf: PackageShelf,
  file: LocalFile,
  patience: Patience,
  signal: AbortSignal
): Promise<readonly Row[]> {
  await lookPatiently<undefined>(
    async () =>
      pickNamed(await shelf.look(signal), file).length > 0
        ? { seen: 'right', value: undefined }
        : { seen: 'missing', what: `${file.name} is not listed` },
    (seconds) => client.wait(seconds, signal),
    patience
  )
  return shelf.rows()
}

const pickNamed = (rows: readonly Row[], { name }: { readonly name: string }): readonly Row[] =>
  rows.filter(({ file_name }) => file_name === name)

/** Another publisher may have brought a file of this name at the same moment: the older one counts, ours gives way. */
async function settleUpload(
  client: Client,
  shelf: PackageShelf,
  own: Row,
  file: LocalFile,
  signal: AbortSignal
): Promise<'added' | 'kept'> {
  const older = pickNamed(await shelf.look(signal), file).filter(({ id }) => id < own.id)
  if (older.length === 0) return 'added'
  const gone = await withdrawFile(client, own, signal)
  if (!gone) {
    client.warn(
      `${file.name} lies twice in the package ${shelf.version}: another run was faster, and this token may not remove ours`
    )
  }
  await demandEqual(client, shelf, older, file, signal)
  await shelf.look(signal)
  return 'kept'
}

/** Rejects ('verification') unless every file of this name in the package has the file's bytes. */
export async function demandEqual(
  client: Client,
  shelf: PackageShelf,
  rows: readonly Row[],
  file: { readonly name: string } & Digest,
  signal: AbortSignal
): Promise<void> {
  for (const row of pickNamed(rows, file)) {
    const theirs = await readRowDigest(client, shelf, row, signal)
    if (theirs !== file.sha256 || row.size !== file.size) {
      throw makeDifferenceFailure(
        `the package ${client.packageName} ${shelf.version} on GitLab`,
        file.name,
        theirs,
        file.sha256
      )
    }
  }
}

/** Rejects ('verification') unless a file of the release has the bytes of ours; `path` leads to it. */
export async function demandDigest(
  client: Client,
  path: string,
  there: RemoteFile,
  file: { readonly name: string } & Digest,
  signal: AbortSignal
): Promise<void> {
  const theirs = there.sha256 ?? (await hashStream(streamFile(client, path, there, signal)))
  if (theirs !== file.sha256 || there.size !== file.size)
    throw makeDifferenceFailure(`the release on GitLab`, file.name, theirs, file.sha256)
}

const readRowDigest = async (client: Client, shelf: PackageShelf, row: Row, signal: AbortSignal): Promise<string> =>
  row.file_sha256 ??
  (await hashStream(
    streamFile(client, shelf.pathOf(row.file_name), { name: row.file_name, size: row.size, sha256: undefined }, signal)
  ))

export const putFile = (
  client: Client,
  shelf: PackageShelf,
  name: string,
  body: Blob,
  signal: AbortSignal
): Promise<unknown> =>
  client.json({ method: 'PUT', path: shelf.pathOf(name), query: { select: 'package_file' }, body }, z.unknown(), signal)

const isRow = (found: unknown): found is Row => ROW.safeParse(found).success
