import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../../errors.ts'
import type {
  Draft,
  Files,
  Listed,
  Published,
  Publisher,
  ReleaseRequest,
  RemoteFile,
  Yank,
  Yanked
} from '../../ports.ts'
import { lockSwept } from '../lock.ts'
import { different, exposed, finished, refuseContradiction, refuseYanked, type LocalFile } from './finished.ts'
import { folderName } from './folder-name.ts'
import { refuseNames } from '../../asset-names.ts'

/** Describes the release; holds no time, so that a re-run would write the same. */
const RECORD = 'release.json'

interface Record {
  readonly tag: string
  readonly commit: string | null
  readonly title: string
  readonly notes: string
  readonly prerelease: boolean
  readonly latest: boolean
  /** Why it was taken back. */
  readonly yanked?: string
}

export interface FolderOptions {
  /** Told what a person should know and what does not stop the release. */
  readonly warn?: (line: string) => void
  /** The right to write in the folder, until the scope ends; rejects when another run has it. */
  readonly lock?: (folder: string) => Promise<AsyncDisposable>
}

interface Place {
  readonly files: Files
  readonly root: string
  readonly warn: (line: string) => void
}

/**
 * Releases as folders: `ROOT/TAG/` is a release, `ROOT/.draft-TAG/` a draft, `ROOT/latest` holds the name of the latest
 * release's folder. Publishing is one rename. One run at a time writes; a second one is told so ('environment').
 */
export function folder(root: string, files: Files, options: FolderOptions = {}): Publisher {
  const place: Place = { files, root: resolve(root), warn: options.warn ?? (() => undefined) }
  return {
    name: 'folder',
    async foresee({ names }) {
      refuseNames(names)
      return []
    },
    find: (tag, signal) => find(place, tag, signal),
    list: () => listed(place),
    commitOf: async (tag) => (await recordOf(place, pathOf(place, tag)))?.commit ?? undefined,
    async draft(request, signal) {
      refuseContradiction(request)
      // A finished release is only looked at.
      const before = await findFinished(place, request.tag, signal)
      if (before) return before
      const held = await (options.lock ?? lockSwept)(place.root)
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
    async yank(order, signal) {
      await using _held = await (options.lock ?? lockSwept)(place.root)
      return await yank(place, order, signal)
    }
  }
}

async function findFinished(place: Place, tag: string, signal: AbortSignal): Promise<Draft | undefined> {
  const published = await find(place, tag, signal)
  if (!published) return undefined
  refuseYanked(published)
  return finished(published)
}

async function recordOf({ files }: Place, path: string): Promise<Record | undefined> {
  const bytes = await files.read(join(path, RECORD))
  return bytes && (JSON.parse(Buffer.from(bytes).toString()) as Record)
}

async function listed(place: Place): Promise<readonly Listed[]> {
  const names = (await place.files.list(place.root)).flatMap(
    (name) => /^([^./][^/]*)\/release\.json$/.exec(name)?.[1] ?? []
  )
  const records = await Promise.all(names.map((name) => recordOf(place, join(place.root, name))))
  return records.flatMap((record) =>
    record ? [{ tag: record.tag, prerelease: record.prerelease, yanked: record.yanked !== undefined }] : []
  )
}

/** `latest` leads elsewhere first: so a run that is cut off in between is finished by the next one. */
async function yank(place: Place, { tag, why, latest }: Yank, signal: AbortSignal): Promise<Yanked | undefined> {
  const { files, root } = place
  const published = await find(place, tag, signal)
  const path = pathOf(place, tag)
  const record = await recordOf(place, path)
  if (!published || !record) return undefined
  const pointer = await files.read(join(root, 'latest'))
  const isLatest = pointer !== undefined && Buffer.from(pointer).toString().trim() === folderName(tag)
  if (isLatest && latest !== undefined) await files.write(join(root, 'latest'), `${folderName(latest)}\n`)
  else if (isLatest) await files.remove(join(root, 'latest'))
  if (record.yanked === undefined)
    await files.write(join(path, RECORD), `${JSON.stringify({ ...record, yanked: why }, null, 2)}\n`)
  return { url: published.url, changed: isLatest || record.yanked === undefined, undone: [] }
}

const pathOf = ({ root }: Place, tag: string): string => join(root, folderName(tag))
const draftOf = ({ root }: Place, tag: string): string => join(root, `.draft-${folderName(tag)}`)

async function find(place: Place, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const path = pathOf(place, tag)
  const record = await recordOf(place, path)
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
    files: await filesIn(place, path, signal),
    yanked,
    download: (name) => bytesOf(place, path, name),
    pathOf: (name) => join(path, name)
  }
}

