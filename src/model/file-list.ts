import { hashBytes } from '../base/digest.ts'

/** One digest of the names and bytes of files, in whatever order they stand. */
export const digestFileList = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  hashBytes(
    files
      .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
      .sort()
      .join('')
  )
