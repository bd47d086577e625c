import { join } from 'node:path'
import { hashBytes } from '../../../base/digest.ts'
import { Failure } from '../../../base/errors.ts'
import { LIMITS } from '../../../base/limits.ts'
import { formatTargetName } from '../../../go/target.ts'
import type { Unpack } from '../../../model/ports/archive.ts'
import type { Files } from '../../../model/ports/files.ts'
import type { Published, Releases } from '../../../model/ports/publisher.ts'
import { BUNDLE, CHECKSUMS } from '../../../model/release-chains.ts'
import { parseChecksums } from '../../../package/checksums.ts'
import type { BaselinePlan } from '../../../plan/baseline.ts'
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
  // By its whole name: the key may have signed the releases of other projects, too.
  const stem = `${plan.name}_${baseline.version}_${formatTargetName(plan.host)}`
  const archive = listed.find(({ name }) => name === `${stem}.tar.gz` || name === `${stem}.zip`)
  if (!archive) return { lacks: `its release has no ${stem}.tar.gz` }
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
  const place = locatePrograms(baseline, 'release')
  const programs = await unpackPrograms({ plan, tools, signal }, path, place, names)
  // A trial would find the others missing; the tag has all that there was.
  const lacking = names.filter((name) => !Object.hasOwn(programs, name))
  if (lacking.length) return { lacks: `${archive.name} has no ${lacking.join(' and no ')}` }
  const kept = async (from: string, name: string): Promise<MadeFile> => {
    await files.copy(from, join(tools.out, place, name))
    const { sha256, size } = (await files.digest(from)) ?? { sha256: '', size: 0 }
    return { path: `${place}/${name}`, sha256, size }
  }
  const list = { sums: await kept(sums, CHECKSUMS), bundle: await kept(bundle, BUNDLE) }
  return {
    programs,
    list,
    origin: `${archive.name} of its release (${published.url}): the expected signer signed ${CHECKSUMS}, and sha256 ${archive.sha256} is in it`
  }
}

/** Puts the programs of an archive into their place, executable. */
async function unpackPrograms(
  { plan, tools: { files, out, unpack } }: Run<DownloadTools>,
  archive: string,
  place: string,
  names: readonly string[]
): Promise<Programs> {
  const programs: Record<string, MadeFile> = {}
  for await (const { name, bytes } of unpack(archive, LIMITS.program.most)) {
    const program = names.find((each) => name === (plan.host.os === 'windows' ? `${each}.exe` : each))
    if (!bytes || program === undefined) continue
    await files.write(join(out, place, name), bytes, 0o755)
    programs[program] = { path: `${place}/${name}`, sha256: hashBytes(bytes), size: bytes.length }
  }
  return programs
}
