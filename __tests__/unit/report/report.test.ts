import { expect, test } from '@jest/globals'
import { Failure } from '../../../src/base/errors.ts'
import type { Verdict } from '../../../src/model/nouns.ts'
import type { Plan } from '../../../src/plan/plan.ts'
import { drawGantt } from '../../../src/report/gantt.ts'
import { formatJunit } from '../../../src/report/junit.ts'
import { drawPage } from '../../../src/report/page/page.ts'
import { judgeAllTrials } from '../../../src/report/report.ts'
import { formatCode, escapeMarkdown } from '../../../src/base/markdown.ts'
import { drawCount } from '../../../src/report/page/checks.ts'
import { describeResult } from '../../../src/report/page/head.ts'
import { composeFailure, composeSummary } from '../../../src/report/summary.ts'
import type { Story } from '../../../src/report/story.ts'
import { formatDuration } from '../../../src/base/text.ts'
import type { Span } from '../../../src/steps/timeline.ts'

const span = (item: string, change: Partial<Span> = {}): Span => ({
  stage: 'build',
  item,
  start: 1000,
  end: 2500,
  outcome: 'done',
  ...change
})

const AWKWARD = [
  ...['title x', 'section y', 'gantt', 'dateFormat x', 'click me', '2026-01-01 z', '%% comment', 'end', 'accTitle: x'],
  ...['a:b;c#d,e', 'done, 5', '<img src=x onerror=alert(1)>', '`x`', '', 'a\nb', '"quoted"', '``` x', 'x'.repeat(300)]
]

test.each(AWKWARD)('the item %j is one task of the gantt, and nothing else to Mermaid', (item) => {
  const lines = drawGantt([span(item)]).split('\n')
  expect(lines.slice(0, 5)).toEqual([
    'gantt',
    '  dateFormat HH:mm:ss.SSS',
    '  axisFormat %M:%S',
    '  todayMarker off',
    '  section build'
  ])
  expect(lines).toHaveLength(6)
  // Names of letters and harmless signs, not starting with one of Mermaid's words, then the times.
  expect(lines[5]).toMatch(
    /^ {2}(?!gantt|title|section|dateFormat|click|end|acc|%|\d{4}-)[\p{L}\p{N} ._/+()=…-]{1,60} :00:00:01\.000, 00:00:02\.500$/u
  )
})

test('the gantt tells what failed and what was reused, gives every span a length, and leaves out what was skipped', () => {
  const lines = drawGantt([
    span('a', { outcome: 'failed' }),
    span('b', { outcome: 'reused', end: 1000.2 }),
    span('c', { outcome: 'skipped' }),
    span('d', { start: 3_599_000, end: 3_601_000 })
  ])
  expect(lines).toContain('  a :crit, 00:00:01.000, 00:00:02.500')
  expect(lines).toContain('  b :done, 00:00:01.000, 00:00:01.001')
  expect(lines).not.toContain(' c ')
  expect(lines).toContain('axisFormat %H:%M:%S')
  expect(lines).toContain('  d :00:59:59.000, 01:00:01.000')
})

test('a run with a thousand spans is drawn with its longest ones, within what GitHub draws', () => {
  const spans = Array.from({ length: 1000 }, (_, i) => span(`target ${i} ${'x'.repeat(90)}`, { end: 2000 + i }))
  const text = drawGantt(spans)
  expect(text.length).toBeLessThan(50_000)
  expect(text).toContain('target 999 ')
  expect(text).not.toContain('target 7 ')
})

test.each([
  [0.4, '0 ms'],
  [44.4, '44 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [59_940, '59.9 s'],
  [59_960, '1 min 00 s'],
  [125_000, '2 min 05 s']
])('%d ms are shown as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text)
})

const verdict = (change: Partial<Verdict['checks'][number]> = {}): Verdict => ({
  trial: { suite: 'smi', kubernetes: '1.37', with: {} },
  outcome: change.outcome === 'failed' ? 'failed' : 'passed',
  cluster: { provider: 'control-plane', server: 'v1.37.1', simulated: true },
  checks: [{ claim: 'TrafficSplit v1alpha4 is served', outcome: 'passed', seen: 'it is', ...change }],
  ms: 4200
})

