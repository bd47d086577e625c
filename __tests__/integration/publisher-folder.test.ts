import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folder } from '../../src/adapters/folder/publisher.ts'
import type { Publisher, ReleaseRequest } from '../../src/model/ports/publisher.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { COMMIT, localFiles, sha256, wanted, type Local } from '../fakes/platform/publisher-benches.ts'

const { signal } = new AbortController()

let local: Local & AsyncDisposable
let root: string
beforeEach(async () => {
  local = await localFiles()
  root = join(local.folder, 'releases')
})
afterEach(async () => {
  await local[Symbol.asyncDispose]()
})

async function release(request: Partial<ReleaseRequest> = {}, files: Files = local.files): Promise<void> {
  await using draft = await folder(root, files).draft(wanted(request), signal)
  await draft.add(await local.make('checksums.txt', 'sums'))
  await draft.publish()
}

const SUMS = { size: 4, sha256: sha256('sums') }

const latest = async (): Promise<string> => (await readFile(join(root, 'latest'), 'utf8')).trim()

test('two runs in two folders give the same bytes, record included', async () => {
  await release()
  const first = await readFile(join(root, 'v1.0.0', 'release.json'), 'utf8')
  root = join(local.folder, 'elsewhere')
  await release()
  expect(await readFile(join(root, 'v1.0.0', 'release.json'), 'utf8')).toBe(first)
  expect(JSON.parse(first)).toEqual({
    tag: 'v1.0.0',
    commit: COMMIT,
    title: 'demo 1.0.0',
    notes: 'What is new:\n- everything\n',
    prerelease: false,
    latest: true
  })
})

test('nothing but the release and the name of the latest one stays in the folder', async () => {
  await release()
  expect((await readdir(root)).sort()).toEqual(['latest', 'v1.0.0'])
  expect((await readdir(join(root, 'v1.0.0'))).sort()).toEqual(['checksums.txt', 'release.json'])
})

test('a later release of an older line leaves the latest one alone', async () => {
  await release({ tag: 'v2.0.0' })
  await release({ tag: 'v1.0.1', latest: false })
  expect(await latest()).toBe('v2.0.0')
})

test('a draft that was kept is one still for the run after one that was killed just before the rename', async () => {
  {
    await using draft = await folder(root, local.files).draft(wanted(), signal)
    await draft.add(await local.make('checksums.txt', 'sums'))
    await draft.keep()
  }
  const killed: Files = { ...local.files, move: () => Promise.reject(new Error('killed')) }
  const kept = await folder(root, local.files).findKept('v1.0.0', signal)
  await expect(release(kept?.request, killed)).rejects.toThrow('killed')
  expect(await folder(root, local.files).findKept('v1.0.0', signal)).toMatchObject({
    request: wanted(),
    verified: kept?.verified
  })
})

test('a run that is killed between publishing and naming the latest is completed by the next look', async () => {
  const killed: Files = {
    ...local.files,
    write: (path, content, mode) =>
      path.endsWith('/latest') ? Promise.reject(new Error('killed')) : local.files.write(path, content, mode)
  }
  await release({ tag: 'v0.9.0' })
  await expect(release({}, killed)).rejects.toThrow('killed')
  expect(await latest()).toBe('v0.9.0')

  expect(await folder(root, local.files).find('v1.0.0', signal)).toBeDefined()
  expect(await latest()).toBe('v1.0.0')
  expect((await readdir(root)).sort()).toEqual(['latest', 'v0.9.0', 'v1.0.0'])
})

test('a re-run of an older release does not make it the latest again', async () => {
  await release({ tag: 'v1.0.0' })
  await release({ tag: 'v2.0.0' })
  await release({ tag: 'v1.0.0' })
  expect(await latest()).toBe('v2.0.0')
})

test('a folder that somebody made by hand is not taken for a release, and not written to', async () => {
  await mkdir(join(root, 'v1.0.0'), { recursive: true })
  await writeFile(join(root, 'v1.0.0', 'notes.txt'), 'mine')
  await expect(release()).rejects.toMatchObject({
    kind: 'environment',
    message: expect.stringContaining('release.json')
  })
  expect(await readdir(join(root, 'v1.0.0'))).toEqual(['notes.txt'])
})

