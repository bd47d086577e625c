import type { Config } from '../config/inputs.ts'
import type { Target } from '../model/nouns.ts'
import type { Mode, Planned } from './planned.ts'

/** Which targets are compiled a second time, to see that the bytes come out the same. */
export function rebuilds(mode: Mode, { rebuild, targets }: Config): Planned<Target> {
  if (mode !== 'release') return { skip: `${mode} signs nothing that ships` }
  if (rebuild === 0) return { skip: 'rebuild is 0' }
  return { work: targets.slice(0, rebuild) }
}
