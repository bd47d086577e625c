import { join } from 'node:path'
import { isCount, isOneOf, isSha256, isText, listOf, shaped } from '../../base/decode.ts'
import { Failure } from '../../base/errors.ts'
import { inspectBinary } from '../../go/inspect/binary.ts'
import { hashBytes } from '../../base/digest.ts'
import { isSame } from '../../base/json.ts'
import type { Step } from '../../steps/ledger.ts'
import { stage, type Frame } from '../../steps/stage.ts'
import { joinLicences, type LicencesOf } from '../../licences/module-licences.ts'
import { LIMITS } from '../../base/limits.ts'
import type { Artifact } from '../../model/nouns.ts'
import { ARCHIVE_FORMAT, SBOM_FORMAT, SPDX_FORMAT } from '../../package/formats.ts'
import type { Plan } from '../../plan/plan.ts'
import { formatReference } from '../../package/parts.ts'
import { findNameInArchive } from '../../facts/archive-files.ts'
import { listArchiveNames, type ArchivePlan } from '../../plan/archives.ts'
import type { Deflate } from '../../model/ports/archive.ts'
import type { Files } from '../../model/ports/files.ts'
import type { Limit } from '../../base/parallel.ts'
import type { Run, StartBranch } from '../run.ts'
import type { Builds, Built } from './build.ts'
import { mapMade, type Steps } from './prepare/by-programs.ts'
import type { PreparedFiles } from './prepare/prepare.ts'

export interface PackageTools extends Frame {
  readonly packing: Limit
  readonly files: Files
  readonly deflate: Deflate
  readonly licences: LicencesOf
  readonly folder: string
  readonly out: string
  readonly steps?: Steps
}

/** What was packed, as plain data for the ledger; names are relative to the output folder. */
interface Packed {
  readonly kind: 'archive' | 'program' | 'sbom'
  readonly name: string
  readonly sha256: string
  readonly size: number
}

/** A file of the module that goes into every archive. */
interface Extra {
  readonly name: string
  readonly bytes: Uint8Array
  readonly executable: boolean
}

