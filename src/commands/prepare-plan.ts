import { join } from 'node:path'
import { analyse, isAnalysis, type Analysis } from '../facts/go-packages.ts'
import { Failure } from '../base/errors.ts'
import { refuseForeignHead } from '../facts/event.ts'
import { gatherFacts, ignoredDigest, trackedFiles, withIgnored, type Tracked } from '../facts/git.ts'
import { chooseGo } from '../go/go-mod.ts'
import { refuseNoCache } from '../go/environment.ts'
import { formatTarget } from '../go/target.ts'
import { sourcesDigest } from '../facts/go-sources.ts'
import type { Config, Given, InputName } from '../config/inputs.ts'
import type { Ledger, Step } from '../steps/ledger.ts'
import type { Facts, Tool } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import { plan as makePlan, type Plan } from '../plan/plan.ts'
import type { Mode } from '../plan/planned.ts'
import { rollsOut } from '../plan/trials.ts'
import type { CachedWork } from '../model/ports/caches.ts'
import type { Files } from '../model/ports/files.ts'
import type { Project } from '../config/project-file.ts'
import { smiVersions } from '../smi/versions.ts'
import { readSources } from '../facts/crd-files.ts'
import { type Sources } from '../crds/files.ts'
import { refuseForeign } from '../facts/work-tree.ts'
import { planWithBaseline } from './baseline.ts'
import type { Context } from './context.ts'

export interface PlanRequest {
  readonly mode: { readonly mode: Mode; readonly why: string }
  readonly config: Config
  readonly project: Project
  /** Absolute folder of the module. */
  readonly folder: string
  /** Our own output folder, absolute. */
  readonly out: string
  /** For what the go command leaves behind when it is stopped. */
  readonly temporary: string
  /** Whether what the go command said may be kept for the next run. */
  readonly keep: boolean
  /** Told once it is known what will be built, before a tool or a module is needed. */
  readonly known?: (work: Known) => Promise<void>
}

/** What a run is known by before the go command is asked. */
export type Known = Pick<CachedWork, 'module' | 'go' | 'sums' | 'recipe' | 'commit'>

export interface Prepared {
  readonly facts: Facts
  readonly go: Tool
  /** The environment of git and go in this module. */
  readonly env: Readonly<Record<string, string>>
  readonly plan: Plan
  /** Files of the work tree that suites read. */
  readonly sources: Sources
  /** Every file that git holds, relative to the repository's root. */
  readonly tracked: readonly string[]
  /** The SMI versions that the program reads, such as `split.smi-spec.io/v1alpha2`. */
  readonly speaks: readonly string[]
}

/** A plan, all that it came from, and where its work is done. */
export interface Job extends Prepared {
  readonly context: Context
  readonly config: Config
  readonly project: Project
  readonly read: (name: InputName) => Given | undefined
  /** Absolute folder of the module. */
  readonly folder: string
  /** Absolute output folder. */
  readonly out: string
  readonly files: Files
  /** The steps that are done, in the output folder. */
  readonly ledger: Ledger
}

