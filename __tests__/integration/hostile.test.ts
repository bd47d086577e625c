import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { slipway, type Ran } from '../fakes/cli.ts'
import { startGithub } from '../fakes/github/server.ts'
import { gitlabLog } from '../fakes/gitlab/log.ts'
import { startGitlab } from '../fakes/gitlab/server.ts'
import { CORPUS, EACH, FILE_NAMES, isPlain } from '../fakes/hostile/hostile.ts'
import { COMMITTED_AT, git, HELLO, repository, workspace, write } from '../fakes/repository.ts'
import { runnerLog } from '../fakes/github/runner-log.ts'
import { runAction, tagEvent } from '../fakes/shipped.ts'
import { fileOf } from '../fakes/programs.ts'

jest.setTimeout(300_000)

/** The source of what ships: the bundle has tests of its own. */
const ACTION = fileOf('src/action.ts')

const stack = new AsyncDisposableStack()
let folder = ''
/** A repository in which nothing is meant kindly, and which can be built all the same. */
let work = ''
let runs = 0

/** Messages that git can keep. */
const MESSAGES = EACH.map(([, text]) => text.toWellFormed().replaceAll('\0', '')).filter((text) => text.trim() !== '')
/** Names that git takes for tags and branches. */
const REFS = [
  'v9.9.9$(touch${IFS}PWNED)',
  'v9.9.9`touch${IFS}PWNED`',
  "v9.9.9';touch${IFS}PWNED'",
  'v9.9.9"&&id',
  'v9.9.9\u202e'
]

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  await repository(work, { ...HELLO, '.gitignore': '.slipway/\n' }, ['v0.9.0'])
  const names = FILE_NAMES.map((name) => `docs/a${name}`)
  await write(work, Object.fromEntries(names.map((name) => [name, 'text\n'])))
  // The rest no archive can hold.
  const packed = names.filter((name) => !/[\p{Cc}\\]/u.test(name) && Buffer.byteLength(name) < 200)
  await write(work, {
    'slipway.yaml': `rebuild: 0\nbuild-cache: shared\narchive:\n  files: ${JSON.stringify(packed)}\n`
  })
  await git(work, 'add', '--all', '.')
  const time = `Eve <eve@example.com> ${Date.parse(COMMITTED_AT) / 1000} +0000`
  const told = MESSAGES.map((message, i) => {
    const from = i === 0 ? `from ${HEAD}\n` : ''
    return `commit refs/heads/main\ncommitter ${time}\ndata ${Buffer.byteLength(message)}\n${message}\n${from}`
  })
  const refs = REFS.flatMap((name) => [`refs/tags/${name}`, `refs/heads/${name}`])
  const resets = refs.map((name) => `reset ${name}\nfrom refs/heads/main\n\n`)
  const importing = spawn('git', ['-C', work, 'fast-import', '--quiet'], { stdio: ['pipe', 'inherit', 'inherit'] })
  importing.stdin.end([...told, ...resets].join(''))
  expect(await once(importing, 'close')).toEqual([0, null])
  await git(work, 'commit', '--quiet', '--message', 'the files')
  await git(work, 'tag', 'v1.0.0')
})
afterAll(() => stack.disposeAsync())

const HEAD = 'refs/heads/main^0'

