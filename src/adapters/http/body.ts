import { Failure } from '../../base/errors.ts'
import type { Files } from '../../model/ports/files.ts'
import type { LocalFile } from '../releases/finished.ts'

/** The file's bytes, read from the disk as they are sent; they must still be the ones that were announced. */
export async function openBody(files: Files, file: LocalFile): Promise<Blob> {
  const found = await files.digest(file.path)
  if (found?.sha256 === file.sha256) return files.blob(file.path)
  throw new Failure(
    'verification',
    `${file.path} changed before its upload: sha256 ${found?.sha256 ?? 'of nothing'} now, ${file.sha256} before`
  )
}
