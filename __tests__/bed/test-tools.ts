import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openEntries } from '../../src/adapters/toolchain/entries.ts'
import { compileTools, fetchModule, type Building } from '../../src/adapters/toolchain/module-build.ts'
import { DEFAULT_GO, type ModulePin } from '../../src/adapters/toolchain/pins.ts'
import { KUBERNETES_MINORS } from '../../src/config/kubernetes-minors.ts'
import type { Tool } from '../../src/model/nouns.ts'
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

/** A program of ours over other people's modules, pinned by its go.sum; and what it has from modules that it does not import. */
const OWN = {
  'sbom-check': {
    version: '1.0.0',
    folder: join(import.meta.dirname, 'sbom-check'),
    schemas: [
      {
        path: 'github.com/CycloneDX/cyclonedx-go',
        version: 'v0.12.0',
        sum: 'h1:/7Jum36UA6V043tQZ/fE3jf+Nf9gn/qxUFfd7QReMy8=',
        cost: 'none',
        files: {
          'schema/bom-1.6.schema.json': 'bom-1.6.schema.json',
          'schema/jsf-0.82.schemax.json': 'jsf-0.82.schema.json',
          'schema/spdx.schema.json': 'spdx.schema.json'
        }
      },
      {
        path: 'github.com/anchore/syft',
        version: 'v1.57.0',
        sum: 'h1:H/UHtf0KbIlD12dXsfklFMjZ2+erj2an3h/jBHoX/zE=',
        cost: 'none',
        files: { 'schema/spdx-json/spdx-schema-2.3.json': 'spdx-schema-2.3.json' }
      }
    ]
  },
  'statement-check': { version: '1.0.0', folder: join(import.meta.dirname, 'statement-check'), schemas: [] }
} as const satisfies Record<
  string,
  {
    readonly version: string
    readonly folder: string
    readonly schemas: readonly (ModulePin & { readonly files: Readonly<Record<string, string>> })[]
  }
>

/**
 * The Kubernetes minors that tests run side by side: the newest and the oldest, and in full tests all of them. A build of
 * one from nothing takes 13 CPU-minutes, for which CI has no time between the ends.
 */
export const TEST_MINORS: readonly string[] =
  process.env['SLIPWAY_TEST'] === 'full' ? KUBERNETES_MINORS : [KUBERNETES_MINORS[0], KUBERNETES_MINORS[3]]

/** The modules that the programs of tests are made from. */
export const TEST_MODULES: Readonly<Record<string, ModulePin>> = {
  ...PINS,
  ...Object.fromEntries(OWN['sbom-check'].schemas.map((pin) => [pin.path, pin]))
}

export type TestTool = keyof typeof PINS | keyof typeof OWN
export const TEST_TOOLS = [...Object.keys(PINS), ...Object.keys(OWN)] as readonly TestTool[]

const FLAGS = ['-trimpath', '-buildvcs=false', '-v', '-ldflags=-s -w']

/** The path of a program that tests run, from the tool cache, or built into it from its module by the Go that we pin. */
export async function testTool(name: TestTool, note: (text: string) => void, signal: AbortSignal): Promise<string> {
  const parts = buildingWith(note)
  const { version, of, make } = isOwn(name) ? await own(name, parts) : installed(name, parts)
  const making = async (out: string, scratch: string): Promise<string> =>
    make(await realTools(note).go(DEFAULT_GO, signal), out, scratch, signal)
  const folder = await madeOnce({ name, version, of: [DEFAULT_GO, of, ...FLAGS] }, making, note, signal)
  return join(folder, name)
}

const buildingWith = (note: (text: string) => void) => ({
  processes: processes(),
  files: disk(tmpdir()),
  fs,
  cache: toolCache(),
  env: environment(),
  platform: { os: process.platform, arch: process.arch },
  note
})

/**
 * The folder of the tool cache with what `make` put into its first argument; the second is for all else. `of` is what
 * decides the result: as long as it stays, nothing is made again. `make` resolves with what vouches for the result.
 */
export async function madeOnce(
  { name, version, of }: { readonly name: string; readonly version: string; readonly of: unknown },
  make: (out: string, scratch: string) => Promise<string>,
  note: (text: string) => void,
  signal: AbortSignal
): Promise<string> {
  const kept = openEntries(buildingWith(note))
  const way = {
    entry: { name: `slipway-test-${name}`, version, arch: process.arch },
    recipe: createHash('sha256').update(JSON.stringify(of)).digest('hex'),
    ...({ source: 'module', program: name, links: [], says: {} } as const),
    vouch: (told: string) => told,
    make
  }
  return ((await kept.find(way, signal)) ?? (await kept.make(way, signal))).folder
}

const isOwn = (name: TestTool): name is keyof typeof OWN => name in OWN

interface Making {
  readonly version: string
  /** What decides the program. */
  readonly of: unknown
  /** Resolves with what vouches for it. */
  readonly make: (go: Tool, out: string, scratch: string, signal: AbortSignal) => Promise<string>
}

const installed = (name: keyof typeof PINS, parts: Building): Making => {
  const pin = PINS[name]
  return {
    version: pin.version.slice(1),
    of: pin.sum,
    async make(go, out, scratch, signal) {
      const { database } = await fetchModule(pin, go, scratch, parts, signal)
      const args = ['install', ...FLAGS, `${pin.main}@${pin.version}`]
      await compileTools(go, args, { scratch, cwd: scratch, out }, parts, signal)
      return `${pin.path} with the sum ${pin.sum}, by ${database}`
    }
  }
}

async function own(name: keyof typeof OWN, parts: Building): Promise<Making> {
  const { version, folder, schemas } = OWN[name]
  const sources = ['main.go', 'go.mod', 'go.sum']
  const texts = await Promise.all(sources.map((file) => readFile(join(folder, file), 'utf8')))
  return {
    version,
    of: [texts, schemas],
    async make(go, out, scratch, signal) {
      const cwd = join(scratch, name)
      await mkdir(join(cwd, 'schemas'), { recursive: true })
      for (const file of sources) await copyFile(join(folder, file), join(cwd, file))
      for (const { files, ...pin } of schemas) {
        const { dir } = await fetchModule(pin, go, scratch, parts, signal)
        for (const [from, to] of Object.entries(files)) await copyFile(join(dir, from), join(cwd, 'schemas', to))
      }
      await compileTools(
        go,
        ['build', '-mod=readonly', ...FLAGS, '-o', join(out, name), '.'],
        { scratch, cwd, out },
        parts,
        signal
      )
      return `${folder}, by its go.sum`
    }
  }
}
