import { execFileSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import * as fs from 'node:fs/promises'
import { appendFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache, locateToolCache } from '../../src/adapters/toolchain/cache.ts'
import { findOnPath } from '../../src/adapters/toolchain/machine.ts'
import { toolchain, type ToolchainParts } from '../../src/adapters/toolchain/toolchain.ts'
import type { Toolchain, ToolName } from '../../src/model/ports/toolchain.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { HELLO, repository } from '../fakes/repository.ts'

// The real things: Go from the machine, modules from the module proxy, and the tool cache of this user, which the rest
// of CI uses as well. From nothing this takes ten minutes on two cores, else seconds.
const PATIENCE = 40 * 60_000
const platform = { os: process.platform, arch: process.arch }
const OTHER_GO = 'go1.25.3'
const never = new AbortController().signal

let folder = ''
let go = ''
/** A PATH with go and nothing else, so that a cosign or kubectl of the machine is not taken. */
let onlyGo = ''

beforeAll(async () => {
  const found = await findOnPath('go', process.env, platform)
  if (found === undefined) throw new Error('this test needs go on PATH')
  go = found
  folder = await mkdtemp(join(tmpdir(), 'toolchain-'))
  onlyGo = join(folder, 'bin')
  await mkdir(onlyGo)
  await symlink(go, join(onlyGo, 'go'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const noDownloads: typeof fetch = async () => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('no downloads in this test'), { code: 'ENOTFOUND' })
  })
}

const make = (overrides: Partial<ToolchainParts> = {}): Toolchain =>
  toolchain({
    processes: processes(),
    files: disk(join(folder, 'scratch')),
    fs,
    cache: openPlainToolCache(locateToolCache(process.env, process.platform), fs),
    fetch: noDownloads,
    env: { ...process.env, PATH: onlyGo },
    platform,
    note: () => undefined,
    ...overrides
  })

const goEnv = (name: string, command = go): string =>
  execFileSync(command, ['env', name], {
    cwd: folder,
    env: { ...process.env, GOENV: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    encoding: 'utf8'
  }).trim()

describe('tools built from modules', () => {
  test(
    'cosign ends in the tool cache and runs',
    async () => {
      const tool = await make().tool('cosign', undefined, never)
      expect(tool).toMatchObject({ version: 'v3.1.3', source: 'module' })
      expect(tool.path.startsWith(locateToolCache(process.env, process.platform))).toBe(true)
      expect(tool.vouched).toContain('h1:001JQRI/PJ/5T+g/kJ1KTvKFbb322+fomc+pHDZ/6sg=')
      expect(execFileSync(tool.path, ['version'], { encoding: 'utf8' })).toMatch(/GitVersion:\s+v3\.1\.3/)
    },
    PATIENCE
  )

  test(
    'the whole control plane of Kubernetes 1.37 is one build, and every program says its release',
    async () => {
      const tools = make()
      const get = (name: ToolName): ReturnType<Toolchain['tool']> => tools.tool(name, '1.37', never)
      const names = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'etcd', 'kubectl'] as const
      const found = await Promise.all(names.map(get))
      expect(found.map(({ name, version, source }) => [name, version, source])).toEqual([
        ['kube-apiserver', 'v1.37.1', 'module'],
        ['kube-controller-manager', 'v1.37.1', 'module'],
        ['kube-scheduler', 'v1.37.1', 'module'],
        ['etcd', 'v3.7.0', 'module'],
        ['kubectl', 'v1.37.1', 'module']
      ])
      expect(new Set(found.map(({ path }) => dirname(path))).size).toBe(1)
      for (const { path } of found.slice(0, 3)) {
        expect(execFileSync(path, ['--version'], { encoding: 'utf8' })).toBe('Kubernetes v1.37.1\n')
      }
    },
    PATIENCE
  )
})

describe('Go', () => {
  test("is the machine's, when that is what is asked for", async () => {
    const version = goEnv('GOVERSION')
    const tool = await make().go(version, never)
    expect(tool).toMatchObject({ version, source: 'machine', path: join(goEnv('GOROOT'), 'bin', 'go') })
  })

  test(
    'of another version is a toolchain module, and its path runs without any switch',
    async () => {
      const tool = await make().go(OTHER_GO, never)
      expect(tool).toMatchObject({ version: OTHER_GO, source: 'module' })
      expect(goEnv('GOVERSION', tool.path)).toBe(OTHER_GO)
    },
    PATIENCE
  )
})

describe('a machine without Go', () => {
  const version = 'go1.26.8'
  let GOPROXY = ''
  let served = 0
  const server = createServer()

  beforeAll(async () => {
    const module = `golang.org/toolchain@v0.0.1-${version}.${goEnv('GOHOSTOS')}-${goEnv('GOHOSTARCH')}`
    const json = execFileSync(go, ['mod', 'download', '-json', module], {
      cwd: folder,
      env: { ...process.env, GOENV: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' },
      encoding: 'utf8'
    })
    const zip = (JSON.parse(json) as { Zip: string }).Zip
    server.on('request', (request, response) => {
      if (request.url !== `/golang.org/toolchain/@v/${basename(zip)}`) return response.writeHead(404).end()
      served += 1
      return createReadStream(zip).pipe(response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    GOPROXY = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }, PATIENCE)
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })

  const bare = (): Toolchain =>
    make({
      cache: openPlainToolCache(join(folder, 'tools'), fs),
      fetch,
      env: { ...process.env, GOPROXY, PATH: join(folder, 'nothing') }
    })

  test(
    'gets it by its pinned sum from a module proxy, and it compiles',
    async () => {
      const tool = await bare().go(version, never)
      expect(tool).toMatchObject({ version, source: 'module' })
      expect(tool.path).toContain(join('tools', 'slipway-go', '1.26.8'))
      expect(goEnv('GOVERSION', tool.path)).toBe(version)

      const program = join(folder, 'hello')
      await mkdir(program)
      await writeFile(join(program, 'go.mod'), 'module hello\n\ngo 1.26\n')
      await writeFile(join(program, 'main.go'), 'package main\n\nfunc main() { println("hello") }\n')
      const env = { ...process.env, GOENV: 'off', GOTOOLCHAIN: 'local', GOPROXY: 'off', GOFLAGS: '', CGO_ENABLED: '0' }
      execFileSync(tool.path, ['build', '-trimpath', '-o', 'hello', '.'], { cwd: program, env })
      execFileSync(join(program, 'hello'), { stdio: 'ignore' })
    },
    PATIENCE
  )

  test(
    'builds by the command line, with git alone on PATH',
    async () => {
      const [work, bin] = [join(folder, 'work'), join(folder, 'only-git')]
      await repository(work, HELLO)
      await mkdir(bin)
      const git = await findOnPath('git', process.env, platform)
      await symlink(git ?? '', join(bin, 'git'))
      const env = { PATH: bin, GOPROXY, RUNNER_TOOL_CACHE: join(folder, 'tools') }
      const said = succeeded(await slipway(['build', '--targets', 'linux/amd64'], { cwd: work, env }))
      expect(said).toContain(`go        ${version}`)
      const report = await readFile(join(work, '.slipway/report/compatibility.json'), 'utf8')
      expect(report).toContain('with the pinned sum h1:')
      execFileSync(join(work, '.slipway/bin/linux_amd64/hello'), { stdio: 'ignore' })
    },
    PATIENCE
  )

  test(
    'takes it from the tool cache afterwards, and fetches it anew when a file of it was changed',
    async () => {
      const before = served
      const first = await bare().go(version, never)
      expect(served).toBe(before)
      await appendFile(join(dirname(dirname(first.path)), 'src', 'fmt', 'print.go'), '// changed\n')
      const second = await bare().go(version, never)
      expect(served).toBe(before + 1)
      expect(second.path).toBe(first.path)
      expect((await bare().go(version, never)).path).toBe(first.path)
      expect(served).toBe(before + 1)
    },
    PATIENCE
  )

  test(
    'gets another version through it',
    async () => {
      const GOSUMDB = goEnv('GOSUMDB')
      const tools = make({
        cache: openPlainToolCache(join(folder, 'tools'), fs),
        fetch,
        env: { ...process.env, GOSUMDB, GOPROXY: `${GOPROXY},${goEnv('GOPROXY')}`, PATH: join(folder, 'nothing') }
      })
      const tool = await tools.go(OTHER_GO, never)
      expect(tool).toMatchObject({ version: OTHER_GO, source: 'module' })
      expect(goEnv('GOVERSION', tool.path)).toBe(OTHER_GO)
    },
    PATIENCE
  )
})
