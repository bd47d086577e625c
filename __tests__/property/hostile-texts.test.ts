import { describe, expect, test } from '@jest/globals'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { gitlab } from '../../src/adapters/gitlab/host.ts'
import { makeHarmless } from '../../src/adapters/terminal/printable.ts'
import { Failure } from '../../src/base/errors.ts'
import { INPUTS, type InputName } from '../../src/config/inputs.ts'
import { parseInputs } from '../../src/config/parse.ts'
import { printJson } from '../../src/base/json.ts'
import { composeReleaseNotes } from '../../src/publish/notes.ts'
import type { Files } from '../../src/model/ports/files.ts'
import { formatPlanTable } from '../../src/report/plan-table.ts'
import { formatJunit } from '../../src/report/junit.ts'
import { composeFailure, composeSummary } from '../../src/report/summary.ts'
import { addYankToNotes, parseYank } from '../../src/model/release-marks.ts'
import { chooseVersion } from '../../src/facts/version.ts'
import { EACH, isPlain } from '../fakes/hostile/hostile.ts'
import { gitlabLog } from '../fakes/gitlab/log.ts'
import { runnerLog } from '../fakes/github/runner-log.ts'
import { hostileStory } from '../fakes/platform/stories.ts'

const NAMES = Object.keys(INPUTS) as InputName[]

/** The tags of what a platform makes of a Markdown text, with their attributes, in order; not the text between them. */
const structure = (markdown: string): readonly string[] =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
    .replaceAll(NOTHING, '')
    .match(/<[^>]*>/g) ?? []

/** What keeps a platform from calling people, and shows nowhere. */
const NOTHING = '<!-- -->'
/** What stands for a text in a comparison: an empty one makes other lines than one with words. */
const wordsFor = (text: string): string => (text.trim() === '' ? text : 'harmless')

