import { dirname, join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { isWithin } from '../base/paths.ts'
import type { Entry, Files } from '../model/ports/files.ts'

/** What a run that was killed may have left. */
const LEFT = /^\.slipway-(tmp|scratch|lock)-/

const MOST_DEPTH = 64

const KINDS: Readonly<Record<Exclude<Entry['kind'], 'folder' | 'file'>, string>> = {
  link: 'is a link',
  other: 'is neither a file nor a folder'
}

/**
 * The files in a folder and in those below it, relative and sorted. Throws for what is no file, by its name: to leave out a
 * link would publish less than was handed over, and to follow it something else. Folder by folder, so that one without an
 * end is refused soon.
 */
export async function listGivenFiles(files: Pick<Files, 'entries'>, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  let seen = 0
  let level: readonly string[] = ['']
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MOST_DEPTH) throw makeEndlessFailure(folder, `folders in folders, more than ${MOST_DEPTH} deep`)
    const [below, odd]: [string[], string[]] = [[], []]
    for (const prefix of level)
      for (const { name, kind } of await files.entries(join(folder, prefix))) {
        if ((seen += 1) > LIMITS.given.most)
          throw makeEndlessFailure(folder, `more than ${LIMITS.given.most} ${LIMITS.given.in}`)
        if (kind === 'folder') below.push(`${prefix}${name}/`)
        else if (kind !== 'file') odd.push(`${prefix}${name} ${KINDS[kind]}`)
        else if (!LEFT.test(name)) found.push(`${prefix}${name}`)
      }
    refuseOdd(folder, odd)
    level = below
  }
  return found.sort()
}

const makeEndlessFailure = (folder: string, what: string): Failure =>
  new Failure('input', `${folder} holds ${what}`, {
    hint: 'Name the folder that holds what is to be published, and nothing else: --from DIR.'
  })

/** Throws when one of these names at the top of a folder is no file: see `listGivenFiles`. */
export async function refuseOddFiles(
  files: Pick<Files, 'entries'>,
  folder: string,
  names: readonly string[]
): Promise<void> {
  const odd = (await files.entries(folder)).flatMap(({ name, kind }) =>
    kind === 'file' || kind === 'folder' || !names.includes(name) ? [] : [`${name} ${KINDS[kind]}`]
  )
  refuseOdd(folder, odd)
}

function refuseOdd(folder: string, odd: readonly string[]): void {
  if (odd.length === 0) return
  const shown = odd.length > 5 ? [...odd.slice(0, 5), `and ${odd.length - 5} more`] : odd
  throw new Failure('input', `${folder} holds what cannot be published: ${shown.join(', ')}`, {
    hint: 'Put the file itself there, or take the entry away.'
  })
}

/** Throws when a folder that releases go to lies in the one that holds what is to be published, by where both really lie. */
export async function refuseInnerDestination(files: Pick<Files, 'real'>, from: string, to: string): Promise<void> {
  const given = await files.real(from)
  const place = await findReal(files, to)
  if (given === undefined || !isWithin(given, place)) return
  throw new Failure('input', `releases would go into the folder that they are made of: ${to} lies in ${from}`, {
    hint: 'The next run would publish its own release: choose another folder, --to DIR.'
  })
}

/** Where a path would lie that need not be there yet. */
async function findReal(files: Pick<Files, 'real'>, path: string): Promise<string> {
  const real = await files.real(path)
  const parent = dirname(path)
  if (real !== undefined || parent === path) return real ?? path
  return join(await findReal(files, parent), path.slice(parent.length))
}
