import type { LoggedCommit } from '../facts/git-log.ts'
import { CommitParser } from 'conventional-commits-parser'
import type { Plan } from '../plan/plan.ts'
import { escapeMarkdown } from '../base/markdown.ts'
import { composeVerifying } from '../report/verifying.ts'

export interface NotesContents {
  /** The tag of the release before, if there is one. */
  readonly since: string | undefined
  /** The newest first; undefined where the history is not to be told, or is not here. */
  readonly changes: readonly LoggedCommit[] | undefined
  /** What the platform wrote. */
  readonly generated: string | undefined
  /** The commands that verify it. */
  readonly verification: readonly string[]
  /** Whether to say that nobody knows how it was tried. */
  readonly unproved: boolean
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

/** Headings in their order, and the types of conventional commits under each; the rest is under the last. */
const GROUPS = [
  ['Breaking changes', []],
  ['Features', ['feat', 'feature']],
  ['Fixes', ['fix', 'bugfix', 'hotfix', 'revert']],
  ['Faster', ['perf']],
  ['Other changes', []]
] as const satisfies readonly (readonly [heading: string, types: readonly string[]])[]
type Heading = (typeof GROUPS)[number][0]

/** Notes of a release, as Markdown: what it is, how it is verified, and what changed. What is long comes last. */
export const composeReleaseNotes = (
  plan: { readonly go: { readonly version: string } } & Pick<Plan, 'name' | 'version' | 'commit'>,
  contents: NotesContents
): string =>
  [
    `${escapeMarkdown(plan.name)} ${escapeMarkdown(plan.version)}, built from commit ${plan.commit} with ${escapeMarkdown(plan.go.version)}.`,
    '',
    ...(contents.unproved ? ['*Unproved*: nothing says how it was tried.', ''] : []),
    ...composeVerifying(contents.verification),
    ...(contents.generated === undefined ? [] : ['', contents.generated.trim()]),
    ...(contents.changes === undefined ? [] : ['', ...formatChangesSince(contents.changes, contents.since)])
  ].join('\n')

function formatChangesSince(changes: readonly LoggedCommit[], since: string | undefined): readonly string[] {
  const title = `## Changes${since === undefined ? '' : ` since ${escapeMarkdown(since)}`}`
  if (changes.length === 0) return [title, '', 'None.']
  const lines = changes.map(formatChangeLine)
  if (!lines.some(({ conventional }) => conventional)) return [title, '', ...lines.map(({ line }) => line)]
  const groups = GROUPS.map(([heading]) => [heading, lines.filter((line) => line.heading === heading)] as const)
  return [
    title,
    ...groups.flatMap(([heading, own]) =>
      own.length ? ['', `### ${heading}`, '', ...own.map(({ line }) => line)] : []
    )
  ]
}

function formatChangeLine({ commit, message: whole }: LoggedCommit): {
  heading: Heading
  line: string
  conventional: boolean
} {
  const hash = ` (${commit.slice(0, 7)})`
  const message = whole
    .slice(0, LONGEST)
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n')
  const title = message.trim().split('\n', 1)[0] ?? ''
  if (!HEADER.test(title))
    return { heading: 'Other changes', line: `- ${escapeChange(title || 'no message')}${hash}`, conventional: false }
  const { type, scope, subject, notes } = parser.parse(message)
  const heading = notes.length
    ? 'Breaking changes'
    : (GROUPS.find(([, types]) => (types as readonly string[]).includes((type ?? '').toLowerCase()))?.[0] ??
      'Other changes')
  const where = scope ? `**${escapeChange(scope)}:** ` : ''
  // The footer says what breaks; the `!` alone only repeats the title.
  const told = notes.map(({ text }) => text).filter((text) => text !== subject)
  const breaks = told.map((text) => `\n  ${escapeChange(text)}`).join('')
  return { heading, line: `- ${where}${escapeChange(subject ?? title)}${hash}${breaks}`, conventional: true }
}

/** No markup of the author's, but links to issues. */
const escapeChange = (text: string): string => escapeMarkdown(text).replace(/\\#<!-- -->(?=\d)/g, '#')
