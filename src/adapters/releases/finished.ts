import { hashStream } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import { formatCount } from '../../base/text.ts'
import type { Digest } from '../../model/nouns.ts'
import { AFTER_A_WRITE, AT_REST, lookPatiently } from '../../base/patience.ts'
import type { Draft, Published, ReleaseRequest, RemoteFile } from '../../model/ports/publisher.ts'

/** A file of ours, as `Draft.add` gets it. */
export type LocalFile = { readonly name: string; readonly path: string } & Digest

/** Bytes under a name that are not the ones we have. Says both digests. */
export const makeDifferenceFailure = (where: string, name: string, theirs: string, ours: string): Failure =>
  new Failure('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'That file was left as it is. Find out which of the two is right; the same tag must give the same bytes.'
  })

/** How a published release is looked at again. */
export interface Again {
  find(): Promise<Published | undefined>
  wait(seconds: number): Promise<void>
}

/** So long, in milliseconds, a release may be shown without all its files. */
const YOUNG = 600_000

/**
 * A published release in the shape of a draft: what lies there is kept, nothing is ever written. A file that is not
 * listed is looked for again before it is said to be missing.
 */
export const openFinishedRelease = (published: Published, again: Again): Draft => {
  let seen = published
  return {
    finished: true,
    files: published.files,
    download: (name) => seen.download(name),
    async add(file) {
      seen = await awaitFiles(seen, [file.name], again)
      const there = seen.files.find(({ name }) => name === file.name)
      if (!there) throw makeLackingFailure(seen, file.name)
      const theirs = await readPublishedDigest(seen, there)
      if (theirs !== file.sha256)
        throw makeDifferenceFailure(`the published release ${seen.tag}`, file.name, theirs, file.sha256)
      return 'kept'
    },
    publish: () => Promise.resolve(seen),
    keep: () => Promise.reject(makePublishedFailure(seen.tag)),
    [Symbol.asyncDispose]: () => Promise.resolve()
  }
}

/** The release as soon as it is shown with these files, or as it is in the end. */
async function awaitFiles(published: Published, names: readonly string[], again: Again): Promise<Published> {
  let [seen, looked] = [published, false]
  const young = Date.now() - Date.parse(seen.since ?? '') < YOUNG
  await lookPatiently<undefined>(
    async () => {
      if (looked) seen = (await again.find()) ?? seen
      looked = true
      const absent = listAbsent(seen, names)
      return absent.length === 0
        ? { seen: 'right', value: undefined }
        : { seen: 'missing', what: `${seen.tag} is shown without ${absent.join(', ')}` }
    },
    (seconds) => again.wait(seconds),
    young ? AFTER_A_WRITE : AT_REST
  )
  return seen
}

const listAbsent = ({ files }: Published, names: readonly string[]): readonly string[] =>
  names.filter((name) => !files.some((file) => file.name === name))

/**
 * Rejects, before any work, a published release that this one cannot be: it was taken back, or it lacks a file that this one
 * holds in any case, such as one that a person made for the tag.
 */
export async function refuseOtherRelease(
  published: Published,
  certain: readonly string[],
  again: Again
): Promise<void> {
  refuseToContinueYanked(published)
  const seen = await awaitFiles(published, certain, again)
  const absent = listAbsent(seen, certain)
  if (absent.length === 0) return
  const lacking = makeLackingFailure(seen, absent.join(', '))
  throw absent.length < certain.length
    ? lacking
    : new Failure(lacking, `the release ${seen.tag} is published already, with no file of this one: ${seen.url}`, {})
}

/** The platform's digest of a file, or that of its downloaded bytes. */
const readPublishedDigest = async (published: Published, file: RemoteFile): Promise<string> =>
  file.sha256 ?? (await hashStream(published.download(file.name)))

/** A draft that is to be kept, and is a release by now. */
export const makePublishedFailure = (tag: string): Failure =>
  new Failure('host', `${tag} was published while its draft was filled`, {
    hint: 'Somebody published it, or another run did. Run again: what is published is compared with what is here.'
  })

/** A file of ours that is not in a release that must not be written to. */
export const makeLackingFailure = (published: Published, name: string): Failure =>
  new Failure('verification', `the release ${published.tag} is published without ${name}`, {
    hint: hintAtLacking(published)
  })

function hintAtLacking({ url, frozen, pathOf }: Published): string {
  if (frozen) return `${url} is immutable: neither it nor its tag can be used again. Release under a new version.`
  const never = `A published release is never written to: ${url}.`
  return pathOf
    ? `${never} Remove that folder, or choose a new tag.`
    : `${never} Where its page lacks the file too, delete the release (and keep its tag), or choose a new tag.`
}

/** `a.zip is`, `a.zip and 2 other files are`. */
export const formatNamesWithVerb = (files: readonly { readonly name: string }[]): string => {
  const [first, ...others] = files
  return `${first?.name}${others.length > 0 ? ` and ${formatCount(others.length, 'other file')} are` : ' is'}`
}

/** Refuses a request that no platform can carry out. */
export function refuseContradiction({ tag, prerelease, latest }: ReleaseRequest): void {
  if (!prerelease || !latest) return
  throw new Failure('input', `${tag} is a prerelease and cannot be the latest release`, {
    hint: 'Leave out --latest, or --prerelease.'
  })
}

/** Refuses to go on with a release that was taken back. */
export function refuseToContinueYanked({ tag, url, yanked }: Published): void {
  if (yanked === undefined) return
  throw new Failure('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
    hint: 'Release the commit that is right under a new version.'
  })
}

/** The same Failure, of a release that people see by now: it has to be taken back. */
export const markExposed = (error: unknown): unknown => {
  if (!(error instanceof Failure)) return error
  const { message, cause = error } = error
  return new Failure(error, message, { cause, exposed: true })
}
