import { mkdir, readFile, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { DEFAULT_TARGETS, formatTarget } from '../src/go/target.ts'
import { Failure } from '../src/base/errors.ts'
import { disk } from '../src/adapters/machine/disk.ts'
import { processes } from '../src/adapters/machine/process.ts'
import type { Setting } from './contenders.ts'
import type { Caches } from './scenarios.ts'
import type { Subject } from './subject.ts'

const { run } = processes()
const PASSWORD = 'of no secret'

/** What all runs share: tools, a key, caches to start from. */
export interface Ground {
  readonly folder: string
  /** `go1.26.8`. */
  readonly go: string
  readonly caches: Caches
  setting(name: string, subject: Subject): Setting
}

interface Tools {
  readonly cosign: string
  readonly goreleaser: string
  /** Where Slipway finds its tools, so that it does not fetch them in a measured run. */
  readonly toolCache: string
}

/** Makes the folder ready: key pair, cosign's configuration without services, caches of the subject's first version. */
export async function prepareGround(folder: string, tools: Tools, subject: Subject): Promise<Ground> {
  await mkdir(folder, { recursive: true })
  const goCommand = await which('go')
  const go = (
    await run([goCommand, 'env', 'GOVERSION'], { env: { ...plain(), GOTOOLCHAIN: 'local', GOENV: 'off' } })
  ).stdout.trim()
  const goDigest = (await disk(folder).digest(goCommand))?.sha256 ?? ''
  const [signingConfig, trustedRoot] = [join(folder, 'signing-config.json'), join(folder, 'trusted-root.json')]
  const env = { ...plain(), COSIGN_PASSWORD: PASSWORD }
  await run([tools.cosign, 'signing-config', 'create', '--out', signingConfig], { cwd: folder, env })
  await run([tools.cosign, 'trusted-root', 'create', '--out', trustedRoot], { cwd: folder, env })
  for (const half of ['key', 'pub']) await rm(join(folder, `cosign.${half}`), { force: true })
  await run([tools.cosign, 'generate-key-pair'], { cwd: folder, env })
  const key = await readFile(join(folder, 'cosign.key'), 'utf8')

  const base = (home: string): Record<string, string> => ({
    PATH: [dirname(goCommand), process.env.PATH ?? ''].join(delimiter),
    HOME: home,
    GOCACHE: join(home, 'build-cache'),
    GOMODCACHE: join(home, 'module-cache'),
    // Everything that is needed was put into the module cache: no run may wait for a network.
    GOPROXY: 'off'
  })
  const setting = (name: string, { name: program, main }: Subject): Setting => {
    const home = join(folder, name)
    return {
      home,
      repository: join(home, 'repository'),
      go,
      main,
      name: program,
      targets: DEFAULT_TARGETS.map(formatTarget),
      cosign: tools.cosign,
      goreleaser: tools.goreleaser,
      env: {
        ...base(home),
        ...{ RUNNER_TOOL_CACHE: tools.toolCache, COSIGN_PRIVATE_KEY: key, COSIGN_PASSWORD: PASSWORD },
        // Both compile with the Go of the machine: Slipway takes it beside a key when it is named.
        SLIPWAY_PATH_TOOLS: `go=${goDigest}`
      },
      signingConfig,
      trustedRoot
    }
  }
  const seed = setting('seed', subject)
  await mkdir(seed.home, { recursive: true })
  return {
    folder,
    go,
    setting,
    caches: await seedCaches(seed, subject, { ...base(seed.home), GOENV: 'off', CGO_ENABLED: '0' })
  }
}

/** Compiles the first version as both contenders will, and packs the caches. Kept from one bench to the next. */
async function seedCaches(seed: Setting, subject: Subject, env: Readonly<Record<string, string>>): Promise<Caches> {
  const caches = { build: join(seed.home, 'build-cache.tar'), modules: join(seed.home, 'module-cache.tar') }
  const [build, modules] = [env.GOCACHE ?? '', env.GOMODCACHE ?? '']
  for (const made of [build, modules]) await mkdir(made, { recursive: true })
  await subject.make(seed.repository)
  // What lies in the machine's module cache is not fetched again.
  const here = (await run(['go', 'env', 'GOMODCACHE', 'GOPROXY'], { env: plain() })).stdout.trim().split('\n')
  const proxy = { GOPROXY: `file://${here[0]}/cache/download,${here[1]}` }
  await run(['go', 'mod', 'download', '-modcacherw'], { cwd: seed.repository, env: { ...env, ...proxy } })
  for (const target of seed.targets) {
    const [GOOS = '', GOARCH = ''] = target.split('/')
    const argv = [
      'go',
      'build',
      '-trimpath',
      '-buildvcs=true',
      '-ldflags',
      '-s -w -buildid=',
      '-o',
      join(seed.home, 'program'),
      seed.main
    ] as const
    await run(argv, { cwd: seed.repository, env: { ...env, GOOS, GOARCH } })
  }
  for (const [tar, from] of [
    [caches.build, build],
    [caches.modules, modules]
  ] as const)
    await run(['tar', '-cf', tar, '-C', from, '.'], { env: plain() })
  return caches
}

const plain = (): Record<string, string> => ({ PATH: process.env.PATH ?? '', HOME: homedir() })

async function which(program: string): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, program)
    if (
      await readFile(path).then(
        () => true,
        () => false
      )
    )
      return path
  }
  throw new Failure('environment', `there is no ${program} on PATH`, { hint: `Install ${program}.` })
}
