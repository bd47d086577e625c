import { httpRouteGroup } from './http-route-group.ts'
import { tcpRoute, udpRoute } from './port-routes.ts'
import type { Schema } from './schema.ts'
import { trafficSplit } from './traffic-split.ts'
import { trafficTarget } from './traffic-target.ts'

/** A kind of the Service Mesh Interface with a schema for each version of its API. */
export interface SmiKind {
  readonly kind: string
  readonly group: `${string}.smi-spec.io`
  readonly plural: string
  readonly singular: string
  readonly shortName: string
  readonly columns?: readonly {
    readonly name: string
    readonly type: string
    readonly description: string
    readonly jsonPath: string
  }[]
  /** Oldest first. */
  readonly versions: readonly SmiVersion[]
  /** Fields that not every version has, topmost only: see known-losses.ts for what follows from them. */
  readonly fields: readonly VersionedField[]
}

export interface SmiVersion {
  readonly name: string
  /** What stands beside apiVersion, kind and metadata. */
  readonly schema: Schema
}

/** A field, or a form of one, that only some versions of a kind have. Written by hand, not derived from the schemas. */
export interface VersionedField {
  /** As in `spec.destination.port`; `[]` stands for every item of a list. */
  readonly path: string
  readonly versions: readonly string[]
  /** Where the field is in every version but its value is not: the form that only `versions` take. */
  readonly form?: string
  readonly because: string
}

/**
 * The kinds of the last release of the specification, v0.6.0, with each version that a release of it described.
 * Not here: TrafficTarget v1alpha4 and IdentityBinding, which never left the working draft (no tag of the specification
 * or of smi-sdk-go has them, only controller-sdk does); and metrics.smi-spec.io, an aggregated API and not a CRD.
 */
export const KINDS: readonly SmiKind[] = [trafficTarget, httpRouteGroup, tcpRoute, udpRoute, trafficSplit]
