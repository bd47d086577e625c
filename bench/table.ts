import type { Cost } from './measure.ts'

/** Alternating runs of one scenario: the first and the second contender's, run by run. */
export interface Result {
  readonly scenario: string
  readonly pairs: readonly (readonly [Cost, Cost])[]
}

/** The middle value; the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  if (low === undefined || high === undefined) throw new Error('the median of nothing')
  return (low + high) / 2
}

/**
 * A Markdown table: medians, and the median of the pairs' ratios, first contender to second. Pairs ran side by side in
 * time, so a ratio of a pair says more than a ratio of two medians on a machine with other work.
 */
export function table(names: readonly [string, string], results: readonly Result[]): string {
  const [first, second] = names
  const head = [
    'scenario',
    `${first} wall s`,
    `${second} wall s`,
    'ratio',
    `${first} CPU-s`,
    `${second} CPU-s`,
    'ratio',
    'peak MiB',
    'runs'
  ]
  const rows = results.map(({ scenario, pairs }) => {
    const of = (read: (cost: Cost) => number): readonly string[] => [
      seconds(median(pairs.map(([a]) => read(a)))),
      seconds(median(pairs.map(([, b]) => read(b)))),
      median(pairs.map(([a, b]) => read(a) / read(b))).toFixed(2)
    ]
    const peak = ([0, 1] as const).map((i) => Math.round(Math.max(...pairs.map((pair) => pair[i].peakKib)) / 1024))
    return [
      scenario,
      ...of(({ wallMs }) => wallMs),
      ...of(({ cpuMs }) => cpuMs),
      peak.join(' / '),
      String(pairs.length)
    ]
  })
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const seconds = (ms: number): string => (ms < 9950 ? (ms / 1000).toFixed(2) : (ms / 1000).toFixed(1))

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->`; throws when the marks are not there. */
export function replaceSection(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [text.indexOf(open), text.indexOf(close)]
  if (start === -1 || end < start) throw new Error(`there is no section ${open} … ${close}`)
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`
}
