import { parseDocument } from 'yaml'
import { isObject, readAt, readItems, readText, type Json } from '../base/json.ts'
import { YAML } from '../base/yaml.ts'

/** A pipeline that is there already and runs for tags or releases, in the words of a sentence: why. */
export interface TagPipeline {
  readonly path: string
  readonly why: string
}

/** Where pipelines lie, below the root of a repository. */
export const isPipelineFile = (path: string): boolean =>
  /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) || path === '.gitlab-ci.yml'

/** Whether a pipeline would start for the tag of a release; one that cannot be read is told as that. */
export function findTagPipeline(path: string, source: string): TagPipeline | undefined {
  const config = readConfiguration(source)
  if (config === undefined) return { path, why: 'cannot be read: see whether it runs for tags' }
  const why = path === '.gitlab-ci.yml' ? explainGitlab(config) : explainGithub(config, source)
  return why === undefined ? undefined : { path, why }
}

function readConfiguration(source: string): Json | undefined {
  try {
    // GitLab has tags of its own, such as !reference.
    const document = parseDocument(source, YAML)
    const value = document.toJS({ maxAliasCount: 1000 }) as Json
    return document.errors.length === 0 && isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#on */
function explainGithub(config: Json, source: string): string | undefined {
  const on = readAt(config, 'on')
  const events = isObject(on) ? Object.keys(on) : [on, ...readItems(on)].map(readText)
  const push = readAt(on, 'push')
  const releases = /goreleaser|release/i.test(source) ? ' and has to do with releases' : ''
  if (readAt(push, 'tags') !== undefined) return `runs for tags${releases}`
  if (events.includes('release')) return `runs for releases${releases}`
  if (events.includes('create') && releases) return 'runs when a tag is created, and has to do with releases'
  // Without a filter of branches, a push of a tag is one too.
  const all =
    events.includes('push') &&
    ['branches', 'branches-ignore', 'tags-ignore'].every((key) => readAt(push, key) === undefined)
  if (all && /refs\/tags|goreleaser/.test(source)) return 'runs for every push, and has to do with tags'
  return undefined
}

/** https://docs.gitlab.com/ci/yaml/: rules and workflow name $CI_COMMIT_TAG, `only` names tags. */
function explainGitlab(config: Json): string | undefined {
  if (!isObject(config)) return undefined
  const jobs = Object.entries(config).filter(
    ([name, job]) => name !== 'workflow' && isObject(job) && (mentionsTags(job) || job['release'] !== undefined)
  )
  return jobs.length ? `has jobs for tags (${jobs.map(([name]) => name).join(', ')})` : undefined
}

function mentionsTags(job: Json): boolean {
  const rules = [...readItems(readAt(job, 'rules')), readAt(job, 'only', 'variables') ?? null]
  const only = [readAt(job, 'only') ?? null, readAt(job, 'only', 'refs') ?? null].flatMap((value) => [
    value,
    ...readItems(value)
  ])
  return (
    rules.some((rule) => /CI_COMMIT_TAG/.test(JSON.stringify(readAt(rule, 'if') ?? rule ?? ''))) ||
    only.some((word) => readText(word) === 'tags')
  )
}
