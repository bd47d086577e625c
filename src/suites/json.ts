import type { Json } from '../model.ts'

type Fields = { readonly [key: string]: Json | undefined }

/** What lies at a path of keys, or undefined where the path leads nowhere. */
export const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((here, key) => fields(here)[key], value)

/** The fields of an object; none for anything else. */
export const fields = (value: Json | undefined): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** The items of a list; none for anything else. */
export const items = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

/** A string or number as text; '' for anything else. */
export const text = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const number = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)

/** Equal but for the order of keys. */
export const isSame = (a: Json, b: Json): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (value: Json | undefined): Json | undefined => {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => sorted(item) ?? null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item as Json)])
  )
}
