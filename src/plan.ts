import { Failure } from './errors.ts'
import type { Analysis, Main } from './analysis.ts'
import { chooseGo } from './go-mod.ts'
import { execName, goBuild } from './go/command.ts'
import { stampedVersion } from './go/stamp.ts'
import { targetName } from './go/target.ts'
import type { Command, Config } from './inputs.ts'
import type { Facts, Target, Trial } from './model.ts'
import type { Project, ProgramSettings } from './project.ts'
import { smiVersions } from './smi/versions.ts'
import { chooseVersion, isHighest, isPrerelease, type Event } from './version.ts'

/** Work to do, or the reason why there is none. */
export type Planned<T> = { readonly work: readonly T[] } | { readonly skip: string }

export type Mode = 'build' | 'gate' | 'release'

/** One call of `go build`: one target, the programs that share their settings. */
export interface BuildPlan {
  readonly target: Target
  readonly binaries: readonly {
    readonly name: string
    readonly main: string
    /** As go names it in its output folder. */ readonly made: string
    /** Relative to our output folder. */ readonly path: string
  }[]
  readonly argv: readonly string[]
  /** What the build needs beside the base environment. */
  readonly env: Readonly<Record<string, string>>
}

export interface ArchivePlan {
  readonly target: Target
  readonly name: string
  readonly format: 'tar.gz' | 'zip'
  readonly binaries: readonly { readonly name: string; readonly path: string; readonly sbom: string }[]
  /** Files of the repository, relative to the module's folder, put beside the programs: `../LICENSE` as `LICENSE`. */
  readonly files: readonly string[]
}

/** Where a file of an archive plan lies in the archive. */
export const nameInArchive = (file: string): string => file.replace(/^(\.\.\/)+/, '')

export interface SigningPlan {
  readonly mode: 'key' | 'keyless' | 'rehearsal'
  readonly why: string
  /** For a key: where it is. */
  readonly key?: string
}

export interface PublicationPlan {
  /** 'github', or the absolute path of a folder. */
  readonly to: string
  readonly tag: string
  readonly prerelease: boolean
  readonly latest: boolean
}

/** Everything that will happen, as data: printed by `plan`, carried out by the pipeline. */
export interface Plan {
  readonly mode: Mode
  readonly why: string
  readonly name: string
  readonly module: string
  readonly moduleDir: string
  readonly version: string
  readonly versionFrom: string
  /** What build info must name as the module's version, where the tag decides it. */
  readonly moduleVersion: string | undefined
  readonly tag: string | undefined
  readonly commit: string
  readonly committedAt: string
  /** Whether git says that the work tree differs from the commit. */
  readonly modified: boolean
  /** '' when every file of the build is the commit's. */
  readonly dirtyDigest: string
  readonly vendored: boolean
  readonly go: { readonly version: string; readonly why: string }
  readonly builds: readonly BuildPlan[]
  readonly archives: readonly ArchivePlan[]
  readonly trials: Planned<Trial>
  readonly signing: Planned<SigningPlan>
  readonly publication: Planned<PublicationPlan>
  /** Things a person should know that stop nothing. */
  readonly notes: readonly string[]
}

/** What is around us, as the entry points saw it. */
export interface Surroundings {
  readonly event: Event
  /** A private key is in the environment. */
  readonly hasKey: boolean
  /** The job can get an identity token. */
  readonly hasIdentity: boolean
  /** `owner/name` of a GitHub job. */
  readonly repository: string | undefined
  /** What can prove here, or why nothing can. */
  readonly provider:
    | { readonly name: 'control-plane'; /** Kubernetes minors. */ readonly offers: readonly string[] }
    | { readonly missing: string }
}

/** Facts that need the files of the module's folder. */
export interface Contents {
  /** LICENSE, README, NOTICE and the like, with what slipway.yaml adds; relative to the module. */
  readonly archiveFiles: readonly string[]
}

/** Which command `auto` means, and why. */
export function chooseMode(command: Command, event: Event): { mode: Mode; why: string } {
  if (command === 'build' || command === 'gate') return { mode: command, why: `the command ${command}` }
  if (command === 'release') return { mode: command, why: 'the command release' }
  return event.kind === 'tag'
    ? { mode: 'release', why: 'a tag started this run' }
    : { mode: 'gate', why: event.kind === 'pull-request' ? 'a pull request is gated' : 'no tag started this run' }
}

