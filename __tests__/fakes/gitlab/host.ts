import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { backend } from '../network/git-server.ts'

export interface GitlabHost extends AsyncDisposable {
  /** `127.0.0.1:1234`, as it stands in front of a component's path. */
  readonly name: string
  readonly api: string
  /** `token path status` of each file that was asked for. */
  readonly asked: readonly string[]
}

/**
 * What a job needs of GitLab to get at a component: repositories over HTTP (the real `git http-backend` over the folders
 * `GROUP/PROJECT.git` below `root`) and the raw files of the API, as the real one answers for them: by project path, a
 * commit, and a job token.
 */
export async function gitlabHost(root: string, token: string): Promise<GitlabHost> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://gitlab.invalid')
    const raw = /^\/api\/v4\/projects\/([^/]+)\/repository\/files\/([^/]+)\/raw$/.exec(url.pathname)
    if (!raw) return backend(root, 'nobody', url, request, response)
    const [project = '', path = ''] = raw.slice(1).map(decodeURIComponent)
    const given = request.headers['job-token']
    const end = (status: number, body: string | Buffer): void => {
      asked.push(`${String(given)} ${project} ${path} ${status}`)
      response.writeHead(status).end(body)
    }
    if (given !== token) return end(401, '{"message":"401 Unauthorized"}')
    const commit = url.searchParams.get('ref') ?? 'HEAD'
    show(`${root}/${project}.git`, commit, path).then(
      (bytes) => (bytes ? end(200, bytes) : end(404, '{"message":"404 File Not Found"}')),
      (error: unknown) => end(500, String(error))
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    name,
    api: `http://${name}/api/v4`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  }
}

const execute = promisify(execFile)

async function show(repository: string, commit: string, path: string): Promise<Buffer | undefined> {
  const args = ['-c', 'safe.directory=*', '--git-dir', repository, 'show', `${commit}:${path}`]
  const options = { encoding: 'buffer', maxBuffer: 64e6 } as const
  return await execute('git', args, options).then(
    ({ stdout }) => stdout,
    () => undefined
  )
}
