import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Failure } from '../../base/errors.ts'
import type { Connection } from './transport.ts'
import { YAML } from '../../base/yaml.ts'

const CLUSTER = z.object({
  server: z.string(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'tls-server-name': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'proxy-url': z.string().optional()
})

const USER = z.object({
  token: z.string().optional(),
  tokenFile: z.string().optional(),
  'client-certificate': z.string().optional(),
  'client-certificate-data': z.string().optional(),
  'client-key': z.string().optional(),
  'client-key-data': z.string().optional(),
  username: z.string().optional(),
  exec: z.unknown().optional(),
  'auth-provider': z.unknown().optional()
})

const CONTEXT = z.object({ cluster: z.string(), user: z.string().default(''), namespace: z.string().optional() })

const name = z.string()

const KUBECONFIG = z.object({
  'current-context': z.string().nullish(),
  clusters: z.array(z.object({ name, cluster: CLUSTER })).nullish(),
  users: z.array(z.object({ name, user: USER.nullish() })).nullish(),
  contexts: z.array(z.object({ name, context: CONTEXT })).nullish()
})

/** What a kubeconfig says about one of its contexts. */
export interface KubeconfigContext {
  readonly name: string
  readonly connection: Connection
  readonly namespace: string
}

/** What a log must not show of a connection. */
export const listConnectionSecrets = ({ token, key }: Connection): readonly string[] =>
  [token, key].filter((secret) => secret !== undefined && secret !== '') as readonly string[]

/**
 * Reads a kubeconfig file: `context`, or its current one. Paths in it are relative to its folder. Rejects with an
 * 'input' Failure for a file that is not one, and an 'environment' Failure for a way to log in that needs another
 * program (exec, auth-provider) or that we do not speak (proxy-url, password).
 */
export async function readKubeconfig(
  path: string,
  read: (path: string) => Promise<Uint8Array | undefined>,
  context?: string
): Promise<KubeconfigContext> {
  const wrong = (what: string, cause?: unknown): Failure =>
    new Failure('input', `the kubeconfig ${path} ${what}`, { hint: 'Try it with kubectl cluster-info.', cause })
  const load = async (file: string): Promise<string> => {
    const content = await read(resolve(dirname(path), file))
    if (content === undefined) throw wrong(`names a file that is not there: ${file}`)
    return Buffer.from(content).toString('utf8')
  }
  /** `name-data`, in base64, goes before the file `name`, as in kubectl. */
  const pem = async (data: string | undefined, file: string | undefined): Promise<string | undefined> =>
    data ? Buffer.from(data, 'base64').toString('utf8') : file ? load(file) : undefined

  const text = await read(path)
  if (text === undefined) throw wrong('is not there')
  const config = parseKubeconfig(Buffer.from(text).toString('utf8'), wrong)
  const name = context ?? config['current-context'] ?? ''
  const chosen = config.contexts?.find((one) => one.name === name)?.context
  if (!chosen) throw wrong(name === '' ? 'has no current context' : `has no context ${name}`)
  const cluster = config.clusters?.find((one) => one.name === chosen.cluster)?.cluster
  if (!cluster) throw wrong(`has no cluster ${chosen.cluster}, which its context ${name} names`)
  const user = config.users?.find((one) => one.name === chosen.user)?.user ?? {}
  if (!URL.canParse(cluster.server)) throw wrong(`has a server that is no URL: ${cluster.server}`)
  refuseUnsupported(path, cluster, user)

  const ca = await pem(cluster['certificate-authority-data'], cluster['certificate-authority'])
  const token = user.token ?? (user.tokenFile ? (await load(user.tokenFile)).trim() : undefined)
  const certificate = await pem(user['client-certificate-data'], user['client-certificate'])
  const key = await pem(user['client-key-data'], user['client-key'])
  const connection: Connection = {
    server: new URL(cluster.server),
    ...(ca !== undefined && { ca }),
    ...(token !== undefined && { token }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
    ...(cluster['tls-server-name'] && { servername: cluster['tls-server-name'] }),
    ...(cluster['insecure-skip-tls-verify'] && { insecure: true })
  }
  return { name, connection, namespace: chosen.namespace || 'default' }
}

function parseKubeconfig(text: string, wrong: (what: string, cause?: unknown) => Failure): z.infer<typeof KUBECONFIG> {
  let yaml: unknown
  try {
    yaml = parse(text, YAML)
  } catch {
    // The parser's message quotes the line, which may hold a token.
    throw wrong('is not YAML')
  }
  const config = KUBECONFIG.safeParse(yaml)
  if (config.success) return config.data
  const [issue] = config.error.issues
  throw wrong(`is not as expected at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? ''}`)
}

function refuseUnsupported(path: string, cluster: z.infer<typeof CLUSTER>, user: z.infer<typeof USER>): void {
  const [what] = [
    ...(user.exec ? ['logs in by a program (exec)'] : []),
    ...(user['auth-provider'] ? ['logs in by an auth-provider'] : []),
    ...(user.username ? ['logs in by a password'] : []),
    ...(cluster['proxy-url'] ? ['goes through a proxy (proxy-url)'] : [])
  ]
  if (what !== undefined)
    throw new Failure('environment', `the kubeconfig ${path} ${what}, which Slipway does not do`, {
      hint: 'Make a kubeconfig with a token: kubectl create token SERVICEACCOUNT.'
    })
}
