import { Failure } from '../../base/errors.ts'
import { quote } from '../../base/text.ts'

const LINKS = /<([^<>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i

/**
 * The page after the one that `asked` led to, from the `Link` header of its answer (RFC 8288); undefined on the last
 * page. Throws a 'host' Failure for a link that leads away from the server.
 */
export function parseNextLink(link: string | null | undefined, asked: URL, platform: string): URL | undefined {
  for (const [, address = '', parameters = ''] of (link ?? '').matchAll(LINKS)) {
    if (!NEXT.test(parameters)) continue
    const next = URL.canParse(address, asked.href) ? new URL(address, asked) : undefined
    if (next?.origin === asked.origin) return next
    throw new Failure(
      'host',
      `${platform} continues the list at ${asked.origin}${asked.pathname} elsewhere: ${quote(next ? `${next.origin}${next.pathname}` : address)}`,
      { hint: 'Check the API URL: the server has to be known by the address that it gives in its links.' }
    )
  }
  return undefined
}
