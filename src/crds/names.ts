import { readAt, readFields, readItems, readObjectsAt, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'

/** What a schema says of the names of its objects. */
export interface NameRules {
  /** The only names there may be, as for a singleton; empty where any will do. */
  readonly fixed: readonly string[]
  readonly mostCharacters: number
  readonly patterns: readonly string[]
  readonly start: string
  readonly end: string
}

const QUOTED = `(?:'([^']*)'|"([^"]*)")`
const NAME = String.raw`self\.metadata\.name`

/** By the metadata of the schema, and by the forms of CEL rules on metadata.name that people write. */
export const readNameRules = (schema: Json): NameRules => {
  const own = readFields(readAt(schema, 'properties', 'metadata', 'properties', 'name'))
  const rules = readObjectsAt(schema, 'x-kubernetes-validations').map(({ rule }) => readText(rule))
  const find = (form: string): readonly string[] =>
    rules.flatMap((rule) => [...rule.matchAll(new RegExp(form, 'g'))].map(([, a, b]) => a ?? b ?? ''))
  const listed = rules.flatMap((rule) => {
    const list = new RegExp(`${NAME}\\s+in\\s+\\[([^\\]]*)\\]`).exec(rule)?.[1]
    return list === undefined ? [] : [...list.matchAll(new RegExp(QUOTED, 'g'))].map(([, a, b]) => a ?? b ?? '')
  })
  const most = [
    ...find(`${NAME}\\.size\\(\\)\\s*<=\\s*(\\d+)`),
    ...find(`size\\(${NAME}\\)\\s*<=\\s*(\\d+)`),
    ...find(`${NAME}\\.size\\(\\)\\s*<\\s*(\\d+)`).map((each) => Number(each) - 1),
    ...find(`size\\(${NAME}\\)\\s*<\\s*(\\d+)`).map((each) => Number(each) - 1)
  ].map(Number)
  return {
    fixed: [
      ...find(`${NAME}\\s*==\\s*${QUOTED}`),
      ...find(`${QUOTED}\\s*==\\s*${NAME}`),
      ...listed,
      ...readItems(own['enum']).map(readText)
    ],
    mostCharacters: Math.min(253, ...most, ...(typeof own['maxLength'] === 'number' ? [own['maxLength']] : [])),
    patterns: [...find(`${NAME}\\.matches\\(${QUOTED}\\)`), readText(own['pattern'])].filter(Boolean),
    start: find(`${NAME}\\.startsWith\\(${QUOTED}\\)`)[0] ?? '',
    end: find(`${NAME}\\.endsWith\\(${QUOTED}\\)`)[0] ?? ''
  }
}

/** Like the wanted name as far as the rules let it be. */
export const makeName = (rules: NameRules, wanted: string): string => {
  const short = hashText(wanted).toString(36)
  const letters = [...short].map((each) => String.fromCharCode(97 + (parseInt(each, 36) % 26))).join('')
  const fits = (name: string): boolean =>
    name.length <= rules.mostCharacters && rules.patterns.every((pattern) => matches(name, pattern))
  return (
    [wanted, `${wanted.slice(0, 1)}${short}`, letters].map((body) => `${rules.start}${body}${rules.end}`).find(fits) ??
    wanted
  )
}

/** A number that tells a text from others of its kind, in at most four digits of base 36. */
const hashText = (text: string): number =>
  [...text].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 1_679_609, 7)

const matches = (name: string, pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    return true
  }
}
