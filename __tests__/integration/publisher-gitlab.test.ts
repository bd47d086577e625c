import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { inspect } from 'node:util'
import { gitlabPublisher, type GitlabPlace } from '../../src/adapters/gitlab/releases/publisher.ts'
import type { Draft, Published, ReleaseRequest } from '../../src/model/ports/publisher.ts'
import { startGitlab, type FakeGitlab, type Fault, type Seen } from '../fakes/gitlab/server.ts'
import { createRelease, store, type Release } from '../fakes/gitlab/state.ts'
import {
  COMMIT,
  gitlabBench,
  gitlabPlaceOf,
  sha256,
  storedOf,
  TAG,
  wanted,
  type GitlabBench
} from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()
const FILES = { 'demo_linux.tar.gz': 'linux', 'demo_windows.zip': 'windows', 'checksums.txt': 'sums' }
const OTHER = 'b'.repeat(40)

let bench: GitlabBench
let server: FakeGitlab
beforeEach(async () => {
  bench = await gitlabBench()
  server = bench.server
})
afterEach(async () => {
  await bench[Symbol.asyncDispose]()
  expect(server.violations).toEqual([])
})

interface How {
  readonly request?: Partial<ReleaseRequest>
  readonly files?: Readonly<Record<string, string>>
  readonly place?: Partial<GitlabPlace>
  readonly signal?: AbortSignal
  readonly warnings?: string[]
  /** Between the last upload and publishing. */
  readonly meanwhile?: (draft: Draft) => void | Promise<void>
}

async function release(how: How = {}): Promise<Published> {
  const place = gitlabPlaceOf(server, { warn: (line) => how.warnings?.push(line), ...how.place })
  await using draft = await gitlabPublisher(place, bench.local.files).draft(wanted(how.request), how.signal ?? signal)
  for (const [name, content] of Object.entries(how.files ?? FILES))
    await draft.add(await bench.local.make(name, content))
  await how.meanwhile?.(draft)
  return await draft.publish()
}

const isUpload = (seen: Seen): boolean => seen.method === 'PUT' && seen.target.startsWith('packages/generic/')
const isPublish = (seen: Seen): boolean => seen.method === 'POST' && seen.target === 'releases'
const isLink = (seen: Seen): boolean => seen.method === 'POST' && seen.target.endsWith('/assets/links')
const isList = (seen: Seen): boolean => seen.method === 'GET' && seen.target.startsWith('packages?')

/** The given faults for the first requests that match, one each. */
function breaking(matches: (seen: Seen) => boolean, ...faults: readonly Fault[]): void {
  const left = [...faults]
  server.fault = (seen) => (matches(seen) ? left.shift() : undefined)
}

/** Does something when the first matching request arrives, before GitLab sees it. */
function when(matches: (seen: Seen) => boolean, act: () => void): void {
  let done = false
  server.fault = (seen) => {
    if (!done && matches(seen)) {
      done = true
      act()
    }
    return undefined
  }
}

const status = (code: number, headers: Record<string, string> = {}, message = 'Server Error'): Fault => ({
  when: 'before',
  with: { status: code, headers, body: { message } }
})
const after = (fault: Fault): Fault => ({ ...fault, when: 'after' })

const rows = (name: string) => server.state.files.filter((file) => file.name === name)
const ours = (): Release | undefined => server.state.releases.find(({ tag }) => tag === TAG)
const uploads = (): number => server.log.filter((seen) => isUpload(seen) && seen.wrote).length
const find = () => gitlabPublisher(gitlabPlaceOf(server), bench.local.files).find(TAG, signal)

