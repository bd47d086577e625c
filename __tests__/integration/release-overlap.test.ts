import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realTools } from '../bed/tools.ts'
import type { Context } from '../../src/commands/context.ts'
import { Failure } from '../../src/base/errors.ts'
import type { InputName } from '../../src/config/inputs.ts'
import { main } from '../../src/main.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { deferred } from '../fakes/deferred.ts'
import { fakeClusters } from '../fakes/cluster/clusters.ts'
import { recordingHost, type RecordingHost } from '../fakes/children/recording-host.ts'
import { commit, git, HELLO, repository, workspace, write } from '../fakes/repository.ts'

// A cluster boots in a few seconds where nothing else runs.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place: string
let work: string
let before: string | undefined
beforeAll(async () => {
  place = stack.use(await workspace()).path
  work = join(place, 'work')
  await repository(work, HELLO)
  const { path } = await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))
  const args = ['generate-key-pair', '--output-key-prefix', join(place, 'key')]
  succeeded(await program([path, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  before = process.env['COSIGN_PASSWORD']
  process.env['COSIGN_PASSWORD'] = 'canary'
})
afterAll(() => {
  if (before === undefined) delete process.env['COSIGN_PASSWORD']
  else process.env['COSIGN_PASSWORD'] = before
})

/** A release of HELLO with a proof that it does not need, in this process, with some of the context changed. */
async function release(
  host: RecordingHost,
  change: (context: Context) => Context,
  more: Partial<Record<InputName, string>> = {}
): Promise<number> {
  const flags: Partial<Record<InputName, string>> = {
    out: join(place, 'out'),
    to: join(place, 'releases'),
    targets: 'linux/amd64,linux/arm64,windows/amd64',
    kubernetes: '1.37',
    suites: 'smi',
    'sign-key': join(place, 'key.key'),
    ...more
  }
  const read = (name: InputName) => {
    const text = flags[name]
    return text === undefined ? undefined : { text, from: `--${name}` }
  }
  return await main(
    () => ({ command: 'release', operands: [], read }),
    () => host,
    { print: () => undefined },
    {
      change: (context) =>
        change({
          ...context,
          cwd: work,
          buildEnv: () => context.buildEnv(work),
          surroundings: {
            ...context.surroundings,
            event: { kind: 'local' },
            hasKey: false,
            hasIdentity: false,
            platform: undefined
          }
        })
    }
  )
}

/** A gate that opens once, and a wait for it that says what never came instead of waiting for ever. */
function latch(what: string) {
  const { promise, resolve } = deferred<void>()
  return {
    open: resolve,
    async wait(): Promise<void> {
      const late = AbortSignal.timeout(60_000)
      const never = new Promise<never>((_, reject) =>
        late.addEventListener('abort', () => reject(new Failure('command', `${what} never began`)))
      )
      await Promise.race([promise, never])
    }
  }
}

test('a cluster boots while targets compile, and when its trial fails nothing is signed or published', async () => {
  const clusters = fakeClusters(async () => ({ status: 500, body: { message: 'out of order' }, warnings: [] }))
  const [booting, compiling] = [latch('the cluster'), latch('a compile')]
  const signed: string[] = []
  const host = recordingHost()

  // The compiler waits for the cluster and the cluster for the compiler: one after the other would never end.
  const status = await release(host, (context) => ({
    ...context,
    processes: {
      ...context.processes,
      async run(argv, options) {
        if (argv[1] === 'build') {
          compiling.open()
          await booting.wait()
        }
        return await context.processes.run(argv, options)
      }
    },
    clusters: () => ({
      async create(kubernetes, signal) {
        booting.open()
        await compiling.wait()
        return await clusters.create(kubernetes, signal)
      }
    }),
    async signer(...asked) {
      const signer = await context.signer(...asked)
      return { ...signer, sign: async (what, bundle) => void signed.push(bundle) }
    }
  }))

  expect(status).toBe(5)
  expect(host.lines.join('\n')).toMatch(/error: 1 of 1 trials failed\nsmi on v1\.37\.0: not true: /)
  expect(host.events.filter((event) => event.startsWith('done build'))).toHaveLength(3)
  expect(host.events.filter((event) => /^\w+ (sign|publish|verify) /.test(event))).toEqual([])
  expect({ open: clusters.open, created: clusters.created, signed }).toEqual({
    open: [],
    created: ['1.37'],
    signed: []
  })
  expect(await readdir(place)).not.toContain('releases')
  expect((await readdir(join(place, 'out'))).filter((name) => name.endsWith('.sigstore.json'))).toEqual([])

  const report = JSON.parse(await readFile(join(place, 'out/report/compatibility.json'), 'utf8')) as unknown
  expect(report).toMatchObject({ outcome: 'failed', verdicts: [{ trial: { suite: 'smi' }, outcome: 'failed' }] })
  expect(await readFile(join(place, 'out/report/junit.xml'), 'utf8')).toContain('<failure')
  expect(host.summaries.join('\n')).toMatch(/\| smi \| v1\.37\.0 .*\*\*failed\*\*/)
})

test('the next run proves again, compiles nothing again, and signs and publishes only after the proof', async () => {
  const host = recordingHost()
  const status = await release(host, (context) => context)

  expect(host.lines.filter((line) => line.startsWith('error'))).toEqual([])
  expect(status).toBe(0)
  expect(host.events.filter((event) => /^\w+ (build|package) /.test(event) && !event.startsWith('begin'))).toEqual(
    host.events.filter((event) => /^reused (build|package) /.test(event))
  )
  const at = (event: RegExp): number => host.events.findIndex((seen) => event.test(seen))
  const steps = [
    /^begin cluster/,
    /^done cluster/,
    /^done prove smi/,
    /^begin sign/,
    /^done sign/,
    /^begin publish/,
    /^done verify/
  ]
  expect(steps.map(at)).toEqual(steps.map(at).sort((a, b) => a - b))
  expect(at(/^begin cluster/)).toBeGreaterThanOrEqual(0)
  expect(await readdir(join(place, 'releases'))).toEqual(['latest', 'v1.0.0'])
  succeeded(await slipway(['verify', join(place, 'releases/v1.0.0'), '--key', join(place, 'key.pub')], { cwd: place }))
})

test('a run after that makes no cluster and writes nothing', async () => {
  const host = recordingHost()
  const refuse = (what: string) => (): never => {
    throw new Error(`${what} is not needed`)
  }
  const status = await release(host, (context) => ({
    ...context,
    clusters: () => ({ create: refuse('a cluster') }),
    signer: refuse('a signer')
  }))
  expect(host.lines.filter((line) => line.startsWith('error'))).toEqual([])
  expect(status).toBe(0)
  expect(host.events.filter((event) => /^(done|failed)/.test(event))).toEqual([])
  expect(host.events).toContain('reused verify v1.0.0')
})

test('another commit under the released tag is not signed: both digests are shown, and nothing is changed', async () => {
  const before = await readFile(join(place, 'releases/v1.0.0/checksums.txt'), 'utf8')
  await write(work, { 'main.go': `${HELLO['main.go']}\nfunc more() {}\n` })
  await commit(work)
  await git(work, 'tag', '--force', 'v1.0.0')
  const host = recordingHost()
  const status = await release(host, (context) => context, { kubernetes: 'none' })
  const said = host.lines.filter((line) => line.startsWith('error')).join()
  expect(said).toMatch(/checksums\.txt in .* has other bytes: sha256 [0-9a-f]{64} there, [0-9a-f]{64} here/)
  expect(status).toBe(5)
  expect(host.events.filter((event) => event.includes(' sign '))).toEqual([])
  expect(await readFile(join(place, 'releases/v1.0.0/checksums.txt'), 'utf8')).toBe(before)
})
