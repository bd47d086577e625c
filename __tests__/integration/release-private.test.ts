import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolCacheFolder } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { GIT_HOST, gitServer, type GitServer } from '../fakes/network/git-server.ts'
import { HELLO, repository, workspace, write } from '../fakes/repository.ts'

// The runtime is compiled into a build cache of its own, so that every byte that is written can be looked at.
jest.setTimeout(600_000)

const CANARY = 'canary-token-71f3'
const USER = 'robot'
/** In every form in which it is sent or might be kept. */
const FORMS = [CANARY, Buffer.from(`${USER}:${CANARY}`).toString('base64').replace(/=+$/, '')]
const MODULE = `${GIT_HOST}/team/greeting`
const CREDENTIALS = `https://${USER}:${CANARY}@${GIT_HOST}`

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())

let place: string
let server: GitServer
/** A release that needs a private module. */
let work: string
/** The release of Go that is here, so that none has to be fetched through a proxy that knows one host. */
let go: string

beforeAll(async () => {
  place = stack.use(await workspace()).path
  go = succeeded(await program(['go', 'env', 'GOVERSION'], { cwd: place, env: { GOTOOLCHAIN: 'local' } })).trim()
  const library = join(place, 'remotes/team/greeting.git')
  await repository(
    library,
    { 'go.mod': `module ${MODULE}\n\ngo 1.21\n`, 'greeting.go': 'package greeting\n\nconst Text = "private"\n' },
    ['v1.4.2']
  )
  server = stack.use(await gitServer(join(place, 'remotes'), join(place, 'certificate'), USER, CANARY))
  work = join(place, 'work')
  const sources = {
    ...HELLO,
    'go.mod': `module example.com/hello\n\ngo 1.21\n\nrequire ${MODULE} v1.4.2\n`,
    'main.go': `package main\n\nimport "${MODULE}"\n\nfunc main() { println(greeting.Text) }\n`
  }
  await write(work, sources)
  await write(work, { 'go.sum': await goSum() })
  await repository(work, {})
})

/** As the author got it: with git's own way to be given a password. */
async function goSum(): Promise<string> {
  const env = {
    ...server.env,
    ...{ GOPRIVATE: GIT_HOST, GOFLAGS: '-mod=mod', GOMODCACHE: join(place, 'author/mod'), GOTOOLCHAIN: 'local' },
    ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.https://${GIT_HOST}/.extraheader` },
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${Buffer.from(`${USER}:${CANARY}`).toString('base64')}`
  }
  succeeded(await program(['go', 'mod', 'tidy'], { cwd: work, env }))
  return readFile(join(work, 'go.sum'), 'utf8')
}

/** Every folder that a run may write to, each its own, and a git that writes down how it was called. */
async function surroundings(name: string) {
  const folder = join(place, name)
  const within = (part: string): string => join(folder, part)
  for (const part of ['home', 'cache', 'mod', 'tmp', 'bin']) await mkdir(within(part), { recursive: true })
  const git = succeeded(await program(['sh', '-c', 'command -v git'], { cwd: place })).trim()
  const log = join(place, `${name}.git.log`)
  await writeFile(
    within('bin/git'),
    `#!/bin/sh\nprintf 'argv: %s\\n' "$*" >> '${log}'\nGIT_TRACE='${log}' exec '${git}' "$@"\n`
  )
  await chmod(within('bin/git'), 0o755)
  return {
    folder,
    out: within('out'),
    calls: () => readFile(log, 'utf8'),
    env: {
      ...server.env,
      ...{ HOME: within('home'), GOCACHE: within('cache'), GOMODCACHE: within('mod'), TMPDIR: within('tmp') },
      PATH: `${within('bin')}:${process.env['PATH'] ?? ''}`,
      GOPRIVATE: GIT_HOST,
      RUNNER_TOOL_CACHE: toolCacheFolder()
    }
  }
}

type Around = Awaited<ReturnType<typeof surroundings>>

/** A build, and every command line that was seen on this machine while it ran. */
async function build(around: Around, env: Readonly<Record<string, string>> = {}): Promise<Ran & { argv: Set<string> }> {
  const argv = new Set<string>()
  const look = setInterval(() => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      try {
        argv.add(readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '))
      } catch {
        // It has ended meanwhile.
      }
    }
  }, 25)
  try {
    const args = ['build', '--targets', 'linux/amd64', '--go-version', go, '--out', around.out]
    return { ...(await slipway(args, { cwd: work, env: { ...around.env, ...env } })), argv }
  } finally {
    clearInterval(look)
  }
}

