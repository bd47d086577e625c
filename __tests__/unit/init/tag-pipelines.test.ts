import { describe, expect, test } from '@jest/globals'
import { findTagPipeline, isPipelineFile } from '../../../src/init/tag-pipelines.ts'

const WORKFLOW = '.github/workflows/ci.yml'
const why = (path: string, source: string) => findTagPipeline(path, source)?.why

describe('a pipeline that is there', () => {
  test.each([
    [
      "on:\n  push:\n    tags: ['v*']\njobs: { a: { steps: [{ uses: goreleaser/goreleaser-action@v6 }] } }\n",
      'runs for tags and has to do with releases'
    ],
    ["'on': { push: { tags: v*, branches: [main] } }\n", 'runs for tags'],
    ['on: { release: { types: [published] } }\n', 'runs for releases and has to do with releases'],
    ['on: [push, release]\n', 'runs for releases and has to do with releases'],
    [
      'on: push\njobs: { a: { if: "startsWith(github.ref, \'refs/tags/\')" } }\n',
      'runs for every push, and has to do with tags'
    ],
    ['on: create\njobs: { release: {} }\n', 'runs when a tag is created, and has to do with releases'],
    ['on: [push\n', 'cannot be read: see whether it runs for tags'],
    ['on: { pull_request: , push: { branches: [main] } }\njobs: { goreleaser: {} }\n', undefined],
    ["on: { push: { tags-ignore: ['**'] } }\njobs: { a: { run: refs/tags } }\n", undefined],
    ['on: push\njobs: { test: {} }\n', undefined]
  ])('on GitHub is told when the tag of a release starts it: %j', (source, told) => {
    expect(why(WORKFLOW, source)).toBe(told)
  })

  test.each([
    ["a: { script: x, rules: [{ if: '$CI_COMMIT_TAG' }] }\nb: { script: y }\n", 'has jobs for tags (a)'],
    ['a: { script: x, only: [tags] }\n', 'has jobs for tags (a)'],
    ['a: { script: x, only: { refs: [tags] } }\n', 'has jobs for tags (a)'],
    ['a: { script: x, release: { tag_name: v1 } }\n', 'has jobs for tags (a)'],
    ['a: { script: [!reference [.b, script]], only: [branches] }\n.b: { script: x }\n', undefined]
  ])('on GitLab is told when it has jobs for tags: %j', (source, told) => {
    expect(why('.gitlab-ci.yml', source)).toBe(told)
  })

  test('lies where its platform looks', () => {
    const paths = [
      '.github/workflows/a.yaml',
      '.gitlab-ci.yml',
      '.github/workflows/x/a.yml',
      'sub/.gitlab-ci.yml',
      'a.yml'
    ]
    expect(paths.map(isPipelineFile)).toEqual([true, true, false, false, false])
  })
})
