import { describe, expect, test } from '@jest/globals'
import { hashBytes } from '../../src/base/digest.ts'
import type { Json } from '../../src/base/json.ts'
import { SOURCES } from '../../src/commands/analyse-once.ts'
import { isAnalysis } from '../../src/facts/go-packages.ts'
import type { Artifact, Trial } from '../../src/model/nouns.ts'
import type { Published } from '../../src/model/ports/publisher.ts'
import { makeBuildStep, type Built } from '../../src/pipeline/stages/build.ts'
import { makePackageStep } from '../../src/pipeline/stages/package.ts'
import { makePrepareStep } from '../../src/pipeline/stages/prepare/record.ts'
import { makeBaselineStep } from '../../src/pipeline/stages/prove/baseline-record.ts'
import { makeTrialStep } from '../../src/pipeline/stages/prove/verdict-record.ts'
import { makeRebuildStep } from '../../src/pipeline/stages/rebuild.ts'
import { makeScanStep } from '../../src/pipeline/stages/scan/scan.ts'
import { makeKeyStep, makeSignStep } from '../../src/pipeline/stages/sign/bundles.ts'
import { makeAttestStep } from '../../src/pipeline/stages/sign/statements.ts'
import type { ArchivePlan } from '../../src/plan/archives.ts'
import type { BuildPlan } from '../../src/plan/builds.ts'
import type { Plan } from '../../src/plan/plan.ts'
import { makeVerificationStep } from '../../src/publish/publish-draft.ts'
import { makeReportStep } from '../../src/report/report.ts'
import type { Story } from '../../src/report/story.ts'
import { ledger, formatRecordPath, type Step } from '../../src/steps/ledger.ts'
import { memoryFiles } from '../fakes/files.ts'
import { foreignValues, type Looseness } from '../fakes/hostile/foreign-values.ts'

const DIGEST = { sha256: hashBytes('bytes'), size: 5 }
const host = { os: 'linux', arch: 'amd64' }
const build: BuildPlan = {
  ...{ target: host, argv: ['go', 'build'], env: {} },
  binaries: ['tool', 'other'].map((name) => ({
    ...{ name, main: `example.com/${name}`, made: name, path: `bin/linux_amd64/${name}` }
  }))
}
const built: readonly Built[] = build.binaries.map(({ name, main, path }) => ({
  ...{ name, main, path, format: 'ELF, no libraries', cache: 'own' as const },
  ...DIGEST
}))
const prepared = {
  files: [{ path: 'web/a', ...DIGEST }],
  tools: [{ name: 'make', version: 'GNU Make 4', sha256: DIGEST.sha256 }]
}
const archive: ArchivePlan = {
  ...{ target: host, name: 'tool_1.0.0_linux_amd64.tar.gz', format: 'tar.gz', licences: ['LICENSE'] },
  files: [{ from: 'LICENSE', to: 'LICENSE' }],
  binaries: [
    { name: 'tool', path: 'bin/linux_amd64/tool', entry: 'tool', sbom: 'tool.cdx.json', spdx: 'tool.spdx.json' }
  ]
}
const trial: Trial = { suite: 'workload', kubernetes: '1.37', subject: 'tool', with: { set: 'all', deep: [{ a: 1 }] } }
const plan = {
  ...{ commit: 'c'.repeat(40), dirtyDigest: '', module: 'example.com', moduleDir: '', version: '1.0.0', host },
  ...{ stampedFrom: [], baseline: { skip: 'a test' }, trials: { work: [trial] }, builds: [build], archives: [archive] },
  go: { version: 'go1.26.8', why: 'a test' },
  buildCache: { kind: 'own', why: 'a test' },
  cluster: { provider: 'control-plane', why: 'a test', releases: {} }
} as unknown as Plan
const baseline = { tag: 'v1.0.0', version: '1.0.0', commit: 'b'.repeat(40), why: 'a test', from: 'github' }
const checksums: Artifact = { kind: 'checksums', name: 'checksums.txt', path: '/out/checksums.txt', ...DIGEST }
const signing = { mode: 'key', key: 'cosign.key', why: 'a test' } as const
const keyless = { mode: 'keyless', why: 'a test' } as const
const published: Published = {
  ...{ tag: 'v1.0.0', url: 'https://example.com', yanked: undefined },
  files: [{ name: 'tool', ...DIGEST }],
  async *download() {}
}
const story = {
  ...{ plan, verdicts: [], broken: [], clusters: [], artifacts: [], spans: [], tools: [], verification: [] },
  url: undefined
} as Story

