import { describe, expect, test } from '@jest/globals'
import { parseProject } from '../../../src/config/project-file.ts'
import { parseInputs } from '../../../src/config/parse.ts'
import { listPrograms } from '../../../src/config/programs.ts'
import { listVariableNames } from '../../../src/config/variables.ts'
import { describeLeft, formatProjectFile, listLeftLines } from '../../../src/init/draft.ts'
import { readGoreleaser } from '../../../src/init/goreleaser.ts'
import { makeReleaseWorkflow } from '../../../src/init/pipelines.ts'
import type { Held } from '../../../src/model/held-releases.ts'
import { planBuilds, refuseStrangers } from '../../../src/plan/builds.ts'
import type { Facts } from '../../../src/model/nouns.ts'
import { KNOWN } from '../../fakes/known-module.ts'

const read = (yaml: string, known = KNOWN, without: readonly Held[] = []) =>
  readGoreleaser(yaml, '.goreleaser.yaml', known, without)
/** What was not carried over, each with the advice. */
const left = (yaml: string, known = KNOWN) => listLeftLines(read(yaml, known).left, 'f')
const find = (yaml: string, setting: string, known = KNOWN) =>
  left(yaml, known).filter((line) => line.replace(/^f(:\d+)?: /, '').startsWith(`${setting}: `))
/** What plan makes of the slipway.yaml that is written: it takes it. */
const accept = (yaml: string) => {
  const draft = read(yaml)
  const { project, read: given } = parseProject(formatProjectFile(draft, 'f'), 'slipway.yaml')
  const config = parseInputs(given)
  const programs = listPrograms(config.main, project.builds, config.targets)
  const mains = config.main.map((dir) => ({ dir, importPath: `${KNOWN.module}${dir.slice(1)}` }))
  const variables = Object.fromEntries(listVariableNames(project.builds).map((name) => [name, 'value']))
  refuseStrangers(mains, project.builds, programs)
  const builds = planBuilds(programs, { mains, variables, version: '1.0.0', facts: FACTS })
  expect(builds.flatMap(({ binaries }) => binaries).length).toBe(programs.length)
  return draft
}
const FACTS = { commit: 'c'.repeat(40), committedAt: '2026-01-02T03:04:05Z', vendored: false } as Facts
const ONE = 'goos: [linux], goarch: [amd64]'