describe('what a release looks like', () => {
  test('every file has a link through the API, by the number of the project, with a permanent path', async () => {
    await release()
    expect(ours()).toMatchObject({
      name: 'demo 1.0.0',
      description: `What is new:\n- everything\n\n<!-- slipway ${COMMIT} 3 -->`,
      sha: COMMIT
    })
    const base = `${server.origins.api}/projects/42/packages/generic/demo/v1.0.0`
    expect(ours()?.links).toEqual([
      link('demo_linux.tar.gz', base, 'package'),
      link('demo_windows.zip', base, 'package'),
      link('checksums.txt', base, 'other')
    ])
  })
  const link = (name: string, base: string, type: string): object =>
    expect.objectContaining({ name, url: `${base}/${name}`, filepath: `/${name}`, type })

  test('the permanent path leads to the bytes', async () => {
    await release()
    const path = `${server.origins.api}/projects/42/releases/permalink/latest/downloads/checksums.txt`
    expect(await (await fetch(path)).text()).toBe('sums')
  })

  test('a name that GitLab takes for no permanent path gets a link without one', async () => {
    const name = 'demo_1.0.0+meta_linux.tar.gz'
    await release({ files: { [name]: 'x' } })
    expect(ours()?.links).toMatchObject([{ name, filepath: null }])
    expect(await bench.visible()).toEqual({ [name]: 'x' })
  })

  test('uploads and the links go out one after the other, and the release is the last write', async () => {
    const draft = await gitlabPublisher(gitlabPlaceOf(server), bench.local.files).draft(wanted(), signal)
    const files = await Promise.all(Object.entries(FILES).map(([name, text]) => bench.local.make(name, text)))
    await Promise.all(files.map((file) => draft.add(file)))
    await draft.publish()
    expect(server.uploads.most).toBe(1)
    const wrote = server.log.filter((seen) => seen.wrote)
    expect(wrote.map(isUpload)).toEqual([true, true, true, false])
    expect(wrote.map(isPublish)).toEqual([false, false, false, true])
  })

  test('a project given by its path has the same links', async () => {
    await release({ place: { project: 'octo/demo', token: { access: 'glpat-maintainer' } } })
    expect(ours()?.links[0]?.url).toContain('/projects/42/packages/')
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before)
  })
})

describe('uploads', () => {
  const midway = (fault: Fault['with']): Fault => ({ when: 'midway', with: fault })

  test.each<[string, Fault]>([
    ['breaks in the middle', midway('reset')],
    ['gets a 502 in the middle', midway({ status: 502, text: 'Bad Gateway' })],
    ['is refused with 500', status(500)],
    ['is refused with 504', status(504)],
    ['is reset before its first byte', { when: 'before', with: 'reset' }]
  ])('an upload that %s leaves nothing and is done again', async (_, fault) => {
    breaking(isUpload, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(server.state.files).toHaveLength(3)
  })

  test.each<[string, Fault]>([
    ['is lost', { when: 'after', with: 'reset' }],
    ['is a 502', after(status(502))],
    ['breaks off', { when: 'after', with: 'drip' }]
  ])('an upload that arrived and whose answer %s is found, and not done again', async (_, fault) => {
    breaking(isUpload, fault)
    await release({ place: { timing: { second: 2, patience: 200 } } })
    expect(await bench.visible()).toEqual(FILES)
    expect(server.state.files).toHaveLength(3)
    expect(uploads()).toBe(3)
  })

  test('an upload whose answer was lost is looked for twice: not all of GitLab knows it at once', async () => {
    let lost = false
    let stale = 1
    server.fault = (seen) => {
      if (isUpload(seen) && !lost) {
        lost = true
        return { when: 'after', with: 'reset' }
      }
      const old = lost && seen.target.startsWith('packages?') && stale-- > 0
      return old ? { when: 'before', with: { status: 200, body: [] } } : undefined
    }
    await release()
    expect(server.state.files).toHaveLength(3)
  })

  test('an upload that arrives with other bytes is taken away and done again', async () => {
    let first = true
    server.fault = (seen) => {
      if (!isUpload(seen) || !first) return undefined
      first = false
      const { id, packageId } = store(server.state, 'demo', TAG, 'demo_linux.tar.gz', storedOf('lin'))
      const body = { id, package_id: packageId, file_name: 'demo_linux.tar.gz', size: 3, file_sha256: sha256('lin') }
      return { when: 'before', with: { status: 200, body } }
    }
    await release()
    expect(rows('demo_linux.tar.gz')).toMatchObject([{ sha256: sha256('linux') }])
  })

  test('an upload that never succeeds ends with what GitLab said, and stays without a release', async () => {
    server.fault = (seen) => (isUpload(seen) ? status(502, {}, 'Bad Gateway') : undefined)
    await expect(release()).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('502') })
    expect(ours()).toBeUndefined()
  })

  test('an older GitLab, which says only that it created the file, is asked what it has', async () => {
    server.state.selectsFile = false
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(server.state.files).toHaveLength(3)
  })

  test('a file without a digest on GitLab is downloaded and compared', async () => {
    await bench.leave('checksums.txt', 'sums')
    for (const file of server.state.files) file.sha256 = null
    await release()
    expect(uploads()).toBe(2)
    for (const file of server.state.files) file.sha256 = null
    await expect(release({ files: { ...FILES, 'checksums.txt': 'mine' } })).rejects.toThrow(sha256('sums'))
  })

  test('more than a hundred files in more than a hundred packages are all found', async () => {
    for (let n = 0; n < 130; n++) store(server.state, `demo-${n}`, TAG, 'a.txt', storedOf('a'))
    const many = Object.fromEntries(Array.from({ length: 105 }, (_, n) => [`file-${n}.txt`, `content ${n}`]))
    for (const [name, content] of Object.entries(many)) store(server.state, 'demo', TAG, name, storedOf(content))
    expect((await release({ files: many })).files).toHaveLength(105)
    expect(uploads()).toBe(0)
    const before = server.writes()
    expect((await release({ files: many })).files).toHaveLength(105)
    expect(server.writes()).toBe(before)
  })

  test.each([0, 5 * 1024 ** 3 + 1])('a file of %d bytes is refused before its upload', async (size) => {
    const draft = await gitlabPublisher(gitlabPlaceOf(server), bench.local.files).draft(wanted(), signal)
    const file = await bench.local.make('a.zip', '')
    await expect(draft.add({ ...file, size })).rejects.toMatchObject({
      kind: 'input',
      message: `files that GitLab refuses: a.zip has ${size} bytes`
    })
    expect(server.log.filter(isUpload)).toEqual([])
  })

  test('a name that fits a permanent path is taken, a longer one is refused before its upload', async () => {
    await release({ files: { ['a'.repeat(127)]: 'x' } })
    await expect(release({ request: { tag: 'v2' }, files: { ['a'.repeat(128)]: 'x' } })).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('too long')
    })
    expect(server.log.filter(isUpload)).toHaveLength(1)
  })

  test('a file that changed since it was listed is not uploaded', async () => {
    const draft = await gitlabPublisher(gitlabPlaceOf(server), bench.local.files).draft(wanted(), signal)
    const file = await bench.local.make('checksums.txt', 'sums')
    await expect(draft.add({ ...file, sha256: sha256('before') })).rejects.toMatchObject({ kind: 'verification' })
    expect(uploads()).toBe(0)
  })

  test('a file is sent from the disk, in the one way in which fetch keeps no copy of it', async () => {
    const sent: unknown[] = []
    const watched: typeof fetch = (input, init) => {
      if (init?.method === 'PUT') sent.push({ blob: init.body instanceof Blob, redirect: init.redirect })
      return fetch(input, init)
    }
    await release({ files: { 'a.zip': 'a' }, place: { fetch: watched } })
    expect(sent).toEqual([{ blob: true, redirect: 'error' }])
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
    expect(ours()).toBeUndefined()
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a run that is cancelled during a long pause ends at once', async () => {
    const cancel = new AbortController()
    breaking(isUpload, status(429, { 'retry-after': '100' }))
    const place = { timing: { second: 60_000 }, warn: () => cancel.abort(new Error('cancelled')) }
    await expect(release({ signal: cancel.signal, place })).rejects.toThrow('cancelled')
  })
})

