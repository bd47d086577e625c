import { expect, test } from '@jest/globals'
import { composeReleaseNotes, type NotesContents } from '../../../src/publish/notes.ts'
import type { ReleaseWords } from '../../../src/model/release-words.ts'
import { type LoggedCommit } from '../../../src/facts/git-log.ts'
import { findTagBefore } from '../../../src/facts/version.ts'

const plan = { name: 'tool', version: '1.2.3', commit: 'c'.repeat(40), go: { version: 'go1.26.8' } }
const changes = (...messages: readonly string[]): readonly LoggedCommit[] =>
  messages.map((message, i) => ({ commit: String(i + 1).repeat(40), author: 'Ada *Byron*', message }))
const NOTHING: NotesContents = {
  ...{ tag: 'v1.2.3', since: 'v1.2.2', changes: undefined, generated: undefined, proved: [], unproved: false },
  verification: ['sha256sum -c checksums.txt']
}
const BUILT = `tool 1.2.3 is built from commit ${'c'.repeat(40)} with go1.26.8.`
const VERIFYING = `<details>
<summary>How to verify it</summary>

\`\`\`sh
sha256sum -c checksums.txt
\`\`\`

With only some of the files: \`sha256sum --ignore-missing -c checksums.txt\`. On macOS: \`shasum -a 256 -c checksums.txt\`.

</details>`
const telling = (words: ReleaseWords, ...messages: readonly string[]): string => {
  const notes = composeReleaseNotes(plan, { ...NOTHING, words, changes: changes(...messages) })
  return notes.slice(notes.indexOf('## Changes'), notes.indexOf(`\n\n${BUILT}`))
}
const told = (...messages: readonly string[]): string => telling({}, ...messages)

test('notes say what it is and how it is verified, and no more where nothing else is known', () => {
  expect(composeReleaseNotes(plan, { ...NOTHING, since: undefined })).toBe(`${BUILT}\n\n${VERIFYING}`)
})

test('changes come first, then what was proved, then how to verify it; the words of the project stand around them', () => {
  const page = 'https://example.com/octo/tool'
  expect(
    composeReleaseNotes(plan, {
      ...{ ...NOTHING, changes: changes('Tidy up'), comparison: `${page}/compare/v1.2.2...v1.2.3` },
      proved: ['on Kubernetes v1.37.1 (kind): smi (52 checks)', 'without a cluster: data (2 checks)'],
      evidence: `${page}/releases/download/v1.2.3/compatibility.sigstore.json`,
      words: { header: '# {name} {version}\n', footer: 'Built at {commit} for {tag}; {other} is text.' }
    })
  ).toBe(
    [
      '# tool 1.2.3',
      '## Changes since v1.2.2\n\n- Tidy up (1111111)',
      `[All that changed](${page}/compare/v1.2.2...v1.2.3)`,
      `Proved ([the evidence](${page}/releases/download/v1.2.3/compatibility.sigstore.json)):`,
      '- on Kubernetes v1.37.1 (kind): smi (52 checks)\n- without a cluster: data (2 checks)',
      BUILT,
      VERIFYING,
      `Built at ${'c'.repeat(40)} for v1.2.3; {other} is text.`
    ].join('\n\n')
  )
  expect(composeReleaseNotes(plan, { ...NOTHING, proved: ['without a cluster: data (2 checks)'] })).toContain(
    'Proved without a cluster: data (2 checks)\n\n'
  )
})

test('groups, types that are left out and authors are those of the project', () => {
  expect(
    telling(
      { groups: [{ title: 'New', types: ['feat'] }], 'leave-out': ['docs', 'chore'], authors: true },
      'feat: weights',
      'docs: spelling',
      'chore!: drop Go 1.20',
      'fix: close',
      'Plain'
    )
  ).toBe(
    [
      '## Changes since v1.2.2\n\n### Breaking changes\n\n- drop Go 1.20 (3333333, Ada \\*Byron\\*)',
      '### New\n\n- weights (1111111, Ada \\*Byron\\*)',
      '### Other changes\n\n- close (4444444, Ada \\*Byron\\*)\n- Plain (5555555, Ada \\*Byron\\*)'
    ].join('\n\n')
  )
  expect(telling({ 'leave-out': ['docs'] }, 'docs: spelling')).toBe('## Changes since v1.2.2\n\nNone.')
})

