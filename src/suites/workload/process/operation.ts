import type { Refused } from '../../../model/ports/kubernetes.ts'

const VERBS: Readonly<Record<string, string>> = { POST: 'create', PUT: 'update', PATCH: 'patch' }

/**
 * A request as RBAC sees it: `list trafficsplits.split.smi-spec.io`, `patch deployments.apps/scale`, with ` in the whole
 * cluster` where it names no namespace (https://kubernetes.io/docs/reference/access-authn-authz/authorization/).
 */
export function formatOperation({ method, path }: Pick<Refused, 'method' | 'path'>): string {
  const [clean = '', watch] = path.split('?')
  const parts = clean.split('/').filter(Boolean)
  const group = parts[0] === 'apis' ? (parts[1] ?? '') : ''
  const rest = parts.slice(parts[0] === 'apis' ? 3 : 2)
  if (!['api', 'apis'].includes(parts[0] ?? '') || rest.length === 0) return `${method.toLowerCase()} ${clean}`
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2
  const [resource = '', name, sub] = inNamespace ? rest.slice(2) : rest
  const verb =
    method === 'GET'
      ? name !== undefined
        ? 'get'
        : watch
          ? 'watch'
          : 'list'
      : method === 'DELETE'
        ? name === undefined
          ? 'deletecollection'
          : 'delete'
        : (VERBS[method] ?? method.toLowerCase())
  const what = `${resource}${group ? `.${group}` : ''}${sub ? `/${sub}` : ''}`
  return `${verb} ${what}${inNamespace ? '' : ' in the whole cluster'}`
}

/**
 * Whether it was refused for want of a right, in the words of the API server's authorization ("User … cannot list resource
 * …", k8s.io/apiserver, endpoints/handlers/responsewriters/errors.go) or of RBAC about rights that are given on. A webhook,
 * a quota or a policy of pods answers 403 too, and no role changes that.
 */
export const lacksRight = ({ status, message }: Pick<Refused, 'status' | 'message'>): boolean =>
  status === 403 &&
  /\bUser "[^"]*" cannot \S+ (resource|path) "|grant RBAC permissions not currently held/i.test(message)
