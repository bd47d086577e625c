import { canonicalize, isSame, readAt, readFields, readItems, readObjectsAt, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { isBefore } from './priority.ts'

/** A change of a definition that no live object is needed to see. */
export interface CrdChange {
  /** Whether clients or objects of the older one suffer; the others are told. */
  readonly breaks: boolean
  /** Such as `v1: spec.size`. */
  readonly where: string
  readonly says: string
}

export const makeBreaking = (where: string, says: string): CrdChange => ({ breaks: true, where, says })
export const makeTold = (where: string, says: string): CrdChange => ({ breaks: false, where, says })

/** What a definition promises beside its schemas, to all versions alike: names, categories, conversion, annotations. */
export const comparePromises = (before: Json, after: Json): readonly CrdChange[] => [
  ...compareNames(readAt(before, 'spec', 'names') ?? {}, readAt(after, 'spec', 'names') ?? {}),
  ...compareConversions(before, after),
  ...compareMetadata(before, after),
  ...comparePreferred(before, after),
  ...(readAt(before, 'spec', 'preserveUnknownFields') === readAt(after, 'spec', 'preserveUnknownFields') ||
  readAt(after, 'spec', 'preserveUnknownFields') !== true
    ? []
    : [makeBreaking('preserveUnknownFields', 'is true, which the API server refuses of v1')])
]

const listTexts = (value: Json | undefined): readonly string[] => readItems(value).map(readText)

const listMissing = (from: readonly string[], all: readonly string[]): readonly string[] =>
  from.filter((each) => !all.includes(each))

const compareNames = (before: Json, after: Json): readonly CrdChange[] => {
  const [old, now] = [before, after].map(readNames) as [Names, Names]
  const taken = [now.plural, now.singular]
  const twice = listMissing(now.shortNames, old.shortNames).filter((name) => taken.includes(name))
  return [
    ...(old.singular === now.singular
      ? []
      : [
          makeBreaking(
            'names.singular',
            `${old.singular} became ${now.singular}: kubectl get ${old.singular} finds nothing`
          )
        ]),
    ...(old.listKind === now.listKind
      ? []
      : [
          makeBreaking(
            'names.listKind',
            `${old.listKind} became ${now.listKind}: typed clients do not know lists of that kind`
          )
        ]),
    ...listMissing(old.shortNames, now.shortNames).map((name) =>
      makeBreaking('names.shortNames', `${name} is gone: kubectl get ${name} finds nothing`)
    ),
    ...twice.map((name) =>
      makeBreaking(
        'names.shortNames',
        `${name} is the definition's own plural or singular name: the API server answers NamesAccepted=False`
      )
    ),
    ...listMissing(now.shortNames, [...old.shortNames, ...twice]).map((name) =>
      makeTold('names.shortNames', `${name} is new`)
    ),
    ...listMissing(old.categories, now.categories).map((name) =>
      makeTold('names.categories', `${name} is gone: kubectl get ${name} does not list it`)
    ),
    ...listMissing(now.categories, old.categories).map((name) => makeTold('names.categories', `${name} is new`))
  ]
}

interface Names {
  readonly plural: string
  readonly singular: string
  readonly listKind: string
  readonly shortNames: readonly string[]
  readonly categories: readonly string[]
}

/** With what the API server puts where nothing stands. */
const readNames = (names: Json): Names => {
  const { kind, plural, singular, listKind, shortNames, categories } = readFields(names)
  return {
    plural: readText(plural),
    singular: readText(singular) || readText(kind).toLowerCase(),
    listKind: readText(listKind) || `${readText(kind)}List`,
    shortNames: listTexts(shortNames),
    categories: listTexts(categories)
  }
}

/** Names that two definitions of one group both ask for, each with who asks: the API server accepts one of them. */
export const findNameConflicts = (
  crds: readonly Json[]
): readonly { readonly name: string; readonly says: string }[] => {
  const asked = crds.map((crd) => {
    const { plural, singular, shortNames } = readNames(readAt(crd, 'spec', 'names') ?? {})
    return {
      name: readText(readAt(crd, 'metadata', 'name')),
      group: readText(readAt(crd, 'spec', 'group')),
      names: [...new Set([plural, singular, ...shortNames])]
    }
  })
  return asked.flatMap(({ name, group, names }, i) =>
    asked
      .slice(0, i)
      .filter((other) => other.group === group && other.name !== name)
      .flatMap((other) => {
        const both = names.filter((each) => other.names.includes(each))
        return both.length === 0
          ? []
          : [{ name, says: `${both.join(', ')} is asked for by ${other.name} too: the API server accepts one of them` }]
      })
  )
}

const compareConversions = (before: Json, after: Json): readonly CrdChange[] => {
  const strategy = (crd: Json): string => readText(readAt(crd, 'spec', 'conversion', 'strategy')) || 'None'
  const [was, is] = [strategy(before), strategy(after)]
  if (was !== is)
    return is === 'Webhook'
      ? [makeTold('conversion', 'a webhook converts now: it has to run wherever the definition is installed')]
      : [
          (countServed(after) > 1 ? makeBreaking : makeTold)(
            'conversion',
            'the webhook converts no more: fields that versions do not share are dropped'
          )
        ]
  if (is !== 'Webhook') return []
  const [old, now] = [before, after].map((crd) => readAt(crd, 'spec', 'conversion', 'webhook') ?? {}) as [Json, Json]
  const reviews = listMissing(
    listTexts(readAt(old, 'conversionReviewVersions')),
    listTexts(readAt(now, 'conversionReviewVersions'))
  )
  const reads = listTexts(readAt(now, 'conversionReviewVersions')).some((each) => each === 'v1' || each === 'v1beta1')
  const client = (webhook: Json): Json => {
    const { caBundle: _, ...rest } = readFields(readAt(webhook, 'clientConfig'))
    return rest
  }
  return [
    ...reviews.map((each) =>
      (reads ? makeTold : makeBreaking)('conversion', `the webhook takes reviews of ${each} no more`)
    ),
    ...(isSame(client(old), client(now))
      ? []
      : [
          makeTold(
            'conversion',
            `the webhook's address ${JSON.stringify(client(old))} became ${JSON.stringify(client(now))}`
          )
        ])
  ]
}

const countServed = (crd: Json): number =>
  readObjectsAt(crd, 'spec', 'versions').filter(({ served }) => served === true).length

/** Groups of the Kubernetes project: the API server wants to be told that it approved of the API. */
export const APPROVED = 'api-approved.kubernetes.io'
const isProtected = (group: string): boolean => /(^|\.)(k8s|kubernetes)\.io$/.test(group)

/** An annotation that a program obeys, and what becomes of the definition without it. */
const OBEYED: Readonly<Record<string, string>> = {
  'cert-manager.io/inject-ca-from': 'cert-manager puts no certificate into its conversion',
  'cert-manager.io/inject-ca-from-secret': 'cert-manager puts no certificate into its conversion',
  'helm.sh/resource-policy': 'helm deletes it, with all objects, where a release leaves it out'
}

const compareMetadata = (before: Json, after: Json): readonly CrdChange[] => {
  const [old, now] = [before, after].map((crd) => readFields(readAt(crd, 'metadata', 'annotations')))
  const [labels, newLabels] = [before, after].map((crd) => readAt(crd, 'metadata', 'labels') ?? {})
  const inWebhook =
    readAt(after, 'spec', 'conversion', 'strategy') === 'Webhook' &&
    readAt(after, 'spec', 'conversion', 'webhook', 'clientConfig', 'caBundle') === undefined
  const changed = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].filter(
    (key) => old?.[key] !== now?.[key]
  )
  const dropped = changed.filter((key) => now?.[key] === undefined)
  return [
    ...changed.flatMap((key): readonly CrdChange[] => {
      const where = `annotation ${key}`
      if (key === APPROVED && isProtected(readText(readAt(after, 'spec', 'group'))))
        return dropped.includes(key)
          ? [makeBreaking(where, 'is gone: the API server refuses a new definition of this group without it')]
          : [makeTold(where, `became ${readText(now?.[key])}`)]
      const consequence = OBEYED[key]
      if (dropped.includes(key) && consequence !== undefined) {
        const breaks = key.startsWith('cert-manager') && inWebhook
        return [(breaks ? makeBreaking : makeTold)(where, `is gone: ${consequence}`)]
      }
      return dropped.includes(key) ? [makeTold(where, 'is gone')] : [makeTold(where, `is ${readText(now?.[key])} now`)]
    }),
    ...(isSame(labels ?? {}, newLabels ?? {}) ? [] : [makeTold('labels', `became ${JSON.stringify(newLabels)}`)])
  ]
}

