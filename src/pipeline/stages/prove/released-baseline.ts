import { join } from 'node:path'
import { hashBytes } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import { LIMITS } from '../../../base/limits.ts'
import { formatTargetName } from '../../../go/target.ts'
import type { Unpack } from '../../../model/ports/archive.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Published, Releases } from '../../../model/ports/publisher.ts'
import { BUNDLE, CHECKSUMS } from '../../../model/release-chains.ts'
import { parseChecksums, type Checksum } from '../../../package/checksums.ts'
import type { BaselinePlan, PackedPrograms } from '../../../plan/baseline.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { MadeFile } from '../../../steps/ledger.ts'
import type { Run } from '../../run.ts'
import { locatePrograms, type Obtained, type Programs } from './baseline-record.ts'

/** Rejects unless the expected signer's bundle proves the file. */
export type VerifyList = (path: string, bundle: string, signal: AbortSignal) => Promise<void>

export interface DownloadTools {
  readonly files: Files
  readonly unpack: Unpack
  /** Absolute output folder. */
  readonly out: string
  /** Where releases can be read; undefined where nobody said where. */
  readonly releases: (() => Promise<Releases>) | undefined
  /** Who must have signed; undefined when nobody said: then no release is run, however it came here. */
  readonly verifier: (() => Promise<VerifyList>) | undefined
}

/** Why no release can be used. */
interface Lacking {
  readonly lacks: string
}

/**
 * The baseline's programs from its release, once its signed list is verified; what it lacks where there is none that can
 * be used. Throws a 'verification' Failure where somebody changed what was released.
 */
export async function downloadBaseline(
  { plan, tools, signal }: Run<DownloadTools>,
  baseline: BaselinePlan,
  names: readonly string[]
): Promise<Obtained | Lacking> {
  const { releases, verifier, files } = tools
  if (!releases || baseline.from === undefined) return { lacks: 'nobody said where its release is' }
  if (!verifier) return { lacks: 'nobody said who must have signed its release' }
  let published: Published | undefined
  try {
    published = await (await releases()).find(baseline.tag, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure) || error.kind === 'verification') throw error
    return { lacks: `its release cannot be read: ${error.message}` }
  }
  if (!published) return { lacks: `${baseline.from} has no release of it` }
  if (published.yanked !== undefined) return { lacks: `its release was taken back: ${published.yanked}` }
  const there = published.files.map(({ name }) => name)
  const absent = [CHECKSUMS, BUNDLE].filter((name) => !there.includes(name))
  if (absent.length)
    return { lacks: `its release is not one that can be verified: it has no ${absent.join(' and no ')}` }
  await using scratch = await files.scratch('baseline')
  const fetch = async (name: string): Promise<string> => {
    const path = join(scratch.path, name)
    await files.write(path, published.download(name))
    return path
  }
  const [sums, bundle] = [await fetch(CHECKSUMS), await fetch(BUNDLE)]
  const verify = await verifier()
  await verify(sums, bundle, signal)
  const listed = parseChecksums((await files.read(sums)) ?? new Uint8Array())
  const chosen = chooseArchives(plan, baseline, names, listed)
  if ('lacks' in chosen) return chosen
  const place = locatePrograms(baseline, 'release')
  const programs: Record<string, MadeFile> = {}
  for (const { archive, holds } of chosen.archives) {
    if (!there.includes(archive.name))
      throw new Failure(
        'verification',
        `the release ${baseline.tag} has no ${archive.name}, which its signed list names`,
        {
          hint: `Somebody took it away: ${published.url}. Build the tag instead with --to none, or --baseline none.`
        }
      )
    const path = await fetch(archive.name)
    const digest = await files.digest(path)
    if (digest?.sha256 !== archive.sha256)
      throw new Failure(
        'verification',
        `${archive.name} of the release ${baseline.tag} is sha256 ${digest?.sha256 ?? '-'}, and its signed list says ${archive.sha256}`,
        { hint: `It is not run. Somebody changed it after it was signed: ${published.url}` }
      )
    Object.assign(programs, await unpackPrograms({ plan, tools, signal }, path, place, holds))
  }
  const packed = chosen.archives.map(({ archive }) => archive)
  // A trial would find the others missing; the tag has all that there was.
  const lacking = names.filter((name) => !Object.hasOwn(programs, name))
  if (lacking.length)
    return { lacks: `${packed.map(({ name }) => name).join(', ')} has no ${lacking.join(' and no ')}` }
  const kept = async (from: string, name: string): Promise<MadeFile> => {
    await files.copy(from, join(tools.out, place, name))
    const { sha256, size } = (await files.digest(from)) ?? { sha256: '', size: 0 }
    return { path: `${place}/${name}`, sha256, size }
  }
  const list = { sums: await kept(sums, CHECKSUMS), bundle: await kept(bundle, BUNDLE) }
  return {
    programs,
    list,
    origin: `${packed.map(({ name }) => name).join(', ')} of its release (${published.url}): the expected signer signed ${CHECKSUMS}, and sha256 ${packed.map(({ sha256 }) => sha256).join(', ')} is in it`
  }
}

