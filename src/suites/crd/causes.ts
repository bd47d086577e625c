import type { CrdChange } from '../../crds/promises.ts'
import { findRemedy } from '../../crds/remedies.ts'
import type { Crd } from '../../crds/source.ts'
import type { Check } from '../../model/nouns.ts'
import type { TracedEvidence } from '../evidence.ts'

/** Something that N changed and that its clients suffer from, in however many versions. */
interface Cause {
  /** A field (`spec.routes[].weight`), a version, or a part of the definition (`names.shortNames`). */
  readonly what: string
  readonly versions: readonly string[]
  readonly changes: readonly CrdChange[]
}

const splitWhere = (where: string): readonly [version: string, what: string] => {
  const at = where.indexOf(': ')
  return at < 0 ? ['', where] : [where.slice(0, at), where.slice(at + 2)]
}

const listCauses = (changes: readonly CrdChange[]): readonly Cause[] => {
  const breaking = changes.filter(({ breaks }) => breaks)
  const whats = [...new Set(breaking.map(({ where }) => splitWhere(where)[1]))]
  return whats.map((what) => {
    const own = breaking.filter(({ where }) => splitWhere(where)[1] === what)
    return { what, changes: own, versions: [...new Set(own.map(({ where }) => splitWhere(where)[0]))].filter(Boolean) }
  })
}

/** Whether a change of one field is why another shows a fault: it is the same, or lies within it. */
export const explains = (what: string, fault: string): boolean => {
  if (what === 'the root') return true
  const inside = what.split('*').map((part) => part.replace(/[.[\]\\^$+?(){}|]/g, '\\$&'))
  return new RegExp(`^${inside.join('[^.]+')}($|[.[])`).test(fault.replace(/\[\d+\]/g, '[]'))
}

/**
 * The checks with one failure for each cause: what a change of the definition explains stands below that change, with a
 * remedy; of the rest, a failure about the same fields stands below the first. What nothing explains stays as it is.
 */
export const joinByCause = (
  { checks, faultsOf }: TracedEvidence,
  { changes, before, after }: { readonly changes: readonly CrdChange[]; readonly before: Crd; readonly after: Crd },
  diff: string
): readonly Check[] => {
  const causes = listCauses(changes)
  const explained = (check: Check): readonly Cause[] => {
    const faults = faultsOf(check)
    const found = faults.map((fault) => causes.filter(({ what }) => explains(what, fault)))
    return check.outcome === 'passed' || faults.length === 0 || found.some((each) => each.length === 0)
      ? []
      : [...new Set(found.flat())]
  }
  const below = new Map(checks.map((check) => [check, explained(check)] as const))
  const symptomsOf = (cause: Cause): readonly Check[] => checks.filter((check) => below.get(check)?.includes(cause))
  const failures = causes.map((cause): Check => {
    const [first] = cause.changes
    const [version = '', field = ''] = splitWhere(first?.where ?? '')
    const loss = symptomsOf(cause).find((check) => check.loss)?.loss
    return {
      claim: nameCause(before.name, cause),
      outcome: 'failed',
      seen: [describeCause(cause), ...listSymptoms(symptomsOf(cause))].join('\n'),
      repeat: symptomsOf(cause).find(({ repeat }) => repeat?.includes('kubectl create'))?.repeat ?? diff,
      at: after.placeOf(version || field, version ? field : ''),
      ...(loss && { loss })
    }
  })
  const rest = checks.filter((check) => below.get(check)?.length === 0)
  return [...failures, ...joinLikeFaults(rest, faultsOf, changes)]
}

/** The name of a cause, by which slipway.yaml accepts it. */
const nameCause = (name: string, { what }: Cause): string => `${name} of N keeps ${what} for clients of N-1`

const describeCause = ({ versions, changes }: Cause): string => {
  const says = [...new Set(changes.map(({ says }) => says))]
  const remedies = [...new Set(changes.flatMap((change) => findRemedy(change) ?? []))]
  return `${says.join('; ')}${versions.length ? ` (in ${versions.join(', ')})` : ''}. ${remedies.join(' ')}`
}

const listSymptoms = (checks: readonly Check[]): readonly string[] =>
  checks.length === 0 ? [] : ['On the live server:', ...checks.map(({ claim, seen }) => `- not so: ${claim}: ${seen}`)]

/** Of failures about the same fields, one: the others stand below it. What changed there, though a rule does not judge it, is told. */
const joinLikeFaults = (
  checks: readonly Check[],
  faultsOf: TracedEvidence['faultsOf'],
  changes: readonly CrdChange[]
): readonly Check[] => {
  const heads: Check[] = []
  const followers = new Map<Check, readonly Check[]>()
  // Data that is lost weighs more than a manifest that is refused.
  for (const check of [...checks.filter(({ loss }) => loss), ...checks.filter(({ loss }) => !loss)]) {
    const faults = check.outcome === 'failed' ? faultsOf(check) : []
    const head = heads.find((one) => faults.length > 0 && faults.every((fault) => faultsOf(one).includes(fault)))
    if (head) followers.set(head, [...(followers.get(head) ?? []), check])
    else if (faults.length > 0) heads.push(check)
  }
  const following = [...followers.values()].flat()
  return checks
    .filter((check) => !following.includes(check))
    .map((check) => {
      if (!heads.includes(check)) return check
      const told = changes.filter(({ where }) => faultsOf(check).some((fault) => explains(splitWhere(where)[1], fault)))
      const words = [...new Set(told.map(({ where, says }) => `${splitWhere(where)[1]} ${says}`))]
      const storage = check.loss && changes.find(({ where }) => where === 'storage')
      return {
        ...check,
        seen: [
          check.seen,
          ...(words.length ? [`What changed there: ${words.join('; ')}`] : []),
          ...(storage
            ? [`storage ${storage.says}. Describe the fields in the version that is stored, or keep storing the other.`]
            : []),
          ...listSymptoms(followers.get(check) ?? [])
        ].join('\n')
      }
    })
}
