import type { SmiKind } from './kind.ts'
import { described, list, object, enumOf, text } from './schema.ts'

export const METHODS = ['*', 'GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']

const name = described(text, 'What a TrafficTarget calls this match by.')
const pathRegex = described(text, 'A regular expression, anchored at the start of the path.')
const methods = list(enumOf(...METHODS))

/**
 * A list of maps with one entry each, not one map: v0.6.0 writes it so, and so does smi-sdk-go, whose types hold a map
 * but read and write a list (pkg/apis/specs/v1alpha4/helpers.go; a map or two entries in one item do not decode). The
 * text of v1alpha4 was changed to a map after the last release; controller-sdk took that over.
 */
const headers = described(
  list({ type: 'object', maxProperties: 1, additionalProperties: { type: 'string' } }),
  'Header names with a regular expression each; all must match.'
)

const plainMatch = object({ name, methods, pathRegex }, ['name'])
const match = object({ name, methods, pathRegex, headers }, ['name'])

/** Which HTTP requests are meant. smi-spec apis/traffic-specs/v1alpha1 to v1alpha4; smi-sdk-go pkg/apis/specs. */
export const httpRouteGroup: SmiKind = {
  kind: 'HTTPRouteGroup',
  group: 'specs.smi-spec.io',
  plural: 'httproutegroups',
  singular: 'httproutegroup',
  shortName: 'htr',
  versions: [
    { name: 'v1alpha1', schema: object({ matches: list(plainMatch) }, ['matches']) },
    { name: 'v1alpha2', schema: object({ matches: list(match) }, ['matches']) },
    { name: 'v1alpha3', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) },
    { name: 'v1alpha4', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) }
  ],
  fields: [
    { path: 'matches', versions: ['v1alpha1', 'v1alpha2'], because: 'v1alpha3 moved it into `spec`' },
    { path: 'matches[].headers', versions: ['v1alpha2'], because: 'header filters are new in v1alpha2' },
    {
      path: 'spec',
      versions: ['v1alpha3', 'v1alpha4'],
      because: 'v1alpha1 and v1alpha2 have `matches` at the top level'
    }
  ]
}
