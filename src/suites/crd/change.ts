import { compareDefinitions } from '../../crds/diff.ts'
import { explainMigration } from '../../crds/explain.ts'
import { readDefinition, type Crd, type CrdVersion, type Definition, type Manifest } from '../../crds/source.ts'
import { readFields } from '../../base/json.ts'
import type { Check } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import type { OwnCrds } from '../cluster/own-crds.ts'
import { evidence, type Evidence } from '../evidence.ts'
import { applyCrd, tryCrd } from './apply.ts'
import { formatDiff, formatInstall, formatStory, type Story } from './by-hand.ts'
import { joinByCause } from './causes.ts'
import type { CrdShelf } from './objects.ts'
import { checkCreation, readEverything, checkSurvival } from './readings.ts'
import { chooseTried, describeLeftOut } from './tried.ts'
import { checkUpdates, findUpdates } from './updates.ts'
import { makeNewObjects, makeOldObjects, tellNewObjects, touchObjects } from './writings.ts'

/** What the proofs of all definitions share. */
export interface ChangeContext {
  readonly api: KubernetesApi
  readonly namespace: string
  readonly samples: readonly Manifest[]
  /** What the baseline is called: its tag. */
  readonly tag: string
  readonly withinMs: number
  /** People apply the definitions with --server-side. */
  readonly serverSide: boolean
  readonly crds: OwnCrds
  readonly signal: AbortSignal
  /** Names that another definition of N asks for too, by the definition's name. */
  readonly conflicts: readonly { readonly name: string; readonly says: string }[]
  /** The releases before the baseline that stored a version of a definition, the newest first. */
  readonly storedBefore: (name: string, version: string) => Promise<readonly string[]>
}

/**
 * One definition, N-1 → N → N-1, with live objects: each is made twice, one copy is written again by every step and one
 * is left alone. Ends with the first step that the server refuses. What one change breaks is one failed check.
 */
export const proveChange = async (context: ChangeContext, before: Crd, after: Crd): Promise<readonly Check[]> => {
  const proof = evidence()
  const changes = [
    ...compareDefinitions(before.crd, after.crd),
    ...context.conflicts
      .filter(({ name }) => name === after.name)
      .map(({ says }) => ({ breaks: true, where: 'names', says }))
  ]
  const told = changes.filter(({ breaks }) => !breaks).map(({ where, says }) => `${where} ${says}`)
  const breaks = changes.some(({ breaks }) => breaks)
  await proof.check(
    `${before.name} of N changes nothing ${breaks ? 'else ' : ''}that its clients rely on`,
    formatDiff(context.tag, before, after),
    async () => ({ ok: true, seen: told.length ? `changed: ${told.join('; ')}` : 'no other change of a promise' })
  )
  await tellStoredBefore(proof, context, before, after)
  await walkThere(proof, context, before, after)
  return joinByCause(proof, { changes, before, after }, formatDiff(context.tag, before, after))
}

/** A definition that N has and N-1 has not. */
export const proveNew = async (context: ChangeContext, crd: Crd): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  const conflicts = context.conflicts.filter(({ name }) => name === crd.name).map(({ says }) => says)
  await check(`${crd.name}, which is new, installs`, formatInstall(context.tag, crd, 'N'), async () => {
    if (conflicts.length) return { ok: false, seen: `${conflicts.join('; ')}. ${TAKE_ANOTHER}` }
    const applied = await applyCrd(context.api, crd.crd, 'N', context.withinMs, context.signal)
    if (applied.created) context.crds.made(crd.name)
    return { ...applied, seen: [applied.seen, ...crd.changes].join('; ') }
  })
  return checks
}

const TAKE_ANOTHER = 'Take another name for one of them.'

