import { join } from 'node:path'
import { analysePackages, isAnalysis, type Analysis } from '../facts/go-packages.ts'
import { chooseArchiveFiles, listInModule } from '../facts/archive-files.ts'
import { judgeByBase } from '../facts/base-settings.ts'
import { refuseForeignHead } from '../facts/event.ts'
import { gatherFacts, digestIgnored, listTracked, withIgnored, type Tracked } from '../facts/git.ts'
import { chooseGo } from '../go/go-mod.ts'
import { refuseNoCache } from '../go/environment.ts'
import { formatTarget } from '../go/target.ts'
import { digestSources } from '../facts/go-sources.ts'
import type { Config, Given, InputName } from '../config/inputs.ts'
import type { ReadSettings } from '../config/parse.ts'
import type { Ledger, Step } from '../steps/ledger.ts'
import type { Facts, Tool } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import { isolatePlan } from '../plan/isolation.ts'
import { needsPrograms, plan as makePlan, type Plan } from '../plan/plan.ts'
import type { ChosenMode } from '../plan/mode.ts'
import { rollsOut } from '../plan/trials.ts'
import type { CachedWork } from '../model/ports/caches.ts'
import type { Files } from '../model/ports/files.ts'
import type { Project } from '../config/project-file.ts'
import { listSmiVersions } from '../smi/versions.ts'
import { readSources } from '../facts/crd-files.ts'
import { type Sources } from '../crds/files.ts'
import { refuseForeignFiles } from '../facts/work-tree.ts'
import { planWithBaseline } from './baseline.ts'
import type { Context } from './context.ts'

export interface PlanRequest {
  readonly mode: ChosenMode
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
  /** What the settings came from; left out where no change is judged. */
  readonly settled?: { readonly settings: ReadSettings; readonly read: (name: InputName) => Given | undefined }
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
  request: PlanRequest,
  files: Files,
  ledger: Ledger
): Promise<Prepared> {
  const { mode, config, project, folder, out, temporary, known: tell } = request
  // go list and go build leave their work folder behind when they are stopped: it lies in one of ours.
  const env = { ...context.buildEnv(folder), GOTMPDIR: temporary }
  const git = { run: context.query, env: context.gitEnv(folder) }
  refuseNoCache(env)
  const facts = await gatherFacts({ ...git, files }, folder)
  refuseForeignHead(context.surroundings.event, facts.commit)
  const weaker = await judgeSettings(context, request, { ...git, files }, facts)
  const { version } = chooseGo(
    { module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine },
    config['go-version']
  )
  await tell?.({
    ...{ module: facts.module, go: version, commit: facts.commit },
    sums: (await files.digest(join(facts.root, facts.moduleDir, 'go.sum')))?.sha256 ?? '',
    recipe: {
      targets: config.targets.map(formatTarget),
      main: [...config.main],
      tags: [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
    }
  })
  const [go, tracked, ignored] = await Promise.all([
    context.toolchain.go(version, context.signal),
    listTracked(git, facts.root),
    digestIgnored(git, facts.root, out)
  ])
  const analysis = await analyseOnce({ context, request, files, ledger, facts, tracked, ignored, go, env })
  const module = join(facts.root, facts.moduleDir)
  const place = { root: facts.root, folder: module }
  const speaks = listSmiVersions(analysis.imports).map(({ group, version }) => `${group}/${version}`)
  const sources = await readSources(files, place, listInModule(facts.moduleDir, tracked), project, speaks.length > 0)
  const packed = chooseArchiveFiles(project, facts.moduleDir, tracked)
  await refuseForeignFiles(files, { ...place, names: packed }, tracked)
  const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0
  const seen = await withIgnored(files, facts, analysis.untracked)
  const input = {
    ...{ mode, config, project, analysis, facts: seen },
    contents: { archiveFiles: packed, sources },
    surroundings: context.surroundings,
    notes: weaker,
    provider: proves ? await context.provider(config, rollsOut(config, project)) : { missing: 'nothing is proved' }
  }
  const plan = await planWithBaseline(context, config, files, (yanked) => makePlan({ ...input, yanked }))
  return {
    ...{ facts: seen, sources, speaks, go, env },
    tracked: tracked.map(({ path }) => path),
    // Finding it out takes a start of a program, for which not every plan has a use.
    plan: needsPrograms(plan.trials)
      ? isolatePlan(plan, await context.sandboxes.isolation(), {
          surroundings: context.surroundings,
          token: config.token !== ''
        })
      : plan
  }
}

/** A build judges nothing. */
const judgeSettings = async (
  { surroundings, cwd }: Context,
  { mode, settled }: PlanRequest,
  git: Parameters<typeof judgeByBase>[0],
  facts: Facts
): Promise<readonly string[]> =>
  mode.mode === 'build' || settled === undefined
    ? []
    : await judgeByBase(git, {
        ...settled,
        ...{ event: surroundings.event, startedFor: surroundings.startedFor, facts, cwd }
      })

interface Source {
  readonly context: Context
  readonly request: PlanRequest
  readonly files: Files
  readonly ledger: Ledger
  readonly facts: Facts
  readonly tracked: readonly Tracked[]
  /** The digest of the names that git ignores. */
  readonly ignored: string
  readonly go: Tool
  readonly env: Readonly<Record<string, string>>
}

/** What the go command says of the source; it is asked again only where something in its answer may have changed. */
async function analyseOnce(source: Source): Promise<Analysis> {
  const { context, request, files, ledger, facts, tracked, ignored, go, env } = source
  const { config, project, folder, keep } = request
  const question = {
    root: facts.root,
    // As go sees it: the folder that was named may be a link.
    folder: join(facts.root, facts.moduleDir),
    vendored: facts.vendored,
    targets: config.targets,
    wanted: config.main,
    settings: project.builds
      .map(({ main, tags = [], env = {} }) => ({ main, tags, env }))
      .filter(({ tags, env }) => tags.length > 0 || Object.keys(env).length > 0)
  }
  const sources = await digestSources(files, facts.root, tracked)
  const input = { sources, dirty: facts.dirtyDigest, ignored, go: go.version, question } as unknown as Json
  const step: Step<Analysis> = { kind: 'analysis', shape: 1, input, fits: isAnalysis }
  const known = await ledger.lookUp(step)
  const { signal } = context
  const asked = { run: context.processes.run, go: go.path, env, git: context.gitEnv(folder), files, signal }
  const analysis = known ?? (await analysePackages(asked, question))
  // Files that git does not hold are in no digest: what depends on them is asked again.
  if (keep && !known && analysis.untracked.length === 0) await ledger.record(step, { value: analysis })
  return analysis
}
