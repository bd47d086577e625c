import { readFields, readItems, readObjectsAt, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'

export type SchemaRules = { readonly [key: string]: Json | undefined }

/** Which fields an object may have together. */
export interface Members {
  readonly required: readonly string[]
  /** Those that may come besides, the first ones first. */
  readonly optional: readonly string[]
  /** The schemas of both. */
  readonly properties: SchemaRules
  /** As many fields as it may have. */
  readonly most: number
}

/** The branches of oneOf and anyOf that say which fields go together, each list of them by itself. */
const listUnions = (
  rules: SchemaRules
): readonly { readonly branches: readonly SchemaRules[]; readonly one: boolean }[] =>
  [rules, ...readObjectsAt(rules['allOf'] === undefined ? {} : { list: rules['allOf'] }, 'list')].flatMap((each) =>
    (['oneOf', 'anyOf'] as const).flatMap((key) => {
      const branches = readItems(each[key]).map(readFields)
      return branches.length > 0 &&
        branches.every(
          (branch) => readItems(branch['required']).length > 0 || 'properties' in branch || 'not' in branch
        )
        ? [{ branches, one: key === 'oneOf' }]
        : []
    })
  )

const listRequired = (rules: SchemaRules): readonly string[] => readItems(rules['required']).map(readText)

/** The fields for the choice-th member of a union; all of them where there is none. */
export const chooseMembers = (rules: SchemaRules, choice: number): Members => {
  const own = readFields(rules['properties'])
  const chosen = listUnions(rules).map(({ branches, one }) => {
    const branch = branches[choice % branches.length] ?? {}
    const others = one ? branches.filter((each) => each !== branch).flatMap(listRequired) : []
    const refused = listRequired(readFields(branch['not']))
    return {
      required: listRequired(branch),
      refused: [...refused, ...others.filter((name) => !listRequired(branch).includes(name))],
      properties: readFields(branch['properties'])
    }
  })
  const required = [...new Set([...listRequired(rules), ...chosen.flatMap(({ required }) => required)])]
  const refused = chosen.flatMap(({ refused }) => refused)
  const optional = Object.keys(own).filter((name) => !required.includes(name) && !refused.includes(name))
  const most = Number(rules['maxProperties'] ?? Infinity)
  const free = Math.max(0, most - required.length)
  const start =
    optional.length > free || isLeastUnion(rules)
      ? (choice * Math.max(1, Math.min(free, optional.length))) % Math.max(1, optional.length)
      : 0
  const properties = chosen.reduce<SchemaRules>(
    (all, { properties }) =>
      Object.fromEntries(
        Object.entries(all).map(([name, schema]) => [
          name,
          properties[name] === undefined ? schema : { ...readFields(schema), ...readFields(properties[name]) }
        ])
      ),
    own
  )
  return { required, optional: [...optional.slice(start), ...optional.slice(0, start)], properties, most }
}

const isLeastUnion = (rules: SchemaRules): boolean => Number(rules['minProperties'] ?? 0) > 0

/** How many objects a union needs so that each of its members is in one; 0 for what is none. */
export const countMembers = (rules: SchemaRules): number => {
  const branches = listUnions(rules).map(({ branches }) => branches.length)
  const fields = Object.keys(readFields(rules['properties'])).length
  const free = Number(rules['maxProperties'] ?? Infinity) - listRequired(rules).length
  return Math.max(
    0,
    ...branches,
    fields > free && free > 0 ? Math.ceil((fields - listRequired(rules).length) / free) : 0
  )
}
