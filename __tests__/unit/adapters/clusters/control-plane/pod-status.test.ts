import { expect, test } from '@jest/globals'
import { simulatePodStatus, type PodMoment } from '../../../../../src/adapters/clusters/control-plane/pod-status.ts'
import { readObjectsAt, readTextAt } from '../../../../../src/base/json.ts'
import type { JsonObject } from '../../../../../src/base/json.ts'
import type { PodBehaviour } from '../../../../../src/model/ports/kubernetes.ts'

const NOW = '2026-01-02T03:04:05Z'
const BEHAVIOURS: Readonly<Record<string, PodBehaviour>> = { slow: 'never-ready', crash: 'crash', bad: 'bad-image' }

const containers = (...images: readonly string[]) => images.map((image, n) => ({ name: `c${n}`, image }))
const status = (spec: JsonObject, moment: PodMoment = 'started', before?: JsonObject): JsonObject =>
  simulatePodStatus({
    pod: { metadata: { uid: 'u' }, spec },
    behaviour: (image) => BEHAVIOURS[image] ?? 'ready',
    moment,
    ip: '10.244.0.2',
    crashes: 3,
    startedAt: NOW,
    now: NOW,
    ...(before && { before })
  })
const ready = (one: JsonObject, type = 'Ready'): string =>
  readTextAt(
    readObjectsAt(one, 'conditions').find((condition) => condition['type'] === type),
    'status'
  )
/** `name:state:reason` of each container. */
const states = (one: JsonObject, field = 'containerStatuses'): readonly string[] =>
  readObjectsAt(one, field).map((container) => {
    const [state = '', detail] = Object.entries(container['state'] as JsonObject)[0] ?? []
    return [readTextAt(container, 'name'), state, readTextAt(detail, 'reason')].filter(Boolean).join(':')
  })

test.each<[string, string, string, string, string]>([
  ['app', 'Always', 'Running', 'True', 'c0:running'],
  ['slow', 'Always', 'Running', 'False', 'c0:running'],
  ['bad', 'Always', 'Pending', 'False', 'c0:waiting:ImagePullBackOff'],
  ['crash', 'Always', 'Running', 'False', 'c0:waiting:CrashLoopBackOff'],
  ['crash', 'OnFailure', 'Running', 'False', 'c0:waiting:CrashLoopBackOff'],
  ['crash', 'Never', 'Failed', 'False', 'c0:terminated:Error']
])('a pod of image %s with restartPolicy %s is %s', (image, restartPolicy, phase, isReady, state) => {
  const one = status({ restartPolicy, containers: containers(image) })
  expect([one['phase'], ready(one), states(one)]).toEqual([phase, isReady, [state]])
})

test('what crashes has crashed as often as it is told', () => {
  expect(readObjectsAt(status({ containers: containers('crash') }), 'containerStatuses')[0]).toMatchObject({
    restartCount: 3,
    lastState: { terminated: { exitCode: 1 } }
  })
})

test.each<[PodMoment, string]>([
  ['finished', 'Succeeded'],
  ['stopped', 'Succeeded']
])('a pod that is %s is %s, and no longer ready', (moment, phase) => {
  const one = status({ restartPolicy: 'Never', containers: containers('app') }, moment)
  expect([one['phase'], ready(one), states(one)]).toEqual([phase, 'False', ['c0:terminated:Completed']])
})

test('what never gets ready does not finish either', () => {
  expect(status({ restartPolicy: 'Never', containers: containers('slow') }, 'finished')['phase']).toBe('Running')
})

test('one container that is not ready makes the pod unready, by name', () => {
  const one = status({ containers: containers('app', 'slow') })
  expect(readObjectsAt(one, 'conditions').find((condition) => condition['type'] === 'Ready')).toMatchObject({
    status: 'False',
    reason: 'ContainersNotReady',
    message: 'containers with unready status: [c1]'
  })
})

test.each<[string, readonly string[], string]>([
  ['bad', ['c0:terminated:Completed', 'c1:waiting:ImagePullBackOff', 'c2:waiting:PodInitializing'], 'Pending'],
  ['crash', ['c0:terminated:Completed', 'c1:waiting:CrashLoopBackOff', 'c2:waiting:PodInitializing'], 'Pending'],
  ['slow', ['c0:terminated:Completed', 'c1:running', 'c2:waiting:PodInitializing'], 'Pending'],
  ['app', ['c0:terminated:Completed', 'c1:terminated:Completed', 'c2:terminated:Completed'], 'Running']
])('init containers run in order, and a second one of image %s decides what comes after it', (image, inits, phase) => {
  const one = status({ initContainers: containers('app', image, 'app'), containers: containers('app') })
  expect([states(one, 'initContainerStatuses'), one['phase']]).toEqual([inits, phase])
  expect(ready(one, 'Initialized')).toBe(phase === 'Running' ? 'True' : 'False')
  expect(states(one)).toEqual([phase === 'Running' ? 'c0:running' : 'c0:waiting:PodInitializing'])
})

test.each<[string, string]>([
  ['app', 'True'],
  ['slow', 'False']
])('a sidecar of image %s runs beside the others, and has its say whether the pod is ready', (image, isReady) => {
  const initContainers = [{ name: 'side', image, restartPolicy: 'Always' }]
  const one = status({ initContainers, containers: containers('app') })
  expect([states(one, 'initContainerStatuses'), states(one)]).toEqual([['side:running'], ['c0:running']])
  expect([one['phase'], ready(one)]).toEqual(['Running', isReady])
})

test('an init container that fails a pod that is not restarted fails the pod', () => {
  const one = status({ restartPolicy: 'Never', initContainers: containers('crash'), containers: containers('app') })
  expect(one['phase']).toBe('Failed')
})

test('a condition that does not change keeps its time', () => {
  const old = '2020-01-01T00:00:00Z'
  const before = { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: old }] }
  const time = (one: JsonObject, type: string): string =>
    readTextAt(
      readObjectsAt(one, 'conditions').find((condition) => condition['type'] === type),
      'lastTransitionTime'
    )
  expect(time(status({ containers: containers('app') }, 'started', before), 'Ready')).toBe(old)
  expect(time(status({ containers: containers('slow') }, 'started', before), 'Ready')).toBe(NOW)
})
