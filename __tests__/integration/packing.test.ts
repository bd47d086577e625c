import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { chmod, cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { realTools } from '../bed/tools.ts'
import { program, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace } from '../fakes/repository.ts'

// One release of two programs, and its rebuild with an empty cache.
jest.setTimeout(400_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let key: Readonly<Record<string, string>>
let first: Ran

const SETTINGS = `name: Tools
main: [., ./cmd/extra]
targets: [linux/amd64]
archives:
  - programs: [hello]
    name: "{program}-{os}-{arch}"
    folder: "{name}-{version}"
    spell: { linux: Linux, amd64: x86_64 }
    files: [scripts/, { from: docs/*.md, to: share/doc/ }]
  - format: binary
    name: "{program}_{version}_{os}_{arch}"
    spell: { amd64: x86_64 }
release-files: [deploy/*.yaml, { from: docs/guide.md, name: "GUIDE-{version}.md" }]
source-archive: {}
checksum-lists:
  - { name: "{name}_{version}_checksums.txt" }
  - { name: "{name}_{version}_SHA512SUMS", algorithm: sha512 }
`

const FILES = [
  ...['hello-Linux-x86_64.tar.gz', 'hello_1.0.0_linux_x86_64', 'extra_1.0.0_linux_x86_64'],
  ...['hello_1.0.0_linux_amd64.cdx.json', 'extra_1.0.0_linux_amd64.cdx.json'],
  ...['install.yaml', 'GUIDE-1.0.0.md', 'Tools_1.0.0_source.tar.gz'],
  ...['Tools_1.0.0_checksums.txt', 'Tools_1.0.0_SHA512SUMS']
]

beforeAll(async () => {
  place = stack.use(await workspace()).path
  const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(250_000))).path
  const args = ['generate-key-pair', '--output-key-prefix', join(place, 'one')]
  succeeded(await program([cosign, ...args], { cwd: place, env: { COSIGN_PASSWORD: 'canary' } }))
  key = { COSIGN_PRIVATE_KEY: await readFile(join(place, 'one.key'), 'utf8'), COSIGN_PASSWORD: 'canary' }
  const folder = join(place, 'hello')
  await repository(folder, {
    ...HELLO,
    'cmd/extra/main.go': 'package main\n\nfunc main() { println("extra") }\n',
    'slipway.yaml': SETTINGS,
    ...{ LICENSE: 'Do as you like.\n', 'docs/guide.md': '# Guide\n', 'docs/old.txt': 'old\n' },
    ...{ 'scripts/run.sh': '#!/bin/sh\nexec hello\n', 'scripts/lib.sh': 'x=1\n' },
    ...{ 'deploy/install.yaml': 'kind: List\n', 'secret-test/data': 'not shipped\n' },
    '.gitattributes': 'secret-test export-ignore\n*.txt export-ignore\n'
  })
  await chmod(join(folder, 'scripts/run.sh'), 0o755)
  await symlink('docs/guide.md', join(folder, 'GUIDE'))
  await git(folder, 'tag', '--delete', 'v1.0.0')
  await commit(folder, ['v1.0.0'])
  first = await release('hello', 'releases')
})

const release = (folder: string, to: string, umask = '022'): Promise<Ran> =>
  slipway(['release', '--rebuild', '0', '--kubernetes', 'none', '--to', join(place, to)], {
    ...{ cwd: join(place, folder), env: key, umask }
  })

const released = (to = 'releases'): string => join(place, to, 'v1.0.0')
const verify = (folder: string, ...flags: readonly string[]): Promise<Ran> =>
  slipway(['verify', folder, '--key', join(place, 'one.pub'), ...flags], { cwd: join(place, 'hello') })
const run = async (...argv: readonly string[]): Promise<string> => succeeded(await program(argv, { cwd: released() }))

