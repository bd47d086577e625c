import { escapeMarkdown, unescapeMarkdown } from '../base/markdown.ts'

/** What stands in the notes of a release that was taken back. */
export interface YankMark {
  readonly why: string
  /** It broke half-way, and the next run may finish it. */
  readonly half: boolean
  /** It was a prerelease before it was marked, which the mark makes of every release on GitHub. */
  readonly prerelease?: boolean
}

/** The comments around it are not seen in rendered Markdown; the line between is for people. */
const BLOCK = /^<!-- slipway (yanked|unfinished)( prerelease)? -->\n> \*\*[^\n]*?\*\* ([^\n]*)\n<!-- \/slipway -->\n*/
const TITLE = 'YANKED: '

/** The mark at the head of a release's notes, if it was taken back. */
export function parseYank(notes: string): YankMark | undefined {
  const [, kind, before, why = ''] = BLOCK.exec(notes.replaceAll('\r\n', '\n')) ?? []
  if (kind === undefined) return undefined
  return { why: unescapeMarkdown(why), half: kind === 'unfinished', ...(before !== undefined && { prerelease: true }) }
}

/** The notes as they were before the release was taken back. */
export const stripYank = (notes: string): string =>
  parseYank(notes) ? notes.replaceAll('\r\n', '\n').replace(BLOCK, '') : notes

/** The notes with the mark at their head, in place of an earlier one. */
export const addYankToNotes = (notes: string, { why, half, prerelease }: YankMark): string =>
  [
    `<!-- slipway ${half ? 'unfinished' : 'yanked'}${prerelease ? ' prerelease' : ''} -->`,
    `> **${half ? 'This release is not complete: do not use it yet.' : 'This release was taken back: do not use it.'}** ${escapeMarkdown(why)}`,
    '<!-- /slipway -->',
    '',
    stripYank(notes)
  ].join('\n')

export const addYankToTitle = (title: string): string => (title.startsWith(TITLE) ? title : TITLE + title)
export const stripYankFromTitle = (title: string): string =>
  title.startsWith(TITLE) ? title.slice(TITLE.length) : title
