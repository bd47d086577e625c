import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { parseInputs } from '../../src/config/parse.ts'
import { parseProject } from '../../src/config/project-file.ts'
import { chooseArchiveFiles, chooseFiles } from '../../src/facts/archive-files.ts'
import { deriveExecName } from '../../src/go/command.ts'
import { formatProjectFile } from '../../src/init/draft.ts'
import { readGoreleaser } from '../../src/init/goreleaser.ts'
import { HELD } from '../../src/model/held-releases.ts'
import { refuseReleaseClashes } from '../../src/plan/archive-names.ts'
import { describeArchiveFiles, planArchives, type ArchivePlan } from '../../src/plan/archives.ts'
import { describeExtraFiles, planExtras } from '../../src/plan/release-extras.ts'
import { KNOWN } from '../fakes/known-module.ts'

const some = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.constantFrom(undefined, undefined, ...values)
const NAMES = [
  '{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ if .Arm }}v{{ .Arm }}{{ end }}',
  '{{ .Binary }}-{{ .Tag }}-{{ title .Os }}-{{ if eq .Arch "amd64" }}x86_64{{ else }}{{ .Arch }}{{ end }}',
  '{{ .ProjectName }}',
  '{{ .Binary }}',
  'mesh-{{ tolower .Os }}_{{ .Arch | replace "amd64" "64" }}',
  '{{ .Os }}/{{ .Arch }}',
  'checksums.txt',
  '{{ .Env.HOME }}',
  '{{ if eq .Os "windows" }}win{{ end }}-{{ .Arch }}',
  '{name}-{{ .Os }}-{{ .Arch }}',
  'a b'
]
const formats = fc.array(fc.constantFrom('tar.gz', 'zip', 'binary', 'tar.xz', 'none'), { maxLength: 2 })
const item = fc.constantFrom<unknown>(
  ...['docs', 'docs/*.md', 'LICENSE', './README.md', '*', 'gone/*', '{{ .X }}', 'server'],
  ...[
    { src: 'docs/**/*', dst: 'd' },
    { src: 'docs/a.md', dst: 'LICENSE' },
    { src: 'docs', dst: 'x', strip_parent: true }
  ],
  { src: '*.md', dst: '../out' }
)
const archive = fc.record({
  id: some('a', 'b'),
  ids: some(['one'], ['two'], ['one', 'two'], ['gone']),
  formats: fc.option(formats, { nil: undefined }),
  name_template: some(...NAMES),
  wrap_in_directory: some('true', 'false', ...NAMES),
  files: fc.option(fc.array(item, { maxLength: 3 }), { nil: undefined }),
  format_overrides: fc.option(
    fc.array(fc.record({ goos: fc.constantFrom('windows', 'darwin', 'linus'), formats }), { maxLength: 2 }),
    { nil: undefined }
  )
})
const file = fc.record({
  project_name: some('mesh', 'checksums.txt'),
  builds: fc.constantFrom(
    [{ id: 'one', binary: 'mesh' }],
    [
      { id: 'one', binary: 'mesh', main: '.' },
      { id: 'two', main: './cmd/server' }
    ],
    [
      {
        id: 'one',
        binary: 'docs',
        main: '.',
        goos: ['linux', 'windows'],
        goarch: ['arm', 'amd64'],
        goarm: ['6', '7']
      }
    ]
  ),
  archives: fc.option(fc.array(archive, { maxLength: 3 }), { nil: undefined }),
  checksum: some<unknown>({ name_template: 'SUMS', algorithm: 'sha512' }, { name_template: NAMES[0] }, { split: true }),
  source: some<unknown>({ enabled: true }, { enabled: true, name_template: 'SUMS', prefix_template: 'a/b/' }),
  release: some<unknown>(
    { extra_files: [{ glob: 'docs/*.md' }, { glob: './docs/a.md' }] },
    { extra_files: [{ glob: 'docs/a.md', name_template: 'SUMS' }, { glob: 'go.*' }] }
  )
})

test('what init writes of archives and files, plan accepts', () => {
  fc.assert(
    fc.property(file, (config) => {
      const draft = readGoreleaser(stringify(config, { keepUndefined: false }), 'f.yaml', KNOWN, HELD)
      const { project, read } = parseProject(formatProjectFile(draft, 'f.yaml'), 'slipway.yaml')
      const { targets } = parseInputs(read)
      const tracked = KNOWN.files.map((path) => ({ path, mode: '100644', object: '' }))
      const offered = { tracked, made: [] }
      const programs = (draft.main ?? ['.']).map(
        (main) =>
          project.builds.find((build) => build.main === main)?.name ??
          deriveExecName(main === '.' ? KNOWN.module : main)
      )
      const builds = targets.map((target) => ({
        ...{ target, argv: [], env: {} },
        binaries: programs.map((name) => ({ ...{ name, main: name, made: name }, path: `bin/${name}` }))
      }))
      const release = { name: project.name ?? 'mesh', version: '1.0.0' }
      const kinds = project.archives.map((settings) => ({
        settings,
        files: chooseArchiveFiles(settings.files, '', offered, 'archive.files')
      }))
      const found = project.extras.files.map(({ from }) => chooseFiles([{ from }], '', offered, 'release-files'))
      const extras = planExtras(project.extras, found, release)
      const archives: readonly ArchivePlan[] = planArchives(targets, builds, release, kinds, { spdx: true })
      refuseReleaseClashes([...archives.flatMap(describeArchiveFiles), ...describeExtraFiles(extras)])
      expect(archives.length).toBeGreaterThan(0)
    }),
    { numRuns: process.env['SLIPWAY_TEST'] === 'full' ? 3000 : 150 }
  )
})
