import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { disk } from '../../src/adapters/machine/disk.ts'
import { processes } from '../../src/adapters/machine/process.ts'
import { NO_PROJECT } from '../../src/config/parse.ts'
import { listTracked } from '../../src/facts/git.ts'
import { readSources } from '../../src/facts/crd-files.ts'
import { openFolderFiles } from '../../src/pipeline/stages/prove/baseline.ts'
import { refuseForeignFiles } from '../../src/facts/work-tree.ts'
import { slipway, type Ran } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'
import { runAction } from '../fakes/shipped.ts'
import { fileOf } from '../fakes/programs.ts'

// Compiles the smallest program a few times.
jest.setTimeout(300_000)

const ACTION = fileOf('src/action.ts')
const SECRET = 'canary-of-this-machine-40c7'

const stack = new AsyncDisposableStack()
let folder = ''
let places = 0

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  await writeFile(join(folder, 'secret.txt'), `${SECRET}\n`)
})
afterAll(() => stack.disposeAsync())

/** A repository with these files and links, all of them committed and tagged v1.0.0, and its own output folder. */
async function hostile(files: Sources, links: Readonly<Record<string, string>> = {}): Promise<string> {
  const work = join(folder, `work-${++places}`)
  const own = Object.entries({ ...HELLO, '.gitignore': '.slipway/\nignored.txt\n', ...files })
  await write(work, Object.fromEntries(own.filter(([name]) => links[name] === undefined)))
  for (const [name, target] of Object.entries(links)) {
    await mkdir(dirname(join(work, name)), { recursive: true })
    await symlink(target, join(work, name))
  }
  await repository(work, {}, ['v1.0.0'])
  // What a checkout leaves there, and a job of the same machine.
  await git(work, 'config', 'http.extraheader', `AUTHORIZATION: basic ${SECRET}`)
  await writeFile(join(work, 'ignored.txt'), `${SECRET}\n`)
  return work
}

const run = (cwd: string, ...args: readonly string[]): Promise<Ran> =>
  slipway([...args, '--targets', 'linux/amd64', '--kubernetes', 'none', '--out', '.slipway'], { cwd })

/** It ended with this status, saying so; and nothing that it wrote holds what is not the commit's, nor any secret. */
async function expectRefused(work: string, ran: Ran, said: RegExp, status = 2): Promise<void> {
  const text = `${ran.stdout}${ran.stderr}`
  expect(text).toMatch(said)
  expect(ran.status).toBe(status)
  expect(text).not.toMatch(new RegExp(`${SECRET}|bug in Slipway`))
  const names = await readdir(join(work, '.slipway'), { recursive: true, withFileTypes: true }).catch(() => [])
  for (const file of names.filter((each) => each.isFile()))
    expect((await readFile(join(file.parentPath, file.name))).includes(SECRET)).toBe(false)
  expect((await readdir(folder, { recursive: true })).filter((name) => /(^|\/)PWNED/.test(name))).toEqual([])
}

