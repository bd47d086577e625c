import { expect, test } from '@jest/globals'
import { restrictToOwned, OWNER_LABEL } from '../../../../../src/adapters/clusters/kubeconfig/owned.ts'
import { listLabelled, removeMade } from '../../../../../src/adapters/clusters/kubeconfig/removal.ts'
import { Failure } from '../../../../../src/base/errors.ts'
import { readFields, readTextAt } from '../../../../../src/base/json.ts'
import type { Json } from '../../../../../src/base/json.ts'
import type { KubernetesApi, Reply } from '../../../../../src/model/ports/kubernetes.ts'

const never = new AbortController().signal
const ROLES = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
const NAMESPACES = '/api/v1/namespaces'
const ME = '1-2-00000000-1'

/** A server that keeps objects by their path; `fails` says which calls have no answer, before or behind their effect. */
function server(fails: (method: string, path: string) => 'before' | 'behind' | undefined) {
  const objects = new Map<string, Json>()
  let made = 0
  const reply = (status: number, body: Json = {}): Reply => ({ status, body, warnings: [] })
  const act = (method: string, path: string, options: Parameters<KubernetesApi['call']>[2] = {}): Reply => {
    const selector = options.query?.['labelSelector']
    if (method === 'GET' && selector !== undefined) {
      const [name = '', value] = selector.split('=')
      const items = [...objects].filter(([at]) => at.startsWith(`${path}/`)).map(([, object]) => object)
      return reply(200, { items: items.filter((one) => readTextAt(one, 'metadata', 'labels', name) === value) })
    }
    if (method === 'POST') {
      const metadata = { ...readFields(readFields(options.body)['metadata']), uid: `uid-${++made}` }
      const object = { ...readFields(options.body), metadata }
      objects.set(`${path}/${readTextAt(object, 'metadata', 'name')}`, object)
      return reply(201, object)
    }
    const there = objects.get(path)
    if (there === undefined) return reply(404)
    if (method === 'DELETE') objects.delete(path)
    return reply(200, there)
  }
  const lost = () =>
    new Failure('environment', 'the Kubernetes API does not answer: ECONNRESET', { hint: 'Look at it.' })
  const api: KubernetesApi = {
    async call(method, path, options) {
      const fault = fails(method, path)
      if (fault === 'before') throw lost()
      const answer = act(method, path, options)
      if (fault === 'behind') throw lost()
      return answer
    },
    // Nobody watches here.
    watch: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) })
  }
  return { api, objects }
}

const end = async (api: KubernetesApi, owned: ReturnType<typeof restrictToOwned>): Promise<void> => {
  const unread: string[] = []
  const made = await listLabelled(api, ME, owned.made, (why) => void unread.push(why), never)
  await removeMade(api, made, never, unread)
}
const own = (api: KubernetesApi) => restrictToOwned(api, { owner: ME, crds: 'refuse', note: () => undefined })
const named = (name: string): Json => ({ metadata: { name } })

test('what was made and never answered for is found by its label and goes too', async () => {
  const { api, objects } = server((method, path) => (method === 'POST' && path === NAMESPACES ? 'behind' : undefined))
  const cluster = own(api)
  await cluster.call('POST', ROLES, { body: named('known') })
  await expect(cluster.call('POST', NAMESPACES, { body: named('unknown') })).rejects.toThrow('ECONNRESET')
  objects.set(`${ROLES}/theirs`, {
    metadata: { name: 'theirs', uid: 'x', labels: { [OWNER_LABEL]: '1-2-00000000-2' } }
  })
  expect(cluster.made.map(({ path }) => path)).toEqual([`${ROLES}/known`])
  await end(api, cluster)
  expect([...objects.keys()]).toEqual([`${ROLES}/theirs`])
})

test('one answer that is lost is asked for again', async () => {
  let lost = 0
  const { api, objects } = server((method, path) =>
    method !== 'POST' && path === `${NAMESPACES}/a` && ++lost % 2 === 1 ? 'before' : undefined
  )
  const cluster = own(api)
  for (const name of ['a', 'b']) await cluster.call('POST', NAMESPACES, { body: named(name) })
  await end(api, cluster)
  expect(lost).toBeGreaterThan(1)
  expect([...objects.keys()]).toEqual([])
})

test('what can never be asked for does not keep the others there, and is named', async () => {
  const { api, objects } = server((method, path) =>
    (method !== 'POST' && path === `${NAMESPACES}/a`) || path.endsWith('/clusterrolebindings') ? 'before' : undefined
  )
  const cluster = own(api)
  await cluster.call('POST', NAMESPACES, { body: named('a') })
  await cluster.call('POST', NAMESPACES, { body: named('b') })
  await cluster.call('POST', ROLES, { body: named('c') })
  await expect(end(api, cluster)).rejects.toMatchObject({
    kind: 'environment',
    message:
      'this run leaves something in the cluster: clusterrolebindings: the Kubernetes API does not answer: ECONNRESET; namespaces a: the Kubernetes API does not answer: ECONNRESET'
  })
  expect([...objects.keys()]).toEqual([`${NAMESPACES}/a`])
})
