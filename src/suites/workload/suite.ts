import type { Json } from '../../base/json.ts'
import { never, whenChanged, whenHigher, whenLower, whenMore, whenNarrowed } from '../../model/weaker.ts'
import { nameBaseline, planOnEach, type Situation, type Suite } from '../suite.ts'
import type { Workload } from './settings.ts'

/** Does N-1 → N → N-1 keep working, and keep the data? */
export const workload: Suite<readonly Workload[], 'workloads'> = {
  name: 'workload',
  auto: 'when it talks to Kubernetes',
  settings: {
    key: 'workloads',
    none: [],
    schema: async () => (await import('./settings.ts')).workloads,
    weaker: {
      // How each version is run.
      ...{ program: never, args: never, env: never, manifests: never, 'service-account': never },
      ...{ 'deployment.args': never, 'deployment.env': never, 'deployment.manifest': never },
      ...{ 'deployment.container': never, 'deployment.port': never },
      'baseline.args': whenChanged,
      'baseline.env': whenChanged,
      'deployment.baseline.args': whenChanged,
      'deployment.baseline.env': whenChanged,
      'deployment.replicas': whenChanged,
      'smi-crds': whenChanged,
      objects: whenNarrowed,
      'may-change': whenMore,
      settle: whenLower,
      within: whenHigher,
      'stop.within': whenHigher
    }
  },
  fits: ({ imports, speaks }, workloads) =>
    imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path)) ||
    speaks.length > 0 ||
    workloads.length > 0,
  // A Deployment of the suite's own holds none of the programs.
  needs: ({ subject }) => (subject === undefined ? [] : ['programs', 'crds']),
  rollsOut: (workloads) => workloads.some(({ deployment }) => deployment !== undefined),
  plan(situation, workloads) {
    const { speaks } = situation
    const baseline = nameBaseline(situation)
    const { rollouts = [], unproved } = planRollouts(situation, workloads)
    const onEvery = planOnEach(situation, (kubernetes) => [
      ...rollouts.map(({ subject, given }) => ({
        kubernetes,
        ...(subject === undefined ? { drill: true as const } : { subject }),
        with: subject === undefined ? given : { ...given, speaks, baseline }
      })),
      ...workloads.map((each) => ({
        kubernetes,
        subject: each.name,
        with: { workload: dropDeployment(each) as unknown as Json, speaks, baseline }
      }))
    ])
    return { ...onEvery, ...(unproved !== undefined && onEvery.unproved === undefined && { unproved }) }
  },
  async run(trial, tools, signal) {
    const cluster = tools.cluster()
    if (trial.subject === undefined) {
      const { proveStandIn } = await import('./deployment/stand-in.ts')
      return await proveStandIn(cluster, trial, tools.processes.run, signal)
    }
    const given = { cluster, trial, tools, signal }
    if (trial.with['driver'] === 'deployment') {
      const { proveInPods } = await import('./deployment/in-pods.ts')
      return await proveInPods(given, await tools.versions())
    }
    const { proveProcess } = await import('./process/process.ts')
    return await proveProcess(given, await tools.versions())
  }
}

/** One thing that is rolled out; without a subject it is a Deployment of the suite's own. */
interface Rollout {
  readonly subject?: string
  readonly given: { readonly [key: string]: Json }
}

/**
 * What is rolled out and undone: where pods are simulated, a Deployment of the suite's own; where they run, the programs
 * themselves, as slipway.yaml says that they run in a cluster.
 */
function planRollouts(
  { name, version, pods, host }: Situation,
  workloads: readonly Workload[]
): { readonly rollouts?: readonly Rollout[]; readonly unproved?: string | undefined } {
  const deployed = workloads.filter(({ deployment }) => deployment !== undefined)
  const names = deployed.map((each) => each.name).join(', ')
  if (pods === 'simulated')
    return {
      unproved: names
        ? `${names} in pods that really run: here they are simulated; --cluster kind runs them`
        : workloads.length === 0
          ? 'no program of yours is run: slipway.yaml has no workloads; a Deployment of an image that nobody has is a drill of the cluster'
          : undefined,
      rollouts: [
        { given: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` } }
      ]
    }
  if (pods === 'no image')
    return { unproved: 'no Deployment is rolled out: no image can be put into a cluster that runs already' }
  if (deployed.length === 0)
    return {
      unproved:
        'no Deployment is rolled out: slipway.yaml does not say how a program runs in pods (workloads: deployment)'
    }
  if (host.os !== 'linux')
    return {
      unproved: `no Deployment is rolled out: programs of this machine are for ${host.os}, and a node runs Linux`
    }
  return {
    rollouts: deployed.map((each) => ({
      subject: `${each.name} (${each.deployment?.kind ?? 'Deployment'})`,
      given: { driver: 'deployment', arch: host.arch, workload: each as unknown as Json }
    }))
  }
}

/** How it runs in pods is not a matter of its trial as a process. */
const dropDeployment = ({ deployment: _, ...workload }: Workload): Omit<Workload, 'deployment'> => workload
