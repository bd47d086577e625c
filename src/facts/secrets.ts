import { CREDENTIALS } from '../go/environment.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Variables whose values no log may show. */
const SECRETS = [
  ...['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD', 'GITHUB_TOKEN', 'GITLAB_TOKEN', 'CI_JOB_TOKEN'],
  ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'SIGSTORE_ID_TOKEN'],
  // Of key services.
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  CREDENTIALS
]
/** Variables with URLs that may hold a login. */
const ADDRESSES = [
  CREDENTIALS,
  ...['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY']
]

/** Every secret that is known before the work begins: what a host has to mask first. */
export const secretsIn = (env: Env, token: string): readonly string[] =>
  [token, ...SECRETS.map((name) => env[name] ?? ''), ...ADDRESSES.flatMap((name) => loginsIn(env[name] ?? ''))].filter(
    (secret) => secret !== ''
  )

/** `user:password` and `password` of each URL in a text, as they are sent, which is encoded once more. */
const loginsIn = (text: string): readonly string[] =>
  [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) =>
    [`${user}:${password}`, password].flatMap((part) => [part, decoded(part)])
  )

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
