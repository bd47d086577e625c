import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processes } from '../../src/adapters/machine/process.ts'
import { downloadModule, makeRepository, type Version } from '../bed/module-repository.ts'
import { foreign, meshCanary, TRAEFIK_MESH } from '../bed/examples.ts'

const tools = processes()
const { run } = tools

/** What the programs of these tests see; GOTOOLCHAIN=auto fetches the Go that go.mod asks for where it is missing. */
const env: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  ),
  CGO_ENABLED: '0',
  GOFLAGS: '-buildvcs=false',
  GOTOOLCHAIN: 'auto',
  GOWORK: 'off'
}

// A busy machine may need long for what takes a second here; a cold compile takes a minute.
jest.setTimeout(600_000)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-examples-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const git = async (cwd: string, ...args: string[]): Promise<string> =>
  (await run(['git', ...args], { cwd, env })).stdout.trim()

describe('the mesh-canary repository', () => {
  let commits: readonly string[]
  let repository: string
  beforeAll(async () => {
    repository = join(folder, 'mesh-canary')
    commits = await meshCanary(repository)
  })

  test('has the commits that it has on every other machine', () => {
    expect(commits).toEqual(['d9681964cf8b2764520b0575f4b8599a339b29a2', 'd98a5feacd9b204760d0bafe06ab19fdfbf4125c'])
  })

  test('is clean, with an annotated tag on each commit', async () => {
    expect(await git(repository, 'status', '--porcelain')).toBe('')
    expect(await git(repository, 'cat-file', '-t', 'v1.0.0')).toBe('tag')
    expect(await git(repository, 'rev-list', '-n1', 'v1.0.0')).toBe(commits[0])
    expect(await git(repository, 'rev-list', '-n1', 'v1.1.0')).toBe(commits[1])
    expect(await git(repository, 'for-each-ref', '--format=%(taggerdate:iso-strict)', 'refs/tags/v1.1.0')).toBe(
      '2026-02-09T09:00:00+00:00'
    )
  })

  test.each(['v1.0.0', 'v1.1.0'])(
    '%s is formatted, tidy and passes its own tests',
    async (tag) => {
      await git(repository, 'checkout', '--quiet', tag)
      const files = (await git(repository, 'ls-files', '*.go')).split('\n')
      expect((await run(['gofmt', '-l', ...files], { cwd: repository, env })).stdout).toBe('')
      expect((await run(['go', 'mod', 'tidy', '-diff'], { cwd: repository, env })).stdout).toBe('')
      await run(['go', 'vet', '-trimpath', './...'], { cwd: repository, env })
      const { stdout } = await run(['go', 'test', '-trimpath', './...'], { cwd: repository, env })
      expect(stdout.match(/^ok /gm)).toHaveLength(4)
      expect(await git(repository, 'status', '--porcelain')).toBe('')
    },
    600_000
  )

  test('v1.1.0 shows whom an A/B test is for, which v1.0.0 cannot read', async () => {
    const [older, newer] = [await build(repository, 'v1.0.0'), await build(repository, 'v1.1.0')]
    const fixture = join(repository, 'testdata/splits.yaml')

    const { stdout } = await run([newer, '--file', fixture, '--once'], { env })
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'checkout', backends: [{ share: 9000 }, { share: 1000 }] },
      { name: 'search', matches: ['beta-users'], backends: [{ share: 10000 }] }
    ])
    await expect(run([older, '--file', fixture, '--once'], { env })).rejects.toMatchObject({
      kind: 'command',
      cause: expect.stringContaining('document 2: cannot read split.smi-spec.io/v1alpha4 TrafficSplit')
    })
  })

  test('the program says which version it is, answers over HTTP and ends on SIGTERM', async () => {
    const program = await build(repository, 'v1.1.0')
    const log = join(folder, 'canary.log')
    expect((await run([program, '--version'], { env })).stdout).toBe('mesh-canary v1.1.0 commit abc built today\n')

    const fixture = join(repository, 'testdata/splits.yaml')
    const service = await tools.start([program, '--file', fixture, '--listen', '127.0.0.1:0'], { env, log })
    try {
      const address = await eventually(async () => /listening on (\S+)/.exec(await readFile(log, 'utf8'))?.[1])
      expect((await fetch(`http://${address}/healthz`)).status).toBe(200)
      expect((await fetch(`http://${address}/readyz`)).status).toBe(200)
      expect(await (await fetch(`http://${address}/splits`)).json()).toHaveLength(2)
    } finally {
      await service[Symbol.asyncDispose]()
    }
    expect(await readFile(log, 'utf8')).toMatch(/stopped\n$/)
  })
})