/** What a job has in its environment that an attacker writes. */
const GITHUB = { ...tagEvent('v1.0.0'), GITHUB_HEAD_REF: REFS[0] ?? '', GITHUB_ACTOR: CORPUS['a command for a runner'] }
const GITLAB = {
  ...{ GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0', CI_PROJECT_ID: '42', CI_API_V4_URL: 'http://127.0.0.1:9/api/v4' },
  ...{ CI_COMMIT_MESSAGE: CORPUS['the end of a heredoc'], CI_COMMIT_TITLE: CORPUS['a section of a log'] }
}

interface Shown extends Ran {
  /** What the machine behind the log obeyed. */
  readonly commands: readonly string[]
  readonly lines: readonly string[]
  readonly outputs?: Readonly<Record<string, string>>
}
type Door = (cwd: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Shown>

/** The command line in somebody's shell, as a step of a job of GitHub, and in a job of GitLab; and the Action. */
const DOORS: readonly (readonly [string, Door])[] = [
  ['the command line', async (cwd, args, env) => ofRunner(await slipway(args, { cwd, ...(env && { env }) }))],
  [
    'the command line in a job of GitHub',
    async (cwd, args, env) => ofRunner(await slipway(args, { cwd, env: { GITHUB_ACTIONS: 'true', ...GITHUB, ...env } }))
  ],
  [
    'the command line in a job of GitLab',
    async (cwd, args, env) => {
      const ran = await slipway(args, { cwd, env: { ...GITLAB, ...env } })
      return { ...ran, ...gitlabLog(ran.stdout + ran.stderr) }
    }
  ],
  [
    'the Action',
    async (cwd, [command = '', ...flags], env = {}) => {
      const inputs = Object.fromEntries(
        flags.flatMap((flag, i) =>
          flag.startsWith('--') && flag !== '--json' ? [[flag.slice(2), flags[i + 1] ?? '']] : []
        )
      )
      const temp = join(folder, `step-${++runs}`)
      return await runAction(ACTION, { cwd, temp, inputs: { command, ...inputs }, env: { ...GITHUB, ...env } })
    }
  ]
]

const ofRunner = (ran: Ran): Shown => ({ ...ran, ...runnerLog(`${ran.stdout}\n${ran.stderr}`) })

/** Nothing was run, no file made, no line shown in another way than it stands there. */
async function expectNoEffect({ stdout, stderr, commands, lines }: Shown, of: RegExp): Promise<void> {
  expect(commands.filter((command) => !of.test(command) || FORGED.test(command))).toEqual([])
  expect(lines.filter((line) => !isPlain(line))).toEqual([])
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*[:(]|bug in Slipway/m)
  const all = await readdir(folder, { recursive: true })
  expect(all.filter((name) => /(^|\/)PWNED/.test(name))).toEqual([])
}

/** What the corpus would tell one. */
const FORGED = /^(error forged|warning forged|add-mask a)$|^(set-|add-path|stop-commands)/

/** What Slipway itself tells a runner. */
const OWN = /^(group|endgroup|(start|end) slipway_\d+|add-mask |(error|warning) )/

describe.each(DOORS)('%s', (door, run) => {
  test('plans a repository in which nothing is meant kindly', async () => {
    const shown = await run(work, ['plan', '--targets', 'linux/amd64', '--to', 'none', '--kubernetes', 'none'])
    await expectNoEffect(shown, OWN)
    expect(shown.status).toBe(0)
    expect(shown.lines.join('\n')).toMatch(/version +1\.0\.0/)
    expect(shown.lines.join('\n')).toContain('touch PWNED')
    if (door === 'the Action') return
    const json = await run(work, ['plan', '--targets', 'linux/amd64', '--to', 'none', '--kubernetes', 'none', '--json'])
    await expectNoEffect(json, OWN)
    expect(JSON.parse(json.stdout)).toMatchObject({ version: '1.0.0', tag: 'v1.0.0' })
  })

  test('refuses to release files that git does not hold, and names them in a way that can be read', async () => {
    const dirty = join(folder, `dirty-${++runs}`)
    await git(folder, 'clone', '--quiet', work, dirty)
    await write(dirty, Object.fromEntries(FILE_NAMES.map((name) => [`b${name}`, 'text\n'])))
    const shown = await run(dirty, ['release', '--targets', 'linux/amd64', '--to', 'none', '--kubernetes', 'none'])
    await expectNoEffect(shown, OWN)
    expect(shown.status).toBe(2)
    expect(`${shown.stdout}${shown.stderr}`).toMatch(/the work tree differs from commit/)
  })

  test('shows an error of the compiler that names other files and lines than there are', async () => {
    const broken = join(folder, `broken-${++runs}`)
    const names = Object.values(CORPUS).filter(
      (text) => !/[\n\r\0]/.test(text) && text.length < 200 && text.isWellFormed()
    )
    const source = names.map((name, i) => `//line ${name}:${i + 1}\nvar x${i} = missing${i}("${i}")\n`).join('\n')
    await repository(broken, { ...HELLO, 'main.go': `package main\n\n${source}\nfunc main() {}\n` })
    const shown = await run(broken, ['build', '--targets', 'linux/amd64'])
    await expectNoEffect(shown, OWN)
    expect(shown.status).toBe(4)
    expect(shown.commands.filter((command) => /^add-mask/.test(command))).toEqual([])
  })

  test('shows what a tool says before it fails', async () => {
    const bin = join(folder, `bin-${++runs}`)
    await mkdir(bin)
    const said = Object.values(CORPUS).filter((text) => text.length < 1000)
    await writeFile(join(bin, 'said'), said.join('\n'))
    await writeFile(join(bin, 'go'), `#!/bin/sh\ncat '${join(bin, 'said')}' >&2\nexit 7\n`)
    await chmod(join(bin, 'go'), 0o755)
    const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}` }
    const shown = await run(work, ['build', '--targets', 'linux/amd64'], env)
    await expectNoEffect(shown, OWN)
    expect(shown.status).toBeGreaterThan(1)
    expect(shown.commands.filter((command) => /forged/.test(command) && !/^(error|warning) /.test(command))).toEqual([])
  })
})

const ANSWER = Object.values(CORPUS)
  .filter((text) => text.length < 1000)
  .join('\n')

/** A public key, which nothing here is signed by. */
async function writeKey(): Promise<string> {
  const path = join(folder, 'expected.pub')
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await writeFile(path, publicKey.export({ type: 'spki', format: 'pem' }))
  return path
}

test('what GitHub answers is shown as text, whatever it holds', async () => {
  await using server = await startGithub({ commit: 'c'.repeat(40), enterprise: true })
  for (const text of [ANSWER, CORPUS['an old command for a runner']]) {
    server.fault = () => ({ when: 'before', with: { status: 403, body: { message: text, errors: text } } })
    const env = { GITHUB_REPOSITORY: 'octo/demo', GITHUB_API_URL: server.origins.api, GITHUB_TOKEN: 'ghs_writer' }
    const ran = ofRunner(
      await slipway(['verify', 'v1.0.0', '--to', 'github', '--key', await writeKey()], {
        cwd: folder,
        env: { GITHUB_ACTIONS: 'true', ...env }
      })
    )
    expect(ran.status).toBe(3)
    await expectNoEffect(ran, OWN)
  }
})

test('what GitLab answers is shown as text, whatever it holds', async () => {
  await using server = await startGitlab({ commit: 'c'.repeat(40) })
  for (const text of [ANSWER]) {
    server.fault = () => ({ when: 'before', with: { status: 403, body: { message: text, error: text } } })
    const env = {
      GITLAB_CI: 'true',
      CI_API_V4_URL: server.origins.api,
      CI_PROJECT_ID: '42',
      CI_JOB_TOKEN: 'job-maintainer'
    }
    const ran = await slipway(['verify', 'v1.0.0', '--to', 'gitlab', '--key', await writeKey()], { cwd: folder, env })
    expect(ran.status).toBe(3)
    await expectNoEffect({ ...ran, ...gitlabLog(ran.stdout + ran.stderr) }, OWN)
  }
})

test('arguments of a command line that are no words are refused in words', async () => {
  for (const text of [CORPUS['a terminal'], CORPUS['a command for a runner'], `--${CORPUS['a terminal']}`]) {
    const ran = ofRunner(await slipway([text.replaceAll('\0', '')], { cwd: folder }))
    expect(ran.status).toBe(2)
    await expectNoEffect(ran, OWN)
  }
})
