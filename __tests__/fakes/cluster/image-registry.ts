import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'

const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

/** The smallest image that an engine takes: one file. Named by the digest of its manifest, as a pin names one. */
export async function tinyImage(content: string) {
  const tar = pack()
  tar.entry({ name: 'said' }, content)
  tar.finalize()
  const layer = await buffer(Readable.from(tar as AsyncIterable<Buffer>))
  const zipped = gzipSync(layer)
  const rootfs = { type: 'layers', diff_ids: [digestOf(layer)] }
  const config = json({ architecture: 'amd64', os: 'linux', config: {}, rootfs, history: [{}] })
  const type = 'application/vnd.docker'
  const manifest = json({
    schemaVersion: 2,
    mediaType: `${type}.distribution.manifest.v2+json`,
    config: { mediaType: `${type}.container.image.v1+json`, size: config.length, digest: digestOf(config) },
    layers: [{ mediaType: `${type}.image.rootfs.diff.tar.gzip`, size: zipped.length, digest: digestOf(zipped) }]
  })
  return {
    digest: digestOf(manifest),
    manifest,
    blobs: new Map([config, zipped].map((blob) => [digestOf(blob), blob]))
  }
}

export interface ImageRegistry extends AsyncDisposable {
  /** `127.0.0.1:PORT`. */
  readonly host: string
  /** `GET /v2/…` of each request, with the status of the answer. */
  readonly requests: readonly string[]
}

/**
 * A registry on loopback with one image, as the distribution specification has it; anything else is 404. The first
 * `refusals` requests for a manifest get 503. `lies`: whatever manifest is asked for, this one comes.
 */
export async function imageRegistry(
  { digest, manifest, blobs }: Awaited<ReturnType<typeof tinyImage>>,
  { refusals = 0, lies = false } = {}
): Promise<ImageRegistry> {
  const requests: string[] = []
  let refused = 0
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    const answer = (
      status: number,
      body: Uint8Array = new Uint8Array(),
      headers: Record<string, string> = {}
    ): void => {
      requests.push(`${request.method} ${url} ${status}`)
      response.writeHead(status, { 'content-length': body.length, ...headers })
      response.end(request.method === 'HEAD' ? undefined : body)
    }
    if (url === '/v2/') return answer(200)
    const [, what, wanted = ''] = /^\/v2\/kindest\/node\/(manifests|blobs)\/(sha256:[0-9a-f]{64})$/.exec(url) ?? []
    if (what === 'manifests' && refused < refusals) {
      refused++
      return answer(503)
    }
    if (what === 'manifests' && (lies || wanted === digest))
      return answer(200, manifest, {
        'content-type': 'application/vnd.docker.distribution.manifest.v2+json',
        'docker-content-digest': wanted
      })
    const blob = what === 'blobs' ? blobs.get(wanted) : undefined
    return blob ? answer(200, blob, { 'content-type': 'application/octet-stream' }) : answer(404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
