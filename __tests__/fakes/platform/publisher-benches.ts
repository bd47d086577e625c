import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { folder } from '../../../src/adapters/folder/publisher.ts'
import { githubPublisher, type GithubPlace } from '../../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher, type GitlabPlace } from '../../../src/adapters/gitlab/releases/publisher.ts'
import type { Digest } from '../../../src/model/nouns.ts'
import type { Publisher, ReleaseRequest } from '../../../src/model/ports/publisher.ts'
import type { Files } from '../../../src/model/ports/files.ts'
import { startGithub, type FakeGithub } from '../github/server.ts'
import { changeRelease, createRelease, beginAsset, finishAsset } from '../github/state.ts'
import { startGitlab, type FakeGitlab } from '../gitlab/server.ts'
import * as gitlabState from '../gitlab/state.ts'
import { emptyMemory, inMemory } from './publisher.ts'

export const COMMIT = 'a'.repeat(40)
export const TAG = 'v1.0.0'

export const wanted = (change: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  tag: TAG,
  commit: COMMIT,
  title: 'demo 1.0.0',
  notes: 'What is new:\n- everything\n',
  prerelease: false,
  latest: true,
  ...change
})

/** Local files to publish, in a folder that is gone with the bench. */
export interface Local {
  readonly files: Files
  readonly folder: string
  make(name: string, content: string): Promise<{ readonly name: string; readonly path: string } & Digest>
}

/** One kind of place, seen from outside: what everybody sees, what was written, and a hand to break things with. */
export interface Bench extends AsyncDisposable {
  readonly local: Local
  readonly publisher: (warn?: (line: string) => void) => Publisher
  /** Name → content of the published release, undefined when there is none. */
  readonly visible: () => Promise<Readonly<Record<string, string>> | undefined>
  readonly latest: () => Promise<string | undefined>
  /** Makes a tag, where there are tags. */
  readonly allow: (tag: string) => void
  /** The latest release before the first of ours. */
  readonly latestBefore?: string
  /** What was said to the place that its own description does not allow; [] always. */
  readonly complaints: () => readonly string[]
  /** How many times the place was changed so far. */
  readonly writes: () => number
  /** Changes the stored bytes of a file on the draft. */
  readonly corrupt: (name: string) => Promise<void>
  /** Puts a file on the draft that no run of ours made. */
  readonly leave: (name: string, content: string) => Promise<void>
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export async function localFiles(): Promise<Local & AsyncDisposable> {
  const root = await mkdtemp(join(tmpdir(), 'publisher-'))
  const files = disk(join(root, 'scratch'))
  let count = 0
  return {
    files,
    folder: root,
    async make(name, content) {
      const path = join(root, `local-${count++}`)
      await writeFile(path, content)
      return { name, path, sha256: sha256(content), size: Buffer.byteLength(content) }
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true })
  }
}

export async function folderBench(): Promise<Bench> {
  const local = await localFiles()
  const root = join(local.folder, 'releases')
  let writes = 0
  const counted: Files = {
    ...local.files,
    write: (...args) => (writes++, local.files.write(...args)),
    move: (...args) => (writes++, local.files.move(...args)),
    copy: (...args) => (writes++, local.files.copy(...args)),
    remove: (...args) => (writes++, local.files.remove(...args))
  }
  const contents = async (path: string): Promise<Record<string, string> | undefined> => {
    const names = await readdir(path).catch(() => undefined)
    if (!names) return undefined
    const seen: Record<string, string> = {}
    for (const name of names) if (name !== 'release.json') seen[name] = await readFile(join(path, name), 'utf8')
    return seen
  }
  return {
    local,
    publisher: (warn) => folder(root, counted, warn ? { warn } : {}),
    visible: () => contents(join(root, TAG)),
    latest: () =>
      readFile(join(root, 'latest'), 'utf8').then(
        (text) => text.trim(),
        () => undefined
      ),
    allow: () => undefined,
    complaints: () => [],
    writes: () => writes,
    corrupt: (name) => writeFile(join(root, `.draft-${TAG}`, name), 'corrupted'),
    leave: (name, content) => local.files.write(join(root, `.draft-${TAG}`, name), content),
    [Symbol.asyncDispose]: () => local[Symbol.asyncDispose]()
  }
}

