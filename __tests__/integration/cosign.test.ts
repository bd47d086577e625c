import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import {
  makeKeySigner,
  makeKeylessSigner,
  makeRehearsalSigner,
  makeVerifier
} from '../../src/adapters/cosign/cosign.ts'
import { formatDownloaderLines } from '../../src/adapters/cosign/downloader.ts'
import type { CosignParts } from '../../src/adapters/cosign/run.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import type { Files } from '../../src/model/ports/files.ts'
import type { Argv, Exec } from '../../src/model/ports/processes.ts'
import { realTools } from '../bed/tools.ts'
import { CLAIMS, fakeSigstore, type FakeSigstore } from '../fakes/sigstore/sigstore.ts'
import { describeSigstore } from '../fakes/sigstore/sigstore-v2.ts'

// cosign needs a moment to open a key, and more of one beside a compiler.
jest.setTimeout(120_000)

const PASSWORD = 'canary-password-4711'
const own = processes()
const { signal } = new AbortController()

let cosign: string
let root: string
let files: Files
let privateKey: string
let checksums: string
/** Every argument list and environment that a child got. */
const seen: { argv: Argv; env: Readonly<Record<string, string>> }[] = []
const recording: Exec = (argv, options) => {
  seen.push({ argv, env: options.env })
  return own.run(argv, options)
}

const parts = (env: Readonly<Record<string, string>>): CosignParts => ({
  cosign,
  processes: { run: recording },
  files,
  env: { PATH: '/usr/bin:/bin', HOME: join(root, 'home'), GITHUB_TOKEN: 'canary-unrelated', ...env }
})
const withKey = (env: Readonly<Record<string, string>> = {}): CosignParts =>
  parts({ COSIGN_PRIVATE_KEY: privateKey, COSIGN_PASSWORD: PASSWORD, ...env })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'slipway-cosign-'))
  files = disk(join(root, 'scratches'))
  cosign = (await realTools(() => undefined).tool('cosign', undefined, signal)).path
  const prefix = join(root, 'keys/signing')
  await files.write(join(root, 'keys/README'), '')
  const env = { COSIGN_PASSWORD: PASSWORD, HOME: root }
  await own.run([cosign, 'generate-key-pair', '--output-key-prefix', prefix], { env })
  await own.run([cosign, 'generate-key-pair', '--output-key-prefix', join(root, 'keys/other')], { env })
  privateKey = await readFile(`${prefix}.key`, 'utf8')
  checksums = join(root, 'release/checksums.txt')
  await files.write(checksums, `${'0'.repeat(64)}  mesh.tar.gz\n`)
}, 1_200_000)
afterAll(() => rm(root, { recursive: true, force: true }))
beforeEach(async () => {
  seen.length = 0
  await files.remove(join(root, 'bundles'))
})

const bundleAt = (name: string): string => join(root, 'bundles', name)
/** A failure with everything that a log could show of it. */
const failureOf = async (
  promise: Promise<unknown>
): Promise<{ kind: unknown; message: string; hint: unknown; all: string }> => {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason as Error & { kind: unknown; hint: unknown }
  )
  if (!error) throw new Error('nothing failed')
  return {
    kind: error.kind,
    message: error.message,
    hint: error.hint,
    all: inspect(error, { depth: 9, showHidden: true })
  }
}
const nothingLeft = async (): Promise<void> => {
  expect(await readdir(join(root, 'scratches'))).toEqual([])
  expect(await readdir(root)).not.toContain('home')
}
const secretsAreSafe = (...secrets: readonly string[]): void => {
  const lines = secrets.flatMap((secret) => [secret, ...secret.split('\n')]).filter((line) => line.length > 5)
  for (const { argv } of seen) for (const line of lines) expect(argv.join('\n')).not.toContain(line)
}

