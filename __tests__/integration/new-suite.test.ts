import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ts from 'typescript'
import { program, succeeded, type Ran } from '../fakes/cli.ts'
import { HELLO, repository, workspace, write } from '../fakes/repository.ts'

jest.setTimeout(300_000)

/** The suite that CONTRIBUTING shows, in a copy of the sources. */
const stack = new AsyncDisposableStack()
let folder = ''
let project = ''
beforeAll(async () => {
  folder = stack.use(await workspace()).path
  await cp('src', join(folder, 'src'), { recursive: true })
  await cp('package.json', join(folder, 'package.json'))
  await symlink(resolve('node_modules'), join(folder, 'node_modules'))
  await addSuite(await readFile('CONTRIBUTING.md', 'utf8'))
  project = join(folder, 'project')
  await repository(project, { ...HELLO, 'slipway.yaml': `${HELLO['slipway.yaml'] ?? ''}size: { most: 50000000 }\n` })
})
afterAll(() => stack.disposeAsync())

/** Does what the page says: writes each file that it shows, and changes the lines that it changes. */
async function addSuite(page: string): Promise<void> {
  for (const [, path = '', text = ''] of page.matchAll(/^```ts\n\/\/ (suites\/\S+)\n([^]*?)^```$/gm)) {
    await mkdir(dirname(join(folder, 'src', path)), { recursive: true })
    await writeFile(join(folder, 'src', path), text)
  }
  for (const [, path = '', changes = ''] of page.matchAll(/^```diff\n \/\/ (suites\/\S+)\n([^]*?)^```$/gm)) {
    let text = await readFile(join(folder, 'src', path), 'utf8')
    const lines = changes.trimEnd().split('\n')
    for (const [i, line] of lines.entries()) {
      if (line.startsWith('-')) {
        expect(text).toContain(`\n${line.slice(1)}\n`)
        text = text.replace(`${line.slice(1)}\n`, `${lines[i + 1]?.slice(1)}\n`)
      } else if (lines[i - 1]?.startsWith('-') !== true) text = `${line.slice(1)}\n${text}`
    }
    await writeFile(join(folder, 'src', path), text)
  }
}

/** Runs Slipway with the suite. */
const slipway = (args: readonly string[], from = project): Promise<Ran> =>
  program([process.execPath, join(folder, 'src', 'cli.ts'), ...args], { cwd: from })

/** A gate of this machine's programs alone, without a cluster and without a rehearsal. */
const GATE = ['gate', '--targets', 'linux/amd64', '--suites', 'size', '--sign', 'none', '--vulnerabilities', 'off']

const filesBelow = async (path: string): Promise<readonly string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort()