const at = (path: string) => ({ path, ...DIGEST })
const released = {
  origin: 'its release',
  programs: { tool: at('baseline/1.0.0-release/tool') },
  list: {
    sums: at('baseline/1.0.0-release/checksums.txt'),
    bundle: at('baseline/1.0.0-release/checksums.txt.sigstore.json')
  }
}
const verdict = {
  ...{ trial, outcome: 'passed', ms: 12.5 },
  cluster: { provider: 'control-plane', server: 'v1.37.1', simulated: true },
  checks: [
    {
      ...{ claim: 'it holds', outcome: 'passed', seen: 'it', repeat: 'kubectl get', at: { file: 'a.yaml', line: 3 } },
      loss: { kind: 'TrafficSplit', written: 'v1', stored: 'v2', read: 'v1', fields: ['spec.a'], because: 'known' }
    }
  ],
  compared: { baseline: { name: 'v1.0.0', origin: 'its release' }, candidate: { name: 'v1.1.0', origin: 'here' } },
  moments: [{ at: 0, ms: 1.5, step: 'baseline', what: 'ready', outcome: 'passed' }]
}
const scan = {
  ...{ database: 'https://vuln.go.dev', modified: '2026-01-02T03:04:05Z', programs: 2 },
  found: [
    {
      ...{ id: 'GO-2021-0113', aliases: ['CVE-1'], summary: 'it', module: 'golang.org/x/text', version: 'v0.3.5' },
      ...{ fixed: 'v0.3.7', reach: 'linked', symbols: ['a.B'], programs: ['tool'] }
    }
  ]
}
const verification = {
  ...{
    covered: ['tool'],
    uncovered: ['stranger'],
    odd: ['bin is a folder'],
    programs: 1,
    described: [{ name: 'tool', kind: 'program', target: 'linux/amd64' }]
  },
  proved: [{ suite: 'smi', subject: '', server: 'v1.37.1', provider: 'kind', simulated: false, checks: 2 }],
  built: { builder: 'slipway', invocation: 'urn:uuid:1', commit: 'c', compiledBy: [{ targets: [], invocation: '' }] },
  recipe: {
    ...{ slipway: '0.1.0', tag: 'v1.0.0', version: '1.0.0', module: 'm', moduleDir: '', go: 'go1.26.8' },
    ...{ targets: ['linux/amd64'], mains: ['m'], variables: { CHANNEL: 'stable' } },
    programs: [{ target: 'linux/amd64', main: 'm', name: 'tool' }]
  }
}
const packed = ['archive', 'sbom', 'sbom'].map((kind, i) => ({
  ...{ kind, name: [archive.name, 'tool.cdx.json', 'tool.spdx.json'][i] ?? '' },
  ...DIGEST
}))
const order = {
  ...{ name: 'provenance.sigstore.json', predicateType: 'a type', input: 1 },
  make: () => Promise.reject(new Error('nothing is made')),
  fits: () => false
}
const reports = ['report/summary.md', 'report/index.html']

interface Case extends Looseness {
  readonly step: Step<unknown>
  readonly value: Json
  /** Other values that such a step makes. */
  readonly also?: readonly Json[]
  /** Values of the right form that are not what the plan asks for. */
  readonly others?: Readonly<Record<string, Json>>
}

const renamed = (value: Json, from: string, to: string): Json =>
  JSON.parse(JSON.stringify(value).replaceAll(JSON.stringify(from), JSON.stringify(to))) as Json

