import type { Analysis } from '../facts/go-packages.ts'
import type { Reported } from '../model/reported.ts'
import { refuseNames } from '../model/release-names.ts'
import { Failure } from '../base/errors.ts'
import { chooseGo } from '../go/go-mod.ts'
import { deriveStampedVersion } from '../go/stamp.ts'
import { refuseUnknownVariants } from '../go/target.ts'
import type { Config } from '../config/inputs.ts'
import { listIdleOverrides, listPrograms, listTried } from '../config/programs.ts'
import type { BuildVariables } from '../config/variables.ts'
import type { Facts, Target, Trial } from '../model/nouns.ts'
import { planAttestation, type AttestationPlan } from './attestation.ts'
import {
  describeArchiveFiles,
  listUnpacked,
  planArchives,
  listArchiveNames,
  type ArchiveKind,
  type ArchivePlan
} from './archives.ts'
import { refuseReleaseClashes } from './archive-names.ts'
import { describeExtraFiles, planExtras } from './release-extras.ts'
import type { PackedFile } from '../model/archive-settings.ts'
import { listExtraNames, type ExtrasPlan } from '../model/release-extras.ts'
import { type ClusterPlan, type ProviderChoice } from './cluster-plan.ts'
import { takeWork, type Once, type Planned } from '../model/planned.ts'
import { formatSomePaths, listPlanNotes, listSignerNotes } from './notes.ts'
import type { Isolation } from '../model/isolation.ts'
import type { Surroundings } from './surroundings.ts'
import type { ChosenMode, Mode } from './mode.ts'
import { chooseBaseline, type BaselinePlan } from './baseline.ts'
import { nameBaseline } from './baseline-names.ts'
import { planBuildCache, type BuildCachePlan } from './build-cache.ts'
import { planBuilds, planRebuilds, refuseStrangers, type BuildPlan } from './builds.ts'
import { chooseDestination, giveWords, planPublication, type PublicationPlan } from './publication.ts'
import { planSigning, type SigningPlan } from './signing.ts'
import { planCluster, planTrials, type Unproved } from './trials.ts'
import { planVet, type VetPlan } from './vet.ts'
import { refuseUnknownPrograms, type PreparationPlan } from './preparation.ts'
import { runsProgram } from '../model/preparation.ts'
import { judgeWithoutCgo } from './without-cgo.ts'
import { planVulnerabilities, type VulnerabilityPlan } from './vulnerabilities.ts'
import type { Project } from '../config/project-file.ts'
import type { Sources } from '../crds/files.ts'
import { findSuite } from '../suites/suites.ts'
import { chooseVersion, type ChosenVersion } from '../facts/version.ts'

/** Everything that will happen, as data: printed by `plan`, carried out by the pipeline. */
export interface Plan {
  readonly mode: Mode
  readonly why: string
  readonly name: string
  readonly module: string
  readonly moduleDir: string
  readonly version: string
  readonly versionFrom: string
  /** What build info may name as the module's version, where the tag has a say in it: `Stamped`. */
  readonly moduleVersions: readonly string[]
  /** The tags that go makes it from. */
  readonly stampedFrom: readonly string[]
  readonly tag: string | undefined
  readonly commit: string
  readonly committedAt: string
  /** Whether git says that the work tree differs from the commit. */
  readonly modified: boolean
  /** '' when every file of the build is the commit's. */
  readonly dirtyDigest: string
  readonly vendored: boolean
  readonly go: { readonly version: string; readonly why: string }
  /** The release before this one, for the suites that compare. */
  readonly baseline: BaselinePlan | { readonly skip: string }
  /** The target whose programs are tried on this machine. */
  readonly host: Target
  readonly builds: readonly BuildPlan[]
  /** Variables of the environment that are linked into programs; left out where there are none. */
  readonly variables?: BuildVariables
  readonly archives: readonly ArchivePlan[]
  /** What is released beside them; left out where there is nothing. */
  readonly extras?: ExtrasPlan
  readonly buildCache: BuildCachePlan
  readonly vet: Once<VetPlan>
  /** What steps of slipway.yaml make; left out where there are none. */
  readonly prepared?: PreparationPlan
  /** Targets that are compiled a second time. */
  readonly rebuilds: Planned<Target>
  readonly trials: Planned<Trial>
  /** Suites that fit and prove nothing here, and why. */
  readonly unproved: readonly Unproved[]
  /** What another job proved, instead of which nothing is proved here; left out where the proof runs here. */
  readonly reported?: Reported
  /** Where the trials run; undefined when there are none. */
  readonly cluster: ClusterPlan | undefined
  /** What keeps programs under test from the rest of this machine, which `isolatePlan` adds; undefined where none run. */
  readonly isolation: Isolation | undefined
  /** How the programs are held against what is known of their modules. */
  readonly vulnerabilities: Once<VulnerabilityPlan>
  readonly signing: Once<SigningPlan>
  readonly publication: Once<PublicationPlan>
  /** Whether the platform keeps the signed provenance, too. */
  readonly attestation: Once<AttestationPlan>
  /** Things a person should know that stop nothing. */
  readonly notes: readonly string[]
}

