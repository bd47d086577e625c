import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { INPUTS, type InputName } from '../../src/config/inputs.ts'
import { parseInputs } from '../../src/config/parse.ts'
import { type Input } from '../../src/config/input.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { gitlabLog } from '../fakes/gitlab/log.ts'
import { hostileRuns, type HostileCase, type HostileRun } from '../fakes/hostile/hostile-runs.ts'
import { CORPUS, EACH, isPlain } from '../fakes/hostile/hostile.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { runnerLog } from '../fakes/github/runner-log.ts'
import { tagEvent } from '../fakes/shipped.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
let folder = ''
let work = ''
let base = ''
let temps = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  base = await repository(work, HELLO, ['v1.0.0'])
  // What the go command says is known from then on: a plan asks git alone.
  succeeded(await slipway(['build', '--targets', NONE.targets], { cwd: work }))
})
afterAll(() => stack.disposeAsync())

/** Linux takes no argument and no variable, with its name, of 128 KiB (MAX_ARG_STRLEN): see the first test. */
const MOST = 128 * 1024
/** What can be in an environment or be an argument: it ends at a NUL, and a megabyte is as long as the system takes. */
const GIVEN: readonly (readonly [name: string, text: string])[] = EACH.filter(([, text]) => !text.includes('\0')).map(
  ([name, text]) => [name, text.slice(0, MOST - 1000)]
)

/** Stands in the environment under names that the corpus asks for, and nowhere in what is told. */
const MARKER = 'marker-of-the-environment'

/** What Slipway itself tells a runner. */
const OWN = /^(group|endgroup|(start|end) slipway_\d+|(error|warning|notice) )/
/** The marker is masked, and its Base64 wherever it begins in the three bytes of a group; nothing else is. */
const MASKED = [MARKER, ...['', 'x', 'xx'].map((before) => Buffer.from(`${before}${MARKER}`).toString('base64'))]
const isOwn = (command: string): boolean => {
  const [, masked] = /^add-mask (.{20,})$/.exec(command) ?? []
  return masked === undefined ? OWN.test(command) && !FORGED.test(command) : MASKED.some((all) => all.includes(masked))
}
/** What the corpus would tell one. */
const FORGED = /^(error|warning|notice) forged/

/** Runs cases; none made a file, ran a program, told a runner something, showed the environment, or was a bug. */
async function harmlessRuns(cases: readonly HostileCase[]): Promise<readonly HostileRun[]> {
  const runs = await hostileRuns(work, join(folder, `temp-${++temps}`), cases, { CI_JOB_TOKEN: MARKER })
  expect(runs).toHaveLength(cases.length)
  for (const [i, { stdout, stderr, thrown, outputs, summary }] of runs.entries()) {
    const said = stdout + stderr
    const read = cases[i]?.env?.['GITLAB_CI'] ? gitlabLog(said) : runnerLog(`${stdout}\n${stderr}`)
    const at = JSON.stringify(cases[i]).slice(0, 300)
    expect([at, thrown]).toEqual([at, undefined])
    expect([at, read.commands.filter((command) => !isOwn(command))]).toEqual([at, []])
    expect([at, read.lines.filter((line) => !isPlain(line))]).toEqual([at, []])
    expect([at, read.lines.concat(outputs, summary).join('\n')]).toEqual([
      at,
      expect.not.stringMatching(new RegExp(`${MARKER}|\\*\\*\\*|bug in Slipway|^\\s+at .*[:(]`, 'm'))
    ])
    expect(outputs).not.toMatch(/v9\.9\.9/)
    // Whoever gives much is not told all of it again.
    expect([at, said.length > 20_000]).toEqual([at, false])
  }
  const all = await readdir(folder, { recursive: true })
  expect(all.filter((name) => /(^|\/)PWNED/.test(name))).toEqual([])
  await expect(access('/tmp/PWNED')).rejects.toThrow('ENOENT')
  return runs
}

/** What went wrong, in the words of the run. */
const refusals = (runs: readonly HostileRun[]): readonly (readonly [status: number, said: string])[] =>
  runs.map(({ status, stdout, stderr }) => [
    status,
    /^(?:::error(?: [^:]*)?::|error: )(.*)/m.exec(stdout + stderr)?.[1]?.replaceAll('%25', '%') ?? ''
  ])

const NONE = { targets: 'linux/amd64', to: 'none', kubernetes: 'none' } as const
const FLAGS = Object.entries(NONE).flatMap(([name, value]) => [`--${name}`, value])
/** As a runner gives them. */
const step = (inputs: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ command: 'plan', ...NONE, ...inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value
    ])
  )
const GITHUB = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'octo/demo', GITHUB_EVENT_NAME: 'push' }
const GITLAB = { GITLAB_CI: 'true', CI_PROJECT_ID: '42', CI_API_V4_URL: 'http://127.0.0.1:9/api/v4' }

