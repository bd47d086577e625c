import { describe, expect, test } from '@jest/globals'
import type { Analysis } from '../../../src/facts/go-packages.ts'
import { type InputName } from '../../../src/config/inputs.ts'
import { parseInputs } from '../../../src/config/parse.ts'
import type { Facts } from '../../../src/model/nouns.ts'
import { USUAL_ARCHIVE } from '../../../src/model/archive-settings.ts'
import { NO_PROJECT } from '../../../src/config/parse.ts'
import { parseProject, type Project } from '../../../src/config/project-file.ts'
import { plan, deriveProjectName } from '../../../src/plan/plan.ts'
import { chooseMode } from '../../../src/plan/mode.ts'
import type { ProviderChoice } from '../../../src/plan/cluster-plan.ts'
import type { Surroundings } from '../../../src/plan/surroundings.ts'
import { NO_SOURCES } from '../../../src/crds/files.ts'
import { formatPlanTable } from '../../../src/report/plan-table.ts'

const facts: Facts = {
  root: '/work/tool',
  moduleDir: '',
  module: 'example.com/smi/tool',
  goLine: '1.26.8',
  toolchainLine: undefined,
  vendored: false,
  commit: '1a2b3c4d5e6f7890aaaabbbbccccddddeeeeffff',
  committedAt: '2026-01-02T03:04:05Z',
  tags: ['v1.2.3'],
  allTags: ['v1.2.2', 'v1.2.3'],
  tagCommits: { 'v1.2.2': 'b'.repeat(40), 'v1.2.3': '1a2b3c4d5e6f7890aaaabbbbccccddddeeeeffff' },
  mergedTags: ['v1.2.2', 'v1.2.3'],
  dirty: [],
  dirtyDigest: '',
  shallow: false,
  remote: undefined
}
type Around = Surroundings & { readonly provider: ProviderChoice }

const analysis: Analysis = {
  mains: [{ dir: './cmd/tool', importPath: 'example.com/smi/tool/cmd/tool' }],
  leftOut: [],
  imports: ['github.com/servicemeshinterface/smi-sdk-go/pkg/apis/split/v1alpha4', 'k8s.io/client-go/dynamic'],
  untracked: [],
  takes: { folders: ['cmd/tool'], embeds: [], modules: [''] },
  withoutCgo: [],
  objects: []
}
const around: Around = {
  event: { kind: 'local' },
  hasKey: true,
  hasEmptyKey: false,
  hasPassword: false,
  hasIdentity: false,
  platform: undefined,
  secrets: [],
  vulnerabilityDatabase: '',
  host: { os: 'linux', arch: 'amd64' },
  provider: {
    provider: 'control-plane',
    why: 'auto: this is Linux',
    releases: { '1.37': 'v1.37.1', '1.34': 'v1.34.4' }
  }
}
interface Case {
  readonly given?: Partial<Record<InputName, string>>
  readonly facts?: Partial<Facts>
  readonly analysis?: Partial<Analysis>
  readonly around?: Partial<Around>
  readonly command?: 'auto' | 'build' | 'gate' | 'release'
  readonly builds?: Project['builds']
  readonly project?: Partial<Project>
  readonly archiveFiles?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
}
const inItsPlace = (file: string) => ({ from: file, to: file })

const planOf = ({ given = {}, command = 'release', builds = [], project = {}, ...rest }: Case = {}) => {
  const { provider, ...surroundings } = { ...around, ...rest.around }
  const inputs = { to: '/releases', ...given }
  const config = parseInputs((name) => {
    const text = (inputs as Partial<Record<InputName, string>>)[name]
    return text === undefined ? undefined : { text, from: name }
  })
  return plan({
    mode: chooseMode(command, surroundings.event),
    config,
    project: { ...NO_PROJECT, builds, ...project },
    facts: { ...facts, ...rest.facts },
    analysis: { ...analysis, ...rest.analysis },
    ...(rest.variables && { variables: rest.variables }),
    contents: {
      archives: [{ settings: USUAL_ARCHIVE, files: (rest.archiveFiles ?? ['LICENSE', 'README.md']).map(inItsPlace) }],
      releaseFiles: [],
      sources: NO_SOURCES
    },
    surroundings,
    provider
  })
}

test('the plan of a release, whole', () => {
  expect(planOf({ given: { targets: 'linux/arm,windows/amd64' } })).toMatchSnapshot()
})

