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
  const spec = fields(source['spec'])
  const conversion = convertConversion(spec['conversion'])
  const versions = convertVersions(spec)
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
      conversion: conversion.to,
      versions: versions.to
    })
  })
  const became = 'apiextensions.k8s.io/v1beta1 became v1: Kubernetes 1.22 and later have no other'
  return { crd, changes: [became, ...conversion.changes, ...versions.changes] }
}

const metadataOf = (metadata: Json | undefined): Json => {
  const { name, labels, annotations } = fields(metadata)
  return without({ name, labels, annotations })
}

/** A part of a definition as v1 has it, and what had to be changed for that. */
interface Part<T> {
  readonly to: T
  readonly changes: readonly string[]
}

function convertVersions(spec: Node): Part<Json> {
  const listed = items(spec['versions'])
  const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }]
  const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined)
  const keeps = spec['preserveUnknownFields']
  const schemaOf = (version: Json): Json | undefined =>
    fields(fields(version)['schema'] ?? spec['validation'])['openAPIV3Schema']
  const untyped = [...new Set(versions.flatMap((version) => untypedPaths(schemaOf(version), '')))]
  const converted = versions.map((version) => {
    const own = fields(version)
    const schema = schemaOf(version)
    const columns = items(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(convertColumn)
    return without({
      ...own,
      schema: {
        openAPIV3Schema:
          schema === undefined
            ? { type: 'object', 'x-kubernetes-preserve-unknown-fields': true }
            : makeStructural(schema, '', keeps === true)
      },
      subresources: own['subresources'] ?? spec['subresources'],
      additionalPrinterColumns: columns.length ? columns : undefined
    })
  })
  const bare = versions.filter((version) => schemaOf(version) === undefined)
  return {
    to: converted,
    changes: [
      ...(listed.length ? [] : [`spec.version ${text(spec['version'])} became the one item of spec.versions`]),
      ...(shared.length ? [`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`] : []),
      ...(keeps === undefined ? ['unknown fields were kept by default, and v1 prunes them'] : []),
      ...(keeps === true ? ['preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object'] : []),
      ...bare.map((version) => `${text(fields(version)['name'])} had no schema, and got one that keeps everything`),
      ...(untyped.length
        ? [`types were added, which v1 demands: ${untyped.map((at) => at || 'the root').join(', ')}`]
        : [])
    ]
  }
}

const convertColumn = (given: Json): Json => {
  const { JSONPath, ...rest } = fields(given)
  return without({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath })
}

function convertConversion(conversion: Json | undefined): Part<Json | undefined> {
  const { webhookClientConfig, conversionReviewVersions, ...rest } = fields(conversion)
  if (webhookClientConfig === undefined) return { to: conversion, changes: [] }
  return {
    to: without({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } }),
    changes: ['spec.conversion.webhookClientConfig became spec.conversion.webhook']
  }
}

/** The type that a node without one must have. */
function impliedType({ properties, additionalProperties, items: list }: Node, path: string): string | undefined {
  if (properties !== undefined || additionalProperties !== undefined || path === '') return 'object'
  return list === undefined ? undefined : 'array'
}

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** The nodes to which `makeStructural` gives a type. */
function untypedPaths(schema: Json | undefined, path: string): readonly string[] {
  if (!isObject(schema)) return []
  const { type, properties, additionalProperties, items: list } = schema
  return [
    ...(type === undefined && impliedType(schema, path) !== undefined ? [path] : []),
    ...Object.entries(fields(properties)).flatMap(([name, node]) => untypedPaths(node, below(path, name))),
    ...untypedPaths(additionalProperties, `${path}.*`),
    ...untypedPaths(list, `${path}[]`)
  ]
}

/** The schema with the type that each node of a structural schema has. */
function makeStructural(schema: Json, path: string, keeps: boolean): Json {
  if (!isObject(schema)) return schema
  const inner = (value: Json | undefined, at: string): Json | undefined =>
    value === undefined ? undefined : makeStructural(value, at, keeps)
  const { type, properties, additionalProperties, items: list } = schema
  const own = type ?? impliedType(schema, path)
  return without({
    ...schema,
    type: own,
    properties:
      properties === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(fields(properties)).map(([name, node]) => [name, inner(node, below(path, name))])
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
