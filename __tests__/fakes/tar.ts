import { gzipSync } from 'node:zlib'

/** A header of a tar as somebody may write it; only what is given is written. */
export interface TarEntry {
  readonly name: string
  /** '0' a file, '1' a hard link, '2' a link, '3' a device, '5' a folder, '6' a pipe, 'x' PAX, 'g' global PAX, 'L' GNU. */
  readonly type?: string
  readonly content?: Buffer | string
  readonly mode?: number
  readonly target?: string
  /** What the header says of the size, when that is not the content's. */
  readonly size?: number
}

/** A tar of these entries, byte by byte: a library would refuse to write half of them. */
export function tar(entries: readonly TarEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, type = '0', content = '', mode = 0o644, target = '', size }) => {
    const bytes = Buffer.from(content)
    const head = Buffer.alloc(512)
    head.write(name.slice(0, 100), 0)
    head.write(`${octal(mode, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100)
    head.write(`${octal(size ?? bytes.length, 11)}\0${octal(0, 11)}\0`, 124)
    head.fill(' ', 148, 156)
    head.write(type, 156)
    head.write(target, 157)
    head.write('ustar\u000000', 257)
    const sum = head.reduce((all, byte) => all + byte, 0)
    head.write(`${octal(sum, 6)}\0 `, 148)
    return [head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

export const tarGz = (entries: readonly TarEntry[]): Buffer => gzipSync(tar(entries), { level: 1 })

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')

/** A PAX header that changes what is said of the next entry. */
export const pax = (records: Readonly<Record<string, string>>, type = 'x'): TarEntry => ({
  name: 'PaxHeaders/next',
  type,
  content: Object.entries(records)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`
      const length = Buffer.byteLength(rest)
      const digits = String(length + String(length + 2).length).length
      return `${length + digits}${rest}`
    })
    .join('')
})
