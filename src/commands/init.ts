import { dirname, join, relative, resolve } from 'node:path'
import { PROJECT_FILE, parseInputs } from '../config/parse.ts'
import { Failure } from '../base/errors.ts'
import { parseGoMod } from '../go/go-mod.ts'
import { DEFAULT_TARGETS, formatTarget } from '../go/target.ts'
import { describeLeft, formatProjectFile, listLeftLines, type ProjectDraft } from '../init/draft.ts'
import { findOtherPlaces, GORELEASER_PLACES } from '../init/goreleaser-places.ts'
import { findTagPipeline, isPipelineFile } from '../init/tag-pipelines.ts'
import {
  GATE_WORKFLOW,
  GITLAB_PIPELINE,
  GITLAB_TWO_JOBS,
  makeReleaseWorkflow,
  makeTwoJobsWorkflow
} from '../init/pipelines.ts'
import { printJson } from '../base/json.ts'
import type { Files } from '../model/ports/files.ts'
import { findPlace, lookAtModule, type Place } from '../facts/known-module.ts'
import type { Config } from '../config/inputs.ts'
import { resolveInside } from '../facts/work-tree.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

/**
 * init: a first slipway.yaml from go.mod and, where there is one, GoReleaser's configuration, and a workflow or pipeline.
 * What is there already stays as it is.
 */
export async function runInit(request: CommandRequest, context: Context): Promise<void> {
  refuseOperands(request)
  const config = parseInputs(request.read)
  const folder = resolve(context.cwd, config.module)
  const files = context.files(folder)
  const goMod = await files.read(join(folder, 'go.mod'))
  if (!goMod)
    throw new Failure('input', `there is no go.mod in ${folder}`, {
      code: 'no-go-mod',
      hint: 'Run in the folder of the module, or name it: --module DIR.'
    })
  const { module } = parseGoMod(decodeText(goMod), join(folder, 'go.mod'))
  const place = await findPlace({ run: context.query, files, env: context.gitEnv(folder) }, folder)
  const { draft, from } = await readDraft(files, config, { cwd: context.cwd, folder, module, place })
  const project = formatProjectFile(draft, from)
  // What is made has to be what the other commands read.
  const { parseProject } = await import('../config/project-file.ts')
  parseInputs(parseProject(project, PROJECT_FILE).read)
  const wanted = new Map([
    [join(folder, PROJECT_FILE), project],
    ...choosePipelines(config, place.remote, draft).map(([path, text]) => [join(place.root, path), text] as const)
  ])
  // A link of the commit would have them written elsewhere.
  for (const path of wanted.keys())
    await resolveInside(files, place.root, await findStandingPath(files, path), relative(place.root, path))
  const made = await writeNew(files, wanted)
  const kept = [...wanted.keys()].filter((path) => !made.includes(path))

  for (const path of made) context.host.info(`made ${path}`)
  for (const path of kept) context.host.info(`kept ${path}, which was there`)
  // What is too long for a log stands in the file.
  const { todo, rest } = describeLeft(draft.left, made.includes(join(folder, PROJECT_FILE)) ? 6 : Infinity)
  for (const line of todo) context.host.warn(`not carried over from ${from}: ${show(line)}`)
  for (const line of rest) context.host.info(`${from}, nothing to do: ${show(line)}`)
  const warnings = await findWarnings(files, place, from)
  for (const line of warnings) context.host.warn(line)
  context.host.info('')
  context.host.info('next: put the owner and the commit that you trust in place of OWNER and SHA, then: slipway doctor')
  if (config.json) context.print(printJson({ from, made, kept, left: listLeftLines(draft.left, from), warnings }))
}

/** Text of the other file on one line of a log, however long. */
const show = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')

interface Looking {
  readonly cwd: string
  readonly folder: string
  readonly module: string
  readonly place: Place
}

