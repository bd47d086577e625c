import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '../../../base/errors.ts'
import type { Json } from '../../../base/json.ts'
import type { KubernetesApi, PodBehaviour } from '../../../model/ports/kubernetes.ts'
import { readTextAt } from '../../../base/json.ts'
import { simulatePods } from './simulated-pods.ts'

export const NODE = 'simulated'

/** As the kubelet does: the node lease lasts 40 s and is renewed every 10 s. */
const LEASE_SECONDS = 40
const RENEW_MS = 10_000

export interface SimulatedNode extends AsyncDisposable {
  /** From now on new pods' containers of this image behave so. */
  simulate(image: string, behaviour: PodBehaviour): void
  /** Never resolves; rejects when the node can no longer do its work, unless it was disposed. */
  readonly broken: Promise<never>
}

/**
 * One Ready node on which no container runs: pods bound to it get the status that their containers' images are told to
 * bring about, and pods that are being deleted go at once. Works from the moment that the API answers.
 */
export function simulateNode(api: KubernetesApi, arch: string, note: (line: string) => void): SimulatedNode {
  const stop = new AbortController()
  const { signal } = stop
  const behaviours = new Map<string, PodBehaviour>()
  const pods = simulatePods(api, behaviours, signal, note)

  const follow = async (): Promise<void> => {
    for await (const event of api.watch('/api/v1/pods', signal, { fieldSelector: `spec.nodeName=${NODE}` }))
      pods.see(event)
  }
  const work = registerNode(api, arch, signal).then(() => Promise.all([follow(), renewLease(api, signal)]))
  const broken = work.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => {
      if (signal.aborted) return new Promise<never>(() => undefined)
      throw error
    }
  )
  // Whoever does not look at it hears nothing of it.
  broken.catch(() => undefined)
  return {
    broken,
    simulate: (image, behaviour) => void behaviours.set(image, behaviour),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await work.catch(() => undefined)
      await pods.stop()
    }
  }
}

/** Creates the node with its status, as a kubelet does; again until the server is up enough to take it. */
async function registerNode(api: KubernetesApi, arch: string, signal: AbortSignal): Promise<void> {
  const body = describeNode(arch, new Date().toISOString())
  await retryUntilTaken(signal, async () => api.call('POST', '/api/v1/nodes', { body, signal }))
}

async function renewLease(api: KubernetesApi, signal: AbortSignal): Promise<void> {
  const path = `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${NODE}`
  while (!signal.aborted) {
    await retryUntilTaken(signal, () =>
      api.call('PATCH', path, {
        patch: 'apply',
        query: { force: 'true' },
        body: {
          apiVersion: 'coordination.k8s.io/v1',
          kind: 'Lease',
          metadata: { name: NODE },
          spec: {
            holderIdentity: NODE,
            leaseDurationSeconds: LEASE_SECONDS,
            // MicroTime: six digits.
            renewTime: new Date().toISOString().replace('Z', '000Z')
          }
        },
        signal
      })
    )
    await sleep(RENEW_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** A server that starts refuses for a second or two (no namespace yet, no caches); one that goes on refusing is broken. */
async function retryUntilTaken(signal: AbortSignal, ask: () => ReturnType<KubernetesApi['call']>): Promise<void> {
  const started = Date.now()
  for (let pause = 10; ; pause = Math.min(pause * 2, 500)) {
    const { status, body } = await ask()
    if (status < 300 || status === 409) return
    if (Date.now() - started > 30_000)
      throw new Failure(
        'command',
        `kube-apiserver refuses the simulated node: ${status} ${readTextAt(body, 'message')}`,
        {
          hint: 'Run again; if it stays so, try another --kubernetes and report it.'
        }
      )
    await sleep(pause, undefined, { signal })
  }
}

function describeNode(arch: string, now: string): Json {
  const resources = { cpu: '64', memory: '256Gi', pods: '500', 'ephemeral-storage': '1Ti' }
  const healthy = (type: string, status: string, reason: string): Json => ({
    type,
    status,
    reason,
    message: 'simulated by Slipway',
    lastHeartbeatTime: now,
    lastTransitionTime: now
  })
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: NODE,
      labels: { 'kubernetes.io/hostname': NODE, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': arch }
    },
    status: {
      capacity: resources,
      allocatable: resources,
      addresses: [
        { type: 'InternalIP', address: '127.0.0.1' },
        { type: 'Hostname', address: NODE }
      ],
      // Nothing listens there, so `kubectl logs` fails at once and never meets a real kubelet.
      daemonEndpoints: { kubeletEndpoint: { Port: 1 } },
      nodeInfo: {
        operatingSystem: 'linux',
        architecture: arch,
        kubeletVersion: 'simulated',
        kubeProxyVersion: '',
        containerRuntimeVersion: 'simulated://',
        kernelVersion: '',
        osImage: '',
        bootID: '',
        machineID: '',
        systemUUID: ''
      },
      conditions: [
        healthy('Ready', 'True', 'KubeletReady'),
        healthy('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
        healthy('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
        healthy('PIDPressure', 'False', 'KubeletHasSufficientPID')
      ]
    }
  }
}
