import { Failure } from './errors.ts'
import { isObject, isSame, readItems } from './json.ts'
import type { Json } from './json.ts'
import { quote } from './text.ts'

type PathStep =
  | { readonly key: string }
  | { readonly index: number }
  | { readonly all: true }
  | { readonly where: readonly string[]; readonly is: Json }

/**
 * The values at a path, in kubectl's words: `{.status.conditions[?(@.type=="Ready")].status}`, `.items[*].metadata.name`,
 * `{.data['a\.b']}`, `[0].share`. Braces and the first dot may be left out. [] where nothing is. Throws an 'input'
 * Failure for what it cannot read: ranges, unions, `..` and functions are not offered.
 */
export function findAtPath(value: Json | undefined, path: string): readonly Json[] {
  let found: readonly (Json | undefined)[] = [value]
  for (const step of parsePath(path)) found = found.flatMap((each) => takeStep(each, step))
  return found.filter((each) => each !== undefined)
}

function takeStep(value: Json | undefined, step: PathStep): readonly (Json | undefined)[] {
  if ('key' in step) return isObject(value) ? [value[step.key]] : []
  if ('index' in step) return [readItems(value).at(step.index)]
  if ('all' in step) return isObject(value) ? Object.values(value) : readItems(value)
  return readItems(value).filter((item) =>
    step.where
      .reduce<readonly (Json | undefined)[]>((inner, key) => inner.flatMap((each) => takeStep(each, { key })), [item])
      .some((each) => each !== undefined && isSame(each, step.is))
  )
}

const TOKEN =
  /^(?:\.?(?<key>(?:[\w$/-]|\\.)+)|\[(?<index>-?\d+)\]|(?<all>\[\*\]|\.\*)|\['(?<quoted>[^']+)'\]|\[\?\(@\.(?<where>[\w.-]+)\s*==\s*(?<is>"[^"]*"|'[^']*'|-?\d+|true|false)\)\])/

function parsePath(path: string): readonly PathStep[] {
  const steps: PathStep[] = []
  let rest = path.trim().replace(/^\{(.*)\}$/s, '$1')
  if (rest === '.') rest = ''
  while (rest !== '') {
    const match = TOKEN.exec(rest)
    const groups = match?.groups
    if (!match || !groups)
      throw new Failure('input', `${quote(path)} cannot be read as a JSON path, from ${quote(rest)} on`, {
        hint: 'Write it as {.a.b[0]}, with [*], [\'a.b\'] or [?(@.name=="x")].'
      })
    rest = rest.slice(match[0].length)
    const { key, index, all, quoted, where, is } = groups
    if (key !== undefined) steps.push({ key: key.replace(/\\(.)/g, '$1') })
    else if (index !== undefined) steps.push({ index: Number(index) })
    else if (all !== undefined) steps.push({ all: true })
    else if (quoted !== undefined) steps.push({ key: quoted.replace(/\\(.)/g, '$1') })
    else if (where !== undefined) steps.push({ where: where.split('.'), is: parseLiteral(is ?? '') })
  }
  return steps
}

const parseLiteral = (text: string): Json =>
  /^["']/.test(text) ? text.slice(1, -1) : text === 'true' || text === 'false' ? text === 'true' : Number(text)
