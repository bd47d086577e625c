import { describe, expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { formatDotenv } from '../../src/adapters/gitlab/reports.ts'
import { makeHarmless, makePrintable } from '../../src/adapters/terminal/printable.ts'
import { formatCode, escapeInHtml, escapeMarkdown, unescapeMarkdown } from '../../src/base/markdown.ts'
import { Failure } from '../../src/base/errors.ts'
import { printJson } from '../../src/base/json.ts'
import { quote } from '../../src/base/text.ts'
import { fitNotes } from '../../src/model/release-names.ts'
import { addYankToNotes, parseYank } from '../../src/model/release-marks.ts'
import { composeReleaseNotes } from '../../src/publish/notes.ts'
import { composeFailure } from '../../src/report/summary.ts'
import type { Kind } from './attack.ts'

interface TextAttack {
  readonly kind: Kind
  readonly of: number
  readonly attack: string
  readonly text: string
}

/** What a stranger's text holds that a platform would make a link of, or a notice to somebody. */
const REFERENCES: readonly TextAttack[] = [
  'GH-1',
  'gh-12',
  '#1',
  '\\#1',
  'octo/demo#1',
  'closes #1',
  'a'.repeat(40),
  '0123456789abcdef0123456789abcdef01234567',
  'abcdef0',
  'octo/demo@0123456789abcdef0123456789abcdef01234567',
  'https://evil.example/login',
  'HTTP://evil.example',
  'www.evil.example',
  'ftp://evil.example/x',
  'mailto:somebody@evil.example',
  'somebody@evil.example',
  '@octocat',
  '@acme/everyone',
  '!1',
  '&1',
  '$1',
  '%1',
  '~bug',
  'GHSA-aaaa-bbbb-cccc'
].map((text) => ({ kind: 'taken by a cast', of: 17, attack: `${text} in the text of a stranger`, text }))

/** GitHub's and GitLab's own look for references goes over the text of a page, once the Markdown is read. */
const LINKS = [
  /(^|\W)@\w/,
  /(^|[\s(\\[{:/\w-])#\d/,
  /\bGH-\d/i,
  /\bGHSA-\w/i,
  /(^|\W)[0-9a-f]{7,40}($|\W)/i,
  /\b[a-z][a-z0-9+.-]*:\/\/\w/i,
  /\bwww\.\w/i,
  /\w@\w/,
  /(^|\s)(?:[!$%~]\w|&\d)/
]

/** The pieces of text between the tags and comments of a page, as its tree holds them. */
const texts = (html: string): readonly string[] =>
  html
    .split(/<!--[^]*?-->|<[^>]*>/)
    .map((text) => text.replace(/&#(\d+);/g, (_, n: string) => String.fromCharCode(Number(n))).replaceAll('&amp;', '&'))

const page = (markdown: string): string =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })

/** Nothing in the text is a link, by the Markdown itself or by what a platform looks for afterwards. */
function expectPlain(html: string): void {
  expect(html).not.toContain('<a ')
  for (const text of texts(html)) for (const link of LINKS) expect([text, link.exec(text)]).toEqual([text, null])
}

test.each(REFERENCES.map((row) => [row.of, row.attack, row.kind, row.text] as const))(
  '%i: %s (%s) stays text in a comment',
  (_, __, ___, text) => {
    for (const words of [text, `see ${text}.`, `(${text})`, `${text} and ${text}`]) {
      expectPlain(page(escapeMarkdown(words)))
      expectPlain(page(`<details><summary>${escapeInHtml(words)}</summary></details>`))
      expect(unescapeMarkdown(escapeMarkdown(words))).toBe(words)
    }
    expectPlain(page(addYankToNotes('', { why: text, half: false })))
    expect(parseYank(addYankToNotes('', { why: text, half: false }))?.why).toBe(text)
    // In code nothing is looked for.
    expectPlain(
      page(composeFailure(new Failure('input', text, { hint: text }))).replace(/<(pre|code)[^>]*>[^]*?<\/\1>/g, '')
    )
  }
)

/** Runs of what expressions go over again and again. */
const RUNS = [
  ...[
    '\n',
    '\r',
    ' ',
    '\t',
    '\u2028',
    '\u00a0',
    '\u200b',
    '`',
    '<',
    '<!--',
    '@',
    '#',
    '::',
    '##[',
    '[',
    '(',
    '\\',
    '*'
  ],
  ...['\u001b', '\u001b[', '\u001b]', '\u001b[0;', '&', '-', '=', '1', 'a', 'a@', 'http:', 'www.', ' \n', '\n \n', '> ']
]
const MANY = 40_000

const WRITERS: Readonly<Record<string, (text: string) => unknown>> = {
  printable: makePrintable,
  harmless: makeHarmless,
  md: escapeMarkdown,
  inHtml: escapeInHtml,
  code: formatCode,
  quote,
  printedJson: printJson,
  unmd: (text) => unescapeMarkdown(escapeMarkdown(text)),
  'the notes that fit': (text) => fitNotes(text.repeat(4), 'mark'),
  'the notes of a release': (text) =>
    composeReleaseNotes(
      { name: 'tool', version: '1.0.0', commit: 'c'.repeat(40), go: { version: 'go1.26.8' } },
      {
        ...{ tag: 'v1.0.0', since: 'v0.9.0', generated: undefined, proved: [], unproved: false, verification: [] },
        words: { authors: true },
        changes: ['', 'feat: '].map((type) => ({ commit: 'c'.repeat(40), author: text, message: type + text }))
      }
    ),
  'a mark of a yank': (text) => parseYank(addYankToNotes(text, { why: text, half: false })),
  'the outputs of a job': (text) => formatDotenv(new Map([['tag', text]])),
  'the summary of a failure': (text) => composeFailure(new Failure('input', text, { hint: text, cause: text }))
}

describe.each(Object.keys(WRITERS))(
  '15: a run of 40,000 (read from the subject) takes no time worth naming in %s',
  (name) => {
    test.each(RUNS.map((run) => [JSON.stringify(run), run] as const))('of %s', (_, run) => {
      const write = WRITERS[name]
      // Quadratic time is minutes here; a busy machine may take a while for linear time, and not four times the whole.
      const began = performance.now()
      write?.(run.repeat(MANY))
      write?.(`x${run.repeat(MANY)}x`)
      expect(performance.now() - began).toBeLessThan(3000)
    })
  }
)
