import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pLimit from 'p-limit'
import { findChain, CHECKSUMS, COMPATIBILITY, PROVENANCE } from '../model/release-chains.ts'
import { isCount, isFlag, isText, listOf, maybe, shaped, mapOf } from '../base/decode.ts'
import { feedHash } from '../base/digest.ts'
import { Failure } from '../base/errors.ts'
import { formatTarget } from '../go/target.ts'
import { inspectBinary } from '../go/inspect/binary.ts'
import type { Proved } from '../evidence/compatibility.ts'
import type { CompiledBy } from '../evidence/compiled-by.ts'
import type { Provenance, Recipe } from '../evidence/provenance.ts'
import { LIMITS } from '../base/limits.ts'
import type { ExpectedSigner } from '../model/signer.ts'
import type { Checksum } from '../package/checksums.ts'
import type { ReleaseFiles } from './release-files.ts'
import { findSourceProblems, type RequestedRelease } from './source.ts'
import { settleInOrder } from '../base/parallel.ts'
import type { Unpack } from '../model/ports/archive.ts'
import type { Files } from '../model/ports/files.ts'
import { proveMatrix, proveSignedLists, type ProveSignature } from './signed-lists.ts'
import { readDescribed } from './described.ts'
import {
  findProgramFiles,
  findProgramProblems,
  type DescribedFile,
  type ProgramFile,
  type ReleasedProgram
} from './programs.ts'

/** What a release must be; the caller knows it, and never from the release. */
export interface Expected {
  /** Rejects unless the expected signer signed; undefined for a release that is not signed, as its maker knows. */
  readonly proves: ProveSignature | undefined
  /** Who `proves` demands, where a certificate of theirs can be told from another. */
  readonly signer?: ExpectedSigner | undefined
  readonly version?: string | undefined
  readonly commit?: string | undefined
  /** What was asked for beside the commit. */
  readonly asked?: Omit<RequestedRelease, 'commit'>
  /** What was made for it: all of this must be there. */
  readonly made?: readonly MadeFile[]
  /** Entries that nobody signed: what a downloader refuses unless it says otherwise, a maker has been told of and keeps. */
  readonly strangers: 'refuse' | 'allow'
}

/** A file as its maker knows it. */
export type MadeFile = Checksum & DescribedFile

export interface Verification {
  /** Files whose digest is in the signed checksums.txt, or in the signed provenance. */
  readonly covered: readonly string[]
  /** Files that no signature covers, and that are let through. */
  readonly uncovered: readonly string[]
  /** Folders, links and the like beside the files, a sentence each. */
  readonly odd: readonly string[]
  /** What was proved of it, by a signed statement. */
  readonly proved: readonly Proved[]
  /** Who built it in which run, by the signed provenance; undefined for a release that is not signed. */
  readonly built: Pick<Provenance, 'builder' | 'invocation' | 'commit' | 'compiledBy'> | undefined
  /** How the files were made, by the signed provenance. */
  readonly recipe: Recipe | undefined
  /** How many Go programs in the archives were looked into. */
  readonly programs: number
  /** What its signed manifest says of its files; targets as `formatTarget` writes them. */
  readonly described: readonly ManifestFile[]
}

export interface ManifestFile {
  readonly name: string
  readonly kind: string
  readonly target?: string | undefined
}

/** Whether a value that was read back is what came of a verification. */
export const isVerification = shaped<Verification>({
  covered: listOf(isText),
  uncovered: listOf(isText),
  odd: listOf(isText),
  proved: listOf(
    shaped<Proved>({
      ...{ suite: isText, subject: isText, server: isText, provider: isText },
      ...{ simulated: isFlag, checks: isCount, reportedBy: maybe(isText) }
    })
  ),
  built: maybe(
    shaped<NonNullable<Verification['built']>>({
      ...{ builder: isText, invocation: isText, commit: isText },
      compiledBy: listOf(shaped<CompiledBy>({ targets: listOf(isText), invocation: isText }))
    })
  ),
  recipe: maybe(
    shaped<Recipe>({
      ...{ slipway: isText, tag: isText, version: isText, module: isText, moduleDir: isText, go: isText },
      ...{ targets: listOf(isText), mains: listOf(isText), variables: mapOf(isText) },
      programs: listOf(shaped<Recipe['programs'][number]>({ target: isText, main: isText, name: isText }))
    })
  ),
  programs: isCount,
  described: listOf(shaped<ManifestFile>({ name: isText, kind: isText, target: maybe(isText) }))
})

export interface VerifyTools {
  /** For what has to lie on the disk to be looked at. */
  readonly files: Files
  readonly unpack: Unpack
}

const AT_ONCE = 4

interface Looked {
  readonly programs: readonly ReleasedProgram[]
  readonly wrong: readonly string[]
}

/**
 * What a careful downloader does: the signatures by the expected signer over checksums.txt and the provenance, every file
 * against the one list that names it, and what the go command wrote into the programs. Throws a 'verification' Failure that names everything that is wrong.
 */
