/**
 * A GitHub on loopback, for tests: the REST API of one repository's releases and tags with GitHub's semantics, uploads
 * and storage on origins of their own. Every exchange is held against GitHub's OpenAPI description (`violations`).
 *
 * As a process of its own: `node __tests__/fakes/github/server.ts --port 0 --state FILE [--commit SHA]` prints its URLs
 * as one line of JSON and keeps its state in FILE; `GET <web>/_log` and `GET <web>/_violations` show what happened.
 */
import { parseArgs } from 'node:util'
import type { Origins } from './json.ts'
import { githubPlatform } from './platform.ts'
import { fresh, type State } from './state.ts'
import { serve, stateIn, type Served } from '../platform/platform-server.ts'

export type { Fault, Seen } from '../platform/platform-server.ts'

export interface FakeGithub extends Served {
  readonly origins: Origins
  /** Where the server (of the API) listens. */
  readonly address: string
  readonly state: State
  readonly rate: { remaining: number; reset: number }
}

export async function startGithub(options: {
  readonly commit?: string
  readonly stateFile?: string
  readonly port?: number
  /** Keeps only digests of large files, and serves zeros. */
  readonly forget?: boolean
  /**
   * One origin for API, uploads and pages, as a GitHub Enterprise Server has it: its own address, with storage elsewhere;
   * or the URL it is known by, with storage of its own, which takes its token.
   */
  readonly enterprise?: true | string
}): Promise<FakeGithub> {
  const { commit = 'a'.repeat(40), stateFile, port, forget, enterprise } = options
  const state = stateIn<State>(stateFile) ?? fresh(commit)
  const origins = { api: '', uploads: '', web: '', storage: '' }
  const rate = { remaining: 5000, reset: Math.ceil(Date.now() / 1000) + 3600 }
  const withState = (state: object) =>
    githubPlatform({ state: state as State, origins, rate, storageTakesToken: typeof enterprise === 'string' })
  const served = serve(withState(state), {
    withState,
    stateFile,
    forget,
    storage: ['web'],
    clones: { below: '', sentOn: false }
  })
  if (enterprise !== undefined) {
    const address = await served.listen(partOf, port)
    const origin = enterprise === true ? address : enterprise
    const storage = enterprise === true ? await served.listen(() => 'web') : origin
    Object.assign(origins, { api: `${origin}/api/v3`, uploads: `${origin}/api/uploads`, web: origin, storage })
    return Object.assign(served, { origins, address, state, rate })
  }
  const address = await served.listen(() => 'api', port)
  const uploads = await served.listen(() => 'uploads')
  const web = await served.listen(() => 'web')
  Object.assign(origins, { api: `${address}/api/v3`, uploads, web, storage: web })
  return Object.assign(served, { origins, address, state, rate })
}

const partOf = (path: string): string => (/^\/api\/(?:v3|(uploads))\//.exec(path) ?? ['', 'web'])[1] ?? 'api'

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      state: { type: 'string' },
      commit: { type: 'string' },
      forget: { type: 'boolean', default: false }
    }
  })
  const github = await startGithub({
    port: Number(values.port),
    forget: values.forget,
    ...(values.state === undefined ? {} : { stateFile: values.state }),
    ...(values.commit === undefined ? {} : { commit: values.commit })
  })
  process.stdout.write(`${JSON.stringify(github.origins)}\n`)
}
