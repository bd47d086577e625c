import { CREDENTIALS } from '../go/environment.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Tokens of a platform, which decides for each run whether they may write. */
const TOKENS = ['GITHUB_TOKEN', 'GITLAB_TOKEN', 'CI_JOB_TOKEN']
/** What signs, logs in, or opens a key service, whoever started the run. */
const KEYS = [
  ...['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SIGSTORE_ID_TOKEN'],
  ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
  CREDENTIALS
]
/** Variables whose values no log may show. */
const SECRETS = [...TOKENS, ...KEYS, 'ACTIONS_RUNTIME_TOKEN']
/** Variables with URLs that may hold a login. */
const ADDRESSES = [
  CREDENTIALS,
  ...['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY']
]

/** Every secret that is known before the work begins: what a host has to mask first. */
export const listJobSecrets = (env: Env, token: string): readonly string[] =>
  [
    token,
    ...SECRETS.map((name) => env[name] ?? ''),
    ...ADDRESSES.flatMap((name) => listLogins(env[name] ?? ''))
  ].filter((secret) => secret !== '')

/** A variable that holds a secret. */
export interface SecretVariable {
  readonly name: string
  readonly isToken: boolean
}

/**
 * The variables with secrets that a program beside Slipway could take. ACTIONS_RUNTIME_TOKEN is not among them: every step
 * of every job on GitHub has it, also where a job has no other.
 */
export const listSecretVariables = (env: Env): readonly SecretVariable[] =>
  [...TOKENS, ...KEYS].filter((name) => env[name]).map((name) => ({ name, isToken: TOKENS.includes(name) }))

/** `user:password` and `password` of each URL in a text, as they are sent, which is encoded once more. */
const listLogins = (text: string): readonly string[] =>
  [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) =>
    [`${user}:${password}`, password].flatMap((part) => [part, decodeUrlPart(part)])
  )

const decodeUrlPart = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
