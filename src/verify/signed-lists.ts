import { join } from 'node:path'
import {
  BUNDLE,
  findChainProblems,
  CHECKSUMS,
  COMPATIBILITY,
  PROVENANCE,
  type Vouched
} from '../model/release-chains.ts'
import { Failure } from '../base/errors.ts'
import { demandExact, readBundleStatement } from '../evidence/bundle.ts'
import { readCertifiedSource } from '../evidence/certificate.ts'
import { readProvedMatrix, type Proved } from '../evidence/compatibility.ts'
import { readProvenance, type Provenance } from '../evidence/provenance.ts'
import { readDescribedFiles, parseStatement } from '../evidence/statement.ts'
import { SLSA, TEST_RESULT } from '../model/release-chains.ts'
import { parseJson, type Json } from '../base/json.ts'
import { parseChecksums, type Checksum } from '../package/checksums.ts'
import type { Attested } from '../model/ports/signer.ts'
import type { Files } from '../model/ports/files.ts'
import type { ReleaseFiles } from './release-files.ts'
import type { Certificate } from './source.ts'

/** Rejects unless the expected signer's bundle proves a file, or a statement about it. */
export type ProveSignature = (what: string | Attested, bundle: string) => Promise<void>

/** What the expected signer vouches for. */
export interface SignedLists {
  readonly vouched: Vouched
  /** Undefined for a release that is not signed. */
  readonly provenance: Provenance | undefined
  /** Of the bundles that no key signed. */
  readonly certificates: readonly Certificate[]
}

/**
 * The roots of both chains, proved: checksums.txt by its bundle, the provenance by itself, and that they speak of one
 * release. The bytes of a file are as `found` gives them; they are left in `folder`.
 */
export async function proveSignedLists(
  files: Files,
  folder: string,
  found: Pick<ReleaseFiles, 'names' | 'where' | 'open' | 'odd'>,
  proves: ProveSignature | undefined
): Promise<SignedLists> {
  const { names, where } = found
  const own = proves ? [CHECKSUMS, BUNDLE, PROVENANCE] : [CHECKSUMS]
  const absent = own.filter((name) => !names.includes(name))
  if (absent.length)
    throw new Failure('verification', [`${where} has no ${absent.join(' and no ')}`, ...(found.odd ?? [])].join('; '), {
      hint: absent.includes(CHECKSUMS)
        ? 'Is this a release of Slipway?'
        : 'Nothing vouches for its bytes: it was not signed, or somebody took that away.'
    })
  const at = (name: string): string => join(folder, name)
  for (const name of own) await files.write(at(name), found.open(name))
  // Both are asked at once, and the first that is wrong is the one to tell of.
  const proofs = await Promise.allSettled([
    proves?.(at(CHECKSUMS), at(BUNDLE)),
    proves?.({ about: at(CHECKSUMS), predicateType: SLSA }, at(PROVENANCE))
  ])
  for (const proof of proofs) if (proof.status === 'rejected') throw proof.reason
  const checksums = parseChecksums((await files.read(at(CHECKSUMS))) ?? new Uint8Array())
  if (!proves) return { vouched: { checksums, subjects: [], byproducts: [] }, provenance: undefined, certificates: [] }

  const provenance = readProvenance(await readStatementAt(files, at(PROVENANCE), PROVENANCE, SLSA))
  if (!provenance)
    throw new Failure('verification', `${PROVENANCE} is signed, and it is not a provenance that Slipway made`, {
      hint: 'Verify checksums.txt alone with cosign verify-blob: this release has a provenance of another tool.'
    })
  const vouched: Vouched = { checksums, subjects: provenance.subjects, byproducts: provenance.byproducts }
  const wrong = findChainProblems(vouched, (await files.digest(at(CHECKSUMS)))?.sha256 ?? '')
  if (wrong.length)
    throw new Failure('verification', `the signed lists of ${where} do not fit together: ${wrong.join('; ')}`, {
      hint: 'Files of two releases may be mixed up: download all of one again.'
    })
  const certificates = await Promise.all([BUNDLE, PROVENANCE].map((name) => readCertificate(files, at(name), name)))
  return { vouched, provenance, certificates: certificates.flat() }
}

/** The certificate in a bundle; none where a key signed. */
async function readCertificate(files: Files, path: string, name: string): Promise<readonly Certificate[]> {
  const source = readCertifiedSource(parseJson(Buffer.from((await files.read(path)) ?? []).toString('utf8')) ?? null)
  return source ? [{ name, source }] : []
}

/** The matrix of an attestation that the expected signer made over these checksums, and its certificate; `bundle` is its path. */
export async function proveMatrix(
  files: Files,
  folder: string,
  bundle: string,
  checksums: readonly Checksum[],
  proves: ProveSignature
): Promise<{ readonly proved: readonly Proved[]; readonly certificates: readonly Certificate[] }> {
  await proves({ about: join(folder, CHECKSUMS), predicateType: TEST_RESULT }, bundle)
  const statement = await readStatementAt(files, bundle, COMPATIBILITY, TEST_RESULT)
  const about = readDescribedFiles(statement as unknown as Json, 'subject') ?? []
  const others = checksums.filter(({ name, sha256 }) => about.find((file) => file.name === name)?.sha256 !== sha256)
  if (others.length)
    throw new Failure(
      'verification',
      `${COMPATIBILITY} does not speak of ${others.map(({ name }) => name).join(', ')}`,
      { hint: 'Do not take that compatibility for this release: it was proved of other files.' }
    )
  return { proved: readProvedMatrix(statement), certificates: await readCertificate(files, bundle, COMPATIBILITY) }
}

async function readStatementAt(files: Files, path: string, name: string, predicateType: string) {
  const bytes = (await files.read(path)) ?? new Uint8Array()
  demandExact(bytes, name)
  return parseStatement(readBundleStatement(bytes, name), predicateType, name)
}
