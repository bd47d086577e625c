import type { Example } from '../../crds/examples.ts'
import { findMisfits } from '../../crds/validate.ts'
import { readFields, readItems, readObjectsAt, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { Reply } from '../../model/ports/kubernetes.ts'
import { readReplyMessage } from '../evidence.ts'

/** The fields that a refusal is about, as a schema has them: `spec.routes[].weight`. */
export const listFaults = (reply: Reply): readonly string[] => [
  ...new Set(listRefusedFields(reply).map((path) => path.replace(/\[[^\]]*\]/g, '[]').replace('<nil>', 'the root')))
]

/** What no field is named for is about something unknown. */
export const orUnknown = (faults: readonly string[]): readonly string[] => (faults.length ? faults : ['?'])

const listRefusedFields = (reply: Reply): readonly string[] => {
  const causes = readObjectsAt(reply.body, 'details', 'causes').map((cause) => readText(cause['field']))
  return causes.length > 0
    ? causes
    : [...readReplyMessage(reply).matchAll(/unknown field "([^"]+)"/g)].map(([, path = '']) => path)
}

/** The body without what the server objected to, or undefined where nothing can be left out. */
export function mendBody(body: Example['body'], schema: Json, reply: Reply): Example['body'] | undefined {
  if (reply.status !== 422 && reply.status !== 400) return undefined
  for (const path of listRefusedFields(reply).map(splitFieldPath)) {
    for (let depth = path.length; depth > 0; depth--) {
      const without = removeField(body, path.slice(0, depth))
      if (without !== undefined && findMisfits(without, schema).length === 0) return without as Example['body']
    }
    const smaller = removeOptionalField(body, path, schema)
    if (smaller) return smaller
  }
  return undefined
}

const splitFieldPath = (field: string): readonly string[] =>
  field
    .replace(/^<nil>$/, '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '')

const removeField = (value: Json, [step = '', ...rest]: readonly string[]): Json | undefined => {
  if (Array.isArray(value)) {
    const list = readItems(value)
    const inner = rest.length ? removeField(list[Number(step)] ?? null, rest) : undefined
    if (rest.length && inner === undefined) return undefined
    return list.flatMap((item, i) => (i !== Number(step) ? [item] : rest.length ? [inner ?? null] : []))
  }
  if (typeof value !== 'object' || value === null || !(step in value)) return undefined
  const inner = rest.length ? removeField(readFields(value)[step] ?? null, rest) : undefined
  if (rest.length && inner === undefined) return undefined
  return Object.fromEntries(
    Object.entries(readFields(value)).flatMap(([key, item]) =>
      key !== step ? [[key, item ?? null]] : rest.length ? [[key, inner ?? null]] : []
    )
  )
}

/** The body with one optional field fewer in an object that the server finds wrong as a whole. */
function removeOptionalField(
  body: Example['body'],
  path: readonly string[],
  schema: Json
): Example['body'] | undefined {
  const whole = path.reduce<Json | undefined>(
    (value, step) => (Array.isArray(value) ? readItems(value)[Number(step)] : readFields(value)[step]),
    body
  )
  for (const name of Object.keys(readFields(whole)).reverse()) {
    const without = removeField(body, [...path, name])
    if (without !== undefined && findMisfits(without, schema).length === 0) return without as Example['body']
  }
  return undefined
}
