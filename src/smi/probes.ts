import { UNSERVED, type ProbeAnswer, type Body } from './kind.ts'

/** An object and what the specification wants a server to do with it. A set may have exceptions (kinds.ts). */
export interface Probe {
  readonly kind: string
  /** The version it is sent to; not always one that is served. */
  readonly version: string
  /** After "TrafficSplit v1alpha4 with …"; one name a kind and version. */
  readonly what: string
  readonly body: Body
  /** 'Ignore' shows what the schema alone does, for clients that do not ask for strict field validation. */
  readonly validation: 'Strict' | 'Ignore'
  readonly answer: ProbeAnswer
}

const subject = { kind: 'ServiceAccount', name: 'service-a' }
const route = { kind: 'TCPRoute', name: 'the-ports' }
const target = { destination: subject, sources: [subject], rules: [route] }
const oldTarget = { destination: { ...subject, port: 8080 }, sources: [subject], specs: [route] }
const backend = { service: 'website-v1', weight: 1 }
const split = (...backends: readonly Body[]): Body => ({ spec: { service: 'website', backends } })
const routes = (match: Body): Body => ({ spec: { matches: [match] } })

type Refusal = readonly [what: string, body: Body, status: 400 | 422, says: string, validation?: 'Ignore']

const refused = (kind: string, versions: readonly string[], ...all: readonly Refusal[]): readonly Probe[] =>
  versions.flatMap((version) =>
    all.map(([what, body, status, says, validation = 'Strict' as const]) => ({
      kind,
      version,
      what,
      body,
      validation,
      answer: { status, says }
    }))
  )

const unserved = (kind: string, version: string, what: string, body: Body): Probe => ({
  ...{ kind, version, what, body },
  ...{ validation: 'Strict', answer: UNSERVED }
})

const accepted = (
  kind: string,
  versions: readonly string[],
  ...all: readonly (readonly [what: string, body: Body])[]
): readonly Probe[] =>
  versions.flatMap((version) =>
    all.map(([what, body]) => ({ kind, version, what, body, validation: 'Strict' as const, answer: 'accepted' }))
  )

