import { join, posix } from 'node:path'
import { hashBytes } from '../base/digest.ts'
import { describeLeftOut, listExported } from '../facts/exported.ts'
import type { SourceFile } from '../model/release-extras.ts'
import { chooseArchiveFiles, chooseFiles, listInModule } from '../facts/archive-files.ts'
import { judgeByBase } from './base-settings.ts'
import { refuseForeignHead } from '../facts/event.ts'
import { gatherFacts, digestIgnored, listCommitted, listTracked } from '../facts/git.ts'
import { chooseGo } from '../go/go-mod.ts'
import { pickVariables, refuseNoCache } from '../go/environment.ts'
import { formatTarget } from '../go/target.ts'
import { explainAbsent } from '../source/absent.ts'
import { compareWithCommit } from '../source/compare.ts'
import { explainWorkspace } from '../source/workspace.ts'
import type { Config, Given, InputName } from '../config/inputs.ts'
import type { ReadSettings } from '../config/parse.ts'
import { listAllTargets, listFlagSettings, splitTargets } from '../config/programs.ts'
import { listVariableNames, type BuildVariables } from '../config/variables.ts'
import type { Ledger } from '../steps/ledger.ts'
import type { Facts, Tool } from '../model/nouns.ts'
import { isolatePlan } from '../plan/isolation.ts'
import { needsPrograms, plan as makePlan, type Plan } from '../plan/plan.ts'
import { findInRepository, splitSteps } from '../plan/preparation.ts'
import { listOutputs } from '../model/preparation.ts'
import type { ChosenMode } from '../plan/mode.ts'
import { rollsOut } from '../plan/trials.ts'
import type { CachedWork } from '../model/ports/caches.ts'
import type { Files } from '../model/ports/files.ts'
import type { Project } from '../config/project-file.ts'
import { listSmiVersions } from '../smi/versions.ts'
import { readSources } from '../facts/crd-files.ts'
import { type Sources } from '../crds/files.ts'
import { judgeObjects } from '../facts/object-files.ts'
import { judgeStamps } from '../facts/stamped-variables.ts'
import { refuseForeignFiles, refuseLinkedTree } from '../facts/work-tree.ts'
import { findSuiteSettings, PROJECT_FILE } from '../config/parse.ts'
import { SUITES } from '../suites/suites.ts'
import { analyseOnce } from './analyse-once.ts'
import { planWithBaseline } from './baseline.ts'
import type { Context } from './context.ts'
import { prepareSteps, type StepsDone } from './prepare-steps.ts'

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
  /** What steps of slipway.yaml made; undefined where there are none. */
  readonly prepared: StepsDone | undefined
  /** The commit's files for the source archive; none where there is none. */
  readonly exported: readonly SourceFile[]
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
  const { mode, config, folder, out, temporary, known: tell } = request
  const { project, variables } = settlePrograms(context, request)
  // go list and go build leave their work folder behind when they are stopped: it lies in one of ours.
  const env = { ...context.buildEnv(folder), GOTMPDIR: temporary }
  const git = { run: context.query, env: context.gitEnv(folder) }
  refuseNoCache(env)
  const facts = await gatherFacts({ ...git, files }, folder)
  await refuseLinkedTree(files, facts.root)
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
      targets: listAllTargets(config.targets, project.builds).map(formatTarget),
      main: [...config.main],
      tags: [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
    }
  })
  const [go, committed, indexed, ignored] = await Promise.all([
    context.toolchain.go(version, context.signal),
    listCommitted(git, facts.root, facts.commit),
    // Of a clean tree the commit says all.
    facts.dirty.length ? listTracked(git, facts.root) : undefined,
    digestIgnored(git, facts.root, out)
  ])
  const tracked = indexed ?? committed
  const checkout = { run: context.processes.run, env: git.env, files, root: facts.root, signal: context.signal }
  const prepared = await prepareSteps(
    context,
    { ...request, ...{ mode: mode.mode, steps: project.steps, facts, committed, go, env } },
    files,
    ledger
  )
  const analysis = await analyseOnce({
    ...request,
    project,
    prepared,
    context,
    files,
    ledger,
    facts,
    tracked,
    ignored,
    go,
    env
  })
    .catch(explainWorkspace(checkout, committed, facts.moduleDir))
    .catch(explainAbsent(checkout, committed))
  const module = join(facts.root, facts.moduleDir)
  const linked = [
    ...(await judgeStamps(files, {
      ...{ folder: module, module: facts.module, mains: analysis.mains, settings: listFlagSettings(project.builds) },
      made: listInModule(facts.moduleDir, prepared?.plan.files ?? [])
    })),
    ...(await judgeObjects(
      files,
      facts.root,
      analysis.objects,
      splitTargets(listAllTargets(config.targets, project.builds))
    ))
  ]
  const place = { root: facts.root, folder: module }
  const speaks = listSmiVersions(analysis.imports).map(({ group, version }) => `${group}/${version}`)
  const sources = await readSources(files, place, listInModule(facts.moduleDir, tracked), project, speaks.length > 0)
  const byPrograms = splitSteps(project.steps).after.flatMap(listOutputs)
  const made = [
    ...(prepared?.plan.files ?? []),
    ...byPrograms.map((path) => ({ path: findInRepository(facts.moduleDir, path) }))
  ]
  const archives = project.archives.map((settings, i) => ({
    settings,
    files: chooseArchiveFiles(
      settings.files,
      facts.moduleDir,
      { tracked, made },
      project.archives.length > 1 ? `archives[${i}].files` : 'archive.files'
    )
  }))
  const releaseFiles = project.extras.files.map(({ from, name }) =>
    chooseFiles(
      [{ from, ...(name !== undefined && { to: name }) }],
      facts.moduleDir,
      { tracked, made },
      'release-files'
    )
  )
  const taken = [...archives.flatMap(({ files }) => files), ...releaseFiles.flat()]
  const packed = [...new Set(taken.map(({ from }) => from))]
  const exported = project.extras.source ? await listExported(checkout, facts.root, committed) : undefined
  const byStep = new Set(listInModule(facts.moduleDir, made))
  await refuseForeignFiles(files, { ...place, names: packed.filter((name) => !byStep.has(name)) }, tracked)
  const proves = mode.mode !== 'build' && config.kubernetes.length > 0 && config.suites.length > 0
  const named = [
    ...packed,
    PROJECT_FILE,
    ...listNamed(SUITES.map((suite) => findSuiteSettings(project, suite))),
    ...listSourcePaths(sources)
  ]
  const others = await compareWithCommit(
    checkout,
    committed,
    {
      ...{ takes: analysis.takes, moduleDir: facts.moduleDir, vendored: facts.vendored },
      named: named.map((name) => posix.join(facts.moduleDir, name).replace(/\/$/, '')),
      whole: mode.mode !== 'build'
    },
    { dirty: facts.dirty, untracked: analysis.untracked }
  )
  const seen = others === '' ? facts : { ...facts, dirtyDigest: hashBytes(`${facts.dirtyDigest} ${others}`) }
  const input = {
    ...{ mode, config, project, variables, analysis, facts: seen },
    contents: { archives, releaseFiles, sources },
    surroundings: context.surroundings,
    notes: [...weaker, ...(prepared?.notes ?? []), ...linked, ...(exported ? describeLeftOut(exported) : [])],
    ...(prepared && { prepared: prepared.plan }),
    provider: proves ? await context.provider(config, rollsOut(config, project)) : { missing: 'nothing is proved' }
  }
  const plan = await planWithBaseline(context, config, files, (yanked) => makePlan({ ...input, yanked }))
  return {
    ...{ facts: seen, sources, speaks, go, env, prepared, exported: exported?.files ?? [] },
    tracked: tracked.map(({ path }) => path),
    // Finding it out takes a start of a program, for which not every plan has a use; verdicts of another job run none.
    plan:
      prepared || (needsPrograms(plan.trials) && config.verdicts === '')
        ? isolatePlan(plan, await context.sandboxes.isolation(), {
            surroundings: context.surroundings,
            token: config.token !== ''
          })
        : plan
  }
}

/** The settings of programs for this run, and the variables that they name. */
function settlePrograms(
  context: Context,
  { project: given }: PlanRequest
): Pick<PlanRequest, 'project'> & { readonly variables: BuildVariables } {
  const { again } = context
  const project = again ? { ...given, builds: again.keep(given.builds) } : given
  const names = listVariableNames(project.builds)
  return { project, variables: again ? pickVariables(again.variables, names) : context.variables(names) }
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

const listSourcePaths = ({ crds, samples, manifests }: Sources): readonly string[] =>
  [crds, samples, manifests].flat().map(({ path }) => path)

/** Every text of a suite's settings: one that is a path of the commit may be that of a file which a suite reads. */
function listNamed(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNamed) : []
}
