import { hashBytes } from '../base/digest.ts'
import { formatCount } from '../base/text.ts'

/** As many targets as are wanted, in their own order; which ones, the digest of the commit decides, so that it is not always the first. */
export function sampleTargets<T>(
  targets: readonly T[],
  many: number,
  commit: string,
  format: (target: T) => string
): readonly T[] {
  const ranked = targets.map((target) => ({ target, rank: hashBytes(`${commit} ${format(target)}`) }))
  const chosen = new Set(
    [...ranked]
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, many)
      .map(({ target }) => target)
  )
  return targets.filter((target) => chosen.has(target))
}

/** `1 of 7 targets, chosen by the commit`; of all, no choice was made. */
export const describeSample = (sampled: number, of: number): string =>
  sampled < of
    ? `${sampled} of ${formatCount(of, 'target')}, chosen by the commit`
    : `every one of ${formatCount(of, 'target')}`
