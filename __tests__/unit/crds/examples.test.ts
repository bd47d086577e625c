import { describe, expect, test } from '@jest/globals'
import { makeExamples } from '../../../src/crds/examples.ts'
import { findMisfits } from '../../../src/crds/validate.ts'
import { readAt, readItems } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'
import { makeCrdSet } from '../../../src/smi/crds.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'
import { widgets } from '../../fakes/cluster/crd-mutations.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

const spec = (): Json => json(widgets().spec.versions[0]?.schema.openAPIV3Schema ?? {})

describe('examples of a schema', () => {
  test.each(CRD_SETS)('objects made from the schemas of the set "%s" fit them, one with every field', (name) => {
    for (const crd of makeCrdSet(name).crds)
      for (const version of readItems(readAt(crd, 'spec', 'versions'))) {
        const schema = readAt(version, 'schema', 'openAPIV3Schema') ?? {}
        const examples = makeExamples(schema)
        expect(examples.length).toBeGreaterThan(0)
        for (const { body } of examples) expect(findMisfits(body, schema)).toEqual([])
      }
  })

  test('the ends of ranges and every value of an enum are among them', () => {
    const bodies = makeExamples(spec()).map(({ body }) => readAt(body, 'spec'))
    const values = (field: string) => new Set(bodies.map((body) => readAt(body, field)))
    expect(values('strategy')).toEqual(new Set(['Canary', 'BlueGreen', 'Recreate', undefined]))
    expect([...values('replicas')]).toEqual(expect.arrayContaining([0, 100]))
    expect([...values('surge')]).toEqual(expect.arrayContaining([1, '50%']))
    expect([...values('paused')]).toEqual(expect.arrayContaining([true, false]))
  })
})