export async function memoryBench(): Promise<Bench> {
  const local = await localFiles()
  const memory = emptyMemory()
  return {
    local,
    publisher: (warn) => inMemory(memory, local.files, warn),
    visible: async () => {
      const release = memory.releases.get(TAG)
      return (
        release && Object.fromEntries([...release.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
      )
    },
    latest: async () => memory.latest,
    allow: () => undefined,
    complaints: () => [],
    writes: () => memory.writes,
    corrupt: async (name) => void memory.drafts.get(TAG)?.set(name, Buffer.from('corrupted')),
    leave: async (name, content) => {
      const draft = memory.drafts.get(TAG) ?? new Map<string, Uint8Array>()
      memory.drafts.set(TAG, draft.set(name, Buffer.from(content)))
    },
    [Symbol.asyncDispose]: () => local[Symbol.asyncDispose]()
  }
}

/** Waits last microseconds, not seconds. */
export const QUICK = { second: 2, pace: 0, patience: 2000 }

export const placeOf = (server: Pick<FakeGithub, 'origins'>, change: Partial<GithubPlace> = {}): GithubPlace => ({
  token: 'ghs_writer',
  repository: 'octo/demo',
  api: server.origins.api,
  uploads: server.origins.uploads,
  fetch,
  timing: QUICK,
  ...change
})

export interface GithubBench extends Bench {
  readonly server: FakeGithub
}

/** What a test sees of a place, and does to it, behind the back of those who publish. */
export type Sight = Pick<Bench, 'visible' | 'latest' | 'allow' | 'corrupt' | 'latestBefore'>

export async function githubBench(): Promise<GithubBench> {
  const local = await localFiles()
  const server = await startGithub({ commit: COMMIT })
  return {
    ...githubSight(server.state),
    local,
    server,
    publisher: (warn) => githubPublisher(placeOf(server, warn ? { warn } : {}), local.files),
    complaints: () => server.violations,
    writes: () => server.writes(),
    leave: async (name, content) => leaveOn(server, name, content),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await local[Symbol.asyncDispose]()
    }
  }
}

export function githubSight(state: FakeGithub['state']): Sight {
  const draft = () => state.releases.find((release) => release.draft && release.tag === TAG)
  return {
    visible: async () => {
      const release = state.releases.find((each) => !each.draft && each.tag === TAG)
      const text = (content: string) => Buffer.from(content, 'base64').toString()
      return release && Object.fromEntries(release.assets.map(({ name, content }) => [name, text(content)]))
    },
    latest: async () => state.releases.find(({ id }) => id === state.latest)?.tag,
    allow: (tag) => void (state.refs[tag] = { type: 'commit', sha: COMMIT }),
    corrupt: async (name) => {
      const release = draft()
      const asset = release?.assets.find((each) => each.name === name)
      if (!release || !asset) throw new TypeError(`nothing to corrupt: ${name}`)
      finishAsset(state, release.id, asset, Buffer.from('corrupted'))
    }
  }
}

export const gitlabPlaceOf = (server: Pick<FakeGitlab, 'origins'>, change: Partial<GitlabPlace> = {}): GitlabPlace => ({
  token: { job: 'job-maintainer' },
  project: '42',
  api: server.origins.api,
  packageName: 'demo',
  fetch: globalThis.fetch,
  timing: QUICK,
  ...change
})

export interface GitlabBench extends Bench {
  readonly server: FakeGitlab
}

export async function gitlabBench(): Promise<GitlabBench> {
  const local = await localFiles()
  const server = await startGitlab({ commit: COMMIT })
  return {
    ...gitlabSight(server),
    local,
    server,
    publisher: (warn) => gitlabPublisher(gitlabPlaceOf(server, warn ? { warn } : {}), local.files),
    complaints: () => server.violations,
    writes: () => server.writes(),
    leave: async (name, content) => void gitlabState.store(server.state, 'demo', TAG, name, storedOf(content)),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]()
      await local[Symbol.asyncDispose]()
    }
  }
}

/** Puts an older release there, too. */
export function gitlabSight({ state, origins }: Pick<FakeGitlab, 'state' | 'origins'>): Sight {
  // A release that is the only one is GitLab's latest, whatever anybody wants.
  const date = '2025-01-01T00:00:00.000Z'
  state.tags['v0.9.0'] = { target: COMMIT, commit: COMMIT }
  gitlabState.createRelease(state, { tag_name: 'v0.9.0', released_at: date }, date)
  const text = (file: gitlabState.PackageFile) => Buffer.from(file.content ?? '', 'base64').toString()
  return {
    visible: async () => {
      const release = state.releases.find((each) => each.tag === TAG)
      if (!release) return undefined
      const prefix = `${origins.api}/projects/42/packages/generic/`
      return Object.fromEntries(
        release.links
          .filter(({ url }) => url.startsWith(prefix))
          .map(({ name, url }) => {
            const [pack = '', version = '', file = ''] = url.slice(prefix.length).split('/').map(decodeURIComponent)
            return [name, text(gitlabState.served(state, pack, version, file))]
          })
      )
    },
    latest: async () => gitlabState.latestOf(state)?.tag,
    latestBefore: 'v0.9.0',
    allow: (tag) => void (state.tags[tag] = { target: COMMIT, commit: COMMIT }),
    corrupt: async (name) => {
      const file = gitlabState.served(state, 'demo', TAG, name)
      Object.assign(file, { ...storedOf('corrupted') })
    }
  }
}

export const storedOf = (content: string): gitlabState.Stored => ({
  content: Buffer.from(content).toString('base64'),
  size: Buffer.byteLength(content),
  sha256: sha256(content)
})

/** Puts a whole asset on the draft of TAG, as a person would on the web site; makes the draft when there is none. */
export function leaveOn(server: FakeGithub, name: string, content: string): void {
  const { state } = server
  const now = new Date().toISOString()
  const release =
    state.releases.find((each) => each.draft && each.tag === TAG) ??
    createRelease(state, { tag_name: TAG, draft: true }, now)
  const bytes = Buffer.from(content)
  finishAsset(state, release.id, beginAsset(state, release.id, name, 'text/plain', bytes.length), bytes)
}

/** A release that a person made visible on the web site. */
export function publishByHand(server: FakeGithub, tag = TAG, immutable = false): void {
  const { state } = server
  const now = new Date().toISOString()
  state.refs[tag] ??= { type: 'commit', sha: COMMIT }
  const release = createRelease(state, { tag_name: tag, draft: true }, now)
  changeRelease(state, release.id, { draft: false, make_latest: 'true' }, now)
  release.immutable = immutable
}
