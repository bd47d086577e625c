import { readAt, readItems, readNumber, readText } from '../../../base/json.ts'
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
export const describeKeepers = ({ namespace, kind, name }: Pick<Runner, 'namespace' | 'kind' | 'name'>) => ({
  path: `/apis/apps/v1/namespaces/${namespace}/${kind === 'Deployment' ? 'replicasets' : 'controllerrevisions'}`,
  query: { labelSelector: `${LABEL}=${name}` }
})

/** The revisions that the cluster still knows, oldest first. */
export const listRevisions = async (runner: Runner, signal: AbortSignal): Promise<readonly Revision[]> => {
  const { path, query } = describeKeepers(runner)
  const { body } = await runner.api.call('GET', path, { query, signal })
  return readItems(readAt(body, 'items'))
    .map((set) => ({
      revision:
        readNumber(readAt(set, 'revision')) ||
        Number(readText(readAt(set, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')) || 0),
      hash: readText(readAt(set, 'metadata', 'labels', 'pod-template-hash')),
      replicas: readNumber(readAt(set, 'status', 'replicas')),
      available: readNumber(readAt(set, 'status', 'availableReplicas'))
    }))
    .sort((a, b) => a.revision - b.revision)
}
