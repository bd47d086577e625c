import type { Json } from '../base/json.ts'
import type { Schema } from './schema.ts'

/** A kind of the Service Mesh Interface with a schema for each version of its API. */
export interface SmiKind {
  readonly kind: string
  readonly group: `${string}.smi-spec.io`
  readonly plural: string
  readonly singular: string
  readonly shortName: string | undefined
  /** Whether `status` is a part of its own, which a write of the object leaves alone. */
  readonly status?: boolean
  readonly columns?:
    | readonly {
        readonly name: string
        readonly type: string
        readonly description: string
        readonly jsonPath: string
      }[]
    | undefined
  /** Oldest first. */
  readonly versions: readonly SmiVersion[]
  /** The version that is stored where nobody chooses; the newest served one where left out. */
  readonly storage?: string
  /** Fields that not every version has, topmost only: see known-losses.ts for what follows from them. */
  readonly fields: readonly VersionedField[]
  /** Where this set answers otherwise than the specification wants; written by hand, as `fields` are. */
  readonly exceptions?: readonly Exception[]
  /** What this set takes for the full object of a version, where it cannot take the specification's. */
  readonly dialect?: Readonly<Record<string, Body>>
}

/** A probe (probes.ts) that a set answers in its own way: known, told, and no failure of the set. */
export interface Exception {
  /** As the probe is called. */
  readonly what: string
  readonly versions: readonly string[]
  readonly answer: ProbeAnswer
  /** What is kept of an accepted object, where that is less than what was sent. */
  readonly left?: Body
  readonly because: string
}

/** The words of a server for a version that it does not serve; a missing namespace or object has others. */
export const UNSERVED: ProbeAnswer = { status: 404, says: '404 page not found' }

/** What a server does with an object: takes it, or refuses it with this status and these words. */
export type ProbeAnswer = 'accepted' | { readonly status: 400 | 404 | 422; readonly says: string }

/** An object of a kind, without apiVersion, kind and metadata: those depend on where it is written. */
export type Body = { readonly [key: string]: Json }

export interface SmiVersion {
  readonly name: string
  /** Listed and not served: objects may be stored in it, and nobody can ask for it. */
  readonly served?: false
  /** What stands beside apiVersion, kind and metadata. */
  readonly schema: Schema
}

/** A field, or a form of one, that only some versions of a kind have. Written by hand, not derived from the schemas. */
export interface VersionedField {
  /** As in `spec.destination.port`; `[]` stands for every item of a list. */
  readonly path: string
  readonly versions: readonly string[]
  /** The versions in which a set has it, where those are others than the specification's. */
  readonly kept?: readonly string[]
  /** Where the field is in every version but its value is not: the form that only `versions` take. */
  readonly form?: string
  readonly because: string
}
