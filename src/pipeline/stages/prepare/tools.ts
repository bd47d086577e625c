import { dirname, isAbsolute, join } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import { formatStep, runsProgram, type PrepareStep } from '../../../model/preparation.ts'
import type { Files } from '../../../model/ports/files.ts'

/** A tool of this machine that a step starts with. */
export interface LocatedTool {
  /** As the step names it. */
  readonly name: string
  /** As it is started. */
  readonly path: string
  readonly sha256: string
  /** Folders that it has to see beside the system's own. */
  readonly reads: readonly string[]
}

/** Where tools are looked for. */
export interface ToolPlaces {
  readonly files: Pick<Files, 'real' | 'digest'>
  /** Absolute path of the go command. */
  readonly go: string
  readonly path: string
  readonly home: string
  /** What stands between folders in `path`, and what names of programs end in. */
  readonly windows: boolean
}

/**
 * The tools of this machine that steps start with, each once. What a step starts by a path below the module is of the
 * commit or was made before it. Throws an 'environment' Failure for one that is not there.
 */
export async function locateTools(places: ToolPlaces, steps: readonly PrepareStep[]): Promise<readonly LocatedTool[]> {
  const found = new Map<string, LocatedTool>()
  for (const [i, step] of steps.entries()) {
    const [name = ''] = step.run
    if (runsProgram({ ...step, run: [name] }) || found.has(name) || isOfModule(name)) continue
    const path = await findTool(places, name)
    const digest = path === undefined ? undefined : await places.files.digest(path)
    if (path === undefined || !digest)
      throw new Failure('environment', `prepare[${i}] (${formatStep(step)}) starts ${name}, which is not on PATH`, {
        hint: 'Install it in a step of the job before Slipway, or name a program of the commit by its path: ./scripts/generate.'
      })
    const real = (await places.files.real(path)) ?? path
    const reads = [...new Set([path, real].flatMap((each) => listReads(each, places.home)))]
    found.set(name, { name, path, sha256: digest.sha256, reads })
  }
  return [...found.values()]
}

/** A path that is relative to the folder of the module. */
export const isOfModule = (name: string): boolean => !isAbsolute(name) && /[/\\]/.test(name)

async function findTool({ files, go, path, windows }: ToolPlaces, name: string): Promise<string | undefined> {
  if (name === 'go') return go
  if (isAbsolute(name)) return (await files.real(name)) === undefined ? undefined : name
  const endings = windows ? ['.exe', '.cmd', '.bat', ''] : ['']
  for (const folder of path.split(windows ? ';' : ':'))
    for (const ending of endings) {
      const whole = join(folder, `${name}${ending}`)
      if (isAbsolute(folder) && (await files.real(whole)) !== undefined) return whole
    }
  return undefined
}

/**
 * What a program is made of where it was installed outside of the system's folders: the folder above its `bin`, or that of
 * its package. A home and what lies right in it holds more than a program, so of these the program's own folder is shown.
 */
function listReads(path: string, home: string): readonly string[] {
  if (/^\/(usr|bin|sbin|lib\w*|nix\/store)\//.test(path)) return []
  const folder = dirname(path)
  const [, prefix = /[/\\]bin$/.test(folder) ? dirname(folder) : folder] =
    /^(.+?)[/\\]lib[/\\]node_modules[/\\]/.exec(path) ?? []
  return [isTooWide(prefix, home) ? folder : prefix].filter((each) => !isHome(each, home))
}

const isHome = (folder: string, home: string): boolean =>
  dirname(folder) === folder || (home !== '' && (folder === home || home.startsWith(`${folder}/`)))

const isTooWide = (folder: string, home: string): boolean => isHome(folder, home) || dirname(folder) === home
