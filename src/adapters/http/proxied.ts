import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import { checkBypass } from '@actions/http-client/lib/proxy'
import { fetch as fetchThrough, ProxyAgent, type RequestInit } from 'undici'
import { Failure } from '../../base/errors.ts'
import type { Env } from '../../go/environment.ts'

/**
 * A fetch that goes through HTTPS_PROXY and HTTP_PROXY but for NO_PROXY and loopback, as GitHub's own actions choose.
 * It takes URLs, not Request objects. SSL_CERT_FILE is trusted beside what Node trusts.
 */
export function makeProxiedFetch(env: Env): typeof fetch {
  if (env['SSL_CERT_FILE']) trustCertificates(env['SSL_CERT_FILE'])
  const proxies = { 'https:': makeProxyAgent(env, 'HTTPS_PROXY'), 'http:': makeProxyAgent(env, 'HTTP_PROXY') }
  return async (input, init) => {
    if (input instanceof Request) throw new TypeError('a Request cannot go through a proxy: pass its URL')
    const url = new URL(input)
    const dispatcher = url.protocol === 'http:' ? proxies['http:'] : proxies['https:']
    if (dispatcher === undefined || checkBypass(url)) return globalThis.fetch(input, init)
    try {
      // The same standard and the same project as Node's fetch; only their declarations do not know each other.
      const options = { ...init, dispatcher } as unknown as RequestInit
      const answer: unknown = await fetchThrough(url, options)
      return answer as Response
    } catch (error) {
      if (init?.signal?.aborted) throw error
      // A refusal of the proxy comes as an abort that nobody asked for, with the reason deep inside.
      throw new TypeError('fetch failed', { cause: findInnermost(error) })
    }
  }
}

function makeProxyAgent(env: Env, name: 'HTTPS_PROXY' | 'HTTP_PROXY'): ProxyAgent | undefined {
  const value = env[name.toLowerCase()] || env[name]
  if (!value) return undefined
  const uri = value.includes('://') ? value : `http://${value}`
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol))
    // The value is not shown: it may hold a password.
    throw new Failure('environment', `${name} does not name an http proxy`, { hint: 'Write it as http://HOST:PORT.' })
  // Plain http is forwarded, as curl does it: many proxies open tunnels to port 443 only.
  return new ProxyAgent({ uri, proxyTunnel: false })
}

/** Node before 22.19 cannot add certificates to a running process: there NODE_EXTRA_CA_CERTS is the way. */
interface Trusting {
  readonly getCACertificates: (kind: 'default') => readonly string[]
  readonly setDefaultCACertificates: (certificates: readonly string[]) => void
}

function trustCertificates(file: string): void {
  const { getCACertificates, setDefaultCACertificates } = tls as typeof tls & Partial<Trusting>
  if (!getCACertificates || !setDefaultCACertificates) return
  try {
    setDefaultCACertificates([...getCACertificates('default'), readFileSync(file, 'utf8')])
  } catch (cause) {
    throw new Failure('environment', `SSL_CERT_FILE cannot be used: ${(cause as Error).message}`, {
      hint: 'Let SSL_CERT_FILE name a readable file of certificates in PEM, or take it away.',
      cause
    })
  }
}

const findInnermost = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? findInnermost(error.cause) : error
