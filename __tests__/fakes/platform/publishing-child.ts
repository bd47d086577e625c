/**
 * Publishes files of zeros of the given sizes and verifies them, in a process of its own, and prints what that took as
 * one line of JSON. `node publishing-child.ts github|gitlab ORIGINS FOLDER SIZE…`
 */
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { githubPublisher } from '../../../src/adapters/github/releases/publisher.ts'
import { gitlabPublisher } from '../../../src/adapters/gitlab/releases/publisher.ts'
import { unpack } from '../../../src/adapters/archive/unpack.ts'
import { publishDraft, type Publishable } from '../../../src/publish/publish-draft.ts'
import { formatChecksums } from '../../../src/package/checksums.ts'
import { NO_LEDGER } from '../../../src/steps/ledger.ts'
import { timeline } from '../../../src/steps/timeline.ts'
import { COMMIT, gitlabPlaceOf, placeOf, TAG, wanted } from './publisher-benches.ts'
import type { FakeGithub } from '../github/server.ts'
import type { FakeGitlab } from '../gitlab/server.ts'
import { recordingHost } from '../children/recording-host.ts'

const [platform, json = '', folder = '', ...sizes] = process.argv.slice(2)
const files = disk(join(folder, 'scratch'))
/** Pauses are not what is measured. */
const timing = { second: 1, pace: 0, patience: 60_000 }
const { signal } = new AbortController()

const made: Publishable[] = []
for (const [i, size] of sizes.entries()) {
  const [name, path] = [`file-${i}.bin`, join(folder, `file-${i}`)]
  await writeFile(path, '')
  await truncate(path, Number(size))
  const digest = await files.digest(path)
  if (digest) made.push({ name, path, ...digest })
}
const sums = join(folder, 'checksums.txt')
await writeFile(sums, formatChecksums(made))
const digest = await files.digest(sums)
if (digest) made.push({ name: 'checksums.txt', path: sums, ...digest })

const before = process.memoryUsage().rss
const origins = JSON.parse(json) as FakeGithub['origins'] & FakeGitlab['origins']
const publisher =
  platform === 'github'
    ? githubPublisher(placeOf({ origins }, { timing }), files)
    : gitlabPublisher(gitlabPlaceOf({ origins }, { timing }), files)
await using draft = await publisher.draft(wanted({ commit: COMMIT }), signal)
const tools = {
  files,
  unpack,
  timeline: timeline(recordingHost(), () => performance.now()),
  ledger: NO_LEDGER,
  warn: () => undefined,
  now: () => new Date()
}
const signing = { proves: undefined, version: '1.0.0', commit: COMMIT, identity: undefined }
const { published } = await publishDraft(
  tools,
  { publisher, draft, tag: TAG, latest: true, files: made, signing },
  signal
)
process.stdout.write(
  `${JSON.stringify({ files: published.files.length, before, peak: process.resourceUsage().maxRSS * 1024 })}\n`
)
