import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import formats from 'ajv-formats'
import type { BuildInfo } from '../../src/go/inspect/build-info.ts'
import { sbom } from '../../src/package/sbom.ts'

const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res/schema'
)
const schema = async (name: string): Promise<AnySchema> =>
  JSON.parse(await readFile(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as AnySchema

const buildInfo: BuildInfo = {
  goVersion: 'go1.26.8',
  path: 'example.com/mesh',
  main: { path: 'example.com/mesh', version: 'v1.2.3', sum: '' },
  deps: [
    { path: 'github.com/BurntSushi/toml', version: 'v1.5.0', sum: 'h1:toml=' },
    { path: 'example.com/old', version: 'v1.0.0', sum: '', replace: { path: '../old', version: '(devel)', sum: '' } }
  ],
  settings: new Map([['vcs.revision', 'c0ffee']])
}

test("an SBOM passes CycloneDX's own schema of version 1.6, and one with a foreign field does not", async () => {
  const ajv = new Ajv({ strict: false, formats: { 'iri-reference': true, 'idn-email': true } })
  formats.default(ajv)
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(await schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  }
  const validate = ajv.compile(await schema('bom-1.6'))
  const text = sbom({
    name: 'mesh',
    version: '1.2.3',
    committedAt: '2026-01-02T03:04:05Z',
    target: { os: 'linux', arch: 'amd64' },
    sha256: 'ab'.repeat(32),
    buildInfo,
    licensed: { ids: [] },
    vendored: undefined,
    licences: new Map([['github.com/BurntSushi/toml@v1.5.0', { ids: ['MIT', 'Apache-2.0'] }]])
  })
  const document = JSON.parse(text) as Record<string, unknown>
  expect([validate(document), validate.errors]).toStrictEqual([true, null])
  expect(document).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' })
  expect(validate({ ...document, invented: true })).toBe(false)
})
