import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { convertCrd } from '../../../src/crds/convert.ts'
import { changesOf } from '../../../src/crds/diff.ts'
import { examplesOf } from '../../../src/crds/examples.ts'
import { explainRefusal } from '../../../src/crds/explain.ts'
import { crdsOf, withoutWords } from '../../../src/crds/source.ts'
import { misfits, pathText, pruned } from '../../../src/crds/validate.ts'
import { at, fields, items } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'
import { crdSet } from '../../../src/smi/crds.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'
import { BREAKING, HARMLESS, widgets } from '../../fakes/cluster/crd-mutations.ts'

const json = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

describe('converting to v1', () => {
  const old = {
    apiVersion: 'apiextensions.k8s.io/v1beta1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'a.example.com', creationTimestamp: null },
    spec: {
      group: 'example.com',
      version: 'v1',
      names: { kind: 'A', plural: 'as' },
      subresources: { status: {} },
      additionalPrinterColumns: [{ name: 'Size', type: 'integer', JSONPath: '.spec.size' }],
      validation: {
        openAPIV3Schema: { properties: { spec: { properties: { sizes: { items: { type: 'integer' } } } } } }
      }
    },
    status: { conditions: [] }
  }

  test('what v1beta1 says once is said for each version, with types, and told', () => {
    const { crd, changes } = convertCrd(json(old))
    expect(crd).toEqual({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'a.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'A', plural: 'as' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            subresources: { status: {} },
            additionalPrinterColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }],
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: { type: 'object', properties: { sizes: { type: 'array', items: { type: 'integer' } } } }
                }
              }
            }
          }
        ]
      }
    })
    expect(changes).toEqual([
      'apiextensions.k8s.io/v1beta1 became v1: Kubernetes 1.22 and later have no other',
      'spec.version v1 became the one item of spec.versions',
      'spec.validation, spec.subresources, spec.additionalPrinterColumns became part of every version',
      'unknown fields were kept by default, and v1 prunes them',
      'types were added, which v1 demands: the root, spec, spec.sizes'
    ])
  })

  test('a definition that is v1 stays as it is, but for what a server writes', () => {
    for (const name of CRD_SETS)
      for (const crd of crdSet(name).crds) {
        const served = json({ ...fields(crd), status: { storedVersions: ['v1'] } })
        expect(convertCrd(served)).toEqual({ crd, changes: [] })
      }
  })

  test('kept unknown fields, a missing schema and a webhook keep their meaning', () => {
    const { spec } = old
    const { validation: _, ...rest } = spec
    const kept = convertCrd(json({ ...old, spec: { ...spec, preserveUnknownFields: true } })).crd
    expect(
      at(items(at(kept, 'spec', 'versions'))[0], 'schema', 'openAPIV3Schema', 'x-kubernetes-preserve-unknown-fields')
    ).toBe(true)
    const bare = convertCrd(
      json({
        ...old,
        spec: {
          ...rest,
          conversion: { strategy: 'Webhook', webhookClientConfig: { url: 'x' }, conversionReviewVersions: ['v1'] }
        }
      })
    ).crd
    expect(at(items(at(bare, 'spec', 'versions'))[0], 'schema')).toEqual({
      openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    })
    expect(at(bare, 'spec', 'conversion')).toEqual({
      strategy: 'Webhook',
      webhook: { clientConfig: { url: 'x' }, conversionReviewVersions: ['v1'] }
    })
  })
})

describe('reading files', () => {
  test('definitions are found among other objects and inside of lists, with their line', () => {
    const text =
      '# two\nkind: Namespace\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: a.b}}\n'
    expect(crdsOf([{ path: 'x.yaml', text }])).toMatchObject([{ name: 'a.b', from: 'x.yaml:4' }])
  })

  test('broken YAML and a name twice are refused with file and line', () => {
    expect(() => crdsOf([{ path: 'x.yaml', text: 'a: 1\nb: [\n' }])).toThrow(
      expect.objectContaining({ kind: 'input', message: expect.stringMatching(/^x\.yaml:[23]: /) })
    )
    const one = 'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a.b}\n'
    expect(() => crdsOf([{ path: 'x.yaml', text: `${one}---\n${one}` }])).toThrow(
      expect.objectContaining({ message: 'a.b is defined twice: x.yaml:1 and x.yaml:5' })
    )
  })

  test('words do not count: a field that is called description does', () => {
    const crd = json(widgets())
    const told = json(
      JSON.parse(
        JSON.stringify(widgets()).replaceAll('"type":"string"', '"type":"string","description":"words"')
      ) as object
    )
    expect(withoutWords(told)).toEqual(withoutWords(crd))
    const named = json(JSON.parse(JSON.stringify(widgets()).replaceAll('"image"', '"description"')) as object)
    expect(withoutWords(named)).not.toEqual(withoutWords(crd))
  })
})

