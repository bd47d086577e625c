import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { splitLinkerFlag } from '../go/command.ts'
import { listSetVariables, type SetVariable } from '../go/flags.ts'
import { findVariableType, type SeenType } from '../go/variables.ts'
import type { Files } from '../model/ports/files.ts'
import type { Main } from './go-dependencies.ts'

interface StampedPrograms {
  /** Absolute folder of the module. */
  readonly folder: string
  readonly module: string
  readonly mains: readonly Main[]
  /** Settings of programs, several where they differ by target; others have none. */
  readonly settings: readonly {
    readonly main: string
    readonly stamps?: 'off' | undefined
    readonly ldflags: readonly string[]
  }[]
  /** Files that steps made, relative to the module: what they declare is not looked at. */
  readonly made: readonly string[]
}

/** What the linker sets in each main package that has it. */
const STAMPS = ['version', 'commit', 'date'] as const

/**
 * Throws an 'input' Failure for programs with a variable that is stamped, or set by their own -X, and is no string: go would
 * compile all and not link them. Resolves with what the linker sets in vain, or may, which it does without a word.
 */
export async function judgeStamps(
  files: Pick<Files, 'names' | 'read'>,
  programs: StampedPrograms
): Promise<readonly string[]> {
  const { folder, module, mains, settings, made } = programs
  const [stamped, set, notes] = [new Set<string>(), new Set<string>(), new Set<string>()]
  for (const { dir, importPath } of mains) {
    const its = settings.filter(({ main }) => main === dir)
    const own: readonly SetVariable[] = its.flatMap(({ ldflags }) => listSetVariables(ldflags.flatMap(splitLinkerFlag)))
    const isBare = its.length > 0 && its.every(({ stamps }) => stamps === 'off')
    const defaults = isBare ? [] : STAMPS.map((name) => ({ package: 'main', name, isDefault: true }))
    for (const { package: path, name, isDefault } of [
      ...defaults,
      ...own.map((each) => ({ ...each, isDefault: false }))
    ]) {
      const place = findFolder(path, { dir, module })
      // Of another module: its files are in no folder of this one.
      if (place === undefined) continue
      if (path === importPath) {
        notes.add(
          `the linker sets ${path}.${name} in vain: the package of a program is called main, so write -X main.${name}`
        )
        continue
      }
      const types = await readTypes(files, join(folder, place), name)
      const says = `${path}.${name} of ${dir}`
      if (types.includes('other') && !types.some((type) => type === 'string' || type === 'called'))
        (isDefault ? stamped : set).add(isDefault ? `${name} of ${dir}` : says)
      else if (types.includes('called') && !types.includes('string'))
        notes.add(`the linker sets ${says}, and a function may give it another value when the program starts`)
      else if (!isDefault && types.length === 0 && !made.some((file) => join('.', file, '..') === join('.', place)))
        notes.add(`the linker sets ${says} in vain: there is no such variable in ${place}`)
    }
  }
  if (stamped.size > 0)
    throw new Failure(
      'input',
      `Slipway sets main.version, main.commit and main.date by the linker, which sets strings alone, and these are none: ${[...stamped].join(', ')}`,
      {
        hint: 'Rename the variable or make it a string; or set stamps: off for the program, in builds of slipway.yaml.'
      }
    )
  if (set.size > 0)
    throw new Failure('input', `the linker sets strings alone, and -X names others: ${[...set].join(', ')}`, {
      hint: 'Make the variable a string, or take -X out of ldflags in slipway.yaml.'
    })
  return [...notes]
}

/** The folder of a package from that of the module; undefined for one of another module. */
function findFolder(
  path: string,
  { dir, module }: Pick<Main, 'dir'> & { readonly module: string }
): string | undefined {
  if (path === 'main') return dir
  if (path === module) return '.'
  return path.startsWith(`${module}/`) ? `./${path.slice(module.length + 1)}` : undefined
}

/** What each file of a folder that declares a variable says of it. */
async function readTypes(
  files: Pick<Files, 'names' | 'read'>,
  folder: string,
  name: string
): Promise<readonly SeenType[]> {
  const names = (await files.names(folder)) ?? []
  const sources = names.filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
  const types = await Promise.all(
    sources.map(async (file) => {
      const bytes = (await files.read(join(folder, file), LIMITS.program.most)) ?? []
      return findVariableType(Buffer.from(bytes).toString('utf8'), name)
    })
  )
  return types.filter((type) => type !== undefined)
}
