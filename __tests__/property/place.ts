import { join } from 'node:path'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import type { Publisher } from '../../src/model/ports/publisher.ts'
import { memoryFiles } from '../fakes/files.ts'
import { githubPlatform } from '../fakes/github/platform.ts'
import * as githubState from '../fakes/github/state.ts'
import { BASE, gitlabPlatform } from '../fakes/gitlab/platform.ts'
import * as gitlabState from '../fakes/gitlab/state.ts'
import type { Platform } from '../fakes/platform/platform.ts'
import {
  COMMIT,
  githubSight,
  gitlabPlaceOf,
  gitlabSight,
  placeOf,
  sha256,
  TAG,
  type Local,
  type Sight
} from '../fakes/platform/publisher-benches.ts'
import {
  GITHUB_LIMITS,
  GITHUB_LIMITS_WITHOUT_TIME,
  GITLAB_LIMITS,
  GITLAB_LIMITS_WITHOUT_TIME
} from '../fakes/platform/limits.ts'
import type { Wire, World } from '../fakes/platform/simulated-network.ts'

/** How the place of a story is set up. */
export interface Setting {
  /** GitHub freezes what is published; GitLab refuses a second file of one name. */
  readonly strict: boolean
  /** A person began the release, without files: a draft on GitHub, a release on GitLab, which has no drafts. */
  readonly begun: boolean
  /** GitLab: the token may not remove files. */
  readonly weak: boolean
  /** GitLab: what it answers to an upload holds no record of the file. */
  readonly old: boolean
  /** Lists come two items a page; on GitLab by keys. */
  readonly paged: boolean
  /** GitHub: what is uploaded in part is in the state `open`, not `starter`. */
  readonly open: boolean
  /** GitHub: the first `make_latest` is not obeyed. */
  readonly disobeyed: boolean
}

/** Nothing odd. */
export const PLAIN: Setting = {
  ...{ strict: false, begun: false, weak: false, old: false },
  ...{ paged: false, open: false, disobeyed: false }
}

/** A simulated platform, with the production's own pauses. */
export interface Place extends Sight {
  readonly platform: Platform
  withState(state: object): Platform
  partOf(origin: string): string | undefined
  publisherOver(wire: Wire, warn: (line: string) => void): Publisher
  isPublic(): boolean
  moveTag(): void
  /** Gives the repository another name; a run that begins later uses it. */
  rename(): void
  archive(archived: boolean): void
  readonly limits: World['limits']
  /** A disk of the platform loses a file; the digest that it tells goes with it, or not. False where there is no file. */
  rot(pick: number, unseen: boolean): boolean
  /** Whether a person's release is filled where all see it: until it is whole it lacks something, and has nothing else. */
  readonly grows: boolean
  /** Whether the platform itself refuses a second content of one name. */
  readonly guarded: boolean
  /** What is wrong with how many releases, and contents of one name, people may get. */
  doubles(): readonly string[]
  /** What was made twice, unseen: drafts of the tag, files of one name. */
  spare(): readonly string[]
  /** Whether the visible release says that it was taken back, or is not finished. */
  marked(): boolean
}

const UNHURRIED = { second: 1000, pace: 1000, patience: 60_000 }
const MARK = /<!-- slipway (yanked|unfinished) -->/
const OTHER = 'b'.repeat(40)
const ROTTEN = 'rotten'

/** Files in memory: nothing of a story waits for a disk. */
export function memoryLocal(): Local {
  const files = memoryFiles()
  let count = 0
  return {
    files,
    folder: '/local',
    async make(name, content) {
      const path = join('/local', String(count++))
      await files.write(path, content)
      return { name, path, sha256: sha256(content), size: Buffer.byteLength(content) }
    }
  }
}

