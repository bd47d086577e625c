import { join } from 'node:path'
import { basename } from 'node:path/posix'
import { Failure } from '../../../base/errors.ts'
import { readAt, readText } from '../../../base/json.ts'
import { findClusterProvider } from '../../../model/cluster-providers.ts'
import { LIMITS } from '../../../base/limits.ts'
import { Scope } from '../../../base/scope.ts'
import type { Witness } from '../../../model/ports/kubernetes.ts'
import type { Ending } from '../../../model/ports/files.ts'
import type { Answer, Service } from '../../../model/ports/processes.ts'
import { makeBareEnv, callProgram, type Called } from '../../programs/call.ts'
import { describeReply } from '../../evidence.ts'
import { type TrialContext, type WorkloadStep } from '../context.ts'
import { fillPlaceholders } from '../../programs/call.ts'
import { findProgram } from '../../programs/version.ts'

/** A version that runs, as the trial started it. Leaving the scope ends it, if it still runs. */
export interface Running extends AsyncDisposable {
  readonly service: Service
  readonly witness: Witness
  /** Its name, for sentences. */
  readonly program: string
  /** The whole command line, for a person to repeat: what the trial gave stands there as `$KUBECONFIG`, `$PORT`. */
  readonly line: string
  /** What `{name}` stands for in the workload's texts, and how a person writes it. */
  readonly values: Readonly<Record<string, string>>
  readonly shown: Readonly<Record<string, string>>
  /** Its end, where it is long. */
  log(): Promise<string>
  /** One GET of a URL at 127.0.0.1, where the program listens; undefined when nothing answers. */
  get(url: string): Promise<Answer | undefined>
  /** A call of the same program that ends by itself. */
  call(args: readonly string[]): Promise<Called>
}

/**
 * Starts a version in a sandbox, under its service account: a token of that account in a kubeconfig, and nothing else of
 * the cluster. All that it started is gone with it.
 */
export async function startProgram(
  context: TrialContext,
  step: WorkloadStep,
  serviceAccount: string
): Promise<Running> {
  const { cluster, workload, tools, folder, namespace } = context
  const path = findProgram(step, workload.program)
  await using scope = new Scope()
  // Its own roles may reach far; what it writes on somebody's cluster must not.
  const within = findClusterProvider(cluster.provider).ours ? undefined : namespace
  const witness = scope.use(await tools.loopback.witness(cluster.kubeconfig, within))
  const token = await requestAccountToken(context, serviceAccount)
  const kubeconfig = nameKubeconfig(context, step)
  await tools.files.write(kubeconfig, formatTokenKubeconfig(witness, token, namespace), 0o600)
  const data = join(folder, 'data')
  await tools.files.write(join(data, '.keep'), '')
  const values = nameValues(context, step)
  const own = step.name === 'candidate' ? {} : workload.baseline
  const args = (own.args ?? workload.args).map((arg) => fillPlaceholders(arg, values))
  const given = Object.entries(own.env ?? workload.env).map(
    ([name, value]) => [name, fillPlaceholders(value, values)] as const
  )
  const env = { KUBECONFIG: kubeconfig, ...Object.fromEntries(given) }
  const log = join(folder, `${step.name}.log`)
  const sandbox = scope.use(
    await tools.sandboxes.open({
      reads: [...Object.values(step.version.programs), kubeconfig],
      writes: [data],
      reaches: [Number(new URL(witness.url).port)],
      hides: []
    })
  )
  const service = scope.use(
    await sandbox.start([path, ...args], { cwd: data, env: { ...makeBareEnv(data), ...env }, log })
  )
  const owned = scope.move()
  const program = basename(path.replaceAll('\\', '/'))
  const shown = Object.fromEntries(
    Object.keys(values).map((name) => [name, `$${name.toUpperCase().replace(/\W/g, '_')}`])
  )
  const line = (text: string): string => fillPlaceholders(text, shown)
  return {
    service,
    witness,
    program,
    values,
    shown,
    line: [
      ...Object.entries(own.env ?? workload.env).map(([name, value]) => `${name}=${line(value)}`),
      program,
      ...(own.args ?? workload.args).map(line)
    ].join(' '),
    log: async () => formatLogText(await tools.files.tail(log, LIMITS.log.most)),
    get: (url) => sandbox.get(url, context.signal),
    call: (args) =>
      callProgram(
        sandbox.run,
        [path, ...args],
        { cwd: data, home: data, env, within: workload.within },
        context.signal
      ),
    [Symbol.asyncDispose]: () => owned.disposeAsync()
  }
}

/** What `{name}` stands for in the texts of a workload, for one version's turn. */
export const nameValues = (context: TrialContext, step: WorkloadStep): Readonly<Record<string, string>> => ({
  kubeconfig: nameKubeconfig(context, step),
  namespace: context.namespace,
  data: join(context.folder, 'data'),
  version: step.version.version,
  ...Object.fromEntries([...context.ports].map(([name, port]) => [name, String(port)]))
})

const nameKubeconfig = ({ folder }: TrialContext, { name }: WorkloadStep): string => join(folder, `${name}.kubeconfig`)

/** A log as text; one whose beginning is not looked at says so. */
export function formatLogText(log: Ending | undefined): string {
  if (!log) return ''
  const text = Buffer.from(log.bytes).toString('utf8')
  return log.before === 0 ? text : `(${log.before} bytes of the log before this were not looked at)\n${text}`
}

/** A token of a service account, as the kubelet would ask for it. */
async function requestAccountToken({ cluster, namespace, signal }: TrialContext, account: string): Promise<string> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`
  const body = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600 } }
  // The namespace's own account comes a moment after the namespace.
  for (let tries = 1; ; tries++) {
    const reply = await cluster.api.call('POST', path, { body, signal })
    const token = readText(readAt(reply.body, 'status', 'token'))
    if (token !== '') return token
    if (reply.status !== 404 || account !== 'default' || tries > 100)
      throw new Failure('input', `there is no token for the service account ${account}: ${describeReply(reply)}`, {
        hint: 'Does a manifest of the workload declare it? Name it with service-account.'
      })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const formatTokenKubeconfig = ({ url, certificate }: Witness, token: string, namespace: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'trial',
    clusters: [
      {
        name: 'trial',
        cluster: { server: url, 'certificate-authority-data': Buffer.from(certificate).toString('base64') }
      }
    ],
    users: [{ name: 'trial', user: { token } }],
    contexts: [{ name: 'trial', context: { cluster: 'trial', user: 'trial', namespace } }]
  })