test('a gate in a shallow clone warns that what compares with a release before proves nothing', () => {
  const shallow = { shallow: true, tagCommits: {}, mergedTags: [] }
  expect(planOf({ command: 'gate', facts: shallow }).notes.join()).toContain('fetch the whole history')
  const whole = planOf({ command: 'gate', facts: { shallow: true } })
  expect([whole.baseline, whole.notes.join()]).toEqual([
    expect.objectContaining({ tag: 'v1.2.2' }),
    expect.stringContaining('are decided by the tags')
  ])
})

test('a person reads the plan as a table', () => {
  expect(
    formatPlanTable({
      ...planOf({ given: { targets: 'linux/arm/v7,windows/amd64' } }),
      isolation: { by: 'bubblewrap', why: 'by /usr/bin/bwrap' }
    })
  ).toMatchInlineSnapshot(`
   "mode      release (the command release)
   module    example.com/smi/tool
   version   1.2.3 (the only version tag on 1a2b3c4)
   commit    1a2b3c4d5e6f of 2026-01-02T03:04:05Z
   go        go1.26.8 (the go line of go.mod)
   cache     the user's build cache (no CI job started this run)
   rebuild   1 of 2 targets, chosen by the commit: windows/amd64
   baseline  v1.2.2 (the highest stable version below 1.2.3)
   prove     smi on Kubernetes 1.37; workload drill on Kubernetes 1.37; surface
             not workload: no program of yours is run: slipway.yaml has no workloads; a Deployment of an image that nobody has is a drill of the cluster
   cluster   control-plane, Kubernetes v1.37.1 (auto: this is Linux)
   isolate   bubblewrap (by /usr/bin/bwrap)
   scan      known vulnerabilities, by https://vuln.go.dev (warn)
   sign      key (there is a key)
   publish   v1.2.3 to /releases, the latest

   target         archive                        holds
   linux/arm/v7   tool_1.2.3_linux_armv7.tar.gz  tool LICENSE README.md
   windows/amd64  tool_1.2.3_windows_amd64.zip   tool LICENSE README.md"
  `)
})

test('a gate proves, rehearses the signature and publishes nothing, and says so', () => {
  expect(planOf({ command: 'gate', facts: { tags: [] } })).toMatchObject({
    mode: 'gate',
    version: '0.0.0-snapshot.1a2b3c4',
    signing: { work: [{ mode: 'rehearsal' }] },
    publication: { skip: 'gate publishes nothing' }
  })
})

test.each([
  { program: 'license', archiveFiles: ['LICENSE'] },
  { program: 'Docs', archiveFiles: ['docs/guide.md'] }
])('a program $program beside $archiveFiles is refused before it is compiled', ({ program, archiveFiles }) => {
  const mains = [{ dir: `./cmd/${program}`, importPath: `example.com/smi/tool/cmd/${program}` }]
  expect(() => planOf({ command: 'build', analysis: { mains }, archiveFiles })).toThrow(
    expect.objectContaining({
      kind: 'input',
      message: expect.stringContaining(`would hold the program ${program} and the file ${archiveFiles[0]}`),
      hint: expect.stringContaining('builds[].name')
    })
  )
})

test('packages that are built without their files for cgo stop a release, unless they are accepted by name', () => {
  const withoutCgo = ['example.com/other', 'example.com/sqlite']
  const accept = (names: readonly string[]) => ({
    acceptedStubs: names.map((name) => ({ package: name, reason: 'the tool never opens it' }))
  })
  expect(() => planOf({ analysis: { withoutCgo }, project: accept(['example.com/other']) })).toThrow(
    expect.objectContaining({
      code: 'without-cgo',
      message: expect.stringContaining('built without the files that need cgo: example.com/sqlite;')
    })
  )
  expect(planOf({ analysis: { withoutCgo }, project: accept(withoutCgo) }).notes).toContain(
    'example.com/sqlite is built without the files that need cgo, and that is accepted: the tool never opens it'
  )
  expect(planOf({ analysis: { withoutCgo }, command: 'gate' }).notes.join()).toContain('a release refuses it')
})

test('a build proves, signs and publishes nothing', () => {
  expect(planOf({ command: 'build' })).toMatchObject({
    trials: { skip: expect.any(String) },
    signing: { skip: expect.any(String) },
    publication: { skip: 'build publishes nothing' }
  })
})

