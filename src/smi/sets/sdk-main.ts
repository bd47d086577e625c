import type { Exception, SmiKind, SmiVersion } from '../kind.ts'
import { httpRouteGroup, METHODS } from '../http-route-group.ts'
import { tcpRoute, udpRoute } from '../port-routes.ts'
import { list, object, enumOf, text, type Schema } from '../schema.ts'
import { SERVICE_COLUMN, trafficSplit } from '../traffic-split.ts'
import { trafficTarget } from '../traffic-target.ts'

/** Not `integer`, and without limits: 0.5 and -1 pass. */
const numeric: Schema = { type: 'number' }

const subject = object({ kind: text, name: text, namespace: text }, ['name', 'kind'])
const subjectWith = (required: readonly string[]) =>
  object({ kind: text, name: text, namespace: text, port: numeric }, required)
const rule = (...kinds: readonly string[]) =>
  list(object({ kind: enumOf(...kinds), name: text, matches: list(text) }, ['name', 'kind']))

const targets = {
  v1alpha1: object(
    {
      destination: subjectWith(['name', 'kind', 'port']),
      specs: rule('HTTPRouteGroup', 'TCPRoute'),
      sources: list(subject)
    },
    ['destination']
  ),
  v1alpha2: object({
    spec: object(
      { destination: subjectWith(['name', 'kind']), rules: rule('HTTPRouteGroup', 'TCPRoute'), sources: list(subject) },
      ['destination']
    )
  }),
  v1alpha3: object({
    spec: object(
      { destination: subject, rules: rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), sources: list(subject) },
      ['destination', 'rules', 'sources']
    )
  })
}

// In every version, v1alpha1 too, which has no headers in the text.
const routes = list(
  object(
    {
      name: text,
      pathRegex: text,
      methods: list(enumOf(...METHODS)),
      headers: list({ type: 'object', additionalProperties: { type: 'string' } })
    },
    ['name']
  )
)
const groups = {
  v1alpha1: object({ matches: routes }, ['matches']),
  v1alpha2: object({ matches: routes }, ['matches']),
  v1alpha3: object({ spec: object({ matches: routes }, ['matches']) }),
  v1alpha4: object({ spec: object({ matches: routes }, ['matches']) })
}

const ports = object({
  spec: object({ matches: object({ ports: list({ type: 'integer' }) }, ['ports']) }, ['matches'])
})

const backends = list(object({ service: text, weight: numeric }, ['service', 'weight']))
const matches = list(object({ kind: enumOf('HTTPRouteGroup'), name: text }, ['kind', 'name']))
const plainSplit = object({ spec: object({ service: text, backends }, ['service', 'backends']) })
const matchedSplit = object({ spec: object({ service: text, matches, backends }, ['service', 'backends']) })
const splits = { v1alpha2: plainSplit, v1alpha3: matchedSplit, v1alpha4: matchedSplit }

/** Versions of the schemas above, oldest first, of which one is served and stored. */
const serving = (schemas: Readonly<Record<string, Schema>>, served: string): readonly SmiVersion[] =>
  Object.entries(schemas).map(([name, schema]) => ({ name, schema, ...(name === served ? {} : { served: false }) }))

const SPEC = '`spec` is not required: what stands beside it is pruned, and an empty object is stored'

const targetExceptions: readonly Exception[] = [
  {
    what: 'the fields of v1alpha1 and no strict validation',
    versions: ['v1alpha3'],
    answer: 'accepted',
    left: {},
    because: SPEC
  },
  { what: 'no source', versions: ['v1alpha3'], answer: 'accepted', because: 'empty lists pass' }
]

const groupExceptions: readonly Exception[] = [
  { what: 'matches at the top level', versions: ['v1alpha4'], answer: 'accepted', left: {}, because: SPEC },
  {
    what: 'two headers in one item',
    versions: ['v1alpha4'],
    answer: 'accepted',
    because: 'an item may have any number of entries; clients built on the SDK cannot decode it'
  }
]

const portExceptions: readonly Exception[] = [
  {
    what: 'every field',
    versions: ['v1alpha4'],
    answer: { status: 400, says: 'unknown field "spec.matches.name"' },
    because: 'the CRD has no `name`'
  },
  ...(['no matches', 'matches without ports'] as const).map((what) => ({
    what,
    versions: ['v1alpha4'],
    answer: { status: 422 as const, says: 'Required value' },
    because: 'the CRD demands `ports`, which may be left out for every port; the Go client does leave an empty list out'
  })),
  { what: 'a port that no host has', versions: ['v1alpha4'], answer: 'accepted', because: 'ports have no limits' }
]

const NUMBER = 'the CRD says number; clients built on the SDK have an int, and cannot decode a fraction'

/** What comes of `type: number` for weights, in any version that has it. */
export const exceptNumberWeights = (versions: readonly string[]): readonly Exception[] =>
  ['weight 0.5', 'weight -1'].map((what) => ({ what, versions, answer: 'accepted' as const, because: NUMBER }))

const splitExceptions = (versions: readonly string[]): readonly Exception[] => [
  {
    what: 'every field',
    versions: versions.filter((version) => version > 'v1alpha2'),
    answer: { status: 400, says: 'unknown field "spec.matches[0].apiGroup"' },
    because: 'the CRD has no `apiGroup`'
  },
  ...exceptNumberWeights(versions)
]

export const sdkTarget: SmiKind = {
  ...trafficTarget,
  versions: serving(targets, 'v1alpha3'),
  exceptions: targetExceptions
}

export const sdkGroup: SmiKind = {
  ...httpRouteGroup,
  versions: serving(groups, 'v1alpha4'),
  exceptions: groupExceptions
}

const portRoute = (kind: SmiKind): SmiKind => ({
  ...kind,
  versions: [{ name: 'v1alpha4', schema: ports }],
  fields: [
    { path: 'spec.matches.name', versions: ['v1alpha4'], kept: [], because: 'the CRD has no `name`, and prunes it' }
  ],
  exceptions: portExceptions
})

export const sdkTcpRoute = portRoute(tcpRoute)

/** TrafficSplit with its one served version; OSM serves another one than the SDK. */
export const makeSdkSplit = (served: 'v1alpha2' | 'v1alpha4'): SmiKind => ({
  ...trafficSplit,
  columns: [SERVICE_COLUMN],
  versions: serving(splits, served),
  fields: [
    ...trafficSplit.fields,
    {
      path: 'spec.matches[].apiGroup',
      versions: ['v1alpha3', 'v1alpha4'],
      kept: [],
      because: 'the CRD has no `apiGroup`, and prunes it'
    }
  ],
  exceptions: splitExceptions([served])
})

/** The branch `main` of smi-sdk-go, which no tag has: the one upstream set that a current Kubernetes takes. */
export const sdkMain: readonly SmiKind[] = [
  sdkTarget,
  sdkGroup,
  sdkTcpRoute,
  portRoute(udpRoute),
  makeSdkSplit('v1alpha4')
]
