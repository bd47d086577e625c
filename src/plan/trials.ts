import type { Analysis } from '../facts/go-packages.ts'
import { Failure } from '../base/errors.ts'
import type { Config } from '../config/inputs.ts'
import type { Suite, Trial } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import type { Project } from '../config/project-file.ts'
import type { Workload } from '../suites/workload/settings.ts'
import { OWN } from '../model/crd-sets.ts'
import { smiVersions } from '../smi/versions.ts'
import { digestOf, type Sources } from '../crds/files.ts'
import type { ClusterPlan, Planned, Surroundings } from './planned.ts'
import type { BaselinePlan } from './baseline.ts'

/** What a trial is about: the program, its version, and the release before it. */
export interface Subject {
  readonly name: string
  readonly version: string
  /** Whether the version is one that somebody released, or will: a tag's. */
  readonly tagged: boolean
  readonly baseline: BaselinePlan | { readonly skip: string }
}

/** A suite that could prove something, and why it does not. */
export interface Unproved {
  readonly suite: Suite
  readonly why: string
}

/** Which trials prove a version; for each suite that fits the module and is left out, why. */
export function trials(
  config: Config,
  project: Project,
  { imports }: Analysis,
  sources: Sources,
  subject: Subject,
  around: Surroundings
): { readonly trials: Planned<Trial>; readonly unproved: readonly Unproved[] } {
  const speaks = smiVersions(imports).map(({ group, version }) => `${group}/${version}`)
  const client = imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path))
  const minors = chosen(config.kubernetes, around)
  if (config.kubernetes.length === 0 && config.suites === 'auto') return none('kubernetes is none')
  const fits: Readonly<Record<Suite, boolean>> = {
    smi: speaks.length > 0,
    crd: sources.crds.length > 0,
    workload: client || speaks.length > 0 || project.workloads.length > 0,
    data: project.data.length > 0,
    surface: true
  }
  const order: readonly Suite[] = ['smi', 'crd', 'workload', 'data', 'surface']
  const suites = config.suites === 'auto' ? order.filter((suite) => fits[suite]) : config.suites
  if (suites.length === 0) return none('suites is none')
  const made = suites.map((suite) => ({
    suite,
    ...trialsOf(suite, minors, config, project, sources, speaks, subject, around)
  }))
  const work = made.flatMap((each) => each.work ?? [])
  const unproved = made.flatMap(({ suite, skip }) => (skip === undefined ? [] : [{ suite, why: skip }]))
  if (work.length === 0) {
    const idle = 'the program imports neither the SMI SDK nor a Kubernetes client'
    const why = unproved.map(({ suite, why }) => `${suite}: ${why}`).join('; ')
    return { trials: { skip: config.suites === 'auto' ? [idle, why].filter(Boolean).join('; ') : why }, unproved }
  }
  return { trials: { work }, unproved }
}

const none = (skip: string) => ({ trials: { skip }, unproved: [] })

interface Made {
  readonly work?: readonly Trial[]
  readonly skip?: string
}

function trialsOf(
  suite: Suite,
  minors: () => readonly string[],
  { 'smi-set': sets }: Config,
  project: Project,
  sources: Sources,
  speaks: readonly string[],
  { name, version, tagged, baseline }: Subject,
  around: Surroundings
): Made {
  const { workloads, data, surface, crds } = project
  const onEach = (make: (kubernetes: string) => readonly Trial[]): Made => {
    const each = minors()
    return each.length ? { work: each.flatMap(make) } : { skip: 'kubernetes is none' }
  }
  const before: Json = 'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit }
  switch (suite) {
    case 'smi':
      return onEach((kubernetes) =>
        sets.map((set) => ({
          suite,
          kubernetes,
          with: { set, ...(set === OWN && { files: digestOf(sources.crds) }), speaks }
        }))
      )
    case 'crd':
      if ('skip' in baseline) return { skip: `there is no baseline: ${baseline.skip}` }
      if (sources.crds.length === 0) return { skip: 'no file of the repository holds CRDs' }
      return onEach((kubernetes) => [
        { suite, kubernetes, with: { baseline: before, ...(crds.apply === 'server-side' && { apply: crds.apply }) } }
      ])
    case 'workload': {
      const pods = podTrials(project, name, version, around)
      const each = onEach((kubernetes) => [
        ...(pods.work ?? []).map(({ subject, given }) => ({
          suite,
          kubernetes,
          ...(subject !== undefined && { subject }),
          with: subject === undefined ? given : { ...given, speaks, baseline: before }
        })),
        ...workloads.map((workload) => ({
          suite,
          kubernetes,
          subject: workload.name,
          with: { workload: asProcess(workload) as unknown as Json, speaks, baseline: before }
        }))
      ])
      const { skip } = pods
      return { ...each, ...(skip !== undefined && each.skip === undefined && { skip }) }
    }
    case 'data':
      if (data.length === 0) return { skip: 'slipway.yaml names no data' }
      if ('skip' in baseline) return { skip: `there is no baseline: ${baseline.skip}` }
      return {
        work: data.map((fixture) => ({
          suite,
          kubernetes: undefined,
          subject: fixture.name,
          with: { data: fixture, speaks, baseline: before }
        }))
      }
    case 'surface':
      if ('skip' in baseline) return { skip: `there is no baseline: ${baseline.skip}` }
      return {
        work: [
          {
            suite,
            kubernetes: undefined,
            with: {
              api: surface.api,
              accepted: surface.accepted,
              baseline: before,
              from: baseline.version,
              to: tagged ? version : null
            }
          }
        ]
      }
  }
}

