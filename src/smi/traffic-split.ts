import type { SmiKind } from './kind.ts'
import { described, list, object, enumOf, text, type Schema } from './schema.ts'

/** A resource.Quantity: Kubernetes' own pattern for it. */
export const QUANTITY: Schema = {
  anyOf: [{ type: 'integer' }, { type: 'string' }],
  'x-kubernetes-int-or-string': true,
  pattern:
    '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'
}

/** "Weights must be whole numbers"; smi-sdk-go's CRD says number and takes 0.5 and -1. */
const whole: Schema = { type: 'integer', minimum: 0 }

const service = described(text, 'The service that clients call.')

// The Go type of v1alpha1 holds a pointer, so a client may leave the weight out there.
const quantityBackends = list(object({ service: text, weight: QUANTITY }, ['service']))
const backends = list(object({ service: text, weight: whole }, ['service', 'weight']))

const matches = described(
  list(object({ apiGroup: text, kind: enumOf('HTTPRouteGroup'), name: text }, ['kind', 'name'])),
  'Route groups that pick the requests to split; all requests when there are none.'
)

export const SERVICE_COLUMN = {
  name: 'Service',
  type: 'string',
  description: 'The apex service of this split.',
  jsonPath: '.spec.service'
}

const required = ['service', 'backends']

/** How much traffic goes where. smi-spec apis/traffic-split/v1alpha1 to v1alpha4; smi-sdk-go pkg/apis/split. */
export const trafficSplit: SmiKind = {
  kind: 'TrafficSplit',
  group: 'split.smi-spec.io',
  plural: 'trafficsplits',
  singular: 'trafficsplit',
  shortName: 'ts',
  columns: [SERVICE_COLUMN],
  versions: [
    { name: 'v1alpha1', schema: object({ spec: object({ service, backends: quantityBackends }, required) }, ['spec']) },
    { name: 'v1alpha2', schema: object({ spec: object({ service, backends }, required) }, ['spec']) },
    { name: 'v1alpha3', schema: object({ spec: object({ service, backends, matches }, required) }, ['spec']) },
    { name: 'v1alpha4', schema: object({ spec: object({ service, backends, matches }, required) }, ['spec']) }
  ],
  fields: [
    {
      path: 'spec.matches',
      versions: ['v1alpha3', 'v1alpha4'],
      because: 'new in v1alpha3: without it an A/B test is a split of all traffic'
    },
    {
      path: 'spec.backends[].weight',
      versions: ['v1alpha1'],
      form: 'a quantity such as "500m"',
      because: 'whole numbers since v1alpha2, and nothing scales the value: integer clients cannot decode it'
    }
  ]
}
