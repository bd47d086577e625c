import { join } from 'node:path'
import { Failure } from '../../base/errors.ts'
import { inspect } from '../../go/inspect/binary.ts'
import { sha256 } from '../../base/digest.ts'
import type { Made } from '../../steps/ledger.ts'
import { licencesOf, type LicencesOf } from '../../licences/module-licences.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Artifact } from '../../model/nouns.ts'
import type { Json } from '../../base/json.ts'
import { ARCHIVE_FORMAT, SBOM_FORMAT, SPDX_FORMAT } from '../../package/formats.ts'
import type { Plan } from '../../plan/plan.ts'
import { referenceTo } from '../../package/parts.ts'
import { nameInArchive, type ArchivePlan } from '../../plan/archives.ts'
import type { Deflate } from '../../model/ports/archive.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Built } from './build.ts'

export interface PackageTools {
  readonly files: Files
  readonly deflate: Deflate
  readonly licences: LicencesOf
  readonly folder: string
  readonly out: string
}

/** What was packed, as plain data for the ledger; names are relative to the output folder. */
export interface Packed {
  readonly kind: 'archive' | 'sbom'
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** A file of the module that goes into every archive. */
export interface Extra {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads the LICENSE, README and other files once, for all archives. */
export async function readExtras({ files, folder }: PackageTools, plan: ArchivePlan): Promise<readonly Extra[]> {
  return await Promise.all(
    plan.files.map(async (file) => {
      const bytes = await files.read(join(folder, file), LIMITS.program.most)
      if (!bytes)
        throw new Failure('input', `${file} is to go into the archives and is not in ${folder}`, {
          hint: 'Commit it, or take it out of archive.files in slipway.yaml.'
        })
      return { name: nameInArchive(file), bytes }
    })
  )
}

/** All that decides the bytes of an archive and its SBOMs. */
export const packageInput = (
  plan: Plan,
  archive: ArchivePlan,
  built: readonly Built[],
  extras: readonly Extra[]
): Json => ({
  formats: [ARCHIVE_FORMAT, SBOM_FORMAT, ...(archive.binaries.some(({ spdx }) => spdx) ? [SPDX_FORMAT] : [])],
  name: archive.name,
  version: plan.version,
  committedAt: plan.committedAt,
  binaries: archive.binaries.map((binary) => ({
    ...binary,
    sha256: built.find(({ path }) => path === binary.path)?.sha256
  })),
  extras: extras.map(({ name, bytes }) => ({ name, sha256: sha256(bytes) }))
})

/** go.sum's hashes of module content, by `PATH VERSION`. */
const sumsOf = (goSum: Uint8Array | undefined): ReadonlyMap<string, string> =>
  new Map(
    Buffer.from(goSum ?? [])
      .toString('utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([path = '', version = '', sum]) => (sum === undefined ? [] : [[`${path} ${version}`, sum] as const]))
  )

/** One archive with the programs of a target, and an SBOM for each program. */
export async function packageTarget(
  { files, deflate, licences, folder, out }: PackageTools,
  plan: Plan,
  { name, format, binaries, target }: ArchivePlan,
  built: readonly Built[],
  extras: readonly Extra[]
): Promise<Made<readonly (Packed & { readonly [key: string]: Json })[]>> {
  // Heavy, and a run that finds everything packed needs neither.
  const [{ archive }, { sbom }, { spdx }] = await Promise.all([
    import('../../package/archive.ts'),
    import('../../package/sbom.ts'),
    import('../../package/spdx.ts')
  ])
  const made: (Packed & { readonly [key: string]: Json })[] = []
  const write = async (kind: Packed['kind'], file: string, content: Uint8Array | string): Promise<void> => {
    await files.write(join(out, file), content)
    made.push({ kind, name: file, sha256: sha256(content), size: Buffer.byteLength(content) })
  }
  const vendored = plan.vendored ? sumsOf(await files.read(join(folder, 'go.sum'))) : undefined
  const entries = extras.map((extra) => ({ ...extra, executable: false }))
  for (const binary of binaries) {
    const known = built.find(({ path }) => path === binary.path)
    const bytes = await files.read(join(out, binary.path), LIMITS.program.most)
    if (!bytes || !known || sha256(bytes) !== known.sha256)
      throw new Failure('verification', `${binary.path} changed after it was built`, {
        hint: 'Something else writes to the output folder.'
      })
    entries.push({ name: binary.path.slice(binary.path.lastIndexOf('/') + 1), bytes, executable: true })
    const { build: buildInfo } = inspect(bytes)
    // It was there when the program was built, or the build would have been refused.
    if (!buildInfo) throw new Error(`${binary.path} lost its build info`)
    const licensed = buildInfo.deps.map(async (module) => [referenceTo(module), await licences(module)] as const)
    const subject = {
      name: binary.name,
      version: plan.version,
      committedAt: plan.committedAt,
      target,
      sha256: known.sha256,
      buildInfo,
      licensed: licencesOf(extras),
      vendored,
      licences: new Map(await Promise.all(licensed))
    }
    await write('sbom', binary.sbom, sbom(subject))
    if (binary.spdx !== undefined) await write('sbom', binary.spdx, spdx(subject))
  }
  await write('archive', name, await archive(format, entries, new Date(plan.committedAt), deflate))
  return { value: made, files: made.map((file) => ({ ...file, path: file.name })) }
}

export const artifactOf = (out: string, archive: ArchivePlan, { kind, name, sha256, size }: Packed): Artifact => ({
  kind,
  name,
  path: join(out, name),
  sha256,
  size,
  target: archive.target
})
