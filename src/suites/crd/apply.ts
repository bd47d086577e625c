import { readDefinition } from '../../crds/source.ts'
import { explainRefusal } from '../../crds/explain.ts'
import { isSame, readAt, readFields, readItems, readObjectsAt, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { CRDS } from '../../crds/api.ts'
import { readReplyMessage, describeReply, type Observation } from '../evidence.ts'
import { waitForState } from '../cluster/wait.ts'

export interface Applied extends Observation {
  /** The API server made it: it was not there before. */
  readonly created: boolean
}

/**
 * Applies a definition as its owner would, and waits until the API server answers by it. A changed schema comes into
 * force a moment after the write, and nothing in the CRD says when; so each version gets a printer column of ours, which
 * the same part of the server shows in tables that also prunes and validates. Nothing else of the definition is changed.
 */
export const applyCrd = async (
  api: KubernetesApi,
  crd: Json,
  step: string,
  withinMs: number,
  signal: AbortSignal
): Promise<Applied> => {
  const name = readText(readAt(crd, 'metadata', 'name'))
  const reply = await api.call('PATCH', `${CRDS}/${name}`, { body: addProbeMark(crd, step), patch: 'apply', signal })
  if (reply.status >= 300) return { ok: false, seen: describeCrdRefusal(name, reply), created: false }
  const { group, plural, versions } = readDefinition(crd)
  const served = versions.find((version) => version.served)?.name
  const accepted = await awaitNames(api, crd, withinMs, signal)
  if (!accepted.ok) return { ...accepted, created: reply.status === 201 }
  const created = reply.status === 201
  if (served === undefined) return { ok: true, seen: `${describeReply(reply)}; no version is served`, created }
  const read = () =>
    api.call('GET', `/apis/${group}/${served}/${plural}`, { query: { limit: '1' }, table: true, signal })
  const { value, done, ms } = await waitForState(
    api,
    { read, done: (table) => listColumns(table).includes(formatProbeColumn(step)), withinMs },
    signal
  )
  return {
    ok: done,
    seen: done
      ? `${describeReply(reply)}, in force after ${ms} ms`
      : `${describeReply(reply)}, not in force after ${ms} ms: ${describeReply(value)}`,
    created
  }
}

/** Whether the server would take the definition as it is; undefined where it would. Nothing is written. */
export const tryCrd = async (api: KubernetesApi, crd: Json, signal: AbortSignal): Promise<Observation | undefined> => {
  const name = readText(readAt(crd, 'metadata', 'name'))
  const query = { dryRun: 'All' }
  const reply = await api.call('PATCH', `${CRDS}/${name}`, { body: crd, patch: 'apply', query, signal })
  return reply.status >= 300 ? { ok: false, seen: describeCrdRefusal(name, reply) } : undefined
}

/** Waits until the server has taken the names that the definition asks for, or says that it does not. */
const awaitNames = async (
  api: KubernetesApi,
  crd: Json,
  withinMs: number,
  signal: AbortSignal
): Promise<Observation> => {
  const name = readText(readAt(crd, 'metadata', 'name'))
  const wanted = (reply: Reply): boolean =>
    ['plural', 'singular', 'kind', 'listKind', 'shortNames', 'categories'].every((key) =>
      isSame(
        readAt(reply.body, 'spec', 'names', key) ?? null,
        readAt(reply.body, 'status', 'acceptedNames', key) ?? null
      )
    )
  const refusal = (reply: Reply) =>
    readObjectsAt(reply.body, 'status', 'conditions').find(
      ({ type, status }) => type === 'NamesAccepted' && status === 'False'
    )
  const { value, done } = await waitForState(
    api,
    {
      read: () => api.call('GET', `${CRDS}/${name}`, { signal }),
      done: (reply) => wanted(reply) || refusal(reply) !== undefined,
      withinMs
    },
    signal
  )
  if (done && wanted(value)) return { ok: true, seen: '' }
  const found = refusal(value)
  return {
    ok: false,
    seen: found
      ? `the API server does not accept its names: NamesAccepted=False, ${readText(found['reason'])}: ${readText(found['message'])}`
      : `the API server has not accepted its names within ${withinMs / 1000} s`
  }
}

const formatProbeColumn = (step: string): string => `Slipway ${step}`

const listColumns = ({ status, body }: Reply): readonly string[] =>
  status === 200 ? readObjectsAt(body, 'columnDefinitions').map((each) => readText(each['name'])) : []

const addProbeMark = (crd: Json, step: string): Json => ({
  ...readFields(crd),
  spec: {
    ...readFields(readAt(crd, 'spec')),
    versions: readItems(readAt(crd, 'spec', 'versions')).map((version) => ({
      ...readFields(version),
      additionalPrinterColumns: [
        ...readItems(readAt(version, 'additionalPrinterColumns')),
        { name: formatProbeColumn(step), type: 'string', jsonPath: '.metadata.name', priority: 1 }
      ]
    }))
  }
})

/** The server's words, what they mean, and what to do. */
const describeCrdRefusal = (name: string, reply: Reply): string => {
  const explained = explainRefusal(name, readReplyMessage(reply))
  return explained === undefined
    ? describeReply(reply)
    : `${describeReply(reply)}\n${explained.means}\nThe way to do it:\n${explained.way}`
}
