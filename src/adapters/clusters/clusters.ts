import { goEnvironment, type Env } from '../../go/environment.ts'
import type { ClusterPlan } from '../../plan/planned.ts'
import type { Clusters } from '../../model/ports/kubernetes.ts'
import type { Toolchain } from '../../model/ports/toolchain.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Processes } from '../../model/ports/processes.ts'
import type { Platform } from '../toolchain/platform.ts'

export interface ClusterParts {
  readonly toolchain: Toolchain
  readonly processes: Processes
  readonly files: Files
  /** In the system's temporary folder. */
  readonly temporary: Files
  readonly env: Env
  readonly platform: Platform
  readonly note: (line: string) => void
  /** Folder for the logs of clusters that did not come up. */
  readonly logs: string
}

/** The provider that the plan names. Each is loaded when it is needed: the client for Kubernetes is heavy. */
export async function clustersOf(plan: ClusterPlan, parts: ClusterParts): Promise<Clusters> {
  switch (plan.provider) {
    case 'control-plane': {
      const { controlPlane } = await import('./control-plane.ts')
      return controlPlane({ ...parts, env: goEnvironment({ PATH: parts.env['PATH'] }) })
    }
    case 'kind': {
      const { kindClusters } = await import('./kind/kind.ts')
      return kindClusters(plan, parts)
    }
    case 'kubeconfig': {
      const { running } = await import('./kubeconfig.ts')
      return running(plan, parts)
    }
  }
}
