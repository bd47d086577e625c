import type { SmiKind } from '../kind.ts'
import { list, object, text, type Schema } from '../schema.ts'
import { SERVICE_COLUMN, trafficSplit } from '../traffic-split.ts'
import { exceptNumberWeights } from './sdk-main.ts'

const split = (weight: Schema): Schema =>
  object({
    spec: object({ service: text, backends: list(object({ service: text, weight }, ['service', 'weight'])) }, [
      'service',
      'backends'
    ])
  })

/** TrafficSplit alone, in the two versions that Linkerd's SMI extension reads; the older one is stored. */
export const linkerd: readonly SmiKind[] = [
  {
    ...trafficSplit,
    columns: [SERVICE_COLUMN],
    storage: 'v1alpha1',
    versions: [
      // No pattern: any text is a weight.
      { name: 'v1alpha1', schema: split({ 'x-kubernetes-int-or-string': true }) },
      { name: 'v1alpha2', schema: split({ type: 'number' }) }
    ],
    exceptions: [
      {
        what: 'weight "lots"',
        versions: ['v1alpha1'],
        answer: 'accepted',
        because: 'any text is a weight; clients built on the SDK cannot decode it'
      },
      {
        what: 'no weight',
        versions: ['v1alpha1'],
        answer: { status: 422, says: 'spec.backends[0].weight: Required value' },
        because: 'the CRD demands it, the Go type does not'
      },
      ...exceptNumberWeights(['v1alpha2'])
    ]
  }
]
