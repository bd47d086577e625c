import type { Verdict } from '../model.ts'
import { losses } from './losses.ts'
import { code, md } from './markdown.ts'
import { failuresOf, matrix } from './matrix.ts'

/** Suite × Kubernetes; nothing where one column would say no more than the table of verdicts. */
export function matrixTable(verdicts: readonly Verdict[]): readonly string[] {
  const { servers, rows } = matrix(verdicts)
  if (servers.length < 2) return []
  return [
    '',
    '### Suites and Kubernetes',
    '',
    ...table(
      ['suite', ...servers.map((server) => (server === '' ? 'no cluster' : md(server)))],
      rows.map(({ name, cells }) => [md(name), ...cells.map((there) => there.map(inCell).join(', '))])
    )
  ]
}

/** What the checks saw being lost between versions. */
export function lossTable(verdicts: readonly Verdict[]): readonly string[] {
  const lost = losses(verdicts)
  if (lost.length === 0) return []
  return [
    '',
    '### Lost between versions',
    '',
    ...table(
      ['kind', 'fields', 'written → read', 'known'],
      lost.map(({ kind, fields, ways, because }) => [
        md(kind),
        fields.map(code).join(', '),
        ways.map(({ written, stored, read }) => md(`${written} → ${read.join(', ')} (stored as ${stored})`)).join('; '),
        because === undefined ? '**no**' : `yes: ${md(because)}`
      ])
    )
  ]
}

const inCell = (verdict: Verdict): string =>
  verdict.outcome === 'passed'
    ? `${verdict.checks.length} hold`
    : `**${failuresOf(verdict)} of ${verdict.checks.length} failed**`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
