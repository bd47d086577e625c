import { canonicalize, isSame, readAt, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { makeBreaking, makeTold, type CrdChange } from './promises.ts'

/** The rules of one node of a schema. */
export type ComparedRules = { readonly [key: string]: Json | undefined }

export const takesUnknown = (rules: ComparedRules): boolean =>
  rules['x-kubernetes-preserve-unknown-fields'] === true ||
  ![undefined, false].includes(rules['additionalProperties'] as undefined)

export const readType = (rules: ComparedRules): string =>
  rules['x-kubernetes-int-or-string'] === true ? 'integer or string' : readText(rules['type']) || 'any'

export const compareTypes = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
  const [was, is] = [readType(old), readType(now)]
  if (was === is) return []
  const wider =
    is === 'any' ||
    (was === 'integer' && is === 'number') ||
    (is === 'integer or string' && (was === 'integer' || was === 'string'))
  return [wider ? makeTold(where, `${was} became ${is}`) : makeBreaking(where, `${was} became ${is}`)]
}

export const compareEnums = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
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

export const compareLimits = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => [
  ...[...LOWER, ...UPPER].flatMap((name) => {
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
  }),
  ...['exclusiveMinimum', 'exclusiveMaximum'].flatMap((name) => {
    const [was, is] = [old[name] === true, now[name] === true]
    if (was === is) return []
    return [
      is
        ? makeBreaking(where, `${name}: does not take its limit any more`)
        : makeTold(where, `${name} is gone: takes its limit too`)
    ]
  }),
  ...compareSteps(old['multipleOf'], now['multipleOf'], where)
]

const compareSteps = (old: Json | undefined, now: Json | undefined, where: string): readonly CrdChange[] => {
  if (old === now) return []
  const says = `multipleOf ${readText(old) || 'none'} became ${readText(now) || 'none'}`
  const finer = now === undefined || (old !== undefined && Number.isInteger(Number(old) / Number(now)))
  return [(finer ? makeTold : makeBreaking)(where, says)]
}

/** Rules of merging, with what the API server takes where nothing stands. */
const MERGED: Readonly<Record<string, Json>> = {
  'x-kubernetes-list-type': 'atomic',
  'x-kubernetes-map-type': 'granular',
  'x-kubernetes-list-map-keys': []
}

export const compareOthers = (old: ComparedRules, now: ComparedRules, where: string): readonly CrdChange[] => {
  const differs = (name: string): boolean => canonicalize(old[name] ?? null) !== canonicalize(now[name] ?? null)
  const show = (value: Json | undefined): string => (value === undefined ? 'none' : JSON.stringify(value))
  const merged = (rules: ComparedRules, name: string): string => {
    const value = rules[name] ?? MERGED[name] ?? null
    return canonicalize(Array.isArray(value) ? value.map(readText).sort() : value)
  }
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
    ...(!takesUnknown(old) && takesUnknown(now) ? [makeTold(where, 'is open: what it does not describe is kept')] : []),
    ...(old['nullable'] === true && now['nullable'] !== true ? [makeBreaking(where, 'may not be null any more')] : []),
    ...(old['nullable'] !== true && now['nullable'] === true ? [makeTold(where, 'may be null now')] : []),
    ...(differs('x-kubernetes-embedded-resource')
      ? [
          now['x-kubernetes-embedded-resource'] === true
            ? makeBreaking(where, 'is a whole object now: apiVersion, kind and metadata are demanded')
            : makeTold(where, 'is no whole object any more')
        ]
      : []),
    ...Object.keys(MERGED)
      .filter((name) => merged(old, name) !== merged(now, name))
      .map((name) =>
        makeBreaking(
          where,
          `${name} ${show(old[name])} became ${show(now[name])}: server-side apply merges it otherwise`
        )
      ),
    ...compareCel(old['x-kubernetes-validations'], now['x-kubernetes-validations'], where),
    ...['pattern', 'format', 'oneOf', 'anyOf', 'allOf', 'not']
      .filter(differs)
      .map((name) => makeTold(where, `${name} ${describeShort(old[name])} became ${describeShort(now[name])}`))
  ]
}

const describeShort = (value: Json | undefined): string => {
  const text = value === undefined ? 'none' : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Rules in CEL, by their text: whether objects keep a new one is for the server to say. */
const compareCel = (old: Json | undefined, now: Json | undefined, where: string): readonly CrdChange[] => {
  const rules = (list: Json | undefined): readonly string[] =>
    readItems(list).map((each) => readText(readAt(each, 'rule')))
  const [were, are] = [rules(old), rules(now)]
  return [
    ...are.filter((rule) => !were.includes(rule)).map((rule) => makeTold(where, `has a new rule: ${rule}`)),
    ...were.filter((rule) => !are.includes(rule)).map((rule) => makeTold(where, `has no more the rule: ${rule}`))
  ]
}
