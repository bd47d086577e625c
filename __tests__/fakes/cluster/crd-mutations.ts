import type { Json } from '../../../src/base/json.ts'

/** A node of a schema, to be changed in place. */
export interface Node {
  type?: string
  required?: string[]
  properties?: { [name: string]: Node }
  items?: Node
  additionalProperties?: Node
  enum?: Json[]
  default?: Json
  nullable?: boolean
  [rule: string]: unknown
}

export interface Version {
  name: string
  served: boolean
  storage: boolean
  schema: { openAPIV3Schema: Node }
  subresources?: { status?: object; scale?: object }
  additionalPrinterColumns?: object[]
  selectableFields?: object[]
  deprecated?: boolean
}

export interface Definition {
  apiVersion: string
  kind: string
  metadata: { name: string; annotations?: { [name: string]: string }; labels?: { [name: string]: string } }
  spec: {
    group: string
    scope: string
    names: {
      kind: string
      plural: string
      singular: string
      listKind?: string
      shortNames?: string[]
      categories?: string[]
    }
    conversion?: { strategy: string; webhook?: { conversionReviewVersions: string[]; clientConfig: object } }
    versions: Version[]
    preserveUnknownFields?: boolean
  }
}

/** A definition as operators have them: two served versions, defaults, enums, limits, lists, a status. */
export const widgets = (plural = 'widgets'): Definition => {
  const schema = (): Node => ({
    type: 'object',
    required: ['spec'],
    properties: {
      spec: {
        type: 'object',
        required: ['image'],
        properties: {
          image: { type: 'string', minLength: 1 },
          replicas: { type: 'integer', minimum: 0, maximum: 100, default: 1 },
          strategy: { type: 'string', enum: ['Canary', 'BlueGreen', 'Recreate'], default: 'Canary' },
          paused: { type: 'boolean' },
          surge: { 'x-kubernetes-int-or-string': true },
          schedule: { type: 'string', pattern: '^[0-9*/ ]+$' },
          steps: {
            type: 'array',
            maxItems: 10,
            items: {
              type: 'object',
              properties: { weight: { type: 'integer', maximum: 100 }, pause: { type: 'string', format: 'duration' } }
            }
          },
          ports: {
            type: 'array',
            'x-kubernetes-list-type': 'map',
            'x-kubernetes-list-map-keys': ['name'],
            items: {
              type: 'object',
              required: ['name'],
              properties: { name: { type: 'string' }, port: { type: 'integer' } }
            }
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          template: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          note: { type: 'string', nullable: true, maxLength: 64 }
        }
      },
      status: {
        type: 'object',
        properties: {
          phase: { type: 'string', enum: ['Pending', 'Ready'] },
          observed: { type: 'integer' },
          reason: { type: 'string', pattern: '^[A-Za-z-]+[0-9]?$' }
        }
      }
    }
  })
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.example.com` },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: plural[0]?.toUpperCase() + plural.slice(1, -1), plural, singular: plural.slice(0, -1) },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: schema() },
          subresources: { status: {} }
        },
        {
          name: 'v1beta1',
          served: true,
          storage: false,
          schema: { openAPIV3Schema: schema() },
          subresources: { status: {} }
        }
      ]
    }
  }
}

/** A change of a definition, in place. */
export interface Mutation {
  readonly what: string
  readonly change: (crd: Definition) => void
  /** Of the checks that fail, words that one must have. */
  readonly caughtBy?: string
}

const eachSpec = (crd: Definition, change: (spec: Node, version: Version) => void): void => {
  for (const version of crd.spec.versions) {
    const spec = version.schema.openAPIV3Schema.properties?.['spec']
    if (spec) change(spec, version)
  }
}
const field = (spec: Node, name: string): Node => {
  const found = spec.properties?.[name]
  if (!found) throw new Error(`there is no field ${name}`)
  return found
}
const inEachSpec =
  (change: (spec: Node) => void) =>
  (crd: Definition): void =>
    eachSpec(crd, change)
const versionOf = (crd: Definition, name: string): Version => {
  const found = crd.spec.versions.find((version) => version.name === name)
  if (!found) throw new Error(`there is no version ${name}`)
  return found
}
const rename = (node: Node, from: string, to: string): void => {
  const { [from]: moved = {}, ...rest } = node.properties ?? {}
  node.properties = { ...rest, [to]: moved }
}

/** What breaks clients or objects of N-1: each has to be caught. */
export const BREAKING: readonly Mutation[] = [
  {
    what: 'a field is renamed',
    change: inEachSpec((spec) => rename(spec, 'schedule', 'cron')),
    caughtBy: 'are as they were'
  },
  {
    what: 'a field deep in a list is renamed',
    change: inEachSpec((spec) => rename(field(spec, 'steps').items ?? {}, 'pause', 'wait')),
    caughtBy: 'are as they were'
  },
  {
    what: 'a field is removed',
    change: inEachSpec((spec) => void delete spec.properties?.['labels']),
    caughtBy: 'are as they were'
  },
  {
    what: 'a field moves to the top level',
    change: (crd) =>
      eachSpec(crd, (spec, { schema }) => {
        const { paused = {}, ...rest } = spec.properties ?? {}
        spec.properties = rest
        schema.openAPIV3Schema.properties = { ...schema.openAPIV3Schema.properties, paused }
      }),
    caughtBy: 'are as they were'
  },
  {
    what: 'what was free form is closed',
    change: inEachSpec((spec) => void delete field(spec, 'template')['x-kubernetes-preserve-unknown-fields']),
    caughtBy: 'are as they were'
  },
  {
    what: 'a field of the status is renamed',
    change: (crd) =>
      crd.spec.versions.forEach(({ schema }) =>
        rename(schema.openAPIV3Schema.properties?.['status'] ?? {}, 'observed', 'seen')
      ),
    caughtBy: 'are as they were'
  },
  {
    what: 'a served version is dropped',
    change: (crd) => void (crd.spec.versions = crd.spec.versions.filter(({ name }) => name !== 'v1beta1')),
    caughtBy: 'v1beta1 is still served'
  },
  {
    what: 'a version is listed and no longer served',
    change: (crd) => void (versionOf(crd, 'v1beta1').served = false),
    caughtBy: 'v1beta1 is still served'
  },
  {
    what: 'the stored version is dropped',
    change: (crd) => {
      crd.spec.versions = crd.spec.versions.filter(({ name }) => name !== 'v1')
      versionOf(crd, 'v1beta1').storage = true
    },
    caughtBy: 'replaces that of N-1'
  },
  {
    what: 'a new version is stored, which N-1 does not know',
    change: (crd) => {
      const v1 = versionOf(crd, 'v1')
      v1.storage = false
      crd.spec.versions.unshift({ ...structuredClone(v1), name: 'v2', storage: true })
    },
    caughtBy: 'goes back from N to N-1'
  },
  {
    what: 'another version with fewer fields is stored',
    change: (crd) => {
      versionOf(crd, 'v1').storage = false
      const beta = versionOf(crd, 'v1beta1')
      beta.storage = true
      delete beta.schema.openAPIV3Schema.properties?.['spec']?.properties?.['note']
    },
    caughtBy: 'are as they were'
  },
  {
    what: 'a required field is added',
    change: inEachSpec((spec) => {
      spec.properties = { ...spec.properties, owner: { type: 'string' } }
      spec.required?.push('owner')
    }),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'an optional field becomes required',
    change: inEachSpec((spec) => void spec.required?.push('schedule')),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a default is changed',
    change: inEachSpec((spec) => void (field(spec, 'replicas').default = 3)),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a default is removed',
    change: inEachSpec((spec) => void delete field(spec, 'strategy').default),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'an enum is narrowed',
    change: inEachSpec((spec) => void (field(spec, 'strategy').enum = ['Canary', 'BlueGreen'])),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a free text becomes an enum',
    change: inEachSpec((spec) => void (field(spec, 'image').enum = ['a', 'b'])),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a type is changed',
    change: inEachSpec((spec) => {
      spec.properties = { ...spec.properties, replicas: { type: 'string' } }
    }),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'an integer or a string becomes an integer',
    change: inEachSpec((spec) => {
      spec.properties = { ...spec.properties, surge: { type: 'integer' } }
    }),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a maximum is lowered',
    change: inEachSpec((spec) => void (field(spec, 'replicas')['maximum'] = 10)),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a minimum is raised',
    change: inEachSpec((spec) => void (field(spec, 'replicas')['minimum'] = 1)),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a text may be only half as long',
    change: inEachSpec((spec) => void (field(spec, 'note')['maxLength'] = 32)),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a pattern is narrowed',
    change: inEachSpec((spec) => void (field(spec, 'schedule')['pattern'] = '^[*]{5}$')),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'a rule of its own forbids what was allowed',
    change: inEachSpec(
      (spec) =>
        void (spec['x-kubernetes-validations'] = [
          { rule: '!has(self.paused) || !self.paused', message: 'never pause' }
        ])
    ),
    caughtBy: 'manifests of N-1'
  },
  {
    what: 'the status is a subresource no more',
    change: (crd) => crd.spec.versions.forEach((version) => void delete version.subresources),
    caughtBy: 'for clients of N-1'
  },
  {
    what: 'a list gets other keys',
    change: inEachSpec((spec) => {
      delete field(spec, 'ports')['x-kubernetes-list-type']
      delete field(spec, 'ports')['x-kubernetes-list-map-keys']
    }),
    caughtBy: 'for clients of N-1'
  },
  {
    what: 'a field may be changed no more',
    change: inEachSpec(
      (spec) => void (field(spec, 'schedule')['x-kubernetes-validations'] = [{ rule: 'self == oldSelf' }])
    ),
    caughtBy: 'updates that N-1 takes'
  },
  {
    what: 'a pattern of the status is narrowed',
    change: (crd) =>
      crd.spec.versions.forEach(({ schema }) => {
        const status = schema.openAPIV3Schema.properties?.['status']
        if (status) field(status, 'reason')['pattern'] = '^[A-Za-z]+$'
      }),
    caughtBy: 'updates that N-1 takes'
  },
  {
    what: 'a short name equals its own plural',
    change: (crd) => void (crd.spec.names.shortNames = [crd.spec.names.plural]),
    caughtBy: 'NamesAccepted=False'
  },
  {
    what: 'the scope is changed',
    change: (crd) => void (crd.spec.scope = 'Cluster'),
    caughtBy: 'replaces that of N-1'
  },
  {
    what: 'the plural is changed',
    change: (crd) => {
      crd.spec.names.plural = 'gadgets'
      crd.metadata.name = 'gadgets.example.com'
    },
    caughtBy: 'is still defined by N'
  }
]

/** What nobody suffers from: none may raise an alarm. */
export const HARMLESS: readonly Mutation[] = [
  { what: 'nothing', change: () => undefined },
  {
    what: 'descriptions are written anew',
    change: inEachSpec((spec) => {
      for (const node of Object.values(spec.properties ?? {})) node['description'] = 'Said better.'
    })
  },
  {
    what: 'an optional field is added',
    change: inEachSpec((spec) => {
      spec.properties = { ...spec.properties, region: { type: 'string' } }
    })
  },
  {
    what: 'an optional field with a default is added',
    change: inEachSpec((spec) => {
      spec.properties = { ...spec.properties, region: { type: 'string', default: 'anywhere' } }
    })
  },
  {
    what: 'an optional object that demands a field of its own is added',
    change: inEachSpec((spec) => {
      spec.properties = {
        ...spec.properties,
        probe: { type: 'object', required: ['path'], properties: { path: { type: 'string' } } }
      }
    })
  },
  { what: 'an enum is widened', change: inEachSpec((spec) => void field(spec, 'strategy').enum?.push('Shadow')) },
  { what: 'a maximum is raised', change: inEachSpec((spec) => void (field(spec, 'replicas')['maximum'] = 1000)) },
  { what: 'a required field becomes optional', change: inEachSpec((spec) => void (spec.required = [])) },
  {
    what: 'a version is added, served and not stored',
    change: (crd) => {
      const v1 = versionOf(crd, 'v1')
      crd.spec.versions.push({ ...structuredClone(v1), name: 'v1beta2', storage: false })
    }
  },
  {
    what: 'a short name and a printer column are added',
    change: (crd) => {
      crd.spec.names.shortNames = ['wi']
      Object.assign(versionOf(crd, 'v1'), {
        additionalPrinterColumns: [{ name: 'Image', type: 'string', jsonPath: '.spec.image' }]
      })
    }
  },
  {
    what: 'another version of the same schema is stored',
    change: (crd) => {
      versionOf(crd, 'v1').storage = false
      versionOf(crd, 'v1beta1').storage = true
    }
  },
  {
    what: 'a field of the status is added',
    change: (crd) =>
      crd.spec.versions.forEach(({ schema }) => {
        const status = schema.openAPIV3Schema.properties?.['status']
        if (status) status.properties = { ...status.properties, message: { type: 'string' } }
      })
  },
  {
    what: 'a rule that every object keeps is added',
    change: inEachSpec(
      (spec) => void (spec['x-kubernetes-validations'] = [{ rule: 'size(self.image) > 0', message: 'name an image' }])
    )
  },
  { what: 'the order of versions is changed', change: (crd) => void crd.spec.versions.reverse() }
]
