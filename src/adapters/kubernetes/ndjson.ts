import { LIMITS } from '../../base/limits.ts'
import type { Json } from '../../base/json.ts'

/** Objects of more than this many bytes end the reading: etcd takes 1.5 MiB, and JSON is a few times that. */
const LINE_LIMIT = LIMITS.event.most

/** The JSON values of a stream, one a line. An unfinished last line is dropped: the connection broke in it. */
export async function* ndjson(bytes: AsyncIterable<Buffer>, limit = LINE_LIMIT): AsyncGenerator<Json, void, undefined> {
  let parts: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      // Joined before it is decoded: a character may lie across two chunks.
      const line = Buffer.concat([...parts, chunk.subarray(start, end)]).toString('utf8')
      parts = []
      size = 0
      start = end + 1
      if (line.trim() !== '') yield JSON.parse(line) as Json
    }
    parts.push(chunk.subarray(start))
    size += chunk.length - start
    if (size > limit) throw new Error(`a line of more than ${limit} bytes`)
  }
}
