import { Failure } from '../../../base/errors.ts'
import { Scope } from '../../../base/scope.ts'
import type { Clusters } from '../../../model/ports/kubernetes.ts'
import type { ToolName, Toolchain } from '../../../model/ports/toolchain.ts'
import { translateToGo } from '../../toolchain/platform.ts'
import { bootControlPlane, type BootOptions, type ControlPlaneTools } from './boot.ts'

/** How long a start may take in milliseconds: it needs 3 s on two quiet cores. */
const PATIENCE_MS = 120_000

export interface ControlPlaneOptions extends BootOptions {
  readonly toolchain: Toolchain
}

/**
 * Clusters that are etcd, kube-apiserver, kube-controller-manager and kube-scheduler as processes on loopback, with
 * one simulated node. Linux only ('environment' elsewhere). A program that ends while the cluster starts or is in use
 * makes that and every later call reject with a 'command' Failure that holds the end of its log.
 */
export const controlPlane = (options: ControlPlaneOptions): Clusters => ({
  async create(kubernetes, signal) {
    signal.throwIfAborted()
    if (options.platform.os !== 'linux')
      throw new Failure(
        'environment',
        `a control-plane cluster runs on Linux only, and this is ${translateToGo(options.platform).os}`,
        {
          hint: 'Use --cluster kind or --cluster kubeconfig here.'
        }
      )
    const tools = await findControlPlaneTools(options.toolchain, kubernetes, signal)
    await using scope = new Scope()
    const lost = new AbortController()
    const booting = AbortSignal.any([signal, lost.signal, AbortSignal.timeout(PATIENCE_MS)])
    try {
      const made = await bootControlPlane(options, tools, scope, lost, booting)
      signal.throwIfAborted()
      const owned = scope.move()
      return { ...made, [Symbol.asyncDispose]: () => owned.disposeAsync() }
    } catch (error) {
      signal.throwIfAborted()
      lost.signal.throwIfAborted()
      if (booting.aborted)
        throw new Failure('environment', `the control plane was not ready after ${PATIENCE_MS / 1000} s`, {
          hint: 'See whether this machine is overloaded: a start takes about 3 s on two free cores.',
          cause: error
        })
      throw error
    }
  }
})

async function findControlPlaneTools(
  toolchain: Toolchain,
  kubernetes: string,
  signal: AbortSignal
): Promise<ControlPlaneTools> {
  const names = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const
  const find = async (name: ToolName) => [name, (await toolchain.tool(name, kubernetes, signal)).path] as const
  return Object.fromEntries(await Promise.all(names.map(find))) as ControlPlaneTools
}
