import type { Deflate } from '../model/ports/archive.ts'
import type { ArchiveEntry } from './entries.ts'
import { makeTarGz } from './tar.ts'
import { zip } from './zip.ts'

/** Makes an archive: the same bytes for the same entries and time, on every host and in every time zone. */
export async function archive(
  format: 'tar.gz' | 'zip',
  entries: readonly ArchiveEntry[],
  time: Date,
  deflate: Deflate
): Promise<Uint8Array> {
  return format === 'zip' ? await zip(entries, time, deflate) : await makeTarGz(entries, time, deflate)
}
