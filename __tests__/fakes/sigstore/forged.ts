import { join } from 'node:path'
import { makeKeylessSigner, makeKeySigner } from '../../../src/adapters/cosign/cosign.ts'
import { disk } from '../../../src/adapters/machine/disk.ts'
import { processes } from '../../../src/adapters/machine/process.ts'
import { hashBytes } from '../../../src/base/digest.ts'
import type { JsonObject } from '../../../src/base/json.ts'
import { makeStatement } from '../../../src/evidence/statement.ts'
import { BUNDLE, CHECKSUMS, PROVENANCE, SLSA } from '../../../src/model/release-chains.ts'
import type { Signer } from '../../../src/model/ports/signer.ts'
import { realTools } from '../../bed/tools.ts'
import { program, succeeded } from '../cli.ts'
import type { Described } from './sigstore-v2.ts'

const own = processes()

/** The cosign that Slipway itself runs. */
export const cosignPath = async (): Promise<string> =>
  (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_000_000))).path

/** `PATH.key` and `PATH.pub`, a new pair whose password is `canary`. */
export async function keyPair(path: string): Promise<void> {
  const env = { COSIGN_PASSWORD: 'canary' }
  const made = [await cosignPath(), 'generate-key-pair', '--output-key-prefix', path]
  succeeded(await program(made, { cwd: '/', env }))
}

/** Signs as whoever holds a key: `PATH.key`. */
export const byKey = async (path: string): Promise<Signer> =>
  makeKeySigner(
    { cosign: await cosignPath(), processes: own, files: disk(join(path, '..')), env: { COSIGN_PASSWORD: 'canary' } },
    `${path}.key`
  )

/** Signs as a job with this identity token. */
export const byToken = async (place: string, token: string, described: Described): Promise<Signer> =>
  makeKeylessSigner(
    { cosign: await cosignPath(), processes: own, files: disk(place), env: { SIGSTORE_ID_TOKEN: token } },
    { signingConfig: described.v1, trustedRoot: described.trustedRoot }
  )

/** A release as somebody writes it by hand who can sign: every signature is good, and nothing else has to be. */
export interface Forged {
  /** What checksums.txt names. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** What the provenance names beside it. */
  readonly byproducts?: Readonly<Record<string, string>>
  readonly tag?: string
  readonly module?: string
  readonly commit?: string
  /** URI of the source, such as `git+https://github.com/acme/mesh@refs/tags/v1.0.0`. */
  readonly source?: string
}

export const COMMIT = 'a'.repeat(40)

/** Writes a forged release into a folder; `swears` signs its provenance, where it is somebody else. */
export async function forge(folder: string, signer: Signer, forged: Forged, swears = signer): Promise<void> {
  const { files: named, byproducts = {}, tag = 'v1.0.0', module = 'example.com/hello', commit = COMMIT } = forged
  const { source = `git+https://github.com/acme/mesh@refs/tags/${tag}` } = forged
  const files = disk(folder)
  const { signal } = new AbortController()
  const at = (name: string): string => join(folder, name)
  const digests = (all: Forged['files']) =>
    Object.entries(all).map(([name, text]) => ({ name, sha256: hashBytes(text) }))
  const sums = digests(named)
  const text = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('')
  for (const [name, content] of Object.entries({ ...named, ...byproducts, [CHECKSUMS]: text }))
    await files.write(at(name), content)
  await signer.sign(at(CHECKSUMS), at(BUNDLE), signal)
  const bundle = await files.digest(at(BUNDLE))
  const predicate: JsonObject = {
    buildDefinition: {
      buildType: 'urn:slipway:build:1',
      externalParameters: { command: 'release', tag, version: tag.slice(1), module, moduleDir: '', builds: [] },
      internalParameters: {},
      resolvedDependencies: [{ name: 'source', uri: source, digest: { gitCommit: commit } }]
    },
    runDetails: {
      builder: { id: 'urn:slipway:local', version: { slipway: '0.1.0' } },
      metadata: { invocationId: 'urn:uuid:0' },
      byproducts: [...digests(byproducts), { name: BUNDLE, sha256: bundle?.sha256 ?? '' }].map(({ name, sha256 }) => ({
        name,
        digest: { sha256 }
      }))
    }
  }
  const subjects = [...sums, { name: CHECKSUMS, sha256: hashBytes(text) }]
  const path = at('statement.json')
  await files.write(path, JSON.stringify(makeStatement(SLSA, subjects, predicate)))
  await swears.sign({ about: at(CHECKSUMS), predicateType: SLSA, statement: path }, at(PROVENANCE), signal)
  await files.remove(path)
}
