import { hashBytes } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import { refuseNames } from '../../../model/release-names.ts'

/** Characters of a `direct_asset_path`, which is a slash and the name. */
const LONGEST_PATH = 128

/** Rejects ('input') names that GitLab, or another place, would refuse or change, before anything is written. */
export function refuseGitlabNames(names: readonly string[]): void {
  refuseNames(names)
  const long = names.filter((name) => name.length + 1 > LONGEST_PATH)
  if (long.length === 0) return
  throw new Failure('input', `names too long for a link of GitLab: ${long.join(', ')}`, {
    hint: `Use at most ${LONGEST_PATH - 1} characters.`
  })
}

/**
 * The path of a file's permanent link, `/NAME`; undefined for a name that GitLab takes for a file and not for such a
 * path: one with a `+`, or that does not end in a letter or digit (`Releases::Link::FILEPATH_REGEX`).
 */
export const formatDirectPath = (name: string): string | undefined =>
  /^[-.\w]*[0-9A-Za-z]$/.test(name) && name.length < LONGEST_PATH ? `/${name}` : undefined

/**
 * The version under which the files of a tag lie in the package registry: the tag itself where GitLab takes it as a
 * version, else its plain characters and a part of its sha256.
 */
export function formatPackageVersion(tag: string): string {
  if (/^(?!.*\.\.)[A-Za-z0-9_+.-]{1,200}$/.test(tag)) return tag
  const plain = tag.replace(/[^A-Za-z0-9_+.-]+/g, '-').replace(/\.{2,}/g, '.')
  return `${plain.slice(0, 100)}-${hashBytes(tag).slice(0, 16)}`
}