/** The version that discovery puts first, which kubectl takes where none is named. */
const comparePreferred = (before: Json, after: Json): readonly CrdChange[] => {
  const first = (crd: Json): string =>
    readObjectsAt(crd, 'spec', 'versions')
      .filter(({ served }) => served === true)
      .map(({ name }) => readText(name))
      .reduce((best, name) => (best === '' || isBefore(name, best) ? name : best), '')
  const [was, is] = [first(before), first(after)]
  return was === is ? [] : [makeTold('versions', `kubectl get answers in ${is || 'none'} where it did in ${was}`)]
}

/** What one version promises beside its schema: subresources, columns, selectable fields, deprecation. */
export const compareVersionPromises = (before: Json, after: Json): readonly CrdChange[] => [
  ...compareStatus(before, after),
  ...compareScale(readAt(before, 'subresources', 'scale'), readAt(after, 'subresources', 'scale')),
  ...compareColumns(before, after),
  ...compareSelectable(before, after),
  ...compareDeprecation(before, after)
]

const compareStatus = (before: Json, after: Json): readonly CrdChange[] => {
  const [was, is] = [before, after].map((version) => readAt(version, 'subresources', 'status') !== undefined)
  if (was === is) return []
  return [
    is
      ? makeBreaking('status', 'became a subresource: what clients write of it with the object is dropped')
      : makeBreaking('status', 'is no subresource any more: /status is gone')
  ]
}

