import { canonicalize, readFields, isObject, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** Where a value does not fit a structural schema. */
export interface Misfit {
  /** Keys and list positions from the root. */
  readonly path: readonly (string | number)[]
  readonly kind: 'unknown' | 'missing' | 'value'
  /** What is wrong with it, after its path: `is not one of the type's fields`, `must be of type integer`. */
  readonly says: string
}

/**
 * Where a value does not fit, as an API server would find under strict validation: unknown fields, missing ones, wrong
 * types and values beyond limits. CEL rules, formats and all/any/one/not are the server's alone.
 */
export const findMisfits = (value: Json, schema: Json, path: Misfit['path'] = []): readonly Misfit[] => {
  const wrong = (says: string): Misfit => ({ path, kind: 'value', says })
  const rules = readFields(schema)
  if (value === null) return rules['nullable'] === true ? [] : [wrong('must not be null')]
  if (rules['x-kubernetes-int-or-string'] === true) {
    if (typeof value === 'string') return findLimitMisfits(value, rules, wrong)
    return typeof value === 'number' && Number.isInteger(value) ? [] : [wrong('must be an integer or a string')]
  }
  const type = readText(rules['type'])
  if (type !== '' && !hasType(value, type)) return [wrong(`must be of type ${type}, not ${nameType(value)}`)]
  const here = findLimitMisfits(value, rules, wrong)
  if (Array.isArray(value))
    return [...here, ...readItems(value).flatMap((item, i) => findMisfits(item, rules['items'] ?? {}, [...path, i]))]
  return isObject(value) ? [...here, ...findMisfitsInside(value, rules, path)] : here
}

const findMisfitsInside = (
  value: { readonly [key: string]: Json },
  rules: { readonly [key: string]: Json | undefined },
  path: Misfit['path']
): readonly Misfit[] => {
  const known = readFields(rules['properties'])
  const others = rules['additionalProperties']
  const open =
    rules['x-kubernetes-preserve-unknown-fields'] === true || rules['x-kubernetes-embedded-resource'] === true
  const missing = readItems(rules['required'])
    .map(readText)
    .filter((name) => value[name] === undefined)
    .map((name): Misfit => ({ path: [...path, name], kind: 'missing', says: 'is required' }))
  const within = Object.entries(value).flatMap(([name, inner]): readonly Misfit[] => {
    const own = known[name] ?? (isObject(others) ? others : undefined)
    if (own !== undefined) return findMisfits(inner, own, [...path, name])
    if (open || others === true || (SERVERS.has(name) && path.length === 0)) return []
    return [{ path: [...path, name], kind: 'unknown', says: 'is no field of it' }]
  })
  return [...missing, ...within]
}

/** What every object has at its root. */
const SERVERS = new Set(['apiVersion', 'kind', 'metadata'])

const findLimitMisfits = (
  value: Json,
  rules: { readonly [key: string]: Json | undefined },
  wrong: (says: string) => Misfit
): readonly Misfit[] => {
  const found: string[] = []
  const limit = (name: string, holds: (limit: number) => boolean, says: string): void => {
    const given = rules[name]
    if (typeof given === 'number' && !holds(given)) found.push(`${says} ${given}`)
  }
  if (
    rules['enum'] !== undefined &&
    !readItems(rules['enum']).some((each) => canonicalize(each) === canonicalize(value))
  )
    found.push(
      `must be one of ${readItems(rules['enum'])
        .map((each) => JSON.stringify(each))
        .join(', ')}`
    )
  if (typeof value === 'number') {
    const strictly = (name: string): boolean => rules[name] === true
    limit('minimum', (least) => (strictly('exclusiveMinimum') ? value > least : value >= least), 'must be at least')
    limit('maximum', (most) => (strictly('exclusiveMaximum') ? value < most : value <= most), 'must be at most')
    limit('multipleOf', (step) => Number.isInteger(value / step), 'must be a multiple of')
  } else if (typeof value === 'string') {
    limit('minLength', (least) => [...value].length >= least, 'must have at least as many characters as')
    limit('maxLength', (most) => [...value].length <= most, 'must have no more characters than')
    if (!matches(value, readText(rules['pattern']))) found.push(`must match ${readText(rules['pattern'])}`)
  } else if (Array.isArray(value)) {
    limit('minItems', (least) => value.length >= least, 'must have at least as many items as')
    limit('maxItems', (most) => value.length <= most, 'must have no more items than')
  } else if (isObject(value)) {
    limit('minProperties', (least) => Object.keys(value).length >= least, 'must have at least as many fields as')
    limit('maxProperties', (most) => Object.keys(value).length <= most, 'must have no more fields than')
  }
  return found.map(wrong)
}

/** Patterns are Go's (RE2), and nearly all of them mean the same here; one that does not is left to the server. */
const matches = (value: string, pattern: string): boolean => {
  if (pattern === '') return true
  try {
    return new RegExp(pattern, 'u').test(value)
  } catch {
    return true
  }
}

const hasType = (value: Json, type: string): boolean =>
  type === 'integer'
    ? Number.isInteger(value)
    : nameType(value) === type || (type === 'number' && typeof value === 'number')

const nameType = (value: Json): string =>
  Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value

/** A path as the server writes it: `spec.matches[0].name`. */
export const formatFieldPath = (path: Misfit['path']): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')

/** What an API server keeps of a value by a structural schema. */
export const pruneValue = (value: Json, schema: Json): Json => {
  if (Array.isArray(value)) return readItems(value).map((item) => pruneValue(item, readFields(schema)['items'] ?? {}))
  if (!isObject(value)) return value
  const rules = readFields(schema)
  const others = rules['additionalProperties']
  const open =
    rules['x-kubernetes-preserve-unknown-fields'] === true ||
    others === true ||
    rules['x-kubernetes-int-or-string'] === true
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const own = readFields(rules['properties'])[key] ?? (isObject(others) ? others : undefined)
      return own === undefined ? (open ? [[key, inner]] : []) : [[key, pruneValue(inner, own)]]
    })
  )
}
