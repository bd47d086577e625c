import { describe, expect, test } from '@jest/globals'
import { formatDownloaderLines } from '../../../../src/adapters/cosign/downloader.ts'
import {
  describeEarlyEnd,
  deriveIdentity,
  obtainIdentityToken
} from '../../../../src/adapters/cosign/identity-token.ts'
import { explainOutage, withPatience } from '../../../../src/adapters/cosign/patience.ts'
import { parseKeyReference, pickKeyVariables } from '../../../../src/adapters/cosign/key-reference.ts'
import { Failure } from '../../../../src/base/errors.ts'

const REF = 'acme/mesh/.github/workflows/release.yml@refs/tags/v1.0.0'

describe('the identity that a downloader demands', () => {
  test.each([
    ['github.com', 'https://token.actions.githubusercontent.com', 'https://github.com'],
    ['an enterprise on github.com', 'https://token.actions.githubusercontent.com/acme', 'https://github.com'],
    ['an enterprise on ghe.com', 'https://token.actions.acme.ghe.com', 'https://acme.ghe.com'],
    ['a GitHub server', 'https://git.acme.example/_services/token', 'https://git.acme.example']
  ])('is the called workflow on %s', (_, iss, server) => {
    expect(deriveIdentity({ iss, job_workflow_ref: REF })).toEqual({ identity: `${server}/${REF}`, issuer: iss })
  })

  test('is the configuration on GitLab, as the token writes it', () => {
    const claims = { iss: 'https://gitlab.com', ci_config_ref_uri: 'gitlab.com/acme/mesh//.gitlab-ci.yml@refs/tags/v1' }
    expect(deriveIdentity(claims)).toEqual({
      identity: 'https://gitlab.com/acme/mesh//.gitlab-ci.yml@refs/tags/v1',
      issuer: 'https://gitlab.com'
    })
  })
})

describe('the request for an identity token', () => {
  const env = {
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.example/token?run=1',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer-canary'
  }
  const claims = { iss: 'https://token.actions.githubusercontent.com', job_workflow_ref: REF, exp: 4_000_000_000 }
  const token = `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`
  const { signal } = new AbortController()
  /** Answers with one status after another, and says what it was asked. */
  const server = (...statuses: readonly number[]) => {
    const asked: { url: string; authorization: string | null }[] = []
    const left = [...statuses]
    const ask: typeof fetch = async (url, init) => {
      asked.push({ url: (url as URL).href, authorization: new Headers(init?.headers).get('authorization') })
      const status = left.shift() ?? 200
      if (status === 0) throw new TypeError('fetch failed')
      return Response.json({ value: token }, { status })
    }
    return { asked, ask }
  }

  test('names the audience and carries the bearer', async () => {
    const { asked, ask } = server(200)
    expect(await obtainIdentityToken(env, ask, signal)).toMatchObject({
      token,
      renewable: true,
      identity: { identity: `https://github.com/${REF}` }
    })
    expect(asked).toEqual([
      { url: 'https://pipelines.example/token?run=1&audience=sigstore', authorization: 'bearer bearer-canary' }
    ])
  })

  test('of a server that fails for a moment, or wants a pause, is asked for again; one that goes on failing ends', async () => {
    const patient = (ask: typeof fetch) =>
      withPatience('no identity token', () => obtainIdentityToken(env, ask, signal), signal, { pauses: [1, 1, 1] })
    const { asked, ask } = server(503, 0, 429, 200)
    expect(await patient(ask)).toMatchObject({ token })
    expect(asked).toHaveLength(4)
    await expect(patient(server(500, 500, 500, 500, 500).ask)).rejects.toMatchObject({
      kind: 'host',
      message: 'no identity token: pipelines.example answers 500 to the request for an identity token (4 attempts)'
    })
  })

  test('that is refused is not asked for again', async () => {
    const refused = server(403)
    const asking = withPatience('no identity token', () => obtainIdentityToken(env, refused.ask, signal), signal)
    await expect(asking).rejects.toMatchObject({ kind: 'environment' })
    expect(refused.asked.length).toBe(1)
  })

  test('that ends soon is told of in time, unless a new one can be asked for', async () => {
    const given = await obtainIdentityToken({ SIGSTORE_ID_TOKEN: token }, server().ask, signal)
    const at = given.expires - 5.5 * 60_000
    expect(describeEarlyEnd(given, at)).toMatch(/^the identity token of this job ends in 5 min; .*timeout/)
    expect(describeEarlyEnd(given, given.expires - 11 * 60_000)).toBeUndefined()
    expect(describeEarlyEnd({ ...given, renewable: true }, at)).toBeUndefined()
  })
})