interface ChosenArchive {
  readonly archive: Checksum
  readonly holds: PackedPrograms['holds']
}

/**
 * The archives of a signed list that hold these programs for this machine: by the names that slipway.yaml gives, else by
 * the usual one. By whole names: the key may have signed the releases of other projects, too.
 */
function chooseArchives(
  plan: Plan,
  baseline: BaselinePlan,
  names: readonly string[],
  listed: readonly Checksum[]
): { readonly archives: readonly ChosenArchive[] } | Lacking {
  const own = (baseline.packed ?? []).flatMap(({ name, holds }): readonly ChosenArchive[] => {
    const archive = listed.find((each) => each.name === name)
    const wanted = holds.filter(({ program }) => names.includes(program))
    return archive && wanted.length > 0 ? [{ archive, holds: wanted }] : []
  })
  const held = own.flatMap(({ holds }) => holds.map(({ program }) => program))
  if (names.length > 0 && names.every((name) => held.includes(name))) return { archives: own }
  const stem = `${plan.name}_${baseline.version}_${formatTargetName(plan.host)}`
  const usual = listed.find(({ name }) => name === `${stem}.tar.gz` || name === `${stem}.zip`)
  const others = (baseline.packed ?? []).map(({ name }) => name)
  if (!usual) return { lacks: `its release has no ${[...others, `${stem}.tar.gz`].join(' and no ')}` }
  const entry = (name: string): string => (plan.host.os === 'windows' ? `${name}.exe` : name)
  return { archives: [{ archive: usual, holds: names.map((program) => ({ program, entry: entry(program) })) }] }
}

/** Puts the programs of an archive into their place, executable. */
async function unpackPrograms(
  { plan, tools: { files, out, unpack } }: Run<DownloadTools>,
  archive: string,
  place: string,
  holds: PackedPrograms['holds']
): Promise<Programs> {
  const programs: Record<string, MadeFile> = {}
  const put = async (program: string, bytes: Uint8Array): Promise<void> => {
    const path = `${place}/${program}${plan.host.os === 'windows' ? '.exe' : ''}`
    await files.write(join(out, path), bytes, 0o755)
    programs[program] = { path, sha256: hashBytes(bytes), size: bytes.length }
  }
  const [whole] = holds
  if (whole?.entry === '') {
    await put(whole.program, (await files.read(archive, LIMITS.program.most)) ?? new Uint8Array())
    return programs
  }
  for await (const { name, bytes } of unpack(archive, LIMITS.program.most)) {
    const held = holds.find(({ entry }) => entry === name)
    if (bytes && held) await put(held.program, bytes)
  }
  return programs
}
