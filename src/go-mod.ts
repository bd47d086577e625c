import { Failure } from './errors.ts'

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
  if (!module)
    throw new Failure('input', `${path} has no module line`, { hint: 'A go.mod starts with: module example.com/name' })
  return { module, go: found.get('go') ?? '', toolchain: found.get('toolchain') }
}

/** The Go that Slipway itself is pinned to, for modules whose go.mod names a language version and no toolchain. */
export const DEFAULT_GO = 'go1.26.8'

/**
 * Which Go builds a module, the same on every host: what was asked for, else the `toolchain` line, else a `go` line that
 * names a release (1.21.0 and newer do), else our own pin, since `go 1.19` is a language version and no toolchain.
 */
export function chooseGo(mod: GoMod, asked: string): { readonly version: string; readonly why: string } {
  if (asked !== 'go.mod') return atLeast(asked, mod, 'go-version asks for it')
  if (mod.toolchain && mod.toolchain !== 'default')
    return { version: mod.toolchain, why: 'the toolchain line of go.mod' }
  if (/^1\.(2[1-9]|[3-9]\d|\d{3,})\.\d+$|rc\d+$|beta\d+$/.test(mod.go))
    return { version: `go${mod.go}`, why: 'the go line of go.mod' }
  return atLeast(
    DEFAULT_GO,
    mod,
    mod.go
      ? `go.mod says go ${mod.go}, a language version; this is Slipway's own pin`
      : "go.mod has no go line; this is Slipway's own pin"
  )
}

function atLeast(version: string, mod: GoMod, why: string): { version: string; why: string } {
  if (mod.go && order(version) < order(mod.go))
    throw new Failure('input', `go.mod needs go ${mod.go}, and ${version} is older (${why})`, {
      hint: 'Set go-version, or write a toolchain line into go.mod.'
    })
  return { version, why }
}

/** A number that sorts Go versions; release candidates sort as their release, which is enough for a floor. */
const order = (version: string): number => {
  const [, minor = '0', patch = '0'] = /1\.(\d+)(?:\.(\d+))?/.exec(version) ?? []
  return Number(minor) * 1000 + Number(patch)
}
