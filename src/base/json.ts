/** Anything that JSON can carry unchanged; what steps are keyed by and what evidence is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value under a chain of keys, or undefined where one is missing. */
export const readAt = (value: Json | undefined, ...keys: readonly string[]): Json | undefined =>
  keys.reduce<Json | undefined>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)

/** The string under a chain of keys, '' where there is none. */
export const readTextAt = (value: Json | undefined, ...keys: readonly string[]): string => {
  const found = readAt(value, ...keys)
  return typeof found === 'string' ? found : ''
}

/** The objects of the array under a chain of keys, [] where there is none. */
export const readObjectsAt = (value: Json | undefined, ...keys: readonly string[]): readonly JsonObject[] =>
  readItems(readAt(value, ...keys)).filter(isObject)

/** The fields of an object; none for anything else. */
export const readFields = (value: Json | undefined): { readonly [key: string]: Json | undefined } =>
  isObject(value) ? value : {}

/** The items of a list; none for anything else. */
export const readItems = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : []

/** A string or number as text; '' for anything else. */
export const readText = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const readNumber = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)

/** What a text says as JSON; undefined for one that is none. The parser's own error would quote the text. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** JSON with sorted keys: equal data gives equal text. */
export const canonicalize = (value: Json | undefined): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner
  )

/** Equal but for the order of keys. */
export const isSame = (a: Json, b: Json): boolean => canonicalize(a) === canonicalize(b)

/**
 * JSON for standard output, which may be a terminal or the log of a job: no character in it moves a cursor, hides or turns
 * text, and no runner takes a part of it for a command. It means the same as what JSON.stringify writes.
 */
export const printJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, undefined, indent)
    .replaceAll('##[', '#\\u0023[')
    .replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) =>
      [...Array(character.length).keys()]
        .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
        .join('')
    )
