import { describe, expect, test } from '@jest/globals'
import { streamResuming, type DownloadSource } from '../../../../src/adapters/http/download.ts'

const { signal } = new AbortController()
const TEXT = 'twenty bytes of text'

/** What one connection gives: bytes, and how it goes on after them. */
type Part = readonly [bytes: string, then: 'ends' | 'breaks' | 'stands still']

const body = ([bytes, then]: Part): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(out) {
      out.enqueue(Buffer.from(bytes))
      if (then === 'ends') out.close()
    },
    // Asked for more once the bytes were taken.
    pull(out) {
      if (then === 'breaks') out.error(new TypeError('terminated'))
    }
  })

/** A server that answers each request with a part, from where it was asked. */
function server(
  parts: (from: number) => Part,
  ranges = true
): { readonly asked: number[]; readonly source: DownloadSource } {
  const asked: number[] = []
  const source: DownloadSource = {
    name: 'text.txt',
    size: TEXT.length,
    patience: 20,
    ask: (from) => {
      asked.push(from)
      return Promise.resolve({ status: from > 0 && ranges ? 206 : 200, body: body(parts(from)) })
    },
    wait: () => Promise.resolve(),
    isPassing: () => false,
    isMissing: () => false,
    explained: (error) => error
  }
  return { asked, source }
}

async function read(source: DownloadSource, by = signal): Promise<string> {
  let text = ''
  for await (const chunk of streamResuming(source, by)) text += Buffer.from(chunk).toString()
  return text
}

describe('a download', () => {
  test.each(['breaks', 'stands still'] as const)(
    'a connection that breaks or stands still is resumed where it was',
    async (then) => {
      const { asked, source } = server((from) =>
        from < 10 ? [TEXT.slice(from, from + 5), then] : [TEXT.slice(from), 'ends']
      )
      expect(await read(source)).toBe(TEXT)
      expect(asked).toEqual([0, 5, 10])
    }
  )

  test('a server that does not know ranges starts over, and no byte comes twice', async () => {
    let first = true
    const { source } = server(() => {
      const part: Part = first ? [TEXT.slice(0, 7), 'breaks'] : [TEXT, 'ends']
      first = false
      return part
    }, false)
    expect(await read(source)).toBe(TEXT)
  })

  test('one that does so again and again is given up, with how far it came', async () => {
    const { asked, source } = server((from) => [TEXT.slice(from, from + 2), 'stands still'])
    await expect(read(source)).rejects.toMatchObject({
      kind: 'host',
      message: 'cannot download text.txt: the connection broke after 8 of 20 bytes'
    })
    expect(asked).toEqual([0, 2, 4, 6])
  })

  test.each([`${TEXT}!`, TEXT.slice(1)])('%j is not the size that was announced', async (text) => {
    const { source } = server(() => [text, 'ends'])
    await expect(read(source)).rejects.toMatchObject({ kind: 'verification' })
  })

  test('one that goes on after what was announced is broken off, with no byte too many', async () => {
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (out) => out.enqueue(Buffer.from('seven b')),
      cancel: () => void (cancelled = true)
    })
    const { source } = server(() => ['', 'ends'])
    const got: Uint8Array[] = []
    const reading = (async () => {
      for await (const piece of streamResuming(
        { ...source, ask: () => Promise.resolve({ status: 200, body: endless }) },
        signal
      ))
        got.push(piece)
    })()
    await expect(reading).rejects.toMatchObject({
      kind: 'verification',
      message: 'cannot download text.txt: more than 20 bytes came, 20 were announced'
    })
    expect(Buffer.concat(got).toString()).toBe('seven bseven b')
    expect(cancelled).toBe(true)
  })

  test('a run that is cancelled ends with that', async () => {
    const stop = new AbortController()
    const { source } = server(() => (stop.abort(new Error('enough')), [TEXT.slice(0, 3), 'stands still']))
    await expect(read(source, stop.signal)).rejects.toThrow('enough')
  })
})
