import { isAbsolute, join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { inspectObject } from '../go/inspect/object.ts'
import { formatTarget } from '../go/target.ts'
import type { Target } from '../model/nouns.ts'
import type { Files } from '../model/ports/files.ts'

/** Object files (`.syso`) that programs hold on a target. */
export interface ObjectFiles {
  /** As `formatTarget` has it. */
  readonly target: string
  /** From the repository's root, or absolute in a module elsewhere. */
  readonly paths: readonly string[]
}

/**
 * Throws an 'input' Failure for object files that a target cannot link, which go would say after it has compiled all.
 * Resolves with what a person should know of the others.
 */
export async function judgeObjects(
  files: Pick<Files, 'read'>,
  root: string,
  objects: readonly ObjectFiles[],
  targets: readonly Target[]
): Promise<readonly string[]> {
  const [problems, notes]: [string[], string[]] = [[], []]
  for (const { target: name, paths } of objects) {
    const target = targets.find((each) => formatTarget(each) === name)
    if (!target) continue
    for (const path of paths) {
      const bytes = await files.read(isAbsolute(path) ? path : join(root, path), LIMITS.program.most)
      // A step makes it, or go would have said so.
      if (!bytes) continue
      const { problem, other } = inspectObject(bytes, target)
      if (problem !== undefined) problems.push(`${path} for ${name}: ${problem}`)
      else if (other !== undefined)
        notes.push(
          `${path} goes into programs for ${name} and was made for ${other}; its name can say so: NAME_windows_${other}.syso`
        )
    }
  }
  if (problems.length === 0) return notes
  throw new Failure('input', `resource files that go cannot link: ${problems.join('; ')}`, {
    hint: 'The end of the name says for what a file is, as NAME_windows_amd64.syso: name it so, or take it out.'
  })
}
