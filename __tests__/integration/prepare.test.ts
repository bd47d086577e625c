import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { disk } from '../../src/adapters/machine/disk.ts'
import { hashBlob } from '../../src/facts/blobs.ts'
import { listMade } from '../../src/source/made.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { commit, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// The go command and shells; one test compiles twice, the second time into an empty build cache.
jest.setTimeout(300_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place = ''
let serial = 0
beforeAll(async () => {
  place = stack.use(await workspace()).path
  // Programs in a sandbox are another user where root runs this.
  await chmod(place, 0o755)
})

const SETTINGS = 'rebuild: 0\nbuild-cache: shared\n'
const SITE: Sources = {
  ...HELLO,
  'main.go':
    'package main\n\nimport (\n\t"embed"\n\t"fmt"\n\t"os"\n\n\t"example.com/hello/words"\n)\n\n' +
    '//go:embed web\nvar web embed.FS\n\nvar version string\n\n' +
    'func main() {\n\tif len(os.Args) > 1 {\n\t\tfmt.Println("complete", os.Args[1], version)\n\t\treturn\n\t}\n' +
    '\tb, _ := web.ReadFile("web/page.html")\n\tfmt.Print(words.Text, " ", string(b))\n' +
    '\te, _ := web.ReadDir("web")\n\tfmt.Println(len(e))\n}\n',
  'make.sh':
    '#!/bin/sh\nset -e\nmkdir -p web words cache\necho "<p>$SOURCE_DATE_EPOCH" > web/page.html\n' +
    'echo x > cache/x\nprintf \'package words\\n\\nconst Text = "generated"\\n\' > words/words.go\n',
  '.gitignore': 'web\nwords\n'
}
const STEPS = `prepare:
  - { run: [sh, make.sh], makes: [web, words] }
  - { run: ["{program}", completion], stdout: completions/hello.bash }
archive: { files: [completions/hello.bash, web] }
`

const make = async (files: Sources, settings: string): Promise<string> => {
  const folder = join(place, `work-${++serial}`)
  await repository(folder, { ...files, 'slipway.yaml': settings })
  return folder
}

const build = (cwd: string, ...more: readonly string[]): Promise<Ran> =>
  slipway(['build', '--targets', 'linux/amd64', ...more], { cwd })

const runs = async (folder: string): Promise<string> =>
  succeeded(await program([join(folder, '.slipway/bin/linux_amd64/hello')], { cwd: folder }))

test('steps make sources, embedded files and files of archives; the checkout stays as it is, and what lies in it does not count', async () => {
  const folder = await make(SITE, `${SETTINGS}${STEPS}`)
  // Of a person's own run of the step: ignored by git, and not what the commit gives.
  await write(folder, { 'web/page.html': 'stale\n', 'web/more.html': 'stale\n' })
  const { stdout } = await slipway(['plan', '--targets', 'linux/amd64', '--kubernetes', 'none'], { cwd: folder })
  expect(stdout).toMatch(
    /prepare +sh make\.sh → web, words, 2 files\n +\{program\} completion → completions\/hello\.bash \(after the build\)/
  )
  expect(await readdir(folder)).not.toContain('.slipway')
  succeeded(await build(folder))
  expect(await runs(folder)).toBe('generated <p>1772600767\n1\n')
  const archive = join(folder, '.slipway/hello_1.0.0_linux_amd64.tar.gz')
  const names = succeeded(await program(['tar', '-tzf', archive], { cwd: folder })).split('\n')
  expect(names).toEqual(expect.arrayContaining(['completions/hello.bash', 'web/page.html', 'hello', 'LICENSE']))
  const printed = await program(['tar', '-xzOf', archive, 'completions/hello.bash'], { cwd: folder })
  expect(printed.stdout).toBe('complete completion 1.0.0\n')
  expect((await readdir(folder)).sort()).toEqual(
    ['.git', '.gitignore', '.slipway', 'LICENSE', 'go.mod', 'main.go', 'make.sh', 'slipway.yaml', 'web'].sort()
  )
  expect(await readdir(join(folder, 'web'))).toHaveLength(2)
  const again = succeeded(await build(folder))
  expect(again).not.toContain('prepare: sh make.sh')
  // What another commit makes is made anew.
  await write(folder, { 'make.sh': SITE['make.sh']?.replace('<p>', '<b>') ?? '' })
  await commit(folder, ['v1.0.1'])
  succeeded(await build(folder))
  expect(await runs(folder)).toBe('generated <b>1772600767\n1\n')
})

test('a release makes it again elsewhere, builds of that, and stops where it comes out otherwise', async () => {
  const settings = `rebuild: 1\nbuild-cache: shared\n${STEPS}`
  const folder = await make(SITE, settings)
  const release = (cwd: string) =>
    slipway(['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none', '--to', '../out'], {
      cwd
    })
  expect(succeeded(await release(folder))).toContain('the same bytes from another folder and an empty cache')
  const random = await make(
    { ...SITE, 'make.sh': `${SITE['make.sh']}od -An -N8 -tx1 /dev/urandom > web/random.txt\n` },
    settings
  )
  expect(await release(random)).toMatchObject({
    status: 5,
    stdout: expect.stringContaining('steps of prepare made other files when they ran again: web/random.txt')
  })
})

test('a step sees no secret, no file of the user and no network, and what it writes elsewhere is gone', async () => {
  const spy = `#!/bin/sh
{
  env | sort
  cat "${place}/home/key" "${place}/beside" 2>&1
  cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n' | grep -a canary
  git log 2>&1
  for at in "${place}/written" /usr/written ../../written ~/written; do echo x > "$at"; done
} > seen/all.txt 2>&1
true
`
  const folder = await make(
    { ...HELLO, 'spy.sh': `mkdir -p seen\n${spy}`, '.gitignore': 'seen\n' },
    `${SETTINGS}prepare: [{ run: [sh, spy.sh], makes: [seen] }]\narchive: { files: [seen/all.txt] }\n`
  )
  await mkdir(join(place, 'home'), { recursive: true })
  await writeFile(join(place, 'home/key'), 'canary-key\n', { mode: 0o600 })
  await writeFile(join(place, 'beside'), 'canary-beside\n', { mode: 0o600 })
  const secrets = {
    ...{ COSIGN_PASSWORD: 'canary-password', GITHUB_TOKEN: 'canary-token', MY_OWN: 'canary-own' },
    ...{ SLIPWAY_GIT_CREDENTIALS: 'https://canary:canary-login@git.example.com', NETRC: '/canary-netrc' },
    ...{ HTTPS_PROXY: 'http://canary:canary-proxy@127.0.0.1:9', SSH_AUTH_SOCK: '/canary-agent' }
  }
  // Go may still ask for nothing: this module has no dependency.
  succeeded(await slipway(['build', '--targets', 'linux/amd64'], { cwd: folder, env: secrets }))
  const [name = ''] = (await readdir(join(folder, '.slipway/prepared'))).slice(-1)
  const seen = await readFile(join(folder, '.slipway/prepared', name, 'seen/all.txt'), 'utf8')
  expect(seen).toContain('SOURCE_DATE_EPOCH=1772600767')
  expect(seen).not.toContain('canary-')
  expect(seen).toMatch(/not a git repository|git: not found/)
  expect(await readdir(place)).not.toContain('written')
})

test('a step that fails is told by its last words, and a program that is not there by its name', async () => {
  const settings = (step: string): string => `${SETTINGS}prepare: [{ run: ${step}, makes: [web] }]\n`
  const failing = { ...HELLO, 'x.sh': 'echo to the one; echo to the other >&2; exit 7\n' }
  expect(await build(await make(failing, settings('[sh, x.sh]')))).toMatchObject({
    status: 4,
    stdout: expect.stringMatching(
      /\| to the one\n[^]*\| to the other\n[^]*prepare\[0\]: the step sh x\.sh failed: sh ended with exit status 7/
    )
  })
  expect(await build(await make(HELLO, settings('[no-such-program]')))).toMatchObject({
    status: 3,
    stdout: expect.stringContaining('starts no-such-program, which is not on PATH')
  })
  expect(await build(await make(HELLO, settings('[./no-such.sh]')))).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('starts ./no-such.sh, which is not in the checkout')
  })
})

