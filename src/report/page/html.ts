import { shortenSeen } from '../../base/markdown.ts'

/** HTML made by `html`; everything else is text and is escaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type HtmlPart = Html | string | number | undefined | readonly HtmlPart[]

/** A template whose values are text unless they are HTML already; lists are joined, undefined is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html =>
  new Html(strings.map((string, i) => (i === 0 ? string : renderPart(parts[i - 1]) + string)).join(''))

const renderPart = (part: HtmlPart): string =>
  part === undefined
    ? ''
    : part instanceof Html
      ? part.text
      : typeof part === 'object'
        ? part.map(renderPart).join('')
        : escapeHtml(String(part))

/** Longer texts are cut: what a check saw stands whole in compatibility.json. */
const LONGEST = 4000

/**
 * Text from clusters and tools inside an element or a quoted attribute: no markup, no character that hides or turns
 * others, and nothing that a CI system takes for a command where somebody prints the file into a log.
 */
const escapeHtml = (text: string): string =>
  shortenSeen(text, LONGEST)
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029\ufffe\uffff]/gu, (c) => `<U+${formatCharacterReference(c)}>`)
    .replace(/[&<>"'`#\n\t]|:(?=:)/g, (c) => `&#${c.charCodeAt(0)};`)

const formatCharacterReference = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
