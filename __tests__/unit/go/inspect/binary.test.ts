import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inspectBinary, listSections } from '../../../../src/go/inspect/binary.ts'
import { readBuildInfo } from '../../../../src/go/inspect/build-info.ts'
import type { BinaryImage } from '../../../../src/go/inspect/image.ts'
import { findTraces, listTraces } from '../../../../src/go/inspect/traces.ts'
import type { Tool } from '../../../../src/model/nouns.ts'
import { unquoteGo } from '../../../../src/go/inspect/unquote.ts'

const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex')
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex')

function varint(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]
}

/** A build info blob as Go's linker writes it. */
function blob(version: string, text: string): Buffer {
  const strings = [Buffer.from(version), Buffer.concat([START, Buffer.from(text), END])]
  const header = Buffer.concat([Buffer.from('\u{ff} Go buildinf:\u{8}\u{2}', 'latin1'), Buffer.alloc(16)])
  return Buffer.concat([header, ...strings.flatMap((string) => [Buffer.from(varint(string.length)), string])])
}

const image = (bytes: Uint8Array, address = 0): BinaryImage => ({
  format: 'ELF',
  arch: 'amd64',
  interpreter: undefined,
  libraries: [],
  data: { address, bytes }
})

describe('build info', () => {
  const lines = [
    'path\texample.com/mesh/cmd/a',
    'mod\texample.com/mesh\tv1.2.3\t',
    'dep\texample.com/b\tv1.0.0\th1:abc=',
    'dep\texample.com/c\tv0.0.0',
    '=>\t./c\t(devel)\t',
    'build\t-compiler=gc',
    'build\t-ldflags="-X \\"main.a=b c\\" \\x41\\u00e9\\n"',
    'build\t"odd key"=`raw "value"`',
    'build\tempty=',
    'unknown\tline',
    ''
  ].join('\n')

  test('gives the modules, what replaces them, and the settings', () => {
    expect(readBuildInfo(image(blob('go1.26.8', lines)))).toStrictEqual({
      goVersion: 'go1.26.8',
      path: 'example.com/mesh/cmd/a',
      main: { path: 'example.com/mesh', version: 'v1.2.3', sum: '' },
      deps: [
        { path: 'example.com/b', version: 'v1.0.0', sum: 'h1:abc=' },
        { path: 'example.com/c', version: 'v0.0.0', sum: '', replace: { path: './c', version: '(devel)', sum: '' } }
      ],
      settings: new Map([
        ['-compiler', 'gc'],
        ['-ldflags', '-X "main.a=b c" Aé\n'],
        ['odd key', 'raw "value"'],
        ['empty', '']
      ])
    })
  })

  test('is found at addresses that are multiples of 16 only', () => {
    const real = blob('go1.26.8', lines)
    const decoy = Buffer.concat([Buffer.alloc(5), blob('go1.0.0', '')])
    const bytes = Buffer.concat([decoy, Buffer.alloc(16 - ((decoy.length + 8) % 16)), real])
    expect(readBuildInfo(image(bytes, 8))?.goVersion).toBe('go1.26.8')
  })

  test('without module support has a Go version and nothing else', () => {
    const bytes = Buffer.concat([
      blob('go1.26.8', '').subarray(0, 32),
      Buffer.from([2]),
      Buffer.from('go'),
      Buffer.from([0])
    ])
    expect(readBuildInfo(image(bytes))).toMatchObject({ goVersion: 'go', path: '', main: undefined, deps: [] })
  })

  test.each([
    [
      'of an older Go',
      Buffer.concat([Buffer.from('\u{ff} Go buildinf:\u{8}\0', 'latin1'), Buffer.alloc(16)]),
      /older than 1\.18/
    ],
    ['with a text past the end', blob('go1.26.8', lines).subarray(0, 100), /goes past the end/],
    ['with an endless length', Buffer.concat([blob('', '').subarray(0, 32), Buffer.alloc(9, 0xff)]), /has no end/],
    ['with a module without a version', blob('go1.26.8', 'dep\tx\n'), /a module without a version/],
    ['with a stray replacement', blob('go1.26.8', '=>\tx\tv1\t\n'), /a replacement without a module/],
    ['with a setting without a value', blob('go1.26.8', 'build\tkey\n'), /a setting without a value/],
    ['with a setting in broken quotes', blob('go1.26.8', 'build\tkey="\\q"\n'), /broken quotes/]
  ])('%s is refused', (_, bytes, message) => {
    expect(() => readBuildInfo(image(bytes))).toThrow(
      expect.objectContaining({ kind: 'verification', message: expect.stringMatching(message) })
    )
  })

  test('never makes the reader crash, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(400), fc.nat(255), (tail, at, value) => {
        const bytes = Buffer.concat([blob('go1.26.8', lines), tail])
        bytes[at] = value
        try {
          expect(readBuildInfo(image(bytes))).not.toBeNull()
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure', kind: 'verification' })
        }
      }),
      { numRuns: 500 }
    )
  })
})

test.each([
  ['"a\\tb"', 'a\tb'],
  ['"\\x7e\\u2318\\U0001F600\\101"', '~⌘😀A'],
  ['`a\\b`', 'a\\b'],
  ['"a', undefined],
  ['"a"b"', undefined],
  ['"\\q"', undefined],
  ['"\\UFFFFFFFF"', undefined],
  ['plain', undefined]
])('the Go literal %s stands for %j', (literal, value) => {
  expect(unquoteGo(literal)).toBe(value)
})

