import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml'
import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'
import { listMistakes, readYaml, YAML } from '../base/yaml.ts'

/** What becomes of a setting that is not carried over: something for the reader to do, or `same`, where nothing is. */
export type Advice = { readonly do: string } | { readonly same: string }

/** A setting that was not carried over, or not as it stands. */
export interface Left {
  /** As people write it: builds[0].goos[1]. */
  readonly setting: string
  /** Undefined for a setting that the file leaves out. */
  readonly line: number | undefined
  readonly advice: Advice
}

/**
 * A setting of another program's file. It keeps what became of it, so that what nobody took is listed. What the file
 * leaves out is a setting too, of the kind 'absent'.
 */
export interface Setting {
  readonly name: string
  /** Where it stands; 0 for one that does not. */
  readonly line: number
  readonly kind: 'text' | 'list' | 'map' | 'absent'
  /** A value as it is written, '' for a list, a map or nothing. To read it is not to take it. */
  readonly text: string
  at(key: string): Setting
  /** The items of a list; a value alone is a list of one, as in the files that this reads. */
  items(): readonly Setting[]
  /** It and all that is in it is carried over. Of it and what it lies in, the last word counts. */
  take(): void
  /** It and all that is in it is not carried over. */
  leave(advice: Advice): void
  /** Is listed beside what becomes of it, unless that is said later. */
  note(advice: Advice): void
}

export interface SettingsFile {
  readonly root: Setting
  /** All that was not taken, in the order of the file; `advise` speaks for what nobody looked at. */
  readonly listLeft: (advise: (setting: string) => Advice) => readonly Left[]
}

/** An alias stands for a copy, so a few lines may hold any number of settings; nobody writes as many. */
const MOST_SETTINGS = 10_000
const DEEPEST = 40

interface Place {
  readonly name: string
  readonly line: number
  readonly kind: 'text' | 'list' | 'map'
  readonly text: string
  readonly inside: ReadonlyMap<string, Place>
}

/** Reads YAML with aliases and merge keys (`<<`). Throws an 'input' Failure for what is no map of settings. */
export function openSettings(source: string, path: string): SettingsFile {
  const top = readPlaces(source, path)
  const marks = new Map<Place, Mark>()
  const notes = new Map<Place, readonly { readonly order: number; readonly advice: Advice }[]>()
  const absent: Left[] = []
  let order = 0
  const mark = (place: Place, as: Mark['as']): void => void marks.set(place, { order: ++order, as })

  const missing = (name: string): Setting => ({
    ...{ name, line: 0, kind: 'absent', text: '', items: () => [], take: () => undefined, leave: () => undefined },
    at: (key) => missing(joinName(name, key)),
    note: (advice) => void absent.push({ setting: name, line: undefined, advice })
  })
  const open = (place: Place): Setting => {
    const setting: Setting = {
      ...{ name: place.name, line: place.line, kind: place.kind, text: place.text },
      at: (key) => {
        const found = place.kind === 'map' ? place.inside.get(key) : undefined
        return found ? open(found) : missing(joinName(place.name, key))
      },
      items: () => (place.kind === 'list' ? [...place.inside.values()].map(open) : place.text === '' ? [] : [setting]),
      take: () => mark(place, 'taken'),
      leave: (advice) => mark(place, advice),
      note: (advice) => void notes.set(place, [...(notes.get(place) ?? []), { order: ++order, advice }])
    }
    return setting
  }
  const listPlace = (place: Place, above: Mark, advise: Advising): readonly Left[] => {
    const own = marks.get(place) ?? UNREAD
    const last = own.order > above.order ? own : above
    const said = (notes.get(place) ?? []).filter((note) => note.order > above.order).map(({ advice }) => advice)
    const unsaid =
      place.inside.size > 0 || last.as === 'taken' || (last.as === 'unread' && said.length > 0)
        ? []
        : [last.as === 'unread' ? advise(place.name) : last.as]
    return [
      ...[...said, ...unsaid].map((advice) => ({ setting: place.name, line: place.line, advice })),
      ...[...place.inside.values()].flatMap((inner) => listPlace(inner, last, advise))
    ]
  }
  return {
    root: open(top),
    listLeft: (advise) => [...[...top.inside.values()].flatMap((place) => listPlace(place, UNREAD, advise)), ...absent]
  }
}

/** What was last said of a place. */
interface Mark {
  readonly order: number
  readonly as: Advice | 'taken' | 'unread'
}
const UNREAD: Mark = { order: 0, as: 'unread' }