/** From a folder to the plan. Reads only, but for the record of what the go command said. */
export async function preparePlan(
  context: Context,
  { mode, config, project, folder, out, temporary, keep, known: tell }: PlanRequest,
  files: Files,
  ledger: Ledger
): Promise<Prepared> {
  // go list and go build leave their work folder behind when they are stopped: it lies in one of ours.
  const env = { ...context.buildEnv(folder), GOTMPDIR: temporary }
  const git = { run: context.query, env: context.gitEnv(folder) }
  refuseNoCache(env)
  const facts = await gatherFacts({ ...git, files }, folder)
  refuseForeignHead(context.surroundings.event, facts.commit)
  const chosen = chooseGo(
    { module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine },
    config['go-version']
  )
  const { targets, main } = config
  const tags = [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
  await tell?.({
    ...{ module: facts.module, go: chosen.version, commit: facts.commit },
    sums: (await files.digest(join(facts.root, facts.moduleDir, 'go.sum')))?.sha256 ?? '',
    recipe: { targets: targets.map(formatTarget), main: [...main], tags }
  })
  const [go, tracked, ignored] = await Promise.all([
    context.toolchain.go(chosen.version, context.signal),
    trackedFiles(git, facts.root),
    ignoredDigest(git, facts.root, out)
  ])
  const question = {
    root: facts.root,
    // As go sees it: the folder that was named may be a link.
    folder: join(facts.root, facts.moduleDir),
    vendored: facts.vendored,
    targets,
    wanted: main,
    settings: project.builds
      .map(({ main, tags = [], env = {} }) => ({ main, tags, env }))
      .filter(({ tags, env }) => tags.length > 0 || Object.keys(env).length > 0)
  }
  const sources = await sourcesDigest(files, facts.root, tracked)
  const step: Step<Analysis> = {
    kind: 'analysis',
    shape: 1,
    input: { sources, dirty: facts.dirtyDigest, ignored, go: go.version, question } as unknown as Json,
    fits: isAnalysis
  }
  const known = await ledger.lookUp(step)
  const analysis =
    known ??
    (await analyse(
      { run: context.processes.run, go: go.path, env, git: git.env, files, signal: context.signal },
      question
    ))
  // Files that git does not hold are in no digest: what depends on them is asked again.
  if (keep && !known && analysis.untracked.length === 0) await ledger.record(step, { value: analysis })
  const seen = await withIgnored(files, facts, analysis.untracked)
  const speaks = smiVersions(analysis.imports).map(({ group, version }) => `${group}/${version}`)
  const module = join(facts.root, facts.moduleDir)
  const place = { root: facts.root, folder: module }
  const proof = await readSources(files, place, inModule(facts.moduleDir, tracked), project, speaks.length > 0)
  const packed = archiveFiles(project, facts.moduleDir, tracked)
  await refuseForeign(files, { ...place, names: packed }, tracked)
  const contents = { archiveFiles: packed, sources: proof }
  const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0
  const provider = proves ? await context.provider(config, rollsOut(config, project)) : { missing: 'nothing is proved' }
  return {
    facts: seen,
    tracked: tracked.map(({ path }) => path),
    sources: proof,
    speaks,
    go,
    env,
    plan: await planWithBaseline(context, config, files, (takenBack) =>
      makePlan(mode, config, project, seen, analysis, contents, { ...context.surroundings, provider, takenBack })
    )
  }
}

/** Paths below the module's folder, relative to it. */
function inModule(moduleDir: string, tracked: readonly Tracked[]): readonly string[] {
  const prefix = moduleDir === '' ? '' : `${moduleDir}/`
  return tracked.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length))
}

/** LICENSE, README, NOTICE and CHANGELOG of the module's folder, and what slipway.yaml adds; only what git holds. */
function archiveFiles(project: Project, moduleDir: string, tracked: readonly Tracked[]): readonly string[] {
  const paths = tracked.map(({ path }) => path)
  const own = inModule(moduleDir, tracked)
  const missing = project.archiveFiles.filter((file) => !own.includes(file))
  if (missing.length)
    throw new Failure('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
      hint: 'Paths are relative to the module; commit the file.'
    })
  const usual = own.filter((file) => /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i.test(file))
  const legal = usual.some((file) => LEGAL.test(file)) ? [] : legalFilesAbove(moduleDir, paths)
  return [...new Set([...legal, ...usual, ...project.archiveFiles])].sort()
}

const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i

/** The repository's own, for a module in a subdirectory that has none: module zips of the go command hold it too. */
function legalFilesAbove(moduleDir: string, paths: readonly string[]): readonly string[] {
  if (moduleDir === '') return []
  return paths.filter((path) => LEGAL.test(path)).map((path) => '../'.repeat(moduleDir.split('/').length) + path)
}
