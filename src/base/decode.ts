import type { Json } from './json.ts'

/** Says whether a value from elsewhere is what it should be, and exactly that: nothing is missing, and nothing is more. */
export type Guard<T> = (value: unknown) => value is T

export const isText: Guard<string> = (value): value is string => typeof value === 'string'
export const isFlag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean'
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value)
/** A number of things: whole, and not below 0. */
export const isCount: Guard<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0
export const isSha256: Guard<string> = (value): value is string => isText(value) && /^[0-9a-f]{64}$/.test(value)
/** Whatever JSON can say: for what is only compared or handed on. */
export const isAnything: Guard<Json> = (value): value is Json => value !== undefined
export const isNull: Guard<null> = (value): value is null => value === null

export const isOneOf =
  <T extends string>(...values: readonly T[]): Guard<T> =>
  (value): value is T =>
    (values as readonly unknown[]).includes(value)

export const either =
  <A, B>(one: Guard<A>, other: Guard<B>): Guard<A | B> =>
  (value): value is A | B =>
    one(value) || other(value)

/** For what may be left out. */
export const maybe =
  <T>(inner: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || inner(value)

export const listOf =
  <T>(item: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(item)

/** An object of any keys, each with such a value. */
export const mapOf =
  <T>(item: Guard<T>): Guard<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isPlain(value) && Object.values(value).every(item)

type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> }

/** An object that has these fields at least, for a document that others may add to. */
export const holding =
  <T extends object>(fields: Fields<T>): Guard<T> =>
  (value): value is T =>
    isPlain(value) &&
    (Object.keys(fields) as (keyof T & string)[]).every((key) =>
      fields[key](Object.hasOwn(value, key) ? value[key] : undefined)
    )

/** An object of these fields and no other; the compiler finds the one that nobody looks at. */
export const shaped = <T extends object>(fields: Fields<T>): Guard<T> => {
  const holds = holding(fields)
  return (value): value is T => holds(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key))
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
