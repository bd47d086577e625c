import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { hashBytes, hashStream } from '../base/digest.ts'
import type { Files } from '../model/ports/files.ts'

/** A program for Linux as a container image: what is in it follows from these and nothing else. */
export interface Image {
  /** As pods name it, with its tag. */
  readonly tag: string
  /** The program in the image: `/NAME`. */
  readonly name: string
  /** Path of the program's file. */
  readonly program: string
  /** GOARCH, which is how images call it too. */
  readonly arch: string
}

/** Nobody: an image that wants root is refused by many a cluster. */
const USER = '65532:65532'
/** Of all files: one program is one image, whatever commit it was built from. */
const TIME = new Date(0)

/**
 * An image of the program alone, as `docker save` writes one: a layer with `/NAME` and an empty `/tmp` that all may
 * write to, entry point `/NAME`, user 65532. The same bytes for the same program and tag, on every host; read
 * from the file piece by piece, twice. Rejects when there is no such file.
 */
export async function* makeImageArchive(
  files: Pick<Files, 'digest' | 'stream'>,
  image: Image
): AsyncIterable<Uint8Array> {
  const { tag, name, arch } = image
  const layer = () => makeLayer(files, image)
  const [id, size] = [await hashStream(layer()), await measureContent(layer())]
  const created = TIME.toISOString()
  const config = JSON.stringify({
    architecture: arch,
    os: 'linux',
    created,
    config: { User: USER, Entrypoint: [`/${name}`], WorkingDir: '/' },
    rootfs: { type: 'layers', diff_ids: [`sha256:${id}`] },
    history: [{ created, created_by: 'slipway' }]
  })
  const [configName, layerName] = [`${hashBytes(config)}.json`, `${id}.tar`]
  const manifest = JSON.stringify([{ Config: configName, RepoTags: [tag], Layers: [layerName] }])
  yield* writeTar([
    { name: 'manifest.json', ...makeTextPart(manifest) },
    { name: configName, ...makeTextPart(config) },
    { name: layerName, size, content: layer }
  ])
}

async function* makeLayer(
  files: Pick<Files, 'digest' | 'stream'>,
  { name, program }: Image
): AsyncIterable<Uint8Array> {
  const digest = await files.digest(program)
  if (!digest) throw new Error(`there is no program ${program}`)
  yield* writeTar([
    { name, size: digest.size, mode: 0o755, content: () => files.stream(program) },
    { name: 'tmp', size: 0, mode: 0o1777, type: 'directory', content: makeEmptyContent }
  ])
}

interface TarPart {
  readonly name: string
  readonly mode?: number
  readonly type?: 'file' | 'directory'
  readonly size: number
  readonly content: () => AsyncIterable<Uint8Array>
}

/** A tar of these, in this order, of 0:0 without names, as they are read. */
async function* writeTar(parts: readonly TarPart[]): AsyncIterable<Uint8Array> {
  const out = pack()
  const owner = { uid: 0, gid: 0, uname: '', gname: '' }
  const filling = (async () => {
    for (const { name, size, mode = 0o644, type = 'file', content } of parts) {
      const header = { name, size, mode, type, mtime: TIME, ...owner }
      if (type === 'directory') out.entry(header)
      else await pipeline(Readable.from(content()), out.entry(header))
    }
    out.finalize()
  })().catch((error: unknown) => out.destroy(error as Error))
  yield* out as AsyncIterable<Uint8Array>
  await filling
}

const makeTextPart = (text: string): Pick<TarPart, 'size' | 'content'> => ({
  size: Buffer.byteLength(text),
  content: async function* () {
    yield Buffer.from(text)
  }
})

async function* makeEmptyContent(): AsyncIterable<Uint8Array> {
  // A folder holds nothing of its own.
}

async function measureContent(content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const piece of content) size += piece.length
  return size
}
