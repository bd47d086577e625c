import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { openKubernetesApi } from '../../kubernetes/client.ts'
import { readKubeconfig, listConnectionSecrets } from '../../kubernetes/kubeconfig.ts'
import type { ClusterRequest, Looking } from '../provider.ts'
import { readServerVersion, type KubeconfigPlan } from './lent.ts'

/** Asks the cluster which version it is. */
export async function planRunningCluster(
  asked: ClusterRequest,
  why: string,
  looking: Looking
): Promise<KubeconfigPlan> {
  const file = findKubeconfig(asked.kubeconfig, looking)
  const read = (path: string) => looking.files.read(path)
  const { name, connection } = await readKubeconfig(file, read, asked.context || undefined)
  for (const secret of listConnectionSecrets(connection)) looking.mask?.(secret)
  using client = openKubernetesApi(connection)
  const { release, minor } = await readServerVersion(client, looking.signal)
  return {
    provider: 'kubeconfig',
    why: `${why}: ${name} at ${connection.server.origin}`,
    releases: { [minor]: release },
    file,
    context: name,
    crds: asked['existing-crds']
  }
}

/** As kubectl finds it, but that one file is read and not several merged. */
function findKubeconfig(named: string, { env, cwd }: Looking): string {
  if (named !== '') return resolve(cwd, named)
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter(Boolean)
  if (listed.length > 1)
    throw new Failure('input', `KUBECONFIG names ${listed.length} files, and one is used`, {
      hint: 'Say which: --kubeconfig FILE.'
    })
  return listed[0] === undefined ? join(homedir(), '.kube', 'config') : resolve(cwd, listed[0])
}
