import { join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { findVariableType } from '../go/variables.ts'
import type { Files } from '../model/ports/files.ts'
import type { Main } from './go-dependencies.ts'

interface StampedPrograms {
  /** Absolute folder of the module. */
  readonly folder: string
  readonly mains: readonly Main[]
  /** Folders of programs that are not stamped. */
  readonly unstamped: readonly string[]
}

/** What the linker sets in each main package that has it. */
const STAMPS = ['version', 'commit', 'date'] as const

/** Throws an 'input' Failure for programs whose main package has a variable that is stamped and is no string: go would not link them. */
export async function refuseUnstampable(files: Files, { folder, mains, unstamped }: StampedPrograms): Promise<void> {
  const wrong: string[] = []
  for (const { dir } of mains.filter((main) => !unstamped.includes(main.dir))) {
    const names = (await files.names(join(folder, dir))) ?? []
    const sources = names.filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
    const texts = await Promise.all(
      sources.map(async (name) =>
        Buffer.from((await files.read(join(folder, dir, name), LIMITS.program.most)) ?? []).toString('utf8')
      )
    )
    for (const stamp of STAMPS) {
      const types = texts.map((text) => findVariableType(text, stamp))
      // Where another file of the package declares a string, build constraints choose.
      if (types.includes('other') && !types.includes('string')) wrong.push(`${stamp} of ${dir}`)
    }
  }
  if (wrong.length === 0) return
  throw new Failure(
    'input',
    `Slipway sets main.version, main.commit and main.date by the linker, which sets strings alone, and these are none: ${wrong.join(', ')}`,
    { hint: 'Rename the variable or make it a string; or set stamps: off for the program, in builds of slipway.yaml.' }
  )
}
