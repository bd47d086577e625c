import semver from 'semver'

/** How far a version number moves, and what SemVer lets that step do. */
export type SemverStep = 'major' | 'minor' | 'patch'

const ORDER: readonly SemverStep[] = ['patch', 'minor', 'major']

/**
 * The step between two versions, as SemVer 2.0.0 counts it. Before 1.0.0 a minor step may break (item 4 allows all of it;
 * Go modules and Cargo take the minor for the promise), so that it counts as major there and a patch step as minor.
 * Undefined for a step back, or none.
 */
export function findSemverStep(from: string, to: string): SemverStep | undefined {
  if (!semver.gt(to, from)) return undefined
  const [a, b] = [semver.parse(from), semver.parse(to)]
  if (!a || !b) return undefined
  if (a.major !== b.major) return 'major'
  if (a.major === 0) return a.minor !== b.minor ? 'major' : 'minor'
  return a.minor !== b.minor ? 'minor' : 'patch'
}

/** Whether a step may hold a change that needs at least another one. */
export const allows = (step: SemverStep, needed: SemverStep): boolean => ORDER.indexOf(step) >= ORDER.indexOf(needed)

/** The most that any of some changes needs. */
export const chooseLargestStep = (needed: readonly SemverStep[]): SemverStep =>
  needed.reduce<SemverStep>((highest, each) => (allows(highest, each) ? highest : each), 'patch')