/** What goes into an archive, once it is there: the programs of its target, and files of the module. */
export interface ArchiveContents {
  readonly built: readonly Built[]
  readonly extras: readonly Extra[]
  /** Texts that say what licence the programs have. */
  readonly licences: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Reads the LICENSE, README and other files of an archive. */
export async function readExtras(
  { files, folder, made }: Pick<PackageTools, 'files' | 'folder'> & { readonly made?: ReadonlyMap<string, string> },
  plan: ArchivePlan
): Promise<Omit<ArchiveContents, 'built'>> {
  const read = async (from: string): Promise<Uint8Array> => {
    const bytes = await files.read(made?.get(from) ?? join(folder, from), LIMITS.program.most)
    if (bytes) return bytes
    throw new Failure('input', `${from} is to go into the archives and is not in ${folder}`, {
      hint: 'Commit it, or take it out of the files of the archive in slipway.yaml.'
    })
  }
  const [extras, licences] = await Promise.all([
    Promise.all(
      plan.files.map(async ({ from, to, executable = false }) => ({ name: to, bytes: await read(from), executable }))
    ),
    Promise.all(plan.licences.map(async (from) => ({ name: findNameInArchive(from), bytes: await read(from) })))
  ])
  return { extras, licences }
}

/** Packs each target as soon as its programs are there. */
export async function packAll(
  { plan, tools }: Run<PackageTools>,
  builds: Builds,
  start: StartBranch<PackageTools>,
  byPrograms: Promise<PreparedFiles | undefined> = Promise.resolve(undefined)
): Promise<readonly Artifact[]> {
  const packed = plan.archives.map((archive) =>
    start(async (run) => {
      const built = (await Promise.all(builds.filter((_, i) => plan.builds[i]?.target === archive.target))).flat()
      const late = await byPrograms
      const made = mapMade(plan.moduleDir, [...(tools.steps ? [tools.steps.made] : []), ...(late ? [late] : [])])
      const contents = { built, ...(await readExtras({ ...tools, made }, archive)) }
      const pack = async () => {
        run.signal.throwIfAborted()
        return { value: await packageTarget(run, archive, contents) }
      }
      const files = await tools.packing(() =>
        stage('package', tools).once(archive.name, makePackageStep(plan, archive, contents), pack)
      )
      return files.map((file) => makeArtifact(tools.out, archive, file))
    })
  )
  return (await Promise.all(packed)).flat()
}

const isPacked = shaped<Packed>({
  kind: isOneOf('archive', 'program', 'sbom'),
  name: isText,
  sha256: isSha256,
  size: isCount
})

const chooseKind = ({ format }: ArchivePlan): Packed['kind'] => (format === 'binary' ? 'program' : 'archive')

/** A target is packed once for the same programs and files; its record names the archive and its SBOMs. */
export const makePackageStep = (
  plan: Plan,
  archive: ArchivePlan,
  { built, extras, licences }: ArchiveContents
): Step<readonly Packed[]> => ({
  kind: 'package',
  shape: 1,
  input: {
    formats: [ARCHIVE_FORMAT, SBOM_FORMAT, ...(archive.binaries.some(({ spdx }) => spdx) ? [SPDX_FORMAT] : [])],
    name: archive.name,
    version: plan.version,
    committedAt: plan.committedAt,
    binaries: archive.binaries.map((binary) => ({
      ...binary,
      sha256: built.find(({ path }) => path === binary.path)?.sha256
    })),
    extras: extras.map(({ name, bytes, executable }) => ({
      ...{ name, sha256: hashBytes(bytes) },
      ...(executable && { executable })
    })),
    licences: licences.map(({ name, bytes }) => ({ name, sha256: hashBytes(bytes) }))
  },
  fits: (value): value is readonly Packed[] =>
    listOf(isPacked)(value) &&
    isSame(value.map(({ name }) => name).sort(), [...listArchiveNames(archive)].sort()) &&
    value.every(({ kind, name }) => kind === (name === archive.name ? chooseKind(archive) : 'sbom')),
  leaves: (packed) => packed.map((file) => ({ ...file, path: file.name }))
})

/** go.sum's hashes of module content, by `PATH VERSION`. */
const parseGoSum = (goSum: Uint8Array | undefined): ReadonlyMap<string, string> =>
  new Map(
    Buffer.from(goSum ?? [])
      .toString('utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .flatMap(([path = '', version = '', sum]) => (sum === undefined ? [] : [[`${path} ${version}`, sum] as const]))
  )

/** One archive with the programs of a target, and an SBOM for each program. */
async function packageTarget(
  { plan, tools: { files, deflate, licences, folder, out } }: Run<PackageTools>,
  planned: ArchivePlan,
  { built, extras, licences: texts }: ArchiveContents
): Promise<readonly Packed[]> {
  // Heavy, and a run that finds everything packed needs neither.
  const [{ archive }, { sbom }, { spdx }] = await Promise.all([
    import('../../package/archive.ts'),
    import('../../package/sbom.ts'),
    import('../../package/spdx.ts')
  ])
  const { name, format, binaries, target } = planned
  const made: Packed[] = []
  const write = async (kind: Packed['kind'], file: string, content: Uint8Array | string): Promise<void> => {
    await files.write(join(out, file), content, kind === 'program' ? 0o755 : undefined)
    made.push({ kind, name: file, sha256: hashBytes(content), size: Buffer.byteLength(content) })
  }
  const vendored = plan.vendored ? parseGoSum(await files.read(join(folder, 'go.sum'))) : undefined
  const entries = [...extras]
  for (const binary of binaries) {
    const known = built.find(({ path }) => path === binary.path)
    const bytes = await files.read(join(out, binary.path), LIMITS.program.most)
    if (!bytes || !known || hashBytes(bytes) !== known.sha256)
      throw new Failure('verification', `${binary.path} changed after it was built`, {
        hint: 'Something else writes to the output folder.'
      })
    if (format === 'binary') await write('program', name, bytes)
    else entries.push({ name: binary.entry, bytes, executable: true })
    if (binary.sbom === undefined) continue
    const { build: buildInfo } = inspectBinary(bytes)
    // It was there when the program was built, or the build would have been refused.
    if (!buildInfo) throw new Error(`${binary.path} lost its build info`)
    const licensed = buildInfo.deps.map(async (module) => [formatReference(module), await licences(module)] as const)
    const subject = {
      name: binary.name,
      version: plan.version,
      committedAt: plan.committedAt,
      target,
      sha256: known.sha256,
      buildInfo,
      licensed: joinLicences(texts),
      vendored,
      licences: new Map(await Promise.all(licensed))
    }
    await write('sbom', binary.sbom, sbom(subject))
    if (binary.spdx !== undefined) await write('sbom', binary.spdx, spdx(subject))
  }
  if (format !== 'binary')
    await write('archive', name, await archive(format, entries, new Date(plan.committedAt), deflate))
  return made
}

const makeArtifact = (out: string, archive: ArchivePlan, { kind, name, sha256, size }: Packed): Artifact => ({
  kind,
  name,
  path: join(out, name),
  sha256,
  size,
  target: archive.target
})