const PLAN: Plan = {
  mode: 'release',
  why: 'a tag started this run',
  name: 'tool',
  module: 'example.com/tool',
  moduleDir: '',
  version: '1.0.0',
  versionFrom: 'the tag',
  tag: 'v1.0.0',
  commit: 'c'.repeat(40),
  committedAt: '2026-01-02T03:04:05Z',
  modified: false,
  moduleVersions: ['v1.0.0'],
  stampedFrom: ['v1.0.0'],
  dirtyDigest: '',
  vendored: false,
  go: { version: 'go1.26.8', why: 'the go line of go.mod' },
  baseline: { skip: 'a first release' },
  host: { os: 'linux', arch: 'amd64' },
  unproved: [],
  builds: [],
  vet: { skip: 'vet: off' },
  archives: [],
  buildCache: { kind: 'shared', why: 'a test' },
  rebuilds: { skip: 'rebuild is 0' },
  vulnerabilities: { skip: 'vulnerabilities is off' },
  attestation: { skip: 'attestations is off' },
  trials: { work: [{ suite: 'smi', kubernetes: '1.37', with: {} }] },
  cluster: { provider: 'control-plane', why: 'auto', releases: { '1.37': 'v1.37.1' } },
  signing: { work: [{ mode: 'keyless', why: 'no key, and the job has an identity token' }] },
  publication: {
    work: [
      {
        to: 'github',
        tag: 'v1.0.0',
        prerelease: false,
        latest: true,
        latestBy: 'auto',
        notes: 'history',
        since: 'v0.9.0'
      }
    ]
  },
  isolation: undefined,
  notes: []
}

const story = (change: Partial<Story> = {}): Story => ({
  plan: PLAN,
  verdicts: [verdict()],
  broken: [],
  clusters: [{ kubernetes: '1.37', provider: 'control-plane', server: 'v1.37.1', ms: 3100, logs: null }],
  artifacts: [
    {
      kind: 'archive',
      name: 'tool_1.0.0.tar.gz',
      path: '/x',
      sha256: 'a'.repeat(64),
      size: 1234,
      target: { os: 'linux', arch: 'amd64' }
    }
  ],
  spans: [span('linux/amd64')],
  tools: [{ name: 'go', version: 'go1.26.8', path: '/go', source: 'machine', vouched: 'on PATH' }],
  verification: ['sha256sum -c checksums.txt'],
  url: 'https://github.com/octo/demo/releases/tag/v1.0.0',
  ...change
})

test('the summary has the release, a table of verdicts, one of files, the commands that verify, and the times', () => {
  const text = composeSummary(story())
  expect(text).toContain('Published: <https://github.com/octo/demo/releases/tag/v1.0.0>.')
  const page = 'https://github.com/octo/demo/releases/tag/untagged-1'
  const draft = composeSummary(story({ url: undefined, kept: page, plan: { ...PLAN, tag: 'v1.0.0' } }))
  expect(draft).toContain(`A draft, not public yet: <${page}>. \`slipway publish --finish v1.0.0\` makes it public.`)
  expect(text).toContain('| smi | v1.37.1 | control-plane, pods simulated | 1 | passed | 4.2 s |')
  expect(text).toContain('Ready: v1.37.1 after 3.1 s.')
  expect(text).toContain(`| tool\\_1.0.0.tar.gz | linux/amd64 | 1.2 kB | \`${'a'.repeat(64)}\` |`)
  expect(text).toContain('```sh\nsha256sum -c checksums.txt\n```')
  expect(text).toContain('```mermaid\ngantt\n')
})

test('the summary of a failed proof says which claim does not hold, what was seen, and that nothing was published', () => {
  const text = composeSummary(
    story({ verdicts: [verdict({ outcome: 'failed', seen: 'lost: spec.matches' })], url: undefined })
  )
  expect(text).toContain('| **failed** |')
  expect(text).toContain('- **smi** on v1.37.1: not true: TrafficSplit v1alpha4 is served. Seen: lost: spec.matches')
  expect(text).toContain('Not published.')
})

