import { Failure } from '../base/errors.ts'
import { compareGo } from './version.ts'
import { quote } from '../base/text.ts'

/** The lines of a go.mod that decide which Go builds it. */
export interface GoMod {
  readonly module: string
  /** The `go` line as written, such as `1.19` or `1.26.8`; '' when there is none. */
  readonly go: string
  /** The `toolchain` line as written, such as `go1.26.8`; undefined when there is none. */
  readonly toolchain: string | undefined
}

const DIRECTIVE = /^\s*(module|go|toolchain)\s+("[^"]*"|`[^`]*`|\S+)\s*(?:\/\/.*)?$/

/**
 * Reads the `module`, `go` and `toolchain` directives. They are single lines by the go.mod grammar
 * (https://go.dev/ref/mod#go-mod-file-grammar); `module ( … )` blocks are legal and never written by the go command.
 */
export function parseGoMod(text: string, path: string): GoMod {
  const found = new Map<string, string>()
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = DIRECTIVE.exec(line) ?? []
    if (name && value && !found.has(name)) found.set(name, value.replace(/^["`]|["`]$/g, ''))
  }
  const module = found.get('module')
  const unread = /^[ \t]*module[ \t]+[^\s(].*$/m.exec(text)?.[0]
  if (!module && unread)
    throw new Failure('input', `${path} has a module line that cannot be read: ${quote(unread)}`, {
      hint: 'A go.mod starts with: module example.com/name'
    })
  if (!module)
    throw new Failure('input', `${path} has no module line`, { hint: 'A go.mod starts with: module example.com/name' })
  return { module, go: found.get('go') ?? '', toolchain: found.get('toolchain') }
}

/** The Go that Slipway itself is pinned to, for modules whose go.mod names a language version and no toolchain. */
export const DEFAULT_GO = 'go1.26.8'

/**
 * Which Go builds a module, the same on every host: what was asked for, else the `toolchain` line where it is no older
 * than the `go` line (the go command passes over an older one, too), else a `go` line that names a release (1.21.0 and
 * newer do), else our own pin, since `go 1.19` is a language version and no toolchain.
 */
export function chooseGo(mod: GoMod, asked: string): { readonly version: string; readonly why: string } {
  if (asked !== 'go.mod') return raiseToGoLine(asked, mod, 'go-version asks for it')
  const { go, toolchain = 'default' } = mod
  if (toolchain !== 'default' && compareGo(toolchain, go) >= 0)
    return { version: toolchain, why: 'the toolchain line of go.mod' }
  const over = toolchain === 'default' ? '' : `, which is newer than its toolchain line ${toolchain}`
  if (/^1\.(2[1-9]|[3-9]\d|\d{3,})(\.|rc|beta)\d+$/.test(go))
    return { version: `go${go}`, why: `the go line of go.mod${over}` }
  return raiseToGoLine(
    DEFAULT_GO,
    mod,
    go
      ? `go.mod says go ${go}, a language version${over}; this is Slipway's own pin`
      : "go.mod has no go line; this is Slipway's own pin"
  )
}

function raiseToGoLine(version: string, mod: GoMod, why: string): { version: string; why: string } {
  if (mod.go && compareGo(version, mod.go) < 0)
    throw new Failure('input', `go.mod needs go ${mod.go}, and ${version} is older (${why})`, {
      hint: 'Set go-version, or write a toolchain line into go.mod.'
    })
  return { version, why }
}
