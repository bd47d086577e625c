import { join } from 'node:path'
import type { Artifact } from '../../model/nouns.ts'
import type { Files } from '../../model/ports/files.ts'
import { CHECKSUMS } from '../../model/release-chains.ts'
import { formatChecksums } from '../../package/checksums.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import type { Run } from '../run.ts'

interface ChecksumTools extends Frame {
  readonly files: Files
  readonly out: string
}

/** Writes checksums.txt over the reproducible files, unless it says so already. */
export async function writeChecksums({ tools }: Run<ChecksumTools>, artifacts: readonly Artifact[]): Promise<Artifact> {
  const { files, out } = tools
  return await stage('checksum', tools).watch(CHECKSUMS, async () => {
    const path = join(out, CHECKSUMS)
    const text = formatChecksums(artifacts)
    const before = await files.read(path)
    const reused = before !== undefined && Buffer.from(before).toString('utf8') === text
    if (!reused) await files.write(path, text)
    const digest = await files.digest(path)
    if (!digest) throw new Error(`${path} vanished`)
    const checksums: Artifact = { kind: 'checksums', name: CHECKSUMS, path, ...digest }
    return { value: checksums, reused, note: `${artifacts.length} files` }
  })
}
