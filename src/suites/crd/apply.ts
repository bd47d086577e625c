import { definitionOf } from '../../crds/source.ts'
import { explainRefusal } from '../../crds/explain.ts'
import { at, fields, items, objectsAt, text } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { CRDS } from '../../crds/api.ts'
import { message, told, type Look } from '../evidence.ts'
import { wait } from '../cluster/wait.ts'

export interface Applied extends Look {
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
  const name = text(at(crd, 'metadata', 'name'))
  const reply = await api.call('PATCH', `${CRDS}/${name}`, { body: marked(crd, step), patch: 'apply', signal })
  if (reply.status >= 300) return { ok: false, seen: refusal(name, reply), created: false }
  const { group, plural, versions } = definitionOf(crd)
  const served = versions.find((version) => version.served)?.name
  const created = reply.status === 201
  if (served === undefined) return { ok: true, seen: `${told(reply)}; no version is served`, created }
  const read = () =>
    api.call('GET', `/apis/${group}/${served}/${plural}`, { query: { limit: '1' }, table: true, signal })
  const { value, done, ms } = await wait(
    api,
    { read, done: (table) => columns(table).includes(column(step)), withinMs },
    signal
  )
  return {
    ok: done,
    seen: done
      ? `${told(reply)}, in force after ${ms} ms`
      : `${told(reply)}, not in force after ${ms} ms: ${told(value)}`,
    created
  }
}

const column = (step: string): string => `Slipway ${step}`

const columns = ({ status, body }: Reply): readonly string[] =>
  status === 200 ? objectsAt(body, 'columnDefinitions').map((each) => text(each['name'])) : []

const marked = (crd: Json, step: string): Json => ({
  ...fields(crd),
  spec: {
    ...fields(at(crd, 'spec')),
    versions: items(at(crd, 'spec', 'versions')).map((version) => ({
      ...fields(version),
      additionalPrinterColumns: [
        ...items(at(version, 'additionalPrinterColumns')),
        { name: column(step), type: 'string', jsonPath: '.metadata.name', priority: 1 }
      ]
    }))
  }
})

/** The server's words, what they mean, and what to do. */
const refusal = (name: string, reply: Reply): string => {
  const explained = explainRefusal(name, message(reply))
  return explained === undefined
    ? told(reply)
    : `${told(reply)}\n${explained.means}\nThe way to do it:\n${explained.way}`
}
