import type { SmiKind } from './kind.ts'
import { described, list, object, enumOf, port, text } from './schema.ts'

const subject = object({ kind: text, name: text, namespace: text }, ['kind', 'name'])

// Optional in the text and in the Go types; smi-sdk-go's CRD demands it in v1alpha1.
const subjectWithPort = object({ kind: text, name: text, namespace: text, port }, ['kind', 'name'])

const rule = (...kinds: readonly string[]) =>
  object({ kind: enumOf(...kinds), name: text, matches: list(text) }, ['kind', 'name'])

/** The draft's: `group` goes with IdentityBinding. */
const identity = object(
  { kind: enumOf('ServiceAccount', 'IdentityBinding'), group: text, name: text, namespace: text },
  ['kind', 'name']
)

const destination = 'The workloads that may be called, by their service account.'
const sources = 'The workloads that may call.'
const rules = 'The traffic that is allowed, by route.'

/**
 * Who may call whom. smi-spec apis/traffic-access/{v1alpha1,v1alpha2,v1alpha3}; smi-sdk-go pkg/apis/access. v1alpha4 is a
 * draft (the same folder, 2340800) that no release has: it is served for the programs that speak it, and stored only
 * where it is asked for.
 */
export const trafficTarget: SmiKind = {
  kind: 'TrafficTarget',
  group: 'access.smi-spec.io',
  plural: 'traffictargets',
  singular: 'traffictarget',
  shortName: 'tt',
  storage: 'v1alpha3',
  versions: [
    {
      name: 'v1alpha1',
      schema: object(
        {
          destination: described(subjectWithPort, destination),
          sources: described(list(subject), sources),
          specs: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
        },
        ['destination', 'sources', 'specs']
      )
    },
    {
      name: 'v1alpha2',
      schema: object(
        {
          spec: object(
            {
              destination: described(subjectWithPort, destination),
              sources: described(list(subject), sources),
              rules: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
            },
            ['destination']
          )
        },
        ['spec']
      )
    },
    {
      name: 'v1alpha3',
      schema: object(
        {
          spec: object(
            {
              destination: described(subject, destination),
              // "must specify a destination, at least one rule, and at least one source"
              sources: described(list(subject, { minItems: 1 }), sources),
              rules: described(list(rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), { minItems: 1 }), rules)
            },
            ['destination', 'rules', 'sources']
          )
        },
        ['spec']
      )
    },
    {
      name: 'v1alpha4',
      schema: object(
        {
          spec: object(
            {
              destination: described(identity, destination),
              sources: described(list(identity, { minItems: 1 }), sources),
              rules: described(list(rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), { minItems: 1 }), rules)
            },
            ['destination', 'rules', 'sources']
          )
        },
        ['spec']
      )
    }
  ],
  fields: [
    ...['destination', 'sources', 'specs'].map((path) => ({
      path,
      versions: ['v1alpha1'],
      because: 'v1alpha2 moved it into `spec`'
    })),
    {
      path: 'spec',
      versions: ['v1alpha2', 'v1alpha3', 'v1alpha4'],
      because: 'v1alpha1 has its fields at the top level'
    },
    {
      path: 'spec.destination.port',
      versions: ['v1alpha2'],
      because: 'v1alpha3 leaves ports to TCPRoute and UDPRoute: without it the target is open on every port'
    },
    ...['spec.destination.group', 'spec.sources[].group'].map((path) => ({
      path,
      versions: ['v1alpha4'],
      because: 'new in the draft v1alpha4, for IdentityBindings'
    })),
    {
      path: 'spec.rules[].kind',
      versions: ['v1alpha3', 'v1alpha4'],
      form: 'UDPRoute',
      because: 'UDPRoute is new in v1alpha3'
    }
  ]
}
