import { Failure } from '../base/errors.ts'
import { folderReleases } from './folder/destination.ts'
import { githubReleases } from './github/releases/destination.ts'
import { gitlabReleases } from './gitlab/releases/destination.ts'
import type { Caller, Destination, Located, PublisherKind } from './releases/destination.ts'

/** The one list of publishers; the first that takes a place or a page has it. */
export const PUBLISHERS: readonly PublisherKind[] = [gitlabReleases, githubReleases, folderReleases]

/** The place that `to` means: a platform's, where the environment says which project, or a folder. */
export function findDestination(to: string, caller: Caller): Destination {
  const kind = PUBLISHERS.find((publisher) => publisher.takes(to))
  if (!kind) throw new Error(`no publisher takes ${to}`)
  return kind.destination(to, caller)
}

/**
 * The release that a URL shows: `https://github.com/OWNER/REPO/releases/tag/TAG`, or
 * `https://HOST/GROUP/PROJECT/-/releases/TAG`. A token of the environment goes only to the
 * platform that the environment names. Throws an 'input' Failure for a page of another kind.
 */
export function locateRelease(url: string, caller: Caller): Located {
  const page = new URL(url)
  for (const { locate } of PUBLISHERS) {
    const located = locate?.(page, caller)
    if (located) return located
  }
  throw new Failure('input', `${page.origin}${page.pathname} is not the page of a release`, {
    hint: 'Pages of releases: https://github.com/OWNER/REPO/releases/tag/TAG, https://HOST/GROUP/PROJECT/-/releases/TAG.'
  })
}