test('a release under another tag in the same folder is not taken for this one', async () => {
  await release()
  const record = join(root, 'v1.0.0', 'release.json')
  await writeFile(record, (await readFile(record, 'utf8')).replace('v1.0.0', 'V1.0.0'))
  await expect(folder(root, local.files).find('v1.0.0', signal)).rejects.toMatchObject({ kind: 'input' })
})

test('a tag with a slash lives in one folder, and is found again', async () => {
  await release({ tag: 'module/v1.0.0' })
  expect((await readdir(root)).sort()).toEqual(['latest', 'module%2Fv1.0.0'])
  expect((await folder(root, local.files).find('module/v1.0.0', signal))?.files).toHaveLength(1)
})

test('the name of the record is not free for a file', async () => {
  await using draft = await folder(root, local.files).draft(wanted(), signal)
  await expect(draft.add(await local.make('release.json', '{}'))).rejects.toMatchObject({ kind: 'input' })
})

test('a file that changed since it was listed is not added, and does not stand in the way of the next run', async () => {
  {
    await using draft = await folder(root, local.files).draft(wanted(), signal)
    const file = await local.make('checksums.txt', 'sums')
    await writeFile(file.path, 'changed')
    await expect(draft.add(file)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining(file.path)
    })
  }
  await release()
  expect(await readFile(join(root, 'v1.0.0', 'checksums.txt'), 'utf8')).toBe('sums')
})

test('a release is read back once before it is seen; what nobody wrote to since is not read again', async () => {
  const read: string[] = []
  const counted: Files = {
    ...local.files,
    digest: (path) => (read.push(path.replace(root, '')), local.files.digest(path))
  }
  const publisher = folder(root, counted)
  const publish = async (by: Publisher): Promise<void> => {
    await using draft = await by.draft(wanted(), signal)
    await draft.add(await local.make('checksums.txt', 'sums'))
    await draft.publish()
    expect((await by.find('v1.0.0', signal))?.files).toEqual([{ name: 'checksums.txt', ...SUMS }])
  }
  await publish(publisher)
  expect(read.splice(0)).toEqual(['/.draft-v1.0.0/checksums.txt'])
  // Another run believes nobody, and looks once.
  await publish(folder(root, counted))
  expect(read.splice(0)).toEqual(['/v1.0.0/checksums.txt'])

  await writeFile(join(root, 'v1.0.0', 'checksums.txt'), 'changed')
  expect((await publisher.find('v1.0.0', signal))?.files).toEqual([
    { name: 'checksums.txt', size: 7, sha256: sha256('changed') }
  ])
})

test.each(['{', 'null', '{"tag": 1}'])(
  'a record that somebody changed to %s is told, and nothing is written',
  async (text) => {
    await release()
    await writeFile(join(root, 'v1.0.0', 'release.json'), text)
    await expect(release()).rejects.toMatchObject({
      kind: 'environment',
      message: expect.stringContaining(join(root, 'v1.0.0', 'release.json'))
    })
    expect(await readFile(join(root, 'v1.0.0', 'release.json'), 'utf8')).toBe(text)
  }
)

test('while one run has the draft, another is told so; when it ends, the next one may go on', async () => {
  {
    await using draft = await folder(root, local.files).draft(wanted(), signal)
    expect(draft.files).toEqual([])
    await expect(folder(root, local.files).draft(wanted(), signal)).rejects.toMatchObject({ kind: 'environment' })
  }
  await release()
  expect(await latest()).toBe('v1.0.0')
})

test('a download of a name that is not a file of the release is refused', async () => {
  await release()
  const published = await folder(root, local.files).find('v1.0.0', signal)
  for (const name of ['../latest', 'release.json', 'missing.txt']) {
    const read = async (): Promise<void> => {
      for await (const chunk of published?.download(name) ?? []) expect(chunk).toBeUndefined()
    }
    await expect(read()).rejects.toMatchObject({ kind: 'host' })
  }
})