test('suites follow from what the program imports', () => {
  const suites = (imports: string[], baseline = 'auto') => {
    const { trials } = planOf({ analysis: { imports }, given: { baseline } })
    return 'skip' in trials ? trials.skip : trials.work.map(({ suite }) => suite)
  }
  expect(suites(analysis.imports as string[])).toEqual(['smi', 'workload', 'surface'])
  expect(suites(['k8s.io/client-go/kubernetes'])).toEqual(['workload', 'surface'])
  expect(suites(['github.com/spf13/cobra'])).toEqual(['surface'])
  expect(suites(['github.com/spf13/cobra'], 'none')).toBe(
    'the program imports neither the SMI SDK nor a Kubernetes client; surface: there is no baseline: baseline is none'
  )
})

describe('a Deployment is rolled out', () => {
  const project = (deployment: string): Partial<Project> =>
    parseProject(
      `workloads: [{ name: web, ready: [{ log: up }]${deployment && `, deployment: ${deployment}`} }]`,
      'slipway.yaml'
    ).project
  const workloads = (where: 'kind' | 'kubeconfig' | 'control-plane', deployment: string, os = 'linux') => {
    const more = { mirrors: [], file: '/config', context: 'it', crds: 'refuse' as const }
    const provider = { ...more, provider: where, why: 'a test', releases: { '1.37': 'v1.37.1' } }
    const { trials, unproved } = planOf({
      around: { provider, host: { os, arch: 'arm64' } },
      given: { suites: 'workload' },
      project: { workloads: project(deployment).workloads ?? [] }
    })
    const work = 'skip' in trials ? [] : trials.work
    return { of: work.map(({ subject }) => subject), work, why: unproved.map(({ why }) => why).join() }
  }

  test('of the suite where pods are simulated, and of the program itself where they run and slipway.yaml says how', () => {
    expect(workloads('control-plane', '{}')).toMatchObject({
      of: [undefined, 'web'],
      why: 'web in pods that really run: here they are simulated; --cluster kind runs them'
    })
    expect(workloads('control-plane', '').why).toBe('')
    const { of, work, why } = workloads('kind', '{ kind: DaemonSet, port: 80 }')
    expect([of, why]).toEqual([['web (DaemonSet)', 'web'], ''])
    expect(work[0]?.with).toMatchObject({
      driver: 'deployment',
      arch: 'arm64',
      workload: { deployment: { kind: 'DaemonSet', port: 80, args: [] } }
    })
    // How it runs in pods decides nothing about its trial as a process, nor whether that is run again.
    expect(work[1]).toEqual(workloads('kind', '').work[0])
  })

  test('or not, and the plan says why', () => {
    expect(workloads('kind', '')).toMatchObject({ of: ['web'], why: expect.stringContaining('does not say how') })
    expect(workloads('kubeconfig', '{}')).toMatchObject({
      of: ['web'],
      why: expect.stringContaining('no image can be')
    })
    expect(workloads('kind', '{}', 'darwin')).toMatchObject({ of: ['web'], why: expect.stringContaining('darwin') })
  })

  test('a path without the port that answers there is refused', () => {
    expect(() => project('{ ready: /readyz }')).toThrow(/deployment: ready: needs the port/)
  })
})

test('proof that cannot run here is an error, never a silent skip', () => {
  const missing = { provider: { missing: 'no Linux' } }
  expect(() => planOf({ around: missing })).toThrow(expect.objectContaining({ kind: 'environment' }))
  expect(planOf({ around: missing, given: { kubernetes: 'none' } }).trials).toEqual({ skip: 'kubernetes is none' })
})

test('several Kubernetes versions are proved by every suite, each once, and the newest when none is named', () => {
  const proved = (kubernetes?: string) => {
    const { trials, cluster } = planOf(kubernetes === undefined ? {} : { given: { kubernetes } })
    return {
      trials:
        'skip' in trials
          ? trials.skip
          : trials.work.map(({ suite, kubernetes }) => [suite, kubernetes].join(' ').trim()),
      releases: cluster?.releases
    }
  }
  expect(proved('1.34,1.37,1.34')).toEqual({
    trials: ['smi 1.34', 'smi 1.37', 'workload 1.34', 'workload 1.37', 'surface'],
    releases: { '1.37': 'v1.37.1', '1.34': 'v1.34.4' }
  })
  expect(proved()).toEqual({ trials: ['smi 1.37', 'workload 1.37', 'surface'], releases: { '1.37': 'v1.37.1' } })
  expect(proved('none')).toEqual({ trials: 'kubernetes is none', releases: undefined })
  expect(() => proved('1.37,1.20')).toThrow(
    expect.objectContaining({
      kind: 'input',
      message: 'Kubernetes 1.20 is not pinned for control-plane clusters',
      hint: expect.stringMatching(/^Offered: 1\.37, 1\.34\. /) as unknown
    })
  )
})

