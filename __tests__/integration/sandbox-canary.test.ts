import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { where } from '../fakes/needs.ts'

// A compiler, and a reader that waits where nothing answers.
jest.setTimeout(180_000)

const NODE = process.execPath
const SCENE = join(import.meta.dirname, '../fakes/sandbox/scene.ts')
const isRoot = process.getuid?.() === 0

interface Look {
  readonly place: string
  readonly found: string
}
interface Seen {
  readonly isolation: string
  readonly why: string
  readonly looks: readonly Look[]
}

let folder: string
let canary: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-canary-'))
  await chmod(folder, 0o755)
  canary = join(folder, 'canary')
  execFileSync('go', ['build', '-o', canary, '.'], {
    cwd: join(import.meta.dirname, '../fakes/sandbox/canary'),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off' }
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs the scene, with a secret of its own, as this user or behind a command that makes it another. */
async function look(by: string, before: readonly string[] = []): Promise<Seen> {
  const place = await mkdtemp(join(folder, 'scene-'))
  await chmod(place, 0o777)
  const name = `slipway-${randomBytes(8).toString('hex')}`
  const secret = `slipway-${'canary'}-${randomBytes(16).toString('hex')}`
  const [tool = NODE, ...args] = [...before, NODE, SCENE, place, canary, by, name]
  const { stdout, stderr, status } = spawnSync(tool, args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: place, COSIGN_PASSWORD: secret },
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Seen
}

const found = ({ looks }: Seen): readonly string[] =>
  looks.filter(({ found }) => found !== '').map(({ place, found }) => `${place}: ${found}`)

const withoutRights = ['setpriv', '--reuid=61235', '--regid=61235', '--clear-groups', '--']

test('without isolation the canary finds much: it looks where there is something', async () => {
  const seen = await look('none')
  expect(seen.looks.length).toBeGreaterThanOrEqual(40)
  const places = seen.looks.filter(({ found }) => found !== '').map(({ place }) => place)
  expect(places).toEqual(
    expect.arrayContaining([
      ...["the parent's environment", 'the environment of every process', 'the open files of every process'],
      ...['the output folder', 'the tool cache', 'the build cache of Go', 'the kubeconfig of the user'],
      ...['the kubeconfig of the cluster, two folders above the program', 'files beside its own', 'the repository'],
      ...['a file in the temporary folder', 'a file in the shared memory', 'an abstract socket', 'the agent of ssh'],
      ...['ports of 127.0.0.1', 'ports that are listed', 'the keyring of the user', 'shared memory', 'message queues']
    ])
  )
})

for (const by of ['bubblewrap', 'namespaces']) {
  test(`isolated by ${by}, it finds nothing`, async () => {
    const seen = await look(by)
    where(seen.isolation === by, `isolation by ${by}: ${seen.why}`)
    if (seen.isolation !== by) return
    expect(found(seen)).toEqual([])
    expect(seen.looks.length).toBeGreaterThanOrEqual(40)
  })

  if (isRoot)
    test(`isolated by ${by} without the rights of root, it finds nothing`, async () => {
      const seen = await look(by, withoutRights)
      if (seen.isolation !== by) return
      expect(found(seen)).toEqual([])
    })
}

if (isRoot)
  test('isolated as another user, it finds nothing but the network of the machine, and names that everybody may list', async () => {
    const seen = await look('user')
    expect(seen.isolation).toBe('user')
    const shared = /^(an abstract socket:|ports of )|^[\w ]+ that (is|are) listed: /
    expect(found(seen).filter((each) => !shared.test(each))).toEqual([])
  })
