import { parseAllDocuments } from 'yaml'
import { Failure } from '../../base/errors.ts'
import { readAt, readFields, isObject, readItems, readObjectsAt, readText, type JsonObject } from '../../base/json.ts'
import type { Json } from '../../base/json.ts'
import { listMistakes, readYaml, readYamlValue, YAML } from '../../base/yaml.ts'

/** Kinds that run a program by themselves: the process under test stands in for them. */
const RUNNERS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'Pod']
const CLUSTER_ROLES = ['ClusterRole', 'ClusterRoleBinding']

/** What a version's manifests come to in a trial's namespace. */
export interface Manifests {
  /** In the order in which they can be applied: CRDs, accounts, roles, the rest. */
  readonly objects: readonly JsonObject[]
  /** What runs a program and is left out. */
  readonly runners: readonly JsonObject[]
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
        listMistakes(document.errors.slice(0, 1), (offset) => `${path}:${countLine(source, offset)}`),
        { hint: 'Make `kubectl apply --dry-run=client -f` accept that file.' }
      )
    return flatten(readYamlValue(document, path, 100), path)
  })
}

function flatten(value: Json | undefined, path: string): readonly JsonObject[] {
  if (value === null || value === undefined) return []
  const apiVersion = readText(readAt(value, 'apiVersion'))
  const kind = readText(readAt(value, 'kind'))
  if (!isObject(value) || apiVersion === '' || kind === '')
    throw new Failure('input', `${path} holds a document that is no Kubernetes object: it has no apiVersion or kind`, {
      hint: 'Take that document out, or name only files of manifests in slipway.yaml.'
    })
  if (kind.endsWith('List') && Array.isArray(value['items']))
    return readItems(value['items']).flatMap((item) => flatten(item, path))
  if (readText(readAt(value, 'metadata', 'name')) === '')
    throw new Failure('input', `${path} holds a ${kind} without a name`, { hint: 'metadata.name has to be set.' })
  return [value]
}

const countLine = (source: string, offset: number): number => source.slice(0, offset).split('\n').length

/**
 * Moves manifests into a namespace: `{namespace}` in their text was filled in before; every account of a binding is
 * one of this namespace, and roles of the whole cluster get its name behind theirs, so that trials side by side do not
 * share any.
 */
export function moveIntoTrial(all: readonly JsonObject[], namespace: string, account: string | undefined): Manifests {
  const own = all.filter((each) => readKind(each) === 'ClusterRole').map(readName)
  const rename = (name: string): string => `${name}-${namespace}`
  const objects = all
    .filter((each) => !RUNNERS.includes(readKind(each)) && readKind(each) !== 'Namespace')
    .map((each): JsonObject => {
      const metadata = readFields(readAt(each, 'metadata'))
      const name = CLUSTER_ROLES.includes(readKind(each)) ? rename(readName(each)) : readName(each)
      const moved: JsonObject = { ...each, metadata: { ...metadata, name } }
      if (!/^(Cluster)?RoleBinding$/.test(readKind(each))) return moved
      const role = readFields(readAt(each, 'roleRef'))
      const isOwn = role['kind'] === 'ClusterRole' && own.includes(readText(role['name']))
      return {
        ...moved,
        roleRef: isOwn ? { ...role, name: rename(readText(role['name'])) } : role,
        subjects: readItems(readAt(each, 'subjects')).map((subject) =>
          readText(readAt(subject, 'kind')) === 'ServiceAccount' ? { ...readFields(subject), namespace } : subject
        )
      }
    })
  return {
    objects: objects.sort((a, b) => rankObject(a) - rankObject(b)),
    runners: all.filter((each) => RUNNERS.includes(readKind(each))),
    serviceAccount: account ?? findAccount(all)
  }
}

export const readKind = (object: Json): string => readText(readAt(object, 'kind'))
export const readName = (object: Json): string => readText(readAt(object, 'metadata', 'name'))

const rankObject = (object: JsonObject): number => {
  const kind = readKind(object)
  if (kind === 'CustomResourceDefinition') return 0
  if (kind === 'ServiceAccount') return 1
  return /Role$/.test(kind) ? 2 : /RoleBinding$/.test(kind) ? 3 : 4
}

/** Whom the pods of the manifests run as, else their only account, else the namespace's own. */
function findAccount(all: readonly JsonObject[]): string {
  const pods = all.filter((each) => RUNNERS.includes(readKind(each)))
  const named = [
    ...new Set(pods.map((each) => readText(readAt(each, 'spec', 'template', 'spec', 'serviceAccountName'))))
  ]
  const accounts = all.filter((each) => readKind(each) === 'ServiceAccount').map(readName)
  const found = named.filter(Boolean).length ? named.filter(Boolean) : accounts
  if (found.length > 1)
    throw new Failure('input', `the manifests have several service accounts: ${found.join(', ')}`, {
      hint: 'Say which one the program is: service-account of the workload in slipway.yaml.'
    })
  return found[0] ?? 'default'
}

/** What roles of these manifests let the account do, for evidence: `list trafficsplits.split.smi-spec.io`. */
export const listRules = (objects: readonly JsonObject[]): readonly string[] =>
  objects
    .filter((each) => /Role$/.test(readKind(each)))
    .flatMap((role) => readObjectsAt(role, 'rules'))
    .map((rule) => {
      const list = (name: string) => readItems(rule[name]).map(readText).join(',')
      return `${list('verbs')} ${list('resources')}${list('apiGroups') ? `.${list('apiGroups')}` : ''}`
    })