/** Pure: the same inputs and facts give the same plan. Throws a Failure for what cannot be done, before anything is. */
export function plan(
  { mode, why }: { mode: Mode; why: string },
  config: Config,
  project: Project,
  facts: Facts,
  analysis: Analysis,
  contents: Contents,
  around: Surroundings
): Plan {
  const {
    version,
    tag,
    why: versionFrom
  } = chooseVersion({ version: config.version, event: around.event, release: mode === 'release' }, facts)
  refuseDirt(mode, facts, analysis)
  const name = project.name ?? projectName(facts.module)
  const go = chooseGo({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])
  const groups = settingsGroups(analysis.mains, project.builds)
  const builds = config.targets.flatMap((target) => groups.map((group) => buildOf(target, group, version, facts)))
  const archives = config.targets.map((target): ArchivePlan => {
    const stem = `${name}_${version}_${targetName(target)}`
    const format = target.os === 'windows' ? 'zip' : 'tar.gz'
    const binaries = builds
      .filter((build) => build.target === target)
      .flatMap((build) => build.binaries)
      .map((binary) => ({
        name: binary.name,
        path: binary.path,
        sbom: `${binary.name}_${version}_${targetName(target)}.cdx.json`
      }))
    return { target, name: `${stem}.${format}`, format, binaries, files: contents.archiveFiles }
  })
  refuseClashes(archives)
  const stamped = stampedVersion(facts, tag, version, go.version)
  return {
    mode,
    why,
    name,
    module: facts.module,
    moduleDir: facts.moduleDir,
    version,
    versionFrom,
    moduleVersion: stamped.version,
    tag,
    commit: facts.commit,
    committedAt: facts.committedAt,
    modified: facts.dirty.length > 0,
    dirtyDigest: facts.dirtyDigest,
    vendored: facts.vendored,
    go,
    builds,
    archives,
    trials: mode === 'build' ? { skip: 'build proves nothing' } : trials(config, analysis, name, version, around),
    signing: mode === 'build' ? { skip: 'build signs nothing' } : signing(mode, config, around),
    publication: publication(mode, config, tag, version, facts, around),
    notes: [...notes(facts, analysis, around.event), ...(stamped.note === undefined ? [] : [stamped.note])]
  }
}

/** The last element of the module path that is not a major version. */
export const projectName = (module: string): string => {
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part))
  return (parts.at(-1) ?? module).replace(/\.v\d+$/, '')
}

function refuseDirt(mode: Mode, facts: Facts, analysis: Analysis): void {
  if (mode !== 'release') return
  if (facts.dirty.length)
    throw new Failure('input', `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${some(facts.dirty)}`, {
      hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
    })
  if (analysis.untracked.length)
    throw new Failure('input', `the build would take in files that git does not hold: ${some(analysis.untracked)}`, {
      hint: 'Commit them, or build without them: nobody else could build this release.'
    })
}

const some = (paths: readonly string[]): string =>
  paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '')

interface Group {
  readonly settings: Omit<ProgramSettings, 'main' | 'name'>
  readonly mains: readonly (Main & { readonly name: string })[]
}

