import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toolCacheFolder } from '../../scripts/tools.ts'
import { program, type Ran } from './cli.ts'
import { runnerLog, type RunnerLog } from './runner-log.ts'

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
}

/** Runs the Action as a runner does: `INPUT_` variables, files for outputs and summary, the runner's tool cache. */
export async function runAction(
  action: string,
  {
    cwd,
    temp,
    inputs,
    env,
    event
  }: {
    readonly cwd: string
    /** A folder of this step alone. */
    readonly temp: string
    readonly inputs: Readonly<Record<string, string>>
    readonly env: Readonly<Record<string, string>>
    readonly event?: unknown
  }
): Promise<Step> {
  await mkdir(temp, { recursive: true })
  const [output, summary, payload] = ['output', 'summary', 'event.json'].map((name) => join(temp, name))
  for (const file of [output, summary]) await writeFile(file ?? '', '')
  await writeFile(payload ?? '', JSON.stringify(event ?? {}))
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value] as const)
  const ran = await program([process.execPath, action], {
    cwd,
    env: {
      ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: cwd, GITHUB_REPOSITORY: 'octo/demo' },
      ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, GITHUB_EVENT_PATH: payload },
      ...{ RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: toolCacheFolder() },
      ...Object.fromEntries(given),
      ...env
    }
  })
  return {
    ...ran,
    ...runnerLog(ran.stdout),
    outputs: parseOutputs(await readFile(output ?? '', 'utf8')),
    summary: await readFile(summary ?? '', 'utf8')
  }
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
