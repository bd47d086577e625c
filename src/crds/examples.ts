import { readFields, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { makeExampleString, type ValueStyle } from './example-strings.ts'
import { chooseMembers, countMembers, type SchemaRules } from './unions.ts'
import { findMisfits } from './validate.ts'

/** An object that a schema takes, without apiVersion, kind and metadata. */
export interface Example {
  /** `full`, `least`, `low`, `high`, `choice-2`, or what a user's sample is called. */
  readonly name: string
  readonly body: { readonly [key: string]: Json }
}

/** Generated values of schemas with more nodes than this leave optional parts out. */
const NODES = 4000
const CHOICES = 12
/** As many members of a union get an object of their own. */
const MEMBERS = 48

interface Style extends ValueStyle {
  /** Whether optional fields are there. */
  readonly optional: boolean
}

/**
 * Objects that fit a structural schema: one with every field, one with no more than it demands, the ends of each range,
 * one for each value of its longest enum and one for each member of its largest union. A field whose pattern nothing here
 * fits is left out, and an example that would then lack what it needs is not made. CEL rules are the server's to judge.
 */
export const makeExamples = (schema: Json): readonly Example[] => {
  const styles: readonly (readonly [string, Style])[] = [
    ['full', { optional: true, choice: 0, end: 'usual' }],
    ['least', { optional: false, choice: 0, end: 'usual' }],
    ['low', { optional: true, choice: 0, end: 'low' }],
    ['high', { optional: true, choice: 1, end: 'high' }],
    ...Array.from(
      { length: Math.max(Math.min(measureLongestEnum(schema), CHOICES), measureUnion(schema)) },
      (_, i) => i
    )
      .slice(1)
      .map((choice): [string, Style] => [`choice-${choice}`, { optional: true, choice, end: 'usual' }])
  ]
  const root = pickBody(schema)
  const made = styles.flatMap(([name, style]) => {
    const body = makeValue(root, style, { left: NODES })
    return body === undefined || findMisfits(body, root).length > 0
      ? []
      : [{ name, body: readFields(body) as Example['body'] }]
  })
  return made.filter(
    ({ body }, i) => made.findIndex((other) => JSON.stringify(other.body) === JSON.stringify(body)) === i
  )
}

/** The root without what every object has and no schema decides. */
const pickBody = (schema: Json): Json => {
  const { apiVersion: _a, kind: _k, metadata: _m, ...properties } = readFields(readFields(schema)['properties'])
  const required = readItems(readFields(schema)['required']).filter(
    (name) => !['apiVersion', 'kind', 'metadata'].includes(readText(name))
  )
  return { ...readFields(schema), properties, required }
}

const measureLongestEnum = (schema: Json): number => {
  const rules = readFields(schema)
  const parts = [...Object.values(readFields(rules['properties'])), rules['items'], rules['additionalProperties']]
  const own =
    rules['type'] === 'boolean' ? 2 : rules['x-kubernetes-int-or-string'] === true ? 2 : readItems(rules['enum']).length
  return Math.max(own, ...parts.map((part) => (part === undefined ? 0 : measureLongestEnum(part))))
}

/** The members of the largest union in a schema, of those that get an object. */
const measureUnion = (schema: Json): number => {
  const rules = readFields(schema)
  const parts = [...Object.values(readFields(rules['properties'])), rules['items'], rules['additionalProperties']]
  return Math.max(
    Math.min(countMembers(rules), MEMBERS),
    ...parts.map((part) => (part === undefined ? 0 : measureUnion(part)))
  )
}

/** A value that fits, or undefined where none is found. */
function makeValue(schema: Json, style: Style, nodes: { left: number }): Json | undefined {
  const rules = readFields(schema)
  if (nodes.left-- <= 0 && !style.optional) return undefined
  const choices = readItems(rules['enum']).filter((each) => each !== null)
  if (choices.length > 0) return choices[style.choice % choices.length]
  if (rules['x-kubernetes-int-or-string'] === true) return makeIntOrString(rules, style)
  switch (readText(rules['type'])) {
    case 'object':
      return makeExampleObject(rules, style, nodes)
    case 'array':
      return makeExampleList(rules, style, nodes)
    case 'string':
      return makeExampleString(rules, style)
    case 'integer':
    case 'number':
      return makeNumeral(rules, style)
    case 'boolean':
      return (rules['default'] === true) === (style.choice % 2 === 0) ? false : true
    default:
      return rules['x-kubernetes-preserve-unknown-fields'] === true ? { anything: 'goes' } : undefined
  }
}

function makeExampleObject(rules: SchemaRules, style: Style, nodes: { left: number }): Json | undefined {
  if (rules['x-kubernetes-embedded-resource'] === true)
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'example' } }
  const { required, optional, properties, most } = chooseMembers(rules, style.choice)
  const least = Number(rules['minProperties'] ?? 0)
  const within: Record<string, Json> = {}
  for (const name of required) {
    const made = makeValue(properties[name] ?? {}, style, nodes)
    if (made === undefined) return undefined
    within[name] = made
  }
  for (const name of optional) {
    const size = Object.keys(within).length
    const takes = size < most && (size < least || (style.optional && nodes.left > 0))
    const made = takes ? makeValue(properties[name] ?? {}, style, nodes) : undefined
    if (made !== undefined) within[name] = made
  }
  const others = rules['additionalProperties']
  const wanted = Math.max(style.optional ? 1 : 0, least - Object.keys(within).length)
  for (let i = 0; i < wanted && Object.keys(within).length < most; i++) {
    if (typeof others === 'object') {
      const made = makeValue(others, style, nodes)
      if (made !== undefined) within[`example-${i}`] = made
    } else if (others === true || rules['x-kubernetes-preserve-unknown-fields'] === true)
      within[`example-${i}`] = 'goes'
  }
  return within
}

