import type { Manifest } from '../crds/source.ts'
import { findMisfits, formatFieldPath, pruneValue, type Misfit } from '../crds/validate.ts'
import { readAt, readFields, readItems, readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import { makeCrdSet, type CrdSet } from './crds.ts'
import { compareObjects, liesWithin } from './known-losses.ts'
import { CRD_SETS } from '../model/crd-sets.ts'
import { makeLintFinding, type LintFinding, type LintOptions } from './lint-finding.ts'

const spec = makeCrdSet('all')

/** Findings about one object by itself. */
export const lintObject = (manifest: Manifest, options: LintOptions): readonly LintFinding[] => {
  const { object } = manifest
  const [group = '', version = ''] = readText(readAt(object, 'apiVersion')).split('/')
  const kind = readText(readAt(object, 'kind'))
  if (group === 'spec.smi-spec.io')
    return [
      makeLintFinding(manifest, ['apiVersion'], {
        severity: 'error',
        rule: 'smi/group',
        says: `the group is specs.smi-spec.io: spec.smi-spec.io was a slip of smi-sdk-go v0.1 and v0.2`,
        hint: `apiVersion: specs.smi-spec.io/${version}`
      })
    ]
  const everywhere = CRD_SETS.flatMap((name) => makeCrdSet(name).kinds).filter((each) => each.group === group)
  const own = everywhere.filter((each) => each.kind === kind)
  if (own.length === 0) {
    const kinds = [...new Set(everywhere.map((each) => each.kind))].join(', ')
    return [
      makeLintFinding(manifest, ['kind'], {
        severity: 'error',
        rule: 'smi/kind',
        says: `${group} has no kind ${kind}${kinds && `: it has ${kinds}`}`
      })
    ]
  }
  const known = [...new Set(own.flatMap(({ served }) => served))].sort()
  if (!known.includes(version))
    return [
      makeLintFinding(manifest, ['apiVersion'], {
        severity: 'error',
        rule: 'smi/version',
        says: `${kind} has no version ${version}: there are ${known.join(', ')}`
      })
    ]

  const serving = options.sets.filter((set) => findSchema(set, kind, version) !== undefined)
  const missing = options.sets.filter((set) => !serving.includes(set))
  return [
    ...(missing.length
      ? [
          makeLintFinding(manifest, ['apiVersion'], {
            severity: serving.length ? 'warning' : 'error',
            rule: 'smi/not-served',
            says: `the CRD set ${missing.map(({ name }) => name).join(', ')} does not serve ${kind} ${version}: clients are told "no matches for kind"`,
            hint: listServedBy(missing, kind)
          })
        ]
      : []),
    ...findWrongFields(manifest, kind, version, serving),
    ...findLostFields(manifest, kind, version, serving, options.speaks)
  ]
}

const listServedBy = (sets: readonly CrdSet[], kind: string): string =>
  sets
    .map(
      ({ name, kinds }) =>
        `${name} serves ${kinds.find((each) => each.kind === kind)?.served.join(', ') ?? `no ${kind}`}`
    )
    .join('; ')

/** The schema of a served version. */
const findSchema = (set: CrdSet, kind: string, version: string): Json | undefined => {
  const i = set.kinds.findIndex((each) => each.kind === kind)
  if (!set.kinds[i]?.served.includes(version)) return undefined
  return findVersionSchema(set, i, version)
}

const findVersionSchema = (set: CrdSet, i: number, version: string): Json | undefined =>
  readAt(
    readItems(readAt(set.crds[i], 'spec', 'versions')).find((each) => readAt(each, 'name') === version),
    'schema',
    'openAPIV3Schema'
  )

/** What a set's schema refuses, or what the specification forbids though the set takes it. */
function findWrongFields(
  manifest: Manifest,
  kind: string,
  version: string,
  sets: readonly CrdSet[]
): readonly LintFinding[] {
  const shape = findOldShape(manifest, kind, version)
  if (shape) return [shape]
  const found = new Map<string, { misfit: Misfit; sets: string[] }>()
  for (const set of sets)
    for (const misfit of findMisfits(manifest.object, findSchema(set, kind, version) ?? {})) {
      const key = `${formatFieldPath(misfit.path)} ${misfit.says}`
      const entry = found.get(key) ?? { misfit, sets: [] }
      entry.sets.push(set.name)
      found.set(key, entry)
    }
  const refused = [...found.values()].map(({ misfit, sets: by }) =>
    makeLintFinding(manifest, misfit.path, {
      severity: 'error',
      rule: nameRule(misfit),
      says: `${kind} ${version}: ${formatFieldPath(misfit.path)} ${misfit.says}${by.length < sets.length ? ` (CRD set ${by.join(', ')})` : ''}`,
      hint: findHint(kind, version, misfit)
    })
  )
  const tolerated = findMisfits(
    manifest.object,
    findSchema(spec, kind, version) ?? { 'x-kubernetes-preserve-unknown-fields': true }
  )
    .filter(
      (misfit) =>
        ![...found.values()].some(({ misfit: other }) => formatFieldPath(other.path) === formatFieldPath(misfit.path))
    )
    .map((misfit) =>
      makeLintFinding(manifest, misfit.path, {
        severity: 'warning',
        rule: nameRule(misfit),
        says: `${kind} ${version}: the specification does not allow this, though the server takes it: ${formatFieldPath(misfit.path)} ${misfit.says}`,
        hint: findHint(kind, version, misfit)
      })
    )
  return sets.length ? [...refused, ...tolerated] : tolerated
}

/** The fields of another version under this one: one finding says more than one for each field. */
function findOldShape(manifest: Manifest, kind: string, version: string): LintFinding | undefined {
  const known = readFields(readAt(findSchema(spec, kind, version), 'properties'))
  const strange = Object.keys(readFields(manifest.object)).filter(
    (name) => !(name in known) && !['apiVersion', 'kind', 'metadata', 'status'].includes(name)
  )
  const versions = spec.kinds.find((each) => each.kind === kind)?.served ?? []
  const other = versions.filter((each) => {
    const theirs = readFields(readAt(findSchema(spec, kind, each), 'properties'))
    return strange.length > 0 && strange.every((name) => name in theirs)
  })
  const [first] = strange
  if (first === undefined || other.length === 0) return undefined
  return makeLintFinding(manifest, [first], {
    severity: 'error',
    rule: 'smi/shape',
    says: `${kind} ${version} has no ${strange.join(', ')}: these are the fields of ${other.join(' and ')}. A server without strict validation stores an empty object`,
    hint:
      known['spec'] === undefined
        ? `Write apiVersion ${other.at(-1)}, or the fields of ${version}.`
        : `Put them under spec, or name ${other.at(-1)}.`
  })
}

const nameRule = ({ path, kind }: Misfit): string => {
  const last = path.findLast((step) => typeof step === 'string')
  if (last === 'weight') return 'smi/weight'
  if (path.includes('headers')) return 'smi/headers'
  if (last === 'ports' || last === 'matches') return 'smi/matches'
  return kind === 'unknown' ? 'smi/unknown-field' : kind === 'missing' ? 'smi/missing-field' : 'smi/value'
}

function findHint(kind: string, version: string, { path, kind: what }: Misfit): string | undefined {
  const last = path.findLast((step) => typeof step === 'string')
  if (last === 'weight' && version !== 'v1alpha1')
    return 'Weights are whole numbers since v1alpha2, and only their ratio counts: 500m and 1 become 1 and 2.'
  if (last === 'weight') return 'A quantity: 1, "500m" or "0.5".'
  if (path.includes('headers')) return 'Headers are a list with one header an item: - user-agent: ".*Android.*"'
  if (kind !== 'HTTPRouteGroup' && last === 'matches' && path.length === 2)
    return 'matches is one object here, not a list: matches: {ports: [80]}'
  if (last === 'port' && kind === 'TrafficTarget')
    return 'Ports moved to TCPRoute and UDPRoute: without one of these the target is open on every port.'
  return what === 'unknown' ? `kubectl explain ${kind} --api-version=… shows what there is.` : undefined
}

/** What the object loses when it is stored, or read by the program in the versions that it speaks. */
function findLostFields(
  manifest: Manifest,
  kind: string,
  version: string,
  sets: readonly CrdSet[],
  speaks: readonly string[]
): readonly LintFinding[] {
  return sets.flatMap((set) => {
    const i = set.kinds.findIndex((each) => each.kind === kind)
    const own = set.kinds[i]
    if (own === undefined) return []
    const spoken = own.served.filter((each) => speaks.includes(`${own.group}/${each}`))
    // Which version a cluster stores is a choice where every version is served, and nobody made it yet.
    if (set.name === spec.name && spoken.length === 0) return []
    const readers = spoken.length > 0 ? spoken : [version]
    const { metadata: _m, status: _s, apiVersion: _a, kind: _k, ...body } = readFields(manifest.object)
    const kept = pruneValue(body, findVersionSchema(set, i, version) ?? {})
    const stored = pruneValue(kept, findVersionSchema(set, i, own.storage) ?? {})
    return readers.flatMap((reader) => {
      const read = pruneValue(stored, findVersionSchema(set, i, reader) ?? {})
      const lost = keepTopmost(compareObjects(kept, read).lost)
      const before = findMisfits(kept, findVersionSchema(set, i, version) ?? {}).map(({ path }) =>
        formatFieldPath(path)
      )
      const bad = findMisfits(read, findVersionSchema(set, i, reader) ?? {}).filter(
        ({ kind, path }) => kind === 'value' && !before.includes(formatFieldPath(path))
      )
      const how = `${reader === version ? 'read back' : `read as ${reader}`}${spoken.length ? ', as the program does' : ''}${own.storage === reader ? '' : `, and stored as ${own.storage}`} (CRD set ${set.name})`
      const because = (path: string): string | undefined =>
        own.fields.filter((field) => liesWithin(path, field.path)).sort((a, b) => b.path.length - a.path.length)[0]
          ?.because
      return [
        ...lost.map((path) =>
          makeLintFinding(manifest, listPathPlaces(path), {
            severity: 'error',
            rule: 'smi/lost',
            says: `${kind} ${version}: ${path} is lost when it is ${how}`,
            hint: because(path)
          })
        ),
        ...(reader === version
          ? []
          : bad.map((misfit) =>
              makeLintFinding(manifest, misfit.path, {
                severity: 'error',
                rule: 'smi/undecodable',
                says: `${kind} ${version}: ${formatFieldPath(misfit.path)} ${misfit.says} when it is ${how}`,
                hint: because(formatFieldPath(misfit.path).replace(/\[\d+\]/g, '[]'))
              })
            ))
      ]
    })
  })
}

/** One path for all that is lost below it: the shortest that no other one is above. */
const keepTopmost = (paths: readonly string[]): readonly string[] => [
  ...new Set(paths.map((path) => path.replace(/\[\].*$/, '')))
]

const listPathPlaces = (path: string): readonly string[] => path.split('.')
