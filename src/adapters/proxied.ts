import { readFileSync } from 'node:fs'
import tls from 'node:tls'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { fetch as fetchThrough, ProxyAgent, type RequestInit } from 'undici'
import { Failure } from '../errors.ts'
import type { Env } from '../go/environment.ts'

/**
 * A fetch that goes through HTTPS_PROXY and HTTP_PROXY but for NO_PROXY and loopback, as GitHub's own actions choose.
 * It takes URLs, not Request objects. SSL_CERT_FILE is trusted beside what Node trusts.
 */
export function proxied(env: Env): typeof fetch {
  if (env['SSL_CERT_FILE']) trust(env['SSL_CERT_FILE'])
  const agents = new Map<string, ProxyAgent>()
  return async (input, init) => {
    if (input instanceof Request) throw new TypeError('a Request cannot go through a proxy: pass its URL')
    const proxy = proxyFor(new URL(input))
    if (proxy === undefined) return globalThis.fetch(input, init)
    // Plain http is forwarded, as curl does it: many proxies open tunnels to port 443 only.
    const dispatcher = agents.get(proxy) ?? new ProxyAgent({ uri: proxy, proxyTunnel: false })
    agents.set(proxy, dispatcher)
    // The same standard and the same project as Node's fetch; only their declarations do not know each other.
    return (await fetchThrough(input, { ...(init as RequestInit), dispatcher })) as unknown as Response
  }
}

function proxyFor(url: URL): string | undefined {
  try {
    return getProxyUrl(url)?.href
  } catch (cause) {
    // The value is not shown: it may hold a password.
    throw new Failure('environment', `${url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'} is not a URL`, {
      hint: 'Write it as http://HOST:PORT.',
      cause: (cause as Error).name
    })
  }
}

function trust(file: string): void {
  // Node before 22.19 cannot add certificates to a running process: there NODE_EXTRA_CA_CERTS is the way.
  if (!('setDefaultCACertificates' in tls)) return
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(file, 'utf8')])
  } catch (cause) {
    throw new Failure('environment', `SSL_CERT_FILE cannot be used: ${(cause as Error).message}`, { cause })
  }
}
