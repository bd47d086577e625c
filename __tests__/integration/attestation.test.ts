import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { join } from 'node:path'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { bundleFromJSON, type SerializedBundle } from '@sigstore/bundle'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { realTools } from '../bed/tools.ts'
import { slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { startGithub, type FakeGithub } from '../fakes/github/server.ts'
import { git, HELLO, repository, workspace } from '../fakes/repository.ts'
import { CLAIMS, fakeSigstore, githubJob, type FakeSigstore } from '../fakes/sigstore/sigstore.ts'
import { describeSigstore, type Described } from '../fakes/sigstore/sigstore-v2.ts'

jest.setTimeout(180_000)

const stack = new AsyncDisposableStack()
const servers: FakeGithub[] = []
let place: string
let hello: string
let head: string
let sigstore: FakeSigstore
let described: Described

beforeAll(async () => {
  place = stack.use(await workspace()).path
  hello = join(place, 'hello')
  head = await repository(hello, HELLO, ['v1.0.0'])
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(1_000_000))).path
  sigstore = stack.use(await fakeSigstore(CLAIMS))
  const files = disk(join(place, 'files'))
  described = await describeSigstore(
    sigstore,
    (name) => join(place, 'sigstore', name),
    (path, text) => files.write(path, text),
    (...args) => processes().run([cosign, ...args], { env: { HOME: place } })
  )
}, 1_200_000)
afterAll(() => stack.disposeAsync())
afterEach(() => {
  for (const server of servers) expect(server.violations).toEqual([])
})

async function server(change: Partial<FakeGithub['state']> = {}): Promise<FakeGithub> {
  const made = stack.use(await startGithub({ commit: head, enterprise: true }))
  servers.push(made)
  Object.assign(made.state, change)
  sigstore.job.claims = githubJob({ commit: head, server: made.origins.web, repository: 'octo/demo' })
  return made
}

const release = ({ origins }: FakeGithub, out: string, rekor: string, ...flags: readonly string[]): Promise<Ran> =>
  slipway(
    [
      ...['release', '--to', 'github', '--targets', 'linux/amd64', '--kubernetes', 'none', '--out', join(place, out)],
      ...['--sign', 'keyless', '--signing-config', rekor, '--trusted-root', described.trustedRoot, ...flags]
    ],
    {
      cwd: hello,
      env: {
        ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: origins.api, GITHUB_SERVER_URL: origins.web },
        ...{ GITHUB_TOKEN: 'ghs_writer', ...sigstore.github }
      }
    }
  )

const published = ({ state }: FakeGithub): boolean => state.releases.some(({ draft }) => !draft)