async function filesIn({ files }: Place, path: string, signal: AbortSignal): Promise<readonly RemoteFile[]> {
  const found: RemoteFile[] = []
  for (const name of await files.list(path)) {
    signal.throwIfAborted()
    const digest = name === RECORD ? undefined : await files.digest(join(path, name))
    if (digest) found.push({ name, ...digest })
  }
  return found
}

async function* bytesOf({ files }: Place, path: string, name: string): AsyncGenerator<Uint8Array> {
  const known = (await files.list(path)).includes(name) && name !== RECORD
  if (!known) throw new Failure('host', `${path} has no file ${JSON.stringify(name)}`)
  yield* files.stream(join(path, name))
}

async function openDraft(
  place: Place,
  request: ReleaseRequest,
  signal: AbortSignal
): Promise<Omit<Draft, typeof Symbol.asyncDispose>> {
  const { files } = place
  const path = draftOf(place, request.tag)
  const added = new Map<string, LocalFile>()
  return {
    finished: false,
    files: await filesIn(place, path, signal),
    download: (name) => bytesOf(place, path, name),
    async add(file) {
      signal.throwIfAborted()
      refuseNames([...added.keys()].filter((name) => name !== file.name).concat(file.name))
      if (file.name === RECORD) throw new Failure('input', `${RECORD} is a name that the folder needs for itself`)
      added.set(file.name, file)
      const there = await files.digest(join(path, file.name))
      if (there) {
        if (there.sha256 !== file.sha256) throw different(path, file.name, there.sha256, file.sha256)
        return 'kept'
      }
      await files.copy(file.path, join(path, file.name))
      await demandEqual(place, path, file)
      return 'added'
    },
    publish: () => publish(place, request, [...added.values()], signal)
  }
}

async function demandEqual({ files }: Place, path: string, file: LocalFile): Promise<void> {
  const there = await files.digest(join(path, file.name))
  if (!there) throw new Failure('verification', `${file.name} is not in ${path} any more`, { hint: 'Run again.' })
  if (there.sha256 !== file.sha256) throw different(path, file.name, there.sha256, file.sha256)
}

async function publish(
  place: Place,
  request: ReleaseRequest,
  expected: readonly LocalFile[],
  signal: AbortSignal
): Promise<Published> {
  const { files, root } = place
  const draft = draftOf(place, request.tag)
  for (const file of expected) await demandEqual(place, draft, file)
  for (const name of await files.list(draft)) {
    if (name !== RECORD && !expected.some((file) => file.name === name)) {
      place.warn(`${name} in ${draft} is not from this run: kept`)
    }
  }
  signal.throwIfAborted()
  await files.write(join(draft, RECORD), `${JSON.stringify(recordFor(request), null, 2)}\n`)
  if (request.latest) await files.write(pendingOf(root), `${folderName(request.tag)}\n`)
  await files.move(draft, pathOf(place, request.tag))
  const published = await find(place, request.tag, signal)
  if (!published) throw new Failure('host', `${pathOf(place, request.tag)} is gone again`)
  for (const file of expected) {
    await demandEqual(place, pathOf(place, request.tag), file).catch((error: unknown) => {
      throw exposed(error)
    })
  }
  return published
}

const recordFor = ({ tag, commit, title, notes, prerelease, latest }: ReleaseRequest): Record => ({
  tag,
  commit: commit || null,
  title,
  notes,
  prerelease,
  latest
})

/** Says which release is to become the latest, from before it is visible until `latest` names it. */
const pendingOf = (root: string): string => join(root, '.latest-pending')

/** The second half of publishing, which a kill may have cut off. */
async function finishLatest({ files, root }: Place, tag: string): Promise<void> {
  const pending = await files.read(pendingOf(root))
  if (!pending || Buffer.from(pending).toString().trim() !== folderName(tag)) return
  await files.write(join(root, 'latest'), pending)
  await files.remove(pendingOf(root))
}