/** Programs with equal settings are built by one `go build`, which takes a fifth to a third less than one by one. */
function settingsGroups(mains: readonly Main[], builds: readonly ProgramSettings[]): readonly Group[] {
  const unknown = builds.filter((build) => !mains.some(({ dir }) => dir === build.main))
  if (unknown.length)
    throw new Failure(
      'input',
      `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`,
      {
        hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
      }
    )
  const groups = new Map<string, { settings: Group['settings']; mains: Group['mains'][number][] }>()
  for (const main of mains) {
    const own = builds.find((build) => build.main === main.dir)
    const { ldflags = [], gcflags = [], tags = [], env = {}, name } = own ?? {}
    const settings = { ldflags, gcflags, tags, env }
    // A name of its own needs a call of its own: `go build -o FOLDER/` names programs by their import paths.
    const key = JSON.stringify(name === undefined ? settings : { ...settings, name })
    const group = groups.get(key) ?? { settings, mains: [] }
    group.mains.push({ ...main, name: name ?? execName(main.importPath) })
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** Stands for the folder that `go build` writes to, which is known when the build runs. */
export const BUILD_OUTPUT = '{out}'

function buildOf(target: Target, { mains, settings }: Group, version: string, facts: Facts): BuildPlan {
  const stamp = { version, commit: facts.commit, date: facts.committedAt }
  const fill = (flag: string): string =>
    flag.replace(/\{(version|commit|date)\}/g, (_, name: keyof typeof stamp) => stamp[name])
  const { argv, env, outputs } = goBuild({
    go: 'go',
    target,
    mains: mains.map(({ importPath }) => importPath),
    outDir: BUILD_OUTPUT,
    stamp,
    vendored: facts.vendored,
    settings: { ...settings, ldflags: settings.ldflags.map(fill) },
    env: {}
  })
  const suffix = target.os === 'windows' ? '.exe' : ''
  const binaries = mains.map(({ name, importPath }, i) => ({
    name,
    main: importPath,
    made: (outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
    path: `bin/${targetName(target)}/${name}${suffix}`
  }))
  return { target, binaries, argv, env }
}

/** Two files whose names differ in case only cannot lie in one folder on macOS or Windows. */
function refuseClashes(archives: readonly ArchivePlan[]): void {
  const names = archives.flatMap(({ name, binaries }) => [name, ...binaries.map(({ sbom }) => sbom)])
  const seen = new Map<string, string>()
  for (const name of names) {
    const other = seen.get(name.toLowerCase())
    if (other !== undefined)
      throw new Failure(
        'input',
        `two files of the release would be named ${name}${other === name ? '' : ` and ${other}`}`,
        {
          hint: 'Two main packages or targets share a name: set builds[].name in slipway.yaml, or drop one target.'
        }
      )
    seen.set(name.toLowerCase(), name)
  }
}

function trials(
  config: Config,
  { imports }: Analysis,
  name: string,
  version: string,
  around: Surroundings
): Planned<Trial> {
  if (config.kubernetes.length === 0) return { skip: 'kubernetes is none' }
  const speaks = smiVersions(imports)
  const client = imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path))
  const suites =
    config.suites === 'auto'
      ? [...(speaks.length ? ['smi' as const] : []), ...(client || speaks.length ? ['workload' as const] : [])]
      : config.suites
  if (suites.length === 0)
    return {
      skip:
        config.suites === 'auto' ? 'the program imports neither the SMI SDK nor a Kubernetes client' : 'suites is none'
    }
  if ('missing' in around.provider)
    throw new Failure('environment', `no cluster can be made here: ${around.provider.missing}`, {
      hint: 'Run on Linux, or release without proof: --kubernetes none.'
    })
  const { offers } = around.provider
  const unknown = config.kubernetes.filter((minor) => !offers.includes(minor))
  if (unknown.length)
    throw new Failure('input', `Kubernetes ${unknown.join(', ')} is not pinned`, {
      hint: `Offered: ${offers.join(', ')}.`
    })
  return {
    work: config.kubernetes.flatMap((kubernetes) =>
      suites.map((suite): Trial =>
        suite === 'smi'
          ? {
              suite,
              kubernetes,
              with: { set: 'all', speaks: speaks.map(({ group, version }) => `${group}/${version}`) }
            }
          : {
              suite,
              kubernetes,
              with: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` }
            }
      )
    )
  }
}

function signing(mode: Mode, config: Config, around: Surroundings): Planned<SigningPlan> {
  if (config.sign === 'none') return { skip: 'sign is none' }
  if (mode === 'gate') return { work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships' }] }
  const key = config['sign-key'] || (around.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '')
  if (config.sign === 'key' || (config.sign === 'auto' && key !== '')) {
    if (key === '')
      throw new Failure('environment', 'sign is key, and there is no key', {
        hint: 'Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.'
      })
    return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] }
  }
  if (config.sign === 'keyless' || around.hasIdentity) {
    if (!around.hasIdentity)
      throw new Failure('environment', 'sign is keyless, and this job has no identity token', {
        hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
      })
    return {
      work: [
        {
          mode: 'keyless',
          why: config.sign === 'keyless' ? 'sign is keyless' : 'no key, and the job has an identity token'
        }
      ]
    }
  }
  return { work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: the release is NOT signed' }] }
}

function publication(
  mode: Mode,
  config: Config,
  tag: string | undefined,
  version: string,
  facts: Facts,
  around: Surroundings
): Planned<PublicationPlan> {
  if (mode !== 'release') return { skip: `${mode} publishes nothing` }
  if (around.event.untrusted !== undefined)
    throw new Failure('input', `this run may not publish: ${around.event.untrusted}`, {
      hint: 'Use gate for pull requests.'
    })
  if (config.to === 'none') return { skip: 'to is none' }
  const to = config.to === 'auto' ? (around.repository ? 'github' : undefined) : config.to
  if (to === undefined)
    throw new Failure('input', 'nobody said where to publish', { hint: 'Give --to DIR, --to github or --to none.' })
  if (tag === undefined) throw new Error('a release plan without a tag')
  const prerelease = config.prerelease === 'auto' ? isPrerelease(version) : config.prerelease === 'true'
  const latest =
    config.latest === 'auto'
      ? !prerelease && isHighest(version, facts.moduleDir, facts.allTags)
      : config.latest === 'true'
  if (latest && prerelease)
    throw new Failure('input', 'a prerelease cannot be the latest release', {
      hint: 'Leave latest or prerelease at auto.'
    })
  return { work: [{ to, tag, prerelease, latest }] }
}

function notes(facts: Facts, { untracked, leftOut }: Analysis, event: Event): readonly string[] {
  return [
    ...(leftOut.length ? [`not built: ${some(leftOut)}; --main names programs outside of . and ./cmd`] : []),
    ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
    ...(facts.dirty.length
      ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
      : []),
    ...(untracked.length ? [`the build takes in files that git does not hold: ${some(untracked)}`] : []),
    ...(facts.shallow ? ['this clone is shallow: "latest" is decided by the tags that are here'] : [])
  ]
}
