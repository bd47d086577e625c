import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeKeylessSigner, makeVerifier } from '../../src/adapters/cosign/cosign.ts'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { demandExact } from '../../src/evidence/bundle.ts'
import { makeStatement } from '../../src/evidence/statement.ts'
import { SLSA } from '../../src/model/release-chains.ts'
import { hashBytes } from '../../src/base/digest.ts'
import { github } from '../../src/facts/platforms/github.ts'
import { gitlab } from '../../src/facts/platforms/gitlab.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { realTools } from '../bed/tools.ts'
import { slipway, succeeded } from '../fakes/cli.ts'
import { downloader, linesBehind } from '../fakes/sigstore/downloader.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { CLAIMS, fakeSigstore, githubJob, gitlabJob, type FakeSigstore } from '../fakes/sigstore/sigstore.ts'
import { describeSigstore, type Described } from '../fakes/sigstore/sigstore-v2.ts'

jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const own = processes()
const { signal } = new AbortController()
const IDENTITY = `https://github.com/${CLAIMS.job_workflow_ref}`

let place: string
let cosign: string
let files: Files
let sigstore: FakeSigstore
let described: Described
let checksums: string
let statementPath: string

beforeAll(async () => {
  place = stack.use(await workspace()).path
  files = disk(join(place, 'files'))
  cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_000_000))).path
  sigstore = stack.use(await fakeSigstore(CLAIMS))
  described = await describeSigstore(
    sigstore,
    (name) => join(place, 'sigstore', name),
    (path, text) => files.write(path, text),
    (...args) => own.run([cosign, ...args], { env: { HOME: place } })
  )
  checksums = join(place, 'checksums.txt')
  statementPath = join(place, 'statement.json')
  const text = `${'0'.repeat(64)}  mesh.tar.gz\n`
  await files.write(checksums, text)
  const subject = [{ name: 'checksums.txt', sha256: hashBytes(text) }]
  await files.write(statementPath, JSON.stringify(makeStatement(SLSA, subject, { of: 'a test' })))
}, 1_200_000)
beforeEach(() => sigstore.out.clear())

const parts = (env: Readonly<Record<string, string>> = {}) => ({ cosign, processes: own, files, env })
const about = () => ({ about: checksums, predicateType: SLSA })

/** As much of a bundle as is changed here. */
interface Bundle {
  readonly dsseEnvelope: object
  readonly verificationMaterial: {
    readonly tlogEntries: readonly {
      readonly inclusionPromise?: object
      readonly inclusionProof?: { readonly checkpoint?: { readonly envelope: string } }
    }[]
    readonly timestampVerificationData?: { readonly rfc3161Timestamps: readonly object[] }
  }
}

