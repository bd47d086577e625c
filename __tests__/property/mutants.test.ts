import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { program, type Ran } from '../fakes/cli.ts'

/** The test that has to fail, and how it says that it did. */
const STORIES = ['whatever crashes', /Property failed after \d+ tests/] as const
const CHANGED_READ = [
  ', where one read comes changed, or lists come empty whichever read',
  /✕ whichever read after/
] as const

/** What would be forgotten if nobody told stories: each of these sources is changed at one place, and a test finds it. */
const MUTANTS = [
  [
    'looks once after a write, on GitHub',
    'GitHub',
    'src/base/patience.ts',
    'missing: [2, 4, 8, 16, 30, 60, 60, 60, 60]',
    'missing: []',
    STORIES
  ],
  [
    'believes the first look that shows something else',
    'GitLab',
    'src/base/patience.ts',
    'AGREEING = 3',
    'AGREEING = 1',
    CHANGED_READ
  ],
  [
    'drops all pages but the first, on GitHub',
    'GitHub',
    'src/adapters/github/releases/release.ts',
    "url = more ? own(page + 1) : parseNextLink(headers.link, new URL(asked), 'GitHub')?.href",
    'url = more ? undefined : undefined',
    STORIES
  ],
  [
    'drops all pages but the first, on GitLab',
    'GitLab',
    'src/adapters/gitlab/releases/client.ts',
    'url = await findNextPage({ items, next, link }, asked, own, page + 1)',
    'url = undefined',
    STORIES
  ],
  [
    'takes an empty list of files for a release without files, on GitHub',
    'GitHub',
    'src/adapters/github/releases/read-back.ts',
    "if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not in the release` }",
    "if (absent.length > 0) throw new Failure('verification', 'empty', { hint: 'mutant' })",
    STORIES
  ],
  [
    'takes an empty list of files for a release without files, on GitLab',
    'GitLab',
    'src/adapters/gitlab/releases/read-back.ts',
    "if (absent.length > 0) return { seen: 'missing', what: `${formatNamesWithVerb(absent)} not in the release` }",
    "if (absent.length > 0) throw new Failure('verification', 'empty', { hint: 'mutant' })",
    STORIES
  ],
  [
    'does not look which release is the latest when an earlier run published it',
    'GitHub',
    'src/publish/publish-draft.ts',
    '? settleLatestAgain(publisher, { tag, latest, since: seen.since }, tools.warn, signal)',
    '? undefined',
    STORIES
  ]
] as const

const FULL = process.env['SLIPWAY_TEST'] === 'full'
/** Each is a run of its own: in everyday tests one for each habit. */
const TRIED = FULL ? MUTANTS : MUTANTS.filter((_, i) => [0, 3, 4].includes(i))
jest.setTimeout(1_800_000)

const root = resolve(import.meta.dirname, '../..')
let copy = ''
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'slipway-mutants-'))
  await mkdir(join(copy, '__tests__'))
  for (const name of ['src', '__tests__/property', '__tests__/fakes', '__tests__/fixtures', 'package.json'])
    await cp(join(root, name), join(copy, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  // Stories start no program, so there is none to bundle.
  const config = `import config from ${JSON.stringify(join(root, 'jest.config.js'))}\nexport default { ...config, globalSetup: undefined }\n`
  await writeFile(join(copy, 'jest.config.js'), config)
})
afterAll(() => rm(copy, { recursive: true, force: true }))

/** Runs a test of a platform with the sources as they are in the copy; of stories up to the first that fails. */
const tell = (platform: string, title: string): Promise<Ran> =>
  program(
    [
      ...[process.execPath, '--disable-warning=ExperimentalWarning', '--experimental-vm-modules'],
      ...[join(copy, 'node_modules/jest/bin/jest.js'), '--rootDir', copy, 'property/publishing.test.ts'],
      ...['-t', `^on ${platform} ?${title}`]
    ],
    {
      cwd: copy,
      env: { SLIPWAY_TEST: 'full', SLIPWAY_STORY: JSON.stringify({ seed: 7, endOnFailure: true }) }
    }
  )

test.each(TRIED)('a source that %s is found', async (_, platform, file, from, to, [title, says]) => {
  const path = join(copy, file)
  const source = await readFile(path, 'utf8')
  expect(source.split(from)).toHaveLength(2)
  await writeFile(path, source.replace(from, to))
  try {
    const { status, stdout, stderr } = await tell(platform, title)
    expect(stdout + stderr).toMatch(says)
    expect(status).toBe(1)
  } finally {
    await writeFile(path, source)
  }
})
