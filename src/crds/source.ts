import { isMap, LineCounter, parseAllDocuments, type Document } from 'yaml'
import { Failure } from '../base/errors.ts'
import { readAt, readFields, isObject, isSame, readItems, readText } from '../base/json.ts'
import type { FileLine } from '../model/nouns.ts'
import type { Json } from '../base/json.ts'
import { findOffset } from '../base/yaml-lines.ts'
import { listMistakes, readYaml, readYamlValue, YAML } from '../base/yaml.ts'
import type { SourceFile } from './files.ts'
import { convertCrd } from './convert.ts'

/** One YAML document that is an object. */
export interface Manifest {
  readonly path: string
  /** Of its first line in the file, from 1. */
  readonly line: number
  readonly object: Json
  readonly document: Document
  /** The line of an offset in the file's text. */
  readonly lineAt: (offset: number) => number
}

/** A CustomResourceDefinition as v1, and where it came from. */
export interface Crd {
  readonly name: string
  readonly crd: Json
  /** `path:line` */
  readonly from: string
  /** What was changed to make it v1; empty for one that was. */
  readonly changes: readonly string[]
  /** The line of a field of one version, such as `spec.routes[].weight` of `v1`, or of what is nearest around it. */
  readonly placeOf: (version: string, field: string) => FileLine
}

