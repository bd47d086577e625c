import * as http from 'node:http'
import * as https from 'node:https'
import type { Duplex } from 'node:stream'
import { LIMITS } from '../../limits.ts'
import type { Refused, Witness } from '../../ports.ts'
import { selfSigned } from './self-signed.ts'
import type { Connection } from './transport.ts'

/** Enough for any Status object. */
const WORDS_LIMIT = LIMITS.words.most
/** A program that asks for ever the same thing must not fill the memory. */
const REFUSED_LIMIT = 5000

/**
 * A server on loopback that hands every request on to an API server, bytes untouched, and remembers what was refused.
 * Who asks is decided by the request's own token; of `connection` only the place and the certificate are used.
 */
export async function witness(connection: Connection): Promise<Witness> {
  const upstream = target(connection)
  const refused: Refused[] = []
  let requests = 0
  const remember = (request: http.IncomingMessage, status: number, words: Buffer): void => {
    if (refused.length < REFUSED_LIMIT)
      refused.push({ method: request.method ?? '', path: pathOf(request.url ?? ''), status, message: message(words) })
  }
  const { key, certificate } = selfSigned(new Date())
  // client-go sends no token to a server without TLS.
  const server = https.createServer({ key, cert: certificate }, (request, response) => {
    requests += 1
    const sent = upstream.request(request)
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 502
      response.writeHead(status, answer.rawHeaders)
      // A watch has a head long before it has an event.
      response.flushHeaders()
      if (status >= 400) {
        const words: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          if (size < WORDS_LIMIT) words.push(chunk)
          size += chunk.length
        })
        answer.once('end', () => remember(request, status, Buffer.concat(words).subarray(0, WORDS_LIMIT)))
      }
      answer.pipe(response)
      answer.once('error', () => response.destroy())
    })
    sent.once('error', () => response.destroy())
    response.once('close', () => sent.destroy())
    request.pipe(sent)
  })
  server.on('upgrade', (request: http.IncomingMessage, socket: Duplex, head: Buffer) => {
    requests += 1
    const sent = upstream.request(request)
    socket.once('error', () => sent.destroy())
    sent.once('error', () => socket.destroy())
    sent.once('upgrade', (answer: http.IncomingMessage, other: Duplex, early: Buffer) => {
      socket.write(rawHead(answer))
      socket.write(early)
      other.write(head)
      other.once('error', () => socket.destroy())
      socket.pipe(other).pipe(socket)
    })
    sent.once('response', (answer: http.IncomingMessage) => {
      if ((answer.statusCode ?? 0) >= 400) remember(request, answer.statusCode ?? 0, Buffer.alloc(0))
      socket.write(rawHead(answer))
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

function target({ server, ca, servername, insecure }: Connection) {
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

const rawHead = ({ statusCode, statusMessage, rawHeaders }: http.IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1] ?? ''}`] : []))
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n')
}

/** The path, and of the query only whether it is a watch. */
const pathOf = (url: string): string => {
  const [path = '', query = ''] = url.split('?')
  return /(^|&)watch=(true|1)(&|$)/.test(query) ? `${path}?watch=true` : path
}

/** The message of a Status: from JSON, else the longest readable run, since typed clients ask for protobuf. */
function message(bytes: Buffer): string {
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
