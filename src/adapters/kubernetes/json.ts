import type { Json } from '../../model.ts'

export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value under a chain of keys, or undefined where one is missing. */
export const at = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)

/** The string under a chain of keys, '' where there is none. */
export const textAt = (value: Json | undefined, ...keys: readonly string[]): string => {
  const found = at(value, ...keys)
  return typeof found === 'string' ? found : ''
}

/** The objects of the array under a chain of keys, [] where there is none. */
export const objectsAt = (value: Json | undefined, ...keys: readonly string[]): readonly JsonObject[] => {
  const found = at(value, ...keys)
  return Array.isArray(found) ? (found as readonly Json[]).filter(isObject) : []
}
