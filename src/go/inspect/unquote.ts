const SHORT: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"'
}

/** Reads a string literal of Go (strconv.Unquote, double quotes and back quotes); undefined when it is none. */
export function unquoteGo(literal: string): string | undefined {
  if (/^`[^`]*`$/.test(literal)) return literal.slice(1, -1)
  if (!/^"(?:[^"\\]|\\.)*"$/.test(literal)) return undefined
  let broken = false
  const text = literal
    .slice(1, -1)
    .replace(
      /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g,
      (_, byte?: string, short?: string, long?: string, octal?: string, letter = '') => {
        const code = octal === undefined ? parseInt(byte ?? short ?? long ?? '', 16) : parseInt(octal, 8)
        const plain = Number.isNaN(code)
          ? SHORT[letter as string]
          : code > 0x10ffff
            ? undefined
            : String.fromCodePoint(code)
        if (plain === undefined) broken = true
        return plain ?? ''
      }
    )
  return broken ? undefined : text
}
