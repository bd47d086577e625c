import { changesOf } from '../../crds/diff.ts'
import { definitionOf, type Crd, type CrdVersion, type Definition, type Manifest } from '../../crds/source.ts'
import { fields, isSame } from '../../base/json.ts'
import type { Check, Loss } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import { compare, type Difference } from '../../smi/known-losses.ts'
import { applyCrd } from './apply.ts'
import { makeObjects, post, readObjects, unmarked, writeAgain, type Live, type Shelf } from './objects.ts'
import { evidence, piped, told, type Evidence, type Look } from '../evidence.ts'

export interface Changing {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly samples: readonly Manifest[]
  /** What the baseline is called: its tag. */
  readonly tag: string
  readonly withinMs: number
  /** People apply the definitions with --server-side. */
  readonly serverSide: boolean
  /** Told of a definition that was not there before. */
  readonly created: string[]
  readonly signal: AbortSignal
}

/** What was read of each object, by its name and the version it was read in. */
type Reading = ReadonlyMap<string, Json>

/**
 * One definition, N-1 → N → N-1, with live objects: each is made twice, one copy is written again by every step and one
 * is left alone. Ends with the first step that the server refuses.
 */
export const proveChange = async (changing: Changing, before: Crd, after: Crd): Promise<readonly Check[]> => {
  const proof = evidence()
  const { checks, check } = proof
  const { tag, api, withinMs, signal } = changing
  const [old, now] = [definitionOf(before.crd), definitionOf(after.crd)]
  const webhook = old.webhook || now.webhook
  const shelf: Shelf = { api, namespace: changing.namespace, definition: old, signal }
  const apply = (which: Crd, step: string, claim: string) =>
    check(claim, `kubectl apply --server-side -f ${which.from.replace(/:\d+$/, '')}`, async () => {
      const applied = await applyCrd(api, webhook ? converted(which.crd) : which.crd, step, withinMs, signal)
      if (applied.created) changing.created.push(which.name)
      return { ...applied, seen: [applied.seen, ...which.changes].join('; ') }
    })

  await check(`${before.name} of N changes nothing that its clients rely on`, diffCommand(before, after), async () =>
    judgeStatic(before, after)
  )
  if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`))) return checks

  const versions = old.versions.filter(({ served, storage }) => served && (!webhook || storage))
  const objects = (await Promise.all(versions.map((version) => make(proof, changing, shelf, version)))).flat()
  const written = await readAll(shelf, objects, versions)

  if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`))) return checks
  const still = stillServed(now, versions)
  for (const { name } of versions)
    await check(
      `${old.kind} ${name} is still served by N`,
      `kubectl get --raw /apis/${old.group}/${name}`,
      async () => ({
        ok: still.some((version) => version.name === name),
        seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', ')
      })
    )
  await survive(proof, shelf, objects, still, written, {
    ...{ step: 'with the definition of N', storage: stores(now), now: after }
  })
  await anew(proof, shelf, objects, still, written)
  await touch(proof, shelf, objects, still, 'N')
  const news = await newObjects(changing, shelf, now, old, webhook)

  if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`))) return checks
  await survive(proof, shelf, objects, versions, written, {
    ...{ step: 'back at N-1', storage: stores(old), now: after }
  })
  await touch(proof, shelf, objects, versions, 'N-1, after the way back')
  await tellNew(proof, shelf, news, old)
  return checks
}

/** A definition that N has and N-1 has not. */
export const proveNew = async (changing: Changing, crd: Crd): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  await check(`${crd.name}, which is new, installs`, `kubectl apply --server-side -f ${crd.from}`, async () => {
    const applied = await applyCrd(changing.api, crd.crd, 'N', changing.withinMs, changing.signal)
    if (applied.created) changing.created.push(crd.name)
    return { ...applied, seen: [applied.seen, ...crd.changes].join('; ') }
  })
  return checks
}

const converted = (crd: Json): Json => ({
  ...fields(crd),
  spec: { ...fields(fields(crd)['spec']), conversion: { strategy: 'None' } }
})

const stores = ({ versions }: Definition): string => versions.find(({ storage }) => storage)?.name ?? ''

const stillServed = ({ versions }: Definition, old: readonly CrdVersion[]): readonly CrdVersion[] =>
  old.filter(({ name }) => versions.some((version) => version.name === name && version.served))

const diffCommand = (before: Crd, after: Crd): string => `diff ${before.from} ${after.from}`

const judgeStatic = (before: Crd, after: Crd): Look => {
  const changes = changesOf(before.crd, after.crd)
  const breaking = changes.filter(({ breaks }) => breaks)
  const say = (list: typeof changes): string => list.map(({ where, says }) => `${where} ${says}`).join('; ')
  const rest = changes.filter(({ breaks }) => !breaks)
  const [version = '', field = ''] = breaking[0]?.where.split(': ') ?? []
  return {
    ok: breaking.length === 0,
    at: breaking.length === 0 ? undefined : after.placeOf(version, field),
    seen:
      [say(breaking), rest.length ? `also changed: ${say(rest)}` : ''].filter(Boolean).join('; ') ||
      'no change of a schema'
  }
}

async function make(
  { check }: Evidence,
  { samples, tag }: Changing,
  shelf: Shelf,
  version: CrdVersion
): Promise<readonly Live[]> {
  const { objects, refused } = await makeObjects(shelf, version, samples, 'old')
  const { kind, group } = shelf.definition
  await check(
    `Objects of ${kind} ${version.name} can be made by ${tag}`,
    objects[0]
      ? piped(objects[0].written, 'create')
      : `kubectl explain ${kind} --api-version=${group}/${version.name} --recursive`,
    async () => ({
      ok: objects.length > 0,
      seen:
        `${objects.length / 2} objects, each twice: ${
          objects
            .filter(({ touched }) => !touched)
            .map(({ name }) => name)
            .join(', ') || 'none'
        }` +
        (refused.length ? `; not taken: ${refused.join('; ')}` : '') +
        (objects.length ? '' : '; give samples: crds.samples in slipway.yaml')
    })
  )
  return objects
}

const key = ({ name }: Live, version: string): string => `${version}/${name}`

async function readAll(shelf: Shelf, objects: readonly Live[], versions: readonly CrdVersion[]): Promise<Reading> {
  const read = await Promise.all(
    versions.map(async ({ name }) => {
      const { objects: found } = await readObjects(shelf, name)
      return objects.map((live) => [key(live, name), found.get(live.name) ?? null] as const)
    })
  )
  return new Map(read.flat())
}

/** What a version shows of some objects, each against what is expected of it. */
async function seenIn(
  shelf: Shelf,
  version: string,
  objects: readonly Live[],
  expected: (live: Live) => Json
): Promise<readonly Seen[]> {
  const { objects: found, error } = await readObjects(shelf, version)
  return objects.map((live) => {
    const object = found.get(live.name)
    if (object === undefined) return { live, error: error ?? 'is gone' }
    return { live, difference: compare(expected(live), unmarked(object)) }
  })
}

/** Every object read in every version, against what N-1 read of it. */
async function survive(
  { check }: Evidence,
  shelf: Shelf,
  objects: readonly Live[],
  versions: readonly CrdVersion[],
  before: Reading,
  { step, storage, now }: { readonly step: string; readonly storage: string; readonly now: Crd }
): Promise<void> {
  for (const { name: version } of versions) {
    const { kind, plural, group } = shelf.definition
    await check(
      `${kind} ${version} objects of N-1, read ${step}, are as they were`,
      `kubectl get ${plural}.${version}.${group} --all-namespaces -o yaml`,
      async () => {
        const seen = await seenIn(shelf, version, objects, (live) => before.get(key(live, version)) ?? null)
        const { ok, seen: says, lost } = summed(seen)
        const loss = lossOf(lost, kind, version, storage, step)
        // Whoever lost it: what can be changed is the definition of N.
        return { ok, seen: says, loss, at: loss && now.placeOf(version, lost[0] ?? '') }
      }
    )
  }
}

interface Seen {
  readonly live: Live
  readonly difference?: Difference
  readonly error?: string
}

const lossOf = (lost: readonly string[], kind: string, read: string, stored: string, step: string): Loss | undefined =>
  lost.length === 0 ? undefined : { kind, written: 'N-1', stored, read: `${read}, ${step}`, fields: lost }

/** What the readings of many objects come to: each path once, with the objects that show it. */
const summed = (seen: readonly Seen[]): Look & { readonly lost: readonly string[] } => {
  const paths = (of: (difference: Difference) => readonly string[]): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, readonly string[]>()
    for (const { live, difference } of seen)
      for (const path of difference ? of(difference) : []) found.set(path, [...(found.get(path) ?? []), live.name])
    return found
  }
  const [lost, changed, added] = [
    paths(({ lost }) => lost),
    paths(({ changed }) => changed),
    paths(({ added }) => added)
  ]
  const errors = seen.flatMap(({ live, error }) => (error === undefined ? [] : [`${live.name}: ${error}`]))
  const say = (what: string, found: ReadonlyMap<string, readonly string[]>): readonly string[] =>
    [...found].map(
      ([path, names]) => `${what}: ${path} (in ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''})`
    )
  return {
    ok: lost.size + changed.size + errors.length === 0,
    seen: [
      `${seen.length} objects`,
      ...errors.slice(0, 3),
      ...say('lost', lost),
      ...say('changed', changed),
      ...say('added', added)
    ].join('; '),
    lost: [...lost.keys()]
  }
}

/** What N-1 took as a new object, N must take too, and make the same of it. */
async function anew(
  { check }: Evidence,
  shelf: Shelf,
  objects: readonly Live[],
  versions: readonly CrdVersion[],
  before: Reading
): Promise<void> {
  for (const { name: version } of versions) {
    const own = objects.filter((live) => live.version === version && !live.touched)
    const [first] = own
    if (first === undefined) continue
    await check(
      `${shelf.definition.kind} ${version} manifests of N-1 are accepted by N and mean the same`,
      piped(first.written, 'create --dry-run=server'),
      async () =>
        summed(
          await Promise.all(
            own.map(async (live): Promise<Seen> => {
              const metadata = { ...fields(fields(live.written)['metadata']), name: `${live.name}-anew` }
              const reply = await post(shelf, version, { ...fields(live.written), metadata }, { dryRun: 'All' })
              if (reply.status !== 201) return { live, error: told(reply) }
              return { live, difference: compare(plain(before.get(key(live, version))), plain(reply.body)) }
            })
          )
        )
    )
  }
}

/** Without its name and without status, which a create of a dry run may drop. */
const plain = (object: Json | undefined): Json => {
  const { status: _status, metadata: _metadata, ...rest } = fields(object)
  return rest
}

/** Writes again the objects that are for that: what the server then drops, it drops for good. */
async function touch(
  { check }: Evidence,
  shelf: Shelf,
  objects: readonly Live[],
  versions: readonly CrdVersion[],
  step: string
): Promise<void> {
  for (const { name: version } of versions) {
    const own = objects.filter((live) => live.touched && live.version === version)
    if (own.length === 0) continue
    await check(
      `${shelf.definition.kind} ${version} objects of N-1 can be updated by ${step}`,
      `kubectl annotate ${shelf.definition.plural}.${version}.${shelf.definition.group} --all written-again=true`,
      async () => {
        const { objects: found } = await readObjects(shelf, version)
        const replies = await Promise.all(
          own.map(async (live) => ({
            live,
            reply: await writeAgain(shelf, version, found.get(live.name) ?? live.written)
          }))
        )
        const refused = replies.filter(({ reply }) => reply.status !== 200)
        return {
          ok: refused.length === 0,
          seen:
            refused.map(({ live, reply }) => `${live.name}: ${told(reply)}`).join('; ') ||
            `${own.length} objects written`
        }
      }
    )
  }
}

/** Objects that N's own schema allows, so that the way back meets what N wrote. */
async function newObjects(
  { samples }: Changing,
  shelf: Shelf,
  now: Definition,
  old: Definition,
  webhook: boolean
): Promise<readonly Live[]> {
  const changed = now.versions.filter(({ name, served, storage, schema }) => {
    const before = old.versions.find((version) => version.name === name)
    return served && (!webhook || storage) && !(before && isSame(before.schema, schema))
  })
  const made = await Promise.all(changed.map((version) => makeObjects(shelf, version, samples, 'new')))
  return made.flatMap(({ objects }) => objects.filter(({ touched }) => !touched))
}

/** What N wrote is read by N-1: it must be readable; what is new in it may be gone, and is told. */
async function tellNew({ check }: Evidence, shelf: Shelf, news: readonly Live[], old: Definition): Promise<void> {
  const served = old.versions.find((version) => version.served)
  if (news.length === 0 || served === undefined) return
  await check(
    `${old.kind} objects of N can be read back at N-1`,
    `kubectl get ${old.plural}.${served.name}.${old.group} --all-namespaces -o yaml`,
    async () => {
      const seen = await seenIn(shelf, served.name, news, ({ written }) => written)
      const { seen: says } = summed(seen)
      return {
        ok: seen.every(({ error }) => error === undefined),
        seen: `${says}${/lost|changed/.test(says) ? ' (new in N)' : ''}`
      }
    }
  )
}
