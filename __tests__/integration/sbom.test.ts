import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testTool } from '../bed/test-tools.ts'
import { findLicences } from '../../src/licences/licences.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { git, repository, workspace } from '../fakes/repository.ts'

jest.setTimeout(300_000)

/** Modules with one licence, with two in one file, and with an unusual form of one. */
const GO_SUM = `github.com/google/uuid v1.6.0 h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=
github.com/google/uuid v1.6.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=
github.com/pmezard/go-difflib v1.0.0 h1:4DBwDE0NGyQoBHbLQYPwSUPoCMWR5BEzIk/f1lZbAQM=
github.com/pmezard/go-difflib v1.0.0/go.mod h1:iKH77koFhYxTK1pcRnkKkqfTogsbg7gZNVY4sRDYZ/4=
gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405 h1:yhCVgyC4o1eVCa2tZl7eS0r+SDo693bJlVdllGtEeKM=
gopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405/go.mod h1:Co6ibVJAznAaIkqp8huTwlJQCZ016jof/cbN4VW5Yz0=
gopkg.in/yaml.v3 v3.0.1 h1:fxVm/GzAzEWqLHuvctI91KS9hhNmmWOoWu0XTYJS7CA=
gopkg.in/yaml.v3 v3.0.1/go.mod h1:K4uyk7z7BCEPqu6E+C64Yfv1cQ7kz7rIZviUmN+EgEM=
`
const SOURCES = {
  'go.mod': `module example.com/parts

go 1.26.8

require (
	github.com/google/uuid v1.6.0
	github.com/pmezard/go-difflib v1.0.0
	gopkg.in/yaml.v3 v3.0.1
)
`,
  'go.sum': GO_SUM,
  'main.go': `package main

import (
	"github.com/google/uuid"
	"github.com/pmezard/go-difflib/difflib"
	"gopkg.in/yaml.v3"
)

func main() { println(uuid.Nil.String(), len(difflib.SplitLines("")), yaml.Unmarshal(nil, nil) == nil) }
`,
  LICENSE: 'Ask me.\n'
}
const NAME = 'parts_1.0.0_linux_amd64'

interface Named {
  readonly name: string
  readonly value: string
}
interface Component {
  readonly name: string
  readonly version: string
  readonly licenses?: readonly { readonly license: { readonly id: string } }[]
  readonly properties?: readonly Named[]
}
interface CycloneDx {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
}
interface Spdx {
  readonly packages: readonly {
    readonly name: string
    readonly versionInfo?: string
    readonly licenseDeclared: string
    readonly licenseComments?: string
  }[]
}

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
let place: string
let folder: string
let check: string

beforeAll(async () => {
  place = stack.use(await workspace()).path
  folder = join(place, 'parts')
  check = await testTool('sbom-check', () => undefined, AbortSignal.timeout(250_000))
  await repository(folder, SOURCES)
  succeeded(await build())
})

const build = (...flags: readonly string[]) =>
  slipway(['build', '--targets', 'linux/amd64', '--sbom', 'both', ...flags], { cwd: folder })
const made = (out: string, ending: string): Promise<string> => readFile(join(folder, out, `${NAME}.${ending}`), 'utf8')
const cycloneDx = async (out = '.slipway'): Promise<CycloneDx> => JSON.parse(await made(out, 'cdx.json')) as CycloneDx
const spdx = async (): Promise<Spdx> => JSON.parse(await made('.slipway', 'spdx.json')) as Spdx
const property = ({ properties = [] }: Component, name: string): string | undefined =>
  properties.find((one) => one.name === `slipway:${name}`)?.value
const ids = ({ licenses = [] }: Component): readonly string[] => licenses.map(({ license }) => license.id)

