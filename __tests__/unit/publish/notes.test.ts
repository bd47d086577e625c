import { expect, test } from '@jest/globals'
import { composeReleaseNotes } from '../../../src/publish/notes.ts'
import { type LoggedCommit } from '../../../src/facts/git-log.ts'
import { findTagBefore } from '../../../src/facts/version.ts'

const plan = { name: 'tool', version: '1.2.3', commit: 'c'.repeat(40), go: { version: 'go1.26.8' } }
const changes = (...messages: readonly string[]): readonly LoggedCommit[] =>
  messages.map((message, i) => ({ commit: String(i + 1).repeat(40), message }))
const told = (...messages: readonly string[]): string => {
  const notes = composeReleaseNotes(plan, {
    since: 'v1.2.2',
    changes: changes(...messages),
    generated: undefined,
    unproved: false,
    verification: ['sha256sum -c checksums.txt']
  })
  return notes.slice(notes.indexOf('## Changes'))
}

test('notes say what it is and how it is verified, and no more where nothing else is known', () => {
  expect(
    composeReleaseNotes(plan, {
      since: undefined,
      changes: undefined,
      generated: undefined,
      unproved: false,
      verification: ['sha256sum -c checksums.txt']
    })
  ).toBe(
    `tool 1.2.3, built from commit ${'c'.repeat(40)} with go1.26.8.\n\n\`\`\`sh\nsha256sum -c checksums.txt\n\`\`\`\n\nWith only some of the files: \`sha256sum --ignore-missing -c checksums.txt\`. On macOS: \`shasum -a 256 -c checksums.txt\`.`
  )
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
  expect(
    composeReleaseNotes(plan, {
      since: 'v1',
      changes: undefined,
      generated,
      unproved: true,
      verification: ['sha256sum -c checksums.txt']
    })
  ).toMatch(/\*Unproved\*[^]*## What's Changed\n\* one by @octo$/)
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
