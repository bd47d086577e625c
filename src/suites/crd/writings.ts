import { isSame } from '../../base/json.ts'
import type { CrdVersion, Definition, Manifest } from '../../crds/source.ts'
import { formatPipe, describeReply, type Evidence } from '../evidence.ts'
import { makeObjects, readObjects, writeAgain, type Live, type CrdShelf } from './objects.ts'
import { compareReadings, joinReadings, type Kept } from './readings.ts'

/** Makes the objects of N-1 in one version. */
export async function makeOldObjects(
  { check }: Evidence,
  { samples, tag }: { readonly samples: readonly Manifest[]; readonly tag: string },
  shelf: CrdShelf,
  version: CrdVersion
): Promise<readonly Live[]> {
  const { objects, refused } = await makeObjects(shelf, version, samples, 'old')
  const { kind, group } = shelf.definition
  await check(
    `Objects of ${kind} ${version.name} can be made by ${tag}`,
    objects[0]
      ? formatPipe(objects[0].written, 'create')
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

/** Writes again the objects that are for that: what the server then drops, it drops for good. */
export async function touchObjects(
  { check }: Evidence,
  { shelf, objects }: Kept,
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
            refused.map(({ live, reply }) => `${live.name}: ${describeReply(reply)}`).join('; ') ||
            `${own.length} objects written`
        }
      }
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
  return made.flatMap(({ objects }) => objects.filter(({ touched }) => !touched))
}

/** What N wrote is read by N-1: it must be readable; what is new in it may be gone, and is told. */
export async function tellNewObjects({ check }: Evidence, shelf: CrdShelf, news: readonly Live[]): Promise<void> {
  const { definition: old } = shelf
  const served = old.versions.find((version) => version.served)
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
