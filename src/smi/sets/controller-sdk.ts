import { httpRouteGroup } from '../http-route-group.ts'
import type { Exception, SmiKind } from '../kind.ts'
import { findFullObject } from '../objects.ts'
import { tcpRoute, udpRoute } from '../port-routes.ts'
import { list, object, enumOf, text, type Schema } from '../schema.ts'
import { QUANTITY, trafficSplit } from '../traffic-split.ts'
import { trafficTarget } from '../traffic-target.ts'

const integer: Schema = { type: 'integer' }
const whole = object({})
const status = { status: whole }

const names = { name: text, namespace: text }
const subject = object({ kind: text, ...names }, ['kind', 'name'])
const withPort = object({ kind: text, ...names, port: integer }, ['kind', 'name'])
const identity = object({ kind: enumOf('ServiceAccount', 'IdentityBinding'), ...names }, ['kind', 'name'])
const rule = object({ kind: text, name: text, matches: list(text) }, ['kind', 'name'])
const oldRule = object({ kind: text, name: text, matches: list(text), ...status }, ['kind', 'name'])
const target = (destination: Schema, source: Schema) =>
  object({ destination, rules: list(rule), sources: list(source) }, ['destination'])

const plainMatch = object({ name: text, methods: list(text), pathRegex: text })
const match = object({
  name: text,
  methods: list(text),
  pathRegex: text,
  headers: { type: 'object', additionalProperties: { type: 'string' } }
})
const groupSpec = object({ matches: list(match) })

const ports = object({ spec: object({ matches: object({ name: text, ports: list(integer) }) }), ...status })

const backends = list(object({ service: text, weight: integer }, ['service', 'weight']))
const matches = list(object({ apiGroup: text, kind: text, name: text }, ['kind', 'name']))
const matchedSplit = object({
  spec: object({ service: text, backends, matches }, ['backends', 'service']),
  ...status
})

const accepts = (versions: readonly string[], because: string, ...whats: readonly string[]): readonly Exception[] =>
  whats.map((what) => ({ what, versions, answer: 'accepted', because }))

const NO_ENUM = 'the CRD does not say which values there are'
const NO_REQUIRED = 'the CRD does not demand it'
const SPEC = '`spec` is not required: what stands beside it is pruned, and an empty object is stored'
const HEADERS =
  'headers are one map, as the text of v1alpha4 said after the last release; clients built on smi-sdk-go send a list'

/** The full object with the headers of all its items in one map. */
const mapped = (version: 'v1alpha2' | 'v1alpha3' | 'v1alpha4') => {
  const items = [
    { name: 'metrics', pathRegex: '/metrics', methods: ['GET', 'HEAD'] },
    { name: 'insiders', headers: { 'user-agent': '.*Android.*', cookie: '^(.*?;)?(type=insider)(;.*)?$' } }
  ]
  return version === 'v1alpha2' ? { matches: items } : { spec: { matches: items } }
}

const draftTarget = findFullObject(trafficTarget, 'v1alpha3') ?? {}

const targets: SmiKind = {
  ...trafficTarget,
  status: true,
  storage: 'v1alpha4',
  versions: [
    {
      name: 'v1alpha1',
      schema: object({ destination: withPort, sources: list(withPort), specs: list(oldRule) }, [
        'destination',
        'sources',
        'specs'
      ])
    },
    { name: 'v1alpha2', schema: object({ spec: target(withPort, withPort), ...status }, ['spec']) },
    { name: 'v1alpha3', schema: object({ spec: target(subject, subject) }, ['spec']) },
    { name: 'v1alpha4', schema: object({ spec: target(identity, identity) }, ['spec']) }
  ],
  // Its rules take any kind, so UDPRoute fits every version, and its subjects have no group.
  fields: trafficTarget.fields.filter(({ form, path }) => form === undefined && !path.endsWith('.group')),
  dialect: { v1alpha4: draftTarget },
  exceptions: [
    ...accepts(['v1alpha2', 'v1alpha3'], NO_ENUM, 'a rule of another kind'),
    ...accepts(['v1alpha3', 'v1alpha4'], 'empty lists pass', 'no source'),
    {
      what: 'every field',
      versions: ['v1alpha4'],
      answer: { status: 400, says: 'unknown field "spec.destination.group"' },
      because: 'the CRD has no `group`'
    }
  ]
}