export async function verifyRelease(
  found: ReleaseFiles,
  { files, unpack }: VerifyTools,
  expected: Expected
): Promise<Verification> {
  await using scratch = await files.scratch('verify')
  const { vouched, provenance, certificates } = await proveSignedLists(files, scratch.path, found, expected.proves)
  const sums = [...vouched.checksums, ...vouched.byproducts]
  const described = await readDescribed(files, scratch.path, found, vouched)
  const holders = new Map(
    findProgramFiles(
      sums.map(({ name }) => name),
      [...(expected.made ?? []), ...described]
    ).map((holder) => [holder.name, holder])
  )
  const listOf = (name: string): string => (findChain(name, vouched)?.chain === 'provenance' ? PROVENANCE : CHECKSUMS)

  /** The digest of a file and, of an archive, its programs; bytes that are not the ones are fetched once more. */
  const check = async ({ name, sha256 }: Checksum, i: number): Promise<Looked> => {
    const programs: ReleasedProgram[] = []
    const path = found.pathOf?.(name) ?? join(scratch.path, `${i}-${name}`)
    const holder = holders.get(name)
    let seen = ''
    for (let look = 0; look < 2 && seen !== sha256; look++) {
      const hash = createHash('sha256')
      const bytes = feedHash(found.open(name), hash)
      if (holder && !found.pathOf) await files.write(path, bytes)
      else for await (const _ of bytes);
      seen = hash.digest('hex')
    }
    const differs = seen !== sha256
    if (holder && !differs)
      for await (const entry of openHolder({ files, unpack }, path, holder)) {
        const inside = entry.bytes && inspectBinary(entry.bytes)
        if (inside && inside.format !== 'unchecked' && inside.build)
          programs.push({ archive: holder, name: entry.name, found: inside })
      }
    if (holder && !found.pathOf) await files.remove(path)
    return { programs, wrong: differs ? [`${name} is sha256 ${seen}, and ${listOf(name)} says ${sha256}`] : [] }
  }

  const present = sums.filter(({ name }) => found.names.includes(name))
  const limit = pLimit(AT_ONCE)
  const looked = await settleInOrder(present.map((sum, i) => limit(() => check(sum, i))))
  // In the order of the lists, whichever file was read first.
  const programs = looked.flatMap(({ programs }) => programs)
  const wrong = [
    ...sums.filter((sum) => !present.includes(sum)).map(({ name }) => `${name} is missing`),
    ...looked.flatMap(({ wrong }) => wrong)
  ]

  const covered = sums.map(({ name }) => name)
  const others = found.names.filter((name) => !findChain(name, vouched))
  const strangers = others.filter((name) => name !== found.record)
  if (expected.strangers === 'refuse')
    wrong.push(...strangers.map((name) => `${name} is in no signed list`), ...(found.odd ?? []))
  const seen = new Map(sums.map(({ name, sha256 }) => [name, sha256]))
  for (const name of [CHECKSUMS, PROVENANCE]) {
    const digest = await files.digest(join(scratch.path, name))
    if (digest) seen.set(name, digest.sha256)
  }
  wrong.push(...findUnlike(found, seen, expected.made ?? []))
  wrong.push(
    ...findProgramProblems([...holders.values()], programs, {
      ...expected,
      commit: expected.commit ?? provenance?.commit
    }),
    ...(provenance
      ? findSourceProblems(provenance, certificates, { ...expected.asked, commit: expected.commit }, expected.signer)
      : [])
  )
  refuseWrong(found, wrong)
  const bundle = join(scratch.path, COMPATIBILITY)
  let proved: readonly Proved[] = []
  if (expected.proves && covered.includes(COMPATIBILITY)) {
    await files.write(bundle, found.open(COMPATIBILITY))
    const matrix = await proveMatrix(files, scratch.path, bundle, vouched.checksums, expected.proves)
    if (provenance)
      refuseWrong(found, findSourceProblems(provenance, matrix.certificates, expected.asked ?? {}, expected.signer))
    proved = matrix.proved
  }
  const { builder, invocation, commit, compiledBy } = provenance ?? {}
  const built =
    builder !== undefined && invocation !== undefined && commit !== undefined && compiledBy !== undefined
      ? { builder, invocation, commit, compiledBy }
      : undefined
  const { odd = [] } = found
  return {
    ...{ covered, uncovered: others, odd, programs: programs.length, proved, built, recipe: provenance?.recipe },
    described: described.map(({ name, kind = '', target }) => ({
      ...{ name, kind },
      ...(target && { target: formatTarget(target) })
    }))
  }
}

/** What is in an archive; a program as it is, is all of its file. */
async function* openHolder(
  { files, unpack }: VerifyTools,
  path: string,
  { name, kind }: ProgramFile
): AsyncGenerator<{ readonly name: string; readonly bytes: Uint8Array | undefined }> {
  if (kind === 'archive') yield* unpack(path, LIMITS.program.most)
  else yield { name, bytes: await files.read(path, LIMITS.program.most) }
}

function refuseWrong({ where }: ReleaseFiles, wrong: readonly string[]): void {
  if (wrong.length === 0) return
  throw new Failure('verification', `${where} is not what was signed: ${wrong.join('; ')}`, {
    hint: 'Do not run any of it. Download again, and tell its publisher when it stays so.'
  })
}

/** What the platform says of the files, and what their maker knows, against the bytes that were seen. */
function findUnlike(
  found: ReleaseFiles,
  seen: ReadonlyMap<string, string>,
  made: readonly Checksum[]
): readonly string[] {
  const said = (name: string): string | undefined => found.digests?.get(name)
  const lies = [...seen].filter(([name, sha256]) => (said(name) ?? sha256) !== sha256)
  const lost = made.filter(({ name }) => !found.names.includes(name) && !seen.has(name))
  const others = made.filter(({ name, sha256 }) => (seen.get(name) ?? said(name) ?? sha256) !== sha256)
  return [
    ...lies.map(([name]) => `the platform says sha256 ${said(name)} of ${name}`),
    ...lost.map(({ name }) => `${name} is missing`),
    ...others.map(({ name, sha256 }) => `${name} is not the sha256 ${sha256} that was made`)
  ]
}
