import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { listFilesBelow } from '../../src/adapters/github/cache/folders.ts'
import { startCacheService, type CacheEntry, type FakeCacheService } from '../fakes/github/cache-service.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { needing } from '../fakes/needs.ts'
import { git, commit, HELLO, repository, workspace, write } from '../fakes/repository.ts'
import { runAction, runPost, tagEvent, type Step } from '../fakes/shipped.ts'
import { fileOf } from '../fakes/programs.ts'

jest.setTimeout(120_000)

// As GitHub's runners have it: what is looked into are the archives that @actions/cache makes with it.
const { describe, test } = needing('zstd')

/** The Action as source: its bundle is what `npm run bundle` makes of it. */
const ACTION = fileOf('src/action.ts')
const MAIN = 'refs/heads/main'
const PULL = 'refs/pull/7/merge'
const UNUSED = `ab/${'ab'.repeat(32)}-d`

const stack = new AsyncDisposableStack()
let folder = ''
let hello = ''
let proxy = ''
let service: FakeCacheService
let machines = 0
/** The one that compiled all there is to compile. */
let warm: Machine

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  hello = join(folder, 'hello')
  proxy = await moduleProxy(join(folder, 'proxy'))
  const main = 'package main\n\nimport "example.com/Dep"\n\nfunc main() { println(dep.Name) }\n'
  const goMod = 'module example.com/hello\n\ngo 1.26.8\n\nrequire example.com/Dep v1.0.0\n'
  await write(hello, { ...HELLO, 'go.mod': goMod, 'main.go': main })
  const env = { ...modules(), GOMODCACHE: join(folder, 'tidy'), GOFLAGS: '-modcacherw', GOTOOLCHAIN: 'local' }
  succeeded(await program(['go', 'mod', 'tidy'], { cwd: hello, env }))
  await repository(hello, {})
  service = stack.use(await startCacheService())
})
afterAll(() => stack.disposeAsync())
afterEach(() => expect(service.violations).toEqual([]))

const zipOf = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`example.com/Dep@v1.0.0/${name}`, strToU8(text)]))
  )

/** One module, as the go command reads it from a folder. */
async function moduleProxy(at: string): Promise<string> {
  const files = { 'go.mod': 'module example.com/Dep\n', 'dep.go': 'package dep\n\nconst Name = "dep"\n' }
  const versions = join(at, 'example.com', '!dep', '@v')
  await mkdir(versions, { recursive: true })
  await writeFile(join(versions, 'v1.0.0.zip'), zipOf(files))
  await writeFile(join(versions, 'v1.0.0.mod'), files['go.mod'])
  await writeFile(join(versions, 'v1.0.0.info'), '{"Version":"v1.0.0"}')
  await writeFile(join(versions, 'list'), 'v1.0.0\n')
  return `file://${at}`
}

const modules = (): Readonly<Record<string, string>> => ({ GOPROXY: proxy, GONOSUMDB: 'example.com', GOSUMDB: 'off' })

interface Machine {
  readonly env: Readonly<Record<string, string>>
  readonly build: string
  readonly modules: string
  readonly out: string
}

/** A runner with empty caches, but for the packages that it compiled before, and the temporary folder that all have. */
function machine(compiled?: Machine): Machine {
  const home = join(folder, `machine-${++machines}`)
  const [build, mod] = [compiled?.build ?? join(home, 'build'), join(home, 'mod')]
  return {
    env: { ...modules(), GOCACHE: build, GOMODCACHE: mod, RUNNER_TEMP: join(folder, 'temp') },
    build,
    modules: join(mod, 'cache', 'download'),
    out: join(home, 'out')
  }
}

