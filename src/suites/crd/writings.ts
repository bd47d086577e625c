import { isSame } from '../../base/json.ts'
import type { CrdVersion, Definition, Manifest } from '../../crds/source.ts'
import { measureCoverage, type Coverage } from '../../crds/coverage.ts'
import { describeReply, type Evidence } from '../evidence.ts'
import { formatStart, formatStory, type Story } from './by-hand.ts'
import { listFaults, orUnknown } from './mend.ts'
import { makeObjects, readObjects, writeAgain, type Live, type CrdShelf } from './objects.ts'
import { compareReadings, joinReadings, type Kept } from './readings.ts'

/** Makes the objects of N-1 in one version. */
export async function makeOldObjects(
  { check }: Evidence,
  { samples, tag, story }: { readonly samples: readonly Manifest[]; readonly tag: string; readonly story: Story },
  shelf: CrdShelf,
  version: CrdVersion
): Promise<readonly Live[]> {
  const { objects, refused, taken } = await makeObjects(shelf, version, samples, 'old')
  const { kind, group } = shelf.definition
  const coverage = measureCoverage(
    version.schema,
    objects.map(({ written }) => written)
  )
  const own = objects.filter(({ touched, named }) => !touched || named)
  // Objects with no field at all show nothing of a schema that has some.
  const empty = coverage.all > 0 && coverage.missed === coverage.all
  await check(
    `Objects of ${kind} ${version.name} can be made by ${tag}`,
    objects[0]
      ? formatStart(story, [objects[0].written])
      : formatStart(story, [], `kubectl explain ${kind} --api-version=${group}/${version.name} --recursive`),
    async () => ({
      ok: taken.length > 0 || (own.length > 0 && !empty),
      seen: [
        `${own.length} objects, each twice: ${own.map(({ name }) => name).join(', ') || 'none'}`,
        ...(taken.length ? [`${taken.join(', ')}: the only name that a rule allows is there in another version`] : []),
        ...(own.length ? [describeCoverage(coverage)] : []),
        ...(refused.length ? [`not taken: ${refused.join('; ')}`] : []),
        ...(taken.length === 0 && (own.length === 0 || empty)
          ? ['no object has a field, which proves nothing: give samples, crds.samples in slipway.yaml']
          : [])
      ].join('; ')
    })
  )
  return empty ? [] : objects
}

/** As many fields as a sentence names. */
const FIELDS = 8

/** How many fields the objects have between them, and which are in none: of those nothing is claimed. */
const describeCoverage = ({ all, missed, missing }: Coverage): string =>
  missed === 0
    ? `every field of ${all} is in one`
    : `${all - missed} of ${all} fields are in one; nothing is claimed of ${missing.slice(0, FIELDS).join(', ')}${missing.length > FIELDS ? ` and ${missing.length - FIELDS} more` : ''}`

/** Writes again the objects that are for that: what the server then drops, it drops for good. */
export async function touchObjects(
  { check }: Evidence,
  { shelf, objects }: Kept,
  versions: readonly CrdVersion[],
  { step, story }: { readonly step: string; readonly story: Story }
): Promise<void> {
  for (const { name: version } of versions) {
    const own = objects.filter((live) => live.touched && live.version === version)
    if (own.length === 0) continue
    const { objects: found } = await readObjects(shelf, version)
    const replies = await Promise.all(
      own.map(async (live) => ({ live, reply: await writeAgain(shelf, version, found.get(live.name) ?? live.written) }))
    )
    const refused = replies.filter(({ reply }) => reply.status !== 200)
    const { kind, plural, group } = shelf.definition
    const witness = refused[0]?.live ?? own[0]
    await check(
      `${kind} ${version} objects of N-1 can be updated by ${step}`,
      formatStory(
        story,
        witness ? [witness.written] : [],
        `kubectl annotate ${plural}.${version}.${group} --all --overwrite written-again=true`
      ),
      async () => ({
        ok: refused.length === 0,
        seen:
          refused
            .slice(0, 3)
            .map(({ live, reply }) => `${live.name}: ${describeReply(reply)}`)
            .join('; ') || `${own.length} objects written`,
        faults: refused.flatMap(({ reply }) => orUnknown(listFaults(reply)))
      })
    )
  }
}

/** Objects that N's own schema allows, so that the way back meets what N wrote. */
export async function makeNewObjects(
  { samples }: { readonly samples: readonly Manifest[] },
  shelf: CrdShelf,
  now: Definition,
  webhook: boolean
): Promise<readonly Live[]> {
  const changed = now.versions.filter(({ name, served, storage, schema }) => {
    const before = shelf.definition.versions.find((version) => version.name === name)
    return served && (!webhook || storage) && !(before && isSame(before.schema, schema))
  })
  const made = await Promise.all(changed.map((version) => makeObjects(shelf, version, samples, 'new')))
  return made.flatMap(({ objects }) => objects.filter(({ touched, named }) => !touched || named))
}

/** What N wrote is read by N-1: it must be readable; what is new in it may be gone, and is told. */
export async function tellNewObjects(
  { check }: Evidence,
  shelf: CrdShelf,
  versions: readonly CrdVersion[],
  news: readonly Live[]
): Promise<void> {
  const { definition: old } = shelf
  const [served] = versions
  if (news.length === 0 || served === undefined) return
  await check(
    `${old.kind} objects of N can be read back at N-1`,
    `kubectl get ${old.plural}.${served.name}.${old.group} --all-namespaces -o yaml`,
    async () => {
      const seen = await compareReadings(shelf, served.name, news, ({ written }) => written)
      const { seen: says } = joinReadings(seen)
      return {
        ok: seen.every(({ error }) => error === undefined),
        seen: `${says}${/lost|changed/.test(says) ? ' (new in N)' : ''}`
      }
    }
  )
}
