import { canonicalize, readFields, isSame, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { readDefinition, type CrdVersion } from './source.ts'

/** A change of a definition that no live object is needed to see. */
export interface CrdChange {
  /** Whether clients or objects of the older one suffer; the others are told. */
  readonly breaks: boolean
  /** Such as `v1: spec.size`. */
  readonly where: string
  readonly says: string
}

/**
 * What changed between two definitions of one CRD, by a few rules: names, scope, versions, the status subresource, and
 * of each version that both serve the fields, types, enums, limits, defaults and list keys. Changes that only live
 * objects can judge (patterns, CEL rules, oneOf) are told, not judged.
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
    return version.served ? compareVersionRules(version, after) : []
  })
  const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name))
  const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none')
  return [
    ...named,
    ...versions,
    ...added.map(({ name }) => makeTold(name, 'a new version')),
    ...(stores === stored ? [] : [makeTold('storage', `${stored} became ${stores}`)]),
    ...(old.webhook === now.webhook
      ? []
      : [makeTold('conversion', now.webhook ? 'a webhook converts now' : 'nothing converts any more')])
  ]
}

const makeBreaking = (where: string, says: string): CrdChange => ({ breaks: true, where, says })
const makeTold = (where: string, says: string): CrdChange => ({ breaks: false, where, says })

const compareVersionRules = (old: CrdVersion, now: CrdVersion): readonly CrdChange[] => [
  ...(old.status === now.status
    ? []
    : [
        makeBreaking(
          `${old.name}: status`,
          now.status
            ? 'became a subresource: what clients write of it with the object is dropped'
            : 'is no subresource any more: /status is gone'
        )
      ]),
  ...compareSchemas(old.schema, now.schema, '').map((change) => ({ ...change, where: `${old.name}: ${change.where}` }))
]

type ComparedRules = { readonly [key: string]: Json | undefined }

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
  const required = readItems(now['required'])
    .map(readText)
    .filter((name) => !readItems(old['required']).map(readText).includes(name))
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

const takesUnknown = (rules: ComparedRules): boolean =>
  rules['x-kubernetes-preserve-unknown-fields'] === true ||
  ![undefined, false].includes(rules['additionalProperties'] as undefined)

const isDefaulted = (schema: Json | undefined): boolean => readFields(schema)['default'] !== undefined

const readType = (rules: ComparedRules): string =>
  rules['x-kubernetes-int-or-string'] === true ? 'integer or string' : readText(rules['type']) || 'any'

const compareTypes = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
  const [was, is] = [readType(old), readType(now)]
  if (was === is) return []
  const wider =
    is === 'any' ||
    (was === 'integer' && is === 'number') ||
    (is === 'integer or string' && (was === 'integer' || was === 'string'))
  return [wider ? makeTold(where, `${was} became ${is}`) : makeBreaking(where, `${was} became ${is}`)]
}

const compareEnums = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
  if (now['enum'] === undefined) return old['enum'] === undefined ? [] : [makeTold(where, 'takes any value now')]
  if (old['enum'] === undefined) return [makeBreaking(where, `takes only ${formatValues(readItems(now['enum']))} now`)]
  const missing = (from: Json | undefined, all: Json | undefined): readonly Json[] =>
    readItems(from).filter((value) => !readItems(all).some((each) => isSame(each, value)))
  const gone = missing(old['enum'], now['enum'])
  const added = missing(now['enum'], old['enum'])
  return [
    ...(gone.length ? [makeBreaking(where, `does not take ${formatValues(gone)} any more`)] : []),
    ...(added.length ? [makeTold(where, `takes ${formatValues(added)} too`)] : [])
  ]
}

const formatValues = (values: readonly Json[]): string => values.map((value) => JSON.stringify(value)).join(', ')

const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties']
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties']

const compareLimits = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] =>
  [...LOWER, ...UPPER].flatMap((name) => {
    const [was, is] = [old[name], now[name]]
    if (was === is) return []
    const loose = LOWER.includes(name) ? -Infinity : Infinity
    const [from, to] = [was, is].map((value) => (typeof value === 'number' ? value : loose)) as [number, number]
    const tighter = LOWER.includes(name) ? to > from : to < from
    return [
      (tighter ? makeBreaking : makeTold)(
        where,
        `${name} ${was === undefined ? 'none' : readText(was)} became ${is === undefined ? 'none' : readText(is)}`
      )
    ]
  })

const compareOthers = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
  const differs = (name: string): boolean => canonicalize(old[name] ?? null) !== canonicalize(now[name] ?? null)
  const show = (value: Json | undefined): string => (value === undefined ? 'none' : JSON.stringify(value))
  return [
    ...(differs('default')
      ? [
          (old['default'] === undefined ? makeTold : makeBreaking)(
            where,
            `default ${show(old['default'])} became ${show(now['default'])}`
          )
        ]
      : []),
    ...(takesUnknown(old) && !takesUnknown(now)
      ? [makeBreaking(where, 'is closed: what it does not describe is pruned')]
      : []),
    ...(old['nullable'] === true && now['nullable'] !== true ? [makeBreaking(where, 'may not be null any more')] : []),
    ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type']
      .filter(differs)
      .map((name) =>
        makeBreaking(
          where,
          `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`
        )
      ),
    ...['pattern', 'format', 'x-kubernetes-validations', 'oneOf', 'anyOf', 'allOf', 'not']
      .filter(differs)
      .map((name) => makeTold(where, `${name} changed`))
  ]
}
