import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { zipSync } from 'fflate'
import { computeHash1 } from '../../../src/adapters/toolchain/dirhash.ts'
import type { Sources } from '../repository.ts'

const sha256 = (...content: (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of content) hash.update(part)
  return hash.digest()
}

/** A module as a zip of the module proxy's form, and its `h1:` sum. */
export function moduleZip(name: string, files: Sources): { readonly zip: Uint8Array; readonly sum: string } {
  const named = Object.entries(files).map(([path, text]) => [`${name}/${path}`, Buffer.from(text)] as const)
  return {
    zip: zipSync(Object.fromEntries(named), { mtime: '2026-01-01T00:00:00Z' }),
    sum: computeHash1(named.map(([path, content]) => ({ name: path, sha256: sha256(content).toString('hex') })))
  }
}

export interface ModuleProxy {
  /** What each path of it has, for any server. */
  readonly files: Readonly<Record<string, Uint8Array | string>>
  /** The value of GOSUMDB under which the go command believes its checksum database. */
  readonly database: string
  readonly sum: string
}

const DATABASE = 'sum.example.test'

/**
 * A module proxy with one version of one module, and the checksum database that vouches for it, with a key of its own:
 * a transparent log of one record (https://go.dev/ref/mod#checksum-database, C2SP tlog-tiles and signed-note).
 */
export function moduleProxy(path: string, version: string, sources: Sources): ModuleProxy {
  const { zip, sum } = moduleZip(`${path}@${version}`, sources)
  const goMod = sources['go.mod'] ?? ''
  const modSum = computeHash1([{ name: 'go.mod', sha256: sha256(goMod).toString('hex') }])
  const record = `${path} ${version} ${sum}\n${path} ${version}/go.mod ${modSum}\n`
  const root = sha256(Buffer.from([0]), record)

  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  // The last 32 bytes of its DER are the key; 1 stands for Ed25519.
  const key = Buffer.concat([Buffer.from([1]), publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)])
  const id = sha256(`${DATABASE}\n`, key).subarray(0, 4)
  const tree = `go.sum database tree\n1\n${root.toString('base64')}\n`
  const signature = Buffer.concat([id, sign(undefined, Buffer.from(tree), privateKey)]).toString('base64')
  const signed = `${tree}\n— ${DATABASE} ${signature}\n`

  const [at, log] = [`/${path}/@v/${version}`, `/sumdb/${DATABASE}`]
  return {
    files: {
      [`/${path}/@v/list`]: `${version}\n`,
      [`${at}.info`]: JSON.stringify({ Version: version, Time: '2026-01-01T00:00:00Z' }),
      [`${at}.mod`]: goMod,
      [`${at}.zip`]: zip,
      [`${log}/supported`]: '',
      [`${log}/lookup/${path}@${version}`]: `0\n${record}\n${signed}`,
      [`${log}/latest`]: signed,
      [`${log}/tile/8/0/000.p/1`]: root
    },
    database: `${DATABASE}+${id.toString('hex')}+${key.toString('base64')}`,
    sum
  }
}