/** Facts that need the files of the module's folder. */
export interface Contents {
  /** What slipway.yaml packs, with LICENSE, README, NOTICE and the like. */
  readonly archives: readonly ArchiveKind[]
  /** What each entry of release-files stands for. */
  readonly releaseFiles: readonly (readonly PackedFile[])[]
  readonly sources: Sources
}

/** What a plan is made of. */
export interface PlanInput {
  readonly mode: ChosenMode
  readonly config: Config
  readonly project: Project
  readonly facts: Facts
  readonly analysis: Analysis
  readonly contents: Contents
  readonly surroundings: Surroundings
  readonly provider: ProviderChoice
  /** Releases that could be a baseline and were taken back, by tag, and why; as far as anybody looked. */
  readonly yanked?: Readonly<Record<string, string>>
  /** Things that a person should know before anything is planned. */
  readonly notes?: readonly string[]
  readonly prepared?: PreparationPlan
  /** Values of `{env.NAME}` in the settings of programs. */
  readonly variables?: BuildVariables
}

/** Pure: the same inputs and facts give the same plan. Throws a Failure for what cannot be done, before anything is. */
export function plan(input: PlanInput): Plan {
  const { config, project, facts, analysis, contents, surroundings, provider } = input
  const { mode, why } = input.mode
  const { event } = surroundings
  // What is read of tags goes by what they begin with.
  const tagged = { ...facts, moduleDir: project.tagPrefix ?? facts.moduleDir }
  const chosen = chooseVersion(
    { version: config.version, event, release: mode === 'release' },
    { ...facts, tagPrefix: project.tagPrefix }
  )
  const { version, tag, why: versionFrom } = chosen
  refuseDirt(mode, facts, analysis)
  const name = project.name ?? deriveProjectName(facts.module)
  const go = chooseGo({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version'])
  const mains = analysis.mains.map(({ dir }) => dir)
  const programs = listPrograms(mains, project.builds, config.targets)
  refuseStrangers(analysis.mains, project.builds, programs)
  const targets = [...new Set(programs.map(({ target }) => target))]
  refuseUnknownVariants(targets, go.version)
  const baseline =
    mode === 'build' ? { skip: 'build proves nothing' } : chooseBaselineFor({ ...input, facts: tagged }, chosen)
  const proof =
    mode === 'build'
      ? { trials: { skip: 'build proves nothing' }, unproved: [] }
      : planTrials(
          config,
          project,
          {
            ...{ name, version, tagged: tag !== undefined, baseline },
            ...{ imports: analysis.imports, crds: contents.sources.crds }
          },
          { host: surroundings.host, provider }
        )
  const own = surroundings.host
  const host = targets.find(({ os, arch }) => os === own.os && arch === own.arch) ?? own
  const steps = input.prepared?.steps ?? []
  const tries = (needsPrograms(proof.trials) || steps.some(runsProgram)) && !targets.includes(host)
  const { variables = {} } = input
  const source = { mains: analysis.mains, version, facts, variables }
  const builds = planBuilds([...programs, ...(tries ? listTried(mains, project.builds, host) : [])], source)
  refuseUnknownPrograms(steps, builds, host)
  const named = nameBaseline(baseline, host, { builds, name, kinds: contents.archives })
  const archives = planArchives(targets, builds, { name, version }, contents.archives, {
    spdx: config.sbom === 'both'
  })
  const extras = planExtras(project.extras, contents.releaseFiles, { name, version })
  refuseReleaseClashes([...archives.flatMap(describeArchiveFiles), ...describeExtraFiles(extras)])
  if (mode !== 'build') refuseNames([...archives.flatMap(listArchiveNames), ...listExtraNames(extras)])
  const signed = mode === 'build' ? { skip: 'build signs nothing' } : planSigning(mode, config, surroundings)
  const published = giveWords(planPublication(mode, config, chosen, tagged, surroundings), project.words)
  const cluster = planCluster(proof.trials, provider)
  const stamped = deriveStampedVersion(facts, tag, version, go.version)
  return {
    mode,
    why,
    name,
    module: facts.module,
    moduleDir: facts.moduleDir,
    version,
    versionFrom,
    moduleVersions: stamped.versions,
    stampedFrom: stamped.from,
    tag,
    commit: facts.commit,
    committedAt: facts.committedAt,
    modified: facts.dirty.length > 0,
    dirtyDigest: facts.dirtyDigest,
    vendored: facts.vendored,
    go,
    baseline: named,
    host,
    builds,
    ...(Object.keys(variables).length > 0 && { variables }),
    archives,
    ...(listExtraNames(extras).length && { extras }),
    buildCache: planBuildCache(mode, config['build-cache'], event),
    ...(input.prepared && { prepared: input.prepared }),
    vet: planVet(mode, config.vet, builds, host),
    trials: proof.trials,
    cluster,
    isolation: undefined,
    unproved: proof.unproved,
    rebuilds: planRebuilds(mode, config, targets, facts.commit),
    vulnerabilities: planVulnerabilities(mode, config, project.accepted, surroundings),
    signing: signed,
    publication: published,
    attestation: planAttestation(
      config,
      'skip' in published
        ? published
        : {
            ...{ to: takeWork(published)?.to ?? '', draft: takeWork(published)?.draft === true },
            keyless: takeWork(signed)?.mode === 'keyless'
          }
    ),
    notes: [
      ...(input.notes ?? []),
      ...listPlanNotes(facts, analysis, event, baseline),
      ...listIdleOverrides(project.builds, config.targets).map((name) => `overrides for ${name} fit no target here`),
      ...listUnpacked(builds, contents.archives),
      ...judgeWithoutCgo(mode, analysis.withoutCgo, project.acceptedStubs),
      ...(stamped.note === undefined ? [] : [stamped.note]),
      ...listSignerNotes(signed, published, event)
    ]
  }
}

function chooseBaselineFor(
  { config, facts, surroundings, yanked = {} }: PlanInput,
  { version, tag }: ChosenVersion
): ReturnType<typeof chooseBaseline> {
  const to = chooseDestination(config.to, surroundings)
  return chooseBaseline(
    { baseline: config.baseline, version, tag, from: to === 'none' ? undefined : to, yanked },
    facts
  )
}

/** Whether any trial runs the programs: those that are made of what the program imports alone do not. */
export const needsPrograms = (trials: Planned<Trial>): boolean => 'work' in trials && trials.work.some(runsPrograms)

export const runsPrograms = (trial: Trial): boolean => findSuite(trial.suite).needs(trial).includes('programs')

/** The last element of the module path that is not a major version. */
export const deriveProjectName = (module: string): string => {
  const parts = module.split('/').filter((part) => !/^v\d+$/.test(part))
  return (parts.at(-1) ?? module).replace(/\.v\d+$/, '')
}

function refuseDirt(mode: Mode, facts: Facts, analysis: Analysis): void {
  if (mode !== 'release') return
  if (facts.dirty.length)
    throw new Failure(
      'input',
      `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${formatSomePaths(facts.dirty)}`,
      {
        code: 'dirty-tree',
        hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
      }
    )
  if (analysis.untracked.length)
    throw new Failure(
      'input',
      `the build would take in files that git does not hold: ${formatSomePaths(analysis.untracked)}`,
      {
        code: 'untracked-sources',
        hint: 'Commit them, or build without them: nobody else could build this release.'
      }
    )
}
