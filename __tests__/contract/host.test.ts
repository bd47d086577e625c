import { describe, expect, test } from '@jest/globals'
import { inPipe, inTerminal, onGithub, onGitlab, type Show, type Told } from '../fakes/children/hosts.ts'

const hosts: readonly (readonly [string, Show])[] = [
  ['a pipe', inPipe],
  ['a terminal', inTerminal],
  ['a job of GitHub Actions', onGithub],
  ['a job of GitLab CI', onGitlab]
]

/** What a tool, a tag or a commit message may hold to be taken for a command of the runner. */
const TRICKS = [
  '::set-output name=digest::0',
  '  ::add-mask::a',
  '\t::stop-commands::guess',
  '\u0085::add-path::/tmp/evil',
  '\u200b::add-mask::b',
  '\ufeff::save-state name=x::y',
  'harmless\r::set-env name=NODE_OPTIONS::--require=evil',
  'harmless\n::error::forged',
  '##[error]forged',
  'in the middle ##[add-mask]c',
  '::endgroup::',
  '%0A::warning::forged',
  '::STOP-COMMANDS::guess',
  '##[set-env name=PATH;]/tmp/evil',
  '\u001b[0Ksection_start:1:forged\r\u001b[0Kforged',
  'section_end:1:slipway_1\r\u001b[0K'
]