test('a megabyte as a variable or an argument stops at the system, before there is a program', async () => {
  await expect(slipway(['plan'], { cwd: work, env: { GITHUB_REF_NAME: CORPUS['a megabyte'] } })).rejects.toThrow(
    'E2BIG'
  )
  await expect(slipway(['plan', CORPUS['a megabyte']], { cwd: work })).rejects.toThrow('E2BIG')
  const longest = { LONGEST: 'x'.repeat(MOST - 'LONGEST='.length - 1) }
  expect(await program(['true'], { cwd: work, env: longest })).toMatchObject({ status: 0 })
})

describe('a tag', () => {
  const noVersion = [2, expect.stringMatching(/^the tag ".*" is not a version of this module/)]

  test('of a job of GitHub that is no version is refused, whatever it holds', async () => {
    const runs = await harmlessRuns(
      GIVEN.map(([, text]) => ({
        door: 'action',
        env: { ...GITHUB, ...tagEvent(text), ...step({}), GITHUB_HEAD_REF: text, GITHUB_WORKFLOW: text },
        event: { ref: `refs/tags/${text}`, head_commit: { message: text }, pusher: { name: text } }
      }))
    )
    expect(refusals(runs)).toEqual(GIVEN.map(() => noVersion))
  })

  test('of a job of GitLab that is no version is refused, whatever it holds', async () => {
    const runs = await harmlessRuns(
      GIVEN.map(([, text]) => ({
        door: 'cli',
        args: ['plan', ...FLAGS],
        env: { ...GITLAB, CI_COMMIT_TAG: text, CI_COMMIT_REF_NAME: text, CI_COMMIT_MESSAGE: text, CI_JOB_NAME: text }
      }))
    )
    expect(refusals(runs)).toEqual(GIVEN.map(() => noVersion))
  })
})

describe('a branch', () => {
  test('of a fork is named in a way that can be read where its head is refused', async () => {
    const runs = await harmlessRuns(
      EACH.map(([, text], i) => {
        const here = GIVEN.find(([name]) => name === EACH[i]?.[0])?.[1] ?? 'x'
        const repo = { full_name: text }
        const head = { ref: text, label: text, sha: text, repo }
        return {
          door: 'action',
          env: {
            ...{ ...GITHUB, ...step({}), GITHUB_EVENT_NAME: i % 2 ? 'pull_request_target' : 'workflow_run' },
            ...{ GITHUB_REF: here, GITHUB_REF_NAME: here, GITHUB_HEAD_REF: here, GITHUB_BASE_REF: here },
            ...{ GITHUB_ACTOR: here, GITHUB_SHA: '' }
          },
          // A file holds a megabyte.
          event: {
            pull_request: { number: text, title: text, body: text, user: { login: text }, head },
            workflow_run: { event: text, head_branch: text, head_repository: repo }
          }
        }
      })
    )
    for (const [status, said] of refusals(runs)) {
      expect(status).toBe(2)
      expect(said).toMatch(/^this run has the rights of the base repository, and commit \w+ is not its own: /)
      expect(said.length).toBeLessThan(2000)
    }
  })

  test('is no word of the plan of a job', async () => {
    const sharp = GIVEN.filter(([name]) =>
      ['a command for a shell', 'lines', 'a command for a runner', 'the end of a heredoc', 'a megabyte'].includes(name)
    )
    const runs = await harmlessRuns(
      sharp.flatMap(([, text]): HostileCase[] => [
        {
          door: 'action',
          env: {
            ...GITHUB,
            ...step({}),
            GITHUB_REF: `refs/heads/${text}`,
            GITHUB_REF_NAME: text,
            GITHUB_REF_TYPE: text
          }
        },
        {
          door: 'action',
          env: { ...GITHUB, ...step({}), GITHUB_EVENT_NAME: 'pull_request', GITHUB_HEAD_REF: text, GITHUB_ACTOR: text },
          event: {
            pull_request: {
              number: 2,
              user: { login: text },
              head: { ref: text, repo: { full_name: text } },
              base: { ref: text, sha: base }
            }
          }
        },
        {
          door: 'cli',
          args: ['plan', ...FLAGS],
          env: { ...GITLAB, CI_COMMIT_BRANCH: text, CI_COMMIT_REF_NAME: text, CI_PIPELINE_SOURCE: text }
        }
      ])
    )
    for (const { status, stdout } of runs) {
      expect(status).toBe(0)
      expect(stdout).toMatch(/^version +1\.0\.0/m)
      // A fork is named beside the plan.
      const plan = stdout.replace(/^note: a pull request from ".{0,100}": nothing is signed or published$/m, '')
      expect(plan).not.toMatch(/touch|xxxx|set-output/)
    }
  })
})

