import type { FailureKind } from '../../base/error-codes.ts'
import { Failure } from '../../base/errors.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Argv, Processes } from '../../model/ports/processes.ts'

/** What the signers stand on. */
export interface CosignParts {
  /** Absolute path of cosign 3. */
  readonly cosign: string
  readonly processes: Pick<Processes, 'run'>
  readonly files: Files
  /** The caller's environment; a child sees only what it needs of it. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch?: typeof fetch
  /** Told each identity token before anything is done with it. */
  readonly mask?: (token: string) => void
  /** How long a Sigstore that is out of order is waited for, in milliseconds between attempts. */
  readonly pauses?: readonly number[]
  /** Told when something is tried again. */
  readonly note?: (line: string) => void
}

/** What one signature, or one look at it, is made with. */
export interface Session extends CosignParts {
  /** A private folder: cosign's home and temporary folder, so that it leaves nothing in the caller's. */
  readonly scratch: string
  readonly signal: AbortSignal | undefined
}

/** What any child may see: the way to programs, to the network, and to the certificates that this machine trusts. */
const COMMON = /^(PATH|SystemRoot|(HTTPS?|NO|ALL)_PROXY|SSL_CERT_(FILE|DIR))$/i

/**
 * Runs cosign and gives its stdout; `variables` are those that it sees beyond the common ones. Failures say what to do,
 * and hold none of the secrets that the child was given.
 */
export async function runCosign(
  { cosign: tool, processes, env, scratch, signal }: Session,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {}
): Promise<string> {
  const common = Object.entries(env).filter(([name, value]) => COMMON.test(name) && value !== undefined)
  const bare: Record<string, string> = {
    ...(Object.fromEntries(common) as Record<string, string>),
    HOME: scratch,
    USERPROFILE: scratch,
    TMPDIR: scratch,
    TMP: scratch,
    TUF_ROOT: `${scratch}/tuf`
  }
  const run = async (argv: Argv, env: Readonly<Record<string, string>> = bare): Promise<string> =>
    (await processes.run(argv, { env, ...(signal ? { signal } : {}) })).stdout
  try {
    return await run([tool, ...args], { ...bare, ...variables })
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'command') throw error
    await refuseOld(tool, run)
    throw explainCosignFailure(error, listKeySecrets(variables))
  }
}

/** An 'environment' Failure when this is not cosign 3. Asked only when something went wrong: it costs a start. */
export async function refuseOld(tool: string, run: (argv: Argv) => Promise<string>): Promise<void> {
  const text = await run([tool, 'version', '--json']).catch(() => '')
  const version = /"gitVersion":\s*"([^"]*)"/.exec(text)?.[1] ?? ''
  const major = /^v?(\d+)\./.exec(version)?.[1]
  if (major !== undefined && major !== '3')
    throw new Failure('environment', `${tool} is cosign ${version}, and cosign 3 is needed`, {
      hint: 'Install cosign 3, or take the other one off PATH so that Slipway gets its own.'
    })
}

/** What cosign says, and what that means for the reader. First match wins. */
const MEANINGS: readonly (readonly [RegExp, FailureKind, string, string])[] = [
  [
    /env var \$\w+ not found/,
    'environment',
    'the variable that should hold the signing key is not set',
    'Set it, or name the key: --sign-key FILE|KMS.'
  ],
  [
    /invalid pem block|unsupported pem type/,
    'input',
    'the signing key is not a private key as cosign writes them',
    'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
  ],
  [
    /reading key: .*no such file/,
    'input',
    'there is no such signing key file',
    'Check the path that --sign-key names.'
  ],
  [
    /reading key: .*permission denied/,
    'environment',
    'the signing key cannot be read',
    'Give this user the right to it.'
  ],
  [
    /(loading URL|loading public key): .*no such file/,
    'input',
    'there is no such public key file',
    'Check the path that --key names.'
  ],
  [
    /tuf refresh failed|getting trusted root|failed to create TUF client/i,
    'environment',
    "Sigstore's trust root cannot be fetched from here",
    'Without it nothing can be verified: let this machine reach it, or give the trust root as a file (--trusted-root FILE).'
  ],
  [
    /token.*expired|expired.*token|verifying.*id ?token|oidc: |error processing the identity token/i,
    'environment',
    'the certificate authority refuses the identity token of this job',
    'The token lives for minutes and for one audience: sign early, and ask for the audience "sigstore".'
  ]
]

function explainCosignFailure(failure: Failure, secrets: readonly string[]): Failure {
  const cause = redactSecrets(String(failure.cause), secrets)
  if (/decryption failed/.test(cause))
    return new Failure('environment', 'the password does not open the signing key', {
      code: 'wrong-password',
      hint: 'Set COSIGN_PASSWORD to the password of the key; a secret that is missing is an empty variable.',
      cause
    })
  for (const [pattern, kind, message, hint] of MEANINGS)
    if (pattern.test(cause)) return new Failure(kind, message, { hint, cause })
  return new Failure(failure.kind, failure.message, { hint: 'The cause is what cosign said.', cause })
}

/** Everything but short words, and of a key each line: what must not stand in a message even when cosign repeats it. */
const listKeySecrets = (variables: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(variables)
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((part) => part.length >= 6)
    .sort((a, b) => b.length - a.length)

const redactSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
