import { sha256Of } from '../digest.ts'
import { Failure } from '../errors.ts'
import type { Artifact } from '../model.ts'
import type { Draft, Published, RemoteFile } from '../ports.ts'

/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
export async function publish(
  draft: Draft,
  files: readonly Artifact[],
  note: (text: string) => void
): Promise<Published> {
  let done = 0
  for (const file of files) {
    note(`${++done} of ${files.length}: ${file.name}`)
    await draft.add(file)
  }
  note('reading back')
  return await draft.publish()
}

/**
 * Compares what is published with what is here, name by name and digest by digest. Throws a 'verification' Failure that
 * shows both digests; files that we did not make are returned, to be named.
 */
export async function compare(published: Published, files: readonly Artifact[]): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const file of files) {
    const there = published.files.find(({ name }) => name === file.name)
    const sha256 = there && (there.sha256 ?? (await sha256Of(published.download(file.name))))
    if (!there) wrong.push(`${file.name} is missing`)
    else if (sha256 !== file.sha256) wrong.push(`${file.name} is sha256 ${sha256} there and ${file.sha256} here`)
  }
  if (wrong.length)
    throw new Failure(
      'verification',
      `${published.tag} is published with other bytes (${published.url}): ${wrong.join('; ')}`,
      {
        hint: 'A published release is never written to. Release this commit under a new version.'
      }
    )
  return published.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name))
}

/** The bytes of a file that an earlier run left in a release or draft, when it lies there. */
export const earlier = (
  place: { readonly files: readonly RemoteFile[]; download(name: string): AsyncIterable<Uint8Array> } | undefined,
  name: string
): AsyncIterable<Uint8Array> | undefined =>
  place?.files.some((file) => file.name === name) ? place.download(name) : undefined
