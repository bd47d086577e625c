/** What a path of the Kubernetes API names. */
export interface ApiPlace {
  /** `/api/v1` or `/apis/GROUP/VERSION`. */
  readonly version: string
  /** The namespace it lies in; undefined for what is not in one, and for namespaces themselves. */
  readonly namespace: string | undefined
  /** As in `namespaces`, `customresourcedefinitions`. */
  readonly resource: string
  /** Undefined for a whole collection. */
  readonly name: string | undefined
  /** As in `status`, `exec`: what of the object is meant; undefined for all of it. */
  readonly part: string | undefined
  /** The path of the collection. */
  readonly collection: string
}

/** Undefined for what is no resource, such as `/version` or `/apis`. */
export function parseApiPath(path: string): ApiPlace | undefined {
  const [, version, rest] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? []
  if (version === undefined || rest === undefined) return undefined
  const parts = rest.split('/')
  // `namespaces/NAME` is the namespace, and `namespaces/NAME/status` its subresource; `namespaces/NAME/pods` lies in it.
  const inside = parts[0] === 'namespaces' && parts.length > 2 && !NAMESPACE_PARTS.includes(parts[2] ?? '')
  const namespace = inside ? parts[1] : undefined
  const [resource = '', name, part] = inside ? parts.slice(2) : parts
  const folder = namespace === undefined ? version : `${version}/namespaces/${namespace}`
  return { version, namespace, resource, name, part, collection: `${folder}/${resource}` }
}

const NAMESPACE_PARTS = ['status', 'finalize']

/** The one object at a place: what makes it the same one again, whatever is asked of it. */
export const formatObjectPath = ({ collection, name = '' }: ApiPlace): string => `${collection}/${name}`

/** Questions in the form of a POST; nothing is stored. */
export const isQuestion = ({ resource }: ApiPlace): boolean => QUESTIONS.test(resource)
const QUESTIONS = /^(self)?subject(access|rules)?reviews$|^tokenreviews$|^localsubjectaccessreviews$/