describe.each(EACH)('%s', (_, text) => {
  test('as an input it is refused in words that can be shown, or taken as it is', () => {
    for (const name of NAMES) {
      try {
        const config = parseInputs((asked) => (asked === name ? { text, from: name } : undefined))
        const value: unknown = config[name]
        // What is taken is the text itself, or what the input means when nothing is given.
        const given = INPUTS[name].parse(INPUTS[name].default)
        if (JSON.stringify(value) === JSON.stringify(given)) continue
        expect([name, value]).toEqual([
          name,
          name === 'why' ? text.replace(/\s+/g, ' ').trim().slice(0, 1000) : text.trim()
        ])
        if (name !== 'why' && name !== 'token')
          expect([name, value]).toEqual([name, expect.not.stringMatching(/^-|\p{Cc}/u)])
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        expect(error.kind).toBe('input')
        expect(isPlain(error.message)).toBe(true)
        expect(error.message.length).toBeLessThan(2000)
      }
    }
  })

  test('as a tag it is no version, whatever it begins with', () => {
    for (const tag of [text, `v1.2.3${text}`, `v1.2.3-${text}`, `v1.2.3+${text}`]) {
      const seen = { tags: [tag], allTags: [tag], commit: 'c'.repeat(40), moduleDir: '', shallow: false }
      try {
        const { version } = chooseVersion({ version: '', event: { kind: 'tag', tag }, release: true }, seen)
        expect(version).toMatch(/^[0-9A-Za-z.+-]+$/)
      } catch (error) {
        expect(error).toMatchObject({ kind: 'input', code: 'not-a-version-tag' })
        expect(isPlain((error as Failure).message)).toBe(true)
      }
    }
  })

  test('in the plan it moves no cursor and is no command, printed as text or as JSON', () => {
    const { plan } = hostileStory(text)
    for (const printed of [
      makeHarmless(formatPlanTable(plan)),
      makeHarmless(printJson(plan, 2)),
      makeHarmless(printJson(plan))
    ]) {
      expect(isPlain(printed)).toBe(true)
      expect(runnerLog(printed).commands).toEqual([])
      expect(gitlabLog(printed).commands).toEqual([])
    }
    // Made harmless it still means the same.
    expect(JSON.parse(makeHarmless(printJson(plan, 2)))).toEqual(JSON.parse(JSON.stringify(plan)))
  })

  test('in the summary, in a comment and in a failure it is text, and nobody is called by it', () => {
    // A reader of Markdown takes its time for more, and GitHub throws a longer summary away.
    const markdown = composeSummary(hostileStory(text.slice(0, 10_000)))
    expect(structure(markdown)).toEqual(structure(composeSummary(hostileStory(wordsFor(text)))))
    const stopped = composeFailure(new Failure('input', text, { hint: text }))
    expect(structure(stopped)).toEqual(
      structure(composeFailure(new Failure('input', wordsFor(text), { hint: wordsFor(text) })))
    )
    for (const shown of [markdown, stopped]) {
      expect(isPlain(shown)).toBe(true)
      // In blocks of code nobody is called.
      expect(shown.replace(/^(`{3,})[^]*?^\1$/gm, '').replace(/(`+)[^]*?\1/g, '')).not.toMatch(/@\w/)
    }
  })

  test('as a commit message or the reason of a yank it is text in the notes', () => {
    const plan = { name: 'tool', version: '1.2.3', commit: 'c'.repeat(40), go: { version: 'go1.26.8' } }
    const notes = (message: string): string =>
      composeReleaseNotes(plan, {
        ...{ tag: 'v1.2.3', since: 'v1.2.2', proved: [], words: { authors: true } },
        changes: [message, `feat: ${message}`, `fix(${message})!: a`, `a\n\nBREAKING CHANGE: ${message}`].map(
          (each) => ({
            commit: 'c'.repeat(40),
            author: message,
            message: each
          })
        ),
        generated: undefined,
        unproved: false,
        verification: ['sha256sum -c checksums.txt']
      })
    const told = notes(text)
    expect(isPlain(told)).toBe(true)
    expect(told).not.toMatch(/@\w/)
    // Its own, once.
    const folded = ['<details>', '<summary>How to verify it</summary>', '</details>']
    expect(folded.map((tag) => told.split(tag).length)).toEqual([2, 2, 2])
    const rest = folded.reduce((all, tag) => all.replace(tag, ''), told)
    const tags = new Set(structure(rest).map((tag) => /^<\/?\w+/.exec(tag)?.[0] ?? tag))
    expect([...tags].filter((tag) => !/^<\/?(p|pre|code|h2|h3|ul|li|strong)$|^<!--$/.test(tag))).toEqual([])
    const why = text.replace(/\s+/g, ' ').trim().slice(0, 1000)
    const marked = addYankToNotes(told, { why, half: false })
    expect(structure(marked)).toEqual(
      [...structure(addYankToNotes('', { why: wordsFor(why), half: false })), ...structure(told)].filter(
        (tag) => tag !== ''
      )
    )
    if (isPlain(why)) expect(parseYank(marked)?.why).toBe(why)
  })

  test('in a JUnit report it is one value', () => {
    const xml = formatJunit(hostileStory(text))
    expect(isPlain(xml.replaceAll('\r', ''))).toBe(true)
    const shape = (report: string): readonly string[] => report.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? []
    expect(shape(xml)).toEqual(shape(formatJunit(hostileStory(wordsFor(text)))))
    expect(xml).not.toMatch(/&(?!#\d+;)/)
  })

  test('as an output of a job of GitLab it is one variable that nothing is put into, or left out and named', async () => {
    let written = ''
    const kept = new Map<string, string>()
    const stream = { isTTY: false, write: (part: string) => (written += part) !== '' } as unknown as NodeJS.WriteStream
    const files = { write: async (path: string, content: string) => void kept.set(path, content) } as unknown as Files
    const host = gitlab(stream, () => files)
    host.keepIn('/out')
    await host.finding({ rule: text, severity: 'error', file: text, line: 1, message: text })
    await host.output('tag', text)
    await host.output('version', '1.0.0')
    const lines = (kept.get('/out/report/outputs.env') ?? '').trimEnd().split('\n')
    expect(lines.at(-1)).toBe('SLIPWAY_VERSION=1.0.0')
    expect(lines.length).toBeLessThanOrEqual(2)
    if (lines.length === 2) expect(lines[0]).toBe(`SLIPWAY_TAG=${text}`)
    else expect(written).toContain('output tag does not fit')
    for (const line of lines) expect(line).not.toMatch(/[$\0\r]/)
    const [issue] = JSON.parse(kept.get('/out/report/code-quality.json') ?? '[]') as { description: string }[]
    expect(issue?.description).toBe(text.toWellFormed() === text ? text : issue?.description)
    expect(gitlabLog(written).commands).toEqual([])
    expect(runnerLog(written).commands).toEqual([])
  })
})
