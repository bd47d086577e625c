/** `go1.26.8`, `1.26.8` and `go1.26rc1` are 26. */
export const parseGoMinor = (version: string): number => parseGoVersion(version).minor

/**
 * Negative where `a` is older than `b` (cmd/go/internal/gover, Compare): a language version such as `1.26` is older than
 * `1.26rc1`, and that than `1.26.0`.
 */
export function compareGo(a: string, b: string): number {
  const [one, other] = [parseGoVersion(a), parseGoVersion(b)]
  return one.minor - other.minor || one.kind - other.kind || one.number - other.number
}

const KINDS = ['', 'beta', 'rc', '.']

function parseGoVersion(version: string): { readonly minor: number; readonly kind: number; readonly number: number } {
  const [, minor = '0', kind = '', number = '0'] = /^(?:go)?1\.(\d+)(?:(\.|rc|beta)(\d+))?/.exec(version) ?? []
  // Before 1.21 a release without a third number was the first one of its line.
  const first = kind === '' && Number(minor) < 21
  return { minor: Number(minor), kind: KINDS.indexOf(first ? '.' : kind), number: Number(number) }
}
