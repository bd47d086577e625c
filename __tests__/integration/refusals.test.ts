import { describe, expect, jest, test } from '@jest/globals'
import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { lockFolder } from '../../src/adapters/machine/lock.ts'
import { program, slipway, succeeded } from '../fakes/cli.ts'
import { commit, git, HELLO, repository, workspace, write, type Sources } from '../fakes/repository.ts'

// Each takes a second on a quiet machine.
jest.setTimeout(120_000)

/** What a release of HELLO needs, and no more. */
const RELEASE = ['release', '--to', 'releases', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none']
const MAIN = 'package main\n\nfunc main() {}\n'
const GO_MOD = HELLO['go.mod'] ?? ''

const importing = (path: string): string => `package main\n\nimport _ "${path}"\n\nfunc main() {}\n`

interface Refusal {
  readonly name: string
  /** Laid over HELLO; an empty text takes a file away. */
  readonly files?: Sources
  readonly tags?: readonly string[]
  /** What happens in the folder after the commit. */
  readonly then?: (folder: string) => Promise<unknown>
  /** After RELEASE, where the last one of a flag counts; or all of it when it begins with a command. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly status: number
  /** Findings that are shown on their lines first, as `main.go:3:8: error: …`. */
  readonly marks?: readonly string[]
  /** The message and the hint, whole; {folder} is where the module is, {commit} the short hash. */
  readonly says: string
}

const INPUT = 2
const ENVIRONMENT = 3
const COMMAND = 4
const SEE = 'See "Inputs" in the README, or --help.'
const TIDY = 'Run `go mod tidy` and commit go.mod and go.sum.'

/** A run must refuse, tell what and why, and leave the folder as it was: nothing compiled, nothing published. */
async function refuses({
  files = {},
  tags,
  then,
  args = [],
  env = {},
  status,
  marks = [],
  says
}: Refusal): Promise<void> {
  await using place = await workspace()
  const folder = join(place.path, 'work')
  const sources = Object.entries({ ...HELLO, ...files }).filter(([, content]) => content !== '')
  const hash = await repository(folder, Object.fromEntries(sources), tags)
  await then?.(folder)
  const argv = /^[a-z]/.test(args[0] ?? '') ? args : [...RELEASE, ...args]

  const variables = Object.entries(env).map(([name, value]) => [name, value.replaceAll('{folder}', folder)])
  const run = await slipway(argv, { cwd: folder, env: Object.fromEntries(variables) as typeof env })

  const said = `${run.stdout}${run.stderr}`
  const expected = [...marks, `error: ${says}`].join('\n')
  const whole = expected.replaceAll('{folder}', folder).replaceAll('{commit}', hash.slice(0, 7))
  // From the line on that is the first to speak of an error.
  expect(said.slice(Math.max(0, said.search(/^.*error: /m))).trimEnd()).toBe(whole)
  expect(run.status).toBe(status)
  expect(said).not.toMatch(/^\s+at .*[:(]|bug in Slipway/m)
  expect(said).not.toMatch(/^[✓✗] /m)
  await expectNothingMade(folder)
}

/** But the folder that ignores itself, and the record of what the go command said. */
async function expectNothingMade(folder: string): Promise<void> {
  const left = await readdir(join(folder, '.slipway'), { recursive: true }).catch(() => [])
  expect(left.filter((name) => !/^(\.gitignore|steps|steps\/(analysis|sources)-\w+\.json)$/.test(name))).toEqual([])
  expect(await readdir(folder)).not.toContain('releases')
}

const each = (title: string, cases: readonly Refusal[]): void =>
  describe(title, () => {
    test.each(cases)('$name', async (one) => {
      await refuses(one)
    })
  })

each('a release is refused when the repository', [
  {
    name: 'has a main.version that the linker cannot set',
    files: {
      'main.go':
        'package main\n\nimport "sync"\n\nvar version = sync.OnceValue(func() string { return "x" })\n\nfunc main() { println(version()) }\n'
    },
    status: INPUT,
    says:
      'Slipway sets main.version, main.commit and main.date by the linker, which sets strings alone, and these are none: version of .\n' +
      'Rename the variable or make it a string; or set stamps: off for the program, in builds of slipway.yaml.'
  },
  {
    name: 'has no go.mod',
    files: { 'go.mod': '' },
    status: INPUT,
    says: 'there is no go.mod in {folder}\nRun in the folder of the module, or name it: --module DIR.'
  },
  {
    name: 'has a go.mod without a module line',
    files: { 'go.mod': 'go 1.26.8\n' },
    status: INPUT,
    says: '{folder}/go.mod has no module line\nA go.mod starts with: module example.com/name'
  },
  {
    name: 'is none',
    then: (folder) => rm(join(folder, '.git'), { recursive: true }),
    status: INPUT,
    says: '{folder} is not in a git repository that git accepts\nSlipway builds commits: run it in a clone.'
  },
  {
    name: 'has no commit',
    then: async (folder) => {
      await rm(join(folder, '.git'), { recursive: true })
      await git(folder, 'init', '--quiet', '.')
    },
    status: INPUT,
    says: '{folder} is a git repository without a commit\nCommit first.'
  },
  {
    name: 'has changes that are not committed',
    then: (folder) => write(folder, { 'main.go': MAIN, 'notes.txt': 'x' }),
    status: INPUT,
    says: 'the work tree differs from commit {commit}: main.go, notes.txt\nA release holds what its commit holds: commit, stash or ignore those files.'
  },
  {
    name: 'lets an ignored Go file into the build',
    files: { '.gitignore': '*.gen.go\n' },
    then: (folder) => write(folder, { 'assets.gen.go': 'package main\n' }),
    status: INPUT,
    says: 'the build would take in files that git does not hold: assets.gen.go\nCommit them, or build without them: nobody else could build this release.'
  },
  {
    name: "lets an ignored file into a program, which another program's build tags leave out",
    files: {
      'main.go': '',
      '.gitignore': '*.gen.go\n',
      'cmd/api/main.go': MAIN,
      'cmd/worker/main.go': MAIN,
      'slipway.yaml': 'rebuild: 0\nbuilds:\n  - main: ./cmd/worker\n    tags: [netgo]\n'
    },
    then: (folder) => write(folder, { 'cmd/api/assets.gen.go': '//go:build !netgo\n\npackage main\n' }),
    status: INPUT,
    says: 'the build would take in files that git does not hold: cmd/api/assets.gen.go\nCommit them, or build without them: nobody else could build this release.'
  },
  {
    name: 'has an index that git cannot read',
    then: (folder) => write(folder, { '.git/index': 'DIRC' }),
    status: COMMAND,
    says: 'git cannot say which files it holds in {folder}: fatal: .git/index: index file smaller than expected\n`git status` and `git fsck` tell more: this clone is damaged, or parts of it are missing.'
  },
  {
    name: 'embeds an ignored file, or assembles one',
    files: {
      '.gitignore': 'dist\n*.s\n',
      'main.go':
        'package main\n\nimport (\n\t"embed"\n\n\t"example.com/hello/fast"\n)\n\n//go:embed all:dist\nvar pages embed.FS\n\nfunc main() { fast.Run() }\n',
      'fast/fast.go': 'package fast\n\nfunc Run()\n'
    },
    then: (folder) => write(folder, { 'dist/index.html': 'x', 'fast/fast.s': 'TEXT ·Run(SB),7,$0\n\tRET\n' }),
    status: INPUT,
    says: 'the build would take in files that git does not hold: dist/index.html, fast/fast.s\nCommit them, or build without them: nobody else could build this release.'
  }
])

each('a release is refused when the tag', [
  {
    name: 'is missing',
    tags: [],
    status: INPUT,
    says: 'commit {commit} has no version tag\nTag the commit (git tag v1.2.3), or use build or gate for a snapshot.'
  },
  {
    name: 'is no version',
    tags: ['nightly'],
    status: INPUT,
    says: 'commit {commit} has no version tag (its tags: "nightly")\nTag the commit (git tag v1.2.3), or use build or gate for a snapshot.'
  },
  {
    name: 'is one of several',
    tags: ['v1.0.0', 'v1.0.1'],
    status: INPUT,
    says: 'commit {commit} has several version tags: v1.0.0, v1.0.1\nSay which one is released: --version.'
  },
  {
    name: 'that --version asks for is on another commit',
    then: async (folder) => {
      await write(folder, { 'main.go': MAIN })
      await commit(folder, ['v1.1.0'])
      await git(folder, 'checkout', '--quiet', 'v1.0.0')
    },
    args: ['--version', '1.1.0'],
    status: INPUT,
    says: 'commit {commit} has no tag for version 1.1.0 (its tags: "v1.0.0")\nTag it (git tag v1.1.0) and check that tag out.'
  },
  {
    name: 'that started the job is no version',
    tags: ['nightly'],
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'nightly'
    },
    status: INPUT,
    says: 'the tag "nightly" is not a version of this module\nTags look like v1.2.3; give --version to build something else.'
  },
  {
    name: 'that started the job is not in the clone',
    tags: [],
    env: { GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0' },
    status: INPUT,
    says: 'this run is for the tag "v1.0.0", which is not on commit {commit}\nThe tag is not in this clone: fetch tags (actions/checkout: fetch-depth: 0), or it was deleted.'
  }
])

const NATIVE: Sources = {
  'main.go': importing('example.com/hello/wrap'),
  'wrap/wrap.go': 'package wrap\n\nimport _ "example.com/hello/native"\n',
  'native/native.go': 'package native\n\n// int one(void) { return 1; }\nimport "C"\n'
}

each('a release is refused for a target that', [
  {
    name: 'Go does not have, and the one that was meant is named',
    args: ['--targets', 'linux/amd64,linux/amd46,macos/arm64'],
    status: INPUT,
    says: 'linux/amd46 is not a target of this Go; did you mean linux/amd64?\nmacos/arm64 is not a target of this Go; did you mean darwin/arm64?\nTake those targets out; `go tool dist list` has all there are.'
  },
  {
    name: 'always needs cgo',
    args: ['--targets', 'android/amd64,ios/arm64'],
    status: INPUT,
    says: 'android/amd64 always needs cgo and an external linker, and Slipway builds without cgo\nios/arm64 always needs cgo and an external linker, and Slipway builds without cgo\nTake those targets out; `go tool dist list` has all there are.'
  },
  {
    name: 'needs cgo for one package, and the way to it is told',
    files: NATIVE,
    status: INPUT,
    says: 'linux/amd64 needs cgo: example.com/hello/native has no Go files without it\nSlipway builds with CGO_ENABLED=0; take linux/amd64 out, or replace that package (imported by example.com/hello → example.com/hello/wrap).'
  },
  {
    name: 'needs cgo for the program itself',
    files: { 'main.go': 'package main\n\nimport "C"\n\nfunc main() {}\n' },
    status: INPUT,
    says: 'example.com/hello needs cgo: no Go files without it\nSlipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
  },
  {
    name: 'has none of the files of a program that another target has',
    files: { 'cmd/service/service_windows.go': MAIN },
    args: ['--targets', 'linux/amd64,windows/amd64'],
    status: INPUT,
    says: 'example.com/hello/cmd/service has no Go files for linux/amd64\nTake linux/amd64 out, or name the programs that it has with --main.'
  }
])

each('a release is refused when the source', [
  {
    name: 'has no main package',
    files: { 'main.go': 'package hello\n' },
    status: INPUT,
    says: 'there is no main package in {folder}\nSlipway releases programs: is this the module that has them? (--module DIR)'
  },
  {
    name: 'has another kind of package where --main points',
    files: { 'lib/lib.go': 'package lib\n', 'cmd/tool/main.go': MAIN },
    args: ['--main', './lib'],
    status: INPUT,
    says: 'example.com/hello/lib is not a main package\nmain packages here: ., ./cmd/tool'
  },
  {
    name: 'has nothing where --main points',
    args: ['--main', './nowhere'],
    status: INPUT,
    says: './nowhere is not a main package\nmain packages here: .'
  },
  {
    name: 'is replaced by a folder outside of the repository, even one that begins with its name',
    files: {
      'go.mod': `${GO_MOD}\nrequire example.com/other v0.0.0\n\nreplace example.com/other => ../work-other\n`,
      'main.go': importing('example.com/other')
    },
    then: (folder) =>
      write(`${folder}-other`, { 'go.mod': 'module example.com/other\n\ngo 1.26.8\n', 'other.go': 'package other\n' }),
    status: INPUT,
    says: 'go.mod replaces the module of example.com/other by {folder}-other, outside the repository\nA release holds only what its commit or a module version names: drop that replace line.'
  },
  {
    name: 'imports a package of its own that is not there',
    files: { 'main.go': importing('example.com/hello/gone') },
    status: INPUT,
    says: `example.com/hello/gone cannot be built for linux/amd64: cannot find module providing package example.com/hello/gone: import lookup disabled by -mod=readonly\nSee main.go:3:8. ${TIDY}`
  },
  {
    name: 'has no go.sum entry for a module',
    files: {
      'go.mod': `${GO_MOD}\nrequire gopkg.in/yaml.v3 v3.0.1\n`,
      'main.go': importing('gopkg.in/yaml.v3')
    },
    status: INPUT,
    says: `gopkg.in/yaml.v3 cannot be built for linux/amd64: missing go.sum entry for module providing package gopkg.in/yaml.v3 (imported by example.com/hello)\nSee main.go:3:8. ${TIDY}`
  },
  {
    name: 'is no Go',
    files: { 'main.go': 'package main\n\nimport "fmt\n\nfunc main() {}\n' },
    status: INPUT,
    marks: ['main.go:3:8: error: go cannot read example.com/hello: string literal not terminated (go)'],
    says: 'go cannot read example.com/hello: string literal not terminated\nSee main.go:3:8.'
  },
  {
    name: 'has a go.mod that go cannot read',
    files: { 'go.mod': `${GO_MOD}\nrequire (\n` },
    status: INPUT,
    marks: [
      'go.mod:6: error: syntax error (unterminated block started at {folder}/go.mod:5:1) (slipway)',
      'what the tool said',
      '  | go: errors parsing go.mod:',
      '  | go.mod:6: syntax error (unterminated block started at {folder}/go.mod:5:1)'
    ],
    says: 'go cannot read this module: errors parsing go.mod: go.mod:6: syntax error (unterminated block started at {folder}/go.mod:5:1)\nMake `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.'
  }
])

const YAML_SUM = 'h1:fxVm/GzAzEWqLHuvctI91KS9hhNmmWOoWu0XTYJS7CA='
const yaml = (sum: string): Sources => ({
  'go.mod': `${GO_MOD}\nrequire gopkg.in/yaml.v3 v3.0.1\n`,
  'go.sum': `gopkg.in/yaml.v3 v3.0.1 ${sum}\ngopkg.in/yaml.v3 v3.0.1/go.mod h1:K4uyk7z7BCEPqu6E+C64Yfv1cQ7kz7rIZviUmN+EgEM=\ngopkg.in/check.v1 v0.0.0-20161208181325-20d25e280405/go.mod h1:Co6ibVJAznAaIkqp8huTwlJQCZ016jof/cbN4VW5Yz0=\n`,
  'main.go': importing('gopkg.in/yaml.v3')
})

each('a release is refused when the build cache', [
  {
    name: 'cannot be where it was put',
    env: { GOCACHE: '{folder}/go.mod' },
    status: ENVIRONMENT,
    says: 'go has no build cache: failed to initialize build cache at {folder}/go.mod: mkdir {folder}/go.mod: not a directory\nSet GOCACHE to a folder that may be written, or HOME to one that can hold it.'
  },
  {
    name: 'is switched off',
    env: { GOCACHE: 'off' },
    status: ENVIRONMENT,
    says: 'GOCACHE is "off", and go compiles nothing without a build cache\nUnset it, or set it to the absolute path of a folder that may be written.'
  }
])

each('a release is refused when a module', [
  {
    name: 'cannot be fetched',
    files: yaml(YAML_SUM),
    env: { GOPROXY: 'off', GOMODCACHE: '{folder}-modules' },
    status: ENVIRONMENT,
    says: 'gopkg.in/yaml.v3 cannot be fetched: module lookup disabled by GOPROXY=off\nCheck GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.'
  },
  {
    name: 'is not what go.sum says',
    files: yaml('h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='),
    status: 5,
    says: 'a module is not what go.sum or the checksum database says: verifying gopkg.in/yaml.v3@v3.0.1: checksum mismatch\nSomebody changed a published version: do not build it.'
  }
])

each('a release is refused when slipway.yaml', [
  {
    name: 'has unknown keys and bad values, all named with their lines',
    files: {
      'slipway.yaml': 'name: "a b"\nbuilds:\n  - main: ./cmd/x\n    ldflag: []\n  - main: cmd/y\nnope:\n  deep: 1\n'
    },
    status: INPUT,
    marks: [
      'slipway.yaml:1: error: name: Invalid string: must match pattern /^[A-Za-z0-9][\\w.-]*$/ (slipway)',
      'slipway.yaml:4: error: builds: 0: Unrecognized key: "ldflag" (slipway)',
      'slipway.yaml:5: error: builds: 1: main: Invalid string: must match pattern /^\\.(\\/[\\w.+~-]+)*$/ (slipway)',
      'slipway.yaml:6: error: Unrecognized key: "nope" (slipway)'
    ],
    says: [
      'slipway.yaml:1: name: Invalid string: must match pattern /^[A-Za-z0-9][\\w.-]*$/',
      'slipway.yaml:4: builds: 0: Unrecognized key: "ldflag"',
      'slipway.yaml:5: builds: 1: main: Invalid string: must match pattern /^\\.(\\/[\\w.+~-]+)*$/',
      'slipway.yaml:6: Unrecognized key: "nope"',
      'docs/slipway.schema.json has all keys.'
    ].join('\n')
  },
  {
    name: 'has inputs that no run can have',
    files: { 'slipway.yaml': 'name: hello\n\nsuites: everything\ncluster:\n  moon\n' },
    status: INPUT,
    marks: [
      'slipway.yaml:4: error: cluster: must be one of auto, control-plane, kind, kubeconfig, not "moon" (slipway)',
      'slipway.yaml:3: error: suites: must be one of smi, crd, workload, data, surface, not "everything" (slipway)'
    ],
    says: `slipway.yaml:4: cluster: must be one of auto, control-plane, kind, kubeconfig, not "moon"\nslipway.yaml:3: suites: must be one of smi, crd, workload, data, surface, not "everything"\n${SEE}`
  },
  {
    name: 'is no YAML',
    files: { 'slipway.yaml': 'name: hello\n\nbuilds: [\n' },
    status: INPUT,
    marks: [
      'slipway.yaml:4: error: Flow sequence in block collection must be sufficiently indented and end with a ] (slipway)'
    ],
    says: 'slipway.yaml:4: Flow sequence in block collection must be sufficiently indented and end with a ]\ndocs/slipway.schema.json has all keys.'
  },
  {
    name: 'has settings for a program that is not there',
    files: { 'slipway.yaml': 'builds:\n  - main: ./cmd/x\n' },
    status: INPUT,
    says: 'slipway.yaml has settings for ./cmd/x, which is not built\nMain packages: .'
  },
  {
    name: 'wants a file in the archives that git does not hold',
    files: { 'slipway.yaml': 'archive:\n  files: [gone.txt]\n' },
    status: INPUT,
    says: 'slipway.yaml: archive.files names gone.txt, which git does not hold\nPaths are relative to the module; commit the file, or declare the step that makes it: prepare in slipway.yaml.'
  }
])

each('a release is refused when the command line', [
  {
    name: 'has an unknown flag',
    args: ['--target', 'linux/amd64'],
    status: INPUT,
    says: "Unknown option '--target'; did you mean --targets?\nslipway --help lists the flags."
  },
  {
    name: 'has a flag of another command',
    args: ['build', '--to', 'releases', '--sign', 'none'],
    status: INPUT,
    says: 'build takes no --to, --sign\nslipway build --help lists its flags.'
  },
  {
    name: 'has an unknown command',
    args: ['relese'],
    status: INPUT,
    says: 'there is no command "relese"; did you mean release?\nCommands: auto, plan, build, gate, release, publish, verify, yank, crds, schema, doctor, init.'
  },
  {
    name: 'has several bad values, all named',
    args: ['--version', 'newest', '--targets', 'linux', '--main', '../x'],
    status: INPUT,
    says: `--targets: target "linux" is not of the form os/arch or os/arch/variant (Write it in Go's words and lower case, such as "linux/amd64" or "linux/arm/v7".)\n--main: "../x" is not a package folder such as ./cmd/tool\n--version: "newest" is not a version such as 1.2.3\n${SEE}`
  },
  {
    name: 'names a Go that go.mod does not take',
    args: ['--go-version', '1.20'],
    status: INPUT,
    says: 'go.mod needs go 1.26.8, and go1.20 is older (go-version asks for it)\nSet go-version, or write a toolchain line into go.mod.'
  },
  {
    name: 'names a Kubernetes that is too old',
    args: ['--kubernetes', '1.33', '--suites', 'smi'],
    status: INPUT,
    says: 'Kubernetes 1.33 is not pinned for control-plane clusters\nOffered: 1.37, 1.36, 1.35, 1.34. A cluster that already runs may have another: --kubeconfig FILE.'
  },
  {
    name: 'names a Kubernetes that is too new',
    args: ['--kubernetes', '1.38', '--suites', 'smi'],
    status: INPUT,
    says: 'Kubernetes 1.38 is not pinned for control-plane clusters\nOffered: 1.37, 1.36, 1.35, 1.34. A cluster that already runs may have another: --kubeconfig FILE.'
  },
  {
    name: 'does not say where to publish',
    args: ['release', '--targets', 'linux/amd64', '--kubernetes', 'none', '--sign', 'none'],
    status: INPUT,
    says: 'nobody said where to publish\nGive --to DIR, --to github, --to gitlab or --to none.'
  }
])

each('a release is refused when the key', [
  {
    name: 'was asked for and nobody gave one',
    args: ['--sign', 'key'],
    status: ENVIRONMENT,
    says: 'sign is key, and there is no key\nSet COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.'
  },
  {
    name: 'is not in the file that was named',
    args: ['--sign', 'auto', '--sign-key', 'gone.key'],
    status: INPUT,
    says: 'there is no signing key at gone.key\nCheck the path that sign-key names: it counts from the folder that the command runs in.'
  },
  {
    name: 'is not in the variable that was named',
    args: ['--sign', 'key', '--sign-key', 'env://NO_SUCH_KEY'],
    status: ENVIRONMENT,
    says: 'the variable that should hold the signing key is not set: NO_SUCH_KEY\nSet it, or name the key: --sign-key FILE|KMS.'
  },
  {
    name: 'is no private key of cosign, and it is not repeated',
    args: ['--sign', 'auto'],
    env: { COSIGN_PRIVATE_KEY: 'canary-of-a-key' },
    status: INPUT,
    says: 'the signing key is not a private key as cosign writes them\nMake one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
  },
  {
    name: 'is to be an identity, and the job has none',
    args: ['--sign', 'keyless'],
    status: ENVIRONMENT,
    says: 'sign is keyless, and this job has no identity token\nGitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
  }
])

each('a release to GitHub is refused', [
  {
    name: 'without the name of a repository',
    args: ['--to', 'github'],
    status: ENVIRONMENT,
    says: 'nobody said which repository of GitHub: GITHUB_REPOSITORY is not set\nSet GITHUB_REPOSITORY=owner/name, and GITHUB_TOKEN.'
  },
  {
    name: 'without a token',
    args: ['--to', 'github'],
    env: { GITHUB_REPOSITORY: 'octo/hello', GITHUB_API_URL: 'http://127.0.0.1:9' },
    status: ENVIRONMENT,
    says: 'no token for GitHub\nSet GITHUB_TOKEN; in a workflow, give the job "permissions: contents: write".'
  }
])

test('a shallow clone without its tags says how to fetch them', async () => {
  await using place = await workspace()
  const origin = join(place.path, 'origin')
  await repository(origin, HELLO)
  const clone = join(place.path, 'clone')
  await git(place.path, 'clone', '--quiet', '--depth=1', '--no-tags', `file://${origin}`, clone)

  const run = await slipway(RELEASE, { cwd: clone })

  expect(run).toMatchObject({ status: INPUT, stdout: expect.stringContaining('has no version tag') })
  expect(run.stdout).toContain('This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0')
  await expectNothingMade(clone)
})

test('a tag outside of every branch is planned for release: the tag alone decides', async () => {
  await using place = await workspace()
  const folder = join(place.path, 'work')
  await repository(folder, HELLO)
  await git(folder, 'checkout', '--quiet', '--detach')
  await write(folder, { 'main.go': MAIN })
  await commit(folder, ['v1.1.0'])
  expect(await git(folder, 'branch', '--contains', 'v1.1.0', '--format=%(refname)')).not.toContain('refs/heads')

  const said = succeeded(await slipway([...RELEASE, '--dry-run', '--json'], { cwd: folder }))
  expect(JSON.parse(said)).toMatchObject({ version: '1.1.0', publication: { work: [{ tag: 'v1.1.0' }] } })
})

test('a folder that another run works in is refused, and that run is named', async () => {
  await using place = await workspace()
  const folder = join(place.path, 'work')
  await repository(folder, HELLO)
  await using _held = await lockFolder(join(folder, '.slipway'))
  const [held = ''] = (await readdir(join(folder, '.slipway'))).filter((name) => name.includes('lock'))

  const run = await slipway(RELEASE, { cwd: folder })

  expect(run.status).toBe(ENVIRONMENT)
  expect(run.stdout).toContain(`error: another run (pid ${process.pid}) is working in ${folder}/.slipway\nWait for it`)
  expect(await readdir(join(folder, '.slipway'))).toEqual([basename(held)])
})

test('what is mended is released by the same command, whatever an earlier run wrote down', async () => {
  await using place = await workspace()
  const folder = join(place.path, 'work')
  await repository(folder, { ...HELLO, '.gitignore': 'extra.go\n' })
  await write(folder, { 'extra.go': 'package main\n\nfunc init() { println("extra") }\n' })
  expect((await slipway(RELEASE, { cwd: folder })).status).toBe(INPUT)
  await rm(join(folder, 'extra.go'))

  succeeded(await slipway(RELEASE, { cwd: folder }))

  expect(await readdir(join(folder, 'releases/v1.0.0'))).toContain('hello_1.0.0_linux_amd64.tar.gz')
  await write(folder, { 'extra.go': 'package main\n\nfunc init() { println("extra") }\n' })
  expect((await slipway(RELEASE, { cwd: folder })).status).toBe(INPUT)
})

test('a snapshot says that it takes in what git ignores, and follows it', async () => {
  await using place = await workspace()
  const folder = join(place.path, 'work')
  await repository(folder, { ...HELLO, '.gitignore': 'extra.go\nreleases\n' })
  const built = async (text: string): Promise<string> => {
    await write(folder, { 'extra.go': `package main\n\nfunc init() { println(${JSON.stringify(text)}) }\n` })
    const said = succeeded(await slipway(['build', '--targets', 'linux/amd64'], { cwd: folder }))
    expect(said).toContain('warning: the build takes in files that git does not hold: extra.go')
    return (
      (await program([join(folder, '.slipway/bin/linux_amd64/hello')], { cwd: folder })).stderr.split('\n')[0] ?? ''
    )
  }

  expect(await built('one')).toBe('one')
  expect(await built('two')).toBe('two')
})