describe.each(['v1', 'v2'] as const)('with Rekor %s', (version) => {
  const signer = (options: object = {}, env: Readonly<Record<string, string>> = sigstore.github) =>
    makeKeylessSigner(
      { ...parts(env), ...options },
      { signingConfig: described[version], trustedRoot: described.trustedRoot }
    )
  const downloader = (identity = IDENTITY) =>
    makeVerifier(parts(), { identity, issuer: CLAIMS.iss }, { trustedRoot: described.trustedRoot })
  const bundle = () => join(place, `${version}.sigstore.json`)

  test('a file and a statement are signed and verified, by nobody but the expected identity', async () => {
    const before = sigstore.requests.length
    await signer().sign(checksums, bundle(), signal)
    await downloader()(checksums, bundle())
    await signer().sign({ ...about(), statement: statementPath }, bundle(), signal)
    await downloader()(about(), bundle())
    await expect(downloader(`${IDENTITY}x`)(about(), bundle())).rejects.toMatchObject({ kind: 'verification' })
    const asked = sigstore.requests.slice(before)
    expect(asked.filter((request) => request === `POST /api/${version}/log/entries`)).toHaveLength(2)
    expect(asked.includes('POST /api/v1/timestamp')).toBe(version === 'v2')
  })

  test('who knows the repository alone accepts any of its workflows at the tag, and nobody else’s', async () => {
    await signer().sign(checksums, bundle(), signal)
    const [, workflow, tag = ''] = /^(.*)@refs\/tags\/(.*)$/.exec(IDENTITY) ?? []
    const url = workflow?.slice(0, workflow.indexOf('/.github/')) ?? ''
    const by = (url: string, tag: string) =>
      makeVerifier(parts(), github.signer({ url, server: 'https://github.com' }, tag), {
        trustedRoot: described.trustedRoot
      })(checksums, bundle())
    await by(url, tag)
    await by(url.toUpperCase().replace('HTTPS://GITHUB.COM', 'https://github.com'), tag)
    for (const [other, at] of [
      [url, `${tag}0`],
      [url.slice(0, -1), tag],
      [`${url}s`, tag],
      [url.replace('github.com', 'githubxcom'), tag]
    ] as const)
      await expect(by(other, at)).rejects.toMatchObject({ kind: 'verification' })
  })

  // But for some of a timestamp's: the algorithm names of its envelope, which no verifier reads (docs/security.md).
  test('no byte of a statement’s bundle can be changed', async () => {
    await signer().sign({ ...about(), statement: statementPath }, bundle(), signal)
    const bytes = await readFile(bundle())
    const [from, to] = ['"timestampVerificationData"', '"dsseEnvelope"'].map((name) => bytes.indexOf(name))
    const changed = join(place, 'changed.sigstore.json')
    const survived: number[] = []
    for (let i = 0; i <= 48; i++) {
      const at = Math.round((i * (bytes.length - 1)) / 48)
      if (from !== undefined && to !== undefined && from > 0 && at > from && at < to) continue
      const copy = Buffer.from(bytes)
      copy[at] = (copy[at] ?? 0) ^ (i % 2 ? 1 : 4)
      await files.write(changed, copy)
      const refused = await downloader()(about(), changed)
        .then(() => demandExact(copy, 'changed'))
        .then(
          () => false,
          () => true
        )
      if (!refused) survived.push(at)
    }
    expect(survived).toEqual([])
  })

  test('nothing can be added to a statement’s bundle, left out of it or written in another way', async () => {
    await signer().sign({ ...about(), statement: statementPath }, bundle(), signal)
    const text = await readFile(bundle(), 'utf8')
    const as = (change: (bundle: Bundle) => unknown): string =>
      `${JSON.stringify(change(JSON.parse(text) as Bundle))}\n`
    const material = (more: object) =>
      as((b) => ({ ...b, verificationMaterial: { ...b.verificationMaterial, ...more } }))
    const { tlogEntries, timestampVerificationData } = (JSON.parse(text) as Bundle).verificationMaterial
    const [entry] = tlogEntries
    const inEntry = (more: object) => material({ tlogEntries: [{ ...entry, ...more }] })
    const times = timestampVerificationData?.rfc3161Timestamps ?? []
    const { checkpoint } = entry?.inclusionProof ?? {}
    const texts = [
      as(({ dsseEnvelope, ...rest }) => ({ dsseEnvelope, ...rest })),
      material({ publicKey: { hint: 'AAAA' } }),
      material({ tlogEntries: [entry, entry] }),
      material({ tlogEntries: [] }),
      material({ timestampVerificationData: { rfc3161Timestamps: [...times, { signedTimestamp: 'AAAA' }] } }),
      material({ timestampVerificationData: { rfc3161Timestamps: [...times, ...times, { signedTimestamp: '' }] } }),
      inEntry({ integratedTime: '0' }),
      inEntry({ integratedTime: '1700000000' }),
      inEntry({ logIndex: '077' }),
      inEntry({ logIndex: 77 }),
      inEntry({ kindVersion: { kind: 'dsse', version: '0.0.9' } }),
      inEntry({ inclusionPromise: entry?.inclusionPromise ? undefined : { signedEntryTimestamp: 'AAAA' } }),
      inEntry({ inclusionProof: undefined }),
      inEntry({ inclusionProof: { ...entry?.inclusionProof, treeSize: '999' } }),
      ...[`${checkpoint?.envelope ?? ''}— other.example AAAA\n`, `${checkpoint?.envelope ?? ''}\n`].map((envelope) =>
        inEntry({ inclusionProof: { ...entry?.inclusionProof, checkpoint: { envelope } } })
      )
    ]
    const changed = join(place, 'changed.sigstore.json')
    const survived: string[] = []
    for (const each of texts) {
      expect(each).not.toBe(text)
      await files.write(changed, each)
      const accepted = await downloader()(about(), changed)
        .then(() => demandExact(Buffer.from(each), 'changed'))
        .then(
          () => true,
          () => false
        )
      if (accepted) survived.push(each)
    }
    expect(survived).toEqual([])
  })

  test.each(['POST /api/v2/signingCert', `POST /api/${version}/log/entries`])(
    '%s out of order: tried again with patience, then a stop that leaves no bundle, then a run that works',
    async (request) => {
      const notes: string[] = []
      const never = join(place, 'never.sigstore.json')
      sigstore.out.set(request, 503)
      const failing = signer({ pauses: [1, 1], note: (line: string) => notes.push(line) })
      await expect(failing.sign(checksums, never, signal)).rejects.toMatchObject({
        kind: 'host',
        message: expect.stringMatching(/^Sigstore does not sign: .*\(3 attempts\)$/),
        hint: expect.stringContaining('Nothing was published')
      })
      expect(notes).toHaveLength(2)
      expect(await readdir(place)).not.toContain('never.sigstore.json')

      const back = signer({ pauses: [1, 1], note: () => sigstore.out.clear() })
      await back.sign(checksums, bundle(), signal)
      await downloader()(checksums, bundle())
    }
  )

  test('what Sigstore refuses is not tried again', async () => {
    sigstore.out.set('POST /api/v2/signingCert', 400)
    const notes: string[] = []
    const refused = signer({ pauses: [1], note: (line: string) => notes.push(line) })
    await expect(refused.sign(checksums, bundle(), signal)).rejects.toMatchObject({ kind: 'command' })
    expect(notes).toEqual([])
  })
})

