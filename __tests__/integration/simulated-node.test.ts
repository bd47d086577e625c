import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { NODE } from '../../src/adapters/clusters/control-plane/simulated-node.ts'
import { readAt, readObjectsAt, readTextAt } from '../../src/base/json.ts'
import type { JsonObject } from '../../src/base/json.ts'
import type { Json } from '../../src/base/json.ts'
import type { Cluster } from '../../src/model/ports/kubernetes.ts'
import type { Output } from '../../src/model/ports/processes.ts'
import { BOOT_MS, folder, folderOf, KUBERNETES, ok, realClusters, run, until } from '../fakes/cluster/cluster-real.ts'

/** Real controllers and a real scheduler, with the simulated node in the kubelet's place. */

// A machine that does ten things at once takes ten times as long.
jest.setTimeout(60_000)

let scope: AsyncDisposableStack
let cluster: Cluster
let namespace: string
const notes: string[] = []

beforeAll(async () => {
  scope = new AsyncDisposableStack()
  const { path } = scope.use(await folder())
  const clusters = realClusters(path, { note: (line) => notes.push(line) })
  cluster = scope.use(await clusters.create(KUBERNETES, new AbortController().signal))
}, BOOT_MS)
afterAll(async () => {
  await scope.disposeAsync()
  expect(notes.filter((line) => line.includes('simulated node'))).toEqual([])
})

let serial = 0
beforeEach(async () => {
  namespace = `test-${++serial}`
  const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }
  ok(await cluster.api.call('POST', '/api/v1/namespaces', { body }))
  const account = `/api/v1/namespaces/${namespace}/serviceaccounts/default`
  await until(async () => (await cluster.api.call('GET', account)).status === 200)
})

const pathOf = (kind: string, name = ''): string => {
  const group = { deployments: '/apis/apps/v1', daemonsets: '/apis/apps/v1', jobs: '/apis/batch/v1' }[kind] ?? '/api/v1'
  return `${group}/namespaces/${namespace}/${kind}${name && `/${name}`}`
}
const get = async (kind: string, name: string): Promise<Json> => ok(await cluster.api.call('GET', pathOf(kind, name)))
const pods = async (): Promise<readonly JsonObject[]> =>
  readObjectsAt(ok(await cluster.api.call('GET', pathOf('pods'))), 'items')
const kubectl = (...args: readonly string[]): Promise<Output> =>
  run.run([cluster.kubectl, '--kubeconfig', cluster.kubeconfig, '--namespace', namespace, ...args], {
    env: { HOME: folderOf(cluster) }
  })
const simulate: NonNullable<Cluster['simulate']> = (image, behaviour) => cluster.simulate?.(image, behaviour)

const template = (spec: JsonObject): JsonObject => ({ metadata: { labels: { app: 'web' } }, spec })
const containers = (...images: readonly string[]): JsonObject => ({
  containers: images.map((image, n) => ({ name: `c${n}`, image }))
})
const create = async (kind: string, apiVersion: string, name: string, spec: JsonObject): Promise<void> => {
  const body = { apiVersion, kind, metadata: { name }, spec }
  ok(await cluster.api.call('POST', pathOf(`${kind.toLowerCase()}s`), { body }))
}
const deploy = (image: string, replicas = 3, more: JsonObject = {}): Promise<void> =>
  create('Deployment', 'apps/v1', 'web', {
    replicas,
    progressDeadlineSeconds: 2,
    selector: { matchLabels: { app: 'web' } },
    template: template({ ...containers(image), ...more })
  })
const setImage = async (image: string): Promise<void> => {
  const body = { spec: { template: { spec: containers(image) } } }
  ok(await cluster.api.call('PATCH', pathOf('deployments', 'web'), { patch: 'strategic', body }))
}
const rolledOut = (image: string, replicas = 3) =>
  until(async () => {
    const deployment = await get('deployments', 'web')
    const running = (await pods()).filter(
      (pod) => readTextAt(readObjectsAt(pod, 'spec', 'containers')[0], 'image') === image
    )
    return (
      readAt(deployment, 'status', 'observedGeneration') === readAt(deployment, 'metadata', 'generation') &&
      readAt(deployment, 'status', 'availableReplicas') === replicas &&
      running.length === replicas &&
      (await pods()).length === replicas
    )
  })
