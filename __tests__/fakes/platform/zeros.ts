import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The largest file of which a forgetful server keeps the bytes. */
export const KEPT = 64 * 1024

const PIECE = Buffer.alloc(64 * 1024)

export function* zeros(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= PIECE.length) yield left < PIECE.length ? PIECE.subarray(0, left) : PIECE
}

/** A file of which only the size was kept, as a download. */
export async function sendZeros(response: ServerResponse, size: number, told: (status: number) => void): Promise<void> {
  told(200)
  response.writeHead(200, { 'content-length': size, 'content-type': 'application/octet-stream' })
  // Who breaks off sees it; the server lives on.
  await pipeline(Readable.from(zeros(size)), response).catch(() => undefined)
}