const compareScale = (old: Json | undefined, now: Json | undefined): readonly CrdChange[] => {
  if (old === undefined || now === undefined) {
    if (old === undefined && now === undefined) return []
    return [
      old === undefined
        ? makeTold('scale', 'is a subresource now')
        : makeBreaking('scale', 'is no subresource any more: kubectl scale and autoscalers find nothing')
    ]
  }
  const path = (scale: Json, key: string): string => readText(readAt(scale, key))
  const differs = (key: string): boolean => path(old, key) !== path(now, key)
  const says = (key: string): string => `${key} ${path(old, key) || 'none'} became ${path(now, key) || 'none'}`
  return [
    ...(differs('specReplicasPath')
      ? [makeBreaking('scale', `${says('specReplicasPath')}: kubectl scale writes another field`)]
      : []),
    ...(differs('statusReplicasPath') ? [makeTold('scale', says('statusReplicasPath'))] : []),
    ...(differs('labelSelectorPath')
      ? [
          path(now, 'labelSelectorPath') === ''
            ? makeBreaking('scale', `${says('labelSelectorPath')}: HorizontalPodAutoscalers need it`)
            : makeTold('scale', says('labelSelectorPath'))
        ]
      : [])
  ]
}

const compareColumns = (before: Json, after: Json): readonly CrdChange[] => {
  const columns = (version: Json) => readObjectsAt(version, 'additionalPrinterColumns')
  const [old, now] = [columns(before), columns(after)]
  const name = (column: { readonly [key: string]: Json | undefined }): string => readText(column['name'])
  const [were, are] = [old.map(name), now.map(name)]
  const where = 'additionalPrinterColumns'
  const changed = old.filter((column) => {
    const own = now.find((each) => name(each) === name(column))
    const rules = ({ description: _, ...rest }: { readonly [key: string]: Json | undefined }) => canonicalize(rest)
    return own !== undefined && rules(own) !== rules(column)
  })
  const kept = (list: readonly string[], other: readonly string[]): string =>
    list.filter((each) => other.includes(each)).join()
  return [
    ...listMissing(were, are).map((each) => makeTold(where, `${each} is gone from tables`)),
    ...listMissing(are, were).map((each) => makeTold(where, `${each} is new in tables`)),
    ...changed.map((column) => makeTold(where, `${name(column)} shows something else`)),
    ...(kept(were, are) === kept(are, were) ? [] : [makeTold(where, 'stand in another order')])
  ]
}

const compareSelectable = (before: Json, after: Json): readonly CrdChange[] => {
  const paths = (version: Json): readonly string[] =>
    readObjectsAt(version, 'selectableFields').map(({ jsonPath }) => readText(jsonPath))
  const [old, now] = [paths(before), paths(after)]
  return [
    ...listMissing(old, now).map((path) =>
      makeBreaking('selectableFields', `${path} is gone: the API server refuses --field-selector ${path.slice(1)}=…`)
    ),
    ...listMissing(now, old).map((path) => makeTold('selectableFields', `${path} is new`))
  ]
}

const compareDeprecation = (before: Json, after: Json): readonly CrdChange[] => {
  const [was, is] = [before, after].map((version) => readAt(version, 'deprecated') === true)
  const [old, now] = [before, after].map((version) => readText(readAt(version, 'deprecationWarning')))
  if (was !== is)
    return [
      makeTold('deprecated', is ? `clients are warned now${now ? `: ${now}` : ''}` : 'clients are warned no more')
    ]
  return is && old !== now ? [makeTold('deprecationWarning', `became ${now || 'the default'}`)] : []
}