test('on a cluster that already runs, its own version is proved and no other', () => {
  const provider: ProviderChoice = {
    provider: 'kubeconfig',
    why: 'cluster is kubeconfig',
    releases: { '1.36': 'v1.36.3-gke.100' },
    file: '/home/me/.kube/config',
    context: 'stage',
    crds: 'refuse'
  }
  expect(planOf({ around: { provider } })).toMatchObject({
    trials: { work: [{ kubernetes: '1.36' }, { kubernetes: undefined }] },
    cluster: provider
  })
  expect(() => planOf({ around: { provider }, given: { kubernetes: '1.37' } })).toThrow(
    'the cluster of the kubeconfig is Kubernetes 1.36, not 1.37'
  )
})

test('a keyless release that no tag started is told how its downloaders will see it', () => {
  const around = { hasKey: false, hasIdentity: true }
  const notes = (kind: 'tag' | 'push', to: string) =>
    planOf({ around: { ...around, event: { kind } }, given: { to, version: '1.2.3' } }).notes
  expect(notes('push', 'github')).toEqual([expect.stringContaining('its signature will name the branch')])
  expect(notes('tag', 'github')).toEqual([])
  expect(notes('push', './releases')).toEqual([])
})

test('a dirty tree or code that git does not hold stops a release and is told by a gate', () => {
  const dirt = { dirty: ['a.go', 'b.txt'], dirtyDigest: 'abc' }
  expect(() => planOf({ facts: dirt })).toThrow('the work tree differs from commit 1a2b3c4: a.go, b.txt')
  expect(() => planOf({ analysis: { untracked: ['gen/assets.go'] } })).toThrow('git does not hold: gen/assets.go')
  expect(planOf({ command: 'gate', facts: dirt }).notes).toEqual([expect.stringContaining('2 changed or untracked')])
  expect(planOf({ command: 'gate', analysis: { untracked: ['gen/assets.go'] } }).notes).toEqual([
    'the build takes in files that git does not hold: gen/assets.go'
  ])
})

test('how the release is signed: a key before an identity token before a rehearsal', () => {
  const mode = (test: Case) => {
    const { signing } = planOf(test)
    return 'skip' in signing ? signing.skip : signing.work[0]?.mode
  }
  expect(mode({})).toBe('key')
  expect(mode({ around: { hasKey: false, hasIdentity: true } })).toBe('keyless')
  expect(mode({ around: { hasKey: true, hasIdentity: true }, given: { sign: 'keyless' } })).toBe('keyless')
  expect(mode({ around: { hasKey: false } })).toBe('rehearsal')
  expect(mode({ given: { sign: 'none' } })).toBe('sign is none')
  expect(() => mode({ around: { hasKey: false }, given: { sign: 'key' } })).toThrow('there is no key')
  expect(() => mode({ given: { sign: 'keyless' } })).toThrow('no identity token')
})

test('a prerelease and a back-port are never the latest release', () => {
  const publication = (version: string, allTags: string[]) =>
    planOf({ facts: { tags: [version], allTags } }).publication
  expect(publication('v2.0.0', ['v1.0.0', 'v2.0.0'])).toMatchObject({ work: [{ prerelease: false, latest: true }] })
  expect(publication('v2.0.0-rc.1', ['v2.0.0-rc.1'])).toMatchObject({ work: [{ prerelease: true, latest: false }] })
  expect(publication('v1.0.1', ['v1.0.1', 'v2.0.0'])).toMatchObject({ work: [{ prerelease: false, latest: false }] })
  expect(() => planOf({ given: { latest: 'true', prerelease: 'true' } })).toThrow('cannot be the latest')
})

test('where to publish is never guessed outside a job of GitHub', () => {
  expect(() => planOf({ given: { to: 'auto' } })).toThrow('nobody said where to publish')
  expect(planOf({ given: { to: 'auto' }, around: { platform: 'github' } }).publication).toMatchObject({
    work: [{ to: 'github' }]
  })
  expect(planOf({ given: { to: 'none' } }).publication).toEqual({ skip: 'to is none' })
})

