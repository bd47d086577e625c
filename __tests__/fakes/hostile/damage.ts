import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

/** What somebody who can write to a folder of Slipway's does to one of its entries. */
export interface Damage {
  readonly how: keyof typeof WAYS
  /** Which of the entries, and which of the places, values or targets in it. */
  readonly entry: number
  readonly with: number
}

/** A folder to damage, and what lies beside it that nobody may touch. */
export interface Ground {
  readonly folder: string
  /** The folder itself stays what it is: its user may have put a link there. */
  readonly stays?: true
  /** Holds `notes.txt`. */
  readonly elsewhere: string
}

type Way = (path: string, choice: number, ground: Ground) => void

const pick = <T>(list: readonly T[], choice: number): T | undefined => list[choice % list.length]

const replace = (path: string): void => rmSync(path, { recursive: true, force: true })

/** What damage before has made larger is not read here. */
const LARGEST = 2 ** 26

/** A file is changed without another name or time where it can be. */
const flip: Way = (path, choice) => {
  if (lstatSync(path).size > LARGEST) return appendFileSync(path, 'x')
  const bytes = readFileSync(path)
  if (bytes.length === 0) return appendFileSync(path, 'x')
  const at = choice % bytes.length
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([(bytes[at] ?? 0) ^ (1 + (choice % 255))]), 0, 1, at)
  closeSync(file)
}

const VALUES: readonly unknown[] = [null, true, 0, -1, 1e21, '', '../../elsewhere/notes.txt', '/etc/passwd', [], {}]

/** The objects and arrays of a JSON value, outermost first. */
const nodes = (value: unknown): readonly Record<string, unknown>[] =>
  typeof value === 'object' && value !== null
    ? [value as Record<string, unknown>, ...Object.values(value).flatMap(nodes)]
    : []

/** A record with one field changed, gone, or more. */
const field: Way = (path, choice, ground) => {
  if (lstatSync(path).size > LARGEST) return flip(path, choice, ground)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return flip(path, choice, ground)
  }
  const owner = pick(nodes(value), choice)
  if (owner === undefined) return flip(path, choice, ground)
  const key = pick(Object.keys(owner), Math.floor(choice / 7)) ?? 'more'
  if (choice % 5 === 0 && !Array.isArray(owner)) delete owner[key]
  else owner[choice % 5 === 1 ? `${key}2` : key] = forge(owner[key], choice)
  writeFileSync(path, JSON.stringify(value))
}

/** Another digest, number or word of the same form, or something else. */
const forge = (before: unknown, choice: number): unknown => {
  if (choice % 2 === 0) return pick(VALUES, choice >> 1)
  if (typeof before === 'string') return /^[0-9a-f]{40,64}$/.test(before) ? 'a'.repeat(before.length) : `${before}x`
  return typeof before === 'number' ? before + 1 : pick(VALUES, choice >> 1)
}

const link =
  (target: (ground: Ground) => string): Way =>
  (path, _, ground) => {
    replace(path)
    symlinkSync(target(ground), path)
  }

const WAYS = {
  'a link to a file elsewhere': link(({ elsewhere }) => join(elsewhere, 'notes.txt')),
  'a link to a folder elsewhere': link(({ elsewhere }) => elsewhere),
  'a link to nothing': link(({ elsewhere }) => join(elsewhere, 'new')),
  'a link without an end': link(() => '/dev/zero'),
  'a link to itself': (path) => {
    replace(path)
    symlinkSync(path, path)
  },
  'a second name of a file elsewhere': (path, _, { elsewhere }) => {
    replace(path)
    linkSync(join(elsewhere, 'notes.txt'), path)
  },
  'a pipe that nobody writes to': (path) => {
    replace(path)
    spawnSync('mkfifo', [path])
  },
  'a folder': (path) => {
    replace(path)
    mkdirSync(join(path, 'x'), { recursive: true })
  },
  'an empty file': (path) => {
    replace(path)
    writeFileSync(path, '')
  },
  nothing: replace,
  'a sparse file of 64 GiB': (path) => {
    if (!lstatSync(path).isFile()) replace(path)
    writeFileSync(path, '', { flag: 'a' })
    truncateSync(path, 64 * 2 ** 30)
  },
  'a time in the future': (path) => lutimesSync(path, 4_070_908_800, 4_070_908_800),
  'a time long ago': (path) => lutimesSync(path, 1, 1),
  'a mode that lets nobody': (path) => chmodSync(path, 0),
  'a mode that lets everybody': (path) => chmodSync(path, 0o6777),
  'another owner': (path) => {
    if (process.getuid?.() === 0) chownSync(path, 61_001, 61_001)
  },
  'a byte changed': (path, choice, ground) => (lstatSync(path).isFile() ? flip(path, choice, ground) : undefined),
  'more at its end': (path) => (lstatSync(path).isFile() ? appendFileSync(path, '\nmore\n') : undefined),
  'half of it': (path) =>
    lstatSync(path).isFile() ? truncateSync(path, Math.floor(lstatSync(path).size / 2)) : undefined,
  'one field changed': (path, choice, ground) => (lstatSync(path).isFile() ? field(path, choice, ground) : undefined)
} as const satisfies Record<string, Way>

/** Records of steps are where most of what is believed stands: they get half of the damage. */
const listEntries = (folder: string): readonly string[] => {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return ['']
  const all = readdirSync(folder, { recursive: true }).map(String).sort()
  const records = all.filter((name) => name.endsWith('.json'))
  return ['', ...all, ...Array.from(all, (_, i) => records[i % Math.max(1, records.length)] ?? '')]
}

/** Does it, and says what was done. An entry that damage before took away is passed over. */
export function damage(ground: Ground, { how, entry, with: choice }: Damage): string {
  const name = pick(listEntries(ground.folder), entry) ?? ''
  if (name === '' && ground.stays) return `${how}: not of the folder itself`
  const path = join(ground.folder, name)
  if (name === '' && /^a (byte|sparse)|^one field|^more|^half/.test(how)) return `${how}: not of a folder`
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
  if (isLink && !/^(a link|nothing|an empty|a folder)/.test(how)) return `${how}: not of a link`
  if (lstatSync(path, { throwIfNoEntry: false })) WAYS[how](path, choice, ground)
  return `${name || 'the folder'}: ${how}`
}

/** One to three of them. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    how: fc.oneof(
      fc.constantFrom(...(Object.keys(WAYS) as (keyof typeof WAYS)[])),
      fc.constant('one field changed' as const)
    ),
    entry: fc.nat(9999),
    with: fc.nat(99_999)
  }),
  { minLength: 1, maxLength: 3 }
)
