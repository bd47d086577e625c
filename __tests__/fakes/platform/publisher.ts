import { Failure } from '../../../src/base/errors.ts'
import type { Draft, Published, Publisher, ReleaseRequest } from '../../../src/model/ports/publisher.ts'
import type { Files } from '../../../src/model/ports/files.ts'
import { digestFileList } from '../../../src/model/file-list.ts'
import { createHash } from 'node:crypto'

type Contents = Map<string, Uint8Array>

/** What a publisher in memory holds; tests read it, and change it to play GitHub's part. */
export interface Memory {
  readonly drafts: Map<string, Contents>
  readonly kept: Map<string, { readonly request: ReleaseRequest; readonly verified: string }>
  readonly releases: Map<string, { readonly request: ReleaseRequest; readonly files: Contents; yanked?: string }>
  latest: string | undefined
  writes: number
}

export const emptyMemory = (): Memory => ({
  drafts: new Map(),
  kept: new Map(),
  releases: new Map(),
  latest: undefined,
  writes: 0
})

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const listed = (files: Contents): Published['files'] =>
  [...files].map(([name, bytes]) => ({ name, size: bytes.length, sha256: hash(bytes) }))

async function* bytesOf(files: Contents, name: string): AsyncGenerator<Uint8Array> {
  const bytes = files.get(name)
  if (!bytes) throw new Failure('host', `no file ${name}`)
  yield bytes
}

/** A Publisher that keeps everything in memory and passes the contract of the real ones. */
export function inMemory(memory: Memory, files: Files, warn: (line: string) => void = () => undefined): Publisher {
  const find = (tag: string): Published | undefined => {
    const release = memory.releases.get(tag)
    return (
      release && {
        tag,
        url: `memory:${tag}`,
        files: listed(release.files),
        yanked: release.yanked,
        download: (name) => bytesOf(release.files, name)
      }
    )
  }
  const demand = (place: string, contents: Contents, name: string, sha256: string): void => {
    const theirs = hash(contents.get(name) ?? new Uint8Array())
    if (theirs === sha256) return
    throw new Failure('verification', `${name} in ${place} has other bytes: sha256 ${theirs} there, ${sha256} here`)
  }
  return {
    name: 'folder',
    foresee: ({ tag }) => Promise.resolve({ published: find(tag)?.url, told: [] }),
    find: (tag) => Promise.resolve(find(tag)),
    wait: () => Promise.resolve(),
    list: async () =>
      [...memory.releases].map(([tag, { request, yanked }]) => ({
        tag,
        prerelease: request.prerelease,
        yanked: yanked !== undefined
      })),
    commitOf: async (tag) => memory.releases.get(tag)?.request.commit,
    async findKept(tag) {
      const contents = memory.drafts.get(tag)
      const kept = memory.kept.get(tag)
      return (
        contents &&
        kept && {
          ...kept,
          ...{ url: `memory:draft-${tag}`, files: listed(contents), download: (name) => bytesOf(contents, name) }
        }
      )
    },
    async yank({ tag, why, latest }) {
      const release = memory.releases.get(tag)
      if (!release) return undefined
      const moves = memory.latest === tag
      const changed = moves || release.yanked === undefined
      if (moves) memory.latest = latest
      release.yanked ??= why
      if (changed) memory.writes++
      return { url: `memory:${tag}`, changed, undone: [] }
    },
    async reinstate({ tag, latest }) {
      const release = memory.releases.get(tag)
      if (!release) return undefined
      const changed = release.yanked !== undefined
      delete release.yanked
      if (changed && latest) memory.latest = tag
      if (changed) memory.writes++
      return { url: `memory:${tag}`, changed, undone: [] }
    },
    async draft(request) {
      const { tag } = request
      const yanked = find(tag)?.yanked
      if (yanked !== undefined) throw new Failure('verification', `${tag} was taken back: ${yanked}`)
      const contents = memory.releases.get(tag)?.files ?? memory.drafts.get(tag) ?? new Map<string, Uint8Array>()
      if (!memory.releases.has(tag)) memory.drafts.set(tag, contents)
      const added = new Map<string, string>()
      const draft: Draft = {
        finished: memory.releases.has(tag),
        files: listed(contents),
        download: (name) => bytesOf(contents, name),
        async add({ name, path, sha256 }) {
          if (!/^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/.test(name))
            throw new Failure('input', `refused the name "${name}"`, { hint: 'Rename it.' })
          const bytes = (await files.read(path)) ?? new Uint8Array()
          added.set(name, sha256)
          if (contents.has(name)) {
            demand(tag, contents, name, sha256)
            return 'kept'
          }
          if (memory.releases.has(tag)) throw new Failure('verification', `${tag} is published without ${name}`)
          contents.set(name, bytes)
          memory.writes++
          return 'added'
        },
        async publish() {
          for (const [name, sha256] of added) demand(tag, contents, name, sha256)
          for (const name of contents.keys()) if (!added.has(name)) warn(`${name} in ${tag} is not from this run: kept`)
          if (!memory.releases.has(tag)) {
            memory.releases.set(tag, { request, files: contents })
            memory.drafts.delete(tag)
            if (request.latest) memory.latest = tag
            memory.writes++
          }
          const published = find(tag)
          if (!published) throw new TypeError('just published, and gone')
          return published
        },
        async keep() {
          if (memory.releases.has(tag)) throw new Failure('host', `${tag} was published meanwhile`)
          for (const [name, sha256] of added) demand(tag, contents, name, sha256)
          const verified = digestFileList([...added].map(([name, sha256]) => ({ name, sha256 })))
          const before = memory.kept.get(tag)
          if (before?.verified !== verified || before.request.latest !== request.latest) {
            memory.kept.set(tag, { request, verified })
            memory.writes++
          }
          return `memory:draft-${tag}`
        },
        [Symbol.asyncDispose]: () => Promise.resolve()
      }
      return draft
    }
  }
}
