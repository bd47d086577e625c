import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { openKubernetesApi } from '../../src/adapters/kubernetes/client.ts'
import { readKubeconfig } from '../../src/adapters/kubernetes/kubeconfig.ts'
import type { Connection } from '../../src/adapters/kubernetes/transport.ts'
import { readAt, readTextAt } from '../../src/base/json.ts'
import type { Cluster, KubernetesApi, WatchEvent } from '../../src/model/ports/kubernetes.ts'
import { BOOT_MS, folder, folderOf, KUBERNETES, ok, realClusters, run } from '../fakes/cluster/cluster-real.ts'

/** What the port promises, seen with a real API server. */

const MAPS = '/api/v1/namespaces/default/configmaps'
// A machine that does ten things at once takes ten times as long.
jest.setTimeout(60_000)

let scope: AsyncDisposableStack
let cluster: Cluster
let connection: Connection
let api: KubernetesApi

beforeAll(async () => {
  scope = new AsyncDisposableStack()
  const { path } = scope.use(await folder())
  cluster = scope.use(await realClusters(path).create(KUBERNETES, new AbortController().signal))
  connection = (await readKubeconfig(cluster.kubeconfig, (file) => readFile(file))).connection
  api = scope.use(openKubernetesApi(connection))
}, BOOT_MS)
afterAll(() => scope.disposeAsync())

const map = (name: string, data: Record<string, string> = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data
})

test('what is created can be read, listed and deleted', async () => {
  expect(await api.call('POST', MAPS, { body: map('first', { a: '1' }) })).toMatchObject({ status: 201, warnings: [] })
  expect(await api.call('GET', `${MAPS}/first`)).toMatchObject({ status: 200, body: { data: { a: '1' } } })
  const listed = await api.call('GET', MAPS, { query: { fieldSelector: 'metadata.name=first' } })
  expect(listed.body).toMatchObject({ kind: 'ConfigMapList', items: [{ metadata: { name: 'first' } }] })
  expect(await api.call('DELETE', `${MAPS}/first`)).toMatchObject({ status: 200 })
  expect(await api.call('GET', `${MAPS}/first`)).toMatchObject({ status: 404 })
})

test('a refusal is an answer, with the reason that the server gives', async () => {
  expect(await api.call('GET', `${MAPS}/nobody`)).toMatchObject({
    status: 404,
    body: { kind: 'Status', reason: 'NotFound', message: 'configmaps "nobody" not found' }
  })
  expect(await api.call('POST', MAPS, { body: map('Not A Name') })).toMatchObject({ status: 422 })
})

test('an answer that is not JSON is its text', async () => {
  expect(await api.call('GET', '/readyz')).toMatchObject({ status: 200, body: { text: 'ok' } })
})

test('each kind of patch does what its name says', async () => {
  ok(await api.call('POST', MAPS, { body: map('patched', { a: '1', b: '2' }) }))
  const patch = async (options: Parameters<KubernetesApi['call']>[2]) =>
    readAt(ok(await api.call('PATCH', `${MAPS}/patched`, options)), 'data')
  expect(await patch({ patch: 'merge', body: { data: { a: null } } })).toEqual({ b: '2' })
  expect(await patch({ patch: 'strategic', body: { data: { c: '3' } } })).toEqual({ b: '2', c: '3' })
  expect(await patch({ patch: 'json', body: [{ op: 'remove', path: '/data/b' }] })).toEqual({ c: '3' })
  expect(await patch({ patch: 'apply', body: map('patched', { d: '4' }) })).toEqual({ c: '3', d: '4' })
})

test('apply is a server-side apply by slipway, which takes a field from others only when it is told to', async () => {
  const other = { query: { fieldManager: 'somebody' }, body: map('shared', { a: 'theirs' }) }
  ok(await api.call('POST', MAPS, other))
  const ours = { patch: 'apply', body: map('shared', { a: 'ours' }) } as const
  expect(await api.call('PATCH', `${MAPS}/shared`, ours)).toMatchObject({ status: 409, body: { reason: 'Conflict' } })
  const forced = ok(await api.call('PATCH', `${MAPS}/shared`, { ...ours, query: { force: 'true' } }))
  expect(forced).toMatchObject({ data: { a: 'ours' } })
  expect(readAt(forced, 'metadata', 'managedFields')).toContainEqual(
    expect.objectContaining({ manager: 'slipway', operation: 'Apply' })
  )
})

test('unknown fields are refused under strict validation, and come back as warnings otherwise', async () => {
  const body = { ...map('loose'), colour: 'red "and" blue', shape: 'round' }
  const strict = await api.call('POST', MAPS, { body, query: { fieldValidation: 'Strict' } })
  expect(strict).toMatchObject({ status: 400, body: { message: expect.stringContaining('unknown field "colour"') } })
  const loose = await api.call('POST', MAPS, { body, query: { fieldValidation: 'Warn' } })
  expect(loose).toMatchObject({ status: 201, warnings: ['unknown field "colour"', 'unknown field "shape"'] })
})

test('who the server does not know gets 401, and a client by certificate or token is who the kubeconfig says', async () => {
  using stranger = openKubernetesApi({ ...connection, token: 'f'.repeat(64) })
  expect(await stranger.call('GET', MAPS)).toMatchObject({ status: 401 })
  const review = await api.call('POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', {
    body: { apiVersion: 'authentication.k8s.io/v1', kind: 'SelfSubjectReview' }
  })
  expect(readAt(review.body, 'status', 'userInfo', 'groups')).toContain('system:masters')
})

