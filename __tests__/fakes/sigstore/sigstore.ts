import { createHash, createSign, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  fulcioHandler,
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
  rekorHandler,
  rekorV2Handler
} from '@sigstore/mock'
import { logV2, timestampRequest } from './sigstore-v2.ts'

export type Claims = Readonly<Record<string, string | number>>

/**
 * A Sigstore on loopback that the real cosign signs and verifies with: certificate authority, CT log, timestamp
 * authority, Rekor v1, and Rekor v2 beside it.
 */
export interface FakeSigstore extends AsyncDisposable {
  readonly url: string
  /** PEM: what a trusted root is made of. */
  readonly fulcio: string
  readonly ctLog: string
  readonly rekor: string
  /** The chain of the timestamp authority. */
  readonly timestamps: string
  /** Requests that are answered so, such as `{ 'POST /api/v2/signingCert': 503 }`; changed by the test. */
  readonly out: Map<string, number>
  /** What a GitHub job has in its environment; `GET /token` there answers with a token of `claims`. */
  readonly github: { readonly ACTIONS_ID_TOKEN_REQUEST_URL: string; readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string }
  /** What `GET /token` says of the job that asks; changed by the test. */
  readonly job: { claims: Claims }
  /** A signed identity token. */
  readonly token: (claims: Claims) => string
  /** Requests so far: `POST /api/v1/log/entries`. */
  readonly requests: readonly string[]
}

const REF = 'acme/mesh/.github/workflows/release.yml@refs/tags/v1.0.0'
/** What GitHub says of the job of a tag. */
export const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: `https://github.com/${REF}`,
  job_workflow_ref: REF,
  workflow_ref: REF,
  event_name: 'push',
  sha: 'a'.repeat(40),
  workflow_sha: 'a'.repeat(40),
  workflow: 'release',
  repository: 'acme/mesh',
  repository_id: '1',
  repository_owner: 'acme',
  repository_owner_id: '2',
  repository_visibility: 'public',
  ref: 'refs/tags/v1.0.0',
  runner_environment: 'github-hosted',
  run_id: '77',
  run_attempt: '1'
} as const

const REQUEST_TOKEN = 'gh-request-token-canary'

/** A tag of a repository, and where that is for people: `http://127.0.0.1:1234`. */
interface JobOf {
  readonly commit: string
  readonly server?: string
  readonly repository?: string
  readonly tag?: string
}

/** What GitHub says of the job of a tag of any repository. */
export function githubJob({ commit, server, repository = 'acme/mesh', tag = 'v1.0.0' }: JobOf): Claims {
  const ref = `${repository}/.github/workflows/release.yml@refs/tags/${tag}`
  return {
    ...CLAIMS,
    ...(server !== undefined && { iss: `${server}/_services/token` }),
    ...{ sub: `${server?.replace(/^http:/, 'https:') ?? 'https://github.com'}/${ref}`, repository, sha: commit },
    ...{ job_workflow_ref: ref, workflow_ref: ref, ref: `refs/tags/${tag}`, workflow_sha: commit }
  }
}

/** What GitLab says of it, as far as Fulcio wants it (github.com/sigstore/fulcio, pkg/identity/gitlabcom). */
export function gitlabJob({
  commit,
  server = 'https://gitlab.com',
  repository = 'acme/mesh',
  tag = 'v1.0.0'
}: JobOf): Claims {
  const uri = `${server.replace(/^https?:\/\//, '')}/${repository}//.gitlab-ci.yml@refs/tags/${tag}`
  return {
    ...{ iss: server, ci_config_ref_uri: uri, sub: `https://${uri}`, project_path: repository },
    ...{ ref: tag, ref_type: 'tag', sha: commit }
  }
}

/** The claims of a token, which the mock writes into the certificate as GitHub's own service would. */
function sourceOf(token: string): { readonly repository?: string; readonly ref?: string } {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, string>
  const { iss = '', repository, project_path: project, ref, ref_type: type } = claims
  if (project !== undefined)
    return { repository: `${iss}/${project}`, ref: `refs/${type === 'tag' ? 'tags' : 'heads'}/${ref}` }
  const own = iss.endsWith('/_services/token') ? iss.slice(0, -'/_services/token'.length) : undefined
  return own === undefined ? {} : { repository: `${own}/${repository}` }
}

/** Of Fulcio's extensions, those of the source (github.com/sigstore/fulcio, docs/oid-info.md). */
const SOURCE = { repository: '1.3.6.1.4.1.57264.1.12', ref: '1.3.6.1.4.1.57264.1.14' }

