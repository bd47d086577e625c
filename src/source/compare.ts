import { join } from 'node:path'
import pLimit from 'p-limit'
import { hashBytes } from '../base/digest.ts'
import { hashBlob } from '../facts/blobs.ts'
import { LINK, SUBMODULE, type Tracked } from '../facts/git.ts'
import { resolveInside } from '../facts/work-tree.ts'
import { hashFiles, type Checkout } from './checkout.ts'
import { explainOthers } from './explain.ts'
import { LONGEST_POINTER, parsePointer } from './lfs.ts'
import { refuseOthers, type Problem } from './problems.ts'
import { openSubmodules, type Held } from './submodules.ts'
import { chooseTaken, type Wanted } from './taken.ts'

/** What git itself says is not the commit's; paths relative to the root. */
interface Admitted {
  /** Changed or new; a folder or submodule stands for all that is in it. */
  readonly dirty: readonly string[]
  /** What a build takes in and git does not hold. */
  readonly untracked: readonly string[]
}

/**
 * Holds every file that is taken against its blob, byte for byte, without filters: `git status` is silent about much that
 * differs. Throws an 'input' Failure that names what differs and is not admitted. Resolves with a digest of the bytes of
 * what is admitted; '' where all is the commit's.
 */
export async function compareWithCommit(
  checkout: Checkout,
  committed: readonly Tracked[],
  wanted: Wanted,
  { dirty, untracked }: Admitted
): Promise<string> {
  const isAdmitted = makeBelow(dirty)
  const { all, problems } = await openTaken(checkout, committed, wanted, isAdmitted)
  const held = all.filter(({ path }) => !isAdmitted(path))
  const regular = held.filter(({ mode }) => mode !== LINK)
  const led = await followLinks(
    checkout,
    held.filter(({ mode }) => mode === LINK),
    [...committed, ...all]
  )
  const behind = led.places.filter((place) => !isAdmitted(place.path) && !regular.includes(place))
  refuseOthers([...problems, ...led.problems, ...(await findOthers(checkout, [...regular, ...new Set(behind)]))])
  return await digestOthers(checkout, [...all.map(({ path }) => path).filter(isAdmitted), ...untracked])
}

/** What is taken of a commit and of its submodules. */
async function openTaken(
  checkout: Checkout,
  committed: readonly Tracked[],
  wanted: Wanted,
  isAdmitted: (path: string) => boolean
): Promise<{ readonly all: readonly Held[]; readonly problems: readonly Problem[] }> {
  const taken = chooseTaken(committed, wanted)
  if (!taken.some(({ mode }) => mode === SUBMODULE)) return { all: taken, problems: [] }
  const isUsed = (path: string): boolean => chooseTaken([{ path, mode: SUBMODULE, object: '' }], wanted).length > 0
  const { files, problems } = await openSubmodules(checkout, taken, isUsed, isAdmitted)
  // What lies in a submodule was not chosen yet.
  return { all: chooseTaken(files, wanted), problems }
}

/** Holds files against their blobs; what is wrong with each that differs. */
export async function findOthers(checkout: Checkout, entries: readonly Held[]): Promise<readonly Problem[]> {
  const { here, objects } = await hashThere(checkout, entries)
  const present = here.length === entries.length ? undefined : new Set(here)
  const missing = present === undefined ? [] : entries.filter((entry) => !present.has(entry))
  const other = here.filter(({ object }, i) => object !== objects[i])
  const same = here.filter(({ object, path }, i) => object === objects[i] && !CODE.test(path))
  const pointers = await findPointers(checkout, same)
  return missing.length + other.length + pointers.length === 0
    ? []
    : await explainOthers(checkout, { missing, other, pointers })
}

/** The go command refuses a pointer in the place of one of these. */
const CODE = /\.(go|s|S|sx|h|hh|hpp|hxx)$|(^|\/)go\.(mod|sum)$/

const AT_ONCE = 32

/** The files that are there, with what git calls their bytes. */
async function hashThere<T extends { readonly path: string }>(
  checkout: Checkout,
  entries: readonly T[]
): Promise<{ readonly here: readonly T[]; readonly objects: readonly string[] }> {
  const objects = await hashFiles(
    checkout,
    entries.map(({ path }) => path)
  )
  if (objects) return { here: entries, objects }
  const limit = pLimit(AT_ONCE)
  const stamps = await Promise.all(
    entries.map(({ path }) => limit(() => checkout.files.stamp(join(checkout.root, path))))
  )
  const here = entries.filter((_, i) => stamps[i] !== undefined)
  const again = await hashFiles(
    checkout,
    here.map(({ path }) => path)
  )
  if (again) return { here, objects: again }
  // One of them is there and cannot be read: the file system says which, and why.
  for (const { path } of here) await checkout.files.digest(join(checkout.root, path))
  throw new Error('git could not read a file that can be read')
}

/** Files that are pointers of Git LFS, as the commit has them. */
async function findPointers({ files, root }: Checkout, entries: readonly Held[]): Promise<readonly Held[]> {
  const limit = pLimit(AT_ONCE)
  const found = await Promise.all(
    entries.map((entry) =>
      limit(async () => {
        const end = await files.tail(join(root, entry.path), LONGEST_POINTER)
        return end?.before === 0 && parsePointer(end.bytes) ? [entry] : []
      })
    )
  )
  return found.flat()
}

/** Links must be what the commit says, and lead to files of it, which are compared like others. */
async function followLinks(
  { files, root }: Checkout,
  links: readonly Held[],
  known: readonly Held[]
): Promise<{ readonly places: readonly Held[]; readonly problems: readonly Problem[] }> {
  if (links.length === 0) return { places: [], problems: [] }
  const entries = new Map(known.map((entry) => [entry.path, entry]))
  const [places, problems]: [Held[], Problem[]] = [[], []]
  for (const { path, object } of links) {
    const words = await files.link(join(root, path))
    if (words === undefined || hashBlob(Buffer.from(words), object) !== object) {
      const seen =
        words === undefined ? 'no link here, and one in the commit' : 'a link to elsewhere than in the commit'
      problems.push({ path, seen, help: 'Check out again where links can be made: git config core.symlinks true.' })
      continue
    }
    const place = await resolveInside(files, root, join(root, path), path)
    const entry = place === undefined ? undefined : entries.get(place)
    if (entry && entry.mode !== SUBMODULE) places.push(entry)
    else
      problems.push({
        path,
        seen: `a link to ${place ?? 'nothing'}, which is no file that git holds`,
        help: 'Commit that file, or let the link lead to one that is.'
      })
  }
  return { places, problems }
}

async function digestOthers(checkout: Checkout, paths: readonly string[]): Promise<string> {
  if (paths.length === 0) return ''
  const { here, objects } = await hashThere(
    checkout,
    paths.map((path) => ({ path }))
  )
  return hashBytes(
    here
      .map(({ path }, i) => `${objects[i]} ${path}`)
      .sort()
      .join('\0')
  )
}

/** Says of a path whether it, or a folder above it, is one of these. */
export function makeBelow(paths: readonly string[]): (path: string) => boolean {
  if (paths.length === 0) return () => false
  const names = new Set(paths.map((path) => path.replace(/\/$/, '')))
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (names.has(path.slice(0, end))) return true
    return false
  }
}