test.each([
  'Post "https://fulcio.sigstore.dev/api/v2/signingCert": EOF',
  'Post "https://rekor.sigstore.dev/api/v1/log/entries": giving up after 4 attempt(s)',
  'tuf refresh failed: failed to download 12.root.json, http status code: 503',
  'dial tcp 34.1.2.3:443: connect: connection timed out',
  'dial tcp 34.1.2.3:443: connect: no route to host',
  'dial tcp: lookup tuf-repo-cdn.sigstore.dev: Temporary failure in name resolution',
  'write tcp 10.0.0.1:1->34.1.2.3:443: write: broken pipe',
  'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
  'stream error: stream ID 3; INTERNAL_ERROR; received from peer',
  'error signing bundle: [POST /api/v1/log/entries][502] returned 502'
])('%s is out of order, and may pass', (said) => {
  for (const kind of ['command', 'environment'] as const)
    expect(explainOutage(new Failure(kind, 'cosign failed', { hint: 'Look.', cause: `Error: ${said}` }))).toBeDefined()
})

test.each([
  'x509: certificate signed by unknown authority',
  'syntax error (line 1:1): unexpected token',
  'error verifying bundle: invalid signature when validating ASN.1 encoded signature',
  'returned 403: token is not for this audience',
  'status 5000 of nothing'
])('%s does not pass by itself', (said) => {
  expect(explainOutage(new Failure('command', 'cosign failed', { cause: said }))).toBeUndefined()
})

describe('the lines for a downloader', () => {
  const statements = [{ name: 'provenance.sigstore.json', predicateType: 'https://slsa.dev/provenance/v1' }]

  test('check each signature with cosign, and all of it with Slipway, by a key that lies beside the release', () => {
    expect(formatDownloaderLines({ publicKey: 'PEM' }, { statements })).toEqual([
      'cosign verify-blob --key ../cosign.pub --insecure-ignore-tlog --bundle checksums.txt.sigstore.json checksums.txt',
      'cosign verify-blob-attestation --type https://slsa.dev/provenance/v1 --key ../cosign.pub --insecure-ignore-tlog --bundle provenance.sigstore.json checksums.txt',
      'slipway verify . --key ../cosign.pub'
    ])
  })

  test('demand the identity and its issuer, at the page where the release is', () => {
    const identity = `https://github.com/${REF}`
    const issuer = 'https://token.actions.githubusercontent.com'
    const release = 'https://github.com/acme/mesh/releases/tag/v1.2.3'
    const by = `--certificate-identity ${identity} --certificate-oidc-issuer ${issuer}`
    expect(formatDownloaderLines({ identity, issuer }, { statements: [], release })).toEqual([
      `cosign verify-blob ${by} --bundle checksums.txt.sigstore.json checksums.txt`,
      `slipway verify ${release} --identity ${identity} --issuer ${issuer}`
    ])
  })

  test('are each one line that a shell takes as it is, whatever a workflow is called', () => {
    const odd = { identity: "https://github.com/a/b/.github/workflows/it's $(x).yml@refs/tags/v1", issuer: 'https://i' }
    const quoted = "'https://github.com/a/b/.github/workflows/it'\\''s $(x).yml@refs/tags/v1'"
    expect(formatDownloaderLines(odd, { statements: [], trustedRoot: 'my root.json' })).toEqual([
      `cosign verify-blob --certificate-identity ${quoted} --certificate-oidc-issuer https://i --trusted-root 'my root.json' --bundle checksums.txt.sigstore.json checksums.txt`,
      `slipway verify . --identity ${quoted} --issuer https://i --trusted-root 'my root.json'`
    ])
  })
})

describe('a key reference', () => {
  const env = {
    HOME: '/home/me',
    AWS_REGION: 'eu',
    VAULT_TOKEN: 'v',
    COSIGN_PRIVATE_KEY: 'k',
    COSIGN_PRIVATE_KEY_2: 'k2'
  }

  test.each([
    ['cosign.key', []],
    ['env://COSIGN_PRIVATE_KEY', ['COSIGN_PRIVATE_KEY']],
    ['awskms:///alias/release', ['HOME', 'AWS_REGION']],
    ['hashivault://release', ['HOME', 'VAULT_TOKEN']],
    ['gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k', ['HOME']]
  ])('%s lets the child see %j', (reference, names) => {
    expect(Object.keys(pickKeyVariables(env, parseKeyReference(reference)))).toEqual(names)
  })

  test.each([
    '',
    '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----',
    'one\ntwo',
    'env://',
    'env://A B',
    'http://key',
    'nokms://x'
  ])('%j is refused as an input', (reference) => {
    expect(() => parseKeyReference(reference)).toThrow(expect.objectContaining({ kind: 'input' }))
  })
})
