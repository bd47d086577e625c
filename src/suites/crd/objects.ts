import { makeExamples, type Example } from '../../crds/examples.ts'
import type { CrdVersion, Definition, Manifest } from '../../crds/source.ts'
import { findMisfits } from '../../crds/validate.ts'
import { readAt, readFields, readItems, readObjectsAt, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { readReplyMessage, describeReply } from '../evidence.ts'
import { waitForState } from '../cluster/wait.ts'

/** Where the objects of a definition live in a trial. */
export interface CrdShelf {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly definition: Definition
  readonly signal: AbortSignal
}

/** An object that is in the cluster. */
export interface Live {
  readonly name: string
  /** The version that it was written in. */
  readonly version: string
  /** What was written, apiVersion and all. */
  readonly written: Json
  /** Whether it is written again by each later step; its twin is left alone. */
  readonly touched: boolean
}

export interface MadeObjects {
  readonly objects: readonly Live[]
  /** Objects that the server would not take, with its words. */
  readonly refused: readonly string[]
}

export const formatCollectionPath = (
  { namespace, definition: { group, plural, namespaced } }: CrdShelf,
  version: string
): string => `/apis/${group}/${version}/${namespaced ? `namespaces/${namespace}/` : ''}${plural}`

/**
 * Makes live objects of one version: from its schema, and the user's samples. Where the server knows a rule that the
 * schema's structure does not tell (CEL, oneOf), what it objects to is left out and tried again.
 */
export const makeObjects = async (
  shelf: CrdShelf,
  version: CrdVersion,
  samples: readonly Manifest[],
  label: string
): Promise<MadeObjects> => {
  const own = samples.filter(
    ({ object }) =>
      readAt(object, 'apiVersion') === `${shelf.definition.group}/${version.name}` &&
      readAt(object, 'kind') === shelf.definition.kind
  )
  const examples: readonly (Example & { readonly meta?: Json | undefined; readonly from?: string })[] = [
    ...makeExamples(version.schema),
    ...own.map(({ object, path, line }, i) => {
      const { apiVersion: _a, kind: _k, metadata, ...body } = readFields(object)
      const { labels, annotations } = readFields(metadata)
      return {
        name: `sample-${i + 1}`,
        body: body as Example['body'],
        meta: { labels, annotations },
        from: `${path}:${line}`
      }
    })
  ]
  const made = await Promise.all(
    examples.map(async (example): Promise<readonly (Live | string)[]> => {
      const base = `${label}-${version.name}-${example.name}`
      const object =
        (name: string) =>
        (body: Example['body']): Json => ({
          apiVersion: `${shelf.definition.group}/${version.name}`,
          kind: shelf.definition.kind,
          ...body,
          metadata: { ...readFields(example.meta), name }
        })
      const names = [`${base}-kept`, `${base}-touched`] as const
      const first = await createObject(shelf, version, example.from === undefined, example.body, object(names[0]))
      if ('refused' in first) return [`${example.from ?? example.name}: ${first.refused}`]
      const kept: Live = {
        name: names[0],
        version: version.name,
        written: object(names[0])(first.body),
        touched: false
      }
      const twin = await createObject(shelf, version, false, first.body, object(names[1]))
      if ('refused' in twin) return [kept]
      return [kept, { ...kept, name: names[1], written: object(names[1])(first.body), touched: true }]
    })
  )
  return {
    objects: made.flat().filter((each) => typeof each !== 'string'),
    refused: made.flat().filter((each) => typeof each === 'string')
  }
}

/** As many times as a generated object may be refused before it is given up. */
const TRIES = 40

async function createObject(
  shelf: CrdShelf,
  version: CrdVersion,
  mayChange: boolean,
  body: Example['body'],
  object: (body: Example['body']) => Json
): Promise<{ readonly body: Example['body'] } | { readonly refused: string }> {
  let current = body
  for (let tries = 1; ; tries++) {
    const written = object(current)
    const reply = await postObject(shelf, version.name, written)
    if (reply.status === 201) {
      await writeStatus(shelf, version, written, reply)
      return { body: current }
    }
    const next = mayChange && tries < TRIES ? mendBody(current, version.schema, reply) : undefined
    if (next === undefined) return { refused: describeReply(reply) }
    current = next
  }
}

export const postObject = (
  { api, signal, ...shelf }: CrdShelf,
  version: string,
  body: Json,
  query: Readonly<Record<string, string>> = {}
): Promise<Reply> =>
  api.call('POST', formatCollectionPath({ api, signal, ...shelf }, version), {
    body,
    query: { fieldValidation: 'Strict', ...query },
    signal
  })

/** Where status is a subresource, a create drops it: it is written by itself, as a controller does. */
async function writeStatus(shelf: CrdShelf, version: CrdVersion, written: Json, reply: Reply): Promise<void> {
  const status = readAt(written, 'status')
  if (!version.status || status === undefined) return
  const body = { ...readFields(reply.body), status }
  const path = `${formatCollectionPath(shelf, version.name)}/${readText(readAt(reply.body, 'metadata', 'name'))}/status`
  await shelf.api.call('PUT', path, { body, signal: shelf.signal })
}

/** The body without what the server objected to, or undefined where nothing can be left out. */
function mendBody(body: Example['body'], schema: Json, reply: Reply): Example['body'] | undefined {
  if (reply.status !== 422 && reply.status !== 400) return undefined
  const causes = readObjectsAt(reply.body, 'details', 'causes').map((cause) => readText(cause['field']))
  const named =
    causes.length > 0
      ? causes
      : [...readReplyMessage(reply).matchAll(/unknown field "([^"]+)"/g)].map(([, path = '']) => path)
  for (const path of named.map(splitFieldPath)) {
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

/** How long a server may take to have the objects at hand for lists, after their definition changed. */
const LIST_MS = 30_000

/** The objects of a definition in one version, as clients read them, by name; or the server's words. */
export const readObjects = async (
  shelf: CrdShelf,
  version: string
): Promise<{ readonly objects: ReadonlyMap<string, Json>; readonly error?: string }> => {
  // A list right after a change of the definition is answered 429, "storage is (re)initializing"; a get is not.
  const { value: reply } = await waitForState(
    shelf.api,
    {
      read: () => shelf.api.call('GET', formatCollectionPath(shelf, version), { signal: shelf.signal }),
      done: ({ status }) => status !== 429,
      withinMs: LIST_MS
    },
    shelf.signal
  )
  if (reply.status !== 200) return { objects: new Map(), error: describeReply(reply) }
  // The items of a list are without apiVersion and kind, which nobody compares.
  return {
    objects: new Map(
      readObjectsAt(reply.body, 'items').map((object) => [readText(readAt(object, 'metadata', 'name')), object])
    )
  }
}

export const MARK = 'slipway/written-again'

/** Writes an object back as it was read in a version, with a mark of ours. */
export const writeAgain = (shelf: CrdShelf, version: string, read: Json): Promise<Reply> => {
  const metadata = readFields(readAt(read, 'metadata'))
  const body = {
    ...readFields(read),
    apiVersion: `${shelf.definition.group}/${version}`,
    kind: shelf.definition.kind,
    metadata: { ...metadata, annotations: { ...readFields(metadata['annotations']), [MARK]: 'true' } }
  }
  const path = `${formatCollectionPath(shelf, version)}/${readText(metadata['name'])}`
  return shelf.api.call('PUT', path, { body, signal: shelf.signal })
}

/** The object without our mark, to be compared with one that never had it. */
export const removeOwnMark = (object: Json): Json => {
  const metadata = readFields(readAt(object, 'metadata'))
  const { [MARK]: mark, ...annotations } = readFields(metadata['annotations'])
  if (mark === undefined) return object
  return {
    ...readFields(object),
    metadata: { ...metadata, annotations: Object.keys(annotations).length ? annotations : undefined }
  }
}
