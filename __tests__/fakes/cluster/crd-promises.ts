import { widgets, type Definition, type Node, type Version } from './crd-mutations.ts'

/** A definition that promises all that a definition can promise. */
export const promising = (plural = 'widgets'): Definition => {
  const crd = widgets(plural)
  crd.metadata.annotations = {
    'api-approved.kubernetes.io': 'https://github.com/kubernetes/enhancements/pull/1111',
    'cert-manager.io/inject-ca-from': 'system/certificate',
    'helm.sh/resource-policy': 'keep'
  }
  crd.metadata.labels = { 'cluster.x-k8s.io/v1beta1': 'v1' }
  crd.spec.group = 'example.k8s.io'
  crd.metadata.name = `${plural}.example.k8s.io`
  crd.spec.names = { ...crd.spec.names, shortNames: ['wi'], categories: ['managed'], listKind: 'WidgetList' }
  crd.spec.conversion = {
    strategy: 'Webhook',
    webhook: {
      conversionReviewVersions: ['v1', 'v1beta1'],
      clientConfig: { service: { namespace: 'system', name: 'webhook', path: '/convert' } }
    }
  }
  for (const version of crd.spec.versions) {
    version.subresources = {
      status: {},
      scale: {
        specReplicasPath: '.spec.replicas',
        statusReplicasPath: '.status.observed',
        labelSelectorPath: '.status.phase'
      }
    }
    version.additionalPrinterColumns = [
      { name: 'Image', type: 'string', jsonPath: '.spec.image' },
      { name: 'Replicas', type: 'integer', jsonPath: '.spec.replicas' }
    ]
    version.selectableFields = [{ jsonPath: '.spec.image' }]
    const { spec, status } = version.schema.openAPIV3Schema.properties ?? {}
    Object.assign(spec?.properties ?? {}, {
      ratio: { type: 'integer', multipleOf: 5, minimum: 0 },
      object: { type: 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
      tags: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
      selector: { type: 'object', 'x-kubernetes-map-type': 'atomic', properties: { app: { type: 'string' } } },
      fixed: { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] }
    })
    Object.assign(status?.properties ?? {}, { since: { type: 'string', format: 'date-time' } })
  }
  crd.spec.versions.push({ ...structuredClone(versionAt(crd, 0)), name: 'v1alpha1', served: false, storage: false })
  return crd
}

/** One promise that a definition breaks, or a change that it makes, and what is to be said of it. */
export interface BrokenPromise {
  readonly what: string
  readonly change: (crd: Definition) => void
  readonly breaks: boolean
  readonly says: string
}

const versionAt = (crd: Definition, index: number): Version => {
  const found = crd.spec.versions[index]
  if (!found) throw new Error(`there is no version ${index}`)
  return found
}
const nodeAt = (crd: Definition, ...path: readonly string[]): Node =>
  path.reduce<Node>((node, step) => {
    const inner = step === '[]' ? node.items : node.properties?.[step]
    if (!inner) throw new Error(`there is no ${step}`)
    return inner
  }, versionAt(crd, 0).schema.openAPIV3Schema)
const annotation = (name: string, value?: string) => (crd: Definition) => {
  const { [name]: _, ...rest } = crd.metadata.annotations ?? {}
  crd.metadata.annotations = value === undefined ? rest : { ...rest, [name]: value }
}
const webhook = (crd: Definition): NonNullable<NonNullable<Definition['spec']['conversion']>['webhook']> => {
  if (!crd.spec.conversion?.webhook) throw new Error('there is no webhook')
  return crd.spec.conversion.webhook
}
const scale = (change: object) => (crd: Definition) => {
  const version = versionAt(crd, 0)
  version.subresources = { ...version.subresources, scale: { ...version.subresources?.scale, ...change } }
}

const breaking = (what: string, says: string, change: (crd: Definition) => void): BrokenPromise => ({
  ...{ what, says, change },
  breaks: true
})
const told = (what: string, says: string, change: (crd: Definition) => void): BrokenPromise => ({
  ...{ what, says, change },
  breaks: false
})