describe('two files of one name', () => {
  /** Another publisher, whose upload arrives just before ours. */
  const rival = (content: string): void =>
    when(isUpload, () => store(server.state, 'demo', TAG, 'demo_linux.tar.gz', storedOf(content)))

  test.each([true, false])('of equal ones ours gives way (duplicates allowed: %s)', async (allowed) => {
    server.state.duplicatesAllowed = allowed
    rival('linux')
    await release()
    expect(rows('demo_linux.tar.gz')).toHaveLength(1)
    expect(await bench.visible()).toEqual(FILES)
  })

  test.each([true, false])(
    'of different ones ours gives way, and the run stops with both digests (duplicates allowed: %s)',
    async (allowed) => {
      server.state.duplicatesAllowed = allowed
      rival('theirs')
      const failed = release()
      await expect(failed).rejects.toMatchObject({ kind: 'verification' })
      await expect(failed).rejects.toThrow(sha256('theirs'))
      await expect(failed).rejects.toThrow(sha256('linux'))
      expect(rows('demo_linux.tar.gz')).toMatchObject([{ sha256: sha256('theirs') }])
      expect(ours()).toBeUndefined()
    }
  )

  test('a token that may not delete leaves an equal one, and says so', async () => {
    const warnings: string[] = []
    rival('linux')
    await release({ place: { token: { job: 'job-developer' } }, warnings })
    expect(rows('demo_linux.tar.gz')).toHaveLength(2)
    expect(warnings.join()).toContain('demo_linux.tar.gz lies twice')
    expect(await bench.visible()).toEqual(FILES)
    const before = server.writes()
    expect((await release()).files).toHaveLength(3)
    expect(server.writes()).toBe(before)
  })

  test('a younger one with other bytes that stays keeps the release unseen: a download would get it', async () => {
    await expect(
      release({ meanwhile: () => void store(server.state, 'demo', TAG, 'checksums.txt', storedOf('theirs')) })
    ).rejects.toThrow(sha256('theirs'))
    expect(ours()).toBeUndefined()
  })

  test('a younger one that its maker takes away again is waited for', async () => {
    let looks = 0
    await release({
      meanwhile: () => {
        const { id } = store(server.state, 'demo', TAG, 'checksums.txt', storedOf('theirs'))
        server.fault = (seen) => {
          if (seen.target.includes('/package_files?') && ++looks === 3) {
            server.state.files = server.state.files.filter((file) => file.id !== id)
          }
          return undefined
        }
      }
    })
    expect(await bench.visible()).toEqual(FILES)
  })

  test('after a release, a younger one with other bytes is what people get, and what is seen', async () => {
    await release()
    store(server.state, 'demo', TAG, 'checksums.txt', storedOf('theirs'))
    expect((await find())?.files.find(({ name }) => name === 'checksums.txt')?.sha256).toBe(sha256('theirs'))
    await expect(release()).rejects.toMatchObject({ kind: 'verification' })
  })
})