interface Job {
  readonly event?: string
  readonly payload?: unknown
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

/** A job from its main step to its post step. */
async function job(on: Machine, ref: string, { event = 'push', payload, inputs, env = {} }: Job = {}) {
  const all = {
    ...on.env,
    ...service.runner(ref),
    ...{ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1', GITHUB_JOB: 'gate' },
    ...env
  }
  const temp = join(folder, 'temp')
  await rm(temp, { recursive: true, force: true })
  const step: Step = await runAction(ACTION, {
    ...{ cwd: hello, temp },
    inputs: { targets: 'linux/amd64', kubernetes: 'none', sign: 'none', to: 'none', out: on.out, ...inputs },
    env: all,
    event: payload
  })
  const post = await runPost(ACTION, { cwd: hello, state: step.state, env: all })
  expect([post.status, post.stderr]).toEqual([0, ''])
  return { step, post, said: [...step.lines, ...post.lines].filter((line) => line.startsWith('cache: ')) }
}

/** `GetCacheEntryDownloadURL` and the like, since the last time this was asked. */
function asked(): readonly string[] {
  return (service.asked as string[]).splice(0).map((line) => line.split(' ')[0] ?? '')
}

const kindOf = ({ key }: CacheEntry): string => key.split('-')[2] ?? ''

/** The names in an entry. */
async function namesIn(entry: CacheEntry | undefined): Promise<readonly string[]> {
  const path = join(folder, `entry-${++machines}.tzst`)
  await writeFile(path, entry?.bytes ?? '')
  const names = succeeded(await program(['tar', '--zstd', '-P', '-tf', path], { cwd: folder })).split('\n')
  return names.filter((name) => name !== '' && !name.endsWith('/'))
}

const latest = (kind: string): CacheEntry | undefined => service.entries.findLast((entry) => kindOf(entry) === kind)

describe('gates of the default branch', () => {
  test('leave the modules of go.sum and the packages that they used, and nothing else', async () => {
    const on = machine()
    warm = on
    await write(on.build, { [UNUSED]: 'of another project' })
    await utimes(join(on.build, UNUSED), 1, 1)
    const { step, said } = await job(on, MAIN)
    expect([step.status, step.stderr]).toEqual([0, ''])
    expect(said[0]).toBe('cache: nothing of earlier runs')
    expect(service.entries.map(kindOf)).toEqual(['modules', 'build'])
    const [mods, build] = await Promise.all([namesIn(latest('modules')), namesIn(latest('build'))])
    expect(mods.map((name) => name.replace(/.*\/modules\//, '')).toSorted()).toEqual(
      ['info', 'mod', 'zip', 'ziphash'].map((end) => `example.com/!dep/@v/v1.0.0.${end}`)
    )
    expect(build.length).toBeGreaterThan(50)
    expect(build.filter((name) => name.endsWith(UNUSED))).toEqual([])
  })

  test('on another machine and commit find both, compile only what changed, and need no module server', async () => {
    await writeFile(join(hello, 'more.go'), 'package main\n\nvar more = 1\n')
    await commit(hello)
    asked()
    const on = machine()
    const before = await namesIn(latest('build'))
    const { step, said } = await job(on, MAIN, { env: { GOPROXY: 'off' } })
    expect([step.status, step.stderr]).toEqual([0, ''])
    expect(said[0]).toBe('cache: modules, build of earlier runs')
    // The modules are the same: one entry is made, and two were looked for.
    expect(asked().toSorted()).toEqual([
      'CreateCacheEntry',
      'FinalizeCacheEntryUpload',
      'GetCacheEntryDownloadURL',
      'GetCacheEntryDownloadURL',
      'GetCacheEntryDownloadURL'
    ])
    const after = await namesIn(latest('build'))
    const made = after.filter((name) => !before.includes(name))
    expect(made.length).toBeLessThan(20)
    expect(after.length).toBeGreaterThan(before.length / 2)
  })

  test('the same commit again makes no entry', async () => {
    asked()
    const { step } = await job(machine(), MAIN)
    expect(step.status).toBe(0)
    expect(asked().filter((method) => method !== 'GetCacheEntryDownloadURL')).toEqual([])
  })
})

describe('who may not', () => {
  test.each([
    ['a release', {}, { to: 'DIR' }],
    ['a build', {}, { command: 'build' }],
    ['a gate of a tag', {}, { command: 'gate' }],
    ['cache: off', { GITHUB_REF: MAIN, GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }, { cache: 'off' }]
  ])('%s asks the service for nothing and leaves nothing', async (_, env, inputs: Record<string, string>) => {
    asked()
    const { step, said } = await job(machine(), 'refs/tags/v1.0.0', {
      env: { ...tagEvent('v1.0.0'), ...env },
      inputs: {
        ...inputs,
        ...(inputs['to'] && { to: join(folder, 'releases') }),
        // It ends before it would compile.
        main: './nothing'
      }
    })
    expect(step.status).toBe(2)
    expect(said).toEqual([expect.stringMatching(/^cache: not used, /)])
    expect(asked()).toEqual([])
  })

  test('a pull request from a fork reads what the default branch left, and leaves nothing', async () => {
    asked()
    const payload = {
      pull_request: {
        number: 7,
        head: { repo: { full_name: 'mallory/demo' } },
        base: { sha: await git(hello, 'rev-parse', 'HEAD'), repo: { full_name: 'octo/demo' } }
      }
    }
    const { step, said } = await job(machine(), PULL, { event: 'pull_request', payload })
    expect(step.status).toBe(0)
    expect(said).toEqual(['cache: modules, build of earlier runs'])
    expect(new Set(asked())).toEqual(new Set(['GetCacheEntryDownloadURL']))
  })

  test('a pull request of ours, which found what the default branch left, leaves nothing either', async () => {
    asked()
    const repo = { full_name: 'octo/demo' }
    const base = { sha: await git(hello, 'rev-parse', 'HEAD'), repo }
    const payload = { pull_request: { number: 7, head: { repo }, base } }
    const { step } = await job(machine(), PULL, { event: 'pull_request', payload })
    expect(step.status).toBe(0)
    expect(new Set(asked())).toEqual(new Set(['GetCacheEntryDownloadURL']))
  })
})

test('a run that broke off leaves its finished steps, and its next attempt goes on from there', async () => {
  await writeFile(join(hello, 'broken_windows.go'), 'package main\n\nvar broken int = "no number"\n')
  await commit(hello)
  const inputs = { targets: 'linux/amd64,windows/amd64' }
  const first = await job(machine(warm), MAIN, { inputs })
  expect(first.step.status).toBe(4)
  expect(first.step.commands).toContainEqual(expect.stringMatching(/^error cannot use "no number"/))
  expect(kindOf(service.entries.at(-1) ?? { key: '', version: '', scope: '', bytes: Buffer.alloc(0) })).toBe('steps')

  const again = await job(machine(warm), MAIN, { inputs, env: { GITHUB_RUN_ATTEMPT: '2' } })
  expect(again.said[0]).toBe('cache: modules, build, steps of earlier runs')
  expect(again.step.lines).toContainEqual(expect.stringMatching(/^= build {5}linux\/amd64/))
  await rm(join(hello, 'broken_windows.go'))
  await commit(hello)
})

describe('a service that is not there', () => {
  test('stops nothing, and is said', async () => {
    const { step, post } = await job(machine(warm), MAIN, { env: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/' } })
    expect(step.status).toBe(0)
    expect(step.commands).toContainEqual(expect.stringMatching(/^warning Failed to restore/))
    expect(post.lines).toContainEqual(expect.stringMatching(/^cache: not kept: modules/))
  })

  test('no more does one that takes nothing, or a runner that has none', async () => {
    const none = await job(machine(warm), MAIN, { env: { ACTIONS_CACHE_SERVICE_V2: '', ACTIONS_RESULTS_URL: '' } })
    expect(none.step.status).toBe(0)
    expect(none.said).toEqual(['cache: not used, this runner has no cache service'])
    service.refuseWrites()
    const { step, post } = await job(machine(warm), 'refs/heads/other')
    expect(step.status).toBe(0)
    expect(post.commands).toContainEqual(expect.stringMatching(/^warning Failed to save: .*may only read/))
  })
})

test('a module that somebody changed in the cache is refused, and nothing is built from it', async () => {
  const entry = latest('modules')
  if (!entry) throw new Error('the tests before left no modules')
  const place = join(folder, 'forged', 'work')
  await mkdir(place, { recursive: true })
  await writeFile(join(place, 'entry.tzst'), entry.bytes)
  succeeded(await program(['tar', '--zstd', '-P', '-xf', 'entry.tzst'], { cwd: place }))
  const changed = { 'go.mod': 'module example.com/Dep\n', 'dep.go': 'package dep\n\nconst Name = "evil"\n' }
  const zip = (await listFilesBelow(join(folder, 'forged'))).find((name) => name.endsWith('.zip')) ?? ''
  await writeFile(join(folder, 'forged', zip), zipOf(changed))
  succeeded(
    await program(['tar', '--zstd', '-P', '-cf', 'forged.tzst', '../temp/slipway-cache/modules'], { cwd: place })
  )
  service.forge(entry, await readFile(join(place, 'forged.tzst')))

  const { step } = await job(machine(), MAIN, { env: { GOPROXY: 'off' } })
  expect(step.lines).toContainEqual('cache: modules, build of earlier runs')
  expect(step.status).toBe(5)
  expect(step.commands).toContainEqual(expect.stringMatching(/^error the module cache differs from go\.sum/))
})
