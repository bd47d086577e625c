/**
 * A place for real kind clusters on a machine that reaches package registries and no image registry: Debian's container
 * engine with its state in a folder of the cache, and in it a node image made of Debian packages and of programs built
 * from modules. `node __tests__/bed/kind/bed.ts` prepares it; what is there already is not made again.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lockFolder } from '../../../src/adapters/machine/lock.ts'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { processes } from '../../../src/adapters/machine/process.ts'
import {
  buildKubernetes,
  compileTools,
  fetchModule,
  type Building
} from '../../../src/adapters/toolchain/module-build.ts'
import { DEFAULT_GO, KIND, KUBERNETES, type ModulePin, type NodeImage } from '../../../src/adapters/toolchain/pins.ts'
import { environment, realTools, toolCacheFolder } from '../tools.ts'
import { startEngine, type Engine } from './engine.ts'
import { NODE_MAIN } from './node-main.ts'

export const BED_KUBERNETES = '1.37'

/** Read with `go mod download -json`, the checksum database on. */
const CNI: ModulePin = {
  path: 'github.com/containernetworking/plugins',
  version: 'v1.9.1',
  sum: 'h1:8oU6WsIsU3bpnNZuvHp74a6cE1MJwbj2P7s4/yTUNlA=',
  cost: 'half a CPU-minute the first time'
}
const CNI_PLUGINS = ['ipam/host-local', 'main/ptp', 'main/loopback', 'meta/portmap']

const here = import.meta.dirname
const folder = join(dirname(toolCacheFolder()), 'kind-bed')
const forever = new AbortController().signal
const own = processes()

export interface Bed extends Engine {
  readonly image: NodeImage
  /** A small static program that waits to be ended. */
  readonly pause: string
}