export function githubAt({ strict, begun, paged, open, disobeyed }: Setting, local: Local): Place {
  const state = githubState.fresh(COMMIT)
  Object.assign(state, {
    ...{ immutableReleases: strict, draftsBesidePublished: !strict, mostPerPage: paged ? 2 : 100 },
    ...{ unfinished: open ? 'open' : 'starter', disobeys: disobeyed ? 1 : 0 }
  })
  if (begun) githubState.createRelease(state, { tag_name: TAG, draft: true, body: 'By hand.' }, '2025-12-31T00:00:00Z')
  const [api, uploads, web] = ['https://api.github.example', 'https://uploads.github.example', 'https://github.example']
  const origins = { api, uploads, web, storage: web }
  const over = (state: githubState.State): Platform =>
    githubPlatform({ state, origins, rate: { remaining: 5000, reset: 2e9 } })
  const published = () => state.releases.filter(({ draft, tag }) => !draft && tag === TAG)
  return {
    ...githubSight(state),
    platform: over(state),
    withState: (other) => over(other as githubState.State),
    partOf: (origin) => ({ [api]: 'api', [uploads]: 'uploads', [web]: 'web' })[origin],
    publisherOver: ({ fetch }, warn) =>
      githubPublisher(
        placeOf({ origins }, { fetch, warn, timing: UNHURRIED, repository: `${state.owner}/${state.repo}` }),
        local.files
      ),
    isPublic: () => published().length > 0,
    moveTag: () => void (state.refs[TAG] = { type: 'commit', sha: OTHER }),
    rename() {
      state.formerly.push(`${state.owner}/${state.repo}`)
      state.repo = `demo-${state.formerly.length}`
    },
    archive: (archived) => void (state.archived = archived),
    limits: [GITHUB_LIMITS, GITHUB_LIMITS_WITHOUT_TIME],
    rot(pick, unseen) {
      const all = state.releases.flatMap((release) => release.assets.map((asset) => ({ release, asset })))
      const { release, asset } = all.filter(({ asset }) => asset.state === 'uploaded')[pick % (all.length || 1)] ?? {}
      if (!release || !asset) return false
      const { size, digest } = asset
      githubState.finishAsset(state, release.id, asset, Buffer.from(ROTTEN.padEnd(size, '.').slice(0, size)))
      if (unseen) asset.digest = digest
      return true
    },
    grows: false,
    guarded: true,
    doubles: () => (published().length > 1 ? [`${published().length} releases`] : []),
    spare() {
      const all = state.releases.filter(({ tag }) => tag === TAG)
      return all.length > 1 ? [`${all.length} releases and drafts`] : []
    },
    marked: () => published().some(({ body }) => MARK.test(body))
  }
}

export function gitlabAt({ strict, begun, weak, old, paged }: Setting, local: Local): Place {
  const state = gitlabState.fresh(COMMIT)
  Object.assign(state, {
    duplicatesAllowed: !strict,
    selectsFile: !old,
    pagesByKeys: paged,
    mostPerPage: paged ? 2 : 100
  })
  const [api, storage] = ['https://gitlab.example', 'https://storage.example']
  const origins = { api: `${api}${BASE}`, web: `${api}/gitlab`, storage }
  const over = (state: gitlabState.State): Platform => gitlabPlatform({ state, origins })
  const sight = gitlabSight({ state, origins })
  if (begun) gitlabState.createRelease(state, { tag_name: TAG, description: 'By hand.' }, '2025-12-31T00:00:00Z')
  const published = () => state.releases.filter(({ tag }) => tag === TAG)
  const token = { job: weak ? 'job-developer' : 'job-maintainer' }
  return {
    ...sight,
    platform: over(state),
    withState: (other) => over(other as gitlabState.State),
    partOf: (origin) => ({ [api]: 'api', [storage]: 'storage' })[origin],
    publisherOver: ({ fetch }, warn) =>
      gitlabPublisher(gitlabPlaceOf({ origins }, { fetch, warn, timing: UNHURRIED, token }), local.files),
    isPublic: () => published().some(({ links }) => links.length > 0),
    moveTag: () => void (state.tags[TAG] = { target: OTHER, commit: OTHER }),
    rename() {
      state.formerly.push(state.path)
      state.path = `octo/demo-${state.formerly.length}`
    },
    archive: (archived) => void (state.archived = archived),
    limits: [GITLAB_LIMITS, GITLAB_LIMITS_WITHOUT_TIME],
    rot(pick, unseen) {
      const row = state.files[pick % (state.files.length || 1)]
      if (!row) return false
      const content = ROTTEN.padEnd(row.size, '.').slice(0, row.size)
      Object.assign(row, { content: Buffer.from(content).toString('base64') })
      if (!unseen) row.sha256 = sha256(content)
      return true
    },
    grows: begun,
    guarded: strict,
    doubles: () => (published().length > 1 ? [`${published().length} releases`] : []),
    spare: () =>
      state.files
        .filter(({ name }, i) => state.files.some((other, j) => j < i && other.name === name))
        .map(({ name }) => `${name} twice`),
    marked: () => published().some(({ description }) => MARK.test(description))
  }
}
