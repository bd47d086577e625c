import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadModule, makeRepository, moduleVersion } from '../bed/module-repository.ts'
import { PUBLIC_PROGRAMS, type Feature, type PublicProgram } from '../bed/public-modules.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { workspace } from '../fakes/repository.ts'

// Twenty programs of others, each compiled for two targets.
jest.setTimeout(900_000)

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
beforeAll(async () => {
  place = stack.use(await workspace()).path
})

const TARGETS = ['--targets', 'linux/amd64,windows/amd64']
const NO_PROOF = ['--kubernetes', 'none', '--to', 'none', '--vulnerabilities', 'off']

test.each(PUBLIC_PROGRAMS)('$path is planned, built and says its version', async (chosen) => {
  const { version, main, has } = chosen
  const folder = await makeCheckout(chosen)
  expect(await readFeatures(folder, main)).toEqual(has)

  const flags = ['--main', main, ...TARGETS, '--go-version', await readOwnGo()]
  const plan = succeeded(await slipway(['plan', ...flags, ...NO_PROOF], { cwd: folder }))
  const said = succeeded(await slipway(['build', ...flags], { cwd: folder }))

  const made = await readdir(join(folder, '.slipway/bin'), { recursive: true })
  const path = made.find((name) => /^linux_amd64\/[^/]+$/.test(name)) ?? ''
  expect(made).toContain(path.replace('linux', 'windows') + '.exe')
  const told = await program([join(folder, '.slipway/bin', path), chosen.ask], { cwd: place })
  expect(told.stdout + told.stderr).toContain(chosen.says ?? version.slice(1))
  expect(told.status).toBe(0)
  const warnings = [...`${plan}${said}`.matchAll(/^.*warning: .*$/gm)].map(([line]) => line.trim())
  const lines = [...new Set(warnings)].map((line) => `\n  ${line}`).join('')
  process.stderr.write(`${chosen.path} ${version}: ${has.join(', ')}; says ${firstLine(told)}${lines}\n`)
})

/** One Go for all: the runtime is compiled once. */
const readOwnGo = async (): Promise<string> =>
  succeeded(await program(['go', 'env', 'GOVERSION'], { cwd: '/', env: { GOTOOLCHAIN: 'local' } })).trim()

const firstLine = ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string =>
  (stdout || stderr)
    .split('\n')
    .find((line) => /\d\.\d/.test(line))
    ?.trim() ?? ''

/** The module as a repository with its tag: a vendor folder and a slipway.yaml are what its makers would commit. */
async function makeCheckout(chosen: PublicProgram): Promise<string> {
  const name = chosen.path.replaceAll('/', '-')
  const downloaded = await downloadModule(chosen)
  const layer = join(place, `${name}-sources`)
  await cp(downloaded.dir, layer, { recursive: true })
  succeeded(await program(['chmod', '-R', 'u+w', layer], { cwd: place }))
  if (chosen.has.includes('vendor')) succeeded(await program(['go', 'mod', 'vendor'], { cwd: layer, env: ALONE }))
  if (chosen.ldflags) {
    const builds = [{ main: chosen.main, ldflags: chosen.ldflags }]
    await writeFile(join(layer, 'slipway.yaml'), JSON.stringify({ builds }))
  }
  const folder = join(place, name)
  await makeRepository(folder, [{ ...moduleVersion(downloaded), layers: [layer] }])
  return folder
}

const ALONE = { GOWORK: 'off' }

interface ListedPackage {
  readonly Dir: string
  readonly Standard?: boolean
  readonly Module?: { readonly Main?: boolean }
  readonly GoFiles?: readonly string[]
  readonly EmbedFiles?: readonly string[]
}

/** What the packages of the module itself have that its program is made of. */
async function readFeatures(folder: string, main: string): Promise<readonly Feature[]> {
  const list = async (GOOS: string): Promise<readonly ListedPackage[]> => {
    const fields = '-json=Dir,Standard,Module,GoFiles,EmbedFiles'
    const env = { ...ALONE, GOOS, GOARCH: 'amd64', CGO_ENABLED: '0' }
    const text = succeeded(await program(['go', 'list', '-deps', fields, main], { cwd: folder, env }))
    const packages = JSON.parse(`[${text.replace(/^}\n{/gm, '},\n{')}]`) as readonly ListedPackage[]
    return packages.filter((one) => one.Module?.Main)
  }
  const [linux, windows] = [await list('linux'), await list('windows')]
  const files = (packages: readonly ListedPackage[]): readonly string[] =>
    packages.flatMap(({ Dir, GoFiles = [] }) => GoFiles.map((name) => join(Dir, name))).sort()
  const sources = await Promise.all(files(linux).map((path) => readFile(path, 'utf8')))
  const has: Readonly<Record<Feature, boolean>> = {
    embeds: linux.some(({ EmbedFiles }) => EmbedFiles?.length),
    generated: sources.some((text) => /^\/\/ Code generated .* DO NOT EDIT\.$/m.test(text)),
    system: files(linux).join() !== files(windows).join(),
    vendor: (await readdir(folder)).includes('vendor')
  }
  return (Object.keys(has) as Feature[]).filter((feature) => has[feature])
}