export const PROMISES: readonly BrokenPromise[] = [
  breaking('a short name goes', 'names.shortNames wi is gone', (crd) => void (crd.spec.names.shortNames = [])),
  breaking(
    'a short name equals the own plural',
    "names.shortNames widgets is the definition's own",
    (crd) => void crd.spec.names.shortNames?.push('widgets')
  ),
  breaking(
    'a short name equals the own singular',
    "names.shortNames widget is the definition's own",
    (crd) => void crd.spec.names.shortNames?.push('widget')
  ),
  told('a short name comes', 'names.shortNames wdg is new', (crd) => void crd.spec.names.shortNames?.push('wdg')),
  breaking(
    'the singular changes',
    'names.singular widget became gadget',
    (crd) => void (crd.spec.names.singular = 'gadget')
  ),
  breaking(
    'the kind of lists changes',
    'names.listKind WidgetList became Widgets',
    (crd) => void (crd.spec.names.listKind = 'Widgets')
  ),
  breaking('the kind changes', 'kind Widget became Gadget', (crd) => void (crd.spec.names.kind = 'Gadget')),
  breaking(
    'the group changes',
    'group example.k8s.io became other.k8s.io',
    (crd) => void (crd.spec.group = 'other.k8s.io')
  ),
  breaking('the scope changes', 'namespaced true became false', (crd) => void (crd.spec.scope = 'Cluster')),
  told('a category goes', 'names.categories managed is gone', (crd) => void delete crd.spec.names.categories),
  told('a category comes', 'names.categories all is new', (crd) => void crd.spec.names.categories?.push('all')),
  breaking('a served version goes', 'v1beta1 the version is gone', (crd) => void crd.spec.versions.splice(1, 1)),
  told('an unserved version goes', 'v1alpha1 an unserved version is gone', (crd) => void crd.spec.versions.pop()),
  breaking(
    'a version is served no longer',
    'v1beta1 the version is no longer served',
    (crd) => void (versionAt(crd, 1).served = false)
  ),
  told(
    'an unserved version is served again',
    'v1alpha1 the version is served now',
    (crd) => void (versionAt(crd, 2).served = true)
  ),
  told('another version is stored', 'storage v1 became v1beta1', (crd) => {
    versionAt(crd, 0).storage = false
    versionAt(crd, 1).storage = true
  }),
  told('a version comes that discovery puts first', 'versions kubectl get answers in v2 where it did in v1', (crd) => {
    crd.spec.versions.push({ ...structuredClone(versionAt(crd, 0)), name: 'v2', storage: false })
  }),
  told('a version is deprecated', 'v1: deprecated clients are warned now', (crd) => {
    versionAt(crd, 0).deprecated = true
  }),
  breaking('status is a subresource no more', 'v1: status is no subresource any more', (crd) => {
    delete versionAt(crd, 0).subresources?.status
  }),
  breaking('scale is a subresource no more', 'v1: scale is no subresource any more', (crd) => {
    delete versionAt(crd, 0).subresources?.scale
  }),
  breaking(
    'scale writes another field',
    'v1: scale specReplicasPath .spec.replicas became .spec.ratio',
    scale({ specReplicasPath: '.spec.ratio' })
  ),
  told(
    'scale reads another field',
    'v1: scale statusReplicasPath .status.observed became .status.other',
    scale({ statusReplicasPath: '.status.other' })
  ),
  breaking(
    'scale has no selector',
    'v1: scale labelSelectorPath .status.phase became none',
    scale({ labelSelectorPath: undefined })
  ),
  told('a column goes', 'v1: additionalPrinterColumns Image is gone from tables', (crd) => {
    versionAt(crd, 0).additionalPrinterColumns?.shift()
  }),
  told('a column comes', 'v1: additionalPrinterColumns Paused is new in tables', (crd) => {
    versionAt(crd, 0).additionalPrinterColumns?.push({ name: 'Paused', type: 'boolean', jsonPath: '.spec.paused' })
  }),
  told('a column shows another field', 'v1: additionalPrinterColumns Image shows something else', (crd) => {
    Object.assign(versionAt(crd, 0).additionalPrinterColumns?.[0] ?? {}, { jsonPath: '.spec.note' })
  }),
  told('columns change places', 'v1: additionalPrinterColumns stand in another order', (crd) => {
    versionAt(crd, 0).additionalPrinterColumns?.reverse()
  }),
  breaking('a field can be selected no more', 'v1: selectableFields .spec.image is gone', (crd) => {
    delete versionAt(crd, 0).selectableFields
  }),
  told('a field can be selected', 'v1: selectableFields .spec.note is new', (crd) => {
    versionAt(crd, 0).selectableFields?.push({ jsonPath: '.spec.note' })
  }),
  breaking(
    'the approval of a protected group goes',
    'annotation api-approved.kubernetes.io is gone',
    annotation('api-approved.kubernetes.io')
  ),
  breaking(
    'nobody puts the certificate into the conversion',
    'annotation cert-manager.io/inject-ca-from is gone',
    annotation('cert-manager.io/inject-ca-from')
  ),
  told(
    'helm may delete it',
    'annotation helm.sh/resource-policy is gone: helm deletes it',
    annotation('helm.sh/resource-policy')
  ),
  told('an annotation changes', 'annotation example.com/who is me now', annotation('example.com/who', 'me')),
  told('a label changes', 'labels became {}', (crd) => void (crd.metadata.labels = {})),
  breaking('nothing converts any more', 'conversion the webhook converts no more', (crd) => {
    crd.spec.conversion = { strategy: 'None' }
  }),
  told('the webhook takes fewer reviews', 'conversion the webhook takes reviews of v1beta1 no more', (crd) => {
    webhook(crd).conversionReviewVersions = ['v1']
  }),
  breaking('the webhook takes no review of a server', 'conversion the webhook takes reviews of v1 no more', (crd) => {
    webhook(crd).conversionReviewVersions = ['v2']
  }),
  told('the webhook lies elsewhere', "conversion the webhook's address", (crd) => {
    webhook(crd).clientConfig = { service: { namespace: 'system', name: 'other' } }
  }),
  breaking('v1 is asked to keep unknown fields', 'preserveUnknownFields is true', (crd) => {
    crd.spec.preserveUnknownFields = true
  }),
  breaking(
    'a field is required',
    'v1: spec.paused is required now',
    (crd) => void nodeAt(crd, 'spec').required?.push('paused')
  ),
  told('a field is required no more', 'v1: spec.image is not required any more', (crd) => {
    nodeAt(crd, 'spec').required = []
  }),
  breaking(
    'a map list gets other keys',
    'v1: spec.ports x-kubernetes-list-map-keys ["name"] became ["port"]',
    (crd) => {
      nodeAt(crd, 'spec', 'ports')['x-kubernetes-list-map-keys'] = ['port']
    }
  ),
  breaking('a set becomes a list', 'v1: spec.tags x-kubernetes-list-type "set" became none', (crd) => {
    delete nodeAt(crd, 'spec', 'tags')['x-kubernetes-list-type']
  }),
  breaking('an atomic object is merged', 'v1: spec.selector x-kubernetes-map-type "atomic" became none', (crd) => {
    delete nodeAt(crd, 'spec', 'selector')['x-kubernetes-map-type']
  }),
  breaking('a number goes by larger steps', 'v1: spec.ratio multipleOf 5 became 10', (crd) => {
    nodeAt(crd, 'spec', 'ratio')['multipleOf'] = 10
  }),
  told('a number goes by finer steps', 'v1: spec.ratio multipleOf 5 became none', (crd) => {
    delete nodeAt(crd, 'spec', 'ratio')['multipleOf']
  }),
  breaking('a limit is not taken itself', 'v1: spec.ratio exclusiveMinimum', (crd) => {
    nodeAt(crd, 'spec', 'ratio')['exclusiveMinimum'] = true
  }),
  breaking('null is taken no more', 'v1: spec.note may not be null', (crd) => {
    delete nodeAt(crd, 'spec', 'note').nullable
  }),
  told('null is taken', 'v1: spec.image may be null now', (crd) => void (nodeAt(crd, 'spec', 'image').nullable = true)),
  breaking('an open object is closed', 'v1: spec.template is closed', (crd) => {
    delete nodeAt(crd, 'spec', 'template')['x-kubernetes-preserve-unknown-fields']
  }),
  told('a closed object is opened', 'v1: status is open', (crd) => {
    nodeAt(crd, 'status')['x-kubernetes-preserve-unknown-fields'] = true
  }),
  breaking('an object has to be a whole one', 'v1: spec.template is a whole object now', (crd) => {
    nodeAt(crd, 'spec', 'template')['x-kubernetes-embedded-resource'] = true
  }),
  breaking('a default changes', 'v1: spec.replicas default 1 became 2', (crd) => {
    nodeAt(crd, 'spec', 'replicas').default = 2
  }),
  breaking('a value is taken no more', 'v1: status.phase does not take "Ready" any more', (crd) => {
    nodeAt(crd, 'status', 'phase').enum = ['Pending']
  }),
  told('a rule goes', 'v1: spec.fixed has no more the rule: self == oldSelf', (crd) => {
    delete nodeAt(crd, 'spec', 'fixed')['x-kubernetes-validations']
  }),
  told('a rule comes', 'v1: spec.image has a new rule: self == oldSelf', (crd) => {
    nodeAt(crd, 'spec', 'image')['x-kubernetes-validations'] = [{ rule: 'self == oldSelf' }]
  }),
  told('a pattern changes', 'v1: spec.schedule pattern', (crd) => {
    nodeAt(crd, 'spec', 'schedule')['pattern'] = '^x$'
  }),
  told('an unserved version changes', 'v1alpha1: spec is gone', (crd) => {
    versionAt(crd, 2).schema.openAPIV3Schema.properties = {}
  })
]
