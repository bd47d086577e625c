import { posix } from 'node:path'
import { Failure } from '../../../base/errors.ts'
import {
  readAt,
  readFields,
  readItems,
  readNumber,
  readObjectsAt,
  readText,
  type JsonObject
} from '../../../base/json.ts'
import type { Json } from '../../../base/json.ts'
import type { Deployed } from '../settings.ts'

/** What runs a program as its project ships it, with the one container of that program. */
export interface Shipped {
  /** The manifest, in its own words but for what belongs to somebody's cluster. */
  readonly object: JsonObject
  readonly replicas: number
  readonly revisionHistoryLimit: number
  /** How many pods its strategy keeps available while a new release does not get ready. */
  readonly keeps: number
  readonly minReadySeconds: number
  readonly ports: Readonly<Record<string, number>>
  /** What of it is left out or written otherwise, each in a few words. */
  readonly changes: readonly string[]
}

/** A matter of the cluster for which it was written. */
const OF_A_CLUSTER = [
  'nodeSelector',
  'nodeName',
  'affinity',
  'topologySpreadConstraints',
  'priorityClassName',
  'runtimeClassName',
  'imagePullSecrets'
]

/**
 * The object of the wanted kind among some manifests, made ready to run the image of a program: other containers are
 * left out, since nobody has their images, and the command is that of the image, whatever path it had in another one.
 * An 'input' Failure says which object or container it was that could not be told.
 */
export function prepareShipped(
  objects: readonly JsonObject[],
  { kind, manifest, container, replicas }: Pick<Deployed, 'kind' | 'manifest' | 'container' | 'replicas'>,
  program: string
): Shipped {
  const found = objects.filter(
    (each) => readText(each['kind']) === kind && /^apps\//.test(readText(each['apiVersion']))
  )
  const [object] = found
  if (!object || found.length > 1)
    throw new Failure('input', `${manifest} holds ${found.length === 0 ? 'no' : found.length} ${kind}s`, {
      hint: 'Name a file with one, and its kind: deployment.manifest, deployment.kind.'
    })
  const spec = readFields(readAt(object, 'spec'))
  const pod = readFields(readAt(spec, 'template', 'spec'))
  const containers = readObjectsAt(pod, 'containers')
  const names = containers.map((each) => readText(each['name']))
  const wanted = container ?? (names.length === 1 ? names[0] : names.find((name) => name === program))
  const index = names.indexOf(wanted ?? '')
  const own = containers[index]
  if (!own)
    throw new Failure('input', `${manifest}: nobody said which container runs ${program}: there are ${names.join()}`, {
      hint: 'Name it: deployment.container.'
    })
  const others = [...names.filter((_, i) => i !== index), ...listNames(pod['initContainers'])]
  const gone = OF_A_CLUSTER.filter((name) => pod[name] !== undefined)
  const [first, ...rest] = readItems(own['command']).map(readText)
  const moved = first !== undefined && first !== `/${program}`
  const kept = Object.fromEntries(
    Object.entries(pod).filter(([name]) => !OF_A_CLUSTER.includes(name) && name !== 'initContainers')
  )
  const count = replicas ?? readNumber(spec['replicas'] ?? 1)
  return {
    object: {
      ...object,
      spec: {
        ...spec,
        template: {
          ...readFields(spec['template']),
          spec: {
            ...kept,
            containers: [{ ...own, ...(first !== undefined && { command: [`/${program}`, ...rest] }) }]
          }
        }
      }
    },
    replicas: count,
    revisionHistoryLimit: readNumber(spec['revisionHistoryLimit'] ?? 10),
    keeps: countKept(kind, spec, count),
    minReadySeconds: readNumber(spec['minReadySeconds']),
    ports: Object.fromEntries(
      readObjectsAt(own, 'ports').map((port, i) => [
        readText(port['name']) || String(i),
        readNumber(port['containerPort'])
      ])
    ),
    changes: [
      ...(others.length ? [`without the containers ${others.join(', ')}`] : []),
      ...(gone.length ? [`without ${gone.join(', ')}`] : []),
      ...(moved ? [`its command ${first} is /${program} of our image`] : [])
    ]
  }
}

const listNames = (list: Json | undefined): readonly string[] =>
  readItems(list).map((each) => readText(readAt(each, 'name')))

/** Of a Deployment: what `maxUnavailable` leaves; Kubernetes rounds it down. */
function countKept(kind: Deployed['kind'], spec: Json, replicas: number): number {
  if (kind !== 'Deployment' || readAt(spec, 'strategy', 'type') === 'Recreate') return 0
  const most = readText(readAt(spec, 'strategy', 'rollingUpdate', 'maxUnavailable') ?? '25%')
  const gone = most.endsWith('%') ? Math.floor((replicas * Number.parseInt(most)) / 100) : Number(most)
  return Math.max(0, replicas - gone)
}

/** The base name of a program's file, as its image calls it. */
export const cutImageName = (path: string): string => posix.basename(path.replaceAll('\\', '/'))
