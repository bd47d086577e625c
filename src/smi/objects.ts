import type { Body, SmiKind } from './kind.ts'
import { PROBES, type Probe } from './probes.ts'

/** What the specification allows: every field that the version has, and the least that it takes. */
export interface GoodObject {
  readonly kind: string
  readonly version: string
  readonly full: Body
  readonly least: Body
}

const makeAccount = (name: string) => ({ kind: 'ServiceAccount', name })
const makeBinding = (name: string) => ({ kind: 'IdentityBinding', group: 'access.smi-spec.io', name })
const sources = [{ ...makeAccount('prometheus'), namespace: 'monitoring' }, makeAccount('website')]
const rules = [
  { kind: 'HTTPRouteGroup', name: 'the-routes', matches: ['metrics'] },
  { kind: 'TCPRoute', name: 'the-ports' }
]
const destination = { ...makeAccount('service-a'), namespace: 'default' }
const leastTarget = { destination: makeAccount('service-a'), sources: [makeAccount('website')] }
const leastRules = [{ kind: 'TCPRoute', name: 'the-ports' }]

const plainMatches = [
  { name: 'metrics', pathRegex: '/metrics', methods: ['GET', 'HEAD'] },
  { name: 'everything', pathRegex: '.*', methods: ['*'] }
]
const matches = [
  ...plainMatches,
  { name: 'insiders', headers: [{ 'user-agent': '.*Android.*' }, { cookie: '^(.*?;)?(type=insider)(;.*)?$' }] }
]
const leastMatches = [{ name: 'everything' }]

const ports = { matches: { name: 'the-ports', ports: [8080, 8443] } }
const split = {
  service: 'website',
  backends: [
    { service: 'website-v1', weight: 90 },
    { service: 'website-v2', weight: 0 }
  ]
}
const quantities = {
  service: 'website',
  backends: [
    { service: 'website-v1', weight: '500m' },
    { service: 'website-v2', weight: 1 }
  ]
}
const test = { ...split, matches: [{ apiGroup: 'specs.smi-spec.io', kind: 'HTTPRouteGroup', name: 'the-routes' }] }
const leastSplit = { service: 'website', backends: [] }

/** One for each kind in each version of the last release of the specification, and of the drafts; most values are from its examples. */
export const GOOD_OBJECTS: readonly GoodObject[] = [
  {
    kind: 'TrafficTarget',
    version: 'v1alpha1',
    full: { destination: { ...destination, port: 8080 }, sources, specs: rules },
    least: { ...leastTarget, specs: leastRules }
  },
  {
    kind: 'TrafficTarget',
    version: 'v1alpha2',
    full: { spec: { destination: { ...destination, port: 8080 }, sources, rules } },
    least: { spec: { destination: makeAccount('service-a') } }
  },
  {
    kind: 'TrafficTarget',
    version: 'v1alpha3',
    full: { spec: { destination, sources, rules: [...rules, { kind: 'UDPRoute', name: 'the-ports' }] } },
    least: { spec: { ...leastTarget, rules: leastRules } }
  },
  {
    kind: 'TrafficTarget',
    version: 'v1alpha4',
    full: {
      spec: {
        destination: { ...makeBinding('service-a'), namespace: 'default' },
        sources: [{ ...makeBinding('prometheus'), namespace: 'monitoring' }, makeAccount('website')],
        rules: [...rules, { kind: 'UDPRoute', name: 'the-ports' }]
      }
    },
    least: { spec: { ...leastTarget, rules: leastRules } }
  },
  {
    kind: 'IdentityBinding',
    version: 'v1alpha4',
    full: {
      spec: {
        schemes: {
          podLabelSelectors: [{ name: 'pods', matchLabels: { app: 'service-a' } }],
          spiffeIdentities: ['cluster.local/ns/default/sa/service-a']
        }
      }
    },
    least: { spec: { schemes: { serviceAccount: 'service-a' } } }
  },
  { kind: 'HTTPRouteGroup', version: 'v1alpha1', full: { matches: plainMatches }, least: { matches: leastMatches } },
  { kind: 'HTTPRouteGroup', version: 'v1alpha2', full: { matches }, least: { matches: leastMatches } },
  ...['v1alpha3', 'v1alpha4'].map((version) => ({
    kind: 'HTTPRouteGroup',
    version,
    full: { spec: { matches } },
    least: { spec: { matches: leastMatches } }
  })),
  ...['v1alpha1', 'v1alpha2'].map((version) => ({ kind: 'TCPRoute', version, full: {}, least: {} })),
  { kind: 'TCPRoute', version: 'v1alpha3', full: { spec: {} }, least: {} },
  ...['TCPRoute', 'UDPRoute'].map((kind) => ({
    kind,
    version: 'v1alpha4',
    full: { spec: ports },
    least: {}
  })),
  { kind: 'TrafficSplit', version: 'v1alpha1', full: { spec: quantities }, least: { spec: leastSplit } },
  { kind: 'TrafficSplit', version: 'v1alpha2', full: { spec: split }, least: { spec: leastSplit } },
  ...['v1alpha3', 'v1alpha4'].map((version) => ({
    kind: 'TrafficSplit',
    version,
    full: { spec: test },
    least: { spec: leastSplit }
  }))
]

/** What the probes call the two good objects of a version. */
export const FULL = 'every field'
export const LEAST = 'no more than it needs'

/** Every probe of a kind: its good objects and what PROBES has, in the versions that the specification describes. */
export const listProbes = (kind: string): readonly Probe[] => [
  ...GOOD_OBJECTS.filter((good) => good.kind === kind).flatMap(({ version, full, least }) =>
    (
      [
        [LEAST, least],
        [FULL, full]
      ] as const
    ).map(([what, body]) => ({ kind, version, what, body, validation: 'Strict' as const, answer: 'accepted' as const }))
  ),
  ...PROBES.filter((probe) => probe.kind === kind)
]

/** What a set takes for the full object of a version: the specification's, or one in its own dialect. */
export const findFullObject = (
  { kind, dialect }: Pick<SmiKind, 'kind' | 'dialect'>,
  version: string
): Body | undefined =>
  dialect?.[version] ?? GOOD_OBJECTS.find((good) => good.kind === kind && good.version === version)?.full
