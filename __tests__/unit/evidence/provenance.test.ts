import { expect, test } from '@jest/globals'
import { describeInvocation } from '../../../src/evidence/invocation.ts'
import {
  makeProvenance,
  readProvenance,
  type BuildDefinition,
  type RunDetails
} from '../../../src/evidence/provenance.ts'

const plan: BuildDefinition = {
  ...{ mode: 'release', tag: 'v1.0.0', version: '1.0.0', module: 'example.com/hello', moduleDir: '' },
  ...{ commit: 'c'.repeat(40), go: { version: 'go1.26.8' }, archives: [], builds: [] }
}
const told: RunDetails = {
  subjects: [{ name: 'checksums.txt', sha256: 'a'.repeat(64) }],
  ...{ byproducts: [], dependencies: [], tools: [], repository: undefined, compiledBy: [], buildCaches: [] },
  invocation: describeInvocation({}, '1.0.0', '2026-03-04T05:06:07Z', 'own'),
  finishedOn: '2026-03-04T05:06:08Z'
}

test('steps that made files are told with their tools and all that they made', () => {
  const statement = makeProvenance(plan, {
    ...told,
    prepared: {
      steps: [{ run: ['npm', 'run', 'build'], makes: ['ui'], stdout: 'log.txt', network: true }],
      tools: [{ name: 'npm', version: '10.9.2', sha256: 'b'.repeat(64) }],
      files: [{ path: 'cmd/ui/index.html', sha256: 'd'.repeat(64), size: 3 }]
    }
  })
  expect(statement.predicate['buildDefinition']).toMatchObject({
    internalParameters: {
      prepare: {
        steps: [{ run: ['npm', 'run', 'build'], makes: ['ui'], stdout: 'log.txt', network: true }],
        files: [{ name: 'cmd/ui/index.html', digest: { sha256: 'd'.repeat(64) } }]
      }
    },
    resolvedDependencies: [
      { name: 'source' },
      { name: 'npm', digest: { sha256: 'b'.repeat(64) }, annotations: { used: 'prepare', says: '10.9.2' } }
    ]
  })
  expect(readProvenance(statement)?.commit).toBe(plan.commit)
})

test('without steps nothing is told of them', () => {
  const { predicate } = makeProvenance(plan, told)
  expect(JSON.stringify(predicate)).not.toContain('prepare')
})
