import type { Config } from '../config/inputs.ts'
import type { Event } from '../facts/event.ts'
import type { BuildCacheKind } from '../model/build-cache.ts'
import type { Mode } from './mode.ts'

/** Which build cache go compiles into, and why. */
export interface BuildCachePlan {
  readonly kind: BuildCacheKind
  readonly why: string
}

/**
 * What a job before on the same machine left in the user's build cache must not ship. `build` counts as a release: what it
 * makes in a job is what another job of a fan-out publishes.
 */
export function planBuildCache(mode: Mode, wanted: Config['build-cache'], { kind }: Event): BuildCachePlan {
  if (wanted !== 'auto') return { kind: wanted, why: `build-cache is ${wanted}` }
  if (kind === 'local') return { kind: 'shared', why: 'no CI job started this run' }
  if (mode === 'gate') return { kind: 'shared', why: 'what a gate makes does not ship' }
  return { kind: 'own', why: `a ${mode} in a CI job` }
}