test.each(['v1', 'v2'] as const)(
  'the provenance is kept as an attestation once, and sigstore-js verifies it for what was released, with Rekor %s',
  async (rekor) => {
    const at = await server()
    const signatures = sigstore.requests.filter((each) => each === `POST /api/${rekor}/log/entries`).length
    expect(succeeded(await release(at, rekor, described[rekor]))).toMatch(/^✓ attest +provenance\.sigstore\.json /m)
    // checksums.txt and the provenance are signed, and nothing a second time for GitHub.
    expect(sigstore.requests.filter((each) => each === `POST /api/${rekor}/log/entries`)).toHaveLength(signatures + 2)
    expect(at.state.attestations).toHaveLength(1)

    // What gh does: ask by the digest of the file, verify the bundle and its identity, then look into the statement.
    const archive = at.state.releases[0]?.assets.find(({ name }) => name.endsWith('.tar.gz'))
    const asked = await fetch(`${at.origins.api}/repos/octo/demo/attestations/${archive?.digest}`, {
      headers: { authorization: 'token ghs_reader' }
    })
    const { attestations } = (await asked.json()) as { attestations: readonly { bundle: SerializedBundle }[] }
    const [attestation] = attestations
    if (!attestation) throw new Error('GitHub has no attestation of the archive')
    const root = TrustedRoot.fromJSON(JSON.parse(await readFile(described.trustedRoot, 'utf8')))
    const verifier = new Verifier(toTrustMaterial(root), { tlogThreshold: 1, ctlogThreshold: 1, timestampThreshold: 1 })
    const verify = (identity: string, bundle = attestation.bundle) =>
      verifier.verify(toSignedEntity(bundleFromJSON(bundle)), {
        subjectAlternativeName: identity,
        extensions: { issuer: `${at.origins.web}/_services/token` }
      })
    const identity = String(sigstore.job.claims['sub'])
    expect(verify(identity).identity?.subjectAlternativeName).toBe(identity)
    expect(() => verify('https://github.com/evil/mesh/.github/workflows/release.yml@refs/tags/v1.0.0')).toThrow()
    const payload = Buffer.from(attestation.bundle.dsseEnvelope?.payload ?? '', 'base64').toString('utf8')
    const forged = Buffer.from(payload.replace('hello_1.0.0', 'hello_6.6.6')).toString('base64')
    const changed = structuredClone(attestation.bundle) as { dsseEnvelope: { payload: string } }
    changed.dsseEnvelope.payload = forged
    expect(() => verify(identity, changed as unknown as SerializedBundle)).toThrow()
    expect(attestation.bundle.mediaType).toBe('application/vnd.dev.sigstore.bundle.v0.3+json')
    expect(JSON.parse(payload)).toMatchObject({
      predicateType: 'https://slsa.dev/provenance/v1',
      subject: expect.arrayContaining([{ name: archive?.name, digest: { sha256: archive?.digest?.slice(7) } }])
    })

    expect(succeeded(await release(at, rekor, described[rekor]))).toMatch(/^= attest +provenance\.sigstore\.json /m)
    expect(at.state.attestations).toHaveLength(1)
  }
)

test('a token that may not attest leaves a release that is whole and says what is missing', async () => {
  const at = await server({ attests: false })
  const said = succeeded(await release(at, 'refused', described.v1))
  expect(said).toContain('the release is published, and is not attested at GitHub')
  expect(said).toContain('permissions: attestations: write')
  expect(published(at)).toBe(true)

  // The next run, which may, goes on from there, and makes no second signature.
  at.state.attests = true
  const before = sigstore.requests.filter((each) => each.startsWith('POST /api/v2/signingCert')).length
  succeeded(await release(at, 'refused', described.v1))
  expect(at.state.attestations).toHaveLength(1)
  expect(sigstore.requests.filter((each) => each.startsWith('POST /api/v2/signingCert'))).toHaveLength(before)
})

test.each([1, 2])('an attestation is kept once, though %i tries of it fail on their way', async (many) => {
  const at = await server()
  let failed = 0
  at.fault = ({ method, target }) =>
    method === 'POST' && target.endsWith('/attestations') && failed++ < many
      ? { when: many === 1 ? 'after' : 'before', with: { status: 502 } }
      : undefined
  const said = succeeded(await release(at, `tries-${many}`, described.v1))
  expect(said).toMatch(/^✓ attest +provenance\.sigstore\.json /m)
  expect(at.state.attestations).toHaveLength(1)
})

test('an attestation that is required and refused fails the run before anybody sees the release', async () => {
  const at = await server({ attests: false })
  const ran = await release(at, 'required', described.v1, '--attestations', 'required')
  expect(ran).toMatchObject({ status: 3, stdout: expect.stringContaining('the token may not write attestations') })
  expect(published(at)).toBe(false)

  at.state.attests = true
  succeeded(await release(at, 'required', described.v1, '--attestations', 'required'))
  expect(published(at)).toBe(true)
  expect(at.state.attestations).toHaveLength(1)
})

