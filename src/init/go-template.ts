/** A text of Go's text/template, as far as names of files use it. */
export type Template = readonly Node[]

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly words: Words }
  | { readonly kind: 'if' | 'with'; readonly words: Words; readonly body: Template; readonly otherwise: Template }

/** A call of a function, or a value alone: `eq .Os "linux"` as words, where a list stands for what is in parentheses. */
type Words = readonly Word[]
type Word = string | { readonly inner: Words }

/** Fields by their names; what is not there is not known. */
export type Fields = Readonly<Record<string, string>>

/** No name that people write is longer. */
const LONGEST = 2000

/** Reads a template; undefined for one that says more than names do. */
export function parseTemplate(text: string): Template | undefined {
  if (text.length > LONGEST) return undefined
  const tokens = [...text.matchAll(/\{\{(-\s)?\s*((?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`{}])*?)\s*(\s-)?\}\}|[^{]+|\{/g)]
  const read = (from: number, ends: readonly string[]): { readonly nodes: Node[]; readonly at: number } | undefined => {
    const nodes: Node[] = []
    for (let at = from; at < tokens.length; at++) {
      const [whole = '', , action] = tokens[at] ?? []
      if (action === undefined) {
        const before = at > 0 && tokens[at - 1]?.[3] !== undefined
        const after = tokens[at + 1]?.[1] !== undefined
        const text = before ? whole.trimStart() : whole
        nodes.push({ kind: 'text', text: after ? text.trimEnd() : text })
        continue
      }
      const keyword = /^(?:if|with|else if|else|end)\b/.exec(action)?.[0]
      if (keyword === 'if' || keyword === 'with') {
        const block = readBlock(at, keyword, action.slice(keyword.length))
        if (!block) return undefined
        nodes.push(block.node)
        at = block.at
      } else if (keyword !== undefined) return ends.includes(keyword) ? { nodes, at } : undefined
      else {
        const words = parseWords(action)
        if (!words) return undefined
        nodes.push({ kind: 'value', words })
      }
    }
    return ends.length === 0 ? { nodes, at: tokens.length } : undefined
  }
  const readBlock = (
    at: number,
    kind: 'if' | 'with',
    condition: string
  ): { readonly node: Node; readonly at: number } | undefined => {
    const words = parseWords(condition)
    const body = read(at + 1, ['else if', 'else', 'end'])
    if (!words || !body) return undefined
    const ended = tokens[body.at]?.[2] ?? ''
    if (ended === 'end') return { node: { kind, words, body: body.nodes, otherwise: [] }, at: body.at }
    if (ended.startsWith('else if')) {
      const next = readBlock(body.at, 'if', ended.slice('else if'.length))
      return next && { node: { kind, words, body: body.nodes, otherwise: [next.node] }, at: next.at }
    }
    const otherwise = ended === 'else' ? read(body.at + 1, ['end']) : undefined
    return otherwise && { node: { kind, words, body: body.nodes, otherwise: otherwise.nodes }, at: otherwise.at }
  }
  return read(0, [])?.nodes
}

/** `eq .Os "x"`, `.Arch | title`, `(not (eq .Amd64 "v1"))`; undefined for what is none of these. */
function parseWords(text: string): Words | undefined {
  const tokens = [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|`[^`]*`|[()|]|[.\w$-]+|\S)/g)].map(([, token = '']) => token)
  let at = 0
  const read = (end: string | undefined): Words | undefined => {
    let words: Word[] = []
    for (; at < tokens.length; at++) {
      const token = tokens[at] ?? ''
      if (token === end) return words
      if (token === '|') words = [{ inner: words }]
      else if (token === '(') {
        at++
        const inner = read(')')
        if (!inner || at >= tokens.length) return undefined
        words.push({ inner })
      } else if (/^("|`|\.|\w)/.test(token)) words.push(token)
      else return undefined
      // What stands before a | is the last word of what stands after it.
      if (tokens[at] === '|') {
        at++
        const rest = read(end)
        return rest && [...rest, ...words]
      }
    }
    return end === undefined ? words : undefined
  }
  const words = read(undefined)
  return words?.length ? words : undefined
}

/** The fields that a node looks at. */
export function listFields(node: Node): readonly string[] {
  if (node.kind === 'text') return []
  const ofWords = (words: Words): readonly string[] =>
    words.flatMap((word) =>
      typeof word !== 'string' ? ofWords(word.inner) : word.startsWith('.') ? [word.slice(1)] : []
    )
  const inside = node.kind === 'value' ? [] : [...node.body, ...node.otherwise].flatMap(listFields)
  return [...ofWords(node.words), ...inside].filter((name) => name !== '')
}

/** What a template makes of fields; undefined where it asks for what is not known. */
export function fillTemplate(template: Template, fields: Fields, dot?: string): string | undefined {
  let text = ''
  for (const node of template) {
    const part = fillNode(node, fields, dot)
    if (part === undefined) return undefined
    text += part
  }
  return text
}

function fillNode(node: Node, fields: Fields, dot: string | undefined): string | undefined {
  if (node.kind === 'text') return node.text
  const value = evaluate(node.words, fields, dot)
  if (value === undefined) return undefined
  if (node.kind === 'value') return typeof value === 'string' ? value : undefined
  const inner = node.kind === 'with' && typeof value === 'string' ? value : dot
  return value === '' || value === false
    ? fillTemplate(node.otherwise, fields, dot)
    : fillTemplate(node.body, fields, inner)
}

type Value = string | boolean

const TEXT: Readonly<Record<string, (words: readonly string[]) => Value | undefined>> = {
  tolower: ([text = '']) => text.toLowerCase(),
  toupper: ([text = '']) => text.toUpperCase(),
  title: ([text = '']) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
  trim: ([text = '']) => text.trim(),
  replace: ([text = '', from = '', to = '']) => (from === '' ? undefined : text.replaceAll(from, to)),
  trimprefix: ([text = '', prefix = '']) => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
  trimsuffix: ([text = '', suffix = '']) =>
    suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  eq: ([first, ...others]) => others.includes(first ?? ''),
  ne: ([first, second]) => first !== second
}

function evaluate(words: Words, fields: Fields, dot: string | undefined): Value | undefined {
  const read = (word: Word | undefined): Value | undefined => {
    if (word === undefined) return undefined
    if (typeof word !== 'string') return evaluate(word.inner, fields, dot)
    if (word === '.') return dot
    if (word.startsWith('.')) return Object.hasOwn(fields, word.slice(1)) ? fields[word.slice(1)] : undefined
    return /^["`]/.test(word) ? word.slice(1, -1).replace(/\\(.)/g, '$1') : undefined
  }
  const [first, ...rest] = words
  if (rest.length === 0) return read(first)
  const values = rest.map(read)
  if (typeof first !== 'string' || values.includes(undefined)) return undefined
  const truths = values.map((value) => value !== '' && value !== false)
  if (first === 'not') return !truths[0]
  if (first === 'and') return truths.every(Boolean)
  if (first === 'or') return truths.some(Boolean)
  const known = Object.hasOwn(TEXT, first) ? TEXT[first] : undefined
  return values.every((value) => typeof value === 'string') ? known?.(values) : undefined
}