describe('makeKeySigner', () => {
  test('signs with a key from the environment: a bundle v0.3 that verifies, and offline', async () => {
    // A proxy that writes down who comes: nobody may.
    const visitors: string[] = []
    const proxy = createServer((socket) => void visitors.push(String(socket.destroy().remotePort)))
    await once(proxy.listen(0, '127.0.0.1'), 'listening')
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const signer = makeKeySigner(withKey({ HTTPS_PROXY: address, HTTP_PROXY: address }), 'env://COSIGN_PRIVATE_KEY')
    const bundle = bundleAt('a/signed.json')

    await signer.sign(checksums, bundle, signal)
    await signer.verify(checksums, bundle, signal)

    proxy.close()
    expect(visitors).toEqual([])
    expect(JSON.parse(await readFile(bundle, 'utf8'))).toMatchObject({
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json'
    })
    expect(await signer.identity(signal)).toEqual({ publicKey: await readFile(join(root, 'keys/signing.pub'), 'utf8') })
    secretsAreSafe(privateKey, PASSWORD)
    await nothingLeft()
  })

  test('a child sees its key, its password and no other secret', async () => {
    await makeKeySigner(
      withKey({ COSIGN_PRIVATE_KEY_OLD: 'canary-old', AWS_SECRET_ACCESS_KEY: 'canary-cloud' }),
      'env://COSIGN_PRIVATE_KEY'
    ).sign(checksums, bundleAt('signed.json'), signal)
    expect(seen.length).toBeGreaterThan(0)
    for (const { argv, env } of seen) {
      const verifies = argv.includes('verify-blob')
      const names = ['HOME', 'PATH', 'TMP', 'TMPDIR', 'TUF_ROOT', 'USERPROFILE']
      expect(Object.keys(env).sort()).toEqual([
        ...(verifies ? [] : ['COSIGN_PASSWORD', 'COSIGN_PRIVATE_KEY']),
        ...names
      ])
    }
  })

  test('signs with a key file, whose downloader needs the public key and nothing else', async () => {
    const bundle = `${checksums}.sigstore.json`
    await makeKeySigner(withKey(), join(root, 'keys/signing.key')).sign(checksums, bundle, signal)
    await files.copy(join(root, 'keys/signing.pub'), join(root, 'cosign.pub'))
    // What the notes tell a downloader, word by word.
    const [, ...args] = formatDownloaderLines({ publicKey: '' }, { statements: [] })[0]?.split(' ') ?? []
    await own.run([cosign, ...args], { env: { HOME: join(root, 'downloader') }, cwd: join(root, 'release') })
    await makeVerifier(parts({}), { key: join(root, 'keys/signing.pub'), identity: '', issuer: '' })(checksums, bundle)
  })

  test("one byte changed, or another key, is a 'verification' Failure", async () => {
    const signer = makeKeySigner(withKey(), 'env://COSIGN_PRIVATE_KEY')
    const [bundle, changed] = [bundleAt('signed.json'), join(root, 'release/changed.txt')]
    await signer.sign(checksums, bundle, signal)
    await files.write(changed, (await readFile(checksums, 'utf8')).replace('0', '1'))
    await expect(signer.verify(changed, bundle, signal)).rejects.toMatchObject({ kind: 'verification' })

    const other = makeKeySigner(withKey(), join(root, 'keys/other.key'))
    await expect(other.verify(checksums, bundle, signal)).rejects.toMatchObject({ kind: 'verification' })
    const expected = { key: join(root, 'keys/other.pub'), identity: '', issuer: '' }
    await expect(makeVerifier(parts({}), expected)(checksums, bundle)).rejects.toMatchObject({ kind: 'verification' })

    await expect(signer.verify(checksums, bundleAt('none.json'), signal)).rejects.toMatchObject({
      kind: 'verification'
    })
    await files.write(bundleAt('empty.json'), '{}')
    await expect(signer.verify(checksums, bundleAt('empty.json'), signal)).rejects.toMatchObject({
      kind: 'verification'
    })
  })

  test('what is wrong with a key is said without the key', async () => {
    const wrong = 'canary-wrong-password'
    const sign = (env: CosignParts, key: string) =>
      failureOf(makeKeySigner(env, key).sign(checksums, bundleAt('never.json'), signal))
    const failures = {
      password: await sign(withKey({ COSIGN_PASSWORD: wrong }), 'env://COSIGN_PRIVATE_KEY'),
      garbage: await sign(withKey({ COSIGN_PRIVATE_KEY: 'canary-garbage-key' }), 'env://COSIGN_PRIVATE_KEY'),
      unset: await sign(parts({ COSIGN_PASSWORD: PASSWORD }), 'env://COSIGN_PRIVATE_KEY'),
      missing: await sign(withKey(), join(root, 'keys/none.key'))
    }
    expect(failures).toMatchObject({
      password: { kind: 'environment', message: 'the password does not open the signing key' },
      garbage: { kind: 'input', message: 'the signing key is not a private key as cosign writes them' },
      unset: { kind: 'environment', message: 'the variable that should hold the signing key is not set' },
      missing: { kind: 'input', message: `there is no signing key at ${join(root, 'keys/none.key')}` }
    })
    for (const { hint, all } of Object.values(failures)) {
      expect(hint).toEqual(expect.any(String))
      for (const secret of [PASSWORD, wrong, 'canary-garbage-key', ...privateKey.trim().split('\n').slice(1, -1)])
        expect(all).not.toContain(secret)
    }
    expect(() => makeKeySigner(withKey(), privateKey)).toThrow('no reference to a key')
    expect(() => makeKeySigner(withKey(), 'ftp://key')).toThrow('no key service is named ftp://')
    expect(await files.list(join(root, 'bundles'))).toEqual([])
    secretsAreSafe(privateKey, PASSWORD, wrong, 'canary-garbage-key')
    await nothingLeft()
  })

  test('an abort leaves no bundle and no scratch folder', async () => {
    const abort = new AbortController()
    const stopping: Exec = (argv, options) => {
      setImmediate(() => abort.abort(new Error('enough')))
      return own.run(argv, options)
    }
    const signer = makeKeySigner({ ...withKey(), processes: { run: stopping } }, 'env://COSIGN_PRIVATE_KEY')
    await expect(signer.sign(checksums, bundleAt('never.json'), abort.signal)).rejects.toThrow('enough')
    expect(await files.list(join(root, 'bundles'))).toEqual([])
    await nothingLeft()
  })

  test("another cosign than 3 is an 'environment' Failure that names it", async () => {
    const old = join(root, 'cosign-2')
    const version = `{"gitVersion": "v2.4.3"}`
    await writeFile(
      old,
      `#!/bin/sh\nif [ "$1" = version ]; then echo '${version}'; else echo "Error: unknown flag: --signing-config" >&2; exit 1; fi\n`
    )
    await chmod(old, 0o755)
    const signer = makeKeySigner({ ...withKey(), cosign: old }, 'env://COSIGN_PRIVATE_KEY')
    await expect(signer.sign(checksums, bundleAt('never.json'), signal)).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('is cosign v2.4.3')
    })
  })

  test('a key service gets the variables of its client, and the home folder where they may be', async () => {
    const env = { AWS_REGION: 'eu-1', AWS_SECRET_ACCESS_KEY: 'canary-cloud', VAULT_TOKEN: 'canary-vault' }
    const none: Exec = async (argv, { env }) => {
      seen.push({ argv, env })
      return { stdout: '', stderr: '' }
    }
    const signer = makeKeySigner({ ...withKey(env), processes: { run: none } }, 'awskms:///alias/release')
    await signer.identity(signal)
    expect(seen).toMatchObject([{ argv: [cosign, 'public-key', '--key', 'awskms:///alias/release'] }])
    expect(seen[0]?.env).toMatchObject({
      AWS_REGION: 'eu-1',
      AWS_SECRET_ACCESS_KEY: 'canary-cloud',
      HOME: join(root, 'home')
    })
    expect(Object.keys(seen[0]?.env ?? {})).not.toContain('VAULT_TOKEN')
    expect(Object.keys(seen[0]?.env ?? {})).not.toContain('COSIGN_PRIVATE_KEY')
  })
})

