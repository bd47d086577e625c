import { spawn } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { createServer as createProxy } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { program, succeeded } from '../cli.ts'

/** A name that no DNS has: requests reach it through the server's own proxy alone. */
export const GIT_HOST = 'git.example.test'

export interface GitServer extends AsyncDisposable {
  /** What a client sets in order to get here and to trust the answer. */
  readonly env: Readonly<Record<string, string>>
  /** `METHOD path status` of each request for git. */
  readonly seen: readonly string[]
}

/**
 * Private repositories over HTTPS on loopback: the real `git http-backend` over the folders below `root`, behind basic
 * authentication. As hosts do, it answers `?go-get=1` without a password. `folder` takes its certificate.
 */
export async function gitServer(root: string, folder: string, user: string, password: string): Promise<GitServer> {
  const { cert, key, path } = await certificate(folder)
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
  const seen: string[] = []
  const server = createServer({ cert, key }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${GIT_HOST}`)
    if (url.searchParams.has('go-get')) return void response.end(discovery(url.pathname))
    const note = (status: number): void => void seen.push(`${request.method} ${url.pathname} ${status}`)
    if (request.headers.authorization !== wanted) {
      note(401)
      return void response.writeHead(401, { 'www-authenticate': 'Basic realm="private"' }).end()
    }
    note(200)
    backend(root, user, url, request, response)
  })
  const port = await listen(server)
  const proxy = createProxy((_, response) => void response.writeHead(405).end())
  proxy.on('connect', ({ url = '' }: IncomingMessage, client: Socket) => {
    if (url !== `${GIT_HOST}:443`) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const upstream = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'))
    upstream.pipe(client).pipe(upstream)
    for (const socket of [upstream, client])
      socket.on('error', () => [upstream, client].forEach((one) => one.destroy()))
  })
  const address = `http://127.0.0.1:${await listen(proxy)}`
  return {
    env: { HTTPS_PROXY: address, NO_PROXY: '', SSL_CERT_FILE: path, SSL_CERT_DIR: folder, GIT_SSL_CAINFO: path },
    seen,
    async [Symbol.asyncDispose]() {
      await Promise.all([server, proxy].map((one) => close(one)))
    }
  }
}

/** Where the repository is that a module path names. */
const discovery = (path: string): string =>
  `<html><head><meta name="go-import" content="${GIT_HOST}${path} git https://${GIT_HOST}${path}.git"></head></html>`

/** One CGI call (git-http-backend(1)) over the repositories below `root`. */
export function backend(
  root: string,
  user: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse
): void {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      ...{ GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
      ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' },
      ...{ REQUEST_METHOD: request.method ?? '', PATH_INFO: url.pathname, QUERY_STRING: url.search.slice(1) },
      ...{ CONTENT_TYPE: header('content-type'), HTTP_CONTENT_ENCODING: header('content-encoding') },
      ...{ GIT_PROTOCOL: header('git-protocol'), REMOTE_USER: user, REMOTE_ADDR: '127.0.0.1' }
    },
    stdio: ['pipe', 'pipe', 'ignore']
  })
  child.stdin.on('error', () => undefined)
  request.pipe(child.stdin)
  let head = Buffer.alloc(0)
  let begun = false
  child.stdout.on('data', (chunk: Buffer) => {
    if (begun) return void response.write(chunk)
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    begun = true
    for (const line of head.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/)
      if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.write(head.subarray(end + 4))
  })
  child.on('close', () => response.end())
}

/** A certificate for GIT_HOST that vouches for itself, made by a program that comes with Go. */
async function certificate(folder: string): Promise<{ cert: Buffer; key: Buffer; path: string }> {
  await mkdir(folder, { recursive: true })
  const goroot = succeeded(await program(['go', 'env', 'GOROOT'], { cwd: folder })).trim()
  const generate = join(goroot, 'src/crypto/tls/generate_cert.go')
  succeeded(
    await program(['go', 'run', generate, '--host', GIT_HOST, '--ca', '--ecdsa-curve', 'P256'], { cwd: folder })
  )
  const path = join(folder, 'cert.pem')
  return { cert: await readFile(path), key: await readFile(join(folder, 'key.pem')), path }
}

const listen = (server: Server | ReturnType<typeof createServer>): Promise<number> =>
  new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const close = (server: Server | ReturnType<typeof createServer>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
