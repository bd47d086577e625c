import { expect, test } from '@jest/globals'
import { describeSample, sampleTargets } from '../../../src/model/sample.ts'

const TARGETS = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64', 'windows/amd64']
const commits = Array.from({ length: 40 }, (_, i) => i.toString(16).padStart(40, '0'))
const sample = (many: number, commit: string) => sampleTargets(TARGETS, many, commit, (target) => target)

test('the commit chooses: the same commit the same targets, and no target is never looked at', () => {
  for (const commit of commits) expect(sample(2, commit)).toEqual(sample(2, commit))
  expect(new Set(commits.flatMap((commit) => sample(1, commit)))).toEqual(new Set(TARGETS))
})

test('as many as are wanted, in their own order, and no more than there are', () => {
  for (const commit of commits) {
    const chosen = sample(3, commit)
    expect(chosen).toHaveLength(3)
    expect(TARGETS.filter((target) => chosen.includes(target))).toEqual(chosen)
  }
  expect(sample(Infinity, commits[0] ?? '')).toEqual(TARGETS)
  expect(sample(0, commits[0] ?? '')).toEqual([])
})

test('a sample calls itself one', () => {
  expect(describeSample(1, 7)).toBe('1 of 7 targets, chosen by the commit')
  expect(describeSample(7, 7)).toBe('every one of 7 targets')
  expect(describeSample(1, 1)).toBe('every one of 1 target')
})
