import { readDefinition } from '../../crds/source.ts'
import { explainRefusal } from '../../crds/explain.ts'
import { readAt, readFields, readItems, readObjectsAt, readText } from '../../base/json.ts'
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
