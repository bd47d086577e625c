import { Failure } from '../base/errors.ts'
import type { Json } from '../base/json.ts'
import { controllerSdk } from './sets/controller-sdk.ts'
import { linkerd } from './sets/linkerd.ts'
import { osm } from './sets/osm.ts'
import { CRD_SETS, type CrdSetName } from '../model/crd-sets.ts'
import { sdkMain } from './sets/sdk-main.ts'
import { httpRouteGroup } from './http-route-group.ts'
import { identityBinding } from './identity-binding.ts'
import type { SmiKind } from './kind.ts'
import { tcpRoute, udpRoute } from './port-routes.ts'
import { trafficSplit } from './traffic-split.ts'
import { trafficTarget } from './traffic-target.ts'
import { stringify } from 'yaml'

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

/** SMI CustomResourceDefinitions that belong together, and what a cluster must do once they are installed. */
export interface CrdSet {
  readonly name: string
  /** Where its schemas come from, in a sentence. */
  readonly origin: string
  readonly kinds: readonly ServedKind[]
  /** The apiextensions.k8s.io/v1 objects to apply, in the order of `kinds`. */
  readonly crds: readonly Json[]
  /** What was changed to make each of them v1, beside `crds`; undefined where none was. */
  readonly changes?: readonly (readonly string[])[]
}

/** What is promised of a kind; it stands beside the objects so that wrong objects cannot prove themselves right. */
export interface ServedKind extends Omit<SmiKind, 'versions' | 'storage'> {
  /** Oldest first. */
  readonly served: readonly string[]
  readonly storage: string
}

export interface CrdSetOptions {
  /** The storage version of a kind, such as `{ TrafficTarget: 'v1alpha1' }`; the newest where left out. */
  readonly storage?: Readonly<Record<string, string>>
}

interface SetSource {
  /** A sentence. */
  readonly origin: string
  readonly kinds: readonly SmiKind[]
}

/** Each set is its origin and its kinds; strategy None. The shapes are upstream's, the text is ours. */
const SETS = {
  all: {
    origin:
      'written by Slipway from smi-spec v0.6.0 and the wire format of smi-sdk-go v0.5.0; every version is served, the drafts of access v1alpha4 too',
    kinds: KINDS
  },
  'sdk-main': {
    origin:
      'the shapes of smi-sdk-go a143f8b (2021-04-29, the end of main; no tag has them); one version of each kind is served',
    kinds: sdkMain
  },
  'controller-sdk': {
    origin:
      'the shapes of smi-controller-sdk 6a7dfd7 (2023-03-08), drafts too; upstream converts by a webhook, here nothing does',
    kinds: controllerSdk
  },
  linkerd: {
    origin: 'the shape of linkerd-smi c0c39b1 (2024-02-08): TrafficSplit alone, v1alpha1 stored',
    kinds: linkerd
  },
  osm: {
    origin: 'the shapes of Open Service Mesh at its end (2023): those of smi-sdk-go, TrafficSplit v1alpha2 served',
    kinds: osm
  }
} as const satisfies Record<CrdSetName, SetSource>

/** A CRD set by name. An 'input' Failure names the sets, kinds or versions there are when an unknown one is asked for. */
export const makeCrdSet = (name: string, options: CrdSetOptions = {}): CrdSet => {
  if (!isSetName(name)) {
    throw new Failure('input', `there is no SMI CRD set "${name}"`, { hint: `Take one of: ${CRD_SETS.join(', ')}.` })
  }
  return buildCrdSet(name, SETS[name], options)
}

/** A set of given kinds, with the storage versions asked for. */
export const buildCrdSet = (name: string, { origin, kinds }: SetSource, options: CrdSetOptions = {}): CrdSet => {
  const storage = options.storage ?? {}
  for (const kind of Object.keys(storage)) {
    if (!kinds.some((each) => each.kind === kind)) {
      throw new Failure('input', `the CRD set ${name} has no kind "${kind}" to choose a storage version for`, {
        hint: `Take one of: ${kinds.map((each) => each.kind).join(', ')}.`
      })
    }
  }
  const served = kinds.map((kind) => promiseKind(kind, storage[kind.kind]))
  return { name, origin, kinds: served, crds: kinds.map((kind, i) => makeDefinition(name, kind, served[i]?.storage)) }
}

/**
 * The storage versions that fit a program that speaks these APIs (`access.smi-spec.io/v1alpha2`, …): of each kind the
 * newest version spoken, because under strategy None whatever the storage version does not have is lost on writing.
 */
export const chooseStorage = (name: string, speaks: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    makeCrdSet(name).kinds.flatMap(({ kind, group, served }) => {
      const newest = served.findLast((version) => speaks.includes(`${group}/${version}`))
      return newest === undefined ? [] : [[kind, newest]]
    })
  )

const isSetName = (name: string): name is CrdSetName => Object.hasOwn(SETS, name)

const promiseKind = (kind: SmiKind, asked: string | undefined): ServedKind => {
  const { versions, storage: usual, ...rest } = kind
  const served = versions.filter((version) => version.served !== false).map((version) => version.name)
  const storage = asked ?? usual ?? served.at(-1)
  if (storage === undefined || !versions.some((version) => version.name === storage)) {
    throw new Failure('input', `${kind.kind} has no version "${storage}" to store`, {
      hint: `Take one of: ${versions.map((version) => version.name).join(', ')}.`
    })
  }
  return { ...rest, served, storage }
}

const makeDefinition = (set: string, kind: SmiKind, storage: string | undefined): Json => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: {
    name: `${kind.plural}.${kind.group}`,
    labels: { 'app.kubernetes.io/part-of': 'smi', 'slipway/crd-set': set }
  },
  spec: {
    group: kind.group,
    scope: 'Namespaced',
    names: {
      kind: kind.kind,
      listKind: `${kind.kind}List`,
      plural: kind.plural,
      singular: kind.singular,
      ...(kind.shortName === undefined ? {} : { shortNames: [kind.shortName] })
    },
    conversion: { strategy: 'None' },
    versions: kind.versions.map(({ name, served = true, schema }) => ({
      name,
      served,
      storage: name === storage,
      schema: { openAPIV3Schema: schema },
      ...(kind.status ? { subresources: { status: {} } } : {}),
      ...(kind.columns ? { additionalPrinterColumns: kind.columns } : {})
    }))
  }
})

/** The set as YAML documents for `kubectl apply -f -`. */
export const formatCrdsYaml = (set: CrdSet): string =>
  `# SMI CRD set "${set.name}": ${set.origin}.\n` +
  set.crds.map((crd) => `---\n${stringify(crd, { lineWidth: 0, aliasDuplicateObjects: false })}`).join('')
