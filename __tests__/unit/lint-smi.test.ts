import { expect, test } from '@jest/globals'
import type { Finding } from '../../src/finding.ts'
import { lintSmi } from '../../src/stages/lint.ts'
import { NO_SOURCES } from '../../src/sources.ts'
import { recordingHost } from '../fakes/recording-host.ts'

const SPLIT = [
  'apiVersion: split.smi-spec.io/v1alpha4',
  'kind: TrafficSplit',
  'metadata: {name: web}',
  'spec:',
  '  service: web',
  '  backends:',
  '  - {service: web-1, weight: "1"}'
].join('\n')

async function shown(text: string, moduleDir = ''): Promise<{ found: readonly Finding[]; lines: readonly string[] }> {
  const found: Finding[] = []
  const host = { ...recordingHost(), finding: async (finding: Finding) => void found.push(finding) }
  const sources = { ...NO_SOURCES, manifests: [{ path: 'deploy/web.yaml', text }] }
  await lintSmi({ sources, speaks: ['split.smi-spec.io/v1alpha4'], sets: ['all', 'own'], moduleDir }, host)
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