describe.each(hosts)('%s', (_, show) => {
  test('shows each piece of work as one line with its stage, its item and its time', async () => {
    const { lines } = await show(
      ['progress', 'build', 'linux/amd64', 'done', '   1.2 s  ELF'],
      ['progress', 'build', 'linux/arm64', 'reused', '   44 ms  reused'],
      ['progress', 'prove', 'smi on 1.37', 'failed', '  12.0 s']
    )
    expect(lines).toEqual([
      expect.stringMatching(/^✓ build {5}linux\/amd64 +1\.2 s {2}ELF$/),
      expect.stringMatching(/^= build {5}linux\/arm64 +44 ms {2}reused$/),
      expect.stringMatching(/^✗ prove {5}smi on 1\.37 +12\.0 s$/)
    ])
    expect(
      new Set(lines.map((line) => line.search(/\d+(\.\d)? m?s/) + (/\S+ m?s/.exec(line)?.[0].length ?? 0))).size
    ).toBe(1)
  })

  test('shows a skip with its reason', async () => {
    expect((await show(['progress', 'sign', '', 'skipped', 'build signs nothing'])).lines).toEqual([
      '- sign      skipped: build signs nothing'
    ])
  })

  test('shows a section and a quotation line by line, in order with the rest', async () => {
    const { lines } = await show(
      ['info', 'before'],
      ['section', 'plan', 'a\nb'],
      ['quote', 'it said', 'c\r\nd\n'],
      ['info', 'after']
    )
    const words = lines
      .map((line) => line.replace('  | ', ''))
      .filter((line) => !/^plan$|it said|stop-commands|^::/.test(line))
    expect(words).toEqual(['before', 'a', 'b', 'c', 'd', 'after'])
  })

  test('a warning, an error and a finding come through with all their lines', async () => {
    const { lines, commands } = await show(
      ['warn', 'careful'],
      ['error', 'broken\ndo this'],
      ['finding', { rule: 'go', severity: 'error', file: 'cmd/main.go', line: 3, column: 7, message: 'undefined: x' }]
    )
    const all = [...lines, ...commands].join('\n')
    for (const part of ['careful', 'broken', 'do this', 'undefined: x']) expect(all).toContain(part)
  })

  test.each(TRICKS.map((trick) => [JSON.stringify(trick), trick]))(
    '%s is never a command, wherever it comes in',
    async (_, trick) => {
      const told: readonly Told[] = [
        ['info', trick],
        ['warn', trick],
        ['error', trick],
        ['finding', { rule: trick, severity: 'warning', file: trick, message: trick }],
        ['section', trick, trick],
        ['quote', trick, trick],
        ['progress', 'build', trick, 'done', trick],
        ['progress', trick, '', 'skipped', trick],
        ['output', 'tag', trick]
      ]
      const { commands } = await show(...told)
      expect(commands.map((command) => command.split(' ')[0])).toEqual(
        show === onGithub
          ? ['warning', 'error', 'warning', 'group', 'endgroup', 'group', 'endgroup']
          : show === onGitlab
            ? ['start', 'end', 'start', 'end']
            : []
      )
    }
  )

  test('nothing that is shown moves the cursor, hides text or turns its direction', async () => {
    const { lines } = await show(
      ['info', 'red \u001b[31mtext\u001b[0m \u001b[2J\u001b]0;title\u0007\u202etxt.exe\u0008\u0008'],
      ['quote', 'said', '\u001b[1A\u001b[2Kgone'],
      ['progress', 'build', 'na\u001bcme', 'done', '']
    )
    expect(lines.join('\n')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
    expect(lines.join('\n')).toContain('gone')
  })

  test('a secret of several lines is masked line by line, and in base64', async () => {
    const secret = '-----BEGIN KEY-----\nline-one-of-it\r\nline-two-of-it\n-----END KEY-----\n'
    const base64 = Buffer.from(secret).toString('base64')
    const { lines } = await show(
      ['mask', secret],
      ['info', 'has line-one-of-it in it'],
      ['quote', 'said', `x\nline-two-of-it\n${base64}`],
      ['section', 'plan', Buffer.from(secret.trim()).toString('base64')],
      ['progress', 'sign', 'line-one-of-it', 'done', 'line-two-of-it']
    )
    const all = lines.join('\n')
    for (const part of ['line-one-of-it', 'line-two-of-it', base64, base64.slice(0, 40)])
      expect(all).not.toContain(part)
    expect(all).toContain('***')
  })

  test('a token is masked as a part of a URL and of what a request carries, and so is the signature of a JSON web token', async () => {
    const [token, jwt] = ['p@ss word/1+2', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4']
    const basic = (user: string): string => Buffer.from(`${user}:${token}`).toString('base64')
    const users = ['x', 'xy', 'oauth2']
    const { lines } = await show(
      ['mask', token],
      ['mask', jwt],
      ['info', `https://a:${encodeURIComponent(token)}@b`],
      ...users.map((user) => ['info', `Authorization: Basic ${basic(user)}`] as const),
      ['quote', 'said', `bearer ${jwt.slice(4)}`]
    )
    const all = lines.join('\n')
    // The ends of the encoded text hold letters of its neighbours.
    for (const part of [encodeURIComponent(token), ...users.map((user) => basic(user).slice(-10, -3)), jwt.slice(-20)])
      expect(all).not.toContain(part)
  })
})

describe('a job of GitHub Actions', () => {
  test('writes outputs and the summary to their files, whatever they hold', async () => {
    const value = 'a\n::set-output name=x::y\nghadelimiter_guess\nb<<EOF'
    const { output, summary, commands } = await onGithub(
      ['output', 'artifacts', value],
      ['summary', '## Title\n'],
      ['summary', 'more\n']
    )
    const [, delimiter] = /^artifacts<<(\S+)\n/.exec(output) ?? []
    expect(output).toBe(`artifacts<<${delimiter}\n${value}\n${delimiter}\n`)
    expect(summary).toBe('## Title\nmore\n')
    expect(commands).toEqual([])
  })

  test('a summary that the runner would throw away is replaced by a word about where it is', async () => {
    const { summary } = await onGithub(['summary', 'x'.repeat(2_000_000)])
    expect(summary).toContain('report/summary.md')
    expect(summary.length).toBeLessThan(200)
  })
})

describe('a job of GitLab CI', () => {
  test('hands on outputs as variables, and findings on their lines', async () => {
    const { output, quality } = await onGitlab(
      ['finding', { rule: 'go', severity: 'error', file: 'cmd/main.go', line: 3, message: 'undefined: x' }],
      ['output', 'release-url', 'https://gitlab.example.test/r']
    )
    expect(output).toBe('SLIPWAY_RELEASE_URL=https://gitlab.example.test/r\n')
    expect(JSON.parse(quality ?? '')).toMatchObject([
      { description: 'undefined: x', severity: 'major', location: { path: 'cmd/main.go', lines: { begin: 3 } } }
    ])
  })

  test('a run without findings says so, so that GitLab takes earlier ones for solved', async () => {
    expect((await onGitlab(['output', 'version', '1.0.0'])).quality).toBe('[]\n')
  })

  test('sections have names of their own and end where they should', async () => {
    const { commands } = await onGitlab(['section', 'plan', 'a'], ['quote', 'it said', 'b'])
    expect(commands).toEqual(['start slipway_1', 'end slipway_1', 'start slipway_2', 'end slipway_2'])
  })
})
