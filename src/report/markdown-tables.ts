import type { Proof, Verdict } from '../model.ts'
import { losses } from './losses.ts'
import { code, md } from './markdown.ts'
import { failuresOf, matrix } from './matrix.ts'

/** Suite × Kubernetes; nothing where one version says no more than the table of verdicts. */
export function matrixTable(proof: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] {
  const { columns, rows } = matrix(proof)
  if (columns.filter(({ kubernetes }) => kubernetes !== undefined).length < 2) return []
  return [
    '',
    '### Suites and Kubernetes',
    '',
    ...table(
      ['suite', ...columns.map(({ name }) => md(name))],
      rows.map(({ name, cells }) => [
        md(name),
        ...cells.map(({ verdicts, broken }) =>
          [...verdicts.map(inCell), ...broken.map(() => '**no verdict**')].join(', ')
        )
      ])
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
