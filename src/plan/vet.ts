import type { Config } from '../config/inputs.ts'
import type { Target } from '../model/nouns.ts'
import type { Once } from '../model/planned.ts'
import type { Mode } from './mode.ts'
import type { BuildPlan } from './builds.ts'

/** What is looked at: as `go build` of the same target sees it, so that its packages are compiled once. */
export interface VetPlan {
  readonly level: 'warn' | 'fail'
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** As the first build for this machine sees the packages: its flags, but for the linker's. */
export function planVet(mode: Mode, level: Config['vet'], builds: readonly BuildPlan[], host: Target): Once<VetPlan> {
  if (level === 'off') return { skip: 'vet: off' }
  if (mode !== 'gate') return { skip: `a ${mode} is not vetted: its gate was` }
  const chosen = builds.find(({ target }) => target === host) ?? builds[0]
  const build = chosen?.parts?.[0] ?? chosen
  if (!build) return { skip: 'nothing is built' }
  const flags = build.argv.slice(2, build.argv.indexOf('-ldflags')).filter((flag) => flag !== '-buildvcs=true')
  return { work: [{ level, argv: ['go', 'vet', '-json', ...flags, './...'], env: build.env }] }
}