function makeExampleList(rules: SchemaRules, style: Style, nodes: { left: number }): Json | undefined {
  const least = Number(rules['minItems'] ?? 0)
  const most = Number(rules['maxItems'] ?? Infinity)
  const usual = style.optional ? 1 : 0
  const wanted =
    style.end === 'low' ? least : style.end === 'high' ? Math.min(most, 3) : Math.max(least, Math.min(usual, most))
  const made: Json[] = []
  for (let i = 0; i < wanted; i++) {
    const item = makeValue(rules['items'] ?? {}, style, nodes)
    if (item === undefined) break
    made.push(item)
  }
  // Equal items where they must differ: only as many as there have to be.
  const differ = rules['uniqueItems'] === true || ['map', 'set'].includes(readText(rules['x-kubernetes-list-type']))
  const whole = differ ? made.slice(0, Math.max(1, least)) : made
  return whole.length >= least ? whole : undefined
}

function makeNumeral(rules: SchemaRules, { end }: Style): Json {
  const whole = rules['type'] === 'integer'
  const step = Number(rules['multipleOf'] ?? (whole ? 1 : 0.5))
  const least = findBound(rules, 'minimum', 'exclusiveMinimum', step)
  const most = findBound(rules, 'maximum', 'exclusiveMaximum', -step)
  const usual = Math.min(Math.max(step, least ?? -Infinity), most ?? Infinity)
  const chosen = end === 'low' ? (least ?? usual) : end === 'high' ? (most ?? usual) : usual
  const onStep = rules['multipleOf'] === undefined ? chosen : Math.ceil(chosen / step) * step
  return onStep === rules['default'] && end === 'usual' && onStep + step <= (most ?? Infinity) ? onStep + step : onStep
}

const findBound = (rules: SchemaRules, name: string, exclusive: string, step: number): number | undefined => {
  const given = rules[name]
  return typeof given === 'number' ? (rules[exclusive] === true ? given + step : given) : undefined
}

const makeIntOrString = (rules: SchemaRules, { choice }: Style): Json => {
  const fits = (each: Json): boolean => findMisfits(each, rules).length === 0
  const forms: readonly Json[] = [1, '50%', '1', '100m']
  const found = forms.filter(fits)
  return found[choice % Math.max(1, found.length)] ?? 1
}
