import { readDefinition, type Crd } from '../crds/source.ts'
import { findMisfits, pruneValue } from '../crds/validate.ts'
import { Failure } from '../base/errors.ts'
import { readAt, readFields, isSame, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { makeCrdSet, type CrdSet, type ServedKind } from './crds.ts'
import type { ProbeAnswer, Body } from './kind.ts'
import { findFullObject, listProbes } from './objects.ts'
import type { Probe } from './probes.ts'
import { CRD_SETS, OWN } from '../model/crd-sets.ts'

/**
 * The set that some CRD files make. What is expected of it is what the specification wants, with those exceptions that
 * a set of upstream's has too and that these schemas explain; any other deviation is theirs alone, and is found by the
 * suite. A webhook that converts is left out, as nothing answers for it here.
 */
export const makeOwnSet = (crds: readonly Crd[]): CrdSet => {
  const known = CRD_SETS.flatMap((name) => makeCrdSet(name).kinds)
  const found = crds.flatMap(({ name, crd, from, changes }) => {
    const kinds = known.filter(({ plural, group }) => name === `${plural}.${group}`)
    const { versions } = readDefinition(crd)
    const covers = (kind: ServedKind): boolean =>
      versions.every(({ name, served }) => !served || kind.served.includes(name))
    const usual = kinds.find(covers) ?? kinds[0]
    if (usual === undefined) return []
    const webhook = readDefinition(crd).webhook
    return [
      {
        kind: makeServedKind(crd, usual, kinds),
        crd: webhook ? dropWebhook(crd) : crd,
        from,
        changes: webhook ? [...changes, 'the conversion webhook is left out: nothing converts'] : changes
      }
    ]
  })
  if (found.length === 0)
    throw new Failure('input', 'none of the CRD files defines a kind of SMI', {
      hint: 'Name them in slipway.yaml: crds.files, or take a set that Slipway has: --smi-set all.'
    })
  return {
    name: OWN,
    origin: `the files of this repository: ${found.map(({ from }) => from).join(', ')}`,
    kinds: found.map(({ kind }) => kind),
    crds: found.map(({ crd }) => crd),
    changes: found.map(({ changes }) => changes)
  }
}

const dropWebhook = (crd: Json): Json => ({
  ...readFields(crd),
  spec: { ...readFields(readAt(crd, 'spec')), conversion: { strategy: 'None' } }
})

function makeServedKind(crd: Json, usual: ServedKind, kinds: readonly ServedKind[]): ServedKind {
  const { versions } = readDefinition(crd)
  const schemas = new Map(versions.map(({ name, schema }) => [name, schema]))
  const served = versions.filter((version) => version.served).map(({ name }) => name)
  const dialect = Object.fromEntries(
    served.flatMap((version): readonly (readonly [string, Body])[] => {
      const schema = schemas.get(version) ?? {}
      const fits = (body: Body): boolean => findMisfits(pruneValue(body, schema), schema).length === 0
      const plain = findFullObject({ kind: usual.kind }, version)
      if (plain !== undefined && fits(plain)) return []
      const other = kinds.map((kind) => kind.dialect?.[version]).find((body) => body !== undefined && fits(body))
      return other === undefined ? [] : [[version, other]]
    })
  )
  return {
    ...usual,
    shortName: readText(readItems(readAt(crd, 'spec', 'names', 'shortNames'))[0]) || undefined,
    served: served.sort(),
    storage: versions.find(({ storage }) => storage)?.name ?? '',
    fields: [
      ...usual.fields,
      ...dropRepeats(kinds.flatMap((kind) => kind.fields.filter(({ kept }) => kept?.length === 0))).filter((field) =>
        field.versions.every((version) => lacks(schemas.get(version), field.path))
      )
    ],
    exceptions: listProbes(usual.kind).flatMap((probe) => {
      const schema = schemas.get(probe.version)
      const known = kinds
        .flatMap(({ exceptions = [] }) => exceptions)
        .find(
          (each) =>
            each.what === probe.what &&
            each.versions.includes(probe.version) &&
            schema !== undefined &&
            isAlike(each.answer, predictAnswer(probe, schema))
        )
      if (known === undefined) return []
      const { left, ...rest } = known
      const versions = [probe.version]
      if (left === undefined || isSame(pruneValue(probe.body, schema ?? {}), left)) return [{ ...known, versions }]
      return [{ ...rest, versions, because: 'these schemas take what they do not describe, and keep it' }]
    }),
    dialect
  }
}

const dropRepeats = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values()
]

/** Whether a schema, where there is one, has no such field. */
const lacks = (schema: Json | undefined, path: string): boolean =>
  path
    .split('.')
    .reduce<Json | undefined>(
      (node, step) =>
        step.endsWith('[]') ? readAt(node, 'properties', step.slice(0, -2), 'items') : readAt(node, 'properties', step),
      schema
    ) === undefined

const isAlike = (a: ProbeAnswer, b: ProbeAnswer): boolean =>
  a === 'accepted' || b === 'accepted' ? a === b : a.status === b.status

/** What a server with this schema does with a probe. */
export const predictAnswer = ({ body, validation }: Probe, schema: Json): ProbeAnswer => {
  const kept = pruneValue(body, schema)
  if (validation === 'Strict' && !isSame(kept, body)) return { status: 400, says: 'unknown field' }
  return findMisfits(kept, schema).length > 0 ? { status: 422, says: '' } : 'accepted'
}