describe('the SBOM of a program', () => {
  test('names every module with its version, the hash of go.sum and its licences, and Go itself', async () => {
    const { components, metadata } = await cycloneDx()
    expect(components.map((one) => [one.name, one.version, property(one, 'go:sum'), ids(one)])).toEqual([
      ['github.com/google/uuid', 'v1.6.0', 'h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=', ['BSD-3-Clause']],
      ['github.com/pmezard/go-difflib', 'v1.0.0', 'h1:4DBwDE0NGyQoBHbLQYPwSUPoCMWR5BEzIk/f1lZbAQM=', ['BSD-3-Clause']],
      ['gopkg.in/yaml.v3', 'v3.0.1', 'h1:fxVm/GzAzEWqLHuvctI91KS9hhNmmWOoWu0XTYJS7CA=', ['Apache-2.0', 'MIT']],
      ['stdlib', 'go1.26.8', undefined, ['BSD-3-Clause']]
    ])
    // Every module that go.sum has the content of, but for one that only tests of yaml use.
    const hashed = GO_SUM.split('\n').filter(
      (line) => line !== '' && !line.includes('/go.mod ') && !/check\.v1/.test(line)
    )
    expect(components.slice(0, -1).map((one) => `${one.name} ${one.version} ${property(one, 'go:sum')}`)).toEqual(
      hashed
    )
    expect(property(metadata.component, 'licence:unknown')).toBe('LICENSE is no licence text that is known here')
    expect(ids(metadata.component)).toEqual([])
  })

  test('is also there in the form of SPDX, and says the same', async () => {
    const { packages } = await spdx()
    expect(packages.map((one) => [one.name, one.versionInfo, one.licenseDeclared, one.licenseComments])).toEqual([
      ['parts', '1.0.0', 'NOASSERTION', 'LICENSE is no licence text that is known here'],
      ['github.com/google/uuid', 'v1.6.0', 'BSD-3-Clause', undefined],
      ['github.com/pmezard/go-difflib', 'v1.0.0', 'BSD-3-Clause', undefined],
      ['gopkg.in/yaml.v3', 'v3.0.1', 'Apache-2.0 AND MIT', expect.stringMatching(/^LICENSE holds \d+ words beside/)],
      ['stdlib', 'go1.26.8', 'BSD-3-Clause', undefined]
    ])
  })

  test('is valid by the schemas and libraries of CycloneDX and SPDX themselves, in another language than ours', async () => {
    const [cdx, spdxFile] = ['cdx', 'spdx'].map((form) => join(folder, '.slipway', `${NAME}.${form}.json`))
    succeeded(await program([check, 'cyclonedx', cdx ?? ''], { cwd: place }))
    succeeded(await program([check, 'spdx', spdxFile ?? ''], { cwd: place }))
  })

  test.each([
    ['cyclonedx', 'cdx', (text: string) => text.replace('"BSD-3-Clause"', '"BSD-3-Clauses"'), /value must be one of/],
    ['cyclonedx', 'cdx', (text: string) => text.replace('urn:uuid:', 'urn:'), /serialNumber/],
    ['spdx', 'spdx', (text: string) => text.replace('"filesAnalyzed"', '"filesAnalysed"'), /filesAnalysed/],
    [
      'spdx',
      'spdx',
      (text: string) => text.replace('SPDXRef-part-1"', 'SPDXRef-part-9"'),
      /part-1 used in relationship but no such package exists/
    ]
  ])('is refused as %s when it is changed', async (form, ending, change, why) => {
    const file = join(place, `wrong.${ending}.json`)
    await writeFile(file, change(await made('.slipway', `${ending}.json`)))
    const run = await program([check, form, file], { cwd: place })
    expect(run).toMatchObject({ status: 1, stderr: expect.stringMatching(why) })
  })

  test('is the same to the byte once more, and with modules that are vendored it names the same licences', async () => {
    succeeded(await build('--out', 'again'))
    for (const form of ['cdx.json', 'spdx.json']) expect(await made('again', form)).toBe(await made('.slipway', form))
    succeeded(await program(['go', 'mod', 'vendor'], { cwd: folder }))
    await git(folder, 'add', '--all', '.')
    await git(folder, 'commit', '--quiet', '--message', 'vendor')
    succeeded(await build('--out', 'vendored', '--version', '1.0.0'))
    const [plain, vendored] = [await cycloneDx(), await cycloneDx('vendored')]
    expect(vendored.components.map((one) => [one.name, ids(one)])).toEqual(
      plain.components.map((one) => [one.name, ids(one)])
    )
    // What go.sum vouches for was not compiled: the copy in the repository was.
    const [uuid] = vendored.components.filter(({ name }) => name.endsWith('uuid'))
    expect(uuid?.properties).toEqual([
      { name: 'slipway:go:vendored', value: 'true' },
      { name: 'slipway:go:vendored:sum', value: 'h1:NIvaJDMOsjHA8n1jAhLSgzrAzy1Hgr+hNrb57e+94F0=' }
    ])
  })
})

test("the licences of the example's modules are those that google/licensecheck finds, which is not ours", async () => {
  const example = join(import.meta.dirname, '../../examples/mesh-canary/v1.0.0')
  const go = ['go', 'list', '-deps', '-f', '{{with .Module}}{{.Dir}}{{end}}', './...']
  const listed = succeeded(await program(go, { cwd: example }))
    .trim()
    .split('\n')
  const licences = [...new Set(listed)]
    .filter((dir) => dir !== '' && dir !== example)
    .map((dir) => join(dir, 'LICENSE'))
  expect(licences.length).toBeGreaterThan(20)
  const said = succeeded(await program([check, 'licences', ...licences], { cwd: place }))
  const theirs = said
    .trim()
    .split('\n')
    .map((line, i) => [licences[i], [...new Set(JSON.parse(line) as string[])].sort()])
  const ours = await Promise.all(
    licences.map(async (file) => [file, [...findLicences(await readFile(file, 'utf8')).ids].sort()])
  )
  expect(ours).toEqual(theirs)
})
