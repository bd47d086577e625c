import { expect, test } from '@jest/globals'
import { extract } from 'tar-stream'
import { hashBytes } from '../../../src/base/digest.ts'
import { makeImageArchive } from '../../../src/image/archive.ts'

const program = Buffer.from('\u007fELF and more than one block of it'.repeat(60))
const files = (piece: number) => ({
  digest: (path: string) =>
    Promise.resolve(path === '/out/tool' ? { sha256: hashBytes(program), size: program.length } : undefined),
  async *stream() {
    for (let i = 0; i < program.length; i += piece) yield program.subarray(i, i + piece)
  }
})
const image = { tag: 'slipway.invalid/tool:1.0.0', name: 'tool', program: '/out/tool', arch: 'arm64' }

const packed = async (piece: number, of = image) => {
  const parts: Uint8Array[] = []
  for await (const part of makeImageArchive(files(piece), of)) parts.push(part)
  return Buffer.concat(parts)
}

async function unpacked(bytes: Buffer) {
  const found: { name: string; mode: number; owner: string; time: number; type: string; bytes: Buffer }[] = []
  const tar = extract()
  tar.end(bytes)
  for await (const entry of tar) {
    const parts: Buffer[] = []
    for await (const part of entry) parts.push(part as Buffer)
    const { name, mode = 0, uid, gid, mtime, type } = entry.header
    found.push({
      name,
      mode,
      owner: `${uid}:${gid}`,
      time: mtime?.getTime() ?? -1,
      type: type ?? '',
      bytes: Buffer.concat(parts)
    })
  }
  return found
}
const json = (bytes: Buffer | undefined) => JSON.parse(bytes?.toString('utf8') ?? '') as { [key: string]: unknown }

test('an image of a program is one layer of it and an empty /tmp, described by the digests of what is in it', async () => {
  const [manifest, config, layer] = await unpacked(await packed(100))
  expect(manifest?.name).toBe('manifest.json')
  expect(json(manifest?.bytes)).toEqual([{ Config: config?.name, RepoTags: [image.tag], Layers: [layer?.name] }])
  expect(config?.name).toBe(`${hashBytes(config?.bytes ?? '')}.json`)
  expect(json(config?.bytes)).toMatchObject({
    architecture: 'arm64',
    os: 'linux',
    created: '1970-01-01T00:00:00.000Z',
    config: { Entrypoint: ['/tool'], User: '65532:65532' },
    rootfs: { type: 'layers', diff_ids: [`sha256:${hashBytes(layer?.bytes ?? '')}`] }
  })
  const common = { owner: '0:0', time: 0 }
  expect(await unpacked(layer?.bytes ?? Buffer.alloc(0))).toEqual([
    { ...common, name: 'tool', mode: 0o755, type: 'file', bytes: program },
    { ...common, name: 'tmp', mode: 0o1777, type: 'directory', bytes: Buffer.alloc(0) }
  ])
})

test('it is the same bytes in whatever pieces the program is read, and others for another program', async () => {
  expect((await packed(7)).equals(await packed(10_000))).toBe(true)
  expect((await packed(100, { ...image, name: 'other' })).equals(await packed(100))).toBe(false)
})

test('a program that is not there, or that ends early, is an error and never half an image', async () => {
  await expect(packed(100, { ...image, program: '/out/gone' })).rejects.toThrow('there is no program /out/gone')
  const cut = {
    ...files(100),
    async *stream() {
      yield program.subarray(0, 100)
    }
  }
  const reading = async () => {
    for await (const _ of makeImageArchive(cut, image));
  }
  await expect(reading()).rejects.toThrow(/[Ss]ize/)
})