export async function fakeSigstore(claims: Claims): Promise<FakeSigstore> {
  const [ct, ca, log, clock] = [ec(), ec(), ec(), ec()]
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const authority = await initializeCA(ca, await initializeCTLog(ct))
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const tlog = await initializeTLog(url, log)
  const rekor = rekorHandler(tlog)
  const rekorV2 = rekorV2Handler({ ...tlog, logV2: logV2(url, log) })
  const tsa = await initializeTSA(clock)
  const requests: string[] = []
  const job = { claims }
  /** The authority, for a token of another platform than the mock knows. */
  const issuing = (token: string): typeof authority => {
    const { repository, ref } = sourceOf(token)
    const changed = [
      [SOURCE.repository, repository],
      [SOURCE.ref, ref]
    ] as const
    return Object.assign(Object.create(authority) as typeof authority, {
      issueCertificate: (options: Parameters<typeof authority.issueCertificate>[0]) => {
        const kept = (options.extensions ?? []).filter(
          ({ oid }) => !changed.some(([own, value]) => own === oid && value)
        )
        const extensions = changed.flatMap(([oid, value]) => (value ? [{ oid, value }] : []))
        return authority.issueCertificate({ ...options, extensions: [...kept, ...extensions] })
      }
    })
  }
  const out = new Map<string, number>()

  const token = (extra: Claims): string => {
    const now = Math.floor(Date.now() / 1000)
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = part({ alg: 'RS256', typ: 'JWT', kid: 'fake' })
    const text = `${head}.${part({ aud: 'sigstore', iat: now, nbf: now - 5, exp: now + 300, ...extra })}`
    return `${text}.${createSign('sha256').update(text).sign(rsa.privateKey, 'base64url')}`
  }

  const answer = async (request: IncomingMessage, bytes: Buffer): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const { authorization = '' } = request.headers
    const key = `${request.method} ${pathname}`
    requests.push(key)
    const body = bytes.toString()
    const broken = out.get(key)
    if (broken !== undefined) return { status: broken, body: '{"code":14,"message":"out of order"}' }
    switch (key) {
      case 'GET /token':
        if (authorization !== `bearer ${REQUEST_TOKEN}`) return { status: 401, body: '{}' }
        return {
          status: 200,
          body: JSON.stringify({ value: token({ ...job.claims, aud: searchParams.get('audience') ?? '' }) })
        }
      case 'GET /api/v1/log/publicKey':
        return { status: 200, body: spki(log) }
      case 'POST /api/v2/signingCert': {
        // sigstore-go sends the token as a bearer and wants exactly 200; the handler reads the body and says 201.
        const asked = JSON.parse(body) as { credentials?: unknown }
        asked.credentials ??= { oidcIdentityToken: authorization.replace(/^bearer /i, '') }
        const { oidcIdentityToken = '' } = asked.credentials as { oidcIdentityToken?: string }
        const reply = await fulcioHandler(issuing(oidcIdentityToken)).fn(JSON.stringify(asked))
        return { status: reply.statusCode === 201 ? 200 : reply.statusCode, body: textOf(reply.response) }
      }
      case 'POST /api/v1/log/entries': {
        const reply = await rekor.fn(logged(body))
        const text = textOf(reply.response)
        const uuid = reply.statusCode === 201 ? Object.keys(JSON.parse(text) as object)[0] : undefined
        // Without an ETag sigstore-go panics.
        const headers = uuid === undefined ? {} : { ETag: uuid, Location: `/api/v1/log/entries/${uuid}` }
        return { status: reply.statusCode, body: text, headers }
      }
      case 'POST /api/v2/log/entries': {
        const reply = await rekorV2.fn(body)
        return { status: reply.statusCode, body: textOf(reply.response) }
      }
      case 'POST /api/v1/timestamp': {
        const reply = await timestampRequest(tsa, bytes)
        return { status: 201, body: reply, headers: { 'Content-Type': 'application/timestamp-reply' } }
      }
      default:
        return { status: 404, body: '{"code":404,"message":"no route"}' }
    }
  }
  server.on('request', (request, response) => void serve(request, response, answer))

  return {
    url,
    fulcio: pem(authority.rootCertificate),
    ctLog: spki(ct),
    rekor: spki(log),
    timestamps: pem(tsa.intCertificate) + pem(tsa.rootCertificate),
    out,
    job,
    github: { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?run=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN },
    token,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    }
  }
}

/** What Rekor v1 writes down of an envelope: digests and the signature, where @sigstore/mock would keep what was proposed. */
function logged(body: string): string {
  const { apiVersion, kind, spec } = JSON.parse(body) as {
    apiVersion: string
    kind: string
    spec: { proposedContent?: { envelope: string; verifiers: readonly string[] } }
  }
  if (kind !== 'dsse' || !spec.proposedContent) return body
  const { envelope, verifiers } = spec.proposedContent
  const { payload, signatures } = JSON.parse(envelope) as { payload: string; signatures: readonly { sig: string }[] }
  const hash = (bytes: Buffer | string) => ({
    algorithm: 'sha256',
    value: createHash('sha256').update(bytes).digest('hex')
  })
  const content = {
    envelopeHash: hash(envelope),
    payloadHash: hash(Buffer.from(payload, 'base64')),
    signatures: signatures.map(({ sig }, i) => ({ signature: sig, verifier: verifiers[i] }))
  }
  return JSON.stringify({ apiVersion, kind, spec: content })
}

interface Answer {
  readonly status: number
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, body: Buffer) => Promise<Answer>
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const said = await answer(request, Buffer.concat(chunks)).catch((error: unknown) => ({
    status: 500,
    body: JSON.stringify({ message: String(error) })
  }))
  response.writeHead(said.status, { 'Content-Type': 'application/json', ...('headers' in said ? said.headers : {}) })
  response.end(said.body)
}

const ec = (): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve: 'prime256v1' })

const spki = ({ publicKey }: KeyPairKeyObjectResult): string =>
  publicKey.export({ format: 'pem', type: 'spki' }).toString()

const textOf = (response: string | ArrayBufferView): string =>
  typeof response === 'string'
    ? response
    : Buffer.from(response.buffer, response.byteOffset, response.byteLength).toString()

const pem = (der: ArrayBufferView): string => {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}
