/** A value from outside, fit for one line of an error: no control or bidirectional characters, at most 80 long. */
export const quote = (text: string): string => {
  const clean = text.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
  )
  return JSON.stringify(clean.length > 80 ? `${clean.slice(0, 77)}...` : clean)
}

/** 1.2 kB, 3.4 MB: for people. */
export const bytes = (size: number): string =>
  size < 1000 ? `${size} B` : size < 1e6 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`

/** 0.3 s, 12.4 s, 2 min 05 s: for people. */
export const seconds = (ms: number): string => {
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`
  const whole = Math.round(ms / 1000)
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

/** Rows as columns of equal width, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = []
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)))
  return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '))
}
