import { LIMITS } from '../../base/limits.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { openTransport, type Connection, type TransportRequest, type Transport } from './transport.ts'
import { watchObjects } from './watch.ts'

/** Names of the patch formats in HTTP. JSON is YAML, so an apply patch is sent as it is. */
const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  json: 'application/json-patch+json',
  apply: 'application/apply-patch+yaml'
} as const

/** A silence, in milliseconds (the server's own limit for a request is 60 s). */
const SILENCE_MS = 75_000

export interface ClientOptions {
  readonly bodyLimit?: number
  /** Bytes of all pages of the list that a watch begins with. */
  readonly listLimit?: number
  /** How long a watch tries to come back before it rejects, in milliseconds. */
  readonly patience?: number
  /** Items in one answer to the list that a watch begins with. */
  readonly page?: number
}

/**
 * The Kubernetes API over kept HTTPS connections, which disposing closes. No answer within 75 s, none at all, or one
 * of more than 64 MiB is an 'environment' Failure; an abort rejects with the signal's reason. A lost request is
 * repeated only when it was a GET on a kept connection.
 */
export function openKubernetesApi(connection: Connection, options: ClientOptions = {}): KubernetesApi & Disposable {
  const link = openTransport(connection)
  const ask = makeAsker(link, options.bodyLimit ?? LIMITS.cluster.most)
  return {
    async call(method, path, { body, patch, query, table, signal } = {}) {
      const apply = method === 'PATCH' && patch === 'apply'
      const { size: _, ...reply } = await ask({
        method,
        path,
        query: { ...(apply && { fieldManager: 'slipway' }), ...query },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(table === true && { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' }),
        contentType: method === 'PATCH' ? PATCH_TYPES[patch ?? 'merge'] : 'application/json',
        signal,
        silence: SILENCE_MS
      })
      return reply
    },
    watch: (path, signal, query) => watchObjects({ link, ask, ...options }, path, signal, query),
    [Symbol.dispose]: () => link[Symbol.dispose]()
  }
}

const makeAsker =
  (link: Transport, limit: number) =>
  async (request: TransportRequest): Promise<Reply & { readonly size: number }> => {
    const answer = await link.send(request)
    const text = await link.text(answer, request, limit)
    return {
      ...{ status: answer.statusCode ?? 0, body: parseReply(text), size: text.length },
      warnings: parseWarnings(answer.headersDistinct['warning'])
    }
  }

const parseReply = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return { text }
  }
}

const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g

/** The texts of Warning headers (RFC 9110, appendix: `299 - "text"`), in order; several may stand in one header. */
export const parseWarnings = (headers: readonly string[] = []): readonly string[] =>
  headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')))
