import type { Pinned } from './pinned.ts'
import type { Read } from './reading.ts'

export interface Compared {
  readonly pinned: Pinned
  readonly read: Read
}

/** A line for each digest, worst first, and whether any is another one than the pinned. */
export function told(compared: readonly Compared[]): { readonly lines: readonly string[]; readonly changed: boolean } {
  const lines = (wanted: 'changed' | 'unread' | 'same') =>
    compared.filter((one) => stateOf(one) === wanted).map((one) => `${wanted.padEnd(8)}${lineOf(one)}`)
  const changed = lines('changed')
  return { lines: [...changed, ...lines('unread'), ...lines('same')], changed: changed.length > 0 }
}

const stateOf = ({ pinned, read }: Compared): 'changed' | 'unread' | 'same' =>
  'why' in read ? 'unread' : read.digest === pinned.digest ? 'same' : 'changed'

function lineOf({ pinned: { tool, of, digest }, read }: Compared): string {
  const what = `${tool}: ${'module' in of ? of.module : of.url}`
  if ('why' in read) return `${what}: ${read.why.split('\n')[0]}`
  return read.digest === digest ? what : `${what} is ${read.digest}, and ${digest} is pinned`
}

/**
 * The text of a file of pins with one tool at another version: `compared` are its digests as they are now, with those
 * read for the new version. A line with the digest of something else stays as it is: that may be of the same version by
 * chance. Throws where a digest could not be read: half a change is none.
 */
export function moved(text: string, tool: string, to: string, compared: readonly Compared[]): string {
  const own = compared.filter(({ pinned }) => pinned.tool === tool)
  const from = own[0]?.pinned.version
  if (from === undefined) throw new Error(`there is no pinned tool ${tool}`)
  const unread = own.filter(({ read }) => 'why' in read)
  if (unread.length) throw new Error(`nothing is written, as not all could be read:\n${unread.map(lineOf).join('\n')}`)
  const digests = own.map(({ pinned, read }) => [pinned.digest, 'why' in read ? '' : read.digest] as const)
  // As a whole word, so that v1.2.3 is not found in v1.2.30.
  const version = (value: string): RegExp =>
    new RegExp(`(?<![\\w.])${value.replaceAll('.', '\\.')}(?![\\w-]|\\.\\d)`, 'g')
  const names = [from, from.replace(/^v/, '')].map((name) => [name, name === from ? to : to.replace(/^v/, '')] as const)
  const others = (line: string): boolean =>
    (line.match(/h1:[\w+/]{43}=|\b[0-9a-f]{64}\b/g) ?? []).some((digest) => !digests.some(([own]) => own === digest))
  const renamed = text
    .split('\n')
    .map((line) =>
      others(line) ? line : names.reduce((all, [before, after]) => all.replaceAll(version(before), after), line)
    )
    .join('\n')
  return digests.reduce((all, [before, after]) => all.replaceAll(before, after), renamed)
}