describe('a configuration of GoReleaser', () => {
  test('that says nothing becomes its builder’s own targets, and what differs by default is told', () => {
    const draft = read('version: 2\n')
    expect(draft).toMatchObject({
      targets: [
        ...['linux/amd64', 'linux/arm64', 'linux/386', 'darwin/amd64', 'darwin/arm64'],
        ...['windows/amd64', 'windows/arm64', 'windows/386']
      ],
      main: ['.'],
      ...{ builds: [], step: {} },
      // GoReleaser packs tar.gz for Windows, too.
      archives: [{ format: 'tar.gz' }],
      extras: { 'checksum-lists': [{ name: '{name}_{version}_checksums.txt' }] }
    })
    expect(draft.left.map(({ setting, line }) => [setting, line])).toEqual([
      ['version', 1],
      ...['builds.ldflags', 'builds.env'].map((name) => [name, undefined])
    ])
  })

  test('gives its programs their folders, names, flags and tags, without what Slipway does by itself', () => {
    const draft = read(`
project_name: mesh
builds:
  - main: ./cmd/server/main.go
    binary: '{{ .ProjectName }}-server'
    goos: [linux]
    goarch: [amd64, arm]
    goarm: ['6', '7']
    goamd64: [v1, v3]
    ignore: [{ goarch: arm, goarm: '6' }]
    flags: [-trimpath, '-tags=netgo,osusergo']
    ldflags:
      - -s -w -X main.version={{.Version}} -X 'example.com/team/mesh/v2/build.Commit={{ .FullCommit }}'
      - -X main.builtBy={{ .ProjectName }}
    env: [CGO_ENABLED=0, GOEXPERIMENT=jsonv2]
    mod_timestamp: '{{ .CommitTimestamp }}'
archives:
  - files: [LICENSE*, README.md, ./deploy/rbac.yaml]
    format_overrides: [{ goos: windows, formats: [zip] }]
    name_template: '{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ if .Arm }}v{{ .Arm }}{{ end }}{{ if not (eq .Amd64 "v1") }}{{ .Amd64 }}{{ end }}'
checksum: { name_template: checksums.txt, algorithm: sha256 }
release: { prerelease: auto, draft: false, github: { owner: Team, name: mesh } }
changelog: { use: git }
`)
    expect(draft).toEqual({
      targets: ['linux/amd64', 'linux/amd64/v3', 'linux/arm/v7'],
      main: ['./cmd/server'],
      builds: [
        {
          main: './cmd/server',
          name: 'mesh-server',
          ldflags: ['-X=example.com/team/mesh/v2/build.Commit={commit}', '-X=main.builtBy=mesh'],
          tags: ['netgo', 'osusergo'],
          env: { GOEXPERIMENT: 'jsonv2' }
        }
      ],
      archives: [{ files: ['deploy/rbac.yaml'] }],
      extras: {},
      step: {},
      left: []
    })
  })

  test.each([
    ['docs/*.md', ['docs/*.md']],
    ['{ src: docs, dst: d }', [{ from: 'docs', to: 'd/' }]],
    ['{ src: docs/**/*.md, dst: d }', [{ from: 'docs/**/*.md', to: 'd/' }]],
    ['{ src: docs/a.md, dst: guide.md }', [{ from: 'docs/a.md', to: 'guide.md' }]],
    ['{ src: docs/b/c.md, dst: d, strip_parent: true }', [{ from: 'docs/b/c.md', to: 'd/' }]],
    [
      '{ src: docs/**/*.md, dst: d, strip_parent: true }',
      [
        { from: 'docs/a.md', to: 'd/a.md' },
        { from: 'docs/b/c.md', to: 'd/c.md' }
      ]
    ]
  ])('packs what %s stands for', (item, files) => {
    const yaml = `builds: [{ ${ONE} }]\narchives: [{ files: [${item}] }]`
    expect(read(yaml).archives).toEqual([{ files }])
    expect(left(yaml).filter((line) => /archives\[0\]\.files\[0\]/.test(line))).toEqual([])
  })

  test.each([['completions/*'], ["'{{ .Os }}.md'"]])('packs nothing for %s, and says so', (item) => {
    const yaml = `builds: [{ ${ONE} }]\narchives: [{ files: [${item}] }]`
    expect(read(yaml).archives).toEqual([])
    expect(find(yaml, 'archives[0].files[0]')).toHaveLength(1)
  })

  test.each<[string, readonly unknown[]]>([
    ['[{ formats: [binary] }]', [{ format: 'binary' }]],
    ['[{ format: zip }]', [{ format: 'zip' }]],
    ['[{ formats: [tar.gz], format_overrides: [{ goos: windows, formats: [zip] }] }]', []],
    [
      '[{ format: binary, format_overrides: [{ goos: darwin, format: zip }] }]',
      [{ format: 'binary', 'format-of': { darwin: 'zip' } }]
    ],
    ['[{ formats: [tar.gz, zip] }]', [{ format: 'tar.gz' }, { format: 'zip' }]],
    [
      "[{ name_template: '{{ .ProjectName }}-v{{ .Version }}-{{ .Os }}-{{ .Arch }}' }]",
      [{ format: 'tar.gz', name: '{name}-v{version}-{os}-{arch}' }]
    ],
    [
      `[{ name_template: '{{ .Binary }}_{{- if eq .Os "darwin" }}macOS{{- else }}{{ title .Os }}{{ end }}_{{ if eq .Arch "amd64" }}x86_64{{ else if eq .Arch "386" }}i386{{ else }}{{ .Arch }}{{ end }}' }]`,
      [
        {
          format: 'tar.gz',
          name: '{program}_{os}_{arch}',
          spell: { darwin: 'macOS', windows: 'Windows', amd64: 'x86_64' }
        }
      ]
    ],
    ['[{ wrap_in_directory: true }]', [{ format: 'tar.gz', folder: '{name}_{version}_{os}_{arch}' }]],
    ["[{ wrap_in_directory: '{{ .ProjectName }}-{{ .Version }}' }]", [{ format: 'tar.gz', folder: '{name}-{version}' }]]
  ])('packs as %s says', (archives, expected) => {
    const yaml = `builds: [{ goos: [darwin, windows], goarch: [amd64] }]\narchives: ${archives}`
    expect(read(yaml).archives).toEqual(expected)
    expect(left(yaml).filter((line) => /archives\[0\]\.(name|format|wrap)/.test(line))).toEqual([])
  })

  test('gives each archive the programs of the builds that it names', () => {
    const build = (id: string, main: string) => `{ id: ${id}, main: ${main}, binary: ${id}, ${ONE} }`
    const yaml = `builds: [${build('one', './cmd/server')}, ${build('two', '.')}]
archives: [{ id: a, ids: [one], name_template: one }, { id: b, ids: [two], name_template: two }]`
    expect(read(yaml).archives).toEqual([
      { programs: ['one'], name: 'one' },
      { programs: ['two'], name: 'two' }
    ])
  })

  test.each<[string, unknown]>([
    ['checksum: { name_template: SHA256SUMS }', { 'checksum-lists': [{ name: 'SHA256SUMS' }] }],
    [
      "checksum: { name_template: '{{ .Version }}.sha512', algorithm: sha512 }",
      { 'checksum-lists': [{ name: '{version}.sha512', algorithm: 'sha512' }] }
    ],
    ['checksum: { disable: true }', {}],
    ['checksum: { name_template: checksums.txt }', {}],
    [
      'checksum: { name_template: checksums.txt }\nsource: { enabled: true, name_template: src, prefix_template: "a-{{ .Version }}/" }',
      { 'source-archive': { name: 'src', folder: 'a-{version}' } }
    ],
    [
      "checksum: { name_template: checksums.txt }\nrelease: { extra_files: [{ glob: ./docs/*.md }, { glob: deploy/rbac.yaml, name_template: 'rbac-{{ .Tag }}.yaml' }] }",
      { 'release-files': ['docs/*.md', { from: 'deploy/rbac.yaml', name: 'rbac-v{version}.yaml' }] }
    ]
  ])('releases what %s says', (yaml, extras) => {
    expect(read(`builds: [{ ${ONE} }]\n${yaml}`).extras).toEqual(extras)
  })

  test('of two alike builds of one main package makes one, for the targets of both', () => {
    const build = (os: string) =>
      `{ id: ${os}, main: ./cmd/server, env: [CGO_ENABLED=0], goos: [${os}], goarch: [amd64] }`
    expect(read(`builds: [${build('linux')}, ${build('darwin')}]`)).toMatchObject({
      targets: ['linux/amd64', 'darwin/amd64'],
      main: ['./cmd/server']
    })
  })

  test('of several builds of one main package makes several programs, each for its own targets', () => {
    const yaml = `builds:
  - { id: plain, goos: [linux, darwin], goarch: [amd64], ldflags: '-s -w' }
  - { id: fips, binary: mesh-fips, goos: [darwin], goarch: [amd64], env: [GOFIPS140=latest], ldflags: '-s -w' }
  - { id: mac, goos: [darwin, windows], goarch: [amd64], tags: [mac], ldflags: '-s -w' }
`
    const draft = accept(yaml)
    expect([draft.targets, draft.builds]).toEqual([
      ['linux/amd64', 'darwin/amd64'],
      [
        { main: '.' },
        { main: '.', name: 'mesh-fips', targets: ['darwin/amd64'], env: { GOFIPS140: 'latest' } },
        { main: '.', targets: ['windows/amd64'], tags: ['mac'] }
      ]
    ])
    // GoReleaser makes both, in folders that no downloader sees.
    expect(find(yaml, 'builds[2]')).toEqual([
      expect.stringMatching(/another build makes mesh of the same main package for darwin\/amd64, with other settings/)
    ])
  })

  test('of builds that differ for the same targets makes the first, and lists all of the second', () => {
    const yaml = `builds:
  - { id: plain, ${ONE} }
  - { id: fips, ${ONE}, env: [GOFIPS140=latest], ldflags: '-s -w' }
`
    const draft = accept(yaml)
    expect([draft.targets, draft.builds]).toEqual([['linux/amd64'], []])
    const second = draft.left.filter(({ setting }) => setting.startsWith('builds[1]'))
    expect(second.map(({ setting }) => setting.slice('builds[1].'.length))).toEqual([
      ...['id', 'goos[0]', 'goarch[0]', 'env[0]', 'ldflags']
    ])
    expect(listLeftLines(second, 'f')[0]).toMatch(/^f:3: .* give this one a name of its own/)
  })

  test('gives a build with other targets its own', () => {
    const draft = accept(`builds:
  - { main: ./cmd/server, binary: server, goos: [linux, darwin], goarch: [amd64] }
  - { main: ., goos: [windows], goarch: [amd64] }
`)
    expect([draft.targets, draft.main, draft.builds]).toEqual([
      ['linux/amd64', 'darwin/amd64'],
      ['./cmd/server', '.'],
      [{ main: '.', targets: ['windows/amd64'] }]
    ])
  })

  test('carries over what overrides say of targets that it builds, each for that one alone', () => {
    const yaml = `builds:
  - goos: [linux, windows]
    goarch: [amd64, arm64]
    goamd64: [v1, v3]
    ldflags: -s -w -X main.a=b
    overrides:
      - { goos: linux, goarch: amd64, goamd64: v1, tags: [one] }
      - { goos: linux, goarch: amd64, goamd64: v3, ldflags: '-s -w -X main.a=c', env: [GOFIPS140=latest] }
      - { goos: windows, goarch: arm64, flags: [-pgo=off, -race], asmflags: [x] }
      - { goos: windows, goarch: amd64, goamd64: v3, ldflags: -s -w }
      - { goos: plan9, goarch: amd64, tags: [none] }
      - { goos: '{{ .Os }}', goarch: amd64, tags: [none] }
`
    expect(accept(yaml).builds).toEqual([
      {
        main: '.',
        ldflags: ['-X=main.a=b'],
        overrides: [
          { targets: ['linux/amd64/v1'], tags: ['one'] },
          { targets: ['linux/amd64/v3'], ldflags: ['-X=main.a=c'], env: { GOFIPS140: 'latest' } },
          { targets: ['windows/arm64'], flags: ['-pgo=off'] },
          { targets: ['windows/amd64/v3'], ldflags: [] }
        ]
      }
    ])
    const lines = (setting: string) => find(yaml, `builds[0].overrides[${setting}`)
    expect(lines('2].flags[1]')).toEqual([expect.stringContaining('-race is not passed to go build')])
    expect(lines('2].asmflags[0]')).toEqual([expect.stringContaining('no flags to the assembler')])
    expect(lines('4].tags[0]')).toEqual([expect.stringContaining('it fits no target of this build')])
    expect(lines('5].tags[0]')).toEqual([expect.stringContaining('its target is none that Slipway knows')])
  })

  test('names variables of the job in flags, and says that they are wanted; secrets and its own ones stay out', () => {
    const yaml = `env: ['OUT={{ .Env.X }}']
builds:
  - goos: [linux]
    goarch: [amd64]
    ldflags: ['-s -w', '-X main.c={{ .Env.CHANNEL }}', '-X main.t={{ .Env.API_TOKEN }}', '-X main.o={{ .Env.OUT }}', '{{ .Env.LDFLAGS }}']
    env: ['GOFIPS140={{ .Env.FIPS }}']
`
    expect(accept(yaml).builds).toEqual([{ main: '.', ldflags: ['-X=main.c={env.CHANNEL}'] }])
    expect(find(yaml, 'builds[0].ldflags[1]')).toEqual([expect.stringContaining('set CHANNEL for the step of Slipway')])
    expect(find(yaml, 'builds[0].ldflags[4]')).toEqual([expect.stringContaining('stands for whole flags')])
    expect(['ldflags[2]', 'ldflags[3]', 'env[0]'].map((key) => find(yaml, `builds[0].${key}`).length)).toEqual([
      1, 1, 1
    ])
  })

  test.each([
    ['{ replace: true }', ['linux/amd64', 'linux/arm64', 'darwin/all'], []],
    ['{ name_template: mesh }', ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64', 'darwin/all'], []],
    [
      '{ replace: true, name_template: other, mod_timestamp: "{{ .CommitTimestamp }}" }',
      ['linux/amd64', 'linux/arm64', 'darwin/all'],
      ['universal_binaries[0].name_template']
    ],
    [
      '{ ids: [gone], replace: true }',
      ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'],
      ['universal_binaries[0].ids[0]', 'universal_binaries[0].replace']
    ]
  ])('makes one program for both processors of macOS: %s', (universal, targets, listed) => {
    const yaml = `builds: [{ binary: mesh, goos: [linux, darwin], goarch: [amd64, arm64] }]\nuniversal_binaries: [${universal}]\n`
    const draft = accept(yaml)
    expect(draft.targets).toEqual(targets)
    expect(draft.left.map(({ setting }) => setting).filter((name) => name.startsWith('universal'))).toEqual(listed)
  })

  test('leaves out what is skipped or no program of Go, and says so of each of its settings', () => {
    const yaml = `builds:
  - { main: ./cmd/server, ${ONE} }
  - { goos: [windows], skip: true }
  - { builder: rust, targets: [x86_64-unknown-linux-gnu] }
  - { buildmode: c-shared, goos: [darwin] }
`
    expect(read(yaml)).toMatchObject({ main: ['./cmd/server'], targets: ['linux/amd64'] })
    expect(
      ['builds[1].goos[0]', 'builds[1].skip', 'builds[2].targets[0]', 'builds[3].goos[0]'].map(
        (name) => find(yaml, name).length
      )
    ).toEqual([1, 1, 1, 1])
  })

  test('sets the environment of the whole file for each program, and its values in templates', () => {
    expect(
      read(`env: [CGO_ENABLED=0, GOEXPERIMENT=jsonv2, PKG=example.com/p, GOFLAGS=-mod=mod, 'OUT={{ .Env.X }}']
builds: [{ ${ONE}, ldflags: '-s -w -X {{ .Env.PKG }}.version={{ .Tag }} -X a.out={{ .Env.OUT }}' }]
`)
    ).toMatchObject({
      builds: [{ ldflags: ['-X=example.com/p.version=v{version}'], env: { GOEXPERIMENT: 'jsonv2' } }]
    })
    const yaml = `env: [GOFLAGS=-mod=mod, OTHER=1]\nbuilds: [{ ${ONE} }]\n`
    expect([find(yaml, 'env[0]'), find(yaml, 'env[1]')].map((lines) => lines.length)).toEqual([1, 1])
  })

  test.each([
    ['tags: "netgo,osusergo"', ['netgo', 'osusergo']],
    ['tags: "netgo osusergo"', ['netgo', 'osusergo']],
    ['tags: ["netgo,osusergo", cloud]', ['netgo', 'osusergo', 'cloud']],
    ['flags: "-trimpath -tags netgo"', ['netgo']]
  ])('reads build tags however they are written: %s', (tags, expected) => {
    expect(read(`builds: [{ ${ONE}, ${tags} }]\n`).builds).toMatchObject([{ tags: expected }])
  })

  test.each([
    ['builds[0].ldflags', `builds: [{ ${ONE}, ldflags: '-s -X main.tree={{ .GitTreeState }}' }]`, 'template'],
    [
      'builds[0].ldflags[1]',
      `builds: [{ ${ONE}, ldflags: [-s, '-extldflags "-static" -H windowsgui'] }]`,
      '-extldflags=-static is not passed on'
    ],
    ['builds[0].ldflags', `builds: [{ ${ONE}, ldflags: '-X a.b=c' }]`, 'strips'],
    ['builds[0].ldflags', `builds: [{ ${ONE}, ldflags: '-s -X a.b={version}' }]`, 'template'],
    ['builds[0].flags[0]', `builds: [{ ${ONE}, flags: [-race] }]`, '-race is not passed to go build'],
    [
      'builds[0].overrides[0].goos',
      `builds: [{ ${ONE}, overrides: [{ goos: darwin, goarch: amd64, tags: [x] }] }]`,
      'fits no target'
    ],
    [
      'builds[0].hooks.post[0].cmd',
      `builds: [{ ${ONE}, hooks: { post: [{ cmd: upx, env: [A=b] }] } }]`,
      'no commands of yours'
    ],
    ['before.hooks[0]', 'before: { hooks: [go generate ./...] }', 'no commands of yours'],
    ['builds[0].binary', `builds: [{ ${ONE}, binary: 'mesh-{{ .Os }}' }]`, 'the program is named mesh'],
    ['builds[0].env[0]', `builds: [{ ${ONE}, env: [CGO_ENABLED=1] }]`, 'without cgo'],
    ['archives[0].formats[0]', `builds: [{ ${ONE} }]\narchives: [{ formats: [tar.zst] }]`, 'tar.gz and zip'],
    ['archives[1].id', `builds: [{ ${ONE} }]\narchives: [{ id: a }, { id: b }]`, 'have one name'],
    ['archives[0].name_template', `archives: [{ name_template: '{{ .ProjectName }}-{{ .Os }}' }]`, 'have one name'],
    [
      'archives[0].name_template',
      `archives: [{ name_template: '{{ if eq .Os "darwin" }}all{{ else }}{{ .Arch }}{{ end }}' }]`,
      '{name}_{version}_{os}_{arch}'
    ],
    ['archives[0].wrap_in_directory', "archives: [{ wrap_in_directory: '{{ .Env.X }}' }]", 'folder of the archive'],
    ['checksum.algorithm', 'checksum: { algorithm: blake2b }', 'sha256 and sha512'],
    ['checksum.split', 'checksum: { split: true }', 'list of its own'],
    ['source.format', 'source: { enabled: true, format: zip }', 'a tar.gz'],
    ['release.extra_files[0].glob', 'release: { extra_files: [{ glob: x }] }', 'release-files'],
    ['release.header', 'release: { header: hello }', 'notes'],
    ['release.footer', 'release: { footer: hello }', 'notes'],
    ['release.make_latest', "release: { make_latest: '{{ .X }}' }", 'page of the release'],
    ['changelog.filters.exclude[0]', 'changelog: { filters: { exclude: [^docs] } }', 'groups conventional commits'],
    ['dockers[0].ids[0]', 'dockers: [{ ids: [a] }]', 'does not do this'],
    ['brews', 'brews: []', 'does not do this'],
    ['unheard_of', 'unheard_of: 1', 'does not do this']
  ])('says of %s what to do about it', (setting, yaml, advice) => {
    expect(find(yaml, setting).join()).toContain(advice)
  })

  test.each([
    ["release: { draft: '{{ .IsNightly }}' }", 'release.draft'],
    ['release: { disable: true }', 'release.disable'],
    ["release: { disable: '{{ .IsNightly }}' }", 'release.disable'],
    ['release: { skip_upload: auto }', 'release.skip_upload'],
    ['release: { github: { owner: others, name: mesh } }', 'release.repository'],
    ["release: { gitlab: { owner: '{{ .Env.GROUP }}', name: mesh } }", 'release.repository'],
    ['release: { gitea: { owner: team, name: mesh } }', 'release.repository']
  ])(
    'that keeps a release back, or has it elsewhere, is refused until the reader goes on without it: %s',
    (yaml, stop) => {
      expect(() => read(yaml)).toThrow(
        expect.objectContaining({ code: 'cannot-carry-over', hint: expect.stringContaining(`--without ${stop}`) })
      )
      const { left } = read(yaml, KNOWN, [stop as Held])
      expect(left.map(({ setting }) => setting).join()).toContain('release.')
    }
  )

  test.each(['true', 'yes', 'On'])('that leaves a draft leaves one with Slipway: %s', (word) => {
    const draft = read(`release: { draft: ${word}, use_existing_draft: true }`)
    const file = formatProjectFile(draft, 'f')
    expect(file).toMatch(/^release: draft$/m)
    expect(parseInputs(parseProject(file, 'slipway.yaml').read).draft).toBe(true)
    expect(draft.left.filter(({ setting }) => setting === 'release.draft')).toEqual([])
    expect(
      find('release: { draft: true, replace_existing_draft: true }', 'release.replace_existing_draft').join()
    ).toMatch('goes on with a draft')
  })

  test('that leaves a draft publishes at once where the reader says so, and the line tells it', () => {
    const draft = read('release: { draft: true }', KNOWN, ['release.draft'])
    expect(formatProjectFile(draft, 'f')).not.toMatch(/^release:/m)
    expect(draft.left).toContainEqual({
      setting: 'release.draft',
      line: 1,
      advice: { do: expect.stringContaining('you said --without') as unknown as string }
    })
  })

  test('says in the workflow what is said there, and in slipway.yaml what belongs to it', () => {
    const { step } = read('release: { prerelease: true, make_latest: false }\nchangelog: { use: github-native }\n')
    expect(step).toEqual({ notes: 'generated', prerelease: 'true', latest: 'false' })
    expect(makeReleaseWorkflow(step)).toMatch(
      /\n {6}- uses: .*\n {8}with:\n {10}notes: 'generated'\n {10}prerelease: 'true'\n {10}latest: 'false'\n$/
    )
    expect(formatProjectFile(read('changelog: { disable: true }\n'), 'f')).toMatch(/^notes: none$/m)
  })

  test.each([
    ['main: ./cmd/...', ['./cmd/server']],
    ['main: ./...', ['.', './cmd/server']],
    ['dir: cmd, main: ./server', ['./cmd/server']],
    ['main: example.com/team/mesh/v2/cmd/server', ['./cmd/server']],
    ['main: cmd/server/', ['./cmd/server']]
  ])('finds main packages however they are named: %s', (main, expected) => {
    expect(read(`builds: [{ ${ONE}, ${main} }]\n`).main).toEqual(expected)
  })

  test('without a main package where it looks takes the program’s own below cmd, or else says which there are', () => {
    const below = { ...KNOWN, mains: ['./cmd/server', './cmd/tool'] }
    const yaml = `builds: [{ ${ONE}, binary: server }]\n`
    expect(read(yaml, below).main).toEqual(['./cmd/server'])
    const other = `builds: [{ ${ONE}, main: ./gone, ldflags: '-X a.b=c' }]\n`
    expect(read(other, below)).toMatchObject({ targets: ['linux/amd64'], builds: [] })
    expect(find(other, 'builds[0].ldflags', below).join()).toContain('name one of ./cmd/server, ./cmd/tool under main')
  })

  test('of a module in a folder is read as it was written for the root', () => {
    const known = { ...KNOWN, folder: 'apps/mesh' }
    expect(read(`builds: [{ ${ONE}, dir: apps/mesh, main: ./cmd/server }]\n`, known).main).toEqual(['./cmd/server'])
  })

  test.each([
    ['binary: tool', 'binary: tool', [['tool', undefined]]],
    ['binary: server', 'binary: server', [[undefined, undefined]]],
    ['binary: a', 'binary: b', [['a', 'b']]]
  ])('gives no two programs one name: %s beside %s', (first, second, [names]) => {
    const { builds } = read(`builds: [{ ${ONE}, main: ., ${first} }, { ${ONE}, main: ./cmd/server, ${second} }]\n`)
    expect(['.', './cmd/server'].map((main) => builds.find((build) => build.main === main)?.name)).toEqual(names)
  })

  test.each([
    ['main.version={{ .Commit }}', ['-X=main.version={commit}']],
    ['main.commit={{ .Commit }}', undefined]
  ])('sets what Slipway does not set by itself: -X %s', (flag, expected) => {
    expect(read(`builds: [{ ${ONE}, ldflags: '-s -w -X ${flag}' }]\n`).builds[0]?.ldflags).toEqual(expected)
  })

  test.each([
    ['ldflags', `'${'{{'.repeat(20_000)}'`],
    ['tags', `'${'a '.repeat(10_000)}'`],
    ['binary', `'${'x'.repeat(20_000)}'`]
  ])('with a text that nobody writes is read at once: %s', (key, value) => {
    const yaml = `builds: [{ ${ONE}, ${key}: ${value} }]\narchives: [{ name_template: ${value} }]\n`
    expect(find(yaml, `builds[0].${key}`)).not.toEqual([])
    expect(find(yaml, 'archives[0].name_template')).toHaveLength(1)
  })

  test('in a folder with programs is read from there, which is told', () => {
    const { main, archives, left } = readGoreleaser(
      `builds: [{ ${ONE} }]\narchives: [{ files: [main.go, docs] }]\n`,
      'cmd/server/.goreleaser.yaml',
      KNOWN
    )
    expect([main, archives]).toEqual([['./cmd/server'], [{ files: ['cmd/server/main.go', 'docs'] }]])
    expect(listLeftLines(left, 'f').join()).toContain('read from the folder of the file, cmd/server')
  })

  test('of a program in a module inside says where to run', () => {
    const yaml = `builds: [{ ${ONE} }, { ${ONE}, dir: ./tools/gen, main: . }]\n`
    expect(find(yaml, 'builds[1].dir', { ...KNOWN, inner: ['tools'] }).join()).toContain('--module tools')
  })

  test('does not pack a file where a program lies', () => {
    const yaml = `builds: [{ ${ONE}, binary: docs.sh }]\narchives: [{ files: [{ src: docs.sh }] }]\n`
    const known = { ...KNOWN, files: [...KNOWN.files, 'docs.sh'] }
    expect(read(yaml, known).archives).toEqual([])
    expect(find(yaml, 'archives[0].files[0].src', known).join()).toContain(
      'a program of the archive is named docs.sh too'
    )
  })

  test.each([['go mod tidy'], ['go mod download -x'], ['go mod verify']])(
    'needs no hook that only tidies: %s',
    (hook) => {
      expect(read(`before: { hooks: ['${hook}'] }\n`).left[0]?.advice).toHaveProperty('same')
      expect(read(`before: { hooks: ['${hook} && make'] }\n`).left[0]?.advice).toHaveProperty('do')
    }
  )

  test('takes each flag of a list whole, as GoReleaser hands it to go', () => {
    expect(read(`builds: [{ ${ONE}, flags: [-tags, netgo release, -trimpath] }]\n`).builds).toEqual([
      { main: '.', tags: ['netgo', 'release'] }
    ])
  })

  test('that leaves nothing to build is refused', () => {
    expect(() => read('builds: [{ skip: true }]\n')).toThrow(/nothing to build/)
  })

  test('becomes a slipway.yaml that Slipway reads, whatever its texts hold', () => {
    const draft = read(
      "project_name: 'a\"b'\nbuilds:\n  - ldflags: ['-X main.x={{ .Env.A }}\\n#: y']\n    goos: [linux]\n    binary: \"x\\u2028y\"\n'k\\n- e': 1\n"
    )
    const { read: given } = parseProject(formatProjectFile(draft, 'f'), 'slipway.yaml')
    expect(given('targets')?.text).toBe('linux/amd64\nlinux/arm64\nlinux/386')
    expect(parseInputs(given).main).toEqual(['.'])
    expect(describeLeft(draft.left).todo.join()).not.toMatch(/\n/)
  })
})