const waitingFor = async (reason: string): Promise<readonly JsonObject[]> =>
  (await pods()).filter((pod) =>
    [
      ...readObjectsAt(pod, 'status', 'containerStatuses'),
      ...readObjectsAt(pod, 'status', 'initContainerStatuses')
    ].some((one) => readTextAt(one, 'state', 'waiting', 'reason') === reason)
  )
const conditionOf = (object: Json, type: string): string =>
  readTextAt(
    readObjectsAt(object, 'status', 'conditions').find((one) => one['type'] === type),
    'status'
  )

test('the node is Ready and takes pods', async () => {
  const node = ok(await cluster.api.call('GET', `/api/v1/nodes/${NODE}`))
  expect(conditionOf(node, 'Ready')).toBe('True')
  expect(readObjectsAt(node, 'spec', 'taints')).toEqual([])
  const lease = `/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/${NODE}`
  await until(async () => (await cluster.api.call('GET', lease)).status === 200)
})

test('a Deployment rolls out, and its pods have addresses of their own that a Service finds', async () => {
  await create('Service', 'v1', 'web', { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] })
  await deploy('example/app:v1')
  expect(await kubectl('rollout', 'status', 'deployment/web', '--timeout=60s')).toMatchObject({
    stdout: expect.stringContaining('successfully rolled out')
  })
  const addresses = (await pods()).map((pod) => readTextAt(pod, 'status', 'podIP'))
  expect(new Set(addresses).size).toBe(3)
  const slices = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`
  await until(async () => {
    const endpoints = readObjectsAt(ok(await cluster.api.call('GET', slices)), 'items').flatMap((one) =>
      readObjectsAt(one, 'endpoints')
    )
    const ready = endpoints.filter((one) => readAt(one, 'conditions', 'ready') === true)
    return (
      ready
        .flatMap((one) => readAt(one, 'addresses') as string[])
        .sort()
        .join() === addresses.sort().join()
    )
  })
})

test('an image that cannot be pulled stops a rollout, and kubectl rollout undo brings the old one back', async () => {
  simulate('example/app:bad', 'bad-image')
  await deploy('example/app:v1')
  await rolledOut('example/app:v1')
  await setImage('example/app:bad')
  const [stuck] = await until(async () => {
    const found = await waitingFor('ImagePullBackOff')
    return found.length > 0 && found
  })
  expect(readTextAt(stuck, 'status', 'phase')).toBe('Pending')
  await expect(kubectl('rollout', 'status', 'deployment/web', '--timeout=30s')).rejects.toMatchObject({
    kind: 'command',
    cause: expect.stringContaining('exceeded its progress deadline')
  })
  expect(readAt(await get('deployments', 'web'), 'status', 'availableReplicas')).toBeGreaterThanOrEqual(2)

  await kubectl('rollout', 'undo', 'deployment/web')
  await rolledOut('example/app:v1')
  const deployment = await get('deployments', 'web')
  expect(readTextAt(deployment, 'metadata', 'annotations', 'deployment.kubernetes.io/revision')).toBe('3')
})

test('an image that never gets ready runs, but is not available', async () => {
  simulate('example/app:slow', 'never-ready')
  await deploy('example/app:slow', 1)
  const [pod] = await until(async () => {
    const found = (await pods()).filter((one) => readTextAt(one, 'status', 'phase') === 'Running')
    return found.length > 0 && found
  })
  expect(conditionOf(pod ?? null, 'Ready')).toBe('False')
  expect(conditionOf(await get('deployments', 'web'), 'Available')).not.toBe('True')
})

test('an image that crashes is restarted again and again', async () => {
  simulate('example/app:crash', 'crash')
  await deploy('example/app:crash', 1)
  const restarts = async (): Promise<number> =>
    Number(
      readAt(
        readObjectsAt((await waitingFor('CrashLoopBackOff'))[0], 'status', 'containerStatuses')[0],
        'restartCount'
      ) ?? 0
    )
  await until(async () => (await restarts()) >= 1)
  await until(async () => (await restarts()) >= 2)
  const [pod] = await pods()
  expect(readObjectsAt(pod, 'status', 'containerStatuses')[0]).toMatchObject({
    ready: false,
    lastState: { terminated: { exitCode: 1, reason: 'Error' } }
  })
})

test('how an image behaves from now on is for new pods, not for those there are', async () => {
  await deploy('example/app:turns', 1)
  await rolledOut('example/app:turns', 1)
  simulate('example/app:turns', 'bad-image')
  ok(await cluster.api.call('PATCH', pathOf('deployments', 'web'), { patch: 'merge', body: { spec: { replicas: 2 } } }))
  await until(async () => (await waitingFor('ImagePullBackOff')).length === 1)
  expect((await pods()).filter((pod) => conditionOf(pod, 'Ready') === 'True')).toHaveLength(1)
})

test('each container of a pod behaves by its own image', async () => {
  simulate('example/side:bad', 'bad-image')
  await create('Pod', 'v1', 'two', containers('example/app:v1', 'example/side:bad'))
  const pod = await until(async () => {
    const [found] = await waitingFor('ImagePullBackOff')
    return found
  })
  expect(readObjectsAt(pod, 'status', 'containerStatuses').map((one) => one['ready'])).toEqual([true, false])
  expect(readTextAt(pod, 'status', 'phase')).toBe('Pending')
})

test('init containers end before the others start, and a bad one keeps them waiting', async () => {
  simulate('example/init:bad', 'bad-image')
  const initContainers = (...images: string[]) => images.map((image, n) => ({ name: `i${n}`, image }))
  await create('Pod', 'v1', 'good', {
    ...containers('example/app:v1'),
    initContainers: initContainers('example/init:v1')
  })
  await create('Pod', 'v1', 'bad', {
    ...containers('example/app:v1'),
    initContainers: initContainers('example/init:v1', 'example/init:bad', 'example/init:v1')
  })
  await until(async () => conditionOf(await get('pods', 'good'), 'Ready') === 'True')
  const good = await get('pods', 'good')
  expect(readObjectsAt(good, 'status', 'initContainerStatuses')[0]).toMatchObject({
    ready: true,
    state: { terminated: { exitCode: 0 } }
  })
  await until(async () => (await waitingFor('ImagePullBackOff')).length === 1)
  const bad = await get('pods', 'bad')
  expect(conditionOf(bad, 'Initialized')).toBe('False')
  expect(
    readObjectsAt(bad, 'status', 'initContainerStatuses').map((one) => Object.keys(readAt(one, 'state') as object))
  ).toEqual([['terminated'], ['waiting'], ['waiting']])
  expect(readTextAt(readObjectsAt(bad, 'status', 'containerStatuses')[0], 'state', 'waiting', 'reason')).toBe(
    'PodInitializing'
  )
})

test('the pods of a Job complete, and those of one that crashes fail it', async () => {
  simulate('example/job:crash', 'crash')
  const job = (name: string, image: string) =>
    create('Job', 'batch/v1', name, {
      backoffLimit: 0,
      template: template({ ...containers(image), restartPolicy: 'Never' })
    })
  await job('well', 'example/job:v1')
  await job('ill', 'example/job:crash')
  await until(async () => conditionOf(await get('jobs', 'well'), 'Complete') === 'True')
  await until(async () => conditionOf(await get('jobs', 'ill'), 'Failed') === 'True')
  expect(readAt(await get('jobs', 'well'), 'status', 'succeeded')).toBe(1)
})

test('a DaemonSet has a pod on the node', async () => {
  await create('DaemonSet', 'apps/v1', 'agent', {
    selector: { matchLabels: { app: 'web' } },
    template: template(containers('example/agent:v1'))
  })
  await until(async () => readAt(await get('daemonsets', 'agent'), 'status', 'numberReady') === 1)
})

test('what is scaled down goes', async () => {
  await deploy('example/app:v1')
  await rolledOut('example/app:v1')
  await kubectl('scale', 'deployment/web', '--replicas=1')
  await rolledOut('example/app:v1', 1)
})

test('a pod with a finalizer stays until that is taken off', async () => {
  const body = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'held', finalizers: ['slipway.example/hold'] },
    spec: containers('example/app:v1')
  }
  ok(await cluster.api.call('POST', pathOf('pods'), { body }))
  await until(async () => conditionOf(await get('pods', 'held'), 'Ready') === 'True')
  ok(await cluster.api.call('DELETE', pathOf('pods', 'held')))
  await until(async () => readAt(await get('pods', 'held'), 'metadata', 'deletionGracePeriodSeconds') === 0)
  expect(readTextAt(await get('pods', 'held'), 'status', 'phase')).toBe('Succeeded')
  ok(
    await cluster.api.call('PATCH', pathOf('pods', 'held'), {
      patch: 'merge',
      body: { metadata: { finalizers: null } }
    })
  )
  await until(async () => (await cluster.api.call('GET', pathOf('pods', 'held'))).status === 404)
})

test('a deleted namespace ends, with all that was in it', async () => {
  // The namespace controller looks again after half of the pods' grace.
  await deploy('example/app:v1', 3, { terminationGracePeriodSeconds: 1 })
  await rolledOut('example/app:v1')
  ok(await cluster.api.call('DELETE', `/api/v1/namespaces/${namespace}`))
  await until(async () => (await cluster.api.call('GET', `/api/v1/namespaces/${namespace}`)).status === 404)
})

test('kubectl logs fails at once, since nothing runs', async () => {
  await create('Pod', 'v1', 'mute', containers('example/app:v1'))
  await until(async () => conditionOf(await get('pods', 'mute'), 'Ready') === 'True')
  await expect(kubectl('logs', 'mute')).rejects.toMatchObject({ kind: 'command' })
})

test('a status that is refused for a while is written again', async () => {
  const policies = '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies'
  const bindings = `${policies.replace(/ies$/, 'y')}bindings`
  const rule = { apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['pods/status'] }
  const metadata = { name: namespace }
  const matchResources = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }
  const matchConstraints = { ...matchResources, resourceRules: [rule] }
  const validations = [{ expression: 'false', message: 'not yet' }]
  ok(await cluster.api.call('POST', policies, { body: { metadata, spec: { matchConstraints, validations } } }))
  const spec = { policyName: namespace, validationActions: ['Deny'], matchResources }
  ok(await cluster.api.call('POST', bindings, { body: { metadata, spec } }))
  const refused = async (name: string): Promise<boolean> => {
    await create('Pod', 'v1', name, containers('example/app:v1'))
    return until(async () => {
      if (notes.some((line) => line.includes(`/pods/${name}/status`) && line.includes('not yet'))) return { yes: true }
      return conditionOf(await get('pods', name), 'Ready') === 'True' && { yes: false }
    }).then(({ yes }) => yes)
  }
  // The server takes a policy up after a moment.
  let name = 'late-0'
  for (let n = 1; !(await refused(name)); n++) name = `late-${n}`
  expect(conditionOf(await get('pods', name), 'Ready')).not.toBe('True')
  ok(await cluster.api.call('DELETE', `${bindings}/${namespace}`))
  await until(async () => conditionOf(await get('pods', name), 'Ready') === 'True')
  notes.length = 0
})

test('many pods at once all get ready', async () => {
  await deploy('example/app:v1', 60)
  await rolledOut('example/app:v1', 60)
})