async function readDraft(
  files: Files,
  { from, without }: Config,
  looking: Looking
): Promise<{ draft: ProjectDraft; from: string }> {
  const found = await findGoreleaser(files, from, looking)
  if (!found)
    return {
      draft: { targets: DEFAULT_TARGETS.map(formatTarget), builds: [], archives: [], extras: {}, step: {}, left: [] },
      from: 'go.mod'
    }
  const known = await lookAtModule(files, looking.module, looking.place)
  // It reads YAML, which nothing else of init does.
  const { readGoreleaser } = await import('../init/goreleaser.ts')
  return { draft: readGoreleaser(found.text, found.name, known, without), from: found.name }
}

/** The file that is named, else the first where GoReleaser looks: in the module's folder, then at the root. */
async function findGoreleaser(
  files: Files,
  from: string,
  { cwd, folder, place }: Looking
): Promise<{ name: string; text: string } | undefined> {
  if (from === 'none') return undefined
  if (from !== '') {
    const bytes = await files.read(resolve(cwd, from))
    if (bytes) return { name: from, text: decodeText(bytes) }
    throw new Failure('input', `there is no file ${from}`, {
      hint: 'Name the configuration of GoReleaser, or none: --from none.'
    })
  }
  for (const [above, name] of [...new Set([folder, place.root])].flatMap((above) =>
    GORELEASER_PLACES.map((name) => [above, name] as const)
  )) {
    const path = join(above, name)
    const bytes = await files.read(path)
    if (!bytes) continue
    await resolveInside(files, place.root, path, name)
    return { name: relative(folder, path).replaceAll('\\', '/'), text: decodeText(bytes) }
  }
  return undefined
}

/** What is there already and does not go with what init made. */
async function findWarnings(files: Files, { root, files: paths }: Place, from: string): Promise<readonly string[]> {
  const others = from === 'go.mod' ? findOtherPlaces(paths) : []
  const pipelines: string[] = []
  for (const path of paths.filter((path) => isPipelineFile(path) && !OWN_PIPELINES.includes(path))) {
    const bytes = await files.read(join(root, path)).catch(() => undefined)
    const found = bytes && findTagPipeline(path, decodeText(bytes))
    if (found)
      pipelines.push(
        `${show(found.path)} ${show(found.why)}: see that it does not release what Slipway's own pipeline releases, before the next tag.`
      )
  }
  return [
    ...others.map(
      (path) => `${show(path)} may be a configuration of GoReleaser, and was not read: name it with --from.`
    ),
    ...pipelines
  ]
}

const OWN_PIPELINES = ['.github/workflows/slipway-release.yml', '.github/workflows/slipway-gate.yml']

/** By what was asked for, else by where the clone came from, else for GitHub. */
function choosePipelines(
  { ci, 'two-jobs': twoJobs }: Config,
  remote: string,
  { step }: ProjectDraft
): readonly (readonly [path: string, text: string])[] {
  const chosen = ci !== 'auto' ? ci : /(^|[@/.])gitlab[.\w-]*[:/]/.test(remote) ? 'gitlab' : 'github'
  if (chosen === 'none') return []
  return chosen === 'gitlab'
    ? [['.gitlab-ci.yml', twoJobs ? GITLAB_TWO_JOBS : GITLAB_PIPELINE]]
    : [
        ['.github/workflows/slipway-release.yml', twoJobs ? makeTwoJobsWorkflow(step) : makeReleaseWorkflow(step)],
        ['.github/workflows/slipway-gate.yml', GATE_WORKFLOW]
      ]
}

/** The path, or the nearest folder above it that is there. */
const findStandingPath = async (files: Files, path: string): Promise<string> =>
  (await files.real(path)) === undefined && dirname(path) !== path ? findStandingPath(files, dirname(path)) : path

async function writeNew(files: Files, wanted: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const made: string[] = []
  for (const [path, text] of wanted) {
    if (await files.digest(path)) continue
    await files.write(path, text)
    made.push(path)
  }
  if (made.length === 0)
    throw new Failure('input', `everything is there already: ${[...wanted.keys()].join(', ')}`, {
      code: 'file-exists',
      hint: 'init overwrites nothing: move a file away to have it made anew.'
    })
  return made
}

const decodeText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
