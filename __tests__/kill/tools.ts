/**
 * A program that gets one tool into an empty tool cache as a run does, and is killed at a chosen point: every change of
 * the file system, every request, every tool, traced as in release.ts. `SLIPWAY_KILL` holds the orders as JSON; what is
 * printed at the end is the tool, as JSON.
 */
import { basename } from 'node:path'
import { tmpdir } from 'node:os'
import { disk } from '../../src/adapters/machine/disk.ts'
import { sweepFiles } from '../../src/adapters/machine/lock.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { sweepProcesses } from '../../src/adapters/machine/sweep.ts'
import { openPlainToolCache } from '../../src/adapters/toolchain/cache.ts'
import { makeInstallRecipe } from '../../src/adapters/toolchain/module-build.ts'
import { DEFAULT_GO, type ModulePin } from '../../src/adapters/toolchain/pins.ts'
import { translateToGo } from '../../src/adapters/toolchain/platform.ts'
import { toolchain } from '../../src/adapters/toolchain/toolchain.ts'
import type { WantedTool } from '../../src/adapters/toolchain/wanted.ts'
import { traced } from '../fakes/traced.ts'
import { pointsOf, tracedRun, type Points } from './points.ts'

/** How a tool is to be had. */
export type Way =
  | { readonly download: { readonly url: string; readonly sha256: string } }
  | { readonly module: ModulePin }
  /** Go itself, where there is none: the sum of its toolchain module. */
  | { readonly go: string }

export interface Orders extends Points {
  readonly way: Way
  readonly cache: string
  /** Where `https://tools.invalid` is. */
  readonly origin: string
  /** The cache lies on another device than the temporary folder. */
  readonly devices?: boolean
}

const platform = { os: process.platform, arch: process.arch }
const orders = JSON.parse(process.env['SLIPWAY_KILL'] ?? '') as Orders
const signal = AbortSignal.timeout(600_000)

const reach = pointsOf(
  orders,
  (what) => what.replaceAll(orders.cache, 'cache').replaceAll(tmpdir(), 'tmp'),
  () => process.kill(process.pid, 'SIGKILL')
)

const fs = traced((operation, [path, second]) => {
  reach([operation, path, ...(['rename', 'symlink', 'cp'].includes(operation) ? ['->', second] : [])].join(' '))
  const across = operation === 'rename' && String(path).startsWith(tmpdir()) && String(second).startsWith(orders.cache)
  if (orders.devices && across) throw Object.assign(new Error('another device'), { code: 'EXDEV' })
})

const own = processes()
const run = tracedRun(own.run, reach, (argv) =>
  [basename(argv[0]), argv[1], argv[2]].filter((word) => /^[a-z]+$/.test(word ?? '')).join(' ')
)

const request: typeof fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  reach(`before GET ${pathname}`)
  const response = await fetch(`${orders.origin}${pathname}`, init)
  reach(`after GET ${pathname}`)
  return response
}

const wanted = (): WantedTool => ({
  name: 'cosign',
  version: 'v1.0.0',
  says: 'v1.0.0',
  fitting: undefined,
  ...('download' in orders.way && { download: { ...orders.way.download, readAt: 'the test' } }),
  ...('module' in orders.way && { module: { cachedAs: 'slipway-tiny', recipe: linked(orders.way.module) } })
})

/** As Kubernetes has them, with a second name for the program; of another module than the one whose digest is pinned. */
const linked = (pin: ModulePin) => ({
  ...makeInstallRecipe('cosign', pin, `${pin.path}/cosign`),
  ...{ links: ['too'], built: {} }
})

// As a run begins, before it asks for tools.
await sweepProcesses()
await sweepFiles(tmpdir(), { deep: false, fs })
const tools = toolchain(
  {
    processes: { ...own, run },
    files: disk(tmpdir(), fs),
    fs,
    cache: openPlainToolCache(orders.cache, fs),
    fetch: request,
    env: process.env,
    platform,
    note: () => undefined
  },
  wanted,
  'go' in orders.way ? { [`${translateToGo(platform).os}-${translateToGo(platform).arch}`]: orders.way.go } : {}
)
const tool = await ('go' in orders.way ? tools.go(DEFAULT_GO, signal) : tools.tool('cosign', undefined, signal))
process.stdout.write(JSON.stringify(tool))
