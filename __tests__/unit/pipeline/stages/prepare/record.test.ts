import { expect, test } from '@jest/globals'
import type { Prepared } from '../../../../../src/model/preparation.ts'
import { locatePrepared, makePrepareStep } from '../../../../../src/pipeline/stages/prepare/record.ts'

const input = {
  source: {
    ...{ commit: 'c'.repeat(40), committedAt: '2026-01-02T03:04:05Z', moduleDir: 'cmd' },
    host: { os: 'linux', arch: 'amd64' } as const
  },
  steps: [{ run: ['npm', 'run', 'build'], makes: ['ui'], stdout: 'log.txt', network: false }],
  go: 'go1.26.8',
  tools: [{ name: 'npm', sha256: 'a'.repeat(64) }]
}
const file = (path: string) => ({ path, sha256: 'b'.repeat(64), size: 1 })
const made = (files: readonly string[], tools: Prepared['tools'] = []): Prepared => ({ files: files.map(file), tools })
const GOOD = ['cmd/log.txt', 'cmd/ui/index.html']

test('a record names what the steps may make, all of it, and where it lies', () => {
  const step = makePrepareStep(input)
  expect(step.fits(made(GOOD, [{ name: 'npm', version: '10', sha256: 'a'.repeat(64) }]))).toBe(true)
  expect(step.leaves?.(made(GOOD)).map(({ path }) => path)).toEqual(
    GOOD.map((path) => `${locatePrepared(input)}/${path}`)
  )
})

test.each([
  { it: 'another file', files: [...GOOD, 'cmd/main.go'] },
  { it: 'a way out', files: [...GOOD, 'cmd/ui/../../x'] },
  { it: 'an absolute path', files: [...GOOD, '/etc/passwd'] },
  { it: 'a file twice', files: [...GOOD, GOOD[0] ?? ''] },
  { it: 'less than all', files: ['cmd/log.txt'] }
])('a record with $it is none', ({ files }) => {
  expect(makePrepareStep(input).fits(made(files))).toBe(false)
})

test('a record of other tools is none, and another tool, step, commit or Go is another input', () => {
  expect(makePrepareStep(input).fits(made(GOOD, [{ name: 'npm', version: '', sha256: 'd'.repeat(64) }]))).toBe(false)
  const others = [
    { ...input, go: 'go1.26.9' },
    { ...input, tools: [{ name: 'npm', sha256: 'd'.repeat(64) }] },
    { ...input, steps: [{ ...(input.steps[0] ?? { run: [], makes: [] }), network: true }] },
    { ...input, source: { ...input.source, commit: 'd'.repeat(40) } }
  ]
  expect(new Set([input, ...others].map(locatePrepared)).size).toBe(5)
})
