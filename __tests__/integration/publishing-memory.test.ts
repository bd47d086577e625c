import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, jest, test } from '@jest/globals'
import { program, succeeded } from '../fakes/cli.ts'
import { startGithub } from '../fakes/github/server.ts'
import { startGitlab } from '../fakes/gitlab/server.ts'
import { COMMIT } from '../fakes/platform/publisher-benches.ts'

const FULL = process.env['SLIPWAY_TEST'] === 'full'
jest.setTimeout(FULL ? 1_800_000 : 120_000)

const CHILD = fileURLToPath(new URL('../fakes/platform/publishing-child.ts', import.meta.url))
const [KIB, MIB] = [1024, 1024 * 1024]

/** 200 files from 1 KiB to 2 MiB, and one of 1.9 GB; by default a tenth of the first, and 256 MiB. */
const mixed = Array.from({ length: FULL ? 200 : 20 }, (_, i) => [KIB, 40 * KIB, 300 * KIB, 2 * MIB][i % 4] ?? KIB)
const one = [FULL ? 1_900_000_000 : 256 * MIB]

/** What the process may take on top of what it takes before it publishes anything. */
const MOST = 192 * MIB

test.each([
  ['github', 'many files', mixed],
  ['github', 'one large file', one],
  ['gitlab', 'many files', mixed],
  ['gitlab', 'one large file', one]
] as const)('to %s, %s are published and verified in bounded memory', async (platform, what, sizes) => {
  await using server = await (platform === 'github' ? startGithub : startGitlab)({ commit: COMMIT, forget: true })
  const folder = await mkdtemp(join(tmpdir(), 'publishing-memory-'))
  try {
    const argv = [process.execPath, CHILD, platform, JSON.stringify(server.origins), folder, ...sizes.map(String)]
    const said = JSON.parse(succeeded(await program(argv, { cwd: folder }))) as Record<
      'files' | 'before' | 'peak',
      number
    >
    expect(said.files).toBe(sizes.length + 1)
    if (FULL) console.info(platform, what, JSON.stringify(said), `${server.writes()} writes of ${server.log.length}`)
    expect(said.peak - said.before).toBeLessThan(MOST)
    expect(server.violations).toEqual([])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
