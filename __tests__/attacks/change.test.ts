import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ran } from '../fakes/cli.ts'
import { BARE, commit, git, repository, workspace, write } from '../fakes/repository.ts'
import { attacks, type Attack, type Place } from './attack.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let root = ''
beforeAll(async () => {
  root = stack.use(await workspace()).path
})

/** What the maintainers wrote. */
const BASE = `vet: fail
vulnerabilities: fail
rebuild: 2
suites: workload,data
key: release.pub
accepted-vulnerabilities:
  - { id: GO-2024-0001, reason: not reached, until: 2027-01-31 }
surface: { api: [./api], accepted: [--old] }
data:
  - { name: notes, files: [notes.txt], read: [check, '{fixture}'] }
workloads:
  - name: web
    args: [serve]
    ready: [{ url: 'http://127.0.0.1:{port}/readyz' }]
    expect: [{ log: listening }]
`

interface Change {
  /** slipway.yaml of the change; none: it is gone. */
  readonly settings: string | undefined
  readonly files?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
  /** What it says that the base is; left out: the commit before. */
  readonly against?: string
}

const HERE = { full_name: 'octo/demo' }

/** The plan of a pull request whose base has BASE. */
async function propose(place: Place, { settings, files = {}, flags = [], against }: Change): Promise<Ran> {
  const work = join(place.path, 'work')
  const base = await repository(work, { ...BARE, 'slipway.yaml': BASE, 'release.pub': 'ours\n' }, [])
  await write(work, { 'change.txt': 'new\n', ...files, ...(settings !== undefined && { 'slipway.yaml': settings }) })
  if (settings === undefined) await rm(join(work, 'slipway.yaml'))
  await commit(work)
  return await gate(place, against ?? base, flags)
}

/** What GitHub starts for a pull request against a base. */
async function gate(place: Place, base: string, flags: readonly string[] = []): Promise<Ran> {
  const work = join(place.path, 'work')
  const event = { pull_request: { number: 2, head: { repo: HERE }, base: { sha: base, repo: HERE } } }
  await write(place.path, { 'event.json': JSON.stringify(event) })
  return await place.slipway(['gate', '--dry-run', '--kubernetes', 'none', '--targets', 'linux/amd64', ...flags], {
    cwd: 'work',
    env: {
      ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo/demo', GITHUB_EVENT_NAME: 'pull_request' },
      ...{ GITHUB_SHA: await git(work, 'rev-parse', 'HEAD'), GITHUB_EVENT_PATH: join(place.path, 'event.json') }
    },
    writes: ['work']
  })
}

const SETTINGS: readonly Attack[] = [
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change switches its own gate off',
    expected:
      /slipway\.yaml; its base is commit \w{7}:\n *suites: from \S+ to none\n *vet: from fail to off\n *rebuild: .*\n *vulnerabilities: from fail to off\n *accepted-vulnerabilities: GO-2024-0002 is new\n/,
    run: (place) =>
      propose(place, {
        settings: [
          ...[
            ['vet: fail', 'vet: off'],
            ['vulnerabilities: fail', 'vulnerabilities: off']
          ],
          ...[
            ['rebuild: 2', 'rebuild: 0'],
            ['workload,data', 'none'],
            ['GO-2024-0001', 'GO-2024-0002']
          ]
        ].reduce((text, [from = '', to = '']) => text.replace(from, to), BASE)
      })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change takes slipway.yaml away',
    expected: /vet: from fail to off[^]*workloads: without web/,
    run: (place) => propose(place, { settings: undefined })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change puts its own key where the key of the base lies',
    expected: /key: release\.pub has other bytes than in the base/,
    run: (place) => propose(place, { settings: BASE, files: { 'release.pub': 'theirs\n' } })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change puts its own key where the step names one',
    expected: /key: release\.pub has other bytes than in the base/,
    run: (place) =>
      propose(place, { settings: BASE, files: { 'release.pub': 'theirs\n' }, flags: ['--key', 'release.pub'] })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change stops to vet, in a clone that does not hold its base',
    expected: /commit b{40}, the base of this change, is not in this clone/,
    run: (place) => propose(place, { settings: BASE.replace('vet: fail', 'vet: off'), against: 'b'.repeat(40) })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change stops to vet, and nothing says what its base is',
    expected: /does not say which commit this change is made against/,
    run: (place) => propose(place, { settings: BASE.replace('vet: fail', 'vet: off'), against: '' })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change accepts by its own slipway.yaml that it is weaker',
    expected: /accept-weaker/,
    run: (place) => propose(place, { settings: `${BASE.replace('vet: fail', 'vet: off')}accept-weaker: all\n` })
  },
  {
    kind: 'read from the subject',
    of: 16,
    attack: 'a change stops to vet, and the platform noted a base from before its branch vetted',
    expected: /vet: from fail to off/,
    async run(place) {
      const work = join(place.path, 'work')
      const older = await repository(work, BARE, [])
      await write(work, { 'slipway.yaml': BASE })
      const base = await commit(work)
      await write(work, { 'slipway.yaml': BASE.replace('vet: fail', 'vet: off') })
      const head = await commit(work)
      const merge = await git(work, 'commit-tree', '-m', 'merge', '-p', base, '-p', head, 'HEAD^{tree}')
      await git(work, 'checkout', '--quiet', '--detach', merge)
      return await gate(place, older)
    }
  }
]

attacks(SETTINGS, () => root)

test('what a change adds counts, what the step says wins, and what the caller accepts is told and let through', async () => {
  const path = stack.use(await workspace()).path
  const { slipway } = await import('../fakes/cli.ts')
  const place: Place = {
    path,
    slipway: (args, { cwd = '.', env = {} } = {}) => slipway(args, { cwd: join(path, cwd), env }),
    run: () => Promise.reject(new Error('not here'))
  }
  const more = `${BASE.replace('[--old]', '[]').replace('rebuild: 2', 'rebuild: 3')}targets: linux/arm64\n`
  const asked = ['--vulnerabilities', 'warn']
  const stronger = await propose(place, { settings: more, flags: asked })
  expect({ ...stronger, said: stronger.stderr }).toMatchObject({ status: 0 })
  expect(stronger.stdout).not.toContain('weaker')
  const settings = BASE.replace('vet: fail', 'vet: off').replace('rebuild: 2', 'rebuild: 0')
  const said = await propose(place, { settings, flags: [...asked, '--vet', 'fail', '--accept-weaker', 'rebuild'] })
  expect(said).toMatchObject({ status: 0 })
  expect(said.stdout).toMatch(/weaker than its base, and accepted: rebuild: from 2 to 0/)
  expect(said.stdout).not.toMatch(/weaker.*vet/)
  const all = await propose(place, { settings, against: 'b'.repeat(40), flags: [...asked, '--accept-weaker', 'all'] })
  expect(all).toMatchObject({ status: 0 })
  expect(all.stdout).toMatch(/settings are not compared with those of its base/)
})