/** Builds mesh-canary at a tag with the values that a release sets; returns the program's path. */
async function build(repository: string, tag: string): Promise<string> {
  await git(repository, 'checkout', '--quiet', tag)
  const program = join(folder, `mesh-canary-${tag}`)
  const values = `-X main.version=${tag} -X main.commit=abc -X main.date=today`
  await run(['go', 'build', '-trimpath', '-ldflags', `-s -w -buildid= ${values}`, '-o', program, '.'], {
    cwd: repository,
    env
  })
  return program
}

/** Asks until there is an answer; jest's own limit ends it. */
async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('a repository made of versions', () => {
  const version = (tag: string, layer: string): Version => ({
    tag,
    date: '2026-01-01T00:00:00Z',
    message: tag,
    layers: [layer]
  })

  test('does not depend on the git configuration of whoever makes it', async () => {
    const layer = join(folder, 'layer')
    await mkdir(layer)
    await writeFile(join(layer, 'a.txt'), 'one\r\ntwo\r\n')
    const plain = await makeRepository(join(folder, 'plain'), [version('v1', layer)])

    const home = join(folder, 'home')
    await mkdir(join(home, '.config/git'), { recursive: true })
    await mkdir(join(home, 'hooks'))
    await writeFile(
      join(home, '.gitconfig'),
      `[user]\n name = Someone\n email = else@example.com\n[core]\n autocrlf = input\n hooksPath = ${home}/hooks\n[init]\n defaultObjectFormat = sha256\n`
    )
    await writeFile(join(home, 'hooks/commit-msg'), '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    await writeFile(join(home, '.config/git/ignore'), '*.txt\n')
    await writeFile(join(home, '.config/git/attributes'), '* text eol=lf\n')
    const before = { ...process.env }
    Object.assign(process.env, {
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      GIT_DIR: '/nowhere',
      TZ: 'Asia/Tokyo'
    })
    try {
      expect(await makeRepository(join(folder, 'hostile'), [version('v1', layer)])).toEqual(plain)
    } finally {
      for (const name of ['HOME', 'XDG_CONFIG_HOME', 'GIT_DIR', 'TZ']) restore(name, before[name])
    }
    expect(await git(join(folder, 'hostile'), 'show', 'v1:a.txt')).toBe('one\r\ntwo')
  })

  test('drops what a later version no longer has, takes what is ignored, and applies edits', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    for (const layer of [one, two]) await mkdir(layer)
    await writeFile(join(one, 'old.txt'), 'old')
    await writeFile(join(two, '.gitignore'), '*.gen\n')
    await writeFile(join(two, 'made.gen'), '1')
    const repository = join(folder, 'edited')
    const second = { ...version('v2', two), edits: { 'made.gen': (content: string) => `${content}2` } }
    await makeRepository(repository, [version('v1', one), second])
    expect(await git(repository, 'ls-tree', '-r', '--name-only', 'v2')).toBe('.gitignore\nmade.gen')
    expect(await git(repository, 'show', 'v2:made.gen')).toBe('12')
    expect(await git(repository, 'show', 'v1:old.txt')).toBe('old')
  })
})

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

describe('a module of the proxy', () => {
  test('becomes the same commit on every machine, with the date of its release', async () => {
    const repository = join(folder, 'traefik-mesh')
    expect(await foreign(repository, TRAEFIK_MESH)).toEqual(['8e48eb29b7fa4cd950e011fb167afaae73f3aa72'])
    expect(await git(repository, 'status', '--porcelain')).toBe('')
    expect(await git(repository, 'log', '--format=%cI')).toBe('2022-08-19T08:44:08+00:00')
    expect(await git(repository, 'describe', '--exact-match')).toBe('v1.4.8')
  })

  test('with another hash than the one we carry is refused', async () => {
    await expect(downloadModule({ ...TRAEFIK_MESH, sum: 'h1:other' })).rejects.toMatchObject({
      kind: 'verification',
      message: `github.com/traefik/mesh@v1.4.8 has the hash ${TRAEFIK_MESH.sum}, expected h1:other`
    })
  })
})
