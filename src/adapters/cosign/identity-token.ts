import { Failure } from '../../base/errors.ts'
import { parseJson, readTextAt } from '../../base/json.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Identity } from '../../model/nouns.ts'
import { readBodyText, TooMuch } from '../http/answer-body.ts'

/** A job's identity token, and what a signature made with it will prove. */
export interface IdentityToken {
  readonly token: string
  /** Milliseconds since 1970. One that GitHub gives is asked for anew whenever it is needed; GitLab's is the only one of its job. */
  readonly expires: number
  readonly renewable: boolean
  readonly identity: Extract<Identity, { identity: string }>
}

type Env = Readonly<Record<string, string | undefined>>

const HINT = 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
const PATIENCE_MS = 20_000

/**
 * The token of this job: SIGSTORE_ID_TOKEN when it holds one, else asked of GitHub, once; a 'host' Failure may go away by
 * itself. The identity is computed from the
 * token's claims, so that what the certificate says later is compared with it and not believed.
 */
export async function obtainIdentityToken(env: Env, ask: typeof fetch, signal: AbortSignal): Promise<IdentityToken> {
  // cosign would take the variable when it exists, even empty.
  const given = env['SIGSTORE_ID_TOKEN']?.trim()
  const token = given || (await requestFromGitHub(env, ask, signal))
  const claims = readClaims(token)
  const expires = Number(claims['exp']) * 1000
  if (expires <= Date.now())
    throw new Failure('environment', `the identity token of this job expired at ${new Date(expires).toISOString()}`, {
      hint: LIVES_SHORTLY
    })
  return { token, expires, renewable: !given, identity: deriveIdentity(claims) }
}

/**
 * GitLab documents that it lives as long as its job may (`timeout:`, else the project's limit), and five minutes where no
 * limit is known; some versions gave five minutes to every job (gitlab-org/gitlab issue 351765).
 */
export const LIVES_SHORTLY =
  'It begins with the job: give the job a timeout that is long enough, or sign in a job of its own, as the component fan-out does.'

/** What a person should know of a token that may end before a release is signed; undefined for one that lasts. */
export function describeEarlyEnd({ expires, renewable }: IdentityToken, now: number): string | undefined {
  const minutes = Math.floor((expires - now) / 60_000)
  if (renewable || minutes >= 10) return undefined
  return `the identity token of this job ends in ${minutes} min; what is not signed by then cannot be. ${LIVES_SHORTLY}`
}

/** Who a token stands for, as Fulcio writes it into the certificate. */
export function deriveIdentity(claims: Readonly<Record<string, unknown>>): IdentityToken['identity'] {
  const { iss, ci_config_ref_uri: gitlab, job_workflow_ref: github } = claims
  if (typeof iss === 'string' && typeof gitlab === 'string')
    return { identity: `https://${escapeUrlPath(gitlab)}`, issuer: iss }
  if (typeof iss === 'string' && typeof github === 'string')
    return { identity: `${deriveServer(iss)}/${escapeUrlPath(github)}`, issuer: iss }
  throw new Failure('environment', 'the identity token of this job names neither a GitHub workflow nor a GitLab one', {
    hint: 'Only those two have a documented identity; sign with a key elsewhere.'
  })
}

/**
 * A path as Go's net/url writes it, and so Fulcio into a certificate (`URL.EscapedPath`): as it is, unless it holds a
 * character that no path may hold, such as a blank; then everything but a few characters is encoded.
 */
const escapeUrlPath = (path: string): string =>
  /^[\w.~!$&'()*+,;=:@/[\]%-]*$/.test(path)
    ? path
    : encodeURIComponent(path)
        .replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent)
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

/** The issuer is `token.actions.githubusercontent.com` for github.com, `token.actions.NAME.ghe.com`, or a path on a server. */
function deriveServer(issuer: string): string {
  const { host } = new URL(issuer)
  if (host === 'token.actions.githubusercontent.com') return 'https://github.com'
  return `https://${host.replace(/^token\.actions\./, '')}`
}

async function requestFromGitHub(env: Env, ask: typeof fetch, signal: AbortSignal): Promise<string> {
  const [address, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']]
  if (!address || !bearer) throw new Failure('environment', 'this job cannot get an identity token', { hint: HINT })
  const url = new URL(address)
  url.searchParams.set('audience', 'sigstore')
  return await requestToken(url, bearer, ask, signal)
}

async function requestToken(url: URL, bearer: string, ask: typeof fetch, signal: AbortSignal): Promise<string> {
  const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' }
  const reply = await ask(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }).catch(
    (cause: unknown) => {
      signal.throwIfAborted()
      throw makeTokenFailure(url, cause)
    }
  )
  if (reply.status >= 500 || reply.status === 429)
    throw new Failure('host', `${url.host} answers ${reply.status} to the request for an identity token`)
  if (!reply.ok)
    throw new Failure('environment', `${url.host} refuses an identity token: ${reply.status}`, { hint: HINT })
  const text = await readBodyText(reply, PATIENCE_MS, LIMITS.token.most).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw makeTokenFailure(url, cause)
  })
  const value = readTextAt(parseJson(text), 'value')
  if (value !== '') return value
  throw new Failure('host', `${url.host} answers without an identity token`)
}

const makeTokenFailure = ({ host }: URL, cause: unknown): Failure =>
  new Failure('host', `no identity token from ${host}${cause instanceof TooMuch ? `: ${cause.message}` : ''}`, {
    cause
  })

/** The claims of a JWT. Its signature is the certificate authority's to check, not ours. */
function readClaims(token: string): Readonly<Record<string, unknown>> {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (typeof claims === 'object' && claims !== null) return claims as Readonly<Record<string, unknown>>
  throw new Failure('environment', 'the identity token of this job is not a JSON web token', { hint: HINT })
}
