import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { findMisfits, formatFieldPath, pruneValue } from '../../../src/crds/validate.ts'
import { readAt, readFields } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'
import { widgets } from '../../fakes/cluster/crd-mutations.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

const spec = (): Json => json(widgets().spec.versions[0]?.schema.openAPIV3Schema ?? {})

describe('values and schemas', () => {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true, formats: { duration: true } })

  test('a second opinion: JSON Schema finds a value wrong where we do', () => {
    const schema = readAt(spec(), 'properties', 'spec') ?? {}
    const plain = json(
      JSON.parse(
        JSON.stringify(schema).replaceAll('"x-kubernetes-int-or-string":true', '"type":["integer","string"]')
      ) as object
    )
    const validate = ajv.compile(plain as object)
    const any = fc.oneof(
      fc.integer({ min: -2, max: 200 }),
      fc.string({ maxLength: 80 }),
      fc.boolean(),
      fc.constantFrom('Canary', 'Recreate', '0 0 * * *')
    )
    const names = Object.keys(readFields(readAt(schema, 'properties')))
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...names),
          fc.oneof(any, fc.array(any, { maxLength: 3 }), fc.dictionary(fc.constantFrom('weight', 'name', 'port'), any))
        ),
        (value) => {
          const known = findMisfits(value as Json, schema).filter(({ kind }) => kind !== 'unknown')
          expect(known.length === 0).toBe(validate(value))
        }
      ),
      { numRuns: 500 }
    )
  })

  test('what is pruned is what is unknown, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('image', 'labels', 'steps', 'colour'), fc.jsonValue({ maxDepth: 2 })),
        (value) => {
          const schema = readAt(spec(), 'properties', 'spec') ?? {}
          const kept = pruneValue(value, schema)
          expect(findMisfits(kept, schema).filter(({ kind }) => kind === 'unknown')).toEqual([])
          expect(Object.keys(readFields(kept))).toEqual(Object.keys(value).filter((name) => name !== 'colour'))
        }
      )
    )
  })

  test('a path is written as the server writes it', () => {
    expect(formatFieldPath(['spec', 'matches', 0, 'headers', 1])).toBe('spec.matches[0].headers[1]')
  })
})
