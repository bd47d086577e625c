import { httpRouteGroup } from './http-route-group.ts'
import { identityBinding } from './identity-binding.ts'
import type { SmiKind } from './kind.ts'
import { tcpRoute, udpRoute } from './port-routes.ts'
import { trafficSplit } from './traffic-split.ts'
import { trafficTarget } from './traffic-target.ts'

/**
 * The kinds of the last release of the specification, v0.6.0, with each version that a release of it described, and the
 * drafts that programs were built on: TrafficTarget v1alpha4 and IdentityBinding (no tag of the specification or of
 * smi-sdk-go has them, controller-sdk does). Not here: metrics.smi-spec.io, an aggregated API and not a CRD.
 */
export const KINDS: readonly SmiKind[] = [
  trafficTarget,
  httpRouteGroup,
  tcpRoute,
  udpRoute,
  trafficSplit,
  identityBinding
]
