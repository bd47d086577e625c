/** A value from outside, fit for one line of an error: no control or bidirectional characters, at most 80 long. */
export const quote = (text: string): string => {
  const clean = text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
  )
  return JSON.stringify(clean.length > 80 ? `${clean.slice(0, 77)}...` : clean)
}

/** 1.2 kB, 3.4 MB: for people. */
export const formatBytes = (size: number): string =>
  size < 1000 ? `${size} B` : size < 1e6 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`

/** Room for a time in a column: `12 min 05 s`. */
export const TIME_WIDTH = 11

/** 44 ms, 12.4 s, 2 min 05 s: for people. */
export const formatDuration = (ms: number): string => {
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const whole = Math.round(ms / 1000)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** `1 file`, `2 files`. */
export const formatCount = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`

/** Rows as columns of equal width, two spaces apart. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '))
}

/** The word that somebody who wrote `word` may have meant: at most three edits away. */
export function findClosest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, far: measureDistance(word, candidate) }))
    .filter(({ far }) => far <= 3)
    .sort((a, b) => a.far - b.far)
  return ranked[0]?.candidate
}

/** Levenshtein's edit distance. */
function measureDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, x] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, y] of [...b].entries()) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)))
    }
    row = next
  }
  return row[b.length] ?? 0
}
