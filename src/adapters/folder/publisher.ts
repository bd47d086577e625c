import { join, resolve } from 'node:path'
import { refuseNames } from '../../model/release-names.ts'
import { Failure } from '../../base/errors.ts'
import type {
  Draft,
  Published,
  Publisher,
  Reinstatement,
  ReleaseRequest,
  Yank,
  Yanked
} from '../../model/ports/publisher.ts'
import type { Files } from '../../model/ports/files.ts'
import { RECORD } from '../../model/release-record.ts'
import { sweepAndLock } from '../machine/lock.ts'
import {
  makeDifferenceFailure,
  markExposed,
  openFinishedRelease,
  refuseOtherRelease,
  makeLackingFailure,
  refuseContradiction,
  refuseToContinueYanked,
  type LocalFile
} from '../releases/finished.ts'
import { findKeptFolder, noteKept, noteRelease } from './keep.ts'
import {
  encodeTag,
  streamFile,
  locateDraft,
  listFiles,
  findRelease,
  listReleases,
  locateReleaseFolder,
  locatePending,
  openReleaseFolders,
  readReleaseRecord,
  type ReleaseFolders
} from './place.ts'

export interface FolderOptions {
  /** Told what a person should know and what does not stop the release. */
  readonly warn?: (line: string) => void
  /** The right to write in the folder, until the scope ends; rejects when another run has it. */
  readonly lock?: (folder: string) => Promise<AsyncDisposable>
}

/**
 * Releases as folders: `ROOT/TAG/` is a release, `ROOT/.draft-TAG/` a draft, `ROOT/latest` holds the name of the latest
 * release's folder. Publishing is one rename. One run at a time writes; a second one is told so ('environment').
 */
export function folder(root: string, files: Files, options: FolderOptions = {}): Publisher {
  const place = openReleaseFolders(resolve(root), files, options.warn ?? (() => undefined))
  return {
    name: 'folder',
    async foresee({ tag, names, certain = [] }, signal) {
      refuseNames(names)
      const published = await findRelease(place, tag, signal)
      if (published)
        await refuseOtherRelease(published, certain, { find: () => findRelease(place, tag, signal), wait: noWait })
      return { published: published?.url, told: [] }
    },
    find: (tag, signal) => findRelease(place, tag, signal),
    // What is written is seen at once.
    wait: () => Promise.resolve(),
    list: () => listReleases(place),
    commitOf: async (tag) => (await readReleaseRecord(place, locateReleaseFolder(place, tag)))?.commit ?? undefined,
    async draft(request, signal) {
      refuseContradiction(request)
      // A finished release is only looked at.
      const before = await findFinished(place, request.tag, signal)
      if (before) return before
      const held = await (options.lock ?? sweepAndLock)(place.root)
      try {
        const draft = (await findFinished(place, request.tag, signal)) ?? (await openDraft(place, request, signal))
        // What is not published stays, unseen, for the next run; only the right to write ends.
        let ended: Promise<void> | undefined
        return { ...draft, [Symbol.asyncDispose]: () => (ended ??= Promise.resolve(held[Symbol.asyncDispose]())) }
      } catch (error) {
        await held[Symbol.asyncDispose]()
        throw error
      }
    },
    findKept: (tag, signal) => findKeptFolder(place, tag, signal),
    async yank(order, signal) {
      await using _held = await (options.lock ?? sweepAndLock)(place.root)
      return await yankFolder(place, order, signal)
    },
    async reinstate(order, signal) {
      await using _held = await (options.lock ?? sweepAndLock)(place.root)
      return await reinstateFolder(place, order, signal)
    }
  }
}

const noWait = (): Promise<void> => Promise.resolve()

async function findFinished(place: ReleaseFolders, tag: string, signal: AbortSignal): Promise<Draft | undefined> {
  const published = await findRelease(place, tag, signal)
  if (!published) return undefined
  refuseToContinueYanked(published)
  return openFinishedRelease(published, { find: () => findRelease(place, tag, signal), wait: () => Promise.resolve() })
}