describe('values and schemas', () => {
  const spec = (): Json => json(widgets().spec.versions[0]?.schema.openAPIV3Schema ?? {})
  const ajv = new Ajv({ strict: false, allowUnionTypes: true, formats: { duration: true } })

  test('a second opinion: JSON Schema finds a value wrong where we do', () => {
    const schema = at(spec(), 'properties', 'spec') ?? {}
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
    const names = Object.keys(fields(at(schema, 'properties')))
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...names),
          fc.oneof(any, fc.array(any, { maxLength: 3 }), fc.dictionary(fc.constantFrom('weight', 'name', 'port'), any))
        ),
        (value) => {
          const known = misfits(value as Json, schema).filter(({ kind }) => kind !== 'unknown')
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
          const schema = at(spec(), 'properties', 'spec') ?? {}
          const kept = pruned(value, schema)
          expect(misfits(kept, schema).filter(({ kind }) => kind === 'unknown')).toEqual([])
          expect(Object.keys(fields(kept))).toEqual(Object.keys(value).filter((name) => name !== 'colour'))
        }
      )
    )
  })

  test('a path is written as the server writes it', () => {
    expect(pathText(['spec', 'matches', 0, 'headers', 1])).toBe('spec.matches[0].headers[1]')
  })

  test.each(CRD_SETS)('objects made from the schemas of the set "%s" fit them, one with every field', (name) => {
    for (const crd of crdSet(name).crds)
      for (const version of items(at(crd, 'spec', 'versions'))) {
        const schema = at(version, 'schema', 'openAPIV3Schema') ?? {}
        const examples = examplesOf(schema)
        expect(examples.length).toBeGreaterThan(0)
        for (const { body } of examples) expect(misfits(body, schema)).toEqual([])
      }
  })

  test('the ends of ranges and every value of an enum are among them', () => {
    const bodies = examplesOf(spec()).map(({ body }) => at(body, 'spec'))
    const values = (field: string) => new Set(bodies.map((body) => at(body, field)))
    expect(values('strategy')).toEqual(new Set(['Canary', 'BlueGreen', 'Recreate', undefined]))
    expect([...values('replicas')]).toEqual(expect.arrayContaining([0, 100]))
    expect([...values('surge')]).toEqual(expect.arrayContaining([1, '50%']))
    expect([...values('paused')]).toEqual(expect.arrayContaining([true, false]))
  })
})

describe('the static rules', () => {
  const breaks = (change: (typeof BREAKING)[number]['change']): readonly string[] => {
    const after = widgets()
    change(after)
    return changesOf(json(widgets()), json(after))
      .filter(({ breaks }) => breaks)
      .map(({ where, says }) => `${where} ${says}`)
  }
  /** These a server has to judge. */
  const LIVE_ONLY = [
    'a pattern is narrowed',
    'a rule of its own forbids what was allowed',
    'a new version is stored, which N-1 does not know'
  ]

  test.each(BREAKING)('$what: a rule finds it, or it needs live objects', ({ what, change }) => {
    expect(breaks(change).length > 0).toBe(!LIVE_ONLY.includes(what))
  })

  test.each(HARMLESS)('$what: no rule objects', ({ change }) => {
    expect(breaks(change)).toEqual([])
  })
})

test('refusals are explained with the way to do it, and words that say it all are left alone', () => {
  const stored =
    'CustomResourceDefinition "a.b" is invalid: status.storedVersions[0]: Invalid value: "v1alpha1": missing from spec.versions; v1alpha1 was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in v1alpha1'
  expect(explainRefusal('a.b', stored)).toMatchObject({
    means: expect.stringContaining('stored as v1alpha1'),
    way: expect.stringContaining('kubectl patch crd a.b --subresource=status')
  })
  expect(
    explainRefusal(
      'a.b',
      'CustomResourceDefinition "a.b" is invalid: spec.scope: Invalid value: "Cluster": field is immutable'
    )?.means
  ).toContain('cannot be changed')
  expect(explainRefusal('a.b', 'forbidden: User "x" cannot patch')).toBeUndefined()
})

describe('the line of a field', () => {
  const text = `# first
kind: List
apiVersion: v1
items:
  - apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: widgets.example.com }
    spec:
      versions:
        - name: v1
        - name: v2
          schema:
            openAPIV3Schema:
              properties:
                spec:
                  properties:
                    routes:
                      items:
                        properties:
                          weight:
                            type: integer
`
  const [crd] = crdsOf([{ path: 'config/crd/widgets.yaml', text }])
  test.each([
    ['v2', 'spec.routes[].weight', 20, 'is its own'],
    ['v2', 'spec.routes[].gone', 19, 'that was taken away is that of the fields beside it'],
    ['v2', 'spec.lost.deeper', 16, 'below one that was taken away is that of the fields beside that'],
    ['v1', 'spec.size', 10, 'of a version without a schema is the version'],
    ['v2', '', 13, 'for the whole version is its schema']
  ])('of %s %s: line %d, %s', (version, field, line) => {
    expect(crd?.placeOf(version, field)).toEqual({ file: 'config/crd/widgets.yaml', line })
  })
})
