import { createHash } from 'node:crypto'

/** The head of a request. */
export interface Head {
  readonly method: string
  /** Path and query as they were sent. */
  readonly url: string
  /** By their names in small letters. */
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  /** ISO 8601. */
  readonly now: string
}

/** The body of a request. */
export interface Content {
  /** Undefined where only the digest was kept. */
  readonly bytes: Buffer | undefined
  readonly size: number
  readonly sha256: string
}

export interface Answer {
  readonly status: number
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent instead of JSON. */
  readonly text?: string
  /** A file, sent instead of JSON; zeros where its content was not kept. */
  readonly file?: { readonly content: Buffer | undefined; readonly size: number }
  readonly headers?: Readonly<Record<string, string>>
}

/** What a platform does with a request whose head has arrived: its body is still to come, whole or never. */
export type Begun = (content: Content) => Answer

/** A platform without a network: it can be asked over HTTP (`serve`), or right here with a clock of its own. */
export interface Platform {
  /** Plain data. */
  readonly state: object
  /** What was said to it that its own description does not allow. */
  readonly violations: string[]
  /** How a request stands in the log, and whether it brings a file. */
  seen(at: string, head: Head): { readonly target: string; readonly upload: boolean }
  /** Throws nothing but bugs: a refusal is an answer. */
  begin(at: string, head: Head): Begun
  /** Headers that every answer of its API has. */
  signature(count: number): Readonly<Record<string, string>>
}

/** Headers that can carry a token. */
const TOKENS = ['job-token', 'private-token', 'authorization'] as const

/** The header that carried a token. */
export const tokenIn = ({ headers }: Head): string | undefined => TOKENS.find((name) => headers[name] !== undefined)

export const contentOf = (bytes: Buffer): Content => ({
  bytes,
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex')
})

/** The JSON of a body, undefined when there is none. */
export const jsonIn = ({ bytes }: Content): unknown =>
  bytes === undefined || bytes.length === 0 ? undefined : (JSON.parse(bytes.toString()) as unknown)

/** The segments of a path, decoded one by one. */
export const segmentsOf = (path: string): readonly string[] =>
  path === '' ? [] : path.split('/').map(decodeURIComponent)
