import { readFields } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import { makeName, readNameRules } from '../../crds/names.ts'
import type { CrdVersion } from '../../crds/source.ts'
import type { Loss } from '../../model/nouns.ts'
import { compareObjects, type Difference } from '../../smi/known-losses.ts'
import { describeReply, type Evidence, type Observation } from '../evidence.ts'
import { formatCreate, formatInstall, formatStory, type Story } from './by-hand.ts'
import { listFaults, orUnknown } from './mend.ts'
import { postObject, readObjects, removeOwnMark, type Live, type CrdShelf } from './objects.ts'

/** What was read of each object, by its name and the version it was read in. */
type Reading = ReadonlyMap<string, Json>

/** Objects that N-1 wrote, and what it read of each. */
export interface Kept {
  readonly shelf: CrdShelf
  readonly objects: readonly Live[]
  readonly read: Reading
}

const formatReadingKey = ({ name }: Live, version: string): string => `${version}/${name}`

/** Reads every object in every version. */
export async function readEverything(
  shelf: CrdShelf,
  objects: readonly Live[],
  versions: readonly CrdVersion[]
): Promise<Kept> {
  const read = await Promise.all(
    versions.map(async ({ name }) => {
      const { objects: found } = await readObjects(shelf, name)
      return objects.map((live) => [formatReadingKey(live, name), found.get(live.name) ?? null] as const)
    })
  )
  return { shelf, objects, read: new Map(read.flat()) }
}

/** What a version shows of some objects, each against what is expected of it. */
export async function compareReadings(
  shelf: CrdShelf,
  version: string,
  objects: readonly Live[],
  expected: (live: Live) => Json
): Promise<readonly SeenObject[]> {
  const { objects: found, error } = await readObjects(shelf, version)
  return objects.map((live) => {
    const object = found.get(live.name)
    if (object === undefined) return { live, error: error ?? 'is gone' }
    return { live, difference: compareObjects(expected(live), removeOwnMark(object)) }
  })
}

/** When objects are read again. */
export interface Survival {
  readonly step: string
  /** The version that is stored then. */
  readonly storage: string
  readonly story: Story
  /** After the way back. */
  readonly back: boolean
}

/** Every object read in every version, against what N-1 read of it. */
export async function checkSurvival(
  { check }: Evidence,
  { shelf, objects, read }: Kept,
  versions: readonly CrdVersion[],
  { step, storage, story, back }: Survival
): Promise<void> {
  for (const { name: version } of versions) {
    const { kind, plural, group } = shelf.definition
    const seen = await compareReadings(
      shelf,
      version,
      objects,
      (live) => read.get(formatReadingKey(live, version)) ?? null
    )
    const witness = seen.find(({ difference }) => difference?.lost.length)?.live ?? seen[0]?.live
    const look = `kubectl get ${plural}.${version}.${group} -o yaml`
    const last = back ? `${formatInstall(story.tag, story.before, 'N-1')} && ${look}` : look
    await check(
      `${kind} ${version} objects of N-1, read ${step}, are as they were`,
      formatStory(story, witness ? [witness.written] : [], last),
      async () => {
        const joined = joinReadings(seen)
        const loss = describeLoss(joined.lost, kind, version, storage, step)
        // Whoever lost it: what can be changed is the definition of N.
        return { ...joined, loss, at: loss && story.after.placeOf(version, joined.lost[0] ?? '') }
      }
    )
  }
}

/** What N-1 took as a new object, N must take too, and make the same of it. */
export async function checkCreation(
  { check }: Evidence,
  { shelf, objects, read }: Kept,
  versions: readonly CrdVersion[],
  story: Story
): Promise<void> {
  for (const { name: version, schema } of versions) {
    const rules = readNameRules(schema)
    const own = objects.filter((live) => live.version === version && (!live.touched || live.named))
    const [first] = own
    if (first === undefined) continue
    const seen = await Promise.all(
      own.map(async (live): Promise<SeenObject> => {
        const name = live.named ? live.name : makeName(rules, `${live.name}-anew`)
        const metadata = { ...readFields(readFields(live.written)['metadata']), name }
        const reply = await postObject(shelf, version, { ...readFields(live.written), metadata }, { dryRun: 'All' })
        // The server validates an object before it finds that its name is taken.
        if (live.named && reply.status === 409) return { live, difference: compareObjects(null, null) }
        if (reply.status !== 201) return { live, error: describeReply(reply), faults: listFaults(reply) }
        return {
          live,
          difference: compareObjects(
            dropNameAndStatus(read.get(formatReadingKey(live, version))),
            dropNameAndStatus(reply.body)
          )
        }
      })
    )
    const witness = seen.find(({ error }) => error !== undefined)?.live ?? first
    await check(
      `${shelf.definition.kind} ${version} manifests of N-1 are accepted by N and mean the same`,
      `${formatStory(story, [])} && ${formatCreate(witness.written)}`,
      async () => joinReadings(seen)
    )
  }
}

/** Without its name and without status, which a create of a dry run may drop. */
const dropNameAndStatus = (object: Json | undefined): Json => {
  const { status: _status, metadata: _metadata, ...rest } = readFields(object)
  return rest
}

interface SeenObject {
  readonly live: Live
  readonly difference?: Difference
  readonly error?: string
  /** The fields that the error is about. */
  readonly faults?: readonly string[]
}

/** As many paths as a sentence holds. */
const PATHS = 10

const describeLoss = (
  lost: readonly string[],
  kind: string,
  read: string,
  stored: string,
  step: string
): Loss | undefined =>
  lost.length === 0 ? undefined : { kind, written: 'N-1', stored, read: `${read}, ${step}`, fields: lost }

/** What the readings of many objects come to: each path once, with the objects that show it. */
export const joinReadings = (seen: readonly SeenObject[]): Observation & { readonly lost: readonly string[] } => {
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
  const say = (what: string, found: ReadonlyMap<string, readonly string[]>): readonly string[] => [
    ...[...found]
      .slice(0, PATHS)
      .map(([path, names]) => `${what}: ${path} (in ${names.slice(0, 2).join(', ')}${names.length > 2 ? ', …' : ''})`),
    ...(found.size > PATHS ? [`${what}: ${found.size - PATHS} more`] : [])
  ]
  return {
    ok: lost.size + changed.size + errors.length === 0,
    seen: [
      `${seen.length} objects`,
      ...errors.slice(0, 3),
      ...say('lost', lost),
      ...say('changed', changed),
      ...say('added', added)
    ].join('; '),
    lost: [...lost.keys()],
    faults: [
      ...lost.keys(),
      ...changed.keys(),
      ...seen.flatMap(({ error, faults }) => (error === undefined ? [] : orUnknown(faults ?? [])))
    ]
  }
}
