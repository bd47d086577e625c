import * as http from 'node:http'
import * as https from 'node:https'
import type { Duplex } from 'node:stream'
import { LIMITS } from '../../base/limits.ts'
import type { Refused, Witness } from '../../model/ports/kubernetes.ts'
import { staysInside } from '../clusters/kubeconfig/fence.ts'
import { makeSelfSigned } from './self-signed.ts'
import type { Connection } from './transport.ts'

/** Enough for any Status object. */
const WORDS_LIMIT = LIMITS.words.most
/** A program that asks for ever the same thing must not fill the memory. */
const REFUSED_LIMIT = 5000

/**
 * A server on loopback that hands every request on to an API server, bytes untouched, and remembers what was refused.
 * Who asks is decided by the request's own token; of `connection` only the place and the certificate are used. With
 * `within` it hands on only what keeps to that namespace.
 */
export async function witness(connection: Connection, within?: string): Promise<Witness> {
  const upstream = chooseTarget(connection)
  const refused: Refused[] = []
  const held: Refused[] = []
  let requests = 0
  const told = ({ method = '', url = '' }: http.IncomingMessage, status: number, message: string): Refused => ({
    ...{ method, path: cutQuery(url), status, message }
  })
  /** Remembers what is refused, once its words are there. */
  const watched = (request: http.IncomingMessage, answer: http.IncomingMessage): void => {
    const status = answer.statusCode ?? 502
    if (status < 400) return
    const words: Buffer[] = []
    let size = 0
    answer.on('data', (chunk: Buffer) => {
      if (size < WORDS_LIMIT) words.push(chunk)
      size += chunk.length
    })
    answer.once('end', () => {
      if (refused.length < REFUSED_LIMIT)
        refused.push(told(request, status, readStatusMessage(Buffer.concat(words).subarray(0, WORDS_LIMIT))))
    })
  }
  /** The answer to what is not handed on; undefined for what is. */
  const refusal = (request: http.IncomingMessage): string | undefined => {
    const { method = '', url = '' } = request
    if (within === undefined || staysInside(within, method, url)) return undefined
    const message = `not handed on by Slipway: this cluster is somebody's, and a trial writes in its namespace ${within} alone`
    if (held.length < REFUSED_LIMIT) held.push(told(request, 403, message))
    return JSON.stringify({
      ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
      ...{ message, reason: 'Forbidden', code: 403 }
    })
  }
  const { key, certificate } = makeSelfSigned(new Date())
  // client-go sends no token to a server without TLS.
  const server = https.createServer({ key, cert: certificate }, (request, response) => {
    requests += 1
    const no = refusal(request)
    if (no !== undefined) {
      request.resume()
      response.writeHead(403, { 'content-type': 'application/json' }).end(no)
      return
    }
    const sent = upstream.request(request)
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 502
      response.writeHead(status, answer.rawHeaders)
      // A watch has a head long before it has an event.
      response.flushHeaders()
      watched(request, answer)
      answer.pipe(response)
      answer.once('error', () => response.destroy())
    })
    sent.once('error', () => response.destroy())
    response.once('close', () => sent.destroy())
    request.pipe(sent)
  })
  server.on('upgrade', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    requests += 1
    const no = refusal(request)
    if (no !== undefined) {
      const head = `HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(no)}`
      socket.end(`${head}\r\nConnection: close\r\n\r\n${no}`)
      return
    }
    const sent = upstream.request(request)
    socket.once('error', () => sent.destroy())
    sent.once('error', () => socket.destroy())
    sent.once('upgrade', (answer: http.IncomingMessage, other: Duplex, early: Buffer) => {
      socket.write(formatHead(answer))
      socket.write(early)
      other.write(head)
      other.once('error', () => socket.destroy())
      socket.pipe(other).pipe(socket)
    })
    sent.once('response', (answer: http.IncomingMessage) => {
      watched(request, answer)
      socket.write(formatHead(answer))
      answer.pipe(socket)
    })
    sent.end()
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port')
  return {
    url: `https://127.0.0.1:${address.port}`,
    certificate,
    refused,
    held,
    get requests() {
      return requests
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      upstream.agent.destroy()
      await closed
    }
  }
}

function chooseTarget({ server, ca, servername, insecure }: Connection) {
  const client = server.protocol === 'http:' ? http : https
  const agent = new client.Agent({
    keepAlive: true,
    ...(ca !== undefined && { ca }),
    ...(servername !== undefined && { servername }),
    ...(insecure && { rejectUnauthorized: false })
  })
  const request = ({ method, url, headers }: http.IncomingMessage): http.ClientRequest =>
    client.request({
      agent,
      method,
      host: server.hostname.replace(/^\[|\]$/g, ''),
      port: server.port,
      path: server.pathname.replace(/\/$/, '') + (url ?? ''),
      headers: { ...headers, host: server.host }
    })
  return { agent, request }
}

const formatHead = ({ statusCode, statusMessage, rawHeaders }: http.IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1] ?? ''}`] : []))
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n')
}

/** The path, and of the query only whether it is a watch. */
const cutQuery = (url: string): string => {
  const [path = '', query = ''] = url.split('?')
  return /(^|&)watch=(true|1)(&|$)/.test(query) ? `${path}?watch=true` : path
}

/** The message of a Status: from JSON, else the longest readable run, since typed clients ask for protobuf. */
function readStatusMessage(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown }
    if (typeof message === 'string') return message
  } catch {
    // Not JSON.
  }
  const runs = text.match(/[^\p{Cc}\ufffd]{8,}/gu) ?? []
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '').trim()
}
