/**
 * `npm run demo`: a real release of examples/mesh-canary into ./demo, signed with a key made for it, and how to verify
 * it. `-- --again` repeats the release and fails unless nothing at all was written to ./demo/releases.
 */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { formatDownloaderLines } from '../src/adapters/cosign/downloader.ts'
import { processes } from '../src/adapters/machine/process.ts'
import { COMPATIBILITY, PROVENANCE } from '../src/model/release-chains.ts'
import { COMPARE, listStatements } from '../src/model/verification-commands.ts'
import { Failure } from '../src/base/errors.ts'
import { MESH_CANARY, meshCanary } from '../__tests__/bed/examples.ts'
import { environment, realTools } from '../__tests__/bed/tools.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** The bundled command line, as it ships. */
const CLI = join(ROOT, 'dist/cli/index.js')
const DEMO = join(ROOT, 'demo')
const REPOSITORY = join(DEMO, 'mesh-canary')
const RELEASES = join(DEMO, 'releases')
const KEYS = join(DEMO, 'keys')
const [PRIVATE, PUBLIC] = [join(KEYS, 'cosign.key'), join(KEYS, 'cosign.pub')]
const PASSWORD = 'demo'

const { values } = parseArgs({ options: { again: { type: 'boolean', default: false } } })
const tag = MESH_CANARY.at(-1)?.tag ?? ''
const made = join(RELEASES, tag)

const cosign = (await realTools(console.log).tool('cosign', undefined, AbortSignal.timeout(3_600_000))).path
if (!values.again) {
  console.log(`mesh-canary ${tag} in ${shown(REPOSITORY)}`)
  await mkdir(KEYS, { recursive: true })
  await meshCanary(REPOSITORY)
}
const before = await state()
const key = { COSIGN_PRIVATE_KEY: await demoKey(), COSIGN_PASSWORD: PASSWORD }
await slipway(['release', '--to', RELEASES, '--out', join(DEMO, 'out'), '--sign', 'key'], key)
await slipway(['verify', made, '--key', PUBLIC])
if (values.again) refuseChange(before, await state())
else
  console.log(`
Released: ${shown(made)}

Verify it as a stranger would:
  cd ${shown(made)}
  ${[COMPARE, ...lines()].join('\n  ')}`)

/** With this checkout's own programs: the demo expects none on the PATH. */
function lines(): readonly string[] {
  return formatDownloaderLines(
    { publicKey: '' },
    {
      statements: listStatements([PROVENANCE, COMPATIBILITY]),
      key: relative(made, PUBLIC),
      cosign: [cosign],
      slipway: ['node', relative(made, CLI)]
    }
  )
}

/** The demo's private key (PEM), made once: a second demo finds its release finished. */
async function demoKey(): Promise<string> {
  const known = await readFile(PRIVATE, 'utf8').catch(() => undefined)
  if (known !== undefined) return known
  if (values.again) throw new Failure('input', 'there is no demo to repeat', { hint: 'npm run demo' })
  // What an earlier key signed would not verify with the new one.
  for (const folder of [RELEASES, join(DEMO, 'out')]) await rm(folder, { recursive: true, force: true })
  const env = { ...environment(), COSIGN_PASSWORD: PASSWORD }
  await processes().run([cosign, 'generate-key-pair'], { cwd: KEYS, env })
  return readFile(PRIVATE, 'utf8')
}

async function slipway(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const status = await new Promise<number | null>((resolve, reject) => {
    spawn(process.execPath, [CLI, ...args], { cwd: REPOSITORY, stdio: 'inherit', env: { ...environment(), ...env } })
      .on('error', reject)
      .on('exit', resolve)
  })
  if (status !== 0) throw new Failure('command', `slipway ${args[0]} ended with status ${status}`)
}

/** Every file of the releases with what changes when it is written: inode, size, time. */
async function state(): Promise<readonly string[]> {
  const names = await readdir(RELEASES, { recursive: true }).catch(() => [])
  const lines = names.map(async (name) => {
    const { ino, size, mtimeMs } = await stat(join(RELEASES, name))
    return [name, ino, size, mtimeMs].join(' ')
  })
  return (await Promise.all(lines)).sort()
}

function refuseChange(before: readonly string[], after: readonly string[]): void {
  const changed = after.filter((line) => !before.includes(line))
  if (after.length === 0 || changed.length > 0 || before.length !== after.length)
    throw new Failure('verification', `the second release wrote to ${shown(RELEASES)}:\n${changed.join('\n')}`)
  console.log(`Nothing was written: all ${after.length} files and folders of ${shown(RELEASES)} are as they were.`)
}

function shown(path: string): string {
  return relative(process.cwd(), path) || '.'
}
