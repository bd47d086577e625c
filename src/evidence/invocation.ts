import type { JsonObject } from '../base/json.ts'

/** One run of Slipway, as a provenance names it. */
export interface Invocation {
  /** URI of who builds: the workflow or pipeline definition, or `urn:slipway:local`. */
  readonly builder: string
  /** URL of the run where there is one, else a URN that is its own. */
  readonly id: string
  /** ISO 8601. */
  readonly startedOn: string
  readonly slipway: string
  /** What the platform says of the run: its ids, its trigger, its runner. Never a secret. */
  readonly platform: JsonObject
}

/** The form of `id`: a web address or a UUID, without space or control characters, and of a length that can be read. */
export const isRunId = (text: string): boolean => /^(https?:\/\/|urn:uuid:)[!-~]{1,500}$/.test(text)

type Env = Readonly<Record<string, string | undefined>>

const GITHUB = [
  ...['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_RUN_NUMBER', 'GITHUB_JOB', 'GITHUB_WORKFLOW_REF'],
  ...['GITHUB_WORKFLOW_SHA', 'GITHUB_EVENT_NAME', 'GITHUB_REPOSITORY', 'GITHUB_REPOSITORY_ID', 'GITHUB_REF'],
  ...[
    'GITHUB_ACTOR_ID',
    'GITHUB_ACTION_REPOSITORY',
    'GITHUB_ACTION_REF',
    'RUNNER_ENVIRONMENT',
    'RUNNER_OS',
    'RUNNER_ARCH',
    'ImageVersion'
  ]
]
const GITLAB = [
  ...['CI_JOB_ID', 'CI_JOB_NAME', 'CI_PIPELINE_ID', 'CI_PIPELINE_SOURCE', 'CI_PROJECT_PATH', 'CI_PROJECT_ID'],
  ...['CI_CONFIG_PATH', 'CI_COMMIT_REF_NAME', 'CI_RUNNER_ID', 'CI_RUNNER_VERSION', 'CI_RUNNER_EXECUTABLE_ARCH']
]

/** What a provenance says of this run; `uuid` names one that has no platform. */
export function describeInvocation(env: Env, slipway: string, startedOn: string, uuid: string): Invocation {
  const get = (name: string): string => env[name] ?? ''
  const told = (names: readonly string[]): JsonObject =>
    Object.fromEntries(names.filter((name) => get(name) !== '').map((name) => [name, get(name)]))
  if (get('GITHUB_ACTIONS') === 'true') {
    const server = get('GITHUB_SERVER_URL') || 'https://github.com'
    return {
      builder: `${server}/${get('GITHUB_WORKFLOW_REF') || get('GITHUB_REPOSITORY')}`,
      id: `${server}/${get('GITHUB_REPOSITORY')}/actions/runs/${get('GITHUB_RUN_ID')}/attempts/${get('GITHUB_RUN_ATTEMPT') || '1'}`,
      startedOn,
      slipway,
      platform: { name: 'github', ...told(GITHUB) }
    }
  }
  if (get('GITLAB_CI') === 'true')
    return {
      builder: `${get('CI_PROJECT_URL')}//${get('CI_CONFIG_PATH') || '.gitlab-ci.yml'}@${get('CI_COMMIT_TAG') ? 'refs/tags/' : 'refs/heads/'}${get('CI_COMMIT_REF_NAME')}`,
      id: get('CI_JOB_URL'),
      startedOn,
      slipway,
      platform: { name: 'gitlab', ...told(GITLAB) }
    }
  return { builder: 'urn:slipway:local', id: `urn:uuid:${uuid}`, startedOn, slipway, platform: { name: 'local' } }
}