describe('a release that is there already', () => {
  const url = (name: string): string =>
    `${server.origins.api}/projects/42/packages/generic/demo/${TAG}/${encodeURIComponent(name)}`

  test('one that a person made with the tag is not taken for finished; it is completed and its words stay', async () => {
    const site = { name: 'the site', url: 'https://example.org/' }
    createRelease(
      server.state,
      { tag_name: TAG, name: 'The big one', description: 'Written by hand.', assets: { links: [site] } },
      new Date().toISOString()
    )
    expect(await find()).toBeUndefined()
    const warnings: string[] = []
    await release({ warnings })
    expect(ours()).toMatchObject({
      name: 'The big one',
      description: `Written by hand.\n\n<!-- slipway ${COMMIT} 3 -->`
    })
    expect(ours()?.links.map(({ name }) => name)).toEqual(['the site', ...Object.keys(FILES)])
    expect(warnings.join()).toContain('its title and notes are kept')
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before)
  })

  test('a run that is cut off between two links is finished by the next one', async () => {
    createRelease(server.state, { tag_name: TAG, description: 'by hand' }, new Date().toISOString())
    const cancel = new AbortController()
    let links = 0
    server.fault = (seen) => {
      if (isLink(seen) && ++links === 2) cancel.abort(new Error('killed'))
      return undefined
    }
    await expect(release({ signal: cancel.signal })).rejects.toThrow('killed')
    expect(await find()).toBeUndefined()
    server.fault = () => undefined
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(ours()?.description).toBe(`by hand\n\n<!-- slipway ${COMMIT} 3 -->`)
  })

  test.each<[string, Fault]>([
    ['is lost', { when: 'after', with: 'reset' }],
    ['is a 500', after(status(500))]
  ])('a link whose answer %s is not made twice', async (_, fault) => {
    createRelease(server.state, { tag_name: TAG }, new Date().toISOString())
    breaking(isLink, fault)
    await release()
    expect(ours()?.links).toHaveLength(3)
  })

  test('a link that another run makes at the same moment is enough', async () => {
    createRelease(server.state, { tag_name: TAG }, new Date().toISOString())
    when(isLink, () => {
      const name = 'demo_linux.tar.gz'
      ours()?.links.push({ id: 1, name, url: url(name), filepath: `/${name}`, type: 'package' })
    })
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a link that somebody removed makes it unfinished, and only that link is made again', async () => {
    await release()
    const made = ours()
    if (made) made.links = made.links.filter(({ name }) => name !== 'checksums.txt')
    expect(await find()).toBeUndefined()
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before + 1)
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a package file that somebody removed makes it unfinished, and only that file is uploaded again', async () => {
    await release()
    server.state.files = server.state.files.filter(({ name }) => name !== 'checksums.txt')
    expect(await find()).toBeUndefined()
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before + 1)
    expect(await bench.visible()).toEqual(FILES)
  })

  test('a link of ours that leads elsewhere stops the run, and nothing of the release is changed', async () => {
    const link = { name: 'checksums.txt', url: 'https://example.org/checksums.txt' }
    createRelease(server.state, { tag_name: TAG, assets: { links: [link] } }, new Date().toISOString())
    const before = JSON.stringify(server.state.releases)
    await expect(release()).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('checksums.txt')
    })
    expect(JSON.stringify(server.state.releases)).toBe(before)
  })

  test('a link to the same file of another project is not taken for ours', async () => {
    await release()
    const made = ours()
    if (made) made.links = made.links.map((each) => ({ ...each, url: each.url.replace('/42/', '/43/') }))
    expect(await find()).toBeUndefined()
    await expect(release()).rejects.toMatchObject({ kind: 'verification' })
  })

  test('a link and a package file that somebody added later are kept, and nothing is written', async () => {
    await release()
    ours()?.links.push({ id: 1, name: 'the site', url: 'https://example.org/', filepath: null, type: 'other' })
    store(server.state, 'demo', TAG, 'later.txt', storedOf('later'))
    const before = server.writes()
    expect((await release()).files).toHaveLength(3)
    expect(server.writes()).toBe(before)
  })

  test('one whose description lost our mark is finished when what it links is there', async () => {
    await release()
    const made = ours()
    if (made) made.description = 'edited'
    expect((await find())?.files).toHaveLength(3)
    const before = server.writes()
    await release()
    expect(server.writes()).toBe(before)
  })

  test('one that links less than the run has is not written to', async () => {
    await release()
    const before = server.writes()
    await expect(release({ files: { ...FILES, 'more.txt': 'more' } })).rejects.toMatchObject({
      kind: 'verification',
      hint: expect.stringContaining('never written to')
    })
    expect(server.writes()).toBe(before)
  })

  test('another run that publishes first is seen by the 409, and equal bytes are enough', async () => {
    const links = Object.keys(FILES).map((name) => ({ name, url: url(name) }))
    const description = `theirs <!-- slipway ${COMMIT} 3 -->`
    when(isPublish, () =>
      createRelease(server.state, { tag_name: TAG, description, assets: { links } }, new Date().toISOString())
    )
    expect((await release()).files).toHaveLength(3)
    expect(server.log.some(({ status }) => status === 409)).toBe(true)
    expect(ours()?.description).toBe(description)
  })

  test('a release that a person makes at the same moment is completed', async () => {
    when(isPublish, () => createRelease(server.state, { tag_name: TAG }, new Date().toISOString()))
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })
})

