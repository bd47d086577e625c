/**
 * What `go list` reads of a Go file, and nothing that it does not read: build constraints, the package clause, the
 * imports with the comments between them (cgo's settings are such), and every line with a go:embed pattern. Two files
 * with the same section give the same answers (readGoInfo in go/build/read.go stops at the first declaration).
 */
export function cutImportSection(source: string): string {
  const end = findEndOfImports(source)
  const embeds = source.slice(end).match(/^.*\/\/go:embed.*$/gm) ?? []
  return [source.slice(0, end), ...embeds].join('\n')
}

/** A blank, a comment, a semicolon, a string, a bracket, or a name: all that can stand before the first declaration. */
const TOKEN = /[\s\uFEFF;]+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[().]|[\p{L}_][\p{L}\p{Nd}_]*/uy

/** Where the first declaration that is no import begins, or what cannot be read: the whole file then. */
function findEndOfImports(source: string): number {
  let at = 0
  for (;;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(source)?.[0]
    if (token === undefined) return source.length
    if (/^(const|type|var|func)$/.test(token)) return at
    at += token.length
  }
}