describe('makeRehearsalSigner', () => {
  test('proves the path with a key that is gone afterwards, and claims nothing', async () => {
    const signer = makeRehearsalSigner(parts({}))
    const bundle = bundleAt('rehearsed.json')
    await signer.sign(checksums, bundle, signal)
    await signer.verify(checksums, bundle, signal)
    await files.write(bundleAt('changed.txt'), 'something else')
    await expect(signer.verify(bundleAt('changed.txt'), bundle, signal)).rejects.toMatchObject({ kind: 'verification' })
    await expect(signer.identity(signal)).rejects.toMatchObject({ kind: 'verification' })
    const passwords = seen.flatMap(({ env }) => env['COSIGN_PASSWORD'] ?? [])
    expect(passwords.length).toBeGreaterThan(0)
    secretsAreSafe(...passwords)
    await nothingLeft()
  })

  test('what it did not sign it does not verify', async () => {
    const bundle = bundleAt('signed.json')
    await makeKeySigner(withKey(), 'env://COSIGN_PRIVATE_KEY').sign(checksums, bundle, signal)
    await expect(makeRehearsalSigner(parts({})).verify(checksums, bundle, signal)).rejects.toMatchObject({
      kind: 'verification'
    })
  })
})

describe('keylessSigner, with a Sigstore on loopback', () => {
  const claims = CLAIMS
  const { iss: issuer, job_workflow_ref: ref } = claims
  let sigstore: FakeSigstore
  let described: { signingConfig: string; trustedRoot: string }

  beforeAll(async () => {
    sigstore = await fakeSigstore(claims)
    const { v1, trustedRoot } = await describeSigstore(
      sigstore,
      (name) => join(root, 'sigstore', name),
      (path, text) => files.write(path, text),
      (...args) => own.run([cosign, ...args], { env: { HOME: root } })
    )
    described = { signingConfig: v1, trustedRoot }
  })
  afterAll(async () => {
    await sigstore[Symbol.asyncDispose]()
  })

  const keyless = (env: Readonly<Record<string, string>>) => makeKeylessSigner(parts(env), described)

  test("signs as a GitHub job, with the identity computed from the token; a downloader's command accepts it", async () => {
    const signer = keyless(sigstore.github)
    const bundle = `${checksums}.sigstore.json`
    await signer.sign(checksums, bundle, signal)
    await signer.verify(checksums, bundle, signal)
    const identity = await signer.identity(signal)
    expect(identity).toEqual({ identity: `https://github.com/${ref}`, issuer })
    expect(sigstore.requests).toEqual(expect.arrayContaining(['POST /api/v2/signingCert', 'POST /api/v1/log/entries']))

    const { trustedRoot } = described
    const [, ...args] = formatDownloaderLines(identity, { statements: [], trustedRoot })[0]?.split(' ') ?? []
    await own.run([cosign, ...args], { env: { HOME: join(root, 'downloader') }, cwd: join(root, 'release') })
    secretsAreSafe(
      sigstore.github.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
      ...seen.flatMap(({ env }) => env['SIGSTORE_ID_TOKEN'] ?? [])
    )
    for (const { env } of seen) expect(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']).toBeUndefined()
    await nothingLeft()
  })

  test('another identity, another issuer or another file is refused', async () => {
    const bundle = bundleAt('keyless.json')
    await keyless(sigstore.github).sign(checksums, bundle, signal)
    const check = (identity: string, by: string, path = checksums) =>
      makeVerifier(parts({}), { identity, issuer: by }, described)(path, bundle)
    await check(`https://github.com/${ref}`, issuer)
    const refused = { kind: 'verification' }
    await expect(check(`https://github.com/evil/${ref}`, issuer)).rejects.toMatchObject(refused)
    await expect(check(`https://github.com/${ref}`, 'https://gitlab.com')).rejects.toMatchObject(refused)
    await files.write(bundleAt('changed.txt'), 'something else')
    await expect(check(`https://github.com/${ref}`, issuer, bundleAt('changed.txt'))).rejects.toMatchObject(refused)
  })

  test('a certificate for somebody else than the token says is refused, and no bundle appears', async () => {
    // The authority writes the token's `sub`; the identity to demand comes from `job_workflow_ref`.
    const token = sigstore.token({ ...claims, sub: 'https://github.com/evil/workflow' })
    const signing = keyless({ SIGSTORE_ID_TOKEN: token }).sign(checksums, bundleAt('never.json'), signal)
    await expect(signing).rejects.toMatchObject({ kind: 'verification' })
    expect(await files.list(join(root, 'bundles'))).toEqual([])
  })

  test('signs as a GitLab job', async () => {
    const uri = 'gitlab.com/acme/mesh//.gitlab-ci.yml@refs/tags/v1.0.0'
    const gitlab = { iss: 'https://gitlab.com', ci_config_ref_uri: uri, sub: `https://${uri}` }
    const signer = keyless({ SIGSTORE_ID_TOKEN: sigstore.token(gitlab) })
    await signer.sign(checksums, bundleAt('gitlab.json'), signal)
    expect(await signer.identity(signal)).toEqual({ identity: `https://${uri}`, issuer: 'https://gitlab.com' })
  })

  test('no token, an expired one, or one that is none: an error that says what to do and holds no token', async () => {
    const expired = sigstore.token({ ...claims, exp: 1_700_000_000 })
    const refused = { ...sigstore.github, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-refused-token' }
    const sign = (env: Readonly<Record<string, string>>) =>
      failureOf(keyless(env).sign(checksums, bundleAt('never.json'), signal))
    const failures = {
      none: await sign({}),
      empty: await sign({ SIGSTORE_ID_TOKEN: '' }),
      expired: await sign({ SIGSTORE_ID_TOKEN: expired }),
      garbage: await sign({ SIGSTORE_ID_TOKEN: 'canary-not-a-token' }),
      refused: await sign(refused),
      other: await sign({ SIGSTORE_ID_TOKEN: sigstore.token({ iss: 'https://elsewhere', sub: 'me' }) })
    }
    expect(failures).toMatchObject({
      none: { kind: 'environment', message: 'this job cannot get an identity token' },
      empty: { kind: 'environment', message: 'this job cannot get an identity token' },
      expired: { kind: 'environment', message: expect.stringContaining('expired at 2023-11-14T22:13:20.000Z') },
      garbage: { kind: 'environment', message: 'the identity token of this job is not a JSON web token' },
      refused: { kind: 'environment', message: expect.stringContaining('refuses an identity token: 401') },
      other: { kind: 'environment', message: expect.stringContaining('neither a GitHub workflow nor a GitLab one') }
    })
    for (const { hint, all } of Object.values(failures)) {
      expect(hint).toEqual(expect.any(String))
      for (const secret of [expired, expired.split('.')[2] ?? '', 'canary-not-a-token', 'canary-refused-token'])
        expect(all).not.toContain(secret)
    }
    expect(seen).toEqual([])
  })
})