describe('the tag', () => {
  const moved = (): void => void (server.state.tags[TAG] = { target: OTHER, commit: OTHER })
  const gone = (): void => void Reflect.deleteProperty(server.state.tags, TAG)

  test('a tag that moved during the run stops it before a release is made', async () => {
    const failed = release({ meanwhile: moved })
    await expect(failed).rejects.toMatchObject({ kind: 'verification' })
    await expect(failed).rejects.toThrow(COMMIT)
    await expect(failed).rejects.toThrow(OTHER)
    expect(ours()).toBeUndefined()
  })

  test('a tag that was deleted during the run stops it', async () => {
    await expect(release({ meanwhile: gone })).rejects.toMatchObject({ kind: 'verification' })
    expect(ours()).toBeUndefined()
  })

  test('a tag that is deleted in the last moment is not made anew', async () => {
    when(isPublish, gone)
    await expect(release()).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('Ref is not specified')
    })
    expect(server.state.tags[TAG]).toBeUndefined()
    expect(ours()).toBeUndefined()
  })

  test('a tag that moves in the last moment fails the run', async () => {
    when(isPublish, moved)
    await expect(release()).rejects.toThrow(OTHER)
  })

  test('a release of the commit that the tag meant before is not taken for ours', async () => {
    server.state.tags[TAG] = { target: OTHER, commit: OTHER }
    createRelease(server.state, { tag_name: TAG }, new Date().toISOString())
    server.state.tags[TAG] = { target: COMMIT, commit: COMMIT }
    await expect(release()).rejects.toThrow(OTHER)
    expect(ours()?.links).toEqual([])
  })

  test('an annotated tag means the commit it points at', async () => {
    server.state.tags[TAG] = { target: 'c'.repeat(40), commit: COMMIT }
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test.each(['module/v1.0.0', 'v1.0.0+meta', "it's", 'v$(touch x)', 'a%2Fb', 'ü', 'v1..0', 'x'.repeat(250)])(
    'the tag %j is published as it is',
    async (tag) => {
      server.state.tags[tag] = { target: COMMIT, commit: COMMIT }
      const published = await release({ request: { tag } })
      expect(published.tag).toBe(tag)
      expect(server.state.releases.map((each) => each.tag)).toEqual(['v0.9.0', tag])
      const before = server.writes()
      await release({ request: { tag } })
      expect(server.writes()).toBe(before)
    }
  )

  test('tags that differ lie in different versions of the package', async () => {
    for (const tag of ['a/b', 'a-b', 'a b']) {
      server.state.tags[tag] = { target: COMMIT, commit: COMMIT }
      await release({ request: { tag }, files: { 'a.txt': tag } })
    }
    expect(new Set(server.state.packages.map(({ version }) => version)).size).toBe(3)
  })
})

