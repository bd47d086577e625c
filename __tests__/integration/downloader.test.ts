import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloader, linesBehind, type Shell } from '../fakes/sigstore/downloader.ts'
import { succeeded } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'
import { signedRelease, type SignedRelease } from '../fakes/sigstore/signed-release.ts'

jest.setTimeout(300_000)

const TAG = 'v1.0.0-rc.1+odd-7'
const ARCHIVE = `hello_${TAG.slice(1)}_linux_amd64.tar.gz`
const page = (path: string): Promise<string> => readFile(join(import.meta.dirname, '../..', path), 'utf8')

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let release: SignedRelease
let sh: Shell
/** Where somebody has downloaded to, and the public key that they have from elsewhere. */
let folder: string
/** The lines of the summary. */
let shown: readonly string[]

beforeAll(async () => {
  const place = stack.use(await workspace()).path
  await mkdir(join(place, 'made'))
  release = await signedRelease(join(place, 'made'), AbortSignal.timeout(250_000), { tag: TAG })
  sh = await downloader(join(place, 'somebody'), release.cosign)
  folder = join(place, 'somebody', "it's a $HOME of `files` & more", TAG)
  await cp(release.path, folder, { recursive: true, filter: (path) => !path.endsWith('release.json') })
  await copyFile(release.key, join(folder, '..', 'cosign.pub'))
  shown = linesBehind(await readFile(join(place, 'made/out/report/summary.md'), 'utf8'), '### Verify')
})

test('what the log, the report, the notes and the pages show is the same', async () => {
  expect(shown).toHaveLength(5)
  const [, said = ''] = /^verify it:\n((?: {2}.*\n)+)/m.exec(release.said) ?? []
  expect(
    said
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(2))
  ).toEqual(shown)
  const html = await readFile(join(release.path, '../../out/report/index.html'), 'utf8')
  expect(html.replaceAll('&#10;', '\n').includes(`<pre>${shown.join('\n')}</pre>`)).toBe(true)
  const { notes } = JSON.parse(await readFile(join(release.path, 'release.json'), 'utf8')) as { readonly notes: string }
  expect(linesBehind(notes, '')).toEqual(shown)
  expect(linesBehind(await page('docs/verify.md'), '<!-- by-key -->')).toEqual(shown)
  expect(linesBehind(await page('README.md'), '## How a downloader verifies')).toEqual(shown)
})

test('every line is accepted as it stands, in bash alone and in dash all together', async () => {
  for (const line of shown) expect([line, await sh(line, folder)]).toMatchObject([line, { status: 0 }])
  succeeded(await sh(shown.join('\n'), folder, 'dash'))
})

test('the ways of macOS, and of who has one archive only, are accepted, and fail where nothing is looked at', async () => {
  const guide = await page('docs/verify.md')
  const summary = await readFile(join(release.path, '../../out/report/summary.md'), 'utf8')
  const beside = [...summary.matchAll(/: `((?:sha256sum|shasum) [^`]+)`/g)].map(([, line = '']) => line)
  expect(beside).toEqual(['sha256sum --ignore-missing -c checksums.txt', 'shasum -a 256 -c checksums.txt'])
  for (const line of [...beside, ...linesBehind(guide, '<!-- macos -->')]) succeeded(await sh(line, folder))

  const alone = join(folder, '..', 'alone')
  await mkdir(alone)
  for (const name of ['checksums.txt', 'checksums.txt.sigstore.json', 'provenance.sigstore.json', ARCHIVE])
    await copyFile(join(folder, name), join(alone, name))
  const [all = '', , provenance = ''] = shown
  const some = [
    ...linesBehind(guide, '<!-- some -->'),
    ...linesBehind(guide, '<!-- macos -->').slice(1),
    provenance.replace(/checksums\.txt$/, ARCHIVE)
  ]
  for (const line of some) succeeded(await sh(line, alone))
  expect(await sh(all, alone)).toMatchObject({ status: 1 })
  await rm(join(alone, ARCHIVE))
  for (const line of some.filter((line) => line.includes('--ignore-missing')))
    expect([line, (await sh(line, alone)).status]).toEqual([line, 1])
})

// What `slipway verify` refuses beyond them: integration/tampering.
describe('one byte changed is refused by the line that looks at it', () => {
  test.each([
    [ARCHIVE, [0]],
    ['checksums.txt', [0, 1, 2, 3]],
    ['checksums.txt.sigstore.json', [1]],
    ['provenance.sigstore.json', [2]],
    ['compatibility.sigstore.json', [3]]
  ] as const)('%s', async (name, lines) => {
    const changed = join(folder, '..', 'changed')
    await cp(folder, changed, { recursive: true })
    const text = await readFile(join(changed, name), 'latin1')
    // Of a bundle, in the signature.
    const at = name.endsWith('.json') ? text.search(/"(signature|sig)":"/) + 20 : 10
    await writeFile(
      join(changed, name),
      text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1),
      'latin1'
    )
    const refused: number[] = []
    for (const [i, line] of shown.slice(0, -1).entries()) if ((await sh(line, changed)).status !== 0) refused.push(i)
    await rm(changed, { recursive: true })
    expect(refused).toEqual(lines)
  })

  test('and so is another key', async () => {
    for (const line of shown.slice(1))
      expect((await sh(line.replace('../cosign.pub', `'${release.otherKey}'`), folder)).status).not.toBe(0)
  })
})

test('a key that lies among the files is refused: it came with what it should vouch for', async () => {
  await copyFile(release.key, join(folder, 'cosign.pub'))
  const ran = await sh('slipway verify . --key cosign.pub', folder)
  await rm(join(folder, 'cosign.pub'))
  expect(ran).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('lies in the release that it should vouch for')
  })
})
