import { expect, test } from '@jest/globals'
import { readEvent } from '../../../src/facts/platforms.ts'
import { readSurroundings } from '../../../src/plan/surroundings.ts'
import { refuseOtherCommit } from '../../../src/publish/job-commit.ts'

const [OURS, OTHER] = ['a'.repeat(40), 'b'.repeat(40)]
const jobs: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'GitHub',
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REF_NAME: 'v1.0.0',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SHA: OURS
    }
  ],
  ['GitLab', { GITLAB_CI: 'true', CI_COMMIT_TAG: 'v1.0.0', CI_COMMIT_SHA: OURS }]
]

const publish = (env: Readonly<Record<string, string>>, commit: string) => () =>
  refuseOtherCommit(
    'v1.0.0',
    commit,
    'the platform',
    readSurroundings(env, readEvent(env, {}), { os: 'linux', arch: 'amd64' })
  )

test.each(jobs)('a job of %s publishes no files of another commit than its own', (_, env) => {
  expect(publish(env, OTHER)).toThrow(
    expect.objectContaining({
      kind: 'verification',
      message: `v1.0.0 is commit ${OTHER} by the platform, and the job of v1.0.0 was started for ${OURS}`
    })
  )
  publish(env, OURS)()
})

test('outside of a job, and where nobody says a commit, nothing is compared', () => {
  publish({ GITHUB_SHA: OURS }, OTHER)()
  for (const [, env] of jobs) publish(env, '')()
})