type Advising = (setting: string) => Advice

function readPlaces(source: string, path: string): Place {
  const lines = new LineCounter()
  const document = readYaml(source, path, (text) => parseDocument(text, { ...YAML, lineCounter: lines }))
  if (document.errors.length)
    throw new Failure(
      'input',
      `${path} is not YAML: ${listMistakes(document.errors, (at) => describeLine(lines, at))}`,
      {
        hint: ELSEWHERE
      }
    )
  const { contents } = document
  if (!isMap(contents)) throw new Failure('input', `${path} holds no settings`, { hint: ELSEWHERE })
  return makePlaceReader(document, path, lines)(contents, '', [])
}

const ELSEWHERE = 'Mend it, or begin without it: --from none.'

const describeLine = (lines: LineCounter, offset: number): string => `line ${lines.linePos(offset).line}`

function makePlaceReader(document: Document, path: string, lines: LineCounter) {
  const aliases = findAliases(document)
  let count = 0
  const refuse = (node: Node | undefined, what: string): never => {
    throw new Failure('input', `${path}: ${describeLine(lines, node?.range?.[0] ?? 0)}: ${what}`, { hint: ELSEWHERE })
  }
  const follow = (value: unknown): Node | undefined => {
    const node = value as Node | undefined
    if (!isAlias(node)) return node
    return aliases.get(node) ?? refuse(node, `the alias ${quote(node.source)} leads nowhere`)
  }
  /** Own keys of a map before those that it merges (https://yaml.org/type/merge.html). */
  const listPairs = (value: unknown, depth: number): readonly (readonly [string, unknown])[] => {
    const map = follow(value)
    if (depth > DEEPEST) refuse(map, 'merge keys lead in a circle')
    if (isSeq(map)) return map.items.flatMap((item) => listPairs(item, depth + 1))
    if (!isMap(map)) return refuse(map, 'a merge key (<<) stands for no map')
    const pairs = map.items.map(({ key, value }) => [readKey(follow(key)), value] as const)
    return [
      ...pairs.filter(([key]) => key !== '<<'),
      ...pairs.filter(([key]) => key === '<<').flatMap(([, merged]) => listPairs(merged, depth + 1))
    ]
  }
  const read = (value: unknown, name: string, above: readonly Node[]): Place => {
    const node = follow(value)
    if (++count > MOST_SETTINGS) refuse(node, `there are more than ${MOST_SETTINGS} settings, aliases counted`)
    if (node && above.includes(node)) refuse(node, 'an alias leads in a circle')
    if (above.length > DEEPEST) refuse(node, `settings lie more than ${DEEPEST} deep`)
    const place = { name, line: lines.linePos(node?.range?.[0] ?? 0).line, text: '' }
    const inside = new Map<string, Place>()
    const within = node ? [...above, node] : above
    if (isMap(node)) {
      for (const [key, inner] of listPairs(node, 0))
        if (!inside.has(key)) inside.set(key, read(inner, joinName(name, key), within))
      return { ...place, kind: 'map', inside }
    }
    if (isSeq(node)) {
      node.items.forEach((item, i) => inside.set(String(i), read(item, `${name}[${i}]`, within)))
      return { ...place, kind: 'list', inside }
    }
    return { ...place, kind: 'text', text: isScalar(node) ? readScalar(node.value, node.source) : '', inside }
  }
  return read
}

/** Numbers as they are written: a version 1.20 is not 1.2. */
const readScalar = (value: unknown, source: string | undefined): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : (source ?? JSON.stringify(value))

const readKey = (key: unknown): string => (isScalar(key) ? readScalar(key.value, key.source) : '?')

const joinName = (above: string, key: string): string => {
  const plain = /^[\w-]+$/.test(key)
  return plain ? (above === '' ? key : `${above}.${key}`) : `${above}[${quote(key)}]`
}

/** What each alias stands for: the last anchor of its name before it. */
function findAliases(document: Document): ReadonlyMap<Node, Node> {
  const anchors = new Map<string, Node>()
  const aliases = new Map<Node, Node>()
  visit(document, {
    Node: (_, node) => {
      const target = isAlias(node) ? anchors.get(node.source) : undefined
      if (target) aliases.set(node, target)
      else if ('anchor' in node && node.anchor) anchors.set(node.anchor, node)
    }
  })
  return aliases
}
