import { canonical, fields, isSame, items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { definitionOf, type CrdVersion } from './source.ts'

/** A change of a definition that no live object is needed to see. */
export interface Change {
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
export const changesOf = (before: Json, after: Json): readonly Change[] => {
  const [old, now] = [definitionOf(before), definitionOf(after)]
  const named = (['group', 'kind', 'plural', 'namespaced'] as const)
    .filter((key) => old[key] !== now[key])
    .map((key) => breaking(key, `${String(old[key])} became ${String(now[key])}`))
  const versions = old.versions.flatMap((version) => {
    const after = now.versions.find(({ name }) => name === version.name)
    if (after === undefined)
      return [
        version.served || version.storage
          ? breaking(version.name, 'the version is gone')
          : told(version.name, 'an unserved version is gone')
      ]
    if (version.served && !after.served) return [breaking(version.name, 'the version is no longer served')]
    return version.served ? versionChanges(version, after) : []
  })
  const added = now.versions.filter(({ name }) => !old.versions.some((each) => each.name === name))
  const [stores, stored] = [now, old].map(({ versions }) => versions.find(({ storage }) => storage)?.name ?? 'none')
  return [
    ...named,
    ...versions,
    ...added.map(({ name }) => told(name, 'a new version')),
    ...(stores === stored ? [] : [told('storage', `${stored} became ${stores}`)]),
    ...(old.webhook === now.webhook
      ? []
      : [told('conversion', now.webhook ? 'a webhook converts now' : 'nothing converts any more')])
  ]
}

const breaking = (where: string, says: string): Change => ({ breaks: true, where, says })
const told = (where: string, says: string): Change => ({ breaks: false, where, says })

const versionChanges = (old: CrdVersion, now: CrdVersion): readonly Change[] => [
  ...(old.status === now.status
    ? []
    : [
        breaking(
          `${old.name}: status`,
          now.status
            ? 'became a subresource: what clients write of it with the object is dropped'
            : 'is no subresource any more: /status is gone'
        )
      ]),
  ...schemaChanges(old.schema, now.schema, '').map((change) => ({ ...change, where: `${old.name}: ${change.where}` }))
]

type Rules = { readonly [key: string]: Json | undefined }

function schemaChanges(before: Json, after: Json, path: string): readonly Change[] {
  if (isSame(before, after)) return []
  const [old, now] = [fields(before), fields(after)]
  const where = path || 'the root'
  const here = [
    ...typeChanges(old, now, where),
    ...enumChanges(old, now, where),
    ...limitChanges(old, now, where),
    ...otherChanges(old, now, where)
  ]
  if (typeOf(old) !== typeOf(now)) return here
  const [oldFields, newFields] = [fields(old['properties']), fields(now['properties'])]
  const open = isOpen(now)
  const required = items(now['required'])
    .map(text)
    .filter((name) => !items(old['required']).map(text).includes(name))
  const join = (name: string): string => (path ? `${path}.${name}` : name)
  return [
    ...here,
    ...required
      // A new object that demands something of its own is no demand on old ones.
      .map((name) =>
        isDefaulted(newFields[name])
          ? told(join(name), 'is required now, and has a default')
          : breaking(join(name), 'is required now')
      ),
    ...Object.entries(oldFields).flatMap(([name, schema]) => {
      const inner = newFields[name]
      if (inner === undefined)
        return open
          ? [told(join(name), 'is not described any more')]
          : [breaking(join(name), 'is gone: its values are pruned')]
      return schemaChanges(schema ?? {}, inner, join(name))
    }),
    ...Object.keys(newFields)
      .filter((name) => !(name in oldFields))
      .map((name) => told(join(name), 'is new')),
    ...inner(old['items'], now['items'], `${path}[]`),
    ...inner(old['additionalProperties'], now['additionalProperties'], `${path}.*`)
  ]
}

const inner = (old: Json | undefined, now: Json | undefined, path: string): readonly Change[] =>
  old === undefined || now === undefined ? [] : schemaChanges(old, now, path)

const isOpen = (rules: Rules): boolean =>
  rules['x-kubernetes-preserve-unknown-fields'] === true ||
  ![undefined, false].includes(rules['additionalProperties'] as undefined)

const isDefaulted = (schema: Json | undefined): boolean => fields(schema)['default'] !== undefined

const typeOf = (rules: Rules): string =>
  rules['x-kubernetes-int-or-string'] === true ? 'integer or string' : text(rules['type']) || 'any'

const typeChanges = (old: Rules, now: Rules, where: string): readonly Change[] => {
  const [was, is] = [typeOf(old), typeOf(now)]
  if (was === is) return []
  const wider =
    is === 'any' ||
    (was === 'integer' && is === 'number') ||
    (is === 'integer or string' && (was === 'integer' || was === 'string'))
  return [wider ? told(where, `${was} became ${is}`) : breaking(where, `${was} became ${is}`)]
}

const enumChanges = (old: Rules, now: Rules, where: string): readonly Change[] => {
  if (now['enum'] === undefined) return old['enum'] === undefined ? [] : [told(where, 'takes any value now')]
  if (old['enum'] === undefined) return [breaking(where, `takes only ${list(items(now['enum']))} now`)]
  const missing = (from: Json | undefined, all: Json | undefined): readonly Json[] =>
    items(from).filter((value) => !items(all).some((each) => isSame(each, value)))
  const gone = missing(old['enum'], now['enum'])
  const added = missing(now['enum'], old['enum'])
  return [
    ...(gone.length ? [breaking(where, `does not take ${list(gone)} any more`)] : []),
    ...(added.length ? [told(where, `takes ${list(added)} too`)] : [])
  ]
}

const list = (values: readonly Json[]): string => values.map((value) => JSON.stringify(value)).join(', ')

const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties']
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties']

const limitChanges = (old: Rules, now: Rules, where: string): readonly Change[] =>
  [...LOWER, ...UPPER].flatMap((name) => {
    const [was, is] = [old[name], now[name]]
    if (was === is) return []
    const loose = LOWER.includes(name) ? -Infinity : Infinity
    const [from, to] = [was, is].map((value) => (typeof value === 'number' ? value : loose)) as [number, number]
    const tighter = LOWER.includes(name) ? to > from : to < from
    return [
      (tighter ? breaking : told)(
        where,
        `${name} ${was === undefined ? 'none' : text(was)} became ${is === undefined ? 'none' : text(is)}`
      )
    ]
  })

const otherChanges = (old: Rules, now: Rules, where: string): readonly Change[] => {
  const differs = (name: string): boolean => canonical(old[name] ?? null) !== canonical(now[name] ?? null)
  const show = (value: Json | undefined): string => (value === undefined ? 'none' : JSON.stringify(value))
  return [
    ...(differs('default')
      ? [
          (old['default'] === undefined ? told : breaking)(
            where,
            `default ${show(old['default'])} became ${show(now['default'])}`
          )
        ]
      : []),
    ...(isOpen(old) && !isOpen(now) ? [breaking(where, 'is closed: what it does not describe is pruned')] : []),
    ...(old['nullable'] === true && now['nullable'] !== true ? [breaking(where, 'may not be null any more')] : []),
    ...['x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type']
      .filter(differs)
      .map((name) =>
        breaking(where, `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`)
      ),
    ...['pattern', 'format', 'x-kubernetes-validations', 'oneOf', 'anyOf', 'allOf', 'not']
      .filter(differs)
      .map((name) => told(where, `${name} changed`))
  ]
}
