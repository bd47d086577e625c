import type { Proof, Verdict } from '../model/nouns.ts'
import { meetings, shortVersions } from '../smi/implementations.ts'
import { losses } from './losses.ts'
import { code, md } from '../base/markdown.ts'
import { failuresOf, matrix } from './matrix.ts'
import { spokenIn } from './spoken.ts'

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

/** Which SMI versions the program speaks, and who else does. */
export function speaksTable(proof: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] {
  const spoken = spokenIn(proof)
  if (spoken.length === 0) return []
  return [
    '',
    '### Who speaks the same SMI',
    '',
    `By its import graph the program speaks ${md(shortVersions(spoken))}. Others, as their sources and documents said in November 2026:`,
    '',
    ...table(
      ['who', 'does', 'versions', 'in common', 'state'],
      meetings(spoken).map(({ implementation: { name, does, versions, state }, shared, apart }) => [
        md(name),
        does === 'serves' ? 'serves it' : 'writes it',
        md(shortVersions(versions)),
        shared.length > 0
          ? md(shortVersions(shared))
          : apart.length > 0
            ? '**the same API, no version**'
            : 'other APIs',
        md(state)
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
