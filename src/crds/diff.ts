import { readFields, isSame, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { comparePromises, compareVersionPromises, makeBreaking, makeTold, type CrdChange } from './promises.ts'
import { compareEnums, compareLimits, compareOthers, compareTypes, readType, takesUnknown } from './diff-rules.ts'
import { readDefinition, type CrdVersion } from './source.ts'

/**
 * What changed between two definitions of one CRD: names, scope, versions, what each version promises beside its schema,
 * and the schema's fields, types, enums, limits, defaults and list keys. What only live objects can judge (patterns, CEL
 * rules, oneOf) is told, not judged; so is everything of a version that was not served.
 */
export const compareDefinitions = (before: Json, after: Json): readonly CrdChange[] => {
  const [old, now] = [readDefinition(before), readDefinition(after)]
  const named = (['group', 'kind', 'plural', 'namespaced'] as const)
    .filter((key) => old[key] !== now[key])
    .map((key) => makeBreaking(key, `${String(old[key])} became ${String(now[key])}`))
  const versions = old.versions.flatMap((version) => {
    const after = now.versions.find(({ name }) => name === version.name)
    if (after === undefined)
      return [
        version.served || version.storage
          ? makeBreaking(version.name, 'the version is gone')
          : makeTold(version.name, 'an unserved version is gone')
      ]
    if (version.served && !after.served) return [makeBreaking(version.name, 'the version is no longer served')]
    const served = version.served === after.served ? [] : [makeTold(version.name, 'the version is served now')]
    const changes = compareVersionRules(version, after)
    return [...served, ...(version.served ? changes : changes.map((change) => ({ ...change, breaks: false })))]
  })
  const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name))
  const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none')
  return [
    ...named,
    ...versions,
    ...added.map(({ name }) => makeTold(name, 'a new version')),
    ...(stores === stored ? [] : [makeTold('storage', `${stored} became ${stores}`)]),
    ...comparePromises(before, after)
  ]
}

const compareVersionRules = (old: CrdVersion, now: CrdVersion): readonly CrdChange[] =>
  [...compareVersionPromises(old.whole, now.whole), ...compareSchemas(old.schema, now.schema, '')].map((change) => ({
    ...change,
    where: `${old.name}: ${change.where}`
  }))

function compareSchemas(before: Json, after: Json, path: string): readonly CrdChange[] {
  if (isSame(before, after)) return []
  const [old, now] = [readFields(before), readFields(after)]
  const where = path || 'the root'
  const here = [
    ...compareTypes(old, now, where),
    ...compareEnums(old, now, where),
    ...compareLimits(old, now, where),
    ...compareOthers(old, now, where)
  ]
  if (readType(old) !== readType(now)) return here
  const [oldFields, newFields] = [readFields(old['properties']), readFields(now['properties'])]
  const open = takesUnknown(now)
  const [demanded, demands] = [old, now].map((rules) => readItems(rules['required']).map(readText))
  const required = (demands ?? []).filter((name) => !demanded?.includes(name))
  const dropped = (demanded ?? []).filter((name) => !demands?.includes(name) && newFields[name] !== undefined)
  const join = (name: string): string => (path ? `${path}.${name}` : name)
  return [
    ...here,
    ...required
      // A new object that demands something of its own is no demand on old ones.
      .map((name) =>
        isDefaulted(newFields[name])
          ? makeTold(join(name), 'is required now, and has a default')
          : makeBreaking(join(name), 'is required now')
      ),
    ...dropped.map((name) =>
      makeTold(join(name), 'is not required any more: clients of N-1 may meet objects without it')
    ),
    ...Object.entries(oldFields).flatMap(([name, schema]) => {
      const inner = newFields[name]
      if (inner === undefined)
        return open
          ? [makeTold(join(name), 'is not described any more')]
          : [makeBreaking(join(name), 'is gone: its values are pruned')]
      return compareSchemas(schema ?? {}, inner, join(name))
    }),
    ...Object.keys(newFields)
      .filter((name) => !(name in oldFields))
      .map((name) => makeTold(join(name), 'is new')),
    ...compareInner(old['items'], now['items'], `${path}[]`),
    ...compareInner(old['additionalProperties'], now['additionalProperties'], `${path}.*`)
  ]
}

const compareInner = (old: Json | undefined, now: Json | undefined, path: string): readonly CrdChange[] =>
  old === undefined || now === undefined ? [] : compareSchemas(old, now, path)

const isDefaulted = (schema: Json | undefined): boolean => readFields(schema)['default'] !== undefined