describe('an input of the Action', () => {
  // A token is a secret and no word of anybody else: contract/host.test.ts has how it is masked. `which` is refused before
  // all others where it stands for nothing: unit/config/operand.test.ts.
  const names = (Object.entries(INPUTS) as [InputName, Input<unknown>][])
    .filter(([name, { doors }]) => doors.includes('action') && !['token', 'which'].includes(name))
    .map(([name]) => name)
  /** One without the other is a mistake. */
  const PARTNERS: Partial<Record<InputName, InputName>> = { identity: 'issuer', issuer: 'identity' }
  /** Whether an input is other than what it is when nothing is given, with this text. */
  const takes = (name: InputName, text: string): boolean => {
    try {
      const config = parseInputs((asked) =>
        asked === name || asked === PARTNERS[name] ? { text, from: asked } : undefined
      )
      return JSON.stringify(config[name]) !== JSON.stringify(INPUTS[name].parse(INPUTS[name].default))
    } catch {
      return false
    }
  }

  test('is refused by its name, all at once, when it is none of its values', async () => {
    const texts = GIVEN.filter(([name]) => name !== 'nothing')
    const runs = await harmlessRuns(
      texts.map(([, text]) => ({
        door: 'action',
        env: {
          ...GITHUB,
          ...step({ ...Object.fromEntries(names.map((name) => [name, text])), command: 'plan', module: '.' })
        }
      }))
    )
    for (const { status, stdout } of runs) {
      expect(status).toBe(2)
      for (const name of ['targets', 'version', 'go-version', 'sign', 'shard']) expect(stdout).toContain(`${name}: `)
    }
  })

  test('that is any text is a name of something that is not there', async () => {
    const free = names.filter((name) => !['command', 'module'].includes(name))
    const taken = GIVEN.map(([, text]) =>
      Object.fromEntries(free.filter((name) => takes(name, text)).map((name) => [name, text]))
    ).filter((inputs) => Object.keys(inputs).length > 0)
    expect(taken.length).toBeGreaterThan(10)
    const shell = CORPUS['a command for a shell']
    const alone = names
      .filter((name) => takes(name, shell))
      .map((name) => Object.fromEntries([name, PARTNERS[name] ?? name].map((each) => [each, shell])))
    expect(alone.length).toBeGreaterThan(10)
    const runs = await harmlessRuns(
      [...taken, ...alone].map((inputs) => ({
        door: 'action',
        env: { ...GITHUB, ...tagEvent('v1.0.0'), ...step(inputs) }
      }))
    )
    for (const [status, said] of refusals(runs)) {
      expect([0, 2]).toContain(status)
      if (status !== 0) expect(said).not.toBe('')
    }
  })
})

test('a version that is asked for is one, whatever it begins with', async () => {
  const texts = GIVEN.filter(([name]) => name !== 'nothing').map(([, text]) => text)
  const runs = await harmlessRuns(
    texts.flatMap((text) =>
      [text, `1.2.3${text}`, `1.2.3-${text}`].map((version): HostileCase => ({
        door: 'cli',
        args: ['plan', ...FLAGS, `--version=${version}`]
      }))
    )
  )
  // `1.2.3-oPWNED` is a version, and no file name begins with it.
  for (const [i, [status, said]] of refusals(runs).entries())
    if (status === 0) expect(runs[i]?.stdout).toMatch(/^version +1\.2\.3-{1,2}oPWNED /m)
    else expect([status, said]).toEqual([2, expect.stringMatching(/^(--version: |names that cannot be published)/)])
})

describe('a go.mod', () => {
  // In a line of words a text with spaces is no word; between quotes each is a value.
  const words = EACH.filter(([, text]) => !/\s/.test(text))
  test.each([
    ['module path', EACH, (text: string) => `module ${JSON.stringify(`example.com/${text}`)}\n\ngo 1.26.8\n`],
    ['module path in no quotes', words, (text: string) => `module ${text}\n\ngo 1.26.8\n`],
    ['toolchain', words, (text: string) => `module example.com/a\n\ngo 1.26.8\n\ntoolchain ${text}\n`]
  ] as const)('with a %s that is none is refused in words', async (_, texts, content) => {
    const runs = await harmlessRuns(
      // Files hold a megabyte and a NUL.
      texts.map(([, text]) => ({ door: 'cli', args: ['plan', ...FLAGS], files: { 'go.mod': content(text) } }))
    )
    for (const [status, said] of refusals(runs)) {
      expect(status).toBe(2)
      expect(said).not.toBe('')
    }
  })
})

test('a slipway.yaml with a name that is none is refused in words', async () => {
  const runs = await harmlessRuns(
    EACH.map(([, text]) => ({
      door: 'cli',
      args: ['plan', ...FLAGS],
      files: { 'go.mod': HELLO['go.mod'] ?? '', 'slipway.yaml': `name: ${JSON.stringify(text)}\n` }
    }))
  )
  for (const [status, said] of refusals(runs)) {
    expect(status).toBe(2)
    expect(said).toMatch(/^(slipway\.yaml|names that cannot be published)/)
  }
})
