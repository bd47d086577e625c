import { fields, isObject, items, text } from '../base/json.ts'
import type { Json } from '../base/json.ts'

type Node = { readonly [key: string]: Json | undefined }

/** A definition as apiextensions.k8s.io/v1, and what had to be changed for that, each in a sentence. */
export interface Converted {
  readonly crd: Json
  readonly changes: readonly string[]
}

/**
 * A CustomResourceDefinition as v1, which is all that Kubernetes takes since 1.22; one that is v1 already comes back
 * as it is, without what only a server writes. What v1beta1 says once for all versions, v1 says for each; schemas get
 * the types that v1 demands. Nothing is guessed beyond that: what v1 cannot hold stays, for the server to name.
 */
export const convertCrd = (document: Json): Converted => {
  const source = fields(document)
  const clean = { ...source, status: undefined, metadata: metadataOf(source['metadata']) }
  if (source['apiVersion'] !== 'apiextensions.k8s.io/v1beta1') return { crd: without(clean), changes: [] }
  const changes = ['apiextensions.k8s.io/v1beta1 became v1: Kubernetes 1.22 and later have no other']
  const spec = fields(source['spec'])
  const crd = without({
    ...clean,
    apiVersion: 'apiextensions.k8s.io/v1',
    spec: without({
      ...spec,
      version: undefined,
      validation: undefined,
      subresources: undefined,
      additionalPrinterColumns: undefined,
      preserveUnknownFields: undefined,
      conversion: conversionOf(spec['conversion'], changes),
      versions: versionsOf(spec, changes)
    })
  })
  return { crd, changes }
}

const metadataOf = (metadata: Json | undefined): Json => {
  const { name, labels, annotations } = fields(metadata)
  return without({ name, labels, annotations })
}

function versionsOf(spec: Node, changes: string[]): Json {
  const listed = items(spec['versions'])
  if (listed.length === 0) changes.push(`spec.version ${text(spec['version'])} became the one item of spec.versions`)
  const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }]
  const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined)
  if (shared.length) changes.push(`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`)
  const keeps = spec['preserveUnknownFields']
  if (keeps === undefined) changes.push('unknown fields were kept by default, and v1 prunes them')
  if (keeps === true) changes.push('preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object')
  const typed = new Set<string>()
  const converted = versions.map((version) => {
    const own = fields(version)
    const schema = fields(own['schema'] ?? spec['validation'])['openAPIV3Schema']
    const columns = items(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(column)
    if (schema === undefined) changes.push(`${text(own['name'])} had no schema, and got one that keeps everything`)
    return without({
      ...own,
      schema: {
        openAPIV3Schema:
          schema === undefined
            ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
            : structural(schema, '', keeps === true, typed)
      },
      subresources: own['subresources'] ?? spec['subresources'],
      additionalPrinterColumns: columns.length ? columns : undefined
    })
  })
  if (typed.size)
    changes.push(`types were added, which v1 demands: ${[...typed].map((at) => at || 'the root').join(', ')}`)
  return converted
}

const column = (given: Json): Json => {
  const { JSONPath, ...rest } = fields(given)
  return without({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath })
}

function conversionOf(conversion: Json | undefined, changes: string[]): Json | undefined {
  const { webhookClientConfig, conversionReviewVersions, ...rest } = fields(conversion)
  if (webhookClientConfig === undefined) return conversion
  changes.push('spec.conversion.webhookClientConfig became spec.conversion.webhook')
  return without({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } })
}

/** The schema with the type that each node of a structural schema has. */
function structural(schema: Json, path: string, keeps: boolean, typed: Set<string>): Json {
  if (!isObject(schema)) return schema
  const inner = (value: Json | undefined, at: string): Json | undefined =>
    value === undefined ? undefined : structural(value, at, keeps, typed)
  const { type, properties, additionalProperties, items: list } = schema
  const implied =
    properties !== undefined || additionalProperties !== undefined || path === ''
      ? 'object'
      : list !== undefined
        ? 'array'
        : undefined
  const own = type ?? implied
  if (type === undefined && implied !== undefined) typed.add(path)
  return without({
    ...schema,
    type: own,
    properties:
      properties === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(fields(properties)).map(([name, node]) => [
              name,
              inner(node, path === '' ? name : `${path}.${name}`)
            ])
          ),
    additionalProperties: inner(additionalProperties, `${path}.*`),
    items: inner(list, `${path}[]`),
    'x-kubernetes-preserve-unknown-fields':
      keeps && own === 'object' ? true : schema['x-kubernetes-preserve-unknown-fields']
  })
}

/** The object without its undefined fields, as JSON would have it. */
const without = (value: Node): Json =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