test('a job of a GitLab below a path is known by that path, in its identity and in who vouches for it', async () => {
  const uri = 'git.example.org/gitlab/grp/app//.gitlab-ci.yml@refs/tags/v1.0.0'
  const server = 'https://git.example.org/gitlab'
  const env = { SIGSTORE_ID_TOKEN: sigstore.token({ iss: server, ci_config_ref_uri: uri, sub: `https://${uri}` }) }
  const { trustedRoot } = described
  const bundle = join(place, 'path.sigstore.json')
  await makeKeylessSigner(parts(env), { signingConfig: described.v2, trustedRoot }).sign(checksums, bundle, signal)
  const by = (server: string) => gitlab.signer({ url: 'https://git.example.org/gitlab/grp/app', server }, 'v1.0.0')
  await makeVerifier(parts(), by(server), { trustedRoot })(checksums, bundle)
  const other = makeVerifier(parts(), by('https://git.example.org'), { trustedRoot })(checksums, bundle)
  await expect(other).rejects.toMatchObject({ kind: 'verification' })
})

test.each([
  ['my release.yml', 'my%20release.yml'],
  ["it's (new) & {old}.yml", 'it%27s%20%28new%29%20&%20%7Bold%7D.yml'],
  ["it's-$(x)!.yml", "it's-$(x)!.yml"]
])('a workflow in the file %s is known as the certificate names it', async (file, name) => {
  const ref = (each: string) => `acme/mesh/.github/workflows/${each}@refs/tags/v1.0.0`
  const env = {
    SIGSTORE_ID_TOKEN: sigstore.token({
      ...CLAIMS,
      job_workflow_ref: ref(file),
      sub: `https://github.com/${ref(file)}`
    })
  }
  const { trustedRoot } = described
  const bundle = join(place, 'odd.sigstore.json')
  const signer = makeKeylessSigner(parts(env), { signingConfig: described.v2, trustedRoot })
  await signer.sign(checksums, bundle, signal)
  expect(await signer.identity(signal)).toMatchObject({ identity: `https://github.com/${ref(name)}` })
  const by = github.signer({ url: 'https://github.com/acme/mesh', server: 'https://github.com' }, 'v1.0.0')
  await makeVerifier(parts(), by, { trustedRoot })(checksums, bundle)
})

/** The lines for a downloader that a release printed. */
function shown(said: string): readonly string[] {
  const [, block = ''] = /^verify it:\n((?: {2}.*\n)+)/m.exec(said) ?? []
  return block
    .trimEnd()
    .split('\n')
    .map((line) => line.trim())
}

