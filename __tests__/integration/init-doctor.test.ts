import { mkdir, readFile, writeFile } from 'node:fs/promises'
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
      'greeter_windows_amd64.zip'
    ])
    expect(plan.archives[0]?.binaries.map(({ name }) => name)).toEqual(['greeter'])
    expect(await readFile(join(project, '.github/workflows/slipway-release.yml'), 'utf8')).toContain('id-token: write')
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