describe('the latest release', () => {
  test.each<[string, Partial<ReleaseRequest>, string]>([
    ['a prerelease', { prerelease: true, latest: false }, 'v0.9.0'],
    ['a release of an older line', { latest: false }, 'v0.9.0'],
    ['the highest release', { latest: true }, TAG]
  ])('%s leaves the right release as the latest', async (_, request, latest) => {
    const warnings: string[] = []
    await release({ request, warnings })
    expect(await bench.latest()).toBe(latest)
    expect(warnings.join().includes('just before v0.9.0')).toBe(latest !== TAG)
  })

  test('a prerelease says so in its notes, for GitLab has no flag for it', async () => {
    await release({ request: { prerelease: true, latest: false } })
    expect(ours()?.description).toMatch(/^\*\*This is a prerelease\.\*\*\n\nWhat is new/)
  })

  test('the only release is the latest whatever is wanted, and a warning says so', async () => {
    server.state.releases = []
    const warnings: string[] = []
    await release({ request: { latest: false }, warnings })
    expect(await bench.latest()).toBe(TAG)
    expect(warnings.join()).toContain('GitLab will call it that')
  })

  test('a release with a date in the future stays the latest, and a warning says so', async () => {
    const [before] = server.state.releases
    if (before) before.releasedAt = '2999-01-01T00:00:00.000Z'
    const warnings: string[] = []
    await release({ warnings })
    expect(warnings.join()).toContain("v0.9.0 stays GitLab's latest release")
  })

  test('a prerelease as the latest release is refused before anything is asked', async () => {
    await expect(release({ request: { prerelease: true, latest: true } })).rejects.toMatchObject({ kind: 'input' })
    expect(server.log).toEqual([])
  })
})