test('of more changes than fit, the first are told, and how many are not', () => {
  const notes = told(...Array.from({ length: 400 }, (_, n) => `${n} ${'x'.repeat(400)}`))
  expect(notes.length).toBeLessThan(85_000)
  expect(notes).toMatch(/\n\n… and \d+ more changes\.$/)
})

test('conventional commits are grouped, what breaks comes first, the rest last', () => {
  expect(
    told(
      'fix(api): close the body\n\nCloses #12',
      'feat: weights per port',
      'Tidy up',
      'feat(cli)!: drop --all',
      'chore: bump',
      'perf: half the copies',
      'refactor: move\n\nBREAKING CHANGE: the package is called mesh now'
    )
  ).toBe(
    [
      '## Changes since v1.2.2',
      '',
      '### Breaking changes',
      '',
      '- **cli:** drop --all (4444444)',
      '- move (7777777)\n  the package is called mesh now',
      '',
      '### Features',
      '',
      '- weights per port (2222222)',
      '',
      '### Fixes',
      '',
      '- **api:** close the body (1111111)',
      '',
      '### Faster',
      '',
      '- half the copies (6666666)',
      '',
      '### Other changes',
      '',
      '- Tidy up (3333333)',
      '- bump (5555555)'
    ].join('\n')
  )
})

test('where nobody writes conventional commits they are a plain list', () => {
  expect(told('Make it faster', 'note: this is prose: with colons', 'Second')).not.toContain('### Features')
  expect(told('Make it faster', 'Second')).toBe(
    '## Changes since v1.2.2\n\n- Make it faster (1111111)\n- Second (2222222)'
  )
})

test('no commit is said to be none', () => {
  expect(told()).toBe('## Changes since v1.2.2\n\nNone.')
})

test('a commit message is text: no markup, no HTML, no person is called, issues stay links', () => {
  expect(told('fix: <img src=x> *bold* for @octocat, see #12 and [a](http://evil.example)')).toContain(
    '- \\<img src=x\\> \\*bold\\* for @<!-- -->octocat, see #12 and \\[a\\](http:<!-- -->//evil.example) (1111111)'
  )
  expect(told('<!-- slipway yanked -->\n> body')).not.toContain('<!-- slipway')
  expect(told('')).toContain('- no message (1111111)')
})

test('what the platform wrote stands as it is', () => {
  const generated = "## What's Changed\n* one by @octo\n"
  expect(composeReleaseNotes(plan, { ...NOTHING, generated, unproved: true })).toMatch(
    /^## What's Changed\n\* one by @octo\n\n\*Unproved\*: nothing says how it was tried\./
  )
})

test.each([
  ['1.2.3', '', ['v1.2.2', 'v1.2.3', 'v1.3.0', 'v1.2.3-rc.1'], 'v1.2.2'],
  ['1.2.3-rc.2', '', ['v1.2.2', 'v1.2.3-rc.1', 'v1.2.3'], 'v1.2.3-rc.1'],
  ['1.2.3', 'sub', ['v1.2.2', 'sub/v1.0.0', 'sub/v1.2.3'], 'sub/v1.0.0'],
  ['1.0.0', '', ['v1.0.0', 'v0.9.0-beta', 'nightly'], undefined]
])('the release before %s (in %j) of %j is %s', (version, dir, tags, expected) => {
  expect(findTagBefore(version, dir, tags)).toBe(expected)
})

test('a message of one endless word takes no time worth naming', () => {
  const word = 'x'.repeat(1_000_000)
  expect(told(`feat: ${word}`, `a: b\n\n${word}`, `fix(${word}): a`).length).toBeLessThan(200_000)
})
