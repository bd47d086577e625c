import { listAccepted } from '../model/accepted-break.ts'
import type { Proof, Verdict } from '../model/nouns.ts'
import { listMeetings, shortenVersions } from '../smi/implementations.ts'
import { listLosses } from './losses.ts'
import { formatCode, escapeMarkdown } from '../base/markdown.ts'
import { countFailures, makeMatrix } from './matrix.ts'
import { listSpoken } from './spoken.ts'

/** Suite × Kubernetes; nothing where one version says no more than the table of verdicts. */
export function formatMatrixTable(proof: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] {
  const { columns, rows } = makeMatrix(proof)
  if (columns.filter(({ kubernetes }) => kubernetes !== undefined).length < 2) return []
  return [
    '',
    '### Suites and Kubernetes',
    '',
    ...formatTable(
      ['suite', ...columns.map(({ name }) => escapeMarkdown(name))],
      rows.map(({ name, cells }) => [
        escapeMarkdown(name),
        ...cells.map(({ verdicts, broken }) =>
          [...verdicts.map(formatVerdictCell), ...broken.map(() => '**no verdict**')].join(', ')
        )
      ])
    )
  ]
}

/** What the checks saw being lost between versions. */
export function formatLossTable(verdicts: readonly Verdict[]): readonly string[] {
  const lost = listLosses(verdicts)
  if (lost.length === 0) return []
  return [
    '',
    '### Lost between versions',
    '',
    ...formatTable(
      ['kind', 'fields', 'written → read', 'known'],
      lost.map(({ kind, fields, ways, because }) => [
        escapeMarkdown(kind),
        fields.map(formatCode).join(', '),
        ways
          .map(({ written, stored, read }) => escapeMarkdown(`${written} → ${read.join(', ')} (stored as ${stored})`))
          .join('; '),
        because === undefined ? '**no**' : `yes: ${escapeMarkdown(because)}`
      ])
    )
  ]
}

/** Which SMI versions the program speaks, and who else does. */
export function formatSpeaksTable(proof: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] {
  const spoken = listSpoken(proof)
  if (spoken.length === 0) return []
  return [
    '',
    '### Who speaks the same SMI',
    '',
    `By its import graph the program speaks ${escapeMarkdown(shortenVersions(spoken))}. Others, as their sources and documents said in November 2026:`,
    '',
    ...formatTable(
      ['who', 'does', 'versions', 'in common', 'state'],
      listMeetings(spoken).map(({ implementation: { name, does, versions, state }, shared, apart }) => [
        escapeMarkdown(name),
        does === 'serves' ? 'serves it' : 'writes it',
        escapeMarkdown(shortenVersions(versions)),
        shared.length > 0
          ? escapeMarkdown(shortenVersions(shared))
          : apart.length > 0
            ? '**the same API, no version**'
            : 'other APIs',
        escapeMarkdown(state)
      ])
    )
  ]
}

const formatVerdictCell = (verdict: Verdict): string =>
  verdict.outcome === 'passed'
    ? `${verdict.checks.length - listAccepted(verdict).length} hold${listAccepted(verdict).length ? `, ${listAccepted(verdict).length} accepted` : ''}`
    : `**${countFailures(verdict)} of ${verdict.checks.length} failed**`

const formatTable = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`)