const CASES: Readonly<Record<string, Case>> = {
  sources: {
    step: SOURCES,
    value: [{ commit: 'c'.repeat(40), like: 'b'.repeat(40) }]
  },
  analysis: {
    step: { kind: 'analysis', shape: 4, input: 1, fits: isAnalysis },
    value: {
      ...{ mains: [{ dir: '.', importPath: 'm' }], leftOut: ['./x'], imports: ['fmt'], untracked: ['gen.go'] },
      takes: { folders: ['', 'x'], embeds: [{ folder: 'x', pattern: '*.html' }], modules: [''] },
      withoutCgo: ['example.com/sqlite'],
      objects: [{ target: 'windows/amd64', paths: ['rsrc.syso'] }]
    }
  },
  prepare: {
    step: makePrepareStep({
      source: { ...{ commit: 'c'.repeat(40), committedAt: '2026-01-02T03:04:05Z', moduleDir: '' }, host },
      steps: [{ run: ['make'], makes: ['web'], network: false }],
      ...{ go: 'go1.26.8', tools: [{ name: 'make', sha256: DIGEST.sha256 }] }
    }),
    value: prepared,
    others: {
      'a file elsewhere': renamed(prepared, 'web/a', 'main.go'),
      'a way out': renamed(prepared, 'web/a', 'web/../main.go'),
      'no file': { files: [], tools: [] }
    }
  },
  build: {
    step: makeBuildStep(plan, build),
    value: built as unknown as Json,
    others: {
      'one program': built.slice(1) as unknown as Json,
      'no program': [],
      'programs in another order': [...built].reverse() as unknown as Json,
      'a program elsewhere': renamed(built as unknown as Json, 'bin/linux_amd64/tool', '../tool'),
      'another program': renamed(built as unknown as Json, 'tool', 'evil'),
      'out of the cache of others': renamed(built as unknown as Json, 'own', 'shared'),
      'a digest that is none': renamed(built as unknown as Json, DIGEST.sha256, 'A'.repeat(64))
    }
  },
  package: {
    step: makePackageStep(plan, archive, { built, extras: [], licences: [] }),
    value: packed,
    others: {
      'one file less': packed.slice(1),
      'one file twice': [...packed, ...packed.slice(2)],
      'another archive': renamed(packed, archive.name, '../evil.tar.gz'),
      'an SBOM that is called an archive': renamed(packed, 'sbom', 'archive'),
      'an archive that is called a program': renamed(packed, 'archive', 'program')
    }
  },
  rebuild: { step: makeRebuildStep(plan, build, built), value: null },
  'baseline of a release': {
    step: makeBaselineStep(plan, baseline, ['tool']),
    value: released,
    also: [{ origin: 'compiled', programs: { tool: at('baseline/1.0.0-source/bin/linux_amd64/tool') } }],
    optional: ['list', 'tool'],
    others: {
      'a program elsewhere': renamed(released, 'baseline/1.0.0-release/tool', '/bin/sh'),
      'a program above': renamed(released, 'baseline/1.0.0-release/tool', 'baseline/1.0.0-release/../../tool'),
      'a program of another version': renamed(released, 'baseline/1.0.0-release/tool', 'baseline/2.0.0-release/tool'),
      'a release without its signed list': { origin: 'its release', programs: released.programs },
      'another list': renamed(released, 'baseline/1.0.0-release/checksums.txt', 'baseline/1.0.0-release/sums.txt')
    }
  },
  trial: {
    step: makeTrialStep(plan, trial),
    value: verdict as unknown as Json,
    nullable: ['baseline'],
    optional: ['cluster', 'compared', 'moments', 'repeat', 'loss', 'at', 'because'],
    others: {
      'a verdict that failed': { ...verdict, outcome: 'failed' } as unknown as Json,
      'a passed verdict of a check that failed': {
        ...verdict,
        checks: [{ claim: 'it holds', outcome: 'failed', seen: 'it does not' }]
      } as unknown as Json,
      'another trial': { ...verdict, trial: { ...trial, with: { set: 'other' } } }
    }
  },
  scan: {
    step: makeScanStep(scan.database, [], '2026-01-02'),
    value: scan,
    also: [{ ...scan, modified: null, found: scan.found.map((item) => ({ ...item, fixed: null })) }],
    others: {
      'another database': { ...scan, database: 'https://example.com' },
      'what a person accepted': {
        ...scan,
        found: scan.found.map((item) => ({
          ...item,
          accepted: { id: item.id, reason: 'forged', until: '2099-01-01', line: 1 }
        }))
      }
    }
  },
  'sign with a key': {
    step: makeSignStep(checksums, signing, 'f'),
    value: { identity: { publicKey: 'PEM' }, bundle: DIGEST },
    others: { 'an identity': { identity: { identity: 'https://x', issuer: 'https://y' }, bundle: DIGEST } }
  },
  'sign without one': {
    step: makeSignStep(checksums, keyless, ''),
    value: { identity: { identity: 'https://x', issuer: 'https://y' }, bundle: DIGEST },
    others: { 'a key': { identity: { publicKey: 'PEM' }, bundle: DIGEST } }
  },
  'public-key': {
    step: makeKeyStep(signing, 'f'),
    value: '-----BEGIN PUBLIC KEY-----\nMFk\n-----END PUBLIC KEY-----\n',
    others: { 'no key': '', 'a private key': '-----BEGIN PRIVATE KEY-----\n' }
  },
  attest: { step: makeAttestStep(order, signing, 'f'), value: DIGEST },
  verified: {
    step: makeVerificationStep(published, { publicKey: 'PEM' }),
    value: verification,
    also: [{ covered: [], uncovered: [], odd: [], programs: 0, proved: [], described: [] }],
    optional: ['built', 'recipe', 'target', 'CHANNEL']
  },
  report: {
    step: makeReportStep(story, reports),
    value: reports.map(at),
    others: { 'one file less': reports.slice(1).map(at), 'a file elsewhere': ['../x', ...reports.slice(1)].map(at) }
  }
}

describe.each(Object.entries(CASES))('a record of %s', (_, { step, value, also = [], others = {}, ...loose }) => {
  test('is read back as it was written', async () => {
    for (const each of [value, ...also]) {
      const files = memoryFiles()
      for (const { path } of step.leaves?.(each) ?? []) await files.write(`/out/${path}`, 'bytes')
      await ledger(files, '/out').record(step, { value: each })
      expect(await ledger(files, '/out').lookUp(step)).toEqual(each)
    }
  })

  test('that says anything else is none', () => {
    const foreign = foreignValues(value, loose)
    expect(foreign.length).toBeGreaterThan(2)
    expect(foreign.filter((each) => step.fits(each.value)).map(({ what }) => what)).toEqual([])
  })

  test('that names what is not planned is none', () => {
    expect(Object.entries(others).flatMap(([what, other]) => (step.fits(other) ? [what] : []))).toEqual([])
  })

  test('lies elsewhere once its shape is another', () => {
    expect(formatRecordPath({ ...step, shape: step.shape + 1 })).not.toBe(formatRecordPath(step))
  })
})
