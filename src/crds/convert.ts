import { readFields, isObject, readItems, readText } from '../base/json.ts'
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
  const source = readFields(document)
  const clean = { ...source, status: undefined, metadata: convertMetadata(source['metadata']) }
  if (source['apiVersion'] !== 'apiextensions.k8s.io/v1beta1') return { crd: dropUndefined(clean), changes: [] }
  const spec = readFields(source['spec'])
  const conversion = convertConversion(spec['conversion'])
  const versions = convertVersions(spec)
  const crd = dropUndefined({
    ...clean,
    apiVersion: 'apiextensions.k8s.io/v1',
    spec: dropUndefined({
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

const convertMetadata = (metadata: Json | undefined): Json => {
  const { name, labels, annotations } = readFields(metadata)
  return dropUndefined({ name, labels, annotations })
}

/** A part of a definition as v1 has it, and what had to be changed for that. */
interface ConvertedPart<T> {
  readonly to: T
  readonly changes: readonly string[]
}

function convertVersions(spec: Node): ConvertedPart<Json> {
  const listed = readItems(spec['versions'])
  const versions = listed.length ? listed : [{ name: spec['version'] ?? '', served: true, storage: true }]
  const shared = ['validation', 'subresources', 'additionalPrinterColumns'].filter((key) => spec[key] !== undefined)
  const keeps = spec['preserveUnknownFields']
  const schemaOf = (version: Json): Json | undefined =>
    readFields(readFields(version)['schema'] ?? spec['validation'])['openAPIV3Schema']
  const untyped = [...new Set(versions.flatMap((version) => listUntypedPaths(schemaOf(version), '')))]
  const converted = versions.map((version) => {
    const own = readFields(version)
    const schema = schemaOf(version)
    const columns = readItems(own['additionalPrinterColumns'] ?? spec['additionalPrinterColumns']).map(convertColumn)
    return dropUndefined({
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
      ...(listed.length ? [] : [`spec.version ${readText(spec['version'])} became the one item of spec.versions`]),
      ...(shared.length ? [`${shared.map((key) => `spec.${key}`).join(', ')} became part of every version`] : []),
      ...(keeps === undefined ? ['unknown fields were kept by default, and v1 prunes them'] : []),
      ...(keeps === true ? ['preserveUnknownFields became x-kubernetes-preserve-unknown-fields of every object'] : []),
      ...bare.map(
        (version) => `${readText(readFields(version)['name'])} had no schema, and got one that keeps everything`
      ),
      ...(untyped.length
        ? [`types were added, which v1 demands: ${untyped.map((at) => at || 'the root').join(', ')}`]
        : [])
    ]
  }
}

const convertColumn = (given: Json): Json => {
  const { JSONPath, ...rest } = readFields(given)
  return dropUndefined({ ...rest, jsonPath: rest['jsonPath'] ?? JSONPath })
}

function convertConversion(conversion: Json | undefined): ConvertedPart<Json | undefined> {
  const { webhookClientConfig, conversionReviewVersions, ...rest } = readFields(conversion)
  if (webhookClientConfig === undefined) return { to: conversion, changes: [] }
  return {
    to: dropUndefined({ ...rest, webhook: { clientConfig: webhookClientConfig, conversionReviewVersions } }),
    changes: ['spec.conversion.webhookClientConfig became spec.conversion.webhook']
  }
}

/** The type that a node without one must have. */
function deduceType({ properties, additionalProperties, items: list }: Node, path: string): string | undefined {
  if (properties !== undefined || additionalProperties !== undefined || path === '') return 'object'
  return list === undefined ? undefined : 'array'
}

const formatBelow = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** The nodes to which `makeStructural` gives a type. */
function listUntypedPaths(schema: Json | undefined, path: string): readonly string[] {
  if (!isObject(schema)) return []
  const { type, properties, additionalProperties, items: list } = schema
  return [
    ...(type === undefined && deduceType(schema, path) !== undefined ? [path] : []),
    ...Object.entries(readFields(properties)).flatMap(([name, node]) =>
      listUntypedPaths(node, formatBelow(path, name))
    ),
    ...listUntypedPaths(additionalProperties, `${path}.*`),
    ...listUntypedPaths(list, `${path}[]`)
  ]
}

/** The schema with the type that each node of a structural schema has. */
function makeStructural(schema: Json, path: string, keeps: boolean): Json {
  if (!isObject(schema)) return schema
  const inner = (value: Json | undefined, at: string): Json | undefined =>
    value === undefined ? undefined : makeStructural(value, at, keeps)
  const { type, properties, additionalProperties, items: list } = schema
  const own = type ?? deduceType(schema, path)
  return dropUndefined({
    ...schema,
    type: own,
    properties:
      properties === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(readFields(properties)).map(([name, node]) => [name, inner(node, formatBelow(path, name))])
          ),
    additionalProperties: inner(additionalProperties, `${path}.*`),
    items: inner(list, `${path}[]`),
    'x-kubernetes-preserve-unknown-fields':
      keeps && own === 'object' ? true : schema['x-kubernetes-preserve-unknown-fields']
  })
}

/** The object without its undefined fields, as JSON would have it. */
const dropUndefined = (value: Node): Json =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
