/**
 * What a Go file says of a variable of its package: its type where that can be told from the file alone. `called`: a function
 * gives its value, mostly when the program starts, after which nothing is left of what the linker set.
 */
export type SeenType = 'string' | 'other' | 'called' | 'unknown'

/**
 * The type of a variable that is declared at the top of a Go file, as gofmt writes it; undefined where the file declares no
 * such variable. The linker sets strings alone, and refuses to set anything else.
 */
export function findVariableType(source: string, name: string): SeenType | undefined {
  let inGroup = false
  for (const line of source.split(/\r?\n/)) {
    if (inGroup && /^\)/.test(line)) inGroup = false
    if (/^var\s*\(/.test(line)) inGroup = true
    const declared = inGroup ? /^\t([^\s/].*)$/.exec(line)?.[1] : /^var\s+([^\s(].*)$/.exec(line)?.[1]
    const [, names = '', rest = ''] =
      /^([\p{L}_][\p{L}\p{Nd}_]*(?:\s*,\s*[\p{L}_][\p{L}\p{Nd}_]*)*)(.*)$/u.exec(declared ?? '') ?? []
    const place = names.split(/\s*,\s*/).indexOf(name)
    if (place >= 0) return readType(rest, place)
  }
  return undefined
}

function readType(rest: string, place: number): SeenType {
  const [, type = '', value] = /^\s*([^=]*?)\s*(?:=\s*(.*))?$/.exec(rest.replace(/\s*\/\/.*$/, '')) ?? []
  if (type !== '' && type !== 'string') return 'other'
  if (value === undefined || place > 0) return type === 'string' ? 'string' : 'unknown'
  if (/^["`]/.test(value)) return 'string'
  if (!/^string\(/.test(value) && /^(?!sync\.Once|(?:func|new|make)\()[\p{L}_][\p{L}\p{Nd}_.]*\(/u.test(value))
    return 'called'
  if (type === 'string') return 'string'
  // Functions of the standard library that give functions, and words that begin what is no string.
  return OTHER.test(value) ? 'other' : 'unknown'
}

const OTHER = /^(sync\.Once(Func|Values?)\(|func\b|\[|map\[|chan\b|&|struct\b|\d|true\b|false\b|nil\b|new\(|make\()/
