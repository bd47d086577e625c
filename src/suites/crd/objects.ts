import { makeExamples, type Example } from '../../crds/examples.ts'
import type { CrdVersion, Definition, Manifest } from '../../crds/source.ts'
import { makeName, readNameRules } from '../../crds/names.ts'
import { readAt, readFields, readObjectsAt, readText } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi, Reply } from '../../model/ports/kubernetes.ts'
import { describeReply } from '../evidence.ts'
import { waitForState } from '../cluster/wait.ts'
import { mendBody } from './mend.ts'

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
  /** Whether a rule wants this very name, so that it has no twin. */
  readonly named?: boolean
}

export interface MadeObjects {
  readonly objects: readonly Live[]
  /** Objects that the server would not take, with its words. */
  readonly refused: readonly string[]
  /** Of the only names that there may be, those whose object is there already, written in another version. */
  readonly taken: readonly string[]
}

export const formatCollectionPath = (
  { namespace, definition: { group, plural, namespaced } }: CrdShelf,
  version: string
): string => `/apis/${group}/${version}/${namespaced ? `namespaces/${namespace}/` : ''}${plural}`

/** What an object is made of. */
interface Draft extends Example {
  /** Labels and annotations. */
  readonly meta?: Json
  /** Of a user's sample: where it stands, and its own name. */
  readonly sample?: { readonly from: string; readonly name: string }
}

/**
 * Makes live objects of one version: from its schema, and the user's samples. Where the server knows a rule that the
 * schema's structure does not tell (CEL, oneOf), what it objects to is left out and tried again. Where a rule allows
 * certain names alone, there is one object of each such name, of a sample before others.
 */
export const makeObjects = async (
  shelf: CrdShelf,
  version: CrdVersion,
  samples: readonly Manifest[],
  label: string
): Promise<MadeObjects> => {
  const rules = readNameRules(version.schema)
  const drafts: readonly Draft[] = [...readSamples(shelf, version, samples), ...makeExamples(version.schema)]
  if (rules.fixed.length > 0) return await makeNamedObjects(shelf, version, drafts, rules.fixed)
  const made = await Promise.all(
    drafts.map(async (draft): Promise<readonly (Live | string)[]> => {
      const name = (twin: string): string => makeName(rules, `${label}-${version.name}-${draft.name}-${twin}`)
      const kept = await createObject(shelf, version, draft, name('kept'))
      if ('refused' in kept) {
        // Its own name may be what a rule wants of it.
        const own = draft.sample && (await createObject(shelf, version, draft, draft.sample.name))
        return own && !('refused' in own)
          ? [{ ...own, touched: true, named: true }]
          : [`${draft.sample?.from ?? draft.name}: ${kept.refused}`]
      }
      const twin = await createObject(shelf, version, { ...draft, body: kept.body }, name('touched'))
      return 'refused' in twin ? [kept] : [kept, { ...twin, touched: true }]
    })
  )
  return {
    objects: made.flat().filter((each) => typeof each !== 'string'),
    refused: made.flat().filter((each) => typeof each === 'string'),
    taken: []
  }
}

/** The samples of one version; the user's own name stays with each. */
const readSamples = (
  { definition: { group, kind } }: CrdShelf,
  version: CrdVersion,
  samples: readonly Manifest[]
): readonly Draft[] =>
  samples
    .filter(
      ({ object }) => readAt(object, 'apiVersion') === `${group}/${version.name}` && readAt(object, 'kind') === kind
    )
    .map(({ object, path, line }, i) => {
      const { apiVersion: _a, kind: _k, metadata, ...body } = readFields(object)
      const { name, labels, annotations } = readFields(metadata)
      return {
        name: `sample-${i + 1}`,
        body: body as Example['body'],
        meta: { labels, annotations },
        sample: { from: `${path}:${line}`, name: readText(name) }
      }
    })

/** One object for each of the only names, from the first draft that the server takes. */
const makeNamedObjects = async (
  shelf: CrdShelf,
  version: CrdVersion,
  drafts: readonly Draft[],
  names: readonly string[]
): Promise<MadeObjects> => {
  const objects: Live[] = []
  const [refused, taken]: [string[], string[]] = [[], []]
  for (const name of [...new Set(names)].slice(0, NAMES)) {
    const fitting = drafts.filter(({ sample }) => sample === undefined || sample.name === name)
    for (const draft of fitting) {
      const made = await createObject(shelf, version, draft, name)
      if (!('refused' in made)) objects.push({ ...made, touched: true, named: true })
      else if (made.status === 409) taken.push(name)
      else refused.push(`${draft.sample?.from ?? draft.name}: ${made.refused}`)
      if (!('refused' in made) || made.status === 409) break
    }
  }
  return { objects, refused, taken }
}

/** As many names of a list of the only ones get an object. */
const NAMES = 5

/** As many times as a generated object may be refused before it is given up. */
const TRIES = 40

async function createObject(
  shelf: CrdShelf,
  version: CrdVersion,
  draft: Draft,
  name: string
): Promise<(Live & { readonly body: Example['body'] }) | { readonly refused: string; readonly status: number }> {
  let body = draft.body
  for (let tries = 1; ; tries++) {
    const written: Json = {
      apiVersion: `${shelf.definition.group}/${version.name}`,
      kind: shelf.definition.kind,
      ...body,
      metadata: { ...readFields(draft.meta), name }
    }
    const reply = await postObject(shelf, version.name, written)
    if (reply.status === 201) {
      const status = await writeStatus(shelf, version, body, reply)
      const { status: _, ...rest } = body
      const whole: Example['body'] = version.status ? { ...rest, ...(status !== undefined && { status }) } : body
      return {
        name,
        version: version.name,
        written: { ...readFields(written), status: whole['status'] },
        touched: false,
        body: whole
      }
    }
    const next = draft.sample === undefined && tries < TRIES ? mendBody(body, version.schema, reply) : undefined
    if (next === undefined) return { refused: describeReply(reply), status: reply.status }
    body = next
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

/**
 * Where status is a subresource, a create drops it: it is written by itself, as a controller does. Resolves with what the
 * server took of it: what it objects to is left out and tried again.
 */
async function writeStatus(
  shelf: CrdShelf,
  version: CrdVersion,
  body: Example['body'],
  created: Reply
): Promise<Json | undefined> {
  let status = body['status']
  for (let tries = 1; version.status && status !== undefined && tries < TRIES; tries++) {
    const reply = await putStatus(shelf, version.name, { ...readFields(created.body), status })
    if (reply.status === 200) return status
    status = mendBody({ ...body, status }, version.schema, reply)?.['status']
  }
  return undefined
}

/** Writes the status of an object that is there, as a controller does. */
export const putStatus = (
  shelf: CrdShelf,
  version: string,
  object: Json,
  query: Readonly<Record<string, string>> = {}
): Promise<Reply> => {
  const path = `${formatCollectionPath(shelf, version)}/${readText(readAt(object, 'metadata', 'name'))}/status`
  return shelf.api.call('PUT', path, { body: object, query, signal: shelf.signal })
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