describe('a release', () => {
  const flags = () => [
    ...['--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'keyless', '--to', join(place, 'releases')],
    ...['--signing-config', described.v2, '--trusted-root', described.trustedRoot]
  ]

  test('as GitHub and as GitLab is signed with the computed identity, which verify demands', async () => {
    const uri = 'gitlab.com/acme/mesh//.gitlab-ci.yml@refs/tags/v1.0.0'
    const gitlab = (commit: string) => gitlabJob({ commit })
    const doors = [
      { name: 'hub', env: sigstore.github, identity: IDENTITY, issuer: CLAIMS.iss },
      {
        name: 'lab',
        env: {},
        identity: `https://${uri}`,
        issuer: 'https://gitlab.com'
      }
    ]
    const sh = await downloader(join(place, 'somebody'), cosign)
    for (const { name, identity, issuer, ...door } of doors) {
      const folder = join(place, name)
      await mkdir(folder)
      const commit = await repository(folder, { ...HELLO, 'NOTICE.md': name }, ['v1.0.0'])
      sigstore.job.claims = githubJob({ commit })
      const env = name === 'lab' ? { SIGSTORE_ID_TOKEN: sigstore.token(gitlab(commit)) } : door.env
      const to = join(place, `releases-${name}`)
      const said = succeeded(await slipway(['release', ...flags(), '--to', to], { cwd: folder, env }))
      expect(said).toContain(`--certificate-identity ${identity} --certificate-oidc-issuer ${issuer}`)
      const lines = shown(said)
      expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
        ...['sha256sum -c', 'cosign verify-blob', 'cosign verify-blob-attestation', 'slipway verify']
      ])
      succeeded(await sh(lines.join('\n'), join(to, 'v1.0.0')))
      const { notes } = JSON.parse(await readFile(join(to, 'v1.0.0/release.json'), 'utf8')) as {
        readonly notes: string
      }
      expect(linesBehind(notes, '')).toEqual(lines)

      const verify = (by: string) =>
        slipway(
          [
            ...['verify', join(to, 'v1.0.0'), '--identity', by, '--issuer', issuer],
            ...['--trusted-root', described.trustedRoot]
          ],
          { cwd: place }
        )
      expect(succeeded(await verify(identity))).toContain('the signature is by the expected identity')
      expect(await verify(identity.replace('acme', 'evil'))).toMatchObject({ status: 5 })
      expect(`${said}${JSON.stringify(env)}`.split(sigstore.github.ACTIONS_ID_TOKEN_REQUEST_TOKEN)).toHaveLength(
        name === 'hub' ? 2 : 1
      )
    }
  })

  test('by a workflow with an odd name is verified by the lines that it shows, and they do nothing else', async () => {
    const odd = CLAIMS.job_workflow_ref.replace('.yml', "-it's-$(touch$IFS$9obeyed)&co;.yml")
    const [folder, to] = [join(place, 'odd'), join(place, 'releases-odd')]
    await mkdir(folder)
    const sha = await repository(folder, { ...HELLO, 'NOTICE.md': 'odd' }, ['v1.0.0'])
    const env = {
      SIGSTORE_ID_TOKEN: sigstore.token({ ...CLAIMS, sha, job_workflow_ref: odd, sub: `https://github.com/${odd}` })
    }
    const said = succeeded(await slipway(['release', ...flags(), '--to', to], { cwd: folder, env }))
    const sh = await downloader(join(place, 'somebody-odd'), cosign)
    succeeded(await sh(shown(said).join('\n'), join(to, 'v1.0.0')))
    expect(await readdir(join(to, 'v1.0.0'))).not.toContain('obeyed')
  })

  test('with a token that has expired stops before the first compile', async () => {
    const env = { SIGSTORE_ID_TOKEN: sigstore.token({ ...CLAIMS, exp: 1_700_000_000 }) }
    const run = await slipway(['release', ...flags()], { cwd: join(place, 'hub'), env })
    expect(run).toMatchObject({ status: 3, stdout: expect.stringContaining('expired at 2023-11-14T22:13:20.000Z') })
    expect(run.stdout).not.toMatch(/build +linux/)
  })
})
