/**
 * A text as the words that count when licences are compared, after SPDX's matching guidelines: case, punctuation, quotes,
 * line breaks, hyphens, comment signs and the marks of list items do not.
 */
export const listCountingWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('https:', 'http:')
    .replace(/(?<=\p{L})[-‐‑–—](?=\s*\p{L})/gu, '')
    // `1.`, `2)`, `(iii)`, `a.`: lists are numbered by hand, or not at all.
    .replace(/(?<![\p{L}\d.])\(?(?:[a-z]|[ivx]+|\d{1,2}(?:\.\d{1,2})*)[.)](?=\s)/gu, ' ')
    .match(/[\p{L}\d]+/gu) ?? []
