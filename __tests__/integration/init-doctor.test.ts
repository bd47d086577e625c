import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { slipway, succeeded } from '../fakes/cli.ts'
import { BARE, commit, git, HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
let folder = ''
beforeAll(async () => {
  folder = stack.use(await workspace()).path
})
afterAll(() => stack.disposeAsync())

interface Examined {
  readonly subject: string
  readonly state: string
  readonly seen: string
  readonly move?: string
  readonly code?: string
}
const examinedIn = (stdout: string): { status: number; examined: readonly Examined[] } =>
  JSON.parse(stdout) as { status: number; examined: readonly Examined[] }

describe('init', () => {
  test('makes a slipway.yaml and workflows from a GoReleaser set-up, of which plan then makes the same programs', async () => {
    const project = join(folder, 'migrated')
    await repository(project, {
      ...BARE,
      '.goreleaser.yaml':
        'project_name: greeter\nbuilds:\n  - goos: [linux, windows]\n    goarch: [amd64]\nbrews: [{ name: x }]\n'
    })
    const { stdout, stderr } = await slipway(['init', '--json'], { cwd: project })
    expect(JSON.parse(stdout)).toMatchObject({ from: '.goreleaser.yaml', kept: [] })
    expect(stderr).toContain('brews: Slipway does not do this')
    await commit(project)
    const plan = JSON.parse(succeeded(await slipway(['plan', '--json'], { cwd: project }))) as {
      name: string
      archives: { name: string; binaries: { name: string }[] }[]
    }
    expect(plan.name).toBe('greeter')
    expect(plan.archives.map(({ name }) => name.replace(/_0\.0\.0[^_]*/, ''))).toEqual([
      'greeter_linux_amd64.tar.gz',
      // As GoReleaser packs it there.
      'greeter_windows_amd64.tar.gz'
    ])
    expect(plan.archives[0]?.binaries.map(({ name }) => name)).toEqual(['greeter'])
    expect(await readFile(join(project, '.github/workflows/slipway-release.yml'), 'utf8')).toContain('id-token: write')
  })

  test('finds a configuration where GoReleaser does, reads its aliases, and plan takes what is made of it', async () => {
    const project = join(folder, 'elsewhere')
    const { 'main.go': main, ...rest } = BARE
    await repository(project, {
      ...rest,
      'cmd/hello/main.go': main ?? '',
      'docs/use.md': 'Use it.\n',
      '.config/goreleaser.yml': `builds:
  - &build { id: linux, main: ./cmd/hello, env: [CGO_ENABLED=0], goos: [linux, windows], goarch: [amd64, arm] }
  - { <<: *build, id: mac, goos: [darwin], goarch: [amd64] }
archives: [{ files: [./LICENSE, docs/*] }]
`,
      '.goreleaser.yaml': 'builds: [{ goos: [plan9] }]\n',
      '.github/workflows/tags.yml': "on: { push: { tags: ['v*'] } }\njobs: {}\n"
    })
    const { stdout, stderr } = await slipway(['init', '--json'], { cwd: project })
    const said = JSON.parse(stdout) as { from: string; left: readonly string[]; warnings: readonly string[] }
    expect(said.from).toBe('.config/goreleaser.yml')
    expect(said.left).toContainEqual(
      expect.stringMatching(/^\.config\/goreleaser\.yml:2: builds\[0\]\.goarch: windows\/arm: /)
    )
    expect(said.warnings).toEqual([expect.stringMatching(/^\.github\/workflows\/tags\.yml runs for tags: see that/)])
    expect(stderr).toContain('tags.yml runs for tags')
    await commit(project)
    const plan = JSON.parse(succeeded(await slipway(['plan', '--json'], { cwd: project }))) as {
      archives: { name: string; files: readonly { to: string }[] }[]
    }
    expect(
      plan.archives.map(({ name, files }) => [name.replace(/_0\.0\.0[^_]*/, ''), files.map(({ to }) => to)])
    ).toEqual(
      [
        'hello_linux_amd64.tar.gz',
        'hello_linux_armv6.tar.gz',
        'hello_windows_amd64.tar.gz',
        'hello_darwin_amd64.tar.gz'
      ].map((name) => [name, ['LICENSE', 'docs/use.md']])
    )
  })

  test('stops where a release is kept back, and goes on when the reader says so; another file is named', async () => {
    const project = join(folder, 'kept-back')
    const { 'main.go': main, ...rest } = BARE
    await repository(project, {
      ...rest,
      'cmd/hello/main.go': main ?? '',
      'build/goreleaser.yaml': 'builds: [{ goos: [linux], goarch: [amd64] }]\nrelease: { draft: "{{ .Env.DRAFT }}" }\n'
    })
    const init = ['init', '--json', '--from', 'build/goreleaser.yaml']
    const stopped = await slipway(init, { cwd: project })
    expect([stopped.status, JSON.parse(stopped.stdout)]).toMatchObject([
      2,
      {
        error: { code: 'cannot-carry-over', message: expect.stringContaining('build/goreleaser.yaml:2: release.draft') }
      }
    ])
    expect(await git(project, 'status', '--porcelain')).toBe('')
    const said = JSON.parse(
      succeeded(await slipway([...init, '--without', 'release.draft', '--ci', 'none'], { cwd: project }))
    ) as { left: readonly string[] }
    expect(said.left.join('\n')).toContain('build/goreleaser.yaml:2: release.draft: ')
    expect(await readFile(join(project, 'slipway.yaml'), 'utf8')).toMatch(/^main:\n {2}- \.\/cmd\/hello$/m)
    await rm(join(project, 'slipway.yaml'))
    const unread = JSON.parse(succeeded(await slipway(['init', '--json', '--ci', 'none'], { cwd: project }))) as object
    expect(unread).toMatchObject({
      from: 'go.mod',
      warnings: ['build/goreleaser.yaml may be a configuration of GoReleaser, and was not read: name it with --from.']
    })
  })

  test('for a clone from GitLab makes a pipeline, and overwrites nothing that is there', async () => {
    const project = join(folder, 'on-gitlab')
    await repository(project, { ...HELLO, 'slipway.yaml': 'targets: [linux/amd64]\n' })
    await git(project, 'remote', 'add', 'origin', 'https://gitlab.example.com/team/hello.git')
    const first = succeeded(await slipway(['init'], { cwd: project }))
    expect(first).toMatch(/made \S+\.gitlab-ci\.yml\n/)
    expect(first).toMatch(/kept \S+slipway\.yaml, which was there/)
    expect(await readFile(join(project, 'slipway.yaml'), 'utf8')).toBe('targets: [linux/amd64]\n')
    await writeFile(join(project, '.gitlab-ci.yml'), 'mine: {}\n')
    const again = await slipway(['init', '--json'], { cwd: project })
    expect([again.status, JSON.parse(again.stdout)]).toMatchObject([2, { error: { code: 'file-exists' } }])
    expect(await readFile(join(project, '.gitlab-ci.yml'), 'utf8')).toBe('mine: {}\n')
  })

  test.each([
    [
      'github',
      '.github/workflows/slipway-release.yml',
      /needs: prove\n[^]*verdicts: \$\{\{ runner\.temp \}\}\/verdicts\n/
    ],
    ['gitlab', '.gitlab-ci.yml', /slipway\/two-jobs@SHA[^]*environment: release/]
  ])('for %s writes a pipeline of two jobs when that is asked for', async (ci, path, wanted) => {
    const project = join(folder, `two-jobs-${ci}`)
    await repository(project, HELLO)
    succeeded(await slipway(['init', '--two-jobs', '--ci', ci], { cwd: project }))
    expect(await readFile(join(project, path), 'utf8')).toMatch(wanted)
  })
})

describe('doctor', () => {
  const TARGETS = ['--targets', 'linux/amd64', '--kubernetes', 'none']

  test('finds nothing missing where a release would do but a signature that nobody can make, and changes nothing', async () => {
    const project = join(folder, 'well')
    await repository(project, HELLO)
    const args = ['doctor', '--json', '--to', join(folder, 'releases'), ...TARGETS]
    const unsigned = await slipway([...args, '--sign', 'none'], { cwd: project })
    expect(examinedIn(succeeded(unsigned)).examined.filter(({ state }) => state === 'missing')).toEqual([])
    const { status, examined } = examinedIn((await slipway(args, { cwd: project })).stdout)
    expect(status).toBe(3)
    expect(examined.filter(({ state }) => state === 'missing')).toEqual([
      expect.objectContaining({ subject: 'signature', code: 'no-key' })
    ])
    expect(examined.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['git', 'repository', 'go version', 'tool', 'release', 'signature', 'publication'])
    )
    expect(await git(project, 'status', '--porcelain', '--ignored')).toBe('')
  })

  test('says whose move it is for each thing that is missing, with the code that a release would end with', async () => {
    const project = join(folder, 'ill')
    await repository(project, HELLO, [])
    await write(project, { 'slipway.yaml': 'target: linux/amd64\n' })
    const wrong = examinedIn((await slipway(['doctor', '--json'], { cwd: project })).stdout)
    expect(wrong.examined).toContainEqual(
      expect.objectContaining({ subject: 'configuration', move: 'yours', code: 'invalid-project-file' })
    )
    await write(project, { 'slipway.yaml': 'sign: key\n' })
    await commit(project)
    const untagged = await slipway(['doctor', '--to', 'none', ...TARGETS], { cwd: project })
    expect(untagged.status).toBe(2)
    expect(untagged.stdout).toMatch(
      /✗ {2}release +commit \w+ has no version tag\n {3}yours move \(no-version-tag\): Tag/
    )
    await git(project, 'tag', 'v1.0.0')
    const keyless = await slipway(['doctor', '--to', 'none', ...TARGETS], { cwd: project })
    expect(keyless.status).toBe(3)
    expect(keyless.stdout).toContain('the machine’s move (no-key): Set COSIGN_PRIVATE_KEY')
  })

  test('in a folder without a module says that, and does not go on', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const { status, examined } = examinedIn((await slipway(['doctor', '--json'], { cwd: empty })).stdout)
    expect([status, examined.map(({ subject, code }) => [subject, code])]).toEqual([
      2,
      [
        ['git', undefined],
        ['configuration', undefined],
        ['repository', 'no-go-mod']
      ]
    ])
  })
})
