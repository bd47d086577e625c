import { expectWorkflowAtTag } from '../../model/signer.ts'
import { refusePackageSizes } from '../../model/release-names.ts'
import { formatRepositoryName, readBase, type Event } from '../event.ts'
import type { Env, Platform } from '../platform.ts'

/** GitLab, with CI/CD. */
export const gitlab: Platform = {
  name: 'gitlab',
  // Runners for trying things out set GITLAB_CI to false, and the rest is there.
  runsHere: (env) => env['GITLAB_CI'] === 'true' || knowsProject(env),
  event: readGitlabEvent,
  startedFor: (env) => env['CI_COMMIT_SHA'] || undefined,
  knowsProject,
  signer: (repository, tag) =>
    // With its path: `Gitlab.config.gitlab.url` is what signs the tokens of its jobs.
    expectWorkflowAtTag(repository, { workflows: '//[^@]+', tag, issuer: repository.server }),
  refuseFiles: refusePackageSizes,
  draft: 'files in the package registry, without a release (GitLab has no drafts),',
  pages: {
    compare: (since, tag) => `-/compare/${encodeURIComponent(since)}...${encodeURIComponent(tag)}`,
    file: (tag, name) => `-/releases/${encodeURIComponent(tag)}/downloads/${encodeURIComponent(name)}`
  },
  keepsAttestations: false,
  generatesNotes: false
}

function knowsProject(env: Env): boolean {
  return Boolean(env['CI_API_V4_URL']) && Boolean(env['CI_PROJECT_ID'])
}

function readGitlabEvent(env: Env): Event {
  if (env['CI_COMMIT_TAG']) return { kind: 'tag', tag: env['CI_COMMIT_TAG'] }
  if (!env['CI_MERGE_REQUEST_IID']) return { kind: env['CI_PIPELINE_SOURCE'] === 'push' ? 'push' : 'other' }
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID']
  const foreign = source !== undefined && source !== env['CI_MERGE_REQUEST_PROJECT_ID']
  return {
    kind: env['CI_MERGE_REQUEST_EVENT_TYPE'] === 'merge_train' ? 'merge-queue' : 'pull-request',
    // The first is there where GitLab merged the change for this pipeline, and is empty elsewhere.
    ...readBase(env['CI_MERGE_REQUEST_TARGET_BRANCH_SHA'] || env['CI_MERGE_REQUEST_DIFF_BASE_SHA'], false),
    ...(foreign && {
      untrusted: `a merge request from ${formatRepositoryName(env['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'], 'another project')}`
    })
  }
}
