import { findClosest, quote } from '../base/text.ts'

const WORD = /\{([^{}]*)\}/g

/** The words that a name uses: `name` and `os` of `{name}-{os}`. */
export const listWords = (template: string): readonly string[] =>
  [...template.matchAll(WORD)].map(([, word = '']) => word)

/** A name with its words filled in; each of them is known. */
export const fillName = (template: string, words: Readonly<Record<string, string>>): string =>
  template.replace(WORD, (whole, word: string) => words[word] ?? whole)

/** What is wrong with a name that is made of these words and of letters, digits, `.`, `_`, `+` and `-`. */
export function findTemplateMistake(template: string, words: readonly string[]): string | undefined {
  if (template.includes('{{'))
    return `is written for another program: words of Slipway stand between single braces: ${formatWords(words)}`
  for (const word of listWords(template)) {
    if (words.includes(word)) continue
    const near = findClosest(word.toLowerCase(), words)
    return `has {${word}}, which is no word here; ${near === undefined ? `there are ${formatWords(words)}` : `did you mean {${near}}?`}`
  }
  const plain = template.replace(WORD, 'x')
  const [odd] = /[^\w.+-]/.exec(plain) ?? []
  if (odd !== undefined) return `has ${quote(odd)}, which not every place keeps in names`
  return /^[A-Za-z0-9]/.test(plain) ? undefined : 'does not begin with a letter, a digit or a word'
}

const formatWords = (words: readonly string[]): string => words.map((word) => `{${word}}`).join(' ')
