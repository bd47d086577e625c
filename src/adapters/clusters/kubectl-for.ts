import { Failure } from '../../base/errors.ts'
import type { Tool } from '../../model/nouns.ts'
import type { Toolchain } from '../../model/ports/toolchain.ts'
import { KUBERNETES } from '../toolchain/pins.ts'

/**
 * The minor of the kubectl for a server's minor: its own where it is pinned, else one beside it, which Kubernetes
 * supports (kubernetes.io, "Version Skew Policy": kubectl is supported within one minor of kube-apiserver, older or
 * newer). The newer neighbour is taken first.
 */
export function chooseKubectlMinor(server: string, pinned: readonly string[] = Object.keys(KUBERNETES)): string {
  const minor = Number(server.split('.')[1])
  const found = [minor, minor + 1, minor - 1].map((near) => `1.${near}`).find((near) => pinned.includes(near))
  if (found !== undefined) return found
  throw new Failure('environment', `there is no kubectl for Kubernetes ${server}: pinned are ${pinned.join(', ')}`, {
    hint: 'kubectl works within one minor of the server.'
  })
}

export const obtainKubectl = (toolchain: Toolchain, server: string, signal: AbortSignal): Promise<Tool> =>
  toolchain.tool('kubectl', chooseKubectlMinor(server), signal)
