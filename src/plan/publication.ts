import { Failure } from '../errors.ts'
import type { Config } from '../inputs.ts'
import type { Facts } from '../model.ts'
import { isHighest, isPrerelease } from '../version.ts'
import type { Mode, Planned, Surroundings } from './around.ts'

export interface PublicationPlan {
  /** 'github', or the absolute path of a folder. */
  readonly to: string
  readonly tag: string
  readonly prerelease: boolean
  readonly latest: boolean
}

export function publication(
  mode: Mode,
  config: Config,
  tag: string | undefined,
  version: string,
  facts: Facts,
  around: Surroundings
): Planned<PublicationPlan> {
  if (mode !== 'release') return { skip: `${mode} publishes nothing` }
  if (around.event.untrusted !== undefined)
    throw new Failure('input', `this run may not publish: ${around.event.untrusted}`, {
      hint: 'Use gate for pull requests.'
    })
  if (config.to === 'none') return { skip: 'to is none' }
  const to = config.to === 'auto' ? (around.repository ? 'github' : undefined) : config.to
  if (to === undefined)
    throw new Failure('input', 'nobody said where to publish', { hint: 'Give --to DIR, --to github or --to none.' })
  if (tag === undefined) throw new Error('a release plan without a tag')
  const prerelease = config.prerelease === 'auto' ? isPrerelease(version) : config.prerelease === 'true'
  const latest =
    config.latest === 'auto'
      ? !prerelease && isHighest(version, facts.moduleDir, facts.allTags)
      : config.latest === 'true'
  if (latest && prerelease)
    throw new Failure('input', 'a prerelease cannot be the latest release', {
      hint: 'Leave latest or prerelease at auto.'
    })
  return { work: [{ to, tag, prerelease, latest }] }
}
