import { hashBytes } from '../../src/base/digest.ts'
import type { Files } from '../../src/model/ports/files.ts'
import type { ShardTools } from '../../src/pipeline/shard-contents.ts'
import { selectShard, takeShards, writeShard } from '../../src/pipeline/shards.ts'
import { makeBuildStep } from '../../src/pipeline/stages/build.ts'
import { makePackageStep } from '../../src/pipeline/stages/package.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { ledger } from '../../src/steps/ledger.ts'
import { memoryFiles } from './files.ts'

const target = (arch: string) => ({ os: 'linux', arch })
const buildFor = (arch: string) => ({
  target: target(arch),
  binaries: [{ name: 'tool', main: 'example.com/tool', made: 'tool', path: `bin/linux_${arch}/tool` }],
  ...{ argv: ['go', 'build'], env: { GOARCH: arch } }
})
const archiveFor = (arch: string) => ({
  target: target(arch),
  ...{ name: `tool_1.0.0_linux_${arch}.tar.gz`, format: 'tar.gz' as const },
  ...{ files: [{ from: 'LICENSE', to: 'LICENSE' }], licences: ['LICENSE'] },
  binaries: [{ name: 'tool', path: `bin/linux_${arch}/tool`, entry: 'tool', sbom: `tool_1.0.0_linux_${arch}.cdx.json` }]
})
export const plan = {
  ...{ name: 'tool', module: 'example.com/tool', moduleDir: '', version: '1.0.0', commit: 'c'.repeat(40) },
  ...{ committedAt: '2026-01-02T03:04:05Z', dirtyDigest: '', stampedFrom: [], notes: [] },
  go: { version: 'go1.26.8', why: 'a test' },
  buildCache: { kind: 'own', why: 'a test' },
  builds: ['amd64', 'arm64'].map(buildFor),
  archives: ['amd64', 'arm64'].map(archiveFor)
} as unknown as Plan

export const LICENCE = 'Do as you like.\n'
export const programOf = (arch: string): string => `a program for ${arch}`
const digestOf = (text: string) => ({ sha256: hashBytes(text), size: text.length })

/** Archives of these tests are JSON: the text of each file, by its name. */
const makeTools = (files: Files): ShardTools => ({
  files,
  folder: '/module',
  async *unpack(path) {
    const entries = JSON.parse(String(Buffer.from((await files.read(path)) ?? []))) as Record<string, string>
    for (const [name, text] of Object.entries(entries))
      yield { name, size: text.length, bytes: Buffer.from(text), about: {} }
  }
})

export interface Made {
  /** What the archive holds. */
  readonly holds: Readonly<Record<string, string>>
  readonly cache: 'own' | 'shared'
  /** What the record of the archive names beside archive and SBOM. */
  readonly extra: readonly string[]
}

/** What one machine makes of its part, and its records of that; `made`: what it does otherwise. */
async function makePart(files: Files, index: number, made: Partial<Made> = {}): Promise<void> {
  const arch = index === 1 ? 'amd64' : 'arm64'
  const program = programOf(arch)
  const { holds = { tool: program, LICENSE: LICENCE }, cache = 'own', extra = [] } = made
  const folder = `/from/${index}`
  const part = selectShard(plan, { index, of: 2 })
  const steps = ledger(files, folder)
  const [build, archive] = [part.builds[0], part.archives[0]]
  if (!build || !archive) throw new Error('a part without a target')
  const built = build.binaries.map(({ name, main, path }) => ({
    ...{ name, main, path, format: 'ELF, no libraries', cache },
    ...digestOf(program)
  }))
  const texts = { [archive.name]: JSON.stringify(holds), [`tool_1.0.0_linux_${arch}.cdx.json`]: `SBOM of ${arch}` }
  for (const [path, text] of [...built.map(({ path }) => [path, program] as const), ...Object.entries(texts)])
    await files.write(`${folder}/${path}`, text)
  for (const name of extra) await files.write(`${folder}/${name}`, 'x')
  const licences = [{ name: 'LICENSE', bytes: Buffer.from(LICENCE) }]
  const extras = licences.map((file) => ({ ...file, executable: false }))
  await steps.record(makeBuildStep(part, build), { value: built })
  await steps.record(makePackageStep(part, archive, { built, extras, licences }), {
    value: [
      ...Object.entries(texts).map(([name, text]) => ({
        ...{ kind: name === archive.name ? ('archive' as const) : ('sbom' as const), name },
        ...digestOf(text)
      })),
      ...extra.map((name) => ({ kind: 'sbom' as const, name, ...digestOf('x') }))
    ]
  })
  await writeShard(files, folder, plan, { index, of: 2 }, steps.places(['build', 'package']))
}

/** Two machines that built their parts, and the folder that gets them. */
export async function handOver(made: Partial<Made> = {}): Promise<Files> {
  const files = memoryFiles()
  await files.write('/module/LICENSE', LICENCE)
  await makePart(files, 1, made)
  await makePart(files, 2)
  return files
}

export const take = (files: Files): Promise<number> => takeShards(makeTools(files), '/from', '/out', plan)

/** The records of steps in the folder of a shard. */
export const recordsOf = async (files: Files, index: number): Promise<readonly string[]> =>
  (await files.list(`/from/${index}/steps`)).map((name) => `steps/${name}`)
