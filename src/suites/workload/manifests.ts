import { parseAllDocuments } from 'yaml'
import { Failure } from '../../base/errors.ts'
import { at, fields, isObject, items, objectsAt, text, type JsonObject } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import { mistakes, readYaml, valueOf, YAML } from '../../base/yaml.ts'

/** Kinds that run a program by themselves: the process under test stands in for them. */
const RUNNERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']
const CLUSTER_ROLES = ['ClusterRole', 'ClusterRoleBinding']

/** What a version's manifests come to in a trial's namespace. */
export interface Manifests {
  /** In the order in which they can be applied: CRDs, accounts, roles, the rest. */
  readonly objects: readonly JsonObject[]
  /** What runs a program and is left out, such as `Deployment web`. */
  readonly leftOut: readonly string[]
  readonly serviceAccount: string
}

/** The objects of YAML or JSON documents, lists taken apart. Throws an 'input' Failure that names the file and line. */
export function parseObjects(source: string, path: string): readonly JsonObject[] {
  // YAML 1.1, as kubectl reads it (0644 is octal), but for dates, which stay text.
  const documents = readYaml(source, path, (text) =>
    parseAllDocuments(text, {
      ...YAML,
      version: '1.1',
      customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:timestamp$/.test(tag.tag))
    })
  )
  return [...documents].flatMap((document) => {
    if (document.errors.length)
      throw new Failure(
        'input',
        mistakes(document.errors.slice(0, 1), (offset) => `${path}:${lineAt(source, offset)}`),
        { hint: 'Make `kubectl apply --dry-run=client -f` accept that file.' }
      )
    return flatten(valueOf(document, path, 100), path)
  })
}

function flatten(value: Json | undefined, path: string): readonly JsonObject[] {
  if (value === null || value === undefined) return []
  const apiVersion = text(at(value, 'apiVersion'))
  const kind = text(at(value, 'kind'))
  if (!isObject(value) || apiVersion === '' || kind === '')
    throw new Failure('input', `${path} holds a document that is no Kubernetes object: it has no apiVersion or kind`, {
      hint: 'Take that document out, or name only files of manifests in slipway.yaml.'
    })
  if (kind.endsWith('List') && Array.isArray(value['items']))
    return items(value['items']).flatMap((item) => flatten(item, path))
  if (text(at(value, 'metadata', 'name')) === '')
    throw new Failure('input', `${path} holds a ${kind} without a name`, { hint: 'metadata.name has to be set.' })
  return [value]
}

const lineAt = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/**
 * Moves manifests into a namespace: `{namespace}` in their text was filled in before; every account of a binding is
 * one of this namespace, and roles of the whole cluster get its name behind theirs, so that trials side by side do not
 * share any.
 */
export function inTrial(all: readonly JsonObject[], namespace: string, account: string | undefined): Manifests {
  const own = all.filter((each) => kindOf(each) === 'ClusterRole').map(nameOf)
  const rename = (name: string): string => `${name}-${namespace}`
  const objects = all
    .filter((each) => !RUNNERS.includes(kindOf(each)) && kindOf(each) !== 'Namespace')
    .map((each): JsonObject => {
      const metadata = fields(at(each, 'metadata'))
      const name = CLUSTER_ROLES.includes(kindOf(each)) ? rename(nameOf(each)) : nameOf(each)
      const moved: JsonObject = { ...each, metadata: { ...metadata, name } }
      if (!/^(Cluster)?RoleBinding$/.test(kindOf(each))) return moved
      const role = fields(at(each, 'roleRef'))
      const isOwn = role['kind'] === 'ClusterRole' && own.includes(text(role['name']))
      return {
        ...moved,
        roleRef: isOwn ? { ...role, name: rename(text(role['name'])) } : role,
        subjects: items(at(each, 'subjects')).map((subject) =>
          text(at(subject, 'kind')) === 'ServiceAccount' ? { ...fields(subject), namespace } : subject
        )
      }
    })
  return {
    objects: objects.sort((a, b) => rank(a) - rank(b)),
    leftOut: all.filter((each) => RUNNERS.includes(kindOf(each))).map((each) => `${kindOf(each)} ${nameOf(each)}`),
    serviceAccount: account ?? accountOf(all)
  }
}

export const kindOf = (object: Json): string => text(at(object, 'kind'))
export const nameOf = (object: Json): string => text(at(object, 'metadata', 'name'))

const rank = (object: JsonObject): number => {
  const kind = kindOf(object)
  if (kind === 'CustomResourceDefinition') return 0
  if (kind === 'ServiceAccount') return 1
  return /Role$/.test(kind) ? 2 : /RoleBinding$/.test(kind) ? 3 : 4
}

/** Whom the pods of the manifests run as, else their only account, else the namespace's own. */
function accountOf(all: readonly JsonObject[]): string {
  const pods = all.filter((each) => RUNNERS.includes(kindOf(each)))
  const named = [...new Set(pods.map((each) => text(at(each, 'spec', 'template', 'spec', 'serviceAccountName'))))]
  const accounts = all.filter((each) => kindOf(each) === 'ServiceAccount').map(nameOf)
  const found = named.filter(Boolean).length ? named.filter(Boolean) : accounts
  if (found.length > 1)
    throw new Failure('input', `the manifests have several service accounts: ${found.join(', ')}`, {
      hint: 'Say which one the program is: service-account of the workload in slipway.yaml.'
    })
  return found[0] ?? 'default'
}

/** What roles of these manifests let the account do, for evidence: `list trafficsplits.split.smi-spec.io`. */
export const rulesOf = (objects: readonly JsonObject[]): readonly string[] =>
  objects
    .filter((each) => /Role$/.test(kindOf(each)))
    .flatMap((role) => objectsAt(role, 'rules'))
    .map((rule) => {
      const list = (name: string) => items(rule[name]).map(text).join(',')
      return `${list('verbs')} ${list('resources')}${list('apiGroups') ? `.${list('apiGroups')}` : ''}`
    })
