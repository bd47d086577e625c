import { readFileSync } from 'node:fs'
import { Failure } from '../../../src/base/errors.ts'
import type { Verdict } from '../../../src/model/nouns.ts'
import type { Story } from '../../../src/report/story.ts'

/**
 * A gate of examples/mesh-canary as it happened (2026-11-22, control plane 1.37, CRD sets all, linkerd and sdk-main, and
 * its upgrade from v1.0.0 and back): one claim does not hold, as Linkerd's set has no v1alpha4. Paths are made up.
 */
export const failedStory = (): Story =>
  JSON.parse(readFileSync(new URL('../../fixtures/report/story.json', import.meta.url), 'utf8')) as Story

/** The same without what failed. */
export const passedStory = (): Story => {
  const story = failedStory()
  return {
    ...story,
    verdicts: story.verdicts.filter(({ outcome }) => outcome === 'passed'),
    clusters: story.clusters.map((cluster) => ({ ...cluster, logs: null }))
  }
}

/** The same on two versions of Kubernetes, with a loss that nobody knew, a step that failed, a note and an address. */
export const variedStory = (): Story => {
  const story = failedStory()
  const older = story.verdicts.map((verdict): Verdict => ({
    ...verdict,
    outcome: 'failed',
    trial: { ...verdict.trial, kubernetes: verdict.cluster && '1.34' },
    cluster: verdict.cluster && { ...verdict.cluster, server: 'v1.34.10' },
    checks: verdict.checks.map((check, i) =>
      i % 7 === 0
        ? {
            ...check,
            outcome: 'failed',
            at: { file: 'deploy/split.yaml', line: 12 },
            loss: {
              kind: 'TrafficSplit',
              written: 'v1alpha4',
              stored: 'v1alpha1',
              read: 'v1alpha4',
              fields: ['spec.backends[].weight']
            }
          }
        : check
    ),
    ...(verdict.moments && {
      moments: verdict.moments.map((moment, i) => (i % 9 === 8 ? { ...moment, outcome: 'failed' } : moment))
    })
  }))
  return {
    ...story,
    plan: {
      ...story.plan,
      notes: ['the working tree has local changes'],
      unproved: [{ suite: 'crd', why: 'no release to compare with' }]
    },
    verdicts: [...story.verdicts, ...older],
    broken: [
      {
        trial: { suite: 'crd', kubernetes: '1.37', with: {} },
        failure: new Failure('environment', 'etcd ended with exit status 1\nIts log.', { hint: 'Look at the disk.' })
      }
    ],
    clusters: story.clusters.map((cluster) => ({ ...cluster, logs: 'logs/kubernetes-1.37' })),
    url: 'https://github.com/octo/demo/releases/tag/v1.1.0',
    spans: story.spans.map((span, i) =>
      i % 3 === 1 ? { ...span, outcome: 'reused' } : i % 5 === 2 ? { ...span, outcome: 'failed' } : span
    )
  }
}

/** What clusters, tools and files may say, none of it kindly meant. */
export const HOSTILE = {
  'the end of a style and a script': '</style></script><script>document.title="x"</script>',
  'the end of an attribute': '"><img src=x onerror=alert(1)>',
  'the end of an attribute in single quotes': "' onmouseover='alert(1)",
  'an SVG and a style': '<svg onload=alert(1)><style>*{display:none}</style>',
  'a base and a refresh':
    '<base href="http://example.invalid/"><meta http-equiv="refresh" content="0;url=http://example.invalid/">',
  'comments and entities': '<!-- --><![CDATA[ ]]> &lt;b&gt; &amp;',
  templates: '${alert(1)} {{constructor}} `x`',
  'characters that turn or hide others': 'a\u202etxt.exe\u2066\u200b\u00ad\ufeff\u2028\u0000\u001b[31m',
  'commands of CI systems': 'one\n::add-mask::x\n##[error]y\r\n::stop-commands::z',
  'an address that is a script': 'javascript:alert(1)',
  'half a character': '\ud800 half a character',
  'a megabyte': 'x'.repeat(1_000_000),
  'a word without an end': `${'an unbroken word '.replaceAll(' ', '_').repeat(40)}`
} as const

/** A story in which every text from elsewhere is one of these. */
export const hostileStory = (text: string): Story => {
  const story = passedStory()
  const loss = { kind: text, written: text, stored: text, read: text, fields: [text] }
  return {
    ...story,
    plan: {
      ...story.plan,
      name: text,
      version: text,
      module: text,
      commit: text,
      why: text,
      notes: [text],
      go: { version: text, why: text },
      baseline: { skip: text },
      unproved: [{ suite: 'crd', why: text }],
      cluster: story.plan.cluster && { ...story.plan.cluster, why: text }
    },
    verdicts: [
      {
        trial: {
          suite: 'smi',
          kubernetes: '1.37',
          subject: text,
          with: { set: text, speaks: [`split.smi-spec.io/${text}`] }
        },
        outcome: 'failed',
        cluster: { provider: text, server: text, simulated: true },
        checks: [
          { claim: text, outcome: 'failed', seen: text, repeat: text, at: { file: text, line: 1 }, loss },
          { claim: text, outcome: 'passed', seen: text, repeat: text, loss: { ...loss, because: text } }
        ],
        compared: { baseline: { name: text, origin: text }, candidate: { name: text, origin: text } },
        moments: [{ at: 0, ms: 5, step: text, what: text, outcome: 'failed' }],
        ms: 10
      }
    ],
    broken: [
      {
        trial: { suite: 'crd', kubernetes: text, with: {} },
        failure: new Failure('environment', text, { hint: text })
      }
    ],
    clusters: story.clusters.map((cluster) => ({ ...cluster, server: text, logs: text })),
    artifacts: story.artifacts.slice(0, 1).map((artifact) => ({ ...artifact, name: text, sha256: text })),
    spans: [{ stage: text, item: text, start: 0, end: 5, outcome: 'done' }],
    tools: [{ name: text, version: text, path: text, source: 'module', vouched: text }],
    verification: [text],
    url: text
  }
}