const files = disk(tmpdir())
const KEPT = hashBlob(Buffer.from('of the commit\n'), 'a'.repeat(40))
test.each([
  { it: 'nothing', script: 'true', kind: 'command', says: 'the step x ended well and made no web' },
  { it: 'an empty folder', script: 'mkdir web', kind: 'command', says: 'ended well and made no file in web' },
  {
    it: 'a link that leads away',
    script: 'ln -s /etc web',
    kind: 'input',
    says: 'made web a link, or a path through one: it leads to /etc'
  },
  {
    it: 'a link in it',
    script: 'mkdir web && ln -s /etc/passwd web/y',
    kind: 'input',
    says: 'made web/y, which is a link'
  },
  { it: 'a pipe in it', script: 'mkdir web && mkfifo web/y', kind: 'input', says: 'made web/y, which is no file' },
  {
    it: 'a repository in it',
    script: 'mkdir -p web/.git',
    kind: 'input',
    says: 'made web/.git, which is a repository'
  },
  {
    it: 'a file of the commit anew',
    script: 'mkdir web && echo other > web/kept',
    kind: 'input',
    says: 'wrote web/kept anew, which git already holds'
  }
])('what a step may not make: $it', async ({ script, kind, says }) => {
  const root = join(place, `made-${++serial}`)
  await mkdir(root)
  succeeded(await program(['sh', '-c', script], { cwd: root }))
  const committed = new Map([['web/kept', { path: 'web/kept', mode: '100644', object: KEPT }]])
  await expect(listMade({ files, root, committed }, ['web'], 'the step x')).rejects.toMatchObject({
    kind,
    message: expect.stringContaining(says)
  })
})