test('the summary draws an upgrade and the way back, and says what was compared and what was not proved', () => {
  const text = composeSummary(
    story({
      plan: { ...PLAN, unproved: [{ suite: 'data', why: 'slipway.yaml names no data' }] },
      verdicts: [
        {
          ...verdict(),
          trial: { suite: 'workload', kubernetes: '1.37', subject: 'shares', with: {} },
          compared: {
            baseline: { name: 'v0.9.0', origin: 'compiled from commit abc' },
            candidate: { name: 'v1.0.0', origin: 'compiled from commit def' }
          },
          moments: [
            { at: 0, ms: 200, step: 'baseline v0.9.0', what: 'it is up', outcome: 'passed' },
            { at: 1500, ms: 30, step: 'rollback to v0.9.0', what: 'it is up', outcome: 'failed' }
          ]
        },
        { ...verdict(), trial: { suite: 'surface', kubernetes: undefined, with: {} }, cluster: undefined }
      ]
    })
  )
  expect(text).toContain('| workload: shares | v1.37.1 |')
  expect(text).toContain('| surface |  | none | 1 |')
  expect(text).toContain('- v0.9.0: compiled from commit abc\n- v1.0.0: compiled from commit def')
  expect(text).toContain('  section baseline v0.9.0\n  it is up :00:00:00.000, 00:00:00.200\n')
  expect(text).toContain('  section rollback to v0.9.0\n  it is up :crit, 00:00:01.500, 00:00:01.530\n')
  expect(text).toContain('Not proved, data: slipway.yaml names no data.')
})

test('a drill is told as one, and is in no count, no headline and no proof', async () => {
  const drill = {
    ...verdict(),
    trial: { suite: 'workload', kubernetes: '1.37', drill: true as const, with: {} },
    cluster: { provider: 'control-plane', server: 'v1.37.1', simulated: true }
  }
  const words =
    /A drill, not a proof: .* with simulated pods \(1 check, all hold\)\. Nothing of this project ran in it\./
  const both = story({ drills: [drill] })
  expect(composeSummary(both)).toMatch(words)
  expect(drawPage(both, judgeAllTrials(both.plan.trials, both))).toMatch(words)
  expect(drawPage(both, 'passed')).toContain(`All ${both.verdicts[0]?.checks.length} claims hold`)
  expect(formatJunit(both)).toBe(formatJunit(story({})))
  const alone = story({ verdicts: [], drills: [drill], plan: { ...PLAN, trials: { work: [drill.trial] } } })
  expect(judgeAllTrials(alone.plan.trials, alone)).toBe('skipped')
  expect(composeSummary(alone)).toContain('Nothing was proved.')
  expect(drawPage(alone, 'skipped')).toContain('Nothing was proved')
})

test('the summary says why something is not signed and not published', () => {
  const text = composeSummary(
    story({
      plan: {
        ...PLAN,
        signing: { work: [{ mode: 'rehearsal', why: 'no key' }] },
        publication: { skip: 'gate publishes nothing' }
      },
      url: undefined
    })
  )
  expect(text).toContain('Not signed: no key. Not published: gate publishes nothing.')
})

const MARKUP = [
  '| a new cell |',
  '<script>alert(1)</script>',
  '![x](https://evil.example/p.png)',
  '**bold** _it_ ~~gone~~ `code`',
  'two\n\n## Lines',
  '$x^2$',
  '&lt;',
  '\u202etxt.exe'
]

