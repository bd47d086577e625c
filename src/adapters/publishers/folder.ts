import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../../errors.ts'
import type { Draft, Files, Published, Publisher, ReleaseRequest, RemoteFile } from '../../ports.ts'
import { lockSwept } from '../lock.ts'
import { different, finished, refuseContradiction, type LocalFile } from './finished.ts'
import { folderName } from './folder-name.ts'
import { refuseNames } from './names.ts'

/** Describes the release; holds no time, so that a re-run would write the same. */
const RECORD = 'release.json'

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
    find: (tag, signal) => find(place, tag, signal),
    async draft(request, signal) {
      refuseContradiction(request)
      const held = await (options.lock ?? lockSwept)(place.root)
      try {
        const published = await find(place, request.tag, signal)
        const draft = published ? finished(published) : await openDraft(place, request, signal)
        // What is not published stays, unseen, for the next run; only the right to write ends.
        return { ...draft, [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() }
      } catch (error) {
        await held[Symbol.asyncDispose]()
        throw error
      }
    }
  }
}

const pathOf = ({ root }: Place, tag: string): string => join(root, folderName(tag))
const draftOf = ({ root }: Place, tag: string): string => join(root, `.draft-${folderName(tag)}`)

async function find(place: Place, tag: string, signal: AbortSignal): Promise<Published | undefined> {
  const path = pathOf(place, tag)
  const record = await place.files.read(join(path, RECORD))
  if (!record) {
    if ((await place.files.list(path)).length === 0) return undefined
    throw new Failure('environment', `${path} is there and is no release of ours: it has no ${RECORD}`, {
      hint: 'Move it away, or publish to another folder.'
    })
  }
  const { tag: theirs } = JSON.parse(Buffer.from(record).toString()) as { readonly tag?: unknown }
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
    download: (name) => bytesOf(place, path, name)
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
  const bytes = known ? await files.read(join(path, name)) : undefined
  if (!bytes) throw new Failure('host', `${path} has no file ${JSON.stringify(name)}`)
  yield bytes
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
  await files.write(join(draft, RECORD), `${JSON.stringify(recordOf(request), null, 2)}\n`)
  if (request.latest) await files.write(pendingOf(root), `${folderName(request.tag)}\n`)
  await files.move(draft, pathOf(place, request.tag))
  const published = await find(place, request.tag, signal)
  if (!published) throw new Failure('host', `${pathOf(place, request.tag)} is gone again`)
  for (const file of expected) await demandEqual(place, pathOf(place, request.tag), file)
  return published
}

const recordOf = ({ tag, commit, title, notes, prerelease, latest }: ReleaseRequest): object => ({
  tag,
  commit,
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
