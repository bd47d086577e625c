import { createHash } from 'node:crypto'
import { Failure } from '../../src/base/errors.ts'
import { LIMITS, makeSizeFailure } from '../../src/base/limits.ts'
import type { Files } from '../../src/model/ports/files.ts'

/** Files in memory, by absolute path; the contract suite holds it to the same promises as the disk. */
export function memoryFiles(): Files {
  const files = new Map<string, Uint8Array>()
  const stamps = new WeakMap<Uint8Array, string>()
  let [scratches, stamped] = [0, 0]
  const under = (path: string): string[] => [...files.keys()].filter((name) => name.startsWith(`${path}/`))
  const existing = (path: string): Uint8Array => {
    const content = files.get(path)
    if (!content) throw new Failure('environment', `no such file or folder: ${path}`, { hint: 'Check the path.' })
    return content
  }
  const port: Files = {
    async read(path, most = LIMITS.document.most) {
      const content = files.get(path)
      if (content && content.length > most) throw makeSizeFailure(path, content.length, most)
      return content?.slice()
    },
    async tail(path, most) {
      const content = files.get(path)
      const before = Math.max(0, (content?.length ?? 0) - most)
      return content && { bytes: content.slice(before), before }
    },
    async *stream(path) {
      yield existing(path).slice()
    },
    blob: async (path) => new Blob([existing(path).slice()]),
    async write(path, content) {
      const chunks: Uint8Array[] = []
      if (typeof content === 'string') chunks.push(Buffer.from(content))
      else if (content instanceof Uint8Array) chunks.push(Buffer.from(content))
      else for await (const chunk of content) chunks.push(Buffer.from(chunk))
      files.set(path, Buffer.concat(chunks))
    },
    real: async (path) => (files.has(path) || under(path).length ? path : undefined),
    link: async () => undefined,
    async digest(path, most = Infinity) {
      const content = files.get(path)
      if (content === undefined || content.length > most) return undefined
      return { sha256: createHash('sha256').update(content).digest('hex'), size: content.length }
    },
    list: async (path) =>
      under(path)
        .map((name) => name.slice(path.length + 1))
        .sort(),
    names: async (path) => {
      const names = await port.list(path)
      return names.length ? names.filter((name) => !name.includes('/')) : undefined
    },
    entries: async (path) => {
      const kinds = new Map<string, 'file' | 'folder'>()
      for (const name of await port.list(path))
        kinds.set(name.split('/')[0] ?? '', name.includes('/') ? 'folder' : 'file')
      return [...kinds].map(([name, kind]) => ({ name, kind }))
    },
    async move(from, to) {
      const names = files.has(from) ? [from] : under(from)
      if (names.length === 0) existing(from)
      if (!files.has(from)) await port.remove(to)
      for (const name of names) {
        files.set(to + name.slice(from.length), existing(name))
        files.delete(name)
      }
    },
    async copy(from, to, { sha256 } = {}) {
      const content = existing(from).slice()
      const found = createHash('sha256').update(content).digest('hex')
      if (sha256 !== undefined && found !== sha256)
        throw new Failure('verification', `${from} changed: sha256 ${found} now, ${sha256} before`)
      files.set(to, content)
    },
    async stamp(path) {
      const content = files.get(path)
      if (content && !stamps.has(content)) stamps.set(content, String(++stamped))
      return content && stamps.get(content)
    },
    async remove(path) {
      for (const name of [path, ...under(path)]) files.delete(name)
    },
    async scratch(label) {
      const path = `/scratch/${++scratches}-${label}`
      return { path, [Symbol.asyncDispose]: () => port.remove(path) }
    }
  }
  return port
}