describe('publishing', () => {
  test.each<[string, Fault]>([
    ['is refused with 502 at first', status(502)],
    ['succeeds and its answer is lost', { when: 'after', with: 'reset' }],
    ['succeeds and answers 500', after(status(500))]
  ])('a publish that %s ends well', async (_, fault) => {
    breaking(isPublish, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(server.log.filter((seen) => isPublish(seen) && seen.wrote)).toHaveLength(1)
  })

  test('a release that GitLab does not show at once is waited for', async () => {
    let published = false
    let hidden = 3
    server.fault = (seen) => {
      if (isPublish(seen)) published = true
      const hides = published && seen.target === `releases/${TAG}` && hidden-- > 0
      return hides ? status(404, {}, '404 Not Found') : undefined
    }
    expect((await release()).files).toHaveLength(3)
  })

  test('files that differ after publishing fail the run', async () => {
    when(isPublish, () => {
      for (const file of server.state.files) file.sha256 = '0'.repeat(64)
    })
    await expect(release()).rejects.toMatchObject({ kind: 'verification' })
  })

  test('notes that are too long for GitLab are cut, and keep the mark', async () => {
    await release({ request: { notes: `${'x'.repeat(99)}\n`.repeat(11_000) } })
    expect(ours()?.description.length).toBeLessThanOrEqual(1_000_000)
    expect(ours()?.description).toMatch(/longer than GitLab allows.*\n\n<!-- slipway a{40} 3 -->$/)
  })
})

describe('a run that is killed', () => {
  /** A run that ends at its nth request: before that one, or after it took effect. The writes of the whole run. */
  const killed = async (nth: number, moment: Fault['when']): Promise<boolean> => {
    const cancel = new AbortController()
    let count = 0
    server.fault = () => {
      if (++count !== nth) return undefined
      if (moment === 'before') cancel.abort(new Error('killed'))
      return { when: moment, with: 'reset' }
    }
    // After it took effect: the broken connection is what a kill looks like from here.
    const answered = server.log.length
    const ended = release({
      signal: cancel.signal,
      place: { fetch: deadAfter(cancel, () => server.log.length - answered >= nth) }
    })
    return ended.then(
      () => false,
      () => true
    )
  }
  /** A fetch that ends the run when it fails at its last request. */
  const deadAfter =
    (cancel: AbortController, last: () => boolean): typeof fetch =>
    async (input, init) => {
      try {
        return await fetch(input, init)
      } catch (error) {
        if (last()) cancel.abort(new Error('killed'))
        throw error
      }
    }

  test.each(['before', 'after'] as const)(
    'at any request, %s it took effect, is finished by the next one: one release, no file twice',
    async (moment) => {
      for (let nth = 1; ; nth++) {
        Object.assign(server.state, { packages: [], files: [] })
        server.state.releases = server.state.releases.filter(({ tag }) => tag !== TAG)
        const cut = await killed(nth, moment)
        server.fault = () => undefined
        const seen = await bench.visible()
        if (seen) expect(seen).toEqual(FILES)
        await release()
        expect(await bench.visible()).toEqual(FILES)
        expect(server.state.files).toHaveLength(3)
        expect(server.state.releases).toHaveLength(2)
        if (!cut) {
          expect(nth).toBeGreaterThan(15)
          return
        }
      }
    },
    60_000
  )
})

describe('the network', () => {
  test.each([500, 502, 503, 504])('a list that answers %i twice is asked again', async (code) => {
    breaking(isList, status(code), status(code))
    await release()
    expect(await bench.visible()).toEqual(FILES)
  })

  test.each<[string, Fault]>([
    [
      '429 with seconds',
      { when: 'before', with: { status: 429, headers: { 'retry-after': '3' }, text: 'Retry later\n' } }
    ],
    ['429 with a date', status(429, { 'retry-after': new Date(Date.now() + 9000).toUTCString() })],
    ['429 with 0 seconds', status(429, { 'retry-after': '0' })],
    ['429 without a time', status(429)],
    ['503 with seconds', status(503, { 'retry-after': '3' })],
    ['a reset', { when: 'before', with: 'reset' }]
  ])('%s is waited for', async (_, fault) => {
    breaking((seen) => isUpload(seen) || isPublish(seen) || isList(seen), fault, fault)
    await release()
    expect(await bench.visible()).toEqual(FILES)
    expect(server.state.files).toHaveLength(3)
  })

  test.each([
    ['a list', isList],
    ['an upload', isUpload],
    ['a publish', isPublish]
  ])('a limit that ends far away stops the run with the time: %s', async (_, matches) => {
    const date = new Date(Date.now() + 3_000_000)
    breaking(matches, status(429, { 'retry-after': date.toUTCString() }))
    await expect(release()).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(/rate limit is used up until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/)
    })
    expect(server.log.filter(matches)).toHaveLength(1)
  })

  test('a limit that never ends stops the run', async () => {
    server.fault = (seen) => (isList(seen) ? status(429, { 'retry-after': '1' }) : undefined)
    await expect(release()).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('rate limit') })
    expect(server.log.length).toBeLessThan(8)
  })

  test.each(['silence', 'drip'] as const)(
    'a server that answers with %s is given up after a few tries',
    async (how) => {
      server.fault = (seen) => (isList(seen) ? { when: 'before', with: how } : undefined)
      const failed = release({ place: { timing: { second: 1, patience: 50 } } })
      await expect(failed).rejects.toMatchObject({ kind: 'host', message: expect.stringContaining('no answer') })
      expect(server.log.filter(isList)).toHaveLength(4)
    }
  )

  test('a page in the place of an answer says that the API URL may be wrong', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, text: '<html>Sign in</html>' }
    server.fault = () => ({ when: 'before', with: page })
    await expect(release()).rejects.toMatchObject({ kind: 'host', hint: expect.stringContaining('API URL') })
  })

  test('a host that cannot be reached is a failure of the host, with its name', async () => {
    const gone = await startGitlab({ commit: COMMIT })
    await gone[Symbol.asyncDispose]()
    const found = gitlabPublisher(gitlabPlaceOf(gone), bench.local.files).find(TAG, signal)
    const { host } = new URL(gone.origins.api)
    await expect(found).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringMatching(new RegExp(`no answer from ${host} \\(.*ECONNREFUSED`))
    })
  })

  test.each([true, false])(
    'a download is resumed where its connection broke; storage never sees the token (redirects: %s)',
    async (redirects) => {
      server.state.redirects = redirects
      const published = await release()
      server.storageBreaks.push(1, 2)
      let text = ''
      for await (const chunk of published.download('demo_windows.zip')) text += Buffer.from(chunk).toString()
      expect(text).toBe('windows')
      const stored = server.log.filter(({ at }) => at === 'storage')
      expect(stored.map(({ token }) => token)).toEqual(redirects ? [undefined, undefined, undefined] : [])
    }
  )

  test('a write that is redirected is not followed, with the token or without', async () => {
    const elsewhere = { status: 307, headers: { location: `${server.origins.storage}/elsewhere` } }
    server.fault = (seen) => (isUpload(seen) ? { when: 'before', with: elsewhere } : undefined)
    await expect(release()).rejects.toMatchObject({
      kind: 'host',
      message: expect.stringContaining('redirects an upload')
    })
    expect(server.log.filter(({ at }) => at === 'storage')).toEqual([])
  })

  test.each(['http://gitlab.example.org/api/v4', 'https://user:word@gitlab.example.org/api/v4', 'gitlab.com'])(
    'no token goes to %s',
    (api) => {
      const connect = () => gitlabPublisher(gitlabPlaceOf(server, { api }), bench.local.files)
      expect(connect).toThrow(expect.objectContaining({ kind: 'input' }))
      expect(connect).not.toThrow(/word/)
    }
  )
})

