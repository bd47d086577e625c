import { Failure } from '../../base/errors.ts'
import type { CosignParts } from './run.ts'

/** Where a signing key is, and which of the caller's variables reach the child that uses it. */
export interface KeyReference {
  /** What cosign's `--key` gets: a path or a URL, never a key. */
  readonly key: string
  /** Set for a file. */
  readonly path: string | undefined
  /** Names of variables; those that end with `*` are beginnings of names. */
  readonly variables: readonly string[]
  /** Whether the cloud's own client reads its settings below the caller's home folder. */
  readonly home: boolean
}

/** cosign's key services, and the variables of their clients. */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  awskms: ['AWS_*'],
  gcpkms: ['GOOGLE_*', 'CLOUDSDK_*', 'GCE_METADATA_*'],
  azurekms: ['AZURE_*'],
  hashivault: ['VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
  k8s: ['KUBECONFIG', 'KUBERNETES_SERVICE_*'],
  gitlab: ['GITLAB_HOST', 'GITLAB_TOKEN']
}

/** Reads a key reference; an 'input' Failure that repeats nothing when it may be a key itself. `role`: what the key is for. */
export function parseKeyReference(reference: string, role: 'signing' | 'expected' = 'signing'): KeyReference {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/.exec(reference) ?? []
  if (reference === '' || /[\n\r]|-----BEGIN/.test(reference))
    throw new Failure('input', `the ${role} key is no reference to a key: it is empty, or a key itself`, {
      hint: `${role === 'signing' ? 'Put the key into COSIGN_PRIVATE_KEY, or name' : 'Name'} its file or its key service.`
    })
  if (scheme === undefined) return { key: reference, path: reference, variables: [], home: false }
  if (scheme === 'env' && rest && /^\w+$/.test(rest))
    return { key: reference, path: undefined, variables: [rest], home: false }
  const variables = SERVICES[scheme]
  if (!variables)
    throw new Failure('input', `no key service is named ${scheme}://`, {
      hint: `A file, env://VARIABLE, or one of ${Object.keys(SERVICES).join(', ')} followed by ://.`
    })
  return { key: reference, path: undefined, variables, home: scheme !== 'gitlab' }
}

/** The caller's variables that a child needs in order to use this key. */
export function pickKeyVariables(
  env: Readonly<Record<string, string | undefined>>,
  { variables, home }: KeyReference
): Record<string, string> {
  const wanted = (name: string): boolean =>
    (home && name === 'HOME') ||
    variables.some((variable) => (variable.endsWith('*') ? name.startsWith(variable.slice(0, -1)) : name === variable))
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => wanted(entry[0]) && entry[1] !== undefined)
  )
}

/** What happens to keys on their way into a secret; in this order, as a key may have more than one of them. */
const SPOILT: readonly (readonly [RegExp, string])[] = [
  [/^\ufeff/, 'begins with a byte order mark'],
  [/\\n/, 'has the two characters \\n in place of line ends'],
  [/\r/, 'has line ends of Windows (CRLF)'],
  [/-----BEGIN [A-Z ]+-----[^\n]+-----END/, 'has no line ends']
]

/**
 * Rejects a signing key that is not there or that cosign cannot read, so that nobody waits for a compiler and a proof
 * first. Whether its password opens it, and what a key service says, cosign has to be asked for.
 */
export async function refuseUnreadableKey(
  { files, env }: Pick<CosignParts, 'files' | 'env'>,
  reference: string
): Promise<void> {
  const { path, key, variables } = parseKeyReference(reference)
  const variable = key.startsWith('env://') ? variables[0] : undefined
  if (path === undefined && variable === undefined) return
  const bytes = path === undefined ? undefined : await files.read(path)
  const text = variable === undefined ? bytes && Buffer.from(bytes).toString('utf8') : env[variable]
  if (path !== undefined && text === undefined)
    throw new Failure('input', `there is no signing key at ${path}`, {
      hint: 'Check the path that sign-key names: it counts from the folder that the command runs in.'
    })
  if (!text)
    throw new Failure(
      'environment',
      `the variable that should hold the signing key is ${text === undefined ? 'not set' : 'set and empty'}: ${variable}`,
      {
        code: 'no-key',
        hint:
          text === undefined
            ? 'Set it, or name the key: --sign-key FILE|KMS.'
            : 'The secret is missing, has another name, or is kept from this job.'
      }
    )
  const spoilt = SPOILT.find(([pattern]) => pattern.test(text))
  const where = path ?? variable
  if (spoilt)
    throw new Failure('input', `the signing key in ${where} ${spoilt[1]}: cosign does not read it so`, {
      hint: 'Store the key again as cosign wrote it, with its own line ends (LF) and nothing before it.'
    })
  if (!/-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text))
    throw new Failure('input', 'the signing key is not a private key as cosign writes them', {
      hint: 'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
    })
}
