import { hostname } from 'node:os'
import { Failure } from '../../base/errors.ts'
import type { ProviderChoice } from '../../plan/planned.ts'
import { which } from '../toolchain/machine.ts'
import { KIND, KUBERNETES } from '../toolchain/pins.ts'
import { inGo } from '../toolchain/platform.ts'
import type { Asked, Looking } from './asked.ts'
import { engineEnv } from './kind/engine.ts'

type Choice = ProviderChoice

/** How long a container engine may take to say its version, in milliseconds. */
const ENGINE_MS = 10_000

/**
 * Where the proof can run here, and why there; only looks. `auto`: a kubeconfig that an input names (never one that just
 * lies there: it may be production's), else a control plane of processes, which is ready in seconds, else kind; kind first
 * where it can be had and only it has the Kubernetes versions that are asked for, or pods that run. Rejects with a Failure
 * when what was asked for by name cannot be had.
 */
export async function chooseProvider(asked: Asked, looking: Looking, pinned: Pinned = PINNED): Promise<Choice> {
  switch (asked.cluster) {
    case 'kubeconfig':
      return await runningPlan(asked, 'cluster is kubeconfig', looking)
    case 'control-plane':
      return controlPlanePlan('cluster is control-plane', looking, pinned)
    case 'kind':
      return await kindPlan(asked, 'cluster is kind', looking, pinned)
    case 'auto': {
      if (asked.kubeconfig !== '') return await runningPlan(asked, 'auto: an input names a kubeconfig', looking)
      const first = controlPlanePlan('auto: this is Linux, so it needs no container engine', looking, pinned)
      if ('missing' in first) {
        const second = await kindPlan(asked, `auto: ${first.missing}`, looking, pinned)
        return 'missing' in second ? { missing: `${first.missing}; ${second.missing}` } : second
      }
      const better = whyKind(asked, pinned)
      if (better === undefined) return first
      const second = await kindPlan(asked, `auto: ${better}`, looking, pinned)
      const missing = 'missing' in second ? second.missing : await elsewhere(looking)
      return missing === undefined ? second : { ...first, why: `${first.why}; ${better}, but ${missing}` }
    }
  }
}

/**
 * Why an engine that answers is no use to a job on Linux: kind's API server listens on the loopback of the engine's machine,
 * which that of a service container or of a host whose socket is mounted is not.
 */
async function elsewhere(looking: Looking): Promise<string | undefined> {
  const said = await askEngine(['info', '--format', '{{.Name}}'], looking)
  if ('missing' in said) return said.missing
  const { answer: name } = said
  return name === hostname() ? undefined : `its container engine is that of ${name}, and this is ${hostname()}`
}

/** Why kind proves more of what is asked for than a control plane does, where it does. */
function whyKind({ kubernetes, pods }: Asked, pinned: Pinned): string | undefined {
  const minors = kubernetes === 'auto' ? [] : kubernetes
  if (minors.some((minor) => pinned.kind[minor] === undefined)) return undefined
  const only = minors.filter((minor) => pinned['control-plane'][minor] === undefined)
  if (only.length) return `only kind has Kubernetes ${only.join(', ')}`
  return pods ? 'slipway.yaml rolls programs out in pods (deployment), and only there they run' : undefined
}

/** What stands behind each Kubernetes minor that a provider offers, newest first. */
type Pinned = Readonly<Record<'control-plane' | 'kind', Readonly<Record<string, string>>>>

const versions = (pins: Readonly<Record<string, { readonly version: string }>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(pins).map(([minor, { version }]) => [minor, version]))
const PINNED: Pinned = { 'control-plane': versions(KUBERNETES), kind: versions(KIND.images) }

/** The client for Kubernetes and a YAML parser are heavy, and most runs need neither here. */
const runningPlan = async (asked: Asked, why: string, looking: Looking): Promise<Choice> =>
  (await import('./running-plan.ts')).runningPlan(asked, why, looking)

function controlPlanePlan(why: string, { platform }: Looking, pinned: Pinned): Choice {
  if (platform.os !== 'linux')
    return { missing: `control-plane clusters run on Linux only, and this is ${inGo(platform).os}` }
  return { provider: 'control-plane', why, releases: pinned['control-plane'] }
}

async function kindPlan(asked: Asked, why: string, looking: Looking, pinned: Pinned): Promise<Choice> {
  const said = await askEngine(['version', '--format', '{{.Server.Version}}'], looking)
  if ('missing' in said) return said
  return {
    provider: 'kind',
    why: `${why}; Docker ${said.answer} answers`,
    releases: pinned.kind,
    mirrors: asked['image-mirrors']
  }
}

/** What docker says, or why it says nothing. */
async function askEngine(
  args: readonly string[],
  { run, env, platform, signal }: Looking
): Promise<{ readonly answer: string } | { readonly missing: string }> {
  const docker = await which('docker', env, platform)
  if (docker === undefined) return { missing: 'kind clusters need a container engine, and docker is not on PATH' }
  const limit = AbortSignal.timeout(ENGINE_MS)
  return await run([docker, ...args], { env: engineEnv(env), signal: AbortSignal.any([signal, limit]) }).then(
    ({ stdout }) => ({ answer: stdout.trim() }),
    (error: unknown) => {
      signal.throwIfAborted()
      if (!(error instanceof Failure) && !limit.aborted) throw error
      const cause = error instanceof Failure && typeof error.cause === 'string' ? error.cause.trim() : ''
      return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` }
    }
  )
}
