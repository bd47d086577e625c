import type { LoggedCommit } from '../facts/git-log.ts'
import { CommitParser } from 'conventional-commits-parser'
import type { Plan } from '../plan/plan.ts'
import { escapeMarkdown } from '../base/markdown.ts'
import { formatCount } from '../base/text.ts'
import { fillIn, type ReleaseWords } from '../model/release-words.ts'
import { composeVerifying } from '../report/verifying.ts'

export interface NotesContents {
  /** The tag of the release. */
  readonly tag: string
  /** The tag of the release before, if there is one. */
  readonly since: string | undefined
  /** The newest first; undefined where the history is not to be told, or is not here. */
  readonly changes: readonly LoggedCommit[] | undefined
  /** What the platform wrote. */
  readonly generated: string | undefined
  /** The page with all that changed since the release before. */
  readonly comparison?: string | undefined
  /** What passed, as rows of `formatProvedRows`. */
  readonly proved: readonly string[]
  /** The page of the file with the evidence of that. */
  readonly evidence?: string | undefined
  /** The commands that verify it. */
  readonly verification: readonly string[]
  /** Whether to say that nobody knows how it was tried. */
  readonly unproved: boolean
  readonly words?: ReleaseWords | undefined
}

const HEADER = /^(\w+)(?:\(([^()]*)\))?!?: (.+)$/
/**
 * Nobody asks for references, and the expression that finds them takes seconds for a word of a thousand letters and years
 * for one of a million. Undefined is what turns it off; the types do not say so.
 */
const NO_REFERENCES = { issuePrefixes: undefined, referenceActions: undefined } as object
const parser = new CommitParser({
  headerPattern: HEADER,
  breakingHeaderPattern: /^(\w+)(?:\(([^()]*)\))?!: (.+)$/,
  noteKeywords: ['BREAKING CHANGE', 'BREAKING-CHANGE'],
  headerCorrespondence: ['type', 'scope', 'subject'],
  ...NO_REFERENCES
})
/** As much of a commit's message is read, in characters, and of each of its lines: the parser takes the square of that. */
const LONGEST = 50_000
const LONGEST_LINE = 1_000
const LONGEST_NAME = 100

type Group = NonNullable<ReleaseWords['groups']>[number]

const BREAKING = 'Breaking changes'
const GROUPS: readonly Group[] = [
  { title: 'Features', types: ['feat', 'feature'] },
  { title: 'Fixes', types: ['fix', 'bugfix', 'hotfix', 'revert'] },
  { title: 'Faster', types: ['perf'] }
]
const OTHER = 'Other changes'
/** All changes together are no longer than this, in characters: what comes behind them has to fit on every platform. */
const MOST = 80_000

/** Notes of a release, as Markdown: what changed, what was proved, and how to verify it, which readers unfold. */
export function composeReleaseNotes(
  plan: { readonly go: { readonly version: string } } & Pick<Plan, 'name' | 'version' | 'commit'>,
  contents: NotesContents
): string {
  const { words, tag, changes, since, generated, comparison } = contents
  const fill = (text: string | undefined): string => (text === undefined ? '' : fillIn(text.trim(), { ...plan, tag }))
  return [
    fill(words?.header),
    generated?.trim() ?? '',
    ...(changes === undefined ? [] : [formatChangesSince(changes, since, words).join('\n')]),
    comparison === undefined ? '' : `[All that changed](${comparison})`,
    ...formatProof(contents),
    `${escapeMarkdown(plan.name)} ${escapeMarkdown(plan.version)} is built from commit ${plan.commit} with ${escapeMarkdown(plan.go.version)}.`,
    '<details>\n<summary>How to verify it</summary>',
    composeVerifying(contents.verification).join('\n'),
    '</details>',
    fill(words?.footer)
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function formatProof({ unproved, proved, evidence }: NotesContents): readonly string[] {
  if (unproved) return ['*Unproved*: nothing says how it was tried.']
  const rows = proved.map(escapeMarkdown)
  if (rows.length === 0) return []
  const more = evidence === undefined ? '' : ` ([the evidence](${evidence}))`
  return rows.length === 1
    ? [`Proved ${rows.join('')}${more}`]
    : [`Proved${more}:`, rows.map((row) => `- ${row}`).join('\n')]
}

function formatChangesSince(
  changes: readonly LoggedCommit[],
  since: string | undefined,
  words: ReleaseWords = {}
): readonly string[] {
  const title = `## Changes${since === undefined ? '' : ` since ${escapeMarkdown(since)}`}`
  const groups = words.groups ?? GROUPS
  const left = new Set(words['leave-out']?.map((type) => type.toLowerCase()))
  const all = changes
    .map((change) => formatChangeLine(change, groups, words.authors ?? false))
    .filter(({ type, heading }) => heading === BREAKING || type === undefined || !left.has(type))
  if (all.length === 0) return [title, '', 'None.']
  const lines = cutLines(all)
  const more = lines.length < all.length ? ['', `… and ${formatCount(all.length - lines.length, 'more change')}.`] : []
  if (!lines.some(({ type }) => type !== undefined)) return [title, '', ...lines.map(({ line }) => line), ...more]
  const headings = [...new Set([BREAKING, ...groups.map(({ title }) => title), OTHER])]
  return [
    title,
    ...headings.flatMap((heading) => {
      const own = lines.filter((line) => line.heading === heading)
      return own.length > 0 ? ['', `### ${heading}`, '', ...own.map(({ line }) => line)] : []
    }),
    ...more
  ]
}

/** As many of them as may be told, the first ones. */
function cutLines(lines: readonly ChangeLine[]): readonly ChangeLine[] {
  let length = 0
  const end = lines.findIndex(({ line }) => (length += line.length) > MOST)
  return end < 0 ? lines : lines.slice(0, end)
}

interface ChangeLine {
  readonly heading: string
  readonly line: string
  /** That of a conventional commit, in small letters. */
  readonly type: string | undefined
}

function formatChangeLine(
  { commit, author, message: whole }: LoggedCommit,
  groups: readonly Group[],
  authors: boolean
): ChangeLine {
  const by = authors && author !== '' ? `, ${escapeChange(author.slice(0, LONGEST_NAME))}` : ''
  const hash = ` (${commit.slice(0, 7)}${by})`
  const message = whole
    .slice(0, LONGEST)
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n')
  const title = message.trim().split('\n', 1)[0] ?? ''
  if (!HEADER.test(title))
    return { heading: OTHER, line: `- ${escapeChange(title || 'no message')}${hash}`, type: undefined }
  const { type: written, scope, subject, notes } = parser.parse(message)
  const type = (written ?? '').toLowerCase()
  const heading = notes.length
    ? BREAKING
    : (groups.find(({ types }) => types.some((each) => each.toLowerCase() === type))?.title ?? OTHER)
  const where = scope ? `**${escapeChange(scope)}:** ` : ''
  // The footer says what breaks; the `!` alone only repeats the title.
  const told = notes.map(({ text }) => text).filter((text) => text !== subject)
  const breaks = told.map((text) => `\n  ${escapeChange(text)}`).join('')
  return { heading, line: `- ${where}${escapeChange(subject ?? title)}${hash}${breaks}`, type }
}

/** No markup of the author's, but links to issues. */
const escapeChange = (text: string): string => escapeMarkdown(text).replace(/\\#<!-- -->(?=\d)/g, '#')