const groups: SmiKind = {
  ...httpRouteGroup,
  status: true,
  versions: [
    { name: 'v1alpha1', schema: object({ matches: list(plainMatch), ...status }) },
    { name: 'v1alpha2', schema: object({ matches: list(match), ...status }) },
    { name: 'v1alpha3', schema: object({ spec: groupSpec, ...status }, ['spec']) },
    { name: 'v1alpha4', schema: object({ spec: groupSpec, ...status }) }
  ],
  dialect: { v1alpha2: mapped('v1alpha2'), v1alpha3: mapped('v1alpha3'), v1alpha4: mapped('v1alpha4') },
  exceptions: [
    {
      what: 'every field',
      versions: ['v1alpha2'],
      answer: { status: 400, says: 'unknown field "matches[2].headers[0].user-agent"' },
      because: HEADERS
    },
    {
      what: 'every field',
      versions: ['v1alpha3', 'v1alpha4'],
      answer: { status: 400, says: 'unknown field "spec.matches[2].headers[0].user-agent"' },
      because: HEADERS
    },
    {
      what: 'two headers in one item',
      versions: ['v1alpha3', 'v1alpha4'],
      answer: { status: 400, says: 'unknown field "spec.matches[0].headers[0].a"' },
      because: HEADERS
    },
    ...accepts(['v1alpha2'], HEADERS, 'headers as one map'),
    ...accepts(['v1alpha3', 'v1alpha4'], HEADERS, 'headers as one map', 'headers as one map and no strict validation'),
    ...accepts(['v1alpha3', 'v1alpha4'], NO_ENUM, 'a method that HTTP does not have'),
    ...accepts(['v1alpha3', 'v1alpha4'], NO_REQUIRED, 'a match without a name'),
    ...accepts(['v1alpha4'], SPEC, 'matches at the top level').map((each) => ({ ...each, left: {} }))
  ]
}

const portExceptions = accepts(['v1alpha4'], 'ports have no limits', 'a port that no host has')

const tcp: SmiKind = {
  ...tcpRoute,
  status: true,
  versions: [
    { name: 'v1alpha1', schema: object(status) },
    { name: 'v1alpha2', schema: object(status) },
    { name: 'v1alpha3', schema: object({ spec: whole, ...status }) },
    { name: 'v1alpha4', schema: ports }
  ],
  exceptions: portExceptions
}

const splits: SmiKind = {
  ...trafficSplit,
  shortName: undefined,
  status: true,
  columns: undefined,
  versions: [
    {
      name: 'v1alpha1',
      schema: object({
        spec: object({ service: text, backends: list(object({ service: text, weight: QUANTITY })) }),
        ...status
      })
    },
    { name: 'v1alpha2', schema: object({ spec: object({ service: text, backends }), ...status }) },
    { name: 'v1alpha3', schema: matchedSplit },
    { name: 'v1alpha4', schema: matchedSplit }
  ],
  exceptions: [
    ...accepts(['v1alpha2', 'v1alpha3', 'v1alpha4'], 'the CRD has no least weight', 'weight -1'),
    ...accepts(['v1alpha2'], NO_REQUIRED, 'no service'),
    ...accepts(['v1alpha3', 'v1alpha4'], NO_ENUM, 'matches of another kind')
  ]
}

const bindings: SmiKind = {
  kind: 'IdentityBinding',
  group: 'access.smi-spec.io',
  plural: 'identitybindings',
  singular: 'identitybinding',
  shortName: 'ib',
  status: true,
  versions: [
    {
      name: 'v1alpha4',
      schema: object({
        spec: object(
          {
            schemes: {
              minProperties: 1,
              ...object({
                podLabelSelector: {
                  nullable: true,
                  ...object(
                    {
                      matchLabels: {
                        type: 'object',
                        nullable: true,
                        minProperties: 1,
                        additionalProperties: { type: 'string' }
                      }
                    },
                    ['matchLabels']
                  )
                },
                serviceAccount: { nullable: true, ...text },
                spiffeIdentities: { nullable: true, ...list(text, { minItems: 1 }) }
              })
            }
          },
          ['schemes']
        ),
        ...status
      })
    }
  ],
  fields: [],
  exceptions: [
    {
      what: 'every field',
      versions: ['v1alpha4'],
      answer: { status: 400, says: 'unknown field "spec.schemes.podLabelSelectors"' },
      because: 'the CRD has one selector, `podLabelSelector`'
    }
  ],
  dialect: {
    v1alpha4: {
      spec: {
        schemes: {
          serviceAccount: 'service-a',
          podLabelSelector: { matchLabels: { app: 'service-a' } },
          spiffeIdentities: ['spiffe://cluster.local/ns/default/sa/service-a']
        }
      }
    }
  }
}

/**
 * The SMI controller SDK: every version served, the draft of TrafficTarget v1alpha4 and IdentityBinding too. Upstream
 * converts by a webhook that its chart installs; here nothing converts, as where the webhook is missing.
 */
export const controllerSdk: readonly SmiKind[] = [
  targets,
  bindings,
  groups,
  tcp,
  { ...udpRoute, status: true, versions: [{ name: 'v1alpha4', schema: ports }], exceptions: portExceptions },
  splits
]
