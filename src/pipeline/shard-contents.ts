import { join } from 'node:path'
import { hashBytes } from '../base/digest.ts'
import { Failure } from '../base/errors.ts'
import { LIMITS } from '../base/limits.ts'
import { quote } from '../base/text.ts'
import { formatTarget } from '../go/target.ts'
import type { Unpack } from '../model/ports/archive.ts'
import type { Files } from '../model/ports/files.ts'
import type { ArchivePlan } from '../plan/archives.ts'
import type { BuildPlan } from '../plan/builds.ts'
import type { Plan } from '../plan/plan.ts'
import { formatRecordPath, ledger as openLedger, type Ledger } from '../steps/ledger.ts'
import { makeBuildStep, type Built } from './stages/build.ts'
import { makePackageStep, readExtras, type ArchiveContents } from './stages/package.ts'

export interface ShardTools {
  readonly files: Files
  readonly unpack: Unpack
  /** Absolute folder of the module. */
  readonly folder: string
  /** Where files of archives lie that steps made, by their names from there. */
  readonly made?: ReadonlyMap<string, string>
}

/** What lies in the folder of a shard. */
export interface ShardFolder {
  /** Path of what it says of itself. */
  readonly place: string
  readonly folder: string
  /** Paths of the files that it hands over, which have the digests that it names. */
  readonly paths: readonly string[]
}

/**
 * Rejects a shard whose records say something else than that its part of the plan was built and packed, one record a step, and
 * one whose archives hold something else than those programs and the files of this checkout.
 */
export async function refuseOtherContents(tools: ShardTools, shard: ShardFolder, part: Plan): Promise<void> {
  const ledger = openLedger(tools.files, shard.folder)
  const programs = new Map<BuildPlan, readonly Built[]>()
  const records = new Set<string>()
  for (const build of part.builds) {
    records.add(formatRecordPath(makeBuildStep(part, build)))
    programs.set(build, await readBuilt(ledger, shard, part, build))
  }
  for (const archive of part.archives) {
    const built = part.builds
      .filter(({ target }) => formatTarget(target) === formatTarget(archive.target))
      .flatMap((each) => programs.get(each) ?? [])
    const contents = { built, ...(await readExtras(tools, archive)) }
    const step = makePackageStep(part, archive, contents)
    records.add(formatRecordPath(step))
    if (!(await ledger.lookUp(step)))
      throw makeOtherRecordFailure(shard, archive.name, 'no record says that it was packed of these programs and files')
    await refuseOtherPacked(tools, join(shard.folder, archive.name), archive, listExpected(archive, contents))
  }
  const stranger = shard.paths.find((path) => path.startsWith('steps/') && !records.has(path))
  if (stranger !== undefined) throw makeStrangerFailure(shard.place, stranger)
}

/** For a file that a shard hands over and should not have made. */
export const makeStrangerFailure = (place: string, path: string): Failure =>
  new Failure('input', `${place} names ${quote(path)}, which its part of the plan does not make`, {
    hint: 'Build that shard again.'
  })

const makeOtherRecordFailure = ({ place }: ShardFolder, what: string, why: string): Failure =>
  new Failure('verification', `${place} hands over ${what}, and ${why}`, { hint: 'Build that shard again.' })

async function readBuilt(ledger: Ledger, shard: ShardFolder, part: Plan, build: BuildPlan): Promise<readonly Built[]> {
  const built = await ledger.lookUp(makeBuildStep(part, build))
  if (built) return built
  const what = `the programs for ${formatTarget(build.target)}`
  const lenient: Plan = { ...part, buildCache: { kind: 'shared', why: '' } }
  if (await ledger.lookUp(makeBuildStep(lenient, build)))
    throw new Failure('input', `${shard.place} hands over ${what}, which were compiled into a shared build cache`, {
      code: 'shard-of-another-plan',
      hint: 'Build that shard in a CI job or with build-cache own; or say build-cache shared for this release, too.'
    })
  throw makeOtherRecordFailure(shard, what, 'no record says that they were built as planned')
}

/** Of each file that an archive holds, its digest. */
const listExpected = (archive: ArchivePlan, { built, extras }: ArchiveContents): ReadonlyMap<string, string> =>
  new Map([
    ...extras.map(({ name, bytes }) => [name, hashBytes(bytes)] as const),
    ...archive.binaries.map(
      ({ entry, path }) => [entry, built.find((each) => each.path === path)?.sha256 ?? ''] as const
    )
  ])

async function refuseOtherPacked(
  { unpack, files }: ShardTools,
  path: string,
  { format }: ArchivePlan,
  expected: ReadonlyMap<string, string>
): Promise<void> {
  const seen = new Set<string>()
  const refuse = (why: string): never => {
    throw new Failure('verification', `${path} of a shard ${why}`, { hint: 'Build that shard again.' })
  }
  if (format === 'binary') {
    if ((await files.digest(path))?.sha256 !== expected.get('')) refuse('is another program than was built')
    return
  }
  for await (const { name, bytes } of unpack(path, LIMITS.program.most)) {
    const sha256 = expected.get(name)
    if (sha256 === undefined) refuse(`holds ${quote(name)}, which the plan does not put there`)
    if (!bytes || hashBytes(bytes) !== sha256) refuse(`holds another ${quote(name)} than was built or committed`)
    seen.add(name)
  }
  const lacking = [...expected.keys()].find((name) => !seen.has(name))
  if (lacking !== undefined) refuse(`does not hold ${quote(lacking)}`)
}