test('a Sigstore that signs nothing stops a release before anybody sees it, and the next run goes on from there', async () => {
  const at = await server()
  sigstore.out.set('POST /api/v2/signingCert', 400)
  const stopped = await release(at, 'stopped', described.v1)
  sigstore.out.clear()
  expect(stopped.status).toBe(4)
  expect(stopped.stdout).toMatch(/^✓ build /m)
  expect(published(at)).toBe(false)
  expect(at.state.attestations).toEqual([])

  const said = succeeded(await release(at, 'stopped', described.v1))
  expect(said).toMatch(/^= build /m)
  expect(said).not.toMatch(/^✓ (build|package) /m)
  expect(published(at)).toBe(true)
  expect(at.state.releases).toHaveLength(1)
})

test('attestations that are off, or cannot be, are not asked for', async () => {
  const at = await server()
  expect(succeeded(await release(at, 'off', described.v1, '--attestations', 'off'))).not.toMatch(/attest /)
  expect(at.state.attestations).toEqual([])
  const required = ['--attestations', 'required', '--to', join(place, 'releases')]
  expect(await release(at, 'elsewhere', described.v1, ...required)).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('only GitHub keeps attestations')
  })
})

test('files that were made earlier are attested by the job that publishes them, once, with the signature they came with', async () => {
  const at = await server()
  const out = join(place, 'made')
  const env = {
    ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: at.origins.api, GITHUB_SERVER_URL: at.origins.web },
    GITHUB_TOKEN: 'ghs_writer'
  }
  // As the checkout of a job has it.
  await git(hello, 'remote', 'add', 'origin', `${at.origins.web}/octo/demo`)
  const made = ['--targets', 'linux/amd64', '--kubernetes', 'none', '--out', out, '--to', 'none']
  const keyless = ['--sign', 'keyless', '--signing-config', described.v2, '--trusted-root', described.trustedRoot]
  succeeded(await slipway(['release', ...made, ...keyless], { cwd: hello, env: { ...env, ...sigstore.github } }))
  const signatures = sigstore.requests.length
  // No identity token, and no checkout.
  const publish = (...flags: readonly string[]): Promise<Ran> =>
    slipway(
      [
        'publish',
        '--from',
        out,
        '--tag',
        'v1.0.0',
        '--to',
        'github',
        '--trusted-root',
        described.trustedRoot,
        ...flags
      ],
      { cwd: place, env }
    )
  at.state.attests = false
  const refused = await publish('--attestations', 'required')
  expect(refused).toMatchObject({ status: 3, stdout: expect.stringContaining('may not write attestations') })
  expect(published(at)).toBe(false)
  at.state.attests = true
  expect(succeeded(await publish())).toMatch(/^✓ attest +provenance\.sigstore\.json /m)
  expect(succeeded(await publish())).toMatch(/^= attest +provenance\.sigstore\.json /m)
  const [attestation, ...more] = at.state.attestations
  expect(more).toEqual([])
  expect(JSON.stringify(attestation?.bundle)).toBe(
    JSON.stringify(JSON.parse(await readFile(join(out, 'provenance.sigstore.json'), 'utf8')))
  )
  expect(sigstore.requests).toHaveLength(signatures)
})

test('files without a keyless signature are published without an attestation, which says why', async () => {
  const at = await server()
  const env = {
    ...{ GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: at.origins.api, GITHUB_SERVER_URL: at.origins.web },
    GITHUB_TOKEN: 'ghs_writer'
  }
  const from = join(place, 'plain')
  await mkdir(from)
  await writeFile(join(from, 'tool.zip'), 'bytes')
  const publish = (...flags: readonly string[]): Promise<Ran> =>
    slipway(['publish', '--from', from, '--tag', 'v1.0.0', '--to', 'github', ...flags], { cwd: place, env })
  expect(await publish('--attestations', 'required')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('attestations is required, and GitHub takes keyless signatures only')
  })
  expect(published(at)).toBe(false)
  expect(succeeded(await publish())).toContain('GitHub takes keyless signatures only')
  expect(at.state.attestations).toEqual([])
})
