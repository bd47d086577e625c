import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../src/adapters/disk.ts'
import { processes } from '../src/adapters/process.ts'
import { entries } from '../src/adapters/toolchain/entries.ts'
import { compile, fetchModule } from '../src/adapters/toolchain/module-build.ts'
import { DEFAULT_GO, type ModulePin } from '../src/adapters/toolchain/pins.ts'
import { environment, realTools, toolCache } from './tools.ts'

/**
 * Programs that only our tests run, pinned like those that ship: `sum` is the one of the checksum database
 * (`go mod download -json` with it on).
 */
const PINS = {
  act: {
    path: 'github.com/nektos/act',
    main: 'github.com/nektos/act',
    version: 'v0.2.89',
    sum: 'h1:d9oFeJ6jUkaVExuG+XzAaMPDqoDrNHaGeiRb8IU+N5w=',
    cost: 'a CPU-minute the first time'
  },
  actionlint: {
    path: 'github.com/rhysd/actionlint',
    main: 'github.com/rhysd/actionlint/cmd/actionlint',
    version: 'v1.7.12',
    sum: 'h1:vQ4GeJN86C0QH+gTUQcs8McmK62OLT3kmakPMtEWYnY=',
    cost: 'half a CPU-minute the first time'
  }
} as const satisfies Record<string, ModulePin & { readonly main: string }>

export type TestTool = keyof typeof PINS
export const TEST_TOOLS = Object.keys(PINS) as readonly TestTool[]

const FLAGS = ['-trimpath', '-buildvcs=false', '-v', '-ldflags=-s -w']

/** The path of a program that tests run, from the tool cache, or built into it from its module by the Go that we pin. */
export async function testTool(name: TestTool, note: (text: string) => void, signal: AbortSignal): Promise<string> {
  const pin = PINS[name]
  const parts = {
    processes: processes(),
    files: disk(tmpdir()),
    cache: toolCache(),
    env: environment(),
    platform: { os: process.platform, arch: process.arch },
    note
  }
  const recipe = createHash('sha256')
    .update(JSON.stringify([DEFAULT_GO, pin.sum, ...FLAGS]))
    .digest('hex')
  const kept = entries(parts)
  const way = {
    entry: { name: `slipway-test-${name}`, version: pin.version.slice(1), arch: process.arch },
    recipe,
    says: {},
    make: async (out: string, scratch: string, signal: AbortSignal) => {
      const go = await realTools(note).go(DEFAULT_GO, signal)
      const { database } = await fetchModule(pin, go, scratch, parts, signal)
      await compile(
        go,
        ['install', ...FLAGS, `${pin.main}@${pin.version}`],
        { scratch, cwd: scratch, out },
        parts,
        signal
      )
      return { source: 'module' as const, links: {}, vouched: `${pin.path} with the sum ${pin.sum}, by ${database}` }
    }
  }
  const { folder } = (await kept.find(way, signal)) ?? (await kept.make(way, signal))
  return join(folder, name)
}
