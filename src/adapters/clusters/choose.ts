import { Failure } from '../../errors.ts'
import type { Surroundings } from '../../plan/around.ts'
import { which } from '../toolchain/machine.ts'
import { KIND, KUBERNETES } from '../toolchain/pins.ts'
import { inGo } from '../toolchain/platform.ts'
import type { Asked, Looking } from './asked.ts'
import { engineEnv } from './kind/engine.ts'

type Choice = Surroundings['provider']

/** How long a container engine may take to say its version, in milliseconds. */
const ENGINE_MS = 10_000

/**
 * Where the proof can run here, and why there; only looks. `auto`: a kubeconfig that an input names (never one that just
 * lies there: it may be production's), else a control plane of processes, which is ready in seconds, else kind. Rejects
 * with a Failure when what was asked for by name cannot be had.
 */
export async function chooseProvider(asked: Asked, looking: Looking): Promise<Choice> {
  switch (asked.cluster) {
    case 'kubeconfig':
      return await runningPlan(asked, 'cluster is kubeconfig', looking)
    case 'control-plane':
      return controlPlanePlan('cluster is control-plane', looking)
    case 'kind':
      return await kindPlan(asked, 'cluster is kind', looking)
    case 'auto': {
      if (asked.kubeconfig !== '') return await runningPlan(asked, 'auto: an input names a kubeconfig', looking)
      const first = controlPlanePlan('auto: this is Linux, so it needs no container engine', looking)
      if (!('missing' in first)) return first
      const second = await kindPlan(asked, `auto: ${first.missing}`, looking)
      return 'missing' in second ? { missing: `${first.missing}; ${second.missing}` } : second
    }
  }
}

/** The client for Kubernetes and a YAML parser are heavy, and most runs need neither here. */
const runningPlan = async (asked: Asked, why: string, looking: Looking): Promise<Choice> =>
  (await import('./running-plan.ts')).runningPlan(asked, why, looking)

function controlPlanePlan(why: string, { platform }: Looking): Choice {
  if (platform.os !== 'linux')
    return { missing: `control-plane clusters run on Linux only, and this is ${inGo(platform).os}` }
  const releases = Object.fromEntries(Object.entries(KUBERNETES).map(([minor, { version }]) => [minor, version]))
  return { provider: 'control-plane', why, releases }
}

async function kindPlan(asked: Asked, why: string, { run, env, platform, signal }: Looking): Promise<Choice> {
  const docker = await which('docker', env, platform)
  if (docker === undefined) return { missing: 'kind clusters need a container engine, and docker is not on PATH' }
  const limit = AbortSignal.timeout(ENGINE_MS)
  const said = await run([docker, 'version', '--format', '{{.Server.Version}}'], {
    env: engineEnv(env),
    signal: AbortSignal.any([signal, limit])
  }).then(
    ({ stdout }) => ({ version: stdout.trim() }),
    (error: unknown) => {
      signal.throwIfAborted()
      if (!(error instanceof Failure) && !limit.aborted) throw error
      const cause = error instanceof Failure && typeof error.cause === 'string' ? error.cause.trim() : ''
      return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` }
    }
  )
  if ('missing' in said) return said
  const releases = Object.fromEntries(Object.entries(KIND.images).map(([minor, { version }]) => [minor, version]))
  return {
    provider: 'kind',
    why: `${why}; Docker ${said.version} answers`,
    releases,
    mirrors: asked['image-mirrors']
  }
}
