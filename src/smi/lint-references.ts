import type { Manifest } from '../crds/source.ts'
import { readAt, readItems, readText } from '../base/json.ts'
import { makeLintFinding, type LintFinding } from './lint-finding.ts'

/** Findings about what objects say of each other, as far as the manifests hold both. */
export const lintReferences = (manifests: readonly Manifest[]): readonly LintFinding[] => [
  ...manifests.filter(isKind('TrafficSplit')).flatMap(lintBackends),
  ...manifests.filter(isKind('TrafficTarget')).flatMap((target) => lintMatches(target, manifests))
]

const isKind =
  (kind: string) =>
  ({ object }: Manifest): boolean =>
    readText(readAt(object, 'kind')) === kind

/** "Root service must not be a backend of itself"; weights that come to nothing; a backend twice. */
function lintBackends(split: Manifest): readonly LintFinding[] {
  const { object } = split
  const list = readItems(readAt(object, 'spec', 'backends'))
  const root = readText(readAt(object, 'spec', 'service'))
  const names = list.map((backend) => readText(readAt(backend, 'service')))
  const weights = list.map((backend) => readText(readAt(backend, 'weight')))
  const own = names.indexOf(root)
  const twice = names.findIndex((name, i) => name !== '' && names.indexOf(name) < i)
  return [
    ...(own >= 0 && root !== ''
      ? [
          makeLintFinding(split, ['spec', 'backends', own, 'service'], {
            severity: 'warning',
            rule: 'smi/own-backend',
            says: `${root} is split and is one of its own backends: meshes refuse that or loop`,
            hint: 'Give the backends services of their own.'
          })
        ]
      : []),
    ...(twice >= 0
      ? [
          makeLintFinding(split, ['spec', 'backends', twice, 'service'], {
            severity: 'warning',
            rule: 'smi/twice',
            says: `${names[twice]} is a backend twice`
          })
        ]
      : []),
    // Newer versions say so in their schemas.
    ...(readText(readAt(object, 'apiVersion')).endsWith('/v1alpha1')
      ? weights.flatMap((weight, i) =>
          weight.startsWith('-')
            ? [
                makeLintFinding(split, ['spec', 'backends', i, 'weight'], {
                  severity: 'warning',
                  rule: 'smi/weight',
                  says: `${names[i]} has the weight ${weight}: a server takes it as a quantity, and no mesh knows what it means`,
                  hint: 'A weight is 0 or more.'
                })
              ]
            : []
        )
      : []),
    ...(list.length > 0 && weights.every((weight) => /^0+(\.0*)?[a-zA-Z]*$/.test(weight))
      ? [
          makeLintFinding(split, ['spec', 'backends'], {
            severity: 'warning',
            rule: 'smi/no-weight',
            says: 'every weight is 0: no backend gets traffic'
          })
        ]
      : [])
  ]
}

/** Matches that a rule names and the route group, which is among the manifests, does not have. */
function lintMatches(target: Manifest, manifests: readonly Manifest[]): readonly LintFinding[] {
  const under = readAt(target.object, 'spec', 'rules') === undefined ? ['specs'] : ['spec', 'rules']
  return readItems(readAt(target.object, ...under)).flatMap((rule, i) => {
    const groups = manifests.filter(
      (each) =>
        readText(readAt(each.object, 'kind')) === readText(readAt(rule, 'kind')) &&
        readText(readAt(each.object, 'metadata', 'name')) === readText(readAt(rule, 'name')) &&
        readText(readAt(each.object, 'metadata', 'namespace')) ===
          readText(readAt(target.object, 'metadata', 'namespace'))
    )
    if (readText(readAt(rule, 'kind')) !== 'HTTPRouteGroup' || groups.length === 0) return []
    const there = groups.flatMap(({ object }) =>
      [...readItems(readAt(object, 'spec', 'matches')), ...readItems(readAt(object, 'matches'))].map((match) =>
        readText(readAt(match, 'name'))
      )
    )
    return readItems(readAt(rule, 'matches')).flatMap((name, j) =>
      there.includes(readText(name))
        ? []
        : [
            makeLintFinding(target, [...under, i, 'matches', j], {
              severity: 'error',
              rule: 'smi/no-such-match',
              says: `HTTPRouteGroup ${readText(readAt(rule, 'name'))} has no match ${readText(name)}: it has ${there.join(', ') || 'none'}`
            })
          ]
    )
  })
}
