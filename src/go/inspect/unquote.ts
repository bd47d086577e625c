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
    .replace(/\\(x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|.)/g, (_, escape: string) => {
      const plain = escape.length > 1 ? decodeEscape(escape) : SHORT[escape]
      if (plain === undefined) broken = true
      return plain ?? ''
    })
  return broken ? undefined : text
}

/** The character of `x41`, `u0041`, `U00000041` or `101`; undefined past the last one of Unicode. */
function decodeEscape(escape: string): string | undefined {
  const code = /^[xuU]/.test(escape) ? parseInt(escape.slice(1), 16) : parseInt(escape, 8)
  return code > 0x10ffff ? undefined : String.fromCodePoint(code)
}