/** Debian and root are needed. CI has to have them: there nothing is skipped. */
export const bedIsPossible = (): boolean =>
  process.env['CI'] === 'true' || (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'))

/** The prepared bed with its engine running. Rejects when nobody prepared it. */
export async function openBed(): Promise<Bed> {
  await using stack = new AsyncDisposableStack()
  stack.use(await lockFolder(folder))
  const engine = stack.use(await startEngine(folder))
  await clear(engine)
  const id = await imageId(engine)
  if (id === undefined) throw new Error('there is no node image in the bed: run node __tests__/bed/kind/bed.ts')
  const moved = stack.move()
  return {
    host: engine.host,
    pause: join(folder, PROGRAMS, 'pause'),
    image: { version: pin().version, image: id, readAt: 'made by __tests__/bed/kind' },
    [Symbol.asyncDispose]: () => moved.disposeAsync()
  }
}

export async function prepareBed(note: (line: string) => void): Promise<void> {
  await timed('packages', note, () => bash('packages.sh'))
  await mkdir(folder, { recursive: true })
  await using _lock = await lockFolder(folder)
  await using engine = await startEngine(folder)
  if ((await imageId(engine)) !== undefined) return
  const programs = await once(PROGRAMS, (path) => timed('programs', note, () => buildPrograms(path, note)))
  const rootfs = await once(`rootfs-${digest([text('rootfs.sh')])}.tar`, (path) =>
    timed('root file system', note, () => bash('rootfs.sh', path, join(folder, 'rootfs-work')))
  )
  const { dir } = await fetchModule(KIND.module, await go(), folder, building(note), forever)
  await timed('node image', note, () =>
    bash('image.sh', pin().version, programs, rootfs, dir, join(folder, 'image-work'), TAG, engine.host)
  )
}

const pin = () => {
  const found = KUBERNETES[BED_KUBERNETES]
  if (!found) throw new Error(`Kubernetes ${BED_KUBERNETES} is not pinned`)
  return found
}

const text = (name: string): string => readFileSync(join(here, name), 'utf8')
const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
const goInputs = (): readonly string[] => [
  DEFAULT_GO,
  NODE_MAIN,
  pin().module.sum,
  CNI.sum,
  ...CNI_PLUGINS,
  text('go/pause/main.go')
]
const PROGRAMS = `programs-${digest(goInputs())}`
const TAG = `slipway-bed:${digest([...goInputs(), KIND.module.sum, ...['rootfs.sh', 'image.sh', 'pack.sh'].map(text)])}`

const go = () => realTools(() => undefined).go(DEFAULT_GO, forever)
const building = (note: (line: string) => void): Building => ({
  processes: own,
  files: disk(folder),
  fs,
  env: process.env,
  note
})

async function buildPrograms(out: string, note: (line: string) => void): Promise<void> {
  const compiler = await go()
  const by = building((line) => (/^(fetching|compiling)/.test(line) ? note(line) : undefined))
  await using scratch = await by.files.scratch('bed')
  const node = { kubernetes: pin(), main: NODE_MAIN, path: join(out, 'kube-node') }
  await buildKubernetes(node, compiler, scratch.path, by, forever)
  await fetchModule(CNI, compiler, scratch.path, by, forever)
  const plugins = CNI_PLUGINS.map((name) => `${CNI.path}/plugins/${name}@${CNI.version}`)
  const flags = ['-trimpath', '-buildvcs=false', '-ldflags=-s -w']
  const place = { scratch: scratch.path, cwd: scratch.path, out: join(out, 'cni') }
  await compileTools(compiler, ['install', ...flags, ...plugins], place, by, forever)
  const pause = ['build', ...flags, '-o', join(out, 'pause'), join(here, 'go/pause/main.go')]
  await compileTools(compiler, pause, { ...place, out }, by, forever)
}

/** What lies under this name, made under another first, so that a kill leaves nothing that looks whole. */
async function once(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(folder, name)
  if (await stat(path).catch(() => undefined)) return path
  const kind = name.split('-')[0] ?? name
  for (const old of readdirSync(folder).filter((other) => other.startsWith(`${kind}-`)))
    await rm(join(folder, old), { recursive: true, force: true })
  await make(`${path}.part`)
  await rename(`${path}.part`, path)
  return path
}

async function imageId({ host }: Engine): Promise<string | undefined> {
  const argv = ['docker', 'image', 'inspect', '--format', '{{.Id}}', TAG] as const
  return await own.run(argv, { env: { ...environment(), DOCKER_HOST: host } }).then(
    ({ stdout }) => stdout.trim(),
    () => undefined
  )
}

/** Whatever a test that was broken off left in this engine, which nobody else uses. */
async function clear({ host }: Engine): Promise<void> {
  const docker = async (...args: readonly string[]): Promise<readonly string[]> =>
    (await own.run(['docker', ...args], { env: { ...environment(), DOCKER_HOST: host } })).stdout
      .split('\n')
      .filter(Boolean)
  const containers = await docker('ps', '-aq')
  if (containers.length) await docker('rm', '-f', '-v', ...containers)
  const networks = await docker('network', 'ls', '-q', '--filter', 'type=custom')
  if (networks.length) await docker('network', 'rm', ...networks)
  const images = await docker('image', 'ls', '-q', '--filter', 'dangling=true')
  if (images.length) await docker('image', 'rm', '-f', ...images)
}

async function bash(script: string, ...args: readonly string[]): Promise<void> {
  const path = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`
  // The engine's socket stands last where a script needs it.
  const host = args.find((arg) => arg.startsWith('unix://'))
  const env = { ...environment(), PATH: path, ...(host !== undefined && { DOCKER_HOST: host }) }
  await own.run(['bash', join(here, script), ...args], { env }).catch((error: Error) => {
    throw new Error(`${script}: ${error.message}\n${String(error.cause)}`, { cause: error })
  })
}

async function timed(what: string, note: (line: string) => void, work: () => Promise<void>): Promise<void> {
  const started = performance.now()
  await work()
  note(`kind bed: ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

if (process.argv[1] === import.meta.filename) await prepareBed(console.log)
