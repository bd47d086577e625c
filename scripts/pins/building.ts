import * as fs from 'node:fs/promises'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { bootstrapGo } from '../../src/adapters/toolchain/bootstrap.ts'
import {
  apidiffRecipe,
  cosignRecipe,
  govulncheckRecipe,
  kindRecipe,
  makeKubernetesRecipe,
  type ToolRecipe
} from '../../src/adapters/toolchain/module-build.ts'
import { KUBERNETES } from '../../src/adapters/toolchain/pins.ts'
import { formatProgramName, translateToGo, type MachinePlatform } from '../../src/adapters/toolchain/platform.ts'
import type { Exec } from '../../src/model/ports/processes.ts'
import { environment, toolCache } from '../../__tests__/bed/tools.ts'

/** Every tool that is built from modules, by its name in built.ts. */
export const RECIPES: Readonly<Record<string, ToolRecipe>> = {
  apidiff: apidiffRecipe,
  cosign: cosignRecipe,
  govulncheck: govulncheckRecipe,
  kind: kindRecipe,
  ...Object.fromEntries(
    Object.values(KUBERNETES).map((pin) => [`kubernetes ${pin.version}`, makeKubernetesRecipe(pin)] as const)
  )
}

/** What must make no difference to the bytes of a build. */
export interface Condition {
  /** The folder that holds all that the build writes. */
  readonly place: string
  /** Go's build cache; left out: an empty one. */
  readonly cache?: string
  /** What the shell calls umask, in octal digits. */
  readonly umask?: string
  /** How many cores Go uses. */
  readonly cores?: number
  readonly zone?: string
  /** A program and its arguments that starts the go command: another user. */
  readonly under?: readonly string[]
}

/** Builds a tool for a platform (in Go's words) by the pinned Go; resolves with the path of the program. */
export async function buildTool(
  recipe: ToolRecipe,
  target: MachinePlatform,
  condition: Condition,
  note: (text: string) => void,
  signal: AbortSignal
): Promise<string> {
  const { place } = condition
  const out = join(place, 'out')
  await mkdir(out, { recursive: true })
  const files = disk(place)
  const own = processes()
  const platform = { os: process.platform, arch: process.arch }
  const here = translateToGo(platform)
  const machine = environment()
  const go = await bootstrapGo({ files, fs, cache: toolCache(), fetch, env: machine, platform, note }, signal)
  const modules = machine['GOMODCACHE'] ?? join(place, 'modules')
  const by = {
    ...{ files, fs, note },
    processes: { ...own, run: runIn(condition, own.run) },
    env: { ...machine, GOMODCACHE: modules, GOCACHE: condition.cache ?? join(place, 'build-cache') },
    ...((target.os !== here.os || target.arch !== here.arch) && { cross: target })
  }
  const scratch = join(place, 'scratch')
  await mkdir(scratch, { recursive: true })
  await recipe.build(go, scratch, out, by, signal)
  return join(out, formatProgramName(recipe.program, { ...target, os: target.os === 'windows' ? 'win32' : target.os }))
}

/** Starts programs under a condition. */
const runIn =
  ({ umask, cores, zone, under = [] }: Condition, run: Exec): Exec =>
  (argv, options) => {
    const [program, ...args] = [
      ...under,
      ...(umask === undefined ? [] : ['sh', '-c', `umask ${umask} && exec "$0" "$@"`]),
      ...argv
    ]
    const env = {
      ...options.env,
      ...(cores !== undefined && { GOMAXPROCS: String(cores) }),
      ...(zone !== undefined && { TZ: zone })
    }
    return run([program ?? '', ...args], { ...options, env })
  }
