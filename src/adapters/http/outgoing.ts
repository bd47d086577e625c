import type { Env } from '../../go/environment.ts'

/** As Go, git and cosign read them too; a proxy for plain http is for module proxies that the caller named. */
const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'SSL_CERT_FILE']

/**
 * The way to the network: Node's own fetch, which knows no proxy, or one that goes through the proxies and trusts the
 * certificates that the environment names. (NODE_EXTRA_CA_CERTS Node reads by itself, before any of our code runs.)
 */
export function chooseFetch(env: Env): typeof fetch {
  if (!VARIABLES.some((name) => env[name])) return globalThis.fetch
  // The client for proxies is a megabyte of code, and most machines have none.
  let loaded: Promise<typeof fetch> | undefined
  return async (input, init) => {
    loaded ??= import('./proxied.ts').then(({ makeProxiedFetch }) => makeProxiedFetch(env))
    return (await loaded)(input, init)
  }
}