/** Files below a folder that hold the secret in one of its forms. */
async function holders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(0)
  const found: string[] = []
  for (const file of files) {
    const bytes = await readFile(file)
    if (FORMS.some((form) => bytes.includes(form))) found.push(file)
  }
  return found
}

test('without credentials a private module stops the run before any compile, and it says what to set', async () => {
  const around = await surroundings('stranger')
  const run = await build(around)
  expect(run.status).toBe(3)
  expect(run.stdout).toMatch(/^error: git may not read git\.example\.test\/team\/greeting: /m)
  expect(run.stdout).toContain('set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent')
  expect(run.stdout).not.toMatch(/^[✓✗] build|^\s+at /m)
  expect(server.seen.some((line) => line.endsWith('401'))).toBe(true)
})

test('credentials of another host are sent to nobody else', async () => {
  const around = await surroundings('elsewhere')
  const before = server.seen.length
  const run = await build(around, { SLIPWAY_GIT_CREDENTIALS: `https://${USER}:${CANARY}@git.example.org` })
  expect(run.status).toBe(3)
  expect(server.seen.slice(before)).not.toEqual([])
  expect(server.seen.slice(before).filter((line) => !line.endsWith(' 401'))).toEqual([])
})

test('credentials that are no credentials are refused and not repeated', async () => {
  const around = await surroundings('mistaken')
  const run = await build(around, { SLIPWAY_GIT_CREDENTIALS: CANARY })
  expect(run).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('is not of the form https://user:token@host')
  })
  expect(`${run.stdout}${run.stderr}`).not.toContain(CANARY)
})

test('with credentials it is built, and they are in no argument list, no file and no line of the log', async () => {
  const around = await surroundings('member')
  const before = server.seen.length

  const run = await build(around, { SLIPWAY_GIT_CREDENTIALS: CREDENTIALS })

  succeeded(run)
  const said = await program([join(around.out, 'bin/linux_amd64/hello')], { cwd: place })
  expect(said.stderr).toBe('private\n')
  expect(server.seen.slice(before)).toContain('GET /team/greeting.git/info/refs 200')

  const calls = await around.calls()
  expect(calls).toMatch(/remote-https/)
  expect([...run.argv].some((line) => / build -trimpath /.test(line))).toBe(true)
  for (const form of FORMS) {
    expect(`${run.stdout}${run.stderr}`).not.toContain(form)
    expect(calls).not.toContain(form)
    expect([...run.argv].filter((line) => line.includes(form))).toEqual([])
  }
  expect(await holders(around.folder)).toEqual([])
  expect(await holders(work)).toEqual([])
})

test('the variable of an SSH agent reaches the ssh of git, for which a script stands', async () => {
  const around = await surroundings('agent')
  await writeFile(
    join(around.env.HOME, '.gitconfig'),
    `[url "ssh://git@${GIT_HOST}/"]\n\tinsteadOf = https://${GIT_HOST}/\n`
  )
  // Stands for ssh and the far end: lets in whoever brings the agent, and runs the command that git asks for.
  const ssh = join(around.folder, 'bin/ssh')
  await writeFile(
    ssh,
    [
      '#!/bin/sh',
      `[ "$SSH_AUTH_SOCK" = /run/agent.sock ] || { echo 'Permission denied (publickey).' >&2; exit 255; }`,
      'for last; do :; done',
      `exec sh -c "$(printf %s "$last" | sed "s#'/#'${join(place, 'remotes')}/#")"`,
      ''
    ].join('\n')
  )
  await chmod(ssh, 0o755)

  // What is compiled here was compiled before.
  const GOCACHE = succeeded(await program(['go', 'env', 'GOCACHE'], { cwd: place })).trim()
  const refused = await build(around)
  expect(refused).toMatchObject({ status: 3, stdout: expect.stringMatching(/^error: git may not read /m) })

  succeeded(await build(around, { GOCACHE, SSH_AUTH_SOCK: '/run/agent.sock' }))
  expect((await program([join(around.out, 'bin/linux_amd64/hello')], { cwd: place })).stderr).toBe('private\n')
})
