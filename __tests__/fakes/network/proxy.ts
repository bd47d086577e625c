import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** An HTTP proxy on loopback, as companies have them: tunnels for https, forwarding for plain http, a password. */
export interface Proxy extends AsyncDisposable {
  /** With its user and password. */
  readonly url: string
  /** What it was asked for: `CONNECT github.test:443`, `GET http://github.test/x`. */
  readonly asked: readonly string[]
}

const LOGIN = 'someone:pass%20word'

/** `hosts` says where a name leads, as `host:port` → port on loopback; any other name is refused with 502. */
export async function startProxy(hosts: Readonly<Record<string, number>>): Promise<Proxy> {
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  const expected = `Basic ${Buffer.from(decodeURIComponent(LOGIN)).toString('base64')}`
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const url = new URL(request.url ?? '')
    const port = hosts[`${url.hostname}:${url.port || 80}`]
    if (request.headers['proxy-authorization'] !== expected || port === undefined) {
      response.writeHead(port === undefined ? 502 : 407).end()
      return
    }
    const { 'proxy-authorization': _, ...headers } = request.headers
    const path = url.pathname + url.search
    const onward = ask({ host: '127.0.0.1', port, path, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    request.pipe(onward)
  })
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', (request, socket: Duplex) => {
    asked.push(`CONNECT ${request.url}`)
    const port = hosts[request.url ?? '']
    if (request.headers['proxy-authorization'] !== expected || port === undefined) {
      socket.end(`HTTP/1.1 ${port === undefined ? '502 Bad Gateway' : '407 Proxy Authentication Required'}\r\n\r\n`)
      return
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    sockets.add(onward)
    for (const side of [onward, socket]) side.on('error', () => [onward, socket].forEach((each) => each.destroy()))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://${LOGIN}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    }
  }
}