test('a release that stays a draft says so in its plan, and is attested when it becomes public', () => {
  const job = { hasKey: false, hasIdentity: true, event: { kind: 'tag', tag: 'v1.2.3' } } as const
  for (const [to, words] of [
    ['github', 'it stays a draft until slipway publish --finish v1.2.3'],
    [
      'gitlab',
      'it stays files in the package registry, without a release (GitLab has no drafts), until slipway publish'
    ],
    ['out', 'it stays a draft until slipway publish --finish v1.2.3']
  ] as const) {
    const planned = planOf({ given: { to, draft: 'true' }, around: job })
    expect(planned.publication).toMatchObject({ work: [{ draft: true, latest: true }] })
    expect(formatPlanTable(planned)).toContain(words)
    expect('skip' in planned.attestation).toBe(true)
  }
  const open = planOf({ given: { to: 'github' }, around: job })
  expect(formatPlanTable(open)).not.toContain('--finish')
  expect(open.attestation).toMatchObject({ work: [{}] })
})

test('an untrusted pull request may be gated and never released', () => {
  const event = { kind: 'pull-request' as const, untrusted: 'a pull request from eve/tool' }
  expect(planOf({ command: 'auto', around: { event } }).mode).toBe('gate')
  expect(() => planOf({ command: 'release', around: { event } })).toThrow(
    'this run may not publish: a pull request from eve/tool'
  )
})

test('two programs or targets whose files would share a name are refused, also when only case differs', () => {
  const mains = (...paths: string[]) => ({
    mains: paths.map((path) => ({ dir: `./${path}`, importPath: `example.com/smi/tool/${path}` }))
  })
  expect(() => planOf({ analysis: mains('a/tool', 'b/tool') })).toThrow('both become a program named tool')
  expect(() => planOf({ analysis: mains('a/Tool', 'b/tool') })).toThrow('both become a program named tool')
})

test('programs with equal settings share one go build a target; settings of their own make another', () => {
  const mains = ['a', 'b', 'c'].map((name) => ({ dir: `./${name}`, importPath: `example.com/smi/tool/${name}` }))
  const builds = [{ main: './c', name: 'sea', ldflags: ['-X=main.v={version}'], gcflags: [], tags: ['extra'], env: {} }]
  const made = planOf({ given: { targets: 'linux/amd64,windows/386' }, analysis: { mains }, builds })
  expect(made.builds.map(({ binaries }) => binaries.map(({ path }) => path))).toEqual([
    ['bin/linux_amd64/a', 'bin/linux_amd64/b'],
    ['bin/linux_amd64/sea'],
    ['bin/windows_386/a.exe', 'bin/windows_386/b.exe'],
    ['bin/windows_386/sea.exe']
  ])
  expect(made.builds[1]?.argv.join(' ')).toContain('-X=main.v=1.2.3')
  expect(made.archives.map(({ name, binaries }) => [name, binaries.length])).toEqual([
    ['tool_1.2.3_linux_amd64.tar.gz', 3],
    ['tool_1.2.3_windows_386.zip', 3]
  ])
  expect(() => planOf({ builds: [{ ...builds[0], main: './gone' } as (typeof builds)[0]] })).toThrow(
    'settings for ./gone'
  )
})

test('tags with a prefix of their own decide the version, the baseline and the latest', () => {
  const commit = facts.commit
  const tags = { 'app-v1.1.0': 'b'.repeat(40), 'app-v1.2.0': commit, 'v9.0.0': 'c'.repeat(40) }
  const made = planOf({
    facts: { tags: ['app-v1.2.0'], allTags: Object.keys(tags), tagCommits: tags, mergedTags: Object.keys(tags) },
    project: { tagPrefix: 'app-' }
  })
  expect(made).toMatchObject({ version: '1.2.0', tag: 'app-v1.2.0', baseline: { tag: 'app-v1.1.0' } })
  expect(made.publication).toMatchObject({ work: [{ tag: 'app-v1.2.0', latest: true, since: 'app-v1.1.0' }] })
  expect(made.notes.join()).toContain('app-v1.2.0 is no version of example.com/smi/tool to go')
})

