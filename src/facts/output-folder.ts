import { dirname, isAbsolute, join, relative } from 'node:path'
import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import { listTracked } from './git.ts'
import type { Files } from '../model/ports/files.ts'
import type { Query } from '../model/ports/processes.ts'

interface FolderFacts {
  readonly run: Query
  readonly env: Readonly<Record<string, string>>
  readonly files: Pick<Files, 'real'>
}

/**
 * Throws an 'input' Failure for an output folder that is not Slipway's own: git holds something of it or a link or submodule
 * above it, it lies in git's folder, or the module lies in it. `folder` is the module's.
 */
export async function refuseHeldFolder({ run, env, files }: FolderFacts, folder: string, out: string): Promise<void> {
  const [module, place] = [await resolveReal(files, folder), await resolveReal(files, out)]
  if (!leadsOut(relative(place, module))) throw makeHeldFailure(out, `holds the module in ${folder}`)
  if (place.split(/[\\/]/).some((part) => part.toLowerCase() === '.git'))
    throw makeHeldFailure(out, 'lies in the folder of git')
  const top = await run(['git', '-C', folder, 'rev-parse', '--show-toplevel'], { env }).then(
    ({ stdout }) => stdout.replace(/\n$/, ''),
    () => undefined
  )
  // Where there is no repository, the facts say so.
  if (top === undefined || leadsOut(relative(top, place))) return
  const tracked = await listTracked({ run, env }, top)
  // In small letters: some file systems know no others.
  const own = relative(top, place).replaceAll('\\', '/').toLowerCase()
  const names = tracked
    .map(({ path }) => path)
    .filter((path) => {
      const other = path.toLowerCase()
      return other === own || other.startsWith(`${own}/`) || own.startsWith(`${other}/`)
    })
  if (names.length)
    throw makeHeldFailure(
      out,
      `holds files of the commit: ${names.slice(0, 3).map(formatFolderName).join(', ')}${names.length > 3 ? ', …' : ''}`
    )
}

const formatFolderName = (name: string): string => quote(name).slice(1, -1)

const leadsOut = (way: string): boolean => way === '..' || /^\.\.[\\/]/.test(way) || isAbsolute(way)

/** Where a path lies, or will lie once it is made. */
async function resolveReal(files: Pick<Files, 'real'>, path: string): Promise<string> {
  const real = await files.real(path)
  if (real !== undefined) return real
  const parent = dirname(path)
  return parent === path ? path : join(await resolveReal(files, parent), relative(parent, path))
}

const makeHeldFailure = (out: string, why: string): Failure =>
  new Failure('input', `the output folder ${out} ${why}`, {
    code: 'held-output',
    hint: 'Slipway writes and removes files there: choose a folder of its own with --out, which git does not hold.'
  })
