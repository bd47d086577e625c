import type { Digest } from '../model/nouns.ts'
import type { Draft, Published, RemoteFile } from '../model/ports/publisher.ts'

/** A file that lies here and is to be published. */
export type Publishable = { readonly name: string; readonly path: string } & Digest

/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
export async function publish(
  draft: Draft,
  files: readonly Publishable[],
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

/** The bytes of a file that an earlier run left in a release or draft, when it lies there. */
export const earlier = (
  place: { readonly files: readonly RemoteFile[]; download(name: string): AsyncIterable<Uint8Array> } | undefined,
  name: string
): AsyncIterable<Uint8Array> | undefined =>
  place?.files.some((file) => file.name === name) ? place.download(name) : undefined
