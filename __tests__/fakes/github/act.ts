import { cp, mkdir, writeFile } from 'node:fs/promises'
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
      readonly started?: (pid: number) => void
    }
  ): Promise<Ran>
}

/** `folder` is for the runner alone; the Action in it is what ships, with nothing beside it. */
export async function runner(folder: string): Promise<Runner> {
  const act = await testTool('act', () => undefined, AbortSignal.timeout(600_000))
  const action = join(folder, 'action')
  await mkdir(action, { recursive: true })
  await cp(join(ROOT, 'action.yml'), join(action, 'action.yml'))
  await cp(DIST, join(action, 'dist'), { recursive: true })
  const home = join(folder, 'home')
  await mkdir(home)
  let events = 0
  return {
    async run(repository, event, payload, { env, token, started }) {
      const file = join(folder, `event-${++events}.json`)
      await writeFile(file, JSON.stringify(payload))
      const given = { RUNNER_TOOL_CACHE: toolCacheFolder(), GOVULNDB: 'off', ...env }
      return await program(
        [
          ...[act, event, '--eventpath', file, '--platform', 'ubuntu-latest=-self-hosted', '--rm'],
          ...['--no-cache-server', '--action-cache-path', join(folder, 'actions'), '--pull=false'],
          ...['--local-repository', `${ACTION}=${action}`],
          ...Object.entries(given).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
          ...['--secret', 'GITHUB_TOKEN']
        ],
        {
          cwd: repository,
          // It runs the first node on PATH, and keeps its own things below the home folder.
          env: { GITHUB_TOKEN: token, PATH: `${BIN}:${process.env['PATH'] ?? ''}`, ...machine(home) },
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
