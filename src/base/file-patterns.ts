/** No pattern that people write is longer, or has more stars: each of them multiplies the time that a match may take. */
const LONGEST = 200
const MOST_STARS = 6

/**
 * Which of the files a pattern of GoReleaser's stands for: a file, a folder with all below it, or *, **, ?, {a,b} and [ab].
 * Undefined for what cannot be read, such as a template or a path out of the module.
 */
export function matchFiles(pattern: string, files: readonly string[]): readonly string[] | undefined {
  const path = pattern.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
  if (path === '' || path.length > LONGEST || /\{\{|\\|^\/|(^|\/)\.\.(\/|$)|\p{Cc}/u.test(path)) return undefined
  if (path === '.') return files
  if ((path.match(/\*+/g)?.length ?? 0) > MOST_STARS) return undefined
  const form = translate(path)
  return form && files.filter((file) => form.test(file))
}

function translate(path: string): RegExp | undefined {
  const parts = [...path.matchAll(/\*\*\/?|\*|\?|\{[^{}]*\}|\[[^\]]*\]|[^*?{}[\]]+|./g)].map(([part]) =>
    translatePart(part)
  )
  try {
    return new RegExp(`^${parts.join('')}(/.*)?$`, 'u')
  } catch {
    return undefined
  }
}

function translatePart(part: string): string {
  if (part === '**/') return '(?:.*/)?'
  if (part === '**') return '.*'
  if (part === '*') return '[^/]*'
  if (part === '?') return '[^/]'
  if (/^\{.*\}$/.test(part)) return `(?:${part.slice(1, -1).split(',').map(escapeText).join('|')})`
  const [, not, set = ''] = /^\[(!)?(.+)\]$/.exec(part) ?? []
  if (set !== '') return `[${not ? '^' : ''}${set.replace(/[[\]\\^&~|]/g, '\\$&')}]`
  return escapeText(part)
}

/** A text that a regular expression takes as it stands. */
export const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
