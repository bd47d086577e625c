import { either, isFlag, isNull, isText, maybe, shaped } from '../base/decode.ts'
import { parseJson } from '../base/json.ts'

/** What a folder publisher writes beside the files of a release, as a platform's page would tell it; no time is in it. */
export const RECORD = 'release.json'

export interface ReleaseRecord {
  readonly tag: string
  readonly commit: string | null
  readonly title: string
  readonly notes: string
  readonly prerelease: boolean
  readonly latest: boolean
  /** Of a draft that was kept: the digest of its files. */
  readonly verified?: string
  /** Why it was taken back. */
  readonly yanked?: string
}

const isReleaseRecord = shaped<ReleaseRecord>({
  ...{ tag: isText, commit: either(isText, isNull), title: isText, notes: isText },
  ...{ prerelease: isFlag, latest: isFlag, yanked: maybe(isText), verified: maybe(isText) }
})

/** The record in these bytes; undefined where they hold anything else. */
export function parseReleaseRecord(bytes: Uint8Array): ReleaseRecord | undefined {
  const record = parseJson(Buffer.from(bytes).toString('utf8'))
  return isReleaseRecord(record) ? record : undefined
}
