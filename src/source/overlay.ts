import { join } from 'node:path'
import type { MadeByStep } from '../model/preparation.ts'
import type { Files } from '../model/ports/files.ts'
import { makeBelow } from './compare.ts'

/** Files that steps made for a checkout, and where they lie. */
export interface Made {
  readonly files: readonly MadeByStep[]
  /** Absolute. */
  readonly folder: string
  /** What steps make, files and folders, from the root. */
  readonly outputs: readonly string[]
}

/**
 * What the go command is told by -overlay (`go help build`): files that steps made are seen in their places, and what a
 * checkout holds there beside them and git does not hold is not seen. The checkout stays as it is.
 */
export async function makeOverlay(
  files: Pick<Files, 'list' | 'stamp'>,
  root: string,
  { files: made, folder, outputs }: Made,
  tracked: readonly { readonly path: string }[]
): Promise<string> {
  const known = new Set([...made, ...tracked].map(({ path }) => path))
  const here = await Promise.all(
    outputs.map(async (output) => (await files.list(join(root, output))).map((name) => `${output}/${name}`))
  )
  const stale = here.flat().filter((path) => !known.has(path))
  const seen: readonly (readonly [string, string])[] = [
    ...stale.map((path) => [join(root, path), ''] as const),
    ...made.map(({ path }) => [join(root, path), join(folder, path)] as const)
  ]
  return JSON.stringify({ Replace: Object.fromEntries(seen) })
}

/** Puts files that steps made into a checkout of our own, where git does not see them. */
export async function putMade(files: Files, root: string, { files: made, folder, outputs }: Made): Promise<void> {
  for (const { path, sha256 } of made) await files.copy(join(folder, path), join(root, path), { sha256, hasty: true })
  const lines = outputs.map((path) => `/${path.replace(/[\\*?[\] !#]/g, '\\$&')}\n`)
  await files.write(join(root, '.git/info/exclude'), lines.join(''))
}

/** Says of a path from the root whether a step makes it. */
export const makeIsOutput = (outputs: readonly string[]): ((path: string) => boolean) => makeBelow(outputs)
