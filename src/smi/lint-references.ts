import type { Manifest } from '../crds/source.ts'
import { at, items, text } from '../base/json.ts'
import { finding, type Finding } from './lint-finding.ts'

/** Findings about what objects say of each other, as far as the manifests hold both. */
export const findingsBetween = (manifests: readonly Manifest[]): readonly Finding[] => [
  ...manifests.filter(isKind('TrafficSplit')).flatMap(backends),
  ...manifests.filter(isKind('TrafficTarget')).flatMap((target) => matches(target, manifests))
]

const isKind =
  (kind: string) =>
  ({ object }: Manifest): boolean =>
    text(at(object, 'kind')) === kind

/** "Root service must not be a backend of itself"; weights that come to nothing; a backend twice. */
function backends(split: Manifest): readonly Finding[] {
  const { object } = split
  const list = items(at(object, 'spec', 'backends'))
  const root = text(at(object, 'spec', 'service'))
  const names = list.map((backend) => text(at(backend, 'service')))
  const weights = list.map((backend) => text(at(backend, 'weight')))
  const own = names.indexOf(root)
  const twice = names.findIndex((name, i) => name !== '' && names.indexOf(name) < i)
  return [
    ...(own >= 0 && root !== ''
      ? [
          finding(split, ['spec', 'backends', own, 'service'], {
            severity: 'warning',
            rule: 'smi/own-backend',
            says: `${root} is split and is one of its own backends: meshes refuse that or loop`,
            hint: 'Give the backends services of their own.'
          })
        ]
      : []),
    ...(twice >= 0
      ? [
          finding(split, ['spec', 'backends', twice, 'service'], {
            severity: 'warning',
            rule: 'smi/twice',
            says: `${names[twice]} is a backend twice`
          })
        ]
      : []),
    // Newer versions say so in their schemas.
    ...(text(at(object, 'apiVersion')).endsWith('/v1alpha1')
      ? weights.flatMap((weight, i) =>
          weight.startsWith('-')
            ? [
                finding(split, ['spec', 'backends', i, 'weight'], {
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
          finding(split, ['spec', 'backends'], {
            severity: 'warning',
            rule: 'smi/no-weight',
            says: 'every weight is 0: no backend gets traffic'
          })
        ]
      : [])
  ]
}

/** Matches that a rule names and the route group, which is among the manifests, does not have. */
function matches(target: Manifest, manifests: readonly Manifest[]): readonly Finding[] {
  const under = at(target.object, 'spec', 'rules') === undefined ? ['specs'] : ['spec', 'rules']
  return items(at(target.object, ...under)).flatMap((rule, i) => {
    const groups = manifests.filter(
      (each) =>
        text(at(each.object, 'kind')) === text(at(rule, 'kind')) &&
        text(at(each.object, 'metadata', 'name')) === text(at(rule, 'name')) &&
        text(at(each.object, 'metadata', 'namespace')) === text(at(target.object, 'metadata', 'namespace'))
    )
    if (text(at(rule, 'kind')) !== 'HTTPRouteGroup' || groups.length === 0) return []
    const there = groups.flatMap(({ object }) =>
      [...items(at(object, 'spec', 'matches')), ...items(at(object, 'matches'))].map((match) => text(at(match, 'name')))
    )
    return items(at(rule, 'matches')).flatMap((name, j) =>
      there.includes(text(name))
        ? []
        : [
            finding(target, [...under, i, 'matches', j], {
              severity: 'error',
              rule: 'smi/no-such-match',
              says: `HTTPRouteGroup ${text(at(rule, 'name'))} has no match ${text(name)}: it has ${there.join(', ') || 'none'}`
            })
          ]
    )
  })
}
