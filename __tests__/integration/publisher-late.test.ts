import { expect, test } from '@jest/globals'
import { unpack } from '../../src/adapters/archive/unpack.ts'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../src/adapters/gitlab/releases/publisher.ts'
import { publishDraft } from '../../src/publish/publish-draft.ts'
import { NO_LEDGER } from '../../src/steps/ledger.ts'
import { timeline } from '../../src/steps/timeline.ts'
import { recordingHost } from '../fakes/children/recording-host.ts'
import { READERS, type Lags } from '../fakes/platform/lag.ts'
import {
  COMMIT,
  githubBench,
  gitlabBench,
  gitlabPlaceOf,
  placeOf,
  sha256,
  TAG,
  wanted,
  type GithubBench,
  type GitlabBench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
/** A second of the production's own pauses, in milliseconds. */
const SECOND = 5
const TIMING = { second: SECOND, pace: 0, patience: 5000 }

const openGithub = async () => {
  const bench: GithubBench = await githubBench()
  return { bench, publisher: () => githubPublisher(placeOf(bench.server, { timing: TIMING }), bench.local.files) }
}
const openGitlab = async () => {
  const bench: GitlabBench = await gitlabBench()
  return { bench, publisher: () => gitlabPublisher(gitlabPlaceOf(bench.server, { timing: TIMING }), bench.local.files) }
}

/** Seconds of lag for each kind of read, up to more than two minutes. */
const ROWS: readonly (readonly number[])[] = [
  [20, 5, 130, 10, 15, 60],
  [0, 150, 30, 25, 20, 140]
]

test.each(
  ([['GitHub', openGithub] as const, ['GitLab', openGitlab] as const] as const).flatMap(([on, open]) =>
    ROWS.map((row) => [on, row, open] as const)
  )
)(
  'over HTTP, %s with reads that are %j seconds behind has one whole release, and a second run writes nothing',
  async (_, row, open) => {
    const { bench, publisher } = await open()
    await using _bench = bench
    const lags = Object.fromEntries(READERS.map((reader, i) => [reader, (row[i] ?? 0) * SECOND])) as Lags
    let turn = 0
    bench.server.late = { lags, chance: () => [0.9, 0.1, 1, 0.5][turn++ % 4] ?? 0 }
    const files = [
      await bench.local.make('notes.txt', 'read me'),
      await bench.local.make('checksums.txt', `${sha256('read me')}  notes.txt\n`)
    ]
    const tools = {
      ...{ files: bench.local.files, unpack, timeline: timeline(recordingHost(), () => 0), ledger: NO_LEDGER },
      warn: () => undefined,
      now: () => new Date()
    }
    const signing = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }
    const run = async () => {
      const to = publisher()
      await using draft = await to.draft(wanted(), signal)
      await publishDraft(tools, { publisher: to, draft, tag: TAG, latest: true, files, signing }, signal)
    }
    await run()
    expect(Object.keys((await bench.visible()) ?? {}).sort()).toEqual(['checksums.txt', 'notes.txt'])
    expect(await bench.latest()).toBe(TAG)
    // Minutes later each machine knows.
    bench.server.late = undefined
    const writes = bench.server.writes()
    await run()
    expect(bench.server.writes()).toBe(writes)
    expect(bench.complaints()).toEqual([])
  }
)
