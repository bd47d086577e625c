import { findPlatform } from '../facts/platforms.ts'
import { parseTagFolder, readVersionOfTag } from '../facts/version.ts'
import { BUNDLE, PROVENANCE } from '../model/release-chains.ts'
import type { Published } from '../model/ports/publisher.ts'

/** What stays of a release that is taken back, a sentence each: no request of Slipway's reaches it. */
export function listStays(tag: string, published: Pick<Published, 'files'>, on: string): readonly string[] {
  const holds = (wanted: string): boolean => published.files.some(({ name }) => name === wanted)
  const signed = holds(BUNDLE) || holds(PROVENANCE)
  const folder = parseTagFolder(tag)
  const version = /^v\d/.test(folder === '' ? tag : tag.slice(folder.length + 1)) && readVersionOfTag(tag, folder)
  return [
    `the files and the tag ${tag}: whoever has pinned them still gets them`,
    ...(version
      ? [`go install with @v${version}, by the module proxy: add "retract v${version}" to go.mod and release that`]
      : []),
    ...(signed ? ['its signatures, which stay valid, and what a transparency log has of keyless ones'] : []),
    ...(holds(PROVENANCE) && findPlatform(on)?.keepsAttestations
      ? ['its attestation, where it was kept: gh attestation verify goes on to accept the files']
      : []),
    'copies elsewhere: images, packages, taps and mirrors, and notifications that were sent'
  ]
}