describe('sections', () => {
  test('of Mach-O that are filled with zeros lie nowhere in the file', () => {
    const section = (name: string, size: number, offset: number, type: number): Buffer => {
      const bytes = Buffer.alloc(80)
      bytes.write(name)
      bytes.writeBigUInt64LE(BigInt(size), 40)
      bytes.writeUInt32LE(offset, 48)
      bytes.writeUInt32LE(type, 64)
      return bytes
    }
    const header = Buffer.alloc(32)
    header.writeUInt32LE(0xfeedfacf, 0)
    header.writeUInt32LE(0x01000007, 4)
    header.writeUInt32LE(1, 16)
    const sections = [
      section('__text', 8, 352, 0x80000400),
      ...[0x01, 0x0c, 0x12].map((type) => section(`__bss${type}`, 16, 0, type))
    ]
    const segment = Buffer.alloc(72)
    segment.writeUInt32LE(0x19, 0)
    segment.writeUInt32LE(72 + 80 * sections.length, 4)
    segment.writeUInt32LE(sections.length, 64)
    const file = Buffer.concat([header, segment, ...sections, Buffer.alloc(64)])
    expect(listSections(file)).toEqual([{ name: '__text', offset: 352, size: 8 }])
  })
})

describe('traces of the build machine', () => {
  const bytes = Buffer.from('\0\0/home/ci/work/main.go\0C:\\work\\mesh\\main.go\0/tmp/x\0D:/a/mesh/x.go')

  test('are found as folders, in both ways of writing them, with what stands behind', () => {
    const traces = [
      { what: 'the work tree', text: '/home/ci/work/' },
      { what: 'the work tree', text: 'C:\\work\\mesh' },
      { what: 'the cache', text: 'D:\\a\\mesh' }
    ]
    expect(findTraces(bytes, traces)).toStrictEqual([
      'it holds the work tree of the build machine: "/home/ci/work/main.go"',
      'it holds the work tree of the build machine: "C:\\\\work\\\\mesh\\\\main.go"',
      'it holds the cache of the build machine: "D:/a/mesh/x.go"'
    ])
  })

  test('are found below folders of one name by files that can only be of this machine', () => {
    const keeps = { builds: '/cache', modules: 'C:\\mod' }
    const go: Tool = { name: 'go', version: 'go1.26.8', path: '/go/bin/go', source: 'machine', vouched: '', keeps }
    const folders = { root: '/src', tracked: ['cmd/a.go', 'README.md'], go, goRoot: '/go', temporary: '/tmp' }
    const seen = (text: string): readonly string[] => findTraces(Buffer.from(text), listTraces(folders))
    const hex = 'ab'.repeat(32)
    for (const [text, what] of [
      ['\0/src/cmd/a.go\0', 'the work tree'],
      ['"/src/cmd/a.go:17"', 'the work tree'],
      ['\0/go/src/runtime/proc.go\0', 'the Go toolchain'],
      [`\0/cache/ab/${hex}-d\0`, 'the build cache'],
      ['\0C:/mod/example.com/dep@v1.2.3/dep.go\0', 'the module cache'],
      ['\0C:\\mod\\example.com\\dep@v1.2.3\\dep.go\0', 'the module cache'],
      ['\0/tmp/go-build123/b001/x.go\0', 'the temporary folder']
    ] as const)
      expect(seen(text)).toEqual([expect.stringContaining(`it holds ${what} of the build machine: `)])
    for (const text of [
      ...['\0/src/config.yaml\0', '\0/src/cmd/b.go\0', '\0/src/README.md\0', '\0/src', '\0example.com/src/cmd/a.go\0'],
      ...['\0/usr/local/go/src/runtime/proc.go\0', '\0/go/src/main.go\0', '\0/cache/redis\0', '\0/tmp/socket\0'],
      '\0C:\\mod\\readme.txt\0'
    ])
      expect([text, seen(text)]).toEqual([text, []])
  })

  test('are not seen in folders that every machine has, or in longer names', () => {
    const traces = ['/tmp', 'C:\\work', '/', '', '/home/ci/wor'].map((text) => ({ what: 'a folder', text }))
    expect(findTraces(bytes, traces)).toStrictEqual([])
  })
})

describe('any file', () => {
  const magics = [
    '',
    '\u007fELF\u0002\u0001',
    '\u007fELF\u0001\u0002',
    '\u{cf}\u{fa}\u{ed}\u{fe}',
    'MZ',
    '\0asm\u0001\0\0\0'
  ]

  test.each(magics)('that begins with %j is described or refused, and never crashes the reader', (magic) => {
    const small = fc.uint8Array({ maxLength: 2000 })
    // Mostly small numbers, so that counts and offsets lead further than random ones do.
    const shallow = fc
      .array(fc.oneof(fc.constant(0), fc.nat(40), fc.nat(255)), { maxLength: 2000 })
      .map((b) => Uint8Array.from(b))
    fc.assert(
      fc.property(fc.oneof(small, shallow), (tail) => {
        try {
          expect(inspectBinary(Buffer.concat([Buffer.from(magic, 'latin1'), tail]))).toHaveProperty('format')
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure', kind: 'verification' })
        }
      }),
      { numRuns: 400 }
    )
  })

  test('of a format that nobody here reads is unchecked', () => {
    expect(inspectBinary(new Uint8Array())).toStrictEqual({ format: 'unchecked', build: undefined })
    expect(inspectBinary(Buffer.from('\u0001\u00f7 XCOFF', 'latin1'))).toStrictEqual({
      format: 'unchecked',
      build: undefined
    })
  })
})