describe('a link in a commit', () => {
  test('that would put what is no file of the commit into the archives is refused, wherever it leads', async () => {
    const links = {
      machine: '../secret.txt',
      system: '/etc/passwd',
      settings: '.git/config',
      ignored: 'ignored.txt',
      folder: 'docs',
      chain: 'machine',
      broken: 'nowhere',
      README: 'docs/real.md'
    }
    const work = await hostile({ 'docs/real.md': 'x\n' }, links)
    const files = disk(folder)
    const tracked = await listTracked({ run: processes().run, env: { PATH: process.env['PATH'] ?? '' } }, work)
    const refused = (name: string) => refuseForeignFiles(files, { root: work, folder: work, names: [name] }, tracked)
    for (const [name, said] of [
      ['machine', /machine leads out of the repository: to .*secret\.txt/],
      ['system', /system leads out of the repository: to \/etc\/passwd/],
      ['settings', /settings leads into the folder of git: to .*config/],
      ['ignored', /ignored leads to ignored\.txt, which is no file that git holds/],
      ['folder', /folder leads to docs, which is no file that git holds/],
      ['chain', /chain leads out of the repository/]
    ] as const)
      await expect(refused(name)).rejects.toMatchObject({ kind: 'input', message: expect.stringMatching(said) })
    // What it is for: one text under two names.
    await refused('README')
    await refused('broken')
    // A folder that was named by way of a link is the same folder.
    await symlink(work, join(folder, 'linked'))
    await refuseForeignFiles(
      files,
      { root: join(folder, 'linked'), folder: join(folder, 'linked'), names: ['README'] },
      tracked
    )
  })

  test('to the credentials of the checkout, named as a licence, stops the release before the first compile', async () => {
    const work = await hostile({}, { LICENSE: '.git/config' })
    const ran = await run(work, 'release', '--to', 'none', '--sign', 'none')
    await expectRefused(work, ran, /LICENSE leads into the folder of git/)
    expect(ran.stdout).not.toMatch(/build +linux/)
  })

  test('that a suite would read is refused', async () => {
    const links = {
      'deploy/crd.yaml': '../../secret.txt',
      'deploy/sample.yaml': '../.git/config',
      'a.yaml': '/etc/passwd'
    }
    const work = await hostile({}, links)
    const read = (settings: object) =>
      readSources(disk(folder), { root: work, folder: work }, Object.keys(links), { ...NO_PROJECT, ...settings }, true)
    for (const settings of [
      { crds: { files: ['deploy/crd.yaml'], samples: [] }, smi: { manifests: [] } },
      { crds: { samples: ['deploy/sample.yaml'] }, smi: { manifests: [] } },
      { crds: { samples: [] }, smi: { manifests: ['a.yaml'] } },
      { crds: { samples: [] }, smi: {} }
    ])
      await expect(read(settings)).rejects.toMatchObject({ code: 'leads-out' })
  })

  test('that is a fixture, or lies above one, is given to no program', async () => {
    const work = await hostile(
      {},
      { 'testdata/one': '../../secret.txt', 'testdata/git': '../.git', 'testdata/up': '../..' }
    )
    const version = openFolderFiles(disk(folder), () => Promise.resolve(work))
    for (const path of [
      'testdata/one',
      'testdata/git/config',
      'testdata/up/secret.txt',
      '../secret.txt',
      '.git/config'
    ]) {
      await expect(version.file(path)).rejects.toMatchObject({ code: 'leads-out' })
      await expect(version.list(path)).rejects.toMatchObject({ code: 'leads-out' })
    }
    // A folder gives its own files, and follows no link.
    await write(work, { 'testdata/real/file': 'x\n' })
    expect(await version.list('testdata')).toEqual(['testdata/real/file'])
  })
})

test('a toolchain line of go.mod that names no release of Go is refused before anything is compiled', async () => {
  const work = await hostile({
    'go.mod': 'module example.com/hello\n\ngo 1.26.8\n\ntoolchain "go1.26.8; touch PWNED"\n'
  })
  const ran = await run(work, 'gate')
  await expectRefused(work, ran, /is not the name of a Go release/)
  expect(ran.stdout).not.toMatch(/build +linux/)
})

test('a folder that poses as a repository, with settings that name programs, runs none of them', async () => {
  const work = await hostile({ 'README.md': 'x\n' })
  const sub = join(work, 'sub')
  const evil = join(work, 'evil.sh')
  await write(work, { 'evil.sh': `#!/bin/sh\ntouch '${folder}/PWNED'\n` })
  await chmod(evil, 0o755)
  await git(work, 'init', '--quiet', '--bare', '--template=', sub)
  await write(sub, {
    ...HELLO,
    config: `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${work}\n\tfsmonitor = ${evil}\n`,
    'refs/heads/keep': `${await git(work, 'rev-parse', 'HEAD')}\n`,
    'objects/keep': ''
  })
  await commit(work, [])
  // Else the rest proves nothing: git itself is taken in.
  await git(sub, 'status', '--porcelain').catch(() => '')
  const taken = (await readdir(folder)).includes('PWNED')
  expect(taken).toBe(true)
  await rm(join(folder, 'PWNED'))
  const ran = await run(work, 'gate', '--module', 'sub')
  expect((await readdir(folder)).includes('PWNED')).toBe(false)
  expect(`${ran.stdout}${ran.stderr}`).not.toContain('bug in Slipway')
})

describe('the change of a stranger', () => {
  const pull = (base: string) => ({
    number: 7,
    pull_request: {
      number: 7,
      user: { login: 'eve' },
      head: { repo: { full_name: 'eve/demo' } },
      base: { sha: base, repo: { full_name: 'octo/demo' } }
    }
  })
  const gate = async (cwd: string) =>
    runAction(ACTION, {
      cwd,
      temp: join(folder, `step-${++places}`),
      inputs: { targets: 'linux/amd64', comment: 'false', cache: 'off' },
      env: {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REF: 'refs/pull/7/merge',
        KUBECONFIG: join(folder, 'kubeconfig')
      },
      event: pull(await git(cwd, 'rev-parse', 'HEAD'))
    })

  test('does not choose that its proof runs on a cluster that the machine can log in to', async () => {
    await writeFile(join(folder, 'kubeconfig'), JSON.stringify({ users: [{ name: 'x', user: { token: SECRET } }] }))
    const work = await hostile({ 'slipway.yaml': 'cluster: kubeconfig\nsuites: [smi]\n' })
    const asked = await gate(work)
    await expectRefused(
      work,
      asked,
      /slipway\.yaml asks for the cluster of a kubeconfig.*a pull request from eve\/demo/
    )
  })
})
