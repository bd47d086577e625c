import type { Deflate } from '../model/ports/archive.ts'
import type { Entry } from './entries.ts'
import { tarGz } from './tar.ts'
import { zip } from './zip.ts'

/** Makes an archive: the same bytes for the same entries and time, on every host and in every time zone. */
export async function archive(
  format: 'tar.gz' | 'zip',
  entries: readonly Entry[],
  time: Date,
  deflate: Deflate
): Promise<Uint8Array> {
  return format === 'zip' ? await zip(entries, time, deflate) : await tarGz(entries, time, deflate)
}