describe('permissions', () => {
  const PRIVATE = (): void => void (server.state.visibility = 'private')

  test.each<[string, GitlabPlace['token'], string, string, () => void]>([
    ['a guest', { job: 'job-guest' }, '403', 'Developer', () => undefined],
    ['nobody in a public project', { job: 'job-stranger' }, '403', 'Developer', () => undefined],
    ['nobody in a private project', { job: 'job-stranger' }, '404', 'hides', PRIVATE],
    [
      'a job whose project is not on the allow list',
      { job: 'job-unlisted' },
      'not allowed from',
      'allow list',
      PRIVATE
    ],
    ['a job that has ended', { job: 'job-old' }, '401', 'expired', () => undefined],
    ['a job token that is given as an access token', { access: 'job-maintainer' }, '401', 'wrong', () => undefined]
  ])('%s is a fault of the environment with the next step', async (_, token, said, hint, prepare) => {
    prepare()
    const failed = release({ place: { token } })
    await expect(failed).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(said),
      hint: expect.stringContaining(hint)
    })
    expect(server.writes()).toBe(0)
  })

  test('a private project that is hidden is not taken for one without a release', async () => {
    PRIVATE()
    const place = gitlabPlaceOf(server, { token: { job: 'job-stranger' } })
    await expect(gitlabPublisher(place, bench.local.files).find(TAG, signal)).rejects.toMatchObject({
      kind: 'environment'
    })
  })

  test.each<[string, () => void, string, string, string]>([
    [
      'a protected package',
      () => server.state.protectedPackages.push('demo'),
      'environment',
      'Package protected',
      'role'
    ],
    ['a protected tag', () => server.state.protectedTags.push(TAG), 'environment', 'protected', 'Protected tags'],
    ['a file that is too large', () => (server.state.largest = 2), 'input', 'too large', 'limit'],
    ['a registry that is off', () => (server.state.packagesEnabled = false), 'environment', '403', 'switched on']
  ])('%s is told with the next step', async (_, prepare, kind, said, hint) => {
    prepare()
    await expect(release()).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(said),
      hint: expect.stringContaining(hint)
    })
    expect(ours()).toBeUndefined()
  })

  test('a duplicate that GitLab refuses and does not show is told as such', async () => {
    server.fault = (seen) =>
      isUpload(seen) ? status(400, {}, '400 Bad request - Duplicate package is not allowed') : undefined
    await expect(release()).rejects.toMatchObject({ kind: 'environment', hint: expect.stringContaining('hidden') })
  })

  test('a token that expires during the run says so, and what is uploaded stays', async () => {
    const expire = (): void => void (server.state.tokens['job-maintainer'] = { kind: 'job', access: 'expired' })
    await expect(release({ meanwhile: expire })).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining('401')
    })
    expect(server.state.files).toHaveLength(3)
  })

  test('each kind of token travels in its own header', async () => {
    await release()
    await release({ place: { token: { access: 'glpat-maintainer' } } })
    expect(new Set(server.log.filter(({ at }) => at === 'api').map(({ token }) => token))).toEqual(
      new Set(['job-token', 'private-token'])
    )
  })

  test.each([
    ['', 'no token'],
    ['job-maintainer\n', 'characters that no token has'],
    ['job-main\ntainer', 'characters that no token has']
  ])('the token %j is refused before anything is asked', (job, message) => {
    const connect = () => gitlabPublisher(gitlabPlaceOf(server, { token: { job } }), bench.local.files)
    expect(connect).toThrow(expect.objectContaining({ kind: 'environment', message: expect.stringContaining(message) }))
    expect(connect).not.toThrow(/job-main/)
  })

  test.each([
    { project: '' },
    { project: 'demo' },
    { project: '42/../43' },
    { packageName: 'a b' },
    { packageName: '' }
  ])('the place %j is refused before anything is asked', (change) => {
    const connect = () => gitlabPublisher(gitlabPlaceOf(server, change), bench.local.files)
    expect(connect).toThrow(expect.objectContaining({ kind: 'input' }))
  })

  test.each([
    ['a list', isList],
    ['an upload', isUpload],
    ['a publish', isPublish],
    ['a link', isLink]
  ])('no error and no warning shows the token or a signed address: %s', async (_, matches) => {
    for (const code of [400, 401, 403, 404, 422, 500, 0]) {
      if (matches === isLink) {
        server.state.releases = []
        createRelease(server.state, { tag_name: TAG }, new Date().toISOString())
      }
      const fault: Fault = code === 0 ? { when: 'before', with: 'reset' } : status(code)
      server.fault = (seen) => (matches(seen) ? fault : undefined)
      const warnings: string[] = []
      const error = await release({ warnings }).then(
        () => undefined,
        (reason: unknown) => reason
      )
      const shown = inspect([error, warnings], { depth: Infinity, showHidden: true })
      expect(shown).toContain('Failure')
      expect(shown).not.toMatch(/job-maintainer|secret-signature/)
    }
  })
})
