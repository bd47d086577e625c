import type { Progress } from '../../ports.ts'

type Outcome = Parameters<Progress['end']>[0]

const MARK: Readonly<Record<Outcome, string>> = { done: '✓', reused: '=', skipped: '-', failed: '✗' }

/** One line of progress: `✓ build    linux/amd64   1.2 s`. */
export const lineOf = (stage: string, item: string, outcome: Outcome, note = ''): string =>
  `${MARK[outcome]} ${stage.padEnd(9)} ${[item.padEnd(item ? 44 : 0), outcome === 'done' || outcome === 'failed' ? '' : outcome, note].filter(Boolean).join('  ')}`.trimEnd()
