/** What a folder publisher writes beside the files of a release, as a platform's page would tell it; no time is in it. */
export const RECORD = 'release.json'

export interface ReleaseRecord {
  readonly tag: string
  readonly commit: string | null
  readonly title: string
  readonly notes: string
  readonly prerelease: boolean
  readonly latest: boolean
  /** Why it was taken back. */
  readonly yanked?: string
}

const KNOWN = ['tag', 'commit', 'title', 'notes', 'prerelease', 'latest', 'yanked']

/** The record in these bytes; undefined where they hold anything else. */
export function parseRecord(bytes: Uint8Array): ReleaseRecord | undefined {
  try {
    const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as ReleaseRecord | null
    if (typeof record !== 'object' || record === null || typeof record.tag !== 'string') return undefined
    return Object.keys(record).every((name) => KNOWN.includes(name)) ? record : undefined
  } catch {
    return undefined
  }
}
