import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { inspect } from 'node:util'
import { githubPublisher } from '../../src/adapters/github/releases/publisher.ts'
import type { Draft, Published, ReleaseRequest } from '../../src/model/ports/publisher.ts'
import { startGithub, type Fault, type FakeGithub, type Seen } from '../fakes/github/server.ts'
import { beginAsset, createRelease, type Release } from '../fakes/github/state.ts'
import {
  COMMIT,
  githubBench,
  leaveOn,
  placeOf,
  publishByHand,
  sha256,
  TAG,
  wanted,
  type GithubBench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = { 'demo_linux.tar.gz': 'linux', 'demo_windows.zip': 'windows', 'checksums.txt': 'sums' }
const OTHER = 'b'.repeat(40)

let bench: GithubBench
let server: FakeGithub
beforeEach(async () => {
  bench = await githubBench()
  server = bench.server
})
afterEach(async () => {
  await bench[Symbol.asyncDispose]()
  expect(server.violations).toEqual([])
})

interface How {
  readonly request?: Partial<ReleaseRequest>
  readonly files?: Readonly<Record<string, string>>
  readonly token?: string
  readonly signal?: AbortSignal
  readonly warnings?: string[]
  /** Between the last upload and publishing. */
  readonly meanwhile?: (draft: Draft) => void | Promise<void>
}

async function release(how: How = {}): Promise<Published> {
  const place = placeOf(server, {
    ...(how.token === undefined ? {} : { token: how.token }),
    warn: (line) => how.warnings?.push(line)
  })
  const publisher = githubPublisher(place, bench.local.files)
  await using draft = await publisher.draft(wanted(how.request), how.signal ?? signal)
  for (const [name, content] of Object.entries(how.files ?? FILES))
    await draft.add(await bench.local.make(name, content))
  await how.meanwhile?.(draft)
  return await draft.publish()
}

const isUpload = (seen: Seen): boolean => seen.at === 'uploads'
const isCreate = (seen: Seen): boolean => seen.method === 'POST' && seen.target.endsWith('/releases')
const isPublish = (seen: Seen): boolean => seen.method === 'PATCH'
const isList = (seen: Seen): boolean => seen.method === 'GET' && seen.target.includes('/releases?')

/** The given faults for the first requests that match, one each. */
function breaking(matches: (seen: Seen) => boolean, ...faults: readonly Fault[]): void {
  const left = [...faults]
  server.fault = (seen) => (matches(seen) ? left.shift() : undefined)
}

const status = (code: number, headers: Record<string, string> = {}, message = 'Server Error'): Fault => ({
  when: 'before',
  with: {
    status: code,
    headers,
    body: { message, documentation_url: 'https://docs.github.com/rest', status: String(code) }
  }
})
const after = (fault: Fault): Fault => ({ ...fault, when: 'after' })

const drafts = (): readonly Release[] => server.state.releases.filter(({ draft }) => draft)
const uploads = (): number => server.log.filter((seen) => isUpload(seen) && seen.wrote).length

describe('drafts', () => {
  test('of two drafts of a tag the fullest is finished; the other is named and stays', async () => {
    const now = new Date().toISOString()
    createRelease(server.state, { tag_name: TAG, draft: true }, now)
    const fuller = createRelease(server.state, { tag_name: TAG, draft: true }, now)
    const [first, second] = server.state.releases.splice(0)
    // So that leaveOn, which takes the first draft, fills the second one.
    server.state.releases.push(...[second, first].filter((each) => each !== undefined))
    leaveOn(server, 'checksums.txt', 'sums')

    const warnings: string[] = []
    await release({ warnings })
    expect(server.state.releases.find(({ draft }) => !draft)?.id).toBe(fuller.id)
    expect(drafts()).toHaveLength(1)
    expect(warnings.join()).toContain('another draft of v1.0.0 stays as it is')
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a draft behind more than a hundred releases is found', async () => {
    leaveOn(server, 'checksums.txt', 'sums')
    const now = new Date().toISOString()
    for (let n = 0; n < 130; n++) createRelease(server.state, { tag_name: `v0.${n}.0`, draft: true }, now)

    await release()
    expect(server.state.releases.filter(({ tag }) => tag === TAG)).toHaveLength(1)
    expect(uploads()).toBe(2)
  })

  test('a draft with words of a person keeps its title and notes, and says so', async () => {
    const fields = { tag_name: TAG, draft: true, name: 'The big one', body: 'Written by hand.' }
    createRelease(server.state, fields, new Date().toISOString())
    const warnings: string[] = []
    await release({ warnings })
    expect(server.state.releases[0]).toMatchObject({ name: 'The big one', body: 'Written by hand.', draft: false })
    expect(warnings.join()).toContain('notes that somebody wrote')
  })

  test('a draft of an earlier run gets the words of this one', async () => {
    const publisher = githubPublisher(placeOf(server), bench.local.files)
    await publisher.draft(wanted({ title: 'old', notes: 'old' }), signal)
    await release({ request: { title: 'new', notes: 'new' } })
    expect(server.state.releases).toHaveLength(1)
    expect(server.state.releases[0]).toMatchObject({ name: 'new', body: `new\n\n<!-- slipway ${COMMIT} -->` })
  })

  test('a release that a person published without files is not written to', async () => {
    publishByHand(server)
    await expect(release()).rejects.toMatchObject({
      kind: 'verification',
      hint: expect.stringContaining('never written to')
    })
    expect(server.writes()).toBe(0)
  })

  test('a create whose answer is lost makes no second draft', async () => {
    breaking(isCreate, { when: 'after', with: 'reset' })
    await release()
    expect(server.state.releases).toHaveLength(1)
  })

  test.each([true, false])(
    'when another run publishes first, equal bytes are enough (drafts allowed: %s)',
    async (allowed) => {
      server.state.draftsBesidePublished = allowed
      const mine = release({ meanwhile: async () => void (await other) })
      const other = release()
      await Promise.all([mine, other])
      expect(await bench.visible()).toEqual(FILES)
    }
  )
})

describe('uploads', () => {
  const midway = (fault: Fault['with']): Fault => ({ when: 'midway', with: fault })

  test.each<[string, Fault]>([
    ['breaks in the middle', midway('reset')],
    ['gets a 502 and leaves a starter', midway({ status: 502, body: { message: 'Bad Gateway' } })],
    ['is refused with 500', status(500)],
    ['is refused with 504', status(504)],
    ['is reset before its first byte', { when: 'before', with: 'reset' }]
  ])('an upload that %s is done again', async (_, fault) => {
    breaking(isUpload, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(server.state.releases[0]?.assets).toHaveLength(3)
  })

  test.each<[string, Fault]>([
    ['is lost', { when: 'after', with: 'reset' }],
    ['is a 502', after(status(502))]
  ])('an upload that arrived and whose answer %s is not done again', async (_, fault) => {
    breaking(isUpload, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(uploads()).toBe(3)
  })

  test('half uploads of a killed run are removed and replaced', async () => {
    leaveOn(server, 'checksums.txt', 'sums')
    const [draft] = drafts()
    beginAsset(server.state, draft?.id ?? 0, 'demo_linux.tar.gz', 'application/gzip', 5)
    beginAsset(server.state, draft?.id ?? 0, 'other.tar.gz', 'application/gzip', 5)
    const warnings: string[] = []
    await release({ warnings })
    expect(await bench.visible()).toEqual(FILES)
    expect(warnings.join()).toContain('other.tar.gz')
  })

  test('an upload that never succeeds ends with what GitHub said, and stays unseen', async () => {
    server.fault = (seen) => (isUpload(seen) ? status(502, {}, 'Bad Gateway') : undefined)
    await expect(release()).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('502') })
    expect(await bench.visible()).toBeUndefined()
  })

  test('a file without a digest on GitHub is downloaded and compared', async () => {
    leaveOn(server, 'checksums.txt', 'sums')
    for (const asset of drafts()[0]?.assets ?? []) asset.digest = null
    await release()
    expect(uploads()).toBe(2)

    for (const asset of server.state.releases[0]?.assets ?? []) asset.digest = null
    await expect(release({ files: { ...FILES, 'checksums.txt': 'mine' } })).rejects.toThrow(sha256('sums'))
  })

  test('an empty file is refused before its upload', async () => {
    await expect(release({ files: { 'empty.txt': '' } })).rejects.toMatchObject({ kind: 'input' })
    expect(uploads()).toBe(0)
  })

  test('a file that changed since it was listed is not uploaded', async () => {
    const draft = await githubPublisher(placeOf(server), bench.local.files).draft(wanted(), signal)
    const file = await bench.local.make('checksums.txt', 'sums')
    await expect(draft.add({ ...file, sha256: sha256('before') })).rejects.toMatchObject({ kind: 'verification' })
    expect(uploads()).toBe(0)
  })

  test('more than a hundred files are all compared', async () => {
    const many = Object.fromEntries(Array.from({ length: 105 }, (_, n) => [`file-${n}.txt`, `content ${n}`]))
    expect((await release({ files: many })).files).toHaveLength(105)
    const before = server.writes()
    expect((await release({ files: many })).files).toHaveLength(105)
    expect(server.writes()).toBe(before)
  })

  test('the token goes to no other upload server than the expected one', async () => {
    const place = placeOf(server, { uploads: 'https://uploads.github.com' })
    const draft = await githubPublisher(place, bench.local.files).draft(wanted(), signal)
    const upload = draft.add(await bench.local.make('checksums.txt', 'sums'))
    await expect(upload).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringContaining('refused to send the token')
    })
    expect(server.log.filter(isUpload)).toEqual([])
  })

  test('a run that is cancelled during an upload ends at once, and the next one finishes', async () => {
    const cancel = new AbortController()
    server.fault = (seen) => {
      if (!isUpload(seen)) return undefined
      cancel.abort(new Error('cancelled'))
      return { when: 'before', with: 'silence' }
    }
    await expect(release({ signal: cancel.signal })).rejects.toThrow('cancelled')
    server.fault = () => undefined
    expect(await bench.visible()).toBeUndefined()
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a run that is cancelled during a long pause ends at once', async () => {
    const cancel = new AbortController()
    breaking(isUpload, status(429, { 'retry-after': '100' }))
    const place = placeOf(server, {
      timing: { second: 60_000, pace: 0 },
      warn: () => cancel.abort(new Error('cancelled'))
    })
    const draft = await githubPublisher(place, bench.local.files).draft(wanted(), cancel.signal)
    await expect(draft.add(await bench.local.make('a.txt', 'a'))).rejects.toThrow('cancelled')
  })
})

