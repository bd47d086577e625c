import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { COMMANDS } from '../../src/config/commands.ts'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { HELLO, repository, workspace } from '../fakes/repository.ts'
import { realTools } from '../bed/tools.ts'
import { ship, shippedFiles } from '../fakes/shipped.ts'

jest.setTimeout(120_000)

const stack = new AsyncDisposableStack()
let cli = ''
let folder = ''
let hello = ''

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  cli = (await ship(folder)).cli
  hello = join(folder, 'hello')
  await repository(hello, HELLO)
})
afterAll(() => stack.disposeAsync())

const run = (args: readonly string[], cwd = hello): Promise<Ran> => program([process.execPath, cli, ...args], { cwd })

describe('dist', () => {
  test('holds the licenses of what is bundled, and says that it is made of modules', async () => {
    const files = new Map(await shippedFiles())
    for (const name of ['cli', 'action']) {
      expect(JSON.parse(files.get(`${name}/package.json`) ?? '')).toEqual({ type: 'module' })
      const licenses = files.get(`${name}/licenses.txt`) ?? ''
      for (const bundled of ['@actions/github', 'undici', 'zod', 'yaml', '@cyclonedx/cyclonedx-library', 'semver'])
        expect([bundled, licenses.split('\n').some((line) => line.startsWith(`${bundled} `))]).toEqual([bundled, true])
      expect(licenses).not.toContain('holds no license text')
    }
  })

  test('holds no path of the machine that made it', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
    for (const [name, text] of await shippedFiles()) {
      const found = [root, join(homedir(), '/')].filter((path) => new RegExp(`(?<![\\w.])${path}`).test(text))
      expect([name, found]).toEqual([name, []])
    }
  })

  // Every byte of these two is compiled at every start: docs/bundle.md says what is in them, docs/bench.md what it takes.
  test.each([
    ['action/slipway.js', 1_600_000],
    ['cli/slipway.js', 465_000]
  ])('%s, which every start loads, is smaller than %i bytes', async (name, most) => {
    const text = new Map(await shippedFiles()).get(name) ?? ''
    expect(Buffer.byteLength(text)).toBeLessThan(most)
    // Marks of what waits until it is needed: zod, yaml, the commit parser, CycloneDX, Octokit, libdeflate, CRDs.
    for (const mark of [
      'ZodObject',
      'YAMLParseError',
      'CommitParser',
      'bomFormat',
      '@octokit/',
      'AGFzbQEAAAABVAxg',
      'x-kubernetes-'
    ])
      expect([mark, text.includes(mark)]).toEqual([mark, false])
  })

  test('the command line loads nothing of @actions before it needs GitHub', async () => {
    const files = new Map(await shippedFiles())
    expect(files.get('action/slipway.js')).toContain('GITHUB_STEP_SUMMARY')
    expect(files.get('cli/slipway.js')).not.toContain('GITHUB_STEP_SUMMARY')
    expect(files.get('cli/slipway.js')).not.toContain('EnvHttpProxyAgent')
  })
})

describe('the command line as it ships', () => {
  test('--help lists every command', async () => {
    const text = succeeded(await run(['--help'], folder))
    for (const command of COMMANDS.filter((name) => name !== 'auto')) expect(text).toContain(command)
  })

  test.each([
    [['publish-it'], /there is no command "publish-it"/],
    [['build', '--colour'], /--colour/],
    [['build', '--targets', 'linux/pdp11,beos/amd64'], /linux\/pdp11[^]*beos\/amd64|linux\/pdp11/],
    [['build', '--version', 'one'], /--version: "one" is not a version/]
  ])('%j ends with status 2 and says what is wrong', async (args, message) => {
    const { status, stdout, stderr } = await run(args)
    expect(status).toBe(2)
    expect(stdout + stderr).toMatch(message)
  })

  test('with --json a failure is one line of JSON on stdout, and words on stderr', async () => {
    const { status, stdout, stderr } = await run(['build', '--json', '--version', 'one'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: {
        ...{ code: 'invalid-inputs', kind: 'input', exit: 2 },
        ...{ message: expect.stringContaining('is not a version'), hint: expect.any(String) }
      }
    })
    expect(stderr).toContain('error: --version')
  })

  test('plan prints what would happen, as a table and as JSON, and writes nothing', async () => {
    const before = await readdir(hello)
    expect(succeeded(await run(['plan']))).toMatch(/linux\/amd64 +hello_1\.0\.0_linux_amd64\.tar\.gz/)
    expect(JSON.parse(succeeded(await run(['plan', '--json'])))).toMatchObject({ name: 'hello', version: '1.0.0' })
    expect(await readdir(hello)).toEqual(before)
  })

  test('reads slipway.yaml with the schema that it carries along', async () => {
    const good = join(folder, 'good')
    await repository(good, { ...HELLO, 'slipway.yaml': 'name: greeter\ntargets: [linux/amd64]\n' })
    expect(JSON.parse(succeeded(await run(['plan', '--json'], good)))).toMatchObject({ name: 'greeter' })
    const bad = join(folder, 'bad')
    await repository(bad, { ...HELLO, 'slipway.yaml': 'name: greeter\ntarget: linux/amd64\n' })
    const { status, stdout } = await run(['plan'], bad)
    expect(status).toBe(2)
    expect(stdout).toMatch(/slipway\.yaml:2: .*target/)
  })

  test('build makes archives, SBOMs and checksums, with libraries that no node_modules has', async () => {
    const out = join(folder, 'out')
    const text = succeeded(await run(['build', '--targets', 'linux/amd64,windows/amd64', '--out', out]))
    expect(text).toMatch(/✓ build {5}linux\/amd64 +\d/)
    const names = [
      'hello_1.0.0_linux_amd64.cdx.json',
      'hello_1.0.0_linux_amd64.tar.gz',
      'hello_1.0.0_windows_amd64.zip'
    ]
    expect(await readdir(out)).toEqual(expect.arrayContaining(names))
    const sums = await readFile(join(out, 'checksums.txt'), 'utf8')
    for (const name of names) expect(sums).toContain(`  ${name}\n`)
    succeeded(await program(['sha256sum', '--check', '--quiet', 'checksums.txt'], { cwd: out }))
    const sbom = JSON.parse(await readFile(join(out, 'hello_1.0.0_linux_amd64.cdx.json'), 'utf8')) as {
      bomFormat: string
    }
    expect(sbom.bomFormat).toBe('CycloneDX')
  })

  test('verify --rebuild builds a signed release again and finds the same bytes', async () => {
    const cosign = (await realTools(() => undefined).tool('cosign', undefined, AbortSignal.timeout(100_000))).path
    const password = { COSIGN_PASSWORD: 'canary' }
    const pair = ['generate-key-pair', '--output-key-prefix', join(folder, 'key')]
    succeeded(await program([cosign, ...pair], { cwd: folder, env: password }))
    const key = await readFile(join(folder, 'key.key'), 'utf8')
    const release = ['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--to', '../releases']
    succeeded(
      await program([process.execPath, cli, ...release], { cwd: hello, env: { ...password, COSIGN_PRIVATE_KEY: key } })
    )
    const said = succeeded(await run(['verify', '../releases/v1.0.0', '--key', '../key.pub', '--rebuild']))
    expect(said).toContain('hello_1.0.0_linux_amd64.tar.gz: rebuilt, the same bytes')
  })

  test.each([
    [['crds'], /^# SMI CRD set[^]*kind: CustomResourceDefinition/],
    [['schema'], /"\$schema"/]
  ])('%j prints what it carries along', async (args, expected) => {
    expect(succeeded(await run(args, folder))).toMatch(expected)
  })
})
