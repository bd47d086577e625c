import { expect, test } from '@jest/globals'
import { findGo, type GoFinding } from '../../../src/adapters/toolchain/go.ts'
import { chooseGo, DEFAULT_GO, parseGoMod } from '../../../src/go/go-mod.ts'
import { parseInputs } from '../../../src/config/parse.ts'
import { parseProject } from '../../../src/config/project-file.ts'

/** Settings that a change may bring along: its author writes slipway.yaml and go.mod. */
const settings = (text: string): unknown => parseProject(text, 'slipway.yaml').project

test.each([
  ['data.0.files', (path: string) => `data: [{ name: x, read: ['{fixture}'], files: [${path}] }]`],
  ['crds.files', (path: string) => `crds: { files: [${path}] }`],
  ['crds.samples', (path: string) => `crds: { samples: [${path}] }`],
  ['smi.manifests', (path: string) => `smi: { manifests: [${path}] }`],
  ['archive.files', (path: string) => `archive: { files: [${path}] }`],
  ['workloads.0.manifests', (path: string) => `workloads: [{ name: x, ready: [{ log: a }], manifests: [${path}] }]`],
  ['workloads.0.objects', (path: string) => `workloads: [{ name: x, ready: [{ log: a }], objects: [${path}] }]`],
  [
    'workloads.0.deployment.manifest',
    (path: string) => `workloads: [{ name: x, ready: [{ log: a }], deployment: { manifest: ${path} } }]`
  ]
])('a path of %s stays below the module', (_, yaml) => {
  for (const path of ['../x', 'a/../../x', 'a/..', '..', '/etc/passwd', '-x', 'a\\b', 'a//b', '"a\\n/../../b"', '""'])
    expect(() => settings(yaml(path))).toThrow(expect.objectContaining({ code: 'invalid-project-file' }))
  for (const path of ['a', 'a/b.yaml', './a', 'a/', '.github/x', '..a/...b', 'a b/c'])
    expect(() => settings(yaml(`'${path}'`))).not.toThrow()
})

test('release: draft leaves a draft, release: public does not, a flag has the last word, and nothing else is taken', () => {
  const draftOf = (yaml: string, flag?: string): boolean => {
    const { read } = parseProject(yaml, 'slipway.yaml')
    return parseInputs((name) =>
      name === 'draft' && flag !== undefined ? { text: flag, from: '--draft' } : read(name)
    ).draft
  }
  expect(draftOf('release: draft')).toBe(true)
  expect(draftOf('release: public')).toBe(false)
  expect(draftOf('name: x')).toBe(false)
  expect(draftOf('release: public', 'true')).toBe(true)
  expect(draftOf('release: draft', 'false')).toBe(false)
  for (const yaml of ['release: drafts', 'release: true', 'release: { draft: true }', 'draft: true'])
    expect(() => settings(yaml)).toThrow(expect.objectContaining({ code: 'invalid-project-file' }))
})

test('a program to build is a folder below the module, from a flag as from settings', () => {
  for (const main of ['../x', './../x', './a/../../x', '/etc', './...', '-toolexec=x', 'example.com/x', './a b'])
    for (const given of [{ text: main, from: '--main' }, parseProject(`main: '${main}'`, 'slipway.yaml').read('main')])
      expect(() => parseInputs((name) => (name === 'main' ? given : undefined))).toThrow(
        expect.objectContaining({ code: 'invalid-inputs' })
      )
  expect(() => settings('builds: [{ main: ../x }]')).toThrow(expect.objectContaining({ code: 'invalid-project-file' }))
})

test.each([
  'go1.26.8; touch PWNED',
  'go1.26.8-evil',
  'go1.26.8+auto',
  '../../../tmp/go1.26.8',
  'path',
  'local',
  'go1.26.8\ttouch',
  'xgo1.26.8'
])('a toolchain line that names no release of Go gets none: %j', async (line) => {
  await expectNoOther(`module example.com/x\n\ngo 1.21\n\ntoolchain "${line}"\n`)
})

test.each(['1.21/../../x rc1', '1.26.8;xbeta1', 'x rc2'])('nor does a go line: %j', async (line) => {
  await expectNoOther(`module example.com/x\n\ngo "${line}"\n`)
})

/** It is passed over for our own pin, or refused by name, with nothing to ask with. */
async function expectNoOther(goMod: string): Promise<void> {
  const { version } = chooseGo(parseGoMod(goMod, 'go.mod'), 'go.mod')
  if (version === DEFAULT_GO) return
  await expect(findGo(version, {} as GoFinding, new AbortController().signal)).rejects.toMatchObject({
    kind: 'input',
    message: expect.stringContaining('is not the name of a Go release')
  })
}

test('notes of a release may say what a project wants, and no mark of a release', () => {
  const notes = (text: string) => parseProject(`release-notes: ${text}\n`, 'slipway.yaml').project.words
  expect(notes('{ title: "{name} {version}", leave-out: [docs], authors: true }')).toEqual({
    ...{ title: '{name} {version}', 'leave-out': ['docs'], authors: true }
  })
  expect(() => notes('{ title: "{branch}" }')).toThrow('names only {name}, {version} and {tag}')
  expect(() => notes('{ header: "a\\n<!-- slipway yanked -->" }')).toThrow('comment that begins with slipway')
  expect(() => notes('{ footer: "<!--/SLIPWAY -->" }')).toThrow('comment that begins with slipway')
  expect(() => notes('{ leave-out: ["do cs"] }')).toThrow('type of conventional commits')
})

test.each([
  [
    `{ main: ., ldflags: ['-X a.b={env.GITHUB_TOKEN}'] }`,
    /ldflags: 0: names \{env\.GITHUB_TOKEN\}, which looks like a secret/
  ],
  [`{ main: ., overrides: [{ targets: [linux], ldflags: ['{env.MY_SECRET}'] }] }`, /names \{env\.MY_SECRET\}/],
  [`{ main: ., ldflags: ['-X a.b={env.no-name}'] }`, /must name a variable of the environment as \{env\.NAME\}/],
  ['{ main: ., env: { GOAMD64: v3 } }', /env: GOAMD64: may set GOEXPERIMENT and GOFIPS140; a variant such as GOAMD64/],
  ['{ main: ., targets: [linux] }', /targets: 0: target "linux" is not of the form os\/arch/],
  ['{ main: ., targets: [linux/all] }', /stands for several processors, which only darwin\/all does/],
  ['{ main: ., flags: [-race] }', /flags: 0: /],
  ['{ main: ., overrides: [{ targets: [Linux] }] }', /overrides: 0: targets: 0: must be os, os\/arch or/]
])('settings of a program are checked, each with its line: %s', (build, why) => {
  const read = () => parseProject(`name: x\nbuilds:\n  - ${build}\n`, 'slipway.yaml')
  expect(read).toThrow(why)
  expect(read).toThrow(/^slipway\.yaml:3: builds: 0: /)
})
