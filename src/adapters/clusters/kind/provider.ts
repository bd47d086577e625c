import { hostname } from 'node:os'
import { Failure } from '../../../base/errors.ts'
import type { ClusterPlan } from '../../../plan/cluster-plan.ts'
import { findOnPath } from '../../toolchain/machine.ts'
import { KIND } from '../../toolchain/pins.ts'
import { listPinnedReleases, type Looking, type Provider } from '../provider.ts'
import { pickEngineEnv, MARK } from './engine.ts'

const MIB = 1024 * 1024

/** How long a container engine may take to say its version, in milliseconds. */
const ENGINE_MS = 10_000

/** A cluster in containers: pods really run. */
export const kindProvider: Provider<Extract<ClusterPlan, { provider: 'kind' }>> = {
  name: 'kind',
  // docs/clusters.md has the measurement.
  bytes: 1500 * MIB,
  releases: listPinnedReleases(KIND.images),
  auto: 'it needs no Linux',
  async choose(asked, why, looking) {
    const said = await askEngine(['version', '--format', '{{.Server.Version}}'], looking)
    if ('missing' in said) return said
    return {
      provider: 'kind',
      why: `${why}; Docker ${said.answer} answers`,
      releases: this.releases,
      mirrors: asked['image-mirrors']
    }
  },
  /**
   * kind's API server listens on the loopback of the engine's machine, which that of a service container or of a host
   * whose socket is mounted is not.
   */
  async elsewhere(looking) {
    const said = await askEngine(['info', '--format', '{{.Name}}'], looking)
    if ('missing' in said) return said.missing
    const { answer: name } = said
    return name === hostname() ? undefined : `its container engine is that of ${name}, and this is ${hostname()}`
  },
  clusters: async (plan, parts) => (await import('./kind.ts')).kindClusters(plan, parts),
  leftovers: {
    mark: MARK,
    sweep: async (sweeping, signal) => (await import('./leftovers.ts')).sweepEngine(sweeping, signal)
  }
}

/** What docker says, or why it says nothing. */
async function askEngine(
  args: readonly string[],
  { run, env, platform, signal }: Looking
): Promise<{ readonly answer: string } | { readonly missing: string }> {
  const docker = await findOnPath('docker', env, platform)
  if (docker === undefined) return { missing: 'kind clusters need a container engine, and docker is not on PATH' }
  const limit = AbortSignal.timeout(ENGINE_MS)
  return await run([docker, ...args], { env: pickEngineEnv(env), signal: AbortSignal.any([signal, limit]) }).then(
    ({ stdout }) => ({ answer: stdout.trim() }),
    (error: unknown) => {
      signal.throwIfAborted()
      if (!(error instanceof Failure) && !limit.aborted) throw error
      const cause = error instanceof Failure && typeof error.cause === 'string' ? error.cause.trim() : ''
      return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` }
    }
  )
}
