import { short } from '../../base/markdown.ts'

/** HTML made by `html`; everything else is text and is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Part = Html | string | number | undefined | readonly Part[]

/** A template whose values are text unless they are HTML already; lists are joined, undefined is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, i) => (i === 0 ? string : render(parts[i - 1]) + string)).join(''))

const render = (part: Part): string =>
  part === undefined
    ? ''
    : part instanceof Html
      ? part.text
      : typeof part === 'object'
        ? part.map(render).join('')
        : escape(String(part))

/** Longer texts are cut: what a check saw stands whole in compatibility.json. */
const LONGEST = 4000

/**
 * Text from clusters and tools inside an element or a quoted attribute: no markup, no character that hides or turns
 * others, and nothing that a CI system takes for a command where somebody prints the file into a log.
 */
const escape = (text: string): string =>
  short(text, LONGEST)
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, (c) => `<U+${hex(c)}>`)
    .replace(/[&<>"'`#\n\t]|:(?=:)/g, (c) => `&#${c.charCodeAt(0)};`)

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
