import type { JsonObject } from '../base/json.ts'
import { makeCrdSet, chooseStorage } from './crds.ts'
import type { Body } from './kind.ts'
import { GOOD_OBJECTS } from './objects.ts'

/** What the API takes and programs stumble on: a split that is its own backend. */
const ODD: Body = { spec: { service: 'website', backends: [{ service: 'website', weight: 1 }] } }

/**
 * Objects as users of these SMI APIs have them, of each kind in the newest version that is spoken: with every field,
 * with the least, and of TrafficSplits one that is its own backend. With labels and annotations, without a namespace.
 * Empty where no SMI API is spoken.
 */
export const makeSampleObjects = (speaks: readonly string[]): readonly JsonObject[] =>
  Object.entries(chooseStorage('all', speaks)).flatMap(([kind, version]) => makeSamples(kind, version))

/** The same in every version of the kinds that are spoken in any, for files. */
export const makeSampleFiles = (
  speaks: readonly string[]
): readonly { readonly name: string; readonly objects: readonly JsonObject[] }[] =>
  Object.keys(chooseStorage('all', speaks)).flatMap((kind) =>
    GOOD_OBJECTS.filter((good) => good.kind === kind).map(({ version }) => ({
      name: `${kind}-${version}.yaml`,
      objects: makeSamples(kind, version)
    }))
  )

function makeSamples(kind: string, version: string): readonly JsonObject[] {
  const { group } = makeCrdSet('all').kinds.find((each) => each.kind === kind) ?? {}
  const good = GOOD_OBJECTS.find((each) => each.kind === kind && each.version === version)
  if (group === undefined || !good) return []
  const bodies: readonly (readonly [string, Body])[] = [
    ['full', good.full],
    ['least', good.least],
    ...(kind === 'TrafficSplit' ? [['odd', ODD] as const] : [])
  ]
  return bodies.map(([name, body]) => ({
    apiVersion: `${group}/${version}`,
    kind,
    metadata: { name: `sample-${name}`, labels: { team: 'shop' }, annotations: { 'example.com/note': 'ours' } },
    ...body
  }))
}