interface PodTrial {
  readonly subject?: string
  readonly given: { readonly [key: string]: Json }
}

/**
 * What is rolled out and undone: where pods are simulated, a Deployment of the suite's own; where they run, the programs
 * themselves, as slipway.yaml says that they run in a cluster.
 */
function podTrials(
  { workloads }: Project,
  name: string,
  version: string,
  { provider: where, host }: Surroundings
): { readonly work?: readonly PodTrial[]; readonly skip?: string } {
  const deployed = workloads.filter(({ deployment }) => deployment !== undefined)
  const names = deployed.map((workload) => workload.name).join(', ')
  if ('missing' in where || where.provider === 'control-plane')
    return {
      ...(names && { skip: `${names} in pods that really run: here they are simulated; --cluster kind runs them` }),
      work: [{ given: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` } }]
    }
  if (where.provider === 'kubeconfig')
    return { skip: 'no Deployment is rolled out: no image can be put into a cluster that runs already' }
  if (deployed.length === 0)
    return {
      skip: 'no Deployment is rolled out: slipway.yaml does not say how a program runs in pods (workloads: deployment)'
    }
  if (host.os !== 'linux')
    return { skip: `no Deployment is rolled out: programs of this machine are for ${host.os}, and a node runs Linux` }
  return {
    work: deployed.map((workload) => ({
      subject: `${workload.name} (${workload.deployment?.kind ?? 'Deployment'})`,
      given: { driver: 'deployment', arch: host.arch, workload: workload as unknown as Json }
    }))
  }
}

/** How it runs in pods is not a matter of its trial as a process. */
const asProcess = ({ deployment: _, ...workload }: Workload): Workload => workload

/** The Kubernetes minors to prove against, each once; auto is the newest there is. Asked only by a suite that needs one. */
const chosen =
  (asked: Config['kubernetes'], { provider: where }: Surroundings) =>
  (): readonly string[] => {
    if (asked.length === 0) return []
    if ('missing' in where)
      throw new Failure('environment', `no cluster can be made here: ${where.missing}`, {
        code: 'no-cluster',
        hint: 'Run on Linux or where Docker answers, name a cluster (--kubeconfig FILE), or release without proof: --kubernetes none.'
      })
    return offered(asked, where)
  }

function offered(asked: Config['kubernetes'], { provider, releases }: ClusterPlan): readonly string[] {
  const offers = Object.keys(releases)
  if (asked === 'auto') return offers.slice(0, 1)
  const unknown = asked.filter((minor) => !offers.includes(minor))
  if (unknown.length === 0) return [...new Set(asked)]
  if (provider === 'kubeconfig')
    throw new Failure(
      'input',
      `the cluster of the kubeconfig is Kubernetes ${offers.join()}, not ${unknown.join(', ')}`,
      {
        hint: 'Leave --kubernetes out.'
      }
    )
  throw new Failure('input', `Kubernetes ${unknown.join(', ')} is not pinned for ${provider} clusters`, {
    hint: `Offered: ${offers.join(', ')}. A cluster that already runs may have another: --kubeconfig FILE.`
  })
}

/** Where the planned trials run, with the releases that they need. */
export function clusterPlan(planned: Planned<Trial>, { provider }: Surroundings): ClusterPlan | undefined {
  if ('skip' in planned || 'missing' in provider) return undefined
  const needed = new Set(planned.work.map(({ kubernetes }) => kubernetes))
  if ([...needed].every((minor) => minor === undefined)) return undefined
  const releases = Object.fromEntries(Object.entries(provider.releases).filter(([minor]) => needed.has(minor)))
  return { ...provider, releases }
}