describe('a suite that is added as CONTRIBUTING says', () => {
  test('touches its own folder, one line of the list and the import above it', async () => {
    const before = await filesBelow('src')
    const after = await filesBelow(join(folder, 'src'))
    expect(after.filter((name) => !before.includes(name))).toEqual([
      ...['suites/size/settings.ts', 'suites/size/size.ts', 'suites/size/suite.ts']
    ])
    const changed: string[] = []
    for (const name of before) {
      const [old, now] = await Promise.all(
        ['src', join(folder, 'src')].map(async (root) => (await readFile(join(root, name), 'utf8')).split('\n'))
      )
      const fresh = now?.filter((line) => !old?.includes(line)) ?? []
      if (fresh.length > 0) changed.push(`${name}: ${fresh.length}`)
    }
    expect(changed).toEqual(['suites/suites.ts: 2'])
  })

  test('has the types of a suite', () => {
    const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown }
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
    const root = join(folder, 'src', 'suites')
    const types = ts.createProgram([join(root, 'suites.ts')], { ...options, rootDir: folder })
    const wrong = ['suites.ts', 'size/suite.ts', 'size/settings.ts', 'size/size.ts'].flatMap((name) =>
      types
        .getSemanticDiagnostics(types.getSourceFile(join(root, name)))
        .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
    )
    expect(wrong).toEqual([])
  })

  test('stands in the help, and its settings in the schema of slipway.yaml', async () => {
    expect(succeeded(await slipway(['plan', '--help']))).toContain('size when slipway.yaml limits it.')
    const schema = JSON.parse(succeeded(await slipway(['schema']))) as { properties: Record<string, unknown> }
    expect(schema.properties['size']).toMatchObject({
      description: 'How large programs may be.',
      properties: { most: { type: 'integer' } }
    })
  })

  test('is planned where it fits, is left out where it does not, and can be asked for by its name', async () => {
    const trials = async (args: readonly string[], from = project) =>
      (JSON.parse(succeeded(await slipway(['plan', '--json', ...args], from))) as { trials: unknown }).trials
    const trial = { suite: 'size', with: { most: 50_000_000 } }
    expect(await trials([])).toEqual({ work: [trial] })
    expect(await trials(['--suites', 'size'])).toEqual({ work: [trial] })
    const without = join(folder, 'without')
    await repository(without, HELLO)
    expect(await trials([], without)).toEqual({
      skip: 'the program imports neither the SMI SDK nor a Kubernetes client; surface: there is no baseline: no stable version below 1.0.0 has a tag: a first release'
    })
    expect(await trials(['--suites', 'size'], without)).toEqual({ skip: 'size: slipway.yaml names no size' })
    const unknown = await slipway(['plan', '--suites', 'sice'])
    expect(unknown.stdout).toContain('must be one of smi, crd, workload, data, surface, size, not "sice"')
  })

  test('is tried, and every report tells its verdict', async () => {
    const { stdout, stderr } = await slipway(GATE)
    expect(stdout + stderr).toContain('gate of')
    const read = (name: string) => readFile(join(project, '.slipway', 'report', name), 'utf8')
    const report = JSON.parse(await read('compatibility.json')) as {
      outcome: string
      verdicts: { trial: { suite: string }; checks: { claim: string; seen: string }[] }[]
    }
    expect(report.outcome).toBe('passed')
    expect(report.verdicts).toMatchObject([
      { trial: { suite: 'size' }, outcome: 'passed', checks: [{ claim: 'hello has at most 50000000 bytes' }] }
    ])
    const schema = JSON.parse(await readFile('docs/compatibility.schema.json', 'utf8')) as object
    const validate = new Ajv2020({ strict: false }).compile(schema)
    expect([validate(report), validate.errors]).toEqual([true, null])
    expect(await read('junit.xml')).toContain(
      '<testcase classname="slipway.size" name="hello has at most 50000000 bytes">'
    )
    expect(await read('summary.md')).toMatch(/\| size \| .*passed/)
    const page = await read('index.html')
    expect(page).toContain('hello has at most 50000000 bytes')
    const again = await slipway(GATE)
    expect(again.stdout + again.stderr).toMatch(/prove\s+size.*reused/)
  })

  test('stops the gate with what does not hold', async () => {
    await write(project, { 'slipway.yaml': 'rebuild: 0\nsize: { most: 10 }\n' })
    const { status, stdout } = await slipway(GATE)
    expect([status, stdout]).toEqual([
      5,
      expect.stringMatching(/size: not true: hello has at most 10 bytes\n {2}seen: \d+ bytes/)
    ])
  })

  test('is known to doctor with the tools that its record names', async () => {
    const path = join(folder, 'src', 'suites', 'size', 'suite.ts')
    const record = await readFile(path, 'utf8')
    await writeFile(
      path,
      record.replace("needs: () => ['programs'],", "needs: () => ['programs'],\n  tools: ['apidiff'],")
    )
    const ran = await slipway([
      'doctor',
      '--json',
      '--suites',
      'size',
      '--sign',
      'none',
      '--to',
      join(folder, 'releases')
    ])
    const { examined } = JSON.parse(ran.stdout) as { examined: { subject: string; seen: string }[] }
    expect(examined).toContainEqual(
      expect.objectContaining({ subject: 'tool', seen: expect.stringMatching(/^apidiff: /) })
    )
  })
})