describe('of programs with settings of their own', () => {
  const main = { dir: '.', importPath: 'example.com/smi/tool' }
  const own = (more: Partial<Project['builds'][number]>): Project['builds'][number] => ({
    ...{ main: '.', ldflags: [], gcflags: [], tags: [], env: {} },
    ...more
  })
  const of = (builds: Project['builds'], targets = 'linux/amd64', variables = {}) =>
    planOf({ given: { targets }, analysis: { mains: [main] }, builds, variables })

  test('several may be made of one main package, each with its own flags', () => {
    const { builds } = of([own({}), own({ name: 'tool-fips', env: { GOFIPS140: 'latest' } })])
    expect(builds.map(({ binaries, env }) => [binaries[0]?.path, env['GOFIPS140']])).toEqual([
      ['bin/linux_amd64/tool', undefined],
      ['bin/linux_amd64/tool-fips', 'latest']
    ])
  })

  test('two that would be one file are refused, and two for different targets are not', () => {
    const clash = [own({ targets: ['linux/amd64'] }), own({ targets: ['linux/amd64'], tags: ['x'] })]
    expect(() => of(clash)).toThrow('two builds of example.com/smi/tool are both named tool for linux/amd64')
    const names = [own({ name: 'Tool' }), own({})]
    expect(() => of(names)).toThrow('two builds of example.com/smi/tool are both named tool for linux/amd64')
    expect(() => of([own({}), own({})])).toThrow('both become a program named tool')
    const { archives } = of([own({ targets: ['linux/amd64'] }), own({ targets: ['windows/amd64'], tags: ['x'] })])
    expect(archives.map(({ name }) => name)).toEqual(['tool_1.2.3_linux_amd64.tar.gz', 'tool_1.2.3_windows_amd64.zip'])
  })

  test('a target that no program has gets no archive and no second build', () => {
    const made = of([own({ targets: ['linux/arm64'] })], 'linux/amd64,windows/amd64')
    expect(made.archives.map(({ name }) => name)).toEqual(['tool_1.2.3_linux_arm64.tar.gz'])
    expect(made.rebuilds).toMatchObject({ work: [{ os: 'linux', arch: 'arm64' }] })
    expect(made.builds.map(({ target }) => target.arch)).toEqual(['arm64', 'amd64'])
  })

  test('variables of the environment are filled in once, shown, and linked', () => {
    const made = of([own({ ldflags: ['-X main.a={env.A}', '-X=main.v={version}'] })], 'linux/amd64', {
      A: 'b {version}'
    })
    expect(made.variables).toEqual({ A: 'b {version}' })
    expect(made.builds[0]?.argv.join(' ')).toContain("-X 'main.a=b {version}' -X=main.v=1.2.3")
    expect(formatPlanTable(made)).toMatch(/^variables {2}A=b \{version\}$/m)
    expect(() => of([own({ ldflags: ['-X main.a={env.A}'] })])).toThrow(/\{env\.A\}, and that variable is not set/)
    expect(() => of([own({ ldflags: ['{env.A}'] })], 'linux/amd64', { A: '-extld=/tmp/x' })).toThrow(
      /may not give the linker "-extld=\/tmp\/x"/
    )
  })

  test('one program for both processors of macOS is two calls of go', () => {
    const made = of([own({ overrides: [{ targets: ['darwin'], flags: ['-pgo=off'] }] })], 'darwin/all')
    const [mac] = made.builds
    expect(mac).toMatchObject({
      target: { os: 'darwin', arch: 'all' },
      binaries: [{ name: 'tool', made: 'tool', path: 'bin/darwin_all/tool' }],
      argv: [],
      parts: [
        { target: { arch: 'amd64' }, env: { GOARCH: 'amd64' } },
        { target: { arch: 'arm64' }, env: { GOARCH: 'arm64' } }
      ]
    })
    expect(mac?.parts?.every(({ argv }) => argv.includes('-pgo=off'))).toBe(true)
    expect(made.archives.map(({ name }) => name)).toEqual(['tool_1.2.3_darwin_all.tar.gz'])
  })

  test('an override for no target of its program is told', () => {
    expect(of([own({ overrides: [{ targets: ['plan9'], tags: ['x'] }] })]).notes).toContain(
      'overrides for plan9 of . fit no target here'
    )
  })
})

test.each([
  ['example.com/a/tool', 'tool'],
  ['example.com/a/tool/v2', 'tool'],
  ['gopkg.in/tool.v3', 'tool']
])('the module %s is named %s', (module, name) => {
  expect(deriveProjectName(module)).toBe(name)
})
