import { describe, expect, test } from '@jest/globals'
import { readGoreleaser } from '../../../src/init/goreleaser.ts'
import { formatProjectFile } from '../../../src/init/draft.ts'
import { parseProject } from '../../../src/config/project-file.ts'

const MODULE = 'example.com/team/mesh/v2'
const read = (yaml: string) => readGoreleaser(yaml, '.goreleaser.yaml', MODULE)

describe('a .goreleaser.yaml', () => {
  test('that says nothing becomes its builder’s own targets and nothing else', () => {
    expect(read('version: 2\n')).toEqual({
      targets: [
        ...['linux/386', 'linux/amd64', 'linux/arm64'],
        ...['darwin/amd64', 'darwin/arm64'],
        ...['windows/386', 'windows/amd64', 'windows/arm64']
      ],
      builds: [],
      files: [],
      left: []
    })
  })

  test('gives its programs their folders, names, flags and tags, without what Slipway does by itself', () => {
    const draft = read(`
project_name: mesh
builds:
  - id: server
    main: ./cmd/server/main.go
    binary: '{{ .ProjectName }}-server'
    goos: [linux]
    goarch: [amd64, arm]
    goarm: ['6', '7']
    goamd64: [v1, v3]
    ignore: [{ goarch: arm, goarm: '6' }]
    flags: [-trimpath, '-tags=netgo,osusergo']
    ldflags:
      - -s -w -X main.version={{.Version}} -X 'example.com/team/mesh/v2/build.Commit={{ .FullCommit }}'
      - -X main.builtBy=goreleaser
    env: [CGO_ENABLED=0, GOEXPERIMENT=jsonv2]
archives:
  - files: [LICENSE*, README.md, deploy/rbac.yaml]
`)
    expect(draft).toEqual({
      targets: ['linux/amd64', 'linux/amd64/v3', 'linux/arm/v7'],
      main: ['./cmd/server'],
      builds: [
        {
          main: './cmd/server',
          name: 'mesh-server',
          ldflags: ['-X=example.com/team/mesh/v2/build.Commit={commit}', '-X=main.builtBy=goreleaser'],
          tags: ['netgo', 'osusergo'],
          env: { GOEXPERIMENT: 'jsonv2' }
        }
      ],
      files: ['deploy/rbac.yaml'],
      left: []
    })
  })

  test('is told apart from what it becomes: everything that is left behind has a sentence', () => {
    const { left, builds } = read(`
before: { hooks: [go generate ./...] }
builds:
  - env: [CGO_ENABLED=1]
    ldflags: ['-X main.tree={{ .GitTreeState }}', -extldflags "-static" -H windowsgui]
    targets: [linux_amd64_v1, go_first_class]
dockers: []
brews: []
`)
    expect(left.map((line) => line.split(':')[0])).toEqual([
      'builds.ldflags',
      'builds.ldflags',
      'CGO_ENABLED',
      'builds.targets',
      'before.hooks',
      'dockers',
      'brews'
    ])
    expect(left[1]).toBe('builds.ldflags: -extldflags=-static is not passed on.')
    expect(builds).toMatchObject([{ ldflags: ['-H=windowsgui'] }])
  })

  test('becomes a slipway.yaml that Slipway reads, whatever its texts hold', () => {
    const text = formatProjectFile(
      read("project_name: 'a\"b'\nbuilds:\n  - ldflags: ['-X main.x={{ .Env.A }}\\n#: y']\n    goos: [linux]\n"),
      '.goreleaser.yaml'
    )
    const { read: given } = parseProject(text.replace(/^name: .*$/m, ''), 'slipway.yaml')
    expect(given('targets')?.text).toBe('linux/386\nlinux/amd64\nlinux/arm64')
    expect(given('main')?.text).toBe('.')
  })

  test.each([['- a list\n'], [': : :\n\t']])('that is none is refused: %j', (yaml) => {
    expect(() => read(yaml)).toThrow(/\.goreleaser\.yaml/)
  })
})
