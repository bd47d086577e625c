import { join } from 'node:path'
import { sha256Of } from './digest.ts'
import { Failure } from './errors.ts'
import { parseChecksums } from './package/checksums.ts'
import type { Files } from './ports.ts'
import { CHECKSUMS } from './stages/checksum.ts'
import { BUNDLE } from './stages/sign.ts'

/** A release as a downloader finds it: names and bytes, and nothing believed. */
export interface Found {
  /** For messages: a folder or a URL. */
  readonly where: string
  readonly names: readonly string[]
  open(name: string): AsyncIterable<Uint8Array>
}

export interface Verification {
  /** Files whose digest is in the signed checksums.txt. */
  readonly covered: readonly string[]
  /** Files that no signature covers, and that are let through because nobody runs them. */
  readonly uncovered: readonly string[]
}

/** Written beside the files by the folder publisher and by Slipway itself; says nothing about any byte. */
const RECORDS = ['release.json', 'manifest.json']

/**
 * What a careful downloader does: the signature over checksums.txt by the expected signer (`proves` rejects otherwise),
 * then every file against it. Throws a 'verification' Failure that names everything that is wrong.
 */
export async function verifyRelease(
  found: Found,
  files: Files,
  proves: (checksums: string, bundle: string) => Promise<void>
): Promise<Verification> {
  const wanted = [CHECKSUMS, BUNDLE]
  const absent = wanted.filter((name) => !found.names.includes(name))
  if (absent.length)
    throw new Failure('verification', `${found.where} has no ${absent.join(' and no ')}`, {
      hint: absent.includes(CHECKSUMS)
        ? 'Is this a release of Slipway?'
        : 'It was not signed: nothing vouches for its bytes.'
    })
  await using scratch = await files.scratch('verify')
  for (const name of wanted) await files.write(join(scratch.path, name), found.open(name))
  await proves(join(scratch.path, CHECKSUMS), join(scratch.path, BUNDLE))

  const text = await files.read(join(scratch.path, CHECKSUMS))
  const sums = parseChecksums(text ?? new Uint8Array())
  const wrong: string[] = []
  for (const { name, sha256 } of sums) {
    if (!found.names.includes(name)) wrong.push(`${name} is missing`)
    else {
      const seen = await sha256Of(found.open(name))
      if (seen !== sha256) wrong.push(`${name} is sha256 ${seen}, and checksums.txt says ${sha256}`)
    }
  }
  const covered = sums.map(({ name }) => name)
  const others = found.names.filter((name) => !covered.includes(name) && !wanted.includes(name))
  const strangers = others.filter((name) => !RECORDS.includes(name))
  wrong.push(...strangers.map((name) => `${name} is in no signed list`))
  if (wrong.length)
    throw new Failure('verification', `${found.where} is not what was signed: ${wrong.join('; ')}`, {
      hint: 'Do not run any of it. Download again, and tell its publisher when it stays so.'
    })
  return { covered, uncovered: others }
}
