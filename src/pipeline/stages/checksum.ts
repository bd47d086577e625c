import { join } from 'node:path'
import { CHECKSUMS } from '../../model/release-chains.ts'
import type { Artifact } from '../../model/nouns.ts'
import { formatChecksums } from '../../package/checksums.ts'
import type { Files } from '../../model/ports/files.ts'

/** Writes checksums.txt over the reproducible files, unless it says so already. */
export async function checksum(
  files: Files,
  out: string,
  artifacts: readonly Artifact[]
): Promise<{ checksums: Artifact; reused: boolean }> {
  const path = join(out, CHECKSUMS)
  const text = formatChecksums(artifacts)
  const before = await files.read(path)
  const reused = before !== undefined && Buffer.from(before).toString('utf8') === text
  if (!reused) await files.write(path, text)
  const digest = await files.digest(path)
  if (!digest) throw new Error(`${path} vanished`)
  return { checksums: { kind: 'checksums', name: CHECKSUMS, path, ...digest }, reused }
}
