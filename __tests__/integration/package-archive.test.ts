import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { crc32, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { deflateInThreads } from '../../src/adapters/archive/deflate.ts'
import { archive } from '../../src/package/archive.ts'
import type { ArchiveEntry } from '../../src/package/entries.ts'

const run = promisify(execFile)
const deflate = deflateInThreads(2)
/** In many zones of Europe the clock skips this hour; a zip made of local times would lose it. */
const TIME = '2026-03-29T02:30:07Z'

/** Bytes with the repeats and the noise of a program, the same everywhere. */
function sample(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, (_, i) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return i % 7 < 3 ? i >> 8 : (state >>> 16) % 23
  })
}

const entries: readonly ArchiveEntry[] = [
  { name: 'mesh', bytes: sample(300_000), executable: true },
  { name: 'README.md', bytes: Buffer.from('# mesh\n'), executable: false },
  { name: 'docs/empty', bytes: new Uint8Array(), executable: false },
  { name: `docs/${'long/'.repeat(25)}å.md`, bytes: Buffer.from('deep\n'), executable: false }
]

/** What these archives have been on every host so far: a change of these is a change of every release's bytes. */
const DIGESTS = {
  'tar.gz': '37ee66a413d120f229e261ea18ad34cbe734b2417605bef6ce43ae7a7db44aa3',
  zip: 'ee8d6632f4f296413ca3e9bf8ae587807cadea9b4fd2907b8c6ed0b891dfb0d8'
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Go's own archive packages read what we wrote: an implementation that shares nothing with ours. */
const READER = `package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

type file struct {
	Name, Mode, Time, SHA256, Owner string
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func sum(r io.Reader) string {
	h := sha256.New()
	_, err := io.Copy(h, r)
	check(err)
	return fmt.Sprintf("%x", h.Sum(nil))
}

func main() {
	files := []file{}
	f, err := os.Open(os.Args[1])
	check(err)
	z, err := gzip.NewReader(f)
	check(err)
	t := tar.NewReader(z)
	for {
		h, err := t.Next()
		if err == io.EOF {
			break
		}
		check(err)
		owner := fmt.Sprintf("%d:%d %s%s", h.Uid, h.Gid, h.Uname, h.Gname)
		files = append(files, file{h.Name, h.FileInfo().Mode().String(), h.ModTime.UTC().Format("2006-01-02T15:04:05Z"), sum(t), owner})
	}
	r, err := zip.OpenReader(os.Args[2])
	check(err)
	for _, e := range r.File {
		c, err := e.Open()
		check(err)
		owner := fmt.Sprintf("%x %v", e.Extra, e.NonUTF8)
		files = append(files, file{e.Name, e.Mode().String(), e.Modified.UTC().Format("2006-01-02T15:04:05Z"), sum(c), owner})
	}
	check(json.NewEncoder(os.Stdout).Encode(map[string]any{"files": files, "gzip": z.ModTime.UTC().Format("2006-01-02T15:04:05Z")}))
}
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-archive-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('an archive', () => {
  test.each(['tar.gz', 'zip'] as const)('as %s has the bytes that it has always had', async (format) => {
    const bytes = await archive(format, entries, new Date(TIME), deflate)
    expect(sha256(bytes)).toBe(DIGESTS[format])
    expect(sha256(await archive(format, [...entries].reverse(), new Date(TIME), deflate))).toBe(DIGESTS[format])
  })

  test.each(['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kathmandu'])(
    'made in %s has the same bytes',
    async (zone) => {
      const source = (path: string): string => pathToFileURL(resolve(path)).href
      const program = `
      import { createHash } from 'node:crypto'
      import { deflateInThreads } from ${JSON.stringify(source('src/adapters/archive/deflate.ts'))}
      import { archive } from ${JSON.stringify(source('src/package/archive.ts'))}
      const sample = ${sample.toString()}
      const entries = ${JSON.stringify(entries.map((entry) => ({ ...entry, bytes: entry.name === 'mesh' ? [] : [...entry.bytes] })))}
        .map((entry) => ({ ...entry, bytes: entry.name === 'mesh' ? sample(300_000) : Uint8Array.from(entry.bytes) }))
      for (const format of ['tar.gz', 'zip']) {
        const bytes = await archive(format, entries, new Date(${JSON.stringify(TIME)}), deflateInThreads(1))
        console.log(createHash('sha256').update(bytes).digest('hex'), new Date(0).getTimezoneOffset())
      }`
      const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
        env: { TZ: zone, LANG: 'lt_LT.UTF-8' }
      })
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => line.split(' '))
      expect(lines.map(([digest]) => digest)).toStrictEqual([DIGESTS['tar.gz'], DIGESTS.zip])
      expect(lines[0]?.[1] === '0').toBe(zone === 'UTC')
    }
  )

  test("is read by Go's own packages as what was put in", async () => {
    const paths = { 'tar.gz': join(folder, 'a.tar.gz'), zip: join(folder, 'a.zip') }
    for (const format of ['tar.gz', 'zip'] as const) {
      await writeFile(paths[format], await archive(format, entries, new Date(TIME), deflate))
    }
    await writeFile(join(folder, 'reader.go'), READER)
    const { stdout } = await run('go', ['run', join(folder, 'reader.go'), paths['tar.gz'], paths.zip], { cwd: folder })
    const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
    const file = ({ name, bytes, executable }: ArchiveEntry, Owner: string): unknown => ({
      Name: name,
      Mode: executable ? '-rwxr-xr-x' : '-rw-r--r--',
      Time: TIME,
      SHA256: sha256(bytes),
      Owner
    })
    const seconds = Buffer.alloc(4)
    seconds.writeUInt32LE(Date.parse(TIME) / 1000)
    expect(JSON.parse(stdout)).toStrictEqual({
      gzip: TIME,
      files: [
        ...sorted.map((entry) => file(entry, '0:0 ')),
        ...sorted.map((entry) => file(entry, `5554050001${seconds.toString('hex')} false`))
      ]
    })
  }, 120_000)

  test.each(['1969-12-31T23:59:58Z', '1979-06-01T00:00:00Z', '2040-01-01T00:00:00Z', '2120-01-01T00:00:00Z'])(
    'of a commit of %s can be made and holds the bytes',
    async (time) => {
      for (const format of ['tar.gz', 'zip'] as const) {
        const bytes = Buffer.from(await archive(format, entries.slice(0, 1), new Date(time), deflate))
        const whole =
          format === 'zip' ? bytes.subarray(30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)) : bytes.subarray(10)
        expect(inflateRawSync(whole).includes(Buffer.from(sample(300_000)))).toBe(true)
      }
    }
  )
})

describe('deflate in threads', () => {
  test('is undone by inflate and knows the CRC, whatever the bytes, many at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 5000 }), { minLength: 1, maxLength: 6 }), async (inputs) => {
        const results = await Promise.all(inputs.map(deflate))
        results.forEach(({ bytes, crc32: crc }, i) => {
          expect(Buffer.compare(inflateRawSync(bytes), inputs[i] ?? Buffer.alloc(1))).toBe(0)
          expect(crc).toBe(crc32(inputs[i] ?? ''))
        })
      }),
      { numRuns: 40 }
    )
  })

  test('leaves its input alone, and takes a view for what it shows', async () => {
    const whole = sample(100_000)
    const before = sha256(whole)
    const view = whole.subarray(10_000, 60_000)
    expect(Buffer.compare(inflateRawSync((await deflate(view)).bytes), view)).toBe(0)
    expect(sha256(whole)).toBe(before)
  })
})
