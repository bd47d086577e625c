import { isObject, readFields, readItems } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** Which fields of a schema some values have between them. */
export interface Coverage {
  readonly all: number
  /** Fields that no value has, the outermost of each: `spec.routes[].weight`. */
  readonly missing: readonly string[]
  /** How many fields that is, with all that lies in them. */
  readonly missed: number
}

/** The root's own apiVersion, kind and metadata do not count. */
export const measureCoverage = (schema: Json, values: readonly Json[]): Coverage => {
  const { apiVersion: _a, kind: _k, metadata: _m, ...properties } = readFields(readFields(schema)['properties'])
  return measure({ ...readFields(schema), properties }, values, '')
}

const measure = (schema: Json, values: readonly Json[], path: string): Coverage => {
  const rules = readFields(schema)
  const parts = Object.entries(readFields(rules['properties'])).map(([name, inner]): Coverage => {
    const at = path ? `${path}.${name}` : name
    const found = values.flatMap((value) => {
      const own = readFields(value)[name]
      return own === undefined ? [] : [own]
    })
    const within = measure(inner ?? {}, found, at)
    return found.length > 0
      ? { ...within, all: within.all + 1 }
      : { all: within.all + 1, missed: within.all + 1, missing: [at] }
  })
  const items = rules['items'] === undefined ? [] : [measure(rules['items'], values.flatMap(readItems), `${path}[]`)]
  const others = rules['additionalProperties']
  const named = isObject(others)
    ? [
        measure(
          others,
          values.flatMap((value) => Object.values(readFields(value)).map((each) => each ?? null)),
          `${path}.*`
        )
      ]
    : []
  const all = [...parts, ...items, ...named]
  return {
    all: all.reduce((sum, each) => sum + each.all, 0),
    missed: all.reduce((sum, each) => sum + each.missed, 0),
    missing: all.flatMap(({ missing }) => missing)
  }
}
