import { join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { readTextAt } from '../../../base/json.ts'
import { Scope } from '../../../base/scope.ts'
import type { ClusterPlan } from '../../../plan/cluster-plan.ts'
import type { Clusters } from '../../../model/ports/kubernetes.ts'
import type { Toolchain } from '../../../model/ports/toolchain.ts'
import type { Files } from '../../../model/ports/files.ts'
import { openKubernetesApi } from '../../kubernetes/client.ts'
import { readKubeconfig } from '../../kubernetes/kubeconfig.ts'
import type { Connection } from '../../kubernetes/transport.ts'
import { formatOwner } from '../../machine/owner.ts'
import { obtainKubectl } from '../kubectl-for.ts'
import { guardApi } from '../guarded.ts'
import { restrictToOwned } from './owned.ts'
import { listLabelled, removeMade, sweepCluster } from './removal.ts'

/** How long the removal of what a run made may take as a whole, in milliseconds. */
const REMOVAL_MS = 300_000
/** How long a server may take to say its version, in milliseconds. */
const ANSWER_MS = 15_000

/** Each time that a cluster is lent has a label of its own. */
let lent = 0

export type KubeconfigPlan = Extract<ClusterPlan, { provider: 'kubeconfig' }>

export interface RunningOptions {
  readonly toolchain: Toolchain
  readonly files: Files
  readonly note: (line: string) => void
}

/**
 * A cluster that already runs, lent for a while: trials write only what they make themselves, and leaving the scope
 * deletes just that. What killed runs left there is removed first.
 */
export const lendCluster = (
  { file, context, crds }: Pick<KubeconfigPlan, 'file' | 'context' | 'crds'>,
  { toolchain, files, note }: RunningOptions
): Clusters => ({
  async create(kubernetes, signal) {
    const { connection } = await readKubeconfig(file, (path) => files.read(path), context)
    await using scope = new Scope()
    const client = scope.use(openKubernetesApi(connection))
    const { release, minor } = await readServerVersion(client, signal)
    if (minor !== kubernetes)
      throw new Failure('environment', `the cluster of ${file} is Kubernetes ${minor} by now, not ${kubernetes}`, {
        hint: 'Somebody upgraded it meanwhile: run again.'
      })
    const kubectl = await obtainKubectl(toolchain, minor, signal)
    for (const path of await sweepCluster(client, signal)) note(`a killed run had left ${path}; it is removed`)
    const { path: folder } = scope.use(await files.scratch('kubeconfig'))
    // A copy with this context alone: the user's file may have another current one, and helpers in it.
    const copy = join(folder, 'kubeconfig')
    await files.write(copy, formatLentKubeconfig(connection), 0o600)
    const lost = new AbortController()
    const label = `${formatOwner()}-${++lent}`
    const api = restrictToOwned(client, { owner: label, crds, note })
    // Not under the run's signal: a run that was stopped still cleans up.
    scope.defer(async () => {
      const limit = AbortSignal.timeout(REMOVAL_MS)
      const unread: string[] = []
      const made = await listLabelled(client, label, api.made, (why) => void unread.push(why), limit)
      await removeMade(client, made, limit, unread)
    })
    scope.defer(() => lost.abort(new Error('this cluster is given back: its scope has ended')))
    const owned = scope.move()
    return {
      provider: 'kubeconfig',
      server: release,
      api: guardApi(api, lost.signal),
      kubeconfig: copy,
      kubectl: kubectl.path,
      load: undefined,
      saveLogs: undefined,
      simulate: undefined,
      [Symbol.asyncDispose]: () => owned.disposeAsync()
    }
  }
})

/** What a server says it is: `v1.36.3-gke.100` is a 1.36. */
export async function readServerVersion(
  api: Pick<ReturnType<typeof openKubernetesApi>, 'call'>,
  signal: AbortSignal
): Promise<{ release: string; minor: string }> {
  const limit = AbortSignal.timeout(ANSWER_MS)
  const { status, body } = await api
    .call('GET', '/version', { signal: AbortSignal.any([signal, limit]) })
    .catch((cause: unknown) => {
      signal.throwIfAborted()
      if (!limit.aborted) throw cause
      throw new Failure('environment', `the Kubernetes API did not say its version within ${ANSWER_MS / 1000} s`, {
        hint: 'Check that the cluster of the kubeconfig can be reached from here.',
        cause
      })
    })
  const release = readTextAt(body, 'gitVersion')
  const minor = /^v(1\.\d+)\./.exec(release)?.[1]
  if (status !== 200 || minor === undefined)
    throw new Failure(
      'environment',
      `the Kubernetes API said no version: HTTP ${status} ${readTextAt(body, 'message')}`,
      {
        hint: 'Check that the kubeconfig may log in there: kubectl version.'
      }
    )
  return { release, minor }
}

/** One context as a file that needs no other file. Written as JSON, which is YAML. */
function formatLentKubeconfig({ server, ca, token, certificate, key, servername, insecure }: Connection): string {
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  const cluster = {
    server: server.href,
    ...(ca !== undefined && { 'certificate-authority-data': base64(ca) }),
    ...(servername !== undefined && { 'tls-server-name': servername }),
    ...(insecure && { 'insecure-skip-tls-verify': true })
  }
  const user = {
    ...(token !== undefined && { token }),
    ...(certificate !== undefined && { 'client-certificate-data': base64(certificate) }),
    ...(key !== undefined && { 'client-key-data': base64(key) })
  }
  const name = 'slipway'
  return `${JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster }],
    users: [{ name, user }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name
  })}\n`
}
