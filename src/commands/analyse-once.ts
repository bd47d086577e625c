import { join } from 'node:path'
import { isText, listOf, shaped, type Guard } from '../base/decode.ts'
import type { Json } from '../base/json.ts'
import { SUBMODULE, type Tracked } from '../facts/git.ts'
import { analysePackages, isAnalysis, type Analysis } from '../facts/go-packages.ts'
import { isSameToGo } from '../facts/go-sources.ts'
import type { Facts, Target, Tool } from '../model/nouns.ts'
import type { Files } from '../model/ports/files.ts'
import type { Ledger, Step } from '../steps/ledger.ts'
import type { Context } from './context.ts'
import { formatOverlayFlags, type StepsDone } from './prepare-steps.ts'
import type { ProgramSettings } from '../config/builds.ts'
import type { Config } from '../config/inputs.ts'
import { listAllTargets, listPrograms, splitTargets } from '../config/programs.ts'
import type { ProgramChoosing } from '../facts/go-dependencies.ts'
import { formatTarget, splitUniversal } from '../go/target.ts'
import type { Project } from '../config/project-file.ts'

interface Source {
  readonly context: Context
  readonly config: Config
  readonly project: Project
  /** Absolute folder of the module. */
  readonly folder: string
  /** Whether what the go command said may be kept for the next run. */
  readonly keep: boolean
  readonly files: Files
  readonly ledger: Ledger
  readonly facts: Facts
  readonly tracked: readonly Tracked[]
  /** The digest of the names that git ignores. */
  readonly ignored: string
  readonly go: Tool
  readonly env: Readonly<Record<string, string>>
  /** What steps made for this commit, and the GOFLAGS by which go sees it. */
  readonly prepared?: Pick<StepsDone, 'plan' | 'overlay'> | undefined
}

/** What the go command says of the source; it is asked again only where something in its answer may have changed. */
export async function analyseOnce(source: Source): Promise<Analysis> {
  const { context, config, project, folder, keep, files, ledger, facts, tracked, ignored, go, prepared } = source
  const env = prepared ? { ...source.env, GOFLAGS: formatOverlayFlags(prepared.overlay) } : source.env
  const made = new Set(prepared?.plan.files.map(({ path }) => path))
  const question = {
    root: facts.root,
    // As go sees it: the folder that was named may be a link.
    folder: join(facts.root, facts.moduleDir),
    vendored: facts.vendored,
    targets: splitTargets(listAllTargets(config.targets, project.builds)),
    wanted: config.main,
    ...(prepared && { prepared: true }),
    settings: listChoosings(project.builds, config.targets)
  }
  const { signal } = context
  // The questions of a job of GitHub take no input, which one of these has.
  const git = { run: context.processes.run, env: context.gitEnv(folder) }
  const asked = { run: context.processes.run, go: go.path, env, git: git.env, files, tracked, signal }
  const analyse = async (): Promise<Analysis> => {
    const said = await analysePackages(asked, question)
    return { ...said, untracked: said.untracked.filter((path) => !made.has(path)) }
  }
  // What a changed submodule or a folder of another repository holds is in no digest.
  const held = new Set(tracked.filter(({ mode }) => mode === SUBMODULE).map(({ path }) => path))
  if (facts.dirty.some((path) => path.endsWith('/') || held.has(path))) return await analyse()
  const history = (await ledger.lookUp(SOURCES)) ?? []
  const like = await findLikeCommit(git, facts, history)
  const input = {
    ...{ commit: like, dirty: facts.dirtyDigest, ignored, go: go.version, question },
    ...(prepared && { prepared: prepared.plan.digest })
  } as unknown as Json
  const step: Step<Analysis> = { kind: 'analysis', shape: 5, input, fits: isAnalysis }
  const known = await ledger.lookUp(step)
  const analysis = known ?? (await analyse())
  // Files that git does not hold are in no digest: what depends on them is asked again.
  if (!keep || analysis.untracked.length > 0) return analysis
  if (!known) await ledger.record(step, { value: analysis })
  const seen = { commit: facts.commit, like }
  if (history[0]?.commit !== seen.commit || history[0].like !== like)
    await ledger.record(SOURCES, {
      value: [seen, ...history.filter(({ commit }) => commit !== seen.commit)].slice(0, REMEMBERED)
    })
  return analysis
}

/** By which settings go chooses files for each program that slipway.yaml names; for no target where a flag left all out. */
function listChoosings(builds: readonly ProgramSettings[], common: readonly Target[]): readonly ProgramChoosing[] {
  const programs = listPrograms([...new Set(builds.map(({ main }) => main))], builds, common)
  const found = new Map<string, ProgramChoosing>()
  for (const { main, target, settings } of programs) {
    const { tags, env } = settings
    const key = JSON.stringify([main, tags, env])
    const targets = [...(found.get(key)?.targets ?? []), ...splitUniversal(target).map(formatTarget)]
    found.set(key, { main, tags, env, targets: [...new Set(targets)] })
  }
  const gone = builds.filter(({ targets }) => targets?.length === 0)
  return [...found.values(), ...gone.map(({ main }) => ({ main, tags: [], env: {}, targets: [] }))]
}

const isCommit: Guard<string> = (value): value is string => isText(value) && /^[0-9a-f]{40,64}$/.test(value)

/** A commit that was looked at, and an earlier one of which the go command says the same, or itself. */
interface SeenCommit {
  readonly commit: string
  readonly like: string
}

const REMEMBERED = 8

/** The commits that were looked at, the latest first. */
export const SOURCES: Step<readonly SeenCommit[]> = {
  kind: 'sources',
  shape: 1,
  input: null,
  fits: listOf(shaped<SeenCommit>({ commit: isCommit, like: isCommit }))
}

/** The commit by which the answers of the go command are known. */
async function findLikeCommit(
  git: Parameters<typeof isSameToGo>[0],
  { root, commit }: Facts,
  history: readonly SeenCommit[]
): Promise<string> {
  const known = history.find((seen) => seen.commit === commit)
  if (known) return known.like
  for (const seen of history.slice(0, 2)) if (await isSameToGo(git, root, seen.commit, commit)) return seen.like
  return commit
}
