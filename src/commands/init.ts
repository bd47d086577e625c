import { dirname, join, relative, resolve } from 'node:path'
import { PROJECT_FILE, readConfig, parseInputs } from '../config/parse.ts'
import { Failure } from '../base/errors.ts'
import { parseGoMod } from '../go/go-mod.ts'
import { DEFAULT_TARGETS, formatTarget } from '../go/target.ts'
import { type ProjectDraft, formatProjectFile } from '../init/draft.ts'
import { GATE_WORKFLOW, GITLAB_PIPELINE, RELEASE_WORKFLOW } from '../init/pipelines.ts'
import { printJson } from '../base/json.ts'
import type { Files } from '../model/ports/files.ts'
import { quote } from '../base/text.ts'
import { resolveInside } from '../facts/work-tree.ts'
import { refuseOperands, type CommandRequest, type Context } from './context.ts'

const GORELEASER = ['.goreleaser.yaml', '.goreleaser.yml', 'goreleaser.yaml', 'goreleaser.yml']

/**
 * init: a first slipway.yaml from go.mod and, where there is one, .goreleaser.yaml, and a workflow or pipeline. What is
 * there already stays as it is.
 */
export async function runInit(request: CommandRequest, context: Context): Promise<void> {
  refuseOperands(request)
  const { read } = request
  const config = parseInputs(read)
  const folder = resolve(context.cwd, config.module)
  const files = context.files(folder)
  const goMod = await files.read(join(folder, 'go.mod'))
  if (!goMod)
    throw new Failure('input', `there is no go.mod in ${folder}`, {
      code: 'no-go-mod',
      hint: 'Run in the folder of the module, or name it: --module DIR.'
    })
  const { module } = parseGoMod(decodeText(goMod), join(folder, 'go.mod'))
  const { draft, from } = await readDraft(files, folder, module)
  const root = await findRoot(context, folder)
  const remote = await askGit(context, folder, 'config', '--get', 'remote.origin.url')
  const wanted = new Map([
    [join(folder, PROJECT_FILE), formatProjectFile(draft, from)],
    ...choosePipelines(config.ci, remote).map(([path, text]) => [join(root, path), text] as const)
  ])
  // A link of the commit would have them written elsewhere.
  for (const path of wanted.keys())
    await resolveInside(files, root, await findStandingPath(files, path), relative(root, path))
  const made = await writeNew(files, wanted)
  const kept = [...wanted.keys()].filter((path) => !made.includes(path))
  // What was made has to be what the other commands read.
  if (made.includes(join(folder, PROJECT_FILE))) await readConfig(files, folder, () => undefined)

  for (const path of made) context.host.info(`made ${path}`)
  for (const path of kept) context.host.info(`kept ${path}, which was there`)
  for (const line of draft.left) context.host.warn(`not taken over from ${from}: ${quote(line).slice(1, -1)}`)
  context.host.info('')
  context.host.info('next: put the owner and the commit that you trust in place of OWNER and SHA, then: slipway doctor')
  if (config.json) context.print(printJson({ from, made, kept, left: draft.left }))
}

async function readDraft(files: Files, folder: string, module: string): Promise<{ draft: ProjectDraft; from: string }> {
  for (const name of GORELEASER) {
    const bytes = await files.read(join(folder, name))
    if (!bytes) continue
    // It reads YAML, which nothing else of init does.
    const { readGoreleaser } = await import('../init/goreleaser.ts')
    return { draft: readGoreleaser(decodeText(bytes), name, module), from: name }
  }
  return { draft: { targets: DEFAULT_TARGETS.map(formatTarget), builds: [], files: [], left: [] }, from: 'go.mod' }
}

/** By what was asked for, else by where the clone came from, else for GitHub. */
function choosePipelines(ci: string, remote: string): readonly (readonly [path: string, text: string])[] {
  const chosen = ci !== 'auto' ? ci : /(^|[@/.])gitlab[.\w-]*[:/]/.test(remote) ? 'gitlab' : 'github'
  if (chosen === 'none') return []
  return chosen === 'gitlab'
    ? [['.gitlab-ci.yml', GITLAB_PIPELINE]]
    : [
        ['.github/workflows/slipway-release.yml', RELEASE_WORKFLOW],
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

const findRoot = async (context: Context, folder: string): Promise<string> =>
  (await askGit(context, folder, 'rev-parse', '--show-toplevel')) || folder

/** What git says, '' when it says nothing. */
const askGit = async (context: Context, folder: string, ...args: readonly string[]): Promise<string> => {
  const asked = context.query(['git', '-C', folder, ...args], { env: context.gitEnv(folder) })
  return await asked.then(({ stdout }) => stdout.trim()).catch(() => '')
}

const decodeText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