describe('the tag', () => {
  const moved = (): void => void (server.state.refs[TAG] = { type: 'commit', sha: OTHER })

  test('a tag that moved during the run stops it before anything is seen', async () => {
    const failed = release({ meanwhile: moved })
    await expect(failed).rejects.toMatchObject({ kind: 'verification' })
    await expect(failed).rejects.toThrow(COMMIT)
    await expect(failed).rejects.toThrow(OTHER)
    expect(await bench.visible()).toBeUndefined()
  })

  test('a tag that was deleted during the run stops it, and is not made anew', async () => {
    await expect(
      release({ meanwhile: () => void Reflect.deleteProperty(server.state.refs, TAG) })
    ).rejects.toMatchObject({ kind: 'verification' })
    expect(server.state.refs).toEqual({})
    expect(await bench.visible()).toBeUndefined()
  })

  test('an annotated tag means the commit it points at, through other tags', async () => {
    server.state.tagObjects['c'.repeat(40)] = { tag: TAG, type: 'tag', sha: 'd'.repeat(40) }
    server.state.tagObjects['d'.repeat(40)] = { tag: TAG, type: 'commit', sha: COMMIT }
    server.state.refs[TAG] = { type: 'tag', sha: 'c'.repeat(40) }
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test.each(['module/v1.0.0', 'v1.0.0+meta', "it's", 'v$(touch x)', 'a%2Fb', 'ü'])(
    'the tag %j is published as it is',
    async (tag) => {
      server.state.refs[tag] = { type: 'commit', sha: COMMIT }
      const published = await release({ request: { tag } })
      expect(published.tag).toBe(tag)
      expect(server.state.releases.map((each) => each.tag)).toEqual([tag])
      const before = server.writes()
      await release({ request: { tag } })
      expect(server.writes()).toBe(before)
    }
  )

  test('no commit is named when a draft is made: that would need a right over workflows', async () => {
    await release()
    expect(server.state.releases[0]?.target).toBe('main')
  })

  test('a name that an immutable release had cannot be used again, and the reason is told', async () => {
    server.state.burnt.push(TAG)
    await expect(release()).rejects.toMatchObject({ kind: 'input', hint: expect.stringContaining('choose a new tag') })
  })

  test('an immutable release is written once', async () => {
    server.state.immutableReleases = true
    await release()
    expect(server.state.releases[0]).toMatchObject({ immutable: true, draft: false })
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before)
  })

  test.each<[string, Partial<ReleaseRequest>, string | undefined]>([
    ['a prerelease', { prerelease: true, latest: false }, undefined],
    ['a release of an older line', { latest: false }, undefined],
    ['the highest release', { latest: true }, TAG]
  ])('%s leaves the right release as the latest', async (_, request, latest) => {
    await release({ request })
    expect(await bench.latest()).toBe(latest)
  })

  test('a prerelease as the latest release is refused before anything is written', async () => {
    await expect(release({ request: { prerelease: true, latest: true } })).rejects.toMatchObject({ kind: 'input' })
    expect(server.log).toEqual([])
  })
})

describe('publishing', () => {
  test('notes that are too long for GitHub are cut at a line, and keep the mark', async () => {
    const line = `${'x'.repeat(79)}\n`
    await release({ request: { notes: line.repeat(2000) } })
    const body = server.state.releases.find(({ tag }) => tag === TAG)?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(125_000)
    expect(body.length).toBeGreaterThan(124_000)
    const mark = `<!-- slipway ${COMMIT} -->`
    expect(body.endsWith(mark)).toBe(true)
    expect(body.split('\n').filter((each) => /^x+$/.test(each) && each.length !== 79)).toEqual([])
    expect(body.slice(-400)).toMatch(/cut|longer|too long/i)
  })

  test.each<[string, Fault]>([
    ['is refused with 502 at first', status(502)],
    ['succeeds and its answer is lost', { when: 'after', with: 'reset' }],
    ['succeeds and answers 500', after(status(500))]
  ])('a publish that %s ends well', async (_, fault) => {
    breaking(isPublish, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('an immutable release whose publish lost its answer ends well', async () => {
    server.state.immutableReleases = true
    breaking(isPublish, { when: 'after', with: 'reset' })
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a release that GitHub does not show at once is waited for', async () => {
    let published = false
    let hidden = 3
    server.fault = (seen) => {
      if (isPublish(seen)) published = true
      const hides = published && seen.target.includes('/releases/tags/') && hidden-- > 0
      return hides ? status(404, {}, 'Not Found') : undefined
    }
    expect((await release()).files).toHaveLength(3)
  })

  test('a new draft that GitHub does not know everywhere at once is waited for', async () => {
    const lost = status(404, {}, 'Not Found')
    breaking((seen) => /releases\/\d+\/assets/.test(seen.target), lost, lost, lost)
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('files that differ after publishing fail the run', async () => {
    server.fault = (seen) => {
      if (!isPublish(seen)) return undefined
      for (const asset of server.state.releases[0]?.assets ?? []) asset.digest = `sha256:${'0'.repeat(64)}`
      return undefined
    }
    await expect(release()).rejects.toMatchObject({ kind: 'verification' })
  })
})

describe('the network', () => {
  test.each([500, 502, 503, 504])('a list that answers %i twice is asked again', async (code) => {
    breaking(isList, status(code), status(code))
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test.each<[string, Fault]>([
    ['429 with seconds', status(429, { 'retry-after': '3' }, 'Too many requests')],
    ['429 with a date', status(429, { 'retry-after': new Date(Date.now() + 9000).toUTCString() }, 'Too many requests')],
    ['429 with 0 seconds', status(429, { 'retry-after': '0' }, 'Too many requests')],
    ['503 with seconds', status(503, { 'retry-after': '3' })],
    [
      '403 for a secondary limit, with seconds',
      status(403, { 'retry-after': '3' }, 'You have exceeded a secondary rate limit.')
    ],
    ['403 for a secondary limit, without seconds', status(403, {}, 'You have exceeded a secondary rate limit.')],
    [
      'a primary limit that ends soon',
      status(
        403,
        { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 5) },
        'API rate limit exceeded'
      )
    ]
  ])('%s is waited for', async (_, fault) => {
    breaking((seen) => isUpload(seen) || isCreate(seen) || isPublish(seen), fault, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(uploads()).toBe(3)
    expect(server.state.releases).toHaveLength(1)
  })

  test('a limit that ends far away stops the run with the time', async () => {
    const reset = Math.ceil(Date.now() / 1000) + 3000
    breaking(
      isUpload,
      status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }, 'API rate limit exceeded')
    )
    const time = new Date(reset * 1000).toISOString().replace('.000', '')
    await expect(release()).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining(time) })
    expect(server.log.filter(isUpload)).toHaveLength(1)
  })

  test('a limit that never ends stops the run', async () => {
    server.fault = (seen) => (isList(seen) ? status(429, { 'retry-after': '1' }, 'Too many requests') : undefined)
    await expect(release()).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('rate limit') })
    expect(server.log.length).toBeLessThan(8)
  })

  test.each(['silence', 'drip'] as const)(
    'a server that answers with %s is given up after a few tries',
    async (how) => {
      server.fault = (seen) => (isList(seen) ? { when: 'before', with: how } : undefined)
      const place = placeOf(server, { timing: { second: 1, pace: 0, patience: 50 } })
      const draft = githubPublisher(place, bench.local.files).draft(wanted(), signal)
      await expect(draft).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('no answer') })
      expect(server.log.filter(isList)).toHaveLength(4)
    }
  )

  test('a host that cannot be reached is a failure of the host, with its name', async () => {
    const gone = await startGithub({ commit: COMMIT })
    await gone[Symbol.asyncDispose]()
    const found = githubPublisher(placeOf(gone), bench.local.files).find(TAG, signal)
    const { host } = new URL(gone.origins.api)
    await expect(found).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringContaining(`no answer from ${host}`)
    })
  })

  test('a download is resumed where its connection broke, and carries the token to GitHub only', async () => {
    const published = await release()
    server.storageBreaks.push(1, 2)
    let text = ''
    for await (const chunk of published.download('demo_windows.zip')) text += Buffer.from(chunk).toString()
    expect(text).toBe('windows')
    const stored = server.log.filter(({ at }) => at === 'web')
    expect(stored.length).toBe(3)
    expect(stored.map(({ token }) => token)).toEqual([undefined, undefined, undefined])
  })
})

