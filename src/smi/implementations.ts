/** Something that serves SMI CRDs, or a client that writes SMI objects. */
export interface Implementation {
  readonly name: string
  readonly does: 'serves' | 'writes'
  /** As in `split.smi-spec.io/v1alpha2`. */
  readonly versions: readonly string[]
  readonly state: string
  /** Where that was read. */
  readonly source: string
}

const access = (...versions: readonly string[]) => versions.map((version) => `access.smi-spec.io/${version}`)
const specs = (...versions: readonly string[]) => versions.map((version) => `specs.smi-spec.io/${version}`)
const split = (...versions: readonly string[]) => versions.map((version) => `split.smi-spec.io/${version}`)

/** Who speaks what, as read in their sources and documents in November 2026. SMI is archived: this will not change much. */
export const IMPLEMENTATIONS: readonly Implementation[] = [
  {
    name: 'Linkerd (SMI extension)',
    does: 'serves',
    versions: split('v1alpha1', 'v1alpha2'),
    state: 'deprecated',
    source: 'linkerd-smi c0c39b1, CRD'
  },
  {
    name: 'Open Service Mesh',
    does: 'serves',
    versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha2')],
    state: 'archived; read-only since 2023-07-11',
    source: 'osm, CRDs; the banner of its repository'
  },
  {
    name: 'SMI controller SDK',
    does: 'serves',
    versions: [
      ...access('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
      ...specs('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
      ...split('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4')
    ],
    state: 'archived',
    source: 'smi-controller-sdk 6a7dfd7, CRDs'
  },
  {
    name: 'smi-sdk-go, main',
    does: 'serves',
    versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha4')],
    state: 'archived',
    source: 'smi-sdk-go a143f8b, CRDs'
  },
  {
    name: 'Traefik Mesh',
    does: 'serves',
    versions: [...access('v1alpha2'), ...specs('v1alpha3'), ...split('v1alpha3')],
    state: 'dormant',
    source: 'v1.4.8, imports'
  },
  {
    name: 'Consul smi-controller',
    does: 'serves',
    versions: [...access('v1alpha1'), ...specs('v1alpha1')],
    state: 'dormant',
    source: 'its documents'
  },
  {
    name: 'NGINX Service Mesh',
    does: 'serves',
    versions: [...access('v1alpha2'), ...specs('v1alpha3'), ...split('v1alpha3')],
    state: 'end of sale 2023-07-01',
    source: 'nginx-service-mesh 00862b9, docs/content/about/tech-specs.md: v1.2.0 and later'
  },
  {
    name: 'Istio (smi-adapter-istio)',
    does: 'serves',
    versions: [...access('v1alpha1'), ...specs('v1alpha1'), ...split('v1alpha1')],
    state: 'archived; its CRDs are v1beta1, which no Kubernetes since 1.22 takes',
    source: 'smi-adapter-istio 6acf05a, deploy/crds/crds.yaml'
  },
  {
    name: 'Flomesh FSM',
    does: 'serves',
    versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha2', 'v1alpha4')],
    state: 'active; left SMI for kinds of its own at the end of 2024',
    source: 'fsm 9966a2b, cmd/fsm-bootstrap/crds; pull request 511'
  },
  {
    name: 'Flagger',
    does: 'writes',
    versions: split('v1alpha1', 'v1alpha2', 'v1alpha3'),
    state: 'active; one version a provider: linkerd v1alpha1, osm v1alpha2, smi:VERSION',
    source: 'v1.44.0, pkg/router/factory.go'
  },
  {
    name: 'Argo Rollouts',
    does: 'writes',
    versions: split('v1alpha1', 'v1alpha2', 'v1alpha3'),
    state: 'active; v1alpha1 unless --traffic-split-api-version says otherwise',
    source: 'utils/defaults/defaults.go'
  },
  {
    name: 'Azure/k8s-deploy',
    does: 'writes',
    versions: split('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
    state: 'active; the first split version that kubectl api-versions prints',
    source: 'v7, trafficSplitUtils.ts'
  },
  {
    name: 'Harness',
    does: 'writes',
    versions: split('v1alpha3', 'v1alpha4'),
    state: 'active',
    source: 'its documents'
  }
]

/** One row of "your binary speaks …; others speak …". */
export interface Meeting {
  readonly implementation: Implementation
  /** Versions that both speak. */
  readonly shared: readonly string[]
  /** Groups in which both speak, and no version is the same. */
  readonly apart: readonly string[]
}

/** Whom a program that speaks these versions meets, in the order of IMPLEMENTATIONS. */
export const listMeetings = (speaks: readonly string[]): readonly Meeting[] =>
  IMPLEMENTATIONS.map((implementation) => {
    const shared = speaks.filter((version) => implementation.versions.includes(version))
    const groups = new Set(speaks.map(cutGroup))
    const apart = [...groups].filter(
      (group) =>
        implementation.versions.some((version) => cutGroup(version) === group) &&
        !shared.some((version) => cutGroup(version) === group)
    )
    return { implementation, shared, apart }
  })

const cutGroup = (version: string): string => version.split('/', 1)[0] ?? ''

/** `split v1alpha1–3` instead of three long names. */
export const shortenVersions = (versions: readonly string[]): string => {
  const byGroup = new Map<string, string[]>()
  for (const version of versions) {
    const group = cutGroup(version).replace('.smi-spec.io', '')
    byGroup.set(group, [...(byGroup.get(group) ?? []), version.slice(version.indexOf('/') + 1)])
  }
  return [...byGroup].map(([group, list]) => `${group} ${list.join(', ')}`).join('; ')
}
