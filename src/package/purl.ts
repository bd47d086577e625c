/**
 * A package URL of type golang (github.com/package-url/purl-spec). The path keeps its case, as Go module paths have one
 * and scanners match it.
 */
export function formatGolangPurl(
  path: string,
  version: string | undefined,
  qualifiers: Readonly<Record<string, string>> = {},
  subpath = ''
): string {
  const segments = (text: string): string => text.split('/').map(encodeURIComponent).join('/')
  const pairs = Object.entries(qualifiers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return [
    `pkg:golang/${segments(path)}`,
    version === undefined ? '' : `@${encodeURIComponent(version)}`,
    pairs.length === 0 ? '' : `?${pairs.join('&')}`,
    subpath === '' ? '' : `#${segments(subpath)}`
  ].join('')
}
