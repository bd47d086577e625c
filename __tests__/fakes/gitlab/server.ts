/**
 * A GitLab on loopback, for tests: packages, releases and tags of one project with GitLab's semantics, under a relative
 * URL, with object storage on an origin of its own. What is said to it is held against GitLab's documentation
 * (`violations`).
 *
 * As a process of its own: `node __tests__/fakes/gitlab/server.ts --port 0 --state FILE [--commit SHA] [--forget]`
 * prints its URLs as one line of JSON and keeps its state in FILE; with `--forget` it keeps only digests of large
 * files, and serves zeros.
 * `GET <storage>/_log`, `/_violations` and `/_state` show what happened.
 */
import { parseArgs } from 'node:util'
import { BASE, gitlabPlatform } from './platform.ts'
import type { Origins } from './routes.ts'
import { fresh, type State } from './state.ts'
import { serve, stateIn, type Served } from '../platform/platform-server.ts'

export type { Fault, Seen } from '../platform/platform-server.ts'

export interface FakeGitlab extends Served {
  readonly origins: Origins
  readonly state: State
}

export async function startGitlab(options: {
  readonly commit?: string
  readonly stateFile?: string
  readonly port?: number
  /** Keeps only digests of large files, and serves zeros. */
  readonly forget?: boolean
}): Promise<FakeGitlab> {
  const { commit = 'a'.repeat(40), stateFile, port, forget } = options
  const state = stateIn<State>(stateFile) ?? fresh(commit)
  const origins = { api: '', web: '', storage: '' }
  const clones = { below: '/gitlab', sentOn: true }
  const withState = (state: object) => gitlabPlatform({ state: state as State, origins })
  const served = serve(withState(state), { withState, stateFile, forget, storage: ['storage'], clones })
  const origin = await served.listen(() => 'api', port)
  const storage = await served.listen(() => 'storage')
  Object.assign(origins, { api: `${origin}${BASE}`, web: `${origin}/gitlab`, storage })
  return Object.assign(served, { origins, state })
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      commit: { type: 'string' },
      forget: { type: 'boolean', default: false }
    }
  })
  const gitlab = await startGitlab({
    port: Number(values.port),
    forget: values.forget,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.commit === undefined ? {} : { commit: values.commit })
  })
  process.stdout.write(`${JSON.stringify(gitlab.origins)}\n`)
}