test('a server that another authority vouches for gets no request', async () => {
  const { ca, ...others } = connection
  expect(ca).toContain('BEGIN CERTIFICATE')
  using strict = openKubernetesApi(others)
  await expect(strict.call('GET', MAPS)).rejects.toMatchObject({ kind: 'environment' })
})

test('an aborted call rejects with the reason of the abort', async () => {
  const reason = new Error('enough')
  await expect(api.call('GET', MAPS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const stop = new AbortController()
  const endless = api.call('GET', MAPS, { query: { watch: '1' }, signal: stop.signal })
  stop.abort(reason)
  await expect(endless).rejects.toBe(reason)
})

/** Takes events until one fits. */
async function next(events: AsyncIterator<WatchEvent>, name: string): Promise<WatchEvent> {
  for (;;) {
    const event = await events.next()
    if (event.done) throw new Error(`the watch ended before ${name}`)
    if (readTextAt(event.value.object, 'metadata', 'name') === name) return event.value
  }
}

test('a watch gives what is there, then each change in order, and ends without an error when its signal aborts', async () => {
  ok(await api.call('POST', MAPS, { body: map('seen-1') }))
  const stop = new AbortController()
  const events = api.watch(MAPS, stop.signal)[Symbol.asyncIterator]()
  expect(await next(events, 'seen-1')).toMatchObject({
    type: 'ADDED',
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'seen-1' } }
  })
  ok(await api.call('POST', MAPS, { body: map('seen-2', { umlaut: 'ü€'.repeat(20_000) }) }))
  ok(await api.call('PATCH', `${MAPS}/seen-2`, { patch: 'merge', body: { data: { a: '1' } } }))
  ok(await api.call('DELETE', `${MAPS}/seen-2`))
  expect(await next(events, 'seen-2')).toMatchObject({
    type: 'ADDED',
    object: { data: { umlaut: 'ü€'.repeat(20_000) } }
  })
  expect(await next(events, 'seen-2')).toMatchObject({ type: 'MODIFIED', object: { data: { a: '1' } } })
  expect(await next(events, 'seen-2')).toMatchObject({ type: 'DELETED' })
  const last = events.next()
  stop.abort()
  expect(await last).toMatchObject({ done: true })
})

test('a watch follows only what its selector fits', async () => {
  const stop = new AbortController()
  const events = api.watch(MAPS, stop.signal, { labelSelector: 'watched=yes' })[Symbol.asyncIterator]()
  const first = events.next()
  ok(await api.call('POST', MAPS, { body: map('unwatched') }))
  ok(
    await api.call('POST', MAPS, {
      body: { ...map('watched'), metadata: { name: 'watched', labels: { watched: 'yes' } } }
    })
  )
  expect((await first).value).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'watched' } } })
  stop.abort()
})

test('a watch whose connection is cut goes on and misses nothing', async () => {
  await using line = await wire(connection)
  using through = openKubernetesApi(line.connection)
  const stop = new AbortController()
  const events = through.watch(MAPS, stop.signal)[Symbol.asyncIterator]()
  ok(await api.call('POST', MAPS, { body: map('cut-0') }))
  await next(events, 'cut-0')
  for (const n of [1, 2, 3]) {
    line.cut()
    ok(await api.call('POST', MAPS, { body: map(`cut-${n}`) }))
    ok(await api.call('DELETE', `${MAPS}/cut-${n}`))
    expect(await next(events, `cut-${n}`)).toMatchObject({ type: 'ADDED' })
    expect(await next(events, `cut-${n}`)).toMatchObject({ type: 'DELETED' })
  }
  stop.abort()
})

test('a list longer than a page is whole', async () => {
  using paging = openKubernetesApi(connection, { page: 7 })
  const names = Array.from({ length: 30 }, (_, n) => `many-${n}`)
  const labels = { many: 'yes' }
  await Promise.all(
    names.map((name) => api.call('POST', MAPS, { body: { ...map(name), metadata: { name, labels } } }).then(ok))
  )
  const stop = new AbortController()
  const seen = new Set<string>()
  for await (const { type, object } of paging.watch(MAPS, stop.signal, { labelSelector: 'many=yes' })) {
    expect(type).toBe('ADDED')
    seen.add(readTextAt(object, 'metadata', 'name'))
    if (seen.size === names.length) stop.abort()
  }
  expect(seen).toEqual(new Set(names))
})

test('a watch of what is not there, or of what this user may not see, is refused', async () => {
  const { signal } = new AbortController()
  const first = (client: KubernetesApi, path: string) => client.watch(path, signal)[Symbol.asyncIterator]().next()
  await expect(first(api, '/apis/nobody.example/v1/things')).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('404')
  })
  using stranger = openKubernetesApi({ ...connection, token: 'f'.repeat(64) })
  await expect(first(stranger, MAPS)).rejects.toMatchObject({ message: expect.stringContaining('401') })
})

test('kubectl of the cluster works with its kubeconfig', async () => {
  const argv = [
    cluster.kubectl,
    '--kubeconfig',
    cluster.kubeconfig,
    'get',
    'namespace',
    'default',
    '-o',
    'name'
  ] as const
  expect(await run.run(argv, { env: { HOME: folderOf(cluster) } })).toMatchObject({ stdout: 'namespace/default\n' })
})

/** A line to the API server that can be cut. */
async function wire(to: Connection): Promise<{ connection: Connection; cut: () => void } & AsyncDisposable> {
  const sockets = new Set<Socket>()
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const server = createServer((near) => {
    const far = connect(Number(to.server.port), to.server.hostname)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => undefined))
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    connection: { ...to, server: new URL(`https://127.0.0.1:${port}`) },
    cut,
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