/** `latest` leads elsewhere first: so a run that is cut off in between is finished by the next one. */
async function yankFolder(
  place: ReleaseFolders,
  { tag, why, latest }: Yank,
  signal: AbortSignal
): Promise<Yanked | undefined> {
  const { files, root } = place
  const published = await findRelease(place, tag, signal)
  const path = locateReleaseFolder(place, tag)
  const record = await readReleaseRecord(place, path)
  if (!published || !record) return undefined
  const pointer = await files.read(join(root, 'latest'))
  const isLatest = pointer !== undefined && Buffer.from(pointer).toString().trim() === encodeTag(tag)
  if (isLatest && latest !== undefined) await files.write(join(root, 'latest'), `${encodeTag(latest)}\n`)
  else if (isLatest) await files.remove(join(root, 'latest'))
  if (record.yanked === undefined)
    await files.write(join(path, RECORD), `${JSON.stringify({ ...record, yanked: why }, null, 2)}\n`)
  return { url: published.url, changed: isLatest || record.yanked === undefined, undone: [] }
}

/** `latest` leads to it first: a run that is cut off in between finds the mark again. */
async function reinstateFolder(
  place: ReleaseFolders,
  { tag, latest }: Reinstatement,
  signal: AbortSignal
): Promise<Yanked | undefined> {
  const { files, root } = place
  const published = await findRelease(place, tag, signal)
  const path = locateReleaseFolder(place, tag)
  const { yanked, ...record } = (await readReleaseRecord(place, path)) ?? {}
  if (!published) return undefined
  if (yanked === undefined) return { url: published.url, changed: false, undone: [] }
  if (latest) await files.write(join(root, 'latest'), `${encodeTag(tag)}\n`)
  await files.write(join(path, RECORD), `${JSON.stringify(record, null, 2)}\n`)
  return { url: published.url, changed: true, undone: [] }
}

async function openDraft(
  place: ReleaseFolders,
  request: ReleaseRequest,
  signal: AbortSignal
): Promise<Omit<Draft, typeof Symbol.asyncDispose>> {
  const path = locateDraft(place, request.tag)
  const added = new Map<string, LocalFile>()
  return {
    finished: false,
    files: await listFiles(place, path, signal),
    download: (name) => streamFile(place, path, name),
    async add(file) {
      signal.throwIfAborted()
      refuseNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      if (file.name === RECORD)
        throw new Failure('input', `${RECORD} is a name that the folder needs for itself`, {
          hint: 'Give that file another name.'
        })
      added.set(file.name, file)
      const there = await place.digest(join(path, file.name))
      if (there) {
        if (there.sha256 !== file.sha256) throw makeDifferenceFailure(path, file.name, there.sha256, file.sha256)
        return 'kept'
      }
      // Its name is durable with the record's, before anybody sees it.
      await place.files.copy(file.path, join(path, file.name), { sha256: file.sha256, hasty: true })
      return 'added'
    },
    publish: () => publishFolder(place, request, [...added.values()], signal),
    async keep() {
      const expected = [...added.values()]
      await demandFiles(place, path, expected)
      return await noteKept(place, request, expected)
    }
  }
}

/** Rejects ('verification') unless these bytes lie there: read once from the disk since the last write to them. */
async function demandEqual(place: ReleaseFolders, path: string, file: LocalFile): Promise<void> {
  const there = await place.digest(join(path, file.name))
  if (!there) throw new Failure('verification', `${file.name} is not in ${path} any more`, { hint: 'Run again.' })
  if (there.sha256 !== file.sha256) throw makeDifferenceFailure(path, file.name, there.sha256, file.sha256)
}

/** Every file of ours is there and equal, others are named. */
async function demandFiles(place: ReleaseFolders, draft: string, expected: readonly LocalFile[]): Promise<void> {
  for (const file of expected) await demandEqual(place, draft, file)
  for (const name of await place.files.list(draft)) {
    if (name !== RECORD && !expected.some((file) => file.name === name)) {
      place.warn(`${name} in ${draft} is not from this run: kept`)
    }
  }
}

async function publishFolder(
  place: ReleaseFolders,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const { files, root } = place
  const draft = locateDraft(place, request.tag)
  await demandFiles(place, draft, expected)
  signal.throwIfAborted()
  await noteRelease(place, request, expected)
  if (request.latest) await files.write(locatePending(root), `${encodeTag(request.tag)}\n`)
  await files.move(draft, locateReleaseFolder(place, request.tag))
  const published = await findRelease(place, request.tag, signal)
  if (!published) throw new Failure('host', `${locateReleaseFolder(place, request.tag)} is gone again`)
  for (const file of expected) {
    const there = published.files.find(({ name }) => name === file.name)
    if (!there) throw markExposed(makeLackingFailure(published, file.name))
    if (there.sha256 !== file.sha256)
      throw markExposed(makeDifferenceFailure(published.url, file.name, there.sha256 ?? 'unknown', file.sha256))
  }
  return published
}
