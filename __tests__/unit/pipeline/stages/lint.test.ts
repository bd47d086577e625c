import { describe, expect, test } from '@jest/globals'
import type { Finding } from '../../../../src/base/finding.ts'
import type { SourceFile } from '../../../../src/crds/files.ts'
import { makeCrdSet } from '../../../../src/smi/crds.ts'
import { lintSmi } from '../../../../src/pipeline/stages/lint.ts'
import { NO_SOURCES } from '../../../../src/crds/files.ts'
import { recordingHost } from '../../../fakes/children/recording-host.ts'

const SPLIT = [
  'apiVersion: split.smi-spec.io/v1alpha4',
  'kind: TrafficSplit',
  'metadata: {name: web}',
  'spec:',
  '  service: web',
  '  backends:',
  '  - {service: web-1, weight: "1"}'
].join('\n')

interface Shown {
  readonly found: readonly Finding[]
  readonly lines: readonly string[]
}

async function shown(
  text: string,
  moduleDir = '',
  sets: readonly string[] = ['all'],
  crds: readonly SourceFile[] = []
): Promise<Shown> {
  const found: Finding[] = []
  const host = { ...recordingHost(), finding: async (finding: Finding) => void found.push(finding) }
  const sources = { ...NO_SOURCES, crds, manifests: [{ path: 'deploy/web.yaml', text }] }
  await lintSmi({ sources, speaks: ['split.smi-spec.io/v1alpha4'], sets, moduleDir }, host)
  return { found, lines: host.lines }
}

test('what a server refuses of a manifest is shown on its line, in the module of the repository', async () => {
  const { found, lines } = await shown(SPLIT, 'tools/canary')
  expect(found).toEqual([
    expect.objectContaining({ rule: 'smi/weight', severity: 'error', file: 'tools/canary/deploy/web.yaml', line: 7 })
  ])
  expect(lines.join('\n')).toContain('SMI manifests: 1 object, 1 finding')
})

test('a good manifest is counted, and one of another kind is not even named', async () => {
  const good = await shown(SPLIT.replace('"1"', '1'))
  expect(good.found).toEqual([])
  expect(good.lines.join('\n')).toContain('SMI manifests: 1 object, 0 findings')
  expect((await shown('kind: ConfigMap\napiVersion: v1\ndata: {about: smi-spec.io}\n')).lines).toEqual([])
})

describe('the CRDs of the repository', () => {
  // What Linkerd serves: TrafficSplit v1alpha1 and v1alpha2.
  const crds = makeCrdSet('linkerd').crds.map((crd) => ({ path: 'crds/split.json', text: JSON.stringify(crd) }))

  test('are what its manifests are held against, where they are the set', async () => {
    const { found } = await shown(SPLIT.replace('"1"', '1'), '', ['own'], crds)
    expect(found).toEqual([
      expect.objectContaining({
        rule: 'smi/not-served',
        severity: 'error',
        line: 1,
        message: expect.stringMatching(
          /^the CRD set own does not serve TrafficSplit v1alpha4.* own serves v1alpha1, v1alpha2$/
        ) as unknown
      })
    ])
    expect((await shown(SPLIT.replace('v1alpha4', 'v1alpha2'), '', ['own'], crds)).found).toEqual([
      expect.objectContaining({ rule: 'smi/weight', severity: 'error', line: 7 })
    ])
  })

  test('are one set among others: what only they lack is a warning', async () => {
    const { found } = await shown(SPLIT.replace('"1"', '1'), '', ['all', 'own'], crds)
    expect(found).toEqual([expect.objectContaining({ rule: 'smi/not-served', severity: 'warning' })])
  })

  test.each([
    ['are none', [], 'none of the CRD files defines a kind of SMI'],
    ['are no YAML', [{ path: 'crds/split.yaml', text: 'a: [' }], 'crds/split.yaml:1']
  ])('that %s are told of, and the manifests held against the other sets', async (_, files, why) => {
    const { found, lines } = await shown(SPLIT, '', ['all', 'own'], files)
    expect(found).toHaveLength(1)
    expect(lines.join('\n')).toContain(`warning: SMI manifests: not held against CRDs of this repository: ${why}`)
  })
})
