import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a test starts as a process of its own, by its path from the top of the repository. */
export type Program = (typeof PROGRAMS)[number]

export const PROGRAMS = [
  'src/cli.ts',
  'src/action.ts',
  '__tests__/kill/release.ts',
  '__tests__/kill/tools.ts',
  '__tests__/fakes/children/host-child.ts',
  '__tests__/fakes/hostile/hostile-child.ts'
] as const

/** The variable that names the folder where the programs of this run of jest lie, bundled. */
export const BUNDLED = 'SLIPWAY_TEST_PROGRAMS'

/** The file to give to node: what jest bundled at its start (`bed/bundle-programs.ts`), or the source where there is no jest. */
export function fileOf(program: Program): string {
  const bundled = process.env[BUNDLED]
  return bundled === undefined ? join(ROOT, program) : join(bundled, program.replace(/\.ts$/, '.js'))
}