test('a release has the files that slipway.yaml names, and its lists agree with them', async () => {
  succeeded(first)
  const evidence = /^(checksums\.txt(\.sigstore\.json)?|provenance\.sigstore\.json|manifest\.json|release\.json)$/
  expect((await readdir(released())).filter((name) => !evidence.test(name)).sort()).toEqual([...FILES].sort())
  await run('sha256sum', '--strict', '--check', 'checksums.txt')
  await run('sha256sum', '--strict', '--check', 'Tools_1.0.0_checksums.txt')
  await run('sha512sum', '--strict', '--check', 'Tools_1.0.0_SHA512SUMS')
  expect(await run('cut', '-c', '67-', 'checksums.txt')).toBe(
    [...FILES]
      .sort()
      .map((name) => `${name}\n`)
      .join('')
  )
  for (const name of ['hello', 'extra']) {
    await run('cp', `${name}_1.0.0_linux_x86_64`, `../${name}`)
    await run('chmod', '+x', `../${name}`)
    expect((await program([join(place, 'releases', name)], { cwd: place })).status).toBe(0)
  }
})

test('an archive holds its folder, what patterns found, and which of it may run', async () => {
  const lines = (await run('tar', '--numeric-owner', '-tvzf', 'hello-Linux-x86_64.tar.gz')).trim().split('\n')
  expect(lines.map((line) => line.replace(/^(\S+) .* (\S+)$/, '$1 $2'))).toEqual([
    '-rw-r--r-- Tools-1.0.0/LICENSE',
    '-rwxr-xr-x Tools-1.0.0/hello',
    '-rw-r--r-- Tools-1.0.0/scripts/lib.sh',
    '-rwxr-xr-x Tools-1.0.0/scripts/run.sh',
    '-rw-r--r-- Tools-1.0.0/share/doc/guide.md'
  ])
})

test('the source archive holds what git archive would', async () => {
  const list = (text: string): readonly string[] =>
    text
      .trim()
      .split('\n')
      .filter((name) => !name.endsWith('/'))
      .sort()
  await git(join(place, 'hello'), 'archive', '--prefix=Tools-1.0.0/', '-o', join(place, 'git.tar'), 'v1.0.0')
  const [theirs, ours] = [join(place, 'git.tar'), 'Tools_1.0.0_source.tar.gz']
  const names = list(await run('tar', '-tf', theirs))
  expect(names).toContain('Tools-1.0.0/GUIDE')
  expect(names).not.toContain('Tools-1.0.0/secret-test/data')
  expect(list(await run('tar', '-tzf', ours))).toEqual(names)
  for (const [name, archive] of [
    ['git', theirs],
    ['ours', ours]
  ] as const) {
    await run('mkdir', join(place, name))
    await run('tar', '-xf', archive, '-C', join(place, name))
  }
  await run('diff', '--recursive', '--no-dereference', join(place, 'git'), join(place, 'ours'))
})

test('it verifies, also when it is built again, and not with another program', async () => {
  expect(succeeded(await verify(released()))).toMatch(/3 programs in them/)
  const said = succeeded(await verify(released(), '--rebuild', 'all'))
  for (const name of [...FILES, 'checksums.txt']) expect(said).toContain(`${name}: rebuilt, the same bytes`)
  await cp(released(), join(place, 'forged'), { recursive: true })
  await writeFile(join(place, 'forged', 'hello_1.0.0_linux_x86_64'), 'evil')
  const forged = await verify(join(place, 'forged'))
  expect(forged).toMatchObject({ status: 5, stdout: expect.stringContaining('hello_1.0.0_linux_x86_64 is sha256') })
})

test('another clone under another umask makes the same bytes, and a second run writes nothing', async () => {
  await git(place, 'clone', '--quiet', join(place, 'hello'), join(place, 'again'))
  succeeded(await release('again', 'others', '077'))
  for (const name of [...FILES, 'checksums.txt'])
    expect([
      name,
      (await readFile(join(released('others'), name))).equals(await readFile(join(released(), name)))
    ]).toEqual([name, true])
  const second = succeeded(await release('hello', 'releases'))
  expect(second).toContain('published before')
})