/** Whether a file is written for a template engine and is no YAML yet. */
export const isTemplate = ({ text }: SourceFile): boolean => /\{\{/.test(text)

/** The objects of a file, a List as one. An 'input' Failure names file and line of what is no YAML. */
export const parseManifests = (file: SourceFile): readonly Manifest[] => {
  const lines = new LineCounter()
  const documents = readYaml(file.text, file.path, (text) =>
    parseAllDocuments(text, { ...YAML, lineCounter: lines, uniqueKeys: true })
  )
  const lineAt = (offset: number): number => lines.linePos(offset).line
  return [documents].flat().flatMap((document) => {
    if (document.errors.length)
      throw new Failure(
        'input',
        listMistakes(document.errors.slice(0, 1), (offset) => `${file.path}:${lineAt(offset)}`),
        {
          hint: isTemplate(file) ? 'This is a template: render it first, or leave it out.' : 'Write it as YAML or JSON.'
        }
      )
    if (!isMap(document.contents)) return []
    const object = readYamlValue(document, file.path, 100)
    const line = lineAt(document.contents.range?.[0] ?? 0)
    return [{ path: file.path, line, object, document, lineAt }]
  })
}

/** The objects of a file, each item of a List by itself, with its line. */
export const parseObjects = (file: SourceFile): readonly Manifest[] =>
  parseManifests(file).flatMap((manifest) =>
    isList(manifest.object)
      ? readItems(readAt(manifest.object, 'items')).map((object, i) => ({
          ...manifest,
          object,
          line: manifest.lineAt(findOffset(manifest.document, ['items', i]))
        }))
      : [manifest]
  )

const isList = (object: Json): boolean =>
  /List$/.test(readText(readAt(object, 'kind'))) && Array.isArray(readAt(object, 'items'))

/**
 * The CustomResourceDefinitions of some files, as v1. Patches of kustomize are none, equal copies are one, and a template
 * whose definitions stand elsewhere is left out. An 'input' Failure names two that differ, and what is not rendered.
 */
export const parseCrds = (files: readonly SourceFile[]): readonly Crd[] => {
  const templates = files.filter(isCrdTemplate)
  const found = files.filter((file) => !templates.includes(file)).flatMap(parseDefinitions)
  for (const { path, text } of templates) {
    const names = [...text.matchAll(/^ {2}name: *["']?([a-z0-9-]+(?:\.[a-z0-9-]+)+)["']? *$/gm)].map(([, name]) => name)
    if (names.length > 0 && names.every((name) => found.some((each) => each.name === name))) continue
    throw new Failure('input', `${path} holds CRDs in a template that is not rendered`, {
      hint: 'Render it first (helm template), commit what comes out, and name it: crds.files in slipway.yaml.'
    })
  }
  const unlike = found.map((each, i) => {
    const other = found.slice(0, i).find(({ name }) => name === each.name)
    return other && !isSame(stripDescriptions(other.crd), stripDescriptions(each.crd)) ? [other, each] : []
  })
  for (const [one, other] of unlike)
    if (one && other)
      throw new Failure('input', `${one.name} is defined twice: ${one.from} and ${other.from}`, {
        hint: 'The two differ. Name the files that are installed: crds.files in slipway.yaml.'
      })
  return found.filter(({ name }, i) => found.findIndex((each) => each.name === name) === i)
}

/** Whether CRDs stand in it that a template engine has yet to make. */
const isCrdTemplate = (file: SourceFile): boolean => {
  if (!isTemplate(file)) return false
  try {
    return parseObjects(file).some(({ object }) => isCrd(object) && hasPlaceholders(object))
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return true
  }
}

/** Placeholders anywhere but in a schema, whose descriptions, patterns and defaults may be about templates. */
const hasPlaceholders = (crd: Json): boolean => {
  const spec = readFields(readAt(crd, 'spec'))
  const versions = readItems(spec['versions']).map((version) => ({ ...readFields(version), schema: null }))
  return /\{\{/.test(JSON.stringify([readAt(crd, 'metadata') ?? null, { ...spec, versions, validation: null }]))
}

/** A part of a definition that kustomize puts into another one: it says neither group nor names. */
const isPatch = (crd: Json): boolean =>
  readAt(crd, 'spec', 'group') === undefined && readAt(crd, 'spec', 'names') === undefined

const parseDefinitions = (file: SourceFile): readonly Crd[] =>
  parseManifests(file).flatMap((manifest) =>
    [manifest.object, ...readItems(readAt(manifest.object, 'items'))].flatMap((object, i) => {
      if (!isCrd(object) || isPatch(object)) return []
      const { crd, changes } = convertCrd(object)
      const inside = i === 0 ? [] : ['items', i - 1]
      const placeOf = (version: string, field: string): FileLine => ({
        file: file.path,
        line: manifest.lineAt(findOffset(manifest.document, [...inside, ...findSchemaPath(object, version, field)]))
      })
      const name = readText(readAt(crd, 'metadata', 'name'))
      return [{ name, crd, from: `${file.path}:${manifest.line}`, changes, placeOf }]
    })
  )

/** Where a field of a version stands in a definition: `spec.routes[].weight` is below `properties` and `items`. */
function findSchemaPath(crd: Json, version: string, field: string): readonly PropertyKey[] {
  const index = readItems(readAt(crd, 'spec', 'versions')).findIndex((each) => readAt(each, 'name') === version)
  const steps = field.split('.').flatMap((step) => {
    const name = step.replace(/(\[\])+$/, '')
    return ['properties', name, ...Array<string>((step.length - name.length) / 2).fill('items')]
  })
  return ['spec', 'versions', Math.max(0, index), 'schema', 'openAPIV3Schema', ...(field === '' ? [] : steps)]
}

export const isCrd = (object: Json): boolean =>
  readText(readAt(object, 'kind')) === 'CustomResourceDefinition' &&
  readText(readAt(object, 'apiVersion')).startsWith('apiextensions.k8s.io/')

/** One version of a definition. */
export interface CrdVersion {
  readonly name: string
  readonly served: boolean
  readonly storage: boolean
  /** The root of its schema. */
  readonly schema: Json
  /** Whether `status` is a part of its own. */
  readonly status: boolean
  /** All of it, as the definition has it. */
  readonly whole: Json
}

/** What a definition says of itself. */
export interface Definition {
  readonly group: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
  /** As listed. */
  readonly versions: readonly CrdVersion[]
  readonly webhook: boolean
}

export const readDefinition = (crd: Json): Definition => ({
  group: readText(readAt(crd, 'spec', 'group')),
  kind: readText(readAt(crd, 'spec', 'names', 'kind')),
  plural: readText(readAt(crd, 'spec', 'names', 'plural')),
  namespaced: readAt(crd, 'spec', 'scope') !== 'Cluster',
  webhook: readAt(crd, 'spec', 'conversion', 'strategy') === 'Webhook',
  versions: readItems(readAt(crd, 'spec', 'versions')).map((version) => ({
    name: readText(readAt(version, 'name')),
    served: readAt(version, 'served') === true,
    storage: readAt(version, 'storage') === true,
    schema: readAt(version, 'schema', 'openAPIV3Schema') ?? {},
    status: readAt(version, 'subresources', 'status') !== undefined,
    whole: version
  }))
})

/** The definition without what only explains it: two that are equal so make a server do the same. */
export const stripDescriptions = (crd: Json): Json => ({
  ...readFields(crd),
  metadata: { name: readAt(crd, 'metadata', 'name') },
  spec: {
    ...readFields(readAt(crd, 'spec')),
    versions: readItems(readAt(crd, 'spec', 'versions')).map((version) => ({
      ...readFields(version),
      schema: { openAPIV3Schema: stripSchemaDescriptions(readAt(version, 'schema', 'openAPIV3Schema') ?? {}) }
    }))
  }
})

const stripSchemaDescriptions = (schema: Json): Json => {
  if (!isObject(schema)) return schema
  const { description: _d, title: _t, example: _e, externalDocs: _x, ...rules } = schema
  const inner = (name: string): Json | undefined =>
    rules[name] === undefined ? undefined : stripSchemaDescriptions(rules[name])
  const { properties } = rules
  return {
    ...rules,
    ...(isObject(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, node]) => [name, stripSchemaDescriptions(node)])
      )
    }),
    ...(rules['items'] !== undefined && { items: inner('items') }),
    ...(rules['additionalProperties'] !== undefined && { additionalProperties: inner('additionalProperties') })
  }
}

/** What the API server takes of annotations, keys and values together, in bytes. */
export const ANNOTATIONS = 262_144

/** Whether `kubectl apply` can keep the definition in its last-applied annotation, as it does without --server-side. */
export const fitsAnnotation = (crd: Json): boolean => measureApplied(crd) <= ANNOTATIONS

/** Whether it fits, with less than a tenth to spare: the next field may be the one too many. */
export const isNearAnnotation = (crd: Json): boolean => fitsAnnotation(crd) && measureApplied(crd) > 0.9 * ANNOTATIONS

/** The bytes of that annotation, with its key. */
export const measureApplied = (crd: Json): number =>
  new TextEncoder().encode(`kubectl.kubernetes.io/last-applied-configuration${JSON.stringify(crd)}\n`).length