/** Section 9 of the facts as far as one server and no mesh can show it. */
export const PROBES: readonly Probe[] = [
  ...refused(
    'TrafficTarget',
    ['v1alpha2', 'v1alpha3'],
    ['the fields of v1alpha1', oldTarget, 400, 'unknown field "destination"'],
    ['the fields of v1alpha1 and no strict validation', oldTarget, 422, 'spec: Required value', 'Ignore'],
    ['no destination', { spec: { sources: [subject], rules: [route] } }, 422, 'spec.destination: Required value'],
    [
      'a rule of another kind',
      { spec: { ...target, rules: [{ kind: 'GRPCRoute', name: 'r' }] } },
      422,
      'spec.rules[0].kind'
    ],
    ['an unknown field', { spec: { ...target, colour: 'red' } }, 400, 'unknown field "spec.colour"']
  ),
  ...refused('TrafficTarget', ['v1alpha1'], ['the fields of v1alpha3', { spec: target }, 400, 'unknown field "spec"']),
  ...refused(
    'TrafficTarget',
    ['v1alpha3'],
    [
      'a port',
      { spec: { ...target, destination: { ...subject, port: 8080 } } },
      400,
      'unknown field "spec.destination.port"'
    ],
    ['no source', { spec: { ...target, sources: [] } }, 422, 'spec.sources']
  ),
  ...refused(
    'TrafficTarget',
    ['v1alpha4'],
    ['the fields of v1alpha1 and no strict validation', oldTarget, 422, 'spec: Required value', 'Ignore'],
    [
      'a subject of another kind',
      { spec: { ...target, destination: { kind: 'Pod', name: 'service-a' } } },
      422,
      'spec.destination.kind'
    ],
    ['no source', { spec: { ...target, sources: [] } }, 422, 'spec.sources']
  ),
  unserved('TrafficTarget', 'v1beta1', 'a version that does not exist', { spec: target }),
  ...refused(
    'IdentityBinding',
    ['v1alpha4'],
    ['no schemes', { spec: {} }, 422, 'spec.schemes: Required value'],
    ['an empty scheme', { spec: { schemes: {} } }, 422, 'spec.schemes'],
    [
      'an unknown field',
      { spec: { schemes: { serviceAccount: 'a' }, colour: 'red' } },
      400,
      'unknown field "spec.colour"'
    ]
  ),
  ...refused(
    'HTTPRouteGroup',
    ['v1alpha1'],
    ['headers', { matches: [{ name: 'm', headers: [{ a: 'b' }] }] }, 400, 'headers']
  ),
  ...refused(
    'HTTPRouteGroup',
    ['v1alpha2'],
    [
      'headers as one map',
      { matches: [{ name: 'm', headers: { a: 'b' } }] },
      400,
      'unknown field "matches[0].headers.a"'
    ]
  ),
  ...refused(
    'HTTPRouteGroup',
    ['v1alpha3', 'v1alpha4'],
    ['a method that HTTP does not have', routes({ name: 'm', methods: ['FETCH'] }), 422, 'spec.matches[0].methods[0]'],
    ['a match without a name', routes({ pathRegex: '/' }), 422, 'spec.matches[0].name: Required value'],
    [
      'headers as one map',
      routes({ name: 'm', headers: { a: 'b' } }),
      400,
      'unknown field "spec.matches[0].headers.a"'
    ],
    [
      'headers as one map and no strict validation',
      routes({ name: 'm', headers: { a: 'b' } }),
      422,
      'spec.matches[0].headers',
      'Ignore'
    ],
    [
      'two headers in one item',
      routes({ name: 'm', headers: [{ a: 'b', c: 'd' }] }),
      422,
      'spec.matches[0].headers[0]'
    ],
    ['matches at the top level', { matches: [{ name: 'm' }] }, 422, 'spec: Required value', 'Ignore']
  ),
  ...['TCPRoute', 'UDPRoute'].flatMap((kind) =>
    refused(
      kind,
      ['v1alpha4'],
      ['matches as a list', { spec: { matches: [{ ports: [80] }] } }, 400, 'unknown field "spec.matches[0].ports"'],
      [
        'matches as a list and no strict validation',
        { spec: { matches: [{ ports: [80] }] } },
        422,
        'spec.matches',
        'Ignore'
      ],
      ['a port that is a string', { spec: { matches: { ports: ['80'] } } }, 422, 'spec.matches.ports[0]'],
      ['a port that no host has', { spec: { matches: { ports: [70000] } } }, 422, 'spec.matches.ports[0]']
    )
  ),
  ...refused(
    'TCPRoute',
    ['v1alpha3'],
    ['ports', { spec: { matches: { ports: [80] } } }, 400, 'unknown field "spec.matches"']
  ),
  ...['TCPRoute', 'UDPRoute'].flatMap((kind) =>
    accepted(
      kind,
      ['v1alpha4'],
      ['no matches', { spec: {} }],
      ['matches without ports', { spec: { matches: {} } }],
      ['an empty list of ports', { spec: { matches: { ports: [] } } }]
    )
  ),
  unserved('UDPRoute', 'v1alpha3', 'a version before there was UDPRoute', { spec: {} }),
  ...refused(
    'TrafficSplit',
    ['v1alpha2', 'v1alpha3', 'v1alpha4'],
    ['weight "500m"', split({ ...backend, weight: '500m' }), 422, 'spec.backends[0].weight'],
    ['weight 0.5', split({ ...backend, weight: 0.5 }), 422, 'spec.backends[0].weight'],
    ['weight -1', split({ ...backend, weight: -1 }), 422, 'spec.backends[0].weight'],
    ['weight "1"', split({ ...backend, weight: '1' }), 422, 'spec.backends[0].weight'],
    ['no weight', split({ service: 'website-v1' }), 422, 'spec.backends[0].weight: Required value'],
    ['no service', { spec: { backends: [backend] } }, 422, 'spec.service: Required value'],
    [
      'an unknown field',
      { spec: { service: 'website', backends: [backend], colour: 'red' } },
      400,
      'unknown field "spec.colour"'
    ]
  ),
  ...refused(
    'TrafficSplit',
    ['v1alpha1'],
    ['weight "lots"', split({ ...backend, weight: 'lots' }), 422, 'spec.backends[0].weight'],
    ['weight 0.5', split({ ...backend, weight: 0.5 }), 422, 'spec.backends[0].weight']
  ),
  ...accepted(
    'TrafficSplit',
    ['v1alpha1'],
    ['weight "500m"', split({ ...backend, weight: '500m' })],
    ['weight "1"', split({ ...backend, weight: '1' })],
    ['weight "0.5"', split({ ...backend, weight: '0.5' })],
    // A quantity has a sign, and the text says nothing of it.
    ['weight -1', split({ ...backend, weight: -1 })],
    ['no weight', split({ service: 'website-v1' })]
  ),
  ...accepted(
    'TrafficSplit',
    ['v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'],
    ['weight 0', split({ ...backend, weight: 0 })],
    ['weight 1', split(backend)]
  ),
  ...accepted(
    'TrafficSplit',
    ['v1alpha3', 'v1alpha4'],
    [
      'matches without an API group',
      { spec: { service: 'w', backends: [backend], matches: [{ kind: 'HTTPRouteGroup', name: 'r' }] } }
    ],
    ['an empty list of matches', { spec: { service: 'w', backends: [backend], matches: [] } }]
  ),
  ...refused(
    'TrafficSplit',
    ['v1alpha1', 'v1alpha2'],
    ['matches', { spec: { service: 'w', backends: [backend], matches: [] } }, 400, 'unknown field "spec.matches"']
  ),
  ...refused(
    'TrafficSplit',
    ['v1alpha3', 'v1alpha4'],
    [
      'matches of another kind',
      { spec: { service: 'w', backends: [backend], matches: [{ kind: 'TCPRoute', name: 'r' }] } },
      422,
      'spec.matches[0].kind'
    ]
  ),
  unserved('TrafficSplit', 'v1beta1', 'a version that does not exist', split(backend))
]
