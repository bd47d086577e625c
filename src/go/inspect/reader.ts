import { Failure } from '../../base/errors.ts'

/** Numbers and pieces of a byte array, all bounds checked: no read allocates, and none goes past the end. */
export interface Reader {
  readonly size: number
  readonly u8: (at: number) => number
  readonly u16: (at: number) => number
  readonly u32: (at: number) => number
  /** A 64-bit number; one past 2^53 cannot be an offset into a file and is refused. */
  readonly u64: (at: number) => number
  /** A view, not a copy. */
  readonly bytes: (at: number, length: number) => Uint8Array
  /** The text up to the next NUL, at most `max` (by default 256) bytes of it. */
  readonly text: (at: number, max?: number) => string
}

const decoder = new TextDecoder('latin1')

/** Reads `bytes`; every read outside of them throws a 'verification' Failure that names `format`. */
export function makeReader(bytes: Uint8Array, littleEndian: boolean, format: string): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const within = (at: number, length: number): number => {
    if (Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= bytes.length) return at
    throw makeMalformedFailure(format, `it wants ${length} bytes at ${at} of ${bytes.length}`)
  }
  return {
    size: bytes.length,
    u8: (at) => view.getUint8(within(at, 1)),
    u16: (at) => view.getUint16(within(at, 2), littleEndian),
    u32: (at) => view.getUint32(within(at, 4), littleEndian),
    u64: (at) => {
      const value = view.getBigUint64(within(at, 8), littleEndian)
      if (value > Number.MAX_SAFE_INTEGER) throw makeMalformedFailure(format, `it holds the offset ${value}`)
      return Number(value)
    },
    bytes: (at, length) => bytes.subarray(within(at, length), at + length),
    text: (at, max = 256) => {
      const piece = bytes.subarray(within(at, 0), Math.min(at + max, bytes.length))
      const end = piece.indexOf(0)
      return decoder.decode(end < 0 ? piece : piece.subarray(0, end))
    }
  }
}

export function makeMalformedFailure(format: string, seen: string): Failure {
  return new Failure('verification', `not a whole ${format} file: ${seen}`, {
    hint: 'The file is cut off or damaged; build it again.'
  })
}
