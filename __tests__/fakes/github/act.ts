import { cp, mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testTool } from '../../bed/test-tools.ts'
import { toolCacheFolder } from '../../bed/tools.ts'
import { program, type Ran } from '../cli.ts'
import { DIST } from '../shipped.ts'
import { ACTION } from './workflows.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')

/** A runner of workflows (nektos/act) without containers: it runs what the workflows say, on this machine, for nobody. */
export interface Runner {
  /** Runs the workflows of a repository for an event, to their end; never rejects for the status. */
  run(
    repository: string,
    event: string,
    payload: unknown,
    options: {
      /** What GitHub would set and act does not, or sets for github.com. */
      readonly env: Readonly<Record<string, string>>
      readonly token: string
      /** Secrets of the repository beside the token. */
      readonly secrets?: Readonly<Record<string, string>>
      /** The one workflow to run, below the repository; left out: every one of the event. */
      readonly workflow?: string
      readonly started?: (pid: number) => void
    }
  ): Promise<Ran>
}

/**
 * `folder` is for the runner alone; the Action in it is what ships, with nothing beside it. `others` are folders of further
 * actions by the name under which a workflow uses them: nothing is fetched.
 */
export async function runner(folder: string, others: Readonly<Record<string, string>> = {}): Promise<Runner> {
  const act = await testTool('act', () => undefined, AbortSignal.timeout(600_000))
  const action = join(folder, 'action')
  await mkdir(action, { recursive: true })
  await cp(join(ROOT, 'action.yml'), join(action, 'action.yml'))
  await cp(DIST, join(action, 'dist'), { recursive: true })
  const home = join(folder, 'home')
  await mkdir(home)
  // It names this folder in RUNNER_TOOL_CACHE, whatever it is told: with nothing in it, each run would build every tool.
  const actions = join(folder, 'actions')
  await mkdir(actions)
  await symlink(toolCacheFolder(), join(actions, 'tool_cache'))
  let events = 0
  return {
    async run(repository, event, payload, { env, token, secrets = {}, workflow, started }) {
      const file = join(folder, `event-${++events}.json`)
      await writeFile(file, JSON.stringify(payload))
      const given = { GOVULNDB: 'off', ...env }
      return await program(
        [
          ...[act, event, '--eventpath', file, '--platform', 'ubuntu-latest=-self-hosted', '--rm'],
          ...['--no-cache-server', '--action-cache-path', actions, '--pull=false'],
          ...Object.entries({ [ACTION]: action, ...others }).flatMap(([uses, at]) => [
            '--local-repository',
            `${uses}=${at}`
          ]),
          ...Object.entries(given).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
          ...(workflow === undefined ? [] : ['--workflows', workflow]),
          ...['GITHUB_TOKEN', ...Object.keys(secrets)].flatMap((name) => ['--secret', name])
        ],
        {
          cwd: repository,
          // It runs the first node on PATH, and keeps its own things below the home folder.
          env: { ...secrets, GITHUB_TOKEN: token, PATH: `${BIN}:${process.env['PATH'] ?? ''}`, ...machine(home) },
          ...(started && { started })
        }
      )
    }
  }
}

/** A home of its own, and still the caches of this machine. */
const machine = (home: string): Readonly<Record<string, string | undefined>> => ({
  HOME: home,
  GOPATH: process.env['GOPATH'] ?? join(process.env['HOME'] ?? '', 'go'),
  GOCACHE: process.env['GOCACHE'] ?? join(process.env['HOME'] ?? '', '.cache', 'go-build')
})
