import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { toolCacheFolder } from '../bed/tools.ts'
import { program, type Ran } from './cli.ts'
import { namePathTools } from './path-tools.ts'
import { runnerLog, type RunnerLog } from './github/runner-log.ts'

/** What is committed and shipped: the bundles, made by `npm run bundle`. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** A copy of dist alone, in a folder without node_modules, as `uses:` has it. */
export async function ship(folder: string): Promise<{ readonly cli: string; readonly action: string }> {
  const to = join(folder, 'shipped', 'dist')
  await cp(DIST, to, { recursive: true })
  return { cli: join(to, 'cli', 'index.js'), action: join(to, 'action', 'index.js') }
}

/** All files of dist with their text. */
export const shippedFiles = async (): Promise<readonly (readonly [name: string, text: string])[]> => {
  const names = (await readdir(DIST, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  return await Promise.all(
    names.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(DIST.length + 1), await readFile(path, 'utf8')] as const
    })
  )
}

export interface Step extends Ran, RunnerLog {
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** What it saved for the post step. */
  readonly state: Readonly<Record<string, string>>
}

/** What a runner gives for an input that nobody set. */
const defaults = async (): Promise<Readonly<Record<string, string>>> => {
  const text = await readFile(fileURLToPath(new URL('../../action.yml', import.meta.url)), 'utf8')
  const { inputs } = parse(text) as { inputs: Readonly<Record<string, { default: string }>> }
  return Object.fromEntries(Object.entries(inputs).map(([name, { default: text }]) => [name, text]))
}

/** Runs the Action as a runner does: `INPUT_` variables, files for outputs and summary, the runner's tool cache. */
export async function runAction(
  action: string,
  {
    cwd,
    temp,
    inputs,
    env,
    event,
    started,
    node = process.execPath
  }: {
    readonly cwd: string
    /** A folder of this step alone. */
    readonly temp: string
    readonly inputs: Readonly<Record<string, string>>
    readonly env: Readonly<Record<string, string>>
    readonly event?: unknown
    /** Called with the step's pid. */
    readonly started?: (pid: number) => void
    /** The runner's Node. */
    readonly node?: string
  }
): Promise<Step> {
  await mkdir(temp, { recursive: true })
  const [output, summary, state, payload] = ['output', 'summary', 'state', 'event.json'].map((name) => join(temp, name))
  for (const file of [output, summary, state]) await writeFile(file ?? '', '')
  await writeFile(payload ?? '', JSON.stringify(event ?? {}))
  // GitHub's own token is none of this machine's.
  const own = { token: '', 'path-tools': namePathTools(env['PATH']) }
  const given = Object.entries({ ...(await defaults()), ...own, ...inputs }).map(
    ([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const
  )
  const ran = await program([node, action], {
    cwd,
    ...(started && { started }),
    env: {
      ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, GITHUB_REPOSITORY: 'octo/demo' },
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_EVENT_PATH: payload },
      ...{ GITHUB_STATE: state },
      ...{ RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: toolCacheFolder() },
      ...Object.fromEntries(given),
      ...env
    }
  })
  return {
    ...ran,
    ...runnerLog(ran.stdout),
    outputs: parseOutputs(await readFile(output ?? '', 'utf8')),
    summary: await readFile(summary ?? '', 'utf8'),
    state: parseOutputs(await readFile(state ?? '', 'utf8'))
  }
}

/** The post step of a job whose main step ran in `cwd` and saved `state`; a cancelled job has one too. */
export async function runPost(
  action: string,
  {
    cwd,
    state,
    env = {},
    node = process.execPath
  }: {
    readonly cwd: string
    readonly state: Readonly<Record<string, string>>
    readonly env?: Readonly<Record<string, string>>
    readonly node?: string
  }
): Promise<Ran & RunnerLog> {
  const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]))
  // As source, it is told what the bundle's file says.
  const shipped = join(dirname(action), 'post.js')
  const post = existsSync(shipped) ? [shipped] : [action, 'post']
  const ran = await program([node, ...post], {
    cwd,
    env: { CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, ...saved, ...env }
  })
  return { ...ran, ...runnerLog(ran.stdout) }
}

/** `name<<delimiter`, lines, `delimiter`. */
const parseOutputs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value])
  )

/** A push of a tag. */
export const tagEvent = (tag: string): Readonly<Record<string, string>> => ({
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REF: `refs/tags/${tag}`,
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REF_NAME: tag
})
