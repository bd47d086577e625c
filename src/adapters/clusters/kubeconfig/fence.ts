import { isQuestion, parseApiPath } from './place.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']
/** Ways into a program of the cluster, which may do anything there, whatever the method is. */
const DOORS = ['attach', 'exec', 'portforward', 'proxy']

/**
 * Whether a request changes nothing of a cluster but what lies in one namespace: it reads, asks, or writes there. What
 * cannot be told for sure, such as a path with `..` in it, does not.
 */
export function staysInside(namespace: string, method: string, url: string): boolean {
  const path = normalizePath(url)
  if (path === undefined) return false
  const place = parseApiPath(path)
  const opens = place?.part !== undefined && DOORS.includes(place.part)
  if (READS.includes(method) && !opens) return true
  if (!place) return false
  if (place.namespace === namespace) return true
  const itself = place.version === '/api/v1' && place.resource === 'namespaces' && place.name === namespace
  return (itself && place.namespace === undefined) || (method === 'POST' && isQuestion(place))
}

/** The path as the server reads it, segment by segment; undefined where it could be read in two ways. */
function normalizePath(url: string): string | undefined {
  const [path = ''] = url.split('?')
  try {
    const segments = path.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent)
    return segments.every((each) => !/^\.{0,2}$|\//.test(each)) ? `/${segments.join('/')}` : undefined
  } catch {
    return undefined
  }
}
