import type { Analysis } from '../facts/go-packages.ts'
import type { Event } from '../facts/event.ts'
import { findPlatform } from '../facts/platforms.ts'
import type { Facts } from '../model/nouns.ts'
import { takeWork, type Once } from '../model/planned.ts'
import type { BaselinePlan } from './baseline.ts'
import type { PublicationPlan } from './publication.ts'
import type { SigningPlan } from './signing.ts'

/** What a person should know of the tree, of what is left out, and of who started the run. */
export function listPlanNotes(
  facts: Facts,
  { untracked, leftOut }: Analysis,
  event: Event,
  baseline: BaselinePlan | { readonly skip: string }
): readonly string[] {
  return [
    ...(leftOut.length ? [`not built: ${formatSomePaths(leftOut)}; --main names programs outside of . and ./cmd`] : []),
    ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
    ...(facts.dirty.length
      ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
      : []),
    ...(untracked.length ? [`the build takes in files that git does not hold: ${formatSomePaths(untracked)}`] : []),
    ...(facts.shallow
      ? [
          'skip' in baseline && baseline.skip.includes('shallow')
            ? 'this clone is shallow and holds no release before: what compares with one proves nothing (crd, data, surface, the way back of workloads); fetch the whole history (GitHub: fetch-depth: 0 of actions/checkout; GitLab: GIT_DEPTH: 0)'
            : 'this clone is shallow: "latest" and the notes are decided by the tags and commits that are here'
        ]
      : [])
  ]
}

/** A keyless signature names what started its job, and who knows the repository alone demands the tag. */
export function listSignerNotes(
  signing: Once<SigningPlan>,
  publication: Once<PublicationPlan>,
  { kind }: Event
): readonly string[] {
  const to = takeWork(publication)?.to
  if (takeWork(signing)?.mode !== 'keyless' || kind === 'tag' || !findPlatform(to)) return []
  return [
    'no tag started this run: its signature will name the branch, which "slipway verify URL" refuses unless it is told ' +
      'the identity; start the release by its tag'
  ]
}

export const formatSomePaths = (paths: readonly string[]): string =>
  paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '')
