import { describe, expect, test } from '@jest/globals'
import { convertCrd } from '../../../src/crds/convert.ts'
import { readAt, readFields, readItems } from '../../../src/base/json.ts'
import type { Json } from '../../../src/base/json.ts'
import { makeCrdSet } from '../../../src/smi/crds.ts'
import { CRD_SETS } from '../../../src/model/crd-sets.ts'

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
      for (const crd of makeCrdSet(name).crds) {
        const served = json({ ...readFields(crd), status: { storedVersions: ['v1'] } })
        expect(convertCrd(served)).toEqual({ crd, changes: [] })
      }
  })

  test('kept unknown fields, a missing schema and a webhook keep their meaning', () => {
    const { spec } = old
    const { validation: _, ...rest } = spec
    const kept = convertCrd(json({ ...old, spec: { ...spec, preserveUnknownFields: true } })).crd
    expect(
      readAt(
        readItems(readAt(kept, 'spec', 'versions'))[0],
        'schema',
        'openAPIV3Schema',
        'x-kubernetes-preserve-unknown-fields'
      )
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
    expect(readAt(readItems(readAt(bare, 'spec', 'versions'))[0], 'schema')).toEqual({
      openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
    })
    expect(readAt(bare, 'spec', 'conversion')).toEqual({
      strategy: 'Webhook',
      webhook: { clientConfig: { url: 'x' }, conversionReviewVersions: ['v1'] }
    })
  })
})
