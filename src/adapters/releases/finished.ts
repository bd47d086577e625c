import { sha256Of } from '../../base/digest.ts'
import { Failure } from '../../base/errors.ts'
import type { Digest } from '../../model/nouns.ts'
import type { Draft, Published, ReleaseRequest, RemoteFile } from '../../model/ports/publisher.ts'

/** A file of ours, as `Draft.add` gets it. */
export type LocalFile = { readonly name: string; readonly path: string } & Digest

/** Bytes under a name that are not the ones we have. Says both digests. */
export const different = (where: string, name: string, theirs: string, ours: string): Failure =>
  new Failure('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'Nothing was changed. Find out which of the two is right; the same tag must give the same bytes.'
  })

/** A published release in the shape of a draft: what lies there is kept, nothing is ever written. */
export const finished = (published: Published): Draft => ({
  finished: true,
  files: published.files,
  download: (name) => published.download(name),
  async add(file) {
    const there = published.files.find(({ name }) => name === file.name)
    if (!there) throw lacking(published, file.name)
    const theirs = await digestOf(published, there)
    if (theirs !== file.sha256)
      throw different(`the published release ${published.tag}`, file.name, theirs, file.sha256)
    return 'kept'
  },
  publish: () => Promise.resolve(published),
  [Symbol.asyncDispose]: () => Promise.resolve()
})

/** The platform's digest of a file, or that of its downloaded bytes. */
const digestOf = async (published: Published, file: RemoteFile): Promise<string> =>
  file.sha256 ?? (await sha256Of(published.download(file.name)))

/** A file of ours that is not in a release that must not be written to. */
export const lacking = (published: Published, name: string): Failure =>
  new Failure('verification', `the release ${published.tag} is published without ${name}`, {
    hint: `A published release is never written to: ${published.url}. Delete it (and keep its tag), or choose a new tag.`
  })

/** Refuses a request that no platform can carry out. */
export function refuseContradiction({ tag, prerelease, latest }: ReleaseRequest): void {
  if (!prerelease || !latest) return
  throw new Failure('input', `${tag} is a prerelease and cannot be the latest release`, {
    hint: 'Leave out --latest, or --prerelease.'
  })
}

/** Refuses to go on with a release that was taken back. */
export function refuseYanked({ tag, url, yanked }: Published): void {
  if (yanked === undefined) return
  throw new Failure('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
    hint: 'Release the commit that is right under a new version.'
  })
}

/** The same Failure, of a release that people see by now: it has to be taken back. */
export const exposed = (error: unknown): unknown => {
  if (!(error instanceof Failure)) return error
  const { message, cause = error } = error
  return new Failure(error, message, { cause, exposed: true })
}
