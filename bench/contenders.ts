import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { processes } from '../src/adapters/machine/process.ts'
import type { Programs } from './glue/cluster.ts'
import type { Plan } from './glue/glue.ts'
import { writeManifests } from './glue/manifests.ts'
import type { Command } from './measure.ts'

/** What everybody gets: the same module, targets, compiler, caches and key. */
export interface Setting {
  /** The contender's own folder: repository, build cache, results. */
  readonly home: string
  readonly repository: string
  /** `go1.26.8`, the Go on PATH. */
  readonly go: string
  readonly main: string
  readonly name: string
  readonly targets: readonly string[]
  readonly cosign: string
  readonly goreleaser: string
  /** PATH, HOME, GOCACHE, GOMODCACHE, GOPROXY, COSIGN_PRIVATE_KEY, COSIGN_PASSWORD and nothing else. */
  readonly env: Readonly<Record<string, string>>
  /** cosign's configuration without transparency log or timestamp authority. */
  readonly signingConfig: string
  readonly trustedRoot: string
}

/** A way to make a release: build, archive, checksum, sign, into a folder; and perhaps to prove it. */
export interface Contender {
  readonly name: string
  /** The command that releases the tag at HEAD. Preparing it is not measured. */
  command(setting: Setting, tag: string): Promise<Command>
  /** The folder where its checksums.txt lies afterwards. */
  made(setting: Setting): string
  /** How many questions about Kubernetes the last run answered, all as wanted. */
  answered(setting: Setting): Promise<number>
  /** Forgets everything that was made, but not the build cache. */
  forget(setting: Setting): Promise<void>
}

/** The bundled command line, as it ships. */
export const CLI = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/** Slipway; `proof` is Kubernetes' minor, or `none`. */
export const slipway = (proof: string): Contender => ({
  name: 'Slipway',
  async command({ home, repository, go, main, targets, env }) {
    const flags = {
      targets: targets.join(','),
      main,
      out: join(home, 'out'),
      to: join(home, 'published'),
      sign: 'key',
      kubernetes: proof,
      'go-version': go
    }
    // A report of the run before must not count as this one's.
    await rm(join(home, 'out/report'), { recursive: true, force: true })
    const argv = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])
    return {
      argv: [process.execPath, CLI, 'release', '--rebuild', '0', '--vulnerabilities', 'off', ...argv],
      cwd: repository,
      env
    }
  },
  made: ({ home }) => join(home, 'out'),
  answered: async ({ home }) =>
    (await readFile(join(home, 'out/report/junit.xml'), 'utf8')).split('<testcase').length - 1,
  async forget({ home }) {
    for (const made of ['out', 'published']) await rm(join(home, made), { recursive: true, force: true })
  }
})

export const goreleaser: Contender = {
  name: 'GoReleaser',
  async command(setting, tag) {
    const config = join(setting.home, 'goreleaser.yaml')
    await writeFile(config, stringify(goreleaserConfig(setting)))
    return {
      argv: [setting.goreleaser, 'release', '--clean', '--skip=publish,announce,validate', '--config', config],
      cwd: setting.repository,
      env: { ...setting.env, GORELEASER_CURRENT_TAG: tag, GOENV: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' }
    }
  },
  made: ({ home }) => join(home, 'dist'),
  answered: async () => 0,
  async forget({ home }) {
    await rm(join(home, 'dist'), { recursive: true, force: true })
  }
}

/** GoReleaser, and then a proof by a control plane started by hand and kubectl: `glue/glue.ts`. */
export const glue = (programs: Programs): Contender => ({
  ...goreleaser,
  name: 'glue',
  async command(setting, tag) {
    const { home } = setting
    const { env, ...release } = await goreleaser.command(setting, tag)
    const folder = (name: string): string => join(home, name)
    const { stdout } = await processes().run([process.execPath, CLI, 'crds'], { env })
    await writeManifests(folder('manifests'), stdout)
    await rm(folder('answers'), { force: true })
    const plan: Plan = {
      release,
      programs,
      cluster: folder('cluster'),
      manifests: folder('manifests'),
      answers: folder('answers')
    }
    await writeFile(folder('plan.json'), JSON.stringify(plan))
    return { argv: [process.execPath, GLUE, folder('plan.json')], cwd: home, env }
  },
  answered: async ({ home }) => (await readFile(join(home, 'answers'), 'utf8')).split('\n').length
})

export const GLUE = fileURLToPath(new URL('./glue/glue.ts', import.meta.url))

/** The same flags, archives, checksums and signature as Slipway makes. */
export const goreleaserConfig = (setting: Setting) => ({
  version: 2,
  project_name: setting.name,
  dist: join(setting.home, 'dist'),
  builds: [
    {
      main: setting.main,
      binary: setting.name,
      env: ['CGO_ENABLED=0'],
      flags: ['-trimpath', '-buildvcs=true', '-mod=readonly'],
      ldflags: [
        '-s -w -buildid= -X main.version={{.Version}} -X main.commit={{.FullCommit}} -X main.date={{.CommitDate}}'
      ],
      targets: setting.targets.map((target) => target.replace('/', '_')),
      mod_timestamp: '{{ .CommitTimestamp }}'
    }
  ],
  archives: [{ formats: ['tar.gz'], format_overrides: [{ goos: 'windows', formats: ['zip'] }] }],
  checksum: { name_template: 'checksums.txt' },
  changelog: { disable: true },
  signs: [
    {
      cmd: setting.cosign,
      artifacts: 'checksum',
      signature: '${artifact}.sigstore.json',
      args: [
        'sign-blob',
        '--yes',
        '--key=env://COSIGN_PRIVATE_KEY',
        `--signing-config=${setting.signingConfig}`,
        `--trusted-root=${setting.trustedRoot}`,
        '--bundle=${signature}',
        '${artifact}'
      ]
    }
  ]
})
