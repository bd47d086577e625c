import type { SmiKind } from './kind.ts'
import { described, list, object, port, text } from './schema.ts'

/**
 * All optional: "when matching ports are not specified" the route matches them all, which is also what a route of an
 * older version means. smi-sdk-go's CRD demands `spec.matches.ports`, and so refuses what its own client sends for "all
 * ports": the Go type leaves an empty list out.
 */
const matches = object({ name: text, ports: described(list(port), 'None means every port.') })

const routed = object({ spec: object({ matches }) })

/** Which TCP traffic is meant. smi-spec apis/traffic-specs/v1alpha1 to v1alpha4. Before v1alpha4 it says nothing more. */
export const tcpRoute: SmiKind = {
  kind: 'TCPRoute',
  group: 'specs.smi-spec.io',
  plural: 'tcproutes',
  singular: 'tcproute',
  shortName: 'tr',
  versions: [
    { name: 'v1alpha1', schema: object({}) },
    { name: 'v1alpha2', schema: object({}) },
    { name: 'v1alpha3', schema: object({ spec: object({}) }) },
    { name: 'v1alpha4', schema: routed }
  ],
  fields: [
    { path: 'spec', versions: ['v1alpha3', 'v1alpha4'], because: 'v1alpha1 and v1alpha2 have no fields at all' },
    {
      path: 'spec.matches',
      versions: ['v1alpha4'],
      because: 'ports are new in v1alpha4: without them the route matches every port'
    }
  ]
}

/** Which UDP traffic is meant; new in smi-spec apis/traffic-specs/v1alpha4. */
export const udpRoute: SmiKind = {
  kind: 'UDPRoute',
  group: 'specs.smi-spec.io',
  plural: 'udproutes',
  singular: 'udproute',
  shortName: 'ur',
  versions: [{ name: 'v1alpha4', schema: routed }],
  fields: []
}