const walkThere = async (proof: Evidence, context: ChangeContext, before: Crd, after: Crd): Promise<void> => {
  const { check } = proof
  const { tag, api, withinMs, signal } = context
  const [old, now] = [readDefinition(before.crd), readDefinition(after.crd)]
  const tried = chooseTried(old, now)
  const story: Story = { tag, before, after }
  const shelf: CrdShelf = { api, namespace: context.namespace, definition: old, signal }
  const apply = (which: Crd, step: string, claim: string) =>
    check(claim, formatInstall(tag, which, step === 'N' ? 'N' : 'N-1'), async () => {
      const whole = tried.webhook ? await tryCrd(api, which.crd, signal) : undefined
      if (whole) return { ...whole, faults: listRefusedParts(whole.seen) }
      const applied = await applyCrd(api, tried.webhook ? dropConversion(which.crd) : which.crd, step, withinMs, signal)
      if (applied.created) context.crds.made(which.name)
      const closed = step === 'N-1-again' && !applied.ok && /storedVersions/.test(applied.seen)
      const seen = [
        applied.seen,
        ...which.changes,
        ...(step === 'N' ? describeLeftOut(tried) : []),
        ...(step === 'N' && !applied.ok ? ['Nothing after this step was tried.'] : []),
        ...(closed ? ['To keep the way back open: serve the new version now, and store it in a later release.'] : [])
      ].join('\n')
      return { ...applied, seen, faults: listRefusedParts(applied.seen) }
    })

  if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`))) return
  const versions = tried.versions
  const made = (
    await Promise.all(versions.map((version) => makeOldObjects(proof, { ...context, story }, shelf, version)))
  ).flat()
  const objects = made.filter(({ touched }) => !touched || !tried.moves)
  const kept = await readEverything(shelf, objects, versions)
  const updates = tried.moves ? [] : await findUpdates(shelf, objects, versions)

  if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`))) return
  const still = listStillServed(now, versions)
  await checkServed(proof, old, now, formatStory(story, []))
  await checkSurvival(proof, kept, still, {
    ...{ step: 'with the definition of N', storage: describeStored(now), story, back: false }
  })
  if (!tried.moves) {
    await checkCreation(proof, kept, still, story)
    await checkUpdates(proof, shelf, updates, still, story)
    await touchObjects(proof, kept, still, { step: 'N', story })
  }
  const news = tried.moves ? [] : await makeNewObjects(context, shelf, now, tried.webhook)

  if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`))) return
  await checkSurvival(proof, kept, versions, {
    ...{ step: 'back at N-1', storage: describeStored(old), story, back: true }
  })
  if (tried.moves) return
  await touchObjects(proof, kept, versions, { step: 'N-1, after the way back', story })
  await tellNewObjects(proof, shelf, versions, news)
}

const checkServed = async ({ check }: Evidence, old: Definition, now: Definition, repeat: string): Promise<void> => {
  for (const { name } of old.versions.filter(({ served }) => served))
    await check(
      `${old.kind} ${name} is still served by N`,
      `${repeat} && kubectl get --raw /apis/${old.group}/${name}`,
      async () => ({
        ok: now.versions.some((version) => version.name === name && version.served),
        seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', '),
        faults: [name]
      })
    )
}

/** A version that goes though nobody stores it now: clusters that come from an older release may hold it still. */
const tellStoredBefore = async (
  { check }: Evidence,
  { storedBefore, tag }: ChangeContext,
  before: Crd,
  after: Crd
): Promise<void> => {
  const [old, now] = [readDefinition(before.crd), readDefinition(after.crd)]
  const gone = old.versions.filter(({ name, storage }) => !storage && !now.versions.some((each) => each.name === name))
  for (const { name } of gone) {
    const releases = await storedBefore(before.name, name)
    if (releases.length === 0) continue
    await check(
      `${before.name} ${name}, which goes, can have been migrated`,
      `kubectl get crd ${before.name} -o jsonpath={.status.storedVersions}`,
      async () => ({
        ok: true,
        seen: [
          `${releases.slice(0, 3).join(', ')} stored ${name}. Where status.storedVersions still lists it, the API server refuses N. The way to do it, at ${tag} and before N is applied:`,
          explainMigration(before.name, name, describeStored(old))
        ].join('\n')
      })
    )
  }
}

const dropConversion = (crd: Json): Json => ({
  ...readFields(crd),
  spec: { ...readFields(readFields(crd)['spec']), conversion: { strategy: 'None' } }
})

const describeStored = ({ versions }: Definition): string => versions.find(({ storage }) => storage)?.name ?? ''

const listStillServed = ({ versions }: Definition, old: readonly CrdVersion[]): readonly CrdVersion[] =>
  old.filter(({ name }) => versions.some((version) => version.name === name && version.served))

/** The parts of a definition that the server's refusal is about, as `compareDefinitions` calls them. */
const listRefusedParts = (seen: string): readonly string[] => {
  const stored = /status\.storedVersions\[\d+\]: Invalid value: "([^"]+)"/.exec(seen)?.[1]
  const parts: readonly (readonly [RegExp, string])[] = [
    [/spec\.scope: /, 'namespaced'],
    [/spec\.names\.kind: /, 'kind'],
    [/spec\.group: /, 'group'],
    [/NamesAccepted=False/, 'names.shortNames'],
    [/preserveUnknownFields/, 'preserveUnknownFields'],
    [/conversionReviewVersions/, 'conversion'],
    [/api-approved/, 'annotation api-approved.kubernetes.io']
  ]
  const found = parts.flatMap(([fits, part]) => (fits.test(seen) ? [part] : []))
  return stored === undefined ? found : [stored, ...found]
}