test.each(MARKUP)('%j stays text in a table of the summary', (text) => {
  const line = composeSummary(story({ verdicts: [verdict({ outcome: 'failed', seen: text })] }))
    .split('\n')
    .filter((l) => l.startsWith('- **smi**'))
  expect(line).toHaveLength(1)
  const seen = line[0]?.split('Seen: ')[1] ?? ''
  // Every sign that means something to Markdown is escaped, so no cell, tag, image, heading or formula begins here.
  expect(seen.replaceAll('<!-- -->', '').replace(/\\[\\`*_{}[\]<>|#~$&!]/g, '')).not.toMatch(
    /[\\`*_{}[\]<>|#~$&!\n\u202e]/
  )
})

test.each(['a`b', '`', '``x``', 'a|b', 'x'])('%j as code is closed by its own fence only', (text) => {
  const [, fence, inside] = /^(`+) ?([^]*?) ?\1$/.exec(formatCode(text)) ?? []
  expect(inside).toBe(text.replaceAll('|', '\\|'))
  expect(text).not.toContain(fence)
})

test('what stopped a run is said in the summary, with what to do, as plain text', () => {
  const text = composeFailure(new Failure('input', 'not ``` a <b>tag</b>', { hint: 'Push the tag.' }))
  expect(text).toContain('## Stopped: what was asked for cannot be done')
  expect(text).toContain('````text\nnot ``` a <b>tag</b>\n````')
  expect(text).toContain('Push the tag.')
  expect(composeFailure(new Failure('host', 'GitLab says 500'))).not.toContain('GitHub')
  expect(composeFailure(new TypeError('secret detail'))).not.toContain('secret detail')
})

test('JUnit holds a failed check with what was seen, and nothing that XML cannot hold', () => {
  const seen = { claim: 'a "claim" <x> & \u0000\ud800', outcome: 'failed', seen: ']]> \u001b[31mred\nline' } as const
  const xml = formatJunit({ verdicts: [verdict(seen)], broken: [] })
  expect(xml).toContain('<testsuite name="smi on Kubernetes v1.37.1" tests="1" failures="1" time="4.200">')
  expect(xml).toContain('name="a &#34;claim&#34; &#60;x&#62; &#38; \ufffd\ufffd"')
  expect(xml).toContain('<failure message="]]&#62; \ufffd[31mred&#10;line">')
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
})

test('a trial without a verdict is an error in JUnit and a row of its own in the summary, beside what was proved', () => {
  const failure = new Failure('environment', 'no cluster: <etcd> ended', { hint: 'Look at its log.' })
  const broken = [{ trial: { suite: 'workload' as const, kubernetes: '1.34', with: {} }, failure }]
  const xml = formatJunit({ verdicts: [verdict()], broken })
  expect(xml).toContain('<testsuite name="smi on Kubernetes v1.37.1" tests="1" failures="0"')
  expect(xml).toContain('<testsuite name="workload on Kubernetes 1.34" tests="1" errors="1">')
  expect(xml).toContain('<error message="no cluster: &#60;etcd&#62; ended">')
  const text = composeSummary(story({ broken }))
  expect(text).toContain('| smi | v1.37.1 |')
  expect(text).toContain('| workload | 1.34 |  |  | **none** |  |')
  expect(text).toContain('- **workload** on 1.34: no verdict: no cluster: \\<etcd\\> ended')
  expect(judgeAllTrials(PLAN.trials, { verdicts: [verdict()], broken })).toBe('failed')
})

test('Markdown of an ordinary name is readable', () => {
  expect(escapeMarkdown('tool 1.0.0 (linux/amd64)')).toBe('tool 1.0.0 (linux/amd64)')
})

test('a known break that is accepted is no failure, no claim that holds, and stands in each report', () => {
  const verdict: Verdict = {
    trial: { suite: 'crd', kubernetes: '1.37', with: {} },
    ...{ outcome: 'passed', cluster: undefined, ms: 1 },
    checks: [
      { claim: 'all else is well', outcome: 'passed', seen: 'so' },
      { claim: 'a keeps b', outcome: 'passed', seen: 'gone', accepted: 'announced' }
    ]
  }
  const junit = formatJunit({ verdicts: [verdict], broken: [] })
  expect(junit).toContain('<skipped message="does not hold, accepted: announced"/>')
  expect(junit).toContain('tests="2" failures="0" skipped="1"')
  expect(describeResult('passed', { verdicts: [verdict], broken: [] }).words).toBe(
    '1 of 2 claims hold, 1 known break is accepted'
  )
  expect(drawCount(verdict).text).toContain('1 hold, 1 accepted')
})
