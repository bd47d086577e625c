import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { kubernetesApi } from '../../kubernetes/client.ts'
import { readKubeconfig, secretsOf } from '../../kubernetes/kubeconfig.ts'
import type { Asked, Looking } from '../provider.ts'
import { serverVersion, type KubeconfigPlan } from './lent.ts'

/** Asks the cluster which version it is. */
export async function runningPlan(asked: Asked, why: string, looking: Looking): Promise<KubeconfigPlan> {
  const file = kubeconfigFile(asked.kubeconfig, looking)
  const read = (path: string) => looking.files.read(path)
  const { name, connection } = await readKubeconfig(file, read, asked.context || undefined)
  for (const secret of secretsOf(connection)) looking.mask?.(secret)
  using client = kubernetesApi(connection)
  const { release, minor } = await serverVersion(client, looking.signal)
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
function kubeconfigFile(named: string, { env, cwd }: Looking): string {
  if (named !== '') return resolve(cwd, named)
  const listed = (env['KUBECONFIG'] ?? '').split(delimiter).filter(Boolean)
  if (listed.length > 1)
    throw new Failure('input', `KUBECONFIG names ${listed.length} files, and one is used`, {
      hint: 'Say which: --kubeconfig FILE.'
    })
  return listed[0] === undefined ? join(homedir(), '.kube', 'config') : resolve(cwd, listed[0])
}
