import { compareDefinitions } from '../../crds/diff.ts'
import { readDefinition, type Crd, type CrdVersion, type Definition, type Manifest } from '../../crds/source.ts'
import { readFields } from '../../base/json.ts'
import type { Check } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import type { KubernetesApi } from '../../model/ports/kubernetes.ts'
import type { OwnCrds } from '../cluster/own-crds.ts'
import { evidence, type Observation } from '../evidence.ts'
import { applyCrd } from './apply.ts'
import type { CrdShelf } from './objects.ts'
import { checkCreation, readEverything, checkSurvival } from './readings.ts'
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
}

/**
 * One definition, N-1 → N → N-1, with live objects: each is made twice, one copy is written again by every step and one
 * is left alone. Ends with the first step that the server refuses.
 */
export const proveChange = async (context: ChangeContext, before: Crd, after: Crd): Promise<readonly Check[]> => {
  const proof = evidence()
  const { checks, check } = proof
  const { tag, api, withinMs, signal } = context
  const [old, now] = [readDefinition(before.crd), readDefinition(after.crd)]
  const webhook = old.webhook || now.webhook
  const shelf: CrdShelf = { api, namespace: context.namespace, definition: old, signal }
  const apply = (which: Crd, step: string, claim: string) =>
    check(claim, `kubectl apply --server-side -f ${which.from.replace(/:\d+$/, '')}`, async () => {
      const applied = await applyCrd(api, webhook ? dropConversion(which.crd) : which.crd, step, withinMs, signal)
      if (applied.created) context.crds.made(which.name)
      return { ...applied, seen: [applied.seen, ...which.changes].join('; ') }
    })

  await check(
    `${before.name} of N changes nothing that its clients rely on`,
    formatDiffCommand(before, after),
    async () => judgeStatic(before, after)
  )
  if (!(await apply(before, 'N-1', `${before.name} of N-1 (${tag}) installs`))) return checks

  const versions = old.versions.filter(({ served, storage }) => served && (!webhook || storage))
  const objects = (await Promise.all(versions.map((version) => makeOldObjects(proof, context, shelf, version)))).flat()
  const kept = await readEverything(shelf, objects, versions)

  if (!(await apply(after, 'N', `${before.name} of N replaces that of N-1`))) return checks
  const still = listStillServed(now, versions)
  for (const { name } of versions)
    await check(
      `${old.kind} ${name} is still served by N`,
      `kubectl get --raw /apis/${old.group}/${name}`,
      async () => ({
        ok: still.some((version) => version.name === name),
        seen: now.versions.map(({ name, served }) => (served ? name : `${name} (not served)`)).join(', ')
      })
    )
  await checkSurvival(proof, kept, still, {
    ...{ step: 'with the definition of N', storage: describeStored(now), now: after }
  })
  await checkCreation(proof, kept, still)
  await touchObjects(proof, kept, still, 'N')
  const news = await makeNewObjects(context, shelf, now, webhook)

  if (!(await apply(before, 'N-1-again', `${before.name} goes back from N to N-1`))) return checks
  await checkSurvival(proof, kept, versions, {
    ...{ step: 'back at N-1', storage: describeStored(old), now: after }
  })
  await touchObjects(proof, kept, versions, 'N-1, after the way back')
  await tellNewObjects(proof, shelf, news)
  return checks
}

/** A definition that N has and N-1 has not. */
export const proveNew = async (context: ChangeContext, crd: Crd): Promise<readonly Check[]> => {
  const { checks, check } = evidence()
  await check(`${crd.name}, which is new, installs`, `kubectl apply --server-side -f ${crd.from}`, async () => {
    const applied = await applyCrd(context.api, crd.crd, 'N', context.withinMs, context.signal)
    if (applied.created) context.crds.made(crd.name)
    return { ...applied, seen: [applied.seen, ...crd.changes].join('; ') }
  })
  return checks
}

const dropConversion = (crd: Json): Json => ({
  ...readFields(crd),
  spec: { ...readFields(readFields(crd)['spec']), conversion: { strategy: 'None' } }
})

const describeStored = ({ versions }: Definition): string => versions.find(({ storage }) => storage)?.name ?? ''

const listStillServed = ({ versions }: Definition, old: readonly CrdVersion[]): readonly CrdVersion[] =>
  old.filter(({ name }) => versions.some((version) => version.name === name && version.served))

const formatDiffCommand = (before: Crd, after: Crd): string => `diff ${before.from} ${after.from}`

const judgeStatic = (before: Crd, after: Crd): Observation => {
  const changes = compareDefinitions(before.crd, after.crd)
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
