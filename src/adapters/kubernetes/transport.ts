import * as http from 'node:http'
import * as https from 'node:https'
import { Failure } from '../../base/errors.ts'
import { formatSize } from '../../base/limits.ts'
import { gatherBody, TooMuch } from '../http/answer-body.ts'

/** Where a Kubernetes API is and who we are there. All PEM. */
export interface Connection {
  /** May have a path, which then stands before every path. */
  readonly server: URL
  readonly ca?: string
  readonly token?: string
  readonly certificate?: string
  readonly key?: string
  /** The name that the server's certificate must have, when it is not the host of `server`. */
  readonly servername?: string
  /** The certificate is not checked. Only where a kubeconfig says so. */
  readonly insecure?: boolean
}

export interface TransportRequest {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** What form of answer is wanted; JSON where left out. */
  readonly accept?: string
  readonly contentType?: string
  readonly body?: string
  readonly signal?: AbortSignal | undefined
  /** How long the server may be silent, in milliseconds. */
  readonly silence: number
  /** Keeps its connection for long (a watch), so that it gets one of its own. */
  readonly long?: boolean
}

/** Sends requests over kept connections. */
export interface Transport extends Disposable {
  /** The answer's head, its body still to be read. Rejects with the signal's reason, or a Failure when none comes. */
  send(request: TransportRequest): Promise<http.IncomingMessage>
  /** The whole body, at most `limit` bytes; more is an 'environment' Failure. */
  text(answer: http.IncomingMessage, request: TransportRequest, limit: number): Promise<string>
}

/** API servers keep an idle connection for at least 90 s; we let go of it before, so that they never meet us half-way. */
const IDLE_MS = 45_000
/** Connections for requests that end; more wait in line. */
const CONNECTIONS = 16

export function openTransport(connection: Connection): Transport {
  const { server } = connection
  const client = server.protocol === 'http:' ? http : https
  const tls: https.AgentOptions = {
    ...(connection.ca !== undefined && { ca: connection.ca }),
    ...(connection.certificate !== undefined && { cert: connection.certificate }),
    ...(connection.key !== undefined && { key: connection.key }),
    ...(connection.servername !== undefined && { servername: connection.servername }),
    ...(connection.insecure && { rejectUnauthorized: false })
  }
  const agent = new client.Agent({ ...tls, keepAlive: true, timeout: IDLE_MS, maxSockets: CONNECTIONS })
  const longAgent = new client.Agent(tls)
  const failure = (cause: unknown): Failure =>
    new Failure('environment', `the Kubernetes API at ${server.host} does not answer: ${readErrorReason(cause)}`, {
      hint: 'Check that this cluster runs and that its kubeconfig is current.',
      cause
    })

  const once = (request: TransportRequest) =>
    new Promise<http.IncomingMessage>((resolve, reject) => {
      const { method, query, body, signal, silence } = request
      const path = server.pathname.replace(/\/$/, '') + request.path
      const search = query && new URLSearchParams(query).toString()
      const sent = client.request({
        agent: request.long ? longAgent : agent,
        method,
        host: server.hostname.replace(/^\[|\]$/g, ''),
        port: server.port,
        path: search ? `${path}?${search}` : path,
        headers: {
          accept: request.accept ?? 'application/json',
          'user-agent': 'slipway',
          ...(connection.token !== undefined && { authorization: `Bearer ${connection.token}` }),
          ...(body !== undefined && { 'content-type': request.contentType, 'content-length': Buffer.byteLength(body) })
        },
        // Derived, so that many requests may share one signal without a warning about its listeners.
        ...(signal && { signal: AbortSignal.any([signal]) })
      })
      sent.setTimeout(silence, () => sent.destroy(new Error(`silent for ${silence / 1000} s`)))
      sent.once('response', resolve)
      sent.once('error', (error) =>
        reject(new Unsent(error, sent.reusedSocket && readErrorCode(error) === 'ECONNRESET'))
      )
      sent.end(body)
    })

  return {
    async send(request) {
      request.signal?.throwIfAborted()
      for (let tries = 1; ; tries++) {
        try {
          return await once(request)
        } catch (error) {
          request.signal?.throwIfAborted()
          // A kept connection that the server closed as we wrote: what only reads is asked again, on a new one.
          if (error instanceof Unsent && error.stale && request.method === 'GET' && tries < 3) continue
          throw failure(error instanceof Unsent ? error.cause : error)
        }
      }
    },
    async text(answer, { signal }, limit) {
      try {
        return (await gatherBody(answer, limit)).toString('utf8')
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof TooMuch)) throw failure(error)
        throw new Failure(
          'environment',
          `the Kubernetes API at ${server.host} answered with more than ${formatSize(limit)}`,
          { hint: 'Ask for less: a label selector, or a limit.', cause: error }
        )
      }
    },
    [Symbol.dispose]() {
      agent.destroy()
      longAgent.destroy()
    }
  }
}

class Unsent extends Error {
  readonly stale: boolean
  constructor(cause: unknown, stale: boolean) {
    super('not sent', { cause })
    this.stale = stale
  }
}

const readErrorCode = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? ''

const readErrorReason = (error: unknown): string => {
  const { message } = error as Error
  return message === '' ? readErrorCode(error) : message
}