describe('permissions', () => {
  test.each([
    ['ghs_reader', 'a workflow with contents: read', 'contents: write'],
    ['ghp_reader', 'a person who may only read', 'contents: write'],
    ['ghs_other', 'a token that does not see the repository', 'contents: write'],
    ['ghs_old', 'a token that has expired', 'expired']
  ])('%s (%s) is a fault of the environment with the next step', async (token, _, hint) => {
    const failed = release({ token })
    await expect(failed).rejects.toMatchObject({ kind: 'environment', hint: expect.stringContaining(hint) })
    expect(server.writes()).toBe(0)
  })

  test.each([
    'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    "`octo` forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days.",
    'Although you appear to have the correct authorization credentials, the `octo` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.'
  ])('what an organisation forbids is told in GitHub’s words, at once: %s', async (words) => {
    const asked = server.log.length
    breaking(isCreate, status(403, {}, words))
    const failed = release()
    await expect(failed).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(words),
      hint: expect.stringContaining('an organisation may forbid it')
    })
    expect(server.log.slice(asked).filter(isCreate)).toHaveLength(1)
    expect(drafts()).toEqual([])
  })

  test('a token that expires during the run says so, and what is uploaded stays', async () => {
    const failed = release({ meanwhile: () => void (server.state.tokens.ghs_writer = 'expired') })
    await expect(failed).rejects.toMatchObject({ kind: 'environment', message: expect.stringContaining('401') })
    expect(drafts()[0]?.assets).toHaveLength(3)
  })

  test.each([
    ['a list', isList],
    ['a create', isCreate],
    ['an upload', isUpload],
    ['a publish', isPublish]
  ])('no error shows the token or a signed address: %s', async (_, matches) => {
    for (const code of [401, 403, 404, 422, 500]) {
      server.fault = (seen) => (matches(seen) ? status(code) : undefined)
      const error = await release().then(
        () => undefined,
        (reason: unknown) => reason
      )
      const shown = inspect(error, { depth: Infinity, showHidden: true })
      expect(shown).toContain('Failure')
      expect(shown).not.toMatch(/ghs_writer|secret-signature/)
    }
  })
})