test("what the commit holds in a folder that a step makes stays the commit's", async () => {
  const root = join(place, `made-${++serial}`)
  await write(root, { 'web/kept': 'of the commit\n', 'web/deep/new': 'new\n' })
  const committed = new Map([['web/kept', { path: 'web/kept', mode: '100644', object: KEPT }]])
  const made = await listMade({ files, root, committed }, ['web', 'web/deep/new'], 'the step x')
  expect(made.map(({ path }) => path)).toEqual(['web/deep/new'])
})

test('the Go API of a baseline is compared with what its own steps make', async () => {
  const folder = await make(SITE, `${SETTINGS}${STEPS}surface: { api: [./words] }\n`)
  await write(folder, { 'make.sh': `${SITE['make.sh']}printf '\\nconst More = "x"\\n' >> words/words.go\n` })
  await commit(folder, ['v1.0.1'])
  const flags = ['--suites', 'surface', '--targets', 'linux/amd64', '--to', 'none', '--vulnerabilities', 'off']
  const ran = await slipway(['gate', ...flags, '--version', '1.0.1'], { cwd: folder })
  expect([ran.status, ran.stdout]).toEqual([5, expect.stringMatching(/needs a minor step: .*\.\/words\.More: added/)])
})

test('a step that runs a program is refused where machines share the build, with what does without it', async () => {
  const folder = await make(
    HELLO,
    `${SETTINGS}prepare:\n  - { run: ["{program}", completion], stdout: completions/hello.bash }\n`
  )
  expect(await build(folder, '--shard', '1/2')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(
      /error: the step \{program\} completion runs a program that this build shares among machines\n.*go run/
    )
  })
})
