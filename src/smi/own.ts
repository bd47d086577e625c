import { definitionOf, type Crd } from '../crds/source.ts'
import { misfits, pruned } from '../crds/validate.ts'
import { Failure } from '../base/errors.ts'
import { at, fields, isSame, items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { crdSet, type CrdSet, type ServedKind } from './crds.ts'
import type { Answer, Body } from './kind.ts'
import { fullObject, probesOf } from './objects.ts'
import type { Probe } from './probes.ts'
import { CRD_SETS, OWN } from '../model/crd-sets.ts'

/**
 * The set that some CRD files make. What is expected of it is what the specification wants, with those exceptions that
 * a set of upstream's has too and that these schemas explain; any other deviation is theirs alone, and is found by the
 * suite. A webhook that converts is left out, as nothing answers for it here.
 */
export const ownSet = (crds: readonly Crd[]): CrdSet => {
  const known = CRD_SETS.flatMap((name) => crdSet(name).kinds)
  const found = crds.flatMap(({ name, crd, from, changes }) => {
    const kinds = known.filter(({ plural, group }) => name === `${plural}.${group}`)
    const { versions } = definitionOf(crd)
    const covers = (kind: ServedKind): boolean =>
      versions.every(({ name, served }) => !served || kind.served.includes(name))
    const usual = kinds.find(covers) ?? kinds[0]
    if (usual === undefined) return []
    const webhook = definitionOf(crd).webhook
    return [
      {
        kind: servedKind(crd, usual, kinds),
        crd: webhook ? withoutWebhook(crd) : crd,
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

const withoutWebhook = (crd: Json): Json => ({
  ...fields(crd),
  spec: { ...fields(at(crd, 'spec')), conversion: { strategy: 'None' } }
})

function servedKind(crd: Json, usual: ServedKind, kinds: readonly ServedKind[]): ServedKind {
  const { versions } = definitionOf(crd)
  const schemas = new Map(versions.map(({ name, schema }) => [name, schema]))
  const served = versions.filter((version) => version.served).map(({ name }) => name)
  const dialect = Object.fromEntries(
    served.flatMap((version): readonly (readonly [string, Body])[] => {
      const schema = schemas.get(version) ?? {}
      const fits = (body: Body): boolean => misfits(pruned(body, schema), schema).length === 0
      const plain = fullObject({ kind: usual.kind }, version)
      if (plain !== undefined && fits(plain)) return []
      const other = kinds.map((kind) => kind.dialect?.[version]).find((body) => body !== undefined && fits(body))
      return other === undefined ? [] : [[version, other]]
    })
  )
  return {
    ...usual,
    shortName: text(items(at(crd, 'spec', 'names', 'shortNames'))[0]) || undefined,
    served: served.sort(),
    storage: versions.find(({ storage }) => storage)?.name ?? '',
    fields: [
      ...usual.fields,
      ...unique(kinds.flatMap((kind) => kind.fields.filter(({ kept }) => kept?.length === 0))).filter((field) =>
        field.versions.every((version) => lacks(schemas.get(version), field.path))
      )
    ],
    exceptions: probesOf(usual.kind).flatMap((probe) => {
      const schema = schemas.get(probe.version)
      const known = kinds
        .flatMap(({ exceptions = [] }) => exceptions)
        .find(
          (each) =>
            each.what === probe.what &&
            each.versions.includes(probe.version) &&
            schema !== undefined &&
            isAlike(each.answer, predicted(probe, schema))
        )
      if (known === undefined) return []
      const { left, ...rest } = known
      const versions = [probe.version]
      if (left === undefined || isSame(pruned(probe.body, schema ?? {}), left)) return [{ ...known, versions }]
      return [{ ...rest, versions, because: 'these schemas take what they do not describe, and keep it' }]
    }),
    dialect
  }
}

const unique = <T>(values: readonly T[]): readonly T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values()
]

/** Whether a schema, where there is one, has no such field. */
const lacks = (schema: Json | undefined, path: string): boolean =>
  path
    .split('.')
    .reduce<Json | undefined>(
      (node, step) =>
        step.endsWith('[]') ? at(node, 'properties', step.slice(0, -2), 'items') : at(node, 'properties', step),
      schema
    ) === undefined

const isAlike = (a: Answer, b: Answer): boolean =>
  a === 'accepted' || b === 'accepted' ? a === b : a.status === b.status

/** What a server with this schema does with a probe. */
export const predicted = ({ body, validation }: Probe, schema: Json): Answer => {
  const kept = pruned(body, schema)
  if (validation === 'Strict' && !isSame(kept, body)) return { status: 400, says: 'unknown field' }
  return misfits(kept, schema).length > 0 ? { status: 422, says: '' } : 'accepted'
}
