import type { Json } from '../../../src/base/json.ts'

/** Something that a record says instead, and what was done to it. */
export interface Foreign {
  readonly what: string
  readonly value: Json
}

/** What a value may do without. */
export interface Looseness {
  readonly optional?: readonly string[]
  readonly nullable?: readonly string[]
}

/**
 * What an older or a hostile record may say where `value` stands: at every place of it one field less, one field more,
 * another type, one level more. The fields of `optional` may be left out, and those of `nullable` may be null.
 */
export function foreignValues(value: Json, { optional = [], nullable = [] }: Looseness = {}): readonly Foreign[] {
  const below = (at: string, inner: Json, put: (changed: Json) => Json): readonly Foreign[] =>
    of(inner, at).map((change) => ({ ...change, value: put(change.value) }))
  const of = (inner: Json, at: string): readonly Foreign[] => {
    const here = [
      { what: `${at} is another type`, value: typeof inner === 'string' ? 1 : 'text' },
      { what: `${at} is in a list`, value: [inner] },
      { what: `${at} is in an object`, value: { value: inner } }
    ]
    if (Array.isArray(inner)) {
      const items = inner as readonly Json[]
      return [
        ...here,
        { what: `${at} holds null`, value: [...items, null] },
        ...items.flatMap((item, i) =>
          below(`${at}[${i}]`, item, (changed) => items.map((each, j) => (i === j ? changed : each)))
        )
      ]
    }
    if (typeof inner !== 'object' || inner === null) return here
    const fields = Object.entries(inner as { readonly [key: string]: Json })
    return [
      ...here,
      ...(nullable.some((key) => at.endsWith(`.${key}`)) ? [] : [{ what: `${at} is null`, value: null }]),
      { what: `${at} says more`, value: { ...inner, more: 1 } },
      ...fields
        .filter(([key]) => !optional.includes(key))
        .map(([key]) => ({
          what: `${at} has no ${key}`,
          value: Object.fromEntries(fields.filter(([other]) => other !== key))
        })),
      ...fields.flatMap(([key, item]) => below(`${at}.${key}`, item, (changed) => ({ ...inner, [key]: changed })))
    ]
  }
  return of(value, 'it')
}
