import { isObject, type Json } from '../base/json.ts'
import { makeCrdSet, type CrdSet, type ServedKind } from './crds.ts'
import type { VersionedField } from './kind.ts'

/** What does not survive when an object written in one version is read in another, with nothing converting between. */
export interface KnownLoss {
  readonly kind: string
  readonly written: string
  readonly storage: string
  readonly read: string
  /** Topmost fields that are gone. */
  readonly lost: readonly string[]
  /** Fields that are there, in a form that the reading version refuses. */
  readonly misfits: readonly string[]
  readonly because: string
}

/**
 * The losses of a set under conversion strategy None: the server changes apiVersion and nothing else, and prunes twice,
 * by the schema of the storage version when it writes and by that of the reading version when it reads. So a field
 * survives only where both have it, and reading in the version of writing is no exception.
 */
export const listKnownLosses = (set: CrdSet): readonly KnownLoss[] => set.kinds.flatMap(listLossesOfKind)

/** Differences of a read object from the written one; apiVersion and what the server sets do not count. */
export interface Difference {
  /** Paths of values, `[]` for any item of a list. */
  readonly lost: readonly string[]
  readonly changed: readonly string[]
  readonly added: readonly string[]
}

export const compareObjects = (written: Json, read: Json): Difference => {
  const before = new Map(listLeaves(pickContent(written)))
  const after = new Map(listLeaves(pickContent(read)))
  const paths = (keep: (path: string) => boolean, from: ReadonlyMap<string, string>) =>
    [...new Set([...from.keys()].filter(keep).map((path) => path.replace(/\[\d+\]/g, '[]')))].sort()
  return {
    lost: paths((path) => !after.has(path), before),
    changed: paths((path) => after.has(path) && after.get(path) !== before.get(path), before),
    // What is left of a field when all in it is lost, such as `spec: {}`, is not new.
    added: paths((path) => !before.has(path) && ![...before.keys()].some((other) => liesWithin(other, path)), after)
  }
}

/** Whether a lost value lies in (or is) a lost field. */
export const liesWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`)

/** The losses of the set `all` with its own storage versions, as a Markdown table for the docs. */
export const formatKnownLosses = (): string => {
  const rows = listKnownLosses(makeCrdSet('all')).map((loss) => [
    loss.kind,
    loss.written,
    loss.read,
    loss.lost.map((field) => `\`${field}\``).join(', ') || '–',
    loss.misfits.map((field) => `\`${field}\``).join(', ') || '–',
    loss.because
  ])
  const head = ['Kind', 'Written as', 'Read as', 'Lost', 'There, but refused when written back', 'Why']
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const listLossesOfKind = (kind: ServedKind): readonly KnownLoss[] =>
  kind.served.flatMap((written) =>
    kind.served.flatMap((read) => {
      const there = kind.fields.filter((field) => field.versions.includes(written))
      const lost = there.filter((field) => field.form === undefined && !survives(field, kind.storage, read))
      const misfits = there.filter(
        (field) =>
          field.form !== undefined &&
          !field.versions.includes(read) &&
          !lost.some((gone) => liesWithin(field.path, gone.path))
      )
      const topmost = lost.filter(
        (field) => !lost.some((other) => other !== field && liesWithin(field.path, other.path))
      )
      if (topmost.length + misfits.length === 0) return []
      return [
        {
          kind: kind.kind,
          written,
          storage: kind.storage,
          read,
          lost: topmost.map((field) => field.path),
          misfits: misfits.map((field) => field.path),
          because: [...new Set([...topmost, ...misfits].map((field) => field.because))].join('; ')
        }
      ]
    })
  )

const survives = ({ versions, kept = versions }: VersionedField, storage: string, read: string): boolean =>
  kept.includes(storage) && kept.includes(read)

const pickContent = (object: Json): Json => {
  if (!isObject(object)) return object
  const { name, labels, annotations } = isObject(object['metadata']) ? object['metadata'] : {}
  const server = ['apiVersion', 'kind', 'metadata']
  const body = Object.entries(object).filter(([key]) => !server.includes(key))
  return { ...Object.fromEntries(body), metadata: { name, labels, annotations } }
}

/** Every value by its path; empty lists and objects are values too. */
const listLeaves = (value: Json | undefined, path = ''): readonly (readonly [path: string, value: string])[] => {
  const parts = Array.isArray(value)
    ? (value as readonly Json[]).map((item, i) => [`${path}[${i}]`, item] as const)
    : isObject(value)
      ? Object.entries(value).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item] as const)
      : []
  if (parts.length > 0) return parts.flatMap(([at, item]) => listLeaves(item, at))
  return value === undefined ? [] : [[path, JSON.stringify(value)]]
}
