import { expect, test } from '@jest/globals'
import type { Json } from '../../../../src/base/json.ts'
import type { KubernetesApi } from '../../../../src/model/ports/kubernetes.ts'
import { removeCrds } from '../../../../src/suites/cluster/own-crds.ts'

/** A server with one definition; `answer` says what a DELETE or PATCH does to it, by its number. */
function server(answer: (method: string, time: number) => { status: number; crd: Json | undefined }) {
  let crd: Json | undefined = { metadata: { name: 'a.example.com' } }
  const asked: string[] = []
  const call: KubernetesApi['call'] = async (method) => {
    if (method === 'GET') return { status: crd ? 200 : 404, body: crd ?? {}, warnings: [] }
    asked.push(method)
    const { status, crd: next } = answer(method, asked.length)
    crd = next
    return { status, body: crd ?? {}, warnings: [] }
  }
  async function* watch(): ReturnType<KubernetesApi['watch']> & AsyncGenerator<never> {
    // Ends at once.
  }
  return { api: { call, watch }, asked }
}
const THERE: Json = { metadata: { name: 'a.example.com' } }
const GOING: Json = { metadata: { name: 'a.example.com', deletionTimestamp: '2026-01-01T00:00:00Z' } }

test('a deletion that is refused for a conflict is asked for again', async () => {
  const { api, asked } = server((_, time) => (time < 3 ? { status: 409, crd: THERE } : { status: 200, crd: undefined }))
  await removeCrds(api, ['a.example.com'], 1)
  expect(asked).toEqual(['DELETE', 'DELETE', 'DELETE'])
})

test('a deletion that its controller lost is brought back to it by a change', async () => {
  const { api, asked } = server((method) => ({ status: 200, crd: method === 'PATCH' ? undefined : GOING }))
  await removeCrds(api, ['a.example.com'], 1)
  expect(asked).toEqual(['DELETE', 'PATCH'])
})

test('what never goes is told with its name and with what the server said', async () => {
  const { api } = server(() => ({ status: 200, crd: GOING }))
  await expect(removeCrds(api, ['a.example.com'], 1)).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('the CRD a.example.com could not be removed')
  })
})
