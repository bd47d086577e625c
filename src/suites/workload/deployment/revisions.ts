import { at, items, number, text } from '../../../base/json.ts'
import { LABEL, type Runner } from './runner.ts'

/** A revision as its ReplicaSet or ControllerRevision keeps it. */
export interface Revision {
  readonly revision: number
  /** Of a ReplicaSet, as its pods carry it; '' elsewhere. */
  readonly hash: string
  readonly replicas: number
  readonly available: number
}

/** The objects that keep its revisions, and where events about them come from. */
export const keepers = ({ namespace, kind, name }: Pick<Runner, 'namespace' | 'kind' | 'name'>) => ({
  path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
  query: { labelSelector: `${LABEL}=${name}` }
})

/** The revisions that the cluster still knows, oldest first. */
export const revisions = async (runner: Runner, signal: AbortSignal): Promise<readonly Revision[]> => {
  const { path, query } = keepers(runner)
  const { body } = await runner.api.call('GET', path, { query, signal })
  return items(at(body, 'items'))
    .map((set) => ({
      revision:
        number(at(set, 'revision')) ||
        Number(text(at(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
      hash: text(at(set, 'metadata', 'labels', 'pod-template-hash')),
      replicas: number(at(set, 'status', 'replicas')),
      available: number(at(set, 'status', 'availableReplicas'))
    }))
    .sort((a, b) => a.revision - b.revision)
}
