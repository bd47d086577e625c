import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import type { Json } from '../../../src/base/json.ts'
import { makeCrdSet } from '../../../src/smi/crds.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'
import { GOOD_OBJECTS, listProbes } from '../../../src/smi/objects.ts'
import { PROBES } from '../../../src/smi/probes.ts'
import { readAt, readItems } from '../../../src/base/json.ts'

const set = makeCrdSet('all')

/** A second opinion on the schemas: JSON Schema as everybody else reads it, closed to unknown properties. */
const closed = (schema: Json): Json => {
  if (Array.isArray(schema)) return schema as readonly Json[]
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'required' ? value : closed(value as Json)])
  )
  const isOpenObject = readAt(schema, 'type') === 'object' && readAt(schema, 'additionalProperties') === undefined
  return isOpenObject ? { ...inner, additionalProperties: false } : inner
}

const ajv = new Ajv({ strict: false, allowUnionTypes: true })
const valid = (kind: string, version: string, body: Json): boolean | undefined => {
  const crd = set.crds[set.kinds.findIndex((each) => each.kind === kind)]
  const found = readItems(readAt(crd, 'spec', 'versions')).find((each) => readAt(each, 'name') === version)
  const schema = readAt(found, 'schema', 'openAPIV3Schema')
  return schema === undefined ? undefined : ajv.validate(closed(schema) as object, body)
}

test('there is a good object for every kind in every served version, and no other', () => {
  const served = set.kinds.flatMap(({ kind, served }) => served.map((version) => `${kind} ${version}`))
  expect(GOOD_OBJECTS.map(({ kind, version }) => `${kind} ${version}`).sort()).toEqual(served.sort())
})

test.each(GOOD_OBJECTS)(
  '$kind $version fits its schema with every field and with the least',
  ({ kind, version, full, least }) => {
    expect(valid(kind, version, full)).toBe(true)
    expect(valid(kind, version, least)).toBe(true)
  }
)

test.each(PROBES)('$kind $version with $what fits or not, as the probe says', ({ kind, version, body, answer }) => {
  const status = answer === 'accepted' ? 201 : answer.status
  expect(valid(kind, version, body)).toBe(status === 404 ? undefined : status === 201)
})

test('every kind and version has an object that is refused, but for those without a field', () => {
  const bad = new Set(
    PROBES.filter(({ answer }) => answer !== 'accepted').map(({ kind, version }) => `${kind} ${version}`)
  )
  const without = GOOD_OBJECTS.map(({ kind, version }) => `${kind} ${version}`).filter((each) => !bad.has(each))
  expect(without).toEqual(['TCPRoute v1alpha1', 'TCPRoute v1alpha2'])
})

test.each(CRD_SETS)(
  'every exception of the set "%s" is about a probe that there is, and changes its answer',
  (name) => {
    for (const kind of makeCrdSet(name).kinds)
      for (const { what, versions, answer } of kind.exceptions ?? []) {
        const probes = listProbes(kind.kind).filter((probe) => probe.what === what && versions.includes(probe.version))
        expect({ kind: kind.kind, what, versions: [...new Set(probes.map(({ version }) => version))] }).toEqual({
          kind: kind.kind,
          what,
          versions
        })
        for (const probe of probes) expect(probe.answer).not.toEqual(answer)
      }
  }
)

test('no two probes of a kind and version have one name', () => {
  const names = [...new Set(GOOD_OBJECTS.map(({ kind }) => kind))]
    .flatMap(listProbes)
    .map(({ kind, version, what }) => `${kind} ${version} ${what}`)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
