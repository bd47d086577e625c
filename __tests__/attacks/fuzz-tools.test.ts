import { createHash } from 'node:crypto'
import * as fs from 'node:fs/promises'
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { openPlainToolCache } from '../../src/adapters/toolchain/cache.ts'
import { COSIGN } from '../../src/adapters/toolchain/pins.ts'
import { toolchain } from '../../src/adapters/toolchain/toolchain.ts'
import { Failure } from '../../src/base/errors.ts'
import type { Toolchain } from '../../src/model/ports/toolchain.ts'
import { program, succeeded } from '../fakes/cli.ts'
import { damage, damages, type Damage } from '../fakes/hostile/damage.ts'
import { moduleZip } from '../fakes/network/module-proxy.ts'
import { workspace } from '../fakes/repository.ts'

jest.setTimeout(1_800_000)

const FULL = process.env['SLIPWAY_TEST'] === 'full'
/** Seeded: a run that fails can be repeated; the full tests take another seed each time. */
const RUNS = { numRuns: FULL ? 400 : 25, seed: FULL ? Date.now() % 2 ** 31 : 7, endOnFailure: true }
/** Far more than a script needs that is hashed and run: what takes it hangs. */
const HANGS_MS = 120_000

const COSIGN_SCRIPT = `#!/bin/sh\necho '{ "gitVersion": "v3.1.3" }'\n`
const GO_SCRIPT = `#!/bin/sh
printf '%s\\n%s\\n%s\\n' go1.26.8 "$(dirname "$(dirname "$0")")" /modules
`
const PINNED_GO = moduleZip('golang.org/toolchain@v0.0.1-go1.26.8.linux-amd64', { 'bin/go': GO_SCRIPT })
const DIGEST = createHash('sha256').update(COSIGN_SCRIPT).digest('hex')

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let folder = ''
const at = (...names: readonly string[]): string => join(folder, ...names)

/** The tools of a run that holds a secret, with cosign by its build and Go by its module: both are scripts. */
const open = (): Toolchain =>
  toolchain(
    {
      ...{ processes: processes(), files: disk(at('place/scratch')), fs },
      cache: openPlainToolCache(at('place/tools'), fs),
      fetch: async () => new Response(Buffer.from(PINNED_GO.zip)),
      env: { PATH: '/usr/bin:/bin' },
      platform: { os: 'linux', arch: 'x64' },
      note: () => undefined,
      pathTools: () => ({ holdsSecret: true, named: {} })
    },
    () => ({
      ...{ name: 'cosign', version: 'v3.1.3', says: 'v3.1.3', fitting: { range: '>=3.1.3 <4.0.0' } },
      module: {
        cachedAs: 'slipway-cosign',
        recipe: {
          ...{ pin: COSIGN.module, program: 'cosign', links: ['too'], built: { 'linux/amd64': DIGEST } },
          says: { cosign: 'v3.1.3' },
          digest: 'the recipe of this test',
          build: async (_go, _scratch, out) => {
            await writeFile(join(out, 'cosign'), COSIGN_SCRIPT, { mode: 0o755 })
            return 'built for this test'
          }
        }
      }
    }),
    { 'linux-amd64': PINNED_GO.sum }
  )

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  await mkdir(at('place/scratch'), { recursive: true })
  await mkdir(at('place/elsewhere'))
  await writeFile(at('place/elsewhere/notes.txt'), 'of somebody else\n')
  await open().tool('cosign', undefined, new AbortController().signal)
  succeeded(await program(['cp', '-a', at('place'), at('base')], { cwd: folder }))
})

const beside = async (): Promise<string> => {
  const { mode, uid, nlink } = await stat(at('place/elsewhere/notes.txt'))
  const names = await fs.readdir(at('place/elsewhere'))
  // A second name of it that goes away takes nothing from it.
  return JSON.stringify([names, await readFile(at('place/elsewhere/notes.txt'), 'utf8'), mode, uid, nlink > 0])
}

async function holds(list: readonly Damage[]): Promise<void> {
  await rm(at('place'), { recursive: true, force: true })
  succeeded(await program(['cp', '-a', at('base'), at('place')], { cwd: folder }))
  const done = list
    .map((each) => damage({ folder: at('place/tools'), stays: true, elsewhere: at('place/elsewhere') }, each))
    .join('; ')
  const before = await beside()
  const signal = AbortSignal.timeout(HANGS_MS)
  const tools = open()
  const wanted = [
    ['cosign', COSIGN_SCRIPT, () => tools.tool('cosign', undefined, signal)],
    ['go', GO_SCRIPT, () => tools.go('go1.26.8', signal)]
  ] as const
  for (const [name, content, find] of wanted) {
    const found = await find().catch((error: unknown) => {
      if (error instanceof Failure) return undefined
      throw new Error(`${name} after ${done}`, { cause: error })
    })
    if (found !== undefined && (await readFile(found.path, 'utf8')) !== content)
      throw new Error(`another ${name} is taken after ${done}`)
  }
  if ((await beside()) !== before) throw new Error(`it wrote elsewhere after ${done}`)
}

test('whatever somebody does to the tool cache, a tool has the pinned bytes, or there is none', async () => {
  await fc.assert(fc.asyncProperty(damages, holds), RUNS)
})
