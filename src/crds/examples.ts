import { readFields, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
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

interface Style {
  /** Whether optional fields are there. */
  readonly optional: boolean
  /** Which value of an enum, counted around; which form of int-or-string. */
  readonly choice: number
  /** Which end of a range is taken. */
  readonly end: 'low' | 'high' | 'usual'
}

/**
 * Objects that fit a structural schema: one with every field, one with no more than it demands, the ends of each range,
 * and one for each value of its longest enum. A field whose pattern nothing here fits is left out, and an example that
 * would then lack what it needs is not made. CEL rules and oneOf are the server's to judge.
 */
export const makeExamples = (schema: Json): readonly Example[] => {
  const styles: readonly (readonly [string, Style])[] = [
    ['full', { optional: true, choice: 0, end: 'usual' }],
    ['least', { optional: false, choice: 0, end: 'usual' }],
    ['low', { optional: true, choice: 0, end: 'low' }],
    ['high', { optional: true, choice: 1, end: 'high' }],
    ...Array.from({ length: Math.min(measureLongestEnum(schema), CHOICES) }, (_, i) => i)
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

type SchemaRules = { readonly [key: string]: Json | undefined }

function makeExampleObject(rules: SchemaRules, style: Style, nodes: { left: number }): Json | undefined {
  if (rules['x-kubernetes-embedded-resource'] === true)
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'example' } }
  const required = readItems(rules['required']).map(readText)
  const within: Record<string, Json> = {}
  for (const [name, schema] of Object.entries(readFields(rules['properties']))) {
    const needed = required.includes(name)
    if (!needed && (!style.optional || nodes.left <= 0)) continue
    const made = makeValue(schema ?? {}, style, nodes)
    if (made !== undefined) within[name] = made
    else if (needed) return undefined
  }
  const others = rules['additionalProperties']
  const wanted = Math.max(style.optional ? 1 : 0, Number(rules['minProperties'] ?? 0) - Object.keys(within).length)
  for (let i = 0; i < wanted; i++) {
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

/** By format, as the API server knows formats. */
const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2024-05-06T07:08:09Z',
  date: '2024-05-06',
  duration: '90s',
  byte: 'c2xpcHdheQ==',
  uri: 'https://example.com/path',
  hostname: 'example.com',
  email: 'someone@example.com',
  ipv4: '192.0.2.1',
  ip: '192.0.2.1',
  ipv6: '2001:db8::1',
  cidr: '192.0.2.0/24',
  uuid: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  uuid4: '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
  mac: '00:00:5e:00:53:01'
}

/** What patterns of Kubernetes' APIs mostly want: names, labels, quantities, durations, paths, versions, addresses. */
const WORDS: readonly string[] = [
  'example',
  'example-1',
  'example.com',
  'example.com/name',
  'Example',
  'EXAMPLE',
  'example_1',
  '1',
  '0',
  '50%',
  '100m',
  '1Gi',
  '90s',
  '1h30m',
  '1h',
  '/example',
  '/',
  'https://example.com',
  'v1',
  'v1.2.3',
  '1.2.3',
  '192.0.2.1',
  '192.0.2.0/24',
  '2024-05-06T07:08:09Z',
  '*',
  '*.example.com',
  'example@example.com',
  'example:1',
  `sha256:${'0'.repeat(64)}`,
  `example.com/image@sha256:${'0'.repeat(64)}`,
  '0'.repeat(64),
  'GET',
  'a',
  'A',
  ''
]

function makeExampleString(rules: SchemaRules, { end }: Style): Json | undefined {
  const least = Number(rules['minLength'] ?? 0)
  const most = Number(rules['maxLength'] ?? Infinity)
  const wanted = end === 'low' ? least : end === 'high' && most <= 1024 ? most : undefined
  const sized = wanted === undefined ? [] : ['x'.repeat(wanted), '1'.repeat(wanted)]
  const usual = FORMATS[readText(rules['format'])]
  const candidates = [
    ...(usual === undefined ? sized : [usual]),
    ...WORDS,
    'example'.repeat(Math.ceil(least / 7)).slice(0, Math.max(least, 1))
  ]
  return candidates.find((each) => each !== rules['default'] && findMisfits(each, rules as Json).length === 0)
}
