import { expect, test } from '@jest/globals'
import type { JsonObject } from '../../../../../src/base/json.ts'
import type { Json } from '../../../../../src/base/json.ts'
import { parseProject } from '../../../../../src/config/project-file.ts'
import { makeRunnerManifest } from '../../../../../src/suites/workload/deployment/manifest.ts'
import { prepareShipped } from '../../../../../src/suites/workload/deployment/shipped.ts'

const deployment = (spec: JsonObject, containers: readonly JsonObject[] = [{ name: 'web', image: 'web:1' }]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web', namespace: 'production' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    ...spec,
    template: { metadata: { labels: { app: 'web' } }, spec: { containers, tolerations: [{ operator: 'Exists' }] } }
  }
})
const asked = { kind: 'Deployment' as const, manifest: 'deploy.yaml', container: undefined, replicas: undefined }

test.each([
  [{}, 1, 1],
  [{ replicas: 4 }, 4, 3],
  [{ replicas: 3 }, 3, 3],
  [{ replicas: 3, strategy: { rollingUpdate: { maxUnavailable: 2 } } }, 3, 1],
  [{ replicas: 3, strategy: { rollingUpdate: { maxUnavailable: '50%' } } }, 3, 2],
  [{ replicas: 3, strategy: { type: 'Recreate' } }, 3, 0]
])('%j keeps, of %i pods, %i while a new release does not get ready', (spec, replicas, keeps) => {
  expect(prepareShipped([deployment(spec)], asked, 'web')).toMatchObject({ replicas, keeps, revisionHistoryLimit: 10 })
})

test('runs the image of the program under the name of the story, with all else as its project wants it', () => {
  const from = prepareShipped(
    [
      { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } },
      deployment({ minReadySeconds: 3 }, [
        { name: 'proxy', image: 'proxy:1' },
        { name: 'web', image: 'web:1', command: ['/manager', 'run'], env: [{ name: 'A', value: 'b' }] }
      ])
    ],
    { ...asked, container: 'web', replicas: 2 },
    'tool'
  )
  expect(from.changes).toEqual(['without the containers proxy', 'its command /manager is /tool of our image'])
  const subject = { kind: 'Deployment' as const, name: 'web-crash', replicas: 2, revisionHistoryLimit: 10 }
  const pod = { serviceAccount: 'web', settle: 3, container: {} }
  const release = { image: 'tool:2', step: 'candidate', pod, shipped: from }
  expect(makeRunnerManifest(subject, release, 30)).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web-crash' },
    spec: {
      minReadySeconds: 3,
      replicas: 2,
      progressDeadlineSeconds: 30,
      selector: { matchLabels: { app: 'web', 'slipway-rollout': 'web-crash' } },
      template: {
        metadata: {
          labels: { app: 'web', 'slipway-rollout': 'web-crash' },
          annotations: { 'slipway/step': 'candidate' }
        },
        spec: {
          serviceAccountName: 'web',
          tolerations: [{ operator: 'Exists' }],
          containers: [
            {
              ...{ name: 'web', image: 'tool:2', imagePullPolicy: 'Never', command: ['/tool', 'run'] },
              env: [{ name: 'A', value: 'b' }]
            }
          ]
        }
      }
    }
  })
  const broken = JSON.stringify(makeRunnerManifest(subject, { ...release, breaks: 'crash' }, 30))
  expect(broken).toContain('"command":["/slipway-has-no-such-program"]')
})

test('says which object or container cannot be told', () => {
  const two = [deployment({}), deployment({})] as readonly JsonObject[]
  expect(() => prepareShipped(two, asked, 'web')).toThrow('deploy.yaml holds 2 Deployments')
  expect(() => prepareShipped([], { ...asked, kind: 'DaemonSet' }, 'web')).toThrow('deploy.yaml holds no DaemonSets')
  const names: readonly Json[] = [{ name: 'a' }, { name: 'b' }]
  expect(() => prepareShipped([deployment({}, names as readonly JsonObject[])], asked, 'web')).toThrow(
    'deploy.yaml: nobody said which container runs web: there are a,b'
  )
})

test('a manifest and settings that say the same are not taken together', () => {
  const read = (deployment: string) =>
    parseProject(`workloads:\n  - name: web\n    ready: [{ log: up }]\n    deployment: ${deployment}\n`, 'slipway.yaml')
  expect(read('{ manifest: deploy.yaml, port: 80 }').project.workloads[0]?.deployment?.manifest).toBe('deploy.yaml')
  expect(() => read('{ manifest: deploy.yaml, args: [a] }')).toThrow('leave args, env, ready and baseline out')
})
